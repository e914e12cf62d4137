/* segue-trial.h - what would be if
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tries an edit on a copy of the plan; nothing is changed.
 */
#pragma once

#include "core/segue-effect.h"
#include "core/segue-layout-work.h"

G_BEGIN_DECLS

SegueLayout    *segue_trial_lay_out    (SeguePlan *plan, SegueChangeSet *change_set, SegueDay today,
                                        SegueSolveFlags flags, SegueLayout *previous, GError **error);
SegueLayoutWork *segue_trial_begin     (SeguePlan *plan, SegueChangeSet *change_set, SegueDay today,
                                        SegueSolveFlags flags, SegueLayout *previous,
                                        SegueLayoutWorkFunc done, gpointer data, GError **error); /* in a thread */

/* A step that comes @days later than it lies: the edit that a drag would make. */
SegueChangeSet *segue_trial_slip       (SeguePlan *plan, SegueLayout *layout, const char *step_id, int days, GError **error);
char          **segue_trial_describe_slip (SegueLayout *layout, SegueLayout *slipped, const char *step_id, int days);
char           *segue_trial_describe_room (SegueLayout *layout, const char *step_id);

G_END_DECLS
