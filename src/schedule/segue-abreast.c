/* segue-abreast.c - hours given in a fixed order, draws side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What segue-relevel.c does for one draw after the other, and to the minute the
 * same, for as many draws as a vector holds. Each day has a row of what it has
 * left in each draw, and an act walks over the days once for all of them, from
 * the first day on which any of them may begin:
 *
 *   draw          0    1    2    3  …
 *   day 7         0   60  120    0       none left, or not begun: nothing is taken
 *   day 8       120  120  120   20
 *   day 9       120  120  120  120
 *
 * There the order is that of the plan, so all draws take the same act. Back it
 * is that of the ends, and each takes its own: keys are sorted for all of them
 * by the same comparisons, each looks up what its act asks for, and then all
 * walk together again. A draw that is broken goes along without taking anything.
 *
 * Estimates are drawn for many draws at once, act by act, since the tables of
 * all acts together are more than the nearest memory holds.
 */
#include "schedule/segue-abreast.h"

#include <string.h>

#include "schedule/segue-random.h"

#ifdef __SSE2__
#include <immintrin.h>
#endif

/* Draws side by side, at most. */
#define SEGUE_ABREAST_MOST 16

/* Draws that estimates are drawn for at once, at most. */
#define BATCH 512

/* Amounts that are kept for them, at most. */
#define MOST_AMOUNTS (512 * 1024)

/* So that days and minutes, and sums of a day and a lag, stay within 16 bits. */
#define MOST_LAG 1000
#define MOST_AMOUNT 32000
#define MOST_ACTS (G_MAXINT16 / 2)
#define NO_CAP G_MAXINT16
#define EVERY_DAY 0x7f
#define IS_WORK 0x8000

/**
 * Hours:
 * @left: what each day has left; a row of draws each
 * @open: a bit for each day that has something left in any of them
 * @touched: of each word of them whether anything was taken there
 * @low: the first word in which that may be, and @high the last one
 * @first_open: no day of a word before it is open, which is known on the way there
 * @last_open: nor behind it, which is known on the way back
 *
 * Bits, since what is left on the next day, and whether it is open at all,
 * follows no rule that a processor could foretell.
 */
typedef struct
{
  gint16 *left;
  guint64 *open;
  guint8 *touched;
  gint32 low, high;
  gint32 first_open, last_open;
} Hours;

/* A day at least so many days behind the end of another act. */
typedef struct
{
  const gint16 *row;
  gint32 lag;
} Link;

/* A day at most so many days before the latest end, or start, of another act. */
typedef struct
{
  const gint32 *row;
  gint16 lag;
  gint16 shift; /* of its words: to the end, or the start */
} Limit;

typedef struct
{
  const SegueSketchAct *act;
  gint32 index;
  const Link *in, *in_end;
  const Limit *out;
  gint32 n_in, n_in_end, n_out;
  gint32 until; /* the last day on which it may end */
  gboolean has_until_start;
  gint32 cap;   /* minutes a day */
  const guint64 *days; /* a bit for each day on which it may take hours; of work */
  gint32 limits; /* the cap, and the first day on which it may start, as two shorts */
  guint32 flags; /* its days of the week, and whether it is work, in the upper short */
  gboolean is_drawn;
  gint32 low;   /* what is added to a draw */
  gint32 least; /* and the least that it may be then */
  gint16 *goal; /* the last day of all of its goal, by draw; %NULL: it has none */
} Act;

/* An act that has to wait, on the way back, for another one that ends on the same day. */
typedef struct
{
  const gint16 *end;
  const gint16 *next_end;
  gint32 key;   /* which one is its, before they are sorted */
} Twin;

struct _SegueAbreast
{
  const SegueSketch *sketch;
  guint32 key[2];
  gint32 width;
  gint32 batch;
  void (*run) (SegueAbreast       *abreast,
               gint32              first,
               gint32              n,
               SegueAbreastCounts *counts,
               GArray             *broken);
  Act *acts;
  Link *links;
  Limit *outs;
  gint16 *amounts;  /* of each draw of a batch; rows by act, for as many draws as are abreast */
  gint16 *end;      /* rows by act */
  gint16 *broken;   /* of each draw whether a rule, a target or the latest days are missed */
  gint16 *critical; /* rows by act; less than nothing */
  gint32 *lies;     /* words by act and slot: minutes, or days but the last, and the end */
  gint32 *latest;   /* the same: latest end and start */
  gint32 *keys;     /* of the limited acts: days before the end of time, act, and whether it has to wait */
  Hours there;
  Hours back;
  gint32 n_words;       /* of 64 days each */
  guint64 *working;     /* a bit for each day that has hours */
  guint64 *clock_days;  /* the same for the work of each clock */
  guint8 *weekday;      /* of each day, as a bit */
  gint32 *limited;
  gint32 n_limited;
  Twin *twins;
  gint32 n_twins;
  guint8 *placed;   /* scratch: of each act, among those that end on a day */
  const gint32 *done_end;
  gint32 *goals;    /* those that have acts */
  gint32 n_goals;
  gint16 *goal_end; /* of each of them by draw */
};

/* ---- hours ------------------------------------------------------------- */

static inline void
hours_touch (Hours  *hours,
             gint32  word)
{
  hours->touched[word] = TRUE;
  hours->low = MIN (hours->low, word);
  hours->high = MAX (hours->high, word);
}

static inline void
hours_forget (Hours  *hours,
              gint32  n_words)
{
  hours->low = n_words;
  hours->high = -1;
  hours->first_open = 0;
  hours->last_open = n_words - 1;
}

static void
hours_init (const SegueAbreast *abreast,
            Hours              *hours)
{
  const SegueSketch *sketch = abreast->sketch;

  hours->left = g_aligned_alloc ((gsize) sketch->n_days * (gsize) abreast->width, sizeof (gint16), 64);
  for (gint32 day = 0; day < sketch->n_days; day++)
    for (gint32 i = 0; i < abreast->width; i++)
      hours->left[day * abreast->width + i] = (gint16) sketch->minutes[day];
  hours->open = g_memdup2 (abreast->working, sizeof (guint64) * (gsize) abreast->n_words);
  hours->touched = g_new0 (guint8, abreast->n_words);
  hours_forget (hours, abreast->n_words);
}

static void
hours_clear (Hours *hours)
{
  g_aligned_free (hours->left);
  g_free (hours->open);
  g_free (hours->touched);
}

/* ---- the way back, draw by draw ---------------------------------------- */

static inline gint32
find_act (gint32 key)
{
  return key >> 1 & G_MAXINT16;
}

static inline gint32
find_key_day (gint32 key)
{
  return key >> 16;
}

/* Whether something that waits for the act, and ends on the same day, is still to come. */
static gboolean
waits_for_twin (const SegueAbreast *abreast,
                gint32              act,
                gint32              width,
                gint32              slot)
{
  const SegueSketch *sketch = abreast->sketch;
  const gint32 day = abreast->lies[act * width + slot] >> 16;

  for (gint32 i = sketch->first_out[act]; i < sketch->first_out[act + 1]; i++)
    {
      const gint32 next = sketch->edges[sketch->out[i]].to;

      if (sketch->acts[next].limited && !abreast->placed[next] && abreast->lies[next * width + slot] >> 16 == day)
        return TRUE;
    }
  return FALSE;
}

/* Of what ends on the day of the k-th key, what waits for others comes first; of all whose turn it is the first by index. */
static void
order_twins (SegueAbreast *abreast,
             gint32        k,
             gint32        width,
             gint32        slot)
{
  gint32 *keys = abreast->keys + slot;
  const gint32 day = find_key_day (keys[k * width]);
  gint32 low = k, high = k;

  while (low > 0 && find_key_day (keys[(low - 1) * width]) == day)
    low--;
  while (high + 1 < abreast->n_limited && find_key_day (keys[(high + 1) * width]) == day)
    high++;
  if (high - low == 1)
    {
      const gint32 other = keys[(low + high - k) * width];

      /* What the one waits for is the other. */
      keys[high * width] = keys[k * width] & ~1;
      keys[low * width] = other;
      return;
    }
  for (gint32 i = low; i <= high; i++)
    {
      keys[i * width] &= ~1;
      abreast->placed[find_act (keys[i * width])] = FALSE;
    }
  for (gint32 i = low; i <= high; i++)
    {
      gint32 at = i, key;

      while (at < high && waits_for_twin (abreast, find_act (keys[at * width]), width, slot))
        at++;
      key = keys[at * width];
      for (; at > i; at--)
        keys[at * width] = keys[(at - 1) * width];
      keys[i * width] = key;
      abreast->placed[find_act (key)] = TRUE;
    }
}

/* What the acts of all draws, one of each, ask for on the way back: words by slot, of two shorts each. */
typedef gint32 Words16[SEGUE_ABREAST_MOST] __attribute__ ((aligned (64)));

typedef struct
{
  Words16 lies;
  Words16 limits;
  Words16 until;  /* the last day that rules leave, and flags */
  Words16 latest;
} Wish;

static inline gint32
find_until (const SegueAbreast *abreast,
            gint32              act,
            gint32              lies,
            gint32              slot)
{
  const Act *a = &abreast->acts[act];
  gint32 end = a->until;

  if (a->has_until_start)
    end = MIN (end, a->act->until_start + (gint16) lies);
  for (gint32 k = 0; k < a->n_out; k++)
    {
      const gint32 day = (gint16) (a->out[k].row[slot] >> a->out[k].shift) - a->out[k].lag;

      end = MIN (end, day);
    }
  return (gint32) (a->flags | (guint16) MAX (end, -1));
}

/* ---- counting, draw by draw -------------------------------------------- */

/* Of a pair's number the upper half is that of the even draw. */
static inline gint32
find_lane (gint32 draw)
{
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? draw ^ 1 : draw;
}

/* Where not all of the draws are. */
static void
count_kept (const SegueAbreast *abreast,
            SegueAbreastCounts *counts)
{
  const gint32 now = abreast->sketch->problem->now;

  for (gint32 lane = 0; lane < abreast->width; lane++)
    {
      if (abreast->broken[lane])
        continue;
      for (gint32 act = 0; act < abreast->sketch->n_acts; act++)
        segue_ends_count (&counts->ends[act], now + abreast->end[act * abreast->width + lane]);
      for (gint32 i = 0; i < abreast->n_goals; i++)
        segue_ends_count (&counts->goal_ends[abreast->goals[i]], now + abreast->goal_end[i * abreast->width + lane]);
      counts->n_kept++;
    }
}

static void
tell_broken (const SegueAbreast *abreast,
             gint32              first,
             GArray             *broken)
{
  for (gint32 i = 0; i < abreast->width; i++)
    {
      const gint32 sample = first + i;

      if (abreast->broken[find_lane (i)])
        g_array_append_val (broken, sample);
    }
}

static void
add_critical (SegueAbreast       *abreast,
              SegueAbreastCounts *counts)
{
  for (gint32 act = 0; act < abreast->sketch->n_acts; act++)
    for (gint32 i = 0; i < abreast->width; i++)
      {
        counts->critical[act] -= abreast->critical[act * abreast->width + i];
        abreast->critical[act * abreast->width + i] = 0;
      }
}

#include "schedule/segue-abreast-kernel.h"

#ifdef __x86_64__
#define HAS_WIDE
#define KERNEL_WIDE
#include "schedule/segue-abreast-kernel.h"
#undef KERNEL_WIDE
#endif

/**
 * segue_abreast_run:
 * @abreast: draws side by side
 * @first: a sample, an even one
 * @n: how many from there on
 * @counts: where they are counted
 * @broken: (element-type gint32): the samples that miss a rule, a target or
 *   the latest days are added to it and counted nowhere
 *
 * Lays out and counts as many of them as fill vectors.
 *
 * Returns: how many that are
 */
gint32
segue_abreast_run (SegueAbreast       *abreast,
                   gint32              first,
                   gint32              n,
                   SegueAbreastCounts *counts,
                   GArray             *broken)
{
  gint32 n_done = 0;

  for (n = n / abreast->width * abreast->width; n_done < n; n_done += MIN (abreast->batch, n - n_done))
    {
      abreast->run (abreast, first + n_done, MIN (abreast->batch, n - n_done), counts, broken);
      add_critical (abreast, counts);
    }
  return n;
}

/* ---- life -------------------------------------------------------------- */

static gboolean
fits (const SegueSketch *sketch,
      const gint32      *done_end)
{
  if (sketch->n_acts > MOST_ACTS)
    return FALSE;
  for (gint32 i = 0; i < sketch->n_edges; i++)
    if (sketch->edges[i].lag > MOST_LAG)
      return FALSE;
  for (gint32 act = 0; act < sketch->n_acts; act++)
    {
      const SegueSketchAct *a = &sketch->acts[act];
      gint64 most = a->table->range > 0 ? a->table->low + a->table->range : a->amount;

      if (most > (a->type == SEGUE_STEP_WORK ? MOST_AMOUNT : MOST_LAG) || a->spent < 0 ||
          MAX (a->from_start, a->from_end) >= SEGUE_SKETCH_FAR)
        return FALSE;
    }
  for (gint32 goal = 0; goal < sketch->problem->n_goals; goal++)
    if (done_end[goal] >= SEGUE_SKETCH_FAR)
      return FALSE;
  return TRUE;
}

static Link *
add_links (SegueAbreast *abreast,
           gint32        act,
           gboolean      to_end,
           Link         *next)
{
  const SegueSketch *sketch = abreast->sketch;

  for (gint32 i = sketch->first_in[act]; i < sketch->first_in[act + 1]; i++)
    if (sketch->edges[i].to_end == to_end)
      *next++ = (Link) { abreast->end + sketch->edges[i].from * abreast->width, sketch->edges[i].lag };
  return next;
}

static Limit *
add_limits (SegueAbreast *abreast,
            gint32        act,
            Limit        *next)
{
  const SegueSketch *sketch = abreast->sketch;

  for (gint32 i = sketch->first_out[act]; i < sketch->first_out[act + 1]; i++)
    {
      const SegueSketchEdge *edge = &sketch->edges[sketch->out[i]];

      if (sketch->acts[edge->to].limited)
        *next++ = (Limit) { abreast->latest + edge->to * abreast->width, (gint16) edge->lag, edge->to_end ? 0 : 16 };
    }
  return next;
}

static void
init_hours (SegueAbreast *abreast,
            Act          *into)
{
  const SegueSketchClock *clock = &g_array_index (abreast->sketch->clocks, SegueSketchClock, into->act->clock);

  into->cap = clock->max_per_day > 0 ? MIN (clock->max_per_day, NO_CAP) : NO_CAP;
  into->days = abreast->clock_days + into->act->clock * abreast->n_words;
  into->flags = (guint32) ((clock->weekdays & EVERY_DAY) | IS_WORK) << 16;
}

/* What is drawn, or the same for all draws. */
static void
init_amounts (SegueAbreast *abreast,
              Act          *into)
{
  const SegueSketchAct *a = into->act;
  const gint32 spent = a->type == SEGUE_STEP_WORK ? MIN (a->spent, MOST_AMOUNT) : 0;
  const gint32 n_acts = abreast->sketch->n_acts, width = abreast->width;

  into->is_drawn = a->table->range > 0;
  into->least = a->type == SEGUE_STEP_WORK ? 0 : 1;
  into->low = into->is_drawn ? (gint32) a->table->low - spent : 0;
  for (gint32 i = 0; i < abreast->batch; i++)
    abreast->amounts[(i / width * n_acts + into->index) * width + i % width] = (gint16) MAX (a->amount - spent, into->least);
}

static void
init_act (SegueAbreast *abreast,
          gint32        act,
          Link        **next,
          Limit       **next_out)
{
  const SegueSketch *sketch = abreast->sketch;
  const SegueSketchAct *a = &sketch->acts[act];
  Act *into = &abreast->acts[act];

  *into = (Act) { .act = a, .index = act, .cap = NO_CAP,
                  .until = MAX (MIN (MIN (a->until_end, a->target), sketch->n_days - 1), -1),
                  .has_until_start = a->type == SEGUE_STEP_WAIT && a->until_start < sketch->n_days };
  if (a->type == SEGUE_STEP_WORK)
    init_hours (abreast, into);
  into->limits = into->cap | a->from_start << 16;
  into->in = *next;
  *next = add_links (abreast, act, FALSE, *next);
  into->n_in = (gint32) (*next - into->in);
  into->in_end = *next;
  *next = add_links (abreast, act, TRUE, *next);
  into->n_in_end = (gint32) (*next - into->in_end);
  into->out = *next_out;
  *next_out = add_limits (abreast, act, *next_out);
  into->n_out = (gint32) (*next_out - into->out);
  init_amounts (abreast, into);
}

static void
init_acts (SegueAbreast *abreast)
{
  const SegueSketch *sketch = abreast->sketch;
  Link *next = abreast->links = g_new (Link, MAX (sketch->n_edges, 1));
  Limit *next_out = abreast->outs = g_new (Limit, MAX (sketch->n_edges, 1));

  abreast->acts = g_new (Act, MAX (sketch->n_acts, 1));
  for (gint32 act = 0; act < sketch->n_acts; act++)
    init_act (abreast, act, &next, &next_out);
}

static void
init_order (SegueAbreast *abreast)
{
  const SegueSketch *sketch = abreast->sketch;
  const gsize n = (gsize) MAX (sketch->n_acts, 1);

  abreast->limited = g_new (gint32, n);
  abreast->placed = g_new0 (guint8, n);
  abreast->twins = g_new (Twin, MAX (sketch->n_edges, 1));
  for (gint32 act = 0; act < sketch->n_acts; act++)
    {
      if (!sketch->acts[act].limited)
        continue;
      for (gint32 i = sketch->first_out[act]; i < sketch->first_out[act + 1]; i++)
        {
          const gint32 next = sketch->edges[sketch->out[i]].to;

          if (sketch->acts[next].limited)
            abreast->twins[abreast->n_twins++] = (Twin) { abreast->end + act * abreast->width,
                                                          abreast->end + next * abreast->width, abreast->n_limited };
        }
      abreast->limited[abreast->n_limited++] = act;
    }
}

static void
init_goals (SegueAbreast *abreast)
{
  const SegueSketch *sketch = abreast->sketch;
  const gint32 n_goals = sketch->problem->n_goals, width = abreast->width;
  g_autofree gint32 *place = g_new (gint32, MAX (n_goals, 1));

  memset (place, 0xff, sizeof (gint32) * (gsize) n_goals);
  abreast->goals = g_new (gint32, MAX (n_goals, 1));
  abreast->goal_end = g_aligned_alloc0 ((gsize) MAX (n_goals, 1) * (gsize) width, sizeof (gint16), 64);
  for (gint32 act = 0; act < sketch->n_acts; act++)
    {
      const gint32 goal = sketch->problem->steps[sketch->acts[act].step].goal;

      if (goal < 0)
        continue;
      if (place[goal] < 0)
        {
          place[goal] = abreast->n_goals;
          abreast->goals[abreast->n_goals++] = goal;
        }
      abreast->acts[act].goal = abreast->goal_end + place[goal] * width;
    }
}

static void
init_days (SegueAbreast *abreast)
{
  const SegueSketch *sketch = abreast->sketch;

  abreast->n_words = (sketch->n_days + 63) / 64;
  abreast->working = g_new0 (guint64, abreast->n_words);
  abreast->clock_days = g_new0 (guint64, abreast->n_words * (gint32) MAX (sketch->clocks->len, 1));
  abreast->weekday = g_new (guint8, sketch->n_days);
  for (gint32 day = 0; day < sketch->n_days; day++)
    {
      abreast->weekday[day] = (guint8) (1 << segue_day_get_weekday (sketch->problem->now + day));
      abreast->working[day / 64] |= (guint64) (sketch->minutes[day] > 0) << day % 64;
    }
  for (guint i = 0; i < sketch->clocks->len; i++)
    for (gint32 day = 0; day < sketch->n_days; day++)
      abreast->clock_days[(gint32) i * abreast->n_words + day / 64] |=
        (guint64) (g_array_index (sketch->clocks, SegueSketchClock, i).most[day] > 0) << day % 64;
  hours_init (abreast, &abreast->there);
  hours_init (abreast, &abreast->back);
}

static void
choose_width (SegueAbreast    *abreast,
              SegueLanesWidth  width)
{
  abreast->width = 8;
  abreast->run = run_baseline;
#ifdef HAS_WIDE
  if (width == SEGUE_LANES_ANY && __builtin_cpu_supports ("avx2"))
    {
      abreast->width = 16;
      abreast->run = run_wide;
    }
#endif
  abreast->batch = CLAMP (MOST_AMOUNTS / MAX (abreast->sketch->n_acts, 1) / abreast->width, 1, BATCH / abreast->width) * abreast->width;
}

static void
init_rows (SegueAbreast *abreast)
{
  const gsize n = (gsize) MAX (abreast->sketch->n_acts, 1) * (gsize) abreast->width;

  abreast->amounts = g_aligned_alloc0 (n * (gsize) (abreast->batch / abreast->width), sizeof (gint16), 64);
  abreast->end = g_aligned_alloc0 (n, sizeof (gint16), 64);
  abreast->critical = g_aligned_alloc0 (n, sizeof (gint16), 64);
  abreast->lies = g_aligned_alloc0 (n, sizeof (gint32), 64);
  abreast->latest = g_aligned_alloc0 (n, sizeof (gint32), 64);
  abreast->keys = g_aligned_alloc0 (n, sizeof (gint32), 64);
  abreast->broken = g_aligned_alloc0 ((gsize) abreast->width, sizeof (gint16), 64);
}

/**
 * segue_abreast_new:
 * @sketch: outlives what is made
 * @key: what to draw from
 * @width: how many draws a vector may hold; the answer does not depend on it
 * @done_end: of each goal when the last of its steps was done, in days from
 *   `now`, or %G_MININT32; outlives what is made
 *
 * Returns: (transfer full) (nullable): %NULL if something does not fit into 16 bits
 */
SegueAbreast *
segue_abreast_new (const SegueSketch *sketch,
                   const guint32      key[2],
                   SegueLanesWidth    width,
                   const gint32      *done_end)
{
  SegueAbreast *abreast;

  if (!fits (sketch, done_end))
    return NULL;
  abreast = g_new0 (SegueAbreast, 1);
  abreast->sketch = sketch;
  abreast->done_end = done_end;
  memcpy (abreast->key, key, sizeof abreast->key);
  choose_width (abreast, width);
  init_rows (abreast);
  init_days (abreast);
  init_acts (abreast);
  init_order (abreast);
  init_goals (abreast);
  return abreast;
}

void
segue_abreast_free (SegueAbreast *abreast)
{
  if (abreast == NULL)
    return;
  g_aligned_free (abreast->amounts);
  g_aligned_free (abreast->end);
  g_aligned_free (abreast->critical);
  g_aligned_free (abreast->lies);
  g_aligned_free (abreast->latest);
  g_aligned_free (abreast->keys);
  g_aligned_free (abreast->broken);
  g_aligned_free (abreast->goal_end);
  g_free (abreast->acts);
  g_free (abreast->links);
  g_free (abreast->outs);
  g_free (abreast->weekday);
  g_free (abreast->working);
  g_free (abreast->clock_days);
  g_free (abreast->limited);
  g_free (abreast->placed);
  g_free (abreast->twins);
  g_free (abreast->goals);
  hours_clear (&abreast->there);
  hours_clear (&abreast->back);
  g_free (abreast);
}
