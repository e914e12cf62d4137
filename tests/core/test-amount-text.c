/* test-amount-text.c - amounts of time the way people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-amount-text.h"

static gint64
read_minutes (const char      *text,
              SegueBareNumber  bare)
{
  gint64 minutes = -7;

  return segue_amount_text_parse (text, bare, &minutes) ? minutes : -1;
}

static void
test_units (void)
{
  static const struct
  {
    const char *text;
    gint64 minutes;
  } cases[] = {
    { "2h 30", 150 }, { "2 h 30 min", 150 }, { "2h30m", 150 }, { "2시간 30분", 150 }, { "2시간30분", 150 },
    { "90 min", 90 }, { "90분", 90 }, { "1:30", 90 }, { "1.5 h", 90 }, { "1,5h", 90 }, { "0", 0 }, { "0:05", 5 },
    { " 40 hours ", 2400 }, { "1 Hour", 60 }, { "0.25 h", 15 },
    { "40 h", 2400 }, { "1시간 반", 90 }, { "1시간반", 90 }, { "반시간", 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read_minutes (cases[i].text, SEGUE_BARE_HOURS), ==, cases[i].minutes);
    }
}

static void
test_bare (void)
{
  g_assert_cmpint (read_minutes ("90", SEGUE_BARE_HOURS), ==, 5400);
  g_assert_cmpint (read_minutes ("90", SEGUE_BARE_BY_SIZE), ==, 90);
  g_assert_cmpint (read_minutes ("24", SEGUE_BARE_BY_SIZE), ==, 1440);
  g_assert_cmpint (read_minutes ("1.5", SEGUE_BARE_BY_SIZE), ==, 90);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", "  ", "soon", "2h h", "30 min 2 h", "-1", "1:60", ":30", "1:", "2 3", "2 monkeys", "30 min 5", "1..5",
    "999999999999999999999", "1시", "반", "30분 반", "1시간 반 10분",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_cmpint (read_minutes (texts[i], SEGUE_BARE_HOURS), ==, -1);
    }
}

static void
test_round_trip (void)
{
  for (gint64 minutes = 0; minutes < 3000; minutes++)
    {
      g_autofree char *text = segue_amount_text_dup (minutes);

      g_assert_cmpint (read_minutes (text, SEGUE_BARE_HOURS), ==, minutes);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/amount-text/units", test_units);
  g_test_add_func ("/core/amount-text/bare", test_bare);
  g_test_add_func ("/core/amount-text/refused", test_refused);
  g_test_add_func ("/core/amount-text/round-trip", test_round_trip);

  return g_test_run ();
}
