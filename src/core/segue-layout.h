/* segue-layout.h - a plan laid out by the engine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

/**
 * SegueLayout:
 *
 * What the engine says of a plan at one revision: the problem that was asked,
 * the schedule that came back, and the way from ids to indexes. Immutable and
 * reference-counted; indexes are those of segue_plan_get_nth() at that time,
 * followed by what grants emit. Routes alone stand otherwise: goal by goal.
 */
typedef struct _SegueLayout SegueLayout;

#define SEGUE_TYPE_LAYOUT (segue_layout_get_type ())
GType                segue_layout_get_type     (void) G_GNUC_CONST;

SegueLayout         *segue_layout_new          (SeguePlan *plan, SegueDay today, SegueSolveFlags flags,
                                                SegueLayout *previous, const gint *cancelled);
SegueLayout         *segue_layout_new_pending  (SeguePlan *plan, SegueDay today, SegueLayout *previous);
SegueLayout         *segue_layout_ref          (SegueLayout *self);
void                 segue_layout_unref        (SegueLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueLayout, segue_layout_unref)

SegueDay             segue_layout_get_now      (SegueLayout *self);
const SegueProblem  *segue_layout_get_problem  (SegueLayout *self);
const SegueSchedule *segue_layout_get_schedule (SegueLayout *self);

/* The records behind the indexes, as they were when it was laid out. */
const SegueRecord   *segue_layout_get_goal     (SegueLayout *self, int index);
const SegueRecord   *segue_layout_get_route    (SegueLayout *self, int index);
const SegueRecord   *segue_layout_get_step     (SegueLayout *self, int index); /* emitted ones too */
const SegueRecord   *segue_layout_get_rule     (SegueLayout *self, int index); /* emitted ones too */
const SegueRecord   *segue_layout_get_exclusive (SegueLayout *self, int index);
const SegueRecord   *segue_layout_get_pool     (SegueLayout *self, int index);
const SegueRecord   *segue_layout_get_grant    (SegueLayout *self, int index);
int                  segue_layout_count_grants (SegueLayout *self);
gboolean             segue_layout_is_emitted   (SegueLayout *self, SegueKind kind, int index); /* by a grant */
const SegueRecord   *segue_layout_get_emitter  (SegueLayout *self, SegueKind kind, int index); /* its grant, or NULL */
int                  segue_layout_find         (SegueLayout *self, SegueKind kind, const char *id); /* index or -1 */
gboolean             segue_layout_find_point   (SegueLayout *self, const char *text, SeguePoint *point); /* "english.end" */
gboolean             segue_layout_get_leaving  (SegueLayout *self, SeguePoint *point); /* where employment ends */

/* What holds a step where it lies, rules first; (transfer full), free with g_free(). */
SegueHolder         *segue_layout_explain      (SegueLayout *self, int step, gint32 *n_holders);

/* When how many units of a grant vest, in the order of their days; what unpaid
 * leave shifts lies where this layout puts it. (transfer full) */
SegueTranche        *segue_layout_vest_grant  (SegueLayout *self, const SegueRecord *grant, gint32 *n_tranches);

/* Shorthands by id; NULL for an unknown id. */
const SegueStepResult  *segue_layout_get_step_result  (SegueLayout *self, const char *step_id);
const SegueRouteResult *segue_layout_get_route_result (SegueLayout *self, const char *route_id);
const char             *segue_layout_get_chosen_route (SegueLayout *self, const char *goal_id); /* id or NULL */
int                     segue_layout_get_days_late    (SegueLayout *self, int step); /* 0 for what is in time, or done */

/* The person's minutes on a day: the week, the periods, the days off. */
gint32               segue_layout_get_capacity        (SegueLayout *self, SegueDay day);

/* What a grant of the plan brings. */
SegueTranche        *segue_layout_get_vesting         (SegueLayout *self, const SegueRecord *grant, gint32 *n_tranches);
SegueDay             segue_layout_get_exercisable_until (SegueLayout *self, const SegueRecord *grant, SegueDay leaving);

G_END_DECLS
