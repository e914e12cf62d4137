/* segue-tell.c - performs an edit and tells what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-tell.h"

/**
 * segue_tell_install:
 * @type: a type whose class is being initialized
 *
 * Gives it the signals "edited" and "failed".
 */
void
segue_tell_install (GType type)
{
  g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SEGUE_TYPE_CHANGE_SET);
  g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/**
 * segue_tell_done:
 * @teller: whose signals tell of it
 * @change_set: (nullable): what was done
 * @error: (nullable): why it was not
 *
 * Says nothing of an edit that changes nothing.
 */
void
segue_tell_done (gpointer teller, SegueChangeSet *change_set, const GError *error)
{
  if (change_set == NULL)
    g_signal_emit_by_name (teller, "failed", error->message);
  else if (segue_change_set_count (change_set) > 0)
    g_signal_emit_by_name (teller, "edited", change_set);
}

/**
 * segue_tell_perform:
 * @teller: whose signals tell of it
 * @session: whose plan is edited
 * @change_set: (nullable): what a verb answered
 * @error: (inout): why it would not; cleared
 *
 * Returns: whether it was done
 */
gboolean
segue_tell_perform (gpointer teller, SegueSession *session, SegueChangeSet *change_set, GError **error)
{
  gboolean done = change_set != NULL && segue_session_perform (session, change_set, error);

  segue_tell_done (teller, done ? change_set : NULL, *error);
  g_clear_error (error);

  return done;
}
