/* segue-month-row.c - a week of the month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-month-row.h"

#include <math.h>

struct _SegueMonthRow
{
  GtkWidget parent_instance;

  SegueMonthLayout layout;
  int week; /* G_MININT: none */
  GtkWidget *cells[7];
};

G_DEFINE_FINAL_TYPE (SegueMonthRow, segue_month_row, GTK_TYPE_WIDGET)

static void
segue_month_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  SegueMonthRow *self = SEGUE_MONTH_ROW (widget);
  int most = 0;

  for (int i = 0; i < 7; i++)
    {
      int size;

      gtk_widget_measure (self->cells[i], orientation, -1, &size, NULL, NULL, NULL);
      most = MAX (most, size);
    }

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 7 * most : most;
}

/* Cells may want more than there is; what does not fit is cut off. */
static void
segue_month_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SegueMonthRow *self = SEGUE_MONTH_ROW (widget);

  if (self->week == G_MININT)
    return;

  for (int i = 0; i < 7; i++)
    {
      SegueMonthRect rect = segue_month_layout_get_cell (&self->layout,
                                                         segue_day_cell_get_day (SEGUE_DAY_CELL (self->cells[i])));
      int least_width, least_height;

      gtk_widget_measure (self->cells[i], GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (self->cells[i], GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->cells[i],
                                &(GtkAllocation) { (int) rect.x, 0, MAX ((int) rect.width, least_width),
                                                   MAX (height, least_height) }, -1);
    }
}

static void
segue_month_row_dispose (GObject *object)
{
  SegueMonthRow *self = SEGUE_MONTH_ROW (object);

  for (int i = 0; i < 7; i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);

  G_OBJECT_CLASS (segue_month_row_parent_class)->dispose (object);
}

static void
segue_month_row_class_init (SegueMonthRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = segue_month_row_dispose;
  widget_class->measure = segue_month_row_measure;
  widget_class->size_allocate = segue_month_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "monthrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
segue_month_row_init (SegueMonthRow *self)
{
  self->week = G_MININT;
  for (int i = 0; i < 7; i++)
    {
      self->cells[i] = segue_day_cell_new (i);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
}

GtkWidget *
segue_month_row_new (void)
{
  return g_object_new (SEGUE_TYPE_MONTH_ROW, NULL);
}

/**
 * segue_month_row_get_week:
 *
 * Returns: which week it shows; %G_MININT if none yet
 */
int
segue_month_row_get_week (SegueMonthRow *self)
{
  return self->week;
}

/**
 * segue_month_row_show:
 * @layout: where cells lie
 * @scene: what is planned
 * @week: which week it is from now on
 * @room: how many entries a cell has room for
 * @compact: whether there is no room for words
 */
void
segue_month_row_show (SegueMonthRow *self, const SegueMonthLayout *layout, SegueCalendarScene *scene, int week,
                      guint room, gboolean compact)
{
  SegueDay begin = segue_month_layout_week_begin (layout, week);

  self->layout = *layout;
  self->week = week;
  for (int i = 0; i < 7; i++)
    segue_day_cell_show (SEGUE_DAY_CELL (self->cells[i]), scene, begin + i, room, compact);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  week + SEGUE_MONTH_WEEKS + 1, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * segue_month_row_forget:
 *
 * What it shows is no longer true.
 */
void
segue_month_row_forget (SegueMonthRow *self)
{
  self->week = G_MININT;
}

SegueDayCell *
segue_month_row_get_cell (SegueMonthRow *self, int column)
{
  return SEGUE_DAY_CELL (self->cells[column]);
}
