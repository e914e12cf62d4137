/* segue-network-days.c - earliest and latest days, and what holds them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The earliest day of a node is its longest path from any floor. The rules
 * cannot all hold exactly when some earliest day lies above the ceiling, or
 * when a cycle of edges has a positive weight. What holds a node up is its support,
 * the first edge that a sweep finds to ask for its earliest day; walking supports
 * from a node that lies too late gives the conflict, and from any other node the
 * reason why it is there. Edges that go back are settled by further sweeps.
 */
#include "schedule/segue-network.h"

#include <string.h>

/* ---- supports ---------------------------------------------------------- */

static void
find_edge_ends (SegueNetwork *network)
{
  for (gint32 node = 0; node < network->n_nodes; node++)
    for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
      network->edge_from[i] = node;
}

static void
clear_supports (SegueNetwork *network)
{
  memset (network->support, 0xff, sizeof (gint32) * (gsize) network->n_nodes);
  network->has_supports = TRUE;
}

/* Where no edge goes back: a sweep comes by the edges in this order and is held by
 * the first that asks for the day that it ends with. */
static void
find_supports (SegueNetwork *network,
               const gint32 *floor)
{
  const gint32 *earliest = network->earliest;

  clear_supports (network);
  for (gint32 rank = 0; rank < network->n_nodes; rank++)
    {
      gint32 node = segue_network_get_node (network, rank);

      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        {
          const SegueEdge *edge = &network->edges[i];

          if (network->support[edge->to] < 0 && earliest[edge->to] > floor[edge->to] &&
              MIN (earliest[node] + edge->weight, SEGUE_FAR) == earliest[edge->to])
            network->support[edge->to] = i;
        }
    }
}

/**
 * segue_network_find_reasons:
 * @network: a network with its earliest days
 *
 * Finds out what supports each node, where edges come from, and which rule made
 * what, unless that is known.
 */
void
segue_network_find_reasons (SegueNetwork *network)
{
  if (!network->has_supports)
    find_supports (network, network->floor);
  if (network->has_makers)
    return;
  find_edge_ends (network);
  segue_network_find_makers (network);
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
      at = network->edge_from[network->support[at]];
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

  for (gint32 rank = 0; rank < network->n_nodes; rank++)
    {
      gint32 node = segue_network_get_node (network, rank);
      gint32 day = earliest[node];

      if (day > network->ceiling[node] && network->bad_node < 0)
        network->bad_node = node;
      for (gint32 i = first[node]; i < first[node + 1]; i++)
        {
          const SegueEdge *edge = &edges[i];
          gint32 bound = MIN (day + edge->weight, SEGUE_FAR);

          earliest[edge->to] = MAX (earliest[edge->to], bound);
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

  clear_supports (network);
  if (!network->has_makers)
    find_edge_ends (network);
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
 * Finds the earliest day of each node. If the rules cannot all hold,
 * `bad_node` says where: it lies beyond its ceiling or, if
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
  network->has_supports = FALSE;
  if (network->has_back_edges)
    sweep_all (network);
  else
    sweep (network);
  if (floor && !network->has_supports)
    find_supports (network, floor);
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
          gint32 node = segue_network_get_node (network, rank);
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
