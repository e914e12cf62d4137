/* segue-ui.h - the room's resources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Small text is drawn in the size of libadwaita's captions, not one of its own:
 * each size is a font that is loaded, and letters that are drawn, before the first
 * frame. The little more is what Pango cuts off where CSS rounds: half a unit of the
 * 1024th of a pixel at 10 to 12 points. */
#define SEGUE_UI_CAPTION_SCALE 0.82004

void segue_ui_init             (void);
GtkWidget *segue_ui_action_row_new (void);
void segue_ui_name_status_page (AdwStatusPage *page);
void segue_ui_set_menu_later   (GtkMenuButton *button, GMenuModel *menu);
void segue_ui_set_css_class    (GtkWidget *widget, const char *css_class, gboolean set);
void segue_ui_replace_css_class (GtkWidget *widget, const char *const *css_classes, const char *css_class);
void segue_ui_begin_at         (AdwDialog *dialog, GtkWidget *first);
void segue_ui_add_kept_words   (PangoAttrList *attributes, const char *text);
void segue_ui_keep_words       (GtkWidget *widget);
void segue_ui_name_parts       (GtkWidget *widget, const char *name);
void segue_ui_append_layout    (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *color);

void segue_ui_class_bind_save (GtkWidgetClass *widget_class, GtkShortcutFunc save);

G_END_DECLS
