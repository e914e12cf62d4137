/* segue-file-name.c - a name for a file that is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/segue-file-name.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/**
 * segue_file_name_give:
 * @fresh: a file
 * @path: a name that no file has yet, on the same file system
 *
 * Where a file can have two names @fresh keeps the one that it had. On a memory
 * stick, or in a folder that a sandbox is given, it cannot and loses it.
 *
 * Returns: 0, or else the number of the system's error: EEXIST if the name was
 *   taken
 */
int
segue_file_name_give (const char *fresh,
                      const char *path)
{
  if (link (fresh, path) == 0)
    return 0;
  if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS && errno != EMLINK)
    return errno;
  if (renameat2 (AT_FDCWD, fresh, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  if (access (path, F_OK) == 0)
    return EEXIST;
  return rename (fresh, path) == 0 ? 0 : errno;
}
