/* segue-order.c - the list in which acts are placed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Acts are sorted by their keys. Then the one that stands first among those
 * that wait for nothing any more is taken, again and again; a set of bits knows
 * which that is.
 */
#include "schedule/segue-bit-queue.h"
#include "schedule/segue-placer.h"

#include <string.h>

#define DIGIT 11

/*
 * By keys, and by acts among equals if they stand so: a radix sort. Only bits that
 * are not the same in all keys are looked at, eleven at once.
 */
void
segue_sort_items (SegueSortItem *items,
                  gint32         n)
{
  g_autofree SegueSortItem *other = g_new (SegueSortItem, MAX (n, 1));
  SegueSortItem *from = items;
  SegueSortItem *to = other;
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
    memcpy (items, from, sizeof (SegueSortItem) * (gsize) n);
}

/* Whether the act at the far end of an edge has to wait for the near one. */
static inline gboolean
is_precedence (const SegueNetwork *network,
               gint32              from,
               gint32              to)
{
  return network->node_act[to] != network->node_act[from] &&
         (!network->has_back_edges || network->rank[to] > network->rank[from]);
}

static gint32 *
count_predecessors (const SegueNetwork *network)
{
  const gint32 *node_act = network->node_act;
  gint32 *waiting = g_new0 (gint32, MAX (network->n_acts, 1));

  if (network->has_back_edges)
    for (gint32 node = 0; node < network->n_nodes; node++)
      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        waiting[node_act[network->edges[i].to]] += is_precedence (network, node, network->edges[i].to);
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
  SegueSortItem *items;
  gint32 *position;
  gint32 *waiting; /* for how many others; -1: taken */
  gint32 next;
  gint32 stuck;
  SegueBitQueue late;
} Line;

static gint32
take_first (Line     *line,
            gboolean *is_circle)
{
  gint32 n = line->network->n_acts;

  if (line->late.n > 0)
    return line->items[segue_bit_queue_pop (&line->late)].act;
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
  gboolean is_plain = !network->has_back_edges;

  /* From here on it waits for nothing, not for itself either. */
  line->waiting[act] = -1;
  for (gint32 node = network->act_node[act]; node < network->act_node[act + 1]; node++)
    for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
      {
        gint32 follower = network->node_act[network->edges[i].to];

        if (line->waiting[follower] > 0 && (is_plain || is_precedence (network, node, network->edges[i].to)) &&
            --line->waiting[follower] == 0 && line->position[follower] < line->next)
          segue_bit_queue_push (&line->late, line->position[follower]);
      }
}

/**
 * segue_placer_line_up:
 * @placer: a placer
 * @items: its acts in the order of their keys
 *
 * Makes the sequence: the acts in this order, but none before those it has to
 * wait for. Acts that wait for each other in a circle come as they stand.
 */
void
segue_placer_line_up (SeguePlacer   *placer,
                      SegueSortItem *items)
{
  const SegueNetwork *network = placer->network;
  gint32 n = network->n_acts;
  g_autofree gint32 *position = g_new (gint32, MAX (n, 1));
  g_autofree gint32 *waiting = count_predecessors (network);
  Line line = { network, items, position, waiting };

  for (gint32 i = 0; i < n; i++)
    position[items[i].act] = i;
  segue_bit_queue_init (&line.late, n);
  placer->may_raise = network->has_back_edges;
  for (gint32 i = 0; i < n; i++)
    {
      gint32 act = take_first (&line, &placer->may_raise);

      placer->sequence[i] = act;
      release_followers (&line, act);
    }
  segue_bit_queue_clear (&line.late);
}

/**
 * segue_placer_sort:
 * @placer: a placer
 * @key: for each act, how early it wants to come; lower is earlier
 *
 * Makes the sequence from the acts in the order of their keys.
 */
void
segue_placer_sort (SeguePlacer  *placer,
                   const gint64 *key)
{
  gint32 n = placer->network->n_acts;
  g_autofree SegueSortItem *items = g_new (SegueSortItem, MAX (n, 1));

  for (gint32 act = 0; act < n; act++)
    items[act] = (SegueSortItem) { segue_sort_key (key[act]), act };
  segue_sort_items (items, n);
  segue_placer_line_up (placer, items);
}
