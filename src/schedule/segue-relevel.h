/* segue-relevel.h - many draws, hours given in a fixed order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-sketch.h"
#include "schedule/segue-tally.h"

G_BEGIN_DECLS

typedef struct _SegueRelevel SegueRelevel;

typedef enum
{
  SEGUE_RELEVEL_ANY,      /* as many draws side by side as this machine can */
  SEGUE_RELEVEL_BASELINE, /* as many as every machine can */
  SEGUE_RELEVEL_SINGLY,   /* one after the other */
} SegueRelevelWidth;

SegueRelevel *segue_relevel_new  (const SegueSketch  *sketch,
                                  const guint32       key[2],
                                  SegueRelevelWidth   width);
void          segue_relevel_free (SegueRelevel       *relevel);
gboolean      segue_relevel_repeats (SegueRelevel    *relevel);
void          segue_relevel_run  (SegueRelevel       *relevel,
                                  gint32              first,
                                  gint32              n,
                                  GArray             *broken);
void          segue_relevel_tell (const SegueRelevel *relevel,
                                  SegueTally         *tally);

G_END_DECLS
