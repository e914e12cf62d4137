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
