/* segue-placer.h - dates and hours for the acts of a network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-network.h"
#include "schedule/segue-profile.h"

G_BEGIN_DECLS

/* What a layout costs, the weightiest first; compared in this order. */
typedef struct
{
  gint64 broken;  /* days by which rules that gave way are broken */
  gint64 late;    /* days behind targets, weighted by importance */
  gint64 ends[5]; /* sums of end days, importance 5 first */
  gint64 moved;   /* days changed against the previous schedule */
} SegueScore;

/* An act and its key: lower is earlier. */
typedef struct
{
  guint64 key;
  gint32 act;
} SegueSortItem;

/**
 * SeguePlacer:
 * @sequence: acts in the order in which they are placed
 * @may_raise: acts may have to come after what stands later in the sequence
 * @value: for each node its day, or the earliest it may still have
 * @latest: for each node the last day its rules leave it
 * @floor: the network's floors, raised where `max` lags have asked for it; %NULL
 *   until a list needs more than one pass
 * @due: the same with targets and rules that gave way as ceilings, once wanted;
 *   @latest itself where there are none
 * @placement: where each act lies; %NULL after it has become the best
 * @failed_act: which act found no room, or -1
 * @most_cells: of the exact search, if that is to have fewer than usual; else 0
 */
typedef struct
{
  const SegueProblem *problem;
  SegueDay base; /* day 0 of the profile */
  SegueNetwork *network;
  const guint8 *modes;
  const gint32 *rules;
  gint32 n_rules;
  const SegueSchedule *previous;
  const gint *cancelled;
  SegueProfile profile;

  gint32 *sequence;
  gboolean may_raise;
  gint32 *value;
  guint8 *placed;
  gint32 *floor;
  gint32 *latest;
  gint32 *due;
  gint32 *practice_until;
  GArray *standing;  /* of SegueReserve: practices that are no acts here */
  SeguePlacement *placement;
  gint32 *soft;      /* rules that gave way */
  gint32 n_soft;
  gint32 failed_act;
  gint32 raised_act; /* the last that raised the floor of one placed before */

  gboolean from_list; /* the first list has found room for all */
  gboolean found;    /* the best so far */
  SegueScore score;
  SeguePlacement *best;
  gint32 *best_sequence;
  SegueMinuteList best_minutes;
  gboolean exhausted; /* nothing was found, and there is nothing to be found */
  gboolean is_least; /* nothing is less broken or less late than the best */
  gint64 n_placed;   /* acts placed in all: the budget of the search */
  gint64 n_cells;    /* cells of the exact search looked at in all */
  gint64 most_cells;
} SeguePlacer;

void     segue_placer_init     (SeguePlacer         *placer,
                                SegueNetwork        *network,
                                SegueCalendar       *calendar,
                                const gint32        *rules,
                                gint32               n_rules,
                                const guint8        *modes);
void     segue_placer_clear    (SeguePlacer         *placer);
void     segue_placer_rest     (SeguePlacer         *placer);
void     segue_placer_find_due (SeguePlacer         *placer);
void     segue_placer_sort     (SeguePlacer         *placer,
                                const gint64        *key);
void     segue_sort_items      (SegueSortItem       *items,
                                gint32               n);
void     segue_placer_line_up  (SeguePlacer         *placer,
                                SegueSortItem       *items);
gint32  *segue_placer_inherit_importance (const SeguePlacer *placer);
gint64   segue_placer_find_key (const SeguePlacer   *placer,
                                const gint32        *importance,
                                gint32               act);
gboolean segue_placer_place_act (SeguePlacer        *placer,
                                gint32               act);
void     segue_placer_empty    (SeguePlacer         *placer);
void     segue_placer_need_places (SeguePlacer       *placer);
gboolean segue_placer_place_in (SeguePlacer         *placer,
                                gint32               act,
                                SegueWindow         *window);
gboolean segue_placer_place_one (SeguePlacer        *placer,
                                gint32               act);
gboolean segue_placer_place    (SeguePlacer         *placer);
gboolean segue_placer_keep     (SeguePlacer         *placer);
gboolean segue_placer_run      (SeguePlacer         *placer);
gint32   segue_placer_broken_by (const SeguePlacer   *placer,
                                gint32               index);
gint     segue_score_compare   (const SegueScore    *a,
                                const SegueScore    *b);
gboolean segue_placer_search   (SeguePlacer         *placer,
                                gboolean             only_feasible);
gint32   segue_rule_broken_by  (const SegueProblem  *problem,
                                const SegueRuleSpec *rule,
                                gint64               point,
                                gint64               other);

/* Signed keys in the order of unsigned ones. */
static inline guint64
segue_sort_key (gint64 key)
{
  return (guint64) key ^ G_GUINT64_CONSTANT (0x8000000000000000);
}

G_END_DECLS
