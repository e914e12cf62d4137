/* segue-baseline.c - dates frozen earlier, and how far steps have slipped since
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One step stands as "STEP START END". The two days are of a fixed length, so
 * an id may hold anything, blanks among them:
 *
 *     english 2022-06-06 2022-09-30
 *     ▲       ▲          ▲
 *     id      -21        -10   from the end
 */
#include "core/segue-baseline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/segue-edit-private.h"
#include "core/segue-text.h"

#define DAY_LENGTH (SEGUE_DAY_TEXT_SIZE - 1)
#define TAIL_LENGTH (2 * (1 + DAY_LENGTH))

typedef struct
{
  SegueDay start;
  SegueDay end;
} Dates;

struct _SegueBaseline
{
  GHashTable *dates; /* id to Dates */
};

static gboolean
parse_day (const char *text,
           SegueDay   *day)
{
  char buffer[SEGUE_DAY_TEXT_SIZE];

  memcpy (buffer, text, DAY_LENGTH);
  buffer[DAY_LENGTH] = '\0';
  return segue_day_parse (buffer, day);
}

/**
 * segue_baseline_parse:
 * @text: one of the dates of a baseline, "STEP START END"
 * @dates: (out caller-allocates): what it says; its id points into @text
 *
 * Returns: whether @text is of that form
 */
gboolean
segue_baseline_parse (const char         *text,
                      SegueBaselineDates *dates)
{
  gsize length = strlen (text);
  const char *tail;

  if (length <= TAIL_LENGTH)
    return FALSE;
  dates->id = text;
  dates->id_length = length - TAIL_LENGTH;
  tail = text + dates->id_length;
  return tail[0] == ' ' && tail[1 + DAY_LENGTH] == ' ' &&
         parse_day (tail + 1, &dates->start) &&
         parse_day (tail + 2 + DAY_LENGTH, &dates->end) &&
         dates->start <= dates->end;
}

/**
 * segue_baseline_new:
 * @record: a %SEGUE_KIND_BASELINE
 *
 * Returns: (transfer full): what stands in it, by step
 */
SegueBaseline *
segue_baseline_new (const SegueRecord *record)
{
  const char *const *texts;
  SegueBaseline *self;

  g_return_val_if_fail (record != NULL && segue_record_get_kind (record) == SEGUE_KIND_BASELINE, NULL);

  self = g_new0 (SegueBaseline, 1);
  self->dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  texts = segue_record_get_strings (record, SEGUE_BASELINE_DATES);
  for (guint i = 0; texts && texts[i]; i++)
    {
      SegueBaselineDates parsed;
      Dates dates;

      if (!segue_baseline_parse (texts[i], &parsed))
        continue;
      dates = (Dates) { parsed.start, parsed.end };
      g_hash_table_insert (self->dates, g_strndup (parsed.id, parsed.id_length), g_memdup2 (&dates, sizeof dates));
    }
  return self;
}

void
segue_baseline_free (SegueBaseline *self)
{
  g_clear_pointer (&self->dates, g_hash_table_unref);
  g_free (self);
}

/**
 * segue_baseline_find:
 * @self: a baseline
 * @step_id: the id of a step
 * @start: (out) (optional): its first day then
 * @end: (out) (optional): its last day then, included
 *
 * Returns: whether the step was placed when the baseline was taken
 */
gboolean
segue_baseline_find (SegueBaseline *self,
                     const char    *step_id,
                     SegueDay      *start,
                     SegueDay      *end)
{
  const Dates *dates;

  g_return_val_if_fail (self != NULL && step_id != NULL, FALSE);

  dates = g_hash_table_lookup (self->dates, step_id);
  if (dates == NULL)
    return FALSE;
  if (start)
    *start = dates->start;
  if (end)
    *end = dates->end;
  return TRUE;
}

/**
 * segue_baseline_get_slip:
 * @self: a baseline
 * @layout: the plan laid out now
 * @step_id: the id of a step
 * @days: (out): by how many calendar days it ends later than it did then;
 *   fewer than 0 if it ends earlier
 *
 * Returns: whether the step has dates in both
 */
gboolean
segue_baseline_get_slip (SegueBaseline *self,
                         SegueLayout   *layout,
                         const char    *step_id,
                         int           *days)
{
  const SegueStepResult *result;
  SegueDay end;

  g_return_val_if_fail (self != NULL && layout != NULL && days != NULL, FALSE);

  result = segue_layout_get_step_result (layout, step_id);
  if (result == NULL || !result->active || result->end == SEGUE_DAY_NONE ||
      !segue_baseline_find (self, step_id, NULL, &end))
    return FALSE;
  *days = result->end - end;
  return TRUE;
}

static char *
freeze (SegueLayout       *layout,
        const SegueRecord *step)
{
  const SegueStepResult *result = segue_layout_get_step_result (layout, segue_record_get_id (step));
  char start[SEGUE_DAY_TEXT_SIZE], end[SEGUE_DAY_TEXT_SIZE];

  if (result == NULL || !result->active || !segue_day_is_valid (result->start) || !segue_day_is_valid (result->end))
    return NULL;
  return g_strdup_printf ("%s %s %s", segue_record_get_id (step),
                          segue_day_format (result->start, start), segue_day_format (result->end, end));
}

/**
 * segue_edit_take_baseline:
 * @plan: a plan
 * @layout: @plan laid out
 * @title: (nullable): what to call the baseline; %NULL: by its day
 * @on: the day on which it is taken
 * @error: return location for an error
 *
 * Freezes the first and last day of every step of the plan that is placed.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_take_baseline (SeguePlan   *plan,
                          SegueLayout *layout,
                          const char  *title,
                          SegueDay     on,
                          GError     **error)
{
  g_autoptr (GStrvBuilder) dates = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  SegueRecordBuilder *builder;
  g_autoptr (SegueRecord) record = NULL;
  SegueChangeSet *change_set;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL, NULL);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    {
      char *text = freeze (layout, segue_plan_get_nth (plan, SEGUE_KIND_STEP, i));

      if (text)
        g_strv_builder_take (dates, text);
    }
  texts = g_strv_builder_end (dates);
  id = segue_plan_make_id (plan, "baseline");
  name = title && title[0] ? g_strdup (title) : segue_text_day (on);
  builder = segue_record_builder_new (SEGUE_KIND_BASELINE, id);
  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_BASELINE));
  segue_record_builder_set_string (builder, SEGUE_BASELINE_TITLE, name);
  segue_record_builder_set_day (builder, SEGUE_BASELINE_TAKEN_ON, on);
  segue_record_builder_set_strings (builder, SEGUE_BASELINE_DATES, (const char *const *) texts);
  record = segue_record_builder_end (builder);
  /* Translators: an edit, in menus behind "Undo". */
  change_set = segue_edit_begin (g_strdup (_("Keep Dates as Baseline")), id);
  segue_change_set_add (change_set, NULL, record);
  return segue_edit_end (plan, change_set, error);
}

/**
 * segue_plan_get_latest_baseline:
 * @plan: a plan
 *
 * Returns: (transfer none) (nullable): the baseline that was taken last; of
 *   those of one day the one that was added last
 */
const SegueRecord *
segue_plan_get_latest_baseline (SeguePlan *plan)
{
  const SegueRecord *latest = NULL;

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_BASELINE); i++)
    {
      const SegueRecord *other = segue_plan_get_nth (plan, SEGUE_KIND_BASELINE, i);

      if (latest == NULL || segue_record_get_day (other, SEGUE_BASELINE_TAKEN_ON) >=
                              segue_record_get_day (latest, SEGUE_BASELINE_TAKEN_ON))
        latest = other;
    }
  return latest;
}
