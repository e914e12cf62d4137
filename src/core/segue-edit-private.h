/* segue-edit-private.h - what verbs share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-edit.h"

G_BEGIN_DECLS

const SegueRecord *segue_edit_find          (SeguePlan *plan, SegueKind kind, const char *id, GError **error);
const char        *segue_edit_name          (const SegueRecord *record);
SegueChangeSet    *segue_edit_begin         (char *label, const char *focus);
SegueChangeSet    *segue_edit_end           (SeguePlan *plan, SegueChangeSet *change_set, GError **error);
SegueChangeSet    *segue_edit_change_one    (SeguePlan *plan, const SegueRecord *before, SegueRecordBuilder *after,
                                             char *label, GError **error);
void               segue_edit_refuse        (GError **error, char *sentence);
void               segue_edit_set_rule_date (SegueRecordBuilder *builder, const SegueRecord *rule, SegueDay date);
char              *segue_edit_by_hand_text  (SegueRelation relation, SegueDay date);

G_END_DECLS
