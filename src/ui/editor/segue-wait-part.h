/* segue-wait-part.h - the fields of a step that takes days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-step-part.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_WAIT_PART (segue_wait_part_get_type ())
G_DECLARE_FINAL_TYPE (SegueWaitPart, segue_wait_part, SEGUE, WAIT_PART, SegueStepPart)

gboolean segue_wait_part_has_days (SegueWaitPart *self);

G_END_DECLS
