/* segue-apply.c - whether a change set may be applied to a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The change set is played out in a table that lies over the plan: what
 * stands in the table counts, and what does not stands in the plan as before.
 *
 * What may break is looked at and nothing else. A row that is new or changed
 * may itself be unsound or name what does not exist. A row that goes, or that
 * becomes something else, may be named by any row: only then are all visited.
 */
#include "core/segue-apply.h"

#include <glib/gi18n-lib.h>

#include "core/segue-references.h"

typedef struct
{
  SeguePlan *plan; /* NULL where the table is all there is */
  GHashTable *outcome; /* id to SegueRecord, or to NULL where it goes */
  const SegueRecord *record; /* whose references are looked at */
  GError **error;
} Check;

static const SegueRecord *
find_in_outcome (gpointer    data,
                 const char *id)
{
  Check *check = data;
  gpointer record;

  if (g_hash_table_lookup_extended (check->outcome, id, NULL, &record))
    return record;
  return check->plan ? segue_plan_find (check->plan, id) : NULL;
}

static const char *
name_record (const SegueRecord *record)
{
  const char *title = segue_record_get_title (record);

  return title[0] ? title : segue_record_get_id (record);
}

static void
release_record (gpointer data)
{
  if (data)
    segue_record_unref (data);
}

static gboolean
play_change (Check             *check,
             const SegueChange *change,
             GError           **error)
{
  const char *id = segue_record_get_id (change->after ? change->after : change->before);
  const SegueRecord *current = find_in_outcome (check, id);

  if (current && change->before == NULL)
    {
      segue_apply_set_used_twice (id, error);
      return FALSE;
    }
  if (!segue_record_equal (current, change->before))
    {
      /* Translators: the title of a step, rule, goal, … */
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_STALE, _("“%s” has been changed in the meantime."),
                   name_record (change->before));
      return FALSE;
    }
  g_hash_table_replace (check->outcome, g_strdup (id), change->after ? segue_record_ref (change->after) : NULL);
  return TRUE;
}

static gboolean
check_reference (const SegueReference *reference,
                 gpointer              data)
{
  Check *check = data;

  if (segue_reference_resolve (reference, find_in_outcome, check))
    return TRUE;
  /* Translators: the title of a step, rule, …; the name of one of its fields; an id. */
  g_set_error (check->error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("“%s”: what “%s” names, “%s”, does not exist."),
               name_record (check->record),
               _(segue_kind_get_info (segue_record_get_kind (check->record))->fields[reference->field].label),
               reference->text);
  return FALSE;
}

static gboolean
check_references (Check             *check,
                  const SegueRecord *record,
                  GError           **error)
{
  check->record = record;
  check->error = error;
  return segue_record_each_reference (record, check_reference, check);
}

static gboolean
check_record (Check             *check,
              const SegueRecord *record,
              GError           **error)
{
  if (segue_record_validate (record, error))
    return check_references (check, record, error);
  /* Translators: the title of a step, rule, …; what follows is the problem. */
  g_prefix_error (error, _("“%s”: "), name_record (record));
  return FALSE;
}

/* A step that is no longer a milestone cannot be named without its side. */
static gboolean
may_leave_dangling (const SegueRecord *before,
                    const SegueRecord *after)
{
  if (before == NULL)
    return FALSE;
  if (after == NULL || segue_record_get_kind (before) != segue_record_get_kind (after))
    return TRUE;
  return segue_record_get_kind (before) == SEGUE_KIND_STEP &&
         segue_record_get_int (before, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE &&
         segue_record_get_int (after, SEGUE_STEP_TYPE) != SEGUE_STEP_MILESTONE;
}

static gboolean
check_untouched (Check   *check,
                 GError **error)
{
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      for (guint i = 0; i < segue_plan_count (check->plan, kind); i++)
        {
          const SegueRecord *record = segue_plan_get_nth (check->plan, kind, i);

          if (!g_hash_table_contains (check->outcome, segue_record_get_id (record)) &&
              !check_references (check, record, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_one_plan (int      n_plans,
                GError **error)
{
  if (n_plans == 1)
    return TRUE;
  g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("A plan has exactly one title and one week."));
  return FALSE;
}

static gboolean
check_outcome (Check   *check,
               GError **error)
{
  int n_plans = (int) segue_plan_count (check->plan, SEGUE_KIND_PLAN);
  gboolean dangling = FALSE;
  GHashTableIter iter;
  gpointer id, after;

  g_hash_table_iter_init (&iter, check->outcome);
  while (g_hash_table_iter_next (&iter, &id, &after))
    {
      const SegueRecord *before = segue_plan_find (check->plan, id);

      if (after && !check_record (check, after, error))
        return FALSE;
      dangling |= may_leave_dangling (before, after);
      n_plans += after && segue_record_get_kind (after) == SEGUE_KIND_PLAN;
      n_plans -= before && segue_record_get_kind (before) == SEGUE_KIND_PLAN;
    }
  return check_one_plan (n_plans, error) && (!dangling || check_untouched (check, error));
}

/**
 * segue_apply_check:
 * @plan: a plan
 * @change_set: what is to be done to it
 * @error: return location for a %SEGUE_ERROR_STALE or %SEGUE_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable) (element-type utf8 SegueRecord): for
 *   each id that the change set touches the row as it is afterwards, %NULL for
 *   what goes; %NULL if it may not be applied. It may be shared: nobody changes it
 */
GHashTable *
segue_apply_check (SeguePlan      *plan,
                   SegueChangeSet *change_set,
                   GError        **error)
{
  g_autoptr (GHashTable) outcome = segue_change_set_get_outcome (change_set, segue_plan_get_stamp (plan));
  Check check = { plan };

  if (outcome != NULL)
    return g_steal_pointer (&outcome);
  check.outcome = outcome = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, release_record);
  for (guint i = 0; i < segue_change_set_count (change_set); i++)
    {
      if (!play_change (&check, segue_change_set_get (change_set, i), error))
        return NULL;
    }
  /* What has been sound once is sound when one comes back to it. */
  if (segue_change_set_lead (change_set, segue_plan_get_stamp (plan)) == 0 && !check_outcome (&check, error))
    return NULL;
  segue_change_set_keep_outcome (change_set, segue_plan_get_stamp (plan), outcome);
  return g_steal_pointer (&outcome);
}

/**
 * segue_apply_check_whole:
 * @records: (element-type utf8 SegueRecord): all rows of a plan by id
 * @error: return location for a %SEGUE_ERROR_INVALID
 *
 * Returns: whether these rows make a plan
 */
gboolean
segue_apply_check_whole (GHashTable  *records,
                         GError     **error)
{
  Check check = { NULL, records };
  int n_plans = 0;
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      if (!check_record (&check, record, error))
        return FALSE;
      n_plans += segue_record_get_kind (record) == SEGUE_KIND_PLAN;
    }
  return check_one_plan (n_plans, error);
}

void
segue_apply_set_used_twice (const char  *id,
                            GError     **error)
{
  /* Translators: an id. */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("The id “%s” is used twice."), id);
}
