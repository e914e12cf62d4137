/* test-opening.c - the file is opened beside the thread that starts the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/segue-opening.h"

#include "support/random-plan.h"
#include "support/store-folder.h"

#define TODAY segue_day_from_ymd (2022, 6, 6)

static SeguePlan *
add_plan (StoreFolder *folder,
          guint32      seed)
{
  g_autoptr (SegueStorage) store = store_folder_open (folder);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  SeguePlan *plan = make_random_plan (rand, 8);
  g_autoptr (GError) error = NULL;

  segue_storage_create (store, plan, &error);
  g_assert_no_error (error);
  return plan;
}

static void
assert_opens (SegueOpening *opening,
              SeguePlan    *expected,
              guint         n_plans)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (SegueSqliteStore) store = segue_opening_take_store (opening, &plans, &error);
  g_autoptr (SeguePlan) plan = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (store);
  g_assert_cmpuint (plans->len, ==, n_plans);
  plan = segue_opening_take_plan (opening, &error);
  g_assert_no_error (error);
  if (expected != NULL)
    assert_same_plan (plan, expected);
  else
    g_assert_null (plan);
}

/* The plan that is asked for, or else the first. */
static void
test_chosen (StoreFolder   *folder,
             gconstpointer  data)
{
  g_autoptr (SeguePlan) first = add_plan (folder, 3);
  g_autoptr (SeguePlan) second = add_plan (folder, 4);
  g_autoptr (SegueOpening) asked = NULL;
  g_autoptr (SegueOpening) gone = NULL;

  asked = segue_opening_begin (folder->path, FALSE, segue_plan_get_id (second), TODAY);
  assert_opens (asked, second, 2);
  gone = segue_opening_begin (folder->path, FALSE, "gone", TODAY);
  assert_opens (gone, first, 2);
}

static void
test_empty (StoreFolder   *folder,
            gconstpointer  data)
{
  g_autoptr (SegueOpening) opening = segue_opening_begin (folder->path, FALSE, "", TODAY);

  assert_opens (opening, NULL, 0);
  g_assert_null (segue_opening_take_layout (opening, TODAY));
}

/* Who has had a plan before is not shown an empty file in its place. */
static void
test_gone (StoreFolder   *folder,
           gconstpointer  data)
{
  g_autoptr (SegueOpening) opening = segue_opening_begin (folder->path, FALSE, "gone", TODAY);
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (segue_opening_take_store (opening, &plans, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (folder->path, G_FILE_TEST_EXISTS));
}

/* A session that begins with these dates has those that it would find itself. */
static void
test_dates (StoreFolder   *folder,
            gconstpointer  data)
{
  g_autoptr (SeguePlan) plan = add_plan (folder, 3);
  g_autoptr (SegueOpening) opening = segue_opening_begin (folder->path, FALSE, NULL, TODAY);
  g_autoptr (SegueLayout) again = segue_layout_new (plan, TODAY, SEGUE_SOLVE_LATEST, NULL, NULL);
  const SegueSchedule *expected = segue_layout_get_schedule (again);
  g_autoptr (SegueLayout) dates = NULL;
  const SegueSchedule *found;

  while (dates == NULL) /* a busy machine lets it wait longer than a window does */
    dates = segue_opening_take_layout (opening, TODAY);
  found = segue_layout_get_schedule (dates);
  g_assert_cmpint (found->n_steps, ==, expected->n_steps);
  for (gint32 i = 0; i < found->n_steps; i++)
    {
      g_assert_cmpint (found->steps[i].start, ==, expected->steps[i].start);
      g_assert_cmpint (found->steps[i].latest_end, ==, expected->steps[i].latest_end);
    }
}

/* At midnight they are those of yesterday. */
static void
test_another_day (StoreFolder   *folder,
                  gconstpointer  data)
{
  g_autoptr (SeguePlan) plan = add_plan (folder, 3);
  g_autoptr (SegueOpening) opening = segue_opening_begin (folder->path, FALSE, NULL, TODAY);

  g_assert_null (segue_opening_take_layout (opening, TODAY + 1));
}

static void
test_damaged (StoreFolder   *folder,
              gconstpointer  data)
{
  g_autoptr (SegueOpening) opening = NULL;
  g_autoptr (SegueSqliteStore) store = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder->path, "no database", -1, NULL));
  opening = segue_opening_begin (folder->path, FALSE, NULL, TODAY);
  store = segue_opening_take_store (opening, &plans, &error);
  g_assert_null (store);
  g_assert_null (plans);
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_FOREIGN);
  g_assert_null (segue_opening_take_plan (opening, NULL));
}

/* What is only looked at is not made, and refuses to be written. */
static void
test_read_only (StoreFolder   *folder,
                gconstpointer  data)
{
  g_autoptr (SeguePlan) plan = add_plan (folder, 3);
  g_autoptr (SegueOpening) opening = segue_opening_begin (folder->path, TRUE, NULL, TODAY);
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SegueSqliteStore) store = segue_opening_take_store (opening, &plans, &error);

  g_assert_no_error (error);
  g_assert_true (segue_sqlite_store_is_read_only (store));
}

/* Nobody takes anything: the program is closed while it starts. */
static void
test_dropped (StoreFolder   *folder,
              gconstpointer  data)
{
  g_autoptr (SeguePlan) plan = add_plan (folder, 3);

  segue_opening_free (segue_opening_begin (folder->path, FALSE, NULL, TODAY));
}

static void
add (const char *path,
     void      (*test) (StoreFolder *, gconstpointer))
{
  g_test_add (path, StoreFolder, NULL, store_folder_set_up, test, store_folder_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/opening/chosen", test_chosen);
  add ("/opening/empty", test_empty);
  add ("/opening/gone", test_gone);
  add ("/opening/dates", test_dates);
  add ("/opening/another-day", test_another_day);
  add ("/opening/damaged", test_damaged);
  add ("/opening/read-only", test_read_only);
  add ("/opening/dropped", test_dropped);

  return g_test_run ();
}
