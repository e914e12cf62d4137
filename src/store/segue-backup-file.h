/* segue-backup-file.h - copies of the database beside it, made and pruned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-archive.h"
#include "store/segue-connection.h"

G_BEGIN_DECLS

char      *segue_backup_file_get_folder (const char *database);
GPtrArray *segue_backup_file_list       (const char *database);
gboolean   segue_backup_file_write      (SegueConnection *connection, SegueBackupReason reason, GDateTime *now, GError **error);
GPtrArray *segue_backup_file_choose     (GPtrArray *backups);
void       segue_backup_file_sync       (const char *folder);

G_END_DECLS
