/* segue-rcpsp-sample.c - lists of activities drawn at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The next activity of a list is drawn among those that wait for no other, by
 * how much has to be done after them. Most lists follow a clock (the parallel
 * scheme of Kelley 1963, in Kolisch, EJOR 90, 1996): only what can start now
 * is drawn from, and time moves on when nothing can.
 *
 *     time ──►  ▓▓▓▓▓▓▓▓│            drawn from: what fits here, now
 *               ▓▓▓▓│   ▒▒▒▒▒▒
 *               ▓▓▓▓▓▓▓▓▓▓▓▓│
 *
 * Such lists leave little idle and are good to begin with, but where the best
 * schedules have to wait for something none of these may be one; so not all
 * are made that way. Decoding such a list gives just the starts of the clock.
 */
#include "schedule/segue-rcpsp-sample.h"

#include <string.h>

#define BIAS 256 /* see weigh() */

static gint32
find_earliest (const SegueRcpspSampler *sampler,
               SegueRcpspSide           side,
               gint32                   i)
{
  const SegueRcpspNet *net = sampler->net;
  const SegueRcpspNode *node = &net->node[side][i];
  gint32 earliest = node->head;

  for (guint f = 0; f < SEGUE_RCPSP_INLINE_FEEDS; f++)
    if (node->feed[f].node < net->n)
      earliest = MAX (earliest, sampler->start[node->feed[f].node] + node->feed[f].lag);
  for (gint32 f = node->first_more; f < node->end_more; f++)
    earliest = MAX (earliest, sampler->start[net->more[side][f].node] + net->more[side][f].lag);
  return earliest;
}

static void
make_ready (SegueRcpspSampler *sampler,
            SegueRcpspSide     side,
            gint32             i)
{
  sampler->earliest[i] = find_earliest (sampler, side, i);
  sampler->ready[sampler->n_ready++] = i;
}

/* Lets all begin anew: ready is what waits for nothing. */
static void
begin_list (SegueRcpspSampler *sampler,
            SegueRcpspSide     side)
{
  const SegueRcpspNet *net = sampler->net;

  sampler->n_ready = sampler->n_running = 0;
  for (gint32 p = 0; p < net->n_planes; p++)
    sampler->free[p] = net->full[p];
  memcpy (sampler->waits, net->n_feeds[side], sizeof *sampler->waits * (gsize) net->n);
  for (gint32 i = 0; i < net->n; i++)
    if (sampler->waits[i] == 0)
      make_ready (sampler, side, i);
}

static void
stop_waiting (SegueRcpspSampler *sampler,
              SegueRcpspSide     side,
              gint32             i)
{
  if (--sampler->waits[i] == 0)
    make_ready (sampler, side, i);
}

/* Takes the ready activity at @place out; what waited for it alone is ready. */
static gint32
take_ready (SegueRcpspSampler *sampler,
            SegueRcpspSide     side,
            gint32             place,
            gint32             start)
{
  const SegueRcpspNet *net = sampler->net;
  const SegueRcpspSide other = segue_rcpsp_turn_side (side);
  const gint32 i = sampler->ready[place];
  const SegueRcpspNode *node = &net->node[other][i];

  sampler->ready[place] = sampler->ready[--sampler->n_ready];
  sampler->start[i] = start;
  for (guint f = 0; f < SEGUE_RCPSP_INLINE_FEEDS; f++)
    if (node->feed[f].node < net->n)
      stop_waiting (sampler, side, node->feed[f].node);
  for (gint32 f = node->first_more; f < node->end_more; f++)
    stop_waiting (sampler, side, net->more[other][f].node);
  return i;
}

/* ---- what is drawn ------------------------------------------------------- */

/* How likely one of the ready activities is that has a @regret more to do after
 * it than the one that has least, where the @most of them has so much more
 * (regret-based biased random sampling by latest finish; Drexl 1991). With a
 * @bias of 0 all are alike, with BIAS it grows with the regret, with 2 BIAS with
 * its square. Whole numbers all: they are the same everywhere. */
static double
weigh (double regret,
       double most,
       double bias)
{
  if (bias <= BIAS)
    return ((BIAS - bias) * most + bias * regret) * most;
  return ((2 * BIAS - bias) * most + (bias - BIAS) * regret) * regret;
}

/* The place of that of the first @n_open ready activities with most to do after it. */
static gint32
find_longest (const SegueRcpspSampler *sampler,
              SegueRcpspSide           side,
              gint32                   n_open)
{
  const gint32 *longest = sampler->net->longest[side];
  const gint32 *ready = sampler->ready;
  gint32 best = 0;

  for (gint32 k = 1; k < n_open; k++)
    if (longest[ready[k]] > longest[ready[best]])
      best = k;
  return best;
}

/* The place of one of the first @n_open ready activities. */
static gint32
draw_ready (SegueRcpspSampler *sampler,
            SegueRcpspSide     side,
            gint32             n_open,
            double             bias)
{
  const gint32 *longest = sampler->net->longest[side];
  const gint32 *ready = sampler->ready;
  const gint32 best = longest[ready[find_longest (sampler, side, n_open)]];
  gint32 least = best, pick = 0;
  double sum = 0;

  for (gint32 k = 0; k < n_open; k++)
    least = MIN (least, longest[ready[k]]);
  least--;
  for (gint32 k = 0; k < n_open; k++)
    sampler->chance[k] = sum += weigh (longest[ready[k]] - least, best - least, bias);
  sum *= segue_random_next (sampler->random) * 0x1p-32;
  while (pick < n_open - 1 && sampler->chance[pick] < sum)
    pick++;
  return pick;
}

/* ---- by the clock -------------------------------------------------------- */

static gboolean
fits_now (const SegueRcpspSampler *sampler,
          gint32                   i)
{
  const SegueRcpspNet *net = sampler->net;

  for (gint32 p = 0; p < net->n_planes; p++)
    if (((sampler->free[p] - net->need[i * net->n_planes + p]) & net->guard[p]) != net->guard[p])
      return FALSE;
  return TRUE;
}

/* Moves the ready activities that can start at @time to the front and counts them. */
static gint32
gather_open (SegueRcpspSampler *sampler,
             gint32             time)
{
  gint32 *ready = sampler->ready;
  gint32 n_open = 0;

  for (gint32 k = 0; k < sampler->n_ready; k++)
    if (sampler->earliest[ready[k]] <= time && fits_now (sampler, ready[k]))
      {
        const gint32 open = ready[k];

        ready[k] = ready[n_open];
        ready[n_open++] = open;
      }
  return n_open;
}

static void
run (SegueRcpspSampler *sampler,
     gint32             i)
{
  const SegueRcpspNet *net = sampler->net;

  for (gint32 p = 0; p < net->n_planes; p++)
    sampler->free[p] -= net->need[i * net->n_planes + p];
  sampler->running[sampler->n_running++] = i;
}

static gint32
find_end (const SegueRcpspSampler *sampler,
          gint32                   i)
{
  return sampler->start[i] + sampler->net->node[SEGUE_RCPSP_FORWARDS][i].duration;
}

/* The next time after @time at which something ends or becomes possible; what has
 * ended gives back what it took. */
static gint32
move_on (SegueRcpspSampler *sampler,
         gint32             time)
{
  const SegueRcpspNet *net = sampler->net;
  gint32 next = G_MAXINT32;

  for (gint32 k = 0; k < sampler->n_running; k++)
    next = MIN (next, find_end (sampler, sampler->running[k]));
  for (gint32 k = 0; k < sampler->n_ready; k++)
    if (sampler->earliest[sampler->ready[k]] > time)
      next = MIN (next, sampler->earliest[sampler->ready[k]]);
  for (gint32 k = sampler->n_running - 1; k >= 0; k--)
    if (find_end (sampler, sampler->running[k]) <= next)
      {
        for (gint32 p = 0; p < net->n_planes; p++)
          sampler->free[p] += net->need[sampler->running[k] * net->n_planes + p];
        sampler->running[k] = sampler->running[--sampler->n_running];
      }
  return next;
}

static void
sample_by_clock (SegueRcpspSampler *sampler,
                 SegueRcpspSide     side,
                 double             bias,
                 gint32            *list)
{
  gint32 time = 0;

  for (gint32 k = 0; k < sampler->net->n;)
    {
      const gint32 n_open = gather_open (sampler, time);

      if (n_open > 0)
        {
          list[k] = take_ready (sampler, side, draw_ready (sampler, side, n_open, bias), time);
          run (sampler, list[k++]);
        }
      else
        {
          time = move_on (sampler, time);
        }
    }
}

/**
 * segue_rcpsp_sample:
 * @list: (out): all activities, feeds before what they feed
 *
 * Draws a list for decoding on @side.
 */
void
segue_rcpsp_sample (SegueRcpspSampler *sampler,
                    SegueRcpspSide     side,
                    gint32            *list)
{
  /* Each list has its own: good ones and unlike ones are wanted together. */
  const double bias = segue_random_below (sampler->random, 3 * BIAS / 2 + 1);

  begin_list (sampler, side);
  if (segue_random_below (sampler->random, 3) > 0)
    sample_by_clock (sampler, side, bias, list);
  else
    for (gint32 k = 0; k < sampler->net->n; k++)
      list[k] = take_ready (sampler, side, draw_ready (sampler, side, sampler->n_ready, bias), 0);
}

/**
 * segue_rcpsp_sample_best:
 * @list: (out): all activities, feeds before what they feed
 *
 * The list in which what has most to do after it comes first: nothing is drawn.
 */
void
segue_rcpsp_sample_best (SegueRcpspSampler *sampler,
                         SegueRcpspSide     side,
                         gint32            *list)
{
  begin_list (sampler, side);
  for (gint32 k = 0; k < sampler->net->n; k++)
    list[k] = take_ready (sampler, side, find_longest (sampler, side, sampler->n_ready), 0);
}

/* @net and @random outlive the sampler. */
void
segue_rcpsp_sampler_init (SegueRcpspSampler   *sampler,
                          const SegueRcpspNet *net,
                          SegueRandom         *random)
{
  const gsize n = (gsize) net->n + 1;

  sampler->net = net;
  sampler->random = random;
  sampler->ready = g_new (gint32, n);
  sampler->waits = g_new (gint32, n);
  sampler->chance = g_new (double, n);
  sampler->earliest = g_new (gint32, n);
  sampler->start = g_new (gint32, n);
  sampler->running = g_new (gint32, n);
  sampler->free = g_new (guint32, net->n_planes);
}

void
segue_rcpsp_sampler_clear (SegueRcpspSampler *sampler)
{
  g_clear_pointer (&sampler->ready, g_free);
  g_clear_pointer (&sampler->waits, g_free);
  g_clear_pointer (&sampler->chance, g_free);
  g_clear_pointer (&sampler->earliest, g_free);
  g_clear_pointer (&sampler->start, g_free);
  g_clear_pointer (&sampler->running, g_free);
  g_clear_pointer (&sampler->free, g_free);
}
