/* segue-test-plan.c - problems for the engine, written by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-plan.h"

#include <string.h>

static gpointer
last_of (GArray *array,
         gsize   size)
{
  return array->data + (array->len - 1) * size;
}

static GArray *
copy_array (gconstpointer data,
            gint32        n,
            gsize         size)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) size);

  if (n > 0)
    g_array_append_vals (array, data, (guint) n);
  return array;
}

static const gint32 *
copy_list (SegueTestPlan *plan,
           const gint32  *list,
           gint32         n)
{
  gint32 *copy = g_memdup2 (list, (gsize) n * sizeof (gint32));

  g_ptr_array_add (plan->lists, copy);
  return copy;
}

static SegueStepSpec *
add_step (SegueTestPlan *plan,
          const char    *name,
          SegueStepType  type)
{
  SegueStepSpec step = {
    .type = type,
    .goal = -1,
    .route = -1,
    .importance = 3,
    .weekdays = 0x7f,
    .first_need = (gint32) plan->needs->len,
    .started_on = SEGUE_DAY_NONE,
    .done_on = SEGUE_DAY_NONE,
    .target = SEGUE_DAY_NONE,
  };

  g_assert_cmpint (segue_test_plan_find (plan, name), ==, -1);
  g_array_append_val (plan->steps, step);
  g_ptr_array_add (plan->names, g_strdup (name));
  return last_of (plan->steps, sizeof step);
}

static SeguePoint
find_point (SegueTestPlan *plan,
            const char    *text)
{
  const char *dot = strrchr (text, '.');
  g_autofree char *name = dot ? g_strndup (text, (gsize) (dot - text)) : g_strdup (text);
  SeguePoint point = { segue_test_plan_find (plan, name), SEGUE_SIDE_START };

  g_assert_cmpint (point.step, >=, 0);
  if (dot && g_str_equal (dot, ".end"))
    point.side = SEGUE_SIDE_END;
  else if (dot)
    g_assert_cmpstr (dot, ==, ".start");
  return point;
}

static SegueRuleSpec *
add_rule (SegueTestPlan *plan,
          SegueRelation  relation,
          const char    *point)
{
  SegueRuleSpec rule = {
    .relation = relation,
    .enabled = TRUE,
    .movable = TRUE,
    .route = -1,
    .point = find_point (plan, point),
    .other = { -1, SEGUE_SIDE_START },
    .date = SEGUE_DAY_NONE,
  };

  g_array_append_val (plan->rules, rule);
  return last_of (plan->rules, sizeof rule);
}

static SegueRuleSpec *
add_dated_rule (SegueTestPlan *plan,
                SegueRelation  relation,
                const char    *point,
                SegueDay       date)
{
  SegueRuleSpec *rule = add_rule (plan, relation, point);

  rule->date = date;
  return rule;
}

/**
 * segue_test_day:
 * @text: a date that exists, as YYYY-MM-DD
 *
 * Returns: its number
 */
SegueDay
segue_test_day (const char *text)
{
  SegueDay day = SEGUE_DAY_NONE;

  g_assert_true (segue_day_parse (text, &day));
  return day;
}

/**
 * segue_test_plan_new:
 * @now: the plan's now
 *
 * Returns: (transfer full): a plan of nothing, without any capacity
 */
SegueTestPlan *
segue_test_plan_new (SegueDay now)
{
  static const SegueProblem empty;
  SegueTestPlan *plan = segue_test_plan_copy (&empty);

  plan->problem.now = now;
  return plan;
}

/**
 * segue_test_plan_copy:
 * @problem: any problem
 *
 * Returns: (transfer full): the same problem in arrays of its own; its steps
 *   are named s0, s1, …
 */
SegueTestPlan *
segue_test_plan_copy (const SegueProblem *problem)
{
  SegueTestPlan *plan = g_new0 (SegueTestPlan, 1);

  plan->problem = *problem;
  plan->periods = copy_array (problem->periods, problem->n_periods, sizeof (SeguePeriod));
  plan->days_off = copy_array (problem->days_off, problem->n_days_off, sizeof (SegueDay));
  plan->pools = copy_array (problem->pools, problem->n_pools, sizeof (gint32));
  plan->goals = copy_array (problem->goals, problem->n_goals, sizeof (SegueGoalSpec));
  plan->routes = copy_array (problem->routes, problem->n_routes, sizeof (SegueRouteSpec));
  plan->steps = copy_array (problem->steps, problem->n_steps, sizeof (SegueStepSpec));
  plan->needs = copy_array (problem->needs, problem->n_needs, sizeof (SegueNeed));
  plan->rules = copy_array (problem->rules, problem->n_rules, sizeof (SegueRuleSpec));
  plan->exclusives = copy_array (problem->exclusives, problem->n_exclusives, sizeof (SegueExclusiveSpec));
  plan->lists = g_ptr_array_new_with_free_func (g_free);
  plan->names = g_ptr_array_new_with_free_func (g_free);
  for (gint32 i = 0; i < problem->n_steps; i++)
    g_ptr_array_add (plan->names, g_strdup_printf ("s%d", i));
  for (guint i = 0; i < plan->exclusives->len; i++)
    {
      SegueExclusiveSpec *exclusive = &g_array_index (plan->exclusives, SegueExclusiveSpec, i);

      exclusive->routes = copy_list (plan, exclusive->routes, exclusive->n_routes);
      exclusive->steps = copy_list (plan, exclusive->steps, exclusive->n_steps);
    }
  return plan;
}

void
segue_test_plan_free (SegueTestPlan *plan)
{
  g_array_unref (plan->periods);
  g_array_unref (plan->days_off);
  g_array_unref (plan->pools);
  g_array_unref (plan->goals);
  g_array_unref (plan->routes);
  g_array_unref (plan->steps);
  g_array_unref (plan->needs);
  g_array_unref (plan->rules);
  g_array_unref (plan->exclusives);
  g_ptr_array_unref (plan->lists);
  g_ptr_array_unref (plan->names);
  g_free (plan);
}

/**
 * segue_test_plan_get:
 * @plan: a plan
 *
 * Returns: (transfer none): the problem, good until the plan is touched again
 */
const SegueProblem *
segue_test_plan_get (SegueTestPlan *plan)
{
  SegueProblem *problem = &plan->problem;

  problem->periods = (const SeguePeriod *) plan->periods->data;
  problem->n_periods = (gint32) plan->periods->len;
  problem->days_off = (const SegueDay *) plan->days_off->data;
  problem->n_days_off = (gint32) plan->days_off->len;
  problem->pools = (const gint32 *) plan->pools->data;
  problem->n_pools = (gint32) plan->pools->len;
  problem->goals = (const SegueGoalSpec *) plan->goals->data;
  problem->n_goals = (gint32) plan->goals->len;
  problem->routes = (const SegueRouteSpec *) plan->routes->data;
  problem->n_routes = (gint32) plan->routes->len;
  problem->steps = (const SegueStepSpec *) plan->steps->data;
  problem->n_steps = (gint32) plan->steps->len;
  problem->needs = (const SegueNeed *) plan->needs->data;
  problem->n_needs = (gint32) plan->needs->len;
  problem->rules = (const SegueRuleSpec *) plan->rules->data;
  problem->n_rules = (gint32) plan->rules->len;
  problem->exclusives = (const SegueExclusiveSpec *) plan->exclusives->data;
  problem->n_exclusives = (gint32) plan->exclusives->len;
  return problem;
}

/* Minutes a day from Monday to Friday, and on Saturday and Sunday. */
void
segue_test_plan_week (SegueTestPlan *plan,
                      gint32         weekdays,
                      gint32         weekend)
{
  for (int i = 0; i < 7; i++)
    plan->problem.week[i] = i < SEGUE_SATURDAY ? weekdays : weekend;
}

/* The same minutes on every day from @from to @until, both included. */
SeguePeriod *
segue_test_plan_period (SegueTestPlan *plan,
                        SegueDay       from,
                        SegueDay       until,
                        gint32         minutes)
{
  SeguePeriod period = { .begin = from, .end = until + 1 };

  for (int i = 0; i < 7; i++)
    period.minutes[i] = minutes;
  g_array_append_val (plan->periods, period);
  return last_of (plan->periods, sizeof period);
}

void
segue_test_plan_day_off (SegueTestPlan *plan,
                         SegueDay       day)
{
  g_array_append_val (plan->days_off, day);
}

gint32
segue_test_plan_pool (SegueTestPlan *plan,
                      gint32         per_day)
{
  g_array_append_val (plan->pools, per_day);
  return (gint32) plan->pools->len - 1;
}

/**
 * segue_test_plan_goal:
 * @plan: a plan
 * @importance: 1 to 5
 * @n_routes: how many routes it has, none closed
 *
 * Returns: its index; its routes are the last @n_routes of the plan
 */
gint32
segue_test_plan_goal (SegueTestPlan *plan,
                      gint32         importance,
                      gint32         n_routes)
{
  SegueGoalSpec goal = { importance, (gint32) plan->routes->len, n_routes };
  SegueRouteSpec route = { (gint32) plan->goals->len, FALSE };

  for (gint32 i = 0; i < n_routes; i++)
    g_array_append_val (plan->routes, route);
  g_array_append_val (plan->goals, goal);
  return route.goal;
}

/* Steps may be changed until the next one is added. */
SegueStepSpec *
segue_test_plan_work (SegueTestPlan *plan,
                      const char    *name,
                      gint32         minutes)
{
  SegueStepSpec *step = add_step (plan, name, SEGUE_STEP_WORK);

  for (int i = 0; i < 3; i++)
    step->effort[i] = minutes;
  return step;
}

SegueStepSpec *
segue_test_plan_wait (SegueTestPlan *plan,
                      const char    *name,
                      gint32         days)
{
  SegueStepSpec *step = add_step (plan, name, SEGUE_STEP_WAIT);

  for (int i = 0; i < 3; i++)
    step->days[i] = days;
  return step;
}

SegueStepSpec *
segue_test_plan_milestone (SegueTestPlan *plan,
                           const char    *name)
{
  return add_step (plan, name, SEGUE_STEP_MILESTONE);
}

/* A practice with the same load on every weekday. */
SegueStepSpec *
segue_test_plan_practice (SegueTestPlan *plan,
                          const char    *name,
                          gint32         minutes)
{
  SegueStepSpec *step = add_step (plan, name, SEGUE_STEP_PRACTICE);

  step->has_load = TRUE;
  for (int i = 0; i < 7; i++)
    step->load[i] = minutes;
  return step;
}

/* What the wait that was added last needs of a pool. */
void
segue_test_plan_need (SegueTestPlan *plan,
                      gint32         pool,
                      gint32         per_day)
{
  SegueStepSpec *step = last_of (plan->steps, sizeof *step);
  SegueNeed need = { pool, per_day };

  g_array_append_val (plan->needs, need);
  step->n_needs++;
}

/* Returns: the step's index, or -1 */
gint32
segue_test_plan_find (SegueTestPlan *plan,
                      const char    *name)
{
  guint index;

  /* The steps of a long chain need no names to be told apart. */
  if (*name == '\0' || !g_ptr_array_find_with_equal_func (plan->names, name, g_str_equal, &index))
    return -1;
  return (gint32) index;
}

SegueStepSpec *
segue_test_plan_step (SegueTestPlan *plan,
                      const char    *name)
{
  gint32 step = segue_test_plan_find (plan, name);

  g_assert_cmpint (step, >=, 0);
  return &g_array_index (plan->steps, SegueStepSpec, step);
}

/* Points are "step.start", "step.end" or, of a milestone, "step". */
SegueRuleSpec *
segue_test_plan_not_before (SegueTestPlan *plan,
                            const char    *point,
                            SegueDay       date)
{
  return add_dated_rule (plan, SEGUE_RELATION_NOT_BEFORE, point, date);
}

SegueRuleSpec *
segue_test_plan_not_after (SegueTestPlan *plan,
                           const char    *point,
                           SegueDay       date)
{
  return add_dated_rule (plan, SEGUE_RELATION_NOT_AFTER, point, date);
}

SegueRuleSpec *
segue_test_plan_on (SegueTestPlan *plan,
                    const char    *point,
                    SegueDay       date)
{
  return add_dated_rule (plan, SEGUE_RELATION_ON, point, date);
}

SegueRuleSpec *
segue_test_plan_after (SegueTestPlan *plan,
                       const char    *point,
                       const char    *other,
                       gint32         min)
{
  SegueRuleSpec *rule = add_rule (plan, SEGUE_RELATION_AFTER, point);

  rule->other = find_point (plan, other);
  rule->min = min;
  return rule;
}

SegueRuleSpec *
segue_test_plan_within (SegueTestPlan *plan,
                        const char    *point,
                        const char    *other,
                        gint32         min,
                        gint32         max)
{
  SegueRuleSpec *rule = segue_test_plan_after (plan, point, other, min);

  rule->max = max;
  rule->has_max = TRUE;
  return rule;
}

void
segue_test_plan_exclusive (SegueTestPlan *plan,
                           const gint32  *routes,
                           gint32         n_routes,
                           const gint32  *steps,
                           gint32         n_steps)
{
  SegueExclusiveSpec exclusive = {
    copy_list (plan, routes, n_routes), n_routes, copy_list (plan, steps, n_steps), n_steps,
  };

  g_array_append_val (plan->exclusives, exclusive);
}
