/* segue-application.c - joins the rooms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/segue-application-private.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "app/segue-guard.h"
#include "store/segue-backups.h"
#include "app/segue-clipboard.h"
#include "platform/segue-reminder.h"
#include "store/segue-opening.h"
#include "ui/common/segue-shortcuts.h"
#include "ui/common/segue-ui.h"

/* µs that no edit keeps the window waiting for the dates. */
#define MAX_WAIT (20 * 1000)

/* How long an edit waits for another program that writes to the plans. */
#define PATIENCE_MS 1500

struct _SegueApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  SegueOpening *opening; /* from the start until there is a window */
  SegueStorage *storage;
  SegueGuard *guard;
  SegueWindow *window;
  guint clock_id;
  guint term_id;
  SegueDay reminded_on;
  gboolean wants_sample;
};

G_DEFINE_FINAL_TYPE (SegueApplication, segue_application, ADW_TYPE_APPLICATION)

static SegueDay
read_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return segue_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now));
}

static void
remind (SegueApplication *self)
{
  SegueSession *session = self->window ? segue_window_get_session (self->window) : NULL;

  if (!g_settings_get_boolean (self->settings, "remind-of-reviews"))
    {
      segue_reminder_withdraw (G_APPLICATION (self));
      self->reminded_on = SEGUE_DAY_NONE;
    }
  else if (session != NULL)
    self->reminded_on = segue_reminder_update (G_APPLICATION (self), segue_session_get_plan (session),
                                               segue_layout_get_now (segue_session_get_layout (session)),
                                               self->reminded_on);
}

static gboolean
clock_cb (gpointer user_data)
{
  SegueApplication *self = user_data;
  SegueSession *session = self->window ? segue_window_get_session (self->window) : NULL;

  if (session != NULL && segue_session_get_today (session) != read_clock ())
    segue_session_set_today (session, read_clock ());
  if (self->guard != NULL)
    segue_guard_tick (self->guard);
  remind (self);
  return G_SOURCE_CONTINUE;
}

/* A menu is as wide as its longest item, and takes an underscore for the mark of a key. */
static char *
make_menu_label (const char *title)
{
  enum { MAX_CHARS = 40 };
  g_autofree char *shown = g_utf8_strlen (title, -1) > MAX_CHARS ? g_utf8_substring (title, 0, MAX_CHARS - 1) : NULL;
  g_auto (GStrv) parts = g_strsplit (shown ? shown : title, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  return shown ? g_strconcat (g_strchomp (label), "…", NULL) : g_steal_pointer (&label);
}

static void
refresh_plans_menu (SegueApplication *self)
{
  GMenu *menu = segue_window_get_plans_menu (self->window);
  g_autoptr (GPtrArray) plans = segue_storage_list (self->storage, NULL);

  g_menu_remove_all (menu);
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const SegueRecord *plan = g_ptr_array_index (plans, i);
      g_autofree char *label = make_menu_label (segue_record_get_title (plan));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-plan", "s", segue_record_get_id (plan));
      g_menu_append_item (menu, item);
    }
}

/* Whether what cannot be opened for @error can be looked at. It is tried, since
 * nothing else tells; what is damaged or held by others is no use. */
static gboolean
can_read (const GError *error)
{
  g_autofree char *path = segue_sqlite_store_get_default_path ();
  g_autoptr (SegueSqliteStore) store = NULL;
  g_autoptr (GPtrArray) plans = NULL;

  if (g_error_matches (error, SEGUE_ERROR, SEGUE_ERROR_NEWER) ||
      g_error_matches (error, SEGUE_ERROR, SEGUE_ERROR_READ_ONLY) ||
      g_error_matches (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE))
    store = segue_sqlite_store_open_any_version (path, NULL);
  plans = store ? segue_sqlite_store_load_all (store, NULL) : NULL;
  return plans != NULL;
}

static void
show_trouble (SegueApplication *self,
              const GError     *error)
{
  g_autoptr (SegueArchive) archive = segue_application_dup_archive (self);
  g_autoptr (GPtrArray) backups = segue_archive_list (archive);

  segue_window_show_trouble (self->window, error, backups->len > 0, can_read (error));
}

static void
show_plan (SegueApplication *self,
           SeguePlan        *plan,
           SegueLayout      *dates)
{
  g_autoptr (SegueSession) session = segue_session_new_with_dates (plan, self->storage, read_clock (), dates);
  const char *id = segue_plan_get_id (plan);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "open-plan");

  segue_session_set_limit (session, MAX_WAIT);
  segue_window_set_session (self->window, session);
  g_settings_set_string (self->settings, "last-plan", id);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (id));
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "export")), TRUE);
  refresh_plans_menu (self);
  segue_application_update_scenario_actions (self);
  remind (self);
}

static void
open_plan (SegueApplication *self,
           const char       *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) plan = segue_storage_load (self->storage, id, &error);

  if (plan != NULL)
    show_plan (self, plan, NULL);
  else
    show_trouble (self, error);
}

/* Beside the thread that calls: the file with the plan that was open last, or
 * else the first. */
static SegueOpening *
begin_opening (SegueApplication *self,
               gboolean          read_only)
{
  g_autofree char *path = segue_sqlite_store_get_default_path ();
  g_autofree char *last = g_settings_get_string (self->settings, "last-plan");

  return segue_opening_begin (path, read_only, last, read_clock ());
}

/* It was asked for once; who deletes it does not get it back. */
static void
open_wanted_sample (SegueApplication *self)
{
  self->wants_sample = FALSE;
  segue_application_open_sample (self);
}

static void
show_first_plan (SegueApplication *self,
                 SegueOpening     *opening)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) plan = segue_opening_take_plan (opening, &error);
  g_autoptr (SegueLayout) dates = plan ? segue_opening_take_layout (opening, read_clock ()) : NULL;

  if (error != NULL)
    show_trouble (self, error);
  else if (plan != NULL)
    show_plan (self, plan, dates);
  else
    segue_window_set_session (self->window, NULL);
}

static void
open_storage (SegueApplication *self,
              gboolean          read_only)
{
  g_autoptr (SegueOpening) opening = g_steal_pointer (&self->opening);
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->guard, segue_guard_free);
  g_clear_object (&self->storage);
  segue_window_set_read_only (self->window, NULL);
  if (opening == NULL)
    opening = begin_opening (self, read_only);
  self->storage = SEGUE_STORAGE (segue_opening_take_store (opening, &plans, &error));
  if (self->storage == NULL)
    {
      show_trouble (self, error);
      return;
    }
  if (read_only)
    segue_window_set_read_only (self->window, segue_sqlite_store_is_newer (SEGUE_SQLITE_STORE (self->storage))
      ? _("A newer Segue wrote these plans. What this one knows of them can be looked at and exported.")
      : _("The plans cannot be written. What you see can be looked at and exported."));
  segue_sqlite_store_set_patience (SEGUE_SQLITE_STORE (self->storage), PATIENCE_MS);
  self->guard = segue_guard_new (self, SEGUE_SQLITE_STORE (self->storage));
  if (self->wants_sample)
    open_wanted_sample (self);
  else
    show_first_plan (self, opening);
}

static void
restore_window (SegueApplication *self)
{
  self->window = segue_window_new (GTK_APPLICATION (self));
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_settings_bind (self->settings, "window-width", self->window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self->window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self->window, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "inspector-visible", self->window, "inspector-beside", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "first-weekday", segue_window_get_viewport (self->window), "first-weekday",
                   G_SETTINGS_BIND_GET);
}

static void
open_plan_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  open_plan (user_data, g_variant_get_string (parameter, NULL));
}

static void
sample_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  segue_application_add_sample (user_data);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  segue_application_import (user_data);
}

static void
new_plan_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  segue_application_new_plan (user_data);
}

static void
plans_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  segue_application_show_plans (user_data);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  segue_application_export (user_data);
}

static void
reopen_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  open_storage (user_data, FALSE);
}

static void
open_read_only_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  open_storage (user_data, TRUE);
}

static void
backups_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  segue_application_show_backups (user_data);
}

static void
salvage_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  segue_application_salvage (user_data);
}

static void
begin_anew_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  segue_application_begin_anew (user_data);
}

static void
show_folder_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  SegueApplication *self = user_data;
  g_autofree char *path = segue_sqlite_store_get_default_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (self->window), NULL, NULL, NULL);
}

/* Where the reminder of a review leads. */
static void
review_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  SegueApplication *self = user_data;

  g_application_activate (G_APPLICATION (self));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.page", "s", "review");
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  SegueApplication *self = user_data;

  adw_show_about_dialog (GTK_WIDGET (self->window),
                         "application-name", _("Segue"),
                         "application-icon", APP_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Segue developers"),
                         "copyright", "© 2026 The Segue developers",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("When a goal can be reached, why a date is impossible, and what would make it possible."),
                         /* Translators: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  SegueApplication *self = user_data;

  if (self->window != NULL)
    segue_window_leave (self->window);
  else
    g_application_quit (user_data);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  segue_application_show_preferences (user_data);
}

/* Whoever ends the session does not wait for answers. */
static gboolean
terminated_cb (gpointer user_data)
{
  g_application_quit (user_data);
  return G_SOURCE_REMOVE;
}

static const GActionEntry entries[] = {
  { .name = "open-plan", .activate = open_plan_cb, .parameter_type = "s", .state = "''" },
  { .name = "new-plan", .activate = new_plan_cb },
  { .name = "plans", .activate = plans_cb },
  { .name = "sample", .activate = sample_cb },
  { .name = "import", .activate = import_cb },
  { .name = "export", .activate = export_cb },
  { .name = "reopen", .activate = reopen_cb },
  { .name = "open-read-only", .activate = open_read_only_cb },
  { .name = "backups", .activate = backups_cb },
  { .name = "salvage", .activate = salvage_cb },
  { .name = "begin-anew", .activate = begin_anew_cb },
  { .name = "show-folder", .activate = show_folder_cb },
  { .name = "review", .activate = review_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
segue_application_startup (GApplication *application)
{
  SegueApplication *self = SEGUE_APPLICATION (application);

  /* The toolkit takes longer to start than most files to be read. */
  self->settings = g_settings_new (APP_ID);
  self->opening = begin_opening (self, FALSE);
  G_APPLICATION_CLASS (segue_application_parent_class)->startup (application);

  segue_ui_init ();
  segue_clipboard_install ();
  self->clock_id = g_timeout_add_seconds (30, clock_cb, self);
  self->term_id = g_unix_signal_add (SIGTERM, terminated_cb, self);
  segue_application_follow_settings (self);
  g_signal_connect_swapped (self->settings, "changed::remind-of-reviews", G_CALLBACK (remind), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  segue_application_add_scenario_actions (self);
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "export")), FALSE);
  segue_shortcuts_install (GTK_APPLICATION (self));
}

static void
segue_application_activate (GApplication *application)
{
  SegueApplication *self = SEGUE_APPLICATION (application);

  if (self->window == NULL)
    {
      restore_window (self);
      open_storage (self, FALSE);
    }
  gtk_window_present (GTK_WINDOW (self->window));
}

/* What others have for this program: shown and asked about, as an import is. */
static void
segue_application_open (GApplication  *application,
                        GFile        **files,
                        int            n_files,
                        const char    *hint)
{
  g_application_activate (application);
  for (int i = 0; i < n_files; i++)
    segue_application_import_file (SEGUE_APPLICATION (application), files[i]);
}

/* Every word after the options is a file, seen from where the command was given. */
static void
open_named_files (GApplication            *application,
                  GApplicationCommandLine *command_line)
{
  g_auto (GStrv) words = g_application_command_line_get_arguments (command_line, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 1; words[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, words[i]));
  if (files->len > 0)
    g_application_open (application, (GFile **) files->pdata, files->len, "");
}

static int
segue_application_command_line (GApplication            *application,
                                GApplicationCommandLine *command_line)
{
  SegueApplication *self = SEGUE_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);

  if (g_variant_dict_contains (options, "sample"))
    self->wants_sample = TRUE;
  g_application_activate (application);
  if (self->wants_sample && self->storage != NULL)
    open_wanted_sample (self);
  open_named_files (application, command_line);
  return 0;
}

static int
segue_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("segue %s\n", PACKAGE_VERSION);
  return 0;
}

static void
segue_application_shutdown (GApplication *application)
{
  SegueApplication *self = SEGUE_APPLICATION (application);

  g_clear_handle_id (&self->clock_id, g_source_remove);
  if (self->window != NULL)
    segue_window_rescue (self->window);
  g_clear_pointer (&self->guard, segue_guard_free);
  g_clear_pointer (&self->opening, segue_opening_free);
  g_clear_weak_pointer (&self->window);

  G_APPLICATION_CLASS (segue_application_parent_class)->shutdown (application);

  g_clear_object (&self->storage);
  g_clear_object (&self->settings);
}

static void
segue_application_class_init (SegueApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = segue_application_startup;
  application_class->activate = segue_application_activate;
  application_class->open = segue_application_open;
  application_class->command_line = segue_application_command_line;
  application_class->handle_local_options = segue_application_handle_local_options;
  application_class->shutdown = segue_application_shutdown;
}

static void
segue_application_init (SegueApplication *self)
{
  self->reminded_on = SEGUE_DAY_NONE;
  /* Translators: what follows the name of the program on the command line: files to be opened. */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_add_main_option (G_APPLICATION (self), "sample", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _("Open the sample plan"), NULL);
  g_application_add_main_option (G_APPLICATION (self), "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _("Print the version and exit"), NULL);
}

SegueApplication *
segue_application_new (void)
{
  return g_object_new (SEGUE_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", "/io/github/segue_planner/Segue",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "register-session", TRUE,
                       NULL);
}

SegueWindow *
segue_application_get_window (SegueApplication *self)
{
  return self->window;
}

/* The plan that is shown, or none. */
SegueSession *
segue_application_get_session (SegueApplication *self)
{
  return self->window ? segue_window_get_session (self->window) : NULL;
}

GSettings *
segue_application_get_settings (SegueApplication *self)
{
  return self->settings;
}

SegueStorage *
segue_application_get_storage (SegueApplication *self)
{
  return self->storage;
}

void
segue_application_open_plan (SegueApplication *self,
                             const char       *id)
{
  open_plan (self, id);
}

/* The backups of the file of the plans, whether it is open or not. */
SegueArchive *
segue_application_dup_archive (SegueApplication *self)
{
  g_autofree char *path = segue_sqlite_store_get_default_path ();

  return SEGUE_ARCHIVE (segue_backups_new (path, self->storage ? SEGUE_SQLITE_STORE (self->storage) : NULL));
}

gboolean
segue_application_can_write (SegueApplication *self)
{
  return self->storage != NULL && !segue_sqlite_store_is_read_only (SEGUE_SQLITE_STORE (self->storage));
}

/* Opens the file of the plans anew, as after the start. */
void
segue_application_reopen (SegueApplication *self)
{
  open_storage (self, FALSE);
}

/* Shows what is stored now of the plan that is open: what was done past the
 * session, by @label if it has a name. */
void
segue_application_refresh (SegueApplication *self,
                           const char       *label)
{
  SegueSession *session = segue_application_get_session (self);
  g_autoptr (SeguePlan) stored = NULL;
  g_autoptr (GError) error = NULL;

  if (session != NULL)
    stored = segue_storage_load (self->storage, segue_plan_get_id (segue_session_get_plan (session)), &error);
  if (stored != NULL)
    segue_session_adopt (session, stored, label, &error);
  if (session == NULL || g_error_matches (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND))
    open_storage (self, FALSE);
  else if (error != NULL)
    show_trouble (self, error);
  else
    refresh_plans_menu (self);
  segue_application_update_scenario_actions (self);
}

SegueDay
segue_application_get_today (SegueApplication *self)
{
  return read_clock ();
}

/* One of the plans has another title, or there is one less. */
void
segue_application_plans_changed (SegueApplication *self)
{
  refresh_plans_menu (self);
}

/* Keeps @plan and shows it. */
void
segue_application_add_plan (SegueApplication *self,
                            SeguePlan        *plan)
{
  g_autoptr (GError) error = NULL;

  if (segue_storage_create (self->storage, plan, &error))
    open_plan (self, segue_plan_get_id (plan));
  else
    segue_application_show_error (self, _("The Plan Was Not Kept"), error->message);
}

/* Returns: (transfer none): the dialog that says so. */
AdwDialog *
segue_application_show_error (SegueApplication *self,
                              const char       *heading,
                              const char       *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  return dialog;
}
