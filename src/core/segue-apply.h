/* segue-apply.h - whether a change set may be applied to a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

GHashTable *segue_apply_check       (SeguePlan *plan, SegueChangeSet *change_set, GError **error);
gboolean    segue_apply_check_whole (GHashTable *records, GError **error);
void        segue_apply_set_used_twice (const char *id, GError **error);

G_END_DECLS
