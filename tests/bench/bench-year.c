/* bench-year.c - measures a frame of the calendar's year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * segue-bench-year [ITEMS] lays out a plan of so many milestones in one year,
 * shows the year and builds its frame again and again. Needs a display.
 */
#include <adwaita.h>
#include <stdlib.h>

#include "exchange/segue-json-reader.h"
#include "ui/calendar/segue-year-view.h"
#include "ui/common/segue-ui.h"

#define FRAMES 300
#define WIDTH 1100
#define HEIGHT 800

static SeguePlan *
make_plan (int n_items)
{
  g_autoptr (GString) json = g_string_new ("{\"format\":\"segue-plan\",\"version\":1,\"title\":\"Year\",\"now\":\"2023-01-01\","
                                           "\"capacity\":{\"week\":{\"mon\":120,\"tue\":120,\"wed\":120}},\"steps\":[");
  g_autoptr (GString) rules = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  SeguePlan *plan;

  for (int i = 0; i < n_items; i++)
    {
      char day[SEGUE_DAY_TEXT_SIZE];

      g_string_append_printf (json, "%s{\"id\":\"s%d\",\"type\":\"milestone\",\"title\":\"Step %d\"}", i ? "," : "", i, i);
      g_string_append_printf (rules, "%s{\"id\":\"r%d\",\"relation\":\"on\",\"point\":\"s%d\",\"date\":\"%s\"}", i ? "," : "",
                              i, i, segue_day_format (segue_day_from_ymd (2023, 1, 1) + i % 365, day));
    }
  g_string_append_printf (json, "],\"rules\":[%s]}", rules->str);
  plan = segue_json_read_plan (json->str, json->len, "year", &error);
  if (plan == NULL)
    g_error ("%s", error->message);
  return plan;
}

static double
build_frame (GtkWidget *year)
{
  gint64 begin = g_get_monotonic_time ();
  GtkSnapshot *snapshot;
  GskRenderNode *node;

  for (GtkWidget *child = gtk_widget_get_first_child (year); child; child = gtk_widget_get_next_sibling (child))
    gtk_widget_queue_draw (child);
  snapshot = gtk_snapshot_new ();
  GTK_WIDGET_GET_CLASS (year)->snapshot (year, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *first = a;
  const double *second = b;

  return (*first > *second) - (*first < *second);
}

int
main (int    argc,
      char **argv)
{
  int n_items = argc > 1 ? atoi (argv[1]) : 10000;
  g_autoptr (SeguePlan) plan = NULL;
  g_autoptr (SegueLayout) layout = NULL;
  g_autoptr (SegueCalendarScene) scene = NULL;
  g_autoptr (SegueViewport) viewport = segue_viewport_new ();
  GtkWidget *window;
  GtkWidget *year;
  double frames[FRAMES];
  gint64 begin;

  adw_init ();
  segue_ui_init ();
  plan = make_plan (n_items);
  layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  begin = g_get_monotonic_time ();
  scene = segue_calendar_scene_new (layout, plan);
  g_print ("%d items\nscene: %.2f ms\n", n_items, (double) (g_get_monotonic_time () - begin) / 1000);

  year = g_object_new (SEGUE_TYPE_YEAR_VIEW, NULL);
  segue_calendar_page_set_viewport (SEGUE_CALENDAR_PAGE (year), viewport);
  window = g_object_new (GTK_TYPE_WINDOW, "child", year, "default-width", WIDTH, "default-height", HEIGHT, NULL);
  begin = g_get_monotonic_time ();
  segue_calendar_page_set_scene (SEGUE_CALENDAR_PAGE (year), scene);
  g_print ("year at a glance: %.2f ms\n", (double) (g_get_monotonic_time () - begin) / 1000);
  gtk_window_present (GTK_WINDOW (window));
  begin = g_get_monotonic_time ();
  while (g_get_monotonic_time () - begin < G_USEC_PER_SEC || gtk_widget_get_width (year) == 0)
    g_main_context_iteration (NULL, FALSE);

  for (int i = 0; i < FRAMES; i++)
    frames[i] = build_frame (year);
  qsort (frames, FRAMES, sizeof frames[0], compare);
  g_print ("frame: %.2f ms median, %.2f ms best of %d\n", frames[FRAMES / 2], frames[0], FRAMES);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
