/* segue-vesting-curve.h - how a grant's units vest, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "core/segue-layout.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_VESTING_CURVE (segue_vesting_curve_get_type ())
G_DECLARE_FINAL_TYPE (SegueVestingCurve, segue_vesting_curve, SEGUE, VESTING_CURVE, GtkWidget)

GtkWidget *segue_vesting_curve_new  (void);
void       segue_vesting_curve_show (SegueVestingCurve *self, SegueDay from, SegueDay now,
                                     const SegueTranche *tranches, gint32 n_tranches);

G_END_DECLS
