/* segue-review-trial.c - what would follow from an answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/review/segue-review-trial.h"

#include "core/segue-effect.h"
#include "core/segue-layout-work.h"

/* µs of work that one waits for: two frames. */
#define PATIENCE 30000

struct _SegueReviewTrial
{
  SegueLayout *before;
  SegueLayoutWork *work;
  char *but;
  guint most;
  gboolean ready;
  char *told;
  GError *error;
  SegueReviewTrialFunc done;
  gpointer data;
};

static void
take (SegueReviewTrial *self, SegueLayout *after)
{
  g_autoptr(SegueEffect) effect = segue_effect_new (self->before, after);

  self->told = segue_effect_tell (effect, self->but, self->most);
  self->ready = TRUE;
}

static void
laid_out_cb (SegueLayout *layout, gpointer data)
{
  SegueReviewTrial *self = data;

  take (self, layout);
  self->done (self->data);
}

/* The plan as it would be, or NULL. */
static SeguePlan *
apply (SegueSession *session, const SegueReviewItem *item, const SegueReviewAnswer *answer, GError **error)
{
  SeguePlan *plan = segue_session_get_plan (session);
  const SegueRecord *review = segue_review_get_open (plan);
  g_autoptr(SegueChangeSet) change_set = NULL;
  g_autoptr(SeguePlan) copy = NULL;

  change_set = segue_edit_answer (plan, segue_session_get_layout (session),
                                  review != NULL ? segue_record_get_id (review) : "", item, answer, error);
  if (change_set == NULL)
    return NULL;
  copy = segue_plan_copy (plan);

  return segue_plan_apply (copy, change_set, error) ? g_steal_pointer (&copy) : NULL;
}

/**
 * segue_review_trial_begin:
 * @session: whose plan it is; a review is going on
 * @item: what is answered
 * @answer: how
 * @most: how many sentences are told
 * @done: called when it is ready, unless it already is
 * @data: for @done
 *
 * Returns: (transfer full): the trial
 */
SegueReviewTrial *
segue_review_trial_begin (SegueSession *session, const SegueReviewItem *item, const SegueReviewAnswer *answer, guint most,
                          SegueReviewTrialFunc done, gpointer data)
{
  SegueReviewTrial *self = g_new0 (SegueReviewTrial, 1);
  g_autoptr(SeguePlan) copy = NULL;
  g_autoptr(SegueLayout) after = NULL;

  self->before = segue_layout_ref (segue_session_get_layout (session));
  self->but = answer->verdict == SEGUE_VERDICT_MOVED || answer->verdict == SEGUE_VERDICT_DROPPED ? g_strdup (item->id) : NULL;
  self->most = most;
  self->done = done;
  self->data = data;
  copy = apply (session, item, answer, &self->error);
  if (copy == NULL)
    {
      self->ready = TRUE;
      return self;
    }

  self->work = segue_layout_work_begin (copy, segue_session_get_today (session), SEGUE_SOLVE_LATEST, self->before,
                                        laid_out_cb, self);
  after = segue_layout_work_wait (self->work, PATIENCE);
  if (after != NULL)
    take (self, after);

  return self;
}

void
segue_review_trial_free (SegueReviewTrial *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->work, segue_layout_work_drop);
  segue_layout_unref (self->before);
  g_clear_error (&self->error);
  g_free (self->but);
  g_free (self->told);
  g_free (self);
}

gboolean
segue_review_trial_is_ready (SegueReviewTrial *self)
{
  return self->ready;
}

const char *
segue_review_trial_get_told (SegueReviewTrial *self)
{
  return self->told;
}

const char *
segue_review_trial_get_error (SegueReviewTrial *self)
{
  return self->error != NULL ? self->error->message : NULL;
}
