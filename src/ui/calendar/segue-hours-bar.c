/* segue-hours-bar.c - how much of a day's hours is planned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-hours-bar.h"

#include <glib/gi18n-lib.h>

#include "core/segue-text.h"

/* Pixels of a day that is full. */
#define WIDTH 22

struct _SegueHoursBar
{
  GtkWidget parent_instance;

  GtkWidget *planned;
};

G_DEFINE_FINAL_TYPE (SegueHoursBar, segue_hours_bar, GTK_TYPE_WIDGET)

static void
segue_hours_bar_dispose (GObject *object)
{
  g_clear_pointer (&SEGUE_HOURS_BAR (object)->planned, gtk_widget_unparent);

  G_OBJECT_CLASS (segue_hours_bar_parent_class)->dispose (object);
}

static void
segue_hours_bar_class_init (SegueHoursBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_hours_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "hoursbar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static void
segue_hours_bar_init (SegueHoursBar *self)
{
  self->planned = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, NULL);
  gtk_widget_add_css_class (self->planned, "planned");
  gtk_widget_set_parent (self->planned, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
segue_hours_bar_new (void)
{
  return g_object_new (SEGUE_TYPE_HOURS_BAR, NULL);
}

/**
 * segue_hours_bar_show:
 * @planned: minutes
 * @capacity: minutes there are; what is planned beyond them fills the bar
 */
void
segue_hours_bar_show (SegueHoursBar *self, gint32 planned, gint32 capacity)
{
  g_autofree char *part = segue_text_minutes (planned);
  g_autofree char *whole = segue_text_minutes (capacity);
  /* Translators: hours planned of the hours there are, such as: 13 h of 15 h */
  g_autofree char *text = g_strdup_printf (_("%1$s of %2$s"), part, whole);

  gtk_widget_set_size_request (self->planned, CLAMP (WIDTH * planned / MAX (capacity, 1), 2, WIDTH), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}
