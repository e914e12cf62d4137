/* segue-edit-link.c - verbs: what is drawn on the timeline with the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/segue-edit-private.h"
#include "core/segue-particle.h"
#include "core/segue-trial.h"

/* A resized effort is a multiple of so many minutes. */
#define GRAIN 15

/* ---- one after another ------------------------------------------------ */

static const SegueRecord *
parse_step (SeguePlan  *plan,
            const char *point)
{
  const SegueRecord *step = NULL;
  SegueSide side;

  return point != NULL && segue_plan_parse_point (plan, point, &step, &side) ? step : NULL;
}

/* Whether rules in force already lead from @from to @to. */
static gboolean
leads_to (SeguePlan         *plan,
          const SegueRecord *from,
          const SegueRecord *to,
          GHashTable        *seen)
{
  if (from == to)
    return TRUE;
  if (!g_hash_table_add (seen, (gpointer) from))
    return FALSE;
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_RULE); i++)
    {
      const SegueRecord *rule = segue_plan_get_nth (plan, SEGUE_KIND_RULE, i);
      const SegueRecord *next;

      if (segue_record_get_int (rule, SEGUE_RULE_RELATION) != SEGUE_RELATION_AFTER ||
          !segue_record_get_bool (rule, SEGUE_RULE_ENABLED) || segue_record_get_int (rule, SEGUE_RULE_MIN) < 0 ||
          parse_step (plan, segue_record_get_string (rule, SEGUE_RULE_OTHER)) != from)
        continue;
      next = parse_step (plan, segue_record_get_string (rule, SEGUE_RULE_POINT));
      if (next != NULL && leads_to (plan, next, to, seen))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_link (SeguePlan         *plan,
            const SegueRecord *first,
            const SegueRecord *then,
            GError           **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (first == then)
    {
      segue_edit_refuse (error, g_strdup (_("A step cannot come after itself.")));
      return FALSE;
    }
  if (leads_to (plan, then, first, seen))
    {
      /* Translators: titles of two steps. */
      segue_edit_refuse (error, segue_particle_resolve (
        g_strdup_printf (_("“%1$s” already comes after “%2$s”: the two would wait for each other."),
                         segue_edit_name (first), segue_edit_name (then))));
      return FALSE;
    }
  return TRUE;
}

static char *
make_point (const SegueRecord *step,
            const char        *side)
{
  if (segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE)
    return g_strdup (segue_record_get_id (step));
  return g_strconcat (segue_record_get_id (step), side, NULL);
}

static const SegueRecord *
find_link (SeguePlan  *plan,
           const char *other,
           const char *point)
{
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_RULE); i++)
    {
      const SegueRecord *rule = segue_plan_get_nth (plan, SEGUE_KIND_RULE, i);

      if (segue_record_get_int (rule, SEGUE_RULE_RELATION) == SEGUE_RELATION_AFTER &&
          g_strcmp0 (segue_record_get_string (rule, SEGUE_RULE_OTHER), other) == 0 &&
          g_strcmp0 (segue_record_get_string (rule, SEGUE_RULE_POINT), point) == 0)
        return rule;
    }
  return NULL;
}

static SegueRecord *
make_link (SeguePlan         *plan,
           const SegueRecord *old,
           const char        *other,
           const char        *point)
{
  g_autofree char *id = old ? NULL : segue_plan_make_id (plan, "link");
  SegueRecordBuilder *builder = old ? segue_record_builder_new_from (old)
                                    : segue_record_builder_new (SEGUE_KIND_RULE, id);

  if (old == NULL)
    {
      segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_RULE));
      segue_record_builder_set_string (builder, SEGUE_RULE_SOURCE, _("Linked by hand"));
    }
  segue_record_builder_set_int (builder, SEGUE_RULE_RELATION, SEGUE_RELATION_AFTER);
  segue_record_builder_set_string (builder, SEGUE_RULE_OTHER, other);
  segue_record_builder_set_string (builder, SEGUE_RULE_POINT, point);
  segue_record_builder_set_bool (builder, SEGUE_RULE_ENABLED, TRUE);
  return segue_record_builder_end (builder);
}

/**
 * segue_edit_link:
 * @plan: a plan
 * @first: the id of the step that comes first
 * @then: the id of the step that comes after it
 * @error: return location for an error: a step cannot come after itself, nor
 *   two wait for each other
 *
 * Lets one step begin after another has ended, by one visible rule. A rule of
 * the two that is switched off comes into force again.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_link (SeguePlan   *plan,
                 const char  *first,
                 const char  *then,
                 GError     **error)
{
  const SegueRecord *from, *to, *old;
  g_autofree char *other = NULL;
  g_autofree char *point = NULL;
  g_autoptr (SegueRecord) rule = NULL;
  SegueChangeSet *change_set;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && first != NULL && then != NULL, NULL);

  from = segue_edit_find (plan, SEGUE_KIND_STEP, first, error);
  to = from ? segue_edit_find (plan, SEGUE_KIND_STEP, then, error) : NULL;
  if (to == NULL || !check_link (plan, from, to, error))
    return NULL;
  other = make_point (from, ".end");
  point = make_point (to, ".start");
  old = find_link (plan, other, point);
  rule = make_link (plan, old, other, point);
  /* Translators: an edit, in menus behind "Undo": titles of two steps; the second comes first in time. */
  change_set = segue_edit_begin (g_strdup_printf (_("Put “%1$s” After “%2$s”"), segue_edit_name (to),
                                                  segue_edit_name (from)), then);
  if (old == NULL || !segue_record_equal (old, rule))
    segue_change_set_add (change_set, old, rule);
  return segue_edit_end (plan, change_set, error);
}

/* ---- longer and shorter ----------------------------------------------- */

/* The three numbers keep their proportions and their order; the outer two are guesses, which @grain keeps plain. */
static void
scale_estimate (gint32       *estimate,
                gint32        likely,
                gint32        grain,
                const SegueField *field)
{
  double factor = estimate[SEGUE_ESTIMATE_LIKELY] > 0 ? (double) likely / estimate[SEGUE_ESTIMATE_LIKELY] : 1;
  gint32 best = grain * (gint32) round (estimate[SEGUE_ESTIMATE_OPTIMISTIC] * factor / grain);
  gint64 worst = grain * (gint64) round (estimate[SEGUE_ESTIMATE_PESSIMISTIC] * factor / grain);

  if (estimate[SEGUE_ESTIMATE_OPTIMISTIC] == estimate[SEGUE_ESTIMATE_LIKELY])
    best = likely;
  if (estimate[SEGUE_ESTIMATE_PESSIMISTIC] == estimate[SEGUE_ESTIMATE_LIKELY])
    worst = likely;

  estimate[SEGUE_ESTIMATE_LIKELY] = likely;
  estimate[SEGUE_ESTIMATE_OPTIMISTIC] = MIN (MAX (best, (gint32) field->min), likely);
  estimate[SEGUE_ESTIMATE_PESSIMISTIC] = (gint32) CLAMP (worst, likely, field->max);
}

/* Minutes that all steps together take on each day after @begin. */
static GHashTable *
count_minutes (const SegueSchedule *schedule,
               SegueDay             begin)
{
  GHashTable *minutes = g_hash_table_new (NULL, NULL);

  for (int i = 0; i < schedule->n_minutes; i++)
    {
      gpointer day = GINT_TO_POINTER (schedule->minutes[i].day);
      int sum = GPOINTER_TO_INT (g_hash_table_lookup (minutes, day));

      if (schedule->minutes[i].day > begin)
        g_hash_table_insert (minutes, day, GINT_TO_POINTER (sum + schedule->minutes[i].minutes));
    }
  return minutes;
}

/* What the step does up to @day, and what it could do in the hours left after
 * its end. */
static gint64
fill_minutes (SegueLayout *layout,
              int          step,
              SegueDay     day)
{
  const SegueStepSpec *spec = &segue_layout_get_problem (layout)->steps[step];
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  const SegueStepResult *result = &schedule->steps[step];
  g_autoptr (GHashTable) taken = count_minutes (schedule, result->end);
  gint64 minutes = 0;

  for (int i = result->minutes.first; i < result->minutes.first + result->minutes.n; i++)
    if (schedule->minutes[i].day <= day)
      minutes += schedule->minutes[i].minutes;
  for (SegueDay d = result->end + 1; d <= day; d++)
    {
      gint32 left = segue_layout_get_capacity (layout, d) -
                    GPOINTER_TO_INT (g_hash_table_lookup (taken, GINT_TO_POINTER (d)));

      if (spec->weekdays & (1u << segue_day_get_weekday (d)))
        minutes += MAX (spec->max_per_day > 0 ? MIN (left, spec->max_per_day) : left, 0);
    }
  return minutes;
}

/* A step while it is sought how long it has to be. */
typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout; /* with the step as it is */
  const SegueRecord *step;
  int index;
  SegueDay day;        /* on which it shall end */
} Resize;

static SegueRecordBuilder *
make_resized (const SegueRecord *step,
              gint64             length)
{
  guint field = segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_WAIT ? SEGUE_STEP_DAYS : SEGUE_STEP_EFFORT;
  const SegueField *info = &segue_kind_get_info (SEGUE_KIND_STEP)->fields[field];
  SegueRecordBuilder *builder = segue_record_builder_new_from (step);
  gint32 grain = field == SEGUE_STEP_EFFORT && length >= 240 ? 30 : 1;
  gint32 estimate[3];

  memcpy (estimate, segue_record_get_numbers (step, field), sizeof estimate);
  scale_estimate (estimate, (gint32) CLAMP (length, info->min, info->max), grain, info);
  segue_record_builder_set_numbers (builder, field, estimate);
  return builder;
}

/* Whether with so much left to do it ends on the day or before. */
static gboolean
ends_in_time (const Resize *resize,
              gint64        left)
{
  gint32 spent = segue_layout_get_problem (resize->layout)->steps[resize->index].spent;
  g_autoptr (SegueRecord) resized = segue_record_builder_end (make_resized (resize->step, spent + left));
  g_autoptr (SegueChangeSet) change_set = segue_change_set_new ("");
  g_autoptr (SegueLayout) tried = NULL;
  SegueDay end;

  segue_change_set_add (change_set, resize->step, resized);
  tried = segue_trial_lay_out (resize->plan, change_set, segue_layout_get_now (resize->layout), SEGUE_SOLVE_BRIEF,
                               resize->layout, NULL);
  end = tried ? segue_layout_get_step_result (tried, segue_record_get_id (resize->step))->end : SEGUE_DAY_NONE;
  return end != SEGUE_DAY_NONE && end <= resize->day;
}

/* What it could do up to the day if it had all hours to itself. */
static gint64
count_hours (const Resize *resize)
{
  const SegueStepSpec *spec = &segue_layout_get_problem (resize->layout)->steps[resize->index];
  gint64 minutes = 0;

  for (SegueDay day = segue_layout_get_now (resize->layout); day <= resize->day; day++)
    {
      gint32 there = segue_layout_get_capacity (resize->layout, day);

      if (spec->weekdays & (1u << segue_day_get_weekday (day)))
        minutes += spec->max_per_day > 0 ? MIN (there, spec->max_per_day) : there;
    }
  return minutes;
}

/*
 * The most that can be left to do if it shall end on the day. Others may give it
 * hours or take them, so it is tried: first what fits into hours that are free,
 * which it mostly is, then by halving between what ends in time and what does not.
 */
static gint64
find_left (const Resize *resize)
{
  gint64 free_hours = fill_minutes (resize->layout, resize->index, resize->day);
  gint64 guess = MAX ((free_hours + GRAIN / 2) / GRAIN, 1);
  gint64 low = 1, high = MAX (count_hours (resize) / GRAIN, guess) + 1;

  if (!ends_in_time (resize, guess * GRAIN))
    high = guess;
  else if (ends_in_time (resize, (guess + 1) * GRAIN))
    low = guess + 1;
  else
    return guess * GRAIN;
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (ends_in_time (resize, middle * GRAIN))
        low = middle;
      else
        high = middle;
    }
  return low * GRAIN;
}

static gint64
measure_resized (const Resize *resize)
{
  const SegueStepSpec *spec = &segue_layout_get_problem (resize->layout)->steps[resize->index];
  SegueDay start = segue_layout_get_schedule (resize->layout)->steps[resize->index].start;

  return spec->type == SEGUE_STEP_WAIT ? MAX (resize->day - start + 1, 1) : spec->spent + find_left (resize);
}

/**
 * segue_edit_resize:
 * @plan: a plan
 * @layout: the plan laid out as it is
 * @step_id: the id of work or of a wait
 * @day: the day on which it shall end
 * @error: return location for an error
 *
 * Gives a wait as many days, and work as much effort as it can have to end on
 * @day or, where it has no hours then, before; that is tried by laying the plan
 * out some times. The best and the worst case keep their proportion.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_resize (SeguePlan   *plan,
                   SegueLayout *layout,
                   const char  *step_id,
                   SegueDay     day,
                   GError     **error)
{
  Resize resize = { .plan = plan, .layout = layout };
  SegueDay start;
  guint field;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL && step_id != NULL, NULL);

  resize.step = segue_edit_find (plan, SEGUE_KIND_STEP, step_id, error);
  if (resize.step == NULL)
    return NULL;
  resize.index = segue_layout_find (layout, SEGUE_KIND_STEP, step_id);
  start = resize.index >= 0 ? segue_layout_get_schedule (layout)->steps[resize.index].start : SEGUE_DAY_NONE;
  field = segue_record_get_int (resize.step, SEGUE_STEP_TYPE) == SEGUE_STEP_WAIT ? SEGUE_STEP_DAYS : SEGUE_STEP_EFFORT;
  if (start == SEGUE_DAY_NONE || segue_record_get_int (resize.step, SEGUE_STEP_STATUS) == SEGUE_STATUS_DONE ||
      segue_record_get_numbers (resize.step, field) == NULL || !segue_day_is_valid (day))
    {
      /* Translators: the title of a step. */
      segue_edit_refuse (error, segue_particle_resolve (
        g_strdup_printf (_("“%s” has no length that could be changed."), segue_edit_name (resize.step))));
      return NULL;
    }
  resize.day = MAX (day, start);
  return segue_edit_change_one (plan, resize.step, make_resized (resize.step, measure_resized (&resize)),
                                /* Translators: an edit, in menus behind "Undo": the title of a step that becomes longer or shorter. */
                                g_strdup_printf (_("Change the Length of “%s”"), segue_edit_name (resize.step)), error);
}
