/* segue-needs.h - what a wait needs of each pool
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-plan.h"

G_BEGIN_DECLS

typedef struct _SegueNeeds SegueNeeds;

SegueNeeds *segue_needs_new  (AdwPreferencesGroup *group, SeguePlan *plan, const SegueRecord *step);
void        segue_needs_fill (SegueNeeds *self, SegueRecordBuilder *builder);
void        segue_needs_free (SegueNeeds *self);

G_END_DECLS
