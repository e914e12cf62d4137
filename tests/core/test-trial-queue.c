/* test-trial-queue.c - edits tried in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"
#include "core/segue-trial-queue.h"
#include "support/segue-test-core.h"

#define TODAY segue_day_from_ymd (2024, 1, 1)

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
  GThread *window; /* the thread that must not be kept waiting */

  GMutex mutex;    /* held while the first question must not be answered */
  GArray *asked;   /* of int: what the verb saw */
  GArray *answered;
  guint n_errors;
} Fixture;

static Fixture *current;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (SegueChangeSet) set = segue_change_set_new ("Plan");
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_PLAN, "plan");
  g_autoptr (SegueRecord) header = NULL;
  g_autoptr (SegueRecord) step = NULL;

  segue_record_builder_set_string (builder, SEGUE_PLAN_TITLE, "Plan");
  header = segue_record_builder_end (builder);
  builder = segue_record_builder_new (SEGUE_KIND_STEP, "step");
  segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, "Step");
  segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, SEGUE_STEP_MILESTONE);
  step = segue_record_builder_end (builder);
  segue_change_set_add (set, NULL, header);
  segue_change_set_add (set, NULL, step);
  fixture->plan = segue_plan_new ();
  g_assert_true (segue_plan_apply (fixture->plan, set, NULL));
  fixture->layout = segue_layout_new (fixture->plan, TODAY, SEGUE_SOLVE_DATES, NULL, NULL);
  fixture->window = g_thread_self ();
  g_mutex_init (&fixture->mutex);
  fixture->asked = g_array_new (FALSE, FALSE, sizeof (int));
  fixture->answered = g_array_new (FALSE, FALSE, sizeof (int));
  current = fixture;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_array_unref (fixture->asked);
  g_array_unref (fixture->answered);
  g_mutex_clear (&fixture->mutex);
  segue_layout_unref (fixture->layout);
  g_object_unref (fixture->plan);
}

/* A question is a number of days; 0 cannot be done. */
static SegueChangeSet *
move (SeguePlan     *plan,
      SegueLayout   *layout,
      gconstpointer  question,
      GError       **error)
{
  int days = *(const int *) question;

  g_assert_true (g_thread_self () != current->window);
  g_assert_true (plan != current->plan);
  g_mutex_lock (&current->mutex);
  g_array_append_val (current->asked, days);
  g_mutex_unlock (&current->mutex);
  if (days == 0)
    {
      g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, "No.");
      return NULL;
    }
  return segue_edit_move_point (plan, layout, "step", TODAY + days, error);
}

static void
answered_cb (gpointer        owner,
             gconstpointer   question,
             SegueChangeSet *change_set,
             SegueLayout    *layout,
             const GError   *error)
{
  Fixture *fixture = owner;
  int days = *(const int *) question;

  g_assert_true (g_thread_self () == fixture->window);
  g_array_append_val (fixture->answered, days);
  if (layout)
    g_assert_cmpint (segue_layout_get_step_result (layout, "step")->start, ==, TODAY + days);
  g_assert_true ((layout == NULL) == (change_set == NULL));
  g_assert_true ((layout == NULL) == (error != NULL));
  fixture->n_errors += error != NULL;
}

static SegueTrialQueue *
make_queue (Fixture *fixture)
{
  return segue_trial_queue_new (fixture->plan, fixture->layout, TODAY, SEGUE_SOLVE_DATES, move, g_free, answered_cb, fixture);
}

static void
ask (SegueTrialQueue *queue,
     int              days)
{
  segue_trial_queue_ask (queue, g_memdup2 (&days, sizeof days));
}

static void
finish (SegueTrialQueue *queue)
{
  while (segue_trial_queue_is_busy (queue))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_days (GArray    *days,
             guint      n,
             const int *expected)
{
  g_assert_cmpuint (days->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (days, int, i), ==, expected[i]);
}

/* While the first is being tried, only the last of those behind it waits. */
static void
test_newest (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SegueTrialQueue) queue = make_queue (fixture);
  const int expected[] = { 1, 4 };

  g_mutex_lock (&fixture->mutex);
  for (int days = 1; days <= 4; days++)
    ask (queue, days);
  g_mutex_unlock (&fixture->mutex);
  finish (queue);
  assert_days (fixture->asked, 2, expected);
  assert_days (fixture->answered, 2, expected);
  g_assert_cmpuint (fixture->n_errors, ==, 0);
  g_assert_cmpuint (segue_plan_count (fixture->plan, SEGUE_KIND_RULE), ==, 0);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (SegueTrialQueue) queue = make_queue (fixture);
  const int expected[] = { 0 };

  ask (queue, 0);
  finish (queue);
  assert_days (fixture->answered, 1, expected);
  g_assert_cmpuint (fixture->n_errors, ==, 1);
}

/* What is forgotten is not answered; what is asked afterwards is. */
static void
test_forget (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SegueTrialQueue) queue = make_queue (fixture);
  const int expected[] = { 3 };

  g_mutex_lock (&fixture->mutex);
  ask (queue, 1);
  ask (queue, 2);
  segue_trial_queue_forget (queue);
  g_assert_false (segue_trial_queue_is_busy (queue));
  ask (queue, 3);
  g_mutex_unlock (&fixture->mutex);
  finish (queue);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_days (fixture->answered, 1, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/trial-queue/newest", Fixture, NULL, set_up, test_newest, tear_down);
  g_test_add ("/core/trial-queue/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/core/trial-queue/forget", Fixture, NULL, set_up, test_forget, tear_down);

  return g_test_run ();
}
