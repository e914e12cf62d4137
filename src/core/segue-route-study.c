/* segue-route-study.c - the routes of a goal, tried beside the plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-route-study.h"

#include "core/segue-fallback-work.h"
#include "core/segue-forecast-work.h"
#include "core/segue-layout-work.h"
#include "core/segue-outlook.h"

struct _SegueRouteStudy
{
  GObject parent_instance;

  SegueSession *session;
  char *goal_id;

  GPtrArray *trials;         /* of Trial: the routes that are not closed */
  SegueFallbackWork *asking; /* what a no would mean, or NULL */
  gboolean has_answer;       /* the question was answered, be it with nothing */
  char *answer;
  gboolean in_time;
};

/* One route while it is laid out, and afterwards. */
typedef struct
{
  SegueRouteStudy *study;
  char *route_id;
  SegueLayoutWork *work;
  SegueLayout *layout;
  SegueForecastWork *drawing;
  double chance; /* -1 while it is not known */
} Trial;

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SegueRouteStudy, segue_route_study, G_TYPE_OBJECT)

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  g_clear_pointer (&trial->work, segue_layout_work_drop);
  g_clear_pointer (&trial->drawing, segue_forecast_work_drop);
  g_clear_pointer (&trial->layout, segue_layout_unref);
  g_free (trial->route_id);
  g_free (trial);
}

static void
trial_drawn_cb (SegueForecast *forecast,
                gpointer       data)
{
  Trial *trial = data;

  trial->chance = segue_forecast_get_route (forecast, trial->route_id);
  g_clear_pointer (&trial->drawing, segue_forecast_work_drop);
  g_signal_emit (trial->study, changed_signal, 0);
}

static void
trial_ready_cb (SegueLayout *layout,
                gpointer     data)
{
  Trial *trial = data;

  trial->layout = segue_layout_ref (layout);
  g_clear_pointer (&trial->work, segue_layout_work_drop);
  trial->drawing = segue_forecast_work_begin (layout, SEGUE_FORECAST_COMPARE_SAMPLES, SEGUE_FORECAST_COMPARE_SEED,
                                              trial_drawn_cb, trial);
  g_signal_emit (trial->study, changed_signal, 0);
}

static void
begin_trial (SegueRouteStudy *self,
             SegueLayout     *layout,
             gint32           route)
{
  const char *id = segue_record_get_id (segue_layout_get_route (layout, route));
  Trial *trial;

  if (segue_layout_get_schedule (layout)->routes[route].status == SEGUE_ROUTE_CLOSED)
    return;
  trial = g_new0 (Trial, 1);
  trial->study = self;
  trial->chance = -1;
  trial->route_id = g_strdup (id);
  trial->work = segue_outlook_begin_route (segue_session_get_plan (self->session), layout,
                                           segue_session_get_today (self->session), id, trial_ready_cb, trial);
  g_ptr_array_add (self->trials, trial);
}

/* ---- what a no would mean -------------------------------------------- */

static void
answered_cb (const SegueFallback *fallback,
             SegueLayout         *layout,
             gpointer             data)
{
  SegueRouteStudy *self = data;

  self->in_time = fallback != NULL && fallback->in_time;
  self->has_answer = TRUE;
  self->answer = fallback != NULL ? segue_fallback_describe (layout, fallback) : NULL;
  g_clear_pointer (&self->asking, segue_fallback_work_drop);
  g_signal_emit (self, changed_signal, 0);
}

/* ---- all of it --------------------------------------------------------- */

static void
cancel (SegueRouteStudy *self)
{
  g_ptr_array_set_size (self->trials, 0);
  g_clear_pointer (&self->asking, segue_fallback_work_drop);
  g_clear_pointer (&self->answer, g_free);
  self->has_answer = FALSE;
}

static void
begin (SegueRouteStudy *self)
{
  SegueLayout *layout = segue_session_get_layout (self->session);
  int goal = segue_layout_find (layout, SEGUE_KIND_GOAL, self->goal_id);
  const SegueGoalSpec *spec;

  cancel (self);
  if (goal >= 0)
    {
      spec = &segue_layout_get_problem (layout)->goals[goal];
      for (gint32 i = 0; i < spec->n_routes; i++)
        begin_trial (self, layout, spec->first_route + i);
      self->asking = segue_fallback_work_begin (segue_session_get_plan (self->session), layout, self->goal_id,
                                                answered_cb, self);
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
segue_route_study_dispose (GObject *object)
{
  SegueRouteStudy *self = SEGUE_ROUTE_STUDY (object);

  if (self->trials != NULL)
    cancel (self);
  g_clear_pointer (&self->trials, g_ptr_array_unref);
  g_clear_pointer (&self->goal_id, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (segue_route_study_parent_class)->dispose (object);
}

static void
segue_route_study_class_init (SegueRouteStudyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = segue_route_study_dispose;

  changed_signal = g_signal_new ("changed", SEGUE_TYPE_ROUTE_STUDY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
segue_route_study_init (SegueRouteStudy *self)
{
  self->trials = g_ptr_array_new_with_free_func (trial_free);
}

/**
 * segue_route_study_new:
 * @session: the plan
 * @goal_id: a goal that has routes
 *
 * Returns: (transfer full): a study that has begun
 */
SegueRouteStudy *
segue_route_study_new (SegueSession *session,
                       const char   *goal_id)
{
  SegueRouteStudy *self;

  g_return_val_if_fail (SEGUE_IS_SESSION (session) && goal_id != NULL, NULL);

  self = g_object_new (SEGUE_TYPE_ROUTE_STUDY, NULL);
  self->session = g_object_ref (session);
  self->goal_id = g_strdup (goal_id);
  g_signal_connect_object (session, "notify::layout", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  begin (self);
  return self;
}

static const Trial *
find_trial (SegueRouteStudy *self,
            const char      *route_id)
{
  for (guint i = 0; i < self->trials->len; i++)
    {
      const Trial *trial = self->trials->pdata[i];

      if (g_str_equal (trial->route_id, route_id))
        return trial;
    }
  return NULL;
}

/**
 * segue_route_study_get_layout:
 * @self: a study
 * @route_id: a route of its goal
 *
 * Returns: (transfer none) (nullable): the plan as it would lie on that route
 *   alone; %NULL while it is laid out, and for a closed route
 */
SegueLayout *
segue_route_study_get_layout (SegueRouteStudy *self,
                              const char      *route_id)
{
  const Trial *trial;

  g_return_val_if_fail (SEGUE_IS_ROUTE_STUDY (self) && route_id != NULL, NULL);

  trial = find_trial (self, route_id);
  return trial ? trial->layout : NULL;
}

/**
 * segue_route_study_get_chance:
 * @self: a study
 * @route_id: a route of its goal
 *
 * Returns: how likely the plan holds on that route alone, 0 to 1; -1 while it
 *   is not known, and for a closed route
 */
double
segue_route_study_get_chance (SegueRouteStudy *self,
                              const char      *route_id)
{
  const Trial *trial;

  g_return_val_if_fail (SEGUE_IS_ROUTE_STUDY (self) && route_id != NULL, -1);

  trial = find_trial (self, route_id);
  return trial ? trial->chance : -1;
}

/**
 * segue_route_study_get_answer:
 * @self: a study
 * @in_time: (out) (optional): whether the next route survives a no
 *
 * Returns: (transfer none) (nullable): what a no to the route that is taken
 *   would mean, a whole sentence; %NULL where nobody is asked, or not yet
 */
const char *
segue_route_study_get_answer (SegueRouteStudy *self,
                              gboolean        *in_time)
{
  g_return_val_if_fail (SEGUE_IS_ROUTE_STUDY (self), NULL);

  if (in_time != NULL)
    *in_time = self->in_time;
  return self->answer;
}

/**
 * segue_route_study_get_fraction:
 * @self: a study
 *
 * Returns: how much of what was begun is found, 0 to 1
 */
double
segue_route_study_get_fraction (SegueRouteStudy *self)
{
  guint n = 0;

  g_return_val_if_fail (SEGUE_IS_ROUTE_STUDY (self), 1);

  n += self->has_answer;
  for (guint i = 0; i < self->trials->len; i++)
    n += (((Trial *) self->trials->pdata[i])->layout != NULL) + (((Trial *) self->trials->pdata[i])->chance >= 0);
  return (double) n / (2 * self->trials->len + 1);
}

/**
 * segue_route_study_is_running:
 * @self: a study
 *
 * Returns: whether something is still worked out
 */
gboolean
segue_route_study_is_running (SegueRouteStudy *self)
{
  g_return_val_if_fail (SEGUE_IS_ROUTE_STUDY (self), FALSE);

  if (self->asking != NULL)
    return TRUE;
  for (guint i = 0; i < self->trials->len; i++)
    if (((Trial *) self->trials->pdata[i])->layout == NULL || ((Trial *) self->trials->pdata[i])->drawing != NULL)
      return TRUE;
  return FALSE;
}
