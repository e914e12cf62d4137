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

/* So many minutes a week more, spread over the days of the week that have
 * any in the window or, if none has, over all; the first ones get the rest. */
static void
add_capacity (SegueTestPlan     *plan,
              const SegueRemedy *remedy)
{
  const SegueProblem *before = segue_test_plan_get (plan);
  g_autoptr (SegueTestPlan) copy = segue_test_plan_copy (before);
  const SegueProblem *problem = segue_test_plan_get (copy);

  for (SegueDay day = remedy->from; day <= remedy->until; day++)
    {
      SegueWeekday weekday = segue_day_get_weekday (day);
      gint32 more = remedy->minutes_per_week / 7 + ((gint32) weekday < remedy->minutes_per_week % 7);

      if (more > 0)
        segue_test_plan_period (plan, day, day, segue_test_capacity (problem, day) + more);
      for (guint i = plan->days_off->len; i > 0; i--)
        if (more > 0 && g_array_index (plan->days_off, SegueDay, i - 1) == day)
          g_array_remove_index (plan->days_off, i - 1);
    }
}

static void
apply (SegueTestPlan     *plan,
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
  return same_members (before, a->steps, after, b->steps) && a->from <= b->until && b->from <= a->until;
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

  apply (plan, remedy);
  after = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_DATES, NULL, NULL);
  if (remedy->kind == SEGUE_REMEDY_ROUTE && after->routes[remedy->route].status != SEGUE_ROUTE_CHOSEN)
    return g_strdup_printf ("remedy %d of conflict %d is route %d, whose status is then %d", index, conflict,
                            remedy->route, after->routes[remedy->route].status);
  for (gint32 i = 0; i < after->n_conflicts; i++)
    if (is_same (schedule, &schedule->conflicts[conflict], after, &after->conflicts[i]))
      return g_strdup_printf ("remedy %d (kind %d) leaves conflict %d", index, remedy->kind, conflict);
  return NULL;
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
