/* segue-rcpsp-net.h - a project made ready for schedule generation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal to the room. A net is the plain case of the problem: no cycles, no
 * latest starts, and every arc at least as long as the activity it leaves. It
 * is kept twice, forwards and mirrored in time, so that one decoder pushes
 * activities to either end.
 */
#pragma once

#include "schedule/segue-rcpsp.h"

G_BEGIN_DECLS

#define SEGUE_RCPSP_INLINE_FEEDS 3
#define SEGUE_RCPSP_PATTERN 12

typedef enum
{
  SEGUE_RCPSP_FORWARDS,
  SEGUE_RCPSP_MIRRORED,
} SegueRcpspSide;

static inline SegueRcpspSide
segue_rcpsp_turn_side (SegueRcpspSide side)
{
  return side == SEGUE_RCPSP_FORWARDS ? SEGUE_RCPSP_MIRRORED : SEGUE_RCPSP_FORWARDS;
}

typedef struct
{
  gint32 node;
  gint32 lag;
} SegueRcpspFeed;

/* What one placement reads, in two lines of the cache. Unused feeds name the
 * node itself with a lag that never counts. */
typedef struct
{
  gint32 head; /* earliest start */
  gint32 tail; /* what has to follow its end */
  gint32 first_more, end_more; /* feeds beyond the inline ones */
  SegueRcpspFeed feed[SEGUE_RCPSP_INLINE_FEEDS];
  gint32 duration;
  guint8 fold[8]; /* shifts that find runs of duration free slots */
} SegueRcpspNode;

typedef struct
{
  gint32 n;
  gint32 n_planes;
  gint32 horizon; /* no schedule that the decoder makes is longer */
  gint32 lower_bound;
  gint32 *order;             /* a topological order, forwards */
  gint32 *longest[2];        /* from the start of a node to the end, by side */
  SegueRcpspNode *node[2];   /* by side */
  SegueRcpspFeed *more[2];   /* by side */
  gint32 *n_feeds[2];        /* of each node, by side; more than any of node n, which no feed is */
  guint32 *need;             /* n_planes of each node */
  guint32 *pattern;          /* SEGUE_RCPSP_PATTERN slots of each plane of each node */
  guint32 *guard;            /* of each plane */
  guint32 *full;             /* of each plane: all capacity, and the guards */
  double *load;              /* of each node: needed share of the capacities */
} SegueRcpspNet;

/* NULL if the problem is not plain; it has to be sound (segue_rcpsp_solve()). */
SegueRcpspNet *segue_rcpsp_net_new  (const SegueRcpsp *problem);
void           segue_rcpsp_net_free (SegueRcpspNet    *net);

/* How resources lie side by side in 32-bit words. */
typedef struct
{
  gint32 n_planes;
  gint32 *plane; /* of each resource, -1: it never binds */
  gint32 *shift;
  guint32 *bit;  /* guard of each resource */
  guint32 *guard;
  guint32 *full;
} SegueRcpspPacking;

void    segue_rcpsp_packing_init  (SegueRcpspPacking       *packing,
                                   const SegueRcpsp        *problem);
guint32 segue_rcpsp_packing_need  (const SegueRcpspPacking *packing,
                                   const SegueRcpsp        *problem,
                                   gint32                   activity,
                                   gint32                   plane);
void    segue_rcpsp_packing_clear (SegueRcpspPacking       *packing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueRcpspNet, segue_rcpsp_net_free)

G_END_DECLS
