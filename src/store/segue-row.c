/* segue-row.c - a record in the columns of a statement, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every value travels as a bound parameter and is read as what STRICT tables
 * make of it: a whole number or a text. Lists of numbers and strings are kept
 * in GVariant's text form, which is typed and can be read back whatever it
 * holds.
 */
#include "store/segue-row.h"

#include <string.h>

static char *
print_numbers (const gint32 *numbers,
               guint         n)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (
    g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, numbers, n, sizeof *numbers));

  return g_variant_print (variant, FALSE);
}

static char *
print_strings (const char *const *strings)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_strv (strings, -1));

  return g_variant_print (variant, FALSE);
}

static int
bind_taken (sqlite3_stmt *statement,
            int           index,
            char         *text)
{
  return sqlite3_bind_text (statement, index, text, -1, g_free);
}

static int
bind_field (sqlite3_stmt      *statement,
            int                index,
            const SegueRecord *record,
            guint              f,
            const SegueField  *field)
{
  char day[SEGUE_DAY_TEXT_SIZE];

  switch (field->type)
    {
    case SEGUE_FIELD_INT:
    case SEGUE_FIELD_WEEKDAYS:
      if (!segue_record_has (record, f) && (field->flags & SEGUE_FIELD_NULLABLE))
        return sqlite3_bind_null (statement, index);
      return sqlite3_bind_int64 (statement, index, segue_record_get_int (record, f));
    case SEGUE_FIELD_BOOL:
      return sqlite3_bind_int (statement, index, segue_record_get_bool (record, f) ? 1 : 0);
    case SEGUE_FIELD_ENUM:
      return sqlite3_bind_text (statement, index, field->nicks[segue_record_get_int (record, f)], -1, SQLITE_STATIC);
    case SEGUE_FIELD_DAY:
      if (segue_record_get_day (record, f) == SEGUE_DAY_NONE)
        return sqlite3_bind_null (statement, index);
      return sqlite3_bind_text (statement, index, segue_day_format (segue_record_get_day (record, f), day), -1,
                                SQLITE_TRANSIENT);
    case SEGUE_FIELD_ESTIMATE:
    case SEGUE_FIELD_WEEK:
      if (segue_record_get_numbers (record, f) == NULL)
        return sqlite3_bind_null (statement, index);
      return bind_taken (statement, index, print_numbers (segue_record_get_numbers (record, f),
                                                          field->type == SEGUE_FIELD_WEEK ? 7 : 3));
    case SEGUE_FIELD_STRINGS:
      if (segue_record_get_strings (record, f) == NULL)
        return sqlite3_bind_null (statement, index);
      return bind_taken (statement, index, print_strings (segue_record_get_strings (record, f)));
    case SEGUE_FIELD_STRING:
    case SEGUE_FIELD_REF:
    case SEGUE_FIELD_POINT:
    case SEGUE_FIELD_JSON:
    default:
      return sqlite3_bind_text (statement, index, segue_record_get_string (record, f), -1, SQLITE_TRANSIENT);
    }
}

static gboolean
read_enum (const SegueField   *field,
           const char         *text,
           SegueRecordBuilder *builder,
           guint               f)
{
  for (int value = 0; field->nicks[value] != NULL; value++)
    if (g_str_equal (field->nicks[value], text))
      {
        segue_record_builder_set_int (builder, f, value);
        return TRUE;
      }
  return FALSE;
}

/* "[60, 120, 300]" as g_variant_print() writes it. g_variant_parse() reads far
 * more than that, and took half of the time in which a plan is opened. */
static gboolean
parse_numbers (const char *text,
               gint32     *numbers,
               guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *before = i == 0 ? "[" : ", ";
      char *end;
      gint64 number;

      if (!g_str_has_prefix (text, before))
        return FALSE;
      text += strlen (before);
      number = g_ascii_strtoll (text, &end, 10);
      if (end == text || number < G_MININT32 || number > G_MAXINT32)
        return FALSE;
      numbers[i] = (gint32) number;
      text = end;
    }
  return g_str_equal (text, "]");
}

static gboolean
read_numbers (const SegueField   *field,
              const char         *text,
              SegueRecordBuilder *builder,
              guint               f)
{
  gint32 numbers[7];

  if (!parse_numbers (text, numbers, field->type == SEGUE_FIELD_WEEK ? 7 : 3))
    return FALSE;
  segue_record_builder_set_numbers (builder, f, numbers);
  return TRUE;
}

static gboolean
read_strings (const char         *text,
              SegueRecordBuilder *builder,
              guint               f)
{
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE_STRING_ARRAY, text, NULL, NULL, NULL);
  g_autofree const char **strings = variant ? g_variant_get_strv (variant, NULL) : NULL;

  if (strings == NULL)
    return FALSE;
  segue_record_builder_set_strings (builder, f, strings);
  return TRUE;
}

/* What people wrote: UTF-8 without a NUL in it. */
static const char *
read_text (sqlite3_stmt *statement,
           int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL && g_utf8_validate_len (text, (gsize) sqlite3_column_bytes (statement, column), NULL)
    ? text : NULL;
}

static gboolean
read_text_field (sqlite3_stmt       *statement,
                 int                 column,
                 const SegueField   *field,
                 SegueRecordBuilder *builder,
                 guint               f)
{
  const char *text = read_text (statement, column);
  SegueDay day;

  if (text == NULL)
    return FALSE;
  switch ((int) field->type)
    {
    case SEGUE_FIELD_ENUM:
      return read_enum (field, text, builder, f);
    case SEGUE_FIELD_DAY:
      if (!segue_day_parse (text, &day))
        return FALSE;
      segue_record_builder_set_day (builder, f, day);
      return TRUE;
    case SEGUE_FIELD_ESTIMATE:
    case SEGUE_FIELD_WEEK:
      return read_numbers (field, text, builder, f);
    case SEGUE_FIELD_STRINGS:
      return read_strings (text, builder, f);
    default:
      segue_record_builder_set_string (builder, f, text);
      return TRUE;
    }
}

static gboolean
is_integer (SegueFieldType type)
{
  return type == SEGUE_FIELD_INT || type == SEGUE_FIELD_WEEKDAYS || type == SEGUE_FIELD_BOOL;
}

static gboolean
read_field (sqlite3_stmt       *statement,
            int                 column,
            const SegueField   *field,
            SegueRecordBuilder *builder,
            guint               f)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      if (!is_integer (field->type))
        return FALSE;
      segue_record_builder_set_int (builder, f, sqlite3_column_int64 (statement, column));
      return TRUE;
    case SQLITE_TEXT:
      return !is_integer (field->type) && read_text_field (statement, column, field, builder, f);
    default:
      return FALSE;
    }
}

/**
 * segue_row_bind:
 * @statement: what has a parameter for each column
 * @plan_id: the plan that the row belongs to
 * @record: the row
 *
 * Returns: an SQLite result code
 */
int
segue_row_bind (sqlite3_stmt      *statement,
                const char        *plan_id,
                const SegueRecord *record)
{
  const SegueKindInfo *info = segue_kind_get_info (segue_record_get_kind (record));
  int code = sqlite3_bind_text (statement, SEGUE_COLUMN_PLAN + 1, plan_id, -1, SQLITE_TRANSIENT);
  if (code == SQLITE_OK)
    code = sqlite3_bind_text (statement, SEGUE_COLUMN_ID + 1, segue_record_get_id (record), -1, SQLITE_TRANSIENT);
  if (code == SQLITE_OK)
    code = sqlite3_bind_double (statement, SEGUE_COLUMN_RANK + 1, segue_record_get_rank (record));
  if (code == SQLITE_OK)
    code = sqlite3_bind_text (statement, SEGUE_COLUMN_EXTRA + 1, segue_record_get_extra (record), -1, SQLITE_TRANSIENT);
  for (guint f = 0; f < info->n_fields && code == SQLITE_OK; f++)
    code = bind_field (statement, (int) (SEGUE_FIRST_FIELD + f + 1), record, f, &info->fields[f]);
  return code;
}

/**
 * segue_row_read:
 * @statement: a statement that stands at a row with all columns
 * @kind: what the row is
 *
 * What the record says is not looked at: see segue_record_validate().
 *
 * Returns: (transfer full) (nullable): the record, or %NULL if the columns do
 *   not make one
 */
SegueRecord *
segue_row_read (sqlite3_stmt *statement,
                SegueKind     kind)
{
  const SegueKindInfo *info = segue_kind_get_info (kind);
  const char *id = read_text (statement, SEGUE_COLUMN_ID);
  const char *extra = read_text (statement, SEGUE_COLUMN_EXTRA);
  g_autoptr (SegueRecordBuilder) builder = NULL;

  if (id == NULL || (extra == NULL && sqlite3_column_type (statement, SEGUE_COLUMN_EXTRA) != SQLITE_NULL))
    return NULL;
  builder = segue_record_builder_new (kind, id);
  segue_record_builder_set_rank (builder, sqlite3_column_double (statement, SEGUE_COLUMN_RANK));
  segue_record_builder_set_extra (builder, extra);
  for (guint f = 0; f < info->n_fields; f++)
    if (!read_field (statement, (int) (SEGUE_FIRST_FIELD + f), &info->fields[f], builder, f))
      return NULL;
  return segue_record_builder_end (g_steal_pointer (&builder));
}
