/* test-day.c - civil days against GLib's calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/segue-day.h"

static void
test_every_day (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, 1);

  for (SegueDay day = SEGUE_DAY_MIN; day <= SEGUE_DAY_MAX; day++)
    {
      char text[SEGUE_DAY_TEXT_SIZE];
      SegueDay back = SEGUE_DAY_NONE;
      int y, m, d;

      segue_day_to_ymd (day, &y, &m, &d);
      g_assert_cmpint (y, ==, g_date_get_year (date));
      g_assert_cmpint (m, ==, g_date_get_month (date));
      g_assert_cmpint (d, ==, g_date_get_day (date));
      g_assert_cmpint (segue_day_get_weekday (day) + 1, ==, g_date_get_weekday (date));
      g_assert_cmpint (segue_day_from_ymd (y, m, d), ==, day);
      g_assert_true (segue_day_parse (segue_day_format (day, text), &back));
      g_assert_cmpint (back, ==, day);
      g_date_add_days (date, 1);
    }
}

static void
test_refuses (void)
{
  static const char *const bad[] = {
    "", "2023-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "0000-01-01",
    "2023-4-01", "2023-04-01 ", " 2023-04-01", "2023/04/01", "２023-04-01",
    "10000-01-01", "-001-01-01", "2023-04-1x", "1900-02-29",
  };
  SegueDay day = 42;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (segue_day_parse (bad[i], &day));
      g_assert_cmpint (day, ==, 42);
    }
  g_assert_false (segue_day_parse (NULL, &day));
  g_assert_true (segue_day_parse ("2000-02-29", &day));
  g_assert_true (segue_day_parse ("9999-12-31", &day));
  g_assert_cmpint (day, ==, SEGUE_DAY_MAX);
}

static void
test_months (void)
{
  static const struct { const char *from; int months; const char *to; } rows[] = {
    { "2020-01-31", 1, "2020-02-29" },
    { "2021-01-31", 1, "2021-02-28" },
    { "2020-01-31", 2, "2020-03-31" },
    { "2020-02-29", 12, "2021-02-28" },
    { "2020-02-29", 48, "2024-02-29" },
    { "2020-03-31", -1, "2020-02-29" },
    { "2020-01-15", -1, "2019-12-15" },
    { "2020-12-15", 1, "2021-01-15" },
    { "2020-12-31", -13, "2019-11-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SegueDay from, to;

      g_assert_true (segue_day_parse (rows[i].from, &from));
      g_assert_true (segue_day_parse (rows[i].to, &to));
      g_assert_cmpint (segue_day_add_months (from, rows[i].months), ==, to);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/every-day", test_every_day);
  g_test_add_func ("/day/refuses", test_refuses);
  g_test_add_func ("/day/months", test_months);

  return g_test_run ();
}
