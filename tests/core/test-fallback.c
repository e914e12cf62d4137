/* test-fallback.c - what a no would mean, in English and Korean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-fallback.h"

#include "core/segue-edit.h"
#include "support/segue-test-core.h"

/* The language in which this program runs. */
static gboolean korean;

/* Two routes; the answer of the first comes on 1 June, and the second needs @days of its own until 30 June. */
static SeguePlan *
make_plan (int days)
{
  g_autofree char *json = g_strdup_printf (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02',"
    "'capacity':{'week':{'mon':60,'tue':60,'wed':60,'thu':60,'fri':60}},"
    "'goals':[{'id':'g','kind':'job','title':'Job','routes':[{'id':'first','title':'Acme'},{'id':'second','title':'Beta'}]}],"
    "'steps':[{'id':'cv','goal':'g','type':'work','title':'CV','effort':600},"
    "{'id':'answer','goal':'g','route':'first','type':'milestone','title':'Answer','gate':true},"
    "{'id':'course','goal':'g','route':'second','type':'wait','title':'Course','days':%d},"
    "{'id':'start','goal':'g','route':'second','type':'milestone','title':'Start'}],"
    "'rules':[{'id':'r1','relation':'on','point':'answer','date':'2023-06-01'},"
    "{'id':'r2','relation':'after','point':'answer','other':'cv.end','min':0},"
    "{'id':'r3','relation':'after','point':'start','other':'cv.end','min':0},"
    "{'id':'r4','relation':'after','point':'start','other':'course.end','min':0},"
    "{'id':'r5','relation':'not-after','point':'start','date':'2023-06-30'}]}", days);

  return segue_test_parse_plan (json);
}

static void
assert_said (int         days,
             const char *english,
             const char *korean_text)
{
  g_autoptr (SeguePlan) plan = make_plan (days);
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
  g_autoptr (GArray) found = segue_fallback_find (plan, layout, NULL);
  g_autofree char *said = NULL;

  g_assert_cmpuint (found->len, ==, 1);
  said = segue_fallback_describe (layout, &g_array_index (found, SegueFallback, 0));
  g_assert_cmpstr (said, ==, korean ? korean_text : english);
}

static void
test_in_time (void)
{
  assert_said (30, "“Beta” can still be reached if the answer on 1 June 2023 is no.",
               "2023년 6월 1일의 결과가 좋지 않아도 “Beta”는 아직 가능합니다.");
}

/* 31 days that end on 30 June begin on 31 May. */
static void
test_too_late (void)
{
  assert_said (31, "Begin with “Beta” by 31 May 2023, before the answer comes on 1 June 2023: afterwards it is too late.",
               "“Beta” 준비는 2023년 5월 31일까지, 곧 2023년 6월 1일 결과가 나오기 전에 시작해야 합니다. 그 뒤에는 늦습니다.");
}

static void
test_sample (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample (korean ? "ko" : "en");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
  g_autoptr (GArray) found = segue_fallback_find (plan, layout, NULL);
  const SegueFallback *fallback;

  g_assert_cmpuint (found->len, ==, 1);
  fallback = &g_array_index (found, SegueFallback, 0);
  g_assert_cmpstr (segue_record_get_id (segue_layout_get_step (layout, fallback->gate)), ==, "result-f23");
  g_assert_cmpstr (segue_record_get_id (segue_layout_get_route (layout, fallback->next)), ==, "spring24");
  g_assert_true (fallback->in_time);
}

/* A rejected fall brings the spring after it, and what both share stays done. */
static void
test_rejected (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample (korean ? "ko" : "en");
  g_autoptr (GError) error = NULL;
  g_autoptr (SegueChangeSet) done =
    segue_edit_set_status (plan, "english", SEGUE_STATUS_DONE, segue_test_day ("2022-06-06"), &error);
  g_autoptr (SegueChangeSet) rejected = NULL;
  g_autoptr (SegueLayout) layout = NULL;

  g_assert_no_error (error);
  g_assert_true (segue_plan_apply (plan, done, NULL));
  rejected = segue_edit_set_outcome (plan, "result-f23", SEGUE_OUTCOME_FAILED, &error);
  g_assert_no_error (error);
  g_assert_true (segue_plan_apply (plan, rejected, NULL));
  layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
  g_assert_cmpstr (segue_layout_get_chosen_route (layout, "grad"), ==, "spring24");
  g_assert_cmpint (segue_layout_get_route_result (layout, "fall23")->status, ==, SEGUE_ROUTE_CLOSED);
  g_assert_cmpint (segue_layout_get_step_result (layout, "english")->end, ==, segue_test_day ("2022-06-06"));
  g_assert_cmpint (segue_record_get_int (segue_plan_find (plan, "english"), SEGUE_STEP_STATUS), ==, SEGUE_STATUS_DONE);
  g_assert_true (segue_layout_get_step_result (layout, "apply-s24")->active);
  g_assert_false (segue_layout_get_step_result (layout, "apply-f23")->active);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  korean = argc > 1 && g_str_equal (argv[1], "ko");
  segue_test_use_language (korean ? "ko" : "en");
  g_test_add_func ("/fallback/in-time", test_in_time);
  g_test_add_func ("/fallback/too-late", test_too_late);
  g_test_add_func ("/fallback/sample", test_sample);
  g_test_add_func ("/fallback/rejected", test_rejected);
  return g_test_run ();
}
