/* segue-edit-route.c - verbs: the order of routes, remedies, whole plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"

#include <glib/gi18n-lib.h>

#include "core/segue-diff.h"
#include "core/segue-edit-private.h"
#include "core/segue-text.h"

/* The routes of a goal by rank, but for the one that finds its place among them. */
static GPtrArray *
list_others (SeguePlan         *plan,
             const SegueRecord *route)
{
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_ROUTE); i++)
    {
      const SegueRecord *other = segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i);

      if (other != route && segue_record_field_equal (other, route, SEGUE_ROUTE_GOAL))
        g_ptr_array_add (others, (gpointer) other);
    }
  return others;
}

static void
set_rank (SegueChangeSet    *change_set,
          const SegueRecord *record,
          double             rank)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (record);
  g_autoptr (SegueRecord) after = NULL;

  segue_record_builder_set_rank (builder, rank);
  after = segue_record_builder_end (builder);
  segue_change_set_add (change_set, record, after);
}

/*
 * Between two neighbours there is room for one more, until halving has used up
 * what numbers there are between them: then all are numbered anew.
 */
static void
put_in_place (SegueChangeSet    *change_set,
              const SegueRecord *route,
              GPtrArray         *others,
              guint              place)
{
  double before, after, middle;

  if (others->len == 0)
    return;
  before = segue_record_get_rank (others->pdata[place > 0 ? place - 1 : 0]);
  after = segue_record_get_rank (others->pdata[MIN (place, others->len - 1)]);
  middle = place == 0 ? after - 1 : place == others->len ? before + 1 : before + (after - before) / 2;
  if (place == 0 || place == others->len || (before < middle && middle < after))
    {
      set_rank (change_set, route, middle);
      return;
    }
  g_ptr_array_insert (others, (int) place, (gpointer) route);
  for (guint i = 0; i < others->len; i++)
    set_rank (change_set, others->pdata[i], i);
}

/**
 * segue_edit_rank_route:
 * @plan: a plan
 * @route_id: the id of a route
 * @place: its place among the routes of its goal, 0 being the best; what is
 *   too high means the last
 * @error: return location for an error
 *
 * Returns: (transfer full): the change set, empty if it stands there already
 */
SegueChangeSet *
segue_edit_rank_route (SeguePlan  *plan,
                       const char *route_id,
                       guint       place,
                       GError    **error)
{
  g_autoptr (GPtrArray) others = NULL;
  const SegueRecord *route;
  SegueChangeSet *change_set;
  guint current = 0;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && route_id != NULL, NULL);

  route = segue_edit_find (plan, SEGUE_KIND_ROUTE, route_id, error);
  if (route == NULL)
    return NULL;
  others = list_others (plan, route);
  place = MIN (place, others->len);
  while (current < others->len && segue_plan_index_of (plan, SEGUE_KIND_ROUTE, route_id) >
                                    segue_plan_index_of (plan, SEGUE_KIND_ROUTE,
                                                         segue_record_get_id (others->pdata[current])))
    current++;
  change_set =
    place == 0
      /* Translators: an edit, in menus behind "Undo": the title of a route that is tried first from now on. */
      ? segue_edit_begin (g_strdup_printf (_("Prefer “%s”"), segue_edit_name (route)), route_id)
      /* Translators: an edit, in menus behind "Undo": the title of a route that gets another rank. */
      : segue_edit_begin (g_strdup_printf (_("Change the Rank of “%s”"), segue_edit_name (route)), route_id);
  if (place != current)
    put_in_place (change_set, route, others, place);
  return segue_edit_end (plan, change_set, error);
}

/* ---- remedies --------------------------------------------------------- */

/* The row as the plan has it, if it still says what was laid out. */
static const SegueRecord *
find_current (SeguePlan         *plan,
              const SegueRecord *laid_out,
              GError           **error)
{
  const SegueRecord *current =
    segue_edit_find (plan, segue_record_get_kind (laid_out), segue_record_get_id (laid_out), error);

  if (current == NULL || segue_record_equal (current, laid_out))
    return current;
  /* Translators: the title of a step, rule, … */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STALE, _("“%s” has been changed in the meantime."),
               segue_edit_name (current));
  return NULL;
}

static SegueChangeSet *
move_rule (SeguePlan         *plan,
           const SegueRecord *laid_out,
           const SegueRemedy *remedy,
           GError           **error)
{
  const SegueRecord *rule = find_current (plan, laid_out, error);
  SegueRecordBuilder *builder;

  if (rule == NULL)
    return NULL;
  builder = segue_record_builder_new_from (rule);
  if (remedy->field == SEGUE_MOVE_DATE)
    segue_edit_set_rule_date (builder, rule, remedy->value);
  else
    segue_record_builder_set_int (builder, remedy->field == SEGUE_MOVE_MIN ? SEGUE_RULE_MIN : SEGUE_RULE_MAX, remedy->value);
  /* Translators: an edit, in menus behind "Undo": a rule as a sentence. */
  return segue_edit_change_one (plan, rule, builder, g_strdup_printf (_("Change “%s”"), segue_edit_name (rule)), error);
}

static void
add_period (SegueChangeSet    *change_set,
            SeguePlan         *plan,
            gint32             n,
            const SeguePeriod *given,
            const char        *label)
{
  g_autofree char *stem = g_strdup_printf ("more-hours-%d", n);
  g_autofree char *id = segue_plan_make_id (plan, stem);
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_PERIOD, id);
  g_autoptr (SegueRecord) period = NULL;

  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_PERIOD) + n);
  segue_record_builder_set_day (builder, SEGUE_PERIOD_FROM, given->begin);
  segue_record_builder_set_day (builder, SEGUE_PERIOD_UNTIL, given->end - 1);
  segue_record_builder_set_string (builder, SEGUE_PERIOD_LABEL, label);
  segue_record_builder_set_numbers (builder, SEGUE_PERIOD_WEEK, given->minutes);
  period = segue_record_builder_end (builder);
  segue_change_set_add (change_set, NULL, period);
}

/* The very periods with which the engine has tried it. */
static SegueChangeSet *
add_hours (SeguePlan         *plan,
           SegueLayout       *layout,
           const SegueRemedy *remedy,
           GError           **error)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);
  gint32 n_periods;
  g_autofree SeguePeriod *periods =
    segue_capacity_raise (problem, remedy->from, remedy->until, remedy->minutes_per_week, &n_periods);
  gboolean is_short = remedy->until - remedy->from < 6;
  g_autofree char *more = segue_text_minutes (
    is_short ? segue_capacity_raised_by (remedy->from, remedy->until, remedy->minutes_per_week) : remedy->minutes_per_week);
  /* Translators: what a stretch of time is called in which the person finds more hours: an amount of time. */
  g_autofree char *label = g_strdup_printf (is_short ? _("%s more") : _("%s more a week"), more);
  /* Translators: an edit, in menus behind "Undo": an amount of time. */
  SegueChangeSet *change_set = segue_edit_begin (g_strdup_printf (is_short ? _("Find %s More") : _("Find %s More a Week"),
                                                                  more), NULL);

  for (gint32 i = problem->n_periods; i < n_periods; i++)
    add_period (change_set, plan, i - problem->n_periods, &periods[i], label);
  return segue_edit_end (plan, change_set, error);
}

/* The route goes before the one that is in conflict, not before those that are better still. */
static SegueChangeSet *
take_route (SeguePlan         *plan,
            const SegueRecord *route,
            const SegueRecord *conflicting,
            GError           **error)
{
  guint place = 0;

  for (guint i = 0; conflicting && i < segue_plan_count (plan, SEGUE_KIND_ROUTE); i++)
    {
      const SegueRecord *other = segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i);

      if (g_str_equal (segue_record_get_id (other), segue_record_get_id (conflicting)))
        break;
      place += other != route && segue_record_field_equal (other, route, SEGUE_ROUTE_GOAL);
    }
  return segue_edit_rank_route (plan, segue_record_get_id (route), place, error);
}

static SegueChangeSet *
apply (SeguePlan           *plan,
       SegueLayout         *layout,
       const SegueConflict *conflict,
       const SegueRemedy   *remedy,
       GError             **error)
{
  const SegueRecord *record;

  switch (remedy->kind)
    {
    case SEGUE_REMEDY_ROUTE:
      record = find_current (plan, segue_layout_get_route (layout, remedy->route), error);
      return record ? take_route (plan, record, segue_layout_get_route (layout, conflict->route), error) : NULL;
    case SEGUE_REMEDY_MOVE:
      return move_rule (plan, segue_layout_get_rule (layout, remedy->rule), remedy, error);
    case SEGUE_REMEDY_DISABLE:
      record = find_current (plan, segue_layout_get_rule (layout, remedy->rule), error);
      return record ? segue_edit_set_rule_enabled (plan, segue_record_get_id (record), FALSE, error) : NULL;
    case SEGUE_REMEDY_CAPACITY:
      return add_hours (plan, layout, remedy, error);
    case SEGUE_REMEDY_DROP:
    default:
      record = find_current (plan, segue_layout_get_step (layout, remedy->step), error);
      return record ? segue_edit_set_status (plan, segue_record_get_id (record), SEGUE_STATUS_DROPPED, SEGUE_DAY_NONE, error)
                    : NULL;
    }
}

/**
 * segue_edit_apply_remedy:
 * @plan: a plan
 * @layout: the plan laid out with its remedies
 * @conflict: an index of the schedule's conflicts
 * @remedy: an index of the schedule's remedies that belongs to @conflict
 * @error: return location for an error; %SEGUE_ERROR_STALE where the plan has
 *   changed since
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_apply_remedy (SeguePlan   *plan,
                         SegueLayout *layout,
                         int          conflict,
                         int          remedy,
                         GError     **error)
{
  const SegueSchedule *schedule;
  SegueSlice slice;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL, NULL);

  schedule = segue_layout_get_schedule (layout);
  g_return_val_if_fail (conflict >= 0 && conflict < schedule->n_conflicts, NULL);
  slice = schedule->conflicts[conflict].remedies;
  g_return_val_if_fail (remedy >= slice.first && remedy < slice.first + slice.n, NULL);
  return apply (plan, layout, &schedule->conflicts[conflict], &schedule->remedies[remedy], error);
}

/**
 * segue_edit_import:
 * @plan: a plan
 * @imported: another
 * @error: return location for an error
 *
 * Makes the plan say what @imported says; its own id stays.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_import (SeguePlan *plan,
                   SeguePlan *imported,
                   GError   **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && SEGUE_IS_PLAN (imported), NULL);

  /* Translators: an edit, in menus behind "Undo": the title of a plan. */
  label = g_strdup_printf (_("Import “%s”"), segue_plan_get_title (imported));
  return segue_edit_end (plan, segue_plan_diff (plan, imported, label), error);
}
