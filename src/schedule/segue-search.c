/* segue-search.c - the order in which acts are placed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-exact.h"

#define KEY_DAYS (G_GINT64_CONSTANT (1) << 20)
#define KEY_EFFORT (G_GINT64_CONSTANT (1) << 24)

/* An act matters as much as the most important thing that waits for it. */
static gint32 *
inherit_importance (const SegueLayout *layout)
{
  const SegueNetwork *network = layout->network;
  gint32 *importance = g_new (gint32, MAX (network->n_acts, 1));

  for (gint32 act = 0; act < network->n_acts; act++)
    importance[act] = CLAMP (layout->problem->steps[network->act_step[act]].importance, 1, 5);
  for (gint32 rank = network->n_nodes - 1; rank >= 0; rank--)
    {
      gint32 node = network->order[rank];
      gint32 act = network->node_act[node];

      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        if (network->rank[network->edges[i].to] > rank)
          importance[act] = MAX (importance[act], importance[network->node_act[network->edges[i].to]]);
    }
  return importance;
}

static gint64
days_left (const SegueLayout *layout,
           gint32             act)
{
  gint64 due = layout->due[layout->network->act_node[act + 1] - 1];

  return CLAMP (due - layout->problem->now + 1, 0, KEY_DAYS - 1);
}

static gint64
minutes_left (const SegueLayout *layout,
              gint32             act)
{
  const SegueStepSpec *spec = &layout->problem->steps[layout->network->act_step[act]];

  return spec->type == SEGUE_STEP_WORK ? MIN (segue_step_left (spec), KEY_EFFORT - 1) : 0;
}

/* What matters most first. */
static void
sort_by_importance (SegueLayout *layout)
{
  g_autofree gint32 *importance = inherit_importance (layout);
  g_autofree gint64 *key = g_new (gint64, MAX (layout->network->n_acts, 1));

  for (gint32 act = 0; act < layout->network->n_acts; act++)
    key[act] = ((5 - importance[act]) * KEY_DAYS + days_left (layout, act)) * KEY_EFFORT +
               minutes_left (layout, act);
  segue_layout_sort (layout, key);
}

/* What is due first, first: exact where one person's work may be split. */
static void
sort_by_due_date (SegueLayout *layout)
{
  g_autofree gint32 *importance = inherit_importance (layout);
  g_autofree gint64 *key = g_new (gint64, MAX (layout->network->n_acts, 1));

  for (gint32 act = 0; act < layout->network->n_acts; act++)
    key[act] = (days_left (layout, act) * 8 + 5 - importance[act]) * KEY_EFFORT +
               minutes_left (layout, act);
  segue_layout_sort (layout, key);
}

/* In the order in which the best layout so far ends things. */
static void
sort_by_best_ends (SegueLayout *layout)
{
  g_autofree gint64 *key = g_new (gint64, MAX (layout->network->n_acts, 1));

  for (gint32 act = 0; act < layout->network->n_acts; act++)
    key[act] = layout->best[act].end;
  segue_layout_sort (layout, key);
}

/**
 * segue_layout_search:
 * @layout: a layout
 * @only_feasible: whether any layout will do
 *
 * Returns: whether a layout was found; the best one is kept
 */
gboolean
segue_layout_search (SegueLayout *layout,
                     gboolean     only_feasible)
{
  segue_layout_find_due (layout);
  if (!layout->found)
    {
      sort_by_importance (layout);
      segue_layout_run (layout);
    }
  if (layout->found && (only_feasible || (layout->score.late == 0 && layout->score.broken == 0)))
    return TRUE;
  sort_by_due_date (layout);
  segue_layout_run (layout);
  if (layout->found && (only_feasible || (layout->score.late == 0 && layout->score.broken == 0)))
    return TRUE;
  segue_exact_search (layout, only_feasible);
  if (layout->found)
    {
      sort_by_best_ends (layout);
      segue_layout_run (layout);
    }
  return layout->found;
}
