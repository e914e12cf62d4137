/* store-folder.h - a folder with a database, for one test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "store/segue-sqlite-store.h"

typedef struct
{
  char *folder;
  char *path;
} StoreFolder;

static inline void
store_folder_set_up (StoreFolder   *self,
                     gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("segue-store-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "segue.db", NULL);
}

static inline void
store_folder_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_chmod (folder, 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        store_folder_empty (file);
      else
        g_unlink (file);
    }
  g_rmdir (folder);
}

static inline void
store_folder_tear_down (StoreFolder   *self,
                        gconstpointer  data)
{
  store_folder_empty (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

/* A database as an earlier version of the program left it. */
static inline void
store_folder_put_fixture (StoreFolder *self,
                          guint        version)
{
  g_autofree char *name = g_strdup_printf ("version-%u.db", version);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", "databases", name, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize) length, NULL));
}

/* Runs @sql on the file with a connection of its own. */
static inline void
store_folder_tamper (StoreFolder *self,
                     const char  *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static inline SegueStorage *
store_folder_open (StoreFolder *self)
{
  g_autoptr (GError) error = NULL;
  SegueSqliteStore *store = segue_sqlite_store_open (self->path, &error);

  g_assert_no_error (error);
  return SEGUE_STORAGE (store);
}
