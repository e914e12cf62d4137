/* segue-timeline-rows.h - the drawn rows of one goal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/timeline/segue-timeline-stage.h"

G_BEGIN_DECLS

/**
 * SegueTimelineHit:
 * @id: of the step or route at a place; (transfer none)
 * @mark: its mark, or NULL for the label of a route
 * @trailing: whether the place is the later end of a bar that can be made
 *   longer or shorter
 * @handle: whether the place is the handle from which a link is drawn
 * @why: whether the place is the question why a route is not taken
 * @hint: whether the place is the title of what lies beyond the edge
 */
typedef struct
{
  const char *id;
  const SegueTimelineMark *mark;
  gboolean trailing;
  gboolean handle;
  gboolean why;
  gboolean hint;
} SegueTimelineHit;

/**
 * SegueTimelineRows:
 *
 * One widget draws all steps of a goal: only what is in sight, found by row
 * and by day. Each mark in sight has a SegueTimelineNode in the accessible
 * tree.
 */
#define SEGUE_TYPE_TIMELINE_ROWS (segue_timeline_rows_get_type ())
G_DECLARE_FINAL_TYPE (SegueTimelineRows, segue_timeline_rows, SEGUE, TIMELINE_ROWS, GtkWidget)

void        segue_timeline_rows_bind          (SegueTimelineRows *self, SegueTimelineStage *stage, guint lane);
void        segue_timeline_rows_set_collapsed (SegueTimelineRows *self, gboolean collapsed);
gboolean    segue_timeline_rows_hit           (SegueTimelineRows *self, double x, double y, SegueTimelineHit *hit);
gboolean    segue_timeline_rows_get_bounds    (SegueTimelineRows *self, const char *id, graphene_rect_t *bounds);
void        segue_timeline_rows_collect       (SegueTimelineRows *self, const graphene_rect_t *area, GPtrArray *ids);
const char *segue_timeline_rows_walk          (SegueTimelineRows *self, const char *id, int rows, int places);
const char *segue_timeline_rows_get_edge      (SegueTimelineRows *self, double day, gboolean bottom);
void        segue_timeline_rows_scrolled      (SegueTimelineRows *self);

G_END_DECLS
