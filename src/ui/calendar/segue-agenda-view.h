/* segue-agenda-view.h - what comes, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/calendar/segue-calendar-page.h"

G_BEGIN_DECLS

/* All entries by month and day with their countdown. */
#define SEGUE_TYPE_AGENDA_VIEW (segue_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueAgendaView, segue_agenda_view, SEGUE, AGENDA_VIEW, SegueCalendarPage)

G_END_DECLS
