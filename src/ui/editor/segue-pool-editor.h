/* segue-pool-editor.h - something there is only so much of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_POOL_EDITOR (segue_pool_editor_get_type ())
G_DECLARE_FINAL_TYPE (SeguePoolEditor, segue_pool_editor, SEGUE, POOL_EDITOR, SegueEditor)

SegueEditor *segue_pool_editor_new      (SegueDraft *draft, const SegueRecord *record);
void         segue_pool_editor_describe (SeguePlan *plan, const SegueRecord *record, char **title, char **subtitle);

G_END_DECLS
