/* segue-year-view.c - twelve months at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-year-view.h"

#include <glib/gi18n-lib.h>

#include "ui/calendar/segue-year-month.h"

#define MONTHS 12
#define SPACING 6
#define MONTH_WIDTH 200

struct _SegueYearView
{
  GtkWidget parent_instance;

  SegueCalendarScene *scene;
  SegueViewport *viewport;
  GSignalGroup *viewport_signals;
  SegueGoalPalette *palette;
  SegueYearTable table;
  SegueYearMonth *months[MONTHS];
  int n_columns;
};

enum
{
  SIGNAL_YEAR_CHANGED,
  SIGNAL_MONTH_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueYearView, segue_year_view, GTK_TYPE_WIDGET)

static SegueDay
get_day (SegueYearView *self)
{
  SegueDay day = self->viewport != NULL ? segue_viewport_get_day (self->viewport) : SEGUE_DAY_NONE;

  return day != SEGUE_DAY_NONE ? day : segue_calendar_scene_get_today (self->scene);
}

static SegueYearMonth *
get_month (SegueYearView *self)
{
  int month;

  segue_day_to_ymd (get_day (self), NULL, &month, NULL);

  return self->months[month - 1];
}

static void
show_year (SegueYearView *self, int year)
{
  segue_year_table_fill (&self->table, self->scene, year);
  for (int i = 0; i < MONTHS; i++)
    segue_year_month_show (self->months[i], self->scene, &self->table);
  g_signal_emit (self, signals[SIGNAL_YEAR_CHANGED], 0);
}

static void
day_changed_cb (SegueYearView *self)
{
  int year;

  if (self->scene == NULL)
    return;

  segue_day_to_ymd (get_day (self), &year, NULL, NULL);
  if (year != self->table.year)
    show_year (self, year);
  for (int i = 0; i < MONTHS; i++)
    segue_year_month_set_day (self->months[i], get_day (self));
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_month (self)));
}

static int
get_step (SegueYearView *self, guint key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (key)
    {
    case GDK_KEY_Left:
      return rtl ? 1 : -1;
    case GDK_KEY_Right:
      return rtl ? -1 : 1;
    case GDK_KEY_Up:
      return -self->n_columns;
    case GDK_KEY_Down:
      return self->n_columns;
    case GDK_KEY_Page_Up:
      return -MONTHS;
    case GDK_KEY_Page_Down:
      return MONTHS;
    default:
      return 0;
    }
}

static gboolean
key_pressed_cb (SegueYearView *self, guint key, guint code, GdkModifierType state)
{
  int step = get_step (self, key);

  if (self->scene == NULL || self->viewport == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  if (step != 0)
    segue_viewport_set_day (self->viewport, segue_day_add_months (get_day (self), step));
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    g_signal_emit (self, signals[SIGNAL_MONTH_ACTIVATED], 0);
  else
    return FALSE;

  return TRUE;
}

static void
released_cb (SegueYearView *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  graphene_point_t point;

  if (self->scene == NULL || self->viewport == NULL || picked == NULL || !SEGUE_IS_YEAR_MONTH (picked)
      || !gtk_widget_compute_point (GTK_WIDGET (self), picked, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  segue_viewport_set_day (self->viewport, segue_year_month_day_at (SEGUE_YEAR_MONTH (picked), point.x, point.y));
  g_signal_emit (self, signals[SIGNAL_MONTH_ACTIVATED], 0);
}

static int
get_n_columns (int width)
{
  int n = CLAMP (width / MONTH_WIDTH, 1, 4);

  return n;
}

static void
segue_year_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  SegueYearView *self = SEGUE_YEAR_VIEW (widget);
  int least, wanted;

  gtk_widget_measure (GTK_WIDGET (self->months[0]), orientation, -1, &least, &wanted, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = 4 * wanted;
    }
  else
    {
      int rows = MONTHS / get_n_columns (for_size > 0 ? for_size : 4 * MONTH_WIDTH);

      *minimum = rows * (least + SPACING) + SPACING;
      *natural = rows * (wanted + SPACING) + SPACING;
    }
}

static GtkSizeRequestMode
segue_year_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
segue_year_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SegueYearView *self = SEGUE_YEAR_VIEW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int rows, cell_width, cell_height;

  self->n_columns = get_n_columns (width);
  rows = MONTHS / self->n_columns;
  cell_width = (width - SPACING) / self->n_columns;
  cell_height = (height - SPACING) / rows;
  for (int i = 0; i < MONTHS; i++)
    {
      int column = i % self->n_columns;
      int place = rtl ? self->n_columns - 1 - column : column;

      gtk_widget_size_allocate (GTK_WIDGET (self->months[i]),
                                &(GtkAllocation) { SPACING + place * cell_width, SPACING + i / self->n_columns * cell_height,
                                                   cell_width - SPACING, cell_height - SPACING }, -1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->months[i]), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                      i / self->n_columns + 1, GTK_ACCESSIBLE_RELATION_COL_INDEX, column + 1, -1);
    }
}

static gboolean
segue_year_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SegueYearView *self = SEGUE_YEAR_VIEW (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->scene == NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (get_month (self)));
}

static gboolean
segue_year_view_grab_focus (GtkWidget *widget)
{
  SegueYearView *self = SEGUE_YEAR_VIEW (widget);

  return self->scene != NULL && gtk_widget_grab_focus (GTK_WIDGET (get_month (self)));
}

static void
segue_year_view_dispose (GObject *object)
{
  SegueYearView *self = SEGUE_YEAR_VIEW (object);

  for (int i = 0; i < MONTHS; i++)
    if (self->months[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->months[i])));
  g_clear_pointer (&self->palette, segue_goal_palette_free);
  g_clear_object (&self->viewport_signals);
  g_clear_object (&self->viewport);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);

  G_OBJECT_CLASS (segue_year_view_parent_class)->dispose (object);
}

static void
segue_year_view_class_init (SegueYearViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_year_view_dispose;
  widget_class->measure = segue_year_view_measure;
  widget_class->get_request_mode = segue_year_view_get_request_mode;
  widget_class->size_allocate = segue_year_view_size_allocate;
  widget_class->focus = segue_year_view_focus;
  widget_class->grab_focus = segue_year_view_grab_focus;
  signals[SIGNAL_YEAR_CHANGED] = g_signal_new ("year-changed", SEGUE_TYPE_YEAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MONTH_ACTIVATED] = g_signal_new ("month-activated", SEGUE_TYPE_YEAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "yearview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
segue_year_view_init (SegueYearView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->n_columns = 4;
  self->palette = segue_goal_palette_new (GTK_WIDGET (self));
  for (int i = 0; i < MONTHS; i++)
    {
      self->months[i] = SEGUE_YEAR_MONTH (segue_year_month_new (self->palette, i + 1));
      gtk_widget_set_parent (GTK_WIDGET (self->months[i]), GTK_WIDGET (self));
    }
  self->viewport_signals = g_signal_group_new (SEGUE_TYPE_VIEWPORT);
  g_signal_group_connect_swapped (self->viewport_signals, "notify::day", G_CALLBACK (day_changed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Months of the year"), -1);
}

void
segue_year_view_set_viewport (SegueYearView *self, SegueViewport *viewport)
{
  g_return_if_fail (SEGUE_IS_YEAR_VIEW (self));

  if (!g_set_object (&self->viewport, viewport))
    return;

  g_signal_group_set_target (self->viewport_signals, viewport);
  day_changed_cb (self);
}

/**
 * segue_year_view_set_scene:
 * @scene: (nullable): what is planned from now on
 */
void
segue_year_view_set_scene (SegueYearView *self, SegueCalendarScene *scene)
{
  g_return_if_fail (SEGUE_IS_YEAR_VIEW (self));

  if (scene != NULL)
    segue_calendar_scene_ref (scene);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  self->scene = scene;
  self->table.year = 0;
  day_changed_cb (self);
}

/**
 * segue_year_view_get_year:
 *
 * Returns: the year that is in sight; 0 before there is one
 */
int
segue_year_view_get_year (SegueYearView *self)
{
  return self->table.year;
}

/**
 * segue_year_view_turn:
 * @years: how many, backwards if negative
 */
void
segue_year_view_turn (SegueYearView *self, int years)
{
  if (self->scene != NULL && self->viewport != NULL)
    segue_viewport_set_day (self->viewport, segue_day_add_months (get_day (self), MONTHS * years));
}
