/* segue-layout-problem.c - a plan as the numbers that the engine takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-layout-private.h"

#include "core/segue-amounts.h"
#include "core/segue-references.h"

#define DEFAULT_IMPORTANCE 3

static const SegueRecord *
find_step (gpointer    data,
           const char *id)
{
  SegueLayout *self = data;

  return segue_layout_get_step (self, segue_layout_find (self, SEGUE_KIND_STEP, id));
}

static void
add_record (SegueLayout       *self,
            const SegueRecord *record)
{
  GPtrArray *records = self->records[segue_record_get_kind (record)];

  g_ptr_array_add (records, segue_record_ref (record));
  g_hash_table_insert (self->is_whole ? self->emitted : self->indexes, segue_record_ref_id (record),
                       GUINT_TO_POINTER (records->len));
}

static int
find_ref (SegueLayout       *self,
          const SegueRecord *record,
          guint              field,
          SegueKind          kind)
{
  const char *id = segue_record_get_string (record, field);

  return id ? segue_layout_find (self, kind, id) : -1;
}

static void
add_goals (SegueLayout *self,
           SeguePlan   *plan)
{
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_GOAL); i++)
    {
      const SegueRecord *record = segue_plan_get_nth (plan, SEGUE_KIND_GOAL, i);
      SegueGoalSpec goal = { .importance = (gint32) segue_record_get_int (record, SEGUE_GOAL_IMPORTANCE) };

      add_record (self, record);
      g_array_append_val (self->goals, goal);
    }
}

/* The engine wants the routes of a goal side by side: counted first, then put
 * where they belong, each goal's in their order by rank. */
static void
add_routes (SegueLayout *self,
            SeguePlan   *plan)
{
  guint n = segue_plan_count (plan, SEGUE_KIND_ROUTE);
  g_autofree const SegueRecord **sorted = g_new0 (const SegueRecord *, n);
  gint32 first = 0;

  for (guint i = 0; i < n; i++)
    {
      const SegueRecord *record = segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i);

      g_array_index (self->goals, SegueGoalSpec, find_ref (self, record, SEGUE_ROUTE_GOAL, SEGUE_KIND_GOAL)).n_routes++;
    }
  for (guint i = 0; i < self->goals->len; i++)
    {
      SegueGoalSpec *goal = &g_array_index (self->goals, SegueGoalSpec, i);

      goal->first_route = first;
      first += goal->n_routes;
      goal->n_routes = 0;
    }
  for (guint i = 0; i < n; i++)
    {
      const SegueRecord *record = segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i);
      SegueGoalSpec *goal = &g_array_index (self->goals, SegueGoalSpec,
                                            find_ref (self, record, SEGUE_ROUTE_GOAL, SEGUE_KIND_GOAL));

      sorted[goal->first_route + goal->n_routes++] = record;
    }
  for (guint i = 0; i < n; i++)
    {
      SegueRouteSpec route = { .goal = find_ref (self, sorted[i], SEGUE_ROUTE_GOAL, SEGUE_KIND_GOAL),
                               .closed = segue_record_get_bool (sorted[i], SEGUE_ROUTE_CLOSED_BY_HAND) };

      add_record (self, sorted[i]);
      g_array_append_val (self->routes, route);
    }
}

static void
add_pools (SegueLayout *self,
           SeguePlan   *plan)
{
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_POOL); i++)
    {
      const SegueRecord *record = segue_plan_get_nth (plan, SEGUE_KIND_POOL, i);
      gint32 per_day = (gint32) segue_record_get_int (record, SEGUE_POOL_PER_DAY);

      add_record (self, record);
      g_array_append_val (self->pools, per_day);
    }
}

static void
copy_numbers (gint32       *numbers,
              const gint32 *given,
              guint         n)
{
  if (given)
    memcpy (numbers, given, n * sizeof (gint32));
}

static void
add_needs (SegueLayout       *self,
           const SegueRecord *record,
           SegueStepSpec     *step)
{
  g_autoptr (GArray) needs = NULL;

  step->first_need = (gint32) self->needs->len;
  if (step->type != SEGUE_STEP_WAIT || !segue_record_has (record, SEGUE_STEP_NEEDS))
    return;
  needs = segue_amounts_parse (segue_record_get_string (record, SEGUE_STEP_NEEDS), "pool", "per_day", NULL);
  for (guint i = 0; needs && i < needs->len; i++)
    {
      const SegueAmount *amount = &g_array_index (needs, SegueAmount, i);
      SegueNeed need = { .pool = segue_layout_find (self, SEGUE_KIND_POOL, amount->name),
                         .per_day = (gint32) CLAMP (amount->amount, 0, G_MAXINT32) };

      if (need.pool >= 0)
        g_array_append_val (self->needs, need);
    }
  step->n_needs = (gint32) self->needs->len - step->first_need;
}

static void
fill_place (SegueLayout       *self,
            const SegueRecord *record,
            SegueStepSpec     *step)
{
  gint64 importance = segue_record_get_int (record, SEGUE_STEP_IMPORTANCE);

  step->route = find_ref (self, record, SEGUE_STEP_ROUTE, SEGUE_KIND_ROUTE);
  step->goal = step->route >= 0 ? g_array_index (self->routes, SegueRouteSpec, step->route).goal
                                : find_ref (self, record, SEGUE_STEP_GOAL, SEGUE_KIND_GOAL);
  if (importance != SEGUE_NONE)
    step->importance = (gint32) importance;
  else if (step->goal >= 0)
    step->importance = g_array_index (self->goals, SegueGoalSpec, step->goal).importance;
  else
    step->importance = DEFAULT_IMPORTANCE;
}

static SegueStepSpec
describe_step (SegueLayout       *self,
               const SegueRecord *record)
{
  SegueStepSpec step = {
    .type = (SegueStepType) segue_record_get_int (record, SEGUE_STEP_TYPE),
    .status = (SegueStatus) segue_record_get_int (record, SEGUE_STEP_STATUS),
    .outcome = (SegueOutcome) segue_record_get_int (record, SEGUE_STEP_OUTCOME),
    .days = { 1, 1, 1 },
    .spent = (gint32) segue_record_get_int (record, SEGUE_STEP_SPENT),
    .max_per_day = (gint32) segue_record_get_int (record, SEGUE_STEP_MAX_PER_DAY),
    .min_per_day = (gint32) segue_record_get_int (record, SEGUE_STEP_MIN_PER_DAY),
    .weekdays = (guint8) segue_record_get_int (record, SEGUE_STEP_WEEKDAYS),
    .gate = segue_record_get_bool (record, SEGUE_STEP_GATE),
    .contiguous = segue_record_get_bool (record, SEGUE_STEP_CONTIGUOUS),
    .has_load = segue_record_has (record, SEGUE_STEP_LOAD),
    .started_on = segue_record_get_day (record, SEGUE_STEP_STARTED_ON),
    .done_on = segue_record_get_day (record, SEGUE_STEP_DONE_ON),
    .target = segue_record_get_day (record, SEGUE_STEP_TARGET),
  };

  fill_place (self, record, &step);
  copy_numbers (step.effort, segue_record_get_numbers (record, SEGUE_STEP_EFFORT), 3);
  copy_numbers (step.days, segue_record_get_numbers (record, SEGUE_STEP_DAYS), 3);
  copy_numbers (step.load, segue_record_get_numbers (record, SEGUE_STEP_LOAD), 7);
  return step;
}

/**
 * segue_layout_add_step:
 * @self: a layout that is being made
 * @record: a step, the plan's own or one that a grant emits
 *
 * Adds the step behind those that are there.
 */
void
segue_layout_add_step (SegueLayout       *self,
                       const SegueRecord *record)
{
  SegueStepSpec step = describe_step (self, record);

  add_needs (self, record, &step);
  add_record (self, record);
  g_array_append_val (self->steps, step);
}

static void
replace_record (SegueLayout       *self,
                guint              index,
                const SegueRecord *record)
{
  gpointer *place = &self->records[segue_record_get_kind (record)]->pdata[index];

  segue_record_unref (*place);
  *place = segue_record_ref (record);
}

/**
 * segue_layout_replace_step:
 * @self: a layout that is being made
 * @index: of a step that needs nothing of a pool
 * @record: the same step, changed, but of the same type and without such needs
 */
void
segue_layout_replace_step (SegueLayout       *self,
                           guint              index,
                           const SegueRecord *record)
{
  SegueStepSpec *place = &g_array_index (self->steps, SegueStepSpec, index);
  SegueStepSpec step = describe_step (self, record);

  step.first_need = place->first_need;
  replace_record (self, index, record);
  *place = step;
}

/* A remedy may propose another date where the date is not certain, where
 * nobody is named who set it, and where the person put it there. */
static gboolean
is_movable (const SegueRecord *record)
{
  const char *source = segue_record_get_string (record, SEGUE_RULE_SOURCE);

  return segue_record_get_int (record, SEGUE_RULE_CERTAINTY) != SEGUE_CERTAINTY_CONFIRMED ||
         source == NULL || source[0] == '\0' ||
         segue_record_get_bool (record, SEGUE_RULE_BY_HAND);
}

/**
 * segue_layout_find_point:
 * @self: a layout
 * @text: (nullable): a point
 * @point: (out): its numbers, if there is such a point
 *
 * Returns: whether there is such a point
 */
gboolean
segue_layout_find_point (SegueLayout *self,
                         const char  *text,
                         SeguePoint  *point)
{
  const SegueRecord *step = text ? segue_point_resolve (text, find_step, self, &point->side) : NULL;

  if (step)
    point->step = segue_layout_find (self, SEGUE_KIND_STEP, segue_record_get_id (step));
  return step != NULL;
}

/* Whether its points exist. */
static gboolean
describe_rule (SegueLayout       *self,
               const SegueRecord *record,
               SegueRuleSpec     *rule)
{
  gint64 max = segue_record_get_int (record, SEGUE_RULE_MAX);

  *rule = (SegueRuleSpec) {
    .relation = (SegueRelation) segue_record_get_int (record, SEGUE_RULE_RELATION),
    .certainty = (SegueCertainty) segue_record_get_int (record, SEGUE_RULE_CERTAINTY),
    .enabled = segue_record_get_bool (record, SEGUE_RULE_ENABLED),
    .movable = is_movable (record),
    .route = find_ref (self, record, SEGUE_RULE_ROUTE, SEGUE_KIND_ROUTE),
    .other = { -1, SEGUE_SIDE_START },
    .date = segue_record_get_day (record, SEGUE_RULE_DATE),
    .min = (gint32) segue_record_get_int (record, SEGUE_RULE_MIN),
    .max = max != SEGUE_NONE ? (gint32) max : 0,
    .has_max = max != SEGUE_NONE,
  };

  return segue_layout_find_point (self, segue_record_get_string (record, SEGUE_RULE_POINT), &rule->point) &&
         (rule->relation != SEGUE_RELATION_AFTER ||
          segue_layout_find_point (self, segue_record_get_string (record, SEGUE_RULE_OTHER), &rule->other));
}

/**
 * segue_layout_add_rule:
 * @self: a layout that is being made, with all its steps
 * @record: a rule, the plan's own or one that a grant emits
 *
 * Adds the rule behind those that are there.
 *
 * Returns: whether its points exist
 */
gboolean
segue_layout_add_rule (SegueLayout       *self,
                       const SegueRecord *record)
{
  SegueRuleSpec rule;

  if (!describe_rule (self, record, &rule))
    return FALSE;
  add_record (self, record);
  g_array_append_val (self->rules, rule);
  return TRUE;
}

/**
 * segue_layout_replace_rule:
 * @self: a layout that is being made, with all its steps
 * @index: of a rule
 * @record: the same rule, changed
 */
void
segue_layout_replace_rule (SegueLayout       *self,
                           guint              index,
                           const SegueRecord *record)
{
  gboolean described = describe_rule (self, record, &g_array_index (self->rules, SegueRuleSpec, index));

  g_assert (described);
  replace_record (self, index, record);
}

static void
add_exclusive (SegueLayout       *self,
               const SegueRecord *record)
{
  const char *const *ids = segue_record_get_strings (record, SEGUE_EXCLUSIVE_OF);
  gint32 *routes = g_new0 (gint32, g_strv_length ((char **) ids));
  gint32 *steps = g_new0 (gint32, g_strv_length ((char **) ids));
  SegueExclusiveSpec exclusive = { .routes = routes, .steps = steps };

  for (guint i = 0; ids[i]; i++)
    {
      int route = segue_layout_find (self, SEGUE_KIND_ROUTE, ids[i]);

      if (route >= 0)
        routes[exclusive.n_routes++] = route;
      else
        steps[exclusive.n_steps++] = segue_layout_find (self, SEGUE_KIND_STEP, ids[i]);
    }
  g_ptr_array_add (self->members, routes);
  g_ptr_array_add (self->members, steps);
  add_record (self, record);
  g_array_append_val (self->exclusives, exclusive);
}

/**
 * segue_layout_add_capacity:
 * @self: a new layout
 * @plan: a plan with its plan record
 */
void
segue_layout_add_capacity (SegueLayout *self,
                           SeguePlan   *plan)
{
  const SegueRecord *header = segue_plan_get_header (plan);

  copy_numbers (self->problem.week, segue_record_get_numbers (header, SEGUE_PLAN_WEEK), 7);
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_PERIOD); i++)
    {
      const SegueRecord *record = segue_plan_get_nth (plan, SEGUE_KIND_PERIOD, i);
      SeguePeriod period = { .begin = segue_record_get_day (record, SEGUE_PERIOD_FROM),
                             .end = segue_record_get_day (record, SEGUE_PERIOD_UNTIL) + 1,
                             .minutes = { -1, -1, -1, -1, -1, -1, -1 } };

      copy_numbers (period.minutes, segue_record_get_numbers (record, SEGUE_PERIOD_WEEK), 7);
      g_array_append_val (self->periods, period);
    }
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_DAY_OFF); i++)
    {
      SegueDay day = segue_record_get_day (segue_plan_get_nth (plan, SEGUE_KIND_DAY_OFF, i), SEGUE_DAY_OFF_DATE);

      g_array_append_val (self->days_off, day);
    }
}

/**
 * segue_layout_add_plan:
 * @self: a new layout
 * @plan: a plan with its plan record
 *
 * Adds everything that stands in the plan, and nothing that follows from it.
 */
void
segue_layout_add_plan (SegueLayout *self,
                       SeguePlan   *plan)
{
  segue_layout_add_capacity (self, plan);
  add_goals (self, plan);
  add_routes (self, plan);
  add_pools (self, plan);
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    segue_layout_add_step (self, segue_plan_get_nth (plan, SEGUE_KIND_STEP, i));
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_RULE); i++)
    {
      gboolean added = segue_layout_add_rule (self, segue_plan_get_nth (plan, SEGUE_KIND_RULE, i));

      g_assert (added);
    }
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_EXCLUSIVE); i++)
    add_exclusive (self, segue_plan_get_nth (plan, SEGUE_KIND_EXCLUSIVE, i));
  segue_layout_end_plan (self);
}

/**
 * segue_layout_end_plan:
 * @self: a layout with everything that stands in the plan
 *
 * What is added from now on is emitted.
 */
void
segue_layout_end_plan (SegueLayout *self)
{
  self->n_own_steps = self->steps->len;
  self->n_own_rules = self->rules->len;
  self->is_whole = TRUE;
}

/**
 * segue_layout_close:
 * @self: a layout to which everything has been added
 *
 * Points the problem at the arrays, which grow no more.
 */
void
segue_layout_close (SegueLayout *self)
{
  SegueProblem *problem = &self->problem;

#define POINT_AT(Type, name) \
  problem->name = (const Type *) (gpointer) self->name->data; \
  problem->n_##name = (gint32) self->name->len

  POINT_AT (SeguePeriod, periods);
  POINT_AT (SegueDay, days_off);
  POINT_AT (gint32, pools);
  POINT_AT (SegueGoalSpec, goals);
  POINT_AT (SegueRouteSpec, routes);
  POINT_AT (SegueStepSpec, steps);
  POINT_AT (SegueNeed, needs);
  POINT_AT (SegueRuleSpec, rules);
  POINT_AT (SegueExclusiveSpec, exclusives);

#undef POINT_AT
}
