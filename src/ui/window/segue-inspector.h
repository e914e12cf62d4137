/* segue-inspector.h - what the selected step is and why it lies there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/common/segue-view.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_INSPECTOR (segue_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SegueInspector, segue_inspector, SEGUE, INSPECTOR, SegueView)

G_END_DECLS
