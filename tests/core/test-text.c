/* test-text.c - days, amounts and findings in words, in English and Korean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-text.h"

#include "core/segue-chain.h"
#include "core/segue-layout-private.h"
#include "core/segue-outlook.h"
#include "support/segue-test-core.h"

/* The language in which this program runs. */
static gboolean korean;

#define SAY(call, english, korean_text) \
  G_STMT_START { \
    g_autofree char *said = call; \
    g_assert_cmpstr (said, ==, korean ? korean_text : english); \
  } G_STMT_END

#define DAY(text) segue_test_day (text)

static void
test_days (void)
{
  SAY (segue_text_day (DAY ("2023-04-05")), "5 April 2023", "2023년 4월 5일");
  SAY (segue_text_day_short (DAY ("2023-04-05"), DAY ("2023-12-31")), "5 Apr", "4월 5일");
  SAY (segue_text_day_short (DAY ("2023-04-05"), DAY ("2024-01-01")), "5 Apr 2023", "2023년 4월 5일");
  SAY (segue_text_day_short (DAY ("2023-04-05"), SEGUE_DAY_NONE), "5 Apr 2023", "2023년 4월 5일");
  SAY (segue_text_month (2023, 12), "December 2023", "2023년 12월");
  SAY (segue_text_weekday (SEGUE_MONDAY), "Mon", "월");
  SAY (segue_text_weekday (SEGUE_SUNDAY), "Sun", "일");
  SAY (segue_text_span (DAY ("2023-02-05"), DAY ("2023-02-05")), "5 February 2023", "2023년 2월 5일");
  SAY (segue_text_span (DAY ("2023-02-05"), DAY ("2023-02-20")), "5 to 20 February 2023", "2023년 2월 5일~20일");
  SAY (segue_text_span (DAY ("2023-01-17"), DAY ("2023-02-01")), "17 January to 1 February 2023", "2023년 1월 17일~2월 1일");
  SAY (segue_text_span (DAY ("2022-12-30"), DAY ("2023-01-01")), "30 December 2022 to 1 January 2023",
       "2022년 12월 30일~2023년 1월 1일");
}

static void
test_amounts (void)
{
  SAY (segue_text_minutes (0), "0 min", "0분");
  SAY (segue_text_minutes (59), "59 min", "59분");
  SAY (segue_text_minutes (60), "1 h", "1시간");
  SAY (segue_text_minutes (90), "1 h 30 min", "1시간 30분");
  SAY (segue_text_minutes (1500), "25 h", "25시간");
  SAY (segue_text_days (1), "1 day", "1일");
  SAY (segue_text_days (-1), "-1 day", "-1일");
  SAY (segue_text_days (32), "32 days", "32일");
  SAY (segue_text_days (6203), "6,203 days", "6,203일");
  SAY (segue_text_units (1200), "1,200", "1,200");
  SAY (segue_text_certainty (SEGUE_CERTAINTY_CONFIRMED), "confirmed", "확인됨");
  SAY (segue_text_certainty (SEGUE_CERTAINTY_ASSUMED), "assumed", "짐작");
  SAY (segue_text_certainty (SEGUE_CERTAINTY_HEARSAY), "hearsay", "들은 말");
}

static void
test_slack (void)
{
  SegueStepResult result = { .active = TRUE, .start = 100, .end = 100, .latest_end = 161, .slack = 61 };

  SAY (segue_text_slack (&result), "61 days slack", "여유 61일");
  result.slack = 1;
  SAY (segue_text_slack (&result), "1 day slack", "여유 1일");
  result.slack = 0;
  SAY (segue_text_slack (&result), "no slack", "여유 없음");
  result.slack = -2;
  SAY (segue_text_slack (&result), "2 days late", "2일 늦음");
  result.late_days = 3;
  SAY (segue_text_slack (&result), "3 days late", "3일 늦음");
  result.late_days = 0;
  result.latest_end = SEGUE_DAY_NONE;
  SAY (segue_text_slack (&result), "no deadline", "마감 없음");
  result.start = SEGUE_DAY_NONE;
  SAY (segue_text_slack (&result), "no room for it", "넣을 자리가 없음");
  result.active = FALSE;
  SAY (segue_text_slack (&result), "not on the chosen route", "선택한 경로에 없음");
}

static int
find_conflict (SegueLayout      *layout,
               const char       *route,
               SegueConflictKind kind)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  const SegueRouteResult *result = segue_layout_get_route_result (layout, route);

  for (gint32 i = 0; i < result->conflicts.n; i++)
    {
      int conflict = schedule->conflict_refs[result->conflicts.first + i];

      if (schedule->conflicts[conflict].kind == kind)
        return conflict;
    }
  return -1;
}

static void
test_sample (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample (korean ? "ko" : "en");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  SegueHolder now = { SEGUE_HOLDER_NOW, -1, -1 };
  SegueHolder capacity = { SEGUE_HOLDER_CAPACITY, -1, segue_layout_find (layout, SEGUE_KIND_STEP, "project") };
  SegueHolder nobody = { SEGUE_HOLDER_CAPACITY, -1, -1 };
  SegueHolder rule = { SEGUE_HOLDER_RULE, segue_layout_find (layout, SEGUE_KIND_RULE, "ops-first"), -1 };

  SAY (segue_text_conflict (layout, find_conflict (layout, "spring23", SEGUE_CONFLICT_DATES)),
       "Spring 2023 cannot be: these four rules are 32 days apart.",
       "2023년 봄 학기는 불가능합니다: 이 네 규칙이 서로 32일 어긋납니다.");
  SAY (segue_text_route_state (layout, segue_layout_find (layout, SEGUE_KIND_ROUTE, "spring23")),
       "32 days short", "32일 모자람");
  SAY (segue_text_route (layout, segue_layout_find (layout, SEGUE_KIND_ROUTE, "spring23")),
       "Spring 2023 cannot be: 32 days short", "2023년 봄 학기는 불가능: 32일 모자람");
  SAY (segue_text_route_verdict (layout, segue_layout_find (layout, SEGUE_KIND_ROUTE, "spring23")),
       "cannot be: 32 days short", "불가능: 32일 모자람");
  SAY (segue_text_route_state (layout, segue_layout_find (layout, SEGUE_KIND_ROUTE, "fall23")), "chosen", "선택됨");
  SAY (segue_text_route (layout, segue_layout_find (layout, SEGUE_KIND_ROUTE, "fall23")),
       "Fall 2023 · chosen", "2023년 가을 학기 · 선택됨");
  g_assert_null (segue_text_route_verdict (layout, segue_layout_find (layout, SEGUE_KIND_ROUTE, "fall23")));
  g_assert_null (segue_text_goal_verdict (layout, segue_layout_find (layout, SEGUE_KIND_GOAL, "stock")));
  SAY (segue_text_step_name (layout, segue_layout_find (layout, SEGUE_KIND_STEP, "enrol-f23")),
       "Enrol, fall 2023, 1 September 2023, no deadline", "2023년 가을 학기 입학, 2023년 9월 1일, 마감 없음");
  SAY (segue_text_step_name (layout, segue_layout_find (layout, SEGUE_KIND_STEP, "enrol-s23")),
       "Enrol, spring 2023, not on the chosen route", "2023년 봄 학기 입학, 선택한 경로에 없음");
  SAY (segue_text_needed_for (layout, segue_layout_find (layout, SEGUE_KIND_STEP, "statement")),
       "needed for Apply for fall 2023", "“2023년 가을 학기 원서 접수”에 필요");
  g_assert_null (segue_text_needed_for (layout, segue_layout_find (layout, SEGUE_KIND_STEP, "enrol-f23")));
  SAY (segue_text_rule (layout, rule.rule), "Operations first, then metrics.", "운영 안정화가 끝나야 성과 측정을 시작한다.");
  SAY (segue_text_holder (layout, &rule), "Operations first, then metrics.", "운영 안정화가 끝나야 성과 측정을 시작한다.");
  SAY (segue_text_holder (layout, &capacity), "“A project of my own with data” takes the hours before.",
       "그 전의 시간은 “데이터로 하는 개인 프로젝트”에 쓰입니다.");
  SAY (segue_text_holder (layout, &nobody), "There are no hours left before.", "그 전에는 남는 시간이 없습니다.");
  SAY (segue_text_holder (layout, &now), "Nothing can be planned before today, 6 June 2022.",
       "오늘(2022년 6월 6일)보다 앞선 날에는 계획할 수 없습니다.");
}

#define RULES_PLAN \
  "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02'," \
  "'capacity':{'week':{'mon':60,'tue':60,'wed':60,'thu':60,'fri':60}}," \
  "'steps':[{'id':'m','type':'milestone','title':'Mail'},{'id':'w','type':'wait','days':3,'title':'Wait'}," \
  "{'id':'x','type':'work','effort':60,'title':'Text'}],'rules':["

static const struct
{
  const char *rule;
  const char *english;
  const char *korean;
} rule_cases[] = {
  { "'relation':'not-before','point':'m','date':'2023-02-01'", "“Mail” is not before 1 February 2023.",
    "“Mail”은 2023년 2월 1일 이후입니다." },
  { "'relation':'not-before','point':'w.start','date':'2023-02-01'", "“Wait” does not start before 1 February 2023.",
    "“Wait”은 2023년 2월 1일 이후에 시작합니다." },
  { "'relation':'not-before','point':'w.end','date':'2023-02-01'", "“Wait” does not end before 1 February 2023.",
    "“Wait”은 2023년 2월 1일 이후에 끝납니다." },
  { "'relation':'not-after','point':'m','date':'2023-02-01'", "“Mail” is not after 1 February 2023.",
    "“Mail”은 2023년 2월 1일까지입니다." },
  { "'relation':'not-after','point':'w.start','date':'2023-02-01'", "“Wait” starts by 1 February 2023.",
    "“Wait”은 2023년 2월 1일까지 시작합니다." },
  { "'relation':'not-after','point':'w.end','date':'2023-02-01'", "“Wait” ends by 1 February 2023.",
    "“Wait”은 2023년 2월 1일까지 끝납니다." },
  { "'relation':'on','point':'m','date':'2023-02-01'", "“Mail” is on 1 February 2023.", "“Mail” 날짜는 2023년 2월 1일입니다." },
  { "'relation':'on','point':'w.start','date':'2023-02-01'", "“Wait” starts on 1 February 2023.",
    "“Wait”은 2023년 2월 1일에 시작합니다." },
  { "'relation':'on','point':'w.end','date':'2023-02-01'", "“Wait” ends on 1 February 2023.",
    "“Wait”은 2023년 2월 1일에 끝납니다." },
  { "'relation':'after','point':'m','other':'w.end'", "After the end of “Wait” comes “Mail”.",
    "“Wait” 끝 다음에 “Mail”이 옵니다." },
  { "'relation':'after','point':'x.start','other':'w.end','min':7",
    "At least 7 days must lie between the end of “Wait” and the start of “Text”.",
    "“Wait” 끝과 “Text” 시작 사이는 적어도 7일입니다." },
  { "'relation':'after','point':'m','other':'w.start','min':-2", "At most 2 days before the start of “Wait” comes “Mail”.",
    "“Mail”은 빨라야 “Wait” 시작 2일 전입니다." },
  { "'relation':'after','point':'m','other':'w.end','max':30", "After the end of “Wait” comes “Mail”, at most 30 days later.",
    "“Wait” 끝 다음에 늦어도 30일 안에 “Mail”이 옵니다." },
  { "'relation':'after','point':'m','other':'w.end','min':5,'max':5", "Exactly 5 days after the end of “Wait” comes “Mail”.",
    "“Wait” 끝에서 정확히 5일 뒤에 “Mail”이 옵니다." },
  { "'relation':'after','point':'x.start','other':'w.end','min':5,'max':5",
    "Exactly 5 days must lie between the end of “Wait” and the start of “Text”.",
    "“Wait” 끝과 “Text” 시작 사이는 정확히 5일입니다." },
  { "'relation':'after','point':'m','other':'w.end','min':1", "At least 1 day after the end of “Wait” comes “Mail”.",
    "“Wait” 끝에서 적어도 1일 뒤에 “Mail”이 옵니다." },
  { "'relation':'after','point':'x.start','other':'w.end','min':5,'max':9",
    "At least 5 days and at most 9 days must lie between the end of “Wait” and the start of “Text”.",
    "“Wait” 끝과 “Text” 시작 사이는 적어도 5일, 길어도 9일입니다." },
  { "'relation':'after','point':'m','other':'w.end','min':5,'max':9",
    "At least 5 days and at most 9 days after the end of “Wait” comes “Mail”.",
    "“Wait” 끝에서 적어도 5일, 길어도 9일 뒤에 “Mail”이 옵니다." },
  { "'relation':'after','point':'m','other':'w.end','min':-5,'max':9",
    "Counted from the end of “Wait”, the days -5 to 9 are open for “Mail”.",
    "“Wait” 끝 기준으로 -5일부터 9일 사이에 “Mail”이 옵니다." },
  { "'relation':'on','point':'m','date':'2023-02-01','by_hand':true,'text':'Old words.'", "“Mail” is on 1 February 2023.",
    "“Mail” 날짜는 2023년 2월 1일입니다." },
  { "'relation':'on','point':'m','date':'2023-02-01','text':'My words.'", "My words.", "My words." },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rule_cases); i++)
    {
      g_autofree char *json = g_strconcat (RULES_PLAN "{'id':'r',", rule_cases[i].rule, "}]}", NULL);
      g_autoptr (SeguePlan) plan = segue_test_parse_plan (json);
      g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);

      SAY (segue_text_rule (layout, 0), rule_cases[i].english, rule_cases[i].korean);
    }
}

/* The date behind a title that is written from right to left stays behind it. */
static void
test_right_to_left (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','steps':[{'id':'m','type':'milestone','title':'תואר'}],"
    "'rules':[{'id':'r','point':'m','relation':'not-after','date':'2023-02-01'}]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);

  SAY (segue_text_rule (layout, 0), "“\u200e\u2068תואר\u2069” is not after 1 February 2023.",
       "“\u200e\u2068תואר\u2069”는 2023년 2월 1일까지입니다.");
}

/* Conflicts and remedies that nobody has to find first: the sentences alone are looked at. */
static void
test_conflicts (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    RULES_PLAN "{'id':'r','relation':'on','point':'m','date':'2023-02-01','text':'On that day.'}],"
    "'goals':[{'id':'g','kind':'job','title':'New job','routes':[{'id':'a','title':'Spring'},{'id':'b','title':'Autumn'}]}],"
    "'pools':[{'id':'p','title':'Money','unit':'won','per_day':3},{'id':'q','title':'Leave','per_day':1}],"
    "'exclusive':[{'id':'e','of':['a','b']},{'id':'f','of':['a','b'],'text':'Never both.'}]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  SegueSchedule *solved = layout->schedule;
  gint32 refs[] = { 0, 1, 2, 0 };
  SegueConflict conflicts[] = {
    { SEGUE_CONFLICT_DATES, .pool = -1, .goal = 0, .route = 0, .rules = { 0, 2 }, .gap = 1 },
    { SEGUE_CONFLICT_DATES, .pool = -1, .goal = 0, .route = -1, .rules = { 0, 1 }, .gap = 12 },
    { SEGUE_CONFLICT_DATES, .pool = -1, .goal = -1, .route = -1, .rules = { 0, 12 }, .gap = 3 },
    { SEGUE_CONFLICT_HOURS, .pool = -1, .steps = { 0, 1 }, .from = DAY ("2022-06-06"), .until = DAY ("2022-06-22"),
      .needed = 4800, .available = 1170, .shortage = 3630 },
    { SEGUE_CONFLICT_HOURS, .pool = -1, .steps = { 0, 2 }, .from = DAY ("2022-12-06"), .until = DAY ("2023-01-22"),
      .needed = 120, .available = 60, .shortage = 60 },
    { SEGUE_CONFLICT_HOURS, .pool = -1, .steps = { 0, 4 }, .from = DAY ("2022-06-06"), .until = DAY ("2022-06-06"),
      .needed = 120, .available = 60, .shortage = 60 },
    { SEGUE_CONFLICT_HOURS, .pool = -1, .steps = { 0, 1 }, .from = DAY ("2022-06-06"), .until = DAY ("2122-06-06"),
      .needed = 120, .available = 0, .shortage = 120 },
    { SEGUE_CONFLICT_EXCLUSIVE, .pool = -1, .goal = 0, .route = 1, .exclusive = 0 },
    { SEGUE_CONFLICT_EXCLUSIVE, .pool = -1, .goal = 0, .route = 1, .exclusive = 1 },
    { SEGUE_CONFLICT_HOURS, .pool = 0, .steps = { 1, 1 }, .from = DAY ("2022-06-06"), .until = DAY ("2022-06-22"),
      .needed = 40000, .available = 3, .shortage = 39997 },
    { SEGUE_CONFLICT_HOURS, .pool = 1, .steps = { 0, 2 }, .from = DAY ("2022-06-06"), .until = DAY ("2022-06-06"),
      .needed = 2, .available = 1, .shortage = 1 },
    { SEGUE_CONFLICT_HOURS, .unproven = TRUE, .pool = -1, .steps = { 0, 2 }, .from = DAY ("2022-06-06"),
      .until = DAY ("2022-06-22"), .needed = 120, .available = 60, .shortage = 60 },
    { SEGUE_CONFLICT_HOURS, .unproven = TRUE, .pool = 1, .steps = { 1, 1 }, .from = DAY ("2022-06-06"),
      .until = DAY ("2122-06-06"), .needed = 2, .available = 1, .shortage = 1 },
    { SEGUE_CONFLICT_HOURS, .unproven = TRUE, .pool = -1, .from = SEGUE_DAY_NONE, .until = SEGUE_DAY_NONE },
    { SEGUE_CONFLICT_HOURS, .pool = 1, .steps = { 0, 2 }, .from = DAY ("2022-06-06"), .until = DAY ("2122-06-06"),
      .needed = 2, .available = 1, .shortage = 1 },
  };
  SegueSchedule schedule = { .conflicts = conflicts, .n_conflicts = G_N_ELEMENTS (conflicts), .refs = refs };

  layout->schedule = &schedule;
  SAY (segue_text_conflict (layout, 0), "Spring cannot be: these two rules are 1 day apart.",
       "Spring은 불가능합니다: 이 두 규칙이 서로 1일 어긋납니다.");
  SAY (segue_text_conflict (layout, 1), "New job cannot be: one rule is missed by 12 days.",
       "New job는 불가능합니다: 규칙 하나가 12일 어긋납니다.");
  SAY (segue_text_conflict (layout, 2), "This plan cannot be: these 12 rules are 3 days apart.",
       "이 계획은 불가능합니다: 이 12개 규칙이 서로 3일 어긋납니다.");
  SAY (segue_text_conflict (layout, 3),
       "“Mail” needs 80 h between 6 June and 22 June 2022, but there are only 19 h 30 min: 60 h 30 min short.",
       "“Mail”에는 2022년 6월 6일부터 6월 22일까지 80시간이 필요하지만 19시간 30분뿐입니다. 60시간 30분이 모자랍니다.");
  SAY (segue_text_conflict (layout, 4),
       "“Mail” and “Wait” need 2 h between 6 December 2022 and 22 January 2023, but there are only 1 h: 1 h short.",
       "“Mail”과 “Wait”에는 2022년 12월 6일부터 2023년 1월 22일까지 2시간이 필요하지만 1시간뿐입니다. 1시간이 모자랍니다.");
  SAY (segue_text_conflict (layout, 5),
       "“Mail”, “Wait” and 2 others need 2 h on 6 June 2022, but there are only 1 h: 1 h short.",
       "“Mail”, “Wait” 외 2개에는 2022년 6월 6일에 2시간이 필요하지만 1시간뿐입니다. 1시간이 모자랍니다.");
  SAY (segue_text_conflict (layout, 6), "“Mail” needs 2 h, but there will never be more than 0 min for it.",
       "“Mail”에는 2시간이 필요하지만 앞으로도 쓸 수 있는 시간이 0분뿐입니다.");
  SAY (segue_text_conflict (layout, 7), "Autumn cannot be: only one of “Spring” and “Autumn” is possible.",
       "Autumn은 불가능합니다: “Spring”과 “Autumn” 가운데 하나만 가능합니다.");
  SAY (segue_text_conflict (layout, 8), "Autumn cannot be: “Never both.”", "Autumn은 불가능합니다: “Never both.”");
  SAY (segue_text_conflict (layout, 9),
       "“Wait” needs 40,000 won a day of “Money” between 6 June and 22 June 2022, but there are only 3 won.",
       "“Wait”에는 2022년 6월 6일부터 6월 22일까지 “Money”에서 하루 40,000 won이 필요하지만 3 won뿐입니다.");
  SAY (segue_text_conflict (layout, 10),
       "“Mail” and “Wait” need 2 a day of “Leave” on 6 June 2022, but there are only 1.",
       "“Mail”과 “Wait”에는 2022년 6월 6일에 “Leave”에서 하루 2가 필요하지만 1뿐입니다.");
  SAY (segue_text_conflict (layout, 11),
       "No way was found in the time allowed to fit in “Mail” between 6 June and 22 June 2022; it may still be possible.",
       "2022년 6월 6일부터 6월 22일까지 “Mail”을 넣을 방법을 정해진 시간 안에 찾지 못했습니다. 그래도 가능할 수 있습니다.");
  SAY (segue_text_conflict (layout, 12),
       "No way was found in the time allowed to fit in “Wait”; it may still be possible.",
       "“Wait”을 넣을 방법을 정해진 시간 안에 찾지 못했습니다. 그래도 가능할 수 있습니다.");
  SAY (segue_text_conflict (layout, 13),
       "No way was found in the time allowed to fit everything in; it may still be possible.",
       "모두 넣을 방법을 정해진 시간 안에 찾지 못했습니다. 그래도 가능할 수 있습니다.");
  SAY (segue_text_conflict (layout, 14),
       "“Mail” and “Wait” need 2 a day of “Leave”, but there will never be more than 1.",
       "“Mail”과 “Wait”에는 “Leave”에서 하루 2가 필요하지만 앞으로도 1뿐입니다.");
  layout->schedule = solved;
}

static void
test_scattered (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (RULES_PLAN "]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  SegueSchedule *solved = layout->schedule;
  gint32 refs[] = { 0, 1 };
  SegueConflict conflicts[] = {
    { SEGUE_CONFLICT_HOURS, .scattered = TRUE, .pool = -1, .steps = { 0, 1 }, .from = DAY ("2022-06-06"),
      .until = DAY ("2022-06-22"), .needed = 120, .available = 60, .shortage = 60 },
    { SEGUE_CONFLICT_HOURS, .scattered = TRUE, .may_be_fewer = TRUE, .pool = -1, .steps = { 0, 2 },
      .from = DAY ("2022-06-06"), .until = DAY ("2022-06-06"), .needed = 120, .available = 90, .shortage = 30 },
  };
  SegueSchedule schedule = { .conflicts = conflicts, .n_conflicts = G_N_ELEMENTS (conflicts), .refs = refs };

  layout->schedule = &schedule;
  SAY (segue_text_conflict (layout, 0),
       "“Mail” needs 2 h between 6 June and 22 June 2022, but not all of that can be fitted in: 1 h too much.",
       "“Mail”에는 2022년 6월 6일부터 6월 22일까지 2시간이 필요하지만 모두 넣을 수는 없습니다. 1시간이 넘칩니다.");
  SAY (segue_text_conflict (layout, 1),
       "“Mail” and “Wait” need 2 h on 6 June 2022, but not all of that can be fitted in: 30 min too much. "
       "A part of this may already be too much.",
       "“Mail”과 “Wait”에는 2022년 6월 6일에 2시간이 필요하지만 모두 넣을 수는 없습니다. 30분이 넘칩니다. "
       "이 가운데 일부만으로도 이미 넘칠 수 있습니다.");
  layout->schedule = solved;
}

static void
test_methods (void)
{
  const SegueRisk dates = { .method = SEGUE_RISK_DATES }, list = { .method = SEGUE_RISK_LIST };
  const SegueRisk whole = { .method = SEGUE_RISK_WHOLE };

  SAY (segue_text_risk_method (&dates), "No two steps compete for hours, so each was taken with all the hours there are.",
       "시간을 두고 다투는 단계가 없어, 단계마다 쓸 수 있는 시간을 모두 주었습니다.");
  SAY (segue_text_risk_method (&list),
       "Hours went to the steps in the order of the plan, anew wherever a date would have been missed. Some steps may end earlier than told.",
       "시간은 계획의 순서대로 나누었고, 기한을 놓칠 때는 새로 나누었습니다. 여기 나온 것보다 일찍 끝나는 단계도 있을 수 있습니다.");
  SAY (segue_text_risk_method (&whole), "Routes, dates and hours were found anew each time.",
       "경로, 날짜, 시간을 매번 새로 찾았습니다.");
}

static void
test_remedies (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    RULES_PLAN "{'id':'r','relation':'on','point':'m','date':'2023-02-10','text':'On that day.','certainty':'assumed'},"
    "{'id':'s','relation':'after','point':'m','other':'w.end','min':14,'max':30,'text':'In time.','certainty':'hearsay'},"
    "{'id':'t','relation':'not-after','point':'m','date':'2023-03-10','text':'Not too late.','source':'S'}],"
    "'goals':[{'id':'g','kind':'job','title':'New job','routes':[{'id':'a','title':'Spring'},{'id':'b','title':'Autumn'}]}]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  SegueSchedule *solved = layout->schedule;
  SegueRemedy remedies[] = {
    { SEGUE_REMEDY_ROUTE, .route = 1, .goal_end = DAY ("2023-09-01"), .days_later = 184, .is_wished = TRUE },
    { SEGUE_REMEDY_MOVE, .rule = 0, .field = SEGUE_MOVE_DATE, .value = DAY ("2023-02-09"), .goal_end = DAY ("2023-09-01"),
      .days_later = -60, .is_wished = TRUE },
    { SEGUE_REMEDY_MOVE, .rule = 0, .field = SEGUE_MOVE_DATE, .value = DAY ("2023-03-20"), .goal_end = SEGUE_DAY_NONE },
    { SEGUE_REMEDY_MOVE, .rule = 1, .field = SEGUE_MOVE_MIN, .value = 1, .goal_end = SEGUE_DAY_NONE, .conflicts_left = 2,
      .gap_left = 3 },
    { SEGUE_REMEDY_MOVE, .rule = 1, .field = SEGUE_MOVE_MAX, .value = 60, .goal_end = DAY ("2023-09-01"), .days_later = -1,
      .conflicts_left = 1, .short_left = 90 },
    { SEGUE_REMEDY_DISABLE, .rule = 0, .goal_end = SEGUE_DAY_NONE, .conflicts_left = 1 },
    { SEGUE_REMEDY_DISABLE, .rule = 1, .goal_end = SEGUE_DAY_NONE },
    { SEGUE_REMEDY_DISABLE, .rule = 2, .goal_end = SEGUE_DAY_NONE },
    { SEGUE_REMEDY_CAPACITY, .minutes_per_week = 300, .from = DAY ("2022-06-06"), .until = DAY ("2022-06-22"),
      .goal_end = SEGUE_DAY_NONE },
    { SEGUE_REMEDY_DROP, .step = 1, .goal_end = SEGUE_DAY_NONE },
    { SEGUE_REMEDY_CAPACITY, .minutes_per_week = 210, .from = DAY ("2023-01-02"), .until = DAY ("2123-01-01"),
      .goal_end = SEGUE_DAY_NONE },
    { SEGUE_REMEDY_CAPACITY, .minutes_per_week = 300, .from = DAY ("2024-01-05"), .until = DAY ("2024-01-05"),
      .goal_end = SEGUE_DAY_NONE },
    { SEGUE_REMEDY_CAPACITY, .minutes_per_week = 210, .from = DAY ("2024-01-05"), .until = DAY ("2024-01-10"),
      .goal_end = SEGUE_DAY_NONE },
  };
  SegueConflict conflict = { .goal = 0, .route = 0, .remedies = { 0, G_N_ELEMENTS (remedies) } };
  SegueSchedule schedule = { .conflicts = &conflict, .n_conflicts = 1,
                             .remedies = remedies, .n_remedies = G_N_ELEMENTS (remedies) };

  layout->schedule = &schedule;
  SAY (segue_text_remedy (layout, 0), "Take “Autumn” instead.", "대신 “Autumn” 선택하기");
  SAY (segue_text_remedy_cost (layout, 0), "New job then ends on 1 September 2023, 184 days later than wished.",
       "New job는 바라던 때보다 184일 늦은 2023년 9월 1일에 끝납니다.");
  SAY (segue_text_remedy (layout, 1), "Move the date 1 day earlier, to 9 February 2023: “On that day.”",
       "날짜를 1일 앞당겨 2023년 2월 9일로 옮기기: “On that day.”");
  SAY (segue_text_remedy_cost (layout, 1), "New job then ends on 1 September 2023, no later than wished.",
       "New job는 바라던 때에 늦지 않게 2023년 9월 1일에 끝납니다.");
  SAY (segue_text_remedy (layout, 2), "Move the date 38 days later, to 20 March 2023: “On that day.”",
       "날짜를 38일 늦춰 2023년 3월 20일로 옮기기: “On that day.”");
  SAY (segue_text_remedy_cost (layout, 2), "No other date changes.", "다른 날짜는 그대로입니다.");
  SAY (segue_text_remedy (layout, 3), "Let 1 day be enough instead of 14 days: “In time.”",
       "간격을 14일에서 1일로 줄이기: “In time.”");
  SAY (segue_text_remedy_cost (layout, 3), "2 other conflicts remain, the worst of them 3 days short.",
       "다른 충돌이 2건 남고, 가장 큰 것은 3일 모자랍니다.");
  SAY (segue_text_remedy (layout, 4), "Allow 60 days instead of 30 days: “In time.”", "간격을 30일에서 60일까지 늘리기: “In time.”");
  SAY (segue_text_remedy_cost (layout, 4),
       "New job then ends on 1 September 2023, 1 day earlier than if rules gave way. 1 other conflict remains, which lacks 1 h 30 min.",
       "New job는 규칙을 어길 때보다 1일 이른 2023년 9월 1일에 끝납니다. 다른 충돌이 1건 남고, 모두 합쳐 1시간 30분이 모자랍니다.");
  SAY (segue_text_remedy (layout, 5), "Set this assumption aside: “On that day.”", "이 짐작을 제쳐 두기: “On that day.”");
  SAY (segue_text_remedy_cost (layout, 5), "1 other conflict remains.", "다른 충돌이 1건 남습니다.");
  SAY (segue_text_remedy (layout, 6), "Set this hearsay aside: “In time.”", "들은 말을 제쳐 두기: “In time.”");
  SAY (segue_text_remedy (layout, 7), "Set this rule aside: “Not too late.”", "이 규칙을 제쳐 두기: “Not too late.”");
  SAY (segue_text_remedy (layout, 8), "Find 5 h more a week between 6 June and 22 June 2022.",
       "2022년 6월 6일부터 6월 22일까지 한 주에 5시간 더 내기");
  SAY (segue_text_remedy (layout, 9), "Drop “Wait”.", "“Wait” 그만두기");
  SAY (segue_text_remedy (layout, 10), "Find 3 h 30 min more every week.", "매주 3시간 30분 더 내기");
  SAY (segue_text_remedy (layout, 11), "Find 43 min more on 5 January 2024.", "2024년 1월 5일에 43분 더 내기");
  SAY (segue_text_remedy (layout, 12), "Find 3 h more between 5 January and 10 January 2024.",
       "2024년 1월 5일부터 1월 10일까지 3시간 더 내기");
  remedies[0].days_later = 6203;
  SAY (segue_text_remedy_cost (layout, 0), "New job then ends on 1 September 2023, 6,203 days later than wished.",
       "New job는 바라던 때보다 6,203일 늦은 2023년 9월 1일에 끝납니다.");
  remedies[0].days_later = 0;
  remedies[0].is_wished = FALSE;
  SAY (segue_text_remedy_cost (layout, 0), "New job then ends on 1 September 2023.", "New job는 2023년 9월 1일에 끝납니다.");
  layout->schedule = solved;
}

static void
test_route_states (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample (korean ? "ko" : "en");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  SegueSchedule *solved = layout->schedule;
  SegueConflict conflicts[] = { { SEGUE_CONFLICT_HOURS, .pool = -1, .shortage = 90 }, { SEGUE_CONFLICT_DATES, .gap = 1 },
                                { SEGUE_CONFLICT_EXCLUSIVE } };
  gint32 refs[] = { 0, 1, 2 };
  SegueRouteResult routes[3] = { { SEGUE_ROUTE_OPEN, SEGUE_DAY_NONE }, { SEGUE_ROUTE_OPEN, DAY ("2023-05-12") },
                                 { SEGUE_ROUTE_CLOSED, SEGUE_DAY_NONE } };
  SegueSchedule schedule = { .conflicts = conflicts, .n_conflicts = 3, .conflict_refs = refs, .routes = routes,
                             .steps = solved->steps, .n_steps = solved->n_steps };

  layout->schedule = &schedule;
  SAY (segue_text_route_state (layout, 0), "open", "열려 있음");
  SAY (segue_text_route_state (layout, 1), "reachable until 12 May 2023", "2023년 5월 12일까지 가능");
  routes[1].until_unproven = TRUE;
  SAY (segue_text_route_state (layout, 1), "reachable at least until 12 May 2023", "적어도 2023년 5월 12일까지는 가능");
  routes[1].status = SEGUE_ROUTE_CHOSEN;
  SAY (segue_text_route_state (layout, 1), "chosen, reachable at least until 12 May 2023",
       "선택됨, 적어도 2023년 5월 12일까지는 가능");
  SAY (segue_text_route_state (layout, 2), "closed", "닫힘");
  routes[0] = (SegueRouteResult) { SEGUE_ROUTE_INFEASIBLE, SEGUE_DAY_NONE, { 0, 1 } };
  SAY (segue_text_route_state (layout, 0), "1 h 30 min short", "1시간 30분 모자람");
  routes[0].conflicts.n = 2;
  SAY (segue_text_route_state (layout, 0), "1 day short", "1일 모자람");
  routes[0].conflicts = (SegueSlice) { 2, 1 };
  SAY (segue_text_route_state (layout, 0), "not possible", "불가능");
  SAY (segue_text_route (layout, 0), "Spring 2023 cannot be", "2023년 봄 학기는 불가능");
  layout->schedule = solved;
}

/* The rules of the sample's conflict, each with what follows from it. */
static void
test_chain (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample (korean ? "ko" : "en");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  g_autoptr (SegueChain) chain = segue_chain_new (layout, find_conflict (layout, "spring23", SEGUE_CONFLICT_DATES));
  static const char *const rules[] = { "enrol-s23-day", "resign-s23", "exercise-employed", "exercise-from" };

  g_assert_cmpuint (chain->n_links, ==, G_N_ELEMENTS (rules));
  for (guint i = 0; i < chain->n_links; i++)
    g_assert_cmpstr (segue_record_get_id (segue_layout_get_rule (layout, chain->links[i].rule)), ==, rules[i]);
  g_assert_cmpint (chain->links[0].day, ==, DAY ("2023-03-01"));
  g_assert_cmpint (chain->latest, ==, DAY ("2023-02-28"));
  g_assert_cmpint (chain->earliest, ==, DAY ("2023-04-01"));
  g_assert_null (segue_chain_describe (layout, chain, 0));
  g_assert_null (segue_chain_describe (layout, chain, 3));
  SAY (segue_chain_describe (layout, chain, 1), "So “Last day at the company” is on 28 February 2023 at the latest",
       "따라서 “마지막 근무일”은 늦어도 2023년 2월 28일");
  SAY (segue_chain_describe (layout, chain, 2), "So “Exercise the options” is on 28 February 2023 at the latest",
       "따라서 “스톡옵션 행사”는 늦어도 2023년 2월 28일");
}

/* A wait that has no room before its deadline: the gap opens at the present day. */
static void
test_chain_from_now (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','capacity':{'week':{'mon':60}},"
    "'goals':[{'id':'g','kind':'custom','title':'G','routes':[]}],"
    "'steps':[{'id':'a','goal':'g','type':'wait','title':'A','days':10},{'id':'b','goal':'g','type':'wait','title':'B','days':5},"
    "{'id':'w','type':'work','title':'W','effort':180}],"
    "'rules':[{'id':'order','relation':'after','point':'b.start','other':'a.end'},"
    "{'id':'by','relation':'not-after','point':'b.end','date':'2023-01-10'},"
    "{'id':'wby','relation':'not-after','point':'w.end','date':'2023-01-10'}]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);

  g_assert_cmpint (schedule->n_conflicts, ==, 2);
  for (gint32 i = 0; i < schedule->n_conflicts; i++)
    {
      g_autoptr (SegueChain) chain = segue_chain_new (layout, i);
      g_autofree gint64 *shares = segue_chain_share_hours (layout, i);

      if (schedule->conflicts[i].kind == SEGUE_CONFLICT_HOURS)
        {
          g_assert_cmpint (chain->earliest, ==, SEGUE_DAY_NONE);
          g_assert_cmpint (shares[0], ==, 180);
          continue;
        }
      g_assert_cmpint (chain->earliest, ==, DAY ("2023-01-02"));
      g_assert_cmpint (chain->latest, ==, DAY ("2022-12-27"));
      g_assert_cmpint (chain->links[0].rule, ==, 1);
      SAY (segue_chain_describe (layout, chain, 1), "So “A” ends on 5 January 2023 at the latest",
           "따라서 “A”는 늦어도 2023년 1월 5일에 끝남");
    }
}

/* What is taken and yet comes too late for a wish is not called simply chosen. */
static void
test_late (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','capacity':{'week':{}},"
    "'goals':[{'id':'g','kind':'custom','title':'G','routes':[{'id':'r','title':'Course'}]},"
    "{'id':'short','kind':'custom','title':'Short','routes':[]}],"
    "'steps':[{'id':'w','goal':'g','type':'wait','title':'W','days':10,'target':'2023-01-08'},"
    "{'id':'a','goal':'g','type':'wait','title':'A','days':10,'status':'done','done_on':'2023-01-01','target':'2022-01-01'},"
    "{'id':'s','goal':'short','type':'wait','title':'S','days':10}],"
    "'rules':[{'id':'by','relation':'not-after','point':'s.end','date':'2023-01-08','text':'In time.'}]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_LATEST, NULL, NULL);

  g_assert_cmpint (segue_layout_get_days_late (layout, 0), ==, 3);
  g_assert_cmpint (segue_layout_get_days_late (layout, 1), ==, 0);
  g_assert_cmpint (segue_outlook_find_late (layout, 0), ==, 3);
  SAY (segue_text_route_state (layout, 0), "chosen, 3 days late", "선택됨, 3일 늦음");
  g_assert_null (segue_text_goal_verdict (layout, 0));
  SAY (segue_text_goal_verdict (layout, 1), "cannot be: 3 days short", "불가능: 3일 모자람");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  korean = argc > 1 && g_str_equal (argv[1], "ko");
  segue_test_use_language (korean ? "ko" : "en");
  g_test_add_func ("/core/text/days", test_days);
  g_test_add_func ("/core/text/amounts", test_amounts);
  g_test_add_func ("/core/text/right-to-left", test_right_to_left);
  g_test_add_func ("/core/text/slack", test_slack);
  g_test_add_func ("/core/text/sample", test_sample);
  g_test_add_func ("/core/text/rules", test_rules);
  g_test_add_func ("/core/text/conflicts", test_conflicts);
  g_test_add_func ("/core/text/scattered", test_scattered);
  g_test_add_func ("/core/text/remedies", test_remedies);
  g_test_add_func ("/core/text/methods", test_methods);
  g_test_add_func ("/core/text/route-states", test_route_states);
  g_test_add_func ("/core/text/chain", test_chain);
  g_test_add_func ("/core/text/chain-from-now", test_chain_from_now);
  g_test_add_func ("/core/text/late", test_late);
  return g_test_run ();
}
