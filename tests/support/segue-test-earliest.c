/* segue-test-earliest.c - whether a step could end earlier with all else as it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-validator.h"

#include "support/segue-test-model.h"

/* One step is lifted out of the schedule and tried elsewhere. */
typedef struct
{
  const SegueProblem *problem;
  const SegueSchedule *schedule;
  const gint32 *chosen;
  gint32 step;
} Check;

static gboolean
is_other (Check  *check,
          gint32  step)
{
  return step != check->step && check->schedule->steps[step].active &&
         check->problem->steps[step].status != SEGUE_STATUS_DONE;
}

static gboolean
covers (const SegueStepResult *result,
        SegueDay               day)
{
  return result->start <= day && day <= result->end;
}

/* What @day has for the lifted step. */
static gint64
free_minutes (Check    *check,
              SegueDay  day)
{
  const SegueProblem *problem = check->problem;
  gint64 minutes = segue_test_capacity (problem, day);
  gint64 work = 0;

  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      const SegueStepResult *result = &check->schedule->steps[i];

      if (!is_other (check, i))
        continue;
      if (problem->steps[i].type != SEGUE_STEP_WORK && covers (result, day))
        minutes -= segue_test_load (&problem->steps[i], day);
      for (gint32 k = 0; k < result->minutes.n; k++)
        if (check->schedule->minutes[result->minutes.first + k].day == day)
          work += check->schedule->minutes[result->minutes.first + k].minutes;
    }
  return MAX (0, minutes) - work;
}

static SegueDay
day_of (Check      *check,
        SeguePoint  point,
        SegueDay    start,
        SegueDay    end)
{
  const SegueStepResult *result = &check->schedule->steps[point.step];
  gboolean first = point.side == SEGUE_SIDE_START ||
                   check->problem->steps[point.step].type == SEGUE_STEP_MILESTONE;

  if (point.step == check->step)
    return first ? start : end;
  return first ? result->start : result->end;
}

static gboolean
rules_hold (Check    *check,
            SegueDay  start,
            SegueDay  end)
{
  for (gint32 i = 0; i < check->problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &check->problem->rules[i];
      SegueDay point, other = 0;

      if (!segue_test_rule_active (check->problem, i, check->chosen))
        continue;
      point = day_of (check, rule->point, start, end);
      if (rule->relation == SEGUE_RELATION_AFTER)
        other = day_of (check, rule->other, start, end);
      if (segue_test_rule_too_late (check->problem, rule, point, other) > 0 ||
          segue_test_rule_too_early (check->problem, rule, point, other) > 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_pools (Check    *check,
           SegueDay  day)
{
  const SegueProblem *problem = check->problem;

  for (gint32 pool = 0; pool < problem->n_pools; pool++)
    {
      gint64 used = 0;

      for (gint32 i = 0; i < problem->n_steps; i++)
        for (gint32 k = 0; k < problem->steps[i].n_needs; k++)
          if (problem->needs[problem->steps[i].first_need + k].pool == pool &&
              (i == check->step || (is_other (check, i) && covers (&check->schedule->steps[i], day))))
            used += problem->needs[problem->steps[i].first_need + k].per_day;
      if (used > problem->pools[pool])
        return FALSE;
    }
  return TRUE;
}

static gboolean
wait_fits (Check    *check,
           SegueDay  start,
           SegueDay  end)
{
  const SegueStepSpec *step = &check->problem->steps[check->step];

  for (SegueDay day = start; day <= end; day++)
    if ((segue_test_load (step, day) > 0 && free_minutes (check, day) < segue_test_load (step, day)) ||
        !has_pools (check, day))
      return FALSE;
  return TRUE;
}

static char *
try_span (Check    *check,
          SegueDay  start)
{
  const SegueStepResult *result = &check->schedule->steps[check->step];
  SegueDay end = start + (result->end - result->start);

  if (!rules_hold (check, start, end))
    return NULL;
  if (check->problem->steps[check->step].type == SEGUE_STEP_WAIT && !wait_fits (check, start, end))
    return NULL;
  return g_strdup_printf ("step %d ends on %d and could end on %d", check->step, result->end, end);
}

/* Work that begins on or after @start takes all it finds. */
static char *
try_work (Check    *check,
          SegueDay  start)
{
  const SegueStepSpec *step = &check->problem->steps[check->step];
  const SegueStepResult *result = &check->schedule->steps[check->step];
  gint64 remaining = segue_test_remaining (step);
  SegueDay first = SEGUE_DAY_NONE;

  for (SegueDay day = start; day < result->end; day++)
    {
      gint64 minutes = MIN (free_minutes (check, day), segue_test_day_limit (step, day));

      if (minutes <= 0)
        continue;
      if (first == SEGUE_DAY_NONE)
        first = day;
      remaining -= minutes;
      if (remaining <= 0)
        return rules_hold (check, first, day) ?
               g_strdup_printf ("step %d ends on %d and could end on %d", check->step, result->end, day) : NULL;
    }
  return NULL;
}

static char *
check_step (Check *check)
{
  const SegueStepSpec *step = &check->problem->steps[check->step];
  const SegueStepResult *result = &check->schedule->steps[check->step];
  char *wrong = NULL;

  if (!result->active || step->status == SEGUE_STATUS_DONE || step->type == SEGUE_STEP_PRACTICE)
    return NULL;
  if (step->type == SEGUE_STEP_WORK && (step->min_per_day > 0 || segue_test_remaining (step) == 0))
    return NULL;
  for (SegueDay day = check->problem->now; day < result->end && !wrong; day++)
    if (step->type == SEGUE_STEP_WORK)
      wrong = try_work (check, day);
    else if (day < result->start)
      wrong = try_span (check, day);
  return wrong;
}

/**
 * segue_test_validate_earliest:
 * @problem: what was asked
 * @schedule: a feasible answer
 *
 * Where nothing is contiguous a step that can end earlier while all others
 * stay makes a better schedule, however ends are weighed against each other.
 *
 * Returns: (transfer full) (nullable): a step that could end earlier, or %NULL
 */
char *
segue_test_validate_earliest (const SegueProblem  *problem,
                              const SegueSchedule *schedule)
{
  g_autofree gint32 *chosen = segue_test_chosen_routes (schedule);
  char *wrong = NULL;

  for (gint32 i = 0; i < problem->n_steps; i++)
    if (schedule->steps[i].active && problem->steps[i].contiguous)
      return NULL;
  for (gint32 i = 0; i < problem->n_steps && !wrong; i++)
    {
      Check check = { problem, schedule, chosen, i };

      wrong = check_step (&check);
    }
  return wrong;
}
