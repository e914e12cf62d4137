/* test-calendar-view.c - the calendar on a display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "exchange/segue-json-reader.h"
#include "support/segue-test-ui.h"
#include "ui/calendar/segue-agenda-row.h"
#include "ui/calendar/segue-agenda-view.h"
#include "ui/calendar/segue-calendar-view.h"
#include "ui/calendar/segue-day-cell.h"
#include "ui/calendar/segue-entry-chip.h"
#include "ui/calendar/segue-month-grid.h"
#include "ui/calendar/segue-month-row.h"
#include "ui/calendar/segue-week-day.h"
#include "ui/calendar/segue-week-view.h"
#include "ui/calendar/segue-year-month.h"
#include "ui/calendar/segue-year-view.h"
#include "ui/common/segue-ui.h"

#define TODAY segue_day_from_ymd (2022, 6, 6)

typedef struct
{
  SegueSession *session;
  SegueViewport *viewport;
  GtkWidget *window;
  SegueCalendarView *view;
  int n_edited;
  char *consequences;
  char *failed;
} Fixture;

static void
edited_cb (SegueCalendarView *view, SegueChangeSet *change_set, const char *consequences, Fixture *fixture)
{
  fixture->n_edited++;
  g_set_str (&fixture->consequences, consequences);
}

static void
failed_cb (SegueCalendarView *view, const char *message, Fixture *fixture)
{
  g_set_str (&fixture->failed, message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = segue_test_open_sample ();
  fixture->viewport = segue_viewport_new ();
  g_object_set (fixture->viewport, "first-weekday", 1, NULL);
  fixture->view = g_object_new (SEGUE_TYPE_CALENDAR_VIEW, "session", fixture->session, "viewport", fixture->viewport, NULL);
  g_signal_connect (fixture->view, "edited", G_CALLBACK (edited_cb), fixture);
  g_signal_connect (fixture->view, "failed", G_CALLBACK (failed_cb), fixture);
  fixture->window = segue_test_show (GTK_WIDGET (fixture->view), GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  segue_test_close (fixture->window, fixture->view);
  g_assert_finalize_object (fixture->viewport);
  g_assert_finalize_object (fixture->session);
  g_clear_pointer (&fixture->consequences, g_free);
  g_clear_pointer (&fixture->failed, g_free);
}

/* All of a type that can be seen. */
static GPtrArray *
find_all (gpointer parent, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  segue_test_collect (GTK_WIDGET (parent), type, found);
  for (guint i = found->len; i > 0; i--)
    if (!gtk_widget_get_mapped (g_ptr_array_index (found, i - 1)))
      g_ptr_array_remove_index (found, i - 1);

  return found;
}

static gpointer
find (gpointer parent, GType type)
{
  g_autoptr(GPtrArray) found = find_all (parent, type);

  g_assert_cmpuint (found->len, >, 0);

  return found->pdata[0];
}

static SegueCalendarPage *
show (Fixture *fixture, const char *mode, GType type)
{
  g_object_set (fixture->view, "mode", mode, NULL);
  segue_test_settle (GTK_WIDGET (fixture->view));

  return SEGUE_CALENDAR_PAGE (find (fixture->view, type));
}

static gboolean
has_text (gpointer parent, const char *text)
{
  g_autoptr(GPtrArray) labels = find_all (parent, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_label (labels->pdata[i]), text))
      return TRUE;

  return FALSE;
}

static gboolean
counts_days (gpointer parent)
{
  g_autoptr(GPtrArray) labels = find_all (parent, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_prefix (gtk_label_get_label (labels->pdata[i]), "D-") || g_str_has_prefix (gtk_label_get_label (labels->pdata[i]), "D+"))
      return TRUE;

  return FALSE;
}

static double
get_x (gpointer widget, Fixture *fixture)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (widget), GTK_WIDGET (fixture->view), &bounds));

  return bounds.origin.x;
}

/* Whether all of it lies in sight. */
static gboolean
is_in_sight (gpointer widget, gpointer area)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (widget), GTK_WIDGET (area), &bounds));

  return bounds.origin.y >= -1 && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (GTK_WIDGET (area)) + 1;
}

static GtkWidget *
find_cell (SegueCalendarPage *page, SegueDay day)
{
  return SEGUE_CALENDAR_PAGE_GET_CLASS (page)->find_cell (page, day);
}

static const char *
get_preview (Fixture *fixture)
{
  g_autoptr(GPtrArray) labels = find_all (fixture->view, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_has_css_class (labels->pdata[i], "calendar-preview"))
      return gtk_label_get_label (labels->pdata[i]);

  return NULL;
}

/* A thread finds out what a day means. */
static void
wait_for_preview (Fixture *fixture, const char *part)
{
  while (get_preview (fixture) == NULL || strstr (get_preview (fixture), part) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* ---- the week ---- */

/* It names its weekdays, and counts days only where people count. */
static void
test_week (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  SegueCalendarPage *week = show (fixture, "week", SEGUE_TYPE_WEEK_VIEW);
  g_autoptr(GPtrArray) days = find_all (week, SEGUE_TYPE_WEEK_DAY);
  g_autofree char *title = segue_calendar_page_get_title (week);

  g_assert_cmpstr (title, ==, "6 to 12 June 2022");
  g_assert_cmpuint (days->len, ==, 7);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_true (has_text (days->pdata[i], names[i]));
      g_assert_false (counts_days (days->pdata[i]));
    }
  g_assert_true (has_text (days->pdata[0], "English score begins"));
  g_assert_true (has_text (days->pdata[0], "1 h 30 min"));

  segue_viewport_set_day (fixture->viewport, segue_day_from_ymd (2023, 3, 27));
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_true (has_text (days->pdata[0], "D-294"));
}

static void
test_first_weekday (Fixture *fixture, gconstpointer data)
{
  SegueCalendarPage *week = show (fixture, "week", SEGUE_TYPE_WEEK_VIEW);
  g_autoptr(GPtrArray) days = find_all (week, SEGUE_TYPE_WEEK_DAY);

  g_object_set (fixture->viewport, "first-weekday", 6, NULL);
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_true (has_text (days->pdata[0], "Sat"));
  g_assert_true (has_text (days->pdata[0], "4"));

  show (fixture, "month", SEGUE_TYPE_MONTH_GRID);
  {
    GtkWidget *month = gtk_widget_get_parent (gtk_widget_get_parent (find (fixture->view, SEGUE_TYPE_MONTH_GRID)));
    g_autoptr(GPtrArray) labels = find_all (month, GTK_TYPE_LABEL);

    g_assert_cmpstr (gtk_label_get_label (labels->pdata[0]), ==, "Sat");
  }
}

/* From right to left the first day stands on the right. */
static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  SegueCalendarPage *week = show (fixture, "week", SEGUE_TYPE_WEEK_VIEW);
  g_autoptr(GPtrArray) days = find_all (week, SEGUE_TYPE_WEEK_DAY);
  SegueCalendarPage *month;

  g_assert_cmpfloat (get_x (days->pdata[0], fixture), <, get_x (days->pdata[6], fixture));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_cmpfloat (get_x (days->pdata[0], fixture), >, get_x (days->pdata[6], fixture));
  month = show (fixture, "month", SEGUE_TYPE_MONTH_GRID);
  g_assert_cmpfloat (get_x (find_cell (month, TODAY), fixture), >, get_x (find_cell (month, TODAY + 1), fixture));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* ---- the agenda ---- */

/* Its columns are straight, whatever year the dates are in. */
static void
test_agenda (Fixture *fixture, gconstpointer data)
{
  SegueCalendarPage *agenda = show (fixture, "agenda", SEGUE_TYPE_AGENDA_VIEW);
  g_autoptr(GPtrArray) icons = find_all (agenda, GTK_TYPE_IMAGE);

  g_assert_cmpuint (icons->len, >, 10);
  for (guint i = 1; i < icons->len; i++)
    g_assert_cmpfloat_with_epsilon (get_x (icons->pdata[i], fixture), get_x (icons->pdata[0], fixture), 0.5);
  g_assert_true (has_text (agenda, "June 2022"));
  g_assert_true (has_text (agenda, "January 2023"));
}

/* What is selected there is selected everywhere, and so is the place. */
static void
test_agenda_place (Fixture *fixture, gconstpointer data)
{
  SegueCalendarPage *agenda = show (fixture, "agenda", SEGUE_TYPE_AGENDA_VIEW);
  GtkListView *list = GTK_LIST_VIEW (find (agenda, GTK_TYPE_LIST_VIEW));
  GtkSelectionModel *model = gtk_list_view_get_model (list);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  segue_viewport_set_selection (fixture->viewport, "apply-f23");
  g_assert_cmpint (segue_viewport_get_day (fixture->viewport), ==, segue_day_from_ymd (2023, 3, 27));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr(SegueAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (g_str_equal (segue_agenda_item_get_entry (item)->id, "sabbatical"))
        {
          gtk_selection_model_select_item (model, i, TRUE);
          break;
        }
    }
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "sabbatical");
  g_assert_cmpint (segue_viewport_get_day (fixture->viewport), ==, segue_day_from_ymd (2023, 5, 1));

  /* Who scrolls takes the day along. */
  segue_test_settle (GTK_WIDGET (fixture->view));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_cmpint (segue_viewport_get_day (fixture->viewport), >=, segue_day_from_ymd (2023, 5, 1));
  gtk_adjustment_set_value (adjustment, 0);
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_cmpint (segue_viewport_get_day (fixture->viewport), <, segue_day_from_ymd (2023, 5, 1));
}

/* ---- the year ---- */

/* In a narrow window it opens where the person is, not in January. */
static void
test_year (Fixture *fixture, gconstpointer data)
{
  SegueCalendarPage *year;
  GtkWidget *area;

  segue_viewport_set_day (fixture->viewport, segue_day_from_ymd (2022, 10, 3));
  year = show (fixture, "year", SEGUE_TYPE_YEAR_VIEW);
  area = gtk_widget_get_ancestor (GTK_WIDGET (year), GTK_TYPE_VIEWPORT);
  {
    g_autoptr(GPtrArray) months = find_all (year, SEGUE_TYPE_YEAR_MONTH);

    g_assert_cmpuint (months->len, ==, 12);
    g_assert_true (is_in_sight (months->pdata[9], area));
    g_assert_false (is_in_sight (months->pdata[0], area));
  }
}

/* ---- the month ---- */

/* However far one walks, the day stays in sight and keeps the focus. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  SegueCalendarPage *month = show (fixture, "month", SEGUE_TYPE_MONTH_GRID);
  SegueDay day = TODAY;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  for (int i = 0; i < 40; i++)
    {
      GtkWidget *focus;

      day += i % 3 == 0 ? 28 : 7;
      segue_viewport_set_day (fixture->viewport, day);
      segue_test_settle (GTK_WIDGET (fixture->view));
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      g_assert_true (SEGUE_IS_DAY_CELL (focus));
      g_assert_cmpint (segue_day_cell_get_day (SEGUE_DAY_CELL (focus)), ==, day);
      g_assert_true (is_in_sight (focus, month));
    }
  segue_calendar_page_turn (month, -12);
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_true (is_in_sight (find_cell (month, segue_day_add_months (day, -12)), month));
}

/* Where the year has led, the month is, and the focus. */
static void
test_from_year (Fixture *fixture, gconstpointer data)
{
  SegueDay day = segue_day_add_months (TODAY, 18);
  SegueCalendarPage *month = show (fixture, "month", SEGUE_TYPE_MONTH_GRID);
  GtkWidget *focus;

  show (fixture, "year", SEGUE_TYPE_YEAR_VIEW);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  segue_viewport_set_day (fixture->viewport, day);
  g_object_set (fixture->view, "mode", "month", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  segue_test_settle (GTK_WIDGET (fixture->view));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (SEGUE_IS_DAY_CELL (focus));
  g_assert_cmpint (segue_day_cell_get_day (SEGUE_DAY_CELL (focus)), ==, day);
  g_assert_true (is_in_sight (focus, month));
}

/* Whichever way one scrolls, a screen reader meets the weeks in the order of time. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const int days[] = { 0, 35, 63, 21, -70, 400, 393 };
  SegueCalendarPage *month = show (fixture, "month", SEGUE_TYPE_MONTH_GRID);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GtkWidget *row;

      segue_viewport_set_day (fixture->viewport, TODAY + days[i]);
      segue_test_settle (GTK_WIDGET (fixture->view));
      row = gtk_widget_get_first_child (GTK_WIDGET (month));
      for (GtkWidget *next = gtk_widget_get_next_sibling (row); next != NULL; row = next, next = gtk_widget_get_next_sibling (row))
        g_assert_cmpint (segue_month_row_get_week (SEGUE_MONTH_ROW (next)), ==,
                         segue_month_row_get_week (SEGUE_MONTH_ROW (row)) + 1);
    }
}

/* The end of a step is on another day than its beginning: to select it there stays there. */
static void
test_select_end (Fixture *fixture, gconstpointer data)
{
  SegueDay end = segue_layout_get_step_result (segue_session_get_layout (fixture->session), "sabbatical")->end;

  segue_viewport_set_day (fixture->viewport, end);
  segue_viewport_set_selection (fixture->viewport, "sabbatical");
  g_assert_cmpint (segue_viewport_get_day (fixture->viewport), ==, end);
  segue_viewport_set_selection (fixture->viewport, "apply-f23");
  g_assert_cmpint (segue_viewport_get_day (fixture->viewport), ==, segue_day_from_ymd (2023, 3, 27));
}

/* ---- moving ---- */

/* Until what is moved has been tried in a thread, and done or refused. */
static void
move (Fixture *fixture, SegueCalendarPage *page, SegueDay day)
{
  int n_edited = fixture->n_edited;

  segue_calendar_page_move_entry (page, day);
  while (fixture->n_edited == n_edited && fixture->failed == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What else changes is told, or that nothing does. */
static void
test_consequences (Fixture *fixture, gconstpointer data)
{
  SegueCalendarPage *month = show (fixture, "month", SEGUE_TYPE_MONTH_GRID);
  SegueDay begin = segue_day_from_ymd (2023, 5, 1);

  segue_viewport_set_selection (fixture->viewport, "sabbatical");
  move (fixture, month, begin + 2);
  g_assert_cmpint (fixture->n_edited, ==, 1);
  g_assert_cmpstr (fixture->consequences, ==, "Nothing else changes");
  move (fixture, month, begin + 21);
  g_assert_cmpint (fixture->n_edited, ==, 2);
  g_assert_cmpstr (fixture->consequences, ==, "“Last day at the company” moves as well");
}

/* Day, selection and focus go along, out of the month that was in sight; undone, the step is back. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  SegueCalendarPage *month = show (fixture, "month", SEGUE_TYPE_MONTH_GRID);
  SegueDay begin = segue_day_from_ymd (2023, 5, 1);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  segue_viewport_set_selection (fixture->viewport, "sabbatical");
  move (fixture, month, begin + 42);
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_cmpint (segue_viewport_get_day (fixture->viewport), ==, begin + 42);
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "sabbatical");
  g_assert_true (is_in_sight (find_cell (month, begin + 42), month));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_cell (month, begin + 42));

  g_assert_true (segue_session_undo (fixture->session, NULL));
  g_assert_cmpint (segue_layout_get_step_result (segue_session_get_layout (fixture->session), "sabbatical")->start, ==, begin);
}

/* A day without hours passes work on to the next one; the day goes where the work lies. */
static void
test_no_hours (Fixture *fixture, gconstpointer data)
{
  SegueCalendarPage *month = show (fixture, "month", SEGUE_TYPE_MONTH_GRID);

  segue_viewport_set_selection (fixture->viewport, "domain");
  g_assert_cmpint (segue_viewport_get_day (fixture->viewport), ==, segue_day_from_ymd (2022, 6, 11));
  move (fixture, month, segue_day_from_ymd (2022, 6, 17));
  g_assert_cmpint (segue_viewport_get_day (fixture->viewport), ==, segue_day_from_ymd (2022, 6, 18));
  move (fixture, month, segue_day_from_ymd (2022, 6, 25));
  g_assert_cmpint (fixture->n_edited, ==, 2);
}

/* What cannot be moved is not. */
static void
test_nothing_to_move (Fixture *fixture, gconstpointer data)
{
  SegueCalendarPage *week = show (fixture, "week", SEGUE_TYPE_WEEK_VIEW);

  segue_viewport_set_day (fixture->viewport, TODAY + 1);
  segue_calendar_page_move_entry (week, TODAY + 5);
  g_assert_cmpint (fixture->n_edited, ==, 0);
  g_assert_null (fixture->failed);
}

/* While it is held the consequences are told; let go of nothing, nothing is told or done. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  SegueCalendarPage *month = show (fixture, "month", SEGUE_TYPE_MONTH_GRID);
  guint64 revision = segue_plan_get_revision (segue_session_get_plan (fixture->session));

  g_assert_null (get_preview (fixture));
  g_signal_emit_by_name (month, "preview-requested", "sabbatical.start", segue_day_from_ymd (2023, 5, 4));
  g_assert_cmpstr (get_preview (fixture), ==, "4 May 2023");
  wait_for_preview (fixture, "\n");
  g_assert_cmpstr (get_preview (fixture), ==, "4 May 2023\nNothing else changes");
  g_signal_emit_by_name (month, "preview-requested", "apply-f23", segue_day_from_ymd (2023, 5, 6));
  wait_for_preview (fixture, "Spring 2024 instead of Fall 2023");
  g_signal_emit_by_name (month, "preview-requested", "", SEGUE_DAY_NONE);
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_null (get_preview (fixture));
  g_assert_cmpuint (segue_plan_get_revision (segue_session_get_plan (fixture->session)), ==, revision);
}

/* Whatever page one comes from, the day stays. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  static const char *const modes[] = { "week", "year", "agenda", "month", "year", "week", "month" };
  SegueDay day = segue_day_from_ymd (2023, 4, 1);

  segue_viewport_set_day (fixture->viewport, day);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_object_set (fixture->view, "mode", modes[i], NULL);
      segue_test_settle (GTK_WIDGET (fixture->view));
      g_assert_cmpint (segue_viewport_get_day (fixture->viewport), ==, day);
    }
}

/* A plan in which nothing stands yet says so. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  const char *text = "{\"format\": \"segue-plan\", \"version\": 1, \"title\": \"Nothing yet\"}";
  g_autoptr(SeguePlan) empty = segue_json_read_plan (text, strlen (text), "empty", NULL);
  g_autoptr(SegueSession) other = segue_session_new (empty, NULL, TODAY);
  SegueCalendarPage *agenda = show (fixture, "agenda", SEGUE_TYPE_AGENDA_VIEW);

  g_assert_false (has_text (agenda, "Nothing is planned yet."));
  segue_view_set_session (SEGUE_VIEW (fixture->view), other);
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_true (has_text (agenda, "Nothing is planned yet."));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const modes[] = { "week", "year", "month" };

      g_object_set (fixture->view, "mode", modes[i], NULL);
      segue_test_settle (GTK_WIDGET (fixture->view));
    }
  segue_view_set_session (SEGUE_VIEW (fixture->view), NULL);
  segue_test_settle (GTK_WIDGET (fixture->view));
}

#define ADD(name, width, test) \
  g_test_add ("/ui/calendar-view/" name, Fixture, GINT_TO_POINTER (width), set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  segue_ui_init ();

  ADD ("week", 1100, test_week);
  ADD ("first-weekday", 1100, test_first_weekday);
  ADD ("right-to-left", 1100, test_right_to_left);
  ADD ("agenda", 1100, test_agenda);
  ADD ("agenda-narrow", 360, test_agenda);
  ADD ("agenda-place", 1100, test_agenda_place);
  ADD ("year", 360, test_year);
  ADD ("walk", 1100, test_walk);
  ADD ("walk-narrow", 360, test_walk);
  ADD ("from-year", 1100, test_from_year);
  ADD ("order", 1100, test_order);
  ADD ("select-end", 1100, test_select_end);
  ADD ("consequences", 1100, test_consequences);
  ADD ("move", 1100, test_move);
  ADD ("no-hours", 1100, test_no_hours);
  ADD ("nothing-to-move", 1100, test_nothing_to_move);
  ADD ("preview", 1100, test_preview);
  ADD ("place", 1100, test_place);
  ADD ("nothing", 1100, test_nothing);

  return g_test_run ();
}
