/* segue-edit-paste.c - verbs: parts of a plan, taken out and put in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is copied is a small plan of its own: the steps, the rules that speak
 * of nothing else, and, so that every reference is found, their goals, routes
 * and pools. Put into a plan that knows those, the steps join them; into
 * another plan they come without. A goal that was copied itself brings all
 * that is its own, and comes as one more where it is known.
 */
#include "core/segue-edit.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit-private.h"
#include "core/segue-references.h"

/* ---- taken out -------------------------------------------------------- */

/* Of a part: the ids of the goals that were copied themselves. */
static G_DEFINE_QUARK (segue-whole-goals, whole_goals)

typedef struct
{
  SeguePlan *plan;
  GHashTable *taken; /* ids */
  GHashTable *whole; /* ids of goals */
  SegueChangeSet *change_set;
} Extract;

static void
take (Extract    *extract,
      const char *id)
{
  const SegueRecord *record = id ? segue_plan_find (extract->plan, id) : NULL;

  if (record == NULL || !g_hash_table_add (extract->taken, (gpointer) segue_record_get_id (record)))
    return;
  if (segue_record_get_kind (record) == SEGUE_KIND_STEP)
    {
      take (extract, segue_record_get_string (record, SEGUE_STEP_GOAL));
      take (extract, segue_record_get_string (record, SEGUE_STEP_ROUTE));
    }
  else if (segue_record_get_kind (record) == SEGUE_KIND_ROUTE)
    {
      take (extract, segue_record_get_string (record, SEGUE_ROUTE_GOAL));
    }
}

static gboolean
is_whole (SeguePlan  *part,
          const char *goal)
{
  GHashTable *whole = g_object_get_qdata (G_OBJECT (part), whole_goals_quark ());

  return whole != NULL && goal != NULL && g_hash_table_contains (whole, goal);
}

/* With its routes, and with its steps of all of them. */
static void
take_goal (Extract    *extract,
           const char *goal)
{
  g_hash_table_add (extract->whole, g_strdup (goal));
  take (extract, goal);
  for (guint i = 0; i < segue_plan_count (extract->plan, SEGUE_KIND_ROUTE); i++)
    {
      const SegueRecord *route = segue_plan_get_nth (extract->plan, SEGUE_KIND_ROUTE, i);

      if (g_strcmp0 (segue_record_get_string (route, SEGUE_ROUTE_GOAL), goal) == 0)
        take (extract, segue_record_get_id (route));
    }
  for (guint i = 0; i < segue_plan_count (extract->plan, SEGUE_KIND_STEP); i++)
    {
      const SegueRecord *step = segue_plan_get_nth (extract->plan, SEGUE_KIND_STEP, i);

      if (g_strcmp0 (segue_record_get_string (step, SEGUE_STEP_GOAL), goal) == 0)
        take (extract, segue_record_get_id (step));
    }
}

static const SegueRecord *
find_in_plan (gpointer    data,
              const char *id)
{
  return segue_plan_find (data, id);
}

static gboolean
is_taken (const SegueReference *reference,
          gpointer              data)
{
  Extract *extract = data;
  const SegueRecord *named = segue_reference_resolve (reference, find_in_plan, extract->plan);

  return named != NULL && g_hash_table_contains (extract->taken, segue_record_get_id (named));
}

static gboolean
belongs (Extract           *extract,
         const SegueRecord *record)
{
  switch (segue_record_get_kind (record))
    {
    case SEGUE_KIND_PLAN:
      return FALSE;
    case SEGUE_KIND_RULE:
      return segue_record_each_reference (record, is_taken, extract);
    case SEGUE_KIND_EXCLUSIVE:
      return g_hash_table_size (extract->whole) > 0 && segue_record_each_reference (record, is_taken, extract);
    case SEGUE_KIND_POOL:
      return TRUE;
    case SEGUE_KIND_GOAL:
    case SEGUE_KIND_ROUTE:
    case SEGUE_KIND_STEP:
    case SEGUE_KIND_PERIOD:
    case SEGUE_KIND_DAY_OFF:
    case SEGUE_KIND_GRANT:
    case SEGUE_KIND_JOURNAL:
    case SEGUE_KIND_BASELINE:
    case SEGUE_KIND_REVIEW:
    case SEGUE_KIND_ANSWER:
    case SEGUE_KIND_CHECK_IN:
    case SEGUE_KIND_OBSTACLE:
    case SEGUE_KIND_DECISION:
    case SEGUE_KIND_REASON:
    case SEGUE_N_KINDS:
    default:
      return g_hash_table_contains (extract->taken, segue_record_get_id (record));
    }
}

/**
 * segue_plan_extract:
 * @plan: a plan
 * @ids: (array zero-terminated=1): the ids of steps and of goals
 *
 * Returns: (transfer full) (nullable): a plan of these steps and of what they
 *   need, and of these goals with all that is their own; %NULL if there are
 *   none
 */
SeguePlan *
segue_plan_extract (SeguePlan         *plan,
                    const char *const *ids)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SegueChangeSet) change_set = segue_change_set_new ("");
  Extract extract = { plan, taken, whole, change_set };
  SegueRecordBuilder *header;
  g_autoptr (SegueRecord) record = NULL;
  g_autoptr (SeguePlan) part = segue_plan_new ();

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && ids != NULL, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (segue_plan_find_kind (plan, SEGUE_KIND_STEP, ids[i]) != NULL)
        take (&extract, ids[i]);
      else if (segue_plan_find_kind (plan, SEGUE_KIND_GOAL, ids[i]) != NULL)
        take_goal (&extract, ids[i]);
    }
  header = segue_record_builder_new (SEGUE_KIND_PLAN, segue_plan_get_id (plan));
  segue_record_builder_set_string (header, SEGUE_PLAN_TITLE, segue_plan_get_title (plan));
  record = segue_record_builder_end (header);
  segue_change_set_add (change_set, NULL, record);
  for (SegueKind kind = SEGUE_KIND_GOAL; kind < SEGUE_N_KINDS; kind++)
    {
      for (guint i = 0; i < segue_plan_count (plan, kind); i++)
        {
          const SegueRecord *row = segue_plan_get_nth (plan, kind, i);

          if (belongs (&extract, row))
            segue_change_set_add (change_set, NULL, row);
        }
    }
  if (g_hash_table_size (taken) == 0 || !segue_plan_apply (part, change_set, NULL))
    return NULL;
  g_object_set_qdata_full (G_OBJECT (part), whole_goals_quark (), g_steal_pointer (&whole),
                           (GDestroyNotify) g_hash_table_unref);
  return g_steal_pointer (&part);
}

/* ---- put in ----------------------------------------------------------- */

typedef struct
{
  SeguePlan *plan;
  SeguePlan *part;
  GHashTable *names; /* from ids of the part to ids of the plan */
  GHashTable *used;  /* new ids */
} Paste;

static const char *
get_name (Paste      *paste,
          const char *id)
{
  return id ? g_hash_table_lookup (paste->names, id) : NULL;
}

/* A row that was cut comes back under its own id. */
static void
name_row (Paste             *paste,
          const SegueRecord *record)
{
  const char *id = segue_record_get_id (record);
  g_autofree char *name = g_strdup (id);

  for (guint i = 2; segue_plan_find (paste->plan, name) != NULL || g_hash_table_contains (paste->used, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", id, i);
    }
  g_hash_table_add (paste->used, g_strdup (name));
  g_hash_table_insert (paste->names, g_strdup (id), g_steal_pointer (&name));
}

static void
name_rows (Paste     *paste,
           SegueKind  kind)
{
  for (guint i = 0; i < segue_plan_count (paste->part, kind); i++)
    name_row (paste, segue_plan_get_nth (paste->part, kind, i));
}

/* Whether a goal or a route comes along, instead of being only named. */
static gboolean
comes_along (Paste             *paste,
             const SegueRecord *record)
{
  if (segue_record_get_kind (record) == SEGUE_KIND_ROUTE)
    return is_whole (paste->part, segue_record_get_string (record, SEGUE_ROUTE_GOAL));
  return is_whole (paste->part, segue_record_get_id (record));
}

/* What the plan knows by the same id and kind is the same thing, unless it comes along. */
static void
name_known (Paste     *paste,
            SegueKind  kind)
{
  for (guint i = 0; i < segue_plan_count (paste->part, kind); i++)
    {
      const SegueRecord *record = segue_plan_get_nth (paste->part, kind, i);
      const char *id = segue_record_get_id (record);

      if (comes_along (paste, record))
        name_row (paste, record);
      else if (segue_plan_find_kind (paste->plan, kind, id) != NULL)
        g_hash_table_insert (paste->names, g_strdup (id), g_strdup (id));
    }
}

static void
rename_field (Paste              *paste,
              SegueRecordBuilder *builder,
              const SegueRecord  *record,
              guint               field)
{
  const char *name = get_name (paste, segue_record_get_string (record, field));

  if (name != NULL)
    segue_record_builder_set_string (builder, field, name);
  else
    segue_record_builder_clear (builder, field);
}

static void
rename_point (Paste              *paste,
              SegueRecordBuilder *builder,
              const SegueRecord  *record,
              guint               field)
{
  const char *text = segue_record_get_string (record, field);
  const SegueRecord *step;
  SegueSide side;
  g_autofree char *point = NULL;

  if (text == NULL || !segue_plan_parse_point (paste->part, text, &step, &side))
    return;
  point = g_strconcat (get_name (paste, segue_record_get_id (step)), text + strlen (segue_record_get_id (step)), NULL);
  segue_record_builder_set_string (builder, field, point);
}

static gboolean
knows_pools (Paste             *paste,
             const SegueRecord *step)
{
  const char *needs = segue_record_get_string (step, SEGUE_STEP_NEEDS);

  for (guint i = 0; needs != NULL && i < segue_plan_count (paste->part, SEGUE_KIND_POOL); i++)
    {
      const char *id = segue_record_get_id (segue_plan_get_nth (paste->part, SEGUE_KIND_POOL, i));

      if (get_name (paste, id) == NULL && strstr (needs, id) != NULL)
        return FALSE;
    }
  return TRUE;
}

static SegueRecord *
make_step (Paste             *paste,
           const SegueRecord *step,
           double             rank)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (step);

  segue_record_builder_set_id (builder, get_name (paste, segue_record_get_id (step)));
  segue_record_builder_set_rank (builder, rank);
  rename_field (paste, builder, step, SEGUE_STEP_GOAL);
  rename_field (paste, builder, step, SEGUE_STEP_ROUTE);
  if (!knows_pools (paste, step))
    segue_record_builder_clear (builder, SEGUE_STEP_NEEDS);
  return segue_record_builder_end (builder);
}

static SegueRecord *
make_rule (Paste             *paste,
           const SegueRecord *rule,
           double             rank)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (rule);

  segue_record_builder_set_id (builder, get_name (paste, segue_record_get_id (rule)));
  segue_record_builder_set_rank (builder, rank);
  rename_point (paste, builder, rule, SEGUE_RULE_POINT);
  rename_point (paste, builder, rule, SEGUE_RULE_OTHER);
  rename_field (paste, builder, rule, SEGUE_RULE_ROUTE);
  return segue_record_builder_end (builder);
}

/* One more of the same is told from the first by its title. */
static SegueRecord *
make_goal (Paste             *paste,
           const SegueRecord *goal,
           double             rank)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (goal);
  const char *id = get_name (paste, segue_record_get_id (goal));
  g_autofree char *title = NULL;

  /* Translators: the title of a goal that is a copy of another one: the title of that one */
  title = g_strdup_printf (_("%s (copy)"), segue_record_get_title (goal));
  segue_record_builder_set_id (builder, id);
  segue_record_builder_set_rank (builder, rank);
  if (!g_str_equal (id, segue_record_get_id (goal)))
    segue_record_builder_set_string (builder, SEGUE_GOAL_TITLE, title);
  return segue_record_builder_end (builder);
}

static SegueRecord *
make_route (Paste             *paste,
            const SegueRecord *route,
            double             rank)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (route);

  segue_record_builder_set_id (builder, get_name (paste, segue_record_get_id (route)));
  segue_record_builder_set_rank (builder, rank);
  rename_field (paste, builder, route, SEGUE_ROUTE_GOAL);
  return segue_record_builder_end (builder);
}

static SegueRecord *
make_exclusive (Paste             *paste,
                const SegueRecord *exclusive,
                double             rank)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (exclusive);
  const char *const *members = segue_record_get_strings (exclusive, SEGUE_EXCLUSIVE_OF);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; members[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) get_name (paste, members[i]));
  g_ptr_array_add (names, NULL);
  segue_record_builder_set_id (builder, get_name (paste, segue_record_get_id (exclusive)));
  segue_record_builder_set_rank (builder, rank);
  segue_record_builder_set_strings (builder, SEGUE_EXCLUSIVE_OF, (const char *const *) names->pdata);
  return segue_record_builder_end (builder);
}

typedef SegueRecord *(*MakeFunc) (Paste *paste, const SegueRecord *record, double rank);

static void
add_rows (Paste          *paste,
          SegueChangeSet *change_set,
          SegueKind       kind,
          MakeFunc        make)
{
  double rank = segue_plan_next_rank (paste->plan, kind);

  for (guint i = 0; i < segue_plan_count (paste->part, kind); i++)
    {
      const SegueRecord *row = segue_plan_get_nth (paste->part, kind, i);
      g_autoptr (SegueRecord) copy = NULL;

      if ((kind == SEGUE_KIND_GOAL || kind == SEGUE_KIND_ROUTE) && !comes_along (paste, row))
        continue;
      copy = make (paste, row, rank + i);
      segue_change_set_add (change_set, NULL, copy);
    }
}

/* (transfer none) (nullable): the first goal that comes along. */
static const SegueRecord *
find_goal (Paste *paste)
{
  for (guint i = 0; i < segue_plan_count (paste->part, SEGUE_KIND_GOAL); i++)
    {
      const SegueRecord *goal = segue_plan_get_nth (paste->part, SEGUE_KIND_GOAL, i);

      if (comes_along (paste, goal))
        return goal;
    }
  return NULL;
}

/* The two verbs differ in nothing but their name. */
static char *
label_paste (Paste *paste)
{
  const SegueRecord *goal = find_goal (paste);
  guint n = segue_plan_count (paste->part, SEGUE_KIND_STEP);

  if (goal != NULL)
    /* Translators: an edit, in menus behind "Undo": the title of a goal that comes from the clipboard. */
    return g_strdup_printf (_("Paste the Goal “%s”"), segue_edit_name (goal));
  if (n == 1)
    /* Translators: an edit, in menus behind "Undo": the title of a step that comes from the clipboard. */
    return g_strdup_printf (_("Paste “%s”"), segue_edit_name (segue_plan_get_nth (paste->part, SEGUE_KIND_STEP, 0)));
  /* Translators: an edit, in menus behind "Undo": how many steps come from the clipboard. */
  return g_strdup_printf (ngettext ("Paste %u Step", "Paste %u Steps", n), n);
}

static char *
label_duplicate (Paste *paste)
{
  const SegueRecord *goal = find_goal (paste);
  guint n = segue_plan_count (paste->part, SEGUE_KIND_STEP);

  if (goal != NULL)
    /* Translators: an edit, in menus behind "Undo": the title of a goal that comes once more. */
    return g_strdup_printf (_("Duplicate the Goal “%s”"), segue_edit_name (goal));
  if (n == 1)
    /* Translators: an edit, in menus behind "Undo": the title of a step that comes once more. */
    return g_strdup_printf (_("Duplicate “%s”"), segue_edit_name (segue_plan_get_nth (paste->part, SEGUE_KIND_STEP, 0)));
  /* Translators: an edit, in menus behind "Undo": how many steps come once more. */
  return g_strdup_printf (ngettext ("Duplicate %u Step", "Duplicate %u Steps", n), n);
}

static SegueChangeSet *
put_in (SeguePlan  *plan,
        SeguePlan  *part,
        char       *(*label) (Paste *paste),
        GError    **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Paste paste = { plan, part, names, used };
  const SegueRecord *first = find_goal (&paste);
  SegueChangeSet *change_set;

  if (first == NULL)
    first = segue_plan_get_nth (part, SEGUE_KIND_STEP, 0);
  name_known (&paste, SEGUE_KIND_GOAL);
  name_known (&paste, SEGUE_KIND_ROUTE);
  name_known (&paste, SEGUE_KIND_POOL);
  name_rows (&paste, SEGUE_KIND_STEP);
  name_rows (&paste, SEGUE_KIND_RULE);
  name_rows (&paste, SEGUE_KIND_EXCLUSIVE);
  change_set = segue_edit_begin (label (&paste), get_name (&paste, segue_record_get_id (first)));
  add_rows (&paste, change_set, SEGUE_KIND_GOAL, make_goal);
  add_rows (&paste, change_set, SEGUE_KIND_ROUTE, make_route);
  add_rows (&paste, change_set, SEGUE_KIND_STEP, make_step);
  add_rows (&paste, change_set, SEGUE_KIND_RULE, make_rule);
  add_rows (&paste, change_set, SEGUE_KIND_EXCLUSIVE, make_exclusive);
  return segue_edit_end (plan, change_set, error);
}

/**
 * segue_edit_paste:
 * @plan: a plan
 * @part: what segue_plan_extract() gave, of this or of another plan
 * @error: return location for an error
 *
 * Adds the steps of @part and their rules, and the goals that were copied
 * themselves. Ids that @plan has already become others.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_paste (SeguePlan  *plan,
                  SeguePlan  *part,
                  GError    **error)
{
  Paste paste = { plan, part };

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && SEGUE_IS_PLAN (part), NULL);

  if (find_goal (&paste) == NULL && segue_plan_count (part, SEGUE_KIND_STEP) == 0)
    {
      segue_edit_refuse (error, g_strdup (_("There is no step on the clipboard.")));
      return NULL;
    }
  return put_in (plan, part, label_paste, error);
}

/**
 * segue_edit_duplicate:
 * @plan: a plan
 * @ids: (array zero-terminated=1): the ids of steps and of goals
 * @error: return location for an error
 *
 * Adds the same once more: steps to their goals, a goal with all that is its own.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_duplicate (SeguePlan         *plan,
                      const char *const *ids,
                      GError           **error)
{
  g_autoptr (SeguePlan) part = segue_plan_extract (plan, ids);

  if (part == NULL)
    {
      segue_edit_refuse (error, g_strdup (_("There is nothing to duplicate.")));
      return NULL;
    }
  return put_in (plan, part, label_duplicate, error);
}
