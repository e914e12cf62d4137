/* segue-review-view.h - reviews: the next one, the one going on, those kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/common/segue-view.h"

G_BEGIN_DECLS

/**
 * SegueReviewView:
 *
 * Properties: "session", "viewport". Signals: "edited" (SegueChangeSet, what
 * followed from it or NULL), "failed" (a sentence), "activated" (a step's id).
 */
#define SEGUE_TYPE_REVIEW_VIEW (segue_review_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueReviewView, segue_review_view, SEGUE, REVIEW_VIEW, SegueView)


G_END_DECLS
