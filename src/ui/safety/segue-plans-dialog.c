/* segue-plans-dialog.c - plans that are about to be taken in, with what is in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/safety/segue-plans-dialog.h"
#include "ui/common/segue-ui.h"

#include <glib/gi18n.h>

struct _SeguePlansDialog
{
  AdwDialog parent_instance;

  GPtrArray *plans; /* of SeguePlan */
  GPtrArray *checks; /* of GtkCheckButton, one a plan; borrowed */

  AdwPreferencesGroup *group;
  GtkButton *accept;
  GtkWidget *second;
  GtkLabel *second_label;
};

enum
{
  ACCEPTED,
  SECOND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SeguePlansDialog, segue_plans_dialog, ADW_TYPE_DIALOG)

static GPtrArray *
collect (SeguePlansDialog *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->plans->len; i++)
    if (self->checks->len == 0 || gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (chosen, g_object_ref (self->plans->pdata[i]));
  return chosen;
}

static void
answer (SeguePlansDialog *self,
        guint             signal)
{
  g_autoptr (SeguePlansDialog) alive = g_object_ref (self);
  g_autoptr (GPtrArray) chosen = collect (self);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[signal], 0, chosen);
}

static void
accept_clicked_cb (SeguePlansDialog *self)
{
  answer (self, ACCEPTED);
}

static void
second_clicked_cb (SeguePlansDialog *self)
{
  answer (self, SECOND);
}

static void
toggled_cb (SeguePlansDialog *self)
{
  g_autoptr (GPtrArray) chosen = collect (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), chosen->len > 0);
}

static void
add_row (SeguePlansDialog *self,
         SeguePlan        *plan,
         gboolean          with_check)
{
  GtkWidget *row = segue_ui_action_row_new ();
  g_autofree char *counts = segue_plans_dialog_count (plan);
  GtkWidget *check;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), segue_plan_get_name (plan));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), counts);
  if (with_check)
    {
      check = gtk_check_button_new ();
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      segue_plan_get_name (plan), -1);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      g_ptr_array_add (self->checks, check);
    }
  adw_preferences_group_add (self->group, row);
}

static void
segue_plans_dialog_dispose (GObject *object)
{
  SeguePlansDialog *self = SEGUE_PLANS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_PLANS_DIALOG);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);

  G_OBJECT_CLASS (segue_plans_dialog_parent_class)->dispose (object);
}

static void
segue_plans_dialog_class_init (SeguePlansDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_plans_dialog_dispose;

  signals[ACCEPTED] = g_signal_new ("accepted", SEGUE_TYPE_PLANS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[SECOND] = g_signal_new ("second", SEGUE_TYPE_PLANS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/safety/segue-plans-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SeguePlansDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SeguePlansDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, SeguePlansDialog, second);
  gtk_widget_class_bind_template_child (widget_class, SeguePlansDialog, second_label);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, second_clicked_cb);
}

static void
segue_plans_dialog_init (SeguePlansDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_plans_dialog_new:
 * @title: what is about to happen
 * @description: (nullable): what it means, in whole sentences
 * @plans: (element-type SeguePlan): what would be taken in
 * @accept_label: the button that does it
 *
 * Returns: (transfer none): a dialog to be presented
 */
AdwDialog *
segue_plans_dialog_new (const char *title,
                        const char *description,
                        GPtrArray  *plans,
                        const char *accept_label)
{
  SeguePlansDialog *self = g_object_new (SEGUE_TYPE_PLANS_DIALOG, "title", title, NULL);
  g_autofree char *escaped = description ? g_markup_escape_text (description, -1) : NULL;

  self->plans = g_ptr_array_ref (plans);
  adw_preferences_group_set_description (self->group, escaped);
  for (guint i = 0; i < plans->len; i++)
    add_row (self, plans->pdata[i], plans->len > 1);
  gtk_button_set_label (self->accept, accept_label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), plans->len > 0);
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->accept));
  if (plans->len == 1)
    segue_ui_begin_at (ADW_DIALOG (self), GTK_WIDGET (self->accept)); /* There is nothing to choose before. */
  return ADW_DIALOG (self);
}

/**
 * segue_plans_dialog_set_second:
 * @self: a dialog
 * @label: another thing to do with the plans
 */
void
segue_plans_dialog_set_second (SeguePlansDialog *self,
                               const char       *label)
{
  g_return_if_fail (SEGUE_IS_PLANS_DIALOG (self));

  gtk_label_set_label (self->second_label, label);
  gtk_widget_set_visible (self->second, TRUE);
}

/**
 * segue_plans_dialog_count:
 * @plan: a plan
 *
 * Returns: (transfer full): how much is in it, as "4 goals, 19 steps, 31 rules"
 */
char *
segue_plans_dialog_count (SeguePlan *plan)
{
  guint n_goals = segue_plan_count (plan, SEGUE_KIND_GOAL);
  guint n_steps = segue_plan_count (plan, SEGUE_KIND_STEP);
  guint n_rules = segue_plan_count (plan, SEGUE_KIND_RULE);
  g_autofree char *goals = g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);
  g_autofree char *rules = g_strdup_printf (ngettext ("%u rule", "%u rules", n_rules), n_rules);

  /* Translators: what is in a plan: counts as “3 goals”, “12 steps” and “20 rules”. */
  return g_strdup_printf (_("%s, %s, %s"), goals, steps, rules);
}
