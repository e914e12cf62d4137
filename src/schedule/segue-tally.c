/* segue-tally.c - what is counted over many schedules of one problem
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule is asked for where it counts; and where it stands against a route that
 * was tried, could not be, and had no better one before it. There it fails:
 *
 *   best route   ✗ missed    asked: the deadlines that a conflict names, which fail
 *   next route   ✓ reached   asked: what is broken fails (nothing is)
 *   last route               not asked for
 */
#include "schedule/segue-tally.h"

#include <string.h>

/* ---- ends -------------------------------------------------------------- */

/**
 * segue_ends_cover:
 * @ends: ends
 * @from: a day
 * @until: a day
 *
 * Makes room for counts of both days and those between.
 */
void
segue_ends_cover (SegueEnds *ends,
                  SegueDay   from,
                  SegueDay   until)
{
  SegueDay base = ends->n > 0 ? MIN (ends->base, from) : from;
  SegueDay end = ends->n > 0 ? MAX (ends->base + ends->n - 1, until) : until;
  guint32 *counts;

  if (ends->n > 0 && base == ends->base && end < ends->base + ends->n)
    return;
  /* Half as much again as it has, so that it seldom has to grow. */
  if (ends->n > 0 && base < ends->base)
    base -= ends->n / 2;
  else
    end += MAX (ends->n / 2, 8);
  counts = g_new0 (guint32, end - base + 1);
  if (ends->n > 0)
    memcpy (counts + (ends->base - base), ends->counts, sizeof *counts * (gsize) ends->n);
  g_free (ends->counts);
  ends->counts = counts;
  ends->base = base;
  ends->n = end - base + 1;
}

static void
ends_add (SegueEnds *ends,
          SegueDay   end)
{
  ends->n_ends++;
  if (end == SEGUE_DAY_NONE)
    {
      ends->n_never++;
      return;
    }
  segue_ends_cover (ends, end, end);
  ends->counts[end - ends->base]++;
}

/**
 * segue_ends_add:
 * @ends: ends
 * @first: a day
 * @counts: (array length=n): how often something ended on it and the days behind it
 * @n: how many
 */
void
segue_ends_add (SegueEnds     *ends,
                SegueDay       first,
                const guint32 *counts,
                gint32         n)
{
  if (n == 0)
    return;
  segue_ends_cover (ends, first, first + n - 1);
  for (gint32 i = 0; i < n; i++)
    {
      ends->counts[first - ends->base + i] += counts[i];
      ends->n_ends += counts[i];
    }
}

static void
ends_merge (SegueEnds       *ends,
            const SegueEnds *other)
{
  ends->n_never += other->n_never;
  ends->n_ends += other->n_never;
  segue_ends_add (ends, other->base, other->counts, other->n);
}

/* The first day by which @percent of 100 have ended. */
static SegueDay
ends_quantile (const SegueEnds *ends,
               guint            percent)
{
  guint64 wanted = ((guint64) ends->n_ends * percent + 99) / 100;
  guint64 sum = 0;

  for (gint32 i = 0; i < ends->n && ends->n_ends > 0; i++)
    {
      sum += ends->counts[i];
      if (sum >= wanted && sum > 0)
        return ends->base + i;
    }
  return SEGUE_DAY_NONE;
}

static SegueQuantiles
ends_quantiles (const SegueEnds *ends)
{
  return (SegueQuantiles) { ends_quantile (ends, 10), ends_quantile (ends, 50),
                            ends_quantile (ends, 80), ends_quantile (ends, 90) };
}

/* ---- one schedule ------------------------------------------------------ */

static gboolean
is_reached (const SegueSchedule *schedule,
            gint32               route)
{
  return route >= 0 && schedule->routes[route].status == SEGUE_ROUTE_CHOSEN;
}

/* Routes that were wanted, as no better one was there, and could not be. */
static void
find_missed_routes (SegueTally          *tally,
                    const SegueSchedule *schedule)
{
  for (gint32 route = 0; route < tally->problem->n_routes; route++)
    {
      gint32 chosen = schedule->goals[tally->problem->routes[route].goal].chosen;

      tally->route_missed[route] = schedule->routes[route].status == SEGUE_ROUTE_INFEASIBLE && chosen != route &&
                                   !(is_reached (schedule, chosen) && chosen < route);
      tally->route_reached[route] += is_reached (schedule, route);
    }
}

static gboolean
has_upper_side (const SegueRuleSpec *rule)
{
  return rule->relation == SEGUE_RELATION_NOT_AFTER || rule->relation == SEGUE_RELATION_ON || rule->has_max;
}

static void
find_failing_rules (SegueTally          *tally,
                    const SegueSchedule *schedule)
{
  memset (tally->rule_fails, 0, (gsize) tally->problem->n_rules);
  for (gint32 i = 0; i < schedule->n_broken; i++)
    tally->rule_fails[schedule->broken[i].rule] = TRUE;
  for (gint32 route = 0; route < tally->problem->n_routes; route++)
    {
      SegueSlice slice = schedule->routes[route].conflicts;

      for (gint32 i = slice.first; i < slice.first + slice.n && tally->route_missed[route]; i++)
        {
          SegueSlice rules = schedule->conflicts[schedule->conflict_refs[i]].rules;

          for (gint32 j = rules.first; j < rules.first + rules.n; j++)
            if (has_upper_side (&tally->problem->rules[schedule->refs[j]]))
              tally->rule_fails[schedule->refs[j]] |= 2;
        }
    }
}

typedef enum
{
  NOT_ASKED,
  ACTIVE,
  MISSED,
} Standing;

static Standing
find_route_standing (const SegueTally    *tally,
                     const SegueSchedule *schedule,
                     gint32               route)
{
  if (route < 0 || schedule->goals[tally->problem->routes[route].goal].chosen == route)
    return ACTIVE;
  return tally->route_missed[route] ? MISSED : NOT_ASKED;
}

static Standing
find_step_standing (const SegueTally    *tally,
                    const SegueSchedule *schedule,
                    gint32               step)
{
  if (schedule->steps[step].active)
    return ACTIVE;
  if (tally->problem->steps[step].status == SEGUE_STATUS_DROPPED ||
      find_route_standing (tally, schedule, tally->problem->steps[step].route) != MISSED)
    return NOT_ASKED;
  return MISSED;
}

/* Not asked for if any part of it is not; missed if any is. */
static Standing
find_rule_standing (const SegueTally    *tally,
                    const SegueSchedule *schedule,
                    const SegueRuleSpec *rule)
{
  Standing route = find_route_standing (tally, schedule, rule->route);
  Standing point = find_step_standing (tally, schedule, rule->point.step);
  Standing other = rule->relation == SEGUE_RELATION_AFTER ? find_step_standing (tally, schedule, rule->other.step)
                                                          : ACTIVE;

  if (!rule->enabled || route == NOT_ASKED || point == NOT_ASKED || other == NOT_ASKED)
    return NOT_ASKED;
  return MAX (route, MAX (point, other));
}

static gboolean
has_place (const SegueSchedule *schedule,
           const SegueRuleSpec *rule)
{
  return schedule->steps[rule->point.step].end != SEGUE_DAY_NONE &&
         (rule->relation != SEGUE_RELATION_AFTER || schedule->steps[rule->other.step].end != SEGUE_DAY_NONE);
}

static gboolean
binds_end (const SegueProblem  *problem,
           const SegueRuleSpec *rule)
{
  return rule->relation == SEGUE_RELATION_NOT_AFTER &&
         (rule->point.side == SEGUE_SIDE_END || problem->steps[rule->point.step].type == SEGUE_STEP_MILESTONE);
}

static void
add_rules (SegueTally          *tally,
           const SegueSchedule *schedule)
{
  memset (tally->on_time, TRUE, (gsize) tally->problem->n_steps);
  for (gint32 i = 0; i < tally->problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &tally->problem->rules[i];
      Standing standing = find_rule_standing (tally, schedule, rule);
      gboolean holds = standing == ACTIVE ? !(tally->rule_fails[i] & 1) && has_place (schedule, rule)
                                          : !tally->rule_fails[i];

      if (standing == NOT_ASKED || (standing == MISSED && holds))
        continue;
      tally->rule_asked[i]++;
      tally->rule_holds[i] += holds;
      if (!holds && binds_end (tally->problem, rule))
        tally->on_time[rule->point.step] = FALSE;
    }
}

static void
add_steps (SegueTally          *tally,
           const SegueSchedule *schedule)
{
  for (gint32 step = 0; step < tally->problem->n_steps; step++)
    {
      const SegueStepResult *result = &schedule->steps[step];
      Standing standing = find_step_standing (tally, schedule, step);
      gboolean has_target = tally->problem->steps[step].target != SEGUE_DAY_NONE;
      gboolean misses_target = has_target && (standing == MISSED || result->end == SEGUE_DAY_NONE ||
                                              result->late_days > 0);

      if (standing == NOT_ASKED || (standing == MISSED && tally->on_time[step] && !has_target))
        continue;
      tally->step_asked[step]++;
      tally->step_on_time[step] += tally->on_time[step] && !misses_target;
      if (standing != ACTIVE)
        continue;
      tally->step_critical[step] += result->critical;
      ends_add (&tally->steps[step], result->end);
    }
}

static gboolean
is_goal_reached (const SegueTally    *tally,
                 const SegueSchedule *schedule,
                 gint32               goal)
{
  return tally->problem->goals[goal].n_routes == 0 || is_reached (schedule, schedule->goals[goal].chosen);
}

static void
add_goals (SegueTally          *tally,
           const SegueSchedule *schedule)
{
  const SegueProblem *problem = tally->problem;
  g_autofree SegueDay *ends = g_new (SegueDay, MAX (problem->n_goals, 1));
  g_autofree guint8 *fails = g_new0 (guint8, MAX (problem->n_goals, 1));

  for (gint32 goal = 0; goal < problem->n_goals; goal++)
    ends[goal] = SEGUE_DAY_NONE;
  for (gint32 step = 0; step < problem->n_steps; step++)
    {
      gint32 goal = problem->steps[step].goal;
      SegueDay end = schedule->steps[step].end;

      if (goal < 0 || !schedule->steps[step].active || problem->steps[step].type == SEGUE_STEP_PRACTICE)
        continue;
      if (end == SEGUE_DAY_NONE)
        fails[goal] = TRUE;
      else
        ends[goal] = ends[goal] == SEGUE_DAY_NONE ? end : MAX (ends[goal], end);
    }
  for (gint32 goal = 0; goal < problem->n_goals; goal++)
    ends_add (&tally->goals[goal],
              fails[goal] || !is_goal_reached (tally, schedule, goal) ? SEGUE_DAY_NONE : ends[goal]);
}

/* ---- all of them ------------------------------------------------------- */

void
segue_tally_init (SegueTally         *tally,
                  const SegueProblem *problem)
{
  gsize n_steps = (gsize) MAX (problem->n_steps, 1);
  gsize n_goals = (gsize) MAX (problem->n_goals, 1);
  gsize n_routes = (gsize) MAX (problem->n_routes, 1);
  gsize n_rules = (gsize) MAX (problem->n_rules, 1);

  *tally = (SegueTally) { .problem = problem };
  tally->steps = g_new0 (SegueEnds, n_steps);
  tally->goals = g_new0 (SegueEnds, n_goals);
  tally->step_asked = g_new0 (gint32, n_steps);
  tally->step_on_time = g_new0 (gint32, n_steps);
  tally->step_critical = g_new0 (gint32, n_steps);
  tally->route_reached = g_new0 (gint32, n_routes);
  tally->rule_asked = g_new0 (gint32, n_rules);
  tally->rule_holds = g_new0 (gint32, n_rules);
  tally->rule_fails = g_new0 (guint8, n_rules);
  tally->route_missed = g_new0 (guint8, n_routes);
  tally->on_time = g_new0 (guint8, n_steps);
}

void
segue_tally_clear (SegueTally *tally)
{
  for (gint32 i = 0; tally->steps && i < tally->problem->n_steps; i++)
    g_free (tally->steps[i].counts);
  for (gint32 i = 0; tally->goals && i < tally->problem->n_goals; i++)
    g_free (tally->goals[i].counts);
  g_clear_pointer (&tally->steps, g_free);
  g_clear_pointer (&tally->goals, g_free);
  g_clear_pointer (&tally->step_asked, g_free);
  g_clear_pointer (&tally->step_on_time, g_free);
  g_clear_pointer (&tally->step_critical, g_free);
  g_clear_pointer (&tally->route_reached, g_free);
  g_clear_pointer (&tally->rule_asked, g_free);
  g_clear_pointer (&tally->rule_holds, g_free);
  g_clear_pointer (&tally->rule_fails, g_free);
  g_clear_pointer (&tally->route_missed, g_free);
  g_clear_pointer (&tally->on_time, g_free);
}

/**
 * segue_tally_add:
 * @tally: a tally
 * @schedule: a schedule of its problem with other estimates, with latest dates
 */
void
segue_tally_add (SegueTally          *tally,
                 const SegueSchedule *schedule)
{
  tally->n_samples++;
  find_missed_routes (tally, schedule);
  find_failing_rules (tally, schedule);
  add_rules (tally, schedule);
  add_steps (tally, schedule);
  add_goals (tally, schedule);
}

static void
keep_rules (SegueTally          *tally,
            const SegueSchedule *schedule,
            gint32               n)
{
  for (gint32 i = 0; i < tally->problem->n_rules; i++)
    if (find_rule_standing (tally, schedule, &tally->problem->rules[i]) == ACTIVE)
      {
        tally->rule_asked[i] += n;
        tally->rule_holds[i] += n;
      }
}

/* Steps that are done end on the same day in every draw. */
static void
keep_steps (SegueTally          *tally,
            const SegueSchedule *schedule,
            gint32               n)
{
  const guint32 count = (guint32) n;

  for (gint32 step = 0; step < tally->problem->n_steps; step++)
    {
      if (!schedule->steps[step].active)
        continue;
      tally->step_asked[step] += n;
      if (tally->problem->steps[step].status != SEGUE_STATUS_DONE)
        continue;
      tally->step_on_time[step] += schedule->steps[step].late_days > 0 ? 0 : n;
      segue_ends_add (&tally->steps[step], schedule->steps[step].end, &count, 1);
    }
}

/* Goals of which nothing is in never end. */
static void
keep_goals (SegueTally          *tally,
            const SegueSchedule *schedule,
            gint32               n)
{
  g_autofree guint8 *ends = g_new0 (guint8, MAX (tally->problem->n_goals, 1));

  for (gint32 step = 0; step < tally->problem->n_steps; step++)
    if (schedule->steps[step].active && tally->problem->steps[step].goal >= 0)
      ends[tally->problem->steps[step].goal] = TRUE;
  for (gint32 goal = 0; goal < tally->problem->n_goals; goal++)
    if (!ends[goal])
      {
        tally->goals[goal].n_never += (guint32) n;
        tally->goals[goal].n_ends += (guint32) n;
      }
}

/**
 * segue_tally_add_kept:
 * @tally: a tally
 * @schedule: the schedule of the plan itself
 * @n: how many draws
 *
 * Adds draws in which every goal reaches its best route, as in @schedule, and
 * every rule holds. Where their steps and goals end, how often the steps are in
 * time and how often critical is for the caller to add.
 */
void
segue_tally_add_kept (SegueTally          *tally,
                      const SegueSchedule *schedule,
                      gint32               n)
{
  tally->n_samples += n;
  memset (tally->route_missed, 0, (gsize) tally->problem->n_routes);
  for (gint32 route = 0; route < tally->problem->n_routes; route++)
    tally->route_reached[route] += is_reached (schedule, route) ? n : 0;
  keep_rules (tally, schedule, n);
  keep_steps (tally, schedule, n);
  keep_goals (tally, schedule, n);
}

static void
sum (gint32       *into,
     const gint32 *from,
     gint32        n)
{
  for (gint32 i = 0; i < n; i++)
    into[i] += from[i];
}

void
segue_tally_merge (SegueTally       *tally,
                   const SegueTally *other)
{
  const SegueProblem *problem = tally->problem;

  tally->n_samples += other->n_samples;
  for (gint32 i = 0; i < problem->n_steps; i++)
    ends_merge (&tally->steps[i], &other->steps[i]);
  for (gint32 i = 0; i < problem->n_goals; i++)
    ends_merge (&tally->goals[i], &other->goals[i]);
  sum (tally->step_asked, other->step_asked, problem->n_steps);
  sum (tally->step_on_time, other->step_on_time, problem->n_steps);
  sum (tally->step_critical, other->step_critical, problem->n_steps);
  sum (tally->route_reached, other->route_reached, problem->n_routes);
  sum (tally->rule_asked, other->rule_asked, problem->n_rules);
  sum (tally->rule_holds, other->rule_holds, problem->n_rules);
}

static double
share (gint32 part,
       gint32 of)
{
  return of > 0 ? (double) part / of : -1;
}

/**
 * segue_tally_end:
 * @tally: a tally
 *
 * Returns: (transfer full): its counts as shares and quantiles
 */
SegueRisk *
segue_tally_end (const SegueTally *tally)
{
  const SegueProblem *problem = tally->problem;
  SegueRisk *risk = g_new0 (SegueRisk, 1);

  risk->n_samples = tally->n_samples;
  risk->n_steps = problem->n_steps;
  risk->steps = g_new0 (SegueStepRisk, MAX (problem->n_steps, 1));
  risk->goals = g_new0 (SegueQuantiles, MAX (problem->n_goals, 1));
  risk->routes = g_new0 (double, MAX (problem->n_routes, 1));
  risk->rules = g_new0 (double, MAX (problem->n_rules, 1));
  for (gint32 i = 0; i < problem->n_steps; i++)
    risk->steps[i] = (SegueStepRisk) { ends_quantiles (&tally->steps[i]),
                                       share (tally->step_on_time[i], tally->step_asked[i]),
                                       share (tally->step_critical[i], tally->n_samples) };
  for (gint32 i = 0; i < problem->n_goals; i++)
    risk->goals[i] = ends_quantiles (&tally->goals[i]);
  for (gint32 i = 0; i < problem->n_routes; i++)
    risk->routes[i] = share (tally->route_reached[i], tally->n_samples);
  for (gint32 i = 0; i < problem->n_rules; i++)
    risk->rules[i] = share (tally->rule_holds[i], tally->rule_asked[i]);
  return risk;
}
