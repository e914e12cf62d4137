/* fault-vfs.c - a disk that fails at the n-th operation, or writes down what it is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thin layer over sqlite3's own VFS (sqlite.org/vfs.html). Reads pass
 * through; what changes the disk is counted, recorded or refused.
 */
#include "support/fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file base;
  char *path;
  sqlite3_file *real; /* behind this struct */
} FaultFile;

static sqlite3_vfs *real_vfs;
static guint countdown;
static gboolean has_failed;
static gboolean fails_for_good;
static GPtrArray *log_of_operations;

static void
free_operation (gpointer data)
{
  FaultVfsOperation *operation = data;

  g_free (operation->path);
  g_clear_pointer (&operation->data, g_bytes_unref);
  g_free (operation);
}

/* Whether the operation may go on. */
static gboolean
pass (FaultVfsKind  kind,
      const char   *path,
      gint64        offset,
      const void   *data,
      gsize         length)
{
  FaultVfsOperation *operation;

  if (has_failed && fails_for_good)
    return FALSE;
  if (countdown > 0 && --countdown == 0)
    {
      has_failed = TRUE;
      return FALSE;
    }
  if (log_of_operations)
    {
      operation = g_new0 (FaultVfsOperation, 1);
      operation->kind = kind;
      operation->path = g_strdup (path);
      operation->offset = offset;
      operation->data = data ? g_bytes_new (data, length) : NULL;
      g_ptr_array_add (log_of_operations, operation);
    }
  return TRUE;
}

/* ---- files ----------------------------------------------------------- */

static FaultFile *
get_file (sqlite3_file *file)
{
  return (FaultFile *) (void *) file;
}

static int
file_close (sqlite3_file *file)
{
  FaultFile *self = get_file (file);
  int code = self->real->pMethods ? self->real->pMethods->xClose (self->real) : SQLITE_OK;

  g_clear_pointer (&self->path, g_free);
  return code;
}

static int
file_read (sqlite3_file *file,
           void         *data,
           int           length,
           sqlite3_int64 offset)
{
  return get_file (file)->real->pMethods->xRead (get_file (file)->real, data, length, offset);
}

static int
file_write (sqlite3_file *file,
            const void   *data,
            int           length,
            sqlite3_int64 offset)
{
  FaultFile *self = get_file (file);

  if (!pass (FAULT_VFS_WRITE, self->path, offset, data, (gsize) length))
    return SQLITE_IOERR_WRITE;
  return self->real->pMethods->xWrite (self->real, data, length, offset);
}

static int
file_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  FaultFile *self = get_file (file);

  if (!pass (FAULT_VFS_TRUNCATE, self->path, size, NULL, 0))
    return SQLITE_IOERR_TRUNCATE;
  return self->real->pMethods->xTruncate (self->real, size);
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  FaultFile *self = get_file (file);

  if (!pass (FAULT_VFS_SYNC, self->path, 0, NULL, 0))
    return SQLITE_IOERR_FSYNC;
  return self->real->pMethods->xSync (self->real, flags);
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return get_file (file)->real->pMethods->xFileSize (get_file (file)->real, size);
}

static int
file_lock (sqlite3_file *file,
           int           lock)
{
  return get_file (file)->real->pMethods->xLock (get_file (file)->real, lock);
}

static int
file_unlock (sqlite3_file *file,
             int           lock)
{
  return get_file (file)->real->pMethods->xUnlock (get_file (file)->real, lock);
}

static int
file_check_reserved (sqlite3_file *file,
                     int          *result)
{
  return get_file (file)->real->pMethods->xCheckReservedLock (get_file (file)->real, result);
}

static int
file_control (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return get_file (file)->real->pMethods->xFileControl (get_file (file)->real, operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return get_file (file)->real->pMethods->xSectorSize (get_file (file)->real);
}

/* No promise: writes may be torn and reordered. */
static int
file_characteristics (sqlite3_file *file)
{
  return 0;
}

static const sqlite3_io_methods methods = {
  1, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock, file_unlock,
  file_check_reserved, file_control, file_sector_size, file_characteristics,
};

/* ---- the file system ------------------------------------------------- */

static int
vfs_open (sqlite3_vfs  *vfs,
          const char   *path,
          sqlite3_file *file,
          int           flags,
          int          *out_flags)
{
  FaultFile *self = get_file (file);
  int code;

  self->real = (sqlite3_file *) (void *) (self + 1);
  self->path = g_strdup (path);
  code = real_vfs->xOpen (real_vfs, path, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods ? &methods : NULL;
  if (self->base.pMethods == NULL)
    g_clear_pointer (&self->path, g_free);
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *path,
            int          sync_folder)
{
  if (!pass (FAULT_VFS_DELETE, path, 0, NULL, 0))
    return SQLITE_IOERR_DELETE;
  return real_vfs->xDelete (real_vfs, path, sync_folder);
}

static int
vfs_access (sqlite3_vfs *vfs,
            const char  *path,
            int          flags,
            int         *result)
{
  return real_vfs->xAccess (real_vfs, path, flags, result);
}

static int
vfs_full_pathname (sqlite3_vfs *vfs,
                   const char  *path,
                   int          length,
                   char        *out)
{
  return real_vfs->xFullPathname (real_vfs, path, length, out);
}

static int
vfs_randomness (sqlite3_vfs *vfs,
                int          length,
                char        *out)
{
  return real_vfs->xRandomness (real_vfs, length, out);
}

static int
vfs_sleep (sqlite3_vfs *vfs,
           int          microseconds)
{
  return real_vfs->xSleep (real_vfs, microseconds);
}

static int
vfs_current_time (sqlite3_vfs *vfs,
                  double      *now)
{
  return real_vfs->xCurrentTime (real_vfs, now);
}

static int
vfs_get_last_error (sqlite3_vfs *vfs,
                    int          length,
                    char        *out)
{
  return real_vfs->xGetLastError (real_vfs, length, out);
}

/* ---- public ---------------------------------------------------------- */

/* From now on every database is opened through here. */
void
fault_vfs_install (void)
{
  static sqlite3_vfs vfs;

  g_assert_null (real_vfs);
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = (sqlite3_vfs) {
    .iVersion = 1,
    .szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile,
    .mxPathname = real_vfs->mxPathname,
    .zName = "fault",
    .xOpen = vfs_open,
    .xDelete = vfs_delete,
    .xAccess = vfs_access,
    .xFullPathname = vfs_full_pathname,
    .xRandomness = vfs_randomness,
    .xSleep = vfs_sleep,
    .xCurrentTime = vfs_current_time,
    .xGetLastError = vfs_get_last_error,
  };
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

void
fault_vfs_fail_at (guint    n,
                   gboolean for_good)
{
  countdown = n;
  fails_for_good = for_good;
  has_failed = FALSE;
}

gboolean
fault_vfs_has_failed (void)
{
  return has_failed;
}

GPtrArray *
fault_vfs_record (void)
{
  g_assert_null (log_of_operations);
  log_of_operations = g_ptr_array_new_with_free_func (free_operation);
  return g_ptr_array_ref (log_of_operations);
}

void
fault_vfs_stop (void)
{
  g_clear_pointer (&log_of_operations, g_ptr_array_unref);
}
