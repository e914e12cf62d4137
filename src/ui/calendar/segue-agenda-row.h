/* segue-agenda-row.h - something that comes, on a line of the agenda
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/segue-agenda-list.h"

G_BEGIN_DECLS

/* The columns that all rows share. */
typedef struct
{
  GtkSizeGroup *number;
  GtkSizeGroup *weekday;
  GtkSizeGroup *countdown;
} SegueAgendaColumns;

#define SEGUE_TYPE_AGENDA_ROW (segue_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueAgendaRow, segue_agenda_row, SEGUE, AGENDA_ROW, GtkWidget)

GtkWidget *segue_agenda_row_new      (const SegueAgendaColumns *columns);
void       segue_agenda_row_show     (SegueAgendaRow *self, SegueAgendaItem *item);
SegueDay   segue_agenda_row_get_day  (SegueAgendaRow *self);
char      *segue_agenda_row_get_name (SegueAgendaRow *self);

G_END_DECLS
