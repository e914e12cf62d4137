/* segue-test-remedies.c - whether a remedy removes its conflict
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-validator.h"

#include "support/segue-test-model.h"
#include "support/segue-test-plan.h"

static void
take_route (SegueTestPlan *plan,
            gint32         route)
{
  SegueRouteSpec *routes = (SegueRouteSpec *) plan->routes->data;

  for (guint i = 0; i < plan->routes->len; i++)
    if ((gint32) i != route && routes[i].goal == routes[route].goal)
      routes[i].closed = TRUE;
}

static void
move_rule (SegueTestPlan     *plan,
           const SegueRemedy *remedy)
{
  SegueRuleSpec *rule = &g_array_index (plan->rules, SegueRuleSpec, remedy->rule);

  if (remedy->field == SEGUE_MOVE_DATE)
    rule->date = remedy->value;
  else if (remedy->field == SEGUE_MOVE_MIN)
    rule->min = remedy->value;
  else
    rule->max = remedy->value;
}

/* Where the pattern of the week may change next. */
static SegueDay
next_change (const SegueProblem *problem,
             SegueDay            day,
             SegueDay            end)
{
  for (gint32 i = 0; i < problem->n_periods; i++)
    {
      if (problem->periods[i].begin > day)
        end = MIN (end, problem->periods[i].begin);
      if (problem->periods[i].end > day)
        end = MIN (end, problem->periods[i].end);
    }
  return end;
}

/* Every day of the window gets its share of the week on top of what it has;
 * the first weekdays get the rest, and a day off stays off. */
static void
add_capacity (SegueTestPlan     *plan,
              const SegueRemedy *remedy)
{
  g_autoptr (SegueTestPlan) copy = segue_test_plan_copy (segue_test_plan_get (plan));
  const SegueProblem *before;
  SegueDay end;

  g_array_set_size (copy->days_off, 0);
  before = segue_test_plan_get (copy);
  for (SegueDay begin = remedy->from; begin <= remedy->until; begin = end)
    {
      SeguePeriod *period;

      end = next_change (before, begin, remedy->until + 1);
      period = segue_test_plan_period (plan, begin, end - 1, -1);
      for (SegueDay day = begin; day < end && day < begin + 7; day++)
        {
          gint32 weekday = (gint32) segue_day_get_weekday (day);

          period->minutes[weekday] = segue_test_capacity (before, day) + remedy->minutes_per_week / 7 +
                                     (weekday < remedy->minutes_per_week % 7);
        }
    }
}

/**
 * segue_test_apply_remedy:
 * @plan: a plan
 * @remedy: one change
 *
 * Makes the change, read from the plan model.
 */
void
segue_test_apply_remedy (SegueTestPlan     *plan,
                         const SegueRemedy *remedy)
{
  switch (remedy->kind)
    {
    case SEGUE_REMEDY_ROUTE:
      take_route (plan, remedy->route);
      break;
    case SEGUE_REMEDY_MOVE:
      move_rule (plan, remedy);
      break;
    case SEGUE_REMEDY_DISABLE:
      g_array_index (plan->rules, SegueRuleSpec, remedy->rule).enabled = FALSE;
      break;
    case SEGUE_REMEDY_CAPACITY:
      add_capacity (plan, remedy);
      break;
    case SEGUE_REMEDY_DROP:
      g_array_index (plan->steps, SegueStepSpec, remedy->step).status = SEGUE_STATUS_DROPPED;
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
same_members (const SegueSchedule *a,
              SegueSlice           x,
              const SegueSchedule *b,
              SegueSlice           y)
{
  gint32 n = 0;

  for (gint32 i = 0; i < x.n; i++)
    for (gint32 k = 0; k < y.n; k++)
      n += a->refs[x.first + i] == b->refs[y.first + k];
  return n == x.n && n == y.n;
}

static gboolean
is_same (const SegueSchedule *before,
         const SegueConflict *a,
         const SegueSchedule *after,
         const SegueConflict *b)
{
  if (a->kind != b->kind || a->goal != b->goal || a->route != b->route)
    return FALSE;
  if (a->kind == SEGUE_CONFLICT_EXCLUSIVE)
    return a->exclusive == b->exclusive;
  if (a->kind == SEGUE_CONFLICT_DATES)
    return same_members (before, a->rules, after, b->rules);
  return same_members (before, a->steps, after, b->steps) && same_members (before, a->rules, after, b->rules);
}

/* The last end of what is to be done for a goal. */
static SegueDay
end_of_goal (const SegueProblem  *problem,
             const SegueSchedule *schedule,
             gint32               goal)
{
  SegueDay end = SEGUE_DAY_NONE;

  for (gint32 i = 0; i < problem->n_steps; i++)
    if (problem->steps[i].goal == goal && schedule->steps[i].active &&
        problem->steps[i].status != SEGUE_STATUS_DONE && problem->steps[i].type != SEGUE_STEP_PRACTICE)
      end = MAX (end, schedule->steps[i].end);
  return end;
}

/* What the remedy says of what it costs and leaves. */
static char *
check_cost (const SegueProblem  *problem,
            const SegueConflict *conflict,
            const SegueRemedy   *remedy,
            const SegueSchedule *after,
            gint32               index)
{
  gint32 route = remedy->kind == SEGUE_REMEDY_ROUTE ? remedy->route : conflict->route;
  gint32 n = 0;

  for (gint32 i = 0; i < after->n_conflicts; i++)
    n += after->conflicts[i].goal == conflict->goal && after->conflicts[i].route == route;
  if (remedy->conflicts_left != n)
    return g_strdup_printf ("remedy %d leaves %d conflicts, told are %d", index, n, remedy->conflicts_left);
  if (conflict->goal < 0 || (route >= 0 && after->goals[conflict->goal].chosen != route))
    return NULL;
  if (n == 0 && remedy->goal_end != end_of_goal (problem, after, conflict->goal))
    return g_strdup_printf ("with remedy %d goal %d ends on %d, told is %d", index, conflict->goal,
                            end_of_goal (problem, after, conflict->goal), remedy->goal_end);
  return NULL;
}

static char *
check_remedy (const SegueProblem  *problem,
              const SegueSchedule *schedule,
              gint32               conflict,
              gint32               index)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_copy (problem);
  const SegueRemedy *remedy = &schedule->remedies[index];
  g_autoptr (SegueSchedule) after = NULL;

  segue_test_apply_remedy (plan, remedy);
  after = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_DATES, NULL, NULL);
  if (remedy->kind == SEGUE_REMEDY_ROUTE && after->routes[remedy->route].status != SEGUE_ROUTE_CHOSEN)
    return g_strdup_printf ("remedy %d of conflict %d is route %d, whose status is then %d", index, conflict,
                            remedy->route, after->routes[remedy->route].status);
  for (gint32 i = 0; i < after->n_conflicts; i++)
    if (is_same (schedule, &schedule->conflicts[conflict], after, &after->conflicts[i]))
      return g_strdup_printf ("remedy %d (kind %d) leaves conflict %d", index, remedy->kind, conflict);
  return check_cost (segue_test_plan_get (plan), &schedule->conflicts[conflict], remedy, after, index);
}

/**
 * segue_test_validate_remedies:
 * @problem: what was asked
 * @schedule: what was answered, with remedies
 *
 * Applies each remedy to a copy of the problem and solves that.
 *
 * Returns: (transfer full) (nullable): what is wrong with the first remedy
 *   that does not help, or %NULL
 */
char *
segue_test_validate_remedies (const SegueProblem  *problem,
                              const SegueSchedule *schedule)
{
  char *wrong = NULL;

  for (gint32 i = 0; i < schedule->n_conflicts && !wrong; i++)
    {
      SegueSlice remedies = schedule->conflicts[i].remedies;

      for (gint32 k = remedies.first; k < remedies.first + remedies.n && !wrong; k++)
        wrong = check_remedy (problem, schedule, i, k);
    }
  return wrong;
}
