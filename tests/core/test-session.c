/* test-session.c - one path for every change, and what happens when it ends early
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-session.h"

#include "core/segue-edit.h"
#include "exchange/segue-schedule-json.h"
#include "support/segue-failing-storage.h"
#include "support/segue-memory-storage.h"
#include "support/segue-test-core.h"

typedef struct
{
  SeguePlan *plan;
  SegueStorage *memory;
  SegueFailingStorage *storage;
  SegueSession *session;
  guint performed;
  guint laid_out;
} Fixture;

static void
count_performed_cb (SegueSession   *session,
                    SegueChangeSet *change_set,
                    Fixture        *fixture)
{
  g_assert_nonnull (segue_session_get_layout (session));
  fixture->performed++;
}

static void
count_layout_cb (SegueSession *session,
                 GParamSpec   *pspec,
                 Fixture      *fixture)
{
  fixture->laid_out++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->plan = segue_test_load_sample ("en");
  fixture->memory = segue_memory_storage_new ();
  g_assert_true (segue_storage_create (fixture->memory, fixture->plan, NULL));
  fixture->storage = segue_failing_storage_new (fixture->memory);
  fixture->session = segue_session_new (fixture->plan, SEGUE_STORAGE (fixture->storage), 0);
  g_signal_connect (fixture->session, "performed", G_CALLBACK (count_performed_cb), fixture);
  g_signal_connect (fixture->session, "notify::layout", G_CALLBACK (count_layout_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->storage);
  g_assert_finalize_object (fixture->memory);
  g_assert_finalize_object (fixture->plan);
}

static SeguePlan *
load (Fixture *fixture)
{
  SeguePlan *stored = segue_storage_load (fixture->memory, segue_plan_get_id (fixture->plan), NULL);

  g_assert_nonnull (stored);
  return stored;
}

static SegueChangeSet *
rename_goal (SeguePlan  *plan,
             const char *title)
{
  const SegueRecord *goal = segue_plan_find (plan, "grad");
  SegueRecordBuilder *builder = segue_record_builder_new_from (goal);
  g_autoptr (SegueRecord) renamed = NULL;
  SegueChangeSet *change_set = segue_change_set_new (title);

  segue_record_builder_set_string (builder, SEGUE_GOAL_TITLE, title);
  renamed = segue_record_builder_end (builder);
  segue_change_set_add (change_set, goal, renamed);
  return change_set;
}

static gboolean
rename_and_perform (Fixture    *fixture,
                    const char *title,
                    GError    **error)
{
  g_autoptr (SegueChangeSet) change_set = rename_goal (fixture->plan, title);

  return segue_session_perform (fixture->session, change_set, error);
}

static const char *
get_title (SeguePlan *plan)
{
  return segue_record_get_title (segue_plan_find (plan, "grad"));
}

static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *before = g_strdup (get_title (fixture->plan));
  g_autoptr (SeguePlan) stored = NULL;

  g_assert_false (segue_session_can_undo (fixture->session));
  g_assert_true (rename_and_perform (fixture, "One", NULL));
  g_assert_true (rename_and_perform (fixture, "Two", NULL));
  g_assert_cmpstr (segue_session_get_undo_label (fixture->session), ==, "Two");
  g_assert_null (segue_session_get_redo_label (fixture->session));

  g_assert_true (segue_session_undo (fixture->session, NULL));
  g_assert_cmpstr (get_title (fixture->plan), ==, "One");
  g_assert_cmpstr (segue_session_get_redo_label (fixture->session), ==, "Two");
  g_assert_true (segue_session_undo (fixture->session, NULL));
  g_assert_cmpstr (get_title (fixture->plan), ==, before);
  g_assert_false (segue_session_can_undo (fixture->session));
  g_assert_true (segue_session_redo (fixture->session, NULL));
  g_assert_cmpstr (get_title (fixture->plan), ==, "One");

  g_assert_true (rename_and_perform (fixture, "Three", NULL));
  g_assert_false (segue_session_can_redo (fixture->session));
  g_assert_cmpuint (fixture->performed, ==, 6);
  g_assert_cmpuint (fixture->laid_out, ==, 6);
  stored = load (fixture);
  segue_test_assert_equal (stored, fixture->plan);
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (SegueChangeSet) empty = segue_change_set_new ("Nothing");
  g_autoptr (GError) error = NULL;

  g_assert_true (segue_session_perform (fixture->session, empty, NULL));
  g_assert_false (segue_session_can_undo (fixture->session));
  g_assert_cmpuint (fixture->performed, ==, 0);
  g_assert_false (segue_session_undo (fixture->session, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (segue_session_redo (fixture->session, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND);
}

static void
test_bounded (Fixture      *fixture,
              gconstpointer data)
{
  guint undone = 0;

  segue_session_set_patience (fixture->session, 0);
  for (int i = 0; i < 205; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %d", i);

      g_assert_true (rename_and_perform (fixture, title, NULL));
    }
  while (segue_session_undo (fixture->session, NULL))
    undone++;
  g_assert_cmpuint (undone, ==, 200);
  g_assert_cmpstr (get_title (fixture->plan), ==, "Title 4");
}

/* What is performed, undone or redone while the n-th write fails changes nothing anywhere. */
static void
test_fails (Fixture      *fixture,
            gconstpointer data)
{
  for (guint n = 1; n <= 5; n++)
    {
      g_autoptr (SeguePlan) before = NULL;
      g_autoptr (SeguePlan) stored = NULL;
      SegueLayout *layout;
      guint64 revision;
      gboolean (*acts[]) (SegueSession *, GError **) = { segue_session_undo, segue_session_redo };

      segue_failing_storage_fail_at (fixture->storage, n);
      for (guint i = 1; i < n; i++)
        g_assert_true (i % 2 ? rename_and_perform (fixture, "Passing", NULL) : segue_session_undo (fixture->session, NULL));

      before = segue_plan_copy (fixture->plan);
      layout = segue_session_get_layout (fixture->session);
      revision = segue_plan_get_revision (fixture->plan);
      fixture->performed = fixture->laid_out = 0;
      for (guint act = 0; act < 3; act++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *undo = g_strdup (segue_session_get_undo_label (fixture->session));
          g_autofree char *redo = g_strdup (segue_session_get_redo_label (fixture->session));
          gboolean done;

          if ((act == 0 && !undo) || (act == 1 && !redo))
            continue;
          segue_failing_storage_fail_at (fixture->storage, 1);
          done = act < 2 ? acts[act] (fixture->session, &error) : rename_and_perform (fixture, "Failing", &error);
          g_assert_false (done);
          g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE);
          g_assert_cmpstr (segue_session_get_undo_label (fixture->session), ==, undo);
          g_assert_cmpstr (segue_session_get_redo_label (fixture->session), ==, redo);
        }
      g_assert_cmpuint (fixture->performed, ==, 0);
      g_assert_cmpuint (fixture->laid_out, ==, 0);
      g_assert_true (segue_session_get_layout (fixture->session) == layout);
      g_assert_cmpuint (segue_plan_get_revision (fixture->plan), ==, revision);
      segue_test_assert_equal (before, fixture->plan);
      stored = load (fixture);
      segue_test_assert_equal (stored, fixture->plan);
      segue_failing_storage_fail_at (fixture->storage, 0);
    }
}

/* What cannot be applied does not reach the storage. */
static void
test_stale (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (SegueChangeSet) early = rename_goal (fixture->plan, "Early");
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) stored = NULL;

  g_assert_true (rename_and_perform (fixture, "Now", NULL));
  g_assert_false (segue_session_perform (fixture->session, early, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_STALE);
  stored = load (fixture);
  g_assert_cmpstr (get_title (stored), ==, "Now");
}

/* Another program renames the goal: the session sees it, and can take it back. */
static void
test_adopt (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *before = g_strdup (get_title (fixture->plan));
  g_autoptr (SeguePlan) stored = load (fixture);
  g_autoptr (SegueChangeSet) elsewhere = rename_goal (stored, "Elsewhere");
  g_autoptr (SeguePlan) changed = NULL;

  g_assert_true (segue_storage_commit (fixture->memory, segue_plan_get_id (stored), elsewhere, NULL));
  changed = load (fixture);
  g_assert_true (segue_session_adopt (fixture->session, changed, NULL, NULL));
  g_assert_cmpstr (get_title (fixture->plan), ==, "Elsewhere");
  g_assert_cmpuint (fixture->performed, ==, 1);
  g_assert_true (segue_session_adopt (fixture->session, changed, NULL, NULL));
  g_assert_cmpuint (fixture->performed, ==, 1);

  g_assert_true (segue_session_undo (fixture->session, NULL));
  g_assert_cmpstr (get_title (fixture->plan), ==, before);
  g_clear_object (&changed);
  changed = load (fixture);
  g_assert_cmpstr (get_title (changed), ==, before);
}

static void
test_today (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','steps':[{'id':'s','type':'milestone','title':'S'}]}");
  g_autoptr (SegueSession) session = segue_session_new (plan, NULL, 100);

  g_assert_cmpint (segue_layout_get_now (segue_session_get_layout (session)), ==, 100);
  segue_session_set_today (session, 101);
  g_assert_cmpint (segue_session_get_today (session), ==, 101);
  g_assert_cmpint (segue_layout_get_now (segue_session_get_layout (session)), ==, 101);
}

static SegueChangeSet *
move_exam (Fixture *fixture,
           int      days)
{
  SegueLayout *layout = segue_session_get_layout (fixture->session);
  SegueDay day = segue_layout_get_step_result (layout, "english")->end + days;
  GError *error = NULL;
  SegueChangeSet *change_set = segue_edit_move_point (fixture->plan, layout, "english.end", day, &error);

  g_assert_no_error (error);
  return change_set;
}

static void
wait_until_complete (SegueSession *session)
{
  while (!segue_session_is_layout_complete (session))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_same_answer (SegueSession *a,
                    SegueSession *b)
{
  g_autofree char *text_a = segue_json_write_schedule (segue_session_get_layout (a));
  g_autofree char *text_b = segue_json_write_schedule (segue_session_get_layout (b));

  g_assert_cmpstr (text_a, ==, text_b);
}

/* Who does not wait sees the steps where they were, then the dates, then all:
 * the same as who waits. */
static void
test_pending (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (SeguePlan) copy = segue_plan_copy (fixture->plan);
  g_autoptr (SegueSession) patient = segue_session_new (copy, NULL, 0);
  g_autoptr (SegueChangeSet) change_set = NULL;
  SegueDay before, wanted;

  segue_session_set_patience (patient, -1);
  segue_session_set_patience (fixture->session, 0);
  wait_until_complete (fixture->session);
  change_set = move_exam (fixture, 40);
  before = segue_layout_get_step_result (segue_session_get_layout (fixture->session), "english")->end;
  g_assert_true (segue_session_perform (patient, change_set, NULL));
  g_assert_true (segue_session_is_layout_complete (patient));
  wanted = segue_layout_get_step_result (segue_session_get_layout (patient), "english")->end;
  g_assert_cmpint (wanted, >, before);

  fixture->laid_out = 0;
  g_assert_true (segue_session_perform (fixture->session, change_set, NULL));
  g_assert_false (segue_session_is_layout_complete (fixture->session));
  g_assert_cmpint (segue_layout_get_step_result (segue_session_get_layout (fixture->session), "english")->end, ==, before);
  g_assert_cmpuint (fixture->laid_out, ==, 1);
  g_assert_false (segue_session_has_dates (fixture->session));
  while (fixture->laid_out == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (segue_session_has_dates (fixture->session));
  g_assert_cmpint (segue_layout_get_step_result (segue_session_get_layout (fixture->session), "english")->end, ==, wanted);
  wait_until_complete (fixture->session);
  g_assert_cmpuint (fixture->laid_out, ==, 2);
  assert_same_answer (fixture->session, patient);
}

/* What is shown while the engine works has the rows of the plan as it is. */
static void
test_pending_rows (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (SegueChangeSet) removal = segue_edit_remove (fixture->plan, "english", NULL);
  SegueLayout *layout;

  segue_session_set_patience (fixture->session, 0);
  wait_until_complete (fixture->session);
  g_assert_true (segue_session_perform (fixture->session, removal, NULL));
  layout = segue_session_get_layout (fixture->session);
  g_assert_null (segue_layout_get_step_result (layout, "english"));
  g_assert_cmpint (segue_layout_get_step_result (layout, "lectures")->start, !=, SEGUE_DAY_NONE);
  g_assert_cmpstr (segue_layout_get_chosen_route (layout, "grad"), ==, "fall23");
  g_assert_cmpint (segue_layout_get_schedule (layout)->n_conflicts, ==, 0);

  g_assert_true (segue_session_undo (fixture->session, NULL));
  layout = segue_session_get_layout (fixture->session);
  g_assert_cmpint (segue_layout_get_step_result (layout, "english")->start, ==, SEGUE_DAY_NONE);
  wait_until_complete (fixture->session);
  layout = segue_session_get_layout (fixture->session);
  g_assert_cmpint (segue_layout_get_step_result (layout, "english")->start, !=, SEGUE_DAY_NONE);
}

static const char *
get_laid_out_title (SegueLayout *layout)
{
  return segue_record_get_title (segue_layout_get_goal (layout, segue_layout_find (layout, SEGUE_KIND_GOAL, "grad")));
}

/* An answer to what has been edited since is never shown. */
static void
test_dropped (Fixture      *fixture,
              gconstpointer data)
{
  SegueLayout *layout;

  segue_session_set_patience (fixture->session, 0);
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %d", i);

      g_assert_true (rename_and_perform (fixture, title, NULL));
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
      layout = segue_session_get_layout (fixture->session);
      g_assert_cmpstr (get_laid_out_title (layout), ==, title);
    }
  wait_until_complete (fixture->session);
  layout = segue_session_get_layout (fixture->session);
  g_assert_cmpstr (get_laid_out_title (layout), ==, "Title 9");
  g_assert_cmpint (segue_layout_get_schedule (layout)->n_remedies, >, 0);
}

/* A session may go while the engine works for it. */
static void
test_abandoned (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  SegueSession *session = segue_session_new (plan, NULL, 0);
  g_autoptr (SegueChangeSet) change_set = rename_goal (plan, "Gone");

  segue_session_set_patience (session, 0);
  g_assert_true (segue_session_perform (session, change_set, NULL));
  g_assert_false (segue_session_is_layout_complete (session));
  g_assert_finalize_object (session);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* ---- beside the window ------------------------------------------------ */

#define N_MANY 400

typedef struct
{
  guint n_done;
  char *refused; /* why the last one was not done, or NULL */
} Outcome;

static void
done_cb (gpointer        owner,
         SegueChangeSet *change_set,
         const GError   *error)
{
  Outcome *outcome = owner;

  g_assert_true ((change_set == NULL) == (error != NULL));
  outcome->n_done++;
  g_set_str (&outcome->refused, error ? error->message : NULL);
}

/* More steps than are added while a window waits. */
static SegueChangeSet *
add_many (void)
{
  SegueChangeSet *change_set = segue_change_set_new ("Many");

  for (int i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%d", i);
      SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_STEP, id);
      g_autoptr (SegueRecord) step = NULL;

      segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, SEGUE_STEP_MILESTONE);
      segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, id);
      segue_record_builder_set_rank (builder, 1000 + i);
      step = segue_record_builder_end (builder);
      segue_change_set_add (change_set, NULL, step);
    }
  return change_set;
}

static SegueChangeSet *
rename_by_title (SeguePlan    *plan,
                 SegueLayout  *layout,
                 gconstpointer title,
                 GError      **error)
{
  g_autofree char *longer = g_strconcat (get_title (plan), title, NULL);

  return rename_goal (plan, longer);
}

static void
assert_same (SeguePlan *plan,
             SeguePlan *other)
{
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      g_assert_cmpuint (segue_plan_count (plan, kind), ==, segue_plan_count (other, kind));
      for (guint i = 0; i < segue_plan_count (plan, kind); i++)
        {
          const SegueRecord *row = segue_plan_get_nth (plan, kind, i);

          g_assert_true (segue_record_equal (row, segue_plan_get_nth (other, kind, i)));
          g_assert_true (segue_plan_find (plan, segue_record_get_id (row)) == row);
        }
    }
}

/* Many rows come all at once, with their dates, and are stored by then. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (SegueChangeSet) many = add_many ();
  g_autoptr (SeguePlan) before = segue_plan_copy (fixture->plan);
  g_autoptr (SeguePlan) stored = NULL;
  guint n_steps = segue_plan_count (fixture->plan, SEGUE_KIND_STEP);
  Outcome outcome = { 0 };

  wait_until_complete (fixture->session);
  segue_session_perform_later (fixture->session, many, done_cb, &outcome);
  g_assert_true (segue_session_is_acting (fixture->session));
  g_assert_false (segue_session_is_layout_complete (fixture->session));
  while (outcome.n_done == 0)
    {
      guint n = segue_plan_count (fixture->plan, SEGUE_KIND_STEP);

      g_assert_cmpuint (n, ==, n_steps);
      g_assert_cmpint (segue_layout_get_problem (segue_session_get_layout (fixture->session))->n_steps, <, n_steps + N_MANY);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_null (outcome.refused);
  g_assert_cmpuint (segue_plan_count (fixture->plan, SEGUE_KIND_STEP), ==, n_steps + N_MANY);
  g_assert_nonnull (segue_layout_get_step_result (segue_session_get_layout (fixture->session), "many-7"));
  stored = load (fixture);
  assert_same (fixture->plan, stored);

  segue_session_undo_later (fixture->session, done_cb, &outcome);
  segue_session_redo_later (fixture->session, done_cb, &outcome);
  segue_session_undo_later (fixture->session, done_cb, &outcome);
  segue_session_undo_later (fixture->session, done_cb, &outcome);
  wait_until_complete (fixture->session);
  g_assert_cmpuint (outcome.n_done, ==, 5);
  g_assert_cmpstr (outcome.refused, ==, "There is nothing to undo.");
  assert_same (fixture->plan, before);
  g_assert_cmpuint (fixture->performed, ==, 4);
  g_free (outcome.refused);
}

/* What is asked for in the midst of it comes behind it, whichever way. */
static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (SegueChangeSet) many = add_many ();
  g_autofree char *expected = g_strconcat (get_title (fixture->plan), " 1 2", NULL);
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 };

  segue_session_perform_later (fixture->session, many, done_cb, &outcome);
  segue_session_act (fixture->session, rename_by_title, g_strdup (" 1"), g_free, done_cb, &outcome);
  segue_session_act (fixture->session, rename_by_title, g_strdup (" 2"), g_free, done_cb, &outcome);
  g_assert_cmpuint (outcome.n_done, ==, 0);
  g_assert_true (segue_session_undo (fixture->session, NULL));
  g_assert_cmpuint (outcome.n_done, ==, 3);
  g_assert_false (segue_session_is_acting (fixture->session));
  g_assert_nonnull (segue_plan_find (fixture->plan, "many-7"));
  g_assert_true (segue_session_redo (fixture->session, NULL));
  g_assert_cmpstr (get_title (fixture->plan), ==, expected);

  /* Even where an act waits for the dates of the one before it. */
  segue_session_set_patience (fixture->session, 0);
  g_assert_true (rename_and_perform (fixture, "Anew", NULL));
  segue_session_act (fixture->session, rename_by_title, g_strdup (" 3"), g_free, done_cb, &outcome);
  g_assert_false (rename_and_perform (fixture, "Of before", &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_STALE);
  g_assert_cmpuint (outcome.n_done, ==, 4);
  g_assert_cmpstr (get_title (fixture->plan), ==, "Anew 3");
  wait_until_complete (fixture->session);
  g_free (outcome.refused);
}

/* A bad disk is told of, and nothing has changed. */
static void
test_many_fails (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (SegueChangeSet) many = add_many ();
  g_autoptr (SeguePlan) before = segue_plan_copy (fixture->plan);
  Outcome outcome = { 0 };

  segue_failing_storage_fail_at (fixture->storage, 1);
  segue_session_perform_later (fixture->session, many, done_cb, &outcome);
  wait_until_complete (fixture->session);
  g_assert_cmpuint (outcome.n_done, ==, 1);
  g_assert_nonnull (outcome.refused);
  g_assert_false (segue_session_can_undo (fixture->session));
  assert_same (fixture->plan, before);
  g_assert_cmpuint (fixture->performed, ==, 0);
  g_free (outcome.refused);
}

/* Who ends in the midst of it loses nothing. */
static void
test_leaving_acts (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (SegueStorage) memory = segue_memory_storage_new ();
  g_autoptr (SegueChangeSet) many = add_many ();
  g_autoptr (SeguePlan) stored = NULL;
  SegueSession *session;
  Outcome outcome = { 0 };

  g_assert_true (segue_storage_create (memory, plan, NULL));
  session = segue_session_new (plan, memory, 0);
  segue_session_perform_later (session, many, done_cb, &outcome);
  segue_session_act (session, rename_by_title, g_strdup (" at last"), g_free, done_cb, &outcome);
  g_assert_finalize_object (session);
  g_assert_cmpuint (outcome.n_done, ==, 2);
  stored = segue_storage_load (memory, segue_plan_get_id (plan), NULL);
  g_assert_nonnull (segue_plan_find (stored, "many-399"));
  g_assert_true (g_str_has_suffix (get_title (stored), " at last"));
  assert_same (plan, stored);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/core/session/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("undo", test_undo);
  ADD ("nothing", test_nothing);
  ADD ("bounded", test_bounded);
  ADD ("fails", test_fails);
  ADD ("stale", test_stale);
  ADD ("adopt", test_adopt);
  ADD ("pending", test_pending);
  ADD ("pending-rows", test_pending_rows);
  ADD ("dropped", test_dropped);
  ADD ("many", test_many);
  ADD ("order", test_order);
  ADD ("many-fails", test_many_fails);
#undef ADD
  g_test_add_func ("/core/session/today", test_today);
  g_test_add_func ("/core/session/abandoned", test_abandoned);
  g_test_add_func ("/core/session/leaving-acts", test_leaving_acts);
  return g_test_run ();
}
