/* segue-kinds.c - the tables that declare every kind of record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field is added here, in its enumeration and in a migration; nowhere else.
 */
#include "core/segue-record.h"

#include <glib/gi18n-lib.h>

#define DAY_MINUTES  1440
#define YEARS_DAYS   36525                      /* a hundred years */
#define YEARS_MINUTES (YEARS_DAYS * DAY_MINUTES)
#define YEARS_MONTHS 1200
#define UNITS_MAX    G_GINT64_CONSTANT (1000000000000)
#define ALL_WEEKDAYS 0x7f

#define REQ SEGUE_FIELD_REQUIRED
#define NUL SEGUE_FIELD_NULLABLE

static const char *const goal_kinds[] = {
  "graduate-school", "job", "vesting", "sabbatical", "certificate", "finance", "habit", "custom", NULL
};
static const char *const step_types[] = { "work", "wait", "milestone", "practice", NULL };
static const char *const leave_kinds[] = { "none", "paid", "unpaid", NULL };
static const char *const outcomes[] = { "none", "passed", "failed", "missed", NULL };
static const char *const statuses[] = { "todo", "doing", "done", "dropped", NULL };
static const char *const relations[] = { "not-before", "not-after", "on", "after", NULL };
static const char *const certainties[] = { "confirmed", "assumed", "hearsay", NULL };
static const char *const grant_kinds[] = { "option", "share", NULL };

static const char *const review_rhythms[] = { "weekly", "two-weeks", "monthly", "never", NULL };
static const char *const review_causes[] = {
  "gate", "late", "due", "reachable", "at-risk", "obstacle", "reason-ended", "rule", NULL
};
static const char *const verdicts[] = {
  "kept", "done", "moved", "dropped", "noted", "passed", "failed", "missed", "checked", "cleared", "reopened", NULL
};
static const char *const reason_sides[] = { "for", "against", NULL };

static const SegueField plan_fields[] = {
  [SEGUE_PLAN_TITLE]   = { "title", SEGUE_FIELD_STRING, REQ, .label = N_("Title") },
  [SEGUE_PLAN_NOW]     = { "now", SEGUE_FIELD_DAY, .label = N_("Today in this plan") },
  [SEGUE_PLAN_LEAVING] = { "leaving", SEGUE_FIELD_POINT, .label = N_("Last day of employment") },
  [SEGUE_PLAN_WEEK]    = { "week", SEGUE_FIELD_WEEK, .max = DAY_MINUTES, .label = N_("Hours a week") },
  [SEGUE_PLAN_PARENT]  = { "parent", SEGUE_FIELD_STRING, .label = N_("What-if copy of") },
  [SEGUE_PLAN_REVIEW_RHYTHM] = { "review_rhythm", SEGUE_FIELD_ENUM, 0, SEGUE_RHYTHM_WEEKLY,
                                 .nicks = review_rhythms, .label = N_("Rhythm of reviews") },
  [SEGUE_PLAN_SLACK_DAYS] = { "slack_days", SEGUE_FIELD_INT, 0, 7, 0, 365, .label = N_("At risk below days of slack") },
};

static const SegueField goal_fields[] = {
  [SEGUE_GOAL_TITLE]      = { "title", SEGUE_FIELD_STRING, REQ, .label = N_("Title") },
  [SEGUE_GOAL_KIND]       = { "kind", SEGUE_FIELD_ENUM, 0, SEGUE_GOAL_CUSTOM,
                              .nicks = goal_kinds, .label = N_("Kind") },
  [SEGUE_GOAL_IMPORTANCE] = { "importance", SEGUE_FIELD_INT, 0, 3, 1, 5, .label = N_("Importance") },
  [SEGUE_GOAL_WHY]        = { "why", SEGUE_FIELD_STRING, .label = N_("Why") },
  [SEGUE_GOAL_NOTE]       = { "note", SEGUE_FIELD_STRING, .label = N_("Note") },
};

static const SegueField route_fields[] = {
  [SEGUE_ROUTE_TITLE]          = { "title", SEGUE_FIELD_STRING, REQ, .label = N_("Title") },
  [SEGUE_ROUTE_GOAL]           = { "goal", SEGUE_FIELD_REF, REQ, .ref = SEGUE_KIND_GOAL, .label = N_("Goal") },
  [SEGUE_ROUTE_CLOSED_BY_HAND] = { "closed", SEGUE_FIELD_BOOL, .label = N_("Closed") },
  [SEGUE_ROUTE_NOTE]           = { "note", SEGUE_FIELD_STRING, .label = N_("Note") },
};

/* A work step's "days" are weekdays, a wait's an estimate: JSON has one name
 * for both and the type of the step tells which field it fills. */
static const SegueField step_fields[] = {
  [SEGUE_STEP_TITLE]       = { "title", SEGUE_FIELD_STRING, REQ, .label = N_("Title") },
  [SEGUE_STEP_GOAL]        = { "goal", SEGUE_FIELD_REF, .ref = SEGUE_KIND_GOAL, .label = N_("Goal") },
  [SEGUE_STEP_ROUTE]       = { "route", SEGUE_FIELD_REF, .ref = SEGUE_KIND_ROUTE, .label = N_("Route") },
  [SEGUE_STEP_TYPE]        = { "type", SEGUE_FIELD_ENUM, REQ, SEGUE_STEP_WORK,
                               .nicks = step_types, .label = N_("Type") },
  [SEGUE_STEP_EFFORT]      = { "effort", SEGUE_FIELD_ESTIMATE, .max = YEARS_MINUTES, .label = N_("Effort") },
  [SEGUE_STEP_DAYS]        = { "days", SEGUE_FIELD_ESTIMATE, .min = 1, .max = YEARS_DAYS, .label = N_("Duration") },
  [SEGUE_STEP_MAX_PER_DAY] = { "max_per_day", SEGUE_FIELD_INT, .max = DAY_MINUTES, .label = N_("Most a day") },
  [SEGUE_STEP_MIN_PER_DAY] = { "min_per_day", SEGUE_FIELD_INT, .max = DAY_MINUTES, .label = N_("Least a day") },
  [SEGUE_STEP_WEEKDAYS]    = { "days", SEGUE_FIELD_WEEKDAYS, 0, ALL_WEEKDAYS, 0, ALL_WEEKDAYS,
                               .label = N_("Weekdays"), .column = "weekdays" },
  [SEGUE_STEP_CONTIGUOUS]  = { "contiguous", SEGUE_FIELD_BOOL, .label = N_("Without a pause") },
  [SEGUE_STEP_LOAD]        = { "load", SEGUE_FIELD_WEEK, .max = DAY_MINUTES, .label = N_("Hours it takes") },
  [SEGUE_STEP_NEEDS]       = { "needs", SEGUE_FIELD_JSON, .label = N_("What it needs") },
  [SEGUE_STEP_LEAVE]       = { "leave", SEGUE_FIELD_ENUM, 0, SEGUE_LEAVE_NONE,
                               .nicks = leave_kinds, .label = N_("Leave from work") },
  [SEGUE_STEP_GATE]        = { "gate", SEGUE_FIELD_BOOL, .label = N_("Decides the route") },
  [SEGUE_STEP_OUTCOME]     = { "outcome", SEGUE_FIELD_ENUM, 0, SEGUE_OUTCOME_NONE,
                               .nicks = outcomes, .label = N_("Outcome") },
  [SEGUE_STEP_TARGET]      = { "target", SEGUE_FIELD_DAY, .label = N_("Wanted by") },
  [SEGUE_STEP_IMPORTANCE]  = { "importance", SEGUE_FIELD_INT, NUL, SEGUE_NONE, 1, 5, .label = N_("Importance") },
  [SEGUE_STEP_STATUS]      = { "status", SEGUE_FIELD_ENUM, 0, SEGUE_STATUS_TODO,
                               .nicks = statuses, .label = N_("Status") },
  [SEGUE_STEP_SPENT]       = { "spent", SEGUE_FIELD_INT, .max = YEARS_MINUTES, .label = N_("Time spent") },
  [SEGUE_STEP_STARTED_ON]  = { "started_on", SEGUE_FIELD_DAY, .label = N_("Started on") },
  [SEGUE_STEP_DONE_ON]     = { "done_on", SEGUE_FIELD_DAY, .label = N_("Done on") },
  [SEGUE_STEP_NOTE]        = { "note", SEGUE_FIELD_STRING, .label = N_("Note") },
};

static const SegueField rule_fields[] = {
  [SEGUE_RULE_RELATION]   = { "relation", SEGUE_FIELD_ENUM, REQ, SEGUE_RELATION_NOT_BEFORE,
                              .nicks = relations, .label = N_("Relation") },
  [SEGUE_RULE_POINT]      = { "point", SEGUE_FIELD_POINT, REQ, .label = N_("What it binds") },
  [SEGUE_RULE_OTHER]      = { "other", SEGUE_FIELD_POINT, .label = N_("What it follows") },
  [SEGUE_RULE_DATE]       = { "date", SEGUE_FIELD_DAY, .label = N_("Date") },
  [SEGUE_RULE_MIN]        = { "min", SEGUE_FIELD_INT, 0, 0, -YEARS_DAYS, YEARS_DAYS, .label = N_("Least days between") },
  [SEGUE_RULE_MAX]        = { "max", SEGUE_FIELD_INT, NUL, SEGUE_NONE, -YEARS_DAYS, YEARS_DAYS,
                              .label = N_("Most days between") },
  [SEGUE_RULE_ENABLED]    = { "enabled", SEGUE_FIELD_BOOL, 0, TRUE, .label = N_("In force") },
  [SEGUE_RULE_TEXT]       = { "text", SEGUE_FIELD_STRING, .label = N_("Rule") },
  [SEGUE_RULE_LABEL]      = { "label", SEGUE_FIELD_STRING, .label = N_("Coarse date") },
  [SEGUE_RULE_SOURCE]     = { "source", SEGUE_FIELD_STRING, .label = N_("Source") },
  [SEGUE_RULE_CERTAINTY]  = { "certainty", SEGUE_FIELD_ENUM, 0, SEGUE_CERTAINTY_CONFIRMED,
                              .nicks = certainties, .label = N_("Certainty") },
  [SEGUE_RULE_CHECKED_ON] = { "checked_on", SEGUE_FIELD_DAY, .label = N_("Checked on") },
  [SEGUE_RULE_ROUTE]      = { "route", SEGUE_FIELD_REF, .ref = SEGUE_KIND_ROUTE, .label = N_("Route") },
  [SEGUE_RULE_BY_HAND]    = { "by_hand", SEGUE_FIELD_BOOL, .label = N_("Placed by hand") },
  [SEGUE_RULE_EXPIRES_ON] = { "expires_on", SEGUE_FIELD_DAY, .label = N_("Known to hold until") },
};

static const SegueField period_fields[] = {
  [SEGUE_PERIOD_FROM]  = { "from", SEGUE_FIELD_DAY, REQ, .label = N_("First day") },
  [SEGUE_PERIOD_UNTIL] = { "until", SEGUE_FIELD_DAY, REQ, .label = N_("Last day") },
  [SEGUE_PERIOD_LABEL] = { "label", SEGUE_FIELD_STRING, .label = N_("Name") },
  [SEGUE_PERIOD_WEEK]  = { "week", SEGUE_FIELD_WEEK, .min = -1, .max = DAY_MINUTES, .label = N_("Hours a week") },
};

static const SegueField day_off_fields[] = {
  [SEGUE_DAY_OFF_DATE]  = { "date", SEGUE_FIELD_DAY, REQ, .label = N_("Date") },
  [SEGUE_DAY_OFF_LABEL] = { "label", SEGUE_FIELD_STRING, .label = N_("Name") },
};

static const SegueField pool_fields[] = {
  [SEGUE_POOL_TITLE]   = { "title", SEGUE_FIELD_STRING, REQ, .label = N_("Title") },
  [SEGUE_POOL_UNIT]    = { "unit", SEGUE_FIELD_STRING, .label = N_("Unit") },
  [SEGUE_POOL_PER_DAY] = { "per_day", SEGUE_FIELD_INT, REQ, .max = G_MAXINT32, .label = N_("Amount a day") },
};

static const SegueField exclusive_fields[] = {
  [SEGUE_EXCLUSIVE_OF]   = { "of", SEGUE_FIELD_STRINGS, REQ, .label = N_("At most one of these") },
  [SEGUE_EXCLUSIVE_TEXT] = { "text", SEGUE_FIELD_STRING, .label = N_("Reason") },
};

static const SegueField grant_fields[] = {
  [SEGUE_GRANT_TITLE]          = { "title", SEGUE_FIELD_STRING, REQ, .label = N_("Title") },
  [SEGUE_GRANT_KIND]           = { "kind", SEGUE_FIELD_ENUM, 0, SEGUE_GRANT_OPTION,
                                   .nicks = grant_kinds, .label = N_("Kind") },
  [SEGUE_GRANT_UNITS]          = { "units", SEGUE_FIELD_INT, REQ, .max = UNITS_MAX, .label = N_("Number of units") },
  [SEGUE_GRANT_GRANTED_ON]     = { "granted_on", SEGUE_FIELD_DAY, .label = N_("Granted on") },
  [SEGUE_GRANT_VEST_FROM]      = { "vest_from", SEGUE_FIELD_DAY, .label = N_("Vesting begins") },
  [SEGUE_GRANT_TRANCHES]       = { "tranches", SEGUE_FIELD_JSON, .label = N_("Tranches") },
  [SEGUE_GRANT_CLIFF_MONTHS]   = { "cliff_months", SEGUE_FIELD_INT, .max = YEARS_MONTHS, .label = N_("Cliff in months") },
  [SEGUE_GRANT_EVERY_MONTHS]   = { "every_months", SEGUE_FIELD_INT, 0, 1, 1, YEARS_MONTHS,
                                   .label = N_("Months between vest dates") },
  [SEGUE_GRANT_TOTAL_MONTHS]   = { "total_months", SEGUE_FIELD_INT, .max = YEARS_MONTHS, .label = N_("Months in all") },
  [SEGUE_GRANT_STRIKE]         = { "strike", SEGUE_FIELD_JSON, .label = N_("Strike price") },
  [SEGUE_GRANT_VALUE]          = { "value", SEGUE_FIELD_JSON, .label = N_("Value of one unit") },
  [SEGUE_GRANT_CURRENCY]       = { "currency", SEGUE_FIELD_STRING, .label = N_("Currency") },
  [SEGUE_GRANT_LEAVE_COUNTS]   = { "leave_counts", SEGUE_FIELD_BOOL, 0, TRUE, .label = N_("Unpaid leave counts") },
  [SEGUE_GRANT_EXERCISE_POINT] = { "exercise_point", SEGUE_FIELD_POINT, .label = N_("Step of exercising") },
  [SEGUE_GRANT_EXERCISE_FROM]  = { "exercise_from", SEGUE_FIELD_DAY, .label = N_("Exercisable from") },
  [SEGUE_GRANT_EXERCISE_UNTIL] = { "exercise_until", SEGUE_FIELD_DAY, .label = N_("Exercisable until") },
  [SEGUE_GRANT_EXERCISE_AFTER_LEAVING_DAYS] = { "exercise_after_leaving_days", SEGUE_FIELD_INT, NUL,
                                   SEGUE_NONE, 0, YEARS_DAYS, .label = N_("Days to exercise after leaving") },
};

static const SegueField journal_fields[] = {
  [SEGUE_JOURNAL_ON]      = { "on", SEGUE_FIELD_DAY, REQ, .label = N_("Date") },
  [SEGUE_JOURNAL_ABOUT]   = { "about", SEGUE_FIELD_STRING, .label = N_("About") },
  [SEGUE_JOURNAL_FOR]     = { "for", SEGUE_FIELD_STRINGS, .label = N_("Reasons for") },
  [SEGUE_JOURNAL_AGAINST] = { "against", SEGUE_FIELD_STRINGS, .label = N_("Reasons against") },
  [SEGUE_JOURNAL_DECIDED] = { "decided", SEGUE_FIELD_STRING, .label = N_("Decided") },
};

static const SegueField baseline_fields[] = {
  [SEGUE_BASELINE_TITLE]    = { "title", SEGUE_FIELD_STRING, REQ, .label = N_("Title") },
  [SEGUE_BASELINE_TAKEN_ON] = { "taken_on", SEGUE_FIELD_DAY, REQ, .label = N_("Taken on") },
  [SEGUE_BASELINE_DATES]    = { "dates", SEGUE_FIELD_STRINGS, REQ, .label = N_("Dates of the steps") },
};

static const SegueField review_fields[] = {
  [SEGUE_REVIEW_BEGUN]    = { "begun", SEGUE_FIELD_DAY, REQ, .label = N_("Begun on") },
  [SEGUE_REVIEW_FINISHED] = { "finished", SEGUE_FIELD_DAY, .label = N_("Finished on") },
  [SEGUE_REVIEW_ASKED]    = { "asked", SEGUE_FIELD_INT, .max = G_MAXINT32, .label = N_("Things that needed a decision") },
  [SEGUE_REVIEW_BASELINE] = { "baseline", SEGUE_FIELD_STRING, .label = N_("Baseline") },
  [SEGUE_REVIEW_NOTE]     = { "note", SEGUE_FIELD_STRING, .label = N_("Note") },
};

static const SegueField answer_fields[] = {
  [SEGUE_ANSWER_REVIEW]   = { "review", SEGUE_FIELD_STRING, REQ, .label = N_("Review") },
  [SEGUE_ANSWER_CAUSE]    = { "cause", SEGUE_FIELD_ENUM, 0, SEGUE_CAUSE_DUE,
                              .nicks = review_causes, .label = N_("Why it was asked") },
  [SEGUE_ANSWER_VERDICT]  = { "verdict", SEGUE_FIELD_ENUM, 0, SEGUE_VERDICT_KEPT,
                              .nicks = verdicts, .label = N_("Decided") },
  [SEGUE_ANSWER_ABOUT]    = { "about", SEGUE_FIELD_STRING, .label = N_("About") },
  [SEGUE_ANSWER_TITLE]    = { "title", SEGUE_FIELD_STRING, .label = N_("Title") },
  [SEGUE_ANSWER_ON]       = { "on", SEGUE_FIELD_DAY, .label = N_("Date") },
  [SEGUE_ANSWER_FROM]     = { "from", SEGUE_FIELD_DAY, .label = N_("Day before") },
  [SEGUE_ANSWER_TO]       = { "to", SEGUE_FIELD_DAY, .label = N_("Day after") },
  [SEGUE_ANSWER_WHY]      = { "why", SEGUE_FIELD_STRING, .label = N_("Why") },
  [SEGUE_ANSWER_EVIDENCE] = { "evidence", SEGUE_FIELD_STRING, .label = N_("Evidence") },
  [SEGUE_ANSWER_EFFECT]   = { "effect", SEGUE_FIELD_STRING, .label = N_("What followed") },
};

static const SegueField check_in_fields[] = {
  [SEGUE_CHECK_IN_ON]       = { "on", SEGUE_FIELD_DAY, REQ, .label = N_("Date") },
  [SEGUE_CHECK_IN_DID]      = { "did", SEGUE_FIELD_STRING, .label = N_("What I did") },
  [SEGUE_CHECK_IN_NEXT]     = { "next", SEGUE_FIELD_STRING, .label = N_("What I do next") },
  [SEGUE_CHECK_IN_OBSTACLE] = { "obstacle", SEGUE_FIELD_STRING, .label = N_("What stands in the way") },
};

static const SegueField obstacle_fields[] = {
  [SEGUE_OBSTACLE_TEXT]       = { "text", SEGUE_FIELD_STRING, REQ, .label = N_("What stands in the way") },
  [SEGUE_OBSTACLE_ABOUT]      = { "about", SEGUE_FIELD_STRING, .label = N_("About") },
  [SEGUE_OBSTACLE_SINCE]      = { "since", SEGUE_FIELD_DAY, REQ, .label = N_("Since") },
  [SEGUE_OBSTACLE_CLEARED_ON] = { "cleared_on", SEGUE_FIELD_DAY, .label = N_("Cleared on") },
};

static const SegueField decision_fields[] = {
  [SEGUE_DECISION_QUESTION]   = { "question", SEGUE_FIELD_STRING, REQ, .label = N_("Question") },
  [SEGUE_DECISION_ABOUT]      = { "about", SEGUE_FIELD_STRING, .label = N_("About") },
  [SEGUE_DECISION_OPTIONS]    = { "options", SEGUE_FIELD_STRINGS, .label = N_("Options") },
  [SEGUE_DECISION_DECIDED]    = { "decided", SEGUE_FIELD_STRING, .label = N_("Decided") },
  [SEGUE_DECISION_DECIDED_ON] = { "decided_on", SEGUE_FIELD_DAY, .label = N_("Decided on") },
};

static const SegueField reason_fields[] = {
  [SEGUE_REASON_DECISION] = { "decision", SEGUE_FIELD_STRING, REQ, .label = N_("Decision") },
  [SEGUE_REASON_SIDE]     = { "side", SEGUE_FIELD_ENUM, 0, SEGUE_REASON_FOR,
                              .nicks = reason_sides, .label = N_("For or against") },
  [SEGUE_REASON_TEXT]     = { "text", SEGUE_FIELD_STRING, REQ, .label = N_("Reason") },
  [SEGUE_REASON_UNTIL]    = { "until", SEGUE_FIELD_DAY, .label = N_("Ends on") },
  [SEGUE_REASON_EVENT]    = { "event", SEGUE_FIELD_STRING, .label = N_("Ends with") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (plan_fields) == SEGUE_PLAN_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (goal_fields) == SEGUE_GOAL_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (route_fields) == SEGUE_ROUTE_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (step_fields) == SEGUE_STEP_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (rule_fields) == SEGUE_RULE_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (period_fields) == SEGUE_PERIOD_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (day_off_fields) == SEGUE_DAY_OFF_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (pool_fields) == SEGUE_POOL_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (exclusive_fields) == SEGUE_EXCLUSIVE_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (grant_fields) == SEGUE_GRANT_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (journal_fields) == SEGUE_JOURNAL_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (baseline_fields) == SEGUE_BASELINE_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (review_fields) == SEGUE_REVIEW_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (answer_fields) == SEGUE_ANSWER_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (check_in_fields) == SEGUE_CHECK_IN_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (obstacle_fields) == SEGUE_OBSTACLE_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (decision_fields) == SEGUE_DECISION_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (reason_fields) == SEGUE_REASON_N_FIELDS);

static const SegueKindInfo kinds[] = {
  [SEGUE_KIND_PLAN]      = { "plan", "plans", N_("Plan"), plan_fields, SEGUE_PLAN_N_FIELDS, SEGUE_PLAN_TITLE },
  [SEGUE_KIND_GOAL]      = { "goal", "goals", N_("Goal"), goal_fields, SEGUE_GOAL_N_FIELDS, SEGUE_GOAL_TITLE },
  [SEGUE_KIND_ROUTE]     = { "route", "routes", N_("Route"), route_fields, SEGUE_ROUTE_N_FIELDS, SEGUE_ROUTE_TITLE },
  [SEGUE_KIND_STEP]      = { "step", "steps", N_("Step"), step_fields, SEGUE_STEP_N_FIELDS, SEGUE_STEP_TITLE },
  [SEGUE_KIND_RULE]      = { "rule", "rules", N_("Rule"), rule_fields, SEGUE_RULE_N_FIELDS, SEGUE_RULE_TEXT },
  [SEGUE_KIND_PERIOD]    = { "period", "periods", N_("Period"), period_fields, SEGUE_PERIOD_N_FIELDS,
                             SEGUE_PERIOD_LABEL },
  [SEGUE_KIND_DAY_OFF]   = { "day_off", "days_off", N_("Day off"), day_off_fields, SEGUE_DAY_OFF_N_FIELDS,
                             SEGUE_DAY_OFF_LABEL },
  [SEGUE_KIND_POOL]      = { "pool", "pools", N_("Pool"), pool_fields, SEGUE_POOL_N_FIELDS, SEGUE_POOL_TITLE },
  [SEGUE_KIND_EXCLUSIVE] = { "exclusive", "exclusive", N_("Either-or"), exclusive_fields, SEGUE_EXCLUSIVE_N_FIELDS,
                             SEGUE_EXCLUSIVE_TEXT },
  [SEGUE_KIND_GRANT]     = { "grant", "grants", N_("Grant"), grant_fields, SEGUE_GRANT_N_FIELDS, SEGUE_GRANT_TITLE },
  [SEGUE_KIND_JOURNAL]   = { "entry", "journal", N_("Journal entry"), journal_fields, SEGUE_JOURNAL_N_FIELDS,
                             SEGUE_JOURNAL_DECIDED },
  [SEGUE_KIND_BASELINE]  = { "baseline", "baselines", N_("Baseline"), baseline_fields, SEGUE_BASELINE_N_FIELDS,
                             SEGUE_BASELINE_TITLE },
  [SEGUE_KIND_REVIEW]    = { "review", "reviews", N_("Review"), review_fields, SEGUE_REVIEW_N_FIELDS, SEGUE_REVIEW_NOTE },
  [SEGUE_KIND_ANSWER]    = { "answer", "answers", N_("Answer"), answer_fields, SEGUE_ANSWER_N_FIELDS, SEGUE_ANSWER_TITLE },
  [SEGUE_KIND_CHECK_IN]  = { "check-in", "check_ins", N_("Check-in"), check_in_fields, SEGUE_CHECK_IN_N_FIELDS,
                             SEGUE_CHECK_IN_DID },
  [SEGUE_KIND_OBSTACLE]  = { "obstacle", "obstacles", N_("Obstacle"), obstacle_fields, SEGUE_OBSTACLE_N_FIELDS,
                             SEGUE_OBSTACLE_TEXT },
  [SEGUE_KIND_DECISION]  = { "decision", "decisions", N_("Decision"), decision_fields, SEGUE_DECISION_N_FIELDS,
                             SEGUE_DECISION_QUESTION },
  [SEGUE_KIND_REASON]    = { "reason", "reasons", N_("Reason"), reason_fields, SEGUE_REASON_N_FIELDS, SEGUE_REASON_TEXT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == SEGUE_N_KINDS);

/**
 * segue_kind_get_info:
 * @kind: a kind of record
 *
 * Returns: (transfer none): the table that declares it
 */
const SegueKindInfo *
segue_kind_get_info (SegueKind kind)
{
  g_return_val_if_fail (kind < SEGUE_N_KINDS, NULL);

  return &kinds[kind];
}
