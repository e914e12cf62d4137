/* segue-exact-value.c - is what the flow gives a schedule?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The flow says on which days each work begins and ends. From there the other
 * points are pushed along the rules, and waits take the first hours that are
 * left. Where that breaks something the search goes on: on one side what was
 * found is ruled out, on the other what it collides with. Of all that is wrong
 * the narrowest comes first, as little is left to try there.
 */
#include "schedule/segue-exact-node.h"

static void
offer (SegueSplit       *best,
       const SegueSplit *split)
{
  if (split->width < best->width)
    *best = *split;
}

/* ---- rules ------------------------------------------------------------- */

static void
read_flow (SegueExact *exact)
{
  const SegueNetwork *network = exact->network;

  for (gint32 node = 0; node < network->n_nodes; node++)
    {
      exact->value[node] = exact->low[node];
      exact->source[node] = -1;
      exact->pinned[node] = exact->act_work[network->node_act[node]] >= 0;
    }
  for (gint32 work = 0; work < exact->n_works; work++)
    {
      gint32 start = network->act_node[exact->works[work]];
      const gint32 *minutes = exact->flow.minutes + (gsize) work * (gsize) exact->n_days;
      gint32 first = exact->low[start];
      gint32 last = exact->high[start + 1];

      while (minutes[first] == 0)
        first++;
      while (minutes[last] == 0)
        last--;
      exact->value[start] = first;
      exact->value[start + 1] = last;
    }
}

static gint32
source_of (const SegueExact *exact,
           gint32            node)
{
  return exact->pinned[node] ? node : exact->source[node];
}

/* Pushes what nothing pins along the rules. */
static void
push (SegueExact *exact)
{
  const SegueNetwork *network = exact->network;
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (gint32 from = 0; from < network->n_nodes; from++)
        for (gint32 i = network->first_edge[from]; i < network->first_edge[from + 1]; i++)
          {
            const SegueEdge *edge = &network->edges[i];

            if (exact->pinned[edge->to] || exact->value[edge->to] >= exact->value[from] + edge->weight)
              continue;
            exact->value[edge->to] = exact->value[from] + edge->weight;
            exact->source[edge->to] = source_of (exact, from);
            changed = TRUE;
          }
    }
}

static void
find_broken_rule (const SegueExact *exact,
                  SegueSplit       *best)
{
  const SegueNetwork *network = exact->network;

  for (gint32 from = 0; from < network->n_nodes; from++)
    for (gint32 i = network->first_edge[from]; i < network->first_edge[from + 1]; i++)
      {
        const SegueEdge *edge = &network->edges[i];
        gint32 source = source_of (exact, from);
        SegueSplit split = { source, 0, TRUE, -1, 0 };

        if (exact->value[edge->to] >= exact->value[from] + edge->weight || source < 0)
          continue;
        split.day = exact->value[source] - 1;
        if (exact->turned)
          split.day -= (exact->value[from] + edge->weight - exact->value[edge->to]) / 2;
        split.day = MAX (split.day, exact->low[source]);
        split.later = !exact->turned;
        split.width = MIN (exact->high[source] - exact->low[source], exact->high[edge->to] - exact->low[edge->to]);
        offer (best, &split);
      }
}

/* ---- waits ------------------------------------------------------------- */

static gboolean
is_sure (const SegueExact *exact,
         gint32            act,
         gint32            day)
{
  gint32 node = exact->network->act_node[act];

  return day >= exact->high[node] &&
         day < exact->low[node] + segue_step_length (segue_exact_spec (exact, act));
}

/* What work can have of a day on which waits take so much more. */
static gint32
room_with (const SegueExact *exact,
           gint32            day,
           gint32            more)
{
  return MAX (exact->placer->profile.calendar->minutes[day] - exact->loaded[day] - more - exact->practised[day], 0);
}

static gboolean
fits_on (const SegueExact *exact,
         gint32            act,
         gint32            day)
{
  const SegueProblem *problem = exact->placer->problem;
  const SegueStepSpec *spec = segue_exact_spec (exact, act);
  gint32 load = segue_exact_wait_load (exact, act, day);

  if (is_sure (exact, act, day))
    return TRUE;
  if (load > 0 && (exact->loaded[day] + load > exact->placer->profile.calendar->minutes[day] ||
                   exact->room[day] - exact->flow.left[day] > room_with (exact, day, load)))
    return FALSE;
  for (gint32 i = 0; i < spec->n_needs; i++)
    {
      const SegueNeed *need = &problem->needs[spec->first_need + i];
      gint64 wanted = exact->used[(gsize) need->pool * (gsize) exact->n_days + (gsize) day];

      for (gint32 k = 0; k <= i; k++)
        if (problem->needs[spec->first_need + k].pool == need->pool)
          wanted += problem->needs[spec->first_need + k].per_day;
      if (wanted > problem->pools[need->pool])
        return FALSE;
    }
  return TRUE;
}

static void
take_days (SegueExact *exact,
           gint32      act,
           gint32      start)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, act);

  for (gint32 day = start; day < start + segue_step_length (spec); day++)
    {
      gint32 taken = exact->room[day] - exact->flow.left[day];

      if (is_sure (exact, act, day))
        continue;
      exact->loaded[day] += segue_exact_wait_load (exact, act, day);
      exact->room[day] = room_with (exact, day, 0);
      exact->flow.left[day] = exact->room[day] - taken;
      for (gint32 k = spec->first_need; k < spec->first_need + spec->n_needs; k++)
        exact->used[(gsize) exact->placer->problem->needs[k].pool * (gsize) exact->n_days + (gsize) day] +=
          exact->placer->problem->needs[k].per_day;
    }
}

static void
place_wait (SegueExact *exact,
            gint32      act,
            SegueSplit *best)
{
  gint32 node = exact->network->act_node[act];
  gint32 length = segue_step_length (segue_exact_spec (exact, act));
  gint32 start = exact->value[node];
  gint32 checked = start;
  SegueSplit split = { node, exact->low[node], FALSE, -1, exact->high[node] - exact->low[node] };

  while (start <= exact->high[node] && checked < start + length)
    {
      if (!fits_on (exact, act, checked))
        start = checked + 1;
      checked++;
    }
  exact->pinned[node] = TRUE;
  if (start > exact->high[node])
    {
      offer (best, &split);
      return;
    }
  exact->value[node] = start;
  take_days (exact, act, start);
}

/* The waits, the earliest first. */
static void
place_waits (SegueExact *exact,
             SegueSplit *best)
{
  const SegueNetwork *network = exact->network;

  for (gint32 i = 0; i < exact->n_waits; i++)
    {
      gint32 node = network->act_node[exact->waits[i]];

      exact->pinned[node] = exact->low[node] == exact->high[node];
    }
  push (exact);
  for (;;)
    {
      gint32 first = -1;

      for (gint32 i = 0; i < exact->n_waits; i++)
        {
          gint32 node = network->act_node[exact->waits[i]];

          if (!exact->pinned[node] && (first < 0 || exact->value[node] < exact->value[network->act_node[first]]))
            first = exact->waits[i];
        }
      if (first < 0)
        return;
      place_wait (exact, first, best);
      push (exact);
    }
}

/* ---- practices --------------------------------------------------------- */

/* Whether a practice that other steps bind finds its hours where they let it be. */
static gboolean
has_hours (const SegueExact *exact,
           gint32            act)
{
  const SegueNetwork *network = exact->network;
  const SegueStepSpec *spec = segue_exact_spec (exact, act);
  gint32 node = network->act_node[act];
  gint32 until = MIN (exact->high[node + 1], exact->n_days - 1);

  for (gint32 i = network->first_edge[node + 1]; i < network->first_edge[node + 2]; i++)
    until = MIN (until, exact->value[network->edges[i].to] - network->edges[i].weight);
  for (gint32 day = exact->value[node]; day <= until; day++)
    if ((day < exact->high[node] || day > exact->low[node + 1]) &&
        exact->room[day] - exact->flow.left[day] > room_with (exact, day, spec->load[segue_exact_weekday (exact, day)]))
      return FALSE;
  return TRUE;
}

/* The days of what binds it decide; if they are all known, it cannot be. */
static void
split_practice (const SegueExact *exact,
                gint32            act,
                SegueSplit       *best)
{
  const SegueNetwork *network = exact->network;

  for (gint32 from = 0; from < network->n_nodes; from++)
    for (gint32 i = network->first_edge[from]; i < network->first_edge[from + 1]; i++)
      {
        gint32 to = network->edges[i].to;
        gint32 node = network->node_act[from] == act ? to : from;
        SegueSplit split = { node, exact->value[node], FALSE, -1, exact->high[node] - exact->low[node] };

        if ((network->node_act[from] == act) == (network->node_act[to] == act) || split.width == 0)
          continue;
        if (split.day == exact->high[node])
          split.day--;
        offer (best, &split);
      }
  if (best->width == G_MAXINT64)
    best->width = -1;
}

static void
find_short_practice (const SegueExact *exact,
                     SegueSplit       *best)
{
  for (gint32 act = 0; act < exact->network->n_acts && best->width == G_MAXINT64; act++)
    if (exact->tied[act] && segue_exact_spec (exact, act)->has_load && !has_hours (exact, act))
      split_practice (exact, act, best);
}

/* ---- days of work ------------------------------------------------------ */

/* Whether a day has minutes that contiguous work could take. */
static gboolean
lies_unused (const SegueExact *exact,
             gint32            work,
             gint32            day)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, exact->works[work]);
  gint32 unused = exact->flow.left[day];

  if (!(spec->weekdays >> segue_exact_weekday (exact, day) & 1))
    return FALSE;
  if (spec->max_per_day > 0)
    unused = MIN (unused, spec->max_per_day);
  return unused >= MAX (1, spec->min_per_day);
}

/* A day on which a work has too little, or none where it must not pause. */
static void
find_wrong_day (const SegueExact *exact,
                gint32            work,
                SegueSplit       *best)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, exact->works[work]);
  gint32 start = exact->network->act_node[exact->works[work]];
  const gint32 *minutes = exact->flow.minutes + (gsize) work * (gsize) exact->n_days;
  SegueSplit split = { -1, 0, FALSE, work, (gint64) exact->high[start + 1] - exact->low[start] };

  if (spec->min_per_day <= 1 && !spec->contiguous)
    return;
  for (gint32 day = exact->value[start]; day < exact->value[start + 1]; day++)
    if ((minutes[day] > 0 && minutes[day] < spec->min_per_day) ||
        (minutes[day] == 0 && spec->contiguous && lies_unused (exact, work, day)))
      {
        split.day = day;
        offer (best, &split);
        return;
      }
}

/**
 * segue_exact_locate:
 * @exact: a node whose flow carries the work
 * @split: (out): where to go on; its width is %G_MAXINT64 if the values are a
 *   schedule, and -1 if nothing can become one
 *
 * Puts every point where the flow wants it.
 */
void
segue_exact_locate (SegueExact *exact,
                    SegueSplit *split)
{
  *split = (SegueSplit) { -1, 0, FALSE, -1, G_MAXINT64 };
  read_flow (exact);
  place_waits (exact, split);
  find_broken_rule (exact, split);
  for (gint32 work = 0; work < exact->n_works; work++)
    find_wrong_day (exact, work, split);
  if (split->width == G_MAXINT64)
    find_short_practice (exact, split);
}
