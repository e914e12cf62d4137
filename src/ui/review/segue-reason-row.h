/* segue-reason-row.h - a reason for or against
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueReasonRow:
 *
 * A reason, and on which day or with which step it ends. Signal: "removed".
 */
#define SEGUE_TYPE_REASON_ROW (segue_reason_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueReasonRow, segue_reason_row, SEGUE, REASON_ROW, AdwExpanderRow)

GtkWidget   *segue_reason_row_new       (SegueSession *session, const SegueRecord *reason, SegueReasonSide side);
void         segue_reason_row_set_text  (SegueReasonRow *self, const char *text);
void         segue_reason_row_edit      (SegueReasonRow *self);
gboolean     segue_reason_row_check     (SegueReasonRow *self);
SegueRecord *segue_reason_row_to_record (SegueReasonRow *self, const char *decision_id, const char *id, double rank);

G_END_DECLS
