/* segue-session.h - a plan, its history and its storage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"
#include "core/segue-plan.h"
#include "core/segue-storage.h"
#include "core/segue-trial-queue.h"

G_BEGIN_DECLS

/**
 * SegueSession:
 *
 * Performs change sets: check, store, apply, remember, announce. Properties
 * (read-only, notified): "plan", "layout", "layout-complete", "can-undo",
 * "can-redo", "undo-label", "redo-label" (translated, or NULL). "today" is what
 * an undated plan is scheduled from. Signal "performed" (SegueChangeSet), after
 * "layout" is new.
 *
 * "layout" is notified when something may lie elsewhere. Remedies and the days
 * until which routes stay open may come later: then "layout-complete" is
 * notified, and the layout is another one with the same dates and indexes. Who
 * shows these watches both.
 */
#define SEGUE_TYPE_SESSION (segue_session_get_type ())
G_DECLARE_FINAL_TYPE (SegueSession, segue_session, SEGUE, SESSION, GObject)

SegueSession *segue_session_new            (SeguePlan *plan, SegueStorage *storage, SegueDay today);
SegueSession *segue_session_new_with_dates (SeguePlan *plan, SegueStorage *storage, SegueDay today, SegueLayout *dates);
SeguePlan    *segue_session_get_plan       (SegueSession *self);
SegueLayout  *segue_session_get_layout     (SegueSession *self); /* never NULL; (transfer none) */
gboolean      segue_session_has_dates      (SegueSession *self); /* of the plan as it is */
gboolean      segue_session_is_layout_complete (SegueSession *self);
void          segue_session_set_patience   (SegueSession *self, gint64 patience);
void          segue_session_set_limit      (SegueSession *self, gint64 limit);
SegueDay      segue_session_get_today      (SegueSession *self);
void          segue_session_set_today      (SegueSession *self, SegueDay today);
gboolean      segue_session_perform        (SegueSession *self, SegueChangeSet *change_set, GError **error);
gboolean      segue_session_adopt          (SegueSession *self, SeguePlan *stored, const char *label, GError **error); /* not by this session */
gboolean      segue_session_can_undo       (SegueSession *self);
gboolean      segue_session_can_redo       (SegueSession *self);
const char   *segue_session_get_undo_label (SegueSession *self);
const char   *segue_session_get_redo_label (SegueSession *self);
gboolean      segue_session_undo           (SegueSession *self, GError **error);
gboolean      segue_session_redo           (SegueSession *self, GError **error);

/* What an act came to: the edit that was done, or why not. */
typedef void (*SegueActFunc) (gpointer owner, SegueChangeSet *change_set, const GError *error);

/* The same beside the window, for what takes long or asks the engine: in the
 * order in which they are asked for, and before anything that is asked for later. */
void          segue_session_act            (SegueSession *self, SegueTrialVerb verb, gpointer question,
                                            GDestroyNotify free_question, SegueActFunc done, gpointer owner);
void          segue_session_perform_later  (SegueSession *self, SegueChangeSet *change_set, SegueActFunc done, gpointer owner);
void          segue_session_undo_later     (SegueSession *self, SegueActFunc done, gpointer owner);
void          segue_session_redo_later     (SegueSession *self, SegueActFunc done, gpointer owner);
gboolean      segue_session_is_acting      (SegueSession *self);
void          segue_session_settle         (SegueSession *self);

G_END_DECLS
