/* test-scenario.c - what-if copies, their comparison, and frozen dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-baseline.h"
#include "core/segue-compare.h"
#include "core/segue-scenario.h"
#include "core/segue-session.h"

#include "support/segue-memory-storage.h"
#include "support/segue-test-core.h"

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->plan = segue_test_load_sample ("en");
  fixture->layout = segue_layout_new (fixture->plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  segue_layout_unref (fixture->layout);
  g_assert_finalize_object (fixture->plan);
}

static void
apply (SeguePlan      *plan,
       SegueChangeSet *change_set)
{
  g_autoptr (SegueChangeSet) owned = change_set;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (owned);
  segue_plan_apply (plan, owned, &error);
  g_assert_no_error (error);
}

/* A step that ends on some day, so that it can be made to end later. */
static const char *
find_placed (Fixture *fixture)
{
  for (guint i = 0; i < segue_plan_count (fixture->plan, SEGUE_KIND_STEP); i++)
    {
      const char *id = segue_record_get_id (segue_plan_get_nth (fixture->plan, SEGUE_KIND_STEP, i));
      const SegueStepResult *result = segue_layout_get_step_result (fixture->layout, id);

      if (result->active && result->end != SEGUE_DAY_NONE &&
          segue_record_get_int (segue_plan_find (fixture->plan, id), SEGUE_STEP_TYPE) == SEGUE_STEP_WORK)
        return id;
    }
  g_assert_not_reached ();
}

static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (SegueStorage) storage = segue_memory_storage_new ();
  g_autoptr (SeguePlan) scenario = segue_scenario_new (fixture->plan, "Resign in March");
  g_autoptr (SeguePlan) other = segue_scenario_new (fixture->plan, "Stay a year");
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (segue_storage_create (storage, fixture->plan, NULL));
  g_assert_true (segue_storage_create (storage, scenario, NULL));
  g_assert_true (segue_storage_create (storage, other, NULL));
  g_assert_cmpstr (segue_plan_get_title (scenario), ==, "Resign in March");
  g_assert_cmpstr (segue_plan_get_id (scenario), !=, segue_plan_get_id (fixture->plan));
  list = segue_scenario_list (storage, segue_plan_get_id (fixture->plan), NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (segue_record_equal (list->pdata[0], segue_plan_get_header (scenario)));
  g_clear_pointer (&list, g_ptr_array_unref);
  g_assert_true (segue_storage_remove (storage, segue_plan_get_id (scenario), NULL));
  list = segue_scenario_list (storage, segue_plan_get_id (fixture->plan), NULL);
  g_assert_cmpuint (list->len, ==, 1);
  for (SegueKind kind = SEGUE_KIND_GOAL; kind < SEGUE_N_KINDS; kind++)
    g_assert_cmpuint (segue_plan_count (scenario, kind), ==, segue_plan_count (fixture->plan, kind));
}

/* What was tried in the copy becomes one edit of the plan, and can be undone. */
static void
test_take_over (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (SegueStorage) storage = segue_memory_storage_new ();
  g_autoptr (SeguePlan) start = segue_plan_copy (fixture->plan);
  g_autoptr (SeguePlan) scenario = segue_scenario_new (fixture->plan, "What if");
  g_autoptr (SegueSession) session = NULL;
  g_autoptr (SegueChangeSet) change_set = NULL;
  const char *id = find_placed (fixture);

  apply (scenario, segue_edit_set_status (scenario, id, SEGUE_STATUS_DROPPED, SEGUE_DAY_NONE, NULL));
  g_assert_true (segue_storage_create (storage, fixture->plan, NULL));
  session = segue_session_new (fixture->plan, storage, 0);
  change_set = segue_edit_take_over (fixture->plan, scenario, NULL);
  g_assert_cmpuint (segue_change_set_count (change_set), ==, 1);
  g_assert_true (segue_session_perform (session, change_set, NULL));
  g_assert_cmpint (segue_record_get_int (segue_plan_find (fixture->plan, id), SEGUE_STEP_STATUS), ==,
                   SEGUE_STATUS_DROPPED);
  g_assert_cmpstr (segue_plan_get_title (fixture->plan), ==, segue_plan_get_title (start));
  g_assert_false (segue_record_has (segue_plan_get_header (fixture->plan), SEGUE_PLAN_PARENT));
  g_assert_true (segue_session_undo (session, NULL));
  segue_test_assert_equal (start, fixture->plan);
}

static SegueRecord *
make_later (Fixture    *fixture,
            const char *step_id,
            int         days)
{
  const SegueStepResult *result = segue_layout_get_step_result (fixture->layout, step_id);
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_RULE, "later");
  g_autofree char *point = g_strconcat (step_id, ".end", NULL);

  segue_record_builder_set_int (builder, SEGUE_RULE_RELATION, SEGUE_RELATION_NOT_BEFORE);
  segue_record_builder_set_string (builder, SEGUE_RULE_POINT, point);
  segue_record_builder_set_day (builder, SEGUE_RULE_DATE, result->end + days);
  return segue_record_builder_end (builder);
}

static void
test_compare (Fixture      *fixture,
              gconstpointer data)
{
  const char *id = find_placed (fixture);
  g_autoptr (SegueRecord) later = make_later (fixture, id, 3);
  g_autoptr (SeguePlan) scenario = segue_scenario_new (fixture->plan, "Later");
  g_autoptr (SegueLayout) layout = NULL;
  g_autoptr (SegueComparison) comparison = NULL;
  const SegueStepDifference *step;

  apply (scenario, segue_edit_add_record (scenario, later, NULL));
  layout = segue_layout_new (scenario, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  comparison = segue_comparison_new (fixture->plan, fixture->layout, scenario, layout);
  g_assert_cmpuint (segue_comparison_n_goals (comparison), ==, segue_plan_count (fixture->plan, SEGUE_KIND_GOAL));
  g_assert_cmpuint (segue_comparison_n_steps (comparison), ==, segue_plan_count (fixture->plan, SEGUE_KIND_STEP));
  step = segue_comparison_find_step (comparison, id);
  g_assert_true (step->has_shift);
  g_assert_cmpint (step->shift, ==, step->end_after - step->end_before);
  g_assert_cmpint (step->shift, >=, 3);
  g_assert_null (segue_comparison_find_step (comparison, "nothing"));
  g_assert_cmpuint (segue_change_set_count (segue_comparison_get_changes (comparison)), ==, 1);
  g_assert_true (segue_record_equal (segue_change_set_get (segue_comparison_get_changes (comparison), 0)->after, later));
  for (guint i = 0; i < segue_comparison_n_goals (comparison); i++)
    {
      const SegueGoalDifference *goal = segue_comparison_get_goal (comparison, i);

      g_assert_cmpstr (goal->route_before ? segue_record_get_id (goal->route_before) : NULL, ==,
                       segue_layout_get_chosen_route (fixture->layout, segue_record_get_id (goal->before)));
    }
}

/* What only one of them has stands beside nothing. */
static void
test_compare_missing (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *id = g_strdup (find_placed (fixture));
  g_autoptr (SeguePlan) scenario = segue_scenario_new (fixture->plan, "Without");
  g_autoptr (SegueLayout) layout = NULL;
  g_autoptr (SegueComparison) there = NULL;
  g_autoptr (SegueComparison) back = NULL;

  apply (scenario, segue_edit_remove (scenario, id, NULL));
  layout = segue_layout_new (scenario, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  there = segue_comparison_new (fixture->plan, fixture->layout, scenario, layout);
  back = segue_comparison_new (scenario, layout, fixture->plan, fixture->layout);
  g_assert_null (segue_comparison_find_step (there, id)->after);
  g_assert_false (segue_comparison_find_step (there, id)->has_shift);
  g_assert_null (segue_comparison_find_step (back, id)->before);
  g_assert_nonnull (segue_comparison_find_step (back, id)->after);
}

static void
test_baseline (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *id = g_strdup (find_placed (fixture));
  g_autoptr (SegueRecord) later = make_later (fixture, id, 5);
  g_autoptr (SegueLayout) layout = NULL;
  g_autoptr (SegueBaseline) baseline = NULL;
  SegueDay start, end;
  int slip;

  g_assert_null (segue_plan_get_latest_baseline (fixture->plan));
  apply (fixture->plan, segue_edit_take_baseline (fixture->plan, fixture->layout, "Start", 19000, NULL));
  apply (fixture->plan, segue_edit_take_baseline (fixture->plan, fixture->layout, NULL, 18990, NULL));
  g_assert_cmpstr (segue_record_get_title (segue_plan_get_latest_baseline (fixture->plan)), ==, "Start");
  baseline = segue_baseline_new (segue_plan_get_latest_baseline (fixture->plan));
  g_assert_true (segue_baseline_find (baseline, id, &start, &end));
  g_assert_cmpint (end, ==, segue_layout_get_step_result (fixture->layout, id)->end);
  g_assert_true (segue_baseline_get_slip (baseline, fixture->layout, id, &slip));
  g_assert_cmpint (slip, ==, 0);

  apply (fixture->plan, segue_edit_add_record (fixture->plan, later, NULL));
  layout = segue_layout_new (fixture->plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  g_assert_true (segue_baseline_get_slip (baseline, layout, id, &slip));
  /* It ends on the first day from then on that has hours. */
  g_assert_cmpint (slip, ==, segue_layout_get_step_result (layout, id)->end - end);
  g_assert_cmpint (slip, >=, 5);

  apply (fixture->plan, segue_edit_remove (fixture->plan, id, NULL));
  g_assert_true (segue_baseline_find (baseline, id, NULL, NULL));
  g_clear_pointer (&layout, segue_layout_unref);
  layout = segue_layout_new (fixture->plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  g_assert_false (segue_baseline_get_slip (baseline, layout, id, &slip));
}

static void
test_parse (void)
{
  SegueBaselineDates dates;

  g_assert_true (segue_baseline_parse ("an id with blanks 2022-06-06 2022-09-30", &dates));
  g_assert_cmpuint (dates.id_length, ==, strlen ("an id with blanks"));
  g_assert_cmpint (dates.end - dates.start, ==, 116);
  g_assert_false (segue_baseline_parse ("", &dates));
  g_assert_false (segue_baseline_parse ("2022-06-06 2022-09-30", &dates));
  g_assert_false (segue_baseline_parse ("a_2022-06-06 2022-09-30", &dates));
  g_assert_false (segue_baseline_parse ("a 2022-06-06_2022-09-30", &dates));
  g_assert_false (segue_baseline_parse ("a 2022-06-31 2022-09-30", &dates));
}

/* The id of a plan is another in every copy: no row may name it. */
static void
test_names_no_plan (Fixture      *fixture,
                    gconstpointer data)
{
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_JOURNAL, "entry");
  g_autoptr (SegueRecord) entry = NULL;
  g_autoptr (SegueChangeSet) edit = segue_change_set_new ("add");
  g_autoptr (GError) error = NULL;

  segue_record_builder_set_day (builder, SEGUE_JOURNAL_ON, segue_test_day ("2022-06-06"));
  segue_record_builder_set_string (builder, SEGUE_JOURNAL_ABOUT, segue_plan_get_id (fixture->plan));
  entry = segue_record_builder_end (builder);
  segue_change_set_add (edit, NULL, entry);
  g_assert_false (segue_plan_apply (fixture->plan, edit, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/core/scenario/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/core/scenario/names-no-plan", Fixture, NULL, set_up, test_names_no_plan, tear_down);
  g_test_add ("/core/scenario/take-over", Fixture, NULL, set_up, test_take_over, tear_down);
  g_test_add ("/core/scenario/compare", Fixture, NULL, set_up, test_compare, tear_down);
  g_test_add ("/core/scenario/compare-missing", Fixture, NULL, set_up, test_compare_missing, tear_down);
  g_test_add ("/core/baseline/slip", Fixture, NULL, set_up, test_baseline, tear_down);
  g_test_add_func ("/core/baseline/parse", test_parse);
  return g_test_run ();
}
