/* test-rcpsp.c - the search against brute force, and what it promises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-rcpsp.h"

#include <string.h>

#include "schedule/segue-random.h"

#define MAX_ACTIVITIES 130
#define MAX_RESOURCES 3
#define MAX_ARCS 600

/* ---- problems ---------------------------------------------------------- */

typedef struct
{
  SegueRcpsp problem;
  gint32 duration[MAX_ACTIVITIES];
  gint32 need[MAX_ACTIVITIES * MAX_RESOURCES];
  gint32 capacity[MAX_RESOURCES];
  gint32 earliest[MAX_ACTIVITIES];
  gint32 latest[MAX_ACTIVITIES];
  SegueRcpspArc arcs[MAX_ARCS];
} Case;

static gint32
draw (SegueRandom *random,
      gint32       least,
      gint32       most)
{
  return least + (gint32) segue_random_below (random, (guint32) (most - least + 1));
}

static void
add_arc (Case  *c,
         gint32 from,
         gint32 to,
         gint32 lag)
{
  g_assert_cmpint (c->problem.n_arcs, <, MAX_ARCS);
  c->arcs[c->problem.n_arcs++] = (SegueRcpspArc) { from, to, lag };
}

/* Activities and resources; @scale stretches time and amounts. */
static void
draw_activities (Case        *c,
                 SegueRandom *random,
                 gint32       n,
                 gint32       longest,
                 gint32       scale)
{
  const gint32 n_resources = draw (random, 1, MAX_RESOURCES);

  memset (c, 0, sizeof *c);
  c->problem = (SegueRcpsp) {
    .n = n, .n_resources = n_resources, .duration = c->duration, .need = c->need,
    .capacity = c->capacity, .arcs = c->arcs,
  };
  for (gint32 r = 0; r < n_resources; r++)
    c->capacity[r] = draw (random, 2, 5) * scale;
  for (gint32 i = 0; i < n; i++)
    {
      c->duration[i] = draw (random, 0, longest);
      for (gint32 r = 0; r < n_resources; r++)
        if (draw (random, 0, 2) > 0)
          c->need[i * n_resources + r] = draw (random, 1, c->capacity[r]);
    }
}

/* Only what leads onwards, at least as long as what it leaves. */
static void
draw_plain (Case        *c,
            SegueRandom *random,
            gint32       n,
            gint32       longest)
{
  draw_activities (c, random, n, longest, draw (random, 0, 3) == 0 ? 100000 : 1);
  for (gint32 to = 1; to < n; to++)
    for (gint32 k = draw (random, 0, 2); k > 0; k--)
      {
        const gint32 from = draw (random, MAX (0, to - 12), to - 1);

        add_arc (c, from, to, c->duration[from] + (draw (random, 0, 4) == 0 ? draw (random, 0, 2) : 0));
      }
  if (draw (random, 0, 2) > 0)
    return;
  c->problem.earliest = c->earliest;
  for (gint32 i = 0; i < n; i++)
    c->earliest[i] = draw (random, 0, 4) == 0 ? draw (random, 0, 5) : 0;
}

/* Arcs both ways, windows, and now and then more need than there is. */
static void
draw_windows (Case        *c,
              SegueRandom *random,
              gint32       n)
{
  draw_activities (c, random, n, 3, 1);
  for (gint32 k = draw (random, 0, 2 * n); k > 0 && n > 1; k--)
    {
      const gint32 from = draw (random, 0, n - 2), to = draw (random, from + 1, n - 1);
      const gint32 lag = draw (random, -1, 3);

      if (draw (random, 0, 2) > 0)
        add_arc (c, from, to, lag);
      else
        add_arc (c, to, from, -lag - draw (random, 0, 3));
    }
  if (draw (random, 0, 2) == 0)
    c->problem.earliest = c->earliest;
  if (draw (random, 0, 2) == 0)
    c->problem.latest = c->latest;
  for (gint32 i = 0; i < n; i++)
    {
      c->earliest[i] = draw (random, 0, 3) == 0 ? draw (random, 0, 4) : 0;
      c->latest[i] = draw (random, 0, 2) == 0 ? draw (random, 0, 7) : G_MAXINT32;
    }
  if (draw (random, 0, 19) == 0)
    c->need[0] = c->capacity[0] + 1;
}

/* ---- the slow and plain way --------------------------------------------- */

static gboolean
holds (const SegueRcpsp *p,
       const gint32     *start,
       gint32            makespan)
{
  gint32 end = 0;

  for (gint32 i = 0; i < p->n; i++)
    {
      end = MAX (end, start[i] + p->duration[i]);
      if (start[i] < (p->earliest != NULL ? p->earliest[i] : 0))
        return FALSE;
      if (p->latest != NULL && start[i] > p->latest[i])
        return FALSE;
    }
  for (gint32 a = 0; a < p->n_arcs; a++)
    if (start[p->arcs[a].to] - start[p->arcs[a].from] < p->arcs[a].lag)
      return FALSE;
  for (gint32 t = 0; t < end; t++)
    for (gint32 r = 0; r < p->n_resources; r++)
      {
        gint64 used = 0;

        for (gint32 i = 0; i < p->n; i++)
          used += start[i] <= t && t < start[i] + p->duration[i] ? p->need[i * p->n_resources + r] : 0;
        if (used > p->capacity[r])
          return FALSE;
      }
  return end == makespan;
}

/* Whether the first @k activities, placed, break anything among themselves. */
static gboolean
may_stand (const SegueRcpsp *p,
           const gint32     *start,
           gint32            k)
{
  const gint32 last = k - 1;

  for (gint32 a = 0; a < p->n_arcs; a++)
    if (p->arcs[a].from < k && p->arcs[a].to < k
        && start[p->arcs[a].to] - start[p->arcs[a].from] < p->arcs[a].lag)
      return FALSE;
  for (gint32 t = start[last]; t < start[last] + p->duration[last]; t++)
    for (gint32 r = 0; r < p->n_resources; r++)
      {
        gint64 used = 0;

        for (gint32 i = 0; i < k; i++)
          used += start[i] <= t && t < start[i] + p->duration[i] ? p->need[i * p->n_resources + r] : 0;
        if (used > p->capacity[r])
          return FALSE;
      }
  return TRUE;
}

/* The least makespan below @best, trying every start; @best if there is none. */
static gint32
try_all (const SegueRcpsp *p,
         gint32           *start,
         gint32            k,
         gint32            end,
         gint32            best)
{
  if (end >= best || k == p->n)
    return MIN (end, best);
  for (start[k] = p->earliest != NULL ? p->earliest[k] : 0;
       start[k] + p->duration[k] < best && (p->latest == NULL || start[k] <= p->latest[k]);
       start[k]++)
    if (may_stand (p, start, k + 1))
      best = try_all (p, start, k + 1, MAX (end, start[k] + p->duration[k]), best);
  return best;
}

/* A makespan that an optimal schedule, if there is any, does not exceed. */
static gint32
find_horizon (const SegueRcpsp *p)
{
  gint32 horizon = 0;

  for (gint32 i = 0; i < p->n; i++)
    {
      gint32 most = p->duration[i];

      for (gint32 a = 0; a < p->n_arcs; a++)
        if (p->arcs[a].from == i)
          most = MAX (most, p->arcs[a].lag);
      horizon += most + (p->earliest != NULL ? p->earliest[i] : 0);
    }
  return horizon;
}

/* ---- tests --------------------------------------------------------------- */

static const SegueRcpspOptions usual = { .seed = 7, .max_schedules = 2000, .max_conflicts = -1 };

static void
test_plain_brute_force (void)
{
  for (guint64 k = 0; k < 400; k++)
    {
      gint32 start[MAX_ACTIVITIES];
      SegueRandom random;
      Case c;

      segue_random_init (&random, 1, k);
      draw_plain (&c, &random, draw (&random, 1, 5), 4);
      {
        g_autoptr (SegueRcpspResult) result = segue_rcpsp_solve (&c.problem, &usual);

        g_assert_cmpint (result->status, >=, SEGUE_RCPSP_FEASIBLE);
        g_assert_true (holds (&c.problem, result->start, result->makespan));
        g_assert_cmpint (result->makespan, ==, try_all (&c.problem, start, 0, 0, result->makespan + 1));
        g_assert_cmpint (result->lower_bound, <=, result->makespan);
        g_assert_cmpint (find_horizon (&c.problem), >=, result->makespan);
      }
    }
}

static void
test_plain_holds (void)
{
  for (guint64 k = 0; k < 60; k++)
    {
      const SegueRcpspOptions options = { .seed = k, .max_schedules = 500 };
      SegueRandom random;
      Case c;

      segue_random_init (&random, 2, k);
      draw_plain (&c, &random, draw (&random, 20, 120), k % 4 == 0 ? 70 : 10);
      {
        g_autoptr (SegueRcpspResult) result = segue_rcpsp_solve (&c.problem, &options);

        g_assert_true (holds (&c.problem, result->start, result->makespan));
        g_assert_cmpint (result->n_schedules, <=, 500);
        g_assert_cmpint (result->lower_bound, <=, result->makespan);
      }
    }
}

static void
test_windows_brute_force (void)
{
  guint n_feasible = 0;

  for (guint64 k = 0; k < 3000; k++)
    {
      g_autoptr (SegueRcpspResult) result = NULL;
      gint32 start[MAX_ACTIVITIES];
      SegueRandom random;
      gint32 horizon, best;
      Case c;

      segue_random_init (&random, 6, k);
      draw_windows (&c, &random, draw (&random, 1, 5));
      horizon = find_horizon (&c.problem);
      best = try_all (&c.problem, start, 0, 0, horizon + 1);
      result = segue_rcpsp_solve (&c.problem, &usual);
      if (best > horizon)
        {
          g_assert_cmpint (result->status, ==, SEGUE_RCPSP_INFEASIBLE);
          g_assert_null (result->start);
          continue;
        }
      n_feasible++;
      g_assert_cmpint (result->status, ==, SEGUE_RCPSP_OPTIMAL);
      g_assert_cmpint (result->makespan, ==, best);
      g_assert_true (holds (&c.problem, result->start, best));
    }
  g_assert_cmpuint (n_feasible, >, 500);
  g_assert_cmpuint (n_feasible, <, 2500);
}

/* A chain of arcs that must fit into a window, of every length around it. */
static void
test_windows_of_a_chain (void)
{
  for (gint32 slack = -2; slack <= 2; slack++)
    {
      g_autoptr (SegueRcpspResult) result = NULL;
      Case c = { 0 };

      c.problem = (SegueRcpsp) { .n = 100, .duration = c.duration, .arcs = c.arcs, .need = c.need };
      for (gint32 i = 0; i < 100; i++)
        c.duration[i] = 1 + i % 3;
      for (gint32 i = 1; i < 100; i++)
        add_arc (&c, i - 1, i, c.duration[i - 1]);
      add_arc (&c, 99, 0, -(1 + 33 * 6 - 1) - slack);
      result = segue_rcpsp_solve (&c.problem, &usual);
      g_assert_cmpint (result->status, ==, slack < 0 ? SEGUE_RCPSP_INFEASIBLE : SEGUE_RCPSP_OPTIMAL);
      g_assert_cmpint (result->makespan, ==, slack < 0 ? 0 : 199);
    }
}

/* More schedules never make it worse, and the same seed says the same. */
static void
test_plain_same_again (void)
{
  for (guint64 k = 0; k < 10; k++)
    {
      const SegueRcpspOptions options = { .seed = k, .max_schedules = 3000 };
      SegueRandom random;
      Case c;

      segue_random_init (&random, 3, k);
      draw_plain (&c, &random, 60, 10);
      {
        g_autoptr (SegueRcpspResult) one = segue_rcpsp_solve (&c.problem, &options);
        g_autoptr (SegueRcpspResult) two = segue_rcpsp_solve (&c.problem, &options);

        g_assert_cmpint (one->makespan, ==, two->makespan);
        g_assert_cmpint (one->n_schedules, ==, two->n_schedules);
        g_assert_cmpmem (one->start, sizeof (gint32) * 60, two->start, sizeof (gint32) * 60);
      }
    }
}

static gpointer
solve_cb (gpointer data)
{
  const SegueRcpspOptions options = { .seed = 5, .max_schedules = 2000, .max_conflicts = 500 };

  return segue_rcpsp_solve (data, &options);
}

/* Searches in other threads neither disturb nor change a search. */
static void
test_threads (void)
{
  GThread *threads[4];
  g_autoptr (SegueRcpspResult) alone = NULL;
  SegueRandom random;
  Case c;

  segue_random_init (&random, 4, 0);
  draw_plain (&c, &random, 90, 10);
  alone = solve_cb (&c.problem);
  for (guint k = 0; k < G_N_ELEMENTS (threads); k++)
    threads[k] = g_thread_new ("search", solve_cb, &c.problem);
  for (guint k = 0; k < G_N_ELEMENTS (threads); k++)
    {
      g_autoptr (SegueRcpspResult) result = g_thread_join (threads[k]);

      g_assert_cmpint (result->makespan, ==, alone->makespan);
      g_assert_cmpmem (result->start, sizeof (gint32) * 90, alone->start, sizeof (gint32) * 90);
    }
}

typedef struct
{
  const SegueRcpsp *problem;
  guint questions;
  guint allowed;
  guint told;
  gint32 last;
} Watch;

static gboolean
keep_going_cb (gpointer data)
{
  Watch *watch = data;

  g_assert_cmpuint (watch->questions, <=, watch->allowed);
  return ++watch->questions <= watch->allowed;
}

static void
improved_cb (const gint32 *start,
             gint32        makespan,
             gpointer      data)
{
  Watch *watch = data;

  g_assert_cmpint (makespan, <, watch->last);
  g_assert_true (holds (watch->problem, start, makespan));
  watch->last = makespan;
  watch->told++;
}

/* A "no" ends it at once, with the best that was told. */
static void
test_cancel (void)
{
  for (guint allowed = 1; allowed < 20; allowed += 3)
    {
      g_autoptr (SegueRcpspResult) result = NULL;
      SegueRandom random;
      Watch watch;
      Case c;

      segue_random_init (&random, 5, allowed);
      draw_plain (&c, &random, 100, 10);
      watch = (Watch) { &c.problem, 0, allowed, 0, G_MAXINT32 };
      {
        const SegueRcpspOptions options = {
          .seed = 1, .max_schedules = -1, .max_conflicts = -1,
          .keep_going = keep_going_cb, .improved = improved_cb, .user_data = &watch,
        };

        result = segue_rcpsp_solve (&c.problem, &options);
      }
      g_assert_cmpuint (watch.told, >, 0);
      g_assert_cmpint (result->makespan, ==, watch.last);
      g_assert_true (result->status == SEGUE_RCPSP_OPTIMAL || watch.questions == allowed + 1);
    }
}

static void
test_edges (void)
{
  const gint32 duration[] = { 40, 0, 33 }, need[] = { 1, 1, 1 }, one[] = { 1 };
  const SegueRcpsp empty = { 0 };
  const SegueRcpsp row = { .n = 3, .n_resources = 1, .duration = duration, .need = need, .capacity = one };
  g_autoptr (SegueRcpspResult) of_empty = segue_rcpsp_solve (&empty, &usual);
  g_autoptr (SegueRcpspResult) of_row = segue_rcpsp_solve (&row, &usual);

  g_assert_cmpint (of_empty->status, ==, SEGUE_RCPSP_OPTIMAL);
  g_assert_cmpint (of_empty->makespan, ==, 0);
  g_assert_cmpint (of_row->status, ==, SEGUE_RCPSP_OPTIMAL);
  g_assert_cmpint (of_row->makespan, ==, 73);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rcpsp/plain-brute-force", test_plain_brute_force);
  g_test_add_func ("/rcpsp/plain-holds", test_plain_holds);
  g_test_add_func ("/rcpsp/plain-same-again", test_plain_same_again);
  g_test_add_func ("/rcpsp/windows-brute-force", test_windows_brute_force);
  g_test_add_func ("/rcpsp/windows-of-a-chain", test_windows_of_a_chain);
  g_test_add_func ("/rcpsp/threads", test_threads);
  g_test_add_func ("/rcpsp/cancel", test_cancel);
  g_test_add_func ("/rcpsp/edges", test_edges);
  return g_test_run ();
}
