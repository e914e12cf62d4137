/* segue-act.h - an edit made ready in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-storage.h"
#include "core/segue-trial-queue.h"

G_BEGIN_DECLS

/**
 * SegueAct:
 *
 * What a session does beside the window: a verb finds out the edit, it is
 * checked and stored, and done to a copy of the plan. What is left to do is to
 * take the rows of the copy.
 */
typedef struct _SegueAct SegueAct;

SegueAct       *segue_act_begin    (SeguePlan *plan, SegueLayout *layout, SegueStorage *storage, SegueTrialVerb verb,
                                    gpointer question, GDestroyNotify free_question, GSourceOnceFunc ready, gpointer data);
void            segue_act_wait     (SegueAct *self);
SegueChangeSet *segue_act_get_edit (SegueAct *self);  /* once it is ready; NULL if it was not done */
SeguePlan      *segue_act_get_plan (SegueAct *self);  /* with the edit, once it is ready */
const GError   *segue_act_get_error (SegueAct *self); /* why it was not done */
void            segue_act_free     (SegueAct *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueAct, segue_act_free)

G_END_DECLS
