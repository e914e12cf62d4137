/* segue-sidebar.c - the goals, their routes and the week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-sidebar.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-ui.h"
#include "ui/risk/segue-risk-summary.h"
#include "ui/window/segue-goal-row.h"

struct _SegueSidebar
{
  SegueView view;

  GtkListBox *goals;
  GtkSliceListModel *shown; /* the first of them, then all */
  guint show_id;
  GtkWidget *week_box;
  GtkLabel *week_label;
  GtkLevelBar *week_bar;
  GtkLabel *next_label;
};

enum
{
  CONFLICT_REQUESTED,
  STEP_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueSidebar, segue_sidebar, SEGUE_TYPE_VIEW)

/* What the work of one week comes to. */
typedef struct
{
  gint64 planned;   /* minutes */
  gint64 available; /* minutes */
  int next_step;    /* whose work comes first from today on, or -1 */
  SegueDay next_day;
  int next_minutes;
} Week;

static void
count_work (Week                *week,
            const SegueSchedule *schedule,
            SegueDay             now,
            SegueDay             monday)
{
  for (int i = 0; i < schedule->n_steps; i++)
    {
      SegueSlice slice = schedule->steps[i].minutes;

      for (int j = slice.first; j < slice.first + slice.n; j++)
        {
          const SegueMinutes *part = &schedule->minutes[j];

          if (part->day >= monday && part->day < monday + 7)
            week->planned += part->minutes;
          if (part->day >= now && (week->next_step < 0 || part->day < week->next_day))
            {
              week->next_step = i;
              week->next_day = part->day;
              week->next_minutes = part->minutes;
            }
        }
    }
}

static Week
measure_week (SegueLayout *layout)
{
  Week week = { .next_step = -1 };
  SegueDay now = segue_layout_get_now (layout);
  SegueDay monday = now - segue_day_get_weekday (now);

  count_work (&week, segue_layout_get_schedule (layout), now, monday);
  for (SegueDay day = monday; day < monday + 7; day++)
    week.available += segue_layout_get_capacity (layout, day);
  return week;
}

static char *
describe_next (SegueLayout *layout,
               const Week  *week)
{
  g_autofree char *minutes = NULL;
  g_autofree char *day = NULL;
  const char *title;

  if (week->next_step < 0)
    return g_strdup (_("No work is planned."));

  minutes = segue_text_minutes (week->next_minutes);
  title = segue_record_get_name (segue_layout_get_step (layout, week->next_step));
  if (week->next_day == segue_layout_get_now (layout))
    /* Translators: %1$s is a step, %2$s an amount such as 2 h */
    return g_strdup_printf (_("Next: %1$s, %2$s today"), title, minutes);

  day = segue_text_day_short (week->next_day, segue_layout_get_now (layout));
  /* Translators: %1$s is a step, %2$s an amount such as 2 h, %3$s a day */
  return g_strdup_printf (_("Next: %1$s, %2$s on %3$s"), title, minutes, day);
}

static void
show_week (SegueSidebar *self,
           SegueLayout  *layout)
{
  Week week = measure_week (layout);
  g_autofree char *planned = segue_text_minutes (week.planned);
  g_autofree char *available = segue_text_minutes (week.available);
  g_autofree char *next = describe_next (layout, &week);
  g_autofree char *text = NULL;

  /* Translators: hours planned of the hours there are, such as: 13 h of 15 h */
  text = g_strdup_printf (_("%1$s of %2$s"), planned, available);
  gtk_label_set_label (self->week_label, text);
  gtk_level_bar_set_max_value (self->week_bar, MAX (week.available, 1));
  gtk_level_bar_set_value (self->week_bar, MIN (week.planned, MAX (week.available, 1)));
  gtk_label_set_label (self->next_label, next);
}

/* More goals than are in sight; the others come when there is nothing else to do. */
#define FIRST_GOALS 8
#define MORE_GOALS 4

static gboolean
show_more (gpointer data)
{
  SegueSidebar *self = data;
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->shown));
  guint size = gtk_slice_list_model_get_size (self->shown);

  if (size < n)
    {
      gtk_slice_list_model_set_size (self->shown, size + MORE_GOALS);
      return G_SOURCE_CONTINUE;
    }
  self->show_id = 0;
  return G_SOURCE_REMOVE;
}

static void
show_goals (SegueSidebar *self)
{
  if (self->show_id == 0)
    self->show_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_more, self, NULL);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  SegueSidebar *self = user_data;

  return segue_goal_row_new (SEGUE_ITEM (item), self->view.session);
}

static void
bind_goals (SegueSidebar *self,
            GListModel   *goals)
{
  g_clear_object (&self->shown);
  if (goals != NULL)
    self->shown = gtk_slice_list_model_new (g_object_ref (goals), 0, FIRST_GOALS);
  gtk_list_box_bind_model (self->goals, G_LIST_MODEL (self->shown), create_row, self, NULL);
}

/* Those that fit are there at once, and where an import or its undo brings
 * another plan no more than those; told before the slice is. */
static void
goals_changed_cb (SegueSidebar *self,
                  guint         position,
                  guint         n_removed,
                  guint         n_added,
                  GListModel   *goals)
{
  if (n_added > FIRST_GOALS)
    bind_goals (self, goals);
  show_goals (self);
}

static void
segue_sidebar_session_changed (SegueView *view)
{
  SegueSidebar *self = SEGUE_SIDEBAR (view);
  GListModel *goals = NULL;

  g_clear_handle_id (&self->show_id, g_source_remove);
  if (view->session != NULL)
    goals = segue_plan_get_items (segue_session_get_plan (view->session), SEGUE_KIND_GOAL);
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_func (gtk_slice_list_model_get_model (self->shown), goals_changed_cb, self);
  if (goals != NULL)
    g_signal_connect_object (goals, "items-changed", G_CALLBACK (goals_changed_cb), self, G_CONNECT_SWAPPED);
  bind_goals (self, goals);
  if (goals != NULL)
    show_goals (self);
}

static void
segue_sidebar_layout_changed (SegueView *view)
{
  show_week (SEGUE_SIDEBAR (view), segue_session_get_layout (view->session));
}

/* The step that stands for a goal: its last one in time. */
static const char *
find_last_step (SegueSidebar *self,
                const char   *goal_id)
{
  SegueLayout *layout = segue_session_get_layout (self->view.session);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  const SegueProblem *problem = segue_layout_get_problem (layout);
  int goal = segue_layout_find (layout, SEGUE_KIND_GOAL, goal_id);
  int last = -1;

  for (int i = 0; i < schedule->n_steps; i++)
    if (problem->steps[i].goal == goal && schedule->steps[i].active &&
        schedule->steps[i].end != SEGUE_DAY_NONE &&
        (last < 0 || schedule->steps[i].end > schedule->steps[last].end))
      last = i;
  return last < 0 ? NULL : segue_record_get_id (segue_layout_get_step (layout, last));
}

static void
row_activated_cb (SegueSidebar *self,
                  GtkListBoxRow *row)
{
  const char *id = find_last_step (self, segue_goal_row_get_id (SEGUE_GOAL_ROW (row)));

  if (id != NULL)
    g_signal_emit (self, signals[STEP_ACTIVATED], 0, id);
}

static void
ask_why (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[CONFLICT_REQUESTED], 0, g_variant_get_string (parameter, NULL));
}

static void
segue_sidebar_dispose (GObject *object)
{
  SegueSidebar *self = SEGUE_SIDEBAR (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_SIDEBAR);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (segue_sidebar_parent_class)->dispose (object);
}

static void
segue_sidebar_class_init (SegueSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueViewClass *view_class = SEGUE_VIEW_CLASS (klass);

  object_class->dispose = segue_sidebar_dispose;
  view_class->session_changed = segue_sidebar_session_changed;
  view_class->layout_changed = segue_sidebar_layout_changed;

  signals[CONFLICT_REQUESTED] =
    g_signal_new ("conflict-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STEP_ACTIVATED] =
    g_signal_new ("step-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SEGUE_TYPE_RISK_SUMMARY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueSidebar, goals);
  gtk_widget_class_bind_template_child (widget_class, SegueSidebar, week_box);
  gtk_widget_class_bind_template_child (widget_class, SegueSidebar, week_label);
  gtk_widget_class_bind_template_child (widget_class, SegueSidebar, week_bar);
  gtk_widget_class_bind_template_child (widget_class, SegueSidebar, next_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "goals.why", "s", ask_why);
}

static void
segue_sidebar_init (SegueSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_keep_words (GTK_WIDGET (self));
}
