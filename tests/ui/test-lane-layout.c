/* test-lane-layout.c - rows and labels of a lane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-lane-layout.h"

static SegueLaneItem
bar (double begin, double end, double label)
{
  return (SegueLaneItem) { .begin = begin, .end = end, .tail = end, .room = end - begin, .label = label };
}

static void
test_empty (void)
{
  g_autoptr(SegueLaneLayout) layout = segue_lane_layout_new (NULL, 0, 2, SEGUE_LANE_OPEN);

  g_assert_cmpuint (segue_lane_layout_get_n_rows (layout), ==, 0);
}

static void
test_labels (void)
{
  SegueLaneItem items[] = { bar (0, 100, 60), bar (200, 210, 60), bar (400, 401, 0), bar (600, 700, 60) };
  g_autoptr(SegueLaneLayout) open = NULL;
  g_autoptr(SegueLaneLayout) narrow = NULL;
  g_autoptr(SegueLaneLayout) collapsed = NULL;

  items[3].room = 50; /* its pauses leave no room for the label */
  open = segue_lane_layout_new (items, 4, 1, SEGUE_LANE_OPEN);
  narrow = segue_lane_layout_new (items, 4, 1, SEGUE_LANE_NARROW);
  collapsed = segue_lane_layout_new (items, 4, 1, SEGUE_LANE_COLLAPSED);

  g_assert_cmpint (segue_lane_layout_get_slot (open, 0)->place, ==, SEGUE_LABEL_INSIDE);
  g_assert_cmpint (segue_lane_layout_get_slot (open, 1)->place, ==, SEGUE_LABEL_BESIDE);
  g_assert_cmpint (segue_lane_layout_get_slot (open, 2)->place, ==, SEGUE_LABEL_NONE);
  g_assert_cmpint (segue_lane_layout_get_slot (open, 3)->place, ==, SEGUE_LABEL_BESIDE);
  g_assert_cmpint (segue_lane_layout_get_slot (narrow, 0)->place, ==, SEGUE_LABEL_INSIDE);
  g_assert_cmpint (segue_lane_layout_get_slot (narrow, 1)->place, ==, SEGUE_LABEL_ABOVE);
  g_assert_cmpint (segue_lane_layout_get_slot (collapsed, 0)->place, ==, SEGUE_LABEL_NONE);
}

/* What comes next shares the row, what lies side by side does not. */
static void
test_staircase (void)
{
  const SegueLaneItem items[] = { bar (0, 50, 0), bar (10, 40, 0), bar (60, 90, 0), bar (200, 210, 0) };
  g_autoptr(SegueLaneLayout) layout = segue_lane_layout_new (items, 4, 2, SEGUE_LANE_OPEN);

  g_assert_cmpuint (segue_lane_layout_get_n_rows (layout), ==, 2);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 0)->row, ==, 0);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 1)->row, ==, 1);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 2)->row, ==, 1);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 3)->row, ==, 1);
  g_assert_cmpuint (segue_lane_layout_get_item (layout, 1, 1), ==, 2);
  g_assert_cmpuint (segue_lane_layout_get_place (layout, 3), ==, 2);
}

/* From afar a milestone is wider than the wait before it, and still comes after. */
static void
test_order (void)
{
  SegueLaneItem items[] = { bar (0, 30, 40), bar (30.5, 30.5, 40), bar (30, 60, 40) };
  g_autoptr(SegueLaneLayout) layout = NULL;
  guint first, n;

  items[1].bleed = 8;
  layout = segue_lane_layout_new (items, 3, 0.05, SEGUE_LANE_OPEN);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 0)->row, ==, 0);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 1)->row, ==, 1);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 2)->row, ==, 2);

  /* On one line the wider one is found by its edge, though it stands behind. */
  g_clear_pointer (&layout, segue_lane_layout_free);
  layout = segue_lane_layout_new (items, 3, 0.05, SEGUE_LANE_COLLAPSED);
  segue_lane_layout_find (layout, 0, -120, -100, &first, &n);
  g_assert_cmpuint (first + n, ==, 2);
}

/* On one day what waits for another stands below it, also a milestone below a bar. */
static void
test_ranks (void)
{
  SegueLaneItem items[] = { bar (0.5, 0.5, 40), bar (0, 30, 40), bar (0, 20, 40), bar (0.5, 0.5, 40) };
  g_autoptr(SegueLaneLayout) layout = NULL;

  items[0].rank = 2;
  items[2].rank = 1;
  layout = segue_lane_layout_new (items, 4, 1, SEGUE_LANE_OPEN);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 3)->row, ==, 0);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 1)->row, ==, 1);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 2)->row, ==, 2);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 0)->row, ==, 3);
}

/* Tails and labels need their room as well. */
static void
test_room (void)
{
  SegueLaneItem items[] = { bar (0, 10, 0), bar (60, 70, 0) };
  g_autoptr(SegueLaneLayout) tail = NULL;
  g_autoptr(SegueLaneLayout) label = NULL;

  items[0].tail = 59;
  tail = segue_lane_layout_new (items, 2, 1, SEGUE_LANE_OPEN);
  g_assert_cmpuint (segue_lane_layout_get_n_rows (tail), ==, 2);

  items[0].tail = 10;
  items[0].label = 60;
  label = segue_lane_layout_new (items, 2, 1, SEGUE_LANE_OPEN);
  g_assert_cmpuint (segue_lane_layout_get_n_rows (label), ==, 2);
  g_assert_cmpfloat (segue_lane_layout_get_slot (label, 0)->until, >=, 70);
}

static void
test_bands (void)
{
  SegueLaneItem items[] = { bar (100, 110, 0), bar (0, 10, 0), bar (200, 210, 0) };
  g_autoptr(SegueLaneLayout) layout = NULL;

  items[1].band = 1;
  layout = segue_lane_layout_new (items, 3, 1, SEGUE_LANE_COLLAPSED);

  g_assert_cmpuint (segue_lane_layout_get_n_rows (layout), ==, 2);
  g_assert_cmpint (segue_lane_layout_get_row (layout, 0)->band, ==, 0);
  g_assert_cmpuint (segue_lane_layout_get_row (layout, 0)->n, ==, 2);
  g_assert_cmpint (segue_lane_layout_get_row (layout, 1)->band, ==, 1);
  g_assert_cmpint (segue_lane_layout_get_slot (layout, 1)->row, ==, 1);
}

/* No two items of an open lane share a pixel of a row. */
static void
test_no_overlap (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  SegueLaneItem items[300];

  for (int mode = SEGUE_LANE_OPEN; mode <= SEGUE_LANE_NARROW; mode++)
    {
      g_autoptr(SegueLaneLayout) layout = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        {
          double begin = g_rand_int_range (rand, 0, 3000);

          items[i] = bar (begin, begin + g_rand_int_range (rand, 0, 60), g_rand_int_range (rand, 0, 150));
          items[i].tail += g_rand_int_range (rand, 0, 40);
          items[i].bleed = g_rand_int_range (rand, 0, 9);
        }
      layout = segue_lane_layout_new (items, G_N_ELEMENTS (items), 1.5, mode);

      for (guint row = 0; row < segue_lane_layout_get_n_rows (layout); row++)
        for (guint i = 1; i < segue_lane_layout_get_row (layout, row)->n; i++)
          {
            guint before = segue_lane_layout_get_item (layout, row, i - 1);
            guint after = segue_lane_layout_get_item (layout, row, i);

            g_assert_cmpfloat (segue_lane_layout_get_slot (layout, before)->until, <,
                               segue_lane_layout_get_slot (layout, after)->from);
          }
    }
}

/* Everything that touches a window is found, also what began long before it. */
static void
test_find (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autoptr(SegueLaneLayout) layout = NULL;
  SegueLaneItem items[400];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      double begin = g_rand_int_range (rand, 0, 1000);

      items[i] = bar (begin, begin + g_rand_int_range (rand, 1, i % 40 == 0 ? 900 : 20), 0);
    }
  layout = segue_lane_layout_new (items, G_N_ELEMENTS (items), 1, SEGUE_LANE_COLLAPSED);

  for (int begin = -50; begin < 2000; begin += 37)
    {
      guint first, n;

      segue_lane_layout_find (layout, 0, begin, begin + 25, &first, &n);
      for (guint place = 0; place < G_N_ELEMENTS (items); place++)
        {
          const SegueLaneItem *item = &items[segue_lane_layout_get_item (layout, 0, place)];
          gboolean touches = item->begin < begin + 25 && item->end > begin;

          if (touches)
            g_assert_true (place >= first && place < first + n);
        }
      if (begin > 1950)
        g_assert_cmpuint (n, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/lane-layout/empty", test_empty);
  g_test_add_func ("/ui/lane-layout/labels", test_labels);
  g_test_add_func ("/ui/lane-layout/staircase", test_staircase);
  g_test_add_func ("/ui/lane-layout/order", test_order);
  g_test_add_func ("/ui/lane-layout/ranks", test_ranks);
  g_test_add_func ("/ui/lane-layout/room", test_room);
  g_test_add_func ("/ui/lane-layout/bands", test_bands);
  g_test_add_func ("/ui/lane-layout/no-overlap", test_no_overlap);
  g_test_add_func ("/ui/lane-layout/find", test_find);

  return g_test_run ();
}
