/* segue-review-trial.h - what would follow from an answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-review.h"
#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueReviewTrial:
 *
 * One answer that is tried on a copy of the plan, in a thread if it takes
 * longer than a blink. Freed, it is dropped.
 */
typedef struct _SegueReviewTrial SegueReviewTrial;

typedef void (*SegueReviewTrialFunc) (gpointer data);

SegueReviewTrial *segue_review_trial_begin     (SegueSession *session, const SegueReviewItem *item, const SegueReviewAnswer *answer,
                                                guint most, SegueReviewTrialFunc done, gpointer data);
void              segue_review_trial_free      (SegueReviewTrial *self);
gboolean          segue_review_trial_is_ready  (SegueReviewTrial *self);
const char       *segue_review_trial_get_told  (SegueReviewTrial *self); /* what follows, in lines; NULL: nothing */
const char       *segue_review_trial_get_error (SegueReviewTrial *self); /* why it cannot be, or NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueReviewTrial, segue_review_trial_free)

G_END_DECLS
