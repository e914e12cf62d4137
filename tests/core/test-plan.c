/* test-plan.c - rows by id and by rank, and what may be done to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-apply.h"
#include "core/segue-plan.h"

static SegueRecord *
make_plan_record (void)
{
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_PLAN, "plan");

  segue_record_builder_set_string (builder, SEGUE_PLAN_TITLE, "A plan");
  return segue_record_builder_end (builder);
}

static SegueRecord *
make_step (const char   *id,
           SegueStepType type,
           const char   *goal,
           double        rank)
{
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_STEP, id);

  segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, id);
  segue_record_builder_set_string (builder, SEGUE_STEP_GOAL, goal);
  segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, type);
  segue_record_builder_set_rank (builder, rank);
  return segue_record_builder_end (builder);
}

static SegueRecord *
make_goal (const char *id)
{
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_GOAL, id);

  segue_record_builder_set_string (builder, SEGUE_GOAL_TITLE, id);
  return segue_record_builder_end (builder);
}

static SegueRecord *
make_after (const char *id,
            const char *point,
            const char *other)
{
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_RULE, id);

  segue_record_builder_set_int (builder, SEGUE_RULE_RELATION, SEGUE_RELATION_AFTER);
  segue_record_builder_set_string (builder, SEGUE_RULE_POINT, point);
  segue_record_builder_set_string (builder, SEGUE_RULE_OTHER, other);
  return segue_record_builder_end (builder);
}

static gboolean
change (SeguePlan         *plan,
        const SegueRecord *before,
        const SegueRecord *after,
        GError           **error)
{
  g_autoptr (SegueChangeSet) set = segue_change_set_new ("Change");

  segue_change_set_add (set, before, after);
  return segue_plan_apply (plan, set, error);
}

/* Takes the record. */
static void
insert (SeguePlan   *plan,
        SegueRecord *record)
{
  g_autoptr (GError) error = NULL;
  gboolean done = change (plan, NULL, record, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  segue_record_unref (record);
}

static SeguePlan *
make_plan (void)
{
  SeguePlan *plan = segue_plan_new ();

  insert (plan, make_plan_record ());
  insert (plan, make_goal ("goal"));
  insert (plan, make_step ("work", SEGUE_STEP_WORK, "goal", 2));
  insert (plan, make_step ("stone", SEGUE_STEP_MILESTONE, NULL, 1));
  insert (plan, make_after ("rule", "stone", "work.end"));
  return plan;
}

static void
assert_refused (SeguePlan         *plan,
                const SegueRecord *before,
                const SegueRecord *after,
                int                code)
{
  g_autoptr (GError) error = NULL;
  guint64 revision = segue_plan_get_revision (plan);

  g_assert_false (change (plan, before, after, &error));
  g_assert_error (error, SEGUE_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_cmpuint (segue_plan_get_revision (plan), ==, revision);
}

static void
test_find (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();

  g_assert_cmpstr (segue_plan_get_id (plan), ==, "plan");
  g_assert_cmpstr (segue_plan_get_title (plan), ==, "A plan");
  g_assert_cmpuint (segue_plan_count (plan, SEGUE_KIND_STEP), ==, 2);
  g_assert_cmpstr (segue_record_get_id (segue_plan_get_nth (plan, SEGUE_KIND_STEP, 0)), ==, "stone");
  g_assert_cmpint (segue_plan_index_of (plan, SEGUE_KIND_STEP, "work"), ==, 1);
  g_assert_cmpint (segue_plan_index_of (plan, SEGUE_KIND_GOAL, "work"), ==, -1);
  g_assert_null (segue_plan_find_kind (plan, SEGUE_KIND_GOAL, "work"));
  g_assert_null (segue_plan_get_nth (plan, SEGUE_KIND_STEP, 2));
  g_assert_cmpfloat (segue_plan_next_rank (plan, SEGUE_KIND_STEP), >, 2);
}

static void
test_points (void)
{
  static const struct
  {
    const char *text;
    const char *step;
    SegueSide side;
  } cases[] = {
    { "stone", "stone", SEGUE_SIDE_START },      { "stone.end", "stone", SEGUE_SIDE_END },
    { "work.start", "work", SEGUE_SIDE_START },  { "work.end", "work", SEGUE_SIDE_END },
    { "odd.end", "odd.end", SEGUE_SIDE_START },  { "odd.end.end", "odd.end", SEGUE_SIDE_END },
    { "work", NULL }, { "work.middle", NULL }, { "goal", NULL }, { "", NULL }, { ".end", NULL },
  };
  g_autoptr (SeguePlan) plan = make_plan ();

  insert (plan, make_step ("odd.end", SEGUE_STEP_MILESTONE, NULL, 3));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SegueRecord *step = NULL;
      SegueSide side = SEGUE_SIDE_START;

      g_test_message ("%s", cases[i].text);
      g_assert_true (segue_plan_parse_point (plan, cases[i].text, &step, &side) == (cases[i].step != NULL));
      g_assert_cmpstr (step ? segue_record_get_id (step) : NULL, ==, cases[i].step);
      g_assert_cmpint (side, ==, cases[i].side);
    }
  g_assert_false (segue_plan_parse_point (plan, NULL, NULL, NULL));
}

/* What was checked holds for copies too, and no longer once the plan or the change set is another. */
static void
test_checked_once (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SeguePlan) copy = segue_plan_copy (plan);
  g_autoptr (SegueChangeSet) set = segue_change_set_new ("Change");
  g_autoptr (SegueRecord) one = make_goal ("one");
  g_autoptr (SegueRecord) two = make_goal ("two");
  g_autoptr (GHashTable) checked = NULL;
  g_autoptr (GHashTable) again = NULL;
  g_autoptr (GHashTable) more = NULL;

  segue_change_set_add (set, NULL, one);
  checked = segue_apply_check (plan, set, NULL);
  again = segue_apply_check (copy, set, NULL);
  g_assert_nonnull (checked);
  g_assert_true (again == checked);
  segue_change_set_add (set, NULL, two);
  more = segue_apply_check (plan, set, NULL);
  g_assert_cmpuint (g_hash_table_size (more), ==, 2);

  insert (copy, make_goal ("two"));
  g_assert_null (segue_apply_check (copy, set, NULL));
  g_assert_true (segue_plan_apply (plan, set, NULL));
  g_assert_false (segue_plan_apply (plan, set, NULL));
}

/* To and fro between two states, which need not be checked again; but no other way. */
static void
test_way_back (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SegueChangeSet) set = segue_change_set_new ("Change");
  g_autoptr (SegueChangeSet) inverse = NULL;
  g_autoptr (SegueRecord) one = make_goal ("one");
  guint64 before = segue_plan_get_stamp (plan);

  segue_change_set_add (set, NULL, one);
  for (int i = 0; i < 2; i++)
    {
      g_clear_object (&inverse);
      g_assert_true (segue_plan_apply (plan, set, NULL));
      g_assert_cmpuint (segue_plan_get_stamp (plan), !=, before);
      inverse = segue_change_set_invert (set);
      g_assert_true (segue_plan_apply (plan, inverse, NULL));
      g_assert_cmpuint (segue_plan_get_stamp (plan), ==, before);
    }
  g_assert_false (segue_plan_apply (plan, inverse, NULL));
  g_assert_true (segue_plan_apply (plan, set, NULL));
  insert (plan, make_after ("r9", "stone.end", "work.end"));
  g_assert_true (segue_plan_apply (plan, inverse, NULL));
  g_assert_cmpuint (segue_plan_get_stamp (plan), !=, before);
}

static void
test_refuses (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  const SegueRecord *work = segue_plan_find (plan, "work");
  const SegueRecord *stone = segue_plan_find (plan, "stone");
  g_autoptr (SegueRecord) twice = make_goal ("work");
  g_autoptr (SegueRecord) dangling = make_step ("new", SEGUE_STEP_WORK, "nowhere", 0);
  g_autoptr (SegueRecord) wrong_kind = make_step ("new", SEGUE_STEP_WORK, "stone", 0);
  g_autoptr (SegueRecord) no_side = make_after ("r2", "stone", "work");
  g_autoptr (SegueRecord) stale = make_step ("work", SEGUE_STEP_WORK, NULL, 2);
  g_autoptr (SegueRecord) no_longer = make_step ("stone", SEGUE_STEP_WORK, NULL, 1);
  g_autoptr (SegueRecord) untitled = make_step ("new", SEGUE_STEP_WORK, NULL, 0);
  SegueRecordBuilder *builder = segue_record_builder_new_from (untitled);
  g_autoptr (SegueRecord) unsound = NULL;

  segue_record_builder_clear (builder, SEGUE_STEP_TITLE);
  unsound = segue_record_builder_end (builder);

  assert_refused (plan, NULL, twice, SEGUE_ERROR_INVALID);
  assert_refused (plan, NULL, dangling, SEGUE_ERROR_INVALID);
  assert_refused (plan, NULL, wrong_kind, SEGUE_ERROR_INVALID);
  assert_refused (plan, NULL, no_side, SEGUE_ERROR_INVALID);
  assert_refused (plan, NULL, unsound, SEGUE_ERROR_INVALID);
  assert_refused (plan, stale, NULL, SEGUE_ERROR_STALE);
  assert_refused (plan, work, NULL, SEGUE_ERROR_INVALID);
  assert_refused (plan, stone, no_longer, SEGUE_ERROR_INVALID);
  assert_refused (plan, segue_plan_get_header (plan), NULL, SEGUE_ERROR_INVALID);
}

static void
count_call (guint *calls)
{
  (*calls)++;
}

typedef struct
{
  guint position, removed, added, calls;
} Heard;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Heard      *heard)
{
  *heard = (Heard) { position, removed, added, heard->calls + 1 };
}

/* An update keeps the item and tells it alone; a new row is announced in its place. */
static void
test_announces (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  GListModel *steps = segue_plan_get_items (plan, SEGUE_KIND_STEP);
  g_autoptr (SegueItem) item = g_list_model_get_item (steps, 1);
  g_autoptr (SegueItem) moved = NULL;
  g_autoptr (SegueRecord) renamed = NULL;
  g_autoptr (SegueRecord) first = NULL;
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_item_get_record (item));
  Heard heard = { 0 };
  guint titles = 0, records = 0;

  g_signal_connect (steps, "items-changed", G_CALLBACK (items_changed_cb), &heard);
  g_signal_connect_swapped (item, "notify::title", G_CALLBACK (count_call), &titles);
  g_signal_connect_swapped (item, "notify::record", G_CALLBACK (count_call), &records);

  segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, "Hard work");
  renamed = segue_record_builder_end (builder);
  g_assert_true (change (plan, segue_plan_find (plan, "work"), renamed, NULL));
  g_assert_cmpuint (heard.calls, ==, 0);
  g_assert_cmpuint (titles, ==, 1);
  g_assert_cmpuint (records, ==, 1);
  g_assert_cmpstr (segue_item_get_title (item), ==, "Hard work");

  insert (plan, make_step ("between", SEGUE_STEP_WORK, NULL, 1.5));
  g_assert_cmpuint (heard.calls, ==, 1);
  g_assert_cmpuint (heard.position, ==, 1);
  g_assert_cmpuint (heard.removed, ==, 0);
  g_assert_cmpuint (heard.added, ==, 1);

  builder = segue_record_builder_new_from (renamed);
  segue_record_builder_set_rank (builder, 0);
  first = segue_record_builder_end (builder);
  g_assert_true (change (plan, renamed, first, NULL));
  g_assert_cmpuint (heard.calls, ==, 2);
  moved = g_list_model_get_item (steps, 0);
  g_assert_true (moved == item);
  g_assert_true (segue_item_get_record (item) == first);
  g_assert_cmpuint (titles, ==, 1);
}

static void
test_copy (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SeguePlan) copy = segue_plan_copy (plan);
  g_autoptr (SegueRecord) goal = make_goal ("another");

  g_assert_true (change (copy, NULL, goal, NULL));
  g_assert_cmpuint (segue_plan_count (copy, SEGUE_KIND_GOAL), ==, 2);
  g_assert_cmpuint (segue_plan_count (plan, SEGUE_KIND_GOAL), ==, 1);
  g_assert_true (segue_plan_find (plan, "work") == segue_plan_find (copy, "work"));
}

static void
add_goals (SeguePlan  *plan,
           const char *stem,
           guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", stem, i);
      g_autoptr (SegueRecord) goal = make_goal (id);

      g_assert_true (change (plan, NULL, goal, NULL));
    }
}

/* Neither side hears of what is done to the other, however much that is. */
static void
test_copies_part (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SeguePlan) copy = segue_plan_copy (plan);
  g_autoptr (SeguePlan) later = NULL;
  g_autoptr (SegueRecord) renamed = NULL;
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_find (plan, "work"));

  segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, "Renamed");
  renamed = segue_record_builder_end (builder);
  g_assert_true (change (plan, segue_plan_find (plan, "work"), renamed, NULL));
  g_assert_true (segue_plan_find (plan, "work") == renamed);
  g_assert_true (segue_plan_find (copy, "work") != renamed);
  g_assert_true (segue_plan_get_nth (copy, SEGUE_KIND_STEP, (guint) segue_plan_index_of (copy, SEGUE_KIND_STEP, "work"))
                 == segue_plan_find (copy, "work"));

  g_assert_true (change (copy, segue_plan_find (copy, "rule"), NULL, NULL));
  g_assert_null (segue_plan_find (copy, "rule"));
  g_assert_nonnull (segue_plan_find (plan, "rule"));

  add_goals (plan, "mine", 300);
  later = segue_plan_copy (plan);
  add_goals (copy, "its", 300);
  g_assert_nonnull (segue_plan_find (plan, "mine-299"));
  g_assert_nonnull (segue_plan_find (later, "mine-0"));
  g_assert_null (segue_plan_find (copy, "mine-0"));
  g_assert_null (segue_plan_find (plan, "its-0"));
  g_assert_null (segue_plan_find (copy, "rule"));
  g_assert_true (segue_plan_find (later, "work") == renamed);
}

/* A change set may build on its own earlier changes, and all of it counts or nothing. */
static void
test_all_or_nothing (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SegueChangeSet) set = segue_change_set_new ("Several");
  g_autoptr (SegueRecord) step = make_step ("new", SEGUE_STEP_WORK, "goal", 9);
  g_autoptr (SegueRecord) again = make_step ("new", SEGUE_STEP_WAIT, "goal", 9);
  g_autoptr (SegueRecord) bad = make_after ("bad", "new.end", "nothing");
  guint applied = 0;

  g_signal_connect_swapped (plan, "applied", G_CALLBACK (count_call), &applied);
  segue_change_set_add (set, NULL, step);
  segue_change_set_add (set, step, again);
  segue_change_set_add (set, segue_plan_find (plan, "rule"), NULL);
  segue_change_set_add (set, segue_plan_find (plan, "work"), NULL);
  g_assert_true (segue_plan_apply (plan, set, NULL));
  g_assert_true (segue_plan_find (plan, "new") == again);
  g_assert_null (segue_plan_find (plan, "work"));
  g_assert_cmpuint (applied, ==, 1);

  g_clear_object (&set);
  set = segue_change_set_new ("Half");
  segue_change_set_add (set, again, NULL);
  segue_change_set_add (set, NULL, bad);
  g_assert_false (segue_plan_apply (plan, set, NULL));
  g_assert_true (segue_plan_find (plan, "new") == again);
  g_assert_cmpuint (applied, ==, 1);
}

static void
test_many (void)
{
  enum { MANY = 100000 };
  g_autoptr (SeguePlan) plan = make_plan ();
  g_autoptr (SegueChangeSet) set = segue_change_set_new ("Many");

  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%d", i);
      g_autoptr (SegueRecord) step = make_step (id, SEGUE_STEP_WORK, "goal", (i * 7919) % MANY + 10);

      segue_change_set_add (set, NULL, step);
    }
  g_assert_true (segue_plan_apply (plan, set, NULL));
  g_assert_cmpuint (segue_plan_count (plan, SEGUE_KIND_STEP), ==, MANY + 2);
  for (int i = 0; i < MANY; i++)
    {
      const SegueRecord *record = segue_plan_get_nth (plan, SEGUE_KIND_STEP, (guint) i + 2);

      g_assert_cmpint (segue_plan_index_of (plan, SEGUE_KIND_STEP, segue_record_get_id (record)), ==, i + 2);
    }
}

static void
test_make_id (void)
{
  g_autoptr (SeguePlan) plan = make_plan ();

  for (int i = 0; i < 10; i++)
    {
      g_autofree char *id = segue_plan_make_id (plan, "goal");

      g_assert_null (segue_plan_find (plan, id));
      insert (plan, make_goal (id));
    }
}

static SeguePlan *
make_from (SegueRecord *records[],
           guint        n,
           GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, records[i]);
  return segue_plan_new_from (rows, error);
}

/* All rows at once make the plan that they make one after another, or none. */
static void
test_new_from (void)
{
  g_autoptr (SegueRecord) header = make_plan_record ();
  g_autoptr (SegueRecord) goal = make_goal ("goal");
  g_autoptr (SegueRecord) later = make_step ("later", SEGUE_STEP_WORK, "goal", 2);
  g_autoptr (SegueRecord) sooner = make_step ("sooner", SEGUE_STEP_WORK, NULL, 1);
  g_autoptr (SegueRecord) dangling = make_step ("dangling", SEGUE_STEP_WORK, "nowhere", 3);
  g_autoptr (SegueRecord) twice = make_goal ("later");
  SegueRecord *rows[] = { later, goal, sooner, header };
  SegueRecord *bad[][3] = { { header, dangling, goal }, { header, later, twice }, { goal, later, sooner },
                            { header, header, goal } };
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) plan = make_from (rows, G_N_ELEMENTS (rows), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (segue_plan_get_title (plan), ==, "A plan");
  g_assert_cmpuint (segue_plan_count (plan, SEGUE_KIND_STEP), ==, 2);
  g_assert_true (segue_plan_get_nth (plan, SEGUE_KIND_STEP, 0) == sooner);
  g_assert_true (segue_plan_find (plan, "later") == later);
  g_assert_cmpuint (segue_plan_get_revision (plan), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (make_from (bad[i], G_N_ELEMENTS (bad[i]), &error));
      g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID);
      g_clear_error (&error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/plan/find", test_find);
  g_test_add_func ("/core/plan/points", test_points);
  g_test_add_func ("/core/plan/refuses", test_refuses);
  g_test_add_func ("/core/plan/checked-once", test_checked_once);
  g_test_add_func ("/core/plan/way-back", test_way_back);
  g_test_add_func ("/core/plan/new-from", test_new_from);
  g_test_add_func ("/core/plan/announces", test_announces);
  g_test_add_func ("/core/plan/copy", test_copy);
  g_test_add_func ("/core/plan/copies-part", test_copies_part);
  g_test_add_func ("/core/plan/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/core/plan/many", test_many);
  g_test_add_func ("/core/plan/make-id", test_make_id);
  return g_test_run ();
}
