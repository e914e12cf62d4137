/* segue-timeline-view-private.h - what the files of the view share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-effect.h"
#include "ui/timeline/segue-timeline-drag.h"
#include "ui/timeline/segue-timeline-hours.h"
#include "ui/timeline/segue-timeline-lane.h"
#include "ui/timeline/segue-timeline-overview.h"
#include "ui/timeline/segue-timeline-ruler.h"
#include "ui/timeline/segue-timeline-stage.h"
#include "ui/timeline/segue-timeline-view.h"

G_BEGIN_DECLS

struct _SegueTimelineView
{
  SegueView view;

  SegueGoalPalette *palette;
  SegueTimelineStage *stage;
  guint text_serial;     /* of the font that was measured */
  gboolean fitted;       /* the plan has been shown as a whole once */
  SegueEffect *preview;  /* what is tried, or NULL: segue-timeline-view-preview.c */

  GtkWidget *content;
  SegueTimelineRuler *ruler;
  GtkScrolledWindow *scroller;
  GtkBox *lanes;
  guint lanes_source;    /* makes those that are not in sight, or 0 */
  GtkBox *strips;
  SegueTimelineOverview *overview;
  GtkRange *zoom;        /* the logarithm of the scale */
  SegueTimelineStrip *hours;

  /* Handling: segue-timeline-view-input.c */
  SegueTimelineDrag *drag; /* what is being moved, or NULL */
  SegueTimelineDrag *dropped; /* what was let go last and is not done yet, or NULL; no reference */
  GtkEventController *dragging;
  double pointer_x;        /* in the view's pixels */
  double press_x;
  double press_y;
  double press_origin;
  double press_value;
  gboolean panning;
  double speed;            /* days a second, while a fling runs out */
  gint64 speed_time;
  guint tick;
  double drag_x;           /* how far the pointer went since the press */
  double drag_y;
  gboolean ground;         /* the press was where nothing is */
  GStrv banded;            /* a rubber band is drawn: what was selected before, or NULL */
  GtkWidget *menu;         /* of what is pointed at, or NULL */
  guint edge_tick;         /* pans while a step is held at the edge */
  gint64 edge_time;
  double zoom_scale;       /* where a pinch began */
};

void               segue_timeline_view_add_actions (GtkWidgetClass *widget_class);
void               segue_timeline_view_add_input   (SegueTimelineView *self);
void               segue_timeline_view_stop        (SegueTimelineView *self);
void               segue_timeline_view_drop        (SegueTimelineView *self, SegueTimelineDrag *drag, gboolean by_keys);
void               segue_timeline_view_tell_step   (SegueTimelineView *self, const char *id);
gboolean           segue_timeline_view_take        (SegueTimelineView *self, SegueChangeSet *change_set, GError **error);
void               segue_timeline_view_say         (SegueTimelineView *self, const char *sentence);
gboolean           segue_timeline_view_may_edit    (SegueTimelineView *self);
void               segue_timeline_view_add_edits   (GtkWidgetClass *widget_class);
void               segue_timeline_view_add_menu    (SegueTimelineView *self);
void               segue_timeline_view_popup_menu  (SegueTimelineView *self);
void               segue_timeline_view_popup_ground (SegueTimelineView *self);
void               segue_timeline_view_show_layout (SegueTimelineView *self, SegueLayout *layout);
void               segue_timeline_view_draw_preview (SegueTimelineView *self, GtkSnapshot *snapshot);
void               segue_timeline_view_draw_over   (SegueTimelineView *self, GtkSnapshot *snapshot);
void               segue_timeline_view_zoom_around (SegueTimelineView *self, double day, double factor);
void               segue_timeline_view_activate    (SegueTimelineView *self, const char *id);
SegueTimelineRows *segue_timeline_view_get_rows    (SegueTimelineView *self, guint lane);
guint              segue_timeline_view_get_n_lanes (SegueTimelineView *self);
gboolean           segue_timeline_view_is_vest     (SegueTimelineView *self, const char *id);
SegueTimelineRows *segue_timeline_view_find_rows   (SegueTimelineView *self, const char *id, guint *lane);
gboolean           segue_timeline_view_hit         (SegueTimelineView *self, double x, double y, SegueTimelineHit *hit);
gboolean           segue_timeline_view_get_bounds  (SegueTimelineView *self, const char *id, graphene_rect_t *bounds);

G_END_DECLS
