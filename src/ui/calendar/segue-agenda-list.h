/* segue-agenda-list.h - the entries of a scene as a list model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ui/calendar/segue-calendar-scene.h"

G_BEGIN_DECLS

/* One entry, for a row; made when the row comes into sight. */
#define SEGUE_TYPE_AGENDA_ITEM (segue_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (SegueAgendaItem, segue_agenda_item, SEGUE, AGENDA_ITEM, GObject)

const SegueEntry   *segue_agenda_item_get_entry (SegueAgendaItem *self);
gboolean            segue_agenda_item_is_first  (SegueAgendaItem *self); /* of its day */
SegueCalendarScene *segue_agenda_item_get_scene (SegueAgendaItem *self);

#define SEGUE_TYPE_AGENDA_LIST (segue_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (SegueAgendaList, segue_agenda_list, SEGUE, AGENDA_LIST, GObject)

SegueAgendaList *segue_agenda_list_new      (SegueCalendarScene *scene);
guint            segue_agenda_list_find_day (SegueAgendaList *self, SegueDay day);
guint            segue_agenda_list_find     (SegueAgendaList *self, const char *id, SegueDay day);

G_END_DECLS
