/* segue-test-walk.c - edits that nobody would think of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-walk.h"

#include "core/segue-baseline.h"
#include "core/segue-fact.h"
#include "core/segue-review.h"
#include "core/segue-scenario.h"

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
  GRand *rand;
  GError **error;
} Walk;

typedef SegueChangeSet *(*Verb) (Walk *walk);

static int
pick (Walk *walk,
      int   n)
{
  return n > 0 ? g_rand_int_range (walk->rand, 0, n) : 0;
}

static const SegueRecord *
pick_record (Walk     *walk,
             SegueKind kind)
{
  guint n = segue_plan_count (walk->plan, kind);

  return n > 0 ? segue_plan_get_nth (walk->plan, kind, (guint) pick (walk, (int) n)) : NULL;
}

static const SegueRecord *
pick_any (Walk *walk)
{
  const SegueRecord *record = NULL;

  while (record == NULL)
    record = pick_record (walk, (SegueKind) pick (walk, SEGUE_N_KINDS));
  return record;
}

static SegueDay
pick_day (Walk *walk)
{
  return segue_layout_get_now (walk->layout) + pick (walk, 900) - 60;
}

static char *
pick_point (Walk *walk)
{
  const SegueRecord *step = pick_record (walk, SEGUE_KIND_STEP);

  if (step == NULL)
    return g_strdup ("nothing");
  if (segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE && pick (walk, 2))
    return g_strdup (segue_record_get_id (step));
  return g_strconcat (segue_record_get_id (step), pick (walk, 2) ? ".start" : ".end", NULL);
}

static const char *
pick_id (Walk     *walk,
         SegueKind kind)
{
  const SegueRecord *record = pick (walk, 4) ? pick_record (walk, kind) : NULL;

  return record ? segue_record_get_id (record) : NULL;
}

static void
set_numbers (Walk               *walk,
             SegueRecordBuilder *builder,
             const SegueField   *field,
             guint               index)
{
  gint32 numbers[7];

  for (int i = 0; i < 7; i++)
    numbers[i] = (gint32) field->min + (i && field->type == SEGUE_FIELD_ESTIMATE ? i * 60 : pick (walk, 300));
  if (field->type == SEGUE_FIELD_ESTIMATE)
    numbers[0] = (gint32) field->min;
  segue_record_builder_set_numbers (builder, index, numbers);
}

static void
set_strings (Walk               *walk,
             SegueRecordBuilder *builder,
             SegueKind           kind,
             guint               index)
{
  const char *strings[3] = { "Grund", "이유", NULL };

  if (kind == SEGUE_KIND_EXCLUSIVE)
    {
      strings[0] = pick_id (walk, SEGUE_KIND_ROUTE);
      strings[1] = pick_id (walk, SEGUE_KIND_STEP);
      if (strings[0] == NULL || strings[1] == NULL)
        return;
    }
  else if (kind == SEGUE_KIND_BASELINE)
    {
      strings[0] = "gone 2022-06-06 2022-09-30";
      strings[1] = pick (walk, 8) ? NULL : "nothing";
    }
  segue_record_builder_set_strings (builder, index, strings);
}

static void
set_text (Walk               *walk,
          SegueRecordBuilder *builder,
          SegueKind           kind,
          guint               index)
{
  static const char *const texts[] = { "a", "“ü”\n\t'\"\\", "제목", "", "%s %d {을/를}", "𝄞" };

  if (kind == SEGUE_KIND_JOURNAL && index == SEGUE_JOURNAL_ABOUT)
    segue_record_builder_set_string (builder, index, segue_record_get_id (pick_any (walk)));
  else
    segue_record_builder_set_string (builder, index, texts[pick (walk, G_N_ELEMENTS (texts))]);
}

/* Mostly sound, sometimes not: then the verb has to refuse. */
static void
set_field (Walk               *walk,
           SegueRecordBuilder *builder,
           SegueKind           kind,
           guint               index)
{
  const SegueField *field = &segue_kind_get_info (kind)->fields[index];
  g_autofree char *point = NULL;

  if (pick (walk, 8) == 0)
    {
      segue_record_builder_clear (builder, index);
      return;
    }
  switch (field->type)
    {
    case SEGUE_FIELD_STRING:
      set_text (walk, builder, kind, index);
      break;
    case SEGUE_FIELD_INT:
    case SEGUE_FIELD_WEEKDAYS:
      segue_record_builder_set_int (builder, index, field->min + pick (walk, (int) MIN (field->max - field->min + 1, 100)));
      break;
    case SEGUE_FIELD_BOOL:
      segue_record_builder_set_bool (builder, index, pick (walk, 2));
      break;
    case SEGUE_FIELD_DAY:
      segue_record_builder_set_day (builder, index, pick_day (walk));
      break;
    case SEGUE_FIELD_ENUM:
      segue_record_builder_set_int (builder, index, pick (walk, (int) g_strv_length ((char **) field->nicks)));
      break;
    case SEGUE_FIELD_REF:
      segue_record_builder_set_string (builder, index, pick_id (walk, field->ref));
      break;
    case SEGUE_FIELD_POINT:
      point = pick_point (walk);
      segue_record_builder_set_string (builder, index, point);
      break;
    case SEGUE_FIELD_ESTIMATE:
    case SEGUE_FIELD_WEEK:
      set_numbers (walk, builder, field, index);
      break;
    case SEGUE_FIELD_STRINGS:
      set_strings (walk, builder, kind, index);
      break;
    case SEGUE_FIELD_JSON:
    default:
      break;
    }
}

static SegueChangeSet *
set_record (Walk *walk)
{
  const SegueRecord *record = pick_any (walk);
  SegueKind kind = segue_record_get_kind (record);
  SegueRecordBuilder *builder = segue_record_builder_new_from (record);
  g_autoptr (SegueRecord) after = NULL;

  for (int i = 1 + pick (walk, 2); i > 0; i--)
    set_field (walk, builder, kind, (guint) pick (walk, (int) segue_kind_get_info (kind)->n_fields));
  after = segue_record_builder_end (builder);
  return segue_edit_set_record (walk->plan, after, walk->error);
}

static SegueChangeSet *
add_record (Walk *walk)
{
  SegueKind kind = (SegueKind) (1 + pick (walk, SEGUE_N_KINDS - 1));
  const SegueKindInfo *info = segue_kind_get_info (kind);
  g_autofree char *id = segue_plan_make_id (walk->plan, info->name);
  SegueRecordBuilder *builder = segue_record_builder_new (kind, id);
  g_autoptr (SegueRecord) record = NULL;

  segue_record_builder_set_rank (builder, pick (walk, 3) ? segue_plan_next_rank (walk->plan, kind) : pick (walk, 10) - 5);
  for (guint field = 0; field < info->n_fields; field++)
    {
      if ((info->fields[field].flags & SEGUE_FIELD_REQUIRED) || pick (walk, 3) == 0)
        set_field (walk, builder, kind, field);
    }
  record = segue_record_builder_end (builder);
  return segue_edit_add_record (walk->plan, record, walk->error);
}

static SegueChangeSet *
remove_record (Walk *walk)
{
  return segue_edit_remove (walk->plan, segue_record_get_id (pick_any (walk)), walk->error);
}

static SegueChangeSet *
move_point (Walk *walk)
{
  g_autofree char *point = pick_point (walk);

  return segue_edit_move_point (walk->plan, walk->layout, point, pick_day (walk), walk->error);
}

static SegueChangeSet *
set_rule_enabled (Walk *walk)
{
  const char *id = pick_id (walk, SEGUE_KIND_RULE);

  return segue_edit_set_rule_enabled (walk->plan, id ? id : "nothing", pick (walk, 2), walk->error);
}

static SegueChangeSet *
confirm_rule (Walk *walk)
{
  const char *id = pick_id (walk, SEGUE_KIND_RULE);

  return segue_edit_confirm_rule (walk->plan, id ? id : "nothing", pick_day (walk), walk->error);
}

static SegueChangeSet *
set_status (Walk *walk)
{
  const char *id = pick_id (walk, SEGUE_KIND_STEP);

  return segue_edit_set_status (walk->plan, id ? id : "nothing", (SegueStatus) pick (walk, 4), pick_day (walk), walk->error);
}

static SegueChangeSet *
set_outcome (Walk *walk)
{
  const char *id = pick_id (walk, SEGUE_KIND_STEP);

  return segue_edit_set_outcome (walk->plan, id ? id : "nothing", (SegueOutcome) pick (walk, 4), walk->error);
}

static SegueChangeSet *
rank_route (Walk *walk)
{
  const char *id = pick_id (walk, SEGUE_KIND_ROUTE);

  return segue_edit_rank_route (walk->plan, id ? id : "nothing", (guint) pick (walk, 5), walk->error);
}

static SegueChangeSet *
apply_remedy (Walk *walk)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (walk->layout);
  int conflict = pick (walk, schedule->n_conflicts);

  if (schedule->n_conflicts == 0 || schedule->conflicts[conflict].remedies.n == 0)
    return set_record (walk);
  return segue_edit_apply_remedy (walk->plan, walk->layout, conflict,
                                  schedule->conflicts[conflict].remedies.first +
                                    pick (walk, schedule->conflicts[conflict].remedies.n),
                                  walk->error);
}

static SegueChangeSet *
import (Walk *walk)
{
  g_autoptr (SeguePlan) copy = segue_plan_copy (walk->plan);

  for (int i = pick (walk, 4); i > 0; i--)
    {
      Walk inner = { copy, walk->layout, walk->rand, NULL };
      g_autoptr (SegueChangeSet) change_set = pick (walk, 2) ? add_record (&inner) : remove_record (&inner);

      if (change_set)
        segue_plan_apply (copy, change_set, NULL);
    }
  return segue_edit_import (walk->plan, copy, walk->error);
}

static SegueChangeSet *
take_over (Walk *walk)
{
  g_autoptr (SeguePlan) scenario = segue_scenario_new (walk->plan, "What if");
  Walk inner = { scenario, walk->layout, walk->rand, NULL };
  g_autoptr (SegueChangeSet) change_set = pick (walk, 2) ? add_record (&inner) : remove_record (&inner);

  if (change_set)
    segue_plan_apply (scenario, change_set, NULL);
  return segue_edit_take_over (walk->plan, scenario, walk->error);
}

static SegueChangeSet *
take_baseline (Walk *walk)
{
  return segue_edit_take_baseline (walk->plan, walk->layout, pick (walk, 2) ? "Review" : NULL, pick_day (walk), walk->error);
}

static SegueChangeSet *
link_steps (Walk *walk)
{
  const char *first = pick_id (walk, SEGUE_KIND_STEP);
  const char *then = pick_id (walk, SEGUE_KIND_STEP);

  return segue_edit_link (walk->plan, first ? first : "nothing", then ? then : "nothing", walk->error);
}

static SegueChangeSet *
resize (Walk *walk)
{
  const char *id = pick_id (walk, SEGUE_KIND_STEP);

  return segue_edit_resize (walk->plan, walk->layout, id ? id : "nothing", pick_day (walk), walk->error);
}

static SegueChangeSet *
edit_many (Walk *walk)
{
  const char *ids[4] = { NULL };
  SegueKind kind = pick (walk, 3) ? SEGUE_KIND_STEP : (SegueKind) pick (walk, SEGUE_N_KINDS);

  for (int i = 0; i <= pick (walk, 3) && i < 3; i++)
    ids[i] = pick_id (walk, kind);
  if (ids[0] == NULL)
    ids[0] = "nothing";
  switch (pick (walk, 6))
    {
    case 2:
      if (ids[1] != NULL)
        return segue_edit_link_all (walk->plan, ids, walk->error);
      return segue_edit_remove_all (walk->plan, ids, walk->error);
    case 0:
      return segue_edit_remove_all (walk->plan, ids, walk->error);
    case 1:
      return segue_edit_set_status_of_all (walk->plan, ids, (SegueStatus) pick (walk, 4), pick_day (walk), walk->error);
    default:
      return segue_edit_move_all (walk->plan, walk->layout, ids, pick (walk, 200) - 50, walk->error);
    }
}

static SegueChangeSet *
paste (Walk *walk)
{
  const char *ids[3] = { pick_id (walk, pick (walk, 4) ? SEGUE_KIND_STEP : SEGUE_KIND_GOAL), NULL };
  g_autoptr (SeguePlan) part = NULL;

  if (ids[0] != NULL)
    ids[1] = pick_id (walk, SEGUE_KIND_STEP);
  if (ids[0] != NULL && pick (walk, 2))
    return segue_edit_duplicate (walk->plan, ids, walk->error);
  part = segue_plan_extract (walk->plan, ids);
  return part ? segue_edit_paste (walk->plan, part, walk->error) : set_record (walk);
}

static SegueChangeSet *
answer (Walk *walk)
{
  const char *review = pick_id (walk, SEGUE_KIND_REVIEW);
  g_autoptr (GPtrArray) items = segue_review_find_items (walk->plan, walk->layout, review);
  SegueReviewAnswer given = { (SegueVerdict) pick (walk, SEGUE_VERDICT_REOPENED + 1), pick_day (walk), "why", NULL, "so",
                              pick (walk, 2) ? "Stay" : NULL };

  if (review == NULL || items->len == 0 || pick (walk, 8) == 0)
    return segue_edit_begin_review (walk->plan, walk->layout, pick_day (walk), walk->error);
  return segue_edit_answer (walk->plan, walk->layout, review, items->pdata[pick (walk, (int) items->len)], &given,
                            walk->error);
}

static SegueChangeSet *
keep_review (Walk *walk)
{
  const char *review = pick_id (walk, SEGUE_KIND_REVIEW);
  const char *obstacle = pick_id (walk, SEGUE_KIND_OBSTACLE);

  switch (pick (walk, 3))
    {
    case 0:
      return segue_edit_finish_review (walk->plan, review ? review : "nothing", pick_day (walk), walk->error);
    case 1:
      return segue_edit_clear_obstacle (walk->plan, obstacle ? obstacle : "nothing", pick_day (walk), walk->error);
    default:
      return segue_edit_check_in (walk->plan, pick_day (walk), "did", pick (walk, 2) ? "next" : NULL,
                                  pick (walk, 2) ? "wall" : "", pick_id (walk, SEGUE_KIND_STEP), walk->error);
    }
}

static SegueChangeSet *
save_decision (Walk *walk)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);
  g_autofree char *id = segue_plan_make_id (walk->plan, "decision");
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_DECISION, id);
  g_autoptr (SegueRecord) decision = NULL;

  segue_record_builder_set_string (builder, SEGUE_DECISION_QUESTION, pick (walk, 8) ? "Go?" : "");
  decision = segue_record_builder_end (builder);
  for (int i = pick (walk, 3); i > 0; i--)
    {
      g_autofree char *name = g_strdup_printf ("%s-reason-%d", id, i);
      SegueRecordBuilder *reason = segue_record_builder_new (SEGUE_KIND_REASON, name);

      segue_record_builder_set_string (reason, SEGUE_REASON_DECISION, id);
      segue_record_builder_set_string (reason, SEGUE_REASON_TEXT, "It is so");
      segue_record_builder_set_day (reason, SEGUE_REASON_UNTIL, pick_day (walk));
      g_ptr_array_add (reasons, segue_record_builder_end (reason));
    }
  return segue_edit_save_decision (walk->plan, decision, reasons, walk->error);
}

static SegueChangeSet *
decide (Walk *walk)
{
  const char *decision = pick_id (walk, SEGUE_KIND_DECISION);

  if (decision == NULL)
    return save_decision (walk);
  switch (pick (walk, 4))
    {
    case 0:
      return segue_edit_reopen_decision (walk->plan, decision, pick_day (walk), walk->error);
    case 1:
      return segue_edit_remove_decision (walk->plan, decision, walk->error);
    default:
      return segue_edit_decide (walk->plan, decision, pick (walk, 4) ? "Go" : "", pick_day (walk), walk->error);
    }
}

static SegueChangeSet *
take_draft (Walk *walk)
{
  g_autoptr (SeguePlan) draft = segue_plan_copy (walk->plan);

  for (int i = 1 + pick (walk, 3); i > 0; i--)
    {
      Walk inner = { draft, walk->layout, walk->rand, NULL };
      g_autoptr (SegueChangeSet) change_set = pick (walk, 3) ? set_record (&inner) : add_record (&inner);

      if (change_set)
        segue_plan_apply (draft, change_set, NULL);
    }
  return segue_edit_take_draft (walk->plan, walk->plan, draft, "several {을/를}", NULL, walk->error);
}

/**
 * segue_test_random_edit:
 * @plan: a plan
 * @layout: the plan laid out
 * @rand: where chance comes from
 *
 * Returns: (transfer full) (nullable): what some verb answered
 */
SegueChangeSet *
segue_test_random_edit (SeguePlan   *plan,
                        SegueLayout *layout,
                        GRand       *rand)
{
  /* Adding more often than removing, which takes much with it. */
  static const Verb verbs[] = {
    set_record, set_record, set_record, add_record, add_record, add_record, add_record, remove_record, move_point,
    move_point, move_point, set_rule_enabled, set_status, set_outcome, rank_route, apply_remedy, import,
    take_over, take_baseline, confirm_rule, link_steps, resize, edit_many, paste,
    answer, answer, keep_review, save_decision, decide, take_draft,
  };
  g_autoptr (GError) error = NULL;
  Walk walk = { plan, layout, rand, &error };
  SegueChangeSet *change_set = verbs[pick (&walk, G_N_ELEMENTS (verbs))] (&walk);

  g_assert_true ((change_set == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->message[0] != '\0');
  return change_set;
}
