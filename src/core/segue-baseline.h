/* segue-baseline.h - dates frozen earlier, and how far steps have slipped since
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A baseline (SEGUE_KIND_BASELINE) is a row of the plan with a title, the day
 * on which it was taken and the first and last day of every step that was
 * placed then. It names steps and holds none of them: what goes later stays in
 * it, and what comes later is not in it.
 */
#pragma once

#include "core/segue-edit.h"

G_BEGIN_DECLS

/* One step's days as they were. */
typedef struct
{
  const char *id;   /* borrowed, not terminated: see id_length */
  gsize id_length;
  SegueDay start;
  SegueDay end;     /* the last day, included */
} SegueBaselineDates;

gboolean segue_baseline_parse (const char *text, SegueBaselineDates *dates);

/**
 * SegueBaseline:
 *
 * A baseline to look things up in: one table from ids to dates, made once for
 * all the steps of a plan.
 */
typedef struct _SegueBaseline SegueBaseline;

SegueBaseline *segue_baseline_new      (const SegueRecord *record);
void           segue_baseline_free     (SegueBaseline *self);
gboolean       segue_baseline_find     (SegueBaseline *self, const char *step_id, SegueDay *start, SegueDay *end);
gboolean       segue_baseline_get_slip (SegueBaseline *self, SegueLayout *layout, const char *step_id, int *days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueBaseline, segue_baseline_free)

/* The verb: freezes the dates of @layout, which must be of @plan as it is. */
SegueChangeSet    *segue_edit_take_baseline (SeguePlan *plan, SegueLayout *layout, const char *title, SegueDay on, GError **error);

/* The baseline taken last, or NULL. (transfer none) */
const SegueRecord *segue_plan_get_latest_baseline (SeguePlan *plan);

G_END_DECLS
