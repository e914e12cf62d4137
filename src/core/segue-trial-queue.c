/* segue-trial-queue.c - edits tried in a thread, the newest first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pointer that is dragged asks for more than can be answered. What runs is
 * not interrupted, or nothing would ever be answered while the pointer moves;
 * what waits is replaced by what is asked next:
 *
 *   ask ──► running ──► answered
 *   ask ──► waiting ──┐    │
 *   ask ──► waiting ──┴────┴──► running ──► answered
 */
#include "core/segue-trial-queue.h"

#include "core/segue-trial.h"

struct _SegueTrialQueue
{
  SeguePlan *plan;
  SegueLayout *layout;
  SegueDay today;
  SegueSolveFlags flags;
  SegueTrialVerb verb;
  GDestroyNotify free_question;
  SegueTrialFunc answered;
  gpointer owner;

  GTask *running;   /* or NULL */
  gpointer waiting; /* question, or NULL */
};

/* One question on its way; the thread touches nothing else. */
typedef struct
{
  SegueTrialQueue *queue; /* NULL once nobody wants to know */
  SeguePlan *plan;
  SegueLayout *before;
  SegueDay today;
  SegueSolveFlags flags;
  SegueTrialVerb verb;
  GDestroyNotify free_question;
  gpointer question;
  gint cancelled;

  SegueChangeSet *change_set;
  SegueLayout *layout;
  GError *error;
} Try;

static void
try_free (gpointer data)
{
  Try *try = data;

  g_clear_object (&try->plan);
  g_clear_pointer (&try->before, segue_layout_unref);
  g_clear_pointer (&try->question, try->free_question);
  g_clear_object (&try->change_set);
  g_clear_pointer (&try->layout, segue_layout_unref);
  g_clear_error (&try->error);
  g_free (try);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Try *try = data;

  if (!g_atomic_int_get (&try->cancelled))
    try->change_set = try->verb (try->plan, try->before, try->question, &try->error);
  if (try->change_set && segue_plan_apply (try->plan, try->change_set, &try->error))
    try->layout = segue_layout_new (try->plan, try->today, try->flags, try->before, &try->cancelled);
  g_task_return_boolean (task, TRUE);
}

static void begin (SegueTrialQueue *self,
                   gpointer         question);

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Try *try = g_task_get_task_data (G_TASK (result));
  SegueTrialQueue *self = try->queue;

  if (self == NULL)
    return;
  g_clear_object (&self->running);
  if (self->waiting)
    begin (self, g_steal_pointer (&self->waiting));
  /* Last, since the owner may free the queue. */
  if (try->layout || try->error)
    self->answered (self->owner, try->question, try->layout ? try->change_set : NULL, try->layout, try->error);
}

static void
begin (SegueTrialQueue *self,
       gpointer         question)
{
  Try *try = g_new0 (Try, 1);

  try->queue = self;
  try->plan = segue_plan_copy (self->plan);
  try->before = segue_layout_ref (self->layout);
  try->today = self->today;
  try->flags = self->flags;
  try->verb = self->verb;
  try->free_question = self->free_question;
  try->question = question;
  self->running = g_task_new (NULL, NULL, done_cb, NULL);
  g_task_set_static_name (self->running, "try");
  g_task_set_task_data (self->running, try, try_free);
  g_task_run_in_thread (self->running, run);
}

/**
 * segue_trial_queue_new:
 * @plan: a plan, which is not changed while the queue is used
 * @layout: the plan laid out, from which as little as possible is changed
 * @today: what a plan without a day of its own is scheduled from
 * @flags: how much is asked for
 * @verb: makes the edit that a question stands for
 * @free_question: frees a question
 * @answered: is told what comes of it
 * @owner: for @answered
 *
 * Returns: (transfer full): a queue in which nothing waits
 */
SegueTrialQueue *
segue_trial_queue_new (SeguePlan       *plan,
                       SegueLayout     *layout,
                       SegueDay         today,
                       SegueSolveFlags  flags,
                       SegueTrialVerb   verb,
                       GDestroyNotify   free_question,
                       SegueTrialFunc   answered,
                       gpointer         owner)
{
  SegueTrialQueue *self;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL && verb != NULL && answered != NULL, NULL);

  self = g_new0 (SegueTrialQueue, 1);
  self->plan = g_object_ref (plan);
  self->layout = segue_layout_ref (layout);
  self->today = today;
  self->flags = flags;
  self->verb = verb;
  self->free_question = free_question;
  self->answered = answered;
  self->owner = owner;
  return self;
}

/**
 * segue_trial_queue_free:
 * @self: (transfer full): a queue
 *
 * Nothing is answered any more, and the thread gives up soon.
 */
void
segue_trial_queue_free (SegueTrialQueue *self)
{
  segue_trial_queue_forget (self);
  g_object_unref (self->plan);
  segue_layout_unref (self->layout);
  g_free (self);
}

/**
 * segue_trial_queue_ask:
 * @self: a queue
 * @question: (transfer full): what to try next
 */
void
segue_trial_queue_ask (SegueTrialQueue *self,
                       gpointer         question)
{
  g_return_if_fail (self != NULL && question != NULL);

  g_clear_pointer (&self->waiting, self->free_question);
  if (self->running)
    self->waiting = question;
  else
    begin (self, question);
}

/**
 * segue_trial_queue_forget:
 * @self: a queue
 *
 * What was asked is not wanted any more.
 */
void
segue_trial_queue_forget (SegueTrialQueue *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->waiting, self->free_question);
  if (self->running)
    {
      Try *try = g_task_get_task_data (self->running);

      try->queue = NULL;
      g_atomic_int_set (&try->cancelled, TRUE);
    }
  g_clear_object (&self->running);
}

/**
 * segue_trial_queue_is_busy:
 * @self: a queue
 *
 * Returns: whether there is something that has not been answered
 */
gboolean
segue_trial_queue_is_busy (SegueTrialQueue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->running != NULL;
}
