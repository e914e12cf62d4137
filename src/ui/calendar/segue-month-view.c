/* segue-month-view.c - the month with the names of its weekdays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-month-view.h"

#include "core/segue-text.h"
#include "ui/calendar/segue-month-grid.h"
#include "ui/common/segue-ui.h"

struct _SegueMonthView
{
  GtkWidget parent_instance;

  GtkWidget *weekdays;
  GtkWidget *scroller;
  SegueCalendarPage *grid;
};

G_DEFINE_FINAL_TYPE (SegueMonthView, segue_month_view, GTK_TYPE_WIDGET)

static void
add_weekdays (SegueMonthView *self)
{
  for (int i = 0; i < 7; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "weekday");
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_box_append (GTK_BOX (self->weekdays), label);
    }
}

static void
name_weekdays (SegueMonthView *self)
{
  int i = self->grid->layout.first_weekday;

  for (GtkWidget *label = gtk_widget_get_first_child (self->weekdays); label != NULL;
       label = gtk_widget_get_next_sibling (label), i++)
    {
      g_autofree char *name = segue_text_weekday ((SegueWeekday) (i % 7));

      gtk_label_set_label (GTK_LABEL (label), name);
      segue_ui_set_css_class (label, "sunday", i % 7 == SEGUE_SUNDAY);
      segue_ui_set_css_class (label, "dimmed", i % 7 != SEGUE_SUNDAY);
    }
}

static void
segue_month_view_dispose (GObject *object)
{
  SegueMonthView *self = SEGUE_MONTH_VIEW (object);

  g_clear_pointer (&self->weekdays, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (segue_month_view_parent_class)->dispose (object);
}

static void
segue_month_view_class_init (SegueMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_month_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "monthview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
segue_month_view_init (SegueMonthView *self)
{
  self->weekdays = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, NULL);
  add_weekdays (self);
  self->grid = g_object_new (SEGUE_TYPE_MONTH_GRID, NULL);
  name_weekdays (self);
  g_signal_connect_object (self->grid, "weekdays-changed", G_CALLBACK (name_weekdays), self, G_CONNECT_SWAPPED);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->grid, "vexpand", TRUE, "hexpand", TRUE,
                                 "hscrollbar-policy", GTK_POLICY_NEVER, "vscrollbar-policy", GTK_POLICY_EXTERNAL, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->weekdays, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * segue_month_view_get_grid:
 *
 * Returns: (transfer none): its days
 */
SegueCalendarPage *
segue_month_view_get_grid (SegueMonthView *self)
{
  return self->grid;
}
