/* segue-edit-many.c - verbs: the same for several rows, as one edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verb for one row is asked again and again, each time of the plan as the
 * rows before have left it; what it answers is strung together.
 */
#include "core/segue-edit.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit-private.h"

typedef SegueChangeSet *(*Verb) (SeguePlan *plan, const char *id, gconstpointer data, GError **error);

static void
append (SegueChangeSet *to,
        SegueChangeSet *from)
{
  for (guint i = 0; i < segue_change_set_count (from); i++)
    {
      const SegueChange *change = segue_change_set_get (from, i);

      segue_change_set_add (to, change->before, change->after);
    }
}

/* What went with a row before it is not asked for again. */
static SegueChangeSet *
do_each (SeguePlan         *plan,
         const char *const *ids,
         Verb               verb,
         gconstpointer      data,
         char              *label,
         GError           **error)
{
  g_autoptr (SeguePlan) copy = segue_plan_copy (plan);
  g_autoptr (SegueChangeSet) change_set = segue_edit_begin (label, ids[0]);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (SegueChangeSet) part = NULL;

      if (i > 0 && segue_plan_find (copy, ids[i]) == NULL && segue_plan_find (plan, ids[i]) != NULL)
        continue;
      part = verb (copy, ids[i], data, error);
      if (part == NULL || !segue_plan_apply (copy, part, error))
        return NULL;
      append (change_set, part);
    }
  return segue_edit_end (plan, g_steal_pointer (&change_set), error);
}

static SegueChangeSet *
remove_one (SeguePlan     *plan,
            const char    *id,
            gconstpointer  data,
            GError       **error)
{
  return segue_edit_remove (plan, id, error);
}

/**
 * segue_edit_remove_all:
 * @plan: a plan
 * @ids: (array zero-terminated=1): the ids of at least one row
 * @error: return location for an error
 *
 * Removes each row with all that hangs on it.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_remove_all (SeguePlan         *plan,
                       const char *const *ids,
                       GError           **error)
{
  guint n = g_strv_length ((char **) ids);

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && n > 0, NULL);

  if (n == 1)
    return segue_edit_remove (plan, ids[0], error);
  return do_each (plan, ids, remove_one, NULL,
                  /* Translators: an edit, in menus behind "Undo": how many things are removed. */
                  g_strdup_printf (ngettext ("Remove %u Item", "Remove %u Items", n), n), error);
}

typedef struct
{
  SegueStatus status;
  SegueDay on;
} Progress;

static SegueChangeSet *
set_status_of_one (SeguePlan     *plan,
                   const char    *id,
                   gconstpointer  data,
                   GError       **error)
{
  const Progress *progress = data;

  return segue_edit_set_status (plan, id, progress->status, progress->on, error);
}

static char *
label_progress (SegueStatus status,
                guint       n)
{
  if (status == SEGUE_STATUS_DONE)
    /* Translators: an edit, in menus behind "Undo": how many steps are done. */
    return g_strdup_printf (ngettext ("Mark %u Step as Done", "Mark %u Steps as Done", n), n);
  /* Translators: an edit, in menus behind "Undo": of how many steps the status becomes another. */
  return g_strdup_printf (ngettext ("Change the Status of %u Step", "Change the Status of %u Steps", n), n);
}

/**
 * segue_edit_set_status_of_all:
 * @plan: a plan
 * @ids: (array zero-terminated=1): the ids of at least one step
 * @status: how far they are
 * @on: since when, or %SEGUE_DAY_NONE if that is not known
 * @error: return location for an error
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_set_status_of_all (SeguePlan         *plan,
                              const char *const *ids,
                              SegueStatus        status,
                              SegueDay           on,
                              GError           **error)
{
  const Progress progress = { status, on };
  guint n = g_strv_length ((char **) ids);

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && n > 0, NULL);

  if (n == 1)
    return segue_edit_set_status (plan, ids[0], status, on, error);
  return do_each (plan, ids, set_status_of_one, &progress, label_progress (status, n), error);
}

typedef struct
{
  SegueLayout *layout;
  int days;
} Shift;

/* A bar goes with its beginning. */
static SegueChangeSet *
move_one (SeguePlan     *plan,
          const char    *id,
          gconstpointer  data,
          GError       **error)
{
  const Shift *shift = data;
  const SegueStepResult *result = segue_layout_get_step_result (shift->layout, id);
  const SegueRecord *step = segue_edit_find (plan, SEGUE_KIND_STEP, id, error);
  g_autofree char *point = NULL;

  if (step == NULL)
    return NULL;
  if (segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE)
    point = g_strdup (id);
  else
    point = g_strconcat (id, ".start", NULL);
  return segue_edit_move_point (plan, shift->layout, point,
                                result != NULL && result->start != SEGUE_DAY_NONE ? result->start + shift->days
                                                                                  : segue_layout_get_now (shift->layout),
                                error);
}

/**
 * segue_edit_move_all:
 * @plan: a plan
 * @layout: the plan laid out as it is
 * @ids: (array zero-terminated=1): the ids of at least one step
 * @days: how far; below 0 to earlier days
 * @error: return location for an error
 *
 * Moves each step, so that they keep their distances where rules allow.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_move_all (SeguePlan         *plan,
                     SegueLayout       *layout,
                     const char *const *ids,
                     int                days,
                     GError           **error)
{
  const Shift shift = { layout, days };
  guint n = g_strv_length ((char **) ids);

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL && n > 0, NULL);

  if (n == 1)
    return move_one (plan, ids[0], &shift, error);
  return do_each (plan, ids, move_one, &shift,
                  /* Translators: an edit, in menus behind "Undo": how many steps are moved. */
                  g_strdup_printf (ngettext ("Move %u Step", "Move %u Steps", n), n), error);
}

/**
 * segue_edit_link_all:
 * @plan: a plan
 * @ids: (array zero-terminated=1): the ids of at least two steps, the first
 *   in time first
 * @error: return location for an error
 *
 * Lets each step begin after the one before it.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_link_all (SeguePlan         *plan,
                     const char *const *ids,
                     GError           **error)
{
  guint n = g_strv_length ((char **) ids);
  g_autoptr (SeguePlan) copy = NULL;
  g_autoptr (SegueChangeSet) change_set = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && n > 1, NULL);

  if (n == 2)
    return segue_edit_link (plan, ids[0], ids[1], error);
  copy = segue_plan_copy (plan);
  /* Translators: an edit, in menus behind "Undo": how many steps come one after another. */
  change_set = segue_edit_begin (g_strdup_printf (ngettext ("Put %u Step in Order", "Put %u Steps in Order", n), n), ids[0]);
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (SegueChangeSet) part = segue_edit_link (copy, ids[i - 1], ids[i], error);

      if (part == NULL || !segue_plan_apply (copy, part, error))
        return NULL;
      append (change_set, part);
    }
  return segue_edit_end (plan, g_steal_pointer (&change_set), error);
}
