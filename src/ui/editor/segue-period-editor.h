/* segue-period-editor.h - a time with hours of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_PERIOD_EDITOR (segue_period_editor_get_type ())
G_DECLARE_FINAL_TYPE (SeguePeriodEditor, segue_period_editor, SEGUE, PERIOD_EDITOR, SegueEditor)

SegueEditor *segue_period_editor_new      (SegueDraft *draft, const SegueRecord *record);
void         segue_period_editor_describe (SeguePlan *plan, const SegueRecord *record, char **title, char **subtitle);

G_END_DECLS
