/* segue-plan-manager.h - all plans there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-record.h"

G_BEGIN_DECLS

/**
 * SeguePlanManager:
 *
 * Signals: "open" (id), "rename" (id, title), "delete" (id), "create". What
 * they ask for is done by whoever has the plans, who then sets them anew.
 */
#define SEGUE_TYPE_PLAN_MANAGER (segue_plan_manager_get_type ())
G_DECLARE_FINAL_TYPE (SeguePlanManager, segue_plan_manager, SEGUE, PLAN_MANAGER, AdwDialog)

AdwDialog *segue_plan_manager_new       (void);
void       segue_plan_manager_set_plans (SeguePlanManager *self, GPtrArray *plans, const char *current);

G_END_DECLS
