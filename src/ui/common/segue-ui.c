/* segue-ui.c - the room's resources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-ui.h"

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
 * @page: a page that is not shown yet, or has got another title
 *
 * The area in which a status page scrolls takes the focus, and has no name of
 * its own; it gets the title of the page.
 */
void
segue_ui_name_status_page (AdwStatusPage *page)
{
  GtkWidget *area = gtk_widget_get_first_child (GTK_WIDGET (page));

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (area));

  /* A role can be set until someone has asked for it. */
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (area)) != GTK_ACCESSIBLE_ROLE_GROUP)
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

/**
 * segue_ui_replace_css_class:
 * @css_classes: (array zero-terminated=1): those of which @widget has one
 * @css_class: which of them it has from now on
 */
void
segue_ui_replace_css_class (GtkWidget *widget, const char *const *css_classes, const char *css_class)
{
  for (; *css_classes != NULL; css_classes++)
    segue_ui_set_css_class (widget, *css_classes, g_str_equal (*css_classes, css_class));
}

/* Some are labelled by a heading that is empty. */
static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
is_in (GtkWidget *widget,
       GType      type)
{
  return gtk_widget_get_ancestor (widget, type) != NULL;
}

/* Returns how the widgets in @widget are to be called. */
static const char *
name_part (GtkWidget  *widget,
           const char *name)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      g_object_set (widget, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
      set_name (widget, name);
    }
  else if (ADW_IS_PREFERENCES_GROUP (widget))
    {
      const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget));

      return title != NULL && title[0] != '\0' ? title : name;
    }
  else if (ADW_IS_COMBO_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  else if (GTK_IS_LIST_BOX (widget) && (is_in (widget, ADW_TYPE_PREFERENCES_GROUP) || is_in (widget, ADW_TYPE_ALERT_DIALOG)))
    set_name (widget, name);
  else if (GTK_IS_LIST_VIEW (widget) && is_in (widget, ADW_TYPE_COMBO_ROW))
    set_name (widget, name);
  return name;
}

/**
 * segue_ui_name_parts:
 * @widget: a dialog, or a part of one
 * @name: what it is called
 *
 * Gives a name to what the toolkit puts around the fields of a dialog and a
 * screen reader can come to: areas that scroll and lists of rows.
 */
void
segue_ui_name_parts (GtkWidget  *widget,
                     const char *name)
{
  const char *part = name_part (widget, name);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    segue_ui_name_parts (child, part);
}

/**
 * segue_ui_append_layout:
 * @snapshot: what is drawn on
 * @layout: a text
 * @x: where it begins, in pixels
 * @y: where its first line begins, in pixels
 * @color: of its letters
 */
void
segue_ui_append_layout (GtkSnapshot   *snapshot,
                        PangoLayout   *layout,
                        float          x,
                        float          y,
                        const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}
