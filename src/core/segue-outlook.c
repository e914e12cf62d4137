/* segue-outlook.c - what a layout holds in store for a goal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-outlook.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit.h"
#include "core/segue-text.h"
#include "core/segue-trial.h"

/**
 * segue_outlook_name:
 * @measure: what is compared
 *
 * Returns: (transfer full): what people call it
 */
char *
segue_outlook_name (SegueOutlookMeasure measure)
{
  static const char *const names[] = {
    NC_("measure", "State"), NC_("measure", "Ends"), NC_("measure", "Least slack"), NC_("measure", "Hours a week"),
    NC_("measure", "Last day at work"), NC_("measure", "Units kept"), NC_("measure", "Units lost"),
  };

  g_return_val_if_fail (measure < SEGUE_OUTLOOK_N_MEASURES, NULL);

  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "measure", names[measure]));
}

/* What a grant brings by itself may lie years after the goal, and a practice goes on as long as the plan. */
static gboolean
is_laid_out (SegueLayout *layout,
             int          goal,
             int          step)
{
  const SegueStepResult *result = &segue_layout_get_schedule (layout)->steps[step];

  return segue_layout_get_problem (layout)->steps[step].goal == goal && result->active && result->end != SEGUE_DAY_NONE &&
         segue_layout_get_problem (layout)->steps[step].type != SEGUE_STEP_PRACTICE &&
         !segue_layout_is_emitted (layout, SEGUE_KIND_STEP, step);
}

/* A milestone that a rule holds on its day has no slack to lose. */
static char *
describe_slack (SegueLayout *layout,
                int          goal)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);
  int least = G_MAXINT;

  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      const SegueStepResult *result = &segue_layout_get_schedule (layout)->steps[i];

      if (is_laid_out (layout, goal, i) && problem->steps[i].type != SEGUE_STEP_MILESTONE &&
          problem->steps[i].status != SEGUE_STATUS_DONE && result->latest_end != SEGUE_DAY_NONE)
        least = MIN (least, result->slack);
    }
  return least == G_MAXINT ? NULL : segue_text_days (least);
}

static char *
describe_hours (SegueLayout *layout,
                int          goal)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  SegueDay now = segue_layout_get_now (layout);
  SegueDay last = now;
  gint64 minutes = 0;

  for (gint32 i = 0; i < problem->n_steps; i++)
    for (gint32 j = 0; problem->steps[i].goal == goal && j < schedule->steps[i].minutes.n; j++)
      {
        const SegueMinutes *part = &schedule->minutes[schedule->steps[i].minutes.first + j];

        minutes += part->day >= now ? part->minutes : 0;
        last = MAX (last, part->day);
      }
  return minutes == 0 ? NULL : segue_text_minutes (minutes * 7 / (last - now + 1));
}

static SegueDay
find_leaving (SegueLayout *layout)
{
  const SegueStepResult *result;
  SeguePoint point;

  if (!segue_layout_get_leaving (layout, &point) || point.step < 0)
    return SEGUE_DAY_NONE;
  result = &segue_layout_get_schedule (layout)->steps[point.step];
  return result->active ? result->end : SEGUE_DAY_NONE;
}

static char *
describe_units (SegueLayout *layout,
                gboolean     kept)
{
  SegueDay leaving = find_leaving (layout);
  gint64 vested = 0, all = 0;

  if (leaving == SEGUE_DAY_NONE || segue_layout_get_grant (layout, 0) == NULL)
    return NULL;
  for (int i = 0; segue_layout_get_grant (layout, i) != NULL; i++)
    {
      gint32 n;
      g_autofree SegueTranche *tranches = segue_layout_get_vesting (layout, segue_layout_get_grant (layout, i), &n);

      vested += segue_grant_vested (tranches, n, leaving);
      for (gint32 j = 0; j < n; j++)
        all += tranches[j].units;
    }
  return segue_text_units (kept ? vested : all - vested);
}

static char *
describe_state (SegueLayout *layout,
                int          goal)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  SegueSlice conflicts = schedule->goals[goal].conflicts;
  int route = schedule->goals[goal].chosen;

  if (route >= 0)
    return segue_text_route_state (layout, route);
  if (conflicts.n == 0)
    return g_strdup (C_("state of a goal", "possible"));
  return schedule->conflicts[schedule->conflict_refs[conflicts.first]].unproven
    ? g_strdup (C_("state of a goal", "no way found")) : g_strdup (C_("state of a goal", "not possible"));
}

static char *
describe (SegueLayout        *layout,
          int                 goal,
          SegueOutlookMeasure measure)
{
  SegueDay day;

  switch (measure)
    {
    case SEGUE_OUTLOOK_STATE:
      return describe_state (layout, goal);
    case SEGUE_OUTLOOK_END:
      day = segue_outlook_find_end (layout, goal);
      return day == SEGUE_DAY_NONE ? NULL : segue_text_day (day);
    case SEGUE_OUTLOOK_SLACK:
      return describe_slack (layout, goal);
    case SEGUE_OUTLOOK_HOURS:
      return describe_hours (layout, goal);
    case SEGUE_OUTLOOK_LEAVING:
      day = find_leaving (layout);
      return day == SEGUE_DAY_NONE ? NULL : segue_text_day (day);
    case SEGUE_OUTLOOK_KEPT:
      return describe_units (layout, TRUE);
    case SEGUE_OUTLOOK_LOST:
      return describe_units (layout, FALSE);
    case SEGUE_OUTLOOK_N_MEASURES:
    default:
      return NULL;
    }
}

/**
 * segue_outlook_describe:
 * @layout: a layout with latest dates
 * @goal: the index of a goal
 * @measure: what is asked
 *
 * Returns: (transfer full): the answer in a word or two, "–" where there is none
 */
char *
segue_outlook_describe (SegueLayout        *layout,
                        int                 goal,
                        SegueOutlookMeasure measure)
{
  char *text;

  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (goal >= 0 && goal < segue_layout_get_problem (layout)->n_goals, NULL);

  text = describe (layout, goal, measure);
  return text ? text : g_strdup ("–");
}

/**
 * segue_outlook_find_end:
 * @layout: a layout
 * @goal: the index of a goal
 *
 * Returns: the day of the goal's last step, which is the day it is reached;
 *   %SEGUE_DAY_NONE if nothing of it has a day
 */
SegueDay
segue_outlook_find_end (SegueLayout *layout,
                        int          goal)
{
  const SegueProblem *problem;
  SegueDay end = SEGUE_DAY_NONE;

  g_return_val_if_fail (layout != NULL, SEGUE_DAY_NONE);

  problem = segue_layout_get_problem (layout);
  for (gint32 i = 0; i < problem->n_steps; i++)
    if (problem->steps[i].goal == goal && is_laid_out (layout, goal, i))
      end = MAX (end, segue_layout_get_schedule (layout)->steps[i].end);
  return end;
}

/**
 * segue_outlook_is_done:
 * @layout: a layout
 * @goal: the index of a goal
 *
 * Returns: whether the goal has steps and all of them are done
 */
gboolean
segue_outlook_is_done (SegueLayout *layout,
                       int          goal)
{
  const SegueProblem *problem;
  gboolean any = FALSE;

  g_return_val_if_fail (layout != NULL, FALSE);

  problem = segue_layout_get_problem (layout);
  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      if (problem->steps[i].goal != goal || !is_laid_out (layout, goal, i))
        continue;
      if (segue_record_get_int (segue_layout_get_step (layout, i), SEGUE_STEP_STATUS) != SEGUE_STATUS_DONE)
        return FALSE;
      any = TRUE;
    }
  return any;
}

/**
 * segue_outlook_find_late:
 * @layout: a layout
 * @goal: the index of a goal
 *
 * Returns: by how many days, at worst, a step of the goal misses the day on
 *   which it is wanted or must be; 0 if none does
 */
int
segue_outlook_find_late (SegueLayout *layout,
                         int          goal)
{
  const SegueProblem *problem;
  int late = 0;

  g_return_val_if_fail (layout != NULL, 0);

  problem = segue_layout_get_problem (layout);
  for (gint32 i = 0; i < problem->n_steps; i++)
    if (problem->steps[i].goal == goal)
      late = MAX (late, segue_layout_get_days_late (layout, i));
  return late;
}

/**
 * segue_outlook_is_excluded:
 * @layout: a layout
 * @goal: the index of a goal
 * @exclusive: the index of a declaration that routes or steps rule each other out
 *
 * Returns: whether it names one of the goal
 */
gboolean
segue_outlook_is_excluded (SegueLayout *layout,
                           int          goal,
                           int          exclusive)
{
  const SegueProblem *problem;
  const SegueExclusiveSpec *spec;

  g_return_val_if_fail (layout != NULL, FALSE);

  problem = segue_layout_get_problem (layout);
  spec = &problem->exclusives[exclusive];
  for (gint32 i = 0; i < spec->n_routes; i++)
    if (problem->routes[spec->routes[i]].goal == goal)
      return TRUE;
  for (gint32 i = 0; i < spec->n_steps; i++)
    if (problem->steps[spec->steps[i]].goal == goal)
      return TRUE;
  return FALSE;
}

/* The routes beside @route are closed. */
static SegueChangeSet *
close_others (SeguePlan         *plan,
              const SegueRecord *route)
{
  SegueChangeSet *others = segue_change_set_new ("");
  const char *goal_id = segue_record_get_string (route, SEGUE_ROUTE_GOAL);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_ROUTE); i++)
    {
      const SegueRecord *other = segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i);
      SegueRecordBuilder *builder;
      g_autoptr (SegueRecord) closed = NULL;

      if (g_str_equal (segue_record_get_id (other), segue_record_get_id (route)) ||
          segue_record_get_bool (other, SEGUE_ROUTE_CLOSED_BY_HAND) ||
          g_strcmp0 (segue_record_get_string (other, SEGUE_ROUTE_GOAL), goal_id) != 0)
        continue;
      builder = segue_record_builder_new_from (other);
      segue_record_builder_set_bool (builder, SEGUE_ROUTE_CLOSED_BY_HAND, TRUE);
      closed = segue_record_builder_end (builder);
      segue_change_set_add (others, other, closed);
    }
  return others;
}

/**
 * segue_outlook_begin_route:
 * @plan: a plan
 * @layout: the plan laid out
 * @today: what a plan without a day of its own is scheduled from
 * @route_id: the id of a route
 * @done: what is called with the plan as it would lie if that route were the
 *   only one of its goal
 * @data: for @done
 *
 * Returns: (transfer full): the work; free with segue_layout_work_drop()
 */
SegueLayoutWork *
segue_outlook_begin_route (SeguePlan           *plan,
                           SegueLayout         *layout,
                           SegueDay             today,
                           const char          *route_id,
                           SegueLayoutWorkFunc  done,
                           gpointer             data)
{
  const SegueRecord *route;
  g_autoptr (SegueChangeSet) others = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL && route_id != NULL, NULL);

  route = segue_plan_find_kind (plan, SEGUE_KIND_ROUTE, route_id);
  g_return_val_if_fail (route != NULL, NULL);
  others = close_others (plan, route);
  return segue_trial_begin (plan, others, today, SEGUE_SOLVE_LATEST | SEGUE_SOLVE_REACHABLE, layout, done, data, NULL);
}
