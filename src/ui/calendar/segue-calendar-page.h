/* segue-calendar-page.h - a way in which the calendar shows the plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/segue-calendar-scene.h"
#include "ui/calendar/segue-month-layout.h"
#include "ui/common/segue-viewport.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_CALENDAR_PAGE            (segue_calendar_page_get_type ())
#define SEGUE_CALENDAR_PAGE(object)         (G_TYPE_CHECK_INSTANCE_CAST ((object), SEGUE_TYPE_CALENDAR_PAGE, SegueCalendarPage))
#define SEGUE_IS_CALENDAR_PAGE(object)      (G_TYPE_CHECK_INSTANCE_TYPE ((object), SEGUE_TYPE_CALENDAR_PAGE))
#define SEGUE_CALENDAR_PAGE_CLASS(klass)    (G_TYPE_CHECK_CLASS_CAST ((klass), SEGUE_TYPE_CALENDAR_PAGE, SegueCalendarPageClass))
#define SEGUE_CALENDAR_PAGE_GET_CLASS(self) (G_TYPE_INSTANCE_GET_CLASS ((self), SEGUE_TYPE_CALENDAR_PAGE, SegueCalendarPageClass))

typedef struct _SegueCalendarPage SegueCalendarPage;
typedef struct _SegueCalendarPageClass SegueCalendarPageClass;

/**
 * SegueCalendarPage:
 * @scene: (nullable): what is planned; only the page in sight has one
 * @viewport: (nullable): the day the person is at and what is selected
 * @layout: on which weekday weeks begin, and, where the page has weeks, how
 *   they lie
 *
 * Base of month, week, year and agenda. The fields are for the subclass to
 * read. Signals: "activated" (a step's id), "day-activated" (a day's number,
 * its widget), "move-requested" (point, day), "preview-requested" (point, day;
 * an empty point ends it), "title-changed", "month-requested",
 * "weekdays-changed" (weeks begin with another).
 */
struct _SegueCalendarPage
{
  GtkWidget parent_instance;

  SegueCalendarScene *scene;
  SegueViewport *viewport;
  SegueMonthLayout layout;

  /*< private >*/
  GSignalGroup *viewport_signals;
  char *drag_point;         /* what is being dragged, or NULL */
  SegueDay drag_from;
  SegueDay drag_day;        /* where it would be dropped */
  GtkWidget *drop_cell;     /* that is marked for it, or NULL */
  double drag_x, drag_y;    /* where the pointer holds it, in the page's pixels */
  guint drag_tick;
};

/**
 * SegueCalendarPageClass:
 * @scene_changed: there is another scene or none, or weeks begin on another day
 * @day_changed: there is a scene, and the person is at another day
 * @selection_changed: there is a scene, and something else is selected
 * @get_title: (transfer full): what is in sight; there is a scene
 * @turn: pages forth, or back; there is a scene
 * @reveal: brings the day into sight and gives it the focus
 * @find_cell: (nullable): what shows a day, if it is in sight
 * @find_day: the day at a pixel; %SEGUE_DAY_NONE where there is none
 * @scroll: by pixels, while something is held at the edge
 *
 * Only a page that lets entries be dragged needs the last three.
 */
struct _SegueCalendarPageClass
{
  GtkWidgetClass parent_class;

  void       (*scene_changed)     (SegueCalendarPage *self);
  void       (*day_changed)       (SegueCalendarPage *self);
  void       (*selection_changed) (SegueCalendarPage *self);
  char      *(*get_title)         (SegueCalendarPage *self);
  void       (*turn)              (SegueCalendarPage *self, int pages);
  void       (*reveal)            (SegueCalendarPage *self);
  GtkWidget *(*find_cell)         (SegueCalendarPage *self, SegueDay day);
  SegueDay   (*find_day)          (SegueCalendarPage *self, double x, double y);
  void       (*scroll)            (SegueCalendarPage *self, double pixels);
};

GType             segue_calendar_page_get_type     (void) G_GNUC_CONST;
void              segue_calendar_page_set_scene    (SegueCalendarPage *self, SegueCalendarScene *scene);
void              segue_calendar_page_set_viewport (SegueCalendarPage *self, SegueViewport *viewport);
char             *segue_calendar_page_get_title    (SegueCalendarPage *self);
void              segue_calendar_page_turn         (SegueCalendarPage *self, int pages);
void              segue_calendar_page_reveal       (SegueCalendarPage *self);

/* For the pages themselves. */
SegueDay          segue_calendar_page_get_day      (SegueCalendarPage *self);
const SegueEntry *segue_calendar_page_get_entries  (SegueCalendarPage *self, guint *n_entries);
void              segue_calendar_page_go           (SegueCalendarPage *self, SegueDay day);
void              segue_calendar_page_select       (SegueCalendarPage *self, const SegueEntry *entry);
void              segue_calendar_page_select_next  (SegueCalendarPage *self);
void              segue_calendar_page_activate     (SegueCalendarPage *self, const SegueEntry *entry);
void              segue_calendar_page_open_day     (SegueCalendarPage *self);
void              segue_calendar_page_move_entry   (SegueCalendarPage *self, SegueDay day);
gboolean          segue_calendar_page_press        (SegueCalendarPage *self, guint key, GdkModifierType state);
void              segue_calendar_page_tell_title   (SegueCalendarPage *self);
void              segue_calendar_page_ask_month    (SegueCalendarPage *self);
void              segue_calendar_page_add_pointer  (SegueCalendarPage *self);
gboolean          segue_calendar_page_is_dragging  (SegueCalendarPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueCalendarPage, g_object_unref)

G_END_DECLS
