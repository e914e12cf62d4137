/* segue-estimate-row.h - a guess in three points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SegueEstimateRow:
 *
 * At best, likely and at worst: minutes, or days where "in-days" is set. Who
 * gives the likely one alone is sure of it. "changed" is emitted when a person
 * types.
 */
#define SEGUE_TYPE_ESTIMATE_ROW (segue_estimate_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueEstimateRow, segue_estimate_row, SEGUE, ESTIMATE_ROW, AdwPreferencesRow)

void     segue_estimate_row_set_numbers (SegueEstimateRow *self, const gint32 *numbers); /* three, or NULL */
gboolean segue_estimate_row_get_numbers (SegueEstimateRow *self, gint32 numbers[3]); /* whether there are any */
gboolean segue_estimate_row_is_sound    (SegueEstimateRow *self);

G_END_DECLS
