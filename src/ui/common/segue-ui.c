/* segue-ui.c - the room's resources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-ui.h"

#include <gio/gio.h>

#include "segue-ui-resources.h"

/**
 * segue_ui_init:
 *
 * Makes the templates, icons and style of this room known. Called once,
 * before the first widget is built; a static library is not asked otherwise.
 */
void
segue_ui_init (void)
{
  g_resources_register (segue_ui_get_resource ());
}
