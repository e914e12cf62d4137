/* segue-diff.c - what leads from one plan to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes is added before anything names it, and what goes is removed
 * after nothing names it any more: first new rows, kind by kind, then changed
 * ones, then removed ones, kind by kind backwards. The same holds for the
 * inverse. Only an id that becomes one of another kind has to go first.
 */
#include "core/segue-diff.h"

static const SegueRecord *
find_same_kind (SeguePlan         *plan,
                const SegueRecord *record)
{
  return segue_plan_find_kind (plan, segue_record_get_kind (record), segue_record_get_id (record));
}

/* The plan record keeps the id under which the plan is stored. */
static SegueRecord *
adapt_header (SeguePlan *from,
              SeguePlan *to)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_get_header (to));

  segue_record_builder_set_id (builder, segue_plan_get_id (from));
  return segue_record_builder_end (builder);
}

static void
add_new (SegueChangeSet *change_set,
         SeguePlan      *from,
         SeguePlan      *to,
         SegueKind       kind)
{
  for (guint i = 0; i < segue_plan_count (to, kind); i++)
    {
      const SegueRecord *record = segue_plan_get_nth (to, kind, i);
      const SegueRecord *other;

      if (find_same_kind (from, record))
        continue;
      other = segue_plan_find (from, segue_record_get_id (record));
      if (other)
        segue_change_set_add (change_set, other, NULL);
      segue_change_set_add (change_set, NULL, record);
    }
}

static void
add_changed (SegueChangeSet *change_set,
             SeguePlan      *from,
             SeguePlan      *to,
             SegueKind       kind)
{
  for (guint i = 0; i < segue_plan_count (to, kind); i++)
    {
      const SegueRecord *after = segue_plan_get_nth (to, kind, i);
      const SegueRecord *before = find_same_kind (from, after);

      if (before)
        segue_change_set_add (change_set, before, after);
    }
}

static void
add_removed (SegueChangeSet *change_set,
             SeguePlan      *from,
             SeguePlan      *to,
             SegueKind       kind)
{
  for (guint i = 0; i < segue_plan_count (from, kind); i++)
    {
      const SegueRecord *record = segue_plan_get_nth (from, kind, i);

      if (segue_plan_find (to, segue_record_get_id (record)) == NULL)
        segue_change_set_add (change_set, record, NULL);
    }
}

/**
 * segue_plan_diff:
 * @from: a plan
 * @to: another
 * @label: what the change set is called
 *
 * Returns: (transfer full): what makes @from say what @to says; the plan keeps
 *   its own id
 */
SegueChangeSet *
segue_plan_diff (SeguePlan  *from,
                 SeguePlan  *to,
                 const char *label)
{
  g_autoptr (SegueChangeSet) change_set = NULL;
  g_autoptr (SegueRecord) header = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (from) && segue_plan_get_header (from) != NULL, NULL);
  g_return_val_if_fail (SEGUE_IS_PLAN (to) && segue_plan_get_header (to) != NULL, NULL);

  change_set = segue_change_set_new (label);
  for (SegueKind kind = SEGUE_KIND_GOAL; kind < SEGUE_N_KINDS; kind++)
    add_new (change_set, from, to, kind);
  header = adapt_header (from, to);
  segue_change_set_add (change_set, segue_plan_get_header (from), header);
  for (SegueKind kind = SEGUE_KIND_GOAL; kind < SEGUE_N_KINDS; kind++)
    add_changed (change_set, from, to, kind);
  for (SegueKind kind = SEGUE_N_KINDS - 1; kind >= SEGUE_KIND_GOAL; kind--)
    add_removed (change_set, from, to, kind);
  return g_steal_pointer (&change_set);
}
