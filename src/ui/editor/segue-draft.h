/* segue-draft.h - a plan on which an editor works
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueDraft:
 *
 * A copy of a plan that verbs change while a dialog is open, and that becomes
 * one change of the session, or of the draft it was made from, when the
 * dialog is applied. Signal "changed", after each verb.
 */
#define SEGUE_TYPE_DRAFT (segue_draft_get_type ())
G_DECLARE_FINAL_TYPE (SegueDraft, segue_draft, SEGUE, DRAFT, GObject)

SegueDraft     *segue_draft_new        (SegueSession *session);
SegueDraft     *segue_draft_new_child  (SegueDraft *parent);
SegueSession   *segue_draft_get_session (SegueDraft *self);
SeguePlan      *segue_draft_get_plan   (SegueDraft *self);
SeguePlan      *segue_draft_get_base   (SegueDraft *self); /* as it was when the draft began */
SegueDay        segue_draft_get_now    (SegueDraft *self);
gboolean        segue_draft_is_changed (SegueDraft *self);
gboolean        segue_draft_take       (SegueDraft *self, SegueChangeSet *change_set, GError **error);
SegueChangeSet *segue_draft_commit     (SegueDraft *self, const char *label, const char *focus, GError **error);

G_END_DECLS
