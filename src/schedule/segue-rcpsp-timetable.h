/* segue-rcpsp-timetable.h - what must run when, and what therefore cannot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal to the room.
 */
#pragma once

#include "schedule/segue-rcpsp-learn.h"
#include "schedule/segue-rcpsp-net.h"

G_BEGIN_DECLS

typedef struct
{
  SegueLearner *learner; /* variable i is the start of activity i */
  const SegueRcpsp *problem;
  gint32 horizon;
  SegueRcpspPacking packing;
  guint32 *need;    /* n_planes of each activity */
  guint32 *free;    /* n_planes of each slot: what the sure parts leave */
  gint32 *begin;    /* of each activity: the sure part that is taken from free */
  gint32 *end;
  gint32 *seen;     /* limits of both sides when the activity was last looked at */
  gint32 changed_begin; /* slots from which more was taken since */
  gint32 changed_end;
  gint32 *by_need;  /* for each resource, its users by falling need */
  gint32 *n_users;  /* of each resource */
  GArray *reason;   /* scratch */
} SegueTimetable;

void     segue_timetable_init      (SegueTimetable   *timetable,
                                    SegueLearner     *learner,
                                    const SegueRcpsp *problem,
                                    gint32            horizon);
void     segue_timetable_clear     (SegueTimetable   *timetable);
gboolean segue_timetable_propagate (SegueTimetable   *timetable);

G_END_DECLS
