/* segue-test-routes.c - whether the state of goals and routes fits together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-validator.h"

#include "support/segue-test-model.h"

static char *
check_slice (const SegueSchedule *schedule,
             SegueSlice           slice,
             gint32               goal,
             gint32               route)
{
  if (slice.n < 0 || slice.first < 0 || slice.first + (gint64) slice.n > schedule->n_conflict_refs)
    return g_strdup_printf ("the conflicts of goal %d, route %d lie outside", goal, route);
  for (gint32 i = 0; i < slice.n; i++)
    {
      gint32 index = schedule->conflict_refs[slice.first + i];
      const SegueConflict *conflict;

      if (index < 0 || index >= schedule->n_conflicts)
        return g_strdup_printf ("goal %d, route %d names conflict %d", goal, route, index);
      conflict = &schedule->conflicts[index];
      if (conflict->goal != goal || conflict->route != route)
        return g_strdup_printf ("conflict %d of goal %d, route %d says it is of goal %d, route %d", index,
                                goal, route, conflict->goal, conflict->route);
    }
  return NULL;
}

static char *
check_route (const SegueProblem  *problem,
             const SegueSchedule *schedule,
             gint32               index)
{
  const SegueRouteResult *route = &schedule->routes[index];
  gint32 goal = problem->routes[index].goal;
  gboolean closed = segue_test_route_closed (problem, index);

  if (closed != (route->status == SEGUE_ROUTE_CLOSED))
    return g_strdup_printf ("route %d is %s", index, closed ? "closed and not told so" : "told to be closed");
  if (route->status == SEGUE_ROUTE_INFEASIBLE && route->conflicts.n == 0)
    return g_strdup_printf ("route %d is infeasible without a conflict", index);
  if (route->status != SEGUE_ROUTE_INFEASIBLE && route->conflicts.n > 0)
    return g_strdup_printf ("route %d has conflicts and status %d", index, route->status);
  if ((route->status == SEGUE_ROUTE_CHOSEN) != (schedule->goals[goal].chosen == index) &&
      !(route->status == SEGUE_ROUTE_INFEASIBLE && schedule->goals[goal].chosen == index))
    return g_strdup_printf ("route %d has status %d and goal %d has chosen %d", index, route->status, goal,
                            schedule->goals[goal].chosen);
  return check_slice (schedule, route->conflicts, goal, index);
}

/* The chosen route is the first that is neither closed nor infeasible, or the
 * first that is not closed. */
static char *
check_choice (const SegueProblem  *problem,
              const SegueSchedule *schedule,
              gint32               index)
{
  const SegueGoalSpec *goal = &problem->goals[index];
  gint32 first_open = -1, first_possible = -1, expected;

  for (gint32 i = goal->first_route + goal->n_routes - 1; i >= goal->first_route; i--)
    {
      SegueRouteStatus status = schedule->routes[i].status;

      if (status != SEGUE_ROUTE_CLOSED)
        first_open = i;
      if (status == SEGUE_ROUTE_OPEN || status == SEGUE_ROUTE_CHOSEN)
        first_possible = i;
    }
  expected = first_possible >= 0 ? first_possible : first_open;
  if (schedule->goals[index].chosen != expected)
    return g_strdup_printf ("goal %d has chosen route %d, not %d", index, schedule->goals[index].chosen, expected);
  if (goal->n_routes > 0 && first_open >= 0 && schedule->goals[index].conflicts.n > 0)
    return g_strdup_printf ("goal %d has routes and conflicts of its own", index);
  if (schedule->feasible && first_possible < 0 && first_open >= 0)
    return g_strdup_printf ("goal %d has no feasible route and the plan is told to be feasible", index);
  return check_slice (schedule, schedule->goals[index].conflicts, index, -1);
}

static gboolean
is_referred_to (const SegueSchedule *schedule,
                SegueSlice           slice,
                gint32               conflict)
{
  for (gint32 i = 0; i < slice.n; i++)
    if (schedule->conflict_refs[slice.first + i] == conflict)
      return TRUE;
  return FALSE;
}

static char *
check_owners (const SegueSchedule *schedule)
{
  for (gint32 i = 0; i < schedule->n_conflicts; i++)
    {
      const SegueConflict *conflict = &schedule->conflicts[i];

      if (conflict->goal >= schedule->n_goals || conflict->route >= schedule->n_routes)
        return g_strdup_printf ("conflict %d is of goal %d, route %d", i, conflict->goal, conflict->route);
      if (conflict->route >= 0 && !is_referred_to (schedule, schedule->routes[conflict->route].conflicts, i))
        return g_strdup_printf ("route %d does not name its conflict %d", conflict->route, i);
      if (conflict->route < 0 && conflict->goal >= 0 &&
          !is_referred_to (schedule, schedule->goals[conflict->goal].conflicts, i))
        return g_strdup_printf ("goal %d does not name its conflict %d", conflict->goal, i);
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the first claim that is not true */
char *
segue_test_validate_routes (const SegueProblem  *problem,
                            const SegueSchedule *schedule)
{
  char *wrong = NULL;

  if (schedule->n_goals != problem->n_goals || schedule->n_routes != problem->n_routes ||
      schedule->n_steps != problem->n_steps)
    return g_strdup ("there are other goals, routes and steps than in the problem");
  for (gint32 i = 0; i < problem->n_goals && !wrong; i++)
    wrong = check_choice (problem, schedule, i);
  for (gint32 i = 0; i < problem->n_routes && !wrong; i++)
    wrong = check_route (problem, schedule, i);
  return wrong ? wrong : check_owners (schedule);
}
