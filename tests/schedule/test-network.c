/* test-network.c - days against Floyd and Warshall, long conflicts against what they must be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-conflict.h"

#include "support/segue-test-network.h"
#include "support/segue-test-random.h"
#include "support/segue-test-validator.h"

#define NOW 18995 /* 2022-01-03, a Monday */

/* ---- every day, both ways ---------------------------------------------- */

static void
list_all (const SegueProblem *problem,
          GArray             *steps,
          GArray             *rules,
          SegueTestNetwork   *slow)
{
  for (gint32 i = 0; i < problem->n_steps; i++)
    if (problem->steps[i].status != SEGUE_STATUS_DROPPED)
      {
        g_array_append_val (steps, i);
        segue_test_network_add_step (slow, i);
      }
  for (gint32 i = 0; i < problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[i];

      if (problem->steps[rule->point.step].status == SEGUE_STATUS_DROPPED ||
          (rule->relation == SEGUE_RELATION_AFTER && problem->steps[rule->other.step].status == SEGUE_STATUS_DROPPED))
        continue;
      g_array_append_val (rules, i);
      segue_test_network_add_rule (slow, i);
    }
}

/* The earliest and the latest day of a point, if nothing but rules counts. */
static void
compare_point (const SegueNetwork *network,
               const gint64       *closure,
               gint32              n,
               SeguePoint          point,
               guint64             seed)
{
  SeguePlace place = segue_network_locate (network, point);
  gint32 node = segue_test_network_node (network->problem, point);
  gint64 earliest = -closure[node * n];
  gint64 latest = closure[node];

  g_assert_cmpint (place.node, >=, 0);
  if (network->earliest[place.node] + place.offset != earliest)
    g_error ("seed %" G_GUINT64_FORMAT ": step %d is told day %d, it can lie on %" G_GINT64_FORMAT, seed, point.step,
             network->earliest[place.node] + place.offset, earliest);
  if (network->latest[place.node] >= SEGUE_FAR / 2 ? latest < SEGUE_FAR / 2
                                                   : network->latest[place.node] + place.offset != latest)
    g_error ("seed %" G_GUINT64_FORMAT ": step %d is told at latest %d, it may lie on %" G_GINT64_FORMAT, seed, point.step,
             network->latest[place.node] + place.offset, latest);
}

static gboolean
compare_days (const SegueProblem *problem,
              guint64             seed)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (SegueTestNetwork) slow = segue_test_network_new (problem);
  g_autoptr (SegueNetwork) network = NULL;
  g_autofree gint64 *closure = NULL;

  list_all (problem, steps, rules, slow);
  network = segue_network_new (problem, (const gint32 *) (gpointer) steps->data, (gint32) steps->len,
                               (const gint32 *) (gpointer) rules->data, (gint32) rules->len, NULL);
  closure = segue_test_network_close (slow);
  g_assert_cmpint (segue_network_find_earliest (network, NULL), ==, closure != NULL);
  if (closure == NULL)
    return FALSE;
  segue_network_find_latest (network, network->ceiling, network->latest);
  for (guint i = 0; i < steps->len; i++)
    {
      gint32 step = g_array_index (steps, gint32, i);

      if (problem->steps[step].status == SEGUE_STATUS_DONE)
        continue;
      compare_point (network, closure, slow->n_nodes, (SeguePoint) { step, SEGUE_SIDE_START }, seed);
      compare_point (network, closure, slow->n_nodes, (SeguePoint) { step, SEGUE_SIDE_END }, seed);
    }
  return TRUE;
}

static void
test_days (void)
{
  const SegueTestKnobs knobs = {
    SEGUE_TEST_MAX_LAGS | SEGUE_TEST_NEGATIVE_LAGS | SEGUE_TEST_PROGRESS | SEGUE_TEST_HISTORY |
    SEGUE_TEST_PRACTICE | SEGUE_TEST_PRACTICE_TIED, 12, 18, 40
  };
  guint n = g_getenv ("SEGUE_TEST_LONG") ? 100000 : 2000;
  guint n_held = 0;

  for (guint64 seed = 0; seed < n; seed++)
    {
      SegueTestSource source = segue_test_source_seed (seed);
      g_autoptr (SegueTestPlan) plan = segue_test_plan_draw (&source, &knobs);

      n_held += compare_days (segue_test_plan_get (plan), seed);
    }
  g_assert_cmpuint (n_held, >, n / 5);
  g_assert_cmpuint (n_held, <, n - n / 5);
}

/* ---- conflicts ---------------------------------------------------------- */

/* Only the rules of the conflict and the steps they bind. */
static SegueTestNetwork *
make_part (const SegueProblem *problem,
           const SegueFinding *finding)
{
  SegueTestNetwork *part = segue_test_network_new (problem);
  g_autofree gboolean *is_in = g_new0 (gboolean, MAX (problem->n_steps, 1));

  for (guint i = 0; i < finding->rules->len; i++)
    {
      gint32 index = g_array_index (finding->rules, gint32, i);
      const SegueRuleSpec *rule = &problem->rules[index];

      segue_test_network_add_rule (part, index);
      is_in[rule->point.step] = TRUE;
      if (rule->relation == SEGUE_RELATION_AFTER)
        is_in[rule->other.step] = TRUE;
    }
  for (gint32 i = 0; i < problem->n_steps; i++)
    if (is_in[i])
      segue_test_network_add_step (part, i);
  return part;
}

/* Returns how many members were left out, one by one; 0: there is no conflict. */
static guint
check_smallest (const SegueProblem *problem)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (SegueTestNetwork) slow = segue_test_network_new (problem);
  g_autoptr (SegueTestNetwork) part = NULL;
  g_autoptr (SegueNetwork) network = NULL;
  g_autoptr (SegueFinding) finding = NULL;

  list_all (problem, steps, rules, slow);
  network = segue_network_new (problem, (const gint32 *) (gpointer) steps->data, (gint32) steps->len,
                               (const gint32 *) (gpointer) rules->data, (gint32) rules->len, NULL);
  if (segue_network_find_earliest (network, NULL))
    return 0;
  finding = segue_conflict_of_dates (network, NULL);
  part = make_part (problem, finding);
  g_assert_false (finding->base.may_be_fewer);
  g_assert_false (segue_test_network_consistent (part, -1));
  for (guint i = 0; i < finding->rules->len; i++)
    g_assert_true (segue_test_network_consistent (part, g_array_index (finding->rules, gint32, i)));
  return finding->rules->len;
}

/* Many rules on few points, so that walks have many edges beside them. */
static void
test_smallest (void)
{
  const SegueTestKnobs knobs = {
    SEGUE_TEST_MAX_LAGS | SEGUE_TEST_NEGATIVE_LAGS | SEGUE_TEST_PROGRESS | SEGUE_TEST_HISTORY |
    SEGUE_TEST_PRACTICE | SEGUE_TEST_PRACTICE_TIED, 8, 24, 20
  };
  guint n = g_getenv ("SEGUE_TEST_LONG") ? 200000 : 5000;
  guint n_conflicts = 0, n_long = 0;

  for (guint64 seed = 0; seed < n; seed++)
    {
      SegueTestSource source = segue_test_source_seed (seed);
      g_autoptr (SegueTestPlan) plan = segue_test_plan_draw (&source, &knobs);
      guint n_rules = check_smallest (segue_test_plan_get (plan));

      n_conflicts += n_rules > 0;
      n_long += n_rules > 3;
    }
  g_test_message ("%u conflicts, %u of them of more than three rules", n_conflicts, n_long);
  g_assert_cmpuint (n_conflicts, >, n / 5);
  g_assert_cmpuint (n_long, >, n / 200);
}

/* ---- long conflicts ---------------------------------------------------- */

/* Milestones in a row, each @min to @max days after the one before. */
static SegueTestPlan *
make_row (gint32 n,
          gint32 min,
          gint32 max)
{
  SegueTestPlan *plan = segue_test_plan_new (NOW);

  for (gint32 i = 0; i < n; i++)
    {
      SegueRuleSpec rule = {
        .relation = SEGUE_RELATION_AFTER, .enabled = TRUE, .route = -1, .point = { i, SEGUE_SIDE_START },
        .other = { i - 1, SEGUE_SIDE_START }, .date = SEGUE_DAY_NONE, .min = min, .max = max, .has_max = TRUE,
      };

      segue_test_plan_milestone (plan, "");
      if (i > 0)
        g_array_append_val (plan->rules, rule);
    }
  return plan;
}

static void
add_date (SegueTestPlan *plan,
          SegueRelation  relation,
          gint32         step,
          SegueDay       day)
{
  SegueRuleSpec rule = {
    .relation = relation, .enabled = TRUE, .route = -1, .point = { step, SEGUE_SIDE_START },
    .other = { -1, SEGUE_SIDE_START }, .date = day,
  };

  g_array_append_val (plan->rules, rule);
}

/* Returns how many rules stand in the one conflict, which is checked. */
static gint32
count_rules (SegueTestPlan *plan,
             gint32         gap)
{
  const SegueProblem *problem = segue_test_plan_get (plan);
  g_autoptr (SegueSchedule) schedule = segue_schedule_solve (problem, SEGUE_SOLVE_DATES, NULL, NULL);
  g_autofree char *wrong = segue_test_validate_conflicts (problem, schedule);

  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_cmpint (schedule->n_conflicts, >, 0);
  g_assert_cmpint (schedule->conflicts[0].gap, ==, gap);
  return schedule->conflicts[0].rules.n;
}

#define LONG 1500

/* From a date to a date, with rules that bind both ways: all are needed. */
static void
test_whole (void)
{
  g_autoptr (SegueTestPlan) plan = make_row (LONG, 1, 3);

  add_date (plan, SEGUE_RELATION_NOT_BEFORE, 0, NOW + 10);
  add_date (plan, SEGUE_RELATION_NOT_AFTER, LONG - 1, NOW + 10 + LONG - 2);
  g_assert_cmpint (count_rules (plan, 1), ==, LONG + 1);
}

/* The other way: each at most a day after the one before, and the last too late. */
static void
test_upper (void)
{
  g_autoptr (SegueTestPlan) plan = make_row (LONG, 0, 1);

  add_date (plan, SEGUE_RELATION_ON, 0, NOW + 10);
  add_date (plan, SEGUE_RELATION_NOT_BEFORE, LONG - 1, NOW + 10 + LONG);
  g_assert_cmpint (count_rules (plan, 1), ==, LONG + 1);
}

/* What comes last does not fit after today, whatever the rest does. */
static void
test_from_now (void)
{
  g_autoptr (SegueTestPlan) plan = make_row (LONG, 1, 3);

  add_date (plan, SEGUE_RELATION_NOT_BEFORE, 0, NOW + 10);
  add_date (plan, SEGUE_RELATION_NOT_AFTER, LONG - 1, NOW + LONG / 2);
  /* From today on LONG / 2 rules fit; the next one does not. */
  g_assert_cmpint (count_rules (plan, 1), ==, LONG / 2 + 2);
}

/* All round: the last at most so many days after the first. */
static void
test_circle (void)
{
  g_autoptr (SegueTestPlan) plan = make_row (LONG, 1, 3);
  SegueRuleSpec last = g_array_index (plan->rules, SegueRuleSpec, 0);

  last.point.step = LONG - 1;
  last.other.step = 0;
  last.max = LONG - 2;
  last.min = 0;
  g_array_append_val (plan->rules, last);
  g_assert_cmpint (count_rules (plan, 1), ==, LONG);
}

/* One rule that cannot hold by itself is the whole conflict. */
static void
test_impossible (void)
{
  g_autoptr (SegueTestPlan) plan = make_row (LONG, 1, 3);

  g_array_index (plan->rules, SegueRuleSpec, LONG / 3).min = 5;
  g_assert_cmpint (count_rules (plan, 2), ==, 1);
}

/* From start to start, and from the last one's end back from end to end, a day
 * each: the length of every work leaps over what lies within. */
static SegueTestPlan *
make_nest (gint32   n,
           SegueDay until)
{
  SegueTestPlan *plan = segue_test_plan_new (NOW);

  segue_test_plan_week (plan, 600, 600);
  for (gint32 i = 0; i < n; i++)
    for (int side = SEGUE_SIDE_START; side <= SEGUE_SIDE_END; side++)
      {
        SegueRuleSpec rule = {
          .relation = SEGUE_RELATION_AFTER, .enabled = TRUE, .route = -1, .point = { i, SEGUE_SIDE_START },
          .other = { i - 1, SEGUE_SIDE_START }, .date = SEGUE_DAY_NONE, .min = 1,
        };

        if (side == SEGUE_SIDE_START)
          segue_test_plan_work (plan, "", 1);
        else
          rule = (SegueRuleSpec) { .relation = SEGUE_RELATION_AFTER, .enabled = TRUE, .route = -1,
                                   .point = { i - 1, SEGUE_SIDE_END }, .other = { i, SEGUE_SIDE_END },
                                   .date = SEGUE_DAY_NONE, .min = 1 };
        if (i > 0)
          g_array_append_val (plan->rules, rule);
      }
  add_date (plan, SEGUE_RELATION_NOT_BEFORE, 0, NOW + 10);
  add_date (plan, SEGUE_RELATION_NOT_AFTER, 0, until);
  g_array_index (plan->rules, SegueRuleSpec, plan->rules->len - 1).point.side = SEGUE_SIDE_END;
  return plan;
}

/* With a day too few every rule is needed; with ten, four on each side are not. */
static void
test_nest (void)
{
  const gint32 links = 2 * (LONG / 2 - 1);
  g_autoptr (SegueTestPlan) tight = make_nest (LONG / 2, NOW + 10 + links - 1);
  g_autoptr (SegueTestPlan) loose = make_nest (LONG / 2, NOW + 10 + links - 10);

  g_assert_cmpint (count_rules (tight, 1), ==, links + 2);
  g_assert_cmpint (count_rules (loose, 2), ==, links + 2 - 8);
  g_assert_cmpuint (check_smallest (segue_test_plan_get (tight)), ==, (guint) links + 2);
  g_assert_cmpuint (check_smallest (segue_test_plan_get (loose)), ==, (guint) links + 2 - 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/days", test_days);
  g_test_add_func ("/network/conflict/smallest", test_smallest);
  g_test_add_func ("/network/conflict/nest", test_nest);
  g_test_add_func ("/network/conflict/whole", test_whole);
  g_test_add_func ("/network/conflict/upper", test_upper);
  g_test_add_func ("/network/conflict/from-now", test_from_now);
  g_test_add_func ("/network/conflict/circle", test_circle);
  g_test_add_func ("/network/conflict/impossible", test_impossible);
  return g_test_run ();
}
