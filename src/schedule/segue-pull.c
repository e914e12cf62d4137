/* segue-pull.c - ends that can come earlier with all else as it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list places an act as early as those before it allow. Where rules go back,
 * or days were found by the exact search, an act may have room before it even
 * so. One act after the other is lifted out and placed again between the
 * others, which stay:
 *
 *      ├ others ┤ room ├ others ┤█ act █│        │█ act █├ others ┤
 *
 * until nothing comes earlier (justification: Valls, Ballestín, Quintanilla,
 * EJOR 165, 2005).
 */
#include "schedule/segue-pull.h"

#include <string.h>

#define MAX_ACTS 60
#define MAX_ROUNDS 4

/* Puts the best layout so far back, but for one act. */
static void
restore_all_but (SeguePlacer *placer,
                 gint32       lifted)
{
  segue_placer_empty (placer);
  memcpy (placer->placement, placer->best, sizeof (SeguePlacement) * (gsize) placer->network->n_acts);
  for (gint32 act = 0; act < placer->network->n_acts; act++)
    {
      const SegueStepSpec *spec = &placer->problem->steps[placer->network->act_step[act]];
      SeguePlacement *placement = &placer->placement[act];
      gint32 first = placer->network->act_node[act];

      placer->value[first] = placer->base + placement->start;
      if (placer->network->act_node[act + 1] - first == 2)
        placer->value[first + 1] = placer->base + placement->end;
      if (act == lifted)
        continue;
      if (spec->type == SEGUE_STEP_WAIT)
        segue_profile_put_wait (&placer->profile, spec, placement->start);
      placement->minutes = segue_profile_put_work (&placer->profile, &placer->best_minutes, placement->minutes);
    }
}

/* The days that the others leave the nodes of an act. */
static void
find_window (const SeguePlacer *placer,
             gint32             act,
             SegueWindow       *window)
{
  const SegueNetwork *network = placer->network;
  gint32 first = network->act_node[act];
  gint64 low[2] = { network->floor[first], 0 };
  gint64 high[2] = { network->ceiling[first], SEGUE_FAR };
  gint32 n = network->act_node[act + 1] - first;

  if (n == 2)
    {
      low[1] = network->floor[first + 1];
      high[1] = network->ceiling[first + 1];
    }
  for (gint32 from = 0; from < network->n_nodes; from++)
    for (gint32 i = network->first_edge[from]; i < network->first_edge[from + 1]; i++)
      {
        const SegueEdge *edge = &network->edges[i];
        gboolean from_here = network->node_act[from] == act;
        gboolean to_here = network->node_act[edge->to] == act;

        if (to_here && !from_here)
          low[edge->to - first] = MAX (low[edge->to - first], placer->value[from] + edge->weight);
        if (from_here && !to_here)
          high[from - first] = MIN (high[from - first], placer->value[edge->to] - edge->weight);
      }
  window->start_from = MAX (low[0] - placer->base, 0);
  window->start_until = high[0] - placer->base;
  window->end_from = n == 2 ? low[1] - placer->base : 0;
  window->end_until = n == 2 ? high[1] - placer->base : SEGUE_FAR;
}

static gboolean
pull_act (SeguePlacer *placer,
          gint32       act)
{
  SegueScore before = placer->score;
  gint32 first = placer->network->act_node[act];
  SegueWindow window;

  restore_all_but (placer, act);
  find_window (placer, act, &window);
  if (!segue_placer_place_in (placer, act, &window) || placer->placement[act].end >= placer->best[act].end)
    return FALSE;
  placer->value[first] = placer->base + placer->placement[act].start;
  if (placer->network->act_node[act + 1] - first == 2)
    placer->value[first + 1] = placer->base + placer->placement[act].end;
  segue_placer_keep (placer);
  return segue_score_compare (&placer->score, &before) < 0;
}

/* What is contiguous may be so because others fill the days between. */
static gboolean
may_be_pulled (const SeguePlacer *placer)
{
  for (gint32 act = 0; act < placer->network->n_acts; act++)
    if (placer->problem->steps[placer->network->act_step[act]].contiguous)
      return FALSE;
  return placer->found && placer->network->n_acts <= MAX_ACTS;
}

/**
 * segue_placer_pull:
 * @placer: a placer with a layout
 *
 * Lets single acts end earlier where the others leave room for that.
 */
void
segue_placer_pull (SeguePlacer *placer)
{
  gboolean any = may_be_pulled (placer);

  for (gint32 round = 0; round < MAX_ROUNDS && any; round++)
    {
      any = FALSE;
      for (gint32 act = 0; act < placer->network->n_acts; act++)
        if (placer->problem->steps[placer->network->act_step[act]].type != SEGUE_STEP_PRACTICE)
          any = pull_act (placer, act) || any;
    }
}
