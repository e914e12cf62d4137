/* segue-history.h - what can be undone and redone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-change-set.h"

G_BEGIN_DECLS

/* The oldest change sets are forgotten beyond this number. */
#define SEGUE_HISTORY_LENGTH 200

/**
 * SegueHistory:
 *
 * Two stacks of change sets as they were first performed. Nothing is changed
 * here: who undoes applies the inverse and then says that it was undone.
 */
typedef struct _SegueHistory SegueHistory;

SegueHistory   *segue_history_new       (void);
void            segue_history_free      (SegueHistory *self);
void            segue_history_push      (SegueHistory *self, SegueChangeSet *change_set);
SegueChangeSet *segue_history_peek_undo (SegueHistory *self);
SegueChangeSet *segue_history_peek_redo (SegueHistory *self);
void            segue_history_undone    (SegueHistory *self);
void            segue_history_redone    (SegueHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueHistory, segue_history_free)

G_END_DECLS
