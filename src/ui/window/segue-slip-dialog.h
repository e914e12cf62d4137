/* segue-slip-dialog.h - what follows if a step slips
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/window/segue-reason-dialog.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_SLIP_DIALOG (segue_slip_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueSlipDialog, segue_slip_dialog, SEGUE, SLIP_DIALOG, SegueReasonDialog)

AdwDialog *segue_slip_dialog_new (SegueSession *session,
                                  const char   *step_id);

G_END_DECLS
