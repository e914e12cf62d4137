/* segue-rcpsp-net.c - a project made ready for schedule generation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packing. The free amounts of several resources lie side by side in one
 * 32-bit word, each under a guard bit that is always set:
 *
 *      31                                   0
 *       . . . G r r r r r G r r r r G r r r r
 *             └ resource 2 ┘└ res. 1 ┘└ res. 0 ┘
 *
 * Subtracting a need clears the guard of exactly the resources that do not
 * have it, and borrows from no neighbour; so one subtraction and one mask say
 * whether a slot of time has everything. Resources that do not fit into one
 * word open another plane.
 */
#include "schedule/segue-rcpsp-net.h"

#include <string.h>

#define WORD_BITS 32

/* The most that could ever be asked of a resource at once. */
static gint64
sum_needs (const SegueRcpsp *problem,
           gint32            resource)
{
  gint64 sum = 0;

  for (gint32 i = 0; i < problem->n; i++)
    sum += problem->need[i * problem->n_resources + resource];
  return sum;
}

void
segue_rcpsp_packing_init (SegueRcpspPacking *packing,
                          const SegueRcpsp  *problem)
{
  const gint32 n = problem->n_resources;
  gint32 used = WORD_BITS;

  packing->n_planes = 0;
  packing->plane = g_new (gint32, n + 1);
  packing->shift = g_new0 (gint32, n + 1);
  packing->bit = g_new0 (guint32, n + 1);
  packing->guard = g_new0 (guint32, n + 1);
  packing->full = g_new0 (guint32, n + 1);
  for (gint32 r = 0; r < n; r++)
    {
      const gint32 bits = (gint32) g_bit_storage ((gulong) problem->capacity[r]);

      packing->plane[r] = -1;
      if (sum_needs (problem, r) <= problem->capacity[r])
        continue;
      if (used + bits + 1 > WORD_BITS)
        {
          packing->n_planes++;
          used = 0;
        }
      packing->plane[r] = packing->n_planes - 1;
      packing->shift[r] = used;
      packing->bit[r] = 1u << (used + bits);
      packing->guard[packing->n_planes - 1] |= packing->bit[r];
      packing->full[packing->n_planes - 1] |= (guint32) problem->capacity[r] << used;
      used += bits + 1;
    }
  packing->n_planes = MAX (packing->n_planes, 1);
  for (gint32 p = 0; p < packing->n_planes; p++)
    packing->full[p] |= packing->guard[p];
}

guint32
segue_rcpsp_packing_need (const SegueRcpspPacking *packing,
                          const SegueRcpsp        *problem,
                          gint32                   activity,
                          gint32                   plane)
{
  guint32 word = 0;

  if (problem->duration[activity] == 0)
    return 0;
  for (gint32 r = 0; r < problem->n_resources; r++)
    if (packing->plane[r] == plane)
      word |= (guint32) problem->need[activity * problem->n_resources + r] << packing->shift[r];
  return word;
}

void
segue_rcpsp_packing_clear (SegueRcpspPacking *packing)
{
  g_clear_pointer (&packing->plane, g_free);
  g_clear_pointer (&packing->shift, g_free);
  g_clear_pointer (&packing->bit, g_free);
  g_clear_pointer (&packing->guard, g_free);
  g_clear_pointer (&packing->full, g_free);
}

/* The activities in an order in which every arc leads onwards, or %FALSE. */
static gboolean
sort_topologically (const SegueRcpsp *problem,
                    gint32           *order)
{
  const gint32 n = problem->n;
  g_autofree gint32 *waits = g_new0 (gint32, n + 1);
  g_autofree gint32 *begin = g_new0 (gint32, n + 2);
  g_autofree gint32 *next = g_new (gint32, problem->n_arcs + 1);
  gint32 done = 0, ready = 0;

  for (gint32 a = 0; a < problem->n_arcs; a++)
    begin[problem->arcs[a].from + 2]++;
  for (gint32 i = 2; i <= n; i++)
    begin[i] += begin[i - 1];
  for (gint32 a = 0; a < problem->n_arcs; a++)
    {
      next[begin[problem->arcs[a].from + 1]++] = problem->arcs[a].to;
      waits[problem->arcs[a].to]++;
    }
  for (gint32 i = 0; i < n; i++)
    if (waits[i] == 0)
      order[ready++] = i;
  for (; done < ready; done++)
    for (gint32 a = begin[order[done]]; a < begin[order[done] + 1]; a++)
      if (--waits[next[a]] == 0)
        order[ready++] = next[a];
  return ready == n;
}

static gboolean
is_plain (const SegueRcpsp *problem)
{
  for (gint32 a = 0; a < problem->n_arcs; a++)
    if (problem->arcs[a].lag < problem->duration[problem->arcs[a].from])
      return FALSE;
  for (gint32 i = 0; problem->latest != NULL && i < problem->n; i++)
    if (problem->latest[i] != G_MAXINT32)
      return FALSE;
  for (gint32 i = 0; i < problem->n * problem->n_resources; i++)
    if (problem->need[i] > problem->capacity[i % problem->n_resources]
        && problem->duration[i / problem->n_resources] > 0)
      return FALSE;
  return TRUE;
}

/* Shifts s such that folding mask &= mask >> s, one after the other, leaves
 * the bits at which runs of @duration ones begin. */
static void
fill_fold (guint8 *fold,
           gint32  duration)
{
  gint32 width = 1;
  gint32 k = 0;

  memset (fold, 0, 8);
  if (duration < 2 || duration > WORD_BITS)
    return;
  for (; 2 * width <= duration; width *= 2)
    fold[k++] = (guint8) width;
  fold[k] = (guint8) (duration - width);
}

/* Arc @a as @side sees it: mirrored starts are counted from the other end, so
 * an arc leads the other way and its lag is measured between the other ends. */
static SegueRcpspArc
look_from (const SegueRcpsp *problem,
           gint32            a,
           SegueRcpspSide    side)
{
  const SegueRcpspArc arc = problem->arcs[a];
  const SegueRcpspArc mirrored = {
    arc.to, arc.from, arc.lag - problem->duration[arc.from] + problem->duration[arc.to]
  };

  return side == SEGUE_RCPSP_FORWARDS ? arc : mirrored;
}

static void
fill_feeds (SegueRcpspNet    *net,
            const SegueRcpsp *problem,
            SegueRcpspSide    side)
{
  SegueRcpspNode *nodes = net->node[side];
  gint32 *count = net->n_feeds[side] = g_new0 (gint32, net->n + 1);
  gint32 next = 0;

  count[net->n] = G_MAXINT32;
  for (gint32 a = 0; a < problem->n_arcs; a++)
    count[look_from (problem, a, side).to]++;
  for (gint32 i = 0; i < net->n; i++)
    {
      nodes[i].first_more = nodes[i].end_more = next;
      next += MAX (0, count[i] - SEGUE_RCPSP_INLINE_FEEDS);
      count[i] = 0;
    }
  net->more[side] = g_new (SegueRcpspFeed, next + 1);
  for (gint32 a = 0; a < problem->n_arcs; a++)
    {
      const SegueRcpspArc arc = look_from (problem, a, side);
      SegueRcpspNode *node = &nodes[arc.to];
      const gint32 k = count[arc.to]++;

      if (k < SEGUE_RCPSP_INLINE_FEEDS)
        node->feed[k] = (SegueRcpspFeed) { arc.from, arc.lag };
      else
        net->more[side][node->end_more++] = (SegueRcpspFeed) { arc.from, arc.lag };
    }
}

static void
fill_side (SegueRcpspNet    *net,
           const SegueRcpsp *problem,
           SegueRcpspSide    side)
{
  net->node[side] = g_new0 (SegueRcpspNode, net->n + 1);
  for (gint32 i = 0; i < net->n; i++)
    {
      SegueRcpspNode *node = &net->node[side][i];
      const gint32 release = problem->earliest != NULL ? problem->earliest[i] : 0;

      node->duration = problem->duration[i];
      node->head = side == SEGUE_RCPSP_FORWARDS ? release : 0;
      node->tail = side == SEGUE_RCPSP_FORWARDS ? 0 : release;
      for (gint32 k = 0; k < SEGUE_RCPSP_INLINE_FEEDS; k++)
        node->feed[k] = (SegueRcpspFeed) { net->n, 0 };
      fill_fold (node->fold, node->duration);
    }
  fill_feeds (net, problem, side);
}

static void
fill_needs (SegueRcpspNet    *net,
            const SegueRcpsp *problem)
{
  SegueRcpspPacking packing;

  segue_rcpsp_packing_init (&packing, problem);
  net->n_planes = packing.n_planes;
  net->need = g_new0 (guint32, net->n * net->n_planes + 1);
  net->pattern = g_new0 (guint32, (gsize) net->n * net->n_planes * SEGUE_RCPSP_PATTERN + 1);
  for (gint32 k = 0; k < net->n * net->n_planes; k++)
    {
      const gint32 i = k / net->n_planes;

      net->need[k] = segue_rcpsp_packing_need (&packing, problem, i, k % net->n_planes);
      for (gint32 t = 0; t < MIN (problem->duration[i], SEGUE_RCPSP_PATTERN); t++)
        net->pattern[k * SEGUE_RCPSP_PATTERN + t] = net->need[k];
    }
  net->guard = g_steal_pointer (&packing.guard);
  net->full = g_steal_pointer (&packing.full);
  segue_rcpsp_packing_clear (&packing);
}

static void
fill_longest (SegueRcpspNet    *net,
              const SegueRcpsp *problem,
              SegueRcpspSide    side)
{
  /* Seen from the other side a node's longest way to the end is what comes
   * before it, and its own duration. */
  const SegueRcpspSide other = side == SEGUE_RCPSP_FORWARDS ? SEGUE_RCPSP_MIRRORED : SEGUE_RCPSP_FORWARDS;
  gint32 *longest = net->longest[side];

  for (gint32 k = 0; k < net->n; k++)
    {
      const gint32 i = net->order[side == SEGUE_RCPSP_FORWARDS ? net->n - 1 - k : k];
      const SegueRcpspNode *node = &net->node[other][i];
      gint32 start = node->head;

      for (gint32 f = 0; f < SEGUE_RCPSP_INLINE_FEEDS; f++)
        if (node->feed[f].node < net->n)
          start = MAX (start, longest[node->feed[f].node] - problem->duration[node->feed[f].node]
                                + node->feed[f].lag);
      for (gint32 f = node->first_more; f < node->end_more; f++)
        {
          const SegueRcpspFeed feed = net->more[other][f];

          start = MAX (start, longest[feed.node] - problem->duration[feed.node] + feed.lag);
        }
      longest[i] = start + node->duration;
    }
}

static void
fill_bounds (SegueRcpspNet    *net,
             const SegueRcpsp *problem)
{
  gint64 horizon = 0;

  for (gint32 i = 0; i < net->n; i++)
    {
      horizon += problem->duration[i];
      net->lower_bound = MAX (net->lower_bound, net->longest[0][i] + net->node[0][i].head);
    }
  for (gint32 a = 0; a < problem->n_arcs; a++)
    horizon += problem->arcs[a].lag - problem->duration[problem->arcs[a].from];
  for (gint32 i = 0; problem->earliest != NULL && i < net->n; i++)
    horizon += problem->earliest[i];
  net->horizon = (gint32) MIN (horizon, G_MAXINT32);
  for (gint32 r = 0; r < problem->n_resources; r++)
    {
      gint64 work = 0;

      for (gint32 i = 0; i < net->n; i++)
        work += (gint64) problem->duration[i] * problem->need[i * problem->n_resources + r];
      for (gint32 i = 0; work > 0 && i < net->n; i++)
        net->load[i] += (double) problem->need[i * problem->n_resources + r] / problem->capacity[r];
      if (work > 0)
        net->lower_bound = MAX (net->lower_bound,
                                (gint32) ((work + problem->capacity[r] - 1) / problem->capacity[r]));
    }
}

SegueRcpspNet *
segue_rcpsp_net_new (const SegueRcpsp *problem)
{
  g_autoptr (SegueRcpspNet) net = g_new0 (SegueRcpspNet, 1);

  net->n = problem->n;
  net->order = g_new (gint32, net->n + 1);
  if (!is_plain (problem) || !sort_topologically (problem, net->order))
    return NULL;
  for (guint side = 0; side < 2; side++)
    {
      fill_side (net, problem, (SegueRcpspSide) side);
      net->longest[side] = g_new0 (gint32, net->n + 1);
    }
  for (guint side = 0; side < 2; side++)
    fill_longest (net, problem, (SegueRcpspSide) side);
  fill_needs (net, problem);
  net->load = g_new0 (double, net->n + 1);
  fill_bounds (net, problem);
  return g_steal_pointer (&net);
}

void
segue_rcpsp_net_free (SegueRcpspNet *net)
{
  for (guint side = 0; side < 2; side++)
    {
      g_free (net->longest[side]);
      g_free (net->node[side]);
      g_free (net->more[side]);
      g_free (net->n_feeds[side]);
    }
  g_free (net->order);
  g_free (net->need);
  g_free (net->pattern);
  g_free (net->guard);
  g_free (net->full);
  g_free (net->load);
  g_free (net);
}
