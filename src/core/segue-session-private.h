/* segue-session-private.h - what a session is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-act.h"
#include "core/segue-history.h"
#include "core/segue-layout-work.h"
#include "core/segue-session.h"

G_BEGIN_DECLS

struct _SegueSession
{
  GObject parent_instance;

  SeguePlan *plan;
  SegueStorage *storage;
  SegueLayout *layout;
  SegueLayout *settled; /* the last one with dates of its own */
  SegueLayout *before;  /* that of the edit before, from which it changes least */
  SegueLayoutWork *work;
  SeguePlan *copy;      /* what is being laid out */
  gint64 patience;
  gint64 limit;
  gboolean has_dates;   /* whether those of the layout are of the plan as it is */
  gboolean complete;
  SegueHistory *history;
  SegueDay today;

  GQueue wishes;          /* of Wish, the first of them under way if there is an act */
  SegueAct *act;
  SegueLayoutWork *dates; /* of the plan with the act, or NULL */
  guint dates_id;         /* they are waited for no longer */
};

/* segue-session.c */
void segue_session_take_act       (SegueSession *self, SeguePlan *plan, SegueChangeSet *change_set, SegueLayout *dates);
void segue_session_announce       (SegueSession *self, SegueChangeSet *change_set);
void segue_session_wait_for_dates (SegueSession *self);

/* segue-session-acts.c */
void segue_session_begin_act      (SegueSession *self);

G_END_DECLS
