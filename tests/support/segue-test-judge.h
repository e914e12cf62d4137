/* segue-test-judge.h - solves a problem and judges the answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

/* What is looked at beside the claims of the schedule itself. */
typedef enum
{
  SEGUE_TEST_CLAIMS   = 0,
  SEGUE_TEST_LATEST   = 1 << 0,
  SEGUE_TEST_BRUTE    = 1 << 1, /* routes, feasible and lateness by exhaustive search */
  SEGUE_TEST_EARLIEST = 1 << 2,
  SEGUE_TEST_REMEDIES = 1 << 3,
  SEGUE_TEST_ALL      = (1 << 4) - 1,
} SegueTestChecks;

typedef struct
{
  guint n_feasible;
  guint n_infeasible;
  guint n_searched; /* by exhaustive search, with an answer */
} SegueTestCount;

char *segue_test_judge       (const SegueProblem *problem,
                              SegueTestChecks     checks,
                              SegueTestCount     *count);
void  segue_test_assert_just (const SegueProblem *problem,
                              SegueTestChecks     checks,
                              guint64             seed,
                              SegueTestCount     *count);

G_END_DECLS
