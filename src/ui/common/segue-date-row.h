/* segue-date-row.h - a date, typed as people write it or picked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-date-text.h"

G_BEGIN_DECLS

/**
 * SegueDateRow:
 *
 * Properties: "label" (what it is called), "coarse" (whether "early 2023" is
 * an answer), "past" (whether a date without a year has been). Says at once
 * how it understands what is typed; "changed" is that of #GtkEditable.
 */
#define SEGUE_TYPE_DATE_ROW (segue_date_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueDateRow, segue_date_row, SEGUE, DATE_ROW, AdwEntryRow)

GtkWidget *segue_date_row_new       (const char *label);
void       segue_date_row_set_today (SegueDateRow *self, SegueDay today);
void       segue_date_row_set_date  (SegueDateRow *self, SegueDay day, const char *label);
gboolean   segue_date_row_is_sound  (SegueDateRow *self); /* empty is sound */
SegueDay   segue_date_row_get_first (SegueDateRow *self); /* or SEGUE_DAY_NONE */
SegueDay   segue_date_row_get_last  (SegueDateRow *self);
char      *segue_date_row_dup_label (SegueDateRow *self); /* of a coarse date, or NULL; (transfer full) */

G_END_DECLS
