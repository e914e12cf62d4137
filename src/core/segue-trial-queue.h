/* segue-trial-queue.h - edits tried in a thread, the newest first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/**
 * SegueTrialQueue:
 *
 * Tries one edit after the other on copies of a plan, in a thread, while the
 * person goes on: only the newest that was asked for waits, and what was asked
 * before it and has not begun is forgotten.
 */
typedef struct _SegueTrialQueue SegueTrialQueue;

/* What is asked for, as a verb; runs in a thread, on a copy of the plan. */
typedef SegueChangeSet *(*SegueTrialVerb) (SeguePlan *plan, SegueLayout *layout, gconstpointer question, GError **error);

/* The answer, in the main context: edit and layout, or why it cannot be. */
typedef void (*SegueTrialFunc) (gpointer owner, gconstpointer question, SegueChangeSet *change_set, SegueLayout *layout,
                                const GError *error);

SegueTrialQueue *segue_trial_queue_new     (SeguePlan *plan, SegueLayout *layout, SegueDay today, SegueSolveFlags flags,
                                            SegueTrialVerb verb, GDestroyNotify free_question,
                                            SegueTrialFunc answered, gpointer owner);
void             segue_trial_queue_free    (SegueTrialQueue *self);
void             segue_trial_queue_ask     (SegueTrialQueue *self, gpointer question);
void             segue_trial_queue_forget  (SegueTrialQueue *self);
gboolean         segue_trial_queue_is_busy (SegueTrialQueue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueTrialQueue, segue_trial_queue_free)

G_END_DECLS
