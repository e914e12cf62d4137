/* segue-rcpsp.h - search for plans with pools and unsplittable activities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The resource-constrained project scheduling problem with generalised
 * precedence (RCPSP/max): n activities that may not be interrupted, each with
 * a duration and a constant need of some renewable resources, differences
 * between starts that must not be undercut, and windows for the starts. The
 * end of the last activity shall be early.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* start (to) >= start (from) + lag; a maximal lag is an arc backwards with a
 * negative number. */
typedef struct
{
  gint32 from;
  gint32 to;
  gint32 lag;
} SegueRcpspArc;

typedef struct
{
  gint32 n;
  gint32 n_resources;
  const gint32 *duration; /* of each activity, not negative */
  const gint32 *need;     /* n_resources of each activity, not negative */
  const gint32 *capacity; /* of each resource, not negative */
  const SegueRcpspArc *arcs;
  gint32 n_arcs;
  const gint32 *earliest; /* start of each, not negative, or NULL: 0 */
  const gint32 *latest;   /* start of each, G_MAXINT32: any; or NULL: any */
} SegueRcpsp;

/* OPTIMAL and INFEASIBLE are said only of what was proven. */
typedef enum
{
  SEGUE_RCPSP_UNKNOWN,
  SEGUE_RCPSP_FEASIBLE,
  SEGUE_RCPSP_OPTIMAL,
  SEGUE_RCPSP_INFEASIBLE,
} SegueRcpspStatus;

typedef struct
{
  guint64 seed;
  gint64 max_schedules; /* passes of schedule generation, parts added up; -1: no limit */
  gint64 max_conflicts; /* of the exact search; -1: no limit, 0: none of it */
  /* Asked now and then; FALSE ends the search with what there is. */
  gboolean (*keep_going) (gpointer user_data);
  /* Told of every better schedule; start belongs to the search. */
  void (*improved) (const gint32 *start, gint32 makespan, gpointer user_data);
  gpointer user_data;
} SegueRcpspOptions;

typedef struct
{
  SegueRcpspStatus status;
  gint32 makespan;    /* of FEASIBLE and OPTIMAL */
  gint32 lower_bound; /* proven, unless INFEASIBLE */
  gint32 *start;      /* of FEASIBLE and OPTIMAL, else NULL */
  gint64 n_schedules; /* passes that were made, parts added up */
  gint64 n_conflicts;
} SegueRcpspResult;

SegueRcpspResult *segue_rcpsp_solve       (const SegueRcpsp        *problem,
                                           const SegueRcpspOptions *options);
void              segue_rcpsp_result_free (SegueRcpspResult        *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueRcpspResult, segue_rcpsp_result_free)

G_END_DECLS
