/* segue-review-pass.h - a review, one thing after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/common/segue-view.h"

G_BEGIN_DECLS

/**
 * SegueReviewPass:
 *
 * The calendar, and under it the card of what is asked about now. What is
 * asked follows from the plan: an answer that is undone is asked again.
 * Signals: "edited" (SegueChangeSet, what followed), "failed" (a sentence),
 * "activated" (a step's id), "left" (whether the review is finished).
 */
#define SEGUE_TYPE_REVIEW_PASS (segue_review_pass_get_type ())
G_DECLARE_FINAL_TYPE (SegueReviewPass, segue_review_pass, SEGUE, REVIEW_PASS, SegueView)

void           segue_review_pass_update       (SegueReviewPass *self);

G_END_DECLS
