/* segue-fact.c - rules as facts: where they come from, how sure they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-fact.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit-private.h"
#include "core/segue-text.h"

/* What was checked longer ago may have become something else. */
#define STALE_DAYS 180

/**
 * segue_fact_judge:
 * @rule: a rule
 * @today: the day on which one asks
 *
 * What a person has placed by hand is a wish of theirs and always sound.
 *
 * Returns: how far one can rely on @rule
 */
SegueFactState
segue_fact_judge (const SegueRecord *rule,
                  SegueDay           today)
{
  SegueDay checked, expires;

  g_return_val_if_fail (rule != NULL && segue_record_get_kind (rule) == SEGUE_KIND_RULE, SEGUE_FACT_SOUND);

  checked = segue_record_get_day (rule, SEGUE_RULE_CHECKED_ON);
  expires = segue_record_get_day (rule, SEGUE_RULE_EXPIRES_ON);
  if (segue_record_get_bool (rule, SEGUE_RULE_BY_HAND))
    return SEGUE_FACT_SOUND;
  if (expires != SEGUE_DAY_NONE && expires < today)
    return SEGUE_FACT_EXPIRED;
  if (segue_record_get_int (rule, SEGUE_RULE_CERTAINTY) != SEGUE_CERTAINTY_CONFIRMED)
    return SEGUE_FACT_UNSURE;
  if (checked != SEGUE_DAY_NONE && today - checked > STALE_DAYS)
    return SEGUE_FACT_STALE;
  return SEGUE_FACT_SOUND;
}

static char *
describe_check (const SegueRecord *rule,
                SegueFactState     state)
{
  SegueDay checked = segue_record_get_day (rule, SEGUE_RULE_CHECKED_ON);
  g_autofree char *day = checked != SEGUE_DAY_NONE ? segue_text_day (checked) : NULL;

  if (day)
    /* Translators: of a rule: a date. */
    return g_strdup_printf (_("checked on %s"), day);
  return state == SEGUE_FACT_UNSURE ? g_strdup (_("never checked")) : NULL;
}

static char *
describe_expiry (const SegueRecord *rule,
                 SegueFactState     state)
{
  SegueDay expires = segue_record_get_day (rule, SEGUE_RULE_EXPIRES_ON);
  g_autofree char *day = expires != SEGUE_DAY_NONE ? segue_text_day (expires) : NULL;

  if (day == NULL)
    return NULL;
  /* Translators: of a rule that was known to hold until a date, which has passed. */
  return state == SEGUE_FACT_EXPIRED ? g_strdup_printf (_("expired on %s"), day)
                                     /* Translators: of a rule that is known to hold until a date. */
                                     : g_strdup_printf (_("holds until %s"), day);
}

/* The date, where the sentence that the person wrote need not tell it. */
static char *
describe_date (const SegueRecord *rule)
{
  SegueDay date = segue_record_get_day (rule, SEGUE_RULE_DATE);
  const char *label = segue_record_get_string (rule, SEGUE_RULE_LABEL);

  if (date == SEGUE_DAY_NONE || segue_record_get_int (rule, SEGUE_RULE_RELATION) == SEGUE_RELATION_AFTER)
    return NULL;
  return label && label[0] ? g_strdup (label) : segue_text_day (date);
}

static void
take (GStrvBuilder *parts,
      char         *part)
{
  if (part && part[0])
    g_strv_builder_take (parts, part);
  else
    g_free (part);
}

/**
 * segue_fact_describe:
 * @rule: a rule
 * @today: the day on which one asks
 *
 * Returns: (transfer full): its date, where it comes from, how sure it is and
 *   when it was checked: "1 April 2023 · Option agreement · assumed · never
 *   checked"
 */
char *
segue_fact_describe (const SegueRecord *rule,
                     SegueDay           today)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  SegueFactState state = segue_fact_judge (rule, today);

  take (parts, describe_date (rule));
  take (parts, g_strdup (segue_record_get_string (rule, SEGUE_RULE_SOURCE)));
  take (parts, segue_text_certainty ((SegueCertainty) segue_record_get_int (rule, SEGUE_RULE_CERTAINTY)));
  take (parts, describe_check (rule, state));
  take (parts, describe_expiry (rule, state));
  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}

/**
 * segue_fact_find_link:
 * @rule: a rule
 *
 * Returns: (transfer full) (nullable): the first web address in its source
 */
char *
segue_fact_find_link (const SegueRecord *rule)
{
  const char *source;
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  g_return_val_if_fail (rule != NULL, NULL);

  source = segue_record_get_string (rule, SEGUE_RULE_SOURCE);
  if (source == NULL)
    return NULL;
  regex = g_regex_new ("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]", G_REGEX_CASELESS, 0, NULL);
  return g_regex_match (regex, source, 0, &match) ? g_match_info_fetch (match, 0) : NULL;
}

/**
 * segue_edit_confirm_rule:
 * @plan: a plan
 * @rule_id: the id of a rule
 * @on: the day on which it was checked
 * @error: return location for an error
 *
 * Notes that the rule was looked up and holds as it is written. An expiry that
 * has passed by then is forgotten.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_confirm_rule (SeguePlan  *plan,
                         const char *rule_id,
                         SegueDay    on,
                         GError    **error)
{
  const SegueRecord *rule;
  SegueRecordBuilder *builder;
  SegueDay expires;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && rule_id != NULL, NULL);

  rule = segue_edit_find (plan, SEGUE_KIND_RULE, rule_id, error);
  if (rule == NULL)
    return NULL;
  builder = segue_record_builder_new_from (rule);
  expires = segue_record_get_day (rule, SEGUE_RULE_EXPIRES_ON);
  segue_record_builder_set_day (builder, SEGUE_RULE_CHECKED_ON, on);
  segue_record_builder_set_int (builder, SEGUE_RULE_CERTAINTY, SEGUE_CERTAINTY_CONFIRMED);
  if (expires != SEGUE_DAY_NONE && expires < on)
    segue_record_builder_clear (builder, SEGUE_RULE_EXPIRES_ON);
  /* Translators: an edit, in menus behind "Undo": a rule as a sentence. */
  return segue_edit_change_one (plan, rule, builder, g_strdup_printf (_("Confirm “%s”"), segue_edit_name (rule)), error);
}
