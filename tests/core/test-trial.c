/* test-trial.c - what an edit would do, in English and Korean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-trial.h"

#include "core/segue-edit.h"
#include "support/segue-test-core.h"

/* The language in which this program runs. */
static gboolean korean;

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
} Sample;

static void
set_up (Sample        *sample,
        gconstpointer  data)
{
  sample->plan = segue_test_load_sample (korean ? "ko" : "en");
  sample->layout = segue_layout_new (sample->plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
}

static void
tear_down (Sample        *sample,
           gconstpointer  data)
{
  segue_layout_unref (sample->layout);
  g_object_unref (sample->plan);
}

static char **
describe_slip (Sample     *sample,
               const char *step,
               int         days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SegueChangeSet) change_set = segue_trial_slip (sample->plan, sample->layout, step, days, &error);
  g_autoptr (SegueLayout) slipped = NULL;

  g_assert_no_error (error);
  slipped = segue_trial_lay_out (sample->plan, change_set, 0, SEGUE_SOLVE_LATEST, sample->layout, &error);
  g_assert_no_error (error);
  return segue_trial_describe_slip (sample->layout, slipped, step, days);
}

static void
assert_slip (Sample     *sample,
             const char *step,
             int         days,
             const char *english,
             const char *korean_text)
{
  g_auto (GStrv) sentences = describe_slip (sample, step, days);
  g_autofree char *said = g_strjoinv ("\n", sentences);

  g_assert_cmpstr (said, ==, korean ? korean_text : english);
}

static void
assert_room (Sample     *sample,
             const char *step,
             const char *english,
             const char *korean_text)
{
  g_autofree char *said = segue_trial_describe_room (sample->layout, step);

  g_assert_cmpstr (said, ==, korean ? korean_text : english);
}

static void
test_moves (Sample        *sample,
            gconstpointer  data)
{
  assert_slip (sample, "contact", 60,
               "“Write to professors” ends 57 days later, on 5 March 2023.\n"
               "“Statement of purpose” ends 55 days later, on 25 March 2023.",
               "“교수님께 컨택 메일 쓰기”가 57일 늦게 끝납니다: 2023년 3월 5일.\n"
               "“학업계획서 쓰기”가 55일 늦게 끝납니다: 2023년 3월 25일.");
  assert_slip (sample, "sabbatical", 60,
               "“Last day at the company” moves 44 days later: 29 July 2023.\n"
               "“Sabbatical” moves 60 days later: 30 June to 29 July 2023.",
               "“마지막 근무일”이 44일 늦춰집니다: 2023년 7월 29일.\n"
               "“안식월 휴가”가 60일 늦춰집니다: 2023년 6월 30일~7월 29일.");
}

static void
test_nothing (Sample        *sample,
              gconstpointer  data)
{
  assert_slip (sample, "sabbatical", 5, "Nothing else moves, and nothing breaks.", "다른 것은 움직이지 않고, 어긋나는 것도 없습니다.");
}

/* The fall cannot wait for an application that comes too late; the wish is one, no more. */
static void
test_breaks (Sample        *sample,
             gconstpointer  data)
{
  g_auto (GStrv) sentences = NULL;

  assert_slip (sample, "apply-f23", 60,
               "“AI graduate school” then takes Spring 2024 instead of Fall 2023.\n"
               "“Last day at the company” moves 91 days later: 14 September 2023.",
               "그러면 “AI 대학원 진학”은 2023년 가을 학기 대신 2024년 봄 학기로 갑니다.\n"
               "“마지막 근무일”이 91일 늦춰집니다: 2023년 9월 14일.");
  sentences = describe_slip (sample, "ops", 20);
  g_assert_cmpstr (sentences[0], ==, korean ? "그러면 “나 없이도 돌아가는 파이프라인 만들기”는 목표일을 6일 넘깁니다."
                   : "“Make the pipelines run without me” then misses its target by 6 days.");
}

static void
test_room (Sample        *sample,
           gconstpointer  data)
{
  assert_room (sample, "ops", "It can slip 14 days, until 16 December 2022, before a date breaks.", "2022년 12월 16일까지 14일 늦춰도 날짜가 어긋나지 않습니다.");
  assert_room (sample, "result-f23", "There is no slack: it lies on its last possible day.", "여유가 없습니다. 지금 날짜가 가능한 마지막 날입니다.");
  assert_room (sample, "apply-s24", NULL, NULL);
}

/* What is tried leaves the plan alone; what cannot be tried says why. */
static void
test_refused (Sample        *sample,
              gconstpointer  data)
{
  guint64 revision = segue_plan_get_revision (sample->plan);
  g_auto (GStrv) sentences = describe_slip (sample, "statement", 30);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (segue_plan_get_revision (sample->plan), ==, revision);
  g_assert_null (segue_trial_slip (sample->plan, sample->layout, "apply-s24", 3, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID);
}

/* Without the rule that is only assumed the stock conflict of the spring is gone. */
static void
test_switched_off (Sample        *sample,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SegueChangeSet) off = segue_edit_set_rule_enabled (sample->plan, "exercise-employed", FALSE, &error);
  g_autoptr (SegueLayout) trial = segue_trial_lay_out (sample->plan, off, 0, SEGUE_SOLVE_ALL, sample->layout, &error);
  const SegueSchedule *schedule = segue_layout_get_schedule (trial);
  const SegueRouteResult *spring = segue_layout_get_route_result (trial, "spring23");

  g_assert_no_error (error);
  for (gint32 i = 0; i < spring->conflicts.n; i++)
    {
      const SegueConflict *conflict = &schedule->conflicts[schedule->conflict_refs[spring->conflicts.first + i]];

      for (gint32 j = 0; j < conflict->rules.n; j++)
        g_assert_cmpstr (segue_record_get_id (segue_layout_get_rule (trial, schedule->refs[conflict->rules.first + j])),
                         !=, "exercise-from");
    }
}

/* A rejection says which way is taken then, until when, and each thing by its name. */
static void
test_told (Sample        *sample,
           gconstpointer  data)
{
  g_autoptr (SegueChangeSet) failed = segue_edit_set_outcome (sample->plan, "result-f23", SEGUE_OUTCOME_FAILED, NULL);
  g_autoptr (SegueLayout) trial = segue_trial_lay_out (sample->plan, failed, 0, SEGUE_SOLVE_LATEST, sample->layout, NULL);
  g_autoptr (SegueEffect) effect = segue_effect_new (sample->layout, trial);
  g_autoptr (SegueEffect) none = segue_effect_new (sample->layout, sample->layout);
  g_autofree char *all = segue_effect_tell (effect, NULL, 8);
  g_autofree char *but = segue_effect_tell (effect, "resign", 8);
  g_autofree char *one = segue_effect_tell (effect, NULL, 1);

  g_assert_cmpstr (all, ==, korean
                   ? "그러면 “AI 대학원 진학”은 2023년 가을 학기 대신 2024년 봄 학기로 갑니다.\n"
                     "그러면 “AI 대학원 진학”은 2023년 9월 1일 대신 2024년 3월 4일에 이루어집니다.\n"
                     "“마지막 근무일”이 91일 늦춰집니다: 2023년 9월 14일."
                   : "“AI graduate school” then takes Spring 2024 instead of Fall 2023.\n"
                     "“AI graduate school” is then reached on 4 March 2024 instead of 1 September 2023.\n"
                     "“Last day at the company” moves 91 days later: 14 September 2023.");
  g_assert_cmpuint (strlen (but), <, strlen (all));
  g_assert_true (g_str_has_prefix (all, but));
  g_assert_true (g_str_has_suffix (one, korean ? "\n그 밖에 2가지가 더 바뀝니다." : "\n2 more things change."));
  g_assert_null (segue_effect_tell (none, NULL, 8));
}

/* Who drops a route need not be told that it is dropped. */
static void
test_told_but (Sample        *sample,
               gconstpointer  data)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_find (sample->plan, "spring23"));
  g_autoptr (SegueRecord) closed = NULL;
  g_autoptr (SegueChangeSet) change_set = NULL;
  g_autoptr (SegueLayout) trial = NULL;
  g_autoptr (SegueEffect) effect = NULL;
  g_autofree char *all = NULL;

  segue_record_builder_set_bool (builder, SEGUE_ROUTE_CLOSED_BY_HAND, TRUE);
  closed = segue_record_builder_end (builder);
  change_set = segue_edit_set_record (sample->plan, closed, NULL);
  trial = segue_trial_lay_out (sample->plan, change_set, 0, SEGUE_SOLVE_LATEST, sample->layout, NULL);
  effect = segue_effect_new (sample->layout, trial);
  all = segue_effect_tell (effect, NULL, 8);
  g_assert_nonnull (all);
  g_assert_null (segue_effect_tell (effect, "spring23", 8));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  korean = argc > 1 && g_str_equal (argv[1], "ko");
  segue_test_use_language (korean ? "ko" : "en");
  g_test_add ("/trial/moves", Sample, NULL, set_up, test_moves, tear_down);
  g_test_add ("/trial/nothing", Sample, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/trial/breaks", Sample, NULL, set_up, test_breaks, tear_down);
  g_test_add ("/trial/room", Sample, NULL, set_up, test_room, tear_down);
  g_test_add ("/trial/refused", Sample, NULL, set_up, test_refused, tear_down);
  g_test_add ("/trial/switched-off", Sample, NULL, set_up, test_switched_off, tear_down);
  g_test_add ("/trial/told", Sample, NULL, set_up, test_told, tear_down);
  g_test_add ("/trial/told-but", Sample, NULL, set_up, test_told_but, tear_down);
  return g_test_run ();
}
