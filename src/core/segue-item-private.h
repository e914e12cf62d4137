/* segue-item-private.h - how the plan makes and changes identities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

SegueItem *segue_item_new        (const SegueRecord *record);
void       segue_item_set_record (SegueItem *self, const SegueRecord *record);

G_END_DECLS
