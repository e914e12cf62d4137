/* segue-sqlite-store.c - plans in an SQLite file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session commits edits of many rows in a thread. There is one connection and
 * one set of statements, so each of the operations here keeps others out.
 */
#include "store/segue-sqlite-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "store/segue-backup-file.h"
#include "store/segue-connection.h"
#include "store/segue-file-head.h"
#include "store/segue-migrator.h"
#include "store/segue-table.h"

struct _SegueSqliteStore
{
  GObject parent_instance;

  SegueConnection *connection;
  SegueTable *tables[SEGUE_N_KINDS];
  gint64 data_version;
  gboolean read_only;
  gboolean is_newer; /* written by a version that this one does not know */
  GRecMutex lock;
};

static void segue_sqlite_store_iface_init (SegueStorageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SegueSqliteStore, segue_sqlite_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SEGUE_TYPE_STORAGE, segue_sqlite_store_iface_init))

static gboolean
perform_change (SegueSqliteStore   *self,
                const char         *plan_id,
                const SegueChange  *change,
                GError            **error)
{
  const SegueRecord *before = change->before;
  const SegueRecord *after = change->after;

  if (before == NULL)
    return segue_table_insert (self->tables[segue_record_get_kind (after)], plan_id, after, error);
  if (after == NULL)
    return segue_table_delete (self->tables[segue_record_get_kind (before)], plan_id, before, error);
  return segue_table_update (self->tables[segue_record_get_kind (after)], plan_id, before, after, error);
}

static gboolean
write_changes (SegueSqliteStore  *self,
               const char        *plan_id,
               SegueChangeSet    *change_set,
               GError           **error)
{
  if (!segue_connection_begin (self->connection, error))
    return FALSE;
  for (guint i = 0; i < segue_change_set_count (change_set); i++)
    if (!perform_change (self, plan_id, segue_change_set_get (change_set, i), error))
      {
        segue_connection_rollback (self->connection);
        return FALSE;
      }
  return segue_connection_commit (self->connection, error);
}

static GPtrArray *
segue_sqlite_store_list (SegueStorage  *storage,
                         GError       **error)
{
  SegueSqliteStore *self = SEGUE_SQLITE_STORE (storage);
  g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&self->lock);
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (segue_connection_get_db (self->connection),
                                 "SELECT \"id\" FROM \"plans\" ORDER BY rowid", -1, &statement, NULL);

  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        {
          const char *id = (const char *) sqlite3_column_text (statement, 0);
          g_autoptr (GPtrArray) found = segue_table_load (self->tables[SEGUE_KIND_PLAN], id, error);

          if (found == NULL)
            {
              sqlite3_finalize (statement);
              return NULL;
            }
          if (found->len > 0 && !segue_record_validate (found->pdata[0], NULL))
            code = SQLITE_CORRUPT;
          g_ptr_array_extend_and_steal (headers, g_steal_pointer (&found));
        }
    }
  if (code != SQLITE_DONE)
    segue_connection_set_error (self->connection, code, error);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? g_steal_pointer (&headers) : NULL;
}

static void
set_too_new (SegueSqliteStore  *self,
             GError           **error)
{
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_NEWER,
               /* Translators: %s is a file */
               _("%s: the newer version of Segue keeps something in it that cannot be read here. It was left as it is."),
               segue_connection_get_path (self->connection));
}

/* All rows, read in one transaction so that they belong together whatever
 * another program writes meanwhile. */
static GPtrArray *
read_rows (SegueSqliteStore  *self,
           const char        *plan_id,
           GError           **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);

  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      GPtrArray *records = segue_table_load (self->tables[kind], plan_id, error);

      if (records == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (rows, records);
    }
  return g_steal_pointer (&rows);
}

static SeguePlan *
build_plan (SegueSqliteStore  *self,
            const char        *plan_id,
            GPtrArray         *rows,
            GError           **error)
{
  g_autoptr (GError) cause = NULL;
  SeguePlan *plan;

  if (rows->len == 0)
    {
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND,
                   /* Translators: %1$s is a file, %2$s the identifier of a plan */
                   _("%1$s: there is no plan “%2$s”."), segue_connection_get_path (self->connection), plan_id);
      return NULL;
    }
  plan = segue_plan_new_from (rows, &cause);
  if (plan == NULL)
    g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_DAMAGED,
                 /* Translators: %1$s is a file, %2$s a sentence that says what is wrong in it */
                 _("%1$s: the plan is damaged. %2$s"), segue_connection_get_path (self->connection), cause->message);
  return plan;
}

/* What looks damaged in a file of a newer version may just be new. */
static void
take_cause (SegueSqliteStore  *self,
            GError            *cause,
            GError           **error)
{
  if (!self->is_newer || !g_error_matches (cause, SEGUE_ERROR, SEGUE_ERROR_DAMAGED))
    {
      g_propagate_error (error, cause);
      return;
    }
  g_error_free (cause);
  set_too_new (self, error);
}

static SeguePlan *
load_plan (SegueSqliteStore  *self,
           const char        *plan_id,
           GError           **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!segue_connection_execute (self->connection, "BEGIN", error))
    return NULL;
  rows = read_rows (self, plan_id, error);
  segue_connection_rollback (self->connection);
  return rows ? build_plan (self, plan_id, rows, error) : NULL;
}

static SeguePlan *
segue_sqlite_store_load (SegueStorage  *storage,
                         const char    *plan_id,
                         GError       **error)
{
  SegueSqliteStore *self = SEGUE_SQLITE_STORE (storage);
  g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&self->lock);
  g_autoptr (GError) cause = NULL;
  SeguePlan *plan = load_plan (self, plan_id, &cause);

  if (plan == NULL)
    take_cause (self, g_steal_pointer (&cause), error);
  return plan;
}

static gboolean
segue_sqlite_store_commit (SegueStorage    *storage,
                           const char      *plan_id,
                           SegueChangeSet  *change_set,
                           GError         **error)
{
  SegueSqliteStore *self = SEGUE_SQLITE_STORE (storage);
  g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&self->lock);

  return write_changes (self, plan_id, change_set, error);
}

static gboolean
insert_plan (SegueSqliteStore  *self,
             SeguePlan         *plan,
             GError           **error)
{
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    for (guint i = 0; i < segue_plan_count (plan, kind); i++)
      if (!segue_table_insert (self->tables[kind], segue_plan_get_id (plan), segue_plan_get_nth (plan, kind, i),
                               error))
        return FALSE;
  return TRUE;
}

static gboolean
clear_plan (SegueSqliteStore  *self,
            const char        *plan_id,
            GError           **error)
{
  for (int kind = SEGUE_N_KINDS - 1; kind >= 0; kind--)
    if (!segue_table_clear (self->tables[kind], plan_id, error))
      return FALSE;
  return TRUE;
}

/* All in one transaction; with @replace what is stored of them goes before. */
static gboolean
insert_plans (SegueSqliteStore  *self,
              SeguePlan        **plans,
              guint              n_plans,
              gboolean           replace,
              GError           **error)
{
  g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&self->lock);

  if (!segue_connection_begin (self->connection, error))
    return FALSE;
  for (guint i = 0; i < n_plans; i++)
    if ((replace && !clear_plan (self, segue_plan_get_id (plans[i]), error)) ||
        !insert_plan (self, plans[i], error))
      {
        segue_connection_rollback (self->connection);
        return FALSE;
      }
  return segue_connection_commit (self->connection, error);
}

static gboolean
segue_sqlite_store_create (SegueStorage  *storage,
                           SeguePlan     *plan,
                           GError       **error)
{
  return insert_plans (SEGUE_SQLITE_STORE (storage), &plan, 1, FALSE, error);
}

static gboolean
segue_sqlite_store_remove (SegueStorage  *storage,
                           const char    *plan_id,
                           GError       **error)
{
  SegueSqliteStore *self = SEGUE_SQLITE_STORE (storage);
  g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&self->lock);

  if (!segue_connection_begin (self->connection, error))
    return FALSE;
  if (!clear_plan (self, plan_id, error))
    {
      segue_connection_rollback (self->connection);
      return FALSE;
    }
  return segue_connection_commit (self->connection, error);
}

static void
segue_sqlite_store_iface_init (SegueStorageInterface *iface)
{
  iface->list = segue_sqlite_store_list;
  iface->load = segue_sqlite_store_load;
  iface->create = segue_sqlite_store_create;
  iface->commit = segue_sqlite_store_commit;
  iface->remove = segue_sqlite_store_remove;
}

static void
segue_sqlite_store_finalize (GObject *object)
{
  SegueSqliteStore *self = SEGUE_SQLITE_STORE (object);

  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    g_clear_pointer (&self->tables[kind], segue_table_free);
  g_clear_pointer (&self->connection, segue_connection_close);
  g_rec_mutex_clear (&self->lock);

  G_OBJECT_CLASS (segue_sqlite_store_parent_class)->finalize (object);
}

static void
segue_sqlite_store_class_init (SegueSqliteStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = segue_sqlite_store_finalize;
}

static void
segue_sqlite_store_init (SegueSqliteStore *self)
{
  g_rec_mutex_init (&self->lock);
}

/* Where there are backups there were plans: an empty file would hide that they
 * are gone. */
static gboolean
check_never_made (const char  *path,
                  GError     **error)
{
  g_autoptr (GPtrArray) backups = segue_backup_file_list (path);

  if (backups->len == 0)
    return TRUE;
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND,
               /* Translators: %s is a file */
               _("%s: the file is gone, but there are backups of it."), path);
  return FALSE;
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE,
               /* Translators: %1$s is a folder, %2$s the system's reason */
               _("%1$s: the folder for the plans cannot be made (%2$s)."), folder, g_strerror (errno));
  return FALSE;
}

/* A file of an older version that shall not be written is brought to this
 * version in memory. */
static gboolean
read_copy_if_older (SegueSqliteStore  *self,
                    GError           **error)
{
  SegueConnection *copy;
  gint64 version;

  if (!segue_connection_get_int (self->connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= segue_migrator_get_newest ())
    return TRUE;
  copy = segue_connection_copy (self->connection, NULL, error);
  if (copy == NULL)
    return FALSE;
  segue_connection_close (self->connection);
  self->connection = copy;
  return TRUE;
}

static gboolean
open_tables (SegueSqliteStore  *self,
             GError           **error)
{
  gint64 version;

  if (!segue_connection_get_int (self->connection, "PRAGMA user_version", &version, error))
    return FALSE;
  self->is_newer = version > segue_migrator_get_newest ();
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      self->tables[kind] = segue_table_new (self->connection, kind);
      if (self->is_newer && !segue_table_can_load (self->tables[kind]))
        {
          set_too_new (self, error);
          return FALSE;
        }
    }
  return TRUE;
}

static SegueSqliteStore *
open_file (const char           *path,
           guint                 newest,
           SegueConnectionMode   mode,
           GError              **error)
{
  g_autoptr (SegueSqliteStore) self = NULL;

  if (!segue_file_head_check (path, newest, error))
    return NULL;
  self = g_object_new (SEGUE_TYPE_SQLITE_STORE, NULL);
  self->connection = segue_connection_open (path, mode, error);
  if (self->connection == NULL)
    return NULL;
  if (mode == SEGUE_CONNECTION_READ_WRITE && segue_connection_is_read_only (self->connection))
    {
      segue_connection_set_error (self->connection, SQLITE_READONLY, error);
      return NULL;
    }
  self->read_only = mode == SEGUE_CONNECTION_READ_ONLY;
  if (self->read_only && !read_copy_if_older (self, error))
    return NULL;
  if (!segue_migrator_upgrade (self->connection, error) ||
      (self->read_only && !segue_connection_execute (self->connection, "PRAGMA query_only = ON", error)) ||
      !open_tables (self, error))
    return NULL;
  segue_sqlite_store_has_changed (self);
  return g_steal_pointer (&self);
}

/**
 * segue_sqlite_store_open:
 * @path: the file; made where there is none
 * @error: (out): %SEGUE_ERROR_FOREIGN (another program's file),
 *   %SEGUE_ERROR_DAMAGED, %SEGUE_ERROR_NEWER, %SEGUE_ERROR_LOCKED,
 *   %SEGUE_ERROR_READ_ONLY, %SEGUE_ERROR_NOT_FOUND (gone, with backups left) or %SEGUE_ERROR_STORAGE with a sentence that names
 *   the file
 *
 * A file that cannot be read is left as it is; it is never taken for an empty
 * one.
 *
 * Returns: (transfer full): the store, or %NULL
 */
SegueSqliteStore *
segue_sqlite_store_open (const char  *path,
                         GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS) &&
      (!check_never_made (path, error) || !make_folder (path, error) || !segue_migrator_create (path, error)))
    return NULL;
  return open_file (path, segue_migrator_get_newest (), SEGUE_CONNECTION_READ_WRITE, error);
}

/**
 * segue_sqlite_store_open_read_only:
 * @path: the file
 * @error: (out): as of segue_sqlite_store_open(), and %SEGUE_ERROR_NOT_FOUND
 *
 * Opens what may only be read, or what shall not be made by asking for it.
 *
 * Returns: (transfer full): a store that refuses to write, or %NULL
 */
SegueSqliteStore *
segue_sqlite_store_open_read_only (const char  *path,
                                   GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_file (path, segue_migrator_get_newest (), SEGUE_CONNECTION_READ_ONLY, error);
}

/**
 * segue_sqlite_store_open_any_version:
 * @path: the file
 * @error: (out): as of segue_sqlite_store_open_read_only()
 *
 * The same, and of a file of a newer version what this one knows, if that still
 * has the same form; else, also where only loading finds that out, the error is
 * %SEGUE_ERROR_NEWER. What is shown of it may not be all there is.
 *
 * Returns: (transfer full): a store that refuses to write, or %NULL
 */
SegueSqliteStore *
segue_sqlite_store_open_any_version (const char  *path,
                                     GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_file (path, G_MAXUINT, SEGUE_CONNECTION_READ_ONLY, error);
}

/**
 * segue_sqlite_store_get_default_path:
 *
 * Returns: (transfer full): where a person's plans are kept
 */
char *
segue_sqlite_store_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "segue", "segue.db", NULL);
}

/**
 * segue_sqlite_store_has_changed:
 * @self: a store
 *
 * Returns: whether another program has written since this was last asked
 */
gboolean
segue_sqlite_store_has_changed (SegueSqliteStore *self)
{
  gint64 version = self->data_version;
  gboolean changed;

  g_return_val_if_fail (SEGUE_IS_SQLITE_STORE (self), FALSE);

  /* Who asks does not wait for a long commit: it will ask again. */
  if (!g_rec_mutex_trylock (&self->lock))
    return FALSE;
  changed = segue_connection_get_int (self->connection, "PRAGMA data_version", &version, NULL) &&
            version != self->data_version;
  self->data_version = version;
  g_rec_mutex_unlock (&self->lock);
  return changed;
}

/**
 * segue_sqlite_store_create_all:
 * @self: a store
 * @plans: (element-type SeguePlan): new plans
 * @error: (out): what went wrong
 *
 * Returns: whether all plans are on the disk; else none of them is
 */
gboolean
segue_sqlite_store_create_all (SegueSqliteStore  *self,
                               GPtrArray         *plans,
                               GError           **error)
{
  g_return_val_if_fail (SEGUE_IS_SQLITE_STORE (self), FALSE);

  return insert_plans (self, (SeguePlan **) plans->pdata, plans->len, FALSE, error);
}

/**
 * segue_sqlite_store_replace_all:
 * @self: a store
 * @plans: (element-type SeguePlan): plans as they shall be
 * @error: (out): what went wrong
 *
 * Stores these plans instead of those of their ids; others stay.
 *
 * Returns: whether all plans are on the disk; else nothing has changed
 */
gboolean
segue_sqlite_store_replace_all (SegueSqliteStore  *self,
                                GPtrArray         *plans,
                                GError           **error)
{
  g_return_val_if_fail (SEGUE_IS_SQLITE_STORE (self), FALSE);

  return insert_plans (self, (SeguePlan **) plans->pdata, plans->len, TRUE, error);
}

/**
 * segue_sqlite_store_load_all:
 * @self: a store
 * @error: (out): what cannot be read
 *
 * Returns: (transfer full) (element-type SeguePlan): every plan in it
 */
GPtrArray *
segue_sqlite_store_load_all (SegueSqliteStore  *self,
                             GError           **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) headers = NULL;

  g_return_val_if_fail (SEGUE_IS_SQLITE_STORE (self), NULL);

  locker = g_rec_mutex_locker_new (&self->lock);
  headers = segue_storage_list (SEGUE_STORAGE (self), error);
  for (guint i = 0; headers != NULL && i < headers->len; i++)
    {
      SeguePlan *plan = segue_storage_load (SEGUE_STORAGE (self), segue_record_get_id (headers->pdata[i]), error);

      if (plan == NULL)
        return NULL;
      g_ptr_array_add (plans, plan);
    }
  return headers ? g_steal_pointer (&plans) : NULL;
}

/**
 * segue_sqlite_store_back_up:
 * @self: a store
 * @reason: why
 * @now: the local time
 * @error: (out): why there is no backup
 *
 * Returns: whether there is a new backup that was read again and is whole
 */
gboolean
segue_sqlite_store_back_up (SegueSqliteStore   *self,
                            SegueBackupReason   reason,
                            GDateTime          *now,
                            GError            **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_val_if_fail (SEGUE_IS_SQLITE_STORE (self), FALSE);

  locker = g_rec_mutex_locker_new (&self->lock);
  return segue_backup_file_write (self->connection, reason, now, error);
}

/**
 * segue_sqlite_store_is_read_only:
 * @self: a store
 *
 * Returns: whether every edit will be refused
 */
gboolean
segue_sqlite_store_is_read_only (SegueSqliteStore *self)
{
  g_return_val_if_fail (SEGUE_IS_SQLITE_STORE (self), TRUE);

  return self->read_only;
}

/**
 * segue_sqlite_store_is_newer:
 * @self: a store
 *
 * Returns: whether a newer version wrote the file, so that there may be more in
 *   it than can be seen
 */
gboolean
segue_sqlite_store_is_newer (SegueSqliteStore *self)
{
  g_return_val_if_fail (SEGUE_IS_SQLITE_STORE (self), FALSE);

  return self->is_newer;
}

const char *
segue_sqlite_store_get_path (SegueSqliteStore *self)
{
  return segue_connection_get_path (self->connection);
}

/**
 * segue_sqlite_store_set_patience:
 * @self: a store
 * @milliseconds: how long another program may hold the file before it counts
 *   as locked; 5 seconds if never said
 */
void
segue_sqlite_store_set_patience (SegueSqliteStore *self,
                                 guint             milliseconds)
{
  g_return_if_fail (SEGUE_IS_SQLITE_STORE (self));

  segue_connection_set_patience (self->connection, milliseconds);
}
