/* segue-text-risk.c - how sure something is, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/segue-particle.h"

/**
 * segue_text_share:
 * @share: between 0 and 1
 *
 * What is counted is never quite certain: only all is called 100%, and only
 * nothing 0%.
 *
 * Returns: (transfer full): "87%"
 */
char *
segue_text_share (double share)
{
  int percent = (int) lround (share * 100);

  if (share > 0 && share < 0.01)
    /* Translators: a share that is small, but not nothing. */
    return g_strdup (_("less than 1%"));
  if (share < 1 && share > 0.99)
    /* Translators: a share that is nearly, but not quite, all. */
    return g_strdup (_("more than 99%"));
  /* Translators: a share in percent: "87%". */
  return g_strdup_printf (C_("share", "%d%%"), percent);
}

/**
 * segue_text_chance:
 * @share: between 0 and 1
 *
 * Returns: (transfer full): "87% chance"
 */
char *
segue_text_chance (double share)
{
  g_autofree char *text = segue_text_share (share);

  /* Translators: a share in percent: "87% chance". */
  return g_strdup_printf (C_("share", "%s chance"), text);
}

/**
 * segue_text_often:
 * @share: between 0 and 1
 *
 * Returns: (transfer full): "in 29% of the draws"
 */
char *
segue_text_often (double share)
{
  g_autofree char *text = segue_text_share (share);

  /* Translators: how often something was so when estimates were drawn at random: "in 29% of the draws". */
  return g_strdup_printf (_("in %s of the draws"), text);
}

/**
 * segue_text_by:
 * @day: a day
 *
 * Returns: (transfer full): "by 7 August 2022"
 */
char *
segue_text_by (SegueDay day)
{
  g_autofree char *text = segue_text_day (day);

  /* Translators: %s is the day on which the last step of a goal ends */
  return g_strdup_printf (_("by %s"), text);
}

/* The step that is most likely to miss its day, or -1. */
static int
find_least_sure (SegueForecast *forecast)
{
  SegueLayout *layout = segue_forecast_get_layout (forecast);
  const SegueRisk *risk = segue_forecast_get_risk (forecast);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  int least = -1;

  /* What some draws make of a route that is not taken is no news. */
  for (int i = 0; i < risk->n_steps; i++)
    if (schedule->steps[i].active && risk->steps[i].on_time >= 0 && risk->steps[i].on_time < 1 &&
        (least < 0 || risk->steps[i].on_time < risk->steps[least].on_time) &&
        segue_forecast_has_deadline (forecast, segue_record_get_id (segue_layout_get_step (layout, i))))
      least = i;
  return least;
}

/**
 * segue_text_forecast:
 * @forecast: a forecast
 *
 * Returns: (transfer full): a sentence that names what is least sure
 */
char *
segue_text_forecast (SegueForecast *forecast)
{
  g_autofree char *share = NULL;
  int least;

  g_return_val_if_fail (forecast != NULL, NULL);

  least = find_least_sure (forecast);
  if (least < 0 && !segue_layout_get_schedule (segue_forecast_get_layout (forecast))->feasible)
    return g_strdup (_("As things stand, not all of it can be done."));
  if (least < 0)
    return g_strdup (_("Every date is met, whatever the estimates bring."));
  share = segue_text_share (segue_forecast_get_risk (forecast)->steps[least].on_time);
  /* Translators: %1$s is a step, %2$s how likely it is to end by its day, such as 73% */
  return segue_particle_resolve (g_strdup_printf (
    _("Least sure: “%1$s”, on time with a chance of %2$s."),
    segue_record_get_name (segue_layout_get_step (segue_forecast_get_layout (forecast), least)), share));
}

/**
 * segue_text_expected:
 * @end: by when something may have ended
 *
 * Returns: (transfer full): "Even odds by 3 February 2023, 80% sure by 12 February 2023"
 */
char *
segue_text_expected (const SegueQuantiles *end)
{
  g_autofree char *even = NULL;
  g_autofree char *sure = NULL;

  g_return_val_if_fail (end != NULL, NULL);

  if (end->p50 == SEGUE_DAY_NONE)
    return g_strdup (_("Less than even odds that it ever ends"));
  even = segue_text_day (end->p50);
  if (end->p80 == SEGUE_DAY_NONE)
    /* Translators: a date. */
    return g_strdup_printf (_("Even odds by %s, never 80%% sure"), even);
  sure = segue_text_day (end->p80);
  if (end->p10 == end->p90)
    /* Translators: a date by which a step ends, whatever happens. */
    return g_strdup_printf (_("Sure by %s"), sure);
  if (end->p50 == end->p80)
    /* Translators: a date. */
    return g_strdup_printf (_("80%% sure by %s"), sure);
  /* Translators: two dates. */
  return g_strdup_printf (_("Even odds by %1$s, 80%% sure by %2$s"), even, sure);
}

/**
 * segue_text_risk_method:
 * @risk: what may be expected
 *
 * Returns: (transfer full): how each draw was laid out, in a sentence
 */
char *
segue_text_risk_method (const SegueRisk *risk)
{
  g_return_val_if_fail (risk != NULL, NULL);

  switch (risk->method)
    {
    case SEGUE_RISK_DATES:
      return g_strdup (_("No two steps compete for hours, so each was taken with all the hours there are."));
    case SEGUE_RISK_LIST:
      return g_strdup (_("Hours went to the steps in the order of the plan, anew wherever a date would have been missed. Some steps may end earlier than told."));
    case SEGUE_RISK_BEST:
    case SEGUE_RISK_WHOLE:
    default:
      return g_strdup (_("Routes, dates and hours were found anew each time."));
    }
}
