/* segue-backup-file.c - copies of the database beside it, made and pruned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   segue.db
 *   segue.db.backups/2022-06-06T09-30-00-daily.db
 *                    └ local time ─────┘ └ why ┘
 *
 * A backup gets its name only when it was written, closed, opened again, found
 * whole and holds as many rows of each table as the database did in the same
 * transaction. Only then are older ones pruned.
 */
#include "store/segue-backup-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/segue-file-name.h"
#include "store/segue-migrator.h"
#include "store/segue-sqlite-store.h"

/* What is kept: a backup of each of these many days, weeks and months, and so
 * many of every other reason. */
#define DAYS   7
#define WEEKS  4
#define MONTHS 12
#define OTHERS 10

static const char *const reasons[] = {
  [SEGUE_BACKUP_DAILY]     = "daily",
  [SEGUE_BACKUP_MIGRATION] = "migration",
  [SEGUE_BACKUP_IMPORT]    = "import",
  [SEGUE_BACKUP_RESTORE]   = "restore",
  [SEGUE_BACKUP_BY_HAND]   = "by-hand",
};

G_STATIC_ASSERT (G_N_ELEMENTS (reasons) == SEGUE_N_BACKUP_REASONS);

/* ---- names ------------------------------------------------------------ */

/**
 * segue_backup_file_get_folder:
 * @database: the file of the plans
 *
 * Returns: (transfer full): the folder of its backups
 */
char *
segue_backup_file_get_folder (const char *database)
{
  return g_strconcat (database, ".backups", NULL);
}

static SegueBackup *
parse_name (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GDateTime) made = NULL;
  int year, month, day, hour, minute, second, length = 0;

  if (sscanf (name, "%4d-%2d-%2dT%2d-%2d-%2d-%n", &year, &month, &day, &hour, &minute, &second, &length) != 6 ||
      length == 0)
    return NULL;
  made = g_date_time_new_local (year, month, day, hour, minute, second);
  for (guint reason = 0; made != NULL && reason < G_N_ELEMENTS (reasons); reason++)
    if (g_str_has_prefix (name + length, reasons[reason]) && g_str_has_suffix (name, ".db"))
      return segue_backup_new (path, made, (SegueBackupReason) reason);
  return NULL;
}

/* "…-import" before "…-import-02": both of one second. */
static int
compare_names (const char *a,
               const char *b)
{
  g_autofree char *x = g_strndup (a, strlen (a) - strlen (".db"));
  g_autofree char *y = g_strndup (b, strlen (b) - strlen (".db"));

  return strcmp (x, y);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  SegueBackup *x = *(SegueBackup *const *) a, *y = *(SegueBackup *const *) b;
  int order = g_date_time_compare (segue_backup_get_made (y), segue_backup_get_made (x));

  return order != 0 ? order : compare_names (segue_backup_get_path (y), segue_backup_get_path (x));
}

/**
 * segue_backup_file_list:
 * @database: the file of the plans
 *
 * Returns: (transfer full) (element-type SegueBackup): its backups, the newest
 *   first
 */
GPtrArray *
segue_backup_file_list (const char *database)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folder = segue_backup_file_get_folder (database);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      SegueBackup *backup = parse_name (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

/* ---- pruning ---------------------------------------------------------- */

static int
get_month (SegueBackup *backup)
{
  GDateTime *made = segue_backup_get_made (backup);

  return g_date_time_get_year (made) * 12 + g_date_time_get_month (made);
}

/* 1970-01-01 was a Thursday. */
static int
get_week (SegueBackup *backup)
{
  return (segue_backup_get_day (backup) + 3 - (segue_backup_get_day (backup) < -3 ? 6 : 0)) / 7;
}

static gboolean
is_first_of (int        value,
             int       *last,
             int       *left)
{
  if (value == *last || *left == 0)
    return FALSE;
  *last = value;
  (*left)--;
  return TRUE;
}

/**
 * segue_backup_file_choose:
 * @backups: (element-type SegueBackup): all backups, the newest first
 *
 * The newest of all stays; of the daily ones the newest of each of the last 7
 * days, 4 weeks and 12 months for which there is one; of those of every other
 * reason the 10 newest.
 *
 * Returns: (transfer full) (element-type SegueBackup): those that may go
 */
GPtrArray *
segue_backup_file_choose (GPtrArray *backups)
{
  GPtrArray *gone = g_ptr_array_new_with_free_func (g_object_unref);
  int days = DAYS, weeks = WEEKS, months = MONTHS, day = G_MAXINT, week = G_MAXINT, month = G_MAXINT;
  int others[SEGUE_N_BACKUP_REASONS] = { 0 };

  for (guint i = 0; i < backups->len; i++)
    {
      SegueBackup *backup = backups->pdata[i];
      gboolean keep;

      if (segue_backup_get_reason (backup) == SEGUE_BACKUP_DAILY)
        {
          keep = is_first_of (segue_backup_get_day (backup), &day, &days);
          keep |= is_first_of (get_week (backup), &week, &weeks);
          keep |= is_first_of (get_month (backup), &month, &months);
        }
      else
        keep = others[segue_backup_get_reason (backup)]++ < OTHERS;
      if (!keep && i > 0)
        g_ptr_array_add (gone, g_object_ref (backup));
    }
  return gone;
}

static gboolean
holds_plans (SegueBackup *backup)
{
  g_autoptr (SegueSqliteStore) store = segue_sqlite_store_open_read_only (segue_backup_get_path (backup), NULL);
  g_autoptr (GPtrArray) plans = store ? segue_sqlite_store_load_all (store, NULL) : NULL;

  return plans != NULL && plans->len > 0;
}

/* The newest that can be read and holds a plan never goes, whatever was
 * written after it: not when all plans were removed, not when a file decayed. */
static void
prune (const char *database)
{
  g_autoptr (GPtrArray) backups = segue_backup_file_list (database);
  g_autoptr (GPtrArray) gone = segue_backup_file_choose (backups);
  SegueBackup *good = NULL;

  for (guint i = 0; gone->len > 0 && good == NULL && i < backups->len; i++)
    if (holds_plans (backups->pdata[i]))
      good = backups->pdata[i];
  for (guint i = 0; i < gone->len; i++)
    if (gone->pdata[i] != good)
      g_unlink (segue_backup_get_path (gone->pdata[i]));
}

/* ---- writing ---------------------------------------------------------- */

static gboolean
set_error (const char  *path,
           int          number,
           GError     **error)
{
  /* Translators: %1$s is a file, %2$s the system's reason */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE, _("%1$s: the backup cannot be written (%2$s)."), path,
               g_strerror (number));
  return FALSE;
}

/* "plans 2\ngoals 8\n…" */
static char *
count_rows (SegueConnection  *connection,
            GError          **error)
{
  g_autoptr (GString) counts = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (segue_connection_get_db (connection),
                                 "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", -1, &statement,
                                 NULL);

  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      g_autofree char *sql = NULL;
      gint64 n;

      code = sqlite3_step (statement);
      if (code != SQLITE_ROW)
        break;
      sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", (const char *) sqlite3_column_text (statement, 0));
      if (!segue_connection_get_int (connection, sql, &n, error))
        break;
      g_string_append_printf (counts, "%s %" G_GINT64_FORMAT "\n",
                              (const char *) sqlite3_column_text (statement, 0), n);
    }
  if (code != SQLITE_DONE && error != NULL && *error == NULL)
    segue_connection_set_error (connection, code, error);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? g_string_free_and_steal (g_steal_pointer (&counts)) : NULL;
}

/* Read again from the disk by a connection of its own. */
static gboolean
verify (const char  *path,
        const char  *counts,
        GError     **error)
{
  g_autoptr (SegueConnection) copy = segue_connection_open (path, SEGUE_CONNECTION_READ_ONLY, error);
  g_autofree char *found = NULL;

  if (copy == NULL || !segue_connection_check (copy, error))
    return FALSE;
  found = count_rows (copy, error);
  if (found != NULL && g_strcmp0 (found, counts) != 0)
    segue_connection_set_error (copy, SQLITE_CORRUPT, error);
  return g_strcmp0 (found, counts) == 0;
}

static gboolean
copy_and_verify (SegueConnection  *connection,
                 const char       *fresh,
                 GError          **error)
{
  SegueConnection *copy;
  g_autofree char *counts = NULL;
  gboolean done;

  /* A reader's transaction: what is counted is what is copied. */
  if (!segue_connection_execute (connection, "BEGIN", error))
    return FALSE;
  counts = count_rows (connection, error);
  copy = counts ? segue_connection_copy (connection, fresh, error) : NULL;
  if (copy != NULL)
    segue_connection_close (copy);
  done = copy != NULL && verify (fresh, counts, error);
  segue_connection_rollback (connection);
  return done;
}

/* What was named or renamed in @folder is so after a power cut, too. */
void
segue_backup_file_sync (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Under a name that nobody has, which is one more if two come in a second. */
static gboolean
give_name (const char         *fresh,
           const char         *folder,
           SegueBackupReason   reason,
           GDateTime          *now,
           GError            **error)
{
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%dT%H-%M-%S");

  for (guint n = 1;; n++)
    {
      g_autofree char *more = n > 1 ? g_strdup_printf ("-%02u", n) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s-%s%s.db", stamp, reasons[reason], more);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      int number = segue_file_name_give (fresh, path);

      if (number == 0)
        return TRUE;
      if (number != EEXIST)
        return set_error (path, number, error);
    }
}

static gboolean
write_as (SegueConnection    *connection,
          const char         *fresh,
          const char         *folder,
          SegueBackupReason   reason,
          GDateTime          *now,
          GError            **error)
{
  return copy_and_verify (connection, fresh, error) &&
         give_name (fresh, folder, reason, now, error);
}

/**
 * segue_backup_file_write:
 * @connection: an open database
 * @reason: why
 * @now: when, in local time
 * @error: (out): why there is none
 *
 * Writes a backup, reads it again, and prunes older ones.
 *
 * Returns: whether there is a new backup that is whole
 */
gboolean
segue_backup_file_write (SegueConnection    *connection,
                         SegueBackupReason   reason,
                         GDateTime          *now,
                         GError            **error)
{
  const char *database = segue_connection_get_path (connection);
  g_autofree char *folder = segue_backup_file_get_folder (database);
  g_autofree char *fresh = g_build_filename (folder, "new-XXXXXX", NULL);
  g_autofree char *journal = NULL;
  gboolean done;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return set_error (folder, errno, error);
  fd = g_mkstemp_full (fresh, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return set_error (fresh, errno, error);
  close (fd);
  done = write_as (connection, fresh, folder, reason, now, error);
  journal = g_strconcat (fresh, "-journal", NULL);
  g_unlink (journal);
  g_unlink (fresh);
  segue_backup_file_sync (folder);
  if (done)
    prune (database);
  return done;
}
