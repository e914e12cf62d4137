/* test-brute.c - the engine against a search that leaves nothing out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-brute.h"
#include "support/segue-test-judge.h"
#include "support/segue-test-model.h"
#include "support/segue-test-network.h"
#include "support/segue-test-random.h"

#define NOW 18995 /* 2022-01-03, a Monday */

static SegueTestAnswer
exists (SegueTestPlan *plan,
        gint64         below)
{
  static const gint32 none[8] = { -1, -1, -1, -1, -1, -1, -1, -1 };

  return segue_test_brute_exists (segue_test_plan_get (plan), none, (gint32) plan->goals->len, below);
}

/* Three minutes of work in a window that has @capacity minutes a day on two days. */
static SegueTestPlan *
two_days (gint32 capacity)
{
  SegueTestPlan *plan = segue_test_plan_new (NOW);

  segue_test_plan_week (plan, capacity, 0);
  segue_test_plan_work (plan, "a", 3);
  segue_test_plan_not_after (plan, "a.end", NOW + 1);
  return plan;
}

static void
test_hours (void)
{
  g_autoptr (SegueTestPlan) enough = two_days (2);
  g_autoptr (SegueTestPlan) scarce = two_days (1);
  g_autoptr (SegueTestPlan) limited = two_days (2);
  g_autoptr (SegueTestPlan) minimum = two_days (2);
  g_autoptr (SegueTestPlan) weekday = two_days (2);
  g_autoptr (SegueTestPlan) practice = two_days (2);

  g_assert_cmpint (exists (enough, G_MAXINT64), ==, SEGUE_TEST_YES);
  g_assert_cmpint (exists (scarce, G_MAXINT64), ==, SEGUE_TEST_NO);
  segue_test_plan_step (limited, "a")->max_per_day = 1;
  g_assert_cmpint (exists (limited, G_MAXINT64), ==, SEGUE_TEST_NO);
  segue_test_plan_step (minimum, "a")->min_per_day = 2;
  g_assert_cmpint (exists (minimum, G_MAXINT64), ==, SEGUE_TEST_YES);
  segue_test_plan_step (minimum, "a")->min_per_day = 3;
  g_assert_cmpint (exists (minimum, G_MAXINT64), ==, SEGUE_TEST_NO);
  segue_test_plan_step (weekday, "a")->weekdays = 0x7e;
  g_assert_cmpint (exists (weekday, G_MAXINT64), ==, SEGUE_TEST_NO);
  segue_test_plan_practice (practice, "p", 1);
  g_assert_cmpint (exists (practice, G_MAXINT64), ==, SEGUE_TEST_NO);
  segue_test_plan_not_before (practice, "p.start", NOW + 1);
  g_assert_cmpint (exists (practice, G_MAXINT64), ==, SEGUE_TEST_YES);
}

static void
test_contiguous (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);

  segue_test_plan_week (plan, 1, 0);
  segue_test_plan_work (plan, "a", 2)->contiguous = TRUE;
  segue_test_plan_not_after (plan, "a.start", NOW);
  segue_test_plan_not_before (plan, "a.end", NOW + 2);
  g_assert_cmpint (exists (plan, G_MAXINT64), ==, SEGUE_TEST_NO);
  segue_test_plan_work (plan, "b", 1);
  g_assert_cmpint (exists (plan, G_MAXINT64), ==, SEGUE_TEST_YES);
  segue_test_plan_not_before (plan, "b.start", NOW + 2);
  g_assert_cmpint (exists (plan, G_MAXINT64), ==, SEGUE_TEST_NO);
}

static void
test_waits (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  SegueStepSpec *step;

  segue_test_plan_week (plan, 2, 0);
  segue_test_plan_pool (plan, 3);
  step = segue_test_plan_wait (plan, "a", 3);
  step->has_load = TRUE;
  step->load[SEGUE_MONDAY] = step->load[SEGUE_TUESDAY] = step->load[SEGUE_WEDNESDAY] = 2;
  segue_test_plan_need (plan, 0, 2);
  segue_test_plan_wait (plan, "b", 2);
  segue_test_plan_need (plan, 0, 2);
  segue_test_plan_work (plan, "c", 5);
  segue_test_plan_not_after (plan, "a.end", NOW + 2);
  segue_test_plan_not_after (plan, "c.end", NOW + 7);
  g_assert_cmpint (exists (plan, G_MAXINT64), ==, SEGUE_TEST_YES);
  /* Four minutes are left this week, and two next Monday. */
  segue_test_plan_step (plan, "c")->effort[SEGUE_ESTIMATE_LIKELY] = 7;
  g_assert_cmpint (exists (plan, G_MAXINT64), ==, SEGUE_TEST_NO);
  segue_test_plan_step (plan, "c")->effort[SEGUE_ESTIMATE_LIKELY] = 1;
  segue_test_plan_not_after (plan, "b.end", NOW + 4);
  g_assert_cmpint (exists (plan, G_MAXINT64), ==, SEGUE_TEST_YES);
  segue_test_plan_not_after (plan, "b.end", NOW + 3);
  g_assert_cmpint (exists (plan, G_MAXINT64), ==, SEGUE_TEST_NO);
}

static void
test_lateness (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);

  segue_test_plan_week (plan, 1, 1);
  segue_test_plan_work (plan, "a", 2)->target = NOW + 1;
  segue_test_plan_step (plan, "a")->importance = 1;
  segue_test_plan_work (plan, "b", 1)->target = NOW;
  segue_test_plan_step (plan, "b")->importance = 3;
  /* b first: a is a day late. a first would cost 3 × 2. */
  g_assert_cmpint (exists (plan, 2), ==, SEGUE_TEST_YES);
  g_assert_cmpint (exists (plan, 1), ==, SEGUE_TEST_NO);
}

/* What one step does may take the last day on which another can begin. */
static void
test_last_day (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);

  segue_test_plan_week (plan, 1, 1);
  segue_test_plan_work (plan, "a", 1);
  segue_test_plan_work (plan, "b", 1)->target = NOW;
  segue_test_plan_step (plan, "b")->importance = 1;
  segue_test_plan_not_before (plan, "a.start", NOW + 1);
  segue_test_plan_after (plan, "b.end", "a.start", 0);
  g_assert_cmpint (exists (plan, 3), ==, SEGUE_TEST_YES);
  g_assert_cmpint (exists (plan, 2), ==, SEGUE_TEST_NO);
}

static void
test_routes (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueTestChoice) choice = NULL;
  const gint32 both[] = { 1, 2 };

  segue_test_plan_goal (plan, 3, 2);
  segue_test_plan_goal (plan, 3, 2);
  segue_test_plan_milestone (plan, "a")->route = 0;
  segue_test_plan_step (plan, "a")->goal = 0;
  segue_test_plan_not_after (plan, "a", NOW - 1);
  segue_test_plan_exclusive (plan, both, 2, NULL, 0);
  choice = segue_test_brute_choose (segue_test_plan_get (plan));
  g_assert_true (choice->known && choice->feasible);
  g_assert_cmpint (choice->n_judged, ==, 2);
  g_assert_cmpint (choice->chosen[0], ==, 1);
  g_assert_cmpint (choice->chosen[1], ==, 3);
}

/* Without work, loads and pools the search has to agree with the network. */
static void
test_dates (void)
{
  const SegueTestKnobs knobs = { SEGUE_TEST_MAX_LAGS | SEGUE_TEST_NEGATIVE_LAGS, 5, 7, 8 };
  gint32 n[2] = { 0, 0 };

  for (guint64 seed = 0; seed < 500; seed++)
    {
      SegueTestSource source = segue_test_source_seed (seed);
      g_autoptr (SegueTestPlan) plan = segue_test_plan_draw (&source, &knobs);
      const SegueProblem *problem = segue_test_plan_get (plan);
      g_autoptr (SegueTestNetwork) network = segue_test_network_new (problem);
      gboolean consistent;

      for (guint i = 0; i < plan->steps->len; i++)
        {
          SegueStepSpec *step = &g_array_index (plan->steps, SegueStepSpec, i);

          if (step->type == SEGUE_STEP_WORK)
            step->type = SEGUE_STEP_MILESTONE;
          segue_test_network_add_step (network, (gint32) i);
        }
      for (gint32 i = 0; i < problem->n_rules; i++)
        segue_test_network_add_rule (network, i);
      consistent = segue_test_network_consistent (network, -1);
      g_assert_cmpint (exists (plan, G_MAXINT64), ==, consistent ? SEGUE_TEST_YES : SEGUE_TEST_NO);
      n[consistent]++;
    }
  g_assert_cmpint (MIN (n[0], n[1]), >, 50);
}

/* ---- the engine against all of this ----------------------------------- */

typedef struct
{
  const char *path;
  SegueTestFeatures features;
  guint n_plans;
} Kind;

#define LAGS (SEGUE_TEST_MAX_LAGS | SEGUE_TEST_NEGATIVE_LAGS)

static const Kind kinds[] = {
  { "/brute/engine/plain", LAGS, 60 },
  { "/brute/engine/limits", LAGS | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_CALENDAR, 60 },
  { "/brute/engine/targets", LAGS | SEGUE_TEST_TARGETS, 60 },
  { "/brute/engine/goals", LAGS | SEGUE_TEST_GOALS | SEGUE_TEST_CLOSED | SEGUE_TEST_EXCLUSIVE | SEGUE_TEST_RULES_OFF, 60 },
  { "/brute/engine/progress", LAGS | SEGUE_TEST_PROGRESS | SEGUE_TEST_HISTORY, 60 },
  { "/brute/engine/pools", LAGS | SEGUE_TEST_LOADS | SEGUE_TEST_POOLS, 60 },
  { "/brute/engine/practice", LAGS | SEGUE_TEST_PRACTICE, 60 },
  { "/brute/engine/contiguous", LAGS | SEGUE_TEST_CONTIGUOUS, 60 },
  { "/brute/engine/anything", SEGUE_TEST_ANYTHING & ~SEGUE_TEST_PRACTICE_TIED, 60 },
};

static void
test_engine (gconstpointer data)
{
  const Kind *kind = data;
  const SegueTestKnobs knobs = { kind->features, 5, 7, 12 };
  guint n = kind->n_plans * (g_getenv ("SEGUE_TEST_LONG") ? 100 : 1);
  SegueTestCount count = { 0, 0, 0 };

  for (guint64 seed = 0; seed < n; seed++)
    {
      SegueTestSource source = segue_test_source_seed (seed);
      g_autoptr (SegueTestPlan) plan = segue_test_plan_draw (&source, &knobs);

      segue_test_assert_just (segue_test_plan_get (plan), SEGUE_TEST_ALL, seed, &count);
    }
  g_test_message ("%u feasible, %u not, %u searched to the end", count.n_feasible, count.n_infeasible, count.n_searched);
  g_assert_cmpuint (count.n_feasible, >, n / 10);
  g_assert_cmpuint (count.n_infeasible, >, n / 50);
  g_assert_cmpuint (count.n_searched, >, n / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brute/hours", test_hours);
  g_test_add_func ("/brute/contiguous", test_contiguous);
  g_test_add_func ("/brute/waits", test_waits);
  g_test_add_func ("/brute/lateness", test_lateness);
  g_test_add_func ("/brute/last-day", test_last_day);
  g_test_add_func ("/brute/routes", test_routes);
  g_test_add_func ("/brute/dates", test_dates);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_add_data_func (kinds[i].path, &kinds[i], test_engine);
  return g_test_run ();
}
