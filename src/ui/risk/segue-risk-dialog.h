/* segue-risk-dialog.h - how sure the plan is, in full
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-forecaster.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_RISK_DIALOG (segue_risk_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueRiskDialog, segue_risk_dialog, SEGUE, RISK_DIALOG, AdwDialog)

AdwDialog *segue_risk_dialog_new (SegueSession *session);

G_END_DECLS
