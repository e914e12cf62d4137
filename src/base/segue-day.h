/* segue-day.h - civil days as numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SegueDay:
 *
 * A civil day in the proleptic Gregorian calendar without time zone, counted
 * from 1970-01-01 = 0. The years 1 to 9999 can be written as text; arithmetic
 * may leave them.
 */
typedef gint32 SegueDay;

/* No day at all: a date that was not given or does not exist. */
#define SEGUE_DAY_NONE G_MININT32

/* 0001-01-01 and 9999-12-31 */
#define SEGUE_DAY_MIN (-719162)
#define SEGUE_DAY_MAX 2932896

/* Size of the buffer that segue_day_format() fills, with its final NUL. */
#define SEGUE_DAY_TEXT_SIZE 11

typedef enum
{
  SEGUE_MONDAY,
  SEGUE_TUESDAY,
  SEGUE_WEDNESDAY,
  SEGUE_THURSDAY,
  SEGUE_FRIDAY,
  SEGUE_SATURDAY,
  SEGUE_SUNDAY,
} SegueWeekday;

SegueDay     segue_day_from_ymd     (int year, int month, int day);
void         segue_day_to_ymd       (SegueDay day, int *year, int *month, int *mday);
SegueWeekday segue_day_get_weekday  (SegueDay day);
int          segue_day_month_length (int year, int month);
SegueDay     segue_day_add_months   (SegueDay day, int months);
gboolean     segue_day_is_valid     (SegueDay day);
gboolean     segue_day_parse        (const char *text, SegueDay *day);
char        *segue_day_format       (SegueDay day, char buffer[SEGUE_DAY_TEXT_SIZE]);

G_END_DECLS
