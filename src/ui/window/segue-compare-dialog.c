/* segue-compare-dialog.c - the routes of a goal side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each route is laid out as if it were the only one, in a thread; the columns
 * say what comes of it as soon as it is there. What is impossible leads to its
 * reasons, another route to a preview in which it is preferred.
 */
#include "config.h"

#include "ui/window/segue-compare-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "core/segue-outlook.h"
#include "core/segue-route-study.h"
#include "core/segue-text.h"

struct _SegueCompareDialog
{
  SegueReasonDialog parent_instance;

  char *goal_id;
  SegueRouteStudy *study;

  GtkProgressBar *progress;
  GtkLabel *answer;
  GtkLabel *exclusive;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (SegueCompareDialog, segue_compare_dialog, SEGUE_TYPE_REASON_DIALOG)

static SegueSession *
get_session (SegueCompareDialog *self)
{
  return segue_reason_dialog_get_session (SEGUE_REASON_DIALOG (self));
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* One width for all, so that a table that scrolls both ways knows its height. */
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* How likely the plan holds on that route alone. */
static char *
describe_chance (SegueCompareDialog *self,
                 const char         *route_id,
                 SegueRouteStatus    status)
{
  double share = segue_route_study_get_chance (self->study, route_id);

  if (share >= 0)
    return segue_text_share (share);
  return g_strdup (status == SEGUE_ROUTE_CLOSED ? "–" : "…");
}

/* A cell is read with its row and its column. */
static void
attach_cell (SegueCompareDialog *self,
             const char         *route,
             const char         *measure,
             const char         *text,
             int                 column,
             int                 row)
{
  GtkWidget *label = create_label (text, NULL);
  /* Translators: a cell of a table for a screen reader: its column, its row, what it says. */
  g_autofree char *name = g_strdup_printf (_("%1$s, %2$s: %3$s"), route, measure, text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
attach_names (SegueCompareDialog *self)
{
  for (int i = 0; i < SEGUE_OUTLOOK_N_MEASURES; i++)
    {
      g_autofree char *name = segue_outlook_name ((SegueOutlookMeasure) i);

      gtk_grid_attach (self->grid, create_label (name, "dimmed"), 0, i + 1, 1, 1);
    }
  gtk_grid_attach (self->grid, create_label (_("Chance if taken"), "dimmed"), 0, SEGUE_OUTLOOK_N_MEASURES + 1, 1, 1);
}

static void
attach_button (SegueCompareDialog *self,
               SegueLayout        *layout,
               int                 route,
               int                 column)
{
  const SegueRouteResult *result = &segue_layout_get_schedule (layout)->routes[route];
  const char *id = segue_record_get_id (segue_layout_get_route (layout, route));
  GtkWidget *button;

  if (result->status != SEGUE_ROUTE_OPEN && result->conflicts.n == 0)
    return;
  button = gtk_button_new_with_label (result->status == SEGUE_ROUTE_OPEN ? _("Try") : _("Why Not?"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), result->status == SEGUE_ROUTE_OPEN ? "compare.try" : "win.why");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_grid_attach (self->grid, button, column, SEGUE_OUTLOOK_N_MEASURES + 2, 1, 1);
}

static void
attach_route (SegueCompareDialog *self,
              SegueLayout        *layout,
              SegueLayout        *alone,
              int                 route,
              int                 column)
{
  const SegueRecord *record = segue_layout_get_route (layout, route);
  const char *title = segue_record_get_name (record);
  g_autofree char *state = segue_text_route_state (layout, route);
  g_autofree char *state_name = segue_outlook_name (SEGUE_OUTLOOK_STATE);
  SegueRouteStatus status = segue_layout_get_schedule (layout)->routes[route].status;
  gboolean impossible = status == SEGUE_ROUTE_INFEASIBLE || status == SEGUE_ROUTE_CLOSED;
  g_autofree char *chance = describe_chance (self, segue_record_get_id (record), status);
  int goal = alone ? segue_layout_find (alone, SEGUE_KIND_GOAL, self->goal_id) : -1;

  gtk_grid_attach (self->grid, create_label (title, "heading"), column, 0, 1, 1);
  attach_cell (self, title, state_name, state, column, 1);
  for (int i = SEGUE_OUTLOOK_STATE + 1; i < SEGUE_OUTLOOK_N_MEASURES; i++)
    {
      g_autofree char *name = segue_outlook_name ((SegueOutlookMeasure) i);
      /* The days of what cannot be are nobody's days. */
      g_autofree char *text = impossible ? g_strdup ("–")
                              : goal >= 0 ? segue_outlook_describe (alone, goal, (SegueOutlookMeasure) i) : g_strdup ("…");

      attach_cell (self, title, name, text, column, i + 1);
    }
  attach_cell (self, title, _("Chance if taken"), chance, column, SEGUE_OUTLOOK_N_MEASURES + 1);
  attach_button (self, layout, route, column);
}

/* What a no would mean for the route after the one that is taken. */
static void
show_answer (SegueCompareDialog *self)
{
  gboolean in_time;
  const char *answer = segue_route_study_get_answer (self->study, &in_time);

  gtk_widget_set_visible (GTK_WIDGET (self->answer), answer != NULL);
  gtk_label_set_label (self->answer, answer ? answer : "");
  if (answer != NULL && !in_time)
    gtk_widget_add_css_class (GTK_WIDGET (self->answer), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer), "warning");
}

/* What of this goal rules something else out, a line each. */
static void
show_exclusives (SegueCompareDialog *self,
                 SegueLayout        *layout,
                 int                 goal)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;
  g_autofree char *text = NULL;

  for (gint32 i = 0; i < segue_layout_get_problem (layout)->n_exclusives; i++)
    if (segue_outlook_is_excluded (layout, goal, i))
      g_strv_builder_take (lines, segue_text_exclusive (layout, i));
  sentences = g_strv_builder_end (lines);
  text = g_strjoinv ("\n", sentences);
  gtk_label_set_label (self->exclusive, text);
  gtk_widget_set_visible (GTK_WIDGET (self->exclusive), text[0] != '\0');
}

static void
show_routes (SegueCompareDialog *self,
             SegueLayout        *layout,
             int                 goal)
{
  const SegueGoalSpec *spec = &segue_layout_get_problem (layout)->goals[goal];
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  attach_names (self);
  for (gint32 i = 0; i < spec->n_routes; i++)
    {
      int route = spec->first_route + i;
      const char *id = segue_record_get_id (segue_layout_get_route (layout, route));

      attach_route (self, layout, segue_route_study_get_layout (self->study, id), route, i + 1);
    }
}

static void
segue_compare_dialog_refresh (SegueReasonDialog *dialog)
{
  SegueCompareDialog *self = SEGUE_COMPARE_DIALOG (dialog);
  SegueLayout *layout = segue_session_get_layout (get_session (self));
  int goal = segue_layout_find (layout, SEGUE_KIND_GOAL, self->goal_id);

  if (goal < 0)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  adw_dialog_set_title (ADW_DIALOG (self), segue_record_get_name (segue_layout_get_goal (layout, goal)));
  show_routes (self, layout, goal);
  show_answer (self);
  show_exclusives (self, layout, goal);
  gtk_progress_bar_set_fraction (self->progress, segue_route_study_get_fraction (self->study));
  gtk_widget_set_visible (GTK_WIDGET (self->progress), segue_route_study_is_running (self->study));
}

static void
try_route (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SegueSession *session = segue_reason_dialog_get_session (SEGUE_REASON_DIALOG (widget));
  GError *error = NULL;
  g_autoptr (SegueChangeSet) change_set =
    segue_edit_rank_route (segue_session_get_plan (session), g_variant_get_string (parameter, NULL), 0, &error);

  segue_reason_dialog_preview (SEGUE_REASON_DIALOG (widget), change_set, error);
}

static void
segue_compare_dialog_dispose (GObject *object)
{
  SegueCompareDialog *self = SEGUE_COMPARE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_COMPARE_DIALOG);
  g_clear_object (&self->study);
  g_clear_pointer (&self->goal_id, g_free);

  G_OBJECT_CLASS (segue_compare_dialog_parent_class)->dispose (object);
}

static void
segue_compare_dialog_class_init (SegueCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_compare_dialog_dispose;
  SEGUE_REASON_DIALOG_CLASS (klass)->refresh = segue_compare_dialog_refresh;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueCompareDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, SegueCompareDialog, answer);
  gtk_widget_class_bind_template_child (widget_class, SegueCompareDialog, exclusive);
  gtk_widget_class_bind_template_child (widget_class, SegueCompareDialog, grid);
  gtk_widget_class_install_action (widget_class, "compare.try", "s", try_route);
}

static void
segue_compare_dialog_init (SegueCompareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_compare_dialog_new:
 * @session: the plan
 * @goal_id: a goal that has routes
 *
 * Returns: (transfer none): a dialog that compares them
 */
AdwDialog *
segue_compare_dialog_new (SegueSession *session,
                          const char   *goal_id)
{
  SegueCompareDialog *self = g_object_new (SEGUE_TYPE_COMPARE_DIALOG, "session", session, NULL);

  self->goal_id = g_strdup (goal_id);
  self->study = segue_route_study_new (session, goal_id);
  g_signal_connect_object (self->study, "changed", G_CALLBACK (segue_compare_dialog_refresh), self, G_CONNECT_SWAPPED);
  segue_compare_dialog_refresh (SEGUE_REASON_DIALOG (self));
  return ADW_DIALOG (self);
}
