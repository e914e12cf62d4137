/* test-hours.c - conflicts of hours: true by themselves, and each member needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a conflict of hours names is made a plan of its own and given to the
 * search that leaves nothing out: it must find no schedule, and one as soon as
 * any member is missing. Nothing of the engine is asked.
 */
#include "support/segue-test-brute.h"
#include "support/segue-test-json.h"
#include "support/segue-test-model.h"
#include "support/segue-test-plan.h"
#include "support/segue-test-random.h"
#include "support/segue-test-validator.h"

#define LAGS (SEGUE_TEST_MAX_LAGS | SEGUE_TEST_NEGATIVE_LAGS)

typedef struct
{
  SegueTestPlan *plan;
  SegueSchedule *schedule;
  const SegueConflict *conflict;
  gint32 *chosen; /* as seen from the route whose conflict it is */
  guint64 seed;
} Case;

typedef struct
{
  gint32 n_sets;
  gint32 n_without_window;
  gint32 n_members;
  gint32 n_unproven;
  gint32 n_remedies;
} Counts;

static void
fail (Case       *self,
      const char *wrong,
      gint32      member)
{
  g_autofree char *json = segue_test_problem_to_json (segue_test_plan_get (self->plan));

  g_test_message ("seed %" G_GUINT64_FORMAT ": %s %d\n%s", self->seed, wrong, member, json);
  g_error ("seed %" G_GUINT64_FORMAT ": %s %d", self->seed, wrong, member);
}

static gboolean
is_member (Case       *self,
           SegueSlice  slice,
           gint32      member)
{
  for (gint32 i = slice.first; i < slice.first + slice.n; i++)
    if (self->schedule->refs[i] == member)
      return TRUE;
  return FALSE;
}

/* Only what the conflict names is in the plan: its steps, its rules and what these bind. */
static SegueTestPlan *
keep_members (Case *self)
{
  const SegueProblem *problem = segue_test_plan_get (self->plan);
  SegueTestPlan *alone = segue_test_plan_copy (problem);
  g_autofree gboolean *is_in = g_new0 (gboolean, problem->n_steps);

  g_array_set_size (alone->exclusives, 0);
  for (guint i = 0; i < alone->rules->len; i++)
    {
      SegueRuleSpec *rule = &g_array_index (alone->rules, SegueRuleSpec, i);

      rule->enabled = rule->enabled && is_member (self, self->conflict->rules, (gint32) i);
      if (!rule->enabled)
        continue;
      is_in[rule->point.step] = TRUE;
      if (rule->relation == SEGUE_RELATION_AFTER)
        is_in[rule->other.step] = TRUE;
    }
  for (guint i = 0; i < alone->steps->len; i++)
    {
      SegueStepSpec *step = &g_array_index (alone->steps, SegueStepSpec, i);

      if (!is_in[i] && !is_member (self, self->conflict->steps, (gint32) i) && step->status != SEGUE_STATUS_DONE)
        step->status = SEGUE_STATUS_DROPPED;
    }
  return alone;
}

static SegueTestAnswer
has_schedule (Case          *self,
              SegueTestPlan *plan)
{
  const SegueProblem *problem = segue_test_plan_get (plan);

  return segue_test_brute_exists (problem, self->chosen, problem->n_goals, G_MAXINT64);
}

static void
check_rules (Case          *self,
             SegueTestPlan *alone,
             Counts        *counts)
{
  for (gint32 i = 0; i < self->conflict->rules.n; i++)
    {
      gint32 index = self->schedule->refs[self->conflict->rules.first + i];
      SegueRuleSpec *rule = &g_array_index (alone->rules, SegueRuleSpec, index);

      rule->enabled = FALSE;
      if (has_schedule (self, alone) == SEGUE_TEST_NO)
        fail (self, "a conflict of hours does not need rule", index);
      rule->enabled = TRUE;
      counts->n_members++;
    }
}

static void
check_steps (Case          *self,
             SegueTestPlan *alone,
             Counts        *counts)
{
  for (gint32 i = 0; i < self->conflict->steps.n; i++)
    {
      gint32 index = self->schedule->refs[self->conflict->steps.first + i];
      SegueStepSpec *step = &g_array_index (alone->steps, SegueStepSpec, index);
      SegueStatus status = step->status;

      step->status = SEGUE_STATUS_DROPPED;
      if (has_schedule (self, alone) == SEGUE_TEST_NO)
        fail (self, "a conflict of hours does not need step", index);
      step->status = status;
      counts->n_members++;
    }
}

static SegueTestAnswer
has_schedule_with_less (Case          *self,
                        SegueTestPlan *alone,
                        gint32         index,
                        gint32         minutes)
{
  SegueStepSpec *step = &g_array_index (alone->steps, SegueStepSpec, index);
  SegueTestAnswer answer;

  step->effort[SEGUE_ESTIMATE_LIKELY] -= minutes;
  answer = has_schedule (self, alone);
  step->effort[SEGUE_ESTIMATE_LIKELY] += minutes;
  return answer;
}

/* Where no window lacks hours, the first work is too much by what is told, and by no less. */
static void
check_shortage (Case          *self,
                SegueTestPlan *alone)
{
  for (gint32 i = 0; i < self->conflict->steps.n; i++)
    {
      gint32 index = self->schedule->refs[self->conflict->steps.first + i];
      gint32 left = segue_test_remaining (&g_array_index (alone->steps, SegueStepSpec, index));
      gint32 shortage = (gint32) self->conflict->shortage;

      if (left == 0)
        continue;
      if (shortage < left && has_schedule_with_less (self, alone, index, shortage) == SEGUE_TEST_NO)
        fail (self, "less work than that is too much as well:", shortage);
      if (shortage > 1 && has_schedule_with_less (self, alone, index, shortage - 1) == SEGUE_TEST_YES)
        fail (self, "more work than that fits in:", shortage);
      return;
    }
}

static void
check_conflict (Case   *self,
                Counts *counts)
{
  g_autoptr (SegueTestPlan) alone = keep_members (self);

  counts->n_sets++;
  if (has_schedule (self, alone) == SEGUE_TEST_YES)
    fail (self, "a schedule exists for all that is named in conflict", (gint32) (self->conflict - self->schedule->conflicts));
  counts->n_unproven += self->conflict->may_be_fewer;
  if (self->conflict->may_be_fewer)
    return;
  counts->n_without_window += self->conflict->scattered;
  if (self->conflict->scattered)
    check_shortage (self, alone);
  check_rules (self, alone, counts);
  check_steps (self, alone, counts);
}

static SegueTestAnswer
has_schedule_with (Case              *self,
                   SegueTestPlan     *plan,
                   const SegueRemedy *remedy)
{
  g_autoptr (SegueTestPlan) changed = segue_test_plan_copy (segue_test_plan_get (plan));

  segue_test_apply_remedy (changed, remedy);
  return has_schedule (self, changed);
}

/* A rule that an earlier conflict names may have been set aside for that one, so that of it
 * only what allows no earlier day stands in this one; no remedy for this one ends that. */
static void
leave_earlier_conflicts (Case          *self,
                         SegueTestPlan *alone)
{
  for (gint32 i = 0; &self->schedule->conflicts[i] < self->conflict; i++)
    for (guint k = 0; k < alone->rules->len; k++)
      {
        SegueRuleSpec *rule = &g_array_index (alone->rules, SegueRuleSpec, k);

        if (!is_member (self, self->schedule->conflicts[i].rules, (gint32) k))
          continue;
        rule->enabled = rule->enabled && rule->relation != SEGUE_RELATION_NOT_AFTER;
        rule->has_max = FALSE;
        if (rule->relation == SEGUE_RELATION_ON)
          rule->relation = SEGUE_RELATION_NOT_BEFORE;
      }
}

/* With a remedy there is a schedule for all that is named, and where no conflict is left, for the plan. */
static void
check_remedies (Case   *self,
                Counts *counts)
{
  g_autoptr (SegueTestPlan) alone = keep_members (self);
  SegueSlice remedies = self->conflict->remedies;

  leave_earlier_conflicts (self, alone);
  for (gint32 i = remedies.first; i < remedies.first + remedies.n; i++)
    {
      const SegueRemedy *remedy = &self->schedule->remedies[i];

      if (remedy->kind == SEGUE_REMEDY_ROUTE)
        continue;
      counts->n_remedies++;
      if (has_schedule_with (self, alone, remedy) == SEGUE_TEST_NO)
        fail (self, "a conflict of hours stays with remedy", i - remedies.first);
      if (remedy->conflicts_left == 0 && self->plan->goals->len == 0 &&
          has_schedule_with (self, self->plan, remedy) == SEGUE_TEST_NO)
        fail (self, "a conflict is left and not told with remedy", i - remedies.first);
    }
}

static void
check_plan (SegueTestPlan   *plan,
            guint64          seed,
            SegueSolveFlags  flags,
            Counts          *counts)
{
  const SegueProblem *problem = segue_test_plan_get (plan);
  g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, flags, NULL, NULL);
  g_autofree gint32 *chosen = g_new (gint32, MAX (problem->n_goals, 1));

  for (gint32 i = 0; i < schedule->n_conflicts; i++)
    {
      Case self = { plan, schedule, &schedule->conflicts[i], chosen, seed };

      if (self.conflict->kind != SEGUE_CONFLICT_HOURS || self.conflict->unproven)
        continue;
      for (gint32 goal = 0; goal < problem->n_goals; goal++)
        chosen[goal] = schedule->goals[goal].chosen;
      if (self.conflict->route >= 0)
        chosen[self.conflict->goal] = self.conflict->route;
      check_conflict (&self, counts);
      check_remedies (&self, counts);
    }
}

/* ------------------------------------------------------------------------ */

typedef struct
{
  const char *path;
  SegueTestFeatures features;
  guint n_plans;
  SegueSolveFlags flags;
} Shape;

static const Shape shapes[] = {
  { "/hours/limits", LAGS | SEGUE_TEST_WORK_LIMITS, 4000, SEGUE_SOLVE_DATES },
  { "/hours/contiguous", LAGS | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_CONTIGUOUS, 4000, SEGUE_SOLVE_DATES },
  { "/hours/loads", LAGS | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_LOADS, 4000, SEGUE_SOLVE_DATES },
  { "/hours/practices", LAGS | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_PRACTICE | SEGUE_TEST_LOADS, 4000, SEGUE_SOLVE_DATES },
  { "/hours/pools", LAGS | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_POOLS, 2000, SEGUE_SOLVE_DATES },
  { "/hours/calendar", LAGS | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_CONTIGUOUS | SEGUE_TEST_CALENDAR | SEGUE_TEST_PROGRESS, 4000, SEGUE_SOLVE_DATES },
  { "/hours/goals", LAGS | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_GOALS | SEGUE_TEST_LOADS | SEGUE_TEST_CONTIGUOUS, 2000, SEGUE_SOLVE_DATES },
};

static const Shape remedied[] = {
  { "/hours/remedies/limits", LAGS | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_CONTIGUOUS, 1000, SEGUE_SOLVE_REMEDIES },
  { "/hours/remedies/loads", LAGS | SEGUE_TEST_PRACTICE | SEGUE_TEST_LOADS, 1000, SEGUE_SOLVE_REMEDIES },
  { "/hours/remedies/pools", LAGS | SEGUE_TEST_POOLS | SEGUE_TEST_CALENDAR, 1000, SEGUE_SOLVE_REMEDIES },
  { "/hours/remedies/goals", LAGS | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_GOALS, 1000, SEGUE_SOLVE_REMEDIES },
};

static void
test_shape (gconstpointer data)
{
  const Shape *shape = data;
  const SegueTestKnobs knobs = { shape->features, 4, 5, 10 };
  guint n = shape->n_plans * (g_getenv ("SEGUE_TEST_LONG") ? 50 : 1);
  Counts counts = { 0 };

  for (guint64 seed = 120000; seed < 120000 + n; seed++)
    {
      SegueTestSource source = segue_test_source_seed (seed);
      g_autoptr (SegueTestPlan) plan = segue_test_plan_draw (&source, &knobs);

      check_plan (plan, seed, shape->flags, &counts);
    }
  g_test_message ("%d sets, %d of them maybe not smallest, %d without a window, %d members left out, %d remedies",
                  counts.n_sets, counts.n_unproven, counts.n_without_window, counts.n_members, counts.n_remedies);
  g_assert_cmpint (counts.n_without_window, >, (gint32) n / 200);
  g_assert_cmpint (counts.n_members, >, (gint32) n / 20);
  g_assert_cmpint (counts.n_remedies, >=, shape->flags == SEGUE_SOLVE_REMEDIES ? (gint32) n / 50 : 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    g_test_add_data_func (shapes[i].path, &shapes[i], test_shape);
  for (guint i = 0; i < G_N_ELEMENTS (remedied); i++)
    g_test_add_data_func (remedied[i].path, &remedied[i], test_shape);
  return g_test_run ();
}
