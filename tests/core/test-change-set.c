/* test-change-set.c - one edit with all its consequences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-change-set.h"

static SegueRecord *
make_goal (const char *id,
           const char *title)
{
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_GOAL, id);

  segue_record_builder_set_string (builder, SEGUE_GOAL_TITLE, title);
  return segue_record_builder_end (builder);
}

static void
test_invert (void)
{
  g_autoptr (SegueRecord) a = make_goal ("a", "A");
  g_autoptr (SegueRecord) b = make_goal ("b", "B");
  g_autoptr (SegueRecord) b2 = make_goal ("b", "B2");
  g_autoptr (SegueChangeSet) set = segue_change_set_new ("Do");
  g_autoptr (SegueChangeSet) inverse = NULL;

  segue_change_set_add (set, NULL, a);
  segue_change_set_add (set, b, b2);
  segue_change_set_set_focus (set, "a");
  inverse = segue_change_set_invert (set);

  g_assert_cmpuint (segue_change_set_count (inverse), ==, 2);
  g_assert_true (segue_change_set_get (inverse, 0)->before == b2);
  g_assert_true (segue_change_set_get (inverse, 0)->after == b);
  g_assert_true (segue_change_set_get (inverse, 1)->before == a);
  g_assert_null (segue_change_set_get (inverse, 1)->after);
  g_assert_cmpstr (segue_change_set_get_label (inverse), ==, "Do");
  g_assert_cmpstr (segue_change_set_get_focus (inverse), ==, "a");
}

static void
test_same_adds_nothing (void)
{
  g_autoptr (SegueRecord) a = make_goal ("a", "A");
  g_autoptr (SegueRecord) again = make_goal ("a", "A");
  g_autoptr (SegueChangeSet) set = segue_change_set_new ("Do");

  segue_change_set_add (set, a, again);
  g_assert_cmpuint (segue_change_set_count (set), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/change-set/invert", test_invert);
  g_test_add_func ("/core/change-set/same-adds-nothing", test_same_adds_nothing);
  return g_test_run ();
}
