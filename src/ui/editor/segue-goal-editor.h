/* segue-goal-editor.h - a goal and its routes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_GOAL_EDITOR (segue_goal_editor_get_type ())
G_DECLARE_FINAL_TYPE (SegueGoalEditor, segue_goal_editor, SEGUE, GOAL_EDITOR, SegueEditor)

SegueEditor *segue_goal_editor_new (SegueDraft *draft, const SegueRecord *goal);

G_END_DECLS
