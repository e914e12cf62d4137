/* test-timeline-drag.c - what would happen if a step were moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/segue-json.h"
#include "exchange/segue-json-reader.h"
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
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "grad-school.en.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  fixture->plan = segue_json_read_plan_file (file, "sample", &error);
  g_assert_no_error (error);
  fixture->layout = segue_layout_new (fixture->plan, TODAY, SEGUE_SOLVE_ALL, NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->layout, segue_layout_unref);
  g_assert_finalize_object (fixture->plan);
}

static void
test_points (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SegueTimelineDrag) milestone = segue_timeline_drag_new (fixture->plan, fixture->layout, TODAY, "apply-f23", FALSE);
  g_autoptr(SegueTimelineDrag) bar = segue_timeline_drag_new (fixture->plan, fixture->layout, TODAY, "sabbatical", FALSE);
  g_autoptr(SegueTimelineDrag) end = segue_timeline_drag_new (fixture->plan, fixture->layout, TODAY, "sabbatical", TRUE);

  segue_timeline_drag_aim (milestone, 2);
  g_assert_cmpstr (segue_timeline_drag_get_point (milestone), ==, "apply-f23");
  g_assert_cmpint (segue_timeline_drag_get_day (milestone), ==, segue_day_from_ymd (2023, 3, 29));
  segue_timeline_drag_aim (bar, 7);
  g_assert_cmpstr (segue_timeline_drag_get_point (bar), ==, "sabbatical.start");
  g_assert_cmpint (segue_timeline_drag_get_day (bar), ==, segue_day_from_ymd (2023, 5, 8));
  segue_timeline_drag_aim (end, 7);
  g_assert_cmpstr (segue_timeline_drag_get_point (end), ==, "sabbatical.end");
  g_assert_cmpint (segue_timeline_drag_get_day (end), ==, segue_day_from_ymd (2023, 6, 6));

  g_assert_null (segue_timeline_drag_new (fixture->plan, fixture->layout, TODAY, "apply-s23", FALSE));
  g_assert_null (segue_timeline_drag_new (fixture->plan, fixture->layout, TODAY, "grad", FALSE));
}

/* A small move is harmless; the plan itself is not touched. */
static void
test_harmless (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SegueTimelineDrag) drag = segue_timeline_drag_new (fixture->plan, fixture->layout, TODAY, "sabbatical", FALSE);
  guint64 revision = segue_plan_get_revision (fixture->plan);
  const SegueTimelineMove *moves;
  guint n_moves;

  g_assert_true (segue_timeline_drag_set_days (drag, 3));
  g_assert_false (segue_timeline_drag_set_days (drag, 3));
  g_assert_cmpstr (segue_timeline_drag_get_text (drag), ==, "4 May 2023");
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
  g_autoptr(SegueTimelineDrag) drag = segue_timeline_drag_new (fixture->plan, fixture->layout, TODAY, "ops", FALSE);
  const SegueTimelineMove *moves;
  gboolean found = FALSE;
  guint n_moves;

  segue_timeline_drag_set_days (drag, 10);
  moves = segue_timeline_drag_get_moves (drag, &n_moves);
  for (guint i = 0; i < n_moves; i++)
    found = found || g_str_equal (moves[i].id, "metrics");

  g_assert_true (found);
  g_assert_nonnull (strstr (segue_timeline_drag_get_text (drag), "1 other step moves"));
}

/* Past its deadline another route is taken, and that is said. */
static void
test_bad (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SegueTimelineDrag) drag = segue_timeline_drag_new (fixture->plan, fixture->layout, TODAY, "apply-f23", FALSE);
  const SegueTimelineMove *moves;
  guint n_moves;

  segue_timeline_drag_set_days (drag, 40);
  g_assert_true (segue_timeline_drag_is_bad (drag));
  g_assert_nonnull (strstr (segue_timeline_drag_get_text (drag), "Spring 2024 instead of Fall 2023"));

  /* It stays where it is held. */
  moves = segue_timeline_drag_get_moves (drag, &n_moves);
  g_assert_cmpstr (moves[0].id, ==, "apply-f23");
  g_assert_cmpint (moves[0].first, ==, segue_day_from_ymd (2023, 5, 6));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/ui/timeline-drag/points", Fixture, NULL, set_up, test_points, tear_down);
  g_test_add ("/ui/timeline-drag/harmless", Fixture, NULL, set_up, test_harmless, tear_down);
  g_test_add ("/ui/timeline-drag/others", Fixture, NULL, set_up, test_others, tear_down);
  g_test_add ("/ui/timeline-drag/bad", Fixture, NULL, set_up, test_bad, tear_down);

  return g_test_run ();
}
