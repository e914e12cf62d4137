/* segue-flow.c - minutes of work on days, as a flow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *      part ──amount──► work on a day ──most──► day ──left──►
 *
 * Day by day, what has to be done first takes what it may; that is exact where
 * nothing is limited but the days (Horn 1974). What finds no minutes so pushes
 * others to days that they may have as well, along shortest augmenting paths
 * (Edmonds & Karp 1972). If something still finds none, no flow carries all.
 */
#include "schedule/segue-flow.h"

#include <string.h>

void
segue_flow_init (SegueFlow *flow,
                 gint32     n_works,
                 gint32     n_days)
{
  gsize n_cells = (gsize) n_works * (gsize) n_days;
  gsize n_parts = 3 * (gsize) n_works;

  memset (flow, 0, sizeof *flow);
  flow->n_works = n_works;
  flow->n_days = n_days;
  flow->left = g_new0 (gint32, n_days);
  flow->most = g_new0 (gint32, n_cells);
  flow->minutes = g_new0 (gint32, n_cells);
  flow->given = g_new0 (gint32, 3 * n_cells);
  flow->parts = g_new (SegueFlowPart, n_parts);
  flow->steady = g_new0 (guint8, n_works);
  flow->begun = g_new (gint32, n_works);
  flow->order = g_new (gint32, n_parts);
  flow->queue = g_new (gint32, n_parts);
  flow->parent = g_new (gint32, n_parts);
  flow->via = g_new (gint32, n_parts);
}

void
segue_flow_clear (SegueFlow *flow)
{
  g_free (flow->left);
  g_free (flow->most);
  g_free (flow->minutes);
  g_free (flow->given);
  g_free (flow->parts);
  g_free (flow->steady);
  g_free (flow->begun);
  g_free (flow->order);
  g_free (flow->queue);
  g_free (flow->parent);
  g_free (flow->via);
}

static gint32 *
cell_of (SegueFlow *flow,
         gint32     part,
         gint32     day)
{
  return &flow->given[(gsize) part * (gsize) flow->n_days + (gsize) day];
}

/* What the work of a part may still take of a day, whether the day has it or not. */
static gint32
get_slack (const SegueFlow *flow,
           gint32           part,
           gint32           day)
{
  gsize cell = (gsize) flow->parts[part].work * (gsize) flow->n_days + (gsize) day;

  return flow->most[cell] - flow->minutes[cell];
}

static void
give (SegueFlow *flow,
      gint32     part,
      gint32     day,
      gint32     amount)
{
  *cell_of (flow, part, day) += amount;
  flow->minutes[(gsize) flow->parts[part].work * (gsize) flow->n_days + (gsize) day] += amount;
  flow->left[day] -= amount;
}

/* What has to be done first, first; then what can be begun first. */
static gboolean
goes_before (const SegueFlowPart *a,
             const SegueFlowPart *b)
{
  return a->until != b->until ? a->until < b->until : a->from < b->from;
}

static void
sort_parts (SegueFlow *flow)
{
  for (gint32 i = 0; i < flow->n_parts; i++)
    {
      gint32 at = i;

      for (; at > 0 && goes_before (&flow->parts[i], &flow->parts[flow->order[at - 1]]); at--)
        flow->order[at] = flow->order[at - 1];
      flow->order[at] = i;
    }
}

/* Whether a part goes on with a work that should not pause. */
static gboolean
goes_on (const SegueFlow *flow,
         gint32           part,
         gint32           day)
{
  gint32 work = flow->parts[part].work;

  return flow->steady[work] && flow->begun[work] < day;
}

/* Gives a day to what goes on, or to the others. Returns how much is done then. */
static gint32
share_day (SegueFlow *flow,
           gint32     day,
           gboolean   going_on)
{
  gint32 n_done = 0;

  for (gint32 k = 0; k < flow->n_parts && flow->left[day] > 0; k++)
    {
      gint32 i = flow->order[k];
      SegueFlowPart *part = &flow->parts[i];
      gint64 amount;

      if (part->rest == 0 || day < part->from || day > part->until || goes_on (flow, i, day) != going_on)
        continue;
      amount = MIN (MIN (part->rest, flow->left[day]), get_slack (flow, i, day));
      if (amount <= 0)
        continue;
      give (flow, i, day, (gint32) amount);
      flow->begun[part->work] = MIN (flow->begun[part->work], day);
      part->rest -= amount;
      n_done += part->rest == 0;
    }
  return n_done;
}

/* Day by day, the first due takes first. */
static void
sweep (SegueFlow *flow)
{
  gint32 n_open = 0;
  gint32 day = G_MAXINT32;

  for (gint32 i = 0; i < flow->n_parts; i++)
    {
      n_open += flow->parts[i].rest > 0;
      day = MIN (day, flow->parts[i].from);
    }
  for (gint32 work = 0; work < flow->n_works; work++)
    flow->begun[work] = G_MAXINT32;
  for (; day < flow->n_days && n_open > 0; day++)
    {
      n_open -= share_day (flow, day, TRUE);
      n_open -= share_day (flow, day, FALSE);
    }
}

/* Moves up to @wanted minutes along the path that ends with @at taking @day. */
static gint32
push_path (SegueFlow *flow,
           gint32     at,
           gint32     day,
           gint64     wanted)
{
  gint64 amount = MIN (wanted, MIN (flow->left[day], get_slack (flow, at, day)));

  for (gint32 i = at; flow->parent[i] != i; i = flow->parent[i])
    {
      amount = MIN (amount, *cell_of (flow, i, flow->via[i]));
      if (flow->parts[i].work != flow->parts[flow->parent[i]].work)
        amount = MIN (amount, get_slack (flow, flow->parent[i], flow->via[i]));
    }
  for (;;)
    {
      gint32 next = flow->parent[at];

      if (next == at)
        break;
      give (flow, at, flow->via[at], (gint32) -amount);
      give (flow, at, day, (gint32) amount);
      day = flow->via[at];
      at = next;
    }
  give (flow, at, day, (gint32) amount);
  return (gint32) amount;
}

/* Notes who could make room for @at on @day. Others of the same work make it
 * even where the work takes all it may. */
static void
note_rivals (SegueFlow *flow,
             gint32     at,
             gint32     day,
             gint32    *n_queue)
{
  gboolean only_own = get_slack (flow, at, day) <= 0;

  for (gint32 i = 0; i < flow->n_parts; i++)
    if (flow->parent[i] < 0 && (!only_own || flow->parts[i].work == flow->parts[at].work) &&
        day >= flow->parts[i].from && day <= flow->parts[i].until && *cell_of (flow, i, day) > 0)
      {
        flow->parent[i] = at;
        flow->via[i] = day;
        flow->queue[(*n_queue)++] = i;
      }
}

/* Makes room for a part. Returns how much of it, 0 if there is no way. */
static gint32
augment (SegueFlow *flow,
         gint32     part)
{
  gint32 n_queue = 0;

  memset (flow->parent, 0xff, sizeof (gint32) * (gsize) flow->n_parts);
  flow->parent[part] = part;
  flow->queue[n_queue++] = part;
  for (gint32 k = 0; k < n_queue; k++)
    {
      gint32 at = flow->queue[k];
      const SegueFlowPart *self = &flow->parts[at];

      for (gint32 day = self->from; day <= self->until; day++)
        {
          gsize cell = (gsize) self->work * (gsize) flow->n_days + (gsize) day;

          if (flow->most[cell] == 0)
            continue;
          if (flow->left[day] > 0 && get_slack (flow, at, day) > 0)
            return push_path (flow, at, day, flow->parts[part].rest);
          note_rivals (flow, at, day, &n_queue);
        }
    }
  return 0;
}

/**
 * segue_flow_run:
 * @flow: a flow with its parts and limits; @given is empty
 *
 * Returns: whether all parts got their minutes
 */
gboolean
segue_flow_run (SegueFlow *flow)
{
  for (gint32 i = 0; i < flow->n_parts; i++)
    flow->parts[i].rest = flow->parts[i].amount;
  sort_parts (flow);
  sweep (flow);
  for (gint32 k = 0; k < flow->n_parts; k++)
    {
      SegueFlowPart *part = &flow->parts[flow->order[k]];

      while (part->rest > 0)
        {
          gint32 amount = augment (flow, flow->order[k]);

          if (amount == 0)
            return FALSE;
          part->rest -= amount;
        }
    }
  return TRUE;
}
