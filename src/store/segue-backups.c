/* segue-backups.c - the archive of one database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/segue-backups.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/segue-backup-file.h"
#include "store/segue-file-name.h"
#include "store/segue-salvage.h"

struct _SegueBackups
{
  GObject parent_instance;

  char *database;
  SegueSqliteStore *store; /* NULL where the database cannot be opened */
};

static void segue_backups_iface_init (SegueArchiveInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SegueBackups, segue_backups, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SEGUE_TYPE_ARCHIVE, segue_backups_iface_init))

static GPtrArray *
segue_backups_list (SegueArchive *archive)
{
  return segue_backup_file_list (SEGUE_BACKUPS (archive)->database);
}

static GPtrArray *
segue_backups_preview (SegueArchive  *archive,
                       SegueBackup   *backup,
                       GError       **error)
{
  g_autoptr (SegueSqliteStore) store = segue_sqlite_store_open_read_only (segue_backup_get_path (backup), error);

  return store ? segue_sqlite_store_load_all (store, error) : NULL;
}

static gboolean
back_up (SegueBackups       *self,
         SegueBackupReason   reason,
         GError            **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return segue_sqlite_store_back_up (self->store, reason, now, error);
}

static gboolean
segue_backups_write (SegueArchive       *archive,
                     SegueBackupReason   reason,
                     GError            **error)
{
  SegueBackups *self = SEGUE_BACKUPS (archive);

  if (self->store != NULL)
    return back_up (self, reason, error);
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE,
               /* Translators: %s is a file */
               _("%s: what cannot be opened cannot be backed up."), self->database);
  return FALSE;
}

static gboolean
set_file_error (const char  *path,
                GError     **error)
{
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE,
               /* Translators: %1$s is a file, %2$s the system's reason */
               _("%1$s: the file cannot be set aside (%2$s)."), path, g_strerror (errno));
  return FALSE;
}

/* "segue.db.kept-2022-06-06T09-30-00": nothing has that name yet. */
static char *
find_name_aside (const char *database)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%dT%H-%M-%S");

  for (guint n = 1;; n++)
    {
      char *aside = n == 1 ? g_strdup_printf ("%s.kept-%s", database, stamp)
                           : g_strdup_printf ("%s.kept-%s-%u", database, stamp, n);

      if (!g_file_test (aside, G_FILE_TEST_EXISTS))
        return aside;
      g_free (aside);
    }
}

/* The old file gets a second name before the new one takes the first, so that
 * at no moment there is none, where the file system has second names. A journal belongs to its file: beside another it
 * would be played back into that one. It goes first, so that it is never found
 * with the new file. */
static gboolean
put_in_place (const char  *fresh,
              const char  *database,
              GError     **error)
{
  g_autofree char *aside = find_name_aside (database);
  g_autofree char *journal = g_strconcat (database, "-journal", NULL);
  g_autofree char *journal_aside = g_strconcat (aside, "-journal", NULL);
  g_autofree char *folder = g_path_get_dirname (database);

  errno = segue_file_name_give (database, aside);
  if (errno != 0 && errno != ENOENT)
    return set_file_error (database, error);
  if (g_rename (journal, journal_aside) != 0 && errno != ENOENT)
    return set_file_error (journal, error);
  segue_backup_file_sync (folder);
  if (g_rename (fresh, database) != 0)
    return set_file_error (database, error);
  segue_backup_file_sync (folder);
  return TRUE;
}

/* A database of its own for @plans, at @path, where only a broken-off attempt
 * may lie. */
static gboolean
make_file (const char  *path,
           GPtrArray   *plans,
           GError     **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (SegueSqliteStore) store = NULL;
  gboolean done;

  g_unlink (journal);
  g_unlink (path);
  store = segue_sqlite_store_open (path, error);
  done = store != NULL && segue_sqlite_store_create_all (store, plans, error);
  g_clear_object (&store);
  g_unlink (journal);
  return done;
}

/* The new file is whole before the old one makes way. */
static gboolean
begin_anew (SegueBackups  *self,
            GPtrArray     *plans,
            GError       **error)
{
  g_autofree char *fresh = g_strconcat (self->database, ".restored", NULL);
  gboolean done = make_file (fresh, plans, error) && put_in_place (fresh, self->database, error);

  g_unlink (fresh);
  return done;
}

static gboolean
segue_backups_restore (SegueArchive  *archive,
                       GPtrArray     *plans,
                       GError       **error)
{
  SegueBackups *self = SEGUE_BACKUPS (archive);

  if (self->store == NULL)
    return begin_anew (self, plans, error);
  return back_up (self, SEGUE_BACKUP_RESTORE, error) &&
         segue_sqlite_store_replace_all (self->store, plans, error);
}

static GPtrArray *
segue_backups_salvage (SegueArchive  *archive,
                       guint         *n_lost,
                       GError       **error)
{
  return segue_salvage_read (SEGUE_BACKUPS (archive)->database, n_lost, error);
}

/* The file of the plans is what may be needed most: it is never replaced here. */
static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf x, y;

  return g_stat (a, &x) == 0 && g_stat (b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static gboolean
segue_backups_save (SegueArchive  *archive,
                    GPtrArray     *plans,
                    const char    *path,
                    GError       **error)
{
  SegueBackups *self = SEGUE_BACKUPS (archive);
  g_autofree char *fresh = g_strconcat (path, ".new", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean done;

  if (is_same_file (path, self->database))
    {
      /* Translators: %s is a file */
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE,
                   _("%s: this is the file that is damaged. It is kept; choose another."), path);
      return FALSE;
    }
  done = make_file (fresh, plans, error);
  if (done && g_rename (fresh, path) != 0)
    done = set_file_error (path, error);
  g_unlink (fresh);
  segue_backup_file_sync (folder);
  return done;
}

static void
segue_backups_iface_init (SegueArchiveInterface *iface)
{
  iface->list = segue_backups_list;
  iface->preview = segue_backups_preview;
  iface->restore = segue_backups_restore;
  iface->write = segue_backups_write;
  iface->salvage = segue_backups_salvage;
  iface->save = segue_backups_save;
}

static void
segue_backups_finalize (GObject *object)
{
  SegueBackups *self = SEGUE_BACKUPS (object);

  g_clear_pointer (&self->database, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (segue_backups_parent_class)->finalize (object);
}

static void
segue_backups_class_init (SegueBackupsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = segue_backups_finalize;
}

static void
segue_backups_init (SegueBackups *self)
{
}

/**
 * segue_backups_new:
 * @database: the file of the plans
 * @store: (nullable): that file opened; %NULL if it cannot be
 *
 * Returns: (transfer full): its archive
 */
SegueBackups *
segue_backups_new (const char       *database,
                   SegueSqliteStore *store)
{
  SegueBackups *self;

  g_return_val_if_fail (database != NULL, NULL);

  self = g_object_new (SEGUE_TYPE_BACKUPS, NULL);
  self->database = g_strdup (database);
  self->store = store ? g_object_ref (store) : NULL;
  return self;
}

/**
 * segue_backups_write_daily:
 * @self: an archive of a database that can be opened
 * @now: the local time
 * @error: (out): why there is no backup of today
 *
 * Returns: whether there is a daily backup of today; it is made unless there
 *   is one already
 */
gboolean
segue_backups_write_daily (SegueBackups  *self,
                           GDateTime     *now,
                           GError       **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  SegueDay today;

  g_return_val_if_fail (SEGUE_IS_BACKUPS (self) && self->store != NULL && now != NULL, FALSE);

  backups = segue_backup_file_list (self->database);
  today = segue_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                              g_date_time_get_day_of_month (now));
  for (guint i = 0; i < backups->len; i++)
    if (segue_backup_get_reason (backups->pdata[i]) == SEGUE_BACKUP_DAILY &&
        segue_backup_get_day (backups->pdata[i]) == today)
      return TRUE;
  return segue_sqlite_store_back_up (self->store, SEGUE_BACKUP_DAILY, now, error);
}

/**
 * segue_backups_dup_folder:
 * @self: the backups
 *
 * Returns: (transfer full): where they are; the folder need not be there yet
 */
char *
segue_backups_dup_folder (SegueBackups *self)
{
  g_return_val_if_fail (SEGUE_IS_BACKUPS (self), NULL);

  return segue_backup_file_get_folder (self->database);
}
