/* segue-forecaster.c - works out a plan's chances in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   plan changes ──► forecast gone ──(a moment)──► job in a thread ──► forecast
 *        ▲                                              │
 *        └── changes again: the job is told to give up ─┘
 *
 * A layout is immutable: the job works on the very one that is shown.
 */
#include "core/segue-forecaster.h"

/* Draws for one forecast: a share is then known to about 3 points in 100. */
#define N_SAMPLES 1000
#define SEED 1

/* In milliseconds: how long a plan must stand still, how often progress is told. */
#define DELAY 300
#define TICK 100

/* What the thread and this one share. */
typedef struct
{
  gatomicrefcount ref_count;
  SegueLayout *layout;
  gint32 n_samples;
  guint n_threads;
  gint n_done;    /* atomic */
  gint cancelled; /* atomic */
} Job;

struct _SegueForecaster
{
  GObject parent_instance;

  SegueSession *session; /* not owned: it owns this */
  SegueForecast *forecast;
  Job *job;
  guint delay_id;
  guint tick_id;
};

typedef enum
{
  PROP_FORECAST = 1,
  PROP_RUNNING,
  PROP_FRACTION,
} SegueForecasterProperty;

static GParamSpec *properties[PROP_FRACTION + 1];

G_DEFINE_FINAL_TYPE (SegueForecaster, segue_forecaster, G_TYPE_OBJECT)

static Job *
job_new (SegueLayout *layout)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->ref_count);
  job->layout = segue_layout_ref (layout);
  job->n_samples = segue_layout_is_certain (layout) ? 1 : N_SAMPLES;
  /* One is left for the window. */
  job->n_threads = MAX (g_get_num_processors (), 2) - 1;
  return job;
}

static Job *
job_ref (Job *job)
{
  g_atomic_ref_count_inc (&job->ref_count);
  return job;
}

static void
job_unref (Job *job)
{
  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;
  segue_layout_unref (job->layout);
  g_free (job);
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task,
                         segue_forecast_new (job->layout, job->n_samples, SEED, job->n_threads,
                                             &job->n_done, &job->cancelled),
                         (GDestroyNotify) segue_forecast_unref);
}

static void
notify_running (SegueForecaster *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

/* Forgets what runs; its thread gives up as soon as it looks. */
static void
drop_job (SegueForecaster *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->job == NULL)
    return;
  g_atomic_int_set (&self->job->cancelled, 1);
  g_clear_pointer (&self->job, job_unref);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SegueForecaster *self = SEGUE_FORECASTER (source);
  g_autoptr (SegueForecast) forecast = g_task_propagate_pointer (G_TASK (result), NULL);

  if (forecast == NULL || self->job != g_task_get_task_data (G_TASK (result)))
    return;
  drop_job (self);
  self->forecast = g_steal_pointer (&forecast);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORECAST]);
  notify_running (self);
}

static gboolean
tick_cb (gpointer data)
{
  g_object_notify_by_pspec (data, properties[PROP_FRACTION]);
  return G_SOURCE_CONTINUE;
}

static void
start (SegueForecaster *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, done_cb, NULL);

  self->job = job_new (segue_session_get_layout (self->session));
  g_task_set_task_data (task, job_ref (self->job), (GDestroyNotify) job_unref);
  g_task_set_static_name (task, "forecast");
  g_task_run_in_thread (task, work_in_thread);
  self->tick_id = g_timeout_add (TICK, tick_cb, self);
  notify_running (self);
}

static gboolean
delay_cb (gpointer data)
{
  SegueForecaster *self = data;

  /* The layout will be replaced once more, by one with the same dates. */
  if (!segue_session_is_layout_complete (self->session))
    return G_SOURCE_CONTINUE;
  self->delay_id = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

static void
layout_changed_cb (SegueForecaster *self)
{
  gboolean had_forecast = self->forecast != NULL;

  drop_job (self);
  g_clear_pointer (&self->forecast, segue_forecast_unref);
  self->delay_id = g_timeout_add_full (G_PRIORITY_LOW, DELAY, delay_cb, self, NULL);
  if (had_forecast)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORECAST]);
  notify_running (self);
}

/* Another layout with the same dates: what was begun with the old one is not shown. */
static void
layout_completed_cb (SegueForecaster *self)
{
  if (segue_forecaster_get_forecast (self) == NULL && self->delay_id == 0)
    layout_changed_cb (self);
}

static void
segue_forecaster_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SegueForecaster *self = SEGUE_FORECASTER (object);

  switch ((SegueForecasterProperty) prop_id)
    {
    case PROP_FORECAST:
      g_value_set_boxed (value, segue_forecaster_get_forecast (self));
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, segue_forecaster_is_running (self));
      break;
    case PROP_FRACTION:
      g_value_set_double (value, segue_forecaster_get_fraction (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_forecaster_dispose (GObject *object)
{
  SegueForecaster *self = SEGUE_FORECASTER (object);

  drop_job (self);
  g_clear_pointer (&self->forecast, segue_forecast_unref);

  G_OBJECT_CLASS (segue_forecaster_parent_class)->dispose (object);
}

static void
segue_forecaster_class_init (SegueForecasterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = segue_forecaster_get_property;
  object_class->dispose = segue_forecaster_dispose;

  properties[PROP_FORECAST] =
    g_param_spec_boxed ("forecast", NULL, NULL, SEGUE_TYPE_FORECAST, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RUNNING] =
    g_param_spec_boolean ("running", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
segue_forecaster_init (SegueForecaster *self)
{
}

/* The session goes: whoever still holds this finds it idle. */
static void
abandon (gpointer data)
{
  SegueForecaster *self = data;

  drop_job (self);
  self->session = NULL;
  g_clear_pointer (&self->forecast, segue_forecast_unref);
  g_object_unref (self);
}

/**
 * segue_forecaster_of:
 * @session: a session
 *
 * Returns: (transfer none): the forecaster of @session, which lives as long;
 *   it begins to work when it is first asked for
 */
SegueForecaster *
segue_forecaster_of (SegueSession *session)
{
  SegueForecaster *self;

  g_return_val_if_fail (SEGUE_IS_SESSION (session), NULL);

  self = g_object_get_data (G_OBJECT (session), "segue-forecaster");
  if (self)
    return self;
  self = g_object_new (SEGUE_TYPE_FORECASTER, NULL);
  self->session = session;
  g_object_set_data_full (G_OBJECT (session), "segue-forecaster", self, abandon);
  g_signal_connect_object (session, "notify::layout", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::layout-complete", G_CALLBACK (layout_completed_cb), self,
                           G_CONNECT_SWAPPED);
  layout_changed_cb (self);
  return self;
}

/**
 * segue_forecaster_get_forecast:
 * @self: a forecaster
 *
 * Returns: (transfer none) (nullable): the forecast of the plan as it is laid
 *   out now, if there is one already
 */
SegueForecast *
segue_forecaster_get_forecast (SegueForecaster *self)
{
  g_return_val_if_fail (SEGUE_IS_FORECASTER (self), NULL);

  /* Others may have heard of the new layout before this has. */
  if (self->forecast == NULL || self->session == NULL ||
      segue_forecast_get_layout (self->forecast) != segue_session_get_layout (self->session))
    return NULL;
  return self->forecast;
}

/**
 * segue_forecaster_is_running:
 * @self: a forecaster
 *
 * Returns: whether a forecast is being worked out or will be in a moment
 */
gboolean
segue_forecaster_is_running (SegueForecaster *self)
{
  g_return_val_if_fail (SEGUE_IS_FORECASTER (self), FALSE);

  return self->job != NULL || self->delay_id != 0;
}

/**
 * segue_forecaster_get_fraction:
 * @self: a forecaster
 *
 * Returns: how much of what runs is through, between 0 and 1
 */
double
segue_forecaster_get_fraction (SegueForecaster *self)
{
  g_return_val_if_fail (SEGUE_IS_FORECASTER (self), 0);

  return self->job ? (double) g_atomic_int_get (&self->job->n_done) / self->job->n_samples : 0;
}

/**
 * segue_forecaster_run:
 * @self: a forecaster
 *
 * Begins at once, unless there is a forecast or one is being worked out.
 */
void
segue_forecaster_run (SegueForecaster *self)
{
  g_return_if_fail (SEGUE_IS_FORECASTER (self));

  if (self->session == NULL || self->job || segue_forecaster_get_forecast (self))
    return;
  g_clear_handle_id (&self->delay_id, g_source_remove);
  start (self);
}

/**
 * segue_forecaster_cancel:
 * @self: a forecaster
 *
 * Gives up what runs or waits to run.
 */
void
segue_forecaster_cancel (SegueForecaster *self)
{
  g_return_if_fail (SEGUE_IS_FORECASTER (self));

  drop_job (self);
  notify_running (self);
}
