/* test-leaving.c - when to leave, in English and Korean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-leaving.h"

#include "support/segue-test-core.h"

#define DAY(text) segue_test_day (text)

/* The language in which this program runs. */
static gboolean korean;

static SegueLeaving *
make_leaving (SegueLayout *layout)
{
  g_autoptr (SegueSweep) sweep = NULL;
  SeguePoint point;
  SegueDay from, until;

  g_assert_true (segue_leaving_get_range (layout, &point, &from, &until));
  sweep = segue_sweep_new (layout, point, from, until, NULL);
  return segue_leaving_new (sweep);
}

/* Swept once for all tests. */
static SegueLeaving *
load_sample (void)
{
  static SegueLeaving *sample; /* lives as long as the program */
  g_autoptr (SeguePlan) plan = NULL;
  g_autoptr (SegueLayout) layout = NULL;

  if (sample != NULL)
    return sample;
  plan = segue_test_load_sample (korean ? "ko" : "en");
  layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
  sample = make_leaving (layout);
  return sample;
}

/* Every day is in one span, and the span says of it what the engine said. */
static void
test_spans (void)
{
  SegueLeaving *leaving = load_sample ();
  const SegueExploration *exploration = segue_sweep_get_exploration (segue_leaving_get_sweep (leaving));
  guint n_spans;
  const SegueLeavingSpan *spans = segue_leaving_get_spans (leaving, &n_spans);

  g_assert_cmpint (spans[0].from, ==, exploration->days[0].day);
  g_assert_cmpint (spans[n_spans - 1].until, ==, exploration->days[exploration->n_days - 1].day);
  for (guint i = 1; i < n_spans; i++)
    g_assert_cmpint (spans[i].from, ==, spans[i - 1].until + 1);
  for (gint32 i = 0; i < exploration->n_days; i++)
    g_assert_cmpint (segue_leaving_find_span (leaving, exploration->days[i].day)->feasible, ==,
                     exploration->days[i].feasible);
  g_assert_null (segue_leaving_find_span (leaving, spans[0].from - 1));
}

static void
assert_lines (char      **lines,
              const char *english,
              const char *korean_text)
{
  g_autofree char *said = g_strjoinv ("\n", lines);

  g_assert_cmpstr (said, ==, korean ? korean_text : english);
}

static void
test_runs (void)
{
  SegueLeaving *leaving = load_sample ();
  g_autofree char *runs = segue_leaving_describe_runs (leaving);
  g_auto (GStrv) fall = segue_leaving_describe_run (leaving, 0);

  g_assert_cmpstr (runs, ==, korean
    ? "계획대로 할 수 있는 날: 2023년 6월 15일~8월 31일과 2023년 9월 14일~2024년 3월 3일."
    : "The plan holds on any of these days: 15 June to 31 August 2023 and 14 September 2023 to 3 March 2024.");
  assert_lines (fall,
                "15 June to 31 August 2023\n"
                "No earlier: I resign only when I have the result.\n"
                "No earlier: Fall 2023 results come on 15 June 2023.\n"
                "No later: The fall 2023 term starts on 1 September 2023.\n"
                "No later: One must have resigned before enrolling.",
                "2023년 6월 15일~8월 31일\n"
                "더 당길 수 없는 까닭: 합격 결과를 확인한 뒤에 퇴사한다.\n"
                "더 당길 수 없는 까닭: 2023년 가을 학기 합격자 발표는 2023년 6월 15일이다.\n"
                "더 늦출 수 없는 까닭: 2023년 가을 학기는 9월 1일에 시작한다.\n"
                "더 늦출 수 없는 까닭: 입학 전에 퇴사해야 한다.");
}

static void
test_days (void)
{
  SegueLeaving *leaving = load_sample ();
  g_auto (GStrv) june = segue_leaving_describe_day (leaving, DAY ("2023-06-30"));
  g_auto (GStrv) march = segue_leaving_describe_day (leaving, DAY ("2023-03-31"));
  g_auto (GStrv) before = segue_leaving_describe_day (leaving, DAY ("2022-01-01"));
  g_autofree char *line = segue_leaving_summarize_day (leaving, DAY ("2023-06-30"));

  g_assert_cmpuint (g_strv_length (before), ==, 0);
  g_assert_cmpstr (line, ==, korean ? "2023년 가을 학기 · 1,200주 중 900주 유지 · 안식월 휴가 사용"
                                    : "Fall 2023 · 900 of 1,200 units kept · Sabbatical taken");
  assert_lines (june,
                "The plan holds if “Last day at the company” is on 30 June 2023.\n"
                "“AI graduate school”: Fall 2023.\n"
                "“2020 options”: 900 of 1,200 units kept, 300 forfeited.\n"
                "They can be exercised until 30 June 2023.\n"
                "“Sabbatical” can be taken before.",
                "“마지막 근무일”이 2023년 6월 30일이면 계획대로 할 수 있습니다.\n"
                "“AI 대학원 진학”: 2023년 가을 학기.\n"
                "“2020년 부여 스톡옵션”: 1,200주 가운데 900주를 지키고 300주를 잃습니다.\n"
                "2023년 6월 30일까지 행사할 수 있습니다.\n"
                "“안식월 휴가”는 그 전에 쓸 수 있습니다.");
  assert_lines (march,
                "The plan does not hold if “Last day at the company” is on 31 March 2023.\n"
                "“2020 options”: 600 of 1,200 units kept, 600 forfeited.\n"
                "None of them can be exercised: that is possible only from 1 April 2023 on.\n"
                "“Sabbatical” is lost.",
                "“마지막 근무일”이 2023년 3월 31일이면 계획대로 할 수 없습니다.\n"
                "“2020년 부여 스톡옵션”: 1,200주 가운데 600주를 지키고 600주를 잃습니다.\n"
                "행사는 2023년 4월 1일부터라서 한 주도 행사할 수 없습니다.\n"
                "“안식월 휴가”는 쓰지 못하고 잃습니다.");
}

/* What the person says it is worth is multiplied, an option's above its strike, which may stand in quotes. */
static void
test_value (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','leaving':'last',"
    "'capacity':{'week':{}},'steps':[{'id':'last','type':'milestone','title':'Last'}],'rules':[],"
    "'grants':[{'id':'g','title':'RSU','kind':'option','units':100,'granted_on':'2022-01-01','vest_from':'2022-01-01',"
    "'cliff_months':12,'every_months':12,'total_months':24,'strike':'10.0','value':30,'currency':'EUR'}]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
  g_autoptr (SegueLeaving) leaving = make_leaving (layout);
  g_auto (GStrv) sentences = segue_leaving_describe_day (leaving, DAY ("2023-01-10"));

  g_assert_cmpstr (sentences[1], ==, korean
    ? "“RSU”: 100주 가운데 50주 유지(1,000 EUR), 50주 손실(1,000 EUR)."
    : "“RSU”: 50 of 100 units kept, worth 1,000 EUR; 50 forfeited, worth 1,000 EUR.");
}

static void
test_no_leaving (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','capacity':{'week':{}},"
    "'steps':[{'id':'last','type':'milestone','title':'Last'}],'rules':[]}");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
  SeguePoint point;
  SegueDay from, until;

  g_assert_false (segue_leaving_get_range (layout, &point, &from, &until));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  korean = argc > 1 && g_str_equal (argv[1], "ko");
  segue_test_use_language (korean ? "ko" : "en");
  g_test_add_func ("/leaving/spans", test_spans);
  g_test_add_func ("/leaving/runs", test_runs);
  g_test_add_func ("/leaving/days", test_days);
  g_test_add_func ("/leaving/value", test_value);
  g_test_add_func ("/leaving/none", test_no_leaving);
  return g_test_run ();
}
