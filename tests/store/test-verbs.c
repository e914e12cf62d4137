/* test-verbs.c - whatever a person does is on the disk as it is in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-session.h"

#include "support/segue-test-core.h"
#include "support/segue-test-walk.h"
#include "support/store-folder.h"

/* Read by a connection of its own, as after a start. */
static void
assert_stored (StoreFolder  *folder,
               SegueSession *session)
{
  SeguePlan *plan = segue_session_get_plan (session);
  g_autoptr (SegueStorage) storage = store_folder_open (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) stored = segue_storage_load (storage, segue_plan_get_id (plan), &error);

  g_assert_no_error (error);
  segue_test_assert_equal (stored, plan);
}

/* A verb, or one time in four an undo or a redo. */
static gboolean
take_a_step (SegueSession *session,
             GRand        *rand)
{
  g_autoptr (SegueChangeSet) edit = NULL;
  g_autoptr (GError) error = NULL;
  int choice = g_rand_int_range (rand, 0, 8);

  if (choice == 0 && segue_session_can_undo (session))
    segue_session_undo (session, &error);
  else if (choice == 1 && segue_session_can_redo (session))
    segue_session_redo (session, &error);
  else
    {
      edit = segue_test_random_edit (segue_session_get_plan (session), segue_session_get_layout (session), rand);
      if (edit == NULL || segue_change_set_count (edit) == 0)
        return FALSE;
      segue_session_perform (session, edit, &error);
    }
  g_assert_no_error (error);
  return TRUE;
}

static void
test_walk (StoreFolder   *folder,
           gconstpointer  data)
{
  guint n = g_getenv ("SEGUE_TEST_LONG") ? 10000 : 60;
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (SegueStorage) storage = store_folder_open (folder);
  g_autoptr (SegueSession) session = NULL;

  g_assert_true (segue_storage_create (storage, plan, NULL));
  session = segue_session_new (plan, storage, segue_test_day ("2022-06-06"));
  for (guint i = 0; i < n;)
    if (take_a_step (session, rand))
      {
        assert_stored (folder, session);
        i++;
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/verbs/walk", StoreFolder, NULL, store_folder_set_up, test_walk, store_folder_tear_down);
  return g_test_run ();
}
