/* segue-timeline-view.h - all goals on one axis of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/common/segue-view.h"
#include "ui/timeline/segue-timeline-strip.h"

G_BEGIN_DECLS

/**
 * SegueTimelineView:
 *
 * What a person moves here is performed
 * through the session; then "edited" (SegueChangeSet) tells it, or "failed"
 * (a whole sentence) says why not. "activated" (id) is Enter or a double
 * click on a step; on a route that is not taken it is "conflict-requested".
 */
#define SEGUE_TYPE_TIMELINE_VIEW (segue_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueTimelineView, segue_timeline_view, SEGUE, TIMELINE_VIEW, SegueView)

GtkWidget     *segue_timeline_view_new          (SegueSession *session, SegueViewport *viewport);
void           segue_timeline_view_add_strip    (SegueTimelineView *self, SegueTimelineStrip *strip);
void           segue_timeline_view_set_spread   (SegueTimelineView *self, const char *step_id, SegueDay middle, SegueDay late);
void           segue_timeline_view_set_preview  (SegueTimelineView *self, SegueLayout *layout);
void           segue_timeline_view_set_footer   (SegueTimelineView *self, GtkWidget *footer);
void           segue_timeline_view_reveal       (SegueTimelineView *self, const char *id);
void           segue_timeline_view_fit_plan     (SegueTimelineView *self);
void           segue_timeline_view_go_to_day    (SegueTimelineView *self, SegueDay day);
void           segue_timeline_view_go_to_today  (SegueTimelineView *self);
void           segue_timeline_view_ask_day      (SegueTimelineView *self);
void           segue_timeline_view_zoom         (SegueTimelineView *self, double factor);

G_END_DECLS
