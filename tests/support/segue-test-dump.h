/* segue-test-dump.h - a schedule as text that can be compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

char *segue_test_dump_steps    (const SegueSchedule *schedule,
                                SegueDay             origin);
char *segue_test_dump_schedule (const SegueSchedule *schedule,
                                SegueDay             origin);

G_END_DECLS
