/* segue-opening.h - the file of the plans being opened in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"
#include "store/segue-sqlite-store.h"

G_BEGIN_DECLS

/**
 * SegueOpening:
 *
 * The file with the plan to show first, read and laid out while the program
 * itself is still starting.
 */
typedef struct _SegueOpening SegueOpening;

SegueOpening     *segue_opening_begin       (const char *path, gboolean read_only, const char *plan_id, SegueDay today);
SegueSqliteStore *segue_opening_take_store  (SegueOpening *self, GPtrArray **plans, GError **error);
SeguePlan        *segue_opening_take_plan   (SegueOpening *self, GError **error);
SegueLayout      *segue_opening_take_layout (SegueOpening *self, SegueDay today);
void              segue_opening_free        (SegueOpening *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueOpening, segue_opening_free)

G_END_DECLS
