/* segue-lanes-kernel.h - the loops of segue-lanes.c, for one width of vectors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ABREAST vectors are taken through an act together and stay in registers from
 * the first rule to the last day.
 */
#include "schedule/segue-kernel-begin.h"

#define BLOCK (ABREAST * PER)
#define EACH(v) _Pragma ("GCC unroll 4") for (guint v = 0; v < ABREAST; v++)

/* ---- rows -------------------------------------------------------------- */

INLINE void
KERNEL_NAME (load) (Shorts       *days,
                    const gint16 *row)
{
  EACH (v)
    days[v] = ((const Shorts *) row)[v];
}

INLINE void
KERNEL_NAME (store) (gint16       *row,
                     const Shorts *days)
{
  EACH (v)
    ((Shorts *) row)[v] = days[v];
}

/* ---- lengths ----------------------------------------------------------- */

/* As many days more than the first as there are stairs below the cell. */
INLINE void
KERNEL_NAME (climb) (const Act    *act,
                     const Shorts *cells,
                     Shorts       *days)
{
  EACH (v)
    days[v] = KERNEL_NAME (all) (act->first_day);
  for (gint32 k = 0; k < act->n_stairs; k++)
    {
      const Shorts below = KERNEL_NAME (all) (act->below[k]);

      EACH (v)
        days[v] -= cells[v] > below;
    }
}

/* One by one: there are instructions that look up eight, and they take longer. */
INLINE void
KERNEL_NAME (look_up) (const Act    *act,
                       const Shorts *cells,
                       Shorts       *days)
{
  gint16 each[BLOCK] __attribute__ ((aligned (64)));

  KERNEL_NAME (store) (each, cells);
  for (gint32 i = 0; i < BLOCK; i++)
    each[i] = (gint16) act->table[each[i]];
  KERNEL_NAME (load) (days, each);
}

INLINE void
KERNEL_NAME (draw_days) (const SegueLanes *lanes,
                         const Act        *act,
                         gint32            at,
                         Shorts           *days)
{
  const Words *base = (const Words *) (lanes->base + at / 2);
  Shorts cells[ABREAST] = { 0 };

  EACH (v)
    if (act->is_drawn)
      cells[v] = KERNEL_NAME (draw_cells) (base[v], act->keys);
  if (G_UNLIKELY (act->table))
    KERNEL_NAME (look_up) (act, cells, days);
  else
    KERNEL_NAME (climb) (act, cells, days);
}

/* ---- there ------------------------------------------------------------- */

INLINE void
KERNEL_NAME (raise) (Shorts     *days,
                     const Link *links,
                     gint32      n,
                     gint32      at)
{
  for (gint32 k = 0; k < n; k++)
    {
      const Shorts lag = KERNEL_NAME (all) (links[k].lag);
      const Shorts *row = (const Shorts *) (links[k].row + at);

      EACH (v)
        days[v] = KERNEL_NAME (later) (days[v], row[v] + lag);
    }
}

/* Takes its hours, each draw by itself: there is one such act, or few. */
INLINE void
KERNEL_NAME (work_through) (const SegueLanes *lanes,
                            const Act        *act,
                            gint32            at,
                            Shorts           *days)
{
  gint16 each[BLOCK] __attribute__ ((aligned (64)));
  gint16 cells[BLOCK] __attribute__ ((aligned (64)));

  if (act->is_drawn)
    {
      EACH (v)
        ((Shorts *) cells)[v] = KERNEL_NAME (draw_cells) (((const Words *) (lanes->base + at / 2))[v], act->keys);
      for (gint32 i = 0; i < BLOCK; i++)
        act->minutes[at + i] = MAX (segue_estimate_value (act->act->table, (guint32) cells[i]) - act->act->spent, 0);
    }
  KERNEL_NAME (store) (each, days);
  for (gint32 i = 0; i < BLOCK; i++)
    each[i] = (gint16) segue_sketch_end (act->clock, lanes->sketch->n_days, each[i], act->minutes[at + i]);
  KERNEL_NAME (load) (days, each);
}

INLINE void
KERNEL_NAME (break_beyond) (SegueLanes   *lanes,
                            gint32        at,
                            const Shorts *days,
                            gint32        until)
{
  Shorts *broken = (Shorts *) (lanes->broken + at);

  EACH (v)
    broken[v] |= days[v] > KERNEL_NAME (all) (until);
}

INLINE void
KERNEL_NAME (go_forward) (SegueLanes *lanes,
                          const Act  *act,
                          gint32      at)
{
  Shorts days[ABREAST], length[ABREAST];

  EACH (v)
    days[v] = KERNEL_NAME (all) (act->from_start);
  KERNEL_NAME (raise) (days, act->in, act->n_in, at);
  if (act->type == SEGUE_STEP_WORK)
    KERNEL_NAME (work_through) (lanes, act, at, days);
  if (act->type == SEGUE_STEP_WAIT)
    {
      KERNEL_NAME (draw_days) (lanes, act, at, length);
      KERNEL_NAME (store) (act->length + at, length);
      EACH (v)
        days[v] = KERNEL_NAME (later) (days[v] + length[v] - 1, KERNEL_NAME (all) (act->from_end));
      KERNEL_NAME (raise) (days, act->in_end, act->n_in_end, at);
      if (act->breaks_start)
        {
          EACH (v)
            length[v] = days[v] - length[v] + 1;
          KERNEL_NAME (break_beyond) (lanes, at, length, act->until_start);
        }
    }
  if (act->breaks_end)
    KERNEL_NAME (break_beyond) (lanes, at, days, act->until_end);
  KERNEL_NAME (store) (act->end + at, days);
  if (act->goal)
    {
      Shorts *goal = (Shorts *) (act->goal + at);

      EACH (v)
        goal[v] = KERNEL_NAME (later) (goal[v], days[v]);
    }
}

/* ---- and back ---------------------------------------------------------- */

/* Work ends on a day that has hours, and begins as many minutes before. */
INLINE void
KERNEL_NAME (work_back) (const SegueLanes *lanes,
                         const Act        *act,
                         gint32            at,
                         Shorts           *latest)
{
  const SegueSketchClock *clock = act->clock;
  gint16 each[BLOCK] __attribute__ ((aligned (64)));

  KERNEL_NAME (store) (each, latest);
  for (gint32 i = 0; i < BLOCK; i++)
    {
      const gint32 minutes = act->minutes[at + i];
      gint32 end = CLAMP (each[i], 0, lanes->sketch->n_days - 1);

      while (minutes > 0 && end > 0 && clock->most[end] == 0)
        end--;
      each[i] = (gint16) end;
      act->length[at + i] = (gint16) segue_sketch_start (clock, end, minutes);
    }
  KERNEL_NAME (load) (latest, each);
}

INLINE void
KERNEL_NAME (find_latest) (const Act    *act,
                           const Shorts *end,
                           const Shorts *length,
                           gint32        at,
                           Shorts       *latest)
{
  EACH (v)
    latest[v] = KERNEL_NAME (all) (act->until_end);
  if (act->has_target)
    EACH (v)
      latest[v] = KERNEL_NAME (earlier) (latest[v], KERNEL_NAME (later) (KERNEL_NAME (all) (act->target), end[v]));
  if (act->has_until_start)
    EACH (v)
      latest[v] = KERNEL_NAME (earlier) (latest[v], length[v] + (KERNEL_NAME (all) (act->until_start) - 1));
  for (gint32 k = 0; k < act->n_out; k++)
    {
      const Shorts lag = KERNEL_NAME (all) (act->out[k].lag);
      const Shorts *row = (const Shorts *) (act->out[k].row + at);

      EACH (v)
        latest[v] = KERNEL_NAME (earlier) (latest[v], row[v] - lag);
    }
}

/* The rows of the act become those of its latest days, which is all that is asked for now. */
INLINE void
KERNEL_NAME (go_back) (SegueLanes *lanes,
                       const Act  *act,
                       gint32      at,
                       Shorts     *critical)
{
  const Shorts *broken = (const Shorts *) (lanes->broken + at);
  Shorts end[ABREAST], length[ABREAST], latest[ABREAST];

  KERNEL_NAME (load) (end, act->end + at);
  KERNEL_NAME (load) (length, act->length + at);
  KERNEL_NAME (find_latest) (act, end, length, at, latest);
  if (act->type == SEGUE_STEP_WORK)
    KERNEL_NAME (work_back) (lanes, act, at, latest);
  if (act->type == SEGUE_STEP_WAIT)
    {
      EACH (v)
        length[v] = latest[v] - length[v] + 1;
      KERNEL_NAME (store) (act->length + at, length);
    }
  KERNEL_NAME (store) (act->end + at, latest);
  /* What is true is -1. */
  EACH (v)
    *critical -= (end[v] == latest[v]) & ~broken[v];
}

/* ---- counting ---------------------------------------------------------- */

/* Where in its counts each draw comes. One that breaks a rule comes where nothing can end. */
INLINE Shorts
KERNEL_NAME (find_places) (Shorts      days,
                           Shorts      broken,
                           const Ends *ends)
{
  return ((days - KERNEL_NAME (all) (ends->first)) & ~broken) | (KERNEL_NAME (all) (ends->n) & broken);
}

INLINE void
KERNEL_NAME (count_pairs) (const SegueLanes *lanes,
                           const gint16     *row,
                           const Ends       *ends)
{
  const Shorts *days = (const Shorts *) row, *broken = (const Shorts *) lanes->broken;
  const Words row_and_column = (Words) { 0 } + ((guint32) ends->n + 1 + (1u << 16));
  guint32 pair[SEGUE_LANES / 2] __attribute__ ((aligned (64)));
  guint16 *counts = ends->counts;

  for (gint32 i = 0; i < SEGUE_LANES / PER; i++)
    ((Words *) pair)[i] = KERNEL_NAME (sum_products) (KERNEL_NAME (find_places) (days[i], broken[i], ends),
                                                      (Shorts) row_and_column);
  for (gint32 i = 0; i < SEGUE_LANES / 2; i += 4)
    {
      counts[pair[i]]++;
      counts[pair[i + 1]]++;
      counts[pair[i + 2]]++;
      counts[pair[i + 3]]++;
    }
}

INLINE void
KERNEL_NAME (count_singly) (const SegueLanes *lanes,
                            const gint16     *row,
                            const Ends       *ends)
{
  const Shorts *days = (const Shorts *) row, *broken = (const Shorts *) lanes->broken;
  const gint32 stride = ends->n + 1;
  guint16 *a = ends->counts, *b = a + stride, *c = b + stride, *d = c + stride;
  guint16 place[SEGUE_LANES] __attribute__ ((aligned (64)));

  for (gint32 i = 0; i < SEGUE_LANES / PER; i++)
    ((Shorts *) place)[i] = KERNEL_NAME (find_places) (days[i], broken[i], ends);
  for (gint32 i = 0; i < SEGUE_LANES; i += N_COUNTS)
    {
      a[place[i]]++;
      b[place[i + 1]]++;
      c[place[i + 2]]++;
      d[place[i + 3]]++;
    }
}

INLINE void
KERNEL_NAME (count_ends) (const SegueLanes *lanes,
                          const gint16     *row,
                          const Ends       *ends)
{
  if (ends->by_pairs)
    KERNEL_NAME (count_pairs) (lanes, row, ends);
  else
    KERNEL_NAME (count_singly) (lanes, row, ends);
}

INLINE guint32
KERNEL_NAME (sum) (Shorts critical)
{
  guint32 n = 0;

  for (gint32 i = 0; i < PER; i++)
    n += (guint32) critical[i];
  return n;
}

/* ---- all of it --------------------------------------------------------- */

KERNEL_TARGET static void
KERNEL_NAME (run_batch) (SegueLanes *lanes,
                         guint32     first)
{
  for (guint i = 0; i < SEGUE_LANES / 2; i++)
    lanes->base[i] = segue_random_base (lanes->key, first / 2 + i);
  for (gint32 goal = 0; goal < lanes->sketch->problem->n_goals; goal++)
    for (gint32 at = 0; at < SEGUE_LANES; at += PER)
      *(Shorts *) (lanes->goal_rows[goal] + at) = KERNEL_NAME (all) (lanes->goals[goal].first);
  for (gint32 k = 0; k < lanes->sketch->n_acts; k++)
    for (gint32 at = 0; at < SEGUE_LANES; at += BLOCK)
      KERNEL_NAME (go_forward) (lanes, &lanes->acts[k], at);
  for (gint32 k = lanes->sketch->n_acts - 1; k >= 0; k--)
    {
      Act *act = &lanes->acts[k];
      Shorts critical = { 0 };

      KERNEL_NAME (count_ends) (lanes, act->end, &act->ends);
      for (gint32 at = 0; at < SEGUE_LANES && act->act->limited; at += BLOCK)
        KERNEL_NAME (go_back) (lanes, act, at, &critical);
      act->n_critical += KERNEL_NAME (sum) (critical);
    }
  for (gint32 goal = 0; goal < lanes->sketch->problem->n_goals; goal++)
    if (lanes->goals[goal].n > 0)
      KERNEL_NAME (count_ends) (lanes, lanes->goal_rows[goal], &lanes->goals[goal]);
}

#undef BLOCK
#undef EACH
#include "schedule/segue-kernel-end.h"
