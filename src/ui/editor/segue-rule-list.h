/* segue-rule-list.h - the rules of a step, in its editor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

/**
 * SegueRuleList:
 *
 * Keeps the rows of a group in step with the draft: a sentence, where it comes
 * from, a switch; a rule opens in an editor of its own.
 */
#define SEGUE_TYPE_RULE_LIST (segue_rule_list_get_type ())
G_DECLARE_FINAL_TYPE (SegueRuleList, segue_rule_list, SEGUE, RULE_LIST, GObject)

SegueRuleList *segue_rule_list_new (AdwPreferencesGroup *group, SegueEditor *editor);
void           segue_rule_list_set_type (SegueRuleList *self, SegueStepType type);
void           segue_rule_list_add (SegueRuleList *self);

G_END_DECLS
