/* segue-dialog.c - showing dialogs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dialog is made, styled and measured, and drawn in turns of the main loop of
 * their own, and each is done once: together they keep the window from the next
 * thing for too long.
 */
#include "config.h"

#include "ui/common/segue-dialog.h"

/* In the first frame, before anything is placed. The dialog opens, and looks for a focus, in the second one. */
static gboolean
show_content_cb (GtkWidget     *dialog,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  gtk_widget_set_visible (adw_dialog_get_child (ADW_DIALOG (dialog)), TRUE);
  return G_SOURCE_REMOVE;
}

/* A dialog that is as large as what is in it asks that for its size when it is presented. */
static gboolean
has_size (AdwDialog *dialog)
{
  return adw_dialog_get_content_width (dialog) > 0 && adw_dialog_get_content_height (dialog) > 0 &&
         !adw_dialog_get_follows_content_size (dialog);
}

/**
 * segue_dialog_present:
 * @dialog: a dialog with a child that was not presented yet
 * @parent: from where it is opened
 *
 * Shows it. What is in it is styled and measured in the first frame, not at
 * once, and mapped when the sheet is opened in the second one.
 */
void
segue_dialog_present (AdwDialog *dialog,
                      GtkWidget *parent)
{
  GtkWidget *content;

  g_return_if_fail (ADW_IS_DIALOG (dialog));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  content = adw_dialog_get_child (dialog);
  /* What its bars give it when it is first given a place: all in it would be styled once more then. */
  if (ADW_IS_TOOLBAR_VIEW (content))
    gtk_widget_add_css_class (content, "undershoot-top");
  if (has_size (dialog))
    {
      gtk_widget_set_visible (content, FALSE);
      gtk_widget_add_tick_callback (GTK_WIDGET (dialog), show_content_cb, NULL, NULL);
    }
  adw_dialog_present (dialog, parent);
}
