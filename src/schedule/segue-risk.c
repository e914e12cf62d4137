/* segue-risk.c - many schedules, each of estimates drawn at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a step takes in a sample depends on nothing but seed, sample and step
 * (segue-random.h), whoever draws it. Threads take blocks of samples as they
 * get to them and count what they see; the counts are summed at the end.
 *
 * There are three ways to lay a draw out. Each keeps every rule; a draw in
 * which the first or the second cannot is left to the third:
 *
 *   dates   each step as early as what it waits for lets it, with all hours to
 *           itself: right where nothing competes for hours (segue-lanes.c)
 *   list    hours go to the steps in the order of the plan's own schedule
 *           (segue-relevel.c)
 *   whole   the engine, routes and remedies of hours and all
 */
#include "schedule/segue-lanes.h"
#include "schedule/segue-network.h"
#include "schedule/segue-random.h"
#include "schedule/segue-relevel.h"

#include <string.h>

#define BLOCK 8
#define LIST_BLOCK 512
#define MAX_THREADS 64

typedef struct
{
  const SegueProblem *problem;
  SegueEstimateTable *tables; /* by step */
  gint32 *uncertain;          /* the steps that are drawn for */
  guint32 (*keys)[2];         /* of each of them */
  gint32 n_uncertain;
  guint32 key[2];
  SegueRiskMethod method;
  SegueSketch *sketch;        /* unless the method is the whole engine */
  gint32 block;               /* samples that are taken at once */
  gint32 n_samples;
  gint next;                  /* first sample that nobody has taken yet; atomic */
  gint *n_done;
  const gint *cancelled;
} Simulation;

typedef struct
{
  Simulation *simulation;
  SegueProblem problem; /* with steps of its own */
  SegueStepSpec *steps;
  SegueLanes *lanes;
  SegueRelevel *relevel;
  GArray *broken;       /* samples that are left to the whole engine */
  gint32 n_whole;
  SegueTally tally;
} Worker;

static gboolean
is_cancelled (const Simulation *simulation)
{
  return simulation->cancelled && g_atomic_int_get (simulation->cancelled);
}

static void
draw_steps (Worker *worker,
            gint32  sample)
{
  const Simulation *simulation = worker->simulation;
  const guint32 base = segue_random_base (simulation->key, (guint32) sample / 2);

  for (gint32 i = 0; i < simulation->n_uncertain; i++)
    {
      gint32 step = simulation->uncertain[i];
      guint32 bits = segue_random_half (segue_random_pair (base, simulation->keys[i]), sample);
      gint32 value = segue_estimate_draw (&simulation->tables[step], bits);

      if (worker->steps[step].type == SEGUE_STEP_WORK)
        worker->steps[step].effort[SEGUE_ESTIMATE_LIKELY] = value;
      else
        worker->steps[step].days[SEGUE_ESTIMATE_LIKELY] = value;
    }
}

static void
add_done (const Simulation *simulation,
          gint32            n)
{
  if (simulation->n_done)
    g_atomic_int_add (simulation->n_done, n);
}

static void
run_whole (Worker *worker,
           gint32  sample)
{
  g_autoptr (SegueSchedule) schedule = NULL;

  draw_steps (worker, sample);
  schedule = segue_schedule_solve (&worker->problem, SEGUE_SOLVE_LATEST | SEGUE_SOLVE_ROUGH, NULL, worker->simulation->cancelled);
  if (schedule == NULL)
    return;
  segue_tally_add (&worker->tally, schedule);
  worker->n_whole++;
  add_done (worker->simulation, 1);
}

static void
run_block (Worker *worker,
           gint32  first,
           gint32  n)
{
  g_array_set_size (worker->broken, 0);
  switch (worker->simulation->method)
    {
    case SEGUE_RISK_DATES:
      segue_lanes_run (worker->lanes, first, n, worker->broken);
      break;
    case SEGUE_RISK_LIST:
      segue_relevel_run (worker->relevel, first, n, worker->broken);
      break;
    case SEGUE_RISK_BEST:
    case SEGUE_RISK_WHOLE:
    default:
      for (gint32 sample = first; sample < first + n; sample++)
        g_array_append_val (worker->broken, sample);
      break;
    }
  add_done (worker->simulation, n - (gint32) worker->broken->len);
  for (guint i = 0; i < worker->broken->len && !is_cancelled (worker->simulation); i++)
    run_whole (worker, g_array_index (worker->broken, gint32, i));
}

static gpointer
run_worker (gpointer data)
{
  Worker *worker = data;
  Simulation *simulation = worker->simulation;

  while (!is_cancelled (simulation))
    {
      gint first = g_atomic_int_add (&simulation->next, simulation->block);

      if (first >= simulation->n_samples)
        break;
      run_block (worker, first, MIN (simulation->block, simulation->n_samples - first));
    }
  return NULL;
}

static void
worker_init (Worker     *worker,
             Simulation *simulation)
{
  const SegueProblem *problem = simulation->problem;

  worker->simulation = simulation;
  worker->problem = *problem;
  worker->steps = g_new (SegueStepSpec, MAX (problem->n_steps, 1));
  if (problem->n_steps > 0)
    memcpy (worker->steps, problem->steps, sizeof (SegueStepSpec) * (gsize) problem->n_steps);
  worker->problem.steps = worker->steps;
  segue_tally_init (&worker->tally, problem);
  worker->broken = g_array_new (FALSE, FALSE, sizeof (gint32));
  if (simulation->method == SEGUE_RISK_DATES)
    worker->lanes = segue_lanes_new (simulation->sketch, simulation->key, SEGUE_LANES_ANY);
  if (simulation->method == SEGUE_RISK_LIST)
    worker->relevel = segue_relevel_new (simulation->sketch, simulation->key, SEGUE_RELEVEL_ANY);
}

/* What its quick layouts have counted joins the rest. */
static void
worker_tell (Worker *worker)
{
  if (worker->lanes)
    segue_lanes_tell (worker->lanes, &worker->tally);
  if (worker->relevel)
    segue_relevel_tell (worker->relevel, &worker->tally);
}

static void
worker_clear (Worker *worker)
{
  segue_tally_clear (&worker->tally);
  segue_lanes_free (worker->lanes);
  segue_relevel_free (worker->relevel);
  g_array_unref (worker->broken);
  g_free (worker->steps);
}

/* ---- all of it --------------------------------------------------------- */

static gboolean
is_uncertain (const SegueStepSpec *step)
{
  return step->status != SEGUE_STATUS_DONE && step->status != SEGUE_STATUS_DROPPED &&
         (step->type == SEGUE_STEP_WORK || step->type == SEGUE_STEP_WAIT);
}

static guint
hash_estimate (gconstpointer estimate)
{
  const gint32 *e = estimate;

  return (guint) e[0] * 31 * 31 + (guint) e[1] * 31 + (guint) e[2];
}

static gboolean
is_same_estimate (gconstpointer a,
                  gconstpointer b)
{
  return memcmp (a, b, sizeof (gint32[3])) == 0;
}

/* Making a table takes as long as a thousand draws from it, and many steps are estimated alike. */
static void
init_table (SegueEstimateTable      *table,
            const SegueEstimateGrid *grid,
            const gint32            *estimate,
            GHashTable              *known)
{
  const SegueEstimateTable *same = g_hash_table_lookup (known, estimate);

  if (same)
    {
      segue_estimate_share (table, same);
      return;
    }
  segue_estimate_init (table, grid, estimate);
  g_hash_table_insert (known, (gpointer) estimate, table);
}

static void
simulation_init (Simulation         *simulation,
                 const SegueProblem *problem,
                 gint32              n_samples,
                 guint64             seed,
                 const gint         *cancelled)
{
  g_autoptr (GHashTable) known = g_hash_table_new (hash_estimate, is_same_estimate);
  SegueEstimateGrid grid;

  segue_estimate_grid_init (&grid);
  *simulation = (Simulation) { .problem = problem, .key = { (guint32) seed, (guint32) (seed >> 32) },
                               .n_samples = n_samples, .cancelled = cancelled };
  simulation->tables = g_new0 (SegueEstimateTable, MAX (problem->n_steps, 1));
  simulation->uncertain = g_new (gint32, MAX (problem->n_steps, 1));
  simulation->keys = g_malloc_n (MAX (problem->n_steps, 1), sizeof *simulation->keys);
  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      const SegueStepSpec *step = &problem->steps[i];
      guint32 block[4];

      if (!is_uncertain (step))
        continue;
      init_table (&simulation->tables[i], &grid, step->type == SEGUE_STEP_WORK ? step->effort : step->days, known);
      if (simulation->tables[i].range == 0)
        continue;
      segue_random_step (simulation->key, i, block);
      memcpy (simulation->keys[simulation->n_uncertain], block, sizeof *simulation->keys);
      simulation->uncertain[simulation->n_uncertain++] = i;
    }
}

static gboolean
knows_list (const Simulation *simulation)
{
  SegueRelevel *relevel = segue_relevel_new (simulation->sketch, simulation->key, SEGUE_RELEVEL_SINGLY);
  gboolean repeats = segue_relevel_repeats (relevel);

  segue_relevel_free (relevel);
  return repeats;
}

/* The quickest way that is right for the plan, or that is asked for. */
static void
choose_method (Simulation      *simulation,
               SegueRiskMethod  wanted)
{
  simulation->method = SEGUE_RISK_WHOLE;
  simulation->block = BLOCK;
  if (wanted == SEGUE_RISK_WHOLE)
    return;
  simulation->sketch = segue_sketch_new (simulation->problem, simulation->tables, simulation->key, simulation->cancelled);
  if (simulation->sketch == NULL)
    return;
  if (wanted == SEGUE_RISK_DATES || (wanted == SEGUE_RISK_BEST && simulation->sketch->n_works <= 1))
    {
      simulation->method = SEGUE_RISK_DATES;
      simulation->block = SEGUE_LANES;
    }
  else if (knows_list (simulation))
    {
      simulation->method = SEGUE_RISK_LIST;
      simulation->block = LIST_BLOCK;
    }
}

static void
simulation_clear (Simulation *simulation)
{
  for (gint32 i = 0; i < simulation->problem->n_steps; i++)
    segue_estimate_clear (&simulation->tables[i]);
  segue_sketch_free (simulation->sketch);
  g_free (simulation->tables);
  g_free (simulation->uncertain);
  g_free (simulation->keys);
}

/* The last worker is this thread. */
static void
run_workers (Worker *workers,
             guint   n)
{
  GThread *threads[MAX_THREADS];

  for (guint i = 0; i + 1 < n; i++)
    threads[i] = g_thread_new ("risk", run_worker, &workers[i]);
  run_worker (&workers[n - 1]);
  for (guint i = 0; i + 1 < n; i++)
    g_thread_join (threads[i]);
}

static SegueRisk *
add_up (Simulation *simulation,
        Worker     *workers,
        guint       n)
{
  SegueRisk *risk;
  gint32 n_whole = 0;

  for (guint i = 0; i < n; i++)
    {
      worker_tell (&workers[i]);
      n_whole += workers[i].n_whole;
      if (i > 0)
        segue_tally_merge (&workers[0].tally, &workers[i].tally);
    }
  if (workers[0].tally.n_samples != simulation->n_samples)
    return NULL;
  risk = segue_tally_end (&workers[0].tally);
  risk->method = simulation->method;
  risk->n_whole = n_whole;
  return risk;
}

/**
 * segue_schedule_simulate_by:
 * @problem: a problem
 * @method: how draws are laid out; taken as a wish where the plan has something
 *   that it does not know
 * @n_samples: how often to draw, at least 1
 * @seed: what to draw from; the same seed gives the same answer
 * @n_threads: how many threads share the work; the answer does not depend on it
 * @n_done: (nullable): counts the draws that are through, in any thread
 * @cancelled: (nullable): becomes nonzero, in any thread, to give up
 *
 * Draws all estimates of steps that are still to be done, lays the plan out
 * anew for each draw, routes and hours and all, and counts what comes of it.
 *
 * Returns: (transfer full) (nullable): what may be expected, and how it was
 *   found; %NULL if cancelled
 */
SegueRisk *
segue_schedule_simulate_by (const SegueProblem *problem,
                            SegueRiskMethod     method,
                            gint32              n_samples,
                            guint64             seed,
                            guint               n_threads,
                            gint               *n_done,
                            const gint         *cancelled)
{
  Worker workers[MAX_THREADS] = { 0 };
  Simulation simulation;
  SegueRisk *risk;

  g_return_val_if_fail (problem != NULL && n_samples > 0, NULL);

  simulation_init (&simulation, problem, n_samples, seed, cancelled);
  simulation.n_done = n_done;
  choose_method (&simulation, method);
  n_threads = CLAMP (n_threads, 1, MIN (MAX_THREADS, (guint) ((n_samples - 1) / simulation.block + 1)));
  for (guint i = 0; i < n_threads; i++)
    worker_init (&workers[i], &simulation);
  run_workers (workers, n_threads);
  risk = add_up (&simulation, workers, n_threads);
  if (risk)
    risk->seed = seed;
  for (guint i = 0; i < n_threads; i++)
    worker_clear (&workers[i]);
  simulation_clear (&simulation);
  return risk;
}

/**
 * segue_schedule_simulate:
 * @problem: a problem
 * @n_samples: how often to draw, at least 1
 * @seed: what to draw from
 * @n_threads: how many threads share the work
 * @n_done: (nullable): counts the draws that are through, in any thread
 * @cancelled: (nullable): becomes nonzero, in any thread, to give up
 *
 * As segue_schedule_simulate_by(), the quickest way that is right for the plan.
 *
 * Returns: (transfer full) (nullable): what may be expected; %NULL if cancelled
 */
SegueRisk *
segue_schedule_simulate (const SegueProblem *problem,
                         gint32              n_samples,
                         guint64             seed,
                         guint               n_threads,
                         gint               *n_done,
                         const gint         *cancelled)
{
  return segue_schedule_simulate_by (problem, SEGUE_RISK_BEST, n_samples, seed, n_threads, n_done, cancelled);
}

void
segue_risk_free (SegueRisk *risk)
{
  if (risk == NULL)
    return;
  g_free (risk->steps);
  g_free (risk->goals);
  g_free (risk->routes);
  g_free (risk->rules);
  g_free (risk);
}
