/* segue-salvage.c - what can still be read of a damaged file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   the file ──► a copy ──► rows that are sound ──► plans without loose ends
 *                  │
 *                  └ if it does not tell its tables any more: what a new
 *                    database tells, whose tables begin at the same pages
 *
 * A row that names something which was not found is kept without the name, or
 * dropped if it means nothing without it. A plan whose own row was not found
 * gets a new one.
 */
#include "store/segue-salvage.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/segue-references.h"
#include "store/segue-migrator.h"
#include "store/segue-table.h"

#define PAGE_SIZE 4096
#define SIZE_AT   28 /* pages of the file; then two numbers of the free list */

typedef struct
{
  GHashTable *rows; /* id to SegueRecord */
  GPtrArray *order; /* ids of rows, borrowed, by kind */
} Found;

typedef struct
{
  GHashTable *plans; /* id to Found */
  guint n_bad;       /* rows that are no records, and plan rows that were not found */
} Salvage;

static void
free_found (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->order, g_ptr_array_unref);
  g_clear_pointer (&found->rows, g_hash_table_unref);
  g_free (found);
}

static void
take_row (const char  *plan_id,
          SegueRecord *record,
          gpointer     data)
{
  Salvage *salvage = data;
  Found *found;

  if (record == NULL)
    {
      salvage->n_bad++;
      return;
    }
  found = g_hash_table_lookup (salvage->plans, plan_id);
  if (found == NULL)
    {
      found = g_new0 (Found, 1);
      found->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) segue_record_unref);
      found->order = g_ptr_array_new ();
      g_hash_table_insert (salvage->plans, g_strdup (plan_id), found);
    }
  if (g_hash_table_contains (found->rows, segue_record_get_id (record)))
    return;
  g_hash_table_insert (found->rows, (gpointer) segue_record_get_id (record), segue_record_ref (record));
  g_ptr_array_add (found->order, (gpointer) segue_record_get_id (record));
}

/* ---- loose ends ------------------------------------------------------- */

typedef struct
{
  Found *found;
  SegueRecordBuilder *builder; /* of the row without what it names in vain */
} Repair;

static const SegueRecord *
find_row (gpointer    data,
          const char *id)
{
  return g_hash_table_lookup (((Found *) data)->rows, id);
}

static gboolean
clear_if_dangling (const SegueReference *reference,
                   gpointer              data)
{
  Repair *repair = data;

  if (segue_reference_resolve (reference, find_row, repair->found) == NULL)
    segue_record_builder_clear (repair->builder, reference->field);
  return TRUE;
}

/* The row without loose ends, or NULL if it means nothing then. */
static SegueRecord *
repair_row (Found             *found,
            const SegueRecord *record)
{
  Repair repair = { found, segue_record_builder_new_from (record) };
  g_autoptr (SegueRecord) repaired = NULL;

  segue_record_each_reference (record, clear_if_dangling, &repair);
  repaired = segue_record_builder_end (repair.builder);
  return segue_record_validate (repaired, NULL) ? g_steal_pointer (&repaired) : NULL;
}

/* What goes may leave others without what they name: until nothing changes. */
static guint
repair_all (Found *found)
{
  gboolean changed = TRUE;
  guint n_lost = 0;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < found->order->len; i++)
        {
          const char *id = found->order->pdata[i];
          SegueRecord *record = g_hash_table_lookup (found->rows, id);
          g_autoptr (SegueRecord) repaired = record ? repair_row (found, record) : NULL;

          if (record == NULL || segue_record_equal (record, repaired))
            continue;
          changed = TRUE;
          if (repaired == NULL)
            {
              n_lost++;
              found->order->pdata[i] = (gpointer) "";
              g_hash_table_remove (found->rows, id);
              continue;
            }
          found->order->pdata[i] = (gpointer) segue_record_get_id (repaired);
          g_hash_table_replace (found->rows, found->order->pdata[i], segue_record_ref (repaired));
        }
    }
  return n_lost;
}

/* ---- plans ------------------------------------------------------------ */

static void
ensure_header (Found      *found,
               const char *plan_id,
               Salvage    *salvage)
{
  const SegueRecord *header = g_hash_table_lookup (found->rows, plan_id);
  SegueRecordBuilder *builder;
  g_autoptr (SegueRecord) made = NULL;

  if (header != NULL && segue_record_get_kind (header) == SEGUE_KIND_PLAN)
    return;
  builder = segue_record_builder_new (SEGUE_KIND_PLAN, plan_id);
  /* Translators: the title of a plan whose own title was lost. */
  segue_record_builder_set_string (builder, SEGUE_PLAN_TITLE, _("Recovered Plan"));
  made = segue_record_builder_end (builder);
  salvage->n_bad++;
  take_row (plan_id, made, salvage);
}

static SeguePlan *
build_plan (Found *found)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < found->order->len; i++)
    {
      SegueRecord *record = g_hash_table_lookup (found->rows, found->order->pdata[i]);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return segue_plan_new_from (records, NULL);
}

static GPtrArray *
build_plans (Salvage *salvage,
             guint   *n_lost)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, salvage->plans);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      Found *found = value;
      SeguePlan *plan;

      ensure_header (found, id, salvage);
      *n_lost += repair_all (found);
      plan = build_plan (found);
      if (plan != NULL)
        g_ptr_array_add (plans, plan);
      else
        *n_lost += found->order->len;
    }
  return plans;
}

/* ---- the file --------------------------------------------------------- */

static void
read_rows (Salvage    *salvage,
           const char *copy)
{
  g_autoptr (SegueConnection) connection = segue_connection_open_damaged (copy, NULL);

  for (SegueKind kind = 0; connection != NULL && kind < SEGUE_N_KINDS; kind++)
    {
      SegueTable *table = segue_table_new (connection, kind);

      segue_table_salvage (table, take_row, salvage);
      segue_table_free (table);
    }
}

/* The pages of a new database in which its tables begin; on its other pages
 * stands what tables there are. */
static GHashTable *
find_roots (const char *fresh)
{
  GHashTable *roots = g_hash_table_new (NULL, NULL);
  g_autoptr (SegueConnection) connection = segue_connection_open (fresh, SEGUE_CONNECTION_READ_ONLY, NULL);
  sqlite3_stmt *statement = NULL;

  if (connection == NULL)
    return roots;
  sqlite3_prepare_v2 (segue_connection_get_db (connection), "SELECT rootpage FROM sqlite_schema", -1, &statement, NULL);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_add (roots, GINT_TO_POINTER (sqlite3_column_int (statement, 0)));
  sqlite3_finalize (statement);
  return roots;
}

static void
put_pages (GByteArray *bytes,
           const char *head,
           gsize       head_length,
           GHashTable *roots)
{
  guint length = MAX (bytes->len / PAGE_SIZE * PAGE_SIZE, (guint) head_length);
  guint old = bytes->len;
  guint32 numbers[3] = { GUINT32_TO_BE (length / PAGE_SIZE), 0, 0 };

  g_byte_array_set_size (bytes, length);
  if (length > old)
    memset (bytes->data + old, 0, length - old);
  for (gsize at = 0; at + PAGE_SIZE <= head_length; at += PAGE_SIZE)
    if (!g_hash_table_contains (roots, GUINT_TO_POINTER ((guint) (at / PAGE_SIZE) + 1)))
      memcpy (bytes->data + at, head + at, PAGE_SIZE);
  memcpy (bytes->data + SIZE_AT, numbers, sizeof numbers);
}

/* Tables begin where they began when the file was made. */
static void
graft_schema (const char *copy,
              const char *bytes,
              gsize       length)
{
  g_autofree char *fresh = g_strconcat (copy, ".fresh", NULL);
  g_autofree char *journal = g_strconcat (fresh, "-journal", NULL);
  g_autofree char *head = NULL;
  gsize head_length = 0;

  if (length >= PAGE_SIZE && segue_migrator_create (fresh, NULL) &&
      g_file_get_contents (fresh, &head, &head_length, NULL) && head_length >= PAGE_SIZE)
    {
      g_autoptr (GHashTable) roots = find_roots (fresh);
      g_autoptr (GByteArray) grafted = g_byte_array_new ();

      g_byte_array_append (grafted, (const guint8 *) bytes, (guint) length);
      put_pages (grafted, head, head_length, roots);
      g_file_set_contents (copy, (const char *) grafted->data, grafted->len, NULL);
    }
  g_unlink (journal);
  g_unlink (fresh);
}

/* A transaction that a power cut broke off is taken back in the copy, too. */
static void
copy_journal (const char *path,
              const char *copy)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *target = g_strconcat (copy, "-journal", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  if (g_file_get_contents (journal, &bytes, &length, NULL) && length > 0)
    g_file_set_contents (target, bytes, (gssize) length, NULL);
}

static gboolean
salvage_copy (const char  *path,
              const char  *copy,
              Salvage     *salvage,
              GError     **error)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &bytes, &length, error) ||
      !g_file_set_contents (copy, bytes, (gssize) length, error))
    return FALSE;
  copy_journal (path, copy);
  read_rows (salvage, copy);
  if (g_hash_table_size (salvage->plans) == 0)
    {
      graft_schema (copy, bytes, length);
      read_rows (salvage, copy);
    }
  return TRUE;
}

static void
remove_folder (const char *folder,
               const char *copy)
{
  g_autofree char *journal = g_strconcat (copy, "-journal", NULL);

  g_unlink (journal);
  g_unlink (copy);
  g_rmdir (folder);
}

static gboolean
salvage_file (const char  *path,
              Salvage     *salvage,
              GError     **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *folder = g_dir_make_tmp ("segue-salvage-XXXXXX", &cause);
  g_autofree char *copy = folder ? g_build_filename (folder, "copy.db", NULL) : NULL;
  gboolean done = folder != NULL && salvage_copy (path, copy, salvage, &cause);

  if (folder != NULL)
    remove_folder (folder, copy);
  if (!done)
    g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE, "%s: %s", path, cause->message);
  return done;
}

/**
 * segue_salvage_read:
 * @path: a file that is ours and cannot be opened
 * @n_lost: (out): how many rows were seen that could not be kept
 * @error: (out): why nothing was found
 *
 * Reads a copy of the file; the file itself is not touched.
 *
 * Returns: (transfer full) (element-type SeguePlan): what was found, at least
 *   one plan, or %NULL
 */
GPtrArray *
segue_salvage_read (const char  *path,
                    guint       *n_lost,
                    GError     **error)
{
  Salvage salvage = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_found) };
  g_autoptr (GPtrArray) plans = NULL;
  gboolean done;

  *n_lost = 0;
  done = salvage_file (path, &salvage, error);
  plans = build_plans (&salvage, n_lost);
  *n_lost += salvage.n_bad;
  g_hash_table_unref (salvage.plans);
  if (!done)
    return NULL;
  if (plans->len > 0)
    return g_steal_pointer (&plans);
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_DAMAGED,
               /* Translators: %s is a file */
               _("%s: nothing of the plans can be read any more."), path);
  return NULL;
}
