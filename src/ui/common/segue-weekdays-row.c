/* segue-weekdays-row.c - which weekdays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/common/segue-weekdays-row.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-field.h"

#define ALL_WEEKDAYS 0x7fu

struct _SegueWeekdaysRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *hint;
  GtkToggleButton *buttons[7];
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SegueWeekdaysRow, segue_weekdays_row, ADW_TYPE_PREFERENCES_ROW)

static void
toggled_cb (SegueWeekdaysRow *self)
{
  guint days = segue_weekdays_row_get_days (self);

  segue_field_set_hint (self->hint, days == ALL_WEEKDAYS ? _("Any day") : days == 0 ? _("Choose at least one day") : NULL,
                        days == 0);
  g_signal_emit (self, changed_signal, 0);
}

static void
segue_weekdays_row_class_init (SegueWeekdaysRowClass *klass)
{
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
segue_weekdays_row_init (SegueWeekdaysRow *self)
{
  GtkWidget *box = segue_field_new_box (GTK_WIDGET (self), _("Weekdays"), &self->hint);
  GtkWidget *buttons = segue_field_new_columns ();

  for (int i = 0; i < 7; i++)
    {
      g_autofree char *name = segue_text_weekday ((SegueWeekday) i);
      GtkWidget *button = gtk_toggle_button_new_with_label (name);

      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_widget_add_css_class (button, "segue-narrow");
      gtk_widget_set_hexpand (button, TRUE);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
      adw_wrap_box_append (ADW_WRAP_BOX (buttons), button);
    }
  gtk_box_append (GTK_BOX (box), buttons);
}

void
segue_weekdays_row_set_days (SegueWeekdaysRow *self,
                             guint             days)
{
  g_return_if_fail (SEGUE_IS_WEEKDAYS_ROW (self));

  for (int i = 0; i < 7; i++)
    gtk_toggle_button_set_active (self->buttons[i], (days >> i) & 1);
}

guint
segue_weekdays_row_get_days (SegueWeekdaysRow *self)
{
  guint days = 0;

  g_return_val_if_fail (SEGUE_IS_WEEKDAYS_ROW (self), 0);

  for (int i = 0; i < 7; i++)
    days |= gtk_toggle_button_get_active (self->buttons[i]) ? 1u << i : 0;
  return days;
}
