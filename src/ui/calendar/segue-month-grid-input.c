/* segue-month-grid-input.c - keys and pointers on the month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-month-grid-private.h"

#include "ui/calendar/segue-calendar-text.h"

static const struct
{
  guint key;
  SegueWalk walk;
} walks[] = {
  { GDK_KEY_Left, SEGUE_WALK_LEFT },
  { GDK_KEY_Right, SEGUE_WALK_RIGHT },
  { GDK_KEY_Up, SEGUE_WALK_UP },
  { GDK_KEY_Down, SEGUE_WALK_DOWN },
  { GDK_KEY_Page_Up, SEGUE_WALK_MONTH_BACK },
  { GDK_KEY_Page_Down, SEGUE_WALK_MONTH_FORTH },
  { GDK_KEY_Home, SEGUE_WALK_WEEK_BEGIN },
  { GDK_KEY_End, SEGUE_WALK_WEEK_END },
};

static const SegueEntry *
get_entries (SegueMonthGrid *self, guint *n_entries)
{
  SegueDay day = segue_month_grid_get_day (self);

  return segue_calendar_scene_get_entries (self->scene, day, day + 1, n_entries);
}

/* What a key on the day is about: the selection, or the first that can be moved. */
static const SegueEntry *
find_movable (SegueMonthGrid *self)
{
  const char *selection = segue_viewport_get_selection (self->viewport);
  const SegueEntry *found = NULL;
  const SegueEntry *entries;
  guint n_entries;

  entries = get_entries (self, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    {
      if (!segue_entry_is_movable (&entries[i]))
        continue;
      if (g_strcmp0 (entries[i].id, selection) == 0)
        return &entries[i];
      if (found == NULL)
        found = &entries[i];
    }

  return found;
}

static void
move_entry (SegueMonthGrid *self, SegueWalk walk)
{
  const SegueEntry *entry = find_movable (self);
  SegueDay day = segue_month_layout_walk (&self->layout, segue_month_grid_get_day (self), walk);

  if (entry != NULL)
    {
      g_autofree char *point = segue_entry_get_point (entry);

      segue_month_grid_move (self, point, day);
    }
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* The next entry of the day, round and round. */
static void
select_next (SegueMonthGrid *self)
{
  const char *selection = segue_viewport_get_selection (self->viewport);
  const SegueEntry *entries;
  guint n_entries, next = 0;

  entries = get_entries (self, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    if (g_strcmp0 (entries[i].id, selection) == 0)
      next = (i + 1) % n_entries;
  if (n_entries > 0)
    segue_viewport_set_selection (self->viewport, entries[next].id);
}

static void
open_day (SegueMonthGrid *self)
{
  const SegueEntry *entries;
  guint n_entries;

  entries = get_entries (self, &n_entries);
  if (n_entries == 1)
    {
      segue_viewport_set_selection (self->viewport, entries[0].id);
      segue_month_grid_activate (self, entries[0].id);
    }
  else if (n_entries > 1)
    segue_month_grid_activate_day (self, segue_month_grid_get_day (self));
}

static gboolean
walk (SegueMonthGrid *self, SegueWalk direction, GdkModifierType state)
{
  if (state == GDK_ALT_MASK)
    {
      move_entry (self, direction);
      return TRUE;
    }
  if (state != 0)
    return FALSE;

  if (direction == SEGUE_WALK_MONTH_BACK || direction == SEGUE_WALK_MONTH_FORTH)
    segue_month_grid_turn (self, direction == SEGUE_WALK_MONTH_FORTH ? 1 : -1);
  else
    segue_month_grid_go (self, segue_month_layout_walk (&self->layout, segue_month_grid_get_day (self), direction));

  return TRUE;
}

static gboolean
key_pressed_cb (SegueMonthGrid *self, guint key, guint code, GdkModifierType state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (self->scene == NULL || self->viewport == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    if (key == walks[i].key)
      return walk (self, walks[i].walk, state);
  if (state != 0)
    return FALSE;

  if (key == GDK_KEY_space)
    select_next (self);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    open_day (self);
  else
    return FALSE;

  return TRUE;
}

/* ---- pointers ---- */

static SegueDay
get_day_at (SegueMonthGrid *self, double x, double y)
{
  return segue_month_layout_day_at (&self->layout, x, y + gtk_adjustment_get_value (self->vadjustment));
}

static const SegueEntry *
pick (SegueMonthGrid *self, double x, double y, SegueDayCell **cell)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  *cell = segue_month_grid_find_cell (self, get_day_at (self, x, y));

  return picked != NULL && *cell != NULL ? segue_day_cell_pick_entry (*cell, picked) : NULL;
}

static gboolean
has_more (SegueMonthGrid *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && gtk_widget_has_css_class (picked, "more");
}

static void
released_cb (SegueMonthGrid *self, int n_press, double x, double y)
{
  const SegueEntry *entry;
  SegueDayCell *cell;

  if (self->scene == NULL || self->viewport == NULL || self->drag_point != NULL)
    return;

  entry = pick (self, x, y, &cell);
  segue_month_grid_go (self, get_day_at (self, x, y));
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (entry != NULL)
    {
      segue_viewport_set_selection (self->viewport, entry->id);
      if (n_press == 2)
        segue_month_grid_activate (self, entry->id);
    }
  else if (has_more (self, x, y) || (self->compact && n_press == 2))
    open_day (self);
}

static GdkContentProvider *
drag_prepare_cb (SegueMonthGrid *self, double x, double y, GtkDragSource *source)
{
  SegueDayCell *cell;
  const SegueEntry *entry = self->scene != NULL ? pick (self, x, y, &cell) : NULL;
  g_autoptr(GdkPaintable) paintable = NULL;

  if (entry == NULL || !segue_entry_is_movable (entry))
    return NULL;

  g_clear_pointer (&self->drag_point, g_free);
  self->drag_point = segue_entry_get_point (entry);
  self->drag_from = entry->day;
  self->drag_day = SEGUE_DAY_NONE;
  segue_viewport_set_selection (self->viewport, entry->id);
  paintable = gtk_widget_paintable_new (segue_day_cell_get_chip (cell, entry));
  gtk_drag_source_set_icon (source, paintable, 12, 12);

  return gdk_content_provider_new_typed (G_TYPE_STRING, entry->title);
}

static void
drag_end_cb (SegueMonthGrid *self)
{
  g_clear_pointer (&self->drag_point, g_free);
  segue_month_grid_preview (self, "", SEGUE_DAY_NONE);
}

static void
mark_drop (SegueMonthGrid *self, SegueDay day)
{
  SegueDayCell *old = self->drag_day != SEGUE_DAY_NONE ? segue_month_grid_find_cell (self, self->drag_day) : NULL;
  SegueDayCell *new = day != SEGUE_DAY_NONE ? segue_month_grid_find_cell (self, day) : NULL;

  if (old != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (old), "drop");
  if (new != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (new), "drop");
  self->drag_day = day;
}

/* What it would mean is tried once for each day. */
static GdkDragAction
drop_motion_cb (SegueMonthGrid *self, double x, double y)
{
  SegueDay day = get_day_at (self, x, y);

  if (self->drag_point == NULL)
    return 0;
  if (day != self->drag_day)
    {
      mark_drop (self, day);
      segue_month_grid_preview (self, day != self->drag_from ? self->drag_point : "", day);
    }

  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (SegueMonthGrid *self)
{
  mark_drop (self, SEGUE_DAY_NONE);
  segue_month_grid_preview (self, "", SEGUE_DAY_NONE);
}

static gboolean
drop_cb (SegueMonthGrid *self, const GValue *value, double x, double y)
{
  g_autofree char *point = g_steal_pointer (&self->drag_point);
  SegueDay day = get_day_at (self, x, y);

  mark_drop (self, SEGUE_DAY_NONE);
  segue_month_grid_preview (self, "", SEGUE_DAY_NONE);
  if (point == NULL || day == self->drag_from)
    return FALSE;

  segue_month_grid_move (self, point, day);

  return TRUE;
}

static void
add_drag (SegueMonthGrid *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  g_signal_connect_swapped (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
segue_month_grid_add_input (SegueMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_drag (self);
}
