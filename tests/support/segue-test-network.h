/* segue-test-network.h - days as a graph, with shortest paths done the slow way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

/* Longer than any path; two of them can be added. */
#define SEGUE_TEST_FAR (G_MAXINT64 / 4)

/* d(to) ≤ d(from) + weight, because of a rule or (-1) because it is given */
typedef struct
{
  gint32 from;
  gint32 to;
  gint64 weight;
  gint32 rule;
} SegueTestEdge;

/* Node 0 is day 0; every step has two nodes, of which a milestone uses one. */
typedef struct
{
  const SegueProblem *problem;
  gint32 n_nodes;
  GArray *edges;
} SegueTestNetwork;

SegueTestNetwork *segue_test_network_new        (const SegueProblem     *problem);
void              segue_test_network_free       (SegueTestNetwork       *network);
gint32            segue_test_network_node       (const SegueProblem     *problem,
                                                 SeguePoint              point);
void              segue_test_network_add_step   (SegueTestNetwork       *network,
                                                 gint32                  step);
void              segue_test_network_add_rule   (SegueTestNetwork       *network,
                                                 gint32                  rule);
gboolean          segue_test_network_consistent (const SegueTestNetwork *network,
                                                 gint32                  without);
gint64            segue_test_network_distance   (const SegueTestNetwork *network,
                                                 gint32                  from,
                                                 gint32                  to,
                                                 gint32                  without);
gint64            segue_test_network_gap        (const SegueTestNetwork *network,
                                                 gint32                  rule);
gint64           *segue_test_network_close      (const SegueTestNetwork *network);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueTestNetwork, segue_test_network_free)

G_END_DECLS
