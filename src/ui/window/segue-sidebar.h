/* segue-sidebar.h - the goals, their routes and the week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/common/segue-view.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_SIDEBAR (segue_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SegueSidebar, segue_sidebar, SEGUE, SIDEBAR, SegueView)

G_END_DECLS
