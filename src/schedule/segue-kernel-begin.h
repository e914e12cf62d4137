/* segue-kernel-begin.h - vectors of one width, for loops compiled once for each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A kernel is a header of loops that its C file includes once for each width.
 * It begins with this and ends with segue-kernel-end.h, and its functions are
 * called KERNEL_NAME (x). Vectors are those of AVX2 if KERNEL_WIDE is defined,
 * else those that every such machine has.
 */
#ifdef KERNEL_WIDE
#define KERNEL_BYTES 32
#define KERNEL_TARGET __attribute__ ((target ("avx2")))
#define KERNEL_NAME(x) x##_wide
#define KERNEL_MIN(a, b) ((Shorts) _mm256_min_epi16 ((__m256i) (a), (__m256i) (b)))
#define KERNEL_MAX(a, b) ((Shorts) _mm256_max_epi16 ((__m256i) (a), (__m256i) (b)))
#define KERNEL_SUM_PRODUCTS(a, b) ((Words) _mm256_madd_epi16 ((__m256i) (a), (__m256i) (b)))
#define KERNEL_IS_ZERO(a) _mm256_testz_si256 ((__m256i) (a), (__m256i) (a))
#define KERNEL_MIN_INTS(a, b) ((Ints) _mm256_min_epi32 ((__m256i) (a), (__m256i) (b)))
#define KERNEL_MAX_INTS(a, b) ((Ints) _mm256_max_epi32 ((__m256i) (a), (__m256i) (b)))
#define KERNEL_PAIR_LOW(a, b) ((Ints) _mm256_unpacklo_epi16 ((__m256i) (a), (__m256i) (b)))
#define KERNEL_PAIR_HIGH(a, b) ((Ints) _mm256_unpackhi_epi16 ((__m256i) (a), (__m256i) (b)))
#define KERNEL_PACK(a, b) ((Shorts) _mm256_packs_epi32 ((__m256i) (a), (__m256i) (b)))
#define KERNEL_SIGNS(a) ((guint32) _mm256_movemask_ps ((__m256) (a)))
#define KERNEL_HALVE(op, a) _mm_##op##_epi16 (_mm256_castsi256_si128 ((__m256i) (a)), _mm256_extracti128_si256 ((__m256i) (a), 1))
#else
#define KERNEL_BYTES 16
#define KERNEL_TARGET
#define KERNEL_NAME(x) x##_baseline
#ifdef __SSE2__
#define KERNEL_MIN(a, b) ((Shorts) _mm_min_epi16 ((__m128i) (a), (__m128i) (b)))
#define KERNEL_MAX(a, b) ((Shorts) _mm_max_epi16 ((__m128i) (a), (__m128i) (b)))
#define KERNEL_SUM_PRODUCTS(a, b) ((Words) _mm_madd_epi16 ((__m128i) (a), (__m128i) (b)))
#define KERNEL_IS_ZERO(a) (_mm_movemask_epi8 ((__m128i) ((a) == 0)) == 0xffff)
#define KERNEL_PAIR_LOW(a, b) ((Ints) _mm_unpacklo_epi16 ((__m128i) (a), (__m128i) (b)))
#define KERNEL_PAIR_HIGH(a, b) ((Ints) _mm_unpackhi_epi16 ((__m128i) (a), (__m128i) (b)))
#define KERNEL_PACK(a, b) ((Shorts) _mm_packs_epi32 ((__m128i) (a), (__m128i) (b)))
#define KERNEL_SIGNS(a) ((guint32) _mm_movemask_ps ((__m128) (a)))
#define KERNEL_HALVE(op, a) ((__m128i) (a))
#endif
#endif

#define Shorts KERNEL_NAME (Shorts)
#define Ushorts KERNEL_NAME (Ushorts)
#define Words KERNEL_NAME (Words)
#define Ints KERNEL_NAME (Ints)

/* Days of draws side by side, and numbers of pairs of draws. */
typedef gint16 Shorts __attribute__ ((vector_size (KERNEL_BYTES), may_alias));
typedef guint16 Ushorts __attribute__ ((vector_size (KERNEL_BYTES), may_alias));
typedef guint32 Words __attribute__ ((vector_size (KERNEL_BYTES), may_alias));
typedef gint32 Ints __attribute__ ((vector_size (KERNEL_BYTES), may_alias));

#define PER ((gint32) (sizeof (Shorts) / sizeof (gint16)))
#define INLINE KERNEL_TARGET static inline __attribute__ ((always_inline))

INLINE Shorts
KERNEL_NAME (all) (gint32 day)
{
  return (Shorts) { 0 } + (gint16) day;
}

INLINE Shorts
KERNEL_NAME (later) (Shorts a,
                     Shorts b)
{
#ifdef KERNEL_MAX
  return KERNEL_MAX (a, b);
#else
  return (a & (a > b)) | (b & ~(a > b));
#endif
}

INLINE Shorts
KERNEL_NAME (earlier) (Shorts a,
                       Shorts b)
{
#ifdef KERNEL_MIN
  return KERNEL_MIN (a, b);
#else
  return (a & (a < b)) | (b & ~(a < b));
#endif
}

/* Of each two neighbours the sum of their products with @by. */
INLINE Words
KERNEL_NAME (sum_products) (Shorts a,
                            Shorts by)
{
#ifdef KERNEL_SUM_PRODUCTS
  return KERNEL_SUM_PRODUCTS (a, by);
#else
  return ((Words) a & 0xffff) * ((Words) by & 0xffff) + ((Words) a >> 16) * ((Words) by >> 16);
#endif
}

INLINE gboolean
KERNEL_NAME (is_zero) (Shorts a)
{
#ifdef KERNEL_IS_ZERO
  return KERNEL_IS_ZERO (a);
#else
  gint16 any = 0;

  for (gint32 i = 0; i < PER; i++)
    any |= a[i];
  return any == 0;
#endif
}

/* ---- draws ------------------------------------------------------------- */

/* The cells of draws, two of each base (segue-random.h). */
INLINE Shorts
KERNEL_NAME (draw_cells) (Words         base,
                          const guint32 keys[2])
{
  Words x = base + keys[0];

  /* segue_random_mix() */
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x ^= keys[1];
  x *= 0x846ca68bu;
  x ^= x >> 16;
  /* The upper 12 of 16 bits. */
  return (Shorts) ((Ushorts) x >> 4);
}

/* ---- the least and the greatest of one vector ---------------------------- */

#ifdef KERNEL_HALVE
#define KERNEL_FOLD(op, a)                                               \
  ({                                                                     \
    __m128i fold = KERNEL_HALVE (op, a);                                 \
    fold = _mm_##op##_epi16 (fold, _mm_srli_si128 (fold, 8));            \
    fold = _mm_##op##_epi16 (fold, _mm_srli_si128 (fold, 4));            \
    fold = _mm_##op##_epi16 (fold, _mm_srli_si128 (fold, 2));            \
    (gint16) _mm_extract_epi16 (fold, 0);                                \
  })
#endif

INLINE gint32
KERNEL_NAME (earliest) (Shorts days)
{
#ifdef KERNEL_FOLD
  return KERNEL_FOLD (min, days);
#else
  gint32 day = days[0];

  for (gint32 i = 1; i < PER; i++)
    day = MIN (day, days[i]);
  return day;
#endif
}

INLINE gint32
KERNEL_NAME (latest) (Shorts days)
{
#ifdef KERNEL_FOLD
  return KERNEL_FOLD (max, days);
#else
  gint32 day = days[0];

  for (gint32 i = 1; i < PER; i++)
    day = MAX (day, days[i]);
  return day;
#endif
}

/* ---- words of two shorts ------------------------------------------------- */

/*
 * A row of words has one for each draw, two shorts in each. Which draw is
 * where, its slot, is whatever is quickest on the machine, and the same in all
 * of them:
 *
 *   low    a b c d e f g h        words   aA bB cC dD
 *   high   A B C D E F G H                eE fF gG hH
 */
INLINE void
KERNEL_NAME (store_pairs) (gint32 *row,
                           Shorts  low,
                           Shorts  high)
{
#ifdef KERNEL_PAIR_LOW
  ((Ints *) row)[0] = KERNEL_PAIR_LOW (low, high);
  ((Ints *) row)[1] = KERNEL_PAIR_HIGH (low, high);
#else
  for (gint32 i = 0; i < PER; i++)
    row[i] = (gint32) ((guint32) (guint16) high[i] << 16 | (guint16) low[i]);
#endif
}

INLINE Shorts
KERNEL_NAME (load_low) (const gint32 *row)
{
#ifdef KERNEL_PACK
  return KERNEL_PACK (((const Ints *) row)[0] << 16 >> 16, ((const Ints *) row)[1] << 16 >> 16);
#else
  Shorts low = { 0 };

  for (gint32 i = 0; i < PER; i++)
    low[i] = (gint16) row[i];
  return low;
#endif
}

INLINE Shorts
KERNEL_NAME (load_high) (const gint32 *row)
{
#ifdef KERNEL_PACK
  return KERNEL_PACK (((const Ints *) row)[0] >> 16, ((const Ints *) row)[1] >> 16);
#else
  Shorts high = { 0 };

  for (gint32 i = 0; i < PER; i++)
    high[i] = (gint16) (row[i] >> 16);
  return high;
#endif
}

/* A bit for each slot whose word has an odd number. */
INLINE guint32
KERNEL_NAME (find_odd) (const gint32 *row)
{
#ifdef KERNEL_SIGNS
  return KERNEL_SIGNS (((const Ints *) row)[0] << 31) | KERNEL_SIGNS (((const Ints *) row)[1] << 31) << (PER / 2);
#else
  guint32 odd = 0;

  for (gint32 i = 0; i < PER; i++)
    odd |= (guint32) (row[i] & 1) << i;
  return odd;
#endif
}

/* Puts the lesser of each two words into the first row. */
INLINE void
KERNEL_NAME (put_in_order) (gint32 *first,
                            gint32 *second)
{
  for (gint32 i = 0; i < 2; i++)
    {
      const Ints a = ((const Ints *) first)[i], b = ((const Ints *) second)[i];

#ifdef KERNEL_MIN_INTS
      ((Ints *) first)[i] = KERNEL_MIN_INTS (a, b);
      ((Ints *) second)[i] = KERNEL_MAX_INTS (a, b);
#else
      const Ints swapped = (a ^ b) & (a > b);

      ((Ints *) first)[i] = a ^ swapped;
      ((Ints *) second)[i] = b ^ swapped;
#endif
    }
}
