/* segue-engine.c - one problem while it is being solved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is in, whether it can be laid out, and if not, all that stands against
 * it: conflicts are found one by one; of each the least certain rule is set
 * aside, until the rest can hold.
 */
#include "schedule/segue-least.h"

#include <string.h>

/* More conflicts than this in one route tell nobody anything; in very large
 * plans fewer are looked for, as each takes a look at all rules. */
#define MAX_FINDINGS 100
#define FINDING_BUDGET 4000000

void
segue_engine_init (SegueEngine         *engine,
                   const SegueProblem  *problem,
                   const SegueSchedule *previous,
                   const gint          *cancelled)
{
  memset (engine, 0, sizeof *engine);
  engine->problem = problem;
  engine->previous = previous;
  engine->cancelled = cancelled;
  segue_calendar_init (&engine->calendar, problem);
  engine->chosen = g_new (gint32, MAX (problem->n_goals, 1));
  memset (engine->chosen, 0xff, sizeof (gint32) * (gsize) problem->n_goals);
  engine->modes = g_new0 (guint8, MAX (problem->n_rules, 1));
  engine->homeless = g_new0 (guint8, MAX (problem->n_steps, 1));
  engine->is_in = g_new0 (guint8, MAX (problem->n_steps, 1));
  engine->broken_exclusives = g_new0 (guint8, MAX (problem->n_exclusives, 1));
  engine->status = g_new0 (SegueRouteStatus, MAX (problem->n_routes, 1));
  engine->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_finding_free);
  engine->selection.steps = g_new (gint32, MAX (problem->n_steps, 1));
}

static void
drop_placer (SegueEngine *engine)
{
  if (engine->has_placer)
    segue_placer_clear (&engine->placer);
  engine->has_placer = FALSE;
  engine->is_settled = FALSE;
  g_clear_pointer (&engine->network, segue_network_free);
}

void
segue_engine_clear (SegueEngine *engine)
{
  drop_placer (engine);
  segue_calendar_clear (&engine->calendar);
  g_free (engine->chosen);
  g_free (engine->modes);
  g_free (engine->homeless);
  g_free (engine->is_in);
  g_free (engine->broken_exclusives);
  g_free (engine->status);
  g_ptr_array_unref (engine->findings);
  g_free (engine->selection.steps);
  g_free (engine->selection.rules);
}

/**
 * segue_engine_rest:
 * @engine: an engine with a layout
 *
 * Gives back the memory of all but the layout; nothing is kept that could be asked why.
 */
void
segue_engine_rest (SegueEngine *engine)
{
  segue_placer_rest (&engine->placer);
  g_clear_pointer (&engine->selection.rules, g_free);
  engine->network->rules = NULL;
  engine->is_settled = FALSE;
}

gboolean
segue_engine_is_cancelled (const SegueEngine *engine)
{
  return engine->cancelled != NULL && g_atomic_int_get (engine->cancelled);
}

/* ---- what is in -------------------------------------------------------- */

static gboolean
is_goal_in (const SegueEngine *engine,
            gint32             goal)
{
  return goal < engine->n_goals_in;
}

static gboolean
is_route_active (const SegueEngine *engine,
                 gint32             route)
{
  gint32 goal;

  if (route < 0)
    return TRUE;
  goal = engine->problem->routes[route].goal;
  return is_goal_in (engine, goal) && engine->chosen[goal] == route;
}

static gboolean
is_step_active (const SegueEngine *engine,
                gint32             step)
{
  const SegueStepSpec *spec = &engine->problem->steps[step];

  return spec->status != SEGUE_STATUS_DROPPED &&
         is_goal_in (engine, spec->goal) &&
         is_route_active (engine, spec->route);
}

static gboolean
is_rule_active (const SegueEngine *engine,
                const guint8      *modes,
                gint32             index)
{
  const SegueRuleSpec *rule = &engine->problem->rules[index];

  return rule->enabled && modes[index] != SEGUE_RULE_OFF && engine->is_in[rule->point.step] &&
         (rule->relation != SEGUE_RELATION_AFTER || engine->is_in[rule->other.step]) &&
         is_route_active (engine, rule->route);
}

/**
 * segue_engine_select:
 * @engine: an engine whose goals so far have their routes
 * @modes: how much of each rule counts
 * @homeless: steps that have no hours and stay out
 *
 * Finds the steps that are in, and the rules all of whose steps are.
 */
void
segue_engine_select (SegueEngine  *engine,
                     const guint8 *modes,
                     const guint8 *homeless)
{
  SegueSelection *selection = &engine->selection;

  selection->n_steps = selection->n_rules = 0;
  if (selection->rules == NULL)
    selection->rules = g_new (gint32, MAX (engine->problem->n_rules, 1));
  for (gint32 step = 0; step < engine->problem->n_steps; step++)
    {
      engine->is_in[step] = is_step_active (engine, step) && !homeless[step];
      if (engine->is_in[step])
        selection->steps[selection->n_steps++] = step;
    }
  for (gint32 rule = 0; rule < engine->problem->n_rules; rule++)
    if (is_rule_active (engine, modes, rule))
      selection->rules[selection->n_rules++] = rule;
}

/* The first exclusive set of which more than one is in, or -1. */
gint32
segue_engine_find_exclusive (const SegueEngine *engine)
{
  for (gint32 i = 0; i < engine->problem->n_exclusives; i++)
    {
      const SegueExclusiveSpec *exclusive = &engine->problem->exclusives[i];
      gint32 n = 0;

      for (gint32 k = 0; k < exclusive->n_routes; k++)
        n += is_route_active (engine, exclusive->routes[k]);
      for (gint32 k = 0; k < exclusive->n_steps; k++)
        n += is_step_active (engine, exclusive->steps[k]);
      if (n > 1 && !engine->broken_exclusives[i])
        return i;
    }
  return -1;
}

/* ---- trying ------------------------------------------------------------ */

/**
 * segue_engine_try:
 * @engine: an engine
 * @modes: how much of each rule counts
 * @homeless: steps that stay out
 * @only_feasible: whether any layout will do
 *
 * Lays out what is in. The network stays for who wants to know what went
 * wrong: with dates if there is no placer, else with hours.
 *
 * Returns: whether dates and hours allow it
 */
gboolean
segue_engine_try (SegueEngine  *engine,
                  const guint8 *modes,
                  const guint8 *homeless,
                  gboolean      only_feasible)
{
  SegueSelection *selection = &engine->selection;

  drop_placer (engine);
  segue_engine_select (engine, modes, homeless);
  engine->network = segue_network_new (engine->problem, selection->steps, selection->n_steps,
                                       selection->rules, selection->n_rules, modes);
  if (!segue_network_find_earliest (engine->network, NULL))
    return FALSE;
  segue_placer_init (&engine->placer, engine->network, &engine->calendar,
                     selection->rules, selection->n_rules, modes);
  engine->placer.previous = engine->previous;
  engine->placer.cancelled = engine->cancelled;
  engine->has_placer = TRUE;
  return segue_placer_search (&engine->placer, only_feasible);
}

/* Whether what is in can be laid out, nothing giving way that has not yet. */
gboolean
segue_engine_check (SegueEngine *engine)
{
  return segue_engine_find_exclusive (engine) < 0 &&
         segue_engine_try (engine, engine->modes, engine->homeless, TRUE);
}

/* Whether it is proven that what was just tried in vain cannot be laid out. */
gboolean
segue_engine_is_refuted (SegueEngine *engine)
{
  g_autoptr (SegueFinding) finding = NULL;

  if (segue_engine_find_exclusive (engine) >= 0 || !engine->has_placer || engine->placer.exhausted ||
      segue_engine_is_cancelled (engine))
    return TRUE;
  finding = segue_conflict_of_hours (engine->network, &engine->calendar, &engine->placer);
  return !finding->base.unproven;
}

/* What stands against the layout that was just tried. */
static SegueFinding *
find_next (SegueEngine  *engine,
           const guint8 *modes)
{
  if (!engine->has_placer)
    return segue_conflict_of_dates (engine->network, modes);
  return segue_conflict_of_hours (engine->network, &engine->calendar, &engine->placer);
}

static void
mark_followers (const SegueNetwork *network,
                gint32              act,
                guint8             *homeless)
{
  g_autofree gint32 *stack = g_new (gint32, MAX (network->n_acts, 1));
  gint32 n = 0;

  homeless[network->act_step[act]] = TRUE;
  stack[n++] = act;
  while (n > 0)
    {
      act = stack[--n];
      for (gint32 node = network->act_node[act]; node < network->act_node[act + 1]; node++)
        for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
          {
            gint32 to = network->edges[i].to;
            gint32 next = network->node_act[to];

            if (segue_network_get_rank (network, to) > segue_network_get_rank (network, node) &&
                !homeless[network->act_step[next]])
              {
                homeless[network->act_step[next]] = TRUE;
                stack[n++] = next;
              }
          }
    }
}

/* Leaves out steps for which there are no hours, and what waits for them. */
static void
leave_out (SegueEngine        *engine,
           const SegueFinding *finding,
           guint8             *homeless)
{
  if (engine->has_placer && engine->placer.failed_act >= 0)
    mark_followers (engine->network, engine->placer.failed_act, homeless);
  else
    for (guint i = 0; i < finding->steps->len; i++)
      {
        gint32 act = engine->network->step_act[g_array_index (finding->steps, gint32, i)];

        if (act >= 0)
          mark_followers (engine->network, act, homeless);
      }
}

static void
add_finding (SegueEngine  *engine,
             SegueFinding *finding,
             SegueOwner    owner)
{
  finding->base.goal = owner.goal;
  finding->base.route = owner.route;
  finding->modes = g_memdup2 (engine->modes, (gsize) MAX (engine->problem->n_rules, 1));
  finding->homeless = g_memdup2 (engine->homeless, (gsize) MAX (engine->problem->n_steps, 1));
  g_ptr_array_add (engine->findings, finding);
}

/**
 * segue_engine_find:
 * @engine: an engine for which segue_engine_check() has just failed
 * @owner: whose conflicts they are
 *
 * Adds all conflicts of what is in to the findings.
 */
void
segue_engine_find (SegueEngine *engine,
                   SegueOwner   owner)
{
  g_autofree guint8 *modes = g_memdup2 (engine->modes, (gsize) MAX (engine->problem->n_rules, 1));
  g_autofree guint8 *homeless = g_memdup2 (engine->homeless, (gsize) MAX (engine->problem->n_steps, 1));
  gboolean had_dates = FALSE;
  gint32 exclusive = segue_engine_find_exclusive (engine);
  gint32 most = CLAMP (FINDING_BUDGET / (engine->problem->n_rules + 1), 3, MAX_FINDINGS);
  gboolean holds = FALSE;

  if (exclusive >= 0)
    {
      SegueFinding *finding = segue_finding_new (SEGUE_CONFLICT_EXCLUSIVE);

      finding->base.exclusive = exclusive;
      add_finding (engine, finding, owner);
      holds = segue_engine_try (engine, modes, homeless, TRUE);
    }
  for (gint32 i = 0; i < most && !holds && !segue_engine_is_cancelled (engine); i++)
    {
      SegueFinding *finding;
      gint32 weakest;

      finding = find_next (engine, modes);
      if (finding->base.kind == SEGUE_CONFLICT_HOURS && had_dates)
        {
          segue_finding_free (finding);
          return;
        }
      had_dates = had_dates || finding->base.kind == SEGUE_CONFLICT_DATES;
      if (finding->base.kind == SEGUE_CONFLICT_HOURS)
        segue_engine_narrow (engine, modes, finding);
      add_finding (engine, finding, owner);
      if (engine->is_enough && engine->is_enough (finding, engine->enough_data))
        return;
      weakest = segue_finding_weakest (finding, engine->problem, NULL, NULL);
      if (weakest >= 0)
        modes[weakest] = SEGUE_RULE_OFF;
      else
        leave_out (engine, finding, homeless);
      holds = segue_engine_try (engine, modes, homeless, TRUE);
    }
}

/* ---- giving way -------------------------------------------------------- */

/* Rules whose upper side still counts; data: how much of each rule does. */
static gboolean
has_upper_side (const SegueProblem *problem,
                gint32              rule,
                gconstpointer       data)
{
  const guint8 *modes = data;

  return modes[rule] == SEGUE_RULE_FULL && segue_rule_has_upper (&problem->rules[rule]);
}

/* Rules that bind a step to one that is done, as nothing later can help. */
static gboolean
is_before_done (const SegueProblem *problem,
                gint32              rule,
                gconstpointer       data)
{
  return problem->steps[problem->rules[rule].point.step].status == SEGUE_STATUS_DONE;
}

static gboolean
is_after (const SegueProblem *problem,
          gint32              rule,
          gconstpointer       data)
{
  return problem->rules[rule].relation == SEGUE_RELATION_AFTER;
}

/* Which rule of a conflict gives way, and whether as a whole. */
static gint32
choose_rule (const SegueEngine  *engine,
             const SegueFinding *finding,
             gboolean           *as_a_whole)
{
  gint32 rule = segue_finding_weakest (finding, engine->problem, is_before_done, NULL);

  *as_a_whole = rule >= 0;
  if (rule < 0)
    rule = segue_finding_weakest (finding, engine->problem, has_upper_side, engine->modes);
  if (rule < 0 && finding->base.kind == SEGUE_CONFLICT_DATES)
    {
      rule = segue_finding_weakest (finding, engine->problem, is_after, NULL);
      *as_a_whole = TRUE;
    }
  return rule;
}

/* Where its own rules did not help: the least certain upper side of all. */
static gint32
choose_any_rule (const SegueEngine *engine)
{
  g_autoptr (SegueFinding) all = segue_finding_new (SEGUE_CONFLICT_HOURS);

  g_array_append_vals (all->rules, engine->selection.rules, (guint) engine->selection.n_rules);
  return segue_finding_weakest (all, engine->problem, has_upper_side, engine->modes);
}

/* Whether the hours would do if a step had them all to itself, on any day. */
static gboolean
fits_alone (SegueProfile        *profile,
            const SegueStepSpec *spec)
{
  SegueWindow window = { 0, SEGUE_FAR, 0, SEGUE_FAR };
  SeguePlacement placement;

  segue_profile_reset (profile, FALSE);
  if (spec->type == SEGUE_STEP_WORK)
    return segue_profile_place_work (profile, spec, &window, &placement);
  if (spec->type == SEGUE_STEP_WAIT)
    return segue_profile_place_wait (profile, spec, &window, &placement);
  return TRUE;
}

static gboolean
has_hours_alone (const SegueEngine *engine,
                 gint32             act)
{
  SegueProfile profile;
  gboolean fits;

  segue_profile_init (&profile, engine->placer.profile.calendar);
  fits = fits_alone (&profile, &engine->problem->steps[engine->network->act_step[act]]);
  segue_profile_clear (&profile);
  return fits;
}

static void
give_way_once (SegueEngine *engine,
               SegueLeast  *least)
{
  g_autoptr (SegueFinding) finding = find_next (engine, engine->modes);
  gboolean as_a_whole;
  gint32 rule = choose_rule (engine, finding, &as_a_whole);

  if (least)
    segue_least_note (least, finding);
  if (rule < 0 && engine->has_placer && engine->placer.failed_act >= 0 &&
      has_hours_alone (engine, engine->placer.failed_act))
    rule = choose_any_rule (engine);
  if (rule >= 0)
    engine->modes[rule] = as_a_whole ? SEGUE_RULE_OFF : SEGUE_RULE_LOWER;
  else
    leave_out (engine, finding, engine->homeless);
}

/* One conflict after another takes long where there are hundreds, or where each
 * takes a look at a very large plan. */
#define MANY_ROUNDS 30
#define ROUND_BUDGET 1000000
#define MANY_ACTS 2000

/* All upper sides that lie below the earliest days give way at once. Returns
 * whether any did: then the network is not that of the modes any more. */
static gboolean
give_way_all (SegueEngine *engine)
{
  SegueNetwork *network = engine->network;
  gboolean any = FALSE;

  if (engine->has_placer || network->bad_cycle || network->broken)
    return FALSE;
  segue_network_find_reasons (network);
  for (gint32 node = 0; node < network->n_nodes; node++)
    if (network->earliest[node] > network->ceiling[node] &&
        network->ceiling_rule[node] >= 0 &&
        has_upper_side (engine->problem, network->ceiling_rule[node], engine->modes))
      {
        engine->modes[network->ceiling_rule[node]] = SEGUE_RULE_LOWER;
        any = TRUE;
      }
  return any;
}

/*
 * What finds no room although no upper side counts has no hours: the list is
 * gone on with, and all such steps stay out, with what waits for them. Returns
 * whether there are any.
 */
static gboolean
leave_out_rest (SegueEngine *engine)
{
  const SegueNetwork *network = engine->network;
  SeguePlacer *placer = &engine->placer;
  gboolean any = FALSE;

  for (gint32 i = 0; i < network->n_acts; i++)
    {
      gint32 act = placer->sequence[i];

      if (placer->placed[act] || engine->homeless[network->act_step[act]] || segue_placer_place_one (placer, act))
        continue;
      mark_followers (network, act, engine->homeless);
      any = TRUE;
    }
  return any;
}

/*
 * Lays all out as if no upper side counted, and lets those give way that are
 * broken then; nothing else is in the way of such a layout. Returns whether
 * that has changed what is asked for.
 */
static gboolean
give_way_to_hours (SegueEngine *engine)
{
  const SegueProblem *problem = engine->problem;
  g_autofree guint8 *modes = g_memdup2 (engine->modes, (gsize) MAX (problem->n_rules, 1));
  gboolean any = FALSE;

  for (gint32 i = 0; i < engine->selection.n_rules; i++)
    if (has_upper_side (problem, engine->selection.rules[i], modes))
      modes[engine->selection.rules[i]] = SEGUE_RULE_LOWER;
  if (!segue_engine_try (engine, modes, engine->homeless, TRUE))
    return engine->has_placer && engine->network->n_acts > MANY_ACTS && leave_out_rest (engine);
  for (gint32 i = 0; i < engine->selection.n_rules; i++)
    {
      gint32 index = engine->selection.rules[i];

      if (!has_upper_side (problem, index, engine->modes) || segue_placer_broken_by (&engine->placer, index) == 0)
        continue;
      engine->modes[index] = SEGUE_RULE_LOWER;
      any = TRUE;
    }
  return any;
}

/* All steps for which there are no hours at all stay out at once. */
static void
leave_out_all (SegueEngine *engine,
               guint8      *homeless)
{
  SegueProfile profile;

  segue_profile_init (&profile, engine->placer.profile.calendar);
  for (gint32 act = 0; act < engine->network->n_acts; act++)
    {
      gint32 step = engine->network->act_step[act];

      if (!homeless[step] && !fits_alone (&profile, &engine->problem->steps[step]))
        mark_followers (engine->network, act, homeless);
    }
  segue_profile_clear (&profile);
}

/* What can be laid out when one rule after the other has given way. Returns
 * whether all can that is not left out. */
static gboolean
give_way_somehow (SegueEngine *engine,
                  SegueLeast  *least)
{
  gint32 most = CLAMP (ROUND_BUDGET / (engine->problem->n_rules + 1), 2, MANY_ROUNDS);
  gboolean is_laid_out = FALSE;

  for (gint32 round = 0; !segue_engine_is_cancelled (engine) && !is_laid_out; round++)
    {
      is_laid_out = segue_engine_try (engine, engine->modes, engine->homeless, TRUE);
      if (is_laid_out || (round >= most && give_way_all (engine)))
        continue;
      if (round == most && engine->has_placer)
        leave_out_all (engine, engine->homeless);
      if (round >= most && engine->has_placer &&
          (give_way_to_hours (engine) || segue_engine_try (engine, engine->modes, engine->homeless, TRUE)))
        continue;
      give_way_once (engine, least);
    }
  return is_laid_out;
}

/* Whether something was left out that has hours when it has them to itself. */
static gboolean
has_left_out_more (SegueEngine  *engine,
                   const guint8 *before)
{
  gsize n = (gsize) MAX (engine->problem->n_steps, 1);
  g_autofree guint8 *alone = g_memdup2 (before, n);

  segue_engine_try (engine, engine->modes, before, TRUE);
  if (engine->has_placer)
    leave_out_all (engine, alone);
  return memcmp (alone, engine->homeless, n) != 0;
}

/* Whether no less could have given way; the layout stays that of the modes. */
static gboolean
give_way_least (SegueEngine  *engine,
                SegueLeast   *least,
                const guint8 *homeless)
{
  gboolean left_out = memcmp (homeless, engine->homeless, (gsize) engine->problem->n_steps) != 0;
  gboolean changed, proven;

  proven = segue_least_search (least, &changed);
  if (left_out && has_left_out_more (engine, homeless))
    proven = FALSE;
  if (left_out || changed)
    segue_engine_try (engine, engine->modes, engine->homeless, TRUE);
  return proven;
}

/**
 * segue_engine_give_way:
 * @engine: an engine
 *
 * Lets rules give way until what is in can be laid out: the upper side of the
 * least certain rule in each conflict; where none has an upper side left, as in
 * a circle of `after` rules, the least certain as a whole. Where it can be told,
 * no smaller or less certain set of rules would do (segue-least).
 */
void
segue_engine_give_way (SegueEngine *engine)
{
  g_autoptr (SegueLeast) least = NULL;
  g_autofree guint8 *homeless = g_memdup2 (engine->homeless, (gsize) MAX (engine->problem->n_steps, 1));
  gboolean is_laid_out;
  gint32 exclusive;

  while ((exclusive = segue_engine_find_exclusive (engine)) >= 0)
    engine->broken_exclusives[exclusive] = TRUE;
  if (!engine->is_rough)
    least = segue_least_new (engine);
  is_laid_out = give_way_somehow (engine, least);
  if (least && is_laid_out && !give_way_least (engine, least, homeless))
    engine->least_unproven = TRUE;
  engine->is_settled = is_laid_out && engine->placer.from_list &&
                       engine->n_goals_in == engine->problem->n_goals;
}
