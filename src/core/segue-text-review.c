/* segue-text-review.c - reviews in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-review.h"

#include <glib/gi18n-lib.h>

#include "core/segue-fact.h"
#include "core/segue-particle.h"
#include "core/segue-text.h"
#include "core/segue-trial.h"

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
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "By %s, %'d day left", "By %s, %'d days left", (gulong) self->days),
                          day, self->days);
}

static char *
describe_gate (const SegueReviewItem *self,
               const char            *day,
               SegueDay               today)
{
  if (day == NULL || self->day == today)
    return g_strdup (_("The result is due. What came of it?"));
  if (self->day > today)
    /* Translators: why a review asks about a milestone that decides a route: a date. */
    return g_strdup_printf (_("The result comes on %s"), day);
  /* Translators: why a review asks about a milestone that decides a route: a date. */
  return g_strdup_printf (_("The result was due on %s. What came of it?"), day);
}

static char *
describe_rule (const SegueReviewItem *self,
               const char            *day)
{
  if (self->day == SEGUE_DAY_NONE)
    return g_strdup (_("Never checked. Does it still hold?"));
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
      return describe_gate (self, day, today);
    case SEGUE_CAUSE_LATE:
      /* Translators: why a review asks about a step: a number of days, a date. */
      return g_strdup_printf (_("%s late, now %s"), days, day);
    case SEGUE_CAUSE_DUE:
      return describe_due (self, day);
    case SEGUE_CAUSE_REACHABLE:
      if (day == NULL)
        return g_strdup (_("Look for what would help, or drop it"));
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
      if (day == NULL)
        return g_strdup (_("A reason for it no longer holds. Decide again?"));
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
 * segue_review_answer_summarize:
 * @answer: an answer
 *
 * Returns: (transfer full): what was decided about what, and the first that
 *   followed, in one line
 */
char *
segue_review_answer_summarize (const SegueRecord *answer)
{
  const char *effect = segue_record_get_string (answer, SEGUE_ANSWER_EFFECT);
  const char *end = effect ? strchr (effect, '\n') : NULL;
  g_autofree char *first = end ? g_strndup (effect, (gsize) (end - effect)) : g_strdup (effect);
  g_autofree char *verdict = describe_verdict (answer);

  if (first == NULL || first[0] == '\0')
    /* Translators: what a review has just kept: the title of a thing, what was decided about it. */
    return g_strdup_printf (C_("answer", "%1$s: %2$s"), segue_record_get_title (answer), verdict);
  /* Translators: what a review has just kept: the title of a thing, what was decided about it, a sentence that says what followed. */
  return g_strdup_printf (C_("answer", "%1$s: %2$s. %3$s"), segue_record_get_title (answer), verdict, first);
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
  g_autoptr (GString) text = NULL;

  if (MAX (asked, answers->len) == 0)
    return g_strdup (_("Nothing needed a decision"));
  text = g_string_new (NULL);
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

/* ---- what else is known of it ------------------------------------------------ */

/* What a late step misses: its wish, or the rules that give way. */
static void
add_missed (GString           *text,
            SegueLayout       *layout,
            const SegueRecord *step)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  int index = segue_layout_find (layout, SEGUE_KIND_STEP, segue_record_get_id (step));
  SegueDay target = segue_record_get_day (step, SEGUE_STEP_TARGET);
  gboolean any = FALSE;

  for (int i = 0; i < schedule->n_broken; i++)
    if (problem->rules[schedule->broken[i].rule].point.step == index)
      {
        g_autofree char *rule = segue_text_rule (layout, schedule->broken[i].rule);

        add_part (text, rule);
        any = TRUE;
      }
  if (any && schedule->broken_unproven)
    add_part (text, _("This is the least that was found; less may have to give way."));
  if (target != SEGUE_DAY_NONE)
    {
      g_autofree char *day = segue_text_day (target);
      /* Translators: of a step that is late: the date by which it was wanted. */
      g_autofree char *wish = g_strdup_printf (_("Wanted by %s"), day);

      add_part (text, wish);
    }
}

/* The route on which it was, and why it is not on the way. */
static void
add_route (GString           *text,
           SegueLayout       *layout,
           const SegueRecord *step)
{
  int route = segue_layout_find (layout, SEGUE_KIND_ROUTE, segue_record_get_string (step, SEGUE_STEP_ROUTE));
  g_autofree char *state = route >= 0 ? segue_text_route_state (layout, route) : NULL;
  g_autofree char *line = NULL;

  if (route < 0)
    return;
  /* Translators: the title of a route, how it stands: "32 days short". */
  line = g_strdup_printf (C_("route", "%1$s: %2$s"), segue_record_get_name (segue_layout_get_route (layout, route)), state);
  add_part (text, line);
}

static void
add_obstacles (GString    *text,
               SeguePlan  *plan,
               const char *about)
{
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_OBSTACLE); i++)
    {
      const SegueRecord *obstacle = segue_plan_get_nth (plan, SEGUE_KIND_OBSTACLE, i);
      g_autofree char *line = NULL;

      if (segue_record_has (obstacle, SEGUE_OBSTACLE_CLEARED_ON) ||
          g_strcmp0 (segue_record_get_string (obstacle, SEGUE_OBSTACLE_ABOUT), about) != 0)
        continue;
      line = g_strdup_printf (_("In the way: %s"), segue_record_get_title (obstacle));
      add_part (text, line);
    }
}

static void
add_step (GString               *text,
          const SegueReviewItem *self,
          SeguePlan             *plan,
          SegueLayout           *layout,
          const SegueRecord     *step)
{
  const SegueStepResult *result = segue_layout_get_step_result (layout, self->id);
  g_autofree char *room = NULL;

  if (result == NULL || !result->active || result->start == SEGUE_DAY_NONE)
    add_route (text, layout, step);
  else if (self->cause == SEGUE_CAUSE_LATE)
    add_missed (text, layout, step);
  else if (self->cause == SEGUE_CAUSE_DUE)
    room = segue_trial_describe_room (layout, self->id);
  add_part (text, room);
  add_obstacles (text, plan, self->id);
}

/**
 * segue_review_item_describe_more:
 * @self: an item
 * @plan: its plan
 * @layout: @plan laid out with its latest dates
 *
 * What one wants to know before answering, and segue_review_item_describe()
 * has not said: how far it can slip, what it misses, where a rule comes from,
 * what was decided.
 *
 * Returns: (transfer full) (nullable): lines; %NULL if there is no more to say
 */
char *
segue_review_item_describe_more (const SegueReviewItem *self,
                                 SeguePlan             *plan,
                                 SegueLayout           *layout)
{
  const SegueRecord *record = segue_plan_find (plan, self->id);
  g_autoptr (GString) text = g_string_new (NULL);
  const SegueRecord *about;
  g_autofree char *line = NULL;

  if (record == NULL)
    return NULL;
  if (segue_record_get_kind (record) == SEGUE_KIND_STEP)
    add_step (text, self, plan, layout, record);
  else if (segue_record_get_kind (record) == SEGUE_KIND_RULE)
    line = segue_fact_describe (record, segue_layout_get_now (layout));
  else if (segue_record_get_kind (record) == SEGUE_KIND_DECISION)
    line = segue_decision_describe (plan, record, segue_layout_get_now (layout));
  else if (segue_record_get_kind (record) == SEGUE_KIND_OBSTACLE)
    {
      about = segue_plan_find (plan, segue_record_get_string (record, SEGUE_OBSTACLE_ABOUT));
      line = about ? g_strdup (segue_record_get_name (about)) : NULL;
    }
  add_part (text, line);
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/* ---- decisions ------------------------------------------------------------ */

static void
add_reasons (GString           *text,
             SeguePlan         *plan,
             const SegueRecord *decision,
             SegueDay           today)
{
  guint standing = 0, over = 0;
  g_autofree char *line = NULL;

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_REASON); i++)
    {
      const SegueRecord *reason = segue_plan_get_nth (plan, SEGUE_KIND_REASON, i);
      g_autofree char *gone = NULL;

      if (g_strcmp0 (segue_record_get_string (reason, SEGUE_REASON_DECISION), segue_record_get_id (decision)) != 0)
        continue;
      if (!segue_reason_is_over (plan, reason, today, NULL))
        {
          standing++;
          continue;
        }
      over++;
      /* Translators: of a question: a reason for or against it. */
      gone = g_strdup_printf (_("No longer holds: %s"), segue_record_get_title (reason));
      add_part (text, gone);
    }
  if (over == 0)
    return;
  /* Translators: of a question: how many of how many reasons still hold. */
  line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u reason still holds", "%1$u of %2$u reasons still hold",
                                       standing + over),
                          standing, standing + over);
  add_part (text, line);
}

/**
 * segue_decision_describe:
 * @plan: a plan
 * @decision: a decision of it
 * @today: the day on which one asks
 *
 * Returns: (transfer full): how it was decided and when, and which of its
 *   reasons no longer hold, each on a line of its own
 */
char *
segue_decision_describe (SeguePlan         *plan,
                         const SegueRecord *decision,
                         SegueDay           today)
{
  const char *decided = segue_record_get_string (decision, SEGUE_DECISION_DECIDED);
  SegueDay on = segue_record_get_day (decision, SEGUE_DECISION_DECIDED_ON);
  g_autofree char *day = on != SEGUE_DAY_NONE ? segue_text_day (on) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (decided == NULL)
    g_string_append (text, _("Not decided yet"));
  else if (day == NULL)
    g_string_append (text, decided);
  else
    /* Translators: of a question: the date of the decision, what was decided. */
    g_string_append_printf (text, _("Decided on %1$s: %2$s"), day, decided);
  add_reasons (text, plan, decision, today);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * segue_entry_describe:
 * @entry: an entry of the journal
 *
 * Returns: (transfer full): its day, and the reasons that were weighed
 */
char *
segue_entry_describe (const SegueRecord *entry)
{
  const char *const *reasons = segue_record_get_strings (entry, SEGUE_JOURNAL_FOR);
  const char *const *doubts = segue_record_get_strings (entry, SEGUE_JOURNAL_AGAINST);
  g_autofree char *day = segue_text_day (segue_record_get_day (entry, SEGUE_JOURNAL_ON));
  g_autoptr (GString) text = g_string_new (day);

  for (guint i = 0; reasons && reasons[i]; i++)
    g_string_append_printf (text, "\n+ %s", reasons[i]);
  for (guint i = 0; doubts && doubts[i]; i++)
    g_string_append_printf (text, "\n− %s", doubts[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
