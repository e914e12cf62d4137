/* segue-solver-hours.c - hours after an edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list decides who gets which hours, so nothing before the first act that
 * has changed, in itself or in its place in the list, can lie otherwise than
 * before. What stands from there on is taken out of the days and placed anew, until
 * days, rules and list are again what they were at that place of the list:
 *
 *   list  │ as it was │ placed anew ......... │ as it was │
 *         0           p                       q           n
 *
 * Invariant: before act i of [p, q) is placed, each day has left what it had when
 * a solve from scratch comes to i. At q three things hold: no act from there on
 * waits for one that has moved; the list is the old one; and by day the minutes
 * placed anew are those taken out. As placing depends on nothing else, the rest
 * would come out as it did. The third is looked at only where a run of acts has
 * come to lie as before, and after each time in vain not before the run is twice
 * as long, so that looking costs no more than placing.
 */
#include "schedule/segue-solver-private.h"

#include <string.h>

#define FIRST_RUN 4
#define AHEAD 6

/* [from, until) of the list is placed anew; what lies in the old list of minutes
 * from @first on is taken out. */
typedef struct
{
  gint32 from;
  gint32 until;
  gint32 first;
  gint32 same_list;  /* from here on the list is the old one */
  gint32 last_dirty; /* the last act that may find other rules than before */
  gint32 run;        /* acts that have come to lie as before, one after the other */
  gint32 wanted_run;
} Stretch;

/* ---- the list ---------------------------------------------------------- */

static gboolean
comes_before (const SegueSortItem *a,
              const SegueSortItem *b)
{
  return a->key < b->key || (a->key == b->key && a->act < b->act);
}

static int
compare_items (const void *a,
               const void *b)
{
  return comes_before (a, b) ? -1 : comes_before (b, a);
}

static SegueSortItem *
list_rekeyed (const SegueSolver *solver)
{
  guint n = solver->rekeyed->len;
  SegueSortItem *items = g_new (SegueSortItem, n + 1);

  for (guint i = 0; i < n; i++)
    {
      gint32 act = g_array_index (solver->rekeyed, gint32, i);

      items[i].act = act;
      items[i].key = segue_sort_key (segue_placer_find_key (&solver->engine.placer, solver->importance, act));
    }
  qsort (items, n, sizeof (SegueSortItem), compare_items);
  return items;
}

/* Gives acts their new keys. Returns whether the acts now come in another order. */
static gboolean
merge_items (SegueSolver *solver)
{
  g_autofree SegueSortItem *fresh = list_rekeyed (solver);
  guint n_fresh = solver->rekeyed->len;
  gint32 n = solver->engine.network->n_acts;
  const SegueSortItem *old = solver->items;
  SegueSortItem *merged = solver->spare_items;
  gboolean moved = FALSE;
  guint taken = 0;
  gint32 at = 0;

  for (gint32 i = 0; i < n; i++)
    {
      if (solver->is_rekeyed[old[i].act])
        continue;
      while (taken < n_fresh && comes_before (&fresh[taken], &old[i]))
        merged[at++] = fresh[taken++];
      merged[at++] = old[i];
    }
  while (taken < n_fresh)
    merged[at++] = fresh[taken++];
  for (gint32 i = 0; i < n && !moved; i++)
    moved = merged[i].act != old[i].act;
  solver->spare_items = solver->items;
  solver->items = merged;
  for (guint i = 0; i < n_fresh; i++)
    solver->is_rekeyed[g_array_index (solver->rekeyed, gint32, i)] = FALSE;
  g_array_set_size (solver->rekeyed, 0);
  return moved;
}

/* Makes the list anew if it may be another; says where it begins and ends to be. */
static void
line_up_again (SegueSolver *solver,
               Stretch     *stretch)
{
  SeguePlacer *placer = &solver->engine.placer;
  gint32 n = placer->network->n_acts;

  stretch->from = n;
  stretch->same_list = 0;
  memcpy (solver->old_sequence, placer->sequence, sizeof (gint32) * (gsize) n);
  if (solver->rekeyed->len == 0 || !merge_items (solver))
    return;
  segue_placer_line_up (placer, solver->items);
  for (gint32 i = 0; i < n; i++)
    if (placer->sequence[i] != solver->old_sequence[i])
      {
        stretch->from = MIN (stretch->from, i);
        stretch->same_list = i + 1;
        solver->position[placer->sequence[i]] = i;
      }
}

/* ---- days -------------------------------------------------------------- */

static void
keep_left (SegueSolver *solver)
{
  const SegueProfile *profile = &solver->engine.placer.profile;

  if (solver->n_kept_left < profile->n)
    solver->kept_left = g_renew (gint32, solver->kept_left, profile->n);
  solver->n_kept_left = profile->n;
  memcpy (solver->kept_left, profile->left, sizeof (gint32) * (gsize) profile->n);
}

static void
take_out (SegueProfile          *profile,
          const SegueMinuteList *minutes,
          gint32                 first)
{
  gint32 base = profile->calendar->base;

  for (gint32 i = first; i < minutes->n; i++)
    profile->left[minutes->items[i].day - base] += minutes->items[i].minutes;
  for (gint32 i = 0; i < profile->n; i++)
    profile->skip[i] = i + (profile->left[i] <= 0);
  profile->minutes.n = 0;
}

static void
add_difference (SegueSolver        *solver,
                const SegueMinutes *parts,
                gint32              n,
                gint32              sign)
{
  gint32 base = solver->engine.placer.profile.calendar->base;

  for (gint32 i = 0; i < n; i++)
    solver->difference[parts[i].day - base] += sign * parts[i].minutes;
}

static gboolean
clear_difference (SegueSolver        *solver,
                  const SegueMinutes *parts,
                  gint32              n)
{
  gint32 base = solver->engine.placer.profile.calendar->base;
  gboolean none = TRUE;

  for (gint32 i = 0; i < n; i++)
    {
      none = none && solver->difference[parts[i].day - base] == 0;
      solver->difference[parts[i].day - base] = 0;
    }
  return none;
}

/* Whether the minutes placed anew are, by day, the first @n_old taken out. */
static gboolean
is_level (SegueSolver *solver,
          gint32       first,
          gint32       n_old)
{
  const SeguePlacer *placer = &solver->engine.placer;
  const SegueMinutes *old = placer->best_minutes.items + first;
  const SegueMinuteList *fresh = &placer->profile.minutes;
  gboolean none;

  if (solver->n_difference < placer->profile.n)
    {
      g_free (solver->difference);
      solver->difference = g_new0 (gint32, placer->profile.n);
      solver->n_difference = placer->profile.n;
    }
  add_difference (solver, old, n_old, -1);
  add_difference (solver, fresh->items, fresh->n, 1);
  none = clear_difference (solver, old, n_old);
  return clear_difference (solver, fresh->items, fresh->n) && none;
}

/* ---- placing ----------------------------------------------------------- */

/* The days that an act may have by what comes before it, which is placed; its end
 * comes after its start. */
static inline void
pull_bounds (SegueSolver *solver,
             gint32       act)
{
  const SegueNetwork *network = solver->engine.network;
  gint32 *value = solver->engine.placer.value;

  for (gint32 node = network->act_node[act]; node < network->act_node[act + 1]; node++)
    {
      gint32 day = network->floor[node];

      for (gint32 i = solver->first_in[node]; i < solver->first_in[node + 1]; i++)
        day = MAX (day, value[solver->in[i].from] + solver->in[i].weight);
      value[node] = day;
    }
}

static void
mark_followers (const SegueSolver *solver,
                gint32             act,
                Stretch           *stretch)
{
  const SegueNetwork *network = solver->engine.network;
  gint32 end = network->first_edge[network->act_node[act + 1]];

  for (gint32 i = network->first_edge[network->act_node[act]]; i < end; i++)
    stretch->last_dirty = MAX (stretch->last_dirty, solver->position[network->node_act[network->edges[i].to]]);
}

static gboolean
is_late (const SegueSolver *solver,
         gint32             act)
{
  const SegueStepSpec *spec = &solver->problem.steps[solver->engine.network->act_step[act]];

  return spec->type != SEGUE_STEP_PRACTICE && spec->target != SEGUE_DAY_NONE &&
         (gint64) solver->problem.now + solver->engine.placer.placement[act].end > spec->target;
}

/* Places the act and keeps its place. FALSE: there is none, or it is late. */
static gboolean
place_again (SegueSolver *solver,
             gint32       act,
             Stretch     *stretch)
{
  SeguePlacer *placer = &solver->engine.placer;
  const SegueNetwork *network = placer->network;
  SeguePlacement *old = &placer->best[act];
  const SeguePlacement *fresh = &placer->placement[act];
  gint32 first = network->act_node[act];
  gboolean same_days, same_parts;

  pull_bounds (solver, act);
  if (!segue_placer_place_act (placer, act) || (solver->has_targets && is_late (solver, act)))
    return FALSE;
  placer->value[first] = placer->base + fresh->start;
  if (network->act_node[act + 1] - first == 2)
    placer->value[first + 1] = placer->base + fresh->end;
  same_days = fresh->start == old->start && fresh->end == old->end;
  same_parts = same_days && fresh->minutes.n == old->minutes.n &&
               (old->minutes.n == 0 || memcmp (placer->profile.minutes.items + fresh->minutes.first,
                                               placer->best_minutes.items + old->minutes.first,
                                               sizeof (SegueMinutes) * (gsize) old->minutes.n) == 0);
  if (!same_days)
    mark_followers (solver, act, stretch);
  stretch->run = same_parts ? stretch->run + 1 : 0;
  *old = *fresh;
  old->minutes.first += stretch->first;
  return TRUE;
}

/* Whether all from @next on lies where it did. */
static gboolean
has_settled (SegueSolver *solver,
             gint32       next,
             Stretch     *stretch)
{
  const SeguePlacer *placer = &solver->engine.placer;

  if (stretch->run < stretch->wanted_run || next <= stretch->last_dirty || next < stretch->same_list)
    return FALSE;
  stretch->wanted_run = 2 * stretch->run;
  return is_level (solver, stretch->first,
                   placer->best[placer->sequence[next]].minutes.first - stretch->first);
}

/* Acts stand in the list in no order that memory knows. */
static inline void
prefetch (const SegueSolver *solver,
          gint32             act)
{
  const SeguePlacer *placer = &solver->engine.placer;
  gint32 node = placer->network->act_node[act];

  __builtin_prefetch (&placer->network->act_take[act]);
  __builtin_prefetch (&placer->best[act]);
  __builtin_prefetch (&placer->latest[node]);
  __builtin_prefetch (&solver->in[solver->first_in[node]]);
}

static gboolean
place_stretch (SegueSolver *solver,
               Stretch     *stretch)
{
  SeguePlacer *placer = &solver->engine.placer;
  gint32 n = placer->network->n_acts;

  for (gint32 i = stretch->from; i < n; i++)
    {
      if (i + AHEAD < n)
        prefetch (solver, placer->sequence[i + AHEAD]);
      if (!place_again (solver, placer->sequence[i], stretch))
        return FALSE;
      if (i + 1 < n && has_settled (solver, i + 1, stretch))
        {
          stretch->until = i + 1;
          memcpy (placer->profile.left, solver->kept_left, sizeof (gint32) * (gsize) solver->n_kept_left);
          return TRUE;
        }
    }
  stretch->until = n;
  return TRUE;
}

/* ---- the outcome ------------------------------------------------------- */

/* Puts the fresh minutes where those of the stretch were. */
static void
splice_minutes (SegueSolver   *solver,
                const Stretch *stretch)
{
  SeguePlacer *placer = &solver->engine.placer;
  SegueMinuteList *list = &placer->best_minutes;
  const SegueMinuteList *fresh = &placer->profile.minutes;
  gint32 n = placer->network->n_acts;
  gint32 tail = stretch->until < n ? placer->best[placer->sequence[stretch->until]].minutes.first : list->n;
  gint32 end = stretch->first + fresh->n;
  gint32 n_after = list->n - tail;

  while (list->room < end + n_after)
    segue_minute_list_grow (list);
  if (n_after > 0)
    memmove (list->items + end, list->items + tail, sizeof (SegueMinutes) * (gsize) n_after);
  if (fresh->n > 0)
    memcpy (list->items + stretch->first, fresh->items, sizeof (SegueMinutes) * (gsize) fresh->n);
  list->n = end + n_after;
  for (gint32 i = stretch->until; i < n && end != tail; i++)
    placer->best[placer->sequence[i]].minutes.first += end - tail;
}

static void
tell_outcome (SegueSolver   *solver,
              const Stretch *stretch)
{
  const SeguePlacer *placer = &solver->engine.placer;
  SegueSchedule *schedule = solver->schedule;

  for (gint32 i = stretch->from; i < placer->network->n_acts; i++)
    {
      gint32 act = placer->sequence[i];
      SegueStepResult *result = &schedule->steps[placer->network->act_step[act]];

      result->minutes = placer->best[act].minutes;
      if (i >= stretch->until)
        continue;
      result->start = solver->problem.now + placer->best[act].start;
      result->end = solver->problem.now + placer->best[act].end;
    }
  schedule->minutes = placer->best_minutes.items;
  schedule->n_minutes = placer->best_minutes.n;
}

static void
begin_at_edits (const SegueSolver *solver,
                Stretch           *stretch)
{
  for (guint i = 0; i < solver->edited->len; i++)
    {
      gint32 position = solver->position[g_array_index (solver->edited, gint32, i)];

      stretch->from = MIN (stretch->from, position);
      stretch->last_dirty = MAX (stretch->last_dirty, position);
    }
  for (guint i = 0; i < solver->resized->len; i++)
    mark_followers (solver, g_array_index (solver->resized, gint32, i), stretch);
}

static gboolean
is_within (const SegueSolver *solver)
{
  const SeguePlacer *placer = &solver->engine.placer;

  for (guint i = 0; i < solver->tightened->len; i++)
    {
      gint32 node = g_array_index (solver->tightened, gint32, i);

      if (placer->value[node] > placer->latest[node])
        return FALSE;
    }
  return TRUE;
}

/**
 * segue_solver_find_hours:
 * @solver: a warm solver that knows its dates
 *
 * Lays out anew what an edit has changed.
 *
 * Returns: whether the list finds room for all, in time; if not, the solver is no
 *   longer warm
 */
gboolean
segue_solver_find_hours (SegueSolver *solver)
{
  SeguePlacer *placer = &solver->engine.placer;
  Stretch stretch = { .wanted_run = FIRST_RUN, .last_dirty = -1 };

  line_up_again (solver, &stretch);
  begin_at_edits (solver, &stretch);
  solver->n_placed = 0;
  if (stretch.from < placer->network->n_acts)
    {
      stretch.first = placer->best[solver->old_sequence[stretch.from]].minutes.first;
      keep_left (solver);
      take_out (&placer->profile, &placer->best_minutes, stretch.first);
      if (!place_stretch (solver, &stretch))
        return FALSE;
      splice_minutes (solver, &stretch);
      tell_outcome (solver, &stretch);
      solver->n_placed = stretch.until - stretch.from;
    }
  return is_within (solver);
}
