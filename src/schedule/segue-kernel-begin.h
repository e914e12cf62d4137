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
#else
#define KERNEL_BYTES 16
#define KERNEL_TARGET
#define KERNEL_NAME(x) x##_baseline
#ifdef __SSE2__
#define KERNEL_MIN(a, b) ((Shorts) _mm_min_epi16 ((__m128i) (a), (__m128i) (b)))
#define KERNEL_MAX(a, b) ((Shorts) _mm_max_epi16 ((__m128i) (a), (__m128i) (b)))
#define KERNEL_SUM_PRODUCTS(a, b) ((Words) _mm_madd_epi16 ((__m128i) (a), (__m128i) (b)))
#define KERNEL_IS_ZERO(a) (_mm_movemask_epi8 ((__m128i) ((a) == 0)) == 0xffff)
#endif
#endif

#define Shorts KERNEL_NAME (Shorts)
#define Ushorts KERNEL_NAME (Ushorts)
#define Words KERNEL_NAME (Words)

/* Days of draws side by side, and numbers of pairs of draws. */
typedef gint16 Shorts __attribute__ ((vector_size (KERNEL_BYTES), may_alias));
typedef guint16 Ushorts __attribute__ ((vector_size (KERNEL_BYTES), may_alias));
typedef guint32 Words __attribute__ ((vector_size (KERNEL_BYTES), may_alias));

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
