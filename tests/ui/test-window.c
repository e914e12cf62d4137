/* test-window.c - what keeps the window waiting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No interaction may ask the engine in the thread of the window: however fast
 * it is today, there is a plan that it takes long for. Its thread is watched
 * while a person does what people do. tests/bench measures how long it takes.
 */
#include <adwaita.h>

#include "core/segue-edit.h"
#include "core/segue-layout-private.h"
#include "support/segue-test-ui.h"
#include "ui/calendar/segue-calendar-page.h"
#include "ui/common/segue-ui.h"
#include "ui/common/segue-later.h"
#include "ui/timeline/segue-timeline-drag.h"
#include "ui/timeline/segue-timeline-view.h"
#include "ui/window/segue-window.h"

#define TODAY segue_day_from_ymd (2022, 6, 6)

static GThread *window_thread;
static gint n_asked;  /* in the thread of the window */
static gint n_beside; /* in others */

static void
asked_cb (void)
{
  g_atomic_int_inc (g_thread_self () == window_thread ? &n_asked : &n_beside);
}

typedef struct
{
  SegueSession *session;
  GtkWidget *window;
} Fixture;

static void
turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
complete (Fixture *fixture)
{
  while (!segue_session_is_layout_complete (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  turn ();
}

static GtkWidget *
get_timeline (Fixture *fixture)
{
  return segue_test_find_widget (fixture->window, SEGUE_TYPE_TIMELINE_VIEW);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = segue_test_open_sample ();
  fixture->window = g_object_new (SEGUE_TYPE_WINDOW, "session", fixture->session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), data ? GPOINTER_TO_INT (data) : 1240, 800);
  g_object_set (fixture->window, "inspector-beside", data != NULL, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  /* What is in it is shown in its first frame. */
  while (!gtk_widget_get_mapped (get_timeline (fixture)))
    g_main_context_iteration (NULL, TRUE);
  complete (fixture);
  g_atomic_int_set (&n_asked, 0);
  g_atomic_int_set (&n_beside, 0);
  segue_layout_watch (asked_cb);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  complete (fixture);
  g_object_set (fixture->window, "inspector-visible", FALSE, NULL);
  turn ();
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  turn ();
  g_object_unref (fixture->session);
}

static SegueViewport *
get_viewport (Fixture *fixture)
{
  return segue_view_get_viewport (SEGUE_VIEW (get_timeline (fixture)));
}

/* Edits, undo and redo are laid out beside the window. */
static void
test_edits (Fixture *fixture, gconstpointer data)
{
  segue_viewport_set_selection (get_viewport (fixture), "sabbatical");
  g_assert_true (gtk_widget_activate_action (get_timeline (fixture), "timeline.move", "i", 1));
  complete (fixture);
  g_assert_true (segue_session_can_undo (fixture->session));
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.undo", NULL));
  complete (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.redo", NULL));
  complete (fixture);
  g_assert_true (gtk_widget_activate_action (get_timeline (fixture), "timeline.delete", NULL));
  complete (fixture);

  g_assert_cmpint (g_atomic_int_get (&n_asked), ==, 0);
  g_assert_cmpint (g_atomic_int_get (&n_beside), >=, 4);
}

/* So is where a step is held on its way. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "ops", NULL };
  g_autoptr(SegueTimelineDrag) drag =
    segue_timeline_drag_new (SEGUE_DRAG_MOVE, segue_session_get_plan (fixture->session),
                             segue_session_get_layout (fixture->session), TODAY, ids);

  segue_timeline_drag_follow (drag, G_CALLBACK (gtk_widget_queue_draw), get_timeline (fixture));
  for (int days = 1; days < 6; days++)
    {
      segue_timeline_drag_set_days (drag, days);
      g_main_context_iteration (NULL, FALSE);
    }
  while (segue_timeline_drag_is_busy (drag))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (g_atomic_int_get (&n_asked), ==, 0);
  g_assert_cmpint (g_atomic_int_get (&n_beside), >=, 1);
}

static SegueCalendarPage *
show_month (Fixture *fixture)
{
  GtkWidget *month;

  g_object_set (fixture->window, "page", "calendar", NULL);
  turn ();
  month = segue_test_find_widget (fixture->window, g_type_from_name ("SegueMonthGrid"));
  g_assert_nonnull (month);

  return SEGUE_CALENDAR_PAGE (month);
}

static void
wait_for_edits (Fixture *fixture, guint64 revision)
{
  while (segue_plan_get_revision (segue_session_get_plan (fixture->session)) < revision)
    g_main_context_iteration (NULL, TRUE);
  complete (fixture);
}

/* So is where an entry of the calendar is let go, moved once or again: then the
 * verb asks as well where it would lie by itself. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  guint64 revision = segue_plan_get_revision (segue_session_get_plan (fixture->session));
  SegueCalendarPage *month = show_month (fixture);
  SegueDay begin = segue_day_from_ymd (2023, 5, 1);

  segue_viewport_set_selection (get_viewport (fixture), "sabbatical");
  segue_calendar_page_move_entry (month, begin + 2);
  wait_for_edits (fixture, revision + 1);
  g_signal_emit_by_name (month, "preview-requested", "sabbatical.start", begin + 3);
  g_signal_emit_by_name (month, "move-requested", "sabbatical.start", begin + 3);
  g_signal_emit_by_name (month, "preview-requested", "", SEGUE_DAY_NONE);
  wait_for_edits (fixture, revision + 2);
  g_assert_cmpint (segue_layout_get_step_result (segue_session_get_layout (fixture->session), "sabbatical")->start,
                   ==, begin + 3);
  g_object_set (fixture->window, "page", "timeline", NULL);

  g_assert_cmpint (g_atomic_int_get (&n_asked), ==, 0);
  g_assert_cmpint (g_atomic_int_get (&n_beside), >=, 4);
}

/* So is how long a step has to be to end on a day. */
static void
test_resize (Fixture *fixture, gconstpointer data)
{
  guint64 revision = segue_plan_get_revision (segue_session_get_plan (fixture->session));

  segue_viewport_set_selection (get_viewport (fixture), "ops");
  g_assert_true (gtk_widget_activate_action (get_timeline (fixture), "timeline.resize", "i", 7));
  wait_for_edits (fixture, revision + 1);

  g_assert_cmpint (g_atomic_int_get (&n_asked), ==, 0);
  g_assert_cmpint (g_atomic_int_get (&n_beside), >=, 2);
}

static SegueDay
get_start (Fixture *fixture, const char *step)
{
  return segue_layout_get_step_result (segue_session_get_layout (fixture->session), step)->start;
}

/* So is where a step would lie by itself that keys move once more, however fast
 * they come: none of them is lost, and undo takes them back one by one. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  SegueDay begin = get_start (fixture, "sabbatical");

  segue_viewport_set_selection (get_viewport (fixture), "sabbatical");
  for (int i = 0; i < 3; i++)
    g_assert_true (gtk_widget_activate_action (get_timeline (fixture), "timeline.move", "i", 1));
  complete (fixture);
  g_assert_cmpint (get_start (fixture, "sabbatical"), ==, begin + 3);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (get_timeline (fixture), "timeline.move", "i", 1));
      g_assert_true (gtk_widget_activate_action (fixture->window, "win.undo", NULL));
    }
  complete (fixture);
  g_assert_cmpint (get_start (fixture, "sabbatical"), ==, begin + 3);
  for (int i = 2; i >= 0; i--)
    {
      g_assert_true (gtk_widget_activate_action (fixture->window, "win.undo", NULL));
      complete (fixture);
      g_assert_cmpint (get_start (fixture, "sabbatical"), ==, begin + i);
    }

  g_assert_cmpint (g_atomic_int_get (&n_asked), ==, 0);
}

static void
count_done_cb (gpointer owner, SegueChangeSet *change_set, const GError *error)
{
  int *n_done = owner;

  g_assert_no_error (error);
  (*n_done)++;
}

/* What is let go before something else has been answered comes to lie where it
 * was let go, and behind it. */
static void
test_drops (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "sabbatical", NULL };
  SegueDay begin = get_start (fixture, "sabbatical");
  SegueTimelineDrag *drags[3];
  int n_done = 0;

  for (int i = 0; i < 3; i++)
    {
      drags[i] = segue_timeline_drag_new (SEGUE_DRAG_MOVE, segue_session_get_plan (fixture->session),
                                          segue_session_get_layout (fixture->session), TODAY, ids);
      segue_timeline_drag_aim (drags[i], 2 * i + 1);
      segue_timeline_drag_drop (drags[i], fixture->session, SEGUE_DROP_TRIES, count_done_cb, &n_done);
    }
  g_assert_cmpint (n_done, ==, 0);
  complete (fixture);
  g_assert_cmpint (n_done, ==, 3);
  g_assert_cmpint (get_start (fixture, "sabbatical"), ==, begin + 5);
  for (int i = 0; i < 3; i++)
    {
      g_assert_nonnull (segue_timeline_drag_get_effect (drags[i]));
      segue_timeline_drag_free (drags[i]);
    }

  g_assert_cmpint (g_atomic_int_get (&n_asked), ==, 0);
}

/* So is what follows when a step slips. */
static void
test_slip (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *days;

  g_assert_true (gtk_widget_activate_action (fixture->window, "win.slip", "s", "ops"));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  days = segue_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_RANGE);
  g_assert_nonnull (days);
  for (int i = 2; i < 6; i++)
    {
      gtk_range_set_value (GTK_RANGE (days), i);
      g_main_context_iteration (NULL, FALSE);
    }
  while (g_atomic_int_get (&n_beside) == 0)
    g_main_context_iteration (NULL, FALSE);
  adw_dialog_force_close (dialog);

  g_assert_cmpint (g_atomic_int_get (&n_asked), ==, 0);
}

/* Looking asks nothing at all. */
static void
test_looking (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "calendar", "timeline" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_object_set (fixture->window, "page", pages[i], NULL);
      turn ();
    }
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (fixture->window, i < 1 ? "win.zoom-in" : "win.zoom-out", NULL));
      turn ();
    }
  segue_viewport_set_selection (get_viewport (fixture), "apply-f23");
  g_object_set (fixture->window, "inspector-visible", TRUE, NULL);
  turn ();

  g_assert_cmpint (g_atomic_int_get (&n_asked), ==, 0);
}

static gboolean
shows_inspector (Fixture *fixture)
{
  gboolean visible;

  g_object_get (fixture->window, "inspector-visible", &visible, NULL);
  return visible;
}

static guint
count_labels (GtkWidget  *from,
              const char *begin)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint n = 0;

  segue_test_collect (from, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    n += gtk_widget_get_visible (labels->pdata[i]) &&
         g_str_has_prefix (gtk_label_get_label (labels->pdata[i]), begin);
  return n;
}

/* The inspector is about one step; it says so where more are selected. */
static void
test_inspector_tells_of_others (Fixture *fixture, gconstpointer data)
{
  const char *const three[] = { "apply-f23", "english", "statement", NULL };

  g_object_set (fixture->window, "inspector-visible", TRUE, NULL);
  segue_viewport_set_selected (get_viewport (fixture), three);
  turn ();
  g_assert_cmpuint (count_labels (fixture->window, "2 more steps are selected."), ==, 1);
  segue_viewport_toggle (get_viewport (fixture), "english");
  turn ();
  g_assert_cmpuint (count_labels (fixture->window, "1 more step is selected."), ==, 1);
  segue_viewport_set_selection (get_viewport (fixture), "apply-f23");
  turn ();
  g_assert_cmpuint (count_labels (fixture->window, "1 more"), ==, 0);
}

/* Where there is no room beside the views nothing lies over them unasked. */
static void
test_inspector_in_narrow_windows (Fixture *fixture, gconstpointer data)
{
  g_assert_false (shows_inspector (fixture));
  g_object_set (fixture->window, "inspector-visible", TRUE, NULL);
  g_assert_true (shows_inspector (fixture));
  g_object_set (fixture->window, "inspector-visible", FALSE, NULL);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1240, 800);
  while (gtk_widget_get_width (fixture->window) < 1200)
    g_main_context_iteration (NULL, TRUE);
  turn ();
  g_assert_true (shows_inspector (fixture));
}

/* What is not seen is not there yet, and comes when it is. */
static void
test_later (Fixture *fixture, gconstpointer data)
{
  GtkWidget *calendar;

  g_assert_null (segue_test_find_widget (fixture->window, g_type_from_name ("SegueReviewView")));
  g_assert_null (segue_test_find_widget (fixture->window, g_type_from_name ("SegueCalendarView")));
  g_assert_null (segue_test_find_widget (fixture->window, g_type_from_name ("SegueInspector")));
  g_object_set (fixture->window, "page", "calendar", "inspector-visible", TRUE, NULL);
  turn ();
  calendar = segue_test_find_widget (fixture->window, g_type_from_name ("SegueCalendarView"));
  g_assert_nonnull (calendar);
  g_assert_true (gtk_widget_get_mapped (calendar));
  g_assert_nonnull (segue_test_find_widget (fixture->window, g_type_from_name ("SegueInspector")));
  g_object_set (fixture->window, "page", "timeline", NULL);
}

/* The first label that begins so. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), text) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static const char *
get_icon_before (GtkWidget *label)
{
  return gtk_image_get_icon_name (GTK_IMAGE (gtk_widget_get_prev_sibling (label)));
}

/* A goal says how it stands in words, and in an icon beside them. */
static void
test_goals (Fixture *fixture, gconstpointer data)
{
  GtkWidget *fits = find_label (fixture->window, "fits, by 30 May 2023");
  g_autoptr (SegueChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (fits);
  g_assert_cmpstr (get_icon_before (fits), ==, "object-select-symbolic");

  change_set = segue_edit_set_status (segue_session_get_plan (fixture->session), "sabbatical", SEGUE_STATUS_DONE, TODAY,
                                      &error);
  g_assert_no_error (error);
  g_assert_true (segue_session_perform (fixture->session, change_set, &error));
  complete (fixture);
  g_assert_null (find_label (fixture->window, "fits, by 30 May 2023"));
  g_assert_nonnull (find_label (fixture->window, "done, "));
}

/* A route that comes to a goal in sight takes its place without a word on the console, of which every one fails here. */
static void
test_new_route (Fixture *fixture, gconstpointer data)
{
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_ROUTE, "fall-27");
  g_autoptr (SegueRecord) route = NULL;
  g_autoptr (SegueChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;

  segue_record_builder_set_string (builder, SEGUE_ROUTE_GOAL, "grad");
  segue_record_builder_set_string (builder, SEGUE_ROUTE_TITLE, "Fall of 2027");
  route = segue_record_builder_end (builder);
  change_set = segue_edit_add_record (segue_session_get_plan (fixture->session), route, &error);
  g_assert_no_error (error);
  g_assert_true (segue_session_perform (fixture->session, change_set, &error));
  complete (fixture);
  g_assert_nonnull (find_label (fixture->window, "Fall of 2027"));
}

int
main (int argc, char *argv[])
{
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  segue_ui_init ();
  window_thread = g_thread_self ();

  g_test_add ("/ui/window/inspector", Fixture, GINT_TO_POINTER (760), set_up, test_inspector_in_narrow_windows, tear_down);
  g_test_add ("/ui/window/inspector-others", Fixture, NULL, set_up, test_inspector_tells_of_others, tear_down);
  g_test_add ("/ui/window/edits", Fixture, NULL, set_up, test_edits, tear_down);
  g_test_add ("/ui/window/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/ui/window/drop", Fixture, NULL, set_up, test_drop, tear_down);
  g_test_add ("/ui/window/resize", Fixture, NULL, set_up, test_resize, tear_down);
  g_test_add ("/ui/window/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/ui/window/drops", Fixture, NULL, set_up, test_drops, tear_down);
  g_test_add ("/ui/window/slip", Fixture, NULL, set_up, test_slip, tear_down);
  g_test_add ("/ui/window/looking", Fixture, NULL, set_up, test_looking, tear_down);
  g_test_add ("/ui/window/goals", Fixture, NULL, set_up, test_goals, tear_down);
  g_test_add ("/ui/window/new-route", Fixture, NULL, set_up, test_new_route, tear_down);
  g_test_add ("/ui/window/later", Fixture, NULL, set_up, test_later, tear_down);

  return g_test_run ();
}
