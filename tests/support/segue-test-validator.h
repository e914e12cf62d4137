/* segue-test-validator.h - checks every claim of a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "support/segue-test-plan.h"

G_BEGIN_DECLS

char *segue_test_validate          (const SegueProblem  *problem,
                                    const SegueSchedule *schedule,
                                    SegueSolveFlags      flags);
char *segue_test_validate_earliest (const SegueProblem  *problem,
                                    const SegueSchedule *schedule);
char *segue_test_validate_remedies (const SegueProblem  *problem,
                                    const SegueSchedule *schedule);

/* The parts of the first, each in a file of its own. */
char *segue_test_validate_days      (const SegueProblem  *problem,
                                     const SegueSchedule *schedule);
char *segue_test_validate_hours     (const SegueProblem  *problem,
                                     const SegueSchedule *schedule);
char *segue_test_validate_routes    (const SegueProblem  *problem,
                                     const SegueSchedule *schedule);
char *segue_test_validate_conflicts (const SegueProblem  *problem,
                                     const SegueSchedule *schedule);
char *segue_test_validate_latest    (const SegueProblem  *problem,
                                     const SegueSchedule *schedule);

gint32 *segue_test_chosen_routes    (const SegueSchedule *schedule);
void    segue_test_apply_remedy     (SegueTestPlan       *plan,
                                     const SegueRemedy   *remedy);

G_END_DECLS
