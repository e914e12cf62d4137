/* segue-text-conflict.c - conflicts, remedies and reasons in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-text.h"

#include <glib/gi18n-lib.h>

#include "core/segue-particle.h"
#include "core/segue-text-private.h"

/* A window that no person plans for: the engine looked a hundred years ahead. */
#define ENDLESS_DAYS (80 * 365)

static const SegueConflict *
get_conflict (SegueLayout *layout,
              int          conflict)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);

  g_return_val_if_fail (conflict >= 0 && conflict < schedule->n_conflicts, NULL);

  return &schedule->conflicts[conflict];
}

static char *
name_subject (SegueLayout *layout,
              int          goal,
              int          route)
{
  if (route >= 0)
    return g_strdup (segue_record_get_name (segue_layout_get_route (layout, route)));
  if (goal >= 0)
    return g_strdup (segue_record_get_name (segue_layout_get_goal (layout, goal)));
  /* Translators: the subject of a sentence that begins with it: "This plan cannot be: …". */
  return g_strdup (C_("subject", "This plan"));
}

static char *
name_count (int n)
{
  static const char *const words[] = {
    NC_("count of rules", "two"), NC_("count of rules", "three"), NC_("count of rules", "four"),
    NC_("count of rules", "five"), NC_("count of rules", "six"), NC_("count of rules", "seven"),
    NC_("count of rules", "eight"), NC_("count of rules", "nine"), NC_("count of rules", "ten"),
  };

  if (n >= 2 && n - 2 < (int) G_N_ELEMENTS (words))
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "count of rules", words[n - 2]));
  /* Translators: a number of rules above ten, in the middle of "these %s rules". */
  return g_strdup_printf (C_("count of rules", "%d"), n);
}

static char *
describe_dates (SegueLayout         *layout,
                const SegueConflict *conflict)
{
  g_autofree char *subject = name_subject (layout, conflict->goal, conflict->route);
  g_autofree char *count = name_count (conflict->rules.n);

  if (conflict->rules.n <= 1)
    /* Translators: a route or a goal, as "Spring 2023"; a number of days. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s cannot be: one rule is missed by %2$'d day.",
                                         "%1$s cannot be: one rule is missed by %2$'d days.", (gulong) conflict->gap),
                            subject, conflict->gap);
  /* Translators: a route or a goal, as "Spring 2023"; how many rules, as "four"; a number of days. The rules follow. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s cannot be: these %2$s rules are %3$'d day apart.",
                                       "%1$s cannot be: these %2$s rules are %3$'d days apart.", (gulong) conflict->gap),
                          subject, count, conflict->gap);
}

static char *
list_steps (SegueLayout *layout,
            SegueSlice   slice)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);

  for (gint32 i = 0; i < slice.n; i++)
    {
      const SegueRecord *step = segue_layout_get_step (layout, schedule->refs[slice.first + i]);

      g_ptr_array_add (names, segue_text_quoted (segue_record_get_name (step)));
    }
  if (names->len == 0)
    /* Translators: stands for the titles of steps in "… need 8 h". */
    g_ptr_array_add (names, g_strdup (C_("list", "all steps together")));
  return segue_text_list ((const char *const *) names->pdata, names->len);
}

/* There are hours enough, but they do not lie as the steps need them. */
static char *
describe_scattered (SegueLayout         *layout,
                    const SegueConflict *conflict)
{
  g_autofree char *steps = list_steps (layout, conflict->steps);
  g_autofree char *window = segue_text_between (conflict->from, conflict->until);
  g_autofree char *needed = segue_text_minutes (conflict->needed);
  g_autofree char *shortage = segue_text_minutes (conflict->shortage);
  /* Translators: steps, as "“English score” and “Lectures”"; a span, as "between 6 June and 22 June 2022";
   * two amounts of time, as "8 h". */
  g_autofree char *text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%1$s needs %3$s %2$s, but not all of that can be fitted in: %4$s too much.",
                 "%1$s need %3$s %2$s, but not all of that can be fitted in: %4$s too much.",
                 (gulong) MAX (1, conflict->steps.n)),
    steps, window, needed, shortage);

  if (!conflict->may_be_fewer)
    return g_steal_pointer (&text);
  return g_strdup_printf (C_("two sentences", "%1$s %2$s"), text, _("A part of this may already be too much."));
}

static char *
describe_hours (SegueLayout         *layout,
                const SegueConflict *conflict)
{
  g_autofree char *steps = list_steps (layout, conflict->steps);
  g_autofree char *window = segue_text_between (conflict->from, conflict->until);
  g_autofree char *needed = segue_text_minutes (conflict->needed);
  g_autofree char *available = segue_text_minutes (conflict->available);
  g_autofree char *shortage = segue_text_minutes (conflict->shortage);
  gulong n = (gulong) MAX (1, conflict->steps.n);

  if (conflict->until < conflict->from)
    {
      g_autofree char *day = segue_text_day (conflict->from);

      /* Translators: steps, as "“English score” and “Lectures”"; a day more than a hundred years away. */
      return g_strdup_printf (_("%1$s cannot begin before %2$s, and nothing is planned more than a hundred years ahead."),
                              steps, day);
    }
  if (conflict->until - conflict->from >= ENDLESS_DAYS)
    /* Translators: steps, as "“English score” and “Lectures”"; two amounts of time, as "8 h". */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%1$s needs %2$s, but there will never be more than %3$s for it.",
                                         "%1$s need %2$s, but there will never be more than %3$s for them.", n),
                            steps, needed, available);
  if (conflict->scattered)
    return describe_scattered (layout, conflict);
  /* Translators: steps, as "“English score” and “Lectures”"; a span, as "between 6 June and 22 June 2022";
   * three amounts of time, as "8 h". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$s needs %3$s %2$s, but there are only %4$s: %5$s short.",
                                       "%1$s need %3$s %2$s, but there are only %4$s: %5$s short.", n),
                          steps, window, needed, available, shortage);
}

/* Of the steps the first is the one that found no room; the amounts are only of what was tried. */
static char *
describe_unproven (SegueLayout         *layout,
                   const SegueConflict *conflict)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  g_autofree char *window = NULL;
  const char *step;

  if (conflict->steps.n == 0)
    return g_strdup (_("No way was found in the time allowed to fit everything in; it may still be possible."));
  step = segue_record_get_name (segue_layout_get_step (layout, schedule->refs[conflict->steps.first]));
  if (conflict->from == SEGUE_DAY_NONE || conflict->until - conflict->from >= ENDLESS_DAYS)
    /* Translators: the title of a step. */
    return g_strdup_printf (_("No way was found in the time allowed to fit in “%s”; it may still be possible."), step);
  window = segue_text_between (conflict->from, conflict->until);
  /* Translators: the title of a step; a span, as "between 6 June and 22 June 2022". */
  return g_strdup_printf (_("No way was found in the time allowed to fit in “%1$s” %2$s; it may still be possible."),
                          step, window);
}

static char *
describe_amount (SegueLayout *layout,
                 int          pool,
                 gint64       amount)
{
  const SegueRecord *record = segue_layout_get_pool (layout, pool);
  const char *unit = segue_record_get_string (record, SEGUE_POOL_UNIT);
  g_autofree char *number = segue_text_units (amount);

  if (unit && unit[0])
    /* Translators: an amount of something, and its unit as the person calls it: "2 days", "40,000 won". */
    return g_strdup_printf (C_("amount of a pool", "%s %s"), number, unit);
  return g_steal_pointer (&number);
}

static char *
describe_pool (SegueLayout         *layout,
               const SegueConflict *conflict)
{
  g_autofree char *steps = list_steps (layout, conflict->steps);
  g_autofree char *window = segue_text_between (conflict->from, conflict->until);
  g_autofree char *needed = describe_amount (layout, conflict->pool, conflict->needed);
  g_autofree char *available = describe_amount (layout, conflict->pool, conflict->available);
  const char *pool = segue_record_get_name (segue_layout_get_pool (layout, conflict->pool));
  gulong n = (gulong) MAX (1, conflict->steps.n);

  if (conflict->until - conflict->from >= ENDLESS_DAYS)
    /* Translators: steps, as "“Course” and “Trip”"; an amount, as "2 days"; what it is taken from, as "Paid leave";
     * the amount that there is. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%1$s needs %2$s a day of “%3$s”, but there will never be more than %4$s.",
                                         "%1$s need %2$s a day of “%3$s”, but there will never be more than %4$s.", n),
                            steps, needed, pool, available);
  /* Translators: steps, as "“Course” and “Trip”"; a span, as "between 6 June and 22 June 2022"; an amount, as "2 days";
   * what it is taken from, as "Paid leave"; the amount that there is. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$s needs %3$s a day of “%4$s” %2$s, but there are only %5$s.",
                                       "%1$s need %3$s a day of “%4$s” %2$s, but there are only %5$s.", n),
                          steps, window, needed, pool, available);
}

static char *
list_excluded (SegueLayout *layout,
               int          exclusive)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const SegueExclusiveSpec *spec = &segue_layout_get_problem (layout)->exclusives[exclusive];

  for (gint32 i = 0; i < spec->n_routes; i++)
    g_ptr_array_add (names, segue_text_quoted (segue_record_get_name (segue_layout_get_route (layout, spec->routes[i]))));
  for (gint32 i = 0; i < spec->n_steps; i++)
    g_ptr_array_add (names, segue_text_quoted (segue_record_get_name (segue_layout_get_step (layout, spec->steps[i]))));
  return names->len > 0 ? segue_text_list ((const char *const *) names->pdata, names->len) : g_strdup ("");
}

/**
 * segue_text_exclusive:
 * @layout: a layout
 * @exclusive: the index of a declaration that routes or steps rule each other out
 *
 * Returns: (transfer full): it, with the person's own words where there are any
 */
char *
segue_text_exclusive (SegueLayout *layout,
                      int          exclusive)
{
  const SegueRecord *record;
  g_autofree char *members = NULL;

  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (exclusive >= 0 && exclusive < segue_layout_get_problem (layout)->n_exclusives, NULL);

  record = segue_layout_get_exclusive (layout, exclusive);
  members = list_excluded (layout, exclusive);
  if (segue_record_get_title (record)[0] != '\0')
    /* Translators: routes or steps that rule each other out, as "“Fall 2023” and “Spring 2024”"; why, a sentence that the person wrote. */
    return segue_particle_resolve (g_strdup_printf (_("At most one of %1$s: %2$s"), members, segue_record_get_title (record)));
  /* Translators: routes or steps that rule each other out, as "“Fall 2023” and “Spring 2024”". */
  return segue_particle_resolve (g_strdup_printf (_("At most one of %s"), members));
}

static char *
describe_exclusive (SegueLayout         *layout,
                    const SegueConflict *conflict)
{
  const SegueRecord *record = segue_layout_get_exclusive (layout, conflict->exclusive);
  g_autofree char *subject = name_subject (layout, conflict->goal, conflict->route);
  g_autofree char *members = list_excluded (layout, conflict->exclusive);

  if (segue_record_get_title (record)[0] != '\0')
    /* Translators: a route or a goal, as "Spring 2023"; a whole sentence that the person wrote. */
    return g_strdup_printf (_("%1$s cannot be: “%2$s”"), subject, segue_record_get_title (record));
  /* Translators: a route or a goal, as "Spring 2023"; routes or steps, as "“Fall 2023” and “Spring 2024”". */
  return g_strdup_printf (_("%1$s cannot be: only one of %2$s is possible."), subject, members);
}

/* Of less than a week all is told that its days need: a share of a week says nothing there. */
static char *
describe_more_hours (const SegueRemedy *remedy)
{
  g_autofree char *time = segue_text_minutes (remedy->minutes_per_week);
  g_autofree char *window = segue_text_between (remedy->from, remedy->until);
  g_autofree char *sum = NULL;

  if (remedy->until - remedy->from >= ENDLESS_DAYS)
    /* Translators: a remedy: an amount of time, as "5 h". */
    return g_strdup_printf (_("Find %s more every week."), time);
  if (remedy->until - remedy->from >= 6)
    /* Translators: a remedy: an amount of time, as "5 h"; a span, as "between 6 June and 22 June 2022". */
    return g_strdup_printf (_("Find %1$s more a week %2$s."), time, window);
  sum = segue_text_minutes (segue_capacity_raised_by (remedy->from, remedy->until, remedy->minutes_per_week));
  /* Translators: a remedy: an amount of time, as "5 h"; a span of some days, as "between 6 June and 8 June 2022". */
  return g_strdup_printf (_("Find %1$s more %2$s."), sum, window);
}

/**
 * segue_text_conflict:
 * @layout: a layout
 * @conflict: an index of the schedule's conflicts
 *
 * Returns: (transfer full): a whole sentence; the rules of the conflict are
 *   for the caller to list
 */
char *
segue_text_conflict (SegueLayout *layout,
                     int          conflict)
{
  const SegueConflict *found;

  g_return_val_if_fail (layout != NULL, NULL);

  found = get_conflict (layout, conflict);
  g_return_val_if_fail (found != NULL, NULL);
  if (found->unproven)
    return segue_particle_resolve (describe_unproven (layout, found));
  switch (found->kind)
    {
    case SEGUE_CONFLICT_HOURS:
      return segue_particle_resolve (found->pool >= 0 ? describe_pool (layout, found) : describe_hours (layout, found));
    case SEGUE_CONFLICT_EXCLUSIVE:
      return segue_particle_resolve (describe_exclusive (layout, found));
    case SEGUE_CONFLICT_DATES:
    default:
      return segue_particle_resolve (describe_dates (layout, found));
    }
}

static char *
describe_move_date (const char          *rule,
                    const SegueRuleSpec *spec,
                    SegueDay             date)
{
  g_autofree char *to = segue_text_day (date);
  int days = ABS (date - spec->date);

  if (date < spec->date)
    /* Translators: a remedy: a number of days, a date, a rule as a sentence. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move the date %1$'d day earlier, to %2$s: %3$s",
                                         "Move the date %1$'d days earlier, to %2$s: %3$s", (gulong) days),
                            days, to, rule);
  /* Translators: a remedy: a number of days, a date, a rule as a sentence. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move the date %1$'d day later, to %2$s: %3$s",
                                       "Move the date %1$'d days later, to %2$s: %3$s", (gulong) days),
                          days, to, rule);
}

static char *
describe_move (SegueLayout       *layout,
               const SegueRemedy *remedy)
{
  const SegueRuleSpec *spec = &segue_layout_get_problem (layout)->rules[remedy->rule];
  g_autofree char *rule = segue_text_rule_quoted (layout, remedy->rule);
  g_autofree char *before = segue_text_days (remedy->field == SEGUE_MOVE_MIN ? spec->min : spec->max);
  g_autofree char *after = segue_text_days (remedy->value);
  g_autofree char *relief = segue_text_days (spec->min - remedy->value);

  if (remedy->field == SEGUE_MOVE_DATE)
    return describe_move_date (rule, spec, remedy->value);
  if (remedy->field == SEGUE_MOVE_MIN && remedy->value < 0)
    /* Translators: a remedy: a number of days, a rule as a sentence. */
    return g_strdup_printf (_("Relax this by %1$s: %2$s"), relief, rule);
  if (remedy->field == SEGUE_MOVE_MIN)
    /* Translators: a remedy: two numbers of days between two points, a rule as a sentence. */
    return g_strdup_printf (_("Let %1$s be enough instead of %2$s: %3$s"), after, before, rule);
  /* Translators: a remedy: two numbers of days between two points, a rule as a sentence. */
  return g_strdup_printf (_("Allow %1$s instead of %2$s: %3$s"), after, before, rule);
}

static char *
describe_disable (SegueLayout *layout,
                  int          index)
{
  g_autofree char *rule = segue_text_rule_quoted (layout, index);

  switch (segue_layout_get_problem (layout)->rules[index].certainty)
    {
    case SEGUE_CERTAINTY_ASSUMED:
      /* Translators: a remedy: a rule as a sentence. */
      return g_strdup_printf (_("Set this assumption aside: %s"), rule);
    case SEGUE_CERTAINTY_HEARSAY:
      /* Translators: a remedy: a rule as a sentence. */
      return g_strdup_printf (_("Set this hearsay aside: %s"), rule);
    case SEGUE_CERTAINTY_CONFIRMED:
    default:
      /* Translators: a remedy: a rule as a sentence. */
      return g_strdup_printf (_("Set this rule aside: %s"), rule);
    }
}

static char *
describe_remedy (SegueLayout       *layout,
                 const SegueRemedy *remedy)
{
  switch (remedy->kind)
    {
    case SEGUE_REMEDY_ROUTE:
      /* Translators: a remedy: the title of a route. */
      return g_strdup_printf (_("Take “%s” instead."),
                              segue_record_get_name (segue_layout_get_route (layout, remedy->route)));
    case SEGUE_REMEDY_MOVE:
      return describe_move (layout, remedy);
    case SEGUE_REMEDY_DISABLE:
      return describe_disable (layout, remedy->rule);
    case SEGUE_REMEDY_CAPACITY:
      return describe_more_hours (remedy);
    case SEGUE_REMEDY_DROP:
    default:
      /* Translators: a remedy: the title of a step. */
      return g_strdup_printf (_("Drop “%s”."), segue_record_get_name (segue_layout_get_step (layout, remedy->step)));
    }
}

static const SegueRemedy *
get_remedy (SegueLayout *layout,
            int          remedy)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);

  g_return_val_if_fail (remedy >= 0 && remedy < schedule->n_remedies, NULL);

  return &schedule->remedies[remedy];
}

/**
 * segue_text_remedy:
 * @layout: a layout
 * @remedy: an index of the schedule's remedies
 *
 * Returns: (transfer full): what is to be done
 */
char *
segue_text_remedy (SegueLayout *layout,
                   int          remedy)
{
  const SegueRemedy *found;

  g_return_val_if_fail (layout != NULL, NULL);

  found = get_remedy (layout, remedy);
  g_return_val_if_fail (found != NULL, NULL);
  return segue_particle_resolve (describe_remedy (layout, found));
}

static int
find_goal_of_remedy (const SegueSchedule *schedule,
                     int                  remedy)
{
  for (gint32 i = 0; i < schedule->n_conflicts; i++)
    {
      const SegueConflict *conflict = &schedule->conflicts[i];

      if (remedy >= conflict->remedies.first && remedy < conflict->remedies.first + conflict->remedies.n)
        return conflict->goal;
    }
  return -1;
}

static char *
describe_end (SegueLayout       *layout,
              const SegueRemedy *remedy,
              int                goal)
{
  g_autofree char *subject = name_subject (layout, goal, -1);
  g_autofree char *date = NULL;
  int days = ABS (remedy->days_later);

  if (remedy->goal_end == SEGUE_DAY_NONE)
    return NULL;
  date = segue_text_day (remedy->goal_end);
  if (remedy->is_wished && remedy->days_later > 0)
    /* Translators: what a remedy costs: a goal, as "AI graduate school"; a date; a number of days. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s then ends on %2$s, %3$'d day later than wished.",
                                         "%1$s then ends on %2$s, %3$'d days later than wished.", (gulong) days),
                            subject, date, days);
  if (remedy->is_wished)
    /* Translators: what a remedy brings: a goal, as "AI graduate school"; a date. */
    return g_strdup_printf (_("%1$s then ends on %2$s, no later than wished."), subject, date);
  if (remedy->days_later > 0)
    /* Translators: what a remedy costs: a goal, as "AI graduate school"; a date; a number of days. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s then ends on %2$s, %3$'d day later than if rules gave way.",
                                         "%1$s then ends on %2$s, %3$'d days later than if rules gave way.",
                                         (gulong) days),
                            subject, date, days);
  if (remedy->days_later < 0)
    /* Translators: what a remedy brings: a goal, as "AI graduate school"; a date; a number of days. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s then ends on %2$s, %3$'d day earlier than if rules gave way.",
                                         "%1$s then ends on %2$s, %3$'d days earlier than if rules gave way.",
                                         (gulong) days),
                            subject, date, days);
  /* Translators: what a remedy costs: a goal, as "AI graduate school"; a date. */
  return g_strdup_printf (_("%1$s then ends on %2$s."), subject, date);
}

static char *
describe_left (const SegueRemedy *remedy)
{
  const int n = remedy->conflicts_left;

  if (n <= 0)
    return NULL;
  if (remedy->gap_left > 0)
    {
      g_autofree char *days = segue_text_days (remedy->gap_left);

      /* Translators: a number of conflicts that a remedy does not solve; how many days the worst of them lacks. */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$d other conflict remains, %2$s short.",
                                           "%1$d other conflicts remain, the worst of them %2$s short.", (gulong) n),
                              n, days);
    }
  if (remedy->short_left > 0)
    {
      g_autofree char *time = segue_text_minutes (remedy->short_left);

      /* Translators: a number of conflicts that a remedy does not solve; how much time they lack in all. */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$d other conflict remains, which lacks %2$s.",
                                           "%1$d other conflicts remain, which lack %2$s in all.", (gulong) n),
                              n, time);
    }
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d other conflict remains.",
                                       "%d other conflicts remain.", (gulong) n), n);
}

/**
 * segue_text_remedy_cost:
 * @layout: a layout
 * @remedy: an index of the schedule's remedies
 *
 * Returns: (transfer full): what it costs, in one or two sentences
 */
char *
segue_text_remedy_cost (SegueLayout *layout,
                        int          remedy)
{
  const SegueRemedy *found;
  g_autofree char *end = NULL;
  g_autofree char *left = NULL;

  g_return_val_if_fail (layout != NULL, NULL);

  found = get_remedy (layout, remedy);
  g_return_val_if_fail (found != NULL, NULL);
  end = describe_end (layout, found, find_goal_of_remedy (segue_layout_get_schedule (layout), remedy));
  left = describe_left (found);
  if (end && left)
    /* Translators: two sentences, one after the other. */
    return segue_particle_resolve (g_strdup_printf (C_("two sentences", "%1$s %2$s"), end, left));
  if (end || left)
    return segue_particle_resolve (g_strdup (end ? end : left));
  return g_strdup (_("No other date changes."));
}

/**
 * segue_text_holder:
 * @layout: a layout
 * @holder: what holds a step where it is
 *
 * Returns: (transfer full): a whole sentence
 */
char *
segue_text_holder (SegueLayout       *layout,
                   const SegueHolder *holder)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (layout != NULL && holder != NULL, NULL);

  switch (holder->kind)
    {
    case SEGUE_HOLDER_RULE:
      return segue_text_rule (layout, holder->rule);
    case SEGUE_HOLDER_CAPACITY:
      if (holder->step < 0)
        return g_strdup (_("There are no hours left before."));
      /* Translators: the title of a step that keeps another from coming earlier. */
      return segue_particle_resolve (g_strdup_printf (
        _("“%s” takes the hours before."), segue_record_get_name (segue_layout_get_step (layout, holder->step))));
    case SEGUE_HOLDER_NOW:
    default:
      date = segue_text_day (segue_layout_get_now (layout));
      /* Translators: why a step does not come earlier: the date of today. */
      return g_strdup_printf (_("Nothing can be planned before today, %s."), date);
    }
}
