/* segue-salvage.h - what can still be read of a damaged file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

GPtrArray *segue_salvage_read (const char *path, guint *n_lost, GError **error);

G_END_DECLS
