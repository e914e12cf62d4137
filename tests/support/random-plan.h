/* random-plan.h - plans made of the field tables by chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

SeguePlan   *make_random_plan   (GRand *rand, guint n_rows);
SegueRecord *make_random_record (GRand *rand, SeguePlan *plan, SegueKind kind, const char *id, double rank);
void         assert_same_plan   (SeguePlan *a, SeguePlan *b);

G_END_DECLS
