/* segue-sweep.h - what comes of a point's lying on this day or that
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/* What one leaves with of a grant. */
typedef struct
{
  gint64 kept;                /* units that have vested by the last day of employment */
  gint64 forfeited;           /* the others */
  SegueDay exercisable_until; /* or SEGUE_DAY_NONE, where nothing limits it */
} SegueKept;

/**
 * SegueSweep:
 *
 * A point of a plan laid on every day of a range, one after the other: on
 * which of them the plan holds, what ends each run of such days, the route
 * that each goal then gets, and what is kept of each grant. Immutable and
 * reference-counted; its indexes are those of the layout.
 */
typedef struct _SegueSweep SegueSweep;

#define SEGUE_TYPE_SWEEP (segue_sweep_get_type ())
GType                   segue_sweep_get_type        (void) G_GNUC_CONST;

SegueSweep             *segue_sweep_new             (SegueLayout *layout, SeguePoint point, SegueDay from,
                                                     SegueDay until, const gint *cancelled);
SegueSweep             *segue_sweep_ref             (SegueSweep *self);
void                    segue_sweep_unref           (SegueSweep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueSweep, segue_sweep_unref)

SegueLayout            *segue_sweep_get_layout      (SegueSweep *self);
SeguePoint              segue_sweep_get_point       (SegueSweep *self);
const SegueExploration *segue_sweep_get_exploration (SegueSweep *self); /* days, runs, routes of goals */
const SegueKept        *segue_sweep_get_kept        (SegueSweep *self, int day, int grant); /* day: an index */

G_END_DECLS
