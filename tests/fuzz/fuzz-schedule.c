/* fuzz-schedule.c - any bytes as a plan, solved and judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-judge.h"
#include "support/segue-test-random.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes);

/* A step more doubles what there is to be searched; six meet all there is to meet. */
#define MOST_STEPS 6
#define MOST_RULES 10
#define HORIZON 14
#define RANGE 4

/* What is asked of a plan: one thing each, so that many plans are asked. */
typedef enum
{
  ASK_LATEST,
  ASK_REMEDIES,
  ASK_RISK,
  ASK_RANGE,
  ASK_REASONS,
} Question;

static void
judge (const SegueProblem *problem,
       SegueTestChecks     checks)
{
  SegueTestCount count = { 0, 0, 0 };

  if (g_getenv ("SEGUE_FUZZ_MEMORY"))
    g_free (segue_test_judge (problem, checks, &count));
  else
    segue_test_assert_just (problem, checks, 0, &count);
}

static void
ask_range (const SegueProblem *problem,
           SegueTestSource    *source)
{
  SeguePoint point = { segue_test_draw (source, 0, problem->n_steps - 1),
                       (SegueSide) segue_test_draw (source, SEGUE_SIDE_START, SEGUE_SIDE_END) };
  SegueDay from = problem->now + segue_test_draw (source, -1, HORIZON);
  g_autoptr (SegueExploration) exploration =
    segue_schedule_explore (problem, point, from, from + RANGE - 1, NULL, NULL, NULL);

  g_assert_cmpint (exploration->n_days, ==, RANGE);
}

static void
ask_reasons (const SegueProblem *problem)
{
  g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, SEGUE_SOLVE_REACHABLE, NULL, NULL);

  for (gint32 step = 0; step < problem->n_steps; step++)
    {
      gint32 n;

      g_free (segue_schedule_explain (problem, schedule, step, &n));
    }
}

static void
ask_risk (const SegueProblem *problem,
          guint64             seed)
{
  g_autoptr (SegueRisk) risk = segue_schedule_simulate (problem, 2, seed, 1, NULL, NULL);

  g_assert_cmpint (risk->n_samples, ==, 2);
}

/* The bytes first choose what is asked, what may occur and how large the plan
 * is, then are the choices that the generator of random plans makes. */
int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         n_bytes)
{
  SegueTestSource source = segue_test_source_bytes (bytes, n_bytes);
  Question question = (Question) segue_test_draw (&source, ASK_LATEST, ASK_REASONS);
  SegueTestKnobs knobs;
  g_autoptr (SegueTestPlan) plan = NULL;
  const SegueProblem *problem;

  knobs.features = (SegueTestFeatures) segue_test_draw (&source, 0, SEGUE_TEST_ANYTHING);
  knobs.max_steps = segue_test_draw (&source, 1, MOST_STEPS);
  knobs.max_rules = segue_test_draw (&source, 0, MOST_RULES);
  knobs.horizon = segue_test_draw (&source, 1, HORIZON);
  plan = segue_test_plan_draw (&source, &knobs);
  problem = segue_test_plan_get (plan);
  switch (question)
    {
    case ASK_RISK:
      ask_risk (problem, n_bytes);
      break;
    case ASK_RANGE:
      ask_range (problem, &source);
      break;
    case ASK_REASONS:
      ask_reasons (problem);
      break;
    case ASK_LATEST:
    case ASK_REMEDIES:
    default:
      judge (problem, question == ASK_REMEDIES ? SEGUE_TEST_REMEDIES : SEGUE_TEST_LATEST);
    }
  return 0;
}
