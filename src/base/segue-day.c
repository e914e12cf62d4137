/* segue-day.c - civil days as numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/segue-day.h"

#include <string.h>

/*
 * The calendar repeats every 400 years (146097 days). Counting years from
 * 1 March puts the leap day at the end of the year, so that the length of the
 * months before a given one is a straight line:
 *
 *   month    Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb
 *   index      0   1   2   3   4   5   6   7   8   9  10  11
 *   days before  (153 * index + 2) / 5
 */
#define DAYS_PER_ERA 146097
#define EPOCH_SHIFT  719468 /* days from 0000-03-01 to 1970-01-01 */

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/**
 * segue_day_from_ymd:
 * @year: any year
 * @month: 1 to 12
 * @day: 1 to 31; what the month lacks runs on into the next
 *
 * Returns: the number of that day
 */
SegueDay
segue_day_from_ymd (int year,
                    int month,
                    int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int index = (month + 9) % 12;
  int day_of_year = (153 * index + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - EPOCH_SHIFT;
}

/**
 * segue_day_to_ymd:
 * @day: a day
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @mday: (out) (optional): its day in the month, from 1
 */
void
segue_day_to_ymd (SegueDay  day,
                  int      *year,
                  int      *month,
                  int      *mday)
{
  gint64 z = (gint64) day + EPOCH_SHIFT;
  gint64 era = (z >= 0 ? z : z - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
  int doe = (int) (z - era * DAYS_PER_ERA);
  int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int index = (5 * doy + 2) / 153;
  int m = index < 10 ? index + 3 : index - 9;

  if (year)
    *year = (int) (era * 400 + yoe + (m <= 2 ? 1 : 0));
  if (month)
    *month = m;
  if (mday)
    *mday = doy - (153 * index + 2) / 5 + 1;
}

/**
 * segue_day_get_weekday:
 * @day: a day
 *
 * Returns: its weekday, Monday first. 1970-01-01 was a Thursday.
 */
SegueWeekday
segue_day_get_weekday (SegueDay day)
{
  int rest = (int) (((gint64) day + 3) % 7);

  return (SegueWeekday) (rest < 0 ? rest + 7 : rest);
}

/**
 * segue_day_month_length:
 * @year: any year
 * @month: 1 to 12
 *
 * Returns: the number of days in that month
 */
int
segue_day_month_length (int year,
                        int month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return month == 2 && is_leap_year (year) ? 29 : lengths[month - 1];
}

/**
 * segue_day_add_months:
 * @day: a day
 * @months: how many months later; may be negative
 *
 * Keeps the day of the month; a month that is too short gives its last day.
 *
 * Returns: the day that many months later
 */
SegueDay
segue_day_add_months (SegueDay day,
                      int      months)
{
  int year, month, mday;
  int total, rest;

  segue_day_to_ymd (day, &year, &month, &mday);
  total = year * 12 + (month - 1) + months;
  rest = total % 12;
  if (rest < 0)
    rest += 12;
  year = (total - rest) / 12;
  month = rest + 1;

  return segue_day_from_ymd (year, month, MIN (mday, segue_day_month_length (year, month)));
}

/**
 * segue_day_is_valid:
 * @day: a number
 *
 * Returns: whether @day can be written as YYYY-MM-DD
 */
gboolean
segue_day_is_valid (SegueDay day)
{
  return day >= SEGUE_DAY_MIN && day <= SEGUE_DAY_MAX;
}

static gboolean
parse_digits (const char *text,
              int         n,
              int        *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }
  return TRUE;
}

/**
 * segue_day_parse:
 * @text: a date as YYYY-MM-DD
 * @day: (out): its number
 *
 * Returns: %FALSE, leaving @day alone, if @text is anything but a date of the
 *   years 0001 to 9999 that exists
 */
gboolean
segue_day_parse (const char *text,
                 SegueDay   *day)
{
  int year, month, mday;

  g_return_val_if_fail (day != NULL, FALSE);

  if (text == NULL || strlen (text) != SEGUE_DAY_TEXT_SIZE - 1 ||
      text[4] != '-' || text[7] != '-' ||
      !parse_digits (text, 4, &year) ||
      !parse_digits (text + 5, 2, &month) ||
      !parse_digits (text + 8, 2, &mday))
    return FALSE;
  if (year < 1 || month < 1 || month > 12 ||
      mday < 1 || mday > segue_day_month_length (year, month))
    return FALSE;
  *day = segue_day_from_ymd (year, month, mday);
  return TRUE;
}

/**
 * segue_day_format:
 * @day: a valid day
 * @buffer: where the text goes
 *
 * Writes the day as YYYY-MM-DD, in ASCII digits whatever the locale.
 *
 * Returns: (transfer none): @buffer
 */
char *
segue_day_format (SegueDay day,
                  char     buffer[SEGUE_DAY_TEXT_SIZE])
{
  int parts[3];
  static const guint8 widths[] = { 4, 2, 2 };
  char *out = buffer;

  g_return_val_if_fail (segue_day_is_valid (day), NULL);

  segue_day_to_ymd (day, &parts[0], &parts[1], &parts[2]);
  for (int part = 0; part < 3; part++)
    {
      int value = parts[part];

      for (int i = widths[part] - 1; i >= 0; i--, value /= 10)
        out[i] = (char) ('0' + value % 10);
      out += widths[part];
      *out++ = part < 2 ? '-' : '\0';
    }
  return buffer;
}
