/* segue-tell.h - performs an edit and tells what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-session.h"

G_BEGIN_DECLS

/* What edits a plan has two signals: "edited" (SegueChangeSet) after it was
 * done, "failed" (a whole sentence) when it could not be. */
void     segue_tell_install (GType type);
void     segue_tell_done    (gpointer teller, SegueChangeSet *change_set, const GError *error);
gboolean segue_tell_perform (gpointer teller, SegueSession *session, SegueChangeSet *change_set, GError **error);

G_END_DECLS
