/* test-review.c - what needs a decision, and what answers do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-review.h"

#include "core/segue-baseline.h"
#include "core/segue-layout-private.h"
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

/* What is late misses something; that it has no slack is not said as well. */
static void
test_late_says_one_thing (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *cause = NULL;
  g_autofree char *more = NULL;

  segue_test_use_language ("en");
  load (&fixture, PLAN ("2023-01-01", "{'id':'from','relation':'not-before','point':'far','date':'2023-03-01'},"
                        "{'id':'by','relation':'not-after','point':'far','date':'2023-02-01','text':'They close in February.'}",
                        ",'obstacles':[{'id':'o','text':'No quiet','about':'far','since':'2022-12-31'}]"));
  items = segue_review_find_items (fixture.plan, fixture.layout, NULL);
  cause = segue_review_item_describe (items->pdata[1], segue_test_day ("2023-01-01"));
  more = segue_review_item_describe_more (items->pdata[1], fixture.plan, fixture.layout);
  g_assert_cmpstr (cause, ==, "28 days late, now 1 March 2023");
  g_assert_cmpstr (more, ==, "They close in February.\nIn the way: No quiet");
}

/* Where the search for the least came to no end, nobody is told that it is the least. */
static void
test_late_may_be_less (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *english = NULL;
  g_autofree char *korean = NULL;

  segue_test_use_language ("en");
  load (&fixture, PLAN ("2023-01-01", "{'id':'from','relation':'not-before','point':'far','date':'2023-03-01'},"
                        "{'id':'by','relation':'not-after','point':'far','date':'2023-02-01','text':'They close in February.'}", ""));
  items = segue_review_find_items (fixture.plan, fixture.layout, NULL);
  fixture.layout->schedule->broken_unproven = TRUE;
  english = segue_review_item_describe_more (items->pdata[1], fixture.plan, fixture.layout);
  g_assert_cmpstr (english, ==, "They close in February.\nThis is the least that was found; less may have to give way.");
  segue_test_use_language ("ko");
  korean = segue_review_item_describe_more (items->pdata[1], fixture.plan, fixture.layout);
  segue_test_use_language ("en");
  g_assert_cmpstr (korean, ==, "They close in February.\n찾은 것 가운데 가장 적은 규칙이며, 더 적은 규칙만 어겨도 될 수 있습니다.");
}

static void
test_reachable (void)
{
  g_auto (Fixture) fixture = { 0 };

  load (&fixture, PLAN ("2023-03-10", "{'id':'by','relation':'not-after','point':'later','date':'2023-04-01'}", ""));
  assert_items (&fixture, NULL, "gate result, due apply, due far, reachable spring");
}

/* What cannot be is told with its reason, and once. */
static void
test_impossible (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *why = NULL;

  load (&fixture, PLAN ("2023-01-10", "{'id':'from','relation':'not-before','point':'apply','date':'2023-04-10'},"
                        "{'id':'close','relation':'not-after','point':'apply','date':'2023-04-05'}", ""));
  items = segue_review_find_items (fixture.plan, fixture.layout, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const SegueReviewItem *item = items->pdata[i];

      if (g_str_equal (item->id, "fall"))
        {
          g_assert_cmpstr (item->title, ==, "Fall cannot be: 5 days short");
          why = segue_review_item_describe (item, segue_layout_get_now (fixture.layout));
        }
    }
  g_assert_cmpstr (why, ==, "Look for what would help, or drop it");
  tear_down (&fixture);
  load (&fixture, PLAN ("2023-01-10", "{'id':'from','relation':'not-before','point':'apply','date':'2023-04-10'},"
                        "{'id':'close','relation':'not-after','point':'apply','date':'2023-04-05'}",
                        ",'reviews':[{'id':'v','begun':'2023-01-01','finished':'2023-01-01'}],"
                        "'answers':[{'id':'a','review':'v','cause':'reachable','verdict':'kept','about':'fall','on':'2023-01-01'}]"));
  g_clear_pointer (&items, g_ptr_array_unref);
  items = segue_review_find_items (fixture.plan, fixture.layout, NULL);
  for (guint i = 0; i < items->len; i++)
    g_assert_cmpstr (((SegueReviewItem *) items->pdata[i])->id, !=, "fall");
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
  assert_items (&fixture, NULL, "due later, reachable fall, reason-ended d");
}

/* What was done on Monday is noted on Friday; in between the question was decided. */
static void
test_reason_ended_before_it_was_known (void)
{
  g_auto (Fixture) fixture = { 0 };

  load (&fixture, PLAN ("2023-03-30", "", ",'decisions':[{'id':'d','question':'Stay?'}],"
                        "'reasons':[{'id':'r','decision':'d','text':'Until I apply','event':'far'}]"));
  perform (&fixture, segue_edit_decide (fixture.plan, "d", "Stay", segue_test_day ("2023-03-29"), NULL));
  assert_items (&fixture, NULL, "gate result, due apply, due far");
  perform (&fixture, segue_edit_set_status (fixture.plan, "far", SEGUE_STATUS_DONE, segue_test_day ("2023-03-20"), NULL));
  assert_items (&fixture, NULL, "gate result, due apply, reason-ended d");
}

/* A gate that was failed has happened as well, and is asked about once. */
static void
test_reason_ends_with_a_result (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;

  load (&fixture, PLAN ("2023-06-15", RULES, ",'decisions':[{'id':'d','question':'Stay?','decided':'Stay'}],"
                        "'reasons':[{'id':'r','decision':'d','text':'Until I know','event':'result'}]"));
  perform (&fixture, segue_edit_set_outcome (fixture.plan, "result", SEGUE_OUTCOME_FAILED, NULL));
  assert_items (&fixture, NULL, "due later, reason-ended d");
  review = begin (&fixture);
  answer (&fixture, review, "d", SEGUE_VERDICT_KEPT, NULL, NULL);
  assert_items (&fixture, NULL, "due later");
}

/* The plan on another day, with all that was answered. */
static void
go_to (Fixture    *fixture,
       const char *day)
{
  const SegueRecord *header = segue_plan_get_header (fixture->plan);
  SegueRecordBuilder *builder = segue_record_builder_new_from (header);
  g_autoptr (SegueRecord) after = NULL;

  segue_record_builder_set_day (builder, SEGUE_PLAN_NOW, segue_test_day (day));
  after = segue_record_builder_end (builder);
  perform (fixture, segue_edit_set_record (fixture->plan, after, NULL));
}

static void
finish (Fixture    *fixture,
        const char *review)
{
  perform (fixture, segue_edit_finish_review (fixture->plan, review, segue_layout_get_now (fixture->layout), NULL));
}

/* Past its day the gate's route cannot be reached, and the gate lies nowhere: it is asked about all the same. */
static void
test_gate_never_vanishes (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  load (&fixture, PLAN ("2023-06-01", "{'id':'day','relation':'on','point':'result','date':'2023-06-15'},"
                        "{'id':'far-on','relation':'on','point':'far','date':'2024-01-01'}", ""));
  first = begin (&fixture);
  finish (&fixture, first);
  go_to (&fixture, "2023-06-20");
  g_assert_cmpstr (segue_layout_get_chosen_route (fixture.layout, "g"), ==, "spring");
  assert_items (&fixture, NULL, "gate result, due apply, due later");

  /* Kept, it waits for the next review, whose own baseline no longer knows it. */
  second = begin (&fixture);
  answer (&fixture, second, "result", SEGUE_VERDICT_KEPT, NULL, "No letter yet");
  answer (&fixture, second, "apply", SEGUE_VERDICT_DROPPED, NULL, NULL);
  answer (&fixture, second, "later", SEGUE_VERDICT_KEPT, NULL, NULL);
  finish (&fixture, second);
  assert_items (&fixture, NULL, "");
  go_to (&fixture, "2023-06-27");
  assert_items (&fixture, NULL, "gate result, due later");

  /* Nothing but an answer ends it. */
  perform (&fixture, segue_edit_set_outcome (fixture.plan, "result", SEGUE_OUTCOME_MISSED, NULL));
  assert_items (&fixture, NULL, "due later");
}

/* Nobody reviewed before, but what leads to the gate was done. */
static void
test_gate_of_a_route_begun (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;
  g_autofree char *told = NULL;
  g_autoptr (GPtrArray) items = NULL;

  segue_test_use_language ("en");
  load (&fixture, PLAN ("2023-06-20", RULES, ""));
  assert_items (&fixture, NULL, "due later, reachable fall");
  perform (&fixture, segue_edit_set_status (fixture.plan, "apply", SEGUE_STATUS_DONE, segue_test_day ("2023-03-28"), NULL));
  assert_items (&fixture, NULL, "gate result, due later");
  items = segue_review_find_items (fixture.plan, fixture.layout, NULL);
  told = segue_review_item_describe (items->pdata[0], segue_test_day ("2023-06-20"));
  g_assert_cmpstr (told, ==, "The result was due on 15 June 2023. What came of it?");
  g_assert_false (segue_review_item_allows (items->pdata[0], fixture.plan, fixture.layout, SEGUE_VERDICT_MOVED));

  /* A yes that came on its day brings the route back. */
  review = begin (&fixture);
  answer (&fixture, review, "result", SEGUE_VERDICT_PASSED, "2023-06-15", NULL);
  g_assert_cmpstr (segue_layout_get_chosen_route (fixture.layout, "g"), ==, "fall");
}

/* What was kept comes back with the rhythm, not on the same day. */
static void
test_kept_is_settled (void)
{
  static const struct
  {
    const char *rhythm;
    const char *still;
    const char *again;
  } cases[] = {
    { "weekly", "2023-03-23", "2023-03-24" },
    { "two-weeks", "2023-03-30", "2023-03-31" },
    { "monthly", "2023-04-16", "2023-04-17" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autofree char *review = NULL;
      g_autofree char *more = g_strdup_printf (",'slack_days':40,'review_rhythm':'%s'", cases[i].rhythm);
      g_autofree char *json = g_strconcat ("{'format':'segue-plan','version':1,'title':'P','now':'2023-03-17',"
                                           "'capacity':{'week':{'mon':60}},'steps':[{'id':'a','type':'milestone','title':'A'}],"
                                           "'rules':[{'id':'r1','relation':'not-before','point':'a','date':'2023-05-20'},"
                                           "{'id':'r2','relation':'not-after','point':'a','date':'2023-05-22'}]", more, "}", NULL);

      load (&fixture, json);
      assert_items (&fixture, NULL, "at-risk a");
      review = begin (&fixture);
      answer (&fixture, review, "a", SEGUE_VERDICT_KEPT, NULL, NULL);
      finish (&fixture, review);
      assert_items (&fixture, NULL, "");
      go_to (&fixture, cases[i].still);
      assert_items (&fixture, NULL, "");
      go_to (&fixture, cases[i].again);
      assert_items (&fixture, NULL, "at-risk a");
    }
}

/* What changes comes back at once: another cause, a day far off, its own day. */
static void
test_kept_is_asked_when_it_changes (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;

  load (&fixture, PLAN ("2023-06-01", "{'id':'day','relation':'on','point':'result','date':'2023-06-15'},"
                        "{'id':'far-by','relation':'not-after','point':'far','date':'2023-06-10'},"
                        "{'id':'far-from','relation':'not-before','point':'far','date':'2023-06-09'}",
                        ",'review_rhythm':'monthly'"));
  assert_items (&fixture, NULL, "gate result, due apply, due far, reachable spring");
  review = begin (&fixture);
  answer (&fixture, review, "result", SEGUE_VERDICT_KEPT, NULL, NULL);
  answer (&fixture, review, "apply", SEGUE_VERDICT_DONE, NULL, NULL);
  answer (&fixture, review, "far", SEGUE_VERDICT_KEPT, NULL, NULL);
  answer (&fixture, review, "spring", SEGUE_VERDICT_KEPT, NULL, NULL);
  finish (&fixture, review);
  assert_items (&fixture, NULL, "");
  /* Its own day has come; a route is in its last week. */
  go_to (&fixture, "2023-06-09");
  assert_items (&fixture, NULL, "due far, reachable spring");
  go_to (&fixture, "2023-06-12");
  /* It is no longer due but late. */
  assert_items (&fixture, NULL, "late far");
  go_to (&fixture, "2023-06-15");
  assert_items (&fixture, NULL, "gate result, late far");
}

static void
test_obstacle_waits_its_week (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;

  load (&fixture, PLAN ("2022-12-09", "{'id':'far-on','relation':'on','point':'far','date':'2024-01-01'},"
                        "{'id':'day','relation':'on','point':'result','date':'2023-06-15'},"
                        "{'id':'open','relation':'not-before','point':'apply','date':'2023-03-27'}",
                        ",'obstacles':[{'id':'o','text':'No quiet','about':'apply','since':'2022-12-01'}]"));
  assert_items (&fixture, NULL, "obstacle o");
  review = begin (&fixture);
  answer (&fixture, review, "o", SEGUE_VERDICT_KEPT, NULL, "Ask for a room");
  finish (&fixture, review);
  assert_items (&fixture, NULL, "");
  go_to (&fixture, "2022-12-16");
  assert_items (&fixture, NULL, "obstacle o");
  g_free (g_steal_pointer (&review));
  review = begin (&fixture);
  answer (&fixture, review, "o", SEGUE_VERDICT_CLEARED, NULL, NULL);
  finish (&fixture, review);
  go_to (&fixture, "2023-01-10");
  assert_items (&fixture, NULL, "");
}

/* The one verb of confirming: what was known to hold until a day is asked about, and the day is forgotten. */
static void
test_rule_expires (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;

  load (&fixture, PLAN ("2023-01-02", "{'id':'open','relation':'not-before','point':'apply','date':'2023-03-27',"
                        "'checked_on':'2022-11-20','expires_on':'2022-12-31'},"
                        "{'id':'day','relation':'on','point':'result','date':'2023-06-15'},"
                        "{'id':'far-on','relation':'on','point':'far','date':'2024-01-01'}", ""));
  assert_items (&fixture, NULL, "rule open");
  review = begin (&fixture);
  answer (&fixture, review, "open", SEGUE_VERDICT_CHECKED, NULL, NULL);
  g_assert_false (segue_record_has (segue_plan_find (fixture.plan, "open"), SEGUE_RULE_EXPIRES_ON));
  finish (&fixture, review);
  assert_items (&fixture, NULL, "");
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

/* Who missed it goes on by another way as well. */
static void
test_missed (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;
  g_autofree char *told = NULL;
  g_autoptr (GPtrArray) answers = NULL;

  segue_test_use_language ("en");
  load (&fixture, PLAN ("2023-06-15", "{'id':'day','relation':'on','point':'result','date':'2023-06-15'}", ""));
  review = begin (&fixture);
  answer (&fixture, review, "result", SEGUE_VERDICT_MISSED, NULL, "I was ill");
  g_assert_cmpint (segue_record_get_int (segue_plan_find (fixture.plan, "result"), SEGUE_STEP_OUTCOME), ==, SEGUE_OUTCOME_MISSED);
  g_assert_cmpstr (segue_layout_get_chosen_route (fixture.layout, "g"), ==, "spring");
  answers = segue_review_get_answers (fixture.plan, review);
  told = segue_review_answer_describe (answers->pdata[0]);
  g_assert_cmpstr (told, ==, "Missed\nI was ill");
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
  perform (&fixture, segue_edit_decide (fixture.plan, "d", "Go", segue_test_day ("2022-11-30"), NULL));
  perform (&fixture, segue_edit_reopen_decision (fixture.plan, "d", segue_test_day ("2022-12-01"), NULL));
  g_assert_false (segue_record_has (segue_plan_find (fixture.plan, "d"), SEGUE_DECISION_DECIDED));
  /* What came with the plan had no entry of its own; it has one before it is overwritten, with its day. */
  entry = segue_plan_get_nth (fixture.plan, SEGUE_KIND_JOURNAL, 0);
  g_assert_cmpstr (segue_record_get_string (entry, SEGUE_JOURNAL_DECIDED), ==, "Stay");
  g_assert_cmpint (segue_record_get_day (entry, SEGUE_JOURNAL_ON), ==, segue_test_day ("2022-06-06"));
  entry = segue_plan_get_nth (fixture.plan, SEGUE_KIND_JOURNAL, 1);
  g_assert_cmpstr (segue_record_get_string (entry, SEGUE_JOURNAL_DECIDED), ==, "Go");
  g_assert_cmpstr (segue_record_get_strings (entry, SEGUE_JOURNAL_FOR)[0], ==, "The bonus");
  g_assert_cmpstr (segue_record_get_strings (entry, SEGUE_JOURNAL_AGAINST)[0], ==, "No growth");

  perform (&fixture, segue_edit_remove_decision (fixture.plan, "d", NULL));
  g_assert_cmpuint (segue_plan_count (fixture.plan, SEGUE_KIND_REASON), ==, 0);
  g_assert_cmpuint (segue_plan_count (fixture.plan, SEGUE_KIND_JOURNAL), ==, 2);
}

static void
test_reopening_keeps_the_answer (void)
{
  g_auto (Fixture) fixture = { 0 };
  const SegueRecord *entry;

  load (&fixture, PLAN ("2022-12-01", RULES, DECISION));
  perform (&fixture, segue_edit_reopen_decision (fixture.plan, "d", segue_test_day ("2022-12-01"), NULL));
  g_assert_cmpuint (segue_plan_count (fixture.plan, SEGUE_KIND_JOURNAL), ==, 1);
  entry = segue_plan_get_nth (fixture.plan, SEGUE_KIND_JOURNAL, 0);
  g_assert_cmpstr (segue_record_get_string (entry, SEGUE_JOURNAL_DECIDED), ==, "Stay");
  g_assert_cmpint (segue_record_get_day (entry, SEGUE_JOURNAL_ON), ==, segue_test_day ("2022-06-06"));

  /* Decided, reopened: what the journal has is not written twice. */
  perform (&fixture, segue_edit_decide (fixture.plan, "d", "Go", segue_test_day ("2022-12-01"), NULL));
  perform (&fixture, segue_edit_reopen_decision (fixture.plan, "d", segue_test_day ("2022-12-02"), NULL));
  g_assert_cmpuint (segue_plan_count (fixture.plan, SEGUE_KIND_JOURNAL), ==, 2);
  entry = segue_plan_get_nth (fixture.plan, SEGUE_KIND_JOURNAL, 1);
  /* The bonus had ended by then, and no longer counted. */
  g_assert_null (segue_record_get_strings (entry, SEGUE_JOURNAL_FOR));
}

static void
test_decided_anew_in_a_review (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *review = NULL;
  g_autofree char *told = NULL;
  g_autofree char *described = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  SegueReviewAnswer given = { SEGUE_VERDICT_REOPENED, .why = "Nothing holds me", .decided = "Go" };

  segue_test_use_language ("en");
  load (&fixture, PLAN ("2022-12-01", RULES, DECISION));
  described = segue_decision_describe (fixture.plan, segue_plan_find (fixture.plan, "d"), segue_test_day ("2022-12-01"));
  g_assert_cmpstr (described, ==, "Decided on 6 June 2022: Stay\nNo longer holds: The bonus\n1 of 2 reasons still hold");
  review = begin (&fixture);
  items = segue_review_find_items (fixture.plan, fixture.layout, review);
  perform (&fixture, segue_edit_answer (fixture.plan, fixture.layout, review, items->pdata[0], &given, NULL));
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (fixture.plan, "d"), SEGUE_DECISION_DECIDED), ==, "Go");
  assert_items (&fixture, review, "rule close");
  answers = segue_review_get_answers (fixture.plan, review);
  told = segue_review_answer_describe (answers->pdata[0]);
  g_assert_cmpstr (told, ==, "Reopened\nNothing holds me\nDecided: Go. Before: Stay");
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
  g_test_add_func ("/review/late-says-one-thing", test_late_says_one_thing);
  g_test_add_func ("/review/late-may-be-less", test_late_may_be_less);
  g_test_add_func ("/review/reachable", test_reachable);
  g_test_add_func ("/review/impossible", test_impossible);
  g_test_add_func ("/review/obstacles", test_obstacles);
  g_test_add_func ("/review/reason-ends-on-a-day", test_reason_ends_on_a_day);
  g_test_add_func ("/review/reason-ends-with-a-step", test_reason_ends_with_a_step);
  g_test_add_func ("/review/answers-are-kept", test_answers_are_kept);
  g_test_add_func ("/review/gate", test_gate);
  g_test_add_func ("/review/missed", test_missed);
  g_test_add_func ("/review/one-answer-is-one-edit", test_one_answer_is_one_edit);
  g_test_add_func ("/review/answer-must-fit", test_answer_must_fit);
  g_test_add_func ("/review/rhythm", test_rhythm);
  g_test_add_func ("/review/check-in", test_check_in);
  g_test_add_func ("/review/old-answers-stay", test_old_answers_stay);
  g_test_add_func ("/review/reason-ended-before-it-was-known", test_reason_ended_before_it_was_known);
  g_test_add_func ("/review/reason-ends-with-a-result", test_reason_ends_with_a_result);
  g_test_add_func ("/review/gate-never-vanishes", test_gate_never_vanishes);
  g_test_add_func ("/review/gate-of-a-route-begun", test_gate_of_a_route_begun);
  g_test_add_func ("/review/kept-is-settled", test_kept_is_settled);
  g_test_add_func ("/review/kept-is-asked-when-it-changes", test_kept_is_asked_when_it_changes);
  g_test_add_func ("/review/obstacle-waits-its-week", test_obstacle_waits_its_week);
  g_test_add_func ("/review/rule-expires", test_rule_expires);
  g_test_add_func ("/review/reopening-keeps-the-answer", test_reopening_keeps_the_answer);
  g_test_add_func ("/review/decided-anew-in-a-review", test_decided_anew_in_a_review);

  return g_test_run ();
}
