/* segue-random.h - counter-based random numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Philox 4x32 with ten rounds (Salmon, Moraes, Dror, Shaw: Parallel random
 * numbers: as easy as 1, 2, 3. SC 2011). A block of four numbers is a pure
 * function of key and counter, so any division of the work among threads draws
 * the same numbers, and a stream needs no state beyond where it stands.
 */
#pragma once

#include <glib.h>

typedef struct
{
  guint32 key[2];
  guint32 counter[4];
  guint32 block[4];
  guint32 left; /* numbers of the block that were not taken yet */
} SegueRandom;

/**
 * segue_random_block:
 * @key: seed
 * @counter: which block
 * @block: (out): four independent uniform 32-bit numbers
 */
static inline void
segue_random_block (const guint32 key[2],
                    const guint32 counter[4],
                    guint32       block[4])
{
  guint32 k0 = key[0], k1 = key[1];
  guint32 c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];

  for (guint round = 0; round < 10; round++)
    {
      const guint64 p0 = (guint64) 0xd2511f53u * c0;
      const guint64 p1 = (guint64) 0xcd9e8d57u * c2;

      c0 = (guint32) (p1 >> 32) ^ c1 ^ k0;
      c1 = (guint32) p1;
      c2 = (guint32) (p0 >> 32) ^ c3 ^ k1;
      c3 = (guint32) p0;
      k0 += 0x9e3779b9u;
      k1 += 0xbb67ae85u;
    }
  block[0] = c0;
  block[1] = c1;
  block[2] = c2;
  block[3] = c3;
}

/**
 * segue_random_init:
 * @random: (out caller-allocates): a stream at its beginning
 * @seed: streams of different seeds or
 * @stream: streams of different numbers share nothing
 */
static inline void
segue_random_init (SegueRandom *random,
                   guint64      seed,
                   guint64      stream)
{
  random->key[0] = (guint32) seed;
  random->key[1] = (guint32) (seed >> 32);
  random->counter[0] = random->counter[1] = 0;
  random->counter[2] = (guint32) stream;
  random->counter[3] = (guint32) (stream >> 32);
  random->left = 0;
}

/* A uniform 32-bit number. */
static inline guint32
segue_random_next (SegueRandom *random)
{
  if (random->left == 0)
    {
      segue_random_block (random->key, random->counter, random->block);
      random->left = 4;
      if (++random->counter[0] == 0)
        random->counter[1]++;
    }
  return random->block[--random->left];
}

/* A number in [0, bound), bound > 0; the bias is below bound / 2^32. */
static inline guint32
segue_random_below (SegueRandom *random,
                    guint32      bound)
{
  return (guint32) (((guint64) segue_random_next (random) * bound) >> 32);
}

/* ---- one number for each step and sample -------------------------------- */

/*
 * A sample's number for a step has to be had in a few instructions, for many
 * samples at once. Two rounds of multiplying and folding (Appleby's finalizer
 * with Wellons's constants, which leave the least bias that was found) make the
 * base of a pair of samples; the keys of a step, which Philox gives, turn it
 * into the step's 32 bits, 16 for either sample.
 */
static inline guint32
segue_random_mix (guint32 x,
                  guint32 key)
{
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= key ^ (x >> 15);
  x *= 0x846ca68bu;
  return x ^ (x >> 16);
}

/* What all steps of the samples 2 @pair and 2 @pair + 1 have in common. */
static inline guint32
segue_random_base (const guint32 key[2],
                   guint32       pair)
{
  return segue_random_mix (pair ^ key[0], key[1]);
}

/* The keys of a step. */
static inline void
segue_random_step (const guint32 key[2],
                   gint32        step,
                   guint32       keys[4])
{
  const guint32 counter[4] = { (guint32) step, 0, 0, 1 };

  segue_random_block (key, counter, keys);
}

/* The 32 bits of a step for the pair that @base is of. */
static inline guint32
segue_random_pair (guint32       base,
                   const guint32 keys[2])
{
  return segue_random_mix (base + keys[0], keys[1]);
}

/* Of which the upper or the lower half belongs to @sample. */
static inline guint32
segue_random_half (guint32 bits,
                   gint32  sample)
{
  return sample & 1 ? bits << 16 : bits & 0xffff0000u;
}
