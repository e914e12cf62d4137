/* segue-layout-work.c - a plan being laid out in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The thread has a copy of the plan, whose rows never change, so nothing is
 * shared with the window but what the mutex guards:
 *
 *   begin ──► thread: lay out ──► ready ──┬─► wait() takes it, or
 *     │                                   ├─► the main context hands it to done(), or
 *     └─ drop(): cancelled ───────────────┴─► nobody does
 */
#include "core/segue-layout-work.h"

#include <pthread.h>
#include <time.h>

/* No wait is longer than this, even if the thread gets no processor. */
#define MAX_WAIT (2 * G_USEC_PER_SEC)
#define GLANCE 500 /* µs between two looks at the thread's clock */

struct _SegueLayoutWork
{
  gatomicrefcount ref_count;

  SeguePlan *plan;
  SegueDay today;
  SegueSolveFlags flags;
  SegueLayout *previous;
  gint cancelled;

  SegueLayoutWorkFunc done; /* NULL once the answer is taken or not wanted */
  gpointer data;

  GMutex mutex;
  GCond cond;
  gboolean has_clock;
  clockid_t clock; /* of the thread, which has worked for others before */
  gint64 began;    /* by that clock */
  gboolean ready;
  SegueLayout *layout;
};

static SegueLayoutWork *
work_ref (SegueLayoutWork *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
work_unref (SegueLayoutWork *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->plan);
  g_clear_pointer (&self->previous, segue_layout_unref);
  g_clear_pointer (&self->layout, segue_layout_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

static gint64
read_clock (clockid_t clock)
{
  struct timespec time = { 0, 0 };

  clock_gettime (clock, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Processor time that the thread has had for this work, in µs; called with
 * the mutex. */
static gint64
get_spent (SegueLayoutWork *self)
{
  return self->has_clock ? read_clock (self->clock) - self->began : 0;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  SegueLayoutWork *self = data;
  SegueLayout *layout;

  g_mutex_lock (&self->mutex);
  self->has_clock = pthread_getcpuclockid (pthread_self (), &self->clock) == 0;
  if (self->has_clock)
    self->began = read_clock (self->clock);
  g_mutex_unlock (&self->mutex);

  layout = segue_layout_new (self->plan, self->today, self->flags, self->previous, &self->cancelled);

  g_mutex_lock (&self->mutex);
  self->has_clock = FALSE;
  self->ready = TRUE;
  self->layout = layout;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_task_return_boolean (task, TRUE);
}

static SegueLayout *
take (SegueLayoutWork *self)
{
  SegueLayout *layout = g_steal_pointer (&self->layout);

  if (layout)
    self->done = NULL;
  return layout;
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  SegueLayoutWork *self = g_task_get_task_data (G_TASK (result));
  SegueLayoutWorkFunc done = self->done;
  g_autoptr (SegueLayout) layout = done ? take (self) : NULL;

  if (layout)
    done (layout, self->data);
}

/**
 * segue_layout_work_begin:
 * @copy: a copy of a plan that nobody else touches until the work is done
 * @today: what a plan without a day of its own is scheduled from
 * @flags: how much is asked for
 * @previous: (nullable): the layout before
 * @done: called in the present main context, unless the answer was taken
 *   before or is not wanted any more
 * @data: for @done
 *
 * Begins to lay the plan out in a thread.
 *
 * Returns: (transfer full): the work; free with segue_layout_work_drop()
 */
SegueLayoutWork *
segue_layout_work_begin (SeguePlan           *copy,
                         SegueDay             today,
                         SegueSolveFlags      flags,
                         SegueLayout         *previous,
                         SegueLayoutWorkFunc  done,
                         gpointer             data)
{
  SegueLayoutWork *self = g_new0 (SegueLayoutWork, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, ready_cb, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->plan = g_object_ref (copy);
  self->today = today;
  self->flags = flags;
  self->previous = previous ? segue_layout_ref (previous) : NULL;
  self->done = done;
  self->data = data;
  g_task_set_static_name (task, "lay out");
  g_task_set_task_data (task, work_ref (self), (GDestroyNotify) work_unref);
  g_task_run_in_thread (task, run);
  return self;
}

/**
 * segue_layout_work_wait_until:
 * @self: a work
 * @patience: how much processor time the work may take before the wait ends,
 *   in µs; 0 does not wait, -1 waits to the end
 * @limit: no wait with an end is longer than this, in µs on the wall, even if
 *   the thread gets no processor
 *
 * Processor time, so that how much is waited for does not hang on what else
 * the machine does.
 *
 * Returns: (transfer full) (nullable): the layout, of which its owner will not
 *   be told again; %NULL if it is not ready
 */
SegueLayout *
segue_layout_work_wait_until (SegueLayoutWork *self,
                              gint64           patience,
                              gint64           limit)
{
  gint64 began = g_get_monotonic_time ();
  SegueLayout *layout;

  if (patience == 0)
    return NULL;
  g_mutex_lock (&self->mutex);
  while (!self->ready && (patience < 0 || (get_spent (self) < patience &&
                                           g_get_monotonic_time () - began < limit)))
    g_cond_wait_until (&self->cond, &self->mutex, g_get_monotonic_time () + GLANCE);
  layout = take (self);
  g_mutex_unlock (&self->mutex);
  return layout;
}

/**
 * segue_layout_work_wait:
 * @self: a work
 * @patience: how much processor time the work may take before the wait ends
 *
 * As segue_layout_work_wait_until(), for two seconds at most.
 *
 * Returns: (transfer full) (nullable): the layout
 */
SegueLayout *
segue_layout_work_wait (SegueLayoutWork *self,
                        gint64           patience)
{
  return segue_layout_work_wait_until (self, patience, MAX_WAIT);
}

/**
 * segue_layout_work_drop:
 * @self: (transfer full): a work
 *
 * The answer is not wanted any more and the thread gives up soon.
 */
void
segue_layout_work_drop (SegueLayoutWork *self)
{
  self->done = NULL;
  g_atomic_int_set (&self->cancelled, TRUE);
  work_unref (self);
}
