/* segue-rcpsp-decode.c - serial schedule generation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes activities in the order of a list and puts each as early as its feeds
 * and the free capacity allow (Kelley 1963; Kolisch, EJOR 90, 1996). 32 slots
 * are looked at together: a bit says that the slot has what is needed, and
 * folding the bits over themselves leaves those where a long enough run of
 * free slots begins.
 *
 *     free      1 1 0 1 1 1 1 0 1 1 1       duration 3
 *     &= >> 1   1 0 0 1 1 1 0 0 1 1 .
 *     &= >> 1   0 0 0 1 1 0 0 0 1 . .       first one: earliest start
 */
#include "schedule/segue-rcpsp-decode.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define WINDOW 32

/* Slots behind the last one in use that may be looked at or subtracted from. */
#define MARGIN (2 * WINDOW)

/* Four slots that may lie anywhere. */
typedef guint32 Quad __attribute__ ((vector_size (16), aligned (4), may_alias));

#ifdef __SSE2__

static inline guint32
free_half (const guint32 *slots,
           __m128i        need,
           __m128i        guard)
{
  __m128i fits[4];

#pragma GCC unroll 4
  for (guint k = 0; k < 4; k++)
    {
      const __m128i free = _mm_sub_epi32 ((__m128i) ((const Quad *) slots)[k], need);

      fits[k] = _mm_cmpeq_epi32 (_mm_and_si128 (free, guard), guard);
    }
  return (guint32) _mm_movemask_epi8 (_mm_packs_epi16 (_mm_packs_epi32 (fits[0], fits[1]),
                                                       _mm_packs_epi32 (fits[2], fits[3])));
}

/* Bit k says that slot k has what is needed. */
static inline guint32
free_slots (const guint32 *slots,
            guint32        need,
            guint32        guard)
{
  const __m128i needs = _mm_set1_epi32 ((int) need);
  const __m128i guards = _mm_set1_epi32 ((int) guard);

  return free_half (slots, needs, guards) | free_half (slots + WINDOW / 2, needs, guards) << (WINDOW / 2);
}

#else

static inline guint32
free_slots (const guint32 *slots,
            guint32        need,
            guint32        guard)
{
  guint32 mask = 0;

  for (guint k = 0; k < WINDOW; k++)
    mask |= (guint32) (((slots[k] - need) & guard) == guard) << k;
  return mask;
}

#endif

static inline guint32
free_in_all (const SegueRcpspDecoder *decoder,
             gint32                   n_planes,
             gint32                   activity,
             gint32                   slot)
{
  const SegueRcpspNet *net = decoder->net;
  guint32 mask = ~0u;

  for (gint32 p = 0; p < n_planes; p++)
    mask &= free_slots (decoder->profile + p * decoder->stride + slot,
                        net->need[activity * n_planes + p], net->guard[p]);
  return mask;
}

/* The place behind the last slot of the window at @slot that is not free. */
static inline gint32
skip_blocked (gint32  slot,
              guint32 mask)
{
  return slot + WINDOW - __builtin_clz (~mask);
}

/* The first place from @slot on for an activity longer than a window. */
static gint32
find_long (const SegueRcpspDecoder *decoder,
           gint32                   n_planes,
           gint32                   activity,
           gint32                   duration,
           gint32                   slot)
{
  gint32 begin = slot;

  while (slot < begin + duration)
    {
      const gint32 left = begin + duration - slot;
      guint32 mask = free_in_all (decoder, n_planes, activity, slot);

      if (left < WINDOW)
        mask |= ~0u << left;
      if (mask == ~0u)
        slot += WINDOW;
      else
        begin = slot = skip_blocked (slot, mask);
    }
  return begin;
}

static inline gint32
find_place (const SegueRcpspDecoder *decoder,
            gint32                   n_planes,
            gint32                   activity,
            const SegueRcpspNode    *node,
            gint32                   slot)
{
  if (G_UNLIKELY (node->duration > WINDOW))
    return find_long (decoder, n_planes, activity, node->duration, slot);
  for (;;)
    {
      const guint32 mask = free_in_all (decoder, n_planes, activity, slot);
      guint32 begins = mask;

#pragma GCC unroll 5
      for (guint k = 0; k < 5; k++)
        begins &= begins >> node->fold[k];
      if (G_LIKELY (begins != 0))
        return slot + __builtin_ctz (begins);
      slot = skip_blocked (slot, mask);
    }
}

static inline void
take (const SegueRcpspDecoder *decoder,
      gint32                   n_planes,
      gint32                   activity,
      gint32                   duration,
      gint32                   slot)
{
  const SegueRcpspNet *net = decoder->net;

  for (gint32 p = 0; p < n_planes; p++)
    {
      const gint32 row = activity * n_planes + p;
      guint32 *slots = decoder->profile + p * decoder->stride + slot;
      const guint32 *pattern = net->pattern + row * SEGUE_RCPSP_PATTERN;

#pragma GCC unroll 3
      for (guint k = 0; k < SEGUE_RCPSP_PATTERN / 4; k++)
        ((Quad *) slots)[k] -= ((const Quad *) pattern)[k];
      for (gint32 t = SEGUE_RCPSP_PATTERN; G_UNLIKELY (t < duration); t++)
        slots[t] -= net->need[row];
    }
}

static inline gint32
find_earliest (const SegueRcpspNet  *net,
               SegueRcpspSide        side,
               const SegueRcpspNode *node,
               const gint32         *start)
{
  gint32 earliest = node->head;

#pragma GCC unroll 3
  for (guint f = 0; f < SEGUE_RCPSP_INLINE_FEEDS; f++)
    earliest = MAX (earliest, start[node->feed[f].node] + node->feed[f].lag);
  for (gint32 f = node->first_more; G_UNLIKELY (f < node->end_more); f++)
    earliest = MAX (earliest, start[net->more[side][f].node] + net->more[side][f].lag);
  return earliest;
}

static void
clear_profile (SegueRcpspDecoder *decoder)
{
  const SegueRcpspNet *net = decoder->net;

  for (gint32 p = 0; p < net->n_planes; p++)
    {
      const guint32 full = net->full[p];
      guint32 *slots = decoder->profile + p * decoder->stride;

      /* A plane is made of whole fours. */
      for (gint32 t = 0; t < decoder->touched; t += 4)
        *(Quad *) (slots + t) = (Quad) { full, full, full, full };
    }
}

static inline gint32
decode (SegueRcpspDecoder *decoder,
        SegueRcpspSide     side,
        gint32             n_planes,
        const gint32      *list,
        gint32            *start)
{
  const SegueRcpspNet *net = decoder->net;
  gint32 makespan = 0, last = 0;

  start[net->n] = 0;
  for (gint32 k = 0; k < net->n; k++)
    {
      const gint32 i = list[k];
      const SegueRcpspNode *node = &net->node[side][i];
      const gint32 slot = find_place (decoder, n_planes, i, node, find_earliest (net, side, node, start));
      const gint32 end = slot + node->duration;

      take (decoder, n_planes, i, node->duration, slot);
      start[i] = slot;
      last = MAX (last, end);
      makespan = MAX (makespan, end + node->tail);
    }
  decoder->touched = last;
  return makespan;
}

/**
 * segue_rcpsp_decode:
 * @side: which way time runs
 * @list: all activities, feeds before what they feed
 * @start: (out) (array length=n+1): counted from the side's beginning
 *
 * Makes one schedule.
 *
 * Returns: its makespan
 */
gint32
segue_rcpsp_decode (SegueRcpspDecoder *decoder,
                    SegueRcpspSide     side,
                    const gint32      *list,
                    gint32            *start)
{
  clear_profile (decoder);
  decoder->n_schedules++;
  if (decoder->net->n_planes == 1)
    return decode (decoder, side, 1, list, start);
  return decode (decoder, side, decoder->net->n_planes, list, start);
}

/**
 * segue_rcpsp_turn:
 * @list: the list that @start was decoded from, on @side
 * @turned: (out): the activities by falling end
 *
 * The order in which the opposite side takes the activities when it pushes
 * them all back against the other end: that never lengthens a schedule
 * (Li and Willis, EJOR 56, 1992; Valls, Ballestin, Quintanilla, EJOR 165,
 * 2005). Among equal ends the later in @list comes first, so that also what
 * takes no time stays in an order that the arcs allow.
 */
void
segue_rcpsp_turn (SegueRcpspDecoder *decoder,
                  SegueRcpspSide     side,
                  const gint32      *list,
                  const gint32      *start,
                  gint32             makespan,
                  gint32            *turned)
{
  const SegueRcpspNet *net = decoder->net;
  const SegueRcpspNode *nodes = net->node[side];
  gint32 *buckets = decoder->buckets;
  gint32 next = 0;

  memset (buckets, 0, sizeof *buckets * (gsize) (makespan + 1));
  for (gint32 i = 0; i < net->n; i++)
    buckets[start[i] + nodes[i].duration]++;
  for (gint32 t = makespan; t >= 0; t--)
    {
      const gint32 size = buckets[t];

      buckets[t] = next;
      next += size;
    }
  for (gint32 k = net->n - 1; k >= 0; k--)
    turned[buckets[start[list[k]] + nodes[list[k]].duration]++] = list[k];
}

void
segue_rcpsp_decoder_init (SegueRcpspDecoder   *decoder,
                          const SegueRcpspNet *net)
{
  decoder->net = net;
  decoder->n_schedules = 0;
  decoder->stride = (net->horizon + MARGIN + 3) / 4 * 4;
  decoder->touched = decoder->stride;
  decoder->profile = g_new (guint32, (gsize) decoder->stride * net->n_planes);
  decoder->buckets = g_new (gint32, net->horizon + 1);
  clear_profile (decoder);
}

void
segue_rcpsp_decoder_clear (SegueRcpspDecoder *decoder)
{
  g_clear_pointer (&decoder->profile, g_free);
  g_clear_pointer (&decoder->buckets, g_free);
}
