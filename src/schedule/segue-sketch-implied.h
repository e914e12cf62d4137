/* segue-sketch-implied.h - rules that others imply
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-sketch.h"

G_BEGIN_DECLS

guint8 *segue_sketch_find_implied (const SegueSketch *sketch);

G_END_DECLS
