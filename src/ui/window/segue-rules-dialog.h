/* segue-rules-dialog.h - all rules of a plan, and those to check again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/window/segue-reason-dialog.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_RULES_DIALOG (segue_rules_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueRulesDialog, segue_rules_dialog, SEGUE, RULES_DIALOG, SegueReasonDialog)

AdwDialog *segue_rules_dialog_new (SegueSession *session);

G_END_DECLS
