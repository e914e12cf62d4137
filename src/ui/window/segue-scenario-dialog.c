/* segue-scenario-dialog.c - a what-if copy beside its plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both are laid out in threads while the dialog waits, and their chances are
 * drawn after that.
 */
#include "config.h"

#include "ui/window/segue-scenario-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-effect.h"
#include "core/segue-forecast-work.h"
#include "core/segue-layout-work.h"
#include "core/segue-outlook.h"
#include "core/segue-text.h"
#include "ui/common/segue-ui.h"

struct _SegueScenarioDialog
{
  AdwDialog parent_instance;

  SegueLayoutWork *plan_work;
  SegueLayoutWork *scenario_work;
  SegueLayout *plan;     /* NULL while it is laid out */
  SegueLayout *scenario; /* the same */
  SegueForecastWork *plan_drawing;
  SegueForecastWork *scenario_drawing;
  SegueForecast *before; /* NULL while it is drawn */
  SegueForecast *after;  /* the same */
  GPtrArray *goals;      /* AdwPreferencesGroup or NULL, by the goals of the scenario */

  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (SegueScenarioDialog, segue_scenario_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_widget_add_css_class (row, "property");
    }
  return row;
}

static AdwPreferencesGroup *
add_group (SegueScenarioDialog *self,
           const char          *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* What is the same in both is said once. */
static void
add_pair (AdwPreferencesGroup *group,
          const char          *name,
          const char          *before,
          const char          *after)
{
  /* Translators: what a measure is in the what-if copy, and what it is in the plan. */
  g_autofree char *both = g_strdup_printf (_("%1$s (in the plan: %2$s)"), after, before);

  adw_preferences_group_add (group, create_row (name, g_str_equal (before, after) ? after : both));
}

static void
add_measure (AdwPreferencesGroup *group,
             SegueLayout         *plan,
             int                  plan_goal,
             SegueLayout         *scenario,
             int                  goal,
             SegueOutlookMeasure  measure)
{
  g_autofree char *name = segue_outlook_name (measure);
  g_autofree char *before = segue_outlook_describe (plan, plan_goal, measure);
  g_autofree char *after = segue_outlook_describe (scenario, goal, measure);

  if (!g_str_equal (before, "–") || !g_str_equal (after, "–"))
    add_pair (group, name, before, after);
}

static void
add_goal (SegueScenarioDialog *self,
          int                  goal)
{
  const SegueRecord *record = segue_layout_get_goal (self->scenario, goal);
  int plan_goal = segue_layout_find (self->plan, SEGUE_KIND_GOAL, segue_record_get_id (record));
  AdwPreferencesGroup *group = plan_goal >= 0 ? add_group (self, segue_record_get_name (record)) : NULL;

  g_ptr_array_add (self->goals, group);
  for (int i = 0; group != NULL && i < SEGUE_OUTLOOK_N_MEASURES; i++)
    add_measure (group, self->plan, plan_goal, self->scenario, goal, (SegueOutlookMeasure) i);
}

static void
add_effect (SegueScenarioDialog *self)
{
  g_autoptr (SegueEffect) effect = segue_effect_new (self->plan, self->scenario);
  g_auto (GStrv) sentences = segue_effect_describe (effect);
  AdwPreferencesGroup *group = add_group (self, _("What Differs"));

  if (sentences[0] == NULL)
    adw_preferences_group_add (group, create_row (_("No date and no route differs."), NULL));
  for (guint i = 0; sentences[i] != NULL; i++)
    adw_preferences_group_add (group, create_row (sentences[i], NULL));
}

/* ---- chances ------------------------------------------------------------ */

/* The chance of the route that a goal takes, NULL where it takes none. */
static char *
describe_chance (SegueForecast *forecast,
                 const char    *goal_id)
{
  const char *route = segue_layout_get_chosen_route (segue_forecast_get_layout (forecast), goal_id);
  double share = route ? segue_forecast_get_route (forecast, route) : -1;

  return share < 0 ? NULL : segue_text_share (share);
}

static void
show_chances (SegueScenarioDialog *self)
{
  if (self->before == NULL || self->after == NULL)
    return;
  for (guint i = 0; i < self->goals->len; i++)
    {
      const char *id = segue_record_get_id (segue_layout_get_goal (self->scenario, (int) i));
      g_autofree char *before = describe_chance (self->before, id);
      g_autofree char *after = describe_chance (self->after, id);

      if (self->goals->pdata[i] != NULL && before != NULL && after != NULL)
        add_pair (self->goals->pdata[i], _("Chance"), before, after);
    }
}

static void
plan_drawn_cb (SegueForecast *forecast,
               gpointer       data)
{
  SegueScenarioDialog *self = data;

  self->before = segue_forecast_ref (forecast);
  show_chances (self);
}

static void
scenario_drawn_cb (SegueForecast *forecast,
                   gpointer       data)
{
  SegueScenarioDialog *self = data;

  self->after = segue_forecast_ref (forecast);
  show_chances (self);
}

static void
begin_drawing (SegueScenarioDialog *self)
{
  self->plan_drawing = segue_forecast_work_begin (self->plan, SEGUE_FORECAST_COMPARE_SAMPLES,
                                                  SEGUE_FORECAST_COMPARE_SEED, plan_drawn_cb, self);
  self->scenario_drawing = segue_forecast_work_begin (self->scenario, SEGUE_FORECAST_COMPARE_SAMPLES,
                                                      SEGUE_FORECAST_COMPARE_SEED, scenario_drawn_cb, self);
}

/* ---- both --------------------------------------------------------------- */

/* Said while the engine is still at work. */
static GtkWidget *
create_search (void)
{
  GtkWidget *row = create_row (_("Both plans are being laid out…"), NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_spinner_new ());
  return row;
}

static void
clear_groups (SegueScenarioDialog *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->goals, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static void
refresh (SegueScenarioDialog *self)
{
  clear_groups (self);
  if (self->plan == NULL || self->scenario == NULL)
    {
      adw_preferences_group_add (add_group (self, _("What Differs")), create_search ());
      return;
    }
  add_effect (self);
  for (int i = 0; i < segue_layout_get_problem (self->scenario)->n_goals; i++)
    add_goal (self, i);
  begin_drawing (self);
}

static void
plan_ready_cb (SegueLayout *layout,
               gpointer     data)
{
  SegueScenarioDialog *self = data;

  self->plan = segue_layout_ref (layout);
  refresh (self);
}

static void
scenario_ready_cb (SegueLayout *layout,
                   gpointer     data)
{
  SegueScenarioDialog *self = data;

  self->scenario = segue_layout_ref (layout);
  refresh (self);
}

static void
segue_scenario_dialog_dispose (GObject *object)
{
  SegueScenarioDialog *self = SEGUE_SCENARIO_DIALOG (object);

  g_clear_pointer (&self->plan_work, segue_layout_work_drop);
  g_clear_pointer (&self->scenario_work, segue_layout_work_drop);
  g_clear_pointer (&self->plan_drawing, segue_forecast_work_drop);
  g_clear_pointer (&self->scenario_drawing, segue_forecast_work_drop);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_SCENARIO_DIALOG);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->plan, segue_layout_unref);
  g_clear_pointer (&self->scenario, segue_layout_unref);
  g_clear_pointer (&self->before, segue_forecast_unref);
  g_clear_pointer (&self->after, segue_forecast_unref);

  G_OBJECT_CLASS (segue_scenario_dialog_parent_class)->dispose (object);
}

static void
segue_scenario_dialog_class_init (SegueScenarioDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_scenario_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-scenario-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueScenarioDialog, groups);
}

static void
segue_scenario_dialog_init (SegueScenarioDialog *self)
{
  self->goals = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_scenario_dialog_new:
 * @plan: a plan
 * @scenario: its what-if copy
 * @today: what a plan without a day of its own is scheduled from
 *
 * Returns: (transfer none): a dialog that compares them as they are now
 */
AdwDialog *
segue_scenario_dialog_new (SeguePlan *plan,
                           SeguePlan *scenario,
                           SegueDay   today)
{
  SegueScenarioDialog *self =
    g_object_new (SEGUE_TYPE_SCENARIO_DIALOG, "title", segue_plan_get_name (scenario), NULL);
  g_autoptr (SeguePlan) plan_copy = segue_plan_copy (plan);
  g_autoptr (SeguePlan) scenario_copy = segue_plan_copy (scenario);
  SegueSolveFlags flags = SEGUE_SOLVE_LATEST | SEGUE_SOLVE_REACHABLE;

  refresh (self);
  self->plan_work = segue_layout_work_begin (plan_copy, today, flags, NULL, plan_ready_cb, self);
  self->scenario_work = segue_layout_work_begin (scenario_copy, today, flags, NULL, scenario_ready_cb, self);
  return ADW_DIALOG (self);
}
