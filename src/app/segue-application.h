/* segue-application.h - joins the rooms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEGUE_TYPE_APPLICATION (segue_application_get_type ())
G_DECLARE_FINAL_TYPE (SegueApplication, segue_application, SEGUE, APPLICATION, AdwApplication)

SegueApplication *segue_application_new (void);

G_END_DECLS
