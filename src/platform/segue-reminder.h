/* segue-reminder.h - reminds of a review by the plan's rhythm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "core/segue-plan.h"

G_BEGIN_DECLS

gboolean       segue_reminder_is_wanted (SeguePlan *plan, SegueDay today, SegueDay reminded_on);
GNotification *segue_reminder_new       (SeguePlan *plan);
SegueDay       segue_reminder_update    (GApplication *application, SeguePlan *plan, SegueDay today, SegueDay reminded_on);
void           segue_reminder_withdraw  (GApplication *application);

G_END_DECLS
