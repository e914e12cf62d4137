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
 */
#include "schedule/segue-estimate.h"

#include "schedule/segue-schedule.h"

#include <math.h>

/* Steps of the integration. */
#define N_STEPS 512

static double
warp (double s)
{
  return s * s * (3 - 2 * s);
}

/* The density at t (s), not scaled, times dt/ds. */
static double
weigh (double s,
       double a,
       double b)
{
  double t = warp (s);

  return pow (t, a) * pow (1 - t, b) * 6 * s * (1 - s);
}

/* The share below each step of s. */
static void
integrate (double  a,
           double  b,
           double *below)
{
  double h = 1.0 / N_STEPS;
  double left = 0;

  below[0] = 0;
  for (guint i = 0; i < N_STEPS; i++)
    {
      double middle = weigh ((i + 0.5) * h, a, b);
      double right = i + 1 < N_STEPS ? weigh ((i + 1) * h, a, b) : 0;

      below[i + 1] = below[i] + (left + 4 * middle + right) * h / 6;
      left = right;
    }
}

/* The value in the middle of each cell. */
static void
invert (const double       *below,
        SegueEstimateTable *table)
{
  guint i = 0;

  for (guint cell = 0; cell < SEGUE_ESTIMATE_CELLS; cell++)
    {
      double wanted = below[N_STEPS] * (cell + 0.5) / SEGUE_ESTIMATE_CELLS;
      double part;

      while (i + 1 < N_STEPS && below[i + 1] < wanted)
        i++;
      part = below[i + 1] > below[i] ? (wanted - below[i]) / (below[i + 1] - below[i]) : 0;
      part = CLAMP (part, 0, 1);
      table->values[cell] = (gint32) (table->low + (gint64) (warp ((i + part) / N_STEPS) * (double) table->range + 0.5));
    }
}

/**
 * segue_estimate_init:
 * @table: (out caller-allocates): a table
 * @values: an estimate, by #SegueEstimate
 *
 * Where all values are one, or do not stand in their order, there is nothing
 * to draw: the range is 0.
 */
void
segue_estimate_init (SegueEstimateTable *table,
                     const gint32        values[3])
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
  table->values = g_rc_box_alloc (sizeof (gint32) * SEGUE_ESTIMATE_CELLS);
  integrate (4.0 * (double) (likely - low) / (double) (high - low),
             4.0 * (double) (high - likely) / (double) (high - low), below);
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
  if (table->values)
    g_rc_box_acquire (table->values);
}

void
segue_estimate_clear (SegueEstimateTable *table)
{
  g_clear_pointer (&table->values, g_rc_box_release);
}
