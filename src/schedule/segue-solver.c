/* segue-solver.c - a plan that is kept between two edits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Solving a plan anew after each small edit does most of the work again. A
 * solver keeps network, list and layout, and after an edit to estimates, dates or
 * lags works out only what that changes; see segue-solver-dates.c and
 * segue-solver-hours.c. What comes out is always, to the byte, what a solve from
 * scratch would give.
 *
 *   problem ─► whole solve ─► warm ──edit──► dates ─► hours ─► warm
 *                 ▲                 │           │        │
 *                 └──── cold ◄──────┴───────────┴────────┘
 *                    another shape, a conflict, no room, late
 *
 * It is warm where the first list gives everything a place in time, nothing had to
 * give way, no goal has another route to be tried, and what takes hours is work
 * alone. Everything else is solved whole, as without it.
 */
#include "schedule/segue-explain.h"
#include "schedule/segue-solver-private.h"

#include <string.h>

/* ---- indexes ----------------------------------------------------------- */

static void
index_edges (SegueSolver *solver)
{
  const SegueNetwork *network = solver->engine.network;
  gint32 *first = solver->first_in = g_new0 (gint32, network->n_nodes + 2);

  solver->in = g_new (SegueInEdge, MAX (network->n_edges, 1));
  /* Counted two places on, so that filling leaves each where it belongs. */
  for (gint32 i = 0; i < network->n_edges; i++)
    first[network->edges[i].to + 2]++;
  for (gint32 node = 0; node < network->n_nodes; node++)
    first[node + 1] += first[node];
  for (gint32 rank = 0; rank < network->n_nodes; rank++)
    {
      gint32 node = segue_network_get_node (network, rank);

      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        solver->in[first[network->edges[i].to + 1]++] = (SegueInEdge) { i, node, network->edges[i].weight };
    }
}

/* Returns whether no rule has more than one edge. */
static gboolean
index_rule_edges (SegueSolver *solver)
{
  SegueNetwork *network = solver->engine.network;
  gsize n = (gsize) MAX (solver->problem.n_rules, 1);
  gboolean single = TRUE;

  segue_network_find_reasons (network);
  solver->rule_edge = g_new (gint32, n);
  memset (solver->rule_edge, 0xff, sizeof (gint32) * n);
  for (gint32 i = 0; i < network->n_edges; i++)
    {
      gint32 rule = network->edge_rule[i];

      if (rule < 0)
        continue;
      single = single && solver->rule_edge[rule] < 0;
      solver->rule_edge[rule] = i;
    }
  return single;
}

static gint32
other_step (const SegueRuleSpec *rule)
{
  return rule->relation == SEGUE_RELATION_AFTER && rule->other.step != rule->point.step ? rule->other.step : -1;
}

static void
index_rules (SegueSolver *solver)
{
  const SegueSelection *selection = &solver->engine.selection;
  gint32 *first = solver->first_rule = g_new0 (gint32, solver->problem.n_steps + 2);

  for (gint32 i = 0; i < selection->n_rules; i++)
    {
      const SegueRuleSpec *rule = &solver->rules[selection->rules[i]];

      first[rule->point.step + 2]++;
      if (other_step (rule) >= 0)
        first[other_step (rule) + 2]++;
    }
  for (gint32 step = 0; step < solver->problem.n_steps; step++)
    first[step + 1] += first[step];
  solver->step_rules = g_new (gint32, 2 * (gsize) selection->n_rules + 1);
  for (gint32 i = 0; i < selection->n_rules; i++)
    {
      const SegueRuleSpec *rule = &solver->rules[selection->rules[i]];

      solver->step_rules[first[rule->point.step + 1]++] = selection->rules[i];
      if (other_step (rule) >= 0)
        solver->step_rules[first[other_step (rule) + 1]++] = selection->rules[i];
    }
}

static void
index_list (SegueSolver *solver)
{
  const SeguePlacer *placer = &solver->engine.placer;
  gint32 n = placer->network->n_acts;
  gsize room = (gsize) MAX (n, 1);

  solver->importance = segue_placer_inherit_importance (placer);
  solver->items = g_new (SegueSortItem, room);
  solver->spare_items = g_new (SegueSortItem, room);
  solver->old_sequence = g_new (gint32, room);
  solver->position = g_new (gint32, room);
  solver->is_rekeyed = g_new0 (guint8, room);
  for (gint32 act = 0; act < n; act++)
    {
      solver->items[act].key = segue_sort_key (segue_placer_find_key (placer, solver->importance, act));
      solver->items[act].act = act;
      solver->has_targets |= solver->steps[placer->network->act_step[act]].target != SEGUE_DAY_NONE;
    }
  segue_sort_items (solver->items, n);
  for (gint32 i = 0; i < n; i++)
    solver->position[placer->sequence[i]] = i;
  segue_bit_queue_init (&solver->forward, placer->network->n_nodes);
  segue_bit_queue_init (&solver->backward, placer->network->n_nodes);
}

static void
drop_indexes (SegueSolver *solver)
{
  g_clear_pointer (&solver->first_in, g_free);
  g_clear_pointer (&solver->in, g_free);
  g_clear_pointer (&solver->rule_edge, g_free);
  g_clear_pointer (&solver->first_rule, g_free);
  g_clear_pointer (&solver->step_rules, g_free);
  g_clear_pointer (&solver->importance, g_free);
  g_clear_pointer (&solver->items, g_free);
  g_clear_pointer (&solver->spare_items, g_free);
  g_clear_pointer (&solver->old_sequence, g_free);
  g_clear_pointer (&solver->position, g_free);
  g_clear_pointer (&solver->is_rekeyed, g_free);
  segue_bit_queue_clear (&solver->forward);
  segue_bit_queue_clear (&solver->backward);
  g_array_set_size (solver->edited, 0);
  g_array_set_size (solver->resized, 0);
  g_array_set_size (solver->rekeyed, 0);
  g_array_set_size (solver->tightened, 0);
  solver->has_targets = FALSE;
}

/* ---- warm and cold ----------------------------------------------------- */

static void
drop_schedule (SegueSolver *solver)
{
  /* While warm the minutes are the placer's. */
  if (solver->schedule && solver->is_warm)
    solver->schedule->minutes = NULL;
  g_clear_pointer (&solver->schedule, segue_schedule_free);
}

static void
cool_down (SegueSolver *solver)
{
  drop_schedule (solver);
  drop_indexes (solver);
  if (solver->has_engine)
    segue_engine_clear (&solver->engine);
  solver->has_engine = FALSE;
  solver->is_warm = FALSE;
  solver->is_lost = FALSE;
}

static gboolean
has_one_route (const SegueSolver *solver)
{
  for (gint32 route = 0; route < solver->problem.n_routes; route++)
    if (solver->engine.status[route] != SEGUE_ROUTE_CHOSEN && solver->engine.status[route] != SEGUE_ROUTE_CLOSED)
      return FALSE;
  return TRUE;
}

/* Whether what was solved is as the picture above asks for: one pass over one
 * list was enough. */
static gboolean
may_be_warm (const SegueSolver *solver)
{
  const SegueEngine *engine = &solver->engine;
  const SeguePlacer *placer = &engine->placer;

  return solver->schedule->feasible && !solver->schedule->unproven && engine->findings->len == 0 &&
         engine->is_settled && engine->has_placer && placer->from_list &&
         placer->n_placed == engine->network->n_acts && placer->score.late == 0 &&
         placer->score.broken == 0 && !placer->may_raise &&
         !engine->network->has_practices && !engine->network->has_own_rules &&
         !placer->profile.has_loads && solver->problem.n_pools == 0 && has_one_route (solver);
}

/* What placing goes on from: the minutes are those of the schedule, and what is due may
 * become another day than the last. */
static void
share_with_placer (SegueSolver *solver)
{
  SeguePlacer *placer = &solver->engine.placer;
  gint32 n = solver->schedule->n_minutes;

  placer->best_minutes = (SegueMinuteList) { solver->schedule->minutes, n, n };
  if (placer->due == placer->latest)
    placer->due = g_memdup2 (placer->latest, sizeof (gint32) * (gsize) MAX (placer->network->n_nodes, 1));
  segue_placer_need_places (placer);
}

static void
warm_up (SegueSolver *solver)
{
  if (!may_be_warm (solver) || !index_rule_edges (solver))
    return;
  index_edges (solver);
  index_rules (solver);
  index_list (solver);
  /* Only the whole solve is long enough to be given up. */
  solver->engine.cancelled = solver->engine.placer.cancelled = NULL;
  share_with_placer (solver);
  solver->is_warm = TRUE;
}

static const SegueSchedule *
solve_whole (SegueSolver *solver,
             const gint  *cancelled)
{
  cool_down (solver);
  segue_engine_init (&solver->engine, &solver->problem, NULL, cancelled);
  solver->has_engine = TRUE;
  solver->schedule = segue_engine_solve (&solver->engine, SEGUE_SOLVE_DATES);
  solver->n_placed = solver->problem.n_steps;
  if (solver->schedule)
    warm_up (solver);
  return solver->schedule;
}

/* ---- edits ------------------------------------------------------------- */

/* Whether all but estimates and limits of work is the same. */
static gboolean
is_like_step (const SegueStepSpec *a,
              const SegueStepSpec *b)
{
  return a->type == b->type && a->status == b->status && a->outcome == b->outcome && a->goal == b->goal &&
         a->route == b->route && a->importance == b->importance && a->gate == b->gate &&
         a->has_load == b->has_load && a->first_need == b->first_need && a->n_needs == b->n_needs &&
         a->started_on == b->started_on && a->done_on == b->done_on &&
         memcmp (a->load, b->load, sizeof a->load) == 0;
}

/* Whether all but its dates and its least lag is the same. */
static gboolean
is_like_rule (const SegueRuleSpec *a,
              const SegueRuleSpec *b)
{
  return a->relation == b->relation && a->enabled == b->enabled && a->route == b->route &&
         a->point.step == b->point.step && a->point.side == b->point.side &&
         a->other.step == b->other.step && a->other.side == b->other.side &&
         a->has_max == b->has_max && a->max == b->max;
}

/* Reads a step that is an act, and the rules that touch it, anew. */
static void
refresh (SegueSolver *solver,
         gint32       step)
{
  SegueNetwork *network = solver->engine.network;
  gint32 act = network->step_act[step];
  gint32 days = network->act_days[act];
  gint32 first = solver->first_rule[step];

  segue_network_refresh_step (network, step, solver->step_rules + first, solver->first_rule[step + 1] - first,
                              solver->rule_edge);
  if (network->act_days[act] != days)
    g_array_append_val (solver->resized, act);
  g_array_append_val (solver->edited, act);
  segue_solver_touch (solver, act);
}

/**
 * segue_solver_set_step:
 * @solver: a solver
 * @step: a step of its problem
 * @spec: what it is from now on
 */
void
segue_solver_set_step (SegueSolver         *solver,
                       gint32               step,
                       const SegueStepSpec *spec)
{
  gboolean is_like;

  g_return_if_fail (step >= 0 && step < solver->problem.n_steps);

  is_like = is_like_step (&solver->steps[step], spec);
  solver->steps[step] = *spec;
  if (!solver->is_warm)
    return;
  if (!is_like || solver->engine.network->step_act[step] == -2)
    cool_down (solver);
  else if (solver->engine.network->step_act[step] >= 0)
    {
      solver->has_targets |= spec->target != SEGUE_DAY_NONE;
      refresh (solver, step);
    }
}

/**
 * segue_solver_set_rule:
 * @solver: a solver
 * @rule: a rule of its problem
 * @spec: what it is from now on
 */
void
segue_solver_set_rule (SegueSolver         *solver,
                       gint32               rule,
                       const SegueRuleSpec *spec)
{
  gboolean is_like;
  const gint32 *step_act;

  g_return_if_fail (rule >= 0 && rule < solver->problem.n_rules);

  is_like = is_like_rule (&solver->rules[rule], spec);
  solver->rules[rule] = *spec;
  if (!solver->is_warm)
    return;
  step_act = solver->engine.network->step_act;
  if (!is_like)
    cool_down (solver);
  else if (!spec->enabled || step_act[spec->point.step] == -1 ||
           (spec->relation == SEGUE_RELATION_AFTER && step_act[spec->other.step] == -1))
    return;
  else if (step_act[spec->point.step] >= 0)
    refresh (solver, spec->point.step);
  else if (spec->relation == SEGUE_RELATION_AFTER && step_act[spec->other.step] >= 0)
    refresh (solver, spec->other.step);
  else
    cool_down (solver);
}

/**
 * segue_solver_set_now:
 * @solver: a solver
 * @now: the day from which the plan is laid out from now on
 */
void
segue_solver_set_now (SegueSolver *solver,
                      SegueDay     now)
{
  if (now != solver->problem.now)
    cool_down (solver);
  solver->problem.now = now;
}

/* ---- solving ----------------------------------------------------------- */

static void
forget_edits (SegueSolver *solver)
{
  g_array_set_size (solver->edited, 0);
  g_array_set_size (solver->resized, 0);
  g_array_set_size (solver->tightened, 0);
}

/**
 * segue_solver_solve:
 * @solver: a solver
 * @cancelled: (nullable): becomes nonzero, in any thread, to give up
 *
 * Returns: (transfer none) (nullable): the schedule with its dates, as
 *   segue_schedule_solve() gives it for %SEGUE_SOLVE_DATES, until the next edit;
 *   %NULL if cancelled
 */
const SegueSchedule *
segue_solver_solve (SegueSolver *solver,
                    const gint  *cancelled)
{
  if (solver->is_warm && solver->edited->len == 0)
    return solver->schedule;
  if (!solver->is_warm || !segue_solver_find_dates (solver) || !segue_solver_find_hours (solver))
    return solve_whole (solver, cancelled);
  forget_edits (solver);
  return solver->schedule;
}

/**
 * segue_solver_explain:
 * @solver: a solver that has solved since the last edit
 * @step: a step of its problem
 * @n_holders: (out): how many reasons there are
 *
 * Returns: (transfer full) (array length=n_holders): what segue_schedule_explain()
 *   says, without looking at rules of other steps
 */
SegueHolder *
segue_solver_explain (const SegueSolver *solver,
                      gint32             step,
                      gint32            *n_holders)
{
  const gint32 *first = solver->first_rule;

  g_return_val_if_fail (solver->schedule != NULL, NULL);

  if (!solver->is_warm)
    return segue_schedule_explain (&solver->problem, solver->schedule, step, n_holders);
  return segue_explain_by (&solver->problem, solver->schedule, step, solver->step_rules + first[step],
                           first[step + 1] - first[step], n_holders);
}

/* Acts that the last solve has placed, for who wants to know what an edit costs. */
gint32
segue_solver_get_n_placed (const SegueSolver *solver)
{
  return solver->n_placed;
}

const SegueProblem *
segue_solver_get_problem (const SegueSolver *solver)
{
  return &solver->problem;
}

/* ---- life -------------------------------------------------------------- */

/**
 * segue_solver_new:
 * @problem: a problem; its steps and rules are copied, all else has to outlive
 *   the solver and to stay as it is
 *
 * Returns: (transfer full): a solver that has not solved it yet
 */
SegueSolver *
segue_solver_new (const SegueProblem *problem)
{
  SegueSolver *solver = g_new0 (SegueSolver, 1);

  solver->problem = *problem;
  solver->steps = g_memdup2 (problem->steps, sizeof (SegueStepSpec) * (gsize) problem->n_steps);
  solver->rules = g_memdup2 (problem->rules, sizeof (SegueRuleSpec) * (gsize) problem->n_rules);
  solver->problem.steps = solver->steps;
  solver->problem.rules = solver->rules;
  solver->edited = g_array_new (FALSE, FALSE, sizeof (gint32));
  solver->resized = g_array_new (FALSE, FALSE, sizeof (gint32));
  solver->rekeyed = g_array_new (FALSE, FALSE, sizeof (gint32));
  solver->tightened = g_array_new (FALSE, FALSE, sizeof (gint32));
  return solver;
}

void
segue_solver_free (SegueSolver *solver)
{
  if (solver == NULL)
    return;
  cool_down (solver);
  g_array_unref (solver->edited);
  g_array_unref (solver->resized);
  g_array_unref (solver->rekeyed);
  g_array_unref (solver->tightened);
  g_free (solver->steps);
  g_free (solver->rules);
  g_free (solver->difference);
  g_free (solver->kept_left);
  g_free (solver);
}
