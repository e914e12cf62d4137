/* segue-agenda-view.h - what comes, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/segue-calendar-scene.h"
#include "ui/common/segue-viewport.h"

G_BEGIN_DECLS

/**
 * SegueAgendaView:
 *
 * All entries by day with their countdown. Signal: "activated" (a step's id).
 */
#define SEGUE_TYPE_AGENDA_VIEW (segue_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueAgendaView, segue_agenda_view, SEGUE, AGENDA_VIEW, GtkWidget)

void segue_agenda_view_set_viewport (SegueAgendaView *self, SegueViewport *viewport);
void segue_agenda_view_set_scene    (SegueAgendaView *self, SegueCalendarScene *scene);
void segue_agenda_view_reveal       (SegueAgendaView *self);

G_END_DECLS
