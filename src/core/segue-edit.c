/* segue-edit.c - what verbs share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"

#include <glib/gi18n-lib.h>

#include "core/segue-apply.h"
#include "core/segue-edit-private.h"
#include "core/segue-particle.h"
#include "core/segue-text.h"

/**
 * segue_edit_refuse:
 * @error: return location for a %SEGUE_ERROR_INVALID
 * @sentence: (transfer full): why it cannot be
 */
void
segue_edit_refuse (GError **error,
                   char    *sentence)
{
  g_autofree char *message = sentence;

  g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, message);
}

/* What a grant emits is named GRANT@… and does not stand in the plan. */
static const SegueRecord *
find_emitter (SeguePlan  *plan,
              const char *id)
{
  const char *at = strrchr (id, '@');
  g_autofree char *grant = at ? g_strndup (id, (gsize) (at - id)) : NULL;

  return segue_plan_find_kind (plan, SEGUE_KIND_GRANT, grant);
}

/**
 * segue_edit_find:
 * @plan: a plan
 * @kind: what is looked for, or %SEGUE_N_KINDS for anything
 * @id: its id
 * @error: return location for a %SEGUE_ERROR_NOT_FOUND, or a
 *   %SEGUE_ERROR_INVALID for what a grant emits
 *
 * Returns: (transfer none): the row
 */
const SegueRecord *
segue_edit_find (SeguePlan  *plan,
                 SegueKind   kind,
                 const char *id,
                 GError    **error)
{
  const SegueRecord *record = segue_plan_find (plan, id);
  const SegueRecord *grant;

  if (record && (kind == SEGUE_N_KINDS || segue_record_get_kind (record) == kind))
    return record;
  grant = record ? NULL : find_emitter (plan, id);
  if (grant)
    /* Translators: the title of a grant. */
    segue_edit_refuse (error, g_strdup_printf (_("This comes from the grant “%s” and changes only with it."),
                                               segue_record_get_title (grant)));
  else
    /* Translators: an id. */
    g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND, _("“%s” is not in the plan."), id);
  return NULL;
}

/**
 * segue_edit_name:
 * @record: a record
 *
 * Returns: (transfer none): its title, or what kind of thing it is
 */
const char *
segue_edit_name (const SegueRecord *record)
{
  const char *title = segue_record_get_title (record);

  return title[0] ? title : _(segue_kind_get_info (segue_record_get_kind (record))->label);
}

/**
 * segue_edit_begin:
 * @label: (transfer full): what is done, translated
 * @focus: (nullable): the id of what to show afterwards
 *
 * Returns: (transfer full): an empty change set
 */
SegueChangeSet *
segue_edit_begin (char       *label,
                  const char *focus)
{
  g_autofree char *resolved = segue_particle_resolve (label);
  SegueChangeSet *change_set = segue_change_set_new (resolved);

  segue_change_set_set_focus (change_set, focus);
  return change_set;
}

/**
 * segue_edit_end:
 * @plan: the plan it is for
 * @change_set: (transfer full): a finished change set
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): @change_set, if the plan would take it
 */
SegueChangeSet *
segue_edit_end (SeguePlan      *plan,
                SegueChangeSet *change_set,
                GError        **error)
{
  g_autoptr (SegueChangeSet) owned = change_set;
  g_autoptr (GHashTable) outcome = segue_apply_check (plan, change_set, error);

  return outcome ? g_steal_pointer (&owned) : NULL;
}

/**
 * segue_edit_change_one:
 * @plan: a plan
 * @before: a row of it
 * @after: (transfer full): what it shall be
 * @label: (transfer full): what is done, translated
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the change of that one row
 */
SegueChangeSet *
segue_edit_change_one (SeguePlan          *plan,
                       const SegueRecord  *before,
                       SegueRecordBuilder *after,
                       char               *label,
                       GError            **error)
{
  g_autoptr (SegueRecord) record = segue_record_builder_end (after);
  SegueChangeSet *change_set = segue_edit_begin (label, segue_record_get_id (before));

  segue_change_set_add (change_set, before, record);
  return segue_edit_end (plan, change_set, error);
}

/**
 * segue_edit_by_hand_text:
 * @relation: not-before, not-after or on
 * @date: its date
 *
 * Returns: (transfer full): what a rule says that came about by a drag
 */
char *
segue_edit_by_hand_text (SegueRelation relation,
                         SegueDay      date)
{
  g_autofree char *day = segue_text_day (date);

  switch (relation)
    {
    case SEGUE_RELATION_NOT_BEFORE:
      /* Translators: a rule that came about by dragging: a date. */
      return g_strdup_printf (_("Not before %s, placed by hand."), day);
    case SEGUE_RELATION_NOT_AFTER:
      /* Translators: a rule that came about by dragging: a date. */
      return g_strdup_printf (_("Not after %s, placed by hand."), day);
    case SEGUE_RELATION_ON:
    case SEGUE_RELATION_AFTER:
    default:
      /* Translators: a rule that came about by dragging: a date. */
      return g_strdup_printf (_("On %s, placed by hand."), day);
    }
}

/* "Applications close on 5 April 2023." says the new date, if it says the old one in words. */
static char *
redate_text (const char *text,
             SegueDay    before,
             SegueDay    after)
{
  g_autofree char *old = segue_text_day (before);
  g_autofree char *new = segue_text_day (after);
  g_autoptr (GString) changed = g_string_new (text);

  g_string_replace (changed, old, new, 0);
  return g_string_free_and_steal (g_steal_pointer (&changed));
}

/**
 * segue_edit_set_rule_date:
 * @builder: what @rule shall be
 * @rule: a rule with a date
 * @date: its new date
 *
 * Gives the rule another date and whatever must follow: the words keep to it,
 * a coarse date is no longer what it says, and whoever was its source did not
 * say this one, which is therefore assumed. For a rule that was placed by hand
 * the person is the source.
 */
void
segue_edit_set_rule_date (SegueRecordBuilder *builder,
                          const SegueRecord  *rule,
                          SegueDay            date)
{
  SegueRelation relation = (SegueRelation) segue_record_get_int (rule, SEGUE_RULE_RELATION);
  const char *source = segue_record_get_string (rule, SEGUE_RULE_SOURCE);
  g_autofree char *text = NULL;

  segue_record_builder_set_day (builder, SEGUE_RULE_DATE, date);
  segue_record_builder_clear (builder, SEGUE_RULE_LABEL);
  if (segue_record_get_bool (rule, SEGUE_RULE_BY_HAND))
    {
      text = segue_edit_by_hand_text (relation, date);
      segue_record_builder_set_string (builder, SEGUE_RULE_TEXT, text);
      return;
    }
  text = redate_text (segue_record_get_title (rule), segue_record_get_day (rule, SEGUE_RULE_DATE), date);
  segue_record_builder_set_string (builder, SEGUE_RULE_TEXT, text[0] ? text : NULL);
  segue_record_builder_clear (builder, SEGUE_RULE_CHECKED_ON);
  if (source && source[0] && segue_record_get_int (rule, SEGUE_RULE_CERTAINTY) == SEGUE_CERTAINTY_CONFIRMED)
    segue_record_builder_set_int (builder, SEGUE_RULE_CERTAINTY, SEGUE_CERTAINTY_ASSUMED);
}
