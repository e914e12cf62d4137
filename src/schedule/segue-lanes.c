/* segue-lanes.c - many draws side by side, hours left aside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A batch of draws goes through the plan together: for each step a row of
 * lengths is drawn, then a row of last days comes of the rows of what it waits
 * for, and on the way back a row of latest days. Days fit into 16 bits, so a
 * vector holds 16 draws where there is AVX2 and 8 elsewhere.
 *
 *   draw            0   1   2   3  …
 *   a  length       7   9   8  12       drawn
 *   b  length       4   4   6   5       drawn
 *      end         11  13  14  17       max (end of a + lag) + length
 *      latest      20  20  20  20       back from the dates
 *
 * The loops are compiled once for every machine and once with AVX2
 * (segue-lanes-kernel.h). It is integer arithmetic throughout, so either gives
 * the same numbers. Draws in which a rule cannot be kept are counted nowhere
 * and handed back.
 */
#include "schedule/segue-lanes.h"

#include <string.h>

#include "schedule/segue-random.h"

#ifdef __SSE2__
#include <immintrin.h>
#endif

#define NEVER 32000

/* Vectors taken through an act together. */
#define ABREAST 4

/* Neighbours often end on one day, and adding to one place takes turns: so there are several. */
#define N_COUNTS 4

/* Where few days are in question, it is counted how often which two neighbours
 * ended on which two days: that is half as many additions, and it is they that
 * take time. With more days the counts would push each other out of the cache. */
#define MOST_PAIRED_DAYS 96

/* Batches after which counts of 16 bits are added up: none of them can be full. */
#define MOST_BATCHES (G_MAXUINT16 / (SEGUE_LANES / 2))

typedef gint16 Row[SEGUE_LANES] __attribute__ ((aligned (64)));

/* How often something ended on which day; a last place for what does not count. */
typedef struct
{
  gint32 first;
  gint32 n;
  gboolean by_pairs;
  gint32 n_counts;
  guint16 *counts; /* rows of n + 1: N_COUNTS, or n + 1 by the day of the neighbour */
  guint32 *sums;   /* n */
} Ends;

/* A day at least, or at most, so many days from that of another act. */
typedef struct
{
  const gint16 *row;
  gint16 lag;
} Link;

/* A wait whose lengths are more than that has a table. */
#define MOST_STAIRS 16

/* What the loops read of an act; limits as 16 bits hold them. */
typedef struct
{
  const SegueSketchAct *act;
  SegueStepType type;
  gint16 *end;      /* the last day, then the latest one; a row */
  gint16 *length;   /* days of a wait, then the latest first day; a row */
  gint16 *goal;     /* the last day of all of its goal, NULL: it has none */
  const Link *in, *in_end, *out;
  gint32 n_in, n_in_end, n_out;
  gint32 from_start, from_end;
  gint32 until_end, until_start, target;
  gboolean has_until_start, has_target;
  gboolean breaks_end, breaks_start; /* whether a draw can end, or begin, too late */
  gboolean is_drawn;
  guint32 keys[2];
  gint32 first_day; /* the least length of a wait; a day more with each stair */
  gint32 n_stairs;
  gint16 below[MOST_STAIRS]; /* the cells behind which the stairs begin */
  guint16 *table;   /* days by cell, where there are more stairs; or NULL */
  const SegueSketchClock *clock;
  gint32 *minutes;  /* of work, by draw */
  Ends ends;
  gint64 n_critical;
} Act;

struct _SegueLanes
{
  const SegueSketch *sketch;
  guint32 key[2];
  void (*run) (SegueLanes *lanes, guint32 first);
  Act *acts;         /* what others wait for first */
  Link *links;
  Row *rows;         /* two of each act */
  Row *goal_rows;
  Ends *goals;
  gint64 n_kept;
  guint n_batches;   /* since counts were added up */
  guint32 base[SEGUE_LANES / 2] __attribute__ ((aligned (64)));
  Row broken;        /* all bits set: a rule is not kept, or there is no such draw */
};

/* Of a pair's number the upper half is that of the even draw. */
static inline gint32
find_lane (gint32 draw)
{
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? draw ^ 1 : draw;
}

#include "schedule/segue-lanes-kernel.h"

#ifdef __x86_64__
#define HAS_WIDE
#define KERNEL_WIDE
#include "schedule/segue-lanes-kernel.h"
#undef KERNEL_WIDE
#endif

/* ---- batches ----------------------------------------------------------- */

static void
add_up (Ends *ends)
{
  const gint32 stride = ends->n + 1, n_rows = ends->n > 0 ? ends->n_counts / stride : 0;

  for (gint32 k = 0; k < n_rows; k++)
    {
      guint16 *counts = ends->counts + k * stride;
      guint32 sum = counts[ends->n];

      for (gint32 i = 0; i < ends->n; i++)
        {
          ends->sums[i] += counts[i];
          sum += counts[i];
        }
      if (ends->by_pairs && k < ends->n)
        ends->sums[k] += sum;
      memset (counts, 0, sizeof *counts * (gsize) stride);
    }
}

static void
add_up_all (SegueLanes *lanes)
{
  for (gint32 k = 0; k < lanes->sketch->n_acts; k++)
    add_up (&lanes->acts[k].ends);
  for (gint32 goal = 0; goal < lanes->sketch->problem->n_goals; goal++)
    add_up (&lanes->goals[goal]);
  lanes->n_batches = 0;
}

/* Adds the draws that are broken to @broken, in their order. */
static gint32
list_broken (const SegueLanes *lanes,
             gint32            first,
             gint32            n,
             GArray           *broken)
{
  gint32 n_broken = 0;

  for (gint32 i = 0; i < SEGUE_LANES; i++)
    n_broken -= lanes->broken[i];
  n_broken -= SEGUE_LANES - n;
  for (gint32 i = 0; i < n && n_broken > 0; i++)
    {
      const gint32 sample = first + i;

      if (lanes->broken[find_lane (i)])
        g_array_append_val (broken, sample);
    }
  return n_broken;
}

/**
 * segue_lanes_run:
 * @lanes: lanes
 * @first: a sample, an even one
 * @n: how many from there on, at most %SEGUE_LANES
 * @broken: (element-type gint32): the samples in which a rule is not kept are
 *   added to it and counted nowhere
 *
 * Lays out and counts so many draws.
 */
void
segue_lanes_run (SegueLanes *lanes,
                 gint32      first,
                 gint32      n,
                 GArray     *broken)
{
  for (gint32 i = 0; i < SEGUE_LANES; i++)
    lanes->broken[find_lane (i)] = (gint16) -(i >= n);
  lanes->run (lanes, (guint32) first);
  lanes->n_kept += n - list_broken (lanes, first, n, broken);
  if (++lanes->n_batches == MOST_BATCHES)
    add_up_all (lanes);
}

/* ---- life -------------------------------------------------------------- */

static void
ends_init (Ends   *ends,
           gint32  first,
           gint32  last)
{
  ends->first = first;
  ends->n = last - first + 1;
  ends->by_pairs = ends->n <= MOST_PAIRED_DAYS;
  ends->n_counts = (ends->n + 1) * (ends->by_pairs ? ends->n + 1 : N_COUNTS);
  ends->counts = g_new0 (guint16, ends->n_counts);
  ends->sums = g_new0 (guint32, ends->n);
}

static void
ends_clear (Ends *ends)
{
  g_free (ends->counts);
  g_free (ends->sums);
}

static gint32
find_days (const SegueEstimateTable *table,
           gint32                    cell)
{
  return CLAMP (segue_estimate_value (table, (guint32) cell), 1, NEVER);
}

/* The last cell that gives @days or less; there is one that gives more. */
static gint32
find_last_cell (const SegueEstimateTable *table,
                gint32                    days)
{
  gint32 low = 0, high = SEGUE_ESTIMATE_CELLS - 1;

  while (low + 1 < high)
    {
      gint32 middle = (low + high) / 2;

      if (find_days (table, middle) <= days)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
init_lengths (Act *act)
{
  const SegueEstimateTable *table = act->act->table;

  act->first_day = MIN (act->act->amount, NEVER);
  if (!act->is_drawn)
    return;
  act->first_day = find_days (table, 0);
  act->n_stairs = find_days (table, SEGUE_ESTIMATE_CELLS - 1) - act->first_day;
  if (act->n_stairs <= MOST_STAIRS)
    {
      for (gint32 k = 0; k < act->n_stairs; k++)
        act->below[k] = (gint16) find_last_cell (table, act->first_day + k);
      return;
    }
  act->table = g_new (guint16, SEGUE_ESTIMATE_CELLS);
  for (gint32 i = 0; i < SEGUE_ESTIMATE_CELLS; i++)
    act->table[i] = (guint16) find_days (table, i);
}

static void
init_minutes (SegueLanes *lanes,
              Act        *act)
{
  act->clock = &g_array_index (lanes->sketch->clocks, SegueSketchClock, act->act->clock);
  act->minutes = g_new (gint32, SEGUE_LANES);
  for (gint32 i = 0; i < SEGUE_LANES; i++)
    act->minutes[i] = MAX (act->act->amount - act->act->spent, 0);
}

static void
init_act (SegueLanes *lanes,
          gint32      k,
          gint32      index)
{
  const SegueSketchAct *a = &lanes->sketch->acts[index];
  const gint32 goal = lanes->sketch->problem->steps[a->step].goal;
  const gboolean is_day = a->type == SEGUE_STEP_MILESTONE;

  lanes->acts[k] = (Act) {
    .act = a, .type = a->type, .end = lanes->rows[2 * index], .length = lanes->rows[2 * index + 1],
    .goal = goal >= 0 && lanes->goals[goal].n > 0 ? lanes->goal_rows[goal] : NULL,
    .from_start = is_day ? MAX (a->from_start, a->from_end) : a->from_start, .from_end = a->from_end,
    .until_end = MIN (a->until_end, NEVER), .until_start = MIN (a->until_start, NEVER - SEGUE_SKETCH_FAR),
    .has_until_start = a->until_start < G_MAXINT32 / 2,
    .breaks_end = a->until_end < a->last, .breaks_start = a->until_start < a->last,
    .target = CLAMP (a->target, -1, NEVER), .has_target = a->target < G_MAXINT32 / 2,
    .is_drawn = a->table->range > 0, .keys = { a->keys[0], a->keys[1] },
  };
  ends_init (&lanes->acts[k].ends, a->first, a->last);
  if (a->type == SEGUE_STEP_WAIT)
    init_lengths (&lanes->acts[k]);
  if (a->type == SEGUE_STEP_WORK)
    init_minutes (lanes, &lanes->acts[k]);
}

static Link *
add_in_links (SegueLanes *lanes,
              gint32      index,
              gboolean    to_end,
              Link       *next)
{
  const SegueSketch *sketch = lanes->sketch;

  for (gint32 i = sketch->first_in[index]; i < sketch->first_in[index + 1]; i++)
    if (sketch->edges[i].to_end == to_end)
      *next++ = (Link) { lanes->rows[2 * sketch->edges[i].from], (gint16) sketch->edges[i].lag };
  return next;
}

/* Of what follows only what is limited says how late an act may be. What lies on one day ends when it starts. */
static Link *
add_out_links (SegueLanes *lanes,
               gint32      index,
               Link       *next)
{
  const SegueSketch *sketch = lanes->sketch;

  for (gint32 i = sketch->first_out[index]; i < sketch->first_out[index + 1]; i++)
    {
      const SegueSketchEdge *edge = &sketch->edges[sketch->out[i]];
      const gboolean by_end = edge->to_end || sketch->acts[edge->to].type == SEGUE_STEP_MILESTONE;

      if (sketch->acts[edge->to].limited)
        *next++ = (Link) { lanes->rows[2 * edge->to + !by_end], (gint16) edge->lag };
    }
  return next;
}

static void
init_links (SegueLanes *lanes)
{
  Link *next = lanes->links;

  for (gint32 k = 0; k < lanes->sketch->n_acts; k++)
    {
      const gint32 index = lanes->sketch->order[k];
      Act *act = &lanes->acts[k];

      act->in = next;
      next = add_in_links (lanes, index, FALSE, next);
      act->n_in = (gint32) (next - act->in);
      act->in_end = next;
      next = add_in_links (lanes, index, TRUE, next);
      act->n_in_end = (gint32) (next - act->in_end);
      act->out = next;
      next = add_out_links (lanes, index, next);
      act->n_out = (gint32) (next - act->out);
    }
}

/* Also what is done counts where a goal ends. */
static void
init_goal (SegueLanes *lanes,
           gint32      goal)
{
  const SegueSketch *sketch = lanes->sketch;
  const SegueProblem *problem = sketch->problem;
  gint32 first = G_MININT32, last = G_MININT32;

  for (gint32 step = 0; step < problem->n_steps; step++)
    {
      const SegueStepResult *result = &sketch->schedule->steps[step];

      if (problem->steps[step].goal == goal && result->active && problem->steps[step].status == SEGUE_STATUS_DONE)
        first = last = MAX (first, CLAMP (result->end - problem->now, -NEVER, NEVER));
    }
  for (gint32 act = 0; act < sketch->n_acts; act++)
    if (problem->steps[sketch->acts[act].step].goal == goal)
      {
        first = MAX (first, sketch->acts[act].first);
        last = MAX (last, sketch->acts[act].last);
      }
  if (last > G_MININT32)
    ends_init (&lanes->goals[goal], first, last);
}

/**
 * segue_lanes_new:
 * @sketch: outlives the lanes
 * @key: what to draw from
 * @width: how many draws a vector may hold; the answer does not depend on it
 */
SegueLanes *
segue_lanes_new (const SegueSketch *sketch,
                 const guint32      key[2],
                 SegueLanesWidth    width)
{
  SegueLanes *lanes = g_aligned_alloc0 (1, sizeof (SegueLanes), 64);
  gsize n = (gsize) MAX (sketch->n_acts, 1);
  gsize n_goals = (gsize) MAX (sketch->problem->n_goals, 1);

  lanes->sketch = sketch;
  memcpy (lanes->key, key, sizeof lanes->key);
  lanes->run = run_batch_baseline;
#ifdef HAS_WIDE
  if (width == SEGUE_LANES_ANY && __builtin_cpu_supports ("avx2"))
    lanes->run = run_batch_wide;
#endif
  lanes->rows = g_aligned_alloc0 (2 * n, sizeof (Row), 64);
  lanes->goal_rows = g_aligned_alloc0 (n_goals, sizeof (Row), 64);
  lanes->goals = g_new0 (Ends, n_goals);
  lanes->acts = g_new (Act, n);
  lanes->links = g_new (Link, 2 * (gsize) sketch->n_edges + 1);
  for (gint32 goal = 0; goal < sketch->problem->n_goals; goal++)
    init_goal (lanes, goal);
  for (gint32 k = 0; k < sketch->n_acts; k++)
    init_act (lanes, k, sketch->order[k]);
  init_links (lanes);
  return lanes;
}

void
segue_lanes_free (SegueLanes *lanes)
{
  if (lanes == NULL)
    return;
  for (gint32 k = 0; k < lanes->sketch->n_acts; k++)
    {
      ends_clear (&lanes->acts[k].ends);
      g_free (lanes->acts[k].table);
      g_free (lanes->acts[k].minutes);
    }
  for (gint32 goal = 0; goal < lanes->sketch->problem->n_goals; goal++)
    ends_clear (&lanes->goals[goal]);
  g_aligned_free (lanes->rows);
  g_aligned_free (lanes->goal_rows);
  g_free (lanes->goals);
  g_free (lanes->acts);
  g_free (lanes->links);
  g_aligned_free (lanes);
}

/* ---- what was counted -------------------------------------------------- */

/* By its target; all rules were kept. */
static gint32
count_in_time (const Ends *ends,
               gint32      target)
{
  gint32 n = 0;

  for (gint32 i = 0; i < ends->n && ends->first + i <= target; i++)
    n += (gint32) ends->sums[i];
  return n;
}

/**
 * segue_lanes_tell:
 * @lanes: lanes
 * @tally: a tally of the same problem
 *
 * Adds what was counted to the tally.
 */
void
segue_lanes_tell (SegueLanes *lanes,
                  SegueTally *tally)
{
  const SegueSketch *sketch = lanes->sketch;
  const SegueProblem *problem = sketch->problem;

  add_up_all (lanes);
  segue_tally_add_kept (tally, sketch->schedule, (gint32) lanes->n_kept);
  for (gint32 k = 0; k < sketch->n_acts; k++)
    {
      const Act *act = &lanes->acts[k];
      const gint32 step = act->act->step;

      segue_ends_add (&tally->steps[step], problem->now + act->ends.first, act->ends.sums, act->ends.n);
      tally->step_critical[step] += (gint32) act->n_critical;
      tally->step_on_time[step] += count_in_time (&act->ends, act->act->target);
    }
  for (gint32 goal = 0; goal < problem->n_goals; goal++)
    if (lanes->goals[goal].n > 0)
      segue_ends_add (&tally->goals[goal], problem->now + lanes->goals[goal].first, lanes->goals[goal].sums,
                      lanes->goals[goal].n);
}
