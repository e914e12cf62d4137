/* test-grant.c - vesting against tables worked out by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-schedule.h"

typedef struct
{
  const char *date;
  gint64 units;
} Row;

static SegueDay
day (const char *text)
{
  SegueDay result = SEGUE_DAY_NONE;

  g_assert_true (segue_day_parse (text, &result));
  return result;
}

static SegueGrantSpec
by_months (gint64      units,
           const char *from,
           gint32      cliff,
           gint32      every,
           gint32      total)
{
  return (SegueGrantSpec) {
    .units = units,
    .vest_from = day (from),
    .cliff_months = cliff,
    .every_months = every,
    .total_months = total,
    .leave_counts = TRUE,
    .exercise_from = SEGUE_DAY_NONE,
    .exercise_until = SEGUE_DAY_NONE,
    .exercise_after_leaving_days = -1,
  };
}

static void
assert_vests (const SegueGrantSpec *grant,
              const SegueLeave     *leaves,
              gint32                n_leaves,
              const Row            *rows,
              gint32                n_rows)
{
  gint32 n = -1;
  g_autofree SegueTranche *tranches = segue_grant_vest (grant, leaves, n_leaves, &n);
  gint64 sum = 0;

  g_assert_cmpint (n, ==, n_rows);
  for (gint32 i = 0; i < n; i++)
    {
      char text[SEGUE_DAY_TEXT_SIZE];

      g_assert_cmpstr (segue_day_format (tranches[i].date, text), ==, rows[i].date);
      g_assert_cmpint (tranches[i].units, ==, rows[i].units);
      sum += tranches[i].units;
    }
  if (grant->n_tranches == 0)
    g_assert_cmpint (sum, ==, grant->units);
}

static void
test_month_ends (void)
{
  static const Row short_months[] = {
    { "2023-02-28", 33 }, { "2023-03-31", 33 }, { "2023-04-30", 34 },
  };
  static const Row leap_february[] = {
    { "2024-02-29", 33 }, { "2024-03-31", 33 }, { "2024-04-30", 34 },
  };
  static const Row leap_day[] = {
    { "2021-02-28", 25 }, { "2022-02-28", 25 }, { "2023-02-28", 25 }, { "2024-02-29", 25 },
  };
  SegueGrantSpec grant = by_months (100, "2023-01-31", 0, 1, 3);

  assert_vests (&grant, NULL, 0, short_months, G_N_ELEMENTS (short_months));
  grant = by_months (100, "2024-01-31", 0, 1, 3);
  assert_vests (&grant, NULL, 0, leap_february, G_N_ELEMENTS (leap_february));
  grant = by_months (100, "2020-02-29", 0, 12, 48);
  assert_vests (&grant, NULL, 0, leap_day, G_N_ELEMENTS (leap_day));
}

static void
test_floor_is_cumulative (void)
{
  /* 10 × m / 12 rounds down to 0 1 2 3 4 5 5 6 7 8 9 and 10. */
  static const Row rows[] = {
    { "2020-03-01", 1 }, { "2020-04-01", 1 }, { "2020-05-01", 1 }, { "2020-06-01", 1 },
    { "2020-07-01", 1 }, { "2020-09-01", 1 }, { "2020-10-01", 1 }, { "2020-11-01", 1 },
    { "2020-12-01", 1 }, { "2021-01-01", 1 },
  };
  static const Row uneven[] = {
    { "2020-11-01", 10 }, { "2021-09-01", 10 }, { "2022-01-01", 4 },
  };
  SegueGrantSpec grant = by_months (10, "2020-01-01", 0, 1, 12);

  assert_vests (&grant, NULL, 0, rows, G_N_ELEMENTS (rows));
  grant = by_months (24, "2020-01-01", 0, 10, 24);
  assert_vests (&grant, NULL, 0, uneven, G_N_ELEMENTS (uneven));
}

static void
test_large_units (void)
{
  const gint64 units = G_MAXINT64 - 1;
  SegueGrantSpec grant = by_months (units, "2020-01-01", 0, 1, 48);
  gint32 n;
  g_autofree SegueTranche *tranches = segue_grant_vest (&grant, NULL, 0, &n);

  g_assert_cmpint (n, ==, 48);
  for (gint32 i = 0; i < n; i++)
    {
      gint64 expected = (gint64) ((__int128) units * (i + 1) / 48);

      g_assert_cmpint (segue_grant_vested (tranches, n, tranches[i].date), ==, expected);
    }
}

static void
test_cliff (void)
{
  static const Row sample[] = {
    { "2022-04-01", 600 }, { "2023-04-01", 300 }, { "2024-04-01", 300 },
  };
  static const Row after_total[] = { { "2022-01-15", 7 } };
  static const Row quarters[] = { { "2021-01-15", 5 }, { "2021-04-15", 1 }, { "2021-07-15", 1 } };
  SegueGrantSpec grant = by_months (1200, "2020-04-01", 24, 12, 48);

  assert_vests (&grant, NULL, 0, sample, G_N_ELEMENTS (sample));
  grant = by_months (7, "2020-01-15", 24, 3, 18);
  assert_vests (&grant, NULL, 0, after_total, G_N_ELEMENTS (after_total));
  grant = by_months (7, "2020-01-15", 12, 3, 18);
  /* 7 × 12 / 18 = 4.66, 7 × 15 / 18 = 5.83 */
  assert_vests (&grant, NULL, 0,
                (const Row[]) { { "2021-01-15", 4 }, { "2021-04-15", 1 }, { "2021-07-15", 2 } }, 3);
  grant.units = 8;
  /* 8 × 12 / 18 = 5.33, 8 × 15 / 18 = 6.66 */
  assert_vests (&grant, NULL, 0,
                (const Row[]) { { "2021-01-15", 5 }, { "2021-04-15", 1 }, { "2021-07-15", 2 } }, 3);
  grant.n_tranches = 3;
  grant.tranches = (const SegueTranche[]) {
    { day ("2021-04-15"), 1 }, { day ("2021-01-15"), 5 }, { day ("2021-07-15"), 1 },
  };
  assert_vests (&grant, NULL, 0, quarters, G_N_ELEMENTS (quarters));
}

static void
test_leaving (void)
{
  static const struct { const char *leaving; gint64 kept; } rows[] = {
    { "2020-12-31", 0 }, { "2021-01-01", 250 }, { "2022-07-01", 500 },
    { "2022-12-31", 500 }, { "2023-01-01", 750 }, { "2030-01-01", 1000 },
  };
  SegueGrantSpec grant = by_months (1000, "2020-01-01", 12, 12, 48);
  gint32 n;
  g_autofree SegueTranche *tranches = segue_grant_vest (&grant, NULL, 0, &n);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (segue_grant_vested (tranches, n, day (rows[i].leaving)), ==, rows[i].kept);
  g_assert_cmpint (segue_grant_vested (NULL, 0, 0), ==, 0);
}

static void
test_unpaid_leave (void)
{
  /* 2021-07-01 to 2021-12-31 is 184 days. */
  const SegueLeave half_year[] = { { day ("2021-07-01"), day ("2022-01-01") } };
  static const Row counted[] = {
    { "2021-01-01", 250 }, { "2022-01-01", 250 }, { "2023-01-01", 250 }, { "2024-01-01", 250 },
  };
  static const Row shifted[] = {
    { "2021-01-01", 250 }, { "2022-07-04", 250 }, { "2023-07-04", 250 }, { "2024-07-03", 250 },
  };
  SegueGrantSpec grant = by_months (1000, "2020-01-01", 12, 12, 48);

  assert_vests (&grant, half_year, 1, counted, G_N_ELEMENTS (counted));
  grant.leave_counts = FALSE;
  assert_vests (&grant, half_year, 1, shifted, G_N_ELEMENTS (shifted));
}

static void
test_leave_edges (void)
{
  static const Row on_first_day[] = { { "2021-01-01", 10 } };
  static const Row inside[] = { { "2021-01-11", 10 } };
  static const Row chained[] = { { "2021-01-21", 10 } };
  static const Row late_start[] = { { "2021-01-06", 10 } };
  const SegueLeave first_day[] = { { day ("2021-01-01"), day ("2021-01-11") } };
  const SegueLeave day_before[] = { { day ("2020-12-31"), day ("2021-01-10") } };
  /* The first pushes the date behind the second; the third lies in the first. */
  const SegueLeave several[] = {
    { day ("2021-01-05"), day ("2021-01-15") },
    { day ("2020-12-01"), day ("2020-12-11") },
    { day ("2020-12-03"), day ("2020-12-05") },
  };
  /* Only five of its days are behind the start of vesting. */
  const SegueLeave before_start[] = {
    { day ("2019-12-20"), day ("2020-01-06") }, { day ("2021-02-01"), day ("2021-03-01") },
    { day ("2020-05-02"), day ("2020-05-02") },
  };
  SegueGrantSpec grant = by_months (10, "2020-01-01", 0, 12, 12);

  grant.leave_counts = FALSE;
  assert_vests (&grant, first_day, 1, on_first_day, 1);
  assert_vests (&grant, day_before, 1, inside, 1);
  assert_vests (&grant, several, 3, chained, 1);
  assert_vests (&grant, before_start, 3, late_start, 1);
}

static void
test_exercising (void)
{
  static const struct { const char *until; gint32 days; const char *leaving; const char *last; } rows[] = {
    { NULL, -1, NULL, NULL },
    { NULL, -1, "2023-05-01", NULL },
    { "2027-03-31", -1, "2023-05-01", "2027-03-31" },
    { "2027-03-31", 0, NULL, "2027-03-31" },
    { "2027-03-31", 0, "2023-05-01", "2023-05-01" },
    { "2027-03-31", 90, "2023-05-01", "2023-07-30" },
    { "2023-06-30", 90, "2023-05-01", "2023-06-30" },
    { NULL, 90, "2024-02-01", "2024-05-01" },
  };
  SegueGrantSpec grant = by_months (1, "2020-01-01", 0, 12, 12);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SegueDay leaving = rows[i].leaving ? day (rows[i].leaving) : SEGUE_DAY_NONE;
      SegueDay last = rows[i].last ? day (rows[i].last) : SEGUE_DAY_NONE;

      grant.exercise_until = rows[i].until ? day (rows[i].until) : SEGUE_DAY_NONE;
      grant.exercise_after_leaving_days = rows[i].days;
      g_assert_cmpint (segue_grant_exercisable_until (&grant, leaving), ==, last);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grant/month-ends", test_month_ends);
  g_test_add_func ("/grant/floor-is-cumulative", test_floor_is_cumulative);
  g_test_add_func ("/grant/large-units", test_large_units);
  g_test_add_func ("/grant/cliff", test_cliff);
  g_test_add_func ("/grant/leaving", test_leaving);
  g_test_add_func ("/grant/unpaid-leave", test_unpaid_leave);
  g_test_add_func ("/grant/leave-edges", test_leave_edges);
  g_test_add_func ("/grant/exercising", test_exercising);
  return g_test_run ();
}
