/* segue-year-view.h - twelve months at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/calendar/segue-calendar-page.h"

G_BEGIN_DECLS

/* The year of the viewport's day. */
#define SEGUE_TYPE_YEAR_VIEW (segue_year_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueYearView, segue_year_view, SEGUE, YEAR_VIEW, SegueCalendarPage)

G_END_DECLS
