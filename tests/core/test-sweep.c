/* test-sweep.c - a point laid on this day or that, and what holds a step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-sweep.h"

#include "core/segue-text.h"
#include "support/segue-test-core.h"

#define DAY segue_test_day

static SegueLayout *
lay_out (SeguePlan *plan)
{
  return segue_layout_new (plan, DAY ("2023-01-02"), SEGUE_SOLVE_DATES, NULL, NULL);
}

static SegueSweep *
sweep (SegueLayout *layout,
       const char  *text,
       const char  *from,
       const char  *until)
{
  SeguePoint point;

  g_assert_true (segue_layout_find_point (layout, text, &point));
  return segue_sweep_new (layout, point, DAY (from), DAY (until), NULL);
}

static gboolean
names (SegueSweep *self,
       SegueSlice  slice,
       const char *id)
{
  const SegueExploration *exploration = segue_sweep_get_exploration (self);

  for (gint32 i = 0; i < slice.n; i++)
    {
      const SegueRecord *rule =
        segue_layout_get_rule (segue_sweep_get_layout (self), exploration->refs[slice.first + i]);

      if (g_str_equal (segue_record_get_id (rule), id))
        return TRUE;
    }
  return FALSE;
}

static const char *
get_route (SegueSweep *self,
           gint32      day,
           const char *goal)
{
  const SegueExploration *exploration = segue_sweep_get_exploration (self);
  SegueLayout *layout = segue_sweep_get_layout (self);
  gint32 i = exploration->days[day].first_goal_route + segue_layout_find (layout, SEGUE_KIND_GOAL, goal);
  const SegueRecord *route = segue_layout_get_route (layout, exploration->goal_routes[i]);

  return route ? segue_record_get_id (route) : NULL;
}

/* In the sample one leaves after a result and before the term that it is for. */
static void
test_leaving (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (SegueLayout) layout = lay_out (plan);
  g_autoptr (SegueSweep) self = sweep (layout, "resign", "2023-06-10", "2024-03-10");
  const SegueExploration *exploration = segue_sweep_get_exploration (self);
  const SegueExploredRun *runs = exploration->runs;

  g_assert_cmpint (exploration->n_days, ==, 275);
  g_assert_cmpint (exploration->n_runs, ==, 2);
  g_assert_cmpint (runs[0].from, ==, DAY ("2023-06-15"));
  g_assert_cmpint (runs[0].until, ==, DAY ("2023-08-31"));
  g_assert_cmpint (runs[1].from, ==, DAY ("2023-09-14"));
  g_assert_cmpint (runs[1].until, ==, DAY ("2024-03-03"));
  g_assert_true (names (self, runs[0].begins_because, "after-result-f23"));
  g_assert_true (names (self, runs[0].ends_because, "enrol-f23-day"));
  g_assert_true (names (self, runs[1].begins_because, "after-result-s24"));
  g_assert_true (names (self, runs[1].ends_because, "resign-s24"));
  for (gint32 i = 0; i < exploration->n_days; i++)
    {
      SegueDay day = exploration->days[i].day;
      gboolean in_fall = day >= runs[0].from && day <= runs[0].until;
      gboolean in_spring = day >= runs[1].from && day <= runs[1].until;

      g_assert_cmpint (exploration->days[i].feasible, ==, in_fall || in_spring);
      g_assert_cmpstr (get_route (self, i, "grad"), ==, in_fall ? "fall23" : in_spring ? "spring24" : NULL);
      g_assert_null (get_route (self, i, "rest"));
    }
}

/* 1,200 units over 48 months from April 2020, yearly from the second year on. */
static void
test_kept (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (SegueLayout) layout = lay_out (plan);
  g_autoptr (SegueSweep) self = sweep (layout, "resign", "2023-03-31", "2024-04-02");
  static const struct
  {
    const char *day;
    gint64 kept;
  } cases[] = { { "2023-03-31", 600 }, { "2023-04-01", 900 }, { "2024-03-31", 900 }, { "2024-04-01", 1200 } };

  g_assert_cmpint (segue_layout_count_grants (layout), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SegueDay day = DAY (cases[i].day);
      const SegueKept *kept = segue_sweep_get_kept (self, day - DAY ("2023-03-31"), 0);

      g_assert_cmpint (kept->kept, ==, cases[i].kept);
      g_assert_cmpint (kept->forfeited, ==, 1200 - cases[i].kept);
      g_assert_cmpint (kept->exercisable_until, ==, day);
    }
  g_assert_null (segue_sweep_get_kept (self, -1, 0));
  g_assert_null (segue_sweep_get_kept (self, 0, 1));
}

#define HEAD "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02',"

/* Another point than that of leaving: employment ends where it takes it. */
static void
test_other_point (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    HEAD "'leaving':'quit','steps':[{'id':'quit','type':'milestone','title':'Quit'},"
    "{'id':'trip','type':'wait','days':10,'title':'Trip','leave':'unpaid'}],"
    "'rules':[{'id':'r','relation':'after','point':'quit','other':'trip.end','min':5,'text':'R'}],"
    "'grants':[{'id':'g','title':'G','kind':'share','units':10,'leave_counts':false,"
    "'tranches':[{'date':'2023-01-20','units':4},{'date':'2023-06-01','units':6}]}]}");
  g_autoptr (SegueLayout) layout = lay_out (plan);
  g_autoptr (SegueSweep) self = sweep (layout, "trip.start", "2023-01-02", "2023-01-31");

  /* From the 2nd: ten days to the 11th, leaving on the 16th, and the tranche of the 20th comes on the 30th. */
  g_assert_cmpint (segue_sweep_get_kept (self, 0, 0)->kept, ==, 0);
  /* From the 20th: the tranche is there, leaving on 3 February. */
  g_assert_cmpint (segue_sweep_get_kept (self, 18, 0)->kept, ==, 4);
  g_assert_cmpint (segue_sweep_get_kept (self, 18, 0)->exercisable_until, ==, SEGUE_DAY_NONE);
}

static void
test_nobody_leaves (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    HEAD "'steps':[{'id':'s','type':'milestone','title':'S'}],"
    "'grants':[{'id':'g','title':'G','kind':'share','units':10,'tranches':[{'date':'2030-01-20','units':10}]}]}");
  g_autoptr (SegueLayout) layout = lay_out (plan);
  g_autoptr (SegueSweep) self = sweep (layout, "s", "2023-01-02", "2023-01-02");
  g_autoptr (SegueSweep) none = sweep (layout, "s", "2023-01-02", "2023-01-01");
  SeguePoint point;

  g_assert_false (segue_layout_get_leaving (layout, &point));
  g_assert_cmpint (segue_sweep_get_kept (self, 0, 0)->kept, ==, 10);
  g_assert_cmpint (segue_sweep_get_exploration (none)->n_days, ==, 0);
}

static void
test_cancel (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (SegueLayout) layout = lay_out (plan);
  SeguePoint point;
  gint cancelled = 1;

  g_assert_true (segue_layout_get_leaving (layout, &point));
  g_assert_null (segue_sweep_new (layout, point, DAY ("2023-05-01"), DAY ("2023-06-10"), &cancelled));
}

static void
test_explain (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (SegueLayout) layout = lay_out (plan);
  gint32 n = 0;
  g_autofree SegueHolder *holders =
    segue_layout_explain (layout, segue_layout_find (layout, SEGUE_KIND_STEP, "apply-f23"), &n);
  g_autofree char *text = NULL;

  g_assert_cmpint (n, ==, 1);
  text = segue_text_holder (layout, &holders[0]);
  g_assert_cmpstr (text, ==, "Fall 2023 applications open on 27 March 2023.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sweep/leaving", test_leaving);
  g_test_add_func ("/sweep/kept", test_kept);
  g_test_add_func ("/sweep/other-point", test_other_point);
  g_test_add_func ("/sweep/nobody-leaves", test_nobody_leaves);
  g_test_add_func ("/sweep/cancel", test_cancel);
  g_test_add_func ("/sweep/explain", test_explain);
  return g_test_run ();
}
