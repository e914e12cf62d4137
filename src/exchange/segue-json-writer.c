/* segue-json-writer.c - plans into segue-plan documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Always in the same order: the format, the plan's own fields, its lists, and
 * in every object first the id, then the fields by their table, then what an
 * imported file had beside them. One row stands on one line, so that two
 * exports can be compared line by line.
 */
#include "exchange/segue-json-writer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>

#include "exchange/segue-json-fields.h"

/* ---- what an imported file had beside the fields --------------------- */

static SegueJson *
parse_extra (const SegueRecord *record)
{
  const char *extra = segue_record_get_extra (record);

  return extra ? segue_json_new (extra, strlen (extra), "", NULL) : NULL;
}

/* The members of @object, one inner object apart. */
static void
write_members (SegueJsonText   *text,
               const SegueJson *json,
               guint            object,
               const char      *except)
{
  SegueJsonIter iter;

  segue_json_iter_init (&iter, json, object);
  while (segue_json_iter_next (&iter))
    {
      g_autofree char *key = segue_json_dup_string (json, iter.key);
      g_autofree char *value = segue_json_dup_compact (json, iter.value);

      if (g_strcmp0 (key, except) == 0)
        continue;
      segue_json_text_key (text, key);
      segue_json_text_raw (text, value, -1);
    }
}

/* ---- rows ------------------------------------------------------------ */

/* An id that the reader would make itself is left out. */
static gboolean
is_made_id (const SegueRecord *record,
            guint              index)
{
  SegueKind kind = segue_record_get_kind (record);
  g_autofree char *made = NULL;

  if (kind != SEGUE_KIND_PERIOD && kind != SEGUE_KIND_DAY_OFF && kind != SEGUE_KIND_JOURNAL)
    return FALSE;
  made = g_strdup_printf ("%s-%u", segue_kind_get_info (kind)->name, index + 1);
  return g_str_equal (made, segue_record_get_id (record));
}

/* What a step of its type must have, even if nobody said how much. */
static void
write_required_field (SegueJsonText     *text,
                      const SegueRecord *record,
                      guint              field)
{
  gint64 type;

  if (segue_record_get_kind (record) != SEGUE_KIND_STEP)
    return;
  type = segue_record_get_int (record, SEGUE_STEP_TYPE);
  if (field == SEGUE_STEP_EFFORT && type == SEGUE_STEP_WORK)
    {
      segue_json_text_key (text, "effort");
      segue_json_text_int (text, 0);
    }
  else if (field == SEGUE_STEP_DAYS && type == SEGUE_STEP_WAIT)
    {
      segue_json_text_key (text, "days");
      segue_json_text_int (text, 1);
    }
  else if (field == SEGUE_STEP_LOAD && type == SEGUE_STEP_PRACTICE)
    {
      segue_json_text_key (text, "load");
      segue_json_text_raw (text, "{}", -1);
    }
}

static void
write_fields (SegueJsonText     *text,
              const SegueRecord *record)
{
  SegueKind kind = segue_record_get_kind (record);
  const SegueKindInfo *info = segue_kind_get_info (kind);
  gint64 type = kind == SEGUE_KIND_STEP ? segue_record_get_int (record, SEGUE_STEP_TYPE) : 0;

  for (guint i = 0; i < info->n_fields; ++i)
    {
      if (!segue_json_field_is_used (kind, i, type))
        continue;
      if (!segue_record_has (record, i))
        {
          write_required_field (text, record, i);
          continue;
        }
      segue_json_text_key (text, info->fields[i].name);
      segue_json_write_field (text, record, i);
    }
}

static void
write_row (SegueJsonText     *text,
           const SegueRecord *record,
           guint              index)
{
  g_autoptr (SegueJson) extra = parse_extra (record);

  if (!is_made_id (record, index))
    {
      segue_json_text_key (text, "id");
      segue_json_text_string (text, segue_record_get_id (record));
    }
  write_fields (text, record);
  if (extra)
    write_members (text, extra, 0, NULL);
}

/* Routes by the goal they belong to, each list in their order. */
static GHashTable *
group_routes (SeguePlan *plan)
{
  GHashTable *routes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_ROUTE); ++i)
    {
      const SegueRecord *route = segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i);
      const char *goal = segue_record_get_string (route, SEGUE_ROUTE_GOAL);
      GPtrArray *list = g_hash_table_lookup (routes, goal);

      if (list == NULL)
        g_hash_table_insert (routes, (gpointer) goal, list = g_ptr_array_new ());
      g_ptr_array_add (list, (gpointer) route);
    }
  return routes;
}

static void
write_goal (SegueJsonText     *text,
            const SegueRecord *goal,
            guint              index,
            GHashTable        *routes)
{
  GPtrArray *list = g_hash_table_lookup (routes, segue_record_get_id (goal));

  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  write_row (text, goal, index);
  segue_json_text_key (text, "routes");
  segue_json_text_begin_array (text, list ? SEGUE_JSON_LINES : SEGUE_JSON_ROW);
  for (guint i = 0; list && i < list->len; ++i)
    {
      segue_json_text_begin_object (text, SEGUE_JSON_ROW);
      write_row (text, list->pdata[i], i);
      segue_json_text_end_object (text);
    }
  segue_json_text_end_array (text);
  segue_json_text_end_object (text);
}

static void
write_list (SegueJsonText *text,
            SeguePlan     *plan,
            SegueKind      kind)
{
  g_autoptr (GHashTable) routes = kind == SEGUE_KIND_GOAL ? group_routes (plan) : NULL;
  guint n = segue_plan_count (plan, kind);

  segue_json_text_key (text, segue_kind_get_info (kind)->list);
  segue_json_text_begin_array (text, SEGUE_JSON_LINES);
  for (guint i = 0; i < n; ++i)
    {
      const SegueRecord *record = segue_plan_get_nth (plan, kind, i);

      if (kind == SEGUE_KIND_GOAL)
        {
          write_goal (text, record, i, routes);
          continue;
        }
      segue_json_text_begin_object (text, SEGUE_JSON_ROW);
      write_row (text, record, i);
      segue_json_text_end_object (text);
    }
  segue_json_text_end_array (text);
}

/* ---- the document ---------------------------------------------------- */

static void
write_capacity (SegueJsonText   *text,
                SeguePlan       *plan,
                const SegueJson *extra)
{
  const SegueRecord *header = segue_plan_get_header (plan);
  guint inner;

  segue_json_text_key (text, "capacity");
  segue_json_text_begin_object (text, SEGUE_JSON_LINES);
  if (segue_record_has (header, SEGUE_PLAN_WEEK))
    {
      segue_json_text_key (text, "week");
      segue_json_write_field (text, header, SEGUE_PLAN_WEEK);
    }
  write_list (text, plan, SEGUE_KIND_PERIOD);
  write_list (text, plan, SEGUE_KIND_DAY_OFF);
  if (extra && segue_json_find (extra, 0, "capacity", &inner))
    write_members (text, extra, inner, NULL);
  segue_json_text_end_object (text);
}

/**
 * segue_json_write_plan:
 *
 * Returns: (transfer full): the plan as a segue-plan document, version 1;
 *   read again it gives the same plan
 */
char *
segue_json_write_plan (SeguePlan *plan)
{
  static const SegueKind kinds[] = {
    SEGUE_KIND_GOAL, SEGUE_KIND_STEP, SEGUE_KIND_RULE, SEGUE_KIND_EXCLUSIVE, SEGUE_KIND_GRANT, SEGUE_KIND_JOURNAL,
  };
  g_autoptr (SegueJson) extra = NULL;
  SegueJsonText text;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan), NULL);

  extra = parse_extra (segue_plan_get_header (plan));
  segue_json_text_init (&text);
  segue_json_text_begin_object (&text, SEGUE_JSON_LINES);
  segue_json_text_key (&text, "format");
  segue_json_text_string (&text, "segue-plan");
  segue_json_text_key (&text, "version");
  segue_json_text_int (&text, 1);
  write_fields (&text, segue_plan_get_header (plan));
  write_list (&text, plan, SEGUE_KIND_POOL);
  write_capacity (&text, plan, extra);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); ++i)
    write_list (&text, plan, kinds[i]);
  for (SegueKind kind = SEGUE_KIND_BASELINE; kind < SEGUE_N_KINDS; kind++)
    {
      if (segue_plan_count (plan, kind) > 0)
        write_list (&text, plan, kind);
    }
  if (extra)
    write_members (&text, extra, 0, "capacity");
  segue_json_text_end_object (&text);
  return segue_json_text_end (&text);
}

/**
 * segue_json_write_plan_file:
 * @file: a local file; is replaced if it exists
 *
 * The whole document is written and synced beside the file before it takes
 * its place: whatever happens, either the old or the new one is there.
 *
 * Returns: whether it is on the disk; else nothing has changed
 */
gboolean
segue_json_write_plan_file (SeguePlan *plan,
                            GFile     *file,
                            GError   **error)
{
  g_autofree char *text = segue_json_write_plan (plan);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) cause = NULL;
  char *target;

  if (path == NULL)
    {
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE, _("%s: This place is not on this computer."), name);
      return FALSE;
    }
  /* A link stays a link: what it points at is replaced. */
  target = realpath (path, NULL);
  if (target)
    {
      g_free (path);
      path = g_strdup (target);
      free (target);
    }
  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0600, &cause))
    {
      /* Translators: the name of a file, and what the system says. */
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE, _("%s: The file cannot be written: %s"), name, cause->message);
      return FALSE;
    }
  return TRUE;
}
