/* segue-sketch.h - a plan reduced to what many quick layouts need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-engine.h"
#include "schedule/segue-estimate.h"

G_BEGIN_DECLS

/* Beyond any day that is looked at; counted from `now`. */
#define SEGUE_SKETCH_FAR 30000

/* day (to) >= day (from) + lag, each of the start or the end of an act. */
typedef struct
{
  gint32 from;
  gint32 to;
  gint32 lag;
  gboolean from_end;
  gboolean to_end;
} SegueSketchEdge;

/**
 * SegueSketchAct:
 * @keys: what makes its random numbers those of this step
 * @clock: of work: which of the clocks runs for it
 * @limited: whether something limits how late it may end
 * @from_start: floors, and ceilings, as days from `now`
 * @first: the first and the last day on which it may end, hours left aside
 *
 * Limits that are none are 0, or lie beyond %SEGUE_SKETCH_FAR.
 */
typedef struct
{
  gint32 step;
  SegueStepType type;
  const SegueEstimateTable *table;
  gint32 amount; /* days or minutes, where the table has nothing to draw */
  gint32 spent;
  guint32 keys[2];
  gint32 clock;
  gboolean limited;
  gint32 from_start, from_end;
  gint32 until_start, until_end;
  gint32 target;
  gint32 first, last;
} SegueSketchAct;

/**
 * SegueSketchClock:
 * @most: minutes that work of this kind gets on a day if it has it to itself
 * @before: their sums before each day; a day more
 */
typedef struct
{
  gint32 max_per_day;
  guint8 weekdays;
  gint32 *most;
  gint32 *before;
} SegueSketchClock;

/**
 * SegueSketch:
 * @edges: by where they go to; @first_in has an entry more than there are acts
 * @out: their indexes by where they come from
 * @order: acts, what others wait for first
 * @sequence: acts in the order in which the plan itself is laid out
 * @n_works: acts that take hours
 */
typedef struct
{
  const SegueProblem *problem;
  SegueSchedule *schedule; /* of the plan itself: its routes and active steps */
  gint32 n_acts;
  SegueSketchAct *acts;
  gint32 n_edges;
  SegueSketchEdge *edges;
  gint32 *first_in;
  gint32 *out;
  gint32 *first_out;
  gint32 *order;
  gint32 *sequence;
  gint32 n_works;
  gint32 n_days;
  gint32 *minutes; /* of each day */
  GArray *clocks;  /* of SegueSketchClock */
} SegueSketch;

SegueSketch *segue_sketch_new   (const SegueProblem       *problem,
                                 const SegueEstimateTable *tables,
                                 const guint32             key[2],
                                 const gint               *cancelled);
void         segue_sketch_free  (SegueSketch              *sketch);
gint32       segue_sketch_end   (const SegueSketchClock   *clock,
                                 gint32                    n_days,
                                 gint32                    start,
                                 gint32                    minutes);
gint32       segue_sketch_start (const SegueSketchClock   *clock,
                                 gint32                    end,
                                 gint32                    minutes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueSketch, segue_sketch_free)

G_END_DECLS
