/* segue-edit-record.c - verbs: change, add and remove a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"

#include <glib/gi18n-lib.h>

#include "core/segue-amounts.h"
#include "core/segue-edit-private.h"
#include "core/segue-references.h"

/* Where the point of what is no longer a milestone goes: a deadline means its
 * end, what it waits for its start, what waits for it its end. */
static SegueSide
choose_side (const SegueRecord *record,
             guint              field)
{
  if (segue_record_get_kind (record) != SEGUE_KIND_RULE || field != SEGUE_RULE_POINT)
    return SEGUE_SIDE_END;
  switch ((SegueRelation) segue_record_get_int (record, SEGUE_RULE_RELATION))
    {
    case SEGUE_RELATION_NOT_BEFORE:
    case SEGUE_RELATION_AFTER:
      return SEGUE_SIDE_START;
    case SEGUE_RELATION_NOT_AFTER:
    case SEGUE_RELATION_ON:
    default:
      return SEGUE_SIDE_END;
    }
}

static void
add_sides (SegueChangeSet    *change_set,
           const SegueRecord *record,
           const char        *step_id)
{
  const SegueKindInfo *info = segue_kind_get_info (segue_record_get_kind (record));
  SegueRecordBuilder *builder = segue_record_builder_new_from (record);
  g_autoptr (SegueRecord) after = NULL;

  for (guint field = 0; field < info->n_fields; field++)
    {
      g_autofree char *point = NULL;

      if (info->fields[field].type != SEGUE_FIELD_POINT ||
          g_strcmp0 (segue_record_get_string (record, field), step_id) != 0)
        continue;
      point = g_strconcat (step_id, choose_side (record, field) == SEGUE_SIDE_START ? ".start" : ".end", NULL);
      segue_record_builder_set_string (builder, field, point);
    }
  after = segue_record_builder_end (builder);
  segue_change_set_add (change_set, record, after);
}

static void
follow_type (SegueChangeSet    *change_set,
             SeguePlan         *plan,
             const SegueRecord *before,
             const SegueRecord *after)
{
  static const SegueKind with_points[] = { SEGUE_KIND_PLAN, SEGUE_KIND_RULE, SEGUE_KIND_GRANT };

  if (segue_record_get_int (before, SEGUE_STEP_TYPE) != SEGUE_STEP_MILESTONE ||
      segue_record_get_int (after, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE)
    return;
  for (guint k = 0; k < G_N_ELEMENTS (with_points); k++)
    {
      for (guint i = 0; i < segue_plan_count (plan, with_points[k]); i++)
        add_sides (change_set, segue_plan_get_nth (plan, with_points[k], i), segue_record_get_id (before));
    }
}

/* A step stands with the goal of its route; one that goes to another goal leaves its route behind. */
static SegueRecord *
adapt_step (SeguePlan         *plan,
            const SegueRecord *before,
            const SegueRecord *after)
{
  const SegueRecord *route =
    segue_plan_find_kind (plan, SEGUE_KIND_ROUTE, segue_record_get_string (after, SEGUE_STEP_ROUTE));
  const char *goal = route ? segue_record_get_string (route, SEGUE_ROUTE_GOAL) : NULL;
  SegueRecordBuilder *builder = segue_record_builder_new_from (after);

  if (route && g_strcmp0 (goal, segue_record_get_string (after, SEGUE_STEP_GOAL)) != 0)
    {
      if (before && segue_record_field_equal (before, after, SEGUE_STEP_ROUTE))
        segue_record_builder_clear (builder, SEGUE_STEP_ROUTE);
      else
        segue_record_builder_set_string (builder, SEGUE_STEP_GOAL, goal);
    }
  return segue_record_builder_end (builder);
}

/* Who gives a rule that was placed by hand words of his own makes it an
 * ordinary rule; who gives it another day is followed by its words. */
static SegueRecord *
adapt_rule (const SegueRecord *before,
            const SegueRecord *after)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (after);

  if (!segue_record_get_bool (after, SEGUE_RULE_BY_HAND) || !segue_record_get_bool (before, SEGUE_RULE_BY_HAND))
    return segue_record_builder_end (builder);
  if (!segue_record_field_equal (before, after, SEGUE_RULE_TEXT))
    segue_record_builder_set_bool (builder, SEGUE_RULE_BY_HAND, FALSE);
  else if (segue_record_get_int (after, SEGUE_RULE_RELATION) != SEGUE_RELATION_AFTER &&
           segue_record_has (after, SEGUE_RULE_DATE))
    segue_edit_set_rule_date (builder, after, segue_record_get_day (after, SEGUE_RULE_DATE));
  return segue_record_builder_end (builder);
}

static SegueRecord *
adapt (SeguePlan         *plan,
       const SegueRecord *before,
       const SegueRecord *after)
{
  if (segue_record_get_kind (after) == SEGUE_KIND_STEP)
    return adapt_step (plan, before, after);
  if (segue_record_get_kind (after) == SEGUE_KIND_RULE && before)
    return adapt_rule (before, after);
  return segue_record_ref (after);
}

/* The steps of a route go with it to another goal. */
static void
follow_goal (SegueChangeSet    *change_set,
             SeguePlan         *plan,
             const SegueRecord *before,
             const SegueRecord *after)
{
  if (segue_record_field_equal (before, after, SEGUE_ROUTE_GOAL))
    return;
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    {
      const SegueRecord *step = segue_plan_get_nth (plan, SEGUE_KIND_STEP, i);
      SegueRecordBuilder *builder;
      g_autoptr (SegueRecord) moved = NULL;

      if (g_strcmp0 (segue_record_get_string (step, SEGUE_STEP_ROUTE), segue_record_get_id (after)) != 0)
        continue;
      builder = segue_record_builder_new_from (step);
      segue_record_builder_set_string (builder, SEGUE_STEP_GOAL, segue_record_get_string (after, SEGUE_ROUTE_GOAL));
      moved = segue_record_builder_end (builder);
      segue_change_set_add (change_set, step, moved);
    }
}

static char *
label_change (const SegueRecord *before,
              const SegueRecord *after)
{
  guint title = segue_kind_get_info (segue_record_get_kind (before))->title_field;
  g_autoptr (SegueRecord) renamed = NULL;
  SegueRecordBuilder *builder = segue_record_builder_new_from (before);

  segue_record_builder_set_string (builder, title, segue_record_get_string (after, title));
  renamed = segue_record_builder_end (builder);
  if (segue_record_equal (renamed, after))
    /* Translators: an edit, in menus behind "Undo": the title of what is renamed. */
    return g_strdup_printf (_("Rename “%s”"), segue_edit_name (before));
  /* Translators: an edit, in menus behind "Undo": the title of what is changed. */
  return g_strdup_printf (_("Change “%s”"), segue_edit_name (after));
}

/**
 * segue_edit_set_record:
 * @plan: a plan
 * @after: what one of its rows shall be
 * @error: return location for an error
 *
 * Changes one row. What must follow does: points that lose their milestone get
 * a side, a step leaves a route of another goal, the words of a rule that was
 * placed by hand keep to its date.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_set_record (SeguePlan         *plan,
                       const SegueRecord *after,
                       GError           **error)
{
  const SegueRecord *before;
  g_autoptr (SegueRecord) adapted = NULL;
  SegueChangeSet *change_set;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && after != NULL, NULL);

  before = segue_edit_find (plan, segue_record_get_kind (after), segue_record_get_id (after), error);
  if (before == NULL)
    return NULL;
  adapted = adapt (plan, before, after);
  change_set = segue_edit_begin (label_change (before, adapted), segue_record_get_id (before));
  segue_change_set_add (change_set, before, adapted);
  if (segue_record_get_kind (before) == SEGUE_KIND_STEP)
    follow_type (change_set, plan, before, adapted);
  else if (segue_record_get_kind (before) == SEGUE_KIND_ROUTE)
    follow_goal (change_set, plan, before, adapted);
  return segue_edit_end (plan, change_set, error);
}

/**
 * segue_edit_add_record:
 * @plan: a plan
 * @record: a row with an id that is not yet used
 * @error: return location for an error
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_add_record (SeguePlan         *plan,
                       const SegueRecord *record,
                       GError           **error)
{
  g_autoptr (SegueRecord) adapted = NULL;
  SegueChangeSet *change_set;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && record != NULL, NULL);

  adapted = adapt (plan, NULL, record);
  /* Translators: an edit, in menus behind "Undo": the title of what is added. */
  change_set = segue_edit_begin (g_strdup_printf (_("Add “%s”"), segue_edit_name (record)), segue_record_get_id (record));
  segue_change_set_add (change_set, NULL, adapted);
  return segue_edit_end (plan, change_set, error);
}

/* ---- removing --------------------------------------------------------- */

typedef struct
{
  SeguePlan *plan;
  GHashTable *gone; /* ids */
} Removal;

static const SegueRecord *
find_record (gpointer    data,
             const char *id)
{
  return segue_plan_find (data, id);
}

static gboolean
names_gone (Removal              *removal,
            const SegueReference *reference)
{
  const SegueRecord *named = segue_reference_resolve (reference, find_record, removal->plan);

  return named && g_hash_table_contains (removal->gone, segue_record_get_id (named));
}

static gboolean
stop_at_gone (const SegueReference *reference,
              gpointer              data)
{
  return !names_gone (data, reference);
}

static gboolean
names_any_gone (Removal           *removal,
                const SegueRecord *record)
{
  return !segue_record_each_reference (record, stop_at_gone, removal);
}

/* Routes, steps and rules live by what they name; each names only kinds that come before its own. */
static void
collect_gone (Removal *removal)
{
  for (SegueKind kind = SEGUE_KIND_ROUTE; kind <= SEGUE_KIND_RULE; kind++)
    {
      for (guint i = 0; i < segue_plan_count (removal->plan, kind); i++)
        {
          const SegueRecord *record = segue_plan_get_nth (removal->plan, kind, i);
          const char *route = kind == SEGUE_KIND_STEP ? segue_record_get_string (record, SEGUE_STEP_ROUTE) : NULL;
          const char *goal = kind == SEGUE_KIND_STEP ? segue_record_get_string (record, SEGUE_STEP_GOAL) : NULL;

          if (kind == SEGUE_KIND_STEP ? (route && g_hash_table_contains (removal->gone, route)) ||
                                          (goal && g_hash_table_contains (removal->gone, goal))
                                      : names_any_gone (removal, record))
            g_hash_table_add (removal->gone, (gpointer) segue_record_get_id (record));
        }
    }
}

static void
drop_needs (Removal            *removal,
            SegueRecordBuilder *builder,
            const SegueRecord  *step)
{
  g_autofree char *needs = g_strdup (segue_record_get_string (step, SEGUE_STEP_NEEDS));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, removal->gone);
  while (needs && g_hash_table_iter_next (&iter, &id, NULL))
    {
      char *fewer = segue_amounts_remove (needs, "pool", "per_day", id);

      g_free (needs);
      needs = fewer;
    }
  segue_record_builder_set_string (builder, SEGUE_STEP_NEEDS, needs);
}

static guint
drop_members (Removal            *removal,
              SegueRecordBuilder *builder,
              const SegueRecord  *exclusive)
{
  const char *const *ids = segue_record_get_strings (exclusive, SEGUE_EXCLUSIVE_OF);
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  g_auto (GStrv) members = NULL;

  for (guint i = 0; ids[i]; i++)
    {
      if (!g_hash_table_contains (removal->gone, ids[i]))
        g_strv_builder_add (left, ids[i]);
    }
  members = g_strv_builder_end (left);
  segue_record_builder_set_strings (builder, SEGUE_EXCLUSIVE_OF, (const char *const *) members);
  return g_strv_length (members);
}

static void
drop_fields (Removal            *removal,
             SegueRecordBuilder *builder,
             const SegueRecord  *record)
{
  const SegueKindInfo *info = segue_kind_get_info (segue_record_get_kind (record));

  for (guint field = 0; field < info->n_fields; field++)
    {
      gboolean is_about = segue_record_get_kind (record) == SEGUE_KIND_JOURNAL && field == SEGUE_JOURNAL_ABOUT;
      SegueReference reference = { field, NULL, !is_about, 1u << SEGUE_KIND_STEP };

      if (!segue_record_has (record, field) || (info->fields[field].type != SEGUE_FIELD_POINT && !is_about))
        continue;
      reference.text = segue_record_get_string (record, field);
      if (is_about ? g_hash_table_contains (removal->gone, reference.text) : names_gone (removal, &reference))
        segue_record_builder_clear (builder, field);
    }
}

/* What names something that goes and can live without it. */
static void
let_go (Removal           *removal,
        SegueChangeSet    *change_set,
        const SegueRecord *record)
{
  SegueKind kind = segue_record_get_kind (record);
  SegueRecordBuilder *builder;
  g_autoptr (SegueRecord) after = NULL;
  guint members = G_MAXUINT;

  if (g_hash_table_contains (removal->gone, segue_record_get_id (record)) || !names_any_gone (removal, record))
    return;
  builder = segue_record_builder_new_from (record);
  if (kind == SEGUE_KIND_STEP)
    drop_needs (removal, builder, record);
  else if (kind == SEGUE_KIND_EXCLUSIVE)
    members = drop_members (removal, builder, record);
  else
    drop_fields (removal, builder, record);
  after = segue_record_builder_end (builder);
  if (members >= 2)
    segue_change_set_add (change_set, record, after);
  else
    g_hash_table_add (removal->gone, (gpointer) segue_record_get_id (record));
}

/**
 * segue_edit_remove:
 * @plan: a plan
 * @id: the id of any of its rows but the plan's own
 * @error: return location for an error
 *
 * Removes the row with all that hangs on it: the routes and steps of a goal,
 * the steps of a route, the rules of a step. What only mentions it stays and
 * mentions it no more.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_remove (SeguePlan  *plan,
                   const char *id,
                   GError    **error)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  Removal removal = { plan, gone };
  const SegueRecord *record;
  SegueChangeSet *change_set;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && id != NULL, NULL);

  record = segue_edit_find (plan, SEGUE_N_KINDS, id, error);
  if (record == NULL)
    return NULL;
  if (segue_record_get_kind (record) == SEGUE_KIND_PLAN)
    {
      segue_edit_refuse (error, g_strdup (_("A plan cannot be removed from itself.")));
      return NULL;
    }
  g_hash_table_add (gone, (gpointer) segue_record_get_id (record));
  collect_gone (&removal);
  /* Translators: an edit, in menus behind "Undo": the title of what is removed. */
  change_set = segue_edit_begin (g_strdup_printf (_("Remove “%s”"), segue_edit_name (record)), id);
  for (SegueKind kind = SEGUE_KIND_PLAN; kind < SEGUE_N_KINDS; kind++)
    {
      for (guint i = 0; i < segue_plan_count (plan, kind); i++)
        let_go (&removal, change_set, segue_plan_get_nth (plan, kind, i));
    }
  for (int kind = SEGUE_N_KINDS - 1; kind >= 0; kind--)
    {
      for (guint i = 0; i < segue_plan_count (plan, (SegueKind) kind); i++)
        {
          const SegueRecord *row = segue_plan_get_nth (plan, (SegueKind) kind, i);

          if (g_hash_table_contains (gone, segue_record_get_id (row)))
            segue_change_set_add (change_set, row, NULL);
        }
    }
  return segue_edit_end (plan, change_set, error);
}

/**
 * segue_edit_set_rule_enabled:
 * @plan: a plan
 * @rule_id: the id of a rule
 * @enabled: whether it binds
 * @error: return location for an error
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_set_rule_enabled (SeguePlan  *plan,
                             const char *rule_id,
                             gboolean    enabled,
                             GError    **error)
{
  const SegueRecord *rule;
  SegueRecordBuilder *builder;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && rule_id != NULL, NULL);

  rule = segue_edit_find (plan, SEGUE_KIND_RULE, rule_id, error);
  if (rule == NULL)
    return NULL;
  builder = segue_record_builder_new_from (rule);
  segue_record_builder_set_bool (builder, SEGUE_RULE_ENABLED, enabled);
  return segue_edit_change_one (plan, rule, builder,
                                /* Translators: edits, in menus behind "Undo": a rule as a sentence. */
                                g_strdup_printf (enabled ? _("Switch On “%s”") : _("Switch Off “%s”"),
                                                 segue_edit_name (rule)),
                                error);
}
