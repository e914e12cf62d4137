/* segue-ui.h - the room's resources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void segue_ui_init             (void);
void segue_ui_name_status_page (AdwStatusPage *page);
void segue_ui_set_menu_later   (GtkMenuButton *button, GMenuModel *menu);
void segue_ui_set_css_class    (GtkWidget *widget, const char *css_class, gboolean set);
void segue_ui_name_parts       (GtkWidget *widget, const char *name);
void segue_ui_append_layout    (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *color);

G_END_DECLS
