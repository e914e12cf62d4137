/* segue-error.h - the one error domain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEGUE_ERROR (segue_error_quark ())

/**
 * SegueError:
 * @SEGUE_ERROR_INVALID: something a person or a file said does not make sense
 * @SEGUE_ERROR_NOT_FOUND: what was asked for does not exist
 * @SEGUE_ERROR_STALE: the plan has moved on since the change was computed
 * @SEGUE_ERROR_STORAGE: the disk or the database refused
 * @SEGUE_ERROR_NEWER: the file was written by a newer version
 * @SEGUE_ERROR_LOCKED: someone else holds the file
 * @SEGUE_ERROR_DAMAGED: the file is ours, but not as it was written
 * @SEGUE_ERROR_FOREIGN: the file is not ours
 * @SEGUE_ERROR_READ_ONLY: the file may be read and not be written
 *
 * Every message in this domain is a whole, translated sentence for people.
 */
typedef enum
{
  SEGUE_ERROR_INVALID,
  SEGUE_ERROR_NOT_FOUND,
  SEGUE_ERROR_STALE,
  SEGUE_ERROR_STORAGE,
  SEGUE_ERROR_NEWER,
  SEGUE_ERROR_LOCKED,
  SEGUE_ERROR_DAMAGED,
  SEGUE_ERROR_FOREIGN,
  SEGUE_ERROR_READ_ONLY,
} SegueError;

GQuark segue_error_quark        (void);
char  *segue_error_dup_sentence (const char *message);

G_END_DECLS
