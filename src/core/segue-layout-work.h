/* segue-layout-work.h - a plan being laid out in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/**
 * SegueLayoutWork:
 *
 * One layout while it is worked out elsewhere. Whoever began it may wait a
 * little, be told later, or drop it; an answer is handed over at most once.
 */
typedef struct _SegueLayoutWork SegueLayoutWork;

typedef void (*SegueLayoutWorkFunc) (SegueLayout *layout, gpointer data);

SegueLayoutWork *segue_layout_work_begin (SeguePlan *copy, SegueDay today, SegueSolveFlags flags, SegueLayout *previous,
                                          SegueLayoutWorkFunc done, gpointer data);
SegueLayout     *segue_layout_work_wait  (SegueLayoutWork *self, gint64 patience);
SegueLayout     *segue_layout_work_wait_until (SegueLayoutWork *self, gint64 patience, gint64 limit);
void             segue_layout_work_drop  (SegueLayoutWork *self);

G_END_DECLS
