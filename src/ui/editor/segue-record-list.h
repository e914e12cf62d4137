/* segue-record-list.h - all rows of a kind, in the editor of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

/* What people call a row: @title, and @subtitle or NULL; both (transfer full). */
typedef void         (*SegueDescribeFunc) (SeguePlan *plan, const SegueRecord *record, char **title, char **subtitle);
typedef SegueEditor *(*SegueOpenFunc)     (SegueDraft *draft, const SegueRecord *record);

/**
 * SegueRecordList:
 *
 * Keeps the rows of a group in step with the draft; each opens in an editor
 * of its own.
 */
#define SEGUE_TYPE_RECORD_LIST (segue_record_list_get_type ())
G_DECLARE_FINAL_TYPE (SegueRecordList, segue_record_list, SEGUE, RECORD_LIST, GObject)

SegueRecordList *segue_record_list_new (AdwPreferencesGroup *group, SegueEditor *editor, SegueKind kind,
                                        SegueDescribeFunc describe, SegueOpenFunc open);
void             segue_record_list_add (SegueRecordList *self);

G_END_DECLS
