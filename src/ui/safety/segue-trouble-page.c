/* segue-trouble-page.c - what is wrong with the file of the plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says it in words and offers what can be done about it, the best first. While
 * the page stands nothing is written.
 */
#include "config.h"

#include "ui/safety/segue-trouble-page.h"

#include <glib/gi18n.h>

#include "base/segue-error.h"
#include "ui/common/segue-ui.h"

struct _SegueTroublePage
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkWidget *read_only;
  GtkWidget *restore;
  GtkWidget *salvage;
  GtkWidget *retry;
  GtkWidget *begin_anew;
  GtkWidget *folder;
};

G_DEFINE_FINAL_TYPE (SegueTroublePage, segue_trouble_page, ADW_TYPE_BIN)

/* What helps, a bit each; the order of the bits is that of the buttons. */
typedef enum
{
  OFFER_READ_ONLY  = 1 << 0, /* only if that is possible */
  OFFER_RESTORE    = 1 << 1, /* only if there are backups */
  OFFER_SALVAGE    = 1 << 2,
  OFFER_RETRY      = 1 << 3,
  OFFER_BEGIN_ANEW = 1 << 4,
  OFFER_FOLDER     = 1 << 5,
} Offer;

static const struct
{
  SegueError code;
  const char *title;
  const char *icon;
  int offers;
  int suggested;
} troubles[] = {
  { SEGUE_ERROR_DAMAGED, N_("The Plans Are Damaged"), "dialog-warning-symbolic",
    OFFER_RESTORE | OFFER_SALVAGE | OFFER_RETRY | OFFER_BEGIN_ANEW | OFFER_FOLDER, OFFER_RESTORE | OFFER_SALVAGE },
  { SEGUE_ERROR_FOREIGN, N_("This Is Not a File of Segue"), "dialog-question-symbolic",
    OFFER_RESTORE | OFFER_RETRY | OFFER_BEGIN_ANEW | OFFER_FOLDER, OFFER_RESTORE | OFFER_RETRY },
  { SEGUE_ERROR_NEWER, N_("A Newer Segue Is Needed"), "software-update-available-symbolic",
    OFFER_READ_ONLY | OFFER_RETRY | OFFER_RESTORE | OFFER_FOLDER, OFFER_READ_ONLY | OFFER_RETRY },
  { SEGUE_ERROR_READ_ONLY, N_("The Plans Cannot Be Written"), "changes-prevent-symbolic",
    OFFER_READ_ONLY | OFFER_RETRY | OFFER_FOLDER, OFFER_READ_ONLY | OFFER_RETRY },
  { SEGUE_ERROR_LOCKED, N_("The Plans Are in Use"), "system-lock-screen-symbolic",
    OFFER_RETRY | OFFER_FOLDER, OFFER_RETRY },
  { SEGUE_ERROR_NOT_FOUND, N_("The Plans Are Gone"), "edit-find-symbolic",
    OFFER_RESTORE | OFFER_RETRY | OFFER_BEGIN_ANEW | OFFER_FOLDER, OFFER_RESTORE | OFFER_RETRY },
  { SEGUE_ERROR_STORAGE, N_("The Plans Cannot Be Opened"), "dialog-warning-symbolic",
    OFFER_READ_ONLY | OFFER_RESTORE | OFFER_RETRY | OFFER_FOLDER, OFFER_RETRY },
};

static guint
find_trouble (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    if (g_error_matches (error, SEGUE_ERROR, (int) troubles[i].code))
      return i;
  return G_N_ELEMENTS (troubles) - 1;
}

/* Of what is suggested the first that is offered stands out; the rest is quiet. */
static void
offer (SegueTroublePage *self,
       int               offers,
       int               suggested)
{
  GtkWidget *buttons[] = { self->read_only, self->restore, self->salvage, self->retry, self->begin_anew, self->folder };
  gboolean is_first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gboolean offered = (offers & (1 << i)) != 0;

      gtk_widget_set_visible (buttons[i], offered);
      gtk_widget_add_css_class (buttons[i], "pill");
      if (offered && is_first && (suggested & (1 << i)) != 0)
        gtk_widget_add_css_class (buttons[i], "suggested-action");
      else
        gtk_widget_remove_css_class (buttons[i], "suggested-action");
      is_first &= !offered || (suggested & (1 << i)) == 0;
    }
}

static void
segue_trouble_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_TROUBLE_PAGE);

  G_OBJECT_CLASS (segue_trouble_page_parent_class)->dispose (object);
}

static void
segue_trouble_page_class_init (SegueTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_trouble_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/safety/segue-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueTroublePage, page);
  gtk_widget_class_bind_template_child (widget_class, SegueTroublePage, read_only);
  gtk_widget_class_bind_template_child (widget_class, SegueTroublePage, restore);
  gtk_widget_class_bind_template_child (widget_class, SegueTroublePage, salvage);
  gtk_widget_class_bind_template_child (widget_class, SegueTroublePage, retry);
  gtk_widget_class_bind_template_child (widget_class, SegueTroublePage, begin_anew);
  gtk_widget_class_bind_template_child (widget_class, SegueTroublePage, folder);
}

static void
segue_trouble_page_init (SegueTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offer (self, OFFER_RETRY | OFFER_FOLDER, OFFER_RETRY);
}

/**
 * segue_trouble_page_show:
 * @self: a page
 * @error: why the plans cannot be opened
 * @has_backups: whether there is anything to restore
 * @can_read: whether the plans can be looked at all the same
 */
void
segue_trouble_page_show (SegueTroublePage *self,
                         const GError     *error,
                         gboolean          has_backups,
                         gboolean          can_read)
{
  guint trouble;
  g_autofree char *escaped = NULL;

  g_return_if_fail (SEGUE_IS_TROUBLE_PAGE (self) && error != NULL);

  trouble = find_trouble (error);
  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->page, _(troubles[trouble].title));
  adw_status_page_set_description (self->page, escaped);
  adw_status_page_set_icon_name (self->page, troubles[trouble].icon);
  segue_ui_name_status_page (self->page);
  offer (self, troubles[trouble].offers & ~(has_backups ? 0 : OFFER_RESTORE) & ~(can_read ? 0 : OFFER_READ_ONLY),
         troubles[trouble].suggested);
}
