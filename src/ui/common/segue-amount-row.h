/* segue-amount-row.h - an amount of time, typed as people write it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-amount-text.h"

G_BEGIN_DECLS

/**
 * SegueAmountRow:
 *
 * Properties: "label" (what it is called) and "of-day" (whether it is a part
 * of one day: 90 is then an hour and a half). "changed" is that of
 * #GtkEditable.
 */
#define SEGUE_TYPE_AMOUNT_ROW (segue_amount_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueAmountRow, segue_amount_row, SEGUE, AMOUNT_ROW, AdwEntryRow)

void     segue_amount_row_set_minutes (SegueAmountRow *self, gint64 minutes); /* 0: none */
gint64   segue_amount_row_get_minutes (SegueAmountRow *self); /* 0 where nothing is typed */
gboolean segue_amount_row_is_sound    (SegueAmountRow *self);

G_END_DECLS
