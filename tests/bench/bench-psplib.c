/* bench-psplib.c - the library of project scheduling problems
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line an instance: NAME MAKESPAN STATUS MS. Every schedule is checked
 * before it is told.
 */
#include "bench/bench.h"

#include <stdio.h>
#include <time.h>

static gint64 option_schedules = -1;
static gint64 option_budget_ms = -1;
static gint64 option_seed = 1;
static gint option_threads = 1;
static char **option_files = NULL;

static const GOptionEntry entries[] = {
  { "schedules", 0, 0, G_OPTION_ARG_INT64, &option_schedules,
    "Schedules an instance may take; no exact search", "N" },
  { "budget-ms", 0, 0, G_OPTION_ARG_INT64, &option_budget_ms,
    "Milliseconds of processor time an instance may take, exact search included (default 1000)", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &option_seed, "Seed of the search", "S" },
  { "threads", 0, 0, G_OPTION_ARG_INT, &option_threads, "Instances solved at once", "N" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &option_files, NULL, "FILE…" },
  { NULL },
};

static gboolean
parse_options (char **args)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, &args, &error))
    {
      g_printerr ("segue-bench: %s\n", error->message);
      return FALSE;
    }
  if (option_files == NULL)
    {
      g_printerr ("segue-bench: no instances given\n");
      return FALSE;
    }
  return TRUE;
}

static const char *
status_name (SegueRcpspStatus status)
{
  switch (status)
    {
    case SEGUE_RCPSP_OPTIMAL:
      return "optimal";
    case SEGUE_RCPSP_FEASIBLE:
      return "feasible";
    case SEGUE_RCPSP_INFEASIBLE:
      return "infeasible";
    case SEGUE_RCPSP_UNKNOWN:
    default:
      return "unknown";
    }
}

/* Microseconds that this thread has worked: others use the machine as well. */
static gint64
worked (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gboolean
before_deadline_cb (gpointer deadline)
{
  return worked () < *(const gint64 *) deadline;
}

/* What is printed of one instance, or what went wrong with it. */
static char *
solve_file (const char *path,
            gboolean   *failed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BenchInstance) instance = bench_instance_read (path, &error);
  g_autoptr (SegueRcpspResult) result = NULL;
  const gint64 began = worked ();
  const gint64 budget = option_budget_ms >= 0 ? option_budget_ms : 1000;
  gint64 deadline = began + budget * 1000;
  const SegueRcpspOptions options = {
    .seed = (guint64) option_seed,
    .max_schedules = option_schedules,
    .max_conflicts = option_schedules >= 0 ? 0 : -1,
    .keep_going = option_schedules >= 0 && option_budget_ms < 0 ? NULL : before_deadline_cb,
    .user_data = &deadline,
  };
  char span[16] = "-";
  double ms;

  if (instance == NULL)
    {
      *failed = TRUE;
      return g_strdup_printf ("segue-bench: %s\n", error->message);
    }
  result = segue_rcpsp_solve (&instance->problem, &options);
  ms = (double) (worked () - began) / 1000;
  if (result->start != NULL)
    {
      g_snprintf (span, sizeof span, "%d", result->makespan);
      if (!bench_instance_holds (instance, result->start, result->makespan))
        {
          *failed = TRUE;
          return g_strdup_printf ("segue-bench: %s: the schedule does not hold\n", instance->name);
        }
    }
  return g_strdup_printf ("%s %s %s %.2f\n", instance->name, span, status_name (result->status), ms);
}

typedef struct
{
  char *line;
  gboolean failed;
} Answer;

static void
solve_cb (gpointer data,
          gpointer user_data)
{
  Answer *answers = user_data;
  const guint k = GPOINTER_TO_UINT (data) - 1;

  answers[k].line = solve_file (option_files[k], &answers[k].failed);
}

static int
print_answer (const Answer *answer)
{
  fputs (answer->line, answer->failed ? stderr : stdout);
  fflush (stdout);
  return answer->failed ? 1 : 0;
}

/**
 * bench_psplib:
 *
 * Solves each file and prints the answers in the order of the files. With
 * several threads instances are solved side by side; each answer is the same.
 */
int
bench_psplib (char **args)
{
  const guint n = parse_options (args) ? g_strv_length (option_files) : 0;
  g_autofree Answer *answers = g_new0 (Answer, n + 1);
  int status = n > 0 ? 0 : 2;

  if (option_threads > 1)
    {
      GThreadPool *pool = g_thread_pool_new (solve_cb, answers, option_threads, TRUE, NULL);

      for (guint k = 0; k < n; k++)
        g_thread_pool_push (pool, GUINT_TO_POINTER (k + 1), NULL);
      g_thread_pool_free (pool, FALSE, TRUE);
    }
  for (guint k = 0; k < n; k++)
    {
      if (option_threads <= 1)
        solve_cb (GUINT_TO_POINTER (k + 1), answers);
      if (print_answer (&answers[k]) != 0)
        status = 1;
      g_free (answers[k].line);
    }
  g_clear_pointer (&option_files, g_strfreev);
  return status;
}
