/* segue-day-scale.h - days to pixels and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/segue-day.h"

G_BEGIN_DECLS

/**
 * SegueDayScale:
 * @origin: the day at the leading edge, with its fraction
 * @scale: pixels a day
 * @width: pixels of the whole view
 * @inset: pixels from the view's left edge to the left edge of who asks
 * @rtl: whether time runs from right to left
 * @first_weekday: with which weeks begin
 *
 * A day d covers [d, d + 1). Left and right are dealt with here and nowhere
 * else:
 *
 *     ltr   | origin ----> time            |
 *     rtl   |            time <---- origin |
 *           0                            width
 */
typedef struct
{
  double origin;
  double scale;
  double width;
  double inset;
  gboolean rtl;
  SegueWeekday first_weekday;
} SegueDayScale;

/* How far apart ticks lie, from fine to coarse. */
typedef enum
{
  SEGUE_TICK_DAY,
  SEGUE_TICK_WEEK,
  SEGUE_TICK_MONTH,
  SEGUE_TICK_QUARTER,
  SEGUE_TICK_YEAR,
  SEGUE_TICK_DECADE,
  SEGUE_TICK_NONE,
} SegueTickLevel;

/* Pixels from left to right, whatever the direction. */
typedef struct
{
  double x;
  double width;
} SeguePixelSpan;

double         segue_day_scale_x      (const SegueDayScale *self, double day);
double         segue_day_scale_day    (const SegueDayScale *self, double x);
SegueDay       segue_day_scale_day_at (const SegueDayScale *self, double x);
SeguePixelSpan segue_day_scale_span   (const SegueDayScale *self, double begin, double end);
double         segue_day_scale_end    (const SegueDayScale *self);

SegueTickLevel segue_day_scale_level  (const SegueDayScale *self, double min_width);
SegueTickLevel segue_tick_level_above (SegueTickLevel level);
double         segue_tick_level_days  (SegueTickLevel level);
SegueDay       segue_tick_floor       (SegueTickLevel level, SegueDay day, SegueWeekday first_weekday);
SegueDay       segue_tick_next        (SegueTickLevel level, SegueDay tick);
char          *segue_tick_label       (SegueTickLevel level, SegueDay tick);
SegueWeekday   segue_locale_first_weekday (void);

G_END_DECLS
