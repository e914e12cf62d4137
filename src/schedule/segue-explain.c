/* segue-explain.c - what holds a step where it lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step lies as early as it may. So it is held by what gives its earliest
 * day, and by the hours where it begins later than that:
 *
 *    now    rule                      start
 *     │      │▒▒▒▒ hours are taken ▒▒▒▒█████
 *     ▲      ▲ floor                  ▲
 */
#include "schedule/segue-explain.h"

typedef struct
{
  const SegueProblem *problem;
  const SegueSchedule *schedule;
  gint32 step;
  GArray *holders;
  SegueDay floor; /* the earliest start that rules and now allow */
} Explanation;

static gboolean
occupies_days (const SegueProblem *problem,
               gint32              step)
{
  return problem->steps[step].type != SEGUE_STEP_MILESTONE;
}

/* The day that is added between the end of one step and the start of another. */
static gint32
get_next_day (const SegueProblem  *problem,
              const SegueRuleSpec *rule)
{
  return rule->other.side == SEGUE_SIDE_END && rule->point.side == SEGUE_SIDE_START &&
         occupies_days (problem, rule->other.step) && occupies_days (problem, rule->point.step) ? 1 : 0;
}

static SegueDay
get_day (const SegueSchedule *schedule,
         SeguePoint           point)
{
  const SegueStepResult *step = &schedule->steps[point.step];

  return point.side == SEGUE_SIDE_START ? step->start : step->end;
}

static gboolean
is_route_taken (Explanation *self,
                gint32       route)
{
  return route < 0 || self->schedule->goals[self->problem->routes[route].goal].chosen == route;
}

static gboolean
binds (Explanation         *self,
       const SegueRuleSpec *rule)
{
  if (!rule->enabled || !is_route_taken (self, rule->route) || !self->schedule->steps[rule->point.step].active)
    return FALSE;
  return rule->relation != SEGUE_RELATION_AFTER ||
         (self->schedule->steps[rule->other.step].active && get_day (self->schedule, rule->other) != SEGUE_DAY_NONE);
}

/* The earliest day that the rule leaves to one of the step's points. */
static gboolean
find_bound (Explanation         *self,
            const SegueRuleSpec *rule,
            SegueSide           *side,
            SegueDay            *bound)
{
  gint32 next = rule->relation == SEGUE_RELATION_AFTER ? get_next_day (self->problem, rule) : 0;

  if (rule->point.step == self->step && rule->relation != SEGUE_RELATION_NOT_AFTER)
    {
      *side = rule->point.side;
      *bound = rule->relation == SEGUE_RELATION_AFTER
        ? get_day (self->schedule, rule->other) + next + rule->min : rule->date;
      return TRUE;
    }
  if (rule->relation == SEGUE_RELATION_AFTER && rule->has_max && rule->other.step == self->step &&
      get_day (self->schedule, rule->point) != SEGUE_DAY_NONE)
    {
      *side = rule->other.side;
      *bound = get_day (self->schedule, rule->point) - next - rule->max;
      return TRUE;
    }
  return FALSE;
}

static void
add_holder (Explanation     *self,
            SegueHolderKind  kind,
            gint32           rule,
            gint32           step)
{
  SegueHolder holder = { .kind = kind, .rule = rule, .step = step };

  g_array_append_val (self->holders, holder);
}

/* @rules: %NULL for all of them. */
static void
add_rules (Explanation  *self,
           const gint32 *rules,
           gint32        n_rules)
{
  const SegueStepResult *result = &self->schedule->steps[self->step];

  for (gint32 i = 0; i < n_rules; i++)
    {
      gint32 index = rules ? rules[i] : i;
      const SegueRuleSpec *rule = &self->problem->rules[index];
      SegueSide side;
      SegueDay bound;

      if ((rule->point.step != self->step && rule->other.step != self->step) || !binds (self, rule) ||
          !find_bound (self, rule, &side, &bound))
        continue;
      /* What asks for a later day than this is broken and holds nothing. */
      if (bound > (side == SEGUE_SIDE_START ? result->start : result->end))
        continue;
      if (side == SEGUE_SIDE_START || !occupies_days (self->problem, self->step))
        self->floor = MAX (self->floor, bound);
      else if (bound == result->end)
        self->floor = MAX (self->floor, result->start);
      if (bound == (side == SEGUE_SIDE_START ? result->start : result->end))
        add_holder (self, SEGUE_HOLDER_RULE, index, -1);
    }
}

static gint64
sum_minutes (Explanation *self,
             gint32       step,
             SegueDay     begin,
             SegueDay     end)
{
  SegueSlice slice = self->schedule->steps[step].minutes;
  gint64 sum = 0;

  for (gint32 i = slice.first; i < slice.first + slice.n; i++)
    if (self->schedule->minutes[i].day >= begin && self->schedule->minutes[i].day < end)
      sum += self->schedule->minutes[i].minutes;
  return sum;
}

/* The step that takes most of the hours before the start. */
static gint32
find_competitor (Explanation *self,
                 SegueDay     begin,
                 SegueDay     end)
{
  gint32 most = -1;
  gint64 most_minutes = 0;

  for (gint32 i = 0; i < self->schedule->n_steps; i++)
    {
      const SegueStepResult *other = &self->schedule->steps[i];
      gboolean is_there = i != self->step && other->start < end && other->end >= begin;
      gint64 minutes = is_there ? sum_minutes (self, i, begin, end) : 0;

      if (minutes > most_minutes)
        {
          most = i;
          most_minutes = minutes;
        }
    }
  return most;
}

/**
 * segue_explain_by:
 * @problem: a plan
 * @schedule: @problem laid out
 * @step: index of a step
 * @rules: (nullable) (array length=n_rules): those of its rules that touch the
 *   step, in their order; %NULL: who does is not known
 * @n_rules: how many
 * @n_holders: (out): how many reasons there are
 *
 * Returns: (transfer full): as segue_schedule_explain()
 */
SegueHolder *
segue_explain_by (const SegueProblem  *problem,
                  const SegueSchedule *schedule,
                  gint32               step,
                  const gint32        *rules,
                  gint32               n_rules,
                  gint32              *n_holders)
{
  Explanation self = { problem, schedule, step, NULL, problem->now };
  const SegueStepResult *result = &schedule->steps[step];

  self.holders = g_array_new (FALSE, FALSE, sizeof (SegueHolder));
  if (result->active && result->start != SEGUE_DAY_NONE && problem->steps[step].status != SEGUE_STATUS_DONE)
    {
      add_rules (&self, rules, rules ? n_rules : problem->n_rules);
      if (result->start > self.floor)
        add_holder (&self, SEGUE_HOLDER_CAPACITY, -1, find_competitor (&self, self.floor, result->start));
      else if (result->start == problem->now)
        add_holder (&self, SEGUE_HOLDER_NOW, -1, -1);
    }
  *n_holders = (gint32) self.holders->len;
  return (SegueHolder *) (gpointer) g_array_free (self.holders, FALSE);
}

/**
 * segue_schedule_explain:
 * @problem: a plan
 * @schedule: @problem laid out
 * @step: index of a step
 * @n_holders: (out): how many reasons there are
 *
 * Says what holds @step where it lies: the rules that allow no earlier day,
 * the present day, or the hours that others take. What is done, inactive or
 * without a place is held by nothing.
 *
 * Returns: (transfer full) (array length=n_holders): the reasons, rules first;
 *   free with g_free()
 */
SegueHolder *
segue_schedule_explain (const SegueProblem  *problem,
                        const SegueSchedule *schedule,
                        gint32               step,
                        gint32              *n_holders)
{
  return segue_explain_by (problem, schedule, step, NULL, 0, n_holders);
}
