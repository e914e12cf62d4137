/* segue-edit-move.c - the verb behind every drag
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving says where something shall lie, and a plan says that in rules. So a
 * move leaves one rule that can be seen, changed and removed:
 *
 *   an "on" rule holds the point           its date becomes the day
 *   the day is later than the natural one  "not before the day", placed by hand
 *   the day is earlier                     "not after the day", placed by hand
 *   the day is the natural one             no rule by hand
 *
 * where the natural day is the one on which the point lies when nobody has
 * moved it. A point has at most one rule by hand: a second move changes the
 * first one's. What the day then breaks is told by the schedule, not refused.
 */
#include "core/segue-edit.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit-private.h"
#include "core/segue-particle.h"
#include "core/segue-text.h"

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
  const SegueRecord *step;
  SegueStepType type;
  SegueSide side;   /* which end is moved; of a milestone the start */
  SegueDay current; /* where it lies */
  SegueDay day;     /* where it shall lie */
} Move;

static gboolean
refuse (GError **error,
        char    *sentence)
{
  segue_edit_refuse (error, segue_particle_resolve (sentence));
  return FALSE;
}

static gboolean
check_step (const Move            *move,
            const SegueStepResult *result,
            GError               **error)
{
  const char *title = segue_edit_name (move->step);

  if (segue_record_get_int (move->step, SEGUE_STEP_STATUS) == SEGUE_STATUS_DONE)
    /* Translators: the title of a step. */
    return refuse (error, g_strdup_printf (_("“%s” is done and stays where it happened."), title));
  if (segue_record_get_int (move->step, SEGUE_STEP_STATUS) == SEGUE_STATUS_DROPPED)
    /* Translators: the title of a step. */
    return refuse (error, g_strdup_printf (_("“%s” has been dropped. Reopen it before moving it."), title));
  if (result == NULL || !result->active)
    /* Translators: the title of a step. */
    return refuse (error, g_strdup_printf (_("“%s” is not on the chosen route and has no date to move."), title));
  return TRUE;
}

static gboolean
check_day (const Move *move,
           GError    **error)
{
  g_autofree char *day = NULL;

  if (segue_day_is_valid (move->day) && move->day >= segue_layout_get_now (move->layout))
    return TRUE;
  if (!segue_day_is_valid (move->day))
    return refuse (error, g_strdup (_("A date must lie in the years 1 to 9999.")));
  day = segue_text_day (move->day);
  /* Translators: the title of a step, a date. */
  return refuse (error, g_strdup_printf (_("“%s” cannot move to %s: that day has passed."),
                                         segue_edit_name (move->step), day));
}

/* The start and the end of a wait lie a fixed time apart: a rule for one is a
 * rule for the other. They are all spoken of as starts, unless an "on" rule
 * holds the end. */
static gboolean
is_rigid (const Move *move)
{
  return move->type == SEGUE_STEP_WAIT;
}

static gboolean
binds_point (const Move        *move,
             const SegueRecord *rule,
             SegueSide         *side)
{
  const SegueRecord *step;
  const char *route = segue_record_get_string (rule, SEGUE_RULE_ROUTE);
  const SegueRouteResult *result = segue_layout_get_route_result (move->layout, route);

  if (segue_record_get_int (rule, SEGUE_RULE_RELATION) == SEGUE_RELATION_AFTER ||
      !segue_plan_parse_point (move->plan, segue_record_get_string (rule, SEGUE_RULE_POINT), &step, side) ||
      step != move->step)
    return FALSE;
  if (route && result && result->status != SEGUE_ROUTE_CHOSEN)
    return FALSE;
  return move->type == SEGUE_STEP_MILESTONE || is_rigid (move) || *side == move->side;
}

static const SegueRecord *
find_rule (const Move *move,
           gboolean    by_hand,
           SegueSide  *side)
{
  for (guint i = 0; i < segue_plan_count (move->plan, SEGUE_KIND_RULE); i++)
    {
      const SegueRecord *rule = segue_plan_get_nth (move->plan, SEGUE_KIND_RULE, i);
      gboolean fits = by_hand ? segue_record_get_bool (rule, SEGUE_RULE_BY_HAND)
                              : segue_record_get_int (rule, SEGUE_RULE_RELATION) == SEGUE_RELATION_ON &&
                                  segue_record_get_bool (rule, SEGUE_RULE_ENABLED);

      if (fits && binds_point (move, rule, side))
        return rule;
    }
  return NULL;
}

/* How far the day of @side lies from the day that is moved. */
static int
get_offset (const Move *move,
            SegueSide   side)
{
  const SegueStepResult *result = segue_layout_get_step_result (move->layout, segue_record_get_id (move->step));

  if (!is_rigid (move) || side == move->side || result->start == SEGUE_DAY_NONE)
    return 0;
  return side == SEGUE_SIDE_START ? result->start - result->end : result->end - result->start;
}

static SegueChangeSet *
begin (const Move *move)
{
  /* Translators: an edit, in menus behind "Undo": the title of what is moved. */
  return segue_edit_begin (g_strdup_printf (_("Move “%s”"), segue_edit_name (move->step)),
                           segue_record_get_id (move->step));
}

static SegueChangeSet *
move_fixed (const Move        *move,
            const SegueRecord *rule,
            SegueSide          side,
            GError           **error)
{
  SegueRecordBuilder *builder = segue_record_builder_new_from (rule);
  g_autoptr (SegueRecord) after = NULL;
  SegueChangeSet *change_set =
    /* Translators: an edit, in menus behind "Undo": the title of what is moved, which a rule holds on its date. */
    segue_edit_begin (g_strdup_printf (_("Move “%s” with Its Fixed Date"), segue_edit_name (move->step)),
                      segue_record_get_id (move->step));

  segue_edit_set_rule_date (builder, rule, move->day + get_offset (move, side));
  after = segue_record_builder_end (builder);
  segue_change_set_add (change_set, rule, after);
  return segue_edit_end (move->plan, change_set, error);
}

static char *
make_point (const Move *move)
{
  const char *id = segue_record_get_id (move->step);

  if (move->type == SEGUE_STEP_MILESTONE)
    return g_strdup (id);
  return g_strconcat (id, move->side == SEGUE_SIDE_START ? ".start" : ".end", NULL);
}

/* The rule by hand as it shall be; a new one where there was none. */
static SegueRecord *
make_rule (const Move        *move,
           const SegueRecord *own,
           SegueRelation      relation)
{
  g_autofree char *id = own ? NULL : segue_plan_make_id (move->plan, "placed");
  g_autofree char *point = make_point (move);
  g_autofree char *text = segue_edit_by_hand_text (relation, move->day);
  SegueRecordBuilder *builder = own ? segue_record_builder_new_from (own) : segue_record_builder_new (SEGUE_KIND_RULE, id);

  if (own == NULL)
    {
      segue_record_builder_set_rank (builder, segue_plan_next_rank (move->plan, SEGUE_KIND_RULE));
      segue_record_builder_set_string (builder, SEGUE_RULE_SOURCE, _("Placed by hand"));
      segue_record_builder_set_bool (builder, SEGUE_RULE_BY_HAND, TRUE);
    }
  segue_record_builder_set_int (builder, SEGUE_RULE_RELATION, relation);
  segue_record_builder_set_string (builder, SEGUE_RULE_POINT, point);
  segue_record_builder_set_day (builder, SEGUE_RULE_DATE, move->day);
  segue_record_builder_clear (builder, SEGUE_RULE_LABEL);
  segue_record_builder_set_string (builder, SEGUE_RULE_TEXT, text);
  segue_record_builder_set_bool (builder, SEGUE_RULE_ENABLED, TRUE);
  return segue_record_builder_end (builder);
}

/* Where the point lies when nobody has moved it. */
static SegueDay
find_natural_day (const Move        *move,
                  const SegueRecord *own)
{
  g_autoptr (SeguePlan) plan = NULL;
  g_autoptr (SegueChangeSet) without = NULL;
  g_autoptr (SegueLayout) layout = NULL;
  const SegueStepResult *result;

  if (own == NULL || !segue_record_get_bool (own, SEGUE_RULE_ENABLED))
    return move->current;
  plan = segue_plan_copy (move->plan);
  without = begin (move);
  segue_change_set_add (without, own, NULL);
  if (!segue_plan_apply (plan, without, NULL))
    return move->current;
  layout = segue_layout_new (plan, segue_layout_get_now (move->layout), SEGUE_SOLVE_DATES, NULL, NULL);
  result = segue_layout_get_step_result (layout, segue_record_get_id (move->step));
  return move->side == SEGUE_SIDE_END ? result->end : result->start;
}

static SegueChangeSet *
place (const Move        *move,
       const SegueRecord *own,
       GError           **error)
{
  SegueDay natural = find_natural_day (move, own);
  SegueChangeSet *change_set = begin (move);
  g_autoptr (SegueRecord) rule = NULL;

  if (natural == SEGUE_DAY_NONE || move->day > natural)
    rule = make_rule (move, own, SEGUE_RELATION_NOT_BEFORE);
  else if (move->day < natural)
    rule = make_rule (move, own, SEGUE_RELATION_NOT_AFTER);
  if (own || rule)
    segue_change_set_add (change_set, own, rule);
  return segue_edit_end (move->plan, change_set, error);
}

static gboolean
parse_point (Move       *move,
             const char *point,
             GError    **error)
{
  g_autofree char *id = g_strdup (point);

  if (segue_plan_parse_point (move->plan, point, &move->step, &move->side))
    {
      move->type = (SegueStepType) segue_record_get_int (move->step, SEGUE_STEP_TYPE);
      if (move->type == SEGUE_STEP_MILESTONE)
        move->side = SEGUE_SIDE_START;
      return TRUE;
    }
  if (g_str_has_suffix (id, ".start") || g_str_has_suffix (id, ".end"))
    *strrchr (id, '.') = '\0';
  if (segue_edit_find (move->plan, SEGUE_KIND_STEP, id, error))
    /* Translators: the title of a step. */
    segue_edit_refuse (error, g_strdup_printf (_("“%s” has a start and an end: say which one moves."),
                                               segue_edit_name (segue_plan_find (move->plan, id))));
  return FALSE;
}

/**
 * segue_edit_move_point:
 * @plan: a plan
 * @layout: the plan laid out as it is
 * @point: a milestone, or "STEP.start" or "STEP.end"
 * @day: where it shall lie
 * @error: return location for an error: what is done, dropped, not on the
 *   chosen route or emitted by a grant cannot be moved, and nothing into the
 *   past
 *
 * Moves the point by adding or changing one visible rule. Where it lies
 * already nothing changes.
 *
 * Returns: (transfer full): the change set
 */
SegueChangeSet *
segue_edit_move_point (SeguePlan   *plan,
                       SegueLayout *layout,
                       const char  *point,
                       SegueDay     day,
                       GError     **error)
{
  Move move = { .plan = plan, .layout = layout, .day = day };
  const SegueStepResult *result;
  const SegueRecord *rule;
  SegueSide side;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL && point != NULL, NULL);

  if (!parse_point (&move, point, error))
    return NULL;
  result = segue_layout_get_step_result (layout, segue_record_get_id (move.step));
  if (!check_step (&move, result, error) || !check_day (&move, error))
    return NULL;
  move.current = move.side == SEGUE_SIDE_END ? result->end : result->start;
  if (move.current == day)
    return begin (&move);
  rule = find_rule (&move, FALSE, &side);
  if (rule)
    return move_fixed (&move, rule, side, error);
  if (is_rigid (&move) && move.side == SEGUE_SIDE_END)
    {
      move.day += get_offset (&move, SEGUE_SIDE_START);
      move.side = SEGUE_SIDE_START;
      move.current = result->start;
    }
  return place (&move, find_rule (&move, TRUE, &side), error);
}
