/* random-plan.c - plans made of the field tables by chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/random-plan.h"

typedef struct
{
  GRand *rand;
  SeguePlan *plan;
  SegueRecordBuilder *builder;
  const SegueField *info;
  SegueKind kind;
  guint field;
} Maker;

static const char *const texts[] = {
  "Apply", "석사 지원", "a \"quoted\" text", "back\\slash", "two\nlines\tand a tab", "'); DROP TABLE steps; --",
  "e\xcc\x81 combined", "😀 emoji", ("\xe2\x80\xae" "bidi"), "\x01\x1f\x7f", "%s%n", "<b>&amp;</b>", " ",
};

static gint64
pick (GRand *rand,
      gint64 min,
      gint64 max)
{
  double span = (double) max - (double) min + 1;

  if (g_rand_int_range (rand, 0, 4) == 0)
    return g_rand_boolean (rand) ? min : max;
  return min + (gint64) (g_rand_double (rand) * span);
}

static SegueDay
pick_day (GRand *rand)
{
  return (SegueDay) pick (rand, SEGUE_DAY_MIN, SEGUE_DAY_MAX);
}

static const SegueRecord *
pick_record (Maker    *maker,
             SegueKind kind)
{
  guint n = segue_plan_count (maker->plan, kind);

  return n ? segue_plan_get_nth (maker->plan, kind, (guint) g_rand_int_range (maker->rand, 0, (gint32) n)) : NULL;
}

static void
set_point (Maker *maker)
{
  const SegueRecord *step = pick_record (maker, SEGUE_KIND_STEP);
  static const char *const sides[] = { ".start", ".end", "" };
  g_autofree char *point = NULL;
  int n;

  if (step == NULL)
    return;
  n = segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE ? 3 : 2;
  point = g_strconcat (segue_record_get_id (step), sides[g_rand_int_range (maker->rand, 0, n)], NULL);
  segue_record_builder_set_string (maker->builder, maker->field, point);
}

static void
set_numbers (Maker *maker)
{
  gint32 values[7];
  gint64 floor = maker->info->min;

  for (int i = 0; i < 7; ++i)
    {
      values[i] = (gint32) pick (maker->rand, floor, maker->info->max);
      if (maker->info->type == SEGUE_FIELD_ESTIMATE)
        floor = values[i];
    }
  segue_record_builder_set_numbers (maker->builder, maker->field, values);
}

static void
set_strings (Maker *maker)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (int n = g_rand_int_range (maker->rand, 2, 5); n > 0; --n)
    {
      const SegueRecord *step = pick_record (maker, SEGUE_KIND_STEP);

      if (maker->kind == SEGUE_KIND_EXCLUSIVE && step)
        g_strv_builder_add (list, segue_record_get_id (step));
      else if (maker->kind == SEGUE_KIND_BASELINE)
        g_strv_builder_add (list, "a step 2022-06-06 2022-09-30");
      else if (maker->kind != SEGUE_KIND_EXCLUSIVE)
        g_strv_builder_add (list, texts[g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (texts))]);
    }
  values = g_strv_builder_end (list);
  segue_record_builder_set_strings (maker->builder, maker->field, (const char *const *) values);
}

static void
set_json (Maker *maker)
{
  const SegueRecord *pool = pick_record (maker, SEGUE_KIND_POOL);
  g_autofree char *text = NULL;

  if (maker->kind == SEGUE_KIND_GRANT && maker->field == SEGUE_GRANT_TRANCHES)
    text = g_strdup ("[{\"date\":\"2023-04-01\",\"units\":12,\"x\":[1.50]}]");
  else if (maker->kind == SEGUE_KIND_GRANT)
    text = g_strdup (g_rand_boolean (maker->rand) ? "12.500" : "\"0.1\"");
  else if (pool)
    text = g_strdup_printf ("[{\"pool\":\"%s\",\"per_day\":3}]", segue_record_get_id (pool));
  else
    text = g_strdup ("[]");
  segue_record_builder_set_string (maker->builder, maker->field, text);
}

static void
set_reference (Maker *maker)
{
  const SegueRecord *record = pick_record (maker, maker->info->ref);

  if (record)
    segue_record_builder_set_string (maker->builder, maker->field, segue_record_get_id (record));
}

static void
set_string (Maker *maker)
{
  const char *text = texts[g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (texts))];

  if (maker->kind == SEGUE_KIND_JOURNAL && maker->field == SEGUE_JOURNAL_ABOUT)
    text = segue_record_get_id (segue_plan_get_nth (maker->plan, SEGUE_KIND_GOAL, 0));
  segue_record_builder_set_string (maker->builder, maker->field, text);
}

static void
set_field (Maker *maker)
{
  switch (maker->info->type)
    {
    case SEGUE_FIELD_STRING:
      set_string (maker);
      break;
    case SEGUE_FIELD_INT:
    case SEGUE_FIELD_WEEKDAYS:
      segue_record_builder_set_int (maker->builder, maker->field,
                                    pick (maker->rand, maker->info->min, maker->info->max));
      break;
    case SEGUE_FIELD_BOOL:
      segue_record_builder_set_bool (maker->builder, maker->field, g_rand_boolean (maker->rand));
      break;
    case SEGUE_FIELD_DAY:
      segue_record_builder_set_day (maker->builder, maker->field, pick_day (maker->rand));
      break;
    case SEGUE_FIELD_ENUM:
      segue_record_builder_set_int (maker->builder, maker->field,
                                    g_rand_int_range (maker->rand, 0, (gint32) g_strv_length ((char **) maker->info->nicks)));
      break;
    case SEGUE_FIELD_REF:
      set_reference (maker);
      break;
    case SEGUE_FIELD_POINT:
      set_point (maker);
      break;
    case SEGUE_FIELD_ESTIMATE:
    case SEGUE_FIELD_WEEK:
      set_numbers (maker);
      break;
    case SEGUE_FIELD_STRINGS:
      set_strings (maker);
      break;
    case SEGUE_FIELD_JSON:
      set_json (maker);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A step has what its type must have and not what another type would have. */
static gboolean
is_wanted (Maker *maker,
           gint64 type)
{
  if (maker->info->flags & SEGUE_FIELD_REQUIRED)
    return TRUE;
  if (maker->kind == SEGUE_KIND_STEP)
    {
      if (maker->field == SEGUE_STEP_EFFORT && type == SEGUE_STEP_WORK)
        return TRUE;
      if (maker->field == SEGUE_STEP_LOAD && type == SEGUE_STEP_PRACTICE)
        return TRUE;
      if (maker->field == SEGUE_STEP_DAYS)
        return type == SEGUE_STEP_WAIT;
      if (maker->field == SEGUE_STEP_WEEKDAYS)
        return type == SEGUE_STEP_WORK && g_rand_boolean (maker->rand);
    }
  if (maker->kind == SEGUE_KIND_RULE && (maker->field == SEGUE_RULE_OTHER || maker->field == SEGUE_RULE_DATE))
    return TRUE;
  return g_rand_boolean (maker->rand);
}

static void
make_sound (Maker *maker)
{
  g_autoptr (SegueRecord) record = segue_record_builder_end (maker->builder);

  maker->builder = segue_record_builder_new_from (record);
  if (maker->kind == SEGUE_KIND_RULE &&
      segue_record_get_int (record, SEGUE_RULE_MAX) < segue_record_get_int (record, SEGUE_RULE_MIN))
    segue_record_builder_clear (maker->builder, SEGUE_RULE_MAX);
  if (maker->kind == SEGUE_KIND_PERIOD &&
      segue_record_get_day (record, SEGUE_PERIOD_UNTIL) < segue_record_get_day (record, SEGUE_PERIOD_FROM))
    segue_record_builder_set_day (maker->builder, SEGUE_PERIOD_UNTIL,
                                  segue_record_get_day (record, SEGUE_PERIOD_FROM));
}

/**
 * make_random_record:
 * @plan: where to find what it may refer to
 *
 * Returns: (transfer full): a sound record
 */
SegueRecord *
make_random_record (GRand      *rand,
                    SeguePlan  *plan,
                    SegueKind   kind,
                    const char *id,
                    double      rank)
{
  const SegueKindInfo *info = segue_kind_get_info (kind);
  Maker maker = { rand, plan, segue_record_builder_new (kind, id), .kind = kind };
  gint64 type = g_rand_int_range (rand, 0, 4);

  segue_record_builder_set_rank (maker.builder, rank);
  if (g_rand_int_range (rand, 0, 4) == 0)
    segue_record_builder_set_extra (maker.builder, "{\"x-colour\":\"#ff0000\",\"x-list\":[1,2.50,{\"a\":null}]}");
  for (guint i = 0; i < info->n_fields; ++i)
    {
      maker.field = i;
      maker.info = &info->fields[i];
      if (kind == SEGUE_KIND_STEP && i == SEGUE_STEP_TYPE)
        segue_record_builder_set_int (maker.builder, i, type);
      else if (is_wanted (&maker, type))
        set_field (&maker);
    }
  make_sound (&maker);
  return segue_record_builder_end (maker.builder);
}

static void
add_record (SeguePlan   *plan,
            SegueRecord *record)
{
  g_autoptr (SegueChangeSet) change_set = segue_change_set_new ("x");
  g_autoptr (GError) error = NULL;

  segue_change_set_add (change_set, NULL, record);
  segue_plan_apply (plan, change_set, &error);
  g_assert_no_error (error);
}

/**
 * make_random_plan:
 * @n_rows: how many rows of each kind at most
 *
 * Returns: (transfer full): a plan with rows of every kind
 */
SeguePlan *
make_random_plan (GRand *rand,
                  guint  n_rows)
{
  SeguePlan *plan = segue_plan_new ();

  for (SegueKind kind = 0; kind < SEGUE_N_KINDS; ++kind)
    {
      guint n = kind == SEGUE_KIND_PLAN ? 1 : 1 + (guint) g_rand_int_range (rand, 0, (gint32) n_rows);

      for (guint i = 0; i < n; ++i)
        {
          guint number = kind == SEGUE_KIND_PLAN ? g_rand_int (rand) : i;
          g_autofree char *id = g_strdup_printf ("%s %u", segue_kind_get_info (kind)->name, number);
          g_autoptr (SegueRecord) record = make_random_record (rand, plan, kind, id, i);

          add_record (plan, record);
        }
    }
  return plan;
}

static void
assert_same_header (SeguePlan *a,
                    SeguePlan *b)
{
  g_autoptr (SegueRecord) header = NULL;
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_get_header (a));

  segue_record_builder_set_id (builder, segue_plan_get_id (b));
  header = segue_record_builder_end (builder);
  g_assert_true (segue_record_equal (header, segue_plan_get_header (b)));
}

/* Routes stand by their goals; how those of different goals interleave means
 * nothing, and nor does the number of a rank. */
static void
assert_same_row (const SegueRecord *a,
                 const SegueRecord *b)
{
  g_autoptr (SegueRecord) copy = NULL;
  SegueRecordBuilder *builder;

  g_assert_nonnull (b);
  builder = segue_record_builder_new_from (a);
  segue_record_builder_set_rank (builder, segue_record_get_rank (b));
  copy = segue_record_builder_end (builder);
  for (guint i = 0; i < segue_kind_get_info (segue_record_get_kind (a))->n_fields; ++i)
    if (segue_record_get_kind (b) == segue_record_get_kind (a) && !segue_record_field_equal (copy, b, i))
      g_error ("“%s” differs in %s", segue_record_get_id (a),
               segue_kind_get_info (segue_record_get_kind (a))->fields[i].name);
  g_assert_cmpstr (segue_record_get_extra (copy), ==, segue_record_get_extra (b));
  g_assert_true (segue_record_equal (copy, b));
}

/* Everything but the plan's own id and the numbers of the ranks. */
void
assert_same_plan (SeguePlan *a,
                  SeguePlan *b)
{
  assert_same_header (a, b);
  for (SegueKind kind = SEGUE_KIND_GOAL; kind < SEGUE_N_KINDS; ++kind)
    {
      g_assert_cmpuint (segue_plan_count (a, kind), ==, segue_plan_count (b, kind));
      for (guint i = 0; i < segue_plan_count (a, kind); ++i)
        {
          const SegueRecord *row = segue_plan_get_nth (a, kind, i);
          const SegueRecord *other = segue_plan_find (b, segue_record_get_id (row));

          assert_same_row (row, other);
          if (kind != SEGUE_KIND_ROUTE)
            g_assert_true (other == segue_plan_get_nth (b, kind, i));
        }
    }
}
