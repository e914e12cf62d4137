/* segue-timeline-lane.h - the card of one goal on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/timeline/segue-timeline-rows.h"
#include "ui/timeline/segue-timeline-stage.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_TIMELINE_LANE (segue_timeline_lane_get_type ())
G_DECLARE_FINAL_TYPE (SegueTimelineLane, segue_timeline_lane, SEGUE, TIMELINE_LANE, GtkWidget)

GtkWidget         *segue_timeline_lane_new           (SegueTimelineStage *stage, guint lane);
SegueTimelineRows *segue_timeline_lane_get_rows      (SegueTimelineLane *self);
guint              segue_timeline_lane_get_index     (SegueTimelineLane *self);
gboolean           segue_timeline_lane_get_collapsed (SegueTimelineLane *self);
void               segue_timeline_lane_set_collapsed (SegueTimelineLane *self, gboolean collapsed);

G_END_DECLS
