/* test-migrator.c - every schema that was ever released opens for ever
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/segue-migrator.h"

#include "support/store-folder.h"

static void
assert_fixture (SegueStorage *store)
{
  static const guint counts[][2] = {
    { SEGUE_KIND_GOAL, 4 }, { SEGUE_KIND_STEP, 19 }, { SEGUE_KIND_RULE, 31 }, { SEGUE_KIND_GRANT, 1 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = segue_storage_list (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (segue_record_get_title (list->pdata[0]), ==, "From product manager to AI graduate school");
  g_assert_cmpstr (segue_record_get_title (list->pdata[1]), ==, "프로덕트 매니저에서 AI 대학원으로");
  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (SeguePlan) plan = segue_storage_load (store, segue_record_get_id (list->pdata[i]), &error);

      g_assert_no_error (error);
      for (guint k = 0; k < G_N_ELEMENTS (counts); k++)
        g_assert_cmpuint (segue_plan_count (plan, (SegueKind) counts[k][0]), ==, counts[k][1]);
    }
}

static char *
read_schema (const char *path)
{
  g_autoptr (GString) schema = g_string_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT type, name, sql FROM sqlite_schema ORDER BY name", -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (schema, "%s %s %s\n", (const char *) sqlite3_column_text (statement, 0),
                            (const char *) sqlite3_column_text (statement, 1),
                            (const char *) sqlite3_column_text (statement, 2));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return g_string_free_and_steal (g_steal_pointer (&schema));
}

/* A schema without a fixture fails here: tests/README.md says how to make one. */
static void
assert_version (StoreFolder *folder,
                guint        version)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (folder->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (statement, 0), ==, (int) version);
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

/* An old file has all it had, the newest schema, and is written to like a new one. */
static void
test_upgrade (StoreFolder   *folder,
              gconstpointer  data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autofree char *fresh = g_build_filename (folder->folder, "fresh.db", NULL);
  g_autofree char *upgraded_schema = NULL;
  g_autofree char *fresh_schema = NULL;

  store_folder_put_fixture (folder, version);
  assert_version (folder, version);
  {
    g_autoptr (SegueStorage) store = store_folder_open (folder);
    g_autoptr (GPtrArray) list = segue_storage_list (store, NULL);

    assert_fixture (store);
    g_assert_true (segue_storage_remove (store, segue_record_get_id (list->pdata[1]), NULL));
  }
  g_object_unref (segue_sqlite_store_open (fresh, NULL));
  upgraded_schema = read_schema (folder->path);
  fresh_schema = read_schema (fresh);
  g_assert_cmpstr (upgraded_schema, ==, fresh_schema);
}

/* What may not be written is read all the same, and stays as it is. */
static void
test_read_only (StoreFolder   *folder,
                gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  store_folder_put_fixture (folder, GPOINTER_TO_UINT (data));
  g_assert_true (g_file_get_contents (folder->path, &before, &length_before, NULL));
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (SegueSqliteStore) store = segue_sqlite_store_open_read_only (folder->path, &error);
    g_autoptr (GPtrArray) list = NULL;

    g_assert_no_error (error);
    assert_fixture (SEGUE_STORAGE (store));
    list = segue_storage_list (SEGUE_STORAGE (store), NULL);
    g_assert_false (segue_storage_remove (SEGUE_STORAGE (store), segue_record_get_id (list->pdata[0]), &error));
    g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_READ_ONLY);
  }
  g_assert_true (g_file_get_contents (folder->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* Of the newest, too: it is the oldest of tomorrow. */
  for (guint version = 1; version <= segue_migrator_get_newest (); version++)
    {
      g_autofree char *upgrade = g_strdup_printf ("/migrator/upgrade/%u", version);
      g_autofree char *read_only = g_strdup_printf ("/migrator/read-only/%u", version);

      g_test_add (upgrade, StoreFolder, GUINT_TO_POINTER (version), store_folder_set_up, test_upgrade,
                  store_folder_tear_down);
      g_test_add (read_only, StoreFolder, GUINT_TO_POINTER (version), store_folder_set_up, test_read_only,
                  store_folder_tear_down);
    }
  return g_test_run ();
}
