/* segue-leaving-strip.h - the days of leaving, under the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-leaving-study.h"
#include "ui/common/segue-day-scale.h"
#include "ui/timeline/segue-timeline-strip.h"

G_BEGIN_DECLS

/**
 * SegueLeavingStrip:
 *
 * Bars stand where the plan holds if one leaves then. Dragging along it and
 * the arrow keys choose a day: "day-chosen" (int, a SegueDay). Nothing is
 * changed by that.
 */
#define SEGUE_TYPE_LEAVING_STRIP (segue_leaving_strip_get_type ())
G_DECLARE_FINAL_TYPE (SegueLeavingStrip, segue_leaving_strip, SEGUE, LEAVING_STRIP, SegueTimelineStrip)

SegueTimelineStrip *segue_leaving_strip_new       (void);
void                segue_leaving_strip_set_study (SegueLeavingStrip *self, SegueLeavingStudy *study);
SegueDay            segue_leaving_strip_get_day   (SegueLeavingStrip *self);
void                segue_leaving_strip_set_day   (SegueLeavingStrip *self, SegueDay day);

SeguePixelSpan segue_leaving_place_name (const SegueDayScale    *scale,
                                         const SegueLeavingSpan *spans,
                                         guint                   n_spans,
                                         guint                   index,
                                         int                     width,
                                           SeguePixelSpan          taken);

G_END_DECLS
