/* segue-end-order.h - acts sorted for the way back, draw after draw
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-sketch.h"

G_BEGIN_DECLS

/* Scratch: empty between two lists, but for the limited acts, from the last to the first. */
typedef struct
{
  gint32 *limited;
  gint32 n_limited;
  gint32 *next;    /* the act before in the same day's list, or -1 */
  gint32 *last_on; /* the last act that ends on a day, or -1 */
  guint64 *ending; /* a bit for each day on which one does */
  guint8 *placed;
} SegueEndOrder;

void   segue_end_order_init  (SegueEndOrder     *order,
                              const SegueSketch *sketch);
void   segue_end_order_clear (SegueEndOrder     *order);
gint32 segue_end_order_list  (SegueEndOrder     *order,
                              const SegueSketch *sketch,
                              const gint32      *end,
                              gint32            *by_end);

G_END_DECLS
