/* segue-timeline-view-menu.c - a menu on everything that can be selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "ui/common/segue-clip.h"
#include "ui/timeline/segue-timeline-view-private.h"

typedef struct
{
  const char *label;  /* N_() */
  const char *action;
} Entry;

static void
append_section (GMenu *menu, const Entry *entries, gsize n_entries)
{
  g_autoptr(GMenu) section = g_menu_new ();

  for (gsize i = 0; i < n_entries; i++)
    g_menu_append (section, _(entries[i].label), entries[i].action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
take_item (GMenu *menu, GMenuItem *item)
{
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

/* What the window is asked about one step: what if it slips, and of a gate what came of it. */
static void
append_questions (GMenu *menu, const SegueTimelineMark *mark)
{
  static const char *const answers[] = { N_("Still _Open"), N_("_Accepted"), N_("_Rejected"), N_("_Missed") };
  g_autoptr(GMenu) section = g_menu_new ();

  if (!mark->done)
    {
      GMenuItem *slip = g_menu_item_new (_("If This _Slips…"), NULL);

      g_menu_item_set_action_and_target (slip, "win.slip", "s", mark->id);
      take_item (section, slip);
    }
  if (mark->shape == SEGUE_MARK_GATE)
    {
      g_autoptr(GMenu) submenu = g_menu_new ();

      for (int i = 0; i < (int) G_N_ELEMENTS (answers); i++)
        {
          GMenuItem *answer = g_menu_item_new (_(answers[i]), NULL);

          g_menu_item_set_action_and_target (answer, "win.outcome", "(si)", mark->id, i);
          take_item (submenu, answer);
        }
      g_menu_append_submenu (section, _("A_nswer"), G_MENU_MODEL (submenu));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_step (SegueTimelineView *self, GMenu *menu, const SegueTimelineMark *mark)
{
  static const Entry edit[] = { { N_("_Edit…"), "timeline.activate" } };
  static const Entry done[] = { { N_("Mark as _Done"), "timeline.done" } };
  static const Entry reopen[] = { { N_("Not _Done"), "timeline.done" } };
  static const Entry moves[] = { { N_("_Move to Another Day…"), "timeline.move-to" } };
  static const Entry link[] = { { N_("_One After Another"), "timeline.link" } };
  static const Entry clipboard[] = {
    { N_("Cu_t"), "timeline.cut" },
    { N_("_Copy"), "timeline.copy" },
    { N_("_Paste"), "timeline.paste" },
    { N_("D_uplicate"), "timeline.duplicate" },
  };
  static const Entry removal[] = { { N_("De_lete"), "timeline.delete" } };
  const char *const *selected = segue_viewport_get_selected (self->view.viewport);
  gboolean many = selected[0] != NULL && selected[1] != NULL;

  if (!many)
    append_section (menu, edit, G_N_ELEMENTS (edit));
  if (mark->done)
    append_section (menu, reopen, G_N_ELEMENTS (reopen));
  else
    append_section (menu, done, G_N_ELEMENTS (done));
  if (!mark->done)
    append_section (menu, moves, G_N_ELEMENTS (moves));
  if (!many)
    append_questions (menu, mark);
  if (many)
    append_section (menu, link, G_N_ELEMENTS (link));
  append_section (menu, clipboard, G_N_ELEMENTS (clipboard));
  append_section (menu, removal, G_N_ELEMENTS (removal));
}

static GMenuModel *
make_menu (SegueTimelineView *self, const char *id)
{
  static const Entry why[] = { { N_("_Why Not?"), "timeline.activate" } };
  static const Entry grant[] = { { N_("Show _Details"), "timeline.activate" } };
  static const Entry ground[] = { { N_("_Paste"), "timeline.paste" }, { N_("Select _All"), "timeline.select-all" } };
  static const Entry view[] = { { N_("_Fit the Plan"), "timeline.fit" }, { N_("Go to _Today"), "timeline.today" },
                                { N_("_Go to a Day…"), "timeline.go-to" } };
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  const SegueTimelineMark *mark = id != NULL && scene != NULL ? segue_timeline_scene_find (scene, id, NULL) : NULL;
  GMenu *menu = g_menu_new ();

  if (mark == NULL)
    {
      append_section (menu, ground, G_N_ELEMENTS (ground));
      append_section (menu, view, G_N_ELEMENTS (view));
    }
  else if (mark->ghost)
    append_section (menu, why, G_N_ELEMENTS (why));
  else if (mark->band == SEGUE_BAND_VEST)
    append_section (menu, grant, G_N_ELEMENTS (grant));
  else
    append_step (self, menu, mark);

  return G_MENU_MODEL (menu);
}

/* Who closes the menu is again where it was opened. */
static void
popup (SegueTimelineView *self, GMenuModel *menu, const GdkRectangle *at)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  if (focus != NULL)
    g_signal_connect_object (self->menu, "closed", G_CALLBACK (gtk_widget_grab_focus), focus, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* (nullable): the id of the goal in whose lane @widget is. */
static const char *
find_goal_of (SegueTimelineView *self, GtkWidget *widget)
{
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  GtkWidget *lane = widget != NULL ? gtk_widget_get_ancestor (widget, SEGUE_TYPE_TIMELINE_LANE) : NULL;
  guint index = lane != NULL ? segue_timeline_lane_get_index (SEGUE_TIMELINE_LANE (lane)) : 0;

  if (lane == NULL || scene == NULL || index >= scene->lanes->len)
    return NULL;

  return ((SegueTimelineLaneInfo *) g_ptr_array_index (scene->lanes, index))->id;
}

/* (nullable): the id of the goal whose words lie there, above its rows. */
static const char *
find_goal (SegueTimelineView *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return widget != NULL && !SEGUE_IS_TIMELINE_ROWS (widget) ? find_goal_of (self, widget) : NULL;
}

/* The lane that has the focus as a whole: by its header, or with nothing chosen in it. */
static GtkWidget *
find_focused_lane (SegueTimelineView *self)
{
  const char *selection = segue_timeline_stage_get_selection (self->stage);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *lane = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
                    ? gtk_widget_get_ancestor (focus, SEGUE_TYPE_TIMELINE_LANE) : NULL;

  if (lane == NULL || !SEGUE_IS_TIMELINE_ROWS (focus) || selection == NULL
      || segue_timeline_view_find_rows (self, selection, NULL) != SEGUE_TIMELINE_ROWS (focus))
    return lane;

  return NULL;
}

/* What is pointed at is selected, alone or with what it was selected with. */
static void
popup_at (SegueTimelineView *self, double x, double y)
{
  SegueTimelineHit hit;
  const char *goal = find_goal (self, x, y);
  g_autoptr(GMenuModel) menu = NULL;
  g_autofree char *id = NULL;

  if (!segue_timeline_view_may_edit (self))
    return;

  if (segue_timeline_view_hit (self, x, y, &hit))
    {
      SegueTimelineRows *rows = segue_timeline_view_find_rows (self, hit.id, NULL);

      id = g_strdup (hit.id);
      if (!segue_viewport_is_selected (self->view.viewport, id))
        segue_viewport_set_selection (self->view.viewport, id);
      if (rows != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (rows));
    }
  menu = goal != NULL ? segue_clip_goal_menu (goal) : make_menu (self, id);
  popup (self, menu, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
pressed_cb (SegueTimelineView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (event == NULL || !gdk_event_triggers_context_menu (event))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (self, x, y);
}

static void
held_cb (SegueTimelineView *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  segue_timeline_view_stop (self);
  popup_at (self, x, y);
}

void
segue_timeline_view_popup_menu (SegueTimelineView *self)
{
  const char *selection = segue_timeline_stage_get_selection (self->stage);
  GtkWidget *lane = find_focused_lane (self);
  const char *goal = find_goal_of (self, lane);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (20, 60, 1, 1);
  g_autoptr(GMenuModel) menu = NULL;

  if (!segue_timeline_view_may_edit (self))
    return;

  if (goal != NULL && gtk_widget_compute_bounds (lane, GTK_WIDGET (self), &bounds))
    graphene_rect_init (&bounds, bounds.origin.x + 20, bounds.origin.y + 10, 1, 20);
  else if (selection != NULL)
    segue_timeline_view_get_bounds (self, selection, &bounds);
  menu = goal != NULL ? segue_clip_goal_menu (goal) : make_menu (self, selection);
  popup (self, menu, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                       MAX ((int) bounds.size.width, 1), MAX ((int) bounds.size.height, 1) });
}

/* What a click on empty ground opens. */
void
segue_timeline_view_popup_ground (SegueTimelineView *self)
{
  g_autoptr(GMenuModel) menu = NULL;

  if (!segue_timeline_view_may_edit (self))
    return;

  menu = make_menu (self, NULL);
  popup (self, menu, &(GdkRectangle) { 20, 60, 1, 1 });
}

void
segue_timeline_view_add_menu (SegueTimelineView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_gesture_single_set_exclusive (GTK_GESTURE_SINGLE (click), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (held_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
}
