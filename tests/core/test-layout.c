/* test-layout.c - the way from a plan to the engine and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-layout.h"

#include "support/segue-test-core.h"

#define HEAD "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02',"

static SegueLayout *
lay_out (SeguePlan *plan)
{
  return segue_layout_new (plan, segue_test_day ("2023-01-02"), SEGUE_SOLVE_ALL, NULL, NULL);
}

static void
test_sample (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (SegueLayout) layout = lay_out (plan);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  const SegueRouteResult *spring = segue_layout_get_route_result (layout, "spring23");
  const SegueConflict *conflict;
  static const char *const chain[] = { "enrol-s23-day", "resign-s23", "exercise-employed", "exercise-from" };
  guint found = 0;

  g_assert_true (schedule->feasible);
  g_assert_cmpint (segue_layout_get_now (layout), ==, segue_test_day ("2022-06-06"));
  g_assert_cmpstr (segue_layout_get_chosen_route (layout, "grad"), ==, "fall23");
  g_assert_cmpint (spring->status, ==, SEGUE_ROUTE_INFEASIBLE);
  g_assert_cmpint (spring->conflicts.n, >=, 1);

  conflict = &schedule->conflicts[schedule->conflict_refs[spring->conflicts.first]];
  g_assert_cmpint (conflict->kind, ==, SEGUE_CONFLICT_DATES);
  g_assert_cmpint (conflict->gap, ==, 32);
  g_assert_cmpint (conflict->rules.n, ==, 4);
  for (gint32 i = 0; i < conflict->rules.n; i++)
    {
      const SegueRecord *rule = segue_layout_get_rule (layout, schedule->refs[conflict->rules.first + i]);

      for (guint j = 0; j < G_N_ELEMENTS (chain); j++)
        found += g_str_equal (segue_record_get_id (rule), chain[j]);
    }
  g_assert_cmpuint (found, ==, G_N_ELEMENTS (chain));
}

static void
test_indexes (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (SegueLayout) layout = lay_out (plan);
  const SegueProblem *problem = segue_layout_get_problem (layout);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    {
      const SegueRecord *step = segue_plan_get_nth (plan, SEGUE_KIND_STEP, i);

      g_assert_true (segue_layout_get_step (layout, (int) i) == step);
      g_assert_cmpint (segue_layout_find (layout, SEGUE_KIND_STEP, segue_record_get_id (step)), ==, i);
      g_assert_false (segue_layout_is_emitted (layout, SEGUE_KIND_STEP, (int) i));
    }
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_RULE); i++)
    g_assert_true (segue_layout_get_rule (layout, (int) i) == segue_plan_get_nth (plan, SEGUE_KIND_RULE, i));
  g_assert_cmpint (problem->n_goals, ==, 4);
  g_assert_cmpint (problem->n_routes, ==, 3);
  g_assert_cmpint (segue_layout_find (layout, SEGUE_KIND_GOAL, "fall23"), ==, -1);
  g_assert_cmpint (segue_layout_find (layout, SEGUE_KIND_ROUTE, "nothing"), ==, -1);
  g_assert_null (segue_layout_get_step_result (layout, "nothing"));
  g_assert_null (segue_layout_get_step (layout, -1));
}

static void
test_capacity (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    HEAD "'capacity':{'week':{'mon':60,'sun':30},"
    "'periods':[{'from':'2023-02-06','until':'2023-02-13','week':{'mon':10,'tue':20}},"
    "           {'from':'2023-02-13','until':'2023-02-13','week':{'mon':5}}],"
    "'days_off':[{'date':'2023-02-07'}]}}");
  g_autoptr (SegueLayout) layout = lay_out (plan);
  static const struct
  {
    const char *day;
    int minutes;
  } cases[] = {
    { "2023-01-30", 60 }, { "2023-01-31", 0 }, { "2023-02-05", 30 }, { "2023-02-06", 10 },
    { "2023-02-07", 0 }, { "2023-02-12", 30 }, { "2023-02-13", 5 }, { "2023-02-14", 0 }, { "2023-02-20", 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (segue_layout_get_capacity (layout, segue_test_day (cases[i].day)), ==, cases[i].minutes);
}

/* Routes stand goal by goal for the engine, in whatever order they stand in the plan. */
static void
test_routes_by_goal (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    HEAD "'goals':[{'id':'a','title':'A','kind':'job','routes':[{'id':'a1','title':'1'},{'id':'a2','title':'2'}]},"
    "{'id':'b','title':'B','kind':'job','importance':5,'routes':[{'id':'b1','title':'1'}]}],"
    "'steps':[{'id':'s','route':'b1','type':'milestone','title':'S'},"
    "{'id':'t','type':'milestone','title':'T'},{'id':'u','goal':'b','importance':1,'type':'milestone','title':'U'}]}");
  g_autoptr (SegueChangeSet) set = segue_change_set_new ("Rank");
  g_autoptr (SegueLayout) layout = NULL;
  const SegueProblem *problem;

  for (int i = 0; i < 2; i++)
    {
      const SegueRecord *route = segue_plan_find (plan, i ? "a2" : "b1");
      SegueRecordBuilder *builder = segue_record_builder_new_from (route);
      g_autoptr (SegueRecord) moved = NULL;

      segue_record_builder_set_rank (builder, i ? 100 : -100);
      moved = segue_record_builder_end (builder);
      segue_change_set_add (set, route, moved);
    }
  g_assert_true (segue_plan_apply (plan, set, NULL));
  layout = lay_out (plan);
  problem = segue_layout_get_problem (layout);
  g_assert_cmpint (problem->goals[0].first_route, ==, 0);
  g_assert_cmpint (problem->goals[0].n_routes, ==, 2);
  g_assert_cmpint (problem->goals[1].first_route, ==, 2);
  g_assert_cmpstr (segue_record_get_id (segue_layout_get_route (layout, 0)), ==, "a1");
  g_assert_cmpstr (segue_record_get_id (segue_layout_get_route (layout, 2)), ==, "b1");
  g_assert_cmpint (problem->steps[0].goal, ==, 1);
  g_assert_cmpint (problem->steps[0].importance, ==, 5);
  g_assert_cmpint (problem->steps[1].goal, ==, -1);
  g_assert_cmpint (problem->steps[1].importance, ==, 3);
  g_assert_cmpint (problem->steps[2].importance, ==, 1);
}

static void
test_movable (void)
{
  static const char *const endings[] = {
    "'certainty':'assumed','source':'S'", "'certainty':'hearsay','source':'S'", "'certainty':'confirmed'",
    "'source':'S','by_hand':true", "'source':'S'", "'certainty':'confirmed','source':'S'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *json =
        g_strconcat (HEAD "'steps':[{'id':'s','type':'milestone','title':'S'}],"
                     "'rules':[{'id':'r','relation':'on','point':'s','date':'2023-02-01','text':'R',", endings[i], "}]}", NULL);
      g_autoptr (SeguePlan) plan = segue_test_parse_plan (json);
      g_autoptr (SegueLayout) layout = lay_out (plan);

      g_assert_true (segue_layout_get_problem (layout)->rules[0].movable == (i < 4));
    }
}

#define GRANT \
  "'goals':[{'id':'g','kind':'vesting','title':'G'}]," \
  "'steps':[{'id':'resign','type':'milestone','title':'Resign'}," \
  "{'id':'use','goal':'g','type':'wait','days':3,'title':'Exercise'}," \
  "{'id':'leave','type':'wait','days':10,'leave':'unpaid','title':'Leave'}]," \
  "'rules':[{'id':'r','relation':'on','point':'resign','date':'2023-10-01','text':'R'}," \
  "{'id':'l','relation':'on','point':'leave.start','date':'2023-03-01','text':'L'}]," \
  "'leaving':'resign'," \
  "'grants':[{'id':'gr','title':'Options','kind':'option','units':1000,'vest_from':'2022-01-15'," \
  "'cliff_months':12,'every_months':6,'total_months':24,'exercise_point':'use.end','exercise_from':'2023-06-01'," \
  "'exercise_until':'2024-06-01','exercise_after_leaving_days':30"

static void
test_grant (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (HEAD GRANT "}]}");
  g_autoptr (SegueLayout) layout = lay_out (plan);
  const SegueStepResult *vest = segue_layout_get_step_result (layout, "gr@2023-07-15");
  g_autofree SegueTranche *tranches = NULL;
  gint32 n_tranches;
  int step = segue_layout_find (layout, SEGUE_KIND_STEP, "gr@2023-07-15");
  int rule = segue_layout_find (layout, SEGUE_KIND_RULE, "gr@employed");
  const SegueRuleSpec *spec;

  g_assert_true (segue_layout_get_schedule (layout)->feasible);
  g_assert_nonnull (vest);
  g_assert_cmpint (vest->start, ==, segue_test_day ("2023-07-15"));
  g_assert_true (segue_layout_is_emitted (layout, SEGUE_KIND_STEP, step));
  g_assert_cmpstr (segue_record_get_title (segue_layout_get_step (layout, step)), ==, "Options: 250 units vest");
  g_assert_cmpstr (segue_record_get_string (segue_layout_get_step (layout, step), SEGUE_STEP_GOAL), ==, "g");
  g_assert_nonnull (segue_layout_get_step_result (layout, "gr@2023-01-15"));
  g_assert_nonnull (segue_layout_get_step_result (layout, "gr@2024-01-15"));

  g_assert_true (segue_layout_is_emitted (layout, SEGUE_KIND_RULE, rule));
  spec = &segue_layout_get_problem (layout)->rules[rule];
  g_assert_cmpint (spec->relation, ==, SEGUE_RELATION_AFTER);
  g_assert_cmpint (spec->min, ==, -30);
  g_assert_false (spec->movable);
  g_assert_cmpint (segue_layout_get_step_result (layout, "use")->end, ==, segue_test_day ("2023-06-01"));

  tranches = segue_layout_get_vesting (layout, segue_plan_find (plan, "gr"), &n_tranches);
  g_assert_cmpint (n_tranches, ==, 3);
  g_assert_cmpint (tranches[0].units, ==, 500);
  g_assert_cmpint (segue_layout_get_exercisable_until (layout, segue_plan_find (plan, "gr"), segue_test_day ("2023-10-01")),
                   ==, segue_test_day ("2023-10-31"));
}

/* Unpaid leave in March moves what vests behind it by its ten days. */
static void
test_grant_with_leave (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (HEAD GRANT ",'leave_counts':false}]}");
  g_autoptr (SegueLayout) layout = lay_out (plan);

  g_assert_nonnull (segue_layout_get_step_result (layout, "gr@2023-01-15"));
  g_assert_nonnull (segue_layout_get_step_result (layout, "gr@2023-07-25"));
  g_assert_null (segue_layout_get_step_result (layout, "gr@2023-07-15"));
}

static void
test_pools (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    HEAD "'pools':[{'id':'p','title':'Leave days','unit':'days','per_day':1}],"
    "'steps':[{'id':'a','type':'wait','days':5,'title':'A','needs':[{'pool':'p','per_day':1}]},"
    "{'id':'b','type':'wait','days':5,'title':'B','needs':[{'pool':'p','per_day':1}]}]}");
  g_autoptr (SegueLayout) layout = lay_out (plan);
  const SegueProblem *problem = segue_layout_get_problem (layout);
  const SegueStepResult *a = segue_layout_get_step_result (layout, "a");
  const SegueStepResult *b = segue_layout_get_step_result (layout, "b");

  g_assert_cmpint (problem->n_needs, ==, 2);
  g_assert_cmpint (problem->needs[problem->steps[1].first_need].per_day, ==, 1);
  g_assert_true (a->end < b->start || b->end < a->start);
}

static void
test_today (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','steps':[{'id':'s','type':'milestone','title':'S'}]}");
  g_autoptr (SegueLayout) layout = lay_out (plan);

  g_assert_cmpint (segue_layout_get_now (layout), ==, segue_test_day ("2023-01-02"));
  g_assert_cmpint (segue_layout_get_step_result (layout, "s")->start, ==, segue_test_day ("2023-01-02"));
}

/* The same steps in another order are still known from the schedule before. */
static void
test_previous (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (SegueLayout) before = lay_out (plan);
  g_autoptr (SegueLayout) after = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, before, NULL);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    g_assert_cmpint (segue_layout_get_schedule (before)->steps[i].start, ==, segue_layout_get_schedule (after)->steps[i].start);
}

static void
test_cancelled (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  gint cancelled = 1;

  g_assert_null (segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, &cancelled));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/layout/sample", test_sample);
  g_test_add_func ("/core/layout/indexes", test_indexes);
  g_test_add_func ("/core/layout/capacity", test_capacity);
  g_test_add_func ("/core/layout/routes-by-goal", test_routes_by_goal);
  g_test_add_func ("/core/layout/movable", test_movable);
  g_test_add_func ("/core/layout/grant", test_grant);
  g_test_add_func ("/core/layout/grant-with-leave", test_grant_with_leave);
  g_test_add_func ("/core/layout/pools", test_pools);
  g_test_add_func ("/core/layout/today", test_today);
  g_test_add_func ("/core/layout/previous", test_previous);
  g_test_add_func ("/core/layout/cancelled", test_cancelled);
  return g_test_run ();
}
