/* segue-schedule.h - the scheduling engine: arrays in, arrays out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only public header of the room. A problem is plain numbers: days are
 * civil day numbers, amounts of work are minutes, things refer to each other
 * by their index, and -1 means none. The engine reads no clock and no locale
 * and keeps nothing between calls: the same problem gives the same schedule,
 * byte for byte, on every machine.
 */
#pragma once

#include "base/segue-day.h"

G_BEGIN_DECLS

/* ---- what goes in ---------------------------------------------------- */

typedef enum
{
  SEGUE_STEP_WORK,
  SEGUE_STEP_WAIT,
  SEGUE_STEP_MILESTONE,
  SEGUE_STEP_PRACTICE,
} SegueStepType;

typedef enum
{
  SEGUE_STATUS_TODO,
  SEGUE_STATUS_DOING,
  SEGUE_STATUS_DONE,
  SEGUE_STATUS_DROPPED,
} SegueStatus;

typedef enum
{
  SEGUE_OUTCOME_NONE,
  SEGUE_OUTCOME_PASSED,
  SEGUE_OUTCOME_FAILED,
  SEGUE_OUTCOME_MISSED,
} SegueOutcome;

typedef enum
{
  SEGUE_RELATION_NOT_BEFORE,
  SEGUE_RELATION_NOT_AFTER,
  SEGUE_RELATION_ON,
  SEGUE_RELATION_AFTER,
} SegueRelation;

/* In falling order of trust: the last is the first to be set aside. */
typedef enum
{
  SEGUE_CERTAINTY_CONFIRMED,
  SEGUE_CERTAINTY_ASSUMED,
  SEGUE_CERTAINTY_HEARSAY,
} SegueCertainty;

typedef enum
{
  SEGUE_SIDE_START,
  SEGUE_SIDE_END,
} SegueSide;

typedef enum
{
  SEGUE_ESTIMATE_OPTIMISTIC,
  SEGUE_ESTIMATE_LIKELY,
  SEGUE_ESTIMATE_PESSIMISTIC,
} SegueEstimate;

/* The start or the end of a step; of a milestone both are the same day. */
typedef struct
{
  gint32 step;
  SegueSide side;
} SeguePoint;

/* A weekly pattern that holds on [begin, end); -1 leaves a weekday alone. */
typedef struct
{
  SegueDay begin;
  SegueDay end;
  gint32 minutes[7];
} SeguePeriod;

/* A constant amount of a pool that a wait needs on each of its days. */
typedef struct
{
  gint32 pool;
  gint32 per_day;
} SegueNeed;

typedef struct
{
  gint32 importance;  /* 1 to 5 */
  gint32 first_route; /* its routes stand together, best first */
  gint32 n_routes;
} SegueGoalSpec;

typedef struct
{
  gint32 goal;
  gboolean closed; /* by hand; a gate with an outcome closes it as well */
} SegueRouteSpec;

typedef struct
{
  SegueStepType type;
  SegueStatus status;
  SegueOutcome outcome; /* of a gate milestone */
  gint32 goal;          /* -1: none */
  gint32 route;         /* -1: counts on every route */
  gint32 importance;    /* 1 to 5, already inherited from the goal */
  gint32 effort[3];     /* minutes, by SegueEstimate; work only */
  gint32 days[3];       /* calendar days, at least 1; waits only */
  gint32 spent;         /* minutes already worked */
  gint32 max_per_day;   /* minutes; 0: no limit */
  gint32 min_per_day;   /* minutes; 0: no limit */
  guint8 weekdays;      /* bit 0 is Monday; 0x7f allows all */
  gboolean gate;
  gboolean contiguous;
  gboolean has_load;
  gint32 load[7];       /* minutes by weekday; waits and practices */
  gint32 first_need;    /* into the problem's needs; waits only */
  gint32 n_needs;
  SegueDay started_on;  /* of what is done; SEGUE_DAY_NONE: not known */
  SegueDay done_on;     /* of what is done; SEGUE_DAY_NONE: not known */
  SegueDay target;      /* wished last day of its end, or SEGUE_DAY_NONE */
} SegueStepSpec;

typedef struct
{
  SegueRelation relation;
  SegueCertainty certainty;
  gboolean enabled;
  gboolean movable;  /* whether a remedy may propose another date or lag */
  gint32 route;      /* -1: counts on every route */
  SeguePoint point;
  SeguePoint other;  /* of SEGUE_RELATION_AFTER */
  SegueDay date;     /* of the other relations */
  gint32 min;        /* days of SEGUE_RELATION_AFTER; may be negative */
  gint32 max;        /* days of SEGUE_RELATION_AFTER, if has_max */
  gboolean has_max;
} SegueRuleSpec;

/* At most one of these routes and steps may be active. */
typedef struct
{
  const gint32 *routes;
  gint32 n_routes;
  const gint32 *steps;
  gint32 n_steps;
} SegueExclusiveSpec;

typedef struct
{
  SegueDay now;

  gint32 week[7];                /* minutes, Monday first */
  const SeguePeriod *periods;    /* the later one wins */
  gint32 n_periods;
  const SegueDay *days_off;      /* in any order */
  gint32 n_days_off;
  const gint32 *pools;           /* amount there is of each, per day */
  gint32 n_pools;

  const SegueGoalSpec *goals;    /* in the order in which they are served */
  gint32 n_goals;
  const SegueRouteSpec *routes;
  gint32 n_routes;
  const SegueStepSpec *steps;
  gint32 n_steps;
  const SegueNeed *needs;
  gint32 n_needs;
  const SegueRuleSpec *rules;
  gint32 n_rules;
  const SegueExclusiveSpec *exclusives;
  gint32 n_exclusives;
} SegueProblem;

/* ---- what comes out -------------------------------------------------- */

typedef enum
{
  SEGUE_ROUTE_OPEN,
  SEGUE_ROUTE_CHOSEN,
  SEGUE_ROUTE_CLOSED,
  SEGUE_ROUTE_INFEASIBLE,
} SegueRouteStatus;

typedef enum
{
  SEGUE_CONFLICT_DATES,
  SEGUE_CONFLICT_HOURS,
  SEGUE_CONFLICT_EXCLUSIVE,
} SegueConflictKind;

typedef enum
{
  SEGUE_REMEDY_ROUTE,    /* take the route `route` */
  SEGUE_REMEDY_MOVE,     /* give the rule `rule` the new `value` in `field` */
  SEGUE_REMEDY_DISABLE,  /* switch off the rule `rule` */
  SEGUE_REMEDY_CAPACITY, /* `minutes_per_week` more on [from, until] */
  SEGUE_REMEDY_DROP,     /* drop the step `step` */
} SegueRemedyKind;

typedef enum
{
  SEGUE_MOVE_DATE,
  SEGUE_MOVE_MIN,
  SEGUE_MOVE_MAX,
} SegueMoveField;

/* Part of one of the result's arrays. */
typedef struct
{
  gint32 first;
  gint32 n;
} SegueSlice;

typedef struct
{
  gint32 chosen;        /* the route that is laid out, or -1 */
  SegueSlice conflicts; /* of a goal without routes; into conflict_refs */
} SegueGoalResult;

typedef struct
{
  SegueRouteStatus status;
  SegueDay reachable_until; /* SEGUE_DAY_NONE: not open or not asked for */
  SegueSlice conflicts;     /* into conflict_refs */
  gboolean unproven;        /* infeasible as far as was looked: there may be a way */
  gboolean until_unproven;  /* reachable_until may be later: no way was found after it */
} SegueRouteResult;

/* One day's part of a work step. */
typedef struct
{
  SegueDay day;
  gint32 minutes;
} SegueMinutes;

typedef struct
{
  gboolean active;
  SegueDay start;        /* SEGUE_DAY_NONE: no place was found */
  SegueDay end;          /* the last day, included */
  SegueDay latest_start; /* in the last-minute schedule; NONE: no limit */
  SegueDay latest_end;
  gint32 slack;          /* days; only where latest_end is a day */
  gboolean critical;     /* slack 0 */
  gint32 late_days;      /* behind its target */
  SegueSlice minutes;    /* into minutes */
} SegueStepResult;

typedef struct
{
  gint32 rule;
  gint32 days_late; /* by how much it is broken */
} SegueBroken;

typedef struct
{
  SegueRemedyKind kind;
  gint32 route;
  gint32 rule;
  SegueMoveField field;
  gint32 value;            /* the new day, or the new number of days */
  SegueDay from, until;    /* both included */
  gint32 minutes_per_week;
  gint32 step;
  /* What it costs; the conflict itself is gone with every remedy listed: */
  SegueDay goal_end;       /* last end of the goal's steps then, or NONE */
  gint32 days_later;       /* of that end against the last day wished or, if !is_wished, as laid out */
  gboolean is_wished;      /* whether dates of the goal say when it is to end */
  gint32 conflicts_left;   /* other conflicts that the route then still has */
  gint32 gap_left;         /* days that the worst of those lacks */
  gint64 short_left;       /* minutes that those lack, all together */
} SegueRemedy;

typedef struct
{
  SegueConflictKind kind;
  gboolean unproven;    /* no schedule was found in the effort allowed: there may be one */
  gboolean may_be_fewer; /* fewer of these, or less of a work, might be too much already */
  gboolean scattered;   /* of hours: no window has too few, but not all fits in; see needed */
  gint32 goal;          /* whose it is, or -1 */
  gint32 route;         /* whose it is, or -1 */
  gint32 exclusive;     /* of SEGUE_CONFLICT_EXCLUSIVE, else -1 */
  SegueSlice rules;     /* into refs, in the order of the chain */
  SegueSlice steps;     /* into refs: those that compete or are tied */
  gint32 gap;           /* days; SEGUE_CONFLICT_DATES */
  SegueDay from, until; /* SEGUE_CONFLICT_HOURS: both included */
  gint64 needed;        /* minutes */
  gint64 available;     /* minutes */
  gint64 shortage;      /* minutes; if scattered, by how much less of the first work all would fit in */
  gint32 pool;          /* -1; else the amounts are of this pool, on its worst day */
  SegueSlice remedies;  /* into remedies */
} SegueConflict;

typedef struct
{
  gboolean feasible; /* nothing is broken and everything has a place */
  gboolean unproven; /* a route or a goal was given up though there may be a way */
  SegueGoalResult *goals;
  SegueRouteResult *routes;
  SegueStepResult *steps;
  SegueMinutes *minutes;
  gint32 n_minutes;
  SegueBroken *broken;
  gint32 n_broken;
  gboolean broken_unproven; /* other rules, or the same by fewer days, might do */
  SegueConflict *conflicts;
  gint32 n_conflicts;
  SegueRemedy *remedies;
  gint32 n_remedies;
  gint32 *conflict_refs;
  gint32 n_conflict_refs;
  gint32 *refs;
  gint32 n_refs;
  gint32 n_goals;
  gint32 n_routes;
  gint32 n_steps;
} SegueSchedule;

/* How much is asked for: a drag wants dates, a window wants all. */
typedef enum
{
  SEGUE_SOLVE_DATES     = 0,
  SEGUE_SOLVE_LATEST    = 1 << 0, /* latest dates, slack, critical */
  SEGUE_SOLVE_REMEDIES  = 1 << 1, /* conflicts are always found; these cost */
  SEGUE_SOLVE_REACHABLE = 1 << 2, /* reachable_until of the open routes */
  SEGUE_SOLVE_BRIEF     = 1 << 3, /* no conflicts; routes after the first feasible one stay open */
  SEGUE_SOLVE_ROUGH     = 1 << 4, /* whether less could give way is not looked for */
  SEGUE_SOLVE_ALL       = SEGUE_SOLVE_LATEST | SEGUE_SOLVE_REMEDIES | SEGUE_SOLVE_REACHABLE,
} SegueSolveFlags;

SegueSchedule *segue_schedule_solve (const SegueProblem  *problem,
                                     SegueSolveFlags      flags,
                                     const SegueSchedule *previous,
                                     const gint          *cancelled);
void           segue_schedule_free  (SegueSchedule       *schedule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueSchedule, segue_schedule_free)

/* The periods that come of a remedy of more hours: those of the problem and
 * then some that give every day of [from, until] its share of minutes_per_week
 * on top of what it has; the first days of the week get what does not divide by
 * seven. Days off stay off. */
SeguePeriod   *segue_capacity_raise (const SegueProblem *problem,
                                     SegueDay            from,
                                     SegueDay            until,
                                     gint32              minutes_per_week,
                                     gint32             *n_periods);

/* What it gives [from, until], which is at most a week long, all together. */
gint32         segue_capacity_raised_by (SegueDay        from,
                                         SegueDay        until,
                                         gint32          minutes_per_week);

/* ---- why here -------------------------------------------------------- */

typedef enum
{
  SEGUE_HOLDER_RULE,
  SEGUE_HOLDER_CAPACITY,
  SEGUE_HOLDER_NOW,
} SegueHolderKind;

typedef struct
{
  SegueHolderKind kind;
  gint32 rule; /* SEGUE_HOLDER_RULE, else -1 */
  gint32 step; /* SEGUE_HOLDER_CAPACITY: who takes the hours, or -1 */
} SegueHolder;

SegueHolder *segue_schedule_explain (const SegueProblem  *problem,
                                     const SegueSchedule *schedule,
                                     gint32               step,
                                     gint32              *n_holders);

/* ---- one edit after the other ---------------------------------------- */

/* A plan that is kept, so that a small edit costs little: see segue-solver.c. */
typedef struct _SegueSolver SegueSolver;

SegueSolver         *segue_solver_new          (const SegueProblem  *problem);
void                 segue_solver_free         (SegueSolver         *solver);
void                 segue_solver_set_step     (SegueSolver         *solver,
                                                gint32               step,
                                                const SegueStepSpec *spec);
void                 segue_solver_set_rule     (SegueSolver         *solver,
                                                gint32               rule,
                                                const SegueRuleSpec *spec);
void                 segue_solver_set_now      (SegueSolver         *solver,
                                                SegueDay             now);
const SegueSchedule *segue_solver_solve        (SegueSolver         *solver,
                                                const gint          *cancelled);
SegueHolder         *segue_solver_explain      (const SegueSolver   *solver,
                                                gint32               step,
                                                gint32              *n_holders);
const SegueProblem  *segue_solver_get_problem  (const SegueSolver   *solver);
gint32               segue_solver_get_n_placed (const SegueSolver   *solver);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueSolver, segue_solver_free)

/* ---- what if a point lies on this day -------------------------------- */

typedef struct
{
  SegueDay day;
  gboolean feasible;
  gboolean unproven;       /* not feasible as far as was looked: there may be a way */
  gint32 first_goal_route; /* n_goals entries of goal_routes from here */
  SegueDay point_day;      /* where the point then lies */
} SegueExploredDay;

/* A run of feasible days [from, until], both included, and what ends it. */
typedef struct
{
  SegueDay from;
  SegueDay until;
  SegueSlice begins_because; /* rules, into refs */
  SegueSlice ends_because;
} SegueExploredRun;

typedef struct
{
  SegueExploredDay *days;
  gint32 n_days;
  gint32 *goal_routes; /* route each goal gets, or -1 */
  SegueExploredRun *runs;
  gint32 n_runs;
  gint32 *refs;
  gint32 n_refs;
} SegueExploration;

/* Called with the schedule of the @i-th day, before the next is tried. */
typedef void (*SegueExploreFunc) (const SegueSchedule *schedule, gint32 i, gpointer data);

SegueExploration *segue_schedule_explore  (const SegueProblem *problem,
                                           SeguePoint          point,
                                           SegueDay            from,
                                           SegueDay            until,
                                           SegueExploreFunc    func,
                                           gpointer            data,
                                           const gint         *cancelled);
void              segue_exploration_free  (SegueExploration   *exploration);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueExploration, segue_exploration_free)

/* ---- how sure all this is -------------------------------------------- */

/* Days by which so many of 100 draws have ended; SEGUE_DAY_NONE: fewer ever do. */
typedef struct
{
  SegueDay p10;
  SegueDay p50;
  SegueDay p80;
  SegueDay p90;
} SegueQuantiles;

/* Shares lie between 0 and 1; -1 where it was never asked for. */
typedef struct
{
  SegueQuantiles end; /* over the draws in which it is active */
  double on_time;     /* by its target and every `not-after` on its end */
  double critical;    /* of all draws */
} SegueStepRisk;

/* How a draw is laid out; see segue-risk.c. */
typedef enum
{
  SEGUE_RISK_BEST,  /* the quickest that is right for the plan */
  SEGUE_RISK_DATES, /* each step with all hours to itself */
  SEGUE_RISK_LIST,  /* hours go to the steps in the plan's own order */
  SEGUE_RISK_WHOLE, /* by the whole engine */
} SegueRiskMethod;

/**
 * SegueRisk:
 * @method: how most draws were laid out
 * @n_whole: how many of them the whole engine has laid out
 * @goals: last ends of the steps of each goal; not reached is never
 * @routes: how often each is the one that is reached
 * @rules: how often each holds where it is asked for: where it counts, or
 *   where its route is missed because of it and no better one is there
 */
typedef struct
{
  gint32 n_samples;
  guint64 seed;
  SegueRiskMethod method;
  gint32 n_whole;
  gint32 n_steps;
  SegueStepRisk *steps;
  SegueQuantiles *goals;
  double *routes;
  double *rules;
} SegueRisk;

SegueRisk *segue_schedule_simulate (const SegueProblem *problem,
                                    gint32              n_samples,
                                    guint64             seed,
                                    guint               n_threads,
                                    gint               *n_done,
                                    const gint         *cancelled);
SegueRisk *segue_schedule_simulate_by (const SegueProblem *problem,
                                       SegueRiskMethod     method,
                                       gint32              n_samples,
                                       guint64             seed,
                                       guint               n_threads,
                                       gint               *n_done,
                                       const gint         *cancelled);
void       segue_risk_free         (SegueRisk          *risk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueRisk, segue_risk_free)

/* ---- grants ---------------------------------------------------------- */

typedef struct
{
  SegueDay date;
  gint64 units;
} SegueTranche;

/* Unpaid leave on [begin, end). */
typedef struct
{
  SegueDay begin;
  SegueDay end;
} SegueLeave;

typedef struct
{
  gint64 units;
  SegueDay vest_from;
  gint32 cliff_months;
  gint32 every_months;
  gint32 total_months;
  const SegueTranche *tranches; /* if given, instead of the months */
  gint32 n_tranches;
  gboolean leave_counts;        /* %FALSE: unpaid leave shifts what follows */
  SegueDay exercise_from;       /* or SEGUE_DAY_NONE */
  SegueDay exercise_until;      /* or SEGUE_DAY_NONE */
  gint32 exercise_after_leaving_days; /* -1: no limit; 0: only while employed */
} SegueGrantSpec;

SegueTranche *segue_grant_vest              (const SegueGrantSpec *grant,
                                             const SegueLeave     *leaves,
                                             gint32                n_leaves,
                                             gint32               *n_tranches);
gint64        segue_grant_vested            (const SegueTranche   *tranches,
                                             gint32                n_tranches,
                                             SegueDay              as_of);
SegueDay      segue_grant_exercisable_until (const SegueGrantSpec *grant,
                                             SegueDay              leaving);

G_END_DECLS
