/* segue-pull.h - ends that can come earlier with all else as it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-placer.h"

G_BEGIN_DECLS

void segue_placer_pull (SeguePlacer *placer);

G_END_DECLS
