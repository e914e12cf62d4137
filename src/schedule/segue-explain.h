/* segue-explain.h - what holds a step where it lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

SegueHolder *segue_explain_by (const SegueProblem  *problem,
                               const SegueSchedule *schedule,
                               gint32               step,
                               const gint32        *rules,
                               gint32               n_rules,
                               gint32              *n_holders);

G_END_DECLS
