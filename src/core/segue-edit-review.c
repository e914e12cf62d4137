/* segue-edit-review.c - verbs: reviews and their answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-review.h"

#include <glib/gi18n-lib.h>

#include "core/segue-baseline.h"
#include "core/segue-edit-private.h"
#include "core/segue-fact.h"
#include "core/segue-particle.h"
#include "core/segue-text.h"

static void
add_all (SegueChangeSet *into,
         SegueChangeSet *from)
{
  for (guint i = 0; i < segue_change_set_count (from); i++)
    {
      const SegueChange *change = segue_change_set_get (from, i);

      segue_change_set_add (into, change->before, change->after);
    }
}

/**
 * segue_edit_begin_review:
 * @plan: a plan
 * @layout: @plan laid out
 * @on: the day of the review
 * @error: return location for an error
 *
 * Begins a review and takes a baseline, so that what was planned then can be
 * told from what happened.
 *
 * Returns: (transfer full): the change set; its focus is the review
 */
SegueChangeSet *
segue_edit_begin_review (SeguePlan   *plan,
                         SegueLayout *layout,
                         SegueDay     on,
                         GError     **error)
{
  g_autofree char *id = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autoptr (SegueChangeSet) baseline = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (SegueRecord) review = NULL;
  SegueRecordBuilder *builder;
  SegueChangeSet *change_set;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL, NULL);

  day = segue_text_day (on);
  /* Translators: the title of the dates that are frozen at a review: a date. */
  title = g_strdup_printf (_("Review of %s"), day);
  /* Where nothing is planned yet there is nothing to freeze, and decisions all the same. */
  baseline = segue_edit_take_baseline (plan, layout, title, on, NULL);
  items = segue_review_find_items (plan, layout, NULL);
  id = segue_plan_make_id (plan, "review");
  builder = segue_record_builder_new (SEGUE_KIND_REVIEW, id);
  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_REVIEW));
  segue_record_builder_set_day (builder, SEGUE_REVIEW_BEGUN, on);
  segue_record_builder_set_int (builder, SEGUE_REVIEW_ASKED, items->len);
  if (baseline)
    segue_record_builder_set_string (builder, SEGUE_REVIEW_BASELINE, segue_change_set_get_focus (baseline));
  review = segue_record_builder_end (builder);
  /* Translators: an edit, in menus behind "Undo". */
  change_set = segue_edit_begin (g_strdup (_("Begin a Review")), id);
  if (baseline)
    add_all (change_set, baseline);
  segue_change_set_add (change_set, NULL, review);
  return segue_edit_end (plan, change_set, error);
}

/**
 * segue_edit_finish_review:
 * @plan: a plan
 * @review_id: the id of a review
 * @on: the day on which it is finished
 * @error: return location for an error
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_finish_review (SeguePlan  *plan,
                          const char *review_id,
                          SegueDay    on,
                          GError    **error)
{
  const SegueRecord *review;
  SegueRecordBuilder *builder;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && review_id != NULL, NULL);

  review = segue_edit_find (plan, SEGUE_KIND_REVIEW, review_id, error);
  if (review == NULL)
    return NULL;
  builder = segue_record_builder_new_from (review);
  segue_record_builder_set_day (builder, SEGUE_REVIEW_FINISHED, on);
  /* Translators: an edit, in menus behind "Undo". */
  return segue_edit_change_one (plan, review, builder, g_strdup (_("Finish the Review")), error);
}

/* ---- answers ------------------------------------------------------------ */

/**
 * segue_review_item_allows:
 * @self: an item
 * @plan: its plan
 * @layout: @plan laid out
 * @verdict: an answer
 *
 * Returns: whether that can be answered
 */
gboolean
segue_review_item_allows (const SegueReviewItem *self,
                          SeguePlan             *plan,
                          SegueLayout           *layout,
                          SegueVerdict           verdict)
{
  const SegueRecord *step = segue_plan_find_kind (plan, SEGUE_KIND_STEP, self->id);
  const SegueStepResult *result = step ? segue_layout_get_step_result (layout, self->id) : NULL;

  switch (verdict)
    {
    case SEGUE_VERDICT_KEPT:
    case SEGUE_VERDICT_NOTED:
      return TRUE;
    case SEGUE_VERDICT_DONE:
      return step != NULL && self->cause != SEGUE_CAUSE_GATE;
    case SEGUE_VERDICT_MOVED:
      return result != NULL && result->active && result->start != SEGUE_DAY_NONE;
    case SEGUE_VERDICT_DROPPED:
      return step != NULL || self->cause == SEGUE_CAUSE_RULE || self->cause == SEGUE_CAUSE_REACHABLE;
    case SEGUE_VERDICT_PASSED:
    case SEGUE_VERDICT_FAILED:
    case SEGUE_VERDICT_MISSED:
      return self->cause == SEGUE_CAUSE_GATE;
    case SEGUE_VERDICT_CHECKED:
      return self->cause == SEGUE_CAUSE_RULE;
    case SEGUE_VERDICT_CLEARED:
      return self->cause == SEGUE_CAUSE_OBSTACLE;
    case SEGUE_VERDICT_REOPENED:
    default:
      return self->cause == SEGUE_CAUSE_REASON_ENDED;
    }
}

/**
 * segue_review_item_get_point:
 * @self: an item about a step
 * @plan: its plan
 * @layout: @plan laid out
 *
 * What is yet to begin moves as a whole; of what goes on the end does.
 *
 * Returns: (transfer full) (nullable): the point that moving it moves
 */
char *
segue_review_item_get_point (const SegueReviewItem *self,
                             SeguePlan             *plan,
                             SegueLayout           *layout)
{
  const SegueRecord *step = segue_plan_find_kind (plan, SEGUE_KIND_STEP, self->id);
  const SegueStepResult *result = step ? segue_layout_get_step_result (layout, self->id) : NULL;

  if (result == NULL)
    return NULL;
  if (segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE)
    return g_strdup (self->id);
  return g_strconcat (self->id, result->start > segue_layout_get_now (layout) ? ".start" : ".end", NULL);
}

static SegueDay
get_point_day (SegueLayout *layout,
               const char  *id,
               const char  *point)
{
  const SegueStepResult *result = segue_layout_get_step_result (layout, id);

  if (result == NULL)
    return SEGUE_DAY_NONE;
  return g_str_has_suffix (point, ".end") && !g_str_equal (id, point) ? result->end : result->start;
}

static SegueChangeSet *
close_route (SeguePlan  *plan,
             const char *id,
             GError    **error)
{
  const SegueRecord *route = segue_edit_find (plan, SEGUE_KIND_ROUTE, id, error);
  SegueRecordBuilder *builder;

  if (route == NULL)
    return NULL;
  builder = segue_record_builder_new_from (route);
  segue_record_builder_set_bool (builder, SEGUE_ROUTE_CLOSED_BY_HAND, TRUE);
  /* Translators: an edit, in menus behind "Undo": the title of a route. */
  return segue_edit_change_one (plan, route, builder,
                                g_strdup_printf (_("Close “%s”"), segue_edit_name (route)), error);
}

/* Who was accepted is past the gate. */
static SegueChangeSet *
pass_gate (SeguePlan  *plan,
           const char *id,
           SegueDay    on,
           GError    **error)
{
  g_autoptr (SegueChangeSet) outcome = segue_edit_set_outcome (plan, id, SEGUE_OUTCOME_PASSED, error);
  const SegueChange *change = outcome ? segue_change_set_get (outcome, 0) : NULL;
  SegueRecordBuilder *builder;

  if (change == NULL)
    return NULL;
  builder = segue_record_builder_new_from (change->after);
  segue_record_builder_set_int (builder, SEGUE_STEP_STATUS, SEGUE_STATUS_DONE);
  segue_record_builder_set_day (builder, SEGUE_STEP_DONE_ON, on);
  return segue_edit_change_one (plan, change->before, builder, g_strdup (segue_change_set_get_label (outcome)), error);
}

static SegueChangeSet *
drop (SeguePlan             *plan,
      const SegueReviewItem *item,
      SegueDay               today,
      GError               **error)
{
  if (item->cause == SEGUE_CAUSE_RULE)
    return segue_edit_set_rule_enabled (plan, item->id, FALSE, error);
  if (item->cause == SEGUE_CAUSE_REACHABLE)
    return close_route (plan, item->id, error);
  return segue_edit_set_status (plan, item->id, SEGUE_STATUS_DROPPED, today, error);
}

static SegueChangeSet *
move (SeguePlan             *plan,
      SegueLayout           *layout,
      const SegueReviewItem *item,
      SegueDay               day,
      GError               **error)
{
  g_autofree char *point = segue_review_item_get_point (item, plan, layout);

  if (point == NULL)
    return NULL;
  return segue_edit_move_point (plan, layout, point, day, error);
}

/* What the answer does to the plan itself. */
static SegueChangeSet *
act (SeguePlan               *plan,
     SegueLayout             *layout,
     const SegueReviewItem   *item,
     const SegueReviewAnswer *answer,
     GError                 **error)
{
  SegueDay today = segue_layout_get_now (layout);
  SegueDay on = answer->day != SEGUE_DAY_NONE ? answer->day : today;

  switch (answer->verdict)
    {
    case SEGUE_VERDICT_DONE:
      return segue_edit_set_status (plan, item->id, SEGUE_STATUS_DONE, on, error);
    case SEGUE_VERDICT_MOVED:
      return move (plan, layout, item, on, error);
    case SEGUE_VERDICT_DROPPED:
      return drop (plan, item, today, error);
    case SEGUE_VERDICT_PASSED:
      return pass_gate (plan, item->id, on, error);
    case SEGUE_VERDICT_FAILED:
      return segue_edit_set_outcome (plan, item->id, SEGUE_OUTCOME_FAILED, error);
    case SEGUE_VERDICT_MISSED:
      return segue_edit_set_outcome (plan, item->id, SEGUE_OUTCOME_MISSED, error);
    case SEGUE_VERDICT_CHECKED:
      return segue_edit_confirm_rule (plan, item->id, today, error);
    case SEGUE_VERDICT_CLEARED:
      return segue_edit_clear_obstacle (plan, item->id, today, error);
    case SEGUE_VERDICT_REOPENED:
      return answer->decided ? segue_edit_decide (plan, item->id, answer->decided, today, error)
                             : segue_edit_reopen_decision (plan, item->id, today, error);
    case SEGUE_VERDICT_KEPT:
    case SEGUE_VERDICT_NOTED:
    default:
      /* Translators: an edit, in menus behind "Undo": what a review leaves as it is. */
      return segue_edit_begin (g_strdup_printf (_("Keep “%s”"), item->title), item->id);
    }
}

/* Where it lay: of what is moved the point that moves, of the rest what the item told. */
static SegueDay
get_day_before (SeguePlan             *plan,
                SegueLayout           *layout,
                const SegueReviewItem *item,
                SegueVerdict           verdict)
{
  g_autofree char *point = NULL;

  if (verdict == SEGUE_VERDICT_KEPT || verdict == SEGUE_VERDICT_NOTED)
    return item->day;
  if (verdict != SEGUE_VERDICT_MOVED)
    return SEGUE_DAY_NONE;
  point = segue_review_item_get_point (item, plan, layout);
  return get_point_day (layout, item->id, point);
}

/* A new answer to an old question is told with the one before. */
static char *
describe_decided (SeguePlan  *plan,
                  const char *decision_id,
                  const char *decided)
{
  const SegueRecord *decision = segue_plan_find_kind (plan, SEGUE_KIND_DECISION, decision_id);
  const char *before = decision ? segue_record_get_string (decision, SEGUE_DECISION_DECIDED) : NULL;

  if (before == NULL)
    /* Translators: what a review decided anew. */
    return g_strdup_printf (_("Decided: %s"), decided);
  /* Translators: what a review decided anew; what had been decided before. */
  return g_strdup_printf (_("Decided: %1$s. Before: %2$s"), decided, before);
}

static SegueRecord *
make_answer (SeguePlan               *plan,
             SegueLayout             *layout,
             const char              *review_id,
             const SegueReviewItem   *item,
             const SegueReviewAnswer *answer)
{
  g_autofree char *id = segue_plan_make_id (plan, "answer");
  g_autofree char *decided = NULL;
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_ANSWER, id);
  gboolean has_day = answer->verdict == SEGUE_VERDICT_DONE || answer->verdict == SEGUE_VERDICT_MOVED ||
                     answer->verdict == SEGUE_VERDICT_PASSED;

  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_ANSWER));
  segue_record_builder_set_string (builder, SEGUE_ANSWER_REVIEW, review_id);
  segue_record_builder_set_int (builder, SEGUE_ANSWER_CAUSE, item->cause);
  segue_record_builder_set_int (builder, SEGUE_ANSWER_VERDICT, answer->verdict);
  segue_record_builder_set_string (builder, SEGUE_ANSWER_ABOUT, item->id);
  segue_record_builder_set_string (builder, SEGUE_ANSWER_TITLE, item->title);
  segue_record_builder_set_day (builder, SEGUE_ANSWER_ON, segue_layout_get_now (layout));
  segue_record_builder_set_day (builder, SEGUE_ANSWER_FROM, get_day_before (plan, layout, item, answer->verdict));
  if (has_day && answer->day != SEGUE_DAY_NONE)
    segue_record_builder_set_day (builder, SEGUE_ANSWER_TO, answer->day);
  segue_record_builder_set_string (builder, SEGUE_ANSWER_WHY, answer->why);
  segue_record_builder_set_string (builder, SEGUE_ANSWER_EVIDENCE, answer->evidence);
  if (answer->verdict == SEGUE_VERDICT_REOPENED && answer->decided)
    decided = describe_decided (plan, item->id, answer->decided);
  segue_record_builder_set_string (builder, SEGUE_ANSWER_EFFECT, decided ? decided : answer->effect);
  return segue_record_builder_end (builder);
}

/**
 * segue_edit_answer:
 * @plan: a plan
 * @layout: @plan laid out
 * @review_id: the id of the review that is going on
 * @item: what is answered
 * @answer: how
 * @error: return location for an error
 *
 * Does what the answer says and keeps it in the review: one edit.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_answer (SeguePlan               *plan,
                   SegueLayout             *layout,
                   const char              *review_id,
                   const SegueReviewItem   *item,
                   const SegueReviewAnswer *answer,
                   GError                 **error)
{
  g_autoptr (SegueRecord) record = NULL;
  g_autoptr (SegueChangeSet) change_set = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL && item != NULL && answer != NULL, NULL);

  if (segue_edit_find (plan, SEGUE_KIND_REVIEW, review_id, error) == NULL)
    return NULL;
  if (!segue_review_item_allows (item, plan, layout, answer->verdict))
    {
      /* Translators: the title of what a review asks about. */
      segue_edit_refuse (error, segue_particle_resolve (g_strdup_printf (_("“%s” cannot be answered like that."),
                                                                         item->title)));
      return NULL;
    }
  change_set = act (plan, layout, item, answer, error);
  if (change_set == NULL)
    return NULL;
  record = make_answer (plan, layout, review_id, item, answer);
  segue_change_set_add (change_set, NULL, record);
  return segue_edit_end (plan, g_steal_pointer (&change_set), error);
}
