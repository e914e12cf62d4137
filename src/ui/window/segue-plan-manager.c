/* segue-plan-manager.c - all plans there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-plan-manager.h"
#include "ui/common/segue-ui.h"

#include <glib/gi18n.h>

struct _SeguePlanManager
{
  AdwDialog parent_instance;

  GPtrArray *rows;
  AdwPreferencesGroup *group;
};

enum
{
  OPEN,
  RENAME,
  DELETE,
  CREATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SeguePlanManager, segue_plan_manager, ADW_TYPE_DIALOG)

static const char *
get_id (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "segue-id");
}

static void
open_cb (SeguePlanManager *self,
         GtkWidget        *row)
{
  g_autofree char *id = g_strdup (get_id (row));

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[OPEN], 0, id);
}

static void
create_cb (SeguePlanManager *self)
{
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CREATE], 0);
}

static void
renamed_cb (SeguePlanManager *self,
            const char       *response,
            AdwAlertDialog   *question)
{
  GtkEditable *entry = GTK_EDITABLE (adw_alert_dialog_get_extra_child (question));
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "rename") && title[0] != '\0')
    g_signal_emit (self, signals[RENAME], 0, get_id (question), title);
}

static void
deleted_cb (SeguePlanManager *self,
            const char       *response,
            AdwAlertDialog   *question)
{
  if (g_str_equal (response, "delete"))
    g_signal_emit (self, signals[DELETE], 0, get_id (question));
}

static void
ask (SeguePlanManager *self,
     AdwAlertDialog   *question,
     const char       *id,
     GCallback         answered)
{
  g_object_set_data_full (G_OBJECT (question), "segue-id", g_strdup (id), g_free);
  adw_alert_dialog_set_close_response (question, "cancel");
  g_signal_connect_object (question, "response", answered, self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self));
}

static void
rename_cb (SeguePlanManager *self,
           GtkWidget        *button)
{
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Rename Plan"), NULL));
  GtkWidget *row = g_object_get_data (G_OBJECT (button), "segue-row");
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  adw_alert_dialog_set_extra_child (question, entry);
  adw_alert_dialog_add_responses (question, "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_alert_dialog_set_response_appearance (question, "rename", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (question, "rename");
  ask (self, question, get_id (row), G_CALLBACK (renamed_cb));
  gtk_widget_grab_focus (entry);
}

static void
delete_cb (SeguePlanManager *self,
           GtkWidget        *button)
{
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Delete This Plan?"), NULL));
  GtkWidget *row = g_object_get_data (G_OBJECT (button), "segue-row");

  /* Translators: the title of a plan */
  adw_alert_dialog_format_body (question, _("“%s” and everything in it is deleted for good."),
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  adw_alert_dialog_add_responses (question, "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (question, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question, "cancel");
  ask (self, question, get_id (row), G_CALLBACK (deleted_cb));
}

static void
add_button (SeguePlanManager *self,
            GtkWidget        *row,
            const char       *icon,
            const char       *tooltip,
            GCallback         callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "segue-row", row);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
segue_plan_manager_dispose (GObject *object)
{
  g_clear_pointer (&SEGUE_PLAN_MANAGER (object)->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_PLAN_MANAGER);

  G_OBJECT_CLASS (segue_plan_manager_parent_class)->dispose (object);
}

static void
segue_plan_manager_class_init (SeguePlanManagerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_plan_manager_dispose;

  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RENAME] = g_signal_new ("rename", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[DELETE] = g_signal_new ("delete", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-plan-manager.ui");
  gtk_widget_class_bind_template_child (widget_class, SeguePlanManager, group);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
segue_plan_manager_init (SeguePlanManager *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
segue_plan_manager_new (void)
{
  return g_object_new (SEGUE_TYPE_PLAN_MANAGER, NULL);
}

/**
 * segue_plan_manager_set_plans:
 * @self: a dialog
 * @plans: (element-type SegueRecord): the plan records there are
 * @current: (nullable): the id of the one that is shown
 */
void
segue_plan_manager_set_plans (SeguePlanManager *self,
                              GPtrArray        *plans,
                              const char       *current)
{
  g_return_if_fail (SEGUE_IS_PLAN_MANAGER (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < plans->len; i++)
    {
      const SegueRecord *plan = plans->pdata[i];
      GtkWidget *row = segue_ui_action_row_new ();

      g_object_set_data_full (G_OBJECT (row), "segue-id", g_strdup (segue_record_get_id (plan)), g_free);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), segue_record_get_title (plan));
      if (g_strcmp0 (segue_record_get_id (plan), current) == 0)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Shown now"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
      add_button (self, row, "document-edit-symbolic", _("Rename Plan"), G_CALLBACK (rename_cb));
      add_button (self, row, "user-trash-symbolic", _("Delete Plan"), G_CALLBACK (delete_cb));
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
}
