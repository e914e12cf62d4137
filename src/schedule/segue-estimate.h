/* segue-estimate.h - how long something may take, drawn at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cells of equal probability that a distribution is cut into. */
#define SEGUE_ESTIMATE_CELLS 4096

/**
 * SegueEstimateTable:
 * @low: the optimistic value
 * @range: the pessimistic value less @low; 0 if there is nothing to draw
 * @values: the value in the middle of each cell, rounded; tables may share them
 *
 * A PERT-beta distribution as a table of its quantiles. The table is the only
 * place where real numbers are used; drawing from it is looking it up.
 */
typedef struct
{
  gint64 low;
  gint64 range;
  gint32 *values; /* SEGUE_ESTIMATE_CELLS */
} SegueEstimateTable;

void segue_estimate_init  (SegueEstimateTable *table,
                           const gint32        values[3]);
void segue_estimate_share (SegueEstimateTable       *table,
                           const SegueEstimateTable *other);
void segue_estimate_clear (SegueEstimateTable *table);

/**
 * segue_estimate_draw:
 * @table: a table with something to draw
 * @random: a uniform 32-bit number
 *
 * Returns: a whole value between the optimistic and the pessimistic one; the
 *   quantile of the cell that @random lies in
 */
static inline gint32
segue_estimate_draw (const SegueEstimateTable *table,
                     guint32                   random)
{
  return table->values[random / (G_MAXUINT32 / SEGUE_ESTIMATE_CELLS + 1)];
}

G_END_DECLS
