/* segue-chain.h - how the rules of a conflict follow from one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/* One rule of the chain and what follows from it and those before it. */
typedef struct
{
  int rule;         /* an index of the layout's */
  SeguePoint point; /* that is bound by it */
  SegueDay day;     /* its last possible day, or SEGUE_DAY_NONE; of the last rule its first */
} SegueChainLink;

/**
 * SegueChain:
 *
 * The rules of a conflict of dates in the order in which they follow from one
 * another: from a day that is set, each moves the last possible day of a point
 * to an earlier one, until that lies before the first possible day:
 *
 *     enrol 1 March ─► resign by 28 February ─► exercise by 28 February ▒▒ from 1 April
 */
typedef struct
{
  SegueChainLink *links;
  guint n_links;
  SegueDay latest;   /* between these the gap opens; both are SEGUE_DAY_NONE */
  SegueDay earliest; /* if the rules name no days between which it would */
} SegueChain;

SegueChain *segue_chain_new      (SegueLayout *layout, int conflict);
void        segue_chain_free     (SegueChain *self);
char       *segue_chain_describe (SegueLayout *layout, const SegueChain *self, guint link); /* or NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueChain, segue_chain_free)

/* Minutes that each step of a conflict of hours needs, in its order; NULL where
 * the sum of them is not what the conflict needs. (transfer full) */
gint64     *segue_chain_share_hours (SegueLayout *layout, int conflict);

G_END_DECLS
