/* segue-effect.c - what an edit does to the days and the goals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-effect.h"

#include <glib/gi18n-lib.h>

#include "core/segue-particle.h"
#include "core/segue-text-private.h"

struct _SegueEffect
{
  SegueLayout *before;
  SegueLayout *after;
  GArray *steps;  /* of SegueEffectStep */
  GArray *goals;  /* of SegueEffectGoal */
  GArray *broken; /* of SegueBroken, rules of the later layout */
};

static void
read_dates (SegueLayout *layout,
            int          step,
            SegueDay    *first,
            SegueDay    *last)
{
  const SegueStepResult *result = step >= 0 ? &segue_layout_get_schedule (layout)->steps[step] : NULL;

  *first = result && result->active ? result->start : SEGUE_DAY_NONE;
  *last = result && result->active ? result->end : SEGUE_DAY_NONE;
}

static void
compare_step (SegueEffect *self,
              const char      *id,
              int              before,
              int              after)
{
  SegueEffectStep step = { .id = id, .before = before, .after = after };

  read_dates (self->before, before, &step.first_before, &step.last_before);
  read_dates (self->after, after, &step.first, &step.last);
  if (step.first != step.first_before || step.last != step.last_before)
    g_array_append_val (self->steps, step);
}

static void
compare_steps (SegueEffect *self)
{
  for (gint32 i = 0; i < segue_layout_get_problem (self->after)->n_steps; i++)
    {
      const char *id = segue_record_get_id (segue_layout_get_step (self->after, i));

      compare_step (self, id, segue_layout_find (self->before, SEGUE_KIND_STEP, id), i);
    }
  for (gint32 i = 0; i < segue_layout_get_problem (self->before)->n_steps; i++)
    {
      const char *id = segue_record_get_id (segue_layout_get_step (self->before, i));

      if (segue_layout_find (self->after, SEGUE_KIND_STEP, id) < 0)
        compare_step (self, id, i, -1);
    }
}

static gboolean
is_reached (const SegueSchedule *schedule,
            int                  goal)
{
  int route = schedule->goals[goal].chosen;

  return route >= 0 ? schedule->routes[route].status == SEGUE_ROUTE_CHOSEN : schedule->goals[goal].conflicts.n == 0;
}

/* Whether both indexes stand for the same route, or both for none. */
static gboolean
is_same_route (SegueEffect *self,
               int              before,
               int              after)
{
  if (before < 0 || after < 0)
    return before < 0 && after < 0;
  return g_str_equal (segue_record_get_id (segue_layout_get_route (self->before, before)),
                      segue_record_get_id (segue_layout_get_route (self->after, after)));
}

static void
compare_goals (SegueEffect *self)
{
  const SegueSchedule *earlier = segue_layout_get_schedule (self->before);
  const SegueSchedule *later = segue_layout_get_schedule (self->after);

  for (gint32 i = 0; i < later->n_goals; i++)
    {
      int other = segue_layout_find (self->before, SEGUE_KIND_GOAL, segue_record_get_id (segue_layout_get_goal (self->after, i)));
      SegueEffectGoal goal = { .goal = i, .after = later->goals[i].chosen, .can = is_reached (later, i) };

      if (other < 0)
        continue;
      goal.before = earlier->goals[other].chosen;
      goal.could = is_reached (earlier, other);
      if (goal.could != goal.can || !is_same_route (self, goal.before, goal.after))
        g_array_append_val (self->goals, goal);
    }
}

/* By how much a rule was broken before. */
static int
get_days_broken (SegueLayout *layout,
                 const char  *rule_id)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  int rule = segue_layout_find (layout, SEGUE_KIND_RULE, rule_id);

  for (gint32 i = 0; i < schedule->n_broken; i++)
    if (schedule->broken[i].rule == rule)
      return schedule->broken[i].days_late;
  return 0;
}

static void
compare_broken (SegueEffect *self)
{
  const SegueSchedule *later = segue_layout_get_schedule (self->after);

  for (gint32 i = 0; i < later->n_broken; i++)
    {
      const char *id = segue_record_get_id (segue_layout_get_rule (self->after, later->broken[i].rule));

      if (later->broken[i].days_late > get_days_broken (self->before, id))
        g_array_append_val (self->broken, later->broken[i]);
    }
}

/**
 * segue_effect_new:
 * @before: how it lies
 * @after: how it would lie
 *
 * Returns: (transfer full): what differs; it holds both layouts
 */
SegueEffect *
segue_effect_new (SegueLayout *before,
                      SegueLayout *after)
{
  SegueEffect *self;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = g_new0 (SegueEffect, 1);
  self->before = segue_layout_ref (before);
  self->after = segue_layout_ref (after);
  self->steps = g_array_new (FALSE, FALSE, sizeof (SegueEffectStep));
  self->goals = g_array_new (FALSE, FALSE, sizeof (SegueEffectGoal));
  self->broken = g_array_new (FALSE, FALSE, sizeof (SegueBroken));
  compare_steps (self);
  compare_goals (self);
  compare_broken (self);
  return self;
}

/**
 * segue_effect_free:
 * @self: (nullable): an effect
 */
void
segue_effect_free (SegueEffect *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->steps);
  g_array_unref (self->goals);
  g_array_unref (self->broken);
  segue_layout_unref (self->before);
  segue_layout_unref (self->after);
  g_free (self);
}

/**
 * segue_effect_get_steps:
 * @self: an effect
 * @n_steps: (out): how many
 *
 * Returns: (transfer none) (array length=n_steps): what lies elsewhere
 */
const SegueEffectStep *
segue_effect_get_steps (SegueEffect *self,
                            guint           *n_steps)
{
  *n_steps = self->steps->len;
  return (const SegueEffectStep *) (gpointer) self->steps->data;
}

/**
 * segue_effect_get_goals:
 * @self: an effect
 * @n_goals: (out): how many
 *
 * Returns: (transfer none) (array length=n_goals): the goals that are reached
 *   otherwise
 */
const SegueEffectGoal *
segue_effect_get_goals (SegueEffect *self,
                            guint           *n_goals)
{
  *n_goals = self->goals->len;
  return (const SegueEffectGoal *) (gpointer) self->goals->data;
}

/**
 * segue_effect_get_broken:
 * @self: an effect
 * @n_broken: (out): how many
 *
 * Returns: (transfer none) (array length=n_broken): the rules of the later
 *   layout that are newly broken, or by more days
 */
const SegueBroken *
segue_effect_get_broken (SegueEffect *self,
                             guint           *n_broken)
{
  *n_broken = self->broken->len;
  return (const SegueBroken *) (gpointer) self->broken->data;
}

/* ---- in words --------------------------------------------------------- */

static char *
describe_goal (SegueEffect         *self,
               const SegueEffectGoal *goal)
{
  const char *title = segue_record_get_name (segue_layout_get_goal (self->after, goal->goal));
  const char *before = goal->before >= 0 ? segue_record_get_name (segue_layout_get_route (self->before, goal->before)) : NULL;
  const char *after = goal->after >= 0 ? segue_record_get_name (segue_layout_get_route (self->after, goal->after)) : NULL;

  if (goal->could && !goal->can)
    /* Translators: what a change does: the title of a goal. */
    return g_strdup_printf (_("“%s” can then no longer be reached."), title);
  if (goal->can && before && after && !is_same_route (self, goal->before, goal->after))
    /* Translators: what a change does: the title of a goal, that of the route it then takes, that of the one before. */
    return g_strdup_printf (_("“%1$s” then takes %2$s instead of %3$s."), title, after, before);
  if (goal->can && after)
    /* Translators: what a change does: the titles of a goal and of a route. */
    return g_strdup_printf (_("“%1$s” can then be reached: %2$s."), title, after);
  if (goal->can)
    /* Translators: what a change does: the title of a goal. */
    return g_strdup_printf (_("“%s” can then be reached."), title);
  return NULL;
}

/* How a route stands that is not taken, where that changes and one side cannot be. */
static char *
describe_route (SegueEffect *self,
                int          route)
{
  const SegueRecord *record = segue_layout_get_route (self->after, route);
  int before = segue_layout_find (self->before, SEGUE_KIND_ROUTE, segue_record_get_id (record));
  const SegueRouteResult *now = before >= 0 ? &segue_layout_get_schedule (self->before)->routes[before] : NULL;
  const SegueRouteResult *then = &segue_layout_get_schedule (self->after)->routes[route];
  g_autofree char *state_now = before >= 0 ? segue_text_route_state (self->before, before) : NULL;
  g_autofree char *state_then = segue_text_route_state (self->after, route);

  if (now == NULL || now->status == SEGUE_ROUTE_CHOSEN || then->status == SEGUE_ROUTE_CHOSEN ||
      (now->status != SEGUE_ROUTE_INFEASIBLE && then->status != SEGUE_ROUTE_INFEASIBLE) ||
      g_str_equal (state_now, state_then))
    return NULL;
  /* Translators: what a change does to a route: its title; how it then stands and how it stands now, as "32 days short". */
  return g_strdup_printf (_("“%1$s”: %2$s (now %3$s)"), segue_record_get_name (record), state_then, state_now);
}

static char *
describe_broken (SegueEffect   *self,
                 const SegueBroken *broken)
{
  g_autofree char *rule = segue_text_rule_quoted (self->after, broken->rule);

  /* Translators: what a change does: a number of days, a rule as a sentence. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Missed by %1$'d day: %2$s",
                                       "Missed by %1$'d days: %2$s", (gulong) broken->days_late),
                          broken->days_late, rule);
}

static char *
describe_shift (const char *title,
                int         days,
                const char *where)
{
  if (days > 0)
    /* Translators: what a change does: the title of a step, a number of days, a day or a span of days. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” moves %2$'d day later: %3$s.",
                                         "“%1$s” moves %2$'d days later: %3$s.", (gulong) days),
                            title, days, where);
  /* Translators: what a change does: the title of a step, a number of days, a day or a span of days. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” moves %2$'d day earlier: %3$s.",
                                       "“%1$s” moves %2$'d days earlier: %3$s.", (gulong) -days),
                          title, -days, where);
}

static char *
describe_end (const char *title,
              int         days,
              const char *day)
{
  if (days > 0)
    /* Translators: what a change does: the title of a step, a number of days, the day on which it then ends. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” ends %2$'d day later, on %3$s.",
                                         "“%1$s” ends %2$'d days later, on %3$s.", (gulong) days),
                            title, days, day);
  /* Translators: what a change does: the title of a step, a number of days, the day on which it then ends. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” ends %2$'d day earlier, on %3$s.",
                                       "“%1$s” ends %2$'d days earlier, on %3$s.", (gulong) -days),
                          title, -days, day);
}

static char *
describe_start (const char *title,
                int         days,
                const char *day)
{
  if (days > 0)
    /* Translators: what a change does: the title of a step, a number of days, the day on which it then starts. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” starts %2$'d day later, on %3$s.",
                                         "“%1$s” starts %2$'d days later, on %3$s.", (gulong) days),
                            title, days, day);
  /* Translators: what a change does: the title of a step, a number of days, the day on which it then starts. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” starts %2$'d day earlier, on %3$s.",
                                       "“%1$s” starts %2$'d days earlier, on %3$s.", (gulong) -days),
                          title, -days, day);
}

static const SegueRecord *
get_record (SegueEffect         *self,
            const SegueEffectStep *step)
{
  return step->after >= 0 ? segue_layout_get_step (self->after, step->after)
                          : segue_layout_get_step (self->before, step->before);
}

static char *
describe_step (SegueEffect         *self,
               const SegueEffectStep *step)
{
  const char *title = segue_record_get_name (get_record (self, step));
  g_autofree char *span = step->first == SEGUE_DAY_NONE ? NULL : segue_text_span (step->first, step->last);
  g_autofree char *start = step->first == SEGUE_DAY_NONE ? NULL : segue_text_day (step->first);
  g_autofree char *end = step->last == SEGUE_DAY_NONE ? NULL : segue_text_day (step->last);

  if (step->first == SEGUE_DAY_NONE)
    /* Translators: what a change does: the title of a step. */
    return g_strdup_printf (_("“%s” falls away."), title);
  if (step->first_before == SEGUE_DAY_NONE)
    /* Translators: what a change does: the title of a step, a day or a span of days. */
    return g_strdup_printf (_("“%1$s” is added: %2$s."), title, span);
  if (step->last - step->last_before == step->first - step->first_before)
    return describe_shift (title, step->last - step->last_before, span);
  if (step->last != step->last_before)
    return describe_end (title, step->last - step->last_before, end);
  return describe_start (title, step->first - step->first_before, start);
}

/* A wish is not a rule: that it is missed is told, and breaks nothing. */
static char *
describe_wish (SegueEffect           *self,
               const SegueEffectStep *step)
{
  int late = step->after >= 0 ? segue_layout_get_schedule (self->after)->steps[step->after].late_days : 0;
  int late_before = step->before >= 0 ? segue_layout_get_schedule (self->before)->steps[step->before].late_days : 0;

  if (late <= MAX (late_before, 0))
    return NULL;
  return segue_text_missed_target (segue_record_get_name (get_record (self, step)), late);
}

/* Steps of a route that comes or goes are told by the sentence about the route. */
static gboolean
is_told_by_route (SegueEffect         *self,
                  const SegueEffectStep *step)
{
  return (step->first == SEGUE_DAY_NONE || step->first_before == SEGUE_DAY_NONE) &&
         segue_record_get_string (get_record (self, step), SEGUE_STEP_ROUTE) != NULL;
}

static void
add_sentence (GStrvBuilder *sentences,
              char         *sentence)
{
  if (sentence)
    g_strv_builder_take (sentences, segue_particle_resolve (sentence));
}

/* What becomes of the goals and the routes, and which rules break; what becomes of @but is known. */
static void
describe_worst (SegueEffect  *self,
                GStrvBuilder *sentences,
                const char   *but)
{
  for (guint i = 0; i < self->goals->len; i++)
    add_sentence (sentences, describe_goal (self, &g_array_index (self->goals, SegueEffectGoal, i)));
  for (gint32 i = 0; i < segue_layout_get_problem (self->after)->n_routes; i++)
    if (g_strcmp0 (segue_record_get_id (segue_layout_get_route (self->after, i)), but) != 0)
      add_sentence (sentences, describe_route (self, i));
  for (guint i = 0; i < self->broken->len; i++)
    add_sentence (sentences, describe_broken (self, &g_array_index (self->broken, SegueBroken, i)));
}

/* Which wishes are missed, and what else moves; that @but moves is known. */
static void
describe_days (SegueEffect  *self,
               GStrvBuilder *sentences,
               const char   *but)
{
  for (guint i = 0; i < self->steps->len; i++)
    add_sentence (sentences, describe_wish (self, &g_array_index (self->steps, SegueEffectStep, i)));
  for (guint i = 0; i < self->steps->len; i++)
    {
      const SegueEffectStep *step = &g_array_index (self->steps, SegueEffectStep, i);

      if (!is_told_by_route (self, step) && g_strcmp0 (step->id, but) != 0)
        add_sentence (sentences, describe_step (self, step));
    }
}

/**
 * segue_effect_describe:
 * @self: an effect
 *
 * Returns: (transfer full): whole sentences: what becomes of the goals, what
 *   breaks, which wishes are missed, what moves; none where nothing differs
 */
char **
segue_effect_describe (SegueEffect *self)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  describe_worst (self, sentences, NULL);
  describe_days (self, sentences, NULL);
  return g_strv_builder_end (sentences);
}

/**
 * segue_effect_summarize:
 * @self: an effect
 *
 * Returns: (transfer full): what matters most of it, in one or two sentences
 */
char *
segue_effect_summarize (SegueEffect *self)
{
  g_auto (GStrv) sentences = NULL;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  sentences = segue_effect_describe (self);
  n = g_strv_length (sentences);
  if (n == 0)
    return g_strdup (_("No other date changes."));
  if (n <= 2)
    return g_strjoinv (" ", sentences);
  /* Translators: a whole sentence, and how many more things change (two or more). */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s One more thing changes.",
                                       "%1$s %2$u more things change.", n - 1),
                          sentences[0], n - 1);
}

/* ---- all of it ---------------------------------------------------------- */

/* When the last of a goal's steps ends. */
static SegueDay
get_goal_end (SegueLayout *layout,
              const char  *goal)
{
  SegueDay end = SEGUE_DAY_NONE;

  for (gint32 i = 0; i < segue_layout_get_problem (layout)->n_steps; i++)
    {
      const SegueRecord *step = segue_layout_get_step (layout, i);
      SegueDay first, last;

      if (g_strcmp0 (segue_record_get_string (step, SEGUE_STEP_GOAL), goal) != 0 ||
          segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_PRACTICE)
        continue;
      read_dates (layout, i, &first, &last);
      end = MAX (end, last);
    }
  return end;
}

/* The route says where to; this says until when. */
static char *
describe_goal_end (SegueEffect           *self,
                   const SegueEffectGoal *goal)
{
  const SegueRecord *record = segue_layout_get_goal (self->after, goal->goal);
  SegueDay before = get_goal_end (self->before, segue_record_get_id (record));
  SegueDay after = get_goal_end (self->after, segue_record_get_id (record));
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  if (!goal->can || before == after || before == SEGUE_DAY_NONE || after == SEGUE_DAY_NONE)
    return NULL;
  then = segue_text_day (after);
  now = segue_text_day (before);
  /* Translators: what a change does: the title of a goal, the date on which its last step then is, that on which it is now. */
  return g_strdup_printf (_("“%1$s” is then reached on %2$s instead of %3$s."), segue_record_get_name (record), then, now);
}

static char *
join_first (char **sentences,
            guint  most)
{
  g_autoptr (GString) text = g_string_new (sentences[0]);
  guint n = g_strv_length (sentences);
  guint told = n <= most + 1 ? n : most;

  for (guint i = 1; i < told; i++)
    g_string_append_printf (text, "\n%s", sentences[i]);
  if (told < n)
    {
      g_string_append_c (text, '\n');
      /* Translators: after a list of what a change does: how many things more. */
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u more thing changes.", "%u more things change.", n - told),
                              n - told);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * segue_effect_tell:
 * @self: an effect
 * @but: (nullable): the id of a step or route whose own change need not be told
 * @most: how many sentences at most; one more takes the place of "one more"
 *
 * Returns: (transfer full) (nullable): what follows, the worst first, each on a
 *   line of its own; %NULL where nothing does
 */
char *
segue_effect_tell (SegueEffect *self,
                   const char  *but,
                   guint        most)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;

  g_return_val_if_fail (self != NULL && most > 0, NULL);

  describe_worst (self, builder, but);
  for (guint i = 0; i < self->goals->len; i++)
    add_sentence (builder, describe_goal_end (self, &g_array_index (self->goals, SegueEffectGoal, i)));
  describe_days (self, builder, but);
  sentences = g_strv_builder_end (builder);
  return sentences[0] ? join_first (sentences, most) : NULL;
}
