/* segue-rcpsp-exact.c - search that ends with a proof
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Variables are the starts, the makespan, and for each two activities that
 * cannot run together which goes first. Branching alternates between restarts:
 * the activity whose window lies first starts as early as it can, which finds
 * schedules, and what was in many conflicts is settled first, which finds
 * proofs.
 */
#include "schedule/segue-rcpsp-exact.h"

#include "schedule/segue-rcpsp-timetable.h"

#define ASK_EVERY 32          /* conflicts between two questions to the caller */
#define ASK_EVERY_STEPS 64    /* decisions between them */
#define RESTART_UNIT 60       /* conflicts */
#define MOST_PAIRS 2000       /* more of them cost more than they prove */
#define FIRST_CLAUSE_LIMIT 4000

struct _SegueRcpspExact
{
  const SegueRcpsp *problem;
  SegueRcpspIncumbent *incumbent;
  SegueLearner learner;
  SegueTimetable timetable;
  gint32 n_variables;
  gint32 horizon;
  gint32 *low;        /* limits to begin with */
  gint32 *from, *to;  /* activities of each pair */
  gint32 n_pairs;
  guint8 *phase;      /* of each pair: what it was last */
  gint32 *start;      /* scratch: a schedule */
  gint64 restart_at;
  guint n_restarts;
  guint steps;
  gint32 clause_limit;
  gboolean ready;     /* learner and timetable are there */
  gboolean exhausted; /* nothing better than the incumbent exists */
};

static gint32
get_variable_of_makespan (const SegueRcpspExact *exact)
{
  return exact->problem->n;
}

static gint32
get_variable_of_pair (const SegueRcpspExact *exact,
                      gint32                 pair)
{
  return exact->problem->n + 1 + pair;
}

/* ---- limits to begin with -------------------------------------------------- */

/* No optimal schedule is longer: in one that cannot be shortened every
 * stretch of time is covered by an activity or by a minimal lag after it. */
static gint64
find_horizon (const SegueRcpsp *problem)
{
  g_autofree gint32 *most = g_memdup2 (problem->duration, sizeof (gint32) * (gsize) problem->n);
  gint64 horizon = 0;
  gint32 latest_release = 0;

  for (gint32 a = 0; a < problem->n_arcs; a++)
    most[problem->arcs[a].from] = MAX (most[problem->arcs[a].from], problem->arcs[a].lag);
  for (gint32 i = 0; i < problem->n; i++)
    {
      horizon += most[i];
      if (problem->earliest != NULL)
        latest_release = MAX (latest_release, problem->earliest[i]);
    }
  return horizon + latest_release;
}

/* Longest ways from both ends, or %FALSE: there is a circle of arcs that
 * nothing satisfies, or a window is too narrow. */
static gboolean
tighten_by_arcs (SegueRcpspExact *exact)
{
  const SegueRcpsp *problem = exact->problem;
  gint32 *low = exact->low;
  gboolean changed = TRUE;

  for (gint32 pass = 0; changed; pass++)
    {
      changed = FALSE;
      for (gint32 a = 0; a < problem->n_arcs; a++)
        {
          const SegueRcpspArc arc = problem->arcs[a];
          const gint32 later = low[2 * arc.from] + arc.lag;
          const gint32 earlier = low[2 * arc.to + 1] + arc.lag;

          changed = changed || later > low[2 * arc.to] || earlier > low[2 * arc.from + 1];
          low[2 * arc.to] = MAX (low[2 * arc.to], later);
          low[2 * arc.from + 1] = MAX (low[2 * arc.from + 1], earlier);
        }
      for (gint32 i = 0; i < problem->n; i++)
        if (low[2 * i] + low[2 * i + 1] > 0)
          return FALSE;
      if (pass > problem->n)
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_limits (SegueRcpspExact *exact)
{
  const SegueRcpsp *problem = exact->problem;
  gint32 *low = exact->low;
  gint32 end = 0;

  for (gint32 i = 0; i < problem->n; i++)
    {
      const gint32 last = exact->horizon - problem->duration[i];

      low[2 * i] = problem->earliest != NULL ? problem->earliest[i] : 0;
      low[2 * i + 1] = -(problem->latest != NULL ? MIN (problem->latest[i], last) : last);
      for (gint32 r = 0; r < problem->n_resources; r++)
        if (problem->duration[i] > 0 && problem->need[i * problem->n_resources + r] > problem->capacity[r])
          return FALSE;
    }
  if (!tighten_by_arcs (exact))
    return FALSE;
  for (gint32 i = 0; i < problem->n; i++)
    end = MAX (end, low[2 * i] + problem->duration[i]);
  low[2 * problem->n] = MAX (end, exact->incumbent->lower_bound);
  low[2 * problem->n + 1] = -exact->horizon;
  exact->incumbent->lower_bound = low[2 * problem->n];
  return TRUE;
}

/* ---- the model --------------------------------------------------------------- */

static gboolean
exclude_each_other (const SegueRcpsp *problem,
                    gint32            i,
                    gint32            k)
{
  if (problem->duration[i] == 0 || problem->duration[k] == 0)
    return FALSE;
  for (gint32 r = 0; r < problem->n_resources; r++)
    if ((gint64) problem->need[i * problem->n_resources + r] + problem->need[k * problem->n_resources + r]
        > problem->capacity[r])
      return TRUE;
  return FALSE;
}

/* Whether the limits leave both orders of @i and @k possible. */
static gboolean
is_open (const SegueRcpspExact *exact,
         gint32                 i,
         gint32                 k)
{
  const gint32 *low = exact->low, *duration = exact->problem->duration;

  return low[2 * i] + duration[i] + low[2 * k + 1] <= 0
         || low[2 * k] + duration[k] + low[2 * i + 1] <= 0;
}

static void
find_pairs (SegueRcpspExact *exact)
{
  const SegueRcpsp *problem = exact->problem;
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (gint32 i = 0; i < problem->n && from->len <= MOST_PAIRS; i++)
    for (gint32 k = i + 1; k < problem->n; k++)
      if (exclude_each_other (problem, i, k) && is_open (exact, i, k))
        {
          g_array_append_val (from, i);
          g_array_append_val (to, k);
        }
  exact->n_pairs = from->len <= MOST_PAIRS ? (gint32) from->len : 0;
  exact->from = (gint32 *) (gpointer) g_array_steal (from, NULL);
  exact->to = (gint32 *) (gpointer) g_array_steal (to, NULL);
  exact->phase = g_new0 (guint8, exact->n_pairs + 1);
}

/* start (to) >= start (from) + lag, for both sides. */
static void
add_difference (SegueRcpspExact *exact,
                gint32           from,
                gint32           to,
                gint32           lag,
                SegueAtom        guard)
{
  segue_learner_add_arc (&exact->learner, (SegueLearnArc) { 2 * from, 2 * to, lag, guard });
  segue_learner_add_arc (&exact->learner, (SegueLearnArc) { 2 * to + 1, 2 * from + 1, lag, guard });
}

static void
build_model (SegueRcpspExact *exact)
{
  const SegueRcpsp *problem = exact->problem;
  const SegueAtom always = { -1, 0 };

  find_pairs (exact);
  exact->n_variables = problem->n + 1 + exact->n_pairs;
  exact->low = g_renew (gint32, exact->low, 2 * (gsize) exact->n_variables);
  for (gint32 pair = 0; pair < exact->n_pairs; pair++)
    {
      exact->low[2 * get_variable_of_pair (exact, pair)] = 0;
      exact->low[2 * get_variable_of_pair (exact, pair) + 1] = -1;
    }
  segue_learner_init (&exact->learner, exact->n_variables, exact->low);
  for (gint32 a = 0; a < problem->n_arcs; a++)
    add_difference (exact, problem->arcs[a].from, problem->arcs[a].to, problem->arcs[a].lag, always);
  for (gint32 i = 0; i < problem->n; i++)
    add_difference (exact, i, get_variable_of_makespan (exact), problem->duration[i], always);
  for (gint32 pair = 0; pair < exact->n_pairs; pair++)
    {
      const gint32 i = exact->from[pair], k = exact->to[pair];
      const SegueAtom first = { 2 * get_variable_of_pair (exact, pair), 1 };

      add_difference (exact, i, k, problem->duration[i], first);
      add_difference (exact, k, i, problem->duration[k], segue_atom_not (first));
    }
  segue_learner_seal (&exact->learner);
  segue_timetable_init (&exact->timetable, &exact->learner, problem, exact->horizon);
  exact->ready = TRUE;
}

/* Everything once, since propagation only follows what rises. */
static gboolean
wake_all (SegueRcpspExact *exact)
{
  SegueLearner *learner = &exact->learner;

  for (guint k = 0; k < learner->arcs->len; k++)
    if (!segue_learner_follow (learner, (gint32) k))
      return FALSE;
  return TRUE;
}

/* ---- search -------------------------------------------------------------------- */

static gboolean
propagate (SegueRcpspExact *exact)
{
  SegueLearner *learner = &exact->learner;
  guint length;

  do
    {
      if (!segue_learner_propagate (learner))
        return FALSE;
      length = learner->trail->len;
      if (!segue_timetable_propagate (&exact->timetable))
        return FALSE;
    }
  while (learner->trail->len > length);
  return TRUE;
}

/* 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8 … (Luby, Sinclair, Zuckerman 1993) */
static gint64
luby (guint k)
{
  guint size = 1, power = 0;

  while (size < k + 1)
    {
      size = 2 * size + 1;
      power++;
    }
  while (size - 1 != k)
    {
      size /= 2;
      power--;
      k %= size;
    }
  return (gint64) 1 << power;
}

static gboolean
wants_schedules (const SegueRcpspExact *exact)
{
  return exact->n_restarts % 2 == 0;
}

/* To level 0, where what was found elsewhere is made use of. */
static gboolean
restart (SegueRcpspExact *exact)
{
  SegueLearner *learner = &exact->learner;
  const SegueRcpspIncumbent *incumbent = exact->incumbent;

  segue_learner_retreat (learner, 0);
  if (learner->n_conflicts >= exact->restart_at)
    exact->n_restarts++;
  exact->restart_at = learner->n_conflicts + RESTART_UNIT * luby (exact->n_restarts / 2);
  if (incumbent->makespan != G_MAXINT32
      && !segue_learner_raise (learner,
                               (SegueAtom) { 2 * get_variable_of_makespan (exact) + 1, 1 - incumbent->makespan },
                               SEGUE_REASON_NONE, 0))
    return FALSE;
  if (!propagate (exact))
    return FALSE;
  exact->incumbent->lower_bound = MAX (exact->incumbent->lower_bound,
                                       learner->low[2 * get_variable_of_makespan (exact)]);
  if (learner->n_clauses > exact->clause_limit)
    {
      segue_learner_forget (learner);
      exact->clause_limit += exact->clause_limit / 20;
    }
  return TRUE;
}

/* The open activity whose window lies first, by its middle: early ones, and
 * those that maximal lags hurry; -1: all are settled. */
static gint32
pick_first (const SegueRcpspExact *exact)
{
  const gint32 *low = exact->learner.low;
  gint32 best = -1;

  for (gint32 i = 0; i < exact->problem->n; i++)
    if (!segue_learner_is_fixed (&exact->learner, i)
        && (best < 0 || low[2 * i] - low[2 * i + 1] < low[2 * best] - low[2 * best + 1]))
      best = i;
  return best;
}

/* The open variable that was in most conflicts of late; -1: all are settled. */
static gint32
pick_active (const SegueRcpspExact *exact)
{
  const SegueLearner *learner = &exact->learner;
  const gint32 makespan = get_variable_of_makespan (exact);
  gint32 best = -1;

  for (gint32 v = 0; v < exact->n_variables; v++)
    if ((best < 0 || learner->activity[v] > learner->activity[best])
        && v != makespan && !segue_learner_is_fixed (learner, v))
      best = v;
  return best;
}

/* Opens a level, or returns %FALSE: every start is settled. */
static gboolean
decide (SegueRcpspExact *exact)
{
  SegueLearner *learner = &exact->learner;
  const gint32 variable = wants_schedules (exact) ? pick_first (exact) : pick_active (exact);

  if (variable < 0)
    return FALSE;
  if (variable > exact->problem->n)
    {
      const gint32 pair = variable - exact->problem->n - 1;
      const SegueAtom first = { 2 * variable, 1 };

      segue_learner_decide (learner, exact->phase[pair] ? first : segue_atom_not (first));
      return TRUE;
    }
  segue_learner_decide (learner, (SegueAtom) { 2 * variable + 1, -learner->low[2 * variable] });
  return TRUE;
}

static void
offer (SegueRcpspExact *exact)
{
  const SegueRcpsp *problem = exact->problem;
  gint32 makespan = 0;

  for (gint32 i = 0; i < problem->n; i++)
    {
      exact->start[i] = exact->learner.low[2 * i];
      makespan = MAX (makespan, exact->start[i] + problem->duration[i]);
    }
  for (gint32 pair = 0; pair < exact->n_pairs; pair++)
    exact->phase[pair] = exact->start[exact->from[pair]] < exact->start[exact->to[pair]];
  segue_rcpsp_incumbent_offer (exact->incumbent, exact->start, makespan);
}

static gboolean
may_go_on (SegueRcpspExact *exact,
           gint64           until)
{
  const gint64 conflicts = exact->learner.n_conflicts;

  if (conflicts >= until)
    return FALSE;
  exact->steps++;
  return exact->steps % ASK_EVERY_STEPS != 0 || segue_rcpsp_incumbent_go_on (exact->incumbent);
}

static gboolean
settle_conflict (SegueRcpspExact *exact)
{
  if (!segue_learner_learn (&exact->learner))
    return FALSE;
  if (exact->learner.n_conflicts % ASK_EVERY == 0)
    segue_rcpsp_incumbent_go_on (exact->incumbent);
  return TRUE;
}

/* Until there is nothing left to find, or there may be no more of it. */
static gboolean
search (SegueRcpspExact *exact,
        gint64           until)
{
  if (!restart (exact))
    return TRUE;
  while (may_go_on (exact, until) && !exact->incumbent->stopped)
    {
      if (!propagate (exact))
        {
          if (!settle_conflict (exact))
            return TRUE;
        }
      else if (exact->learner.n_conflicts >= exact->restart_at)
        {
          if (!restart (exact))
            return TRUE;
        }
      else if (!decide (exact))
        {
          offer (exact);
          if (segue_rcpsp_incumbent_is_optimal (exact->incumbent) || !restart (exact))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * segue_rcpsp_exact_run:
 * @until: how many conflicts there may be, with those of earlier calls
 *
 * Returns: whether it is proven that nothing better than the incumbent exists,
 *   or that nothing exists where there is none
 */
gboolean
segue_rcpsp_exact_run (SegueRcpspExact *exact,
                       gint64           until)
{
  if (!exact->exhausted)
    exact->exhausted = search (exact, until);
  if (exact->exhausted && exact->incumbent->makespan != G_MAXINT32)
    exact->incumbent->lower_bound = exact->incumbent->makespan;
  return exact->exhausted;
}

gint64
segue_rcpsp_exact_n_conflicts (SegueRcpspExact *exact)
{
  return exact->ready ? exact->learner.n_conflicts : 0;
}

/**
 * segue_rcpsp_exact_new:
 * @problem: outlives the search
 * @incumbent: outlives the search; schedules may be offered to it meanwhile
 */
SegueRcpspExact *
segue_rcpsp_exact_new (const SegueRcpsp    *problem,
                       SegueRcpspIncumbent *incumbent)
{
  SegueRcpspExact *exact = g_new0 (SegueRcpspExact, 1);
  const gint64 horizon = MIN (find_horizon (problem), incumbent->makespan);

  exact->problem = problem;
  exact->incumbent = incumbent;
  exact->horizon = (gint32) horizon;
  exact->low = g_new0 (gint32, 2 * (gsize) problem->n + 2);
  exact->start = g_new0 (gint32, problem->n + 1);
  exact->clause_limit = FIRST_CLAUSE_LIMIT;
  exact->exhausted = !set_limits (exact);
  if (exact->exhausted)
    return exact;
  build_model (exact);
  exact->exhausted = !wake_all (exact);
  return exact;
}

void
segue_rcpsp_exact_free (SegueRcpspExact *exact)
{
  if (exact->ready)
    {
      segue_learner_clear (&exact->learner);
      segue_timetable_clear (&exact->timetable);
    }
  g_free (exact->low);
  g_free (exact->from);
  g_free (exact->to);
  g_free (exact->phase);
  g_free (exact->start);
  g_free (exact);
}
