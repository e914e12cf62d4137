/* test-forecaster.c - chances worked out in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"
#include "core/segue-forecaster.h"
#include "core/segue-text.h"

#include "support/segue-test-core.h"

static SegueSession *
open_sample (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");

  return segue_session_new (plan, NULL, segue_test_day ("2022-06-06"));
}

static void
wait_for_forecast (SegueForecaster *forecaster)
{
  while (segue_forecaster_get_forecast (forecaster) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Where a step has no day nothing can be late; that is no good news. */
static void
test_nothing_can_be_done (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'P','capacity':{'week':{}},"
    "'steps':[{'id':'read','type':'work','title':'Read','effort':[30,60,120]}]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, segue_test_day ("2023-01-02"), SEGUE_SOLVE_ALL, NULL, NULL);
  g_autoptr (SegueForecast) forecast = segue_forecast_new (layout, 50, 1, 1, NULL, NULL);
  g_autofree char *text = segue_text_forecast (forecast);

  g_assert_cmpstr (text, ==, "As things stand, not all of it can be done.");
}

static void
test_sample (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  SegueForecaster *forecaster = segue_forecaster_of (session);
  SegueForecast *forecast;
  const SegueStepRisk *ops;
  guint n;
  g_autofree gint32 *ranked = NULL;

  g_assert_true (segue_forecaster_of (session) == forecaster);
  g_assert_null (segue_forecaster_get_forecast (forecaster));
  segue_forecaster_run (forecaster);
  g_assert_true (segue_forecaster_is_running (forecaster));
  wait_for_forecast (forecaster);
  g_assert_false (segue_forecaster_is_running (forecaster));

  forecast = segue_forecaster_get_forecast (forecaster);
  g_assert_true (segue_forecast_get_layout (forecast) == segue_session_get_layout (session));
  g_assert_cmpfloat (segue_forecast_get_route (forecast, "fall23"), >, 0.9);
  g_assert_cmpfloat (segue_forecast_get_route (forecast, "spring23"), ==, 0);
  g_assert_cmpfloat (segue_forecast_get_route (forecast, "nothing"), ==, -1);
  g_assert_cmpfloat (segue_forecast_get_rule (forecast, "exercise-from"), ==, 1);
  ops = segue_forecast_get_step (forecast, "ops");
  g_assert_cmpint (ops->end.p50, <, ops->end.p80);
  g_assert_cmpfloat (ops->on_time, <, 1);
  ranked = segue_forecast_rank_critical (forecast, 1, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (ranked[0], ==, segue_layout_find (segue_session_get_layout (session), SEGUE_KIND_STEP, "ops"));
}

/* What is shown is of the plan as it is, or not shown. */
static void
test_edit (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  SegueForecaster *forecaster = segue_forecaster_of (session);
  g_autoptr (SegueForecast) before = NULL;
  g_autoptr (SegueChangeSet) edit = NULL;

  segue_forecaster_run (forecaster);
  wait_for_forecast (forecaster);
  before = segue_forecast_ref (segue_forecaster_get_forecast (forecaster));
  edit = segue_edit_set_rule_enabled (segue_session_get_plan (session), "exercise-employed", FALSE, NULL);
  g_assert_true (segue_session_perform (session, edit, NULL));
  g_assert_null (segue_forecaster_get_forecast (forecaster));
  wait_for_forecast (forecaster);
  g_assert_true (segue_forecaster_get_forecast (forecaster) != before);
}

/* An edit while a job runs: its answer is not taken. */
static void
test_edit_while_running (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  SegueForecaster *forecaster = segue_forecaster_of (session);
  g_autoptr (SegueChangeSet) edit = NULL;

  segue_forecaster_run (forecaster);
  edit = segue_edit_set_rule_enabled (segue_session_get_plan (session), "exercise-employed", FALSE, NULL);
  g_assert_true (segue_session_perform (session, edit, NULL));
  g_assert_cmpfloat (segue_forecaster_get_fraction (forecaster), ==, 0);
  wait_for_forecast (forecaster);
  g_assert_true (segue_forecast_get_layout (segue_forecaster_get_forecast (forecaster)) ==
                 segue_session_get_layout (session));
}

static void
test_cancel (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  SegueForecaster *forecaster = segue_forecaster_of (session);

  segue_forecaster_run (forecaster);
  segue_forecaster_cancel (forecaster);
  g_assert_false (segue_forecaster_is_running (forecaster));
  g_assert_cmpfloat (segue_forecaster_get_fraction (forecaster), ==, 0);
  segue_forecaster_run (forecaster);
  wait_for_forecast (forecaster);
}

/* The session may go while its forecaster works. */
static void
test_close (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  g_autoptr (SegueForecaster) forecaster = g_object_ref (segue_forecaster_of (session));

  segue_forecaster_run (forecaster);
  g_clear_object (&session);
  g_assert_null (segue_forecaster_get_forecast (forecaster));
  segue_forecaster_run (forecaster);
  g_assert_false (segue_forecaster_is_running (forecaster));
}

static void
test_words (void)
{
  static const struct
  {
    double share;
    const char *text;
  } cases[] = { { 0, "0%" }, { 0.001, "less than 1%" }, { 0.5, "50%" }, { 0.874, "87%" },
                { 0.999, "more than 99%" }, { 1, "100%" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = segue_text_share (cases[i].share);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecaster/sample", test_sample);
  g_test_add_func ("/forecaster/nothing-can-be-done", test_nothing_can_be_done);
  g_test_add_func ("/forecaster/edit", test_edit);
  g_test_add_func ("/forecaster/edit-while-running", test_edit_while_running);
  g_test_add_func ("/forecaster/cancel", test_cancel);
  g_test_add_func ("/forecaster/close", test_close);
  g_test_add_func ("/forecaster/words", test_words);
  return g_test_run ();
}
