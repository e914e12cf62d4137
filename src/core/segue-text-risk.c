/* segue-text-risk.c - how sure something is, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
