/* test-day-scale.c - days to pixels and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>

#include "ui/common/segue-day-scale.h"

static void
test_pixels (void)
{
  SegueDayScale scale = { .origin = 100.5, .scale = 4, .width = 400 };
  SeguePixelSpan span;

  g_assert_cmpfloat (segue_day_scale_x (&scale, 100.5), ==, 0);
  g_assert_cmpfloat (segue_day_scale_x (&scale, 110.5), ==, 40);
  g_assert_cmpfloat (segue_day_scale_day (&scale, 40), ==, 110.5);
  g_assert_cmpint (segue_day_scale_day_at (&scale, 41), ==, 110);
  g_assert_cmpint (segue_day_scale_day_at (&scale, 42), ==, 111);
  g_assert_cmpfloat (segue_day_scale_end (&scale), ==, 200.5);

  span = segue_day_scale_span (&scale, 101, 103);
  g_assert_cmpfloat (span.x, ==, 2);
  g_assert_cmpfloat (span.width, ==, 8);
}

static void
test_inset (void)
{
  SegueDayScale scale = { .origin = 10, .scale = 2, .width = 200, .inset = 12 };

  g_assert_cmpfloat (segue_day_scale_x (&scale, 16), ==, 0);
  g_assert_cmpfloat (segue_day_scale_day (&scale, 0), ==, 16);

  scale.rtl = TRUE;
  g_assert_cmpfloat (segue_day_scale_x (&scale, 16), ==, 176);
  g_assert_cmpfloat (segue_day_scale_day (&scale, 176), ==, 16);
}

static void
test_right_to_left (void)
{
  SegueDayScale scale = { .origin = 100, .scale = 4, .width = 400, .rtl = TRUE };
  SeguePixelSpan span = segue_day_scale_span (&scale, 100, 103);

  g_assert_cmpfloat (segue_day_scale_x (&scale, 100), ==, 400);
  g_assert_cmpfloat (span.x, ==, 388);
  g_assert_cmpfloat (span.width, ==, 12);
  g_assert_cmpint (segue_day_scale_day_at (&scale, 399), ==, 100);
  g_assert_cmpint (segue_day_scale_day_at (&scale, 395), ==, 101);
  g_assert_cmpfloat (segue_day_scale_end (&scale), ==, 200);
}

/* Far away days stay whole days instead of running over. */
static void
test_bounds (void)
{
  SegueDayScale scale = { .origin = SEGUE_DAY_MAX, .scale = 0.05, .width = 1000 };

  g_assert_cmpint (segue_day_scale_day_at (&scale, 1e9), ==, SEGUE_DAY_MAX);
  g_assert_cmpint (segue_day_scale_day_at (&scale, -1e12), ==, SEGUE_DAY_MIN);
}

static void
test_levels (void)
{
  SegueDayScale scale = { .scale = 120, .width = 1000 };

  g_assert_cmpint (segue_day_scale_level (&scale, 40), ==, SEGUE_TICK_DAY);
  scale.scale = 10;
  g_assert_cmpint (segue_day_scale_level (&scale, 40), ==, SEGUE_TICK_WEEK);
  scale.scale = 3;
  g_assert_cmpint (segue_day_scale_level (&scale, 40), ==, SEGUE_TICK_MONTH);
  scale.scale = 0.6;
  g_assert_cmpint (segue_day_scale_level (&scale, 40), ==, SEGUE_TICK_QUARTER);
  scale.scale = 0.2;
  g_assert_cmpint (segue_day_scale_level (&scale, 40), ==, SEGUE_TICK_YEAR);
  scale.scale = 0.05;
  g_assert_cmpint (segue_day_scale_level (&scale, 40), ==, SEGUE_TICK_DECADE);

  g_assert_cmpint (segue_tick_level_above (SEGUE_TICK_WEEK), ==, SEGUE_TICK_MONTH);
  g_assert_cmpint (segue_tick_level_above (SEGUE_TICK_QUARTER), ==, SEGUE_TICK_YEAR);
  g_assert_cmpint (segue_tick_level_above (SEGUE_TICK_YEAR), ==, SEGUE_TICK_NONE);
}

static void
test_ticks (void)
{
  SegueDay day = segue_day_from_ymd (2023, 5, 17); /* a Wednesday */

  g_assert_cmpint (segue_tick_floor (SEGUE_TICK_DAY, day, SEGUE_MONDAY), ==, day);
  g_assert_cmpint (segue_tick_floor (SEGUE_TICK_WEEK, day, SEGUE_MONDAY), ==, day - 2);
  g_assert_cmpint (segue_tick_floor (SEGUE_TICK_WEEK, day, SEGUE_SUNDAY), ==, day - 3);
  g_assert_cmpint (segue_tick_floor (SEGUE_TICK_WEEK, day, SEGUE_WEDNESDAY), ==, day);
  g_assert_cmpint (segue_tick_floor (SEGUE_TICK_MONTH, day, SEGUE_MONDAY), ==, segue_day_from_ymd (2023, 5, 1));
  g_assert_cmpint (segue_tick_floor (SEGUE_TICK_QUARTER, day, SEGUE_MONDAY), ==, segue_day_from_ymd (2023, 4, 1));
  g_assert_cmpint (segue_tick_floor (SEGUE_TICK_YEAR, day, SEGUE_MONDAY), ==, segue_day_from_ymd (2023, 1, 1));
  g_assert_cmpint (segue_tick_floor (SEGUE_TICK_DECADE, day, SEGUE_MONDAY), ==, segue_day_from_ymd (2020, 1, 1));
}

/* Each tick is its own floor, and so is every day up to the next one. */
static void
test_ticks_follow (void)
{
  for (int level = SEGUE_TICK_DAY; level <= SEGUE_TICK_DECADE; level++)
    {
      SegueDay tick = segue_tick_floor (level, segue_day_from_ymd (1999, 12, 31), SEGUE_SUNDAY);

      for (int i = 0; i < 60; i++)
        {
          SegueDay next = segue_tick_next (level, tick);

          g_assert_cmpint (next, >=, tick + (SegueDay) segue_tick_level_days (level));
          g_assert_cmpint (segue_tick_floor (level, tick, SEGUE_SUNDAY), ==, tick);
          g_assert_cmpint (segue_tick_floor (level, next - 1, SEGUE_SUNDAY), ==, tick);
          tick = next;
        }
    }
}

static void
test_labels (void)
{
  SegueDay day = segue_day_from_ymd (2023, 5, 1);
  g_autofree char *mday = segue_tick_label (SEGUE_TICK_WEEK, day + 16);
  g_autofree char *month = segue_tick_label (SEGUE_TICK_MONTH, day);
  g_autofree char *quarter = segue_tick_label (SEGUE_TICK_QUARTER, segue_day_from_ymd (2023, 10, 1));
  g_autofree char *year = segue_tick_label (SEGUE_TICK_YEAR, day);

  g_assert_cmpstr (mday, ==, "17");
  g_assert_cmpstr (month, ==, "May");
  g_assert_cmpstr (quarter, ==, "Q4");
  g_assert_cmpstr (year, ==, "2023");
}

static void
test_first_weekday (void)
{
  if (setlocale (LC_TIME, "de_DE.UTF-8") != NULL)
    g_assert_cmpint (segue_locale_first_weekday (), ==, SEGUE_MONDAY);
  if (setlocale (LC_TIME, "en_US.UTF-8") != NULL)
    g_assert_cmpint (segue_locale_first_weekday (), ==, SEGUE_SUNDAY);

  g_assert_nonnull (setlocale (LC_TIME, "C"));
  g_assert_cmpint (segue_locale_first_weekday (), ==, SEGUE_SUNDAY);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/day-scale/pixels", test_pixels);
  g_test_add_func ("/ui/day-scale/inset", test_inset);
  g_test_add_func ("/ui/day-scale/right-to-left", test_right_to_left);
  g_test_add_func ("/ui/day-scale/bounds", test_bounds);
  g_test_add_func ("/ui/day-scale/levels", test_levels);
  g_test_add_func ("/ui/day-scale/ticks", test_ticks);
  g_test_add_func ("/ui/day-scale/ticks-follow", test_ticks_follow);
  g_test_add_func ("/ui/day-scale/labels", test_labels);
  g_test_add_func ("/ui/day-scale/first-weekday", test_first_weekday);

  return g_test_run ();
}
