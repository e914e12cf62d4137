/* test-salvage.c - a damaged file gives up what can still be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/segue-salvage.h"

#include <string.h>
#include <unistd.h>

#include "store/segue-backups.h"
#include "support/random-plan.h"
#include "support/store-folder.h"

typedef struct
{
  SeguePlan *plan;
  char *bytes;
  gsize length;
} Whole;

static Whole
make_whole (StoreFolder *folder,
            guint        n_rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  g_autoptr (SegueStorage) store = store_folder_open (folder);
  Whole whole = { make_random_plan (rand, n_rows) };

  g_assert_true (segue_storage_create (store, whole.plan, NULL));
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (folder->path, &whole.bytes, &whole.length, NULL));
  return whole;
}

static void
clear_whole (Whole *whole)
{
  g_clear_object (&whole->plan);
  g_clear_pointer (&whole->bytes, g_free);
}

static guint
count_rows (SeguePlan *plan)
{
  guint n = 0;

  for (SegueKind kind = 0; kind < SEGUE_N_KINDS; kind++)
    n += segue_plan_count (plan, kind);
  return n;
}

/* How many rows come back; whatever does can be restored, and the file is as it was. */
static guint
salvage (StoreFolder *folder,
         const char  *bytes,
         gsize        length)
{
  g_autoptr (GPtrArray) plans = NULL;
  g_autofree char *after = NULL;
  gsize length_after;
  guint n_lost = 0, n = 0;

  g_assert_true (g_file_set_contents (folder->path, bytes, (gssize) length, NULL));
  plans = segue_salvage_read (folder->path, &n_lost, NULL);
  g_assert_true (g_file_get_contents (folder->path, &after, &length_after, NULL));
  g_assert_cmpmem (bytes, length, after, length_after);
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    n += count_rows (plans->pdata[i]);
  return n;
}

static void
test_sound (StoreFolder   *folder,
            gconstpointer  data)
{
  Whole whole = make_whole (folder, 40);
  g_autoptr (GError) error = NULL;
  guint n_lost = 7;
  g_autoptr (GPtrArray) plans = segue_salvage_read (folder->path, &n_lost, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_cmpuint (plans->len, ==, 1);
  assert_same_plan (plans->pdata[0], whole.plan);
  clear_whole (&whole);
}

/* The longer the file still is, the more comes back. */
static void
test_cut_off (StoreFolder   *folder,
              gconstpointer  data)
{
  Whole whole = make_whole (folder, 200);
  guint half = salvage (folder, whole.bytes, whole.length / 2);
  guint most = salvage (folder, whole.bytes, whole.length - 4096);

  g_assert_cmpuint (half, >, 0);
  g_assert_cmpuint (most, >=, half);
  g_assert_cmpuint (most, >, count_rows (whole.plan) / 2);
  clear_whole (&whole);
}

/* Where the first page is gone the tables are found all the same. */
static void
test_first_page (StoreFolder   *folder,
                 gconstpointer  data)
{
  Whole whole = make_whole (folder, 40);

  memset (whole.bytes, 0xa5, 4096);
  g_assert_cmpuint (salvage (folder, whole.bytes, whole.length), >, count_rows (whole.plan) / 2);
  clear_whole (&whole);
}

/* A file that was cut off before the list of its tables gives what it still
 * has of the first of them. */
static void
test_cut_off_early (StoreFolder   *folder,
                    gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  store_folder_put_fixture (folder, 1);
  g_assert_true (g_file_get_contents (folder->path, &bytes, &length, NULL));
  g_assert_cmpuint (salvage (folder, bytes, 40000), >, 4);
}

/* Page after page is overwritten: mostly nearly all comes back, and never a crash. */
static void
test_lost_page (StoreFolder   *folder,
                gconstpointer  data)
{
  Whole whole = make_whole (folder, 200);
  guint n_pages = (guint) (whole.length / 4096), good = 0;

  for (guint page = 1; page < n_pages; page++)
    {
      g_autofree char *bytes = g_memdup2 (whole.bytes, whole.length);

      memset (bytes + page * 4096, 0x5a, 4096);
      good += salvage (folder, bytes, whole.length) > count_rows (whole.plan) / 2;
    }
  g_assert_cmpuint (good, >, n_pages / 2);
  clear_whole (&whole);
}

/* What names a goal that was lost loses the name, not itself. */
static void
test_loose_ends (StoreFolder   *folder,
                 gconstpointer  data)
{
  Whole whole = make_whole (folder, 40);
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lost = 0;

  store_folder_tamper (folder, "PRAGMA foreign_keys = OFF; DELETE FROM goals");
  g_assert_null (segue_sqlite_store_open (folder->path, NULL));
  plans = segue_salvage_read (folder->path, &n_lost, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (segue_plan_count (plans->pdata[0], SEGUE_KIND_STEP), ==,
                    segue_plan_count (whole.plan, SEGUE_KIND_STEP));
  g_assert_cmpuint (segue_plan_count (plans->pdata[0], SEGUE_KIND_ROUTE), ==, 0);
  g_assert_cmpuint (n_lost, >=, segue_plan_count (whole.plan, SEGUE_KIND_ROUTE));
  clear_whole (&whole);
}

/* The plan's own row is gone: its steps come back under a new title. */
static void
test_no_header (StoreFolder   *folder,
                gconstpointer  data)
{
  Whole whole = make_whole (folder, 40);
  g_autoptr (GPtrArray) plans = NULL;
  guint n_lost = 0;

  store_folder_tamper (folder, "PRAGMA foreign_keys = OFF; DELETE FROM plans");
  plans = segue_salvage_read (folder->path, &n_lost, NULL);
  g_assert_cmpuint (plans->len, ==, 1);
  g_assert_cmpuint (n_lost, ==, 1);
  g_assert_cmpstr (segue_plan_get_title (plans->pdata[0]), ==, "Recovered Plan");
  g_assert_cmpuint (segue_plan_count (plans->pdata[0], SEGUE_KIND_STEP), ==,
                    segue_plan_count (whole.plan, SEGUE_KIND_STEP));
  clear_whole (&whole);
}

static void
test_nothing (StoreFolder   *folder,
              gconstpointer  data)
{
  guint n_lost = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder->path, "SQLite format 3", -1, NULL));
  g_assert_null (segue_salvage_read (folder->path, &n_lost, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_DAMAGED);
}

/* An older file gives what it has. */
static void
test_old (StoreFolder   *folder,
          gconstpointer  data)
{
  guint n_lost = 0;
  g_autoptr (GPtrArray) plans = NULL;

  store_folder_put_fixture (folder, 1);
  plans = segue_salvage_read (folder->path, &n_lost, NULL);
  g_assert_cmpuint (plans->len, ==, 2);
  g_assert_cmpuint (n_lost, ==, 0);
}

/* From the wreck to a file that opens. */
static void
test_restore (StoreFolder   *folder,
              gconstpointer  data)
{
  Whole whole = make_whole (folder, 200);
  g_autoptr (SegueArchive) archive = SEGUE_ARCHIVE (segue_backups_new (folder->path, NULL));
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (SegueStorage) store = NULL;
  g_autoptr (SeguePlan) again = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lost = 0;

  g_assert_true (g_file_set_contents (folder->path, whole.bytes, (gssize) whole.length / 2, NULL));
  g_assert_null (segue_sqlite_store_open (folder->path, NULL));
  plans = segue_archive_salvage (archive, &n_lost, &error);
  g_assert_no_error (error);
  g_assert_true (segue_archive_restore (archive, plans, &error));
  g_assert_no_error (error);
  store = store_folder_open (folder);
  again = segue_storage_load (store, segue_plan_get_id (plans->pdata[0]), &error);
  g_assert_no_error (error);
  assert_same_plan (plans->pdata[0], again);
  clear_whole (&whole);
}

/* What could be read goes to a file of the person's choice, which is never the
 * damaged one. */
static void
test_save (StoreFolder   *folder,
           gconstpointer  data)
{
  Whole whole = make_whole (folder, 60);
  g_autofree char *path = g_build_filename (folder->folder, "Recovered.db", NULL);
  g_autofree char *nowhere = g_build_filename (path, "in a file.db", NULL);
  g_autofree char *alias = g_build_filename (folder->folder, "alias.db", NULL);
  g_autoptr (SegueArchive) archive = SEGUE_ARCHIVE (segue_backups_new (folder->path, NULL));
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  gsize length_after;
  guint n_lost;

  g_assert_true (g_file_set_contents (folder->path, whole.bytes, (gssize) whole.length / 2, NULL));
  g_assert_cmpint (link (folder->path, alias), ==, 0);
  plans = segue_archive_salvage (archive, &n_lost, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "what was there before", -1, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SegueSqliteStore) store = NULL;
      g_autoptr (GPtrArray) again = NULL;

      g_assert_true (segue_archive_save (archive, plans, path, &error));
      g_assert_no_error (error);
      store = segue_sqlite_store_open_read_only (path, &error);
      g_assert_no_error (error);
      again = segue_sqlite_store_load_all (store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (again->len, ==, plans->len);
      assert_same_plan (again->pdata[0], plans->pdata[0]);
    }
  g_assert_false (segue_archive_save (archive, plans, nowhere, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_false (segue_archive_save (archive, plans, alias, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE);
  g_assert_true (g_file_get_contents (folder->path, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, whole.bytes, whole.length / 2);
  clear_whole (&whole);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, StoreFolder, NULL, store_folder_set_up, function, store_folder_tear_down)
  ADD ("/salvage/sound", test_sound);
  ADD ("/salvage/cut-off", test_cut_off);
  ADD ("/salvage/cut-off-early", test_cut_off_early);
  ADD ("/salvage/first-page", test_first_page);
  ADD ("/salvage/lost-page", test_lost_page);
  ADD ("/salvage/loose-ends", test_loose_ends);
  ADD ("/salvage/no-header", test_no_header);
  ADD ("/salvage/nothing", test_nothing);
  ADD ("/salvage/old", test_old);
  ADD ("/salvage/restore", test_restore);
  ADD ("/salvage/save", test_save);
  return g_test_run ();
}
