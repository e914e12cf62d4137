/* test-reminder.c - reminds of a review by the plan's rhythm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "platform/segue-reminder.h"

#include "core/segue-review.h"
#include "support/segue-test-core.h"

#define PLAN(rhythm, reviews) \
  "{'format':'segue-plan','version':1,'title':'P','capacity':{'week':{'mon':60}}," \
  "'review_rhythm':'" rhythm "','reviews':[" reviews "]}"

static gboolean
is_due (const char *json,
        const char *today)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (json);

  return segue_review_is_due (plan, segue_test_day (today));
}

static void
test_rhythm (void)
{
  const char *weekly = PLAN ("weekly", "{'id':'a','begun':'2023-03-01','finished':'2023-03-01'}");
  const char *monthly = PLAN ("monthly", "{'id':'a','begun':'2023-03-01','finished':'2023-03-01'}");

  g_assert_false (is_due (weekly, "2023-03-07"));
  g_assert_true (is_due (weekly, "2023-03-08"));
  g_assert_false (is_due (monthly, "2023-03-31"));
  g_assert_true (is_due (monthly, "2023-04-01"));
}

static void
test_nobody_is_pressed (void)
{
  g_assert_false (is_due (PLAN ("weekly", ""), "2023-03-08"));
  g_assert_false (is_due (PLAN ("never", "{'id':'a','begun':'2023-03-01','finished':'2023-03-01'}"), "2024-03-08"));
  g_assert_false (is_due (PLAN ("weekly", "{'id':'a','begun':'2023-03-01','finished':'2023-03-01'},"
                                          "{'id':'b','begun':'2023-03-08'}"), "2023-03-09"));
}

/* Once a rhythm, not once a day; and taken back as soon as there was one. */
static void
test_follows_the_rhythm (void)
{
  static const struct
  {
    const char *rhythm;
    const char *first, *next;
  } cases[] = {
    { "weekly", "2023-03-08", "2023-03-15" },
    { "two-weeks", "2023-03-15", "2023-03-29" },
    { "monthly", "2023-04-01", "2023-05-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (PLAN ("%s", "{'id':'a','begun':'2023-03-01','finished':'2023-03-01'}"),
                                               cases[i].rhythm);
      g_autofree char *done = g_strdup_printf (PLAN ("%s", "{'id':'a','begun':'2023-03-01','finished':'2023-03-01'},"
                                                     "{'id':'b','begun':'%s','finished':'%s'}"),
                                               cases[i].rhythm, cases[i].first, cases[i].first);
      g_autoptr (SeguePlan) plan = segue_test_parse_plan (json);
      g_autoptr (SeguePlan) reviewed = segue_test_parse_plan (done);
      SegueDay first = segue_test_day (cases[i].first), next = segue_test_day (cases[i].next);

      g_assert_false (segue_reminder_is_wanted (plan, first - 1, SEGUE_DAY_NONE));
      g_assert_true (segue_reminder_is_wanted (plan, first, SEGUE_DAY_NONE));
      g_assert_false (segue_reminder_is_wanted (plan, next - 1, first));
      g_assert_true (segue_reminder_is_wanted (plan, next, first));
      g_assert_false (segue_reminder_is_wanted (reviewed, first, SEGUE_DAY_NONE));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder/rhythm", test_rhythm);
  g_test_add_func ("/reminder/follows-the-rhythm", test_follows_the_rhythm);
  g_test_add_func ("/reminder/nobody-is-pressed", test_nobody_is_pressed);

  return g_test_run ();
}
