/* segue-day-cell.h - a day of the month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/segue-calendar-scene.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_DAY_CELL (segue_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (SegueDayCell, segue_day_cell, SEGUE, DAY_CELL, GtkWidget)

GtkWidget *segue_day_cell_new         (int column);
void       segue_day_cell_show        (SegueDayCell *self, SegueCalendarScene *scene, SegueDay day, guint room,
                                       gboolean compact);
void       segue_day_cell_set_marks   (SegueDayCell *self, gboolean current, gboolean outside, const char *selection);
SegueDay   segue_day_cell_get_day     (SegueDayCell *self);

G_END_DECLS
