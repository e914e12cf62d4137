/* test-risk.c - simulated plans against what can be worked out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-estimate.h"
#include "schedule/segue-lanes.h"
#include "schedule/segue-random.h"
#include "schedule/segue-relevel.h"
#include "schedule/segue-schedule.h"

#include <math.h>
#include <string.h>

#include "support/segue-test-plan.h"
#include "support/segue-test-random.h"

#define DAY(text) segue_test_day (text)
#define NOW DAY ("2023-01-02")
#define N 20000

/* ---- the distribution -------------------------------------------------- */

/* P (value <= x) of an estimate before it is rounded, by the midpoint rule. */
static double
integrate (const gint32 *estimate,
           double        x)
{
  double range = estimate[2] - estimate[0];
  double a = 4 * (estimate[1] - estimate[0]) / range;
  double b = 4 * (estimate[2] - estimate[1]) / range;
  double part = CLAMP ((x - estimate[0]) / range, 0, 1);
  double below = 0, all = 0;
  const int n = 20000;

  for (int i = 0; i < n; i++)
    {
      double t = (i + 0.5) / n;
      double density = pow (t, a) * pow (1 - t, b);

      all += density;
      if (t < part)
        below += density;
    }
  return below / all;
}

static const gint32 estimates[][3] = {
  { 1, 2, 3 }, { 10, 20, 60 }, { 0, 0, 100 }, { 5, 100, 100 }, { 3000, 4800, 9000 }, { 0, 5000000, 10000000 },
};

/* Drawing the middles of equal parts gives each value as often as the beta distribution says. */
static void
test_quantiles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (estimates); i++)
    {
      const guint n = 1 << 14;
      SegueEstimateGrid grid;
      SegueEstimateTable table;
      gint32 last = G_MININT32;

      segue_estimate_grid_init (&grid);
      segue_estimate_init (&table, &grid, estimates[i]);
      for (guint j = 0; j < n; j++)
        {
          gint32 value = segue_estimate_draw (&table, (j << 18) + (1 << 17));

          g_assert_cmpint (value, >=, last);
          g_assert_cmpint (value, >=, estimates[i][0]);
          g_assert_cmpint (value, <=, estimates[i][2]);
          last = value;
          if (j % (n / 16) == n / 32)
            {
              g_assert_cmpfloat (integrate (estimates[i], value - 0.5), <=, (j + 1.0) / n + 0.0005);
              g_assert_cmpfloat (integrate (estimates[i], value + 0.5), >=, (double) j / n - 0.0005);
            }
        }
      segue_estimate_clear (&table);
    }
}

static void
test_ends_of_the_range (void)
{
  SegueEstimateGrid grid;
  SegueEstimateTable table;
  static const gint32 certain[] = { 7, 7, 7 }, crossed[] = { 9, 7, 8 };

  segue_estimate_grid_init (&grid);
  segue_estimate_init (&table, &grid, estimates[1]);
  g_assert_cmpint (segue_estimate_draw (&table, 0), ==, 10);
  g_assert_cmpint (segue_estimate_draw (&table, G_MAXUINT32), <=, 60);
  g_assert_cmpint (segue_estimate_draw (&table, G_MAXUINT32), >=, 50);
  segue_estimate_clear (&table);
  segue_estimate_init (&table, &grid, certain);
  g_assert_cmpint (table.range, ==, 0);
  segue_estimate_init (&table, &grid, crossed);
  g_assert_cmpint (table.range, ==, 0);
}

/* ---- chains ------------------------------------------------------------ */

typedef struct
{
  double p[400]; /* by days */
} Lengths;

static void
lengths_of (Lengths      *lengths,
            const gint32 *estimate)
{
  memset (lengths, 0, sizeof *lengths);
  for (gint32 days = estimate[0]; days <= estimate[2]; days++)
    lengths->p[days] = integrate (estimate, days + 0.5) - integrate (estimate, days - 0.5);
}

static void
convolve (Lengths       *sum,
          const Lengths *other)
{
  Lengths result = { { 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (sum->p); i++)
    for (guint j = 0; sum->p[i] > 0 && i + j < G_N_ELEMENTS (sum->p); j++)
      result.p[i + j] += sum->p[i] * other->p[j];
  *sum = result;
}

static double
sum_until (const Lengths *lengths,
           gint32         days)
{
  double sum = 0;

  for (gint32 i = 0; i <= days && i < (gint32) G_N_ELEMENTS (lengths->p); i++)
    sum += lengths->p[i];
  return sum;
}

/* Five standard deviations of a share that was counted N times. */
static void
assert_share (double counted,
              double exact)
{
  double error = 5 * sqrt (exact * (1 - exact) / N) + 1e-3;

  g_assert_cmpfloat (fabs (counted - exact), <=, error);
}

static void
assert_quantile (SegueDay       day,
                 double         share,
                 const Lengths *lengths)
{
  double error = 5 * sqrt (share * (1 - share) / N) + 1e-3;
  gint32 days = day - NOW + 1;

  g_assert_cmpfloat (sum_until (lengths, days), >=, share - error);
  g_assert_cmpfloat (sum_until (lengths, days - 1), <, share + error);
}

static void
set_days (SegueStepSpec *step,
          const gint32  *estimate)
{
  memcpy (step->days, estimate, sizeof step->days);
}

static void
test_chain (void)
{
  static const gint32 days[3][3] = { { 3, 5, 20 }, { 1, 2, 9 }, { 10, 30, 35 } };
  static const char *const names[] = { "a", "b", "c" };
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueRisk) risk = NULL;
  Lengths lengths, next;
  gint32 rule;

  for (guint i = 0; i < 3; i++)
    set_days (segue_test_plan_wait (plan, names[i], days[i][1]), days[i]);
  segue_test_plan_after (plan, "b.start", "a.end", 0);
  segue_test_plan_after (plan, "c.start", "b.end", 0);
  segue_test_plan_not_after (plan, "c.end", NOW + 39);
  rule = (gint32) plan->rules->len - 1;
  risk = segue_schedule_simulate (segue_test_plan_get (plan), N, 1, 2, NULL, NULL);
  lengths_of (&lengths, days[0]);
  for (guint i = 0; i < 3; i++)
    {
      SegueQuantiles end = risk->steps[i].end;

      if (i > 0)
        {
          lengths_of (&next, days[i]);
          convolve (&lengths, &next);
        }
      assert_quantile (end.p10, 0.1, &lengths);
      assert_quantile (end.p50, 0.5, &lengths);
      assert_quantile (end.p80, 0.8, &lengths);
      assert_quantile (end.p90, 0.9, &lengths);
    }
  assert_share (risk->rules[rule], sum_until (&lengths, 40));
  assert_share (risk->steps[2].on_time, sum_until (&lengths, 40));
  g_assert_cmpfloat (risk->steps[0].on_time, ==, 1);
}

/* Days that a work takes at an hour a day. */
static void
hours_of (Lengths      *lengths,
          const gint32 *estimate)
{
  memset (lengths, 0, sizeof *lengths);
  for (gint32 days = 1; 60 * (days - 1) <= estimate[2]; days++)
    lengths->p[days] = integrate (estimate, 60 * days + 0.5) - integrate (estimate, 60 * (days - 1) + 0.5);
}

/* Works one after the other, in every way in which a draw is laid out. */
static void
test_chain_of_works (void)
{
  static const gint32 minutes[3][3] = { { 300, 600, 1500 }, { 61, 200, 1000 }, { 700, 2000, 2100 } };
  static const char *const names[] = { "a", "b", "c" };
  static const SegueRiskMethod methods[] = { SEGUE_RISK_BEST, SEGUE_RISK_DATES, SEGUE_RISK_LIST };
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  Lengths lengths, next;

  segue_test_plan_week (plan, 60, 60);
  for (guint i = 0; i < 3; i++)
    memcpy (segue_test_plan_work (plan, names[i], minutes[i][1])->effort, minutes[i], sizeof minutes[i]);
  segue_test_plan_after (plan, "b.start", "a.end", 0);
  segue_test_plan_after (plan, "c.start", "b.end", 0);
  segue_test_plan_step (plan, "c")->target = NOW + 49;
  hours_of (&lengths, minutes[0]);
  for (guint i = 1; i < 3; i++)
    {
      hours_of (&next, minutes[i]);
      convolve (&lengths, &next);
    }
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (SegueRisk) risk = segue_schedule_simulate_by (segue_test_plan_get (plan), methods[i], N, 3, 2, NULL, NULL);

      assert_share (risk->steps[2].on_time, sum_until (&lengths, 50));
      assert_quantile (risk->steps[2].end.p10, 0.1, &lengths);
      assert_quantile (risk->steps[2].end.p50, 0.5, &lengths);
      assert_quantile (risk->steps[2].end.p90, 0.9, &lengths);
    }
}

/* Work takes the days that its hours take. */
static void
test_hours (void)
{
  static const gint32 minutes[3] = { 300, 600, 1500 };
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueRisk) risk = NULL;
  SegueStepSpec *work;

  segue_test_plan_week (plan, 60, 60);
  work = segue_test_plan_work (plan, "w", 600);
  memcpy (work->effort, minutes, sizeof minutes);
  work->target = NOW + 11;
  risk = segue_schedule_simulate (segue_test_plan_get (plan), N, 5, 1, NULL, NULL);
  assert_share (risk->steps[0].on_time, integrate (minutes, 12 * 60 + 0.5));
}

/* Of two that run side by side towards a date the longer is critical. */
static void
test_critical (void)
{
  static const gint32 days[2][3] = { { 5, 10, 30 }, { 8, 12, 20 } };
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueRisk) risk = NULL;
  Lengths lengths[2];
  double first = 0, second = 0;

  set_days (segue_test_plan_wait (plan, "a", 10), days[0]);
  set_days (segue_test_plan_wait (plan, "b", 12), days[1]);
  segue_test_plan_milestone (plan, "m")->target = NOW;
  segue_test_plan_after (plan, "m", "a.end", 0);
  segue_test_plan_after (plan, "m", "b.end", 0);
  risk = segue_schedule_simulate (segue_test_plan_get (plan), N, 3, 2, NULL, NULL);
  lengths_of (&lengths[0], days[0]);
  lengths_of (&lengths[1], days[1]);
  for (gint32 i = 0; i < 40; i++)
    {
      first += lengths[0].p[i] * sum_until (&lengths[1], i);
      second += lengths[1].p[i] * sum_until (&lengths[0], i);
    }
  assert_share (risk->steps[0].critical, first);
  assert_share (risk->steps[1].critical, second);
  g_assert_cmpfloat (risk->steps[2].critical, ==, 1);
  g_assert_cmpfloat (risk->steps[2].on_time, ==, 0);
}

/* ---- routes ------------------------------------------------------------ */

/* The better route has a deadline; where it is missed the other is taken. */
static void
test_routes (void)
{
  static const gint32 days[3] = { 10, 20, 60 };
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueRisk) risk = NULL;
  gint32 goal = segue_test_plan_goal (plan, 3, 3);
  gint32 rules[3];
  Lengths lengths;

  set_days (segue_test_plan_wait (plan, "prepare", 20), days);
  for (gint32 i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("apply%d", i);
      SegueStepSpec *step = segue_test_plan_milestone (plan, name);

      step->goal = goal;
      step->route = i;
      segue_test_plan_after (plan, name, "prepare.end", 0);
      segue_test_plan_not_after (plan, name, NOW + 24 + 10 * i);
      rules[i] = (gint32) plan->rules->len - 1;
    }
  risk = segue_schedule_simulate (segue_test_plan_get (plan), N, 9, 2, NULL, NULL);
  lengths_of (&lengths, days);
  assert_share (risk->routes[0], sum_until (&lengths, 25));
  assert_share (risk->routes[1], sum_until (&lengths, 35) - sum_until (&lengths, 25));
  assert_share (risk->routes[2], sum_until (&lengths, 45) - sum_until (&lengths, 35));
  assert_share (risk->rules[rules[0]], sum_until (&lengths, 25));
  /* The second is asked for where the first is missed. */
  assert_share (risk->rules[rules[1]], risk->routes[1] / (1 - risk->routes[0]));
  g_assert_cmpfloat (risk->steps[1].on_time, ==, risk->rules[rules[0]]);
  g_assert_cmpfloat (risk->steps[2].on_time, ==, risk->rules[rules[1]]);
  assert_quantile (risk->goals[0].p10, 0.1, &lengths);
  assert_quantile (risk->goals[0].p80, 0.8, &lengths);
}

/* ---- any plan ---------------------------------------------------------- */

static SegueTestPlan *
draw_plan (guint64  seed,
           gboolean uncertain)
{
  static const SegueTestKnobs knobs = { SEGUE_TEST_ANYTHING, 7, 9, 30 };
  SegueTestSource source = segue_test_source_seed (seed);
  SegueTestPlan *plan = segue_test_plan_draw (&source, &knobs);

  for (guint i = 0; i < plan->steps->len; i++)
    {
      SegueStepSpec *step = &g_array_index (plan->steps, SegueStepSpec, i);

      for (guint j = 0; j < 3; j++)
        {
          step->effort[j] = uncertain ? step->effort[1] * ((gint32) j + 1) / 2 : step->effort[1];
          step->days[j] = uncertain ? MAX (1, step->days[1] * ((gint32) j + 1) / 2) : step->days[1];
        }
    }
  return plan;
}

static void
assert_same (const SegueProblem *problem,
             const SegueRisk    *a,
             const SegueRisk    *b)
{
  g_assert_cmpmem (a->steps, sizeof *a->steps * (gsize) problem->n_steps,
                   b->steps, sizeof *b->steps * (gsize) problem->n_steps);
  g_assert_cmpmem (a->goals, sizeof *a->goals * (gsize) problem->n_goals,
                   b->goals, sizeof *b->goals * (gsize) problem->n_goals);
  g_assert_cmpmem (a->routes, sizeof *a->routes * (gsize) problem->n_routes,
                   b->routes, sizeof *b->routes * (gsize) problem->n_routes);
  g_assert_cmpmem (a->rules, sizeof *a->rules * (gsize) problem->n_rules,
                   b->rules, sizeof *b->rules * (gsize) problem->n_rules);
}

static void
test_threads (void)
{
  for (guint64 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (SegueTestPlan) plan = draw_plan (seed, TRUE);
      const SegueProblem *problem = segue_test_plan_get (plan);
      gint n_done = 0;
      g_autoptr (SegueRisk) one = segue_schedule_simulate (problem, 41, seed, 1, &n_done, NULL);
      g_autoptr (SegueRisk) two = segue_schedule_simulate (problem, 41, seed, 2, NULL, NULL);
      g_autoptr (SegueRisk) many = segue_schedule_simulate (problem, 41, seed, 64, NULL, NULL);

      g_assert_cmpint (n_done, ==, 41);
      assert_same (problem, one, two);
      assert_same (problem, one, many);
    }
}

static gboolean
is_broken (const SegueSchedule *schedule,
           gint32               rule)
{
  for (gint32 i = 0; i < schedule->n_broken; i++)
    if (schedule->broken[i].rule == rule)
      return TRUE;
  return FALSE;
}

/* Where nothing is uncertain, nothing but the plan's own schedule comes out. */
static void
test_certain (void)
{
  for (guint64 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (SegueTestPlan) plan = draw_plan (seed, FALSE);
      const SegueProblem *problem = segue_test_plan_get (plan);
      g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, SEGUE_SOLVE_LATEST, NULL, NULL);
      g_autoptr (SegueRisk) risk = segue_schedule_simulate (problem, 3, seed, 1, NULL, NULL);

      for (gint32 i = 0; i < problem->n_steps; i++)
        {
          SegueDay end = schedule->steps[i].active ? schedule->steps[i].end : SEGUE_DAY_NONE;

          g_assert_cmpint (risk->steps[i].end.p10, ==, end);
          g_assert_cmpint (risk->steps[i].end.p90, ==, end);
          g_assert_cmpfloat (risk->steps[i].critical, ==, schedule->steps[i].active && schedule->steps[i].critical);
          if (schedule->steps[i].active && schedule->steps[i].late_days > 0)
            g_assert_cmpfloat (risk->steps[i].on_time, ==, 0);
        }
      for (gint32 i = 0; i < problem->n_routes; i++)
        g_assert_cmpfloat (risk->routes[i], ==, schedule->routes[i].status == SEGUE_ROUTE_CHOSEN);
      for (gint32 i = 0; i < problem->n_rules; i++)
        if (is_broken (schedule, i))
          g_assert_cmpfloat (risk->rules[i], ==, 0);
        else if (schedule->feasible && schedule->steps[problem->rules[i].point.step].active)
          g_assert_true (fabs (risk->rules[i]) == 1);
    }
}

/* A plan without what quick ways do not know, so that most of them are taken. */
static SegueTestPlan *
draw_plain_plan (guint64  seed,
                 gint32   n_works,
                 gboolean uncertain)
{
  SegueTestSource source = segue_test_source_seed (seed);
  SegueTestPlan *plan = segue_test_plan_new (NOW);
  gint32 n = segue_test_draw (&source, 3, 14);

  segue_test_plan_week (plan, segue_test_draw (&source, 30, 90), segue_test_draw (&source, 0, 2) * 60);
  segue_test_plan_day_off (plan, NOW + segue_test_draw (&source, 0, 20));
  for (gint32 i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("s%d", i);
      gint32 kind = segue_test_draw (&source, 0, 3);
      SegueStepSpec *step;

      if (kind == 0)
        step = segue_test_plan_milestone (plan, name);
      else if (kind == 1 || n_works-- <= 0)
        step = segue_test_plan_wait (plan, name, segue_test_draw (&source, 1, 12));
      else
        step = segue_test_plan_work (plan, name, segue_test_draw (&source, 0, 400));
      if (step->type == SEGUE_STEP_WORK && segue_test_draw (&source, 0, 2) == 0)
        step->max_per_day = segue_test_draw (&source, 20, 60);
      if (step->type == SEGUE_STEP_WORK && segue_test_draw (&source, 0, 3) == 0)
        step->weekdays = 0x2d;
      step->importance = segue_test_draw (&source, 1, 5);
      if (segue_test_draw (&source, 0, 3) == 0)
        step->target = NOW + segue_test_draw (&source, 10, 90);
      for (guint j = 0; j < 3 && uncertain; j++)
        {
          step->effort[j] = step->effort[1] * ((gint32) j + 1) / 2;
          step->days[j] = MAX (1, step->days[1] * ((gint32) j + 1) / 2);
        }
    }
  for (gint32 i = 1; i < n; i++)
    {
      g_autofree char *point = g_strdup_printf ("s%d.start", i);
      g_autofree char *other = g_strdup_printf ("s%d.end", segue_test_draw (&source, 0, i - 1));
      g_autofree char *end = g_strdup_printf ("s%d.end", i);

      if (segue_test_draw (&source, 0, 2) > 0)
        segue_test_plan_after (plan, point, other, segue_test_draw (&source, 0, 1) * segue_test_draw (&source, 0, 5));
      if (segue_test_draw (&source, 0, 5) == 0)
        segue_test_plan_not_after (plan, end, NOW + segue_test_draw (&source, 12, 60));
      if (segue_test_draw (&source, 0, 7) == 0)
        segue_test_plan_not_before (plan, point, NOW + segue_test_draw (&source, 0, 30));
      /* What can be met in any draw, and what cannot. */
      if (segue_test_draw (&source, 0, 9) == 0)
        segue_test_plan_within (plan, point, other, 0, segue_test_draw (&source, 20, 90));
    }
  return plan;
}

/* Where no two works can compete, dates alone say what the whole engine says. */
static void
test_dates (void)
{
  const gint32 n = g_getenv ("SEGUE_TEST_LONG") ? 4000 : 120;
  gint32 n_quick = 0, n_left = 0;

  for (guint64 seed = 1; seed <= (guint64) n; seed++)
    {
      g_autoptr (SegueTestPlan) plan = draw_plain_plan (seed, seed % 2, TRUE);
      const SegueProblem *problem = segue_test_plan_get (plan);
      g_autoptr (SegueRisk) quick = segue_schedule_simulate (problem, 40, seed, 1, NULL, NULL);
      g_autoptr (SegueRisk) whole = segue_schedule_simulate_by (problem, SEGUE_RISK_WHOLE, 40, seed, 1, NULL, NULL);

      g_assert_cmpint (whole->method, ==, SEGUE_RISK_WHOLE);
      n_quick += quick->method == SEGUE_RISK_DATES;
      n_left += quick->method == SEGUE_RISK_DATES ? quick->n_whole : 0;
      assert_same (problem, quick, whole);
    }
  g_test_message ("%d of %d by dates, %d of their draws by the engine", n_quick, n, n_left);
  g_assert_cmpint (n_quick, >, n / 2);
}

/* A step that is done sets the last day of a milestone, which counts as a day like any other's. */
static void
test_limit_by_done (void)
{
  static const gint32 days[3] = { 5, 10, 30 };
  static const SegueRiskMethod methods[] = { SEGUE_RISK_DATES, SEGUE_RISK_LIST };
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueRisk) whole = NULL;
  SegueStepSpec *done = segue_test_plan_wait (plan, "done", 3);

  done->status = SEGUE_STATUS_DONE;
  done->done_on = NOW - 1;
  set_days (segue_test_plan_wait (plan, "wait", 10), days);
  segue_test_plan_milestone (plan, "milestone");
  segue_test_plan_after (plan, "milestone.start", "wait.end", 0);
  segue_test_plan_within (plan, "milestone.start", "done.end", 0, 14);
  whole = segue_schedule_simulate_by (segue_test_plan_get (plan), SEGUE_RISK_WHOLE, 500, 1, 1, NULL, NULL);
  g_assert_cmpfloat (whole->steps[1].critical, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (SegueRisk) quick = segue_schedule_simulate_by (segue_test_plan_get (plan), methods[i], 500, 1, 1, NULL, NULL);

      g_assert_cmpint (quick->method, ==, methods[i]);
      g_assert_cmpint (quick->n_whole, >, 0);
      g_assert_cmpint (quick->n_whole, <, 500);
      assert_same (segue_test_plan_get (plan), quick, whole);
    }
}

static void
init_tables (const SegueProblem *problem,
             SegueEstimateTable *tables)
{
  SegueEstimateGrid grid;

  segue_estimate_grid_init (&grid);
  for (gint32 i = 0; i < problem->n_steps; i++)
    segue_estimate_init (&tables[i], &grid, problem->steps[i].type == SEGUE_STEP_WORK ? problem->steps[i].effort
                                                                                      : problem->steps[i].days);
}

/* An upper side between two open steps that no draw can miss leaves the quick ways open, and no other one does. */
static void
test_upper_sides (void)
{
  static const gint32 days[3] = { 5, 10, 30 };
  gint32 n_quick = 0;

  for (gint32 most = 90; most < 100; most++)
    {
      g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
      g_autoptr (SegueRisk) quick = NULL;
      g_autoptr (SegueRisk) whole = NULL;

      set_days (segue_test_plan_wait (plan, "exam", 10), days);
      segue_test_plan_milestone (plan, "apply");
      segue_test_plan_milestone (plan, "enrol");
      segue_test_plan_within (plan, "apply.start", "exam.end", 14, most);
      segue_test_plan_after (plan, "enrol.start", "apply.end", 20);
      segue_test_plan_not_after (plan, "enrol.start", NOW + 120);
      quick = segue_schedule_simulate (segue_test_plan_get (plan), 100, 1, 1, NULL, NULL);
      whole = segue_schedule_simulate_by (segue_test_plan_get (plan), SEGUE_RISK_WHOLE, 100, 1, 1, NULL, NULL);
      assert_same (segue_test_plan_get (plan), quick, whole);
      g_assert_cmpint (quick->method, ==, 4 + most < 100 ? SEGUE_RISK_WHOLE : SEGUE_RISK_DATES);
      n_quick += quick->method == SEGUE_RISK_DATES;
    }
  g_assert_cmpint (n_quick, >, 0);
}

/* Rules that the way round implies, even if it is the shortest that can be drawn, are left out. */
static void
test_implied (void)
{
  static const gint32 days[3] = { 3, 5, 9 };
  static const guint32 key[2] = { 1, 2 };

  for (gint32 lag = 0; lag < 8; lag++)
    {
      g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
      SegueEstimateTable tables[3];
      g_autoptr (SegueSketch) sketch = NULL;

      set_days (segue_test_plan_wait (plan, "a", 2), days);
      set_days (segue_test_plan_wait (plan, "b", 5), days);
      set_days (segue_test_plan_wait (plan, "c", 1), days);
      segue_test_plan_after (plan, "b.start", "a.end", 0);
      segue_test_plan_after (plan, "c.start", "b.end", 0);
      segue_test_plan_after (plan, "c.start", "a.end", lag);
      init_tables (segue_test_plan_get (plan), tables);
      sketch = segue_sketch_new (segue_test_plan_get (plan), tables, key, NULL);
      g_assert_cmpint (sketch->n_edges, ==, lag <= days[0] ? 2 : 3);
      for (guint i = 0; i < 3; i++)
        segue_estimate_clear (&tables[i]);
    }
}

/* The list gives the plan itself the days that the engine gives it, and any threads the same. */
static void
test_list (void)
{
  const gint32 n = g_getenv ("SEGUE_TEST_LONG") ? 3000 : 60;
  gint32 n_list = 0;

  for (guint64 seed = 1; seed <= (guint64) n; seed++)
    {
      g_autoptr (SegueTestPlan) certain = draw_plain_plan (seed, 9, FALSE);
      g_autoptr (SegueTestPlan) plan = draw_plain_plan (seed, 9, TRUE);
      const SegueProblem *problem = segue_test_plan_get (certain);
      g_autoptr (SegueRisk) quick = segue_schedule_simulate_by (problem, SEGUE_RISK_LIST, 3, seed, 1, NULL, NULL);
      g_autoptr (SegueRisk) whole = segue_schedule_simulate_by (problem, SEGUE_RISK_WHOLE, 3, seed, 1, NULL, NULL);
      g_autoptr (SegueRisk) one = segue_schedule_simulate (segue_test_plan_get (plan), 50, seed, 1, NULL, NULL);
      g_autoptr (SegueRisk) two = segue_schedule_simulate (segue_test_plan_get (plan), 50, seed, 2, NULL, NULL);

      n_list += quick->method == SEGUE_RISK_LIST && quick->n_whole == 0;
      assert_same (problem, quick, whole);
      assert_same (problem, one, two);
      g_assert_cmpint (one->n_whole, ==, two->n_whole);
    }
  g_test_message ("%d of %d by list", n_list, n);
  g_assert_cmpint (n_list, >, n / 3);
}

/* Vectors of any width hold the same numbers. */
static void
test_widths (void)
{
  for (guint64 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (SegueTestPlan) plan = draw_plain_plan (seed, 2, TRUE);
      const SegueProblem *problem = segue_test_plan_get (plan);
      const guint32 key[2] = { (guint32) seed, 5 };
      g_autofree SegueEstimateTable *tables = g_new0 (SegueEstimateTable, problem->n_steps);
      g_autoptr (SegueSketch) sketch = NULL;
      SegueTally tallies[2];
      GArray *broken[2] = { g_array_new (FALSE, FALSE, 4), g_array_new (FALSE, FALSE, 4) };
      g_autoptr (SegueRisk) narrow = NULL;
      g_autoptr (SegueRisk) wide = NULL;

      init_tables (problem, tables);
      sketch = segue_sketch_new (problem, tables, key, NULL);
      for (guint k = 0; k < 2 && sketch; k++)
        {
          SegueLanes *lanes = segue_lanes_new (sketch, key, k == 0 ? SEGUE_LANES_BASELINE : SEGUE_LANES_ANY);

          segue_lanes_run (lanes, 0, SEGUE_LANES, broken[k]);
          segue_lanes_run (lanes, SEGUE_LANES, 77, broken[k]);
          segue_tally_init (&tallies[k], problem);
          segue_lanes_tell (lanes, &tallies[k]);
          segue_lanes_free (lanes);
        }
      if (sketch)
        {
          narrow = segue_tally_end (&tallies[0]);
          wide = segue_tally_end (&tallies[1]);
          g_assert_cmpint (narrow->n_samples + (gint32) broken[0]->len, ==, SEGUE_LANES + 77);
          g_assert_cmpmem (broken[0]->data, broken[0]->len * 4, broken[1]->data, broken[1]->len * 4);
          assert_same (problem, narrow, wide);
          segue_tally_clear (&tallies[0]);
          segue_tally_clear (&tallies[1]);
        }
      g_array_unref (broken[0]);
      g_array_unref (broken[1]);
      for (gint32 i = 0; i < problem->n_steps; i++)
        segue_estimate_clear (&tables[i]);
    }
}

/* How many draws are laid out side by side changes nothing. */
static void
test_abreast (void)
{
  gint32 n_kept = 0, n_broken = 0;

  for (guint64 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (SegueTestPlan) plan = draw_plain_plan (seed, 9, TRUE);
      const SegueProblem *problem = segue_test_plan_get (plan);
      const guint32 key[2] = { (guint32) seed, 7 };
      g_autofree SegueEstimateTable *tables = g_new0 (SegueEstimateTable, problem->n_steps);
      g_autoptr (SegueSketch) sketch = NULL;
      g_autoptr (GArray) singly = g_array_new (FALSE, FALSE, 4);
      g_autoptr (SegueRisk) expected = NULL;

      init_tables (problem, tables);
      sketch = segue_sketch_new (problem, tables, key, NULL);
      for (gint width = SEGUE_RELEVEL_SINGLY; width >= SEGUE_RELEVEL_ANY && sketch; width--)
        {
          SegueRelevel *relevel = segue_relevel_new (sketch, key, (SegueRelevelWidth) width);
          g_autoptr (GArray) broken = g_array_new (FALSE, FALSE, 4);
          g_autoptr (SegueRisk) risk = NULL;
          SegueTally tally;

          segue_relevel_run (relevel, 0, 100, broken);
          segue_relevel_run (relevel, 100, 156, broken);
          segue_tally_init (&tally, problem);
          segue_relevel_tell (relevel, &tally);
          risk = segue_tally_end (&tally);
          g_assert_cmpint (risk->n_samples + (gint32) broken->len, ==, 256);
          if (expected)
            {
              g_assert_cmpmem (broken->data, broken->len * 4, singly->data, singly->len * 4);
              assert_same (problem, risk, expected);
            }
          else
            {
              g_array_append_vals (singly, broken->data, broken->len);
              expected = g_steal_pointer (&risk);
              n_kept += expected->n_samples;
              n_broken += (gint32) broken->len;
            }
          segue_tally_clear (&tally);
          segue_relevel_free (relevel);
        }
      for (gint32 i = 0; i < problem->n_steps; i++)
        segue_estimate_clear (&tables[i]);
    }
  g_test_message ("%d draws kept, %d broken", n_kept, n_broken);
  g_assert_cmpint (n_kept, >, 1000);
  g_assert_cmpint (n_broken, >, 1000);
}

/* A step's numbers are even, and know nothing of those of the next sample or of another step. */
static void
test_random (void)
{
  const guint32 key[2] = { 11, 0 };
  const gint32 n = 1 << 16;
  double low = 0, next = 0, other = 0;
  guint32 keys[2][4];
  gint32 cells[64] = { 0 };
  double last = 0, spread = 0;

  segue_random_step (key, 0, keys[0]);
  segue_random_step (key, 1, keys[1]);
  for (gint32 sample = 0; sample < n; sample++)
    {
      guint32 base = segue_random_base (key, (guint32) sample / 2);
      guint32 bits = segue_random_half (segue_random_pair (base, keys[0]), sample);
      guint32 else_bits = segue_random_half (segue_random_pair (base, keys[1]), sample);
      double x = bits / 4294967296.0 - 0.5;

      cells[bits >> 26]++;
      low += x;
      next += x * last;
      other += x * (else_bits / 4294967296.0 - 0.5);
      last = x;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    spread += (cells[i] - n / 64.0) * (cells[i] - n / 64.0) / (n / 64.0);
  /* Five standard deviations each; the spread is a χ² of 63. */
  g_assert_cmpfloat (fabs (low), <, 5 * sqrt (n / 12.0));
  g_assert_cmpfloat (fabs (next), <, 5 * sqrt (n) / 12);
  g_assert_cmpfloat (fabs (other), <, 5 * sqrt (n) / 12);
  g_assert_cmpfloat (spread, <, 63 + 5 * sqrt (126));
}

static void
test_cancel (void)
{
  g_autoptr (SegueTestPlan) plan = draw_plan (3, TRUE);
  gint cancelled = 1;

  g_assert_null (segue_schedule_simulate (segue_test_plan_get (plan), 100, 1, 2, NULL, &cancelled));
}

static void
test_nothing (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueRisk) risk = segue_schedule_simulate (segue_test_plan_get (plan), 1, 0, 1, NULL, NULL);

  g_assert_cmpint (risk->n_samples, ==, 1);
  g_assert_cmpint (risk->n_steps, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/risk/quantiles", test_quantiles);
  g_test_add_func ("/risk/ends-of-the-range", test_ends_of_the_range);
  g_test_add_func ("/risk/chain", test_chain);
  g_test_add_func ("/risk/chain-of-works", test_chain_of_works);
  g_test_add_func ("/risk/hours", test_hours);
  g_test_add_func ("/risk/critical", test_critical);
  g_test_add_func ("/risk/routes", test_routes);
  g_test_add_func ("/risk/threads", test_threads);
  g_test_add_func ("/risk/certain", test_certain);
  g_test_add_func ("/risk/dates", test_dates);
  g_test_add_func ("/risk/limit-by-done", test_limit_by_done);
  g_test_add_func ("/risk/upper-sides", test_upper_sides);
  g_test_add_func ("/risk/implied", test_implied);
  g_test_add_func ("/risk/list", test_list);
  g_test_add_func ("/risk/widths", test_widths);
  g_test_add_func ("/risk/abreast", test_abreast);
  g_test_add_func ("/risk/random", test_random);
  g_test_add_func ("/risk/cancel", test_cancel);
  g_test_add_func ("/risk/nothing", test_nothing);
  return g_test_run ();
}
