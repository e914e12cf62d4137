/* segue-compare.c - two plans side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows stand in the order of the first plan; what only the second has follows.
 */
#include "core/segue-compare.h"

#include "core/segue-diff.h"

struct _SegueComparison
{
  SegueLayout *before;
  SegueLayout *after;
  GArray *goals;
  GArray *steps;
  GHashTable *step_indexes; /* id to index + 1 */
  GPtrArray *records;       /* of SegueRecord: those of the plans that are named here */
  SegueChangeSet *changes;
};

static void
measure_shift (SegueDay  before,
               SegueDay  after,
               gboolean *has_shift,
               int      *shift)
{
  *has_shift = before != SEGUE_DAY_NONE && after != SEGUE_DAY_NONE;
  *shift = *has_shift ? after - before : 0;
}

static void
read_step (SegueLayout       *layout,
           const char        *id,
           gboolean          *active,
           SegueDay          *start,
           SegueDay          *end)
{
  const SegueStepResult *result = segue_layout_get_step_result (layout, id);

  *active = result && result->active;
  *start = *active ? result->start : SEGUE_DAY_NONE;
  *end = *active ? result->end : SEGUE_DAY_NONE;
}

/* A plan may go on while the comparison stands. */
static void
hold (SegueComparison   *self,
      const SegueRecord *record)
{
  if (record)
    g_ptr_array_add (self->records, segue_record_ref (record));
}

static void
add_step (SegueComparison   *self,
          const char        *id,
          const SegueRecord *before,
          const SegueRecord *after)
{
  SegueStepDifference step = { before, after };

  hold (self, before);
  hold (self, after);
  read_step (self->before, id, &step.active_before, &step.start_before, &step.end_before);
  read_step (self->after, id, &step.active_after, &step.start_after, &step.end_after);
  measure_shift (step.end_before, step.end_after, &step.has_shift, &step.shift);
  g_array_append_val (self->steps, step);
  g_hash_table_insert (self->step_indexes, (gpointer) id, GUINT_TO_POINTER (self->steps->len));
}

static SegueDay
find_goal_end (SegueLayout *layout,
               int          goal)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  SegueDay end = SEGUE_DAY_NONE;

  for (gint32 i = 0; goal >= 0 && i < problem->n_steps; i++)
    if (problem->steps[i].goal == goal && problem->steps[i].type != SEGUE_STEP_PRACTICE &&
        !segue_layout_is_emitted (layout, SEGUE_KIND_STEP, i) && schedule->steps[i].active && schedule->steps[i].end > end)
      end = schedule->steps[i].end;
  return end;
}

static const SegueRecord *
find_route (SegueLayout *layout,
            const char  *goal_id,
            gboolean    *reached)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  int goal = segue_layout_find (layout, SEGUE_KIND_GOAL, goal_id);
  gint32 chosen = goal >= 0 ? schedule->goals[goal].chosen : -1;

  *reached = chosen >= 0 ? schedule->routes[chosen].status == SEGUE_ROUTE_CHOSEN
                         : goal >= 0 && schedule->goals[goal].conflicts.n == 0;
  return chosen >= 0 ? segue_layout_get_route (layout, chosen) : NULL;
}

static void
add_goal (SegueComparison   *self,
          const char        *id,
          const SegueRecord *before,
          const SegueRecord *after)
{
  SegueGoalDifference goal = { before, after };

  hold (self, before);
  hold (self, after);
  goal.route_before = find_route (self->before, id, &goal.reached_before);
  goal.route_after = find_route (self->after, id, &goal.reached_after);
  goal.end_before = find_goal_end (self->before, segue_layout_find (self->before, SEGUE_KIND_GOAL, id));
  goal.end_after = find_goal_end (self->after, segue_layout_find (self->after, SEGUE_KIND_GOAL, id));
  measure_shift (goal.end_before, goal.end_after, &goal.has_shift, &goal.shift);
  g_array_append_val (self->goals, goal);
}

typedef void (*AddFunc) (SegueComparison *self, const char *id, const SegueRecord *before, const SegueRecord *after);

static void
add_all (SegueComparison *self,
         SeguePlan       *before,
         SeguePlan       *after,
         SegueKind        kind,
         AddFunc          add)
{
  for (guint i = 0; i < segue_plan_count (before, kind); i++)
    {
      const char *id = segue_record_get_id (segue_plan_get_nth (before, kind, i));

      add (self, id, segue_plan_find_kind (before, kind, id), segue_plan_find_kind (after, kind, id));
    }
  for (guint i = 0; i < segue_plan_count (after, kind); i++)
    {
      const SegueRecord *record = segue_plan_get_nth (after, kind, i);

      if (segue_plan_find_kind (before, kind, segue_record_get_id (record)) == NULL)
        add (self, segue_record_get_id (record), NULL, record);
    }
}

/* The copy's own name is no assumption. */
static SegueChangeSet *
find_changes (SeguePlan *before,
              SeguePlan *after)
{
  g_autoptr (SegueChangeSet) all = segue_plan_diff (before, after, "");
  SegueChangeSet *changes = segue_change_set_new ("");

  for (guint i = 0; i < segue_change_set_count (all); i++)
    {
      const SegueChange *change = segue_change_set_get (all, i);

      if (segue_record_get_kind (change->after ? change->after : change->before) != SEGUE_KIND_PLAN)
        segue_change_set_add (changes, change->before, change->after);
    }
  return changes;
}

/**
 * segue_comparison_new:
 * @before: a plan
 * @before_layout: @before laid out
 * @after: another, usually a scenario of the first
 * @after_layout: @after laid out
 *
 * Returns: (transfer full): what differs
 */
SegueComparison *
segue_comparison_new (SeguePlan   *before,
                      SegueLayout *before_layout,
                      SeguePlan   *after,
                      SegueLayout *after_layout)
{
  SegueComparison *self;

  g_return_val_if_fail (SEGUE_IS_PLAN (before) && before_layout != NULL, NULL);
  g_return_val_if_fail (SEGUE_IS_PLAN (after) && after_layout != NULL, NULL);

  self = g_new0 (SegueComparison, 1);
  self->before = segue_layout_ref (before_layout);
  self->after = segue_layout_ref (after_layout);
  self->goals = g_array_new (FALSE, FALSE, sizeof (SegueGoalDifference));
  self->steps = g_array_new (FALSE, FALSE, sizeof (SegueStepDifference));
  self->step_indexes = g_hash_table_new (g_str_hash, g_str_equal);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);
  self->changes = find_changes (before, after);
  add_all (self, before, after, SEGUE_KIND_GOAL, add_goal);
  add_all (self, before, after, SEGUE_KIND_STEP, add_step);
  return self;
}

void
segue_comparison_free (SegueComparison *self)
{
  g_clear_pointer (&self->step_indexes, g_hash_table_unref);
  g_clear_pointer (&self->goals, g_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->before, segue_layout_unref);
  g_clear_pointer (&self->after, segue_layout_unref);
  g_free (self);
}

guint
segue_comparison_n_goals (SegueComparison *self)
{
  return self->goals->len;
}

const SegueGoalDifference *
segue_comparison_get_goal (SegueComparison *self,
                           guint            index)
{
  g_return_val_if_fail (index < self->goals->len, NULL);

  return &g_array_index (self->goals, SegueGoalDifference, index);
}

guint
segue_comparison_n_steps (SegueComparison *self)
{
  return self->steps->len;
}

const SegueStepDifference *
segue_comparison_get_step (SegueComparison *self,
                           guint            index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);

  return &g_array_index (self->steps, SegueStepDifference, index);
}

/**
 * segue_comparison_find_step:
 * @self: a comparison
 * @id: the id of a step
 *
 * Returns: (nullable): the step in both plans, if either has it
 */
const SegueStepDifference *
segue_comparison_find_step (SegueComparison *self,
                            const char      *id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->step_indexes, id));

  return place > 0 ? segue_comparison_get_step (self, place - 1) : NULL;
}

SegueChangeSet *
segue_comparison_get_changes (SegueComparison *self)
{
  return self->changes;
}
