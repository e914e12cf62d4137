/* segue-application-plans.c - a new plan, and all plans there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/segue-application-private.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "exchange/segue-template.h"
#include "ui/common/segue-dialog.h"
#include "ui/editor/segue-new-plan-dialog.h"
#include "ui/window/segue-plan-manager.h"

/* The template in the first of the person's languages that there is one for. */
static char *
find_template (const char *template_name)
{
  const char *const *languages = g_get_language_names ();
  g_autofree char *fallback = g_strdup_printf ("%s.en.json", template_name);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s.json", template_name, languages[i]);
      g_autofree char *path = g_build_filename (PKGDATADIR, "templates", name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return g_build_filename (PKGDATADIR, "templates", fallback, NULL);
}

static void
finished_cb (SegueApplication *self,
             SegueAnswers     *answers)
{
  g_autofree char *path = find_template (answers->template_name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) plan = NULL;
  gsize length = 0;

  if (g_file_get_contents (path, &text, &length, &error))
    plan = segue_template_fill (text, length, answers, segue_application_get_today (self), &error);
  if (plan != NULL)
    segue_application_add_plan (self, plan);
  else
    segue_application_show_error (self, _("The Plan Was Not Made"), error->message);
}

/* Asks what it shall be about and shows it. */
void
segue_application_new_plan (SegueApplication *self)
{
  AdwDialog *dialog = segue_new_plan_dialog_new (segue_application_get_today (self));

  g_signal_connect_object (dialog, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  segue_dialog_present (dialog, GTK_WIDGET (segue_application_get_window (self)));
}

static const char *
get_current (SegueApplication *self)
{
  SegueSession *session = segue_application_get_session (self);

  return session ? segue_plan_get_id (segue_session_get_plan (session)) : NULL;
}

static void
show_plans (SegueApplication *self,
            SeguePlanManager *dialog)
{
  g_autoptr (GPtrArray) plans = segue_storage_list (segue_application_get_storage (self), NULL);

  if (plans != NULL)
    segue_plan_manager_set_plans (dialog, plans, get_current (self));
}

static SegueChangeSet *
rename_plan (SeguePlan   *plan,
             const char  *title,
             GError     **error)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_get_header (plan));
  g_autoptr (SegueRecord) header = NULL;

  segue_record_builder_set_string (builder, SEGUE_PLAN_TITLE, title);
  header = segue_record_builder_end (builder);
  return segue_edit_set_record (plan, header, error);
}

/* The one that is shown goes by its session, so that it can be undone there. */
static gboolean
perform_rename (SegueApplication *self,
                const char       *id,
                const char       *title,
                GError          **error)
{
  SegueStorage *storage = segue_application_get_storage (self);
  gboolean is_current = g_strcmp0 (id, get_current (self)) == 0;
  g_autoptr (SeguePlan) plan = is_current
    ? g_object_ref (segue_session_get_plan (segue_application_get_session (self)))
    : segue_storage_load (storage, id, error);
  g_autoptr (SegueChangeSet) change_set = plan ? rename_plan (plan, title, error) : NULL;

  if (change_set == NULL)
    return FALSE;
  if (is_current)
    return segue_session_perform (segue_application_get_session (self), change_set, error);
  return segue_storage_commit (storage, id, change_set, error);
}

static void
rename_cb (SeguePlanManager *dialog,
           const char       *id,
           const char       *title,
           gpointer          user_data)
{
  SegueApplication *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!perform_rename (self, id, title, &error))
    segue_application_show_error (self, _("The Plan Was Not Renamed"), error->message);
  segue_application_plans_changed (self);
  show_plans (self, dialog);
}

static void
close_cb (gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = user_data;

  adw_dialog_close (dialog);
}

static void
delete_cb (SeguePlanManager *dialog,
           const char       *id,
           gpointer          user_data)
{
  SegueApplication *self = user_data;
  gboolean was_current = g_strcmp0 (id, get_current (self)) == 0;
  g_autofree char *owned = g_strdup (id);
  g_autoptr (GError) error = NULL;

  if (!segue_storage_remove (segue_application_get_storage (self), owned, &error))
    {
      segue_application_show_error (self, _("The Plan Was Not Deleted"), error->message);
      return;
    }
  if (was_current)
    {
      /* The question is still about to close; what lies below it waits. */
      g_idle_add_once (close_cb, g_object_ref (dialog));
      segue_application_reopen (self);
      return;
    }
  segue_application_plans_changed (self);
  show_plans (self, dialog);
}

static void
open_cb (SeguePlanManager *dialog,
         const char       *id,
         gpointer          user_data)
{
  segue_application_open_plan (user_data, id);
}

/* Shows all plans, to open, rename and delete them. */
void
segue_application_show_plans (SegueApplication *self)
{
  AdwDialog *dialog = segue_plan_manager_new ();

  show_plans (self, SEGUE_PLAN_MANAGER (dialog));
  g_signal_connect_object (dialog, "open", G_CALLBACK (open_cb), self, 0);
  g_signal_connect_object (dialog, "rename", G_CALLBACK (rename_cb), self, 0);
  g_signal_connect_object (dialog, "delete", G_CALLBACK (delete_cb), self, 0);
  g_signal_connect_object (dialog, "create", G_CALLBACK (segue_application_new_plan), self, G_CONNECT_SWAPPED);
  segue_dialog_present (dialog, GTK_WIDGET (segue_application_get_window (self)));
}
