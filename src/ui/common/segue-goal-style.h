/* segue-goal-style.h - how a goal looks wherever it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "core/segue-plan.h"

G_BEGIN_DECLS

/* After so many goals the colours begin again. */
#define SEGUE_N_GOAL_COLORS 8

const char *segue_goal_style_get_class     (int index);
const char *segue_goal_style_get_icon      (SegueGoalKind kind);
void        segue_goal_style_apply         (GtkWidget *widget, int index);

G_END_DECLS
