/* segue-window.h - the main window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"
#include "ui/common/segue-viewport.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_WINDOW (segue_window_get_type ())
G_DECLARE_FINAL_TYPE (SegueWindow, segue_window, SEGUE, WINDOW, AdwApplicationWindow)

SegueWindow  *segue_window_new           (GtkApplication *application);
SegueSession *segue_window_get_session   (SegueWindow    *self);
SegueViewport *segue_window_get_viewport (SegueWindow    *self);
void          segue_window_set_session   (SegueWindow    *self,
                                          SegueSession   *session);
GMenu        *segue_window_get_plans_menu (SegueWindow   *self);
void          segue_window_show_trouble  (SegueWindow    *self,
                                          const GError   *error,
                                          gboolean        has_backups,
                                          gboolean        can_read);
void          segue_window_set_read_only (SegueWindow    *self,
                                          const char     *why);
void          segue_window_edited        (SegueWindow    *self,
                                          SegueChangeSet *change_set);
void          segue_window_leave         (SegueWindow    *self);
void          segue_window_rescue        (SegueWindow    *self);
void          segue_window_show_message  (SegueWindow    *self,
                                          const char     *message);

G_END_DECLS
