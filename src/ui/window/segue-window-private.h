/* segue-window-private.h - what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/calendar/segue-calendar-view.h"
#include "ui/timeline/segue-timeline-view.h"
#include "ui/window/segue-find-bar.h"
#include "ui/window/segue-leaving-strip.h"
#include "ui/window/segue-preview-bar.h"
#include "ui/window/segue-window.h"

G_BEGIN_DECLS

void               segue_window_class_install_actions (GtkWidgetClass *widget_class);
void               segue_window_class_install_reasons (GtkWidgetClass *widget_class);
void               segue_window_update_reasons        (SegueWindow    *self);
void               segue_window_class_install_editing (GtkWidgetClass *widget_class);
void               segue_window_update_editing        (SegueWindow    *self);
gboolean           segue_window_edit                  (SegueWindow    *self,
                                                       const char     *id);
void               segue_window_watch_dialogs         (SegueWindow    *self);
void               segue_window_update_actions        (SegueWindow    *self);
SegueFindBar      *segue_window_get_find_bar          (SegueWindow    *self);
SegueTimelineView *segue_window_get_timeline          (SegueWindow    *self);
SegueCalendarView *segue_window_get_calendar          (SegueWindow    *self);
const char        *segue_window_get_page              (SegueWindow    *self);
void               segue_window_take_place            (SegueWindow    *self);
void               segue_window_give_place            (SegueWindow    *self);
void               segue_window_toggle_sidebar        (SegueWindow    *self);
void               segue_window_show_menu             (SegueWindow    *self);
void               segue_window_toggle_inspector      (SegueWindow    *self);
SegueLeavingStrip *segue_window_get_leaving_strip     (SegueWindow    *self);
SegueLeavingStudy *segue_window_get_leaving_study     (SegueWindow    *self);
void               segue_window_try_leaving           (SegueWindow    *self,
                                                       SegueDay        day);
SeguePreviewBar   *segue_window_get_preview_bar       (SegueWindow    *self);
void               segue_window_preview               (SegueWindow    *self,
                                                       SegueChangeSet *change_set,
                                                       AdwDialog      *origin);
void               segue_window_end_preview           (SegueWindow    *self);
void               segue_window_apply_preview         (SegueWindow    *self);
void               segue_window_leave_preview         (SegueWindow    *self);
void               segue_window_follow_forecast       (SegueWindow    *self);
void               segue_window_show_grants           (SegueWindow    *self,
                                                       const char     *grant_id);
void               segue_window_show_risk             (SegueWindow    *self);

G_END_DECLS
