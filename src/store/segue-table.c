/* segue-table.c - records as rows, driven by the field tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every table has the columns
 *
 *   plan │ id │ rank │ extra │ one for each field of the kind
 */
#include "store/segue-table.h"

#include <glib/gi18n-lib.h>

#include "store/segue-row.h"

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
  for (guint i = 0; i < SEGUE_FIRST_FIELD + self->info->n_fields; i++)
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
                              statement == STATEMENT_LOAD ? "" : " AND \"id\" = ?2");
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
  int code = sqlite3_bind_text (statement, SEGUE_COLUMN_PLAN + 1, plan_id, -1, SQLITE_TRANSIENT);

  return code == SQLITE_OK && id != NULL
    ? sqlite3_bind_text (statement, SEGUE_COLUMN_ID + 1, id, -1, SQLITE_TRANSIENT) : code;
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
    stored = segue_row_read (statement, self->kind);
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

/* Whether the file has the table with all columns that are known here. */
gboolean
segue_table_can_load (SegueTable *self)
{
  return prepare (self, STATEMENT_LOAD, NULL) != NULL;
}

/**
 * segue_table_load:
 * @self: a table
 * @plan_id: which plan
 * @error: (out): why the rows cannot be read
 *
 * What can be read is not therefore sound: segue_record_validate() and the plan
 * that they become a part of look at that. Nor are they sorted, which sqlite3
 * would do by writing all columns out once more.
 *
 * Returns: (transfer full) (element-type SegueRecord): all records, or %NULL
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
          SegueRecord *record = segue_row_read (statement, self->kind);

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
         finish (self, statement, segue_row_bind (statement, plan_id, record), error);
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
         finish (self, statement, segue_row_bind (statement, plan_id, after), error);
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
      const char *plan_id = (const char *) sqlite3_column_text (statement, SEGUE_COLUMN_PLAN);
      g_autoptr (SegueRecord) record = segue_row_read (statement, self->kind);

      if (plan_id == NULL || !g_utf8_validate (plan_id, -1, NULL) ||
          (record != NULL && !segue_record_validate (record, NULL)))
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
