/* segue-latest.h - the last-minute schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-placer.h"

G_BEGIN_DECLS

void segue_latest_fill (SeguePlacer   *placer,
                        SegueSchedule *schedule);

G_END_DECLS
