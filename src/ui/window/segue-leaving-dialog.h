/* segue-leaving-dialog.h - the days of leaving as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-leaving-study.h"
#include "ui/window/segue-reason-dialog.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_LEAVING_DIALOG (segue_leaving_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueLeavingDialog, segue_leaving_dialog, SEGUE, LEAVING_DIALOG, SegueReasonDialog)

AdwDialog *segue_leaving_dialog_new (SegueSession      *session,
                                     SegueLeavingStudy *study);

G_END_DECLS
