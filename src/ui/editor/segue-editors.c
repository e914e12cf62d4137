/* segue-editors.c - the right editor for anything in a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-editors.h"

#include "ui/editor/segue-day-off-editor.h"
#include "ui/editor/segue-exclusive-editor.h"
#include "ui/editor/segue-goal-editor.h"
#include "ui/editor/segue-hours-editor.h"
#include "ui/editor/segue-period-editor.h"
#include "ui/editor/segue-pool-editor.h"
#include "ui/editor/segue-rule-editor.h"
#include "ui/editor/segue-step-editor.h"
#include "ui/grant/segue-grant-editor.h"

static SegueEditor *
open_plan (SegueDraft        *draft,
           const SegueRecord *plan)
{
  return segue_hours_editor_new (draft);
}

static SegueEditor *
open_route (SegueDraft        *draft,
            const SegueRecord *route)
{
  const char *goal = segue_record_get_string (route, SEGUE_ROUTE_GOAL);

  return segue_goal_editor_new (draft, segue_plan_find (segue_draft_get_plan (draft), goal));
}

static const struct
{
  SegueKind kind;
  SegueEditor *(*open) (SegueDraft *draft, const SegueRecord *record);
} editors[] = {
  { SEGUE_KIND_PLAN, open_plan },
  { SEGUE_KIND_GOAL, segue_goal_editor_new },
  { SEGUE_KIND_ROUTE, open_route },
  { SEGUE_KIND_STEP, segue_step_editor_new },
  { SEGUE_KIND_RULE, segue_rule_editor_new },
  { SEGUE_KIND_PERIOD, segue_period_editor_new },
  { SEGUE_KIND_DAY_OFF, segue_day_off_editor_new },
  { SEGUE_KIND_POOL, segue_pool_editor_new },
  { SEGUE_KIND_EXCLUSIVE, segue_exclusive_editor_new },
  { SEGUE_KIND_GRANT, segue_grant_editor_new },
};

static SegueEditor *
open_record (SegueDraft        *draft,
             const SegueRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (editors); i++)
    {
      if (editors[i].kind == segue_record_get_kind (record))
        return editors[i].open (draft, record);
    }
  return NULL;
}

/**
 * segue_editors_open:
 * @session: a session
 * @id: what shall be edited
 *
 * Returns: (transfer floating) (nullable): its editor; %NULL for what comes
 *   from a grant, is not in the plan or is not edited in a dialog of its own
 */
SegueEditor *
segue_editors_open (SegueSession *session,
                    const char   *id)
{
  g_autoptr (SegueDraft) draft = NULL;
  const SegueRecord *record;

  g_return_val_if_fail (SEGUE_IS_SESSION (session), NULL);

  draft = segue_draft_new (session);
  record = segue_plan_find (segue_draft_get_plan (draft), id);
  return record ? open_record (draft, record) : NULL;
}

static SegueRecordBuilder *
begin (SeguePlan *plan,
       SegueKind  kind)
{
  g_autofree char *id = segue_plan_make_id (plan, segue_kind_get_info (kind)->name);
  SegueRecordBuilder *builder = segue_record_builder_new (kind, id);

  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, kind));
  return builder;
}

/**
 * segue_editors_add_goal:
 * @session: a session
 *
 * Returns: (transfer floating): an editor with a new goal
 */
SegueEditor *
segue_editors_add_goal (SegueSession *session)
{
  g_autoptr (SegueDraft) draft = NULL;
  g_autoptr (SegueRecord) goal = NULL;

  g_return_val_if_fail (SEGUE_IS_SESSION (session), NULL);

  draft = segue_draft_new (session);
  goal = segue_record_builder_end (begin (segue_draft_get_plan (draft), SEGUE_KIND_GOAL));
  return segue_goal_editor_new (draft, goal);
}

/* The only goal or, among several, the last one that waits for its first step. */
static const SegueRecord *
find_waiting_goal (SeguePlan *plan)
{
  const guint n_goals = segue_plan_count (plan, SEGUE_KIND_GOAL);

  for (guint i = n_goals; n_goals > 1 && i > 0; i--)
    {
      const SegueRecord *goal = segue_plan_get_nth (plan, SEGUE_KIND_GOAL, i - 1);
      gboolean is_empty = TRUE;

      for (guint k = 0; is_empty && k < segue_plan_count (plan, SEGUE_KIND_STEP); k++)
        is_empty = g_strcmp0 (segue_record_get_string (segue_plan_get_nth (plan, SEGUE_KIND_STEP, k), SEGUE_STEP_GOAL),
                              segue_record_get_id (goal)) != 0;
      if (is_empty)
        return goal;
    }
  return n_goals == 1 ? segue_plan_get_nth (plan, SEGUE_KIND_GOAL, 0) : NULL;
}

/* The goal and route of a step, or the goal itself: a new step goes beside what is selected. */
static void
place_beside (SegueRecordBuilder *builder,
              SeguePlan          *plan,
              const char         *beside)
{
  const SegueRecord *record = beside ? segue_plan_find (plan, beside) : NULL;

  if (record == NULL)
    record = find_waiting_goal (plan);
  if (record == NULL)
    return;
  if (segue_record_get_kind (record) == SEGUE_KIND_GOAL)
    segue_record_builder_set_string (builder, SEGUE_STEP_GOAL, segue_record_get_id (record));
  else if (segue_record_get_kind (record) == SEGUE_KIND_STEP)
    {
      segue_record_builder_set_string (builder, SEGUE_STEP_GOAL, segue_record_get_string (record, SEGUE_STEP_GOAL));
      segue_record_builder_set_string (builder, SEGUE_STEP_ROUTE, segue_record_get_string (record, SEGUE_STEP_ROUTE));
    }
  else if (segue_record_get_kind (record) == SEGUE_KIND_ROUTE)
    {
      segue_record_builder_set_string (builder, SEGUE_STEP_GOAL, segue_record_get_string (record, SEGUE_ROUTE_GOAL));
      segue_record_builder_set_string (builder, SEGUE_STEP_ROUTE, beside);
    }
}

/**
 * segue_editors_add_step:
 * @session: a session
 * @beside: (nullable): the goal, route or step to which it goes
 *
 * Returns: (transfer floating): an editor with a new step
 */
SegueEditor *
segue_editors_add_step (SegueSession *session,
                        const char   *beside)
{
  g_autoptr (SegueDraft) draft = NULL;
  g_autoptr (SegueRecord) step = NULL;
  SegueRecordBuilder *builder;

  g_return_val_if_fail (SEGUE_IS_SESSION (session), NULL);

  draft = segue_draft_new (session);
  builder = begin (segue_draft_get_plan (draft), SEGUE_KIND_STEP);
  segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, SEGUE_STEP_WORK);
  place_beside (builder, segue_draft_get_plan (draft), beside);
  step = segue_record_builder_end (builder);
  return segue_step_editor_new (draft, step);
}

/**
 * segue_editors_add_rule:
 * @session: a session
 * @step_id: the step that it binds
 *
 * Returns: (transfer floating) (nullable): an editor with a new rule
 */
SegueEditor *
segue_editors_add_rule (SegueSession *session,
                        const char   *step_id)
{
  g_autoptr (SegueDraft) draft = NULL;
  g_autoptr (SegueRecord) rule = NULL;

  g_return_val_if_fail (SEGUE_IS_SESSION (session), NULL);

  draft = segue_draft_new (session);
  if (segue_plan_find_kind (segue_draft_get_plan (draft), SEGUE_KIND_STEP, step_id) == NULL)
    return NULL;
  rule = segue_rule_editor_begin (segue_draft_get_plan (draft), step_id);
  return segue_rule_editor_new (draft, rule);
}
