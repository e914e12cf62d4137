/* segue-compare-dialog.h - the routes of a goal side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/window/segue-reason-dialog.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_COMPARE_DIALOG (segue_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueCompareDialog, segue_compare_dialog, SEGUE, COMPARE_DIALOG, SegueReasonDialog)

AdwDialog *segue_compare_dialog_new (SegueSession *session,
                                     const char   *goal_id);

G_END_DECLS
