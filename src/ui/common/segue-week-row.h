/* segue-week-row.h - the hours of each weekday
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SegueWeekRow:
 *
 * Seven small entries, from the person's first weekday on. In a "partial" one
 * a weekday without an entry is left as it is elsewhere (-1), in others it has
 * no hours. "changed" is emitted when a person types.
 */
#define SEGUE_TYPE_WEEK_ROW (segue_week_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueWeekRow, segue_week_row, SEGUE, WEEK_ROW, AdwPreferencesRow)

void       segue_week_row_set_minutes (SegueWeekRow *self, const gint32 *minutes); /* seven from Monday, or NULL */
gboolean   segue_week_row_get_minutes (SegueWeekRow *self, gint32 minutes[7]); /* whether any is given */
gboolean   segue_week_row_is_sound    (SegueWeekRow *self);
GtkWidget *segue_week_row_get_first   (SegueWeekRow *self); /* of the entries; the row itself takes no focus */

G_END_DECLS
