/* test-record.c - the tables of fields and the rows they declare
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-record.h"

/* Sets a field to a value that differs from its fallback and is sound. */
static void
set_some (SegueRecordBuilder *builder,
          const SegueField   *field,
          guint               index)
{
  static const gint32 numbers[] = { 1, 2, 3, 4, 5, 6, 7 };
  static const char *const strings[] = { "eins", "zwei", NULL };

  switch (field->type)
    {
    case SEGUE_FIELD_INT:
    case SEGUE_FIELD_WEEKDAYS:
      segue_record_builder_set_int (builder, index, field->max == field->fallback ? field->min : field->max);
      break;
    case SEGUE_FIELD_BOOL:
      segue_record_builder_set_bool (builder, index, !field->fallback);
      break;
    case SEGUE_FIELD_ENUM:
      segue_record_builder_set_int (builder, index, field->fallback == 1 ? 0 : 1);
      break;
    case SEGUE_FIELD_DAY:
      segue_record_builder_set_day (builder, index, 20000);
      break;
    case SEGUE_FIELD_ESTIMATE:
    case SEGUE_FIELD_WEEK:
      segue_record_builder_set_numbers (builder, index, numbers);
      break;
    case SEGUE_FIELD_STRINGS:
      segue_record_builder_set_strings (builder, index, strings);
      break;
    case SEGUE_FIELD_STRING:
    case SEGUE_FIELD_REF:
    case SEGUE_FIELD_POINT:
    case SEGUE_FIELD_JSON:
      segue_record_builder_set_string (builder, index, "[]");
      break;
    default:
      g_assert_not_reached ();
    }
}

static SegueRecord *
make_full (SegueKind kind)
{
  const SegueKindInfo *info = segue_kind_get_info (kind);
  static const char *const dates[] = { "a step 2022-06-06 2022-06-06", "b 2022-06-06 2022-09-30", NULL };
  SegueRecordBuilder *builder = segue_record_builder_new (kind, "x");

  for (guint i = 0; i < info->n_fields; i++)
    set_some (builder, &info->fields[i], i);
  if (kind == SEGUE_KIND_BASELINE)
    segue_record_builder_set_strings (builder, SEGUE_BASELINE_DATES, dates);
  segue_record_builder_set_rank (builder, 1.5);
  segue_record_builder_set_extra (builder, "{\"a\":1}");
  return segue_record_builder_end (builder);
}

/* Every row of every table makes sense by itself. */
static void
test_tables (void)
{
  for (SegueKind kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      const SegueKindInfo *info = segue_kind_get_info (kind);
      g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (info->n_fields, <=, 32);
      g_assert_cmpint (info->fields[info->title_field].type, ==, SEGUE_FIELD_STRING);
      g_assert_nonnull (info->name);
      g_assert_nonnull (info->list);
      g_assert_nonnull (info->label);
      for (guint i = 0; i < info->n_fields; i++)
        {
          const SegueField *field = &info->fields[i];

          g_test_message ("%s.%s", info->name, field->name);
          g_assert_nonnull (field->label);
          g_assert_true (g_hash_table_add (columns, (gpointer) (field->column ? field->column : field->name)));
          g_assert_true ((field->nicks != NULL) == (field->type == SEGUE_FIELD_ENUM));
          g_assert_true (field->type != SEGUE_FIELD_INT || field->min < field->max);
          g_assert_true ((field->fallback == SEGUE_NONE) == ((field->flags & SEGUE_FIELD_NULLABLE) != 0));
          if (field->type == SEGUE_FIELD_INT && field->fallback != SEGUE_NONE && !(field->flags & SEGUE_FIELD_REQUIRED))
            g_assert_true (field->fallback >= field->min && field->fallback <= field->max);
        }
    }
}

static void
test_full_is_sound (void)
{
  for (SegueKind kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      g_autoptr (SegueRecord) full = make_full (kind);
      g_autoptr (GError) error = NULL;

      g_assert_true (segue_record_validate (full, &error));
      g_assert_no_error (error);
      for (guint i = 0; i < segue_kind_get_info (kind)->n_fields; i++)
        g_assert_true (segue_record_has (full, i));
    }
}

/* Leaving a field out, or giving another value, is seen by equal and by nothing else. */
static void
test_equal (void)
{
  for (SegueKind kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      g_autoptr (SegueRecord) full = make_full (kind);
      g_autoptr (SegueRecord) same = segue_record_builder_end (segue_record_builder_new_from (full));

      g_assert_true (segue_record_equal (full, same));
      for (guint i = 0; i < segue_kind_get_info (kind)->n_fields; i++)
        {
          SegueRecordBuilder *builder = segue_record_builder_new_from (full);
          g_autoptr (SegueRecord) other = NULL;

          segue_record_builder_clear (builder, i);
          other = segue_record_builder_end (builder);
          g_assert_false (segue_record_has (other, i));
          g_assert_false (segue_record_equal (full, other));
          for (guint j = 0; j < segue_kind_get_info (kind)->n_fields; j++)
            g_assert_true (segue_record_field_equal (full, other, j) == (i != j));
        }
    }
}

static void
test_equal_beside_fields (void)
{
  g_autoptr (SegueRecord) full = make_full (SEGUE_KIND_STEP);

  for (int change = 0; change < 4; change++)
    {
      SegueRecordBuilder *builder = segue_record_builder_new_from (full);
      g_autoptr (SegueRecord) other = NULL;

      if (change == 0)
        segue_record_builder_set_id (builder, "y");
      else if (change == 1)
        segue_record_builder_set_rank (builder, 2);
      else if (change == 2)
        segue_record_builder_set_extra (builder, NULL);
      other = segue_record_builder_end (builder);
      g_assert_true (segue_record_equal (full, other) == (change == 3));
    }
  g_assert_true (segue_record_equal (NULL, NULL));
  g_assert_false (segue_record_equal (full, NULL));
}

/* What says what its fallback says counts as not given, unless it must be given. */
static void
test_fallback (void)
{
  g_autoptr (SegueRecordBuilder) builder = segue_record_builder_new (SEGUE_KIND_STEP, "s");
  g_autoptr (SegueRecord) step = NULL;

  segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, SEGUE_STEP_WORK);
  segue_record_builder_set_int (builder, SEGUE_STEP_WEEKDAYS, 0x7f);
  segue_record_builder_set_int (builder, SEGUE_STEP_IMPORTANCE, 4);
  segue_record_builder_set_int (builder, SEGUE_STEP_IMPORTANCE, SEGUE_NONE);
  segue_record_builder_set_bool (builder, SEGUE_STEP_GATE, FALSE);
  segue_record_builder_set_day (builder, SEGUE_STEP_TARGET, SEGUE_DAY_NONE);
  segue_record_builder_set_string (builder, SEGUE_STEP_NOTE, NULL);
  step = segue_record_builder_end (g_steal_pointer (&builder));

  g_assert_true (segue_record_has (step, SEGUE_STEP_TYPE));
  g_assert_false (segue_record_has (step, SEGUE_STEP_WEEKDAYS));
  g_assert_false (segue_record_has (step, SEGUE_STEP_IMPORTANCE));
  g_assert_false (segue_record_has (step, SEGUE_STEP_GATE));
  g_assert_cmpint (segue_record_get_int (step, SEGUE_STEP_WEEKDAYS), ==, 0x7f);
  g_assert_true (segue_record_get_int (step, SEGUE_STEP_IMPORTANCE) == SEGUE_NONE);
  g_assert_cmpint (segue_record_get_day (step, SEGUE_STEP_TARGET), ==, SEGUE_DAY_NONE);
  g_assert_null (segue_record_get_numbers (step, SEGUE_STEP_EFFORT));
  g_assert_null (segue_record_get_string (step, SEGUE_STEP_NOTE));
  g_assert_cmpstr (segue_record_get_title (step), ==, "");
}

static void
refuse (SegueRecordBuilder *builder)
{
  g_autoptr (SegueRecord) record = segue_record_builder_end (builder);
  g_autoptr (GError) error = NULL;

  g_assert_false (segue_record_validate (record, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_false (segue_record_validate (record, NULL));
}

static void
test_refuses_missing (void)
{
  for (SegueKind kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      const SegueKindInfo *info = segue_kind_get_info (kind);
      g_autoptr (SegueRecord) full = make_full (kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          SegueRecordBuilder *builder = segue_record_builder_new_from (full);

          segue_record_builder_clear (builder, i);
          if (info->fields[i].flags & SEGUE_FIELD_REQUIRED)
            refuse (builder);
          else
            segue_record_builder_free (builder);
        }
    }
}

static void
test_refuses_wrong (void)
{
  static const gint32 falling[] = { 3, 2, 1 }, negative[] = { -1, 2, 3 };
  g_autoptr (SegueRecord) step = make_full (SEGUE_KIND_STEP);
  g_autoptr (SegueRecord) rule = make_full (SEGUE_KIND_RULE);
  g_autoptr (SegueRecord) period = make_full (SEGUE_KIND_PERIOD);
  g_autoptr (SegueRecord) grant = make_full (SEGUE_KIND_GRANT);
  g_autoptr (SegueRecord) exclusive = make_full (SEGUE_KIND_EXCLUSIVE);
  g_autoptr (SegueRecord) baseline = make_full (SEGUE_KIND_BASELINE);
  static const char *const single[] = { "alone", NULL };
  static const char *const no_id[] = { " 2022-06-06 2022-09-30", NULL };
  static const char *const no_day[] = { "a 2022-02-30 2022-09-30", NULL };
  static const char *const backwards[] = { "a 2022-09-30 2022-06-06", NULL };
  SegueRecordBuilder *builder;

#define REFUSE(record, call) \
  builder = segue_record_builder_new_from (record); \
  call; \
  refuse (builder)

  REFUSE (step, segue_record_builder_set_id (builder, ""));
  REFUSE (baseline, segue_record_builder_set_strings (builder, SEGUE_BASELINE_DATES, single));
  REFUSE (baseline, segue_record_builder_set_strings (builder, SEGUE_BASELINE_DATES, no_id));
  REFUSE (baseline, segue_record_builder_set_strings (builder, SEGUE_BASELINE_DATES, no_day));
  REFUSE (baseline, segue_record_builder_set_strings (builder, SEGUE_BASELINE_DATES, backwards));
  REFUSE (step, segue_record_builder_set_int (builder, SEGUE_STEP_SPENT, -1));
  REFUSE (step, segue_record_builder_set_int (builder, SEGUE_STEP_IMPORTANCE, 6));
  REFUSE (step, segue_record_builder_set_int (builder, SEGUE_STEP_STATUS, 4));
  REFUSE (step, segue_record_builder_set_int (builder, SEGUE_STEP_WEEKDAYS, 0x80));
  REFUSE (step, segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, "\xff"));
  REFUSE (step, segue_record_builder_set_day (builder, SEGUE_STEP_TARGET, SEGUE_DAY_MAX + 1));
  REFUSE (step, segue_record_builder_set_numbers (builder, SEGUE_STEP_EFFORT, falling));
  REFUSE (step, segue_record_builder_set_numbers (builder, SEGUE_STEP_DAYS, negative));
  REFUSE (rule, segue_record_builder_clear (builder, SEGUE_RULE_DATE));
  REFUSE (rule, (segue_record_builder_set_int (builder, SEGUE_RULE_MIN, 5),
                 segue_record_builder_set_int (builder, SEGUE_RULE_MAX, 4)));
  REFUSE (rule, (segue_record_builder_set_int (builder, SEGUE_RULE_RELATION, SEGUE_RELATION_AFTER),
                 segue_record_builder_clear (builder, SEGUE_RULE_OTHER)));
  REFUSE (step, segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, ""));
  REFUSE (step, segue_record_builder_set_string (builder, SEGUE_STEP_NEEDS, "{}"));
  REFUSE (grant, segue_record_builder_set_string (builder, SEGUE_GRANT_TRANCHES, "[{\"date\":\"2023-02-30\",\"units\":1}]"));
  REFUSE (exclusive, segue_record_builder_set_strings (builder, SEGUE_EXCLUSIVE_OF, single));
  REFUSE (period, segue_record_builder_set_day (builder, SEGUE_PERIOD_UNTIL, 19999));

#undef REFUSE
}

static SegueRecord *
make_titled (const char *title)
{
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_GOAL, "g");

  segue_record_builder_set_string (builder, SEGUE_GOAL_TITLE, title);
  return segue_record_builder_end (builder);
}

/* Titles are shown as they are, but for those that would turn or fill what stands beside them. */
static void
test_name (void)
{
  static const char *const plain[] = { "", "New job", "새 직장", "Größe – “x”", "日本語", "👩‍💻 code" };
  static const char *const turned[] = { "תואר שני", "ماجستير", "MSc תואר", "a\u202eb" };
  g_autofree char *long_title = g_strnfill (1000000, 'x');
  g_autoptr (SegueRecord) huge = make_titled (long_title);
  const char *name = segue_record_get_name (huge);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autoptr (SegueRecord) record = make_titled (plain[i]);

      g_assert_cmpstr (segue_record_get_name (record), ==, plain[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (turned); i++)
    {
      g_autoptr (SegueRecord) record = make_titled (turned[i]);
      g_autofree char *apart = g_strdup_printf ("\u200e\u2068%s\u2069", turned[i]);

      g_assert_cmpstr (segue_record_get_name (record), ==, apart);
      g_assert_cmpstr (segue_record_get_title (record), ==, turned[i]);
    }
  g_assert_cmpint (g_utf8_strlen (name, -1), ==, 401);
  g_assert_true (g_str_has_suffix (name, "x…"));
  g_assert_true (segue_record_get_name (huge) == name);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/record/tables", test_tables);
  g_test_add_func ("/core/record/full-is-sound", test_full_is_sound);
  g_test_add_func ("/core/record/equal", test_equal);
  g_test_add_func ("/core/record/equal-beside-fields", test_equal_beside_fields);
  g_test_add_func ("/core/record/fallback", test_fallback);
  g_test_add_func ("/core/record/refuses-missing", test_refuses_missing);
  g_test_add_func ("/core/record/refuses-wrong", test_refuses_wrong);
  g_test_add_func ("/core/record/name", test_name);
  return g_test_run ();
}
