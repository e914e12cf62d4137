/* segue-exact.h - small plans to the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-placer.h"

G_BEGIN_DECLS

gboolean segue_exact_search        (SeguePlacer        *placer,
                                    gboolean            only_feasible);
gboolean segue_exact_is_tied       (const SegueNetwork *network,
                                    gint32              act);
gboolean segue_exact_ties_practice (const SegueNetwork *network);

G_END_DECLS
