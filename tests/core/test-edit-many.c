/* test-edit-many.c - links, lengths, several rows at once, the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"

#include "support/segue-test-core.h"

#define PLAN "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02'," \
  "'capacity':{'week':{'mon':120,'tue':120,'wed':120,'thu':120,'fri':120}}," \
  "'goals':[{'id':'goal','kind':'job','title':'Goal','routes':[{'id':'a','title':'A'}]}]," \
  "'steps':[{'id':'work','goal':'goal','type':'work','effort':[120,240,480],'title':'Work'}," \
  "{'id':'next','goal':'goal','type':'work','effort':600,'title':'Next'}," \
  "{'id':'wait','goal':'goal','route':'a','type':'wait','days':[2,4,8],'title':'Wait'}," \
  "{'id':'stone','type':'milestone','title':'Stone'}," \
  "{'id':'done','type':'work','effort':60,'status':'done','done_on':'2022-12-01','title':'Done'}]," \
  "'rules':[{'id':'r1','relation':'after','point':'next.start','other':'work.end'}," \
  "{'id':'r2','relation':'not-before','point':'stone','date':'2023-03-01'}," \
  "{'id':'r3','relation':'not-before','point':'wait.start','date':'2023-02-01'}]}"

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->plan = segue_test_parse_plan (PLAN);
  fixture->layout = segue_layout_new (fixture->plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  segue_layout_unref (fixture->layout);
  g_object_unref (fixture->plan);
}

/* Does what a verb answered, and nothing may have stood against it. */
static void
perform (Fixture        *fixture,
         SegueChangeSet *change_set,
         GError         *error,
         const char     *label)
{
  g_autoptr (SegueChangeSet) owned = change_set;

  g_assert_no_error (error);
  g_assert_cmpstr (segue_change_set_get_label (change_set), ==, label);
  g_assert_true (segue_plan_apply (fixture->plan, change_set, &error));
  segue_layout_unref (fixture->layout);
  fixture->layout = segue_layout_new (fixture->plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
}

static SegueDay
start_of (Fixture    *fixture,
          const char *id)
{
  return segue_layout_get_step_result (fixture->layout, id)->start;
}

static SegueDay
end_of (Fixture    *fixture,
        const char *id)
{
  return segue_layout_get_step_result (fixture->layout, id)->end;
}

static void
test_link (Fixture      *fixture,
           gconstpointer data)
{
  GError *error = NULL;
  const SegueRecord *rule;

  perform (fixture, segue_edit_link (fixture->plan, "stone", "work", &error), error, "Put “Work” After “Stone”");
  g_assert_cmpint (start_of (fixture, "work"), ==, segue_test_day ("2023-03-01"));
  g_assert_cmpuint (segue_plan_count (fixture->plan, SEGUE_KIND_RULE), ==, 4);
  rule = segue_plan_get_nth (fixture->plan, SEGUE_KIND_RULE, 3);
  g_assert_cmpint (segue_record_get_int (rule, SEGUE_RULE_RELATION), ==, SEGUE_RELATION_AFTER);
  g_assert_cmpstr (segue_record_get_string (rule, SEGUE_RULE_OTHER), ==, "stone");
  g_assert_cmpstr (segue_record_get_string (rule, SEGUE_RULE_POINT), ==, "work.start");
}

static void
test_link_again (Fixture      *fixture,
                 gconstpointer data)
{
  GError *error = NULL;

  perform (fixture, segue_edit_set_rule_enabled (fixture->plan, "r1", FALSE, &error), error,
           "Switch Off “Rule”");
  perform (fixture, segue_edit_link (fixture->plan, "work", "next", &error), error, "Put “Next” After “Work”");
  g_assert_true (segue_record_get_bool (segue_plan_find (fixture->plan, "r1"), SEGUE_RULE_ENABLED));
  g_assert_cmpuint (segue_plan_count (fixture->plan, SEGUE_KIND_RULE), ==, 3);
}

static void
test_link_circle (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) self = NULL;

  g_assert_null (segue_edit_link (fixture->plan, "next", "work", &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "“Next” already comes after “Work”: the two would wait for each other.");
  g_assert_null (segue_edit_link (fixture->plan, "work", "work", &self));
  g_assert_error (self, SEGUE_ERROR, SEGUE_ERROR_INVALID);
}

/* Work ends on Tuesday. Pulled to Wednesday it takes the hours of that day too. */
static void
test_resize_work (Fixture      *fixture,
                  gconstpointer data)
{
  GError *error = NULL;
  const gint32 *effort;

  g_assert_cmpint (end_of (fixture, "work"), ==, segue_test_day ("2023-01-03"));
  perform (fixture, segue_edit_resize (fixture->plan, fixture->layout, "work", segue_test_day ("2023-01-02"), &error),
           error, "Change the Length of “Work”");
  effort = segue_record_get_numbers (segue_plan_find (fixture->plan, "work"), SEGUE_STEP_EFFORT);
  g_assert_cmpint (effort[0], ==, 60);
  g_assert_cmpint (effort[1], ==, 120);
  g_assert_cmpint (effort[2], ==, 240);
  g_assert_cmpint (end_of (fixture, "work"), ==, segue_test_day ("2023-01-02"));

  g_assert_cmpint (end_of (fixture, "next"), ==, segue_test_day ("2023-01-09"));
  perform (fixture, segue_edit_resize (fixture->plan, fixture->layout, "next", segue_test_day ("2023-01-11"), &error),
           error, "Change the Length of “Next”");
  g_assert_cmpint (end_of (fixture, "next"), ==, segue_test_day ("2023-01-11"));
  effort = segue_record_get_numbers (segue_plan_find (fixture->plan, "next"), SEGUE_STEP_EFFORT);
  g_assert_cmpint (effort[0], ==, effort[1]);
  g_assert_cmpint (effort[2], ==, effort[1]);
}

/* Five days of two hours become seven; what was a guess is not told to the minute. */
static void
test_resize_guesses (void)
{
  Fixture fixture = { .plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','capacity':{'week':"
    "{'mon':120,'tue':120,'wed':120,'thu':120,'fri':120}},"
    "'steps':[{'id':'guess','type':'work','title':'Guess','effort':[230,600,1010]}]}") };
  GError *error = NULL;
  const gint32 *effort;

  fixture.layout = segue_layout_new (fixture.plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  perform (&fixture, segue_edit_resize (fixture.plan, fixture.layout, "guess", segue_test_day ("2023-01-10"), &error),
           error, "Change the Length of “Guess”");
  effort = segue_record_get_numbers (segue_plan_find (fixture.plan, "guess"), SEGUE_STEP_EFFORT);
  g_assert_cmpint (effort[0], ==, 330);
  g_assert_cmpint (effort[1], ==, 840);
  g_assert_cmpint (effort[2], ==, 1410);
  tear_down (&fixture, NULL);
}

/* Where others fill the hours it takes theirs, or they take its: the bar ends
 * where it is pulled to, as far as there are hours at all. */
static void
test_resize_among_others (gconstpointer data)
{
  g_autofree char *json = g_strdup_printf (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02',"
    "'capacity':{'week':{'mon':120,'tue':120,'wed':120,'thu':120,'fri':120}},"
    "'steps':[{'id':'held','type':'work','title':'Held','effort':240,'importance':%d},"
    "{'id':'other','type':'work','title':'Other','effort':1200,'importance':3}]}", GPOINTER_TO_INT (data));
  Fixture fixture = { .plan = segue_test_parse_plan (json) };
  static const char *const days_before[] = { "2023-01-06", "2023-01-17", "2023-01-24", "2023-01-04" };
  static const char *const days_behind[] = { "2023-01-20", "2023-01-18", "2023-01-24", "2023-01-19" };
  const char *const *days = GPOINTER_TO_INT (data) > 3 ? days_before : days_behind;

  fixture.layout = segue_layout_new (fixture.plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days_before); i++)
    {
      GError *error = NULL;

      perform (&fixture, segue_edit_resize (fixture.plan, fixture.layout, "held", segue_test_day (days[i]), &error),
               error, "Change the Length of “Held”");
      g_assert_cmpint (end_of (&fixture, "held"), ==, segue_test_day (days[i]));
    }
  tear_down (&fixture, NULL);
}

static void
test_resize_wait (Fixture      *fixture,
                  gconstpointer data)
{
  GError *error = NULL;
  const gint32 *days;

  perform (fixture, segue_edit_resize (fixture->plan, fixture->layout, "wait", segue_test_day ("2023-02-06"), &error),
           error, "Change the Length of “Wait”");
  days = segue_record_get_numbers (segue_plan_find (fixture->plan, "wait"), SEGUE_STEP_DAYS);
  g_assert_cmpint (days[0], ==, 3);
  g_assert_cmpint (days[1], ==, 6);
  g_assert_cmpint (days[2], ==, 12);
}

static void
test_resize_refused (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) point = NULL;
  g_autoptr (GError) done = NULL;

  g_assert_null (segue_edit_resize (fixture->plan, fixture->layout, "stone", segue_test_day ("2023-05-01"), &point));
  g_assert_error (point, SEGUE_ERROR, SEGUE_ERROR_INVALID);
  g_assert_null (segue_edit_resize (fixture->plan, fixture->layout, "done", segue_test_day ("2023-05-01"), &done));
  g_assert_error (done, SEGUE_ERROR, SEGUE_ERROR_INVALID);
}

static void
test_remove (Fixture      *fixture,
             gconstpointer data)
{
  const char *ids[] = { "work", "stone", NULL };
  GError *error = NULL;

  perform (fixture, segue_edit_remove_all (fixture->plan, ids, &error), error, "Remove 2 Items");
  g_assert_null (segue_plan_find (fixture->plan, "work"));
  g_assert_null (segue_plan_find (fixture->plan, "r1"));
  g_assert_null (segue_plan_find (fixture->plan, "stone"));
  g_assert_nonnull (segue_plan_find (fixture->plan, "wait"));
}

/* A route's step goes with it, and is not missed when its turn comes. */
static void
test_remove_with (Fixture      *fixture,
                  gconstpointer data)
{
  const char *ids[] = { "a", "wait", NULL };
  const char *unknown[] = { "work", "nothing", NULL };
  GError *error = NULL;

  perform (fixture, segue_edit_remove_all (fixture->plan, ids, &error), error, "Remove 2 Items");
  g_assert_null (segue_plan_find (fixture->plan, "wait"));
  g_assert_null (segue_edit_remove_all (fixture->plan, unknown, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND);
  g_error_free (error);
}

static void
test_status (Fixture      *fixture,
             gconstpointer data)
{
  const char *ids[] = { "work", "next", NULL };
  GError *error = NULL;

  perform (fixture, segue_edit_set_status_of_all (fixture->plan, ids, SEGUE_STATUS_DONE, segue_test_day ("2023-01-01"), &error),
           error, "Mark 2 Steps as Done");
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (segue_record_get_int (segue_plan_find (fixture->plan, ids[i]), SEGUE_STEP_STATUS), ==, SEGUE_STATUS_DONE);
}

static void
test_move (Fixture      *fixture,
           gconstpointer data)
{
  const char *ids[] = { "stone", "wait", NULL };
  SegueDay stone = start_of (fixture, "stone");
  SegueDay wait = start_of (fixture, "wait");
  GError *error = NULL;

  perform (fixture, segue_edit_move_all (fixture->plan, fixture->layout, ids, 10, &error), error, "Move 2 Steps");
  g_assert_cmpint (start_of (fixture, "stone"), ==, stone + 10);
  g_assert_cmpint (start_of (fixture, "wait"), ==, wait + 10);
}

static void
test_link_all (Fixture      *fixture,
               gconstpointer data)
{
  const char *ids[] = { "next", "wait", "stone", NULL };
  const char *circle[] = { "stone", "work", "next", NULL };
  GError *error = NULL;

  perform (fixture, segue_edit_link_all (fixture->plan, ids, &error), error, "Put 3 Steps in Order");
  g_assert_cmpuint (segue_plan_count (fixture->plan, SEGUE_KIND_RULE), ==, 5);
  g_assert_null (segue_edit_link_all (fixture->plan, circle, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID);
  g_error_free (error);
}

/* Into the same plan: new names, the same goal, its own rules. */
static void
test_paste_here (Fixture      *fixture,
                 gconstpointer data)
{
  const char *ids[] = { "work", "next", NULL };
  g_autoptr (SeguePlan) part = segue_plan_extract (fixture->plan, ids);
  GError *error = NULL;
  const SegueRecord *rule;

  g_assert_cmpuint (segue_plan_count (part, SEGUE_KIND_STEP), ==, 2);
  g_assert_cmpuint (segue_plan_count (part, SEGUE_KIND_RULE), ==, 1);
  perform (fixture, segue_edit_paste (fixture->plan, part, &error), error, "Paste 2 Steps");
  g_assert_cmpuint (segue_plan_count (fixture->plan, SEGUE_KIND_STEP), ==, 7);
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (fixture->plan, "work-2"), SEGUE_STEP_GOAL), ==, "goal");
  rule = segue_plan_find (fixture->plan, "r1-2");
  g_assert_cmpstr (segue_record_get_string (rule, SEGUE_RULE_POINT), ==, "next-2.start");
  g_assert_cmpstr (segue_record_get_string (rule, SEGUE_RULE_OTHER), ==, "work-2.end");
}

/* What was cut comes back as it was. */
static void
test_cut_and_paste (Fixture      *fixture,
                    gconstpointer data)
{
  const char *ids[] = { "wait", NULL };
  g_autoptr (SeguePlan) part = segue_plan_extract (fixture->plan, ids);
  GError *error = NULL;

  perform (fixture, segue_edit_remove_all (fixture->plan, ids, &error), error, "Remove “Wait”");
  perform (fixture, segue_edit_paste (fixture->plan, part, &error), error, "Paste “Wait”");
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (fixture->plan, "wait"), SEGUE_STEP_ROUTE), ==, "a");
  g_assert_cmpint (start_of (fixture, "wait"), ==, segue_test_day ("2023-02-01"));
}

/* Into a plan that knows neither goal nor route. */
static void
test_paste_elsewhere (Fixture      *fixture,
                      gconstpointer data)
{
  const char *ids[] = { "wait", NULL };
  g_autoptr (SeguePlan) part = segue_plan_extract (fixture->plan, ids);
  g_autoptr (SeguePlan) other = segue_test_parse_plan ("{'format':'segue-plan','version':1,'title':'O'}");
  g_autoptr (SegueChangeSet) change_set = segue_edit_paste (other, part, NULL);

  g_assert_true (segue_plan_apply (other, change_set, NULL));
  g_assert_false (segue_record_has (segue_plan_find (other, "wait"), SEGUE_STEP_GOAL));
  g_assert_nonnull (segue_plan_find (other, "r3"));
  g_assert_cmpuint (segue_plan_count (other, SEGUE_KIND_GOAL), ==, 0);
}

/* One more of the same goal, with routes, steps, rules and either-ors of its own. */
static void
test_paste_goal (Fixture      *fixture,
                 gconstpointer data)
{
  const char *ids[] = { "goal", NULL };
  g_autoptr (SeguePlan) part = segue_plan_extract (fixture->plan, ids);
  const SegueRecord *wait;
  GError *error = NULL;

  g_assert_cmpuint (segue_plan_count (part, SEGUE_KIND_STEP), ==, 3);
  g_assert_cmpuint (segue_plan_count (part, SEGUE_KIND_RULE), ==, 2);
  perform (fixture, segue_edit_paste (fixture->plan, part, &error), error, "Paste the Goal “Goal”");
  g_assert_cmpuint (segue_plan_count (fixture->plan, SEGUE_KIND_GOAL), ==, 2);
  g_assert_cmpstr (segue_record_get_title (segue_plan_find (fixture->plan, "goal-2")), ==, "Goal (copy)");
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (fixture->plan, "a-2"), SEGUE_ROUTE_GOAL), ==, "goal-2");
  wait = segue_plan_find (fixture->plan, "wait-2");
  g_assert_cmpstr (segue_record_get_string (wait, SEGUE_STEP_GOAL), ==, "goal-2");
  g_assert_cmpstr (segue_record_get_string (wait, SEGUE_STEP_ROUTE), ==, "a-2");
  g_assert_cmpint (start_of (fixture, "wait-2"), ==, segue_test_day ("2023-02-01"));
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (fixture->plan, "r1-2"), SEGUE_RULE_OTHER), ==, "work-2.end");
}

/* A goal without a step, with an either-or, goes into another plan under its own name. */
static void
test_paste_goal_elsewhere (Fixture      *fixture,
                           gconstpointer data)
{
  const char *ids[] = { "g", NULL };
  g_autoptr (SeguePlan) from = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'O','goals':[{'id':'g','kind':'job','title':'G',"
    "'routes':[{'id':'a','title':'A'},{'id':'b','title':'B'}]}],'exclusive':[{'id':'x','of':['a','b'],'text':''}]}");
  g_autoptr (SeguePlan) part = segue_plan_extract (from, ids);
  const char *const *members;
  GError *error = NULL;

  perform (fixture, segue_edit_paste (fixture->plan, part, &error), error, "Paste the Goal “G”");
  g_assert_cmpstr (segue_record_get_title (segue_plan_find (fixture->plan, "g")), ==, "G");
  members = segue_record_get_strings (segue_plan_find (fixture->plan, "x"), SEGUE_EXCLUSIVE_OF);
  g_assert_cmpstr (members[0], ==, "a-2");
  g_assert_cmpstr (members[1], ==, "b");
}

static void
test_duplicate (Fixture      *fixture,
                gconstpointer data)
{
  const char *steps[] = { "work", "next", NULL };
  const char *goal[] = { "goal", NULL };
  const char *nothing[] = { "a", NULL };
  GError *error = NULL;

  perform (fixture, segue_edit_duplicate (fixture->plan, steps, &error), error, "Duplicate 2 Steps");
  g_assert_cmpstr (segue_record_get_string (segue_plan_find (fixture->plan, "work-2"), SEGUE_STEP_GOAL), ==, "goal");
  perform (fixture, segue_edit_duplicate (fixture->plan, goal, &error), error, "Duplicate the Goal “Goal”");
  g_assert_cmpuint (segue_plan_count (fixture->plan, SEGUE_KIND_STEP), ==, 12);
  g_assert_null (segue_edit_duplicate (fixture->plan, nothing, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID);
  g_error_free (error);
}

static void
test_paste_nothing (Fixture      *fixture,
                    gconstpointer data)
{
  const char *ids[] = { "a", "nothing", NULL };
  g_autoptr (SeguePlan) empty = segue_test_parse_plan ("{'format':'segue-plan','version':1,'title':'O'}");
  g_autoptr (GError) error = NULL;

  g_assert_null (segue_plan_extract (fixture->plan, ids));
  g_assert_null (segue_edit_paste (fixture->plan, empty, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/core/edit/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("link/new", test_link);
  ADD ("link/again", test_link_again);
  ADD ("link/circle", test_link_circle);
  ADD ("link/all", test_link_all);
  ADD ("resize/work", test_resize_work);
  g_test_add_func ("/core/edit/resize/guesses", test_resize_guesses);
  g_test_add_data_func ("/core/edit/resize/before-others", GINT_TO_POINTER (5), test_resize_among_others);
  g_test_add_data_func ("/core/edit/resize/behind-others", GINT_TO_POINTER (1), test_resize_among_others);
  ADD ("resize/wait", test_resize_wait);
  ADD ("resize/refused", test_resize_refused);
  ADD ("many/remove", test_remove);
  ADD ("many/remove-with", test_remove_with);
  ADD ("many/status", test_status);
  ADD ("many/move", test_move);
  ADD ("paste/here", test_paste_here);
  ADD ("paste/cut", test_cut_and_paste);
  ADD ("paste/elsewhere", test_paste_elsewhere);
  ADD ("paste/duplicate", test_duplicate);
  ADD ("paste/goal", test_paste_goal);
  ADD ("paste/goal-elsewhere", test_paste_goal_elsewhere);
  ADD ("paste/nothing", test_paste_nothing);
#undef ADD

  return g_test_run ();
}
