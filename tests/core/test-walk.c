/* test-walk.c - any edits, all undone, all redone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-history.h"
#include "core/segue-session.h"

#include "support/segue-memory-storage.h"
#include "support/segue-test-core.h"
#include "support/segue-test-walk.h"

typedef struct
{
  SeguePlan *plan;
  SegueStorage *storage;
  SegueSession *session;
  GPtrArray *walked; /* of SegueChangeSet: every edit that was performed and stayed */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->plan = segue_test_load_sample ("en");
  fixture->storage = segue_memory_storage_new ();
  g_assert_true (segue_storage_create (fixture->storage, fixture->plan, NULL));
  fixture->session = segue_session_new (fixture->plan, fixture->storage, 0);
  fixture->walked = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->walked);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->storage);
  g_assert_finalize_object (fixture->plan);
}

static void
assert_stored (Fixture *fixture)
{
  g_autoptr (SeguePlan) stored = segue_storage_load (fixture->storage, segue_plan_get_id (fixture->plan), NULL);

  segue_test_assert_equal (stored, fixture->plan);
}

/* The verb changes nothing by itself; what it answers can be applied. */
static gboolean
take_a_step (Fixture *fixture,
             GRand   *rand)
{
  guint64 revision = segue_plan_get_revision (fixture->plan);
  g_autoptr (SegueChangeSet) change_set =
    segue_test_random_edit (fixture->plan, segue_session_get_layout (fixture->session), rand);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (segue_plan_get_revision (fixture->plan), ==, revision);
  if (change_set == NULL || segue_change_set_count (change_set) == 0)
    return FALSE;
  g_assert_cmpstr (segue_change_set_get_label (change_set), !=, "");
  if (!segue_session_perform (fixture->session, change_set, &error))
    g_error ("%s: %s", segue_change_set_get_label (change_set), error->message);
  g_ptr_array_add (fixture->walked, g_object_ref (change_set));
  return TRUE;
}

/* @n edits, undone one by one, redone one by one. */
static void
walk_there_and_back (Fixture *fixture,
                     GRand   *rand,
                     guint    n)
{
  g_autoptr (SeguePlan) start = segue_plan_copy (fixture->plan);
  g_autoptr (SeguePlan) end = NULL;

  for (guint i = 0; i < n; i += take_a_step (fixture, rand))
    ;
  assert_stored (fixture);
  end = segue_plan_copy (fixture->plan);
  for (guint i = 0; i < n; i++)
    g_assert_true (segue_session_undo (fixture->session, NULL));
  segue_test_assert_equal (start, fixture->plan);
  assert_stored (fixture);
  for (guint i = 0; i < n; i++)
    g_assert_true (segue_session_redo (fixture->session, NULL));
  g_assert_false (segue_session_can_redo (fixture->session));
  segue_test_assert_equal (end, fixture->plan);
  assert_stored (fixture);
}

static void
apply (SeguePlan      *plan,
       SegueChangeSet *change_set)
{
  g_autoptr (GError) error = NULL;

  segue_plan_apply (plan, change_set, &error);
  g_assert_no_error (error);
}

/* A session remembers fewer edits than there were: all of them, past that. */
static void
walk_all_the_way_back (Fixture   *fixture,
                       SeguePlan *start)
{
  g_autoptr (SeguePlan) plan = segue_plan_copy (fixture->plan);

  for (guint i = fixture->walked->len; i > 0; i--)
    {
      g_autoptr (SegueChangeSet) inverse = segue_change_set_invert (fixture->walked->pdata[i - 1]);

      apply (plan, inverse);
    }
  segue_test_assert_equal (start, plan);
  for (guint i = 0; i < fixture->walked->len; i++)
    apply (plan, fixture->walked->pdata[i]);
  segue_test_assert_equal (fixture->plan, plan);
}

static void
test_walk (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (SeguePlan) start = segue_plan_copy (fixture->plan);
  guint rounds = g_getenv ("SEGUE_TEST_LONG") ? 50 : 1;
  guint n = g_getenv ("SEGUE_TEST_LONG") ? 200 : 25;

  G_STATIC_ASSERT (SEGUE_HISTORY_LENGTH >= 200);
  for (guint round = 0; round < rounds; round++)
    walk_there_and_back (fixture, rand, n);
  g_assert_cmpuint (fixture->walked->len, ==, rounds * n);
  walk_all_the_way_back (fixture, start);
}

int
main (int   argc,
      char *argv[])
{
  guint n_walks = g_getenv ("SEGUE_TEST_LONG") ? 1 : 3;

  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= n_walks; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/core/walk/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test_walk, tear_down);
    }
  return g_test_run ();
}
