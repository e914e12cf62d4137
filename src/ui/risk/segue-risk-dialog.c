/* segue-risk-dialog.c - how sure the plan is, in full
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/risk/segue-risk-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-ui.h"

/* More rows than this are read by nobody; the least sure come first. */
#define MOST_ROWS 40
#define N_CRITICAL 8

struct _SegueRiskDialog
{
  AdwDialog parent_instance;

  SegueSession *session;
  GPtrArray *groups; /* what the page shows */

  GtkStack *pages;
  AdwStatusPage *running_page;
  AdwStatusPage *none_page;
  AdwStatusPage *certain_page;
  GtkProgressBar *progress;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (SegueRiskDialog, segue_risk_dialog, ADW_TYPE_DIALOG)

/* Something that may or may not come true. */
typedef struct
{
  char *title;
  char *subtitle;
  double share;
} Chance;

static void
chance_clear (gpointer data)
{
  Chance *chance = data;

  g_free (chance->title);
  g_free (chance->subtitle);
}

static gint
compare_chances (gconstpointer a,
                 gconstpointer b)
{
  const Chance *x = a, *y = b;

  return (x->share > y->share) - (x->share < y->share);
}

static AdwPreferencesGroup *
add_group (SegueRiskDialog *self,
           const char      *title,
           const char      *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/* The share in figures and as a bar, which says the same to the eye. */
static GtkWidget *
create_share_row (const char *title,
                  const char *subtitle,
                  double      share)
{
  GtkWidget *row = create_row (title, subtitle);
  g_autofree char *text = segue_text_share (share);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), share);
  gtk_widget_add_css_class (bar, "segue-share");
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/* ---- what is shown --------------------------------------------------- */

/* A route that waits behind a sure one has no chance of being the one that is
 * reached, and yet would be reached if it were taken: so it is said what counts. */
static char *
describe_goal (const SegueGoalSpec *spec,
               const char          *expected)
{
  if (spec->n_routes < 2)
    return g_strdup (expected);
  if (expected == NULL)
    return g_strdup (_("How often each route is the one taken in the end"));
  return g_strdup_printf ("%s\n%s", expected, _("How often each route is the one taken in the end"));
}

static void
show_goals (SegueRiskDialog *self,
            SegueForecast   *forecast)
{
  SegueLayout *layout = segue_forecast_get_layout (forecast);
  const SegueRisk *risk = segue_forecast_get_risk (forecast);
  const SegueProblem *problem = segue_layout_get_problem (layout);

  for (gint32 goal = 0; goal < problem->n_goals; goal++)
    {
      const SegueGoalSpec *spec = &problem->goals[goal];
      g_autofree char *expected = segue_text_expected (&risk->goals[goal]);
      g_autofree char *description = describe_goal (spec, expected);
      AdwPreferencesGroup *group;

      if (spec->n_routes == 0 && risk->goals[goal].p10 == risk->goals[goal].p90)
        continue;
      group = add_group (self, segue_record_get_name (segue_layout_get_goal (layout, goal)), description);
      for (gint32 route = spec->first_route; route < spec->first_route + spec->n_routes; route++)
        adw_preferences_group_add (group, create_share_row (
          segue_record_get_name (segue_layout_get_route (layout, route)), NULL, risk->routes[route]));
    }
}

static void
add_chance (GArray *chances,
            char   *title,
            char   *subtitle,
            double  share)
{
  Chance chance = { title, subtitle, share };

  g_array_append_val (chances, chance);
}

/* Deadlines that rules set, and the days that are wished for. */
static GArray *
collect_chances (SegueForecast *forecast)
{
  GArray *chances = g_array_new (FALSE, FALSE, sizeof (Chance));
  SegueLayout *layout = segue_forecast_get_layout (forecast);
  const SegueRisk *risk = segue_forecast_get_risk (forecast);
  const SegueProblem *problem = segue_layout_get_problem (layout);

  g_array_set_clear_func (chances, chance_clear);
  for (gint32 i = 0; i < problem->n_rules; i++)
    if (problem->rules[i].relation == SEGUE_RELATION_NOT_AFTER && risk->rules[i] >= 0)
      add_chance (chances, segue_text_rule (layout, i),
                  g_strdup (segue_record_get_name (segue_layout_get_step (layout, problem->rules[i].point.step))),
                  risk->rules[i]);
  for (gint32 i = 0; i < problem->n_steps; i++)
    if (problem->steps[i].target != SEGUE_DAY_NONE && risk->steps[i].on_time >= 0 &&
        problem->steps[i].status != SEGUE_STATUS_DONE)
      {
        g_autofree char *day = segue_text_day (problem->steps[i].target);

        add_chance (chances, g_strdup (segue_record_get_name (segue_layout_get_step (layout, i))),
                    /* Translators: %s is the day on which a step is wished to have ended */
                    g_strdup_printf (_("Wanted by %s"), day), risk->steps[i].on_time);
      }
  g_array_sort (chances, compare_chances);
  return chances;
}

static void
show_deadlines (SegueRiskDialog *self,
                SegueForecast   *forecast)
{
  g_autoptr (GArray) chances = collect_chances (forecast);
  AdwPreferencesGroup *group;

  if (chances->len == 0)
    return;
  group = add_group (self, _("Deadlines"), _("How often each is met where it counts, the least sure first"));
  for (guint i = 0; i < MIN (chances->len, MOST_ROWS); i++)
    {
      const Chance *chance = &g_array_index (chances, Chance, i);

      adw_preferences_group_add (group, create_share_row (chance->title, chance->subtitle, chance->share));
    }
}

static void
show_critical (SegueRiskDialog *self,
               SegueForecast   *forecast)
{
  SegueLayout *layout = segue_forecast_get_layout (forecast);
  guint n;
  g_autofree gint32 *steps = segue_forecast_rank_critical (forecast, N_CRITICAL, &n);
  AdwPreferencesGroup *group;

  if (n == 0)
    return;
  group = add_group (self, _("Most Often Without Slack"), _("Where a day lost is most often a day late"));
  for (guint i = 0; i < n; i++)
    adw_preferences_group_add (group, create_share_row (
      segue_record_get_name (segue_layout_get_step (layout, steps[i])), NULL,
      segue_forecast_get_risk (forecast)->steps[steps[i]].critical));
}

static void
show_source (SegueRiskDialog *self,
             SegueForecast   *forecast)
{
  int n = segue_forecast_get_risk (forecast)->n_samples;
  g_autofree char *method = segue_text_risk_method (segue_forecast_get_risk (forecast));
  g_autofree char *source = NULL;
  g_autofree char *text = NULL;

  source = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The plan was laid out %d time, with estimates drawn from their ranges. What has no range was taken as certain.",
                                       "The plan was laid out %d times, with estimates drawn from their ranges. What has no range was taken as certain.",
                                       (gulong) n), n);
  /* Translators: two sentences, one after the other. */
  text = g_strdup_printf (C_("two sentences", "%1$s %2$s"), source, method);
  add_group (self, "", text);
}

static void
show_forecast (SegueRiskDialog *self,
               SegueForecast   *forecast)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  if (forecast == NULL)
    return;
  show_deadlines (self, forecast);
  show_goals (self, forecast);
  show_critical (self, forecast);
  show_source (self, forecast);
}

static void
refresh (SegueRiskDialog *self)
{
  SegueForecaster *forecaster = segue_forecaster_of (self->session);
  SegueForecast *forecast = segue_forecaster_get_forecast (forecaster);

  show_forecast (self, forecast);
  if (segue_layout_is_certain (segue_session_get_layout (self->session)))
    gtk_stack_set_visible_child_name (self->pages, "certain");
  else if (forecast != NULL)
    gtk_stack_set_visible_child_name (self->pages, "forecast");
  else
    gtk_stack_set_visible_child_name (self->pages, segue_forecaster_is_running (forecaster) ? "running" : "none");
}

static void
show_progress (SegueRiskDialog *self)
{
  gtk_progress_bar_set_fraction (self->progress, segue_forecaster_get_fraction (segue_forecaster_of (self->session)));
}

static void
stop_clicked_cb (SegueRiskDialog *self)
{
  segue_forecaster_cancel (segue_forecaster_of (self->session));
}

static void
run_clicked_cb (SegueRiskDialog *self)
{
  segue_forecaster_run (segue_forecaster_of (self->session));
}

static void
segue_risk_dialog_dispose (GObject *object)
{
  SegueRiskDialog *self = SEGUE_RISK_DIALOG (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_RISK_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (segue_risk_dialog_parent_class)->dispose (object);
}

static void
segue_risk_dialog_class_init (SegueRiskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_risk_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/risk/segue-risk-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueRiskDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, SegueRiskDialog, running_page);
  gtk_widget_class_bind_template_child (widget_class, SegueRiskDialog, none_page);
  gtk_widget_class_bind_template_child (widget_class, SegueRiskDialog, certain_page);
  gtk_widget_class_bind_template_child (widget_class, SegueRiskDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, SegueRiskDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, run_clicked_cb);
}

static void
segue_risk_dialog_init (SegueRiskDialog *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_name_status_page (self->running_page);
  segue_ui_name_status_page (self->none_page);
  segue_ui_name_status_page (self->certain_page);
}

/**
 * segue_risk_dialog_new:
 * @session: the plan
 *
 * Returns: (transfer none): a dialog that shows the chances of routes and
 *   deadlines, and follows the plan
 */
AdwDialog *
segue_risk_dialog_new (SegueSession *session)
{
  SegueRiskDialog *self = g_object_new (SEGUE_TYPE_RISK_DIALOG, NULL);
  SegueForecaster *forecaster = segue_forecaster_of (session);

  self->session = g_object_ref (session);
  g_signal_connect_object (forecaster, "notify::forecast", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (forecaster, "notify::running", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (forecaster, "notify::fraction", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  segue_forecaster_run (forecaster);
  refresh (self);
  return ADW_DIALOG (self);
}
