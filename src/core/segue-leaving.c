/* segue-leaving.c - when to leave: what each day of leaving brings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-leaving.h"

#include <glib/gi18n-lib.h>

#include "core/segue-particle.h"
#include "core/segue-text.h"
#include "core/segue-text-private.h"

/* Nobody decides on a last day further away. */
#define MOST_DAYS (3 * 366)
/* How far the days go on behind the last date of the plan. */
#define MARGIN 31

struct _SegueLeaving
{
  SegueSweep *sweep;
  GArray *spans; /* of SegueLeavingSpan */
};

static SegueLayout *
get_layout (SegueLeaving *self)
{
  return segue_sweep_get_layout (self->sweep);
}

static const SegueExploration *
get_exploration (SegueLeaving *self)
{
  return segue_sweep_get_exploration (self->sweep);
}

static int
get_index (SegueLeaving *self,
           SegueDay      day)
{
  const SegueExploration *exploration = get_exploration (self);

  if (exploration->n_days == 0 || day < exploration->days[0].day || day > exploration->days[exploration->n_days - 1].day)
    return -1;
  return day - exploration->days[0].day;
}

static int
count_grants (SegueLeaving *self)
{
  int n = 0;

  while (segue_layout_get_grant (get_layout (self), n))
    n++;
  return n;
}

/* Paid and unpaid leave that is still to be taken. */
static gboolean
is_leave (SegueLayout *layout,
          int          step)
{
  const SegueRecord *record = segue_layout_get_step (layout, step);

  return segue_record_get_int (record, SEGUE_STEP_LEAVE) != SEGUE_LEAVE_NONE &&
         segue_record_get_int (record, SEGUE_STEP_STATUS) != SEGUE_STATUS_DROPPED &&
         segue_layout_get_schedule (layout)->steps[step].active &&
         segue_layout_get_schedule (layout)->steps[step].end != SEGUE_DAY_NONE;
}

/* A schedule has everything as early as it can be: who leaves before the leave ends loses it. */
static gboolean
is_leave_taken (SegueLayout *layout,
                int          step,
                SegueDay     leaving)
{
  return segue_layout_get_schedule (layout)->steps[step].end <= leaving;
}

static gboolean
is_same_kept (SegueLeaving *self,
              int           a,
              int           b)
{
  for (int i = 0; i < count_grants (self); i++)
    if (segue_sweep_get_kept (self->sweep, a, i)->kept != segue_sweep_get_kept (self->sweep, b, i)->kept)
      return FALSE;
  return TRUE;
}

static gboolean
is_same (SegueLeaving *self,
         int           a,
         int           b)
{
  const SegueExploration *exploration = get_exploration (self);
  const SegueExploredDay *one = &exploration->days[a];
  const SegueExploredDay *other = &exploration->days[b];
  SegueLayout *layout = get_layout (self);

  if (one->feasible != other->feasible || one->unproven != other->unproven || !is_same_kept (self, a, b))
    return FALSE;
  for (gint32 i = 0; i < segue_layout_get_problem (layout)->n_goals; i++)
    if (one->feasible && exploration->goal_routes[one->first_goal_route + i] !=
                           exploration->goal_routes[other->first_goal_route + i])
      return FALSE;
  for (gint32 i = 0; i < segue_layout_get_problem (layout)->n_steps; i++)
    if (is_leave (layout, i) && is_leave_taken (layout, i, one->day) != is_leave_taken (layout, i, other->day))
      return FALSE;
  return TRUE;
}

static void
find_spans (SegueLeaving *self)
{
  const SegueExploration *exploration = get_exploration (self);

  for (gint32 i = 0; i < exploration->n_days; i++)
    {
      const SegueExploredDay *day = &exploration->days[i];
      SegueLeavingSpan span = { day->day, day->day, day->feasible };

      if (i > 0 && is_same (self, i - 1, i))
        g_array_index (self->spans, SegueLeavingSpan, self->spans->len - 1).until = day->day;
      else
        g_array_append_val (self->spans, span);
    }
}

/**
 * segue_leaving_get_range:
 * @layout: a layout
 * @point: (out): where employment ends
 * @from: (out): today
 * @until: (out): some time behind the last date of the plan
 *
 * Returns: whether the plan says where employment ends, and that is still to
 *   come
 */
gboolean
segue_leaving_get_range (SegueLayout *layout,
                         SeguePoint  *point,
                         SegueDay    *from,
                         SegueDay    *until)
{
  const SegueProblem *problem;
  const SegueSchedule *schedule;

  g_return_val_if_fail (layout != NULL && point != NULL && from != NULL && until != NULL, FALSE);

  problem = segue_layout_get_problem (layout);
  schedule = segue_layout_get_schedule (layout);
  if (!segue_layout_get_leaving (layout, point) || point->step < 0 ||
      problem->steps[point->step].status == SEGUE_STATUS_DONE ||
      problem->steps[point->step].status == SEGUE_STATUS_DROPPED)
    return FALSE;
  *from = *until = segue_layout_get_now (layout);
  for (gint32 i = 0; i < schedule->n_steps; i++)
    if (schedule->steps[i].active && schedule->steps[i].end != SEGUE_DAY_NONE)
      *until = MAX (*until, schedule->steps[i].end);
  for (gint32 i = 0; i < problem->n_rules; i++)
    if (problem->rules[i].relation != SEGUE_RELATION_AFTER && problem->rules[i].enabled)
      *until = MAX (*until, problem->rules[i].date);
  *until = MIN (*until + MARGIN, *from + MOST_DAYS);
  return TRUE;
}

/**
 * segue_leaving_new:
 * @sweep: a sweep of the point on which employment ends
 *
 * Returns: (transfer full): what the days bring
 */
SegueLeaving *
segue_leaving_new (SegueSweep *sweep)
{
  SegueLeaving *self;

  g_return_val_if_fail (sweep != NULL, NULL);

  self = g_new0 (SegueLeaving, 1);
  self->sweep = segue_sweep_ref (sweep);
  self->spans = g_array_new (FALSE, FALSE, sizeof (SegueLeavingSpan));
  find_spans (self);
  return self;
}

/**
 * segue_leaving_free:
 * @self: (nullable): what the days bring
 */
void
segue_leaving_free (SegueLeaving *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->spans);
  segue_sweep_unref (self->sweep);
  g_free (self);
}

SegueSweep *
segue_leaving_get_sweep (SegueLeaving *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sweep;
}

/**
 * segue_leaving_get_spans:
 * @self: what the days bring
 * @n_spans: (out): how many
 *
 * Returns: (transfer none) (array length=n_spans): all days, in their order
 */
const SegueLeavingSpan *
segue_leaving_get_spans (SegueLeaving *self,
                         guint        *n_spans)
{
  *n_spans = self->spans->len;
  return (const SegueLeavingSpan *) (gpointer) self->spans->data;
}

/**
 * segue_leaving_find_span:
 * @self: what the days bring
 * @day: a day
 *
 * Returns: (transfer none) (nullable): the days that bring the same
 */
const SegueLeavingSpan *
segue_leaving_find_span (SegueLeaving *self,
                         SegueDay      day)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SegueLeavingSpan *span = &g_array_index (self->spans, SegueLeavingSpan, i);

      if (span->from <= day && day <= span->until)
        return span;
    }
  return NULL;
}

/* ---- in words --------------------------------------------------------- */

static char *
describe_plan (SegueLeaving           *self,
               const SegueExploredDay *explored)
{
  SeguePoint point = segue_sweep_get_point (self->sweep);
  g_autofree char *name = segue_text_point (get_layout (self), point);
  g_autofree char *date = segue_text_day (explored->day);

  if (explored->feasible)
    /* Translators: the point on which employment ends, as "“Last day”"; a date. */
    return g_strdup_printf (_("The plan holds if %1$s is on %2$s."), name, date);
  if (explored->unproven)
    /* Translators: the point on which employment ends, as "“Last day”"; a date. */
    return g_strdup_printf (_("No way was found to keep the plan if %1$s is on %2$s; there may be one."), name, date);
  /* Translators: the point on which employment ends, as "“Last day”"; a date. */
  return g_strdup_printf (_("The plan does not hold if %1$s is on %2$s."), name, date);
}

/* A price is kept as JSON wrote it: a number, or one in quotes. */
static double
read_price (const SegueRecord *grant,
            guint              field)
{
  const char *text = segue_record_get_string (grant, field);

  return text ? g_ascii_strtod (text + (*text == '"'), NULL) : 0;
}

/* What units are worth by the value that the person has given, an option above its strike. */
static char *
describe_value (const SegueRecord *grant,
                gint64             units)
{
  const char *currency = segue_record_get_string (grant, SEGUE_GRANT_CURRENCY);
  double value = read_price (grant, SEGUE_GRANT_VALUE);
  g_autofree char *amount = NULL;

  if (!segue_record_has (grant, SEGUE_GRANT_VALUE))
    return NULL;
  if (segue_record_get_int (grant, SEGUE_GRANT_KIND) == SEGUE_GRANT_OPTION)
    value -= read_price (grant, SEGUE_GRANT_STRIKE);
  amount = segue_text_units ((gint64) CLAMP (value * (double) units, 0, 9e18));
  /* Translators: an amount of money and its currency: "3,000,000 KRW". */
  return currency ? g_strdup_printf (C_("amount of money", "%1$s %2$s"), amount, currency) : g_steal_pointer (&amount);
}

static char *
describe_grant (const SegueRecord *grant,
                const SegueKept   *kept)
{
  g_autofree char *units = segue_text_units (kept->kept + kept->forfeited);
  g_autofree char *stays = segue_text_units (kept->kept);
  g_autofree char *goes = segue_text_units (kept->forfeited);
  g_autofree char *worth = describe_value (grant, kept->kept);
  g_autofree char *loss = describe_value (grant, kept->forfeited);

  if (worth)
    /* Translators: the title of a grant; units kept, units in all, units forfeited; what is kept and what is lost in money. */
    return g_strdup_printf (_("“%1$s”: %2$s of %3$s units kept, worth %5$s; %4$s forfeited, worth %6$s."),
                            segue_record_get_name (grant), stays, units, goes, worth, loss);
  /* Translators: the title of a grant; units kept, units in all, units forfeited. */
  return g_strdup_printf (_("“%1$s”: %2$s of %3$s units kept, %4$s forfeited."),
                          segue_record_get_name (grant), stays, units, goes);
}

/* Whether the last day to exercise comes before the first one. */
static gboolean
is_worthless (const SegueRecord *grant,
              const SegueKept   *kept)
{
  SegueDay begin = segue_record_get_day (grant, SEGUE_GRANT_EXERCISE_FROM);

  return segue_record_get_int (grant, SEGUE_GRANT_KIND) == SEGUE_GRANT_OPTION && begin != SEGUE_DAY_NONE &&
         kept->exercisable_until != SEGUE_DAY_NONE && kept->exercisable_until < begin;
}

static char *
describe_exercise (const SegueRecord *grant,
                   const SegueKept   *kept)
{
  SegueDay begin = segue_record_get_day (grant, SEGUE_GRANT_EXERCISE_FROM);
  g_autofree char *from = begin == SEGUE_DAY_NONE ? NULL : segue_text_day (begin);
  g_autofree char *until = kept->exercisable_until == SEGUE_DAY_NONE ? NULL : segue_text_day (kept->exercisable_until);

  if (kept->kept == 0 || until == NULL || segue_record_get_int (grant, SEGUE_GRANT_KIND) != SEGUE_GRANT_OPTION)
    return NULL;
  if (is_worthless (grant, kept))
    /* Translators: of options: the first day on which they may be exercised, which comes too late. */
    return g_strdup_printf (_("None of them can be exercised: that is possible only from %s on."), from);
  /* Translators: of options: a date. */
  return g_strdup_printf (_("They can be exercised until %s."), until);
}

static char *
describe_leave (SegueLayout *layout,
                int          step,
                SegueDay     day)
{
  const char *title = segue_record_get_name (segue_layout_get_step (layout, step));

  if (is_leave_taken (layout, step, day))
    /* Translators: the title of a leave, such as a sabbatical. */
    return g_strdup_printf (_("“%s” can be taken before."), title);
  /* Translators: the title of a leave, such as a sabbatical. */
  return g_strdup_printf (_("“%s” is lost."), title);
}

static void
take (GStrvBuilder *sentences,
      char         *sentence)
{
  if (sentence)
    g_strv_builder_take (sentences, segue_particle_resolve (sentence));
}

static char *
describe_route (SegueLeaving *self,
                int           index,
                int           goal)
{
  const SegueExploration *exploration = get_exploration (self);
  const SegueRecord *route =
    segue_layout_get_route (get_layout (self), exploration->goal_routes[exploration->days[index].first_goal_route + goal]);

  if (route == NULL)
    return NULL;
  /* Translators: the title of a goal and of the route by which it is reached. */
  return g_strdup_printf (_("“%1$s”: %2$s."), segue_record_get_name (segue_layout_get_goal (get_layout (self), goal)),
                          segue_record_get_name (route));
}

/**
 * segue_leaving_describe_day:
 * @self: what the days bring
 * @day: the last day of employment
 *
 * Returns: (transfer full): whole sentences: whether the plan holds, by which
 *   routes, what is kept of each grant, which leave can be taken; none for a
 *   day that was not tried
 */
char **
segue_leaving_describe_day (SegueLeaving *self,
                            SegueDay      day)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  SegueLayout *layout;
  gboolean feasible;
  int index;

  g_return_val_if_fail (self != NULL, NULL);

  layout = get_layout (self);
  index = get_index (self, day);
  if (index < 0)
    return g_strv_builder_end (sentences);
  feasible = get_exploration (self)->days[index].feasible;
  take (sentences, describe_plan (self, &get_exploration (self)->days[index]));
  for (gint32 i = 0; i < segue_layout_get_problem (layout)->n_goals && feasible; i++)
    take (sentences, describe_route (self, index, i));
  for (int i = 0; i < count_grants (self); i++)
    {
      take (sentences, describe_grant (segue_layout_get_grant (layout, i), segue_sweep_get_kept (self->sweep, index, i)));
      take (sentences, describe_exercise (segue_layout_get_grant (layout, i), segue_sweep_get_kept (self->sweep, index, i)));
    }
  for (gint32 i = 0; i < segue_layout_get_problem (layout)->n_steps; i++)
    if (is_leave (layout, i))
      take (sentences, describe_leave (layout, i, day));
  return g_strv_builder_end (sentences);
}

static void
add_routes (SegueLeaving *self,
            int           index,
            GStrvBuilder *parts)
{
  const SegueExploration *exploration = get_exploration (self);

  for (gint32 i = 0; i < segue_layout_get_problem (get_layout (self))->n_goals; i++)
    {
      const SegueRecord *route =
        segue_layout_get_route (get_layout (self), exploration->goal_routes[exploration->days[index].first_goal_route + i]);

      if (route)
        g_strv_builder_add (parts, segue_record_get_name (route));
    }
}

/**
 * segue_leaving_name_routes:
 * @self: what the days bring
 * @day: the last day of employment
 *
 * Returns: (transfer full) (nullable): the routes that the goals then get
 */
char *
segue_leaving_name_routes (SegueLeaving *self,
                           SegueDay      day)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  int index;

  g_return_val_if_fail (self != NULL, NULL);

  index = get_index (self, day);
  if (index < 0)
    return NULL;
  add_routes (self, index, parts);
  strings = g_strv_builder_end (parts);
  return strings[0] ? g_strjoinv (" · ", strings) : NULL;
}

static void
add_grants (SegueLeaving *self,
            int           index,
            GStrvBuilder *parts)
{
  for (int i = 0; i < count_grants (self); i++)
    {
      const SegueKept *kept = segue_sweep_get_kept (self->sweep, index, i);
      g_autofree char *stays = segue_text_units (kept->kept);
      g_autofree char *units = segue_text_units (kept->kept + kept->forfeited);

      if (kept->kept > 0 && is_worthless (segue_layout_get_grant (get_layout (self), i), kept))
        /* Translators: units of a grant that have vested, of all. */
        g_strv_builder_take (parts, g_strdup_printf (_("%1$s of %2$s units vested, none exercisable"), stays, units));
      else
        /* Translators: units of a grant that are kept, of all. */
        g_strv_builder_take (parts, g_strdup_printf (_("%1$s of %2$s units kept"), stays, units));
    }
}

static void
add_leaves (SegueLeaving *self,
            SegueDay      day,
            GStrvBuilder *parts)
{
  SegueLayout *layout = get_layout (self);

  for (gint32 i = 0; i < segue_layout_get_problem (layout)->n_steps; i++)
    if (is_leave (layout, i))
      g_strv_builder_take (parts, g_strdup_printf (is_leave_taken (layout, i, day)
                                                     /* Translators: the title of a leave, such as a sabbatical. */
                                                     ? C_("leave", "%s taken")
                                                     /* Translators: the title of a leave, such as a sabbatical. */
                                                     : C_("leave", "%s lost"),
                                                   segue_record_get_name (segue_layout_get_step (layout, i))));
}

/**
 * segue_leaving_summarize_day:
 * @self: what the days bring
 * @day: the last day of employment
 *
 * Returns: (transfer full) (nullable): the same in one line: "Fall 2023 ·
 *   900 of 1,200 units kept · Sabbatical taken"
 */
char *
segue_leaving_summarize_day (SegueLeaving *self,
                             SegueDay      day)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  int index;

  g_return_val_if_fail (self != NULL, NULL);

  index = get_index (self, day);
  if (index < 0)
    return NULL;
  if (get_exploration (self)->days[index].feasible)
    add_routes (self, index, parts);
  else
    g_strv_builder_add (parts, get_exploration (self)->days[index].unproven ? _("No way was found to keep the plan")
                                                                            : _("The plan does not hold"));
  add_grants (self, index, parts);
  add_leaves (self, day, parts);
  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}

/* Whether @route is one that the plan then takes, or no route at all. */
static gboolean
is_taken (SegueLeaving *self,
          SegueDay      day,
          int           route)
{
  const SegueExploration *exploration = get_exploration (self);
  int goal = route >= 0 ? segue_layout_get_problem (get_layout (self))->routes[route].goal : -1;

  return route < 0 || exploration->goal_routes[exploration->days[get_index (self, day)].first_goal_route + goal] == route;
}

/* The engine tells why each route ends; of interest is the one that is taken. */
static gboolean
is_of_run (SegueLeaving *self,
           SegueDay      day,
           int           index)
{
  const SegueProblem *problem = segue_layout_get_problem (get_layout (self));
  const SegueRuleSpec *rule = &problem->rules[index];

  return is_taken (self, day, rule->route) && is_taken (self, day, problem->steps[rule->point.step].route) &&
         (rule->relation != SEGUE_RELATION_AFTER || is_taken (self, day, problem->steps[rule->other.step].route));
}

static void
add_reasons (SegueLeaving           *self,
             const SegueExploredRun *run,
             gboolean                later,
             GStrvBuilder           *sentences)
{
  SegueSlice slice = later ? run->ends_because : run->begins_because;

  for (gint32 i = 0; i < slice.n; i++)
    {
      int index = get_exploration (self)->refs[slice.first + i];
      g_autofree char *rule = segue_text_rule (get_layout (self), index);

      if (!is_of_run (self, run->from, index))
        continue;
      /* Translators: why a last day of work can be no later: a rule as a sentence. */
      g_strv_builder_take (sentences, later ? g_strdup_printf (_("No later: %s"), rule)
                                            /* Translators: why a last day of work can be no earlier: a rule as a sentence. */
                                            : g_strdup_printf (_("No earlier: %s"), rule));
    }
}

/**
 * segue_leaving_describe_run:
 * @self: what the days bring
 * @run: an index of the exploration's runs
 *
 * Returns: (transfer full): the days on which the plan holds, and then the
 *   rules before and behind them
 */
char **
segue_leaving_describe_run (SegueLeaving *self,
                            int           run)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  const SegueExploredRun *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (run >= 0 && run < get_exploration (self)->n_runs, NULL);

  found = &get_exploration (self)->runs[run];
  g_strv_builder_take (sentences, segue_text_span (found->from, found->until));
  add_reasons (self, found, FALSE, sentences);
  add_reasons (self, found, TRUE, sentences);
  return g_strv_builder_end (sentences);
}

/**
 * segue_leaving_describe_runs:
 * @self: what the days bring
 *
 * Returns: (transfer full): when the plan holds, in one sentence
 */
char *
segue_leaving_describe_runs (SegueLeaving *self)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func (g_free);
  const SegueExploration *exploration;
  g_autofree char *list = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  exploration = get_exploration (self);
  for (gint32 i = 0; i < exploration->n_runs; i++)
    g_ptr_array_add (spans, segue_text_span (exploration->runs[i].from, exploration->runs[i].until));
  if (spans->len == 0)
    return g_strdup (_("There is no day on which the plan would hold."));
  list = segue_text_list ((const char *const *) spans->pdata, spans->len);
  /* Translators: spans of days, as "15 June to 31 August 2023 and 14 September 2023 to 3 March 2024". */
  return segue_particle_resolve (g_strdup_printf (_("The plan holds on any of these days: %s."), list));
}

/**
 * segue_leaving_to_text:
 * @self: what the days bring
 *
 * Returns: (transfer full): all of it, one line for days that bring the same
 */
char *
segue_leaving_to_text (SegueLeaving *self)
{
  GString *text;
  g_autofree char *runs = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  runs = segue_leaving_describe_runs (self);
  g_string_append_printf (text, "%s\n\n", runs);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const SegueLeavingSpan *span = &g_array_index (self->spans, SegueLeavingSpan, i);
      g_autofree char *days = segue_text_span (span->from, span->until);
      g_autofree char *line = segue_leaving_summarize_day (self, span->from);

      g_string_append_printf (text, "%s\t%s\n", days, line);
    }
  return g_string_free (text, FALSE);
}
