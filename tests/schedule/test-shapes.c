/* test-shapes.c - plans of shapes that are hard on an engine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-plan.h"
#include "support/segue-test-validator.h"

#define NOW 18995 /* 2022-01-03, a Monday */

static gint32
large (gint32 n)
{
  return g_getenv ("SEGUE_TEST_LONG") ? 10 * n : n;
}

static SegueSchedule *
solve (SegueTestPlan *plan)
{
  const SegueProblem *problem = segue_test_plan_get (plan);
  SegueSchedule *schedule = segue_schedule_solve (problem, SEGUE_SOLVE_LATEST, NULL, NULL);
  g_autofree char *wrong = segue_test_validate (problem, schedule, SEGUE_SOLVE_LATEST);

  g_assert_cmpstr (wrong, ==, NULL);
  return schedule;
}

/* Rules by index: a name for each of so many steps would have to be found. */
static void
follow (SegueTestPlan *plan,
        gint32         step,
        gint32         other,
        gint32         min)
{
  SegueRuleSpec rule = {
    .relation = SEGUE_RELATION_AFTER, .enabled = TRUE, .movable = TRUE, .route = -1,
    .point = { step, SEGUE_SIDE_START }, .other = { other, SEGUE_SIDE_END }, .date = SEGUE_DAY_NONE, .min = min,
  };

  g_array_append_val (plan->rules, rule);
}

static void
fix (SegueTestPlan *plan,
     SegueRelation  relation,
     gint32         step,
     SegueDay       day)
{
  SegueRuleSpec rule = {
    .relation = relation, .enabled = TRUE, .movable = TRUE, .route = -1,
    .point = { step, SEGUE_SIDE_START }, .other = { -1, SEGUE_SIDE_START }, .date = day,
  };

  g_array_append_val (plan->rules, rule);
}

/* Each wants half of a day, and begins the day after the one before. */
static void
test_chain (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;
  gint32 n = large (2000);

  segue_test_plan_week (plan, 60, 60);
  for (gint32 i = 0; i < n; i++)
    {
      segue_test_plan_work (plan, "", 30);
      if (i > 0)
        follow (plan, i, i - 1, 0);
    }
  schedule = solve (plan);
  g_assert_true (schedule->feasible);
  for (gint32 i = 0; i < n; i++)
    g_assert_cmpint (schedule->steps[i].start, ==, NOW + i);
}

/* Milestones only, the last named first, so that the order does not help. */
static void
test_long_chain (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;
  gint32 n = large (10000);

  for (gint32 i = 0; i < n; i++)
    {
      segue_test_plan_milestone (plan, "");
      if (i > 0)
        follow (plan, i - 1, i, 1);
    }
  fix (plan, SEGUE_RELATION_NOT_AFTER, 0, NOW + n + 4);
  schedule = solve (plan);
  g_assert_true (schedule->feasible);
  for (gint32 i = 0; i < n; i++)
    {
      g_assert_cmpint (schedule->steps[i].start, ==, NOW + n - 1 - i);
      g_assert_cmpint (schedule->steps[i].slack, ==, 5);
    }
}

static void
test_star (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;
  gint32 n = large (1000);

  segue_test_plan_week (plan, 100, 0);
  segue_test_plan_milestone (plan, "hub");
  segue_test_plan_milestone (plan, "rim");
  segue_test_plan_on (plan, "hub", NOW + 7);
  for (gint32 i = 0; i < n; i++)
    {
      segue_test_plan_work (plan, "", 10);
      follow (plan, i + 2, 0, 0);
      follow (plan, 1, i + 2, 0);
    }
  schedule = solve (plan);
  g_assert_true (schedule->feasible);
  /* 500 minutes a week, of which the last 100 lie on a Friday. */
  g_assert_cmpint (schedule->steps[1].start, ==, NOW + 7 + n / 50 * 7 - 3);
}

/* Two ways of two days each, over and over. */
static void
test_diamonds (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;
  gint32 n = large (1000);

  for (gint32 i = 0; i < n; i++)
    {
      segue_test_plan_milestone (plan, "");
      segue_test_plan_wait (plan, "", 2);
      segue_test_plan_wait (plan, "", 2);
      follow (plan, 3 * i + 1, 3 * i, 1);
      follow (plan, 3 * i + 2, 3 * i, 1);
      if (i > 0)
        {
          follow (plan, 3 * i, 3 * i - 1, 1);
          follow (plan, 3 * i, 3 * i - 2, 1);
        }
    }
  schedule = solve (plan);
  g_assert_true (schedule->feasible);
  g_assert_cmpint (schedule->steps[3 * n - 3].start, ==, NOW + 3 * (n - 1));
}

/* A day apart each, and the last at most n - 2 days after the first: the one
 * conflict needs all of them. */
static void
test_circle (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;
  gint32 n = large (1000);
  SegueRuleSpec *last;

  for (gint32 i = 0; i < n; i++)
    {
      segue_test_plan_milestone (plan, "");
      if (i > 0)
        follow (plan, i, i - 1, 1);
    }
  follow (plan, n - 1, 0, 0);
  last = &g_array_index (plan->rules, SegueRuleSpec, n - 1);
  last->has_max = TRUE;
  last->max = n - 2;
  schedule = solve (plan);
  g_assert_false (schedule->feasible);
  g_assert_cmpint (schedule->n_conflicts, ==, 1);
  g_assert_cmpint (schedule->conflicts[0].rules.n, ==, n);
  g_assert_cmpint (schedule->conflicts[0].gap, ==, 1);
  g_assert_cmpint (schedule->n_broken, ==, 1);
  g_assert_cmpint (schedule->broken[0].days_late, ==, 1);
  last->max = n - 1;
  g_clear_pointer (&schedule, segue_schedule_free);
  schedule = solve (plan);
  g_assert_true (schedule->feasible);
}

/* Every step has one day, and the work of it just fits. */
static void
test_one_day_windows (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;
  gint32 n = large (500);

  segue_test_plan_week (plan, 60, 60);
  for (gint32 i = 0; i < n; i++)
    {
      segue_test_plan_work (plan, "", 60);
      fix (plan, SEGUE_RELATION_ON, i, NOW + (i * 7) % n);
    }
  schedule = solve (plan);
  g_assert_true (schedule->feasible);
  for (gint32 i = 0; i < n; i++)
    g_assert_cmpint (schedule->steps[i].end, ==, NOW + (i * 7) % n);
}

static void
test_no_capacity (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;

  segue_test_plan_work (plan, "work", 1);
  segue_test_plan_wait (plan, "wait", 3);
  segue_test_plan_practice (plan, "practice", 30);
  segue_test_plan_after (plan, "wait.start", "work.end", 0);
  schedule = solve (plan);
  g_assert_false (schedule->feasible);
  g_assert_cmpint (schedule->steps[0].start, ==, SEGUE_DAY_NONE);
  g_assert_cmpint (schedule->steps[0].end, ==, SEGUE_DAY_NONE);
  g_assert_cmpint (schedule->n_conflicts, >, 0);
  g_assert_cmpint (schedule->conflicts[0].kind, ==, SEGUE_CONFLICT_HOURS);
}

static void
test_one_weekday (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;

  plan->problem.week[SEGUE_WEDNESDAY] = 50;
  segue_test_plan_work (plan, "work", 501);
  segue_test_plan_day_off (plan, NOW + 2 + 7 * 4);
  schedule = solve (plan);
  g_assert_true (schedule->feasible);
  g_assert_cmpint (schedule->steps[0].start, ==, NOW + 2);
  g_assert_cmpint (schedule->steps[0].end, ==, NOW + 2 + 7 * 11);
}

static void
test_extreme_efforts (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;

  segue_test_plan_week (plan, 480, 480);
  segue_test_plan_work (plan, "least", 1);
  segue_test_plan_work (plan, "most", 10000000);
  schedule = solve (plan);
  g_assert_true (schedule->feasible);
  /* 10,000,001 minutes are 20,834 days, of which the last has 161 minutes. */
  g_assert_cmpint (MAX (schedule->steps[0].end, schedule->steps[1].end), ==, NOW + 20833);
  g_clear_pointer (&schedule, segue_schedule_free);
  /* At an hour a day it would take 456 years. */
  segue_test_plan_week (plan, 60, 60);
  schedule = solve (plan);
  g_assert_false (schedule->feasible);
  g_assert_cmpint (schedule->steps[0].start, !=, SEGUE_DAY_NONE);
  g_assert_cmpint (schedule->steps[1].start, ==, SEGUE_DAY_NONE);
}

static void
test_far_years (void)
{
  static const char *const days[] = { "0001-01-01", "1900-02-26", "2000-02-26", "2100-02-26", "2200-12-30", "9890-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      SegueDay now = segue_test_day (days[i]);
      g_autoptr (SegueTestPlan) plan = segue_test_plan_new (now);
      g_autoptr (SegueSchedule) schedule = NULL;

      segue_test_plan_week (plan, 60, 60);
      segue_test_plan_work (plan, "work", 300);
      segue_test_plan_wait (plan, "wait", 10);
      segue_test_plan_milestone (plan, "end");
      segue_test_plan_after (plan, "wait.start", "work.end", 0);
      segue_test_plan_after (plan, "end", "wait.end", 0);
      segue_test_plan_not_after (plan, "end", now + 20);
      schedule = solve (plan);
      g_assert_true (schedule->feasible);
      g_assert_cmpint (schedule->steps[2].start, ==, now + 14);
      g_assert_cmpint (schedule->steps[0].latest_end, ==, now + 10);
    }
}

/* Each of them is wanted on three days at once: all but the last give way. */
static void
test_many_conflicts (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;
  gint32 n = 50;

  for (gint32 i = 0; i < n; i++)
    {
      segue_test_plan_milestone (plan, "");
      fix (plan, SEGUE_RELATION_ON, i, NOW + i);
      fix (plan, SEGUE_RELATION_ON, i, NOW + i + 10);
      fix (plan, SEGUE_RELATION_ON, i, NOW + i + 20);
    }
  schedule = solve (plan);
  g_assert_false (schedule->feasible);
  g_assert_cmpint (schedule->n_broken, ==, 2 * n);
  for (gint32 i = 0; i < n; i++)
    g_assert_cmpint (schedule->steps[i].start, ==, NOW + i + 20);
}

/* An hour each, and an hour a day: those that come too late are told, no more. */
static void
test_crowd (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;
  gint32 n = large (300);
  gint32 room = n / 3;

  segue_test_plan_week (plan, 60, 60);
  for (gint32 i = 0; i < n; i++)
    {
      segue_test_plan_work (plan, "", 60);
      fix (plan, SEGUE_RELATION_NOT_AFTER, i, NOW + room - 1);
    }
  schedule = solve (plan);
  g_assert_false (schedule->feasible);
  g_assert_cmpint (schedule->n_broken, ==, n - room);
  for (gint32 i = 0; i < n; i++)
    g_assert_cmpint (schedule->steps[i].end, !=, SEGUE_DAY_NONE);
}

/* Three years of work each: not all fit into a hundred, in a plan that is large
 * enough for all that have no hours to be left out at once. */
static void
test_longer_than_a_life (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;
  gint32 n = 40;
  gint32 n_placed = 0;

  segue_test_plan_week (plan, 60, 60);
  for (gint32 i = 0; i < n; i++)
    {
      segue_test_plan_work (plan, "", 3 * 365 * 60);
      segue_test_plan_work (plan, "", 30);
      follow (plan, 2 * i + 1, 2 * i, 0);
    }
  for (gint32 i = 0; i < 2000; i++)
    segue_test_plan_milestone (plan, "");
  schedule = solve (plan);
  g_assert_false (schedule->feasible);
  for (gint32 i = 0; i < n; i++)
    n_placed += schedule->steps[2 * i].end != SEGUE_DAY_NONE;
  g_assert_cmpint (n_placed, ==, 33);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shapes/chain", test_chain);
  g_test_add_func ("/shapes/long-chain", test_long_chain);
  g_test_add_func ("/shapes/star", test_star);
  g_test_add_func ("/shapes/diamonds", test_diamonds);
  g_test_add_func ("/shapes/circle", test_circle);
  g_test_add_func ("/shapes/one-day-windows", test_one_day_windows);
  g_test_add_func ("/shapes/no-capacity", test_no_capacity);
  g_test_add_func ("/shapes/one-weekday", test_one_weekday);
  g_test_add_func ("/shapes/extreme-efforts", test_extreme_efforts);
  g_test_add_func ("/shapes/far-years", test_far_years);
  g_test_add_func ("/shapes/many-conflicts", test_many_conflicts);
  g_test_add_func ("/shapes/crowd", test_crowd);
  g_test_add_func ("/shapes/longer-than-a-life", test_longer_than_a_life);
  return g_test_run ();
}
