/* segue-sqlite-store.h - plans in an SQLite file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-archive.h"
#include "core/segue-storage.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_SQLITE_STORE (segue_sqlite_store_get_type ())
G_DECLARE_FINAL_TYPE (SegueSqliteStore, segue_sqlite_store, SEGUE, SQLITE_STORE, GObject)

SegueSqliteStore *segue_sqlite_store_open             (const char *path, GError **error);
SegueSqliteStore *segue_sqlite_store_open_read_only   (const char *path, GError **error);
SegueSqliteStore *segue_sqlite_store_open_any_version (const char *path, GError **error);
char             *segue_sqlite_store_get_default_path (void);
gboolean          segue_sqlite_store_has_changed      (SegueSqliteStore *self);
gboolean          segue_sqlite_store_create_all       (SegueSqliteStore *self, GPtrArray *plans, GError **error);
gboolean          segue_sqlite_store_replace_all      (SegueSqliteStore *self, GPtrArray *plans, GError **error);
GPtrArray        *segue_sqlite_store_load_all         (SegueSqliteStore *self, GError **error);
gboolean          segue_sqlite_store_back_up          (SegueSqliteStore *self, SegueBackupReason reason, GDateTime *now, GError **error);
gboolean          segue_sqlite_store_is_read_only     (SegueSqliteStore *self);
gboolean          segue_sqlite_store_is_newer         (SegueSqliteStore *self);
const char       *segue_sqlite_store_get_path         (SegueSqliteStore *self);
void              segue_sqlite_store_set_patience     (SegueSqliteStore *self, guint milliseconds);

G_END_DECLS
