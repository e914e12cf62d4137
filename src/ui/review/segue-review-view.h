/* segue-review-view.h - reviews: the next one, the one going on, those kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"
#include "ui/common/segue-viewport.h"

G_BEGIN_DECLS

/**
 * SegueReviewView:
 *
 * Properties: "session", "viewport". Signals: "edited" (SegueChangeSet, what
 * followed from it or NULL), "failed" (a sentence), "activated" (a step's id).
 */
#define SEGUE_TYPE_REVIEW_VIEW (segue_review_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueReviewView, segue_review_view, SEGUE, REVIEW_VIEW, AdwBin)

SegueSession  *segue_review_view_get_session  (SegueReviewView *self);
void           segue_review_view_set_session  (SegueReviewView *self, SegueSession *session);
SegueViewport *segue_review_view_get_viewport (SegueReviewView *self);
void           segue_review_view_set_viewport (SegueReviewView *self, SegueViewport *viewport);

G_END_DECLS
