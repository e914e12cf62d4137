/* test-sqlite-store.c - plans come back from the disk as they were
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/segue-sqlite-store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/random-plan.h"
#include "support/store-folder.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("segue-store-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "plans", "segue.db", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *inner = g_path_get_dirname (fixture->path);
  const char *folders[] = { inner, fixture->folder };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GDir) dir = g_dir_open (folders[i], 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *file = g_build_filename (folders[i], name, NULL);

          g_unlink (file);
        }
      g_rmdir (folders[i]);
    }
  g_free (fixture->path);
  g_free (fixture->folder);
}

static SegueStorage *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SegueSqliteStore *store = segue_sqlite_store_open (fixture->path, &error);

  g_assert_no_error (error);
  return SEGUE_STORAGE (store);
}

static void
assert_stored (Fixture   *fixture,
               SeguePlan *plan)
{
  g_autoptr (SegueStorage) store = open_store (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) again = segue_storage_load (store, segue_plan_get_id (plan), &error);

  g_assert_no_error (error);
  assert_same_plan (plan, again);
}

/* Replaces a random row by another with the same id. */
static SegueChangeSet *
make_edit (GRand     *rand,
           SeguePlan *plan)
{
  SegueKind kind = (SegueKind) g_rand_int_range (rand, SEGUE_KIND_GOAL, SEGUE_N_KINDS);
  SegueChangeSet *edit = segue_change_set_new ("edit");
  const SegueRecord *before;
  g_autoptr (SegueRecord) after = NULL;

  if (segue_plan_count (plan, kind) == 0)
    return edit;
  before = segue_plan_get_nth (plan, kind, g_rand_int_range (rand, 0, (gint32) segue_plan_count (plan, kind)));
  after = make_random_record (rand, plan, kind, segue_record_get_id (before), segue_record_get_rank (before));
  segue_change_set_add (edit, before, after);
  return edit;
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SeguePlan) plan = make_random_plan (rand, 40);
      g_autoptr (SegueStorage) store = open_store (fixture);
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (GError) error = NULL;

      segue_storage_create (store, plan, &error);
      g_assert_no_error (error);
      assert_stored (fixture, plan);
      list = segue_storage_list (store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (list->len, ==, 1);
      g_assert_true (segue_record_equal (list->pdata[0], segue_plan_get_header (plan)));
      g_assert_false (segue_storage_create (store, plan, NULL));
      g_assert_true (segue_storage_remove (store, segue_plan_get_id (plan), &error));
      g_assert_no_error (error);
      g_assert_null (segue_storage_load (store, segue_plan_get_id (plan), &error));
      g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND);
    }
}

/* After every edit what is on the disk is what is in memory. */
static void
test_random_walk (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (SeguePlan) plan = make_random_plan (rand, 30);
  g_autoptr (SegueStorage) store = open_store (fixture);
  guint steps = g_getenv ("SEGUE_TEST_LONG") ? 10000 : 60;
  guint performed = 0;

  g_assert_true (segue_storage_create (store, plan, NULL));
  for (guint i = 0; i < steps; i++)
    {
      g_autoptr (SegueChangeSet) edit = make_edit (rand, plan);
      g_autoptr (SeguePlan) next = segue_plan_copy (plan);
      g_autoptr (GError) error = NULL;

      if (segue_plan_apply (next, edit, NULL))
        {
          g_assert_true (segue_storage_commit (store, segue_plan_get_id (plan), edit, &error));
          g_assert_no_error (error);
          g_set_object (&plan, next);
          performed++;
        }
      assert_stored (fixture, plan);
    }
  g_assert_cmpuint (performed, >, steps / 4);
}

static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (SeguePlan) plan = make_random_plan (rand, 30);
  g_autoptr (SegueStorage) ours = open_store (fixture);
  g_autoptr (SegueStorage) theirs = open_store (fixture);
  const SegueRecord *header = segue_plan_get_header (plan);
  SegueRecordBuilder *builder = segue_record_builder_new_from (header);
  g_autoptr (SegueRecord) renamed = NULL;
  g_autoptr (SegueChangeSet) edit = segue_change_set_new ("rename");
  g_autoptr (GError) error = NULL;

  segue_record_builder_set_string (builder, SEGUE_PLAN_TITLE, "another title");
  renamed = segue_record_builder_end (builder);
  segue_change_set_add (edit, header, renamed);

  g_assert_true (segue_storage_create (ours, plan, NULL));
  segue_sqlite_store_has_changed (SEGUE_SQLITE_STORE (ours));
  g_assert_false (segue_sqlite_store_has_changed (SEGUE_SQLITE_STORE (ours)));
  g_assert_true (segue_storage_commit (theirs, segue_plan_get_id (plan), edit, &error));
  g_assert_no_error (error);
  g_assert_true (segue_sqlite_store_has_changed (SEGUE_SQLITE_STORE (ours)));
  g_assert_false (segue_storage_commit (ours, segue_plan_get_id (plan), edit, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_STALE);
}

static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (SegueStorage) store = open_store (fixture);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

/* Runs @sql on the file with a connection of its own. */
static void
tamper (Fixture    *fixture,
        const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
assert_refused (Fixture    *fixture,
                SegueError  code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  g_assert_null (segue_sqlite_store_open (fixture->path, &error));
  g_assert_error (error, SEGUE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (SegueStorage) store = open_store (fixture);

  g_clear_object (&store);
  tamper (fixture, "PRAGMA user_version = 1000");
  assert_refused (fixture, SEGUE_ERROR_NEWER);
}

/* What a newer version wrote can be looked at while it has the same form, is
 * never written, and is not taken for damaged where it says what is not known. */
static void
test_newer_is_shown (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const changes[] = {
    "PRAGMA ignore_check_constraints = ON; UPDATE goals SET kind = 'dream'",
    "UPDATE goals SET kind = 'job'; ALTER TABLE steps RENAME COLUMN title TO name",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (SeguePlan) plan = make_random_plan (rand, 40);
  g_autoptr (SegueStorage) storage = open_store (fixture);
  g_autofree char *id = g_strdup (segue_plan_get_id (plan));

  g_assert_true (segue_storage_create (storage, plan, NULL));
  g_clear_object (&storage);
  tamper (fixture, "PRAGMA user_version = 1000; ALTER TABLE steps ADD COLUMN mood TEXT; CREATE TABLE moods (id TEXT)");
  {
    g_autoptr (SegueSqliteStore) store = segue_sqlite_store_open_any_version (fixture->path, &error);
    g_autoptr (SeguePlan) shown = NULL;

    g_assert_no_error (error);
    g_assert_true (segue_sqlite_store_is_newer (store));
    shown = segue_storage_load (SEGUE_STORAGE (store), id, &error);
    g_assert_no_error (error);
    assert_same_plan (shown, plan);
    g_assert_false (segue_storage_remove (SEGUE_STORAGE (store), id, &error));
    g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_READ_ONLY);
    g_clear_error (&error);
  }
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (SegueSqliteStore) store = NULL;

      tamper (fixture, changes[i]);
      store = segue_sqlite_store_open_any_version (fixture->path, &error);
      if (store != NULL)
        g_assert_null (segue_storage_load (SEGUE_STORAGE (store), id, &error));
      g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_NEWER);
      g_clear_error (&error);
    }
  assert_refused (fixture, SEGUE_ERROR_NEWER);
  g_assert_null (segue_sqlite_store_open_read_only (fixture->path, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_NEWER);
}

static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_mkdir (folder, 0700);
  tamper (fixture, "CREATE TABLE notes (text)");
  assert_refused (fixture, SEGUE_ERROR_FOREIGN);
  g_assert_true (g_file_set_contents (fixture->path, "not a database at all, but a letter to a friend", -1, NULL));
  assert_refused (fixture, SEGUE_ERROR_FOREIGN);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_refused (fixture, SEGUE_ERROR_DAMAGED);
}

/* What is cut off, acts by itself or has lost its tables is damaged. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_object_unref (open_store (fixture));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (gsize n = 1; n < length; n = n * 3 + 1)
    {
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) n, NULL));
      assert_refused (fixture, SEGUE_ERROR_DAMAGED);
    }
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  tamper (fixture, "CREATE TRIGGER t AFTER INSERT ON plans BEGIN DELETE FROM plans; END");
  assert_refused (fixture, SEGUE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  tamper (fixture, "PRAGMA user_version = 0");
  assert_refused (fixture, SEGUE_ERROR_DAMAGED);
}

/* Not even the journal of another program's database is touched. */
static void
test_foreign_journal (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_mkdir (folder, 0700);
  tamper (fixture, "PRAGMA journal_mode = WAL; PRAGMA application_id = 7; CREATE TABLE plans (id)");
  assert_refused (fixture, SEGUE_ERROR_FOREIGN);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (SeguePlan) plan = make_random_plan (rand, 5);
  g_autoptr (SeguePlan) again = NULL;
  g_autoptr (SegueStorage) store = NULL;
  g_autoptr (SegueSqliteStore) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (segue_sqlite_store_open_read_only (fixture->path, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  store = open_store (fixture);
  g_assert_true (segue_storage_create (store, plan, NULL));
  reader = segue_sqlite_store_open_read_only (fixture->path, &error);
  g_assert_no_error (error);
  again = segue_storage_load (SEGUE_STORAGE (reader), segue_plan_get_id (plan), &error);
  g_assert_no_error (error);
  assert_same_plan (plan, again);
  g_assert_false (segue_storage_remove (SEGUE_STORAGE (reader), segue_plan_get_id (plan), &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_READ_ONLY);
}

static void
test_create_all (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SegueStorage) store = open_store (fixture);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (plans, make_random_plan (rand, 5));
  g_assert_true (segue_sqlite_store_create_all (SEGUE_SQLITE_STORE (store), plans, &error));
  g_assert_no_error (error);
  g_ptr_array_insert (plans, 0, make_random_plan (rand, 5));
  g_assert_false (segue_sqlite_store_create_all (SEGUE_SQLITE_STORE (store), plans, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_STALE);
  list = segue_storage_list (store, NULL);
  g_assert_cmpuint (list->len, ==, 1);
}

typedef struct
{
  SegueStorage *store;
  SeguePlan *plan;
  guint seed;
} Writer;

static gpointer
write_in_thread (gpointer data)
{
  Writer *writer = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (writer->seed);

  for (guint i = 0; i < 25; i++)
    {
      g_autoptr (SegueChangeSet) edit = make_edit (rand, writer->plan);
      g_autoptr (SeguePlan) copy = segue_plan_copy (writer->plan);
      g_autoptr (GError) error = NULL;

      if (!segue_plan_apply (copy, edit, NULL))
        continue;
      segue_storage_commit (writer->store, segue_plan_get_id (writer->plan), edit, &error);
      g_assert_no_error (error);
      g_assert_true (segue_plan_apply (writer->plan, edit, NULL));
    }
  return NULL;
}

/* A session commits many rows in a thread, and meanwhile the list of plans is read, another is opened, stored and deleted. */
static void
test_threads (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (SegueStorage) store = open_store (fixture);
  SeguePlan *plans[3];
  Writer writers[2];
  GThread *threads[2];

  for (guint i = 0; i < 3; i++)
    plans[i] = make_random_plan (rand, 20);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (segue_storage_create (store, plans[i], NULL));
      writers[i] = (Writer) { store, plans[i], i };
    }
  for (guint i = 0; i < 2; i++)
    threads[i] = g_thread_new ("writer", write_in_thread, &writers[i]);
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (SeguePlan) again = NULL;
      g_autoptr (GError) error = NULL;

      segue_storage_create (store, plans[2], &error);
      g_assert_no_error (error);
      g_assert_false (segue_sqlite_store_has_changed (SEGUE_SQLITE_STORE (store)));
      list = segue_storage_list (store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (list->len, ==, 3);
      again = segue_storage_load (store, segue_plan_get_id (plans[2]), &error);
      g_assert_no_error (error);
      assert_same_plan (plans[2], again);
      segue_storage_remove (store, segue_plan_get_id (plans[2]), &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < 2; i++)
    g_thread_join (threads[i]);
  g_clear_object (&store);
  for (guint i = 0; i < 2; i++)
    assert_stored (fixture, plans[i]);
  for (guint i = 0; i < 3; i++)
    g_object_unref (plans[i]);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (SeguePlan) plan = make_random_plan (rand, 5);
  g_autoptr (SegueStorage) store = open_store (fixture);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  segue_sqlite_store_set_patience (SEGUE_SQLITE_STORE (store), 20);
  g_assert_false (segue_storage_create (store, plan, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (segue_storage_list (store, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (segue_storage_load (store, "plan", &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_LOCKED);
  g_clear_error (&error);

  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  g_assert_true (segue_storage_create (store, plan, &error));
  g_assert_no_error (error);
}

/* A home that lies elsewhere is reached by a link, as /home is on some systems. */
static void
test_through_a_link (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (SeguePlan) plan = make_random_plan (rand, 20);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *path = g_build_filename (link, "segue.db", NULL);
  g_autofree char *file_link = g_build_filename (fixture->folder, "plans.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SegueSqliteStore) store = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("plans", link), ==, 0);
  g_assert_cmpint (symlink ("plans/segue.db", file_link), ==, 0);
  store = segue_sqlite_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (segue_storage_create (SEGUE_STORAGE (store), plan, &error));
  g_assert_no_error (error);
  g_assert_true (segue_sqlite_store_back_up (store, SEGUE_BACKUP_BY_HAND, now, &error));
  g_assert_no_error (error);
  g_clear_object (&store);
  assert_stored (fixture, plan);
  store = segue_sqlite_store_open (file_link, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  g_unlink (link);
  store_folder_empty (folder);
}

/* Of every text in the file a part that is no UTF-8 any more. */
static void
test_bad_text (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (SeguePlan) plan = make_random_plan (rand, 80);
  g_autofree char *bytes = NULL;
  gsize length;

  {
    g_autoptr (SegueStorage) store = open_store (fixture);

    g_assert_true (segue_storage_create (store, plan, NULL));
  }
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    for (guint f = 0; f < segue_kind_get_info (kind)->n_fields && segue_plan_count (plan, kind) > 0; f++)
      {
        const SegueField *field = &segue_kind_get_info (kind)->fields[f];
        g_autofree char *sql = g_strdup_printf (
          "PRAGMA ignore_check_constraints = ON;"
          "UPDATE \"%s\" SET \"%s\" = CAST (x'5b27ff275d' AS TEXT)", /* ['\xff'] */
          segue_kind_get_info (kind)->list, field->column ? field->column : field->name);
        g_autoptr (SegueSqliteStore) store = NULL;
        g_autoptr (GError) error = NULL;

        if (field->type == SEGUE_FIELD_INT || field->type == SEGUE_FIELD_BOOL || field->type == SEGUE_FIELD_WEEKDAYS)
          continue;
        g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
        tamper (fixture, sql);
        store = segue_sqlite_store_open (fixture->path, &error);
        if (store != NULL)
          g_assert_null (segue_storage_load (SEGUE_STORAGE (store), segue_plan_get_id (plan), &error));
        g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_DAMAGED);
      }
}

/* A file with one byte changed opens as the same plan or says what is wrong;
 * it never opens as another plan without a word, never as an empty one, and
 * never ends the program. A changed letter in a title is still a title. */
static void
test_flipped_bytes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (SeguePlan) plan = make_random_plan (rand, 40);
  g_autofree char *bytes = NULL;
  gsize length;
  guint refused = 0;

  {
    g_autoptr (SegueStorage) store = open_store (fixture);

    g_assert_true (segue_storage_create (store, plan, NULL));
  }
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint i = 0; i < (g_getenv ("SEGUE_TEST_LONG") ? 4000u : 200u); i++)
    {
      gsize at = i < 100 ? i : (gsize) g_rand_int_range (rand, 100, (gint32) length);
      g_autofree char *flipped = g_memdup2 (bytes, length);
      g_autoptr (SegueSqliteStore) store = NULL;
      g_autoptr (SeguePlan) loaded = NULL;

      flipped[at] ^= 0x55;
      g_assert_true (g_file_set_contents (fixture->path, flipped, (gssize) length, NULL));
      store = segue_sqlite_store_open (fixture->path, NULL);
      if (store != NULL)
        loaded = segue_storage_load (SEGUE_STORAGE (store), segue_plan_get_id (plan), NULL);
      if (loaded == NULL)
        refused++;
      for (guint kind = 0; loaded != NULL && kind < SEGUE_N_KINDS; kind++)
        g_assert_cmpuint (segue_plan_count (loaded, kind), ==, segue_plan_count (plan, kind));
    }
  g_assert_cmpuint (refused, >, 20);
}

/* A process that is killed at any moment has every edit that it acknowledged. */
static void
acknowledge_edits (Fixture    *fixture,
                   const char *plan_id,
                   int         pipe)
{
  g_autoptr (SegueStorage) store = open_store (fixture);
  g_autoptr (SeguePlan) plan = segue_storage_load (store, plan_id, NULL);

  for (guint32 count = 1;; count++)
    {
      const SegueRecord *header = segue_plan_get_header (plan);
      SegueRecordBuilder *builder = segue_record_builder_new_from (header);
      g_autofree char *title = g_strdup_printf ("%u", count);
      g_autoptr (SegueRecord) renamed = NULL;
      g_autoptr (SegueChangeSet) edit = segue_change_set_new ("count");

      segue_record_builder_set_string (builder, SEGUE_PLAN_TITLE, title);
      renamed = segue_record_builder_end (builder);
      segue_change_set_add (edit, header, renamed);
      if (!segue_storage_commit (store, plan_id, edit, NULL) || !segue_plan_apply (plan, edit, NULL) ||
          write (pipe, &count, sizeof count) != sizeof count)
        _exit (1);
    }
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  g_autoptr (SeguePlan) plan = make_random_plan (rand, 10);
  guint kills = g_getenv ("SEGUE_TEST_LONG") ? 200 : 12;

  {
    g_autoptr (SegueStorage) store = open_store (fixture);

    g_assert_true (segue_storage_create (store, plan, NULL));
  }
  for (guint i = 0; i < kills; i++)
    {
      g_autoptr (SegueStorage) store = NULL;
      g_autoptr (SeguePlan) again = NULL;
      g_autoptr (GError) error = NULL;
      guint32 count, last = 0;
      int pipes[2];
      pid_t child;

      g_assert_cmpint (pipe (pipes), ==, 0);
      child = fork ();
      if (child == 0)
        acknowledge_edits (fixture, segue_plan_get_id (plan), pipes[1]);
      close (pipes[1]);
      g_assert_cmpint (read (pipes[0], &last, sizeof last), ==, sizeof last);
      g_usleep ((gulong) g_rand_int_range (rand, 0, 20000));
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      while (read (pipes[0], &count, sizeof count) == sizeof count)
        last = count;
      close (pipes[0]);

      store = open_store (fixture);
      again = segue_storage_load (store, segue_plan_get_id (plan), &error);
      g_assert_no_error (error);
      count = (guint32) g_ascii_strtoull (segue_plan_get_title (again), NULL, 10);
      g_assert_cmpuint (count, >=, last);
      g_assert_cmpuint (count, <=, last + 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/sqlite-store/round-trip", test_round_trip);
  ADD ("/sqlite-store/random-walk", test_random_walk);
  ADD ("/sqlite-store/stale", test_stale);
  ADD ("/sqlite-store/private", test_private);
  ADD ("/sqlite-store/newer", test_newer);
  ADD ("/sqlite-store/newer-is-shown", test_newer_is_shown);
  ADD ("/sqlite-store/foreign", test_foreign);
  ADD ("/sqlite-store/damaged", test_damaged);
  ADD ("/sqlite-store/foreign-journal", test_foreign_journal);
  ADD ("/sqlite-store/read-only", test_read_only);
  ADD ("/sqlite-store/create-all", test_create_all);
  ADD ("/sqlite-store/threads", test_threads);
  ADD ("/sqlite-store/locked", test_locked);
  ADD ("/sqlite-store/through-a-link", test_through_a_link);
  ADD ("/sqlite-store/bad-text", test_bad_text);
  ADD ("/sqlite-store/flipped-bytes", test_flipped_bytes);
  ADD ("/sqlite-store/killed", test_killed);

  return g_test_run ();
}
