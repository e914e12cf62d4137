/* segue-history.c - what can be undone and redone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-history.h"

struct _SegueHistory
{
  GQueue done;   /* of SegueChangeSet; the last one is undone next */
  GQueue undone; /* of SegueChangeSet; the last one is redone next */
};

/**
 * segue_history_new:
 *
 * Returns: (transfer full): an empty history
 */
SegueHistory *
segue_history_new (void)
{
  return g_new0 (SegueHistory, 1);
}

/**
 * segue_history_free:
 * @self: (transfer full) (nullable): a history
 */
void
segue_history_free (SegueHistory *self)
{
  if (self == NULL)
    return;
  g_queue_clear_full (&self->done, g_object_unref);
  g_queue_clear_full (&self->undone, g_object_unref);
  g_free (self);
}

/**
 * segue_history_push:
 * @self: a history
 * @change_set: what has just been performed
 *
 * What was undone before can no longer be redone.
 */
void
segue_history_push (SegueHistory   *self,
                    SegueChangeSet *change_set)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (SEGUE_IS_CHANGE_SET (change_set));

  g_queue_clear_full (&self->undone, g_object_unref);
  g_queue_push_tail (&self->done, g_object_ref (change_set));
  if (self->done.length > SEGUE_HISTORY_LENGTH)
    g_object_unref (g_queue_pop_head (&self->done));
}

/**
 * segue_history_peek_undo:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what would be undone
 */
SegueChangeSet *
segue_history_peek_undo (SegueHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_queue_peek_tail (&self->done);
}

/**
 * segue_history_peek_redo:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what would be redone
 */
SegueChangeSet *
segue_history_peek_redo (SegueHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_queue_peek_tail (&self->undone);
}

/**
 * segue_history_undone:
 * @self: a history with something to undo
 *
 * Says that it has been undone.
 */
void
segue_history_undone (SegueHistory *self)
{
  g_return_if_fail (self != NULL && self->done.length > 0);

  g_queue_push_tail (&self->undone, g_queue_pop_tail (&self->done));
}

/**
 * segue_history_redone:
 * @self: a history with something to redo
 *
 * Says that it has been redone.
 */
void
segue_history_redone (SegueHistory *self)
{
  g_return_if_fail (self != NULL && self->undone.length > 0);

  g_queue_push_tail (&self->done, g_queue_pop_tail (&self->undone));
}
