/* segue-month-grid.h - weeks without an end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/segue-calendar-scene.h"
#include "ui/common/segue-viewport.h"

G_BEGIN_DECLS

/**
 * SegueMonthGrid:
 *
 * A scrollable of weeks; the rows in sight are recycled. Its place is the day
 * of the viewport, which is always in sight. Signals: "activated" (a step's
 * id), "day-activated" (a day's number, and its cell), "move-requested" (point,
 * day), "preview-requested" (point, day; an empty point ends it).
 */
#define SEGUE_TYPE_MONTH_GRID (segue_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (SegueMonthGrid, segue_month_grid, SEGUE, MONTH_GRID, GtkWidget)

void segue_month_grid_set_viewport (SegueMonthGrid *self, SegueViewport *viewport);
void segue_month_grid_set_scene    (SegueMonthGrid *self, SegueCalendarScene *scene);
void segue_month_grid_get_month    (SegueMonthGrid *self, int *year, int *month);
void segue_month_grid_turn         (SegueMonthGrid *self, int months);

G_END_DECLS
