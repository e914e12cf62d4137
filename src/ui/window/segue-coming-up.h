/* segue-coming-up.h - what is to end next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/common/segue-view.h"

G_BEGIN_DECLS

/**
 * SegueComingUp:
 *
 * The few steps that are to end next, each with its day. Signal
 * "step-activated" with the id of a step.
 */
#define SEGUE_TYPE_COMING_UP (segue_coming_up_get_type ())
G_DECLARE_FINAL_TYPE (SegueComingUp, segue_coming_up, SEGUE, COMING_UP, SegueView)

G_END_DECLS
