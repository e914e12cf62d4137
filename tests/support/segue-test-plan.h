/* segue-test-plan.h - problems for the engine, written by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

/**
 * SegueTestPlan:
 *
 * Owns the arrays of a #SegueProblem. The arrays may be touched directly;
 * segue_test_plan_get() makes the problem point at them.
 */
typedef struct
{
  SegueProblem problem;
  GArray *periods;
  GArray *days_off;
  GArray *pools;
  GArray *goals;
  GArray *routes;
  GArray *steps;
  GArray *needs;
  GArray *rules;
  GArray *exclusives;
  GPtrArray *lists; /* what the exclusives point at */
  GPtrArray *names; /* of the steps */
} SegueTestPlan;

SegueDay            segue_test_day               (const char           *text);

SegueTestPlan      *segue_test_plan_new          (SegueDay              now);
SegueTestPlan      *segue_test_plan_copy         (const SegueProblem   *problem);
void                segue_test_plan_free         (SegueTestPlan        *plan);
const SegueProblem *segue_test_plan_get          (SegueTestPlan        *plan);

void                segue_test_plan_week         (SegueTestPlan        *plan,
                                                  gint32                weekdays,
                                                  gint32                weekend);
SeguePeriod        *segue_test_plan_period       (SegueTestPlan        *plan,
                                                  SegueDay              from,
                                                  SegueDay              until,
                                                  gint32                minutes);
void                segue_test_plan_day_off      (SegueTestPlan        *plan,
                                                  SegueDay              day);
gint32              segue_test_plan_pool         (SegueTestPlan        *plan,
                                                  gint32                per_day);
gint32              segue_test_plan_goal         (SegueTestPlan        *plan,
                                                  gint32                importance,
                                                  gint32                n_routes);
SegueStepSpec      *segue_test_plan_work         (SegueTestPlan        *plan,
                                                  const char           *name,
                                                  gint32                minutes);
SegueStepSpec      *segue_test_plan_wait         (SegueTestPlan        *plan,
                                                  const char           *name,
                                                  gint32                days);
SegueStepSpec      *segue_test_plan_milestone    (SegueTestPlan        *plan,
                                                  const char           *name);
SegueStepSpec      *segue_test_plan_practice     (SegueTestPlan        *plan,
                                                  const char           *name,
                                                  gint32                minutes);
void                segue_test_plan_need         (SegueTestPlan        *plan,
                                                  gint32                pool,
                                                  gint32                per_day);
gint32              segue_test_plan_find         (SegueTestPlan        *plan,
                                                  const char           *name);
SegueStepSpec      *segue_test_plan_step         (SegueTestPlan        *plan,
                                                  const char           *name);
SegueRuleSpec      *segue_test_plan_not_before   (SegueTestPlan        *plan,
                                                  const char           *point,
                                                  SegueDay              date);
SegueRuleSpec      *segue_test_plan_not_after    (SegueTestPlan        *plan,
                                                  const char           *point,
                                                  SegueDay              date);
SegueRuleSpec      *segue_test_plan_on           (SegueTestPlan        *plan,
                                                  const char           *point,
                                                  SegueDay              date);
SegueRuleSpec      *segue_test_plan_after        (SegueTestPlan        *plan,
                                                  const char           *point,
                                                  const char           *other,
                                                  gint32                min);
SegueRuleSpec      *segue_test_plan_within       (SegueTestPlan        *plan,
                                                  const char           *point,
                                                  const char           *other,
                                                  gint32                min,
                                                  gint32                max);
void                segue_test_plan_exclusive    (SegueTestPlan        *plan,
                                                  const gint32         *routes,
                                                  gint32                n_routes,
                                                  const gint32         *steps,
                                                  gint32                n_steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueTestPlan, segue_test_plan_free)

G_END_DECLS
