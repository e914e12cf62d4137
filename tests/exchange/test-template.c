/* test-template.c - plans to begin with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/segue-template.h"

#include <string.h>

#include "core/segue-layout.h"
#include "exchange/segue-json-writer.h"

/* Monday, 5 January 2026 */
#define TODAY segue_day_from_ymd (2026, 1, 5)

static const char *const names[] = {
  "certificate", "graduate-school", "job", "return-to-work", "sabbatical", "something-else", "vesting",
};
static const char *const languages[] = { "en", "ko" };
static const gint32 week[7] = { 90, 90, 90, 90, 0, 240, 180 };

static SegueAnswers *
answer (const char *name,
        int         best,
        int         fallback)
{
  SegueAnswers *answers = segue_answers_new (name, "Mine \"and\" \\ 내 것");

  segue_answers_set_date (&answers->best, TODAY + best, TODAY + best, NULL);
  if (fallback)
    segue_answers_set_date (&answers->fallback, TODAY + fallback - 30, TODAY + fallback, "early 2028");
  memcpy (answers->week, week, sizeof week);
  return answers;
}

static SeguePlan *
fill (const char         *name,
      const char         *language,
      const SegueAnswers *answers)
{
  g_autofree char *file = g_strdup_printf ("%s.%s.json", name, language);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  SeguePlan *plan;
  gsize length;

  g_test_message ("%s", file);
  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  plan = segue_template_fill (text, length, answers, TODAY, &error);
  g_assert_no_error (error);
  return plan;
}

static SegueLayout *
lay_out (SeguePlan *plan)
{
  return segue_layout_new (plan, TODAY, SEGUE_SOLVE_DATES, NULL, NULL);
}

static void
check_closed (SeguePlan *plan)
{
  g_autofree char *text = segue_json_write_plan (plan);

  g_assert_null (strchr (text, '@'));
}

/* With time enough the best route is taken, and every step has its days. */
static void
test_in_time (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names) * G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SegueAnswers) answers = answer (names[i / 2], 500, 680);
      g_autoptr (SeguePlan) plan = fill (names[i / 2], languages[i % 2], answers);
      g_autoptr (SegueLayout) layout = lay_out (plan);

      check_closed (plan);
      g_assert_cmpstr (segue_plan_get_title (plan), ==, answers->title);
      g_assert_true (segue_layout_get_schedule (layout)->feasible);
      g_assert_cmpstr (segue_layout_get_chosen_route (layout, "goal"), ==, "best");
      g_assert_cmpuint (segue_plan_count (plan, SEGUE_KIND_STEP), >=, 4);
      g_assert_nonnull (strstr (segue_record_get_title (segue_plan_find (plan, "fallback")), "early 2028"));
    }
}

static const SegueRecord *
find_step_of (SeguePlan  *plan,
              const char *point)
{
  const SegueRecord *step = NULL;
  SegueSide side;

  return segue_plan_parse_point (plan, point, &step, &side) ? step : NULL;
}

/* What stands on one day is listed in the plan's order, which is that of doing it. */
static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names) * G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SegueAnswers) answers = answer (names[i / 2], 500, 0);
      g_autoptr (SeguePlan) plan = fill (names[i / 2], languages[i % 2], answers);
      g_autoptr (SegueLayout) layout = lay_out (plan);

      for (guint r = 0; r < segue_plan_count (plan, SEGUE_KIND_RULE); r++)
        {
          const SegueRecord *rule = segue_plan_get_nth (plan, SEGUE_KIND_RULE, r);
          const SegueRecord *point, *other;

          if (segue_record_get_int (rule, SEGUE_RULE_RELATION) != SEGUE_RELATION_AFTER)
            continue;
          point = find_step_of (plan, segue_record_get_string (rule, SEGUE_RULE_POINT));
          other = find_step_of (plan, segue_record_get_string (rule, SEGUE_RULE_OTHER));
          if (segue_layout_get_step_result (layout, segue_record_get_id (point))->start ==
              segue_layout_get_step_result (layout, segue_record_get_id (other))->start)
            g_assert_cmpfloat (segue_record_get_rank (other), <, segue_record_get_rank (point));
        }
    }
}

/* Without a fallback nothing of it is left. */
static void
test_no_fallback (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names) * G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SegueAnswers) answers = answer (names[i / 2], 500, 0);
      g_autoptr (SeguePlan) plan = fill (names[i / 2], languages[i % 2], answers);
      g_autoptr (SegueLayout) layout = lay_out (plan);

      check_closed (plan);
      g_assert_null (segue_plan_find (plan, "fallback"));
      g_assert_cmpuint (segue_plan_count (plan, SEGUE_KIND_ROUTE), ==, 1);
      g_assert_true (segue_layout_get_schedule (layout)->feasible);
    }
}

/* Too soon for the best: the fallback is what the plan says, not an error. */
static void
test_too_soon (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SegueAnswers) answers = answer (names[i], 3, 500);
      g_autoptr (SeguePlan) plan = fill (names[i], "en", answers);
      g_autoptr (SegueLayout) layout = lay_out (plan);

      g_assert_true (segue_layout_get_schedule (layout)->feasible);
      if (g_str_equal (names[i], "vesting")) /* an afternoon's work */
        continue;
      g_assert_cmpstr (segue_layout_get_chosen_route (layout, "goal"), ==, "fallback");
    }
}

static const SegueStepResult *
find_by_title (SeguePlan   *plan,
               SegueLayout *layout,
               const char  *title)
{
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    {
      const SegueRecord *step = segue_plan_get_nth (plan, SEGUE_KIND_STEP, i);

      if (g_str_equal (segue_record_get_title (step), title))
        return segue_layout_get_step_result (layout, segue_record_get_id (step));
    }
  g_assert_not_reached ();
}

static void
test_fixed_dates (void)
{
  g_autoptr (SegueAnswers) answers = answer ("job", 400, 0);
  g_autoptr (SeguePlan) plan = NULL;
  g_autoptr (SegueLayout) layout = NULL;
  const SegueStepResult *wedding, *fair;

  segue_answers_add_fixed (answers, "Wedding", TODAY + 100, TODAY + 100, NULL);
  segue_answers_add_fixed (answers, "Job fair", TODAY + 116, TODAY + 145, "May 2026");
  plan = fill ("job", "en", answers);
  layout = lay_out (plan);
  wedding = find_by_title (plan, layout, "Wedding");
  g_assert_cmpint (wedding->start, ==, TODAY + 100);
  fair = find_by_title (plan, layout, "Job fair");
  g_assert_cmpint (fair->start, >=, TODAY + 116);
  g_assert_cmpint (fair->start, <=, TODAY + 145);
}

/* September stays September: on one of its days, and what comes before is in time for the first of them. */
static void
test_coarse (void)
{
  SegueDay first = segue_day_from_ymd (2027, 9, 1), last = segue_day_from_ymd (2027, 9, 30);
  g_autoptr (SegueAnswers) answers = answer ("graduate-school", 500, 0);
  g_autoptr (SeguePlan) plan = NULL;
  g_autoptr (SegueLayout) layout = NULL;
  const SegueStepResult *term;
  guint n_labels = 0;

  segue_answers_set_date (&answers->best, first, last, "September 2027");
  plan = fill ("graduate-school", "en", answers);
  layout = lay_out (plan);
  term = find_by_title (plan, layout, "Term begins, September 2027");
  g_assert_cmpint (term->start, >=, first);
  g_assert_cmpint (term->start, <=, last);
  g_assert_cmpint (segue_record_get_day (segue_plan_find (plan, "apply-by-best"), SEGUE_RULE_DATE), ==, first - 150);
  g_assert_cmpint (segue_record_get_day (segue_plan_find (plan, "term-best"), SEGUE_RULE_DATE), ==, first);
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_RULE); i++)
    {
      const char *label = segue_record_get_string (segue_plan_get_nth (plan, SEGUE_KIND_RULE, i), SEGUE_RULE_LABEL);

      g_assert_cmpstr (label, !=, "");
      n_labels += g_strcmp0 (label, "September 2027") == 0;
    }
  g_assert_cmpuint (n_labels, ==, 2);
}

static void
test_exact (void)
{
  g_autoptr (SegueAnswers) answers = answer ("return-to-work", 300, 0);
  g_autoptr (SeguePlan) plan = fill ("return-to-work", "ko", answers);
  const SegueRecord *rule = segue_plan_find (plan, "back-day-best");

  g_assert_cmpint (segue_record_get_int (rule, SEGUE_RULE_RELATION), ==, SEGUE_RELATION_ON);
  g_assert_null (segue_record_get_string (rule, SEGUE_RULE_LABEL));
  /* Nobody answers on the same day. */
  g_assert_cmpint (segue_record_get_int (segue_plan_find (plan, "talk-best"), SEGUE_RULE_MIN), >=, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/template/in-time", test_in_time);
  g_test_add_func ("/exchange/template/order", test_order);
  g_test_add_func ("/exchange/template/no-fallback", test_no_fallback);
  g_test_add_func ("/exchange/template/too-soon", test_too_soon);
  g_test_add_func ("/exchange/template/fixed-dates", test_fixed_dates);
  g_test_add_func ("/exchange/template/coarse", test_coarse);
  g_test_add_func ("/exchange/template/exact", test_exact);

  return g_test_run ();
}
