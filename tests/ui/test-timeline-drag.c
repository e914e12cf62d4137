/* test-timeline-drag.c - what would happen if a step were moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-core.h"
#include "ui/timeline/segue-timeline-drag.h"

#define TODAY segue_day_from_ymd (2022, 6, 6)

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = segue_test_load_sample ("en");
  fixture->layout = segue_layout_new (fixture->plan, TODAY, SEGUE_SOLVE_ALL, NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->layout, segue_layout_unref);
  g_assert_finalize_object (fixture->plan);
}

static SegueTimelineDrag *
hold (Fixture *fixture, SegueTimelineDragKind kind, const char *id)
{
  const char *ids[] = { id, NULL };

  return segue_timeline_drag_new (kind, fixture->plan, fixture->layout, TODAY, ids);
}

static const SegueTimelineMove *
find_move (SegueTimelineDrag *drag, const char *id)
{
  guint n_moves;
  const SegueTimelineMove *moves = segue_timeline_drag_get_moves (drag, &n_moves);

  for (guint i = 0; i < n_moves; i++)
    if (g_str_equal (moves[i].id, id))
      return &moves[i];

  return NULL;
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SegueTimelineDrag) milestone = hold (fixture, SEGUE_DRAG_MOVE, "apply-f23");
  g_autoptr(SegueTimelineDrag) bar = hold (fixture, SEGUE_DRAG_MOVE, "sabbatical");
  g_autoptr(SegueTimelineDrag) end = hold (fixture, SEGUE_DRAG_RESIZE, "sabbatical");

  g_assert_true (segue_timeline_drag_is_idle (milestone));
  segue_timeline_drag_aim (milestone, 2);
  g_assert_false (segue_timeline_drag_is_idle (milestone));
  g_assert_cmpfloat (segue_timeline_drag_get_day (milestone), ==, segue_day_from_ymd (2023, 3, 29) + 0.5);
  segue_timeline_drag_aim (bar, 7);
  g_assert_cmpfloat (segue_timeline_drag_get_day (bar), ==, segue_day_from_ymd (2023, 5, 8));
  segue_timeline_drag_aim (end, 7);
  g_assert_cmpfloat (segue_timeline_drag_get_day (end), ==, segue_day_from_ymd (2023, 6, 7));

  g_assert_null (hold (fixture, SEGUE_DRAG_MOVE, "apply-s23"));
  g_assert_null (hold (fixture, SEGUE_DRAG_MOVE, "grad"));
}

/* What is tried is what is done. */
static void
test_resize (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SegueTimelineDrag) drag = hold (fixture, SEGUE_DRAG_RESIZE, "sabbatical");
  g_autoptr(SegueChangeSet) change_set = NULL;

  g_assert_true (segue_timeline_drag_set_days (drag, -10));
  g_assert_cmpstr (segue_timeline_drag_get_text (drag), ==, "20 May 2023 · 20 days\nNothing else changes");
  g_assert_cmpint (find_move (drag, "sabbatical")->first, ==, segue_day_from_ymd (2023, 5, 1));
  g_assert_cmpint (find_move (drag, "sabbatical")->last, ==, segue_day_from_ymd (2023, 5, 20));

  change_set = g_object_ref (segue_timeline_drag_get_tried (drag));
  g_assert_cmpuint (segue_change_set_count (change_set), ==, 1);
  g_assert_true (segue_plan_apply (fixture->plan, change_set, NULL));
  g_assert_cmpint (segue_record_get_numbers (segue_plan_find (fixture->plan, "sabbatical"), SEGUE_STEP_DAYS)[1], ==, 20);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SegueTimelineDrag) drag = hold (fixture, SEGUE_DRAG_LINK, "lectures");
  SegueDay before = segue_layout_get_step_result (fixture->layout, "ops")->start;

  g_assert_false (segue_timeline_drag_set_target (drag, "lectures"));
  g_assert_true (segue_timeline_drag_is_idle (drag));
  g_assert_true (segue_timeline_drag_set_target (drag, "ops"));
  g_assert_false (segue_timeline_drag_is_idle (drag));
  g_assert_true (g_str_has_prefix (segue_timeline_drag_get_text (drag),
                                   "“Make the pipelines run without me” after “Machine-learning lectures”"));
  g_assert_nonnull (find_move (drag, "ops"));
  g_assert_cmpint (find_move (drag, "ops")->first, >, before);
  g_assert_true (segue_timeline_drag_set_target (drag, NULL));
  g_assert_true (segue_timeline_drag_is_idle (drag));
}

/* A link that would close a circle says so, and nothing moves. */
static void
test_circle (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SegueTimelineDrag) drag = hold (fixture, SEGUE_DRAG_LINK, "metrics");

  g_assert_true (segue_timeline_drag_set_target (drag, "ops"));
  g_assert_true (segue_timeline_drag_is_bad (drag));
  g_assert_null (find_move (drag, "ops"));
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "sabbatical", "apply-f23", NULL };
  g_autoptr(SegueTimelineDrag) drag = segue_timeline_drag_new (SEGUE_DRAG_MOVE, fixture->plan, fixture->layout, TODAY, ids);

  segue_timeline_drag_set_days (drag, 3);
  g_assert_true (segue_timeline_drag_holds (drag, "apply-f23"));
  g_assert_cmpint (find_move (drag, "sabbatical")->first, ==, segue_day_from_ymd (2023, 5, 4));
  g_assert_cmpint (find_move (drag, "apply-f23")->first, ==, segue_day_from_ymd (2023, 3, 30));
}

/* A small move is harmless; the plan itself is not touched. */
static void
test_harmless (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SegueTimelineDrag) drag = hold (fixture, SEGUE_DRAG_MOVE, "sabbatical");
  guint64 revision = segue_plan_get_revision (fixture->plan);
  const SegueTimelineMove *moves;
  guint n_moves;

  g_assert_true (segue_timeline_drag_set_days (drag, 3));
  g_assert_false (segue_timeline_drag_set_days (drag, 3));
  g_assert_cmpstr (segue_timeline_drag_get_text (drag), ==, "4 May 2023\nNothing else changes");
  g_assert_false (segue_timeline_drag_is_bad (drag));
  moves = segue_timeline_drag_get_moves (drag, &n_moves);
  g_assert_cmpuint (n_moves, ==, 1);
  g_assert_cmpstr (moves[0].id, ==, "sabbatical");
  g_assert_cmpint (moves[0].first, ==, segue_day_from_ymd (2023, 5, 4));

  g_assert_true (segue_timeline_drag_set_days (drag, 0));
  segue_timeline_drag_get_moves (drag, &n_moves);
  g_assert_cmpuint (n_moves, ==, 0);
  g_assert_cmpuint (segue_plan_get_revision (fixture->plan), ==, revision);
}

/* What depends on the step moves with it. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SegueTimelineDrag) drag = hold (fixture, SEGUE_DRAG_MOVE, "ops");
  const SegueTimelineMove *moves;
  gboolean found = FALSE;
  guint n_moves;

  segue_timeline_drag_set_days (drag, 10);
  moves = segue_timeline_drag_get_moves (drag, &n_moves);
  for (guint i = 0; i < n_moves; i++)
    found = found || g_str_equal (moves[i].id, "metrics");

  g_assert_true (found);
  g_assert_nonnull (strstr (segue_timeline_drag_get_text (drag), "“Measure what the product is worth” moves as well"));
}

/* Past its deadline another route is taken, and that is said. */
static void
test_bad (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SegueTimelineDrag) drag = hold (fixture, SEGUE_DRAG_MOVE, "apply-f23");
  const SegueTimelineMove *moves;
  guint n_moves;

  segue_timeline_drag_set_days (drag, 40);
  g_assert_true (segue_timeline_drag_is_bad (drag));
  g_assert_nonnull (strstr (segue_timeline_drag_get_text (drag), "Spring 2024 instead of Fall 2023"));

  /* It stays where it is held. */
  moves = segue_timeline_drag_get_moves (drag, &n_moves);
  g_assert_cmpstr (moves[0].id, ==, "apply-f23");
  g_assert_cmpint (moves[0].first, ==, segue_day_from_ymd (2023, 5, 6));

  /* What else is on its route goes, where it lies now; what is on the other comes. */
  g_assert_cmpint (find_move (drag, "enrol-f23")->kind, ==, SEGUE_MOVE_LOST);
  g_assert_cmpint (find_move (drag, "enrol-f23")->first, ==, segue_day_from_ymd (2023, 9, 1));
  g_assert_cmpint (find_move (drag, "enrol-s24")->kind, ==, SEGUE_MOVE_ELSEWHERE);
}

static void
count_cb (gpointer owner)
{
  ++*(guint *) owner;
}

static void
settle (SegueTimelineDrag *drag)
{
  while (segue_timeline_drag_is_busy (drag))
    g_main_context_iteration (NULL, TRUE);
}

/* What is held goes with the pointer at once; what follows comes from a thread. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SegueTimelineDrag) drag = hold (fixture, SEGUE_DRAG_MOVE, "ops");
  g_autoptr(SegueChangeSet) change_set = NULL;
  SegueDay start = segue_layout_get_step_result (fixture->layout, "ops")->start;
  guint n_changed = 0;

  segue_timeline_drag_follow (drag, G_CALLBACK (count_cb), &n_changed);
  g_assert_true (segue_timeline_drag_set_days (drag, 9));
  g_assert_true (segue_timeline_drag_is_busy (drag));
  g_assert_cmpint (find_move (drag, "ops")->first, ==, start + 9);
  g_assert_null (find_move (drag, "metrics"));
  segue_timeline_drag_set_days (drag, 10);
  g_assert_cmpint (find_move (drag, "ops")->first, ==, start + 10);
  g_assert_cmpuint (n_changed, ==, 0);

  settle (drag);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_nonnull (find_move (drag, "metrics"));
  g_assert_nonnull (strstr (segue_timeline_drag_get_text (drag), "“Measure what the product is worth” moves as well"));

  /* On the way to the next day what was known stays, until more is. */
  segue_timeline_drag_set_days (drag, 11);
  g_assert_cmpint (find_move (drag, "ops")->first, ==, start + 11);
  g_assert_nonnull (find_move (drag, "metrics"));
  settle (drag);
  change_set = g_object_ref (segue_timeline_drag_get_tried (drag));
  g_assert_true (segue_plan_apply (fixture->plan, change_set, NULL));

  segue_timeline_drag_set_days (drag, 0);
  g_assert_true (segue_timeline_drag_is_idle (drag));
  g_assert_null (find_move (drag, "ops"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/ui/timeline-drag/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/ui/timeline-drag/resize", Fixture, NULL, set_up, test_resize, tear_down);
  g_test_add ("/ui/timeline-drag/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/ui/timeline-drag/circle", Fixture, NULL, set_up, test_circle, tear_down);
  g_test_add ("/ui/timeline-drag/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/ui/timeline-drag/harmless", Fixture, NULL, set_up, test_harmless, tear_down);
  g_test_add ("/ui/timeline-drag/others", Fixture, NULL, set_up, test_others, tear_down);
  g_test_add ("/ui/timeline-drag/follow", Fixture, NULL, set_up, test_follow, tear_down);
  g_test_add ("/ui/timeline-drag/bad", Fixture, NULL, set_up, test_bad, tear_down);

  return g_test_run ();
}
