/* segue-forecast-work.c - the chances of a layout being drawn in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-forecast-work.h"

struct _SegueForecastWork
{
  gatomicrefcount ref_count;

  SegueLayout *layout;
  gint32 n_samples;
  guint64 seed;
  gint cancelled;

  SegueForecastWorkFunc done; /* NULL once the answer is not wanted */
  gpointer data;
};

static void
work_unref (gpointer data)
{
  SegueForecastWork *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  segue_layout_unref (self->layout);
  g_free (self);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  SegueForecastWork *self = data;

  g_task_return_pointer (task, segue_forecast_new (self->layout, self->n_samples, self->seed, 1, NULL, &self->cancelled),
                         (GDestroyNotify) segue_forecast_unref);
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SegueForecastWork *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (SegueForecast) forecast = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->done != NULL && forecast != NULL)
    self->done (forecast, self->data);
}

/**
 * segue_forecast_work_begin:
 * @layout: what is drawn for
 * @n_samples: how many draws
 * @seed: the same gives the same
 * @done: called in the present main context, unless the work is dropped before
 * @data: for @done
 *
 * Begins to draw in a thread.
 *
 * Returns: (transfer full): the work; free with segue_forecast_work_drop()
 */
SegueForecastWork *
segue_forecast_work_begin (SegueLayout           *layout,
                           gint32                 n_samples,
                           guint64                seed,
                           SegueForecastWorkFunc  done,
                           gpointer               data)
{
  SegueForecastWork *self = g_new0 (SegueForecastWork, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, ready_cb, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&self->ref_count);
  self->layout = segue_layout_ref (layout);
  self->n_samples = n_samples;
  self->seed = seed;
  self->done = done;
  self->data = data;
  g_task_set_static_name (task, "draw the chances");
  g_task_set_task_data (task, self, work_unref);
  g_task_run_in_thread (task, run);
  return self;
}

/**
 * segue_forecast_work_drop:
 * @self: (transfer full): a work
 *
 * The answer is not wanted any more and the thread gives up soon.
 */
void
segue_forecast_work_drop (SegueForecastWork *self)
{
  self->done = NULL;
  g_atomic_int_set (&self->cancelled, TRUE);
  work_unref (self);
}
