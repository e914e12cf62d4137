/* segue-text-review.c - reviews in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-review.h"

#include <glib/gi18n-lib.h>

#include "core/segue-particle.h"
#include "core/segue-text.h"

static char *
describe_due (const SegueReviewItem *self,
              const char            *day)
{
  if (self->days == 0)
    /* Translators: why a review asks about a step: a date. */
    return g_strdup_printf (_("Due today, %s"), day);
  if (self->days < 0)
    /* Translators: why a review asks about a step: a date. */
    return g_strdup_printf (_("Was due on %s"), day);
  /* Translators: why a review asks about a step: a date, a number of days. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "By %s, %d day left", "By %s, %d days left", (gulong) self->days),
                          day, self->days);
}

static char *
describe_rule (const SegueReviewItem *self,
               const char            *day)
{
  if (self->day == SEGUE_DAY_NONE)
    return g_strdup (_("Assumed, never checked. Does it still hold?"));
  /* Translators: why a review asks about a rule: a date. */
  return g_strdup_printf (_("Last checked on %s. Does it still hold?"), day);
}

/**
 * segue_review_item_describe:
 * @self: an item
 * @today: the day of the review
 *
 * Returns: (transfer full): why it is asked about: "By 5 April 2023, 7 days
 *   left"
 */
char *
segue_review_item_describe (const SegueReviewItem *self,
                            SegueDay               today)
{
  g_autofree char *day = self->day != SEGUE_DAY_NONE ? segue_text_day (self->day) : NULL;
  g_autofree char *days = segue_text_days (ABS (self->days));

  switch (self->cause)
    {
    case SEGUE_CAUSE_GATE:
      if (self->day > today)
        /* Translators: why a review asks about a milestone that decides a route: a date. */
        return g_strdup_printf (_("The result comes on %s"), day);
      return g_strdup (_("The result is due. What came of it?"));
    case SEGUE_CAUSE_LATE:
      /* Translators: why a review asks about a step: a number of days, a date. */
      return g_strdup_printf (_("%s late, now %s"), days, day);
    case SEGUE_CAUSE_DUE:
      return describe_due (self, day);
    case SEGUE_CAUSE_REACHABLE:
      /* Translators: why a review asks about a route: a date, a number of days. */
      return g_strdup_printf (_("Out of reach after %s, in %s"), day, days);
    case SEGUE_CAUSE_AT_RISK:
      if (self->days <= 0)
        /* Translators: why a review asks about a step: a date. */
        return g_strdup_printf (_("No slack: it must end on %s"), day);
      /* Translators: why a review asks about a step: a number of days, a date. */
      return g_strdup_printf (_("Only %s of slack, now %s"), days, day);
    case SEGUE_CAUSE_OBSTACLE:
      /* Translators: why a review asks about an obstacle: a number of days, a date. */
      return g_strdup_printf (_("In the way for %s, since %s"), days, day);
    case SEGUE_CAUSE_REASON_ENDED:
      /* Translators: why a review asks about a decision: a date. */
      return g_strdup_printf (_("A reason for it ended on %s. Decide again?"), day);
    case SEGUE_CAUSE_RULE:
    default:
      return describe_rule (self, day);
    }
}

static const char *
get_verdict_name (SegueVerdict verdict)
{
  switch (verdict)
    {
    case SEGUE_VERDICT_DONE:
      return C_("verdict", "Done");
    case SEGUE_VERDICT_MOVED:
      return C_("verdict", "Moved");
    case SEGUE_VERDICT_DROPPED:
      return C_("verdict", "Dropped");
    case SEGUE_VERDICT_NOTED:
      return C_("verdict", "Noted");
    case SEGUE_VERDICT_PASSED:
      return C_("verdict", "Accepted");
    case SEGUE_VERDICT_FAILED:
      return C_("verdict", "Rejected");
    case SEGUE_VERDICT_MISSED:
      return C_("verdict", "Missed");
    case SEGUE_VERDICT_CHECKED:
      return C_("verdict", "Checked");
    case SEGUE_VERDICT_CLEARED:
      return C_("verdict", "Cleared");
    case SEGUE_VERDICT_REOPENED:
      return C_("verdict", "Reopened");
    case SEGUE_VERDICT_KEPT:
    default:
      return C_("verdict", "Kept");
    }
}

static void
add_part (GString    *text,
          const char *part)
{
  if (part != NULL && part[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", part);
}

/* "Moved from 5 April 2023 to 12 April 2023" */
static char *
describe_verdict (const SegueRecord *answer)
{
  SegueVerdict verdict = (SegueVerdict) segue_record_get_int (answer, SEGUE_ANSWER_VERDICT);
  SegueDay from = segue_record_get_day (answer, SEGUE_ANSWER_FROM);
  SegueDay to = segue_record_get_day (answer, SEGUE_ANSWER_TO);
  g_autofree char *from_text = from != SEGUE_DAY_NONE ? segue_text_day (from) : NULL;
  g_autofree char *to_text = to != SEGUE_DAY_NONE ? segue_text_day (to) : NULL;

  if (verdict == SEGUE_VERDICT_MOVED && from_text && to_text)
    /* Translators: what a review decided: two dates. */
    return segue_particle_resolve (g_strdup_printf (_("Moved from %1$s to %2$s"), from_text, to_text));
  if (to_text)
    /* Translators: what a review decided ("Done"), a date. */
    return g_strdup_printf (C_("verdict", "%s, %s"), get_verdict_name (verdict), to_text);
  return g_strdup (get_verdict_name (verdict));
}

/**
 * segue_review_answer_describe:
 * @answer: an answer
 *
 * Returns: (transfer full): what was decided, why, on what evidence and what
 *   followed, each on a line of its own
 */
char *
segue_review_answer_describe (const SegueRecord *answer)
{
  g_autofree char *verdict = describe_verdict (answer);
  g_autoptr (GString) text = g_string_new (verdict);

  add_part (text, segue_record_get_string (answer, SEGUE_ANSWER_WHY));
  add_part (text, segue_record_get_string (answer, SEGUE_ANSWER_EVIDENCE));
  add_part (text, segue_record_get_string (answer, SEGUE_ANSWER_EFFECT));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * segue_review_count_answers:
 * @plan: a plan
 * @review_id: the id of a review
 *
 * Returns: (transfer full): how many were answered and how: "7 answered: 3
 *   done, 1 moved"
 */
char *
segue_review_count_answers (SeguePlan  *plan,
                            const char *review_id)
{
  g_autoptr (GPtrArray) answers = segue_review_get_answers (plan, review_id);
  const SegueRecord *review = segue_plan_find_kind (plan, SEGUE_KIND_REVIEW, review_id);
  guint asked = review ? (guint) segue_record_get_int (review, SEGUE_REVIEW_ASKED) : 0;
  guint counts[SEGUE_VERDICT_REOPENED + 1] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++)
    counts[segue_record_get_int (answers->pdata[i], SEGUE_ANSWER_VERDICT)]++;
  /* Translators: of a review: how many things were answered of how many that needed a decision. */
  g_string_append_printf (text, _("%1$u of %2$u answered"), answers->len, MAX (asked, answers->len));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      /* Translators: of a review: a verdict ("Done"), how often. */
      g_string_append_printf (text, C_("verdict", " · %1$s %2$u"), get_verdict_name ((SegueVerdict) i), counts[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * segue_check_in_describe:
 * @check_in: a check-in
 *
 * Returns: (transfer full): what was said, each on a line of its own
 */
char *
segue_check_in_describe (const SegueRecord *check_in)
{
  const char *did = segue_record_get_string (check_in, SEGUE_CHECK_IN_DID);
  const char *next = segue_record_get_string (check_in, SEGUE_CHECK_IN_NEXT);
  const char *obstacle = segue_record_get_string (check_in, SEGUE_CHECK_IN_OBSTACLE);
  g_autoptr (GString) text = g_string_new (NULL);
  /* Translators: of a check-in: what was done, what is next, what stands in the way. */
  char *lines[] = { did ? g_strdup_printf (_("Did: %s"), did) : NULL,
                               next ? g_strdup_printf (_("Next: %s"), next) : NULL,
                               obstacle ? g_strdup_printf (_("In the way: %s"), obstacle) : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      add_part (text, lines[i]);
      g_free (lines[i]);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}
