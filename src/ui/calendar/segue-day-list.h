/* segue-day-list.h - everything that happens on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/segue-calendar-scene.h"

G_BEGIN_DECLS

/**
 * SegueDayList:
 *
 * The day's name, its hours and its entries. Signal: "activated" (a step's id).
 */
#define SEGUE_TYPE_DAY_LIST (segue_day_list_get_type ())
G_DECLARE_FINAL_TYPE (SegueDayList, segue_day_list, SEGUE, DAY_LIST, GtkWidget)

GtkWidget *segue_day_list_new  (void);
void       segue_day_list_show (SegueDayList *self, SegueCalendarScene *scene, SegueDay day);

G_END_DECLS
