/* segue-calendar-text.h - what the calendar says of a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/calendar/segue-calendar-scene.h"

G_BEGIN_DECLS

/* What comes within so many days is near. */
#define SEGUE_NEAR_DAYS 7

char       *segue_calendar_text_entry     (const SegueEntry *entry);
char       *segue_calendar_text_countdown (SegueDay today, SegueDay day);
char       *segue_calendar_text_day       (SegueCalendarScene *scene, SegueDay day);
char       *segue_calendar_text_month     (SegueCalendarScene *scene, int year, int month);
char       *segue_entry_get_point         (const SegueEntry *entry);
gboolean    segue_entry_is_movable        (const SegueEntry *entry);
const char *segue_entry_get_icon          (const SegueEntry *entry);

G_END_DECLS
