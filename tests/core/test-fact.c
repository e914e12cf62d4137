/* test-fact.c - rules as facts, in English and Korean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-fact.h"

#include "support/segue-test-core.h"

#define DAY(text) segue_test_day (text)

/* The language in which this program runs. */
static gboolean korean;

static SeguePlan *
make_plan (void)
{
  return segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','capacity':{'week':{}},"
    "'steps':[{'id':'m','type':'milestone','title':'M'}],'rules':["
    "{'id':'sure','relation':'not-before','point':'m','date':'2023-04-01','text':'A.','source':'See https://example.org/a?b=1.',"
    "'checked_on':'2022-12-01'},"
    "{'id':'old','relation':'not-before','point':'m','date':'2023-04-01','label':'spring','text':'B.','checked_on':'2022-01-01'},"
    "{'id':'guess','relation':'not-before','point':'m','date':'2023-04-01','text':'C.','certainty':'assumed'},"
    "{'id':'gone','relation':'not-before','point':'m','date':'2023-04-01','text':'D.','checked_on':'2022-12-01',"
    "'expires_on':'2022-12-31'},"
    "{'id':'lasts','relation':'not-before','point':'m','date':'2023-04-01','text':'E.','expires_on':'2023-12-31'},"
    "{'id':'placed','relation':'not-before','point':'m','date':'2023-04-01','text':'F.','by_hand':true,'certainty':'assumed'}]}");
}

static void
test_judge (void)
{
  static const struct
  {
    const char *id;
    SegueFactState state;
    const char *english;
    const char *korean_text;
  } cases[] = {
    { "sure", SEGUE_FACT_SOUND, "1 April 2023 · See https://example.org/a?b=1. · confirmed · checked on 1 December 2022",
      "2023년 4월 1일 · See https://example.org/a?b=1. · 확인됨 · 2022년 12월 1일 확인" },
    { "old", SEGUE_FACT_STALE, "spring · confirmed · checked on 1 January 2022", "spring · 확인됨 · 2022년 1월 1일 확인" },
    { "guess", SEGUE_FACT_UNSURE, "1 April 2023 · assumed · never checked", "2023년 4월 1일 · 짐작 · 확인한 적 없음" },
    { "gone", SEGUE_FACT_EXPIRED, "1 April 2023 · confirmed · checked on 1 December 2022 · expired on 31 December 2022",
      "2023년 4월 1일 · 확인됨 · 2022년 12월 1일 확인 · 2022년 12월 31일 만료" },
    { "lasts", SEGUE_FACT_SOUND, "1 April 2023 · confirmed · holds until 31 December 2023",
      "2023년 4월 1일 · 확인됨 · 2023년 12월 31일까지 유효" },
    { "placed", SEGUE_FACT_SOUND, "1 April 2023 · assumed", "2023년 4월 1일 · 짐작" },
  };
  g_autoptr (SeguePlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SegueRecord *rule = segue_plan_find (plan, cases[i].id);
      g_autofree char *said = segue_fact_describe (rule, DAY ("2023-01-02"));

      g_assert_cmpint (segue_fact_judge (rule, DAY ("2023-01-02")), ==, cases[i].state);
      g_assert_cmpstr (said, ==, korean ? cases[i].korean_text : cases[i].english);
    }
}

static void
test_link (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autofree char *link = segue_fact_find_link (segue_plan_find (plan, "sure"));
  g_autofree char *none = segue_fact_find_link (segue_plan_find (plan, "guess"));

  g_assert_cmpstr (link, ==, "https://example.org/a?b=1");
  g_assert_null (none);
}

/* What is confirmed is sound, whatever it was before. */
static void
test_confirm (void)
{
  static const char *const ids[] = { "old", "guess", "gone" };
  g_autoptr (SeguePlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SegueChangeSet) change_set = segue_edit_confirm_rule (plan, ids[i], DAY ("2023-01-02"), &error);

      g_assert_no_error (error);
      g_assert_true (segue_plan_apply (plan, change_set, &error));
      g_assert_cmpint (segue_fact_judge (segue_plan_find (plan, ids[i]), DAY ("2023-01-03")), ==, SEGUE_FACT_SOUND);
      g_assert_cmpint (segue_record_get_day (segue_plan_find (plan, ids[i]), SEGUE_RULE_CHECKED_ON), ==, DAY ("2023-01-02"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  korean = argc > 1 && g_str_equal (argv[1], "ko");
  segue_test_use_language (korean ? "ko" : "en");
  g_test_add_func ("/fact/judge", test_judge);
  g_test_add_func ("/fact/link", test_link);
  g_test_add_func ("/fact/confirm", test_confirm);
  return g_test_run ();
}
