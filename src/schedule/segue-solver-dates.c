/* segue-solver-dates.c - dates after an edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The earliest day of a node is the greatest of its floor and what the edges into
 * it ask for. After an edit only nodes for which this no longer holds have to be
 * looked at, in the order of the network, so that each is looked at once:
 *
 *      edited                          rank ──►
 *        ▼
 *      ( u )──►( v )──►( w )           v has moved: look at w
 *           └─►( x )──►( y )           x has not: y is as it was
 *
 * Invariant: where no node waits in the queue, every node has its earliest day.
 * Days that come earlier need no other treatment than days that come later. The
 * latest days are found the same way from the other end. (Ramalingam, Reps, Journal
 * of Algorithms 21, 1996; Cesta, Oddi, TIME 1996.)
 */
#include "schedule/segue-solver-private.h"

static void
push (SegueBitQueue *queue,
      gint32         number)
{
  if (!segue_bit_queue_has (queue, number))
    segue_bit_queue_push (queue, number);
}

static void
look_forward (SegueSolver *solver,
              gint32       node)
{
  push (&solver->forward, segue_network_get_rank (solver->engine.network, node));
}

static void
look_backward (SegueSolver *solver,
               gint32       node)
{
  const SegueNetwork *network = solver->engine.network;

  push (&solver->backward, network->n_nodes - 1 - segue_network_get_rank (network, node));
}

static void
look_after (SegueSolver *solver,
            gint32       node)
{
  const SegueNetwork *network = solver->engine.network;

  for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
    look_forward (solver, network->edges[i].to);
}

static void
look_before (SegueSolver *solver,
             gint32       node)
{
  for (gint32 i = solver->first_in[node]; i < solver->first_in[node + 1]; i++)
    look_backward (solver, solver->in[i].from);
}

static void
read_weights (SegueSolver *solver,
              gint32       node)
{
  for (gint32 i = solver->first_in[node]; i < solver->first_in[node + 1]; i++)
    solver->in[i].weight = solver->engine.network->edges[solver->in[i].edge].weight;
}

/* The bounds of an act, or the weight of edges from and to it, have changed. */
void
segue_solver_touch (SegueSolver *solver,
                    gint32       act)
{
  const SegueNetwork *network = solver->engine.network;

  for (gint32 node = network->act_node[act]; node < network->act_node[act + 1]; node++)
    {
      read_weights (solver, node);
      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        read_weights (solver, network->edges[i].to);
      look_forward (solver, node);
      look_after (solver, node);
      look_backward (solver, node);
      look_before (solver, node);
    }
}

static gboolean
find_earliest (SegueSolver *solver)
{
  SegueNetwork *network = solver->engine.network;

  while (solver->forward.n > 0)
    {
      gint32 node = segue_network_get_node (network, segue_bit_queue_pop (&solver->forward));
      gint32 day = network->floor[node];

      for (gint32 i = solver->first_in[node]; i < solver->first_in[node + 1]; i++)
        {
          const SegueInEdge *edge = &solver->in[i];

          day = MAX (day, MIN (network->earliest[edge->from] + edge->weight, SEGUE_FAR));
        }
      if (day > network->ceiling[node])
        return FALSE;
      if (day == network->earliest[node])
        continue;
      network->earliest[node] = day;
      look_after (solver, node);
    }
  return TRUE;
}

static void
rekey (SegueSolver *solver,
       gint32       act)
{
  if (solver->is_rekeyed[act])
    return;
  solver->is_rekeyed[act] = TRUE;
  g_array_append_val (solver->rekeyed, act);
}

static gint32
find_target (const SegueNetwork *network,
             gint32              node)
{
  gint32 act = network->node_act[node];
  SegueDay target = network->problem->steps[network->act_step[act]].target;

  if (target == SEGUE_DAY_NONE || node != network->act_node[act + 1] - 1)
    return SEGUE_FAR;
  return target - MAX (network->act_days[act] - 1, 0);
}

static void
find_latest (SegueSolver *solver)
{
  const SegueNetwork *network = solver->engine.network;
  gint32 *latest = solver->engine.placer.latest;
  gint32 *due = solver->engine.placer.due;

  while (solver->backward.n > 0)
    {
      gint32 node = segue_network_get_node (network, network->n_nodes - 1 - segue_bit_queue_pop (&solver->backward));
      gint32 last = network->ceiling[node];
      gint32 wished = solver->has_targets ? MIN (last, find_target (network, node)) : last;

      for (gint32 i = network->first_edge[node]; i < network->first_edge[node + 1]; i++)
        {
          const SegueEdge *edge = &network->edges[i];

          if (latest[edge->to] < SEGUE_FAR / 2)
            last = MIN (last, MAX (latest[edge->to] - edge->weight, -SEGUE_FAR));
          if (due[edge->to] < SEGUE_FAR / 2)
            wished = MIN (wished, MAX (due[edge->to] - edge->weight, -SEGUE_FAR));
        }
      if (last == latest[node] && wished == due[node])
        continue;
      if (last < latest[node])
        g_array_append_val (solver->tightened, node);
      if (wished != due[node])
        rekey (solver, network->node_act[node]);
      latest[node] = last;
      due[node] = wished;
      look_before (solver, node);
    }
}

/**
 * segue_solver_find_dates:
 * @solver: a warm solver
 *
 * Finds what the rules leave each node after the edits.
 *
 * Returns: whether the rules can all hold; if not, the solver is no longer warm
 */
gboolean
segue_solver_find_dates (SegueSolver *solver)
{
  solver->is_lost = solver->is_lost || solver->engine.network->broken || !find_earliest (solver);
  if (solver->is_lost)
    return FALSE;
  find_latest (solver);
  for (guint i = 0; i < solver->edited->len; i++)
    rekey (solver, g_array_index (solver->edited, gint32, i));
  return TRUE;
}
