/* segue-order.c - the list in which acts are placed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Acts are sorted by their keys. Then the one that stands first among those
 * that wait for nothing any more is taken, again and again; a set of bits knows
 * which that is.
 */
#include "schedule/segue-placer.h"

#include <string.h>

typedef struct
{
  guint64 key;
  gint32 act;
} SortItem;

#define DIGIT 11

/*
 * By keys, and by acts among equals: a radix sort. Only bits that are not the
 * same in all keys are looked at, eleven at once.
 */
static void
sort_items (SortItem *items,
            gint32    n)
{
  g_autofree SortItem *other = g_new (SortItem, MAX (n, 1));
  SortItem *from = items;
  SortItem *to = other;
  guint64 varying = 0;

  for (gint32 i = 1; i < n; i++)
    varying |= items[i].key ^ items[0].key;
  while (varying != 0)
    {
      gint32 count[1 << DIGIT] = { 0 };
      guint shift = (guint) __builtin_ctzll (varying);
      guint64 mask = (varying >> shift) & ((1 << DIGIT) - 1);
      gint32 before = 0;

      for (gint32 i = 0; i < n; i++)
        count[from[i].key >> shift & mask]++;
      for (guint64 i = 0; i <= mask; i++)
        {
          gint32 here = count[i];

          count[i] = before;
          before += here;
        }
      for (gint32 i = 0; i < n; i++)
        to[count[from[i].key >> shift & mask]++] = from[i];
      to = from;
      from = from == items ? other : items;
      varying &= ~(mask << shift);
    }
  if (from != items)
    memcpy (items, from, sizeof (SortItem) * (gsize) n);
}

/*
 * A set of small numbers that gives back its least: a bit for each number, and
 * above 64 bits one that says whether any of them is set, as often as it takes.
 */
#define MAX_LEVELS 6

typedef struct
{
  guint64 *words[MAX_LEVELS];
  gint32 n_levels;
  gint32 n;
} BitQueue;

static void
bit_queue_init (BitQueue *queue,
                gint32    n)
{
  gsize size[MAX_LEVELS] = { 0 };
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

static void
bit_queue_push (BitQueue *queue,
                gint32    number)
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

static gint32
bit_queue_pop (BitQueue *queue)
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

/* Whether the act at the far end of an edge has to wait for the near one. */
static inline gboolean
is_precedence (const SegueNetwork *network,
               gint32              act,
               const SegueEdge    *edge)
{
  return network->node_act[edge->to] != act &&
         (!network->has_back_edges || network->rank[edge->to] > network->rank[edge->from]);
}

static gint32 *
count_predecessors (const SegueNetwork *network)
{
  const gint32 *node_act = network->node_act;
  gint32 *waiting = g_new0 (gint32, MAX (network->n_acts, 1));

  if (network->has_back_edges)
    for (gint32 i = 0; i < network->n_edges; i++)
      waiting[node_act[network->edges[i].to]] +=
        is_precedence (network, node_act[network->edges[i].from], &network->edges[i]);
  else
    for (gint32 act = 0; act < network->n_acts; act++)
      for (gint32 i = network->first_edge[network->act_node[act]];
           i < network->first_edge[network->act_node[act + 1]]; i++)
        waiting[node_act[network->edges[i].to]] += node_act[network->edges[i].to] != act;
  return waiting;
}

/*
 * The acts in the order of their keys. @next is the first that has not been
 * looked at yet; of those before it that had to wait, `late` has those that wait
 * no longer.
 *
 *     taken  taken  waits  taken  late │ next ...
 */
typedef struct
{
  const SegueNetwork *network;
  SortItem *items;
  gint32 *position;
  gint32 *waiting; /* for how many others; -1: taken */
  gint32 next;
  gint32 stuck;
  BitQueue late;
} Line;

static gint32
take_first (Line     *line,
            gboolean *is_circle)
{
  gint32 n = line->network->n_acts;

  if (line->late.n > 0)
    return line->items[bit_queue_pop (&line->late)].act;
  while (line->next < n && line->waiting[line->items[line->next].act] != 0)
    line->next++;
  if (line->next < n)
    return line->items[line->next++].act;
  *is_circle = TRUE;
  while (line->waiting[line->items[line->stuck].act] <= 0)
    line->stuck++;
  return line->items[line->stuck].act;
}

static void
release_followers (Line   *line,
                   gint32  act)
{
  const SegueNetwork *network = line->network;
  gint32 end = network->first_edge[network->act_node[act + 1]];

  line->waiting[act] = -1;
  for (gint32 i = network->first_edge[network->act_node[act]]; i < end; i++)
    {
      gint32 follower = network->node_act[network->edges[i].to];

      if (is_precedence (network, act, &network->edges[i]) && line->waiting[follower] > 0 &&
          --line->waiting[follower] == 0 && line->position[follower] < line->next)
        bit_queue_push (&line->late, line->position[follower]);
    }
}

/**
 * segue_placer_sort:
 * @placer: a placer
 * @key: for each act, how early it wants to come; lower is earlier
 *
 * Makes the sequence: the acts by their keys, but none before those it has to
 * wait for. Acts that wait for each other in a circle come by their keys.
 */
void
segue_placer_sort (SeguePlacer  *placer,
                   const gint64 *key)
{
  const SegueNetwork *network = placer->network;
  gint32 n = network->n_acts;
  g_autofree SortItem *items = g_new (SortItem, MAX (n, 1));
  g_autofree gint32 *position = g_new (gint32, MAX (n, 1));
  g_autofree gint32 *waiting = NULL;
  Line line = { network, items, position };

  for (gint32 act = 0; act < n; act++)
    items[act] = (SortItem) { (guint64) key[act] ^ G_GUINT64_CONSTANT (0x8000000000000000), act };
  sort_items (items, n);
  for (gint32 i = 0; i < n; i++)
    position[items[i].act] = i;
  line.waiting = waiting = count_predecessors (network);
  bit_queue_init (&line.late, n);
  placer->may_raise = network->has_back_edges;
  for (gint32 i = 0; i < n; i++)
    {
      gint32 act = take_first (&line, &placer->may_raise);

      placer->sequence[i] = act;
      release_followers (&line, act);
    }
  g_free (line.late.words[0]);
}
