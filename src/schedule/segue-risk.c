/* segue-risk.c - many schedules, each of estimates drawn at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sample s draws for step i the number that Philox gives for the key `seed` and
 * the counter (s / 4, i), at place s mod 4. So a draw depends on nothing but
 * seed, sample and step, whoever takes it:
 *
 *   samples  0 1 2 3 │ 4 5 6 7 │ …       threads take blocks of samples as they
 *   step 0   ─block─   ─block─           get to them and count what they see;
 *   step 1   ─block─   ─block─           the counts are summed at the end
 */
#include "schedule/segue-estimate.h"
#include "schedule/segue-network.h"
#include "schedule/segue-random.h"
#include "schedule/segue-tally.h"

#include <string.h>

#define BLOCK 8
#define MAX_THREADS 64

typedef struct
{
  const SegueProblem *problem;
  SegueEstimateTable *tables; /* by step */
  gint32 *uncertain;          /* the steps that are drawn for */
  gint32 n_uncertain;
  guint32 key[2];
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

  for (gint32 i = 0; i < simulation->n_uncertain; i++)
    {
      gint32 step = simulation->uncertain[i];
      const guint32 counter[4] = { (guint32) sample / 4, (guint32) step, 0, 0 };
      guint32 block[4];
      gint32 value;

      segue_random_block (simulation->key, counter, block);
      value = segue_estimate_draw (&simulation->tables[step], block[sample % 4]);
      if (worker->steps[step].type == SEGUE_STEP_WORK)
        worker->steps[step].effort[SEGUE_ESTIMATE_LIKELY] = value;
      else
        worker->steps[step].days[SEGUE_ESTIMATE_LIKELY] = value;
    }
}

static void
run_sample (Worker *worker,
            gint32  sample)
{
  g_autoptr (SegueSchedule) schedule = NULL;

  draw_steps (worker, sample);
  schedule = segue_schedule_solve (&worker->problem, SEGUE_SOLVE_LATEST, NULL, worker->simulation->cancelled);
  if (schedule == NULL)
    return;
  segue_tally_add (&worker->tally, schedule);
  if (worker->simulation->n_done)
    g_atomic_int_inc (worker->simulation->n_done);
}

static gpointer
run_worker (gpointer data)
{
  Worker *worker = data;
  Simulation *simulation = worker->simulation;

  while (!is_cancelled (simulation))
    {
      gint first = g_atomic_int_add (&simulation->next, BLOCK);

      if (first >= simulation->n_samples)
        break;
      for (gint i = first; i < MIN (first + BLOCK, simulation->n_samples) && !is_cancelled (simulation); i++)
        run_sample (worker, i);
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
}

static void
worker_clear (Worker *worker)
{
  segue_tally_clear (&worker->tally);
  g_free (worker->steps);
}

/* ---- all of it --------------------------------------------------------- */

static gboolean
is_uncertain (const SegueStepSpec *step)
{
  return step->status != SEGUE_STATUS_DONE && step->status != SEGUE_STATUS_DROPPED &&
         (step->type == SEGUE_STEP_WORK || step->type == SEGUE_STEP_WAIT);
}

static void
simulation_init (Simulation         *simulation,
                 const SegueProblem *problem,
                 gint32              n_samples,
                 guint64             seed)
{
  *simulation = (Simulation) { .problem = problem, .key = { (guint32) seed, (guint32) (seed >> 32) },
                               .n_samples = n_samples };
  simulation->tables = g_new0 (SegueEstimateTable, MAX (problem->n_steps, 1));
  simulation->uncertain = g_new (gint32, MAX (problem->n_steps, 1));
  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      const SegueStepSpec *step = &problem->steps[i];

      if (!is_uncertain (step))
        continue;
      segue_estimate_init (&simulation->tables[i], step->type == SEGUE_STEP_WORK ? step->effort : step->days);
      if (simulation->tables[i].range > 0)
        simulation->uncertain[simulation->n_uncertain++] = i;
    }
}

static void
simulation_clear (Simulation *simulation)
{
  for (gint32 i = 0; i < simulation->problem->n_steps; i++)
    segue_estimate_clear (&simulation->tables[i]);
  g_free (simulation->tables);
  g_free (simulation->uncertain);
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

/**
 * segue_schedule_simulate:
 * @problem: a problem
 * @n_samples: how often to draw, at least 1
 * @seed: what to draw from; the same seed gives the same answer
 * @n_threads: how many threads share the work; the answer does not depend on it
 * @n_done: (nullable): counts the draws that are through, in any thread
 * @cancelled: (nullable): becomes nonzero, in any thread, to give up
 *
 * Draws all estimates of steps that are still to be done, lays the plan out
 * anew for each draw, routes and hours and all, and counts what comes of it.
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
  Worker workers[MAX_THREADS] = { 0 };
  Simulation simulation;
  SegueRisk *risk = NULL;

  g_return_val_if_fail (problem != NULL && n_samples > 0, NULL);

  n_threads = CLAMP (n_threads, 1, MIN (MAX_THREADS, (guint) (n_samples - 1) / BLOCK + 1));
  simulation_init (&simulation, problem, n_samples, seed);
  simulation.n_done = n_done;
  simulation.cancelled = cancelled;
  for (guint i = 0; i < n_threads; i++)
    worker_init (&workers[i], &simulation);
  run_workers (workers, n_threads);
  for (guint i = 1; i < n_threads; i++)
    segue_tally_merge (&workers[0].tally, &workers[i].tally);
  if (workers[0].tally.n_samples == n_samples)
    {
      risk = segue_tally_end (&workers[0].tally);
      risk->seed = seed;
    }
  for (guint i = 0; i < n_threads; i++)
    worker_clear (&workers[i]);
  simulation_clear (&simulation);
  return risk;
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
