/* segue-review.c - reviews that were kept, and the one going on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-review.h"

/**
 * segue_review_item_copy:
 *
 * Returns: (transfer full): the same item
 */
SegueReviewItem *
segue_review_item_copy (const SegueReviewItem *self)
{
  SegueReviewItem *copy = g_new (SegueReviewItem, 1);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  return copy;
}

void
segue_review_item_free (SegueReviewItem *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

/**
 * segue_review_add_rhythm:
 * @plan: a plan
 * @day: the day of a review
 *
 * Returns: the day on which the next one is due by the plan's rhythm; a week
 *   later where none is wanted
 */
SegueDay
segue_review_add_rhythm (SeguePlan *plan,
                         SegueDay   day)
{
  switch ((SegueReviewRhythm) segue_record_get_int (segue_plan_get_header (plan), SEGUE_PLAN_REVIEW_RHYTHM))
    {
    case SEGUE_RHYTHM_TWO_WEEKS:
      return day + 14;
    case SEGUE_RHYTHM_MONTHLY:
      return segue_day_add_months (day, 1);
    case SEGUE_RHYTHM_WEEKLY:
    case SEGUE_RHYTHM_NEVER:
    default:
      return day + 7;
    }
}

/**
 * segue_review_get_open:
 * @plan: a plan
 *
 * Returns: (transfer none) (nullable): the review that was begun and not
 *   finished
 */
const SegueRecord *
segue_review_get_open (SeguePlan *plan)
{
  g_return_val_if_fail (SEGUE_IS_PLAN (plan), NULL);

  for (guint i = segue_plan_count (plan, SEGUE_KIND_REVIEW); i > 0; i--)
    {
      const SegueRecord *review = segue_plan_get_nth (plan, SEGUE_KIND_REVIEW, i - 1);

      if (!segue_record_has (review, SEGUE_REVIEW_FINISHED))
        return review;
    }
  return NULL;
}

/**
 * segue_review_get_last:
 * @plan: a plan
 *
 * Returns: (transfer none) (nullable): the review that was finished last
 */
const SegueRecord *
segue_review_get_last (SeguePlan *plan)
{
  const SegueRecord *last = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan), NULL);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_REVIEW); i++)
    {
      const SegueRecord *review = segue_plan_get_nth (plan, SEGUE_KIND_REVIEW, i);
      SegueDay finished = segue_record_get_day (review, SEGUE_REVIEW_FINISHED);

      if (finished != SEGUE_DAY_NONE && (last == NULL || finished >= segue_record_get_day (last, SEGUE_REVIEW_FINISHED)))
        last = review;
    }
  return last;
}

/**
 * segue_review_get_next_day:
 * @plan: a plan
 *
 * Returns: the day of the next review by the plan's rhythm; %SEGUE_DAY_NONE
 *   if there has been none yet, or none is wanted
 */
SegueDay
segue_review_get_next_day (SeguePlan *plan)
{
  const SegueRecord *last = segue_review_get_last (plan);
  gint64 rhythm = segue_record_get_int (segue_plan_get_header (plan), SEGUE_PLAN_REVIEW_RHYTHM);

  if (last == NULL || rhythm == SEGUE_RHYTHM_NEVER)
    return SEGUE_DAY_NONE;
  return segue_review_add_rhythm (plan, segue_record_get_day (last, SEGUE_REVIEW_FINISHED));
}

/**
 * segue_review_get_answers:
 * @plan: a plan
 * @review_id: the id of a review
 *
 * Returns: (transfer full) (element-type SegueRecord): its answers, as they
 *   were given
 */
GPtrArray *
segue_review_get_answers (SeguePlan  *plan,
                          const char *review_id)
{
  GPtrArray *answers = g_ptr_array_new ();

  g_return_val_if_fail (SEGUE_IS_PLAN (plan), answers);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_ANSWER); i++)
    {
      const SegueRecord *answer = segue_plan_get_nth (plan, SEGUE_KIND_ANSWER, i);

      if (g_strcmp0 (segue_record_get_string (answer, SEGUE_ANSWER_REVIEW), review_id) == 0)
        g_ptr_array_add (answers, (gpointer) answer);
    }
  return answers;
}

/**
 * segue_review_is_due:
 * @plan: a plan
 * @today: the day
 *
 * Whoever never reviewed is not pressed, and nobody in the middle of a review.
 *
 * Returns: whether the plan's rhythm asks for a review
 */
gboolean
segue_review_is_due (SeguePlan *plan,
                     SegueDay   today)
{
  SegueDay next;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan), FALSE);

  next = segue_review_get_next_day (plan);
  return next != SEGUE_DAY_NONE && today >= next && segue_review_get_open (plan) == NULL;
}
