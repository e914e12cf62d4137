/* segue-test-walk.h - edits that nobody would think of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-edit.h"

G_BEGIN_DECLS

/* Some verb with some arguments; NULL where the verb refused, which the same
 * random numbers then do again. The plan is not changed. (transfer full) */
SegueChangeSet *segue_test_random_edit (SeguePlan *plan, SegueLayout *layout, GRand *rand);

G_END_DECLS
