/* segue-hours-editor.h - the hours there are, days off and pools
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_HOURS_EDITOR (segue_hours_editor_get_type ())
G_DECLARE_FINAL_TYPE (SegueHoursEditor, segue_hours_editor, SEGUE, HOURS_EDITOR, SegueEditor)

SegueEditor *segue_hours_editor_new (SegueDraft *draft);

G_END_DECLS
