/* segue-rcpsp-incumbent.c - the best schedule so far, and whether to go on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-rcpsp-incumbent.h"

#include <string.h>

void
segue_rcpsp_incumbent_init (SegueRcpspIncumbent     *incumbent,
                            const SegueRcpsp        *problem,
                            const SegueRcpspOptions *options)
{
  incumbent->problem = problem;
  incumbent->options = options;
  incumbent->lower_bound = 0;
  incumbent->makespan = G_MAXINT32;
  incumbent->start = g_new0 (gint32, problem->n + 1);
  incumbent->stopped = FALSE;
}

void
segue_rcpsp_incumbent_clear (SegueRcpspIncumbent *incumbent)
{
  g_clear_pointer (&incumbent->start, g_free);
}

/* Takes a valid schedule if it is better, and tells the caller. */
void
segue_rcpsp_incumbent_offer (SegueRcpspIncumbent *incumbent,
                             const gint32        *start,
                             gint32               makespan)
{
  if (makespan >= incumbent->makespan)
    return;
  incumbent->makespan = makespan;
  memcpy (incumbent->start, start, sizeof *start * (gsize) incumbent->problem->n);
  if (incumbent->options->improved != NULL)
    incumbent->options->improved (incumbent->start, makespan, incumbent->options->user_data);
}

/* Asks the caller; a "no" stands. */
gboolean
segue_rcpsp_incumbent_go_on (SegueRcpspIncumbent *incumbent)
{
  const SegueRcpspOptions *options = incumbent->options;

  if (!incumbent->stopped && options->keep_going != NULL)
    incumbent->stopped = !options->keep_going (options->user_data);
  return !incumbent->stopped;
}
