/* segue-rcpsp-incumbent.h - the best schedule so far, and whether to go on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal to the room: what the searches of one call share.
 */
#pragma once

#include "schedule/segue-rcpsp.h"

G_BEGIN_DECLS

typedef struct
{
  const SegueRcpsp *problem;
  const SegueRcpspOptions *options;
  gint32 lower_bound; /* proven */
  gint32 makespan;    /* of start; G_MAXINT32: none yet */
  gint32 *start;
  gboolean stopped;   /* the caller said so */
} SegueRcpspIncumbent;

void     segue_rcpsp_incumbent_init   (SegueRcpspIncumbent     *incumbent,
                                       const SegueRcpsp        *problem,
                                       const SegueRcpspOptions *options);
void     segue_rcpsp_incumbent_clear  (SegueRcpspIncumbent     *incumbent);
void     segue_rcpsp_incumbent_offer  (SegueRcpspIncumbent     *incumbent,
                                       const gint32            *start,
                                       gint32                   makespan);
gboolean segue_rcpsp_incumbent_go_on  (SegueRcpspIncumbent     *incumbent);

/* Whether nothing better than what is known can exist. */
static inline gboolean
segue_rcpsp_incumbent_is_optimal (const SegueRcpspIncumbent *incumbent)
{
  return incumbent->makespan <= incumbent->lower_bound;
}

G_END_DECLS
