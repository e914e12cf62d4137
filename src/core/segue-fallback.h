/* segue-fallback.h - whether a second route survives the first one's answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/* All indexes are those of the layout that was asked about. */
typedef struct
{
  int goal;
  int route;       /* the one that is taken */
  int gate;        /* the step that decides it */
  int next;        /* the route that would take its place */
  SegueDay answer; /* when the gate decides */
  gboolean in_time; /* whether @next can still be reached after a no on that day */
  SegueDay until;  /* if not: the last day on which a no would still come in time, or SEGUE_DAY_NONE */
} SegueFallback;

GArray *segue_fallback_find (SeguePlan *plan, SegueLayout *layout, const gint *cancelled); /* of SegueFallback */
char   *segue_fallback_describe (SegueLayout *layout, const SegueFallback *fallback);

G_END_DECLS
