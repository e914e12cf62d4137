/* segue-rcpsp-exact.h - search that ends with a proof
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal to the room.
 */
#pragma once

#include "schedule/segue-rcpsp-incumbent.h"

G_BEGIN_DECLS

typedef struct _SegueRcpspExact SegueRcpspExact;

SegueRcpspExact *segue_rcpsp_exact_new         (const SegueRcpsp    *problem,
                                                SegueRcpspIncumbent *incumbent);
gboolean         segue_rcpsp_exact_run         (SegueRcpspExact     *exact,
                                                gint64               until);
gint64           segue_rcpsp_exact_n_conflicts (SegueRcpspExact     *exact);
void             segue_rcpsp_exact_free        (SegueRcpspExact     *exact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueRcpspExact, segue_rcpsp_exact_free)

G_END_DECLS
