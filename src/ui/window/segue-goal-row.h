/* segue-goal-row.h - one goal and its routes in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_GOAL_ROW (segue_goal_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueGoalRow, segue_goal_row, SEGUE, GOAL_ROW, GtkListBoxRow)

GtkWidget  *segue_goal_row_new        (SegueItem    *goal,
                                       SegueSession *session);
const char *segue_goal_row_get_id     (SegueGoalRow *self);

G_END_DECLS
