/* segue-timeline-view.c - all goals on one axis of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-view-private.h"

#include <math.h>

#include "core/segue-baseline.h"
#include "core/segue-edit.h"
#include "ui/common/segue-tell.h"
#include "ui/timeline/segue-timeline-paint.h"

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_CONFLICT_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueTimelineView, segue_timeline_view, SEGUE_TYPE_VIEW)

static void
update_scale (SegueTimelineView *self)
{
  SegueDayScale scale = *segue_timeline_stage_get_scale (self->stage);

  if (self->view.viewport == NULL)
    return;

  scale.origin = segue_viewport_get_origin (self->view.viewport);
  scale.scale = segue_viewport_get_scale (self->view.viewport);
  scale.width = gtk_widget_get_width (GTK_WIDGET (self));
  scale.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  scale.first_weekday = segue_viewport_get_first_weekday (self->view.viewport);
  segue_timeline_stage_set_scale (self->stage, &scale);
  gtk_range_set_value (self->zoom, log (scale.scale));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Measured again only when the font is another. */
static void
update_text (SegueTimelineView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  double widths[SEGUE_TICK_NONE];
  PangoFontMetrics *metrics;

  if (pango_context_get_serial (context) == self->text_serial)
    return;

  self->text_serial = pango_context_get_serial (context);
  segue_timeline_ruler_measure_labels (self->ruler, widths);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  segue_timeline_stage_set_text (self->stage, ceil ((double) pango_font_metrics_get_height (metrics) / PANGO_SCALE), widths);
  pango_font_metrics_unref (metrics);
}

/* More lanes than are in sight; the others come when there is nothing else to
 * do, or when something in one of them is asked for. */
#define FIRST_LANES 6
#define MORE_LANES 2

static guint
count_made (SegueTimelineView *self)
{
  guint n = 0;

  for (GtkWidget *lane = gtk_widget_get_first_child (GTK_WIDGET (self->lanes)); lane != NULL;
       lane = gtk_widget_get_next_sibling (lane))
    n++;

  return n;
}

static void
make_lanes (SegueTimelineView *self, guint wanted)
{
  guint n_lanes = count_made (self);

  for (wanted = MIN (wanted, segue_timeline_view_get_n_lanes (self)); n_lanes < wanted; n_lanes++)
    gtk_box_append (self->lanes, segue_timeline_lane_new (self->stage, n_lanes));
}

static gboolean
make_more_lanes_cb (gpointer data)
{
  SegueTimelineView *self = data;

  make_lanes (self, count_made (self) + MORE_LANES);
  if (count_made (self) < segue_timeline_view_get_n_lanes (self))
    return G_SOURCE_CONTINUE;
  self->lanes_source = 0;

  return G_SOURCE_REMOVE;
}

static void
update_lanes (SegueTimelineView *self)
{
  guint wanted = segue_timeline_view_get_n_lanes (self);

  for (guint n_lanes = count_made (self); n_lanes > wanted; n_lanes--)
    gtk_box_remove (self->lanes, gtk_widget_get_last_child (GTK_WIDGET (self->lanes)));
  make_lanes (self, FIRST_LANES);
  if (count_made (self) < wanted && self->lanes_source == 0)
    self->lanes_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, make_more_lanes_cb, self, NULL);
}

static void
segue_timeline_view_layout_changed (SegueView *view)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (view);

  g_clear_pointer (&self->preview, segue_effect_free);
  segue_timeline_view_show_layout (self, segue_session_get_layout (view->session));
}

/* A new plan is shown as a whole. */
static void
segue_timeline_view_session_changed (SegueView *view)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (view);

  self->fitted = FALSE;
  if (view->session != NULL)
    return;

  g_clear_pointer (&self->preview, segue_effect_free);
  segue_timeline_stage_take_scene (self->stage, NULL);
  update_lanes (self);
}

/* Nothing has moved; until when routes stay open is known now. */
static void
layout_completed_cb (SegueTimelineView *self)
{
  if (self->drag == NULL && !self->panning && self->preview == NULL &&
      segue_session_is_layout_complete (self->view.session))
    segue_timeline_view_show_layout (self, segue_session_get_layout (self->view.session));
}

static void
place_changed_cb (SegueTimelineView *self)
{
  update_scale (self);
}

/* What is summed up by the week is another then. */
static void
first_weekday_changed_cb (SegueTimelineView *self)
{
  update_scale (self);
  if (self->view.session != NULL)
    segue_timeline_view_layout_changed (SEGUE_VIEW (self));
}

static void
selection_changed_cb (SegueTimelineView *self)
{
  segue_timeline_stage_set_selected (self->stage, segue_viewport_get_selected (self->view.viewport));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
segue_timeline_view_viewport_changed (SegueView *view)
{
  if (view->viewport == NULL)
    return;

  update_scale (SEGUE_TIMELINE_VIEW (view));
  selection_changed_cb (SEGUE_TIMELINE_VIEW (view));
}

/* The window of the overview: its place, or its size too. */
static void
span_requested_cb (SegueTimelineView *self, double begin, double end)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double days;

  if (self->view.viewport == NULL || width <= 0)
    return;

  segue_timeline_view_stop (self);
  days = width / segue_viewport_get_scale (self->view.viewport);
  if (fabs (end - begin - days) < days * 1e-6)
    segue_viewport_set_origin (self->view.viewport, begin);
  else
    segue_viewport_fit (self->view.viewport, begin, end, width);
}

static gboolean
zoom_changed_cb (SegueTimelineView *self, GtkScrollType scroll, double value)
{
  if (self->view.viewport != NULL)
    segue_timeline_view_zoom (self, exp (value) / segue_viewport_get_scale (self->view.viewport));

  return GDK_EVENT_STOP;
}

static void
scrolled_cb (SegueTimelineView *self)
{
  for (GtkWidget *lane = gtk_widget_get_first_child (GTK_WIDGET (self->lanes)); lane != NULL;
       lane = gtk_widget_get_next_sibling (lane))
    segue_timeline_rows_scrolled (segue_timeline_lane_get_rows (SEGUE_TIMELINE_LANE (lane)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
segue_timeline_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (SEGUE_TIMELINE_VIEW (widget)->content, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
segue_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (widget);
  int margin;

  update_text (self);
  update_scale (self);
  if (!self->fitted && self->view.viewport != NULL && segue_timeline_stage_get_scene (self->stage) != NULL)
    {
      self->fitted = TRUE;
      segue_timeline_view_fit_plan (self);
    }

  gtk_range_set_range (self->zoom, log (SEGUE_VIEWPORT_MIN_SCALE), log (MAX (width, 1)));
  gtk_widget_set_visible (GTK_WIDGET (self->zoom), !segue_timeline_stage_is_narrow (self->stage));
  margin = segue_timeline_stage_is_narrow (self->stage) ? 6 : 12;
  gtk_widget_set_margin_start (GTK_WIDGET (self->lanes), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->lanes), margin);
  gtk_widget_allocate (self->content, width, height, baseline, NULL);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
segue_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (widget);
  graphene_rect_t bounds;
  GdkRGBA color;

  /* Between the cards; on them each draws its own. */
  segue_goal_palette_get_color (self->palette, SEGUE_COLOR_NOW, &color);
  if (segue_timeline_stage_get_scene (self->stage) != NULL
      && gtk_widget_compute_bounds (GTK_WIDGET (self->scroller), widget, &bounds))
    segue_timeline_paint_today (snapshot, &color, segue_timeline_stage_get_scale (self->stage),
                                segue_timeline_stage_get_today (self->stage), bounds.origin.y, bounds.size.height);

  GTK_WIDGET_CLASS (segue_timeline_view_parent_class)->snapshot (widget, snapshot);
  segue_timeline_view_draw_over (self, snapshot);
}

static void
segue_timeline_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (segue_timeline_view_parent_class)->direction_changed (widget, previous);
  update_scale (SEGUE_TIMELINE_VIEW (widget));
}

/* Tab comes in at the selection and goes out again: inside, arrows walk. */
static gboolean
segue_timeline_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (widget);
  const char *selection = segue_timeline_stage_get_selection (self->stage);
  SegueTimelineRows *rows;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (segue_timeline_view_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || segue_timeline_view_get_n_lanes (self) == 0)
    return FALSE;

  rows = selection != NULL ? segue_timeline_view_find_rows (self, selection, NULL) : NULL;

  return gtk_widget_grab_focus (GTK_WIDGET (rows != NULL ? rows : segue_timeline_view_get_rows (self, 0)));
}

static void
segue_timeline_view_dispose (GObject *object)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (object);

  segue_timeline_view_stop (self);
  g_clear_handle_id (&self->lanes_source, g_source_remove);
  self->dropped = NULL;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_TIMELINE_VIEW);
  g_clear_pointer (&self->palette, segue_goal_palette_free);
  g_clear_pointer (&self->preview, segue_effect_free);

  G_OBJECT_CLASS (segue_timeline_view_parent_class)->dispose (object);
}

static void
segue_timeline_view_finalize (GObject *object)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (object);

  g_clear_object (&self->stage);

  G_OBJECT_CLASS (segue_timeline_view_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  segue_tell_install (SEGUE_TYPE_TIMELINE_VIEW);
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", SEGUE_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CONFLICT_REQUESTED] =
    g_signal_new ("conflict-requested", SEGUE_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
segue_timeline_view_class_init (SegueTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueViewClass *view_class = SEGUE_VIEW_CLASS (klass);

  object_class->dispose = segue_timeline_view_dispose;
  object_class->finalize = segue_timeline_view_finalize;
  widget_class->measure = segue_timeline_view_measure;
  widget_class->size_allocate = segue_timeline_view_size_allocate;
  widget_class->snapshot = segue_timeline_view_snapshot;
  widget_class->direction_changed = segue_timeline_view_direction_changed;
  widget_class->focus = segue_timeline_view_focus;

  view_class->session_changed = segue_timeline_view_session_changed;
  view_class->layout_changed = segue_timeline_view_layout_changed;
  view_class->viewport_changed = segue_timeline_view_viewport_changed;

  install_signals ();

  g_type_ensure (SEGUE_TYPE_TIMELINE_RULER);
  g_type_ensure (SEGUE_TYPE_TIMELINE_HOURS);
  g_type_ensure (SEGUE_TYPE_TIMELINE_OVERVIEW);
  gtk_widget_class_set_css_name (widget_class, "timelineview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/timeline/segue-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineView, content);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineView, ruler);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineView, lanes);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineView, strips);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineView, overview);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineView, zoom);
  gtk_widget_class_bind_template_callback (widget_class, span_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineView, hours);
  segue_timeline_view_add_actions (widget_class);
  segue_timeline_view_add_edits (widget_class);
}

static void
segue_timeline_view_init (SegueTimelineView *self)
{
  /* It measures and allocates its child itself. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->palette = segue_goal_palette_new (GTK_WIDGET (self));
  self->stage = segue_timeline_stage_new (GTK_WIDGET (self), self->palette);
  segue_timeline_ruler_bind (self->ruler, self->stage);
  segue_timeline_strip_bind (self->hours, self->stage);
  segue_timeline_overview_bind (self->overview, self->stage);
  gtk_range_set_increments (self->zoom, log (1.4), log (4));

  segue_view_watch_session (SEGUE_VIEW (self), "notify::layout-complete", G_CALLBACK (layout_completed_cb));
  segue_view_watch_viewport (SEGUE_VIEW (self), "notify::origin", G_CALLBACK (place_changed_cb));
  segue_view_watch_viewport (SEGUE_VIEW (self), "notify::scale", G_CALLBACK (place_changed_cb));
  segue_view_watch_viewport (SEGUE_VIEW (self), "notify::first-weekday", G_CALLBACK (first_weekday_changed_cb));
  segue_view_watch_viewport (SEGUE_VIEW (self), "notify::selected", G_CALLBACK (selection_changed_cb));

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  segue_timeline_view_add_input (self);
  segue_timeline_view_add_menu (self);
}

/* ---- for the other files of the view ---- */

void
segue_timeline_view_show_layout (SegueTimelineView *self, SegueLayout *layout)
{
  SegueTimelineScene *scene = segue_timeline_scene_new (layout);

  segue_timeline_view_stop (self);
  segue_timeline_scene_compare (scene, segue_plan_get_latest_baseline (segue_session_get_plan (self->view.session)));
  segue_timeline_stage_take_scene (self->stage, scene);
  segue_timeline_stage_set_today (self->stage, segue_layout_get_now (layout));
  update_lanes (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
segue_timeline_view_get_n_lanes (SegueTimelineView *self)
{
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);

  return scene != NULL ? scene->lanes->len : 0;
}

/* Makes the lane if it is not there yet. */
SegueTimelineRows *
segue_timeline_view_get_rows (SegueTimelineView *self, guint lane)
{
  GtkWidget *child;

  make_lanes (self, lane + 1);
  child = gtk_widget_get_first_child (GTK_WIDGET (self->lanes));

  while (child != NULL && lane-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return child != NULL ? segue_timeline_lane_get_rows (SEGUE_TIMELINE_LANE (child)) : NULL;
}

/* Whether @id is a vest date, which a grant brings by itself. */
gboolean
segue_timeline_view_is_vest (SegueTimelineView *self, const char *id)
{
  const SegueTimelineMark *mark = segue_timeline_scene_find (segue_timeline_stage_get_scene (self->stage), id, NULL);

  return mark != NULL && mark->band == SEGUE_BAND_VEST;
}

/* The rows in which a step or a route not taken stands, or NULL. */
SegueTimelineRows *
segue_timeline_view_find_rows (SegueTimelineView *self, const char *id, guint *lane)
{
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  guint index;

  if (scene == NULL || segue_timeline_scene_find (scene, id, &index) == NULL)
    return NULL;
  if (lane != NULL)
    *lane = index;

  return segue_timeline_view_get_rows (self, index);
}

/* What lies at a pixel of the view. */
gboolean
segue_timeline_view_hit (SegueTimelineView *self, double x, double y, SegueTimelineHit *hit)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  graphene_point_t point;

  if (widget == NULL || !SEGUE_IS_TIMELINE_ROWS (widget))
    return FALSE;
  if (!gtk_widget_compute_point (GTK_WIDGET (self), widget, &GRAPHENE_POINT_INIT (x, y), &point))
    return FALSE;

  return segue_timeline_rows_hit (SEGUE_TIMELINE_ROWS (widget), point.x, point.y, hit);
}

/* Where the shape of a step lies, in the pixels of the view. */
gboolean
segue_timeline_view_get_bounds (SegueTimelineView *self, const char *id, graphene_rect_t *bounds)
{
  SegueTimelineRows *rows = segue_timeline_view_find_rows (self, id, NULL);
  graphene_point_t point;

  if (rows == NULL || !segue_timeline_rows_get_bounds (rows, id, bounds))
    return FALSE;
  if (!gtk_widget_compute_point (GTK_WIDGET (rows), GTK_WIDGET (self), &bounds->origin, &point))
    return FALSE;

  bounds->origin = point;

  return TRUE;
}

void
segue_timeline_view_activate (SegueTimelineView *self, const char *id)
{
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  const SegueTimelineMark *mark = scene != NULL ? segue_timeline_scene_find (scene, id, NULL) : NULL;

  if (mark != NULL && mark->shape == SEGUE_MARK_ROUTE)
    g_signal_emit (self, signals[SIGNAL_CONFLICT_REQUESTED], 0, id);
  else if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-selection", NULL))
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

/* Whether what is shown is the plan itself, and no preview of it. */
gboolean
segue_timeline_view_may_edit (SegueTimelineView *self)
{
  return self->view.session != NULL && self->view.viewport != NULL && self->preview == NULL;
}

/* Performs what a verb answered (transfer full), and tells what came of it;
 * @error is where the verb left why it would not, and is cleared. */
gboolean
segue_timeline_view_take (SegueTimelineView *self, SegueChangeSet *change_set, GError **error)
{
  g_autoptr(SegueChangeSet) owned = change_set;

  return segue_tell_perform (self, self->view.session, change_set, error);
}

/* To those who do not see what has happened. */
void
segue_timeline_view_say (SegueTimelineView *self, const char *sentence)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* ---- public ---- */

GtkWidget *
segue_timeline_view_new (SegueSession *session, SegueViewport *viewport)
{
  return g_object_new (SEGUE_TYPE_TIMELINE_VIEW, "session", session, "viewport", viewport, NULL);
}

/**
 * segue_timeline_view_add_strip:
 * @strip: a new strip
 *
 * Puts @strip below those that are there.
 */
void
segue_timeline_view_add_strip (SegueTimelineView *self, SegueTimelineStrip *strip)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));
  g_return_if_fail (SEGUE_IS_TIMELINE_STRIP (strip));

  gtk_box_append (self->strips, GTK_WIDGET (strip));
  segue_timeline_strip_bind (strip, self->stage);
}

/**
 * segue_timeline_view_set_spread:
 * @step_id: of a step
 * @middle: the day by which it ends in half of the simulated draws
 * @late: the day by which it ends in four of five; SEGUE_DAY_NONE takes the
 *   spread away
 *
 * Shows on the step how far its end may slip.
 */
void
segue_timeline_view_set_spread (SegueTimelineView *self, const char *step_id, SegueDay middle, SegueDay late)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));
  g_return_if_fail (step_id != NULL);

  segue_timeline_stage_set_spread (self->stage, step_id, middle, late);
}
