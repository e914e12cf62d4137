/* fault-vfs.h - a disk that fails at the n-th operation, or writes down what it is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Something that a database asked of the disk. */
typedef enum
{
  FAULT_VFS_WRITE,
  FAULT_VFS_TRUNCATE,
  FAULT_VFS_SYNC,
  FAULT_VFS_DELETE,
} FaultVfsKind;

typedef struct
{
  FaultVfsKind kind;
  char *path;
  gint64 offset; /* of a truncation: the new size */
  GBytes *data;  /* of a write */
} FaultVfsOperation;

void       fault_vfs_install (void);
/* 1 is the next operation, 0 is none; @for_good: and all that follow it. */
void       fault_vfs_fail_at (guint n, gboolean for_good);
gboolean   fault_vfs_has_failed (void);
GPtrArray *fault_vfs_record  (void);    /* operations from now on; (transfer full) */
void       fault_vfs_stop    (void);

G_END_DECLS
