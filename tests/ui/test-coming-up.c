/* test-coming-up.c - what is told where nothing is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "core/segue-edit.h"
#include "exchange/segue-json-reader.h"
#include "support/segue-test-ui.h"
#include "ui/window/segue-coming-up.h"

static void
activated_cb (char      **activated,
              const char *id)
{
  g_set_str (activated, id);
}

static const char *
get_title (GtkListBox *list,
           int         index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  return row ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : NULL;
}

/* It ends soonest, is told first, and leaves with its last day. */
static void
test_rows (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  GtkWidget *view = g_object_new (SEGUE_TYPE_COMING_UP, "session", session, NULL);
  GtkWidget *window = segue_test_show (view, 360);
  GtkListBox *list = GTK_LIST_BOX (segue_test_find_widget (view, GTK_TYPE_LIST_BOX));
  g_autoptr (SegueChangeSet) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *activated = NULL;

  g_signal_connect_swapped (view, "step-activated", G_CALLBACK (activated_cb), &activated);
  g_assert_cmpstr (get_title (list, 0), ==, "Choose the research domain");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (gtk_list_box_get_row_at_index (list, 0))), ==,
                   "By 3 July 2022, 27 days left");
  g_assert_cmpstr (get_title (list, 1), ==, "English score");
  g_assert_nonnull (get_title (list, 5));
  g_assert_null (get_title (list, 6));
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1)));
  segue_test_settle (view);
  g_assert_cmpstr (activated, ==, "english");

  done = segue_edit_set_status (segue_session_get_plan (session), "domain", SEGUE_STATUS_DONE,
                                segue_day_from_ymd (2022, 6, 6), &error);
  g_assert_no_error (error);
  segue_session_perform (session, done, &error);
  g_assert_no_error (error);
  segue_test_settle (view);
  g_assert_cmpstr (get_title (list, 0), ==, "English score");
  segue_test_close (window, view);
}

static void
test_nothing (void)
{
  const char *text = "{\"format\": \"segue-plan\", \"version\": 1, \"title\": \"Nothing yet\"}";
  g_autoptr (SeguePlan) plan = segue_json_read_plan (text, strlen (text), "empty", NULL);
  g_autoptr (SegueSession) session = segue_session_new (plan, NULL, segue_day_from_ymd (2022, 6, 6));
  GtkWidget *view = g_object_new (SEGUE_TYPE_COMING_UP, "session", session, NULL);
  GtkWidget *window = segue_test_show (view, 360);
  GtkWidget *pages = segue_test_find_widget (view, GTK_TYPE_STACK);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (pages)), ==, "empty");
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (segue_test_find_widget (view, ADW_TYPE_STATUS_PAGE))), ==,
                   "No Steps Yet");
  segue_test_close (window, view);
}

int
main (int   argc,
      char *argv[])
{
  if (!segue_test_begin_ui (&argc, &argv))
    return 77;
  g_test_add_func ("/ui/coming-up/rows", test_rows);
  g_test_add_func ("/ui/coming-up/nothing", test_nothing);
  return g_test_run ();
}
