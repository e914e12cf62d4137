/* segue-compare-dialog.c - the routes of a goal side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each route is laid out as if it were the only one; the columns say what
 * comes of it. What is impossible leads to its reasons, another route to a
 * preview in which it is preferred.
 */
#include "config.h"

#include "ui/window/segue-compare-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "core/segue-fallback.h"
#include "core/segue-forecaster.h"
#include "core/segue-outlook.h"
#include "core/segue-text.h"

struct _SegueCompareDialog
{
  SegueReasonDialog parent_instance;

  char *goal_id;

  GtkLabel *answer;
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

/* The chance of the route, where it was drawn for the plan as it is. */
static char *
describe_chance (SegueCompareDialog *self,
                 const char         *route_id)
{
  SegueForecaster *forecaster = segue_forecaster_of (get_session (self));
  SegueForecast *forecast = forecaster ? segue_forecaster_get_forecast (forecaster) : NULL;
  double share = forecast ? segue_forecast_get_route (forecast, route_id) : -1;

  return share < 0 ? g_strdup ("–") : segue_text_chance (share);
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
  gtk_grid_attach (self->grid, create_label (_("Chance"), "dimmed"), 0, SEGUE_OUTLOOK_N_MEASURES + 1, 1, 1);
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
  const char *title = segue_record_get_title (record);
  g_autofree char *state = segue_text_route_state (layout, route);
  g_autofree char *chance = describe_chance (self, segue_record_get_id (record));
  g_autofree char *state_name = segue_outlook_name (SEGUE_OUTLOOK_STATE);
  gboolean impossible = segue_layout_get_schedule (layout)->routes[route].status == SEGUE_ROUTE_INFEASIBLE;
  int goal = alone ? segue_layout_find (alone, SEGUE_KIND_GOAL, self->goal_id) : -1;

  gtk_grid_attach (self->grid, create_label (title, "heading"), column, 0, 1, 1);
  attach_cell (self, title, state_name, state, column, 1);
  for (int i = SEGUE_OUTLOOK_STATE + 1; goal >= 0 && i < SEGUE_OUTLOOK_N_MEASURES; i++)
    {
      g_autofree char *name = segue_outlook_name ((SegueOutlookMeasure) i);
      /* The days of what cannot be are nobody's days. */
      g_autofree char *text = impossible ? g_strdup ("–") : segue_outlook_describe (alone, goal, (SegueOutlookMeasure) i);

      attach_cell (self, title, name, text, column, i + 1);
    }
  attach_cell (self, title, _("Chance"), chance, column, SEGUE_OUTLOOK_N_MEASURES + 1);
  attach_button (self, layout, route, column);
}

/* What a no would mean for the route after the one that is taken. */
static void
show_answer (SegueCompareDialog *self,
             SegueLayout        *layout)
{
  g_autoptr (GArray) found = segue_fallback_find (segue_session_get_plan (get_session (self)), layout, NULL);
  int goal = segue_layout_find (layout, SEGUE_KIND_GOAL, self->goal_id);

  gtk_widget_set_visible (GTK_WIDGET (self->answer), FALSE);
  for (guint i = 0; i < found->len; i++)
    {
      const SegueFallback *fallback = &g_array_index (found, SegueFallback, i);
      g_autofree char *text = segue_fallback_describe (layout, fallback);

      if (fallback->goal != goal)
        continue;
      gtk_label_set_label (self->answer, text);
      gtk_widget_set_visible (GTK_WIDGET (self->answer), TRUE);
      if (!fallback->in_time)
        gtk_widget_add_css_class (GTK_WIDGET (self->answer), "warning");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->answer), "warning");
    }
}

static void
segue_compare_dialog_refresh (SegueReasonDialog *dialog)
{
  SegueCompareDialog *self = SEGUE_COMPARE_DIALOG (dialog);
  SegueSession *session = get_session (self);
  SegueLayout *layout = segue_session_get_layout (session);
  int goal = segue_layout_find (layout, SEGUE_KIND_GOAL, self->goal_id);
  g_autoptr (GPtrArray) alone = NULL;
  const SegueGoalSpec *spec;
  GtkWidget *child;

  if (goal < 0)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  adw_dialog_set_title (ADW_DIALOG (self), segue_record_get_title (segue_layout_get_goal (layout, goal)));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  attach_names (self);
  alone = segue_outlook_try_routes (segue_session_get_plan (session), layout, segue_session_get_today (session), self->goal_id);
  spec = &segue_layout_get_problem (layout)->goals[goal];
  for (gint32 i = 0; i < spec->n_routes; i++)
    attach_route (self, layout, g_ptr_array_index (alone, i), spec->first_route + i, i + 1);
  show_answer (self, layout);
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
  gtk_widget_class_bind_template_child (widget_class, SegueCompareDialog, answer);
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
  segue_compare_dialog_refresh (SEGUE_REASON_DIALOG (self));
  return ADW_DIALOG (self);
}
