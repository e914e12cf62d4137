/* segue-timeline-drag.h - what would happen if a step were moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-session.h"

G_BEGIN_DECLS

/* What would become of a step. */
typedef enum
{
  SEGUE_MOVE_ELSEWHERE, /* it would lie there, or come in with a route that is taken then */
  SEGUE_MOVE_BREAKS,    /* it would lie there and break a rule that holds now */
  SEGUE_MOVE_LOST,      /* it would go with its route; there it lies now */
} SegueTimelineMoveKind;

/* Where a step would come to lie. */
typedef struct
{
  const char *id; /* of the plan that is shown */
  SegueTimelineMoveKind kind;
  SegueDay first;
  SegueDay last;
} SegueTimelineMove;

typedef enum
{
  SEGUE_DRAG_MOVE,   /* steps to other days */
  SEGUE_DRAG_END,    /* the end of a step to another day: by a rule */
  SEGUE_DRAG_RESIZE, /* the end of work or of a wait: more or fewer hours or days */
  SEGUE_DRAG_LINK,   /* from a step to the one that shall come after it */
} SegueTimelineDragKind;

typedef enum
{
  SEGUE_DROP_BY_POINTER = 0,
  SEGUE_DROP_BY_KEYS = 1 << 0, /* so many days from where it lies when its turn has come */
  SEGUE_DROP_TRIES = 1 << 1,   /* the effect is known when it is done */
} SegueTimelineDropFlags;

/**
 * SegueTimelineDrag:
 *
 * Steps under the pointer on their way to something else. Each thing on the
 * way is tried on a copy of the plan by the very verb that will do it: at once,
 * or in a thread for who follows it.
 */
typedef struct _SegueTimelineDrag SegueTimelineDrag;

SegueTimelineDrag       *segue_timeline_drag_new        (SegueTimelineDragKind kind, SeguePlan *plan, SegueLayout *layout,
                                                         SegueDay today, const char *const *step_ids);
void                     segue_timeline_drag_free       (SegueTimelineDrag *self);
void                     segue_timeline_drag_follow     (SegueTimelineDrag *self, GCallback changed, gpointer owner);
gboolean                 segue_timeline_drag_is_busy    (SegueTimelineDrag *self);
void                     segue_timeline_drag_aim        (SegueTimelineDrag *self, int days);
gboolean                 segue_timeline_drag_set_days   (SegueTimelineDrag *self, int days);
gboolean                 segue_timeline_drag_set_target (SegueTimelineDrag *self, const char *step_id);
SegueTimelineDragKind    segue_timeline_drag_get_kind   (SegueTimelineDrag *self);
const char              *segue_timeline_drag_get_id     (SegueTimelineDrag *self);
const char              *segue_timeline_drag_get_target (SegueTimelineDrag *self);
gboolean                 segue_timeline_drag_holds      (SegueTimelineDrag *self, const char *step_id);
double                   segue_timeline_drag_get_day    (SegueTimelineDrag *self);
const char              *segue_timeline_drag_get_text   (SegueTimelineDrag *self);
const char              *segue_timeline_drag_get_effect (SegueTimelineDrag *self);
gboolean                 segue_timeline_drag_is_bad     (SegueTimelineDrag *self);
gboolean                 segue_timeline_drag_is_idle    (SegueTimelineDrag *self);
void                     segue_timeline_drag_drop       (SegueTimelineDrag *self, SegueSession *session,
                                                         SegueTimelineDropFlags how, SegueActFunc done, gpointer owner);
SegueChangeSet          *segue_timeline_drag_get_tried  (SegueTimelineDrag *self);
const SegueTimelineMove *segue_timeline_drag_get_moves  (SegueTimelineDrag *self, guint *n_moves);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueTimelineDrag, segue_timeline_drag_free)

G_END_DECLS
