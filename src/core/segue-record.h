/* segue-record.h - immutable rows and the tables that declare them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A kind of record is declared once, as a table of its fields. SQL, JSON,
 * comparing, validating and describing a change are driven by that table.
 * The order of the enumerators below is the order of the rows in it.
 */
#pragma once

#include <glib-object.h>

#include "base/segue-day.h"
#include "base/segue-error.h"
#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

typedef enum
{
  SEGUE_KIND_PLAN, /* one a plan */
  SEGUE_KIND_GOAL,
  SEGUE_KIND_ROUTE,
  SEGUE_KIND_STEP,
  SEGUE_KIND_RULE,
  SEGUE_KIND_PERIOD,
  SEGUE_KIND_DAY_OFF,
  SEGUE_KIND_POOL,
  SEGUE_KIND_EXCLUSIVE,
  SEGUE_KIND_GRANT,
  SEGUE_KIND_JOURNAL,
  SEGUE_KIND_BASELINE,
  SEGUE_KIND_REVIEW,
  SEGUE_KIND_ANSWER,   /* what was decided about one thing in a review */
  SEGUE_KIND_CHECK_IN,
  SEGUE_KIND_OBSTACLE,
  SEGUE_KIND_DECISION,
  SEGUE_KIND_REASON,   /* for or against a decision */
  SEGUE_N_KINDS,
} SegueKind;

typedef enum
{
  SEGUE_PLAN_TITLE,
  SEGUE_PLAN_NOW,      /* DAY; none: today */
  SEGUE_PLAN_LEAVING,  /* POINT */
  SEGUE_PLAN_WEEK,     /* WEEK: minutes Monday to Sunday */
  SEGUE_PLAN_PARENT,   /* STRING: the id of the plan of which this is a what-if copy */
  SEGUE_PLAN_REVIEW_RHYTHM, /* ENUM SegueReviewRhythm */
  SEGUE_PLAN_SLACK_DAYS, /* INT: with less slack than this a step is at risk */
  SEGUE_PLAN_N_FIELDS,
} SeguePlanField;

typedef enum
{
  SEGUE_GOAL_TITLE,
  SEGUE_GOAL_KIND,     /* ENUM SegueGoalKind */
  SEGUE_GOAL_IMPORTANCE,
  SEGUE_GOAL_WHY,
  SEGUE_GOAL_NOTE,
  SEGUE_GOAL_N_FIELDS,
} SegueGoalField;

typedef enum
{
  SEGUE_ROUTE_TITLE,
  SEGUE_ROUTE_GOAL,    /* REF */
  SEGUE_ROUTE_CLOSED_BY_HAND, /* BOOL "closed" */
  SEGUE_ROUTE_NOTE,
  SEGUE_ROUTE_N_FIELDS,
} SegueRouteField;

typedef enum
{
  SEGUE_STEP_TITLE,
  SEGUE_STEP_GOAL,       /* REF or none */
  SEGUE_STEP_ROUTE,      /* REF or none */
  SEGUE_STEP_TYPE,       /* ENUM SegueStepType */
  SEGUE_STEP_EFFORT,     /* ESTIMATE, minutes */
  SEGUE_STEP_DAYS,       /* ESTIMATE, days */
  SEGUE_STEP_MAX_PER_DAY,
  SEGUE_STEP_MIN_PER_DAY,
  SEGUE_STEP_WEEKDAYS,   /* WEEKDAYS; of work its "days" in JSON, `weekdays` in SQL */
  SEGUE_STEP_CONTIGUOUS,
  SEGUE_STEP_LOAD,       /* WEEK */
  SEGUE_STEP_NEEDS,      /* JSON */
  SEGUE_STEP_LEAVE,      /* ENUM SegueLeaveKind */
  SEGUE_STEP_GATE,
  SEGUE_STEP_OUTCOME,    /* ENUM SegueOutcome */
  SEGUE_STEP_TARGET,     /* DAY */
  SEGUE_STEP_IMPORTANCE, /* INT; none: the goal's */
  SEGUE_STEP_STATUS,     /* ENUM SegueStatus */
  SEGUE_STEP_SPENT,
  SEGUE_STEP_STARTED_ON,
  SEGUE_STEP_DONE_ON,
  SEGUE_STEP_NOTE,
  SEGUE_STEP_N_FIELDS,
} SegueStepField;

typedef enum
{
  SEGUE_RULE_RELATION,   /* ENUM SegueRelation */
  SEGUE_RULE_POINT,      /* POINT */
  SEGUE_RULE_OTHER,      /* POINT */
  SEGUE_RULE_DATE,       /* DAY */
  SEGUE_RULE_MIN,        /* INT days, default 0 */
  SEGUE_RULE_MAX,        /* INT days or none */
  SEGUE_RULE_ENABLED,
  SEGUE_RULE_TEXT,
  SEGUE_RULE_LABEL,      /* of a coarse date */
  SEGUE_RULE_SOURCE,
  SEGUE_RULE_CERTAINTY,  /* ENUM SegueCertainty */
  SEGUE_RULE_CHECKED_ON, /* DAY */
  SEGUE_RULE_ROUTE,      /* REF or none */
  SEGUE_RULE_BY_HAND,    /* BOOL: came about by moving its point */
  SEGUE_RULE_EXPIRES_ON, /* DAY: after it, it must be checked again */
  SEGUE_RULE_N_FIELDS,
} SegueRuleField;

typedef enum
{
  SEGUE_PERIOD_FROM,     /* DAY */
  SEGUE_PERIOD_UNTIL,    /* DAY, included */
  SEGUE_PERIOD_LABEL,
  SEGUE_PERIOD_WEEK,     /* WEEK; -1 where the pattern is left alone */
  SEGUE_PERIOD_N_FIELDS,
} SeguePeriodField;

typedef enum
{
  SEGUE_DAY_OFF_DATE,
  SEGUE_DAY_OFF_LABEL,
  SEGUE_DAY_OFF_N_FIELDS,
} SegueDayOffField;

typedef enum
{
  SEGUE_POOL_TITLE,
  SEGUE_POOL_UNIT,
  SEGUE_POOL_PER_DAY,
  SEGUE_POOL_N_FIELDS,
} SeguePoolField;

typedef enum
{
  SEGUE_EXCLUSIVE_OF,    /* IDS of routes and steps */
  SEGUE_EXCLUSIVE_TEXT,
  SEGUE_EXCLUSIVE_N_FIELDS,
} SegueExclusiveField;

typedef enum
{
  SEGUE_GRANT_TITLE,
  SEGUE_GRANT_KIND,      /* ENUM SegueGrantKind */
  SEGUE_GRANT_UNITS,
  SEGUE_GRANT_GRANTED_ON,
  SEGUE_GRANT_VEST_FROM,
  SEGUE_GRANT_TRANCHES,  /* JSON [{date, units}] */
  SEGUE_GRANT_CLIFF_MONTHS,
  SEGUE_GRANT_EVERY_MONTHS,
  SEGUE_GRANT_TOTAL_MONTHS,
  SEGUE_GRANT_STRIKE,    /* JSON number */
  SEGUE_GRANT_VALUE,     /* JSON number */
  SEGUE_GRANT_CURRENCY,
  SEGUE_GRANT_LEAVE_COUNTS,
  SEGUE_GRANT_EXERCISE_POINT, /* POINT */
  SEGUE_GRANT_EXERCISE_FROM,
  SEGUE_GRANT_EXERCISE_UNTIL,
  SEGUE_GRANT_EXERCISE_AFTER_LEAVING_DAYS,
  SEGUE_GRANT_N_FIELDS,
} SegueGrantField;

typedef enum
{
  SEGUE_JOURNAL_ON,      /* DAY */
  SEGUE_JOURNAL_ABOUT,   /* id of anything */
  SEGUE_JOURNAL_FOR,     /* STRINGS */
  SEGUE_JOURNAL_AGAINST, /* STRINGS */
  SEGUE_JOURNAL_DECIDED,
  SEGUE_JOURNAL_N_FIELDS,
} SegueJournalField;

typedef enum
{
  SEGUE_BASELINE_TITLE,
  SEGUE_BASELINE_TAKEN_ON, /* DAY */
  SEGUE_BASELINE_DATES,    /* STRINGS "STEP START END"; see segue-baseline.h */
  SEGUE_BASELINE_N_FIELDS,
} SegueBaselineField;

/* What these six name by its id may be gone: they tell what was. */
typedef enum
{
  SEGUE_REVIEW_BEGUN,    /* DAY */
  SEGUE_REVIEW_FINISHED, /* DAY; none: left, to be resumed */
  SEGUE_REVIEW_ASKED,    /* INT: how many things needed a decision */
  SEGUE_REVIEW_BASELINE, /* STRING: the id of the baseline taken at its beginning */
  SEGUE_REVIEW_NOTE,
  SEGUE_REVIEW_N_FIELDS,
} SegueReviewField;

typedef enum
{
  SEGUE_ANSWER_REVIEW,   /* STRING: the id of the review */
  SEGUE_ANSWER_CAUSE,    /* ENUM SegueReviewCause: why it was asked */
  SEGUE_ANSWER_VERDICT,  /* ENUM SegueVerdict */
  SEGUE_ANSWER_ABOUT,    /* STRING: the id of a step, route, rule, obstacle or decision */
  SEGUE_ANSWER_TITLE,    /* what it was called then */
  SEGUE_ANSWER_ON,       /* DAY: when it was answered */
  SEGUE_ANSWER_FROM,     /* DAY: where it lay */
  SEGUE_ANSWER_TO,       /* DAY: where it was moved, or when it was done */
  SEGUE_ANSWER_WHY,
  SEGUE_ANSWER_EVIDENCE,
  SEGUE_ANSWER_EFFECT,   /* STRING: what followed, as it was told */
  SEGUE_ANSWER_N_FIELDS,
} SegueAnswerField;

typedef enum
{
  SEGUE_CHECK_IN_ON,     /* DAY */
  SEGUE_CHECK_IN_DID,
  SEGUE_CHECK_IN_NEXT,
  SEGUE_CHECK_IN_OBSTACLE,
  SEGUE_CHECK_IN_N_FIELDS,
} SegueCheckInField;

typedef enum
{
  SEGUE_OBSTACLE_TEXT,
  SEGUE_OBSTACLE_ABOUT,  /* STRING: the id of a step */
  SEGUE_OBSTACLE_SINCE,  /* DAY */
  SEGUE_OBSTACLE_CLEARED_ON, /* DAY */
  SEGUE_OBSTACLE_N_FIELDS,
} SegueObstacleField;

typedef enum
{
  SEGUE_DECISION_QUESTION,
  SEGUE_DECISION_ABOUT,  /* STRING: an id */
  SEGUE_DECISION_OPTIONS, /* STRINGS */
  SEGUE_DECISION_DECIDED, /* STRING; none: open */
  SEGUE_DECISION_DECIDED_ON, /* DAY */
  SEGUE_DECISION_N_FIELDS,
} SegueDecisionField;

typedef enum
{
  SEGUE_REASON_DECISION, /* STRING: the id of the decision */
  SEGUE_REASON_SIDE,     /* ENUM SegueReasonSide */
  SEGUE_REASON_TEXT,
  SEGUE_REASON_UNTIL,    /* DAY on which it ends */
  SEGUE_REASON_EVENT,    /* STRING: the id of the step with which it ends */
  SEGUE_REASON_N_FIELDS,
} SegueReasonField;

typedef enum
{
  SEGUE_RHYTHM_WEEKLY,
  SEGUE_RHYTHM_TWO_WEEKS,
  SEGUE_RHYTHM_MONTHLY,
  SEGUE_RHYTHM_NEVER,
} SegueReviewRhythm;

/* Why something needs a decision, in the order in which a review asks. */
typedef enum
{
  SEGUE_CAUSE_GATE,         /* a result is due */
  SEGUE_CAUSE_LATE,
  SEGUE_CAUSE_DUE,
  SEGUE_CAUSE_REACHABLE,    /* a route is soon out of reach */
  SEGUE_CAUSE_AT_RISK,      /* little slack */
  SEGUE_CAUSE_OBSTACLE,     /* stands over a week */
  SEGUE_CAUSE_REASON_ENDED,
  SEGUE_CAUSE_RULE,         /* assumed, and not checked for long */
} SegueReviewCause;

typedef enum
{
  SEGUE_VERDICT_KEPT,
  SEGUE_VERDICT_DONE,
  SEGUE_VERDICT_MOVED,
  SEGUE_VERDICT_DROPPED,
  SEGUE_VERDICT_NOTED,
  SEGUE_VERDICT_PASSED,
  SEGUE_VERDICT_FAILED,
  SEGUE_VERDICT_MISSED,
  SEGUE_VERDICT_CHECKED,
  SEGUE_VERDICT_CLEARED,
  SEGUE_VERDICT_REOPENED,
} SegueVerdict;

typedef enum
{
  SEGUE_REASON_FOR,
  SEGUE_REASON_AGAINST,
} SegueReasonSide;

typedef enum
{
  SEGUE_GOAL_GRADUATE_SCHOOL,
  SEGUE_GOAL_JOB,
  SEGUE_GOAL_VESTING,
  SEGUE_GOAL_SABBATICAL,
  SEGUE_GOAL_CERTIFICATE,
  SEGUE_GOAL_FINANCE,
  SEGUE_GOAL_HABIT,
  SEGUE_GOAL_CUSTOM,
} SegueGoalKind;

typedef enum
{
  SEGUE_LEAVE_NONE,
  SEGUE_LEAVE_PAID,
  SEGUE_LEAVE_UNPAID,
} SegueLeaveKind;

typedef enum
{
  SEGUE_GRANT_OPTION,
  SEGUE_GRANT_SHARE,
} SegueGrantKind;

typedef enum
{
  SEGUE_FIELD_STRING,
  SEGUE_FIELD_INT,
  SEGUE_FIELD_BOOL,
  SEGUE_FIELD_DAY,
  SEGUE_FIELD_ENUM,
  SEGUE_FIELD_REF,      /* the id of another record of `ref` */
  SEGUE_FIELD_POINT,    /* "STEP", "STEP.start" or "STEP.end" */
  SEGUE_FIELD_ESTIMATE, /* three numbers; or none */
  SEGUE_FIELD_WEEK,     /* seven minutes, Monday first; or none */
  SEGUE_FIELD_WEEKDAYS, /* bit 0 is Monday */
  SEGUE_FIELD_STRINGS,  /* a list of strings */
  SEGUE_FIELD_JSON,     /* kept as compact JSON text; or none */
} SegueFieldType;

typedef enum
{
  SEGUE_FIELD_REQUIRED = 1 << 0, /* may not be missing */
  SEGUE_FIELD_NULLABLE = 1 << 1, /* an INT that may be none (SEGUE_NONE) */
} SegueFieldFlags;

/* An INT that was not given. */
#define SEGUE_NONE G_MININT64

/* One row of a kind's table. */
typedef struct
{
  const char *name;        /* in JSON and, where `column` is NULL, in SQL */
  SegueFieldType type;
  SegueFieldFlags flags;
  gint64 fallback;         /* INT, BOOL, ENUM, WEEKDAYS: when missing */
  gint64 min, max;         /* INT, ESTIMATE and WEEK members */
  const char *const *nicks; /* ENUM: names in JSON by value */
  SegueKind ref;           /* REF */
  const char *label;       /* what people call it, N_() */
  const char *column;      /* in SQL; NULL: as in JSON */
} SegueField;

typedef struct
{
  const char *name;        /* of one: "goal" */
  const char *list;        /* its array in JSON and table in SQL: "goals" */
  const char *label;       /* what people call one, N_() */
  const SegueField *fields;
  guint n_fields;
  guint title_field;       /* what names one for people */
} SegueKindInfo;

const SegueKindInfo *segue_kind_get_info (SegueKind kind);

/**
 * SegueRecord:
 *
 * An immutable, reference-counted value with all fields of one row. Cheap to
 * share with a worker, to keep in the history, to write.
 */
typedef struct _SegueRecord SegueRecord;

#define SEGUE_TYPE_RECORD (segue_record_get_type ())
GType        segue_record_get_type     (void) G_GNUC_CONST;

SegueRecord *segue_record_ref          (const SegueRecord *self);
void         segue_record_unref        (SegueRecord       *self);
SegueKind    segue_record_get_kind     (const SegueRecord *self);
const char  *segue_record_get_id       (const SegueRecord *self);
char        *segue_record_ref_id       (const SegueRecord *self);
double       segue_record_get_rank     (const SegueRecord *self); /* place among its kind */
const char  *segue_record_get_extra    (const SegueRecord *self); /* unknown keys, a JSON object, or NULL */

gboolean     segue_record_has          (const SegueRecord *self, guint field); /* given at all? */
const char  *segue_record_get_string   (const SegueRecord *self, guint field); /* STRING, REF, POINT, JSON; or NULL */
gint64       segue_record_get_int      (const SegueRecord *self, guint field); /* INT, ENUM, WEEKDAYS */
gboolean     segue_record_get_bool     (const SegueRecord *self, guint field);
SegueDay     segue_record_get_day      (const SegueRecord *self, guint field); /* or SEGUE_DAY_NONE */
const gint32 *segue_record_get_numbers (const SegueRecord *self, guint field); /* ESTIMATE [3], WEEK [7]; or NULL */
const char *const *segue_record_get_strings (const SegueRecord *self, guint field); /* or NULL */
const char  *segue_record_get_title    (const SegueRecord *self); /* title, text or label; never NULL */
const char  *segue_record_get_name     (const SegueRecord *self); /* the same as it is shown among other words */

gboolean     segue_record_equal        (const SegueRecord *a, const SegueRecord *b);
gboolean     segue_record_field_equal  (const SegueRecord *a, const SegueRecord *b, guint field);
gboolean     segue_record_validate     (const SegueRecord *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueRecord, segue_record_unref)

/**
 * SegueRecordBuilder:
 *
 * The only way to a record: start from nothing or from another record, set
 * fields, end. Setters copy what they are given.
 */
typedef struct _SegueRecordBuilder SegueRecordBuilder;

SegueRecordBuilder *segue_record_builder_new         (SegueKind kind, const char *id);
SegueRecordBuilder *segue_record_builder_new_from    (const SegueRecord *record);
void                segue_record_builder_set_id      (SegueRecordBuilder *self, const char *id);
void                segue_record_builder_set_rank    (SegueRecordBuilder *self, double rank);
void                segue_record_builder_set_extra   (SegueRecordBuilder *self, const char *json);
void                segue_record_builder_set_string  (SegueRecordBuilder *self, guint field, const char *value);
void                segue_record_builder_set_int     (SegueRecordBuilder *self, guint field, gint64 value);
void                segue_record_builder_set_bool    (SegueRecordBuilder *self, guint field, gboolean value);
void                segue_record_builder_set_day     (SegueRecordBuilder *self, guint field, SegueDay value);
void                segue_record_builder_set_numbers (SegueRecordBuilder *self, guint field, const gint32 *values);
void                segue_record_builder_set_strings (SegueRecordBuilder *self, guint field, const char *const *values);
void                segue_record_builder_clear       (SegueRecordBuilder *self, guint field);
SegueRecord        *segue_record_builder_end         (SegueRecordBuilder *self); /* frees @self */
void                segue_record_builder_free        (SegueRecordBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueRecordBuilder, segue_record_builder_free)

G_END_DECLS
