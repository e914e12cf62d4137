/* segue-fact.h - rules as facts: where they come from, how sure they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

/* How far one can rely on a rule, the worst first. */
typedef enum
{
  SEGUE_FACT_EXPIRED, /* it was known to hold until a day that has passed */
  SEGUE_FACT_UNSURE,  /* assumed, or hearsay */
  SEGUE_FACT_STALE,   /* checked long ago */
  SEGUE_FACT_SOUND,
} SegueFactState;

SegueFactState  segue_fact_judge           (const SegueRecord *rule, SegueDay today);
char           *segue_fact_describe        (const SegueRecord *rule, SegueDay today);
char           *segue_fact_find_link       (const SegueRecord *rule);
SegueChangeSet *segue_edit_confirm_rule    (SeguePlan *plan, const char *rule_id, SegueDay on, GError **error);

G_END_DECLS
