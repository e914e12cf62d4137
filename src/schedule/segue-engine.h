/* segue-engine.h - one problem while it is being solved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-conflict.h"

G_BEGIN_DECLS

/* What is in: by goals so far and the routes they have got. */
typedef struct
{
  gint32 *steps;
  gint32 n_steps;
  gint32 *rules;
  gint32 n_rules;
} SegueSelection;

/* Whose conflicts are being looked for. */
typedef struct
{
  gint32 goal;
  gint32 route;
} SegueOwner;

/* Whether a conflict ends the search for conflicts. */
typedef gboolean (*SegueFindingFilter) (const SegueFinding *finding,
                                        gconstpointer       data);

/**
 * SegueEngine:
 * @chosen: the route of each goal, or -1
 * @n_goals_in: goals that are in so far
 * @modes: how much of each rule counts, where rules had to give way
 * @homeless: steps for which there are no hours
 * @findings: conflicts, of #SegueFinding
 * @is_brief: which routes goals get is all that is asked for, and the
 *   conflicts of @asked; other routes are tried until one is feasible
 * @is_rough: the first rules found give way, whether fewer would do or not
 * @unproven: what is in was given up though there may be a layout
 * @least_unproven: less might have to give way than has
 * @is_enough: (nullable): after which conflict no others are looked for
 * @placer: lays all out, if @has_placer
 */
typedef struct
{
  const SegueProblem *problem;
  const SegueSchedule *previous;
  const gint *cancelled;
  SegueCalendar calendar;
  gint32 *chosen;
  gint32 n_goals_in;
  guint8 *modes;
  guint8 *homeless;
  guint8 *is_in;     /* steps of the selection */
  guint8 *broken_exclusives;
  SegueRouteStatus *status;
  GPtrArray *findings;
  gboolean is_brief;
  gboolean is_rough;
  gboolean unproven;
  gboolean least_unproven;
  SegueOwner asked;
  SegueFindingFilter is_enough;
  gconstpointer enough_data;

  SegueSelection selection;
  SegueNetwork *network;
  SeguePlacer placer;
  gboolean has_placer;
  gboolean is_settled; /* the layout is that of all goals with their routes */
} SegueEngine;

void     segue_engine_init          (SegueEngine         *engine,
                                     const SegueProblem  *problem,
                                     const SegueSchedule *previous,
                                     const gint          *cancelled);
void     segue_engine_clear         (SegueEngine         *engine);
void     segue_engine_rest          (SegueEngine         *engine);
gboolean segue_engine_is_cancelled  (const SegueEngine   *engine);
void     segue_engine_select        (SegueEngine         *engine,
                                     const guint8        *modes,
                                     const guint8        *homeless);
gboolean segue_engine_try           (SegueEngine         *engine,
                                     const guint8        *modes,
                                     const guint8        *homeless,
                                     gboolean             only_feasible);
gboolean segue_engine_check         (SegueEngine         *engine);
gboolean segue_engine_is_refuted    (SegueEngine         *engine);
void     segue_engine_find          (SegueEngine         *engine,
                                     SegueOwner           owner);
void     segue_engine_narrow        (SegueEngine         *engine,
                                     const guint8        *modes,
                                     SegueFinding        *finding);
void     segue_engine_give_way      (SegueEngine         *engine);
void     segue_engine_choose_routes (SegueEngine         *engine);
gboolean segue_engine_lay_out       (SegueEngine         *engine);
SegueSchedule *segue_engine_solve   (SegueEngine         *engine,
                                     SegueSolveFlags      flags);
gboolean segue_route_is_closed      (const SegueProblem  *problem,
                                     gint32               route);
void     segue_engine_find_remedies (SegueEngine         *engine);
SegueDay segue_engine_reachable     (SegueEngine         *engine,
                                     gint32               goal,
                                     gint32               route,
                                     gboolean            *unproven);
gint32   segue_engine_find_exclusive (const SegueEngine  *engine);

G_END_DECLS
