/* segue-new-plan-dialog.h - a few questions, then a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-answers.h"

G_BEGIN_DECLS

/**
 * SegueNewPlanDialog:
 *
 * Asks what changes, by when at best, what then if it fails, how many hours
 * there are and what dates are fixed. Signal "finished" (SegueAnswers *),
 * after which it closes.
 */
#define SEGUE_TYPE_NEW_PLAN_DIALOG (segue_new_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueNewPlanDialog, segue_new_plan_dialog, SEGUE, NEW_PLAN_DIALOG, AdwDialog)

AdwDialog *segue_new_plan_dialog_new (SegueDay today);

G_END_DECLS
