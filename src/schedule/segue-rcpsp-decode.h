/* segue-rcpsp-decode.h - serial schedule generation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal to the room.
 */
#pragma once

#include "schedule/segue-rcpsp-net.h"

G_BEGIN_DECLS

typedef struct _SegueRcpspDecoder SegueRcpspDecoder;

struct _SegueRcpspDecoder
{
  const SegueRcpspNet *net;
  gint32 (*decode) (SegueRcpspDecoder *decoder, SegueRcpspSide side, const gint32 *list, gint32 *start);
  gint32 stride;    /* words of a plane */
  gint32 touched;   /* slots that may differ from full */
  guint32 *profile; /* n_planes x stride: what is free */
  gint32 *buckets;  /* for sorting by time */
  gint64 n_schedules;
};

void   segue_rcpsp_decoder_init  (SegueRcpspDecoder   *decoder,
                                  const SegueRcpspNet *net);
void   segue_rcpsp_decoder_clear (SegueRcpspDecoder   *decoder);
gint32 segue_rcpsp_decode        (SegueRcpspDecoder   *decoder,
                                  SegueRcpspSide       side,
                                  const gint32        *list,
                                  gint32              *start);
void   segue_rcpsp_turn          (SegueRcpspDecoder   *decoder,
                                  SegueRcpspSide       side,
                                  const gint32        *list,
                                  const gint32        *start,
                                  gint32               makespan,
                                  gint32              *turned);

G_END_DECLS
