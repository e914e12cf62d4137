/* segue-milestone-part.h - the fields of a step that takes no time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-step-part.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_MILESTONE_PART (segue_milestone_part_get_type ())
G_DECLARE_FINAL_TYPE (SegueMilestonePart, segue_milestone_part, SEGUE, MILESTONE_PART, SegueStepPart)

G_END_DECLS
