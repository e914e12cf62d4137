/* test-exact.c - small plans that lists of acts do not find
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-schedule.h"

#include "support/segue-test-brute.h"
#include "support/segue-test-plan.h"
#include "support/segue-test-validator.h"

#define NOW 18998 /* 2022-01-06, a Thursday */

static void
check (SegueTestPlan *plan,
       gboolean       feasible,
       gint64         lateness)
{
  const SegueProblem *problem = segue_test_plan_get (plan);
  g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, SEGUE_SOLVE_LATEST, NULL, NULL);
  g_autofree char *wrong = segue_test_validate (problem, schedule, SEGUE_SOLVE_LATEST);

  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_cmpint (schedule->feasible, ==, feasible);
  if (feasible)
    g_assert_cmpint (segue_test_lateness (problem, schedule), ==, lateness);
}

/* What is free must not come before what is bound by way of another's rule. */
static void
test_bound_by_another (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);

  segue_test_plan_week (plan, 1, 1);
  plan->problem.week[SEGUE_FRIDAY] = 2;
  segue_test_plan_work (plan, "a", 1);
  segue_test_plan_work (plan, "b", 1);
  segue_test_plan_work (plan, "c", 2);
  segue_test_plan_on (plan, "b.start", NOW + 1);
  segue_test_plan_after (plan, "b.end", "c.end", 0);
  check (plan, TRUE, 0);
}

/* One minute today is enough to begin in time; the rest can wait. */
static void
test_begin_in_time (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);

  segue_test_plan_week (plan, 1, 1);
  segue_test_plan_work (plan, "a", 5)->target = NOW;
  segue_test_plan_work (plan, "b", 2);
  segue_test_plan_work (plan, "c", 4)->target = NOW;
  segue_test_plan_not_after (plan, "b.start", NOW + 8);
  for (guint i = 0; i < plan->steps->len; i++)
    g_array_index (plan->steps, SegueStepSpec, i).importance = 1;
  check (plan, TRUE, 12);
}

/* Contiguous work must not be torn to begin early and end late. */
static void
test_no_holes (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);

  segue_test_plan_week (plan, 1, 1);
  segue_test_plan_work (plan, "a", 2)->contiguous = TRUE;
  segue_test_plan_not_before (plan, "a.end", NOW + 11);
  segue_test_plan_not_after (plan, "a.start", NOW + 3);
  check (plan, FALSE, 0);
}

/* A practice that nothing ends goes on to the end of the plan. */
static void
test_practice_goes_on (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;

  segue_test_plan_week (plan, 1, 1);
  segue_test_plan_work (plan, "a", 1);
  segue_test_plan_not_after (plan, "a.start", NOW + 5);
  segue_test_plan_work (plan, "b", 3);
  segue_test_plan_after (plan, "a.end", "b.start", 0);
  segue_test_plan_practice (plan, "p", 0);
  segue_test_plan_step (plan, "p")->load[SEGUE_TUESDAY] = 2;
  check (plan, TRUE, 0);
  schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_DATES, NULL, NULL);
  g_assert_cmpint (schedule->steps[2].end, ==, MAX (schedule->steps[0].end, schedule->steps[1].end));
}

/* Contiguous work begins in time although all else could go first. */
static void
test_goes_on (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);

  segue_test_plan_week (plan, 1, 1);
  segue_test_plan_work (plan, "a", 2);
  segue_test_plan_work (plan, "b", 1);
  segue_test_plan_work (plan, "c", 2);
  segue_test_plan_work (plan, "d", 3)->contiguous = TRUE;
  segue_test_plan_within (plan, "d.end", "b.start", -2, 0);
  segue_test_plan_not_after (plan, "d.start", NOW + 3);
  check (plan, TRUE, 0);
}

/* What found its place before another came has room before it. */
static void
test_room_before (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;
  g_autofree char *wrong = NULL;

  segue_test_plan_week (plan, 1, 1);
  segue_test_plan_work (plan, "a", 1);
  segue_test_plan_work (plan, "b", 3);
  segue_test_plan_within (plan, "a.end", "b.start", -1, 1);
  check (plan, TRUE, 0);
  schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_DATES, NULL, NULL);
  wrong = segue_test_validate_earliest (segue_test_plan_get (plan), schedule);
  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_cmpint (schedule->steps[1].end, ==, NOW + 3);
}

/* A week may have little left beside a practice: then there are many weeks. */
static void
test_one_minute_a_week (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);

  segue_test_plan_week (plan, 1, 1);
  segue_test_plan_practice (plan, "p", 1);
  segue_test_plan_step (plan, "p")->load[SEGUE_MONDAY] = 0;
  segue_test_plan_work (plan, "a", 9);
  segue_test_plan_work (plan, "b", 9);
  segue_test_plan_within (plan, "b.end", "a.end", -7, -7);
  segue_test_plan_after (plan, "b.start", "a.start", 28);
  check (plan, TRUE, 0);
}

/* A pool that is too small is told with what it has. */
static void
test_small_pool (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;

  segue_test_plan_week (plan, 1, 1);
  segue_test_plan_pool (plan, 2);
  segue_test_plan_wait (plan, "a", 1);
  segue_test_plan_need (plan, 0, 1);
  segue_test_plan_wait (plan, "b", 1);
  segue_test_plan_need (plan, 0, 3);
  check (plan, FALSE, 0);
  schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_DATES, NULL, NULL);
  g_assert_cmpint (schedule->n_conflicts, ==, 1);
  g_assert_cmpint (schedule->conflicts[0].steps.n, ==, 1);
  g_assert_cmpint (schedule->conflicts[0].needed, ==, 3);
  g_assert_cmpint (schedule->conflicts[0].available, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exact/bound-by-another", test_bound_by_another);
  g_test_add_func ("/exact/begin-in-time", test_begin_in_time);
  g_test_add_func ("/exact/no-holes", test_no_holes);
  g_test_add_func ("/exact/practice-goes-on", test_practice_goes_on);
  g_test_add_func ("/exact/goes-on", test_goes_on);
  g_test_add_func ("/exact/room-before", test_room_before);
  g_test_add_func ("/exact/one-minute-a-week", test_one_minute_a_week);
  g_test_add_func ("/exact/small-pool", test_small_pool);
  return g_test_run ();
}
