/* segue-inspector.h - what the selected step is and why it lies there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"
#include "ui/common/segue-viewport.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_INSPECTOR (segue_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SegueInspector, segue_inspector, SEGUE, INSPECTOR, AdwBin)

G_END_DECLS
