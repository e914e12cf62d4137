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
 * sides, `now`, or the length of a step may close a shorter walk. Where each
 * rule of the walk binds two neighbours on it, what is left without one of them
 * is a string of nodes, and along a string the days that a node may have, given
 * those before it, are one interval:
 *
 *   [ v0 ]──r1──[ v1 ]──r2──[ v2 ]──r3──[ v3 ]      days of v2 = days of v1
 *    floor                             ceiling      moved by r2, cut by its own
 *
 * So the shortest stretch that cannot hold is found in one sweep forwards and
 * one back: without its last rule the sweep forwards passed, without its first
 * the one back, and without any between them both did on their sides.
 *
 * Otherwise each rule is left out in turn, and stays out if the rest still
 * cannot hold (Chinneck & Dravnieks, ORSA J. Computing 3, 1991, deletion filter).
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

/* ---- strings ----------------------------------------------------------- */

/* No bound, in sums. */
#define WIDE (G_GINT64_CONSTANT (1) << 40)

/* A node on a string: its own days, and how far from the one before it. */
typedef struct
{
  gint64 floor;
  gint64 ceiling;
  gint64 least; /* day less that of the node before, at least and at most; */
  gint64 most;  /* of a circle the last node is before the first */
  gint32 rule;  /* that binds it to the node before, or -1: a given */
} Bead;

/* The nodes of a walk, from its beginning. */
typedef struct
{
  const SegueNetwork *part;
  Bead *beads;
  gint32 n;
  gint32 *place;       /* by node, where it is on the string, or -1 */
  gint32 floor_rule;   /* of the first bead, or -1 */
  gint32 ceiling_rule; /* of the last one, or -1 */
} String;

static void
set_bead (String *string,
          gint32  i,
          gint32  node)
{
  const SegueNetwork *part = string->part;

  string->place[node] = i;
  string->beads[i] = (Bead) { part->floor[node], part->ceiling[node] >= SEGUE_FAR / 2 ? WIDE : part->ceiling[node],
                              -WIDE, WIDE, -1 };
}

static void
string_init (String             *string,
             const SegueNetwork *part)
{
  gint32 last = part->bad_node;
  gint32 at;

  /* The bad node may only hang on the cycle; after n steps one is on it. */
  for (gint32 i = 0; i < part->n_nodes && part->bad_cycle; i++)
    last = part->edges[part->support[last]].from;
  string->part = part;
  string->n = 1;
  for (at = last; part->support[at] >= 0 && part->edges[part->support[at]].from != last;
       at = part->edges[part->support[at]].from)
    string->n++;
  string->beads = g_new (Bead, string->n);
  string->place = g_new (gint32, part->n_nodes);
  memset (string->place, 0xff, sizeof (gint32) * (gsize) part->n_nodes);
  string->floor_rule = part->bad_cycle ? -1 : part->floor_rule[at];
  string->ceiling_rule = part->bad_cycle ? -1 : part->ceiling_rule[last];
  at = last;
  for (gint32 i = string->n - 1; i >= 0; i--)
    {
      set_bead (string, i, at);
      if (i > 0)
        at = part->edges[part->support[at]].from;
    }
}

static void
string_clear (String *string)
{
  g_free (string->beads);
  g_free (string->place);
}

/* Ties two beads; FALSE: they are no neighbours, or another rule does so too. */
static gboolean
tie (String          *string,
     const SegueEdge *edge)
{
  gint32 from = string->place[edge->from];
  gint32 to = string->place[edge->to];
  gboolean is_forward = to == from + 1;
  Bead *bead;

  if (string->part->bad_cycle && string->n > 2 && ABS (to - from) == string->n - 1)
    {
      is_forward = to == 0;
      bead = &string->beads[0];
    }
  else if (ABS (to - from) == 1)
    bead = &string->beads[MAX (from, to)];
  else
    return FALSE;
  if (edge->rule >= 0 && bead->rule >= 0 && bead->rule != edge->rule)
    return FALSE;
  bead->rule = MAX (bead->rule, edge->rule);
  if (is_forward)
    bead->least = MAX (bead->least, edge->weight);
  else
    bead->most = MIN (bead->most, -(gint64) edge->weight);
  return TRUE;
}

/* Whether all that the part has is a string; what is given beside it leads nowhere. */
static gboolean
tie_all (String *string)
{
  const SegueNetwork *part = string->part;

  for (gint32 i = 0; i < part->n_edges; i++)
    {
      const SegueEdge *edge = &part->edges[i];
      gboolean is_on = string->place[edge->from] >= 0 && string->place[edge->to] >= 0;

      if ((is_on || edge->rule >= 0) && (!is_on || !tie (string, edge)))
        return FALSE;
    }
  for (gint32 node = 0; node < part->n_nodes; node++)
    {
      gint32 ends[2] = { part->floor_rule[node], part->ceiling_rule[node] };

      for (int k = 0; k < 2; k++)
        if (ends[k] >= 0 && !(string->place[node] == 0 && ends[k] == string->floor_rule) &&
            !(string->place[node] == string->n - 1 && ends[k] == string->ceiling_rule))
          return FALSE;
    }
  return string->n > 1;
}

/* The first bead that has no day left, from the first one on, or -1. */
static gint32
sweep_forwards (const String *string)
{
  gint64 low = -WIDE, high = WIDE;

  for (gint32 i = 0; i < string->n; i++)
    {
      const Bead *bead = &string->beads[i];

      low = i == 0 ? bead->floor : MAX (bead->floor, low + bead->least);
      high = i == 0 ? bead->ceiling : MIN (bead->ceiling, high + bead->most);
      if (low > high)
        return i;
    }
  return -1;
}

/* The same from a bead back to the first one. */
static gint32
sweep_back (const String *string,
            gint32        from)
{
  gint64 low = string->beads[from].floor, high = string->beads[from].ceiling;

  for (gint32 i = from; i >= 0; i--)
    {
      const Bead *bead = &string->beads[i];

      low = i == from ? low : MAX (bead->floor, low - bead[1].most);
      high = i == from ? high : MIN (bead->ceiling, high - bead[1].least);
      if (low > high)
        return i;
    }
  return -1;
}

/* Takes a rule off an end of the string, unless that cannot be done without. */
static gboolean
free_end (String *string,
          gint32  i,
          gint32 *rule)
{
  Bead kept = string->beads[i];

  if (*rule < 0)
    return FALSE;
  string->beads[i].floor = string->part->problem->now;
  string->beads[i].ceiling = WIDE;
  if (sweep_forwards (string) >= 0)
    {
      *rule = -1;
      return TRUE;
    }
  string->beads[i] = kept;
  return FALSE;
}

/* The rules of the shortest stretch of the string that cannot hold. */
static void
keep_stretch (String *string,
              GArray *rules)
{
  gint32 first, last;

  while (free_end (string, 0, &string->floor_rule) || free_end (string, string->n - 1, &string->ceiling_rule))
    ;
  last = sweep_forwards (string);
  first = sweep_back (string, last);
  g_array_set_size (rules, 0);
  if (last == string->n - 1)
    add_if_not_last (rules, string->ceiling_rule);
  for (gint32 i = last; i > first; i--)
    add_if_not_last (rules, string->beads[i].rule);
  if (first == 0)
    add_if_not_last (rules, string->floor_rule);
}

/* A rule that contradicts itself, or what is given, or -1. */
static gint32
find_impossible (const String *string)
{
  for (gint32 i = 0; i < string->n; i++)
    if (string->beads[i].least > string->beads[i].most)
      return string->beads[i].rule;
  return -1;
}

/* FALSE: the rules are no string. In a circle each rule is needed. */
static gboolean
shrink_string (const SegueProblem *problem,
               const guint8       *modes,
               GArray             *rules)
{
  g_autoptr (SegueNetwork) part =
    build_part (problem, (const gint32 *) (gpointer) rules->data, (gint32) rules->len, modes);
  String string = { .part = part };
  gboolean is_string;
  gint32 impossible;

  if (segue_network_find_earliest (part, NULL) || part->broken)
    return FALSE;
  string_init (&string, part);
  is_string = tie_all (&string);
  impossible = is_string ? find_impossible (&string) : -1;
  if (impossible >= 0)
    {
      g_array_set_size (rules, 0);
      g_array_append_val (rules, impossible);
    }
  else if (is_string && !part->bad_cycle)
    keep_stretch (&string, rules);
  string_clear (&string);
  return is_string;
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

  if (!shrink_string (network->problem, modes, finding->rules))
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
