/* segue-network.c - the temporal network of steps and rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A simple temporal network (Dechter, Meiri, Pearl, Temporal Constraint
 * Networks, Artificial Intelligence 49, 1991). Nodes are days to be found; an
 * edge u -> v of weight w says day (v) >= day (u) + w. Dates are not edges from
 * an origin but a floor and a ceiling at each node:
 *
 *      floor ──►( u )──w──►( v )◄── ceiling
 *
 * The earliest day of a node is its longest path from any floor. The rules
 * cannot all hold exactly when some earliest day lies above the ceiling, or
 * when a cycle of edges has a positive weight. Each node remembers the edge
 * that holds it up (its support); walking supports from a node that lies too
 * late gives the conflict, and from any other node the reason why it is there.
 *
 * Edges of `min` go forward in a topological order; edges of `max`, and those
 * that close circles, go back and are settled by further sweeps.
 */
#include "schedule/segue-network.h"

#include <string.h>

/* Lags and dates beyond this say nothing; twice this and SEGUE_FAR fit into 32 bits. */
#define WEIGHT_LIMIT 100000000

/* Edges in the order in which they are told, and which of them a sweep in
 * topological order should follow: all but those of `max`. */
typedef struct
{
  SegueNetwork *network;
  const guint8 *modes;
  SegueEdge *edges;
  guint8 *forward;
  gint32 n_edges;
  gboolean all_forward;
  gboolean all_ascend; /* the order of the steps will do */
  const gint32 *rule_edge; /* %NULL, or where the edge of each rule is: only weights change */
} Builder;

/* ---- steps and points -------------------------------------------------- */

SegueDay
segue_step_done_end (const SegueProblem *problem,
                     gint32              step)
{
  SegueDay day = problem->steps[step].done_on;

  return day == SEGUE_DAY_NONE ? problem->now : day;
}

SegueDay
segue_step_done_start (const SegueProblem *problem,
                       gint32              step)
{
  const SegueStepSpec *spec = &problem->steps[step];
  SegueDay end = segue_step_done_end (problem, step);

  if (spec->type == SEGUE_STEP_MILESTONE)
    return end;
  if (spec->started_on != SEGUE_DAY_NONE)
    return MIN (spec->started_on, end);
  return spec->type == SEGUE_STEP_WAIT ? end - segue_step_length (spec) + 1 : end;
}

/* Days that a wait takes. */
gint32
segue_step_length (const SegueStepSpec *step)
{
  return CLAMP (step->days[SEGUE_ESTIMATE_LIKELY], 1, WEIGHT_LIMIT);
}

/* Minutes that are still to be worked. */
gint64
segue_step_left (const SegueStepSpec *step)
{
  return MAX ((gint64) step->effort[SEGUE_ESTIMATE_LIKELY] - step->spent, 0);
}

/* The k of an `after` rule: a start after an end is the next day. */
gint32
segue_rule_shift (const SegueProblem  *problem,
                  const SegueRuleSpec *rule)
{
  return rule->other.side == SEGUE_SIDE_END &&
         rule->point.side == SEGUE_SIDE_START &&
         problem->steps[rule->other.step].type != SEGUE_STEP_MILESTONE &&
         problem->steps[rule->point.step].type != SEGUE_STEP_MILESTONE;
}

static gboolean
has_two_nodes (const SegueStepSpec *spec)
{
  return spec->type == SEGUE_STEP_WORK || spec->type == SEGUE_STEP_PRACTICE;
}

static inline SeguePlace
locate (const SegueNetwork *network,
        SeguePoint          point)
{
  gint32 act = network->step_act[point.step];
  gboolean is_end = point.side == SEGUE_SIDE_END;

  if (act < 0)
    return (SeguePlace) { -1, is_end ? segue_step_done_end (network->problem, point.step)
                                     : segue_step_done_start (network->problem, point.step) };
  if (!is_end)
    return (SeguePlace) { network->act_node[act], 0 };
  return (SeguePlace) { network->act_node[act + 1] - 1, MAX (network->act_days[act] - 1, 0) };
}

/**
 * segue_network_locate:
 * @network: a network
 * @point: a point of a step that is in it
 *
 * Returns: the node of the point and the offset of its day
 */
SeguePlace
segue_network_locate (const SegueNetwork *network,
                      SeguePoint          point)
{
  return locate (network, point);
}

/* ---- building ---------------------------------------------------------- */

static void
add_break (Builder *builder,
           gint32   rule,
           gint64   gap)
{
  SegueFixedBreak broken = { rule, gap };

  if (builder->network->broken == NULL)
    builder->network->broken = g_array_new (FALSE, FALSE, sizeof (SegueFixedBreak));
  g_array_append_val (builder->network->broken, broken);
}

static void
raise_floor (SegueNetwork *network,
             gint32        node,
             gint32        day,
             gint32        rule)
{
  if (day > network->floor[node])
    {
      network->floor[node] = day;
      network->floor_rule[node] = rule;
    }
}

static void
lower_ceiling (SegueNetwork *network,
               gint32        node,
               gint32        day,
               gint32        rule)
{
  if (day < network->ceiling[node])
    {
      network->ceiling[node] = day;
      network->ceiling_rule[node] = rule;
    }
}

static inline void
add_edge (Builder   *builder,
          SegueEdge  edge,
          gboolean   is_own,
          gboolean   is_upper)
{
  gboolean is_forward = is_own ? edge.weight >= 0 : !is_upper;

  if (builder->rule_edge)
    {
      builder->network->edges[builder->rule_edge[edge.rule]].weight = edge.weight;
      return;
    }
  builder->network->has_own_rules |= is_own;
  builder->all_forward &= is_forward;
  builder->all_ascend &= edge.to > edge.from;
  builder->forward[builder->n_edges] = (guint8) is_forward;
  builder->edges[builder->n_edges++] = edge;
}

/*
 * day (to) >= day (from) + lag, for any mixture of nodes and fixed days.
 * @is_upper says that this is the upper side of a rule.
 */
static void
bind (Builder    *builder,
      SeguePlace  from,
      SeguePlace  to,
      gint64      lag,
      gint32      rule,
      gboolean    is_upper)
{
  const gint32 *node_act = builder->network->node_act;
  gint64 weight = from.offset + lag - to.offset;

  if (from.node == to.node)
    {
      if (weight > 0)
        add_break (builder, rule, weight);
    }
  else if (from.node < 0)
    raise_floor (builder->network, to.node, (gint32) MIN (weight, SEGUE_FAR), rule);
  else if (to.node < 0)
    lower_ceiling (builder->network, from.node, (gint32) MAX (-weight, -SEGUE_FAR), rule);
  else
    add_edge (builder, (SegueEdge) { to.node, rule, (gint32) weight, from.node },
              rule >= 0 && node_act[from.node] == node_act[to.node], is_upper);
}

static gint64
clamp_lag (gint64 lag)
{
  return CLAMP (lag, -WEIGHT_LIMIT, WEIGHT_LIMIT);
}

/* segue_rule_shift() by what the network knows of its acts. */
static inline gint32
find_shift (const SegueNetwork  *network,
            const SegueRuleSpec *rule,
            gint32               point,
            gint32               other)
{
  if (point < 0 || other < 0)
    return segue_rule_shift (network->problem, rule);
  return rule->other.side == SEGUE_SIDE_END && rule->point.side == SEGUE_SIDE_START &&
         network->act_days[other] > 0 && network->act_days[point] > 0;
}

static inline void
add_after (Builder             *builder,
           const SegueRuleSpec *rule,
           gint32               index,
           gboolean             is_full)
{
  const SegueNetwork *network = builder->network;
  gint32 point_act = network->step_act[rule->point.step];
  gint32 other_act = network->step_act[rule->other.step];
  gint64 shift = find_shift (network, rule, point_act, other_act);
  gint64 lag = clamp_lag (shift + rule->min);
  SeguePlace point = locate (network, rule->point);
  SeguePlace other = locate (network, rule->other);

  /* Most rules bind two acts. */
  if ((point_act | other_act) >= 0 && point_act != other_act)
    add_edge (builder, (SegueEdge) { point.node, index, (gint32) (other.offset + lag - point.offset), other.node },
              FALSE, FALSE);
  else
    bind (builder, other, point, lag, index, FALSE);
  if (rule->has_max && is_full)
    bind (builder, point, other, clamp_lag (-(shift + (gint64) rule->max)), index, TRUE);
}

static void
add_rule (Builder *builder,
          gint32   index)
{
  const SegueRuleSpec *rule = &builder->network->problem->rules[index];
  SegueRuleMode mode = builder->modes ? builder->modes[index] : SEGUE_RULE_FULL;
  SeguePlace point, date;

  if (mode == SEGUE_RULE_OFF)
    return;
  if (rule->relation == SEGUE_RELATION_AFTER)
    {
      add_after (builder, rule, index, mode == SEGUE_RULE_FULL);
      return;
    }
  point = locate (builder->network, rule->point);
  date = (SeguePlace) { -1, (gint32) clamp_lag (rule->date) };
  switch (rule->relation)
    {
    case SEGUE_RELATION_NOT_BEFORE:
      bind (builder, date, point, 0, index, FALSE);
      break;
    case SEGUE_RELATION_NOT_AFTER:
      if (mode == SEGUE_RULE_FULL)
        bind (builder, point, date, 0, index, TRUE);
      break;
    case SEGUE_RELATION_ON:
      bind (builder, date, point, 0, index, FALSE);
      if (mode == SEGUE_RULE_FULL)
        bind (builder, point, date, 0, index, TRUE);
      break;
    case SEGUE_RELATION_AFTER:
    default:
      g_assert_not_reached ();
    }
}

static gint32
count_days (const SegueStepSpec *spec)
{
  if (spec->type == SEGUE_STEP_WAIT)
    return segue_step_length (spec);
  return spec->type == SEGUE_STEP_MILESTONE ? 0 : 1;
}

/* Work that may lie on any weekday with any amount is simple, and so is what takes
 * no hours and no pool. Practices are not, as they may grow. */
static SegueTake
find_take (const SegueStepSpec *spec)
{
  gint64 left = segue_step_left (spec);
  SegueTake take = { -1, spec->max_per_day > 0 ? spec->max_per_day : G_MAXINT32 };

  if (spec->type == SEGUE_STEP_MILESTONE ||
      (spec->type == SEGUE_STEP_WAIT && !spec->has_load && spec->n_needs == 0))
    take.minutes = 0;
  else if (spec->type == SEGUE_STEP_WORK && spec->min_per_day <= 0 && (spec->weekdays & 0x7f) == 0x7f &&
           left > 0 && left <= G_MAXINT32)
    take.minutes = (gint32) left;
  return take;
}

static gint32 *
carve (gint32 **at,
       gsize    n)
{
  gint32 *array = *at;

  *at += n;
  return array;
}

/*
 * All arrays lie in one block, which is made once it is known how many steps and rules
 * there are: what of it stays unused is never touched, and whoever solves again and
 * again asks for memory once instead of twenty times. All of it is 32-bit numbers.
 */
static void
allocate (SegueNetwork *network,
          gsize         n_steps,
          gsize         n_edges)
{
  gsize n_nodes = 2 * n_steps;
  gsize n_all = (gsize) network->problem->n_steps;
  gsize n_take = sizeof (SegueTake) / sizeof (gint32) * n_steps;
  gsize n_edge = sizeof (SegueEdge) / sizeof (gint32) * n_edges;
  gsize n_importance = n_steps / sizeof (gint32) + 1;
  gsize n = n_all + 3 * n_steps + 1 + n_take + 11 * n_nodes + 2 + n_edge + n_importance;
  gint32 *at = network->block = g_new (gint32, n);

  network->step_act = carve (&at, n_all);
  network->act_step = carve (&at, n_steps);
  network->act_node = carve (&at, n_steps + 1);
  network->act_days = carve (&at, n_steps);
  network->act_take = (SegueTake *) carve (&at, n_take);
  network->node_act = carve (&at, n_nodes);
  network->floor = carve (&at, n_nodes);
  network->ceiling = carve (&at, n_nodes);
  network->floor_rule = carve (&at, n_nodes);
  network->ceiling_rule = carve (&at, n_nodes);
  network->earliest = carve (&at, n_nodes);
  network->support = carve (&at, n_nodes);
  network->latest = carve (&at, n_nodes);
  network->order = carve (&at, n_nodes);
  network->rank = carve (&at, n_nodes);
  network->first_edge = carve (&at, n_nodes + 2);
  network->edges = (SegueEdge *) carve (&at, n_edge);
  network->act_importance = (guint8 *) carve (&at, n_importance);
  g_assert (at == network->block + n);
}

static void
add_steps (SegueNetwork *network,
           const gint32 *steps,
           gint32        n_steps)
{
  const SegueProblem *problem = network->problem;

  memset (network->step_act, 0xff, sizeof (gint32) * (gsize) problem->n_steps);
  for (gint32 i = 0; i < n_steps; i++)
    {
      const SegueStepSpec *spec = &problem->steps[steps[i]];

      if (spec->status == SEGUE_STATUS_DONE)
        {
          network->step_act[steps[i]] = -2;
          continue;
        }
      network->step_act[steps[i]] = network->n_acts;
      network->act_step[network->n_acts] = steps[i];
      network->act_days[network->n_acts] = count_days (spec);
      network->act_take[network->n_acts] = find_take (spec);
      network->act_importance[network->n_acts] = (guint8) CLAMP (spec->importance, 1, 5);
      network->has_targets |= spec->target != SEGUE_DAY_NONE;
      network->has_practices |= spec->type == SEGUE_STEP_PRACTICE;
      network->act_node[network->n_acts++] = network->n_nodes;
      network->n_nodes += has_two_nodes (spec) ? 2 : 1;
    }
  network->act_node[network->n_acts] = network->n_nodes;
}

static inline void
free_bounds (SegueNetwork *network,
             gint32        node)
{
  network->floor[node] = network->problem->now;
  network->ceiling[node] = SEGUE_FAR;
  network->floor_rule[node] = SEGUE_GIVEN;
  network->ceiling_rule[node] = SEGUE_GIVEN;
}

static void
add_nodes (Builder *builder)
{
  SegueNetwork *network = builder->network;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      gint32 first = network->act_node[act];

      for (gint32 node = first; node < network->act_node[act + 1]; node++)
        {
          network->node_act[node] = act;
          free_bounds (network, node);
        }
      if (network->act_node[act + 1] - first == 2)
        bind (builder, (SeguePlace) { first, 0 }, (SeguePlace) { first + 1, 0 }, 0, SEGUE_GIVEN, FALSE);
    }
}

/* Sorts the edges by where they come from, keeping their order otherwise, and
 * with them which go forward. */
static void
sort_edges (Builder *builder)
{
  SegueNetwork *network = builder->network;
  g_autofree SegueEdge *from = g_steal_pointer (&builder->edges);
  g_autofree guint8 *from_forward = g_steal_pointer (&builder->forward);
  gint32 n = builder->n_edges;
  gint32 *first = network->first_edge;

  network->n_edges = n;
  memset (first, 0, sizeof (gint32) * (gsize) (network->n_nodes + 2));
  if (from_forward)
    builder->forward = g_new (guint8, MAX (n, 1));
  /* Counted two places on, so that filling leaves each where it belongs. */
  for (gint32 i = 0; i < n; i++)
    first[from[i].from + 2]++;
  for (gint32 node = 0; node < network->n_nodes; node++)
    first[node + 1] += first[node];
  for (gint32 i = 0; i < n; i++)
    {
      gint32 at = first[from[i].from + 1]++;

      network->edges[at] = from[i];
      if (from_forward)
        builder->forward[at] = from_forward[i];
    }
}

static gboolean
find_back_edges (const SegueNetwork *network)
{
  for (gint32 i = 0; i < network->n_edges; i++)
    if (network->rank[network->edges[i].to] < network->rank[network->edges[i].from])
      return TRUE;
  return FALSE;
}

/*
 * Kahn's algorithm with a queue; what is left lies on or behind a circle and follows
 * in the order of its steps. @forward: %NULL if all edges go forward.
 */
static void
find_order (SegueNetwork *network,
            const guint8 *forward)
{
  gint32 n = network->n_nodes;
  g_autofree gint32 *waiting = g_new0 (gint32, MAX (n, 1));
  gint32 n_done = 0;
  gint32 tail = 0;

  for (gint32 i = 0; i < network->n_edges; i++)
    waiting[network->edges[i].to] += forward ? forward[i] : 1;
  for (gint32 node = 0; node < n; node++)
    if (waiting[node] == 0)
      network->order[tail++] = node;
  for (; n_done < tail; n_done++)
    {
      gint32 node = network->order[n_done];

      network->rank[node] = n_done;
      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        if ((!forward || forward[i]) && --waiting[network->edges[i].to] == 0)
          network->order[tail++] = network->edges[i].to;
    }
  network->has_back_edges = (forward || tail < n) && n > 0;
  for (gint32 node = 0; node < n && tail < n; node++)
    if (waiting[node] > 0)
      {
        network->rank[node] = tail;
        network->order[tail++] = node;
      }
  network->has_back_edges = network->has_back_edges && find_back_edges (network);
}

static void
keep_order (SegueNetwork *network)
{
  for (gint32 node = 0; node < network->n_nodes; node++)
    network->order[node] = network->rank[node] = node;
}

/**
 * segue_network_new:
 * @problem: a problem, which must outlive the network
 * @steps: (array length=n_steps): the steps that are in
 * @n_steps: how many
 * @rules: (array length=n_rules): the rules that count; all their steps are in
 * @n_rules: how many
 * @modes: (nullable): a #SegueRuleMode for each rule of the problem
 *
 * Returns: (transfer full): the network
 */
SegueNetwork *
segue_network_new (const SegueProblem *problem,
                   const gint32       *steps,
                   gint32              n_steps,
                   const gint32       *rules,
                   gint32              n_rules,
                   const guint8       *modes)
{
  SegueNetwork *network = g_new0 (SegueNetwork, 1);
  gsize room = (gsize) n_steps + 2 * (gsize) n_rules + 1;
  Builder builder = { network, modes, NULL, NULL, 0, TRUE, TRUE, NULL };

  network->problem = problem;
  network->bad_node = -1;
  allocate (network, (gsize) n_steps, room);
  add_steps (network, steps, n_steps);
  builder.edges = g_new (SegueEdge, room);
  builder.forward = g_new (guint8, room);
  add_nodes (&builder);
  for (gint32 i = 0; i < n_rules; i++)
    add_rule (&builder, rules[i]);
  if (builder.all_forward)
    g_clear_pointer (&builder.forward, g_free);
  sort_edges (&builder);
  if (builder.all_ascend)
    keep_order (network);
  else
    find_order (network, builder.forward);
  g_free (builder.forward);
  return network;
}

/**
 * segue_network_refresh_step:
 * @network: a network
 * @step: one of its acts, whose estimates may have changed
 * @rules: (array length=n_rules): all rules in it that touch this step; their
 *   dates and lags may have changed
 * @n_rules: how many
 * @rule_edge: for each rule of the problem its only edge, if it has one
 *
 * Reads the step and these rules anew. No bound is propagated.
 */
void
segue_network_refresh_step (SegueNetwork *network,
                            gint32        step,
                            const gint32 *rules,
                            gint32        n_rules,
                            const gint32 *rule_edge)
{
  const SegueStepSpec *spec = &network->problem->steps[step];
  Builder builder = { .network = network, .rule_edge = rule_edge };
  gint32 act = network->step_act[step];

  network->act_days[act] = count_days (spec);
  network->act_take[act] = find_take (spec);
  network->has_targets |= spec->target != SEGUE_DAY_NONE;
  for (gint32 node = network->act_node[act]; node < network->act_node[act + 1]; node++)
    free_bounds (network, node);
  for (gint32 i = 0; i < n_rules; i++)
    add_rule (&builder, rules[i]);
}

void
segue_network_free (SegueNetwork *network)
{
  g_free (network->block);
  g_clear_pointer (&network->broken, g_array_unref);
  g_free (network);
}

/* ---- earliest days ----------------------------------------------------- */

/*
 * Whether `node` holds itself up by way of `from`. The walk also ends when it
 * has taken more steps than there are nodes: then it goes round another cycle.
 */
static gboolean
closes_cycle (SegueNetwork *network,
              gint32        from,
              gint32        node)
{
  gint32 at = from;

  for (gint32 i = 0; i <= network->n_nodes; i++)
    {
      if (at == node)
        {
          network->bad_node = node;
          return TRUE;
        }
      if (network->support[at] < 0)
        return FALSE;
      at = network->edges[network->support[at]].from;
    }
  network->bad_node = at;
  return TRUE;
}

/* Settles what edges against the order have raised. FALSE: a positive cycle. */
static gboolean
settle (SegueNetwork *network,
        guint8       *dirty,
        gint32        lowest)
{
  gint32 *raised = g_new0 (gint32, network->n_nodes);
  gint32 *earliest = network->earliest;
  gboolean holds = TRUE;

  while (holds && lowest < network->n_nodes)
    {
      gint32 from_rank = lowest;

      lowest = network->n_nodes;
      for (gint32 rank = from_rank; holds && rank < network->n_nodes; rank++)
        {
          gint32 node = network->order[rank];

          if (!dirty[node])
            continue;
          dirty[node] = FALSE;
          for (gint32 i = network->first_edge[node]; holds && i < network->first_edge[node + 1]; i++)
            {
              const SegueEdge *edge = &network->edges[i];
              gint32 bound = MIN (earliest[node] + edge->weight, SEGUE_FAR);

              if (bound <= earliest[edge->to])
                continue;
              earliest[edge->to] = bound;
              network->support[edge->to] = i;
              dirty[edge->to] = TRUE;
              if (network->rank[edge->to] > rank)
                continue;
              lowest = MIN (lowest, network->rank[edge->to]);
              raised[edge->to]++;
              /* Looking at powers of two keeps the walks rare. */
              if ((raised[edge->to] & (raised[edge->to] - 1)) == 0)
                holds = !closes_cycle (network, node, edge->to);
            }
        }
    }
  g_free (raised);
  network->bad_cycle = !holds;
  return holds;
}

/* One sweep along the order where no edge goes back; ends in the dates. */
static void
sweep (SegueNetwork *network)
{
  const SegueEdge *edges = network->edges;
  const gint32 *first = network->first_edge;
  gint32 *restrict earliest = network->earliest;
  gint32 *restrict support = network->support;

  for (gint32 rank = 0; rank < network->n_nodes; rank++)
    {
      gint32 node = network->order[rank];
      gint32 day = earliest[node];

      if (day > network->ceiling[node] && network->bad_node < 0)
        network->bad_node = node;
      for (gint32 i = first[node]; i < first[node + 1]; i++)
        {
          const SegueEdge *edge = &edges[i];
          gint32 bound = MIN (day + edge->weight, SEGUE_FAR);

          if (bound <= earliest[edge->to])
            continue;
          earliest[edge->to] = bound;
          support[edge->to] = i;
        }
    }
}

/* The same where edges go back. Returns the lowest rank that one has raised. */
static gint32
sweep_once (SegueNetwork *network,
            guint8       *dirty)
{
  gint32 *earliest = network->earliest;
  gint32 lowest = network->n_nodes;

  for (gint32 rank = 0; rank < network->n_nodes; rank++)
    {
      gint32 node = network->order[rank];

      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        {
          const SegueEdge *edge = &network->edges[i];
          gint32 bound = MIN (earliest[node] + edge->weight, SEGUE_FAR);

          if (bound <= earliest[edge->to])
            continue;
          earliest[edge->to] = bound;
          network->support[edge->to] = i;
          if (network->rank[edge->to] < rank)
            {
              dirty[edge->to] = TRUE;
              lowest = MIN (lowest, network->rank[edge->to]);
            }
        }
    }
  return lowest;
}

/* Settles edges that go back, then looks for the first node beyond its ceiling. */
static void
sweep_all (SegueNetwork *network)
{
  g_autofree guint8 *dirty = g_new0 (guint8, network->n_nodes);

  if (!settle (network, dirty, sweep_once (network, dirty)))
    return;
  for (gint32 rank = 0; rank < network->n_nodes && network->bad_node < 0; rank++)
    {
      gint32 node = network->order[rank];

      if (network->earliest[node] > network->ceiling[node])
        network->bad_node = node;
    }
}

/**
 * segue_network_find_earliest:
 * @network: a network
 * @floor: (nullable): floors to use instead of the network's own
 *
 * Finds the earliest day of each node and what supports it. If the rules
 * cannot all hold, `bad_node` says where: it lies beyond its ceiling or, if
 * `bad_cycle`, holds itself up.
 *
 * Returns: whether the rules can all hold, as far as dates go
 */
gboolean
segue_network_find_earliest (SegueNetwork *network,
                             const gint32 *floor)
{
  gsize n = (gsize) network->n_nodes;

  network->bad_node = -1;
  network->bad_cycle = FALSE;
  if (n == 0)
    return network->broken == NULL;
  memcpy (network->earliest, floor ? floor : network->floor, sizeof (gint32) * n);
  memset (network->support, 0xff, sizeof (gint32) * n);
  if (network->has_back_edges)
    sweep_all (network);
  else
    sweep (network);
  return network->bad_node < 0 && network->broken == NULL;
}

/**
 * segue_network_find_latest:
 * @network: a network whose rules can all hold
 * @ceiling: for each node, the last day it may have; at least its earliest
 * @latest: (out): for each node, the last day that the rules leave it then, or
 *   a value of %SEGUE_FAR / 2 and more where nothing limits it
 */
void
segue_network_find_latest (const SegueNetwork *network,
                           const gint32       *ceiling,
                           gint32             *latest)
{
  const SegueEdge *edges = network->edges;
  const gint32 *first = network->first_edge;
  gboolean changed = TRUE;

  if (latest != ceiling)
    memcpy (latest, ceiling, sizeof (gint32) * (gsize) network->n_nodes);
  while (changed)
    {
      changed = FALSE;
      for (gint32 rank = network->n_nodes - 1; rank >= 0; rank--)
        {
          gint32 node = network->order[rank];
          gint32 least = latest[node];

          for (gint32 i = first[node]; i < first[node + 1]; i++)
            {
              gint32 day = latest[edges[i].to];

              if (day < SEGUE_FAR / 2)
                least = MIN (least, MAX (day - edges[i].weight, -SEGUE_FAR));
            }
          changed = changed || least < latest[node];
          latest[node] = least;
        }
      changed = changed && network->has_back_edges;
    }
}
