/* segue-welcome-page.c - what stands in the window before there is a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/window/segue-welcome-page.h"

#include "ui/common/segue-ui.h"

struct _SegueWelcomePage
{
  AdwBin parent_instance;

  GtkMenuButton *menu_button;
  AdwStatusPage *status_page;
};

G_DEFINE_FINAL_TYPE (SegueWelcomePage, segue_welcome_page, ADW_TYPE_BIN)

static void
segue_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (segue_welcome_page_parent_class)->dispose (object);
}

static void
segue_welcome_page_class_init (SegueWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueWelcomePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SegueWelcomePage, status_page);
}

static void
segue_welcome_page_init (SegueWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_name_status_page (self->status_page);
  segue_ui_keep_words (GTK_WIDGET (self->status_page));
}

/**
 * segue_welcome_page_set_menu:
 * @self: the page
 * @menu: (transfer none): the main menu
 */
void
segue_welcome_page_set_menu (SegueWelcomePage *self,
                             GMenuModel       *menu)
{
  g_return_if_fail (SEGUE_IS_WELCOME_PAGE (self));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
}
