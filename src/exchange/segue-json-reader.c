/* segue-json-reader.c - segue-plan documents into plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three walks over the values of a text:
 *
 *   ids          every id, so that one that is used twice has both its places
 *   records      every row, by the field tables; what they do not know is kept
 *   references   what every row names must be there
 *
 * A problem does not end a walk: `segue-cli check` tells all of them.
 */
#include "exchange/segue-json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/segue-plan-check.h"
#include "core/segue-references.h"
#include "exchange/segue-json-fields.h"

#define FORMAT_NAME "segue-plan"
#define FORMAT_VERSION 1
#define MAX_PROBLEMS 200
#define MAX_ID_SHOWN 60

typedef struct
{
  guint node;
  SegueError code;
  char *text;
} Problem;

/* A row and the object in which it stands. */
typedef struct
{
  SegueRecord *record;
  guint node;
} Row;

typedef struct
{
  const SegueJson *json;
  GArray *problems;  /* of Problem */
  GArray *rows;      /* of Row, the plan's own first */
  GHashTable *ids;   /* id to the node of its string */
  GHashTable *found; /* id to SegueRecord, borrowed from rows */
  guint counts[SEGUE_N_KINDS];
  const Row *row;    /* whose references are looked at */
} Reader;

/* ---- problems -------------------------------------------------------- */

static void
clear_problem (gpointer data)
{
  g_clear_pointer (&((Problem *) data)->text, g_free);
}

static void
clear_row (gpointer data)
{
  g_clear_pointer (&((Row *) data)->record, segue_record_unref);
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const Problem *x = a, *y = b;

  return (x->node > y->node) - (x->node < y->node);
}

/* Takes @cause. */
static void
take_problem (Reader *reader,
              guint   node,
              char   *cause)
{
  Problem problem = { node, SEGUE_ERROR_INVALID, cause };

  if (reader->problems->len >= MAX_PROBLEMS)
    g_free (cause);
  else
    g_array_append_val (reader->problems, problem);
}

static void
add_problem (Reader     *reader,
             guint       node,
             const char *cause)
{
  take_problem (reader, node, g_strdup (cause));
}

static gboolean
is_full (Reader *reader)
{
  return reader->problems->len >= MAX_PROBLEMS;
}

/* ---- lists ----------------------------------------------------------- */

/* The list @key of @object; FALSE if it is missing, null or no list. */
static gboolean
find_list (Reader     *reader,
           guint       object,
           const char *key,
           guint      *list)
{
  if (!segue_json_find (reader->json, object, key, list) ||
      segue_json_get_type_of (reader->json, *list) == SEGUE_JSON_NULL)
    return FALSE;
  if (segue_json_get_type_of (reader->json, *list) == SEGUE_JSON_ARRAY)
    return TRUE;
  add_problem (reader, *list, _("A list is expected here."));
  return FALSE;
}

typedef void (*RowFunc) (Reader *reader, SegueKind kind, guint node, const char *owner);

static void
each_row_of (Reader     *reader,
             guint       object,
             SegueKind   kind,
             const char *owner,
             RowFunc     func)
{
  SegueJsonIter iter;
  guint list;

  if (!find_list (reader, object, segue_kind_get_info (kind)->list, &list))
    return;
  segue_json_iter_init (&iter, reader->json, list);
  while (!is_full (reader) && segue_json_iter_next (&iter))
    {
      if (segue_json_get_type_of (reader->json, iter.value) == SEGUE_JSON_OBJECT)
        func (reader, kind, iter.value, owner);
      else
        add_problem (reader, iter.value, _("An object in braces is expected here."));
    }
}

/* Every object that is a row, in the order in which they refer to each other. */
static void
each_row (Reader *reader,
          RowFunc func)
{
  static const SegueKind kinds[] = {
    SEGUE_KIND_POOL, SEGUE_KIND_GOAL, SEGUE_KIND_STEP, SEGUE_KIND_RULE,
    SEGUE_KIND_EXCLUSIVE, SEGUE_KIND_GRANT, SEGUE_KIND_JOURNAL, SEGUE_KIND_BASELINE,
    SEGUE_KIND_REVIEW, SEGUE_KIND_ANSWER, SEGUE_KIND_CHECK_IN, SEGUE_KIND_OBSTACLE, SEGUE_KIND_DECISION,
    SEGUE_KIND_REASON,
  };
  guint capacity;

  if (segue_json_find (reader->json, 0, "capacity", &capacity) &&
      segue_json_get_type_of (reader->json, capacity) == SEGUE_JSON_OBJECT)
    {
      each_row_of (reader, capacity, SEGUE_KIND_PERIOD, NULL, func);
      each_row_of (reader, capacity, SEGUE_KIND_DAY_OFF, NULL, func);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); ++i)
    each_row_of (reader, 0, kinds[i], NULL, func);
}

/* ---- ids ------------------------------------------------------------- */

/* An id as a sentence can hold it. */
static char *
shorten (const char *id)
{
  if (g_utf8_strlen (id, -1) <= MAX_ID_SHOWN)
    return g_strdup (id);
  return g_strdup_printf ("%.*s…", (int) (g_utf8_offset_to_pointer (id, MAX_ID_SHOWN) - id), id);
}

/* Rows that nothing refers to may do without an id. */
static gboolean
needs_id (SegueKind kind)
{
  return kind != SEGUE_KIND_PERIOD && kind != SEGUE_KIND_DAY_OFF && kind != SEGUE_KIND_JOURNAL;
}

static void
collect_id (Reader    *reader,
            SegueKind  kind,
            guint      node,
            const char *owner)
{
  g_autofree char *id = NULL;
  gpointer first;
  guint value;

  if (kind == SEGUE_KIND_GOAL)
    each_row_of (reader, node, SEGUE_KIND_ROUTE, NULL, collect_id);
  if (!segue_json_find (reader->json, node, "id", &value))
    {
      if (needs_id (kind))
        add_problem (reader, node, _("The key “id” is missing here."));
      return;
    }
  if (segue_json_get_type_of (reader->json, value) != SEGUE_JSON_STRING ||
      segue_json_is_string (reader->json, value, ""))
    {
      add_problem (reader, value, _("An id must be a text of at least one letter."));
      return;
    }
  id = segue_json_dup_string (reader->json, value);
  if (g_hash_table_lookup_extended (reader->ids, id, NULL, &first))
    {
      g_autofree char *path = segue_json_dup_path (reader->json, GPOINTER_TO_UINT (first));
      g_autofree char *shown = shorten (id);

      /* Translators: an id, and the place of its first use such as steps[3].id */
      take_problem (reader, value, g_strdup_printf (_("The id “%s” is used twice; first at %s."), shown, path));
      return;
    }
  g_hash_table_insert (reader->ids, g_steal_pointer (&id), GUINT_TO_POINTER (value));
}

/* The id of a row, made from its kind and place where it has none. */
static char *
take_id (Reader   *reader,
         SegueKind kind,
         guint     node)
{
  guint value, n = reader->counts[kind];

  if (segue_json_find (reader->json, node, "id", &value) &&
      segue_json_get_type_of (reader->json, value) == SEGUE_JSON_STRING &&
      !segue_json_is_string (reader->json, value, ""))
    return segue_json_dup_string (reader->json, value);
  for (;;)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", segue_kind_get_info (kind)->name, ++n);

      if (g_hash_table_contains (reader->ids, id))
        continue;
      g_hash_table_insert (reader->ids, g_strdup (id), GUINT_TO_POINTER (node));
      return g_steal_pointer (&id);
    }
}

/* ---- rows ------------------------------------------------------------ */

static void
add_extra (Reader   *reader,
           GString **extra,
           guint     key,
           guint     value)
{
  g_autofree char *name = segue_json_dup_compact (reader->json, key);
  g_autofree char *text = segue_json_dup_compact (reader->json, value);

  if (*extra == NULL)
    *extra = g_string_new ("{");
  else
    g_string_append_c (*extra, ',');
  g_string_append_printf (*extra, "%s:%s", name, text);
}

static void
set_extra (SegueRecordBuilder *builder,
           GString           **extra)
{
  g_autofree char *text = NULL;

  if (*extra == NULL)
    return;
  g_string_append_c (*extra, '}');
  text = g_string_free (g_steal_pointer (extra), FALSE);
  segue_record_builder_set_extra (builder, text);
}

/* The type must be known before "days" can be read. */
static gint64
find_step_type (Reader   *reader,
                SegueKind kind,
                guint     node)
{
  const SegueKindInfo *info = segue_kind_get_info (SEGUE_KIND_STEP);
  guint value;

  if (kind == SEGUE_KIND_STEP && segue_json_find (reader->json, node, "type", &value))
    for (int i = 0; info->fields[SEGUE_STEP_TYPE].nicks[i]; ++i)
      if (segue_json_is_string (reader->json, value, info->fields[SEGUE_STEP_TYPE].nicks[i]))
        return i;
  return SEGUE_STEP_WORK;
}

static int
find_field (Reader   *reader,
            SegueKind kind,
            gint64    type,
            guint     key)
{
  const SegueKindInfo *info = segue_kind_get_info (kind);

  for (guint i = 0; i < info->n_fields; ++i)
    if (segue_json_field_is_used (kind, i, type) && segue_json_is_string (reader->json, key, info->fields[i].name))
      return (int) i;
  return -1;
}

/* Keys of an object that are no fields and are read elsewhere. */
static gboolean
is_read_elsewhere (Reader   *reader,
                   SegueKind kind,
                   guint     key)
{
  static const char *const top[] = {
    "format", "version", "capacity", "pools", "goals", "steps", "rules", "exclusive", "grants", "journal",
    "baselines", "reviews", "answers", "check_ins", "obstacles", "decisions", "reasons",
  };

  if (kind == SEGUE_KIND_GOAL && segue_json_is_string (reader->json, key, "routes"))
    return TRUE;
  if (kind != SEGUE_KIND_PLAN)
    return segue_json_is_string (reader->json, key, "id");
  for (guint i = 0; i < G_N_ELEMENTS (top); ++i)
    if (segue_json_is_string (reader->json, key, top[i]))
      return TRUE;
  return FALSE;
}

static void
read_fields (Reader              *reader,
             SegueKind            kind,
             guint                node,
             SegueRecordBuilder  *builder,
             GString            **extra)
{
  const SegueKindInfo *info = segue_kind_get_info (kind);
  gint64 type = find_step_type (reader, kind, node);
  SegueJsonIter iter;

  segue_json_iter_init (&iter, reader->json, node);
  while (segue_json_iter_next (&iter))
    {
      int field = find_field (reader, kind, type, iter.key);
      guint culprit;
      char *problem;

      if (field < 0)
        {
          if (!is_read_elsewhere (reader, kind, iter.key))
            add_extra (reader, extra, iter.key, iter.value);
          continue;
        }
      problem = segue_json_read_field (reader->json, iter.value, &info->fields[field], kind, (guint) field,
                                       builder, &culprit);
      if (problem)
        take_problem (reader, culprit, problem);
    }
}

static gboolean
is_required (const SegueRecord *record,
             guint              field)
{
  SegueKind kind = segue_record_get_kind (record);
  gint64 value;

  if (kind == SEGUE_KIND_STEP && (field == SEGUE_STEP_EFFORT || field == SEGUE_STEP_DAYS || field == SEGUE_STEP_LOAD))
    {
      value = segue_record_get_int (record, SEGUE_STEP_TYPE);
      return (field == SEGUE_STEP_EFFORT && value == SEGUE_STEP_WORK) ||
             (field == SEGUE_STEP_DAYS && value == SEGUE_STEP_WAIT) ||
             (field == SEGUE_STEP_LOAD && value == SEGUE_STEP_PRACTICE);
    }
  if (kind == SEGUE_KIND_RULE && (field == SEGUE_RULE_OTHER || field == SEGUE_RULE_DATE))
    return (segue_record_get_int (record, SEGUE_RULE_RELATION) == SEGUE_RELATION_AFTER) == (field == SEGUE_RULE_OTHER);
  return (segue_kind_get_info (kind)->fields[field].flags & SEGUE_FIELD_REQUIRED) != 0;
}

static void
check_record (Reader            *reader,
              const SegueRecord *record,
              guint              node)
{
  const SegueKindInfo *info = segue_kind_get_info (segue_record_get_kind (record));
  g_autoptr (GError) error = NULL;
  gboolean sound = TRUE;

  for (guint i = 0; i < info->n_fields; ++i)
    if (!segue_record_has (record, i) && is_required (record, i))
      {
        /* Translators: a key of a JSON file. */
        take_problem (reader, node, g_strdup_printf (_("The key “%s” is missing here."), info->fields[i].name));
        sound = FALSE;
      }
  if (sound && !segue_record_validate (record, &error))
    add_problem (reader, node, error->message);
}

/* Takes @builder. */
static void
finish_row (Reader             *reader,
            SegueRecordBuilder *builder,
            guint               node,
            guint               n_problems)
{
  Row row = { segue_record_builder_end (builder), node };

  g_array_append_val (reader->rows, row);
  /* Of two with the same id, which is told, the first is the one that is named. */
  if (!g_hash_table_contains (reader->found, segue_record_get_id (row.record)))
    g_hash_table_insert (reader->found, (gpointer) segue_record_get_id (row.record), row.record);
  if (reader->problems->len == n_problems)
    check_record (reader, row.record, node);
}

static void
read_row (Reader     *reader,
          SegueKind   kind,
          guint       node,
          const char *owner)
{
  g_autofree char *id = take_id (reader, kind, node);
  SegueRecordBuilder *builder = segue_record_builder_new (kind, id);
  guint n_problems = reader->problems->len;
  g_autoptr (GString) extra = NULL;

  segue_record_builder_set_rank (builder, reader->counts[kind]++);
  if (kind == SEGUE_KIND_ROUTE)
    segue_record_builder_set_string (builder, SEGUE_ROUTE_GOAL, owner);
  read_fields (reader, kind, node, builder, &extra);
  set_extra (builder, &extra);
  finish_row (reader, builder, node, n_problems);
  if (kind == SEGUE_KIND_GOAL)
    each_row_of (reader, node, SEGUE_KIND_ROUTE, id, read_row);
}

/* The capacity's own keys: its week is a field of the plan, its lists are
 * rows, and what else stands there is kept under its name. */
static void
read_capacity (Reader             *reader,
               SegueRecordBuilder *builder,
               GString           **extra)
{
  const SegueField *week = &segue_kind_get_info (SEGUE_KIND_PLAN)->fields[SEGUE_PLAN_WEEK];
  g_autoptr (GString) inner = NULL;
  SegueJsonIter iter;
  guint capacity, culprit;

  if (!segue_json_find (reader->json, 0, "capacity", &capacity) ||
      segue_json_get_type_of (reader->json, capacity) == SEGUE_JSON_NULL)
    return;
  if (segue_json_get_type_of (reader->json, capacity) != SEGUE_JSON_OBJECT)
    {
      add_problem (reader, capacity, _("An object in braces is expected here."));
      return;
    }
  segue_json_iter_init (&iter, reader->json, capacity);
  while (segue_json_iter_next (&iter))
    {
      if (segue_json_is_string (reader->json, iter.key, "week"))
        {
          char *problem = segue_json_read_field (reader->json, iter.value, week, SEGUE_KIND_PLAN, SEGUE_PLAN_WEEK,
                                                 builder, &culprit);

          if (problem)
            take_problem (reader, culprit, problem);
        }
      else if (!segue_json_is_string (reader->json, iter.key, "periods") &&
               !segue_json_is_string (reader->json, iter.key, "days_off"))
        add_extra (reader, &inner, iter.key, iter.value);
    }
  if (inner == NULL)
    return;
  if (*extra == NULL)
    *extra = g_string_new ("{");
  else
    g_string_append_c (*extra, ',');
  g_string_append_printf (*extra, "\"capacity\":%s}", inner->str);
}

static void
read_header (Reader *reader)
{
  g_autofree char *id = g_uuid_string_random ();
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_PLAN, id);
  guint n_problems = reader->problems->len;
  g_autoptr (GString) extra = NULL;

  read_fields (reader, SEGUE_KIND_PLAN, 0, builder, &extra);
  read_capacity (reader, builder, &extra);
  set_extra (builder, &extra);
  finish_row (reader, builder, 0, n_problems);
}

/* ---- references ------------------------------------------------------ */

static const SegueRecord *
find_row (gpointer    data,
          const char *id)
{
  return g_hash_table_lookup (((Reader *) data)->found, id);
}

/* The value that holds a reference: in a list its element. */
static guint
find_reference_node (Reader               *reader,
                     const SegueReference *reference)
{
  SegueKind kind = segue_record_get_kind (reader->row->record);
  const char *key = segue_kind_get_info (kind)->fields[reference->field].name;
  SegueJsonIter iter;
  guint node;

  if (!segue_json_find (reader->json, reader->row->node, key, &node))
    return reader->row->node;
  segue_json_iter_init (&iter, reader->json, node);
  while (segue_json_iter_next (&iter))
    {
      guint inner = iter.value;

      if (segue_json_get_type_of (reader->json, inner) == SEGUE_JSON_OBJECT &&
          !segue_json_find (reader->json, iter.value, "pool", &inner))
        continue;
      if (segue_json_is_string (reader->json, inner, reference->text))
        return inner;
    }
  return node;
}

static char *
describe_dangling (Reader               *reader,
                   const SegueReference *reference)
{
  const SegueRecord *other = find_row (reader, reference->text);
  g_autofree char *text = shorten (reference->text);

  if (reference->is_point && other && segue_record_get_kind (other) == SEGUE_KIND_STEP)
    /* Translators: three times the id of a step; .start and .end are part of the file format. */
    return g_strdup_printf (_("“%s” lasts longer than a day: write “%s.start” or “%s.end”."), text, text, text);
  if (reference->is_point)
    /* Translators: a point such as “apply” or “course.end”. */
    return g_strdup_printf (_("“%s” names no step of the plan."), text);
  if (reference->kinds == 1u << SEGUE_KIND_GOAL)
    return g_strdup_printf (_("“%s” names no goal of the plan."), text);
  if (reference->kinds == 1u << SEGUE_KIND_ROUTE)
    return g_strdup_printf (_("“%s” names no route of the plan."), text);
  if (reference->kinds == 1u << SEGUE_KIND_POOL)
    return g_strdup_printf (_("“%s” names no pool of the plan."), text);
  return g_strdup_printf (_("“%s” names nothing in the plan."), text);
}

static gboolean
check_reference (const SegueReference *reference,
                 gpointer              data)
{
  Reader *reader = data;

  if (!segue_reference_resolve (reference, find_row, reader))
    take_problem (reader, find_reference_node (reader, reference), describe_dangling (reader, reference));
  return !is_full (reader);
}

static void
check_references (Reader *reader)
{
  for (guint i = 0; i < reader->rows->len && !is_full (reader); ++i)
    {
      reader->row = &g_array_index (reader->rows, Row, i);
      segue_record_each_reference (reader->row->record, check_reference, reader);
    }
}

/* ---- the document ---------------------------------------------------- */

static gboolean
check_format (Reader *reader)
{
  guint format, version;
  gint64 number;

  if (segue_json_get_type_of (reader->json, 0) != SEGUE_JSON_OBJECT ||
      !segue_json_find (reader->json, 0, "format", &format))
    {
      add_problem (reader, 0, _("This is no plan: the key “format” with the value “segue-plan” is missing."));
      return FALSE;
    }
  if (!segue_json_is_string (reader->json, format, FORMAT_NAME))
    {
      add_problem (reader, format, _("This is no plan: its format is not “segue-plan”."));
      return FALSE;
    }
  if (!segue_json_find (reader->json, 0, "version", &version))
    {
      add_problem (reader, 0, _("The key “version” is missing here."));
      return FALSE;
    }
  if (segue_json_get_type_of (reader->json, version) != SEGUE_JSON_NUMBER)
    {
      add_problem (reader, version, _("A whole number is expected here."));
      return FALSE;
    }
  if (!segue_json_get_int (reader->json, version, &number) || number != FORMAT_VERSION)
    {
      Problem problem = { version, SEGUE_ERROR_INVALID };
      g_autofree char *excerpt = segue_json_dup_excerpt (reader->json, version);

      if (*excerpt != '-' && *excerpt != '0')
        problem.code = SEGUE_ERROR_NEWER;
      /* Translators: a number of a version. */
      problem.text = g_strdup_printf (_("This version of Segue reads version 1 of plans, not %s."), excerpt);
      g_array_append_val (reader->problems, problem);
      return FALSE;
    }
  return TRUE;
}

static void
reader_init (Reader          *reader,
             const SegueJson *json)
{
  *reader = (Reader) { json };
  reader->problems = g_array_new (FALSE, FALSE, sizeof (Problem));
  g_array_set_clear_func (reader->problems, clear_problem);
  reader->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (reader->rows, clear_row);
  reader->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->found = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->found, g_hash_table_unref);
  g_clear_pointer (&reader->ids, g_hash_table_unref);
  g_clear_pointer (&reader->rows, g_array_unref);
  g_clear_pointer (&reader->problems, g_array_unref);
}

static void
read_document (Reader *reader)
{
  if (check_format (reader))
    {
      each_row (reader, collect_id);
      read_header (reader);
      each_row (reader, read_row);
      check_references (reader);
    }
  g_array_sort (reader->problems, compare_problems);
}

static SeguePlan *
build_plan (Reader  *reader,
            GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < reader->rows->len; ++i)
    g_ptr_array_add (records, g_array_index (reader->rows, Row, i).record);
  return segue_plan_new_from (records, error);
}

/* What a plan can be read with and nobody can have meant. */
static void
add_doubts (Reader *reader)
{
  g_autoptr (SeguePlan) plan = build_plan (reader, NULL);
  g_autoptr (GHashTable) nodes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) doubts = plan ? segue_plan_check (plan) : NULL;

  for (guint i = 0; i < reader->rows->len; ++i)
    {
      const Row *row = &g_array_index (reader->rows, Row, i);

      g_hash_table_insert (nodes, (gpointer) segue_record_get_id (row->record), GUINT_TO_POINTER (row->node));
    }
  for (guint i = 0; doubts && i < doubts->len; ++i)
    {
      const SeguePlanProblem *doubt = doubts->pdata[i];

      add_problem (reader, GPOINTER_TO_UINT (g_hash_table_lookup (nodes, doubt->id)), doubt->text);
    }
  g_array_sort (reader->problems, compare_problems);
}

static void
set_first_problem (Reader  *reader,
                   GError **error)
{
  const Problem *problem = &g_array_index (reader->problems, Problem, 0);
  g_autofree char *message = segue_json_describe (reader->json, problem->node, problem->text);

  g_set_error_literal (error, SEGUE_ERROR, (int) problem->code, message);
}

/**
 * segue_json_read_plan:
 * @text: the bytes of a segue-plan document
 * @name: what to call the document in messages
 *
 * The plan gets an id of its own; rows without an id (periods, days off,
 * journal entries) get one from their place.
 *
 * Returns: (transfer full): the plan, or %NULL with SEGUE_ERROR_INVALID or
 *   SEGUE_ERROR_NEWER and one sentence that begins with "name:line:column: "
 */
SeguePlan *
segue_json_read_plan (const char  *text,
                      gsize        length,
                      const char  *name,
                      GError     **error)
{
  g_autoptr (SegueJson) json = segue_json_new (text, length, name, error);
  SeguePlan *plan = NULL;
  Reader reader;

  if (json == NULL)
    return NULL;
  reader_init (&reader, json);
  read_document (&reader);
  if (reader.problems->len > 0)
    set_first_problem (&reader, error);
  else
    plan = build_plan (&reader, error);
  if (plan == NULL && reader.problems->len == 0)
    g_prefix_error (error, "%s: ", name);
  reader_clear (&reader);
  return plan;
}

/**
 * segue_json_find_problems:
 *
 * Beside what keeps a document from being read this tells what nobody can
 * have meant, as rules in a circle; such a document can be read.
 *
 * Returns: (transfer full) (element-type utf8): every problem of a document
 *   in the order of their places, at most 200; none for a sound one
 */
GPtrArray *
segue_json_find_problems (const char *text,
                          gsize       length,
                          const char *name)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (SegueJson) json = segue_json_new (text, length, name, &error);
  Reader reader;

  if (json == NULL)
    {
      g_ptr_array_add (problems, g_strdup (error->message));
      return problems;
    }
  reader_init (&reader, json);
  read_document (&reader);
  if (reader.problems->len == 0)
    add_doubts (&reader);
  for (guint i = 0; i < reader.problems->len; ++i)
    {
      const Problem *problem = &g_array_index (reader.problems, Problem, i);

      g_ptr_array_add (problems, segue_json_describe (json, problem->node, problem->text));
    }
  reader_clear (&reader);
  return problems;
}

/* ---- files ----------------------------------------------------------- */

static void
set_file_error (GError     **error,
                const char  *name,
                GError      *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    /* Translators: the name of a file. */
    g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND, _("%s: This file does not exist."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("%s: This is a folder, not a file."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE, _("%s: You may not read this file."), name);
  else
    /* Translators: the name of a file, and what the system says. */
    g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE, _("%s: The file cannot be read: %s"), name, cause->message);
}

/* Up to one byte more than is allowed, so that a device without an end is
 * refused as too large and does not fill the memory. */
static GByteArray *
read_stream (GInputStream *stream,
             GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n = 0, step = 1 << 16;

  while (bytes->len <= SEGUE_JSON_MAX_BYTES)
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + (guint) step);
      if (!g_input_stream_read_all (stream, bytes->data + length, step, &n, NULL, error))
        return NULL;
      g_byte_array_set_size (bytes, length + (guint) n);
      if (n < step)
        break;
      step = MIN (step * 2, 1 << 24);
    }
  return g_steal_pointer (&bytes);
}

/**
 * segue_json_load_file:
 * @name: what to call the file in messages
 * @length: (out): how many bytes it has
 *
 * Returns: (transfer full): what stands in the file, or %NULL with a sentence
 *   that begins with "name: "
 */
char *
segue_json_load_file (GFile       *file,
                      const char  *name,
                      gsize       *length,
                      GError     **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &cause);
  g_autoptr (GByteArray) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (stream)
    bytes = read_stream (G_INPUT_STREAM (stream), &cause);
  if (bytes == NULL)
    {
      set_file_error (error, name, cause);
      return NULL;
    }
  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

/**
 * segue_json_read_plan_file:
 * @name: (nullable): what to call the file in messages
 *
 * Returns: (transfer full): the plan in the file, or %NULL with a sentence
 *   that names the file and, if it can be read, the place
 */
SeguePlan *
segue_json_read_plan_file (GFile       *file,
                           const char  *name,
                           GError     **error)
{
  g_autofree char *parse_name = g_file_get_parse_name (file);
  g_autofree char *text = NULL;
  gsize length = 0;

  text = segue_json_load_file (file, name ? name : parse_name, &length, error);
  if (text == NULL)
    return NULL;
  return segue_json_read_plan (text, length, name ? name : parse_name, error);
}
