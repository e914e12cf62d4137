/* segue-layout-private.h - what a layout is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

struct _SegueLayout
{
  gatomicrefcount ref_count;

  GPtrArray *records[SEGUE_N_KINDS]; /* by index; of goals, routes, steps, rules, exclusives, pools, grants */
  GHashTable *indexes;               /* id to the record's place in its array, from 1 */
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

void     segue_layout_add_plan   (SegueLayout *self, SeguePlan *plan);
void     segue_layout_add_grants (SegueLayout *self, SeguePlan *plan, const SegueSchedule *first);
gboolean segue_layout_needs_leaves (SeguePlan *plan);
void     segue_layout_add_step   (SegueLayout *self, const SegueRecord *record);
gboolean segue_layout_add_rule   (SegueLayout *self, const SegueRecord *record);
void     segue_layout_close      (SegueLayout *self);
SegueTranche *segue_layout_vest_by (SegueLayout *self, const SegueSchedule *schedule, const SegueRecord *grant,
                                    gint32 *n_tranches);

/* For tests: is called, in the thread that does it, whenever the engine is asked. */
void     segue_layout_watch (void (*asked) (void));

G_END_DECLS
