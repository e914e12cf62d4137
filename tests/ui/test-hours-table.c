/* test-hours-table.c - hours planned against hours there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-hours-table.h"

#define MONDAY 19359 /* 2023-01-02 */

static SegueStepSpec steps[] = {
  { .type = SEGUE_STEP_WORK, .goal = 0 },
  { .type = SEGUE_STEP_WAIT, .goal = 1, .has_load = TRUE, .load = { 30, 0, 30 } },
  { .type = SEGUE_STEP_PRACTICE, .goal = -1, .has_load = TRUE, .load = { 60, 60, 60, 60, 60, 60, 60 } },
  { .type = SEGUE_STEP_MILESTONE, .goal = 0 },
};

static SegueStepResult results[] = {
  { .active = TRUE, .start = MONDAY, .end = MONDAY + 1, .minutes = { 0, 2 } },
  { .active = TRUE, .start = MONDAY, .end = MONDAY + 13 },
  { .active = TRUE, .start = MONDAY, .end = MONDAY + 6 },
  { .active = TRUE, .start = MONDAY + 900, .end = MONDAY + 900 },
};

static SegueMinutes minutes[] = { { MONDAY, 50 }, { MONDAY + 1, 90 } };
static SegueDay days_off[] = { MONDAY + 4 };
static SeguePeriod periods[] = { { MONDAY + 7, MONDAY + 14, { 0, -1, -1, -1, -1, -1, -1 } } };

static const SegueProblem problem = {
  .now = MONDAY,
  .week = { 100, 100, 100, 100, 100, 0, 0 },
  .periods = periods,
  .n_periods = 1,
  .days_off = days_off,
  .n_days_off = 1,
  .n_goals = 2,
  .steps = steps,
  .n_steps = G_N_ELEMENTS (steps),
};

static const SegueSchedule schedule = {
  .steps = results,
  .n_steps = G_N_ELEMENTS (results),
  .minutes = minutes,
  .n_minutes = G_N_ELEMENTS (minutes),
};

static void
test_range (void)
{
  g_autoptr(SegueHoursTable) table = segue_hours_table_new (&problem, &schedule);

  /* The milestone far away takes no time. */
  g_assert_cmpint (segue_hours_table_get_begin (table), ==, MONDAY);
  g_assert_cmpint (segue_hours_table_get_end (table), ==, MONDAY + 14);
}

static void
test_capacity (void)
{
  g_autoptr(SegueHoursTable) table = segue_hours_table_new (&problem, &schedule);

  g_assert_cmpint (segue_hours_table_get_capacity (table, MONDAY, MONDAY + 7), ==, 400);
  g_assert_cmpint (segue_hours_table_get_capacity (table, MONDAY + 7, MONDAY + 14), ==, 400);
  g_assert_cmpint (segue_hours_table_get_capacity (table, MONDAY + 4, MONDAY + 5), ==, 0);
  g_assert_cmpint (segue_hours_table_get_capacity (table, MONDAY - 100, MONDAY + 1000), ==, 800);
  g_assert_cmpint (segue_hours_table_get_capacity (table, MONDAY + 200, MONDAY + 300), ==, 0);
  g_assert_cmpint (segue_hours_table_get_capacity (table, MONDAY - 300, MONDAY), ==, 0);
}

static void
test_planned (void)
{
  g_autoptr(SegueHoursTable) table = segue_hours_table_new (&problem, &schedule);

  g_assert_cmpint (segue_hours_table_get_planned (table, 0, MONDAY, MONDAY + 7), ==, 140);
  g_assert_cmpint (segue_hours_table_get_planned (table, 0, MONDAY + 1, MONDAY + 2), ==, 90);
  g_assert_cmpint (segue_hours_table_get_planned (table, 1, MONDAY, MONDAY + 14), ==, 120);
}

/* A practice takes what the day still has. */
static void
test_practice (void)
{
  g_autoptr(SegueHoursTable) table = segue_hours_table_new (&problem, &schedule);

  g_assert_cmpint (segue_hours_table_get_planned (table, -1, MONDAY, MONDAY + 1), ==, 20);
  g_assert_cmpint (segue_hours_table_get_planned (table, -1, MONDAY + 1, MONDAY + 2), ==, 10);
  g_assert_cmpint (segue_hours_table_get_planned (table, -1, MONDAY + 3, MONDAY + 4), ==, 60);
  g_assert_cmpint (segue_hours_table_get_planned (table, -1, MONDAY + 4, MONDAY + 7), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/hours-table/range", test_range);
  g_test_add_func ("/ui/hours-table/capacity", test_capacity);
  g_test_add_func ("/ui/hours-table/planned", test_planned);
  g_test_add_func ("/ui/hours-table/practice", test_practice);

  return g_test_run ();
}
