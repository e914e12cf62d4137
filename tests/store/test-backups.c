/* test-backups.c - there is always a good backup, and it comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/segue-backups.h"

#include <string.h>

#include "store/segue-backup-file.h"
#include "support/random-plan.h"
#include "support/store-folder.h"

static SeguePlan *
add_plan (SegueStorage *store,
          guint32       seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  SeguePlan *plan = make_random_plan (rand, 8);
  g_autoptr (GError) error = NULL;

  segue_storage_create (store, plan, &error);
  g_assert_no_error (error);
  return plan;
}

static void
assert_stored (SegueStorage *store,
               SeguePlan    *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) again = segue_storage_load (store, segue_plan_get_id (plan), &error);

  g_assert_no_error (error);
  assert_same_plan (plan, again);
}

static SegueArchive *
make_archive (StoreFolder  *folder,
              SegueStorage *store)
{
  return SEGUE_ARCHIVE (segue_backups_new (folder->path, store ? SEGUE_SQLITE_STORE (store) : NULL));
}

static void
back_up (SegueStorage *store)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;

  segue_sqlite_store_back_up (SEGUE_SQLITE_STORE (store), SEGUE_BACKUP_DAILY, now, &error);
  g_assert_no_error (error);
}

static guint
count_backups (StoreFolder *folder)
{
  g_autoptr (GPtrArray) backups = segue_backup_file_list (folder->path);

  return backups->len;
}

static void
assert_only_backups (StoreFolder *folder)
{
  g_autofree char *path = segue_backup_file_get_folder (folder->path);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, count_backups (folder));
}

static void
test_write (StoreFolder   *folder,
            gconstpointer  data)
{
  g_autoptr (SegueStorage) store = store_folder_open (folder);
  g_autoptr (SegueArchive) archive = make_archive (folder, store);
  g_autoptr (SeguePlan) plan = add_plan (store, 3);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (segue_archive_write (archive, SEGUE_BACKUP_BY_HAND, &error));
  g_assert_no_error (error);
  g_assert_true (segue_archive_write (archive, SEGUE_BACKUP_IMPORT, &error));
  backups = segue_archive_list (archive);
  g_assert_cmpuint (backups->len, ==, 2);
  assert_only_backups (folder);
  for (guint i = 0; i < backups->len; i++)
    {
      g_assert_cmpint (g_stat (segue_backup_get_path (backups->pdata[i]), &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
  plans = segue_archive_preview (archive, backups->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plans->len, ==, 1);
  assert_same_plan (plans->pdata[0], plan);
}

/* While another program holds the file there is no backup, and no trace of one. */
static void
test_locked (StoreFolder   *folder,
             gconstpointer  data)
{
  g_autoptr (SegueStorage) store = store_folder_open (folder);
  g_autoptr (SegueArchive) archive = make_archive (folder, store);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (folder->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  segue_sqlite_store_set_patience (SEGUE_SQLITE_STORE (store), 20);
  g_assert_false (segue_archive_write (archive, SEGUE_BACKUP_IMPORT, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_LOCKED);
  g_assert_cmpuint (count_backups (folder), ==, 0);
  assert_only_backups (folder);
  sqlite3_close (other);
  g_assert_true (segue_archive_write (archive, SEGUE_BACKUP_IMPORT, NULL));
}

static void
test_daily (StoreFolder   *folder,
            gconstpointer  data)
{
  g_autoptr (SegueStorage) store = store_folder_open (folder);
  g_autoptr (SegueBackups) backups = segue_backups_new (folder->path, SEGUE_SQLITE_STORE (store));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);

  g_assert_true (segue_archive_write (SEGUE_ARCHIVE (backups), SEGUE_BACKUP_IMPORT, NULL));
  for (int i = 0; i < 3; i++)
    g_assert_true (segue_backups_write_daily (backups, now, NULL));
  g_assert_cmpuint (count_backups (folder), ==, 2);
  g_assert_true (segue_backups_write_daily (backups, tomorrow, NULL));
  g_assert_cmpuint (count_backups (folder), ==, 3);
}

static SegueBackup *
make_backup (GDateTime         *first,
             int                days_ago,
             SegueBackupReason  reason)
{
  g_autoptr (GDateTime) made = g_date_time_add_days (first, -days_ago);
  g_autofree char *path = g_strdup_printf ("%d-%d", days_ago, (int) reason);

  return segue_backup_new (path, made, reason);
}

/* Two years of days, and an import on each: the newest of all stays, a week of
 * days, weeks behind them, months behind those. */
static void
test_choose (void)
{
  g_autoptr (GDateTime) first = g_date_time_new_local (2026, 3, 15, 9, 0, 0);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) chosen = NULL;
  int daily = 0, imports = 0, oldest = 0;

  for (int days_ago = 0; days_ago < 730; days_ago++)
    {
      g_ptr_array_add (all, make_backup (first, days_ago, SEGUE_BACKUP_DAILY));
      g_ptr_array_add (all, make_backup (first, days_ago, SEGUE_BACKUP_IMPORT));
    }
  chosen = segue_backup_file_choose (all);
  for (guint i = 0; i < chosen->len; i++)
    g_hash_table_add (gone, (gpointer) segue_backup_get_path (chosen->pdata[i]));
  for (guint i = 0; i < all->len; i++)
    {
      SegueBackup *backup = all->pdata[i];

      if (g_hash_table_contains (gone, segue_backup_get_path (backup)))
        continue;
      if (segue_backup_get_reason (backup) == SEGUE_BACKUP_IMPORT)
        imports++;
      else
        daily++;
      oldest = (int) i / 2;
    }
  g_assert_cmpint (imports, ==, 10);
  g_assert_cmpint (daily, >=, 7 + 2 + 10);
  g_assert_cmpint (daily, <=, 7 + 4 + 12);
  g_assert_cmpint (oldest, >, 300);
  g_assert_false (g_hash_table_contains (gone, "0-0"));
  for (int days_ago = 0; days_ago < 7; days_ago++)
    {
      g_autofree char *path = g_strdup_printf ("%d-%d", days_ago, (int) SEGUE_BACKUP_DAILY);

      g_assert_false (g_hash_table_contains (gone, path));
    }
}

/* All plans were removed, or the newer backups decayed: the last one that is
 * good is still there after many more. */
static void
test_last_good_stays (StoreFolder   *folder,
                      gconstpointer  data)
{
  g_autoptr (SegueStorage) store = store_folder_open (folder);
  g_autoptr (SegueArchive) archive = make_archive (folder, store);
  g_autoptr (SeguePlan) plan = add_plan (store, 5);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autofree char *good = NULL;

  g_assert_true (segue_archive_write (archive, SEGUE_BACKUP_IMPORT, NULL));
  backups = segue_archive_list (archive);
  good = g_strdup (segue_backup_get_path (backups->pdata[0]));
  g_assert_true (segue_storage_remove (store, segue_plan_get_id (plan), NULL));
  for (int i = 1; i <= 14; i++)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      g_autoptr (GDateTime) later = g_date_time_add_seconds (now, i);

      g_assert_true (segue_sqlite_store_back_up (SEGUE_SQLITE_STORE (store), SEGUE_BACKUP_IMPORT, later, NULL));
    }
  g_assert_cmpuint (count_backups (folder), ==, 11);
  g_assert_true (g_file_test (good, G_FILE_TEST_EXISTS));
  plans = segue_archive_preview (archive, backups->pdata[0], NULL);
  assert_same_plan (plans->pdata[0], plan);
}

static void
test_before_migration (StoreFolder   *folder,
                       gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  store_folder_put_fixture (folder, 1);
  g_object_unref (store_folder_open (folder));
  backups = segue_backup_file_list (folder->path);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpint (segue_backup_get_reason (backups->pdata[0]), ==, SEGUE_BACKUP_MIGRATION);
  g_assert_cmpint (sqlite3_open (segue_backup_get_path (backups->pdata[0]), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 1);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  g_object_unref (store_folder_open (folder));
  g_assert_cmpuint (count_backups (folder), ==, 1);
}

/* No backup, no migration. */
static void
test_no_backup_no_migration (StoreFolder   *folder,
                             gconstpointer  data)
{
  g_autofree char *blocked = segue_backup_file_get_folder (folder->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_before, length_after;

  store_folder_put_fixture (folder, 1);
  g_assert_true (g_file_set_contents (blocked, "in the way", -1, NULL));
  g_assert_true (g_file_get_contents (folder->path, &before, &length_before, NULL));
  g_assert_null (segue_sqlite_store_open (folder->path, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE);
  g_assert_true (g_file_get_contents (folder->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
rename_plan (SegueStorage *store,
             SeguePlan    *plan)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_get_header (plan));
  g_autoptr (SegueChangeSet) edit = segue_change_set_new ("rename");
  g_autoptr (SegueRecord) header = NULL;

  segue_record_builder_set_string (builder, SEGUE_PLAN_TITLE, "renamed");
  header = segue_record_builder_end (builder);
  segue_change_set_add (edit, segue_plan_get_header (plan), header);
  g_assert_true (segue_storage_commit (store, segue_plan_get_id (plan), edit, NULL));
}

/* What is in the backup comes back; what came since stays; what was there is
 * in a backup of its own. */
static void
test_restore (StoreFolder   *folder,
              gconstpointer  data)
{
  g_autoptr (SegueStorage) store = store_folder_open (folder);
  g_autoptr (SegueArchive) archive = make_archive (folder, store);
  g_autoptr (SeguePlan) changed = add_plan (store, 3);
  g_autoptr (SeguePlan) removed = add_plan (store, 4);
  g_autoptr (SeguePlan) added = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (segue_archive_write (archive, SEGUE_BACKUP_DAILY, NULL));
  rename_plan (store, changed);
  g_assert_true (segue_storage_remove (store, segue_plan_get_id (removed), NULL));
  added = add_plan (store, 6);
  backups = segue_archive_list (archive);
  plans = segue_archive_preview (archive, backups->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_true (segue_archive_restore (archive, plans, &error));
  g_assert_no_error (error);
  assert_stored (store, changed);
  assert_stored (store, removed);
  assert_stored (store, added);
  now = segue_archive_list (archive);
  g_assert_cmpuint (now->len, ==, 2);
  g_assert_cmpint (segue_backup_get_reason (now->pdata[0]), ==, SEGUE_BACKUP_RESTORE);
}

static char *
find_kept (StoreFolder *folder,
           const char  *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (folder->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "segue.db.kept-") && g_str_has_suffix (name, "-journal") == (suffix[0] != '\0'))
      return g_build_filename (folder->folder, name, NULL);
  return NULL;
}

/* A file that cannot be used makes way and is kept, with its journal. */
static void
test_restore_anew (StoreFolder   *folder,
                   gconstpointer  data)
{
  static const char wreck[] = "SQLite format 3 and then nothing more";
  g_autofree char *journal = g_strconcat (folder->path, "-journal", NULL);
  g_autoptr (SeguePlan) plan = NULL;
  g_autoptr (SegueArchive) archive = make_archive (folder, NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (SegueStorage) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_journal = NULL;
  g_autofree char *bytes = NULL;

  {
    g_autoptr (SegueStorage) store = store_folder_open (folder);

    plan = add_plan (store, 3);
    back_up (store);
  }
  g_assert_true (g_file_set_contents (folder->path, wreck, -1, NULL));
  g_assert_true (g_file_set_contents (journal, "a journal", -1, NULL));
  g_assert_null (segue_sqlite_store_open (folder->path, NULL));

  backups = segue_archive_list (archive);
  plans = segue_archive_preview (archive, backups->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_true (segue_archive_restore (archive, plans, &error));
  g_assert_no_error (error);
  again = store_folder_open (folder);
  assert_stored (again, plan);
  kept = find_kept (folder, "");
  g_assert_true (g_file_get_contents (kept, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, wreck);
  kept_journal = find_kept (folder, "-journal");
  g_assert_nonnull (kept_journal);
}

/* Where there were plans no empty file is made without a word. */
static void
test_gone (StoreFolder   *folder,
           gconstpointer  data)
{
  g_autoptr (SeguePlan) plan = NULL;
  g_autoptr (SegueArchive) archive = make_archive (folder, NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (SegueStorage) again = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (SegueStorage) store = store_folder_open (folder);

    plan = add_plan (store, 3);
    back_up (store);
  }
  g_unlink (folder->path);
  g_assert_null (segue_sqlite_store_open (folder->path, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (folder->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  backups = segue_archive_list (archive);
  plans = segue_archive_preview (archive, backups->pdata[0], &error);
  g_assert_true (segue_archive_restore (archive, plans, &error));
  g_assert_no_error (error);
  again = store_folder_open (folder);
  assert_stored (again, plan);
}

/* A file that only looks like a backup is told apart when it is looked at. */
static void
test_foreign_backup (StoreFolder   *folder,
                     gconstpointer  data)
{
  g_autoptr (SegueArchive) archive = make_archive (folder, NULL);
  g_autofree char *path = segue_backup_file_get_folder (folder->path);
  g_autofree char *file = g_build_filename (path, "2026-03-15T09-00-00-daily.db", NULL);
  g_autofree char *other = g_build_filename (path, "notes.txt", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "a letter to a friend that is longer than a hundred bytes, "
                                            "which is what the head of a database has, and not a database", -1, NULL));
  g_assert_true (g_file_set_contents (other, "notes", -1, NULL));
  backups = segue_archive_list (archive);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_null (segue_archive_preview (archive, backups->pdata[0], &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_FOREIGN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, StoreFolder, NULL, store_folder_set_up, function, store_folder_tear_down)
  ADD ("/backups/write", test_write);
  ADD ("/backups/locked", test_locked);
  ADD ("/backups/daily", test_daily);
  g_test_add_func ("/backups/choose", test_choose);
  ADD ("/backups/last-good-stays", test_last_good_stays);
  ADD ("/backups/before-migration", test_before_migration);
  ADD ("/backups/no-backup-no-migration", test_no_backup_no_migration);
  ADD ("/backups/restore", test_restore);
  ADD ("/backups/restore-anew", test_restore_anew);
  ADD ("/backups/gone", test_gone);
  ADD ("/backups/foreign", test_foreign_backup);
  return g_test_run ();
}
