/* segue-test-brute.c - small plans searched to the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One day after the other, every way to begin what may begin and to give each
 * work its minutes is tried. What is left of the plan after a day depends only
 * on the day, on the days that are still possible for each point (exact, since
 * the network is closed), on the minutes that remain and on the lateness that
 * is sure by then; where that is known to lead nowhere it is not tried again.
 */
#include "support/segue-test-brute.h"

#include "support/segue-test-model.h"
#include "support/segue-test-network.h"

#include <string.h>

#define MAX_STEPS 8
#define MAX_NODES (1 + 2 * MAX_STEPS)
#define MAX_DAYS 500
#define MAX_STATES 150000

/* Days are counted from now. */
typedef struct
{
  gint32 earliest[MAX_NODES];
  gint32 latest[MAX_NODES];
  gint32 remaining[MAX_STEPS];
  gint32 today[MAX_STEPS];
  gboolean begun[MAX_STEPS];
} State;

typedef struct
{
  const SegueProblem *problem;
  gboolean in[MAX_STEPS]; /* is searched: neither done nor a practice */
  gint32 n_nodes;
  gint64 *closure;
  gint32 n_days;
  gint32 free[MAX_DAYS];     /* what practices leave to work */
  gint32 capacity[MAX_DAYS];
  GHashTable *hopeless;
  gint64 below;
} Search;

static gboolean search_day (Search *search, const State *before, gint32 day);
static gboolean search_step (Search *search, const State *state, gint32 day, gint32 step);

static gint32
node_of (Search    *search,
         gint32     step,
         SegueSide  side)
{
  return segue_test_network_node (search->problem, (SeguePoint) { step, side });
}

static gboolean
raise_node (Search *search,
            State  *state,
            gint32  node,
            gint32  day)
{
  gint32 n = search->n_nodes;

  for (gint32 i = 0; i < n; i++)
    {
      gint64 limit = day - search->closure[i * n + node];

      if (limit > state->earliest[i])
        state->earliest[i] = (gint32) limit;
      if (state->earliest[i] > state->latest[i])
        return FALSE;
    }
  return TRUE;
}

static gboolean
fix_node (Search *search,
          State  *state,
          gint32  node,
          gint32  day)
{
  gint32 n = search->n_nodes;

  if (day > state->latest[node] || !raise_node (search, state, node, day))
    return FALSE;
  for (gint32 i = 0; i < n; i++)
    {
      gint64 limit = day + search->closure[node * n + i];

      if (limit < state->latest[i])
        state->latest[i] = (gint32) limit;
      if (state->earliest[i] > state->latest[i])
        return FALSE;
    }
  return TRUE;
}

/* Weighted days by which targets are missed at least. */
static gint64
sure_lateness (Search      *search,
               const State *state)
{
  gint64 lateness = 0;

  for (gint32 i = 0; i < search->problem->n_steps; i++)
    {
      const SegueStepSpec *step = &search->problem->steps[i];
      gint64 end = state->earliest[node_of (search, i, SEGUE_SIDE_END)];

      if (search->in[i] && step->target != SEGUE_DAY_NONE)
        lateness += step->importance * MAX (0, end - ((gint64) step->target - search->problem->now));
    }
  return lateness;
}

/* Work that has to end by some day must fit between now and then. */
static gboolean
is_overloaded (Search      *search,
               const State *state,
               gint32       day)
{
  const SegueProblem *problem = search->problem;

  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      gint32 last = state->latest[node_of (search, i, SEGUE_SIDE_END)];
      gint64 needed = 0;

      if (state->remaining[i] == 0)
        continue;
      for (gint32 k = 0; k < problem->n_steps; k++)
        if (state->latest[node_of (search, k, SEGUE_SIDE_END)] <= last)
          needed += state->remaining[k];
      for (gint32 d = day; d <= last && needed > 0; d++)
        needed -= search->free[d];
      if (needed > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_over (Search      *search,
         const State *state,
         gint32       day)
{
  for (gint32 i = 0; i < search->problem->n_steps; i++)
    if (search->in[i] && (state->remaining[i] > 0 || !state->begun[i] ||
                          state->latest[node_of (search, i, SEGUE_SIDE_END)] >= day))
      return FALSE;
  return TRUE;
}

/* What the future depends on. */
static GBytes *
key_of (Search      *search,
        const State *state,
        gint32       day)
{
  gint32 key[2 + 2 * MAX_NODES + MAX_STEPS];
  gint32 n = 0;

  key[n++] = day;
  key[n++] = (gint32) sure_lateness (search, state);
  for (gint32 i = 1; i < search->n_nodes; i++)
    {
      gboolean past = state->begun[(i - 1) / 2] && state->latest[i] < day;

      key[n++] = past ? -1 : state->earliest[i];
      key[n++] = past ? -1 : state->latest[i];
    }
  for (gint32 i = 0; i < search->problem->n_steps; i++)
    key[n++] = state->remaining[i];
  return g_bytes_new (key, (gsize) n * sizeof (gint32));
}

/* What waits leave to work on @day, or -1 if they ask for too much. */
static gint32
left_by_waits (Search      *search,
               const State *state,
               gint32       day)
{
  const SegueProblem *problem = search->problem;
  gint32 pools[MAX_STEPS] = { 0 };
  gint32 load = 0;

  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      const SegueStepSpec *step = &problem->steps[i];

      if (!search->in[i] || step->type != SEGUE_STEP_WAIT || !state->begun[i] ||
          state->latest[node_of (search, i, SEGUE_SIDE_END)] < day)
        continue;
      load += segue_test_load (step, problem->now + day);
      for (gint32 k = 0; k < step->n_needs; k++)
        {
          const SegueNeed *need = &problem->needs[step->first_need + k];

          pools[need->pool] += need->per_day;
          if (pools[need->pool] > problem->pools[need->pool])
            return -1;
        }
    }
  if (load > search->capacity[day])
    return -1;
  return MAX (0, search->free[day] - load);
}

/* No day with capacity left lies unused in what is contiguous. */
static gboolean
leaves_gaps (Search      *search,
             const State *state,
             gint32       day,
             gint32       left)
{
  for (gint32 i = 0; i < search->problem->n_steps; i++)
    {
      const SegueStepSpec *step = &search->problem->steps[i];
      gint32 limit = segue_test_day_limit (step, search->problem->now + day);

      if (step->contiguous && state->remaining[i] > 0 && state->today[i] == 0 && state->begun[i] &&
          MIN (left, limit) >= MAX (1, step->min_per_day))
        return TRUE;
    }
  return FALSE;
}

/* What has not begun today has to have another day to do so. */
static gboolean
comes_too_late (Search      *search,
                const State *state,
                gint32       day)
{
  for (gint32 i = 0; i < search->problem->n_steps; i++)
    if (search->in[i] && !state->begun[i] && state->latest[node_of (search, i, SEGUE_SIDE_START)] <= day)
      return TRUE;
  return FALSE;
}

/* Gives work @step some of the @left minutes of the day, and the later ones theirs. */
static gboolean
search_work (Search      *search,
             const State *state,
             gint32       day,
             gint32       step,
             gint32       left)
{
  const SegueStepSpec *spec = &search->problem->steps[step];
  gint32 most;

  if (step == search->problem->n_steps)
    return !comes_too_late (search, state, day) && !leaves_gaps (search, state, day, left) &&
           search_day (search, state, day + 1);
  most = MIN (MIN (left, state->remaining[step]), segue_test_day_limit (spec, search->problem->now + day));
  for (gint32 minutes = most; minutes > 0; minutes--)
    {
      State next = *state;
      gboolean last = minutes == state->remaining[step];

      if (!last && minutes < spec->min_per_day)
        break;
      next.remaining[step] -= minutes;
      next.today[step] = minutes;
      next.begun[step] = TRUE;
      if (!state->begun[step] && !fix_node (search, &next, node_of (search, step, SEGUE_SIDE_START), day))
        break;
      if (last && !fix_node (search, &next, node_of (search, step, SEGUE_SIDE_END), day))
        continue;
      if (search_work (search, &next, day, step + 1, left - minutes))
        return TRUE;
    }
  return search_work (search, state, day, step + 1, left);
}

/* Lets wait or milestone @step begin on this day or later. */
static gboolean
search_step (Search      *search,
             const State *state,
             gint32       day,
             gint32       step)
{
  SegueStepType type;

  if (step == search->problem->n_steps)
    {
      gint32 left = left_by_waits (search, state, day);

      return left >= 0 && search_work (search, state, day, 0, left);
    }
  type = search->problem->steps[step].type;
  if (search->in[step] && type != SEGUE_STEP_WORK && !state->begun[step])
    {
      State next = *state;

      next.begun[step] = TRUE;
      if (fix_node (search, &next, node_of (search, step, SEGUE_SIDE_START), day) &&
          search_step (search, &next, day, step + 1))
        return TRUE;
      if (state->latest[node_of (search, step, SEGUE_SIDE_START)] <= day)
        return FALSE;
    }
  return search_step (search, state, day, step + 1);
}

static gboolean
search_day (Search      *search,
            const State *before,
            gint32       day)
{
  State state = *before;
  g_autoptr (GBytes) key = NULL;

  if (is_over (search, &state, day))
    return sure_lateness (search, &state) < search->below;
  if (day >= search->n_days || g_hash_table_size (search->hopeless) > MAX_STATES)
    return FALSE;
  for (gint32 i = 0; i < search->problem->n_steps; i++)
    {
      gint32 start = node_of (search, i, SEGUE_SIDE_START);
      gint32 end = node_of (search, i, SEGUE_SIDE_END);

      state.today[i] = 0;
      if (!search->in[i])
        continue;
      if (!state.begun[i] && !raise_node (search, &state, start, day))
        return FALSE;
      if (state.remaining[i] > 0 && !raise_node (search, &state, end, day))
        return FALSE;
    }
  if (sure_lateness (search, &state) >= search->below || is_overloaded (search, &state, day))
    return FALSE;
  key = key_of (search, &state, day);
  if (g_hash_table_contains (search->hopeless, key))
    return FALSE;
  if (search_step (search, &state, day, 0))
    return TRUE;
  g_hash_table_add (search->hopeless, g_steal_pointer (&key));
  return FALSE;
}

static gboolean
is_in (const SegueProblem *problem,
       gint32              step,
       const gint32       *chosen,
       gint32              n_goals)
{
  return problem->steps[step].goal < n_goals && segue_test_step_active (problem, step, chosen);
}

static gboolean
is_rule_in (const SegueProblem *problem,
            gint32              rule,
            const gint32       *chosen,
            gint32              n_goals)
{
  const SegueRuleSpec *spec = &problem->rules[rule];

  if (!segue_test_rule_active (problem, rule, chosen) || !is_in (problem, spec->point.step, chosen, n_goals))
    return FALSE;
  if (spec->route >= 0 && problem->routes[spec->route].goal >= n_goals)
    return FALSE;
  return spec->relation != SEGUE_RELATION_AFTER || is_in (problem, spec->other.step, chosen, n_goals);
}

static gboolean
has_both (const SegueProblem *problem,
          const gint32       *chosen,
          gint32              n_goals)
{
  for (gint32 i = 0; i < problem->n_exclusives; i++)
    {
      const SegueExclusiveSpec *exclusive = &problem->exclusives[i];
      gint32 n = 0;

      for (gint32 k = 0; k < exclusive->n_routes; k++)
        n += problem->routes[exclusive->routes[k]].goal < n_goals &&
             segue_test_route_active (problem, exclusive->routes[k], chosen);
      for (gint32 k = 0; k < exclusive->n_steps; k++)
        n += is_in (problem, exclusive->steps[k], chosen, n_goals);
      if (n > 1)
        return TRUE;
    }
  return FALSE;
}

/* Whether the search knows everything that occurs in the plan. */
static gboolean
is_known (const SegueProblem *problem)
{
  if (problem->n_steps > MAX_STEPS || problem->n_pools > MAX_STEPS)
    return FALSE;
  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      const SegueStepSpec *step = &problem->steps[i];

      if (step->status == SEGUE_STATUS_DONE ? step->done_on == SEGUE_DAY_NONE :
          step->type == SEGUE_STEP_WORK && segue_test_remaining (step) == 0)
        return FALSE;
    }
  for (gint32 i = 0; i < problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[i];

      if (rule->relation == SEGUE_RELATION_AFTER &&
          (problem->steps[rule->point.step].type == SEGUE_STEP_PRACTICE ||
           problem->steps[rule->other.step].type == SEGUE_STEP_PRACTICE))
        return FALSE;
    }
  return TRUE;
}

/* Days after which nothing new can become possible: the last date, and then
 * everything once more in a row on the weekly pattern. */
static gint32
count_days (const SegueProblem *problem)
{
  gint64 last = 0, tail = 21;

  for (gint32 i = 0; i < problem->n_periods; i++)
    last = MAX (last, problem->periods[i].end - problem->now);
  for (gint32 i = 0; i < problem->n_days_off; i++)
    last = MAX (last, problem->days_off[i] - problem->now);
  for (gint32 i = 0; i < problem->n_rules; i++)
    if (problem->rules[i].relation == SEGUE_RELATION_AFTER)
      tail += ABS (problem->rules[i].min);
    else
      last = MAX (last, problem->rules[i].date - problem->now);
  for (gint32 i = 0; i < problem->n_steps; i++)
    tail += problem->steps[i].type == SEGUE_STEP_WAIT ? problem->steps[i].days[SEGUE_ESTIMATE_LIKELY] + 7 :
            7 + 7 * segue_test_remaining (&problem->steps[i]);
  return (gint32) MIN (last + tail, MAX_DAYS - 1);
}

/* Calendar less the practices, which lie on all days that dates leave them. */
static void
fill_days (Search      *search,
           const State *state,
           const gint32 *chosen,
           gint32       n_goals)
{
  const SegueProblem *problem = search->problem;

  for (gint32 day = 0; day < search->n_days; day++)
    {
      gint32 capacity = segue_test_capacity (problem, problem->now + day);

      search->capacity[day] = search->free[day] = capacity;
      for (gint32 i = 0; i < problem->n_steps; i++)
        if (problem->steps[i].type == SEGUE_STEP_PRACTICE && is_in (problem, i, chosen, n_goals) &&
            problem->steps[i].status != SEGUE_STATUS_DONE &&
            day >= state->earliest[node_of (search, i, SEGUE_SIDE_START)] &&
            day <= state->latest[node_of (search, i, SEGUE_SIDE_END)])
          search->free[day] -= segue_test_load (&problem->steps[i], problem->now + day);
      search->free[day] = MAX (0, search->free[day]);
    }
}

static gboolean
start_state (Search       *search,
             State        *state,
             const gint32 *chosen,
             gint32        n_goals)
{
  const SegueProblem *problem = search->problem;
  gint32 n = search->n_nodes;

  for (gint32 i = 0; i < n; i++)
    {
      gint64 latest = search->closure[i] - problem->now;
      gint64 earliest = -search->closure[i * n] - problem->now;

      state->earliest[i] = (gint32) MAX (earliest, -100000);
      state->latest[i] = (gint32) MIN (latest, search->n_days - 1);
      if (i > 0 && state->earliest[i] > state->latest[i])
        return FALSE;
    }
  /* Node 0 is day 0, which lies where it always lay. */
  state->earliest[0] = state->latest[0] = -problem->now;
  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      search->in[i] = is_in (problem, i, chosen, n_goals) && problem->steps[i].status != SEGUE_STATUS_DONE &&
                      problem->steps[i].type != SEGUE_STEP_PRACTICE;
      state->remaining[i] = search->in[i] ? segue_test_remaining (&problem->steps[i]) : 0;
      state->today[i] = 0;
      state->begun[i] = FALSE;
    }
  return TRUE;
}

/**
 * segue_test_brute_exists:
 * @problem: a small problem
 * @chosen: the active route of each goal, or -1
 * @n_goals: of how many goals the steps are in
 * @below: what the weighted lateness has to be less than
 *
 * Returns: whether there is a schedule
 */
SegueTestAnswer
segue_test_brute_exists (const SegueProblem *problem,
                         const gint32       *chosen,
                         gint32              n_goals,
                         gint64              below)
{
  g_autoptr (SegueTestNetwork) network = NULL;
  g_autoptr (GHashTable) hopeless = NULL;
  g_autofree gint64 *closure = NULL;
  Search search = { .problem = problem, .below = below };
  State state;

  if (!is_known (problem))
    return SEGUE_TEST_UNKNOWN;
  if (has_both (problem, chosen, n_goals))
    return SEGUE_TEST_NO;
  network = segue_test_network_new (problem);
  for (gint32 i = 0; i < problem->n_steps; i++)
    if (is_in (problem, i, chosen, n_goals))
      segue_test_network_add_step (network, i);
  for (gint32 i = 0; i < problem->n_rules; i++)
    if (is_rule_in (problem, i, chosen, n_goals))
      segue_test_network_add_rule (network, i);
  closure = segue_test_network_close (network);
  if (closure == NULL)
    return SEGUE_TEST_NO;
  hopeless = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  search.closure = closure;
  search.n_nodes = network->n_nodes;
  search.n_days = count_days (problem);
  search.hopeless = hopeless;
  if (!start_state (&search, &state, chosen, n_goals))
    return SEGUE_TEST_NO;
  fill_days (&search, &state, chosen, n_goals);
  if (search_day (&search, &state, 0))
    return SEGUE_TEST_YES;
  return g_hash_table_size (hopeless) > MAX_STATES ? SEGUE_TEST_UNKNOWN : SEGUE_TEST_NO;
}

/* Returns: FALSE if a question had no answer */
static gboolean
judge_goal (const SegueProblem *problem,
            SegueTestChoice    *choice,
            gint32              goal)
{
  const SegueGoalSpec *spec = &problem->goals[goal];
  gint32 best = -1, n_open = 0;

  for (gint32 i = spec->first_route; i < spec->first_route + spec->n_routes; i++)
    {
      SegueTestAnswer answer;

      if (segue_test_route_closed (problem, i))
        continue;
      n_open++;
      choice->chosen[goal] = i;
      answer = segue_test_brute_exists (problem, choice->chosen, goal + 1, G_MAXINT64);
      if (answer == SEGUE_TEST_UNKNOWN)
        return FALSE;
      choice->possible[i] = answer == SEGUE_TEST_YES;
      if (best < 0 && choice->possible[i])
        best = i;
    }
  choice->chosen[goal] = best;
  choice->feasible = best >= 0;
  if (n_open == 0)
    {
      SegueTestAnswer answer = segue_test_brute_exists (problem, choice->chosen, goal + 1, G_MAXINT64);

      choice->feasible = answer == SEGUE_TEST_YES;
      return answer != SEGUE_TEST_UNKNOWN;
    }
  return TRUE;
}

/**
 * segue_test_brute_choose:
 * @problem: a small problem
 *
 * Returns: (transfer full): the best routes, goal by goal, as far as there is a schedule
 */
SegueTestChoice *
segue_test_brute_choose (const SegueProblem *problem)
{
  SegueTestChoice *choice = g_new0 (SegueTestChoice, 1);
  SegueTestAnswer answer;

  choice->chosen = g_new (gint32, MAX (1, problem->n_goals));
  choice->possible = g_new0 (gboolean, MAX (1, problem->n_routes));
  for (gint32 i = 0; i < problem->n_goals; i++)
    choice->chosen[i] = -1;
  answer = segue_test_brute_exists (problem, choice->chosen, 0, G_MAXINT64);
  choice->feasible = answer == SEGUE_TEST_YES;
  choice->known = answer != SEGUE_TEST_UNKNOWN;
  while (choice->known && choice->feasible && choice->n_judged < problem->n_goals)
    choice->known = judge_goal (problem, choice, choice->n_judged++);
  return choice;
}

void
segue_test_choice_free (SegueTestChoice *choice)
{
  g_free (choice->chosen);
  g_free (choice->possible);
  g_free (choice);
}

/* The weighted lateness of what is still to be done. */
gint64
segue_test_lateness (const SegueProblem  *problem,
                     const SegueSchedule *schedule)
{
  gint64 lateness = 0;

  for (gint32 i = 0; i < problem->n_steps; i++)
    if (schedule->steps[i].active && problem->steps[i].status != SEGUE_STATUS_DONE)
      lateness += (gint64) problem->steps[i].importance * schedule->steps[i].late_days;
  return lateness;
}
