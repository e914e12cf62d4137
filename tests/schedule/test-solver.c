/* test-solver.c - a plan that is kept gives what a solve from scratch gives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After each of many edits the schedule of the solver is compared, as text and so
 * to the last minute, with one that was worked out anew.
 */
#include "support/segue-test-dump.h"
#include "support/segue-test-random.h"
#include "support/segue-test-validator.h"

#define NOW 18995 /* 2022-01-03, a Monday */

static gint32
large (gint32 n)
{
  return g_getenv ("SEGUE_TEST_LONG") ? 20 * n : n;
}

/* ---- comparing --------------------------------------------------------- */

/* How many solves placed less than everything. */
typedef struct
{
  gint32 n_solves;
  gint32 n_short;
} Tally;

static void
assert_as_from_scratch (SegueSolver *solver,
                        Tally       *tally)
{
  const SegueProblem *problem = segue_solver_get_problem (solver);
  const SegueSchedule *kept = segue_solver_solve (solver, NULL);
  g_autoptr (SegueSchedule) fresh = segue_schedule_solve (problem, SEGUE_SOLVE_DATES, NULL, NULL);
  g_autofree char *expected = segue_test_dump_schedule (fresh, problem->now);
  g_autofree char *got = segue_test_dump_schedule (kept, problem->now);
  g_autofree char *wrong = segue_test_validate (problem, kept, SEGUE_SOLVE_DATES);

  g_assert_cmpstr (got, ==, expected);
  g_assert_cmpstr (wrong, ==, NULL);
  tally->n_solves++;
  tally->n_short += segue_solver_get_n_placed (solver) < problem->n_steps;
}

/* What holds each step is the same, whoever is asked. */
static void
assert_same_reasons (SegueSolver *solver)
{
  const SegueProblem *problem = segue_solver_get_problem (solver);
  const SegueSchedule *schedule = segue_solver_solve (solver, NULL);

  for (gint32 step = 0; step < problem->n_steps; step++)
    {
      gint32 n_got, n_expected;
      g_autofree SegueHolder *got = segue_solver_explain (solver, step, &n_got);
      g_autofree SegueHolder *expected = segue_schedule_explain (problem, schedule, step, &n_expected);

      g_assert_cmpmem (got, (gsize) n_got * sizeof (SegueHolder), expected, (gsize) n_expected * sizeof (SegueHolder));
    }
}

/* ---- edits ------------------------------------------------------------- */

static gint32
vary (SegueTestSource *source,
      gint32           number,
      gint32           by,
      gint32           least)
{
  gint32 other = number + segue_test_draw (source, -by, by);

  return MAX (other, least);
}

static void
edit_step (SegueSolver     *solver,
           SegueTestSource *source,
           gint32           step)
{
  SegueStepSpec spec = segue_solver_get_problem (solver)->steps[step];

  switch (segue_test_draw (source, 0, 9))
    {
    case 0:
      spec.max_per_day = segue_test_draw (source, 0, 3) * 40;
      break;
    case 1:
      spec.target = segue_test_draw_chance (source, 50) ? SEGUE_DAY_NONE : NOW + segue_test_draw (source, 20, 400);
      break;
    case 2:
      spec.contiguous = !spec.contiguous;
      break;
    case 3:
      spec.weekdays = (guint8) segue_test_draw (source, 1, 0x7f);
      break;
    case 4:
      spec.min_per_day = segue_test_draw (source, 0, 2) * 10;
      break;
    case 5:
      spec.spent = segue_test_draw (source, 0, spec.effort[SEGUE_ESTIMATE_LIKELY] + 10);
      break;
    case 6:
      spec.status = segue_test_draw_chance (source, 80) ? SEGUE_STATUS_TODO : SEGUE_STATUS_DROPPED;
      break;
    default:
      spec.effort[SEGUE_ESTIMATE_LIKELY] = vary (source, spec.effort[SEGUE_ESTIMATE_LIKELY], 30, 0);
      spec.days[SEGUE_ESTIMATE_LIKELY] = vary (source, spec.days[SEGUE_ESTIMATE_LIKELY], 3, 1);
      break;
    }
  segue_solver_set_step (solver, step, &spec);
}

static void
edit_rule (SegueSolver     *solver,
           SegueTestSource *source,
           gint32           rule)
{
  SegueRuleSpec spec = segue_solver_get_problem (solver)->rules[rule];

  if (segue_test_draw_chance (source, 5))
    spec.enabled = !spec.enabled;
  else if (spec.relation == SEGUE_RELATION_AFTER)
    spec.min = vary (source, spec.min, 6, -2);
  else
    spec.date += segue_test_draw (source, -20, 20);
  segue_solver_set_rule (solver, rule, &spec);
}

/* One to three edits at once. */
static void
edit (SegueSolver     *solver,
      SegueTestSource *source)
{
  const SegueProblem *problem = segue_solver_get_problem (solver);

  for (gint32 n = segue_test_draw_chance (source, 70) ? 1 : segue_test_draw (source, 2, 3); n > 0; n--)
    if (problem->n_rules > 0 && segue_test_draw_chance (source, 40))
      edit_rule (solver, source, segue_test_draw (source, 0, problem->n_rules - 1));
    else
      edit_step (solver, source, segue_test_draw (source, 0, problem->n_steps - 1));
  if (segue_test_draw_chance (source, 3))
    segue_solver_set_now (solver, problem->now + segue_test_draw (source, 0, 2));
}

static void
edit_often (SegueTestPlan   *plan,
            SegueTestSource *source,
            gint32           n_edits,
            Tally           *tally)
{
  g_autoptr (SegueSolver) solver = segue_solver_new (segue_test_plan_get (plan));

  assert_as_from_scratch (solver, tally);
  for (gint32 i = 0; i < n_edits; i++)
    {
      edit (solver, source);
      assert_as_from_scratch (solver, tally);
    }
  assert_same_reasons (solver);
}

/* ---- plans ------------------------------------------------------------- */

/* Small plans with everything that there is. */
static void
test_anything (void)
{
  static const SegueTestFeatures features[] = {
    0, SEGUE_TEST_TARGETS, SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_CALENDAR | SEGUE_TEST_PROGRESS,
    SEGUE_TEST_GOALS | SEGUE_TEST_CLOSED | SEGUE_TEST_TARGETS, (SegueTestFeatures) ~0u,
  };
  Tally tally = { 0, 0 };

  for (gint32 seed = 0; seed < large (150); seed++)
    {
      SegueTestSource source = segue_test_source_seed ((guint64) seed);
      SegueTestKnobs knobs = { features[seed % (gint32) G_N_ELEMENTS (features)], 8, 8, 60 };
      g_autoptr (SegueTestPlan) plan = segue_test_plan_draw (&source, &knobs);

      if (segue_test_plan_get (plan)->n_steps > 0)
        edit_often (plan, &source, 8, &tally);
    }
  g_assert_cmpint (tally.n_short, >, tally.n_solves / 20);
}

static SegueRuleSpec *
follow (SegueTestPlan *plan,
        gint32         step,
        gint32         other)
{
  SegueRuleSpec rule = {
    .relation = SEGUE_RELATION_AFTER, .enabled = TRUE, .movable = TRUE, .route = -1,
    .point = { step, SEGUE_SIDE_START }, .other = { other, SEGUE_SIDE_END }, .date = SEGUE_DAY_NONE,
  };

  g_array_append_val (plan->rules, rule);
  return &g_array_index (plan->rules, SegueRuleSpec, plan->rules->len - 1);
}

static void
fix (SegueTestPlan *plan,
     SegueRelation  relation,
     gint32         step,
     SegueSide      side,
     SegueDay       day)
{
  SegueRuleSpec rule = {
    .relation = relation, .enabled = TRUE, .movable = TRUE, .route = -1,
    .point = { step, side }, .other = { -1, SEGUE_SIDE_START }, .date = day,
  };

  g_array_append_val (plan->rules, rule);
}

static void
add_step (SegueTestPlan   *plan,
          SegueTestSource *source,
          gint32           most)
{
  gint32 type = segue_test_draw (source, 0, 9);
  SegueStepSpec *step;

  if (type == 0)
    step = segue_test_plan_milestone (plan, "");
  else if (type == 1)
    step = segue_test_plan_wait (plan, "", segue_test_draw (source, 1, 10));
  else
    step = segue_test_plan_work (plan, "", segue_test_draw (source, 1, most));
  step->importance = segue_test_draw (source, 1, 5);
}

/* What comes before the @i-th step, by the shape of the plan. */
static gint32
find_other (const char      *shape,
            SegueTestSource *source,
            gint32           i)
{
  if (g_str_equal (shape, "chain"))
    return i - 1;
  if (g_str_equal (shape, "star"))
    return 0;
  if (g_str_equal (shape, "diamonds"))
    return i % 4 == 0 ? i - 1 : i - i % 4;
  if (g_str_equal (shape, "backwards"))
    return -1;
  return segue_test_draw (source, MAX (0, i - 12), i - 1);
}

static SegueTestPlan *
draw_shape (const char      *shape,
            SegueTestSource *source,
            gint32           n)
{
  SegueTestPlan *plan = segue_test_plan_new (NOW);
  gboolean is_full = segue_test_draw_chance (source, 50);

  segue_test_plan_week (plan, segue_test_draw (source, 0, 2) * 60, 60);
  for (gint32 i = 0; i < n; i++)
    {
      gint32 other = i > 0 ? find_other (shape, source, i) : -1;

      add_step (plan, source, is_full ? 200 : 20);
      if (other >= 0)
        follow (plan, i, other)->min = segue_test_draw_chance (source, 20) ? segue_test_draw (source, -1, 9) : 0;
      if (other >= 0 && segue_test_draw_chance (source, 30))
        follow (plan, i, segue_test_draw (source, 0, i - 1));
      if (segue_test_draw_chance (source, 5))
        fix (plan, SEGUE_RELATION_NOT_BEFORE, i, SEGUE_SIDE_START, NOW + segue_test_draw (source, 0, 3 * n));
      if (segue_test_draw_chance (source, 4))
        fix (plan, SEGUE_RELATION_NOT_AFTER, i, SEGUE_SIDE_END, NOW + segue_test_draw (source, 20 * n, 40 * n));
    }
  for (gint32 i = 1; g_str_equal (shape, "backwards") && i < n; i++)
    follow (plan, i - 1, i);
  return plan;
}

static void
test_shape (gconstpointer data)
{
  Tally tally = { 0, 0 };

  for (gint32 seed = 0; seed < large (3); seed++)
    {
      SegueTestSource source = segue_test_source_seed ((guint64) seed);
      g_autoptr (SegueTestPlan) plan = draw_shape (data, &source, segue_test_draw (&source, 20, 120));

      edit_often (plan, &source, 40, &tally);
    }
  g_assert_cmpint (tally.n_short, >, tally.n_solves / 8);
}

/* ---- what an edit costs ------------------------------------------------ */

/* Where days have room an edit reaches no further than its own few days. */
static void
test_small_edit (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSolver) solver = NULL;
  SegueStepSpec spec;
  gint32 n = 1000;
  Tally tally = { 0, 0 };

  segue_test_plan_week (plan, 60, 60);
  for (gint32 i = 0; i < n; i++)
    {
      segue_test_plan_work (plan, "", 30);
      fix (plan, SEGUE_RELATION_NOT_BEFORE, i, SEGUE_SIDE_START, NOW + i);
    }
  solver = segue_solver_new (segue_test_plan_get (plan));
  assert_as_from_scratch (solver, &tally);
  spec = segue_solver_get_problem (solver)->steps[n / 2];
  spec.effort[SEGUE_ESTIMATE_LIKELY] = 100;
  segue_solver_set_step (solver, n / 2, &spec);
  assert_as_from_scratch (solver, &tally);
  g_assert_cmpint (segue_solver_get_n_placed (solver), >=, 2);
  g_assert_cmpint (segue_solver_get_n_placed (solver), <=, n / 2 + 20);
  assert_as_from_scratch (solver, &tally);
}

/* Cancelled at once, and then not. */
static void
test_cancelled (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSolver) solver = NULL;
  gint cancelled = TRUE;
  Tally tally = { 0, 0 };

  segue_test_plan_week (plan, 60, 60);
  segue_test_plan_work (plan, "", 30);
  solver = segue_solver_new (segue_test_plan_get (plan));
  g_assert_null (segue_solver_solve (solver, &cancelled));
  assert_as_from_scratch (solver, &tally);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const shapes[] = { "chain", "star", "diamonds", "backwards", "web" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/anything", test_anything);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strconcat ("/solver/", shapes[i], NULL);

      g_test_add_data_func (path, shapes[i], test_shape);
    }
  g_test_add_func ("/solver/small-edit", test_small_edit);
  g_test_add_func ("/solver/cancelled", test_cancelled);
  return g_test_run ();
}
