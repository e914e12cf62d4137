/* segue-month-view.h - the month with the names of its weekdays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/calendar/segue-calendar-page.h"

G_BEGIN_DECLS

/**
 * SegueMonthView:
 *
 * A month grid under the names of weekdays.
 */
#define SEGUE_TYPE_MONTH_VIEW (segue_month_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueMonthView, segue_month_view, SEGUE, MONTH_VIEW, GtkWidget)

SegueCalendarPage *segue_month_view_get_grid (SegueMonthView *self);

G_END_DECLS
