/* segue-application-safety.c - backups, and what to do about a file in trouble
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/segue-application-private.h"

#include <glib/gi18n.h>

#include "ui/common/segue-dialog.h"
#include "ui/safety/segue-backups-dialog.h"
#include "ui/safety/segue-plans-dialog.h"

static void
present (SegueApplication *self,
         AdwDialog        *dialog)
{
  segue_dialog_present (dialog, GTK_WIDGET (segue_application_get_window (self)));
}

static void
restored_cb (SegueApplication *self)
{
  if (segue_application_can_write (self))
    segue_application_refresh (self, _("Restore a Backup"));
  else
    segue_application_reopen (self);
  segue_window_show_message (segue_application_get_window (self), _("The plans were restored."));
}

/* Lists the backups; where nothing is open, to restore one. */
void
segue_application_show_backups (SegueApplication *self)
{
  g_autoptr (SegueArchive) archive = segue_application_dup_archive (self);
  AdwDialog *dialog = segue_backups_dialog_new (archive, segue_application_can_write (self));

  g_signal_connect_object (dialog, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  present (self, dialog);
}

static void
take_anew (SegueApplication *self,
           GPtrArray        *plans)
{
  g_autoptr (SegueArchive) archive = segue_application_dup_archive (self);
  g_autoptr (GError) error = NULL;

  if (segue_archive_restore (archive, plans, &error))
    segue_application_reopen (self);
  else
    segue_application_show_error (self, _("Nothing Was Changed"), error->message);
}

typedef struct
{
  SegueApplication *application;
  GPtrArray *plans; /* of SeguePlan */
} Saving;

static void
free_saving (Saving *saving)
{
  g_object_unref (saving->application);
  g_ptr_array_unref (saving->plans);
  g_free (saving);
}

static void
save (Saving *saving,
      GFile  *file)
{
  g_autoptr (SegueArchive) archive = segue_application_dup_archive (saving->application);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!segue_archive_save (archive, saving->plans, g_file_peek_path (file), &error))
    {
      segue_application_show_error (saving->application, _("Nothing Was Saved"), error->message);
      return;
    }
  /* Translators: the name of a file. */
  message = g_strdup_printf (_("The plans were saved in “%s”."), name);
  segue_window_show_message (segue_application_get_window (saving->application), message);
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    save (saving, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    segue_application_show_error (saving->application, _("Nothing Was Saved"), error->message);
  free_saving (saving);
}

/* The damaged file stays where it is; what could be read goes elsewhere. */
static void
choose_target_cb (SegueApplication *self,
                  GPtrArray        *plans)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving) { g_object_ref (self), g_ptr_array_ref (plans) };
  gtk_file_dialog_set_title (dialog, _("Save What Can Be Read"));
  /* Translators: the name of a file with plans that were saved from a damaged one; leave “.db”. */
  gtk_file_dialog_set_initial_name (dialog, _("Recovered Plans.db"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (segue_application_get_window (self)), NULL, target_chosen_cb, saving);
}

/* Shows what can still be read of a damaged file, and makes a new one of it. */
void
segue_application_salvage (SegueApplication *self)
{
  g_autoptr (SegueArchive) archive = segue_application_dup_archive (self);
  g_autoptr (GError) error = NULL;
  guint n_lost = 0;
  g_autoptr (GPtrArray) plans = segue_archive_salvage (archive, &n_lost, &error);
  g_autofree char *lost = NULL;
  g_autofree char *description = NULL;
  AdwDialog *dialog;

  if (plans == NULL)
    {
      segue_application_show_error (self, _("Nothing Could Be Read"), error->message);
      return;
    }
  /* Translators: how many rows of a damaged file are lost. */
  lost = n_lost == 0 ? g_strdup (_("What could still be found is all here; what stood in the damaged part is lost."))
                     : g_strdup_printf (ngettext ("%u entry was damaged and is left out.",
                                                  "%u entries were damaged and are left out.", n_lost), n_lost);
  /* Translators: %s is a sentence about what was lost. */
  description = g_strdup_printf (_("%s A new file is made of these plans; the damaged one is kept under another name."), lost);
  dialog = segue_plans_dialog_new (_("What Can Be Read"), description, plans, _("_Make a New File"));
  segue_plans_dialog_set_second (SEGUE_PLANS_DIALOG (dialog), _("_Save as Another File…"));
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (take_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "second", G_CALLBACK (choose_target_cb), self, G_CONNECT_SWAPPED);
  present (self, dialog);
}

static void
begin_anew_cb (SegueApplication *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  take_anew (self, none);
}

/* After a question: an empty file, beside the one that is there. */
void
segue_application_begin_anew (SegueApplication *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Begin Without Plans?"), NULL);

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog),
                             _("A new, empty file is made. What is there now is kept under another name, and the backups stay."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "begin", _("_Begin"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response::begin", G_CALLBACK (begin_anew_cb), self, G_CONNECT_SWAPPED);
  present (self, dialog);
}
