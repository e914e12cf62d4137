/* segue-record-check.c - whether a row is sound by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-record.h"

#include <glib/gi18n-lib.h>

#include "core/segue-amounts.h"
#include "core/segue-baseline.h"

static gboolean
check_number (const SegueField *field,
              gint64            value,
              GError          **error)
{
  if (value >= field->min && value <= field->max)
    return TRUE;
  /* Translators: the name of a field, then three numbers. */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID,
               _("“%s”: %lld is not between %lld and %lld."),
               _(field->label), (long long) value, (long long) field->min, (long long) field->max);
  return FALSE;
}

static gboolean
check_text (const SegueField *field,
            const char       *text,
            GError          **error)
{
  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  /* Translators: the name of a field. */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("“%s” is not written in UTF-8."), _(field->label));
  return FALSE;
}

static gboolean
check_strings (const SegueField  *field,
               const char *const *strings,
               GError           **error)
{
  for (guint i = 0; strings[i]; i++)
    {
      if (!check_text (field, strings[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_numbers (const SegueField *field,
               const gint32     *numbers,
               GError          **error)
{
  guint n = field->type == SEGUE_FIELD_WEEK ? 7 : 3;

  for (guint i = 0; i < n; i++)
    {
      if (!check_number (field, numbers[i], error))
        return FALSE;
    }
  if (field->type == SEGUE_FIELD_WEEK || (numbers[0] <= numbers[1] && numbers[1] <= numbers[2]))
    return TRUE;
  /* Translators: the name of a field that takes three numbers. */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID,
               _("“%s”: the optimistic number may not exceed the likely one, nor that the pessimistic one."),
               _(field->label));
  return FALSE;
}

static gboolean
check_day (const SegueField *field,
           SegueDay          day,
           GError          **error)
{
  if (segue_day_is_valid (day))
    return TRUE;
  /* Translators: the name of a field. */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("“%s” must lie in the years 1 to 9999."), _(field->label));
  return FALSE;
}

static gboolean
check_enum (const SegueField *field,
            gint64            value,
            GError          **error)
{
  if (value >= 0 && value < (gint64) g_strv_length ((char **) field->nicks))
    return TRUE;
  /* Translators: the name of a field. */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("“%s” has a value that does not exist."), _(field->label));
  return FALSE;
}

static gboolean
refuse_missing (const SegueField *field,
                GError          **error)
{
  /* Translators: the name of a field, as "Title". */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("“%s” is missing."), _(field->label));
  return FALSE;
}

static gboolean
check_given (const SegueRecord *self,
             const SegueField  *field,
             guint              index,
             GError           **error)
{
  switch (field->type)
    {
    case SEGUE_FIELD_INT:
    case SEGUE_FIELD_WEEKDAYS:
      return check_number (field, segue_record_get_int (self, index), error);
    case SEGUE_FIELD_ENUM:
      return check_enum (field, segue_record_get_int (self, index), error);
    case SEGUE_FIELD_DAY:
      return check_day (field, segue_record_get_day (self, index), error);
    case SEGUE_FIELD_ESTIMATE:
    case SEGUE_FIELD_WEEK:
      return check_numbers (field, segue_record_get_numbers (self, index), error);
    case SEGUE_FIELD_STRINGS:
      return check_strings (field, segue_record_get_strings (self, index), error);
    case SEGUE_FIELD_STRING:
    case SEGUE_FIELD_REF:
    case SEGUE_FIELD_POINT:
    case SEGUE_FIELD_JSON:
      return check_text (field, segue_record_get_string (self, index), error);
    case SEGUE_FIELD_BOOL:
    default:
      return TRUE;
    }
}

static gboolean
check_rule (const SegueRecord *self,
            GError           **error)
{
  SegueRelation relation = (SegueRelation) segue_record_get_int (self, SEGUE_RULE_RELATION);
  guint needed = relation == SEGUE_RELATION_AFTER ? SEGUE_RULE_OTHER : SEGUE_RULE_DATE;
  gint64 max = segue_record_get_int (self, SEGUE_RULE_MAX);

  if (!segue_record_has (self, needed))
    return refuse_missing (&segue_kind_get_info (SEGUE_KIND_RULE)->fields[needed], error);
  if (max != SEGUE_NONE && max < segue_record_get_int (self, SEGUE_RULE_MIN))
    {
      g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID,
                           _("The most days between must not be fewer than the least."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_period (const SegueRecord *self,
              GError           **error)
{
  if (segue_record_get_day (self, SEGUE_PERIOD_UNTIL) >= segue_record_get_day (self, SEGUE_PERIOD_FROM))
    return TRUE;
  g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("The period ends before it begins."));
  return FALSE;
}

static gboolean
check_exclusive (const SegueRecord *self,
                 GError           **error)
{
  if (g_strv_length ((char **) segue_record_get_strings (self, SEGUE_EXCLUSIVE_OF)) >= 2)
    return TRUE;
  g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("An either-or has at least two members."));
  return FALSE;
}

static gboolean
check_needs (const SegueRecord *self,
             GError           **error)
{
  g_autoptr (GArray) needs =
    segue_amounts_parse (segue_record_get_string (self, SEGUE_STEP_NEEDS), "pool", "per_day", error);

  return needs != NULL;
}

static gboolean
check_tranches (const SegueRecord *self,
                GError           **error)
{
  g_autoptr (GArray) tranches =
    segue_amounts_parse (segue_record_get_string (self, SEGUE_GRANT_TRANCHES), "date", "units", error);

  for (guint i = 0; tranches && i < tranches->len; i++)
    {
      const char *date = g_array_index (tranches, SegueAmount, i).name;
      SegueDay day;

      if (segue_day_parse (date, &day))
        continue;
      /* Translators: a text that should be a date. */
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("“%s” is not a date."), date);
      return FALSE;
    }
  return tranches != NULL;
}

static gboolean
check_baseline (const SegueRecord *self,
                GError           **error)
{
  const char *const *dates = segue_record_get_strings (self, SEGUE_BASELINE_DATES);

  for (guint i = 0; dates[i]; i++)
    {
      SegueBaselineDates parsed;

      if (segue_baseline_parse (dates[i], &parsed))
        continue;
      /* Translators: a text that should be the id of a step and two dates. */
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("“%s” is not a step with its first and last day."),
                   dates[i]);
      return FALSE;
    }
  return TRUE;
}

/* What no single field can tell. */
static gboolean
check_kind (const SegueRecord *self,
            GError           **error)
{
  switch (segue_record_get_kind (self))
    {
    case SEGUE_KIND_RULE:
      return check_rule (self, error);
    case SEGUE_KIND_PERIOD:
      return check_period (self, error);
    case SEGUE_KIND_EXCLUSIVE:
      return check_exclusive (self, error);
    case SEGUE_KIND_STEP:
      return check_needs (self, error);
    case SEGUE_KIND_GRANT:
      return check_tranches (self, error);
    case SEGUE_KIND_BASELINE:
      return check_baseline (self, error);
    case SEGUE_KIND_PLAN:
    case SEGUE_KIND_GOAL:
    case SEGUE_KIND_ROUTE:
    case SEGUE_KIND_DAY_OFF:
    case SEGUE_KIND_POOL:
    case SEGUE_KIND_JOURNAL:
    case SEGUE_KIND_REVIEW:
    case SEGUE_KIND_ANSWER:
    case SEGUE_KIND_CHECK_IN:
    case SEGUE_KIND_OBSTACLE:
    case SEGUE_KIND_DECISION:
    case SEGUE_KIND_REASON:
    case SEGUE_N_KINDS:
    default:
      return TRUE;
    }
}

static gboolean
is_empty (const SegueRecord *self,
          const SegueField  *field,
          guint              index)
{
  return field->type == SEGUE_FIELD_STRING && segue_record_get_string (self, index)[0] == '\0';
}

/**
 * segue_record_validate:
 * @self: a record
 * @error: return location for a %SEGUE_ERROR_INVALID
 *
 * Checks what can be seen from the row alone: that required fields are there,
 * that numbers, days and texts are within bounds. Whether what it refers to
 * exists is the plan's to check.
 *
 * Returns: whether the row is sound
 */
gboolean
segue_record_validate (const SegueRecord *self,
                       GError           **error)
{
  const SegueKindInfo *info;

  g_return_val_if_fail (self != NULL, FALSE);

  info = segue_kind_get_info (segue_record_get_kind (self));
  if (segue_record_get_id (self)[0] == '\0' || !g_utf8_validate (segue_record_get_id (self), -1, NULL))
    {
      g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("An id must be a text of at least one letter."));
      return FALSE;
    }
  for (guint i = 0; i < info->n_fields; i++)
    {
      const SegueField *field = &info->fields[i];

      if ((field->flags & SEGUE_FIELD_REQUIRED) && (!segue_record_has (self, i) || is_empty (self, field, i)))
        return refuse_missing (field, error);
      if (segue_record_has (self, i) && !check_given (self, field, i, error))
        return FALSE;
    }
  return check_kind (self, error);
}
