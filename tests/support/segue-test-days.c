/* segue-test-days.c - whether steps lie where their rules and lengths say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-validator.h"

#include "support/segue-test-model.h"
#include "support/segue-test-network.h"

static gboolean
is_placed (const SegueSchedule *schedule,
           gint32               step)
{
  return schedule->steps[step].start != SEGUE_DAY_NONE;
}

static SegueDay
day_of (const SegueProblem  *problem,
        const SegueSchedule *schedule,
        SeguePoint           point)
{
  const SegueStepResult *result = &schedule->steps[point.step];

  if (problem->steps[point.step].type == SEGUE_STEP_MILESTONE || point.side == SEGUE_SIDE_START)
    return result->start;
  return result->end;
}

static char *
check_done (const SegueStepSpec   *step,
            const SegueStepResult *result,
            gint32                 index)
{
  if (step->done_on != SEGUE_DAY_NONE && result->end != step->done_on)
    return g_strdup_printf ("step %d was done on %d and ends on %d", index, step->done_on, result->end);
  if (step->type != SEGUE_STEP_MILESTONE && step->done_on != SEGUE_DAY_NONE &&
      step->started_on != SEGUE_DAY_NONE && result->start != step->started_on)
    return g_strdup_printf ("step %d was started on %d and starts on %d", index, step->started_on, result->start);
  if (result->minutes.n != 0)
    return g_strdup_printf ("step %d is done and has minutes", index);
  return NULL;
}

static char *
check_length (const SegueStepSpec   *step,
              const SegueStepResult *result,
              gint32                 index)
{
  gint32 length = result->end - result->start + 1;

  if (step->type == SEGUE_STEP_MILESTONE && length != 1)
    return g_strdup_printf ("milestone %d takes %d days", index, length);
  if (step->type == SEGUE_STEP_WAIT && length != step->days[SEGUE_ESTIMATE_LIKELY])
    return g_strdup_printf ("wait %d takes %d days, not %d", index, length, step->days[SEGUE_ESTIMATE_LIKELY]);
  if (length < 1)
    return g_strdup_printf ("step %d starts on %d and ends on %d", index, result->start, result->end);
  return NULL;
}

static char *
check_step (const SegueProblem  *problem,
            const SegueSchedule *schedule,
            const gint32        *chosen,
            gint32               index)
{
  const SegueStepSpec *step = &problem->steps[index];
  const SegueStepResult *result = &schedule->steps[index];
  gboolean active = segue_test_step_active (problem, index, chosen);
  gint32 late = 0;

  if (!result->active != !active)
    return g_strdup_printf ("step %d is %sactive", index, active ? "not told to be " : "told to be ");
  if (!active)
    return result->minutes.n == 0 ? NULL : g_strdup_printf ("step %d is not active and has minutes", index);
  if ((result->start == SEGUE_DAY_NONE) != (result->end == SEGUE_DAY_NONE))
    return g_strdup_printf ("step %d has only one day", index);
  if (step->status == SEGUE_STATUS_DONE)
    return check_done (step, result, index);
  if (!is_placed (schedule, index))
    return NULL;
  if (result->start < problem->now)
    return g_strdup_printf ("step %d starts on %d, before now %d", index, result->start, problem->now);
  if (step->target != SEGUE_DAY_NONE)
    late = MAX (0, result->end - step->target);
  if (result->late_days != late)
    return g_strdup_printf ("step %d is %d days late, not %d", index, late, result->late_days);
  return check_length (step, result, index);
}

static gboolean
is_tied (const SegueProblem *problem,
         gint32              practice)
{
  for (gint32 i = 0; i < problem->n_rules; i++)
    if (problem->rules[i].relation == SEGUE_RELATION_AFTER &&
        (problem->rules[i].point.step == practice || problem->rules[i].other.step == practice))
      return TRUE;
  return FALSE;
}

/* Of a practice that only dates bind one can say which days they leave it:
 * from the latest of the lower bounds (or now) to the earliest of the upper
 * ones or, where there is none, at least to the last end of the plan. */
static char *
check_practice (const SegueProblem  *problem,
                const SegueSchedule *schedule,
                const gint32        *chosen,
                gint32               index)
{
  const SegueStepResult *result = &schedule->steps[index];
  SegueDay from = problem->now, until = G_MAXINT32, last = problem->now;

  if (problem->steps[index].type != SEGUE_STEP_PRACTICE || problem->steps[index].status == SEGUE_STATUS_DONE ||
      !result->active || !schedule->feasible || is_tied (problem, index))
    return NULL;
  for (gint32 i = 0; i < problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[i];

      if (rule->point.step != index || !segue_test_rule_active (problem, i, chosen))
        continue;
      if (rule->point.side == SEGUE_SIDE_START && rule->relation != SEGUE_RELATION_NOT_AFTER)
        from = MAX (from, rule->date);
      if (rule->point.side == SEGUE_SIDE_END && rule->relation != SEGUE_RELATION_NOT_BEFORE)
        until = MIN (until, rule->date);
    }
  for (gint32 i = 0; i < problem->n_steps; i++)
    if (problem->steps[i].type != SEGUE_STEP_PRACTICE && schedule->steps[i].active && is_placed (schedule, i))
      last = MAX (last, schedule->steps[i].end);
  if (result->start != from || (until < G_MAXINT32 && result->end != until) || result->end < MIN (last, until))
    return g_strdup_printf ("practice %d lies from %d to %d, its rules leave it %d to %d, the plan ends on %d", index,
                            result->start, result->end, from, until, last);
  return NULL;
}

static gint32
told_broken (const SegueSchedule *schedule,
             gint32               rule)
{
  gint32 days = 0;

  for (gint32 i = 0; i < schedule->n_broken; i++)
    if (schedule->broken[i].rule == rule)
      days = schedule->broken[i].days_late;
  return days;
}

/* The lower side gives way only in a circle of after rules, or to what is done. */
static gboolean
may_be_early (const SegueProblem  *problem,
              const SegueRuleSpec *rule,
              const gint32        *chosen)
{
  g_autoptr (SegueTestNetwork) network = NULL;

  if (problem->steps[rule->point.step].status == SEGUE_STATUS_DONE)
    return TRUE;
  if (rule->relation != SEGUE_RELATION_AFTER)
    return FALSE;
  network = segue_test_network_new (problem);
  for (gint32 i = 0; i < problem->n_steps; i++)
    segue_test_network_add_step (network, i);
  for (gint32 i = 0; i < problem->n_rules; i++)
    if (problem->rules[i].relation == SEGUE_RELATION_AFTER && segue_test_rule_active (problem, i, chosen))
      segue_test_network_add_rule (network, i);
  return !segue_test_network_consistent (network, -1);
}

static char *
check_rule (const SegueProblem  *problem,
            const SegueSchedule *schedule,
            const gint32        *chosen,
            gint32               index)
{
  const SegueRuleSpec *rule = &problem->rules[index];
  gboolean after = rule->relation == SEGUE_RELATION_AFTER;
  gint32 told = told_broken (schedule, index);
  SegueDay point, other;
  gint64 late, early;

  if (!segue_test_rule_active (problem, index, chosen) || !is_placed (schedule, rule->point.step) ||
      (after && !is_placed (schedule, rule->other.step)))
    return told == 0 ? NULL : g_strdup_printf ("rule %d binds nothing here and is told to be broken", index);
  point = day_of (problem, schedule, rule->point);
  other = after ? day_of (problem, schedule, rule->other) : 0;
  late = segue_test_rule_too_late (problem, rule, point, other);
  early = segue_test_rule_too_early (problem, rule, point, other);
  if (told != MAX (0, MAX (late, early)))
    return g_strdup_printf ("rule %d is broken by %" G_GINT64_FORMAT " days, told is %d",
                            index, MAX (0, MAX (late, early)), told);
  if (early > 0 && !may_be_early (problem, rule, chosen))
    return g_strdup_printf ("the lower side of rule %d gives way by %" G_GINT64_FORMAT " days", index, early);
  return NULL;
}

static char *
check_broken_list (const SegueProblem  *problem,
                   const SegueSchedule *schedule)
{
  for (gint32 i = 0; i < schedule->n_broken; i++)
    {
      const SegueBroken *broken = &schedule->broken[i];

      if (broken->rule < 0 || broken->rule >= problem->n_rules || broken->days_late <= 0)
        return g_strdup_printf ("entry %d of broken says rule %d, %d days", i, broken->rule, broken->days_late);
      for (gint32 k = 0; k < i && schedule->n_broken < 1000; k++)
        if (schedule->broken[k].rule == broken->rule)
          return g_strdup_printf ("rule %d is told twice to be broken", broken->rule);
    }
  return NULL;
}

/* Whether what is laid out holds two that exclude each other. */
static gboolean
has_both (const SegueProblem *problem,
          const gint32       *chosen)
{
  for (gint32 i = 0; i < problem->n_exclusives; i++)
    {
      const SegueExclusiveSpec *exclusive = &problem->exclusives[i];
      gint32 n = 0;

      for (gint32 k = 0; k < exclusive->n_routes; k++)
        n += segue_test_route_active (problem, exclusive->routes[k], chosen);
      for (gint32 k = 0; k < exclusive->n_steps; k++)
        n += segue_test_step_active (problem, exclusive->steps[k], chosen);
      if (n > 1)
        return TRUE;
    }
  return FALSE;
}

static char *
check_feasible (const SegueProblem  *problem,
                const SegueSchedule *schedule,
                const gint32        *chosen)
{
  gboolean feasible = schedule->n_broken == 0 && !has_both (problem, chosen);

  for (gint32 i = 0; i < problem->n_steps && feasible; i++)
    if (schedule->steps[i].active && !is_placed (schedule, i) &&
        (problem->steps[i].status != SEGUE_STATUS_DONE || problem->steps[i].done_on != SEGUE_DAY_NONE))
      feasible = FALSE;
  if (!schedule->feasible != !feasible)
    return g_strdup_printf ("told is that it is %sfeasible", schedule->feasible ? "" : "not ");
  if (!feasible && schedule->n_conflicts == 0)
    return g_strdup ("it is not feasible and no conflict is stated");
  return NULL;
}

/* Returns: (transfer full): the route that is laid out of each goal */
gint32 *
segue_test_chosen_routes (const SegueSchedule *schedule)
{
  gint32 *chosen = g_new (gint32, MAX (1, schedule->n_goals));

  for (gint32 i = 0; i < schedule->n_goals; i++)
    chosen[i] = schedule->goals[i].chosen;
  return chosen;
}

/* Returns: (transfer full) (nullable): the first claim that is not true */
char *
segue_test_validate_days (const SegueProblem  *problem,
                          const SegueSchedule *schedule)
{
  g_autofree gint32 *chosen = segue_test_chosen_routes (schedule);
  char *wrong = check_broken_list (problem, schedule);

  for (gint32 i = 0; i < problem->n_steps && !wrong; i++)
    wrong = check_step (problem, schedule, chosen, i);
  for (gint32 i = 0; i < problem->n_rules && !wrong; i++)
    wrong = check_rule (problem, schedule, chosen, i);
  for (gint32 i = 0; i < problem->n_steps && !wrong; i++)
    wrong = check_practice (problem, schedule, chosen, i);
  return wrong ? wrong : check_feasible (problem, schedule, chosen);
}
