/* segue-template.c - a plan to begin with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A template is a segue-plan document in which some texts are still open:
 *
 *   @best-150    the day 150 days before the one wished for
 *   @fallback+7  a week after the one to fall back to
 *   @today+14    two weeks from now
 *   @best-name, @fallback-name   what the routes are called
 *   @title       what the goal is called
 *
 * Its route "fallback" goes with all that belongs to it where there is no
 * fallback. Hours, title and fixed dates come by the verbs that an editor
 * would call.
 */
#include "exchange/segue-template.h"

#include <string.h>

#include "core/segue-edit.h"
#include "exchange/segue-json-reader.h"

/* A name that a person typed, inside a JSON string. */
static void
append_escaped (GString    *text,
                const char *name)
{
  for (const char *c = name; *c; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (text, '\\');
      if ((guchar) *c < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) (guchar) *c);
      else
        g_string_append_c (text, *c);
    }
}

static gboolean
take_word (const char **c,
           const char  *word)
{
  if (!g_str_has_prefix (*c, word))
    return FALSE;
  *c += strlen (word);
  return TRUE;
}

/* What comes before a coarse date has to be in time for its first day; all else reckons with its last. */
static void
append_day (GString     *text,
            const char **c,
            SegueDay     first,
            SegueDay     last)
{
  char buffer[SEGUE_DAY_TEXT_SIZE];
  SegueDay day = **c == '-' ? first : last;

  if ((**c == '+' || **c == '-') && g_ascii_isdigit ((*c)[1]))
    day += (SegueDay) g_ascii_strtoll (*c, (char **) c, 10);
  g_string_append (text, segue_day_format (CLAMP (day, SEGUE_DAY_MIN, SEGUE_DAY_MAX), buffer));
}

static void
append_name (GString               *text,
             const SegueAnswerDate *date)
{
  g_autofree char *name = segue_answers_dup_name (date);

  append_escaped (text, name);
}

/* @c stands behind an @. */
static void
append_open (GString            *text,
             const char        **c,
             const SegueAnswers *answers,
             SegueDay            today)
{
  gboolean has_fallback = answers->fallback.last != SEGUE_DAY_NONE;
  const SegueAnswerDate *fallback = has_fallback ? &answers->fallback : &answers->best;

  if (take_word (c, "best-name"))
    append_name (text, &answers->best);
  else if (take_word (c, "fallback-name"))
    append_name (text, fallback);
  else if (take_word (c, "best-label"))
    append_escaped (text, answers->best.label ? answers->best.label : "");
  else if (take_word (c, "fallback-label"))
    append_escaped (text, fallback->label ? fallback->label : "");
  else if (take_word (c, "best"))
    append_day (text, c, answers->best.first, answers->best.last);
  else if (take_word (c, "fallback"))
    append_day (text, c, fallback->first, fallback->last);
  else if (take_word (c, "today"))
    append_day (text, c, today, today);
  else if (take_word (c, "title"))
    append_escaped (text, answers->title);
  else
    g_string_append_c (text, '@');
}

static char *
close_texts (const char         *template,
             gsize               length,
             const SegueAnswers *answers,
             SegueDay            today)
{
  g_autoptr (GString) text = g_string_sized_new (length);

  for (const char *c = template; c < template + length;)
    {
      if (*c != '@')
        g_string_append_c (text, *c++);
      else
        {
          c++;
          append_open (text, &c, answers, today);
        }
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
take (SeguePlan       *plan,
      SegueChangeSet  *change_set,
      GError         **error)
{
  g_autoptr (SegueChangeSet) owned = change_set;

  return owned && segue_plan_apply (plan, owned, error);
}

static gboolean
set_header (SeguePlan           *plan,
            const SegueAnswers  *answers,
            GError             **error)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_get_header (plan));
  g_autoptr (SegueRecord) header = NULL;

  segue_record_builder_set_string (builder, SEGUE_PLAN_TITLE, answers->title);
  segue_record_builder_set_numbers (builder, SEGUE_PLAN_WEEK, answers->week);
  header = segue_record_builder_end (builder);
  return take (plan, segue_edit_set_record (plan, header, error), error);
}

static gboolean
add_rule (SeguePlan              *plan,
          const char             *step_id,
          SegueRelation           relation,
          SegueDay                day,
          const SegueAnswerDate  *date,
          GError                **error)
{
  g_autofree char *id = segue_plan_make_id (plan, "rule");
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_RULE, id);
  g_autoptr (SegueRecord) rule = NULL;

  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_RULE));
  segue_record_builder_set_string (builder, SEGUE_RULE_POINT, step_id);
  segue_record_builder_set_int (builder, SEGUE_RULE_RELATION, relation);
  segue_record_builder_set_day (builder, SEGUE_RULE_DATE, day);
  segue_record_builder_set_string (builder, SEGUE_RULE_LABEL, date->label);
  rule = segue_record_builder_end (builder);
  return take (plan, segue_edit_add_record (plan, rule, error), error);
}

/* A fixed date is a milestone on its day; a coarse one lies somewhere in its span. */
static gboolean
add_fixed (SeguePlan              *plan,
           const SegueAnswerDate  *date,
           GError                **error)
{
  g_autofree char *id = segue_plan_make_id (plan, "fixed");
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_STEP, id);
  g_autoptr (SegueRecord) step = NULL;

  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_STEP));
  segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, date->title);
  segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, SEGUE_STEP_MILESTONE);
  if (segue_plan_count (plan, SEGUE_KIND_GOAL) > 0)
    segue_record_builder_set_string (builder, SEGUE_STEP_GOAL,
                                     segue_record_get_id (segue_plan_get_nth (plan, SEGUE_KIND_GOAL, 0)));
  step = segue_record_builder_end (builder);
  if (!take (plan, segue_edit_add_record (plan, step, error), error))
    return FALSE;
  if (date->first == date->last)
    return add_rule (plan, id, SEGUE_RELATION_ON, date->first, date, error);
  return add_rule (plan, id, SEGUE_RELATION_NOT_BEFORE, date->first, date, error) &&
         add_rule (plan, id, SEGUE_RELATION_NOT_AFTER, date->last, date, error);
}

static gboolean
set_bound (SeguePlan          *plan,
           const SegueRecord  *rule,
           SegueRelation       relation,
           SegueDay            day,
           GError            **error)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (rule);
  g_autoptr (SegueRecord) bound = NULL;

  segue_record_builder_set_int (builder, SEGUE_RULE_RELATION, relation);
  segue_record_builder_set_day (builder, SEGUE_RULE_DATE, day);
  bound = segue_record_builder_end (builder);
  return take (plan, segue_edit_set_record (plan, bound, error), error);
}

/* A date that is a day needs no words of its own. */
static gboolean
clear_label (SeguePlan          *plan,
             const SegueRecord  *rule,
             GError            **error)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (rule);
  g_autoptr (SegueRecord) plain = NULL;

  segue_record_builder_set_string (builder, SEGUE_RULE_LABEL, NULL);
  plain = segue_record_builder_end (builder);
  return take (plan, segue_edit_set_record (plan, plain, error), error);
}

static gboolean
add_end (SeguePlan          *plan,
         const SegueRecord  *rule,
         GError            **error)
{
  g_autofree char *id = segue_plan_make_id (plan, "rule");
  SegueRecordBuilder *builder = segue_record_builder_new_from (rule);
  g_autoptr (SegueRecord) end = NULL;

  segue_record_builder_set_id (builder, id);
  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_RULE));
  segue_record_builder_set_int (builder, SEGUE_RULE_RELATION, SEGUE_RELATION_NOT_AFTER);
  end = segue_record_builder_end (builder);
  return take (plan, segue_edit_add_record (plan, end, error), error);
}

/* A rule at a date that may be coarse, read with the date's last day: from its first day on, or on one of its days. */
static gboolean
open_coarse (SeguePlan           *plan,
             const SegueRecord   *rule,
             const SegueAnswers  *answers,
             GError             **error)
{
  SegueDay last = segue_record_get_day (rule, SEGUE_RULE_DATE);
  SegueDay first = last == answers->best.last ? answers->best.first : answers->fallback.first;
  int relation = segue_record_get_int (rule, SEGUE_RULE_RELATION);

  if (segue_record_get_string (rule, SEGUE_RULE_LABEL)[0] == '\0')
    return clear_label (plan, rule, error);
  if (relation == SEGUE_RELATION_NOT_AFTER)
    return TRUE;
  if (relation == SEGUE_RELATION_ON && !add_end (plan, rule, error))
    return FALSE;
  return set_bound (plan, rule, SEGUE_RELATION_NOT_BEFORE, first, error);
}

static gboolean
keep_coarse (SeguePlan           *plan,
             const SegueAnswers  *answers,
             GError             **error)
{
  guint n = segue_plan_count (plan, SEGUE_KIND_RULE);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SegueRecord) rule = segue_record_ref (segue_plan_get_nth (plan, SEGUE_KIND_RULE, i));

      if (segue_record_get_string (rule, SEGUE_RULE_LABEL) && !open_coarse (plan, rule, answers, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * segue_template_fill:
 * @text: a template
 * @length: its bytes
 * @answers: what the person said, with a best date
 * @today: the day on which it was said
 * @error: return location for an error
 *
 * Returns: (transfer full): a plan, all of it editable
 */
SeguePlan *
segue_template_fill (const char          *text,
                     gsize                length,
                     const SegueAnswers  *answers,
                     SegueDay             today,
                     GError             **error)
{
  g_autofree char *document = NULL;
  g_autoptr (SeguePlan) plan = NULL;

  g_return_val_if_fail (text != NULL && answers != NULL, NULL);
  g_return_val_if_fail (answers->best.last != SEGUE_DAY_NONE, NULL);

  document = close_texts (text, length, answers, today);
  plan = segue_json_read_plan (document, strlen (document), answers->template_name, error);
  if (plan == NULL || !set_header (plan, answers, error) || !keep_coarse (plan, answers, error))
    return NULL;
  if (answers->fallback.last == SEGUE_DAY_NONE && segue_plan_find (plan, "fallback") &&
      !take (plan, segue_edit_remove (plan, "fallback", error), error))
    return NULL;
  for (guint i = 0; i < answers->fixed->len; i++)
    {
      if (!add_fixed (plan, answers->fixed->pdata[i], error))
        return NULL;
    }
  return g_steal_pointer (&plan);
}
