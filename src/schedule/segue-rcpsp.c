/* segue-rcpsp.c - search for plans with pools and unsplittable activities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the parts together: two populations where the problem is plain, and an
 * exact search that learns from its conflicts everywhere.
 */
#include "schedule/segue-rcpsp.h"

#include "schedule/segue-rcpsp-evolve.h"
#include "schedule/segue-rcpsp-exact.h"

/* A profile has a slot for every unit of time. */
#define LONGEST_HORIZON (1 << 24)

/* How the two searches share the time, where no limit ends either. */
#define SCHEDULES_A_TURN 3000
#define MOST_SCHEDULES_A_TURN (16 * SCHEDULES_A_TURN)
#define CONFLICTS_A_TURN 300

/* What the populations prepare for, where the caller sets no limit. */
#define USUAL_SCHEDULES 50000

static gboolean
is_sound (const SegueRcpsp *problem)
{
  gint64 horizon = 0;

  for (gint32 i = 0; i < problem->n; i++)
    {
      if (problem->duration[i] < 0 || (problem->earliest != NULL && problem->earliest[i] < 0))
        return FALSE;
      horizon += problem->duration[i] + (problem->earliest != NULL ? problem->earliest[i] : 0);
    }
  for (gint32 k = 0; k < problem->n * problem->n_resources; k++)
    if (problem->need[k] < 0)
      return FALSE;
  for (gint32 r = 0; r < problem->n_resources; r++)
    if (problem->capacity[r] < 0)
      return FALSE;
  for (gint32 a = 0; a < problem->n_arcs; a++)
    {
      const SegueRcpspArc arc = problem->arcs[a];

      if (arc.from < 0 || arc.from >= problem->n || arc.to < 0 || arc.to >= problem->n)
        return FALSE;
      horizon += ABS ((gint64) arc.lag);
    }
  return horizon < LONGEST_HORIZON;
}

static gint64
get_limit (gint64 limit)
{
  return limit >= 0 ? limit : G_MAXINT64;
}

/* A search that has just become better gets a longer turn. */
static gint64
choose_turn (gint64   turn,
             gboolean better)
{
  return better ? MIN (4 * turn, MOST_SCHEDULES_A_TURN) : MAX (turn / 2, SCHEDULES_A_TURN);
}

/* Schedules and conflicts in turns, until a proof or both limits are reached. */
static gboolean
take_turns (SegueRcpspIncumbent *incumbent,
            SegueRcpspEvolution *evolution,
            SegueRcpspExact     *exact)
{
  const SegueRcpspOptions *options = incumbent->options;
  const gint64 schedules = get_limit (options->max_schedules), conflicts = get_limit (options->max_conflicts);
  gint64 made = evolution != NULL ? 0 : schedules, met = 0, turn = SCHEDULES_A_TURN;
  gboolean proven = FALSE;

  while (!proven && !incumbent->stopped && !segue_rcpsp_incumbent_is_optimal (incumbent)
         && (made < schedules || met < conflicts))
    {
      if (made < schedules)
        {
          const gint32 known = incumbent->makespan;

          made = conflicts == 0 ? schedules : MIN (schedules, made + turn);
          segue_rcpsp_evolution_run (evolution, made);
          turn = choose_turn (turn, incumbent->makespan < known);
        }
      if (met < conflicts && !incumbent->stopped)
        {
          met = made == schedules ? conflicts : MIN (conflicts, met + CONFLICTS_A_TURN);
          proven = segue_rcpsp_exact_run (exact, met);
        }
    }
  return proven;
}

static gboolean
search (SegueRcpspIncumbent *incumbent,
        SegueRcpspResult    *result)
{
  const SegueRcpspOptions *options = incumbent->options;
  g_autoptr (SegueRcpspNet) net = segue_rcpsp_net_new (incumbent->problem);
  g_autoptr (SegueRcpspEvolution) evolution = NULL;
  g_autoptr (SegueRcpspExact) exact = NULL;
  gboolean proven;

  if (net != NULL)
    {
      const gint64 expected = options->max_schedules < 0 ? USUAL_SCHEDULES : options->max_schedules;

      incumbent->lower_bound = net->lower_bound;
      evolution = segue_rcpsp_evolution_new (net, incumbent, expected);
    }
  if (options->max_conflicts != 0)
    exact = segue_rcpsp_exact_new (incumbent->problem, incumbent);
  proven = take_turns (incumbent, evolution, exact);
  if (evolution != NULL)
    result->n_schedules = segue_rcpsp_evolution_n_schedules (evolution);
  if (exact != NULL)
    result->n_conflicts = segue_rcpsp_exact_n_conflicts (exact);
  return proven;
}

static void
solve (SegueRcpspIncumbent *incumbent,
       SegueRcpspResult    *result)
{
  const gboolean proven = search (incumbent, result);

  result->lower_bound = incumbent->lower_bound;
  if (incumbent->makespan != G_MAXINT32)
    {
      result->makespan = incumbent->makespan;
      result->start = g_steal_pointer (&incumbent->start);
      result->status = segue_rcpsp_incumbent_is_optimal (incumbent) ? SEGUE_RCPSP_OPTIMAL
                                                                    : SEGUE_RCPSP_FEASIBLE;
    }
  else if (proven)
    {
      result->status = SEGUE_RCPSP_INFEASIBLE;
    }
}

/**
 * segue_rcpsp_solve:
 * @problem: sound: indices in range, nothing negative that may not be, and all
 *   durations and lags together below 2^24 units of time
 * @options: how long to search, and whom to tell
 *
 * Finds starts such that the last end is early. The same problem, seed and
 * limits give the same answer on every machine, unless keep_going ends it.
 *
 * Returns: (transfer full): what was found
 */
SegueRcpspResult *
segue_rcpsp_solve (const SegueRcpsp        *problem,
                   const SegueRcpspOptions *options)
{
  SegueRcpspResult *result = g_new0 (SegueRcpspResult, 1);
  SegueRcpspIncumbent incumbent;

  g_return_val_if_fail (is_sound (problem), result);

  segue_rcpsp_incumbent_init (&incumbent, problem, options);
  solve (&incumbent, result);
  segue_rcpsp_incumbent_clear (&incumbent);
  return result;
}

void
segue_rcpsp_result_free (SegueRcpspResult *result)
{
  g_free (result->start);
  g_free (result);
}
