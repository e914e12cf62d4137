/* segue-routes.c - the best route for each goal, in the order of the goals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A goal gets its best-ranked open route for which a schedule exists together
 * with what is in already. If every goal's best route goes together with all
 * the others, that is the answer and one layout has shown it. If not, the goals
 * come in one after another.
 */
#include "schedule/segue-engine.h"

/* Whether a route is closed, by hand or by the outcome of its gate. */
gboolean
segue_route_is_closed (const SegueProblem *problem,
                       gint32              route)
{
  if (problem->routes[route].closed)
    return TRUE;
  for (gint32 step = 0; step < problem->n_steps; step++)
    {
      const SegueStepSpec *spec = &problem->steps[step];

      if (spec->route == route && spec->gate && spec->status != SEGUE_STATUS_DROPPED &&
          (spec->outcome == SEGUE_OUTCOME_FAILED || spec->outcome == SEGUE_OUTCOME_MISSED))
        return TRUE;
    }
  return FALSE;
}

static gint32
find_open_route (const SegueEngine *engine,
                 gint32             goal)
{
  const SegueGoalSpec *spec = &engine->problem->goals[goal];

  for (gint32 i = spec->first_route; i < spec->first_route + spec->n_routes; i++)
    if (engine->status[i] != SEGUE_ROUTE_CLOSED)
      return i;
  return -1;
}

/* Whether anyone wants to know what stands against this route. */
static gboolean
is_asked_for (const SegueEngine *engine,
              gint32             goal,
              gint32             route)
{
  return !engine->is_brief || (goal == engine->asked.goal && route == engine->asked.route);
}

/* With the goals before it as they are: is this route feasible? */
static gboolean
try_route (SegueEngine *engine,
           gint32       goal,
           gint32       route)
{
  SegueOwner owner = { goal, route };

  engine->n_goals_in = goal + 1;
  if (goal >= 0)
    engine->chosen[goal] = route;
  if (segue_engine_check (engine))
    return TRUE;
  engine->unproven = engine->unproven || !segue_engine_is_refuted (engine);
  if (is_asked_for (engine, goal, route))
    segue_engine_find (engine, owner);
  if (route >= 0)
    engine->status[route] = SEGUE_ROUTE_INFEASIBLE;
  return FALSE;
}

/* Tries all open routes of a goal but @known, which is known to be feasible; in
 * brief those after the first feasible one only if they are asked for. */
static void
choose_route (SegueEngine *engine,
              gint32       goal,
              gint32       known)
{
  const SegueGoalSpec *spec = goal >= 0 ? &engine->problem->goals[goal] : NULL;
  gint32 best = known;
  gboolean any = known >= 0;

  for (gint32 i = 0; spec && i < spec->n_routes && !segue_engine_is_cancelled (engine); i++)
    {
      gint32 route = spec->first_route + i;

      if (route == known || engine->status[route] == SEGUE_ROUTE_CLOSED)
        continue;
      if (best >= 0 && !is_asked_for (engine, goal, route))
        {
          /* As if it had been tried: see segue_engine_lay_out(). */
          engine->is_settled = engine->is_settled && engine->placer.from_list;
          continue;
        }
      if (!try_route (engine, goal, route))
        continue;
      any = TRUE;
      if (best < 0)
        best = route;
    }
  if (spec && best < 0)
    best = find_open_route (engine, goal);
  if (goal >= 0)
    engine->chosen[goal] = best;
  if (best >= 0 && engine->status[best] == SEGUE_ROUTE_OPEN)
    engine->status[best] = SEGUE_ROUTE_CHOSEN;
  engine->n_goals_in = goal + 1;
  if (best < 0)
    any = try_route (engine, goal, -1);
  if (!any)
    segue_engine_give_way (engine);
}

static gboolean
try_best_of_all (SegueEngine *engine)
{
  for (gint32 goal = 0; goal < engine->problem->n_goals; goal++)
    engine->chosen[goal] = find_open_route (engine, goal);
  engine->n_goals_in = engine->problem->n_goals;
  if (!segue_engine_check (engine))
    return FALSE;
  engine->is_settled = TRUE;
  return TRUE;
}

/**
 * segue_engine_choose_routes:
 * @engine: an engine
 *
 * Gives each goal its route and each route its status; conflicts go to the
 * findings. Afterwards all goals are in, and what had to give way has.
 */
void
segue_engine_choose_routes (SegueEngine *engine)
{
  gboolean all_best;

  for (gint32 route = 0; route < engine->problem->n_routes; route++)
    engine->status[route] = segue_route_is_closed (engine->problem, route) ? SEGUE_ROUTE_CLOSED
                                                                           : SEGUE_ROUTE_OPEN;
  all_best = try_best_of_all (engine);
  if (!all_best)
    choose_route (engine, -1, -1);
  for (gint32 goal = 0; goal < engine->problem->n_goals; goal++)
    {
      gint32 best = all_best ? engine->chosen[goal] : -1;

      if (!all_best || best >= 0)
        choose_route (engine, goal, best);
    }
  engine->n_goals_in = engine->problem->n_goals;
}
