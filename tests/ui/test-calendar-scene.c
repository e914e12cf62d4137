/* test-calendar-scene.c - what the calendar shows of a layout, day by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-calendar-scene.h"

#include "exchange/segue-json-reader.h"
#include "ui/calendar/segue-calendar-text.h"
#include "ui/calendar/segue-year-table.h"

#define PLAN \
  "{\"format\":\"segue-plan\",\"version\":1,\"title\":\"P\",\"now\":\"2023-03-20\"," \
  "\"capacity\":{\"week\":{\"mon\":120,\"tue\":120},\"days_off\":[{\"date\":\"2023-03-28\",\"label\":\"Fair\"}]}," \
  "\"goals\":[{\"id\":\"g\",\"kind\":\"custom\",\"title\":\"G\",\"routes\":[]}]," \
  "\"steps\":[{\"id\":\"apply\",\"goal\":\"g\",\"type\":\"milestone\",\"title\":\"Apply\"}," \
  "{\"id\":\"pay\",\"type\":\"milestone\",\"title\":\"Pay\"}," \
  "{\"id\":\"trip\",\"type\":\"wait\",\"title\":\"Trip\",\"days\":3,\"target\":\"2023-05-01\"}," \
  "{\"id\":\"write\",\"goal\":\"g\",\"type\":\"work\",\"title\":\"Write\",\"effort\":150}]," \
  "\"rules\":[{\"id\":\"a\",\"relation\":\"not-before\",\"point\":\"apply\",\"date\":\"2023-04-05\"}," \
  "{\"id\":\"b\",\"relation\":\"not-after\",\"point\":\"apply\",\"date\":\"2023-04-05\"}," \
  "{\"id\":\"c\",\"relation\":\"on\",\"point\":\"pay\",\"date\":\"2023-04-01\"}," \
  "{\"id\":\"d\",\"relation\":\"not-after\",\"point\":\"pay\",\"date\":\"2023-04-09\"}," \
  "{\"id\":\"e\",\"relation\":\"on\",\"point\":\"trip.start\",\"date\":\"2023-04-12\"}]}"

static SegueCalendarScene *
make_scene (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SeguePlan) plan = segue_json_read_plan (PLAN, strlen (PLAN), "test", &error);
  g_autoptr(SegueLayout) layout = NULL;

  g_assert_no_error (error);
  layout = segue_layout_new (plan, 0, SEGUE_SOLVE_ALL, NULL, NULL);

  return segue_calendar_scene_new (layout, plan);
}

static SegueDay
day (int month, int mday)
{
  return segue_day_from_ymd (2023, month, mday);
}

static void
assert_day (SegueCalendarScene *scene, SegueDay when, const char *expected)
{
  g_autofree char *text = segue_calendar_text_day (scene, when);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_days (void)
{
  g_autoptr(SegueCalendarScene) scene = make_scene ();

  assert_day (scene, day (4, 1), "1 April 2023, Sat, in 12 days, 1 milestone: Pay");
  assert_day (scene, day (4, 9), "9 April 2023, Sun, in 20 days, Pay: last day");
  assert_day (scene, day (4, 12), "12 April 2023, Wed, Trip begins");
  assert_day (scene, day (4, 14), "14 April 2023, Fri, Trip ends");
  assert_day (scene, day (5, 1), "1 May 2023, Mon, Trip: wanted by this day");
  assert_day (scene, day (3, 20), "20 March 2023, today, Mon, Write begins, 2 h planned");
  assert_day (scene, day (3, 28), "28 March 2023, Tue, Fair");
  assert_day (scene, day (4, 2), "2 April 2023, Sun");
}

/* A milestone that lies on its last day is told once. */
static void
test_last_day (void)
{
  g_autoptr(SegueCalendarScene) scene = make_scene ();
  const SegueEntry *entries;
  guint n_entries;

  entries = segue_calendar_scene_get_entries (scene, day (4, 5), day (4, 6), &n_entries);
  g_assert_cmpuint (n_entries, ==, 1);
  g_assert_cmpint (entries[0].kind, ==, SEGUE_ENTRY_MILESTONE);
  g_assert_true (entries[0].deadline);
}

static void
test_ranges (void)
{
  g_autoptr(SegueCalendarScene) scene = make_scene ();
  const SegueEntry *entries;
  guint n_all, n_entries;

  entries = segue_calendar_scene_get_entries (scene, SEGUE_DAY_MIN, SEGUE_DAY_MAX, &n_all);
  for (guint i = 1; i < n_all; i++)
    g_assert_cmpint (entries[i - 1].day, <=, entries[i].day);

  segue_calendar_scene_get_entries (scene, day (4, 1), day (4, 10), &n_entries);
  g_assert_cmpuint (n_entries, ==, 3);
  segue_calendar_scene_get_entries (scene, day (4, 10), day (4, 1), &n_entries);
  g_assert_cmpuint (n_entries, ==, 0);
  g_assert_cmpint (segue_calendar_scene_find_day (scene, "trip"), ==, day (4, 12));
  g_assert_cmpint (segue_calendar_scene_find_day (scene, "nothing"), ==, SEGUE_DAY_NONE);
}

static void
test_points (void)
{
  g_autoptr(SegueCalendarScene) scene = make_scene ();
  const SegueEntry *entries;
  g_autofree char *start = NULL;
  g_autofree char *milestone = NULL;
  guint n_entries;

  entries = segue_calendar_scene_get_entries (scene, day (4, 12), day (4, 13), &n_entries);
  start = segue_entry_get_point (entries);
  g_assert_cmpstr (start, ==, "trip.start");
  entries = segue_calendar_scene_get_entries (scene, day (4, 1), day (4, 2), &n_entries);
  milestone = segue_entry_get_point (entries);
  g_assert_cmpstr (milestone, ==, "pay");
  g_assert_true (segue_entry_is_movable (entries));
  /* A last day is moved by its rule. */
  entries = segue_calendar_scene_get_entries (scene, day (4, 9), day (4, 10), &n_entries);
  g_assert_false (segue_entry_is_movable (entries));
}

static void
test_countdown (void)
{
  static const struct
  {
    int days;
    const char *text;
  } cases[] = { { 30, "D-30" }, { 0, "D-Day" }, { -3, "D+3" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = segue_calendar_text_countdown (day (3, 20), day (3, 20) + cases[i].days);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_year (void)
{
  g_autoptr(SegueCalendarScene) scene = make_scene ();
  SegueYearTable table;

  segue_year_table_fill (&table, scene, 2023);
  g_assert_cmpint (table.n_days, ==, 365);
  g_assert_cmpint (table.days[day (4, 5) - table.begin].n_milestones, ==, 1);
  g_assert_cmpint (table.days[day (4, 5) - table.begin].goal, ==, 0);
  g_assert_cmpint (table.days[day (4, 1) - table.begin].goal, ==, -1);
  /* All of Monday's two hours, a quarter of Tuesday's. */
  g_assert_cmpint (table.days[day (3, 20) - table.begin].level, ==, 4);
  g_assert_cmpint (table.days[day (3, 21) - table.begin].level, ==, 1);
  g_assert_true (table.days[day (3, 28) - table.begin].off);

  segue_year_table_fill (&table, scene, 2024);
  g_assert_cmpint (table.n_days, ==, 366);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-scene/days", test_days);
  g_test_add_func ("/calendar-scene/last-day", test_last_day);
  g_test_add_func ("/calendar-scene/ranges", test_ranges);
  g_test_add_func ("/calendar-scene/points", test_points);
  g_test_add_func ("/calendar-scene/countdown", test_countdown);
  g_test_add_func ("/calendar-scene/year", test_year);

  return g_test_run ();
}
