/* segue-act.c - an edit made ready in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The thread has a copy of the plan, whose rows never change:
 *
 *   begin ──► thread: verb ──► check ──► store ──► apply to the copy
 *     │                                                 ├─► the main context calls ready(), or
 *     └─ wait() ────────────────────────────────────────┴─► who waits goes on
 *
 * It is never given up: what has been begun may be on the disk already.
 */
#include "core/segue-act.h"

#include "core/segue-apply.h"

struct _SegueAct
{
  SeguePlan *plan;
  SegueLayout *layout;
  SegueStorage *storage;
  SegueTrialVerb verb;
  gpointer question;
  GDestroyNotify free_question;

  GThread *thread;        /* NULL once it is over */
  guint source;           /* that calls ready(), or 0; written by the thread as its last act */
  GSourceOnceFunc ready;
  gpointer data;

  SegueChangeSet *change_set;
  GError *error;
};

static void
end_thread (SegueAct *self)
{
  if (self->thread)
    g_thread_join (g_steal_pointer (&self->thread));
  g_clear_handle_id (&self->source, g_source_remove);
}

static gboolean
ready_cb (gpointer data)
{
  SegueAct *self = data;

  g_thread_join (g_steal_pointer (&self->thread));
  self->source = 0;
  /* Last, since it may free the act. */
  self->ready (self->data);
  return G_SOURCE_REMOVE;
}

/* What is stored cannot fail any more: that is found out before. */
static gboolean
perform (SegueAct *self)
{
  g_autoptr (GHashTable) outcome = NULL;
  gboolean applied;

  self->change_set = self->verb (self->plan, self->layout, self->question, &self->error);
  if (self->change_set == NULL)
    return FALSE;
  if (segue_change_set_count (self->change_set) == 0)
    return TRUE;
  outcome = segue_apply_check (self->plan, self->change_set, &self->error);
  if (outcome == NULL)
    return FALSE;
  if (self->storage &&
      !segue_storage_commit (self->storage, segue_plan_get_id (self->plan), self->change_set, &self->error))
    return FALSE;
  applied = segue_plan_apply (self->plan, self->change_set, NULL);
  g_assert (applied);
  return TRUE;
}

static gpointer
run (gpointer data)
{
  SegueAct *self = data;

  if (!perform (self))
    g_clear_object (&self->change_set);
  self->source = g_idle_add_full (G_PRIORITY_DEFAULT, ready_cb, self, NULL);
  return NULL;
}

/**
 * segue_act_begin:
 * @plan: a plan, of which a copy is taken
 * @layout: the plan laid out
 * @storage: (nullable): where it is stored
 * @verb: makes the edit; runs in a thread
 * @question: (transfer full): for @verb
 * @free_question: frees it
 * @ready: is called once in the main context, unless the act is waited for
 * @data: for @ready
 *
 * Returns: (transfer full): the act
 */
SegueAct *
segue_act_begin (SeguePlan       *plan,
                 SegueLayout     *layout,
                 SegueStorage    *storage,
                 SegueTrialVerb   verb,
                 gpointer         question,
                 GDestroyNotify   free_question,
                 GSourceOnceFunc  ready,
                 gpointer         data)
{
  SegueAct *self;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL && verb != NULL && ready != NULL, NULL);

  self = g_new0 (SegueAct, 1);
  self->plan = segue_plan_copy (plan);
  self->layout = segue_layout_ref (layout);
  self->storage = storage ? g_object_ref (storage) : NULL;
  self->verb = verb;
  self->question = question;
  self->free_question = free_question;
  self->ready = ready;
  self->data = data;
  self->thread = g_thread_new ("act", run, self);
  return self;
}

/**
 * segue_act_wait:
 * @self: an act
 *
 * Waits until it is ready. Nobody is told of it then.
 */
void
segue_act_wait (SegueAct *self)
{
  g_return_if_fail (self != NULL);

  end_thread (self);
}

SegueChangeSet *
segue_act_get_edit (SegueAct *self)
{
  return self->change_set;
}

SeguePlan *
segue_act_get_plan (SegueAct *self)
{
  return self->plan;
}

const GError *
segue_act_get_error (SegueAct *self)
{
  return self->error;
}

/**
 * segue_act_free:
 * @self: (transfer full): an act; waits for it, since it cannot be given up
 */
void
segue_act_free (SegueAct *self)
{
  end_thread (self);
  g_object_unref (self->plan);
  segue_layout_unref (self->layout);
  g_clear_object (&self->storage);
  if (self->free_question)
    self->free_question (self->question);
  g_clear_object (&self->change_set);
  g_clear_error (&self->error);
  g_free (self);
}
