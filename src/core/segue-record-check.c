/* segue-record-check.c - whether a row is sound by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-record.h"

#include <glib/gi18n-lib.h>

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
check_kind (const SegueRecord *self,
            GError           **error)
{
  if (segue_record_get_kind (self) == SEGUE_KIND_RULE)
    return check_rule (self, error);
  if (segue_record_get_kind (self) == SEGUE_KIND_PERIOD &&
      segue_record_get_day (self, SEGUE_PERIOD_UNTIL) < segue_record_get_day (self, SEGUE_PERIOD_FROM))
    {
      g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("The period ends before it begins."));
      return FALSE;
    }
  return TRUE;
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

      if (segue_record_has (self, i))
        {
          if (!check_given (self, field, i, error))
            return FALSE;
        }
      else if (field->flags & SEGUE_FIELD_REQUIRED)
        return refuse_missing (field, error);
    }
  return check_kind (self, error);
}
