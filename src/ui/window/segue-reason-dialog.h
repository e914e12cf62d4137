/* segue-reason-dialog.h - what all dialogs share that explain a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueReasonDialog:
 *
 * Follows the plan of its session: "refresh" is asked for whenever that is
 * laid out anew. "edited" (SegueChangeSet), "failed" (a whole sentence),
 * "preview" (SegueChangeSet: close me and show this on the timeline) and
 * "step-activated" (id) are for the window.
 */
#define SEGUE_TYPE_REASON_DIALOG (segue_reason_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (SegueReasonDialog, segue_reason_dialog, SEGUE, REASON_DIALOG, AdwDialog)

struct _SegueReasonDialogClass
{
  AdwDialogClass parent_class;

  void     (*refresh) (SegueReasonDialog *self);
  gboolean (*append)  (SegueReasonDialog *self, guint n); /* at most n more rows; returns whether there are others */
};

SegueSession *segue_reason_dialog_get_session (SegueReasonDialog *self);
gboolean      segue_reason_dialog_perform     (SegueReasonDialog *self, SegueChangeSet *change_set, GError *error);
void          segue_reason_dialog_preview     (SegueReasonDialog *self, SegueChangeSet *change_set, GError *error);
void          segue_reason_dialog_fill        (SegueReasonDialog *self, GtkWidget *list, guint first, guint more);
void          segue_reason_dialog_stop_filling (SegueReasonDialog *self);
void          segue_reason_dialog_fail        (SegueReasonDialog *self, const char *message);

G_END_DECLS
