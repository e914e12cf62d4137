/* segue-edit-decision.c - verbs: check-ins, obstacles, decisions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-review.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit-private.h"

static gboolean
is_given (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static SegueRecord *
make_obstacle (SeguePlan  *plan,
               const char *text,
               const char *about,
               SegueDay    since)
{
  g_autofree char *id = segue_plan_make_id (plan, "obstacle");
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_OBSTACLE, id);

  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_OBSTACLE));
  segue_record_builder_set_string (builder, SEGUE_OBSTACLE_TEXT, text);
  segue_record_builder_set_string (builder, SEGUE_OBSTACLE_ABOUT, about);
  segue_record_builder_set_day (builder, SEGUE_OBSTACLE_SINCE, since);
  return segue_record_builder_end (builder);
}

/**
 * segue_edit_check_in:
 * @plan: a plan
 * @on: the day
 * @did: (nullable): what was done
 * @next: (nullable): what is done next
 * @obstacle: (nullable): what stands in the way
 * @about: (nullable): the id of the step in whose way it stands
 * @error: return location for an error: nothing was said at all
 *
 * What stands in the way becomes an obstacle that stands until it is cleared.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_check_in (SeguePlan  *plan,
                     SegueDay    on,
                     const char *did,
                     const char *next,
                     const char *obstacle,
                     const char *about,
                     GError    **error)
{
  g_autofree char *id = NULL;
  SegueRecordBuilder *builder;
  g_autoptr (SegueRecord) record = NULL;
  SegueChangeSet *change_set;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan), NULL);

  if (!is_given (did) && !is_given (next) && !is_given (obstacle))
    {
      segue_edit_refuse (error, g_strdup (_("A check-in says at least one thing.")));
      return NULL;
    }
  id = segue_plan_make_id (plan, "check-in");
  builder = segue_record_builder_new (SEGUE_KIND_CHECK_IN, id);
  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_CHECK_IN));
  segue_record_builder_set_day (builder, SEGUE_CHECK_IN_ON, on);
  segue_record_builder_set_string (builder, SEGUE_CHECK_IN_DID, is_given (did) ? did : NULL);
  segue_record_builder_set_string (builder, SEGUE_CHECK_IN_NEXT, is_given (next) ? next : NULL);
  segue_record_builder_set_string (builder, SEGUE_CHECK_IN_OBSTACLE, is_given (obstacle) ? obstacle : NULL);
  record = segue_record_builder_end (builder);
  /* Translators: an edit, in menus behind "Undo": three questions were answered. */
  change_set = segue_edit_begin (g_strdup (_("Check In")), id);
  segue_change_set_add (change_set, NULL, record);
  if (is_given (obstacle))
    {
      g_autoptr (SegueRecord) stands = make_obstacle (plan, obstacle, about, on);

      segue_change_set_add (change_set, NULL, stands);
    }
  return segue_edit_end (plan, change_set, error);
}

/**
 * segue_edit_clear_obstacle:
 * @plan: a plan
 * @obstacle_id: the id of an obstacle
 * @on: since when it is out of the way
 * @error: return location for an error
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_clear_obstacle (SeguePlan  *plan,
                           const char *obstacle_id,
                           SegueDay    on,
                           GError    **error)
{
  const SegueRecord *obstacle;
  SegueRecordBuilder *builder;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && obstacle_id != NULL, NULL);

  obstacle = segue_edit_find (plan, SEGUE_KIND_OBSTACLE, obstacle_id, error);
  if (obstacle == NULL)
    return NULL;
  builder = segue_record_builder_new_from (obstacle);
  segue_record_builder_set_day (builder, SEGUE_OBSTACLE_CLEARED_ON, on);
  /* Translators: an edit, in menus behind "Undo": what stood in the way. */
  return segue_edit_change_one (plan, obstacle, builder,
                                g_strdup_printf (_("Clear “%s”"), segue_edit_name (obstacle)), error);
}

/* ---- decisions ------------------------------------------------------------ */

static gboolean
is_of (const SegueRecord *reason,
       const char        *decision_id)
{
  return g_strcmp0 (segue_record_get_string (reason, SEGUE_REASON_DECISION), decision_id) == 0;
}

static gboolean
is_among (GPtrArray  *reasons,
          const char *id)
{
  for (guint i = 0; reasons && i < reasons->len; i++)
    if (g_str_equal (segue_record_get_id (reasons->pdata[i]), id))
      return TRUE;
  return FALSE;
}

static void
remove_reasons (SegueChangeSet *change_set,
                SeguePlan      *plan,
                const char     *decision_id,
                GPtrArray      *but)
{
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_REASON); i++)
    {
      const SegueRecord *reason = segue_plan_get_nth (plan, SEGUE_KIND_REASON, i);

      if (is_of (reason, decision_id) && !is_among (but, segue_record_get_id (reason)))
        segue_change_set_add (change_set, reason, NULL);
    }
}

/**
 * segue_edit_save_decision:
 * @plan: a plan
 * @decision: a question, new or changed
 * @reasons: (element-type SegueRecord): all its reasons from now on
 * @error: return location for an error
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_save_decision (SeguePlan         *plan,
                          const SegueRecord *decision,
                          GPtrArray         *reasons,
                          GError           **error)
{
  const SegueRecord *before;
  SegueChangeSet *change_set;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && decision != NULL && reasons != NULL, NULL);

  before = segue_plan_find_kind (plan, SEGUE_KIND_DECISION, segue_record_get_id (decision));
  /* Translators: edits, in menus behind "Undo": a question. */
  change_set = segue_edit_begin (g_strdup_printf (before ? _("Change “%s”") : _("Add “%s”"), segue_edit_name (decision)),
                                 segue_record_get_id (decision));
  if (before == NULL || !segue_record_equal (before, decision))
    segue_change_set_add (change_set, before, decision);
  remove_reasons (change_set, plan, segue_record_get_id (decision), reasons);
  for (guint i = 0; i < reasons->len; i++)
    {
      const SegueRecord *reason = reasons->pdata[i];
      const SegueRecord *old = segue_plan_find_kind (plan, SEGUE_KIND_REASON, segue_record_get_id (reason));

      if (old == NULL || !segue_record_equal (old, reason))
        segue_change_set_add (change_set, old, reason);
    }
  return segue_edit_end (plan, change_set, error);
}

static void
set_texts (SegueRecordBuilder *builder,
           guint               field,
           SeguePlan          *plan,
           const char         *decision_id,
           SegueReasonSide     side,
           SegueDay            on)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_REASON); i++)
    {
      const SegueRecord *reason = segue_plan_get_nth (plan, SEGUE_KIND_REASON, i);

      if (is_of (reason, decision_id) && segue_record_get_int (reason, SEGUE_REASON_SIDE) == side &&
          !segue_reason_is_over (plan, reason, on, NULL))
        g_strv_builder_add (texts, segue_record_get_string (reason, SEGUE_REASON_TEXT));
    }
  list = g_strv_builder_end (texts);
  if (list[0])
    segue_record_builder_set_strings (builder, field, (const char *const *) list);
}

/* The journal keeps every answer with the reasons that counted then. */
static SegueRecord *
make_entry (SeguePlan  *plan,
            const char *id,
            double      rank,
            const char *decision_id,
            const char *decided,
            SegueDay    on)
{
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_JOURNAL, id);

  segue_record_builder_set_rank (builder, rank);
  segue_record_builder_set_day (builder, SEGUE_JOURNAL_ON, on);
  segue_record_builder_set_string (builder, SEGUE_JOURNAL_ABOUT, decision_id);
  set_texts (builder, SEGUE_JOURNAL_FOR, plan, decision_id, SEGUE_REASON_FOR, on);
  set_texts (builder, SEGUE_JOURNAL_AGAINST, plan, decision_id, SEGUE_REASON_AGAINST, on);
  segue_record_builder_set_string (builder, SEGUE_JOURNAL_DECIDED, decided);
  return segue_record_builder_end (builder);
}

static gboolean
is_in_journal (SeguePlan         *plan,
               const SegueRecord *decision)
{
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_JOURNAL); i++)
    {
      const SegueRecord *entry = segue_plan_get_nth (plan, SEGUE_KIND_JOURNAL, i);

      if (g_strcmp0 (segue_record_get_string (entry, SEGUE_JOURNAL_ABOUT), segue_record_get_id (decision)) == 0 &&
          g_strcmp0 (segue_record_get_string (entry, SEGUE_JOURNAL_DECIDED),
                     segue_record_get_string (decision, SEGUE_DECISION_DECIDED)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* An answer that came with an imported plan is in no journal yet: it goes
 * there before another takes its place. */
static void
keep_answer (SegueChangeSet    *change_set,
             SeguePlan         *plan,
             const SegueRecord *decision,
             SegueDay           today)
{
  SegueDay on = segue_record_get_day (decision, SEGUE_DECISION_DECIDED_ON);
  g_autofree char *id = NULL;
  g_autoptr (SegueRecord) entry = NULL;

  if (!segue_record_has (decision, SEGUE_DECISION_DECIDED) || is_in_journal (plan, decision))
    return;
  id = segue_plan_make_id (plan, "earlier");
  entry = make_entry (plan, id, segue_plan_next_rank (plan, SEGUE_KIND_JOURNAL), segue_record_get_id (decision),
                      segue_record_get_string (decision, SEGUE_DECISION_DECIDED), on != SEGUE_DAY_NONE ? on : today);
  segue_change_set_add (change_set, NULL, entry);
}

/**
 * segue_edit_decide:
 * @plan: a plan
 * @decision_id: the id of a decision
 * @decided: what is decided
 * @on: the day
 * @error: return location for an error
 *
 * Answers the question; the answer and its reasons stay in the journal for
 * good.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_decide (SeguePlan  *plan,
                   const char *decision_id,
                   const char *decided,
                   SegueDay    on,
                   GError    **error)
{
  const SegueRecord *decision;
  g_autoptr (SegueRecord) after = NULL;
  g_autoptr (SegueRecord) entry = NULL;
  g_autofree char *id = NULL;
  SegueRecordBuilder *builder;
  SegueChangeSet *change_set;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && decision_id != NULL, NULL);

  decision = segue_edit_find (plan, SEGUE_KIND_DECISION, decision_id, error);
  if (decision == NULL)
    return NULL;
  if (!is_given (decided))
    {
      segue_edit_refuse (error, g_strdup (_("Say what is decided.")));
      return NULL;
    }
  builder = segue_record_builder_new_from (decision);
  segue_record_builder_set_string (builder, SEGUE_DECISION_DECIDED, decided);
  segue_record_builder_set_day (builder, SEGUE_DECISION_DECIDED_ON, on);
  after = segue_record_builder_end (builder);
  id = segue_plan_make_id (plan, "entry");
  entry = make_entry (plan, id, segue_plan_next_rank (plan, SEGUE_KIND_JOURNAL) + 1, decision_id, decided, on);
  /* Translators: an edit, in menus behind "Undo": a question. */
  change_set = segue_edit_begin (g_strdup_printf (_("Decide “%s”"), segue_edit_name (decision)), decision_id);
  keep_answer (change_set, plan, decision, on);
  segue_change_set_add (change_set, decision, after);
  segue_change_set_add (change_set, NULL, entry);
  return segue_edit_end (plan, change_set, error);
}

/**
 * segue_edit_reopen_decision:
 * @plan: a plan
 * @decision_id: the id of a decision
 * @on: the day
 * @error: return location for an error
 *
 * The question is open again; the old answer stays in the journal.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_reopen_decision (SeguePlan  *plan,
                            const char *decision_id,
                            SegueDay    on,
                            GError    **error)
{
  const SegueRecord *decision;
  SegueRecordBuilder *builder;
  g_autoptr (SegueChangeSet) change_set = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && decision_id != NULL, NULL);

  decision = segue_edit_find (plan, SEGUE_KIND_DECISION, decision_id, error);
  if (decision == NULL)
    return NULL;
  builder = segue_record_builder_new_from (decision);
  segue_record_builder_clear (builder, SEGUE_DECISION_DECIDED);
  segue_record_builder_clear (builder, SEGUE_DECISION_DECIDED_ON);
  /* Translators: an edit, in menus behind "Undo": the title of a step that was started or done. */
  change_set = segue_edit_change_one (plan, decision, builder,
                                      g_strdup_printf (_("Reopen “%s”"), segue_edit_name (decision)), error);
  if (change_set == NULL)
    return NULL;
  keep_answer (change_set, plan, decision, on);
  return segue_edit_end (plan, g_steal_pointer (&change_set), error);
}

/**
 * segue_edit_remove_decision:
 * @plan: a plan
 * @decision_id: the id of a decision
 * @error: return location for an error
 *
 * Removes the question with its reasons; the journal stays.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_remove_decision (SeguePlan  *plan,
                            const char *decision_id,
                            GError    **error)
{
  g_autoptr (SegueChangeSet) change_set = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && decision_id != NULL, NULL);

  if (segue_edit_find (plan, SEGUE_KIND_DECISION, decision_id, error) == NULL)
    return NULL;
  change_set = segue_edit_remove (plan, decision_id, error);
  if (change_set == NULL)
    return NULL;
  remove_reasons (change_set, plan, decision_id, NULL);
  return segue_edit_end (plan, g_steal_pointer (&change_set), error);
}
