/* segue-test-network.c - days as a graph, with shortest paths done the slow way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-network.h"

#include "support/segue-test-model.h"

static void
add_edge (SegueTestNetwork *network,
          gint32            from,
          gint32            to,
          gint64            weight,
          gint32            rule)
{
  SegueTestEdge edge = { from, to, weight, rule };

  g_array_append_val (network->edges, edge);
}

static void
add_not_before (SegueTestNetwork *network,
                gint32            node,
                SegueDay          day,
                gint32            rule)
{
  add_edge (network, node, 0, -(gint64) day, rule);
}

static void
add_not_after (SegueTestNetwork *network,
               gint32            node,
               SegueDay          day,
               gint32            rule)
{
  add_edge (network, 0, node, day, rule);
}

static void
add_known_day (SegueTestNetwork *network,
               gint32            node,
               SegueDay          day)
{
  if (day == SEGUE_DAY_NONE)
    return;
  add_not_before (network, node, day, -1);
  add_not_after (network, node, day, -1);
}

/* Whether walking from a node to where its path came from goes in a circle,
 * which it does only where there is a negative cycle. */
static gboolean
goes_in_a_circle (const gint32 *parents,
                  gint32        n)
{
  g_autofree gint32 *seen = g_new0 (gint32, n);

  for (gint32 i = 0; i < n; i++)
    for (gint32 node = i; node >= 0 && seen[node] == 0; node = parents[node])
      {
        seen[node] = i + 1;
        if (parents[node] >= 0 && seen[parents[node]] == i + 1)
          return TRUE;
      }
  return FALSE;
}

/* Bellman and Ford, to and fro so that long chains settle in few rounds.
 * Returns: FALSE if there is a negative cycle that can be reached. */
static gboolean
relax (const SegueTestNetwork *network,
       gint64                 *distances,
       gint32                  without)
{
  const SegueTestEdge *edges = (const SegueTestEdge *) network->edges->data;
  g_autofree gint32 *parents = g_new (gint32, network->n_nodes);
  gint32 n = (gint32) network->edges->len;
  gboolean changed = TRUE;

  for (gint32 i = 0; i < network->n_nodes; i++)
    parents[i] = -1;
  for (gint32 round = 0; changed; round++)
    {
      changed = FALSE;
      for (gint32 i = 0; i < 2 * n; i++)
        {
          const SegueTestEdge *edge = &edges[i < n ? i : 2 * n - 1 - i];
          gint64 reached = distances[edge->from] + edge->weight;

          if ((edge->rule >= 0 && edge->rule == without) || distances[edge->from] == SEGUE_TEST_FAR ||
              reached >= distances[edge->to])
            continue;
          distances[edge->to] = reached;
          parents[edge->to] = edge->from;
          changed = TRUE;
        }
      if (changed && (round & (round + 1)) == 0 && goes_in_a_circle (parents, network->n_nodes))
        return FALSE;
    }
  return TRUE;
}

SegueTestNetwork *
segue_test_network_new (const SegueProblem *problem)
{
  SegueTestNetwork *network = g_new0 (SegueTestNetwork, 1);

  network->problem = problem;
  network->n_nodes = 1 + 2 * problem->n_steps;
  network->edges = g_array_new (FALSE, FALSE, sizeof (SegueTestEdge));
  return network;
}

void
segue_test_network_free (SegueTestNetwork *network)
{
  g_array_unref (network->edges);
  g_free (network);
}

gint32
segue_test_network_node (const SegueProblem *problem,
                         SeguePoint          point)
{
  gboolean second = point.side == SEGUE_SIDE_END && problem->steps[point.step].type != SEGUE_STEP_MILESTONE;

  return 1 + 2 * point.step + second;
}

/* What is given of a step: now, its length, where it happened. */
void
segue_test_network_add_step (SegueTestNetwork *network,
                             gint32            step)
{
  const SegueProblem *problem = network->problem;
  const SegueStepSpec *spec = &problem->steps[step];
  gint32 start = segue_test_network_node (problem, (SeguePoint) { step, SEGUE_SIDE_START });
  gint32 end = segue_test_network_node (problem, (SeguePoint) { step, SEGUE_SIDE_END });

  if (start != end)
    add_edge (network, end, start, 0, -1);
  if (spec->status == SEGUE_STATUS_DONE)
    {
      add_known_day (network, end, spec->done_on);
      if (start != end)
        add_known_day (network, start, spec->started_on);
      return;
    }
  add_not_before (network, start, problem->now, -1);
  if (spec->type != SEGUE_STEP_WAIT)
    return;
  add_edge (network, start, end, spec->days[SEGUE_ESTIMATE_LIKELY] - 1, -1);
  add_edge (network, end, start, 1 - spec->days[SEGUE_ESTIMATE_LIKELY], -1);
}

void
segue_test_network_add_rule (SegueTestNetwork *network,
                             gint32            rule)
{
  const SegueProblem *problem = network->problem;
  const SegueRuleSpec *spec = &problem->rules[rule];
  gint32 point = segue_test_network_node (problem, spec->point);
  gint32 other, k;

  if (spec->relation == SEGUE_RELATION_NOT_BEFORE || spec->relation == SEGUE_RELATION_ON)
    add_not_before (network, point, spec->date, rule);
  if (spec->relation == SEGUE_RELATION_NOT_AFTER || spec->relation == SEGUE_RELATION_ON)
    add_not_after (network, point, spec->date, rule);
  if (spec->relation != SEGUE_RELATION_AFTER)
    return;
  other = segue_test_network_node (problem, spec->other);
  k = segue_test_rule_lag (problem, spec);
  add_edge (network, point, other, -(gint64) k - spec->min, rule);
  if (spec->has_max)
    add_edge (network, other, point, (gint64) k + spec->max, rule);
}

/* Whether there are days for all points when the rule @without (-1: none) is left out. */
gboolean
segue_test_network_consistent (const SegueTestNetwork *network,
                               gint32                  without)
{
  g_autofree gint64 *distances = g_new0 (gint64, network->n_nodes);

  return relax (network, distances, without);
}

/* Returns: the shortest path; the network has no negative cycle then. */
gint64
segue_test_network_distance (const SegueTestNetwork *network,
                             gint32                  from,
                             gint32                  to,
                             gint32                  without)
{
  g_autofree gint64 *distances = g_new (gint64, network->n_nodes);

  for (gint32 i = 0; i < network->n_nodes; i++)
    distances[i] = SEGUE_TEST_FAR;
  distances[from] = 0;
  g_assert_true (relax (network, distances, without));
  return distances[to];
}

/**
 * segue_test_network_gap:
 * @network: an inconsistent network
 * @rule: a rule without which it is consistent
 *
 * Returns: the days by which the worst cycle through @rule is too short
 */
gint64
segue_test_network_gap (const SegueTestNetwork *network,
                        gint32                  rule)
{
  const SegueTestEdge *edges = (const SegueTestEdge *) network->edges->data;
  gint64 gap = 0;

  for (guint i = 0; i < network->edges->len; i++)
    {
      const SegueTestEdge *one = &edges[i];

      if (one->rule != rule)
        continue;
      gap = MAX (gap, -one->weight - segue_test_network_distance (network, one->to, one->from, rule));
      for (guint k = 0; k < i; k++)
        if (edges[k].rule == rule)
          gap = MAX (gap, -one->weight - edges[k].weight -
                     segue_test_network_distance (network, one->to, edges[k].from, rule) -
                     segue_test_network_distance (network, edges[k].to, one->from, rule));
    }
  return gap;
}

/**
 * segue_test_network_close:
 * @network: a small network
 *
 * Floyd and Warshall.
 *
 * Returns: (transfer full) (nullable): the shortest path from each node to
 *   each, n_nodes × n_nodes; %NULL if there is a negative cycle
 */
gint64 *
segue_test_network_close (const SegueTestNetwork *network)
{
  gint32 n = network->n_nodes;
  g_autofree gint64 *d = g_new (gint64, (gsize) n * n);

  for (gint32 i = 0; i < n * n; i++)
    d[i] = i / n == i % n ? 0 : SEGUE_TEST_FAR;
  for (guint i = 0; i < network->edges->len; i++)
    {
      const SegueTestEdge *edge = &g_array_index (network->edges, SegueTestEdge, i);

      d[edge->from * n + edge->to] = MIN (d[edge->from * n + edge->to], edge->weight);
    }
  for (gint32 k = 0; k < n; k++)
    for (gint32 i = 0; i < n; i++)
      for (gint32 j = 0; j < n; j++)
        if (d[i * n + k] < SEGUE_TEST_FAR && d[k * n + j] < SEGUE_TEST_FAR)
          d[i * n + j] = MIN (d[i * n + j], d[i * n + k] + d[k * n + j]);
  for (gint32 i = 0; i < n; i++)
    if (d[i * n + i] < 0)
      return NULL;
  return g_steal_pointer (&d);
}
