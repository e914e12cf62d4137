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
 * All loops run over a whole batch and are left to the compiler; the same
 * source is compiled once for every machine and once with AVX2. It is integer
 * arithmetic throughout, so either gives the same numbers. Draws in which a
 * rule cannot be kept are counted nowhere and handed back.
 */
#include "schedule/segue-lanes.h"

#include <string.h>

#include "schedule/segue-random.h"

#define HALF (SEGUE_LANES / 2)
#define NEVER 32000

#ifdef __x86_64__
#define HAS_WIDE
#define WIDE __attribute__ ((target ("avx2")))
#endif
#define INLINE static inline __attribute__ ((always_inline))

typedef gint16 Row[SEGUE_LANES] __attribute__ ((aligned (64)));

typedef struct
{
  Row length; /* of a wait */
  Row end;
  Row latest_end;
  Row latest_start;
} ActRows;

/* Neighbours often end on one day, and adding to one place takes turns: so there are several. */
#define N_COUNTS 4

/* How often something ended on which day; a last place for what does not count. */
typedef struct
{
  gint32 first;
  gint32 n;
  guint32 *counts; /* N_COUNTS times n + 1 */
} Ends;

/* Draws side by side, in a vector that every such machine has. */
typedef gint16 Eight __attribute__ ((vector_size (16), may_alias));

/* A wait that has few lengths: the first, and the cells after which the next ones begin. */
#define MOST_STEPS 16

typedef struct
{
  gint32 n; /* 0: too many, there is a table */
  gint16 first;
  gint16 below[MOST_STEPS]; /* behind the n-th no cell comes */
} Stairs;

struct _SegueLanes
{
  const SegueSketch *sketch;
  guint32 key[2];
  void (*run) (SegueLanes *lanes, guint32 first);
  ActRows *rows;
  guint16 **tables;  /* of each wait: its days, by quantile; NULL: they are certain */
  Stairs *stairs;    /* of each wait: the same */
  gint32 *minutes;   /* of each work, by draw; n_works rows */
  gint32 *work;      /* of each act: its row of minutes */
  Ends *ends;
  Ends *goal_ends;
  gint64 *critical;
  gint64 n_kept;
  guint32 base[HALF];
  guint16 cells[SEGUE_LANES] __attribute__ ((aligned (64)));
  Row broken;        /* all bits set: a rule is not kept, or there is no such draw */
  Row scratch;
  Row goal;
};

/* ---- lengths ----------------------------------------------------------- */

INLINE void
draw_cells (SegueLanes    *lanes,
            const guint32 *keys)
{
  const guint32 k0 = keys[0], k1 = keys[1];
  const guint32 *restrict base = lanes->base;
  guint16 *restrict upper = lanes->cells;
  guint16 *restrict lower = lanes->cells + HALF;

  for (guint i = 0; i < HALF; i++)
    {
      const guint32 bits = segue_random_mix (base[i] + k0, k1);

      upper[i] = (guint16) (bits >> 20);
      lower[i] = (guint16) ((bits & 0xffff) >> 4);
    }
}

/* The days of many draws at once: as many more than the first as there are
 * stairs below the cell. */
INLINE void
climb (SegueLanes *lanes,
       gint32      act,
       gint32      n)
{
  const Stairs *stairs = &lanes->stairs[act];
  const Eight *cells = (const Eight *) lanes->cells;
  Eight *length = (Eight *) lanes->rows[act].length;

  for (guint i = 0; i < SEGUE_LANES / 8; i += 4)
    {
      const Eight first = (Eight) { 0 } + stairs->first;
      Eight days[4] = { first, first, first, first };

#pragma GCC unroll 16
      for (gint32 k = 0; k < n; k++)
        {
          const Eight below = (Eight) { 0 } + stairs->below[k];

#pragma GCC unroll 4
          for (guint v = 0; v < 4; v++)
            days[v] -= cells[i + v] > below;
        }
#pragma GCC unroll 4
      for (guint v = 0; v < 4; v++)
        length[i + v] = days[v];
    }
}

/* Whether the lengths could be had without looking each up. */
INLINE gboolean
climb_if_few (SegueLanes *lanes,
              gint32      act)
{
  const gint32 n = lanes->stairs[act].n;

  if (n == 0)
    return FALSE;
  if (n <= 4)
    climb (lanes, act, 4);
  else if (n <= 8)
    climb (lanes, act, 8);
  else
    climb (lanes, act, MOST_STEPS);
  return TRUE;
}

/* One by one: there are instructions that look up eight, and they take longer. */
INLINE void
draw_days (SegueLanes *lanes,
           gint32      act)
{
  const guint16 *restrict table = lanes->tables[act];
  const guint16 *restrict cells = lanes->cells;
  gint16 *restrict length = lanes->rows[act].length;

  draw_cells (lanes, lanes->sketch->acts[act].keys);
  if (climb_if_few (lanes, act))
    return;
  for (guint i = 0; i < SEGUE_LANES; i += 4)
    {
      length[i] = (gint16) table[cells[i]];
      length[i + 1] = (gint16) table[cells[i + 1]];
      length[i + 2] = (gint16) table[cells[i + 2]];
      length[i + 3] = (gint16) table[cells[i + 3]];
    }
}

INLINE void
draw_minutes (SegueLanes *lanes,
              gint32      act)
{
  const SegueSketchAct *a = &lanes->sketch->acts[act];
  gint32 *minutes = lanes->minutes + (gsize) lanes->work[act] * SEGUE_LANES;

  draw_cells (lanes, a->keys);
  for (guint i = 0; i < SEGUE_LANES; i++)
    minutes[i] = MAX (a->table->values[lanes->cells[i]] - a->spent, 0);
}

/* ---- rows -------------------------------------------------------------- */

INLINE void
fill (gint16 *restrict row,
      gint32  value)
{
  for (guint i = 0; i < SEGUE_LANES; i++)
    row[i] = (gint16) value;
}

INLINE void
raise_to (gint16       *restrict row,
          const gint16 *restrict from,
          gint32        lag)
{
  const gint16 add = (gint16) lag;

  for (guint i = 0; i < SEGUE_LANES; i++)
    {
      const gint16 day = (gint16) (from[i] + add);

      row[i] = MAX (row[i], day);
    }
}

INLINE void
lower_to (gint16       *restrict row,
          const gint16 *restrict from,
          gint32        lag)
{
  const gint16 subtract = (gint16) lag;

  for (guint i = 0; i < SEGUE_LANES; i++)
    {
      const gint16 day = (gint16) (from[i] - subtract);

      row[i] = MIN (row[i], day);
    }
}

/* What lasts @length days and begins on @row ends on @row, and back. */
INLINE void
add_length (gint16       *restrict row,
            const gint16 *restrict length)
{
  for (guint i = 0; i < SEGUE_LANES; i++)
    row[i] = (gint16) (row[i] + length[i] - 1);
}

INLINE void
subtract_length (gint16       *restrict row,
                 const gint16 *restrict end,
                 const gint16 *restrict length)
{
  for (guint i = 0; i < SEGUE_LANES; i++)
    row[i] = (gint16) (end[i] - length[i] + 1);
}

INLINE void
break_beyond (gint16       *restrict broken,
              const gint16 *restrict row,
              gint32        limit)
{
  const gint16 until = (gint16) limit;

  for (guint i = 0; i < SEGUE_LANES; i++)
    broken[i] = (gint16) (broken[i] | -(row[i] > until));
}

/* ---- there ------------------------------------------------------------- */

INLINE void
work_through (SegueLanes *lanes,
              gint32      act,
              gint16     *row)
{
  const SegueSketch *sketch = lanes->sketch;
  const SegueSketchClock *clock = &g_array_index (sketch->clocks, SegueSketchClock, sketch->acts[act].clock);
  const gint32 *minutes = lanes->minutes + (gsize) lanes->work[act] * SEGUE_LANES;

  for (guint i = 0; i < SEGUE_LANES; i++)
    row[i] = (gint16) segue_sketch_end (clock, sketch->n_days, row[i], minutes[i]);
}

INLINE void
go_forward (SegueLanes *lanes,
            gint32      act)
{
  const SegueSketch *sketch = lanes->sketch;
  const SegueSketchAct *a = &sketch->acts[act];
  ActRows *rows = &lanes->rows[act];
  gboolean has_end_edges = FALSE;

  if (lanes->tables[act])
    draw_days (lanes, act);
  if (lanes->work[act] >= 0 && a->table->range > 0)
    draw_minutes (lanes, act);
  fill (rows->end, a->type == SEGUE_STEP_MILESTONE ? MAX (a->from_start, a->from_end) : a->from_start);
  for (gint32 i = sketch->first_in[act]; i < sketch->first_in[act + 1]; i++)
    if (sketch->edges[i].to_end)
      has_end_edges = TRUE;
    else
      raise_to (rows->end, lanes->rows[sketch->edges[i].from].end, sketch->edges[i].lag);
  if (a->type == SEGUE_STEP_WORK)
    work_through (lanes, act, rows->end);
  if (a->type == SEGUE_STEP_WAIT)
    {
      add_length (rows->end, rows->length);
      if (a->from_end > 0)
        {
          fill (lanes->scratch, a->from_end);
          raise_to (rows->end, lanes->scratch, 0);
        }
      for (gint32 i = sketch->first_in[act]; i < sketch->first_in[act + 1] && has_end_edges; i++)
        if (sketch->edges[i].to_end)
          raise_to (rows->end, lanes->rows[sketch->edges[i].from].end, sketch->edges[i].lag);
    }
  if (a->until_end < a->last)
    break_beyond (lanes->broken, rows->end, a->until_end);
  if (a->until_start < a->last)
    {
      subtract_length (lanes->scratch, rows->end, rows->length);
      break_beyond (lanes->broken, lanes->scratch, a->until_start);
    }
}

/* ---- and back ---------------------------------------------------------- */

/* Work ends on a day that has hours, and begins as many minutes before. */
INLINE void
work_back (SegueLanes *lanes,
           gint32      act)
{
  const SegueSketch *sketch = lanes->sketch;
  const SegueSketchClock *clock = &g_array_index (sketch->clocks, SegueSketchClock, sketch->acts[act].clock);
  const gint32 *minutes = lanes->minutes + (gsize) lanes->work[act] * SEGUE_LANES;
  ActRows *rows = &lanes->rows[act];

  for (guint i = 0; i < SEGUE_LANES; i++)
    {
      gint32 end = CLAMP (rows->latest_end[i], 0, sketch->n_days - 1);

      while (minutes[i] > 0 && end > 0 && clock->most[end] == 0)
        end--;
      rows->latest_end[i] = (gint16) end;
      rows->latest_start[i] = (gint16) segue_sketch_start (clock, end, minutes[i]);
    }
}

INLINE void
go_back (SegueLanes *lanes,
         gint32      act)
{
  const SegueSketch *sketch = lanes->sketch;
  const SegueSketchAct *a = &sketch->acts[act];
  ActRows *rows = &lanes->rows[act];
  gint16 *latest = rows->latest_end;

  fill (latest, MIN (a->until_end, NEVER));
  if (a->target < G_MAXINT32 / 2)
    {
      fill (lanes->scratch, CLAMP (a->target, -1, NEVER));
      raise_to (lanes->scratch, rows->end, 0);
      lower_to (latest, lanes->scratch, 0);
    }
  if (a->until_start < G_MAXINT32 / 2)
    {
      fill (lanes->scratch, MIN (a->until_start, NEVER - SEGUE_SKETCH_FAR));
      add_length (lanes->scratch, rows->length);
      lower_to (latest, lanes->scratch, 0);
    }
  for (gint32 i = sketch->first_out[act]; i < sketch->first_out[act + 1]; i++)
    {
      const SegueSketchEdge *edge = &sketch->edges[sketch->out[i]];
      const ActRows *next = &lanes->rows[edge->to];

      if (sketch->acts[edge->to].limited)
        lower_to (latest, edge->to_end ? next->latest_end : next->latest_start, edge->lag);
    }
  if (a->type == SEGUE_STEP_WAIT)
    subtract_length (rows->latest_start, latest, rows->length);
  else if (a->type == SEGUE_STEP_WORK)
    work_back (lanes, act);
  else
    memcpy (rows->latest_start, latest, sizeof (Row));
}

/* ---- counting ---------------------------------------------------------- */

INLINE void
count_ends (SegueLanes   *lanes,
            const gint16 *restrict row,
            Ends         *ends)
{
  const gint16 first = (gint16) ends->first, beyond = (gint16) ends->n;
  const gint16 *restrict broken = lanes->broken;
  guint16 *restrict place = lanes->cells;
  const gint32 stride = ends->n + 1;
  guint32 *a = ends->counts, *b = a + stride, *c = b + stride, *d = c + stride;

  for (guint i = 0; i < SEGUE_LANES; i++)
    place[i] = (guint16) (((row[i] - first) & ~broken[i]) | (beyond & broken[i]));
  for (guint i = 0; i < SEGUE_LANES; i += 4)
    {
      a[place[i]]++;
      b[place[i + 1]]++;
      c[place[i + 2]]++;
      d[place[i + 3]]++;
    }
}

/* In 16 bits as the rows are: a batch has no more draws than that. */
INLINE gint32
count_critical (const gint16 *restrict end,
                const gint16 *restrict latest,
                const gint16 *restrict broken)
{
  guint16 n = 0;

  for (guint i = 0; i < SEGUE_LANES; i++)
    n = (guint16) (n + ((end[i] == latest[i]) & ~broken[i]));
  return n;
}

INLINE void
count_goals (SegueLanes *lanes)
{
  const SegueProblem *problem = lanes->sketch->problem;

  for (gint32 goal = 0; goal < problem->n_goals; goal++)
    {
      if (lanes->goal_ends[goal].n == 0)
        continue;
      fill (lanes->goal, lanes->goal_ends[goal].first);
      for (gint32 act = 0; act < lanes->sketch->n_acts; act++)
        if (problem->steps[lanes->sketch->acts[act].step].goal == goal)
          raise_to (lanes->goal, lanes->rows[act].end, 0);
      count_ends (lanes, lanes->goal, &lanes->goal_ends[goal]);
    }
}

INLINE void
run_batch (SegueLanes *lanes,
           guint32     first)
{
  const SegueSketch *sketch = lanes->sketch;

  for (guint i = 0; i < HALF; i++)
    lanes->base[i] = segue_random_base (lanes->key, first / 2 + i);
  for (gint32 k = 0; k < sketch->n_acts; k++)
    go_forward (lanes, sketch->order[k]);
  for (gint32 k = sketch->n_acts - 1; k >= 0; k--)
    {
      const gint32 act = sketch->order[k];

      count_ends (lanes, lanes->rows[act].end, &lanes->ends[act]);
      if (!sketch->acts[act].limited)
        continue;
      go_back (lanes, act);
      lanes->critical[act] += count_critical (lanes->rows[act].end, lanes->rows[act].latest_end, lanes->broken);
    }
  count_goals (lanes);
}

static void
run_baseline (SegueLanes *lanes,
              guint32     first)
{
  run_batch (lanes, first);
}

#ifdef HAS_WIDE
WIDE static void
run_wide (SegueLanes *lanes,
          guint32     first)
{
  run_batch (lanes, first);
}
#endif

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
    lanes->broken[i] = (gint16) -((i < HALF ? 2 * i : 2 * (i - HALF) + 1) >= n);
  lanes->run (lanes, (guint32) first);
  for (gint32 i = 0; i < n; i++)
    {
      const gint32 sample = first + i;

      if (lanes->broken[i / 2 + (i % 2) * HALF])
        g_array_append_val (broken, sample);
      else
        lanes->n_kept++;
    }
}

/* ---- life -------------------------------------------------------------- */

static void
ends_init (Ends   *ends,
           gint32  first,
           gint32  last)
{
  ends->first = first;
  ends->n = last - first + 1;
  ends->counts = g_new0 (guint32, N_COUNTS * (ends->n + 1));
}

/* The stairs of a table that rises in few steps, each by one or more days. */
static void
init_stairs (Stairs        *stairs,
             const guint16 *table)
{
  gint32 n = table[SEGUE_ESTIMATE_CELLS - 1] - table[0];

  if (n > MOST_STEPS)
    return;
  stairs->n = MAX (n, 1);
  stairs->first = (gint16) table[0];
  for (gint32 k = 0; k < MOST_STEPS; k++)
    stairs->below[k] = G_MAXINT16;
  for (gint32 i = SEGUE_ESTIMATE_CELLS - 1; i > 0; i--)
    for (gint32 k = table[i - 1]; k < table[i]; k++)
      stairs->below[k - table[0]] = (gint16) (i - 1);
}

static void
init_act (SegueLanes *lanes,
          gint32      act,
          gint32     *n_works)
{
  const SegueSketchAct *a = &lanes->sketch->acts[act];

  ends_init (&lanes->ends[act], a->first, a->last);
  lanes->work[act] = a->type == SEGUE_STEP_WORK ? (*n_works)++ : -1;
  if (a->type == SEGUE_STEP_WORK)
    for (guint i = 0; i < SEGUE_LANES; i++)
      lanes->minutes[(gsize) lanes->work[act] * SEGUE_LANES + i] = MAX (a->amount - a->spent, 0);
  if (a->type != SEGUE_STEP_WAIT)
    return;
  fill (lanes->rows[act].length, MIN (a->amount, NEVER));
  if (a->table->range == 0)
    return;
  lanes->tables[act] = g_new (guint16, SEGUE_ESTIMATE_CELLS);
  for (guint i = 0; i < SEGUE_ESTIMATE_CELLS; i++)
    lanes->tables[act][i] = (guint16) CLAMP (a->table->values[i], 1, NEVER);
  init_stairs (&lanes->stairs[act], lanes->tables[act]);
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
    ends_init (&lanes->goal_ends[goal], first, last);
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
  gint32 n_works = 0;

  lanes->sketch = sketch;
  memcpy (lanes->key, key, sizeof lanes->key);
  lanes->run = run_baseline;
#ifdef HAS_WIDE
  if (width == SEGUE_LANES_ANY && __builtin_cpu_supports ("avx2"))
    lanes->run = run_wide;
#endif
  lanes->rows = g_aligned_alloc0 (n, sizeof (ActRows), 64);
  lanes->tables = g_new0 (guint16 *, n);
  lanes->stairs = g_new0 (Stairs, n);
  lanes->minutes = g_new (gint32, (gsize) MAX (sketch->n_works, 1) * SEGUE_LANES);
  lanes->work = g_new (gint32, n);
  lanes->ends = g_new0 (Ends, n);
  lanes->critical = g_new0 (gint64, n);
  lanes->goal_ends = g_new0 (Ends, MAX (sketch->problem->n_goals, 1));
  for (gint32 act = 0; act < sketch->n_acts; act++)
    init_act (lanes, act, &n_works);
  for (gint32 goal = 0; goal < sketch->problem->n_goals; goal++)
    init_goal (lanes, goal);
  return lanes;
}

void
segue_lanes_free (SegueLanes *lanes)
{
  if (lanes == NULL)
    return;
  for (gint32 act = 0; act < lanes->sketch->n_acts; act++)
    {
      g_free (lanes->tables[act]);
      g_free (lanes->ends[act].counts);
    }
  for (gint32 goal = 0; goal < lanes->sketch->problem->n_goals; goal++)
    g_free (lanes->goal_ends[goal].counts);
  g_aligned_free (lanes->rows);
  g_free (lanes->tables);
  g_free (lanes->stairs);
  g_free (lanes->minutes);
  g_free (lanes->work);
  g_free (lanes->ends);
  g_free (lanes->goal_ends);
  g_free (lanes->critical);
  g_aligned_free (lanes);
}

/* ---- what was counted -------------------------------------------------- */

static void
tell_ends (const Ends *ends,
           SegueDay    now,
           SegueEnds  *into)
{
  for (gint32 k = 0; k < N_COUNTS; k++)
    segue_ends_add (into, now + ends->first, ends->counts + k * (ends->n + 1), ends->n);
}

/* By its target; all rules were kept. */
static gint32
count_in_time (const Ends *ends,
               gint32      target)
{
  gint32 n = 0;

  for (gint32 i = 0; i < ends->n && ends->first + i <= target; i++)
    for (gint32 k = 0; k < N_COUNTS; k++)
      n += (gint32) ends->counts[k * (ends->n + 1) + i];
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
segue_lanes_tell (const SegueLanes *lanes,
                  SegueTally       *tally)
{
  const SegueSketch *sketch = lanes->sketch;
  const SegueProblem *problem = sketch->problem;

  segue_tally_add_kept (tally, sketch->schedule, (gint32) lanes->n_kept);
  for (gint32 act = 0; act < sketch->n_acts; act++)
    {
      const gint32 step = sketch->acts[act].step;

      tell_ends (&lanes->ends[act], problem->now, &tally->steps[step]);
      tally->step_critical[step] += (gint32) lanes->critical[act];
      tally->step_on_time[step] += count_in_time (&lanes->ends[act], sketch->acts[act].target);
    }
  for (gint32 goal = 0; goal < problem->n_goals; goal++)
    if (lanes->goal_ends[goal].n > 0)
      tell_ends (&lanes->goal_ends[goal], problem->now, &tally->goals[goal]);
}
