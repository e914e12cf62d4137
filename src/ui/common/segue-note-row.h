/* segue-note-row.h - a text of more than one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEGUE_TYPE_NOTE_ROW (segue_note_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueNoteRow, segue_note_row, SEGUE, NOTE_ROW, AdwPreferencesRow)

void       segue_note_row_set_text (SegueNoteRow *self, const char *text);
char      *segue_note_row_dup_text (SegueNoteRow *self); /* NULL for none; (transfer full) */
GtkWidget *segue_note_row_get_view (SegueNoteRow *self);

G_END_DECLS
