/* segue-step-editor.h - everything about a step, in one dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_STEP_EDITOR (segue_step_editor_get_type ())
G_DECLARE_FINAL_TYPE (SegueStepEditor, segue_step_editor, SEGUE, STEP_EDITOR, SegueEditor)

SegueEditor *segue_step_editor_new (SegueDraft *draft, const SegueRecord *step);

G_END_DECLS
