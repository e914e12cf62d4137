/* test-sample.c - the sample plan, from product manager to graduate school
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-schedule.h"

#include "support/segue-test-plan.h"
#include "support/segue-test-validator.h"

#define DAY(text) segue_test_day (text)

enum { STOCK, GRAD, REST, PRODUCT };
enum { SPRING_23, FALL_23, SPRING_24 };

typedef struct
{
  SegueTestPlan *plan;
  gint32 enrol_s23_day, resign_s23, exercise_employed, exercise_from, apply_s23_by;
} Sample;

static void
add_capacity (SegueTestPlan *plan)
{
  static const gint32 week[] = { 90, 90, 90, 90, 0, 300, 240 };
  SeguePeriod *period;

  for (int i = 0; i < 7; i++)
    plan->problem.week[i] = week[i];
  period = segue_test_plan_period (plan, DAY ("2022-11-14"), DAY ("2022-11-28"), 0);
  period->minutes[4] = period->minutes[5] = period->minutes[6] = -1;
  segue_test_plan_day_off (plan, DAY ("2022-09-09"));
  segue_test_plan_day_off (plan, DAY ("2022-09-10"));
  segue_test_plan_day_off (plan, DAY ("2022-09-11"));
  segue_test_plan_day_off (plan, DAY ("2023-01-21"));
  segue_test_plan_day_off (plan, DAY ("2023-01-22"));
}

static SegueStepSpec *
owned (SegueStepSpec *step,
       gint32         goal,
       gint32         route)
{
  step->goal = goal;
  step->route = route;
  step->importance = goal == STOCK || goal == GRAD ? 5 : 3;
  return step;
}

static void
add_steps (SegueTestPlan *plan)
{
  owned (segue_test_plan_work (plan, "english", 4800), GRAD, -1)->max_per_day = 120;
  owned (segue_test_plan_work (plan, "lectures", 3600), GRAD, -1);
  owned (segue_test_plan_work (plan, "project", 7200), GRAD, -1)->max_per_day = 240;
  owned (segue_test_plan_work (plan, "domain", 1200), GRAD, -1);
  owned (segue_test_plan_work (plan, "contact", 480), GRAD, -1);
  owned (segue_test_plan_work (plan, "statement", 1500), GRAD, -1);
  owned (segue_test_plan_milestone (plan, "apply-s23"), GRAD, SPRING_23);
  owned (segue_test_plan_milestone (plan, "enrol-s23"), GRAD, SPRING_23);
  owned (segue_test_plan_milestone (plan, "apply-f23"), GRAD, FALL_23);
  owned (segue_test_plan_milestone (plan, "result-f23"), GRAD, FALL_23)->gate = TRUE;
  owned (segue_test_plan_milestone (plan, "enrol-f23"), GRAD, FALL_23);
  owned (segue_test_plan_milestone (plan, "apply-s24"), GRAD, SPRING_24);
  owned (segue_test_plan_milestone (plan, "result-s24"), GRAD, SPRING_24)->gate = TRUE;
  owned (segue_test_plan_milestone (plan, "enrol-s24"), GRAD, SPRING_24);
  owned (segue_test_plan_milestone (plan, "exercise"), STOCK, -1);
  owned (segue_test_plan_milestone (plan, "resign"), GRAD, -1);
  owned (segue_test_plan_wait (plan, "sabbatical", 30), REST, -1);
  owned (segue_test_plan_wait (plan, "ops", 180), PRODUCT, -1)->target = DAY ("2022-12-16");
  owned (segue_test_plan_wait (plan, "metrics", 150), PRODUCT, -1)->target = DAY ("2023-06-30");
}

static gint32
index_of (SegueTestPlan *plan,
          SegueRuleSpec *rule,
          SegueCertainty certainty)
{
  rule->certainty = certainty;
  return (gint32) plan->rules->len - 1;
}

static void
add_terms (Sample *sample)
{
  SegueTestPlan *plan = sample->plan;

  sample->enrol_s23_day = index_of (plan, segue_test_plan_on (plan, "enrol-s23", DAY ("2023-03-01")), SEGUE_CERTAINTY_CONFIRMED);
  sample->apply_s23_by = index_of (plan, segue_test_plan_not_after (plan, "apply-s23", DAY ("2022-07-06")), SEGUE_CERTAINTY_ASSUMED);
  segue_test_plan_not_before (plan, "apply-f23", DAY ("2023-03-27"))->certainty = SEGUE_CERTAINTY_ASSUMED;
  segue_test_plan_not_after (plan, "apply-f23", DAY ("2023-04-05"))->certainty = SEGUE_CERTAINTY_ASSUMED;
  segue_test_plan_on (plan, "result-f23", DAY ("2023-06-15"))->certainty = SEGUE_CERTAINTY_ASSUMED;
  segue_test_plan_on (plan, "enrol-f23", DAY ("2023-09-01"));
  segue_test_plan_not_before (plan, "apply-s24", DAY ("2023-06-27"))->certainty = SEGUE_CERTAINTY_ASSUMED;
  segue_test_plan_not_after (plan, "apply-s24", DAY ("2023-07-06"))->certainty = SEGUE_CERTAINTY_ASSUMED;
  segue_test_plan_on (plan, "result-s24", DAY ("2023-09-14"))->certainty = SEGUE_CERTAINTY_ASSUMED;
  segue_test_plan_on (plan, "enrol-s24", DAY ("2024-03-04"));
  sample->resign_s23 = index_of (plan, segue_test_plan_after (plan, "enrol-s23", "resign", 1), SEGUE_CERTAINTY_CONFIRMED);
  segue_test_plan_after (plan, "enrol-f23", "resign", 1);
  segue_test_plan_after (plan, "enrol-s24", "resign", 1);
  segue_test_plan_after (plan, "resign", "result-f23", 0);
  segue_test_plan_after (plan, "resign", "result-s24", 0);
}

static void
add_rules (Sample *sample)
{
  SegueTestPlan *plan = sample->plan;

  add_terms (sample);
  sample->exercise_from = index_of (plan, segue_test_plan_not_before (plan, "exercise", DAY ("2023-04-01")), SEGUE_CERTAINTY_CONFIRMED);
  sample->exercise_employed = index_of (plan, segue_test_plan_after (plan, "resign", "exercise", 0), SEGUE_CERTAINTY_ASSUMED);
  segue_test_plan_not_before (plan, "sabbatical.start", DAY ("2023-05-01"));
  segue_test_plan_after (plan, "resign", "sabbatical.end", 0);
  segue_test_plan_within (plan, "apply-s23", "english.end", 14, 730);
  segue_test_plan_within (plan, "apply-f23", "english.end", 14, 730);
  segue_test_plan_within (plan, "apply-s24", "english.end", 14, 730);
  segue_test_plan_after (plan, "metrics.start", "ops.end", 0);
  segue_test_plan_after (plan, "project.start", "lectures.end", 0);
  segue_test_plan_after (plan, "contact.start", "domain.end", 0);
  segue_test_plan_not_before (plan, "contact.start", DAY ("2023-01-02"));
  segue_test_plan_after (plan, "statement.start", "contact.end", 7);
  segue_test_plan_after (plan, "apply-f23", "statement.end", 0);
  segue_test_plan_after (plan, "apply-s24", "statement.end", 0);
  segue_test_plan_after (plan, "apply-f23", "project.end", 0);
  segue_test_plan_after (plan, "apply-s24", "project.end", 0);
}

static void
sample_set_up (Sample        *sample,
               gconstpointer  data)
{
  sample->plan = segue_test_plan_new (DAY ("2022-06-06"));
  add_capacity (sample->plan);
  segue_test_plan_goal (sample->plan, 5, 0);
  segue_test_plan_goal (sample->plan, 5, 3);
  segue_test_plan_goal (sample->plan, 3, 0);
  segue_test_plan_goal (sample->plan, 3, 0);
  add_steps (sample->plan);
  add_rules (sample);
}

static void
sample_tear_down (Sample        *sample,
                  gconstpointer  data)
{
  segue_test_plan_free (sample->plan);
}

static void
print_schedule (SegueTestPlan       *plan,
                const SegueSchedule *schedule)
{
  for (gint32 i = 0; i < schedule->n_steps; i++)
    {
      const SegueStepResult *step = &schedule->steps[i];
      char days[4][SEGUE_DAY_TEXT_SIZE] = { "", "", "", "" };
      const SegueDay values[] = { step->start, step->end, step->latest_start, step->latest_end };

      for (int k = 0; k < 4; k++)
        if (values[k] != SEGUE_DAY_NONE)
          segue_day_format (values[k], days[k]);
      if (step->active)
        g_test_message ("%-12s %10s %10s  latest %10s %10s  slack %d late %d",
                        (char *) g_ptr_array_index (plan->names, i), days[0], days[1], days[2], days[3],
                        step->slack, step->late_days);
    }
}

static void
check_valid (const SegueProblem  *problem,
             const SegueSchedule *schedule,
             SegueSolveFlags      flags)
{
  g_autofree char *wrong = segue_test_validate (problem, schedule, flags);

  g_assert_cmpstr (wrong, ==, NULL);
}

static void
test_routes (Sample        *sample,
             gconstpointer  data)
{
  const SegueProblem *problem = segue_test_plan_get (sample->plan);
  g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, SEGUE_SOLVE_ALL, NULL, NULL);

  print_schedule (sample->plan, schedule);
  check_valid (problem, schedule, SEGUE_SOLVE_ALL);
  g_assert_true (schedule->feasible);
  g_assert_cmpint (schedule->goals[GRAD].chosen, ==, FALL_23);
  g_assert_cmpint (schedule->goals[STOCK].chosen, ==, -1);
  g_assert_cmpint (schedule->routes[SPRING_23].status, ==, SEGUE_ROUTE_INFEASIBLE);
  g_assert_cmpint (schedule->routes[FALL_23].status, ==, SEGUE_ROUTE_CHOSEN);
  g_assert_cmpint (schedule->routes[SPRING_24].status, ==, SEGUE_ROUTE_OPEN);
}

/* Why not this spring: one conflict, four rules in a chain, 32 days. */
static void
test_conflict (Sample        *sample,
               gconstpointer  data)
{
  g_autoptr (SegueSchedule) schedule =
    segue_schedule_solve (segue_test_plan_get (sample->plan), SEGUE_SOLVE_DATES, NULL, NULL);
  const gint32 chain[] = { sample->enrol_s23_day, sample->resign_s23,
                           sample->exercise_employed, sample->exercise_from };
  const SegueConflict *conflict;

  g_assert_cmpint (schedule->n_conflicts, ==, 1);
  conflict = &schedule->conflicts[0];
  g_assert_cmpint (conflict->kind, ==, SEGUE_CONFLICT_DATES);
  g_assert_cmpint (conflict->route, ==, SPRING_23);
  g_assert_cmpint (conflict->gap, ==, 32);
  g_assert_cmpint (conflict->rules.n, ==, 4);
  for (gint32 i = 0; i < 4; i++)
    g_assert_cmpint (schedule->refs[conflict->rules.first + i], ==, chain[i]);
}

static const SegueRemedy *
find_remedy (const SegueSchedule *schedule,
             SegueRemedyKind      kind)
{
  SegueSlice remedies = schedule->conflicts[0].remedies;

  for (gint32 i = 0; i < remedies.n; i++)
    if (schedule->remedies[remedies.first + i].kind == kind)
      return &schedule->remedies[remedies.first + i];
  return NULL;
}

/* Take the fall; or take the agreement's word less seriously, and lack hours. */
static void
test_remedies (Sample        *sample,
               gconstpointer  data)
{
  const SegueProblem *problem = segue_test_plan_get (sample->plan);
  g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, SEGUE_SOLVE_ALL, NULL, NULL);
  const SegueRemedy *route = find_remedy (schedule, SEGUE_REMEDY_ROUTE);
  const SegueRemedy *without = find_remedy (schedule, SEGUE_REMEDY_DISABLE);

  check_valid (problem, schedule, SEGUE_SOLVE_ALL);
  g_assert_nonnull (route);
  g_assert_cmpint (route->route, ==, FALL_23);
  g_assert_cmpint (route->goal_end, ==, DAY ("2023-09-01"));
  g_assert_cmpint (route->days_later, ==, 184);
  g_assert_true (route->is_wished);
  g_assert_cmpint (route->conflicts_left, ==, 0);
  g_assert_nonnull (without);
  g_assert_cmpint (without->rule, ==, sample->exercise_employed);
  g_assert_cmpint (without->conflicts_left, ==, 1);
  g_assert_cmpint (without->short_left, >, 0);
  g_assert_null (find_remedy (schedule, SEGUE_REMEDY_CAPACITY));
}

/* Nothing done until then, and the fall can still be reached; a day later not. */
static void
test_reachable (Sample        *sample,
                gconstpointer  data)
{
  g_autoptr (SegueSchedule) schedule =
    segue_schedule_solve (segue_test_plan_get (sample->plan), SEGUE_SOLVE_REACHABLE, NULL, NULL);
  SegueDay until = schedule->routes[FALL_23].reachable_until;

  g_assert_cmpint (schedule->routes[SPRING_23].reachable_until, ==, SEGUE_DAY_NONE);
  g_assert_cmpint (schedule->routes[SPRING_24].reachable_until, >, until);
  for (gint32 late = 0; late < 2; late++)
    {
      g_autoptr (SegueSchedule) later = NULL;

      sample->plan->problem.now = until + late;
      later = segue_schedule_solve (segue_test_plan_get (sample->plan), SEGUE_SOLVE_DATES, NULL, NULL);
      g_assert_cmpint (later->goals[GRAD].chosen, ==, late ? SPRING_24 : FALL_23);
    }
}

/* The same twice, and the same once more with the schedule before at hand. */
static void
test_repeats (Sample        *sample,
              gconstpointer  data)
{
  const SegueProblem *problem = segue_test_plan_get (sample->plan);
  g_autoptr (SegueSchedule) one = segue_schedule_solve (problem, SEGUE_SOLVE_DATES, NULL, NULL);
  g_autoptr (SegueSchedule) two = segue_schedule_solve (problem, SEGUE_SOLVE_DATES, one, NULL);

  g_assert_cmpmem (one->minutes, sizeof (SegueMinutes) * one->n_minutes,
                   two->minutes, sizeof (SegueMinutes) * two->n_minutes);
  for (gint32 i = 0; i < one->n_steps; i++)
    {
      g_assert_cmpint (one->steps[i].start, ==, two->steps[i].start);
      g_assert_cmpint (one->steps[i].end, ==, two->steps[i].end);
    }
}

static void
test_cancelled (Sample        *sample,
                gconstpointer  data)
{
  const gint cancelled = 1;

  g_assert_null (segue_schedule_solve (segue_test_plan_get (sample->plan), SEGUE_SOLVE_ALL, NULL, &cancelled));
}

#define ADD(path, function) \
  g_test_add (path, Sample, NULL, sample_set_up, function, sample_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/sample/routes", test_routes);
  ADD ("/sample/conflict", test_conflict);
  ADD ("/sample/remedies", test_remedies);
  ADD ("/sample/reachable", test_reachable);
  ADD ("/sample/repeats", test_repeats);
  ADD ("/sample/cancelled", test_cancelled);

  return g_test_run ();
}
