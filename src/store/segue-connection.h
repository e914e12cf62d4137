/* segue-connection.h - one connection to the database file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "base/segue-error.h"

G_BEGIN_DECLS

typedef enum
{
  SEGUE_CONNECTION_READ_WRITE,
  SEGUE_CONNECTION_READ_ONLY,
} SegueConnectionMode;

/**
 * SegueConnection:
 *
 * A thin layer over sqlite3 that turns result codes into sentences.
 */
typedef struct _SegueConnection SegueConnection;

SegueConnection *segue_connection_open         (const char *path, SegueConnectionMode mode, GError **error);
SegueConnection *segue_connection_open_damaged (const char *path, GError **error);
SegueConnection *segue_connection_copy         (SegueConnection *self, const char *path, GError **error);
void             segue_connection_close        (SegueConnection *self);
sqlite3         *segue_connection_get_db       (SegueConnection *self);
const char      *segue_connection_get_path     (SegueConnection *self);
gboolean         segue_connection_is_read_only (SegueConnection *self);
void             segue_connection_set_patience (SegueConnection *self, guint milliseconds);
void             segue_connection_set_error    (SegueConnection *self, int code, GError **error);
gboolean         segue_connection_execute      (SegueConnection *self, const char *sql, GError **error);
gboolean         segue_connection_get_int      (SegueConnection *self, const char *sql, gint64 *value, GError **error);
gboolean         segue_connection_check        (SegueConnection *self, GError **error);
gboolean         segue_connection_begin        (SegueConnection *self, GError **error);
gboolean         segue_connection_commit       (SegueConnection *self, GError **error);
void             segue_connection_rollback     (SegueConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueConnection, segue_connection_close)

G_END_DECLS
