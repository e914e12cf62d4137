/* segue-leaving-study.c - the leaving days of a plan, worked out beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-leaving-study.h"

/* A person who edits on and on is not followed step by step. */
#define PATIENCE_MS 150

struct _SegueLeavingStudy
{
  GObject parent_instance;

  SegueSession *session;
  SegueLeaving *leaving; /* of the session's layout, or NULL */
  GTask *task;           /* the one that is awaited, or NULL */
  guint start_id;
};

/* What a thread is given: it holds the layout and touches nothing else. */
typedef struct
{
  gint cancelled;
  SegueLayout *layout;
  SeguePoint point;
  SegueDay from;
  SegueDay until;
} Job;

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SegueLeavingStudy, segue_leaving_study, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  segue_layout_unref (job->layout);
  g_free (job);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (SegueSweep) sweep = segue_sweep_new (job->layout, job->point, job->from, job->until, &job->cancelled);

  g_task_return_pointer (task, sweep ? segue_leaving_new (sweep) : NULL, (GDestroyNotify) segue_leaving_free);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SegueLeavingStudy *self = SEGUE_LEAVING_STUDY (source);
  g_autoptr (SegueLeaving) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->task != G_TASK (result))
    return;
  g_clear_object (&self->task);
  self->leaving = g_steal_pointer (&found);
  g_signal_emit (self, changed_signal, 0);
}

static void
cancel (SegueLeavingStudy *self)
{
  g_clear_handle_id (&self->start_id, g_source_remove);
  if (self->task != NULL)
    g_atomic_int_set (&((Job *) g_task_get_task_data (self->task))->cancelled, 1);
  g_clear_object (&self->task);
  g_clear_pointer (&self->leaving, segue_leaving_free);
}

static gboolean
start (gpointer user_data)
{
  SegueLeavingStudy *self = user_data;
  Job *job = g_new0 (Job, 1);

  self->start_id = 0;
  job->layout = segue_layout_ref (segue_session_get_layout (self->session));
  if (segue_leaving_get_range (job->layout, &job->point, &job->from, &job->until))
    {
      self->task = g_task_new (self, NULL, done_cb, NULL);
      g_task_set_task_data (self->task, job, job_free);
      g_task_run_in_thread (self->task, run);
    }
  else
    {
      job_free (job);
      g_signal_emit (self, changed_signal, 0);
    }
  return G_SOURCE_REMOVE;
}

static void
layout_changed_cb (SegueLeavingStudy *self)
{
  cancel (self);
  self->start_id = g_timeout_add_full (G_PRIORITY_LOW, PATIENCE_MS, start, self, NULL);
  g_signal_emit (self, changed_signal, 0);
}

static void
segue_leaving_study_dispose (GObject *object)
{
  SegueLeavingStudy *self = SEGUE_LEAVING_STUDY (object);

  cancel (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (segue_leaving_study_parent_class)->dispose (object);
}

static void
segue_leaving_study_class_init (SegueLeavingStudyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = segue_leaving_study_dispose;

  changed_signal = g_signal_new ("changed", SEGUE_TYPE_LEAVING_STUDY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
segue_leaving_study_init (SegueLeavingStudy *self)
{
}

/**
 * segue_leaving_study_new:
 * @session: the plan
 *
 * Returns: (transfer full): a study that begins soon
 */
SegueLeavingStudy *
segue_leaving_study_new (SegueSession *session)
{
  SegueLeavingStudy *self;

  g_return_val_if_fail (SEGUE_IS_SESSION (session), NULL);

  self = g_object_new (SEGUE_TYPE_LEAVING_STUDY, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::layout", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  self->start_id = g_timeout_add_full (G_PRIORITY_LOW, PATIENCE_MS, start, self, NULL);
  return self;
}

/**
 * segue_leaving_study_get_leaving:
 * @self: a study
 *
 * Returns: (transfer none) (nullable): what was found for the plan as it is
 *   now; %NULL while it is worked out, and where the plan names no leaving
 */
SegueLeaving *
segue_leaving_study_get_leaving (SegueLeavingStudy *self)
{
  g_return_val_if_fail (SEGUE_IS_LEAVING_STUDY (self), NULL);

  return self->leaving;
}

/**
 * segue_leaving_study_is_running:
 * @self: a study
 *
 * Returns: whether something is still worked out
 */
gboolean
segue_leaving_study_is_running (SegueLeavingStudy *self)
{
  g_return_val_if_fail (SEGUE_IS_LEAVING_STUDY (self), FALSE);

  return self->task != NULL || self->start_id != 0;
}
