/* segue-exact-hours.c - days that rules and hours leave at a node of the search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cannot be is ruled out in a circle until nothing changes: rules move
 * days, waits that must lie somewhere take hours there, and work needs so many
 * days for its minutes even if it has all the hours to itself.
 */
#include "schedule/segue-exact-node.h"

#include <string.h>

void
segue_exact_set (SegueExact *exact,
                 gint32     *where,
                 gint32      value)
{
  SegueExactChange change = { where, *where };

  g_array_append_val (exact->trail, change);
  *where = value;
}

/* ---- rules ------------------------------------------------------------- */

static gboolean
narrow (SegueExact *exact,
        gboolean   *any)
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

            if (exact->low[from] + edge->weight > exact->low[edge->to])
              {
                segue_exact_set (exact, &exact->low[edge->to], exact->low[from] + edge->weight);
                changed = TRUE;
              }
            if (exact->high[edge->to] - edge->weight < exact->high[from])
              {
                segue_exact_set (exact, &exact->high[from], exact->high[edge->to] - edge->weight);
                changed = TRUE;
              }
            if (exact->low[edge->to] > exact->high[edge->to] || exact->low[from] > exact->high[from])
              return FALSE;
          }
      *any = *any || changed;
    }
  return TRUE;
}

static gboolean
raise_to (SegueExact *exact,
          gint32      node,
          gint32      day,
          gboolean   *any)
{
  if (day > exact->low[node])
    {
      segue_exact_set (exact, &exact->low[node], day);
      *any = TRUE;
    }
  return exact->low[node] <= exact->high[node];
}

static gboolean
lower_to (SegueExact *exact,
          gint32      node,
          gint32      day,
          gboolean   *any)
{
  if (day < exact->high[node])
    {
      segue_exact_set (exact, &exact->high[node], day);
      *any = TRUE;
    }
  return exact->low[node] <= exact->high[node];
}

/* ---- waits and practices ----------------------------------------------- */

gint32
segue_exact_wait_load (const SegueExact *exact,
                       gint32            act,
                       gint32            day)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, act);

  return spec->has_load ? spec->load[segue_exact_weekday (exact, day)] : 0;
}

static gint32
first_sure_day (const SegueExact *exact,
                gint32            act)
{
  return exact->high[exact->network->act_node[act]];
}

static gint32
end_of_sure_days (const SegueExact *exact,
                  gint32            act)
{
  return MIN (exact->low[exact->network->act_node[act]] + segue_step_length (segue_exact_spec (exact, act)),
              exact->n_days);
}

static gboolean
take_waits (SegueExact *exact)
{
  const SegueProblem *problem = exact->placer->problem;

  memset (exact->loaded, 0, sizeof (gint32) * (gsize) exact->n_days);
  memset (exact->used, 0, sizeof (gint32) * (gsize) exact->n_days * (gsize) problem->n_pools);
  for (gint32 i = 0; i < exact->n_waits; i++)
    {
      gint32 act = exact->waits[i];
      const SegueStepSpec *spec = segue_exact_spec (exact, act);
      gint32 end = end_of_sure_days (exact, act);

      for (gint32 day = first_sure_day (exact, act); day < end; day++)
        {
          gint32 load = segue_exact_wait_load (exact, act, day);

          exact->loaded[day] += load;
          if (load > 0 && exact->loaded[day] > exact->placer->profile.calendar->minutes[day])
            return FALSE;
          for (gint32 k = spec->first_need; k < spec->first_need + spec->n_needs; k++)
            {
              gint32 pool = problem->needs[k].pool;
              gint32 *used = &exact->used[(gsize) pool * (gsize) exact->n_days + (gsize) day];

              *used += problem->needs[k].per_day;
              if (*used > problem->pools[pool])
                return FALSE;
            }
        }
    }
  return TRUE;
}

/* Whether all that a practice is bound to has its day. */
static gboolean
is_settled (const SegueExact *exact,
            gint32            act)
{
  const SegueNetwork *network = exact->network;

  for (gint32 from = 0; from < network->n_nodes; from++)
    for (gint32 i = network->first_edge[from]; i < network->first_edge[from + 1]; i++)
      {
        gint32 to = network->edges[i].to;

        if (network->node_act[from] == act && network->node_act[to] != act && exact->low[to] != exact->high[to])
          return FALSE;
        if (network->node_act[to] == act && network->node_act[from] != act && exact->low[from] != exact->high[from])
          return FALSE;
      }
  return TRUE;
}

static void
take_practices (SegueExact *exact)
{
  const SegueNetwork *network = exact->network;

  memcpy (exact->practised, exact->standing, sizeof (gint32) * (gsize) exact->n_days);
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = segue_exact_spec (exact, act);
      gint32 node = network->act_node[act];
      gboolean settled = exact->tied[act] && is_settled (exact, act);
      gint32 from, until;

      if (!exact->tied[act] || !spec->has_load)
        continue;
      from = MAX (settled ? exact->low[node] : exact->high[node], 0);
      until = MIN (settled ? exact->high[node + 1] : exact->low[node + 1], exact->n_days - 1);
      for (gint32 day = from; day <= until; day++)
        exact->practised[day] += spec->load[segue_exact_weekday (exact, day)];
    }
}

static gboolean
find_room (SegueExact *exact)
{
  if (!take_waits (exact))
    return FALSE;
  take_practices (exact);
  for (gint32 day = 0; day < exact->n_days; day++)
    exact->room[day] = MAX (exact->placer->profile.calendar->minutes[day] - exact->loaded[day] -
                            exact->practised[day], 0);
  return TRUE;
}

/* Whether a wait finds what it takes of a day, as far as that is known. */
static gboolean
has_day (const SegueExact *exact,
         gint32            act,
         gint32            day)
{
  const SegueProblem *problem = exact->placer->problem;
  const SegueStepSpec *spec = segue_exact_spec (exact, act);
  gint32 load = segue_exact_wait_load (exact, act, day);

  if (day >= first_sure_day (exact, act) && day < end_of_sure_days (exact, act))
    return TRUE;
  if (load > 0 && exact->loaded[day] + load > exact->placer->profile.calendar->minutes[day])
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

static gboolean
may_begin (const SegueExact *exact,
           gint32            act,
           gint32            start)
{
  gint32 length = segue_step_length (segue_exact_spec (exact, act));

  for (gint32 day = start; day < start + length; day++)
    if (!has_day (exact, act, day))
      return FALSE;
  return TRUE;
}

static gboolean
settle_wait (SegueExact *exact,
             gint32      act,
             gboolean   *any)
{
  gint32 node = exact->network->act_node[act];
  gint32 low = exact->low[node];
  gint32 high = exact->high[node];

  while (low <= high && !may_begin (exact, act, low))
    low++;
  while (high > low && !may_begin (exact, act, high))
    high--;
  return raise_to (exact, node, low, any) && lower_to (exact, node, high, any);
}

/* ---- work -------------------------------------------------------------- */

/* What a work may take of a day at most. */
gint32
segue_exact_most (const SegueExact *exact,
                  gint32            work,
                  gint32            day)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, exact->works[work]);

  if (!(spec->weekdays >> segue_exact_weekday (exact, day) & 1) || *segue_exact_forced (exact, work, day) < 0)
    return 0;
  return spec->max_per_day > 0 ? MIN (spec->max_per_day, exact->room[day]) : exact->room[day];
}

/* The day on which a work that begins on @from can end at the earliest. */
static gint32
find_earliest_end (const SegueExact *exact,
                   gint32            work,
                   gint32            from)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, exact->works[work]);
  gint64 rest = segue_step_left (spec);

  for (gint32 day = from; day < exact->n_days; day++)
    {
      gint32 most = segue_exact_most (exact, work, day);

      if (most >= rest)
        return day;
      if (most >= spec->min_per_day)
        rest -= most;
    }
  return exact->n_days;
}

/* The day on which a work that ends on @until has to begin at the latest. */
static gint32
find_latest_start (const SegueExact *exact,
                   gint32            work,
                   gint32            until)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, exact->works[work]);
  gint64 rest = segue_step_left (spec);
  gint32 small = 0;

  for (gint32 day = until; day >= 0; day--)
    {
      gint32 most = segue_exact_most (exact, work, day);

      if (most >= spec->min_per_day)
        rest -= most;
      else
        small = MAX (small, most);
      if (rest - small <= 0 && most > 0)
        return day;
    }
  return -1;
}

static gboolean
settle_work (SegueExact *exact,
             gint32      work,
             gboolean   *any)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, exact->works[work]);
  gint32 start = exact->network->act_node[exact->works[work]];
  gint32 least = (gint32) MIN (MAX (spec->min_per_day, 1), segue_step_left (spec));
  gint32 day = exact->low[start];

  while (day <= exact->high[start] && segue_exact_most (exact, work, day) < least)
    day++;
  if (!raise_to (exact, start, day, any) ||
      !raise_to (exact, start + 1, find_earliest_end (exact, work, day), any))
    return FALSE;
  for (day = exact->low[start + 1]; day <= exact->high[start + 1] && segue_exact_most (exact, work, day) == 0;)
    day++;
  if (!raise_to (exact, start + 1, day, any))
    return FALSE;
  if (exact->high[start + 1] < exact->n_days - 1)
    {
      for (day = exact->high[start + 1]; segue_exact_most (exact, work, day) == 0;)
        day--;
      if (!lower_to (exact, start + 1, day, any) ||
          !lower_to (exact, start, find_latest_start (exact, work, day), any))
        return FALSE;
    }
  for (day = exact->high[start]; day >= exact->low[start] && segue_exact_most (exact, work, day) < least;)
    day--;
  return lower_to (exact, start, day, any);
}

/**
 * segue_exact_propagate:
 * @exact: a node
 *
 * Returns: whether every point still has a day
 */
gboolean
segue_exact_propagate (SegueExact *exact)
{
  gboolean any = TRUE;

  while (any)
    {
      any = FALSE;
      if (!narrow (exact, &any) || !find_room (exact))
        return FALSE;
      exact->budget -= exact->n_days + 4 * exact->network->n_edges;
      any = FALSE;
      for (gint32 i = 0; i < exact->n_waits; i++)
        if (!settle_wait (exact, exact->waits[i], &any))
          return FALSE;
      for (gint32 work = 0; work < exact->n_works; work++)
        if (!settle_work (exact, work, &any))
          return FALSE;
    }
  return TRUE;
}

/* ---- the flow ---------------------------------------------------------- */

static void
add_part (SegueExact *exact,
          gint32      work,
          gint32      from,
          gint32      until,
          gint64      amount)
{
  if (amount > 0)
    exact->flow.parts[exact->flow.n_parts++] = (SegueFlowPart) { work, MAX (from, 0), until, amount, amount };
}

/* Limits of each day, and what the work must have there. Returns what that is
 * in all, in the days on which it may begin, and in those on which it may end. */
static gboolean
set_limits (SegueExact *exact,
            gint32      work,
            gint64      sure[3])
{
  const SegueStepSpec *spec = segue_exact_spec (exact, exact->works[work]);
  gint32 start = exact->network->act_node[exact->works[work]];
  gsize first = (gsize) work * (gsize) exact->n_days;

  memset (exact->flow.most + first, 0, sizeof (gint32) * (gsize) exact->n_days);
  memset (exact->flow.minutes + first, 0, sizeof (gint32) * (gsize) exact->n_days);
  sure[0] = sure[1] = sure[2] = 0;
  for (gint32 day = exact->low[start]; day <= exact->high[start + 1]; day++)
    {
      gint32 most = segue_exact_most (exact, work, day);
      gint32 least = MAX (exact->forced[first + (gsize) day], 0);

      if (most < spec->min_per_day && day < exact->low[start + 1])
        most = 0;
      if (least > most || least > exact->flow.left[day])
        return FALSE;
      exact->flow.most[first + (gsize) day] = most;
      exact->flow.minutes[first + (gsize) day] = least;
      exact->flow.left[day] -= least;
      sure[0] += least;
      sure[1] += day <= exact->high[start] ? least : 0;
      sure[2] += day >= exact->low[start + 1] ? least : 0;
    }
  for (gint32 day = 0; day < exact->n_days; day++)
    if (exact->forced[first + (gsize) day] > exact->flow.minutes[first + (gsize) day])
      return FALSE;
  return TRUE;
}

/* Some of it lies where the work may begin, some where it may end. */
static gboolean
add_parts (SegueExact *exact,
           gint32      work)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, exact->works[work]);
  gint32 start = exact->network->act_node[exact->works[work]];
  gint64 effort = segue_step_left (spec);
  gint64 sure[3], rest, begin, finish;

  if (!set_limits (exact, work, sure))
    return FALSE;
  rest = effort - sure[0];
  begin = MAX (MIN (MAX (spec->min_per_day, 1), effort) - sure[1], 0);
  finish = sure[2] > 0 ? 0 : 1;
  if (rest < MAX (begin, finish))
    return FALSE;
  if (rest < begin + finish)
    {
      gint32 from = MAX (exact->low[start], exact->low[start + 1]);
      gint32 until = MIN (exact->high[start], exact->high[start + 1]);

      add_part (exact, work, from, until, rest);
      return from <= until;
    }
  if (exact->high[start] == exact->high[start + 1])
    begin = 0;
  if (exact->low[start] == exact->low[start + 1])
    finish = 0;
  add_part (exact, work, exact->low[start], exact->high[start], begin);
  add_part (exact, work, exact->low[start + 1], exact->high[start + 1], finish);
  add_part (exact, work, exact->low[start], exact->high[start + 1], rest - begin - finish);
  return TRUE;
}

/**
 * segue_exact_fill:
 * @exact: a node where every point still has a day
 *
 * Returns: whether the hours can carry the work, as far as the flow sees
 */
gboolean
segue_exact_fill (SegueExact *exact)
{
  SegueFlow *flow = &exact->flow;

  memcpy (flow->left, exact->room, sizeof (gint32) * (gsize) exact->n_days);
  flow->n_parts = 0;
  for (gint32 work = 0; work < exact->n_works; work++)
    if (!add_parts (exact, work))
      return FALSE;
  if (flow->n_parts > 0)
    memset (flow->given, 0, sizeof (gint32) * (gsize) flow->n_parts * (gsize) exact->n_days);
  exact->budget -= (gint64) (flow->n_parts + 1) * exact->n_days;
  return segue_flow_run (flow);
}
