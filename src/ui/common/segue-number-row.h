/* segue-number-row.h - a number, typed as people write it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SegueNumberRow:
 *
 * Properties: "label" (what it is called), "least" and "most" (what it may
 * be), "decimal" (whether it may have decimals). "changed" is that of
 * #GtkEditable.
 */
#define SEGUE_TYPE_NUMBER_ROW (segue_number_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueNumberRow, segue_number_row, SEGUE, NUMBER_ROW, AdwEntryRow)

void     segue_number_row_set_value (SegueNumberRow *self, gint64 value);
gint64   segue_number_row_get_value (SegueNumberRow *self, gint64 none); /* @none where nothing sound is typed */
char    *segue_number_row_dup_text  (SegueNumberRow *self); /* as JSON writes it, or NULL; (transfer full) */
gboolean segue_number_row_is_sound  (SegueNumberRow *self); /* empty is sound */

G_END_DECLS
