/* segue-overload.c - windows with more work than hours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates leave each work step a window. If all whose windows lie within
 * [a, b] need more minutes than [a, b] has, they cannot all be done; for work
 * that may be split and has no limits a day such an overloaded window exists
 * whenever there is no schedule (Horn 1974; Carlier, EJOR 11, 1982):
 *
 *      a ├───────────────────────────────┤ b
 *        ├── 30 h ──┤   ├──── 50 h ──────┤      needed 80 h
 *        ▂▂▂▂▁▁▇▇▂▂▂▂▁▁▇▇▂▂▂▂▁▁▇▇▂▂▂▂▁▁▇▇      available 64 h
 *
 * A step that may take only so much of a day counts with that.
 */
#include "schedule/segue-conflict.h"
#include "schedule/segue-exact.h"
#include "schedule/segue-telling.h"

#include <string.h>

typedef struct
{
  gint32 act;
  gint64 from;  /* days from now */
  gint64 until; /* SEGUE_FAR: no limit */
  gint64 effort;
} Job;

typedef struct
{
  SegueNetwork *network;
  SegueCalendar *calendar;
  Job *jobs;
  gint32 n_jobs;
  gint32 n_days;
  gboolean is_open; /* has jobs without an end */
  gint64 *left;    /* minutes that work can have at most, by day */
  gint64 *wanted;  /* minutes that the steps looked at can take, by day */
} Search;

typedef struct
{
  gint64 from;
  gint64 until;
  gint64 needed;
  gint64 available;
} Window;

static int
compare_by_start (const void *a,
                  const void *b)
{
  const Job *x = a;
  const Job *y = b;

  if (x->from != y->from)
    return x->from > y->from ? -1 : 1;
  return x->act - y->act;
}

/* Days looked at to begin with where work has no end. */
#define OPEN_DAYS 28

static void
collect_jobs (Search *search)
{
  const SegueNetwork *network = search->network;
  const SegueProblem *problem = network->problem;
  gint64 last = 0;

  search->jobs = g_new (Job, MAX (network->n_acts, 1));
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = &problem->steps[network->act_step[act]];
      gint64 from = network->earliest[network->act_node[act]] - problem->now;
      gint64 until = network->latest[network->act_node[act + 1] - 1] - problem->now;

      if (spec->type != SEGUE_STEP_WORK || segue_step_left (spec) == 0)
        continue;
      if (until >= search->calendar->limit)
        until = SEGUE_FAR;
      search->is_open = search->is_open || until == SEGUE_FAR;
      last = MAX (last, until == SEGUE_FAR ? MAX (from, search->calendar->regular) + OPEN_DAYS : until);
      search->jobs[search->n_jobs++] = (Job) { act, from, until, segue_step_left (spec) };
    }
  qsort (search->jobs, (size_t) search->n_jobs, sizeof (Job), compare_by_start);
  search->n_days = (gint32) MIN (last + 1, search->calendar->limit);
}

static gboolean
has_load (const Search *search,
          gint32        act)
{
  const SegueStepSpec *spec = &search->network->problem->steps[search->network->act_step[act]];

  return spec->has_load && (spec->type == SEGUE_STEP_WAIT || spec->type == SEGUE_STEP_PRACTICE);
}

/* The days that a wait or a practice covers wherever it lies; a practice that
 * only dates bind lies on all days they leave it. */
static Window
find_sure_days (const Search *search,
                gint32        act)
{
  const SegueNetwork *network = search->network;
  const SegueStepSpec *spec = &network->problem->steps[network->act_step[act]];
  gint32 node = network->act_node[act];
  Window days = { network->latest[node], network->earliest[node], 0, 0 };

  if (spec->type == SEGUE_STEP_WAIT)
    days.until += segue_step_length (spec) - 1;
  else if (segue_exact_is_tied (network, act))
    days.until = network->earliest[node + 1];
  else
    days = (Window) { network->earliest[node], network->latest[node + 1], 0, 0 };
  days.from = MAX (days.from - network->problem->now, 0);
  days.until = MIN (days.until - network->problem->now, search->n_days - 1);
  return days;
}

static gint32
load_on (const Search *search,
         gint32        act,
         gint64        day)
{
  const SegueNetwork *network = search->network;

  return network->problem->steps[network->act_step[act]].load[segue_day_get_weekday ((SegueDay) (network->problem->now + day))];
}

/* Takes off what a wait or a practice takes wherever it lies. */
static void
subtract_sure_load (Search *search,
                    gint32  act)
{
  Window days = find_sure_days (search, act);

  for (gint64 i = days.from; i <= days.until; i++)
    search->left[i] = MAX (search->left[i] - load_on (search, act, i), 0);
}

static void
find_left (Search *search)
{
  const SegueNetwork *network = search->network;

  segue_calendar_reach (search->calendar, search->n_days);
  search->left = g_renew (gint64, search->left, MAX (search->n_days, 1));
  search->wanted = g_renew (gint64, search->wanted, MAX (search->n_days, 1));
  for (gint32 i = 0; i < search->n_days; i++)
    {
      search->left[i] = MAX (search->calendar->minutes[i], 0);
      search->wanted[i] = G_MAXINT64; /* where limits a day are left aside */
    }
  for (gint32 act = 0; act < network->n_acts; act++)
    if (has_load (search, act))
      subtract_sure_load (search, act);
}

static gint32
cap_on (const Search *search,
        const Job    *job,
        gint64        day)
{
  const SegueNetwork *network = search->network;
  const SegueStepSpec *spec = &network->problem->steps[network->act_step[job->act]];
  gint32 weekday = (gint32) segue_day_get_weekday ((SegueDay) (network->problem->now + day));

  if (!(spec->weekdays >> weekday & 1))
    return 0;
  return spec->max_per_day > 0 ? spec->max_per_day : G_MAXINT32;
}

static gint64
sum_available (const Search *search,
               gint64        from,
               gint64        until)
{
  gint64 sum = 0;

  for (gint64 i = from; i <= MIN (until, search->n_days - 1); i++)
    sum += MIN (search->left[i], search->wanted[i]);
  return sum;
}

/* Days looked at in all, so that very large plans are answered as well. */
#define DAY_BUDGET 20000000

/* For windows that end at @until: the one that lacks most, if any lacks. */
static gboolean
find_worst_window (Search *search,
                   gint64  until,
                   gint64 *budget,
                   Window *worst)
{
  gint64 end = MIN (until, search->n_days - 1);
  gint64 needed = 0;
  gboolean found = FALSE;

  memset (search->wanted, 0, sizeof (gint64) * (gsize) search->n_days);
  for (gint32 k = 0; k < search->n_jobs && *budget > 0; k++)
    {
      const Job *job = &search->jobs[k];

      if (job->until > until)
        continue;
      needed += job->effort;
      for (gint64 i = 0; i <= end; i++)
        search->wanted[i] += cap_on (search, job, i);
      *budget -= end + 1;
      if (k + 1 < search->n_jobs && search->jobs[k + 1].from == job->from &&
          search->jobs[k + 1].until <= until)
        continue;
      if (job->from <= end)
        *budget -= end - job->from;
      if (needed - sum_available (search, MAX (job->from, 0), end) >
          (found ? worst->needed - worst->available : 0))
        {
          found = TRUE;
          *worst = (Window) { job->from, end, needed, sum_available (search, MAX (job->from, 0), end) };
        }
    }
  return found;
}

/* The same without limits a day: hours from @from on are one difference. */
static gboolean
find_worst_of (const Search *search,
               gint64        until,
               Window       *worst)
{
  gint64 end = MIN (until, search->n_days - 1);
  gint64 needed = 0, available = 0, day = end + 1;
  gboolean found = FALSE;

  for (gint32 k = 0; k < search->n_jobs; k++)
    {
      const Job *job = &search->jobs[k];

      if (job->until > until)
        continue;
      needed += job->effort;
      for (; day > MAX (job->from, 0); day--)
        available += search->left[day - 1];
      if (needed - available > (found ? worst->needed - worst->available : 0))
        {
          found = TRUE;
          *worst = (Window) { job->from, end, needed, available };
        }
    }
  return found;
}

static int
compare_days (const void *a,
              const void *b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* ---- what is due first, first ------------------------------------------ */

typedef struct
{
  gint64 until;
  gint64 left;
} Due;

static void
due_push (Due    *heap,
          gint32 *n,
          Due     item)
{
  gint32 at = (*n)++;

  for (; at > 0 && heap[(at - 1) / 2].until > item.until; at = (at - 1) / 2)
    heap[at] = heap[(at - 1) / 2];
  heap[at] = item;
}

static void
due_pop (Due    *heap,
         gint32 *n)
{
  Due item = heap[--(*n)];
  gint32 at = 0;

  for (gint32 child = 1; child < *n; child = 2 * at + 1)
    {
      if (child + 1 < *n && heap[child + 1].until < heap[child].until)
        child++;
      if (heap[child].until >= item.until)
        break;
      heap[at] = heap[child];
      at = child;
    }
  if (*n > 0)
    heap[at] = item;
}

/* A day's minutes go to what is due first. FALSE: something is past due, and
 * @until says when it was. */
static gboolean
spend_day (Due    *heap,
           gint32 *n,
           gint64  day,
           gint64  left,
           gint64 *until)
{
  while (*n > 0 && left > 0)
    {
      gint64 amount = MIN (left, heap[0].left);

      if (heap[0].until < day)
        break;
      left -= amount;
      heap[0].left -= amount;
      if (heap[0].left == 0)
        due_pop (heap, n);
    }
  if (*n == 0 || heap[0].until > day)
    return TRUE;
  *until = heap[0].until;
  return FALSE;
}

/*
 * Gives each day to what is due first, limits a day left aside (Horn 1974).
 * Whatever is late then is so because some window up to its end has too little.
 * Returns whether anything is; @until is the first such end.
 */
static gboolean
find_late_end (const Search *search,
               gint64       *until)
{
  g_autofree Due *heap = g_new (Due, MAX (search->n_jobs, 1));
  gint32 next = search->n_jobs - 1; /* the earliest start stands last */
  gint32 n = 0;

  for (gint64 day = 0; day < search->n_days; day++)
    {
      for (; next >= 0 && search->jobs[next].from <= day; next--)
        due_push (heap, &n, (Due) { search->jobs[next].until, search->jobs[next].effort });
      if (!spend_day (heap, &n, day, search->left[day], until))
        return TRUE;
    }
  *until = SEGUE_FAR;
  return n > 0 || next >= 0;
}

/* Whether looking at every window of every end would take too long. */
static gboolean
is_large (const Search *search)
{
  return (gint64) search->n_jobs * search->n_days > DAY_BUDGET / 10;
}

static gboolean
find_overload (Search *search,
               Window *worst)
{
  g_autofree gint64 *ends = g_new (gint64, MAX (search->n_jobs, 1));
  gint64 budget = DAY_BUDGET;

  if (is_large (search))
    {
      gint64 until = 0;

      return find_late_end (search, &until) && find_worst_of (search, until, worst);
    }
  for (gint32 k = 0; k < search->n_jobs; k++)
    ends[k] = search->jobs[k].until;
  qsort (ends, (size_t) search->n_jobs, sizeof *ends, compare_days);
  for (gint32 k = 0; k < search->n_jobs && budget > 0; k++)
    if ((k == 0 || ends[k] != ends[k - 1]) && find_worst_window (search, ends[k], &budget, worst))
      return TRUE;
  return FALSE;
}

/*
 * Work without an end is first looked at on few days. If it lacks hours there,
 * and no week that comes after them has any, none ever will; if some have, more
 * days are looked at.
 */
static gboolean
find_overload_in_time (Search *search,
                       Window *worst)
{
  for (;;)
    {
      gint32 n_days = search->n_days;

      find_left (search);
      if (!find_overload (search, worst))
        return FALSE;
      if (!search->is_open || worst->until < n_days - 1 || n_days == search->calendar->limit)
        return TRUE;
      if (n_days >= search->calendar->regular + 7 && sum_available (search, n_days - 7, n_days - 1) == 0)
        {
          worst->until = search->calendar->limit - 1;
          return TRUE;
        }
      search->n_days = (gint32) MIN ((gint64) n_days * 8, search->calendar->limit);
    }
}

/* ---- telling it -------------------------------------------------------- */

static void
tell_window (const Search *search,
             const Window *window,
             SegueFinding *finding)
{
  gint64 now = search->network->problem->now;

  finding->base.from = (SegueDay) (now + MAX (window->from, 0));
  finding->base.until = (SegueDay) (now + window->until);
  finding->base.needed = window->needed;
  finding->base.available = window->available;
  finding->base.shortage = MAX (window->needed - window->available, 0);
}

/* Whether a wait or a practice surely takes hours of the window. */
static gboolean
loads_window (const Search *search,
              gint32        act,
              const Window *window)
{
  Window days = find_sure_days (search, act);

  for (gint64 i = MAX (days.from, window->from); i <= MIN (days.until, window->until); i++)
    if (load_on (search, act, i) > 0 && search->calendar->minutes[i] > 0)
      return TRUE;
  return FALSE;
}

/* What waits and practices surely take of the window: they compete as well. */
static void
add_loads (const Search *search,
           Window       *window,
           SegueTelling *telling)
{
  const SegueNetwork *network = search->network;
  gboolean any = FALSE;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      if (!has_load (search, act) || !loads_window (search, act, window))
        continue;
      any = TRUE;
      segue_telling_add_step (telling, network->act_step[act]);
      if (network->problem->steps[network->act_step[act]].type == SEGUE_STEP_PRACTICE &&
          !segue_exact_is_tied (network, act))
        continue;
      segue_telling_add_ceiling_rules (telling, network->act_node[act]);
      segue_telling_add_floor_rules (telling, network->act_node[act + 1] - 1);
    }
  for (gint64 i = MAX (window->from, 0); any && i <= MIN (window->until, search->n_days - 1); i++)
    {
      gint64 taken = MAX (search->calendar->minutes[i], 0) - search->left[i];

      window->needed += taken;
      window->available += taken;
    }
}

static void
tell_overload (const Search *search,
               Window       *window,
               SegueTelling *telling)
{
  const SegueNetwork *network = search->network;
  g_autofree const Job **job_of = g_new0 (const Job *, MAX (network->n_acts, 1));

  for (gint32 k = 0; k < search->n_jobs; k++)
    job_of[search->jobs[k].act] = &search->jobs[k];
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const Job *job = job_of[act];

      if (job == NULL || job->from < window->from || MIN (job->until, search->n_days - 1) > window->until)
        continue;
      segue_telling_add_step (telling, network->act_step[act]);
      segue_telling_add_ceiling_rules (telling, network->act_node[act] + 1);
      if (window->from > 0)
        segue_telling_add_floor_rules (telling, network->act_node[act]);
    }
  add_loads (search, window, telling);
  tell_window (search, window, telling->finding);
  telling->finding->is_window = TRUE;
}

/* What a wait would take of its days, and what of that the days have, at best. */
static void
measure_wait (const SeguePlacer   *placer,
              const SegueStepSpec *spec,
              Window              *window)
{
  gint64 length = segue_step_length (spec);
  gint64 least = G_MAXINT64;

  for (gint64 start = window->from; start + length - 1 <= window->until && least > 0; start++)
    {
      gint64 needed = 0, lacks = 0;

      for (gint64 i = start; i < start + length && i < placer->profile.n; i++)
        {
          gint32 load = spec->has_load ? spec->load[segue_profile_weekday (&placer->profile, (gint32) i)] : 0;

          needed += load;
          lacks += MAX (load - placer->profile.left[i], 0);
        }
      if (lacks < least && needed > 0)
        {
          least = lacks;
          window->needed = needed;
          window->available = needed - MAX (lacks, 1);
        }
    }
}

static gint64
need_of_pool (const SegueProblem  *problem,
              const SegueStepSpec *spec,
              gint32               pool)
{
  gint64 needed = 0;

  for (gint32 i = spec->first_need; i < spec->first_need + spec->n_needs && spec->type == SEGUE_STEP_WAIT; i++)
    if (problem->needs[i].pool == pool)
      needed += problem->needs[i].per_day;
  return needed;
}

/* The day on which a pool has least left. */
static gint64
find_scarcest_day (const SeguePlacer *placer,
                   const Window      *window,
                   gint32             pool)
{
  gint64 worst = window->from;
  const gint32 *left = &placer->profile.pools[(gsize) pool * placer->profile.pool_stride];

  for (gint64 day = window->from; day <= window->until && day < placer->profile.n; day++)
    if (left[day] < left[worst])
      worst = day;
  return worst;
}

/* The others that need the pool on the same day. */
static void
add_pool_rivals (const SeguePlacer *placer,
                 gint64             day,
                 gint32             pool,
                 Window            *window,
                 SegueTelling      *telling)
{
  for (gint32 act = 0; act < placer->network->n_acts; act++)
    {
      gint32 step = placer->network->act_step[act];
      gint64 needed = need_of_pool (placer->problem, &placer->problem->steps[step], pool);

      if (!placer->placed[act] || needed == 0 ||
          day < placer->placement[act].start || day > placer->placement[act].end)
        continue;
      window->needed += needed;
      segue_telling_add_step (telling, step);
    }
}

/* The pool that is too small for a wait, alone or with others on the worst day. */
static void
measure_pools (const SeguePlacer   *placer,
               const SegueStepSpec *spec,
               Window              *window,
               SegueTelling        *telling)
{
  const SegueProblem *problem = placer->problem;
  SegueConflict *conflict = &telling->finding->base;
  gint64 worst = 0;

  for (gint32 i = 0; i < spec->n_needs; i++)
    {
      gint32 pool = problem->needs[spec->first_need + i].pool;
      gint64 needed = need_of_pool (problem, spec, pool);
      gint64 left = problem->pools[pool];

      if (needed <= left && window->from < placer->profile.n)
        left = placer->profile.pools[(gsize) pool * placer->profile.pool_stride +
                                     find_scarcest_day (placer, window, pool)];
      if (needed - left <= worst)
        continue;
      worst = needed - left;
      conflict->pool = pool;
    }
  if (worst == 0)
    return;
  window->needed = need_of_pool (problem, spec, conflict->pool);
  window->available = problem->pools[conflict->pool];
  if (window->needed <= window->available)
    add_pool_rivals (placer, find_scarcest_day (placer, window, conflict->pool), conflict->pool, window, telling);
}

/* What of a work step its days would still have taken when it found no room. */
static gint64
measure_room (const SeguePlacer   *placer,
              const SegueStepSpec *spec,
              const Window        *window)
{
  gint64 room = 0;

  for (gint64 i = MAX (window->from, 0); i <= window->until && i < placer->profile.n; i++)
    {
      gint32 weekday = segue_profile_weekday (&placer->profile, (gint32) i);
      gint32 amount = placer->profile.left[i];

      if (spec->max_per_day > 0)
        amount = MIN (amount, spec->max_per_day);
      if ((spec->weekdays >> weekday & 1) && amount >= spec->min_per_day)
        room += amount;
    }
  return room;
}

/* Those that were placed before it took their hours of the same window. */
static void
add_rivals (const SeguePlacer *placer,
            gint32             culprit,
            Window            *window,
            SegueTelling      *telling)
{
  for (gint32 act = 0; act < placer->network->n_acts; act++)
    {
      const SeguePlacement *placement = &placer->placement[act];
      gint64 taken = 0;

      for (gint32 i = 0; placer->placed[act] && i < placement->minutes.n; i++)
        {
          const SegueMinutes *part = &placer->profile.minutes.items[placement->minutes.first + i];

          if (part->day - placer->base >= window->from && part->day - placer->base <= window->until)
            taken += part->minutes;
        }
      if (taken == 0 || act == culprit)
        continue;
      segue_telling_add_step (telling, placer->network->act_step[act]);
      window->needed += taken;
      window->available += taken;
    }
}

static gboolean
needs_hours (const SeguePlacer *placer,
             gint32             act)
{
  const SegueStepSpec *spec = &placer->problem->steps[placer->network->act_step[act]];

  return (spec->type == SEGUE_STEP_WORK && segue_step_left (spec) > 0) ||
         (spec->type == SEGUE_STEP_WAIT && (spec->has_load || spec->n_needs > 0));
}

/* What found no room may only be tied to what needs hours. */
static gint32
find_culprit (const SeguePlacer *placer)
{
  const SegueNetwork *network = placer->network;
  gint32 failed = placer->failed_act;

  if (needs_hours (placer, failed))
    return failed;
  for (gint32 node = 0; node < network->n_nodes; node++)
    for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
      {
        gint32 from = network->node_act[node];
        gint32 to = network->node_act[network->edges[i].to];

        if (from == failed && needs_hours (placer, to))
          return to;
        if (to == failed && needs_hours (placer, from))
          return from;
      }
  for (gint32 act = 0; act < network->n_acts; act++)
    if (needs_hours (placer, act))
      return act;
  return failed;
}

/*
 * A step that found no room, where no overloaded window says why: what the
 * days it may lie on had left for it when the others had been placed.
 */
static void
tell_failure (const Search      *search,
              const SeguePlacer *placer,
              SegueTelling      *telling)
{
  const SegueNetwork *network = search->network;
  gint32 act = find_culprit (placer);
  const SegueStepSpec *spec = &network->problem->steps[network->act_step[act]];
  gint32 start = network->act_node[act];
  gint32 end = network->act_node[act + 1] - 1;
  gint64 length = spec->type == SEGUE_STEP_WAIT ? segue_step_length (spec) : 1;
  gint64 now = network->problem->now;
  Window window = { 0, 0, 0, 0 };

  window.from = MIN (network->earliest[start] - now, search->calendar->limit - 1);
  window.until = MIN (network->latest[end] + length - 1 - now, search->calendar->limit - 1);
  window.until = MAX (window.until, window.from);
  segue_telling_add_step (telling, network->act_step[act]);
  if (spec->type == SEGUE_STEP_WORK)
    {
      window.needed = segue_step_left (spec);
      window.available = MIN (measure_room (placer, spec, &window), window.needed - 1);
      add_rivals (placer, act, &window, telling);
    }
  else if (spec->type == SEGUE_STEP_WAIT)
    {
      measure_wait (placer, spec, &window);
      if (window.needed == 0)
        measure_pools (placer, spec, &window, telling);
    }
  tell_window (search, &window, telling->finding);
  segue_telling_add_ceiling_rules (telling, end);
  segue_telling_add_floor_rules (telling, start);
  if (start == end)
    return;
  segue_telling_add_ceiling_rules (telling, start);
  segue_telling_add_floor_rules (telling, end);
}

/* Whether a wait had no room even if it had all the days it may have to itself. */
static gboolean
is_hopeless (const Search      *search,
             const SeguePlacer *placer)
{
  const SegueNetwork *network = search->network;
  const SegueStepSpec *spec;
  SeguePlacement placement;
  SegueProfile profile;
  SegueWindow window = { 0, 0, 0, SEGUE_FAR };
  gint32 act = placer->failed_act;
  gboolean fits;

  if (act < 0 || network->problem->steps[network->act_step[act]].type != SEGUE_STEP_WAIT)
    return FALSE;
  spec = &network->problem->steps[network->act_step[act]];
  window.start_from = MAX (network->earliest[network->act_node[act]] - network->problem->now, 0);
  window.start_until = network->latest[network->act_node[act]] - network->problem->now;
  segue_profile_init (&profile, search->calendar);
  segue_profile_reset (&profile, FALSE);
  fits = segue_profile_place_wait (&profile, spec, &window, &placement);
  segue_profile_clear (&profile);
  return !fits;
}

/**
 * segue_conflict_of_hours:
 * @network: a network whose dates can all hold, with its earliest days
 * @calendar: the hours
 * @placer: the placer whose layout found no room for an act
 *
 * Returns: (transfer full): the window, what is needed and there, who
 *   competes, and the rules that force them into the window
 */
SegueFinding *
segue_conflict_of_hours (SegueNetwork  *network,
                         SegueCalendar *calendar,
                         SeguePlacer   *placer)
{
  SegueFinding *finding = segue_finding_new (SEGUE_CONFLICT_HOURS);
  Search search = { network, calendar };
  SegueTelling telling;
  Window window;

  segue_telling_init (&telling, network, finding);
  segue_network_find_earliest (network, NULL);
  segue_network_find_reasons (network);
  segue_network_find_latest (network, network->ceiling, network->latest);
  collect_jobs (&search);
  if (find_overload_in_time (&search, &window))
    tell_overload (&search, &window, &telling);
  else
    {
      if (placer->failed_act >= 0)
        tell_failure (&search, placer, &telling);
      finding->base.unproven = !placer->exhausted && !is_hopeless (&search, placer);
    }
  segue_telling_clear (&telling);
  g_free (search.jobs);
  g_free (search.left);
  g_free (search.wanted);
  return finding;
}
