/* segue-check-in-dialog.h - three questions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueCheckInDialog:
 *
 * What I did, what I do next, what stands in the way. Signals: "edited"
 * (SegueChangeSet), "failed" (a sentence).
 */
#define SEGUE_TYPE_CHECK_IN_DIALOG (segue_check_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueCheckInDialog, segue_check_in_dialog, SEGUE, CHECK_IN_DIALOG, AdwDialog)

AdwDialog *segue_check_in_dialog_new (SegueSession *session);

G_END_DECLS
