/* segue-month-grid.h - weeks without an end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/calendar/segue-calendar-page.h"

G_BEGIN_DECLS

/**
 * SegueMonthGrid:
 *
 * A scrollable of weeks; the rows in sight are recycled. Its place is the day
 * of the viewport, which is always in sight.
 */
#define SEGUE_TYPE_MONTH_GRID (segue_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (SegueMonthGrid, segue_month_grid, SEGUE, MONTH_GRID, SegueCalendarPage)

G_END_DECLS
