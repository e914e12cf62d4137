/* segue-year-view.c - twelve months at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-year-view.h"

#include <glib/gi18n-lib.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-year-month.h"

#define MONTHS 12
#define SPACING 6
#define MONTH_WIDTH 200

struct _SegueYearView
{
  SegueCalendarPage page;

  SegueGoalPalette *palette;
  SegueYearTable table;
  SegueYearMonth *months[MONTHS];
  int n_columns;
};

G_DEFINE_FINAL_TYPE (SegueYearView, segue_year_view, SEGUE_TYPE_CALENDAR_PAGE)

static SegueYearMonth *
get_month (SegueYearView *self)
{
  int month;

  segue_day_to_ymd (segue_calendar_page_get_day (&self->page), NULL, &month, NULL);

  return self->months[month - 1];
}

static void
show_year (SegueYearView *self, int year)
{
  segue_year_table_fill (&self->table, self->page.scene, year);
  for (int i = 0; i < MONTHS; i++)
    segue_year_month_show (self->months[i], self->page.scene, &self->table);
  segue_calendar_page_tell_title (&self->page);
}

static void
segue_year_view_day_changed (SegueCalendarPage *page)
{
  SegueYearView *self = SEGUE_YEAR_VIEW (page);
  int year;

  segue_day_to_ymd (segue_calendar_page_get_day (&self->page), &year, NULL, NULL);
  if (year != self->table.year)
    show_year (self, year);
  for (int i = 0; i < MONTHS; i++)
    segue_year_month_set_day (self->months[i], segue_calendar_page_get_day (&self->page));
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_month (self)));
}

static void
segue_year_view_scene_changed (SegueCalendarPage *page)
{
  SegueYearView *self = SEGUE_YEAR_VIEW (page);

  self->table.year = 0;
  for (int i = 0; i < MONTHS; i++)
    segue_year_month_set_first_weekday (self->months[i], page->layout.first_weekday);
  if (page->scene != NULL)
    segue_year_view_day_changed (page);
}

static char *
segue_year_view_get_title (SegueCalendarPage *page)
{
  return segue_text_year (SEGUE_YEAR_VIEW (page)->table.year);
}

static void
segue_year_view_turn (SegueCalendarPage *page, int years)
{
  segue_calendar_page_go (page, segue_day_add_months (segue_calendar_page_get_day (page), MONTHS * years));
}

/* What is left of the year lies below, as soon as the months have their places. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SegueYearView *self = SEGUE_YEAR_VIEW (widget);
  GtkWidget *area = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;

  if (area != NULL && self->page.scene != NULL
      && gtk_widget_compute_bounds (GTK_WIDGET (get_month (self)), widget, &bounds))
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (area)), bounds.origin.y - SPACING);

  return G_SOURCE_REMOVE;
}

static void
segue_year_view_reveal (SegueCalendarPage *page)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (page), scroll_cb, NULL, NULL);
}

/* Months that a key leads forth; 0: it is no key of the year. */
static int
get_step (SegueYearView *self, guint key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int month;

  segue_day_to_ymd (segue_calendar_page_get_day (&self->page), NULL, &month, NULL);

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
    case GDK_KEY_Home:
      return 1 - month;
    case GDK_KEY_End:
      return MONTHS - month;
    default:
      return 0;
    }
}

static gboolean
key_pressed_cb (SegueYearView *self, guint key, guint code, GdkModifierType state)
{
  int step;

  if (self->page.scene == NULL || self->page.viewport == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  step = get_step (self, key);
  if (step != 0)
    segue_calendar_page_go (&self->page, segue_day_add_months (segue_calendar_page_get_day (&self->page), step));
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    segue_calendar_page_ask_month (&self->page);
  else
    return FALSE;

  return TRUE;
}

static void
released_cb (SegueYearView *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  graphene_point_t point;

  if (self->page.scene == NULL || self->page.viewport == NULL || picked == NULL || !SEGUE_IS_YEAR_MONTH (picked)
      || !gtk_widget_compute_point (GTK_WIDGET (self), picked, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  segue_calendar_page_go (&self->page, segue_year_month_day_at (SEGUE_YEAR_MONTH (picked), point.x, point.y));
  segue_calendar_page_ask_month (&self->page);
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

  if (gtk_widget_get_focus_child (widget) != NULL || self->page.scene == NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (get_month (self)));
}

static gboolean
segue_year_view_grab_focus (GtkWidget *widget)
{
  SegueYearView *self = SEGUE_YEAR_VIEW (widget);

  return self->page.scene != NULL && gtk_widget_grab_focus (GTK_WIDGET (get_month (self)));
}

static void
segue_year_view_dispose (GObject *object)
{
  SegueYearView *self = SEGUE_YEAR_VIEW (object);

  for (int i = 0; i < MONTHS; i++)
    if (self->months[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->months[i])));
  g_clear_pointer (&self->palette, segue_goal_palette_free);

  G_OBJECT_CLASS (segue_year_view_parent_class)->dispose (object);
}

static void
segue_year_view_class_init (SegueYearViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueCalendarPageClass *page_class = SEGUE_CALENDAR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_year_view_dispose;
  widget_class->measure = segue_year_view_measure;
  widget_class->get_request_mode = segue_year_view_get_request_mode;
  widget_class->size_allocate = segue_year_view_size_allocate;
  widget_class->focus = segue_year_view_focus;
  widget_class->grab_focus = segue_year_view_grab_focus;
  page_class->scene_changed = segue_year_view_scene_changed;
  page_class->day_changed = segue_year_view_day_changed;
  page_class->get_title = segue_year_view_get_title;
  page_class->turn = segue_year_view_turn;
  page_class->reveal = segue_year_view_reveal;
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
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Months of the year"), -1);
}
