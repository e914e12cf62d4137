/* segue-scenario.h - named what-if copies of a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scenario is a plan of its own whose `parent` names the plan it was copied
 * from. It is stored, opened, edited and undone like any plan; taking it over
 * is one edit of its parent. A scenario whose parent has gone is a plan.
 */
#pragma once

#include "core/segue-edit.h"
#include "core/segue-storage.h"

G_BEGIN_DECLS

SeguePlan      *segue_scenario_new      (SeguePlan *plan, const char *title);
GPtrArray      *segue_scenario_list     (SegueStorage *storage, const char *plan_id, GError **error);
/* The verb: makes @plan say what @scenario says, but for title and parent. */
SegueChangeSet *segue_edit_take_over    (SeguePlan *plan, SeguePlan *scenario, GError **error);

G_END_DECLS
