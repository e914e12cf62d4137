/* segue-cli-risk.c - `segue-cli risk`: how sure the dates are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/segue-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "core/segue-forecast.h"
#include "core/segue-text.h"
#include "exchange/segue-json-text.h"

#define DEFAULT_SAMPLES 1000
#define MOST_SAMPLES 10000000
#define DEFAULT_SEED 1
#define N_CRITICAL 5

/* ---- for programs ---------------------------------------------------- */

static void
write_share (SegueJsonText *text,
             const char    *key,
             double         share)
{
  segue_json_text_key (text, key);
  if (share < 0)
    segue_json_text_null (text);
  else
    segue_json_text_double (text, share);
}

static void
write_quantiles (SegueJsonText        *text,
                 const SegueQuantiles *end)
{
  segue_json_text_key (text, "p10");
  segue_json_text_day (text, end->p10);
  segue_json_text_key (text, "p50");
  segue_json_text_day (text, end->p50);
  segue_json_text_key (text, "p80");
  segue_json_text_day (text, end->p80);
  segue_json_text_key (text, "p90");
  segue_json_text_day (text, end->p90);
}

static void
write_step (SegueJsonText       *text,
            const SegueRecord   *step,
            const SegueStepRisk *risk)
{
  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  segue_json_text_key (text, "id");
  segue_json_text_string (text, segue_record_get_id (step));
  write_quantiles (text, &risk->end);
  write_share (text, "on_time", risk->on_time);
  write_share (text, "critical", risk->critical);
  segue_json_text_end_object (text);
}

static void
write_goal (SegueJsonText   *text,
            SegueLayout     *layout,
            int              goal,
            const SegueRisk *risk)
{
  const SegueGoalSpec *spec = &segue_layout_get_problem (layout)->goals[goal];

  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  segue_json_text_key (text, "id");
  segue_json_text_string (text, segue_record_get_id (segue_layout_get_goal (layout, goal)));
  segue_json_text_key (text, "routes");
  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  for (gint32 i = spec->first_route; i < spec->first_route + spec->n_routes; ++i)
    write_share (text, segue_record_get_id (segue_layout_get_route (layout, i)), risk->routes[i]);
  segue_json_text_end_object (text);
  write_quantiles (text, &risk->goals[goal]);
  segue_json_text_end_object (text);
}

static const char *
name_method (SegueRiskMethod method)
{
  switch (method)
    {
    case SEGUE_RISK_DATES:
      return "dates";
    case SEGUE_RISK_LIST:
      return "list";
    case SEGUE_RISK_BEST:
    case SEGUE_RISK_WHOLE:
    default:
      return "whole";
    }
}

static void
print_document (SegueLayout     *layout,
                const SegueRisk *risk)
{
  g_autofree char *document = NULL;
  const SegueRecord *record;
  SegueJsonText text;

  segue_json_text_init (&text);
  segue_json_text_begin_object (&text, SEGUE_JSON_LINES);
  segue_json_text_key (&text, "samples");
  segue_json_text_int (&text, risk->n_samples);
  segue_json_text_key (&text, "seed");
  segue_json_text_int (&text, (gint64) risk->seed);
  segue_json_text_key (&text, "method");
  segue_json_text_string (&text, name_method (risk->method));
  segue_json_text_key (&text, "steps");
  segue_json_text_begin_array (&text, SEGUE_JSON_LINES);
  for (int i = 0; (record = segue_layout_get_step (layout, i)); ++i)
    write_step (&text, record, &risk->steps[i]);
  segue_json_text_end_array (&text);
  segue_json_text_key (&text, "goals");
  segue_json_text_begin_array (&text, SEGUE_JSON_LINES);
  for (int i = 0; segue_layout_get_goal (layout, i); ++i)
    write_goal (&text, layout, i, risk);
  segue_json_text_end_array (&text);
  segue_json_text_key (&text, "rules");
  segue_json_text_begin_array (&text, SEGUE_JSON_LINES);
  for (int i = 0; (record = segue_layout_get_rule (layout, i)); ++i)
    {
      segue_json_text_begin_object (&text, SEGUE_JSON_ROW);
      segue_json_text_key (&text, "id");
      segue_json_text_string (&text, segue_record_get_id (record));
      write_share (&text, "holds", risk->rules[i]);
      segue_json_text_end_object (&text);
    }
  segue_json_text_end_array (&text);
  segue_json_text_end_object (&text);
  document = segue_json_text_end (&text);
  fputs (document, stdout);
}

/* ---- for people ------------------------------------------------------ */

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

static void
print_routes (SegueLayout     *layout,
              int              goal,
              const SegueRisk *risk)
{
  const SegueGoalSpec *spec = &segue_layout_get_problem (layout)->goals[goal];
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);

  for (gint32 i = spec->first_route; i < spec->first_route + spec->n_routes; ++i)
    segue_cli_add_row (rows, g_strdup (segue_record_get_title (segue_layout_get_route (layout, i))),
                       segue_text_chance (risk->routes[i]), NULL);
  segue_cli_print_table (rows, "    ");
  if (rows->len > 0)
    g_print ("\n");
}

static char *
describe_on_time (SegueForecast *forecast,
                  gint32         step)
{
  const SegueRecord *record = segue_layout_get_step (segue_forecast_get_layout (forecast), step);
  g_autofree char *text = NULL;

  if (!segue_forecast_has_deadline (forecast, segue_record_get_id (record)))
    return g_strdup ("");
  text = segue_text_share (segue_forecast_get_risk (forecast)->steps[step].on_time);
  /* Translators: a share in percent: "87% on time". */
  return g_strdup_printf (_("%s on time"), text);
}

static void
print_steps (SegueForecast *forecast,
             gint32         goal)
{
  SegueLayout *layout = segue_forecast_get_layout (forecast);
  const SegueRisk *risk = segue_forecast_get_risk (forecast);
  const SegueProblem *problem = segue_layout_get_problem (layout);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);

  for (gint32 i = 0; i < problem->n_steps; ++i)
    if (problem->steps[i].goal == goal && risk->steps[i].end.p10 != SEGUE_DAY_NONE)
      segue_cli_add_row (rows, g_strdup (segue_record_get_title (segue_layout_get_step (layout, i))),
                         segue_text_expected (&risk->steps[i].end),
                         describe_on_time (forecast, i), NULL);
  segue_cli_print_table (rows, "    ");
}

static gboolean
has_loose_steps (SegueLayout     *layout,
                 const SegueRisk *risk)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);

  for (gint32 i = 0; i < problem->n_steps; ++i)
    if (problem->steps[i].goal < 0 && risk->steps[i].end.p10 != SEGUE_DAY_NONE)
      return TRUE;
  return FALSE;
}

static void
print_critical (SegueForecast *forecast)
{
  SegueLayout *layout = segue_forecast_get_layout (forecast);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  guint n;
  g_autofree gint32 *steps = segue_forecast_rank_critical (forecast, N_CRITICAL, &n);

  for (guint i = 0; i < n; ++i)
    segue_cli_add_row (rows, g_strdup (segue_record_get_title (segue_layout_get_step (layout, steps[i]))),
                       segue_text_share (segue_forecast_get_risk (forecast)->steps[steps[i]].critical), NULL);
  if (n == 0)
    return;
  g_print ("\n");
  segue_cli_print_title (_("Most often without slack"));
  segue_cli_print_table (rows, "    ");
}

static void
print_text (SeguePlan     *plan,
            SegueForecast *forecast)
{
  SegueLayout *layout = segue_forecast_get_layout (forecast);
  const SegueRisk *risk = segue_forecast_get_risk (forecast);
  const SegueRecord *goal;

  segue_cli_print_title (segue_plan_get_title (plan));
  if (segue_layout_is_certain (layout))
    segue_cli_print_line ("%s", _("No step that is still to be done has a range of estimates, so nothing varies."));
  else
    {
      g_autofree char *method = segue_text_risk_method (risk);

      segue_cli_print_line (g_dngettext (GETTEXT_PACKAGE, "The estimates were drawn %d time.",
                                         "The estimates were drawn %d times.", (gulong) risk->n_samples),
                            risk->n_samples);
      segue_cli_print_line ("%s", method);
    }
  if (has_loose_steps (layout, risk))
    {
      g_print ("\n");
      segue_cli_print_title (_("Steps without a goal"));
      print_steps (forecast, -1);
    }
  for (int i = 0; (goal = segue_layout_get_goal (layout, i)); ++i)
    {
      g_print ("\n");
      segue_cli_print_title (segue_record_get_title (goal));
      print_routes (layout, i, risk);
      print_steps (forecast, i);
    }
  print_critical (forecast);
}

/* ---- the command ----------------------------------------------------- */

static int
run (SegueCli  *cli,
     GError   **error)
{
  gint32 n_samples = cli->n_samples == G_MININT ? DEFAULT_SAMPLES : cli->n_samples;
  guint64 seed = cli->seed == G_MININT64 ? DEFAULT_SEED : (guint64) cli->seed;
  g_autoptr (SeguePlan) plan = NULL;
  g_autoptr (SegueLayout) layout = NULL;
  g_autoptr (SegueForecast) forecast = NULL;

  if (n_samples < 1 || n_samples > MOST_SAMPLES)
    {
      /* Translators: the name of an option, the largest number for it. */
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("%s must lie between 1 and %d."), "--samples", MOST_SAMPLES);
      return SEGUE_CLI_BAD;
    }
  plan = segue_cli_load_plan (cli, cli->arguments[0], error);
  if (plan == NULL)
    return SEGUE_CLI_BAD;
  layout = segue_cli_lay_out (cli, plan, SEGUE_SOLVE_DATES);
  forecast = segue_forecast_new (layout, n_samples, seed, g_get_num_processors (), NULL, NULL);
  if (cli->json)
    print_document (layout, segue_forecast_get_risk (forecast));
  else
    print_text (plan, forecast);
  return SEGUE_CLI_DONE;
}

const SegueCliCommand segue_cli_risk = {
  "risk", N_("PLAN"),
  N_("Say how sure the dates are and how likely each route is"),
  N_("Draws every estimate that has a range --samples times, lays the plan out for each draw,\n"
     "and says by when each step ends, how likely each route is the one that is reached, how\n"
     "often each date is met, and which steps most often have no slack. The same --seed gives\n"
     "the same answer on every machine."),
  1, 1, SEGUE_CLI_TAKES_NOW | SEGUE_CLI_TAKES_SAMPLES, run
};
