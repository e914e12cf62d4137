/* test-outlook.c - routes side by side, in English and Korean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-outlook.h"

#include "support/segue-test-core.h"

/* The language in which this program runs. */
static gboolean korean;

static void
assert_measure (GPtrArray          *routes,
                guint               route,
                SegueOutlookMeasure measure,
                const char         *english,
                const char         *korean_text)
{
  SegueLayout *layout = g_ptr_array_index (routes, route);
  int goal = segue_layout_find (layout, SEGUE_KIND_GOAL, "grad");
  g_autofree char *said = segue_outlook_describe (layout, goal, measure);

  g_assert_cmpstr (said, ==, korean ? korean_text : english);
}

/* Each route is laid out as if it were the only one. */
static void
test_routes (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample (korean ? "ko" : "en");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
  g_autoptr (GPtrArray) routes = segue_outlook_try_routes (plan, layout, 0, "grad");

  g_assert_cmpuint (routes->len, ==, 3);
  assert_measure (routes, 0, SEGUE_OUTLOOK_STATE, "32 days short", "32일 모자람");
  assert_measure (routes, 1, SEGUE_OUTLOOK_END, "1 September 2023", "2023년 9월 1일");
  assert_measure (routes, 1, SEGUE_OUTLOOK_LEAVING, "15 June 2023", "2023년 6월 15일");
  assert_measure (routes, 1, SEGUE_OUTLOOK_KEPT, "900", "900");
  assert_measure (routes, 1, SEGUE_OUTLOOK_LOST, "300", "300");
  assert_measure (routes, 2, SEGUE_OUTLOOK_END, "4 March 2024", "2024년 3월 4일");
  assert_measure (routes, 2, SEGUE_OUTLOOK_LEAVING, "14 September 2023", "2023년 9월 14일");
}

/* The vest dates of a grant are not the end of the goal that it belongs to. */
static void
test_grant (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample (korean ? "ko" : "en");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
  int goal = segue_layout_find (layout, SEGUE_KIND_GOAL, "stock");
  g_autofree char *end = segue_outlook_describe (layout, goal, SEGUE_OUTLOOK_END);

  g_assert_cmpstr (end, ==, korean ? "2023년 4월 1일" : "1 April 2023");
}

/* What a goal without work, leaving or grants cannot say. */
static void
test_nothing (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','capacity':{'week':{}},"
    "'goals':[{'id':'grad','kind':'custom','title':'G','routes':[]}],'steps':[],'rules':[]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_ptr_array_add (alone, layout);
  assert_measure (alone, 0, SEGUE_OUTLOOK_STATE, "possible", "가능");
  for (int i = SEGUE_OUTLOOK_END; i < SEGUE_OUTLOOK_N_MEASURES; i++)
    assert_measure (alone, 0, (SegueOutlookMeasure) i, "–", "–");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  korean = argc > 1 && g_str_equal (argv[1], "ko");
  segue_test_use_language (korean ? "ko" : "en");
  g_test_add_func ("/outlook/routes", test_routes);
  g_test_add_func ("/outlook/grant", test_grant);
  g_test_add_func ("/outlook/nothing", test_nothing);
  return g_test_run ();
}
