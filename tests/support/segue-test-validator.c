/* segue-test-validator.c - checks every claim of a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written from the plan model alone. It shares no code with the engine, so
 * that a mistake has to be made twice before it is not seen.
 */
#include "support/segue-test-validator.h"

/**
 * segue_test_validate:
 * @problem: what was asked
 * @schedule: what was answered
 * @flags: how much was asked for
 *
 * Returns: (transfer full) (nullable): what is wrong with the first claim that
 *   is not true, or %NULL
 */
char *
segue_test_validate (const SegueProblem  *problem,
                     const SegueSchedule *schedule,
                     SegueSolveFlags      flags)
{
  char *wrong = segue_test_validate_routes (problem, schedule);

  if (!wrong)
    wrong = segue_test_validate_days (problem, schedule);
  if (!wrong)
    wrong = segue_test_validate_hours (problem, schedule);
  if (!wrong)
    wrong = segue_test_validate_conflicts (problem, schedule);
  if (!wrong && (flags & SEGUE_SOLVE_LATEST))
    wrong = segue_test_validate_latest (problem, schedule);
  return wrong;
}
