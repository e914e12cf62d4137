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
 * @quantiles: where the cells end, in parts of 2^32 of the range
 *
 * A PERT-beta distribution as a table of its quantiles. The table is the only
 * place where real numbers are used; drawing from it is arithmetic of integers.
 */
typedef struct
{
  gint64 low;
  gint64 range;
  guint32 *quantiles; /* SEGUE_ESTIMATE_CELLS + 1 */
} SegueEstimateTable;

void segue_estimate_init  (SegueEstimateTable *table,
                           const gint32        values[3]);
void segue_estimate_clear (SegueEstimateTable *table);

/**
 * segue_estimate_draw:
 * @table: a table with something to draw
 * @random: a uniform 32-bit number
 *
 * Returns: a whole value between the optimistic and the pessimistic one; the
 *   quantile of @random, rounded
 */
static inline gint32
segue_estimate_draw (const SegueEstimateTable *table,
                     guint32                   random)
{
  const guint32 *cell = &table->quantiles[random / (G_MAXUINT32 / SEGUE_ESTIMATE_CELLS + 1)];
  guint64 within = random % (G_MAXUINT32 / SEGUE_ESTIMATE_CELLS + 1);
  guint64 part = cell[0] + ((cell[1] - cell[0]) * within) / (G_MAXUINT32 / SEGUE_ESTIMATE_CELLS + 1);

  return (gint32) (table->low + (gint64) ((part * (guint64) table->range + (G_GUINT64_CONSTANT (1) << 31)) >> 32));
}

G_END_DECLS
