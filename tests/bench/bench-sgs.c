/* bench-sgs.c - schedules generated a second, beside a plain loop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench/bench.h"

#include "schedule/segue-random.h"
#include "schedule/segue-rcpsp-decode.h"

#include <time.h>

#define N_LISTS 64
#define ROUNDS 4
#define ATTEMPTS 60

/* ---- the plain loop ---------------------------------------------------- */

#define FIELDS 4
#define FIELD_BITS 16
#define GUARD G_GUINT64_CONSTANT (0x8000800080008000)

/* What a short program keeps: four resources of 16 bits in a word for each slot
 * of time, one subtraction and one mask to ask whether a slot has enough. */
typedef struct
{
  gint32 n;
  gint32 horizon;
  gint32 *first_feed; /* n + 1 */
  SegueRcpspFeed *feeds;
  gint32 *duration;
  guint64 *need;
  guint64 full;
  guint64 *profile;
} Plain;

static gboolean
plain_init (Plain            *plain,
            const SegueRcpsp *problem,
            gint32            horizon)
{
  gint32 next = 0;

  if (problem->n_resources > FIELDS || problem->earliest != NULL)
    return FALSE;
  *plain = (Plain) { .n = problem->n, .horizon = horizon + 1, .full = GUARD };
  plain->first_feed = g_new0 (gint32, plain->n + 1);
  plain->feeds = g_new0 (SegueRcpspFeed, problem->n_arcs + 1);
  plain->duration = g_memdup2 (problem->duration, sizeof (gint32) * (gsize) plain->n);
  plain->need = g_new0 (guint64, plain->n);
  plain->profile = g_new0 (guint64, plain->horizon);
  for (gint32 r = 0; r < problem->n_resources; r++)
    plain->full |= (guint64) problem->capacity[r] << (FIELD_BITS * r);
  for (gint32 i = 0; i < plain->n; i++)
    {
      for (gint32 r = 0; r < problem->n_resources; r++)
        plain->need[i] |= (guint64) problem->need[i * problem->n_resources + r] << (FIELD_BITS * r);
      plain->first_feed[i] = next;
      for (gint32 a = 0; a < problem->n_arcs; a++)
        if (problem->arcs[a].to == i)
          plain->feeds[next++] = (SegueRcpspFeed) { problem->arcs[a].from, problem->arcs[a].lag };
    }
  plain->first_feed[plain->n] = next;
  return TRUE;
}

static void
plain_clear (Plain *plain)
{
  g_free (plain->first_feed);
  g_free (plain->feeds);
  g_free (plain->duration);
  g_free (plain->need);
  g_free (plain->profile);
}

static gint32
plain_decode (Plain        *plain,
              gint32        touched,
              const gint32 *list,
              gint32       *start)
{
  guint64 *profile = plain->profile;
  gint32 makespan = 0;

  for (gint32 t = 0; t < touched; t++)
    profile[t] = plain->full;
  for (gint32 k = 0; k < plain->n; k++)
    {
      const gint32 i = list[k], duration = plain->duration[i];
      const guint64 need = plain->need[i];
      gint32 begin = 0;

      for (gint32 f = plain->first_feed[i]; f < plain->first_feed[i + 1]; f++)
        begin = MAX (begin, start[plain->feeds[f].node] + plain->feeds[f].lag);
      for (gint32 t = begin; t < begin + duration; t++)
        if (((profile[t] - need) & GUARD) != GUARD)
          begin = t + 1;
      for (gint32 t = begin; t < begin + duration; t++)
        profile[t] -= need;
      start[i] = begin;
      makespan = MAX (makespan, begin + duration);
    }
  return makespan;
}

/* ---- the measurement --------------------------------------------------- */

/* A random list in which feeds come first. */
static void
shuffle_list (const SegueRcpspNet *net,
              SegueRandom         *random,
              gint32              *list)
{
  g_autofree double *key = g_new (double, net->n);

  for (gint32 k = 0; k < net->n; k++)
    {
      const gint32 i = net->order[k];
      gint32 place = k;

      key[i] = segue_random_next (random) * 0x1p-32;
      for (guint f = 0; f < SEGUE_RCPSP_INLINE_FEEDS; f++)
        if (net->node[0][i].feed[f].node < net->n)
          key[i] = MAX (key[i], key[net->node[0][i].feed[f].node] + 1e-9);
      for (gint32 f = net->node[0][i].first_more; f < net->node[0][i].end_more; f++)
        key[i] = MAX (key[i], key[net->more[0][f].node] + 1e-9);
      for (; place > 0 && key[list[place - 1]] > key[i]; place--)
        list[place] = list[place - 1];
      list[place] = i;
    }
}

/* Microseconds that this process has had. */
static gint64
worked (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

typedef struct
{
  double schedules;
  double seconds;       /* of the engine */
  double plain_seconds; /* of the plain loop */
} Totals;

/* By turns with the plain loop, the least of many short measurements, since others use the machine as well. */
static gboolean
time_decoding (const SegueRcpspNet *net,
               const gint32        *lists,
               Plain               *plain,
               Totals              *totals)
{
  g_autofree gint32 *start = g_new (gint32, net->n + 1);
  SegueRcpspDecoder decoder;
  gint64 best = G_MAXINT64, plain_best = G_MAXINT64;
  gint64 sum = 0, plain_sum = 0;

  segue_rcpsp_decoder_init (&decoder, net);
  for (gint32 attempt = 0; attempt < ATTEMPTS; attempt++)
    {
      gint64 began = worked ();
      gint32 touched = plain->horizon;

      for (gint32 k = 0; k < N_LISTS * ROUNDS; k++)
        sum += segue_rcpsp_decode (&decoder, SEGUE_RCPSP_FORWARDS, lists + k % N_LISTS * net->n, start);
      best = MIN (best, worked () - began);
      began = worked ();
      for (gint32 k = 0; k < N_LISTS * ROUNDS; k++)
        plain_sum += touched = plain_decode (plain, touched, lists + k % N_LISTS * net->n, start);
      plain_best = MIN (plain_best, worked () - began);
    }
  segue_rcpsp_decoder_clear (&decoder);
  totals->schedules += N_LISTS * ROUNDS;
  totals->seconds += (double) best / G_USEC_PER_SEC;
  totals->plain_seconds += (double) plain_best / G_USEC_PER_SEC;
  return sum == plain_sum;
}

static gboolean
measure (const char *path,
         Totals     *totals)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BenchInstance) instance = bench_instance_read (path, &error);
  g_autoptr (SegueRcpspNet) net = instance != NULL ? segue_rcpsp_net_new (&instance->problem) : NULL;
  g_autofree gint32 *lists = NULL;
  SegueRandom random;
  gboolean is_same;
  Plain plain;

  if (net == NULL || !plain_init (&plain, &instance->problem, net->horizon))
    {
      g_printerr ("segue-bench: %s: no plain project\n", path);
      return FALSE;
    }
  lists = g_new (gint32, net->n * N_LISTS);
  segue_random_init (&random, 1, 0);
  for (gint32 k = 0; k < N_LISTS; k++)
    shuffle_list (net, &random, lists + k * net->n);
  is_same = time_decoding (net, lists, &plain, totals);
  plain_clear (&plain);
  if (!is_same)
    g_printerr ("segue-bench: %s: the plain loop makes other schedules\n", path);
  return is_same;
}

/**
 * bench_sgs:
 * @args: the files
 *
 * How many schedules a second are generated, over all files together: serial
 * generation alone, from 64 random lists of each instance, by turns with a
 * plain loop over the slots of time that makes the same schedules.
 */
int
bench_sgs (char **args)
{
  Totals totals = { 0 };

  if (args[1] == NULL)
    {
      g_printerr ("segue-bench: no instances given\n");
      return 2;
    }
  for (char **file = args + 1; *file != NULL; file++)
    if (!measure (*file, &totals))
      return 2;
  g_print ("%.3f million schedules a second, plain %.3f, ratio %.2f\n", totals.schedules / totals.seconds / 1e6,
           totals.schedules / totals.plain_seconds / 1e6, totals.plain_seconds / totals.seconds);
  return 0;
}
