/* segue-day-dialog.h - asks for a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "base/segue-day.h"

G_BEGIN_DECLS

/* @owner is the object that asked; it has not gone when this is called. */
typedef void (*SegueDayFunc) (gpointer owner, SegueDay day);

void segue_day_dialog_ask (GtkWidget *owner, const char *heading, const char *accept, SegueDay today, SegueDay day,
                           SegueDayFunc func);

G_END_DECLS
