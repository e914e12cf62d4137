/* segue-solver-private.h - a plan that is kept between two edits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-bit-queue.h"
#include "schedule/segue-engine.h"

G_BEGIN_DECLS

/* An edge from where it ends, with what placing wants of it. */
typedef struct
{
  gint32 edge;
  gint32 from;
  gint32 weight;
} SegueInEdge;

/**
 * SegueSolver:
 * @is_warm: the engine holds the layout of the problem as it was before @edited
 * @is_lost: after the edits the rules cannot all hold
 * @first_in: where the edges into a node begin in @in; n_nodes + 1 entries
 * @in: the edges into each node in the order in which a sweep comes by them
 * @rule_edge: the only edge of each rule, or -1
 * @first_rule: where the rules that touch a step begin in @step_rules
 * @items: the acts by their keys
 * @position: where an act stands in the sequence
 * @edited: acts whose estimates, rules or bounds have changed
 * @resized: acts among them that take another number of days
 * @rekeyed: acts whose key may have changed
 * @tightened: nodes whose last day has become another
 * @forward: ranks of nodes whose earliest day is to be looked at
 * @backward: the same for the latest, ranks counted from the last
 * @n_placed: acts that the last solve has placed
 */
struct _SegueSolver
{
  SegueProblem problem;
  SegueStepSpec *steps;
  SegueRuleSpec *rules;
  SegueEngine engine;
  gboolean has_engine;
  gboolean is_warm;
  gboolean is_lost;
  gboolean has_targets;
  SegueSchedule *schedule;

  gint32 *first_in;
  SegueInEdge *in;
  gint32 *rule_edge;
  gint32 *first_rule;
  gint32 *step_rules;
  gint32 *importance;
  SegueSortItem *items;
  SegueSortItem *spare_items;
  gint32 *old_sequence;
  gint32 *position;

  GArray *edited;
  GArray *resized;
  GArray *rekeyed;
  GArray *tightened;
  guint8 *is_rekeyed;
  SegueBitQueue forward;
  SegueBitQueue backward;
  gint32 *difference; /* by day, all 0 */
  gint32 n_difference;
  gint32 *kept_left;
  gint32 n_kept_left;
  gint32 n_placed;
};

void     segue_solver_touch      (SegueSolver *solver,
                                  gint32       act);
gboolean segue_solver_find_dates (SegueSolver *solver);
gboolean segue_solver_find_hours (SegueSolver *solver);

G_END_DECLS
