/* segue-work-part.h - the fields of a step that takes hours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-step-part.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_WORK_PART (segue_work_part_get_type ())
G_DECLARE_FINAL_TYPE (SegueWorkPart, segue_work_part, SEGUE, WORK_PART, SegueStepPart)

G_END_DECLS
