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
 * is that of the ends, and each takes its own; what it may use it works out by
 * itself, and then all walk together again. A draw that is broken goes along
 * without taking anything.
 */
#include "schedule/segue-abreast.h"

#include <string.h>

#include "schedule/segue-end-order.h"
#include "schedule/segue-full-days.h"
#include "schedule/segue-random.h"

#ifdef __SSE2__
#include <immintrin.h>
#endif

/* So that days and minutes, and sums of a day and a lag, stay within 16 bits. */
#define MOST_LAG 1000
#define MOST_AMOUNT 32000
#define NO_CAP G_MAXINT16
#define EVERY_DAY 0x7f

typedef gint16 Each[SEGUE_ABREAST_MOST] __attribute__ ((aligned (64)));

/* What days have left, a row of draws each, and which have nothing in any draw. */
typedef struct
{
  gint16 *left;
  SegueFullDays full;
} Hours;

/* A day at least, or at most, so many days from that of another act. */
typedef struct
{
  const gint16 *row;
  gint32 lag;
} Link;

typedef struct
{
  const SegueSketchAct *act;
  const Link *in, *in_end, *out;
  gint32 n_in, n_in_end, n_out;
  gint32 until; /* the last day on which it may end */
  gint32 until_start;
  gint32 cap;   /* minutes a day */
  gint32 weekdays;
  gint32 if_work, if_wait; /* all bits set: it is */
} Act;

typedef struct
{
  SegueAbreast base;
  const SegueSketch *sketch;
  guint32 key[2];
  void (*run) (SegueAbreast *abreast, gint32 first);
  Act *acts;
  Link *links;
  gint16 *amount;       /* rows by act, as are end, latest_end and the next */
  gint16 *latest_start;
  Hours there;
  Hours back;
  guint8 *weekday;      /* of each day, as a bit */
  SegueEndOrder order;
  gint32 *one_end;      /* scratch: the ends of one draw */
  gint32 *by_end;       /* for each draw the acts on the way back */
  gint32 n_limited;
} Abreast;

/* ---- hours ------------------------------------------------------------- */

static void
hours_init (const Abreast *abreast,
            Hours         *hours,
            gint32         way)
{
  const SegueSketch *sketch = abreast->sketch;
  const gsize n = (gsize) sketch->n_days;

  hours->left = g_aligned_alloc (n * (gsize) abreast->base.width, sizeof (gint16), 64);
  for (gint32 day = 0; day < sketch->n_days; day++)
    for (gint32 i = 0; i < abreast->base.width; i++)
      hours->left[day * abreast->base.width + i] = (gint16) sketch->minutes[day];
  segue_full_days_init (&hours->full, sketch->minutes, sketch->n_days, way);
}

static void
hours_clear (Hours *hours)
{
  g_aligned_free (hours->left);
  segue_full_days_clear (&hours->full);
}

/* ---- draws ------------------------------------------------------------- */

static void
draw_amounts (Abreast *abreast,
              gint32   first)
{
  const gint32 width = abreast->base.width;
  guint32 base[SEGUE_ABREAST_MOST / 2];

  for (gint32 i = 0; i < width / 2; i++)
    base[i] = segue_random_base (abreast->key, (guint32) (first / 2 + i));
  for (gint32 act = 0; act < abreast->sketch->n_acts; act++)
    {
      const SegueSketchAct *a = &abreast->sketch->acts[act];
      const gint32 spent = a->type == SEGUE_STEP_WORK ? a->spent : 0;
      const gint32 least = a->type == SEGUE_STEP_WORK ? 0 : 1;

      gint16 *row = abreast->amount + act * width;

      for (gint32 i = 0; i < width && a->table->range > 0; i += 2)
        {
          const guint32 bits = segue_random_pair (base[i / 2], a->keys);

          row[i] = (gint16) MAX (segue_estimate_draw (a->table, segue_random_half (bits, 0)) - spent, least);
          row[i + 1] = (gint16) MAX (segue_estimate_draw (a->table, segue_random_half (bits, 1)) - spent, least);
        }
    }
}

/* ---- the way back, draw by draw ---------------------------------------- */

/* The acts of each draw in the order in which they are laid out from the end. */
static void
list_by_end (Abreast *abreast)
{
  const gint32 n = abreast->sketch->n_acts, width = abreast->base.width;

  for (gint32 i = 0; i < width; i++)
    {
      if (abreast->base.broken[i])
        continue;
      for (gint32 act = 0; act < n; act++)
        abreast->one_end[act] = abreast->base.end[act * width + i];
      segue_end_order_list (&abreast->order, abreast->sketch, abreast->one_end, abreast->by_end + i * n);
    }
}

/* What the acts of all draws, one of each, ask for on the way back. */
typedef struct
{
  Each end;        /* the last day that rules leave */
  Each minutes;
  Each length;     /* days before the end on which it starts, of a wait */
  Each cap;
  Each weekdays;
  Each least_end;  /* where it lies; before that the draw is broken */
  Each least_start;
} Wish;

static inline void
wish_for (const Abreast *abreast,
          gint32         act,
          gint32         width,
          gint32         i,
          Wish          *wish)
{
  const Act *a = &abreast->acts[act];
  const gint32 amount = abreast->amount[act * width + i];
  gint32 end = MIN (a->until, a->until_start + amount - 1);

  for (gint32 k = 0; k < a->n_out; k++)
    end = MIN (end, a->out[k].row[i] - a->out[k].lag);
  wish->end[i] = (gint16) MAX (end, -1);
  wish->minutes[i] = (gint16) (amount & a->if_work);
  wish->length[i] = (gint16) ((amount - 1) & a->if_wait);
  wish->cap[i] = (gint16) a->cap;
  wish->weekdays[i] = (gint16) a->weekdays;
  wish->least_end[i] = abreast->base.end[act * width + i];
  wish->least_start[i] = (gint16) a->act->from_start;
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
 *
 * Lays out as many draws as there are abreast.
 */
void
segue_abreast_run (SegueAbreast *abreast,
                   gint32        first)
{
  Abreast *self = (Abreast *) abreast;

  draw_amounts (self, first);
  memset (abreast->broken, 0, sizeof (Each));
  self->run (abreast, first);
}

/* ---- life -------------------------------------------------------------- */

static gboolean
fits (const SegueSketch *sketch)
{
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
  return TRUE;
}

static Link *
add_links (Abreast *abreast,
           gint32   act,
           gboolean to_end,
           Link    *next)
{
  const SegueSketch *sketch = abreast->sketch;

  for (gint32 i = sketch->first_in[act]; i < sketch->first_in[act + 1]; i++)
    if (sketch->edges[i].to_end == to_end)
      *next++ = (Link) { abreast->base.end + sketch->edges[i].from * abreast->base.width, sketch->edges[i].lag };
  return next;
}

static Link *
add_out_links (Abreast *abreast,
               gint32   act,
               Link    *next)
{
  const SegueSketch *sketch = abreast->sketch;

  for (gint32 i = sketch->first_out[act]; i < sketch->first_out[act + 1]; i++)
    {
      const SegueSketchEdge *edge = &sketch->edges[sketch->out[i]];
      const gint16 *rows = edge->to_end ? abreast->base.latest_end : abreast->latest_start;

      if (sketch->acts[edge->to].limited)
        *next++ = (Link) { rows + edge->to * abreast->base.width, edge->lag };
    }
  return next;
}

static Link *
init_act (Abreast *abreast,
          gint32   act,
          Link    *next)
{
  const SegueSketch *sketch = abreast->sketch;
  const SegueSketchAct *a = &sketch->acts[act];
  const gint32 width = abreast->base.width;
  Act *into = &abreast->acts[act];

  *into = (Act) { .act = a, .until = MIN (MIN (a->until_end, a->target), sketch->n_days - 1),
                  .until_start = a->type == SEGUE_STEP_WAIT ? a->until_start : G_MAXINT32 / 2, .cap = NO_CAP,
                  .if_work = -(a->type == SEGUE_STEP_WORK), .if_wait = -(a->type == SEGUE_STEP_WAIT) };
  if (a->type == SEGUE_STEP_WORK)
    {
      const SegueSketchClock *clock = &g_array_index (sketch->clocks, SegueSketchClock, a->clock);

      into->cap = clock->max_per_day > 0 ? MIN (clock->max_per_day, NO_CAP) : NO_CAP;
      into->weekdays = clock->weekdays & EVERY_DAY;
    }
  into->in = next;
  next = add_links (abreast, act, FALSE, next);
  into->n_in = (gint32) (next - into->in);
  into->in_end = next;
  next = add_links (abreast, act, TRUE, next);
  into->n_in_end = (gint32) (next - into->in_end);
  into->out = next;
  next = add_out_links (abreast, act, next);
  into->n_out = (gint32) (next - into->out);
  for (gint32 i = 0; i < width; i++)
    abreast->amount[act * width + i] = (gint16) (a->type == SEGUE_STEP_WORK ? MAX (a->amount - a->spent, 0)
                                                                            : MAX (a->amount, 1));
  /* What a broken draw goes through instead of a list of its own. */
  for (gint32 i = 0; i < width && a->limited; i++)
    abreast->by_end[i * sketch->n_acts + abreast->n_limited] = act;
  abreast->n_limited += a->limited;
  return next;
}

static void
choose_width (Abreast         *abreast,
              SegueLanesWidth  width)
{
  abreast->base.width = 8;
  abreast->run = run_baseline;
#ifdef HAS_WIDE
  if (width == SEGUE_LANES_ANY && __builtin_cpu_supports ("avx2"))
    {
      abreast->base.width = 16;
      abreast->run = run_wide;
    }
#endif
}

/**
 * segue_abreast_new:
 * @sketch: outlives what is made
 * @key: what to draw from
 * @width: how many draws a vector may hold; the answer does not depend on it
 *
 * Returns: (transfer full) (nullable): %NULL if something does not fit into 16 bits
 */
SegueAbreast *
segue_abreast_new (const SegueSketch *sketch,
                   const guint32      key[2],
                   SegueLanesWidth    width)
{
  const gsize n = (gsize) MAX (sketch->n_acts, 1);
  Abreast *abreast;
  Link *next;

  if (!fits (sketch))
    return NULL;
  abreast = g_new0 (Abreast, 1);
  abreast->sketch = sketch;
  memcpy (abreast->key, key, sizeof abreast->key);
  choose_width (abreast, width);
  abreast->base.end = g_aligned_alloc0 (n, sizeof (Each), 64);
  abreast->base.latest_end = g_aligned_alloc0 (n, sizeof (Each), 64);
  abreast->base.broken = g_aligned_alloc0 (1, sizeof (Each), 64);
  abreast->amount = g_aligned_alloc0 (n, sizeof (Each), 64);
  abreast->latest_start = g_aligned_alloc0 (n, sizeof (Each), 64);
  abreast->acts = g_new (Act, n);
  abreast->links = next = g_new (Link, 2 * (gsize) sketch->n_edges + 1);
  abreast->one_end = g_new (gint32, n);
  abreast->by_end = g_new0 (gint32, n * (gsize) abreast->base.width);
  abreast->weekday = g_new (guint8, sketch->n_days);
  for (gint32 day = 0; day < sketch->n_days; day++)
    abreast->weekday[day] = (guint8) (1 << segue_day_get_weekday (sketch->problem->now + day));
  for (gint32 act = 0; act < sketch->n_acts; act++)
    next = init_act (abreast, act, next);
  hours_init (abreast, &abreast->there, 1);
  hours_init (abreast, &abreast->back, -1);
  segue_end_order_init (&abreast->order, sketch);
  return &abreast->base;
}

void
segue_abreast_free (SegueAbreast *abreast)
{
  Abreast *self = (Abreast *) abreast;

  if (abreast == NULL)
    return;
  g_aligned_free (abreast->end);
  g_aligned_free (abreast->latest_end);
  g_aligned_free (abreast->broken);
  g_aligned_free (self->amount);
  g_aligned_free (self->latest_start);
  g_free (self->acts);
  g_free (self->links);
  g_free (self->one_end);
  g_free (self->by_end);
  g_free (self->weekday);
  hours_clear (&self->there);
  hours_clear (&self->back);
  segue_end_order_clear (&self->order);
  g_free (self);
}
