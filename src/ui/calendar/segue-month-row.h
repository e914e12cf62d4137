/* segue-month-row.h - a week of the month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/calendar/segue-day-cell.h"
#include "ui/calendar/segue-month-layout.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_MONTH_ROW (segue_month_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueMonthRow, segue_month_row, SEGUE, MONTH_ROW, GtkWidget)

GtkWidget    *segue_month_row_new      (void);
int           segue_month_row_get_week (SegueMonthRow *self);
void          segue_month_row_show     (SegueMonthRow *self, const SegueMonthLayout *layout, SegueCalendarScene *scene,
                                        int week, guint room, gboolean compact);
void          segue_month_row_forget   (SegueMonthRow *self);
SegueDayCell *segue_month_row_get_cell (SegueMonthRow *self, int column);

G_END_DECLS
