/* segue-forecast.c - how sure the dates of a plan are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-forecast.h"

#include "core/segue-layout-private.h"

struct _SegueForecast
{
  gatomicrefcount ref_count;
  SegueLayout *layout;
  SegueRisk *risk;
};

G_DEFINE_BOXED_TYPE (SegueForecast, segue_forecast, segue_forecast_ref, segue_forecast_unref)

/**
 * segue_forecast_new:
 * @layout: a plan that was laid out
 * @n_samples: how often to draw, at least 1
 * @seed: what to draw from; the same gives the same answer on every machine
 * @n_threads: how many threads share the work
 * @n_done: (nullable): counts the draws that are through, in any thread
 * @cancelled: (nullable): becomes nonzero, in any thread, to give up
 *
 * Nothing but @layout is touched, so that it can be done in any thread.
 *
 * Returns: (transfer full) (nullable): the forecast; %NULL only if @cancelled
 */
SegueForecast *
segue_forecast_new (SegueLayout *layout,
                    gint32       n_samples,
                    guint64      seed,
                    guint        n_threads,
                    gint        *n_done,
                    const gint  *cancelled)
{
  g_autoptr (SegueForecast) self = NULL;

  g_return_val_if_fail (layout != NULL && n_samples > 0, NULL);

  self = g_new0 (SegueForecast, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->layout = segue_layout_ref (layout);
  self->risk = segue_schedule_simulate (&layout->problem, n_samples, seed, n_threads, n_done, cancelled);
  return self->risk ? g_steal_pointer (&self) : NULL;
}

/**
 * segue_forecast_ref:
 * @self: a forecast
 *
 * Returns: (transfer full): @self
 */
SegueForecast *
segue_forecast_ref (SegueForecast *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * segue_forecast_unref:
 * @self: (transfer full): a forecast
 */
void
segue_forecast_unref (SegueForecast *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->risk, segue_risk_free);
  g_clear_pointer (&self->layout, segue_layout_unref);
  g_free (self);
}

/**
 * segue_forecast_get_layout:
 * @self: a forecast
 *
 * Returns: (transfer none): the layout whose estimates were drawn
 */
SegueLayout *
segue_forecast_get_layout (SegueForecast *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->layout;
}

/**
 * segue_forecast_get_risk:
 * @self: a forecast
 *
 * Returns: (transfer none): all that came out
 */
const SegueRisk *
segue_forecast_get_risk (SegueForecast *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->risk;
}

/**
 * segue_forecast_get_step:
 * @self: a forecast
 * @step_id: (nullable): the id of a step
 *
 * Returns: (transfer none) (nullable): when it may end; %NULL too if it was
 *   not asked for in any draw
 */
const SegueStepRisk *
segue_forecast_get_step (SegueForecast *self,
                         const char    *step_id)
{
  int step;

  g_return_val_if_fail (self != NULL, NULL);

  step = segue_layout_find (self->layout, SEGUE_KIND_STEP, step_id);
  return step >= 0 && self->risk->steps[step].on_time >= 0 ? &self->risk->steps[step] : NULL;
}

/**
 * segue_forecast_get_route:
 * @self: a forecast
 * @route_id: (nullable): the id of a route
 *
 * Returns: how often it is the one that is reached, between 0 and 1; -1 for an
 *   unknown id
 */
double
segue_forecast_get_route (SegueForecast *self,
                          const char    *route_id)
{
  int route;

  g_return_val_if_fail (self != NULL, -1);

  route = segue_layout_find (self->layout, SEGUE_KIND_ROUTE, route_id);
  return route >= 0 ? self->risk->routes[route] : -1;
}

/**
 * segue_forecast_get_rule:
 * @self: a forecast
 * @rule_id: (nullable): the id of a rule
 *
 * Returns: how often it holds, between 0 and 1; -1 for an unknown id or if it
 *   is never asked for
 */
double
segue_forecast_get_rule (SegueForecast *self,
                         const char    *rule_id)
{
  int rule;

  g_return_val_if_fail (self != NULL, -1);

  rule = segue_layout_find (self->layout, SEGUE_KIND_RULE, rule_id);
  return rule >= 0 ? self->risk->rules[rule] : -1;
}

static gboolean
is_open (const gint32 estimate[3])
{
  return estimate[SEGUE_ESTIMATE_OPTIMISTIC] < estimate[SEGUE_ESTIMATE_PESSIMISTIC];
}

/**
 * segue_layout_is_certain:
 * @layout: a layout
 *
 * Returns: whether no step that is still to be done has a range of estimates,
 *   so that every draw would be the plan itself
 */
gboolean
segue_layout_is_certain (SegueLayout *layout)
{
  const SegueProblem *problem;

  g_return_val_if_fail (layout != NULL, TRUE);

  problem = &layout->problem;
  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      const SegueStepSpec *step = &problem->steps[i];

      if (step->status != SEGUE_STATUS_DONE && step->status != SEGUE_STATUS_DROPPED &&
          ((step->type == SEGUE_STEP_WORK && is_open (step->effort)) ||
           (step->type == SEGUE_STEP_WAIT && is_open (step->days))))
        return FALSE;
    }
  return TRUE;
}

/**
 * segue_forecast_has_deadline:
 * @self: a forecast
 * @step_id: (nullable): the id of a step
 *
 * Returns: whether there is a day that the step's end may miss, one that a
 *   rule sets or one that is wished for
 */
gboolean
segue_forecast_has_deadline (SegueForecast *self,
                             const char    *step_id)
{
  const SegueProblem *problem;
  int step;

  g_return_val_if_fail (self != NULL, FALSE);

  problem = &self->layout->problem;
  step = segue_layout_find (self->layout, SEGUE_KIND_STEP, step_id);
  if (step < 0)
    return FALSE;
  for (gint32 i = 0; i < problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[i];

      if (rule->enabled && rule->relation == SEGUE_RELATION_NOT_AFTER && rule->point.step == step &&
          (rule->point.side == SEGUE_SIDE_END || problem->steps[step].type == SEGUE_STEP_MILESTONE))
        return TRUE;
    }
  return problem->steps[step].target != SEGUE_DAY_NONE;
}

static gint
compare_critical (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const SegueRisk *risk = data;
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;
  double difference = risk->steps[y].critical - risk->steps[x].critical;

  return difference > 0 ? 1 : difference < 0 ? -1 : (x > y) - (x < y);
}

/**
 * segue_forecast_rank_critical:
 * @self: a forecast
 * @n: how many are wanted at most
 * @n_found: (out): how many there are
 *
 * Only what is still to be done and takes time is ranked: of a milestone one
 * cannot take more care.
 *
 * Returns: (transfer full) (array length=n_found): indexes of steps that were
 *   critical in some draw, the most often first; free with g_free()
 */
gint32 *
segue_forecast_rank_critical (SegueForecast *self,
                              guint          n,
                              guint         *n_found)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint32));
  const SegueProblem *problem;

  g_return_val_if_fail (self != NULL && n_found != NULL, NULL);

  problem = &self->layout->problem;
  for (gint32 i = 0; i < problem->n_steps; i++)
    if (self->risk->steps[i].critical > 0 && problem->steps[i].status != SEGUE_STATUS_DONE &&
        (problem->steps[i].type == SEGUE_STEP_WORK || problem->steps[i].type == SEGUE_STEP_WAIT))
      g_array_append_val (steps, i);
  g_array_sort_with_data (steps, compare_critical, self->risk);
  g_array_set_size (steps, MIN (steps->len, n));
  *n_found = steps->len;
  return g_array_steal (steps, NULL);
}
