/* test-outlook.c - routes side by side, in English and Korean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"
#include "core/segue-outlook.h"
#include "core/segue-route-study.h"
#include "core/segue-text.h"

#include "support/segue-test-core.h"

/* The language in which this program runs. */
static gboolean korean;

static void
assert_measure (SegueLayout        *layout,
                const char         *goal_id,
                SegueOutlookMeasure measure,
                const char         *english,
                const char         *korean_text)
{
  g_autofree char *said = segue_outlook_describe (layout, segue_layout_find (layout, SEGUE_KIND_GOAL, goal_id), measure);

  g_assert_cmpstr (said, ==, korean ? korean_text : english);
}

static void
finish (SegueRouteStudy *study)
{
  while (segue_route_study_is_running (study))
    g_main_context_iteration (NULL, TRUE);
}

/* Each route is laid out as if it were the only one, in threads. */
static void
test_routes (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample (korean ? "ko" : "en");
  g_autoptr (SegueSession) session = segue_session_new (plan, NULL, 0);
  g_autoptr (SegueRouteStudy) study = segue_route_study_new (session, "grad");
  SegueLayout *layout;
  gboolean in_time = FALSE;

  g_assert_true (segue_route_study_is_running (study));
  g_assert_null (segue_route_study_get_layout (study, "fall23"));
  finish (study);
  g_assert_cmpfloat (segue_route_study_get_fraction (study), ==, 1);
  assert_measure (segue_route_study_get_layout (study, "spring23"), "grad", SEGUE_OUTLOOK_STATE, "32 days short", "32일 모자람");
  layout = segue_route_study_get_layout (study, "fall23");
  assert_measure (layout, "grad", SEGUE_OUTLOOK_END, "1 September 2023", "2023년 9월 1일");
  assert_measure (layout, "grad", SEGUE_OUTLOOK_LEAVING, "15 June 2023", "2023년 6월 15일");
  assert_measure (layout, "grad", SEGUE_OUTLOOK_KEPT, "900", "900");
  assert_measure (layout, "grad", SEGUE_OUTLOOK_LOST, "300", "300");
  layout = segue_route_study_get_layout (study, "spring24");
  assert_measure (layout, "grad", SEGUE_OUTLOOK_END, "4 March 2024", "2024년 3월 4일");
  assert_measure (layout, "grad", SEGUE_OUTLOOK_LEAVING, "14 September 2023", "2023년 9월 14일");
  g_assert_cmpstr (segue_route_study_get_answer (study, &in_time), ==,
                   korean ? "2023년 6월 15일의 결과가 좋지 않아도 “2024년 봄 학기”는 아직 가능합니다."
                          : "“Spring 2024” can still be reached if the answer on 15 June 2023 is no.");
  g_assert_true (in_time);
  g_assert_cmpfloat (segue_route_study_get_chance (study, "spring23"), ==, 0);
  /* Alone: the fall does not stand in the way of the spring after it. */
  g_assert_cmpfloat (segue_route_study_get_chance (study, "spring24"), >, 0.9);
}

/* What was found is dropped as soon as the plan is another. */
static void
test_routes_follow_the_plan (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample (korean ? "ko" : "en");
  g_autoptr (SegueSession) session = segue_session_new (plan, NULL, 0);
  g_autoptr (SegueRouteStudy) study = segue_route_study_new (session, "grad");
  g_autoptr (SegueChangeSet) change_set = NULL;

  finish (study);
  change_set = segue_edit_set_outcome (plan, "result-f23", SEGUE_OUTCOME_FAILED, NULL);
  g_assert_true (segue_session_perform (session, change_set, NULL));
  while (segue_layout_get_route_result (segue_session_get_layout (session), "fall23")->status != SEGUE_ROUTE_CLOSED)
    g_main_context_iteration (NULL, TRUE);
  finish (study);
  g_assert_null (segue_route_study_get_layout (study, "fall23"));
  g_assert_nonnull (segue_route_study_get_layout (study, "spring24"));
  g_assert_null (segue_route_study_get_answer (study, NULL));
}

/* The vest dates of a grant are not the end of the goal that it belongs to. */
static void
test_grant (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample (korean ? "ko" : "en");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);

  assert_measure (layout, "stock", SEGUE_OUTLOOK_END, "1 April 2023", "2023년 4월 1일");
}

/* What a goal without work, leaving or grants cannot say. */
static void
test_nothing (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','capacity':{'week':{}},"
    "'goals':[{'id':'grad','kind':'custom','title':'G','routes':[]}],'steps':[],'rules':[]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);

  assert_measure (layout, "grad", SEGUE_OUTLOOK_STATE, "possible", "가능");
  for (int i = SEGUE_OUTLOOK_END; i < SEGUE_OUTLOOK_N_MEASURES; i++)
    assert_measure (layout, "grad", (SegueOutlookMeasure) i, "–", "–");
}

/* A declaration belongs to every goal of which it names something. */
static void
test_exclusive (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','capacity':{'week':{}},"
    "'goals':[{'id':'a','kind':'custom','title':'A','routes':[{'id':'a1','title':'School'}]},"
    "{'id':'b','kind':'custom','title':'B','routes':[{'id':'b1','title':'Job'}]},"
    "{'id':'c','kind':'custom','title':'C','routes':[]}],'steps':[],'rules':[],"
    "'exclusive':[{'id':'x','of':['a1','b1'],'text':'One life.'},{'id':'y','of':['a1','b1']}]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
  g_autofree char *with_words = segue_text_exclusive (layout, 0);
  g_autofree char *without = segue_text_exclusive (layout, 1);

  g_assert_true (segue_outlook_is_excluded (layout, 0, 0));
  g_assert_true (segue_outlook_is_excluded (layout, 1, 0));
  g_assert_false (segue_outlook_is_excluded (layout, 2, 0));
  g_assert_cmpstr (with_words, ==, korean ? "“School”과 “Job” 가운데 하나만 가능: One life."
                                          : "At most one of “School” and “Job”: One life.");
  g_assert_cmpstr (without, ==, korean ? "“School”과 “Job” 가운데 하나만 가능" : "At most one of “School” and “Job”");
}

/* A practice goes on as long as the plan: its goal is reached before. */
static void
test_end (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','capacity':{'week':{'mon':60}},"
    "'goals':[{'id':'g','kind':'custom','title':'G'},{'id':'h','kind':'custom','title':'H'}],"
    "'steps':[{'id':'p','goal':'g','type':'practice','title':'P','load':{'mon':30}},"
    "{'id':'m','goal':'g','type':'milestone','title':'M','status':'done','done_on':'2023-01-01'},"
    "{'id':'n','goal':'h','type':'milestone','title':'N'}],"
    "'rules':[{'id':'r','relation':'on','point':'n','date':'2023-05-01'}]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);

  g_assert_cmpint (segue_outlook_find_end (layout, 0), ==, segue_day_from_ymd (2023, 1, 1));
  g_assert_true (segue_outlook_is_done (layout, 0));
  g_assert_cmpint (segue_outlook_find_end (layout, 1), ==, segue_day_from_ymd (2023, 5, 1));
  g_assert_false (segue_outlook_is_done (layout, 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  korean = argc > 1 && g_str_equal (argv[1], "ko");
  segue_test_use_language (korean ? "ko" : "en");
  g_test_add_func ("/outlook/routes", test_routes);
  g_test_add_func ("/outlook/routes-follow-the-plan", test_routes_follow_the_plan);
  g_test_add_func ("/outlook/exclusive", test_exclusive);
  g_test_add_func ("/outlook/grant", test_grant);
  g_test_add_func ("/outlook/nothing", test_nothing);
  g_test_add_func ("/outlook/end", test_end);
  return g_test_run ();
}
