/* segue-relevel.c - many draws, hours given in a fixed order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One draw after the other. Steps are taken in the order in which the plan's
 * own schedule takes them, and each gets the first hours that are left (serial
 * generation, Kelley 1963). Then the same the other way round, what ends last
 * first, for the latest days; see segue-latest.c, which it follows to the day.
 */
#include "schedule/segue-relevel.h"

#include <string.h>

#include "schedule/segue-abreast.h"
#include "schedule/segue-end-order.h"
#include "schedule/segue-full-days.h"
#include "schedule/segue-random.h"

#define UNLIMITED (G_MAXINT32 / 2)

/* What days have left, and which have nothing. */
typedef struct
{
  gint32 *left;
  SegueFullDays full; /* the other way round on the way back */
} Hours;

struct _SegueRelevel
{
  const SegueSketch *sketch;
  guint32 key[2];
  Hours there;
  Hours back;
  gint32 *amount;
  gint32 *end;
  gint32 *latest_end;
  gint32 *latest_start;
  gint32 *by_end;    /* limited acts, what ends last first */
  SegueEndOrder order;
  SegueAbreast *abreast; /* %NULL: one draw after the other */
  SegueAbreastCounts counts;
  gint32 *goal_end;  /* scratch; of each goal */
  gint32 *done_end;  /* of each goal: when the last of its steps was done */
};

/* ---- hours ------------------------------------------------------------- */

static void
hours_init (Hours             *hours,
            const SegueSketch *sketch,
            gint32             way)
{
  hours->left = g_memdup2 (sketch->minutes, sizeof (gint32) * (gsize) sketch->n_days);
  segue_full_days_init (&hours->full, sketch->minutes, sketch->n_days, way);
}

static void
hours_clear (Hours *hours)
{
  g_free (hours->left);
  segue_full_days_clear (&hours->full);
}

static void
hours_reset (Hours             *hours,
             const SegueSketch *sketch)
{
  const gint32 low = hours->full.low, high = hours->full.high;

  if (high >= low)
    memcpy (hours->left + low, sketch->minutes + low, sizeof (gint32) * (gsize) (high - low + 1));
  segue_full_days_reset (&hours->full);
}

/* Takes @minutes from the days from @day on, in steps of @way. @first is the
 * first day that gave any. Returns the last one, or one beyond all days. */
static inline gint32
take_hours (Hours                  *hours,
            const SegueSketchClock *clock,
            gint32                  n_days,
            gint32                  day,
            gint32                  way,
            gint32                  minutes,
            gint32                 *first)
{
  *first = -1;
  segue_full_days_touch (&hours->full, day);
  for (;; day += way)
    {
      gint32 amount;

      day = segue_full_days_find (&hours->full, day);
      if (day < 0 || day >= n_days)
        break;
      amount = MIN (hours->left[day], clock->most[day]);
      if (amount == 0)
        continue;
      if (*first < 0)
        *first = day;
      amount = MIN (amount, minutes);
      hours->left[day] -= amount;
      minutes -= amount;
      if (hours->left[day] == 0)
        hours->full.skip[day] = day + way;
      if (minutes == 0)
        break;
    }
  segue_full_days_touch (&hours->full, day);
  return day;
}

/* ---- there ------------------------------------------------------------- */

static void
draw_amounts (SegueRelevel *relevel,
              gint32        sample)
{
  const SegueSketch *sketch = relevel->sketch;
  const guint32 base = segue_random_base (relevel->key, (guint32) sample / 2);

  for (gint32 act = 0; act < sketch->n_acts; act++)
    {
      const SegueSketchAct *a = &sketch->acts[act];
      gint32 amount = a->amount;

      if (a->table->range > 0)
        amount = segue_estimate_draw (a->table, segue_random_half (segue_random_pair (base, a->keys), sample));
      relevel->amount[act] = a->type == SEGUE_STEP_WORK ? MAX (amount - a->spent, 0) : MAX (amount, 1);
    }
}

/* Lays an act as early as it may. FALSE: not in time, or not within all days. */
static inline gboolean
place (SegueRelevel *relevel,
       gint32        act)
{
  const SegueSketch *sketch = relevel->sketch;
  const SegueSketchAct *a = &sketch->acts[act];
  gint32 amount = relevel->amount[act];
  gint32 start = a->from_start, end = a->from_end;
  gint32 first;

  for (gint32 i = sketch->first_in[act]; i < sketch->first_in[act + 1]; i++)
    {
      const SegueSketchEdge *edge = &sketch->edges[i];
      gint32 day = relevel->end[edge->from] + edge->lag;

      if (edge->to_end)
        end = MAX (end, day);
      else
        start = MAX (start, day);
    }
  if (a->type == SEGUE_STEP_MILESTONE)
    end = MAX (start, end);
  else if (a->type == SEGUE_STEP_WAIT)
    end = MAX (start + amount - 1, end);
  else if (amount == 0 || start >= sketch->n_days)
    end = start;
  else
    end = take_hours (&relevel->there, &g_array_index (sketch->clocks, SegueSketchClock, a->clock),
                      sketch->n_days, start, 1, amount, &first);
  relevel->end[act] = end;
  return end < sketch->n_days && end <= a->until_end && end <= a->target &&
         (a->type != SEGUE_STEP_WAIT || end - amount + 1 <= a->until_start);
}

static gboolean
place_all (SegueRelevel *relevel)
{
  const SegueSketch *sketch = relevel->sketch;

  for (gint32 i = 0; i < sketch->n_acts; i++)
    if (!place (relevel, sketch->sequence[i]))
      return FALSE;
  return TRUE;
}

/* ---- and back ---------------------------------------------------------- */

/* Lays an act as late as it may. FALSE: that is before where it lies. */
static inline gboolean
place_late (SegueRelevel *relevel,
            gint32        act)
{
  const SegueSketch *sketch = relevel->sketch;
  const SegueSketchAct *a = &sketch->acts[act];
  gint32 amount = relevel->amount[act];
  gint32 end = MIN (MIN (a->until_end, a->target), sketch->n_days - 1);
  gint32 start;

  if (a->type == SEGUE_STEP_WAIT && a->until_start < UNLIMITED)
    end = MIN (end, a->until_start + amount - 1);
  for (gint32 i = sketch->first_out[act]; i < sketch->first_out[act + 1]; i++)
    {
      const SegueSketchEdge *edge = &sketch->edges[sketch->out[i]];
      gint32 day = edge->to_end ? relevel->latest_end[edge->to] : relevel->latest_start[edge->to];

      if (sketch->acts[edge->to].limited)
        end = MIN (end, day - edge->lag);
    }
  if (end < relevel->end[act])
    return FALSE;
  start = end;
  if (a->type == SEGUE_STEP_WAIT)
    start = end - amount + 1;
  else if (a->type == SEGUE_STEP_WORK && amount > 0)
    start = take_hours (&relevel->back, &g_array_index (sketch->clocks, SegueSketchClock, a->clock),
                        sketch->n_days, end, -1, amount, &end);
  relevel->latest_start[act] = start;
  relevel->latest_end[act] = end;
  return end >= relevel->end[act] && start >= a->from_start;
}

static gboolean
place_all_late (SegueRelevel *relevel)
{
  gint32 n = segue_end_order_list (&relevel->order, relevel->sketch, relevel->end, relevel->by_end);

  for (gint32 i = 0; i < n; i++)
    if (!place_late (relevel, relevel->by_end[i]))
      return FALSE;
  return TRUE;
}

/* ---- counting ---------------------------------------------------------- */

static void
count (SegueRelevel *relevel)
{
  const SegueSketch *sketch = relevel->sketch;
  const SegueProblem *problem = sketch->problem;

  memcpy (relevel->goal_end, relevel->done_end, sizeof (gint32) * (gsize) problem->n_goals);
  for (gint32 act = 0; act < sketch->n_acts; act++)
    {
      const SegueSketchAct *a = &sketch->acts[act];
      gint32 goal = problem->steps[a->step].goal;
      gint32 end = relevel->end[act];

      segue_ends_count (&relevel->counts.ends[act], problem->now + end);
      relevel->counts.critical[act] += a->limited && relevel->latest_end[act] == end;
      if (goal >= 0)
        relevel->goal_end[goal] = MAX (relevel->goal_end[goal], end);
    }
  for (gint32 goal = 0; goal < problem->n_goals; goal++)
    if (relevel->goal_end[goal] > G_MININT32)
      segue_ends_count (&relevel->counts.goal_ends[goal], problem->now + relevel->goal_end[goal]);
  relevel->counts.n_kept++;
}

/* Whether it lays the plan itself out as the engine has: if not, its list is not the plan's. */
gboolean
segue_relevel_repeats (SegueRelevel *relevel)
{
  const SegueSketch *sketch = relevel->sketch;
  gboolean same;

  for (gint32 act = 0; act < sketch->n_acts; act++)
    {
      const SegueSketchAct *a = &sketch->acts[act];

      relevel->amount[act] = a->type == SEGUE_STEP_WORK ? MAX (a->amount - a->spent, 0) : MAX (a->amount, 1);
    }
  same = place_all (relevel);
  for (gint32 act = 0; act < sketch->n_acts && same; act++)
    same = sketch->schedule->steps[sketch->acts[act].step].end == sketch->problem->now + relevel->end[act];
  hours_reset (&relevel->there, sketch);
  return same;
}

/**
 * segue_relevel_run:
 * @relevel: a relevel
 * @first: a sample, an even one
 * @n: how many from there on
 * @broken: (element-type gint32): the samples in which the list does not keep
 *   a rule or a target, or misses the latest days, are added to it and counted
 *   nowhere
 *
 * Lays out and counts so many draws.
 */
void
segue_relevel_run (SegueRelevel *relevel,
                   gint32        first,
                   gint32        n,
                   GArray       *broken)
{
  gint32 sample = first;

  if (relevel->abreast)
    sample += segue_abreast_run (relevel->abreast, first, n, &relevel->counts, broken);
  for (; sample < first + n; sample++)
    {
      draw_amounts (relevel, sample);
      if (place_all (relevel) && place_all_late (relevel))
        count (relevel);
      else
        g_array_append_val (broken, sample);
      hours_reset (&relevel->there, relevel->sketch);
      hours_reset (&relevel->back, relevel->sketch);
    }
}

/**
 * segue_relevel_tell:
 * @relevel: a relevel
 * @tally: a tally of the same problem
 *
 * Adds what was counted to the tally.
 */
void
segue_relevel_tell (const SegueRelevel *relevel,
                    SegueTally         *tally)
{
  const SegueSketch *sketch = relevel->sketch;

  segue_tally_add_kept (tally, sketch->schedule, relevel->counts.n_kept);
  for (gint32 act = 0; act < sketch->n_acts; act++)
    {
      const SegueEnds *ends = &relevel->counts.ends[act];
      gint32 step = sketch->acts[act].step;

      segue_ends_add (&tally->steps[step], ends->base, ends->counts, ends->n);
      tally->step_critical[step] += relevel->counts.critical[act];
      tally->step_on_time[step] += relevel->counts.n_kept;
    }
  for (gint32 goal = 0; goal < sketch->problem->n_goals; goal++)
    segue_ends_add (&tally->goals[goal], relevel->counts.goal_ends[goal].base, relevel->counts.goal_ends[goal].counts,
                    relevel->counts.goal_ends[goal].n);
}

/* ---- life -------------------------------------------------------------- */

static void
find_done_ends (SegueRelevel *relevel)
{
  const SegueProblem *problem = relevel->sketch->problem;

  for (gint32 goal = 0; goal < problem->n_goals; goal++)
    relevel->done_end[goal] = G_MININT32;
  for (gint32 step = 0; step < problem->n_steps; step++)
    {
      const SegueStepResult *result = &relevel->sketch->schedule->steps[step];
      gint32 goal = problem->steps[step].goal;

      if (goal >= 0 && result->active && problem->steps[step].status == SEGUE_STATUS_DONE)
        relevel->done_end[goal] = MAX (relevel->done_end[goal], result->end - problem->now);
    }
}

/**
 * segue_relevel_new:
 * @sketch: outlives the relevel
 * @key: what to draw from
 * @width: how many draws are laid out side by side; the answer does not depend on it
 */
SegueRelevel *
segue_relevel_new (const SegueSketch *sketch,
                   const guint32      key[2],
                   SegueRelevelWidth  width)
{
  SegueRelevel *relevel = g_new0 (SegueRelevel, 1);
  gsize n = (gsize) MAX (sketch->n_acts, 1);
  gsize n_goals = (gsize) MAX (sketch->problem->n_goals, 1);

  relevel->sketch = sketch;
  memcpy (relevel->key, key, sizeof relevel->key);
  hours_init (&relevel->there, sketch, 1);
  hours_init (&relevel->back, sketch, -1);
  relevel->amount = g_new (gint32, n);
  relevel->end = g_new (gint32, n);
  relevel->latest_end = g_new (gint32, n);
  relevel->latest_start = g_new (gint32, n);
  relevel->by_end = g_new (gint32, n);
  segue_end_order_init (&relevel->order, sketch);
  relevel->counts.ends = g_new0 (SegueEnds, n);
  relevel->counts.goal_ends = g_new0 (SegueEnds, n_goals);
  relevel->goal_end = g_new (gint32, n_goals);
  relevel->done_end = g_new (gint32, n_goals);
  relevel->counts.critical = g_new0 (gint32, n);
  find_done_ends (relevel);
  if (width != SEGUE_RELEVEL_SINGLY)
    relevel->abreast = segue_abreast_new (sketch, key, width == SEGUE_RELEVEL_ANY ? SEGUE_LANES_ANY : SEGUE_LANES_BASELINE,
                                          relevel->done_end);
  return relevel;
}

void
segue_relevel_free (SegueRelevel *relevel)
{
  if (relevel == NULL)
    return;
  for (gint32 act = 0; act < relevel->sketch->n_acts; act++)
    g_free (relevel->counts.ends[act].counts);
  for (gint32 goal = 0; goal < relevel->sketch->problem->n_goals; goal++)
    g_free (relevel->counts.goal_ends[goal].counts);
  hours_clear (&relevel->there);
  hours_clear (&relevel->back);
  g_free (relevel->amount);
  g_free (relevel->end);
  g_free (relevel->latest_end);
  g_free (relevel->latest_start);
  g_free (relevel->by_end);
  segue_end_order_clear (&relevel->order);
  segue_abreast_free (relevel->abreast);
  g_free (relevel->counts.ends);
  g_free (relevel->counts.goal_ends);
  g_free (relevel->goal_end);
  g_free (relevel->done_end);
  g_free (relevel->counts.critical);
  g_free (relevel);
}
