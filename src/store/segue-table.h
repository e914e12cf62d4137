/* segue-table.h - records as rows, driven by the field tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-record.h"
#include "store/segue-connection.h"

G_BEGIN_DECLS

/**
 * SegueTable:
 *
 * The statements on the table of one kind, prepared when they are first
 * needed and kept.
 */
typedef struct _SegueTable SegueTable;

SegueTable  *segue_table_new    (SegueConnection *connection, SegueKind kind);
void         segue_table_free   (SegueTable *self);
gboolean     segue_table_can_load (SegueTable *self);
GPtrArray   *segue_table_load   (SegueTable *self, const char *plan_id, GError **error);
gboolean     segue_table_insert (SegueTable *self, const char *plan_id, const SegueRecord *record, GError **error);
gboolean     segue_table_update (SegueTable *self, const char *plan_id, const SegueRecord *before, const SegueRecord *after, GError **error);
gboolean     segue_table_delete (SegueTable *self, const char *plan_id, const SegueRecord *record, GError **error);
/* @record: a sound record, or NULL for a row that is none. */
typedef void (*SegueSalvageFunc) (const char *plan_id, SegueRecord *record, gpointer data);

void         segue_table_salvage (SegueTable *self, SegueSalvageFunc func, gpointer data);
gboolean     segue_table_clear  (SegueTable *self, const char *plan_id, GError **error);

G_END_DECLS
