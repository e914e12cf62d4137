/* test-review.c - what needs a decision, and what answers do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-review.h"

#include "core/segue-baseline.h"
#include "support/segue-test-core.h"

#define PLAN(now, rules, more) \
  "{'format':'segue-plan','version':1,'title':'P','now':'" now "','capacity':{'week':{'mon':60,'tue':60}}," \
  "'goals':[{'id':'g','kind':'custom','title':'G','routes':[{'id':'fall','title':'Fall'},{'id':'spring','title':'Spring'}]}]," \
  "'steps':[{'id':'apply','goal':'g','route':'fall','type':'milestone','title':'Apply'}," \
  "{'id':'result','goal':'g','route':'fall','type':'milestone','title':'Result','gate':true}," \
  "{'id':'later','goal':'g','route':'spring','type':'milestone','title':'Apply in spring'}," \
  "{'id':'far','type':'milestone','title':'Far'}],'rules':[" rules "]" more "}"

#define RULES \
  "{'id':'open','relation':'not-before','point':'apply','date':'2023-03-27','text':'Opens.'}," \
  "{'id':'close','relation':'not-after','point':'apply','date':'2023-04-05','text':'Closes.','certainty':'assumed'}," \
  "{'id':'day','relation':'on','point':'result','date':'2023-06-15','text':'Results.'}," \
  "{'id':'far-on','relation':'on','point':'far','date':'2024-01-01','text':'Far.'}"

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
} Fixture;

static void
lay_out (Fixture *fixture)
{
  g_clear_pointer (&fixture->layout, segue_layout_unref);
  fixture->layout = segue_layout_new (fixture->plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);
}

static void
load (Fixture    *fixture,
      const char *json)
{
  fixture->plan = segue_test_parse_plan (json);
  lay_out (fixture);
}

static void
tear_down (Fixture *fixture)
{
  g_clear_object (&fixture->plan);
  g_clear_pointer (&fixture->layout, segue_layout_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, tear_down)

static void
perform (Fixture        *fixture,
         SegueChangeSet *change_set)
{
  g_autoptr (SegueChangeSet) owned = change_set;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (owned);
  g_assert_true (segue_plan_apply (fixture->plan, owned, &error));
  g_assert_no_error (error);
  lay_out (fixture);
}

static char *
begin (Fixture *fixture)
{
  perform (fixture, segue_edit_begin_review (fixture->plan, fixture->layout, segue_layout_get_now (fixture->layout),
                                             NULL));
  return g_strdup (segue_record_get_id (segue_review_get_open (fixture->plan)));
}

/* "cause id, cause id" in the order in which they are asked. */
static char *
list_items (Fixture    *fixture,
            const char *review)
{
  g_autoptr (GPtrArray) items = segue_review_find_items (fixture->plan, fixture->layout, review);
  const SegueField *cause = &segue_kind_get_info (SEGUE_KIND_ANSWER)->fields[SEGUE_ANSWER_CAUSE];
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const SegueReviewItem *item = items->pdata[i];

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", cause->nicks[item->cause], item->id);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_items (Fixture    *fixture,
              const char *review,
              const char *expected)
{
  g_autofree char *found = list_items (fixture, review);

  g_assert_cmpstr (found, ==, expected);
}

static void
answer (Fixture     *fixture,
        const char  *review,
        const char  *id,
        SegueVerdict verdict,
        const char  *day,
        const char  *why)
{
  g_autoptr (GPtrArray) items = segue_review_find_items (fixture->plan, fixture->layout, review);
  SegueReviewAnswer given = { verdict, day ? segue_test_day (day) : SEGUE_DAY_NONE, why };

  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((SegueReviewItem *) items->pdata[i])->id, id))
      {
        perform (fixture, segue_edit_answer (fixture->plan, fixture->layout, review, items->pdata[i], &given, NULL));
        return;
      }
  g_assert_not_reached ();
}

static void
test_due (void)
{
  g_auto (Fixture) fixture = { 0 };

  load (&fixture, PLAN ("2023-03-22", RULES, ""));
  assert_items (&fixture, NULL, "due apply, rule close");
}

static void
test_nothing_is_due (void)
{
  g_auto (Fixture) fixture = { 0 };

  load (&fixture, PLAN ("2022-12-01", RULES, ",'slack_days':9"));
  /* Nine days of slack are enough; the fixed days have none and are no news. */
  assert_items (&fixture, NULL, "rule close");
}

static void
test_at_risk (void)
{
  g_auto (Fixture) fixture = { 0 };

  load (&fixture, PLAN ("2022-12-01", RULES, ",'slack_days':10"));
  assert_items (&fixture, NULL, "at-risk apply, rule close");
}

static void
test_late (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) items = NULL;

  load (&fixture, PLAN ("2023-01-01", "{'id':'from','relation':'not-before','point':'far','date':'2023-03-01'},"
                        "{'id':'by','relation':'not-after','point':'far','date':'2023-02-01'}", ""));
  assert_items (&fixture, NULL, "gate result, late far, due apply");
  items = segue_review_find_items (fixture.plan, fixture.layout, NULL);
  g_assert_cmpint (((SegueReviewItem *) items->pdata[1])->days, ==, 28);
}

static void
test_reachable (void)
{
  g_auto (Fixture) fixture = { 0 };

  load (&fixture, PLAN ("2023-03-10", "{'id':'by','relation':'not-after','point':'later','date':'2023-04-01'}", ""));
  assert_items (&fixture, NULL, "gate result, due apply, due far, reachable spring");
}

static void
test_obstacles (void)
{
  g_auto (Fixture) fixture = { 0 };

  load (&fixture, PLAN ("2022-12-09", RULES,
                        ",'obstacles':[{'id':'o1','text':'No time','since':'2022-12-02'},"
                        "{'id':'o2','text':'No score','since':'2022-12-01'},"
                        "{'id':'o3','text':'No money','since':'2022-11-01','cleared_on':'2022-11-02'}]"));
  assert_items (&fixture, NULL, "obstacle o2, rule close");
}

#define DECISION \
  ",'decisions':[{'id':'d','question':'Stay?','decided':'Stay','decided_on':'2022-06-06'}]," \
  "'reasons':[{'id':'r1','decision':'d','text':'The bonus','until':'2022-12-01'}," \
  "{'id':'r2','decision':'d','side':'against','text':'No growth'}]"

static void
test_reason_ends_on_a_day (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;

  load (&fixture, PLAN ("2022-11-30", RULES, DECISION));
  assert_items (&fixture, NULL, "rule close");
  tear_down (&fixture);
  load (&fixture, PLAN ("2022-12-01", RULES, DECISION));
  assert_items (&fixture, NULL, "reason-ended d, rule close");

  /* Who says that it still holds is not asked again, not even next time. */
  review = begin (&fixture);
  answer (&fixture, review, "d", SEGUE_VERDICT_KEPT, NULL, "The team");
  assert_items (&fixture, NULL, "rule close");
}

static void
test_reason_ends_with_a_step (void)
{
  g_auto (Fixture) fixture = { 0 };

  load (&fixture, PLAN ("2022-11-30", RULES,
                        ",'decisions':[{'id':'d','question':'Stay?'}],"
                        "'reasons':[{'id':'r','decision':'d','text':'Until I apply','event':'apply'}]"));
  assert_items (&fixture, NULL, "rule close");
  perform (&fixture, segue_edit_set_status (fixture.plan, "apply", SEGUE_STATUS_DONE, segue_test_day ("2022-11-29"),
                                            NULL));
  /* Applying before it opens loses the fall; that is asked first. */
  assert_items (&fixture, NULL, "due later, reason-ended d");
}

static void
test_answers_are_kept (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;
  g_autofree char *told = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  const SegueRecord *row;

  segue_test_use_language ("en");
  load (&fixture, PLAN ("2023-03-22", RULES, ""));
  review = begin (&fixture);
  row = segue_review_get_open (fixture.plan);
  g_assert_cmpint (segue_record_get_int (row, SEGUE_REVIEW_ASKED), ==, 2);
  g_assert_nonnull (segue_plan_find_kind (fixture.plan, SEGUE_KIND_BASELINE,
                                          segue_record_get_string (row, SEGUE_REVIEW_BASELINE)));

  answer (&fixture, review, "apply", SEGUE_VERDICT_MOVED, "2023-03-30", "The statement needs three days");
  g_assert_cmpint (segue_layout_get_step_result (fixture.layout, "apply")->start, ==, segue_test_day ("2023-03-30"));
  assert_items (&fixture, review, "rule close");
  answer (&fixture, review, "close", SEGUE_VERDICT_CHECKED, NULL, NULL);
  assert_items (&fixture, review, "");
  row = segue_plan_find (fixture.plan, "close");
  g_assert_cmpint (segue_record_get_int (row, SEGUE_RULE_CERTAINTY), ==, SEGUE_CERTAINTY_CONFIRMED);
  g_assert_cmpint (segue_record_get_day (row, SEGUE_RULE_CHECKED_ON), ==, segue_test_day ("2023-03-22"));

  answers = segue_review_get_answers (fixture.plan, review);
  g_assert_cmpuint (answers->len, ==, 2);
  told = segue_review_answer_describe (answers->pdata[0]);
  g_assert_cmpstr (told, ==, "Moved from 27 March 2023 to 30 March 2023\nThe statement needs three days");
}

static void
test_gate (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;

  load (&fixture, PLAN ("2023-06-15", "{'id':'day','relation':'on','point':'result','date':'2023-06-15'}", ""));
  review = begin (&fixture);
  answer (&fixture, review, "result", SEGUE_VERDICT_FAILED, NULL, "No place was left");
  g_assert_cmpstr (segue_layout_get_chosen_route (fixture.layout, "g"), ==, "spring");
  tear_down (&fixture);
  g_free (g_steal_pointer (&review));

  load (&fixture, PLAN ("2023-06-15", "{'id':'day','relation':'on','point':'result','date':'2023-06-15'}", ""));
  review = begin (&fixture);
  answer (&fixture, review, "result", SEGUE_VERDICT_PASSED, NULL, NULL);
  g_assert_cmpstr (segue_layout_get_chosen_route (fixture.layout, "g"), ==, "fall");
  g_assert_cmpint (segue_record_get_int (segue_plan_find (fixture.plan, "result"), SEGUE_STEP_STATUS), ==, SEGUE_STATUS_DONE);
}

static void
test_one_answer_is_one_edit (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (SegueChangeSet) change_set = NULL;
  g_autoptr (SegueChangeSet) inverse = NULL;
  g_autoptr (SeguePlan) before = NULL;
  SegueReviewAnswer given = { SEGUE_VERDICT_DROPPED, SEGUE_DAY_NONE, "Not now" };

  load (&fixture, PLAN ("2023-03-22", RULES, ""));
  review = begin (&fixture);
  before = segue_plan_copy (fixture.plan);
  items = segue_review_find_items (fixture.plan, fixture.layout, review);
  change_set = segue_edit_answer (fixture.plan, fixture.layout, review, items->pdata[0], &given, NULL);
  g_assert_true (segue_plan_apply (fixture.plan, change_set, NULL));
  g_assert_cmpint (segue_record_get_int (segue_plan_find (fixture.plan, "apply"), SEGUE_STEP_STATUS), ==,
                   SEGUE_STATUS_DROPPED);
  inverse = segue_change_set_invert (change_set);
  g_assert_true (segue_plan_apply (fixture.plan, inverse, NULL));
  segue_test_assert_equal (fixture.plan, before);
}

static void
test_answer_must_fit (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  SegueReviewAnswer given = { SEGUE_VERDICT_FAILED, SEGUE_DAY_NONE };

  load (&fixture, PLAN ("2023-03-22", RULES, ""));
  review = begin (&fixture);
  items = segue_review_find_items (fixture.plan, fixture.layout, review);
  g_assert_null (segue_edit_answer (fixture.plan, fixture.layout, review, items->pdata[0], &given, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID);
}

static void
test_rhythm (void)
{
  static const struct
  {
    const char *rhythm;
    const char *next;
  } cases[] = { { "weekly", "2023-03-29" }, { "two-weeks", "2023-04-05" }, { "monthly", "2023-04-22" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autofree char *more = g_strdup_printf (PLAN ("2023-03-22", "", ",'review_rhythm':'%s'"), cases[i].rhythm);
      g_autofree char *review = NULL;
    
      load (&fixture, more);
      g_assert_cmpint (segue_review_get_next_day (fixture.plan), ==, SEGUE_DAY_NONE);
      review = begin (&fixture);
      g_assert_cmpint (segue_review_get_next_day (fixture.plan), ==, SEGUE_DAY_NONE);
      perform (&fixture, segue_edit_finish_review (fixture.plan, review, segue_test_day ("2023-03-22"), NULL));
      g_assert_null (segue_review_get_open (fixture.plan));
      g_assert_cmpint (segue_review_get_next_day (fixture.plan), ==, segue_test_day (cases[i].next));
    }
}

static void
test_check_in (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) refusal = NULL;
  const SegueRecord *obstacle;

  load (&fixture, PLAN ("2023-03-22", RULES, ""));
  g_assert_null (segue_edit_check_in (fixture.plan, 0, "", NULL, "", NULL, &refusal));
  g_assert_error (refusal, SEGUE_ERROR, SEGUE_ERROR_INVALID);
  perform (&fixture, segue_edit_check_in (fixture.plan, segue_test_day ("2023-03-22"), "Read", "Write", "No quiet",
                                          "apply", NULL));
  obstacle = segue_plan_get_nth (fixture.plan, SEGUE_KIND_OBSTACLE, 0);
  g_assert_cmpstr (segue_record_get_title (obstacle), ==, "No quiet");
  g_assert_cmpstr (segue_record_get_string (obstacle, SEGUE_OBSTACLE_ABOUT), ==, "apply");
  perform (&fixture, segue_edit_clear_obstacle (fixture.plan, segue_record_get_id (obstacle),
                                                segue_test_day ("2023-03-23"), NULL));
  obstacle = segue_plan_get_nth (fixture.plan, SEGUE_KIND_OBSTACLE, 0);
  g_assert_cmpint (segue_record_get_day (obstacle, SEGUE_OBSTACLE_CLEARED_ON), ==, segue_test_day ("2023-03-23"));
}

static void
test_old_answers_stay (void)
{
  g_auto (Fixture) fixture = { 0 };
  const SegueRecord *entry;

  load (&fixture, PLAN ("2022-12-01", RULES, DECISION));
  perform (&fixture, segue_edit_decide (fixture.plan, "d", "Go", segue_test_day ("2022-12-01"), NULL));
  perform (&fixture, segue_edit_reopen_decision (fixture.plan, "d", NULL));
  g_assert_false (segue_record_has (segue_plan_find (fixture.plan, "d"), SEGUE_DECISION_DECIDED));
  entry = segue_plan_get_nth (fixture.plan, SEGUE_KIND_JOURNAL, 0);
  g_assert_cmpstr (segue_record_get_string (entry, SEGUE_JOURNAL_DECIDED), ==, "Go");
  g_assert_cmpstr (segue_record_get_strings (entry, SEGUE_JOURNAL_FOR)[0], ==, "The bonus");
  g_assert_cmpstr (segue_record_get_strings (entry, SEGUE_JOURNAL_AGAINST)[0], ==, "No growth");

  perform (&fixture, segue_edit_remove_decision (fixture.plan, "d", NULL));
  g_assert_cmpuint (segue_plan_count (fixture.plan, SEGUE_KIND_REASON), ==, 0);
  g_assert_cmpuint (segue_plan_count (fixture.plan, SEGUE_KIND_JOURNAL), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/due", test_due);
  g_test_add_func ("/review/nothing-is-due", test_nothing_is_due);
  g_test_add_func ("/review/at-risk", test_at_risk);
  g_test_add_func ("/review/late", test_late);
  g_test_add_func ("/review/reachable", test_reachable);
  g_test_add_func ("/review/obstacles", test_obstacles);
  g_test_add_func ("/review/reason-ends-on-a-day", test_reason_ends_on_a_day);
  g_test_add_func ("/review/reason-ends-with-a-step", test_reason_ends_with_a_step);
  g_test_add_func ("/review/answers-are-kept", test_answers_are_kept);
  g_test_add_func ("/review/gate", test_gate);
  g_test_add_func ("/review/one-answer-is-one-edit", test_one_answer_is_one_edit);
  g_test_add_func ("/review/answer-must-fit", test_answer_must_fit);
  g_test_add_func ("/review/rhythm", test_rhythm);
  g_test_add_func ("/review/check-in", test_check_in);
  g_test_add_func ("/review/old-answers-stay", test_old_answers_stay);

  return g_test_run ();
}
