/* segue-test-model.c - the words of the plan model, each as a slow function
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-model.h"

static gboolean
occupies_days (const SegueProblem *problem,
               gint32              step)
{
  return problem->steps[step].type != SEGUE_STEP_MILESTONE;
}

/* Minutes the person can give on @day. */
gint32
segue_test_capacity (const SegueProblem *problem,
                     SegueDay            day)
{
  SegueWeekday weekday = segue_day_get_weekday (day);

  for (gint32 i = 0; i < problem->n_days_off; i++)
    if (problem->days_off[i] == day)
      return 0;
  for (gint32 i = problem->n_periods - 1; i >= 0; i--)
    {
      const SeguePeriod *period = &problem->periods[i];

      if (day >= period->begin && day < period->end && period->minutes[weekday] >= 0)
        return period->minutes[weekday];
    }
  return problem->week[weekday];
}

gint32
segue_test_load (const SegueStepSpec *step,
                 SegueDay             day)
{
  return step->has_load ? step->load[segue_day_get_weekday (day)] : 0;
}

/* Minutes of a work step that are still to be placed. */
gint32
segue_test_remaining (const SegueStepSpec *step)
{
  if (step->type != SEGUE_STEP_WORK || step->status == SEGUE_STATUS_DONE)
    return 0;
  return MAX (0, step->effort[SEGUE_ESTIMATE_LIKELY] - step->spent);
}

/* The most that a work step itself lets a day hold. */
gint32
segue_test_day_limit (const SegueStepSpec *step,
                      SegueDay             day)
{
  if (!(step->weekdays & (1 << segue_day_get_weekday (day))))
    return 0;
  return step->max_per_day > 0 ? step->max_per_day : G_MAXINT32;
}

gboolean
segue_test_route_closed (const SegueProblem *problem,
                         gint32              route)
{
  if (problem->routes[route].closed)
    return TRUE;
  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      const SegueStepSpec *step = &problem->steps[i];

      if (step->gate && step->route == route && step->status != SEGUE_STATUS_DROPPED &&
          (step->outcome == SEGUE_OUTCOME_FAILED || step->outcome == SEGUE_OUTCOME_MISSED))
        return TRUE;
    }
  return FALSE;
}

/* @chosen: the active route of each goal, or -1 */
gboolean
segue_test_route_active (const SegueProblem *problem,
                         gint32              route,
                         const gint32       *chosen)
{
  return route < 0 || chosen[problem->routes[route].goal] == route;
}

gboolean
segue_test_step_active (const SegueProblem *problem,
                        gint32              step,
                        const gint32       *chosen)
{
  return problem->steps[step].status != SEGUE_STATUS_DROPPED &&
         segue_test_route_active (problem, problem->steps[step].route, chosen);
}

gboolean
segue_test_rule_active (const SegueProblem *problem,
                        gint32              rule,
                        const gint32       *chosen)
{
  const SegueRuleSpec *spec = &problem->rules[rule];

  return spec->enabled &&
         segue_test_route_active (problem, spec->route, chosen) &&
         segue_test_step_active (problem, spec->point.step, chosen) &&
         (spec->relation != SEGUE_RELATION_AFTER ||
          segue_test_step_active (problem, spec->other.step, chosen));
}

/* k of section 2: the day after an end is the first that a start can have. */
gint32
segue_test_rule_lag (const SegueProblem  *problem,
                     const SegueRuleSpec *rule)
{
  return rule->point.side == SEGUE_SIDE_START && occupies_days (problem, rule->point.step) &&
         rule->other.side == SEGUE_SIDE_END && occupies_days (problem, rule->other.step);
}

/* By how many days the upper side of the rule is broken; 0 or less: it holds. */
gint64
segue_test_rule_too_late (const SegueProblem  *problem,
                          const SegueRuleSpec *rule,
                          SegueDay             point,
                          SegueDay             other)
{
  switch (rule->relation)
    {
    case SEGUE_RELATION_NOT_AFTER:
    case SEGUE_RELATION_ON:
      return (gint64) point - rule->date;
    case SEGUE_RELATION_AFTER:
      if (rule->has_max)
        return point - ((gint64) other + segue_test_rule_lag (problem, rule) + rule->max);
      return 0;
    case SEGUE_RELATION_NOT_BEFORE:
    default:
      return 0;
    }
}

/* The same of the lower side. */
gint64
segue_test_rule_too_early (const SegueProblem  *problem,
                           const SegueRuleSpec *rule,
                           SegueDay             point,
                           SegueDay             other)
{
  switch (rule->relation)
    {
    case SEGUE_RELATION_NOT_BEFORE:
    case SEGUE_RELATION_ON:
      return (gint64) rule->date - point;
    case SEGUE_RELATION_AFTER:
      return ((gint64) other + segue_test_rule_lag (problem, rule) + rule->min) - point;
    case SEGUE_RELATION_NOT_AFTER:
    default:
      return 0;
    }
}
