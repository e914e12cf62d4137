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
 *
 * It is compiled once for every machine and once with AVX2 and the shifts that
 * come with it (segue-rcpsp-decode-kernel.h); the schedules are the same.
 */
#include "schedule/segue-rcpsp-decode.h"

#include <string.h>

#ifdef __SSE2__
#include <immintrin.h>
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
free_slots_baseline (const guint32 *slots,
                     guint32        need,
                     guint32        guard)
{
  const __m128i needs = _mm_set1_epi32 ((int) need);
  const __m128i guards = _mm_set1_epi32 ((int) guard);

  return free_half (slots, needs, guards) | free_half (slots + WINDOW / 2, needs, guards) << (WINDOW / 2);
}

#else

static inline guint32
free_slots_baseline (const guint32 *slots,
                     guint32        need,
                     guint32        guard)
{
  guint32 mask = 0;

  for (guint k = 0; k < WINDOW; k++)
    mask |= (guint32) (((slots[k] - need) & guard) == guard) << k;
  return mask;
}

#endif

#define DECODE_NAME(x) x##_baseline
#define DECODE_TARGET
#include "schedule/segue-rcpsp-decode-kernel.h"

#ifdef __x86_64__
#define HAS_WIDE
#define WIDE __attribute__ ((target ("avx2,bmi,bmi2")))

/* Eight slots that may lie anywhere. */
typedef guint32 Octet __attribute__ ((vector_size (32), aligned (4), may_alias));

WIDE static inline guint32
free_slots_wide (const guint32 *slots,
                 guint32        need,
                 guint32        guard)
{
  const __m256i needs = _mm256_set1_epi32 ((int) need);
  const __m256i guards = _mm256_set1_epi32 ((int) guard);
  guint32 mask = 0;

#pragma GCC unroll 4
  for (guint k = 0; k < 4; k++)
    {
      const __m256i free = _mm256_sub_epi32 ((__m256i) ((const Octet *) slots)[k], needs);
      const __m256i fits = _mm256_cmpeq_epi32 (_mm256_and_si256 (free, guards), guards);

      mask |= (guint32) _mm256_movemask_ps ((__m256) fits) << (8 * k);
    }
  return mask;
}

#define DECODE_NAME(x) x##_wide
#define DECODE_TARGET WIDE
#include "schedule/segue-rcpsp-decode-kernel.h"
#endif

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
  return decoder->decode (decoder, side, list, start);
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
  decoder->decode = decode_list_baseline;
#ifdef HAS_WIDE
  if (__builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("bmi2"))
    decoder->decode = decode_list_wide;
#endif
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
