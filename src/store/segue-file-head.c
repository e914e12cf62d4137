/* segue-file-head.c - whose a database file is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file is can be seen in its first hundred bytes (sqlite.org, "Database
 * File Format", 1.3). They are looked at before sqlite3 may, because it takes
 * an empty file for an empty database, and changes the journal of a foreign
 * one. No edit ever changes the bytes that are looked at here.
 */
#include "store/segue-file-head.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/segue-error.h"

#define MAGIC "SQLite format 3" /* and its NUL */
#define HEAD_SIZE 100
#define VERSION_AT 60
#define APPLICATION_ID_AT 68

static guint32
read_big_endian (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

static gboolean
refuse (const char  *path,
        SegueError   code,
        const char  *sentence,
        GError     **error)
{
  g_set_error (error, SEGUE_ERROR, (int) code, "%s: %s", path, sentence);
  return FALSE;
}

static gboolean
read_head (const char  *path,
           guint8       head[HEAD_SIZE],
           gsize       *n,
           GError     **error)
{
  FILE *file = fopen (path, "rbe");
  struct stat info;
  gboolean is_file;

  if (file == NULL && errno == ENOENT)
    return refuse (path, SEGUE_ERROR_NOT_FOUND, _("there is no such file."), error);
  if (file == NULL)
    return refuse (path, SEGUE_ERROR_STORAGE, g_strerror (errno), error);
  is_file = fstat (fileno (file), &info) == 0 && S_ISREG (info.st_mode);
  *n = is_file ? fread (head, 1, HEAD_SIZE, file) : 0;
  fclose (file);
  return is_file || refuse (path, SEGUE_ERROR_FOREIGN, _("this is not a file."), error);
}

/**
 * segue_file_head_check:
 * @path: a file
 * @known_version: the newest schema that this program knows
 * @error: (out): %SEGUE_ERROR_NOT_FOUND, %SEGUE_ERROR_FOREIGN,
 *   %SEGUE_ERROR_DAMAGED (empty or cut off), %SEGUE_ERROR_NEWER or
 *   %SEGUE_ERROR_STORAGE
 *
 * Returns: whether the file says that it is a database of Segue no newer than
 *   this program
 */
gboolean
segue_file_head_check (const char  *path,
                       guint        known_version,
                       GError     **error)
{
  guint8 head[HEAD_SIZE] = { 0 };
  gboolean has_magic, is_ours;
  gsize n = 0;

  if (!read_head (path, head, &n, error))
    return FALSE;
  has_magic = memcmp (head, MAGIC, MIN (n, sizeof MAGIC)) == 0;
  is_ours = n == HEAD_SIZE && read_big_endian (head + APPLICATION_ID_AT) == SEGUE_APPLICATION_ID;
  if (n == 0)
    return refuse (path, SEGUE_ERROR_DAMAGED, _("the file is empty, which a plan never is. It was left as it is."),
                   error);
  if ((has_magic && n < HEAD_SIZE) || (is_ours && !has_magic))
    return refuse (path, SEGUE_ERROR_DAMAGED, _("the file is damaged. It was left as it is."), error);
  if (!is_ours)
    return refuse (path, SEGUE_ERROR_FOREIGN, _("the file was not written by Segue. It was left as it is."), error);
  if (read_big_endian (head + VERSION_AT) > known_version)
    return refuse (path, SEGUE_ERROR_NEWER,
                   _("the file was written by a newer version of Segue. It was left as it is."), error);
  return TRUE;
}
