/* segue-preferences-dialog.c - how a person wants the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-preferences-dialog.h"

#include "core/segue-edit.h"

struct _SeguePreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  SegueSession *session; /* NULL where no plan is open */
  gboolean updating;

  AdwComboRow *weekday_row;
  AdwComboRow *style_row;
  AdwSwitchRow *motion_row;
  AdwSwitchRow *reminder_row;
  AdwPreferencesGroup *plan_group;
  AdwComboRow *rhythm_row;
  AdwSpinRow *slack_row;
  AdwActionRow *folder_row;
};

enum
{
  EDITED,
  FAILED,
  FOLDER_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SeguePreferencesDialog, segue_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
show_plan (SeguePreferencesDialog *self)
{
  const SegueRecord *header = segue_plan_get_header (segue_session_get_plan (self->session));

  self->updating = TRUE;
  adw_combo_row_set_selected (self->rhythm_row, (guint) segue_record_get_int (header, SEGUE_PLAN_REVIEW_RHYTHM));
  adw_spin_row_set_value (self->slack_row, segue_record_get_int (header, SEGUE_PLAN_SLACK_DAYS));
  self->updating = FALSE;
}

static void
set_plan_field (SeguePreferencesDialog *self,
                guint                   field,
                gint64                  value)
{
  SeguePlan *plan = segue_session_get_plan (self->session);
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_get_header (plan));
  g_autoptr (SegueChangeSet) change_set = NULL;
  g_autoptr (SegueRecord) header = NULL;
  g_autoptr (GError) error = NULL;

  segue_record_builder_set_int (builder, field, value);
  header = segue_record_builder_end (builder);
  if (segue_record_equal (header, segue_plan_get_header (plan)))
    return;
  change_set = segue_edit_set_record (plan, header, &error);
  if (change_set != NULL && segue_session_perform (self->session, change_set, &error))
    {
      g_signal_emit (self, signals[EDITED], 0, change_set);
      return;
    }
  g_signal_emit (self, signals[FAILED], 0, error->message);
  show_plan (self);
}

static void
rhythm_changed_cb (SeguePreferencesDialog *self)
{
  if (!self->updating && self->session != NULL)
    set_plan_field (self, SEGUE_PLAN_REVIEW_RHYTHM, adw_combo_row_get_selected (self->rhythm_row));
}

static void
slack_changed_cb (SeguePreferencesDialog *self)
{
  if (!self->updating && self->session != NULL)
    set_plan_field (self, SEGUE_PLAN_SLACK_DAYS, (gint64) adw_spin_row_get_value (self->slack_row));
}

static void
folder_clicked_cb (SeguePreferencesDialog *self)
{
  g_signal_emit (self, signals[FOLDER_WANTED], 0);
}

static void
segue_preferences_dialog_dispose (GObject *object)
{
  SeguePreferencesDialog *self = SEGUE_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (segue_preferences_dialog_parent_class)->dispose (object);
}

static void
segue_preferences_dialog_class_init (SeguePreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_preferences_dialog_dispose;

  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, SEGUE_TYPE_CHANGE_SET);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FOLDER_WANTED] = g_signal_new ("folder-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SeguePreferencesDialog, weekday_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePreferencesDialog, style_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePreferencesDialog, motion_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePreferencesDialog, reminder_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePreferencesDialog, plan_group);
  gtk_widget_class_bind_template_child (widget_class, SeguePreferencesDialog, rhythm_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePreferencesDialog, slack_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePreferencesDialog, folder_row);
  gtk_widget_class_bind_template_callback (widget_class, rhythm_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, slack_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
}

static void
segue_preferences_dialog_init (SeguePreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_preferences_dialog_new:
 * @settings: where it is kept
 * @session: (nullable): the plan that is open
 * @backups: the folder of the backups
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
segue_preferences_dialog_new (GSettings    *settings,
                              SegueSession *session,
                              const char   *backups)
{
  g_autofree char *title = NULL;
  SeguePreferencesDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings) && backups != NULL, NULL);

  self = g_object_new (SEGUE_TYPE_PREFERENCES_DIALOG, NULL);
  g_settings_bind (settings, "first-weekday", self->weekday_row, "selected", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "style", self->style_row, "selected", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reduce-motion", self->motion_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind-of-reviews", self->reminder_row, "active", G_SETTINGS_BIND_DEFAULT);
  adw_action_row_set_subtitle (self->folder_row, backups);
  g_set_object (&self->session, session);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_group), session != NULL);
  if (session == NULL)
    return ADW_DIALOG (self);
  title = g_markup_escape_text (segue_plan_get_name (segue_session_get_plan (session)), -1);
  adw_preferences_group_set_description (self->plan_group, title);
  show_plan (self);
  return ADW_DIALOG (self);
}
