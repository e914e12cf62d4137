/* segue-layout-grants.c - what grants add to a plan when it is laid out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A grant emits a milestone for each of its vest dates, held there by a rule,
 * and the rules that bound its point of exercise. None of it stands in the
 * plan: it is made anew each time and can only be changed through its grant.
 */
#include "core/segue-layout-private.h"

#include <glib/gi18n-lib.h>

#include "core/segue-amounts.h"
#include "core/segue-particle.h"
#include "core/segue-text.h"

/* Unpaid leave may move vest dates: where it lies is taken from a first schedule. */
static GArray *
collect_leaves (SegueLayout         *self,
                const SegueSchedule *first)
{
  GArray *leaves = g_array_new (FALSE, FALSE, sizeof (SegueLeave));

  for (guint i = 0; first && i < self->n_own_steps; i++)
    {
      const SegueStepResult *result = &first->steps[i];

      if (segue_record_get_int (segue_layout_get_step (self, (int) i), SEGUE_STEP_LEAVE) == SEGUE_LEAVE_UNPAID &&
          result->active && result->start != SEGUE_DAY_NONE)
        {
          SegueLeave leave = { result->start, result->end + 1 };

          g_array_append_val (leaves, leave);
        }
    }
  return leaves;
}

static GArray *
read_tranches (const SegueRecord *grant)
{
  GArray *tranches = g_array_new (FALSE, FALSE, sizeof (SegueTranche));
  g_autoptr (GArray) amounts =
    segue_amounts_parse (segue_record_get_string (grant, SEGUE_GRANT_TRANCHES), "date", "units", NULL);

  for (guint i = 0; amounts && i < amounts->len; i++)
    {
      const SegueAmount *amount = &g_array_index (amounts, SegueAmount, i);
      SegueTranche tranche = { .units = amount->amount };

      if (segue_day_parse (amount->name, &tranche.date))
        g_array_append_val (tranches, tranche);
    }
  return tranches;
}

static void
read_grant (const SegueRecord *grant,
            GArray            *tranches,
            SegueGrantSpec    *spec)
{
  gint64 after_leaving = segue_record_get_int (grant, SEGUE_GRANT_EXERCISE_AFTER_LEAVING_DAYS);

  *spec = (SegueGrantSpec) {
    .units = segue_record_get_int (grant, SEGUE_GRANT_UNITS),
    .vest_from = segue_record_get_day (grant, SEGUE_GRANT_VEST_FROM),
    .cliff_months = (gint32) segue_record_get_int (grant, SEGUE_GRANT_CLIFF_MONTHS),
    .every_months = (gint32) segue_record_get_int (grant, SEGUE_GRANT_EVERY_MONTHS),
    .total_months = (gint32) segue_record_get_int (grant, SEGUE_GRANT_TOTAL_MONTHS),
    .tranches = (const SegueTranche *) (gpointer) tranches->data,
    .n_tranches = (gint32) tranches->len,
    .leave_counts = segue_record_get_bool (grant, SEGUE_GRANT_LEAVE_COUNTS),
    .exercise_from = segue_record_get_day (grant, SEGUE_GRANT_EXERCISE_FROM),
    .exercise_until = segue_record_get_day (grant, SEGUE_GRANT_EXERCISE_UNTIL),
    .exercise_after_leaving_days = after_leaving == SEGUE_NONE ? -1 : (gint32) after_leaving,
  };
}

/**
 * segue_layout_vest_by:
 * @self: a layout
 * @schedule: (nullable): where unpaid leave lies
 * @grant: a grant of its plan
 * @n_tranches: (out): how many vest dates there are
 *
 * Returns: (transfer full) (nullable): the vest dates
 */
SegueTranche *
segue_layout_vest_by (SegueLayout         *self,
                      const SegueSchedule *schedule,
                      const SegueRecord   *grant,
                      gint32              *n_tranches)
{
  g_autoptr (GArray) tranches = read_tranches (grant);
  g_autoptr (GArray) leaves = collect_leaves (self, schedule);
  SegueGrantSpec spec;

  *n_tranches = 0;
  read_grant (grant, tranches, &spec);
  if (spec.n_tranches == 0 && (spec.vest_from == SEGUE_DAY_NONE || spec.total_months == 0))
    return NULL;
  return segue_grant_vest (&spec, (const SegueLeave *) (gpointer) leaves->data, (gint32) leaves->len, n_tranches);
}

static char *
make_id (SegueLayout       *self,
         const SegueRecord *grant,
         const char        *what)
{
  g_autoptr (GString) id = g_string_new (NULL);

  g_string_printf (id, "%s@%s", segue_record_get_id (grant), what);
  while (g_hash_table_contains (self->indexes, id->str) || g_hash_table_contains (self->emitted, id->str))
    g_string_append_c (id, '+');
  return g_string_free_and_steal (g_steal_pointer (&id));
}

/* What vests stands with the exercise that it is for, or with the goal of vesting. */
static const char *
find_goal (SegueLayout       *self,
           const SegueRecord *grant)
{
  SeguePoint point;

  if (segue_layout_find_point (self, segue_record_get_string (grant, SEGUE_GRANT_EXERCISE_POINT), &point))
    return segue_record_get_string (segue_layout_get_step (self, point.step), SEGUE_STEP_GOAL);
  for (guint i = 0; i < self->goals->len; i++)
    {
      const SegueRecord *goal = segue_layout_get_goal (self, (int) i);

      if (segue_record_get_int (goal, SEGUE_GOAL_KIND) == SEGUE_GOAL_VESTING)
        return segue_record_get_id (goal);
    }
  return NULL;
}

static SegueRecord *
make_milestone (SegueLayout        *self,
                const SegueRecord  *grant,
                const SegueTranche *tranche)
{
  char date[SEGUE_DAY_TEXT_SIZE];
  g_autofree char *id = make_id (self, grant, segue_day_format (tranche->date, date));
  g_autofree char *units = segue_text_units (tranche->units);
  g_autofree char *title = NULL;
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_STEP, id);

  /* Translators: the title of a grant, a number of options or shares: "2020 options: 300 units vest". */
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s unit vests", "%s: %s units vest",
                                        (gulong) tranche->units),
                           segue_record_get_title (grant), units);
  segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, title);
  segue_record_builder_set_string (builder, SEGUE_STEP_GOAL, find_goal (self, grant));
  segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, SEGUE_STEP_MILESTONE);
  if (tranche->date < self->problem.now)
    {
      segue_record_builder_set_int (builder, SEGUE_STEP_STATUS, SEGUE_STATUS_DONE);
      segue_record_builder_set_day (builder, SEGUE_STEP_DONE_ON, tranche->date);
    }
  return segue_record_builder_end (builder);
}

static SegueRecordBuilder *
begin_rule (SegueLayout       *self,
            const SegueRecord *grant,
            const char        *what,
            SegueRelation      relation,
            const char        *point,
            char              *text)
{
  g_autofree char *id = make_id (self, grant, what);
  g_autofree char *resolved = segue_particle_resolve (text);
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_RULE, id);

  segue_record_builder_set_int (builder, SEGUE_RULE_RELATION, relation);
  segue_record_builder_set_string (builder, SEGUE_RULE_POINT, point);
  segue_record_builder_set_string (builder, SEGUE_RULE_TEXT, resolved);
  segue_record_builder_set_string (builder, SEGUE_RULE_SOURCE, segue_record_get_title (grant));
  return builder;
}

static void
end_rule (SegueLayout        *self,
          SegueRecordBuilder *builder)
{
  g_autoptr (SegueRecord) rule = segue_record_builder_end (builder);
  gboolean added = segue_layout_add_rule (self, rule);

  g_assert (added);
}

static void
emit_milestone (SegueLayout        *self,
                const SegueRecord  *grant,
                const SegueTranche *tranche)
{
  g_autoptr (SegueRecord) milestone = NULL;
  g_autofree char *units = segue_text_units (tranche->units);
  g_autofree char *date = segue_text_day (tranche->date);
  SegueRecordBuilder *rule;

  if (!segue_day_is_valid (tranche->date))
    return;
  milestone = make_milestone (self, grant, tranche);
  segue_layout_add_step (self, milestone);
  rule = begin_rule (self, grant, "vest", SEGUE_RELATION_ON, segue_record_get_id (milestone),
                     /* Translators: a number of options or shares, the title of a grant, a date. */
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s unit of “%2$s” vests on %3$s.",
                                                   "%1$s units of “%2$s” vest on %3$s.", (gulong) tranche->units),
                                      units, segue_record_get_title (grant), date));
  segue_record_builder_set_day (rule, SEGUE_RULE_DATE, tranche->date);
  end_rule (self, rule);
}

static void
emit_exercise_dates (SegueLayout       *self,
                     const SegueRecord *grant,
                     const char        *point)
{
  SegueDay from = segue_record_get_day (grant, SEGUE_GRANT_EXERCISE_FROM);
  SegueDay until = segue_record_get_day (grant, SEGUE_GRANT_EXERCISE_UNTIL);

  if (from != SEGUE_DAY_NONE)
    {
      g_autofree char *date = segue_text_day (from);
      SegueRecordBuilder *rule =
        begin_rule (self, grant, "from", SEGUE_RELATION_NOT_BEFORE, point,
                    /* Translators: the title of a grant, a date. */
                    g_strdup_printf (_("“%s” can be exercised from %s."), segue_record_get_title (grant), date));

      segue_record_builder_set_day (rule, SEGUE_RULE_DATE, from);
      end_rule (self, rule);
    }
  if (until != SEGUE_DAY_NONE)
    {
      g_autofree char *date = segue_text_day (until);
      SegueRecordBuilder *rule =
        begin_rule (self, grant, "until", SEGUE_RELATION_NOT_AFTER, point,
                    /* Translators: the title of a grant, a date. */
                    g_strdup_printf (_("“%s” can be exercised until %s."), segue_record_get_title (grant), date));

      segue_record_builder_set_day (rule, SEGUE_RULE_DATE, until);
      end_rule (self, rule);
    }
}

static gboolean
occupies_days (SegueLayout *self,
               gint32       step)
{
  return g_array_index (self->steps, SegueStepSpec, step).type != SEGUE_STEP_MILESTONE;
}

static char *
describe_leaving (const SegueRecord *grant,
                  int                days)
{
  if (days == 0)
    /* Translators: the title of a grant. */
    return g_strdup_printf (_("“%s” can be exercised only while employed."), segue_record_get_title (grant));
  /* Translators: a number of days, the title of a grant. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%2$s” can be exercised for %1$'d day after leaving.",
                                       "“%2$s” can be exercised for %1$'d days after leaving.", (gulong) days),
                          days, segue_record_get_title (grant));
}

/*
 * d(exercise) ≤ d(leaving) + n is d(exercise) + k + min ≤ d(leaving) with
 * min = -n - k, where k is the day that an end and a start lie apart.
 */
static void
emit_exercise_leaving (SegueLayout       *self,
                       const SegueRecord *grant,
                       const char        *exercise,
                       const char        *leaving)
{
  int days = (int) segue_record_get_int (grant, SEGUE_GRANT_EXERCISE_AFTER_LEAVING_DAYS);
  SeguePoint from, until;
  SegueRecordBuilder *rule;
  int k;

  if (!segue_layout_find_point (self, exercise, &from) || !segue_layout_find_point (self, leaving, &until))
    return;
  k = from.side == SEGUE_SIDE_END && until.side == SEGUE_SIDE_START &&
      occupies_days (self, from.step) && occupies_days (self, until.step);
  rule = begin_rule (self, grant, "employed", SEGUE_RELATION_AFTER, leaving, describe_leaving (grant, days));
  segue_record_builder_set_string (rule, SEGUE_RULE_OTHER, exercise);
  segue_record_builder_set_int (rule, SEGUE_RULE_MIN, -days - k);
  end_rule (self, rule);
}

static void
emit_exercise (SegueLayout       *self,
               SeguePlan         *plan,
               const SegueRecord *grant)
{
  const char *point = segue_record_get_string (grant, SEGUE_GRANT_EXERCISE_POINT);
  const char *leaving = segue_record_get_string (segue_plan_get_header (plan), SEGUE_PLAN_LEAVING);

  if (point == NULL)
    return;
  emit_exercise_dates (self, grant, point);
  if (leaving && segue_record_has (grant, SEGUE_GRANT_EXERCISE_AFTER_LEAVING_DAYS))
    emit_exercise_leaving (self, grant, point, leaving);
}

/**
 * segue_layout_add_grants:
 * @self: a layout with all that stands in the plan
 * @plan: the plan
 * @first: (nullable): where unpaid leave lies
 *
 * Adds what the grants emit.
 */
void
segue_layout_add_grants (SegueLayout         *self,
                         SeguePlan           *plan,
                         const SegueSchedule *first)
{
  const char *leaving = segue_record_get_string (segue_plan_get_header (plan), SEGUE_PLAN_LEAVING);

  if (!segue_layout_find_point (self, leaving, &self->leaving))
    self->leaving.step = -1;
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_GRANT); i++)
    {
      const SegueRecord *grant = segue_plan_get_nth (plan, SEGUE_KIND_GRANT, i);
      gint32 n_tranches;
      g_autofree SegueTranche *tranches = segue_layout_vest_by (self, first, grant, &n_tranches);

      g_ptr_array_add (self->records[SEGUE_KIND_GRANT], segue_record_ref (grant));
      for (gint32 j = 0; j < n_tranches; j++)
        emit_milestone (self, grant, &tranches[j]);
      emit_exercise (self, plan, grant);
    }
}

/**
 * segue_layout_needs_leaves:
 * @plan: a plan
 *
 * Returns: whether some vest date may depend on where unpaid leave lies
 */
gboolean
segue_layout_needs_leaves (SeguePlan *plan)
{
  gboolean shifts = FALSE;

  for (guint i = 0; !shifts && i < segue_plan_count (plan, SEGUE_KIND_GRANT); i++)
    shifts = !segue_record_get_bool (segue_plan_get_nth (plan, SEGUE_KIND_GRANT, i), SEGUE_GRANT_LEAVE_COUNTS);
  if (!shifts)
    return FALSE;
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    {
      if (segue_record_get_int (segue_plan_get_nth (plan, SEGUE_KIND_STEP, i), SEGUE_STEP_LEAVE) == SEGUE_LEAVE_UNPAID)
        return TRUE;
    }
  return FALSE;
}

/**
 * segue_layout_get_vesting:
 * @self: a layout
 * @grant: a grant of its plan
 * @n_tranches: (out): how many tranches there are
 *
 * Returns: (transfer full) (nullable): the vest dates with the units of each,
 *   moved by the unpaid leave of this layout; free with g_free()
 */
SegueTranche *
segue_layout_get_vesting (SegueLayout       *self,
                          const SegueRecord *grant,
                          gint32            *n_tranches)
{
  g_return_val_if_fail (n_tranches != NULL, NULL);
  *n_tranches = 0;
  g_return_val_if_fail (self != NULL && grant != NULL, NULL);

  return segue_layout_vest_by (self, self->schedule, grant, n_tranches);
}

/**
 * segue_layout_get_exercisable_until:
 * @self: a layout
 * @grant: a grant of its plan
 * @leaving: the last day of employment, or %SEGUE_DAY_NONE
 *
 * Returns: the last day on which its vested units can be exercised, or
 *   %SEGUE_DAY_NONE where nothing limits it
 */
SegueDay
segue_layout_get_exercisable_until (SegueLayout       *self,
                                    const SegueRecord *grant,
                                    SegueDay           leaving)
{
  g_autoptr (GArray) tranches = NULL;
  SegueGrantSpec spec;

  g_return_val_if_fail (self != NULL && grant != NULL, SEGUE_DAY_NONE);

  tranches = g_array_new (FALSE, FALSE, sizeof (SegueTranche));
  read_grant (grant, tranches, &spec);
  return segue_grant_exercisable_until (&spec, leaving);
}

/**
 * segue_layout_vest_grant:
 * @self: a layout
 * @grant: a grant of the plan that was laid out
 * @n_tranches: (out): how many vest dates there are
 *
 * Returns: (transfer full) (array length=n_tranches) (nullable): the vest
 *   dates, to be freed with g_free()
 */
SegueTranche *
segue_layout_vest_grant (SegueLayout       *self,
                         const SegueRecord *grant,
                         gint32            *n_tranches)
{
  g_return_val_if_fail (self != NULL && grant != NULL && n_tranches != NULL, NULL);

  return segue_layout_vest_by (self, self->schedule, grant, n_tranches);
}
