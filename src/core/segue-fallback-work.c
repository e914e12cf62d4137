/* segue-fallback-work.c - what a no would mean, found out in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-fallback-work.h"

struct _SegueFallbackWork
{
  gatomicrefcount ref_count;

  SeguePlan *plan;
  SegueLayout *layout;
  char *id;
  gint cancelled;

  SegueFallbackWorkFunc done; /* NULL once the answer is not wanted */
  gpointer data;
};

static void
work_unref (gpointer data)
{
  SegueFallbackWork *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->plan);
  segue_layout_unref (self->layout);
  g_free (self->id);
  g_free (self);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  SegueFallbackWork *self = data;

  g_task_return_pointer (task, segue_fallback_find (self->plan, self->layout, &self->cancelled),
                         (GDestroyNotify) g_array_unref);
}

/* The first of @found that is about the goal or the gate that was asked about. */
static const SegueFallback *
pick (SegueFallbackWork *self,
      GArray            *found)
{
  int goal = segue_layout_find (self->layout, SEGUE_KIND_GOAL, self->id);
  int gate = segue_layout_find (self->layout, SEGUE_KIND_STEP, self->id);

  for (guint i = 0; i < found->len; i++)
    {
      const SegueFallback *fallback = &g_array_index (found, SegueFallback, i);

      if ((goal >= 0 && fallback->goal == goal) || (gate >= 0 && fallback->gate == gate))
        return fallback;
    }
  return NULL;
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SegueFallbackWork *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GArray) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->done != NULL)
    self->done (pick (self, found), self->layout, self->data);
}

/**
 * segue_fallback_work_begin:
 * @plan: the plan, which is copied
 * @layout: as it is laid out
 * @id: a goal, or the gate that decides one of its routes
 * @done: called in the present main context, unless the work is dropped before
 * @data: for @done
 *
 * Begins to find out in a thread whether a second route survives a no.
 *
 * Returns: (transfer full): the work; free with segue_fallback_work_drop()
 */
SegueFallbackWork *
segue_fallback_work_begin (SeguePlan             *plan,
                           SegueLayout           *layout,
                           const char            *id,
                           SegueFallbackWorkFunc  done,
                           gpointer               data)
{
  SegueFallbackWork *self = g_new0 (SegueFallbackWork, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, ready_cb, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&self->ref_count);
  self->plan = segue_plan_copy (plan);
  self->layout = segue_layout_ref (layout);
  self->id = g_strdup (id);
  self->done = done;
  self->data = data;
  g_task_set_static_name (task, "find what a no means");
  g_task_set_task_data (task, self, work_unref);
  g_task_run_in_thread (task, run);
  return self;
}

/**
 * segue_fallback_work_drop:
 * @self: (transfer full): a work
 *
 * The answer is not wanted any more and the thread gives up soon.
 */
void
segue_fallback_work_drop (SegueFallbackWork *self)
{
  self->done = NULL;
  g_atomic_int_set (&self->cancelled, TRUE);
  work_unref (self);
}
