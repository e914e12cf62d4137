/* segue-editor.h - a dialog that edits one row of a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ui/editor/segue-draft.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_EDITOR (segue_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (SegueEditor, segue_editor, SEGUE, EDITOR, AdwDialog)

/**
 * SegueEditorClass:
 * @load: puts a row of the plan into the fields
 * @fill: puts the fields into what the row shall be
 * @check: says what is wrong in a field; most fields say it themselves
 * @store: after the row is in the draft: what else there is to put there
 *
 * Works on a draft of the plan, of which one change becomes when it is
 * applied (the button, Ctrl+Enter). What was typed is never lost: who closes
 * the dialog without applying is asked. Signal "edited" (SegueChangeSet).
 */
struct _SegueEditorClass
{
  AdwDialogClass parent_class;

  void     (*load)  (SegueEditor *self, const SegueRecord *record);
  void     (*fill)  (SegueEditor *self, SegueRecordBuilder *builder);
  gboolean (*check) (SegueEditor *self, GError **error);
  gboolean (*store) (SegueEditor *self, GError **error);
};

typedef void (*SegueEditorFill) (SegueEditor *self, SegueRecordBuilder *builder);

SegueDraft        *segue_editor_get_draft  (SegueEditor *self);
const SegueRecord *segue_editor_get_record (SegueEditor *self); /* as it was when it was opened */
const char        *segue_editor_get_id     (SegueEditor *self);
gboolean           segue_editor_is_new     (SegueEditor *self);
gboolean           segue_editor_store      (SegueEditor *self); /* into the draft; shows what is wrong */
void               segue_editor_set_title_row (SegueEditor *self, AdwEntryRow *row);
void               segue_editor_add_to_pristine (SegueEditor *self, SegueEditorFill fill);
void               segue_editor_say        (SegueEditor *self, const char *message);
void               segue_editor_remove     (SegueEditor *self);
void               segue_editor_duplicate  (SegueEditor *self, const char *const *ids);
void               segue_editor_rescue     (SegueEditor *self);
void               segue_editor_refuse     (GError **error, const char *message);
void               segue_editor_take       (SegueEditor *self, SegueChangeSet *change_set, GError *error);
void               segue_editor_present       (SegueEditor *self, GtkWidget *parent);
void               segue_editor_present_child (SegueEditor *self, SegueEditor *child);

G_END_DECLS
