/* segue-tranche-row.c - a day on which some units vest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/grant/segue-tranche-row.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-date-row.h"
#include "ui/common/segue-number-row.h"

struct _SegueTrancheRow
{
  AdwExpanderRow parent_instance;

  SegueDateRow *date;
  SegueNumberRow *units;
};

enum
{
  CHANGED,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueTrancheRow, segue_tranche_row, ADW_TYPE_EXPANDER_ROW)

static void
show_summary (SegueTrancheRow *self)
{
  SegueTranche tranche;
  g_autofree char *day = NULL;
  g_autofree char *units = NULL;

  if (segue_tranche_row_get (self, &tranche))
    {
      day = segue_text_day (tranche.date);
      units = segue_text_units (tranche.units);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), day ? day : _("A day and a number of units"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), units ? units : "");
}

static void
changed_cb (SegueTrancheRow *self)
{
  show_summary (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (SegueTrancheRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
segue_tranche_row_class_init (SegueTrancheRowClass *klass)
{
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] =
    g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
segue_tranche_row_init (SegueTrancheRow *self)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->date = SEGUE_DATE_ROW (segue_date_row_new (_("Day")));
  g_object_set (self->date, "past", TRUE, NULL);
  self->units = g_object_new (SEGUE_TYPE_NUMBER_ROW, "label", _("Units"), "least", (gint64) 1,
                              "most", segue_kind_get_info (SEGUE_KIND_GRANT)->fields[SEGUE_GRANT_UNITS].max, NULL);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _("Remove This Day"));
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->units, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), remove);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->date));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->units));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * segue_tranche_row_new:
 * @today: what a date without a year is read from
 * @tranche: (nullable): what it shows; %NULL for an empty row, unfolded
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
segue_tranche_row_new (SegueDay            today,
                       const SegueTranche *tranche)
{
  SegueTrancheRow *self = g_object_new (SEGUE_TYPE_TRANCHE_ROW, "expanded", tranche == NULL, NULL);

  segue_date_row_set_today (self->date, today);
  if (tranche)
    {
      segue_date_row_set_date (self->date, tranche->date, NULL);
      segue_number_row_set_value (self->units, tranche->units);
    }
  show_summary (self);
  return GTK_WIDGET (self);
}

/**
 * segue_tranche_row_get:
 * @self: a row
 * @tranche: (out): what it says
 *
 * Returns: whether it says both, day and units
 */
gboolean
segue_tranche_row_get (SegueTrancheRow *self,
                       SegueTranche    *tranche)
{
  g_return_val_if_fail (SEGUE_IS_TRANCHE_ROW (self), FALSE);

  tranche->date = segue_date_row_get_first (self->date);
  tranche->units = segue_number_row_get_value (self->units, 0);
  return tranche->date != SEGUE_DAY_NONE && tranche->units > 0;
}

/* An empty row is sound: it says nothing. */
gboolean
segue_tranche_row_is_sound (SegueTrancheRow *self)
{
  SegueTranche tranche;

  g_return_val_if_fail (SEGUE_IS_TRANCHE_ROW (self), FALSE);

  return segue_tranche_row_get (self, &tranche) ||
         (gtk_editable_get_text (GTK_EDITABLE (self->date))[0] == '\0' &&
          gtk_editable_get_text (GTK_EDITABLE (self->units))[0] == '\0');
}
