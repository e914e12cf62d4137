/* segue-exclusive-editor.h - routes and steps that rule each other out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_EXCLUSIVE_EDITOR (segue_exclusive_editor_get_type ())
G_DECLARE_FINAL_TYPE (SegueExclusiveEditor, segue_exclusive_editor, SEGUE, EXCLUSIVE_EDITOR, SegueEditor)

SegueEditor *segue_exclusive_editor_new      (SegueDraft *draft, const SegueRecord *exclusive);
void         segue_exclusive_editor_describe (SeguePlan *plan, const SegueRecord *exclusive, char **title, char **subtitle);

G_END_DECLS
