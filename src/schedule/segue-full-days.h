/* segue-full-days.h - leaping over days that have nothing left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each day leads to itself while it has something left, and else to the next
 * one on the way, whose own lead is followed; what has been followed is made
 * shorter (path halving: Tarjan, van Leeuwen, J. ACM 31, 1984):
 *
 *   left     120 │ 0 │ 0 │ 60 │ 120 …
 *   skip       0 │ 2 ┴►3 │  3 │   4 …
 *
 * Which days have been touched is kept, so that another draw begins anew
 * without a look at all of them.
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * SegueFullDays:
 * @skip: where each day leads to; a place on either side stands for no day
 * @fresh: the same to begin with
 * @low: the first day that was touched
 * @high: the last one; before @low if none was
 */
typedef struct
{
  gint32 *skip;
  gint32 *fresh;
  gint32 n_days;
  gint32 low;
  gint32 high;
} SegueFullDays;

static inline void
segue_full_days_forget (SegueFullDays *days)
{
  days->low = days->n_days;
  days->high = -1;
}

/* @minutes: of each day; @way: 1, or -1 to go back. */
static inline void
segue_full_days_init (SegueFullDays *days,
                      const gint32  *minutes,
                      gint32         n_days,
                      gint32         way)
{
  days->n_days = n_days;
  days->fresh = g_new (gint32, n_days + 2);
  days->fresh++;
  days->fresh[-1] = -1;
  days->fresh[n_days] = n_days;
  for (gint32 day = 0; day < n_days; day++)
    days->fresh[day] = minutes[day] > 0 ? day : day + way;
  days->skip = g_memdup2 (days->fresh - 1, sizeof (gint32) * ((gsize) n_days + 2));
  days->skip++;
  segue_full_days_forget (days);
}

static inline void
segue_full_days_clear (SegueFullDays *days)
{
  g_free (days->fresh - 1);
  g_free (days->skip - 1);
}

/* From -1 to the number of days: the first from @day on that is not full, or a place beyond all. */
static inline gint32
segue_full_days_find (SegueFullDays *days,
                      gint32         day)
{
  gint32 *skip = days->skip;

  while (skip[day] != day)
    {
      skip[day] = skip[skip[day]];
      day = skip[day];
    }
  return day;
}

/* What is taken may change @day, which may be a place beyond all, and the days between. */
static inline void
segue_full_days_touch (SegueFullDays *days,
                       gint32         day)
{
  days->low = MIN (days->low, MAX (day, 0));
  days->high = MAX (days->high, MIN (day, days->n_days - 1));
}

static inline void
segue_full_days_reset (SegueFullDays *days)
{
  if (days->high >= days->low)
    memcpy (days->skip + days->low, days->fresh + days->low, sizeof (gint32) * (gsize) (days->high - days->low + 1));
  segue_full_days_forget (days);
}

G_END_DECLS
