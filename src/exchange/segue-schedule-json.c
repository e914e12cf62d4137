/* segue-schedule-json.c - layouts into segue-schedule documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every key stands in every object, null where it says nothing, and always in
 * the same order: the same schedule is the same text, byte for byte.
 */
#include "exchange/segue-schedule-json.h"

#include "core/segue-text.h"
#include "exchange/segue-json-text.h"

typedef struct
{
  SegueLayout *layout;
  const SegueSchedule *schedule;
  SegueJsonText text;
} Writer;

/* ---- single members -------------------------------------------------- */

static void
write_string (Writer     *writer,
              const char *key,
              const char *value)
{
  segue_json_text_key (&writer->text, key);
  segue_json_text_string (&writer->text, value);
}

static void
write_int (Writer     *writer,
           const char *key,
           gint64      value)
{
  segue_json_text_key (&writer->text, key);
  segue_json_text_int (&writer->text, value);
}

/* A number, or null where it has no meaning. */
static void
write_int_if (Writer     *writer,
              const char *key,
              gboolean    means_something,
              gint64      value)
{
  segue_json_text_key (&writer->text, key);
  if (means_something)
    segue_json_text_int (&writer->text, value);
  else
    segue_json_text_null (&writer->text);
}

static void
write_bool (Writer     *writer,
            const char *key,
            gboolean    value)
{
  segue_json_text_key (&writer->text, key);
  segue_json_text_bool (&writer->text, value);
}

static void
write_day (Writer     *writer,
           const char *key,
           SegueDay    value)
{
  segue_json_text_key (&writer->text, key);
  segue_json_text_day (&writer->text, value);
}

/* Takes @value. */
static void
take_string (Writer     *writer,
             const char *key,
             char       *value)
{
  write_string (writer, key, value);
  g_free (value);
}

static void
begin_list (Writer         *writer,
            const char     *key,
            SegueJsonLayout layout)
{
  segue_json_text_key (&writer->text, key);
  segue_json_text_begin_array (&writer->text, layout);
}

static void
write_indexes (Writer     *writer,
               const char *key,
               SegueSlice  slice)
{
  begin_list (writer, key, SEGUE_JSON_ROW);
  for (gint32 i = 0; i < slice.n; ++i)
    segue_json_text_int (&writer->text, writer->schedule->conflict_refs[slice.first + i]);
  segue_json_text_end_array (&writer->text);
}

static const char *
get_route_id (Writer *writer,
              gint32  route)
{
  return route < 0 ? NULL : segue_record_get_id (segue_layout_get_route (writer->layout, route));
}

static const char *
get_rule_id (Writer *writer,
             gint32  rule)
{
  return segue_record_get_id (segue_layout_get_rule (writer->layout, rule));
}

static const char *
get_step_id (Writer *writer,
             gint32  step)
{
  return segue_record_get_id (segue_layout_get_step (writer->layout, step));
}

/* ---- goals and routes ------------------------------------------------ */

static const char *
name_route_status (SegueRouteStatus status)
{
  switch (status)
    {
    case SEGUE_ROUTE_CHOSEN:
      return "chosen";
    case SEGUE_ROUTE_CLOSED:
      return "closed";
    case SEGUE_ROUTE_INFEASIBLE:
      return "infeasible";
    case SEGUE_ROUTE_OPEN:
    default:
      return "open";
    }
}

static void
write_route (Writer *writer,
             gint32  route)
{
  const SegueRouteResult *result = &writer->schedule->routes[route];

  segue_json_text_begin_object (&writer->text, SEGUE_JSON_ROW);
  write_string (writer, "id", get_route_id (writer, route));
  write_string (writer, "status", name_route_status (result->status));
  write_day (writer, "reachable_until", result->reachable_until);
  write_indexes (writer, "conflicts", result->conflicts);
  write_bool (writer, "proven", !result->unproven && !result->until_unproven);
  segue_json_text_end_object (&writer->text);
}

static void
write_goals (Writer *writer)
{
  const SegueProblem *problem = segue_layout_get_problem (writer->layout);

  begin_list (writer, "goals", SEGUE_JSON_LINES);
  for (gint32 i = 0; i < problem->n_goals; ++i)
    {
      const SegueGoalResult *result = &writer->schedule->goals[i];
      const SegueGoalSpec *spec = &problem->goals[i];

      segue_json_text_begin_object (&writer->text, SEGUE_JSON_ROW);
      write_string (writer, "id", segue_record_get_id (segue_layout_get_goal (writer->layout, i)));
      write_string (writer, "chosen", get_route_id (writer, result->chosen));
      write_indexes (writer, "conflicts", result->conflicts);
      begin_list (writer, "routes", spec->n_routes > 0 ? SEGUE_JSON_LINES : SEGUE_JSON_ROW);
      for (gint32 j = 0; j < spec->n_routes; ++j)
        write_route (writer, spec->first_route + j);
      segue_json_text_end_array (&writer->text);
      segue_json_text_end_object (&writer->text);
    }
  segue_json_text_end_array (&writer->text);
}

/* ---- steps ----------------------------------------------------------- */

static void
write_minutes (Writer     *writer,
               SegueSlice  slice)
{
  begin_list (writer, "minutes", SEGUE_JSON_ROW);
  for (gint32 i = 0; i < slice.n; ++i)
    {
      const SegueMinutes *part = &writer->schedule->minutes[slice.first + i];

      segue_json_text_begin_array (&writer->text, SEGUE_JSON_ROW);
      segue_json_text_day (&writer->text, part->day);
      segue_json_text_int (&writer->text, part->minutes);
      segue_json_text_end_array (&writer->text);
    }
  segue_json_text_end_array (&writer->text);
}

static void
write_steps (Writer *writer)
{
  begin_list (writer, "steps", SEGUE_JSON_LINES);
  for (gint32 i = 0; i < writer->schedule->n_steps; ++i)
    {
      const SegueStepResult *result = &writer->schedule->steps[i];

      segue_json_text_begin_object (&writer->text, SEGUE_JSON_ROW);
      write_string (writer, "id", get_step_id (writer, i));
      write_bool (writer, "active", result->active);
      write_day (writer, "start", result->start);
      write_day (writer, "end", result->end);
      write_day (writer, "latest_start", result->latest_start);
      write_day (writer, "latest_end", result->latest_end);
      write_int_if (writer, "slack_days", result->latest_end != SEGUE_DAY_NONE && result->end != SEGUE_DAY_NONE,
                    result->slack);
      write_bool (writer, "critical", result->critical);
      write_int (writer, "late_days", result->late_days);
      write_minutes (writer, result->minutes);
      segue_json_text_end_object (&writer->text);
    }
  segue_json_text_end_array (&writer->text);
}

static void
write_broken (Writer *writer)
{
  begin_list (writer, "broken", SEGUE_JSON_LINES);
  for (gint32 i = 0; i < writer->schedule->n_broken; ++i)
    {
      segue_json_text_begin_object (&writer->text, SEGUE_JSON_ROW);
      write_string (writer, "rule", get_rule_id (writer, writer->schedule->broken[i].rule));
      write_int (writer, "days_late", writer->schedule->broken[i].days_late);
      segue_json_text_end_object (&writer->text);
    }
  segue_json_text_end_array (&writer->text);
}

/* ---- conflicts and remedies ------------------------------------------ */

static void
write_move (Writer            *writer,
            const SegueRemedy *remedy)
{
  write_string (writer, "move", get_rule_id (writer, remedy->rule));
  switch (remedy->field)
    {
    case SEGUE_MOVE_MIN:
      write_int (writer, "min", remedy->value);
      break;
    case SEGUE_MOVE_MAX:
      write_int (writer, "max", remedy->value);
      break;
    case SEGUE_MOVE_DATE:
    default:
      write_day (writer, "date", remedy->value);
      break;
    }
}

static void
write_capacity (Writer            *writer,
                const SegueRemedy *remedy)
{
  segue_json_text_key (&writer->text, "capacity");
  segue_json_text_begin_object (&writer->text, SEGUE_JSON_ROW);
  write_day (writer, "from", remedy->from);
  write_day (writer, "until", remedy->until);
  write_int (writer, "minutes_per_week", remedy->minutes_per_week);
  segue_json_text_end_object (&writer->text);
}

static void
write_change (Writer            *writer,
              const SegueRemedy *remedy)
{
  segue_json_text_key (&writer->text, "change");
  segue_json_text_begin_object (&writer->text, SEGUE_JSON_ROW);
  switch (remedy->kind)
    {
    case SEGUE_REMEDY_ROUTE:
      write_string (writer, "route", get_route_id (writer, remedy->route));
      break;
    case SEGUE_REMEDY_MOVE:
      write_move (writer, remedy);
      break;
    case SEGUE_REMEDY_DISABLE:
      write_string (writer, "disable", get_rule_id (writer, remedy->rule));
      break;
    case SEGUE_REMEDY_CAPACITY:
      write_capacity (writer, remedy);
      break;
    case SEGUE_REMEDY_DROP:
    default:
      write_string (writer, "drop", get_step_id (writer, remedy->step));
      break;
    }
  segue_json_text_end_object (&writer->text);
}

static const char *
name_remedy_kind (SegueRemedyKind kind)
{
  switch (kind)
    {
    case SEGUE_REMEDY_ROUTE:
      return "route";
    case SEGUE_REMEDY_MOVE:
      return "move";
    case SEGUE_REMEDY_DISABLE:
      return "disable";
    case SEGUE_REMEDY_CAPACITY:
      return "capacity";
    case SEGUE_REMEDY_DROP:
    default:
      return "drop";
    }
}

static void
write_remedies (Writer     *writer,
                SegueSlice  slice)
{
  begin_list (writer, "remedies", slice.n > 0 ? SEGUE_JSON_LINES : SEGUE_JSON_ROW);
  for (gint32 i = slice.first; i < slice.first + slice.n; ++i)
    {
      const SegueRemedy *remedy = &writer->schedule->remedies[i];

      segue_json_text_begin_object (&writer->text, SEGUE_JSON_ROW);
      write_string (writer, "kind", name_remedy_kind (remedy->kind));
      take_string (writer, "text", segue_text_remedy (writer->layout, i));
      take_string (writer, "cost_text", segue_text_remedy_cost (writer->layout, i));
      write_change (writer, remedy);
      segue_json_text_end_object (&writer->text);
    }
  segue_json_text_end_array (&writer->text);
}

static const char *
name_conflict_kind (SegueConflictKind kind)
{
  switch (kind)
    {
    case SEGUE_CONFLICT_HOURS:
      return "hours";
    case SEGUE_CONFLICT_EXCLUSIVE:
      return "exclusive";
    case SEGUE_CONFLICT_DATES:
    default:
      return "dates";
    }
}

/* The rules of a conflict; of two that exclude each other the declaration. */
static void
write_conflict_rules (Writer              *writer,
                      const SegueConflict *conflict)
{
  begin_list (writer, "rules", SEGUE_JSON_ROW);
  if (conflict->exclusive >= 0)
    segue_json_text_string (&writer->text,
                            segue_record_get_id (segue_layout_get_exclusive (writer->layout, conflict->exclusive)));
  for (gint32 i = 0; i < conflict->rules.n; ++i)
    segue_json_text_string (&writer->text, get_rule_id (writer, writer->schedule->refs[conflict->rules.first + i]));
  segue_json_text_end_array (&writer->text);
}

static void
write_window (Writer              *writer,
              const SegueConflict *conflict)
{
  segue_json_text_key (&writer->text, "window");
  if (conflict->kind != SEGUE_CONFLICT_HOURS)
    {
      segue_json_text_null (&writer->text);
      return;
    }
  segue_json_text_begin_array (&writer->text, SEGUE_JSON_ROW);
  segue_json_text_day (&writer->text, conflict->from);
  segue_json_text_day (&writer->text, conflict->until);
  segue_json_text_end_array (&writer->text);
}

static void
write_conflict (Writer *writer,
                gint32  index)
{
  const SegueConflict *conflict = &writer->schedule->conflicts[index];
  gboolean of_hours = conflict->kind == SEGUE_CONFLICT_HOURS;

  segue_json_text_begin_object (&writer->text, SEGUE_JSON_LINES);
  write_string (writer, "kind", name_conflict_kind (conflict->kind));
  write_bool (writer, "proven", !conflict->unproven);
  write_bool (writer, "smallest", !conflict->may_be_fewer);
  write_conflict_rules (writer, conflict);
  write_int_if (writer, "gap_days", conflict->kind == SEGUE_CONFLICT_DATES, conflict->gap);
  write_window (writer, conflict);
  write_int_if (writer, "needed_minutes", of_hours, conflict->needed);
  write_int_if (writer, "available_minutes", of_hours, conflict->available);
  write_int_if (writer, "short_minutes", of_hours, conflict->shortage);
  begin_list (writer, "steps", SEGUE_JSON_ROW);
  for (gint32 i = 0; i < conflict->steps.n; ++i)
    segue_json_text_string (&writer->text, get_step_id (writer, writer->schedule->refs[conflict->steps.first + i]));
  segue_json_text_end_array (&writer->text);
  take_string (writer, "text", segue_text_conflict (writer->layout, index));
  write_remedies (writer, conflict->remedies);
  segue_json_text_end_object (&writer->text);
}

/**
 * segue_json_write_schedule:
 * @layout: a plan that was laid out with SEGUE_SOLVE_ALL
 *
 * Returns: (transfer full): the segue-schedule document, version 1
 */
char *
segue_json_write_schedule (SegueLayout *layout)
{
  Writer writer = { layout, segue_layout_get_schedule (layout) };

  segue_json_text_init (&writer.text);
  segue_json_text_begin_object (&writer.text, SEGUE_JSON_LINES);
  write_string (&writer, "format", "segue-schedule");
  write_int (&writer, "version", 1);
  write_bool (&writer, "feasible", writer.schedule->feasible);
  write_day (&writer, "now", segue_layout_get_now (layout));
  write_goals (&writer);
  write_steps (&writer);
  write_broken (&writer);
  write_bool (&writer, "broken_proven", !writer.schedule->broken_unproven);
  begin_list (&writer, "conflicts", SEGUE_JSON_LINES);
  for (gint32 i = 0; i < writer.schedule->n_conflicts; ++i)
    write_conflict (&writer, i);
  segue_json_text_end_array (&writer.text);
  segue_json_text_end_object (&writer.text);
  return segue_json_text_end (&writer.text);
}
