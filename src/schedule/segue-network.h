/* segue-network.h - the temporal network of steps and rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

/* No bound. What lies further is here; a lag more still fits into 32 bits. */
#define SEGUE_FAR (1 << 30)

/* Who makes a bound or an edge, where no rule does: `now` or a length. */
#define SEGUE_GIVEN (-1)

/* How much of a rule counts. */
typedef enum
{
  SEGUE_RULE_FULL,
  SEGUE_RULE_LOWER, /* its upper side has given way */
  SEGUE_RULE_OFF,
} SegueRuleMode;

/* day (to) >= day (from) + weight; where it comes from says where it stands */
typedef struct
{
  gint32 to;
  gint32 weight;
} SegueEdge;

/* The day of a point is that of its node plus the offset; node -1 is day 0. */
typedef struct
{
  gint32 node;
  gint32 offset;
} SeguePlace;

/* What an act takes of its days, where that is simple; see segue_network_new(). */
typedef struct
{
  gint32 minutes; /* of plain work; 0: nothing; -1: not simple */
  gint32 cap;     /* the most a day */
} SegueTake;

/* A rule that days which cannot change break, and by how much. */
typedef struct
{
  gint32 rule;
  gint64 gap;
} SegueFixedBreak;

/**
 * SegueNetwork:
 *
 * An act is a step that is still to be placed. Its nodes stand together: a
 * milestone and a wait have one (the end of a wait is its start plus its
 * length), work and practice have two. Who made what, and what supports a node, is
 * found out when someone wants to know why: segue_network_find_reasons().
 */
typedef struct
{
  const SegueProblem *problem;
  const gint32 *rules; /* what it was made from */
  gint32 n_rules;
  const guint8 *modes;
  gint32 *block;      /* of segue_network_new(): all arrays are in it */
  gint32 n_acts;
  gint32 *act_step;
  gint32 *act_node;   /* its start; n_acts + 1 entries */
  gint32 *act_days;   /* of a wait its length, of a milestone 0, else 1 */
  SegueTake *act_take;
  guint8 *act_importance;
  gint32 *step_act;   /* -1: not in, -2: lies where it happened */
  gint32 n_nodes;
  gint32 *node_act;
  gint32 *floor;      /* absolute bounds */
  gint32 *ceiling;
  gint32 n_edges;
  SegueEdge *edges;   /* by where they come from */
  gint32 *first_edge; /* n_nodes + 1 entries */
  gint32 *order;      /* nodes, so that edges go forward where they can; %NULL: as they stand */
  gint32 *rank;       /* the same */
  gboolean has_back_edges;
  gboolean has_practices;
  gboolean has_targets;
  gboolean has_own_rules; /* between the start and the end of one act */
  GArray *broken;     /* of SegueFixedBreak */

  gint32 *earliest;
  gint32 *latest;
  gint32 bad_node;    /* lies beyond its ceiling, or on a cycle; else -1 */
  gboolean bad_cycle;

  gboolean has_supports;
  gboolean has_makers;
  gint32 *support;      /* the edge that holds the node at its earliest, or -1: its floor */
  gint32 *edge_from;
  gint32 *edge_rule;    /* the rules that made edges and bounds, or SEGUE_GIVEN */
  gint32 *floor_rule;
  gint32 *ceiling_rule;
} SegueNetwork;

SegueNetwork *segue_network_new           (const SegueProblem  *problem,
                                           const gint32        *steps,
                                           gint32               n_steps,
                                           const gint32        *rules,
                                           gint32               n_rules,
                                           const guint8        *modes);
void          segue_network_free          (SegueNetwork        *network);
SeguePlace    segue_network_locate        (const SegueNetwork  *network,
                                           SeguePoint           point);
void          segue_network_refresh_step  (SegueNetwork        *network,
                                           gint32               step,
                                           const gint32        *rules,
                                           gint32               n_rules,
                                           const gint32        *rule_edge);
gboolean      segue_network_find_earliest (SegueNetwork        *network,
                                           const gint32        *floor);
void          segue_network_find_reasons  (SegueNetwork        *network);
void          segue_network_find_makers   (SegueNetwork        *network);
void          segue_network_find_latest   (const SegueNetwork  *network,
                                           const gint32        *ceiling,
                                           gint32              *latest);

SegueDay      segue_step_done_end         (const SegueProblem  *problem,
                                           gint32               step);
SegueDay      segue_step_done_start       (const SegueProblem  *problem,
                                           gint32               step);
gint32        segue_step_length           (const SegueStepSpec *step);
gint64        segue_step_left             (const SegueStepSpec *step);
gint32        segue_rule_shift            (const SegueProblem  *problem,
                                           const SegueRuleSpec *rule);

/* The node at a place of the order. */
static inline gint32
segue_network_get_node (const SegueNetwork *network,
                        gint32              rank)
{
  return network->order ? network->order[rank] : rank;
}

static inline gint32
segue_network_get_rank (const SegueNetwork *network,
                        gint32              node)
{
  return network->rank ? network->rank[node] : node;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueNetwork, segue_network_free)

G_END_DECLS
