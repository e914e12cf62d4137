/* segue-edit-draft.c - verb: what was done on a copy, as one edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"

#include "core/segue-diff.h"
#include "core/segue-edit-private.h"

/* The header is always in a difference, even if nothing differs. */
static gboolean
has_changes (SegueChangeSet *change_set)
{
  for (guint i = 0; i < segue_change_set_count (change_set); i++)
    {
      const SegueChange *change = segue_change_set_get (change_set, i);

      if (!change->before || !change->after || !segue_record_equal (change->before, change->after))
        return TRUE;
    }
  return FALSE;
}

/**
 * segue_edit_is_changed:
 * @base: a plan
 * @draft: a copy of it on which verbs were tried
 *
 * Returns: whether they say different things
 */
gboolean
segue_edit_is_changed (SeguePlan *base,
                       SeguePlan *draft)
{
  g_autoptr (SegueChangeSet) change_set = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (base) && SEGUE_IS_PLAN (draft), FALSE);

  change_set = segue_plan_diff (base, draft, "");
  return has_changes (change_set);
}

/**
 * segue_edit_take_draft:
 * @plan: a plan
 * @base: the plan as it was when the draft was begun
 * @draft: a copy of @base on which verbs were performed
 * @label: what they come to, translated
 * @focus: (nullable): the id of what to show afterwards
 * @error: return location for an error; %SEGUE_ERROR_STALE if what the draft
 *   changed has been changed in @plan as well
 *
 * Makes one edit of everything that was done on a draft. What the draft left
 * alone may have changed in the meantime.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_take_draft (SeguePlan   *plan,
                       SeguePlan   *base,
                       SeguePlan   *draft,
                       const char  *label,
                       const char  *focus,
                       GError     **error)
{
  g_autoptr (SegueChangeSet) difference = NULL;
  SegueChangeSet *change_set;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && SEGUE_IS_PLAN (base) && SEGUE_IS_PLAN (draft), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  difference = segue_plan_diff (base, draft, label);
  change_set = segue_edit_begin (g_strdup (label), focus);
  for (guint i = 0; i < segue_change_set_count (difference); i++)
    {
      const SegueChange *change = segue_change_set_get (difference, i);

      if (!change->before || !change->after || !segue_record_equal (change->before, change->after))
        segue_change_set_add (change_set, change->before, change->after);
    }
  return segue_edit_end (plan, change_set, error);
}
