/* segue-calendar.h - the work clock: minutes that each day has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

/**
 * SegueCalendar:
 * @base: the first day it knows, the `now` of its problem
 * @n: days known so far; it grows on demand
 * @limit: days it may ever know: a hundred years
 * @regular: from this day on every week is like the one before
 * @minutes: minutes of each known day
 * @before: minutes of all days before each of the first @n_summed, and of these
 * @is_mirrored: day d of the problem is day -d here; see segue-latest.c
 */
typedef struct
{
  const SegueProblem *problem;
  SegueDay base;
  gint32 n;
  gint32 limit;
  gint32 regular;
  gint32 *minutes;
  gint64 *before;
  gint32 n_summed;
  gboolean is_mirrored;
} SegueCalendar;

void   segue_calendar_init  (SegueCalendar       *calendar,
                             const SegueProblem  *problem);
void   segue_calendar_mirror (SegueCalendar      *calendar,
                             const SegueCalendar *from,
                             gint32               n);
void   segue_calendar_forget (SegueCalendar      *calendar);
void   segue_calendar_clear (SegueCalendar       *calendar);
void   segue_calendar_reach (SegueCalendar       *calendar,
                             gint32               n);
gint64 segue_calendar_sum   (SegueCalendar       *calendar,
                             SegueDay             from,
                             SegueDay             until);
gint32 segue_calendar_spend (SegueCalendar       *calendar,
                             gint32               index,
                             gint64               minutes);

G_END_DECLS
