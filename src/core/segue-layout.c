/* segue-layout.c - a plan laid out by the engine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-layout.h"

#include "core/segue-layout-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (SegueLayout, segue_layout, segue_layout_ref, segue_layout_unref)

static void (*watcher) (void);

/* The ids outlive the records, as a table may go from one layout to the next. */
static GHashTable *
new_indexes (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) g_ref_string_release, NULL);
}

static SegueLayout *
layout_new (SegueDay now)
{
  SegueLayout *self = g_new0 (SegueLayout, 1);

  g_atomic_ref_count_init (&self->ref_count);
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    self->records[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);
  self->indexes = new_indexes ();
  self->emitted = new_indexes ();
  self->problem.now = now;
  self->periods = g_array_new (FALSE, TRUE, sizeof (SeguePeriod));
  self->days_off = g_array_new (FALSE, TRUE, sizeof (SegueDay));
  self->pools = g_array_new (FALSE, TRUE, sizeof (gint32));
  self->goals = g_array_new (FALSE, TRUE, sizeof (SegueGoalSpec));
  self->routes = g_array_new (FALSE, TRUE, sizeof (SegueRouteSpec));
  self->steps = g_array_new (FALSE, TRUE, sizeof (SegueStepSpec));
  self->needs = g_array_new (FALSE, TRUE, sizeof (SegueNeed));
  self->rules = g_array_new (FALSE, TRUE, sizeof (SegueRuleSpec));
  self->exclusives = g_array_new (FALSE, TRUE, sizeof (SegueExclusiveSpec));
  self->members = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static SegueLayout *
describe_plan (SeguePlan           *plan,
               SegueDay             now,
               SegueLayout         *previous,
               const SegueSchedule *leaves)
{
  SegueLayout *self = layout_new (now);

  if (previous == NULL || !segue_layout_keep_plan (self, plan, previous))
    segue_layout_add_plan (self, plan);
  segue_layout_add_grants (self, plan, leaves);
  segue_layout_close (self);
  return self;
}

static SegueDay
get_now (SeguePlan *plan,
         SegueDay   today)
{
  SegueDay now = segue_record_get_day (segue_plan_get_header (plan), SEGUE_PLAN_NOW);

  return now == SEGUE_DAY_NONE ? today : now;
}

/* The earlier schedule, if any, with its steps where they stand now: the engine
 * knows them by their index alone. The caller frees the steps, nothing else. */
static SegueSchedule
carry_over (SegueLayout *self,
            SegueLayout *previous)
{
  SegueSchedule carried = { .n_steps = (gint32) self->steps->len };
  guint n_alike = previous && segue_layout_is_alike (self, previous) ? self->n_own_steps : 0;

  carried.steps = g_new (SegueStepResult, self->steps->len + 1);
  if (n_alike > 0)
    memcpy (carried.steps, previous->schedule->steps, sizeof (SegueStepResult) * n_alike);
  for (guint i = n_alike; i < self->steps->len; i++)
    {
      const char *id = segue_record_get_id (segue_layout_get_step (self, (int) i));
      const SegueStepResult *before = previous ? segue_layout_get_step_result (previous, id) : NULL;
      SegueStepResult *step = &carried.steps[i];

      *step = before ? *before : (SegueStepResult) { .start = SEGUE_DAY_NONE, .end = SEGUE_DAY_NONE,
                                                     .latest_start = SEGUE_DAY_NONE, .latest_end = SEGUE_DAY_NONE };
    }
  carried.minutes = previous ? previous->schedule->minutes : NULL;
  carried.n_minutes = previous ? previous->schedule->n_minutes : 0;
  return carried;
}

static gboolean
solve (SegueLayout     *self,
       SegueSolveFlags  flags,
       SegueLayout     *previous,
       const gint      *cancelled)
{
  if (watcher)
    watcher ();
  if (previous)
    {
      SegueSchedule carried = carry_over (self, previous);

      self->schedule = segue_schedule_solve (&self->problem, flags, &carried, cancelled);
      g_free (carried.steps);
    }
  else
    self->schedule = segue_schedule_solve (&self->problem, flags, NULL, cancelled);
  return self->schedule != NULL;
}

/**
 * segue_layout_new:
 * @plan: a plan with its plan record
 * @today: what a plan without a day of its own is scheduled from
 * @flags: how much is asked for
 * @previous: (nullable): the layout before, from which as little as possible
 *   is changed; what has not is not described anew either
 * @cancelled: (nullable): not zero as soon as the answer is no longer wanted
 *
 * Returns: (transfer full) (nullable): the layout; %NULL only if @cancelled
 */
SegueLayout *
segue_layout_new (SeguePlan       *plan,
                  SegueDay         today,
                  SegueSolveFlags  flags,
                  SegueLayout     *previous,
                  const gint      *cancelled)
{
  g_autoptr (SegueLayout) self = NULL;
  SegueDay now;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan), NULL);
  g_return_val_if_fail (segue_plan_get_header (plan) != NULL, NULL);

  now = get_now (plan, today);
  self = describe_plan (plan, now, previous, NULL);
  if (segue_layout_needs_leaves (plan))
    {
      g_autoptr (SegueLayout) first = g_steal_pointer (&self);

      if (!solve (first, SEGUE_SOLVE_DATES, previous, cancelled))
        return NULL;
      self = describe_plan (plan, now, first, first->schedule);
    }
  return solve (self, flags, previous, cancelled) ? g_steal_pointer (&self) : NULL;
}

/**
 * segue_layout_watch:
 * @asked: (nullable): is called before every time the engine is asked, in the
 *   thread that asks
 *
 * For tests of who is kept waiting for it. Set while no thread is at work.
 */
void
segue_layout_watch (void (*asked) (void))
{
  watcher = asked;
}

/* What is known without asking the engine. */
static SegueSchedule *
keep_schedule (SegueLayout *self,
               SegueLayout *previous)
{
  SegueSchedule *schedule = g_new0 (SegueSchedule, 1);
  SegueSchedule carried = carry_over (self, previous);

  schedule->feasible = previous == NULL || previous->schedule->feasible;
  schedule->n_goals = (gint32) self->goals->len;
  schedule->n_routes = (gint32) self->routes->len;
  schedule->n_steps = (gint32) self->steps->len;
  schedule->goals = g_new0 (SegueGoalResult, self->goals->len + 1);
  schedule->routes = g_new0 (SegueRouteResult, self->routes->len + 1);
  schedule->steps = carried.steps;
  schedule->n_minutes = carried.n_minutes;
  schedule->minutes = g_memdup2 (carried.minutes, sizeof (SegueMinutes) * (gsize) carried.n_minutes);
  for (gint32 i = 0; i < schedule->n_goals; i++)
    {
      const char *id = segue_record_get_id (segue_layout_get_goal (self, i));

      schedule->goals[i].chosen =
        previous ? segue_layout_find (self, SEGUE_KIND_ROUTE, segue_layout_get_chosen_route (previous, id)) : -1;
    }
  for (gint32 i = 0; i < schedule->n_routes; i++)
    {
      const char *id = segue_record_get_id (segue_layout_get_route (self, i));
      const SegueRouteResult *before = previous ? segue_layout_get_route_result (previous, id) : NULL;

      schedule->routes[i].status = before ? before->status : SEGUE_ROUTE_OPEN;
      schedule->routes[i].reachable_until = SEGUE_DAY_NONE;
    }
  return schedule;
}

/**
 * segue_layout_new_pending:
 * @plan: a plan with its plan record
 * @today: what a plan without a day of its own is scheduled from
 * @previous: (nullable): the layout before
 *
 * What can be shown of a plan while the engine is still at work on it: every
 * step where @previous has it, new ones nowhere, no conflicts.
 *
 * Returns: (transfer full): the layout
 */
SegueLayout *
segue_layout_new_pending (SeguePlan   *plan,
                          SegueDay     today,
                          SegueLayout *previous)
{
  SegueLayout *self;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan), NULL);
  g_return_val_if_fail (segue_plan_get_header (plan) != NULL, NULL);

  self = describe_plan (plan, get_now (plan, today), previous, NULL);
  self->schedule = keep_schedule (self, previous);
  return self;
}

/**
 * segue_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): @self
 */
SegueLayout *
segue_layout_ref (SegueLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * segue_layout_unref:
 * @self: (transfer full): a layout
 */
void
segue_layout_unref (SegueLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->schedule, segue_schedule_free);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->exclusives, g_array_unref);
  g_clear_pointer (&self->rules, g_array_unref);
  g_clear_pointer (&self->needs, g_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->routes, g_array_unref);
  g_clear_pointer (&self->goals, g_array_unref);
  g_clear_pointer (&self->pools, g_array_unref);
  g_clear_pointer (&self->days_off, g_array_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->emitted, g_hash_table_unref);
  g_clear_pointer (&self->indexes, g_hash_table_unref);
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    g_clear_pointer (&self->records[kind], g_ptr_array_unref);
  g_free (self);
}

/**
 * segue_layout_get_now:
 * @self: a layout
 *
 * Returns: the day it was scheduled from
 */
SegueDay
segue_layout_get_now (SegueLayout *self)
{
  g_return_val_if_fail (self != NULL, SEGUE_DAY_NONE);

  return self->problem.now;
}

/**
 * segue_layout_get_problem:
 * @self: a layout
 *
 * Returns: (transfer none): what the engine was asked
 */
const SegueProblem *
segue_layout_get_problem (SegueLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->problem;
}

/**
 * segue_layout_get_schedule:
 * @self: a layout
 *
 * Returns: (transfer none): what the engine answered
 */
const SegueSchedule *
segue_layout_get_schedule (SegueLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->schedule;
}

static const SegueRecord *
get_record (SegueLayout *self,
            SegueKind    kind,
            int          index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index >= 0 && index < (int) self->records[kind]->len ? self->records[kind]->pdata[index] : NULL;
}

/**
 * segue_layout_get_goal:
 * @self: a layout
 * @index: an index of the problem's goals
 *
 * Returns: (transfer none) (nullable): the goal as it was laid out
 */
const SegueRecord *
segue_layout_get_goal (SegueLayout *self,
                       int          index)
{
  return get_record (self, SEGUE_KIND_GOAL, index);
}

/**
 * segue_layout_get_route:
 * @self: a layout
 * @index: an index of the problem's routes
 *
 * Returns: (transfer none) (nullable): the route as it was laid out
 */
const SegueRecord *
segue_layout_get_route (SegueLayout *self,
                        int          index)
{
  return get_record (self, SEGUE_KIND_ROUTE, index);
}

/**
 * segue_layout_get_step:
 * @self: a layout
 * @index: an index of the problem's steps
 *
 * Returns: (transfer none) (nullable): the step as it was laid out; it may be
 *   one that a grant emits and that the plan does not have
 */
const SegueRecord *
segue_layout_get_step (SegueLayout *self,
                       int          index)
{
  return get_record (self, SEGUE_KIND_STEP, index);
}

/**
 * segue_layout_get_rule:
 * @self: a layout
 * @index: an index of the problem's rules
 *
 * Returns: (transfer none) (nullable): the rule as it was laid out; it may be
 *   one that a grant emits and that the plan does not have
 */
const SegueRecord *
segue_layout_get_rule (SegueLayout *self,
                       int          index)
{
  return get_record (self, SEGUE_KIND_RULE, index);
}

/**
 * segue_layout_get_exclusive:
 * @self: a layout
 * @index: an index of the problem's exclusives
 *
 * Returns: (transfer none) (nullable): the declaration as it was laid out
 */
const SegueRecord *
segue_layout_get_exclusive (SegueLayout *self,
                            int          index)
{
  return get_record (self, SEGUE_KIND_EXCLUSIVE, index);
}

/**
 * segue_layout_get_pool:
 * @self: a layout
 * @index: an index of the problem's pools
 *
 * Returns: (transfer none) (nullable): the pool as it was laid out
 */
const SegueRecord *
segue_layout_get_pool (SegueLayout *self,
                       int          index)
{
  return get_record (self, SEGUE_KIND_POOL, index);
}

/**
 * segue_layout_get_grant:
 * @self: a layout
 * @index: 0 to segue_layout_count_grants() - 1
 *
 * Returns: (transfer none) (nullable): the grant as it was laid out
 */
const SegueRecord *
segue_layout_get_grant (SegueLayout *self,
                        int          index)
{
  return get_record (self, SEGUE_KIND_GRANT, index);
}

/**
 * segue_layout_count_grants:
 * @self: a layout
 *
 * Returns: how many grants its plan has
 */
int
segue_layout_count_grants (SegueLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int) self->records[SEGUE_KIND_GRANT]->len;
}

/**
 * segue_layout_get_leaving:
 * @self: a layout
 * @point: (out): the point on which employment ends
 *
 * Returns: whether the plan names it
 */
gboolean
segue_layout_get_leaving (SegueLayout *self,
                          SeguePoint  *point)
{
  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  *point = self->leaving;
  return self->leaving.step >= 0;
}

/**
 * segue_layout_explain:
 * @self: a layout
 * @step: an index of the problem's steps
 * @n_holders: (out): how many reasons there are
 *
 * Returns: (transfer full) (array length=n_holders): what holds the step where
 *   it lies; segue_text_holder() says it
 */
SegueHolder *
segue_layout_explain (SegueLayout *self,
                      int          step,
                      gint32      *n_holders)
{
  g_return_val_if_fail (self != NULL && n_holders != NULL, NULL);
  g_return_val_if_fail (step >= 0 && step < self->schedule->n_steps, NULL);

  return segue_schedule_explain (&self->problem, self->schedule, step, n_holders);
}

/**
 * segue_layout_is_emitted:
 * @self: a layout
 * @kind: steps or rules
 * @index: an index of the problem's
 *
 * Returns: whether a grant emits it, so that it can only be changed there
 */
gboolean
segue_layout_is_emitted (SegueLayout *self,
                         SegueKind    kind,
                         int          index)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (kind == SEGUE_KIND_STEP && index >= (int) self->n_own_steps) ||
         (kind == SEGUE_KIND_RULE && index >= (int) self->n_own_rules);
}

/**
 * segue_layout_get_emitter:
 * @self: a layout
 * @kind: steps or rules
 * @index: an index of the problem's
 *
 * Returns: (transfer none) (nullable): the grant that emits it; %NULL for what
 *   stands in the plan itself
 */
const SegueRecord *
segue_layout_get_emitter (SegueLayout *self,
                          SegueKind    kind,
                          int          index)
{
  const SegueRecord *record;

  g_return_val_if_fail (self != NULL, NULL);

  record = segue_layout_is_emitted (self, kind, index) ? get_record (self, kind, index) : NULL;
  for (guint i = 0; record && i < self->records[SEGUE_KIND_GRANT]->len; i++)
    {
      const SegueRecord *grant = self->records[SEGUE_KIND_GRANT]->pdata[i];
      gsize length = strlen (segue_record_get_id (grant));

      /* What a grant emits is named GRANT@… */
      if (strncmp (segue_record_get_id (record), segue_record_get_id (grant), length) == 0 &&
          segue_record_get_id (record)[length] == '@')
        return grant;
    }
  return NULL;
}

/**
 * segue_layout_find:
 * @self: a layout
 * @kind: goals, routes, steps, rules, exclusives or pools
 * @id: (nullable): an id
 *
 * Returns: its index in the problem, or -1
 */
int
segue_layout_find (SegueLayout *self,
                   SegueKind    kind,
                   const char  *id)
{
  const SegueRecord *record;
  gpointer place;
  int index;

  g_return_val_if_fail (self != NULL && kind < SEGUE_N_KINDS, -1);

  place = id ? g_hash_table_lookup (self->indexes, id) : NULL;
  if (id && place == NULL)
    place = g_hash_table_lookup (self->emitted, id);
  index = (int) GPOINTER_TO_UINT (place) - 1;
  record = get_record (self, kind, index);
  return record && g_str_equal (segue_record_get_id (record), id) ? index : -1;
}

/**
 * segue_layout_get_step_result:
 * @self: a layout
 * @step_id: (nullable): the id of a step
 *
 * Returns: (transfer none) (nullable): where it lies
 */
const SegueStepResult *
segue_layout_get_step_result (SegueLayout *self,
                              const char  *step_id)
{
  int step = segue_layout_find (self, SEGUE_KIND_STEP, step_id);

  return step >= 0 ? &self->schedule->steps[step] : NULL;
}

/**
 * segue_layout_get_route_result:
 * @self: a layout
 * @route_id: (nullable): the id of a route
 *
 * Returns: (transfer none) (nullable): how it stands
 */
const SegueRouteResult *
segue_layout_get_route_result (SegueLayout *self,
                               const char  *route_id)
{
  int route = segue_layout_find (self, SEGUE_KIND_ROUTE, route_id);

  return route >= 0 ? &self->schedule->routes[route] : NULL;
}

/**
 * segue_layout_get_chosen_route:
 * @self: a layout
 * @goal_id: (nullable): the id of a goal
 *
 * Returns: (transfer none) (nullable): the id of the route that is laid out
 */
const char *
segue_layout_get_chosen_route (SegueLayout *self,
                               const char  *goal_id)
{
  int goal = segue_layout_find (self, SEGUE_KIND_GOAL, goal_id);
  const SegueRecord *route = goal >= 0 ? segue_layout_get_route (self, self->schedule->goals[goal].chosen) : NULL;

  return route ? segue_record_get_id (route) : NULL;
}

/**
 * segue_layout_get_days_late:
 * @self: a layout
 * @step: the index of a step
 *
 * Returns: by how many days, at worst, an open step lies behind its target,
 *   its last possible day or a rule; 0 if it does not
 */
int
segue_layout_get_days_late (SegueLayout *self,
                            int          step)
{
  const SegueStepResult *result;
  SegueStatus status;
  int late;

  g_return_val_if_fail (self != NULL && step >= 0 && step < self->schedule->n_steps, 0);

  result = &self->schedule->steps[step];
  status = self->problem.steps[step].status;
  if (!result->active || result->start == SEGUE_DAY_NONE || status == SEGUE_STATUS_DONE || status == SEGUE_STATUS_DROPPED)
    return 0;
  late = MAX (result->late_days, 0);
  if (result->latest_end != SEGUE_DAY_NONE)
    late = MAX (late, -result->slack);
  for (gint32 i = 0; i < self->schedule->n_broken; i++)
    if (self->problem.rules[self->schedule->broken[i].rule].point.step == step)
      late = MAX (late, self->schedule->broken[i].days_late);
  return late;
}

/**
 * segue_layout_get_capacity:
 * @self: a layout
 * @day: a day
 *
 * Returns: the minutes that the person has on it, by the week, the periods of
 *   which the later one wins, and the days off
 */
gint32
segue_layout_get_capacity (SegueLayout *self,
                           SegueDay     day)
{
  SegueWeekday weekday = segue_day_get_weekday (day);

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->days_off->len; i++)
    {
      if (g_array_index (self->days_off, SegueDay, i) == day)
        return 0;
    }
  for (guint i = self->periods->len; i > 0; i--)
    {
      const SeguePeriod *period = &g_array_index (self->periods, SeguePeriod, i - 1);

      if (period->begin <= day && day < period->end && period->minutes[weekday] >= 0)
        return period->minutes[weekday];
    }
  return self->problem.week[weekday];
}
