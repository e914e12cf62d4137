/* segue-goal-row.c - one goal and its routes in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-goal-row.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/segue-forecaster.h"
#include "core/segue-outlook.h"
#include "core/segue-text.h"
#include "ui/common/segue-clip.h"
#include "ui/common/segue-goal-style.h"
#include "ui/common/segue-ui.h"
#include "ui/window/segue-route-row.h"

struct _SegueGoalRow
{
  GtkListBoxRow parent_instance;

  SegueItem *goal;
  SegueSession *session;

  GtkImage *icon;
  GtkLabel *title;
  GtkImage *state_icon;
  GtkLabel *subtitle;
  GtkWidget *why_button;
  GtkMenuButton *menu_button;
  GtkBox *routes;
  GtkWidget *compare_button;
};

G_DEFINE_FINAL_TYPE (SegueGoalRow, segue_goal_row, GTK_TYPE_LIST_BOX_ROW)

/* How a goal stands. The words beside the icon say the same. */
typedef enum
{
  STATE_OPEN, /* nothing has a date yet */
  STATE_FITS,
  STATE_LATE,
  STATE_CONFLICT,
  STATE_DONE,
} State;

static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  [STATE_OPEN] = { "radio-symbolic", "dimmed" },
  [STATE_FITS] = { "object-select-symbolic", "success" },
  [STATE_LATE] = { "dialog-warning-symbolic", "warning" },
  [STATE_CONFLICT] = { "window-close-symbolic", "error" },
  [STATE_DONE] = { "object-select-symbolic", "dimmed" },
};

static State
get_state (SegueLayout *layout,
           int          goal,
           SegueDay     last)
{
  if (goal < 0)
    return STATE_OPEN;
  /* What is done is done, whatever was wrong with it. */
  if (segue_outlook_is_done (layout, goal))
    return STATE_DONE;
  if (segue_layout_get_schedule (layout)->goals[goal].conflicts.n > 0)
    return STATE_CONFLICT;
  if (last == SEGUE_DAY_NONE)
    return STATE_OPEN;
  return segue_outlook_find_late (layout, goal) > 0 ? STATE_LATE : STATE_FITS;
}

/* The day, and by how much it is missed where no route says so. */
static char *
describe_end (SegueLayout *layout,
              int          goal,
              SegueDay     last,
              State        state)
{
  int late = segue_outlook_find_late (layout, goal);
  g_autofree char *day = segue_text_day (last);

  if (state == STATE_DONE)
    /* Translators: a goal of which everything is done; the day of its last step */
    return g_strdup_printf (_("done, %s"), day);
  if (state == STATE_LATE)
    /* Translators: a number of days; the day on which the last step of a goal ends */
    return g_strdup_printf (ngettext ("%1$'d day late, by %2$s", "%1$'d days late, by %2$s", (gulong) late), late, day);
  /* Translators: a goal whose steps all find their time; the day of its last step */
  return g_strdup_printf (_("fits, by %s"), day);
}

static char *
describe_state (SegueGoalRow *self,
                SegueLayout  *layout,
                int           goal,
                SegueDay      last,
                State         state)
{
  const char *route = segue_layout_get_chosen_route (layout, segue_item_get_id (self->goal));
  const char *title;
  g_autofree char *day = NULL;

  if (state == STATE_CONFLICT)
    return segue_text_goal_verdict (layout, goal);
  if (last == SEGUE_DAY_NONE)
    return g_strdup (_("No date yet"));
  if (route == NULL)
    return describe_end (layout, goal, last, state);
  title = segue_record_get_name (segue_layout_get_route (layout, segue_layout_find (layout, SEGUE_KIND_ROUTE, route)));
  day = segue_text_day (last);
  /* A route may be called after its day. */
  if (strstr (title, day) != NULL)
    return g_strdup (title);
  /* Translators: %1$s is a route, such as Fall 2023; %2$s the day it ends */
  return g_strdup_printf (_("%1$s · %2$s"), title, day);
}

static void
show_state (SegueGoalRow *self,
            State         state,
            const char   *text)
{
  static const char *const classes[] = { "dimmed", "success", "warning", "error", NULL };

  gtk_image_set_from_icon_name (self->state_icon, looks[state].icon);
  segue_ui_replace_css_class (GTK_WIDGET (self->state_icon), classes, looks[state].css_class);
  /* What is as it should be needs no colour of its own. */
  segue_ui_replace_css_class (GTK_WIDGET (self->subtitle), classes,
                              state == STATE_CONFLICT || state == STATE_LATE ? looks[state].css_class : "dimmed");
  gtk_label_set_label (self->subtitle, text);
}

/* Rows stay, and with them the keyboard, as layouts come in several steps. */
static void
update_routes (SegueGoalRow *self,
               SegueLayout  *layout,
               int           goal)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->routes));

  for (int i = 0; goal >= 0 && i < problem->goals[goal].n_routes; i++)
    {
      const SegueRecord *route = segue_layout_get_route (layout, problem->goals[goal].first_route + i);

      if (row == NULL)
        {
          row = segue_route_row_new ();
          gtk_box_append (self->routes, row);
        }
      segue_route_row_show (SEGUE_ROUTE_ROW (row), self->session, segue_record_get_id (route));
      row = gtk_widget_get_next_sibling (row);
    }
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (self->routes, row);
      row = next;
    }
}

static void
refresh (SegueGoalRow *self)
{
  SegueLayout *layout = segue_session_get_layout (self->session);
  const SegueRecord *record = segue_item_get_record (self->goal);
  int goal = segue_layout_find (layout, SEGUE_KIND_GOAL, segue_item_get_id (self->goal));
  SegueDay last = segue_outlook_find_end (layout, goal);
  State state = get_state (layout, goal, last);
  g_autofree char *text = describe_state (self, layout, goal, last, state);
  SegueGoalKind kind = (SegueGoalKind) segue_record_get_int (record, SEGUE_GOAL_KIND);

  gtk_image_set_from_icon_name (self->icon, segue_goal_style_get_icon (kind));
  segue_goal_style_apply (GTK_WIDGET (self), MAX (goal, 0));
  gtk_label_set_label (self->title, segue_record_get_name (record));
  show_state (self, state, text);
  /* Below it each route says how it stands. */
  gtk_widget_set_visible (GTK_WIDGET (self->state_icon), state == STATE_CONFLICT || goal < 0 ||
                          segue_layout_get_problem (layout)->goals[goal].n_routes == 0);
  gtk_widget_set_visible (self->why_button, state == STATE_CONFLICT);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->why_button), "s", segue_item_get_id (self->goal));
  update_routes (self, layout, goal);
  gtk_widget_set_visible (self->compare_button,
                          goal >= 0 && segue_layout_get_problem (layout)->goals[goal].n_routes > 1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->compare_button), "s", segue_item_get_id (self->goal));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, segue_record_get_name (record),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/* With the second button anywhere on the row, as with the button of three dots. */
static void
pressed_cb (SegueGoalRow *self,
            int           n_press,
            double        x,
            double        y,
            GtkGesture   *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (self->menu_button);
}

static void
fill_menu (SegueGoalRow *self)
{
  g_autoptr (GMenuModel) menu = segue_clip_goal_menu (segue_item_get_id (self->goal));
  GtkGesture *click = gtk_gesture_click_new ();

  segue_ui_set_menu_later (self->menu_button, menu);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
segue_goal_row_dispose (GObject *object)
{
  SegueGoalRow *self = SEGUE_GOAL_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_GOAL_ROW);
  g_clear_object (&self->goal);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (segue_goal_row_parent_class)->dispose (object);
}

static void
segue_goal_row_class_init (SegueGoalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_goal_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-goal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueGoalRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalRow, title);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalRow, why_button);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalRow, routes);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalRow, compare_button);
}

static void
segue_goal_row_init (SegueGoalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_keep_words (GTK_WIDGET (self));
}

/**
 * segue_goal_row_new:
 * @goal: the goal to show
 * @session: where its layout comes from
 *
 * Returns: (transfer none): a row that follows both
 */
GtkWidget *
segue_goal_row_new (SegueItem    *goal,
                    SegueSession *session)
{
  SegueGoalRow *self = g_object_new (SEGUE_TYPE_GOAL_ROW, NULL);

  self->goal = g_object_ref (goal);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::layout", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::layout-complete", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (segue_forecaster_of (session), "notify::forecast", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  fill_menu (self);
  refresh (self);
  return GTK_WIDGET (self);
}

const char *
segue_goal_row_get_id (SegueGoalRow *self)
{
  g_return_val_if_fail (SEGUE_IS_GOAL_ROW (self), NULL);

  return segue_item_get_id (self->goal);
}
