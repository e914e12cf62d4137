/* segue-test-json.c - a problem as a plan that segue-cli can read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-json.h"

static const char *const weekday_names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

static void
put_date (GString    *json,
          const char *key,
          SegueDay    day)
{
  char text[SEGUE_DAY_TEXT_SIZE];

  if (segue_day_is_valid (day))
    g_string_append_printf (json, ", \"%s\": \"%s\"", key, segue_day_format (day, text));
}

static void
put_week (GString      *json,
          const char   *key,
          const gint32  minutes[7])
{
  const char *separator = "";

  g_string_append_printf (json, "\"%s\": {", key);
  for (int i = 0; i < 7; i++)
    if (minutes[i] >= 0)
      {
        g_string_append_printf (json, "%s\"%s\": %d", separator, weekday_names[i], minutes[i]);
        separator = ", ";
      }
  g_string_append_c (json, '}');
}

static void
put_capacity (GString            *json,
              const SegueProblem *problem)
{
  g_string_append (json, "  \"capacity\": {");
  put_week (json, "week", problem->week);
  g_string_append (json, ",\n    \"periods\": [");
  for (gint32 i = 0; i < problem->n_periods; i++)
    {
      g_string_append (json, i ? ", {\"label\": \"\"" : "{\"label\": \"\"");
      put_date (json, "from", problem->periods[i].begin);
      put_date (json, "until", problem->periods[i].end - 1);
      g_string_append (json, ", ");
      put_week (json, "week", problem->periods[i].minutes);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "],\n    \"days_off\": [");
  for (gint32 i = 0; i < problem->n_days_off; i++)
    {
      g_string_append (json, i ? ", {\"label\": \"\"" : "{\"label\": \"\"");
      put_date (json, "date", problem->days_off[i]);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "] },\n  \"pools\": [");
  for (gint32 i = 0; i < problem->n_pools; i++)
    g_string_append_printf (json, "%s{\"id\": \"p%d\", \"title\": \"p%d\", \"unit\": \"\", \"per_day\": %d}",
                            i ? ", " : "", i, i, problem->pools[i]);
  g_string_append (json, "],\n");
}

static void
put_goals (GString            *json,
           const SegueProblem *problem)
{
  g_string_append (json, "  \"goals\": [");
  for (gint32 i = 0; i < problem->n_goals; i++)
    {
      const SegueGoalSpec *goal = &problem->goals[i];

      g_string_append_printf (json, "%s\n    {\"id\": \"g%d\", \"kind\": \"custom\", \"title\": \"g%d\", "
                              "\"importance\": %d, \"routes\": [", i ? "," : "", i, i, goal->importance);
      for (gint32 k = 0; k < goal->n_routes; k++)
        g_string_append_printf (json, "%s{\"id\": \"t%d\", \"title\": \"t%d\"%s}", k ? ", " : "",
                                goal->first_route + k, goal->first_route + k,
                                problem->routes[goal->first_route + k].closed ? ", \"closed\": true" : "");
      g_string_append (json, "]}");
    }
  g_string_append (json, "],\n");
}

static void
put_work (GString             *json,
          const SegueStepSpec *step)
{
  const char *separator = "";

  g_string_append_printf (json, ", \"effort\": [%d, %d, %d]", step->effort[0], step->effort[1], step->effort[2]);
  if (step->max_per_day)
    g_string_append_printf (json, ", \"max_per_day\": %d", step->max_per_day);
  if (step->min_per_day)
    g_string_append_printf (json, ", \"min_per_day\": %d", step->min_per_day);
  if (step->contiguous)
    g_string_append (json, ", \"contiguous\": true");
  if (step->weekdays == 0x7f)
    return;
  g_string_append (json, ", \"days\": [");
  for (int i = 0; i < 7; i++)
    if (step->weekdays & (1 << i))
      {
        g_string_append_printf (json, "%s\"%s\"", separator, weekday_names[i]);
        separator = ", ";
      }
  g_string_append_c (json, ']');
}

static void
put_wait (GString             *json,
          const SegueProblem  *problem,
          const SegueStepSpec *step)
{
  g_string_append_printf (json, ", \"days\": [%d, %d, %d]", step->days[0], step->days[1], step->days[2]);
  if (step->n_needs == 0)
    return;
  g_string_append (json, ", \"needs\": [");
  for (gint32 i = 0; i < step->n_needs; i++)
    {
      const SegueNeed *need = &problem->needs[step->first_need + i];

      g_string_append_printf (json, "%s{\"pool\": \"p%d\", \"per_day\": %d}", i ? ", " : "", need->pool, need->per_day);
    }
  g_string_append_c (json, ']');
}

static void
put_progress (GString             *json,
              const SegueStepSpec *step)
{
  static const char *const statuses[] = { "todo", "doing", "done", "dropped" };
  static const char *const outcomes[] = { "null", "\"passed\"", "\"failed\"", "\"missed\"" };

  if (step->status)
    g_string_append_printf (json, ", \"status\": \"%s\"", statuses[step->status]);
  if (step->spent)
    g_string_append_printf (json, ", \"spent\": %d", step->spent);
  put_date (json, "started_on", step->started_on);
  put_date (json, "done_on", step->done_on);
  put_date (json, "target", step->target);
  if (step->gate)
    g_string_append_printf (json, ", \"gate\": true, \"outcome\": %s", outcomes[step->outcome]);
}

static void
put_step (GString            *json,
          const SegueProblem *problem,
          gint32              index)
{
  static const char *const types[] = { "work", "wait", "milestone", "practice" };
  const SegueStepSpec *step = &problem->steps[index];

  g_string_append_printf (json, "%s\n    {\"id\": \"s%d\", \"type\": \"%s\", \"title\": \"s%d\", \"importance\": %d",
                          index ? "," : "", index, types[step->type], index, step->importance);
  if (step->goal >= 0)
    g_string_append_printf (json, ", \"goal\": \"g%d\"", step->goal);
  if (step->route >= 0)
    g_string_append_printf (json, ", \"route\": \"t%d\"", step->route);
  if (step->type == SEGUE_STEP_WORK)
    put_work (json, step);
  else if (step->type == SEGUE_STEP_WAIT)
    put_wait (json, problem, step);
  if (step->has_load)
    {
      g_string_append (json, ", ");
      put_week (json, "load", step->load);
    }
  put_progress (json, step);
  g_string_append_c (json, '}');
}

static void
put_point (GString            *json,
           const SegueProblem *problem,
           const char         *key,
           SeguePoint          point)
{
  const char *side = point.side == SEGUE_SIDE_START ? ".start" : ".end";

  if (problem->steps[point.step].type == SEGUE_STEP_MILESTONE)
    side = "";
  g_string_append_printf (json, ", \"%s\": \"s%d%s\"", key, point.step, side);
}

static void
put_rule (GString            *json,
          const SegueProblem *problem,
          gint32              index)
{
  static const char *const relations[] = { "not-before", "not-after", "on", "after" };
  static const char *const certainties[] = { "confirmed", "assumed", "hearsay" };
  const SegueRuleSpec *rule = &problem->rules[index];

  g_string_append_printf (json, "%s\n    {\"id\": \"r%d\", \"relation\": \"%s\"", index ? "," : "", index,
                          relations[rule->relation]);
  put_point (json, problem, "point", rule->point);
  if (rule->relation == SEGUE_RELATION_AFTER)
    {
      put_point (json, problem, "other", rule->other);
      g_string_append_printf (json, ", \"min\": %d", rule->min);
      if (rule->has_max)
        g_string_append_printf (json, ", \"max\": %d", rule->max);
    }
  else
    put_date (json, "date", rule->date);
  if (rule->route >= 0)
    g_string_append_printf (json, ", \"route\": \"t%d\"", rule->route);
  if (!rule->enabled)
    g_string_append (json, ", \"enabled\": false");
  g_string_append_printf (json, ", \"certainty\": \"%s\", \"text\": \"r%d\"}", certainties[rule->certainty], index);
}

static void
put_exclusive (GString                  *json,
               const SegueExclusiveSpec *exclusive,
               gint32                    index)
{
  const char *separator = "";

  g_string_append_printf (json, "%s\n    {\"id\": \"x%d\", \"text\": \"x%d\", \"of\": [", index ? "," : "", index, index);
  for (gint32 i = 0; i < exclusive->n_routes; i++, separator = ", ")
    g_string_append_printf (json, "%s\"t%d\"", separator, exclusive->routes[i]);
  for (gint32 i = 0; i < exclusive->n_steps; i++, separator = ", ")
    g_string_append_printf (json, "%s\"s%d\"", separator, exclusive->steps[i]);
  g_string_append (json, "]}");
}

/**
 * segue_test_problem_to_json:
 * @problem: a problem
 *
 * Returns: (transfer full): the problem as a segue-plan document, in which
 *   goals, routes, steps, rules, pools and exclusives are g0, t0, s0, r0, p0, x0 …
 */
char *
segue_test_problem_to_json (const SegueProblem *problem)
{
  GString *json = g_string_new ("{ \"format\": \"segue-plan\", \"version\": 1, \"title\": \"test\"");

  put_date (json, "now", problem->now);
  g_string_append (json, ",\n");
  put_capacity (json, problem);
  put_goals (json, problem);
  g_string_append (json, "  \"steps\": [");
  for (gint32 i = 0; i < problem->n_steps; i++)
    put_step (json, problem, i);
  g_string_append (json, "],\n  \"rules\": [");
  for (gint32 i = 0; i < problem->n_rules; i++)
    put_rule (json, problem, i);
  g_string_append (json, "],\n  \"exclusive\": [");
  for (gint32 i = 0; i < problem->n_exclusives; i++)
    put_exclusive (json, &problem->exclusives[i], i);
  g_string_append (json, "],\n  \"grants\": [], \"journal\": [] }\n");
  return g_string_free (json, FALSE);
}
