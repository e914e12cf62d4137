/* segue-bit-queue.h - a set of small numbers that gives back its least
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bit for each number, and above 64 bits one that says whether any of them is
 * set, as often as it takes.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEGUE_BIT_LEVELS 6

typedef struct
{
  guint64 *words[SEGUE_BIT_LEVELS];
  gint32 n_levels;
  gint32 n;
} SegueBitQueue;

static inline void
segue_bit_queue_init (SegueBitQueue *queue,
                      gint32         n)
{
  gsize size[SEGUE_BIT_LEVELS] = { 0 };
  gsize total = 0;
  gsize left = (gsize) MAX (n, 1);

  queue->n = 0;
  queue->n_levels = 0;
  do
    {
      left = (left + 63) / 64;
      size[queue->n_levels++] = left;
      total += left;
    }
  while (left > 1);
  queue->words[0] = g_new0 (guint64, total);
  for (gint32 level = 1; level < queue->n_levels; level++)
    queue->words[level] = queue->words[level - 1] + size[level - 1];
}

static inline gboolean
segue_bit_queue_has (const SegueBitQueue *queue,
                     gint32               number)
{
  return queue->words[0][number >> 6] >> (number & 63) & 1;
}

/* @number is not in it. */
static inline void
segue_bit_queue_push (SegueBitQueue *queue,
                      gint32         number)
{
  queue->n++;
  for (gint32 level = 0; level < queue->n_levels; level++, number >>= 6)
    {
      guint64 *word = &queue->words[level][number >> 6];
      gboolean was_empty = *word == 0;

      *word |= G_GUINT64_CONSTANT (1) << (number & 63);
      if (!was_empty)
        return;
    }
}

static inline gint32
segue_bit_queue_pop (SegueBitQueue *queue)
{
  gint32 number = 0;

  queue->n--;
  for (gint32 level = queue->n_levels - 1; level >= 0; level--)
    number = number << 6 | __builtin_ctzll (queue->words[level][number]);
  for (gint32 level = 0, at = number; level < queue->n_levels; level++, at >>= 6)
    {
      guint64 *word = &queue->words[level][at >> 6];

      *word &= *word - 1;
      if (*word != 0)
        break;
    }
  return number;
}

static inline void
segue_bit_queue_clear (SegueBitQueue *queue)
{
  g_clear_pointer (&queue->words[0], g_free);
}

G_END_DECLS
