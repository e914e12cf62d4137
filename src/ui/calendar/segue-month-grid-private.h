/* segue-month-grid-private.h - what the files of the month share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/calendar/segue-day-cell.h"
#include "ui/calendar/segue-month-grid.h"
#include "ui/calendar/segue-month-layout.h"

G_BEGIN_DECLS

struct _SegueMonthGrid
{
  GtkWidget parent_instance;

  SegueCalendarScene *scene;
  SegueViewport *viewport;
  GSignalGroup *viewport_signals;
  SegueMonthLayout layout;
  GPtrArray *rows;          /* of SegueMonthRow; week w is shown by row w modulo their number */
  guint room;               /* for entries in a cell */
  gboolean compact;
  int year, month;          /* in sight */
  int height;               /* pixels, as it was last laid out */
  gboolean wants_focus;     /* as soon as there is a day to give it to */
  gboolean placing;         /* the grid itself moves the day or scrolls */

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hpolicy;
  GtkScrollablePolicy vpolicy;

  char *drag_point;         /* what is being dragged, or NULL */
  SegueDay drag_from;
  SegueDay drag_day;        /* where it would be dropped */
};

void          segue_month_grid_add_input    (SegueMonthGrid *self);
SegueDayCell *segue_month_grid_find_cell    (SegueMonthGrid *self, SegueDay day);
SegueDay      segue_month_grid_get_day      (SegueMonthGrid *self);
void          segue_month_grid_go           (SegueMonthGrid *self, SegueDay day);
void          segue_month_grid_activate     (SegueMonthGrid *self, const char *id);
void          segue_month_grid_activate_day (SegueMonthGrid *self, SegueDay day);
void          segue_month_grid_move         (SegueMonthGrid *self, const char *point, SegueDay day);
void          segue_month_grid_preview      (SegueMonthGrid *self, const char *point, SegueDay day);

G_END_DECLS
