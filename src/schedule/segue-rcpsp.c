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

/* Schedules before the exact search, where the caller sets no limit. */
#define FIRST_SCHEDULES 20000

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

/* Schedules first, as many as there may be. */
static void
evolve (SegueRcpspIncumbent *incumbent,
        SegueRcpspResult    *result,
        const SegueRcpspNet *net)
{
  const gint64 limit = incumbent->options->max_schedules;
  const gint64 budget = limit >= 0 ? limit : FIRST_SCHEDULES;
  g_autoptr (SegueRcpspEvolution) evolution = segue_rcpsp_evolution_new (net, incumbent, budget);

  incumbent->lower_bound = MAX (incumbent->lower_bound, net->lower_bound);
  segue_rcpsp_evolution_run (evolution, budget);
  result->n_schedules = segue_rcpsp_evolution_n_schedules (evolution);
}

static gboolean
prove (SegueRcpspIncumbent *incumbent,
       SegueRcpspResult    *result)
{
  const gint64 limit = incumbent->options->max_conflicts;
  g_autoptr (SegueRcpspExact) exact = segue_rcpsp_exact_new (incumbent->problem, incumbent);
  const gboolean proven = segue_rcpsp_exact_run (exact, limit >= 0 ? limit : G_MAXINT64);

  result->n_conflicts = segue_rcpsp_exact_n_conflicts (exact);
  return proven;
}

static void
search (SegueRcpspIncumbent *incumbent,
        SegueRcpspResult    *result)
{
  g_autoptr (SegueRcpspNet) net = segue_rcpsp_net_new (incumbent->problem);
  gboolean proven = FALSE;

  if (net != NULL)
    evolve (incumbent, result, net);
  if (incumbent->options->max_conflicts != 0 && !incumbent->stopped
      && !segue_rcpsp_incumbent_is_optimal (incumbent))
    proven = prove (incumbent, result);
  result->status = proven ? SEGUE_RCPSP_INFEASIBLE : SEGUE_RCPSP_UNKNOWN;
  if (incumbent->makespan == G_MAXINT32)
    return;
  result->makespan = incumbent->makespan;
  result->start = g_steal_pointer (&incumbent->start);
  result->status = segue_rcpsp_incumbent_is_optimal (incumbent) ? SEGUE_RCPSP_OPTIMAL
                                                                : SEGUE_RCPSP_FEASIBLE;
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
  search (&incumbent, result);
  result->lower_bound = incumbent.lower_bound;
  segue_rcpsp_incumbent_clear (&incumbent);
  return result;
}

void
segue_rcpsp_result_free (SegueRcpspResult *result)
{
  g_free (result->start);
  g_free (result);
}
