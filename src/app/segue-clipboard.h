/* segue-clipboard.h - steps on the clipboard of the desktop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void segue_clipboard_install (void);

G_END_DECLS
