/* segue-outlook.h - what a layout holds in store for a goal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout-work.h"

G_BEGIN_DECLS

/* What one compares routes and scenarios by. */
typedef enum
{
  SEGUE_OUTLOOK_STATE,   /* chosen, 32 days short, closed */
  SEGUE_OUTLOOK_END,     /* the last day of the goal */
  SEGUE_OUTLOOK_SLACK,   /* of the step that has least */
  SEGUE_OUTLOOK_HOURS,   /* a week, until the goal's work is done */
  SEGUE_OUTLOOK_LEAVING, /* the last day of employment */
  SEGUE_OUTLOOK_KEPT,    /* units of all grants */
  SEGUE_OUTLOOK_LOST,
  SEGUE_OUTLOOK_N_MEASURES,
} SegueOutlookMeasure;

char      *segue_outlook_name     (SegueOutlookMeasure measure);
char      *segue_outlook_describe (SegueLayout *layout, int goal, SegueOutlookMeasure measure);

/* When it is reached, and whether it has been. */
SegueDay   segue_outlook_find_end  (SegueLayout *layout, int goal);
gboolean   segue_outlook_is_done   (SegueLayout *layout, int goal);

/* By how many days the goal's latest step is late, at worst; 0 if all are in time. */
int        segue_outlook_find_late (SegueLayout *layout, int goal);

/* Whether the declaration names a route or a step of the goal. */
gboolean   segue_outlook_is_excluded (SegueLayout *layout, int goal, int exclusive);

/* The plan as it would lie if the route were the only one of its goal, worked out in a thread. */
SegueLayoutWork *segue_outlook_begin_route (SeguePlan *plan, SegueLayout *layout, SegueDay today, const char *route_id,
                                            SegueLayoutWorkFunc done, gpointer data);

G_END_DECLS
