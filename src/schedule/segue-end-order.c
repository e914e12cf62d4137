/* segue-end-order.c - acts sorted for the way back, draw after draw
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days are few and draws are many, so acts are put into a list for each day,
 * and a bit for each day says whether there is one.
 */
#include "schedule/segue-end-order.h"

#include <string.h>

void
segue_end_order_init (SegueEndOrder     *order,
                      const SegueSketch *sketch)
{
  order->limited = g_new (gint32, MAX (sketch->n_acts, 1));
  order->n_limited = 0;
  for (gint32 act = sketch->n_acts - 1; act >= 0; act--)
    if (sketch->acts[act].limited)
      order->limited[order->n_limited++] = act;
  order->next = g_new (gint32, MAX (sketch->n_acts, 1));
  order->last_on = g_new (gint32, sketch->n_days);
  memset (order->last_on, 0xff, sizeof (gint32) * (gsize) sketch->n_days);
  order->ending = g_new0 (guint64, sketch->n_days / 64 + 1);
  order->placed = g_new0 (guint8, MAX (sketch->n_acts, 1));
}

void
segue_end_order_clear (SegueEndOrder *order)
{
  g_clear_pointer (&order->limited, g_free);
  g_clear_pointer (&order->next, g_free);
  g_clear_pointer (&order->last_on, g_free);
  g_clear_pointer (&order->ending, g_free);
  g_clear_pointer (&order->placed, g_free);
}

/* Whether something that waits for an act, and ends on the same day, is still to come. */
static gboolean
waits_for_twin (const SegueEndOrder *order,
                const SegueSketch   *sketch,
                const gint32        *end,
                gint32               act)
{
  for (gint32 i = sketch->first_out[act]; i < sketch->first_out[act + 1]; i++)
    {
      gint32 next = sketch->edges[sketch->out[i]].to;

      if (sketch->acts[next].limited && end[next] == end[act] && !order->placed[next])
        return TRUE;
    }
  return FALSE;
}

/* Of those that end on one day the first by index whose turn it is. */
static gint32
pick_twin (SegueEndOrder     *order,
           const SegueSketch *sketch,
           const gint32      *end,
           gint32             day)
{
  gint32 *at = &order->last_on[day];

  while (*at >= 0 && waits_for_twin (order, sketch, end, *at))
    at = &order->next[*at];
  if (*at >= 0)
    {
      gint32 act = *at;

      *at = order->next[act];
      return act;
    }
  return -1;
}

static gint32
list_twins (SegueEndOrder     *order,
            const SegueSketch *sketch,
            const gint32      *end,
            gint32             day,
            gint32            *by_end,
            gint32             n)
{
  for (gint32 act; order->last_on[day] >= 0 && (act = pick_twin (order, sketch, end, day)) >= 0;)
    {
      order->placed[act] = TRUE;
      by_end[n++] = act;
    }
  return n;
}

/**
 * segue_end_order_list:
 * @order: scratch
 * @sketch: the plan
 * @end: of each act the day on which it ends
 * @by_end: (out): the limited acts, what ends last first, and of what ends on
 *   one day what waits for others first
 *
 * Returns: how many they are
 */
gint32
segue_end_order_list (SegueEndOrder     *order,
                      const SegueSketch *sketch,
                      const gint32      *end,
                      gint32            *by_end)
{
  gint32 low = sketch->n_days, high = -1, n = 0;

  for (gint32 k = 0; k < order->n_limited; k++)
    {
      const gint32 act = order->limited[k], day = end[act];

      order->placed[act] = FALSE;
      order->next[act] = order->last_on[day];
      order->last_on[day] = act;
      order->ending[day / 64] |= G_GUINT64_CONSTANT (1) << day % 64;
      low = MIN (low, day);
      high = MAX (high, day);
    }
  for (gint32 word = high / 64; word >= low / 64; word--)
    while (order->ending[word] != 0)
      {
        const gint32 bit = 63 - __builtin_clzll (order->ending[word]), day = word * 64 + bit;
        const gint32 act = order->last_on[day];

        order->ending[word] ^= G_GUINT64_CONSTANT (1) << bit;
        if (order->next[act] >= 0)
          {
            n = list_twins (order, sketch, end, day, by_end, n);
            continue;
          }
        /* Most have the day to themselves. */
        order->last_on[day] = -1;
        by_end[n++] = act;
      }
  return n;
}
