/* segue-timeline-overview.h - the whole plan, and what is seen of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/timeline/segue-timeline-stage.h"

G_BEGIN_DECLS

/**
 * SegueTimelineOverview:
 *
 * All lanes as thin lines, with a window around the days in sight. Dragging
 * the window or one of its edges asks for other days: "span-requested"
 * (double begin, double end); a click beside it brings it there.
 */
#define SEGUE_TYPE_TIMELINE_OVERVIEW (segue_timeline_overview_get_type ())
G_DECLARE_FINAL_TYPE (SegueTimelineOverview, segue_timeline_overview, SEGUE, TIMELINE_OVERVIEW, GtkWidget)

void           segue_timeline_overview_bind       (SegueTimelineOverview *self, SegueTimelineStage *stage);
SeguePixelSpan segue_timeline_overview_get_window (SegueTimelineOverview *self);

G_END_DECLS
