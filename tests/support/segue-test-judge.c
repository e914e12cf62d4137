/* segue-test-judge.c - solves a problem and judges the answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-judge.h"

#include "support/segue-test-brute.h"
#include "support/segue-test-json.h"
#include "support/segue-test-validator.h"

static char *
compare_goal (const SegueProblem    *problem,
              const SegueSchedule   *schedule,
              const SegueTestChoice *choice,
              gint32                 goal)
{
  const SegueGoalSpec *spec = &problem->goals[goal];

  for (gint32 i = spec->first_route; i < spec->first_route + spec->n_routes; i++)
    {
      SegueRouteStatus status = schedule->routes[i].status;

      if (status != SEGUE_ROUTE_CLOSED && (status == SEGUE_ROUTE_INFEASIBLE) == choice->possible[i])
        return g_strdup_printf ("route %d is %s, its status is %d", i,
                                choice->possible[i] ? "possible" : "impossible", status);
    }
  if (choice->chosen[goal] >= 0 && schedule->goals[goal].chosen != choice->chosen[goal])
    return g_strdup_printf ("goal %d has chosen route %d, the best is %d", goal, schedule->goals[goal].chosen,
                            choice->chosen[goal]);
  return NULL;
}

static char *
compare_lateness (const SegueProblem    *problem,
                  const SegueSchedule   *schedule,
                  const SegueTestChoice *choice)
{
  gint64 lateness = segue_test_lateness (problem, schedule);
  gint64 least = 0;

  if (lateness == 0 ||
      segue_test_brute_exists (problem, choice->chosen, problem->n_goals, lateness) != SEGUE_TEST_YES)
    return NULL;
  while (segue_test_brute_exists (problem, choice->chosen, problem->n_goals, least + 1) != SEGUE_TEST_YES)
    least++;
  return g_strdup_printf ("the weighted lateness is %" G_GINT64_FORMAT ", the least is %" G_GINT64_FORMAT,
                          lateness, least);
}

/* What comes after the first goal without a route is not compared. */
static char *
compare (const SegueProblem  *problem,
         const SegueSchedule *schedule,
         SegueTestCount      *count)
{
  g_autoptr (SegueTestChoice) choice = segue_test_brute_choose (problem);
  char *wrong = NULL;

  if (!choice->known)
    return NULL;
  count->n_searched++;
  if (!choice->feasible != !schedule->feasible)
    wrong = g_strdup_printf ("the plan is %s, told is the opposite", choice->feasible ? "feasible" : "not feasible");
  for (gint32 i = 0; i < choice->n_judged && !wrong; i++)
    wrong = compare_goal (problem, schedule, choice, i);
  if (!wrong && schedule->feasible)
    wrong = compare_lateness (problem, schedule, choice);
  return wrong;
}

static SegueSolveFlags
flags_of (SegueTestChecks checks)
{
  SegueSolveFlags flags = SEGUE_SOLVE_DATES;

  if (checks & SEGUE_TEST_LATEST)
    flags |= SEGUE_SOLVE_LATEST;
  if (checks & SEGUE_TEST_REMEDIES)
    flags |= SEGUE_SOLVE_REMEDIES;
  return flags;
}

/**
 * segue_test_judge:
 * @problem: a problem; a small one for exhaustive search
 * @checks: what to look at
 * @count: (inout): what was seen
 *
 * Returns: (transfer full) (nullable): the first thing that is wrong
 */
char *
segue_test_judge (const SegueProblem *problem,
                  SegueTestChecks     checks,
                  SegueTestCount     *count)
{
  SegueSolveFlags flags = flags_of (checks);
  g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, flags, NULL, NULL);
  char *wrong = segue_test_validate (problem, schedule, flags);

  if (schedule->feasible)
    count->n_feasible++;
  else
    count->n_infeasible++;
  if (!wrong && (checks & SEGUE_TEST_BRUTE))
    wrong = compare (problem, schedule, count);
  if (!wrong && (checks & SEGUE_TEST_EARLIEST) && schedule->feasible)
    wrong = segue_test_validate_earliest (problem, schedule);
  if (!wrong && (checks & SEGUE_TEST_REMEDIES))
    wrong = segue_test_validate_remedies (problem, schedule);
  return wrong;
}

/* The same; what is wrong ends the test, with a plan that can be replayed. */
void
segue_test_assert_just (const SegueProblem *problem,
                        SegueTestChecks     checks,
                        guint64             seed,
                        SegueTestCount     *count)
{
  g_autofree char *wrong = segue_test_judge (problem, checks, count);
  g_autofree char *json = NULL;

  if (wrong == NULL)
    return;
  json = segue_test_problem_to_json (problem);
  g_test_message ("seed %" G_GUINT64_FORMAT ": %s\n%s", seed, wrong, json);
  g_error ("seed %" G_GUINT64_FORMAT ": %s", seed, wrong);
}
