/* segue-latest-list.c - the last-minute schedule by one pass over a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where no edge goes back the mirrored network need not be made: its edges are
 * those of the network itself, read from where they begin. An act is placed
 * when all that waits for it lies, and asks its own edges how late it may be:
 *
 *                  ┌──────────────►( c ) lies
 *      ( a )───────┤                             a is not after c - w, d - w
 *                  └──────►( d ) lies
 *
 * One walk over the edges of an act finds both what it may be and, if something
 * behind it has no place yet, whom to wait for. It is looked at again when that
 * one lies, so nothing is counted beforehand. Acts come in the order of the list,
 * the first that waits for nothing first, as segue_placer_line_up() takes them.
 */
#include "schedule/segue-bit-queue.h"
#include "schedule/segue-latest.h"

#include <string.h>

#define AHEAD 6

/**
 * Pass:
 * @limit: for each node the last day of all
 * @latest: the same; of an act that lies, where it does
 * @low: for each node the first day it may come to lie on; %NULL until wanted
 * @list: acts with a limit, by the ends that the layout gives them, the last first
 * @lies: by node; those of acts without a limit bind nothing and count as if they lay
 * @first_waiter: by act the place in the list of the last that has come to wait for
 *   it, or -1
 * @next_waiter: by place the one that waits for the same
 * @late: places before the next one that have to be looked at again
 */
typedef struct
{
  const SeguePlacer *placer;
  const SegueNetwork *network;
  const SegueSchedule *schedule;
  const gint32 *limit;
  gint32 *latest;
  gint32 *low;
  gint32 *list;
  gint32 n;
  guint8 *lies;
  gint32 *first_waiter;
  gint32 *next_waiter;
  SegueBitQueue late;
  SegueCalendar calendar; /* counted backwards */
  SegueProfile profile;
} Pass;

/* ---- life -------------------------------------------------------------- */

static inline const SegueStepResult *
find_result (const Pass *pass,
             gint32      act)
{
  return &pass->schedule->steps[pass->network->act_step[act]];
}

/* Acts that end on the same day come as they stand. */
static void
list_acts (Pass *pass)
{
  const SegueNetwork *network = pass->network;
  g_autofree gint32 *before = NULL;
  gint32 last = network->problem->now;
  gint32 n_days;

  for (gint32 act = 0; act < network->n_acts; act++)
    last = MAX (last, find_result (pass, act)->end);
  n_days = last - network->problem->now + 1;
  /* Counted one place on, so that each day finds how many come before it. */
  before = g_new0 (gint32, (gsize) n_days + 1);
  for (gint32 act = 0; act < network->n_acts; act++)
    if (segue_latest_is_limited (network, pass->limit, act))
      before[last - find_result (pass, act)->end + 1]++;
  for (gint32 day = 0; day < n_days; day++)
    before[day + 1] += before[day];
  pass->n = before[n_days];
  pass->list = g_new (gint32, MAX (pass->n, 1));
  for (gint32 act = 0; act < network->n_acts; act++)
    if (segue_latest_is_limited (network, pass->limit, act))
      pass->list[before[last - find_result (pass, act)->end]++] = act;
}

static void
pass_init (Pass                *pass,
           const SeguePlacer   *placer,
           const SegueSchedule *schedule,
           const gint32        *limit,
           gint32              *latest)
{
  const SegueCalendar *calendar = placer->profile.calendar;
  gsize n_acts = (gsize) MAX (placer->network->n_acts, 1);
  gint32 last = segue_latest_find_end (placer->network, limit);

  *pass = (Pass) {
    .placer = placer, .network = placer->network, .schedule = schedule, .limit = limit, .latest = latest,
  };
  list_acts (pass);
  pass->lies = g_new (guint8, MAX (placer->network->n_nodes, 1));
  pass->first_waiter = g_new (gint32, n_acts);
  pass->next_waiter = g_new (gint32, n_acts);
  segue_bit_queue_init (&pass->late, pass->n);
  segue_calendar_mirror (&pass->calendar, calendar, CLAMP (last - calendar->base + 1, 1, calendar->limit));
  segue_profile_init (&pass->profile, &pass->calendar);
  pass->profile.is_mirrored = TRUE;
  pass->profile.expected = placer->profile.expected;
  pass->profile.first_weekday = (gint32) segue_day_get_weekday (-pass->calendar.base);
}

static void
pass_clear (Pass *pass)
{
  segue_profile_clear (&pass->profile);
  segue_calendar_clear (&pass->calendar);
  segue_bit_queue_clear (&pass->late);
  g_free (pass->low);
  g_free (pass->list);
  g_free (pass->lies);
  g_free (pass->first_waiter);
  g_free (pass->next_waiter);
}

/* ---- placing ----------------------------------------------------------- */

static inline void
set_lies (Pass    *pass,
          gint32   act,
          gboolean lies)
{
  pass->lies[pass->network->act_node[act]] = (guint8) lies;
  pass->lies[pass->network->act_node[act + 1] - 1] = (guint8) lies;
}

/*
 * Finds how late the nodes of an act may be; from then on it counts as lying. Returns
 * an act behind it that has no place yet, or -1. Of its own two nodes the first is
 * not after the second in the limits already.
 */
static inline gint32
pull_limits (Pass   *pass,
             gint32  act,
             gint32  last[2])
{
  const SegueNetwork *network = pass->network;
  const SegueEdge *edges = network->edges;
  const gint32 *latest = pass->latest;
  const guint8 *lies = pass->lies;
  gint32 first = network->act_node[act];
  gint32 end = network->act_node[act + 1];

  set_lies (pass, act, TRUE);
  for (gint32 node = first; node < end; node++)
    {
      gint32 day = latest[node];

      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        {
          if (!lies[edges[i].to])
            {
              set_lies (pass, act, FALSE);
              return network->node_act[edges[i].to];
            }
          day = MIN (day, latest[edges[i].to] - edges[i].weight);
        }
      last[node - first] = day;
    }
  return -1;
}

/* No end comes to lie before that of the layout, no start before what is before it
 * could then begin. */
static void
find_low (Pass *pass)
{
  const SegueNetwork *network = pass->network;

  pass->low = g_new (gint32, MAX (network->n_nodes, 1));
  for (gint32 node = 0; node < network->n_nodes; node++)
    {
      gboolean is_end = node == network->act_node[network->node_act[node] + 1] - 1;

      pass->low[node] = MIN (is_end ? segue_latest_best_day (network, pass->schedule, node) : network->floor[node],
                             pass->limit[node]);
    }
  for (gint32 rank = 0; rank < network->n_nodes; rank++)
    {
      gint32 node = segue_network_get_node (network, rank);

      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        {
          const SegueEdge *edge = &network->edges[i];

          if (segue_latest_is_limited (network, pass->limit, network->node_act[node]) &&
              segue_latest_is_limited (network, pass->limit, network->node_act[edge->to]))
            pass->low[edge->to] = MAX (pass->low[edge->to], pass->low[node] + edge->weight);
        }
    }
}

static gboolean
place_by_window (Pass           *pass,
                 gint32          act,
                 const gint32    last[2],
                 SeguePlacement *placement)
{
  const SegueNetwork *network = pass->network;
  gint32 start = network->act_node[act];
  gint32 end = network->act_node[act + 1] - 1;
  gint32 shift = segue_latest_offset (network, act) + pass->calendar.base;
  SegueWindow window = { MAX (-(last[end - start] + shift), 0), 0, 0, SEGUE_FAR };

  if (pass->low == NULL)
    find_low (pass);
  window.start_until = -(pass->low[end] + shift);
  if (start < end)
    {
      window.end_from = -(last[0] + shift);
      window.end_until = -(pass->low[start] + shift);
    }
  return window.start_from <= G_MAXINT32 / 2 && window.end_from <= G_MAXINT32 / 2 &&
         segue_profile_place (&pass->profile, &network->problem->steps[network->act_step[act]], &window, placement);
}

/* Places an act that is simple and comes to lie where nothing else has to be asked.
 * FALSE: nothing has changed. */
static inline gboolean
place_simply (Pass           *pass,
              gint32          act,
              const gint32    last[2],
              SeguePlacement *placement)
{
  const SegueNetwork *network = pass->network;
  const SegueStepResult *best = find_result (pass, act);
  SegueTake take = network->act_take[act];
  gint32 base = pass->calendar.base;
  gint32 offset = segue_latest_offset (network, act);

  if (take.minutes == 0)
    {
      placement->start = MAX (-(last[0] + offset + base), 0);
      return placement->start <= -(best->start + offset + base);
    }
  if (take.minutes < 0 || -(last[1] + base) > G_MAXINT32 / 2)
    return FALSE;
  if (!segue_profile_place_plain (&pass->profile, take.cap, MAX (-(last[1] + base), 0), take.minutes, placement))
    return FALSE;
  if (placement->end >= -(last[0] + base) && placement->start <= -(best->end + base) &&
      placement->end <= -(best->start + base))
    return TRUE;
  segue_profile_give_back (&pass->profile, placement->minutes.first);
  return FALSE;
}

static gboolean
place_act (Pass         *pass,
           gint32        act,
           const gint32  last[2])
{
  const SegueNetwork *network = pass->network;
  gint32 start = network->act_node[act];
  gint32 end = network->act_node[act + 1] - 1;
  SeguePlacement placement;

  /* Nobody asks for the hours of the last-minute schedule. */
  pass->profile.minutes.n = 0;
  if (!place_simply (pass, act, last, &placement) && !place_by_window (pass, act, last, &placement))
    return FALSE;
  pass->latest[end] = -(pass->calendar.base + placement.start) - segue_latest_offset (network, act);
  if (start < end)
    pass->latest[start] = -(pass->calendar.base + placement.end);
  return TRUE;
}

/* ---- the list ---------------------------------------------------------- */

static void
wait_for (Pass   *pass,
          gint32  place,
          gint32  act)
{
  pass->next_waiter[place] = pass->first_waiter[act];
  pass->first_waiter[act] = place;
}

static void
wake_waiters (Pass   *pass,
              gint32  act)
{
  for (gint32 place = pass->first_waiter[act]; place >= 0; place = pass->next_waiter[place])
    segue_bit_queue_push (&pass->late, place);
}

/* Acts stand in the list in no order that memory knows. */
static inline void
prefetch (const Pass *pass,
          gint32      act)
{
  gint32 node = pass->network->act_node[act];

  __builtin_prefetch (&pass->network->act_take[act]);
  __builtin_prefetch (find_result (pass, act));
  __builtin_prefetch (&pass->latest[node]);
  __builtin_prefetch (&pass->network->edges[pass->network->first_edge[node]]);
}

/* Returns how many acts lie then; @failed is the place of the one that finds no room,
 * or -1. */
static gint32
place_list (Pass   *pass,
            gint32 *failed)
{
  gint32 next = 0;
  gint32 n_placed = 0;

  *failed = -1;
  while (pass->late.n > 0 || next < pass->n)
    {
      gint32 place = pass->late.n > 0 ? segue_bit_queue_pop (&pass->late) : next++;
      gint32 act = pass->list[place];
      gint32 last[2];
      gint32 behind;

      if (next + AHEAD < pass->n)
        prefetch (pass, pass->list[next + AHEAD]);
      behind = pull_limits (pass, act, last);
      if (behind >= 0)
        {
          wait_for (pass, place, behind);
          continue;
        }
      if (!place_act (pass, act, last))
        {
          *failed = place;
          return n_placed;
        }
      wake_waiters (pass, act);
      n_placed++;
    }
  return n_placed;
}

static void
begin_round (Pass *pass)
{
  const SegueNetwork *network = pass->network;

  memcpy (pass->latest, pass->limit, sizeof (gint32) * (gsize) network->n_nodes);
  memset (pass->first_waiter, 0xff, sizeof (gint32) * (gsize) network->n_acts);
  memset (pass->lies, TRUE, (gsize) network->n_nodes);
  for (gint32 i = 0; i < pass->n; i++)
    set_lies (pass, pass->list[i], FALSE);
  while (pass->late.n > 0)
    segue_bit_queue_pop (&pass->late);
  segue_profile_reset (&pass->profile, TRUE);
  segue_profile_reach (&pass->profile, 1);
}

static void
take_first (Pass   *pass,
            gint32  place)
{
  gint32 act = pass->list[place];

  memmove (pass->list + 1, pass->list, sizeof (gint32) * (gsize) place);
  pass->list[0] = act;
}

/* Whoever finds no room is taken before all others in the next round. */
static SegueLatestOutcome
place_rounds (Pass *pass)
{
  for (gint32 round = 0; round < SEGUE_LATEST_ROUNDS; round++)
    {
      gint32 failed;

      begin_round (pass);
      if (place_list (pass, &failed) == pass->n)
        return SEGUE_LATEST_FOUND;
      /* All that is left waits for each other. */
      if (failed < 0)
        return SEGUE_LATEST_OTHER_WAY;
      if (pass->placer->cancelled && g_atomic_int_get (pass->placer->cancelled))
        return SEGUE_LATEST_NO_ROOM;
      take_first (pass, failed);
    }
  return SEGUE_LATEST_NO_ROOM;
}

/**
 * segue_latest_by_list:
 * @placer: the placer whose layout was taken
 * @schedule: with the dates of that layout
 * @limit: for each node the last day of all; %SEGUE_FAR / 2 and more where
 *   nothing limits it
 * @latest: (out): for each node of an act that is limited, where it lies at the
 *   last minute, and the limit for all others; undefined unless found
 *
 * Returns: whether that was found, or nothing was, or it has to be looked for by
 *   passes over a mirrored network
 */
SegueLatestOutcome
segue_latest_by_list (const SeguePlacer   *placer,
                      const SegueSchedule *schedule,
                      const gint32        *limit,
                      gint32              *latest)
{
  const SegueNetwork *network = placer->network;
  SegueLatestOutcome outcome;
  Pass pass;

  if (network->has_back_edges || network->has_practices || network->has_own_rules)
    return SEGUE_LATEST_OTHER_WAY;
  pass_init (&pass, placer, schedule, limit, latest);
  outcome = place_rounds (&pass);
  pass_clear (&pass);
  return outcome;
}
