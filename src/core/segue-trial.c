/* segue-trial.c - what would be if
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-trial.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit.h"
#include "core/segue-particle.h"
#include "core/segue-text.h"

/**
 * segue_trial_lay_out:
 * @plan: a plan
 * @change_set: an edit that a verb made for it
 * @today: what a plan without a day of its own is scheduled from
 * @flags: how much is asked for
 * @previous: (nullable): the layout from which as little as possible is changed
 * @error: return location for an error, a whole sentence
 *
 * Returns: (transfer full) (nullable): the plan laid out with the edit; the
 *   plan itself stays as it is
 */
SegueLayout *
segue_trial_lay_out (SeguePlan       *plan,
                     SegueChangeSet  *change_set,
                     SegueDay         today,
                     SegueSolveFlags  flags,
                     SegueLayout     *previous,
                     GError         **error)
{
  g_autoptr (SeguePlan) copy = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && SEGUE_IS_CHANGE_SET (change_set), NULL);

  copy = segue_plan_copy (plan);
  if (!segue_plan_apply (copy, change_set, error))
    return NULL;
  return segue_layout_new (copy, today, flags, previous, NULL);
}

/**
 * segue_trial_begin:
 * @plan: a plan
 * @change_set: an edit that a verb made for it
 * @today: what a plan without a day of its own is scheduled from
 * @flags: how much is asked for
 * @previous: (nullable): the layout from which as little as possible is changed
 * @done: what is called with the plan laid out with the edit
 * @data: for @done
 * @error: return location for an error, a whole sentence
 *
 * As segue_trial_lay_out(), in a thread.
 *
 * Returns: (transfer full) (nullable): the work; free with segue_layout_work_drop()
 */
SegueLayoutWork *
segue_trial_begin (SeguePlan           *plan,
                   SegueChangeSet      *change_set,
                   SegueDay             today,
                   SegueSolveFlags      flags,
                   SegueLayout         *previous,
                   SegueLayoutWorkFunc  done,
                   gpointer             data,
                   GError             **error)
{
  g_autoptr (SeguePlan) copy = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && SEGUE_IS_CHANGE_SET (change_set), NULL);

  copy = segue_plan_copy (plan);
  if (!segue_plan_apply (copy, change_set, error))
    return NULL;
  return segue_layout_work_begin (copy, today, flags, previous, done, data);
}

/**
 * segue_trial_slip:
 * @plan: a plan
 * @layout: the plan laid out as it is
 * @step_id: the id of a step
 * @days: by how many days it slips
 * @error: return location for an error: what is done, dropped or not on the
 *   chosen route does not slip
 *
 * Returns: (transfer full) (nullable): the edit after which the step lies
 *   @days later
 */
SegueChangeSet *
segue_trial_slip (SeguePlan   *plan,
                  SegueLayout *layout,
                  const char  *step_id,
                  int          days,
                  GError     **error)
{
  const SegueRecord *step;
  const SegueStepResult *result;
  g_autofree char *point = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL && step_id != NULL, NULL);

  step = segue_plan_find_kind (plan, SEGUE_KIND_STEP, step_id);
  result = segue_layout_get_step_result (layout, step_id);
  if (step == NULL || result == NULL || !result->active || result->start == SEGUE_DAY_NONE)
    {
      g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("What has no date cannot slip."));
      return NULL;
    }
  point = segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE
    ? g_strdup (step_id) : g_strconcat (step_id, ".start", NULL);
  return segue_edit_move_point (plan, layout, point, result->start + days, error);
}

/**
 * segue_trial_describe_slip:
 * @layout: the plan laid out as it is
 * @slipped: the plan laid out with the slip
 * @step_id: the id of the step that slips
 * @days: by how many days it slips
 *
 * Returns: (transfer full): what follows, in whole sentences, the worst first
 */
char **
segue_trial_describe_slip (SegueLayout *layout,
                           SegueLayout *slipped,
                           const char  *step_id,
                           int          days)
{
  g_autoptr (SegueEffect) effect = NULL;
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  const SegueEffectStep *steps;
  guint n_steps, n_goals, n_broken;

  g_return_val_if_fail (layout != NULL && slipped != NULL && step_id != NULL, NULL);

  effect = segue_effect_new (layout, slipped);
  steps = segue_effect_get_steps (effect, &n_steps);
  segue_effect_get_goals (effect, &n_goals);
  segue_effect_get_broken (effect, &n_broken);
  if (days > 0 && n_goals == 0 && n_broken == 0 && (n_steps == 0 || (n_steps == 1 && g_str_equal (steps[0].id, step_id))))
    g_strv_builder_add (sentences, _("Nothing else moves, and nothing breaks."));
  else
    {
      g_auto (GStrv) described = segue_effect_describe (effect);

      g_strv_builder_addv (sentences, (const char **) described);
    }
  return g_strv_builder_end (sentences);
}

/**
 * segue_trial_describe_room:
 * @layout: the plan laid out with its latest dates
 * @step_id: the id of a step
 *
 * Returns: (transfer full) (nullable): how far the step can slip before
 *   anything gives; %NULL if it does not lie anywhere
 */
char *
segue_trial_describe_room (SegueLayout *layout,
                           const char  *step_id)
{
  const SegueStepResult *result;
  g_autofree char *days = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (layout != NULL && step_id != NULL, NULL);

  result = segue_layout_get_step_result (layout, step_id);
  if (result == NULL || !result->active || result->end == SEGUE_DAY_NONE)
    return NULL;
  if (result->latest_end == SEGUE_DAY_NONE)
    return g_strdup (_("Nothing limits how far it can slip."));
  if (result->slack <= 0)
    return g_strdup (_("There is no slack: it lies on its last possible day."));
  days = segue_text_days (result->slack);
  day = segue_text_day (result->latest_end);
  /* Translators: a number of days, a date. */
  return segue_particle_resolve (g_strdup_printf (_("It can slip %1$s, until %2$s, before a date breaks."), days, day));
}
