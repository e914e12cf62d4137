/* test-least.c - what gives way is the least that has to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where not all rules can hold, every set of rules that costs less than the
 * one that gave way is tried by the search that leaves nothing out: none may
 * do. Sets that cost the same may neither be broken by fewer days nor, by as
 * many, spare a rule that comes earlier in the plan.
 */
#include "support/segue-test-brute.h"
#include "support/segue-test-json.h"
#include "support/segue-test-model.h"
#include "support/segue-test-random.h"
#include "support/segue-test-validator.h"

#define NOW 18995 /* 2022-01-03, a Monday */
#define MAX_SIDES 14
#define MAX_COMPOSITIONS 400

/* One side of a rule that may give way: its upper one, or all of it. */
typedef struct
{
  gint32 rule;
  gboolean whole;
  guint64 cost;
} Side;

typedef struct
{
  const SegueProblem *problem;
  const SegueSchedule *schedule;
  guint64 seed;
  Side sides[MAX_SIDES];
  gint32 n_sides;
  gint32 days;     /* by which what gave way is broken */
  guint32 given;   /* what gave way, as a set of sides */
  GArray *hopeless; /* sets of which is known that they do not do */
  gint32 n_tried;
} Case;

static void
fail (Case       *self,
      const char *wrong,
      guint32     set)
{
  g_autofree char *json = segue_test_problem_to_json (self->problem);

  g_test_message ("seed %" G_GUINT64_FORMAT ": %s\n%s", self->seed, wrong, json);
  for (gint32 i = 0; i < self->n_sides; i++)
    g_test_message ("rule %d %s:%s%s", self->sides[i].rule, self->sides[i].whole ? "as a whole" : "upper side",
                    self->given >> i & 1 ? " gave way" : "", set >> i & 1 ? " would have to" : "");
  g_error ("seed %" G_GUINT64_FORMAT ": %s", self->seed, wrong);
}

/* ---- sides ------------------------------------------------------------- */

static gboolean
has_upper_side (const SegueRuleSpec *rule)
{
  return rule->relation == SEGUE_RELATION_NOT_AFTER || rule->relation == SEGUE_RELATION_ON ||
         (rule->relation == SEGUE_RELATION_AFTER && rule->has_max);
}

/* Ten bits for each kind: whole rules above upper sides, confirmed ones above others. */
static guint64
cost_of (SegueCertainty certainty,
         gboolean       heavy)
{
  static const int shifts[] = { 20, 10, 0 };

  return G_GUINT64_CONSTANT (1) << (shifts[certainty] + (heavy ? 30 : 0));
}

static void
add_side (Case     *self,
          gint32    rule,
          gboolean  whole,
          gboolean  heavy)
{
  if (self->n_sides < MAX_SIDES)
    self->sides[self->n_sides] = (Side) { rule, whole, cost_of (self->problem->rules[rule].certainty, heavy) };
  self->n_sides++;
}

static gboolean
list_sides (Case *self)
{
  static const gint32 chosen[1] = { -1 };

  for (gint32 i = 0; i < self->problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &self->problem->rules[i];
      gboolean is_past = self->problem->steps[rule->point.step].status == SEGUE_STATUS_DONE;

      if (!segue_test_rule_active (self->problem, i, chosen))
        continue;
      if (!is_past && has_upper_side (rule))
        add_side (self, i, FALSE, FALSE);
      if (is_past || rule->relation == SEGUE_RELATION_AFTER)
        add_side (self, i, TRUE, !is_past);
    }
  return self->n_sides <= MAX_SIDES;
}

/* A rule that is broken at its lower side has given way as a whole. */
static gboolean
is_given (const Case *self,
          const Side *side)
{
  const SegueRuleSpec *rule = &self->problem->rules[side->rule];
  const SegueSchedule *schedule = self->schedule;
  const SegueStepResult *steps = schedule->steps;

  for (gint32 i = 0; i < schedule->n_broken; i++)
    {
      SegueDay point = rule->point.side == SEGUE_SIDE_START ? steps[rule->point.step].start : steps[rule->point.step].end;
      SegueDay other = rule->relation != SEGUE_RELATION_AFTER ? 0 :
                       rule->other.side == SEGUE_SIDE_START ? steps[rule->other.step].start : steps[rule->other.step].end;

      if (schedule->broken[i].rule != side->rule)
        continue;
      if (self->problem->steps[rule->point.step].status == SEGUE_STATUS_DONE)
        return side->whole;
      return side->whole == (segue_test_rule_too_early (self->problem, rule, point, other) > 0);
    }
  return FALSE;
}

/* What a set of sides costs; of a rule that is in it as a whole its upper side is free. */
static guint64
cost_of_set (const Case *self,
             guint32     set)
{
  guint64 cost = 0;

  for (gint32 i = 0; i < self->n_sides; i++)
    {
      gboolean is_free = i + 1 < self->n_sides && (set >> (i + 1) & 1) && !self->sides[i].whole &&
                         self->sides[i + 1].rule == self->sides[i].rule;

      if ((set >> i & 1) && !is_free)
        cost += self->sides[i].cost;
    }
  return cost;
}

/* ---- trying ------------------------------------------------------------ */

/* Lets the upper side of a rule give way by so many days, or for good if -1. */
static void
let_give_way (SegueTestPlan *plan,
              gint32         index,
              gint32         days)
{
  SegueRuleSpec *rule = &g_array_index (plan->rules, SegueRuleSpec, index);
  SegueRuleSpec lower = *rule;

  if (rule->relation == SEGUE_RELATION_AFTER)
    {
      rule->max += MAX (days, 0);
      rule->has_max = days >= 0;
      return;
    }
  rule->enabled = days >= 0;
  rule->date += MAX (days, 0);
  if (rule->relation != SEGUE_RELATION_ON)
    return;
  rule->relation = SEGUE_RELATION_NOT_AFTER;
  lower.relation = SEGUE_RELATION_NOT_BEFORE;
  g_array_append_val (plan->rules, lower);
}

static SegueTestAnswer
exists (Case         *self,
        guint32       set,
        const gint32 *days)
{
  static const gint32 chosen[1] = { -1 };
  g_autoptr (SegueTestPlan) plan = segue_test_plan_copy (self->problem);

  self->n_tried++;
  for (gint32 i = 0; i < self->n_sides; i++)
    if (set >> i & 1)
      {
        if (self->sides[i].whole)
          g_array_index (plan->rules, SegueRuleSpec, self->sides[i].rule).enabled = FALSE;
        else
          let_give_way (plan, self->sides[i].rule, days ? days[i] : -1);
      }
  return segue_test_brute_exists (segue_test_plan_get (plan), chosen, 0, G_MAXINT64);
}

/* What a set cannot do, none of its parts can. */
static gboolean
is_known_hopeless (Case    *self,
                   guint32  set)
{
  for (guint i = 0; i < self->hopeless->len; i++)
    if ((set & ~g_array_index (self->hopeless, guint32, i)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
does (Case    *self,
      guint32  set)
{
  if (is_known_hopeless (self, set))
    return FALSE;
  if (exists (self, set, NULL) == SEGUE_TEST_YES)
    return TRUE;
  g_array_append_val (self->hopeless, set);
  return FALSE;
}

/* Whether the sides of a set can share @left days so that there is a schedule. */
static gboolean
does_within (Case    *self,
             guint32  set,
             gint32   side,
             gint32   left,
             gint32  *days,
             gint32  *n_left)
{
  guint32 rest = set & ~((2u << side) - 1);

  if (side == self->n_sides)
    return FALSE;
  if (!(set >> side & 1))
    return does_within (self, set, side + 1, left, days, n_left);
  if (rest == 0)
    {
      days[side] = left;
      return (*n_left)-- > 0 && exists (self, set, days) == SEGUE_TEST_YES;
    }
  for (days[side] = 1; days[side] < left; days[side]++)
    if (does_within (self, set, side + 1, left - days[side], days, n_left))
      return TRUE;
  return FALSE;
}

static gboolean
spares_earlier (guint32 set,
                guint32 other)
{
  guint32 lowest = (set ^ other) & -(set ^ other);

  return (set & lowest) == 0;
}

static gboolean
has_whole (const Case *self,
           guint32     set)
{
  for (gint32 i = 0; i < self->n_sides; i++)
    if ((set >> i & 1) && self->sides[i].whole)
      return TRUE;
  return FALSE;
}

/* Of sets that cost the same, days are asked for only where upper sides alone give way. */
static void
check_equal (Case    *self,
             guint32  set)
{
  gint32 days[MAX_SIDES] = { 0 };
  gint32 n_left = MAX_COMPOSITIONS;

  if (has_whole (self, set) || has_whole (self, self->given))
    return;
  if (does_within (self, set, 0, self->days - 1, days, &n_left))
    fail (self, "as much gives way by more days than has to", set);
  if (set != self->given && spares_earlier (set, self->given) &&
      does_within (self, set, 0, self->days, days, &n_left))
    fail (self, "a rule that comes earlier could be spared", set);
}

/* Large sets first: what they cannot do their parts need not try. */
static void
check_sets (Case *self)
{
  guint64 cost = cost_of_set (self, self->given);

  for (gint32 n = self->n_sides; n >= 0; n--)
    for (guint32 set = 0; set < 1u << self->n_sides; set++)
      if (__builtin_popcount (set) == n && cost_of_set (self, set) < cost && does (self, set))
        fail (self, "more gives way than has to", set);
  for (guint32 set = 1; set < 1u << self->n_sides; set++)
    if (cost_of_set (self, set) == cost && does (self, set))
      check_equal (self, set);
}

/* ---- plans ------------------------------------------------------------- */

static gboolean
is_placed (const SegueSchedule *schedule)
{
  for (gint32 i = 0; i < schedule->n_steps; i++)
    if (schedule->steps[i].active && schedule->steps[i].start == SEGUE_DAY_NONE)
      return FALSE;
  return TRUE;
}

/* Returns whether the plan was one that could be looked at. */
static gboolean
check_plan (const SegueProblem  *problem,
            const SegueSchedule *schedule,
            guint64              seed)
{
  Case self = { .problem = problem, .schedule = schedule, .seed = seed };

  if (schedule->feasible || !is_placed (schedule) || !list_sides (&self) ||
      exists (&self, (1u << self.n_sides) - 1, NULL) != SEGUE_TEST_YES)
    return FALSE;
  for (gint32 i = 0; i < self.n_sides; i++)
    self.given |= (guint32) is_given (&self, &self.sides[i]) << i;
  for (gint32 i = 0; i < schedule->n_broken; i++)
    self.days += schedule->broken[i].days_late;
  self.hopeless = g_array_new (FALSE, FALSE, sizeof (guint32));
  check_sets (&self);
  g_array_unref (self.hopeless);
  return TRUE;
}

typedef struct
{
  const char *path;
  SegueTestFeatures features;
  gint32 max_steps;
  gint32 max_rules;
  gint32 horizon;
} Kind;

#define LAGS (SEGUE_TEST_MAX_LAGS | SEGUE_TEST_NEGATIVE_LAGS)

static const Kind kinds[] = {
  { "/least/plain", LAGS, 5, 10, 10 },
  { "/least/many-rules", LAGS, 4, 16, 8 },
  { "/least/limits", LAGS | SEGUE_TEST_WORK_LIMITS | SEGUE_TEST_CALENDAR, 5, 10, 12 },
  { "/least/contiguous", LAGS | SEGUE_TEST_CONTIGUOUS, 5, 10, 10 },
  { "/least/history", LAGS | SEGUE_TEST_PROGRESS | SEGUE_TEST_HISTORY, 5, 12, 10 },
  { "/least/pools", LAGS | SEGUE_TEST_LOADS | SEGUE_TEST_POOLS, 5, 10, 10 },
  { "/least/practice", LAGS | SEGUE_TEST_PRACTICE, 5, 10, 10 },
  { "/least/off", LAGS | SEGUE_TEST_RULES_OFF | SEGUE_TEST_TARGETS, 5, 12, 10 },
};

static void
test_kind (gconstpointer data)
{
  const Kind *kind = data;
  const SegueTestKnobs knobs = { kind->features, kind->max_steps, kind->max_rules, kind->horizon };
  guint n = g_getenv ("SEGUE_TEST_LONG") ? 20000 : 250;
  guint n_checked = 0, n_unproven = 0, n_broken = 0;

  for (guint64 seed = 300000; seed < 300000 + n; seed++)
    {
      SegueTestSource source = segue_test_source_seed (seed);
      g_autoptr (SegueTestPlan) plan = segue_test_plan_draw (&source, &knobs);
      const SegueProblem *problem = segue_test_plan_get (plan);
      g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, SEGUE_SOLVE_DATES, NULL, NULL);

      g_assert_null (segue_test_validate (problem, schedule, SEGUE_SOLVE_DATES));
      g_assert_false (schedule->broken_unproven && schedule->n_broken == 0);
      n_broken += schedule->n_broken > 0;
      n_unproven += schedule->broken_unproven;
      if (!schedule->broken_unproven)
        n_checked += check_plan (problem, schedule, seed);
    }
  g_test_message ("%u plans where rules give way, %u looked at, %u unproven", n_broken, n_checked, n_unproven);
  g_assert_cmpuint (n_checked, >, n / 10);
  g_assert_cmpuint (n_unproven * 20, <, n_broken);
}

/* ---- by hand ----------------------------------------------------------- */

static SegueSchedule *
solve (SegueTestPlan *plan)
{
  SegueSchedule *schedule = segue_schedule_solve (segue_test_plan_get (plan), SEGUE_SOLVE_DATES, NULL, NULL);

  g_assert_null (segue_test_validate (segue_test_plan_get (plan), schedule, SEGUE_SOLVE_DATES));
  return schedule;
}

/* One rule stands in two conflicts; both others come after it in the plan. */
static SegueTestPlan *
two_conflicts (SegueCertainty others)
{
  SegueTestPlan *plan = segue_test_plan_new (NOW);

  segue_test_plan_milestone (plan, "a");
  segue_test_plan_milestone (plan, "b");
  segue_test_plan_milestone (plan, "c");
  segue_test_plan_not_before (plan, "b", NOW + 20);
  segue_test_plan_not_before (plan, "c", NOW + 25);
  segue_test_plan_not_after (plan, "a", NOW + 10);
  segue_test_plan_within (plan, "b", "a", 0, 5)->certainty = others;
  segue_test_plan_within (plan, "c", "a", 0, 5)->certainty = others;
  return plan;
}

static void
test_shared (void)
{
  g_autoptr (SegueTestPlan) plan = two_conflicts (SEGUE_CERTAINTY_CONFIRMED);
  g_autoptr (SegueSchedule) schedule = solve (plan);

  g_assert_cmpint (schedule->n_broken, ==, 1);
  g_assert_cmpint (schedule->broken[0].rule, ==, 2);
  g_assert_cmpint (schedule->broken[0].days_late, ==, 10);
  g_assert_false (schedule->broken_unproven);
}

static void
test_hearsay (void)
{
  g_autoptr (SegueTestPlan) plan = two_conflicts (SEGUE_CERTAINTY_HEARSAY);
  g_autoptr (SegueSchedule) schedule = solve (plan);

  g_assert_cmpint (schedule->n_broken, ==, 2);
  g_assert_cmpint (schedule->broken[0].rule, ==, 3);
  g_assert_cmpint (schedule->broken[1].rule, ==, 4);
}

/* Both ends cannot be kept; the important one takes the hours either way. */
static void
test_fewer_days (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;

  segue_test_plan_week (plan, 1, 1);
  segue_test_plan_work (plan, "short", 2);
  segue_test_plan_work (plan, "long", 9);
  segue_test_plan_not_after (plan, "short.end", NOW + 8);
  segue_test_plan_not_after (plan, "long.end", NOW + 8);
  schedule = solve (plan);
  /* 11 days for both: whichever comes last is two days late, and the last rule is not spared. */
  g_assert_cmpint (schedule->n_broken, ==, 1);
  g_assert_cmpint (schedule->broken[0].rule, ==, 1);
  g_assert_cmpint (schedule->broken[0].days_late, ==, 2);
  g_assert_false (schedule->broken_unproven);
  /* With an earlier end of its own that one would be five days late. */
  g_array_index (plan->rules, SegueRuleSpec, 1).date = NOW + 5;
  g_clear_pointer (&schedule, segue_schedule_free);
  g_array_index (plan->steps, SegueStepSpec, 1).effort[SEGUE_ESTIMATE_LIKELY] = 6;
  schedule = solve (plan);
  g_assert_cmpint (schedule->n_broken, ==, 0);
}

/* Too many to be tried all: then it is said that it is not known. */
static void
test_too_many (void)
{
  g_autoptr (SegueTestPlan) plan = segue_test_plan_new (NOW);
  g_autoptr (SegueSchedule) schedule = NULL;

  segue_test_plan_week (plan, 60, 60);
  for (gint32 i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("w%d", i);
      g_autofree char *end = g_strconcat (name, ".end", NULL);

      segue_test_plan_work (plan, name, 300 + i);
      segue_test_plan_not_after (plan, end, NOW + 20 + 3 * i);
    }
  schedule = solve (plan);
  g_assert_cmpint (schedule->n_broken, >, 5);
  g_assert_true (schedule->broken_unproven);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/least/shared", test_shared);
  g_test_add_func ("/least/hearsay", test_hearsay);
  g_test_add_func ("/least/fewer-days", test_fewer_days);
  g_test_add_func ("/least/too-many", test_too_many);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_add_data_func (kinds[i].path, &kinds[i], test_kind);
  return g_test_run ();
}
