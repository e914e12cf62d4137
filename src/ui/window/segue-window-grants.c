/* segue-window-grants.c - the way to the plan's grants
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-window-private.h"

#include "ui/common/segue-dialog.h"
#include "ui/grant/segue-grants-dialog.h"

/**
 * segue_window_show_grants:
 * @self: a window with a plan
 * @grant_id: (nullable): the grant to show in full, or %NULL for all of them
 */
void
segue_window_show_grants (SegueWindow *self,
                          const char  *grant_id)
{
  AdwDialog *dialog = segue_grants_dialog_new (segue_window_get_session (self), grant_id);

  g_signal_connect_object (dialog, "edited", G_CALLBACK (segue_window_edited), self, G_CONNECT_SWAPPED);
  segue_dialog_present (dialog, GTK_WIDGET (self));
}
