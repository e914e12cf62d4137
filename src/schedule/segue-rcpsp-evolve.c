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
 *
 * The search goes in rounds. A round begins with many lists and loses the worst
 * as its schedules are used up (Tanabe and Fukunaga, CEC 2014, for differential
 * evolution), so it looks far at first and has always converged in the end. No
 * population holds the same schedule twice. A round whose populations are all
 * alike is over early; all but the best is then sampled anew.
 *
 * Lists are decoded in several ways: one after the other, or by the clock with
 * some patience. A child is decoded as the schedule of its mother was, now and
 * then in another way, so that what suits a project prevails (Hartmann, NRL 49,
 * 2002).
 */
#include "schedule/segue-rcpsp-evolve.h"

#include <string.h>

#include "schedule/segue-rcpsp-sample.h"

#define SMALLEST_SIZE 8
#define LARGEST_SIZE 1000
#define ASK_EVERY 64 /* schedules between two questions to the caller */

/* How long the clock waits; SERIAL: there is no clock. */
#define SERIAL (-1)
static const gint32 patiences[] = { SERIAL, 1, 2, 4 };
#define PATIENCE_CHANGES 5 /* in one child of so many it is drawn anew */

struct _SegueRcpspEvolution
{
  const SegueRcpspNet *net;
  SegueRcpspIncumbent *incumbent;
  SegueRcpspDecoder decoder;
  SegueRandom random;
  SegueRcpspSampler sampler;
  gint64 until;
  gint64 began;         /* the round, counted in schedules */
  gint64 ends;          /* likewise */
  gint32 first_size;    /* at the beginning of the round */
  gint32 size;
  gint32 *lists[2];     /* size lists of n; lists[s] are decoded on side s */
  gint32 *makespans[2]; /* G_MAXINT32: no list there yet */
  guint64 *marks[2];    /* of the schedules that the lists were made of */
  gint32 *patiences[2]; /* with which these were made */
  gint32 *starts[2];    /* of n activities: what the first n_known of the list */
  gint32 *n_known[2];   /* get, when it is decoded on its own side as it stands */
  SegueRcpspSide side;  /* of the parents of the next generation */
  gint32 next;          /* whose turn it is in this generation */
  gint32 n_same;        /* crossovers of this generation that brought nothing new */
  gint32 *list;         /* scratch: the child */
  gint32 *start;        /* scratch: its schedule */
  gint32 *forwards;     /* scratch: its schedule from the left */
  guint8 *within;       /* scratch: of crossover, by activity */
};

static double
draw (SegueRcpspEvolution *evolution)
{
  return segue_random_next (&evolution->random) * 0x1p-32;
}

static gboolean
is_running (SegueRcpspEvolution *evolution)
{
  const gint64 done = segue_rcpsp_decoder_n_schedules (&evolution->decoder);

  if (done >= evolution->until || segue_rcpsp_incumbent_is_optimal (evolution->incumbent))
    return FALSE;
  return done % ASK_EVERY != 0 || segue_rcpsp_incumbent_go_on (evolution->incumbent);
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

/* Two schedules are the same if these are (FNV-1a, an activity at a time). */
static guint64
mark_schedule (SegueRcpspEvolution *evolution)
{
  guint64 mark = 0xcbf29ce484222325u;

  for (gint32 i = 0; i < evolution->net->n; i++)
    mark = (mark ^ (guint32) evolution->start[i]) * 0x100000001b3u;
  return mark;
}

/* Whether the population of @side holds that schedule elsewhere than at @place. */
static gboolean
holds_elsewhere (SegueRcpspEvolution *evolution,
                 SegueRcpspSide       side,
                 guint64              mark,
                 gint32               place)
{
  const guint64 *marks = evolution->marks[side];

  for (gint32 k = 0; k < evolution->size; k++)
    if (marks[k] == mark && k != place && evolution->makespans[side][k] != G_MAXINT32)
      return TRUE;
  return FALSE;
}

/* Puts the child that was decoded on @side into the other population at @place
 * unless what is there is better, or the same lies elsewhere. */
static void
settle (SegueRcpspEvolution *evolution,
        SegueRcpspSide       side,
        gint32               place,
        gint32               patience,
        gint32               makespan)
{
  const SegueRcpspSide other = segue_rcpsp_turn_side (side);
  const gint32 n = evolution->net->n;
  guint64 mark;

  offer (evolution, side, makespan);
  if (makespan > evolution->makespans[other][place])
    return;
  mark = mark_schedule (evolution);
  if (holds_elsewhere (evolution, other, mark, place))
    {
      evolution->n_same++;
      return;
    }
  segue_rcpsp_turn (&evolution->decoder, side, evolution->list, evolution->start, makespan,
                    evolution->lists[other] + place * n);
  evolution->makespans[other][place] = makespan;
  evolution->marks[other][place] = mark;
  evolution->patiences[other][place] = patience;
  evolution->n_known[other][place] = 0;
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

static gint32
pick_patience (SegueRcpspEvolution *evolution,
               gint32               mother)
{
  if (segue_random_below (&evolution->random, PATIENCE_CHANGES) == 0)
    return patiences[segue_random_below (&evolution->random, G_N_ELEMENTS (patiences))];
  return evolution->patiences[evolution->side][mother];
}

/* Decodes the child one after the other. As far as it is its mother, so are its
 * starts: what of these is known is not decoded again, and what was not is noted. */
static gint32
decode_serially (SegueRcpspEvolution *evolution,
                 gint32               mother,
                 gint32               limit)
{
  const SegueRcpspSide side = evolution->side;
  const gint32 n = evolution->net->n;
  const gint32 *list = evolution->lists[side] + mother * n;
  gint32 *starts = evolution->starts[side] + mother * n;
  gint32 *n_known = &evolution->n_known[side][mother];
  gint32 alike = 0, known = 0, makespan;

  while (alike < n && evolution->list[alike] == list[alike])
    alike++;
  for (; known < MIN (alike, *n_known); known++)
    evolution->start[list[known]] = starts[list[known]];
  makespan = segue_rcpsp_decode_from (&evolution->decoder, side, evolution->list, known, limit, evolution->start);
  for (; *n_known < MIN (alike, evolution->decoder.reached); ++*n_known)
    starts[list[*n_known]] = evolution->start[list[*n_known]];
  return makespan;
}

static void
breed (SegueRcpspEvolution *evolution)
{
  const SegueRcpspSide side = evolution->side;
  const gint32 n = evolution->net->n;
  const gint32 *lists = evolution->lists[side];
  const gint32 mother = evolution->next, father = pick_father (evolution);
  const gint32 limit = evolution->makespans[segue_rcpsp_turn_side (side)][mother];
  const gint32 patience = pick_patience (evolution, mother);
  const gint32 length = (gint32) (n * (0.3 + draw (evolution) * 0.4));
  const gint32 begin = (gint32) segue_random_below (&evolution->random, (guint32) (n - length + 1));
  gint32 makespan;

  if (!cross (evolution, lists + mother * n, lists + father * n, begin, length))
    {
      evolution->n_same++;
      mutate (evolution);
    }
  if (patience == SERIAL)
    makespan = decode_serially (evolution, mother, limit);
  else
    makespan = segue_rcpsp_decode_by_clock (&evolution->decoder, side, evolution->list, patience, limit,
                                            evolution->start);
  settle (evolution, side, mother, patience, makespan);
}

/* Fills an empty place. Half of the lists are sampled from the project's end
 * and justified at once: the two ends find unlike schedules. */
static void
sample (SegueRcpspEvolution *evolution)
{
  const gint64 done = segue_rcpsp_decoder_n_schedules (&evolution->decoder);
  gint32 makespan;

  if (done > 0 && evolution->until - done > 1 && segue_random_below (&evolution->random, 2) == 0)
    {
      segue_rcpsp_sample (&evolution->sampler, SEGUE_RCPSP_MIRRORED, evolution->list);
      makespan = segue_rcpsp_decode (&evolution->decoder, SEGUE_RCPSP_MIRRORED, evolution->list, evolution->start);
      offer (evolution, SEGUE_RCPSP_MIRRORED, makespan);
      segue_rcpsp_turn (&evolution->decoder, SEGUE_RCPSP_MIRRORED, evolution->list, evolution->start, makespan,
                        evolution->forwards);
      memcpy (evolution->list, evolution->forwards, sizeof *evolution->list * (gsize) evolution->net->n);
    }
  else if (done == 0)
    {
      segue_rcpsp_sample_best (&evolution->sampler, SEGUE_RCPSP_FORWARDS, evolution->list);
    }
  else
    {
      segue_rcpsp_sample (&evolution->sampler, SEGUE_RCPSP_FORWARDS, evolution->list);
    }
  makespan = segue_rcpsp_decode (&evolution->decoder, SEGUE_RCPSP_FORWARDS, evolution->list, evolution->start);
  settle (evolution, SEGUE_RCPSP_FORWARDS, evolution->next, SERIAL, makespan);
}

/* Puts the pair of individuals at @from, one of each side, to @to as well. */
static void
copy_pair (SegueRcpspEvolution *evolution,
           gint32               from,
           gint32               to)
{
  const gint32 n = evolution->net->n;

  if (from == to)
    return;
  for (guint side = 0; side < 2; side++)
    {
      memcpy (evolution->lists[side] + to * n, evolution->lists[side] + from * n, sizeof (gint32) * (gsize) n);
      evolution->makespans[side][to] = evolution->makespans[side][from];
      evolution->marks[side][to] = evolution->marks[side][from];
      evolution->patiences[side][to] = evolution->patiences[side][from];
      memcpy (evolution->starts[side] + to * n, evolution->starts[side] + from * n, sizeof (gint32) * (gsize) n);
      evolution->n_known[side][to] = evolution->n_known[side][from];
    }
}

/* The more schedules a round has, the longer it pays to keep apart: the size
 * grows with the two thirds of their number. But each place wants to be crossed
 * by n / 3 schedules, as long lists need more to become good. Found by trying. */
static gint32
choose_size (const SegueRcpspNet *net,
             gint64               schedules)
{
  const double number = (double) schedules;
  gint32 size = SMALLEST_SIZE;

  while (size < LARGEST_SIZE && 31.25 * size * size * size < number * number
         && (double) size * net->n < 3 * number)
    size++;
  return size;
}

/* Begins a round with all that is left; where nothing is, the caller goes
 * on longer than was expected, so that rounds become longer as well. */
static void
begin_round (SegueRcpspEvolution *evolution)
{
  const gint64 done = segue_rcpsp_decoder_n_schedules (&evolution->decoder);

  if (evolution->ends <= done)
    evolution->ends = 3 * done;
  evolution->began = done;
  evolution->first_size = MIN (choose_size (evolution->net, evolution->ends - done), evolution->first_size);
  evolution->size = evolution->first_size;
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
  copy_pair (evolution, best, 0);
  begin_round (evolution);
  for (gint32 k = 0; k < evolution->size; k++)
    {
      evolution->makespans[SEGUE_RCPSP_MIRRORED][k] = G_MAXINT32;
      if (k > 0)
        makespans[k] = G_MAXINT32;
    }
}

/* Lets the worst go, so that the size falls evenly over the round. */
static void
shrink (SegueRcpspEvolution *evolution)
{
  const gint32 *makespans = evolution->makespans[SEGUE_RCPSP_FORWARDS];
  const gint64 span = evolution->ends - evolution->began;
  const gint64 left = MAX (0, evolution->ends - segue_rcpsp_decoder_n_schedules (&evolution->decoder));
  const gint32 size = MAX (SMALLEST_SIZE, (gint32) (evolution->first_size * left / span));

  while (evolution->size > size)
    {
      gint32 worst = 0;

      for (gint32 k = 1; k < evolution->size; k++)
        if (makespans[k] > makespans[worst])
          worst = k;
      copy_pair (evolution, --evolution->size, worst);
    }
}

/* The children become the parents. Where crossover hardly brings anything new
 * any more, the populations are all alike and have nothing to tell each other. */
static void
end_generation (SegueRcpspEvolution *evolution)
{
  evolution->next = 0;
  evolution->side = segue_rcpsp_turn_side (evolution->side);
  if (evolution->side == SEGUE_RCPSP_MIRRORED)
    return;
  if (evolution->n_same * 10 > 2 * evolution->size * 4 || segue_rcpsp_decoder_n_schedules (&evolution->decoder) >= evolution->ends)
    start_over (evolution);
  else
    shrink (evolution);
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
          sample (evolution);
        }
      if (++evolution->next == evolution->size)
        end_generation (evolution);
    }
}

gint64
segue_rcpsp_evolution_n_schedules (SegueRcpspEvolution *evolution)
{
  return segue_rcpsp_decoder_n_schedules (&evolution->decoder);
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
  evolution->ends = MAX (expected, 1);
  evolution->size = evolution->first_size = choose_size (net, expected);
  segue_rcpsp_decoder_init (&evolution->decoder, net);
  segue_random_init (&evolution->random, incumbent->options->seed, 0);
  segue_rcpsp_sampler_init (&evolution->sampler, net, &evolution->random);
  for (guint side = 0; side < 2; side++)
    {
      evolution->lists[side] = g_new0 (gint32, n * (gsize) evolution->size);
      evolution->makespans[side] = g_new (gint32, evolution->size);
      evolution->marks[side] = g_new0 (guint64, evolution->size);
      evolution->patiences[side] = g_new0 (gint32, evolution->size);
      evolution->starts[side] = g_new0 (gint32, n * (gsize) evolution->size);
      evolution->n_known[side] = g_new0 (gint32, evolution->size);
      for (gint32 k = 0; k < evolution->size; k++)
        evolution->makespans[side][k] = G_MAXINT32;
    }
  evolution->list = g_new (gint32, n);
  evolution->start = g_new (gint32, n);
  evolution->forwards = g_new (gint32, n);
  evolution->within = g_new (guint8, n);
  return evolution;
}

void
segue_rcpsp_evolution_free (SegueRcpspEvolution *evolution)
{
  segue_rcpsp_decoder_clear (&evolution->decoder);
  segue_rcpsp_sampler_clear (&evolution->sampler);
  for (guint side = 0; side < 2; side++)
    {
      g_free (evolution->lists[side]);
      g_free (evolution->makespans[side]);
      g_free (evolution->marks[side]);
      g_free (evolution->patiences[side]);
      g_free (evolution->starts[side]);
      g_free (evolution->n_known[side]);
    }
  g_free (evolution->list);
  g_free (evolution->start);
  g_free (evolution->forwards);
  g_free (evolution->within);
  g_free (evolution);
}
