/* segue-week-view.h - seven days with all that happens on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/segue-calendar-scene.h"
#include "ui/common/segue-viewport.h"

G_BEGIN_DECLS

/**
 * SegueWeekView:
 *
 * The week of the viewport's day: entries, and how long at which work. Under
 * each other when narrow. Signals: "activated" (a step's id), "move-requested"
 * (point, day).
 */
#define SEGUE_TYPE_WEEK_VIEW (segue_week_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueWeekView, segue_week_view, SEGUE, WEEK_VIEW, GtkWidget)

void     segue_week_view_set_viewport (SegueWeekView *self, SegueViewport *viewport);
void     segue_week_view_set_scene    (SegueWeekView *self, SegueCalendarScene *scene);
void     segue_week_view_set_narrow   (SegueWeekView *self, gboolean narrow);
SegueDay segue_week_view_get_begin    (SegueWeekView *self);

G_END_DECLS
