/* test-questions.c - why here, what if, until when: asked again of a search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The engine answers from bisections and chains of rules. Here the same is
 * asked day by day of the search that leaves nothing out.
 */
#include "support/segue-test-brute.h"
#include "support/segue-test-json.h"
#include "support/segue-test-model.h"
#include "support/segue-test-plan.h"
#include "support/segue-test-random.h"

#define LAGS (SEGUE_TEST_MAX_LAGS | SEGUE_TEST_NEGATIVE_LAGS)
#define RANGE 16

typedef struct
{
  SegueTestPlan *plan;
  guint64 seed;
  gint32 n_checked;
} Case;

static void
fail (Case       *self,
      const char *wrong)
{
  g_autofree char *json = segue_test_problem_to_json (segue_test_plan_get (self->plan));

  g_test_message ("seed %" G_GUINT64_FORMAT ": %s\n%s", self->seed, wrong, json);
  g_error ("seed %" G_GUINT64_FORMAT ": %s", self->seed, wrong);
}

static SegueRuleSpec
rule_on (SeguePoint    point,
         SegueRelation relation,
         SegueDay      day)
{
  return (SegueRuleSpec) { .relation = relation, .enabled = TRUE, .route = -1, .point = point,
                           .other = { -1, SEGUE_SIDE_START }, .date = day };
}

/* ---- what if a point lies on this day ---------------------------------- */

static SegueTestChoice *
choose_on (Case       *self,
           SeguePoint  point,
           SegueDay    day)
{
  g_autoptr (SegueTestPlan) tied = segue_test_plan_copy (segue_test_plan_get (self->plan));
  SegueRuleSpec rule = rule_on (point, SEGUE_RELATION_ON, day);
  gint32 own = tied->problem.steps[point.step].route;

  /* A point of one route is asked about as if that were taken. */
  for (gint32 route = 0; own >= 0 && route < (gint32) tied->routes->len; route++)
    if (route != own && tied->problem.routes[route].goal == tied->problem.routes[own].goal)
      g_array_index (tied->routes, SegueRouteSpec, route).closed = TRUE;
  g_array_append_val (tied->rules, rule);
  return segue_test_brute_choose (segue_test_plan_get (tied));
}

/* Whether the point can lie on a day next to day @beside, with the routes of that
 * one, when no rules but these hold. */
static SegueTestAnswer
may_lie_on (Case                   *self,
            const SegueExploration *exploration,
            SegueSlice              reasons,
            SeguePoint              point,
            gint32                  beside,
            gint32                  step)
{
  g_autoptr (SegueTestPlan) tied = segue_test_plan_copy (segue_test_plan_get (self->plan));
  const SegueExploredDay *day = &exploration->days[beside];
  SegueRuleSpec rule = rule_on (point, SEGUE_RELATION_ON, day->day + step);

  for (guint i = 0; i < tied->rules->len; i++)
    {
      gboolean is_reason = FALSE;

      for (gint32 k = reasons.first; k < reasons.first + reasons.n; k++)
        is_reason = is_reason || exploration->refs[k] == (gint32) i;
      if (!is_reason)
        g_array_index (tied->rules, SegueRuleSpec, i).enabled = FALSE;
    }
  g_array_append_val (tied->rules, rule);
  return segue_test_brute_exists (segue_test_plan_get (tied), exploration->goal_routes + day->first_goal_route,
                                  (gint32) tied->goals->len, G_MAXINT64);
}

static void
check_day (Case                   *self,
           const SegueExploration *exploration,
           SeguePoint              point,
           gint32                  i)
{
  const SegueExploredDay *day = &exploration->days[i];
  g_autoptr (SegueTestChoice) choice = choose_on (self, point, day->day);

  if (!choice->known)
    return;
  self->n_checked++;
  if (day->feasible && day->point_day != day->day)
    fail (self, "the point does not lie on its day");
  if (!day->feasible != !choice->feasible)
    fail (self, day->feasible ? "a day is told feasible and is not" : "a day is feasible and not told so");
  for (gint32 goal = 0; goal < choice->n_judged && choice->feasible; goal++)
    if (exploration->goal_routes[day->first_goal_route + goal] != choice->chosen[goal] && choice->chosen[goal] >= 0)
      fail (self, "a goal gets another route");
}

/* Runs are all the stretches of feasible days, and what ends them does end them. */
static void
check_runs (Case                   *self,
            const SegueExploration *exploration,
            SeguePoint              point)
{
  gint32 n = 0;

  for (gint32 i = 0; i < exploration->n_days; i++)
    {
      const SegueExploredRun *run;
      gint32 first = i;

      if (!exploration->days[i].feasible || (i > 0 && exploration->days[i - 1].feasible))
        continue;
      if (n == exploration->n_runs)
        fail (self, "a run is missing");
      run = &exploration->runs[n++];
      if (run->from != exploration->days[i].day)
        fail (self, "a run begins elsewhere");
      for (; i + 1 < exploration->n_days && exploration->days[i + 1].feasible; i++)
        ;
      if (run->until != exploration->days[i].day)
        fail (self, "a run ends elsewhere");
      if (run->begins_because.n > 0 &&
          may_lie_on (self, exploration, run->begins_because, point, first, -1) == SEGUE_TEST_YES)
        fail (self, "the rules that begin a run do not");
      if (run->ends_because.n > 0 &&
          may_lie_on (self, exploration, run->ends_because, point, i, 1) == SEGUE_TEST_YES)
        fail (self, "the rules that end a run do not");
    }
  if (n != exploration->n_runs)
    fail (self, "there is a run too many");
}

static void
ask_explore (Case            *self,
             SegueTestSource *source)
{
  const SegueProblem *problem = segue_test_plan_get (self->plan);
  SeguePoint point = { segue_test_draw (source, 0, problem->n_steps - 1),
                       segue_test_draw (source, 0, 1) ? SEGUE_SIDE_END : SEGUE_SIDE_START };
  g_autoptr (SegueExploration) exploration = NULL;

  if (problem->steps[point.step].status != SEGUE_STATUS_TODO || problem->steps[point.step].type == SEGUE_STEP_PRACTICE)
    return;
  exploration = segue_schedule_explore (problem, point, problem->now, problem->now + RANGE - 1, NULL, NULL, NULL);
  g_assert_cmpint (exploration->n_days, ==, RANGE);
  for (gint32 i = 0; i < exploration->n_days; i++)
    check_day (self, exploration, point, i);
  check_runs (self, exploration, point);
}

/* ---- until when -------------------------------------------------------- */

static SegueTestAnswer
is_open_on (Case                *self,
            const SegueSchedule *schedule,
            gint32               route,
            SegueDay             now)
{
  g_autoptr (SegueTestPlan) later = segue_test_plan_copy (segue_test_plan_get (self->plan));
  g_autofree gint32 *chosen = g_new (gint32, schedule->n_goals);
  gint32 goal = g_array_index (later->routes, SegueRouteSpec, route).goal;

  later->problem.now = now;
  for (gint32 i = 0; i < schedule->n_goals; i++)
    chosen[i] = schedule->goals[i].chosen;
  chosen[goal] = route;
  return segue_test_brute_exists (segue_test_plan_get (later), chosen, goal + 1, G_MAXINT64);
}

static void
ask_reachable (Case            *self,
               SegueTestSource *source)
{
  const SegueProblem *problem = segue_test_plan_get (self->plan);
  g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, SEGUE_SOLVE_REACHABLE, NULL, NULL);

  for (gint32 route = 0; route < problem->n_routes && schedule->feasible; route++)
    {
      const SegueRouteResult *result = &schedule->routes[route];

      if (result->status != SEGUE_ROUTE_OPEN && result->status != SEGUE_ROUTE_CHOSEN)
        continue;
      self->n_checked++;
      if (result->reachable_until == SEGUE_DAY_NONE)
        {
          if (is_open_on (self, schedule, route, problem->now + 40) == SEGUE_TEST_NO)
            fail (self, "a route is told to stay open and does not");
          continue;
        }
      if (result->reachable_until < problem->now)
        fail (self, "an open route was reachable only until before now");
      if (is_open_on (self, schedule, route, result->reachable_until) == SEGUE_TEST_NO)
        fail (self, "a route is not open any more on its last day");
      if (is_open_on (self, schedule, route, result->reachable_until + 1) == SEGUE_TEST_YES)
        fail (self, "a route is still open after its last day");
    }
}

/* Nothing but its hours ends: ten days of an hour, and none in any week after. */
static void
test_hours_run_out (void)
{
  const SegueDay now = segue_test_day ("2024-01-01");
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (now);
  g_autoptr (SegueSchedule) schedule = NULL;
  g_autoptr (SegueSchedule) for_ever = NULL;

  segue_test_plan_week (plan, 0, 0);
  segue_test_plan_period (plan, now, now + 9, 60);
  segue_test_plan_goal (plan, 3, 1);
  segue_test_plan_work (plan, "study", 300)->goal = 0;
  schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_REACHABLE, NULL, NULL);
  g_assert_cmpint (schedule->routes[0].status, ==, SEGUE_ROUTE_CHOSEN);
  g_assert_cmpint (schedule->routes[0].reachable_until, ==, now + 5);

  segue_test_plan_week (plan, 1, 0);
  for_ever = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_REACHABLE, NULL, NULL);
  g_assert_cmpint (for_ever->routes[0].reachable_until, ==, SEGUE_DAY_NONE);
}

/* ---- why here ---------------------------------------------------------- */

/* All other steps stay on their days. */
static void
pin_others (SegueTestPlan       *plan,
            const SegueSchedule *schedule,
            gint32               step)
{
  for (gint32 i = 0; i < schedule->n_steps; i++)
    for (int side = SEGUE_SIDE_START; side <= SEGUE_SIDE_END; side++)
      {
        SegueDay day = side == SEGUE_SIDE_START ? schedule->steps[i].start : schedule->steps[i].end;
        SegueRuleSpec rule = rule_on ((SeguePoint) { i, (SegueSide) side }, SEGUE_RELATION_ON, day);

        if (i != step && schedule->steps[i].active && plan->problem.steps[i].type != SEGUE_STEP_PRACTICE)
          g_array_append_val (plan->rules, rule);
      }
}

/* A rule that no day satisfies holds nothing; the hours that there are not do. */
static void
test_broken_rule_holds_nothing (void)
{
  const SegueDay monday = segue_test_day ("2024-01-01");
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (monday);
  g_autoptr (SegueSchedule) schedule = NULL;
  g_autofree SegueHolder *holders = NULL;
  SegueStepSpec *course;
  gint32 n_holders;

  segue_test_plan_week (plan, 60, 60);
  segue_test_plan_day_off (plan, monday);
  course = segue_test_plan_wait (plan, "course", 3);
  course->has_load = TRUE;
  course->load[0] = 60;
  segue_test_plan_after (plan, "course.start", "course.end", 1);
  schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_DATES, NULL, NULL);
  g_assert_cmpint (schedule->steps[0].start, ==, monday + 1);
  holders = segue_schedule_explain (segue_test_plan_get (plan), schedule, 0, &n_holders);
  g_assert_cmpint (n_holders, ==, 1);
  g_assert_cmpint (holders[0].kind, ==, SEGUE_HOLDER_CAPACITY);
}

static void
give_hours (SegueTestPlan *plan)
{
  for (int i = 0; i < 7; i++)
    plan->problem.week[i] += 20;
}

static SegueDay
day_of (const SegueSchedule *schedule,
        SeguePoint           point,
        gint32               step)
{
  const SegueStepResult *result = &schedule->steps[point.step];

  /* A day earlier, if it is the step that is asked about. */
  return (point.side == SEGUE_SIDE_START ? result->start : result->end) - (point.step == step);
}

/* A rule that holds a step is broken if the step comes a day earlier. */
static void
check_rule (Case                *self,
            const SegueSchedule *schedule,
            gint32               step,
            gint32               index)
{
  const SegueProblem *problem = segue_test_plan_get (self->plan);
  const SegueRuleSpec *rule = &problem->rules[index];
  SegueDay point = day_of (schedule, rule->point, step);
  SegueDay other = rule->relation == SEGUE_RELATION_AFTER ? day_of (schedule, rule->other, step) : 0;

  if (segue_test_rule_too_early (problem, rule, point, other) <= 0 &&
      segue_test_rule_too_late (problem, rule, point, other) <= 0)
    fail (self, "a rule is said to hold a step and does not");
}

/* Whether the step can begin or end earlier while all others stay. */
static gboolean
may_come_earlier (SegueTestPlan       *plan,
                  const SegueSchedule *schedule,
                  const gint32        *chosen,
                  gint32               step)
{
  for (int side = SEGUE_SIDE_START; side <= SEGUE_SIDE_END; side++)
    {
      g_autoptr (SegueTestPlan) copy = segue_test_plan_copy (segue_test_plan_get (plan));
      SegueDay day = side == SEGUE_SIDE_START ? schedule->steps[step].start : schedule->steps[step].end;
      SegueRuleSpec rule = rule_on ((SeguePoint) { step, (SegueSide) side }, SEGUE_RELATION_NOT_AFTER, day - 1);

      g_array_append_val (copy->rules, rule);
      if (segue_test_brute_exists (segue_test_plan_get (copy), chosen, schedule->n_goals, G_MAXINT64) == SEGUE_TEST_YES)
        return TRUE;
    }
  return FALSE;
}

static void
check_holders (Case                *self,
               const SegueSchedule *schedule,
               const gint32        *chosen,
               gint32               step)
{
  const SegueProblem *problem = segue_test_plan_get (self->plan);
  g_autoptr (SegueTestPlan) free = segue_test_plan_copy (problem);
  g_autoptr (SegueTestPlan) roomy = segue_test_plan_copy (problem);
  gint32 n = 0;
  g_autofree SegueHolder *holders = segue_schedule_explain (problem, schedule, step, &n);

  pin_others (free, schedule, step);
  pin_others (roomy, schedule, step);
  give_hours (free);
  give_hours (roomy);
  self->n_checked++;
  if (n == 0)
    fail (self, "nothing holds a step");
  for (gint32 i = 0; i < n; i++)
    switch (holders[i].kind)
      {
      case SEGUE_HOLDER_RULE:
        check_rule (self, schedule, step, holders[i].rule);
        g_array_index (free->rules, SegueRuleSpec, holders[i].rule).enabled = FALSE;
        break;
      case SEGUE_HOLDER_NOW:
        if (schedule->steps[step].start != problem->now)
          fail (self, "now is said to hold a step that begins later");
        free->problem.now -= 7;
        break;
      case SEGUE_HOLDER_CAPACITY:
        if (!may_come_earlier (roomy, schedule, chosen, step))
          fail (self, "hours are said to hold a step, and more of them do not help");
        break;
      default:
        g_assert_not_reached ();
      }
  if (!may_come_earlier (free, schedule, chosen, step))
    fail (self, "what holds a step is gone, and it cannot come earlier");
}

static void
ask_explain (Case            *self,
             SegueTestSource *source)
{
  const SegueProblem *problem = segue_test_plan_get (self->plan);
  g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, SEGUE_SOLVE_DATES, NULL, NULL);
  g_autofree gint32 *chosen = g_new (gint32, MAX (problem->n_goals, 1));

  for (gint32 i = 0; i < problem->n_goals; i++)
    chosen[i] = schedule->goals[i].chosen;
  for (gint32 step = 0; step < problem->n_steps && schedule->feasible; step++)
    if (schedule->steps[step].active && problem->steps[step].status == SEGUE_STATUS_TODO &&
        problem->steps[step].type != SEGUE_STEP_PRACTICE)
      check_holders (self, schedule, chosen, step);
}

/* ---- best effort ------------------------------------------------------- */

/* Lets the upper side of a rule give way by so many days. */
static gboolean
relax (SegueTestPlan *plan,
       gint32         index,
       gint32         days)
{
  SegueRuleSpec rule = g_array_index (plan->rules, SegueRuleSpec, index);
  SegueRuleSpec *self = &g_array_index (plan->rules, SegueRuleSpec, index);

  if (rule.relation == SEGUE_RELATION_AFTER && rule.has_max)
    {
      self->max += days;
      return TRUE;
    }
  if (rule.relation != SEGUE_RELATION_NOT_AFTER && rule.relation != SEGUE_RELATION_ON)
    return FALSE;
  self->relation = SEGUE_RELATION_NOT_AFTER;
  self->date += days;
  if (rule.relation == SEGUE_RELATION_ON)
    {
      rule.relation = SEGUE_RELATION_NOT_BEFORE;
      g_array_append_val (plan->rules, rule);
    }
  return TRUE;
}

static gboolean
is_placed (const SegueSchedule *schedule)
{
  for (gint32 i = 0; i < schedule->n_steps; i++)
    if (schedule->steps[i].active && schedule->steps[i].start == SEGUE_DAY_NONE)
      return FALSE;
  return TRUE;
}

/* Where one rule is broken, no schedule breaks it by less and keeps the others. */
static void
ask_best_effort (Case            *self,
                 SegueTestSource *source)
{
  const SegueProblem *problem = segue_test_plan_get (self->plan);
  g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, SEGUE_SOLVE_DATES, NULL, NULL);
  g_autoptr (SegueTestPlan) relaxed = segue_test_plan_copy (problem);
  g_autofree gint32 *chosen = g_new (gint32, MAX (problem->n_goals, 1));

  if (schedule->n_broken != 1 || !is_placed (schedule) ||
      !relax (relaxed, schedule->broken[0].rule, schedule->broken[0].days_late - 1))
    return;
  self->n_checked++;
  for (gint32 i = 0; i < problem->n_goals; i++)
    chosen[i] = schedule->goals[i].chosen;
  if (segue_test_brute_exists (segue_test_plan_get (relaxed), chosen, problem->n_goals, G_MAXINT64) == SEGUE_TEST_YES)
    fail (self, "a rule is broken by more than it has to be");
}

/* ------------------------------------------------------------------------ */

typedef struct
{
  const char *path;
  void (*ask) (Case            *self,
               SegueTestSource *source);
  SegueTestFeatures features;
  guint n_plans;
} Question;

static const Question questions[] = {
  { "/questions/explore", ask_explore, LAGS | SEGUE_TEST_GOALS | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_CALENDAR, 40 },
  { "/questions/reachable", ask_reachable,
    LAGS | SEGUE_TEST_GOALS | SEGUE_TEST_CLOSED | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_CALENDAR, 60 },
  { "/questions/explain", ask_explain, LAGS | SEGUE_TEST_GOALS | SEGUE_TEST_LOADS, 60 },
  { "/questions/best-effort", ask_best_effort, LAGS | SEGUE_TEST_WORK_LIMITS, 200 },
};

/* ---- what a remedy costs ----------------------------------------------- */

/* What is to begin by some day, or is reserved each week, was not to end then;
 * and a wish counts before what is allowed at the latest. */
static void
check_later (SegueDay now,
             SegueDay wish,
             int      days_later)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (now);
  g_autoptr (SegueSchedule) schedule = NULL;
  gboolean was_moved = FALSE;

  segue_test_plan_week (plan, 60, 60);
  segue_test_plan_practice (plan, "reading", 0);
  segue_test_plan_work (plan, "essay", 100)->target = wish;
  segue_test_plan_work (plan, "talk", 10);
  segue_test_plan_not_after (plan, "reading.start", now + 8);
  segue_test_plan_not_after (plan, "talk.start", now + 9);
  segue_test_plan_not_before (plan, "essay.start", now + 4);
  segue_test_plan_not_after (plan, "essay.end", now + 4)->movable = TRUE;
  schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_REMEDIES, NULL, NULL);
  for (gint32 i = 0; i < schedule->n_remedies; i++)
    if (schedule->remedies[i].kind == SEGUE_REMEDY_MOVE && schedule->remedies[i].rule == 3)
      {
        was_moved = TRUE;
        g_assert_cmpint (schedule->remedies[i].goal_end, ==, now + 5);
        g_assert_cmpint (schedule->remedies[i].days_later, ==, days_later);
        g_assert_true (schedule->remedies[i].is_wished);
      }
  g_assert_true (was_moved);
}

static void
test_later_than_asked (void)
{
  const SegueDay now = segue_test_day ("2024-01-01");

  check_later (now, SEGUE_DAY_NONE, 1);
  check_later (now, now + 2, 3);
  check_later (now, now + 7, -2);
}

/* ---- at the last minute ------------------------------------------------ */

/* There are hours on Sundays alone. What has to begin by a Wednesday begins on the Sunday
 * before it, or a week earlier where another work takes all of that. */
static void
test_latest_begin (void)
{
  const SegueDay wednesday = segue_test_day ("2024-01-17");
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (segue_test_day ("2024-01-01"));
  g_autoptr (SegueSchedule) schedule = NULL;

  segue_test_plan_week (plan, 0, 0);
  plan->problem.week[6] = 60;
  segue_test_plan_work (plan, "first", 61);
  segue_test_plan_work (plan, "second", 59);
  segue_test_plan_not_after (plan, "first.start", wednesday);
  segue_test_plan_not_after (plan, "second.end", wednesday);
  schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_LATEST, NULL, NULL);
  g_assert_cmpint (schedule->steps[0].latest_start, ==, segue_test_day ("2024-01-14"));
  g_assert_cmpint (schedule->steps[0].latest_end, ==, SEGUE_DAY_NONE);
  g_assert_cmpint (schedule->steps[1].latest_end, ==, segue_test_day ("2024-01-14"));
  g_clear_pointer (&schedule, segue_schedule_free);

  segue_test_plan_step (plan, "second")->effort[SEGUE_ESTIMATE_LIKELY] = 60;
  schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_LATEST, NULL, NULL);
  g_assert_true (schedule->feasible);
  g_assert_cmpint (MIN (schedule->steps[0].latest_start, schedule->steps[1].latest_start), ==,
                   segue_test_day ("2024-01-07"));
}

/* What may be done on Mondays alone, which have hours in one period, ends with that. */
static void
test_latest_hours (void)
{
  const SegueDay monday = segue_test_day ("2024-01-01");
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (monday);
  g_autoptr (SegueSchedule) schedule = NULL;

  segue_test_plan_week (plan, 0, 60);
  segue_test_plan_period (plan, monday + 7, monday + 27, 60);
  segue_test_plan_work (plan, "course", 120)->weekdays = 1;
  schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_LATEST, NULL, NULL);
  g_assert_cmpint (schedule->steps[0].end, ==, monday + 14);
  g_assert_cmpint (schedule->steps[0].latest_end, ==, monday + 21);
  g_assert_cmpint (schedule->steps[0].slack, ==, 7);
}

/* A course of three days takes a minute of each, and no day has any: none is told to be there. */
static void
test_no_hours_at_all (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (segue_test_day ("2024-01-01"));
  g_autoptr (SegueSchedule) schedule = NULL;
  SegueStepSpec *course;

  segue_test_plan_week (plan, 0, 0);
  course = segue_test_plan_wait (plan, "course", 3);
  course->has_load = TRUE;
  for (int i = 0; i < 7; i++)
    course->load[i] = 1;
  schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_DATES, NULL, NULL);
  g_assert_cmpint (schedule->n_conflicts, ==, 1);
  g_assert_cmpint (schedule->conflicts[0].needed, ==, 3);
  g_assert_cmpint (schedule->conflicts[0].available, ==, 0);
}

static void
test_question (gconstpointer data)
{
  const Question *question = data;
  const SegueTestKnobs knobs = { question->features, 4, 5, 10 };
  guint n = question->n_plans * (g_getenv ("SEGUE_TEST_LONG") ? 50 : 1);
  gint32 n_checked = 0;

  for (guint64 seed = 70000; seed < 70000 + n; seed++)
    {
      SegueTestSource source = segue_test_source_seed (seed);
      g_autoptr (SegueTestPlan) plan = segue_test_plan_draw (&source, &knobs);
      Case self = { plan, seed, 0 };

      question->ask (&self, &source);
      n_checked += self.n_checked;
    }
  g_test_message ("%d answers looked at", n_checked);
  g_assert_cmpint (n_checked, >, (gint32) n / 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    g_test_add_data_func (questions[i].path, &questions[i], test_question);
  g_test_add_func ("/questions/hours-run-out", test_hours_run_out);
  g_test_add_func ("/questions/broken-rule-holds-nothing", test_broken_rule_holds_nothing);
  g_test_add_func ("/questions/later-than-asked", test_later_than_asked);
  g_test_add_func ("/questions/latest-begin", test_latest_begin);
  g_test_add_func ("/questions/latest-hours", test_latest_hours);
  g_test_add_func ("/questions/no-hours-at-all", test_no_hours_at_all);
  return g_test_run ();
}
