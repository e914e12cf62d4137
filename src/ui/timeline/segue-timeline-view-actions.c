/* segue-timeline-view-actions.c - what keys do on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/segue-day-dialog.h"
#include "ui/timeline/segue-timeline-view-private.h"

#define ZOOM_STEP 1.4
/* A step forward in time is to the right, or to the left where text is. */
#define FORWARD 1
#define BACKWARD -1

static SegueTimelineView *
get_view (GtkWidget *widget)
{
  return SEGUE_TIMELINE_VIEW (widget);
}

static int
get_sense (SegueTimelineView *self, int side)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -side : side;
}

static const SegueTimelineMark *
get_selected (SegueTimelineView *self, SegueTimelineRows **rows, guint *lane)
{
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  const char *selection = segue_timeline_stage_get_selection (self->stage);
  const SegueTimelineMark *mark;

  if (scene == NULL || selection == NULL || self->view.viewport == NULL)
    return NULL;

  mark = segue_timeline_scene_find (scene, selection, lane);
  *rows = mark != NULL ? segue_timeline_view_get_rows (self, *lane) : NULL;

  return mark;
}

/* With @more what was selected stays so; back where one came from it does not. */
static void
select_mark (SegueTimelineView *self, const char *id, gboolean more)
{
  const char *const *selected = segue_viewport_get_selected (self->view.viewport);
  g_autofree char *copy = g_strdup (id);
  SegueTimelineRows *rows = segue_timeline_view_find_rows (self, copy, NULL);

  if (!more)
    segue_viewport_set_selection (self->view.viewport, copy);
  else if (selected[0] != NULL && g_strcmp0 (selected[1], copy) == 0)
    segue_viewport_set_selected (self->view.viewport, selected + 1);
  else if (!segue_viewport_is_selected (self->view.viewport, copy))
    segue_viewport_toggle (self->view.viewport, copy);
  segue_timeline_view_reveal (self, copy);
  if (rows != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (rows));
}

/* With nothing selected the first key takes what comes first. What a grant
 * brings by itself is walked to, but nobody's first or last step. */
static gboolean
select_edge (SegueTimelineView *self, gboolean bottom)
{
  guint n_lanes = segue_timeline_view_get_n_lanes (self);

  if (self->view.viewport == NULL)
    return TRUE;

  for (guint i = 0; i < n_lanes; i++)
    {
      SegueTimelineRows *rows = segue_timeline_view_get_rows (self, bottom ? n_lanes - 1 - i : i);
      const char *id = segue_timeline_rows_get_edge (rows, segue_viewport_get_origin (self->view.viewport), bottom);

      while (id != NULL && segue_timeline_view_is_vest (self, id))
        id = segue_timeline_rows_walk (rows, id, bottom ? -1 : 1, 0);
      if (id == NULL)
        continue;
      select_mark (self, id, FALSE);
      return TRUE;
    }

  return FALSE;
}

static void
walk_rows (SegueTimelineView *self, int sense, gboolean more)
{
  SegueTimelineRows *rows;
  guint lane;
  const SegueTimelineMark *mark = get_selected (self, &rows, &lane);
  const char *id;

  if (mark == NULL)
    {
      select_edge (self, FALSE);
      return;
    }

  id = segue_timeline_rows_walk (rows, mark->id, sense, 0);
  while (id == NULL && (lane += sense) < segue_timeline_view_get_n_lanes (self))
    id = segue_timeline_rows_get_edge (segue_timeline_view_get_rows (self, lane), segue_timeline_mark_begin (mark), sense < 0);
  if (id != NULL)
    select_mark (self, id, more);
}

static void
walk_rows_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  walk_rows (get_view (widget), g_variant_get_int32 (parameter), FALSE);
}

static void
extend_rows_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  walk_rows (get_view (widget), g_variant_get_int32 (parameter), TRUE);
}

static void
walk_time (SegueTimelineView *self, int side, gboolean more)
{
  int sense = get_sense (self, side);
  SegueTimelineRows *rows;
  guint lane;
  const SegueTimelineMark *mark = get_selected (self, &rows, &lane);
  const char *id;

  if (mark == NULL)
    {
      select_edge (self, FALSE);
      return;
    }

  id = segue_timeline_rows_walk (rows, mark->id, 0, sense);
  if (id != NULL)
    select_mark (self, id, more);
}

static void
walk_time_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  walk_time (get_view (widget), g_variant_get_int32 (parameter), FALSE);
}

static void
extend_time_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  walk_time (get_view (widget), g_variant_get_int32 (parameter), TRUE);
}

static void
walk_edge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  select_edge (get_view (widget), g_variant_get_int32 (parameter) > 0);
}

static void
zoom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  segue_timeline_view_zoom (get_view (widget), pow (ZOOM_STEP, g_variant_get_int32 (parameter)));
}

static void
fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  segue_timeline_view_fit_plan (get_view (widget));
}

static void
today_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  segue_timeline_view_go_to_today (get_view (widget));
}

static void
go_to_day_cb (gpointer owner, SegueDay day)
{
  segue_timeline_view_go_to_day (owner, day);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  segue_timeline_view_ask_day (get_view (widget));
}

/* Through time by what is in sight, less a little. */
static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  const SegueDayScale *scale = segue_timeline_stage_get_scale (self->stage);

  if (self->view.viewport != NULL)
    segue_viewport_set_origin (self->view.viewport, scale->origin
                                               + g_variant_get_int32 (parameter) * 0.8 * scale->width / scale->scale);
}

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  g_autofree char *id = g_strdup (segue_timeline_stage_get_selection (self->stage));

  if (id != NULL)
    segue_timeline_view_activate (self, id);
}

static void
fold_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  SegueTimelineRows *rows;
  guint lane;
  GtkWidget *card;

  if (get_selected (self, &rows, &lane) == NULL)
    return;

  card = gtk_widget_get_ancestor (GTK_WIDGET (rows), SEGUE_TYPE_TIMELINE_LANE);
  segue_timeline_lane_set_collapsed (SEGUE_TIMELINE_LANE (card),
                                     !segue_timeline_lane_get_collapsed (SEGUE_TIMELINE_LANE (card)));
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);

  if (self->drag != NULL || self->banded != NULL)
    segue_timeline_view_stop (self);
  else if (self->view.viewport != NULL)
    segue_viewport_set_selection (self->view.viewport, NULL);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  segue_timeline_view_popup_menu (get_view (widget));
}

static void
ground_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  segue_timeline_view_popup_ground (get_view (widget));
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "timeline.walk-rows", "i", walk_rows_cb },
  { "timeline.walk-time", "i", walk_time_cb },
  { "timeline.walk-edge", "i", walk_edge_cb },
  { "timeline.extend-rows", "i", extend_rows_cb },
  { "timeline.extend-time", "i", extend_time_cb },
  { "timeline.zoom", "i", zoom_cb },
  { "timeline.fit", NULL, fit_cb },
  { "timeline.today", NULL, today_cb },
  { "timeline.go-to", NULL, go_to_cb },
  { "timeline.page", "i", page_cb },
  { "timeline.activate", NULL, activate_cb },
  { "timeline.fold", NULL, fold_cb },
  { "timeline.menu", NULL, menu_cb },
  { "timeline.ground-menu", NULL, ground_menu_cb },
  { "timeline.cancel", NULL, cancel_cb },
};

/* Keys name sides; which of them is forward in time is up to the language. Menus
 * show the last key of an action, so that the common one comes last. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
  int argument; /* 0: the action has none */
} keys[] = {
  { GDK_KEY_Down, 0, "timeline.walk-rows", FORWARD },
  { GDK_KEY_Up, 0, "timeline.walk-rows", BACKWARD },
  { GDK_KEY_Down, GDK_SHIFT_MASK, "timeline.extend-rows", FORWARD },
  { GDK_KEY_Up, GDK_SHIFT_MASK, "timeline.extend-rows", BACKWARD },
  { GDK_KEY_Right, GDK_SHIFT_MASK, "timeline.extend-time", FORWARD },
  { GDK_KEY_Left, GDK_SHIFT_MASK, "timeline.extend-time", BACKWARD },
  { GDK_KEY_KP_Down, 0, "timeline.walk-rows", FORWARD },
  { GDK_KEY_KP_Up, 0, "timeline.walk-rows", BACKWARD },
  { GDK_KEY_Right, 0, "timeline.walk-time", FORWARD },
  { GDK_KEY_Left, 0, "timeline.walk-time", BACKWARD },
  { GDK_KEY_KP_Right, 0, "timeline.walk-time", FORWARD },
  { GDK_KEY_KP_Left, 0, "timeline.walk-time", BACKWARD },
  { GDK_KEY_Home, 0, "timeline.walk-edge", BACKWARD },
  { GDK_KEY_End, 0, "timeline.walk-edge", FORWARD },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom", 1 },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom", 1 },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom", 1 },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom", -1 },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom", -1 },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "timeline.fit", 0 },
  { GDK_KEY_0, GDK_CONTROL_MASK, "timeline.fit", 0 },
  { GDK_KEY_Page_Down, 0, "timeline.page", 1 },
  { GDK_KEY_Page_Up, 0, "timeline.page", -1 },
  { GDK_KEY_KP_Enter, 0, "timeline.activate", 0 },
  { GDK_KEY_Return, 0, "timeline.activate", 0 },
  { GDK_KEY_space, GDK_CONTROL_MASK, "timeline.fold", 0 },
  { GDK_KEY_Menu, 0, "timeline.menu", 0 },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "timeline.menu", 0 },
  { GDK_KEY_Menu, GDK_CONTROL_MASK, "timeline.ground-menu", 0 },
  { GDK_KEY_F10, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.ground-menu", 0 },
  { GDK_KEY_Escape, 0, "timeline.cancel", 0 },
};

/**
 * segue_timeline_view_ask_day:
 *
 * Asks for a day and goes there.
 */
void
segue_timeline_view_ask_day (SegueTimelineView *self)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));

  segue_day_dialog_ask (GTK_WIDGET (self), _("Go to Which Day?"), _("_Go"), segue_timeline_stage_get_today (self->stage),
                        SEGUE_DAY_NONE, go_to_day_cb);
}

void
segue_timeline_view_add_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].argument != 0)
        gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action,
                                             "i", keys[i].argument);
      else
        gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
    }
}
