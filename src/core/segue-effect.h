/* segue-effect.h - what an edit does to the days and the goals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/* A step that lies elsewhere, or on one side alone; SEGUE_DAY_NONE where it does not lie. */
typedef struct
{
  const char *id;
  int before;                 /* index there, or -1 */
  int after;                  /* index here, or -1 */
  SegueDay first_before, last_before;
  SegueDay first, last;
} SegueEffectStep;

/* A goal that is reached by another route, or no longer, or again. */
typedef struct
{
  int goal;                   /* index in the later layout */
  int before;                 /* route there, or -1 */
  int after;                  /* route here, or -1 */
  gboolean could;             /* whether it could be reached */
  gboolean can;               /* whether it can be reached */
} SegueEffectGoal;

/**
 * SegueEffect:
 *
 * What a change does: the steps that move, the goals that get another route,
 * the rules that break. Rows are matched by id, so either layout may be of a
 * copy of the plan.
 */
typedef struct _SegueEffect SegueEffect;

SegueEffect         *segue_effect_new       (SegueLayout *before, SegueLayout *after);
void                     segue_effect_free      (SegueEffect *self);
const SegueEffectStep *segue_effect_get_steps (SegueEffect *self, guint *n_steps);
const SegueEffectGoal *segue_effect_get_goals (SegueEffect *self, guint *n_goals);
const SegueBroken       *segue_effect_get_broken (SegueEffect *self, guint *n_broken); /* newly, or by more */
char                   **segue_effect_describe  (SegueEffect *self);
char                    *segue_effect_summarize (SegueEffect *self);
char                    *segue_effect_tell      (SegueEffect *self, const char *but, guint most); /* lines, or NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueEffect, segue_effect_free)

G_END_DECLS
