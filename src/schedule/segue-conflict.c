/* segue-conflict.c - smallest sets of rules whose dates cannot all hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A conflict of dates is a walk along supports that comes from a floor and ends
 * beyond a ceiling, or that comes back to where it began:
 *
 *   floor ─►(exercise)──►(resign)──►(enrol)◄─ ceiling      gap: what the sum of
 *   1 April         +0         +1         1 March          the lags lacks in days
 *
 * Its rules are nearly a smallest set. Not quite, because a rule that has two
 * sides, `now`, or the length of a step may close a shorter walk. Where every
 * rule of the walk goes one way, only `now` can: then the shortest stretch
 * before the ceiling that is too long from `now` on is a smallest set.
 *
 *             now          now
 *              ▼            ▼
 *   floor ─►( a )──►( b )──►( c )──►( d )◄─ ceiling      kept: b ─► c ─► d, if
 *                    └── too long from now ──┘            c ─► d is not
 *
 * Otherwise each rule is left out in turn, and stays out if the rest still
 * cannot hold (Chinneck & Dravnieks, ORSA J. Computing 3, 1991, deletion filter).
 */
#include "schedule/segue-conflict.h"

SegueFinding *
segue_finding_new (SegueConflictKind kind)
{
  SegueFinding *finding = g_new0 (SegueFinding, 1);

  finding->base.kind = kind;
  finding->base.goal = finding->base.route = finding->base.exclusive = finding->base.pool = -1;
  finding->base.from = finding->base.until = SEGUE_DAY_NONE;
  finding->rules = g_array_new (FALSE, FALSE, sizeof (gint32));
  finding->steps = g_array_new (FALSE, FALSE, sizeof (gint32));
  finding->remedies = g_array_new (FALSE, FALSE, sizeof (SegueRemedy));
  return finding;
}

void
segue_finding_free (SegueFinding *finding)
{
  g_array_unref (finding->rules);
  g_array_unref (finding->steps);
  g_array_unref (finding->remedies);
  g_free (finding->modes);
  g_free (finding->homeless);
  g_free (finding);
}

gboolean
segue_rule_has_upper (const SegueRuleSpec *rule)
{
  return rule->relation == SEGUE_RELATION_NOT_AFTER ||
         rule->relation == SEGUE_RELATION_ON ||
         (rule->relation == SEGUE_RELATION_AFTER && rule->has_max);
}

/**
 * segue_finding_weakest:
 * @finding: a conflict
 * @problem: its problem
 * @may: which of its rules come into question
 * @data: for @may
 *
 * Returns: the least certain of these, the last in the plan's order among
 *   equals, or -1
 */
gint32
segue_finding_weakest (const SegueFinding *finding,
                       const SegueProblem *problem,
                       SegueRuleFilter     may,
                       gconstpointer       data)
{
  gint32 weakest = -1;

  for (guint i = 0; i < finding->rules->len; i++)
    {
      gint32 index = g_array_index (finding->rules, gint32, i);
      const SegueRuleSpec *rule = &problem->rules[index];

      if (may && !may (problem, index, data))
        continue;
      if (weakest < 0 || rule->certainty > problem->rules[weakest].certainty ||
          (rule->certainty == problem->rules[weakest].certainty && index > weakest))
        weakest = index;
    }
  return weakest;
}

static void
add_once (GArray *array,
          gint32  item)
{
  if (item < 0)
    return;
  for (guint i = 0; i < array->len; i++)
    if (g_array_index (array, gint32, i) == item)
      return;
  g_array_append_val (array, item);
}

static void
add_if_not_last (GArray *array,
                 gint32  item)
{
  if (item >= 0 && (array->len == 0 || g_array_index (array, gint32, array->len - 1) != item))
    g_array_append_val (array, item);
}

/* Long walks are never looked through again and again for doubles. */
#define LONG_WALK 1000

static void
add_member (GArray *array,
            gint32  item)
{
  if (array->len < LONG_WALK)
    add_once (array, item);
  else
    add_if_not_last (array, item);
}

static gint32
step_of_node (const SegueNetwork *network,
              gint32              node)
{
  return network->act_step[network->node_act[node]];
}

/* From a node on a cycle of supports, all the way round. */
static void
walk_cycle (const SegueNetwork *network,
            gint32              node,
            SegueFinding       *finding)
{
  gint32 at = node;
  gint64 gap = 0;

  do
    {
      const SegueEdge *edge = &network->edges[network->support[at]];

      add_member (finding->rules, edge->rule);
      add_member (finding->steps, step_of_node (network, at));
      gap += edge->weight;
      at = edge->from;
    }
  while (at != node);
  finding->base.gap = (gint32) CLAMP (gap, 1, G_MAXINT32);
}

/* From a node beyond its ceiling down to the floor that lifts it there. */
static void
walk_down (const SegueNetwork *network,
           gint32              node,
           SegueFinding       *finding)
{
  gint32 at = node;

  add_member (finding->rules, network->ceiling_rule[node]);
  for (;;)
    {
      add_member (finding->steps, step_of_node (network, at));
      if (network->support[at] < 0)
        break;
      add_member (finding->rules, network->edges[network->support[at]].rule);
      at = network->edges[network->support[at]].from;
    }
  add_member (finding->rules, network->floor_rule[at]);
  finding->base.gap = (gint32) CLAMP (network->earliest[node] - network->ceiling[node], 1, G_MAXINT32);
}

static SegueFinding *
read_network (const SegueNetwork *network)
{
  SegueFinding *finding = segue_finding_new (SEGUE_CONFLICT_DATES);
  gint32 node = network->bad_node;

  if (network->broken)
    {
      const SegueFixedBreak *broken = &g_array_index (network->broken, SegueFixedBreak, 0);
      const SegueRuleSpec *rule = &network->problem->rules[broken->rule];

      add_once (finding->rules, broken->rule);
      add_once (finding->steps, rule->point.step);
      if (rule->relation == SEGUE_RELATION_AFTER)
        add_once (finding->steps, rule->other.step);
      finding->base.gap = (gint32) CLAMP (broken->gap, 1, G_MAXINT32);
    }
  else if (network->bad_cycle)
    {
      /* The node may only hang on the cycle; after n steps one is on it. */
      for (gint32 i = 0; i < network->n_nodes; i++)
        node = network->edges[network->support[node]].from;
      walk_cycle (network, node, finding);
    }
  else
    walk_down (network, node, finding);
  return finding;
}

static SegueNetwork *
build_part (const SegueProblem *problem,
            const gint32       *rules,
            gint32              n_rules,
            const guint8       *modes)
{
  g_autofree guint8 *seen = g_new0 (guint8, MAX (problem->n_steps, 1));
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (gint32 i = 0; i < n_rules; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[rules[i]];

      if (!seen[rule->point.step])
        g_array_append_val (steps, rule->point.step);
      seen[rule->point.step] = TRUE;
      if (rule->relation != SEGUE_RELATION_AFTER)
        continue;
      if (!seen[rule->other.step])
        g_array_append_val (steps, rule->other.step);
      seen[rule->other.step] = TRUE;
    }
  return segue_network_new (problem, (const gint32 *) (gpointer) steps->data, (gint32) steps->len,
                            rules, n_rules, modes);
}

/**
 * segue_dates_hold:
 * @problem: a problem
 * @rules: (array length=n_rules): some of its rules
 * @n_rules: how many
 * @modes: (nullable): how much of each rule counts
 *
 * Returns: whether these rules alone can all hold, given `now` and the lengths
 *   of the steps they touch
 */
gboolean
segue_dates_hold (const SegueProblem *problem,
                  const gint32       *rules,
                  gint32              n_rules,
                  const guint8       *modes)
{
  g_autoptr (SegueNetwork) network = build_part (problem, rules, n_rules, modes);

  return segue_network_find_earliest (network, NULL);
}

/* Work that shrinking may take: rules looked at in all. */
#define SHRINK_BUDGET 500000

/*
 * Leaves out what is not needed, from the end. Very long walks are gone through
 * in stretches: what can be spared there is the way to a shorter walk, and that
 * is a stretch.
 */
static void
shrink (const SegueProblem *problem,
        const guint8       *modes,
        GArray             *rules)
{
  guint64 n = rules->len;
  guint stretch = (guint) MAX (1, n * n / SHRINK_BUDGET);

  for (guint end = rules->len; end > 0 && rules->len > 1;)
    {
      guint first = end > stretch ? end - stretch : 0;
      guint length = end - first;
      g_autofree gint32 *removed = g_memdup2 (&g_array_index (rules, gint32, first), sizeof (gint32) * length);

      g_array_remove_range (rules, first, length);
      if (rules->len == 0 || segue_dates_hold (problem, (const gint32 *) (gpointer) rules->data,
                                               (gint32) rules->len, modes))
        g_array_insert_vals (rules, first, removed, length);
      end = first;
    }
}

/* Whether every edge is on the walk to the bad node, or leads to it from aside. */
static gboolean
is_one_walk (const SegueNetwork *part)
{
  g_autofree guint8 *is_on_walk = g_new0 (guint8, MAX (part->n_nodes, 1));
  gint32 at = part->bad_node;

  is_on_walk[at] = TRUE;
  for (; part->support[at] >= 0; is_on_walk[at] = TRUE)
    at = part->edges[part->support[at]].from;
  for (gint32 i = 0; i < part->n_edges; i++)
    {
      const SegueEdge *edge = &part->edges[i];

      if (part->support[edge->to] == i && is_on_walk[edge->to])
        continue;
      if (edge->rule >= 0 || (is_on_walk[edge->from] && is_on_walk[edge->to]))
        return FALSE;
    }
  return TRUE;
}

/* Whether a network can fail at no other node, and only along one walk. */
static gboolean
is_one_way (const SegueNetwork *part)
{
  if (part->has_back_edges || part->broken)
    return FALSE;
  for (gint32 node = 0; node < part->n_nodes; node++)
    if (node != part->bad_node && part->earliest[node] > part->ceiling[node])
      return FALSE;
  return is_one_walk (part);
}

/*
 * Keeps the shortest stretch of the walk that does not fit between `now` and
 * the ceiling, if there is one. FALSE: the walk may be shortened otherwise.
 */
static gboolean
shrink_one_way (const SegueProblem *problem,
                const guint8       *modes,
                GArray             *rules)
{
  g_autoptr (SegueNetwork) part =
    build_part (problem, (const gint32 *) (gpointer) rules->data, (gint32) rules->len, modes);
  gint64 room;
  gint32 at;
  guint n_kept = 1;

  if (segue_network_find_earliest (part, NULL) || !is_one_way (part) ||
      part->ceiling_rule[part->bad_node] != g_array_index (rules, gint32, 0))
    return FALSE;
  at = part->bad_node;
  room = part->ceiling[at] - problem->now;
  while (part->support[at] >= 0 && room >= 0)
    {
      const SegueEdge *edge = &part->edges[part->support[at]];

      if (edge->rule >= 0 && (n_kept == rules->len || g_array_index (rules, gint32, n_kept++) != edge->rule))
        return FALSE;
      room -= edge->weight;
      at = edge->from;
    }
  if (room < 0)
    g_array_set_size (rules, n_kept);
  return TRUE;
}

/**
 * segue_conflict_of_dates:
 * @network: a network in which segue_network_find_earliest() has failed
 * @modes: (nullable): how much of each rule counts
 *
 * Returns: (transfer full): a smallest set of rules that cannot all hold, in
 *   the order of their chain from its end to its beginning
 */
SegueFinding *
segue_conflict_of_dates (SegueNetwork *network,
                         const guint8 *modes)
{
  SegueFinding *finding = read_network (network);
  guint n_rules = finding->rules->len;

  if (!shrink_one_way (network->problem, modes, finding->rules))
    shrink (network->problem, modes, finding->rules);
  if (finding->rules->len < n_rules)
    {
      g_autoptr (SegueNetwork) part =
        build_part (network->problem, (const gint32 *) (gpointer) finding->rules->data,
                    (gint32) finding->rules->len, modes);

      g_assert (!segue_network_find_earliest (part, NULL));
      segue_finding_free (finding);
      finding = read_network (part);
    }
  return finding;
}
