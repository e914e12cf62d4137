/* segue-hours-table.h - hours planned against hours there are, by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/**
 * SegueHoursTable:
 *
 * Sums of minutes over any span of days, each in constant time. Outside of
 * the plan's own days nothing is planned and nothing is there.
 */
typedef struct _SegueHoursTable SegueHoursTable;

SegueHoursTable *segue_hours_table_new          (const SegueProblem *problem, const SegueSchedule *schedule);
void             segue_hours_table_free         (SegueHoursTable *self);
SegueDay         segue_hours_table_get_begin    (SegueHoursTable *self);
SegueDay         segue_hours_table_get_end      (SegueHoursTable *self);
gint64           segue_hours_table_get_capacity (SegueHoursTable *self, SegueDay begin, SegueDay end);
gint64           segue_hours_table_get_planned  (SegueHoursTable *self, int goal, SegueDay begin, SegueDay end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueHoursTable, segue_hours_table_free)

G_END_DECLS
