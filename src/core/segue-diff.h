/* segue-diff.h - what leads from one plan to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

SegueChangeSet *segue_plan_diff (SeguePlan *from, SeguePlan *to, const char *label);

G_END_DECLS
