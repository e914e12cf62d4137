/* segue-remedy.c - single changes that remove a conflict
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is listed that was not tried: each change is made to a copy of the
 * problem. How large it has to be is found by looking at the route again with
 * the goals before it as they are; then all is solved anew, and the change
 * counts if the conflict is gone. What other conflicts the route still has
 * then, and when the goal ends, is told with it.
 */
#include "schedule/segue-engine.h"

#include <string.h>

#define MINUTES_STEP 30
#define MAX_MINUTES (7 * 16 * 60)
#define MAX_MOVE 4096

typedef struct
{
  SegueEngine *engine;
  SegueFinding *finding;
  SegueProblem changed;
  SegueRuleSpec *rules;  /* copies that may be changed */
  SegueStepSpec *steps;
  SegueRouteSpec *routes;
  SegueDay asked_end;    /* when the goal was to end, or SEGUE_DAY_NONE */
  gboolean is_wished;    /* asked by dates of the goal, not by how it is laid out */
} Trial;

/* ---- the end of a goal ------------------------------------------------- */

static gint64
find_goal_end (const SegueEngine *engine,
               gint32             goal)
{
  const SegueNetwork *network = engine->network;
  gint64 end = SEGUE_DAY_NONE;

  /* Cancelled before it had begun: the answer is dropped. */
  if (network == NULL)
    return end;
  for (gint32 act = 0; act < network->n_acts && engine->placer.found; act++)
    {
      const SegueStepSpec *spec = &engine->problem->steps[network->act_step[act]];

      if (spec->goal == goal && spec->type != SEGUE_STEP_PRACTICE)
        end = MAX (end, (gint64) engine->problem->now + engine->placer.best[act].end);
    }
  return end;
}

/*
 * The last day on which the goal's own dates let it end: a date that is a span
 * ("spring 2027") counts with its last day, and a wish before what is allowed.
 */
static gint64
find_wished_end (const SegueEngine *engine,
                gint32             goal)
{
  const SegueNetwork *network = engine->network;
  gint64 end = SEGUE_DAY_NONE;

  if (network == NULL)
    return end;
  for (gint32 node = 0; node < network->n_nodes; node++)
    {
      gint32 act = network->node_act[node];
      const SegueStepSpec *spec = &engine->problem->steps[network->act_step[act]];
      gint64 wished;

      /* By when something begins, or a weekly reserve, says nothing of the end. */
      if (spec->goal != goal || spec->type == SEGUE_STEP_PRACTICE || node != network->act_node[act + 1] - 1)
        continue;
      wished = spec->target;
      if (wished == SEGUE_DAY_NONE && network->ceiling[node] < SEGUE_FAR / 2)
        wished = network->ceiling[node] + (spec->type == SEGUE_STEP_WAIT ? segue_step_length (spec) - 1 : 0);
      end = MAX (end, wished);
    }
  return end;
}

/* ---- trying ------------------------------------------------------------ */

static void
enter (SegueEngine        *engine,
       const Trial        *trial,
       const SegueProblem *problem,
       gint32              route)
{
  const SegueFinding *finding = trial->finding;

  segue_engine_init (engine, problem, NULL, trial->engine->cancelled);
  memcpy (engine->chosen, trial->engine->chosen, sizeof (gint32) * (gsize) problem->n_goals);
  memcpy (engine->modes, finding->modes, (gsize) problem->n_rules);
  memcpy (engine->homeless, finding->homeless, (gsize) problem->n_steps);
  engine->n_goals_in = finding->base.goal + 1;
  if (finding->base.goal >= 0)
    engine->chosen[finding->base.goal] = route;
}

static gboolean
shares_step (const SegueFinding *a,
             const SegueFinding *b)
{
  for (guint i = 0; i < a->steps->len; i++)
    for (guint k = 0; k < b->steps->len; k++)
      if (g_array_index (a->steps, gint32, i) == g_array_index (b->steps, gint32, k))
        return TRUE;
  return FALSE;
}

/* What one would look for when everything is looked at again. */
static gboolean
is_alike (const SegueFinding *finding,
          gconstpointer       data)
{
  const SegueFinding *before = data;

  return finding->base.kind == before->base.kind && finding->base.exclusive == before->base.exclusive &&
         (finding->base.kind == SEGUE_CONFLICT_EXCLUSIVE || shares_step (finding, before));
}

static gboolean
has_same_rules (const SegueFinding *a,
                const SegueFinding *b)
{
  guint n = 0;

  for (guint i = 0; i < a->rules->len; i++)
    for (guint k = 0; k < b->rules->len; k++)
      n += g_array_index (a->rules, gint32, i) == g_array_index (b->rules, gint32, k);
  return n == a->rules->len && n == b->rules->len;
}

/* Whether the rules of a conflict of dates still cannot all hold. */
static gboolean
is_still_tight (const Trial *trial,
                SegueEngine *engine)
{
  const GArray *members = trial->finding->rules;
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree guint8 *is_in = g_new0 (guint8, MAX (engine->problem->n_rules, 1));

  segue_engine_select (engine, engine->modes, engine->homeless);
  for (gint32 k = 0; k < engine->selection.n_rules; k++)
    is_in[engine->selection.rules[k]] = TRUE;
  /* What touches a dropped step or is off binds nothing. */
  for (guint i = 0; i < members->len; i++)
    if (is_in[g_array_index (members, gint32, i)])
      g_array_append_val (rules, g_array_index (members, gint32, i));
  return !segue_dates_hold (engine->problem, (const gint32 *) (gpointer) rules->data,
                            (gint32) rules->len, engine->modes);
}

/*
 * Whether a conflict of hours can be laid out by itself. Where a change makes
 * dates conflict nobody looks at hours any more, so that it is not told again
 * does not say that it is gone.
 */
static gboolean
fits_alone (const Trial *trial)
{
  const SegueFinding *finding = trial->finding;
  const SegueProblem *problem = &trial->changed;
  g_autofree guint8 *modes = g_malloc ((gsize) MAX (problem->n_rules, 1));
  g_autofree guint8 *homeless = g_malloc ((gsize) MAX (problem->n_steps, 1));
  SegueEngine engine;
  gboolean fits;

  enter (&engine, trial, problem, finding->base.route);
  memset (modes, SEGUE_RULE_OFF, (gsize) problem->n_rules);
  memset (homeless, TRUE, (gsize) problem->n_steps);
  for (guint i = 0; i < finding->steps->len; i++)
    homeless[g_array_index (finding->steps, gint32, i)] = FALSE;
  for (guint i = 0; i < finding->rules->len; i++)
    {
      gint32 index = g_array_index (finding->rules, gint32, i);
      const SegueRuleSpec *rule = &problem->rules[index];

      modes[index] = finding->modes[index];
      homeless[rule->point.step] = FALSE;
      if (rule->relation == SEGUE_RELATION_AFTER)
        homeless[rule->other.step] = FALSE;
    }
  fits = segue_engine_try (&engine, modes, homeless, TRUE);
  segue_engine_clear (&engine);
  return fits;
}

/* Whether the conflict is one of those that there are now. */
static gboolean
is_found_again (const Trial *trial,
                SegueEngine *engine)
{
  SegueOwner owner = { trial->finding->base.goal, trial->finding->base.route };

  engine->is_enough = is_alike;
  engine->enough_data = trial->finding;
  if (segue_engine_check (engine))
    return FALSE;
  segue_engine_find (engine, owner);
  for (guint i = 0; i < engine->findings->len; i++)
    if (is_alike (g_ptr_array_index (engine->findings, i), trial->finding))
      return TRUE;
  return FALSE;
}

/* Looks at the changed route again. Returns whether the conflict is gone. */
static gboolean
helps (const Trial *trial)
{
  SegueEngine engine;
  gboolean gone;

  if (trial->finding->base.kind == SEGUE_CONFLICT_HOURS && !fits_alone (trial))
    return FALSE;
  enter (&engine, trial, &trial->changed, trial->finding->base.route);
  gone = trial->finding->base.kind == SEGUE_CONFLICT_DATES ? !is_still_tight (trial, &engine)
                                                           : !is_found_again (trial, &engine);
  gone = gone && !segue_engine_is_cancelled (&engine);
  segue_engine_clear (&engine);
  return gone;
}

static gboolean
is_of (const SegueFinding *finding,
       gint32              goal,
       gint32              route)
{
  return finding->base.goal == goal && finding->base.route == route;
}

/* Whether the conflict is told again when everything is solved anew. */
static gboolean
is_told_again (const Trial       *trial,
               const SegueEngine *engine)
{
  const SegueFinding *before = trial->finding;

  for (guint i = 0; i < engine->findings->len; i++)
    {
      const SegueFinding *after = g_ptr_array_index (engine->findings, i);

      if (!is_of (after, before->base.goal, before->base.route) || after->base.kind != before->base.kind)
        continue;
      if (after->base.kind == SEGUE_CONFLICT_EXCLUSIVE && after->base.exclusive == before->base.exclusive)
        return TRUE;
      if (after->base.kind == SEGUE_CONFLICT_HOURS && shares_step (after, before))
        return TRUE;
      if (after->base.kind == SEGUE_CONFLICT_DATES && has_same_rules (after, before))
        return TRUE;
    }
  return FALSE;
}

/* When the goal would end on a route that is not the one it gets. */
static gint64
find_end_on (const Trial *trial,
             gint32       route)
{
  SegueEngine engine;
  gint64 end;

  enter (&engine, trial, &trial->changed, route);
  segue_engine_give_way (&engine);
  end = find_goal_end (&engine, trial->finding->base.goal);
  segue_engine_clear (&engine);
  return end;
}

static void
fill_cost (const Trial *trial,
           SegueEngine *engine,
           gint32       route,
           SegueRemedy *remedy)
{
  gint32 goal = trial->finding->base.goal;
  gint64 end = SEGUE_DAY_NONE;

  for (guint i = 0; i < engine->findings->len; i++)
    {
      const SegueFinding *finding = g_ptr_array_index (engine->findings, i);

      if (!is_of (finding, goal, route))
        continue;
      remedy->conflicts_left++;
      remedy->gap_left = MAX (remedy->gap_left, finding->base.gap);
      if (finding->base.pool < 0)
        remedy->short_left += finding->base.shortage;
    }
  if (goal >= 0 && engine->chosen[goal] != route)
    end = find_end_on (trial, route);
  else if (segue_engine_lay_out (engine))
    end = find_goal_end (engine, goal);
  remedy->goal_end = (SegueDay) end;
  remedy->is_wished = trial->is_wished;
  if (end != SEGUE_DAY_NONE && trial->asked_end != SEGUE_DAY_NONE)
    remedy->days_later = (gint32) (end - trial->asked_end);
}

/* Solves the whole changed problem and lists the remedy if the conflict is gone. */
static gboolean
list (const Trial *trial,
      SegueRemedy  remedy,
      gint32       route)
{
  SegueEngine engine;
  gboolean gone;

  if (trial->finding->base.kind == SEGUE_CONFLICT_HOURS && remedy.kind != SEGUE_REMEDY_ROUTE && !fits_alone (trial))
    return FALSE;
  segue_engine_init (&engine, &trial->changed, NULL, trial->engine->cancelled);
  engine.is_brief = TRUE;
  engine.asked = (SegueOwner) { trial->finding->base.goal, trial->finding->base.route };
  segue_engine_choose_routes (&engine);
  gone = !segue_engine_is_cancelled (&engine) && !is_told_again (trial, &engine) &&
         (remedy.kind != SEGUE_REMEDY_ROUTE || engine.status[route] == SEGUE_ROUTE_CHOSEN);
  if (gone)
    {
      fill_cost (trial, &engine, route, &remedy);
      g_array_append_val (trial->finding->remedies, remedy);
    }
  segue_engine_clear (&engine);
  return gone;
}

static SegueRemedy
new_remedy (SegueRemedyKind kind)
{
  return (SegueRemedy) { .kind = kind, .route = -1, .rule = -1, .step = -1,
                         .from = SEGUE_DAY_NONE, .until = SEGUE_DAY_NONE };
}

/* ---- the next route ---------------------------------------------------- */

static void
try_next_route (Trial *trial)
{
  const SegueEngine *engine = trial->engine;
  gint32 asked = trial->finding->base.route;
  const SegueGoalSpec *goal;

  if (asked < 0)
    return;
  goal = &engine->problem->goals[trial->finding->base.goal];
  for (gint32 route = asked + 1; route < goal->first_route + goal->n_routes; route++)
    if (engine->status[route] == SEGUE_ROUTE_OPEN || engine->status[route] == SEGUE_ROUTE_CHOSEN)
      {
        SegueRemedy remedy = new_remedy (SEGUE_REMEDY_ROUTE);

        remedy.route = route;
        for (gint32 other = goal->first_route; other < goal->first_route + goal->n_routes; other++)
          trial->routes[other].closed = other != route || engine->problem->routes[other].closed;
        list (trial, remedy, route);
        memcpy (trial->routes, engine->problem->routes, sizeof (SegueRouteSpec) * (gsize) engine->problem->n_routes);
        return;
      }
}

/* ---- moving a rule ----------------------------------------------------- */

static void
set_field (SegueRuleSpec *rule,
           SegueMoveField field,
           gint64         value)
{
  gint32 day = (gint32) CLAMP (value, G_MININT32 + 1, G_MAXINT32);

  if (field == SEGUE_MOVE_DATE)
    rule->date = day;
  else if (field == SEGUE_MOVE_MIN)
    rule->min = day;
  else
    rule->max = day;
}

/* Moves a rule by so many days, and lists that or only sees whether it helps. */
static gboolean
try_moved (Trial          *trial,
           gint32          index,
           SegueMoveField  field,
           gint64          by,
           gboolean        is_listed)
{
  SegueRuleSpec kept = trial->rules[index];
  gint64 value = by + (field == SEGUE_MOVE_DATE ? kept.date : field == SEGUE_MOVE_MIN ? kept.min : kept.max);
  SegueRemedy remedy = new_remedy (SEGUE_REMEDY_MOVE);
  gboolean gone;

  remedy.rule = index;
  remedy.field = field;
  remedy.value = (gint32) value;
  set_field (&trial->rules[index], field, value);
  gone = is_listed ? list (trial, remedy, trial->finding->base.route) : helps (trial);
  trial->rules[index] = kept;
  return gone;
}

/* Whether a rule asks for less the further it moves this way: if the furthest
 * does not help, nothing nearer does. */
static gboolean
is_loosened (const Trial *trial,
             gint32       index)
{
  return trial->engine->problem->rules[index].relation != SEGUE_RELATION_ON;
}

/* The fewest days by which the rule has to move this way, or 0. */
static gint64
find_least_move (Trial          *trial,
                 gint32          index,
                 SegueMoveField  field,
                 gint32          sign)
{
  gint64 low = 0, high = 1;

  if (trial->finding->base.kind == SEGUE_CONFLICT_DATES)
    return try_moved (trial, index, field, (gint64) sign * trial->finding->base.gap, FALSE)
           ? trial->finding->base.gap : 0;
  if (is_loosened (trial, index) && !try_moved (trial, index, field, (gint64) sign * MAX_MOVE, FALSE))
    return 0;
  while (high <= MAX_MOVE && !try_moved (trial, index, field, sign * high, FALSE))
    {
      low = high;
      high *= 2;
    }
  if (high > MAX_MOVE)
    return 0;
  while (high - low > 1)
    {
      gint64 middle = (low + high) / 2;

      if (try_moved (trial, index, field, sign * middle, FALSE))
        high = middle;
      else
        low = middle;
    }
  return high;
}

static gboolean
try_move (Trial          *trial,
          gint32          index,
          SegueMoveField  field,
          gint32          sign)
{
  gint64 days = find_least_move (trial, index, field, sign);

  return days > 0 && try_moved (trial, index, field, sign * days, TRUE);
}

static void
try_moving (Trial  *trial,
            gint32  index)
{
  const SegueRuleSpec *rule = &trial->engine->problem->rules[index];

  switch (rule->relation)
    {
    case SEGUE_RELATION_NOT_BEFORE:
      try_move (trial, index, SEGUE_MOVE_DATE, -1);
      break;
    case SEGUE_RELATION_NOT_AFTER:
      try_move (trial, index, SEGUE_MOVE_DATE, 1);
      break;
    case SEGUE_RELATION_ON:
      if (!try_move (trial, index, SEGUE_MOVE_DATE, 1))
        try_move (trial, index, SEGUE_MOVE_DATE, -1);
      break;
    case SEGUE_RELATION_AFTER:
      if (!try_move (trial, index, SEGUE_MOVE_MIN, -1) && rule->has_max)
        try_move (trial, index, SEGUE_MOVE_MAX, 1);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* ---- the others -------------------------------------------------------- */

static void
try_without (Trial  *trial,
             gint32  index)
{
  SegueRemedy remedy = new_remedy (SEGUE_REMEDY_DISABLE);

  remedy.rule = index;
  trial->rules[index].enabled = FALSE;
  list (trial, remedy, trial->finding->base.route);
  trial->rules[index].enabled = TRUE;
}

static gboolean
try_hours (Trial    *trial,
           gint32    minutes,
           gboolean  is_listed)
{
  const SegueConflict *conflict = &trial->finding->base;
  g_autofree SeguePeriod *periods = segue_capacity_raise (trial->engine->problem, conflict->from, conflict->until,
                                                          minutes, &trial->changed.n_periods);
  SegueRemedy remedy = new_remedy (SEGUE_REMEDY_CAPACITY);
  gboolean gone;

  remedy.from = conflict->from;
  remedy.until = conflict->until;
  remedy.minutes_per_week = minutes;
  trial->changed.periods = periods;
  gone = is_listed ? list (trial, remedy, conflict->route) : helps (trial);
  trial->changed.periods = trial->engine->problem->periods;
  trial->changed.n_periods = trial->engine->problem->n_periods;
  return gone;
}

static void
try_more_hours (Trial *trial)
{
  gint32 low = 0, high = MAX_MINUTES / MINUTES_STEP;

  if (trial->finding->base.kind != SEGUE_CONFLICT_HOURS || trial->finding->base.pool >= 0 ||
      !try_hours (trial, MAX_MINUTES, FALSE))
    return;
  while (high - low > 1)
    {
      gint32 middle = (low + high) / 2;

      if (try_hours (trial, middle * MINUTES_STEP, FALSE))
        high = middle;
      else
        low = middle;
    }
  try_hours (trial, high * MINUTES_STEP, TRUE);
}

/* The least important step of the conflict, the last in the plan's order. */
static void
try_drop (Trial *trial)
{
  const SegueProblem *problem = trial->engine->problem;
  SegueRemedy remedy = new_remedy (SEGUE_REMEDY_DROP);
  SegueStatus before;

  for (guint i = 0; i < trial->finding->steps->len; i++)
    {
      gint32 step = g_array_index (trial->finding->steps, gint32, i);

      if (problem->steps[step].status == SEGUE_STATUS_DONE)
        continue;
      if (remedy.step < 0 || problem->steps[step].importance < problem->steps[remedy.step].importance ||
          (problem->steps[step].importance == problem->steps[remedy.step].importance && step > remedy.step))
        remedy.step = step;
    }
  if (remedy.step < 0)
    return;
  before = trial->steps[remedy.step].status;
  trial->steps[remedy.step].status = SEGUE_STATUS_DROPPED;
  list (trial, remedy, trial->finding->base.route);
  trial->steps[remedy.step].status = before;
}

/* ---- all of a conflict ------------------------------------------------- */

/* The rules of the conflict, the least certain first. */
static GArray *
sort_rules (const Trial *trial)
{
  const SegueRuleSpec *rules = trial->engine->problem->rules;
  GArray *sorted = g_array_copy (trial->finding->rules);
  gint32 *items = (gint32 *) (gpointer) sorted->data;

  for (guint i = 1; i < sorted->len; i++)
    for (guint k = i; k > 0; k--)
      {
        gint32 item = items[k];

        if (rules[items[k - 1]].certainty > rules[item].certainty ||
            (rules[items[k - 1]].certainty == rules[item].certainty && items[k - 1] > item))
          break;
        items[k] = items[k - 1];
        items[k - 1] = item;
      }
  return sorted;
}

/* When the goal was to end: by its dates or, without any, as it is laid out. */
static void
find_baseline (Trial *trial)
{
  SegueEngine engine;
  gint64 end;

  enter (&engine, trial, trial->engine->problem, trial->finding->base.route);
  segue_engine_give_way (&engine);
  end = find_goal_end (&engine, trial->finding->base.goal);
  memcpy (engine.modes, trial->finding->modes, (gsize) engine.problem->n_rules);
  segue_engine_try (&engine, engine.modes, engine.homeless, TRUE);
  trial->asked_end = (SegueDay) find_wished_end (&engine, trial->finding->base.goal);
  trial->is_wished = trial->asked_end != SEGUE_DAY_NONE;
  if (!trial->is_wished)
    trial->asked_end = (SegueDay) end;
  segue_engine_clear (&engine);
}

/* Conflicts with more rules than this are told without trying each. */
#define MAX_TRIED_RULES 40

static void
find_remedies (SegueEngine  *engine,
               SegueFinding *finding)
{
  const SegueProblem *problem = engine->problem;
  Trial trial = { engine, finding, *problem, NULL, NULL, NULL, SEGUE_DAY_NONE, FALSE };
  g_autoptr (GArray) rules = sort_rules (&trial);

  trial.rules = g_memdup2 (problem->rules, sizeof (SegueRuleSpec) * (gsize) problem->n_rules);
  trial.steps = g_memdup2 (problem->steps, sizeof (SegueStepSpec) * (gsize) problem->n_steps);
  trial.routes = g_memdup2 (problem->routes, sizeof (SegueRouteSpec) * (gsize) problem->n_routes);
  trial.changed.routes = trial.routes;
  trial.changed.rules = trial.rules;
  trial.changed.steps = trial.steps;
  find_baseline (&trial);
  try_next_route (&trial);
  for (guint i = 0; i < MIN (rules->len, MAX_TRIED_RULES); i++)
    if (problem->rules[g_array_index (rules, gint32, i)].movable)
      try_moving (&trial, g_array_index (rules, gint32, i));
  for (guint i = 0; i < MIN (rules->len, MAX_TRIED_RULES); i++)
    if (problem->rules[g_array_index (rules, gint32, i)].certainty != SEGUE_CERTAINTY_CONFIRMED)
      try_without (&trial, g_array_index (rules, gint32, i));
  try_more_hours (&trial);
  try_drop (&trial);
  g_free (trial.rules);
  g_free (trial.steps);
  g_free (trial.routes);
}

/**
 * segue_engine_find_remedies:
 * @engine: an engine with its findings
 *
 * Adds to each finding the single changes that remove it.
 */
void
segue_engine_find_remedies (SegueEngine *engine)
{
  for (guint i = 0; i < engine->findings->len && !segue_engine_is_cancelled (engine); i++)
    find_remedies (engine, g_ptr_array_index (engine->findings, i));
}
