/* segue-rcpsp-evolve.c - search by two populations of activity lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One population holds schedules pushed to the left, the other schedules
 * pushed to the right (Debels and Vanhoucke, Operations Research 55, 2007,
 * section 3). An individual of one side is kept as the list by which the other
 * side decodes it: decoding that list as it stands justifies the schedule, and
 * decoding a crossover of two justifies and searches in one pass. So a child
 * costs one schedule, not three.
 *
 *     pushed left  ──cross, decode mirrored──►  pushed right
 *         ▲                                          │
 *         └──────────cross, decode forwards──────────┘
 */
#include "schedule/segue-rcpsp-evolve.h"

#include <string.h>

#include "schedule/segue-random.h"

#define SMALLEST_SIZE 12
#define LARGEST_SIZE 300
#define ASK_EVERY 64 /* schedules between two questions to the caller */

struct _SegueRcpspEvolution
{
  const SegueRcpspNet *net;
  SegueRcpspIncumbent *incumbent;
  SegueRcpspDecoder decoder;
  SegueRandom random;
  gint64 until;
  gint32 size;
  gint32 *lists[2];     /* size lists of n; lists[s] are decoded on side s */
  gint32 *makespans[2]; /* G_MAXINT32: no list there yet */
  SegueRcpspSide side;  /* of the parents of the next generation */
  gint32 next;          /* whose turn it is in this generation */
  gint32 n_same;        /* crossovers of this generation that changed nothing */
  gint32 *list;         /* scratch: the child */
  gint32 *start;        /* scratch: its schedule */
  gint32 *forwards;     /* scratch: its schedule from the left */
  guint8 *within;       /* scratch: of crossover, by activity */
  gint32 *ready;        /* scratch: of sampling */
  gint32 *waits;
  double *chance;
};

static double
draw (SegueRcpspEvolution *evolution)
{
  return segue_random_next (&evolution->random) * 0x1p-32;
}

static gboolean
is_running (SegueRcpspEvolution *evolution)
{
  const gint64 done = evolution->decoder.n_schedules;

  if (done >= evolution->until || segue_rcpsp_incumbent_is_optimal (evolution->incumbent))
    return FALSE;
  return done % ASK_EVERY != 0 || segue_rcpsp_incumbent_go_on (evolution->incumbent);
}

/* Counts down the activities that wait for @i alone and collects them. */
static gint32
release_after (SegueRcpspEvolution *evolution,
               gint32               i,
               gint32               n_ready)
{
  const SegueRcpspNet *net = evolution->net;
  const SegueRcpspNode *node = &net->node[SEGUE_RCPSP_MIRRORED][i];

  for (guint f = 0; f < SEGUE_RCPSP_INLINE_FEEDS; f++)
    if (node->feed[f].node < net->n && --evolution->waits[node->feed[f].node] == 0)
      evolution->ready[n_ready++] = node->feed[f].node;
  for (gint32 f = node->first_more; f < node->end_more; f++)
    if (--evolution->waits[net->more[SEGUE_RCPSP_MIRRORED][f].node] == 0)
      evolution->ready[n_ready++] = net->more[SEGUE_RCPSP_MIRRORED][f].node;
  return n_ready;
}

static gint32
count_feeds (const SegueRcpspNet  *net,
             const SegueRcpspNode *node)
{
  gint32 n = node->end_more - node->first_more;

  for (guint f = 0; f < SEGUE_RCPSP_INLINE_FEEDS; f++)
    n += node->feed[f].node < net->n;
  return n;
}

/* One of the ready activities: those with long ways to the end are likelier
 * (regret-based biased random sampling by latest finish; Drexl 1991). */
static gint32
pick_ready (SegueRcpspEvolution *evolution,
            gint32               n_ready,
            gboolean             greedy)
{
  const gint32 *longest = evolution->net->longest[SEGUE_RCPSP_FORWARDS];
  const gint32 *ready = evolution->ready;
  gint32 least = G_MAXINT32, pick = 0;
  double sum = 0;

  for (gint32 k = 0; k < n_ready; k++)
    {
      least = MIN (least, longest[ready[k]]);
      if (longest[ready[k]] > longest[ready[pick]])
        pick = k;
    }
  if (greedy)
    return pick;
  for (gint32 k = 0; k < n_ready; k++)
    {
      evolution->chance[k] = sum += longest[ready[k]] - least + 1;
    }
  sum *= draw (evolution);
  for (pick = 0; pick < n_ready - 1 && evolution->chance[pick] < sum; pick++)
    ;
  return pick;
}

static void
sample_list (SegueRcpspEvolution *evolution,
             gboolean             greedy)
{
  const SegueRcpspNet *net = evolution->net;
  gint32 n_ready = 0;

  for (gint32 i = 0; i < net->n; i++)
    {
      evolution->waits[i] = count_feeds (net, &net->node[SEGUE_RCPSP_FORWARDS][i]);
      if (evolution->waits[i] == 0)
        evolution->ready[n_ready++] = i;
    }
  for (gint32 k = 0; k < net->n; k++)
    {
      const gint32 pick = pick_ready (evolution, n_ready, greedy);

      evolution->list[k] = evolution->ready[pick];
      evolution->ready[pick] = evolution->ready[n_ready - 1];
      n_ready = release_after (evolution, evolution->list[k], n_ready - 1);
    }
}

/* The child is @mother, but what stands at the places [begin, begin + length)
 * stands there in @father's order. Both parents put feeds first, so the child
 * does. Returns whether that changed anything. */
static gboolean
cross (SegueRcpspEvolution *evolution,
       const gint32        *mother,
       const gint32        *father,
       gint32               begin,
       gint32               length)
{
  const gint32 n = evolution->net->n;
  gint32 place = begin;

  memset (evolution->within, 0, (gsize) n);
  memcpy (evolution->list, mother, sizeof *mother * (gsize) n);
  for (gint32 k = begin; k < begin + length; k++)
    evolution->within[mother[k]] = TRUE;
  for (gint32 k = 0; k < n; k++)
    {
      /* The last write stays behind the window only until it is over. */
      evolution->list[place] = father[k];
      place += evolution->within[father[k]];
    }
  if (begin + length < n)
    evolution->list[begin + length] = mother[begin + length];
  return memcmp (evolution->list, mother, sizeof *mother * (gsize) n) != 0;
}

static gboolean
feeds (const SegueRcpspNet *net,
       SegueRcpspSide       side,
       gint32               i,
       gint32               k)
{
  const SegueRcpspNode *node = &net->node[side][k];
  gboolean found = FALSE;

  for (guint f = 0; f < SEGUE_RCPSP_INLINE_FEEDS; f++)
    found = found || node->feed[f].node == i;
  for (gint32 f = node->first_more; f < node->end_more; f++)
    found = found || net->more[side][f].node == i;
  return found;
}

/* Lets about every tenth activity change places with the one behind it. */
static void
mutate (SegueRcpspEvolution *evolution)
{
  gint32 *list = evolution->list;

  for (gint32 k = 0; k + 1 < evolution->net->n; k++)
    if (segue_random_below (&evolution->random, 10) == 0
        && !feeds (evolution->net, evolution->side, list[k], list[k + 1]))
      {
        const gint32 swap = list[k];

        list[k] = list[k + 1];
        list[k + 1] = swap;
      }
}

static void
offer (SegueRcpspEvolution *evolution,
       SegueRcpspSide       side,
       gint32               makespan)
{
  const SegueRcpspNet *net = evolution->net;

  if (makespan >= evolution->incumbent->makespan)
    return;
  for (gint32 i = 0; i < net->n; i++)
    evolution->forwards[i] = side == SEGUE_RCPSP_FORWARDS
                               ? evolution->start[i]
                               : makespan - evolution->start[i] - net->node[side][i].duration;
  segue_rcpsp_incumbent_offer (evolution->incumbent, evolution->forwards, makespan);
}

/* Decodes the child on @side and puts it into the other population at @place
 * unless what is there is better. */
static void
settle (SegueRcpspEvolution *evolution,
        SegueRcpspSide       side,
        gint32               place)
{
  const SegueRcpspSide other = side == SEGUE_RCPSP_FORWARDS ? SEGUE_RCPSP_MIRRORED : SEGUE_RCPSP_FORWARDS;
  const gint32 n = evolution->net->n;
  const gint32 makespan = segue_rcpsp_decode (&evolution->decoder, side, evolution->list, evolution->start);

  offer (evolution, side, makespan);
  if (makespan > evolution->makespans[other][place])
    return;
  segue_rcpsp_turn (&evolution->decoder, side, evolution->list, evolution->start, makespan,
                    evolution->lists[other] + place * n);
  evolution->makespans[other][place] = makespan;
}

static gint32
pick_father (SegueRcpspEvolution *evolution)
{
  const gint32 *makespans = evolution->makespans[evolution->side];
  const gint32 a = (gint32) segue_random_below (&evolution->random, (guint32) evolution->size);
  const gint32 b = (gint32) segue_random_below (&evolution->random, (guint32) evolution->size);

  if (MIN (makespans[a], makespans[b]) == G_MAXINT32)
    return evolution->next;
  return makespans[a] <= makespans[b] ? a : b;
}

static void
breed (SegueRcpspEvolution *evolution)
{
  const gint32 n = evolution->net->n;
  const gint32 *lists = evolution->lists[evolution->side];
  const gint32 mother = evolution->next, father = pick_father (evolution);
  const gint32 length = (gint32) (n * (0.25 + draw (evolution) * 0.5));
  const gint32 begin = (gint32) segue_random_below (&evolution->random, (guint32) (n - length + 1));

  if (!cross (evolution, lists + mother * n, lists + father * n, begin, length))
    {
      evolution->n_same++;
      mutate (evolution);
    }
  settle (evolution, evolution->side, mother);
}

/* Empties both populations but for the best of those that lie on the left's
 * way, so that sampling fills them anew. */
static void
start_over (SegueRcpspEvolution *evolution)
{
  gint32 *makespans = evolution->makespans[SEGUE_RCPSP_FORWARDS];
  gint32 best = 0;

  for (gint32 k = 0; k < evolution->size; k++)
    if (makespans[k] < makespans[best])
      best = k;
  for (gint32 k = 0; k < evolution->size; k++)
    {
      evolution->makespans[SEGUE_RCPSP_MIRRORED][k] = G_MAXINT32;
      if (k != best)
        makespans[k] = G_MAXINT32;
    }
}

/* The children become the parents. Where crossover hardly changes anything any
 * more, the populations are all alike and have nothing to tell each other. */
static void
end_generation (SegueRcpspEvolution *evolution)
{
  evolution->next = 0;
  evolution->side = evolution->side == SEGUE_RCPSP_FORWARDS ? SEGUE_RCPSP_MIRRORED : SEGUE_RCPSP_FORWARDS;
  if (evolution->side == SEGUE_RCPSP_MIRRORED)
    return;
  if (evolution->n_same * 10 > 2 * evolution->size * 3)
    start_over (evolution);
  evolution->n_same = 0;
}

/**
 * segue_rcpsp_evolution_run:
 * @until: how many schedules there may be, with those of earlier calls
 *
 * Searches until then, or until the incumbent is optimal or the caller says
 * stop. May be called again and goes on where it stood.
 */
void
segue_rcpsp_evolution_run (SegueRcpspEvolution *evolution,
                           gint64               until)
{
  evolution->until = until;
  while (is_running (evolution))
    {
      if (evolution->makespans[evolution->side][evolution->next] != G_MAXINT32)
        {
          breed (evolution);
        }
      else
        {
          sample_list (evolution, evolution->decoder.n_schedules == 0);
          settle (evolution, SEGUE_RCPSP_FORWARDS, evolution->next);
        }
      if (++evolution->next == evolution->size)
        end_generation (evolution);
    }
}

gint64
segue_rcpsp_evolution_n_schedules (SegueRcpspEvolution *evolution)
{
  return evolution->decoder.n_schedules;
}

/* The more schedules and activities, the longer it pays to keep apart: the
 * size grows with the two thirds of their product. Found by trying. */
static gint32
choose_size (gint32 n,
             gint64 expected)
{
  const double placed = (double) n * (double) expected;
  gint32 size = SMALLEST_SIZE;

  while (size < LARGEST_SIZE && 120.0 * 120.0 * 120.0 * size * size * size < placed * placed)
    size++;
  return size;
}

/**
 * segue_rcpsp_evolution_new:
 * @net: outlives the evolution
 * @incumbent: outlives the evolution
 * @expected: how many schedules it will probably make
 */
SegueRcpspEvolution *
segue_rcpsp_evolution_new (const SegueRcpspNet *net,
                           SegueRcpspIncumbent *incumbent,
                           gint64               expected)
{
  SegueRcpspEvolution *evolution = g_new0 (SegueRcpspEvolution, 1);
  const gsize n = (gsize) net->n + 1;

  evolution->net = net;
  evolution->incumbent = incumbent;
  evolution->size = choose_size (net->n, expected);
  segue_rcpsp_decoder_init (&evolution->decoder, net);
  segue_random_init (&evolution->random, incumbent->options->seed, 0);
  for (guint side = 0; side < 2; side++)
    {
      evolution->lists[side] = g_new0 (gint32, n * (gsize) evolution->size);
      evolution->makespans[side] = g_new (gint32, evolution->size);
      for (gint32 k = 0; k < evolution->size; k++)
        evolution->makespans[side][k] = G_MAXINT32;
    }
  evolution->list = g_new (gint32, n);
  evolution->start = g_new (gint32, n);
  evolution->forwards = g_new (gint32, n);
  evolution->within = g_new (guint8, n);
  evolution->ready = g_new (gint32, n);
  evolution->waits = g_new (gint32, n);
  evolution->chance = g_new (double, n);
  return evolution;
}

void
segue_rcpsp_evolution_free (SegueRcpspEvolution *evolution)
{
  segue_rcpsp_decoder_clear (&evolution->decoder);
  for (guint side = 0; side < 2; side++)
    {
      g_free (evolution->lists[side]);
      g_free (evolution->makespans[side]);
    }
  g_free (evolution->list);
  g_free (evolution->start);
  g_free (evolution->forwards);
  g_free (evolution->within);
  g_free (evolution->ready);
  g_free (evolution->waits);
  g_free (evolution->chance);
  g_free (evolution);
}
