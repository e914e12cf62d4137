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
 * Its rules are nearly a smallest set. Not quite, because the other side of a
 * rule, `now`, or the length of a step may close a circle with a part of the walk:
 *
 *   floor ─►(a)──►(b)──►(c)──►(d)◄─ ceiling        without what is leapt over,
 *            └─────────────►┘                      is there still a gap?
 *
 * If one does that cannot hold either, its rules are fewer and are looked at
 * instead, the shortest first. If none does, every rule of the walk is needed: of
 * circles with several such edges none can have a gap that the single ones have
 * not (see find_shortcut()).
 */
#include "schedule/segue-conflict.h"

#include <string.h>

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

/* A finding while its walk is read. */
typedef struct
{
  const SegueNetwork *network;
  SegueFinding *finding;
  guint8 *has_act;
} Reading;

/* A step may be on the walk with its start and with its end. */
static void
add_step_of (Reading *reading,
             gint32   node)
{
  gint32 act = reading->network->node_act[node];

  if (!reading->has_act[act])
    g_array_append_val (reading->finding->steps, reading->network->act_step[act]);
  reading->has_act[act] = TRUE;
}

/* From a node on a cycle of supports, all the way round. A rule binds two nodes,
 * so it can only follow on itself. */
static void
walk_cycle (Reading *reading,
            gint32   node)
{
  const SegueNetwork *network = reading->network;
  gint32 at = node;
  gint64 gap = 0;

  do
    {
      gint32 edge = network->support[at];

      add_if_not_last (reading->finding->rules, network->edge_rule[edge]);
      add_step_of (reading, at);
      gap += network->edges[edge].weight;
      at = network->edge_from[edge];
    }
  while (at != node);
  reading->finding->base.gap = (gint32) CLAMP (gap, 1, G_MAXINT32);
}

/* From a node beyond its ceiling down to the floor that lifts it there. */
static void
walk_down (Reading *reading,
           gint32   node)
{
  const SegueNetwork *network = reading->network;
  GArray *rules = reading->finding->rules;
  gint32 at = node;

  add_if_not_last (rules, network->ceiling_rule[node]);
  for (;;)
    {
      add_step_of (reading, at);
      if (network->support[at] < 0)
        break;
      add_if_not_last (rules, network->edge_rule[network->support[at]]);
      at = network->edge_from[network->support[at]];
    }
  add_if_not_last (rules, network->floor_rule[at]);
  reading->finding->base.gap = (gint32) CLAMP (network->earliest[node] - network->ceiling[node], 1, G_MAXINT32);
}

/* A node on the walk: its last or, of a circle, any. */
static gint32
find_last (const SegueNetwork *network)
{
  gint32 node = network->bad_node;

  /* The bad node may only hang on the cycle; after n steps one is on it. */
  for (gint32 i = 0; i < network->n_nodes && network->bad_cycle; i++)
    node = network->edge_from[network->support[node]];
  return node;
}

static void
read_walk (const SegueNetwork *network,
           SegueFinding       *finding)
{
  g_autofree guint8 *has_act = g_new0 (guint8, MAX (network->n_acts, 1));
  Reading reading = { network, finding, has_act };

  if (network->bad_cycle)
    walk_cycle (&reading, find_last (network));
  else
    walk_down (&reading, network->bad_node);
}

static SegueFinding *
read_network (SegueNetwork *network)
{
  SegueFinding *finding = segue_finding_new (SEGUE_CONFLICT_DATES);

  segue_network_find_reasons (network);
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
  else
    read_walk (network, finding);
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

/* ---- shortcuts --------------------------------------------------------- */

/* Rules looked at in all until a walk is told as it is. */
#define SHORTCUT_BUDGET 5000000

/*
 * The nodes of a walk in a circle: day 0, if it comes from a floor and ends at a
 * ceiling, then all others from the beginning. The last stretch closes it.
 */
typedef struct
{
  const SegueNetwork *part;
  gboolean is_open;  /* begins with day 0 */
  gint32 n;
  gint32 *node;      /* by place; -1: day 0 */
  gint32 *place;     /* by node; -1: not on the walk */
  gint32 *edge;      /* by place, to the next one; -1: a floor or a ceiling */
  gint32 *rule;      /* the same, or -1: a given */
  gint32 *n_rules;   /* by place, rules before it; n + 1 entries */
  gint64 *sum;       /* by place, of the weights before it; n + 1 entries */
} Walk;

/* An edge beside the walk, and the rules of the circle it closes: from its end along the walk to its beginning. */
typedef struct
{
  gint32 from; /* places */
  gint32 to;
  gint32 rule;
  gint32 n_rules;
} Shortcut;

/* The nodes from the last one back. */
static void
place_nodes (Walk *walk)
{
  const SegueNetwork *part = walk->part;
  gint32 last = find_last (part);
  gint32 at = last;

  walk->n = 1 + walk->is_open;
  for (; part->support[at] >= 0 && part->edge_from[part->support[at]] != last; at = part->edge_from[part->support[at]])
    walk->n++;
  walk->node = g_new (gint32, walk->n);
  walk->edge = g_new (gint32, walk->n);
  memset (walk->edge, 0xff, sizeof (gint32) * (gsize) walk->n);
  walk->node[0] = -1;
  at = last;
  for (gint32 i = walk->n - 1; i >= walk->is_open; i--)
    {
      gint32 support = part->support[at];

      walk->node[i] = at;
      walk->place[at] = i;
      if (support < 0)
        break;
      walk->edge[i > 0 ? i - 1 : walk->n - 1] = support;
      at = part->edge_from[support];
    }
}

static void
add_stretch (Walk   *walk,
             gint32  i,
             gint64  weight,
             gint32  rule)
{
  walk->rule[i] = rule;
  walk->n_rules[i + 1] = walk->n_rules[i] + (rule >= 0);
  walk->sum[i + 1] = walk->sum[i] + weight;
}

static void
walk_init (Walk               *walk,
           const SegueNetwork *part)
{
  *walk = (Walk) { .part = part, .is_open = !part->bad_cycle };
  walk->place = g_new (gint32, part->n_nodes);
  memset (walk->place, 0xff, sizeof (gint32) * (gsize) part->n_nodes);
  place_nodes (walk);
  walk->rule = g_new (gint32, walk->n);
  walk->n_rules = g_new0 (gint32, walk->n + 1);
  walk->sum = g_new0 (gint64, walk->n + 1);
  for (gint32 i = 0; i < walk->n; i++)
    {
      gint32 edge = walk->edge[i];

      if (edge >= 0)
        add_stretch (walk, i, part->edges[edge].weight, part->edge_rule[edge]);
      else if (i == 0)
        add_stretch (walk, i, part->floor[walk->node[1]], part->floor_rule[walk->node[1]]);
      else
        add_stretch (walk, i, -(gint64) part->ceiling[walk->node[i]], part->ceiling_rule[walk->node[i]]);
    }
}

static void
walk_clear (Walk *walk)
{
  g_free (walk->node);
  g_free (walk->place);
  g_free (walk->edge);
  g_free (walk->rule);
  g_free (walk->n_rules);
  g_free (walk->sum);
}

/* Takes an edge if it closes a circle that cannot hold and has fewer rules than the best so far. */
static void
consider (const Walk *walk,
          gint32      from,
          gint32      to,
          gint64      weight,
          gint32      rule,
          Shortcut   *best)
{
  gint64 sum = walk->sum[from] - walk->sum[to];
  gint32 n = walk->n_rules[from] - walk->n_rules[to];

  if (from < to)
    {
      sum += walk->sum[walk->n];
      n += walk->n_rules[walk->n];
    }
  if (sum + weight > 0 && n + (rule >= 0) < best->n_rules)
    *best = (Shortcut) { from, to, rule, n + (rule >= 0) };
}

/* What a node may not lie before though no rule of the walk says so. */
static gint64
find_given_floor (const Walk *walk,
                  gint32      node)
{
  const SegueNetwork *part = walk->part;
  gint32 start = part->act_node[part->node_act[node]];
  gint64 floor = part->problem->now;

  for (gint32 i = part->first_edge[start]; i < part->first_edge[start + 1] && start != node; i++)
    if (part->edges[i].to == node && part->edge_rule[i] < 0)
      floor = MAX (floor, (gint64) part->problem->now + part->edges[i].weight);
  return floor;
}

static void
consider_bounds (const Walk *walk,
                 gint32      place,
                 Shortcut   *best)
{
  const SegueNetwork *part = walk->part;
  gint32 node = walk->node[place];

  consider (walk, 0, place, find_given_floor (walk, node), -1, best);
  if (place > 1 && part->floor_rule[node] >= 0)
    consider (walk, 0, place, part->floor[node], part->floor_rule[node], best);
  if (place < walk->n - 1 && part->ceiling_rule[node] >= 0)
    consider (walk, place, 0, -(gint64) part->ceiling[node], part->ceiling_rule[node], best);
}

/*
 * The shortest circle that one edge beside the walk closes and that cannot hold.
 * If there is none, the walk has no circle beside itself that cannot hold: with
 * the sums along it as days, an edge of the walk is worth 0, the one that closes
 * it the gap, an edge back nothing or less, and an edge ahead less than nothing
 * by the gap or more. A circle without the closing edge has no gap then, and one
 * with it that leaves out a stretch has to leap over it.
 */
static gboolean
find_shortcut (const Walk *walk,
               Shortcut   *best)
{
  const SegueNetwork *part = walk->part;
  gint32 all = walk->n_rules[walk->n];

  *best = (Shortcut) { .n_rules = all };
  for (gint32 i = 0; i < part->n_edges; i++)
    {
      gint32 from = walk->place[part->edge_from[i]], to = walk->place[part->edges[i].to];

      if (from >= 0 && to >= 0 && walk->edge[from] != i)
        consider (walk, from, to, part->edges[i].weight, part->edge_rule[i], best);
    }
  for (gint32 place = 1; place < walk->n && walk->is_open; place++)
    consider_bounds (walk, place, best);
  return best->n_rules < all;
}

/* The rules of the circle that a shortcut closes. */
static void
take_shortcut (const Walk     *walk,
               const Shortcut *shortcut,
               GArray         *rules)
{
  g_array_set_size (rules, 0);
  for (gint32 i = shortcut->to; i != shortcut->from; i = i + 1 < walk->n ? i + 1 : 0)
    if (walk->rule[i] >= 0)
      g_array_append_val (rules, walk->rule[i]);
  add_once (rules, shortcut->rule);
}

/* Takes a shortcut of the walk on which all rules of the part lie. FALSE: there is none. */
static gboolean
cut_short (const SegueNetwork *part,
           GArray             *rules)
{
  Walk walk;
  Shortcut shortcut;
  gboolean any;

  if (part->broken)
    return FALSE;
  walk_init (&walk, part);
  any = find_shortcut (&walk, &shortcut);
  if (any)
    take_shortcut (&walk, &shortcut, rules);
  walk_clear (&walk);
  return any;
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
  gint64 left = SHORTCUT_BUDGET;
  gboolean is_shorter = TRUE;

  while (is_shorter)
    {
      g_autoptr (SegueFinding) before = finding;
      g_autoptr (SegueNetwork) part =
        build_part (network->problem, (const gint32 *) (gpointer) finding->rules->data, (gint32) finding->rules->len, modes);

      if (segue_network_find_earliest (part, NULL))
        g_assert_not_reached ();
      finding = read_network (part);
      left -= finding->rules->len;
      if (finding->rules->len < before->rules->len)
        continue;
      is_shorter = left > 0 && cut_short (part, finding->rules);
    }
  finding->base.may_be_fewer = left <= 0;
  return finding;
}
