/* segue-week-view.h - seven days with all that happens on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/calendar/segue-calendar-page.h"

G_BEGIN_DECLS

/**
 * SegueWeekView:
 *
 * Property: "narrow", whether days stand under each other.
 */
#define SEGUE_TYPE_WEEK_VIEW (segue_week_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueWeekView, segue_week_view, SEGUE, WEEK_VIEW, SegueCalendarPage)

G_END_DECLS
