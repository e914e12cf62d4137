/* segue-latest.c - the last-minute schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All steps together as late as rules, targets and hours allow. Counting days
 * backwards turns "as late as possible" into "as early as possible", so the
 * placement of segue-placer.c does it, on a mirrored network and calendar:
 *
 *      now ├────A────┤├─B─┤             │ last day
 *          │              ├─B─┤├────A───┤
 *   mirror ├────A───┤├─B─┤                  day -> -day, edges turned round
 *
 * What ends last is placed first (Li & Willis, EJOR 56, 1992). No step may come
 * to lie before where it lies in the schedule itself; one that would is taken
 * earlier in the next round.
 *
 * Where one pass over a list is enough no mirrored network is needed: see
 * segue-latest-list.c.
 *
 * A work of which only the start is limited ends ever later, but has to begin on a
 * day with hours. Of it the least that makes a first day is placed.
 */
#include "schedule/segue-latest.h"

#include <string.h>

typedef struct
{
  const SeguePlacer *placer;
  const SegueNetwork *network;
  const SegueSchedule *schedule;
  const gint32 *limit; /* by node of the network, hours left aside */
  const guint8 *begins; /* by act: only its first day is placed; NULL: none */
  gint32 *mirror_act;  /* by act; -1: nothing limits it */
  gint32 *act;         /* by mirrored act */
  SegueNetwork mirror;
  SegueProblem problem; /* with shorter works, where there are any that only begin */
  SegueStepSpec *steps;
  SegueCalendar calendar;
} Mirror;

/* Whether a work may be done on none of the weekdays that always have hours, so that
 * it has to be done in the periods that have some. */
static gboolean
needs_periods (const SegueProblem *problem,
               gint32              step)
{
  const SegueStepSpec *spec = &problem->steps[step];

  if (spec->type != SEGUE_STEP_WORK || spec->effort[SEGUE_ESTIMATE_LIKELY] <= spec->spent)
    return FALSE;
  for (int i = 0; i < 7; i++)
    if (problem->week[i] > 0 && (spec->weekdays & 1 << i))
      return FALSE;
  return TRUE;
}

static gboolean
has_end_of_hours (const SegueNetwork *network)
{
  for (gint32 act = 0; act < network->n_acts && network->problem->n_periods > 0; act++)
    if (needs_periods (network->problem, network->act_step[act]))
      return TRUE;
  return FALSE;
}

/* The last days of nodes by rules, which are known, targets, rules that gave way and
 * hours that end. All of them limit alike; what is late already may stay where it is. */
static gint32 *
find_limits (const SeguePlacer   *placer,
             const SegueSchedule *schedule)
{
  const SegueNetwork *network = placer->network;
  const SegueProblem *problem = network->problem;
  gint32 *limit = g_memdup2 (placer->latest, sizeof (gint32) * (gsize) MAX (network->n_nodes, 1));

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      gint32 node = network->act_node[act + 1] - 1;
      SegueDay target = problem->steps[network->act_step[act]].target;

      if (target == SEGUE_DAY_NONE)
        continue;
      limit[node] = MIN (limit[node], MAX (target - segue_latest_offset (network, act),
                                           segue_latest_best_day (network, schedule, node)));
    }
  for (gint32 act = 0; act < network->n_acts && problem->n_periods > 0; act++)
    if (needs_periods (problem, network->act_step[act]))
      {
        gint32 node = network->act_node[act + 1] - 1;

        limit[node] = MIN (limit[node], MAX (problem->now + placer->profile.calendar->regular - 1,
                                             segue_latest_best_day (network, schedule, node)));
      }
  for (gint32 i = 0; i < placer->n_soft; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[placer->soft[i]];
      SeguePlace place = segue_network_locate (network, rule->point);

      if (place.node >= 0 && (rule->relation == SEGUE_RELATION_NOT_AFTER ||
                              rule->relation == SEGUE_RELATION_ON))
        limit[place.node] = MIN (limit[place.node], MAX (rule->date - place.offset,
                                                         segue_latest_best_day (network, schedule, place.node)));
    }
  segue_network_find_latest (network, limit, limit);
  return limit;
}

static inline gboolean
only_begins (const Mirror *mirror,
             gint32        act)
{
  return mirror->begins && mirror->begins[act];
}

/* The mirrored acts and nodes. */
static void
add_acts (Mirror *mirror,
          gint32 *mirror_node)
{
  const SegueNetwork *network = mirror->network;
  SegueNetwork *m = &mirror->mirror;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      gint32 first = network->act_node[act];
      gint32 n = network->act_node[act + 1] - first;

      mirror->mirror_act[act] = -1;
      mirror_node[first] = mirror_node[first + n - 1] = -1;
      if (!segue_latest_is_limited (network, mirror->limit, act))
        continue;
      mirror->mirror_act[act] = m->n_acts;
      mirror->act[m->n_acts] = act;
      m->act_step[m->n_acts] = network->act_step[act];
      m->act_days[m->n_acts] = network->act_days[act];
      m->act_take[m->n_acts] = only_begins (mirror, act) ? (SegueTake) { -1, 0 } : network->act_take[act];
      m->act_node[m->n_acts] = m->n_nodes;
      for (gint32 i = 0; i < n; i++)
        {
          m->node_act[m->n_nodes + i] = m->n_acts;
          mirror_node[first + i] = m->n_nodes + n - 1 - i;
        }
      m->n_acts++;
      m->n_nodes += n;
    }
  m->act_node[m->n_acts] = m->n_nodes;
}

static void
add_bounds (Mirror       *mirror,
            const gint32 *mirror_node)
{
  const SegueNetwork *network = mirror->network;
  SegueNetwork *m = &mirror->mirror;

  for (gint32 node = 0; node < network->n_nodes; node++)
    {
      gint32 act = network->node_act[node];
      gint32 to = mirror_node[node];
      gboolean is_end = node == network->act_node[act + 1] - 1;
      gint32 best;

      if (to < 0)
        continue;
      best = segue_latest_best_day (network, mirror->schedule, only_begins (mirror, act) ? network->act_node[act] : node);
      /* What the rules leave at the latest is the earliest here; nothing raises it further. */
      m->floor[to] = m->earliest[to] = -(mirror->limit[node] + segue_latest_offset (network, act));
      m->ceiling[to] = -((is_end ? best : network->floor[node]) + segue_latest_offset (network, act));
      if (m->ceiling[to] < m->floor[to])
        m->ceiling[to] = m->floor[to];
    }
}

/* The end of a work that only begins binds nothing. */
static gboolean
is_for_end (const Mirror    *mirror,
            gint32           from,
            const SegueEdge *edge)
{
  const SegueNetwork *network = mirror->network;
  gint32 act = network->node_act[edge->to];

  return only_begins (mirror, act) && edge->to != network->act_node[act] &&
         (from != network->act_node[act] || edge->weight > 0);
}

static void
add_edges (Mirror       *mirror,
           const gint32 *mirror_node)
{
  const SegueNetwork *network = mirror->network;
  SegueNetwork *m = &mirror->mirror;

  /* Counted two places on, so that filling leaves each where it belongs. */
  for (gint32 node = 0; node < network->n_nodes; node++)
    for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
      {
        gint32 from = mirror_node[network->edges[i].to];

        if ((from | mirror_node[node]) >= 0 && !is_for_end (mirror, node, &network->edges[i]))
          m->first_edge[from + 2]++;
      }
  for (gint32 node = 0; node < m->n_nodes; node++)
    m->first_edge[node + 1] += m->first_edge[node];
  for (gint32 node = 0; node < network->n_nodes; node++)
    for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
      {
        const SegueEdge *edge = &network->edges[i];
        gint32 from = mirror_node[edge->to];
        gint32 weight = edge->weight + segue_latest_offset (network, network->node_act[edge->to]) -
                        segue_latest_offset (network, network->node_act[node]);

        if ((from | mirror_node[node]) >= 0 && !is_for_end (mirror, node, edge))
          m->edges[m->first_edge[from + 1]++] = (SegueEdge) { mirror_node[node], weight };
      }
  m->n_edges = m->first_edge[m->n_nodes];
}

static void
add_order (Mirror       *mirror,
           const gint32 *mirror_node)
{
  const SegueNetwork *network = mirror->network;
  SegueNetwork *m = &mirror->mirror;
  gint32 n = 0;

  for (gint32 rank = network->n_nodes - 1; rank >= 0; rank--)
    {
      gint32 node = mirror_node[segue_network_get_node (network, rank)];

      if (node < 0)
        continue;
      m->order[n] = node;
      m->rank[node] = n++;
    }
  m->has_back_edges = network->has_back_edges;
}

static void
mirror_calendar (Mirror *mirror)
{
  const SegueCalendar *calendar = mirror->placer->profile.calendar;
  gint32 last = segue_latest_find_end (mirror->network, mirror->limit);

  segue_calendar_mirror (&mirror->calendar, calendar, CLAMP (last - calendar->base + 1, 1, calendar->limit));
}

/* Works that only begin take what their first day must have. */
static void
shorten_works (Mirror *mirror)
{
  const SegueNetwork *network = mirror->network;
  const SegueProblem *problem = network->problem;

  mirror->problem = *problem;
  if (mirror->begins == NULL)
    return;
  mirror->steps = g_memdup2 (problem->steps, sizeof (SegueStepSpec) * (gsize) problem->n_steps);
  mirror->problem.steps = mirror->steps;
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      SegueStepSpec *spec = &mirror->steps[network->act_step[act]];

      if (!mirror->begins[act])
        continue;
      spec->effort[SEGUE_ESTIMATE_LIKELY] =
        CLAMP (spec->min_per_day, 1, spec->effort[SEGUE_ESTIMATE_LIKELY] - spec->spent);
      spec->spent = 0;
    }
}

static void
mirror_init (Mirror              *mirror,
             const SeguePlacer   *placer,
             const SegueSchedule *schedule,
             const gint32        *limit,
             const guint8        *begins)
{
  const SegueNetwork *network = placer->network;
  SegueNetwork *m = &mirror->mirror;
  gsize n_nodes = (gsize) network->n_nodes;
  gsize n_acts = (gsize) network->n_acts;
  g_autofree gint32 *mirror_node = g_new0 (gint32, n_nodes + 1);

  memset (mirror, 0, sizeof *mirror);
  mirror->placer = placer;
  mirror->network = network;
  mirror->schedule = schedule;
  mirror->limit = limit;
  mirror->begins = begins;
  shorten_works (mirror);
  mirror->mirror_act = g_new (gint32, n_acts + 1);
  mirror->act = g_new (gint32, n_acts + 1);
  m->problem = &mirror->problem;
  m->act_step = g_new (gint32, n_acts + 1);
  m->act_node = g_new (gint32, n_acts + 1);
  m->act_days = g_new (gint32, n_acts + 1);
  m->act_take = g_new (SegueTake, n_acts + 1);
  m->has_own_rules = network->has_own_rules;
  m->has_practices = network->has_practices;
  m->node_act = g_new (gint32, n_nodes + 1);
  m->floor = g_new (gint32, n_nodes + 1);
  m->ceiling = g_new (gint32, n_nodes + 1);
  m->earliest = g_new (gint32, n_nodes + 1);
  m->latest = g_new (gint32, n_nodes + 1);
  m->support = g_new (gint32, n_nodes + 1);
  m->order = g_new (gint32, n_nodes + 1);
  m->rank = g_new (gint32, n_nodes + 1);
  m->edges = g_new (SegueEdge, MAX (network->n_edges, 1));
  m->edge_from = g_new (gint32, MAX (network->n_edges, 1));
  m->first_edge = g_new0 (gint32, n_nodes + 2);
  mirror_calendar (mirror);
  add_acts (mirror, mirror_node);
  add_bounds (mirror, mirror_node);
  add_edges (mirror, mirror_node);
  add_order (mirror, mirror_node);
}

static void
mirror_clear (Mirror *mirror)
{
  SegueNetwork *m = &mirror->mirror;

  g_free (mirror->mirror_act);
  g_free (mirror->act);
  g_free (mirror->steps);
  g_free (m->act_step);
  g_free (m->act_node);
  g_free (m->act_days);
  g_free (m->act_take);
  g_free (m->node_act);
  g_free (m->floor);
  g_free (m->ceiling);
  g_free (m->earliest);
  g_free (m->latest);
  g_free (m->support);
  g_free (m->order);
  g_free (m->rank);
  g_free (m->edges);
  g_free (m->edge_from);
  g_free (m->first_edge);
  segue_calendar_clear (&mirror->calendar);
}

/* A practice that nothing limits takes its load however late the rest lies. */
static void
keep_practices (const Mirror *mirror,
                SeguePlacer  *turned)
{
  const SegueNetwork *network = mirror->network;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = &network->problem->steps[network->act_step[act]];
      SegueReserve standing = { spec->load, 0, 0 };

      if (spec->type != SEGUE_STEP_PRACTICE || !spec->has_load || mirror->mirror_act[act] >= 0)
        continue;
      standing.until = -segue_latest_best_day (network, mirror->schedule, network->act_node[act]) - turned->base;
      g_array_append_val (turned->standing, standing);
    }
}

/* Places the mirrored acts; whoever finds no room is taken earlier next time. */
static gboolean
place_mirrored (const Mirror *mirror,
                SeguePlacer  *turned)
{
  gint32 n_acts = mirror->mirror.n_acts;
  g_autofree gint64 *key = g_new (gint64, MAX (n_acts, 1));

  for (gint32 i = 0; i < n_acts; i++)
    {
      gint32 act = mirror->act[i];
      const SegueStepResult *result = &mirror->schedule->steps[mirror->network->act_step[act]];

      key[i] = mirror->network->problem->now - (gint64) (only_begins (mirror, act) ? result->start : result->end);
    }
  for (gint32 round = 0; round < SEGUE_LATEST_ROUNDS; round++)
    {
      segue_placer_sort (turned, key);
      if (segue_placer_place (turned))
        return TRUE;
      if (turned->failed_act < 0)
        return FALSE;
      key[turned->failed_act] = -SEGUE_FAR / 2 - round;
    }
  return FALSE;
}

/* Turns the days back. */
static void
turn_back (const Mirror      *mirror,
           const SeguePlacer *turned,
           gint32            *latest)
{
  const SegueNetwork *network = mirror->network;

  for (gint32 i = 0; i < mirror->mirror.n_acts; i++)
    {
      gint32 act = mirror->act[i];
      const SeguePlacement *placement = &turned->placement[i];

      latest[network->act_node[act]] = -(turned->base + placement->end);
      latest[network->act_node[act + 1] - 1] = -(turned->base + placement->start) - segue_latest_offset (network, act);
    }
}

static SegueLatestOutcome
find_by_mirror (const SeguePlacer   *placer,
                const SegueSchedule *schedule,
                const gint32        *limit,
                const guint8        *begins,
                gint32              *latest)
{
  SeguePlacer turned;
  Mirror mirror;
  gboolean found;

  mirror_init (&mirror, placer, schedule, limit, begins);
  segue_placer_init (&turned, &mirror.mirror, &mirror.calendar, NULL, 0, NULL);
  turned.cancelled = placer->cancelled;
  turned.profile.is_mirrored = TRUE;
  turned.profile.first_weekday = (gint32) segue_day_get_weekday (-mirror.calendar.base);
  keep_practices (&mirror, &turned);
  found = place_mirrored (&mirror, &turned);
  memcpy (latest, limit, sizeof (gint32) * (gsize) placer->network->n_nodes);
  if (found)
    turn_back (&mirror, &turned, latest);
  segue_placer_clear (&turned);
  mirror_clear (&mirror);
  return found ? SEGUE_LATEST_FOUND : SEGUE_LATEST_NO_ROOM;
}

/* Whether only the start of a work is limited. */
static gboolean
is_begun_by (const SegueNetwork *network,
             const gint32       *limit,
             gint32              act)
{
  const SegueStepSpec *spec = &network->problem->steps[network->act_step[act]];

  return limit[network->act_node[act]] < SEGUE_FAR / 2 && !segue_latest_is_limited (network, limit, act) &&
         spec->type == SEGUE_STEP_WORK && spec->effort[SEGUE_ESTIMATE_LIKELY] > spec->spent;
}

/* The same for all, with the first days of works that only have to begin. */
static SegueLatestOutcome
find_with_begins (const SeguePlacer   *placer,
                  const SegueSchedule *schedule,
                  const gint32        *limit,
                  gint32              *latest)
{
  const SegueNetwork *network = placer->network;
  g_autofree gint32 *nearer = NULL;
  g_autofree guint8 *begins = NULL;
  SegueLatestOutcome outcome;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      if (!is_begun_by (network, limit, act))
        continue;
      if (begins == NULL)
        {
          begins = g_new0 (guint8, network->n_acts);
          nearer = g_memdup2 (limit, sizeof (gint32) * (gsize) network->n_nodes);
        }
      begins[act] = TRUE;
      nearer[network->act_node[act] + 1] = limit[network->act_node[act]];
    }
  if (begins == NULL)
    return SEGUE_LATEST_NO_ROOM;
  outcome = find_by_mirror (placer, schedule, nearer, begins, latest);
  for (gint32 act = 0; act < network->n_acts; act++)
    if (begins[act])
      latest[network->act_node[act] + 1] = limit[network->act_node[act] + 1];
  return outcome;
}

/* Where there is no such schedule what is limited stays where it is. */
static void
stay (const SegueNetwork  *network,
      const SegueSchedule *schedule,
      const gint32        *limit,
      gint32              *latest)
{
  for (gint32 node = 0; node < network->n_nodes; node++)
    latest[node] = segue_latest_is_limited (network, limit, network->node_act[node])
                   ? segue_latest_best_day (network, schedule, node) : limit[node];
}

/* Where the end of an act is not limited what comes after its nodes may be. */
static void
limit_the_rest (const SegueNetwork *network,
                const gint32       *limit,
                gint32             *latest)
{
  for (gint32 rank = network->n_nodes - 1; rank >= 0; rank--)
    {
      gint32 node = segue_network_get_node (network, rank);

      if (segue_latest_is_limited (network, limit, network->node_act[node]))
        continue;
      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        if (latest[network->edges[i].to] < SEGUE_FAR / 2)
          latest[node] = MIN (latest[node], latest[network->edges[i].to] - network->edges[i].weight);
    }
}

static void
set_latest (const SegueNetwork *network,
            const gint32       *latest,
            gint32              act,
            SegueStepResult    *result)
{
  gint32 start = latest[network->act_node[act]];
  gint32 end = latest[network->act_node[act + 1] - 1];

  if (start < SEGUE_FAR / 2)
    result->latest_start = start;
  if (end >= SEGUE_FAR / 2)
    return;
  result->latest_end = end + segue_latest_offset (network, act);
  result->slack = result->latest_end - result->end;
  result->critical = result->slack == 0;
}

/**
 * segue_latest_fill:
 * @placer: the placer whose layout was taken
 * @schedule: a schedule with its dates, which alone say where acts lie
 *
 * Gives each step its days in the last-minute schedule, slack and `critical`.
 */
void
segue_latest_fill (const SeguePlacer *placer,
                   SegueSchedule     *schedule)
{
  const SegueNetwork *network = placer->network;
  gboolean by_rules = !network->has_targets && placer->n_soft == 0 && !has_end_of_hours (network);
  g_autofree gint32 *other_limit = by_rules ? NULL : find_limits (placer, schedule);
  const gint32 *limit = by_rules ? placer->latest : other_limit;
  g_autofree gint32 *latest = g_new (gint32, MAX (network->n_nodes, 1));
  SegueLatestOutcome outcome = find_with_begins (placer, schedule, limit, latest);

  if (outcome != SEGUE_LATEST_FOUND)
    outcome = segue_latest_by_list (placer, schedule, limit, latest);
  if (outcome == SEGUE_LATEST_OTHER_WAY)
    outcome = find_by_mirror (placer, schedule, limit, NULL, latest);
  if (outcome == SEGUE_LATEST_NO_ROOM)
    stay (network, schedule, limit, latest);
  limit_the_rest (network, limit, latest);
  for (gint32 act = 0; act < network->n_acts; act++)
    set_latest (network, latest, act, &schedule->steps[network->act_step[act]]);
}
