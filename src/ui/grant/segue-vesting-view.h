/* segue-vesting-view.h - when how much of a grant vests: curve and table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-layout.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_VESTING_VIEW (segue_vesting_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueVestingView, segue_vesting_view, SEGUE, VESTING_VIEW, AdwBin)

GtkWidget *segue_vesting_view_new  (void);
void       segue_vesting_view_show (SegueVestingView *self, SegueLayout *layout, const SegueRecord *grant);

G_END_DECLS
