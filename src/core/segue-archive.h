/* segue-archive.h - the backups of the plans, as the windows see them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "core/segue-plan.h"

G_BEGIN_DECLS

typedef enum
{
  SEGUE_BACKUP_DAILY,     /* the first start of a day */
  SEGUE_BACKUP_MIGRATION, /* before a newer version changed the file */
  SEGUE_BACKUP_IMPORT,    /* before an import */
  SEGUE_BACKUP_RESTORE,   /* before another backup was restored */
  SEGUE_BACKUP_BY_HAND,   /* because the person wished it */
  SEGUE_N_BACKUP_REASONS,
} SegueBackupReason;

/**
 * SegueBackup:
 *
 * One copy of all plans in a file, with when (local time) and why it was
 * made. Immutable.
 */
#define SEGUE_TYPE_BACKUP (segue_backup_get_type ())
G_DECLARE_FINAL_TYPE (SegueBackup, segue_backup, SEGUE, BACKUP, GObject)

SegueBackup       *segue_backup_new        (const char *path, GDateTime *made, SegueBackupReason reason);
const char        *segue_backup_get_path   (SegueBackup *self);
GDateTime         *segue_backup_get_made   (SegueBackup *self);
SegueBackupReason  segue_backup_get_reason (SegueBackup *self);
SegueDay           segue_backup_get_day    (SegueBackup *self);

#define SEGUE_TYPE_ARCHIVE (segue_archive_get_type ())
G_DECLARE_INTERFACE (SegueArchive, segue_archive, SEGUE, ARCHIVE, GObject)

struct _SegueArchiveInterface
{
  GTypeInterface parent;

  GPtrArray *(*list)    (SegueArchive *self);
  GPtrArray *(*preview) (SegueArchive *self, SegueBackup *backup, GError **error);
  gboolean   (*restore) (SegueArchive *self, GPtrArray *plans, GError **error);
  gboolean   (*write)   (SegueArchive *self, SegueBackupReason reason, GError **error);
  GPtrArray *(*salvage) (SegueArchive *self, guint *n_lost, GError **error);
  gboolean   (*save)    (SegueArchive *self, GPtrArray *plans, const char *path, GError **error);
};

GPtrArray *segue_archive_list    (SegueArchive *self);
GPtrArray *segue_archive_preview (SegueArchive *self, SegueBackup *backup, GError **error);
gboolean   segue_archive_restore (SegueArchive *self, GPtrArray *plans, GError **error);
gboolean   segue_archive_write   (SegueArchive *self, SegueBackupReason reason, GError **error);
GPtrArray *segue_archive_salvage (SegueArchive *self, guint *n_lost, GError **error);
gboolean   segue_archive_save    (SegueArchive *self, GPtrArray *plans, const char *path, GError **error);

G_END_DECLS
