/* segue-application-files.c - plans come from files and go to files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/segue-application-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/segue-edit.h"
#include "exchange/segue-json-reader.h"
#include "exchange/segue-json-writer.h"
#include "store/segue-sqlite-store.h"
#include "ui/common/segue-dialog.h"
#include "ui/safety/segue-plans-dialog.h"

static G_DEFINE_QUARK (segue-application-import, import)
static G_DEFINE_QUARK (segue-application-files, files)

static void load_first (SegueApplication *self);

/* The sample in the first of the person's languages that there is one for. */
static char *
find_sample (void)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("grad-school.%s.json", languages[i]);
      g_autofree char *path = g_build_filename (PKGDATADIR, "samples", name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return g_build_filename (PKGDATADIR, "samples", "grad-school.en.json", NULL);
}

static SeguePlan *
read_sample (GError **error)
{
  g_autofree char *path = find_sample ();
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return segue_json_read_plan (text, length, path, error);
}

/* The sample that was added before, also where it is called otherwise now. */
static char *
find_added_sample (SegueApplication *self,
                   SeguePlan        *sample)
{
  g_autofree char *added = g_settings_get_string (segue_application_get_settings (self), "sample-plan");
  g_autoptr (GPtrArray) plans = segue_storage_list (segue_application_get_storage (self), NULL);
  const char *found = NULL;

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const SegueRecord *plan = plans->pdata[i];

      if (g_strcmp0 (segue_record_get_id (plan), added) == 0)
        return g_steal_pointer (&added);
      if (found == NULL && g_strcmp0 (segue_record_get_title (plan), segue_plan_get_title (sample)) == 0)
        found = segue_record_get_id (plan);
    }
  return g_strdup (found);
}

/* What there is now can be had back, whatever the import brings. */
static gboolean
back_up (SegueApplication *self)
{
  g_autoptr (SegueArchive) archive = segue_application_dup_archive (self);
  g_autoptr (GError) error = NULL;

  if (segue_archive_write (archive, SEGUE_BACKUP_IMPORT, &error))
    return TRUE;
  segue_application_show_error (self, _("The File Was Not Imported"), error->message);
  return FALSE;
}

/* All of them or none; the first is shown. */
static void
add_cb (SegueApplication *self,
        GPtrArray        *plans)
{
  g_autoptr (GError) error = NULL;

  if (!back_up (self))
    return;
  if (segue_sqlite_store_create_all (SEGUE_SQLITE_STORE (segue_application_get_storage (self)), plans, &error))
    segue_application_open_plan (self, segue_plan_get_id (plans->pdata[0]));
  else
    segue_application_show_error (self, _("The File Was Not Imported"), error->message);
}

/* What is read and compared in a thread: many entries take their time. */
typedef struct
{
  GFile *file;
  SeguePlan *open; /* a copy of the plan that is open, or NULL */
  GPtrArray *plans;
  SegueChangeSet *replacing; /* what makes one of them of @open, or NULL */
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_clear_object (&import->file);
  g_clear_object (&import->open);
  g_clear_pointer (&import->plans, g_ptr_array_unref);
  g_clear_object (&import->replacing);
  g_free (import);
}

/* As it was worked out, unless the plan has become another meanwhile. */
static SegueChangeSet *
get_replacing (SeguePlan *plan,
               Import    *import,
               GError   **error)
{
  if (import->replacing != NULL && segue_plan_get_stamp (plan) == segue_plan_get_stamp (import->open))
    return g_object_ref (import->replacing);
  return segue_edit_import (plan, import->plans->pdata[0], error);
}

static void
replaced_cb (gpointer        owner,
             SegueChangeSet *change_set,
             const GError   *error)
{
  g_autoptr (SegueApplication) self = owner;

  if (error != NULL)
    segue_application_show_error (self, _("The File Was Not Imported"), error->message);
  else if (segue_application_get_window (self) != NULL)
    segue_window_edited (segue_application_get_window (self), change_set);
}

/* One edit, which can be undone. */
static void
replace_cb (SegueApplication *self,
            GPtrArray        *plans,
            GtkWidget        *dialog)
{
  SegueSession *session = segue_application_get_session (self);
  g_autoptr (SegueChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;

  if (session == NULL || !back_up (self))
    return;
  change_set = get_replacing (segue_session_get_plan (session), g_object_get_qdata (G_OBJECT (dialog), import_quark ()), &error);
  if (change_set != NULL)
    segue_session_perform_later (session, change_set, replaced_cb, g_object_ref (self));
  else
    segue_application_show_error (self, _("The File Was Not Imported"), error->message);
}

/* What replacing the open plan would do, without doing it. */
static char *
count_changes (SegueSession   *session,
               SegueChangeSet *change_set)
{
  guint added = 0, changed = 0, removed = 0;

  for (guint i = 0; change_set != NULL && i < segue_change_set_count (change_set); i++)
    {
      const SegueChange *change = segue_change_set_get (change_set, i);

      if (change->before == NULL)
        added++;
      else if (change->after == NULL)
        removed++;
      else
        changed++;
    }
  /* Translators: the title of the plan that is open; then three numbers. */
  return g_strdup_printf (_("Nothing is written yet. To replace “%s” would add %u entries, change %u and remove %u; it can be undone."),
                          segue_plan_get_name (segue_session_get_plan (session)), added, changed, removed);
}

/* The plan in a document. */
static GPtrArray *
read_document (const char  *text,
               gsize        length,
               const char  *name,
               GError     **error)
{
  SeguePlan *plan = segue_json_read_plan (text, length, name, error);
  GPtrArray *plans;

  if (plan == NULL)
    return NULL;
  plans = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (plans, plan);
  return plans;
}

static SegueSqliteStore *
open_database (GFile   *file,
               GError **error)
{
  if (g_file_peek_path (file) != NULL)
    return segue_sqlite_store_open_read_only (g_file_peek_path (file), error);
  g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE,
                       _("A database can only be read on this computer. Copy the file here first."));
  return NULL;
}

/* The plans in a database, each as a document would bring it: a new plan, even
 * if the one that it was is here, too. */
static GPtrArray *
read_database (GFile   *file,
               GError **error)
{
  g_autoptr (SegueSqliteStore) store = open_database (file, error);
  g_autoptr (GPtrArray) found = store ? segue_sqlite_store_load_all (store, error) : NULL;
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      g_autofree char *text = segue_json_write_plan (found->pdata[i]);
      SeguePlan *plan = segue_json_read_plan (text, strlen (text), g_file_peek_path (file), error);

      if (plan == NULL)
        return NULL;
      g_ptr_array_add (plans, plan);
    }
  return found ? g_steal_pointer (&plans) : NULL;
}

static gboolean
is_database (const char *bytes,
             gsize       length)
{
  static const char magic[] = "SQLite format 3"; /* and its NUL */

  return length >= sizeof magic && memcmp (bytes, magic, sizeof magic) == 0;
}

/* The files to be asked about, the one that is read or shown now first. */
static GQueue *
get_files (SegueApplication *self)
{
  GQueue *files = g_object_get_qdata (G_OBJECT (self), files_quark ());

  if (files == NULL)
    {
      files = g_queue_new ();
      g_object_set_qdata_full (G_OBJECT (self), files_quark (), files, (GDestroyNotify) g_queue_free);
    }
  return files;
}

static gboolean
next_cb (gpointer user_data)
{
  load_first (user_data);
  return G_SOURCE_REMOVE;
}

/* What was asked about the first file is answered. The answer is carried out
 * before the next one is read, which is compared with what there is then. */
static void
answered_cb (SegueApplication *self)
{
  GQueue *files = get_files (self);

  g_object_unref (g_queue_pop_head (files));
  if (!g_queue_is_empty (files))
    g_idle_add_full (G_PRIORITY_DEFAULT, next_cb, g_object_ref (self), g_object_unref);
}

static void
refuse (SegueApplication *self,
        const char       *why)
{
  AdwDialog *dialog = segue_application_show_error (self, _("The File Was Not Imported"), why);

  g_signal_connect_object (dialog, "closed", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
}

/* Shows what is in the file before anything of it is written, and keeps the import (transfer full) meanwhile. */
static void
preview (SegueApplication *self,
         Import           *import)
{
  SegueSession *session = import->open != NULL && import->plans->len == 1 ? segue_application_get_session (self) : NULL;
  g_autofree char *name = g_file_get_basename (import->file);
  /* Translators: the name of a file. */
  g_autofree char *title = g_strdup_printf (_("Import “%s”"), name);
  g_autofree char *description =
    session ? count_changes (session, import->replacing) : g_strdup (_("Nothing is written yet."));
  AdwDialog *dialog = segue_plans_dialog_new (title, description, import->plans,
                                              import->plans->len > 1 ? _("_Add as New Plans") : _("_Add as a New Plan"));

  if (session != NULL)
    segue_plans_dialog_set_second (SEGUE_PLANS_DIALOG (dialog), _("_Replace the Open Plan"));
  g_object_set_qdata_full (G_OBJECT (dialog), import_quark (), import, import_free);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "second", G_CALLBACK (replace_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  segue_dialog_present (dialog, GTK_WIDGET (segue_application_get_window (self)));
}

static GPtrArray *
read_plans (GFile   *file,
            GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return NULL;
  return is_database (text, length) ? read_database (file, error) : read_document (text, length, name, error);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Import *import = data;
  GError *error = NULL;

  import->plans = read_plans (import->file, &error);
  if (import->plans == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (import->open != NULL && import->plans->len == 1)
    import->replacing = segue_edit_import (import->open, import->plans->pdata[0], NULL);
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SegueApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  Import *import = g_task_get_task_data (G_TASK (result));

  g_application_release (G_APPLICATION (self));
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      preview (self, import);
      return;
    }
  import_free (import);
  refuse (self, error->message);
}

static void
load_first (SegueApplication *self)
{
  SegueSession *session = segue_application_get_session (self);
  g_autoptr (GTask) task = NULL;
  Import *import;

  if (segue_application_get_storage (self) == NULL)
    {
      refuse (self, _("Your plans cannot be opened now, and nothing can be added to them."));
      return;
    }
  task = g_task_new (NULL, NULL, read_cb, g_object_ref (self));
  import = g_new0 (Import, 1);
  import->file = g_object_ref (g_queue_peek_head (get_files (self)));
  import->open = session ? segue_plan_copy (segue_session_get_plan (session)) : NULL;
  g_application_hold (G_APPLICATION (self));
  g_task_set_task_data (task, import, NULL);
  g_task_run_in_thread (task, read_in_thread);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SegueApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    segue_application_import_file (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    segue_application_show_error (self, _("The File Was Not Imported"), error->message);
}

static void
say_exported (SegueApplication *self,
              const GError     *error)
{
  if (error == NULL)
    segue_window_show_message (segue_application_get_window (self), _("The plan was exported."));
  else
    segue_application_show_error (self, _("The Plan Was Not Exported"), error->message);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SegueApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  g_application_release (G_APPLICATION (self));
  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  say_exported (self, error);
}

/* On this computer the old file or the new one is there, whatever happens. */
static void
export_to (SegueApplication *self,
           SeguePlan        *plan,
           GFile            *file)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (g_file_peek_path (file) != NULL)
    {
      segue_json_write_plan_file (plan, file, &error);
      say_exported (self, error);
      return;
    }
  text = segue_json_write_plan (plan);
  length = strlen (text);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  g_application_hold (G_APPLICATION (self));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb, g_object_ref (self));
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (SegueApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  SegueSession *session = segue_window_get_session (segue_application_get_window (self));

  if (file != NULL && session != NULL)
    export_to (self, segue_session_get_plan (session), file);
  else if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    segue_application_show_error (self, _("The Plan Was Not Exported"), error->message);
}

static GtkFileDialog *
create_dialog (const char        *title,
               const char        *name,
               const char *const *suffixes)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, title);
  return dialog;
}

/* Adds the sample plan in the person's language and shows it. */
void
segue_application_add_sample (SegueApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) sample = read_sample (&error);

  if (sample == NULL)
    {
      segue_application_show_error (self, _("The Sample Was Not Found"), error->message);
      return;
    }
  g_settings_set_string (segue_application_get_settings (self), "sample-plan", segue_plan_get_id (sample));
  segue_application_add_plan (self, sample);
}

/* Shows the sample plan that is there already, or else adds it. */
void
segue_application_open_sample (SegueApplication *self)
{
  g_autoptr (SeguePlan) sample = read_sample (NULL);
  g_autofree char *id = sample ? find_added_sample (self, sample) : NULL;

  if (id != NULL)
    segue_application_open_plan (self, id);
  else
    segue_application_add_sample (self);
}

/* Asks for a file and adds the plan in it. */
void
segue_application_import (SegueApplication *self)
{
  static const char *const suffixes[] = { "json", "db", NULL };
  g_autoptr (GtkFileDialog) dialog = create_dialog (_("Import a Plan"), _("Segue plans (JSON, database)"), suffixes);

  gtk_file_dialog_open (dialog, GTK_WINDOW (segue_application_get_window (self)), NULL,
                        chosen_cb, g_object_ref (self));
}

/* Shows what is in @file and asks what to do with it, when what was asked for before is answered. */
void
segue_application_import_file (SegueApplication *self,
                               GFile            *file)
{
  GQueue *files = get_files (self);

  g_queue_push_tail (files, g_object_ref (file));
  if (g_queue_get_length (files) == 1)
    load_first (self);
}

/* Asks for a place and writes the plan that is shown there. */
void
segue_application_export (SegueApplication *self)
{
  static const char *const suffixes[] = { "json", NULL };
  g_autoptr (GtkFileDialog) dialog = create_dialog (_("Export This Plan"), _("Segue plans (JSON)"), suffixes);
  SegueSession *session = segue_window_get_session (segue_application_get_window (self));
  g_autofree char *name = NULL;

  if (session == NULL)
    return;
  name = g_strconcat (segue_plan_get_title (segue_session_get_plan (session)), ".segue.json", NULL);
  g_strdelimit (name, "/", '-');
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (segue_application_get_window (self)), NULL,
                        target_chosen_cb, g_object_ref (self));
}
