/* segue-test-latest.c - whether the last-minute schedule is one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-validator.h"

#include "support/segue-test-model.h"

/* A work step in the last-minute schedule. */
typedef struct
{
  SegueDay start;
  SegueDay end;
  gint32 step;
} Span;

static gboolean
is_live (const SegueProblem  *problem,
         const SegueSchedule *schedule,
         gint32               step)
{
  return schedule->steps[step].active && problem->steps[step].status != SEGUE_STATUS_DONE &&
         schedule->steps[step].start != SEGUE_DAY_NONE;
}

static char *
check_step (const SegueProblem  *problem,
            const SegueSchedule *schedule,
            gint32               index)
{
  const SegueStepSpec *step = &problem->steps[index];
  const SegueStepResult *result = &schedule->steps[index];

  if (result->latest_end == SEGUE_DAY_NONE)
    return result->critical ? g_strdup_printf ("step %d is critical without a latest end", index) : NULL;
  if (result->slack != result->latest_end - result->end || !result->critical != (result->slack != 0))
    return g_strdup_printf ("step %d ends on %d, latest %d, slack %d, critical %d", index, result->end,
                            result->latest_end, result->slack, result->critical);
  if (result->slack < 0)
    return g_strdup_printf ("step %d ends on %d, at the latest on %d", index, result->end, result->latest_end);
  if (step->target != SEGUE_DAY_NONE && result->latest_end > MAX (step->target, result->end))
    return g_strdup_printf ("step %d may end on %d, its target is %d", index, result->latest_end, step->target);
  if (result->latest_start == SEGUE_DAY_NONE || step->type == SEGUE_STEP_PRACTICE)
    return NULL;
  if (step->type == SEGUE_STEP_WAIT &&
      result->latest_end - result->latest_start != step->days[SEGUE_ESTIMATE_LIKELY] - 1)
    return g_strdup_printf ("wait %d lies latest from %d to %d", index, result->latest_start, result->latest_end);
  if (result->latest_start > result->latest_end)
    return g_strdup_printf ("step %d lies latest from %d to %d", index, result->latest_start, result->latest_end);
  return NULL;
}

static SegueDay
latest_of (const SegueProblem  *problem,
           const SegueSchedule *schedule,
           SeguePoint           point)
{
  const SegueStepResult *result = &schedule->steps[point.step];

  if (problem->steps[point.step].status == SEGUE_STATUS_DONE)
    return point.side == SEGUE_SIDE_START ? result->start : result->end;
  if (problem->steps[point.step].type == SEGUE_STEP_MILESTONE || point.side == SEGUE_SIDE_END)
    return result->latest_end;
  return result->latest_start;
}

static char *
check_rule (const SegueProblem  *problem,
            const SegueSchedule *schedule,
            gint32               index)
{
  const SegueRuleSpec *rule = &problem->rules[index];
  gboolean after = rule->relation == SEGUE_RELATION_AFTER;
  SegueDay point = latest_of (problem, schedule, rule->point);
  SegueDay other = after ? latest_of (problem, schedule, rule->other) : 0;

  if (problem->steps[rule->point.step].type == SEGUE_STEP_PRACTICE ||
      (after && problem->steps[rule->other.step].type == SEGUE_STEP_PRACTICE))
    return NULL;
  if (after && point != SEGUE_DAY_NONE && other == SEGUE_DAY_NONE)
    return g_strdup_printf ("rule %d limits step %d, which is told to have no limit", index, rule->other.step);
  if (after && rule->has_max && point == SEGUE_DAY_NONE && other != SEGUE_DAY_NONE)
    return g_strdup_printf ("rule %d limits step %d, which is told to have no limit", index, rule->point.step);
  if (point == SEGUE_DAY_NONE && (rule->relation == SEGUE_RELATION_ON || rule->relation == SEGUE_RELATION_NOT_AFTER))
    return g_strdup_printf ("rule %d limits step %d, which is told to have no limit", index, rule->point.step);
  if (point == SEGUE_DAY_NONE)
    return NULL;
  if (segue_test_rule_too_late (problem, rule, point, other) > 0 ||
      segue_test_rule_too_early (problem, rule, point, other) > 0)
    return g_strdup_printf ("rule %d does not hold at the latest days %d and %d", index, point, other);
  return NULL;
}

static gint
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const Span *x = a, *y = b;

  return (x->end > y->end) - (x->end < y->end);
}

static gint64
free_minutes (const SegueProblem  *problem,
              const SegueSchedule *schedule,
              SegueDay             day)
{
  gint64 free = segue_test_capacity (problem, day);

  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      const SegueStepResult *result = &schedule->steps[i];

      if (problem->steps[i].type == SEGUE_STEP_WAIT && is_live (problem, schedule, i) &&
          result->latest_end != SEGUE_DAY_NONE && day >= result->latest_start && day <= result->latest_end)
        free -= segue_test_load (&problem->steps[i], day);
    }
  return free;
}

/* No window may have to hold more work than it has minutes. */
static char *
check_hours (const SegueProblem  *problem,
             const SegueSchedule *schedule)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      Span span = { schedule->steps[i].latest_start, schedule->steps[i].latest_end, i };

      if (is_live (problem, schedule, i) && segue_test_remaining (&problem->steps[i]) > 0 &&
          span.end != SEGUE_DAY_NONE && span.start != SEGUE_DAY_NONE)
        g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len && spans->len < 200; i++)
    {
      SegueDay from = g_array_index (spans, Span, i).start;
      SegueDay reached = from;
      gint64 needed = 0, there = 0;

      for (guint k = 0; k < spans->len; k++)
        {
          const Span *span = &g_array_index (spans, Span, k);

          if (span->start < from)
            continue;
          needed += segue_test_remaining (&problem->steps[span->step]);
          for (; reached <= span->end; reached++)
            there += MAX (0, free_minutes (problem, schedule, reached));
          if (needed > there)
            return g_strdup_printf ("at the latest days %d to %d hold %" G_GINT64_FORMAT " minutes of work and have %"
                                    G_GINT64_FORMAT, from, span->end, needed, there);
        }
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the first claim that is not true */
char *
segue_test_validate_latest (const SegueProblem  *problem,
                            const SegueSchedule *schedule)
{
  g_autofree gint32 *chosen = segue_test_chosen_routes (schedule);
  char *wrong = NULL;

  for (gint32 i = 0; i < problem->n_steps && !wrong; i++)
    if (is_live (problem, schedule, i) && schedule->feasible)
      wrong = check_step (problem, schedule, i);
  for (gint32 i = 0; i < problem->n_rules && !wrong && schedule->feasible; i++)
    if (segue_test_rule_active (problem, i, chosen))
      wrong = check_rule (problem, schedule, i);
  if (!wrong && schedule->feasible)
    wrong = check_hours (problem, schedule);
  return wrong;
}
