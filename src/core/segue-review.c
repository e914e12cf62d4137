/* segue-review.c - what needs a decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each thing is asked about once, for the first of its causes in the order of
 * SegueReviewCause, and not again in the review in which it was answered.
 */
#include "core/segue-review.h"

#include "core/segue-baseline.h"

/* A route that can be reached for so many more days is asked about. */
#define REACHABLE_DAYS 30
/* An obstacle that stands longer than this is. */
#define OBSTACLE_DAYS 7
/* What is not confirmed is looked up again after so many days, what is after so many. */
#define ASSUMED_DAYS 28
#define STALE_DAYS 180

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
  SegueDay today;
  SegueDay soon;         /* the last day that this review looks at */
  SegueBaseline *before; /* what was planned at the last review, or NULL */
  GHashTable *seen;      /* ids that were answered or are asked about already */
  GPtrArray *items;
} Search;

/**
 * segue_review_item_copy:
 *
 * Returns: (transfer full): the same item
 */
SegueReviewItem *
segue_review_item_copy (const SegueReviewItem *self)
{
  SegueReviewItem *copy = g_new (SegueReviewItem, 1);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  return copy;
}

void
segue_review_item_free (SegueReviewItem *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

static void
ask (Search            *search,
     SegueReviewCause   cause,
     const SegueRecord *record,
     SegueDay           day,
     int                days)
{
  const char *id = segue_record_get_id (record);
  SegueReviewItem item = { cause, (char *) id, (char *) segue_record_get_title (record), day, days };

  if (g_hash_table_add (search->seen, g_strdup (id)))
    g_ptr_array_add (search->items, segue_review_item_copy (&item));
}

/* ---- steps ------------------------------------------------------------ */

static gboolean
is_open (const SegueRecord *step)
{
  gint64 status = segue_record_get_int (step, SEGUE_STEP_STATUS);

  return status == SEGUE_STATUS_TODO || status == SEGUE_STATUS_DOING;
}

/* Held on one day by a rule: no slack is no news there. */
static gboolean
is_fixed (Search *search,
          int     step)
{
  const SegueProblem *problem = segue_layout_get_problem (search->layout);

  for (int i = 0; i < problem->n_rules; i++)
    if (problem->rules[i].enabled && problem->rules[i].relation == SEGUE_RELATION_ON &&
        problem->rules[i].point.step == step)
      return TRUE;
  return FALSE;
}

static gboolean
was_planned_by_now (Search            *search,
                    const SegueRecord *step)
{
  SegueDay end;

  return search->before && segue_baseline_find (search->before, segue_record_get_id (step), NULL, &end) &&
         end <= search->today;
}

static void
ask_about_step (Search *search,
                int     step)
{
  const SegueStepResult *result = &segue_layout_get_schedule (search->layout)->steps[step];
  const SegueRecord *record = segue_layout_get_step (search->layout, step);
  gboolean is_gate = segue_record_get_bool (record, SEGUE_STEP_GATE);
  int late;

  if (!result->active || result->start == SEGUE_DAY_NONE || !is_open (record) ||
      segue_layout_is_emitted (search->layout, SEGUE_KIND_STEP, step) ||
      segue_record_get_int (record, SEGUE_STEP_TYPE) == SEGUE_STEP_PRACTICE)
    return;
  late = segue_layout_get_days_late (search->layout, step);
  if (is_gate && segue_record_get_int (record, SEGUE_STEP_OUTCOME) == SEGUE_OUTCOME_NONE && result->end <= search->soon)
    ask (search, SEGUE_CAUSE_GATE, record, result->end, result->end - search->today);
  else if (late > 0)
    ask (search, SEGUE_CAUSE_LATE, record, result->end, late);
  else if (result->end <= search->soon || was_planned_by_now (search, record))
    ask (search, SEGUE_CAUSE_DUE, record, result->end, result->end - search->today);
  else if (result->latest_end != SEGUE_DAY_NONE && !is_fixed (search, step) &&
           result->slack < segue_record_get_int (segue_plan_get_header (search->plan), SEGUE_PLAN_SLACK_DAYS))
    ask (search, SEGUE_CAUSE_AT_RISK, record, result->end, result->slack);
}

/* ---- routes, rules ----------------------------------------------------- */

/* Of the one that is taken its steps are asked about. */
static void
ask_about_routes (Search *search)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (search->layout);

  for (int i = 0; i < schedule->n_routes; i++)
    {
      const SegueRouteResult *route = &schedule->routes[i];

      if (route->status == SEGUE_ROUTE_OPEN && route->reachable_until != SEGUE_DAY_NONE && route->reachable_until >= search->today &&
          route->reachable_until - search->today <= REACHABLE_DAYS)
        ask (search, SEGUE_CAUSE_REACHABLE, segue_layout_get_route (search->layout, i), route->reachable_until,
             route->reachable_until - search->today);
    }
}

/* When something was last answered, in whichever review. */
static SegueDay
get_answered_on (Search     *search,
                 const char *id)
{
  SegueDay latest = SEGUE_DAY_NONE;

  for (guint i = 0; i < segue_plan_count (search->plan, SEGUE_KIND_ANSWER); i++)
    {
      const SegueRecord *answer = segue_plan_get_nth (search->plan, SEGUE_KIND_ANSWER, i);

      if (g_strcmp0 (segue_record_get_string (answer, SEGUE_ANSWER_ABOUT), id) == 0)
        latest = MAX (latest, segue_record_get_day (answer, SEGUE_ANSWER_ON));
    }
  return latest;
}

static gboolean
is_in_force (Search *search,
             int     index)
{
  const SegueRuleSpec *rule = &segue_layout_get_problem (search->layout)->rules[index];
  const SegueSchedule *schedule = segue_layout_get_schedule (search->layout);

  return rule->enabled && !segue_layout_is_emitted (search->layout, SEGUE_KIND_RULE, index) &&
         schedule->steps[rule->point.step].active &&
         (rule->relation != SEGUE_RELATION_AFTER || schedule->steps[rule->other.step].active) &&
         (rule->route < 0 || schedule->routes[rule->route].status == SEGUE_ROUTE_CHOSEN);
}

static void
ask_about_rule (Search *search,
                int     index)
{
  const SegueRecord *rule = segue_layout_get_rule (search->layout, index);
  const SegueRuleSpec *spec = &segue_layout_get_problem (search->layout)->rules[index];
  gboolean sure = spec->certainty == SEGUE_CERTAINTY_CONFIRMED;
  SegueDay checked, answered;
  int limit = sure ? STALE_DAYS : ASSUMED_DAYS;

  if (!is_in_force (search, index) || segue_record_get_bool (rule, SEGUE_RULE_BY_HAND) ||
      (segue_record_has (rule, SEGUE_RULE_DATE) && spec->relation != SEGUE_RELATION_AFTER && spec->date < search->today))
    return;
  checked = segue_record_get_day (rule, SEGUE_RULE_CHECKED_ON);
  answered = get_answered_on (search, segue_record_get_id (rule));
  if ((sure && checked == SEGUE_DAY_NONE) || (checked != SEGUE_DAY_NONE && search->today - checked < limit) ||
      (answered != SEGUE_DAY_NONE && search->today - answered < limit))
    return;
  ask (search, SEGUE_CAUSE_RULE, rule, checked, checked == SEGUE_DAY_NONE ? -1 : search->today - checked);
}

/* ---- obstacles, decisions ------------------------------------------------ */

static void
ask_about_obstacle (Search            *search,
                    const SegueRecord *obstacle)
{
  SegueDay since = segue_record_get_day (obstacle, SEGUE_OBSTACLE_SINCE);

  if (!segue_record_has (obstacle, SEGUE_OBSTACLE_CLEARED_ON) && search->today - since > OBSTACLE_DAYS)
    ask (search, SEGUE_CAUSE_OBSTACLE, obstacle, since, search->today - since);
}

/* The day on which a reason ended, or none. */
static SegueDay
get_ended_on (Search            *search,
              const SegueRecord *reason)
{
  SegueDay ended = segue_record_get_day (reason, SEGUE_REASON_UNTIL);
  const SegueRecord *event =
    segue_plan_find_kind (search->plan, SEGUE_KIND_STEP, segue_record_get_string (reason, SEGUE_REASON_EVENT));

  if (event && segue_record_get_int (event, SEGUE_STEP_STATUS) == SEGUE_STATUS_DONE)
    ended = MAX (ended, segue_record_has (event, SEGUE_STEP_DONE_ON) ? segue_record_get_day (event, SEGUE_STEP_DONE_ON)
                                                                    : search->today);
  return ended != SEGUE_DAY_NONE && ended <= search->today ? ended : SEGUE_DAY_NONE;
}

static void
ask_about_reason (Search            *search,
                  const SegueRecord *reason)
{
  const SegueRecord *decision =
    segue_plan_find_kind (search->plan, SEGUE_KIND_DECISION, segue_record_get_string (reason, SEGUE_REASON_DECISION));
  SegueDay ended = get_ended_on (search, reason);

  if (decision == NULL || ended == SEGUE_DAY_NONE ||
      segue_record_get_day (decision, SEGUE_DECISION_DECIDED_ON) >= ended ||
      get_answered_on (search, segue_record_get_id (decision)) >= ended)
    return;
  ask (search, SEGUE_CAUSE_REASON_ENDED, decision, ended, search->today - ended);
}

/* ---- all of it ----------------------------------------------------------- */

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const SegueReviewItem *first = *(const SegueReviewItem *const *) a;
  const SegueReviewItem *second = *(const SegueReviewItem *const *) b;

  if (first->cause != second->cause)
    return first->cause < second->cause ? -1 : 1;
  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return strcmp (first->id, second->id);
}

static int
get_rhythm_days (SeguePlan *plan)
{
  switch ((SegueReviewRhythm) segue_record_get_int (segue_plan_get_header (plan), SEGUE_PLAN_REVIEW_RHYTHM))
    {
    case SEGUE_RHYTHM_TWO_WEEKS:
      return 14;
    case SEGUE_RHYTHM_MONTHLY:
      return 30;
    case SEGUE_RHYTHM_WEEKLY:
    case SEGUE_RHYTHM_NEVER:
    default:
      return 7;
    }
}

static void
add_answered (Search     *search,
              const char *review_id)
{
  g_autoptr (GPtrArray) answers = segue_review_get_answers (search->plan, review_id);

  for (guint i = 0; i < answers->len; i++)
    g_hash_table_add (search->seen, g_strdup (segue_record_get_string (answers->pdata[i], SEGUE_ANSWER_ABOUT)));
}

static SegueBaseline *
find_baseline (SeguePlan *plan)
{
  const SegueRecord *last = segue_review_get_last (plan);
  const char *id = last ? segue_record_get_string (last, SEGUE_REVIEW_BASELINE) : NULL;
  const SegueRecord *baseline = segue_plan_find_kind (plan, SEGUE_KIND_BASELINE, id);

  return baseline ? segue_baseline_new (baseline) : NULL;
}

/**
 * segue_review_find_items:
 * @plan: a plan
 * @layout: @plan laid out, with its latest dates and what is reachable
 * @review_id: (nullable): the review that is going on; what it has answered is
 *   not asked again
 *
 * What is due, late, at risk, soon out of reach; gates whose result is due;
 * obstacles that stand over a week; decisions a reason for which has ended;
 * rules to look up again. The slack and the rhythm are the plan's.
 *
 * Returns: (transfer full) (element-type SegueReviewItem): in the order in
 *   which they are asked
 */
GPtrArray *
segue_review_find_items (SeguePlan   *plan,
                         SegueLayout *layout,
                         const char  *review_id)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SegueBaseline) before = NULL;
  Search search = { plan, layout, .seen = seen };

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL, NULL);

  before = find_baseline (plan);
  search.before = before;
  search.today = segue_layout_get_now (layout);
  search.soon = search.today + get_rhythm_days (plan);
  search.items = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_review_item_free);
  if (review_id)
    add_answered (&search, review_id);
  for (int i = 0; i < segue_layout_get_schedule (layout)->n_steps; i++)
    ask_about_step (&search, i);
  ask_about_routes (&search);
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_OBSTACLE); i++)
    ask_about_obstacle (&search, segue_plan_get_nth (plan, SEGUE_KIND_OBSTACLE, i));
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_REASON); i++)
    ask_about_reason (&search, segue_plan_get_nth (plan, SEGUE_KIND_REASON, i));
  for (int i = 0; i < segue_layout_get_problem (layout)->n_rules; i++)
    ask_about_rule (&search, i);
  g_ptr_array_sort (search.items, compare_items);
  return search.items;
}

/**
 * segue_review_get_open:
 * @plan: a plan
 *
 * Returns: (transfer none) (nullable): the review that was begun and not
 *   finished
 */
const SegueRecord *
segue_review_get_open (SeguePlan *plan)
{
  g_return_val_if_fail (SEGUE_IS_PLAN (plan), NULL);

  for (guint i = segue_plan_count (plan, SEGUE_KIND_REVIEW); i > 0; i--)
    {
      const SegueRecord *review = segue_plan_get_nth (plan, SEGUE_KIND_REVIEW, i - 1);

      if (!segue_record_has (review, SEGUE_REVIEW_FINISHED))
        return review;
    }
  return NULL;
}

/**
 * segue_review_get_last:
 * @plan: a plan
 *
 * Returns: (transfer none) (nullable): the review that was finished last
 */
const SegueRecord *
segue_review_get_last (SeguePlan *plan)
{
  const SegueRecord *last = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan), NULL);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_REVIEW); i++)
    {
      const SegueRecord *review = segue_plan_get_nth (plan, SEGUE_KIND_REVIEW, i);
      SegueDay finished = segue_record_get_day (review, SEGUE_REVIEW_FINISHED);

      if (finished != SEGUE_DAY_NONE && (last == NULL || finished >= segue_record_get_day (last, SEGUE_REVIEW_FINISHED)))
        last = review;
    }
  return last;
}

/**
 * segue_review_get_next_day:
 * @plan: a plan
 *
 * Returns: the day of the next review by the plan's rhythm; %SEGUE_DAY_NONE
 *   if there has been none yet, or none is wanted
 */
SegueDay
segue_review_get_next_day (SeguePlan *plan)
{
  const SegueRecord *last = segue_review_get_last (plan);
  gint64 rhythm = segue_record_get_int (segue_plan_get_header (plan), SEGUE_PLAN_REVIEW_RHYTHM);
  SegueDay day;

  if (last == NULL || rhythm == SEGUE_RHYTHM_NEVER)
    return SEGUE_DAY_NONE;
  day = segue_record_get_day (last, SEGUE_REVIEW_FINISHED);
  return rhythm == SEGUE_RHYTHM_MONTHLY ? segue_day_add_months (day, 1) : day + get_rhythm_days (plan);
}

/**
 * segue_review_get_answers:
 * @plan: a plan
 * @review_id: the id of a review
 *
 * Returns: (transfer full) (element-type SegueRecord): its answers, as they
 *   were given
 */
GPtrArray *
segue_review_get_answers (SeguePlan  *plan,
                          const char *review_id)
{
  GPtrArray *answers = g_ptr_array_new ();

  g_return_val_if_fail (SEGUE_IS_PLAN (plan), answers);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_ANSWER); i++)
    {
      const SegueRecord *answer = segue_plan_get_nth (plan, SEGUE_KIND_ANSWER, i);

      if (g_strcmp0 (segue_record_get_string (answer, SEGUE_ANSWER_REVIEW), review_id) == 0)
        g_ptr_array_add (answers, (gpointer) answer);
    }
  return answers;
}
