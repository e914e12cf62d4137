/* segue-estimate.c - how long something may take, drawn at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PERT-beta (Malcolm, Roseboom, Clark, Fazar: Application of a technique for
 * research and development program evaluation. Operations Research 7, 1959):
 * of three values o, l, p the beta distribution on [o, p] with the exponents
 *
 *   α - 1 = 4 (l - o) / (p - o)      β - 1 = 4 (p - l) / (p - o)
 *
 * It is integrated over s where t = s² (3 - 2s). There the density begins and
 * ends flat, whatever the exponents, and Simpson's rule does it justice:
 *
 *   t 0 ─┬─┬──┬───┬────┬─────┬─────┬────┬───┬──┬─┬─ 1
 *   s 0 ─┴───┴───┴───┴───┴───┴───┴───┴───┴───┴───┴─ 1
 *
 * As both exponents are 4 together, of one estimate and another only one power
 * is different, and in one half of [0, 1] it is the inverse of the other's:
 *
 *   t^(α-1) (1 - t)^(β-1) = (t (1 - t))² · (t / (1 - t))^(α-3)
 */
#include "schedule/segue-estimate.h"

#include "schedule/segue-schedule.h"

#include <math.h>

#define N_STEPS SEGUE_ESTIMATE_STEPS

static double
warp (double s)
{
  return s * s * (3 - 2 * s);
}

/**
 * segue_estimate_grid_init:
 * @grid: (out caller-allocates): what segue_estimate_init() needs, any number of times
 */
void
segue_estimate_grid_init (SegueEstimateGrid *grid)
{
  grid->weight[0] = grid->logit[0] = 0;
  for (guint i = 1; i <= N_STEPS; i++)
    {
      const double s = i * 0.5 / N_STEPS, t = warp (s);

      /* With dt/ds. */
      grid->weight[i] = t * (1 - t) * t * (1 - t) * 6 * s * (1 - s);
      grid->logit[i] = log2 (t / (1 - t));
    }
}

/* The share below each step of s, not scaled. */
static void
integrate (const SegueEstimateGrid *grid,
           double                   exponent,
           double                  *below)
{
  double density[2 * N_STEPS + 1];

  density[0] = density[2 * N_STEPS] = 0;
  for (guint i = 1; i <= N_STEPS; i++)
    {
      const double power = exp2 (exponent * grid->logit[i]);

      density[i] = grid->weight[i] * power;
      density[2 * N_STEPS - i] = grid->weight[i] / power;
    }
  below[0] = 0;
  for (guint i = 0; i < N_STEPS; i++)
    below[i + 1] = below[i] + (density[2 * i] + 4 * density[2 * i + 1] + density[2 * i + 2]) / (6.0 * N_STEPS);
}

/* Where in steps of s the middle of each cell lies. */
static void
find_middles (const double *below,
              double       *at)
{
  const double share = below[N_STEPS] / SEGUE_ESTIMATE_CELLS;
  guint cell = 0;

  for (guint i = 0; i < N_STEPS; i++)
    {
      const double density = below[i + 1] - below[i];
      const double per_share = density > 0 ? 1 / density : 0;
      const guint end = i + 1 < N_STEPS ? MIN ((guint) (below[i + 1] / share + 0.5), SEGUE_ESTIMATE_CELLS) : SEGUE_ESTIMATE_CELLS;

      for (; cell < end; cell++)
        at[cell] = i + MIN ((share * (cell + 0.5) - below[i]) * per_share, 1);
    }
}

/* The value in the middle of each cell. */
static void
invert (const double       *below,
        SegueEstimateTable *table)
{
  const double range = (double) table->range;
  double at[SEGUE_ESTIMATE_CELLS];

  find_middles (below, at);
  for (guint cell = 0; cell < SEGUE_ESTIMATE_CELLS && table->offsets; cell++)
    table->offsets[cell] = (guint16) (gint32) (warp (at[cell] / N_STEPS) * range + 0.5);
  for (guint cell = 0; cell < SEGUE_ESTIMATE_CELLS && table->wide_offsets; cell++)
    table->wide_offsets[cell] = (guint32) (gint64) (warp (at[cell] / N_STEPS) * range + 0.5);
}

/**
 * segue_estimate_init:
 * @table: (out caller-allocates): a table
 * @grid: what all tables have in common
 * @values: an estimate, by #SegueEstimate
 *
 * Where all values are one, or do not stand in their order, there is nothing
 * to draw: the range is 0.
 */
void
segue_estimate_init (SegueEstimateTable      *table,
                     const SegueEstimateGrid *grid,
                     const gint32             values[3])
{
  gint64 low = values[SEGUE_ESTIMATE_OPTIMISTIC];
  gint64 likely = values[SEGUE_ESTIMATE_LIKELY];
  gint64 high = values[SEGUE_ESTIMATE_PESSIMISTIC];
  double below[N_STEPS + 1];

  *table = (SegueEstimateTable) { .low = likely };
  if (low >= high || likely < low || likely > high)
    return;
  table->low = low;
  table->range = high - low;
  if (table->range <= G_MAXUINT16)
    table->offsets = g_rc_box_alloc (sizeof (guint16) * SEGUE_ESTIMATE_CELLS);
  else
    table->wide_offsets = g_rc_box_alloc (sizeof (guint32) * SEGUE_ESTIMATE_CELLS);
  integrate (grid, 4.0 * (double) (likely - low) / (double) (high - low) - 2, below);
  invert (below, table);
}

/**
 * segue_estimate_share:
 * @table: (out caller-allocates): a table
 * @other: a table of the same estimate
 *
 * As segue_estimate_init(), with the values of the other table.
 */
void
segue_estimate_share (SegueEstimateTable       *table,
                      const SegueEstimateTable *other)
{
  *table = *other;
  if (table->offsets)
    g_rc_box_acquire (table->offsets);
  if (table->wide_offsets)
    g_rc_box_acquire (table->wide_offsets);
}

void
segue_estimate_clear (SegueEstimateTable *table)
{
  g_clear_pointer (&table->offsets, g_rc_box_release);
  g_clear_pointer (&table->wide_offsets, g_rc_box_release);
}
