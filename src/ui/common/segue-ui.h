/* segue-ui.h - the room's resources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void segue_ui_init (void);

G_END_DECLS
