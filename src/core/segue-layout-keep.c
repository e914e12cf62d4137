/* segue-layout-keep.c - what of a plan has been described before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To turn every row of a large plan into numbers takes longer than to lay it
 * out. Rows never change, and a row that is not the same says so by its
 * address; so where the rows of two layouts have the same ids in the same
 * order, the numbers of the one are those of the other but for the steps and
 * rules that have been replaced:
 *
 *   before   goals  steps a b c d  rules p q r  ids
 *              │          │ │ │ │        │ │ │   │      │ the same
 *   after    goals  steps a B c d  rules p q r  ids     B described anew
 *
 * Whatever else has changed, all of the plan is described anew. What grants
 * emit stands behind and is made anew in any case.
 */
#include "core/segue-layout-private.h"

/* Kinds of which no row may have been replaced, since others are described by them. */
static const SegueKind settled_kinds[] = {
  SEGUE_KIND_GOAL,
  SEGUE_KIND_ROUTE,
  SEGUE_KIND_POOL,
  SEGUE_KIND_EXCLUSIVE,
};

static guint
count_own (SegueLayout *layout,
           SegueKind    kind)
{
  if (kind == SEGUE_KIND_STEP)
    return layout->n_own_steps;
  if (kind == SEGUE_KIND_RULE)
    return layout->n_own_rules;
  return layout->records[kind]->len;
}

/* Rows stand by rank and id: the same rows stand in the same order, in a
 * layout's own order of routes as well. */
static gboolean
has_same_rows (SeguePlan   *plan,
               SegueLayout *previous,
               SegueKind    kind)
{
  guint n = segue_plan_count (plan, kind);

  if (n != count_own (previous, kind))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const SegueRecord *row = segue_plan_get_nth (plan, kind, i);
      int index = segue_layout_find (previous, kind, segue_record_get_id (row));

      if (index < 0 || previous->records[kind]->pdata[index] != row)
        return FALSE;
    }
  return TRUE;
}

/* Whether nothing but the numbers of the row itself can differ: a milestone is
 * named by another point, and what is needed of pools stands in one array. */
static gboolean
may_replace (const SegueRecord *before,
             const SegueRecord *after)
{
  if (!g_str_equal (segue_record_get_id (before), segue_record_get_id (after)))
    return FALSE;
  return segue_record_get_kind (after) == SEGUE_KIND_RULE ||
         (segue_record_get_int (before, SEGUE_STEP_TYPE) == segue_record_get_int (after, SEGUE_STEP_TYPE) &&
          !segue_record_has (before, SEGUE_STEP_NEEDS) && !segue_record_has (after, SEGUE_STEP_NEEDS));
}

/* Adds the places of the rows that have been replaced; whether all others are as they were. */
static gboolean
find_replaced (SeguePlan   *plan,
               SegueLayout *previous,
               SegueKind    kind,
               GArray      *replaced)
{
  gpointer *before = previous->records[kind]->pdata;
  guint n = segue_plan_count (plan, kind);

  if (n != count_own (previous, kind))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const SegueRecord *row = segue_plan_get_nth (plan, kind, i);

      if (row == before[i])
        continue;
      if (!may_replace (before[i], row))
        return FALSE;
      g_array_append_val (replaced, i);
    }
  return TRUE;
}

static void
share_array (GArray **array,
             GArray  *other)
{
  g_array_unref (*array);
  *array = g_array_ref (other);
}

static void
share_rows (SegueLayout *self,
            SegueLayout *previous,
            SegueKind    kind)
{
  g_ptr_array_unref (self->records[kind]);
  self->records[kind] = g_ptr_array_ref (previous->records[kind]);
}

static void
share_settled (SegueLayout *self,
               SegueLayout *previous)
{
  for (guint i = 0; i < G_N_ELEMENTS (settled_kinds); i++)
    share_rows (self, previous, settled_kinds[i]);
  share_array (&self->goals, previous->goals);
  share_array (&self->routes, previous->routes);
  share_array (&self->pools, previous->pools);
  share_array (&self->needs, previous->needs);
  share_array (&self->exclusives, previous->exclusives);
  g_ptr_array_unref (self->members);
  self->members = g_ptr_array_ref (previous->members);
  g_hash_table_unref (self->indexes);
  self->indexes = g_hash_table_ref (previous->indexes);
}

/* Steps or rules: the same array, or a copy of the plan's own where some are to be written. */
static void
take_rows (SegueLayout *self,
           SegueLayout *previous,
           SegueKind    kind,
           GArray     **specs,
           GArray      *specs_before,
           gboolean     is_written)
{
  guint n = count_own (previous, kind);

  if (!is_written && specs_before->len == n)
    {
      share_rows (self, previous, kind);
      share_array (specs, specs_before);
      return;
    }
  g_array_append_vals (*specs, specs_before->data, n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->records[kind], segue_record_ref (previous->records[kind]->pdata[i]));
}

/**
 * segue_layout_keep_plan:
 * @self: a new layout
 * @plan: a plan with its plan record
 * @previous: the layout before
 *
 * Adds everything that stands in the plan, as segue_layout_add_plan() would, and
 * takes over from @previous what has not changed.
 *
 * Returns: whether that could be done; if not, nothing has been added
 */
gboolean
segue_layout_keep_plan (SegueLayout *self,
                        SeguePlan   *plan,
                        SegueLayout *previous)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean emits = segue_plan_count (plan, SEGUE_KIND_GRANT) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (settled_kinds); i++)
    if (!has_same_rows (plan, previous, settled_kinds[i]))
      return FALSE;
  if (!find_replaced (plan, previous, SEGUE_KIND_STEP, steps) || !find_replaced (plan, previous, SEGUE_KIND_RULE, rules))
    return FALSE;

  segue_layout_add_capacity (self, plan);
  share_settled (self, previous);
  take_rows (self, previous, SEGUE_KIND_STEP, &self->steps, previous->steps, emits || steps->len > 0);
  take_rows (self, previous, SEGUE_KIND_RULE, &self->rules, previous->rules, emits || rules->len > 0);
  for (guint i = 0; i < steps->len; i++)
    {
      guint index = g_array_index (steps, guint, i);

      segue_layout_replace_step (self, index, segue_plan_get_nth (plan, SEGUE_KIND_STEP, index));
    }
  for (guint i = 0; i < rules->len; i++)
    {
      guint index = g_array_index (rules, guint, i);

      segue_layout_replace_rule (self, index, segue_plan_get_nth (plan, SEGUE_KIND_RULE, index));
    }
  segue_layout_end_plan (self);
  return TRUE;
}

/**
 * segue_layout_is_alike:
 * @self: a layout
 * @previous: another
 *
 * Returns: whether every step of the plan's own has the same index in both, as
 *   far as that is known without looking
 */
gboolean
segue_layout_is_alike (SegueLayout *self,
                       SegueLayout *previous)
{
  return self->indexes == previous->indexes;
}
