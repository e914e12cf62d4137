/* segue-fallback.c - whether a second route survives the first one's answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   now ───────── taken route ──────── gate: no
 *                     │                  │
 *                   until              answer      what both share is done by then
 *
 * On the day of the answer the taken route is closed, what was laid out before
 * that day counts as done, and the plan is laid out anew. Where the next route
 * then has no place the answer comes too late for it, and the days before are
 * searched for the last one on which it would not have. A later no leaves less
 * time and the same work, so the days can be halved.
 */
#include "core/segue-fallback.h"

#include <glib/gi18n-lib.h>

#include "core/segue-particle.h"
#include "core/segue-text.h"

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
  const gint *cancelled;
} Search;

/* The first undecided gate of the route that is taken. */
static int
find_gate (SegueLayout *layout,
           int          route)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  int gate = -1;

  for (gint32 i = 0; i < problem->n_steps; i++)
    {
      const SegueStepSpec *step = &problem->steps[i];

      if (step->route == route && step->gate && step->outcome == SEGUE_OUTCOME_NONE && schedule->steps[i].active &&
          schedule->steps[i].start != SEGUE_DAY_NONE &&
          (gate < 0 || schedule->steps[i].start < schedule->steps[gate].start))
        gate = i;
    }
  return gate;
}

/* The best route behind the one that is taken that is still open. */
static int
find_next (SegueLayout *layout,
           int          goal,
           int          route)
{
  const SegueGoalSpec *spec = &segue_layout_get_problem (layout)->goals[goal];

  for (gint32 i = route + 1; i < spec->first_route + spec->n_routes; i++)
    if (segue_layout_get_schedule (layout)->routes[i].status == SEGUE_ROUTE_OPEN)
      return i;
  return -1;
}

static gint64
sum_minutes (SegueLayout *layout,
             int          step,
             SegueDay     before)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  SegueSlice slice = schedule->steps[step].minutes;
  gint64 sum = 0;

  for (gint32 i = slice.first; i < slice.first + slice.n; i++)
    if (schedule->minutes[i].day < before)
      sum += schedule->minutes[i].minutes;
  return sum;
}

/* A step as it stands on @day if all goes as it is laid out. */
static SegueRecord *
advance_step (Search            *search,
              const SegueRecord *record,
              SegueDay           day)
{
  const char *id = segue_record_get_id (record);
  const SegueStepResult *result = segue_layout_get_step_result (search->layout, id);
  int index = segue_layout_find (search->layout, SEGUE_KIND_STEP, id);
  SegueRecordBuilder *builder = segue_record_builder_new_from (record);

  if (result && result->active && result->end != SEGUE_DAY_NONE && result->end < day)
    {
      segue_record_builder_set_int (builder, SEGUE_STEP_STATUS, SEGUE_STATUS_DONE);
      segue_record_builder_set_day (builder, SEGUE_STEP_STARTED_ON, result->start);
      segue_record_builder_set_day (builder, SEGUE_STEP_DONE_ON, result->end);
    }
  else if (result && result->active && segue_record_get_int (record, SEGUE_STEP_TYPE) == SEGUE_STEP_WORK)
    segue_record_builder_set_int (builder, SEGUE_STEP_SPENT,
                                  segue_record_get_int (record, SEGUE_STEP_SPENT) +
                                    sum_minutes (search->layout, index, day));
  return segue_record_builder_end (builder);
}

static gboolean
is_open_step (const SegueRecord *record)
{
  gint64 status = segue_record_get_int (record, SEGUE_STEP_STATUS);

  return status == SEGUE_STATUS_TODO || status == SEGUE_STATUS_DOING;
}

/* The plan on @day, after all that was laid out before it, without @route. */
static SeguePlan *
advance (Search     *search,
         SegueDay    day,
         const char *route_id)
{
  SeguePlan *copy = segue_plan_copy (search->plan);
  g_autoptr (SegueChangeSet) changes = segue_change_set_new ("");
  const SegueRecord *header = segue_plan_get_header (copy);
  const SegueRecord *route = segue_plan_find_kind (copy, SEGUE_KIND_ROUTE, route_id);
  SegueRecordBuilder *now = segue_record_builder_new_from (header);
  SegueRecordBuilder *closed = segue_record_builder_new_from (route);
  g_autoptr (SegueRecord) new_header = NULL;
  g_autoptr (SegueRecord) new_route = NULL;

  segue_record_builder_set_day (now, SEGUE_PLAN_NOW, day);
  new_header = segue_record_builder_end (now);
  segue_change_set_add (changes, header, new_header);
  segue_record_builder_set_bool (closed, SEGUE_ROUTE_CLOSED_BY_HAND, TRUE);
  new_route = segue_record_builder_end (closed);
  segue_change_set_add (changes, route, new_route);
  for (guint i = 0; i < segue_plan_count (copy, SEGUE_KIND_STEP); i++)
    {
      const SegueRecord *record = segue_plan_get_nth (copy, SEGUE_KIND_STEP, i);
      g_autoptr (SegueRecord) later = is_open_step (record) ? advance_step (search, record, day) : NULL;

      if (later && !segue_record_equal (record, later))
        segue_change_set_add (changes, record, later);
    }
  if (!segue_plan_apply (copy, changes, NULL))
    g_clear_object (&copy);
  return copy;
}

/* Whether a no on @day would come in time for the next route. */
static gboolean
is_in_time (Search              *search,
            const SegueFallback *fallback,
            SegueDay             day)
{
  const char *route = segue_record_get_id (segue_layout_get_route (search->layout, fallback->route));
  const char *next = segue_record_get_id (segue_layout_get_route (search->layout, fallback->next));
  g_autoptr (SeguePlan) plan = advance (search, day, route);
  g_autoptr (SegueLayout) layout = plan ? segue_layout_new (plan, day, SEGUE_SOLVE_DATES, NULL, search->cancelled) : NULL;
  const SegueRouteResult *result = layout ? segue_layout_get_route_result (layout, next) : NULL;

  return result && (result->status == SEGUE_ROUTE_CHOSEN || result->status == SEGUE_ROUTE_OPEN);
}

static SegueDay
find_last_day (Search              *search,
               const SegueFallback *fallback)
{
  SegueDay low = segue_layout_get_now (search->layout);
  SegueDay high = fallback->answer;

  if (!is_in_time (search, fallback, low))
    return SEGUE_DAY_NONE;
  while (high - low > 1)
    {
      SegueDay middle = low + (high - low) / 2;

      if (is_in_time (search, fallback, middle))
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gboolean
find_fallback (Search        *search,
               int            goal,
               SegueFallback *fallback)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (search->layout);

  fallback->goal = goal;
  fallback->route = schedule->goals[goal].chosen;
  if (fallback->route < 0 || schedule->routes[fallback->route].status != SEGUE_ROUTE_CHOSEN)
    return FALSE;
  fallback->gate = find_gate (search->layout, fallback->route);
  fallback->next = find_next (search->layout, goal, fallback->route);
  if (fallback->gate < 0 || fallback->next < 0)
    return FALSE;
  fallback->answer = schedule->steps[fallback->gate].start;
  fallback->in_time = is_in_time (search, fallback, fallback->answer);
  fallback->until = fallback->in_time ? SEGUE_DAY_NONE : find_last_day (search, fallback);
  return TRUE;
}

/**
 * segue_fallback_find:
 * @plan: a plan
 * @layout: the plan laid out
 * @cancelled: (nullable): becomes nonzero, in any thread, to give up
 *
 * Returns: (transfer full): for each goal whose route waits for an answer and
 *   that has another one open, what a no would mean
 */
GArray *
segue_fallback_find (SeguePlan   *plan,
                     SegueLayout *layout,
                     const gint  *cancelled)
{
  Search search = { plan, layout, cancelled };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SegueFallback));

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL, found);

  for (gint32 i = 0; i < segue_layout_get_problem (layout)->n_goals; i++)
    {
      SegueFallback fallback;

      if (find_fallback (&search, i, &fallback))
        g_array_append_val (found, fallback);
    }
  return found;
}

/**
 * segue_fallback_describe:
 * @layout: the layout that was asked about
 * @fallback: what was found
 *
 * Returns: (transfer full): a whole sentence
 */
char *
segue_fallback_describe (SegueLayout         *layout,
                         const SegueFallback *fallback)
{
  const char *next;
  g_autofree char *answer = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (layout != NULL && fallback != NULL, NULL);

  next = segue_record_get_name (segue_layout_get_route (layout, fallback->next));
  answer = segue_text_day (fallback->answer);
  if (fallback->in_time)
    /* Translators: the title of a route; the day on which another one is decided. */
    return segue_particle_resolve (g_strdup_printf (
      _("“%1$s” can still be reached if the answer on %2$s is no."), next, answer));
  if (fallback->until == SEGUE_DAY_NONE)
    /* Translators: the title of a route; the day on which another one is decided. */
    return segue_particle_resolve (g_strdup_printf (
      _("Prepare “%1$s” alongside: the answer on %2$s comes too late for it."), next, answer));
  until = segue_text_day (fallback->until);
  /* Translators: the title of a route; the day on which another one is decided; the last day to begin the first. */
  return segue_particle_resolve (g_strdup_printf (
    _("Begin with “%1$s” by %3$s, before the answer comes on %2$s: afterwards it is too late."), next, answer, until));
}
