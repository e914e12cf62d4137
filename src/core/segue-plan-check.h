/* segue-plan-check.h - what cannot be meant by a plan that is sound
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

/* One problem and the row at which it is seen. */
typedef struct
{
  char *id;
  char *text; /* a whole sentence */
} SeguePlanProblem;

GPtrArray *segue_plan_check        (SeguePlan *plan);
void       segue_plan_problem_free (SeguePlanProblem *self);

G_END_DECLS
