/* segue-rcpsp-sample.h - lists of activities drawn at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal to the room.
 */
#pragma once

#include "schedule/segue-random.h"
#include "schedule/segue-rcpsp-net.h"

G_BEGIN_DECLS

typedef struct
{
  const SegueRcpspNet *net;
  SegueRandom *random;
  gint32 *ready;    /* activities that wait for no other */
  gint32 n_ready;
  gint32 *waits;    /* of each activity: for how many */
  double *chance;   /* of the ready ones, summed up */
  gint32 *earliest; /* start of each ready one that the arcs allow */
  gint32 *start;
  gint32 *running;
  gint32 n_running;
  guint32 *free;    /* of each plane, at the time that is looked at */
} SegueRcpspSampler;

void segue_rcpsp_sampler_init  (SegueRcpspSampler   *sampler,
                                const SegueRcpspNet *net,
                                SegueRandom         *random);
void segue_rcpsp_sampler_clear (SegueRcpspSampler   *sampler);
void segue_rcpsp_sample_best   (SegueRcpspSampler   *sampler,
                                SegueRcpspSide       side,
                                gint32              *list);
void segue_rcpsp_sample        (SegueRcpspSampler   *sampler,
                                SegueRcpspSide       side,
                                gint32              *list);

G_END_DECLS
