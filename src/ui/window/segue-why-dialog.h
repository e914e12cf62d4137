/* segue-why-dialog.h - why a goal cannot be reached this way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/window/segue-reason-dialog.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_WHY_DIALOG (segue_why_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueWhyDialog, segue_why_dialog, SEGUE, WHY_DIALOG, SegueReasonDialog)

AdwDialog *segue_why_dialog_new (SegueSession *session,
                                 const char   *owner_id);

G_END_DECLS
