/* test-timeline-view.c - the timeline on a display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "exchange/segue-json-reader.h"
#include "support/segue-test-ui.h"
#include "ui/timeline/segue-timeline-lane.h"
#include "ui/timeline/segue-timeline-node.h"
#include "ui/timeline/segue-timeline-overview.h"
#include "ui/timeline/segue-timeline-rows.h"
#include "ui/timeline/segue-timeline-view-private.h"

#define TODAY segue_day_from_ymd (2022, 6, 6)

typedef struct
{
  SegueSession *session;
  SegueViewport *viewport;
  GtkWidget *window;
  SegueTimelineView *view;
  int n_edited;
  char *failed;
  char *activated;
  char *requested;
} Fixture;

static void
edited_cb (Fixture *fixture)
{
  fixture->n_edited++;
}

static void
keep_text_cb (SegueTimelineView *view, const char *text, char **place)
{
  g_set_str (place, text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = segue_test_open_sample ();
  fixture->viewport = segue_viewport_new ();
  fixture->view = SEGUE_TIMELINE_VIEW (segue_timeline_view_new (fixture->session, fixture->viewport));
  g_signal_connect_swapped (fixture->view, "edited", G_CALLBACK (edited_cb), fixture);
  g_signal_connect (fixture->view, "failed", G_CALLBACK (keep_text_cb), &fixture->failed);
  g_signal_connect (fixture->view, "activated", G_CALLBACK (keep_text_cb), &fixture->activated);
  g_signal_connect (fixture->view, "conflict-requested", G_CALLBACK (keep_text_cb), &fixture->requested);
  fixture->window = segue_test_show (GTK_WIDGET (fixture->view), GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  segue_test_close (fixture->window, fixture->view);
  g_assert_finalize_object (fixture->viewport);
  g_assert_finalize_object (fixture->session);
  g_clear_pointer (&fixture->failed, g_free);
  g_clear_pointer (&fixture->activated, g_free);
  g_clear_pointer (&fixture->requested, g_free);
}

static void
act (Fixture *fixture, const char *action, int argument)
{
  if (argument != 0)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, "i", argument));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
  while (segue_session_is_acting (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  segue_test_settle (GTK_WIDGET (fixture->view));
}

static SegueDay
get_start (Fixture *fixture, const char *step)
{
  return segue_layout_get_step_result (segue_session_get_layout (fixture->session), step)->start;
}

static GPtrArray *
get_rows (Fixture *fixture)
{
  GPtrArray *rows = g_ptr_array_new ();

  segue_test_collect (GTK_WIDGET (fixture->view), SEGUE_TYPE_TIMELINE_ROWS, rows);

  return rows;
}

/* The nodes of some rows, as a screen reader walks them. */
static GPtrArray *
get_nodes (SegueTimelineRows *rows)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);
  GtkAccessible *node = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (rows));

  while (node != NULL)
    {
      g_ptr_array_add (nodes, node);
      node = gtk_accessible_get_next_accessible_sibling (node);
    }

  return nodes;
}

static void
test_fits (Fixture *fixture, gconstpointer data)
{
  double begin = segue_viewport_get_origin (fixture->viewport);
  double end = begin + gtk_widget_get_width (GTK_WIDGET (fixture->view)) / segue_viewport_get_scale (fixture->viewport);

  g_assert_cmpfloat (begin, <, TODAY);
  g_assert_cmpfloat (end, >, segue_day_from_ymd (2024, 3, 4));
  g_assert_cmpfloat (end - begin, <, 2 * (segue_day_from_ymd (2024, 3, 4) - TODAY));
}

static void
test_nodes (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) rows = get_rows (fixture);
  guint n_nodes = 0;

  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr(GPtrArray) nodes = get_nodes (g_ptr_array_index (rows, i));

      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (g_ptr_array_index (rows, i)), GTK_ACCESSIBLE_ROLE_LIST);
      g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (g_ptr_array_index (rows, i)),
                                                       GTK_ACCESSIBLE_RELATION_LABELLED_BY));
      for (guint j = 0; j < nodes->len; j++)
        {
          GtkAccessible *node = g_ptr_array_index (nodes, j);
          g_autoptr(GtkAccessible) parent = gtk_accessible_get_accessible_parent (node);
          int x, y, width, height;

          gtk_test_accessible_assert_role (node, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
          g_assert_true (gtk_test_accessible_has_property (node, GTK_ACCESSIBLE_PROPERTY_LABEL));
          g_assert_true (GTK_WIDGET (parent) == g_ptr_array_index (rows, i));
          g_assert_true (gtk_accessible_get_bounds (node, &x, &y, &width, &height));
          g_assert_cmpint (height, >, 0);
        }
      n_nodes += nodes->len;
    }

  /* 16 steps are laid out or come from the grant, two routes are ghosts with six milestones. */
  g_assert_cmpuint (n_nodes, >=, 20);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) rows = get_rows (fixture);
  g_autoptr(GPtrArray) nodes = get_nodes (g_ptr_array_index (rows, 1));
  const char *name = NULL;

  for (guint i = 0; i < nodes->len; i++)
    if (g_str_equal (segue_timeline_node_get_id (g_ptr_array_index (nodes, i)), "statement"))
      name = segue_timeline_node_get_name (g_ptr_array_index (nodes, i));

  g_assert_nonnull (name);
  g_assert_true (g_str_has_prefix (name, "Statement of purpose, 15 to 29 January 2023, 66 days slack, needed for Apply for fall 2023"));
}

/* Every widget that can have the focus says what it is. */
static void
test_focusable (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) widgets = g_ptr_array_new ();
  guint n = 0;

  segue_test_collect (GTK_WIDGET (fixture->view), GTK_TYPE_WIDGET, widgets);
  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);

      if (!gtk_widget_get_focusable (widget) || !gtk_widget_get_mapped (widget))
        continue;
      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
          && !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
        g_error ("%s has no name", G_OBJECT_TYPE_NAME (widget));
      n++;
    }
  g_assert_cmpuint (n, >=, 4);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  /* The first key selects what comes first, then one walks. */
  act (fixture, "timeline.walk-rows", 1);
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "exercise");
  g_assert_true (SEGUE_IS_TIMELINE_ROWS (gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  act (fixture, "timeline.walk-rows", -1);
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "exercise");
  act (fixture, "timeline.walk-rows", 1);
  act (fixture, "timeline.walk-rows", 1);
  g_assert_nonnull (segue_layout_get_step_result (segue_session_get_layout (fixture->session),
                                                  segue_viewport_get_selection (fixture->viewport)));
  act (fixture, "timeline.walk-edge", 1);
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "metrics");
  act (fixture, "timeline.walk-edge", -1);
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "exercise");

  act (fixture, "timeline.activate", 0);
  g_assert_cmpstr (fixture->activated, ==, "exercise");
  act (fixture, "timeline.cancel", 0);
  g_assert_null (segue_viewport_get_selection (fixture->viewport));
}

/* One comes by every mark of every lane, and only once. */
static void
test_walk_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  segue_viewport_set_selection (fixture->viewport, "english");
  for (int i = 0; i < 40; i++)
    {
      const char *id = segue_viewport_get_selection (fixture->viewport);

      if (!g_hash_table_add (seen, g_strdup (id)))
        break;
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.walk-time", "i", 1));
    }

  /* Seven steps of work and milestones, three of the route, two ghosts with two and three more. */
  g_assert_true (g_hash_table_contains (seen, "enrol-f23"));
  g_assert_true (g_hash_table_contains (seen, "spring23"));
  g_assert_true (g_hash_table_contains (seen, "enrol-s24"));
  g_assert_cmpuint (g_hash_table_size (seen), ==, 17);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) rows = get_rows (fixture);
  guint n_selected = 0;

  segue_viewport_set_selection (fixture->viewport, "apply-f23");
  segue_test_settle (GTK_WIDGET (fixture->view));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr(GPtrArray) nodes = get_nodes (g_ptr_array_index (rows, i));

      for (guint j = 0; j < nodes->len; j++)
        if (segue_timeline_node_get_selected (g_ptr_array_index (nodes, j)))
          {
            g_assert_cmpstr (segue_timeline_node_get_id (g_ptr_array_index (nodes, j)), ==, "apply-f23");
            n_selected++;
          }
    }
  g_assert_cmpuint (n_selected, ==, 1);
  g_assert_true (gtk_test_accessible_has_relation (g_ptr_array_index (rows, 1), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT));
  g_assert_false (gtk_test_accessible_has_relation (g_ptr_array_index (rows, 0), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT));
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  SegueDay before = get_start (fixture, "apply-f23");
  guint n_rules = segue_plan_count (segue_session_get_plan (fixture->session), SEGUE_KIND_RULE);

  segue_viewport_set_selection (fixture->viewport, "apply-f23");
  act (fixture, "timeline.move", 1);
  g_assert_cmpint (fixture->n_edited, ==, 1);
  g_assert_null (fixture->failed);
  g_assert_cmpint (get_start (fixture, "apply-f23"), ==, before + 1);
  g_assert_cmpuint (segue_plan_count (segue_session_get_plan (fixture->session), SEGUE_KIND_RULE), ==, n_rules + 1);
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "apply-f23");

  /* A week would be too late; a day more changes the same rule. */
  act (fixture, "timeline.move", 1);
  g_assert_cmpint (get_start (fixture, "apply-f23"), ==, before + 2);
  g_assert_cmpuint (segue_plan_count (segue_session_get_plan (fixture->session), SEGUE_KIND_RULE), ==, n_rules + 1);

  g_assert_true (segue_session_undo (fixture->session, &error));
  g_assert_true (segue_session_undo (fixture->session, &error));
  g_assert_no_error (error);
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_cmpint (get_start (fixture, "apply-f23"), ==, before);
  g_assert_cmpuint (segue_plan_count (segue_session_get_plan (fixture->session), SEGUE_KIND_RULE), ==, n_rules);
}

/* What a grant brings cannot be moved: a sentence says so, nothing changes. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  SegueLayout *layout = segue_session_get_layout (fixture->session);
  guint64 revision = segue_plan_get_revision (segue_session_get_plan (fixture->session));
  const char *emitted = NULL;

  for (int i = 0; i < segue_layout_get_problem (layout)->n_steps; i++)
    if (segue_layout_is_emitted (layout, SEGUE_KIND_STEP, i))
      emitted = segue_record_get_id (segue_layout_get_step (layout, i));
  g_assert_nonnull (emitted);

  segue_viewport_set_selection (fixture->viewport, emitted);
  act (fixture, "timeline.move", 1);
  g_assert_nonnull (fixture->failed);
  g_assert_cmpint (fixture->n_edited, ==, 0);
  g_assert_cmpuint (segue_plan_get_revision (segue_session_get_plan (fixture->session)), ==, revision);
}

static void
test_routes (Fixture *fixture, gconstpointer data)
{
  segue_viewport_set_selection (fixture->viewport, "spring23");
  act (fixture, "timeline.activate", 0);
  g_assert_cmpstr (fixture->requested, ==, "spring23");
  g_assert_null (fixture->activated);

  /* A route is not moved. */
  act (fixture, "timeline.move", 1);
  g_assert_cmpint (fixture->n_edited, ==, 0);
}

static guint
count_steps (Fixture *fixture)
{
  return segue_plan_count (segue_session_get_plan (fixture->session), SEGUE_KIND_STEP);
}

static void
undo (Fixture *fixture)
{
  g_assert_true (segue_session_undo (fixture->session, NULL));
  segue_test_settle (GTK_WIDGET (fixture->view));
}

/* Shift walks and takes along; back again it lets go. */
static void
test_extend (Fixture *fixture, gconstpointer data)
{
  segue_viewport_set_selection (fixture->viewport, "ops");
  act (fixture, "timeline.extend-rows", 1);
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "metrics");
  g_assert_true (segue_viewport_is_selected (fixture->viewport, "ops"));
  act (fixture, "timeline.extend-rows", -1);
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "ops");
  g_assert_false (segue_viewport_is_selected (fixture->viewport, "metrics"));
  act (fixture, "timeline.select-all", 0);
  g_assert_cmpuint (g_strv_length ((char **) segue_viewport_get_selected (fixture->viewport)), ==, 14);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "ops", "sabbatical", NULL };
  guint n = count_steps (fixture);

  segue_viewport_set_selected (fixture->viewport, ids);
  act (fixture, "timeline.delete", 0);
  g_assert_cmpuint (count_steps (fixture), ==, n - 2);
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "metrics");
  g_assert_cmpint (fixture->n_edited, ==, 1);
  undo (fixture);
  g_assert_cmpuint (count_steps (fixture), ==, n);
}

static void
test_clipboard (Fixture *fixture, gconstpointer data)
{
  guint n = count_steps (fixture);

  segue_viewport_set_selection (fixture->viewport, "sabbatical");
  act (fixture, "timeline.cut", 0);
  g_assert_cmpuint (count_steps (fixture), ==, n - 1);
  act (fixture, "timeline.paste", 0);
  g_assert_cmpuint (count_steps (fixture), ==, n);
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "sabbatical");
  act (fixture, "timeline.duplicate", 0);
  g_assert_cmpuint (count_steps (fixture), ==, n + 1);
  g_assert_cmpstr (segue_viewport_get_selection (fixture->viewport), ==, "sabbatical-2");
  act (fixture, "timeline.copy", 0);
  act (fixture, "timeline.paste", 0);
  g_assert_cmpuint (count_steps (fixture), ==, n + 2);
  g_assert_null (fixture->failed);
}

/* The clipboard of another program has nothing for a plan. */
static void
test_paste_nothing (Fixture *fixture, gconstpointer data)
{
  guint n = count_steps (fixture);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), NULL);
  act (fixture, "timeline.paste", 0);
  g_assert_cmpstr (fixture->failed, ==, "There is no step on the clipboard.");
  g_assert_cmpuint (count_steps (fixture), ==, n);
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  SeguePlan *plan = segue_session_get_plan (fixture->session);
  const char *ids[] = { "ops", "english", NULL };

  segue_viewport_set_selected (fixture->viewport, ids);
  act (fixture, "timeline.done", 0);
  g_assert_cmpint (segue_record_get_int (segue_plan_find (plan, "ops"), SEGUE_STEP_STATUS), ==, SEGUE_STATUS_DONE);
  g_assert_cmpint (segue_record_get_int (segue_plan_find (plan, "english"), SEGUE_STEP_STATUS), ==, SEGUE_STATUS_DONE);
  act (fixture, "timeline.done", 0);
  g_assert_cmpint (segue_record_get_int (segue_plan_find (plan, "ops"), SEGUE_STEP_STATUS), ==, SEGUE_STATUS_TODO);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  SeguePlan *plan = segue_session_get_plan (fixture->session);
  const char *ids[] = { "sabbatical", "metrics", NULL };
  guint n_rules = segue_plan_count (plan, SEGUE_KIND_RULE);

  /* Alone there is nothing to link. */
  segue_viewport_set_selection (fixture->viewport, "sabbatical");
  act (fixture, "timeline.link", 0);
  g_assert_cmpint (fixture->n_edited, ==, 0);

  segue_viewport_set_selected (fixture->viewport, ids);
  act (fixture, "timeline.link", 0);
  g_assert_cmpuint (segue_plan_count (plan, SEGUE_KIND_RULE), ==, n_rules + 1);
  g_assert_cmpstr (segue_record_get_string (segue_plan_get_nth (plan, SEGUE_KIND_RULE, n_rules), SEGUE_RULE_OTHER),
                   ==, "metrics.end");
}

static void
test_resize (Fixture *fixture, gconstpointer data)
{
  SeguePlan *plan = segue_session_get_plan (fixture->session);

  segue_viewport_set_selection (fixture->viewport, "sabbatical");
  act (fixture, "timeline.resize", 1);
  g_assert_cmpint (segue_record_get_numbers (segue_plan_find (plan, "sabbatical"), SEGUE_STEP_DAYS)[1], ==, 31);
  segue_viewport_set_selection (fixture->viewport, "apply-f23");
  act (fixture, "timeline.resize", 1);
  g_assert_nonnull (fixture->failed);
}

/* Every entry of the menu is an action that there is: the view's, or one that the window answers. */
static void
check_menu (GMenuModel *menu, GtkWidget *widget, guint *n)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *action = NULL;

      if (section != NULL)
        check_menu (section, widget, n);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        {
          g_assert_true (g_str_has_prefix (action, "timeline.") || g_str_equal (action, "win.slip"));
          (*n)++;
        }
    }
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  const char *selections[] = { "english", "spring23", NULL };
  const guint least[] = { 8, 1, 4 };

  for (gsize i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_autoptr(GPtrArray) menus = g_ptr_array_new ();
      guint n = 0;

      segue_viewport_set_selection (fixture->viewport, selections[i]);
      gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL); /* a lane with the focus has its goal's menu */
      act (fixture, "timeline.menu", 0);
      segue_test_collect (GTK_WIDGET (fixture->view), GTK_TYPE_POPOVER_MENU, menus);
      g_assert_cmpuint (menus->len, ==, 1);
      check_menu (gtk_popover_menu_get_menu_model (g_ptr_array_index (menus, 0)), GTK_WIDGET (fixture->view), &n);
      g_assert_cmpuint (n, >=, least[i]);
      gtk_popover_popdown (g_ptr_array_index (menus, 0));
    }
}

static GtkPopover *
get_menu (Fixture *fixture)
{
  g_autoptr(GPtrArray) menus = g_ptr_array_new ();

  segue_test_collect (GTK_WIDGET (fixture->view), GTK_TYPE_POPOVER_MENU, menus);
  g_assert_cmpuint (menus->len, ==, 1);

  return g_ptr_array_index (menus, 0);
}

/* Whether a word stands in the menu that is open. */
static gboolean
menu_says (Fixture *fixture, const char *word)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  segue_test_collect (GTK_WIDGET (get_menu (fixture)), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_label (g_ptr_array_index (labels, i)), word) != NULL)
      return TRUE;

  return FALSE;
}

/* A lane that has the focus with nothing chosen in it has the menu of its goal,
 * and so has its header; what is chosen has its own, with the keys everybody has. */
static void
test_goal_menu (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) rows = get_rows (fixture);
  GtkWidget *lane = gtk_widget_get_ancestor (g_ptr_array_index (rows, 1), SEGUE_TYPE_TIMELINE_LANE);
  GtkWidget *fold = segue_test_find_widget (lane, GTK_TYPE_TOGGLE_BUTTON);

  segue_viewport_set_selection (fixture->viewport, NULL);
  gtk_widget_grab_focus (g_ptr_array_index (rows, 1));
  act (fixture, "timeline.menu", 0);
  g_assert_true (menu_says (fixture, "Add a _Step…") || menu_says (fixture, "Add a Step…"));
  gtk_popover_popdown (get_menu (fixture));
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == g_ptr_array_index (rows, 1));

  segue_viewport_set_selection (fixture->viewport, "english");
  act (fixture, "timeline.menu", 0);
  g_assert_false (menu_says (fixture, "Add a"));
  g_assert_false (menu_says (fixture, "keypad"));
  gtk_popover_popdown (get_menu (fixture));

  gtk_widget_grab_focus (fold);
  act (fixture, "timeline.menu", 0);
  g_assert_true (menu_says (fixture, "Add a"));
  gtk_popover_popdown (get_menu (fixture));
}

/* The menu of the ground can be opened while something is chosen. */
static void
test_ground_menu (Fixture *fixture, gconstpointer data)
{
  segue_viewport_set_selection (fixture->viewport, "english");
  act (fixture, "timeline.ground-menu", 0);
  g_assert_true (menu_says (fixture, "Select"));
  g_assert_false (menu_says (fixture, "Delete"));
  gtk_popover_popdown (get_menu (fixture));
}

static gpointer
find_controller (Fixture *fixture, GType type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller; /* the view holds it */
    }
  g_assert_not_reached ();
}

/* The day between the fingers stays there, however often they tell how far apart they are. */
static void
test_pinch (Fixture *fixture, gconstpointer data)
{
  gpointer motion = find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  gpointer pinch = find_controller (fixture, GTK_TYPE_GESTURE_ZOOM);
  double scale = segue_viewport_get_scale (fixture->viewport);
  double day = segue_viewport_get_origin (fixture->viewport) + 300 / scale;
  const double factors[] = { 1.2, 1.7, 2.5, 0.8, 1 };

  g_signal_emit_by_name (motion, "motion", 300.0, 100.0);
  g_signal_emit_by_name (pinch, "begin", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      g_signal_emit_by_name (pinch, "scale-changed", factors[i]);
      segue_test_settle (GTK_WIDGET (fixture->view));
      g_assert_cmpfloat_with_epsilon (segue_viewport_get_scale (fixture->viewport), scale * factors[i], 1e-6);
      g_assert_cmpfloat_with_epsilon (segue_viewport_get_origin (fixture->viewport)
                                      + 300 / segue_viewport_get_scale (fixture->viewport), day, 1e-6);
    }
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  double scale = segue_viewport_get_scale (fixture->viewport);
  double origin = segue_viewport_get_origin (fixture->viewport);

  act (fixture, "timeline.zoom", 1);
  g_assert_cmpfloat (segue_viewport_get_scale (fixture->viewport), >, scale);
  act (fixture, "timeline.today", 0);
  g_assert_cmpfloat (segue_viewport_get_origin (fixture->viewport), <, TODAY);
  act (fixture, "timeline.fit", 0);
  g_assert_cmpfloat (segue_viewport_get_scale (fixture->viewport), ==, scale);
  g_assert_cmpfloat (segue_viewport_get_origin (fixture->viewport), ==, origin);

  /* From a day to twenty years, with nothing selected and with. */
  for (int i = 0; i < 24; i++)
    act (fixture, "timeline.zoom", -1);
  g_assert_cmpfloat (segue_viewport_get_scale (fixture->viewport), ==, SEGUE_VIEWPORT_MIN_SCALE);
  segue_viewport_set_selection (fixture->viewport, "english");
  for (int i = 0; i < 34; i++)
    act (fixture, "timeline.zoom", 1);
  g_assert_cmpfloat_with_epsilon (segue_viewport_get_scale (fixture->viewport), gtk_widget_get_width (GTK_WIDGET (fixture->view)),
                                  1e-6);
}

/* What lies beyond the edge is told there; what is before the days in sight at
 * their beginning, what is behind them at their end. */
static void
test_hints (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) rows = get_rows (fixture);
  SegueTimelineRows *first = g_ptr_array_index (rows, 1);
  SegueTimelineHit hit;

  segue_viewport_set_origin (fixture->viewport, segue_day_from_ymd (2031, 1, 1));
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_true (segue_timeline_rows_hit (first, 30, 14, &hit));
  g_assert_true (hit.hint);
  g_assert_cmpstr (hit.id, ==, "english");

  segue_viewport_set_origin (fixture->viewport, segue_day_from_ymd (2011, 1, 1));
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_false (segue_timeline_rows_hit (first, 30, 14, &hit));
  g_assert_true (segue_timeline_rows_hit (first, gtk_widget_get_width (GTK_WIDGET (first)) - 30, 14, &hit));
  g_assert_true (hit.hint);
}

static gboolean
has_tooltip (Fixture *fixture, SegueDay day)
{
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  double x = (day + 0.5 - segue_viewport_get_origin (fixture->viewport)) * segue_viewport_get_scale (fixture->viewport);
  gboolean shown = FALSE;

  g_signal_emit_by_name (fixture->view, "query-tooltip", (int) x, 5, FALSE, tooltip, &shown);

  return shown;
}

/* A day off is named on the ruler, once it can be told from the next day. */
static void
test_days_off (Fixture *fixture, gconstpointer data)
{
  SegueDay chuseok = segue_day_from_ymd (2022, 9, 9);

  g_assert_false (has_tooltip (fixture, chuseok));
  segue_viewport_set_origin (fixture->viewport, segue_day_from_ymd (2022, 9, 1));
  segue_viewport_set_scale (fixture->viewport, 30);
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_true (has_tooltip (fixture, chuseok));
  g_assert_false (has_tooltip (fixture, chuseok - 2));
}

static SegueTimelineOverview *
get_overview (Fixture *fixture)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  segue_test_collect (GTK_WIDGET (fixture->view), SEGUE_TYPE_TIMELINE_OVERVIEW, found);
  g_assert_cmpuint (found->len, ==, 1);

  return g_ptr_array_index (found, 0);
}

/* The window of the overview is what is in sight; what it asks for is shown. */
static void
test_overview (Fixture *fixture, gconstpointer data)
{
  SegueTimelineOverview *overview = get_overview (fixture);
  SeguePixelSpan fit = segue_timeline_overview_get_window (overview);
  double scale = segue_viewport_get_scale (fixture->viewport);
  SeguePixelSpan near_span;

  g_assert_cmpfloat (fit.width, >, gtk_widget_get_width (GTK_WIDGET (overview)) * 0.8);
  g_signal_emit_by_name (overview, "span-requested", (double) TODAY, (double) TODAY + 60);
  segue_test_settle (GTK_WIDGET (fixture->view));
  g_assert_cmpfloat (segue_viewport_get_origin (fixture->viewport), ==, TODAY);
  g_assert_cmpfloat (segue_viewport_get_scale (fixture->viewport), >, 2 * scale);
  near_span = segue_timeline_overview_get_window (overview);
  g_assert_cmpfloat (near_span.width, <, fit.width / 4);

  /* Of the same length it is panned, and the scale stays to the last bit. */
  scale = segue_viewport_get_scale (fixture->viewport);
  g_signal_emit_by_name (overview, "span-requested", TODAY + 30.5, TODAY + 90.5);
  g_assert_cmpfloat (segue_viewport_get_scale (fixture->viewport), ==, scale);
  g_assert_cmpfloat (segue_viewport_get_origin (fixture->viewport), ==, TODAY + 30.5);

  /* However far away, the window can be seen and taken. */
  segue_viewport_set_origin (fixture->viewport, TODAY + 20000);
  segue_test_settle (GTK_WIDGET (fixture->view));
  near_span = segue_timeline_overview_get_window (overview);
  g_assert_cmpfloat (near_span.x + near_span.width, <=, gtk_widget_get_width (GTK_WIDGET (overview)));
  g_assert_cmpfloat (near_span.width, >, 5);
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  double origin = segue_viewport_get_origin (fixture->viewport);

  act (fixture, "timeline.page", 1);
  g_assert_cmpfloat (segue_viewport_get_origin (fixture->viewport), >, origin + 100);
  act (fixture, "timeline.page", -1);
  g_assert_cmpfloat (fabs (segue_viewport_get_origin (fixture->viewport) - origin), <, 1e-6);
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  double begin, end;

  segue_viewport_set_scale (fixture->viewport, 20);
  segue_viewport_set_origin (fixture->viewport, TODAY);
  segue_timeline_view_reveal (fixture->view, "enrol-f23");
  segue_test_settle (GTK_WIDGET (fixture->view));
  begin = segue_viewport_get_origin (fixture->viewport);
  end = begin + gtk_widget_get_width (GTK_WIDGET (fixture->view)) / 20.0;
  g_assert_cmpfloat (begin, <, get_start (fixture, "enrol-f23"));
  g_assert_cmpfloat (end, >, get_start (fixture, "enrol-f23"));

  segue_timeline_view_reveal (fixture->view, "no such thing");
  g_assert_cmpfloat (segue_viewport_get_origin (fixture->viewport), ==, begin);
}

static void
test_fold (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) rows = get_rows (fixture);
  int height = gtk_widget_get_height (g_ptr_array_index (rows, 1));

  segue_viewport_set_selection (fixture->viewport, "english");
  act (fixture, "timeline.fold", 0);
  g_assert_cmpint (gtk_widget_get_height (g_ptr_array_index (rows, 1)), <, height / 2);
  act (fixture, "timeline.fold", 0);
  g_assert_cmpint (gtk_widget_get_height (g_ptr_array_index (rows, 1)), ==, height);
}

static guint
count_lanes (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *lane = gtk_widget_get_first_child (GTK_WIDGET (fixture->view->lanes)); lane != NULL;
       lane = gtk_widget_get_next_sibling (lane))
    n++;

  return n;
}

/* Lanes out of sight come after the first frame, or when something in them is asked for. */
static void
test_many_lanes (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GString) goals = g_string_new (NULL);
  g_autoptr(GString) steps = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr(SeguePlan) plan = NULL;
  g_autoptr(SegueSession) many = NULL;

  for (int i = 0; i < 30; i++)
    {
      const char *comma = i > 0 ? "," : "";

      g_string_append_printf (goals, "%s{\"id\":\"g%d\",\"kind\":\"custom\",\"title\":\"Goal %d\"}", comma, i, i);
      g_string_append_printf (steps, "%s{\"id\":\"m%d\",\"goal\":\"g%d\",\"type\":\"milestone\",\"title\":\"Day %d\"}",
                              comma, i, i, i);
    }
  text = g_strdup_printf ("{\"format\":\"segue-plan\",\"version\":1,\"title\":\"Many\",\"goals\":[%s],\"steps\":[%s]}",
                          goals->str, steps->str);
  plan = segue_json_read_plan (text, strlen (text), "many", NULL);
  many = segue_session_new (plan, NULL, TODAY);

  segue_view_set_session (SEGUE_VIEW (fixture->view), NULL);
  segue_view_set_session (SEGUE_VIEW (fixture->view), many);
  g_assert_cmpuint (count_lanes (fixture), <, 10);
  g_assert_nonnull (segue_timeline_view_find_rows (fixture->view, "m11", NULL));
  g_assert_cmpuint (count_lanes (fixture), ==, 12);
  while (count_lanes (fixture) < 30)
    g_main_context_iteration (NULL, TRUE);
  segue_view_set_session (SEGUE_VIEW (fixture->view), NULL);
  g_assert_cmpuint (count_lanes (fixture), ==, 0);
  segue_test_settle (GTK_WIDGET (fixture->view));
}

/* Another plan, none, and this one again. */
static void
test_sessions (Fixture *fixture, gconstpointer data)
{
  const char *text = "{\"format\": \"segue-plan\", \"version\": 1, \"title\": \"Nothing yet\"}";
  g_autoptr(SeguePlan) empty = segue_json_read_plan (text, strlen (text), "empty", NULL);
  g_autoptr(SegueSession) other = segue_session_new (empty, NULL, TODAY);

  segue_view_set_session (SEGUE_VIEW (fixture->view), other);
  segue_test_settle (GTK_WIDGET (fixture->view));
  {
    g_autoptr(GPtrArray) rows = get_rows (fixture);

    g_assert_cmpuint (rows->len, ==, 0);
  }
  act (fixture, "timeline.walk-rows", 1);
  segue_view_set_session (SEGUE_VIEW (fixture->view), NULL);
  segue_test_settle (GTK_WIDGET (fixture->view));
  segue_view_set_session (SEGUE_VIEW (fixture->view), fixture->session);
  segue_test_settle (GTK_WIDGET (fixture->view));
  {
    g_autoptr(GPtrArray) rows = get_rows (fixture);

    g_assert_cmpuint (rows->len, ==, 4);
  }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (1100), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  if (!segue_test_begin_ui (&argc, &argv))
    return 77;

  add ("/ui/timeline-view/fits", test_fits);
  add ("/ui/timeline-view/nodes", test_nodes);
  add ("/ui/timeline-view/names", test_names);
  add ("/ui/timeline-view/focusable", test_focusable);
  add ("/ui/timeline-view/keys", test_keys);
  add ("/ui/timeline-view/walk-all", test_walk_all);
  add ("/ui/timeline-view/selection", test_selection);
  add ("/ui/timeline-view/move", test_move);
  add ("/ui/timeline-view/refused", test_refused);
  add ("/ui/timeline-view/routes", test_routes);
  add ("/ui/timeline-view/extend", test_extend);
  add ("/ui/timeline-view/delete", test_delete);
  add ("/ui/timeline-view/clipboard", test_clipboard);
  add ("/ui/timeline-view/paste-nothing", test_paste_nothing);
  add ("/ui/timeline-view/done", test_done);
  add ("/ui/timeline-view/link", test_link);
  add ("/ui/timeline-view/resize", test_resize);
  add ("/ui/timeline-view/menu", test_menu);
  add ("/ui/timeline-view/goal-menu", test_goal_menu);
  add ("/ui/timeline-view/ground-menu", test_ground_menu);
  add ("/ui/timeline-view/pinch", test_pinch);
  add ("/ui/timeline-view/zoom", test_zoom);
  add ("/ui/timeline-view/overview", test_overview);
  add ("/ui/timeline-view/page", test_page);
  add ("/ui/timeline-view/reveal", test_reveal);
  add ("/ui/timeline-view/hints", test_hints);
  add ("/ui/timeline-view/days-off", test_days_off);
  add ("/ui/timeline-view/fold", test_fold);
  add ("/ui/timeline-view/sessions", test_sessions);
  add ("/ui/timeline-view/many-lanes", test_many_lanes);
  g_test_add ("/ui/timeline-view/narrow/nodes", Fixture, GINT_TO_POINTER (360), set_up, test_nodes, tear_down);
  g_test_add ("/ui/timeline-view/narrow/fits", Fixture, GINT_TO_POINTER (360), set_up, test_fits, tear_down);

  return g_test_run ();
}
