/* segue-reachable.c - until when a route can still be taken up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last `now` for which the route is feasible if nothing more is done
 * before. A schedule for one `now` is one for every earlier `now` as well, so
 * what is feasible lies before what is not and can be found by halving, as far as
 * dates allow or, where they set no end, as hours differ from week to week. Should
 * the search ever miss a schedule, the answer is a day for which it found one,
 * and it is told that there may be one for later days.
 */
#include "schedule/segue-engine.h"

#include <string.h>

/* @unproven becomes whether there may be a schedule though none was found. */
static gboolean
is_feasible_on (const SegueEngine *engine,
                gint32             goal,
                gint32             route,
                SegueDay           now,
                gboolean          *unproven)
{
  SegueProblem later = *engine->problem;
  SegueEngine probe;
  gboolean feasible;

  later.now = now;
  segue_engine_init (&probe, &later, NULL, engine->cancelled);
  memcpy (probe.chosen, engine->chosen, sizeof (gint32) * (gsize) later.n_goals);
  memcpy (probe.modes, engine->modes, (gsize) later.n_rules);
  memcpy (probe.homeless, engine->homeless, (gsize) later.n_steps);
  memcpy (probe.broken_exclusives, engine->broken_exclusives, (gsize) later.n_exclusives);
  probe.n_goals_in = goal + 1;
  probe.chosen[goal] = route;
  feasible = segue_engine_check (&probe);
  if (!feasible)
    *unproven = !segue_engine_is_refuted (&probe);
  segue_engine_clear (&probe);
  return feasible;
}

/* The last day on which everything could lie, as far as dates go. */
static gint64
find_date_limit (SegueEngine *engine,
                 gint32       goal,
                 gint32       route)
{
  gint32 kept_route = engine->chosen[goal];
  gint32 kept_goals = engine->n_goals_in;
  gint64 limit = SEGUE_FAR;

  engine->n_goals_in = goal + 1;
  engine->chosen[goal] = route;
  if (segue_engine_try (engine, engine->modes, engine->homeless, TRUE))
    for (gint32 node = 0; node < engine->network->n_nodes; node++)
      limit = MIN (limit, engine->placer.latest[node]);
  engine->n_goals_in = kept_goals;
  engine->chosen[goal] = kept_route;
  return limit;
}

/* From this day on no date lies ahead and every week has the hours of the one before:
 * what is feasible then stays so. */
static SegueDay
find_steady_day (const SegueEngine *engine)
{
  const SegueProblem *problem = engine->problem;
  SegueDay end = problem->now + engine->calendar.limit;
  SegueDay day = problem->now + MIN (engine->calendar.regular, engine->calendar.limit);

  for (gint32 i = 0; i < problem->n_rules; i++)
    if (problem->rules[i].enabled && problem->rules[i].relation != SEGUE_RELATION_AFTER)
      day = MAX (day, problem->rules[i].date);
  return MIN (day, end);
}

/**
 * segue_engine_reachable:
 * @engine: an engine whose routes are chosen; its placer is lost
 * @goal: a goal
 * @route: a route of it that is feasible
 * @unproven: (out): whether later days may do, though no way was found there
 *
 * Returns: the last `now`, or %SEGUE_DAY_NONE if nothing limits it
 */
SegueDay
segue_engine_reachable (SegueEngine *engine,
                        gint32       goal,
                        gint32       route,
                        gboolean    *unproven)
{
  gint64 low = engine->problem->now;
  gint64 high = find_date_limit (engine, goal, route);
  gboolean is_limited = high < SEGUE_FAR / 2;

  *unproven = FALSE;
  /* Without a last day there may still be an end to the hours, as those of a sabbatical. */
  if (!is_limited)
    high = find_steady_day (engine);
  if ((!is_limited && high <= low) || is_feasible_on (engine, goal, route, (SegueDay) high, unproven))
    return is_limited ? (SegueDay) high : SEGUE_DAY_NONE;
  /* feasible on low, not on high */
  while (high - low > 1 && !segue_engine_is_cancelled (engine))
    {
      gint64 middle = low + (high - low) / 2;

      if (is_feasible_on (engine, goal, route, (SegueDay) middle, unproven))
        low = middle;
      else
        high = middle;
    }
  return (SegueDay) low;
}
