/* segue-compare.h - two plans side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/* One step in both plans. What is only in one has NULL for the other. */
typedef struct
{
  const SegueRecord *before, *after;
  gboolean active_before, active_after;
  SegueDay start_before, start_after; /* or SEGUE_DAY_NONE */
  SegueDay end_before, end_after;     /* included, or SEGUE_DAY_NONE */
  gboolean has_shift;                 /* whether both have an end */
  int shift;                          /* days by which the end is later after */
} SegueStepDifference;

/* One goal in both plans. */
typedef struct
{
  const SegueRecord *before, *after;
  const SegueRecord *route_before, *route_after; /* laid out, or NULL */
  gboolean reached_before, reached_after;        /* whether that route is chosen, not merely laid out */
  SegueDay end_before, end_after;                /* of its last active step, or SEGUE_DAY_NONE */
  gboolean has_shift;
  int shift;
} SegueGoalDifference;

/**
 * SegueComparison:
 *
 * What differs between two plans that are laid out: for every goal its route
 * and its end, for every step its days, and what was changed to bring that
 * about, as it was when the comparison was made.
 */
typedef struct _SegueComparison SegueComparison;

SegueComparison           *segue_comparison_new       (SeguePlan *before, SegueLayout *before_layout,
                                                       SeguePlan *after, SegueLayout *after_layout);
void                       segue_comparison_free      (SegueComparison *self);
guint                      segue_comparison_n_goals   (SegueComparison *self);
const SegueGoalDifference *segue_comparison_get_goal  (SegueComparison *self, guint index);
guint                      segue_comparison_n_steps   (SegueComparison *self);
const SegueStepDifference *segue_comparison_get_step  (SegueComparison *self, guint index);
const SegueStepDifference *segue_comparison_find_step (SegueComparison *self, const char *id);
/* What leads from the one plan to the other, the plan record apart: the
 * assumptions of the scenario. (transfer none) */
SegueChangeSet            *segue_comparison_get_changes (SegueComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueComparison, segue_comparison_free)

G_END_DECLS
