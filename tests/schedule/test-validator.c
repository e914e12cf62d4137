/* test-validator.c - the validator sees each kind of wrong claim
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two schedules made by hand are right; each row of the tables below makes one
 * claim of them wrong and says what has to be found.
 */
#include "support/segue-test-plan.h"
#include "support/segue-test-validator.h"

#include <string.h>

#define NOW 18995 /* 2022-01-03, a Monday */

typedef struct
{
  SegueTestPlan *plan;
  SegueSchedule schedule;
  SegueGoalResult goals[2];
  SegueRouteResult routes[4];
  SegueStepResult steps[8];
  SegueMinutes minutes[4];
  SegueBroken broken[2];
  SegueConflict conflicts[2];
  gint32 conflict_refs[2];
  gint32 refs[8];
} Hand;

typedef struct
{
  const char *found;
  void (*make_wrong) (Hand *hand);
} Row;

enum { STUDY, COURSE, EARLY, APPLY, HABIT, PAST, TRIP };

static SegueStepResult
lies (SegueDay from,
      SegueDay until)
{
  return (SegueStepResult) { TRUE, from, until, SEGUE_DAY_NONE, SEGUE_DAY_NONE, 0, FALSE, 0, { 0, 0 } };
}

static void
join (Hand *hand)
{
  SegueSchedule *schedule = &hand->schedule;

  schedule->goals = hand->goals;
  schedule->routes = hand->routes;
  schedule->steps = hand->steps;
  schedule->minutes = hand->minutes;
  schedule->broken = hand->broken;
  schedule->conflicts = hand->conflicts;
  schedule->conflict_refs = hand->conflict_refs;
  schedule->refs = hand->refs;
  schedule->n_goals = (gint32) hand->plan->goals->len;
  schedule->n_routes = (gint32) hand->plan->routes->len;
  schedule->n_steps = (gint32) hand->plan->steps->len;
}

/* Route 0 would need the work of three days in two; route 2 is closed. */
static void
plan_possible (SegueTestPlan *plan)
{
  SegueStepSpec *step;

  segue_test_plan_week (plan, 60, 0);
  segue_test_plan_pool (plan, 1);
  segue_test_plan_goal (plan, 3, 3);
  g_array_index (plan->routes, SegueRouteSpec, 2).closed = TRUE;
  step = segue_test_plan_work (plan, "study", 150);
  step->max_per_day = 60;
  step->min_per_day = 20;
  step = segue_test_plan_wait (plan, "course", 3);
  step->has_load = TRUE;
  step->load[SEGUE_THURSDAY] = step->load[SEGUE_FRIDAY] = 30;
  segue_test_plan_need (plan, 0, 1);
  step = segue_test_plan_milestone (plan, "early");
  step->goal = step->route = 0;
  step = segue_test_plan_milestone (plan, "apply");
  step->goal = 0;
  step->route = 1;
  step->target = NOW + 9;
  segue_test_plan_practice (plan, "habit", 10);
  step = segue_test_plan_milestone (plan, "past");
  step->status = SEGUE_STATUS_DONE;
  step->done_on = NOW - 4;
  segue_test_plan_wait (plan, "trip", 2);
  segue_test_plan_need (plan, 0, 1);
  segue_test_plan_not_after (plan, "early", NOW + 1);
  segue_test_plan_after (plan, "early", "study.end", 0);
  segue_test_plan_not_after (plan, "apply", NOW + 11);
  segue_test_plan_after (plan, "apply", "study.end", 0);
  segue_test_plan_not_before (plan, "habit.start", NOW + 2);
  segue_test_plan_not_after (plan, "habit.end", NOW + 3);
  segue_test_plan_within (plan, "trip.start", "course.end", 0, 2);
}

static void
hand_possible (Hand *hand)
{
  plan_possible (hand->plan);
  hand->minutes[0] = (SegueMinutes) { NOW, 60 };
  hand->minutes[1] = (SegueMinutes) { NOW + 1, 60 };
  hand->minutes[2] = (SegueMinutes) { NOW + 2, 30 };
  hand->schedule.n_minutes = 3;
  hand->steps[STUDY] = (SegueStepResult) { TRUE, NOW, NOW + 2, NOW + 7, NOW + 9, 7, FALSE, 0, { 0, 3 } };
  hand->steps[COURSE] = lies (NOW + 3, NOW + 5);
  hand->steps[EARLY].start = hand->steps[EARLY].end = SEGUE_DAY_NONE;
  hand->steps[APPLY] = (SegueStepResult) { TRUE, NOW + 2, NOW + 2, NOW + 9, NOW + 9, 7, FALSE, 0, { 0, 0 } };
  hand->steps[HABIT] = lies (NOW + 2, NOW + 3);
  hand->steps[PAST] = lies (NOW - 4, NOW - 4);
  hand->steps[TRIP] = lies (NOW + 6, NOW + 7);
  hand->goals[0].chosen = 1;
  hand->routes[0] = (SegueRouteResult) { SEGUE_ROUTE_INFEASIBLE, SEGUE_DAY_NONE, { 0, 1 } };
  hand->routes[1].status = SEGUE_ROUTE_CHOSEN;
  hand->routes[2].status = SEGUE_ROUTE_CLOSED;
  hand->conflicts[0] = (SegueConflict) {
    .kind = SEGUE_CONFLICT_HOURS, .exclusive = -1, .pool = -1, .steps = { 0, 1 }, .from = NOW, .until = NOW + 1,
    .needed = 150, .available = 120, .shortage = 30,
  };
  hand->refs[0] = STUDY;
  hand->schedule.n_refs = 1;
  hand->schedule.n_conflicts = 1;
  hand->schedule.n_conflict_refs = 1;
  hand->schedule.feasible = TRUE;
  join (hand);
}

/* An exam that cannot be before 10 January has to be by the 7th. */
static void
hand_impossible (Hand *hand)
{
  SegueTestPlan *plan = hand->plan;

  segue_test_plan_week (plan, 60, 0);
  segue_test_plan_goal (plan, 3, 0);
  segue_test_plan_milestone (plan, "exam")->goal = 0;
  segue_test_plan_milestone (plan, "free");
  segue_test_plan_not_before (plan, "exam", NOW + 7);
  segue_test_plan_not_after (plan, "exam", NOW + 4);
  segue_test_plan_not_after (plan, "free", NOW + 4);
  segue_test_plan_not_after (plan, "exam", NOW + 9);
  hand->steps[0] = lies (NOW + 7, NOW + 7);
  hand->steps[1] = lies (NOW, NOW);
  hand->goals[0].chosen = -1;
  hand->goals[0].conflicts.n = 1;
  hand->conflicts[0] = (SegueConflict) {
    .kind = SEGUE_CONFLICT_DATES, .route = -1, .exclusive = -1, .pool = -1, .rules = { 0, 2 }, .gap = 3,
  };
  hand->refs[1] = 1;
  hand->schedule.n_refs = 2;
  hand->schedule.n_conflicts = 1;
  hand->schedule.n_conflict_refs = 1;
  hand->broken[0] = (SegueBroken) { 1, 3 };
  hand->schedule.n_broken = 1;
  join (hand);
}

static void
assert_found (void       (*make) (Hand *hand),
              const Row  *row)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  Hand hand = { .plan = plan };
  g_autofree char *wrong = NULL;

  make (&hand);
  if (row)
    row->make_wrong (&hand);
  wrong = segue_test_validate (segue_test_plan_get (plan), &hand.schedule, SEGUE_SOLVE_ALL);
  if (row == NULL)
    g_assert_cmpstr (wrong, ==, NULL);
  else if (wrong == NULL || strstr (wrong, row->found) == NULL)
    g_error ("“%s” was to be found, not “%s”", row->found, wrong ? wrong : "nothing");
}

/* ---- what is made wrong in the first ---------------------------------- */

static void not_active (Hand *h) { h->steps[COURSE].active = FALSE; }
static void one_day_only (Hand *h) { h->steps[APPLY].end = SEGUE_DAY_NONE; }
static void before_now (Hand *h) { h->steps[COURSE].start = NOW - 1; h->steps[COURSE].end = NOW + 1; }
static void done_elsewhere (Hand *h) { h->steps[PAST] = lies (NOW, NOW); }
static void long_wait (Hand *h) { h->steps[COURSE].end++; }
static void long_milestone (Hand *h) { h->steps[APPLY].end++; }
static void untold_lateness (Hand *h) { h->steps[APPLY] = lies (NOW + 10, NOW + 10); }
static void broken_untold (Hand *h) { h->steps[TRIP] = lies (NOW + 9, NOW + 10); }
static void lower_side (Hand *h)
{
  h->steps[HABIT].start = NOW + 1;
  h->broken[h->schedule.n_broken++] = (SegueBroken) { 4, 1 };
}
static void lower_lag (Hand *h)
{
  h->steps[TRIP] = lies (NOW + 5, NOW + 6);
  h->broken[h->schedule.n_broken++] = (SegueBroken) { 6, 1 };
}
static void broken_and_feasible (Hand *h)
{
  h->steps[TRIP] = lies (NOW + 9, NOW + 10);
  h->broken[h->schedule.n_broken++] = (SegueBroken) { 6, 1 };
}
static void holds_and_told (Hand *h) { h->broken[h->schedule.n_broken++] = (SegueBroken) { 2, 1 }; }
static void unplaced (Hand *h) { h->steps[TRIP] = lies (SEGUE_DAY_NONE, SEGUE_DAY_NONE); }
static void without_cause (Hand *h) { h->schedule.feasible = FALSE; }
static void too_much_a_day (Hand *h) { h->minutes[0].minutes = 61; h->minutes[2].minutes = 29; }
static void too_little_a_day (Hand *h)
{
  h->minutes[1].minutes = 15;
  h->minutes[2].minutes = 40;
  h->minutes[3] = (SegueMinutes) { NOW + 7, 35 };
  h->schedule.n_minutes = 4;
  h->steps[STUDY] = (SegueStepResult) { TRUE, NOW, NOW + 7, NOW + 7, NOW + 9, 2, FALSE, 0, { 0, 4 } };
  h->steps[APPLY] = (SegueStepResult) { TRUE, NOW + 7, NOW + 7, NOW + 9, NOW + 9, 2, FALSE, 0, { 0, 0 } };
}
static void lost_minutes (Hand *h) { h->minutes[1].minutes = 50; }
static void first_day (Hand *h) { h->steps[STUDY].start = NOW + 1; }
static void order_of_days (Hand *h) { h->minutes[1].day = NOW; }
static void wrong_weekday (Hand *h) { segue_test_plan_step (h->plan, "study")->weekdays = 0x7d; }
static void practice_first (Hand *h) { h->minutes[1].minutes = 39; h->minutes[2].minutes = 51; }
static void day_off (Hand *h) { segue_test_plan_day_off (h->plan, NOW + 1); }
static void load_too_heavy (Hand *h) { segue_test_plan_step (h->plan, "course")->load[SEGUE_SATURDAY] = 1; }
static void gap_in_work (Hand *h)
{
  segue_test_plan_step (h->plan, "study")->contiguous = TRUE;
  h->minutes[2].day = NOW + 7;
  h->steps[STUDY] = (SegueStepResult) { TRUE, NOW, NOW + 7, NOW + 7, NOW + 9, 2, FALSE, 0, { 0, 3 } };
  h->steps[APPLY] = (SegueStepResult) { TRUE, NOW + 7, NOW + 7, NOW + 9, NOW + 9, 2, FALSE, 0, { 0, 0 } };
}
static void overdrawn (Hand *h) { g_array_index (h->plan->pools, gint32, 0) = 0; }
static void status_of_closed (Hand *h) { h->routes[2].status = SEGUE_ROUTE_OPEN; }
static void closed_by_gate (Hand *h)
{
  segue_test_plan_step (h->plan, "apply")->gate = TRUE;
  segue_test_plan_step (h->plan, "apply")->outcome = SEGUE_OUTCOME_MISSED;
}
static void infeasible_untold (Hand *h) { h->routes[0].conflicts.n = 0; }
static void better_route (Hand *h) { h->routes[0].status = SEGUE_ROUTE_OPEN; h->routes[0].conflicts.n = 0; }
static void whose_conflict (Hand *h) { h->conflicts[0].route = -1; }
static void wrong_shortage (Hand *h) { h->conflicts[0].shortage = 29; }
static void more_than_wanted (Hand *h) { h->conflicts[0].needed = 151; h->conflicts[0].shortage = 31; }
static void more_than_there (Hand *h) { h->conflicts[0].until = NOW; }
static void reversed_window (Hand *h) { h->conflicts[0].until = NOW - 1; }
static void inactive_competitor (Hand *h) { h->refs[0] = APPLY; }
static void pool_short_of_nothing (Hand *h) { h->conflicts[0].pool = 0; }
static void slack (Hand *h) { h->steps[STUDY].slack = 6; }
static void critical (Hand *h) { h->steps[STUDY].critical = TRUE; }
static void latest_earlier (Hand *h) { h->steps[APPLY].latest_end = NOW + 1; h->steps[APPLY].slack = -1; }
static void after_target (Hand *h) { h->steps[APPLY].latest_end = NOW + 10; h->steps[APPLY].slack = 8; }
static void latest_breaks_rule (Hand *h)
{
  h->steps[STUDY].latest_end = NOW + 10;
  h->steps[STUDY].slack = 8;
}
static void limit_untold (Hand *h)
{
  h->steps[STUDY].latest_start = h->steps[STUDY].latest_end = SEGUE_DAY_NONE;
}
static void latest_overfull (Hand *h) { h->steps[STUDY].latest_start = NOW + 8; }

static const Row possible_rows[] = {
  { "step 1 is not told to be active", not_active },
  { "has only one day", one_day_only },
  { "before now", before_now },
  { "was done on", done_elsewhere },
  { "takes 4 days", long_wait },
  { "milestone 3 takes 2", long_milestone },
  { "1 days late, not 0", untold_lateness },
  { "rule 6 is broken by 1 days, told is 0", broken_untold },
  { "lower side of rule 4", lower_side },
  { "lower side of rule 6", lower_lag },
  { "told is that it is feasible", broken_and_feasible },
  { "rule 2 is broken by 0 days, told is 1", holds_and_told },
  { "told is that it is feasible", unplaced },
  { "told is that it is not feasible", without_cause },
  { "61 minutes on 18995, too many", too_much_a_day },
  { "15 minutes on 18996, too few", too_little_a_day },
  { "is given 140 minutes of 150", lost_minutes },
  { "works from 18995", first_day },
  { "out of order", order_of_days },
  { "60 minutes on 18996, too many", wrong_weekday },
  { "work takes 51 minutes on 18997", practice_first },
  { "work takes 60 minutes on 18996, of 0", day_off },
  { "waits take 1 of the 0 minutes", load_too_heavy },
  { "contiguous and leaves 18997 unused", gap_in_work },
  { "overdrawn", overdrawn },
  { "closed and not told so", status_of_closed },
  { "closed and not told so", closed_by_gate },
  { "infeasible without a conflict", infeasible_untold },
  { "chosen route 1, not 0", better_route },
  { "says it is of goal 0, route -1", whose_conflict },
  { "short 29", wrong_shortage },
  { "its steps want 150", more_than_wanted },
  { "in its window are 60", more_than_there },
  { "has the window", reversed_window },
  { "not active there", inactive_competitor },
  { "of pool 0, which has 1", pool_short_of_nothing },
  { "slack 6", slack },
  { "critical 1", critical },
  { "at the latest on", latest_earlier },
  { "its target is", after_target },
  { "rule 3 does not hold at the latest", latest_breaks_rule },
  { "told to have no limit", limit_untold },
  { "at the latest days", latest_overfull },
};

/* ---- what is made wrong in the second --------------------------------- */

static void untrue (Hand *h) { h->refs[1] = 3; }
static void wrong_gap (Hand *h) { h->conflicts[0].gap = 2; }
static void not_smallest (Hand *h)
{
  h->conflicts[0].rules.n = 3;
  h->refs[2] = 2;
  h->schedule.n_refs = 3;
}
static void rule_is_off (Hand *h) { g_array_index (h->plan->rules, SegueRuleSpec, 0).enabled = FALSE; }
static void named_twice (Hand *h) { h->refs[1] = 0; }
static void no_conflict (Hand *h) { h->schedule.n_conflicts = 0; h->goals[0].conflicts.n = 0; }
static void too_few_days (Hand *h) { h->broken[0].days_late = 2; }
static void no_days (Hand *h) { h->broken[0].days_late = 0; }
static void looks_at_hours (Hand *h)
{
  h->conflicts[1] = (SegueConflict) {
    .kind = SEGUE_CONFLICT_HOURS, .route = -1, .exclusive = -1, .pool = -1, .steps = { 0, 1 }, .from = NOW, .until = NOW,
    .needed = 61, .available = 60, .shortage = 1,
  };
  segue_test_plan_step (h->plan, "free")->type = SEGUE_STEP_WORK;
  segue_test_plan_step (h->plan, "free")->status = SEGUE_STATUS_DONE;
  segue_test_plan_step (h->plan, "exam")->type = SEGUE_STEP_WAIT;
  segue_test_plan_step (h->plan, "exam")->days[SEGUE_ESTIMATE_LIKELY] = 1;
  segue_test_plan_step (h->plan, "exam")->has_load = TRUE;
  segue_test_plan_step (h->plan, "exam")->load[0] = 61;
  segue_test_plan_week (h->plan, 70, 0);
  h->conflict_refs[1] = 1;
  h->goals[0].conflicts.n = 2;
  h->schedule.n_conflicts = h->schedule.n_conflict_refs = 2;
}
static void not_exclusive (Hand *h)
{
  const gint32 steps[] = { 0 };

  segue_test_plan_exclusive (h->plan, NULL, 0, steps, 1);
  h->conflicts[0].kind = SEGUE_CONFLICT_EXCLUSIVE;
  h->conflicts[0].exclusive = 0;
}

static const Row impossible_rows[] = {
  { "conflict 0 is none", untrue },
  { "gap of 3 days, not 2", wrong_gap },
  { "does not need rule", not_smallest },
  { "binds nothing there", rule_is_off },
  { "names 0 twice", named_twice },
  { "no conflict is stated", no_conflict },
  { "broken by 3 days, told is 2", too_few_days },
  { "entry 0 of broken", no_days },
  { "looks at hours", looks_at_hours },
  { "of which 1 are active", not_exclusive },
};

static void
test_possible (void)
{
  assert_found (hand_possible, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (possible_rows); i++)
    assert_found (hand_possible, &possible_rows[i]);
}

static void
test_impossible (void)
{
  assert_found (hand_impossible, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (impossible_rows); i++)
    assert_found (hand_impossible, &impossible_rows[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validator/possible", test_possible);
  g_test_add_func ("/validator/impossible", test_impossible);
  return g_test_run ();
}
