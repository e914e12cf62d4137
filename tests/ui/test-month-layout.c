/* test-month-layout.c - weeks under each other, in pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-month-layout.h"

#define WEDNESDAY 19452 /* 2023-04-05 */

static const SegueMonthLayout monday = { SEGUE_MONDAY, FALSE, 700, 100 };
static const SegueMonthLayout sunday = { SEGUE_SUNDAY, FALSE, 700, 100 };
static const SegueMonthLayout rtl = { SEGUE_SATURDAY, TRUE, 700, 100 };

static void
test_weeks (void)
{
  g_assert_cmpint (segue_day_get_weekday (WEDNESDAY), ==, SEGUE_WEDNESDAY);

  for (SegueDay day = -1000; day < 1000; day++)
    for (int first = SEGUE_MONDAY; first <= SEGUE_SUNDAY; first++)
      {
        SegueMonthLayout layout = { (SegueWeekday) first, FALSE, 700, 100 };
        SegueDay begin = segue_month_layout_week_begin (&layout, segue_month_layout_get_week (&layout, day));

        g_assert_cmpint (segue_day_get_weekday (begin), ==, first);
        g_assert_cmpint (day - begin, ==, segue_month_layout_get_column (&layout, day));
        g_assert_cmpint (day - begin, >=, 0);
        g_assert_cmpint (day - begin, <, 7);
      }
}

static void
test_columns (void)
{
  g_assert_cmpint (segue_month_layout_get_column (&monday, WEDNESDAY), ==, 2);
  g_assert_cmpint (segue_month_layout_get_column (&sunday, WEDNESDAY), ==, 3);
  g_assert_cmpint (segue_month_layout_get_column (&rtl, WEDNESDAY), ==, 4);
}

static void
test_cells (void)
{
  g_assert_cmpfloat (segue_month_layout_get_cell (&monday, WEDNESDAY).x, ==, 200);
  g_assert_cmpfloat (segue_month_layout_get_cell (&sunday, WEDNESDAY).x, ==, 300);
  /* The leading column stands at the right. */
  g_assert_cmpfloat (segue_month_layout_get_cell (&rtl, WEDNESDAY).x, ==, 200);
  g_assert_cmpfloat (segue_month_layout_get_cell (&monday, WEDNESDAY).width, ==, 100);
}

static void
test_cells_meet (void)
{
  SegueMonthLayout layout = { SEGUE_MONDAY, FALSE, 333, 97 };
  SegueDay begin = segue_month_layout_week_begin (&layout, segue_month_layout_get_week (&layout, WEDNESDAY));
  double x = 0;

  for (int i = 0; i < 7; i++)
    {
      SegueMonthRect rect = segue_month_layout_get_cell (&layout, begin + i);

      g_assert_cmpfloat (rect.x, ==, x);
      x += rect.width;
    }
  g_assert_cmpfloat (x, ==, 333);
}

static void
test_day_at (void)
{
  const SegueMonthLayout *layouts[] = { &monday, &sunday, &rtl };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    for (SegueDay day = WEDNESDAY - 40; day < WEDNESDAY + 40; day++)
      {
        SegueMonthRect rect = segue_month_layout_get_cell (layouts[i], day);

        g_assert_cmpint (segue_month_layout_day_at (layouts[i], rect.x + 1, rect.y + 1), ==, day);
        g_assert_cmpint (segue_month_layout_day_at (layouts[i], rect.x + 99, rect.y + 99), ==, day);
      }
}

static void
test_month_in_sight (void)
{
  int year, month;
  double y = segue_month_layout_get_week_y (&monday, segue_month_layout_get_week (&monday, WEDNESDAY - 9));

  segue_month_layout_get_month (&monday, y, 500, &year, &month);
  g_assert_cmpint (year, ==, 2023);
  g_assert_cmpint (month, ==, 4);
}

static void
test_walk (void)
{
  g_assert_cmpint (segue_month_layout_walk (&monday, WEDNESDAY, SEGUE_WALK_RIGHT), ==, WEDNESDAY + 1);
  g_assert_cmpint (segue_month_layout_walk (&rtl, WEDNESDAY, SEGUE_WALK_RIGHT), ==, WEDNESDAY - 1);
  g_assert_cmpint (segue_month_layout_walk (&rtl, WEDNESDAY, SEGUE_WALK_LEFT), ==, WEDNESDAY + 1);
  g_assert_cmpint (segue_month_layout_walk (&monday, WEDNESDAY, SEGUE_WALK_UP), ==, WEDNESDAY - 7);
  g_assert_cmpint (segue_month_layout_walk (&monday, WEDNESDAY, SEGUE_WALK_WEEK_BEGIN), ==, WEDNESDAY - 2);
  g_assert_cmpint (segue_month_layout_walk (&sunday, WEDNESDAY, SEGUE_WALK_WEEK_END), ==, WEDNESDAY + 3);
  /* A shorter month has no 31st. */
  g_assert_cmpint (segue_month_layout_walk (&monday, segue_day_from_ymd (2023, 3, 31), SEGUE_WALK_MONTH_FORTH), ==,
                   segue_day_from_ymd (2023, 4, 30));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/month-layout/weeks", test_weeks);
  g_test_add_func ("/month-layout/columns", test_columns);
  g_test_add_func ("/month-layout/cells", test_cells);
  g_test_add_func ("/month-layout/cells-meet", test_cells_meet);
  g_test_add_func ("/month-layout/day-at", test_day_at);
  g_test_add_func ("/month-layout/month-in-sight", test_month_in_sight);
  g_test_add_func ("/month-layout/walk", test_walk);

  return g_test_run ();
}
