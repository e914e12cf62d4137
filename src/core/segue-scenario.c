/* segue-scenario.c - named what-if copies of a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-scenario.h"

#include <glib/gi18n-lib.h>

#include "core/segue-diff.h"
#include "core/segue-edit-private.h"

/* A copy whose header is @header. */
static SeguePlan *
copy_with_header (SeguePlan         *plan,
                  const SegueRecord *header)
{
  SeguePlan *copy = segue_plan_copy (plan);
  g_autoptr (SegueChangeSet) change_set = segue_change_set_new ("");
  gboolean applied;

  if (g_str_equal (segue_plan_get_id (plan), segue_record_get_id (header)))
    segue_change_set_add (change_set, segue_plan_get_header (plan), header);
  else
    {
      segue_change_set_add (change_set, segue_plan_get_header (plan), NULL);
      segue_change_set_add (change_set, NULL, header);
    }
  applied = segue_plan_apply (copy, change_set, NULL);
  g_assert (applied);
  return copy;
}

/**
 * segue_scenario_new:
 * @plan: a plan, or itself a scenario
 * @title: what the copy is called, not empty
 *
 * Nothing is stored: segue_storage_create() does that, and
 * segue_storage_remove() deletes a scenario.
 *
 * Returns: (transfer full): a copy of @plan with an id of its own and @plan
 *   for its parent
 */
SeguePlan *
segue_scenario_new (SeguePlan  *plan,
                    const char *title)
{
  g_autofree char *id = g_uuid_string_random ();
  SegueRecordBuilder *builder;
  g_autoptr (SegueRecord) header = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && title != NULL && title[0] != '\0', NULL);

  builder = segue_record_builder_new_from (segue_plan_get_header (plan));
  segue_record_builder_set_id (builder, id);
  segue_record_builder_set_string (builder, SEGUE_PLAN_TITLE, title);
  segue_record_builder_set_string (builder, SEGUE_PLAN_PARENT, segue_plan_get_id (plan));
  header = segue_record_builder_end (builder);
  return copy_with_header (plan, header);
}

/**
 * segue_scenario_list:
 * @storage: where plans are kept
 * @plan_id: the id of a plan
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type SegueRecord): the plan records of
 *   its scenarios, in the order in which they were made
 */
GPtrArray *
segue_scenario_list (SegueStorage *storage,
                     const char   *plan_id,
                     GError      **error)
{
  g_autoptr (GPtrArray) plans = segue_storage_list (storage, error);
  GPtrArray *scenarios;

  if (plans == NULL)
    return NULL;
  scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);
  for (guint i = 0; i < plans->len; i++)
    if (g_strcmp0 (segue_record_get_string (plans->pdata[i], SEGUE_PLAN_PARENT), plan_id) == 0)
      g_ptr_array_add (scenarios, segue_record_ref (plans->pdata[i]));
  return scenarios;
}

/**
 * segue_edit_take_over:
 * @plan: a plan
 * @scenario: one of its scenarios
 * @error: return location for an error
 *
 * Makes the plan say what the scenario says; title, parent and id stay.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_take_over (SeguePlan *plan,
                      SeguePlan *scenario,
                      GError   **error)
{
  const SegueRecord *header;
  SegueRecordBuilder *builder;
  g_autoptr (SegueRecord) kept = NULL;
  g_autoptr (SeguePlan) wanted = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && SEGUE_IS_PLAN (scenario), NULL);

  header = segue_plan_get_header (plan);
  builder = segue_record_builder_new_from (segue_plan_get_header (scenario));
  segue_record_builder_set_string (builder, SEGUE_PLAN_TITLE, segue_record_get_string (header, SEGUE_PLAN_TITLE));
  segue_record_builder_set_string (builder, SEGUE_PLAN_PARENT, segue_record_get_string (header, SEGUE_PLAN_PARENT));
  kept = segue_record_builder_end (builder);
  wanted = copy_with_header (scenario, kept);
  /* Translators: an edit, in menus behind "Undo": the title of a scenario. */
  label = g_strdup_printf (_("Take Over “%s”"), segue_plan_get_title (scenario));
  return segue_edit_end (plan, segue_plan_diff (plan, wanted, label), error);
}
