/* segue-schedule.c - from a problem to its schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-engine.h"
#include "schedule/segue-latest.h"
#include "schedule/segue-schedule.h"

#include <string.h>

/* ---- steps ------------------------------------------------------------- */

static void
clear_steps (const SegueProblem *problem,
             SegueSchedule      *schedule)
{
  const SegueStepResult none = {
    .start = SEGUE_DAY_NONE, .end = SEGUE_DAY_NONE, .latest_start = SEGUE_DAY_NONE, .latest_end = SEGUE_DAY_NONE,
  };

  for (gint32 step = 0; step < problem->n_steps; step++)
    schedule->steps[step] = none;
}

static void
fill_done_steps (const SegueEngine *engine,
                 SegueSchedule     *schedule)
{
  for (gint32 i = 0; i < engine->selection.n_steps; i++)
    {
      gint32 step = engine->selection.steps[i];
      SegueStepResult *result = &schedule->steps[step];

      result->active = TRUE;
      if (engine->network->step_act[step] >= 0)
        continue;
      result->start = segue_step_done_start (engine->problem, step);
      result->end = segue_step_done_end (engine->problem, step);
    }
}

/* The schedule takes the minutes from the placer, which keeps the places. */
static void
fill_acts (SegueEngine   *engine,
           SegueSchedule *schedule)
{
  SeguePlacer *placer = &engine->placer;

  for (gint32 act = 0; act < engine->network->n_acts; act++)
    {
      SegueStepResult *result = &schedule->steps[engine->network->act_step[act]];

      result->start = engine->problem->now + placer->best[act].start;
      result->end = engine->problem->now + placer->best[act].end;
      result->minutes = placer->best[act].minutes;
    }
  schedule->n_minutes = placer->best_minutes.n;
  schedule->minutes = g_renew (SegueMinutes, placer->best_minutes.items, placer->best_minutes.n);
  placer->best_minutes = (SegueMinuteList) { 0 };
}

/* The places are those of the schedule by now. */
static void
fill_latest (SegueEngine   *engine,
             SegueSchedule *schedule)
{
  g_clear_pointer (&engine->placer.best, g_free);
  segue_latest_fill (&engine->placer, schedule);
}

static void
fill_lateness (const SegueProblem *problem,
               SegueSchedule      *schedule)
{
  for (gint32 step = 0; step < problem->n_steps; step++)
    {
      SegueStepResult *result = &schedule->steps[step];
      SegueDay target = problem->steps[step].target;

      if (result->active && result->end != SEGUE_DAY_NONE && target != SEGUE_DAY_NONE)
        result->late_days = MAX (result->end - target, 0);
    }
}

static gboolean
has_any (const guint8 *flags,
         gint32        n)
{
  for (gint32 i = 0; i < n; i++)
    if (flags[i])
      return TRUE;
  return FALSE;
}

/* Steps without hours are in the plan even so. */
static void
fill_homeless (SegueEngine   *engine,
               SegueSchedule *schedule)
{
  g_autofree guint8 *none = NULL;

  if (!has_any (engine->homeless, engine->problem->n_steps))
    return;
  none = g_new0 (guint8, MAX (engine->problem->n_steps, 1));

  segue_engine_select (engine, engine->modes, none);
  for (gint32 i = 0; i < engine->selection.n_steps; i++)
    {
      gint32 step = engine->selection.steps[i];

      schedule->steps[step].active = TRUE;
      if (engine->homeless[step])
        schedule->feasible = FALSE;
    }
}

/* ---- rules ------------------------------------------------------------- */

static SegueDay
day_of_point (const SegueSchedule *schedule,
              SeguePoint           point)
{
  const SegueStepResult *step = &schedule->steps[point.step];

  return point.side == SEGUE_SIDE_START ? step->start : step->end;
}

/* Whether no layout breaks the rules that gave way by fewer days: none where
 * all lies as early as dates allow, and none where the search has ended. */
static gboolean
is_least_broken (const SegueEngine *engine)
{
  const SeguePlacer *placer = &engine->placer;
  gint64 least = 0;

  for (gint32 i = 0; i < placer->n_soft && !placer->is_least; i++)
    {
      const SegueRuleSpec *rule = &engine->problem->rules[placer->soft[i]];
      SeguePlace place = segue_network_locate (engine->network, rule->point);

      if (rule->relation == SEGUE_RELATION_AFTER)
        continue;
      least += MAX (place.offset + (place.node < 0 ? 0 : engine->network->earliest[place.node]) - rule->date, 0);
    }
  return placer->is_least || least == placer->score.broken;
}

/* Where no rule has given way a layout keeps all. */
static void
fill_broken (SegueEngine   *engine,
             SegueSchedule *schedule)
{
  const SegueProblem *problem = engine->problem;
  g_autofree guint8 *full = NULL;
  GArray *broken;

  if (!has_any (engine->modes, problem->n_rules))
    return;
  full = g_new0 (guint8, MAX (problem->n_rules, 1));
  broken = g_array_new (FALSE, FALSE, sizeof (SegueBroken));

  segue_engine_select (engine, full, engine->homeless);
  for (gint32 i = 0; i < engine->selection.n_rules; i++)
    {
      gint32 index = engine->selection.rules[i];
      const SegueRuleSpec *rule = &problem->rules[index];
      SegueBroken entry = { index, 0 };

      entry.days_late =
        segue_rule_broken_by (problem, rule, day_of_point (schedule, rule->point),
                              rule->relation == SEGUE_RELATION_AFTER
                              ? day_of_point (schedule, rule->other) : 0);
      if (entry.days_late > 0)
        g_array_append_val (broken, entry);
    }
  schedule->n_broken = (gint32) broken->len;
  schedule->broken = (SegueBroken *) (gpointer) g_array_free (broken, FALSE);
  if (schedule->n_broken == 0)
    return;
  schedule->feasible = FALSE;
  schedule->broken_unproven = engine->is_rough || engine->least_unproven || !is_least_broken (engine);
}

/* ---- conflicts --------------------------------------------------------- */

static SegueSlice
append_refs (GArray       *refs,
             const GArray *items)
{
  SegueSlice slice = { (gint32) refs->len, (gint32) items->len };

  if (items->len > 0)
    g_array_append_vals (refs, items->data, items->len);
  return slice;
}

static SegueSlice
list_conflicts_of (const SegueEngine *engine,
                   GArray            *conflict_refs,
                   gint32             goal,
                   gint32             route)
{
  SegueSlice slice = { (gint32) conflict_refs->len, 0 };

  for (guint i = 0; i < engine->findings->len; i++)
    {
      const SegueFinding *finding = g_ptr_array_index (engine->findings, i);

      if (finding->base.goal == goal && finding->base.route == route)
        {
          g_array_append_val (conflict_refs, i);
          slice.n++;
        }
    }
  return slice;
}

static void
fill_conflicts (const SegueEngine *engine,
                SegueSchedule     *schedule)
{
  const SegueProblem *problem = engine->problem;
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (gint32));
  GArray *conflict_refs = g_array_new (FALSE, FALSE, sizeof (gint32));
  GArray *remedies = g_array_new (FALSE, FALSE, sizeof (SegueRemedy));

  schedule->n_conflicts = (gint32) engine->findings->len;
  schedule->conflicts = g_new0 (SegueConflict, MAX (engine->findings->len, 1));
  for (guint i = 0; i < engine->findings->len; i++)
    {
      const SegueFinding *finding = g_ptr_array_index (engine->findings, i);

      schedule->conflicts[i] = finding->base;
      schedule->conflicts[i].rules = append_refs (refs, finding->rules);
      schedule->conflicts[i].steps = append_refs (refs, finding->steps);
      schedule->conflicts[i].remedies = append_refs (remedies, finding->remedies);
    }
  for (gint32 goal = 0; goal < problem->n_goals; goal++)
    {
      schedule->goals[goal].chosen = engine->chosen[goal];
      schedule->goals[goal].conflicts = list_conflicts_of (engine, conflict_refs, goal, -1);
    }
  for (gint32 route = 0; route < problem->n_routes; route++)
    {
      SegueRouteResult *result = &schedule->routes[route];

      result->status = engine->status[route];
      result->conflicts = list_conflicts_of (engine, conflict_refs, problem->routes[route].goal, route);
      /* The first was found with nothing set aside. */
      result->unproven = result->status == SEGUE_ROUTE_INFEASIBLE && result->conflicts.n > 0 &&
        schedule->conflicts[g_array_index (conflict_refs, gint32, result->conflicts.first)].unproven;
    }
  schedule->n_remedies = (gint32) remedies->len;
  schedule->remedies = (SegueRemedy *) (gpointer) g_array_free (remedies, FALSE);
  schedule->n_refs = (gint32) refs->len;
  schedule->refs = (gint32 *) (gpointer) g_array_free (refs, FALSE);
  schedule->n_conflict_refs = (gint32) conflict_refs->len;
  schedule->conflict_refs = (gint32 *) (gpointer) g_array_free (conflict_refs, FALSE);
}

static gboolean
has_broken_exclusive (const SegueEngine *engine)
{
  for (gint32 i = 0; i < engine->problem->n_exclusives; i++)
    if (engine->broken_exclusives[i])
      return TRUE;
  return FALSE;
}

/* The last `now` for each route that is open, if it is asked for. */
static void
find_reachable (SegueEngine     *engine,
                SegueSolveFlags  flags,
                SegueSchedule   *schedule)
{
  const SegueProblem *problem = engine->problem;

  for (gint32 route = 0; route < problem->n_routes; route++)
    {
      SegueRouteResult *result = &schedule->routes[route];
      gboolean is_open = engine->status[route] == SEGUE_ROUTE_OPEN || engine->status[route] == SEGUE_ROUTE_CHOSEN;

      result->reachable_until = (flags & SEGUE_SOLVE_REACHABLE) && is_open
                                ? segue_engine_reachable (engine, problem->routes[route].goal, route,
                                                          &result->until_unproven)
                                : SEGUE_DAY_NONE;
    }
}

/* Whose conflicts a brief answer tells. */
#define NOBODY ((SegueOwner) { G_MININT32, G_MININT32 })

/* ---- all of it --------------------------------------------------------- */

static SegueSchedule *
new_schedule (const SegueProblem *problem)
{
  SegueSchedule *schedule = g_new0 (SegueSchedule, 1);

  schedule->n_goals = problem->n_goals;
  schedule->n_routes = problem->n_routes;
  schedule->n_steps = problem->n_steps;
  schedule->goals = g_new0 (SegueGoalResult, MAX (problem->n_goals, 1));
  schedule->routes = g_new0 (SegueRouteResult, MAX (problem->n_routes, 1));
  schedule->steps = g_new (SegueStepResult, MAX (problem->n_steps, 1));
  schedule->feasible = TRUE;
  clear_steps (problem, schedule);
  return schedule;
}

/* The layout of all goals with their routes, as good as it gets. */
gboolean
segue_engine_lay_out (SegueEngine *engine)
{
  if (engine->is_settled)
    return segue_placer_search (&engine->placer, FALSE);
  return segue_engine_try (engine, engine->modes, engine->homeless, FALSE);
}

/**
 * segue_engine_solve:
 * @engine: an engine that has not been asked yet
 * @flags: how much is asked for
 *
 * Returns: (transfer full) (nullable): the schedule, or %NULL if cancelled; the
 *   engine keeps its layout, unless it was asked for latest days
 */
SegueSchedule *
segue_engine_solve (SegueEngine     *engine,
                    SegueSolveFlags  flags)
{
  const SegueProblem *problem = engine->problem;
  SegueSchedule *schedule;

  engine->is_brief = (flags & SEGUE_SOLVE_BRIEF) != 0;
  engine->is_rough = (flags & SEGUE_SOLVE_ROUGH) != 0;
  engine->asked = NOBODY;
  segue_engine_choose_routes (engine);
  if (segue_engine_is_cancelled (engine) || !segue_engine_lay_out (engine))
    return NULL;
  if (flags & SEGUE_SOLVE_LATEST)
    segue_engine_rest (engine);
  schedule = new_schedule (problem);
  schedule->feasible = !has_broken_exclusive (engine);
  schedule->unproven = engine->unproven;
  fill_done_steps (engine, schedule);
  fill_acts (engine, schedule);
  fill_lateness (problem, schedule);
  if (flags & SEGUE_SOLVE_LATEST)
    fill_latest (engine, schedule);
  fill_broken (engine, schedule);
  fill_homeless (engine, schedule);
  if (flags & SEGUE_SOLVE_REMEDIES)
    segue_engine_find_remedies (engine);
  find_reachable (engine, flags, schedule);
  fill_conflicts (engine, schedule);
  if (segue_engine_is_cancelled (engine))
    g_clear_pointer (&schedule, segue_schedule_free);
  return schedule;
}

/**
 * segue_schedule_solve:
 * @problem: what is to be laid out
 * @flags: how much is asked for
 * @previous: (nullable): the schedule before, of a problem with the same
 *   steps; among equal schedules the one that changes least against it is taken
 * @cancelled: (nullable): becomes nonzero, in any thread, to give up
 *
 * Returns: (transfer full) (nullable): the schedule, or %NULL if cancelled
 */
SegueSchedule *
segue_schedule_solve (const SegueProblem  *problem,
                      SegueSolveFlags      flags,
                      const SegueSchedule *previous,
                      const gint          *cancelled)
{
  SegueSchedule *schedule;
  SegueEngine engine;

  g_return_val_if_fail (problem != NULL, NULL);

  segue_engine_init (&engine, problem, previous, cancelled);
  schedule = segue_engine_solve (&engine, flags);
  segue_engine_clear (&engine);
  return schedule;
}

void
segue_schedule_free (SegueSchedule *schedule)
{
  if (schedule == NULL)
    return;
  g_free (schedule->goals);
  g_free (schedule->routes);
  g_free (schedule->steps);
  g_free (schedule->minutes);
  g_free (schedule->broken);
  g_free (schedule->conflicts);
  g_free (schedule->remedies);
  g_free (schedule->conflict_refs);
  g_free (schedule->refs);
  g_free (schedule);
}
