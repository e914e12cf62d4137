/* test-leaving-strip.c - where the names of routes stand on the days of leaving
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/window/segue-leaving-strip.h"

#define NAME 60

/* Days 0 to 99 do not hold, in two parts; 100 to 119 do; then nothing, and 140 to 299 do. */
static const SegueLeavingSpan spans[] = {
  { 0, 79, FALSE },
  { 80, 99, FALSE },
  { 100, 119, TRUE },
  { 120, 139, FALSE },
  { 140, 299, TRUE },
};

static SeguePixelSpan
place_after (const SegueDayScale *scale, guint index, int width, SeguePixelSpan taken)
{
  return segue_leaving_place_name (scale, spans, G_N_ELEMENTS (spans), index, width, taken);
}

static SeguePixelSpan
place (const SegueDayScale *scale, guint index, int width)
{
  return place_after (scale, index, width, (SeguePixelSpan) { 0, 0 });
}

static void
test_inside (void)
{
  SegueDayScale scale = { .origin = 0, .scale = 1, .width = 300 };
  SeguePixelSpan name = place (&scale, 4, NAME);

  g_assert_cmpfloat (name.x, >=, 140);
  g_assert_cmpfloat (name.x + name.width, <=, 300);
  g_assert_cmpfloat (name.width, >=, NAME);
}

/* Before the bar if there is room, over what it has in common with the days
 * there, or else behind it until the next; whole in either case. */
static void
test_beside (void)
{
  SegueDayScale scale = { .origin = 0, .scale = 1, .width = 300 };
  SeguePixelSpan name = place (&scale, 2, NAME);

  g_assert_cmpfloat (name.width, ==, NAME);
  g_assert_cmpfloat (name.x, >=, 0);
  g_assert_cmpfloat (name.x + name.width, <, 100);
  g_assert_cmpfloat (name.x, <, 80);

  name = place (&scale, 2, 8);
  g_assert_cmpfloat (name.x, >=, 100);
  g_assert_cmpfloat (name.x + name.width, <=, 120);

  scale.scale = 2.5;
  scale.width = 800;
  scale.origin = 90;
  name = place (&scale, 2, 45); /* the bar has 50 pixels, the days behind it too, and before it there are 25 */
  g_assert_cmpfloat (name.x, <, 75);
  g_assert_cmpfloat (name.width, <, 45);
  scale.scale = 3;
  name = place (&scale, 2, 48); /* 60 pixels, and two gaps */
  g_assert_cmpfloat (name.x, ==, 36);
  name = place (&scale, 2, 49);
  g_assert_cmpfloat (name.x, <, 90);
}

/* Where two names would share the days between their bars, the second one goes elsewhere or is cut. */
static void
test_apart (void)
{
  static const SegueLeavingSpan close[] = { { 0, 9, FALSE }, { 10, 29, TRUE }, { 30, 99, FALSE }, { 100, 119, TRUE } };
  SegueDayScale scale = { .origin = 0, .scale = 1, .width = 120 };
  SeguePixelSpan none = { 0, 0 };

  for (int rtl = 0; rtl < 2; rtl++)
    for (int width = 20; width < 70; width++)
      {
        SeguePixelSpan first, second;

        scale.rtl = rtl;
        first = segue_leaving_place_name (&scale, close, G_N_ELEMENTS (close), 1, width, none);
        second = segue_leaving_place_name (&scale, close, G_N_ELEMENTS (close), 3, width, first);
        if (first.width > 0 && second.width > 0)
          g_assert_true (first.x + first.width <= second.x || second.x + second.width <= first.x);
      }
}

static void
test_mirrored (void)
{
  SegueDayScale scale = { .origin = 0, .scale = 1, .width = 300, .rtl = TRUE };
  SeguePixelSpan name = place (&scale, 2, NAME);

  g_assert_cmpfloat (name.width, ==, NAME);
  g_assert_cmpfloat (name.x, >, 200);
  g_assert_cmpfloat (name.x + name.width, <=, 300);
}

/* Of a bar that goes beyond the window its name stands in what is seen of it. */
static void
test_in_sight (void)
{
  SegueDayScale scale = { .origin = 200, .scale = 1, .width = 300 };
  SeguePixelSpan name = place (&scale, 4, NAME);

  g_assert_cmpfloat (name.x, >=, 0);
  g_assert_cmpfloat (name.x + name.width, <=, 100);
  g_assert_cmpfloat (name.width, >=, NAME);

  scale.origin = 0;
  scale.width = 250;
  name = place (&scale, 4, NAME);
  g_assert_cmpfloat (name.x + name.width, <=, 250);
}

/* With no room anywhere it is cut, and where most of it would be lost there is none. */
static void
test_no_room (void)
{
  SegueDayScale scale = { .origin = 99, .scale = 2.5, .width = 300 };
  SeguePixelSpan name = place (&scale, 2, NAME);

  g_assert_cmpfloat (name.x, >=, 2.5);
  g_assert_cmpfloat (name.width, >=, NAME / 2);
  g_assert_cmpfloat (name.x + name.width, <=, 52.5);
  g_assert_cmpfloat (place (&scale, 2, 3 * NAME).width, ==, 0);
  scale.scale = 1;
  g_assert_cmpfloat (place (&scale, 2, NAME).width, ==, 0);
  scale.origin = 130;
  g_assert_cmpfloat (place (&scale, 2, NAME).width, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/leaving-strip/inside", test_inside);
  g_test_add_func ("/ui/leaving-strip/beside", test_beside);
  g_test_add_func ("/ui/leaving-strip/apart", test_apart);
  g_test_add_func ("/ui/leaving-strip/mirrored", test_mirrored);
  g_test_add_func ("/ui/leaving-strip/in-sight", test_in_sight);
  g_test_add_func ("/ui/leaving-strip/no-room", test_no_room);

  return g_test_run ();
}
