/* segue-test-ui.c - what the tests of widgets share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-ui.h"

#include "support/segue-test-core.h"
#include "ui/common/segue-ui.h"

/**
 * segue_test_begin_ui:
 * @argc: (inout): as main() got it
 * @argv: (inout): the same
 *
 * Makes widgets ready to be tested, with accessible nodes that are not told to anybody.
 *
 * Returns: whether there is a display; if not, main() returns 77
 */
gboolean
segue_test_begin_ui (int    *argc,
                     char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  if (!gtk_init_check ())
    return FALSE;

  g_test_init (argc, argv, NULL);
  adw_init ();
  segue_ui_init ();
  return TRUE;
}

/**
 * segue_test_open_sample:
 *
 * Returns: (transfer full): a session with the English sample, on its own day
 */
SegueSession *
segue_test_open_sample (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");

  return segue_session_new (plan, NULL, segue_day_from_ymd (2022, 6, 6));
}

/**
 * segue_test_settle:
 * @view: a widget in a window that is presented
 *
 * Waits until some more frames were painted, as lists need that make their rows one after the other, and nothing is left
 * to do.
 */
void
segue_test_settle (GtkWidget *view)
{
  GdkFrameClock *clock;
  gint64 last;

  while (!gtk_widget_get_mapped (view) || gtk_widget_get_width (view) == 0)
    g_main_context_iteration (NULL, TRUE);

  clock = gtk_widget_get_frame_clock (view);
  last = gdk_frame_clock_get_frame_counter (clock) + 6;
  while (gdk_frame_clock_get_frame_counter (clock) < last)
    {
      gtk_widget_queue_draw (view);
      g_main_context_iteration (NULL, TRUE);
    }
  for (int i = 0; i < 100 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

/**
 * segue_test_show:
 * @view: (transfer floating): a widget
 * @width: of the window, in pixels
 *
 * Returns: (transfer none): the window that @view is seen in
 */
GtkWidget *
segue_test_show (GtkWidget *view,
                 int        width)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  segue_test_settle (view);
  return window;
}

/**
 * segue_test_close:
 * @window: what segue_test_show returned
 * @view: what it shows
 *
 * Destroys @window; nothing may hold @view then.
 */
void
segue_test_close (GtkWidget *window,
                  gpointer   view)
{
  GWeakRef left;

  g_weak_ref_init (&left, view);
  gtk_window_destroy (GTK_WINDOW (window));
  for (int i = 0; i < 1000 && g_main_context_iteration (NULL, FALSE); i++)
    ;
  g_assert_null (g_weak_ref_get (&left));
  g_weak_ref_clear (&left);
}

/**
 * segue_test_count_nodes:
 * @node: (nullable): what has been painted
 *
 * Returns: how many render nodes that are not only there to hold others
 */
guint
segue_test_count_nodes (GskRenderNode *node)
{
  guint n = 0;

  if (node == NULL)
    return 0;
  if (gsk_render_node_get_node_type (node) != GSK_CONTAINER_NODE)
    return 1;
  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    n += segue_test_count_nodes (gsk_container_node_get_child (node, i));
  return n;
}

/**
 * segue_test_collect:
 * @widget: where to look
 * @type: a class of widgets
 * @found: (element-type GtkWidget): takes @widget and all under it that are of @type
 */
void
segue_test_collect (GtkWidget *widget,
                    GType      type,
                    GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    segue_test_collect (child, type, found);
}

/**
 * segue_test_find_widget:
 * @from: where to look
 * @type: a class of widgets
 *
 * Returns: (transfer none) (nullable): the first of them
 */
GtkWidget *
segue_test_find_widget (GtkWidget *from,
                        GType      type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  segue_test_collect (from, type, found);
  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

/**
 * segue_test_find_row:
 * @widget: where to look
 * @title: how its title begins
 *
 * Returns: (transfer none) (nullable): the first row of a form that is not hidden
 */
GtkWidget *
segue_test_find_row (GtkWidget  *widget,
                     const char *title)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = segue_test_find_row (child, title);

      if (found)
        return found;
    }
  return NULL;
}

/**
 * segue_test_get_row:
 * @dialog: an #AdwDialog
 * @title: how the title of a row of it begins
 *
 * Returns: (transfer none): the row, which has to be there
 */
GtkWidget *
segue_test_get_row (gpointer    dialog,
                    const char *title)
{
  GtkWidget *row = segue_test_find_row (adw_dialog_get_child (dialog), title);

  g_assert_nonnull (row);
  return row;
}

/**
 * segue_test_type:
 * @dialog: an #AdwDialog
 * @title: how the title of a row of it begins
 * @text: what a person writes there
 */
void
segue_test_type (gpointer    dialog,
                 const char *title,
                 const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (segue_test_get_row (dialog, title)), text);
}
