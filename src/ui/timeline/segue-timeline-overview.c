/* segue-timeline-overview.c - the whole plan, and what is seen of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan is painted once for a scene, a size and a style; while a person
 * pans, only the window over it moves.
 */
#include "ui/timeline/segue-timeline-overview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/timeline/segue-timeline-paint.h"

#define HEIGHT 34
#define PADDING 5
#define LEAD 12
/* Pixels at the edges of the window by which it is made wider or narrower. */
#define GRIP 6
#define MIN_WINDOW 10
#define MAX_LINE 4

typedef enum
{
  GRAB_NONE,
  GRAB_WINDOW,
  GRAB_BEGIN,
  GRAB_END,
} Grab;

struct _SegueTimelineOverview
{
  GtkWidget parent_instance;

  SegueTimelineStage *stage;
  GskRenderNode *plan; /* NULL: to be painted anew */
  Grab grab;
  double grab_begin;   /* the days in sight when it was grabbed */
  double grab_end;
};

enum
{
  SPAN_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueTimelineOverview, segue_timeline_overview, GTK_TYPE_WIDGET)

static void
drop_plan (SegueTimelineOverview *self)
{
  g_clear_pointer (&self->plan, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The whole plan from edge to edge. */
static SegueDayScale
get_scale (SegueTimelineOverview *self)
{
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  SegueDayScale scale = *segue_timeline_stage_get_scale (self->stage);
  double days = scene->last + 1.0 - scene->first;

  scale.scale = MAX (width - 2 * LEAD, 1) / days;
  scale.origin = scene->first - LEAD / scale.scale;
  scale.width = width;
  scale.inset = 0;

  return scale;
}

static void
get_sight (SegueTimelineOverview *self, double *begin, double *end)
{
  const SegueDayScale *scale = segue_timeline_stage_get_scale (self->stage);

  *begin = scale->origin;
  *end = segue_day_scale_end (scale);
}

/* What shares a pixel is one line: each pixel of a lane is looked at once. */
static void
paint_lane (SegueTimelineOverview *self, GtkSnapshot *snapshot, const SegueDayScale *scale,
            const SegueTimelineLaneInfo *lane, float y, float height)
{
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  g_autofree guint8 *covered = g_new0 (guint8, width + 1);
  GdkRGBA color;

  for (guint i = 0; i < lane->marks->len; i++)
    {
      const SegueTimelineMark *mark = segue_timeline_lane_info_mark (lane, i);
      SeguePixelSpan span = segue_day_scale_span (scale, segue_timeline_mark_begin (mark), segue_timeline_mark_end (mark));
      int first = MAX ((int) floor (span.x) - (segue_timeline_mark_is_point (mark) ? 1 : 0), 0);
      int last = MIN ((int) ceil (span.x + span.width) + (segue_timeline_mark_is_point (mark) ? 1 : 0), width);

      if (mark->band == SEGUE_BAND_CHOSEN && first < last)
        memset (covered + first, 1, last - first);
    }

  segue_goal_palette_get_text (segue_timeline_stage_get_palette (self->stage), lane->goal, &color);
  for (int x = 0; x < width; x++)
    {
      int from = x;

      while (covered[x])
        x++;
      if (x > from)
        gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (from, y, x - from, height));
    }
}

static GskRenderNode *
paint_plan (SegueTimelineOverview *self, const SegueDayScale *scale)
{
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  float room = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PADDING - 4;
  float pitch = scene->lanes->len > 0 ? MIN (room / scene->lanes->len, MAX_LINE + 2) : room;
  float top = PADDING + 2 + (room - pitch * scene->lanes->len) / 2;
  GskRenderNode *node;

  for (guint i = 0; i < scene->lanes->len; i++)
    paint_lane (self, snapshot, scale, g_ptr_array_index (scene->lanes, i), floorf (top + i * pitch),
                MAX (MIN (pitch - 1, MAX_LINE), 1));
  node = gtk_snapshot_free_to_node (snapshot);

  return node != NULL ? node : gsk_container_node_new (NULL, 0);
}

/**
 * segue_timeline_overview_get_window:
 *
 * Returns: where the window around the days in sight lies, in pixels; it
 *   stays in sight itself, however far away or small it is
 */
SeguePixelSpan
segue_timeline_overview_get_window (SegueTimelineOverview *self)
{
  SegueDayScale scale = get_scale (self);
  double begin, end;
  SeguePixelSpan span;
  double right;

  get_sight (self, &begin, &end);
  span = segue_day_scale_span (&scale, begin, end);
  right = MIN (span.x + span.width, scale.width - 1);
  span.x = CLAMP (span.x, 1, MAX (scale.width - 1 - MIN_WINDOW, 1));
  span.width = MAX (right - span.x, MIN_WINDOW);

  return span;
}

static void
segue_timeline_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SegueTimelineOverview *self = SEGUE_TIMELINE_OVERVIEW (widget);
  float height = gtk_widget_get_height (widget);
  SegueGoalPalette *palette;
  SegueDayScale scale;
  SeguePixelSpan span;
  graphene_rect_t window;
  GdkRGBA color;

  if (self->stage == NULL || segue_timeline_stage_get_scene (self->stage) == NULL)
    return;

  palette = segue_timeline_stage_get_palette (self->stage);
  scale = get_scale (self);
  span = segue_timeline_overview_get_window (self);
  window = GRAPHENE_RECT_INIT (span.x, PADDING - 2, span.width, height - 2 * PADDING + 4);

  segue_goal_palette_get_color (palette, SEGUE_COLOR_FOREGROUND, &color);
  color.alpha *= 0.07f;
  segue_timeline_paint_rounded (snapshot, &window, 6, &color);
  if (self->plan == NULL)
    self->plan = paint_plan (self, &scale);
  gtk_snapshot_append_node (snapshot, self->plan);
  segue_goal_palette_get_color (palette, SEGUE_COLOR_NOW, &color);
  segue_timeline_paint_today (snapshot, &color, &scale, segue_timeline_stage_get_today (self->stage), PADDING, height - 2 * PADDING);
  segue_goal_palette_get_color (palette, SEGUE_COLOR_DIM, &color);
  graphene_rect_inset (&window, 1, 1);
  segue_timeline_paint_ring (snapshot, &window, 5, -1, &color);
}

static void
segue_timeline_overview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                                 int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 60;
}

static void
segue_timeline_overview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_plan (SEGUE_TIMELINE_OVERVIEW (widget));
}

static void
segue_timeline_overview_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (segue_timeline_overview_parent_class)->css_changed (widget, change);
  drop_plan (SEGUE_TIMELINE_OVERVIEW (widget));
}

/* ---- handling ---- */

static Grab
find_grab (SegueTimelineOverview *self, double x)
{
  SeguePixelSpan window = segue_timeline_overview_get_window (self);
  gboolean rtl = segue_timeline_stage_get_scale (self->stage)->rtl;
  double right = window.x + window.width;
  double grip = MIN (GRIP, window.width / 4);

  if (x < window.x - GRIP || x > right + GRIP)
    return GRAB_NONE;
  if (x <= window.x + grip)
    return rtl ? GRAB_END : GRAB_BEGIN;
  if (x >= right - grip)
    return rtl ? GRAB_BEGIN : GRAB_END;

  return GRAB_WINDOW;
}

static void
request (SegueTimelineOverview *self, double begin, double end)
{
  g_signal_emit (self, signals[SPAN_REQUESTED], 0, begin, end);
}

/* The press is taken at once: the timeline around it would pan its ground the other way. */
static void
drag_begin_cb (SegueTimelineOverview *self, double x, double y, GtkGesture *gesture)
{
  SegueDayScale scale;
  double middle, half;

  if (segue_timeline_stage_get_scene (self->stage) == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  get_sight (self, &self->grab_begin, &self->grab_end);
  self->grab = find_grab (self, x);
  if (self->grab != GRAB_NONE)
    return;

  scale = get_scale (self);
  middle = segue_day_scale_day (&scale, x);
  half = (self->grab_end - self->grab_begin) / 2;
  self->grab = GRAB_WINDOW;
  self->grab_begin = middle - half;
  self->grab_end = middle + half;
  request (self, self->grab_begin, self->grab_end);
}

static void
drag_update_cb (SegueTimelineOverview *self, double dx, double dy)
{
  SegueDayScale scale;
  double days, least;

  if (self->grab == GRAB_NONE || segue_timeline_stage_get_scene (self->stage) == NULL)
    return;

  scale = get_scale (self);
  days = (scale.rtl ? -dx : dx) / scale.scale;
  least = MIN_WINDOW / scale.scale;
  if (self->grab == GRAB_WINDOW)
    request (self, self->grab_begin + days, self->grab_end + days);
  else if (self->grab == GRAB_BEGIN)
    request (self, MIN (self->grab_begin + days, self->grab_end - least), self->grab_end);
  else
    request (self, self->grab_begin, MAX (self->grab_end + days, self->grab_begin + least));
}

static void
drag_end_cb (SegueTimelineOverview *self)
{
  self->grab = GRAB_NONE;
}

static void
motion_cb (SegueTimelineOverview *self, double x, double y)
{
  Grab grab = segue_timeline_stage_get_scene (self->stage) != NULL ? find_grab (self, x) : GRAB_NONE;
  const char *cursor = grab == GRAB_WINDOW ? "grab" : grab == GRAB_NONE ? NULL : "ew-resize";

  if (self->grab == GRAB_NONE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static void
segue_timeline_overview_dispose (GObject *object)
{
  SegueTimelineOverview *self = SEGUE_TIMELINE_OVERVIEW (object);

  g_clear_pointer (&self->plan, gsk_render_node_unref);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (segue_timeline_overview_parent_class)->dispose (object);
}

static void
segue_timeline_overview_class_init (SegueTimelineOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_timeline_overview_dispose;
  widget_class->snapshot = segue_timeline_overview_snapshot;
  widget_class->measure = segue_timeline_overview_measure;
  widget_class->size_allocate = segue_timeline_overview_size_allocate;
  widget_class->css_changed = segue_timeline_overview_css_changed;

  signals[SPAN_REQUESTED] =
    g_signal_new ("span-requested", SEGUE_TYPE_TIMELINE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "timelineoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
segue_timeline_overview_init (SegueTimelineOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The whole plan"), -1);
}

void
segue_timeline_overview_bind (SegueTimelineOverview *self, SegueTimelineStage *stage)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_OVERVIEW (self));
  g_return_if_fail (self->stage == NULL);

  self->stage = g_object_ref (stage);
  g_signal_connect_object (stage, "scale-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "scene-changed", G_CALLBACK (drop_plan), self, G_CONNECT_SWAPPED);
}
