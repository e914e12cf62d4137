/* test-viewport.c - what all views of a plan share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-day-scale.h"
#include "ui/common/segue-viewport.h"

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_notify (void)
{
  g_autoptr(SegueViewport) viewport = segue_viewport_new ();
  int count = 0;

  g_signal_connect_swapped (viewport, "notify::selection", G_CALLBACK (count_cb), &count);
  segue_viewport_set_selection (viewport, "apply");
  segue_viewport_set_selection (viewport, "apply");
  g_assert_cmpint (count, ==, 1);
  g_assert_cmpstr (segue_viewport_get_selection (viewport), ==, "apply");

  g_object_set (viewport, "selection", NULL, NULL);
  g_assert_cmpint (count, ==, 2);
  g_assert_null (segue_viewport_get_selection (viewport));
}

static void
test_zoom (void)
{
  g_autoptr(SegueViewport) viewport = segue_viewport_new ();
  double pixel;

  segue_viewport_set_origin (viewport, 100);
  segue_viewport_set_scale (viewport, 4);
  pixel = (130 - 100) * 4;

  segue_viewport_zoom_around (viewport, 130, 2);
  g_assert_cmpfloat (segue_viewport_get_scale (viewport), ==, 8);
  g_assert_cmpfloat_with_epsilon ((130 - segue_viewport_get_origin (viewport)) * 8, pixel, 1e-9);

  /* At the limit the day still stays where it is. */
  segue_viewport_zoom_around (viewport, 130, 1000);
  g_assert_cmpfloat (segue_viewport_get_scale (viewport), ==, SEGUE_VIEWPORT_MAX_SCALE);
  g_assert_cmpfloat_with_epsilon ((130 - segue_viewport_get_origin (viewport)) * SEGUE_VIEWPORT_MAX_SCALE, pixel, 1e-9);
}

static void
test_fit (void)
{
  g_autoptr(SegueViewport) viewport = segue_viewport_new ();

  segue_viewport_fit (viewport, 1000, 1100, 500);
  g_assert_cmpfloat (segue_viewport_get_scale (viewport), ==, 5);
  g_assert_cmpfloat (segue_viewport_get_origin (viewport), ==, 1000);

  /* One day would be wider than the limit: it lies in the middle. */
  segue_viewport_fit (viewport, 1000, 1001, 4 * SEGUE_VIEWPORT_MAX_SCALE);
  g_assert_cmpfloat (segue_viewport_get_scale (viewport), ==, SEGUE_VIEWPORT_MAX_SCALE);
  g_assert_cmpfloat (segue_viewport_get_origin (viewport), ==, 998.5);
}

static void
test_first_weekday (void)
{
  g_autoptr(SegueViewport) viewport = segue_viewport_new ();
  int count = 0;

  /* Until something else is wished it is the locale's. */
  g_assert_cmpint (segue_viewport_get_first_weekday (viewport), ==, segue_locale_first_weekday ());

  g_signal_connect_swapped (viewport, "notify::first-weekday", G_CALLBACK (count_cb), &count);
  g_object_set (viewport, "first-weekday", 1, NULL);
  g_assert_cmpint (segue_viewport_get_first_weekday (viewport), ==, SEGUE_MONDAY);
  g_object_set (viewport, "first-weekday", 6, NULL);
  g_object_set (viewport, "first-weekday", 6, NULL);
  g_assert_cmpint (segue_viewport_get_first_weekday (viewport), ==, SEGUE_SATURDAY);
  g_assert_cmpint (count, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/viewport/notify", test_notify);
  g_test_add_func ("/ui/viewport/zoom", test_zoom);
  g_test_add_func ("/ui/viewport/fit", test_fit);
  g_test_add_func ("/ui/viewport/first-weekday", test_first_weekday);

  return g_test_run ();
}
