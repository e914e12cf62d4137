/* segue-timeline-rows-private.h - what the files of the rows share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/timeline/segue-lane-layout.h"
#include "ui/timeline/segue-timeline-rows.h"

G_BEGIN_DECLS

/* Pixels between the text of a lane and its edges. */
#define SEGUE_ROWS_PADDING 14

/* Words that can be clicked: behind the label of a route that cannot be taken,
 * or at the edge behind which a mark lies. */
typedef struct
{
  int band;              /* of that route */
  int mark;              /* that mark, or -1 */
  graphene_rect_t rect;
} SegueRowsPill;

/*
 * Everything that is known of the rows is made in steps, and each is dropped
 * when what it rests on changes:
 *
 *     scene, font ── labels ──┐
 *     scale, width, collapsed ┴─ layout, tops ── nodes
 */
struct _SegueTimelineRows
{
  GtkWidget parent_instance;

  SegueTimelineStage *stage;
  guint lane;
  gboolean collapsed;

  PangoLayout *why;     /* "Why Not?" */
  GArray *pills;        /* SegueRowsPill: where that was painted last */
  PangoLayout **labels; /* one a mark; made when first needed */
  guint n_labels;
  double text_height;

  SegueLaneLayout *layout;
  float *tops;          /* one a row, and the foot of the last */
  double layout_scale;
  SegueLaneMode layout_mode;

  GPtrArray *nodes;     /* SegueTimelineNode of what is in sight */
  guint nodes_source;
};

const SegueTimelineLaneInfo *segue_timeline_rows_get_info   (SegueTimelineRows *self);
void                         segue_timeline_rows_ensure     (SegueTimelineRows *self);
SegueLaneMode                segue_timeline_rows_get_mode   (SegueTimelineRows *self);
PangoLayout                 *segue_timeline_rows_get_why    (SegueTimelineRows *self);
PangoLayout                 *segue_timeline_rows_get_label  (SegueTimelineRows *self, guint mark);
void                         segue_timeline_rows_get_shape  (SegueTimelineRows *self, const SegueDayScale *scale,
                                                             guint mark, graphene_rect_t *rect);
gboolean                     segue_timeline_rows_get_handle (SegueTimelineRows *self, const SegueDayScale *scale,
                                                             const SegueTimelineMark *mark,
                                                             const graphene_rect_t *shape, graphene_rect_t *rect);
double                       segue_timeline_rows_get_radius (SegueTimelineRows *self);
double                       segue_timeline_rows_get_room   (const SegueTimelineLaneInfo *info,
                                                             const SegueTimelineMark *mark, double scale,
                                                             double *begin);
void                         segue_timeline_rows_get_sight  (SegueTimelineRows *self, guint *first, guint *last);
guint                        segue_timeline_rows_get_row_at (SegueTimelineRows *self, double y);
int                          segue_timeline_rows_find_mark (SegueTimelineRows *self, const char *id);
void                         segue_timeline_rows_draw       (SegueTimelineRows *self, GtkSnapshot *snapshot);
void                         segue_timeline_rows_drop_nodes (SegueTimelineRows *self);
void                         segue_timeline_rows_sync_nodes (SegueTimelineRows *self);

G_END_DECLS
