/* segue-tally.h - what is counted over many schedules of one problem
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

/* How often something ended on which day, and how often it never did. */
typedef struct
{
  SegueDay base;
  gint32 n;       /* days from base on that are counted */
  guint32 *counts;
  guint32 n_ends;
  guint32 n_never;
} SegueEnds;

/**
 * SegueTally:
 *
 * Sums of what was seen. Sums do not depend on the order in which they are
 * made, and so neither does the result on the number of threads.
 */
typedef struct
{
  const SegueProblem *problem;
  gint32 n_samples;
  SegueEnds *steps;
  SegueEnds *goals;
  gint32 *step_asked;
  gint32 *step_on_time;
  gint32 *step_critical;
  gint32 *route_reached;
  gint32 *rule_asked;
  gint32 *rule_holds;

  guint8 *rule_fails;  /* of the schedule that is being looked at */
  guint8 *route_missed;
  guint8 *on_time;
} SegueTally;

void       segue_ends_cover     (SegueEnds           *ends,
                                 SegueDay             from,
                                 SegueDay             until);
void       segue_ends_add       (SegueEnds           *ends,
                                 SegueDay             first,
                                 const guint32       *counts,
                                 gint32               n);

/* Counts one that ends on a day. */
static inline void
segue_ends_count (SegueEnds *ends,
                  SegueDay   day)
{
  const guint32 one = 1;
  gint64 place = (gint64) day - ends->base;

  if (G_UNLIKELY (place < 0 || place >= ends->n))
    {
      segue_ends_add (ends, day, &one, 1);
      return;
    }
  ends->counts[place]++;
  ends->n_ends++;
}

void       segue_tally_init     (SegueTally          *tally,
                                 const SegueProblem  *problem);
void       segue_tally_clear    (SegueTally          *tally);
void       segue_tally_add      (SegueTally          *tally,
                                 const SegueSchedule *schedule);
void       segue_tally_add_kept (SegueTally          *tally,
                                 const SegueSchedule *schedule,
                                 gint32               n);
void       segue_tally_merge    (SegueTally          *tally,
                                 const SegueTally    *other);
SegueRisk *segue_tally_end      (const SegueTally    *tally);

G_END_DECLS
