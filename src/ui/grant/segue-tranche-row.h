/* segue-tranche-row.h - a day on which some units vest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-layout.h"

G_BEGIN_DECLS

/**
 * SegueTrancheRow:
 *
 * A date and a number of units in one row that unfolds. Signals "changed" and
 * "remove".
 */
#define SEGUE_TYPE_TRANCHE_ROW (segue_tranche_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueTrancheRow, segue_tranche_row, SEGUE, TRANCHE_ROW, AdwExpanderRow)

GtkWidget *segue_tranche_row_new      (SegueDay today, const SegueTranche *tranche); /* NULL: an empty one */
gboolean   segue_tranche_row_get      (SegueTrancheRow *self, SegueTranche *tranche);
gboolean   segue_tranche_row_is_sound (SegueTrancheRow *self);

G_END_DECLS
