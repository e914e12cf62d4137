/* segue-application-scenarios.c - what if: copies of a plan to try things in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   plan ── What If… ──► copy, opened ── Compare
 *     ▲                    │  │
 *     └──── Take Over ◄────┘  └── Delete
 */
#include "config.h"

#include "app/segue-application-private.h"

#include <glib/gi18n.h>

#include "core/segue-scenario.h"
#include "ui/common/segue-dialog.h"
#include "ui/window/segue-scenario-dialog.h"

static SeguePlan *
get_plan (SegueApplication *self)
{
  SegueSession *session = segue_application_get_session (self);

  return session ? segue_session_get_plan (session) : NULL;
}

static gboolean
is_stored (SegueApplication *self,
           const char       *id)
{
  g_autoptr (GPtrArray) plans = segue_storage_list (segue_application_get_storage (self), NULL);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    if (g_str_equal (segue_record_get_id (g_ptr_array_index (plans, i)), id))
      return TRUE;
  return FALSE;
}

/* The id of the plan of which the open one is a copy; NULL too when that one is gone. */
static const char *
get_parent_id (SegueApplication *self)
{
  SeguePlan *plan = get_plan (self);
  const char *id = plan ? segue_record_get_string (segue_plan_get_header (plan), SEGUE_PLAN_PARENT) : NULL;

  return id != NULL && is_stored (self, id) ? id : NULL;
}

static SeguePlan *
load_parent (SegueApplication *self)
{
  g_autoptr (GError) error = NULL;
  SeguePlan *parent = segue_storage_load (segue_application_get_storage (self), get_parent_id (self), &error);

  if (parent == NULL)
    segue_application_show_error (self, _("The Plan Could Not Be Read"), error->message);
  return parent;
}

static void
named_cb (SegueApplication *self,
          const char       *response,
          AdwAlertDialog   *dialog)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog)));
  g_autoptr (SeguePlan) scenario = NULL;

  if (!g_str_equal (response, "create") || title[0] == '\0' || get_plan (self) == NULL)
    return;
  scenario = segue_scenario_new (get_plan (self), title);
  segue_application_add_plan (self, scenario);
}

static void
what_if_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  SegueApplication *self = user_data;
  AdwDialog *dialog = adw_alert_dialog_new (_("What If…"), _("A copy of the plan is made in which anything can be tried. The plan itself stays as it is."));
  GtkWidget *entry = gtk_entry_new ();
  /* Translators: the name of a what-if copy; %s is the title of the plan. */
  g_autofree char *title = g_strdup_printf (_("%s – what if"), segue_plan_get_title (get_plan (self)));

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "create", _("Make a _Copy"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "create", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "create");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (segue_application_get_window (self)));
}

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  SegueApplication *self = user_data;
  SegueSession *session = segue_application_get_session (self);
  g_autoptr (SeguePlan) parent = load_parent (self);

  if (parent != NULL)
    segue_dialog_present (segue_scenario_dialog_new (parent, segue_session_get_plan (session),
                                                     segue_session_get_today (session)),
                          GTK_WIDGET (segue_application_get_window (self)));
}

/* The plan says from now on what its copy says; that is one edit, and can be undone. */
static void
take_over_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  SegueApplication *self = user_data;
  g_autoptr (SeguePlan) scenario = g_object_ref (get_plan (self));
  g_autofree char *parent_id = g_strdup (get_parent_id (self));
  g_autoptr (SegueChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;
  SegueSession *session;

  if (parent_id == NULL)
    return;
  segue_application_open_plan (self, parent_id);
  session = segue_application_get_session (self);
  if (session == NULL || !g_str_equal (segue_plan_get_id (segue_session_get_plan (session)), parent_id))
    return;
  change_set = segue_edit_take_over (segue_session_get_plan (session), scenario, &error);
  if (change_set != NULL && segue_session_perform (session, change_set, &error))
    segue_window_show_message (segue_application_get_window (self), segue_change_set_get_label (change_set));
  else
    segue_window_show_message (segue_application_get_window (self), error->message);
}

static void
deletion_cb (SegueApplication *self,
             const char       *response)
{
  g_autofree char *id = get_plan (self) ? g_strdup (segue_plan_get_id (get_plan (self))) : NULL;
  g_autofree char *parent_id = g_strdup (get_parent_id (self));
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "delete") || id == NULL || parent_id == NULL)
    return;
  segue_application_open_plan (self, parent_id);
  if (!segue_storage_remove (segue_application_get_storage (self), id, &error))
    segue_application_show_error (self, _("The Copy Was Not Deleted"), error->message);
  segue_application_refresh (self, NULL);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  SegueApplication *self = user_data;
  AdwDialog *dialog = adw_alert_dialog_new (_("Delete This Copy?"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), _("“%s” is deleted for good. The plan from which it was made stays."),
                                segue_plan_get_name (get_plan (self)));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (deletion_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (segue_application_get_window (self)));
}

static const GActionEntry entries[] = {
  { .name = "what-if", .activate = what_if_cb },
  { .name = "compare-scenario", .activate = compare_cb },
  { .name = "take-over", .activate = take_over_cb },
  { .name = "delete-scenario", .activate = delete_cb },
};

void
segue_application_add_scenario_actions (SegueApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  segue_application_update_scenario_actions (self);
}

/* A copy is made of a plan; the rest can be done with a copy only. */
void
segue_application_update_scenario_actions (SegueApplication *self)
{
  gboolean writable = segue_application_can_write (self);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gboolean enabled = i == 0 ? get_plan (self) != NULL && writable
                                : get_parent_id (self) != NULL && (writable || i == 1);

      g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)), enabled);
    }
}
