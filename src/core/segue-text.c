/* segue-text.c - days, spans and amounts in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date's pattern is translated, and so are the names of months and weekdays:
 * a sentence and the dates in it are then always in one language, whatever the
 * system's settings for dates say. The patterns are those of strftime:
 *
 *   %-d  day of the month    %B  name of the month     %Y  year
 *   %-m  number of the month %b  its short name        %a  short weekday
 */
#include "core/segue-text.h"

#include <glib/gi18n-lib.h>

#include "core/segue-text-private.h"

static const char *const month_names[] = {
  NC_("month", "January"), NC_("month", "February"), NC_("month", "March"), NC_("month", "April"),
  NC_("month", "May"), NC_("month", "June"), NC_("month", "July"), NC_("month", "August"),
  NC_("month", "September"), NC_("month", "October"), NC_("month", "November"), NC_("month", "December"),
};

static const char *const short_month_names[] = {
  NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"), NC_("short month", "Apr"),
  NC_("short month", "May"), NC_("short month", "Jun"), NC_("short month", "Jul"), NC_("short month", "Aug"),
  NC_("short month", "Sep"), NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
};

static const char *const short_weekday_names[] = {
  NC_("short weekday", "Mon"), NC_("short weekday", "Tue"), NC_("short weekday", "Wed"),
  NC_("short weekday", "Thu"), NC_("short weekday", "Fri"), NC_("short weekday", "Sat"),
  NC_("short weekday", "Sun"),
};

static const char *
translate_name (const char *context,
                const char *name)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, context, name);
}

static void
append_part (GString *text,
             char     part,
             SegueDay day)
{
  int year, month, mday;

  segue_day_to_ymd (day, &year, &month, &mday);
  switch (part)
    {
    case 'd':
      g_string_append_printf (text, "%d", mday);
      break;
    case 'm':
      g_string_append_printf (text, "%d", month);
      break;
    case 'Y':
      g_string_append_printf (text, "%d", year);
      break;
    case 'B':
      g_string_append (text, translate_name ("month", month_names[month - 1]));
      break;
    case 'b':
      g_string_append (text, translate_name ("short month", short_month_names[month - 1]));
      break;
    case 'a':
      g_string_append (text, translate_name ("short weekday", short_weekday_names[segue_day_get_weekday (day)]));
      break;
    default:
      g_string_append_c (text, part);
    }
}

static char *
format_day (const char *pattern,
            SegueDay    day)
{
  GString *text = g_string_new (NULL);

  for (const char *c = pattern; *c; c++)
    {
      if (*c != '%' || c[1] == '\0')
        {
          g_string_append_c (text, *c);
          continue;
        }
      c++;
      if (*c == '-' && c[1] != '\0')
        c++;
      append_part (text, *c, day);
    }
  return g_string_free_and_steal (text);
}

/**
 * segue_text_day:
 * @day: a day
 *
 * Returns: (transfer full): "5 April 2023"
 */
char *
segue_text_day (SegueDay day)
{
  /* Translators: a date, written as for strftime: "%-d %B %Y" is "5 April 2023".
   * Known are %-d, %-m (number of the month), %B (its name), %b (its short name), %Y, %a (short weekday). */
  /* xgettext:no-c-format */
  return format_day (C_("date", "%-d %B %Y"), day);
}

/**
 * segue_text_day_short:
 * @day: a day
 * @reference: a day in the year that need not be said, or %SEGUE_DAY_NONE
 *
 * Returns: (transfer full): "5 Apr"; "5 Apr 2023" if the year is another
 */
char *
segue_text_day_short (SegueDay day,
                      SegueDay reference)
{
  int year, reference_year = G_MININT;

  segue_day_to_ymd (day, &year, NULL, NULL);
  if (reference != SEGUE_DAY_NONE)
    segue_day_to_ymd (reference, &reference_year, NULL, NULL);
  if (year == reference_year)
    /* Translators: a short date without its year: "5 Apr". */
    /* xgettext:no-c-format */
    return format_day (C_("short date", "%-d %b"), day);
  /* Translators: a short date: "5 Apr 2023". */
  /* xgettext:no-c-format */
  return format_day (C_("short date", "%-d %b %Y"), day);
}

static int
get_year (SegueDay day)
{
  int year;

  segue_day_to_ymd (day, &year, NULL, NULL);
  return year;
}

static int
get_month (SegueDay day)
{
  int month;

  segue_day_to_ymd (day, NULL, &month, NULL);
  return month;
}

static char *
join_span (const char *from,
           const char *until)
{
  /* Translators: a span of days, both included: "17 January to 1 February 2023". */
  return g_strdup_printf (C_("span", "%s to %s"), from, until);
}

static char *
format_first_in_year (SegueDay first)
{
  /* Translators: the first day of a span within one year: "17 January" of "17 January to 1 February 2023". */
  /* xgettext:no-c-format */
  return format_day (C_("first day of a span in a year", "%-d %B"), first);
}

static char *
format_last_in_year (SegueDay last)
{
  /* Translators: the last day of a span within one year: "1 February 2023" of "17 January to 1 February 2023". */
  /* xgettext:no-c-format */
  return format_day (C_("last day of a span in a year", "%-d %B %Y"), last);
}

static char *
format_first_in_month (SegueDay first)
{
  /* Translators: the first day of a span within one month: "5" of "5 to 20 February 2023". */
  /* xgettext:no-c-format */
  return format_day (C_("first day of a span in a month", "%-d"), first);
}

static char *
format_last_in_month (SegueDay last)
{
  /* Translators: the last day of a span within one month: "20 February 2023" of "5 to 20 February 2023". */
  /* xgettext:no-c-format */
  return format_day (C_("last day of a span in a month", "%-d %B %Y"), last);
}

/**
 * segue_text_span:
 * @first: its first day
 * @last: its last day, included
 *
 * What both days share is said once.
 *
 * Returns: (transfer full): "17 January to 1 February 2023"
 */
char *
segue_text_span (SegueDay first,
                 SegueDay last)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  gboolean same_year = get_year (first) == get_year (last);
  gboolean same_month = same_year && get_month (first) == get_month (last);

  if (first == last)
    return segue_text_day (first);
  from = same_month ? format_first_in_month (first) : same_year ? format_first_in_year (first) : segue_text_day (first);
  until = same_month ? format_last_in_month (last) : same_year ? format_last_in_year (last) : segue_text_day (last);
  return join_span (from, until);
}

/**
 * segue_text_between:
 * @first: its first day
 * @last: its last day, included
 *
 * Returns: (transfer full): the span as it stands in the middle of a
 *   sentence: "between 6 June and 22 June 2022"
 */
char *
segue_text_between (SegueDay first,
                    SegueDay last)
{
  gboolean same_year = get_year (first) == get_year (last);
  g_autofree char *from = same_year ? format_first_in_year (first) : segue_text_day (first);
  g_autofree char *until = same_year ? format_last_in_year (last) : segue_text_day (last);
  g_autofree char *day = segue_text_day (first);

  if (first == last)
    /* Translators: a day in the middle of a sentence, as "… needs 8 h on 6 June 2022". */
    return g_strdup_printf (C_("span", "on %s"), day);
  /* Translators: a span of days in the middle of a sentence, as "… needs 8 h between 6 June and 22 June 2022". */
  return g_strdup_printf (C_("span", "between %s and %s"), from, until);
}

/**
 * segue_text_month:
 * @year: a year
 * @month: 1 to 12
 *
 * Returns: (transfer full): "April 2023"
 */
char *
segue_text_month (int year,
                  int month)
{
  /* Translators: a month: "April 2023". */
  /* xgettext:no-c-format */
  return format_day (C_("month", "%B %Y"), segue_day_from_ymd (year, month, 1));
}

/**
 * segue_text_year:
 * @year: a year
 *
 * Returns: (transfer full): "2023"
 */
char *
segue_text_year (int year)
{
  /* Translators: a year: "2023". */
  /* xgettext:no-c-format */
  return format_day (C_("year", "%Y"), segue_day_from_ymd (year, 1, 1));
}

/**
 * segue_text_weekday:
 * @weekday: a weekday
 *
 * Returns: (transfer full): "Mon"
 */
char *
segue_text_weekday (SegueWeekday weekday)
{
  g_return_val_if_fail (weekday <= SEGUE_SUNDAY, NULL);

  return g_strdup (translate_name ("short weekday", short_weekday_names[weekday]));
}

/**
 * segue_text_minutes:
 * @minutes: an amount of time, not negative
 *
 * Returns: (transfer full): "25 h", "1 h 30 min", "45 min"
 */
char *
segue_text_minutes (gint64 minutes)
{
  long hours = (long) (minutes / 60);
  int rest = (int) (minutes % 60);

  if (hours == 0)
    /* Translators: an amount of time in minutes. */
    return g_strdup_printf (C_("amount of time", "%d min"), rest);
  if (rest == 0)
    /* Translators: an amount of time in hours. */
    return g_strdup_printf (C_("amount of time", "%ld h"), hours);
  /* Translators: an amount of time in hours and minutes. */
  return g_strdup_printf (C_("amount of time", "%ld h %d min"), hours, rest);
}

/**
 * segue_text_days:
 * @days: a number of days
 *
 * Returns: (transfer full): "32 days"
 */
char *
segue_text_days (int days)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'d day", "%'d days", (gulong) ABS (days)), days);
}

/**
 * segue_text_units:
 * @units: a number of options or shares
 *
 * Returns: (transfer full): "1,200", grouped as the person's locale does it
 */
char *
segue_text_units (gint64 units)
{
  return g_strdup_printf ("%'lld", (long long) units);
}

/**
 * segue_text_slack:
 * @result: what the schedule says of a step
 *
 * Returns: (transfer full): "61 days slack", "no slack", "3 days late"
 */
char *
segue_text_slack (const SegueStepResult *result)
{
  int late;

  g_return_val_if_fail (result != NULL, NULL);

  if (!result->active)
    return g_strdup (_("not on the chosen route"));
  if (result->start == SEGUE_DAY_NONE)
    return g_strdup (_("no room for it"));
  late = result->late_days;
  if (late <= 0 && result->latest_end != SEGUE_DAY_NONE && result->slack < 0)
    late = -result->slack;
  if (late > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'d day late", "%'d days late", (gulong) late), late);
  if (result->latest_end == SEGUE_DAY_NONE)
    return g_strdup (_("no deadline"));
  if (result->slack == 0)
    return g_strdup (_("no slack"));
  /* Translators: by how much a step may slip before something else must. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'d day slack", "%'d days slack", (gulong) result->slack), result->slack);
}

/**
 * segue_text_certainty:
 * @certainty: how sure a rule is
 *
 * Returns: (transfer full): "confirmed"
 */
char *
segue_text_certainty (SegueCertainty certainty)
{
  switch (certainty)
    {
    case SEGUE_CERTAINTY_ASSUMED:
      return g_strdup (C_("certainty", "assumed"));
    case SEGUE_CERTAINTY_HEARSAY:
      return g_strdup (C_("certainty", "hearsay"));
    case SEGUE_CERTAINTY_CONFIRMED:
    default:
      return g_strdup (C_("certainty", "confirmed"));
    }
}
