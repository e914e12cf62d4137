/* segue-backups-dialog.c - the backups there are, and what is in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/safety/segue-backups-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-dialog.h"
#include "ui/common/segue-ui.h"
#include "ui/safety/segue-plans-dialog.h"

struct _SegueBackupsDialog
{
  AdwDialog parent_instance;

  SegueArchive *archive;
  GPtrArray *backups; /* of SegueBackup, row by row */

  GtkWidget *write;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwStatusPage *empty_page;
  GtkListBox *list;
};

enum
{
  RESTORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueBackupsDialog, segue_backups_dialog, ADW_TYPE_DIALOG)

static const char *const reasons[] = {
  [SEGUE_BACKUP_DAILY]     = N_("Daily"),
  [SEGUE_BACKUP_MIGRATION] = N_("Before an update of Segue"),
  [SEGUE_BACKUP_IMPORT]    = N_("Before an import"),
  [SEGUE_BACKUP_RESTORE]   = N_("Before another backup was restored"),
  [SEGUE_BACKUP_BY_HAND]   = N_("Made by hand"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (reasons) == SEGUE_N_BACKUP_REASONS);

static char *
describe_time (SegueBackup *backup)
{
  g_autofree char *day = segue_text_day (segue_backup_get_day (backup));
  g_autofree char *time = g_date_time_format (segue_backup_get_made (backup), "%H:%M");

  /* Translators: when a backup was made: a date and a time of day. */
  return g_strdup_printf (_("%s, %s"), day, time);
}

static void
say (SegueBackupsDialog *self,
     const char         *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
add_row (SegueBackupsDialog *self,
         SegueBackup        *backup)
{
  GtkWidget *row = segue_ui_action_row_new ();
  g_autofree char *title = describe_time (backup);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(reasons[segue_backup_get_reason (backup)]));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

static void
refresh (SegueBackupsDialog *self)
{
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  self->backups = segue_archive_list (self->archive);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->backups->len; i++)
    add_row (self, self->backups->pdata[i]);
  gtk_stack_set_visible_child_name (self->pages, self->backups->len > 0 ? "list" : "empty");
}

static void
write_clicked_cb (SegueBackupsDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (segue_archive_write (self->archive, SEGUE_BACKUP_BY_HAND, &error))
    refresh (self);
  say (self, error ? error->message : _("The backup was written and read again."));
}

static void
accepted_cb (SegueBackupsDialog *self,
             GPtrArray          *plans)
{
  g_autoptr (GError) error = NULL;

  if (segue_archive_restore (self->archive, plans, &error))
    {
      g_signal_emit (self, signals[RESTORED], 0);
      adw_dialog_close (ADW_DIALOG (self));
    }
  else
    say (self, error->message);
}

static void
row_activated_cb (SegueBackupsDialog *self,
                  GtkListBoxRow      *row)
{
  SegueBackup *backup = self->backups->pdata[gtk_list_box_row_get_index (row)];
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = segue_archive_preview (self->archive, backup, &error);
  g_autofree char *title = describe_time (backup);
  AdwDialog *dialog;

  if (plans == NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("This backup is damaged"));
      gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
      say (self, error->message);
      return;
    }
  dialog = segue_plans_dialog_new (title, plans->len > 0
                                     ? _("These plans become what they were then. Plans that are not listed stay, and what there is now is backed up first.")
                                     : _("There are no plans in this backup."),
                                   plans, _("_Restore"));
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  segue_dialog_present (dialog, GTK_WIDGET (self));
}

static void
segue_backups_dialog_dispose (GObject *object)
{
  SegueBackupsDialog *self = SEGUE_BACKUPS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_BACKUPS_DIALOG);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_object (&self->archive);

  G_OBJECT_CLASS (segue_backups_dialog_parent_class)->dispose (object);
}

static void
segue_backups_dialog_class_init (SegueBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_backups_dialog_dispose;

  signals[RESTORED] = g_signal_new ("restored", SEGUE_TYPE_BACKUPS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/safety/segue-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueBackupsDialog, write);
  gtk_widget_class_bind_template_child (widget_class, SegueBackupsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SegueBackupsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, SegueBackupsDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SegueBackupsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, write_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
segue_backups_dialog_init (SegueBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_name_status_page (self->empty_page);
}

/**
 * segue_backups_dialog_new:
 * @archive: the backups
 * @can_write: whether a backup can be made now
 *
 * Returns: (transfer none): a dialog to be presented
 */
AdwDialog *
segue_backups_dialog_new (SegueArchive *archive,
                          gboolean      can_write)
{
  SegueBackupsDialog *self;

  g_return_val_if_fail (SEGUE_IS_ARCHIVE (archive), NULL);

  self = g_object_new (SEGUE_TYPE_BACKUPS_DIALOG, NULL);
  self->archive = g_object_ref (archive);
  gtk_widget_set_visible (self->write, can_write);
  refresh (self);
  return ADW_DIALOG (self);
}
