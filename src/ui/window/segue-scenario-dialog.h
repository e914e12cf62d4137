/* segue-scenario-dialog.h - a what-if copy beside its plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-plan.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_SCENARIO_DIALOG (segue_scenario_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueScenarioDialog, segue_scenario_dialog, SEGUE, SCENARIO_DIALOG, AdwDialog)

AdwDialog *segue_scenario_dialog_new (SeguePlan *plan, SeguePlan *scenario, SegueDay today);

G_END_DECLS
