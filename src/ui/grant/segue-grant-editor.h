/* segue-grant-editor.h - a dialog that edits a grant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_GRANT_EDITOR (segue_grant_editor_get_type ())
G_DECLARE_FINAL_TYPE (SegueGrantEditor, segue_grant_editor, SEGUE, GRANT_EDITOR, SegueEditor)

SegueEditor *segue_grant_editor_new  (SegueDraft *draft, const SegueRecord *record);
SegueEditor *segue_grant_editor_open (SegueSession *session, const char *id); /* NULL: a new grant */

G_END_DECLS
