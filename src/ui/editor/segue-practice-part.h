/* segue-practice-part.h - the fields of a step that takes its hours every week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-step-part.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_PRACTICE_PART (segue_practice_part_get_type ())
G_DECLARE_FINAL_TYPE (SeguePracticePart, segue_practice_part, SEGUE, PRACTICE_PART, SegueStepPart)

G_END_DECLS
