/* segue-calendar-view.h - the plan as a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/common/segue-view.h"

G_BEGIN_DECLS

/**
 * SegueCalendarView:
 *
 * Signals: "edited" (SegueChangeSet, what
 * followed from it or NULL), "failed" (a sentence), "activated" (a step's id).
 */
#define SEGUE_TYPE_CALENDAR_VIEW (segue_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueCalendarView, segue_calendar_view, SEGUE, CALENDAR_VIEW, SegueView)

void segue_calendar_view_go_to_day (SegueCalendarView *self, SegueDay day);

G_END_DECLS
