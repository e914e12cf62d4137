/* segue-latest.h - the last-minute schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-placer.h"

G_BEGIN_DECLS

/* Rounds in each of which one more act is taken earlier. */
#define SEGUE_LATEST_ROUNDS 40

typedef enum
{
  SEGUE_LATEST_FOUND,
  SEGUE_LATEST_NO_ROOM,
  SEGUE_LATEST_OTHER_WAY, /* one pass over a list is not enough */
} SegueLatestOutcome;

void               segue_latest_fill    (const SeguePlacer   *placer,
                                         SegueSchedule       *schedule);
SegueLatestOutcome segue_latest_by_list (const SeguePlacer   *placer,
                                         const SegueSchedule *schedule,
                                         const gint32        *limit,
                                         gint32              *latest);

/* From the last node of an act to its last day. */
static inline gint32
segue_latest_offset (const SegueNetwork *network,
                     gint32              act)
{
  return MAX (network->act_days[act] - 1, 0);
}

/* The day of a node in the layout itself; its last node gives a wait's start. */
static inline gint32
segue_latest_best_day (const SegueNetwork  *network,
                       const SegueSchedule *schedule,
                       gint32               node)
{
  gint32 act = network->node_act[node];
  const SegueStepResult *result = &schedule->steps[network->act_step[act]];

  return node == network->act_node[act] ? result->start : result->end;
}

/* Whether anything keeps an act from lying ever later. */
static inline gboolean
segue_latest_is_limited (const SegueNetwork *network,
                         const gint32       *limit,
                         gint32              act)
{
  return limit[network->act_node[act + 1] - 1] < SEGUE_FAR / 2;
}

/* The last day that anything with a limit may take. */
static inline gint32
segue_latest_find_end (const SegueNetwork *network,
                       const gint32       *limit)
{
  gint32 last = network->problem->now;

  for (gint32 act = 0; act < network->n_acts; act++)
    if (segue_latest_is_limited (network, limit, act))
      last = MAX (last, limit[network->act_node[act + 1] - 1] + segue_latest_offset (network, act));
  return last;
}

G_END_DECLS
