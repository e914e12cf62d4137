/* segue-timeline-hours.h - hours planned against hours there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/timeline/segue-timeline-strip.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_TIMELINE_HOURS (segue_timeline_hours_get_type ())
G_DECLARE_FINAL_TYPE (SegueTimelineHours, segue_timeline_hours, SEGUE, TIMELINE_HOURS, SegueTimelineStrip)

G_END_DECLS
