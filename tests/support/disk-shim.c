/* disk-shim.c - a disk that is full or may not be written, where none can be mounted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To be preloaded into a program (LD_PRELOAD). Concerns the files under the
 * folder SEGUE_SHIM_FOLDER alone and needs no rights:
 *
 *   SEGUE_SHIM_SPACE=N    files there may grow by N bytes in all; then ENOSPC
 *   SEGUE_SHIM_READ_ONLY  nothing there may be made, changed or removed: EROFS
 *   SEGUE_SHIM_ONE_NAME   no file there can have two names, as on a memory stick
 */
/* Both names of each function are defined here: none may stand for the other. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_FILES 1024

/* The function of that name that would be called without this file. */
#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

static char is_watched[MAX_FILES]; /* by descriptor */
static long long used;

static int
concerns (const char *path)
{
  const char *folder = getenv ("SEGUE_SHIM_FOLDER");
  char here[PATH_MAX], absolute[2 * PATH_MAX];
  size_t length = folder ? strlen (folder) : 0;

  if (length == 0 || path == NULL)
    return 0;
  if (path[0] == '/' || getcwd (here, sizeof here) == NULL)
    snprintf (absolute, sizeof absolute, "%s", path);
  else
    snprintf (absolute, sizeof absolute, "%s/%s", here, path);
  return strncmp (absolute, folder, length) == 0 && (absolute[length] == '/' || absolute[length] == '\0');
}

static int
is_protected (const char *path)
{
  if (getenv ("SEGUE_SHIM_READ_ONLY") == NULL || !concerns (path))
    return 0;
  errno = EROFS;
  return 1;
}

static int
is_full (int  fd,
         long long end)
{
  const char *space = getenv ("SEGUE_SHIM_SPACE");
  struct stat info;

  if (space == NULL || fd < 0 || fd >= MAX_FILES || !is_watched[fd] || fstat (fd, &info) != 0 || end <= info.st_size)
    return 0;
  if (used + end - info.st_size > atoll (space))
    {
      errno = ENOSPC;
      return 1;
    }
  used += end - info.st_size;
  return 0;
}

static int
note (int         fd,
      const char *path)
{
  if (fd >= 0 && fd < MAX_FILES)
    is_watched[fd] = (char) concerns (path);
  return fd;
}

static int
may_open (const char *path,
          int         flags)
{
  return (flags & (O_ACCMODE | O_CREAT | O_TRUNC)) == O_RDONLY || !is_protected (path);
}

static mode_t
take_mode (int     flags,
           va_list arguments)
{
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? (mode_t) va_arg (arguments, int) : 0;
}

int
open (const char *path,
      int         flags,
      ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = take_mode (flags, arguments);
  va_end (arguments);
  return may_open (path, flags) ? note (NEXT (open) (path, flags, mode), path) : -1;
}

int
open64 (const char *path,
        int         flags,
        ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = take_mode (flags, arguments);
  va_end (arguments);
  return may_open (path, flags) ? note (NEXT (open64) (path, flags, mode), path) : -1;
}

ssize_t
write (int         fd,
       const void *bytes,
       size_t      n)
{
  long long at = fd < MAX_FILES && fd >= 0 && is_watched[fd] ? lseek (fd, 0, SEEK_CUR) : 0;

  return is_full (fd, at + (long long) n) ? -1 : NEXT (write) (fd, bytes, n);
}

ssize_t
pwrite (int         fd,
        const void *bytes,
        size_t      n,
        off_t       at)
{
  return is_full (fd, at + (long long) n) ? -1 : NEXT (pwrite) (fd, bytes, n, at);
}

ssize_t
pwrite64 (int         fd,
          const void *bytes,
          size_t      n,
          off64_t     at)
{
  return is_full (fd, at + (long long) n) ? -1 : NEXT (pwrite64) (fd, bytes, n, at);
}

int
access (const char *path,
        int         mode)
{
  return (mode & W_OK) != 0 && is_protected (path) ? -1 : NEXT (access) (path, mode);
}

int
link (const char *from,
      const char *to)
{
  if (getenv ("SEGUE_SHIM_ONE_NAME") != NULL && concerns (to))
    {
      errno = EPERM;
      return -1;
    }
  return is_protected (to) ? -1 : NEXT (link) (from, to);
}

int
rename (const char *from,
        const char *to)
{
  return is_protected (from) || is_protected (to) ? -1 : NEXT (rename) (from, to);
}

int
unlink (const char *path)
{
  return is_protected (path) ? -1 : NEXT (unlink) (path);
}

int
mkdir (const char *path,
       mode_t      mode)
{
  return is_protected (path) ? -1 : NEXT (mkdir) (path, mode);
}
