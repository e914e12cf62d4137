/* segue-calendar.c - the work clock: minutes that each day has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day is an index from `now`. The minutes of the days are kept beside their
 * running sum, so that what lies between two days is one subtraction and the
 * day on which an effort ends is one binary search:
 *
 *   index     0    1    2    3    4
 *   minutes  90   90    0  300  240
 *   before    0   90  180  180  480  720
 *
 * Nobody plans every day of a hundred years, so days are worked out in blocks,
 * when someone first asks for them.
 */
#include "schedule/segue-calendar.h"

#include <string.h>

#define FIRST_BLOCK 512
/* A hundred years, the same number of days wherever they begin. */
#define LIMIT_DAYS 36524

/* @end days, the first of them @day. */
static void
fill_week (gint32       *minutes,
           gint32        first,
           gint32        end,
           SegueDay      day,
           const gint32  week[7],
           gboolean      keeps_negative)
{
  int weekday = (int) segue_day_get_weekday (day + first);

  for (gint32 k = 0; k < 7; k++, weekday = weekday == 6 ? 0 : weekday + 1)
    {
      gint32 there = MAX (week[weekday], 0);

      if (week[weekday] < 0 && keeps_negative)
        continue;
      for (gint32 i = first + k; i < end; i += 7)
        minutes[i] = there;
    }
}

/* The minutes of @n days from @day on. */
static void
fill_days (const SegueProblem *problem,
           SegueDay            day,
           gint32              n,
           gint32             *minutes)
{
  fill_week (minutes, 0, n, day, problem->week, FALSE);
  for (gint32 i = 0; i < problem->n_periods; i++)
    {
      const SeguePeriod *period = &problem->periods[i];
      gint64 from = MAX ((gint64) period->begin - day, 0);
      gint64 until = MIN ((gint64) period->end - day, n);

      if (from < until)
        fill_week (minutes, (gint32) from, (gint32) until, day, period->minutes, TRUE);
    }
  for (gint32 i = 0; i < problem->n_days_off; i++)
    {
      gint64 index = (gint64) problem->days_off[i] - day;

      if (index >= 0 && index < n)
        minutes[index] = 0;
    }
}

static void
fill_block (SegueCalendar *calendar,
            gint32         first,
            gint32         end)
{
  gint32 *minutes = calendar->minutes + first;

  if (!calendar->is_mirrored)
    {
      fill_days (calendar->problem, calendar->base + first, end - first, minutes);
      return;
    }
  fill_days (calendar->problem, -(calendar->base + end - 1), end - first, minutes);
  for (gint32 a = 0, b = end - first - 1; a < b; a++, b--)
    {
      gint32 swap = minutes[a];

      minutes[a] = minutes[b];
      minutes[b] = swap;
    }
}

static gint32
find_regular (const SegueCalendar *calendar)
{
  const SegueProblem *problem = calendar->problem;
  gint64 last = 0;

  for (gint32 i = 0; i < problem->n_periods; i++)
    last = MAX (last, (gint64) problem->periods[i].end - calendar->base);
  for (gint32 i = 0; i < problem->n_days_off; i++)
    last = MAX (last, (gint64) problem->days_off[i] + 1 - calendar->base);
  return (gint32) MIN (last, calendar->limit);
}

void
segue_calendar_init (SegueCalendar      *calendar,
                     const SegueProblem *problem)
{
  *calendar = (SegueCalendar) { .problem = problem, .base = problem->now, .limit = LIMIT_DAYS };
  calendar->regular = find_regular (calendar);
}

/**
 * segue_calendar_mirror:
 * @calendar: (out): a calendar
 * @from: the calendar to be mirrored
 * @n: how many of its days
 *
 * Counts the first @n days of @from backwards: its last one is the first here.
 */
void
segue_calendar_mirror (SegueCalendar       *calendar,
                       const SegueCalendar *from,
                       gint32               n)
{
  *calendar = (SegueCalendar) {
    .problem = from->problem, .base = -(from->base + n - 1), .limit = n, .regular = n, .is_mirrored = TRUE,
  };
}

/**
 * segue_calendar_forget:
 * @calendar: a calendar
 *
 * Gives back the memory of its days; who asks for them has them worked out anew.
 */
void
segue_calendar_forget (SegueCalendar *calendar)
{
  g_clear_pointer (&calendar->minutes, g_free);
  g_clear_pointer (&calendar->before, g_free);
  calendar->n = calendar->n_summed = 0;
}

void
segue_calendar_clear (SegueCalendar *calendar)
{
  segue_calendar_forget (calendar);
}

/**
 * segue_calendar_reach:
 * @calendar: a calendar
 * @n: how many days must be known; more than the limit is the limit
 */
void
segue_calendar_reach (SegueCalendar *calendar,
                      gint32         n)
{
  gint32 first = calendar->n;
  gint32 end;

  n = MIN (n, calendar->limit);
  if (n <= first)
    return;
  end = MIN (MAX (MAX (n, first + first / 2), FIRST_BLOCK), calendar->limit);
  calendar->minutes = g_renew (gint32, calendar->minutes, end);
  fill_block (calendar, first, end);
  calendar->n = end;
}

/* Sums up to all days that are known: not everyone asks for sums. */
static void
sum_up (SegueCalendar *calendar,
        gint32         n)
{
  gint64 *before;

  segue_calendar_reach (calendar, n);
  if (calendar->before && calendar->n_summed == calendar->n)
    return;
  before = calendar->before = g_renew (gint64, calendar->before, calendar->n + 1);
  before[0] = 0;
  for (gint32 i = calendar->n_summed; i < calendar->n; i++)
    before[i + 1] = before[i] + calendar->minutes[i];
  calendar->n_summed = calendar->n;
}

/**
 * segue_calendar_sum:
 * @calendar: a calendar
 * @from: a day
 * @until: a day, included
 *
 * Returns: the minutes there are from @from to @until, as far as these lie
 *   within the calendar's hundred years
 */
gint64
segue_calendar_sum (SegueCalendar *calendar,
                    SegueDay       from,
                    SegueDay       until)
{
  gint64 first = CLAMP ((gint64) from - calendar->base, 0, calendar->limit);
  gint64 end = CLAMP ((gint64) until + 1 - calendar->base, 0, calendar->limit);

  if (first >= end)
    return 0;
  sum_up (calendar, (gint32) end);
  return calendar->before[end] - calendar->before[first];
}

/**
 * segue_calendar_spend:
 * @calendar: a calendar
 * @index: the first day, from the calendar's base
 * @minutes: an effort, more than 0
 *
 * Returns: the index of the day on which @minutes are spent if all hours from
 *   @index on go into it, or the calendar's limit if there are not as many
 */
gint32
segue_calendar_spend (SegueCalendar *calendar,
                      gint32         index,
                      gint64         minutes)
{
  gint64 wanted;
  gint32 low, high;

  if (index >= calendar->limit)
    return calendar->limit;
  sum_up (calendar, index + 1);
  wanted = calendar->before[index] + minutes;
  while (calendar->before[calendar->n] < wanted)
    {
      if (calendar->n == calendar->limit)
        return calendar->limit;
      sum_up (calendar, calendar->n + 1);
    }
  /* before[low] < wanted <= before[high] */
  low = index;
  high = calendar->n;
  while (high - low > 1)
    {
      gint32 middle = low + (high - low) / 2;

      if (calendar->before[middle] < wanted)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static int
compare_days (const void *a,
              const void *b)
{
  SegueDay x = *(const SegueDay *) a;
  SegueDay y = *(const SegueDay *) b;

  return (x > y) - (x < y);
}

/* What the pattern and the periods give the weekdays of a stretch that no
 * period begins or ends in. */
static void
find_week (const SegueProblem *problem,
           SegueDay            day,
           gint32              week[7])
{
  memcpy (week, problem->week, sizeof (gint32) * 7);
  for (gint32 i = 0; i < problem->n_periods; i++)
    for (gint32 weekday = 0; weekday < 7; weekday++)
      if (day >= problem->periods[i].begin && day < problem->periods[i].end &&
          problem->periods[i].minutes[weekday] >= 0)
        week[weekday] = problem->periods[i].minutes[weekday];
}

static gint32
get_share (gint32 weekday,
           gint32 minutes_per_week)
{
  return minutes_per_week / 7 + (weekday < minutes_per_week % 7);
}

/**
 * segue_capacity_raise:
 * @problem: a problem
 * @from: the first day
 * @until: the last day
 * @minutes_per_week: how many more, at least 0
 * @n_periods: (out): how many periods there are then
 *
 * Returns: (transfer full) (array length=n_periods): the periods of the problem
 *   and then those that give the days their share
 */
SeguePeriod *
segue_capacity_raise (const SegueProblem *problem,
                      SegueDay            from,
                      SegueDay            until,
                      gint32              minutes_per_week,
                      gint32             *n_periods)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (SeguePeriod));
  g_autoptr (GArray) borders = g_array_new (FALSE, FALSE, sizeof (SegueDay));
  SegueDay end = until + 1;

  if (problem->n_periods > 0)
    g_array_append_vals (periods, problem->periods, (guint) problem->n_periods);
  g_array_append_val (borders, from);
  g_array_append_val (borders, end);
  for (gint32 i = 0; i < problem->n_periods; i++)
    {
      if (problem->periods[i].begin > from && problem->periods[i].begin < end)
        g_array_append_val (borders, problem->periods[i].begin);
      if (problem->periods[i].end > from && problem->periods[i].end < end)
        g_array_append_val (borders, problem->periods[i].end);
    }
  g_array_sort (borders, compare_days);
  for (guint i = 0; i + 1 < borders->len; i++)
    {
      SeguePeriod period = { g_array_index (borders, SegueDay, i), g_array_index (borders, SegueDay, i + 1), { 0 } };

      if (period.begin == period.end)
        continue;
      find_week (problem, period.begin, period.minutes);
      for (gint32 weekday = 0; weekday < 7; weekday++)
        period.minutes[weekday] += get_share (weekday, minutes_per_week);
      g_array_append_val (periods, period);
    }
  *n_periods = (gint32) periods->len;
  return (SeguePeriod *) (gpointer) g_array_free (periods, FALSE);
}

/**
 * segue_capacity_raised_by:
 * @from: the first day
 * @until: the last day
 * @minutes_per_week: as of segue_capacity_raise()
 *
 * Returns: how many minutes more these days have all together, if none is a day off
 */
gint32
segue_capacity_raised_by (SegueDay from,
                          SegueDay until,
                          gint32   minutes_per_week)
{
  gint32 sum = 0;

  for (SegueDay day = from; day <= until && day < from + 7; day++)
    sum += get_share ((gint32) segue_day_get_weekday (day), minutes_per_week);
  return sum;
}
