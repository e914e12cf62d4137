/* segue-week-day.h - a day of the week with all that happens on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/segue-calendar-scene.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_WEEK_DAY (segue_week_day_get_type ())
G_DECLARE_FINAL_TYPE (SegueWeekDay, segue_week_day, SEGUE, WEEK_DAY, GtkWidget)

GtkWidget *segue_week_day_new        (int column);
void       segue_week_day_show       (SegueWeekDay *self, SegueCalendarScene *scene, SegueDay day);
void       segue_week_day_set_marks  (SegueWeekDay *self, gboolean current, const char *selection);
void       segue_week_day_set_narrow (SegueWeekDay *self, gboolean narrow);

G_END_DECLS
