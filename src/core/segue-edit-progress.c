/* segue-edit-progress.c - verbs: how far a step is, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit-private.h"
#include "core/segue-particle.h"
#include "core/segue-text.h"

static char *
label_status (SegueStatus status,
              const char *title)
{
  switch (status)
    {
    case SEGUE_STATUS_DOING:
      /* Translators: an edit, in menus behind "Undo": the title of a step. */
      return g_strdup_printf (_("Start “%s”"), title);
    case SEGUE_STATUS_DONE:
      /* Translators: an edit, in menus behind "Undo": the title of a step. */
      return g_strdup_printf (_("Mark “%s” as Done"), title);
    case SEGUE_STATUS_DROPPED:
      /* Translators: an edit, in menus behind "Undo": the title of a step. */
      return g_strdup_printf (_("Drop “%s”"), title);
    case SEGUE_STATUS_TODO:
    default:
      /* Translators: an edit, in menus behind "Undo": the title of a step that was started or done. */
      return g_strdup_printf (_("Reopen “%s”"), title);
    }
}

static void
set_days (SegueRecordBuilder *builder,
          const SegueRecord  *step,
          SegueStatus         status,
          SegueDay            on)
{
  SegueDay started = segue_record_get_day (step, SEGUE_STEP_STARTED_ON);

  segue_record_builder_clear (builder, SEGUE_STEP_DONE_ON);
  if (status == SEGUE_STATUS_TODO)
    segue_record_builder_clear (builder, SEGUE_STEP_STARTED_ON);
  else if (status == SEGUE_STATUS_DOING && started == SEGUE_DAY_NONE)
    segue_record_builder_set_day (builder, SEGUE_STEP_STARTED_ON, on);
  else if (status == SEGUE_STATUS_DONE)
    {
      segue_record_builder_set_day (builder, SEGUE_STEP_DONE_ON, on);
      if (started != SEGUE_DAY_NONE && on != SEGUE_DAY_NONE && started > on)
        segue_record_builder_set_day (builder, SEGUE_STEP_STARTED_ON, on);
    }
}

static gboolean
check_past (SeguePlan  *plan,
            SegueDay    on,
            const char *title,
            GError    **error)
{
  SegueDay now = segue_record_get_day (segue_plan_get_header (plan), SEGUE_PLAN_NOW);
  g_autofree char *day = NULL;

  if (now == SEGUE_DAY_NONE || on == SEGUE_DAY_NONE || on <= now)
    return TRUE;
  day = segue_text_day (on);
  /* Translators: the title of a step, a date. */
  segue_edit_refuse (error, segue_particle_resolve (
    g_strdup_printf (_("“%s” cannot have happened on %s: that day is yet to come."), title, day)));
  return FALSE;
}

/**
 * segue_edit_set_status:
 * @plan: a plan
 * @step_id: the id of a step
 * @status: how far it is
 * @on: since when, or %SEGUE_DAY_NONE if that is not known
 * @error: return location for an error
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_set_status (SeguePlan   *plan,
                       const char  *step_id,
                       SegueStatus  status,
                       SegueDay     on,
                       GError     **error)
{
  const SegueRecord *step;
  SegueRecordBuilder *builder;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && step_id != NULL, NULL);

  step = segue_edit_find (plan, SEGUE_KIND_STEP, step_id, error);
  if (step == NULL)
    return NULL;
  if ((status == SEGUE_STATUS_DOING || status == SEGUE_STATUS_DONE) &&
      !check_past (plan, on, segue_edit_name (step), error))
    return NULL;
  builder = segue_record_builder_new_from (step);
  segue_record_builder_set_int (builder, SEGUE_STEP_STATUS, status);
  set_days (builder, step, status, on);
  return segue_edit_change_one (plan, step, builder, label_status (status, segue_edit_name (step)), error);
}

/**
 * segue_edit_set_outcome:
 * @plan: a plan
 * @step_id: the id of a milestone that decides a route
 * @outcome: what came of it; %SEGUE_OUTCOME_NONE takes it back
 * @error: return location for an error
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_set_outcome (SeguePlan    *plan,
                        const char   *step_id,
                        SegueOutcome  outcome,
                        GError      **error)
{
  const SegueRecord *step;
  SegueRecordBuilder *builder;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && step_id != NULL, NULL);

  step = segue_edit_find (plan, SEGUE_KIND_STEP, step_id, error);
  if (step == NULL)
    return NULL;
  if (!segue_record_get_bool (step, SEGUE_STEP_GATE) ||
      segue_record_get_int (step, SEGUE_STEP_TYPE) != SEGUE_STEP_MILESTONE)
    {
      /* Translators: the title of a step. */
      segue_edit_refuse (error, segue_particle_resolve (
        g_strdup_printf (_("“%s” is not a milestone that decides a route."), segue_edit_name (step))));
      return NULL;
    }
  builder = segue_record_builder_new_from (step);
  segue_record_builder_set_int (builder, SEGUE_STEP_OUTCOME, outcome);
  /* Translators: an edit, in menus behind "Undo": the title of a milestone that decides a route. */
  return segue_edit_change_one (plan, step, builder,
                                g_strdup_printf (_("Record What Came of “%s”"), segue_edit_name (step)), error);
}
