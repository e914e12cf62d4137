/* segue-rule-row.h - one rule as a sentence with a switch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_RULE_ROW (segue_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueRuleRow, segue_rule_row, SEGUE, RULE_ROW, AdwActionRow)

GtkWidget *segue_rule_row_new    (void);
void       segue_rule_row_update (SegueRuleRow      *self,
                                  SegueLayout       *layout,
                                  const SegueRecord *rule);
void       segue_rule_row_set_number (SegueRuleRow *self,
                                      guint         number);
void       segue_rule_row_set_consequence (SegueRuleRow *self,
                                           const char   *consequence);
const char *segue_rule_row_get_id (SegueRuleRow      *self);

G_END_DECLS
