/* segue-review-card.h - one thing that needs a decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-review.h"
#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueReviewCard:
 *
 * What it is, why it is asked about, and a button with its key for every
 * answer. What ending it would do stands there before it is chosen, moving is
 * aimed first, and deciding again asks for the new decision.
 * Signal: "answered" (a const SegueReviewAnswer *).
 */
#define SEGUE_TYPE_REVIEW_CARD (segue_review_card_get_type ())
G_DECLARE_FINAL_TYPE (SegueReviewCard, segue_review_card, SEGUE, REVIEW_CARD, AdwBin)

void     segue_review_card_show    (SegueReviewCard *self, SegueSession *session, const SegueReviewItem *item);
gboolean segue_review_card_press   (SegueReviewCard *self, guint key, GdkModifierType state);
void     segue_review_card_refresh (SegueReviewCard *self);

G_END_DECLS
