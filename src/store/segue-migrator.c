/* segue-migrator.c - brings a database to the schema of this version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * user_version says how many of the numbered migrations a file has seen. A
 * migration that was released is never edited; each runs in one transaction
 * together with its number.
 */
#include "store/segue-migrator.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "segue-store-resources.h"
#include "store/segue-backup-file.h"
#include "store/segue-file-head.h"
#include "store/segue-file-name.h"

static const char *const migrations[] = {
  "0001-plans.sql",
  "0002-baselines.sql",
  "0003-reviews.sql",
  "0004-facts.sql",
};

static char *
load_migration (guint number)
{
  g_autofree char *path = g_strconcat ("/io/github/segue_planner/Segue/store/", migrations[number], NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (segue_store_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
run_migration (SegueConnection  *connection,
               guint             number,
               GError          **error)
{
  g_autofree char *sql = load_migration (number);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %u; PRAGMA application_id = %d",
                                              number + 1, SEGUE_APPLICATION_ID);

  if (!segue_connection_begin (connection, error))
    return FALSE;
  if (segue_connection_execute (connection, sql, error) &&
      segue_connection_execute (connection, version, error))
    return segue_connection_commit (connection, error);
  segue_connection_rollback (connection);
  return FALSE;
}

/* The version of the newest schema. */
guint
segue_migrator_get_newest (void)
{
  return G_N_ELEMENTS (migrations);
}

/* Without a verified backup nothing is changed. A copy in memory needs none. */
static gboolean
back_up (SegueConnection  *connection,
         GError          **error)
{
  const char *name = sqlite3_db_filename (segue_connection_get_db (connection), "main");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return name == NULL || name[0] == '\0' ||
         segue_backup_file_write (connection, SEGUE_BACKUP_MIGRATION, now, error);
}

static gboolean
run_missing (SegueConnection  *connection,
             gint64            version,
             GError          **error)
{
  if (version < (gint64) G_N_ELEMENTS (migrations) && !back_up (connection, error))
    return FALSE;
  for (guint number = (guint) version; number < G_N_ELEMENTS (migrations); number++)
    if (!run_migration (connection, number, error))
      return FALSE;
  return TRUE;
}

/* A row whose plan, goal or route is not there would otherwise just not be seen. */
static gboolean
check_references (SegueConnection  *connection,
                  GError          **error)
{
  gint64 dangling;

  if (!segue_connection_get_int (connection, "SELECT count (*) FROM pragma_foreign_key_check", &dangling, error))
    return FALSE;
  if (dangling > 0)
    segue_connection_set_error (connection, SQLITE_CORRUPT, error);
  return dangling == 0;
}

/**
 * segue_migrator_upgrade:
 * @connection: an open database that says that it is ours
 * @error: (out): why it cannot be used
 *
 * Checks that the file is not damaged and that nothing in its schema acts by
 * itself, and runs the migrations that it has not seen.
 *
 * Returns: whether the file can be used
 */
gboolean
segue_migrator_upgrade (SegueConnection  *connection,
                        GError          **error)
{
  gint64 version, acting;

  if (!segue_connection_get_int (connection, "PRAGMA user_version", &version, error) ||
      !segue_connection_get_int (connection,
                                 "SELECT count (*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')",
                                 &acting, error))
    return FALSE;
  if (version < 1 || acting > 0)
    {
      segue_connection_set_error (connection, SQLITE_CORRUPT, error);
      return FALSE;
    }
  return segue_connection_check (connection, error) && check_references (connection, error) &&
         run_missing (connection, version, error);
}

static gboolean
fill (const char  *path,
      GError     **error)
{
  g_autoptr (SegueConnection) connection = segue_connection_open (path, SEGUE_CONNECTION_READ_WRITE, error);

  for (guint number = 0; connection != NULL && number < G_N_ELEMENTS (migrations); number++)
    if (!run_migration (connection, number, error))
      return FALSE;
  return connection != NULL;
}

static gboolean
set_file_error (const char  *path,
                int          number,
                GError     **error)
{
  /* Translators: %1$s is a file, %2$s the system's reason */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE,
               _("%1$s: the file for the plans cannot be made (%2$s)."), path, g_strerror (number));
  return FALSE;
}

/**
 * segue_migrator_create:
 * @path: where no file is yet
 * @error: (out): why there is none still
 *
 * Makes an empty database that only its owner can read. It is filled under
 * another name and then given its own, so that no half-made file can ever
 * be found there, and one that someone else made meanwhile is kept.
 *
 * Returns: whether there is a database at @path now
 */
gboolean
segue_migrator_create (const char  *path,
                       GError     **error)
{
  g_autofree char *fresh = g_strconcat (path, ".XXXXXX", NULL);
  g_autofree char *journal = NULL;
  int fd = g_mkstemp_full (fresh, O_RDWR | O_CLOEXEC, 0600);
  int number = 0;
  gboolean done;

  if (fd < 0)
    return set_file_error (path, errno, error);
  close (fd);
  done = fill (fresh, error);
  if (done)
    number = segue_file_name_give (fresh, path);
  if (number != 0 && number != EEXIST)
    done = set_file_error (path, number, error);
  journal = g_strconcat (fresh, "-journal", NULL);
  g_unlink (journal);
  g_unlink (fresh);
  return done;
}
