/* segue-plans-dialog.h - plans that are about to be taken in, with what is in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-plan.h"

G_BEGIN_DECLS

/**
 * SeguePlansDialog:
 *
 * What an import, a backup or a damaged file would bring, before anything is
 * written: every plan with its title and counts, to be left out one by one.
 * Signals "accepted" and "second" with the plans (GPtrArray) that were left
 * in; the dialog is closed then.
 */
#define SEGUE_TYPE_PLANS_DIALOG (segue_plans_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SeguePlansDialog, segue_plans_dialog, SEGUE, PLANS_DIALOG, AdwDialog)

AdwDialog *segue_plans_dialog_new        (const char *title, const char *description, GPtrArray *plans,
                                          const char *accept_label);
void       segue_plans_dialog_set_second (SeguePlansDialog *self, const char *label);
char      *segue_plans_dialog_count      (SeguePlan *plan);

G_END_DECLS
