/* segue-telling.c - who is told of in a conflict of hours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps compete in a window because rules hold them there: those on the way
 * down to what keeps a node from being earlier, and on the way up to what keeps
 * it from being later. Ways that meet are walked once, however many steps
 * compete.
 */
#include "schedule/segue-telling.h"

#define NO_LID (-1)
#define OWN_CEILING (-2)

/**
 * segue_telling_init:
 * @telling: set up by this
 * @network: with its earliest and latest days, and the reasons for them; not owned
 * @finding: to which steps and rules are added; not owned
 */
void
segue_telling_init (SegueTelling       *telling,
                    const SegueNetwork *network,
                    SegueFinding       *finding)
{
  telling->network = network;
  telling->finding = finding;
  telling->has_rule = g_new0 (guint8, MAX (network->problem->n_rules, 1));
  telling->has_step = g_new0 (guint8, MAX (network->problem->n_steps, 1));
  telling->is_below = g_new0 (guint8, MAX (network->n_nodes, 1));
  telling->is_above = g_new0 (guint8, MAX (network->n_nodes, 1));
  telling->lid = NULL;
}

/**
 * segue_telling_clear:
 * @telling: what has been told; the finding is left as it is
 */
void
segue_telling_clear (SegueTelling *telling)
{
  g_free (telling->has_rule);
  g_free (telling->has_step);
  g_free (telling->is_below);
  g_free (telling->is_above);
  g_free (telling->lid);
}

static void
add_rule (SegueTelling *telling,
          gint32        rule)
{
  if (rule < 0 || telling->has_rule[rule])
    return;
  telling->has_rule[rule] = TRUE;
  g_array_append_val (telling->finding->rules, rule);
}

/**
 * segue_telling_add_step:
 * @telling: what has been told
 * @step: added, if it has not been told before
 */
void
segue_telling_add_step (SegueTelling *telling,
                        gint32        step)
{
  if (telling->has_step[step])
    return;
  telling->has_step[step] = TRUE;
  g_array_append_val (telling->finding->steps, step);
}

/**
 * segue_telling_add_floor_rules:
 * @telling: what has been told
 * @node: whose earliest day is to be told
 *
 * Adds the rules that keep the node from being earlier. Where a walk has been
 * before, all that follows has been told.
 */
void
segue_telling_add_floor_rules (SegueTelling *telling,
                               gint32        node)
{
  const SegueNetwork *network = telling->network;

  while (network->support[node] >= 0 && !telling->is_below[node])
    {
      gint32 edge = network->support[node];

      telling->is_below[node] = TRUE;
      add_rule (telling, network->edge_rule[edge]);
      node = network->edge_from[edge];
    }
  if (network->support[node] < 0)
    add_rule (telling, network->floor_rule[node]);
}

/* The edge to a node that has a lid, if that is what keeps this one from being later. */
static gint32
find_lid (const SegueTelling *telling,
          gint32              node)
{
  const SegueNetwork *network = telling->network;

  for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
    if (telling->lid[network->edges[i].to] != NO_LID &&
        network->latest[network->edges[i].to] - network->edges[i].weight == network->latest[node])
      return i;
  return NO_LID;
}

/*
 * What keeps each node from being later: its own ceiling, or an edge to a node
 * of which that is known. So the way from lid to lid ends at a ceiling, even
 * where rules that bind both ways would lead round a circle.
 */
static void
find_lids (SegueTelling *telling)
{
  const SegueNetwork *network = telling->network;
  gboolean changed = TRUE;

  telling->lid = g_new (gint32, MAX (network->n_nodes, 1));
  for (gint32 node = 0; node < network->n_nodes; node++)
    telling->lid[node] = network->latest[node] < SEGUE_FAR / 2 && network->latest[node] == network->ceiling[node]
                         ? OWN_CEILING : NO_LID;
  while (changed)
    {
      changed = FALSE;
      for (gint32 i = network->n_nodes - 1; i >= 0; i--)
        {
          gint32 node = segue_network_get_node (network, i);

          if (telling->lid[node] != NO_LID || network->latest[node] >= SEGUE_FAR / 2)
            continue;
          telling->lid[node] = find_lid (telling, node);
          changed = changed || telling->lid[node] != NO_LID;
        }
    }
}

/**
 * segue_telling_add_ceiling_rules:
 * @telling: what has been told
 * @node: whose latest day is to be told
 *
 * Adds the rules that keep the node from being later.
 */
void
segue_telling_add_ceiling_rules (SegueTelling *telling,
                                 gint32        node)
{
  const SegueNetwork *network = telling->network;

  if (telling->lid == NULL)
    find_lids (telling);
  while (!telling->is_above[node])
    {
      gint32 lid = telling->lid[node];

      telling->is_above[node] = TRUE;
      if (lid == OWN_CEILING)
        add_rule (telling, network->ceiling_rule[node]);
      if (lid < 0)
        return;
      add_rule (telling, network->edge_rule[lid]);
      node = network->edges[lid].to;
    }
}
