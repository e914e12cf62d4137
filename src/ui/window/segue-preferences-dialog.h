/* segue-preferences-dialog.h - how a person wants the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SeguePreferencesDialog:
 *
 * What the person wants everywhere is kept in the settings, what belongs to
 * the open plan in the plan. Signals: "edited" (SegueChangeSet, what was
 * performed), "failed" (a sentence), "folder-wanted".
 */
#define SEGUE_TYPE_PREFERENCES_DIALOG (segue_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SeguePreferencesDialog, segue_preferences_dialog, SEGUE, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *segue_preferences_dialog_new (GSettings *settings, SegueSession *session, const char *backups);

G_END_DECLS
