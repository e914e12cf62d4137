/* segue-scenario-dialog.c - a what-if copy beside its plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-scenario-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-effect.h"
#include "core/segue-outlook.h"

struct _SegueScenarioDialog
{
  AdwDialog parent_instance;

  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (SegueScenarioDialog, segue_scenario_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
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

/* One measure in both; what is the same is said once. */
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
  /* Translators: what a measure is in the what-if copy, and what it is in the plan. */
  g_autofree char *both = g_strdup_printf (_("%1$s (in the plan: %2$s)"), after, before);

  if (g_str_equal (before, "–") && g_str_equal (after, "–"))
    return;
  adw_preferences_group_add (group, create_row (name, g_str_equal (before, after) ? after : both));
}

static void
add_goal (SegueScenarioDialog *self,
          SegueLayout         *plan,
          SegueLayout         *scenario,
          int                  goal)
{
  const SegueRecord *record = segue_layout_get_goal (scenario, goal);
  int plan_goal = segue_layout_find (plan, SEGUE_KIND_GOAL, segue_record_get_id (record));
  AdwPreferencesGroup *group;

  if (plan_goal < 0)
    return;
  group = add_group (self, segue_record_get_title (record));
  for (int i = 0; i < SEGUE_OUTLOOK_N_MEASURES; i++)
    add_measure (group, plan, plan_goal, scenario, goal, (SegueOutlookMeasure) i);
}

static void
add_effect (SegueScenarioDialog *self,
            SegueLayout         *plan,
            SegueLayout         *scenario)
{
  g_autoptr (SegueEffect) effect = segue_effect_new (plan, scenario);
  g_auto (GStrv) sentences = segue_effect_describe (effect);
  AdwPreferencesGroup *group = add_group (self, _("What Differs"));

  if (sentences[0] == NULL)
    adw_preferences_group_add (group, create_row (_("No date and no route differs."), NULL));
  for (guint i = 0; sentences[i] != NULL; i++)
    adw_preferences_group_add (group, create_row (sentences[i], NULL));
}

static void
segue_scenario_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_SCENARIO_DIALOG);

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
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_scenario_dialog_new:
 * @title: what the scenario is called
 * @plan: the plan laid out
 * @scenario: its what-if copy laid out
 *
 * Returns: (transfer none): a dialog that compares them
 */
AdwDialog *
segue_scenario_dialog_new (const char  *title,
                           SegueLayout *plan,
                           SegueLayout *scenario)
{
  SegueScenarioDialog *self = g_object_new (SEGUE_TYPE_SCENARIO_DIALOG, "title", title, NULL);

  add_effect (self, plan, scenario);
  for (int i = 0; i < segue_layout_get_problem (scenario)->n_goals; i++)
    add_goal (self, plan, scenario, i);
  return ADW_DIALOG (self);
}
