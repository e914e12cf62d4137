/* test-timeline-rows.c - what the rows of the timeline draw
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "exchange/segue-json-reader.h"
#include "support/segue-test-ui.h"
#include "ui/timeline/segue-timeline-rows-private.h"
#include "ui/timeline/segue-timeline-view.h"

#define TODAY segue_day_from_ymd (2022, 6, 6)

typedef struct
{
  SegueSession *session;
  SegueViewport *viewport;
  GtkWidget *window;
  SegueTimelineView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = segue_test_open_sample ();
  fixture->viewport = segue_viewport_new ();
  fixture->view = SEGUE_TIMELINE_VIEW (segue_timeline_view_new (fixture->session, fixture->viewport));
  fixture->window = segue_test_show (GTK_WIDGET (fixture->view), 1100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  segue_test_close (fixture->window, fixture->view);
  g_assert_finalize_object (fixture->viewport);
  g_assert_finalize_object (fixture->session);
}

static GPtrArray *
get_rows (Fixture *fixture)
{
  GPtrArray *rows = g_ptr_array_new ();

  segue_test_collect (GTK_WIDGET (fixture->view), SEGUE_TYPE_TIMELINE_ROWS, rows);

  return rows;
}

static SeguePlan *
make_long_plan (guint n_steps)
{
  g_autoptr(GString) text = g_string_new ("{\"format\": \"segue-plan\", \"version\": 1, \"title\": \"Long\", \"now\": \"2022-06-06\","
                                          "\"goals\": [{\"id\": \"g\", \"kind\": \"custom\", \"title\": \"All of it\"}], \"steps\": [");
  g_autoptr(GError) error = NULL;
  SeguePlan *plan;

  for (guint i = 0; i < n_steps; i++)
    {
      char first[SEGUE_DAY_TEXT_SIZE], last[SEGUE_DAY_TEXT_SIZE];
      SegueDay day = TODAY - 3000 + (SegueDay) (i * 7919u % 2900u);

      segue_day_format (day, first);
      segue_day_format (day + (SegueDay) (i % 60), last);
      g_string_append_printf (text, "%s{\"id\": \"s%u\", \"goal\": \"g\", \"type\": \"work\", \"title\": \"Step number %u\","
                              "\"effort\": 600, \"status\": \"done\", \"started_on\": \"%s\", \"done_on\": \"%s\"}",
                              i > 0 ? "," : "", i, i, first, last);
    }
  g_string_append (text, "]}");
  plan = segue_json_read_plan (text->str, text->len, "long", &error);
  g_assert_no_error (error);

  return plan;
}

static guint
count_frame (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint n;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  n = segue_test_count_nodes (node);
  g_clear_pointer (&node, gsk_render_node_unref);

  return n;
}

/* How many rectangles of a frame have this colour and go through the middle of @at. */
static guint
count_through (GskRenderNode *node, const GdkRGBA *color, const graphene_rect_t *at)
{
  graphene_point_t middle;
  graphene_rect_t bounds;
  guint n = 0;

  if (node == NULL)
    return 0;
  graphene_rect_get_center (at, &middle);
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      n += count_through (gsk_container_node_get_child (node, i), color, at);
  if (gsk_render_node_get_node_type (node) != GSK_COLOR_NODE || !gdk_rgba_equal (gsk_color_node_get_color (node), color))
    return n;
  gsk_render_node_get_bounds (node, &bounds);

  return n + (bounds.origin.y < middle.y && bounds.origin.y + bounds.size.height > middle.y
              && graphene_rect_intersection (&bounds, at, NULL));
}

/* Wherever the question behind a route lies, the line of today does not go through it. */
static void
test_today_spares_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) rows = get_rows (fixture);
  SegueTimelineRows *grad = g_ptr_array_index (rows, 1);
  guint n_over = 0;
  GdkRGBA now;

  segue_goal_palette_get_color (segue_timeline_stage_get_palette (grad->stage), SEGUE_COLOR_NOW, &now);
  for (int days = 600; days >= 20; days -= 20)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr(GskRenderNode) node = NULL;

      segue_viewport_set_origin (fixture->viewport, TODAY - days);
      segue_test_settle (GTK_WIDGET (fixture->view));
      GTK_WIDGET_GET_CLASS (grad)->snapshot (GTK_WIDGET (grad), snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      for (guint i = 0; i < grad->pills->len; i++)
        {
          const SegueRowsPill *pill = &g_array_index (grad->pills, SegueRowsPill, i);
          SegueDayScale scale = segue_timeline_stage_get_scale_for (grad->stage, GTK_WIDGET (grad));
          double x = segue_day_scale_x (&scale, TODAY);

          n_over += x > pill->rect.origin.x && x < pill->rect.origin.x + pill->rect.size.width;
          g_assert_cmpuint (count_through (node, &now, &pill->rect), ==, 0);
        }
    }
  g_assert_cmpuint (n_over, >, 0);
}

/* Where nodes of @type lie in a frame, which is moved by @x and @y. */
static void
collect_bounds (GskRenderNode *node, GskRenderNodeType type, float x, float y, GArray *found)
{
  graphene_rect_t bounds;

  if (node == NULL)
    return;
  if (gsk_render_node_get_node_type (node) == type)
    {
      gsk_render_node_get_bounds (node, &bounds);
      graphene_rect_offset (&bounds, x, y);
      g_array_append_val (found, bounds);
    }
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      collect_bounds (gsk_container_node_get_child (node, i), type, x, y, found);
  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    {
      GskTransform *transform = gsk_transform_node_get_transform (node);
      float dx = 0, dy = 0;

      if (gsk_transform_get_category (transform) < GSK_TRANSFORM_CATEGORY_2D_TRANSLATE)
        return; /* a shape */
      gsk_transform_to_translate (transform, &dx, &dy);
      collect_bounds (gsk_transform_node_get_child (node), type, x + dx, y + dy, found);
    }
}

/* How many soft ends there are in the rows; none of them lies under a name. */
static guint
check_soft_ends (SegueTimelineRows *rows)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GArray) words = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  g_autoptr(GArray) ends = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  g_autoptr(GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (rows)->snapshot (GTK_WIDGET (rows), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  collect_bounds (node, GSK_TEXT_NODE, 0, 0, words);
  collect_bounds (node, GSK_LINEAR_GRADIENT_NODE, 0, 0, ends);
  for (guint i = 0; i < ends->len; i++)
    for (guint j = 0; j < words->len; j++)
      g_assert_false (graphene_rect_intersection (&g_array_index (ends, graphene_rect_t, i),
                                                  &g_array_index (words, graphene_rect_t, j), NULL));
  return ends->len;
}

/* At any zoom, however long they are. */
static void
test_soft_ends_spare_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) rows = get_rows (fixture);
  SegueTimelineRows *grad = g_ptr_array_index (rows, 1);
  const SegueTimelineLaneInfo *info = segue_timeline_rows_get_info (grad);
  guint n_ends = 0;

  for (guint i = 0; i < info->marks->len; i++)
    {
      const SegueTimelineMark *mark = segue_timeline_lane_info_mark (info, i);

      if (mark->step >= 0 && !segue_timeline_mark_is_point (mark))
        segue_timeline_view_set_spread (fixture->view, mark->id, mark->last + 4, mark->last + 10 + 20 * (SegueDay) (i % 3));
    }
  for (double scale = 0.3; scale < 30; scale *= 1.3)
    {
      segue_viewport_set_scale (fixture->viewport, scale);
      segue_viewport_set_origin (fixture->viewport, TODAY - 20);
      segue_test_settle (GTK_WIDGET (fixture->view));
      n_ends += check_soft_ends (grad);
    }
  g_assert_cmpuint (n_ends, >, 0);
}

/* The right end of what is written in a frame. */
static float
find_text_end (GskRenderNode *node, float x)
{
  graphene_rect_t bounds;
  float end = 0;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        end = MAX (end, find_text_end (gsk_container_node_get_child (node, i), x));
      return end;
    case GSK_TRANSFORM_NODE:
      {
        float dx = 0, dy = 0;

        if (gsk_transform_get_category (gsk_transform_node_get_transform (node)) < GSK_TRANSFORM_CATEGORY_2D_TRANSLATE)
          return 0; /* a shape */
        gsk_transform_to_translate (gsk_transform_node_get_transform (node), &dx, &dy);
        return find_text_end (gsk_transform_node_get_child (node), x + dx);
      }
    case GSK_TEXT_NODE:
      gsk_render_node_get_bounds (node, &bounds);
      return x + bounds.origin.x + bounds.size.width;
    default:
      return 0;
    }
}

/* A title of any length ends where the window does, wherever its bar lies. */
static void
test_long_title (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GString) text = g_string_new ("{\"format\": \"segue-plan\", \"version\": 1, \"title\": \"Long\", \"now\": \"2022-06-06\","
                                          "\"steps\": [{\"id\": \"a\", \"type\": \"milestone\", \"title\": \"");
  g_autoptr(SeguePlan) plan = NULL;
  g_autoptr(SegueSession) session = NULL;

  for (int i = 0; i < 80; i++)
    g_string_append (text, "words ");
  g_string_append (text, "\"}]}");
  plan = segue_json_read_plan (text->str, text->len, "long", NULL);
  g_assert_nonnull (plan);
  session = segue_session_new (plan, NULL, TODAY);
  segue_view_set_session (SEGUE_VIEW (fixture->view), session);
  segue_test_settle (GTK_WIDGET (fixture->view));
  segue_viewport_set_scale (fixture->viewport, 2);
  for (int days = 20; days < 700; days += 60)
    {
      g_autoptr(GPtrArray) rows = get_rows (fixture);
      GtkWidget *only = g_ptr_array_index (rows, 0);
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr(GskRenderNode) node = NULL;

      segue_viewport_set_origin (fixture->viewport, TODAY - days);
      segue_test_settle (GTK_WIDGET (fixture->view));
      GTK_WIDGET_GET_CLASS (only)->snapshot (only, snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      if (node != NULL)
        g_assert_cmpfloat (find_text_end (node, 0), <=, gtk_widget_get_width (only));
    }
  segue_view_set_session (SEGUE_VIEW (fixture->view), fixture->session);
}

/* However long the plan, a frame holds no more than can be seen: at most two
 * nodes for a pixel of width, at any zoom, open or folded. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  const double scales[] = { 0.05, 0.4, 3, 40 };
  g_autoptr(SeguePlan) plan = make_long_plan (3000);
  g_autoptr(SegueSession) session = segue_session_new (plan, NULL, TODAY);

  segue_view_set_session (SEGUE_VIEW (fixture->view), session);
  segue_viewport_set_selection (fixture->viewport, "s7");
  segue_test_settle (GTK_WIDGET (fixture->view));
  for (int folded = 0; folded < 2; folded++)
    {
      g_autoptr(GPtrArray) rows = get_rows (fixture);
      GtkWidget *only = g_ptr_array_index (rows, 0);

      g_assert_cmpuint (rows->len, ==, 1);
      for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
        {
          segue_viewport_set_scale (fixture->viewport, scales[i]);
          segue_viewport_set_origin (fixture->viewport, TODAY - 2000);
          segue_test_settle (GTK_WIDGET (fixture->view));
          g_assert_cmpuint (count_frame (only), >, 0);
          g_assert_cmpuint (count_frame (only), <, 2 * (guint) gtk_widget_get_width (only));
        }
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.fold", NULL));
      segue_test_settle (GTK_WIDGET (fixture->view));
    }

  segue_view_set_session (SEGUE_VIEW (fixture->view), fixture->session);
}

int
main (int argc, char *argv[])
{
  if (!segue_test_begin_ui (&argc, &argv))
    return 77;

  g_test_add ("/ui/timeline-rows/today-spares-words", Fixture, NULL, set_up, test_today_spares_words, tear_down);
  g_test_add ("/ui/timeline-rows/soft-ends-spare-names", Fixture, NULL, set_up, test_soft_ends_spare_names, tear_down);
  g_test_add ("/ui/timeline-rows/long-title", Fixture, NULL, set_up, test_long_title, tear_down);
  g_test_add ("/ui/timeline-rows/many", Fixture, NULL, set_up, test_many, tear_down);

  return g_test_run ();
}
