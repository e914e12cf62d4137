/* test-edit.c - what each verb changes, and what it refuses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"

#include "core/segue-layout-private.h"
#include "support/segue-test-core.h"

#define HEAD "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','leaving':'stone'," \
  "'capacity':{'week':{'mon':120,'tue':120,'wed':120,'thu':120,'fri':120}},"
#define BODY \
  "'pools':[{'id':'pool','title':'Days','unit':'day','per_day':1},{'id':'pool2','title':'Money','unit':'won','per_day':9}]," \
  "'goals':[{'id':'goal','kind':'job','title':'Goal','routes':[{'id':'a','title':'A'},{'id':'b','title':'B'},{'id':'c','title':'C'}]}," \
  "{'id':'other','kind':'job','title':'Other','routes':[{'id':'d','title':'D'}]}]," \
  "'steps':[{'id':'stone','type':'milestone','title':'Stone'},{'id':'work','goal':'goal','type':'work','effort':240,'title':'Work'}," \
  "{'id':'wait','type':'wait','days':5,'title':'Wait','needs':[{'pool':'pool','per_day':1,'x':2},{'pool':'pool2','per_day':3}]}," \
  "{'id':'gate','goal':'goal','route':'a','type':'milestone','gate':true,'title':'Gate'}," \
  "{'id':'alone','goal':'goal','route':'b','type':'milestone','title':'Alone'}," \
  "{'id':'old','type':'milestone','title':'Old','status':'done','done_on':'2022-12-01'}," \
  "{'id':'fixed','type':'milestone','title':'Fixed'}]," \
  "'rules':[{'id':'r1','relation':'after','point':'stone','other':'work.end','text':'Work before stone.'}," \
  "{'id':'r2','relation':'not-after','point':'gate','date':'2023-06-01','text':'Gate by June.'}," \
  "{'id':'r3','relation':'on','point':'fixed','date':'2023-04-05','text':'Fixed for 5 April 2023.','label':'spring'," \
  "'source':'School','checked_on':'2022-12-01'}]," \
  "'exclusive':[{'id':'x','of':['a','b']},{'id':'y','of':['b','c','old']}]," \
  "'grants':[{'id':'grant','title':'Grant','kind':'share','units':100,'vest_from':'2023-01-01','total_months':12," \
  "'every_months':12,'exercise_point':'stone'}]," \
  "'journal':[{'on':'2023-01-01','about':'work','decided':'Go'}]}"

static SeguePlan *
make_plan (void)
{
  return segue_test_parse_plan (HEAD BODY);
}

static SegueLayout *
lay_out (SeguePlan *plan)
{
  return segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
}

/* Takes what a verb answered: it must be applicable, and its inverse must lead back. */
static void
take (SeguePlan      *plan,
      SegueChangeSet *change_set,
      GError         *error,
      const char     *label)
{
  g_autoptr (SeguePlan) before = segue_plan_copy (plan);
  g_autoptr (SegueChangeSet) owned = change_set;
  g_autoptr (SegueChangeSet) inverse = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (change_set);
  g_assert_cmpstr (segue_change_set_get_label (change_set), ==, label);
  inverse = segue_change_set_invert (change_set);
  g_assert_true (segue_plan_apply (plan, change_set, NULL));
  g_assert_true (segue_plan_apply (plan, inverse, NULL));
  segue_test_assert_equal (before, plan);
  g_assert_true (segue_plan_apply (plan, change_set, NULL));
}

static void
refused (SegueChangeSet *change_set,
         GError         *error,
         int             code,
         const char     *message)
{
  g_assert_null (change_set);
  g_assert_error (error, SEGUE_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
  g_error_free (error);
}

#define TAKE(plan, label, call) \
  G_STMT_START { \
    GError *error = NULL; \
    SegueChangeSet *answer = call; \
    take (plan, answer, error, label); \
  } G_STMT_END

#define REFUSED(code, message, call) \
  G_STMT_START { \
    GError *error = NULL; \
    SegueChangeSet *answer = call; \
    refused (answer, error, code, message); \
  } G_STMT_END

static void
move (SeguePlan  *plan,
      const char *point,
      const char *day,
      const char *label)
{
  g_autoptr (SegueLayout) layout = lay_out (plan);

  TAKE (plan, label, segue_edit_move_point (plan, layout, point, segue_test_day (day), &error));
}

static const SegueRecord *
find_placed (SeguePlan *plan)
{
  const SegueRecord *found = NULL;

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_RULE); i++)
    {
      const SegueRecord *rule = segue_plan_get_nth (plan, SEGUE_KIND_RULE, i);

      if (!segue_record_get_bool (rule, SEGUE_RULE_BY_HAND))
        continue;
      g_assert_null (found);
      found = rule;
    }
  return found;
}

static void
assert_placed (SeguePlan    *plan,
               const char   *point,
               SegueRelation relation,
               const char   *day,
               const char   *text)
{
  const SegueRecord *rule = find_placed (plan);

  g_assert_nonnull (rule);
  g_assert_cmpstr (segue_record_get_string (rule, SEGUE_RULE_POINT), ==, point);
  g_assert_cmpint (segue_record_get_int (rule, SEGUE_RULE_RELATION), ==, relation);
  g_assert_cmpint (segue_record_get_day (rule, SEGUE_RULE_DATE), ==, segue_test_day (day));
  g_assert_cmpstr (segue_record_get_title (rule), ==, text);
  g_assert_cmpstr (segue_record_get_string (rule, SEGUE_RULE_SOURCE), ==, "Placed by hand");
  g_assert_true (segue_record_get_bool (rule, SEGUE_RULE_ENABLED));
}

static SegueDay
get_start (SeguePlan  *plan,
           const char *step)
{
  g_autoptr (SegueLayout) layout = lay_out (plan);

  return segue_layout_get_step_result (layout, step)->start;
}

/* Later adds one rule, later again changes it, earlier than possible turns it round, back to where it lay takes it away. */
static void
test_move_one_rule (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  SegueDay natural = get_start (plan, "stone");

  g_assert_cmpint (natural, ==, segue_test_day ("2023-01-03"));
  move (plan, "stone", "2023-03-12", "Move “Stone”");
  assert_placed (plan, "stone", SEGUE_RELATION_NOT_BEFORE, "2023-03-12", "Not before 12 March 2023, placed by hand.");
  g_assert_cmpint (get_start (plan, "stone"), ==, segue_test_day ("2023-03-12"));

  move (plan, "stone", "2023-03-20", "Move “Stone”");
  assert_placed (plan, "stone", SEGUE_RELATION_NOT_BEFORE, "2023-03-20", "Not before 20 March 2023, placed by hand.");

  move (plan, "stone.end", "2023-02-01", "Move “Stone”");
  assert_placed (plan, "stone", SEGUE_RELATION_NOT_BEFORE, "2023-02-01", "Not before 1 February 2023, placed by hand.");
  g_assert_cmpint (get_start (plan, "stone"), ==, segue_test_day ("2023-02-01"));

  move (plan, "stone", "2023-01-02", "Move “Stone”");
  assert_placed (plan, "stone", SEGUE_RELATION_NOT_AFTER, "2023-01-02", "Not after 2 January 2023, placed by hand.");

  move (plan, "stone", "2023-02-10", "Move “Stone”");
  assert_placed (plan, "stone", SEGUE_RELATION_NOT_BEFORE, "2023-02-10", "Not before 10 February 2023, placed by hand.");

  move (plan, "stone", "2023-01-03", "Move “Stone”");
  g_assert_null (find_placed (plan));
  g_assert_cmpint (get_start (plan, "stone"), ==, natural);
}

static void
test_move_switched_off (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();

  move (plan, "stone", "2023-03-12", "Move “Stone”");
  TAKE (plan, "Switch Off “Not before 12 March 2023, placed by hand.”",
        segue_edit_set_rule_enabled (plan, segue_record_get_id (find_placed (plan)), FALSE, &error));
  move (plan, "stone", "2023-03-15", "Move “Stone”");
  assert_placed (plan, "stone", SEGUE_RELATION_NOT_BEFORE, "2023-03-15", "Not before 15 March 2023, placed by hand.");
}

static void
test_move_sides (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();

  move (plan, "work.start", "2023-02-01", "Move “Work”");
  assert_placed (plan, "work.start", SEGUE_RELATION_NOT_BEFORE, "2023-02-01", "Not before 1 February 2023, placed by hand.");
  g_assert_cmpint (get_start (plan, "work"), ==, segue_test_day ("2023-02-01"));
  TAKE (plan, "Remove “Not before 1 February 2023, placed by hand.”",
        segue_edit_remove (plan, segue_record_get_id (find_placed (plan)), &error));
  move (plan, "work.end", "2023-02-01", "Move “Work”");
  assert_placed (plan, "work.end", SEGUE_RELATION_NOT_BEFORE, "2023-02-01", "Not before 1 February 2023, placed by hand.");
}

/* Both ends of a wait go together: moving its end by some days moves its start by as many. */
static void
test_move_wait (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();

  move (plan, "wait.end", "2023-02-10", "Move “Wait”");
  assert_placed (plan, "wait.start", SEGUE_RELATION_NOT_BEFORE, "2023-02-06", "Not before 6 February 2023, placed by hand.");
  g_assert_cmpint (get_start (plan, "wait"), ==, segue_test_day ("2023-02-06"));
  move (plan, "wait.start", "2023-03-01", "Move “Wait”");
  assert_placed (plan, "wait.start", SEGUE_RELATION_NOT_BEFORE, "2023-03-01", "Not before 1 March 2023, placed by hand.");
}

static void
test_move_fixed (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  const SegueRecord *rule;

  move (plan, "fixed", "2023-04-12", "Move “Fixed” with Its Fixed Date");
  g_assert_null (find_placed (plan));
  rule = segue_plan_find (plan, "r3");
  g_assert_cmpint (segue_record_get_day (rule, SEGUE_RULE_DATE), ==, segue_test_day ("2023-04-12"));
  g_assert_cmpstr (segue_record_get_title (rule), ==, "Fixed for 12 April 2023.");
  g_assert_cmpint (segue_record_get_int (rule, SEGUE_RULE_CERTAINTY), ==, SEGUE_CERTAINTY_ASSUMED);
  g_assert_false (segue_record_has (rule, SEGUE_RULE_LABEL));
  g_assert_false (segue_record_has (rule, SEGUE_RULE_CHECKED_ON));
}

static void
test_move_fixed_wait (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    HEAD "'steps':[{'id':'stone','type':'milestone','title':'Stone'},{'id':'w','type':'wait','days':5,'title':'W'}],"
    "'rules':[{'id':'r','relation':'on','point':'w.end','date':'2023-02-10','text':'R'}]}");

  move (plan, "w.start", "2023-02-13", "Move “W” with Its Fixed Date");
  g_assert_cmpint (segue_record_get_day (segue_plan_find (plan, "r"), SEGUE_RULE_DATE), ==, segue_test_day ("2023-02-17"));
  g_assert_cmpint (get_start (plan, "w"), ==, segue_test_day ("2023-02-13"));
}

static void
test_move_nowhere (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SegueLayout) layout = lay_out (plan);
  g_autoptr (SegueChangeSet) change_set = segue_edit_move_point (plan, layout, "stone", get_start (plan, "stone"), NULL);

  g_assert_cmpuint (segue_change_set_count (change_set), ==, 0);
}

static void
test_move_refused (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SegueLayout) layout = lay_out (plan);
  SegueDay day = segue_test_day ("2023-03-01");

  REFUSED (SEGUE_ERROR_INVALID, "“Old” is done and stays where it happened.",
           segue_edit_move_point (plan, layout, "old", day, &error));
  REFUSED (SEGUE_ERROR_INVALID, "“Alone” is not on the chosen route and has no date to move.",
           segue_edit_move_point (plan, layout, "alone", day, &error));
  REFUSED (SEGUE_ERROR_INVALID, "“Stone” cannot move to 1 January 2023: that day has passed.",
           segue_edit_move_point (plan, layout, "stone", segue_test_day ("2023-01-01"), &error));
  REFUSED (SEGUE_ERROR_INVALID, "A date must lie in the years 1 to 9999.",
           segue_edit_move_point (plan, layout, "stone", SEGUE_DAY_NONE, &error));
  REFUSED (SEGUE_ERROR_INVALID, "“Work” has a start and an end: say which one moves.",
           segue_edit_move_point (plan, layout, "work", day, &error));
  REFUSED (SEGUE_ERROR_NOT_FOUND, "“nothing” is not in the plan.",
           segue_edit_move_point (plan, layout, "nothing.end", day, &error));
  REFUSED (SEGUE_ERROR_INVALID, "This comes from the grant “Grant” and changes only with it.",
           segue_edit_move_point (plan, layout, "grant@2024-01-01", day, &error));
  TAKE (plan, "Drop “Work”", segue_edit_set_status (plan, "work", SEGUE_STATUS_DROPPED, SEGUE_DAY_NONE, &error));
  REFUSED (SEGUE_ERROR_INVALID, "“Work” has been dropped. Reopen it before moving it.",
           segue_edit_move_point (plan, layout, "work.end", day, &error));
}

/* A day that other rules forbid is taken: the plan then says what is broken. */
static void
test_move_against_rules (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SegueLayout) layout = NULL;

  move (plan, "gate", "2023-07-01", "Move “Gate”");
  layout = lay_out (plan);
  g_assert_cmpint (segue_layout_get_schedule (layout)->n_conflicts, >, 0);
}

static SegueRecord *
with_string (SeguePlan  *plan,
             const char *id,
             guint       field,
             const char *value)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_find (plan, id));

  segue_record_builder_set_string (builder, field, value);
  return segue_record_builder_end (builder);
}

static void
test_set_record (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SegueRecord) renamed = with_string (plan, "work", SEGUE_STEP_TITLE, "Labour");
  g_autoptr (SegueRecord) dangling = with_string (plan, "work", SEGUE_STEP_GOAL, "nowhere");
  g_autoptr (SegueRecord) noted = NULL;

  TAKE (plan, "Rename “Work”", segue_edit_set_record (plan, renamed, &error));
  noted = with_string (plan, "work", SEGUE_STEP_NOTE, "Hard");
  TAKE (plan, "Change “Labour”", segue_edit_set_record (plan, noted, &error));
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (plan, "work"), SEGUE_STEP_NOTE), ==, "Hard");
  REFUSED (SEGUE_ERROR_INVALID, "“Work”: what “Goal” names, “nowhere”, does not exist.",
           segue_edit_set_record (plan, dangling, &error));
}

static void
test_set_type (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_find (plan, "stone"));
  g_autoptr (SegueRecord) work = NULL;

  segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, SEGUE_STEP_WORK);
  work = segue_record_builder_end (builder);
  TAKE (plan, "Change “Stone”", segue_edit_set_record (plan, work, &error));
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (plan, "r1"), SEGUE_RULE_POINT), ==, "stone.start");
  g_assert_cmpstr (segue_record_get_string (segue_plan_get_header (plan), SEGUE_PLAN_LEAVING), ==, "stone.end");
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (plan, "grant"), SEGUE_GRANT_EXERCISE_POINT), ==, "stone.end");
}

static void
test_set_goal_and_route (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SegueRecord) elsewhere = with_string (plan, "gate", SEGUE_STEP_GOAL, "other");
  g_autoptr (SegueRecord) on_route = with_string (plan, "work", SEGUE_STEP_ROUTE, "d");
  g_autoptr (SegueRecord) moved = with_string (plan, "d", SEGUE_ROUTE_GOAL, "goal");

  TAKE (plan, "Change “Gate”", segue_edit_set_record (plan, elsewhere, &error));
  g_assert_false (segue_record_has (segue_plan_find (plan, "gate"), SEGUE_STEP_ROUTE));
  TAKE (plan, "Change “Work”", segue_edit_set_record (plan, on_route, &error));
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (plan, "work"), SEGUE_STEP_GOAL), ==, "other");
  TAKE (plan, "Change “D”", segue_edit_set_record (plan, moved, &error));
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (plan, "work"), SEGUE_STEP_GOAL), ==, "goal");
}

/* The words of a rule by hand keep to its date; words of one's own make it an ordinary rule. */
static void
test_set_placed (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  SegueRecordBuilder *builder;
  g_autoptr (SegueRecord) redated = NULL;
  g_autoptr (SegueRecord) reworded = NULL;
  const char *id;

  move (plan, "stone", "2023-03-12", "Move “Stone”");
  id = segue_record_get_id (find_placed (plan));
  builder = segue_record_builder_new_from (find_placed (plan));
  segue_record_builder_set_day (builder, SEGUE_RULE_DATE, segue_test_day ("2023-05-01"));
  redated = segue_record_builder_end (builder);
  TAKE (plan, "Change “Not before 1 May 2023, placed by hand.”", segue_edit_set_record (plan, redated, &error));
  assert_placed (plan, "stone", SEGUE_RELATION_NOT_BEFORE, "2023-05-01", "Not before 1 May 2023, placed by hand.");
  id = segue_record_get_id (find_placed (plan));
  reworded = with_string (plan, id, SEGUE_RULE_TEXT, "I want it so.");
  TAKE (plan, "Change “I want it so.”", segue_edit_set_record (plan, reworded, &error));
  g_assert_null (find_placed (plan));
}

static void
test_add (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_STEP, "new");
  g_autoptr (SegueRecord) step = NULL;

  segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, "New");
  segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, SEGUE_STEP_WAIT);
  segue_record_builder_set_string (builder, SEGUE_STEP_ROUTE, "d");
  step = segue_record_builder_end (builder);
  TAKE (plan, "Add “New”", segue_edit_add_record (plan, step, &error));
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (plan, "new"), SEGUE_STEP_GOAL), ==, "other");
  REFUSED (SEGUE_ERROR_INVALID, "The id “new” is used twice.", segue_edit_add_record (plan, step, &error));
}

static void
test_remove_step (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();

  TAKE (plan, "Remove “Stone”", segue_edit_remove (plan, "stone", &error));
  g_assert_null (segue_plan_find (plan, "r1"));
  g_assert_false (segue_record_has (segue_plan_get_header (plan), SEGUE_PLAN_LEAVING));
  g_assert_false (segue_record_has (segue_plan_find (plan, "grant"), SEGUE_GRANT_EXERCISE_POINT));
  TAKE (plan, "Remove “Old”", segue_edit_remove (plan, "old", &error));
  g_assert_cmpuint (g_strv_length ((char **) segue_record_get_strings (segue_plan_find (plan, "y"), SEGUE_EXCLUSIVE_OF)), ==, 2);
  TAKE (plan, "Remove “Work”", segue_edit_remove (plan, "work", &error));
  g_assert_false (segue_record_has (segue_plan_get_nth (plan, SEGUE_KIND_JOURNAL, 0), SEGUE_JOURNAL_ABOUT));
}

static void
test_remove_goal (void)
{
  static const char *const gone[] = { "goal", "a", "b", "c", "work", "gate", "alone", "r1", "r2", "x", "y" };
  g_autoptr (SeguePlan) plan = make_plan ();

  TAKE (plan, "Remove “Goal”", segue_edit_remove (plan, "goal", &error));
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    g_assert_null (segue_plan_find (plan, gone[i]));
  g_assert_nonnull (segue_plan_find (plan, "stone"));
  g_assert_nonnull (segue_plan_find (plan, "d"));
}

static void
test_remove_pool (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();

  TAKE (plan, "Remove “Money”", segue_edit_remove (plan, "pool2", &error));
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (plan, "wait"), SEGUE_STEP_NEEDS), ==,
                   "[{\"pool\":\"pool\",\"per_day\":1,\"x\":2}]");
  TAKE (plan, "Remove “Days”", segue_edit_remove (plan, "pool", &error));
  g_assert_false (segue_record_has (segue_plan_find (plan, "wait"), SEGUE_STEP_NEEDS));
}

static void
test_remove_refused (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();

  REFUSED (SEGUE_ERROR_INVALID, "A plan cannot be removed from itself.",
           segue_edit_remove (plan, segue_plan_get_id (plan), &error));
  REFUSED (SEGUE_ERROR_NOT_FOUND, "“nothing” is not in the plan.", segue_edit_remove (plan, "nothing", &error));
  REFUSED (SEGUE_ERROR_INVALID, "This comes from the grant “Grant” and changes only with it.",
           segue_edit_remove (plan, "grant@from", &error));
}

static void
test_status (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  SegueDay before = segue_test_day ("2022-12-20"), today = segue_test_day ("2023-01-02");

  TAKE (plan, "Start “Work”", segue_edit_set_status (plan, "work", SEGUE_STATUS_DOING, today, &error));
  g_assert_cmpint (segue_record_get_day (segue_plan_find (plan, "work"), SEGUE_STEP_STARTED_ON), ==, today);
  TAKE (plan, "Mark “Work” as Done", segue_edit_set_status (plan, "work", SEGUE_STATUS_DONE, before, &error));
  g_assert_cmpint (segue_record_get_day (segue_plan_find (plan, "work"), SEGUE_STEP_DONE_ON), ==, before);
  g_assert_cmpint (segue_record_get_day (segue_plan_find (plan, "work"), SEGUE_STEP_STARTED_ON), ==, before);
  TAKE (plan, "Reopen “Work”", segue_edit_set_status (plan, "work", SEGUE_STATUS_TODO, SEGUE_DAY_NONE, &error));
  g_assert_false (segue_record_has (segue_plan_find (plan, "work"), SEGUE_STEP_STARTED_ON));
  g_assert_false (segue_record_has (segue_plan_find (plan, "work"), SEGUE_STEP_DONE_ON));
  REFUSED (SEGUE_ERROR_INVALID, "“Work” cannot have happened on 3 January 2023: that day is yet to come.",
           segue_edit_set_status (plan, "work", SEGUE_STATUS_DONE, today + 1, &error));
}

static void
test_outcome (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SegueLayout) layout = NULL;

  TAKE (plan, "Record What Came of “Gate”", segue_edit_set_outcome (plan, "gate", SEGUE_OUTCOME_FAILED, &error));
  layout = lay_out (plan);
  g_assert_cmpint (segue_layout_get_route_result (layout, "a")->status, ==, SEGUE_ROUTE_CLOSED);
  REFUSED (SEGUE_ERROR_INVALID, "“Stone” is not a milestone that decides a route.",
           segue_edit_set_outcome (plan, "stone", SEGUE_OUTCOME_PASSED, &error));
}

static char *
list_routes (SeguePlan *plan)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_ROUTE); i++)
    g_string_append (ids, segue_record_get_id (segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i)));
  return g_string_free_and_steal (ids);
}

static void
test_rank (void)
{
  static const struct
  {
    const char *route;
    guint place;
    const char *order; /* of the goal's routes */
  } cases[] = {
    { "c", 0, "cab" }, { "c", 1, "acb" }, { "a", 9, "cba" }, { "b", 1, "cba" }, { "a", 1, "cab" }, { "b", 0, "bca" },
  };
  g_autoptr (SeguePlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = g_strdup_printf (cases[i].place ? "Change the Rank of “%c”" : "Prefer “%c”",
                                                g_ascii_toupper (cases[i].route[0]));
      g_autofree char *order = NULL;
      g_auto (GStrv) goal_order = NULL;

      TAKE (plan, label, segue_edit_rank_route (plan, cases[i].route, cases[i].place, &error));
      order = list_routes (plan);
      goal_order = g_strsplit (order, "d", 2);
      g_assert_cmpstr (strlen (goal_order[0]) ? goal_order[0] : goal_order[1], ==, cases[i].order);
    }
}

/* Halving uses up the numbers between two neighbours after some fifty times. */
static void
test_rank_often (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();

  for (int i = 0; i < 300; i++)
    {
      const char *route = i % 2 ? "a" : "b";
      SegueChangeSet *change_set;
      g_autofree char *before = list_routes (plan);
      g_autofree char *after = NULL;

      change_set = segue_edit_rank_route (plan, i % 3 ? "c" : route, 1, NULL);
      g_assert_true (segue_plan_apply (plan, change_set, NULL));
      g_object_unref (change_set);
      after = list_routes (plan);
      g_assert_cmpuint (strlen (after), ==, 4);
    }
}

static void
test_remedies (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SegueLayout) layout = lay_out (plan);
  SegueSchedule *solved = layout->schedule;
  SegueRemedy remedies[] = {
    { SEGUE_REMEDY_ROUTE, .route = segue_layout_find (layout, SEGUE_KIND_ROUTE, "b") },
    { SEGUE_REMEDY_MOVE, .rule = segue_layout_find (layout, SEGUE_KIND_RULE, "r2"), .field = SEGUE_MOVE_DATE,
      .value = segue_test_day ("2023-07-01") },
    { SEGUE_REMEDY_MOVE, .rule = segue_layout_find (layout, SEGUE_KIND_RULE, "r1"), .field = SEGUE_MOVE_MIN, .value = -3 },
    { SEGUE_REMEDY_DISABLE, .rule = segue_layout_find (layout, SEGUE_KIND_RULE, "r3") },
    { SEGUE_REMEDY_CAPACITY, .minutes_per_week = 100, .from = segue_test_day ("2023-02-06"),
      .until = segue_test_day ("2023-02-19") },
    { SEGUE_REMEDY_DROP, .step = segue_layout_find (layout, SEGUE_KIND_STEP, "work") },
    { SEGUE_REMEDY_MOVE, .rule = segue_layout_find (layout, SEGUE_KIND_RULE, "r2"), .field = SEGUE_MOVE_DATE,
      .value = segue_test_day ("2023-08-01") },
    { SEGUE_REMEDY_CAPACITY, .minutes_per_week = 300, .from = segue_test_day ("2023-03-03"),
      .until = segue_test_day ("2023-03-03") },
  };
  SegueConflict conflict = { .route = segue_layout_find (layout, SEGUE_KIND_ROUTE, "a"),
                             .remedies = { 0, G_N_ELEMENTS (remedies) } };
  SegueSchedule schedule = { .conflicts = &conflict, .n_conflicts = 1,
                             .remedies = remedies, .n_remedies = G_N_ELEMENTS (remedies) };
  g_autofree char *order = NULL;
  g_autoptr (SegueLayout) richer = NULL;

  layout->schedule = &schedule;
  TAKE (plan, "Prefer “B”", segue_edit_apply_remedy (plan, layout, 0, 0, &error));
  order = list_routes (plan);
  g_assert_true (g_str_has_prefix (order, "b"));
  TAKE (plan, "Change “Gate by June.”", segue_edit_apply_remedy (plan, layout, 0, 1, &error));
  g_assert_cmpint (segue_record_get_day (segue_plan_find (plan, "r2"), SEGUE_RULE_DATE), ==, segue_test_day ("2023-07-01"));
  TAKE (plan, "Change “Work before stone.”", segue_edit_apply_remedy (plan, layout, 0, 2, &error));
  g_assert_cmpint (segue_record_get_int (segue_plan_find (plan, "r1"), SEGUE_RULE_MIN), ==, -3);
  TAKE (plan, "Switch Off “Fixed for 5 April 2023.”", segue_edit_apply_remedy (plan, layout, 0, 3, &error));
  TAKE (plan, "Find 1 h 40 min More a Week", segue_edit_apply_remedy (plan, layout, 0, 4, &error));
  richer = lay_out (plan);
  g_assert_cmpint (segue_layout_get_capacity (richer, segue_test_day ("2023-02-06")), ==, 135);
  g_assert_cmpint (segue_layout_get_capacity (richer, segue_test_day ("2023-02-18")), ==, 14);
  g_assert_cmpint (segue_layout_get_capacity (richer, segue_test_day ("2023-02-20")), ==, 120);
  TAKE (plan, "Find 43 min More", segue_edit_apply_remedy (plan, layout, 0, 7, &error));
  TAKE (plan, "Drop “Work”", segue_edit_apply_remedy (plan, layout, 0, 5, &error));
  REFUSED (SEGUE_ERROR_STALE, "“Gate by June.” has been changed in the meantime.",
           segue_edit_apply_remedy (plan, layout, 0, 6, &error));
  layout->schedule = solved;
}

static gboolean
has_conflict_of (SegueLayout *layout,
                 const char  *route,
                 int          gap)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  const SegueRouteResult *result = segue_layout_get_route_result (layout, route);

  for (gint32 i = 0; i < result->conflicts.n; i++)
    {
      if (schedule->conflicts[schedule->conflict_refs[result->conflicts.first + i]].gap == gap)
        return TRUE;
    }
  return FALSE;
}

/* What the engine found to help does help when it is applied: the conflict is gone. */
static void
test_remedies_help (void)
{
  g_autoptr (SeguePlan) sample = segue_test_load_sample ("en");
  g_autoptr (SegueLayout) layout = segue_layout_new (sample, 0, SEGUE_SOLVE_ALL, NULL, NULL);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  const SegueRouteResult *spring = segue_layout_get_route_result (layout, "spring23");
  int conflict = schedule->conflict_refs[spring->conflicts.first];
  SegueSlice remedies = schedule->conflicts[conflict].remedies;

  g_assert_cmpint (schedule->conflicts[conflict].gap, ==, 32);
  g_assert_cmpint (remedies.n, >, 0);
  for (gint32 i = remedies.first; i < remedies.first + remedies.n; i++)
    {
      g_autoptr (SeguePlan) plan = segue_plan_copy (sample);
      g_autoptr (GError) error = NULL;
      g_autoptr (SegueChangeSet) change_set = segue_edit_apply_remedy (plan, layout, conflict, i, &error);
      g_autoptr (SegueLayout) after = NULL;

      g_assert_no_error (error);
      g_test_message ("%s", segue_change_set_get_label (change_set));
      g_assert_true (segue_plan_apply (plan, change_set, NULL));
      after = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
      if (schedule->remedies[i].kind != SEGUE_REMEDY_ROUTE)
        g_assert_false (has_conflict_of (after, "spring23", 32));
      else
        g_assert_cmpstr (segue_layout_get_chosen_route (after, "grad"), ==,
                         segue_record_get_id (segue_layout_get_route (layout, schedule->remedies[i].route)));
    }
}

static void
test_import (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SeguePlan) sample = segue_test_load_sample ("en");
  g_autofree char *id = g_strdup (segue_plan_get_id (plan));

  TAKE (plan, "Import “From product manager to AI graduate school”", segue_edit_import (plan, sample, &error));
  g_assert_cmpstr (segue_plan_get_id (plan), ==, id);
  for (SegueKind kind = SEGUE_KIND_GOAL; kind < SEGUE_N_KINDS; kind++)
    {
      g_assert_cmpuint (segue_plan_count (plan, kind), ==, segue_plan_count (sample, kind));
      for (guint i = 0; i < segue_plan_count (plan, kind); i++)
        g_assert_true (segue_plan_get_nth (plan, kind, i) == segue_plan_get_nth (sample, kind, i));
    }
}

/* An id may come back as something of another kind. */
static void
test_import_other_kind (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SeguePlan) other = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'U','steps':[{'id':'goal','type':'milestone','title':'Was a goal'}]}");

  TAKE (plan, "Import “U”", segue_edit_import (plan, other, &error));
  g_assert_nonnull (segue_plan_find_kind (plan, SEGUE_KIND_STEP, "goal"));
  g_assert_cmpuint (segue_plan_count (plan, SEGUE_KIND_GOAL), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/core/edit/" name, func)
  ADD ("move/one-rule", test_move_one_rule);
  ADD ("move/switched-off", test_move_switched_off);
  ADD ("move/sides", test_move_sides);
  ADD ("move/wait", test_move_wait);
  ADD ("move/fixed", test_move_fixed);
  ADD ("move/fixed-wait", test_move_fixed_wait);
  ADD ("move/nowhere", test_move_nowhere);
  ADD ("move/refused", test_move_refused);
  ADD ("move/against-rules", test_move_against_rules);
  ADD ("set/record", test_set_record);
  ADD ("set/type", test_set_type);
  ADD ("set/goal-and-route", test_set_goal_and_route);
  ADD ("set/placed", test_set_placed);
  ADD ("add", test_add);
  ADD ("remove/step", test_remove_step);
  ADD ("remove/goal", test_remove_goal);
  ADD ("remove/pool", test_remove_pool);
  ADD ("remove/refused", test_remove_refused);
  ADD ("status", test_status);
  ADD ("outcome", test_outcome);
  ADD ("rank", test_rank);
  ADD ("rank-often", test_rank_often);
  ADD ("remedies", test_remedies);
  ADD ("remedies-help", test_remedies_help);
  ADD ("import", test_import);
  ADD ("import-other-kind", test_import_other_kind);
#undef ADD
  return g_test_run ();
}
