/* segue-reason.c - reasons, and whether they still count
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-review.h"

/* What happened with the step: it was done, or its result is known. */
static gboolean
has_happened (SeguePlan         *plan,
              const SegueRecord *step,
              SegueDay          *day)
{
  *day = segue_record_get_day (step, SEGUE_STEP_DONE_ON);
  if (segue_record_get_int (step, SEGUE_STEP_STATUS) == SEGUE_STATUS_DONE)
    return TRUE;
  if (segue_record_get_int (step, SEGUE_STEP_OUTCOME) == SEGUE_OUTCOME_NONE)
    return FALSE;
  for (guint i = segue_plan_count (plan, SEGUE_KIND_ANSWER); i > 0 && *day == SEGUE_DAY_NONE; i--)
    {
      const SegueRecord *answer = segue_plan_get_nth (plan, SEGUE_KIND_ANSWER, i - 1);

      if (g_strcmp0 (segue_record_get_string (answer, SEGUE_ANSWER_ABOUT), segue_record_get_id (step)) == 0)
        *day = segue_record_get_day (answer, SEGUE_ANSWER_ON);
    }
  return TRUE;
}

/**
 * segue_reason_is_over:
 * @plan: a plan
 * @reason: a reason for or against a decision
 * @today: the day on which one asks
 * @day: (out) (optional): since when; %SEGUE_DAY_NONE if that is not known
 *
 * A reason is over when its day has come, or what it ends with has happened.
 *
 * Returns: whether it no longer counts
 */
gboolean
segue_reason_is_over (SeguePlan         *plan,
                      const SegueRecord *reason,
                      SegueDay           today,
                      SegueDay          *day)
{
  const SegueRecord *event;
  SegueDay until, ended = SEGUE_DAY_NONE;
  gboolean is_over;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && reason != NULL, FALSE);

  until = segue_record_get_day (reason, SEGUE_REASON_UNTIL);
  event = segue_plan_find_kind (plan, SEGUE_KIND_STEP, segue_record_get_string (reason, SEGUE_REASON_EVENT));
  is_over = event && has_happened (plan, event, &ended);
  if (until != SEGUE_DAY_NONE && until <= today && (!is_over || ended == SEGUE_DAY_NONE || until < ended))
    {
      is_over = TRUE;
      ended = until;
    }
  if (day)
    *day = is_over ? ended : SEGUE_DAY_NONE;
  return is_over;
}

static const SegueRecord *
find_last_entry (SeguePlan  *plan,
                 const char *about)
{
  for (guint i = segue_plan_count (plan, SEGUE_KIND_JOURNAL); i > 0; i--)
    {
      const SegueRecord *entry = segue_plan_get_nth (plan, SEGUE_KIND_JOURNAL, i - 1);

      if (g_strcmp0 (segue_record_get_string (entry, SEGUE_JOURNAL_ABOUT), about) == 0)
        return entry;
    }
  return NULL;
}

/**
 * segue_decision_counted_on:
 * @plan: a plan
 * @decision: a decision of it
 * @reason: a reason of @decision
 *
 * What ends with a step may be known to have ended only later: what was done
 * on Monday is often noted on Friday, and decided upon in between.
 *
 * Returns: whether @reason ends with a step, and was among those that still
 *   counted when @decision was last decided
 */
gboolean
segue_decision_counted_on (SeguePlan         *plan,
                           const SegueRecord *decision,
                           const SegueRecord *reason)
{
  const SegueRecord *entry;
  const char *const *texts;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && decision != NULL && reason != NULL, FALSE);

  if (!segue_record_has (reason, SEGUE_REASON_EVENT))
    return FALSE;
  entry = find_last_entry (plan, segue_record_get_id (decision));
  if (entry == NULL)
    return FALSE;
  texts = segue_record_get_strings (entry, segue_record_get_int (reason, SEGUE_REASON_SIDE) == SEGUE_REASON_FOR
                                             ? SEGUE_JOURNAL_FOR : SEGUE_JOURNAL_AGAINST);
  return texts != NULL && g_strv_contains (texts, segue_record_get_string (reason, SEGUE_REASON_TEXT));
}
