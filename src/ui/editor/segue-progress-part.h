/* segue-progress-part.h - what a step is wished for and how far it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-step-part.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_PROGRESS_PART (segue_progress_part_get_type ())
G_DECLARE_FINAL_TYPE (SegueProgressPart, segue_progress_part, SEGUE, PROGRESS_PART, SegueStepPart)

void segue_progress_part_set_type (SegueProgressPart *self, SegueStepType type);

G_END_DECLS
