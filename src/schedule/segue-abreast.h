/* segue-abreast.h - hours given in a fixed order, draws side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-lanes.h"

G_BEGIN_DECLS

/* Draws side by side, at most. */
#define SEGUE_ABREAST_MOST 16

/**
 * SegueAbreast:
 * @width: draws that are laid out together
 * @end: of each act the day on which it ends, by draw; @latest_end alike, of
 *   those that are limited
 * @broken: of each draw whether a rule, a target or the latest days are missed
 */
typedef struct
{
  gint32 width;
  gint16 *end;
  gint16 *latest_end;
  gint16 *broken;
} SegueAbreast;

SegueAbreast *segue_abreast_new  (const SegueSketch *sketch,
                                  const guint32      key[2],
                                  SegueLanesWidth    width);
void          segue_abreast_free (SegueAbreast      *abreast);
void          segue_abreast_run  (SegueAbreast      *abreast,
                                  gint32             first);

G_END_DECLS
