/* segue-leaving-study.h - the leaving days of a plan, worked out beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-leaving.h"
#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueLeavingStudy:
 *
 * Tries the days of leaving in a thread of its own, anew whenever the plan is
 * laid out anew; what was found before is dropped at once, so that it is never
 * shown older than the plan. "changed" tells that something was found or
 * dropped.
 */
#define SEGUE_TYPE_LEAVING_STUDY (segue_leaving_study_get_type ())
G_DECLARE_FINAL_TYPE (SegueLeavingStudy, segue_leaving_study, SEGUE, LEAVING_STUDY, GObject)

SegueLeavingStudy *segue_leaving_study_new         (SegueSession *session);
SegueLeaving      *segue_leaving_study_get_leaving (SegueLeavingStudy *self);
gboolean           segue_leaving_study_is_running  (SegueLeavingStudy *self);

G_END_DECLS
