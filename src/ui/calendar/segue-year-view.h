/* segue-year-view.h - twelve months at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/segue-calendar-scene.h"
#include "ui/common/segue-viewport.h"

G_BEGIN_DECLS

/**
 * SegueYearView:
 *
 * The year of the viewport's day. Signals: "year-changed", "month-activated".
 */
#define SEGUE_TYPE_YEAR_VIEW (segue_year_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueYearView, segue_year_view, SEGUE, YEAR_VIEW, GtkWidget)

void segue_year_view_set_viewport (SegueYearView *self, SegueViewport *viewport);
void segue_year_view_set_scene    (SegueYearView *self, SegueCalendarScene *scene);
int  segue_year_view_get_year     (SegueYearView *self);
void segue_year_view_turn         (SegueYearView *self, int years);

G_END_DECLS
