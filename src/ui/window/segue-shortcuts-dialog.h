/* segue-shortcuts-dialog.h - the table of keys, for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEGUE_TYPE_SHORTCUTS_DIALOG (segue_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueShortcutsDialog, segue_shortcuts_dialog, SEGUE, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *segue_shortcuts_dialog_new (void);

G_END_DECLS
