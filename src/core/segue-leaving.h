/* segue-leaving.h - when to leave: what each day of leaving brings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-sweep.h"

G_BEGIN_DECLS

/* Days on end that bring the same: both included. */
typedef struct
{
  SegueDay from;
  SegueDay until;
  gboolean feasible; /* whether the plan holds */
} SegueLeavingSpan;

/**
 * SegueLeaving:
 *
 * A sweep of the point on which employment ends, with the days that bring the
 * same put together, and in words. Immutable.
 */
typedef struct _SegueLeaving SegueLeaving;

SegueLeaving           *segue_leaving_new            (SegueSweep *sweep);
void                    segue_leaving_free           (SegueLeaving *self);
SegueSweep             *segue_leaving_get_sweep      (SegueLeaving *self);
const SegueLeavingSpan *segue_leaving_get_spans      (SegueLeaving *self, guint *n_spans);
const SegueLeavingSpan *segue_leaving_find_span      (SegueLeaving *self, SegueDay day);
char                   *segue_leaving_describe_runs  (SegueLeaving *self);
char                  **segue_leaving_describe_day   (SegueLeaving *self, SegueDay day);
char                   *segue_leaving_summarize_day  (SegueLeaving *self, SegueDay day);
char                   *segue_leaving_name_routes    (SegueLeaving *self, SegueDay day);
char                  **segue_leaving_describe_run   (SegueLeaving *self, int run);
char                   *segue_leaving_to_text        (SegueLeaving *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueLeaving, segue_leaving_free)

/* The days worth trying, both included; FALSE where the plan names no leaving. */
gboolean                segue_leaving_get_range      (SegueLayout *layout, SeguePoint *point, SegueDay *from, SegueDay *until);

G_END_DECLS
