/* segue-exact-node.h - what the exact search knows at a node
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-flow.h"
#include "schedule/segue-placer.h"

G_BEGIN_DECLS

typedef struct
{
  gint32 *where;
  gint32 before;
} SegueExactChange;

/* Where the search goes on: what is wrong, and over how many days it may lie. */
typedef struct
{
  gint32 node;     /* -1: a day of a work */
  gint32 day;      /* of a node: it lies up to this day, or after it */
  gboolean later;  /* the later half first */
  gint32 work;
  gint64 width;    /* G_MAXINT64: nothing is wrong */
} SegueSplit;

/**
 * SegueExact:
 * @low: by node, the days it may still have
 * @high: the same
 * @forced: by work and day: -1 not on this day, else at least so many minutes
 * @loaded: by day, what waits take for sure
 * @practised: by day, what practices want for sure
 * @room: by day, what work may have
 * @used: by pool and day, what waits take for sure
 * @value: by node, where the flow puts it
 * @source: by node, which pinned node has pushed it there, or -1
 * @pinned: by node, whether its hours hold it where it is
 */
typedef struct
{
  SeguePlacer *placer;
  const SegueNetwork *network;
  gint32 n_days;
  gint32 n_works;
  gint32 *works;
  gint32 *act_work;
  gint32 *waits; /* acts: the waits that take hours or pools */
  gint32 n_waits;
  guint8 *tied;  /* by act: a practice bound to other acts */
  gint32 *low;
  gint32 *high;
  gint32 *forced;
  gint32 *loaded;
  gint32 *standing; /* by day, what practices want that nothing moves */
  gint32 *practised;
  gint32 *room;
  gint32 *used;
  gint32 *value;
  gint32 *source;
  guint8 *pinned;
  SegueFlow flow;
  GArray *trail;
  gint64 budget;
  gboolean only_feasible;
  gboolean turned; /* the earlier half first, and halves that are halves */
  gboolean stop;
  gboolean out;
} SegueExact;

static inline const SegueStepSpec *
segue_exact_spec (const SegueExact *exact,
                  gint32            act)
{
  return &exact->placer->problem->steps[exact->network->act_step[act]];
}

static inline gint32
segue_exact_weekday (const SegueExact *exact,
                     gint32            day)
{
  return segue_profile_weekday (&exact->placer->profile, day);
}

static inline gint32 *
segue_exact_forced (const SegueExact *exact,
                    gint32            work,
                    gint32            day)
{
  return &exact->forced[(gsize) work * (gsize) exact->n_days + (gsize) day];
}

void     segue_exact_set       (SegueExact *exact,
                                gint32     *where,
                                gint32      value);
gint32   segue_exact_most      (const SegueExact *exact,
                                gint32            work,
                                gint32            day);
gint32   segue_exact_wait_load (const SegueExact *exact,
                                gint32            act,
                                gint32            day);
gboolean segue_exact_propagate (SegueExact *exact);
gboolean segue_exact_fill      (SegueExact *exact);
void     segue_exact_locate    (SegueExact *exact,
                                SegueSplit *split);

G_END_DECLS
