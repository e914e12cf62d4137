/* segue-test-brute.h - small plans searched to the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

typedef enum
{
  SEGUE_TEST_NO,
  SEGUE_TEST_YES,
  SEGUE_TEST_UNKNOWN, /* too large, or nothing that the search knows */
} SegueTestAnswer;

typedef struct
{
  gboolean known;
  gboolean feasible;
  gint32 n_judged;      /* goals that were looked at before one had no route */
  gint32 *chosen;       /* of the goals that were judged */
  gboolean *possible;   /* of their routes */
} SegueTestChoice;

SegueTestAnswer  segue_test_brute_exists (const SegueProblem  *problem,
                                          const gint32        *chosen,
                                          gint32               n_goals,
                                          gint64               below);
SegueTestChoice *segue_test_brute_choose (const SegueProblem  *problem);
void             segue_test_choice_free  (SegueTestChoice     *choice);
gint64           segue_test_lateness     (const SegueProblem  *problem,
                                          const SegueSchedule *schedule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueTestChoice, segue_test_choice_free)

G_END_DECLS
