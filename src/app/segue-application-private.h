/* segue-application-private.h - what the files of the application share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/segue-application.h"

#include "core/segue-archive.h"
#include "core/segue-session.h"
#include "ui/window/segue-window.h"

G_BEGIN_DECLS

SegueWindow  *segue_application_get_window   (SegueApplication *self);
SegueSession *segue_application_get_session  (SegueApplication *self);
GSettings    *segue_application_get_settings (SegueApplication *self);
void          segue_application_follow_settings  (SegueApplication *self);
void          segue_application_show_preferences (SegueApplication *self);
SegueArchive *segue_application_dup_archive  (SegueApplication *self);
gboolean      segue_application_can_write    (SegueApplication *self);
SegueDay      segue_application_get_today    (SegueApplication *self);
void          segue_application_plans_changed (SegueApplication *self);
void          segue_application_new_plan     (SegueApplication *self);
void          segue_application_show_plans   (SegueApplication *self);
void          segue_application_reopen       (SegueApplication *self);
void          segue_application_refresh      (SegueApplication *self,
                                              const char       *label);
SegueStorage *segue_application_get_storage  (SegueApplication *self);
void          segue_application_open_plan    (SegueApplication *self,
                                              const char       *id);
void          segue_application_add_scenario_actions    (SegueApplication *self);
void          segue_application_update_scenario_actions (SegueApplication *self);
void          segue_application_show_backups (SegueApplication *self);
void          segue_application_salvage      (SegueApplication *self);
void          segue_application_begin_anew   (SegueApplication *self);
void         segue_application_add_plan   (SegueApplication *self,
                                           SeguePlan        *plan);
void         segue_application_add_sample (SegueApplication *self);
void         segue_application_open_sample (SegueApplication *self);
void         segue_application_import     (SegueApplication *self);
void         segue_application_import_file (SegueApplication *self,
                                            GFile            *file);
void         segue_application_export     (SegueApplication *self);
AdwDialog   *segue_application_show_error (SegueApplication *self,
                                           const char       *heading,
                                           const char       *body);

G_END_DECLS
