/* segue-test-dump.c - a schedule as text that can be compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-dump.h"

static void
put_day (GString    *text,
         const char *key,
         SegueDay    day,
         SegueDay    origin)
{
  if (day != SEGUE_DAY_NONE)
    g_string_append_printf (text, " %s %d", key, day - origin);
}

static void
put_refs (GString      *text,
          const char   *key,
          const gint32 *refs,
          SegueSlice    slice)
{
  g_string_append_printf (text, " %s", key);
  for (gint32 i = 0; i < slice.n; i++)
    g_string_append_printf (text, " %d", refs[slice.first + i]);
}

static void
put_step (GString             *text,
          const SegueSchedule *schedule,
          gint32               index,
          SegueDay             origin)
{
  const SegueStepResult *step = &schedule->steps[index];

  g_string_append_printf (text, "step %d active %d slack %d critical %d late %d", index, step->active, step->slack,
                          step->critical, step->late_days);
  put_day (text, "start", step->start, origin);
  put_day (text, "end", step->end, origin);
  put_day (text, "latest start", step->latest_start, origin);
  put_day (text, "latest end", step->latest_end, origin);
  for (gint32 i = 0; i < step->minutes.n; i++)
    g_string_append_printf (text, " %d:%d", schedule->minutes[step->minutes.first + i].day - origin,
                            schedule->minutes[step->minutes.first + i].minutes);
  g_string_append_c (text, '\n');
}

static void
put_remedy (GString           *text,
            const SegueRemedy *remedy,
            SegueDay           origin)
{
  gint32 value = remedy->value - (remedy->kind == SEGUE_REMEDY_MOVE && remedy->field == SEGUE_MOVE_DATE ? origin : 0);

  g_string_append_printf (text, "  remedy %d route %d rule %d field %d value %d week %d step %d", remedy->kind,
                          remedy->route, remedy->rule, remedy->field, value, remedy->minutes_per_week, remedy->step);
  g_string_append_printf (text, " later %d left %d gap %d short %" G_GINT64_FORMAT, remedy->days_later,
                          remedy->conflicts_left, remedy->gap_left, remedy->short_left);
  put_day (text, "goal end", remedy->goal_end, origin);
  if (remedy->kind == SEGUE_REMEDY_CAPACITY)
    g_string_append_printf (text, " from %d until %d", remedy->from - origin, remedy->until - origin);
  g_string_append_c (text, '\n');
}

static void
put_conflict (GString             *text,
              const SegueSchedule *schedule,
              const SegueConflict *conflict,
              SegueDay             origin)
{
  g_string_append_printf (text, "conflict %d goal %d route %d exclusive %d gap %d", conflict->kind, conflict->goal,
                          conflict->route, conflict->exclusive, conflict->gap);
  if (conflict->kind == SEGUE_CONFLICT_HOURS)
    g_string_append_printf (text, " window %d %d needed %" G_GINT64_FORMAT " available %" G_GINT64_FORMAT,
                            conflict->from - origin, conflict->until - origin, conflict->needed, conflict->available);
  put_refs (text, "rules", schedule->refs, conflict->rules);
  put_refs (text, "steps", schedule->refs, conflict->steps);
  g_string_append_c (text, '\n');
  for (gint32 i = 0; i < conflict->remedies.n; i++)
    put_remedy (text, &schedule->remedies[conflict->remedies.first + i], origin);
}

/**
 * segue_test_dump_steps:
 * @schedule: a schedule
 * @origin: the day that is written as 0
 *
 * Returns: (transfer full): what is laid out where
 */
char *
segue_test_dump_steps (const SegueSchedule *schedule,
                       SegueDay             origin)
{
  GString *text = g_string_new (schedule->feasible ? "feasible\n" : "not feasible\n");

  for (gint32 i = 0; i < schedule->n_goals; i++)
    g_string_append_printf (text, "goal %d chosen %d\n", i, schedule->goals[i].chosen);
  for (gint32 i = 0; i < schedule->n_routes; i++)
    g_string_append_printf (text, "route %d status %d\n", i, schedule->routes[i].status);
  for (gint32 i = 0; i < schedule->n_steps; i++)
    put_step (text, schedule, i, origin);
  for (gint32 i = 0; i < schedule->n_broken; i++)
    g_string_append_printf (text, "broken %d by %d\n", schedule->broken[i].rule, schedule->broken[i].days_late);
  return g_string_free (text, FALSE);
}

/**
 * segue_test_dump_schedule:
 * @schedule: a schedule
 * @origin: the day that is written as 0
 *
 * Returns: (transfer full): all that the schedule says
 */
char *
segue_test_dump_schedule (const SegueSchedule *schedule,
                          SegueDay             origin)
{
  g_autofree char *steps = segue_test_dump_steps (schedule, origin);
  GString *text = g_string_new (steps);

  for (gint32 i = 0; i < schedule->n_goals; i++)
    {
      g_string_append_printf (text, "goal %d", i);
      put_refs (text, "conflicts", schedule->conflict_refs, schedule->goals[i].conflicts);
      g_string_append_c (text, '\n');
    }
  for (gint32 i = 0; i < schedule->n_routes; i++)
    {
      g_string_append_printf (text, "route %d", i);
      put_refs (text, "conflicts", schedule->conflict_refs, schedule->routes[i].conflicts);
      put_day (text, "reachable until", schedule->routes[i].reachable_until, origin);
      g_string_append_c (text, '\n');
    }
  for (gint32 i = 0; i < schedule->n_conflicts; i++)
    put_conflict (text, schedule, &schedule->conflicts[i], origin);
  return g_string_free (text, FALSE);
}
