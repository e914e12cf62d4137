/* bench-window.c - how long what a person does keeps the window from the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A watchdog for the main loop: one interaction after the other is done to a
 * window, and everything that comes of it is turned through the loop. The
 * longest stretch without a turn counts, in the time that the thread of the
 * window itself has worked, so that it does not hang on what else the machine
 * does. The first frame is not among them.
 *
 * bench-window [NAME]: only what has that in its name.
 */
#include <adwaita.h>
#include <string.h>
#include <time.h>

#include "bench/timeline-plans.h"
#include "core/segue-edit.h"
#include "support/segue-test-ui.h"
#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-drag.h"
#include "ui/timeline/segue-timeline-view.h"
#include "ui/window/segue-find-bar.h"
#include "ui/window/segue-leaving-strip.h"
#include "ui/window/segue-window.h"

typedef struct
{
  SegueSession *session;
  GtkWidget *window;
  GtkWidget *timeline;
  SegueViewport *viewport;
  SeguePlan *other; /* what is imported over it */
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

/* Until everything is known and drawn, or only what goes on and on: a study
 * that tells how far it is, a spinner. */
static void
turn (Watch *watch)
{
  gint64 began = g_get_monotonic_time ();
  gint64 still = began;

  while (!segue_session_is_layout_complete (watch->session) ||
         (g_get_monotonic_time () - still < 60 * 1000 && g_get_monotonic_time () - began < G_USEC_PER_SEC))
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

/* Another plan, then this one again. */
static void
open_plan (Watch *watch, int run)
{
  g_autoptr(SegueSession) other = run % 2 == 0 ? segue_session_new (watch->other, NULL, TODAY) : NULL;

  g_object_set (watch->window, "session", other != NULL ? other : watch->session, NULL);
}

static void
find (Watch *watch, int run)
{
  static const char *const typed[] = { "n", "nu", "num", "numb", "numbe", "number", "number ", "number 7", "number 77", "" };
  GtkWidget *bar = segue_test_find_widget (watch->window, SEGUE_TYPE_FIND_BAR);

  act (watch, watch->window, "win.find", NULL, 0);
  gtk_editable_set_text (GTK_EDITABLE (segue_test_find_widget (bar, GTK_TYPE_SEARCH_ENTRY)), typed[run]);
}

static void
close_dialog (Watch *watch)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (watch->window));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
}

static void
ask (Watch *watch, const char *action, const char *id, int run)
{
  if (run % 2 != 0)
    close_dialog (watch);
  else if (id != NULL)
    gtk_widget_activate_action (watch->window, action, "s", id);
  else
    gtk_widget_activate_action (watch->window, action, NULL);
}

/* What any dialog costs GTK and the renderer: the others are to be set against it. */
static void
show_empty_dialog (Watch *watch, int run)
{
  AdwDialog *dialog;

  if (run % 2 != 0)
    {
      close_dialog (watch);
      return;
    }
  dialog = adw_dialog_new ();
  adw_dialog_set_child (dialog, adw_toolbar_view_new ());
  adw_dialog_set_content_width (dialog, 600);
  adw_dialog_set_content_height (dialog, 600);
  adw_dialog_present (dialog, watch->window);
}

static void
edit_step (Watch *watch, int run)
{
  ask (watch, "win.edit", watch->step, run);
}

/* Of the first goal or route that cannot be, if there is one. */
static void
ask_why (Watch *watch, int run)
{
  SegueLayout *layout = segue_session_get_layout (watch->session);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);

  for (int i = 0; i < schedule->n_routes; i++)
    if (schedule->routes[i].conflicts.n > 0)
      {
        ask (watch, "win.why", segue_record_get_id (segue_layout_get_route (layout, i)), run);
        return;
      }
}

static void
ask_slip (Watch *watch, int run)
{
  ask (watch, "win.slip", watch->step, run);
}

static void
compare (Watch *watch, int run)
{
  ask (watch, "win.compare", segue_record_get_id (segue_layout_get_goal (segue_session_get_layout (watch->session), 0)), run);
}

static void
show_risk (Watch *watch, int run)
{
  ask (watch, "win.risk", NULL, run);
}

static void
show_leaving (Watch *watch, int run)
{
  ask (watch, "win.leaving", NULL, run);
}

static void
show_rules (Watch *watch, int run)
{
  ask (watch, "win.rules", NULL, run);
}

static void
edit_hours (Watch *watch, int run)
{
  ask (watch, "win.edit-hours", NULL, run);
}

/* A day after the other, without waiting for what the last one would mean. */
static void
drag_leaving (Watch *watch, int run)
{
  GtkWidget *strip = segue_test_find_widget (watch->window, SEGUE_TYPE_LEAVING_STRIP);

  if (!segue_record_has (segue_plan_get_header (segue_session_get_plan (watch->session)), SEGUE_PLAN_LEAVING))
    return;
  if (run < 10)
    g_signal_emit_by_name (strip, "day-chosen", TODAY + 200 + run);
  else
    act (watch, watch->window, "win.leave-preview", NULL, 0);
}

static void
imported_cb (gpointer owner, SegueChangeSet *change_set, const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* The program reads the file and compares the plans in a thread. */
static void
import (Watch *watch, int run)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SegueChangeSet) change_set =
    segue_edit_import (segue_session_get_plan (watch->session), watch->other, &error);
  double begin = get_work ();

  if (change_set == NULL)
    g_error ("%s", error->message);
  segue_session_perform_later (watch->session, change_set, imported_cb, NULL);
  note (watch, begin);
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
  { "find while typing", find, 10 },
  { "an empty dialog", show_empty_dialog, 4 },
  { "edit a step", edit_step, 4 },
  { "why not", ask_why, 4 },
  { "what if it slips", ask_slip, 4 },
  { "compare routes", compare, 4 },
  { "chances", show_risk, 4 },
  { "when to leave", show_leaving, 4 },
  { "drag the leaving", drag_leaving, 11 },
  { "rules", show_rules, 4 },
  { "hours", edit_hours, 4 },
  { "open", open_plan, 2 },
  { "import over it", import, 1 },
  { "undo the import", undo, 1 },
};

static void
watch_plan (const char *what, SeguePlan *plan, SeguePlan *other, const char *step, const char *only)
{
  Watch watch = { .session = segue_session_new (plan, NULL, TODAY), .other = other, .step = step };

  watch.window = g_object_new (SEGUE_TYPE_WINDOW, "session", watch.session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (watch.window), 1240, 800);
  gtk_window_present (GTK_WINDOW (watch.window));
  turn (&watch);
  watch.timeline = segue_test_find_widget (watch.window, SEGUE_TYPE_TIMELINE_VIEW);
  watch.viewport = segue_view_get_viewport (SEGUE_VIEW (watch.timeline));
  for (gsize i = 0; i < G_N_ELEMENTS (interactions); i++)
    {
      watch.longest = 0;
      if (only != NULL && strstr (interactions[i].name, only) == NULL)
        continue;
      for (int run = 0; run < interactions[i].runs; run++)
        {
          double begin = get_work ();

          interactions[i].act (&watch, run);
          if (interactions[i].act != drag && interactions[i].act != import)
            note (&watch, begin);
          turn (&watch);
        }
      g_print ("%-14s %-20s %8.1f ms without a turn of the loop (at most 50)\n", what, interactions[i].name, watch.longest);
    }
  gtk_window_destroy (GTK_WINDOW (watch.window));
  g_object_unref (watch.session);
}

/* The shadow of a dialog takes the software renderer 100 ms, whatever is in it,
 * and a graphics card nothing. */
static void
drop_shadows (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_string (provider, "* { box-shadow: none; }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
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
  drop_shadows ();
  sample = timeline_plans_load_sample ();
  many = timeline_plans_make (10000, 200);
  watch_plan ("the sample", sample, many, "sabbatical", argv[1]);
  watch_plan ("10,000 steps", many, sample, "s45", argv[1]);

  return 0;
}
