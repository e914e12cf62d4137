/* segue-layout-private.h - what a layout is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/* Arrays and tables of the plan's own may be those of the layout before: they are
 * written into only while a layout is made that is alone in having them. */
struct _SegueLayout
{
  gatomicrefcount ref_count;

  GPtrArray *records[SEGUE_N_KINDS]; /* by index; of goals, routes, steps, rules, exclusives, pools, grants */
  GHashTable *indexes;               /* id to the place of the plan's own record in its array, from 1 */
  GHashTable *emitted;               /* the same for what grants emit */
  gboolean is_whole;                 /* all that stands in the plan is there: what comes now is emitted */
  guint n_own_steps;                 /* what grants emit stands behind the plan's own */
  guint n_own_rules;
  SeguePoint leaving;                /* where employment ends; its step is -1 if the plan does not say */

  SegueProblem problem;
  GArray *periods;    /* of SeguePeriod */
  GArray *days_off;   /* of SegueDay */
  GArray *pools;      /* of gint32 */
  GArray *goals;      /* of SegueGoalSpec */
  GArray *routes;     /* of SegueRouteSpec */
  GArray *steps;      /* of SegueStepSpec */
  GArray *needs;      /* of SegueNeed */
  GArray *rules;      /* of SegueRuleSpec */
  GArray *exclusives; /* of SegueExclusiveSpec */
  GPtrArray *members; /* the arrays of gint32 behind the exclusives */

  SegueSchedule *schedule;
};

gboolean segue_layout_keep_plan  (SegueLayout *self, SeguePlan *plan, SegueLayout *previous);
gboolean segue_layout_is_alike   (SegueLayout *self, SegueLayout *previous);
void     segue_layout_add_plan   (SegueLayout *self, SeguePlan *plan);
void     segue_layout_add_capacity (SegueLayout *self, SeguePlan *plan);
void     segue_layout_end_plan   (SegueLayout *self);
void     segue_layout_add_grants (SegueLayout *self, SeguePlan *plan, const SegueSchedule *first);
gboolean segue_layout_needs_leaves (SeguePlan *plan);
void     segue_layout_add_step   (SegueLayout *self, const SegueRecord *record);
gboolean segue_layout_add_rule   (SegueLayout *self, const SegueRecord *record);
void     segue_layout_replace_step (SegueLayout *self, guint index, const SegueRecord *record);
void     segue_layout_replace_rule (SegueLayout *self, guint index, const SegueRecord *record);
void     segue_layout_close      (SegueLayout *self);
SegueTranche *segue_layout_vest_by (SegueLayout *self, const SegueSchedule *schedule, const SegueRecord *grant,
                                    gint32 *n_tranches);

/* For tests: is called, in the thread that does it, whenever the engine is asked. */
void     segue_layout_watch (void (*asked) (void));

G_END_DECLS
