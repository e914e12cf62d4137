/* segue-day-off-editor.h - a day without hours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_DAY_OFF_EDITOR (segue_day_off_editor_get_type ())
G_DECLARE_FINAL_TYPE (SegueDayOffEditor, segue_day_off_editor, SEGUE, DAY_OFF_EDITOR, SegueEditor)

SegueEditor *segue_day_off_editor_new      (SegueDraft *draft, const SegueRecord *record);
void         segue_day_off_editor_describe (SeguePlan *plan, const SegueRecord *record, char **title, char **subtitle);

G_END_DECLS
