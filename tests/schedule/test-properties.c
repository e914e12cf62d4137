/* test-properties.c - what has to stay the same when a problem is changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-brute.h"
#include "support/segue-test-dump.h"
#include "support/segue-test-json.h"
#include "support/segue-test-random.h"
#include "support/segue-test-validator.h"

/* The calendar repeats after 400 years, which are whole weeks. */
#define ERA 146097

/* Changes @plan, drawn like the one that @before answers; says what is wrong. */
typedef char *(*Change) (SegueTestPlan       *plan,
                         const SegueSchedule *before,
                         SegueTestSource     *source);

typedef struct
{
  const char *path;
  Change change;
  SegueTestFeatures without; /* features of which the property is not true */
  guint n_plans;
} Property;

static SegueSchedule *
solve (SegueTestPlan *plan)
{
  return segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_ALL, NULL, NULL);
}

static char *
compare_texts (const char *expected,
               const char *got)
{
  return g_str_equal (expected, got) ? NULL : g_strdup_printf ("expected\n%sgot\n%s", expected, got);
}

static char *
compare_steps (const SegueSchedule *before,
               SegueTestPlan       *plan)
{
  g_autoptr (SegueSchedule) after = solve (plan);
  g_autofree char *expected = segue_test_dump_steps (before, plan->problem.now);
  g_autofree char *got = segue_test_dump_steps (after, plan->problem.now);

  return compare_texts (expected, got);
}

static char *
compare_all (const SegueSchedule *before,
             SegueDay             origin,
             SegueTestPlan       *plan)
{
  g_autoptr (SegueSchedule) after = solve (plan);
  g_autofree char *expected = segue_test_dump_schedule (before, origin);
  g_autofree char *got = segue_test_dump_schedule (after, plan->problem.now);

  return compare_texts (expected, got);
}

/* Feasible, routes and lateness do not hang on the order of anything. */
static char *
compare_worth (SegueTestPlan       *plan,
               const SegueSchedule *before)
{
  g_autoptr (SegueSchedule) after = solve (plan);
  const SegueProblem *problem = segue_test_plan_get (plan);

  if (!before->feasible != !after->feasible)
    return g_strdup_printf ("feasible was %d and is %d", before->feasible, after->feasible);
  for (gint32 i = 0; i < before->n_goals && before->feasible; i++)
    if (before->goals[i].chosen != after->goals[i].chosen)
      return g_strdup_printf ("goal %d had route %d and has %d", i, before->goals[i].chosen, after->goals[i].chosen);
  if (before->feasible)
    {
      gint64 lateness = 0;

      for (gint32 i = 0; i < before->n_steps; i++)
        if (before->steps[i].active)
          lateness += before->steps[i].late_days;
      if ((lateness == 0) != (segue_test_lateness (problem, after) == 0))
        return g_strdup_printf ("days late were %" G_GINT64_FORMAT ", weighted now %" G_GINT64_FORMAT, lateness,
                                segue_test_lateness (problem, after));
    }
  return NULL;
}

/* ---- nothing is changed ----------------------------------------------- */

static char *
change_nothing (SegueTestPlan       *plan,
                const SegueSchedule *before,
                SegueTestSource     *source)
{
  return compare_all (before, plan->problem.now, plan);
}

/* Dates alone are the same dates. */
static char *
ask_for_less (SegueTestPlan       *plan,
              const SegueSchedule *before,
              SegueTestSource     *source)
{
  g_autoptr (SegueSchedule) after =
    segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_DATES, NULL, NULL);

  if (!after->feasible != !before->feasible || after->n_conflicts != before->n_conflicts)
    return g_strdup ("feasible or conflicts differ when less is asked for");
  for (gint32 i = 0; i < before->n_steps; i++)
    if (after->steps[i].start != before->steps[i].start || after->steps[i].end != before->steps[i].end)
      return g_strdup_printf ("step %d lies elsewhere when less is asked for", i);
  return NULL;
}

/* What is best is not left for something else that is no better. */
static char *
keep_previous (SegueTestPlan       *plan,
               const SegueSchedule *before,
               SegueTestSource     *source)
{
  g_autoptr (SegueSchedule) after = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_ALL, before, NULL);
  g_autofree char *expected = segue_test_dump_steps (before, plan->problem.now);
  g_autofree char *got = segue_test_dump_steps (after, plan->problem.now);

  return compare_texts (expected, got);
}

/* ---- what binds nothing is added --------------------------------------- */

static char *
add_what_is_off (SegueTestPlan       *plan,
                 const SegueSchedule *before,
                 SegueTestSource     *source)
{
  gint32 last = (gint32) plan->steps->len - 1;
  SegueRuleSpec rule = {
    .relation = SEGUE_RELATION_ON, .route = -1, .point = { last, SEGUE_SIDE_START },
    .other = { -1, SEGUE_SIDE_START }, .date = plan->problem.now + 3,
  };

  g_array_append_val (plan->rules, rule);
  segue_test_plan_period (plan, plan->problem.now - 40, plan->problem.now - 1, 9);
  segue_test_plan_day_off (plan, plan->problem.now - 2);
  segue_test_plan_pool (plan, 5);
  return compare_all (before, plan->problem.now, plan);
}

static char *
reorder_days_off (SegueTestPlan       *plan,
                  const SegueSchedule *before,
                  SegueTestSource     *source)
{
  for (guint i = plan->days_off->len; i > 0; i--)
    {
      SegueDay day = g_array_index (plan->days_off, SegueDay, i - 1);

      g_array_remove_index (plan->days_off, i - 1);
      g_array_append_val (plan->days_off, day);
      g_array_append_val (plan->days_off, day);
    }
  return compare_all (before, plan->problem.now, plan);
}

static char *
add_dropped_step (SegueTestPlan       *plan,
                  const SegueSchedule *before,
                  SegueTestSource     *source)
{
  g_autoptr (SegueSchedule) after = NULL;
  g_autofree char *expected = segue_test_dump_steps (before, plan->problem.now);
  g_autofree char *got = NULL;
  gint32 dropped;

  segue_test_plan_work (plan, "dropped", 50)->status = SEGUE_STATUS_DROPPED;
  dropped = segue_test_plan_find (plan, "dropped");
  segue_test_plan_on (plan, "dropped.end", plan->problem.now);
  after = solve (plan);
  if (after->steps[dropped].active)
    return g_strdup ("a dropped step is active");
  after->n_steps--;
  got = segue_test_dump_steps (after, plan->problem.now);
  after->n_steps++;
  return compare_texts (expected, got);
}

/* ---- all days are moved ------------------------------------------------ */

static SegueDay
moved (SegueDay day,
       gint32   by)
{
  return day == SEGUE_DAY_NONE ? day : day + by;
}

static void
move_all (SegueTestPlan *plan,
          gint32         by)
{
  plan->problem.now += by;
  for (guint i = 0; i < plan->periods->len; i++)
    {
      g_array_index (plan->periods, SeguePeriod, i).begin += by;
      g_array_index (plan->periods, SeguePeriod, i).end += by;
    }
  for (guint i = 0; i < plan->days_off->len; i++)
    g_array_index (plan->days_off, SegueDay, i) += by;
  for (guint i = 0; i < plan->steps->len; i++)
    {
      SegueStepSpec *step = &g_array_index (plan->steps, SegueStepSpec, i);

      step->started_on = moved (step->started_on, by);
      step->done_on = moved (step->done_on, by);
      step->target = moved (step->target, by);
    }
  for (guint i = 0; i < plan->rules->len; i++)
    g_array_index (plan->rules, SegueRuleSpec, i).date = moved (g_array_index (plan->rules, SegueRuleSpec, i).date, by);
}

static char *
move_by_weeks (SegueTestPlan       *plan,
               const SegueSchedule *before,
               SegueTestSource     *source)
{
  SegueDay origin = plan->problem.now;
  g_autoptr (SegueSchedule) after = NULL;
  g_autofree char *expected = segue_test_dump_steps (before, origin);
  g_autofree char *got = NULL;

  move_all (plan, 7 * segue_test_draw (source, -6000, 9000));
  after = solve (plan);
  got = segue_test_dump_steps (after, plan->problem.now);
  return compare_texts (expected, got);
}

static char *
move_by_era (SegueTestPlan       *plan,
             const SegueSchedule *before,
             SegueTestSource     *source)
{
  SegueDay origin = plan->problem.now;

  move_all (plan, ERA);
  return compare_all (before, origin, plan);
}

/* ---- the order is changed ---------------------------------------------- */

static char *
reverse_rules (SegueTestPlan       *plan,
               const SegueSchedule *before,
               SegueTestSource     *source)
{
  for (guint i = 0; i < plan->rules->len / 2; i++)
    {
      SegueRuleSpec *one = &g_array_index (plan->rules, SegueRuleSpec, i);
      SegueRuleSpec *other = &g_array_index (plan->rules, SegueRuleSpec, plan->rules->len - 1 - i);
      SegueRuleSpec kept = *one;

      *one = *other;
      *other = kept;
    }
  return compare_worth (plan, before);
}

static char *
reverse_steps (SegueTestPlan       *plan,
               const SegueSchedule *before,
               SegueTestSource     *source)
{
  gint32 last = (gint32) plan->steps->len - 1;

  for (gint32 i = 0; i < last - i; i++)
    {
      SegueStepSpec *one = &g_array_index (plan->steps, SegueStepSpec, i);
      SegueStepSpec *other = &g_array_index (plan->steps, SegueStepSpec, last - i);
      SegueStepSpec kept = *one;

      *one = *other;
      *other = kept;
    }
  for (guint i = 0; i < plan->rules->len; i++)
    {
      SegueRuleSpec *rule = &g_array_index (plan->rules, SegueRuleSpec, i);

      rule->point.step = last - rule->point.step;
      if (rule->relation == SEGUE_RELATION_AFTER)
        rule->other.step = last - rule->other.step;
    }
  for (guint i = 0; i < plan->exclusives->len; i++)
    {
      SegueExclusiveSpec *exclusive = &g_array_index (plan->exclusives, SegueExclusiveSpec, i);

      for (gint32 k = 0; k < exclusive->n_steps; k++)
        ((gint32 *) exclusive->steps)[k] = last - exclusive->steps[k];
    }
  return compare_worth (plan, before);
}

/* ---- something is given or taken --------------------------------------- */

/* No goal gets a worse route before one gets a better, and nothing is later. */
static char *
compare_no_worse (SegueTestPlan       *plan,
                  const SegueSchedule *before)
{
  g_autoptr (SegueSchedule) after = solve (plan);
  const SegueProblem *problem = segue_test_plan_get (plan);

  if (!before->feasible)
    return NULL;
  if (!after->feasible)
    return g_strdup ("it was feasible and is not");
  for (gint32 i = 0; i < before->n_goals; i++)
    {
      if (after->goals[i].chosen > before->goals[i].chosen)
        return g_strdup_printf ("goal %d had route %d and has %d", i, before->goals[i].chosen, after->goals[i].chosen);
      if (after->goals[i].chosen < before->goals[i].chosen)
        return NULL;
    }
  if (segue_test_lateness (problem, after) > segue_test_lateness (problem, before))
    return g_strdup_printf ("the weighted lateness was %" G_GINT64_FORMAT " and is %" G_GINT64_FORMAT,
                            segue_test_lateness (problem, before), segue_test_lateness (problem, after));
  return NULL;
}

static char *
give_hours (SegueTestPlan       *plan,
            const SegueSchedule *before,
            SegueTestSource     *source)
{
  for (int i = 0; i < 7; i++)
    plan->problem.week[i] += segue_test_draw (source, 0, 2);
  for (guint i = 0; i < plan->pools->len; i++)
    g_array_index (plan->pools, gint32, i) += segue_test_draw (source, 0, 1);
  return compare_no_worse (plan, before);
}

static char *
take_rule_off (SegueTestPlan       *plan,
               const SegueSchedule *before,
               SegueTestSource     *source)
{
  if (plan->rules->len > 0)
    g_array_index (plan->rules, SegueRuleSpec,
                   segue_test_draw (source, 0, (gint32) plan->rules->len - 1)).enabled = FALSE;
  return compare_no_worse (plan, before);
}

static char *
shorten_work (SegueTestPlan       *plan,
              const SegueSchedule *before,
              SegueTestSource     *source)
{
  gint32 step = segue_test_draw (source, 0, (gint32) plan->steps->len - 1);

  g_array_index (plan->steps, SegueStepSpec, step).status = SEGUE_STATUS_DROPPED;
  return compare_no_worse (plan, before);
}

/* Another plan in between leaves no trace. */
static char *
undo (SegueTestPlan       *plan,
      const SegueSchedule *before,
      SegueTestSource     *source)
{
  g_autoptr (SegueTestPlan) edited = segue_test_plan_copy (segue_test_plan_get (plan));
  g_autoptr (SegueSchedule) between = NULL;
  gint32 step = segue_test_draw (source, 0, (gint32) plan->steps->len - 1);

  g_array_index (edited->steps, SegueStepSpec, step).effort[SEGUE_ESTIMATE_LIKELY] += 3;
  g_array_index (edited->steps, SegueStepSpec, step).days[SEGUE_ESTIMATE_LIKELY] += 2;
  between = segue_schedule_solve (segue_test_plan_get (edited), SEGUE_SOLVE_ALL, before, NULL);
  g_assert_cmpint (between->n_steps, ==, before->n_steps);
  return compare_steps (before, plan);
}

/* A practice that takes no hours moves nothing. With it the last-minute schedule is
 * found by passes over a mirrored network, without it by one pass over a list. */
static char *
add_idle_practice (SegueTestPlan       *plan,
                   const SegueSchedule *before,
                   SegueTestSource     *source)
{
  g_autoptr (SegueSchedule) after = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *got = NULL;

  if (!before->feasible)
    return NULL;
  segue_test_plan_practice (plan, "idle", 0);
  after = solve (plan);
  after->n_steps = before->n_steps;
  expected = segue_test_dump_steps (before, plan->problem.now);
  got = segue_test_dump_steps (after, plan->problem.now);
  return compare_texts (expected, got);
}

/* ------------------------------------------------------------------------ */

#define DRAWN (SEGUE_TEST_ANYTHING & ~SEGUE_TEST_HISTORY)
/* More hours can make a hole in what has to be without one. */
#define HOLES SEGUE_TEST_CONTIGUOUS
/* A practice takes hours for as long as the plan lasts. */
#define SPANS (SEGUE_TEST_PRACTICE | SEGUE_TEST_PRACTICE_TIED)

static const Property properties[] = {
  { "/properties/change-nothing", change_nothing, 0, 40 },
  { "/properties/ask-for-less", ask_for_less, 0, 40 },
  { "/properties/keep-previous", keep_previous, 0, 40 },
  { "/properties/add-what-is-off", add_what_is_off, 0, 40 },
  { "/properties/add-idle-practice", add_idle_practice, SPANS | SEGUE_TEST_MAX_LAGS, 400 },
  { "/properties/add-dropped-step", add_dropped_step, 0, 40 },
  { "/properties/reorder-days-off", reorder_days_off, 0, 40 },
  { "/properties/move-by-weeks", move_by_weeks, 0, 40 },
  { "/properties/move-by-era", move_by_era, 0, 40 },
  { "/properties/reverse-rules", reverse_rules, 0, 40 },
  { "/properties/reverse-steps", reverse_steps, 0, 40 },
  { "/properties/give-hours", give_hours, HOLES | SEGUE_TEST_CALENDAR, 40 },
  { "/properties/take-rule-off", take_rule_off, SPANS, 40 },
  { "/properties/drop-step", shorten_work, HOLES | SPANS | SEGUE_TEST_CLOSED, 40 },
  { "/properties/undo", undo, 0, 40 },
};

static void
test_property (gconstpointer data)
{
  const Property *property = data;
  const SegueTestKnobs knobs = { DRAWN & ~property->without, 5, 7, 12 };
  guint n = property->n_plans * (g_getenv ("SEGUE_TEST_LONG") ? 150 : 1);

  for (guint64 seed = 50000; seed < 50000 + n; seed++)
    {
      SegueTestSource source = segue_test_source_seed (seed);
      g_autoptr (SegueTestPlan) plan = segue_test_plan_draw (&source, &knobs);
      g_autofree char *json = segue_test_problem_to_json (segue_test_plan_get (plan));
      g_autoptr (SegueSchedule) before = solve (plan);
      g_autofree char *wrong = property->change (plan, before, &source);

      if (wrong == NULL)
        continue;
      g_test_message ("seed %" G_GUINT64_FORMAT ": %s\n%s", seed, wrong, json);
      g_error ("%s, seed %" G_GUINT64_FORMAT ": %s", property->path, seed, wrong);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_test_add_data_func (properties[i].path, &properties[i], test_property);
  return g_test_run ();
}
