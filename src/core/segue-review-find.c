/* segue-review-find.c - what needs a decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each thing is asked about once, for the first of its causes in the order of
 * SegueReviewCause, and not again in the review in which it was answered. What
 * was kept in an earlier one is let alone as long as nothing about it changes.
 */
#include "core/segue-review.h"

#include "core/segue-baseline.h"
#include "core/segue-fact.h"
#include "core/segue-text.h"

/* A route that can be reached for so many more days is asked about; again, so many before. */
#define REACHABLE_DAYS 30
#define REACHABLE_SOON_DAYS 7
/* An obstacle that stands longer than this is. */
#define OBSTACLE_DAYS 7
/* What is not confirmed is looked up again after so many days, what is after so many. */
#define ASSUMED_DAYS 28
#define STALE_DAYS 180
/* What was kept may lie so many days later than the days that passed explain. */
#define DRIFT_DAYS 7

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
  SegueDay today;
  SegueDay soon;         /* the last day that this review looks at */
  SegueBaseline *before; /* what was planned at the last review, or NULL */
  GHashTable *answers;   /* what was answered last, by what it is about */
  GHashTable *seen;      /* ids that were answered or are asked about already */
  GPtrArray *items;
} Search;

/* ---- what was answered before -------------------------------------------- */

static const SegueRecord *
get_answer (Search     *search,
            const char *id)
{
  return id ? g_hash_table_lookup (search->answers, id) : NULL;
}

/* When something was last answered, in whichever review. */
static SegueDay
get_answered_on (Search     *search,
                 const char *id)
{
  const SegueRecord *answer = get_answer (search, id);

  return answer ? segue_record_get_day (answer, SEGUE_ANSWER_ON) : SEGUE_DAY_NONE;
}

static void
read_answers (Search *search)
{
  search->answers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < segue_plan_count (search->plan, SEGUE_KIND_ANSWER); i++)
    {
      const SegueRecord *answer = segue_plan_get_nth (search->plan, SEGUE_KIND_ANSWER, i);
      const char *about = segue_record_get_string (answer, SEGUE_ANSWER_ABOUT);

      if (about)
        g_hash_table_insert (search->answers, (gpointer) about, (gpointer) answer);
    }
}

/* The day from which on something that was kept is asked about again in any case. */
static SegueDay
get_return_day (Search            *search,
                const SegueRecord *answer)
{
  const SegueRecord *review =
    segue_plan_find_kind (search->plan, SEGUE_KIND_REVIEW, segue_record_get_string (answer, SEGUE_ANSWER_REVIEW));
  SegueDay on = segue_record_get_day (answer, SEGUE_ANSWER_ON);

  if (review && segue_record_has (review, SEGUE_REVIEW_FINISHED))
    on = MAX (on, segue_record_get_day (review, SEGUE_REVIEW_FINISHED));
  return segue_review_add_rhythm (search->plan, on);
}

/* What was kept, noted or moved stays so until the rhythm brings the next
 * review, its own day comes, or it stands otherwise than it did then:
 *
 *   answered            its day            the rhythm
 *      |----- settled ----|------ asked -------|------ asked ---
 */
static gboolean
is_settled (Search          *search,
            SegueReviewCause cause,
            const char      *id,
            SegueDay         day)
{
  const SegueRecord *answer = get_answer (search, id);
  SegueDay on, from, wake;
  gint64 verdict;

  if (answer == NULL)
    return FALSE;
  verdict = segue_record_get_int (answer, SEGUE_ANSWER_VERDICT);
  on = segue_record_get_day (answer, SEGUE_ANSWER_ON);
  from = segue_record_get_day (answer, SEGUE_ANSWER_FROM);
  wake = cause == SEGUE_CAUSE_REACHABLE && day != SEGUE_DAY_NONE ? day - REACHABLE_SOON_DAYS : day;
  if ((verdict != SEGUE_VERDICT_KEPT && verdict != SEGUE_VERDICT_NOTED && verdict != SEGUE_VERDICT_MOVED) ||
      search->today >= get_return_day (search, answer) || (on < wake && wake <= search->today))
    return FALSE;
  if (verdict == SEGUE_VERDICT_MOVED)
    return TRUE;
  return segue_record_get_int (answer, SEGUE_ANSWER_CAUSE) == cause &&
         (from == SEGUE_DAY_NONE || day == SEGUE_DAY_NONE || day <= from + (search->today - on) + DRIFT_DAYS);
}

static void
ask_as (Search            *search,
        SegueReviewCause   cause,
        const SegueRecord *record,
        const char        *title,
        SegueDay           day,
        int                days)
{
  const char *id = segue_record_get_id (record);
  SegueReviewItem item = { cause, (char *) id, (char *) title, day, days };

  if (g_hash_table_add (search->seen, g_strdup (id)))
    g_ptr_array_add (search->items, segue_review_item_copy (&item));
}

static void
ask (Search            *search,
     SegueReviewCause   cause,
     const SegueRecord *record,
     SegueDay           day,
     int                days)
{
  ask_as (search, cause, record, segue_record_get_title (record), day, days);
}

static void
ask_unless_settled (Search            *search,
                    SegueReviewCause   cause,
                    const SegueRecord *record,
                    SegueDay           day,
                    int                days)
{
  if (!is_settled (search, cause, segue_record_get_id (record), day))
    ask (search, cause, record, day, days);
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
ask_about_placed (Search            *search,
                  int                step,
                  const SegueRecord *record)
{
  const SegueStepResult *result = &segue_layout_get_schedule (search->layout)->steps[step];
  int late = segue_layout_get_days_late (search->layout, step);

  if (segue_record_get_bool (record, SEGUE_STEP_GATE) && result->end <= search->soon)
    ask_unless_settled (search, SEGUE_CAUSE_GATE, record, result->end, result->end - search->today);
  else if (late > 0)
    ask_unless_settled (search, SEGUE_CAUSE_LATE, record, result->end, late);
  else if (result->end <= search->soon || was_planned_by_now (search, record))
    ask_unless_settled (search, SEGUE_CAUSE_DUE, record, result->end, result->end - search->today);
  else if (result->latest_end != SEGUE_DAY_NONE && !is_fixed (search, step) &&
           result->slack < segue_record_get_int (segue_plan_get_header (search->plan), SEGUE_PLAN_SLACK_DAYS))
    ask_unless_settled (search, SEGUE_CAUSE_AT_RISK, record, result->end, result->slack);
}

/* ---- steps that no longer lie anywhere ------------------------------------ */

/* Where the newest of the plan's baselines that knows the step has its end. */
static SegueDay
find_planned_end (Search     *search,
                  const char *id)
{
  for (guint i = segue_plan_count (search->plan, SEGUE_KIND_BASELINE); i > 0; i--)
    {
      const SegueRecord *baseline = segue_plan_get_nth (search->plan, SEGUE_KIND_BASELINE, i - 1);
      const char *const *texts = segue_record_get_strings (baseline, SEGUE_BASELINE_DATES);

      for (guint j = 0; texts && texts[j]; j++)
        {
          SegueBaselineDates dates;

          if (g_str_has_prefix (texts[j], id) && segue_baseline_parse (texts[j], &dates) && dates.id_length == strlen (id))
            return dates.end;
        }
    }
  return SEGUE_DAY_NONE;
}

/* The first day by which a rule wants it. */
static SegueDay
find_ruled_end (Search *search,
                int     step)
{
  const SegueProblem *problem = segue_layout_get_problem (search->layout);
  SegueDay first = SEGUE_DAY_NONE;

  for (int i = 0; i < problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[i];

      if (rule->enabled && rule->point.step == step &&
          (rule->relation == SEGUE_RELATION_ON || rule->relation == SEGUE_RELATION_NOT_AFTER) &&
          (first == SEGUE_DAY_NONE || rule->date < first))
        first = rule->date;
    }
  return first;
}

/* Whether anything of its route was done. */
static gboolean
is_under_way (Search            *search,
              const SegueRecord *step)
{
  const char *route = segue_record_get_string (step, SEGUE_STEP_ROUTE);

  for (guint i = 0; route && i < segue_plan_count (search->plan, SEGUE_KIND_STEP); i++)
    {
      const SegueRecord *other = segue_plan_get_nth (search->plan, SEGUE_KIND_STEP, i);

      if (g_strcmp0 (segue_record_get_string (other, SEGUE_STEP_ROUTE), route) == 0 &&
          segue_record_get_int (other, SEGUE_STEP_STATUS) == SEGUE_STATUS_DONE)
        return TRUE;
    }
  return FALSE;
}

/* The routes have gone another way. What was planned, or follows from what was
 * done, is not forgotten over that: a result is waited for all the same. */
static void
ask_about_lost (Search            *search,
                int                step,
                const SegueRecord *record)
{
  int route = segue_layout_find (search->layout, SEGUE_KIND_ROUTE, segue_record_get_string (record, SEGUE_STEP_ROUTE));
  const SegueRouteResult *result = route >= 0 ? &segue_layout_get_schedule (search->layout)->routes[route] : NULL;
  SegueDay planned, day;

  if (result == NULL || result->status == SEGUE_ROUTE_CLOSED || result->status == SEGUE_ROUTE_CHOSEN)
    return;
  planned = find_planned_end (search, segue_record_get_id (record));
  day = planned != SEGUE_DAY_NONE ? planned : find_ruled_end (search, step);
  if (segue_record_get_bool (record, SEGUE_STEP_GATE))
    {
      if ((planned != SEGUE_DAY_NONE || is_under_way (search, record)) && (day == SEGUE_DAY_NONE || day <= search->soon))
        ask_unless_settled (search, SEGUE_CAUSE_GATE, record, day, day != SEGUE_DAY_NONE ? day - search->today : 0);
    }
  else if (planned != SEGUE_DAY_NONE && planned <= search->today && result->status == SEGUE_ROUTE_INFEASIBLE)
    ask_unless_settled (search, SEGUE_CAUSE_DUE, record, planned, planned - search->today);
}

static void
ask_about_step (Search *search,
                int     step)
{
  const SegueStepResult *result = &segue_layout_get_schedule (search->layout)->steps[step];
  const SegueRecord *record = segue_layout_get_step (search->layout, step);

  if (!is_open (record) || segue_layout_is_emitted (search->layout, SEGUE_KIND_STEP, step) ||
      segue_record_get_int (record, SEGUE_STEP_TYPE) == SEGUE_STEP_PRACTICE ||
      (segue_record_get_bool (record, SEGUE_STEP_GATE) &&
       segue_record_get_int (record, SEGUE_STEP_OUTCOME) != SEGUE_OUTCOME_NONE))
    return;
  if (result->active && result->start != SEGUE_DAY_NONE)
    ask_about_placed (search, step, record);
  else
    ask_about_lost (search, step, record);
}

/* ---- routes, rules ----------------------------------------------------- */

/* Whether reviews ask what came of the route anyway. */
static gboolean
is_gate_asked (Search *search,
               int     route)
{
  const SegueProblem *problem = segue_layout_get_problem (search->layout);

  for (int i = 0; i < problem->n_steps; i++)
    {
      const char *id = segue_record_get_id (segue_layout_get_step (search->layout, i));

      if (problem->steps[i].route == route && problem->steps[i].gate &&
          (g_hash_table_contains (search->seen, id) || get_answer (search, id) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* What cannot be is told once; where nothing else can be either, until it can. */
static void
ask_about_impossible (Search *search,
                      int     route)
{
  const SegueRecord *record = segue_layout_get_route (search->layout, route);
  int goal = segue_layout_get_problem (search->layout)->routes[route].goal;
  g_autofree char *title = NULL;

  if (is_gate_asked (search, route) ||
      (segue_layout_get_schedule (search->layout)->goals[goal].chosen != route &&
       get_answered_on (search, segue_record_get_id (record)) != SEGUE_DAY_NONE))
    return;
  title = segue_text_route (search->layout, route);
  ask_as (search, SEGUE_CAUSE_REACHABLE, record, title, SEGUE_DAY_NONE, 0);
}

/* Of the one that is taken its steps are asked about. */
static void
ask_about_routes (Search *search)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (search->layout);

  for (int i = 0; i < schedule->n_routes; i++)
    {
      const SegueRouteResult *route = &schedule->routes[i];

      if (route->status == SEGUE_ROUTE_INFEASIBLE)
        ask_about_impossible (search, i);
      else if (route->status == SEGUE_ROUTE_OPEN && route->reachable_until != SEGUE_DAY_NONE && route->reachable_until >= search->today &&
          route->reachable_until - search->today <= REACHABLE_DAYS)
        ask_unless_settled (search, SEGUE_CAUSE_REACHABLE, segue_layout_get_route (search->layout, i),
                            route->reachable_until, route->reachable_until - search->today);
    }
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

/* What was known to hold until a day that has passed is asked about at once. */
static gboolean
must_be_checked (Search            *search,
                 const SegueRecord *rule)
{
  SegueFactState state = segue_fact_judge (rule, search->today);
  SegueDay checked = segue_record_get_day (rule, SEGUE_RULE_CHECKED_ON);
  SegueDay answered = get_answered_on (search, segue_record_get_id (rule));
  int limit = state == SEGUE_FACT_STALE ? STALE_DAYS : ASSUMED_DAYS;

  if (state == SEGUE_FACT_SOUND || (answered != SEGUE_DAY_NONE && search->today - answered < limit))
    return FALSE;
  return state != SEGUE_FACT_UNSURE || checked == SEGUE_DAY_NONE || search->today - checked >= limit;
}

static void
ask_about_rule (Search *search,
                int     index)
{
  const SegueRecord *rule = segue_layout_get_rule (search->layout, index);
  const SegueRuleSpec *spec = &segue_layout_get_problem (search->layout)->rules[index];
  SegueDay checked = segue_record_get_day (rule, SEGUE_RULE_CHECKED_ON);

  if (!is_in_force (search, index) || !must_be_checked (search, rule) ||
      (segue_record_has (rule, SEGUE_RULE_DATE) && spec->relation != SEGUE_RELATION_AFTER && spec->date < search->today))
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
    ask_unless_settled (search, SEGUE_CAUSE_OBSTACLE, obstacle, since, search->today - since);
}

/* Whether the question was decided or kept when the reason was known to be over. */
static gboolean
is_weighed (Search            *search,
            const SegueRecord *decision,
            const SegueRecord *reason,
            SegueDay           ended)
{
  SegueDay answered = get_answered_on (search, segue_record_get_id (decision));
  SegueDay decided = segue_record_get_day (decision, SEGUE_DECISION_DECIDED_ON);

  if (answered != SEGUE_DAY_NONE && answered >= ended)
    return TRUE;
  return decided != SEGUE_DAY_NONE && decided >= ended && !segue_decision_counted_on (search->plan, decision, reason);
}

static void
ask_about_reason (Search            *search,
                  const SegueRecord *reason)
{
  const SegueRecord *decision =
    segue_plan_find_kind (search->plan, SEGUE_KIND_DECISION, segue_record_get_string (reason, SEGUE_REASON_DECISION));
  SegueDay ended;

  if (decision == NULL || !segue_reason_is_over (search->plan, reason, search->today, &ended) ||
      is_weighed (search, decision, reason, ended))
    return;
  ask (search, SEGUE_CAUSE_REASON_ENDED, decision, ended, ended != SEGUE_DAY_NONE ? search->today - ended : 0);
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

static void
add_answered (Search     *search,
              const char *review_id)
{
  g_autoptr (GPtrArray) answers = segue_review_get_answers (search->plan, review_id);

  for (guint i = 0; i < answers->len; i++)
    {
      const char *about = segue_record_get_string (answers->pdata[i], SEGUE_ANSWER_ABOUT);

      if (about)
        g_hash_table_add (search->seen, g_strdup (about));
    }
}

static SegueBaseline *
find_baseline (SeguePlan *plan)
{
  const SegueRecord *last = segue_review_get_last (plan);
  const char *id = last ? segue_record_get_string (last, SEGUE_REVIEW_BASELINE) : NULL;
  const SegueRecord *baseline = segue_plan_find_kind (plan, SEGUE_KIND_BASELINE, id);

  return baseline ? segue_baseline_new (baseline) : NULL;
}

static void
find_all (Search *search)
{
  for (int i = 0; i < segue_layout_get_schedule (search->layout)->n_steps; i++)
    ask_about_step (search, i);
  ask_about_routes (search);
  for (guint i = 0; i < segue_plan_count (search->plan, SEGUE_KIND_OBSTACLE); i++)
    ask_about_obstacle (search, segue_plan_get_nth (search->plan, SEGUE_KIND_OBSTACLE, i));
  for (guint i = 0; i < segue_plan_count (search->plan, SEGUE_KIND_REASON); i++)
    ask_about_reason (search, segue_plan_get_nth (search->plan, SEGUE_KIND_REASON, i));
  for (int i = 0; i < segue_layout_get_problem (search->layout)->n_rules; i++)
    ask_about_rule (search, i);
  g_ptr_array_sort (search->items, compare_items);
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
  search.soon = segue_review_add_rhythm (plan, search.today);
  search.items = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_review_item_free);
  read_answers (&search);
  if (review_id)
    add_answered (&search, review_id);
  find_all (&search);
  g_hash_table_unref (search.answers);
  return search.items;
}

/**
 * segue_review_find_next:
 * @plan: a plan
 * @layout: @plan laid out
 * @most: how many at most
 *
 * Returns: (transfer full) (element-type SegueReviewItem): the steps that are
 *   to end next, as things that are due
 */
GPtrArray *
segue_review_find_next (SeguePlan   *plan,
                        SegueLayout *layout,
                        guint        most)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { plan, layout, .seen = seen };

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL, NULL);

  search.today = segue_layout_get_now (layout);
  search.items = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_review_item_free);
  for (int i = 0; i < segue_layout_get_schedule (layout)->n_steps; i++)
    {
      const SegueStepResult *result = &segue_layout_get_schedule (layout)->steps[i];
      const SegueRecord *step = segue_layout_get_step (layout, i);

      if (result->active && result->end != SEGUE_DAY_NONE && result->end >= search.today && is_open (step) &&
          segue_record_get_int (step, SEGUE_STEP_TYPE) != SEGUE_STEP_PRACTICE)
        ask (&search, SEGUE_CAUSE_DUE, step, result->end, result->end - search.today);
    }
  g_ptr_array_sort (search.items, compare_items);
  if (search.items->len > most)
    g_ptr_array_set_size (search.items, (int) most);
  return search.items;
}
