/* timeline-plans.h - the plans that are shown while it is measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

#define TODAY segue_day_from_ymd (2022, 6, 6)

SeguePlan *timeline_plans_make        (guint n_steps, guint n_open);
SeguePlan *timeline_plans_load_sample (void); /* from the folder in SEGUE_SAMPLES */

G_END_DECLS
