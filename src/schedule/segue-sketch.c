/* segue-sketch.c - a plan reduced to what many quick layouts need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between one draw of the estimates and the next nothing changes but lengths:
 * which routes are best, which steps are in and what waits for what stays. So
 * that is worked out once. Not every plan can be reduced: where routes fail
 * already, where an upper side binds two open steps and might be missed, where
 * waits and practices take hours, or where a rule holds work by both ends, there is no sketch and
 * each draw is laid out by the whole engine.
 */
#include "schedule/segue-sketch.h"

#include <string.h>

#include "schedule/segue-random.h"
#include "schedule/segue-sketch-implied.h"

/* Days for which hours are looked up. */
#define MAX_DAYS SEGUE_SKETCH_FAR

typedef struct
{
  SegueSketch *sketch;
  SegueEngine *engine;
  const SegueEstimateTable *tables;
  GArray *edges;
  GArray *ceilings; /* of Ceiling */
  gboolean usable;
} Builder;

/* The end of an act lies at most so many days behind that of another one, which may come to nothing. */
typedef struct
{
  gint32 from;
  gint32 to;
  gint64 most;
} Ceiling;

/* ---- acts -------------------------------------------------------------- */

static gint32
find_clock (SegueSketch         *sketch,
            const SegueStepSpec *spec)
{
  SegueSketchClock clock = { spec->max_per_day, spec->weekdays, NULL, NULL };

  for (guint i = 0; i < sketch->clocks->len; i++)
    {
      const SegueSketchClock *known = &g_array_index (sketch->clocks, SegueSketchClock, i);

      if (known->max_per_day == clock.max_per_day && known->weekdays == clock.weekdays)
        return (gint32) i;
    }
  clock.most = g_new (gint32, sketch->n_days);
  clock.before = g_new (gint32, sketch->n_days + 1);
  clock.before[0] = 0;
  for (gint32 day = 0; day < sketch->n_days; day++)
    {
      gint32 weekday = (gint32) segue_day_get_weekday (sketch->problem->now + day);

      clock.most[day] = spec->weekdays >> weekday & 1 ? sketch->minutes[day] : 0;
      if (spec->max_per_day > 0)
        clock.most[day] = MIN (clock.most[day], spec->max_per_day);
      clock.before[day + 1] = clock.before[day] + clock.most[day];
    }
  g_array_append_val (sketch->clocks, clock);
  return (gint32) sketch->clocks->len - 1;
}

static gboolean
is_sketchable (const SegueStepSpec *spec)
{
  switch (spec->type)
    {
    case SEGUE_STEP_WORK:
      return !spec->contiguous && spec->min_per_day == 0;
    case SEGUE_STEP_WAIT:
      return !spec->has_load && spec->n_needs == 0;
    case SEGUE_STEP_MILESTONE:
      return TRUE;
    case SEGUE_STEP_PRACTICE:
    default:
      return FALSE;
    }
}

static void
add_act (Builder      *builder,
         gint32        step,
         const guint32 key[2])
{
  SegueSketch *sketch = builder->sketch;
  const SegueStepSpec *spec = &sketch->problem->steps[step];
  SegueSketchAct *act = &sketch->acts[sketch->n_acts++];
  guint32 block[4];

  segue_random_step (key, step, block);
  *act = (SegueSketchAct) { .step = step, .type = spec->type, .table = &builder->tables[step],
                            .keys = { block[0], block[1] }, .clock = -1,
                            .until_start = G_MAXINT32 / 2, .until_end = G_MAXINT32 / 2, .target = G_MAXINT32 / 2 };
  if (!is_sketchable (spec))
    builder->usable = FALSE;
  if (spec->target != SEGUE_DAY_NONE)
    act->target = spec->target - sketch->problem->now;
  if (spec->type == SEGUE_STEP_WAIT)
    {
      act->amount = segue_step_length (spec);
    }
  else if (spec->type == SEGUE_STEP_WORK)
    {
      act->amount = spec->effort[SEGUE_ESTIMATE_LIKELY];
      act->spent = spec->spent;
      act->clock = find_clock (sketch, spec);
      sketch->n_works++;
    }
}

/* ---- rules ------------------------------------------------------------- */

static void
raise_floor (Builder *builder,
             gint32   act,
             gboolean is_end,
             gint64   day)
{
  SegueSketchAct *a = &builder->sketch->acts[act];
  gint32 from = (gint32) CLAMP (day - builder->sketch->problem->now, 0, G_MAXINT32 / 4);

  if (is_end && from > 0 && a->type == SEGUE_STEP_WORK)
    builder->usable = FALSE;
  if (is_end)
    a->from_end = MAX (a->from_end, from);
  else
    a->from_start = MAX (a->from_start, from);
}

static void
lower_ceiling (Builder *builder,
               gint32   act,
               gboolean is_end,
               gint64   day)
{
  SegueSketchAct *a = &builder->sketch->acts[act];
  gint32 until = (gint32) CLAMP (day - builder->sketch->problem->now, -1, G_MAXINT32 / 2);

  /* Of what lies on one day both ends are the end. */
  is_end = is_end || a->type == SEGUE_STEP_MILESTONE;
  if (!is_end && a->type == SEGUE_STEP_WORK)
    builder->usable = FALSE;
  if (is_end)
    a->until_end = MIN (a->until_end, until);
  else
    a->until_start = MIN (a->until_start, until);
}

/* Both its points lie on days to be found. */
static void
add_edge (Builder             *builder,
          const SegueRuleSpec *rule,
          gint32               from,
          gint32               to,
          gint64               lag)
{
  const SegueSketch *sketch = builder->sketch;
  SegueSketchEdge edge = { from, to, (gint32) lag, rule->other.side == SEGUE_SIDE_END, rule->point.side == SEGUE_SIDE_END };

  edge.from_end = edge.from_end || sketch->acts[from].type == SEGUE_STEP_MILESTONE;
  edge.to_end = edge.to_end && sketch->acts[to].type != SEGUE_STEP_MILESTONE;
  /* What waits has to end last, for the way back. */
  if (from == to || lag < 0 || lag > SEGUE_SKETCH_FAR || !edge.from_end ||
      (edge.to_end && sketch->acts[to].type == SEGUE_STEP_WORK))
    builder->usable = FALSE;
  g_array_append_val (builder->edges, edge);
  if (rule->has_max)
    {
      const Ceiling ceiling = { from, to, lag - rule->min + rule->max };

      g_array_append_val (builder->ceilings, ceiling);
    }
}

static void
add_after (Builder             *builder,
           const SegueRuleSpec *rule)
{
  const SegueProblem *problem = builder->sketch->problem;
  const SegueNetwork *network = builder->engine->network;
  gint32 point = network->step_act[rule->point.step];
  gint32 other = network->step_act[rule->other.step];
  gint64 shift = segue_rule_shift (problem, rule);
  gint64 day;

  if (point < 0)
    {
      builder->usable = builder->usable && other < 0;
      return;
    }
  if (other >= 0)
    {
      add_edge (builder, rule, other, point, shift + rule->min);
      return;
    }
  day = rule->other.side == SEGUE_SIDE_END ? segue_step_done_end (problem, rule->other.step)
                                           : segue_step_done_start (problem, rule->other.step);
  raise_floor (builder, point, rule->point.side == SEGUE_SIDE_END, day + shift + rule->min);
  if (rule->has_max)
    lower_ceiling (builder, point, rule->point.side == SEGUE_SIDE_END, day + shift + rule->max);
}

static void
add_rule (Builder             *builder,
          const SegueRuleSpec *rule)
{
  gint32 act = builder->engine->network->step_act[rule->point.step];
  gboolean is_end = rule->point.side == SEGUE_SIDE_END &&
                    builder->sketch->problem->steps[rule->point.step].type != SEGUE_STEP_MILESTONE;

  if (rule->relation == SEGUE_RELATION_AFTER)
    {
      add_after (builder, rule);
      return;
    }
  if (act < 0)
    return;
  if (rule->relation != SEGUE_RELATION_NOT_AFTER)
    raise_floor (builder, act, is_end, rule->date);
  if (rule->relation != SEGUE_RELATION_NOT_BEFORE)
    lower_ceiling (builder, act, is_end, rule->date);
}

/* ---- order ------------------------------------------------------------- */

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const SegueSketchEdge *x = a;
  const SegueSketchEdge *y = b;

  return x->to != y->to ? (x->to < y->to ? -1 : 1) : (x->from > y->from) - (x->from < y->from);
}

static void
index_edges (Builder *builder)
{
  SegueSketch *sketch = builder->sketch;
  gint32 *next;

  g_array_sort (builder->edges, compare_edges);
  sketch->n_edges = (gint32) builder->edges->len;
  sketch->edges = g_memdup2 (builder->edges->data, sizeof (SegueSketchEdge) * builder->edges->len);
  sketch->first_in = g_new0 (gint32, sketch->n_acts + 1);
  sketch->first_out = g_new0 (gint32, sketch->n_acts + 1);
  sketch->out = g_new (gint32, MAX (sketch->n_edges, 1));
  for (gint32 i = 0; i < sketch->n_edges; i++)
    {
      sketch->first_in[sketch->edges[i].to + 1]++;
      sketch->first_out[sketch->edges[i].from + 1]++;
    }
  for (gint32 act = 0; act < sketch->n_acts; act++)
    {
      sketch->first_in[act + 1] += sketch->first_in[act];
      sketch->first_out[act + 1] += sketch->first_out[act];
    }
  next = g_memdup2 (sketch->first_out, sizeof (gint32) * (gsize) (sketch->n_acts + 1));
  for (gint32 i = 0; i < sketch->n_edges; i++)
    sketch->out[next[sketch->edges[i].from]++] = i;
  g_free (next);
}

/* What others wait for first; FALSE: they wait for each other. */
static gboolean
sort_acts (SegueSketch *sketch)
{
  g_autofree gint32 *waits = g_new0 (gint32, MAX (sketch->n_acts, 1));
  gint32 n = 0;

  for (gint32 i = 0; i < sketch->n_edges; i++)
    waits[sketch->edges[i].to]++;
  for (gint32 act = 0; act < sketch->n_acts; act++)
    if (waits[act] == 0)
      sketch->order[n++] = act;
  for (gint32 k = 0; k < n; k++)
    for (gint32 i = sketch->first_out[sketch->order[k]]; i < sketch->first_out[sketch->order[k] + 1]; i++)
      if (--waits[sketch->edges[sketch->out[i]].to] == 0)
        sketch->order[n++] = sketch->edges[sketch->out[i]].to;
  return n == sketch->n_acts;
}

/* What other rules imply is asked for in no draw. */
static void
drop_implied (Builder *builder)
{
  SegueSketch *sketch = builder->sketch;
  g_autofree guint8 *implied = segue_sketch_find_implied (sketch);

  g_array_set_size (builder->edges, 0);
  for (gint32 i = 0; i < sketch->n_edges; i++)
    if (!implied[i])
      g_array_append_val (builder->edges, sketch->edges[i]);
  g_clear_pointer (&sketch->edges, g_free);
  g_clear_pointer (&sketch->first_in, g_free);
  g_clear_pointer (&sketch->first_out, g_free);
  g_clear_pointer (&sketch->out, g_free);
  index_edges (builder);
}

/* The list of the plan itself, if it puts first what others wait for. */
static gboolean
keep_sequence (SegueSketch       *sketch,
               const SeguePlacer *placer)
{
  g_autofree gint32 *position = g_new (gint32, MAX (sketch->n_acts, 1));

  memcpy (sketch->sequence, placer->best_sequence, sizeof (gint32) * (gsize) sketch->n_acts);
  for (gint32 i = 0; i < sketch->n_acts; i++)
    position[sketch->sequence[i]] = i;
  for (gint32 i = 0; i < sketch->n_edges; i++)
    if (position[sketch->edges[i].from] > position[sketch->edges[i].to])
      return FALSE;
  return TRUE;
}

/* ---- range ------------------------------------------------------------- */

/**
 * segue_sketch_end:
 * @clock: the clock of a work
 * @n_days: days that it knows
 * @start: from when on
 * @minutes: what is to be done
 *
 * Returns: the day on which the work ends if it has all hours to itself;
 *   @n_days if it does not end before
 */
gint32
segue_sketch_end (const SegueSketchClock *clock,
                  gint32                  n_days,
                  gint32                  start,
                  gint32                  minutes)
{
  gint32 low = MIN (start, n_days);
  gint32 high = n_days;
  gint64 wanted = (gint64) clock->before[low] + minutes;

  if (minutes == 0)
    return low;
  while (low < high)
    {
      gint32 middle = low + (high - low) / 2;

      if (clock->before[middle + 1] >= wanted)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * segue_sketch_start:
 * @clock: the clock of a work
 * @end: its last day
 * @minutes: what is to be done
 *
 * Returns: the last day on which the work may start, or -1
 */
gint32
segue_sketch_start (const SegueSketchClock *clock,
                    gint32                  end,
                    gint32                  minutes)
{
  gint32 low = -1, high = end;
  gint64 wanted = (gint64) clock->before[end + 1] - minutes;

  if (minutes == 0)
    return end;
  while (low < high)
    {
      gint32 middle = high - (high - low) / 2;

      if (clock->before[middle] <= wanted)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

static gint32
bound_end (const SegueSketch *sketch,
           gint32             act,
           const gint32      *starts,
           const gint32      *ends,
           gboolean           is_last,
           gint32            *start)
{
  const SegueSketchAct *a = &sketch->acts[act];
  gint64 amount = a->table->range > 0 ? a->table->low + (is_last ? a->table->range : 0) : a->amount;
  gint64 from = a->from_start, end_from = a->from_end;
  gint64 end;

  for (gint32 i = sketch->first_in[act]; i < sketch->first_in[act + 1]; i++)
    {
      const SegueSketchEdge *edge = &sketch->edges[i];
      gint64 day = (gint64) (edge->from_end ? ends[edge->from] : starts[edge->from]) + edge->lag;

      if (edge->to_end)
        end_from = MAX (end_from, day);
      else
        from = MAX (from, day);
    }
  from = MIN (from, SEGUE_SKETCH_FAR);
  end_from = MIN (end_from, SEGUE_SKETCH_FAR);
  if (a->type == SEGUE_STEP_MILESTONE)
    end = from = MAX (from, end_from);
  else if (a->type == SEGUE_STEP_WAIT)
    {
      end = MAX (from + MAX (amount, 1) - 1, end_from);
      from = end - MAX (amount, 1) + 1;
    }
  else
    end = segue_sketch_end (&g_array_index (sketch->clocks, SegueSketchClock, a->clock), sketch->n_days,
                            (gint32) from, (gint32) MAX (amount - a->spent, 0));
  *start = (gint32) MIN (from, SEGUE_SKETCH_FAR);
  return (gint32) MIN (end, SEGUE_SKETCH_FAR);
}

/* Where each may end if all goes as well, and as badly, as it can. */
static gboolean
find_range (SegueSketch *sketch)
{
  g_autofree gint32 *starts = g_new (gint32, MAX (sketch->n_acts, 1));
  g_autofree gint32 *ends = g_new (gint32, MAX (sketch->n_acts, 1));

  for (guint is_last = 0; is_last < 2; is_last++)
    for (gint32 k = 0; k < sketch->n_acts; k++)
      {
        gint32 act = sketch->order[k];

        ends[act] = bound_end (sketch, act, starts, ends, is_last, &starts[act]);
        if (is_last)
          sketch->acts[act].last = ends[act];
        else
          sketch->acts[act].first = ends[act];
        if (ends[act] >= MIN (sketch->n_days, SEGUE_SKETCH_FAR))
          return FALSE;
      }
  return TRUE;
}

/**
 * Whether upper sides between two acts come to nothing in each draw that keeps
 * the rest: what ends first can end no earlier, and what ends last no later,
 * than that is enough.
 *
 *   ├─ from ─┤· · · · · · most · · · · · · ·│
 *            first                  last of to ─┤ would be too late
 */
static gboolean
ceilings_hold (const Builder *builder)
{
  const SegueSketch *sketch = builder->sketch;
  g_autofree gint64 *last = g_new (gint64, MAX (sketch->n_acts, 1));

  for (gint32 k = sketch->n_acts - 1; k >= 0; k--)
    {
      const gint32 act = sketch->order[k];

      last[act] = MIN (sketch->acts[act].until_end, sketch->acts[act].target);
      for (gint32 i = sketch->first_out[act]; i < sketch->first_out[act + 1]; i++)
        {
          const SegueSketchEdge *edge = &sketch->edges[sketch->out[i]];

          last[act] = MIN (last[act], last[edge->to] - edge->lag);
        }
    }
  for (guint i = 0; i < builder->ceilings->len; i++)
    {
      const Ceiling *ceiling = &g_array_index (builder->ceilings, Ceiling, i);

      if (last[ceiling->to] - sketch->acts[ceiling->from].first > ceiling->most)
        return FALSE;
    }
  return TRUE;
}

static void
find_limited (SegueSketch *sketch)
{
  for (gint32 k = sketch->n_acts - 1; k >= 0; k--)
    {
      SegueSketchAct *act = &sketch->acts[sketch->order[k]];

      act->limited = act->until_end < G_MAXINT32 / 2 || act->target < G_MAXINT32 / 2 ||
                     act->until_start < G_MAXINT32 / 2;
      for (gint32 i = sketch->first_out[sketch->order[k]]; i < sketch->first_out[sketch->order[k] + 1]; i++)
        act->limited = act->limited || sketch->acts[sketch->edges[sketch->out[i]].to].limited;
    }
}

/* ---- all of it --------------------------------------------------------- */

/* Days that hours are looked up for: all that the worst draws and the latest dates may need. */
static void
fill_minutes (SegueSketch   *sketch,
              SegueCalendar *calendar)
{
  sketch->n_days = MIN (MAX_DAYS, calendar->limit);
  segue_calendar_reach (calendar, sketch->n_days);
  sketch->minutes = g_memdup2 (calendar->minutes, sizeof (gint32) * (gsize) sketch->n_days);
}

static gboolean
build (Builder      *builder,
       const guint32 key[2])
{
  SegueSketch *sketch = builder->sketch;
  SegueEngine *engine = builder->engine;

  if (!engine->is_settled || segue_engine_is_cancelled (engine) || !segue_engine_lay_out (engine) ||
      engine->network->broken)
    return FALSE;
  fill_minutes (sketch, &engine->calendar);
  sketch->acts = g_new0 (SegueSketchAct, MAX (engine->network->n_acts, 1));
  sketch->order = g_new (gint32, MAX (engine->network->n_acts, 1));
  sketch->sequence = g_new (gint32, MAX (engine->network->n_acts, 1));
  for (gint32 act = 0; act < engine->network->n_acts; act++)
    add_act (builder, engine->network->act_step[act], key);
  for (gint32 i = 0; i < engine->selection.n_rules && builder->usable; i++)
    add_rule (builder, &sketch->problem->rules[engine->selection.rules[i]]);
  if (!builder->usable)
    return FALSE;
  index_edges (builder);
  if (!sort_acts (sketch) || !keep_sequence (sketch, &engine->placer))
    return FALSE;
  drop_implied (builder);
  if (!find_range (sketch) || !ceilings_hold (builder))
    return FALSE;
  find_limited (sketch);
  sketch->schedule = segue_schedule_solve (sketch->problem, SEGUE_SOLVE_DATES, NULL, engine->cancelled);
  return sketch->schedule != NULL;
}

/**
 * segue_sketch_new:
 * @problem: a problem
 * @tables: the estimates of its steps; they outlive the sketch
 * @key: what to draw from
 * @cancelled: (nullable): becomes nonzero, in any thread, to give up
 *
 * Returns: (transfer full) (nullable): what quick layouts need, or %NULL if
 *   the plan has something that they do not know
 */
SegueSketch *
segue_sketch_new (const SegueProblem       *problem,
                  const SegueEstimateTable *tables,
                  const guint32             key[2],
                  const gint               *cancelled)
{
  g_autoptr (SegueSketch) sketch = g_new0 (SegueSketch, 1);
  SegueEngine engine;
  Builder builder = { sketch, &engine, tables, g_array_new (FALSE, FALSE, sizeof (SegueSketchEdge)),
                      g_array_new (FALSE, FALSE, sizeof (Ceiling)), TRUE };
  gboolean built;

  sketch->problem = problem;
  sketch->clocks = g_array_new (FALSE, FALSE, sizeof (SegueSketchClock));
  segue_engine_init (&engine, problem, NULL, cancelled);
  segue_engine_choose_routes (&engine);
  built = build (&builder, key);
  segue_engine_clear (&engine);
  g_array_unref (builder.edges);
  g_array_unref (builder.ceilings);
  return built ? g_steal_pointer (&sketch) : NULL;
}

void
segue_sketch_free (SegueSketch *sketch)
{
  if (sketch == NULL)
    return;
  for (guint i = 0; i < sketch->clocks->len; i++)
    {
      g_free (g_array_index (sketch->clocks, SegueSketchClock, i).most);
      g_free (g_array_index (sketch->clocks, SegueSketchClock, i).before);
    }
  g_array_unref (sketch->clocks);
  segue_schedule_free (sketch->schedule);
  g_free (sketch->acts);
  g_free (sketch->edges);
  g_free (sketch->first_in);
  g_free (sketch->out);
  g_free (sketch->first_out);
  g_free (sketch->order);
  g_free (sketch->sequence);
  g_free (sketch->minutes);
  g_free (sketch);
}
