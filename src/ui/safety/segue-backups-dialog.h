/* segue-backups-dialog.h - the backups there are, and what is in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-archive.h"

G_BEGIN_DECLS

/**
 * SegueBackupsDialog:
 *
 * Lists backups, previews one and restores it. Signal "restored" after the
 * plans are on the disk.
 */
#define SEGUE_TYPE_BACKUPS_DIALOG (segue_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueBackupsDialog, segue_backups_dialog, SEGUE, BACKUPS_DIALOG, AdwDialog)

AdwDialog *segue_backups_dialog_new (SegueArchive *archive, gboolean can_write);

G_END_DECLS
