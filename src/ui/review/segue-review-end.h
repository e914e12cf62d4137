/* segue-review-end.h - a review in which nothing needs a decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueReviewEnd:
 *
 * A look at what comes next. Signals: "finished", "check-in", "left".
 */
#define SEGUE_TYPE_REVIEW_END (segue_review_end_get_type ())
G_DECLARE_FINAL_TYPE (SegueReviewEnd, segue_review_end, SEGUE, REVIEW_END, AdwBin)

void segue_review_end_show (SegueReviewEnd *self, SegueSession *session);

G_END_DECLS
