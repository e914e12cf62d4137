/* segue-row.h - a record in the columns of a statement, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "core/segue-record.h"

G_BEGIN_DECLS

/* The columns of every statement on whole rows, and their parameters less one. */
enum
{
  SEGUE_COLUMN_PLAN,
  SEGUE_COLUMN_ID,
  SEGUE_COLUMN_RANK,
  SEGUE_COLUMN_EXTRA,
  SEGUE_FIRST_FIELD,
};

int          segue_row_bind (sqlite3_stmt *statement, const char *plan_id, const SegueRecord *record);
SegueRecord *segue_row_read (sqlite3_stmt *statement, SegueKind kind);

G_END_DECLS
