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
 * Edges of `min` go forward in a topological order; edges of `max`, and those
 * that close circles, go back. Most networks are never asked why, so which rule
 * made which edge is not noted but found out by going over the rules once more.
 */
#include "schedule/segue-network.h"

#include <string.h>

/* Lags and dates beyond this say nothing; twice this and SEGUE_FAR fit into 32 bits. */
#define WEIGHT_LIMIT 100000000

/* An edge as it is told; a sweep in topological order should follow all but those of `max`. */
typedef struct
{
  SegueEdge edge;
  gint32 from; /* its complement, if it is not to be followed */
} ToldEdge;

/* Edges in the order in which they are told. Rules are gone over again to read new
 * weights (@rule_edge), or to find out what they have made (@next_edge). */
typedef struct
{
  SegueNetwork *network;
  ToldEdge *edges;
  gint32 n_edges;
  gboolean all_forward;
  gboolean all_ascend; /* the order of the steps will do */
  const gint32 *rule_edge; /* the edge of each rule */
  gint32 *next_edge;       /* by node, the place of its next edge */
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

  if (builder->next_edge)
    return;
  if (builder->network->broken == NULL)
    builder->network->broken = g_array_new (FALSE, FALSE, sizeof (SegueFixedBreak));
  g_array_append_val (builder->network->broken, broken);
}

/* Of rules that ask for the same day the first is told. */
static void
raise_floor (Builder *builder,
             gint32   node,
             gint32   day,
             gint32   rule)
{
  SegueNetwork *network = builder->network;

  if (builder->next_edge == NULL)
    network->floor[node] = MAX (network->floor[node], day);
  else if (day == network->floor[node] && day > network->problem->now && network->floor_rule[node] < 0)
    network->floor_rule[node] = rule;
}

static void
lower_ceiling (Builder *builder,
               gint32   node,
               gint32   day,
               gint32   rule)
{
  SegueNetwork *network = builder->network;

  if (builder->next_edge == NULL)
    network->ceiling[node] = MIN (network->ceiling[node], day);
  else if (day == network->ceiling[node] && day < SEGUE_FAR && network->ceiling_rule[node] < 0)
    network->ceiling_rule[node] = rule;
}

/* The network has this edge already. */
static void
visit_edge (Builder *builder,
            gint32   from,
            gint32   weight,
            gint32   rule)
{
  if (builder->next_edge)
    builder->network->edge_rule[builder->next_edge[from]++] = rule;
  else
    builder->network->edges[builder->rule_edge[rule]].weight = weight;
}

static inline void
add_edge (Builder   *builder,
          gint32     from,
          SegueEdge  edge,
          gint32     rule,
          gboolean   is_own,
          gboolean   is_upper)
{
  gboolean is_forward = is_own ? edge.weight >= 0 : !is_upper;

  if (builder->edges == NULL)
    {
      visit_edge (builder, from, edge.weight, rule);
      return;
    }
  builder->network->has_own_rules |= is_own;
  builder->all_forward &= is_forward;
  builder->all_ascend &= edge.to > from;
  /* Counted two places on, so that filling leaves each where it belongs. */
  builder->network->first_edge[from + 2]++;
  builder->edges[builder->n_edges++] = (ToldEdge) { edge, is_forward ? from : ~from };
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
    raise_floor (builder, to.node, (gint32) MIN (weight, SEGUE_FAR), rule);
  else if (to.node < 0)
    lower_ceiling (builder, from.node, (gint32) MAX (-weight, -SEGUE_FAR), rule);
  else
    add_edge (builder, from.node, (SegueEdge) { to.node, (gint32) weight }, rule,
              rule >= 0 && node_act[from.node] == node_act[to.node], is_upper);
}

static gint64
clamp_lag (gint64 lag)
{
  return CLAMP (lag, -WEIGHT_LIMIT, WEIGHT_LIMIT);
}

static void
add_after (Builder             *builder,
           const SegueRuleSpec *rule,
           gint32               index,
           gboolean             is_full)
{
  const SegueNetwork *network = builder->network;
  gint64 shift = segue_rule_shift (network->problem, rule);
  SeguePlace point = locate (network, rule->point);
  SeguePlace other = locate (network, rule->other);

  bind (builder, other, point, clamp_lag (shift + rule->min), index, FALSE);
  if (rule->has_max && is_full)
    bind (builder, point, other, clamp_lag (-(shift + (gint64) rule->max)), index, TRUE);
}

/* Most rules bind two acts, and with no more than a least lag: the same, with what is
 * known then. Returns whether this is such a rule. */
static inline gboolean
add_simply (Builder             *builder,
            const SegueRuleSpec *rule,
            gint32               index)
{
  const SegueNetwork *network = builder->network;
  gboolean to_end = rule->point.side == SEGUE_SIDE_END;
  gboolean from_end = rule->other.side == SEGUE_SIDE_END;
  gint32 weight = rule->min;
  gint32 to, from, to_days, from_days;

  if (rule->relation != SEGUE_RELATION_AFTER || rule->has_max || ABS ((gint64) weight) >= WEIGHT_LIMIT)
    return FALSE;
  to = network->step_act[rule->point.step];
  from = network->step_act[rule->other.step];
  if ((to | from) < 0 || to == from)
    return FALSE;
  to_days = network->act_days[to];
  from_days = network->act_days[from];
  if (from_end)
    weight += to_end ? MAX (from_days - 1, 0) : from_days - (from_days > 0 && to_days == 0);
  if (to_end)
    weight -= MAX (to_days - 1, 0);
  add_edge (builder, from_end ? network->act_node[from + 1] - 1 : network->act_node[from],
            (SegueEdge) { to_end ? network->act_node[to + 1] - 1 : network->act_node[to], weight }, index, FALSE, FALSE);
  return TRUE;
}

static void
add_other_rule (Builder             *builder,
                const SegueRuleSpec *rule,
                gint32               index,
                SegueRuleMode        mode)
{
  SeguePlace point, date;

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

static void
add_rules (Builder      *builder,
           const gint32 *rules,
           gint32        n_rules)
{
  const SegueRuleSpec *all = builder->network->problem->rules;
  const guint8 *modes = builder->network->modes;

  for (gint32 i = 0; i < n_rules; i++)
    {
      gint32 index = rules[i];
      SegueRuleMode mode = modes ? modes[index] : SEGUE_RULE_FULL;

      if (mode != SEGUE_RULE_OFF && !add_simply (builder, &all[index], index))
        add_other_rule (builder, &all[index], index, mode);
    }
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
  gsize n = n_all + 3 * n_steps + 1 + n_take + 11 * n_nodes + 2 + n_edge + 2 * n_edges + n_importance;
  gint32 *at = network->block = g_new (gint32, n);

  network->step_act = carve (&at, n_all);
  network->act_step = carve (&at, n_steps);
  network->act_node = carve (&at, n_steps + 1);
  network->act_days = carve (&at, n_steps);
  network->act_take = (SegueTake *) carve (&at, n_take);
  network->node_act = carve (&at, n_nodes);
  network->floor = carve (&at, n_nodes);
  network->ceiling = carve (&at, n_nodes);
  network->earliest = carve (&at, n_nodes);
  network->first_edge = carve (&at, n_nodes + 2);
  network->act_importance = (guint8 *) carve (&at, n_importance);
  network->edges = (SegueEdge *) carve (&at, n_edge);
  network->order = carve (&at, n_nodes);
  network->rank = carve (&at, n_nodes);
  network->latest = carve (&at, n_nodes);
  network->support = carve (&at, n_nodes);
  network->edge_from = carve (&at, n_edges);
  network->edge_rule = carve (&at, n_edges);
  network->floor_rule = carve (&at, n_nodes);
  network->ceiling_rule = carve (&at, n_nodes);
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
}

/* Work and practices do not end before they start. */
static void
bind_ends (Builder *builder)
{
  const SegueNetwork *network = builder->network;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      gint32 first = network->act_node[act];

      if (network->act_node[act + 1] - first == 2)
        add_edge (builder, first, (SegueEdge) { first + 1, 0 }, SEGUE_GIVEN, FALSE, FALSE);
    }
}

static void
add_nodes (SegueNetwork *network)
{
  for (gint32 act = 0; act < network->n_acts; act++)
    for (gint32 node = network->act_node[act]; node < network->act_node[act + 1]; node++)
      {
        network->node_act[node] = act;
        free_bounds (network, node);
      }
  memset (network->first_edge, 0, sizeof (gint32) * (gsize) (network->n_nodes + 2));
}

/* Sorts the edges by where they come from, keeping their order otherwise. Returns
 * which a sweep should follow, or %NULL if it should follow all. */
static guint8 *
sort_edges (Builder *builder)
{
  SegueNetwork *network = builder->network;
  const ToldEdge *told = builder->edges;
  gint32 *first = network->first_edge;
  guint8 *forward = builder->all_forward ? NULL : g_new (guint8, builder->n_edges);

  network->n_edges = builder->n_edges;
  for (gint32 node = 0; node < network->n_nodes; node++)
    first[node + 1] += first[node];
  for (gint32 i = 0; i < network->n_edges; i++)
    {
      gint32 at = first[(told[i].from < 0 ? ~told[i].from : told[i].from) + 1]++;

      network->edges[at] = told[i].edge;
      if (forward)
        forward[at] = told[i].from >= 0;
    }
  return forward;
}

static gboolean
find_back_edges (const SegueNetwork *network)
{
  for (gint32 node = 0; node < network->n_nodes; node++)
    for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
      if (network->rank[network->edges[i].to] < network->rank[node])
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

/**
 * segue_network_new:
 * @problem: a problem, which must outlive the network
 * @steps: (array length=n_steps): the steps that are in
 * @n_steps: how many
 * @rules: (array length=n_rules): the rules that count; all their steps are in
 * @n_rules: how many
 * @modes: (nullable): a #SegueRuleMode for each rule of the problem
 *
 * Of whom segue_network_find_reasons() will be asked, @rules and @modes must be as
 * they are until then.
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
  g_autofree ToldEdge *edges = g_new (ToldEdge, room);
  g_autofree guint8 *forward = NULL;
  Builder builder = { .network = network, .edges = edges, .all_forward = TRUE, .all_ascend = TRUE };

  network->problem = problem;
  network->rules = rules;
  network->n_rules = n_rules;
  network->modes = modes;
  network->bad_node = -1;
  allocate (network, (gsize) n_steps, room);
  add_steps (network, steps, n_steps);
  add_nodes (network);
  bind_ends (&builder);
  add_rules (&builder, rules, n_rules);
  forward = sort_edges (&builder);
  if (builder.all_ascend)
    network->order = network->rank = NULL;
  else
    find_order (network, forward);
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
  add_rules (&builder, rules, n_rules);
}

void
segue_network_free (SegueNetwork *network)
{
  g_free (network->block);
  g_clear_pointer (&network->broken, g_array_unref);
  g_free (network);
}

/**
 * segue_network_find_makers:
 * @network: a network
 *
 * Finds out which rules made its edges and bounds: they are gone over in the order in
 * which they were when the network was made.
 */
void
segue_network_find_makers (SegueNetwork *network)
{
  gsize size = sizeof (gint32) * (gsize) network->n_nodes;
  g_autofree gint32 *next = g_memdup2 (network->first_edge, size + sizeof (gint32));
  Builder builder = { .network = network, .next_edge = next };

  g_assert (network->rules || network->n_rules == 0);
  memset (network->floor_rule, 0xff, size);
  memset (network->ceiling_rule, 0xff, size);
  bind_ends (&builder);
  add_rules (&builder, network->rules, network->n_rules);
  network->has_makers = TRUE;
}
