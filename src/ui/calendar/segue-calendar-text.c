/* segue-calendar-text.c - what the calendar says of a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-calendar-text.h"

#include <glib/gi18n-lib.h>

#include "core/segue-text.h"

/**
 * segue_calendar_text_entry:
 *
 * Returns: (transfer full): "Sabbatical begins"
 */
char *
segue_calendar_text_entry (const SegueEntry *entry)
{
  switch (entry->kind)
    {
    case SEGUE_ENTRY_DEADLINE:
      /* Translators: on a day of the calendar: the title of a step whose last possible day it is. */
      return g_strdup_printf (_("%s: last day"), entry->title);
    case SEGUE_ENTRY_TARGET:
      /* Translators: on a day of the calendar: the title of a step that is wished to end by then. */
      return g_strdup_printf (_("%s: wanted by this day"), entry->title);
    case SEGUE_ENTRY_START:
      /* Translators: on a day of the calendar: the title of a step. */
      return g_strdup_printf (_("%s begins"), entry->title);
    case SEGUE_ENTRY_END:
      /* Translators: on a day of the calendar: the title of a step. */
      return g_strdup_printf (_("%s ends"), entry->title);
    case SEGUE_ENTRY_MILESTONE:
    case SEGUE_ENTRY_VEST:
    default:
      return g_strdup (entry->title);
    }
}

/**
 * segue_calendar_text_countdown:
 *
 * Returns: (transfer full): "D-30"
 */
char *
segue_calendar_text_countdown (SegueDay today, SegueDay day)
{
  if (day > today)
    /* Translators: how many days are left until a day. */
    return g_strdup_printf (C_("countdown", "D-%d"), day - today);
  if (day < today)
    /* Translators: how many days have gone since a day. */
    return g_strdup_printf (C_("countdown", "D+%d"), today - day);

  /* Translators: the day itself, after D-2, D-1. */
  return g_strdup (C_("countdown", "D-Day"));
}

static gboolean
is_milestone (const SegueEntry *entry)
{
  return entry->kind == SEGUE_ENTRY_MILESTONE || entry->kind == SEGUE_ENTRY_VEST;
}

static void
add_milestones (GPtrArray *parts, const SegueEntry *entries, guint n_entries)
{
  g_autoptr(GString) titles = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < n_entries; i++)
    if (is_milestone (&entries[i]))
      {
        g_string_append_printf (titles, "%s%s", n > 0 ? ", " : "", entries[i].title);
        n++;
      }
  if (n > 0)
    /* Translators: of a day, for a screen reader: how many milestones lie on it and their titles. */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u milestone: %s", "%u milestones: %s", n), n, titles->str));
}

static void
add_others (GPtrArray *parts, const SegueEntry *entries, guint n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    if (!is_milestone (&entries[i]))
      g_ptr_array_add (parts, segue_calendar_text_entry (&entries[i]));
}

/* How far away a day is that people count to: "in 30 days". */
static void
add_distance (GPtrArray *parts, int days)
{
  if (days > 0)
    /* Translators: of a day, for a screen reader: how many days are left until it. */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("in %'d day", "in %'d days", (gulong) days), days));
  else if (days < 0)
    /* Translators: of a day, for a screen reader: how many days have gone since it. */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'d day ago", "%'d days ago", (gulong) -days), -days));
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

/**
 * segue_calendar_text_day:
 *
 * Returns: (transfer full): what a screen reader says of a day: "5 April 2023,
 *   Wed, in 30 days, 2 milestones: …"
 */
char *
segue_calendar_text_day (SegueCalendarScene *scene, SegueDay day)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *day_off = segue_calendar_scene_get_day_off (scene, day);
  gint32 planned = segue_calendar_scene_get_planned (scene, day);
  const SegueEntry *entries;
  guint n_entries;

  entries = segue_calendar_scene_get_entries (scene, day, day + 1, &n_entries);
  g_ptr_array_add (parts, segue_text_day (day));
  if (day == segue_calendar_scene_get_today (scene))
    g_ptr_array_add (parts, g_strdup (_("today")));
  g_ptr_array_add (parts, segue_text_weekday (segue_day_get_weekday (day)));
  if (segue_calendar_scene_counts_down (scene, day))
    add_distance (parts, day - segue_calendar_scene_get_today (scene));
  add_milestones (parts, entries, n_entries);
  add_others (parts, entries, n_entries);
  if (day_off != NULL)
    g_ptr_array_add (parts, g_strdup (day_off[0] != '\0' ? day_off : _("day off")));
  if (planned > 0)
    {
      g_autofree char *amount = segue_text_minutes (planned);

      /* Translators: an amount of time, such as: 1 h 30 min */
      g_ptr_array_add (parts, g_strdup_printf (_("%s planned"), amount));
    }

  return join (parts);
}

/**
 * segue_calendar_text_month:
 *
 * Returns: (transfer full): what a screen reader says of a month of the year:
 *   "April 2023, 3 milestones, 42 h planned"
 */
char *
segue_calendar_text_month (SegueCalendarScene *scene, int year, int month)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  SegueDay begin = segue_day_from_ymd (year, month, 1);
  SegueDay end = begin + segue_day_month_length (year, month);
  const SegueEntry *entries;
  guint n_entries, n = 0;
  gint64 planned = 0;

  entries = segue_calendar_scene_get_entries (scene, begin, end, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    n += is_milestone (&entries[i]);
  for (SegueDay day = begin; day < end; day++)
    planned += segue_calendar_scene_get_planned (scene, day);

  g_ptr_array_add (parts, segue_text_month (year, month));
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u milestone", "%u milestones", n), n));
  if (planned > 0)
    {
      g_autofree char *amount = segue_text_minutes (planned);

      g_ptr_array_add (parts, g_strdup_printf (_("%s planned"), amount));
    }

  return join (parts);
}

/**
 * segue_entry_get_point:
 *
 * Returns: (transfer full): the point that segue_edit_move_point() moves
 */
char *
segue_entry_get_point (const SegueEntry *entry)
{
  if (entry->kind == SEGUE_ENTRY_START)
    return g_strconcat (entry->id, ".start", NULL);
  if (entry->kind == SEGUE_ENTRY_END)
    return g_strconcat (entry->id, ".end", NULL);

  return g_strdup (entry->id);
}

/**
 * segue_entry_is_movable:
 *
 * Returns: whether it lies where it lies because a step does; a deadline is
 *   moved by its rule, what vests by its grant
 */
gboolean
segue_entry_is_movable (const SegueEntry *entry)
{
  return !entry->done && (entry->kind == SEGUE_ENTRY_MILESTONE || entry->kind == SEGUE_ENTRY_START
                          || entry->kind == SEGUE_ENTRY_END);
}

const char *
segue_entry_get_icon (const SegueEntry *entry)
{
  switch (entry->kind)
    {
    case SEGUE_ENTRY_MILESTONE:
      return entry->gate ? "segue-gate-symbolic" : "segue-milestone-symbolic";
    case SEGUE_ENTRY_VEST:
      return "segue-goal-vesting-symbolic";
    case SEGUE_ENTRY_DEADLINE:
      return "alarm-symbolic";
    case SEGUE_ENTRY_TARGET:
      return "starred-symbolic";
    case SEGUE_ENTRY_START:
      return "media-playback-start-symbolic";
    case SEGUE_ENTRY_END:
    default:
      return "media-playback-stop-symbolic";
    }
}
