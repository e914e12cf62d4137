/* segue-telling.h - who is told of in a conflict of hours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-conflict.h"

G_BEGIN_DECLS

/* A conflict while it is told, and what has been told of it. */
typedef struct
{
  const SegueNetwork *network;
  SegueFinding *finding;
  guint8 *has_rule;
  guint8 *has_step;
  guint8 *is_below; /* nodes whose supports have been walked */
  guint8 *is_above; /* nodes whose ceilings have been walked */
  gint32 *lid;      /* by node: what keeps it from being later, once asked for */
} SegueTelling;

void segue_telling_init              (SegueTelling       *telling,
                                      const SegueNetwork *network,
                                      SegueFinding       *finding);
void segue_telling_clear             (SegueTelling       *telling);
void segue_telling_add_step          (SegueTelling       *telling,
                                      gint32              step);
void segue_telling_add_floor_rules   (SegueTelling       *telling,
                                      gint32              node);
void segue_telling_add_ceiling_rules (SegueTelling       *telling,
                                      gint32              node);

G_END_DECLS
