/* segue-year-table.c - a year at a glance: how full each day is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-year-table.h"

static guint8
get_level (gint32 planned, gint32 capacity)
{
  if (planned <= 0)
    return 0;
  if (capacity <= 0)
    return 4;

  return (guint8) CLAMP ((4 * planned + capacity - 1) / capacity, 1, 4);
}

static void
add_entry (SegueYearTable *self, const SegueEntry *entry)
{
  SegueYearDay *day = &self->days[entry->day - self->begin];

  if (entry->kind != SEGUE_ENTRY_MILESTONE && entry->kind != SEGUE_ENTRY_VEST && entry->kind != SEGUE_ENTRY_DEADLINE)
    return;
  if (day->n_milestones == 0)
    day->goal = (gint16) CLAMP (entry->goal, -1, G_MAXINT16);
  if (day->n_milestones < G_MAXUINT8)
    day->n_milestones++;
}

/**
 * segue_year_table_fill:
 * @scene: what is planned
 * @year: which year
 */
void
segue_year_table_fill (SegueYearTable *self, SegueCalendarScene *scene, int year)
{
  const SegueEntry *entries;
  guint n_entries;

  self->year = year;
  self->begin = segue_day_from_ymd (year, 1, 1);
  self->n_days = segue_day_from_ymd (year + 1, 1, 1) - self->begin;
  for (int i = 0; i < self->n_days; i++)
    {
      SegueDay day = self->begin + i;

      self->days[i] = (SegueYearDay) {
        .level = get_level (segue_calendar_scene_get_planned (scene, day), segue_calendar_scene_get_capacity (scene, day)),
        .goal = -1,
        .off = segue_calendar_scene_get_day_off (scene, day) != NULL,
      };
    }

  entries = segue_calendar_scene_get_entries (scene, self->begin, self->begin + self->n_days, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    add_entry (self, &entries[i]);
}
