/* segue-rcpsp-evolve.h - search by two populations of activity lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal to the room.
 */
#pragma once

#include "schedule/segue-rcpsp-decode.h"
#include "schedule/segue-rcpsp-incumbent.h"

G_BEGIN_DECLS

typedef struct _SegueRcpspEvolution SegueRcpspEvolution;

SegueRcpspEvolution *segue_rcpsp_evolution_new         (const SegueRcpspNet *net,
                                                        SegueRcpspIncumbent *incumbent,
                                                        gint64               expected);
void                 segue_rcpsp_evolution_run         (SegueRcpspEvolution *evolution,
                                                        gint64               until);
gint64               segue_rcpsp_evolution_n_schedules (SegueRcpspEvolution *evolution);
void                 segue_rcpsp_evolution_free        (SegueRcpspEvolution *evolution);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueRcpspEvolution, segue_rcpsp_evolution_free)

G_END_DECLS
