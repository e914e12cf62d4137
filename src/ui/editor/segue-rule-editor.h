/* segue-rule-editor.h - a rule as a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_RULE_EDITOR (segue_rule_editor_get_type ())
G_DECLARE_FINAL_TYPE (SegueRuleEditor, segue_rule_editor, SEGUE, RULE_EDITOR, SegueEditor)

SegueEditor *segue_rule_editor_new   (SegueDraft *draft, const SegueRecord *rule);
SegueRecord *segue_rule_editor_begin (SeguePlan *plan, const char *step_id);

G_END_DECLS
