/* segue-exact.c - small plans to the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Branch and bound over days. Each node of the search holds, for each point,
 * the days it may still have; rules narrow them, and the hours are a flow from
 * work to days that has to carry all that is left:
 *
 *      work ──effort──► days it may use, up to max_per_day ──capacity──►
 *
 * If the flow cannot carry it, nothing below can. What is fixed, earliest
 * first, are the ends of work, the starts that others depend on, and the waits
 * that take hours or pools. When these are fixed the flow is a schedule, except
 * for the least a day and for contiguous work: there the search goes on over
 * the day that is wrong. (Flow: Ford & Fulkerson 1956; the same relaxation with
 * windows is Federgruen & Groenevelt, Management Science 32, 1986.)
 */
#include "schedule/segue-exact.h"

#include <string.h>

#define MAX_WORKS 10
#define MAX_NODES 40
#define MAX_DAYS 480
#define MAX_FLOWS 1500

typedef struct
{
  gint32 low[MAX_NODES];
  gint32 high[MAX_NODES];
} Domain;

typedef struct
{
  SeguePlacer *placer;
  const SegueNetwork *network;
  gint32 n_days;
  gint32 n_works;
  gint32 works[MAX_WORKS];
  gboolean fix[MAX_NODES];
  gboolean tied[MAX_NODES];        /* by act: a practice bound to other acts */
  gint32 base[MAX_DAYS];           /* what a day has for work */
  gint32 left[MAX_DAYS];
  gint32 minutes[MAX_WORKS][MAX_DAYS];
  gint32 least[MAX_WORKS][MAX_DAYS];
  gint32 most[MAX_WORKS][MAX_DAYS];
  gint32 forced[MAX_WORKS][MAX_DAYS]; /* -1: not on this day; else at least */
  gint32 from[MAX_WORKS];             /* the days of each work's window */
  gint32 until[MAX_WORKS];
  gint32 n_flows;
  gboolean only_feasible;
  gboolean stop;
} Exact;

static const SegueStepSpec *
spec_of (const Exact *exact,
         gint32       act)
{
  return &exact->placer->problem->steps[exact->network->act_step[act]];
}

static gint32
weekday_of (const Exact *exact,
            gint32       day)
{
  return segue_profile_weekday (&exact->placer->profile, day);
}

/* ---- days -------------------------------------------------------------- */

static gboolean
narrow (const Exact *exact,
        Domain      *domain)
{
  const SegueNetwork *network = exact->network;
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (gint32 i = 0; i < network->n_edges; i++)
        {
          const SegueEdge *edge = &network->edges[i];

          if (domain->low[edge->from] + edge->weight > domain->low[edge->to])
            {
              domain->low[edge->to] = domain->low[edge->from] + edge->weight;
              changed = TRUE;
            }
          if (domain->high[edge->to] - edge->weight < domain->high[edge->from])
            {
              domain->high[edge->from] = domain->high[edge->to] - edge->weight;
              changed = TRUE;
            }
          if (domain->low[edge->to] > domain->high[edge->to] ||
              domain->low[edge->from] > domain->high[edge->from])
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_fixed (const Domain *domain,
          gint32        node)
{
  return domain->low[node] == domain->high[node];
}

/* ---- hours ------------------------------------------------------------- */

static gboolean
subtract_waits (Exact        *exact,
                const Domain *domain)
{
  const SegueProblem *problem = exact->placer->problem;
  const SegueNetwork *network = exact->network;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = spec_of (exact, act);
      gint32 node = network->act_node[act];
      gint32 last;

      if (spec->type != SEGUE_STEP_WAIT || !spec->has_load)
        continue;
      last = MIN (domain->low[node] + segue_step_length (spec), exact->n_days);
      for (gint32 day = domain->high[node]; day < last; day++)
        {
          exact->base[day] -= spec->load[weekday_of (exact, day)];
          if (exact->base[day] < 0 && spec->load[weekday_of (exact, day)] > 0)
            return FALSE;
        }
    }
  for (gint32 pool = 0; pool < problem->n_pools; pool++)
    for (gint32 day = 0; day < exact->n_days; day++)
      {
        gint64 amount = problem->pools[pool];

        for (gint32 act = 0; act < network->n_acts; act++)
          {
            const SegueStepSpec *spec = spec_of (exact, act);
            gint32 node = network->act_node[act];

            for (gint32 i = 0; i < spec->n_needs && spec->type == SEGUE_STEP_WAIT; i++)
              if (problem->needs[spec->first_need + i].pool == pool && day >= domain->high[node] &&
                  day < domain->low[node] + segue_step_length (spec))
                amount -= problem->needs[spec->first_need + i].per_day;
          }
        if (amount < 0)
          return FALSE;
      }
  return TRUE;
}

static void
subtract_practices (Exact        *exact,
                    const Domain *domain,
                    gboolean      is_leaf)
{
  const SegueNetwork *network = exact->network;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = spec_of (exact, act);
      gint32 node = network->act_node[act];
      gboolean sure = exact->tied[act] && !is_leaf;
      gint32 first, last;

      if (spec->type != SEGUE_STEP_PRACTICE || !spec->has_load)
        continue;
      first = sure ? domain->high[node] : domain->low[node];
      last = sure ? domain->low[node + 1] : domain->high[node + 1];
      for (gint32 day = MAX (first, 0); day <= MIN (last, exact->n_days - 1); day++)
        exact->base[day] -= spec->load[weekday_of (exact, day)];
    }
  for (gint32 day = 0; day < exact->n_days; day++)
    exact->base[day] = MAX (exact->base[day], 0);
}

/* What a work step may and must take of each day. */
static gboolean
set_bounds (Exact        *exact,
            const Domain *domain,
            gint32        work)
{
  gint32 act = exact->works[work];
  const SegueStepSpec *spec = spec_of (exact, act);
  gint32 start = exact->network->act_node[act];
  gint32 cap = spec->max_per_day > 0 ? spec->max_per_day : G_MAXINT32;
  gboolean end_fixed = is_fixed (domain, start + 1);

  exact->from[work] = MAX (domain->low[start], 0);
  exact->until[work] = domain->high[start + 1];
  memset (exact->minutes[work], 0, sizeof (gint32) * (gsize) exact->n_days);
  memset (exact->least[work], 0, sizeof (gint32) * (gsize) exact->n_days);
  memset (exact->most[work], 0, sizeof (gint32) * (gsize) exact->n_days);
  for (gint32 day = MAX (domain->low[start], 0); day <= domain->high[start + 1]; day++)
    {
      gint32 amount = MIN (cap, exact->base[day]);

      if (!(spec->weekdays >> weekday_of (exact, day) & 1) || exact->forced[work][day] < 0)
        continue;
      if (end_fixed && day != domain->low[start + 1] && amount < spec->min_per_day)
        continue;
      exact->most[work][day] = amount;
      exact->least[work][day] = exact->forced[work][day];
    }
  if (end_fixed)
    exact->least[work][domain->low[start + 1]] = MAX (exact->least[work][domain->low[start + 1]], 1);
  if (exact->fix[start] && is_fixed (domain, start))
    exact->least[work][domain->low[start]] = MAX (exact->least[work][domain->low[start]], 1);
  for (gint32 day = 0; day < exact->n_days; day++)
    {
      if (exact->least[work][day] > exact->most[work][day])
        return FALSE;
      exact->minutes[work][day] = exact->least[work][day];
      exact->left[day] -= exact->least[work][day];
      if (exact->left[day] < 0)
        return FALSE;
    }
  return TRUE;
}

/* Makes room for work by moving others to days they may have as well. */
static gint64
push_flow (Exact  *exact,
           gint32  work,
           gint64  wanted)
{
  gint32 queue[MAX_WORKS], parent[MAX_WORKS], via[MAX_WORKS];
  gint32 n_queue = 0;

  for (gint32 i = 0; i < exact->n_works; i++)
    parent[i] = -1;
  parent[work] = work;
  queue[n_queue++] = work;
  for (gint32 k = 0; k < n_queue; k++)
    {
      gint32 at = queue[k];

      for (gint32 day = exact->from[at]; day <= exact->until[at]; day++)
        {
          gint64 amount = MIN (wanted, exact->most[at][day] - exact->minutes[at][day]);

          if (amount <= 0)
            continue;
          if (exact->left[day] > 0)
            {
              amount = MIN (amount, exact->left[day]);
              for (gint32 w = at; w != work; w = parent[w])
                amount = MIN (amount, MIN (exact->minutes[w][via[w]] - exact->least[w][via[w]],
                                           exact->most[parent[w]][via[w]] - exact->minutes[parent[w]][via[w]]));
              exact->minutes[at][day] += (gint32) amount;
              exact->left[day] -= (gint32) amount;
              for (gint32 w = at; w != work; w = parent[w])
                {
                  exact->minutes[w][via[w]] -= (gint32) amount;
                  exact->minutes[parent[w]][via[w]] += (gint32) amount;
                }
              return amount;
            }
          for (gint32 other = 0; other < exact->n_works; other++)
            if (parent[other] < 0 && exact->minutes[other][day] > exact->least[other][day])
              {
                parent[other] = at;
                via[other] = day;
                queue[n_queue++] = other;
              }
        }
    }
  return 0;
}

static gboolean
fill_work (Exact  *exact,
           gint32  work)
{
  gint64 rest = segue_step_left (spec_of (exact, exact->works[work]));

  for (gint32 day = exact->from[work]; day <= exact->until[work]; day++)
    rest -= exact->least[work][day];
  if (rest < 0)
    return FALSE;
  for (gint32 day = exact->from[work]; day <= exact->until[work] && rest > 0; day++)
    {
      gint64 amount = MIN (MIN (rest, exact->left[day]), exact->most[work][day] - exact->minutes[work][day]);

      exact->minutes[work][day] += (gint32) amount;
      exact->left[day] -= (gint32) amount;
      rest -= amount;
    }
  while (rest > 0)
    {
      gint64 amount = push_flow (exact, work, rest);

      if (amount == 0)
        return FALSE;
      rest -= amount;
    }
  return TRUE;
}

/* Whether the hours can carry what is left, as far as this relaxation sees. */
static gboolean
hours_hold (Exact        *exact,
            const Domain *domain,
            gboolean      is_leaf)
{
  gint32 order[MAX_WORKS];

  exact->n_flows++;
  memcpy (exact->base, exact->placer->profile.calendar->minutes, sizeof (gint32) * (gsize) exact->n_days);
  if (!subtract_waits (exact, domain))
    return FALSE;
  subtract_practices (exact, domain, is_leaf);
  memcpy (exact->left, exact->base, sizeof (gint32) * (gsize) exact->n_days);
  for (gint32 i = 0; i < exact->n_works; i++)
    {
      gint32 at = i;

      if (!set_bounds (exact, domain, i))
        return FALSE;
      for (; at > 0 && domain->high[exact->network->act_node[exact->works[order[at - 1]]] + 1] >
                       domain->high[exact->network->act_node[exact->works[i]] + 1]; at--)
        order[at] = order[at - 1];
      order[at] = i;
    }
  for (gint32 i = 0; i < exact->n_works; i++)
    if (!fill_work (exact, order[i]))
      return FALSE;
  return TRUE;
}

/* ---- solutions --------------------------------------------------------- */

static void
take_minutes (Exact  *exact,
              gint32  work)
{
  SeguePlacer *placer = exact->placer;
  SeguePlacement *placement = &placer->placement[exact->works[work]];

  placement->minutes = (SegueSlice) { (gint32) placer->profile.minutes->len, 0 };
  for (gint32 day = 0; day < exact->n_days; day++)
    {
      SegueMinutes part = { placer->base + day, exact->minutes[work][day] };

      if (part.minutes == 0)
        continue;
      g_array_append_val (placer->profile.minutes, part);
      if (placement->minutes.n++ == 0)
        placement->start = day;
      placement->end = day;
    }
}

static void
take_solution (Exact        *exact,
               const Domain *domain)
{
  SeguePlacer *placer = exact->placer;
  const SegueNetwork *network = exact->network;

  g_array_set_size (placer->profile.minutes, 0);
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      SeguePlacement *placement = &placer->placement[act];
      const SegueStepSpec *spec = spec_of (exact, act);

      placement->minutes = (SegueSlice) { 0, 0 };
      placement->start = domain->low[network->act_node[act]];
      placement->end = domain->low[network->act_node[act + 1] - 1];
      if (spec->type == SEGUE_STEP_WAIT)
        placement->end += segue_step_length (spec) - 1;
    }
  for (gint32 work = 0; work < exact->n_works; work++)
    take_minutes (exact, work);
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      gint32 first = network->act_node[act];

      placer->value[first] = (gint64) placer->base + placer->placement[act].start;
      if (network->act_node[act + 1] - first == 2)
        placer->value[first + 1] = (gint64) placer->base + placer->placement[act].end;
    }
  segue_placer_keep (placer);
  if (exact->only_feasible || (placer->score.late == 0 && placer->score.broken == 0))
    exact->stop = TRUE;
}

/* ---- search ------------------------------------------------------------ */

/* Whether nothing below can be better than what has been found. */
static gboolean
is_bounded (const Exact  *exact,
            const Domain *domain)
{
  const SeguePlacer *placer = exact->placer;
  gint64 late = 0, broken = 0;

  if (!placer->found)
    return FALSE;
  for (gint32 act = 0; act < exact->network->n_acts; act++)
    {
      const SegueStepSpec *spec = spec_of (exact, act);
      gint64 end = (gint64) placer->base + domain->low[exact->network->act_node[act + 1] - 1];

      if (spec->type == SEGUE_STEP_WAIT)
        end += segue_step_length (spec) - 1;
      if (spec->type != SEGUE_STEP_PRACTICE && spec->target != SEGUE_DAY_NONE && end > spec->target)
        late += (end - spec->target) * spec->importance;
    }
  for (gint32 i = 0; i < placer->n_soft; i++)
    {
      const SegueRuleSpec *rule = &placer->problem->rules[placer->soft[i]];
      SeguePlace place = segue_network_locate (exact->network, rule->point);

      if (place.node >= 0 && (rule->relation == SEGUE_RELATION_NOT_AFTER || rule->relation == SEGUE_RELATION_ON))
        broken += MAX ((gint64) placer->base + domain->low[place.node] + place.offset - rule->date, 0);
    }
  return broken > placer->score.broken || (broken == placer->score.broken && late >= placer->score.late);
}

static void search_days (Exact *exact, const Domain *domain);

/* Minutes a day still has that contiguous work could take and does not. */
static gint32
unused_on (const Exact *exact,
           gint32       work,
           gint32       day)
{
  const SegueStepSpec *spec = spec_of (exact, exact->works[work]);
  gint32 unused = exact->left[day];

  if (!(spec->weekdays >> weekday_of (exact, day) & 1))
    return 0;
  if (spec->max_per_day > 0)
    unused = MIN (unused, spec->max_per_day);
  return unused >= MAX (1, spec->min_per_day) ? exact->left[day] : 0;
}

/* A day of a work step on which the flow breaks a rule of its own, or -1. */
static gint32
find_wrong_day (const Exact *exact,
                gint32       work)
{
  const SegueStepSpec *spec = spec_of (exact, exact->works[work]);
  gint64 rest = segue_step_left (spec);
  gboolean begun = FALSE;

  for (gint32 day = exact->from[work]; day <= exact->until[work] && rest > 0; day++)
    {
      gint32 amount = exact->minutes[work][day];

      rest -= amount;
      if (amount > 0 && rest > 0 && amount < spec->min_per_day)
        return day;
      if (amount == 0 && begun && spec->contiguous && unused_on (exact, work, day) > 0)
        return day;
      begun = begun || amount > 0;
    }
  return -1;
}

static void
try_forced (Exact        *exact,
            const Domain *domain,
            gint32        work,
            gint32        day,
            gint32        amount)
{
  gint32 before = exact->forced[work][day];

  if (exact->stop || before < 0 || (amount >= 0 && amount <= before))
    return;
  exact->forced[work][day] = amount;
  search_days (exact, domain);
  exact->forced[work][day] = before;
}

/*
 * A day is wrong: the work takes at least its least there, or nothing; where it
 * is contiguous and takes nothing, some other work fills the day.
 */
static void
search_around (Exact        *exact,
               const Domain *domain,
               gint32        work,
               gint32        day)
{
  const SegueStepSpec *spec = spec_of (exact, exact->works[work]);
  gint32 minutes[MAX_WORKS];
  gint32 fill = exact->left[day] - MAX (1, spec->min_per_day) + 1;
  gboolean is_gap = exact->minutes[work][day] == 0;

  for (gint32 i = 0; i < exact->n_works; i++)
    minutes[i] = exact->minutes[i][day];
  try_forced (exact, domain, work, day, MAX (1, spec->min_per_day));
  if (!is_gap)
    try_forced (exact, domain, work, day, -1);
  for (gint32 i = 0; i < exact->n_works && is_gap; i++)
    if (i != work)
      try_forced (exact, domain, i, day, minutes[i] + fill);
}

/* All days are fixed and the flow holds: is it a schedule? */
static void
search_leaf (Exact        *exact,
             const Domain *domain)
{
  for (gint32 work = 0; work < exact->n_works; work++)
    {
      gint32 day = find_wrong_day (exact, work);

      if (day < 0)
        continue;
      search_around (exact, domain, work, day);
      return;
    }
  take_solution (exact, domain);
}

/* The point to fix next: the earliest. */
static gint32
choose_node (const Exact  *exact,
             const Domain *domain)
{
  gint32 best = -1;

  for (gint32 node = 0; node < exact->network->n_nodes; node++)
    if (exact->fix[node] && !is_fixed (domain, node) &&
        (best < 0 || domain->low[node] < domain->low[best] ||
         (domain->low[node] == domain->low[best] && domain->high[node] < domain->high[best])))
      best = node;
  return best;
}

/* Work begins and ends on days that have minutes for it. */
static gboolean
may_lie_on (const Exact *exact,
            gint32       node,
            gint32       day)
{
  const SegueStepSpec *spec = spec_of (exact, exact->network->node_act[node]);

  return spec->type != SEGUE_STEP_WORK ||
         ((spec->weekdays >> weekday_of (exact, day) & 1) &&
          exact->placer->profile.calendar->minutes[day] > 0);
}

static void
search_days (Exact        *exact,
             const Domain *domain)
{
  gint32 node = choose_node (exact, domain);

  if (exact->stop || exact->n_flows > MAX_FLOWS || is_bounded (exact, domain) ||
      !hours_hold (exact, domain, node < 0))
    return;
  if (node < 0)
    {
      search_leaf (exact, domain);
      return;
    }
  for (gint32 day = domain->low[node]; day <= domain->high[node] && !exact->stop; day++)
    {
      Domain child = *domain;

      if (exact->n_flows > MAX_FLOWS)
        return;
      if (!may_lie_on (exact, node, day))
        continue;
      child.low[node] = child.high[node] = day;
      if (narrow (exact, &child))
        search_days (exact, &child);
      child = *domain;
      child.low[node] = day + 1;
      if (exact->placer->found && is_bounded (exact, &child))
        return;
    }
}

/* ---- setting up -------------------------------------------------------- */

static gboolean
has_outer_edges (const SegueNetwork *network,
                 gint32              node)
{
  for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
    if (network->edges[i].rule >= 0)
      return TRUE;
  return network->ceiling[node] < SEGUE_FAR / 2;
}

static gboolean
is_tied (const SegueNetwork *network,
         gint32              act)
{
  for (gint32 i = 0; i < network->n_edges; i++)
    if ((network->node_act[network->edges[i].from] == act) != (network->node_act[network->edges[i].to] == act))
      return TRUE;
  return FALSE;
}

/* Whether it matters on which day a work step ends. */
static gboolean
end_matters (const SeguePlacer *placer,
             gint32             act)
{
  const SegueNetwork *network = placer->network;
  gint32 end = network->act_node[act] + 1;

  if (has_outer_edges (network, end) || network->floor_rule[end] >= 0 ||
      placer->problem->steps[network->act_step[act]].target != SEGUE_DAY_NONE)
    return TRUE;
  for (gint32 i = 0; i < network->n_edges; i++)
    if (network->edges[i].to == end && network->edges[i].rule >= 0)
      return TRUE;
  for (gint32 i = 0; i < placer->n_soft; i++)
    if (placer->problem->rules[placer->soft[i]].point.step == network->act_step[act])
      return TRUE;
  return FALSE;
}

/* Days after which nothing new can become possible, more or less. */
static gint64
count_days (const Exact *exact)
{
  const SegueProblem *problem = exact->placer->problem;
  const SegueNetwork *network = exact->network;
  gint64 last = 0, tail = 21, week = 0;

  for (gint32 i = 0; i < 7; i++)
    week += problem->week[i];
  for (gint32 i = 0; i < problem->n_periods; i++)
    last = MAX (last, (gint64) problem->periods[i].end - problem->now);
  for (gint32 i = 0; i < problem->n_days_off; i++)
    last = MAX (last, (gint64) problem->days_off[i] - problem->now);
  for (gint32 node = 0; node < network->n_nodes; node++)
    {
      last = MAX (last, network->earliest[node] - problem->now);
      if (network->ceiling[node] < SEGUE_FAR / 2)
        last = MAX (last, network->ceiling[node] - problem->now);
    }
  for (gint32 i = 0; i < network->n_edges; i++)
    tail += MAX (network->edges[i].weight, 0);
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = spec_of (exact, act);

      if (spec->type == SEGUE_STEP_WAIT)
        tail += segue_step_length (spec) + 7;
      if (spec->type == SEGUE_STEP_WORK)
        tail += 7 + 7 * segue_step_left (spec) / MAX (week, 1);
    }
  return last + tail;
}

static gboolean
set_up (Exact  *exact,
        Domain *domain)
{
  const SegueNetwork *network = exact->network;
  SegueCalendar *calendar = exact->placer->profile.calendar;

  if (network->n_nodes > MAX_NODES || count_days (exact) > MIN (MAX_DAYS, calendar->limit))
    return FALSE;
  exact->n_days = (gint32) count_days (exact);
  segue_calendar_reach (calendar, exact->n_days);
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = spec_of (exact, act);
      gint32 node = network->act_node[act];

      exact->tied[act] = spec->type == SEGUE_STEP_PRACTICE && is_tied (network, act);
      if (spec->type == SEGUE_STEP_WAIT && (spec->has_load || spec->n_needs > 0))
        exact->fix[node] = TRUE;
      if (spec->type != SEGUE_STEP_WORK || segue_step_left (spec) == 0)
        continue;
      if (exact->n_works == MAX_WORKS)
        return FALSE;
      exact->works[exact->n_works++] = act;
      exact->fix[node] = has_outer_edges (network, node);
      exact->fix[node + 1] = end_matters (exact->placer, act);
    }
  for (gint32 node = 0; node < network->n_nodes; node++)
    {
      const SegueStepSpec *spec = spec_of (exact, network->node_act[node]);
      gint64 last = exact->n_days - (spec->type == SEGUE_STEP_WAIT ? segue_step_length (spec) : 1);

      domain->low[node] = (gint32) (network->floor[node] - exact->placer->base);
      domain->high[node] = (gint32) MIN (network->ceiling[node] - exact->placer->base, last);
    }
  return narrow (exact, domain);
}

/**
 * segue_exact_search:
 * @placer: a placer, with or without a solution
 * @only_feasible: whether any solution will do
 *
 * Looks for a better solution until there is none, or until the plan turns out
 * too large for that. Better means less broken and less late.
 *
 * Returns: whether the search came to its end: then there is no better one
 */
gboolean
segue_exact_search (SeguePlacer *placer,
                    gboolean     only_feasible)
{
  g_autofree Exact *exact = NULL;
  Domain domain;

  if (placer->network->n_nodes > MAX_NODES || placer->network->n_nodes == 0)
    return FALSE;
  exact = g_new0 (Exact, 1);
  exact->placer = placer;
  exact->network = placer->network;
  exact->only_feasible = only_feasible;
  segue_network_find_earliest (placer->network, NULL);
  if (!set_up (exact, &domain))
    return FALSE;
  search_days (exact, &domain);
  return exact->n_flows <= MAX_FLOWS;
}
