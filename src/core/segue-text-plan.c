/* segue-text-plan.c - steps, rules and routes in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-text.h"

#include <glib/gi18n-lib.h>

#include "core/segue-outlook.h"
#include "core/segue-particle.h"
#include "core/segue-text-private.h"

/* Which of three sentences a point needs. */
typedef enum
{
  POINT_MILESTONE,
  POINT_START,
  POINT_END,
} PointForm;

static PointForm
get_form (SegueLayout *layout,
          SeguePoint   point)
{
  if (segue_layout_get_problem (layout)->steps[point.step].type == SEGUE_STEP_MILESTONE)
    return POINT_MILESTONE;
  return point.side == SEGUE_SIDE_START ? POINT_START : POINT_END;
}

/**
 * segue_text_quoted:
 * @title: a title
 *
 * Returns: (transfer full): the title in quotation marks
 */
char *
segue_text_quoted (const char *title)
{
  /* Translators: a title in quotation marks. */
  return g_strdup_printf (C_("quoted", "“%s”"), title);
}

/**
 * segue_text_list:
 * @names: (array length=n): what is listed, as it shall stand there
 * @n: how many, at least one
 *
 * Returns: (transfer full): "A", "A and B", "A, B and C", "A, B and 3 others"
 */
char *
segue_text_list (const char *const *names,
                 guint              n)
{
  if (n == 1)
    return g_strdup (names[0]);
  if (n == 2)
    /* Translators: a list of two. */
    return g_strdup_printf (C_("list", "%s and %s"), names[0], names[1]);
  if (n == 3)
    /* Translators: a list of three. */
    return g_strdup_printf (C_("list", "%s, %s and %s"), names[0], names[1], names[2]);
  /* Translators: a list of more than three; the number is never 1. */
  return g_strdup_printf (C_("list", "%s, %s and %u others"), names[0], names[1], n - 2);
}

static char *
describe_point (PointForm   form,
                const char *title)
{
  switch (form)
    {
    case POINT_START:
      /* Translators: the title of a step, in the middle of a sentence. */
      return g_strdup_printf (C_("point", "the start of “%s”"), title);
    case POINT_END:
      /* Translators: the title of a step, in the middle of a sentence. */
      return g_strdup_printf (C_("point", "the end of “%s”"), title);
    case POINT_MILESTONE:
    default:
      return segue_text_quoted (title);
    }
}

/**
 * segue_text_point:
 * @layout: a layout
 * @point: a start, an end or a milestone
 *
 * Returns: (transfer full): its name in the middle of a sentence: "“Apply”",
 *   "the start of “Statement”"
 */
char *
segue_text_point (SegueLayout *layout,
                  SeguePoint   point)
{
  return describe_point (get_form (layout, point),
                         segue_record_get_name (segue_layout_get_step (layout, point.step)));
}

static char *
describe_not_before (PointForm   form,
                     const char *title,
                     const char *date)
{
  if (form == POINT_START)
    /* Translators: a rule: the title of a step, a date. */
    return g_strdup_printf (_("“%s” does not start before %s."), title, date);
  if (form == POINT_END)
    /* Translators: a rule: the title of a step, a date. */
    return g_strdup_printf (_("“%s” does not end before %s."), title, date);
  /* Translators: a rule: the title of a milestone, a date. */
  return g_strdup_printf (_("“%s” is not before %s."), title, date);
}

static char *
describe_not_after (PointForm   form,
                    const char *title,
                    const char *date)
{
  if (form == POINT_START)
    /* Translators: a rule: the title of a step, a date. */
    return g_strdup_printf (_("“%s” starts by %s."), title, date);
  if (form == POINT_END)
    /* Translators: a rule: the title of a step, a date. */
    return g_strdup_printf (_("“%s” ends by %s."), title, date);
  /* Translators: a rule: the title of a milestone, a date. */
  return g_strdup_printf (_("“%s” is not after %s."), title, date);
}

static char *
describe_on (PointForm   form,
             const char *title,
             const char *date)
{
  if (form == POINT_START)
    /* Translators: a rule: the title of a step, a date. */
    return g_strdup_printf (_("“%s” starts on %s."), title, date);
  if (form == POINT_END)
    /* Translators: a rule: the title of a step, a date. */
    return g_strdup_printf (_("“%s” ends on %s."), title, date);
  /* Translators: a rule: the title of a milestone, a date. */
  return g_strdup_printf (_("“%s” is on %s."), title, date);
}

/* Whole days lie between an end and a start; between any other two points they are counted from one to the other. */
static char *
describe_window (const char          *other,
                 const char          *point,
                 const SegueRuleSpec *rule,
                 gboolean             is_between)
{
  g_autofree char *min = segue_text_days (rule->min);
  g_autofree char *max = segue_text_days (rule->max);

  if (rule->min == 0)
    /* Translators: a rule: two points of steps, as "the end of “Test”" and "“Apply”"; a number of days. */
    return g_strdup_printf (_("After %1$s comes %2$s, at most %3$s later."), other, point, max);
  if (rule->min == rule->max && !is_between)
    /* Translators: a rule: a number of days, two points of steps, as "the end of “Test”" and "“Apply”". */
    return g_strdup_printf (_("Exactly %1$s after %2$s comes %3$s."), min, other, point);
  if (rule->min > 0 && !is_between)
    /* Translators: a rule: two numbers of days, two points of steps, as "the end of “Test”" and "“Apply”". */
    return g_strdup_printf (_("At least %1$s and at most %2$s after %3$s comes %4$s."), min, max, other, point);
  if (rule->min == rule->max)
    /* Translators: a rule: a number of days, two points of steps, as "the end of “Test”" and "“Apply”". */
    return g_strdup_printf (_("Exactly %1$s must lie between %2$s and %3$s."), min, other, point);
  if (rule->min > 0)
    /* Translators: a rule: two numbers of days, two points of steps, as "the end of “Test”" and "“Apply”". */
    return g_strdup_printf (_("At least %1$s and at most %2$s must lie between %3$s and %4$s."), min, max, other, point);
  /* Translators: a rule: a point of a step, two numbers of days (the first one negative), a point of another step. */
  return g_strdup_printf (_("Counted from %1$s, the days %2$d to %3$d are open for %4$s."),
                          other, rule->min, rule->max, point);
}

static char *
describe_after (const char          *other,
                const char          *point,
                const SegueRuleSpec *rule,
                gboolean             is_between)
{
  g_autofree char *days = segue_text_days (ABS (rule->min));

  if (rule->has_max)
    return describe_window (other, point, rule, is_between);
  if (rule->min > 0 && !is_between)
    /* Translators: a rule: a number of days, two points of steps, as "the end of “Test”" and "“Apply”". */
    return g_strdup_printf (_("At least %1$s after %2$s comes %3$s."), days, other, point);
  if (rule->min > 0)
    /* Translators: a rule: a number of days, two points of steps, as "the end of “Test”" and "“Apply”". */
    return g_strdup_printf (_("At least %1$s must lie between %2$s and %3$s."), days, other, point);
  if (rule->min < 0)
    /* Translators: a rule: a number of days, two points of steps: the second one may lie that long before the first. */
    return g_strdup_printf (_("At most %1$s before %2$s comes %3$s."), days, other, point);
  /* Translators: a rule: two points of steps, as "the end of “Test”" and "“Apply”". */
  return g_strdup_printf (_("After %1$s comes %2$s."), other, point);
}

static char *
describe_dated (SegueRelation  relation,
                PointForm      form,
                const char    *title,
                const char    *date)
{
  switch (relation)
    {
    case SEGUE_RELATION_NOT_BEFORE:
      return segue_particle_resolve (describe_not_before (form, title, date));
    case SEGUE_RELATION_NOT_AFTER:
      return segue_particle_resolve (describe_not_after (form, title, date));
    case SEGUE_RELATION_ON:
    case SEGUE_RELATION_AFTER:
    default:
      return segue_particle_resolve (describe_on (form, title, date));
    }
}

/* A coarse date is said the way it was given. */
static char *
describe_date (const SegueRecord *rule,
               SegueDay           date)
{
  const char *label = rule ? segue_record_get_string (rule, SEGUE_RULE_LABEL) : NULL;

  return label && label[0] ? g_strdup (label) : segue_text_day (date);
}

/**
 * segue_text_rule_parts:
 * @layout: a layout
 * @rule: the index of a rule
 *
 * Returns: (transfer full): a sentence made of what the rule demands
 */
char *
segue_text_rule_parts (SegueLayout *layout,
                       int          rule)
{
  const SegueRuleSpec *spec = &segue_layout_get_problem (layout)->rules[rule];
  g_autofree char *date = NULL;

  if (spec->relation == SEGUE_RELATION_AFTER)
    {
      g_autofree char *point = segue_text_point (layout, spec->point);
      g_autofree char *other = segue_text_point (layout, spec->other);

      return segue_particle_resolve (describe_after (other, point, spec,
                                                     get_form (layout, spec->other) == POINT_END &&
                                                     get_form (layout, spec->point) == POINT_START));
    }
  date = describe_date (segue_layout_get_rule (layout, rule), spec->date);
  return describe_dated (spec->relation, get_form (layout, spec->point),
                         segue_record_get_name (segue_layout_get_step (layout, spec->point.step)), date);
}

static const SegueRecord *
find_point (SeguePlan  *plan,
            const char *text,
            PointForm  *form)
{
  const SegueRecord *step = NULL;
  SegueSide side;

  if (text == NULL || !segue_plan_parse_point (plan, text, &step, &side))
    return NULL;
  *form = segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE ? POINT_MILESTONE
          : side == SEGUE_SIDE_START ? POINT_START : POINT_END;
  return step;
}

/**
 * segue_text_rule_in_plan:
 * @plan: a plan that need not have been laid out
 * @rule: a rule, which need not stand in it yet
 *
 * Returns: (transfer full) (nullable): a sentence made of what the rule
 *   demands; %NULL if it does not say enough yet
 */
char *
segue_text_rule_in_plan (SeguePlan         *plan,
                         const SegueRecord *rule)
{
  SegueRuleSpec spec = { .relation = (SegueRelation) segue_record_get_int (rule, SEGUE_RULE_RELATION) };
  gint64 max = segue_record_get_int (rule, SEGUE_RULE_MAX);
  PointForm form, other_form;
  const SegueRecord *step = find_point (plan, segue_record_get_string (rule, SEGUE_RULE_POINT), &form);
  const SegueRecord *other;

  if (step == NULL)
    return NULL;
  if (spec.relation == SEGUE_RELATION_AFTER)
    {
      g_autofree char *point = describe_point (form, segue_record_get_name (step));
      g_autofree char *after = NULL;

      other = find_point (plan, segue_record_get_string (rule, SEGUE_RULE_OTHER), &other_form);
      if (other == NULL)
        return NULL;
      after = describe_point (other_form, segue_record_get_name (other));
      spec.min = (gint32) segue_record_get_int (rule, SEGUE_RULE_MIN);
      spec.has_max = max != SEGUE_NONE;
      spec.max = spec.has_max ? (gint32) max : 0;
      return segue_particle_resolve (describe_after (after, point, &spec,
                                                     other_form == POINT_END && form == POINT_START));
    }
  if (!segue_record_has (rule, SEGUE_RULE_DATE))
    return NULL;
  {
    g_autofree char *date = describe_date (rule, segue_record_get_day (rule, SEGUE_RULE_DATE));

    return describe_dated (spec.relation, form, segue_record_get_name (step), date);
  }
}

static gboolean
has_own_words (const SegueRecord *rule)
{
  return segue_record_get_title (rule)[0] != '\0' && !segue_record_get_bool (rule, SEGUE_RULE_BY_HAND);
}

/**
 * segue_text_rule:
 * @layout: a layout
 * @rule: the index of a rule
 *
 * Returns: (transfer full): what the person wrote; for a rule that was placed
 *   by hand, or has no text, a sentence made of its parts
 */
char *
segue_text_rule (SegueLayout *layout,
                 int          rule)
{
  const SegueRecord *record = segue_layout_get_rule (layout, rule);

  g_return_val_if_fail (record != NULL, NULL);

  return has_own_words (record) ? g_strdup (segue_record_get_title (record)) : segue_text_rule_parts (layout, rule);
}

/**
 * segue_text_rule_quoted:
 * @layout: a layout
 * @rule: the index of a rule
 *
 * Returns: (transfer full): the rule behind a colon: what the person wrote in
 *   quotation marks; what is made of its parts has enough of them already
 */
char *
segue_text_rule_quoted (SegueLayout *layout,
                        int          rule)
{
  const SegueRecord *record = segue_layout_get_rule (layout, rule);

  g_return_val_if_fail (record != NULL, NULL);

  return has_own_words (record) ? segue_text_quoted (segue_record_get_title (record)) : segue_text_rule_parts (layout, rule);
}

static char *
describe_state (const SegueRecord     *step,
                const SegueStepResult *result)
{
  SegueStatus status = (SegueStatus) segue_record_get_int (step, SEGUE_STEP_STATUS);

  if (status == SEGUE_STATUS_DONE)
    return g_strdup (C_("status of a step", "done"));
  if (status == SEGUE_STATUS_DROPPED)
    return g_strdup (C_("status of a step", "dropped"));
  return segue_text_slack (result);
}

/**
 * segue_text_missed_target:
 * @title: of a step
 * @days: by how many days, at least 1
 *
 * Returns: (transfer full): "“Trip” then misses its target by 3 days."
 */
char *
segue_text_missed_target (const char *title,
                          int         days)
{
  /* Translators: what a change does: the title of a step whose target date is missed, a number of days. */
  return segue_particle_resolve (g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” then misses its target by %2$'d day.",
                                                               "“%1$s” then misses its target by %2$'d days.",
                                                               (gulong) days),
                                                  title, days));
}

/**
 * segue_text_step_name:
 * @layout: a layout
 * @step: the index of a step
 *
 * Returns: (transfer full): its accessible name: "Statement of purpose, 3 to
 *   20 February 2023, 12 days slack"
 */
char *
segue_text_step_name (SegueLayout *layout,
                      int          step)
{
  const SegueRecord *record = segue_layout_get_step (layout, step);
  const SegueStepResult *result;
  g_autofree char *state = NULL;
  g_autofree char *span = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  result = &segue_layout_get_schedule (layout)->steps[step];
  state = describe_state (record, result);
  if (result->active && result->start == SEGUE_DAY_NONE &&
      segue_record_get_int (record, SEGUE_STEP_STATUS) != SEGUE_STATUS_DROPPED)
    /* Translators: the name of a bar for a screen reader: the title of a step. */
    return g_strdup_printf (_("%s, no day found"), segue_record_get_name (record));
  if (!result->active || result->start == SEGUE_DAY_NONE)
    /* Translators: the name of a bar for a screen reader: the title of a step, its state ("dropped"). */
    return g_strdup_printf (C_("name of a bar", "%s, %s"), segue_record_get_name (record), state);
  span = segue_text_span (result->start, result->end);
  /* What a grant brings by itself cannot slip, and nobody is held to it. */
  if (segue_layout_get_emitter (layout, SEGUE_KIND_STEP, step) != NULL)
    /* Translators: the name of a bar for a screen reader: the title of a step, its days. */
    return g_strdup_printf (C_("name of a bar", "%s, %s"), segue_record_get_name (record), span);
  /* Translators: the name of a bar for a screen reader: the title of a step, its days, its state ("12 days slack"). */
  return g_strdup_printf (C_("name of a bar", "%s, %s, %s"), segue_record_get_name (record), span, state);
}

/**
 * segue_text_needed_for:
 * @layout: a layout
 * @step: the index of a step
 *
 * Returns: (transfer full) (nullable): what waits for it, the first in time by
 *   its title: "needed for Apply for fall 2023"; %NULL if nothing does
 */
char *
segue_text_needed_for (SegueLayout *layout,
                       int          step)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  int first = -1;
  const char *title;
  guint n = 0;

  for (int i = 0; i < problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[i];
      int other = rule->point.step;

      if (rule->relation != SEGUE_RELATION_AFTER || rule->other.step != step || !rule->enabled || other == step
          || other == first || !schedule->steps[other].active || schedule->steps[other].start == SEGUE_DAY_NONE)
        continue;
      n++;
      if (first < 0 || schedule->steps[other].start < schedule->steps[first].start)
        first = other;
    }
  if (first < 0)
    return NULL;
  title = segue_record_get_name (segue_layout_get_step (layout, first));
  if (n == 1)
    /* Translators: ends the name of a bar for a screen reader: the title of the step that waits for it. */
    return g_strdup_printf (_("needed for %s"), title);
  /* Translators: ends the name of a bar for a screen reader: the title of a step that waits for it, and how many more do. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "needed for %1$s and %2$u more", "needed for %1$s and %2$u more",
                                       n - 1), title, n - 1);
}

/* The first conflict was found with nothing set aside: whether only that no way was found is known. */
static gboolean
is_unproven (SegueLayout *layout,
             SegueSlice   conflicts)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);

  return conflicts.n > 0 && schedule->conflicts[schedule->conflict_refs[conflicts.first]].unproven;
}

/* What is missing where days or hours conflict, or NULL if that is neither.
 * The widest gap of days says most; hours are looked at only where days leave
 * room. */
static char *
describe_shortage (SegueLayout *layout,
                   SegueSlice   conflicts)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  gint64 shortage = 0;
  int gap = 0;

  for (gint32 i = 0; i < conflicts.n; i++)
    {
      const SegueConflict *conflict = &schedule->conflicts[schedule->conflict_refs[conflicts.first + i]];

      if (conflict->kind == SEGUE_CONFLICT_DATES)
        gap = MAX (gap, conflict->gap);
      else if (conflict->kind == SEGUE_CONFLICT_HOURS && conflict->pool < 0)
        shortage = MAX (shortage, conflict->shortage);
    }
  if (gap > 0)
    /* Translators: the state of a route. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'d day short", "%'d days short", (gulong) gap), gap);
  if (shortage > 0)
    {
      g_autofree char *time = segue_text_minutes (shortage);

      /* Translators: the state of a route: an amount of time. */
      return g_strdup_printf (C_("state of a route", "%s short"), time);
    }
  return NULL;
}

static char *
describe_verdict (SegueLayout *layout,
                  SegueSlice   conflicts)
{
  g_autofree char *shortage = describe_shortage (layout, conflicts);

  if (is_unproven (layout, conflicts))
    return g_strdup (C_("state of a route", "no way found"));
  if (shortage == NULL)
    return g_strdup (C_("state of a route", "not possible"));
  /* Translators: below a route or a goal: what it lacks, as "32 days short". */
  return g_strdup_printf (C_("state of a route", "cannot be: %s"), shortage);
}

/**
 * segue_text_route_verdict:
 * @layout: a layout
 * @route: the index of a route
 *
 * Returns: (transfer full) (nullable): "cannot be: 32 days short", below the
 *   name of a route that is impossible; %NULL for another
 */
char *
segue_text_route_verdict (SegueLayout *layout,
                          int          route)
{
  const SegueRouteResult *result;

  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (route >= 0 && route < segue_layout_get_problem (layout)->n_routes, NULL);

  result = &segue_layout_get_schedule (layout)->routes[route];
  return result->status == SEGUE_ROUTE_INFEASIBLE ? describe_verdict (layout, result->conflicts) : NULL;
}

/**
 * segue_text_goal_verdict:
 * @layout: a layout
 * @goal: the index of a goal
 *
 * Returns: (transfer full) (nullable): "cannot be: 32 days short", below the
 *   name of a goal that conflicts by itself; %NULL for another
 */
char *
segue_text_goal_verdict (SegueLayout *layout,
                         int          goal)
{
  SegueSlice conflicts;

  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (goal >= 0 && goal < segue_layout_get_problem (layout)->n_goals, NULL);

  conflicts = segue_layout_get_schedule (layout)->goals[goal].conflicts;
  return conflicts.n > 0 ? describe_verdict (layout, conflicts) : NULL;
}

/**
 * segue_text_route:
 * @layout: a layout
 * @route: the index of a route
 *
 * Returns: (transfer full): the route and how it stands: "Spring 2023 cannot
 *   be: 32 days short", "Spring 2024 · reachable until 12 May 2023"
 */
char *
segue_text_route (SegueLayout *layout,
                  int          route)
{
  const SegueRouteResult *result;
  const char *title;
  g_autofree char *state = NULL;

  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (route >= 0 && route < segue_layout_get_problem (layout)->n_routes, NULL);

  result = &segue_layout_get_schedule (layout)->routes[route];
  title = segue_record_get_name (segue_layout_get_route (layout, route));
  if (result->status == SEGUE_ROUTE_INFEASIBLE && !is_unproven (layout, result->conflicts))
    {
      state = describe_shortage (layout, result->conflicts);
      if (state == NULL)
        /* Translators: a route, such as Spring 2023. */
        return segue_particle_resolve (g_strdup_printf (C_("state of a route", "%s cannot be"), title));
      /* Translators: a route, such as Spring 2023, and what it lacks, as "32 days short". */
      return segue_particle_resolve (g_strdup_printf (C_("state of a route", "%1$s cannot be: %2$s"), title, state));
    }
  state = segue_text_route_state (layout, route);
  /* Translators: a route and its state: "Spring 2024 · reachable until 12 May 2023" */
  return g_strdup_printf (C_("state of a route", "%1$s · %2$s"), title, state);
}

/**
 * segue_text_reachable:
 * @layout: a layout
 * @route: the index of a route
 *
 * Returns: (transfer full) (nullable): "reachable until 12 May 2023", or "at
 *   least until" where only no way was found for later days; %NULL where
 *   nothing limits it
 */
char *
segue_text_reachable (SegueLayout *layout,
                      int          route)
{
  const SegueRouteResult *result;
  g_autofree char *date = NULL;

  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (route >= 0 && route < segue_layout_get_problem (layout)->n_routes, NULL);

  result = &segue_layout_get_schedule (layout)->routes[route];
  if (result->reachable_until == SEGUE_DAY_NONE)
    return NULL;
  date = segue_text_day (result->reachable_until);
  if (result->until_unproven)
    /* Translators: the state of a route: a date; for later days no way was found, yet there may be one. */
    return g_strdup_printf (C_("state of a route", "reachable at least until %s"), date);
  /* Translators: the state of a route: a date. */
  return g_strdup_printf (C_("state of a route", "reachable until %s"), date);
}

static char *
describe_chosen (SegueLayout *layout,
                 int          route)
{
  int late = segue_outlook_find_late (layout, segue_layout_get_problem (layout)->routes[route].goal);
  g_autofree char *reachable = segue_text_reachable (layout, route);
  g_autofree char *state = NULL;

  if (late > 0)
    /* Translators: the state of a route that is taken, whose steps come too late for a wish. */
    state = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "chosen, %'d day late", "chosen, %'d days late", (gulong) late),
                             late);
  else
    state = g_strdup (C_("state of a route", "chosen"));
  if (reachable == NULL)
    return g_steal_pointer (&state);
  /* Translators: the state of a route that is taken, as "chosen" or "chosen, 3 days late", and "reachable until 12 May 2023". */
  return g_strdup_printf (C_("state of a route", "%1$s, %2$s"), state, reachable);
}

/**
 * segue_text_route_state:
 * @layout: a layout
 * @route: the index of a route
 *
 * Returns: (transfer full): "chosen", "32 days short", "reachable until 12
 *   May 2023"
 */
char *
segue_text_route_state (SegueLayout *layout,
                        int          route)
{
  const SegueRouteResult *result;
  g_autofree char *text = NULL;

  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (route >= 0 && route < segue_layout_get_problem (layout)->n_routes, NULL);

  result = &segue_layout_get_schedule (layout)->routes[route];
  switch (result->status)
    {
    case SEGUE_ROUTE_CHOSEN:
      return describe_chosen (layout, route);
    case SEGUE_ROUTE_CLOSED:
      return g_strdup (C_("state of a route", "closed"));
    case SEGUE_ROUTE_INFEASIBLE:
      if (is_unproven (layout, result->conflicts))
        return g_strdup (C_("state of a route", "no way found"));
      text = describe_shortage (layout, result->conflicts);
      return text ? g_steal_pointer (&text) : g_strdup (C_("state of a route", "not possible"));
    case SEGUE_ROUTE_OPEN:
    default:
      text = segue_text_reachable (layout, route);
      return text ? g_steal_pointer (&text) : g_strdup (C_("state of a route", "open"));
    }
}
