/* segue-conflict.h - smallest sets that cannot all hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-placer.h"

G_BEGIN_DECLS

/* A conflict while it is worked out. */
typedef struct
{
  SegueConflict base; /* without slices */
  GArray *rules;      /* of gint32 */
  GArray *steps;      /* of gint32 */
  GArray *remedies;   /* of SegueRemedy */
  guint8 *modes;      /* what had given way before, and */
  guint8 *homeless;   /* what was left out */
  gboolean is_window; /* of hours: a window that has too few */
} SegueFinding;

typedef gboolean (*SegueRuleFilter) (const SegueProblem *problem,
                                     gint32              rule,
                                     gconstpointer       data);

SegueFinding *segue_finding_new       (SegueConflictKind   kind);
void          segue_finding_free      (SegueFinding       *finding);
gint32        segue_finding_weakest   (const SegueFinding *finding,
                                       const SegueProblem *problem,
                                       SegueRuleFilter     may,
                                       gconstpointer       data);
gboolean      segue_rule_has_upper    (const SegueRuleSpec *rule);

SegueFinding *segue_conflict_of_dates (SegueNetwork       *network,
                                       const guint8       *modes);
gboolean      segue_dates_hold        (const SegueProblem *problem,
                                       const gint32       *rules,
                                       gint32              n_rules,
                                       const guint8       *modes);
SegueFinding *segue_conflict_of_hours (SegueNetwork       *network,
                                       SegueCalendar      *calendar,
                                       SeguePlacer        *placer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueFinding, segue_finding_free)

G_END_DECLS
