/* segue-hours-bar.h - how much of a day's hours is planned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEGUE_TYPE_HOURS_BAR (segue_hours_bar_get_type ())
G_DECLARE_FINAL_TYPE (SegueHoursBar, segue_hours_bar, SEGUE, HOURS_BAR, GtkWidget)

GtkWidget *segue_hours_bar_new  (void);
void       segue_hours_bar_show (SegueHoursBar *self, gint32 planned, gint32 capacity);

G_END_DECLS
