/* segue-ui.c - the room's resources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-ui.h"

#include <gio/gio.h>

#include "segue-ui-resources.h"

/**
 * segue_ui_init:
 *
 * Makes the templates, icons and style of this room known. Called once,
 * before the first widget is built; a static library is not asked otherwise.
 */
void
segue_ui_init (void)
{
  g_resources_register (segue_ui_get_resource ());
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * segue_ui_set_menu_later:
 * @button: a button without a menu
 * @menu: (transfer none): what it opens
 *
 * A menu is many widgets; they are made when it is first opened.
 */
void
segue_ui_set_menu_later (GtkMenuButton *button,
                         GMenuModel    *menu)
{
  gtk_menu_button_set_create_popup_func (button, create_menu_cb, g_object_ref (menu), g_object_unref);
}

/**
 * segue_ui_name_status_page:
 * @page: a page that is not shown yet
 *
 * The area in which a status page scrolls takes the focus, and has no name of
 * its own; it gets the title of the page.
 */
void
segue_ui_name_status_page (AdwStatusPage *page)
{
  GtkWidget *area = gtk_widget_get_first_child (GTK_WIDGET (page));

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (area));

  g_object_set (area, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, adw_status_page_get_title (page), -1);
}

/**
 * segue_ui_set_css_class:
 * @set: whether @widget has the class from now on
 */
void
segue_ui_set_css_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}
