/* segue-timeline-view-input.c - pointer, wheel and fingers on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/segue-text.h"
#include "ui/common/segue-tell.h"
#include "ui/timeline/segue-timeline-paint.h"
#include "ui/timeline/segue-timeline-view-private.h"

#define WHEEL_PIXELS 64
#define WHEEL_ZOOM 1.15
/* Pixels from the edge at which a held step pans, and how much faster the further out. */
#define EDGE 32
#define EDGE_SPEED 14
/* A fling loses this share of its speed in a second (as e to the minus). */
#define FRICTION 4.0

static int
get_sense (SegueTimelineView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
}

static void
pan (SegueTimelineView *self, double pixels)
{
  double days = get_sense (self) * pixels / segue_viewport_get_scale (self->view.viewport);

  segue_viewport_set_origin (self->view.viewport, segue_viewport_get_origin (self->view.viewport) + days);
}

static void
stop_fling (SegueTimelineView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->speed = 0;
}

static gboolean
fling_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->speed_time != 0 ? (now - self->speed_time) / (double) G_USEC_PER_SEC : 0;

  self->speed_time = now;
  segue_viewport_set_origin (self->view.viewport, segue_viewport_get_origin (self->view.viewport) + self->speed * seconds);
  self->speed *= exp (-FRICTION * seconds);

  if (fabs (self->speed) * segue_viewport_get_scale (self->view.viewport) > 8)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
fling (SegueTimelineView *self, double pixels_a_second)
{
  gboolean animate;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  stop_fling (self);
  if (!animate || self->view.viewport == NULL)
    return;

  self->speed = get_sense (self) * pixels_a_second / segue_viewport_get_scale (self->view.viewport);
  self->speed_time = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fling_cb, NULL, NULL);
}

/* ---- wheel and pad ---- */

static void
zoom_at_pointer (SegueTimelineView *self, double factor)
{
  const SegueDayScale *scale = segue_timeline_stage_get_scale (self->stage);

  segue_timeline_view_zoom_around (self, segue_day_scale_day (scale, self->pointer_x), factor);
}

static gboolean
scroll_cb (SegueTimelineView *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double unit = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL ? WHEEL_PIXELS : 1;

  if (self->view.viewport == NULL)
    return GDK_EVENT_PROPAGATE;

  stop_fling (self);
  if (state & GDK_CONTROL_MASK)
    {
      zoom_at_pointer (self, pow (WHEEL_ZOOM, -dy * unit / WHEEL_PIXELS));
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_SHIFT_MASK) && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  if (fabs (dx) <= fabs (dy))
    return GDK_EVENT_PROPAGATE;

  pan (self, dx * unit);

  return GDK_EVENT_STOP;
}

static void
decelerate_cb (SegueTimelineView *self, double speed_x, double speed_y)
{
  if (fabs (speed_x) > fabs (speed_y))
    fling (self, speed_x);
}

static void
pinch_begin_cb (SegueTimelineView *self)
{
  stop_fling (self);
  self->zoom_scale = self->view.viewport != NULL ? segue_viewport_get_scale (self->view.viewport) : 1;
}

static void
pinch_cb (SegueTimelineView *self, double factor, GtkGesture *gesture)
{
  double x, y;

  if (self->view.viewport == NULL)
    return;
  if (gtk_gesture_is_recognized (gesture) && gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    self->pointer_x = x;

  zoom_at_pointer (self, self->zoom_scale * factor / segue_viewport_get_scale (self->view.viewport));
}

/* ---- hover ---- */

static void
motion_cb (SegueTimelineView *self, double x, double y)
{
  SegueTimelineHit hit;
  gboolean found = segue_timeline_view_hit (self, x, y, &hit);
  const char *cursor = NULL;

  self->pointer_x = x;
  if (self->drag != NULL || self->panning)
    return;

  if (found && hit.mark != NULL && hit.handle)
    cursor = "crosshair";
  else if (found && hit.mark != NULL && hit.trailing)
    cursor = "ew-resize";
  else if (found)
    cursor = "pointer";
  segue_timeline_stage_set_hover (self->stage, found ? hit.id : NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static void
leave_cb (SegueTimelineView *self)
{
  segue_timeline_stage_set_hover (self->stage, NULL);
}

/* A dialog lies over the whole window, and its words over ours. */
static gboolean
is_covered (SegueTimelineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return ADW_IS_APPLICATION_WINDOW (root)
         && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) != NULL;
}

/* (transfer full) (nullable): why a day that is shaded is, once a day can be seen. */
static char *
describe_day_off (SegueTimelineView *self, double x)
{
  const SegueDayScale *scale = segue_timeline_stage_get_scale (self->stage);
  SeguePlan *plan = self->view.session != NULL ? segue_session_get_plan (self->view.session) : NULL;
  SegueDay day = segue_day_scale_day_at (scale, x);
  const char *label = NULL;
  g_autofree char *date = NULL;

  if (plan == NULL || scale->scale < SEGUE_MIN_DAY)
    return NULL;

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_PERIOD); i++)
    {
      const SegueRecord *period = segue_plan_get_nth (plan, SEGUE_KIND_PERIOD, i);

      if (segue_record_get_day (period, SEGUE_PERIOD_FROM) <= day && day <= segue_record_get_day (period, SEGUE_PERIOD_UNTIL))
        label = segue_record_get_string (period, SEGUE_PERIOD_LABEL);
    }
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_DAY_OFF); i++)
    {
      const SegueRecord *day_off = segue_plan_get_nth (plan, SEGUE_KIND_DAY_OFF, i);

      if (segue_record_get_day (day_off, SEGUE_DAY_OFF_DATE) == day)
        label = segue_record_get_string (day_off, SEGUE_DAY_OFF_LABEL);
    }
  if (label == NULL || label[0] == '\0')
    return NULL;

  date = segue_text_day (day);

  /* Translators: a day, and what it is: "9 September 2022: Chuseok" */
  return g_strdup_printf (C_("day off", "%1$s: %2$s"), date, label);
}

static gboolean
query_tooltip_cb (SegueTimelineView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SegueTimelineHit hit;
  g_autofree char *text = NULL;

  if (keyboard || self->panning || is_covered (self))
    return FALSE;
  if (!segue_timeline_view_hit (self, x, y, &hit))
    {
      text = describe_day_off (self, x);
      gtk_tooltip_set_text (tooltip, text);
      return text != NULL;
    }
  if (hit.mark == NULL || hit.mark->step < 0)
    return FALSE;
  if (hit.handle)
    {
      gtk_tooltip_set_text (tooltip, _("Drag to the step that comes after this one"));
      return TRUE;
    }

  text = segue_text_step_name (segue_timeline_stage_get_scene (self->stage)->layout, hit.mark->step);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* ---- drag: a step is moved, the ground is panned ---- */

static void
focus_hit (SegueTimelineView *self, const SegueTimelineHit *hit)
{
  SegueTimelineRows *rows = segue_timeline_view_find_rows (self, hit->id, NULL);

  if (rows != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (rows));
}

/* Ctrl takes in and out, Shift takes in; what is selected together stays so
 * while it is held, and is looked at alone when it is let go. */
static void
select_hit (SegueTimelineView *self, const SegueTimelineHit *hit, GdkModifierType state)
{
  gboolean selected = segue_viewport_is_selected (self->view.viewport, hit->id);
  g_autofree char *id = g_strdup (hit->id);

  focus_hit (self, hit);
  if ((state & GDK_CONTROL_MASK) || ((state & GDK_SHIFT_MASK) && !selected))
    segue_viewport_toggle (self->view.viewport, id);
  else if (!selected)
    segue_viewport_set_selection (self->view.viewport, id);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static const char *
find_target (SegueTimelineView *self, double x, double y)
{
  SegueTimelineHit hit;

  if (!segue_timeline_view_hit (self, x, y, &hit) || hit.mark == NULL || hit.mark->ghost || hit.hint)
    return NULL;

  return hit.id;
}

/* The day under the pointer counts, also when the ground moves below it. */
static void
update_drag (SegueTimelineView *self)
{
  double scale = segue_viewport_get_scale (self->view.viewport);
  double days = get_sense (self) * self->drag_x / scale + segue_viewport_get_origin (self->view.viewport) - self->press_origin;

  if (segue_timeline_drag_get_kind (self->drag) == SEGUE_DRAG_LINK)
    segue_timeline_drag_set_target (self->drag, find_target (self, self->press_x + self->drag_x, self->press_y + self->drag_y));
  else if (!segue_timeline_drag_set_days (self->drag, (int) round (days)))
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* At the edge of the window the days come to the pointer. */
static gboolean
edge_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (widget);
  double x = self->press_x + self->drag_x;
  double width = gtk_widget_get_width (widget);
  double beyond = x < EDGE ? x - EDGE : MAX (x - (width - EDGE), 0);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->edge_time != 0 ? (now - self->edge_time) / (double) G_USEC_PER_SEC : 0;

  self->edge_time = now;
  if (self->drag == NULL)
    {
      self->edge_tick = 0;
      return G_SOURCE_REMOVE;
    }
  if (beyond != 0)
    {
      pan (self, CLAMP (beyond, -EDGE, EDGE) * EDGE_SPEED * seconds);
      update_drag (self);
    }

  return G_SOURCE_CONTINUE;
}

/* What is held, the one under the pointer first. */
static GPtrArray *
list_held (SegueTimelineView *self, const SegueTimelineHit *hit)
{
  const char *const *selected = segue_viewport_get_selected (self->view.viewport);
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) hit->id);
  for (guint i = 0; segue_viewport_is_selected (self->view.viewport, hit->id) && selected[i] != NULL; i++)
    if (!g_str_equal (selected[i], hit->id))
      g_ptr_array_add (ids, (gpointer) selected[i]);
  g_ptr_array_add (ids, NULL);

  return ids;
}

static void
begin_drag (SegueTimelineView *self, const SegueTimelineHit *hit)
{
  g_autoptr(GPtrArray) ids = list_held (self, hit);
  SegueTimelineDragKind kind = hit->handle ? SEGUE_DRAG_LINK : hit->trailing ? SEGUE_DRAG_RESIZE : SEGUE_DRAG_MOVE;

  g_clear_pointer (&self->drag, segue_timeline_drag_free);
  self->drag = segue_timeline_drag_new (kind, segue_session_get_plan (self->view.session), segue_session_get_layout (self->view.session),
                                        segue_session_get_today (self->view.session), (const char *const *) ids->pdata);
  if (self->drag != NULL)
    segue_timeline_drag_follow (self->drag, G_CALLBACK (gtk_widget_queue_draw), self);
}

static void
drag_begin_cb (SegueTimelineView *self, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  SegueTimelineHit hit;
  gboolean on_step;

  stop_fling (self);
  if (self->view.viewport == NULL || self->view.session == NULL)
    return;

  self->press_x = x;
  self->press_y = y;
  self->drag_x = self->drag_y = 0;
  self->press_origin = segue_viewport_get_origin (self->view.viewport);
  self->press_value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  on_step = segue_timeline_view_hit (self, x, y, &hit);
  self->ground = !on_step && !(state & GDK_SHIFT_MASK);

  /* A finger that lands on a bar wants to scroll, unless the bar was chosen before. */
  if (on_step && hit.mark != NULL && !hit.mark->ghost && !hit.hint && segue_timeline_view_may_edit (self) && !(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
      && (!is_touch (gesture) || segue_viewport_is_selected (self->view.viewport, hit.id)))
    begin_drag (self, &hit);
  /* With Shift a band is drawn from wherever it begins: where slack and names lie looks like ground. */
  if (state & GDK_SHIFT_MASK)
    self->banded = g_strdupv ((char **) segue_viewport_get_selected (self->view.viewport));
  if (on_step)
    select_hit (self, &hit, state);
}

/* What the rubber band touches is selected beside what was. */
static void
update_band (SegueTimelineView *self)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  graphene_rect_t band = GRAPHENE_RECT_INIT (self->press_x, self->press_y, self->drag_x, self->drag_y);

  graphene_rect_normalize (&band);
  for (guint i = 0; self->banded[i] != NULL; i++)
    g_ptr_array_add (ids, self->banded[i]);
  for (guint i = 0; i < segue_timeline_view_get_n_lanes (self); i++)
    {
      SegueTimelineRows *rows = segue_timeline_view_get_rows (self, i);
      graphene_rect_t bounds, area;

      if (!gtk_widget_compute_bounds (GTK_WIDGET (rows), GTK_WIDGET (self), &bounds)
          || !graphene_rect_intersection (&bounds, &band, &area))
        continue;
      graphene_rect_offset (&area, -bounds.origin.x, -bounds.origin.y);
      segue_timeline_rows_collect (rows, &area, ids);
    }
  g_ptr_array_add (ids, NULL);
  segue_viewport_set_selected (self->view.viewport, (const char *const *) ids->pdata);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pan_ground (SegueTimelineView *self)
{
  double scale = segue_viewport_get_scale (self->view.viewport);

  segue_viewport_set_origin (self->view.viewport, self->press_origin - get_sense (self) * self->drag_x / scale);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->press_value - self->drag_y);
}

static void
drag_update_cb (SegueTimelineView *self, double dx, double dy, GtkGesture *gesture)
{
  if (self->view.viewport == NULL)
    return;
  if (!self->panning && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;

  self->panning = TRUE;
  self->drag_x = dx;
  self->drag_y = dy;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->banded != NULL)
    {
      update_band (self);
      return;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  if (self->drag == NULL)
    {
      pan_ground (self);
      return;
    }

  update_drag (self);
  if (self->edge_tick == 0)
    {
      self->edge_time = 0;
      self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), edge_cb, NULL, NULL);
    }
}

/* What was let go, until it is done. */
typedef struct
{
  SegueTimelineView *view;
  SegueTimelineDrag *drag;
  gboolean tells;
} Drop;

static void
dropped_cb (gpointer owner, SegueChangeSet *change_set, const GError *error)
{
  Drop *drop = owner;
  SegueTimelineView *self = drop->view;

  if (self->dropped == drop->drag)
    self->dropped = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  segue_tell_done (self, change_set, error);
  if (change_set != NULL && drop->tells && self->view.session != NULL)
    segue_timeline_view_tell_step (self, segue_timeline_drag_get_id (drop->drag));
  segue_timeline_drag_free (drop->drag);
  g_object_unref (drop->view);
  g_free (drop);
}

/**
 * segue_timeline_view_drop:
 * @drag: (transfer full): what is let go
 * @by_keys: whether the days are counted from where it lies when its turn has
 *   come, and the step is then shown and told of, for who has no pointer there
 *
 * Does what the drag has tried, or else finds out in a thread what is to be done.
 */
void
segue_timeline_view_drop (SegueTimelineView *self, SegueTimelineDrag *drag, gboolean by_keys)
{
  Drop *drop = g_new0 (Drop, 1);

  drop->view = g_object_ref (self);
  drop->drag = drag;
  drop->tells = by_keys;
  self->dropped = drag;
  segue_timeline_drag_drop (drag, self->view.session, by_keys ? SEGUE_DROP_BY_KEYS : SEGUE_DROP_BY_POINTER, dropped_cb, drop);
}

static void
drag_end_cb (SegueTimelineView *self, double dx, double dy, GtkGesture *gesture)
{
  g_autoptr(SegueTimelineDrag) drag = g_steal_pointer (&self->drag);

  self->panning = FALSE;
  g_clear_pointer (&self->banded, g_strfreev);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (drag != NULL && !segue_timeline_drag_is_idle (drag))
    segue_timeline_view_drop (self, g_steal_pointer (&drag), FALSE);
}

/* The ground goes on by itself when it is let go in motion. */
static void
swipe_cb (SegueTimelineView *self, double speed_x, double speed_y)
{
  if (self->ground && fabs (speed_x) > fabs (speed_y) && fabs (speed_x) > 60)
    fling (self, -speed_x);
}

static void
pressed_cb (SegueTimelineView *self, int n_press, double x, double y)
{
  SegueTimelineHit hit;
  g_autofree char *id = NULL;

  if (n_press != 2 || !segue_timeline_view_hit (self, x, y, &hit))
    return;

  id = g_strdup (hit.id);
  segue_timeline_view_activate (self, id);
}

/* One click is enough where a question is written; on the ground it lets go of
 * what is selected. */
static void
released_cb (SegueTimelineView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  SegueTimelineHit hit;
  g_autofree char *id = NULL;

  if (n_press != 1 || self->view.viewport == NULL || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
      || gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press_x, (int) self->press_y, (int) x, (int) y))
    return;
  if (!segue_timeline_view_hit (self, x, y, &hit))
    {
      segue_viewport_set_selection (self->view.viewport, NULL);
      return;
    }

  id = g_strdup (hit.id); /* it may go with the scene */
  if (hit.why)
    segue_timeline_view_activate (self, id);
  else
    segue_viewport_set_selection (self->view.viewport, id);
  if (hit.hint)
    segue_timeline_view_reveal (self, id);
}

/* Whatever is going on comes to nothing. */
void
segue_timeline_view_stop (SegueTimelineView *self)
{
  stop_fling (self);
  self->panning = FALSE;
  g_clear_pointer (&self->banded, g_strfreev);
  if (self->drag == NULL)
    return;

  g_clear_pointer (&self->drag, segue_timeline_drag_free);
  gtk_event_controller_reset (self->dragging);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
segue_timeline_view_add_input (SegueTimelineView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                                | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  gtk_gesture_group (drag, click);
  gtk_gesture_group (drag, swipe);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
  self->dragging = GTK_EVENT_CONTROLLER (drag);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
