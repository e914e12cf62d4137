/* segue-archive.c - the backups of the plans, as the windows see them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-archive.h"

struct _SegueBackup
{
  GObject parent_instance;

  char *path;
  GDateTime *made;
  SegueBackupReason reason;
};

G_DEFINE_FINAL_TYPE (SegueBackup, segue_backup, G_TYPE_OBJECT)

G_DEFINE_INTERFACE (SegueArchive, segue_archive, G_TYPE_OBJECT)

static void
segue_backup_finalize (GObject *object)
{
  SegueBackup *self = SEGUE_BACKUP (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->made, g_date_time_unref);

  G_OBJECT_CLASS (segue_backup_parent_class)->finalize (object);
}

static void
segue_backup_class_init (SegueBackupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = segue_backup_finalize;
}

static void
segue_backup_init (SegueBackup *self)
{
}

/**
 * segue_backup_new:
 * @path: its file
 * @made: when it was made
 * @reason: why
 *
 * Returns: (transfer full): a backup
 */
SegueBackup *
segue_backup_new (const char        *path,
                  GDateTime         *made,
                  SegueBackupReason  reason)
{
  SegueBackup *self;

  g_return_val_if_fail (path != NULL && made != NULL && reason < SEGUE_N_BACKUP_REASONS, NULL);

  self = g_object_new (SEGUE_TYPE_BACKUP, NULL);
  self->path = g_strdup (path);
  self->made = g_date_time_ref (made);
  self->reason = reason;
  return self;
}

const char *
segue_backup_get_path (SegueBackup *self)
{
  return self->path;
}

GDateTime *
segue_backup_get_made (SegueBackup *self)
{
  return self->made;
}

SegueBackupReason
segue_backup_get_reason (SegueBackup *self)
{
  return self->reason;
}

SegueDay
segue_backup_get_day (SegueBackup *self)
{
  return segue_day_from_ymd (g_date_time_get_year (self->made), g_date_time_get_month (self->made),
                             g_date_time_get_day_of_month (self->made));
}

static void
segue_archive_default_init (SegueArchiveInterface *iface)
{
}

/**
 * segue_archive_list:
 * @self: an archive
 *
 * Returns: (transfer full) (element-type SegueBackup): all backups, the newest
 *   first
 */
GPtrArray *
segue_archive_list (SegueArchive *self)
{
  g_return_val_if_fail (SEGUE_IS_ARCHIVE (self), NULL);

  return SEGUE_ARCHIVE_GET_IFACE (self)->list (self);
}

/**
 * segue_archive_preview:
 * @self: an archive
 * @backup: one of its backups
 * @error: return location for an error
 *
 * Reads the backup whole, which shows that it can be restored.
 *
 * Returns: (transfer full) (element-type SeguePlan): the plans in it
 */
GPtrArray *
segue_archive_preview (SegueArchive *self,
                       SegueBackup  *backup,
                       GError      **error)
{
  g_return_val_if_fail (SEGUE_IS_ARCHIVE (self) && SEGUE_IS_BACKUP (backup), NULL);

  return SEGUE_ARCHIVE_GET_IFACE (self)->preview (self, backup, error);
}

/**
 * segue_archive_restore:
 * @self: an archive
 * @plans: (element-type SeguePlan): plans of a backup
 * @error: return location for an error
 *
 * Brings these plans back as they are here; plans of other ids stay. What
 * there is now is backed up before. Where the file of the plans cannot be used
 * it is kept under another name, and a new one takes its place.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
segue_archive_restore (SegueArchive *self,
                       GPtrArray    *plans,
                       GError      **error)
{
  g_return_val_if_fail (SEGUE_IS_ARCHIVE (self) && plans != NULL, FALSE);

  return SEGUE_ARCHIVE_GET_IFACE (self)->restore (self, plans, error);
}

/**
 * segue_archive_write:
 * @self: an archive
 * @reason: why
 * @error: return location for an error
 *
 * Returns: whether there is a new backup that was read again and is whole
 */
gboolean
segue_archive_write (SegueArchive      *self,
                     SegueBackupReason  reason,
                     GError           **error)
{
  g_return_val_if_fail (SEGUE_IS_ARCHIVE (self), FALSE);

  return SEGUE_ARCHIVE_GET_IFACE (self)->write (self, reason, error);
}

/**
 * segue_archive_salvage:
 * @self: an archive
 * @n_lost: (out): how many rows were found that could not be read or kept
 * @error: return location for an error
 *
 * Reads from the file of the plans whatever can still be read, however damaged
 * it is. The file is not touched; segue_archive_restore() makes a new one.
 *
 * Returns: (transfer full) (element-type SeguePlan): what was found, at least
 *   one plan
 */
GPtrArray *
segue_archive_salvage (SegueArchive *self,
                       guint        *n_lost,
                       GError      **error)
{
  g_return_val_if_fail (SEGUE_IS_ARCHIVE (self) && n_lost != NULL, NULL);

  return SEGUE_ARCHIVE_GET_IFACE (self)->salvage (self, n_lost, error);
}

/**
 * segue_archive_save:
 * @self: an archive
 * @plans: (element-type SeguePlan): plans that were salvaged
 * @path: a file, which must not be that of the plans; what is there is replaced
 * @error: return location for an error
 *
 * Makes a file of its own of these plans. The file of the plans stays as it is.
 *
 * Returns: whether it was done; if not, @path is as it was
 */
gboolean
segue_archive_save (SegueArchive *self,
                    GPtrArray    *plans,
                    const char   *path,
                    GError      **error)
{
  g_return_val_if_fail (SEGUE_IS_ARCHIVE (self) && plans != NULL && path != NULL, FALSE);

  return SEGUE_ARCHIVE_GET_IFACE (self)->save (self, plans, path, error);
}
