/* test-sqlite-store-faults.c - a disk that fails or loses power in the middle of an edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/segue-sqlite-store.h"

#include <string.h>

#include "store/segue-backup-file.h"
#include "support/fault-vfs.h"
#include "support/random-plan.h"
#include "support/temp-folder.h"

typedef struct
{
  char *folder;
  char *path;
  char *journal;
  SegueStorage *storage;
  SeguePlan *before;
  SeguePlan *after;
  SegueChangeSet *edit;
} Fixture;

static SegueStorage *
open_storage (const char *path)
{
  g_autoptr (GError) error = NULL;
  SegueSqliteStore *store = segue_sqlite_store_open (path, &error);

  g_assert_no_error (error);
  return SEGUE_STORAGE (store);
}

/* An edit of many rows, so that it takes more than one page. */
static SegueChangeSet *
make_edit (GRand     *rand,
           SeguePlan *plan)
{
  SegueChangeSet *edit = segue_change_set_new ("edit");

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_JOURNAL); ++i)
    {
      const SegueRecord *entry = segue_plan_get_nth (plan, SEGUE_KIND_JOURNAL, i);
      g_autoptr (SegueRecord) after =
        make_random_record (rand, plan, SEGUE_KIND_JOURNAL, segue_record_get_id (entry), i + 0.5);

      segue_change_set_add (edit, entry, i % 3 ? after : NULL);
    }
  for (guint i = 0; i < 200; ++i)
    {
      g_autofree char *id = g_strdup_printf ("new-%u", i);
      g_autoptr (SegueRecord) step = make_random_record (rand, plan, SEGUE_KIND_STEP, id, 1000 + i);

      segue_change_set_add (edit, NULL, step);
    }
  return edit;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);
  g_autoptr (GError) error = NULL;

  fixture->folder = temp_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "segue.db", NULL);
  fixture->journal = g_strconcat (fixture->path, "-journal", NULL);
  fixture->storage = open_storage (fixture->path);
  fixture->before = make_random_plan (rand, 30);
  fixture->edit = make_edit (rand, fixture->before);
  fixture->after = segue_plan_copy (fixture->before);
  segue_plan_apply (fixture->after, fixture->edit, &error);
  g_assert_no_error (error);
  g_assert_true (segue_storage_create (fixture->storage, fixture->before, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fault_vfs_fail_at (0, FALSE);
  g_clear_object (&fixture->storage);
  g_clear_object (&fixture->before);
  g_clear_object (&fixture->after);
  g_clear_object (&fixture->edit);
  temp_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->journal);
}

static SeguePlan *
load (SegueStorage *storage,
      Fixture      *fixture)
{
  g_autoptr (GError) error = NULL;
  SeguePlan *plan = segue_storage_load (storage, segue_plan_get_id (fixture->before), &error);

  g_assert_no_error (error);
  return plan;
}

/* What two programs find in the file: both the same. */
static SeguePlan *
load_twice (Fixture *fixture)
{
  g_autoptr (SegueStorage) other = open_storage (fixture->path);
  g_autoptr (SeguePlan) theirs = load (other, fixture);
  SeguePlan *mine = load (fixture->storage, fixture);

  assert_same_plan (mine, theirs);
  return mine;
}

/* Every write, truncation, sync and deletion of an edit fails in turn, once.
 * An edit that was refused has not happened; one that was stored is there. */
static void
test_failing_once (Fixture       *fixture,
                   gconstpointer  data)
{
  gboolean done = FALSE;
  guint n;

  for (n = 1; !done; ++n)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SeguePlan) found = NULL;

      fault_vfs_fail_at (n, FALSE);
      done = segue_storage_commit (fixture->storage, segue_plan_get_id (fixture->before), fixture->edit, &error);
      fault_vfs_fail_at (0, FALSE);
      g_assert_true (done != (error != NULL));
      if (!done)
        g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE);
      found = load_twice (fixture);
      assert_same_plan (done ? fixture->after : fixture->before, found);
    }
  g_assert_cmpuint (n, >, 10);
}

/* The disk is gone from the n-th operation on, and comes back later: the plan
 * is as before or, if only the last sync was missing, as after. */
static void
test_failing_for_good (Fixture       *fixture,
                       gconstpointer  data)
{
  gboolean done = FALSE, is_after = FALSE;
  guint n_uncertain = 0;

  for (guint n = 1; !done && !is_after; ++n)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SeguePlan) found = NULL;

      fault_vfs_fail_at (n, TRUE);
      done = segue_storage_commit (fixture->storage, segue_plan_get_id (fixture->before), fixture->edit, &error);
      fault_vfs_fail_at (0, FALSE);
      g_assert_true (done != (error != NULL));
      found = load_twice (fixture);
      is_after = segue_plan_find (found, "new-0") != NULL;
      n_uncertain += is_after && !done;
      assert_same_plan (is_after ? fixture->after : fixture->before, found);
    }
  g_assert_true (is_after);
  g_assert_cmpuint (n_uncertain, <=, 1);
}

static void
test_failing_create (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (SeguePlan) plan = make_random_plan (rand, 10);
  gboolean done = FALSE;

  for (guint n = 1; !done; ++n)
    {
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (GError) error = NULL;

      fault_vfs_fail_at (n, FALSE);
      done = segue_storage_create (fixture->storage, plan, &error);
      if (!done)
        g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE);
      fault_vfs_fail_at (0, FALSE);
      list = segue_storage_list (fixture->storage, NULL);
      g_assert_cmpuint (list->len, ==, done ? 2 : 1);
    }
}

/* A new database is complete or not there at all. */
static void
test_failing_open (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.db", NULL);
  gboolean done = FALSE;

  for (guint n = 1; !done; ++n)
    {
      g_autoptr (SegueSqliteStore) store = NULL;
      g_autoptr (GError) error = NULL;

      fault_vfs_fail_at (n, TRUE);
      store = segue_sqlite_store_open (path, &error);
      done = store != NULL;
      fault_vfs_fail_at (0, FALSE);
      g_assert_true (done != (error != NULL));
      if (!done && g_file_test (path, G_FILE_TEST_EXISTS))
        g_object_unref (open_storage (path));
    }
}

/* ---- power cuts ------------------------------------------------------ */

/* What a file holds after some of the operations on it. */
static void
play (GByteArray              *bytes,
      const FaultVfsOperation *operation)
{
  gsize length;
  const guint8 *data;

  switch (operation->kind)
    {
    case FAULT_VFS_WRITE:
      data = g_bytes_get_data (operation->data, &length);
      while (bytes->len < operation->offset + length)
        g_byte_array_append (bytes, (const guint8 *) "", 1);
      memcpy (bytes->data + operation->offset, data, length);
      break;
    case FAULT_VFS_TRUNCATE:
      if (bytes->len > operation->offset)
        g_byte_array_set_size (bytes, (guint) operation->offset);
      break;
    case FAULT_VFS_DELETE:
      g_byte_array_set_size (bytes, 0);
      break;
    case FAULT_VFS_SYNC:
    default:
      break;
    }
}

static gboolean
is_synced (GPtrArray *operations,
           guint      index,
           guint      cut)
{
  const FaultVfsOperation *operation = operations->pdata[index];

  for (guint i = index + 1; i < cut; ++i)
    {
      const FaultVfsOperation *later = operations->pdata[i];

      if (later->kind == FAULT_VFS_SYNC && g_str_equal (later->path, operation->path))
        return TRUE;
    }
  return FALSE;
}

typedef enum
{
  LOSE_NOTHING, /* the program was killed */
  LOSE_UNSYNCED,
  LOSE_SOME,    /* every other operation since the last sync */
  N_LOSSES,
} Loss;

static GByteArray *
rebuild (GPtrArray  *operations,
         guint       cut,
         Loss        loss,
         const char *path,
         const char *contents,
         gsize       length)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) contents, (guint) length);
  for (guint i = 0; i < cut; ++i)
    {
      const FaultVfsOperation *operation = operations->pdata[i];
      gboolean survives = loss == LOSE_NOTHING || is_synced (operations, i, cut) || (loss == LOSE_SOME && i % 2);

      if (survives && g_str_equal (operation->path, path))
        play (bytes, operation);
    }
  return bytes;
}

static void
write_file (const char *path,
            GByteArray *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, (const char *) bytes->data, bytes->len, &error);
  g_assert_no_error (error);
}

typedef void (*Act) (Fixture *fixture);

/* The power goes after every operation of @act, with all, some or none of what
 * was not yet synced on the disk: the plan is as before or as after, and as
 * after once it was said to be stored. */
static void
cut_everywhere (Fixture   *fixture,
                Act        act,
                SeguePlan *after)
{
  g_autofree char *contents = NULL;
  g_autofree char *cut_path = g_build_filename (fixture->folder, "cut.db", NULL);
  g_autofree char *cut_journal = g_strconcat (cut_path, "-journal", NULL);
  g_autoptr (GPtrArray) operations = NULL;
  gsize length;
  guint step;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  operations = fault_vfs_record ();
  act (fixture);
  fault_vfs_stop ();
  g_assert_cmpuint (operations->len, >, 10);

  /* All of them take long for a migration, which writes most. */
  step = g_getenv ("SEGUE_TEST_LONG") ? 1 : 1 + operations->len / 16;
  for (guint cut = operations->len % step; cut <= operations->len; cut += step)
    for (Loss loss = 0; loss < N_LOSSES; ++loss)
      {
        g_autoptr (GByteArray) file = rebuild (operations, cut, loss, fixture->path, contents, length);
        g_autoptr (GByteArray) journal = rebuild (operations, cut, loss, fixture->journal, "", 0);
        g_autoptr (SegueStorage) storage = NULL;
        g_autoptr (SeguePlan) plan = NULL;
        gboolean is_after;

        write_file (cut_path, file);
        write_file (cut_journal, journal);
        storage = open_storage (cut_path);
        plan = load (storage, fixture);
        is_after = segue_plan_count (plan, SEGUE_KIND_STEP) == segue_plan_count (after, SEGUE_KIND_STEP);
        assert_same_plan (is_after ? after : fixture->before, plan);
        if (cut == operations->len)
          g_assert_true (is_after);
      }
}

static void
commit (Fixture *fixture)
{
  g_assert_true (segue_storage_commit (fixture->storage, segue_plan_get_id (fixture->before), fixture->edit, NULL));
}

static void
test_power_cuts (Fixture       *fixture,
                 gconstpointer  data)
{
  cut_everywhere (fixture, commit, fixture->after);
}

/* ---- restore --------------------------------------------------------- */

static gboolean
restore (Fixture  *fixture,
         GError  **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();

  g_ptr_array_add (plans, fixture->after);
  return segue_sqlite_store_replace_all (SEGUE_SQLITE_STORE (fixture->storage), plans, error);
}

static void
restore_safely (Fixture *fixture)
{
  g_assert_true (restore (fixture, NULL));
}

static void
test_power_cuts_restore (Fixture       *fixture,
                         gconstpointer  data)
{
  cut_everywhere (fixture, restore_safely, fixture->after);
}

static void
test_failing_restore (Fixture       *fixture,
                      gconstpointer  data)
{
  gboolean done = FALSE;

  for (guint n = 1; !done; ++n)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SeguePlan) found = NULL;

      fault_vfs_fail_at (n, FALSE);
      done = restore (fixture, &error);
      fault_vfs_fail_at (0, FALSE);
      g_assert_true (done != (error != NULL));
      found = load_twice (fixture);
      assert_same_plan (done ? fixture->after : fixture->before, found);
    }
}

/* A backup that could not be written leaves the plans alone, and no file that
 * could be taken for a backup. */
static void
test_failing_backup (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 3, 15, 9, 0, 0);
  gboolean done = FALSE;
  guint n;

  for (n = 1; !done; ++n)
    {
      g_autoptr (GPtrArray) backups = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SeguePlan) found = NULL;

      fault_vfs_fail_at (n, FALSE);
      done = segue_sqlite_store_back_up (SEGUE_SQLITE_STORE (fixture->storage), SEGUE_BACKUP_IMPORT, now, &error);
      fault_vfs_fail_at (0, FALSE);
      g_assert_true (done != (error != NULL));
      backups = segue_backup_file_list (fixture->path);
      g_assert_cmpuint (backups->len, ==, done ? 1 : 0);
      found = load_twice (fixture);
      assert_same_plan (fixture->before, found);
    }
  g_assert_cmpuint (n, >, 5);
}

/* ---- migration ------------------------------------------------------- */

static void
put_first_version (Fixture *fixture)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", "databases", "version-1.db", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_clear_object (&fixture->storage);
  g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
}

static void
set_up_migration (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (SegueSqliteStore) reader = NULL;
  g_autoptr (GPtrArray) plans = NULL;

  set_up (fixture, data);
  put_first_version (fixture);
  reader = segue_sqlite_store_open_read_only (fixture->path, NULL);
  plans = segue_sqlite_store_load_all (reader, NULL);
  g_set_object (&fixture->before, plans->pdata[0]);
  g_set_object (&fixture->after, plans->pdata[0]);
}

static void
migrate (Fixture *fixture)
{
  g_object_unref (open_storage (fixture->path));
}

static void
test_power_cuts_migration (Fixture       *fixture,
                           gconstpointer  data)
{
  cut_everywhere (fixture, migrate, fixture->after);
}

static void
test_failing_migration (Fixture       *fixture,
                        gconstpointer  data)
{
  gboolean done = FALSE;
  guint n;

  for (n = 1; !done; n += g_getenv ("SEGUE_TEST_LONG") ? 1 : 7)
    {
      g_autoptr (SegueSqliteStore) store = NULL;
      g_autoptr (GError) error = NULL;

      put_first_version (fixture);
      fault_vfs_fail_at (n, n % 2);
      store = segue_sqlite_store_open (fixture->path, &error);
      done = store != NULL && !fault_vfs_has_failed ();
      fault_vfs_fail_at (0, FALSE);
      g_assert_true ((store == NULL) == (error != NULL));
      g_clear_object (&store);
      fixture->storage = open_storage (fixture->path);
      {
        g_autoptr (SeguePlan) found = load (fixture->storage, fixture);

        assert_same_plan (fixture->before, found);
      }
    }
  g_assert_cmpuint (n, >, 10);
}

#define ADD(name, func) g_test_add ("/sqlite-store-faults/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  ADD ("failing-once", test_failing_once);
  ADD ("failing-for-good", test_failing_for_good);
  ADD ("failing-create", test_failing_create);
  ADD ("failing-open", test_failing_open);
  ADD ("power-cuts", test_power_cuts);
  ADD ("failing-restore", test_failing_restore);
  ADD ("power-cuts-restore", test_power_cuts_restore);
  ADD ("failing-backup", test_failing_backup);
  g_test_add ("/sqlite-store-faults/failing-migration", Fixture, NULL, set_up_migration, test_failing_migration, tear_down);
  g_test_add ("/sqlite-store-faults/power-cuts-migration", Fixture, NULL, set_up_migration, test_power_cuts_migration,
              tear_down);
  return g_test_run ();
}
