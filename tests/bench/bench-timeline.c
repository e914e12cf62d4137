/* bench-timeline.c - what the timeline costs, beside what GTK costs itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every figure is the best of several runs, so that what else the machine does
 * counts as little as it can. Windows are measured in processes of their own,
 * by turns: an empty one, one with a plan, an empty one again.
 */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <time.h>

#include "bench/timeline-plans.h"
#include "core/segue-find.h"
#include "store/segue-opening.h"
#include "support/segue-test-ui.h"
#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-drag.h"
#include "ui/timeline/segue-timeline-rows.h"
#include "ui/timeline/segue-timeline-view.h"
#include "ui/window/segue-window.h"

#define WINDOW_RUNS 7
#define FRAME_RUNS 20

/* ---- a window in a process of its own --------------------------------- */

static gboolean painted;

static void
after_paint_cb (GdkFrameClock *clock)
{
  painted = TRUE;
}

/* What the thread of the window has worked, in microseconds: other programs do not count. */
static long
measure_work (void)
{
  struct timespec work;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &work);

  return work.tv_sec * 1000000 + work.tv_nsec / 1000;
}

/* In KiB, with what is shared counted by shares. */
static long
measure_memory (void)
{
  g_autofree char *text = NULL;
  const char *pss;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  pss = strstr (text, "\nPss:");

  return pss != NULL ? strtol (pss + 5, NULL, 10) : 0;
}

static GtkWidget *
make_empty_window (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_window_set_content (ADW_WINDOW (window), view);

  return window;
}

/* The plan, which a thread has opened meanwhile, as the program takes it. */
static SegueSession *
take_session (SegueOpening *opening)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) plans = NULL;
  g_autoptr(SegueSqliteStore) store = segue_opening_take_store (opening, &plans, &error);
  g_autoptr(SeguePlan) plan = segue_opening_take_plan (opening, error != NULL ? NULL : &error);
  g_autoptr(SegueLayout) dates = segue_opening_take_layout (opening, TODAY);

  if (plan == NULL)
    g_error ("%s", error->message);

  return segue_session_new_with_dates (plan, SEGUE_STORAGE (store), TODAY, dates);
}

/* Prints when the first frame was painted, and what the process holds then. */
static int
run_window (const char *path, const char *plan_id)
{
  g_autoptr(SegueOpening) opening = plan_id != NULL ? segue_opening_begin (path, FALSE, plan_id, TODAY) : NULL;
  g_autoptr(SegueSession) session = NULL;
  GtkWidget *window;

  adw_init ();
  if (opening == NULL)
    {
      window = make_empty_window ();
    }
  else
    {
      segue_ui_init ();
      window = g_object_new (SEGUE_TYPE_WINDOW, NULL);
      session = take_session (opening);
      g_object_set (window, "session", session, NULL);
    }
  gtk_window_set_default_size (GTK_WINDOW (window), 1240, 800);
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%" G_GINT64_FORMAT " %ld %ld\n", g_get_monotonic_time (), measure_work (), measure_memory ());

  return 0;
}

static void
start_window (const char *program, const char *path, const char *plan_id, double *milliseconds, double *work, double *mebibytes)
{
  const char *arguments[] = { program, path, plan_id, NULL };
  gint64 begin = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  g_autofree char *output = NULL;
  char *rest;
  gint64 end;
  long worked, held;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  end = g_ascii_strtoll (output, &rest, 10);
  *milliseconds = MIN (*milliseconds, (end - begin) / 1000.0);
  worked = strtol (rest, &rest, 10);
  held = strtol (rest, NULL, 10);
  *work = MIN (*work, worked / 1000.0);
  *mebibytes = MIN (*mebibytes, held / 1024.0);
}

/* (transfer full): a file with @plan, as a person has it. */
static char *
write_plan (const char *folder, const char *name, SeguePlan *plan)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(SegueSqliteStore) store = segue_sqlite_store_open (path, &error);
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();

  g_ptr_array_add (plans, plan);
  if (store == NULL || !segue_sqlite_store_create_all (store, plans, &error))
    g_error ("%s", error->message);

  return g_steal_pointer (&path);
}

/* The plans of the windows for who starts one by hand, such as under a profiler. */
static int
keep_plans (const char *folder)
{
  g_autoptr(SeguePlan) sample = timeline_plans_load_sample ();
  g_autoptr(SeguePlan) many = timeline_plans_make (10000, 200);
  g_autofree char *sample_path = write_plan (folder, "sample.db", sample);
  g_autofree char *many_path = write_plan (folder, "many.db", many);

  g_print ("%s %s\n%s %s\n", sample_path, segue_plan_get_id (sample), many_path, segue_plan_get_id (many));

  return 0;
}

static void
measure_windows (const char *program)
{
  g_autofree char *folder = g_dir_make_tmp ("segue-bench-XXXXXX", NULL);
  g_autoptr(SeguePlan) sample = timeline_plans_load_sample ();
  g_autoptr(SeguePlan) many = timeline_plans_make (10000, 200);
  char *paths[] = { g_strdup ("none"), write_plan (folder, "sample.db", sample), write_plan (folder, "many.db", many) };
  const char *ids[] = { NULL, segue_plan_get_id (sample), segue_plan_get_id (many) };
  double time[3] = { 1e9, 1e9, 1e9 };
  double work[3] = { 1e9, 1e9, 1e9 };
  double memory[3] = { 1e9, 1e9, 1e9 };

  for (int run = 0; run < WINDOW_RUNS; run++)
    for (int i = 0; i < 3; i++)
      start_window (program, paths[i], ids[i], &time[i], &work[i], &memory[i]);

  for (int i = 0; i < 3; i++)
    {
      g_unlink (paths[i]);
      g_free (paths[i]);
    }
  g_rmdir (folder);
  g_print ("first frame, empty window              %8.1f ms\n", time[0]);
  g_print ("first frame, sample                    %8.1f ms  %.2f times the empty one (at most 1.4)\n", time[1], time[1] / time[0]);
  g_print ("first frame, 10,000 steps              %8.1f ms  %.2f times the empty one (at most 1.8)\n", time[2], time[2] / time[0]);
  g_print ("work of its thread until then          %8.1f ms, sample %.1f ms (%.2f times), 10,000 steps %.1f ms (%.2f times)\n",
           work[0], work[1], work[1] / work[0], work[2], work[2] / work[0]);
  g_print ("memory, empty window                   %8.1f MiB\n", memory[0]);
  g_print ("memory, sample                         %8.1f MiB %.2f times the empty one (at most 1.3)\n", memory[1], memory[1] / memory[0]);
}

/* ---- frames ----------------------------------------------------------- */

static void
settle (void)
{
  gint64 deadline = g_get_monotonic_time () + 200 * 1000;

  while (g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
}

/* All lanes of the view, as a frame paints them. */
static double
build_frame (GPtrArray *rows, guint *n_nodes)
{
  gint64 begin = g_get_monotonic_time ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  double milliseconds;

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (rows, i);

      if (gtk_widget_get_mapped (widget))
        GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
    }
  node = gtk_snapshot_free_to_node (snapshot);
  milliseconds = (g_get_monotonic_time () - begin) / 1000.0;
  *n_nodes = segue_test_count_nodes (node);

  return milliseconds;
}

static void
measure_hits (GPtrArray *rows)
{
  const guint n = 20000;
  gint64 begin = g_get_monotonic_time ();
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      SegueTimelineRows *widget = g_ptr_array_index (rows, i % rows->len);
      SegueTimelineHit hit;

      found += segue_timeline_rows_hit (widget, i * 31 % 1200, i * 17 % MAX (gtk_widget_get_height (GTK_WIDGET (widget)), 1), &hit);
    }
  g_print ("hit test, 100,000 items                %8.2f us (at most 10), %u of %u found something\n",
           (double) (g_get_monotonic_time () - begin) / n, found, n);
}

static void
measure_frames (void)
{
  static const double scales[] = { 0.05, 0.2, 1, 5, 20, 120 };
  g_autoptr(SeguePlan) plan = timeline_plans_make (100000, 0);
  g_autoptr(SegueSession) session = segue_session_new (plan, NULL, TODAY);
  g_autoptr(SegueViewport) viewport = segue_viewport_new ();
  GtkWidget *view = segue_timeline_view_new (session, viewport);
  GtkWidget *window = adw_window_new ();
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1240, 800);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  segue_test_collect (view, SEGUE_TYPE_TIMELINE_ROWS, rows);
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      double best = 1e9;
      guint n_nodes = 0;

      segue_viewport_set_scale (viewport, scales[i]);
      segue_viewport_set_origin (viewport, TODAY - 2500);
      settle ();
      for (int run = 0; run < FRAME_RUNS; run++)
        best = MIN (best, build_frame (rows, &n_nodes));
      g_print ("frame, 100,000 items, %6.2f px a day   %8.3f ms (at most 2), %u nodes, %.2f a pixel of width (at most 2)\n",
               scales[i], best, n_nodes, n_nodes / (double) gtk_widget_get_width (view));
    }
  measure_hits (rows);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- dragging and finding --------------------------------------------- */

static void
measure_drag (void)
{
  const char *ids[] = { "s503", NULL };
  g_autoptr(SeguePlan) plan = timeline_plans_make (1000, 1000);
  g_autoptr(SegueLayout) layout = segue_layout_new (plan, TODAY, SEGUE_SOLVE_DATES, NULL, NULL);
  g_autoptr(SegueTimelineDrag) drag = segue_timeline_drag_new (SEGUE_DRAG_MOVE, plan, layout, TODAY, ids);
  double best = 1e9;

  for (int days = 1; days <= FRAME_RUNS; days++)
    {
      gint64 begin = g_get_monotonic_time ();

      segue_timeline_drag_set_days (drag, days);
      best = MIN (best, (g_get_monotonic_time () - begin) / 1000.0);
    }
  g_print ("drag by a day, 1,000 steps             %8.2f ms (the engine's part at most 5)\n", best);
}

static void
measure_find (void)
{
  g_autoptr(SeguePlan) plan = timeline_plans_make (10000, 0);
  g_autoptr(SegueLayout) layout = segue_layout_new (plan, TODAY, SEGUE_SOLVE_DATES, NULL, NULL);
  double best = 1e9;

  for (int run = 0; run < FRAME_RUNS; run++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr(GPtrArray) found = segue_find (plan, layout, "number 77", 50);

      best = MIN (best, (g_get_monotonic_time () - begin) / 1000.0);
      g_assert (found->len > 0);
    }
  g_print ("find a word, 10,000 steps              %8.2f ms\n", best);
}

int
main (int argc, char *argv[])
{
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  if (argc > 2 && g_str_equal (argv[1], "--plans"))
    return keep_plans (argv[2]);
  if (argc > 1)
    return run_window (argv[1], argv[2]); /* without a plan: an empty window */

  if (!gtk_init_check ())
    return 77;
  adw_init ();
  segue_ui_init ();
  measure_windows (argv[0]);
  measure_frames ();
  measure_drag ();
  measure_find ();

  return 0;
}
