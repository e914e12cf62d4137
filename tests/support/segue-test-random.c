/* segue-test-random.c - small random plans, the same for a seed everywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-random.h"

/* 2022-01-03, a Monday */
#define BASE_DAY 18995

typedef struct
{
  SegueTestSource *source;
  const SegueTestKnobs *knobs;
  SegueTestPlan *plan;
} Maker;

/* SplitMix64, as published by Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators" (OOPSLA 2014). */
static guint64
next_number (SegueTestSource *source)
{
  guint64 z = source->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static gboolean
has (Maker             *maker,
     SegueTestFeatures  feature)
{
  return (maker->knobs->features & feature) != 0;
}

static gint32
pick (Maker  *maker,
      gint32  low,
      gint32  high)
{
  return segue_test_draw (maker->source, low, high);
}

static gboolean
chance (Maker  *maker,
        gint32  percent)
{
  return segue_test_draw_chance (maker->source, percent);
}

static void
make_capacity (Maker *maker)
{
  SegueTestPlan *plan = maker->plan;
  SegueDay now = plan->problem.now;
  gint32 kind = pick (maker, 0, 3);

  for (int i = 0; i < 7; i++)
    plan->problem.week[i] = pick (maker, kind == 0 ? 0 : 1, 4);
  if (kind == 1)
    segue_test_plan_week (plan, pick (maker, 1, 3), pick (maker, 0, 4));
  if (kind == 2 && chance (maker, 30))
    {
      segue_test_plan_week (plan, 0, 0);
      plan->problem.week[pick (maker, 0, 6)] = pick (maker, 1, 4);
    }
  if (!has (maker, SEGUE_TEST_CALENDAR))
    return;
  for (gint32 n = pick (maker, 0, 2); n > 0; n--)
    {
      SegueDay from = now + pick (maker, -2, maker->knobs->horizon);
      SeguePeriod *period = segue_test_plan_period (plan, from, from + pick (maker, 0, 6), 0);

      for (int i = 0; i < 7; i++)
        period->minutes[i] = pick (maker, -1, 4);
    }
  for (gint32 n = pick (maker, 0, 3); n > 0; n--)
    segue_test_plan_day_off (plan, now + pick (maker, 0, maker->knobs->horizon));
}

static void
make_goals (Maker *maker)
{
  SegueTestPlan *plan = maker->plan;

  if (has (maker, SEGUE_TEST_GOALS))
    for (gint32 n = pick (maker, 0, 3); n > 0; n--)
      segue_test_plan_goal (plan, pick (maker, 1, 5), pick (maker, 0, 3));
  if (has (maker, SEGUE_TEST_CLOSED))
    for (guint i = 0; i < plan->routes->len; i++)
      g_array_index (plan->routes, SegueRouteSpec, i).closed = chance (maker, 15);
  if (has (maker, SEGUE_TEST_POOLS))
    for (gint32 n = pick (maker, 0, 2); n > 0; n--)
      segue_test_plan_pool (plan, pick (maker, 0, 4));
}

static void
make_loads (Maker         *maker,
            SegueStepSpec *step)
{
  step->has_load = TRUE;
  for (int i = 0; i < 7; i++)
    step->load[i] = chance (maker, 50) ? pick (maker, 1, 2) : 0;
}

static void
make_work (Maker *maker)
{
  gint32 likely = pick (maker, 1, 8);
  SegueStepSpec *step = segue_test_plan_work (maker->plan, "", likely);

  step->effort[SEGUE_ESTIMATE_OPTIMISTIC] = pick (maker, 1, likely);
  step->effort[SEGUE_ESTIMATE_PESSIMISTIC] = likely + pick (maker, 0, 4);
  if (has (maker, SEGUE_TEST_WORK_LIMITS))
    {
      step->max_per_day = chance (maker, 30) ? pick (maker, 1, 3) : 0;
      step->min_per_day = chance (maker, 20) ? pick (maker, 1, 3) : 0;
      step->weekdays = chance (maker, 20) ? (guint8) pick (maker, 1, 0x7f) : 0x7f;
      if (step->max_per_day > 0)
        step->min_per_day = MIN (step->min_per_day, step->max_per_day);
    }
  if (has (maker, SEGUE_TEST_CONTIGUOUS))
    step->contiguous = chance (maker, 25);
}

static void
make_wait (Maker *maker)
{
  SegueTestPlan *plan = maker->plan;
  gint32 likely = pick (maker, 1, 5);
  SegueStepSpec *step = segue_test_plan_wait (plan, "", likely);

  step->days[SEGUE_ESTIMATE_OPTIMISTIC] = pick (maker, 1, likely);
  step->days[SEGUE_ESTIMATE_PESSIMISTIC] = likely + pick (maker, 0, 3);
  if (has (maker, SEGUE_TEST_LOADS) && chance (maker, 40))
    make_loads (maker, step);
  for (guint i = 0; i < plan->pools->len; i++)
    if (chance (maker, 60))
      segue_test_plan_need (plan, (gint32) i, pick (maker, 0, 3));
}

static void
make_progress (Maker         *maker,
               SegueStepSpec *step)
{
  SegueDay now = maker->plan->problem.now;

  step->status = (SegueStatus) pick (maker, SEGUE_STATUS_TODO, SEGUE_STATUS_DROPPED);
  if (step->type == SEGUE_STEP_WORK && step->status != SEGUE_STATUS_TODO)
    step->spent = pick (maker, 0, step->effort[SEGUE_ESTIMATE_LIKELY] - 1);
  if (step->status != SEGUE_STATUS_DONE)
    return;
  step->done_on = now - pick (maker, 1, 5);
  step->started_on = step->done_on;
  if (step->type != SEGUE_STEP_MILESTONE)
    step->started_on -= pick (maker, 0, 4);
}

static void
make_belonging (Maker         *maker,
                SegueStepSpec *step)
{
  SegueTestPlan *plan = maker->plan;
  const SegueGoalSpec *goal;

  if (plan->goals->len == 0 || chance (maker, 20))
    return;
  step->goal = pick (maker, 0, (gint32) plan->goals->len - 1);
  goal = &g_array_index (plan->goals, SegueGoalSpec, step->goal);
  step->importance = goal->importance;
  if (goal->n_routes > 0 && chance (maker, 60))
    step->route = goal->first_route + pick (maker, 0, goal->n_routes - 1);
  if (!has (maker, SEGUE_TEST_CLOSED) || step->type != SEGUE_STEP_MILESTONE || step->route < 0)
    return;
  step->gate = chance (maker, 40);
  if (step->gate && chance (maker, 50))
    step->outcome = (SegueOutcome) pick (maker, SEGUE_OUTCOME_PASSED, SEGUE_OUTCOME_MISSED);
}

static void
make_step (Maker *maker)
{
  SegueStepSpec *step;
  gint32 kind = pick (maker, 0, 9);

  if (kind < 5)
    make_work (maker);
  else if (kind < 7)
    make_wait (maker);
  else if (kind == 7 && has (maker, SEGUE_TEST_PRACTICE | SEGUE_TEST_PRACTICE_TIED))
    make_loads (maker, segue_test_plan_practice (maker->plan, "", 0));
  else
    segue_test_plan_milestone (maker->plan, "");
  step = &g_array_index (maker->plan->steps, SegueStepSpec, maker->plan->steps->len - 1);
  step->importance = pick (maker, 1, 5);
  make_belonging (maker, step);
  if (has (maker, SEGUE_TEST_PROGRESS) && chance (maker, 25))
    make_progress (maker, step);
  if (has (maker, SEGUE_TEST_TARGETS) && step->type != SEGUE_STEP_PRACTICE && chance (maker, 50))
    step->target = maker->plan->problem.now + pick (maker, -1, maker->knobs->horizon);
}

static SeguePoint
pick_point (Maker *maker)
{
  gint32 step = pick (maker, 0, (gint32) maker->plan->steps->len - 1);

  return (SeguePoint) { step, (SegueSide) pick (maker, SEGUE_SIDE_START, SEGUE_SIDE_END) };
}

static const SegueStepSpec *
step_of (Maker      *maker,
         SeguePoint  point)
{
  return &g_array_index (maker->plan->steps, SegueStepSpec, point.step);
}

/* Whether the rule is one of those that the knobs let occur. */
static gboolean
is_wanted (Maker               *maker,
           const SegueRuleSpec *rule)
{
  const SegueStepSpec *step = step_of (maker, rule->point);

  if (!has (maker, SEGUE_TEST_HISTORY) && step->status == SEGUE_STATUS_DONE)
    return FALSE;
  if (rule->relation != SEGUE_RELATION_AFTER)
    return TRUE;
  if (rule->point.step == rule->other.step)
    return FALSE;
  return has (maker, SEGUE_TEST_PRACTICE_TIED) ||
         (step->type != SEGUE_STEP_PRACTICE && step_of (maker, rule->other)->type != SEGUE_STEP_PRACTICE);
}

static void
make_rule (Maker *maker)
{
  SegueTestPlan *plan = maker->plan;
  gint32 horizon = maker->knobs->horizon;
  SegueRuleSpec rule = { .enabled = TRUE, .movable = TRUE, .route = -1, .date = SEGUE_DAY_NONE };
  gint32 kind = pick (maker, 0, 9);

  rule.relation = kind < 5 ? SEGUE_RELATION_AFTER : kind < 6 ? SEGUE_RELATION_NOT_BEFORE :
                  kind < 9 ? SEGUE_RELATION_NOT_AFTER : SEGUE_RELATION_ON;
  rule.certainty = (SegueCertainty) pick (maker, SEGUE_CERTAINTY_CONFIRMED, SEGUE_CERTAINTY_HEARSAY);
  rule.movable = chance (maker, 80);
  rule.point = pick_point (maker);
  rule.other = (SeguePoint) { -1, SEGUE_SIDE_START };
  if (rule.relation == SEGUE_RELATION_AFTER)
    {
      rule.other = pick_point (maker);
      rule.min = pick (maker, has (maker, SEGUE_TEST_NEGATIVE_LAGS) ? -3 : 0, 3);
      rule.has_max = has (maker, SEGUE_TEST_MAX_LAGS) && chance (maker, 35);
      rule.max = rule.has_max ? rule.min + pick (maker, 0, 5) : 0;
    }
  else
    rule.date = plan->problem.now + pick (maker, 0, horizon);
  if (has (maker, SEGUE_TEST_RULES_OFF) && chance (maker, 10))
    rule.enabled = FALSE;
  if (has (maker, SEGUE_TEST_RULES_OFF) && plan->routes->len > 0 && chance (maker, 15))
    rule.route = pick (maker, 0, (gint32) plan->routes->len - 1);
  if (is_wanted (maker, &rule))
    g_array_append_val (plan->rules, rule);
}

static void
make_exclusives (Maker *maker)
{
  SegueTestPlan *plan = maker->plan;
  gint32 routes[2], steps[2];

  if (!has (maker, SEGUE_TEST_EXCLUSIVE) || !chance (maker, 40) || plan->routes->len < 2)
    return;
  for (int i = 0; i < 2; i++)
    {
      routes[i] = pick (maker, 0, (gint32) plan->routes->len - 1);
      steps[i] = pick (maker, 0, (gint32) plan->steps->len - 1);
    }
  if (chance (maker, 60))
    segue_test_plan_exclusive (plan, routes, routes[0] == routes[1] ? 1 : 2, steps, chance (maker, 30) ? 1 : 0);
  else
    segue_test_plan_exclusive (plan, routes, 0, steps, steps[0] == steps[1] ? 1 : 2);
}

SegueTestSource
segue_test_source_seed (guint64 seed)
{
  return (SegueTestSource) { .state = seed };
}

SegueTestSource
segue_test_source_bytes (const guint8 *bytes,
                         gsize         n_bytes)
{
  static const guint8 none;

  return (SegueTestSource) { .bytes = bytes ? bytes : &none, .n_bytes = n_bytes };
}

/* Returns: a number from @low to @high, both included */
gint32
segue_test_draw (SegueTestSource *source,
                 gint32           low,
                 gint32           high)
{
  guint64 range = (guint64) ((gint64) high - low + 1);
  guint64 number = 0;

  if (source->bytes == NULL)
    return (gint32) (low + (gint64) (next_number (source) % range));
  for (guint64 reach = 1; reach < range && source->n_bytes > 0; reach <<= 8)
    {
      number = number << 8 | *source->bytes++;
      source->n_bytes--;
    }
  return (gint32) (low + (gint64) (number % range));
}

gboolean
segue_test_draw_chance (SegueTestSource *source,
                        gint32           percent)
{
  return segue_test_draw (source, 0, 99) < percent;
}

/**
 * segue_test_plan_draw:
 * @source: where choices come from
 * @knobs: what may occur
 *
 * Efforts, capacities and spans are a few minutes and days, so that plans are
 * small enough to be searched to the end and often on the edge of feasible.
 *
 * Returns: (transfer full): a plan
 */
SegueTestPlan *
segue_test_plan_draw (SegueTestSource      *source,
                      const SegueTestKnobs *knobs)
{
  SegueTestPlan *plan = segue_test_plan_new (BASE_DAY + segue_test_draw (source, 0, 6));
  Maker maker = { source, knobs, plan };

  make_capacity (&maker);
  make_goals (&maker);
  for (gint32 n = pick (&maker, 1, knobs->max_steps); n > 0; n--)
    make_step (&maker);
  for (gint32 n = pick (&maker, 0, knobs->max_rules); n > 0; n--)
    make_rule (&maker);
  make_exclusives (&maker);
  return plan;
}
