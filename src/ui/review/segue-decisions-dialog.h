/* segue-decisions-dialog.h - questions, and how they were decided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueDecisionsDialog:
 *
 * All questions of a plan, and the editor of one. Signals: "edited"
 * (SegueChangeSet), "failed" (a sentence).
 */
#define SEGUE_TYPE_DECISIONS_DIALOG (segue_decisions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueDecisionsDialog, segue_decisions_dialog, SEGUE, DECISIONS_DIALOG, AdwDialog)

AdwDialog *segue_decisions_dialog_new (SegueSession *session);

G_END_DECLS
