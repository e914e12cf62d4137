/* segue-vesting-view.c - when how much of a grant vests: curve and table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/grant/segue-vesting-view.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-ui.h"
#include "ui/grant/segue-vesting-curve.h"

/* More rows than this are folded away. */
#define MOST_ROWS 6

struct _SegueVestingView
{
  AdwBin parent_instance;

  SegueVestingCurve *curve;
  GtkLabel *standing;
  GtkListBox *table;
};

G_DEFINE_FINAL_TYPE (SegueVestingView, segue_vesting_view, ADW_TYPE_BIN)

static void
segue_vesting_view_class_init (SegueVestingViewClass *klass)
{
}

static void
segue_vesting_view_init (SegueVestingView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->curve = SEGUE_VESTING_CURVE (segue_vesting_curve_new ());
  self->standing = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->standing, TRUE);
  gtk_label_set_xalign (self->standing, 0);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "segue-vesting");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->standing));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->curve));
  self->table = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->table, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Vest Dates"), -1);
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
segue_vesting_view_new (void)
{
  return g_object_new (SEGUE_TYPE_VESTING_VIEW, NULL);
}

static GtkWidget *
create_row (const SegueTranche *tranche,
            gint64              in_all,
            SegueDay            now)
{
  GtkWidget *row = segue_ui_action_row_new ();
  g_autofree char *day = segue_text_day (tranche->date);
  g_autofree char *units = segue_text_units (tranche->units);
  g_autofree char *sum = segue_text_units (in_all);
  /* Translators: how much of a grant vests on a day, and by then altogether: 300 · 900 in all */
  g_autofree char *subtitle = g_strdup_printf (_("%1$s · %2$s in all"), units, sum);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (tranche->date <= now)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Vested"), -1);
      gtk_widget_set_tooltip_text (icon, _("Vested"));
      gtk_widget_add_css_class (icon, "success");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  return row;
}

static void
fill_table (SegueVestingView   *self,
            const SegueTranche *tranches,
            gint32              n,
            SegueDay            now)
{
  GtkWidget *fold = n > MOST_ROWS ? adw_expander_row_new () : NULL;
  gint64 in_all = 0;

  gtk_list_box_remove_all (self->table);
  if (fold)
    {
      g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d vest date", "%d vest dates", (gulong) n), n);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fold), title);
      gtk_list_box_append (self->table, fold);
    }
  for (gint32 i = 0; i < n; i++)
    {
      GtkWidget *row;

      in_all += tranches[i].units;
      row = create_row (&tranches[i], in_all, now);
      if (fold)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (fold), row);
      else
        gtk_list_box_append (self->table, row);
    }
}

/**
 * segue_vesting_view_show:
 * @self: a view
 * @layout: where unpaid leave lies, and the present day
 * @grant: a grant of the plan, or one that is being written
 */
void
segue_vesting_view_show (SegueVestingView  *self,
                         SegueLayout       *layout,
                         const SegueRecord *grant)
{
  SegueDay now = segue_layout_get_now (layout);
  gint32 n = 0;
  g_autofree SegueTranche *tranches = NULL;
  g_autofree char *standing = NULL;

  g_return_if_fail (SEGUE_IS_VESTING_VIEW (self));

  tranches = segue_layout_get_vesting (layout, grant, &n);
  standing = segue_text_vesting (tranches, n, now);
  gtk_label_set_label (self->standing, standing);
  segue_vesting_curve_show (self->curve, segue_record_get_day (grant, SEGUE_GRANT_VEST_FROM), now, tranches, n);
  fill_table (self, tranches, n, now);
  gtk_widget_set_visible (GTK_WIDGET (self->curve), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->table), n > 0);
}
