/* segue-explore.c - what if a point lies on this day, or that
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For each day of the range the point is tied to it by a rule of its own and
 * the plan is solved. What ends a run of feasible days are the rules that
 * conflict with that one on the first day after it: on days beside a run alone
 * the plan is solved again, with its conflicts.
 *
 * A point of one route is asked about as it would be if that route were taken: where
 * its goal gets another one, the plan is solved once more with all others closed.
 */
#include "schedule/segue-schedule.h"

#include <string.h>

typedef struct
{
  SegueProblem problem;   /* with one more rule, the last */
  SegueRuleSpec *rules;
  SegueRouteSpec *own_route; /* all routes, those beside the point's own closed; or NULL */
  SeguePoint point;
  SegueExploreFunc func;  /* may be NULL */
  gpointer data;
  const gint *cancelled;
  SegueExploration *result;
  GArray *runs;
  GArray *refs;
} Sweep;

static SegueSchedule *
solve_on (Sweep           *sweep,
          SegueDay         day,
          SegueSolveFlags  flags)
{
  sweep->rules[sweep->problem.n_rules - 1].date = day;
  return segue_schedule_solve (&sweep->problem, flags, NULL, sweep->cancelled);
}

static SegueSchedule *
solve_own_route_on (Sweep           *sweep,
                    SegueDay         day,
                    SegueSolveFlags  flags)
{
  const SegueRouteSpec *routes = sweep->problem.routes;
  SegueSchedule *schedule;

  if (sweep->own_route)
    sweep->problem.routes = sweep->own_route;
  schedule = solve_on (sweep, day, flags);
  sweep->problem.routes = routes;
  return schedule;
}

/* The plan with the point on @day; if it cannot be, what the goals get instead. */
static SegueSchedule *
solve_best_on (Sweep    *sweep,
               SegueDay  day)
{
  SegueSchedule *schedule = solve_on (sweep, day, SEGUE_SOLVE_BRIEF);
  SegueSchedule *own;

  if (schedule == NULL || sweep->own_route == NULL || schedule->steps[sweep->point.step].active)
    return schedule;
  own = solve_own_route_on (sweep, day, SEGUE_SOLVE_BRIEF);
  if (own && !own->feasible)
    {
      schedule->unproven = schedule->unproven || own->unproven;
      segue_schedule_free (own);
      return schedule;
    }
  segue_schedule_free (schedule);
  return own;
}

static gboolean
names_rule (const SegueSchedule *schedule,
            const SegueConflict *conflict,
            gint32               rule)
{
  for (gint32 i = 0; i < conflict->rules.n; i++)
    if (schedule->refs[conflict->rules.first + i] == rule)
      return TRUE;
  return FALSE;
}

static void
add_rule_once (GArray *refs,
               guint   first,
               gint32  rule)
{
  for (guint i = first; i < refs->len; i++)
    if (g_array_index (refs, gint32, i) == rule)
      return;
  g_array_append_val (refs, rule);
}

/* Why the point cannot lie on a @day: all that conflicts with its lying there,
 * on the routes that are reached on the day beside it. What stands against
 * routes that cannot be on either day neither begins nor ends anything. */
static SegueSlice
collect_reasons (Sweep               *sweep,
                 SegueDay             day,
                 const SegueSchedule *beside)
{
  g_autoptr (SegueSchedule) schedule = solve_own_route_on (sweep, day, SEGUE_SOLVE_DATES);
  gint32 tie = sweep->problem.n_rules - 1;
  guint first = sweep->refs->len;

  for (gint32 c = 0; schedule && c < schedule->n_conflicts; c++)
    {
      const SegueConflict *conflict = &schedule->conflicts[c];

      if (conflict->route >= 0 && beside->routes[conflict->route].status != SEGUE_ROUTE_CHOSEN)
        continue;
      for (gint32 i = 0; i < conflict->rules.n && names_rule (schedule, conflict, tie); i++)
        if (schedule->refs[conflict->rules.first + i] != tie)
          add_rule_once (sweep->refs, first, schedule->refs[conflict->rules.first + i]);
    }
  return (SegueSlice) { (gint32) first, (gint32) (sweep->refs->len - first) };
}

static void
note_day (Sweep               *sweep,
          const SegueSchedule *schedule,
          SegueExploredDay    *day)
{
  const SegueStepResult *step = &schedule->steps[sweep->point.step];

  day->point_day = sweep->point.side == SEGUE_SIDE_START ? step->start : step->end;
  day->feasible = schedule->feasible && step->active && day->point_day == day->day;
  day->unproven = !day->feasible && schedule->unproven;
  for (gint32 goal = 0; goal < sweep->problem.n_goals; goal++)
    {
      gint32 chosen = schedule->goals[goal].chosen;

      /* A route that is laid out although it cannot be is none that the goal gets. */
      if (chosen >= 0 && schedule->routes[chosen].status == SEGUE_ROUTE_INFEASIBLE)
        chosen = -1;
      sweep->result->goal_routes[day->first_goal_route + goal] = chosen;
    }
}

/* Runs begin and end where feasible changes; @schedule is that of this day. */
static void
note_change (Sweep               *sweep,
             const SegueSchedule *before,
             const SegueSchedule *schedule,
             gint32               i)
{
  const SegueExploredDay *day = &sweep->result->days[i];
  gboolean was_feasible = i > 0 && day[-1].feasible;

  if (day->feasible && !was_feasible)
    {
      SegueExploredRun run = { day->day, day->day, { 0, 0 }, { 0, 0 } };

      if (before)
        run.begins_because = collect_reasons (sweep, day->day - 1, schedule);
      g_array_append_val (sweep->runs, run);
    }
  else if (day->feasible)
    g_array_index (sweep->runs, SegueExploredRun, sweep->runs->len - 1).until = day->day;
  else if (was_feasible)
    g_array_index (sweep->runs, SegueExploredRun, sweep->runs->len - 1).ends_because =
      collect_reasons (sweep, day->day, before);
}

static gboolean
sweep_days (Sweep    *sweep,
            SegueDay  from)
{
  SegueExploration *result = sweep->result;
  g_autoptr (SegueSchedule) before = NULL;

  for (gint32 i = 0; i < result->n_days; i++)
    {
      SegueSchedule *schedule = solve_best_on (sweep, from + i);

      if (schedule == NULL)
        return FALSE;
      result->days[i].day = from + i;
      result->days[i].first_goal_route = i * sweep->problem.n_goals;
      note_day (sweep, schedule, &result->days[i]);
      note_change (sweep, before, schedule, i);
      if (sweep->func)
        sweep->func (schedule, i, sweep->data);
      g_clear_pointer (&before, segue_schedule_free);
      before = schedule;
    }
  return TRUE;
}

static void
close_others (Sweep *sweep)
{
  const SegueProblem *problem = &sweep->problem;
  gint32 own = problem->steps[sweep->point.step].route;

  if (own < 0)
    return;
  sweep->own_route = g_memdup2 (problem->routes, sizeof (SegueRouteSpec) * (gsize) problem->n_routes);
  for (gint32 route = 0; route < problem->n_routes; route++)
    if (route != own && problem->routes[route].goal == problem->routes[own].goal)
      sweep->own_route[route].closed = TRUE;
}

static void
sweep_init (Sweep              *sweep,
            const SegueProblem *problem,
            SeguePoint          point)
{
  SegueRuleSpec tie = {
    .relation = SEGUE_RELATION_ON, .certainty = SEGUE_CERTAINTY_CONFIRMED, .enabled = TRUE,
    .route = -1, .point = point, .other = { -1, SEGUE_SIDE_START },
  };

  sweep->problem = *problem;
  sweep->point = point;
  sweep->rules = g_new (SegueRuleSpec, problem->n_rules + 1);
  if (problem->n_rules > 0)
    memcpy (sweep->rules, problem->rules, sizeof (SegueRuleSpec) * (gsize) problem->n_rules);
  sweep->rules[problem->n_rules] = tie;
  sweep->problem.rules = sweep->rules;
  sweep->problem.n_rules = problem->n_rules + 1;
  close_others (sweep);
  sweep->runs = g_array_new (FALSE, FALSE, sizeof (SegueExploredRun));
  sweep->refs = g_array_new (FALSE, FALSE, sizeof (gint32));
}

/**
 * segue_schedule_explore:
 * @problem: a problem
 * @point: a point of a step
 * @from: the first day to try
 * @until: the last day to try
 * @func: (nullable): called with the schedule of each day, in their order
 * @data: handed to @func
 * @cancelled: (nullable): becomes nonzero, in any thread, to give up
 *
 * A point of a route that is not the best its goal can get is asked about as if
 * that route were taken.
 *
 * Returns: (transfer full) (nullable): for each day whether the point can lie
 *   on it and the route that each goal then gets, and the runs of such days
 *   with the rules that begin and end them; none where the range does. %NULL if
 *   cancelled.
 */
SegueExploration *
segue_schedule_explore (const SegueProblem *problem,
                        SeguePoint          point,
                        SegueDay            from,
                        SegueDay            until,
                        SegueExploreFunc    func,
                        gpointer            data,
                        const gint         *cancelled)
{
  SegueExploration *result = g_new0 (SegueExploration, 1);
  Sweep sweep = { .func = func, .data = data, .cancelled = cancelled, .result = result };
  gboolean done;

  result->n_days = MAX (until - from + 1, 0);
  result->days = g_new0 (SegueExploredDay, MAX (result->n_days, 1));
  result->goal_routes = g_new0 (gint32, MAX ((gsize) result->n_days * (gsize) problem->n_goals, 1));
  sweep_init (&sweep, problem, point);
  done = sweep_days (&sweep, from);
  result->n_runs = (gint32) sweep.runs->len;
  result->runs = (SegueExploredRun *) (gpointer) g_array_free (sweep.runs, FALSE);
  result->n_refs = (gint32) sweep.refs->len;
  result->refs = (gint32 *) (gpointer) g_array_free (sweep.refs, FALSE);
  g_free (sweep.rules);
  g_free (sweep.own_route);
  if (!done)
    g_clear_pointer (&result, segue_exploration_free);
  return result;
}

void
segue_exploration_free (SegueExploration *exploration)
{
  if (exploration == NULL)
    return;
  g_free (exploration->days);
  g_free (exploration->goal_routes);
  g_free (exploration->runs);
  g_free (exploration->refs);
  g_free (exploration);
}
