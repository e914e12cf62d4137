/* segue-backups.h - the archive of one database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-archive.h"
#include "store/segue-sqlite-store.h"

G_BEGIN_DECLS

/**
 * SegueBackups:
 *
 * The backups of a database as a #SegueArchive, whether it can be opened or
 * not.
 */
#define SEGUE_TYPE_BACKUPS (segue_backups_get_type ())
G_DECLARE_FINAL_TYPE (SegueBackups, segue_backups, SEGUE, BACKUPS, GObject)

SegueBackups *segue_backups_new         (const char *database, SegueSqliteStore *store);
char         *segue_backups_dup_folder  (SegueBackups *self);
gboolean      segue_backups_write_daily (SegueBackups *self, GDateTime *now, GError **error);

G_END_DECLS
