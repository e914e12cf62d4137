/* segue-table.c - records as rows, driven by the field tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every table has the columns
 *
 *   plan │ id │ rank │ extra │ one for each field of the kind
 *
 * and every value travels as a bound parameter. Lists of numbers and strings
 * are kept in GVariant's text form, which is typed and can be read back
 * whatever it holds.
 */
#include "store/segue-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  COLUMN_PLAN,
  COLUMN_ID,
  COLUMN_RANK,
  COLUMN_EXTRA,
  FIRST_FIELD,
};

typedef enum
{
  STATEMENT_LOAD,
  STATEMENT_FIND,
  STATEMENT_INSERT,
  STATEMENT_UPDATE,
  STATEMENT_DELETE,
  STATEMENT_CLEAR,
  N_STATEMENTS,
} Statement;

struct _SegueTable
{
  SegueConnection *connection;
  SegueKind kind;
  const SegueKindInfo *info;
  sqlite3_stmt *statements[N_STATEMENTS];
};

static const char *
get_column (const SegueField *field)
{
  return field->column ? field->column : field->name;
}

/* ---- SQL from the table of fields ---- */

static void
append_columns (SegueTable *self,
                GString    *sql,
                const char *suffix)
{
  static const char *const fixed[] = { "plan", "id", "rank", "extra" };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_string_append_printf (sql, "%s\"%s\"%s", i > 0 ? ", " : "", fixed[i], suffix);
  for (guint i = 0; i < self->info->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"%s", get_column (&self->info->fields[i]), suffix);
}

static void
append_parameters (SegueTable *self,
                   GString    *sql)
{
  for (guint i = 0; i < FIRST_FIELD + self->info->n_fields; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);
}

static char *
build_sql (SegueTable *self,
           Statement   statement)
{
  GString *sql = g_string_new (NULL);
  const char *table = self->info->list;

  switch (statement)
    {
    case STATEMENT_LOAD:
    case STATEMENT_FIND:
      g_string_append (sql, "SELECT ");
      append_columns (self, sql, "");
      g_string_append_printf (sql, " FROM \"%s\" WHERE \"plan\" = ?1%s", table,
                              statement == STATEMENT_LOAD ? " ORDER BY \"rank\", \"id\"" : " AND \"id\" = ?2");
      break;
    case STATEMENT_INSERT:
      g_string_append_printf (sql, "INSERT INTO \"%s\" (", table);
      append_columns (self, sql, "");
      g_string_append (sql, ") VALUES (");
      append_parameters (self, sql);
      g_string_append (sql, ")");
      break;
    case STATEMENT_UPDATE:
      g_string_append_printf (sql, "UPDATE \"%s\" SET (", table);
      append_columns (self, sql, "");
      g_string_append (sql, ") = (");
      append_parameters (self, sql);
      g_string_append (sql, ") WHERE \"plan\" = ?1 AND \"id\" = ?2");
      break;
    case STATEMENT_DELETE:
      g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE \"plan\" = ?1 AND \"id\" = ?2", table);
      break;
    case STATEMENT_CLEAR:
      g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE \"plan\" = ?1", table);
      break;
    case N_STATEMENTS:
    default:
      g_assert_not_reached ();
    }
  return g_string_free (sql, FALSE);
}

static sqlite3_stmt *
prepare (SegueTable  *self,
         Statement    statement,
         GError     **error)
{
  g_autofree char *sql = NULL;
  int code;

  if (self->statements[statement] != NULL)
    return self->statements[statement];

  sql = build_sql (self, statement);
  code = sqlite3_prepare_v3 (segue_connection_get_db (self->connection), sql, -1, SQLITE_PREPARE_PERSISTENT,
                             &self->statements[statement], NULL);
  if (code != SQLITE_OK)
    segue_connection_set_error (self->connection, code, error);
  return self->statements[statement];
}

/* ---- values ---- */

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

static int
bind_record (SegueTable        *self,
             sqlite3_stmt      *statement,
             const char        *plan_id,
             const SegueRecord *record)
{
  int code = sqlite3_bind_text (statement, COLUMN_PLAN + 1, plan_id, -1, SQLITE_TRANSIENT);

  if (code == SQLITE_OK)
    code = sqlite3_bind_text (statement, COLUMN_ID + 1, segue_record_get_id (record), -1, SQLITE_TRANSIENT);
  if (code == SQLITE_OK)
    code = sqlite3_bind_double (statement, COLUMN_RANK + 1, segue_record_get_rank (record));
  if (code == SQLITE_OK)
    code = sqlite3_bind_text (statement, COLUMN_EXTRA + 1, segue_record_get_extra (record), -1, SQLITE_TRANSIENT);
  for (guint f = 0; f < self->info->n_fields && code == SQLITE_OK; f++)
    code = bind_field (statement, (int) (FIRST_FIELD + f + 1), record, f, &self->info->fields[f]);
  return code;
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

static gboolean
read_field (sqlite3_stmt       *statement,
            int                 column,
            const SegueField   *field,
            SegueRecordBuilder *builder,
            guint               f)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  SegueDay day;

  if (text == NULL)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  switch (field->type)
    {
    case SEGUE_FIELD_INT:
    case SEGUE_FIELD_WEEKDAYS:
      segue_record_builder_set_int (builder, f, sqlite3_column_int64 (statement, column));
      return TRUE;
    case SEGUE_FIELD_BOOL:
      segue_record_builder_set_bool (builder, f, sqlite3_column_int (statement, column) != 0);
      return TRUE;
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
    case SEGUE_FIELD_STRING:
    case SEGUE_FIELD_REF:
    case SEGUE_FIELD_POINT:
    case SEGUE_FIELD_JSON:
    default:
      segue_record_builder_set_string (builder, f, text);
      return TRUE;
    }
}

/* The record in the current row, or NULL if it is not one of ours. */
static SegueRecord *
read_record (SegueTable   *self,
             sqlite3_stmt *statement)
{
  const char *id = (const char *) sqlite3_column_text (statement, COLUMN_ID);
  const char *extra = (const char *) sqlite3_column_text (statement, COLUMN_EXTRA);
  g_autoptr (SegueRecordBuilder) builder = NULL;
  g_autoptr (SegueRecord) record = NULL;

  if (id == NULL || !g_utf8_validate (id, -1, NULL) || (extra != NULL && !g_utf8_validate (extra, -1, NULL)))
    return NULL;
  builder = segue_record_builder_new (self->kind, id);
  segue_record_builder_set_rank (builder, sqlite3_column_double (statement, COLUMN_RANK));
  segue_record_builder_set_extra (builder, extra);
  for (guint f = 0; f < self->info->n_fields; f++)
    if (!read_field (statement, (int) (FIRST_FIELD + f), &self->info->fields[f], builder, f))
      return NULL;
  record = segue_record_builder_end (g_steal_pointer (&builder));
  return segue_record_validate (record, NULL) ? g_steal_pointer (&record) : NULL;
}

/* ---- acts ---- */

/* Carries out a statement that gives no rows; all that it bound is let go. */
static gboolean
finish (SegueTable    *self,
        sqlite3_stmt  *statement,
        int            code,
        GError       **error)
{
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code != SQLITE_DONE)
    segue_connection_set_error (self->connection, code, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return code == SQLITE_DONE;
}

static int
bind_key (sqlite3_stmt *statement,
          const char   *plan_id,
          const char   *id)
{
  int code = sqlite3_bind_text (statement, COLUMN_PLAN + 1, plan_id, -1, SQLITE_TRANSIENT);

  return code == SQLITE_OK && id != NULL
    ? sqlite3_bind_text (statement, COLUMN_ID + 1, id, -1, SQLITE_TRANSIENT) : code;
}

/* What is stored must be what the edit starts from. */
static gboolean
check_stored (SegueTable         *self,
              const char         *plan_id,
              const SegueRecord  *before,
              GError            **error)
{
  sqlite3_stmt *statement = prepare (self, STATEMENT_FIND, error);
  g_autoptr (SegueRecord) stored = NULL;
  int code;

  if (statement == NULL)
    return FALSE;
  code = bind_key (statement, plan_id, segue_record_get_id (before));
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    stored = read_record (self, statement);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    segue_connection_set_error (self->connection, code, error);
  else if (stored == NULL || !segue_record_equal (stored, before))
    g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STALE,
                 /* Translators: %s is the title of a step, goal or rule */
                 _("“%s” was changed elsewhere meanwhile. Nothing was changed here."),
                 segue_record_get_title (before));
  else
    return TRUE;
  return FALSE;
}

/**
 * segue_table_new:
 * @connection: an open database, which must outlive the table
 * @kind: what its rows are
 *
 * Returns: (transfer full): the table
 */
SegueTable *
segue_table_new (SegueConnection *connection,
                 SegueKind        kind)
{
  SegueTable *self = g_new0 (SegueTable, 1);

  self->connection = connection;
  self->kind = kind;
  self->info = segue_kind_get_info (kind);
  return self;
}

void
segue_table_free (SegueTable *self)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (self->statements[i]);
  g_free (self);
}

/**
 * segue_table_load:
 * @self: a table
 * @plan_id: which plan
 * @error: (out): why the rows cannot be read
 *
 * Returns: (transfer full) (element-type SegueRecord): all records by rank,
 *   or %NULL
 */
GPtrArray *
segue_table_load (SegueTable  *self,
                  const char  *plan_id,
                  GError     **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);
  sqlite3_stmt *statement = prepare (self, STATEMENT_LOAD, error);
  int code;

  if (statement == NULL)
    return NULL;
  code = bind_key (statement, plan_id, NULL);
  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        {
          SegueRecord *record = read_record (self, statement);

          if (record != NULL)
            g_ptr_array_add (records, record);
          else
            code = SQLITE_CORRUPT;
        }
    }
  if (code != SQLITE_DONE)
    segue_connection_set_error (self->connection, code, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return code == SQLITE_DONE ? g_steal_pointer (&records) : NULL;
}

gboolean
segue_table_insert (SegueTable         *self,
                    const char         *plan_id,
                    const SegueRecord  *record,
                    GError            **error)
{
  sqlite3_stmt *statement = prepare (self, STATEMENT_INSERT, error);

  return statement != NULL &&
         finish (self, statement, bind_record (self, statement, plan_id, record), error);
}

/* Fails with %SEGUE_ERROR_STALE unless @before is what is stored. */
gboolean
segue_table_update (SegueTable         *self,
                    const char         *plan_id,
                    const SegueRecord  *before,
                    const SegueRecord  *after,
                    GError            **error)
{
  sqlite3_stmt *statement = prepare (self, STATEMENT_UPDATE, error);

  return statement != NULL &&
         check_stored (self, plan_id, before, error) &&
         finish (self, statement, bind_record (self, statement, plan_id, after), error);
}

/* Fails with %SEGUE_ERROR_STALE unless @record is what is stored. */
gboolean
segue_table_delete (SegueTable         *self,
                    const char         *plan_id,
                    const SegueRecord  *record,
                    GError            **error)
{
  sqlite3_stmt *statement = prepare (self, STATEMENT_DELETE, error);

  return statement != NULL &&
         check_stored (self, plan_id, record, error) &&
         finish (self, statement, bind_key (statement, plan_id, segue_record_get_id (record)), error);
}

/* ---- what can still be read ------------------------------------------- */

static gboolean
has_column (SegueTable *self,
            const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM pragma_table_info ('%s') WHERE name = '%s'",
                                          self->info->list, column);
  gint64 n = 0;

  return segue_connection_get_int (self->connection, sql, &n, NULL) && n > 0;
}

/* What a file of an older version does not have is not given. */
static char *
build_salvage_sql (SegueTable *self,
                   gboolean    backwards)
{
  GString *sql = g_string_new ("SELECT \"plan\", \"id\", \"rank\", \"extra\"");

  for (guint i = 0; i < self->info->n_fields; i++)
    {
      const char *column = get_column (&self->info->fields[i]);

      if (has_column (self, column))
        g_string_append_printf (sql, ", \"%s\"", column);
      else
        g_string_append (sql, ", NULL");
    }
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY %s", self->info->list,
                          self->kind == SEGUE_KIND_PLAN ? (backwards ? "rowid DESC" : "rowid")
                          : backwards ? "\"plan\" DESC, \"id\" DESC" : "\"plan\", \"id\"");
  return g_string_free (sql, FALSE);
}

static void
salvage_in_order (SegueTable       *self,
                  gboolean          backwards,
                  SegueSalvageFunc  func,
                  gpointer          data)
{
  g_autofree char *sql = build_salvage_sql (self, backwards);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (segue_connection_get_db (self->connection), sql, -1, &statement, NULL) != SQLITE_OK)
    return;
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *plan_id = (const char *) sqlite3_column_text (statement, COLUMN_PLAN);
      g_autoptr (SegueRecord) record = read_record (self, statement);

      if (plan_id == NULL || !g_utf8_validate (plan_id, -1, NULL))
        g_clear_pointer (&record, segue_record_unref);
      if (record != NULL || !backwards)
        func (record ? plan_id : "", record, data);
    }
  sqlite3_finalize (statement);
}

/**
 * segue_table_salvage:
 * @self: a table of a file that may be damaged
 * @func: takes each row; sound ones mostly twice, others once
 * @data: for @func
 *
 * Walks the rows from both ends, so that a page that cannot be read ends only
 * what lies behind it from either side.
 */
void
segue_table_salvage (SegueTable       *self,
                     SegueSalvageFunc  func,
                     gpointer          data)
{
  salvage_in_order (self, FALSE, func, data);
  salvage_in_order (self, TRUE, func, data);
}

gboolean
segue_table_clear (SegueTable  *self,
                   const char  *plan_id,
                   GError     **error)
{
  sqlite3_stmt *statement = prepare (self, STATEMENT_CLEAR, error);

  return statement != NULL && finish (self, statement, bind_key (statement, plan_id, NULL), error);
}
