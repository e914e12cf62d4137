/* segue-sidebar.h - the goals, their routes and the week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"
#include "ui/common/segue-viewport.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_SIDEBAR (segue_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SegueSidebar, segue_sidebar, SEGUE, SIDEBAR, AdwBin)

G_END_DECLS
