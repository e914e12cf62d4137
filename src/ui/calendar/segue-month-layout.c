/* segue-month-layout.c - weeks under each other, in pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-month-layout.h"

#include <math.h>

static int
divide_down (int a, int b)
{
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

/* 1970-01-01 was a Thursday, three days after the Monday of its week. */
int
segue_month_layout_get_week (const SegueMonthLayout *self, SegueDay day)
{
  return divide_down (day + SEGUE_THURSDAY - (int) self->first_weekday, 7);
}

/**
 * segue_month_layout_week_begin:
 *
 * Returns: the first day of a week
 */
SegueDay
segue_month_layout_week_begin (const SegueMonthLayout *self, int week)
{
  return week * 7 - SEGUE_THURSDAY + (int) self->first_weekday;
}

/**
 * segue_month_layout_get_column:
 *
 * Returns: 0 for the leading day of a week to 6 for its last one
 */
int
segue_month_layout_get_column (const SegueMonthLayout *self, SegueDay day)
{
  return ((int) segue_day_get_weekday (day) - (int) self->first_weekday + 7) % 7;
}

double
segue_month_layout_get_week_y (const SegueMonthLayout *self, int week)
{
  return (week + SEGUE_MONTH_WEEKS) * self->row_height;
}

/* Edges are whole pixels, so that columns meet. */
SegueMonthRect
segue_month_layout_get_cell (const SegueMonthLayout *self, SegueDay day)
{
  int column = segue_month_layout_get_column (self, day);
  int place = self->rtl ? 6 - column : column;
  double x = round (self->width * place / 7);

  return (SegueMonthRect) {
    .x = x,
    .y = segue_month_layout_get_week_y (self, segue_month_layout_get_week (self, day)),
    .width = round (self->width * (place + 1) / 7) - x,
    .height = self->row_height,
  };
}

int
segue_month_layout_week_at (const SegueMonthLayout *self, double y)
{
  return (int) floor (y / self->row_height) - SEGUE_MONTH_WEEKS;
}

SegueDay
segue_month_layout_day_at (const SegueMonthLayout *self, double x, double y)
{
  int place = CLAMP ((int) floor (x * 7 / self->width), 0, 6);
  int column = self->rtl ? 6 - place : place;

  return segue_month_layout_week_begin (self, segue_month_layout_week_at (self, y)) + column;
}

/**
 * segue_month_layout_get_height:
 *
 * Returns: pixels of all weeks that can be scrolled to
 */
double
segue_month_layout_get_height (const SegueMonthLayout *self)
{
  return 2.0 * SEGUE_MONTH_WEEKS * self->row_height;
}

/**
 * segue_month_layout_get_month:
 * @y: the top of what is in sight
 * @height: how much is in sight
 * @year: (out): the year
 * @month: (out): 1 to 12
 *
 * Which month a person would say is in sight: that of the middle.
 */
void
segue_month_layout_get_month (const SegueMonthLayout *self, double y, double height, int *year, int *month)
{
  int week = segue_month_layout_week_at (self, y + height / 2);

  segue_day_to_ymd (segue_month_layout_week_begin (self, week) + 3, year, month, NULL);
}

/**
 * segue_month_layout_walk:
 *
 * Returns: where a key leads from @day
 */
SegueDay
segue_month_layout_walk (const SegueMonthLayout *self, SegueDay day, SegueWalk walk)
{
  switch (walk)
    {
    case SEGUE_WALK_LEFT:
      return day + (self->rtl ? 1 : -1);
    case SEGUE_WALK_RIGHT:
      return day + (self->rtl ? -1 : 1);
    case SEGUE_WALK_UP:
      return day - 7;
    case SEGUE_WALK_DOWN:
      return day + 7;
    case SEGUE_WALK_MONTH_BACK:
      return segue_day_add_months (day, -1);
    case SEGUE_WALK_MONTH_FORTH:
      return segue_day_add_months (day, 1);
    case SEGUE_WALK_WEEK_BEGIN:
      return day - segue_month_layout_get_column (self, day);
    case SEGUE_WALK_WEEK_END:
    default:
      return day + 6 - segue_month_layout_get_column (self, day);
    }
}
