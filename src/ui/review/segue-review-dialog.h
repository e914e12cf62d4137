/* segue-review-dialog.h - a review that was kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueReviewDialog:
 *
 * What was decided and why, and what was planned then against what happened.
 */
#define SEGUE_TYPE_REVIEW_DIALOG (segue_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueReviewDialog, segue_review_dialog, SEGUE, REVIEW_DIALOG, AdwDialog)

AdwDialog *segue_review_dialog_new (SegueSession *session, const char *review_id);

G_END_DECLS
