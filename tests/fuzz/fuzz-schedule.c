/* fuzz-schedule.c - any bytes as a plan, solved and judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-judge.h"
#include "support/segue-test-random.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes);

/* The bytes first choose what may occur and how large the plan is, then are
 * the choices that the generator of random plans makes. */
int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         n_bytes)
{
  SegueTestSource source = segue_test_source_bytes (bytes, n_bytes);
  SegueTestCount count = { 0, 0, 0 };
  SegueTestKnobs knobs;
  g_autoptr (SegueTestPlan) plan = NULL;
  g_autoptr (SegueRisk) risk = NULL;

  knobs.features = (SegueTestFeatures) segue_test_draw (&source, 0, SEGUE_TEST_ANYTHING);
  knobs.max_steps = segue_test_draw (&source, 1, 12);
  knobs.max_rules = segue_test_draw (&source, 0, 20);
  knobs.horizon = segue_test_draw (&source, 1, 40);
  plan = segue_test_plan_draw (&source, &knobs);
  if (g_getenv ("SEGUE_FUZZ_MEMORY"))
    g_free (segue_test_judge (segue_test_plan_get (plan), SEGUE_TEST_LATEST, &count));
  else
    segue_test_assert_just (segue_test_plan_get (plan), SEGUE_TEST_LATEST | SEGUE_TEST_REMEDIES, 0, &count);
  risk = segue_schedule_simulate (segue_test_plan_get (plan), 2, n_bytes, 1, NULL, NULL);
  return 0;
}
