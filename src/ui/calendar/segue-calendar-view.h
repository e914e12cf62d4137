/* segue-calendar-view.h - the plan as a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"
#include "ui/common/segue-viewport.h"

G_BEGIN_DECLS

/**
 * SegueCalendarView:
 *
 * Properties: "session", "viewport". Signals: "edited" (SegueChangeSet, what
 * followed from it or NULL), "failed" (a sentence), "activated" (a step's id).
 */
#define SEGUE_TYPE_CALENDAR_VIEW (segue_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueCalendarView, segue_calendar_view, SEGUE, CALENDAR_VIEW, AdwBin)

SegueSession  *segue_calendar_view_get_session  (SegueCalendarView *self);
void           segue_calendar_view_set_session  (SegueCalendarView *self, SegueSession *session);
SegueViewport *segue_calendar_view_get_viewport (SegueCalendarView *self);
void           segue_calendar_view_set_viewport (SegueCalendarView *self, SegueViewport *viewport);
void           segue_calendar_view_go_to_day    (SegueCalendarView *self, SegueDay day);

G_END_DECLS
