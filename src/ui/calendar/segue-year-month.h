/* segue-year-month.h - a month of the year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/segue-year-table.h"
#include "ui/common/segue-goal-palette.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_YEAR_MONTH (segue_year_month_get_type ())
G_DECLARE_FINAL_TYPE (SegueYearMonth, segue_year_month, SEGUE, YEAR_MONTH, GtkWidget)

GtkWidget *segue_year_month_new               (SegueGoalPalette *palette, int month);
void       segue_year_month_show              (SegueYearMonth *self, SegueCalendarScene *scene, const SegueYearTable *table);
void       segue_year_month_set_day           (SegueYearMonth *self, SegueDay day);
void       segue_year_month_set_first_weekday (SegueYearMonth *self, SegueWeekday first_weekday);
SegueDay   segue_year_month_day_at            (SegueYearMonth *self, double x, double y);

G_END_DECLS
