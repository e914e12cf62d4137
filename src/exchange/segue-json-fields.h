/* segue-json-fields.h - one field of a record from and to JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inside this room only: what the reader and the writer of plans share.
 */
#pragma once

#include "core/segue-record.h"
#include "exchange/segue-json-text.h"
#include "exchange/segue-json.h"

G_BEGIN_DECLS

extern const char *const segue_json_weekdays[7];

gboolean segue_json_field_is_used (SegueKind kind, guint field, gint64 type);
char    *segue_json_read_field    (const SegueJson *json, guint node, const SegueField *info, SegueKind kind,
                                   guint field, SegueRecordBuilder *builder, guint *culprit);
void     segue_json_write_field   (SegueJsonText *text, const SegueRecord *record, guint field);

G_END_DECLS
