/* segue-flow.h - minutes of work on days, as a flow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Minutes of a work that have to lie somewhere on [from, until]. */
typedef struct
{
  gint32 work;
  gint32 from;
  gint32 until;
  gint64 amount;
  gint64 rest; /* what has no day yet */
} SegueFlowPart;

/**
 * SegueFlow:
 * @left: by day, what is there for work and not taken
 * @most: by work and day, what the work may take at most
 * @minutes: by work and day, what it takes; to begin with, what it must
 * @given: by part and day, what the part takes of that
 * @steady: by work, whether it should go on day by day once begun
 * @parts: three at most for each work
 */
typedef struct
{
  gint32 n_works;
  gint32 n_days;
  gint32 *left;
  gint32 *most;
  gint32 *minutes;
  gint32 *given;
  SegueFlowPart *parts;
  gint32 n_parts;
  guint8 *steady;
  gint32 *begun;
  gint32 *order;
  gint32 *queue;
  gint32 *parent;
  gint32 *via;
} SegueFlow;

void     segue_flow_init  (SegueFlow *flow,
                           gint32     n_works,
                           gint32     n_days);
void     segue_flow_clear (SegueFlow *flow);
gboolean segue_flow_run   (SegueFlow *flow);

G_END_DECLS
