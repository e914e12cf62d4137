/* segue-references.c - what a row refers to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-references.h"

#include "core/segue-amounts.h"

#define BIT(kind) (1u << (kind))

static const char *const side_suffixes[] = {
  [SEGUE_SIDE_START] = ".start",
  [SEGUE_SIDE_END]   = ".end",
};

static const SegueRecord *
find_step (SegueFindFunc find,
           gpointer      data,
           const char   *id)
{
  const SegueRecord *record = find (data, id);

  return record && segue_record_get_kind (record) == SEGUE_KIND_STEP ? record : NULL;
}

static const SegueRecord *
find_side (const char   *text,
           SegueFindFunc find,
           gpointer      data,
           SegueSide     side)
{
  g_autofree char *id = NULL;

  if (!g_str_has_suffix (text, side_suffixes[side]))
    return NULL;
  id = g_strndup (text, strlen (text) - strlen (side_suffixes[side]));
  return find_step (find, data, id);
}

/**
 * segue_point_resolve:
 * @text: "STEP" of a milestone, "STEP.start" or "STEP.end" of any step
 * @find: how to find a row by its id
 * @data: for @find
 * @side: (out) (optional): which end of the step
 *
 * A step whose id itself ends in ".start" or ".end" goes before.
 *
 * Returns: (transfer none) (nullable): the step
 */
const SegueRecord *
segue_point_resolve (const char   *text,
                     SegueFindFunc find,
                     gpointer      data,
                     SegueSide    *side)
{
  const SegueRecord *step = find_step (find, data, text);
  SegueSide found = SEGUE_SIDE_START;

  if (step && segue_record_get_int (step, SEGUE_STEP_TYPE) != SEGUE_STEP_MILESTONE)
    step = NULL;
  for (SegueSide s = SEGUE_SIDE_START; step == NULL && s <= SEGUE_SIDE_END; s++)
    {
      step = find_side (text, find, data, s);
      found = s;
    }
  if (step && side)
    *side = found;
  return step;
}

/**
 * segue_point_may_name:
 * @text: a point
 * @id: the id of a step
 *
 * Returns: whether @text could be a point of that step
 */
gboolean
segue_point_may_name (const char *text,
                      const char *id)
{
  gsize length = strlen (id);

  return g_str_has_prefix (text, id) &&
         (text[length] == '\0' ||
          g_str_equal (text + length, side_suffixes[SEGUE_SIDE_START]) ||
          g_str_equal (text + length, side_suffixes[SEGUE_SIDE_END]));
}

static gboolean
visit_needs (const SegueRecord *self,
             guint              field,
             SegueReferenceFunc func,
             gpointer           data)
{
  g_autoptr (GArray) needs = segue_amounts_parse (segue_record_get_string (self, field), "pool", "per_day", NULL);

  for (guint i = 0; needs && i < needs->len; i++)
    {
      SegueReference reference = { field, g_array_index (needs, SegueAmount, i).name, FALSE, BIT (SEGUE_KIND_POOL) };

      if (!func (&reference, data))
        return FALSE;
    }
  return TRUE;
}

static gboolean
visit_strings (const SegueRecord *self,
               guint              field,
               SegueReferenceFunc func,
               gpointer           data)
{
  const char *const *ids = segue_record_get_strings (self, field);

  for (guint i = 0; ids[i]; i++)
    {
      SegueReference reference = { field, ids[i], FALSE, BIT (SEGUE_KIND_ROUTE) | BIT (SEGUE_KIND_STEP) };

      if (!func (&reference, data))
        return FALSE;
    }
  return TRUE;
}

static gboolean
visit_field (const SegueRecord *self,
             const SegueField  *info,
             guint              field,
             SegueReferenceFunc func,
             gpointer           data)
{
  SegueKind kind = segue_record_get_kind (self);
  SegueReference reference = { field };

  if (kind == SEGUE_KIND_STEP && field == SEGUE_STEP_NEEDS)
    return visit_needs (self, field, func, data);
  if (kind == SEGUE_KIND_EXCLUSIVE && field == SEGUE_EXCLUSIVE_OF)
    return visit_strings (self, field, func, data);
  if (info->type == SEGUE_FIELD_REF)
    reference.kinds = BIT (info->ref);
  else if (info->type == SEGUE_FIELD_POINT)
    reference.kinds = BIT (SEGUE_KIND_STEP);
  else if (kind == SEGUE_KIND_JOURNAL && field == SEGUE_JOURNAL_ABOUT)
    reference.kinds = (BIT (SEGUE_N_KINDS) - 1) & ~BIT (SEGUE_KIND_PLAN); /* whose id is another in every copy */
  else
    return TRUE;
  reference.is_point = info->type == SEGUE_FIELD_POINT;
  reference.text = segue_record_get_string (self, field);
  return func (&reference, data);
}

/**
 * segue_record_each_reference:
 * @self: a record
 * @func: (scope call): called for each; stops the walk by returning %FALSE
 * @data: for @func
 *
 * Walks over everything that the row refers to.
 *
 * Returns: whether the walk came to its end
 */
gboolean
segue_record_each_reference (const SegueRecord *self,
                             SegueReferenceFunc func,
                             gpointer           data)
{
  const SegueKindInfo *info;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  info = segue_kind_get_info (segue_record_get_kind (self));
  for (guint field = 0; field < info->n_fields; field++)
    {
      if (segue_record_has (self, field) && !visit_field (self, &info->fields[field], field, func, data))
        return FALSE;
    }
  return TRUE;
}

/**
 * segue_reference_resolve:
 * @self: a reference
 * @find: how to find a row by its id
 * @data: for @find
 *
 * Returns: (transfer none) (nullable): the row it names, if it is one that
 *   may be named there
 */
const SegueRecord *
segue_reference_resolve (const SegueReference *self,
                         SegueFindFunc         find,
                         gpointer              data)
{
  const SegueRecord *record;

  if (self->is_point)
    return segue_point_resolve (self->text, find, data, NULL);
  record = find (data, self->text);
  return record && (self->kinds & BIT (segue_record_get_kind (record))) ? record : NULL;
}
