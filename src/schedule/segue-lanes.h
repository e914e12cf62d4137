/* segue-lanes.h - many draws side by side, hours left aside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-sketch.h"
#include "schedule/segue-tally.h"

G_BEGIN_DECLS

/* Draws in a batch. */
#define SEGUE_LANES 1024

typedef struct _SegueLanes SegueLanes;

typedef enum
{
  SEGUE_LANES_ANY,      /* the widest this machine has */
  SEGUE_LANES_BASELINE, /* what every machine has */
} SegueLanesWidth;

SegueLanes   *segue_lanes_new   (const SegueSketch *sketch,
                                 const guint32      key[2],
                                 SegueLanesWidth    width);
void          segue_lanes_free  (SegueLanes        *lanes);
void          segue_lanes_run   (SegueLanes        *lanes,
                                 gint32             first,
                                 gint32             n,
                                 GArray            *broken);
void          segue_lanes_tell  (SegueLanes        *lanes,
                                 SegueTally        *tally);

G_END_DECLS
