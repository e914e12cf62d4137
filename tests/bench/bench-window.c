/* bench-window.c - how long what a person does keeps the window from the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A watchdog for the main loop: one interaction after the other is done to a
 * window, and everything that comes of it is turned through the loop. The
 * longest stretch without a turn counts, in the time that the thread of the
 * window itself has worked, so that it does not hang on what else the machine
 * does. The first frame is not among them.
 */
#include <adwaita.h>
#include <time.h>

#include "bench/timeline-plans.h"
#include "support/segue-test-ui.h"
#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-drag.h"
#include "ui/timeline/segue-timeline-view.h"
#include "ui/window/segue-window.h"

typedef struct
{
  SegueSession *session;
  GtkWidget *window;
  GtkWidget *timeline;
  SegueViewport *viewport;
  const char *step;
  double longest; /* ms */
} Watch;

static double
get_work (void)
{
  struct timespec work;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &work);

  return work.tv_sec * 1e3 + work.tv_nsec / 1e6;
}

static void
note (Watch *watch, double begin)
{
  watch->longest = MAX (watch->longest, get_work () - begin);
}

/* Until everything is known and drawn. */
static void
turn (Watch *watch)
{
  gint64 still = g_get_monotonic_time ();

  while (!segue_session_is_layout_complete (watch->session) || g_get_monotonic_time () - still < 60 * 1000)
    {
      double begin = get_work ();

      if (g_main_context_iteration (NULL, FALSE))
        still = g_get_monotonic_time ();
      else
        g_usleep (500);
      note (watch, begin);
    }
}

static void
act (Watch *watch, GtkWidget *widget, const char *action, const char *format, int argument)
{
  if (format != NULL)
    gtk_widget_activate_action (widget, action, format, argument);
  else
    gtk_widget_activate_action (widget, action, NULL);
}

static void
zoom (Watch *watch, int run)
{
  act (watch, watch->window, run % 2 == 0 ? "win.zoom-in" : "win.zoom-out", NULL, 0);
}

static void
pan (Watch *watch, int run)
{
  segue_viewport_set_origin (watch->viewport, segue_viewport_get_origin (watch->viewport) + (run % 2 == 0 ? 20 : -20));
}

static void
choose (Watch *watch, int run)
{
  segue_viewport_set_selection (watch->viewport, run % 2 == 0 ? watch->step : NULL);
}

static void
show_details (Watch *watch, int run)
{
  segue_viewport_set_selection (watch->viewport, watch->step);
  g_object_set (watch->window, "inspector-visible", run % 2 == 0, NULL);
}

static void
move (Watch *watch, int run)
{
  segue_viewport_set_selection (watch->viewport, watch->step);
  act (watch, watch->timeline, "timeline.move", "i", 1);
}

static void
undo (Watch *watch, int run)
{
  act (watch, watch->window, "win.undo", NULL, 0);
}

static void
drag (Watch *watch, int run)
{
  const char *ids[] = { watch->step, NULL };
  double begin = get_work ();
  g_autoptr(SegueTimelineDrag) held =
    segue_timeline_drag_new (SEGUE_DRAG_MOVE, segue_session_get_plan (watch->session),
                             segue_session_get_layout (watch->session), TODAY, ids);

  segue_timeline_drag_follow (held, G_CALLBACK (gtk_widget_queue_draw), watch->timeline);
  note (watch, begin);
  for (int days = 1; days <= 20; days++)
    {
      begin = get_work ();
      segue_timeline_drag_set_days (held, days);
      g_main_context_iteration (NULL, FALSE);
      note (watch, begin);
    }
  turn (watch);
}

static void
show_calendar (Watch *watch, int run)
{
  g_object_set (watch->window, "page", run % 2 == 0 ? "calendar" : "timeline", NULL);
}

static void
show_review (Watch *watch, int run)
{
  g_object_set (watch->window, "page", run % 2 == 0 ? "review" : "timeline", NULL);
}

static const struct
{
  const char *name;
  void (*act) (Watch *watch, int run);
  int runs;
} interactions[] = {
  { "zoom", zoom, 6 },
  { "pan", pan, 6 },
  { "select", choose, 6 },
  { "details", show_details, 4 },
  { "drag by 20 days", drag, 2 },
  { "move by a day", move, 1 },
  { "undo", undo, 1 },
  { "calendar and back", show_calendar, 4 },
  { "review and back", show_review, 4 },
};

static void
watch_plan (const char *what, SeguePlan *plan, const char *step)
{
  Watch watch = { .session = segue_session_new (plan, NULL, TODAY), .step = step };

  watch.window = g_object_new (SEGUE_TYPE_WINDOW, "session", watch.session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (watch.window), 1240, 800);
  gtk_window_present (GTK_WINDOW (watch.window));
  turn (&watch);
  watch.timeline = segue_test_find_widget (watch.window, SEGUE_TYPE_TIMELINE_VIEW);
  watch.viewport = segue_view_get_viewport (SEGUE_VIEW (watch.timeline));
  for (gsize i = 0; i < G_N_ELEMENTS (interactions); i++)
    {
      watch.longest = 0;
      for (int run = 0; run < interactions[i].runs; run++)
        {
          double begin = get_work ();

          interactions[i].act (&watch, run);
          if (interactions[i].act != drag)
            note (&watch, begin);
          turn (&watch);
        }
      g_print ("%-14s %-20s %8.1f ms without a turn of the loop (at most 50)\n", what, interactions[i].name, watch.longest);
    }
  gtk_window_destroy (GTK_WINDOW (watch.window));
  g_object_unref (watch.session);
}

int
main (int argc, char *argv[])
{
  g_autoptr(SeguePlan) sample = NULL;
  g_autoptr(SeguePlan) many = NULL;

  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  segue_ui_init ();
  sample = timeline_plans_load_sample ();
  watch_plan ("the sample", sample, "sabbatical");
  many = timeline_plans_make (10000, 200);
  watch_plan ("10,000 steps", many, "s45");

  return 0;
}
