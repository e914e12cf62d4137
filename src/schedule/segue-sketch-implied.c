/* segue-sketch-implied.c - rules that others imply
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where something waits for what waits for something else, a rule between the
 * outer two says nothing new, if its lag is not longer than the way round:
 *
 *   ( a )──2──►( b )──1──►( c )
 *      └─────── 3 ─────────►┘        implied
 *
 * No draw is asked for it (Aho, Garey, Ullman, SIAM J. Computing 1, 1972: the
 * transitive reduction; of a graph without cycles all such edges can go at once).
 */
#include "schedule/segue-sketch-implied.h"

/* Edges that are looked at, for plans of very many; what is not found is kept. */
#define MOST_LOOKS 20000000

#define NO_WAY -1

typedef struct
{
  const SegueSketch *sketch;
  gint32 *position; /* of each act in the order */
  gint64 *way;      /* from the end of an act to the start of the one that is looked at; or NO_WAY */
  gint64 *round;    /* the same by more than one edge */
  gint64 n_looks;
} Search;

/* Days at least from its start to its end. */
static gint64
find_least_length (const SegueSketchAct *act)
{
  if (act->type != SEGUE_STEP_WAIT)
    return 0;
  return MAX (act->table->range > 0 ? act->table->low : act->amount, 1) - 1;
}

/* The longest way round from an act behind which all ways are known. */
static void
go_round (Search *search,
          gint32  act)
{
  const SegueSketch *sketch = search->sketch;

  for (gint32 i = sketch->first_out[act]; i < sketch->first_out[act + 1]; i++)
    {
      const SegueSketchEdge *edge = &sketch->edges[sketch->out[i]];
      const gint64 length = edge->to_end ? 0 : find_least_length (&sketch->acts[edge->to]);

      if (search->way[edge->to] != NO_WAY)
        search->round[act] = MAX (search->round[act], edge->lag + length + search->way[edge->to]);
    }
  search->n_looks += sketch->first_out[act + 1] - sketch->first_out[act];
  search->way[act] = MAX (search->way[act], search->round[act]);
}

/* Marks what is implied of the rules that the start of an act waits for. */
static void
mark_implied (Search *search,
              gint32  act,
              guint8 *implied)
{
  const SegueSketch *sketch = search->sketch;
  const gint32 last = search->position[act];
  gint32 first = last;

  for (gint32 i = sketch->first_in[act]; i < sketch->first_in[act + 1]; i++)
    {
      const SegueSketchEdge *edge = &sketch->edges[i];

      if (edge->to_end)
        continue;
      search->way[edge->from] = MAX (search->way[edge->from], edge->lag);
      first = MIN (first, search->position[edge->from]);
    }
  for (gint32 k = last - 1; k >= first; k--)
    go_round (search, sketch->order[k]);
  for (gint32 i = sketch->first_in[act]; i < sketch->first_in[act + 1]; i++)
    if (!sketch->edges[i].to_end && search->round[sketch->edges[i].from] >= sketch->edges[i].lag)
      implied[i] = TRUE;
  for (gint32 k = last - 1; k >= first; k--)
    search->way[sketch->order[k]] = search->round[sketch->order[k]] = NO_WAY;
}

/**
 * segue_sketch_find_implied:
 * @sketch: a sketch with its edges and their order
 *
 * Returns: (transfer full): of each edge whether others imply it
 */
guint8 *
segue_sketch_find_implied (const SegueSketch *sketch)
{
  const gsize n = (gsize) MAX (sketch->n_acts, 1);
  g_autofree gint32 *position = g_new (gint32, n);
  g_autofree gint64 *way = g_new (gint64, n);
  g_autofree gint64 *round = g_new (gint64, n);
  guint8 *implied = g_new0 (guint8, MAX (sketch->n_edges, 1));
  Search search = { sketch, position, way, round, 0 };

  for (gint32 k = 0; k < sketch->n_acts; k++)
    {
      position[sketch->order[k]] = k;
      way[k] = round[k] = NO_WAY;
    }
  for (gint32 act = 0; act < sketch->n_acts && search.n_looks < MOST_LOOKS; act++)
    if (sketch->first_in[act + 1] - sketch->first_in[act] > 1)
      mark_implied (&search, act, implied);
  return implied;
}
