/* segue-test-model.h - the words of the plan model, each as a slow function
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

gint32   segue_test_capacity       (const SegueProblem  *problem,
                                    SegueDay             day);
gint32   segue_test_load           (const SegueStepSpec *step,
                                    SegueDay             day);
gint32   segue_test_remaining      (const SegueStepSpec *step);
gint32   segue_test_day_limit      (const SegueStepSpec *step,
                                    SegueDay             day);
gboolean segue_test_route_closed   (const SegueProblem  *problem,
                                    gint32               route);
gboolean segue_test_route_active   (const SegueProblem  *problem,
                                    gint32               route,
                                    const gint32        *chosen);
gboolean segue_test_step_active    (const SegueProblem  *problem,
                                    gint32               step,
                                    const gint32        *chosen);
gboolean segue_test_rule_active    (const SegueProblem  *problem,
                                    gint32               rule,
                                    const gint32        *chosen);
gint32   segue_test_rule_lag       (const SegueProblem  *problem,
                                    const SegueRuleSpec *rule);
gint64   segue_test_rule_too_late  (const SegueProblem  *problem,
                                    const SegueRuleSpec *rule,
                                    SegueDay             point,
                                    SegueDay             other);
gint64   segue_test_rule_too_early (const SegueProblem  *problem,
                                    const SegueRuleSpec *rule,
                                    SegueDay             point,
                                    SegueDay             other);

G_END_DECLS
