/* segue-grants-dialog.h - all grants of a plan, and one of them in full
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueGrantsDialog:
 *
 * Follows the plan. Signal "edited" (SegueChangeSet), after a grant was
 * changed from here.
 */
#define SEGUE_TYPE_GRANTS_DIALOG (segue_grants_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SegueGrantsDialog, segue_grants_dialog, SEGUE, GRANTS_DIALOG, AdwDialog)

AdwDialog *segue_grants_dialog_new (SegueSession *session, const char *grant_id); /* NULL: all of them */

G_END_DECLS
