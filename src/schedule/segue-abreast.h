/* segue-abreast.h - hours given in a fixed order, draws side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-lanes.h"
#include "schedule/segue-tally.h"

G_BEGIN_DECLS

/**
 * SegueAbreastCounts:
 * @ends: of each act
 * @goal_ends: of each goal
 * @critical: of each act how often it could not have ended later
 * @n_kept: draws that were counted
 */
typedef struct
{
  SegueEnds *ends;
  SegueEnds *goal_ends;
  gint32 *critical;
  gint32 n_kept;
} SegueAbreastCounts;

typedef struct _SegueAbreast SegueAbreast;

SegueAbreast *segue_abreast_new  (const SegueSketch  *sketch,
                                  const guint32       key[2],
                                  SegueLanesWidth     width,
                                  const gint32       *done_end);
void          segue_abreast_free (SegueAbreast       *abreast);
gint32        segue_abreast_run  (SegueAbreast       *abreast,
                                  gint32              first,
                                  gint32              n,
                                  SegueAbreastCounts *counts,
                                  GArray             *broken);

G_END_DECLS
