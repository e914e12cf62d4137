/* bench-plan.c - one person's plan: all of it, one edit, one conflict
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plans are those of the peers' measurements: work with some 2.65 things
 * before each, a milestone every 25 steps, evenings and weekends of 27 hours a
 * week; and beside them waits, lags with a maximum, and windows.
 */
#include "bench/bench.h"

#include "schedule/segue-random.h"
#include "schedule/segue-solver-private.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define NOW 19000
#define WEEK_MINUTES (27 * 60)
#define MAX_YEARS 60

typedef struct
{
  SegueProblem problem;
  GArray *steps;
  GArray *rules;
  SegueRandom random;
} Plan;

static gint32
draw (Plan   *plan,
      gint32  low,
      gint32  high)
{
  return low + (gint32) (segue_random_next (&plan->random) % (guint32) (high - low + 1));
}

static void
add_step (Plan          *plan,
          SegueStepType  type,
          gint32         amount)
{
  SegueStepSpec step = {
    .type = type, .goal = -1, .route = -1, .importance = draw (plan, 1, 5), .weekdays = 0x7f,
    .effort = { amount, amount, amount }, .days = { amount, amount, amount },
    .started_on = SEGUE_DAY_NONE, .done_on = SEGUE_DAY_NONE, .target = SEGUE_DAY_NONE,
  };

  if (type == SEGUE_STEP_WORK && draw (plan, 0, 4) == 0)
    step.max_per_day = 120;
  g_array_append_val (plan->steps, step);
}

static SegueRuleSpec *
add_rule (Plan          *plan,
          SegueRelation  relation,
          gint32         step,
          SegueSide      side)
{
  SegueRuleSpec rule = {
    .relation = relation, .enabled = TRUE, .movable = TRUE, .route = -1,
    .point = { step, side }, .other = { -1, SEGUE_SIDE_END },
  };

  g_array_append_val (plan->rules, rule);
  return &g_array_index (plan->rules, SegueRuleSpec, plan->rules->len - 1);
}

static void
link_steps (Plan   *plan,
            gint32  before,
            gint32  after)
{
  SegueRuleSpec *rule = add_rule (plan, SEGUE_RELATION_AFTER, after, SEGUE_SIDE_START);

  rule->other.step = before;
  if (draw (plan, 0, 9) == 0)
    rule->min = draw (plan, 1, 14);
}

static void
add_links (Plan   *plan,
           gint32  step,
           gint32  reach)
{
  gint32 n = step == 0 ? 0 : MIN (step, draw (plan, 1, 4));

  for (gint32 i = 0; i < n; i++)
    link_steps (plan, step - 1 - draw (plan, 0, MIN (step - 1, reach)), step);
}

static Plan *
plan_new (gint32 n)
{
  static const gint32 week[] = { 180, 180, 180, 180, 180, 360, 360 };
  gint64 room = (gint64) MAX_YEARS * 52 * WEEK_MINUTES / n;
  gint32 most = (gint32) CLAMP (2 * room, 2, 1800);
  Plan *plan = g_new0 (Plan, 1);

  plan->steps = g_array_new (FALSE, FALSE, sizeof (SegueStepSpec));
  plan->rules = g_array_new (FALSE, FALSE, sizeof (SegueRuleSpec));
  plan->problem.now = NOW;
  segue_random_init (&plan->random, 7, (guint64) n);
  for (gint32 i = 0; i < 7; i++)
    plan->problem.week[i] = week[i];
  for (gint32 i = 0; i < n; i++)
    {
      if (i % 25 == 24)
        add_step (plan, SEGUE_STEP_MILESTONE, 1);
      else if (i % 20 == 7)
        add_step (plan, SEGUE_STEP_WAIT, draw (plan, 1, 10));
      else
        add_step (plan, SEGUE_STEP_WORK, draw (plan, 1, most));
      add_links (plan, i, MAX (40, n / 50));
      if (i % 50 == 10)
        add_rule (plan, SEGUE_RELATION_NOT_BEFORE, i, SEGUE_SIDE_START)->date = NOW + draw (plan, 0, (gint32) ((gint64) 10000 * i / n));
      if (i % 25 == 24)
        add_rule (plan, SEGUE_RELATION_NOT_AFTER, i, SEGUE_SIDE_END)->date = NOW + 35000;
    }
  return plan;
}

static const SegueProblem *
plan_get (Plan *plan)
{
  plan->problem.steps = (const SegueStepSpec *) (gpointer) plan->steps->data;
  plan->problem.n_steps = (gint32) plan->steps->len;
  plan->problem.rules = (const SegueRuleSpec *) (gpointer) plan->rules->data;
  plan->problem.n_rules = (gint32) plan->rules->len;
  return &plan->problem;
}

static void
plan_free (Plan *plan)
{
  g_array_unref (plan->steps);
  g_array_unref (plan->rules);
  g_free (plan);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Time that this process has had, in milliseconds; others do not count. */
static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* Solves once and says how long that took, in milliseconds. */
static double
time_solve (Plan            *plan,
            SegueSolveFlags  flags,
            gboolean        *feasible,
            gint32          *n_conflicts)
{
  double began = now_ms ();
  g_autoptr (SegueSchedule) schedule = segue_schedule_solve (plan_get (plan), flags, NULL, NULL);

  *feasible = schedule->feasible;
  *n_conflicts = schedule->n_conflicts;
  return now_ms () - began;
}

static gint32
count_steps (char **args)
{
  for (guint i = 1; args[i]; i++)
    if (g_str_equal (args[i], "--steps") && args[i + 1])
      return CLAMP (atoi (args[i + 1]), 2, 10000000);
  return 1000;
}

static void
report (const char *what,
        gint32      n,
        double     *times,
        guint       n_times,
        gboolean    feasible,
        gint32      n_conflicts)
{
  qsort (times, n_times, sizeof *times, compare_doubles);
  g_print ("%s steps %d median_ms %.3f p99_ms %.3f feasible %d conflicts %d runs %u\n", what, n,
           times[n_times / 2], times[MIN (n_times - 1, n_times * 99 / 100)], feasible, n_conflicts, n_times);
}

/* The most memory that the process has had, in bytes. */
static double
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss * 1024;
}

/* Has the engine's code read in, which no step is to blame for. */
static void
solve_few (void)
{
  Plan *plan = plan_new (10);
  gboolean feasible;
  gint32 n_conflicts;

  time_solve (plan, SEGUE_SOLVE_LATEST, &feasible, &n_conflicts);
  plan_free (plan);
}

/* The whole engine: dates, hours, last-minute schedule and slack. Memory is what
 * the first solve takes at its most, beside 16 bytes a rule. */
int
bench_plan (char **args)
{
  gint32 n = count_steps (args);
  Plan *plan = plan_new (n);
  guint n_times = n > 20000 ? 7 : 31;
  double times[31];
  gboolean feasible = FALSE;
  gint32 n_conflicts = 0;
  double before, memory = 0;

  solve_few ();
  before = get_peak ();
  for (guint i = 0; i < n_times; i++)
    {
      times[i] = time_solve (plan, SEGUE_SOLVE_LATEST, &feasible, &n_conflicts);
      if (i == 0)
        memory = get_peak () - before;
    }
  report ("plan", n, times, n_times, feasible, n_conflicts);
  g_print ("plan steps %d rules %u best_ms %.3f peak_bytes %.0f bytes_a_step %.0f\n", n, plan->rules->len, times[0],
           memory, (memory - 16.0 * plan->rules->len) / n);
  plan_free (plan);
  return 0;
}

/* What a solver that keeps the plan takes after one edit. */
typedef struct
{
  GArray *dates; /* until the rules' dates are known, hours left aside */
  GArray *all;   /* until all is laid out, and the step that was touched explained */
  gint64 n_placed;
  gint32 n_whole;
} EditTimes;

static void
add_time (GArray *times,
          double  began)
{
  double time = now_ms () - began;

  g_array_append_val (times, time);
}

static void
time_edit (SegueSolver *solver,
           gint32       step,
           EditTimes   *times,
           double       began)
{
  g_autofree SegueHolder *holders = NULL;
  const SegueSchedule *schedule;
  gint32 n_holders;

  if (solver->is_warm)
    {
      segue_solver_find_dates (solver);
      add_time (times->dates, began);
    }
  schedule = segue_solver_solve (solver, NULL);
  holders = segue_solver_explain (solver, step, &n_holders);
  add_time (times->all, began);
  times->n_placed += segue_solver_get_n_placed (solver);
  times->n_whole += segue_solver_get_n_placed (solver) == schedule->n_steps;
}

/* A step takes up to half an hour more or less. */
static void
edit_effort (Plan        *plan,
             SegueSolver *solver,
             EditTimes   *times)
{
  gint32 step = draw (plan, 0, (gint32) plan->steps->len - 1);
  SegueStepSpec spec = segue_solver_get_problem (solver)->steps[step];
  gint32 effort = spec.effort[SEGUE_ESTIMATE_LIKELY] + draw (plan, -30, 30);
  double began = now_ms ();

  spec.effort[SEGUE_ESTIMATE_LIKELY] = MAX (1, effort);
  segue_solver_set_step (solver, step, &spec);
  time_edit (solver, step, times, began);
}

/* A rule asks for up to a week between two steps. */
static void
edit_lag (Plan        *plan,
          SegueSolver *solver,
          EditTimes   *times)
{
  gint32 rule = draw (plan, 0, (gint32) plan->rules->len - 1);
  SegueRuleSpec spec = segue_solver_get_problem (solver)->rules[rule];
  double began;

  if (spec.relation != SEGUE_RELATION_AFTER)
    return;
  spec.min = draw (plan, 0, 7);
  began = now_ms ();
  segue_solver_set_rule (solver, rule, &spec);
  time_edit (solver, spec.point.step, times, began);
}

/* A step of another length or a lag, in turns; all dates are wanted again, and why
 * the step is where it is. */
int
bench_edit (char **args)
{
  gint32 n = count_steps (args);
  Plan *plan = plan_new (n);
  guint n_times = n > 20000 ? 100 : 600;
  EditTimes times = { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)), 0, 0 };
  SegueSolver *solver = segue_solver_new (plan_get (plan));
  gboolean feasible = segue_solver_solve (solver, NULL)->feasible;
  guint n_edits;

  for (guint i = 0; i < n_times; i++)
    if (i % 2)
      edit_lag (plan, solver, &times);
    else
      edit_effort (plan, solver, &times);
  n_edits = times.all->len;
  report ("edit-dates", n, (double *) (gpointer) times.dates->data, times.dates->len, feasible, 0);
  report ("edit", n, (double *) (gpointer) times.all->data, n_edits, feasible, 0);
  g_print ("edit steps %d placed_anew_mean %.0f solved_whole %d of %u\n", n, (double) times.n_placed / n_edits,
           times.n_whole, n_edits);
  g_array_unref (times.dates);
  g_array_unref (times.all);
  segue_solver_free (solver);
  plan_free (plan);
  return 0;
}

static gboolean
is_any (const SegueFinding *finding,
        gconstpointer       data)
{
  return TRUE;
}

/* Finds one smallest conflict and lays nothing out. */
static double
time_finding (Plan *plan)
{
  double began = now_ms ();
  SegueOwner owner = { -1, -1 };
  SegueEngine engine;
  double time;

  segue_engine_init (&engine, plan_get (plan), NULL, NULL);
  engine.is_enough = is_any;
  if (!segue_engine_check (&engine))
    segue_engine_find (&engine, owner);
  time = now_ms () - began;
  g_assert_cmpuint (engine.findings->len, ==, 1);
  segue_engine_clear (&engine);
  return time;
}

/* A milestone in the middle must come before something that it waits for. */
int
bench_conflict (char **args)
{
  gint32 n = count_steps (args);
  Plan *plan = plan_new (n);
  guint n_times = n > 20000 ? 7 : 31;
  double times[31];
  gboolean feasible = FALSE;
  gint32 n_conflicts = 0;

  add_rule (plan, SEGUE_RELATION_NOT_BEFORE, n / 4, SEGUE_SIDE_START)->date = NOW + 9000;
  for (gint32 i = n / 4; i < n / 2; i++)
    {
      link_steps (plan, i, i + 1);
      /* Of long chains most links take no day, so that a person lives to see the end. */
      if (n > 20000 && i % 32 != 0)
        g_array_index (plan->rules, SegueRuleSpec, plan->rules->len - 1).min = -1;
    }
  add_rule (plan, SEGUE_RELATION_NOT_AFTER, n / 2, SEGUE_SIDE_END)->date = NOW + 9000;
  for (guint i = 0; i < n_times; i++)
    times[i] = time_solve (plan, SEGUE_SOLVE_DATES, &feasible, &n_conflicts);
  report ("conflict", n, times, n_times, feasible, n_conflicts);
  for (guint i = 0; i < n_times; i++)
    times[i] = time_finding (plan);
  report ("found", n, times, n_times, FALSE, 1);
  plan_free (plan);
  return 0;
}

/* Every estimate from seven tenths to twice the likely value. */
static void
open_estimates (Plan *plan)
{
  for (guint i = 0; i < plan->steps->len; i++)
    {
      SegueStepSpec *step = &g_array_index (plan->steps, SegueStepSpec, i);

      step->effort[SEGUE_ESTIMATE_OPTIMISTIC] = MAX (step->effort[SEGUE_ESTIMATE_LIKELY] * 7 / 10, 1);
      step->effort[SEGUE_ESTIMATE_PESSIMISTIC] = step->effort[SEGUE_ESTIMATE_LIKELY] * 2;
      step->days[SEGUE_ESTIMATE_OPTIMISTIC] = MAX (step->days[SEGUE_ESTIMATE_LIKELY] * 7 / 10, 1);
      step->days[SEGUE_ESTIMATE_PESSIMISTIC] = step->days[SEGUE_ESTIMATE_LIKELY] * 2;
    }
}

/* ---- risk -------------------------------------------------------------- */

/* A step as the plain loop sees it: after its rules, for so many days. */
typedef struct
{
  guint32 keys[4];
  gint32 optimistic, range;
  gint32 first_rule, n_rules;
} PlainStep;

typedef struct
{
  GArray *steps;  /* of PlainStep; plan_new() puts first what others wait for */
  GArray *before; /* of gint32: the steps that a step waits for */
  GArray *lags;
} PlainPlan;

static void
plain_plan_fill (PlainPlan *plain,
                 Plan      *plan)
{
  const SegueProblem *problem = plan_get (plan);
  const guint32 key[2] = { 1, 0 };

  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      const gint32 *days = problem->steps[i].days;
      const gboolean is_wait = problem->steps[i].type == SEGUE_STEP_WAIT;
      PlainStep step = { { 0 }, is_wait ? days[0] : 1, is_wait ? days[2] - days[0] + 1 : 1, (gint32) plain->before->len, 0 };

      segue_random_step (key, i, step.keys);
      for (gint32 k = 0; k < problem->n_rules; k++)
        if (problem->rules[k].relation == SEGUE_RELATION_AFTER && problem->rules[k].point.step == i)
          {
            g_array_append_val (plain->before, problem->rules[k].other.step);
            g_array_append_val (plain->lags, problem->rules[k].min);
            step.n_rules++;
          }
      g_array_append_val (plain->steps, step);
    }
}

/* The last day of a draw. The distribution is even, so that no table is needed. */
static gint32
plain_plan_run (const PlainPlan *plain,
                guint32          base,
                gint32          *ends)
{
  const gint32 *before = (const gint32 *) (gpointer) plain->before->data;
  const gint32 *lags = (const gint32 *) (gpointer) plain->lags->data;
  gint32 last = 0;

  for (guint i = 0; i < plain->steps->len; i++)
    {
      const PlainStep *step = &g_array_index (plain->steps, PlainStep, i);
      gint32 end = 0;

      for (gint32 k = step->first_rule; k < step->first_rule + step->n_rules; k++)
        end = MAX (end, ends[before[k]] + lags[k]);
      ends[i] = end + step->optimistic +
                (gint32) (((guint64) segue_random_pair (base, step->keys) * (guint32) step->range) >> 32);
      last = MAX (last, ends[i]);
    }
  return last;
}

/* Draws a second of the longest path alone, one draw after the other: no latest
 * days, nothing counted but the mean of the last day. What a short program does. */
static double
time_plain_draws (Plan   *plan,
                  gint32  n_samples)
{
  PlainPlan plain = { g_array_new (FALSE, FALSE, sizeof (PlainStep)), g_array_new (FALSE, FALSE, sizeof (gint32)),
                      g_array_new (FALSE, FALSE, sizeof (gint32)) };
  g_autofree gint32 *ends = g_new (gint32, plan->steps->len);
  const guint32 key[2] = { 1, 0 };
  volatile gint64 sum = 0;
  double began;

  plain_plan_fill (&plain, plan);
  began = now_ms ();
  for (gint32 i = 0; i < n_samples; i++)
    sum += plain_plan_run (&plain, segue_random_base (key, (guint32) i), ends);
  g_array_unref (plain.steps);
  g_array_unref (plain.before);
  g_array_unref (plain.lags);
  return n_samples / (now_ms () - began) * 1000;
}

static SegueRiskMethod
find_method (char **args)
{
  static const char *const names[] = { "best", "dates", "list", "whole" };

  for (guint i = 1; args[i]; i++)
    for (guint k = 0; g_str_equal (args[i], "--method") && args[i + 1] && k < G_N_ELEMENTS (names); k++)
      if (g_str_equal (args[i + 1], names[k]))
        return (SegueRiskMethod) k;
  return SEGUE_RISK_BEST;
}

/* Work becomes waits of some days, so that nothing competes for hours. */
static void
leave_hours_aside (Plan *plan)
{
  for (guint i = 0; i < plan->steps->len; i++)
    {
      SegueStepSpec *step = &g_array_index (plan->steps, SegueStepSpec, i);

      if (step->type != SEGUE_STEP_WORK)
        continue;
      step->type = SEGUE_STEP_WAIT;
      for (guint k = 0; k < 3; k++)
        step->days[k] = 1 + step->effort[SEGUE_ESTIMATE_LIKELY] / 180;
    }
}

/* So many that the slower ways do not take all day. */
static gint32
count_samples (SegueRiskMethod method,
               gint32          n)
{
  switch (method)
    {
    case SEGUE_RISK_WHOLE:
      return CLAMP (100000 / n, 10, 1000);
    case SEGUE_RISK_LIST:
      return CLAMP (2000000 / n, 100, 50000);
    case SEGUE_RISK_BEST:
    case SEGUE_RISK_DATES:
    default:
      return CLAMP (40000000 / n, 100, 1000000);
    }
}

/* Draws a second on one thread, counting all that the program counts; by turns with a plain loop. */
int
bench_risk (char **args)
{
  static const char *const names[] = { "best", "dates", "list", "whole" };
  gint32 n = count_steps (args);
  SegueRiskMethod method = find_method (args), used = method;
  Plan *plan = plan_new (n);
  gint32 n_samples = count_samples (method, n);
  double best = G_MAXDOUBLE, plain = 0;
  gint32 n_whole = 0;

  if (g_strv_contains ((const char *const *) args, "--waits"))
    leave_hours_aside (plan);
  open_estimates (plan);
  for (guint i = 0; i < 5; i++)
    {
      double began = now_ms ();
      SegueRisk *risk = segue_schedule_simulate_by (plan_get (plan), method, n_samples, 1, 1, NULL, NULL);

      best = MIN (best, now_ms () - began);
      used = risk->method;
      n_whole = risk->n_whole;
      segue_risk_free (risk);
      plain = MAX (plain, time_plain_draws (plan, MAX (n_samples / 8, 100)));
    }
  g_print ("risk steps %d method %s samples %d whole %d best_ms %.3f samples_per_s %.0f plain_per_s %.0f ratio %.2f\n", n,
           names[used], n_samples, n_whole, best, n_samples / best * 1000, plain, n_samples / best * 1000 / plain);
  plan_free (plan);
  return 0;
}
