/* segue-month-layout.h - weeks under each other, in pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/segue-day.h"

G_BEGIN_DECLS

/* Weeks to either side of 1970 that can be scrolled to: the years 1773 to 2166. */
#define SEGUE_MONTH_WEEKS 10260

/**
 * SegueMonthLayout:
 * @first_weekday: which one stands in the leading column
 * @rtl: whether weeks run from right to left
 * @width: pixels of seven columns
 * @row_height: pixels of a week
 *
 * Weeks are numbered from the one of 1970-01-01. Left and right are dealt with
 * here and nowhere else:
 *
 *     ltr   | Mon Tue … Sun |      rtl   | Sun … Tue Mon |
 *
 * and y = 0 is the top of week -SEGUE_MONTH_WEEKS.
 */
typedef struct
{
  SegueWeekday first_weekday;
  gboolean rtl;
  double width;
  double row_height;
} SegueMonthLayout;

typedef struct
{
  double x, y, width, height;
} SegueMonthRect;

typedef enum
{
  SEGUE_WALK_LEFT,
  SEGUE_WALK_RIGHT,
  SEGUE_WALK_UP,
  SEGUE_WALK_DOWN,
  SEGUE_WALK_MONTH_BACK,
  SEGUE_WALK_MONTH_FORTH,
  SEGUE_WALK_WEEK_BEGIN,
  SEGUE_WALK_WEEK_END,
} SegueWalk;

int            segue_month_layout_get_week     (const SegueMonthLayout *self, SegueDay day);
SegueDay       segue_month_layout_week_begin   (const SegueMonthLayout *self, int week);
int            segue_month_layout_get_column   (const SegueMonthLayout *self, SegueDay day);
SegueMonthRect segue_month_layout_get_cell     (const SegueMonthLayout *self, SegueDay day);
double         segue_month_layout_get_week_y   (const SegueMonthLayout *self, int week);
int            segue_month_layout_week_at      (const SegueMonthLayout *self, double y);
SegueDay       segue_month_layout_day_at       (const SegueMonthLayout *self, double x, double y);
double         segue_month_layout_get_height   (const SegueMonthLayout *self);
void           segue_month_layout_get_month    (const SegueMonthLayout *self, double y, double height,
                                                int *year, int *month);
SegueDay       segue_month_layout_walk         (const SegueMonthLayout *self, SegueDay day, SegueWalk walk);

G_END_DECLS
