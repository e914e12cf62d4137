/* bench-store.c - opening the plans and storing an edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench/bench.h"

#include <glib/gstdio.h>
#include <time.h>

#include "store/segue-sqlite-store.h"

#define OPENS   25
#define COMMITS 500

/* In microseconds; what other programs do meanwhile does not count. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
add_step (SegueChangeSet *change_set,
          guint           number)
{
  g_autofree char *id = g_strdup_printf ("step-%u", number);
  g_autofree char *title = g_strdup_printf ("A step with a title of some length, number %u", number);
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_STEP, id);
  const gint32 effort[] = { 60, 120, 300 };
  g_autoptr (SegueRecord) record = NULL;

  segue_record_builder_set_rank (builder, number);
  segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, title);
  segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, SEGUE_STEP_WORK);
  segue_record_builder_set_numbers (builder, SEGUE_STEP_EFFORT, effort);
  record = segue_record_builder_end (builder);
  segue_change_set_add (change_set, NULL, record);
}

static SeguePlan *
make_plan (guint n_steps)
{
  SeguePlan *plan = segue_plan_new ();
  g_autoptr (SegueChangeSet) change_set = segue_change_set_new ("");
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_PLAN, "plan");
  g_autoptr (SegueRecord) header = NULL;

  segue_record_builder_set_string (builder, SEGUE_PLAN_TITLE, "Plan");
  header = segue_record_builder_end (builder);
  segue_change_set_add (change_set, NULL, header);
  for (guint i = 0; i < n_steps; i++)
    add_step (change_set, i);
  if (!segue_plan_apply (plan, change_set, NULL))
    g_assert_not_reached ();
  return plan;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
print_times (const char *what,
             gint64     *times,
             gsize       n)
{
  qsort (times, n, sizeof *times, compare_times);
  g_print ("%s: best %.2f ms, median %.2f ms, 90th of 100 %.2f ms of %" G_GSIZE_FORMAT "\n", what,
           (double) times[0] / 1000, (double) times[n / 2] / 1000, (double) times[n * 9 / 10] / 1000, n);
}

static gboolean
measure_opening (const char  *path,
                 GError     **error)
{
  gint64 times[OPENS];

  for (guint i = 0; i < OPENS; i++)
    {
      gint64 start = get_cpu_time ();
      g_autoptr (SegueSqliteStore) store = segue_sqlite_store_open (path, error);
      g_autoptr (SeguePlan) plan = store ? segue_storage_load (SEGUE_STORAGE (store), "plan", error) : NULL;

      if (plan == NULL)
        return FALSE;
      times[i] = get_cpu_time () - start;
    }
  print_times ("open and load, of the processor's time", times, OPENS);
  return TRUE;
}

/* Each edit renames one step, as a person does. */
static gboolean
measure_commits (SegueStorage  *storage,
                 SeguePlan     *plan,
                 GError       **error)
{
  gint64 times[COMMITS];

  for (guint i = 0; i < COMMITS; i++)
    {
      const SegueRecord *before =
        segue_plan_get_nth (plan, SEGUE_KIND_STEP, i * 37 % segue_plan_count (plan, SEGUE_KIND_STEP));
      SegueRecordBuilder *builder = segue_record_builder_new_from (before);
      g_autoptr (SegueChangeSet) edit = segue_change_set_new ("rename");
      g_autofree char *title = g_strdup_printf ("Renamed %u", i);
      g_autoptr (SegueRecord) after = NULL;
      gint64 start;

      segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, title);
      after = segue_record_builder_end (builder);
      segue_change_set_add (edit, before, after);
      start = g_get_monotonic_time ();
      if (!segue_storage_commit (storage, "plan", edit, error) || !segue_plan_apply (plan, edit, error))
        return FALSE;
      times[i] = g_get_monotonic_time () - start;
    }
  print_times ("commit of one edit", times, COMMITS);
  return TRUE;
}

static gboolean
measure (const char  *path,
         guint        n_steps,
         GError     **error)
{
  g_autoptr (SeguePlan) plan = make_plan (n_steps);
  g_autoptr (SegueSqliteStore) store = segue_sqlite_store_open (path, error);

  return store != NULL && segue_storage_create (SEGUE_STORAGE (store), plan, error) &&
         measure_commits (SEGUE_STORAGE (store), plan, error) && measure_opening (path, error);
}

/**
 * bench_store:
 * @args: the number of steps and the folder in which to make a database
 *
 * Returns: the exit status
 */
int
bench_store (char **args)
{
  guint n_steps = args[1] ? (guint) g_ascii_strtoull (args[1], NULL, 10) : 10000;
  const char *folder = args[1] && args[2] ? args[2] : ".";
  g_autofree char *path = g_build_filename (folder, "segue-bench.db", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_printerr ("%s is in the way\n", path);
      return 2;
    }
  done = measure (path, n_steps, &error);
  if (!done)
    g_printerr ("%s\n", error->message);
  g_unlink (journal);
  g_unlink (path);
  return done ? 0 : 1;
}
