/* segue-placer.c - dates and hours for the acts of a network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Serial schedule generation (Kelley 1963; Kolisch, EJOR 90, 1996): acts are
 * taken from a list, each placed as early as its rules and the hours left
 * allow, and its days raise the bounds of what comes after it. A list that
 * respects the edges needs one pass. An edge that goes back, of a `max` lag,
 * may be found broken when its later end is placed:
 *
 *      v ────────────── max ──────────────┐
 *      ├──►                     floor of v raised, next pass
 *                                         u
 *
 * Then the floor of its earlier end is raised by what lacks and the list is
 * placed anew, until nothing is broken.
 */
#include "schedule/segue-placer.h"

#include <string.h>

/* Passes until a list is given up; small plans have the exact search. */
#define MAX_PASSES 200
#define MAX_PASSES_SMALL 40
#define SMALL 60
#define MAX_RETRIES 500
#define MAX_PRACTICE_ROUNDS 4

/* ---- placing ----------------------------------------------------------- */

/* Counted backwards, what lies beyond the last day of all begins before the first one. */
static void
set_window (const SeguePlacer *placer,
            gint32             act,
            SegueWindow       *window)
{
  const SegueNetwork *network = placer->network;
  gint32 start = network->act_node[act];
  gint32 end = network->act_node[act + 1] - 1;

  window->start_from = MAX (placer->value[start] - placer->base, 0);
  window->start_until = placer->latest[start] - placer->base;
  window->end_from = start == end ? 0 : placer->value[end] - placer->base;
  window->end_until = start == end ? SEGUE_FAR : placer->latest[end] - placer->base;
}

/* Raises the window by the rules between an act's own start and end. */
static gboolean
obey_own_rules (const SeguePlacer    *placer,
                gint32                act,
                const SeguePlacement *placement,
                SegueWindow          *window)
{
  const SegueNetwork *network = placer->network;
  gint32 start = network->act_node[act];
  gboolean holds = TRUE;

  for (gint32 i = network->first_edge[start]; i < network->first_edge[start + 2]; i++)
    {
      const SegueEdge *edge = &network->edges[i];

      if (edge->to == start + 1 && i < network->first_edge[start + 1] &&
          placement->end < placement->start + (gint64) edge->weight)
        {
          window->end_from = MAX (window->end_from, placement->start + (gint64) edge->weight);
          holds = FALSE;
        }
      else if (edge->to == start && placement->start < placement->end + (gint64) edge->weight)
        {
          window->start_from = MAX (window->start_from, placement->end + (gint64) edge->weight);
          holds = FALSE;
        }
    }
  return holds;
}

/**
 * segue_placer_place_in:
 * @placer: a placer
 * @act: an act that has no place in the profile
 * @window: where it may start and end; raised on the way
 *
 * Returns: whether it has found a place, by its own rules as well
 */
gboolean
segue_placer_place_in (SeguePlacer *placer,
                       gint32       act,
                       SegueWindow *window)
{
  const SegueNetwork *network = placer->network;
  const SegueStepSpec *spec = &placer->problem->steps[network->act_step[act]];
  SeguePlacement *placement = &placer->placement[act];

  if (window->start_from > G_MAXINT32 / 2 || window->end_from > G_MAXINT32 / 2)
    return FALSE;
  for (gint32 i = 0; i < MAX_RETRIES; i++)
    {
      if (!segue_profile_place (&placer->profile, spec, window, placement))
        return FALSE;
      if (network->act_node[act + 1] - network->act_node[act] == 1 ||
          obey_own_rules (placer, act, placement, window))
        return TRUE;
      segue_profile_give_back (&placer->profile, placement->minutes.first);
    }
  return FALSE;
}

/*
 * The same for an act that is simple, in a network without rules between an
 * act's own points. FALSE: nothing has changed, and the long way has to be
 * asked.
 */
static inline gboolean
place_simply (SeguePlacer *placer,
              gint32       act)
{
  const SegueNetwork *network = placer->network;
  SeguePlacement *placement = &placer->placement[act];
  SegueTake take = network->act_take[act];
  gint32 start = network->act_node[act];
  gint32 from = MAX (placer->value[start] - placer->base, 0);

  if (take.minutes < 0 || from > G_MAXINT32 / 2)
    return FALSE;
  if (take.minutes == 0)
    {
      placement->minutes = (SegueSlice) { placer->profile.minutes.n, 0 };
      placement->start = from;
      placement->end = from + MAX (network->act_days[act] - 1, 0);
      return placement->start <= placer->latest[start] - placer->base;
    }
  if (!segue_profile_place_plain (&placer->profile, take.cap, from, take.minutes, placement))
    return FALSE;
  if (placement->end >= placer->value[start + 1] - placer->base &&
      placement->start <= placer->latest[start] - placer->base &&
      placement->end <= placer->latest[start + 1] - placer->base)
    return TRUE;
  segue_profile_give_back (&placer->profile, placement->minutes.first);
  return FALSE;
}

/* Places an act from the days that its nodes may still have. */
gboolean
segue_placer_place_act (SeguePlacer *placer,
                        gint32       act)
{
  SegueWindow window;

  if (!placer->network->has_own_rules && place_simply (placer, act))
    return TRUE;
  set_window (placer, act, &window);
  return segue_placer_place_in (placer, act, &window);
}

static inline void
set_days (SeguePlacer *placer,
          gint32       act)
{
  gint32 first = placer->network->act_node[act];

  placer->value[first] = placer->base + placer->placement[act].start;
  if (placer->network->act_node[act + 1] - first == 2)
    placer->value[first + 1] = placer->base + placer->placement[act].end;
  placer->placed[act] = TRUE;
}

/* Hands the days of a placed act on where all that waits for it stands later. */
static inline void
push_forward (SeguePlacer *placer,
              gint32       act)
{
  const SegueNetwork *network = placer->network;
  const SegueEdge *edges = network->edges;
  gint32 *restrict value = placer->value;

  set_days (placer, act);
  for (gint32 node = network->act_node[act]; node < network->act_node[act + 1]; node++)
    {
      gint32 day = value[node];

      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        value[edges[i].to] = MAX (value[edges[i].to], day + edges[i].weight);
    }
}

/* The same where it may not. Returns whether a floor had to be raised. */
static gboolean
push_bounds (SeguePlacer *placer,
             gint32       act)
{
  const SegueNetwork *network = placer->network;
  gint32 first = network->act_node[act];
  gint32 end = network->act_node[act + 1];
  gboolean raised = FALSE;

  set_days (placer, act);
  for (gint32 node = first; node < end; node++)
    for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
      {
        const SegueEdge *edge = &network->edges[i];
        gint32 bound = placer->value[node] + edge->weight;

        if (bound <= placer->value[edge->to])
          continue;
        if (!placer->placed[network->node_act[edge->to]])
          placer->value[edge->to] = bound;
        else
          {
            placer->floor[edge->to] = MAX (placer->floor[edge->to], bound);
            raised = TRUE;
          }
      }
  return raised;
}

/* ---- practices --------------------------------------------------------- */

/* What practices want, in this pass. */
static void
list_reserves (const SeguePlacer *placer,
               GArray            *reserves)
{
  const SegueNetwork *network = placer->network;

  if (placer->standing->len > 0)
    g_array_append_vals (reserves, placer->standing->data, placer->standing->len);
  for (gint32 act = 0; act < network->n_acts && network->has_practices; act++)
    {
      const SegueStepSpec *spec = &placer->problem->steps[network->act_step[act]];
      SegueReserve reserve = { spec->load, network->earliest[network->act_node[act]] - placer->base,
                               placer->practice_until[act] - placer->base };

      if (spec->type == SEGUE_STEP_PRACTICE && spec->has_load)
        g_array_append_val (reserves, reserve);
    }
}

/* Each part of plain work ends it, fills a day, or is the most a day. */
static void
expect_work (SeguePlacer *placer)
{
  const SegueNetwork *network = placer->network;
  SegueProfile *profile = &placer->profile;
  gint64 minutes = 0;
  gint64 n_parts = network->n_acts;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      SegueTake take = network->act_take[act];

      minutes += MAX (take.minutes, 0);
      if (take.minutes > take.cap)
        n_parts += take.minutes / take.cap;
    }
  segue_profile_expect (profile, minutes);
  segue_minute_list_reserve (&profile->minutes, (gint32) MIN (n_parts + profile->expected, 8 * (gint64) network->n_acts + 64));
}

/**
 * segue_placer_need_places:
 * @placer: a placer
 *
 * Gives acts somewhere to note where they lie, if all of that was kept as the best.
 */
void
segue_placer_need_places (SeguePlacer *placer)
{
  if (placer->placement == NULL)
    placer->placement = g_new (SeguePlacement, MAX (placer->network->n_acts, 1));
  if (placer->profile.minutes.room == 0)
    expect_work (placer);
}

/**
 * segue_placer_empty:
 * @placer: a placer
 *
 * Empties the profile but for the hours of practices; most often these are the
 * same again.
 */
void
segue_placer_empty (SeguePlacer *placer)
{
  SegueProfile *profile = &placer->profile;
  g_autoptr (GArray) reserves = g_array_new (FALSE, TRUE, sizeof (SegueReserve));
  gboolean same;

  segue_placer_need_places (placer);
  list_reserves (placer, reserves);
  same = reserves->len == profile->reserves->len;
  for (guint i = 0; i < reserves->len && same; i++)
    {
      const SegueReserve *a = &g_array_index (reserves, SegueReserve, i);
      const SegueReserve *b = &g_array_index (profile->reserves, SegueReserve, i);

      same = a->load == b->load && a->from == b->from && a->until == b->until;
    }
  segue_profile_reset (profile, same);
  for (guint i = 0; i < reserves->len && !same; i++)
    segue_profile_reserve (profile, &g_array_index (reserves, SegueReserve, i));
}

static gint32
find_plan_end (const SeguePlacer *placer)
{
  const SegueNetwork *network = placer->network;
  gint32 end = 0;

  for (gint32 act = 0; act < network->n_acts; act++)
    end = MAX (end, placer->placement[act].end);
  return end + placer->base;
}

/* Where a date that would end a practice has given way it goes on no longer than it must. */
static gint64
find_soft_end (const SeguePlacer *placer,
               gint32             node)
{
  gint64 end = SEGUE_FAR;

  for (gint32 i = 0; i < placer->n_soft; i++)
    {
      const SegueRuleSpec *rule = &placer->problem->rules[placer->soft[i]];
      SeguePlace place = segue_network_locate (placer->network, rule->point);

      if (place.node == node && (rule->relation == SEGUE_RELATION_NOT_AFTER || rule->relation == SEGUE_RELATION_ON))
        end = MIN (end, (gint64) rule->date - place.offset);
    }
  return MAX (end, placer->value[node]);
}

/*
 * A practice goes on as long as its rules let it, at most to the end of the
 * plan. Returns whether one turned out shorter than the hours kept for it.
 */
static gboolean
stretch_practices (SeguePlacer *placer)
{
  const SegueNetwork *network = placer->network;
  gint32 plan_end = find_plan_end (placer);
  gboolean shorter = FALSE;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = &placer->problem->steps[network->act_step[act]];
      gint32 node = network->act_node[act] + 1;
      gint32 until = SEGUE_FAR;

      if (spec->type != SEGUE_STEP_PRACTICE)
        continue;
      until = MIN (network->ceiling[node], find_soft_end (placer, node));
      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        until = MIN (until, placer->value[network->edges[i].to] - network->edges[i].weight);
      if (until >= SEGUE_FAR / 2)
        until = MAX (plan_end, placer->value[node]);
      else if (until < placer->practice_until[act])
        {
          placer->practice_until[act] = until;
          shorter = shorter || spec->has_load;
        }
      placer->value[node] = MAX (until, placer->value[node]);
      placer->placement[act].end = placer->value[node] - placer->base;
    }
  return shorter;
}

/* ---- runs -------------------------------------------------------------- */

static gboolean
is_cancelled (const SeguePlacer *placer)
{
  return placer->cancelled != NULL && g_atomic_int_get (placer->cancelled);
}

/* A practice that other steps end, and no date. */
static gboolean
is_loosely_tied (const SegueNetwork *network,
                 gint32              act)
{
  gint32 end = network->act_node[act + 1] - 1;

  if (network->problem->steps[network->act_step[act]].type != SEGUE_STEP_PRACTICE)
    return FALSE;
  for (gint32 i = network->first_edge[end]; i < network->first_edge[end + 1]; i++)
    if (network->node_act[network->edges[i].to] != act)
      return TRUE;
  return FALSE;
}

/* Acts stand in the list in no order that memory knows. */
#define AHEAD 6

static void
prefetch (const SeguePlacer *placer,
          gint32             act)
{
  const SegueNetwork *network = placer->network;
  gint32 node = network->act_node[act];

  __builtin_prefetch (&network->act_take[act]);
  __builtin_prefetch (&placer->value[node]);
  __builtin_prefetch (&placer->latest[node]);
  __builtin_prefetch (&network->edges[network->first_edge[node]]);
}

/* One pass over the list. @raised tells whether floors were raised on the way. */
static gboolean
run_pass (SeguePlacer *placer,
          gboolean    *raised)
{
  const SegueNetwork *network = placer->network;

  segue_placer_empty (placer);
  memcpy (placer->value, network->earliest, sizeof (gint32) * (gsize) network->n_nodes);
  memset (placer->placed, 0, (gsize) network->n_acts);
  placer->n_placed += network->n_acts;
  *raised = FALSE;
  for (gint32 i = 0; i < network->n_acts; i++)
    {
      gint32 act = placer->sequence[i];

      /* Nobody asks for the hours of the last-minute schedule. */
      if (placer->profile.is_mirrored)
        placer->profile.minutes.n = 0;
      if (i + AHEAD < network->n_acts)
        prefetch (placer, placer->sequence[i + AHEAD]);
      if (!segue_placer_place_act (placer, act))
        {
          placer->failed_act = act;
          return FALSE;
        }
      if (!placer->may_raise)
        push_forward (placer, act);
      else if (push_bounds (placer, act))
        {
          placer->raised_act = act;
          *raised = TRUE;
        }
    }
  return TRUE;
}

/* Places an act that has no place yet, after those before it in a list. */
gboolean
segue_placer_place_one (SeguePlacer *placer,
                        gint32       act)
{
  if (!segue_placer_place_act (placer, act))
    return FALSE;
  if (placer->may_raise)
    push_bounds (placer, act);
  else
    push_forward (placer, act);
  return TRUE;
}

/* Whether some work that may not pause lies about days @from to @until. */
static gboolean
goes_through (const SeguePlacer *placer,
              gint32             from,
              gint32             until)
{
  const SegueNetwork *network = placer->network;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = &placer->problem->steps[network->act_step[act]];
      const SeguePlacement *placement = &placer->placement[act];

      if (spec->type == SEGUE_STEP_WORK && spec->contiguous && placement->minutes.n > 1 &&
          placement->start < until - placer->base && placement->end > from - placer->base)
        return TRUE;
    }
  return FALSE;
}

/*
 * Hours are kept for a practice from the first day on which it may begin. Where
 * it begins later, work that may not pause has left out hours that nobody takes:
 * the floor of the practice is raised to where it begins.
 */
static gboolean
raise_practices (SeguePlacer *placer)
{
  const SegueNetwork *network = placer->network;
  gboolean raised = FALSE;

  for (gint32 act = 0; act < network->n_acts && network->has_practices && !placer->profile.is_mirrored; act++)
    {
      const SegueStepSpec *spec = &placer->problem->steps[network->act_step[act]];
      gint32 node = network->act_node[act];

      if (spec->type != SEGUE_STEP_PRACTICE || !spec->has_load || placer->value[node] <= network->earliest[node] ||
          !goes_through (placer, network->earliest[node], placer->value[node]))
        continue;
      placer->floor[node] = placer->value[node];
      placer->raised_act = act;
      raised = TRUE;
    }
  return raised;
}

static gboolean
run_passes (SeguePlacer *placer)
{
  SegueNetwork *network = placer->network;
  gint32 most = network->n_acts <= SMALL ? MAX_PASSES_SMALL : MAX_PASSES;
  gboolean raised = FALSE;

  if (placer->may_raise || network->has_practices)
    {
      g_free (placer->floor);
      placer->floor = g_memdup2 (network->floor, sizeof (gint32) * (gsize) MAX (network->n_nodes, 1));
    }
  for (gint32 pass = 0; pass < most && !is_cancelled (placer); pass++)
    {
      if (pass > 0 || network->has_back_edges || network->has_practices)
        if (!segue_network_find_earliest (network, placer->floor))
          {
            placer->failed_act = network->node_act[network->bad_node];
            return FALSE;
          }
      if (!run_pass (placer, &raised))
        return FALSE;
      if (!raised && !raise_practices (placer))
        return TRUE;
    }
  placer->failed_act = is_cancelled (placer) ? -1 : placer->raised_act;
  return FALSE;
}

static void
reset_practices (SeguePlacer *placer)
{
  const SegueNetwork *network = placer->network;

  for (gint32 act = 0; act < network->n_acts && network->has_practices; act++)
    {
      gint32 until = placer->latest[network->act_node[act + 1] - 1];

      placer->practice_until[act] = until >= SEGUE_FAR / 2
                                    ? placer->base + placer->profile.calendar->limit
                                    : until;
    }
}

/**
 * segue_placer_place:
 * @placer: a placer with a sequence
 *
 * One round of segue_placer_run() that measures and keeps nothing.
 *
 * Returns: whether all found a place
 */
gboolean
segue_placer_place (SeguePlacer *placer)
{
  placer->failed_act = -1;
  reset_practices (placer);
  return run_passes (placer);
}

/* Days by which a rule is broken when its points lie on these days. */
gint32
segue_rule_broken_by (const SegueProblem  *problem,
                      const SegueRuleSpec *rule,
                      gint64               point,
                      gint64               other)
{
  gint64 low = -SEGUE_FAR;
  gint64 high = SEGUE_FAR;

  switch (rule->relation)
    {
    case SEGUE_RELATION_NOT_BEFORE:
      low = rule->date;
      break;
    case SEGUE_RELATION_NOT_AFTER:
      high = rule->date;
      break;
    case SEGUE_RELATION_ON:
      low = high = rule->date;
      break;
    case SEGUE_RELATION_AFTER:
      low = other + segue_rule_shift (problem, rule) + rule->min;
      if (rule->has_max)
        high = other + segue_rule_shift (problem, rule) + rule->max;
      break;
    default:
      g_assert_not_reached ();
    }
  return (gint32) MAX (MAX (low - point, point - high), 0);
}

static gint64
day_of (const SeguePlacer *placer,
        SeguePoint         point)
{
  SeguePlace place = segue_network_locate (placer->network, point);

  return place.offset + (place.node < 0 ? 0 : placer->value[place.node]);
}

static void
add_step_to_score (const SeguePlacer *placer,
                   gint32             act,
                   SegueScore        *score)
{
  const SegueNetwork *network = placer->network;
  gint32 step = network->act_step[act];
  const SegueStepSpec *spec = &placer->problem->steps[step];
  const SeguePlacement *placement = &placer->placement[act];
  gint64 end = (gint64) placer->base + placement->end;

  if (network->has_practices && spec->type == SEGUE_STEP_PRACTICE)
    return;
  if (network->has_targets && spec->target != SEGUE_DAY_NONE && end > spec->target)
    score->late += (end - spec->target) * spec->importance;
  score->ends[5 - network->act_importance[act]] += placement->end;
  if (placer->previous && step < placer->previous->n_steps)
    {
      const SegueStepResult *before = &placer->previous->steps[step];

      if (before->active && before->start != SEGUE_DAY_NONE)
        score->moved += ABS ((gint64) before->start - placer->base - placement->start) +
                        ABS ((gint64) before->end - end);
    }
}

/* Days by which the acts as they were placed last break a rule that is in. */
gint32
segue_placer_broken_by (const SeguePlacer *placer,
                        gint32             index)
{
  const SegueRuleSpec *rule = &placer->problem->rules[index];

  return segue_rule_broken_by (placer->problem, rule, day_of (placer, rule->point),
                               rule->relation == SEGUE_RELATION_AFTER ? day_of (placer, rule->other) : 0);
}

static void
measure (const SeguePlacer *placer,
         SegueScore        *score)
{
  memset (score, 0, sizeof *score);
  for (gint32 act = 0; act < placer->network->n_acts; act++)
    add_step_to_score (placer, act, score);
  for (gint32 i = 0; i < placer->n_soft; i++)
    score->broken += segue_placer_broken_by (placer, placer->soft[i]);
}

gint
segue_score_compare (const SegueScore *a,
                     const SegueScore *b)
{
  if (a->broken != b->broken)
    return a->broken < b->broken ? -1 : 1;
  if (a->late != b->late)
    return a->late < b->late ? -1 : 1;
  for (gint i = 0; i < 5; i++)
    if (a->ends[i] != b->ends[i])
      return a->ends[i] < b->ends[i] ? -1 : 1;
  if (a->moved != b->moved)
    return a->moved < b->moved ? -1 : 1;
  return 0;
}

/**
 * segue_placer_keep:
 * @placer: a placer whose acts all have their places
 *
 * Lets practices go on as long as they may, and keeps these places if they are
 * better than the best so far.
 *
 * Returns: whether a practice turned out shorter than the hours kept for it
 */
gboolean
segue_placer_keep (SeguePlacer *placer)
{
  gboolean shorter = placer->network->has_practices && stretch_practices (placer);
  SegueScore score;
  SegueMinuteList minutes = placer->best_minutes;
  SeguePlacement *best = placer->best;

  measure (placer, &score);
  if (placer->found && segue_score_compare (&score, &placer->score) >= 0)
    return shorter;
  placer->found = TRUE;
  placer->score = score;
  placer->best = placer->placement;
  placer->placement = best;
  memcpy (placer->best_sequence, placer->sequence, sizeof (gint32) * (gsize) placer->network->n_acts);
  /* The profile begins anew with the next pass and may have the old list. */
  placer->best_minutes = placer->profile.minutes;
  placer->profile.minutes = minutes;
  return shorter;
}

/*
 * How long a practice goes on may depend on what waits for its end. Begins with
 * no longer than it must and lengthens it to what comes out; if that settles,
 * it is a better guess than for ever.
 */
static void
guess_practices (SeguePlacer *placer)
{
  const SegueNetwork *network = placer->network;
  gsize size = sizeof (gint32) * (gsize) network->n_acts;
  g_autofree gint32 *longest = g_memdup2 (placer->practice_until, size);
  g_autofree gint32 *guess = g_malloc (size);
  gboolean settled = FALSE;

  for (gint32 act = 0; act < network->n_acts; act++)
    guess[act] = is_loosely_tied (network, act) ? network->earliest[network->act_node[act + 1] - 1]
                                                : longest[act];
  for (gint32 round = 0; round < MAX_PRACTICE_ROUNDS && !settled; round++)
    {
      memcpy (placer->practice_until, guess, size);
      if (!run_passes (placer))
        break;
      memcpy (placer->practice_until, longest, size);
      stretch_practices (placer);
      settled = TRUE;
      for (gint32 act = 0; act < network->n_acts; act++)
        if (is_loosely_tied (network, act) && placer->practice_until[act] > guess[act])
          {
            guess[act] = placer->practice_until[act];
            settled = FALSE;
          }
    }
  memcpy (placer->practice_until, settled ? guess : longest, size);
}

/**
 * segue_placer_run:
 * @placer: a placer with a sequence
 *
 * Places the acts in the order of the sequence and keeps what comes out if it
 * is better than the best so far.
 *
 * Returns: whether all found a place; if not, `failed_act` says which did not,
 *   or is -1 if `max` lags ran out of room
 */
gboolean
segue_placer_run (SeguePlacer *placer)
{
  gboolean placed = FALSE;

  placer->failed_act = -1;
  reset_practices (placer);
  if (placer->network->has_practices)
    guess_practices (placer);
  for (gint32 round = 0; round < MAX_PRACTICE_ROUNDS; round++)
    {
      if (!run_passes (placer))
        break;
      placed = TRUE;
      if (!segue_placer_keep (placer))
        break;
    }
  return placed;
}

/* ---- life -------------------------------------------------------------- */

static void
find_soft_rules (SeguePlacer *placer)
{
  for (gint32 i = 0; i < placer->n_rules && placer->modes; i++)
    if (placer->modes[placer->rules[i]] != SEGUE_RULE_FULL)
      {
        if (placer->soft == NULL)
          placer->soft = g_new (gint32, placer->n_rules - i);
        placer->soft[placer->n_soft++] = placer->rules[i];
      }
}

/**
 * segue_placer_find_due:
 * @placer: a placer
 *
 * Finds the last days, if targets and the rules that gave way were to be kept.
 */
void
segue_placer_find_due (SeguePlacer *placer)
{
  const SegueNetwork *network = placer->network;
  const SegueProblem *problem = placer->problem;

  if (placer->due != NULL)
    return;
  if (!network->has_targets && placer->n_soft == 0)
    {
      placer->due = placer->latest;
      return;
    }
  placer->due = g_memdup2 (placer->latest, sizeof (gint32) * (gsize) MAX (network->n_nodes, 1));
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      SegueDay target = problem->steps[network->act_step[act]].target;
      gint32 node = network->act_node[act + 1] - 1;

      if (target == SEGUE_DAY_NONE)
        continue;
      placer->due[node] = MIN (placer->due[node], target - MAX (network->act_days[act] - 1, 0));
    }
  for (gint32 i = 0; i < placer->n_soft; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[placer->soft[i]];
      SeguePlace place = segue_network_locate (network, rule->point);

      if (place.node >= 0 && (rule->relation == SEGUE_RELATION_NOT_AFTER ||
                              rule->relation == SEGUE_RELATION_ON))
        placer->due[place.node] = MIN (placer->due[place.node], rule->date - place.offset);
    }
  segue_network_find_latest (network, placer->due, placer->due);
}

/**
 * segue_placer_init:
 * @placer: a placer
 * @network: a network whose rules can all hold
 * @calendar: the hours
 * @rules: (array length=n_rules): the rules in it
 * @n_rules: how many
 * @modes: (nullable): a #SegueRuleMode for each rule of the problem; by how
 *   much rules that gave way are broken comes first in the score
 */
void
segue_placer_init (SeguePlacer   *placer,
                   SegueNetwork  *network,
                   SegueCalendar *calendar,
                   const gint32  *rules,
                   gint32         n_rules,
                   const guint8  *modes)
{
  gsize n_nodes = (gsize) MAX (network->n_nodes, 1);
  gsize n_acts = (gsize) MAX (network->n_acts, 1);

  memset (placer, 0, sizeof *placer);
  placer->problem = network->problem;
  placer->base = calendar->base;
  placer->network = network;
  placer->rules = rules;
  placer->n_rules = n_rules;
  placer->modes = modes;
  placer->failed_act = -1;
  segue_profile_init (&placer->profile, calendar);
  placer->sequence = g_new (gint32, n_acts);
  placer->best_sequence = g_new (gint32, n_acts);
  placer->placed = g_new0 (guint8, n_acts);
  if (network->has_practices)
    placer->practice_until = g_new (gint32, n_acts);
  placer->value = g_new (gint32, n_nodes);
  placer->latest = g_new (gint32, n_nodes);
  placer->standing = g_array_new (FALSE, FALSE, sizeof (SegueReserve));
  segue_network_find_latest (network, network->ceiling, placer->latest);
  find_soft_rules (placer);
}

/**
 * segue_placer_rest:
 * @placer: a placer with a layout
 *
 * Gives back the memory of all but the layout and the last days; nothing can be placed
 * any more.
 */
void
segue_placer_rest (SeguePlacer *placer)
{
  segue_profile_forget (&placer->profile);
  segue_calendar_forget (placer->profile.calendar);
  g_clear_pointer (&placer->sequence, g_free);
  g_clear_pointer (&placer->best_sequence, g_free);
  g_clear_pointer (&placer->placed, g_free);
  g_clear_pointer (&placer->practice_until, g_free);
  g_clear_pointer (&placer->placement, g_free);
  g_clear_pointer (&placer->value, g_free);
  g_clear_pointer (&placer->floor, g_free);
}

void
segue_placer_clear (SeguePlacer *placer)
{
  segue_placer_rest (placer);
  segue_profile_clear (&placer->profile);
  g_free (placer->best);
  if (placer->due != placer->latest)
    g_free (placer->due);
  g_free (placer->latest);
  g_free (placer->soft);
  g_array_unref (placer->standing);
  g_free (placer->best_minutes.items);
}
