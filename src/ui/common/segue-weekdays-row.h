/* segue-weekdays-row.h - which weekdays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEGUE_TYPE_WEEKDAYS_ROW (segue_weekdays_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueWeekdaysRow, segue_weekdays_row, SEGUE, WEEKDAYS_ROW, AdwPreferencesRow)

void segue_weekdays_row_set_days (SegueWeekdaysRow *self, guint days); /* bit 0 is Monday */
guint segue_weekdays_row_get_days (SegueWeekdaysRow *self);

G_END_DECLS
