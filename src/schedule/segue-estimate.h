/* segue-estimate.h - how long something may take, drawn at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cells of equal probability that a distribution is cut into. */
#define SEGUE_ESTIMATE_CELLS 4096

/* Steps in which a distribution is integrated. */
#define SEGUE_ESTIMATE_STEPS 512

/**
 * SegueEstimateGrid:
 * @weight: of each half step but the ends, up to the one in the middle; the
 *   others are their mirror image
 * @logit: log2 (t / (1 - t)) there
 *
 * What the integrals of all estimates have in common.
 */
typedef struct
{
  double weight[SEGUE_ESTIMATE_STEPS + 1];
  double logit[SEGUE_ESTIMATE_STEPS + 1];
} SegueEstimateGrid;

/**
 * SegueEstimateTable:
 * @low: the optimistic value
 * @range: the pessimistic value less @low; 0 if there is nothing to draw
 * @offsets: by how much the value in the middle of each cell, rounded, is above
 *   @low; tables may share them. Where @range needs more than 16 bits, %NULL
 * @wide_offsets: the same there
 *
 * A PERT-beta distribution as a table of its quantiles. The table is the only
 * place where real numbers are used; drawing from it is looking it up.
 */
typedef struct
{
  gint64 low;
  gint64 range;
  guint16 *offsets; /* SEGUE_ESTIMATE_CELLS */
  guint32 *wide_offsets;
} SegueEstimateTable;

void segue_estimate_grid_init (SegueEstimateGrid        *grid);
void segue_estimate_init      (SegueEstimateTable       *table,
                               const SegueEstimateGrid  *grid,
                               const gint32              values[3]);
void segue_estimate_share     (SegueEstimateTable       *table,
                               const SegueEstimateTable *other);
void segue_estimate_clear     (SegueEstimateTable       *table);

/* The value of a cell. */
static inline gint32
segue_estimate_value (const SegueEstimateTable *table,
                      guint32                   cell)
{
  return (gint32) (table->low + (table->offsets ? table->offsets[cell] : table->wide_offsets[cell]));
}

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
  return segue_estimate_value (table, random / (G_MAXUINT32 / SEGUE_ESTIMATE_CELLS + 1));
}

G_END_DECLS
