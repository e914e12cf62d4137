/* segue-day-scale.c - days to pixels and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-day-scale.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>

static SegueDay
floor_to_months (SegueDay day, int months)
{
  int year, month;

  segue_day_to_ymd (day, &year, &month, NULL);

  return segue_day_from_ymd (year, (month - 1) / months * months + 1, 1);
}

static SegueDay
floor_to_years (SegueDay day, int years)
{
  int year;

  segue_day_to_ymd (day, &year, NULL, NULL);

  return segue_day_from_ymd (MAX (year / years * years, 1), 1, 1);
}

/* The locale's own short name of a month; some locales pad it. */
static char *
month_label (SegueDay day)
{
  static const nl_item items[] = {
    ABMON_1, ABMON_2, ABMON_3, ABMON_4, ABMON_5, ABMON_6,
    ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12,
  };
  int month;
  char *label;

  segue_day_to_ymd (day, NULL, &month, NULL);
  label = g_locale_to_utf8 (nl_langinfo (items[month - 1]), -1, NULL, NULL, NULL);

  return g_strstrip (label != NULL ? label : g_strdup_printf ("%d", month));
}

/**
 * segue_day_scale_x:
 * @day: a day with its fraction
 *
 * Returns: the pixel at which @day begins, from the left edge of who asks
 */
double
segue_day_scale_x (const SegueDayScale *self, double day)
{
  double offset = (day - self->origin) * self->scale;

  return (self->rtl ? self->width - offset : offset) - self->inset;
}

/**
 * segue_day_scale_day:
 *
 * Returns: the day, with its fraction, at pixel @x; the inverse of
 *   segue_day_scale_x()
 */
double
segue_day_scale_day (const SegueDayScale *self, double x)
{
  double offset = x + self->inset;

  return self->origin + (self->rtl ? self->width - offset : offset) / self->scale;
}

SegueDay
segue_day_scale_day_at (const SegueDayScale *self, double x)
{
  return (SegueDay) CLAMP (floor (segue_day_scale_day (self, x)), SEGUE_DAY_MIN, SEGUE_DAY_MAX);
}

/**
 * segue_day_scale_span:
 * @begin: first day
 * @end: the day after the last one
 *
 * Returns: the pixels that [@begin, @end) covers
 */
SeguePixelSpan
segue_day_scale_span (const SegueDayScale *self, double begin, double end)
{
  SeguePixelSpan span;

  span.x = segue_day_scale_x (self, self->rtl ? end : begin);
  span.width = (end - begin) * self->scale;

  return span;
}

/**
 * segue_day_scale_end:
 *
 * Returns: the day, with its fraction, at the trailing edge of the view
 */
double
segue_day_scale_end (const SegueDayScale *self)
{
  return self->origin + self->width / self->scale;
}

/**
 * segue_tick_level_days:
 *
 * Returns: the least number of days between two ticks of @level
 */
double
segue_tick_level_days (SegueTickLevel level)
{
  static const double days[] = { 1, 7, 28, 90, 365, 3652, G_MAXINT };

  return days[level];
}

/**
 * segue_day_scale_level:
 * @min_width: pixels that a label needs
 *
 * Returns: the finest level whose ticks lie at least @min_width apart
 */
SegueTickLevel
segue_day_scale_level (const SegueDayScale *self, double min_width)
{
  SegueTickLevel level = SEGUE_TICK_DAY;

  while (level < SEGUE_TICK_DECADE && segue_tick_level_days (level) * self->scale < min_width)
    level++;

  return level;
}

/**
 * segue_tick_level_above:
 *
 * Returns: the level that heads @level on a ruler: days and weeks stand under
 *   months, months and quarters under years
 */
SegueTickLevel
segue_tick_level_above (SegueTickLevel level)
{
  static const SegueTickLevel above[] = {
    SEGUE_TICK_MONTH, SEGUE_TICK_MONTH, SEGUE_TICK_YEAR, SEGUE_TICK_YEAR,
    SEGUE_TICK_NONE, SEGUE_TICK_NONE, SEGUE_TICK_NONE,
  };

  return above[level];
}

/**
 * segue_tick_floor:
 * @first_weekday: on which weeks begin
 *
 * Returns: the last tick of @level on or before @day
 */
SegueDay
segue_tick_floor (SegueTickLevel level, SegueDay day, SegueWeekday first_weekday)
{
  switch (level)
    {
    case SEGUE_TICK_DAY:
      return day;
    case SEGUE_TICK_WEEK:
      return day - (SegueDay) (segue_day_get_weekday (day) + 7 - first_weekday) % 7;
    case SEGUE_TICK_MONTH:
      return floor_to_months (day, 1);
    case SEGUE_TICK_QUARTER:
      return floor_to_months (day, 3);
    case SEGUE_TICK_YEAR:
      return floor_to_years (day, 1);
    case SEGUE_TICK_DECADE:
      return floor_to_years (day, 10);
    case SEGUE_TICK_NONE:
    default:
      return SEGUE_DAY_MIN;
    }
}

/**
 * segue_tick_next:
 * @tick: a tick of @level
 *
 * Returns: the tick after @tick
 */
SegueDay
segue_tick_next (SegueTickLevel level, SegueDay tick)
{
  int year;

  switch (level)
    {
    case SEGUE_TICK_DAY:
      return tick + 1;
    case SEGUE_TICK_WEEK:
      return tick + 7;
    case SEGUE_TICK_MONTH:
      return segue_day_add_months (tick, 1);
    case SEGUE_TICK_QUARTER:
      return segue_day_add_months (tick, 3);
    case SEGUE_TICK_YEAR:
      return segue_day_add_months (tick, 12);
    case SEGUE_TICK_DECADE:
      /* The first decade has nine years: there is no year 0. */
      segue_day_to_ymd (tick, &year, NULL, NULL);
      return segue_day_from_ymd (year / 10 * 10 + 10, 1, 1);
    case SEGUE_TICK_NONE:
    default:
      return SEGUE_DAY_MAX;
    }
}

/**
 * segue_tick_label:
 *
 * Returns: (transfer full): what stands at @tick, as short as the locale has it
 */
char *
segue_tick_label (SegueTickLevel level, SegueDay tick)
{
  int year, month, mday;

  segue_day_to_ymd (tick, &year, &month, &mday);

  switch (level)
    {
    case SEGUE_TICK_DAY:
    case SEGUE_TICK_WEEK:
      return g_strdup_printf ("%d", mday);
    case SEGUE_TICK_MONTH:
      return month_label (tick);
    case SEGUE_TICK_QUARTER:
      /* Translators: a quarter of a year on the ruler: Q1 to Q4 */
      return g_strdup_printf (C_("ruler", "Q%d"), (month - 1) / 3 + 1);
    case SEGUE_TICK_YEAR:
    case SEGUE_TICK_DECADE:
    case SEGUE_TICK_NONE:
    default:
      /* Translators: a year on the ruler: 2023 */
      return g_strdup_printf (C_("ruler", "%d"), year);
    }
}

/**
 * segue_locale_first_weekday:
 *
 * Returns: the weekday on which a week begins where the person lives
 */
SegueWeekday
segue_locale_first_weekday (void)
{
  /* glibc keeps small numbers in the pointer, and says which weekday is its first. */
  union
  {
    const char *string;
    unsigned int word;
  } week_1st_day;
  int first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];

  week_1st_day.string = nl_langinfo (_NL_TIME_WEEK_1STDAY);
  if (week_1st_day.word == 19971201)
    return (SegueWeekday) ((first - 1) % 7);

  return (SegueWeekday) ((first + 5) % 7);
}
