/* segue-search.c - the order in which acts are placed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-exact.h"
#include "schedule/segue-pull.h"

#define KEY_DAYS (G_GINT64_CONSTANT (1) << 20)
#define KEY_EFFORT (G_GINT64_CONSTANT (1) << 24)

/**
 * segue_placer_inherit_importance:
 * @placer: a placer
 *
 * Returns: (transfer full): the importance of each act: that of the most
 *   important thing that waits for it
 */
gint32 *
segue_placer_inherit_importance (const SeguePlacer *placer)
{
  const SegueNetwork *network = placer->network;
  gint32 *importance = g_new (gint32, MAX (network->n_acts, 1));

  for (gint32 act = 0; act < network->n_acts; act++)
    importance[act] = network->act_importance[act];
  for (gint32 rank = network->n_nodes - 1; rank >= 0; rank--)
    {
      gint32 node = segue_network_get_node (network, rank);
      gint32 act = network->node_act[node];

      gint32 most = importance[act];

      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        if (!network->has_back_edges || network->rank[network->edges[i].to] > rank)
          most = MAX (most, importance[network->node_act[network->edges[i].to]]);
      importance[act] = most;
    }
  return importance;
}

static gint64
days_left (const SeguePlacer *placer,
           gint32             act)
{
  gint64 due = placer->due[placer->network->act_node[act + 1] - 1];

  return CLAMP (due - placer->problem->now + 1, 0, KEY_DAYS - 1);
}

static gint64
minutes_left (const SeguePlacer *placer,
              gint32             act)
{
  const SegueStepSpec *spec;
  gint32 minutes = placer->network->act_take[act].minutes;

  if (minutes >= 0)
    return MIN (minutes, KEY_EFFORT - 1);
  spec = &placer->problem->steps[placer->network->act_step[act]];
  return spec->type == SEGUE_STEP_WORK ? MIN (segue_step_left (spec), KEY_EFFORT - 1) : 0;
}

/**
 * segue_placer_find_key:
 * @placer: a placer that knows what is due when
 * @importance: of each act
 * @act: an act
 *
 * Returns: the key of the list that puts what matters most first
 */
gint64
segue_placer_find_key (const SeguePlacer *placer,
                       const gint32      *importance,
                       gint32             act)
{
  return ((5 - importance[act]) * KEY_DAYS + days_left (placer, act)) * KEY_EFFORT + minutes_left (placer, act);
}

/* What matters most first. */
static void
sort_by_importance (SeguePlacer *placer)
{
  g_autofree gint32 *importance = segue_placer_inherit_importance (placer);
  g_autofree gint64 *key = g_new (gint64, MAX (placer->network->n_acts, 1));

  for (gint32 act = 0; act < placer->network->n_acts; act++)
    key[act] = segue_placer_find_key (placer, importance, act);
  segue_placer_sort (placer, key);
}

/* What is due first, first: exact where one person's work may be split. */
static void
sort_by_due_date (SeguePlacer *placer)
{
  g_autofree gint32 *importance = segue_placer_inherit_importance (placer);
  g_autofree gint64 *key = g_new (gint64, MAX (placer->network->n_acts, 1));

  for (gint32 act = 0; act < placer->network->n_acts; act++)
    key[act] = (days_left (placer, act) * 8 + 5 - importance[act]) * KEY_EFFORT +
               minutes_left (placer, act);
  segue_placer_sort (placer, key);
}

/* In the order in which the best layout so far ends things. */
static void
sort_by_best_ends (SeguePlacer *placer)
{
  g_autofree gint64 *key = g_new (gint64, MAX (placer->network->n_acts, 1));

  for (gint32 act = 0; act < placer->network->n_acts; act++)
    key[act] = placer->best[act].end;
  segue_placer_sort (placer, key);
}

static gboolean
is_good_enough (const SeguePlacer *placer,
                gboolean           only_feasible)
{
  return placer->found && (only_feasible || (placer->score.late == 0 && placer->score.broken == 0));
}

/* Whatever list comes first, the exact search decides where it can. */
static void
search_further (SeguePlacer *placer,
                gboolean     only_feasible)
{
  gboolean had_none = !placer->found;

  if (had_none && segue_exact_search (placer, only_feasible))
    {
      placer->exhausted = !placer->found && !segue_exact_ties_practice (placer->network);
      placer->is_least = !only_feasible && !segue_exact_ties_practice (placer->network);
      return;
    }
  if (is_good_enough (placer, only_feasible))
    return;
  sort_by_due_date (placer);
  segue_placer_run (placer);
  if (!is_good_enough (placer, only_feasible) && placer->found)
    placer->is_least = segue_exact_search (placer, only_feasible) && !segue_exact_ties_practice (placer->network);
}

/**
 * segue_placer_search:
 * @placer: a placer
 * @only_feasible: whether any layout will do
 *
 * Returns: whether a layout was found; the best one is kept
 */
gboolean
segue_placer_search (SeguePlacer *placer,
                     gboolean     only_feasible)
{
  gboolean from_list = TRUE;

  segue_placer_find_due (placer);
  if (!placer->found)
    {
      sort_by_importance (placer);
      placer->from_list = segue_placer_run (placer);
    }
  if (!is_good_enough (placer, only_feasible))
    {
      search_further (placer, only_feasible);
      from_list = FALSE;
    }
  if (!placer->found || only_feasible)
    return placer->found;
  if (!from_list)
    {
      sort_by_best_ends (placer);
      segue_placer_run (placer);
    }
  if (!from_list || placer->network->has_back_edges || placer->network->has_practices)
    segue_placer_pull (placer);
  return TRUE;
}
