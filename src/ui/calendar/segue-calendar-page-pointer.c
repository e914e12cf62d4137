/* segue-calendar-page-pointer.c - clicks on days, and entries dragged to other days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-calendar-page.h"

#include "ui/calendar/segue-calendar-text.h"
#include "ui/calendar/segue-entry-chip.h"

/* So near to the edge, in pixels, what is held makes the page scroll, by so much a frame. */
#define EDGE 28
#define EDGE_STEP 12

static SegueCalendarPageClass *
get_class (SegueCalendarPage *self)
{
  return SEGUE_CALENDAR_PAGE_GET_CLASS (self);
}

static void
preview (SegueCalendarPage *self, const char *point, SegueDay day)
{
  g_signal_emit_by_name (self, "preview-requested", point, day);
}

/* ---- clicks ---- */

static SegueEntryChip *
find_chip (SegueCalendarPage *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = picked != NULL ? gtk_widget_get_ancestor (picked, SEGUE_TYPE_ENTRY_CHIP) : NULL;

  return chip != NULL ? SEGUE_ENTRY_CHIP (chip) : NULL;
}

/* A day whose entries do not all have room says so. */
static gboolean
is_more (SegueCalendarPage *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && (gtk_widget_has_css_class (picked, "more") || gtk_widget_has_css_class (picked, "compact"));
}

static void
released_cb (SegueCalendarPage *self, int n_press, double x, double y)
{
  SegueEntryChip *chip;
  SegueDay day;
  GtkWidget *cell;

  if (self->scene == NULL || self->viewport == NULL || self->drag_point != NULL)
    return;

  day = get_class (self)->find_day (self, x, y);
  if (day == SEGUE_DAY_NONE)
    return;

  chip = find_chip (self, x, y);
  segue_calendar_page_go (self, day);
  cell = get_class (self)->find_cell (self, day);
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
  if (chip != NULL)
    {
      segue_calendar_page_select (self, segue_entry_chip_get_entry (chip));
      if (n_press == 2)
        segue_calendar_page_activate (self, segue_entry_chip_get_entry (chip));
    }
  else if (is_more (self, x, y) && (cell == NULL || !gtk_widget_has_css_class (cell, "compact") || n_press == 2))
    segue_calendar_page_open_day (self);
}

/* ---- dragging ---- */

static GdkContentProvider *
drag_prepare_cb (SegueCalendarPage *self, double x, double y, GtkDragSource *source)
{
  SegueEntryChip *chip = self->scene != NULL ? find_chip (self, x, y) : NULL;
  const SegueEntry *entry = chip != NULL ? segue_entry_chip_get_entry (chip) : NULL;
  g_autoptr(GdkPaintable) paintable = NULL;

  if (entry == NULL || !segue_entry_is_movable (entry))
    return NULL;

  g_clear_pointer (&self->drag_point, g_free);
  self->drag_point = segue_entry_get_point (entry);
  self->drag_from = entry->day;
  self->drag_day = SEGUE_DAY_NONE;
  segue_calendar_page_select (self, entry);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (chip));
  gtk_drag_source_set_icon (source, paintable, 12, 12);

  return gdk_content_provider_new_typed (G_TYPE_STRING, entry->title);
}

static void
mark_drop (SegueCalendarPage *self, SegueDay day)
{
  GtkWidget *cell = day != SEGUE_DAY_NONE ? get_class (self)->find_cell (self, day) : NULL;

  self->drag_day = day;
  if (self->drop_cell != NULL)
    gtk_widget_remove_css_class (self->drop_cell, "drop");
  g_set_weak_pointer (&self->drop_cell, cell);
  if (cell != NULL)
    gtk_widget_add_css_class (cell, "drop");
}

static void
stop (SegueCalendarPage *self)
{
  if (self->drag_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_tick);
  self->drag_tick = 0;
  mark_drop (self, SEGUE_DAY_NONE);
  preview (self, "", SEGUE_DAY_NONE);
}

static void
drag_end_cb (SegueCalendarPage *self)
{
  g_clear_pointer (&self->drag_point, g_free);
  stop (self);
}

/* What it would mean is tried once for each day. */
static void
aim (SegueCalendarPage *self, SegueDay day)
{
  if (day == self->drag_day)
    return;

  mark_drop (self, day);
  preview (self, day != SEGUE_DAY_NONE && day != self->drag_from ? self->drag_point : "", day);
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SegueCalendarPage *self = SEGUE_CALENDAR_PAGE (widget);
  double height = gtk_widget_get_height (widget);

  if (self->drag_point == NULL || (self->drag_y >= EDGE && self->drag_y <= height - EDGE))
    {
      self->drag_tick = 0;
      return G_SOURCE_REMOVE;
    }

  get_class (self)->scroll (self, self->drag_y < EDGE ? -EDGE_STEP : EDGE_STEP);
  aim (self, get_class (self)->find_day (self, self->drag_x, self->drag_y));

  return G_SOURCE_CONTINUE;
}

static GdkDragAction
drop_motion_cb (SegueCalendarPage *self, double x, double y)
{
  if (self->drag_point == NULL)
    return 0;

  self->drag_x = x;
  self->drag_y = y;
  if (self->drag_tick == 0)
    self->drag_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
  aim (self, get_class (self)->find_day (self, x, y));

  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (SegueCalendarPage *self, const GValue *value, double x, double y)
{
  g_autofree char *point = g_steal_pointer (&self->drag_point);
  SegueDay day = get_class (self)->find_day (self, x, y);
  gboolean moves = point != NULL && day != SEGUE_DAY_NONE && day != self->drag_from;

  /* First, since what is held is let go behind. */
  if (moves)
    g_signal_emit_by_name (self, "move-requested", point, day);
  stop (self);

  return moves;
}

/* Without a window manager the drag's own grab of the keyboard does not get the
 * key; then it comes to the window, whatever has the focus there. The drag ends
 * as it would by itself: gtk_drag_source_drag_cancel() lets it keep the pointer. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  GdkDrag *drag = gtk_drag_source_get_drag (GTK_DRAG_SOURCE (data));

  if (drag == NULL)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit_by_name (drag, "cancel", GDK_DRAG_CANCEL_USER_CANCELLED);

  return GDK_EVENT_STOP;
}

static void
add_escape (SegueCalendarPage *self, GtkDragSource *source)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, source, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * segue_calendar_page_add_pointer:
 *
 * Lets days be clicked and entries be dragged from one to another.
 */
void
segue_calendar_page_add_pointer (SegueCalendarPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  add_escape (self, source);

  g_signal_connect_swapped (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (stop), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * segue_calendar_page_is_dragging:
 *
 * Returns: whether an entry is held
 */
gboolean
segue_calendar_page_is_dragging (SegueCalendarPage *self)
{
  return self->drag_point != NULL;
}
