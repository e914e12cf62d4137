/* segue-rcpsp-decode.h - serial schedule generation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal to the room.
 */
#pragma once

#include "schedule/segue-rcpsp-net.h"

G_BEGIN_DECLS

typedef struct
{
  const SegueRcpspNet *net;
  gboolean is_wide; /* the machine has what the wide kernel wants */
  gint32 stride;    /* words of a plane */
  gint32 touched;   /* slots that may differ from full */
  guint32 *profile; /* n_planes x stride: what is free */
  gint32 *buckets;  /* for sorting by time */
  gint32 *waits;    /* by the clock, of each activity: feeds not placed yet */
  gint32 *rank;     /* likewise: place in the list */
  gint32 *hope;     /* of each place in the list: it cannot start before this */
  guint64 *ready;   /* a bit of each place in the list */
  guint64 *open;    /* likewise: ready, and there may be enough free for it */
  gint32 lacks_stride;
  guint32 *lacks;   /* n_planes x lacks_stride, by place in the list: need, negative */
  gint64 n_placed;  /* activities to which a pass gave a start */
  gint32 reached;   /* likewise, with those that were known, in the last pass */
} SegueRcpspDecoder;

void   segue_rcpsp_decoder_init  (SegueRcpspDecoder   *decoder,
                                  const SegueRcpspNet *net);
void   segue_rcpsp_decoder_clear (SegueRcpspDecoder   *decoder);
gint32 segue_rcpsp_decode        (SegueRcpspDecoder   *decoder,
                                  SegueRcpspSide       side,
                                  const gint32        *list,
                                  gint32              *start);
gint32 segue_rcpsp_decode_from  (SegueRcpspDecoder   *decoder,
                                  SegueRcpspSide       side,
                                  const gint32        *list,
                                  gint32               n_known,
                                  gint32               limit,
                                  gint32              *start);
gint32 segue_rcpsp_decode_by_clock
                                 (SegueRcpspDecoder   *decoder,
                                  SegueRcpspSide       side,
                                  const gint32        *list,
                                  gint32               patience,
                                  gint32               limit,
                                  gint32              *start);
void   segue_rcpsp_turn          (SegueRcpspDecoder   *decoder,
                                  SegueRcpspSide       side,
                                  const gint32        *list,
                                  const gint32        *start,
                                  gint32               makespan,
                                  gint32              *turned);

/* Schedules that were made: so many as their placements fill, the last begun one too. */
static inline gint64
segue_rcpsp_decoder_n_schedules (const SegueRcpspDecoder *decoder)
{
  return (decoder->n_placed + decoder->net->n - 1) / MAX (decoder->net->n, 1);
}

G_END_DECLS
