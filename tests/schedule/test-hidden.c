/* test-hidden.c - larger plans that hide a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule is drawn first, then the rules, such that it keeps them. Whoever
 * says that such a plan cannot be has not looked well enough.
 */
#include "support/segue-test-json.h"
#include "support/segue-test-plan.h"
#include "support/segue-test-random.h"
#include "support/segue-test-validator.h"

#define NOW 18995 /* 2022-01-03, a Monday */
#define MAX_STEPS 60
#define DAYS 2000

typedef struct
{
  const char *path;
  gint32 n_steps;
  gint32 n_rules;
  gint32 slack;       /* days that a date leaves at most */
  gboolean has_waits; /* with loads and pools */
  gboolean has_limits;
  guint n_plans;
} Kind;

typedef struct
{
  const Kind *kind;
  SegueTestSource source;
  SegueTestPlan *plan;
  gint32 left[DAYS];
  gint32 pool[DAYS];
  gint32 start[MAX_STEPS];
  gint32 end[MAX_STEPS];
} Draft;

static gint32
draw (Draft  *draft,
      gint32  low,
      gint32  high)
{
  return segue_test_draw (&draft->source, low, high);
}

static void
draw_work (Draft      *draft,
           gint32      step,
           const char *name)
{
  SegueStepSpec *spec = segue_test_plan_work (draft->plan, name, 30 * draw (draft, 1, 30));
  gint32 day = draw (draft, 0, 3 * draft->kind->n_steps);
  gint32 rest = spec->effort[SEGUE_ESTIMATE_LIKELY];

  if (draft->kind->has_limits && draw (draft, 0, 3) == 0)
    spec->max_per_day = 60;
  if (draft->kind->has_limits && draw (draft, 0, 3) == 0)
    spec->weekdays = 0x60 | (1 << draw (draft, 0, 4));
  draft->start[step] = -1;
  for (; rest > 0; day++)
    {
      gint32 amount = MIN (rest, draft->left[day]);

      if (!(spec->weekdays >> segue_day_get_weekday (NOW + day) & 1) || draw (draft, 0, 5) == 0)
        continue;
      if (spec->max_per_day > 0)
        amount = MIN (amount, spec->max_per_day);
      if (amount <= 0)
        continue;
      if (draft->start[step] < 0)
        draft->start[step] = day;
      draft->end[step] = day;
      draft->left[day] -= amount;
      rest -= amount;
    }
}

static gboolean
has_room (Draft               *draft,
          const SegueStepSpec *spec,
          gint32               start)
{
  for (gint32 day = start; day < start + spec->days[SEGUE_ESTIMATE_LIKELY]; day++)
    if (draft->left[day] < spec->load[segue_day_get_weekday (NOW + day)] || draft->pool[day] < 1)
      return FALSE;
  return TRUE;
}

static void
draw_wait (Draft      *draft,
           gint32      step,
           const char *name)
{
  SegueStepSpec *spec = segue_test_plan_wait (draft->plan, name, draw (draft, 1, 25));
  gint32 length = spec->days[SEGUE_ESTIMATE_LIKELY];
  gint32 start = draw (draft, 0, 3 * draft->kind->n_steps);

  if (draft->kind->has_waits && draw (draft, 0, 1) == 0)
    {
      spec->has_load = TRUE;
      spec->load[SEGUE_TUESDAY] = spec->load[SEGUE_THURSDAY] = 60;
      segue_test_plan_need (draft->plan, 0, 1);
      while (!has_room (draft, spec, start))
        start++;
      for (gint32 day = start; day < start + length; day++)
        {
          draft->left[day] -= spec->load[segue_day_get_weekday (NOW + day)];
          draft->pool[day]--;
        }
    }
  draft->start[step] = start;
  draft->end[step] = start + length - 1;
}

static void
draw_step (Draft  *draft,
           gint32  step)
{
  g_autofree char *name = g_strdup_printf ("s%d", step);
  gint32 dice = draw (draft, 0, 9);

  if (dice < 6)
    draw_work (draft, step, name);
  else if (dice < 8)
    draw_wait (draft, step, name);
  else
    {
      segue_test_plan_milestone (draft->plan, name);
      draft->start[step] = draft->end[step] = draw (draft, 0, 4 * draft->kind->n_steps);
    }
}

static gint32
day_of (const Draft *draft,
        SeguePoint   point)
{
  return point.side == SEGUE_SIDE_START ? draft->start[point.step] : draft->end[point.step];
}

static SeguePoint
draw_point (Draft *draft)
{
  return (SeguePoint) { draw (draft, 0, draft->kind->n_steps - 1), draw (draft, 0, 1) ? SEGUE_SIDE_END : SEGUE_SIDE_START };
}

/* A rule that the schedule keeps. */
static void
draw_rule (Draft *draft)
{
  SegueRuleSpec rule = { .enabled = TRUE, .route = -1, .point = draw_point (draft), .other = { -1, SEGUE_SIDE_START } };
  SeguePoint other = draw_point (draft);
  gint32 slack = draw (draft, 0, draft->kind->slack);
  gint32 day = day_of (draft, rule.point);

  switch (draw (draft, 0, 5))
    {
    case 0:
      rule.relation = SEGUE_RELATION_NOT_BEFORE;
      rule.date = NOW + day - slack;
      break;
    case 1:
    case 2:
      rule.relation = SEGUE_RELATION_NOT_AFTER;
      rule.date = NOW + day + slack;
      break;
    default:
      if (other.step == rule.point.step || day_of (draft, other) > day)
        return;
      rule.relation = SEGUE_RELATION_AFTER;
      rule.other = other;
      /* One day less is right whether or not the next day is meant. */
      rule.min = day - day_of (draft, other) - 1 - slack;
      rule.has_max = draw (draft, 0, 3) == 0;
      rule.max = day - day_of (draft, other) + slack;
    }
  g_array_append_val (draft->plan->rules, rule);
}

static SegueTestPlan *
draw_plan (const Kind *kind,
           guint64     seed)
{
  Draft *draft = g_new0 (Draft, 1);
  SegueTestPlan *plan = segue_test_plan_new (NOW);

  draft->kind = kind;
  draft->source = segue_test_source_seed (seed);
  draft->plan = plan;
  segue_test_plan_week (plan, 120, 240);
  segue_test_plan_pool (plan, 2);
  for (gint32 day = 0; day < DAYS; day++)
    {
      draft->left[day] = segue_day_get_weekday (NOW + day) >= SEGUE_SATURDAY ? 240 : 120;
      draft->pool[day] = 2;
    }
  for (gint32 step = 0; step < kind->n_steps; step++)
    draw_step (draft, step);
  for (gint32 i = 0; i < kind->n_rules; i++)
    draw_rule (draft);
  g_free (draft);
  return plan;
}

static const Kind kinds[] = {
  { "/hidden/dozen", 12, 18, 3, FALSE, FALSE, 20 },
  { "/hidden/dozen-limits", 12, 18, 3, TRUE, TRUE, 20 },
  { "/hidden/thirty", 30, 45, 3, FALSE, FALSE, 10 },
  { "/hidden/thirty-limits", 30, 45, 5, TRUE, TRUE, 10 },
  { "/hidden/sixty", 60, 90, 7, TRUE, TRUE, 5 },
};

static void
test_hidden (gconstpointer data)
{
  const Kind *kind = data;
  guint n = kind->n_plans * (g_getenv ("SEGUE_TEST_LONG") ? 20 : 1);
  guint missed = 0;

  for (guint64 seed = 0; seed < n; seed++)
    {
      g_autoptr (SegueTestPlan) plan = draw_plan (kind, seed);
      const SegueProblem *problem = segue_test_plan_get (plan);
      g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, SEGUE_SOLVE_DATES, NULL, NULL);
      g_autofree char *wrong = segue_test_validate (problem, schedule, SEGUE_SOLVE_DATES);

      g_assert_cmpstr (wrong, ==, NULL);
      if (!schedule->feasible)
        g_test_message ("seed %" G_GUINT64_FORMAT " is told infeasible", seed);
      missed += !schedule->feasible;
    }
  g_test_message ("%u of %u missed", missed, n);
  g_assert_cmpuint (missed, ==, 0);
}

/*
 * Two days of 100 minutes and waits of a day that take 40, 40, 60 and @last: a
 * list puts the important ones into one day, and then two large ones are left.
 * With @n_idle milestones beside them the plan is too large for every way to be tried.
 */
static SegueTestPlan *
make_pairs (gint32 last,
            gint32 n_idle)
{
  static const char *const names[] = { "a", "b", "c", "d" };
  const gint32 loads[] = { 40, 40, 60, last };
  SegueTestPlan *plan = segue_test_plan_new (NOW);

  segue_test_plan_week (plan, 100, 100);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      SegueStepSpec *wait = segue_test_plan_wait (plan, names[i], 1);
      g_autofree char *end = g_strconcat (names[i], ".end", NULL);

      wait->importance = loads[i] == 40 ? 5 : 1;
      wait->has_load = TRUE;
      for (gint32 day = 0; day < 7; day++)
        wait->load[day] = loads[i];
      segue_test_plan_not_after (plan, end, NOW + 1);
    }
  for (gint32 i = 0; i < n_idle; i++)
    {
      g_autofree char *name = g_strdup_printf ("m%d", i);

      segue_test_plan_milestone (plan, name);
    }
  return plan;
}

static SegueSchedule *
solve_pairs (gint32 last,
             gint32 n_idle)
{
  g_autoptr (SegueTestPlan) plan = make_pairs (last, n_idle);
  SegueSchedule *schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_DATES, NULL, NULL);
  g_autofree char *wrong = segue_test_validate (segue_test_plan_get (plan), schedule, SEGUE_SOLVE_DATES);

  g_assert_cmpstr (wrong, ==, NULL);
  return schedule;
}

/* What was not found is told impossible only where that was proven. */
static void
test_proven (void)
{
  g_autoptr (SegueSchedule) small = solve_pairs (60, 0);
  g_autoptr (SegueSchedule) small_impossible = solve_pairs (61, 0);
  g_autoptr (SegueSchedule) large = solve_pairs (60, 700);
  g_autoptr (SegueSchedule) large_impossible = solve_pairs (101, 700);

  g_assert_true (small->feasible);
  g_assert_false (small_impossible->feasible);
  g_assert_false (small_impossible->conflicts[0].unproven);
  g_assert_false (large_impossible->feasible);
  g_assert_false (large_impossible->conflicts[0].unproven);
  if (!large->feasible)
    g_assert_true (large->conflicts[0].unproven);
  else
    g_test_message ("lists have become good enough to find it");
}

/* Until when is told as proven only where later days were proven impossible. */
static void
test_until (void)
{
  const gint32 n_idle[] = { 0, 700 };

  for (guint i = 0; i < G_N_ELEMENTS (n_idle); i++)
    {
      g_autoptr (SegueTestPlan) plan = make_pairs (60, n_idle[i]);
      g_autoptr (SegueSchedule) schedule = NULL;

      segue_test_plan_goal (plan, 3, 1);
      for (gint32 step = 0; step < 4; step++)
        {
          g_array_index (plan->steps, SegueStepSpec, step).goal = 0;
          g_array_index (plan->steps, SegueStepSpec, step).route = 0;
        }
      plan->problem.now = NOW - 7;
      schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_REACHABLE, NULL, NULL);
      g_assert_true (schedule->feasible);
      if (schedule->routes[0].reachable_until == NOW)
        g_assert_false (schedule->routes[0].until_unproven);
      else
        {
          g_assert_cmpint (n_idle[i], >, 0);
          g_assert_cmpint (schedule->routes[0].reachable_until, ==, NOW - 1);
          g_assert_true (schedule->routes[0].until_unproven);
        }
    }
}

/* A day on which a point is not seen to fit is not told to be impossible. */
static void
test_explored (void)
{
  const gint32 n_idle[] = { 0, 700 };
  const SeguePoint point = { 0, SEGUE_SIDE_START };

  for (guint i = 0; i < G_N_ELEMENTS (n_idle); i++)
    {
      g_autoptr (SegueTestPlan) plan = make_pairs (60, n_idle[i]);
      g_autoptr (SegueExploration) days = segue_schedule_explore (segue_test_plan_get (plan), point, NOW, NOW + 2,
                                                                  NULL, NULL, NULL);

      if (n_idle[i] == 0)
        g_assert_true (days->days[0].feasible);
      g_assert_cmpint (days->days[0].unproven, ==, !days->days[0].feasible);
      g_assert_cmpint (days->days[1].unproven, ==, !days->days[1].feasible);
      g_assert_false (days->days[2].feasible);
      g_assert_false (days->days[2].unproven);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_add_data_func (kinds[i].path, &kinds[i], test_hidden);
  g_test_add_func ("/hidden/proven", test_proven);
  g_test_add_func ("/hidden/until", test_until);
  g_test_add_func ("/hidden/explored", test_explored);
  return g_test_run ();
}
