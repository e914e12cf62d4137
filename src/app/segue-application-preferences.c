/* segue-application-preferences.c - what a person wishes, shown and followed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/segue-application-private.h"

#include "store/segue-backups.h"
#include "ui/window/segue-preferences-dialog.h"

static const AdwColorScheme styles[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };

static void
style_changed_cb (GSettings *settings)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), styles[g_settings_get_int (settings, "style")]);
}

/* Motion that the desktop does without does not come back. */
static void
motion_changed_cb (GSettings *settings)
{
  GtkSettings *toolkit = gtk_settings_get_default ();

  if (g_settings_get_boolean (settings, "reduce-motion"))
    g_object_set (toolkit, "gtk-enable-animations", FALSE, NULL);
  else
    gtk_settings_reset_property (toolkit, "gtk-enable-animations");
}

/* From now on what is set in the preferences holds at once. */
void
segue_application_follow_settings (SegueApplication *self)
{
  GSettings *settings = segue_application_get_settings (self);

  g_signal_connect (settings, "changed::style", G_CALLBACK (style_changed_cb), NULL);
  g_signal_connect (settings, "changed::reduce-motion", G_CALLBACK (motion_changed_cb), NULL);
  style_changed_cb (settings);
  motion_changed_cb (settings);
}

static char *
dup_backups_folder (SegueApplication *self)
{
  g_autoptr (SegueArchive) archive = segue_application_dup_archive (self);

  return segue_backups_dup_folder (SEGUE_BACKUPS (archive));
}

/* Before the first backup there is no folder of them; the plans are beside it. */
static void
folder_wanted_cb (SegueApplication *self)
{
  g_autofree char *folder = dup_backups_folder (self);
  g_autofree char *plans = g_path_get_dirname (folder);
  g_autoptr (GFile) file = g_file_new_for_path (g_file_test (folder, G_FILE_TEST_IS_DIR) ? folder : plans);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (segue_application_get_window (self)), NULL, NULL, NULL);
}

/* Shows what can be wished. */
void
segue_application_show_preferences (SegueApplication *self)
{
  SegueWindow *window = segue_application_get_window (self);
  g_autofree char *folder = dup_backups_folder (self);
  AdwDialog *dialog = segue_preferences_dialog_new (segue_application_get_settings (self),
                                                    segue_application_get_session (self), folder);

  g_signal_connect_object (dialog, "edited", G_CALLBACK (segue_window_edited), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (segue_window_show_message), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "folder-wanted", G_CALLBACK (folder_wanted_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}
