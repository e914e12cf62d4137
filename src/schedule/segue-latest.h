/* segue-latest.h - the last-minute schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-layout.h"

G_BEGIN_DECLS

void segue_latest_fill (SegueLayout   *layout,
                        SegueSchedule *schedule);

G_END_DECLS
