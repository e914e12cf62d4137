/* segue-timeline-drag.h - what would happen if a step were moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/* Where a step would come to lie. */
typedef struct
{
  const char *id; /* of the plan that is shown */
  SegueDay first;
  SegueDay last;
} SegueTimelineMove;

/**
 * SegueTimelineDrag:
 *
 * A step on its way to another day. Each day is tried on a copy of the plan
 * by the very verb that will do it.
 */
typedef struct _SegueTimelineDrag SegueTimelineDrag;

SegueTimelineDrag       *segue_timeline_drag_new       (SeguePlan *plan, SegueLayout *layout, SegueDay today,
                                                        const char *step_id, gboolean trailing);
void                     segue_timeline_drag_free      (SegueTimelineDrag *self);
void                     segue_timeline_drag_aim       (SegueTimelineDrag *self, int days);
gboolean                 segue_timeline_drag_set_days  (SegueTimelineDrag *self, int days);
int                      segue_timeline_drag_get_days  (SegueTimelineDrag *self);
const char              *segue_timeline_drag_get_id    (SegueTimelineDrag *self);
const char              *segue_timeline_drag_get_point (SegueTimelineDrag *self);
SegueDay                 segue_timeline_drag_get_day   (SegueTimelineDrag *self);
const char              *segue_timeline_drag_get_text  (SegueTimelineDrag *self);
gboolean                 segue_timeline_drag_is_bad    (SegueTimelineDrag *self);
const SegueTimelineMove *segue_timeline_drag_get_moves (SegueTimelineDrag *self, guint *n_moves);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueTimelineDrag, segue_timeline_drag_free)

G_END_DECLS
