/* test-find-bar.c - what is found while one types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "support/segue-test-core.h"
#include "support/segue-test-ui.h"
#include "ui/window/segue-find-bar.h"

typedef struct
{
  SegueSession *session;
  GtkWidget *window;
  SegueFindBar *bar;
  char *found;
  int n_done;
} Fixture;

static void
settle (void)
{
  gint64 deadline = g_get_monotonic_time () + 300 * 1000;

  while (g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (5000);
}

static void
found_cb (Fixture *fixture, const char *id)
{
  g_set_str (&fixture->found, id);
}

static void
done_cb (Fixture *fixture)
{
  fixture->n_done++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(SeguePlan) plan = segue_test_load_sample ("ko");

  fixture->session = segue_session_new (plan, NULL, segue_day_from_ymd (2022, 6, 6));
  fixture->bar = g_object_new (SEGUE_TYPE_FIND_BAR, "session", fixture->session, NULL);
  g_signal_connect_swapped (fixture->bar, "found", G_CALLBACK (found_cb), fixture);
  g_signal_connect_swapped (fixture->bar, "done", G_CALLBACK (done_cb), fixture);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->bar));
  gtk_window_present (GTK_WINDOW (fixture->window));
  segue_find_bar_open (fixture->bar);
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->session);
  g_clear_pointer (&fixture->found, g_free);
}

static GtkWidget *
type_text (Fixture *fixture, const char *text)
{
  GtkWidget *entry = segue_test_find_widget (GTK_WIDGET (fixture->bar), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  settle ();

  return entry;
}

static guint
count_rows (Fixture *fixture)
{
  GtkListBox *list = GTK_LIST_BOX (segue_test_find_widget (GTK_WIDGET (fixture->bar), GTK_TYPE_LIST_BOX));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;

  return n;
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;

  type_text (fixture, "ㅇㅅㅇ");
  g_assert_cmpuint (count_rows (fixture), >, 0);
  g_assert_cmpstr (fixture->found, ==, "sabbatical");
  type_text (fixture, "zzz");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  label = segue_test_find_widget (segue_test_find_widget (GTK_WIDGET (fixture->bar), GTK_TYPE_LIST_BOX), GTK_TYPE_LABEL);
  g_assert_true (GTK_IS_LABEL (label));
  g_assert_true (gtk_widget_get_child_visible (label));
  type_text (fixture, "");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

/* Down walks on, and Enter closes with what is chosen. */
static void
test_choosing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = type_text (fixture, "2023");
  g_autofree char *first = g_strdup (fixture->found);
  gboolean open;

  g_assert_cmpuint (count_rows (fixture), >, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "find.walk", "i", 1));
  g_assert_cmpstr (fixture->found, !=, first);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "find.walk", "i", -1));
  g_assert_cmpstr (fixture->found, ==, first);

  g_signal_emit_by_name (entry, "activate");
  settle ();
  g_assert_cmpint (fixture->n_done, ==, 1);
  g_object_get (fixture->bar, "search-mode", &open, NULL);
  g_assert_false (open);
}

int
main (int argc, char *argv[])
{
  if (!segue_test_begin_ui (&argc, &argv))
    return 77;

  g_test_add ("/ui/find-bar/typing", Fixture, NULL, set_up, test_typing, tear_down);
  g_test_add ("/ui/find-bar/choosing", Fixture, NULL, set_up, test_choosing, tear_down);

  return g_test_run ();
}
