/* segue-connection.c - one connection to the database file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/segue-connection.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <unistd.h>

/* How long a second program may hold the file before it counts as locked. */
#define PATIENCE_MS 5000

/* A file that exists, under its own name; one thread at a time uses it. */
#define OPEN_FLAGS (SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX)

struct _SegueConnection
{
  sqlite3 *db;
  char *path;
  guint32 change_counter; /* of the file when the transaction began */
};

/* The rollback journal keeps the plans in a single file and two connections
 * (this program and the command line) apart; FULL makes a commit that returned
 * survive a power cut. */
static const char settings[] =
  "PRAGMA synchronous = FULL;"
  "PRAGMA foreign_keys = ON;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA secure_delete = ON;";
static const char write_settings[] =
  "PRAGMA journal_mode = TRUNCATE;";
static const char read_settings[] =
  "PRAGMA query_only = ON;";

static SegueError
classify (int code)
{
  /* What was to be added is there already. */
  if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE)
    return SEGUE_ERROR_STALE;
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SEGUE_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return SEGUE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return SEGUE_ERROR_DAMAGED;
    default:
      return SEGUE_ERROR_STORAGE;
    }
}

static char *
describe (const char *path,
          int         code,
          const char *detail)
{
  if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE)
    /* Translators: %s is a file */
    return g_strdup_printf (_("%s: what was to be added is there already. Nothing was changed."), path);
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      /* Translators: %s is a file */
      return g_strdup_printf (_("%s: another program is writing to the plans. Try again in a moment."), path);
    case SQLITE_FULL:
      /* Translators: %s is a file */
      return g_strdup_printf (_("%s: the disk is full. Nothing was changed."), path);
    case SQLITE_READONLY:
    case SQLITE_PERM:
      /* Translators: %s is a file */
      return g_strdup_printf (_("%s: the file cannot be written. Nothing was changed."), path);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      /* Translators: %s is a file */
      return g_strdup_printf (_("%s: the file is damaged. It was left as it is."), path);
    default:
      /* Translators: %1$s is a file, %2$s a technical cause in English */
      return g_strdup_printf (_("%1$s: the disk did not do what was asked (%2$s). Nothing was changed."), path, detail);
    }
}

/**
 * segue_connection_set_error:
 * @self: a connection
 * @code: an SQLite result code
 * @error: where the sentence goes
 */
void
segue_connection_set_error (SegueConnection  *self,
                            int               code,
                            GError          **error)
{
  const char *detail = self->db ? sqlite3_errmsg (self->db) : sqlite3_errstr (code);
  g_autofree char *message = describe (self->path, code, detail);

  g_set_error_literal (error, SEGUE_ERROR, (int) classify (code), message);
}

/* A schema is never trusted to act, and a name in quotes never taken for a
 * text, as which sqlite3 reads that of a column which is not there. */
static void
distrust (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
}

/* By the file's own name, without links on the way: NOFOLLOW would refuse each
 * of them, also a home that lies elsewhere, and sqlite3 takes some names that
 * are no path for more than a file. */
static int
open_file (SegueConnection *self,
           const char      *path)
{
  char *real = realpath (path, NULL);
  int code = real ? sqlite3_open_v2 (real, &self->db, OPEN_FLAGS, NULL) : SQLITE_CANTOPEN;

  free (real);
  return code;
}

static gboolean
configure (SegueConnection      *self,
           SegueConnectionMode   mode,
           GError              **error)
{
  const char *more = mode == SEGUE_CONNECTION_READ_ONLY ? read_settings
                     : sqlite3_db_readonly (self->db, "main") == 0 ? write_settings : "";

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, PATIENCE_MS);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  distrust (self->db);
  return segue_connection_execute (self, settings, error) && segue_connection_execute (self, more, error);
}

/**
 * segue_connection_open:
 * @path: a file that exists and says that it is ours
 * @mode: whether it is going to be written
 * @error: (out): says which file and what is wrong
 *
 * One that is only read may still be written by sqlite3 before: a transaction
 * that a power cut broke off has to be taken back, or nothing can be read.
 *
 * Returns: (transfer full): the connection, or %NULL
 */
SegueConnection *
segue_connection_open (const char           *path,
                       SegueConnectionMode   mode,
                       GError              **error)
{
  g_autoptr (SegueConnection) self = g_new0 (SegueConnection, 1);
  int code;

  self->path = g_strdup (path);
  code = open_file (self, path);
  if (code != SQLITE_OK)
    {
      segue_connection_set_error (self, code, error);
      return NULL;
    }
  return configure (self, mode, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * segue_connection_open_damaged:
 * @path: a copy of a file that cannot be opened as it should
 * @error: (out): why not even so
 *
 * Opens a file that is known to be damaged, so that sqlite3 gives what it can
 * still read: a file that is cut off is taken as long as it is.
 *
 * Returns: (transfer full): the connection, or %NULL
 */
SegueConnection *
segue_connection_open_damaged (const char  *path,
                               GError     **error)
{
  g_autoptr (SegueConnection) self = g_new0 (SegueConnection, 1);
  int code;

  self->path = g_strdup (path);
  code = open_file (self, path);
  if (code != SQLITE_OK)
    {
      segue_connection_set_error (self, code, error);
      return NULL;
    }
  distrust (self->db);
  return segue_connection_execute (self, "PRAGMA writable_schema = ON", error) ? g_steal_pointer (&self) : NULL;
}

/* All pages at once, so that they belong together. */
static int
copy_pages (sqlite3 *from,
            sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code;

  if (backup == NULL)
    return sqlite3_extended_errcode (to);
  code = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

/**
 * segue_connection_copy:
 * @self: a connection
 * @path: (nullable): an empty file to fill; %NULL for a copy in memory
 * @error: (out): what went wrong
 *
 * Returns: (transfer full): a connection to a copy of the whole database as it
 *   is now, or %NULL
 */
SegueConnection *
segue_connection_copy (SegueConnection  *self,
                       const char       *path,
                       GError          **error)
{
  g_autoptr (SegueConnection) copy = g_new0 (SegueConnection, 1);
  int code;

  copy->path = g_strdup (path ? path : self->path);
  code = path ? open_file (copy, path) : sqlite3_open_v2 (":memory:", &copy->db, OPEN_FLAGS, NULL);
  if (code == SQLITE_OK && !configure (copy, SEGUE_CONNECTION_READ_WRITE, error))
    return NULL;
  if (code == SQLITE_OK)
    code = copy_pages (self->db, copy->db);
  if (code == SQLITE_OK)
    return g_steal_pointer (&copy);
  segue_connection_set_error (copy, code, error);
  return NULL;
}

void
segue_connection_close (SegueConnection *self)
{
  sqlite3_close_v2 (self->db);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
segue_connection_get_db (SegueConnection *self)
{
  return self->db;
}

const char *
segue_connection_get_path (SegueConnection *self)
{
  return self->path;
}

/* Also where the file could be written, but no journal beside it. */
gboolean
segue_connection_is_read_only (SegueConnection *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  return sqlite3_db_readonly (self->db, "main") != 0 || access (folder, W_OK) != 0;
}

/* How long a second program may hold the file before it counts as locked. */
void
segue_connection_set_patience (SegueConnection *self,
                               guint            milliseconds)
{
  sqlite3_busy_timeout (self->db, (int) milliseconds);
}

/**
 * segue_connection_execute:
 * @self: a connection
 * @sql: statements without parameters, known when the program is built
 * @error: (out): what went wrong
 *
 * Returns: whether all were carried out
 */
gboolean
segue_connection_execute (SegueConnection  *self,
                          const char       *sql,
                          GError          **error)
{
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  segue_connection_set_error (self, code, error);
  return FALSE;
}

/**
 * segue_connection_get_int:
 * @self: a connection
 * @sql: a query whose first row and column is a number
 * @value: (out): that number
 * @error: (out): what went wrong
 *
 * Returns: whether there was a number
 */
gboolean
segue_connection_get_int (SegueConnection  *self,
                          const char       *sql,
                          gint64           *value,
                          GError          **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *value = sqlite3_column_int64 (statement, 0);
  else
    segue_connection_set_error (self, code, error);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW;
}

/**
 * segue_connection_check:
 * @self: a connection
 * @error: (out): what is damaged
 *
 * What the CHECKs say is not looked at here, which would take nine tenths of
 * the time: a row is checked field by field when it is loaded.
 *
 * Returns: whether the pages and rows of the file hang together
 */
gboolean
segue_connection_check (SegueConnection  *self,
                        GError          **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_exec (self->db, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_prepare_v2 (self->db, "PRAGMA integrity_check(1)", -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") != 0)
    code = SQLITE_CORRUPT;
  if (code != SQLITE_ROW)
    segue_connection_set_error (self, code, error);
  sqlite3_finalize (statement);
  sqlite3_exec (self->db, "PRAGMA ignore_check_constraints = OFF", NULL, NULL, NULL);
  return code == SQLITE_ROW;
}

/* A number in the head of the file that every transaction raises (sqlite.org,
 * "Database File Format", 1.3.7). Read through sqlite3's own handle: opening
 * and closing the file once more would give up its locks. */
static guint32
read_change_counter (SegueConnection *self)
{
  sqlite3_file *file = NULL;
  guint32 counter = 0;

  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
      file == NULL || file->pMethods == NULL ||
      file->pMethods->xRead (file, &counter, sizeof counter, 24) != SQLITE_OK)
    return 0;
  return GUINT32_FROM_BE (counter);
}

/* Takes the write lock at once, so that nothing read inside can be stale. */
gboolean
segue_connection_begin (SegueConnection  *self,
                        GError          **error)
{
  if (!segue_connection_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->change_counter = read_change_counter (self);
  return TRUE;
}

/* The journal is emptied, which is the moment of the commit, and then synced.
 * If that sync fails sqlite3 reports an error although the rows are stored.
 * One more transaction, which changes nothing, syncs everything again. */
static gboolean
settle (SegueConnection *self)
{
  g_autofree char *same = NULL;
  gint64 version = 0;

  /* Reading plays back the journal if the rows were not stored. */
  if (!segue_connection_get_int (self, "PRAGMA user_version", &version, NULL) ||
      read_change_counter (self) == self->change_counter)
    return FALSE;
  same = g_strdup_printf ("BEGIN IMMEDIATE; PRAGMA user_version = %d; COMMIT", (int) version);
  if (segue_connection_execute (self, same, NULL))
    return TRUE;
  segue_connection_rollback (self);
  return FALSE;
}

/* When this returns %TRUE all is on the disk. When it returns %FALSE
 * everything since begin has been undone; only if the disk refuses to say
 * whether the very last sync was done may it be found stored later. */
gboolean
segue_connection_commit (SegueConnection  *self,
                         GError          **error)
{
  g_autoptr (GError) cause = NULL;

  if (segue_connection_execute (self, "COMMIT", &cause))
    return TRUE;
  segue_connection_rollback (self);
  if (settle (self))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

void
segue_connection_rollback (SegueConnection *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}
