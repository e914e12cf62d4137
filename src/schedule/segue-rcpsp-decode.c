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

/* A schedule in the making. */
typedef struct
{
  SegueRcpspSide side;
  const gint32 *list;
  gint32 *start;
  gint32 limit;
  gint32 n_placed;
  gint32 makespan; /* of what was placed, and has to follow it */
  gint32 last;     /* the end of what was placed */
} Pass;

/* Nothing is ready yet. What may be over before the clock's patience is, is not to
 * be judged by what is free then: it lacks nothing. */
static void
begin_clock (const SegueRcpspDecoder *decoder,
             const Pass              *pass,
             gint32                   patience)
{
  const SegueRcpspNet *net = decoder->net;

  memcpy (decoder->waits, net->n_feeds[pass->side], sizeof *decoder->waits * (gsize) (net->n + 1));
  memset (decoder->ready, 0, sizeof *decoder->ready * (gsize) (net->n / 64 + 1));
  for (gint32 k = 0; k < net->n; k++)
    {
      const gint32 i = pass->list[k];

      decoder->rank[i] = k;
      for (gint32 p = 0; p < net->n_planes; p++)
        decoder->lacks[p * decoder->lacks_stride + k] = net->node[0][i].duration > patience
                                                          ? -net->need[i * net->n_planes + p] : 0;
    }
}

static inline void
set_bit (guint64 *bits,
         gint32   k)
{
  bits[k / 64] |= (guint64) 1 << (k % 64);
}

/* The first bit from @from on; there is one. */
static inline gint32
find_bit (const guint64 *bits,
          gint32         from)
{
  gint32 word = from / 64;
  guint64 left = bits[word] & ~(guint64) 0 << (from % 64);

  while (left == 0)
    left = bits[++word];
  return 64 * word + __builtin_ctzll (left);
}

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

static Pass
begin_pass (SegueRcpspDecoder *decoder,
            SegueRcpspSide     side,
            const gint32      *list,
            gint32             limit,
            gint32            *start)
{
  clear_profile (decoder);
  start[decoder->net->n] = 0;
  return (Pass) { .side = side, .list = list, .start = start, .limit = limit };
}

static gint32
end_pass (SegueRcpspDecoder *decoder,
          const Pass        *pass,
          gint32             n_known,
          gboolean           whole)
{
  decoder->touched = pass->last;
  decoder->reached = pass->n_placed;
  decoder->n_placed += pass->n_placed - n_known;
  return whole ? pass->makespan : G_MAXINT32;
}

/**
 * segue_rcpsp_decode_from:
 * @side: which way time runs
 * @list: all activities, feeds before what they feed
 * @n_known: so many at the beginning of @list have their starts already
 * @limit: a schedule that is bound to be longer is given up
 * @start: (inout) (array length=n+1): counted from the side's beginning
 *
 * Makes one schedule, each activity as early as those before it in the list leave it.
 *
 * Returns: its makespan; G_MAXINT32: given up
 */
gint32
segue_rcpsp_decode_from (SegueRcpspDecoder *decoder,
                         SegueRcpspSide     side,
                         const gint32      *list,
                         gint32             n_known,
                         gint32             limit,
                         gint32            *start)
{
  Pass pass = begin_pass (decoder, side, list, limit, start);
  gboolean whole;

#ifdef HAS_WIDE
  if (decoder->is_wide)
    whole = decode_list_wide (decoder, &pass, n_known);
  else
#endif
    whole = decode_list_baseline (decoder, &pass, n_known);
  return end_pass (decoder, &pass, n_known, whole);
}

/**
 * segue_rcpsp_decode:
 * @list: all activities, feeds before what they feed
 * @start: (out) (array length=n+1): counted from the side's beginning
 *
 * Makes one schedule, as segue_rcpsp_decode_from() does without a limit.
 *
 * Returns: its makespan
 */
gint32
segue_rcpsp_decode (SegueRcpspDecoder *decoder,
                    SegueRcpspSide     side,
                    const gint32      *list,
                    gint32            *start)
{
  return segue_rcpsp_decode_from (decoder, side, list, 0, G_MAXINT32, start);
}

/**
 * segue_rcpsp_decode_by_clock:
 * @patience: for how long something may be waited for that could not start now
 * @limit: a schedule that is bound to be longer is given up
 * @start: (out) (array length=n+1): counted from the side's beginning
 *
 * Makes one schedule by going along time: what can start now or within
 * @patience is put, in the order of the list, before time goes on (parameterised
 * active schedules: Mendes, Gonçalves, Resende, Computers & Operations Research
 * 36, 2009). Without any patience nothing idles that need not.
 *
 * Returns: its makespan; G_MAXINT32: given up
 */
gint32
segue_rcpsp_decode_by_clock (SegueRcpspDecoder *decoder,
                             SegueRcpspSide     side,
                             const gint32      *list,
                             gint32             patience,
                             gint32             limit,
                             gint32            *start)
{
  Pass pass = begin_pass (decoder, side, list, limit, start);
  gboolean whole;

#ifdef HAS_WIDE
  if (decoder->is_wide)
    whole = decode_list_by_clock_wide (decoder, &pass, patience);
  else
#endif
    whole = decode_list_by_clock_baseline (decoder, &pass, patience);
  return end_pass (decoder, &pass, 0, whole);
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
#ifdef HAS_WIDE
  decoder->is_wide = __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("bmi2");
#else
  decoder->is_wide = FALSE;
#endif
  decoder->n_placed = 0;
  decoder->reached = 0;
  decoder->stride = (net->horizon + MARGIN + 3) / 4 * 4;
  decoder->touched = decoder->stride;
  decoder->profile = g_new (guint32, (gsize) decoder->stride * net->n_planes);
  decoder->buckets = g_new (gint32, net->horizon + 1);
  decoder->waits = g_new (gint32, net->n + 1);
  decoder->rank = g_new (gint32, net->n + 1);
  decoder->hope = g_new (gint32, net->n + 1);
  decoder->ready = g_new (guint64, net->n / 64 + 1);
  decoder->open = g_new (guint64, net->n / 64 + 1);
  decoder->lacks_stride = 64 * (net->n / 64 + 1);
  decoder->lacks = g_new0 (guint32, (gsize) decoder->lacks_stride * net->n_planes);
  clear_profile (decoder);
}

void
segue_rcpsp_decoder_clear (SegueRcpspDecoder *decoder)
{
  g_clear_pointer (&decoder->profile, g_free);
  g_clear_pointer (&decoder->buckets, g_free);
  g_clear_pointer (&decoder->waits, g_free);
  g_clear_pointer (&decoder->rank, g_free);
  g_clear_pointer (&decoder->hope, g_free);
  g_clear_pointer (&decoder->ready, g_free);
  g_clear_pointer (&decoder->open, g_free);
  g_clear_pointer (&decoder->lacks, g_free);
}
