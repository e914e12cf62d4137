/* segue-year-month.c - a month of the year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawn: twelve of these are 365 days. The texts are laid out once; a frame
 * only places and paints.
 */
#include "ui/calendar/segue-year-month.h"

#include <math.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-calendar-text.h"
#include "ui/calendar/segue-month-layout.h"
#include "ui/common/segue-ui.h"

#define PADDING 10
#define TITLE_HEIGHT 26
#define WEEKDAYS_HEIGHT 18
/* Above the first week. */
#define HEAD_HEIGHT (TITLE_HEIGHT + WEEKDAYS_HEIGHT)
#define MIN_CELL 24
#define NATURAL_CELL 30
/* Weeks that a month may touch. */
#define WEEKS 6

struct _SegueYearMonth
{
  GtkWidget parent_instance;

  SegueGoalPalette *palette;    /* the year's */
  const SegueYearTable *table;  /* the year's */
  SegueMonthLayout layout;
  int month;                    /* 1 to 12 */
  SegueDay begin;
  int n_days;
  SegueDay today;
  SegueDay day;                 /* that the person is at */
  PangoLayout *title;
  PangoLayout *weekdays[7];     /* from Monday */
  PangoLayout *numbers[31];
};

G_DEFINE_FINAL_TYPE (SegueYearMonth, segue_year_month, GTK_TYPE_WIDGET)

static void
forget_texts (SegueYearMonth *self)
{
  g_clear_object (&self->title);
  for (int i = 0; i < 7; i++)
    g_clear_object (&self->weekdays[i]);
  for (int i = 0; i < 31; i++)
    g_clear_object (&self->numbers[i]);
}

/* There is room for one letter. */
static PangoLayout *
make_weekday (SegueYearMonth *self, SegueWeekday weekday, PangoAttrList *attributes)
{
  g_autofree char *name = segue_text_weekday (weekday);
  g_autofree char *letter = g_utf8_substring (name, 0, 1);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), letter);

  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static void
make_texts (SegueYearMonth *self)
{
  g_autofree char *title = segue_text_month (self->table->year, self->month);
  g_autoptr(PangoAttrList) bold = pango_attr_list_new ();
  g_autoptr(PangoAttrList) small = pango_attr_list_new ();

  forget_texts (self);
  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (small, pango_attr_scale_new (0.8));
  self->title = gtk_widget_create_pango_layout (GTK_WIDGET (self), title);
  pango_layout_set_attributes (self->title, bold);
  for (int i = 0; i < 7; i++)
    self->weekdays[i] = make_weekday (self, (SegueWeekday) i, small);
  for (int i = 0; i < 31; i++)
    {
      char text[3];

      g_snprintf (text, sizeof text, "%d", i + 1);
      self->numbers[i] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      pango_layout_set_attributes (self->numbers[i], small);
    }
}

/* Where a day lies; the first week of the month is the first row. */
static graphene_rect_t
get_rect (SegueYearMonth *self, SegueDay day)
{
  SegueMonthRect cell = segue_month_layout_get_cell (&self->layout, day);
  int row = segue_month_layout_get_week (&self->layout, day) - segue_month_layout_get_week (&self->layout, self->begin);

  return GRAPHENE_RECT_INIT ((float) (PADDING + cell.x), (float) (PADDING + HEAD_HEIGHT + row * self->layout.row_height),
                             (float) cell.width, (float) self->layout.row_height);
}

static void
fill_round (GtkSnapshot *snapshot, const graphene_rect_t *rect, float radius, const GdkRGBA *color)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, rect);
  gtk_snapshot_pop (snapshot);
}

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *layout, const graphene_rect_t *rect, const GdkRGBA *color)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  segue_ui_append_layout (snapshot, layout, rect->origin.x + floorf ((rect->size.width - width) / 2),
                          rect->origin.y + floorf ((rect->size.height - height) / 2), color);
}

typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA accent;
  GdkRGBA off;
} Colors;

/* How full a day is lies behind its number; a milestone fills it in its goal's
 * colour, and today in that of today. */
static void
draw_day (SegueYearMonth *self, GtkSnapshot *snapshot, const Colors *colors, int index)
{
  SegueDay day = self->begin + index;
  const SegueYearDay *info = &self->table->days[day - self->table->begin];
  graphene_rect_t rect = get_rect (self, day);
  gboolean is_filled = info->n_milestones > 0 || day == self->today;
  GdkRGBA fill = colors->accent;
  GdkRGBA white = { 1, 1, 1, 1 };

  graphene_rect_inset (&rect, 1.5f, 1.5f);
  if (info->n_milestones > 0)
    segue_goal_palette_get_fill (self->palette, info->goal, &fill);
  else if (day != self->today)
    fill.alpha *= 0.08f * (float) info->level;
  if (is_filled || info->level > 0)
    fill_round (snapshot, &rect, 5, &fill);
  if (day == self->day && day != self->today)
    {
      GskRoundedRect ring;
      float widths[4] = { 2, 2, 2, 2 };
      GdkRGBA edges[4] = { colors->text, colors->text, colors->text, colors->text };

      gsk_rounded_rect_init_from_rect (&ring, &rect, 5);
      gtk_snapshot_append_border (snapshot, &ring, widths, edges);
    }
  draw_text (snapshot, self->numbers[index], &rect,
             is_filled ? &white : info->off ? &colors->off : info->level > 0 ? &colors->text : &colors->dim);
}

/* Above the columns, dim: they are read once. */
static void
draw_weekdays (SegueYearMonth *self, GtkSnapshot *snapshot, const Colors *colors)
{
  SegueDay begin = segue_month_layout_week_begin (&self->layout, 0);

  for (int i = 0; i < 7; i++)
    {
      SegueMonthRect cell = segue_month_layout_get_cell (&self->layout, begin + i);
      graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) (PADDING + cell.x), PADDING + TITLE_HEIGHT - 4,
                                                 (float) cell.width, WEEKDAYS_HEIGHT);

      draw_text (snapshot, self->weekdays[segue_day_get_weekday (begin + i)], &rect, &colors->dim);
    }
}

static void
segue_year_month_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SegueYearMonth *self = SEGUE_YEAR_MONTH (widget);
  graphene_rect_t head = GRAPHENE_RECT_INIT (PADDING, PADDING - 4, (float) self->layout.width, TITLE_HEIGHT - 4);
  Colors colors;

  if (self->table == NULL || self->layout.width <= 0)
    return;

  segue_goal_palette_get_color (self->palette, SEGUE_COLOR_FOREGROUND, &colors.text);
  segue_goal_palette_get_color (self->palette, SEGUE_COLOR_DIM, &colors.dim);
  segue_goal_palette_get_color (self->palette, SEGUE_COLOR_ACCENT, &colors.accent);
  segue_goal_palette_get_color (self->palette, SEGUE_COLOR_ERROR, &colors.off);
  draw_text (snapshot, self->title, &head, &colors.text);
  draw_weekdays (self, snapshot, &colors);
  for (int i = 0; i < self->n_days; i++)
    draw_day (self, snapshot, &colors, i);
}

static void
segue_year_month_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = 2 * PADDING + (horizontal ? 7 * MIN_CELL : HEAD_HEIGHT + WEEKS * MIN_CELL);
  *natural = 2 * PADDING + (horizontal ? 7 * NATURAL_CELL : HEAD_HEIGHT + WEEKS * NATURAL_CELL);
}

static void
segue_year_month_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SegueYearMonth *self = SEGUE_YEAR_MONTH (widget);

  self->layout.width = width - 2 * PADDING;
  self->layout.row_height = floor ((height - 2.0 * PADDING - HEAD_HEIGHT) / WEEKS);
  self->layout.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

static void
segue_year_month_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SegueYearMonth *self = SEGUE_YEAR_MONTH (widget);

  GTK_WIDGET_CLASS (segue_year_month_parent_class)->css_changed (widget, change);
  if (self->table != NULL)
    make_texts (self);
}

static void
segue_year_month_dispose (GObject *object)
{
  forget_texts (SEGUE_YEAR_MONTH (object));

  G_OBJECT_CLASS (segue_year_month_parent_class)->dispose (object);
}

static void
segue_year_month_class_init (SegueYearMonthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_year_month_dispose;
  widget_class->snapshot = segue_year_month_snapshot;
  widget_class->measure = segue_year_month_measure;
  widget_class->size_allocate = segue_year_month_size_allocate;
  widget_class->css_changed = segue_year_month_css_changed;
  gtk_widget_class_set_css_name (widget_class, "yearmonth");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
segue_year_month_init (SegueYearMonth *self)
{
  self->day = SEGUE_DAY_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * segue_year_month_new:
 * @palette: the year's, which lives longer
 * @month: 1 to 12
 *
 * Returns: (transfer floating): a month without a year
 */
GtkWidget *
segue_year_month_new (SegueGoalPalette *palette, int month)
{
  SegueYearMonth *self = g_object_new (SEGUE_TYPE_YEAR_MONTH, NULL);

  self->palette = palette;
  self->month = month;

  return GTK_WIDGET (self);
}

void
segue_year_month_set_first_weekday (SegueYearMonth *self, SegueWeekday first_weekday)
{
  self->layout.first_weekday = first_weekday;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * segue_year_month_show:
 * @scene: what is planned
 * @table: the same year at a glance; borrowed until the next call
 */
void
segue_year_month_show (SegueYearMonth *self, SegueCalendarScene *scene, const SegueYearTable *table)
{
  g_autofree char *name = segue_calendar_text_month (scene, table->year, self->month);

  self->table = table;
  self->begin = segue_day_from_ymd (table->year, self->month, 1);
  self->n_days = segue_day_month_length (table->year, self->month);
  self->today = segue_calendar_scene_get_today (scene);
  make_texts (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * segue_year_month_set_day:
 * @day: where the person is, in this month or not
 */
void
segue_year_month_set_day (SegueYearMonth *self, SegueDay day)
{
  gboolean inside = day >= self->begin && day < self->begin + self->n_days;

  self->day = day;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, inside, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * segue_year_month_day_at:
 *
 * Returns: the day at a pixel, or the first of the month
 */
SegueDay
segue_year_month_day_at (SegueYearMonth *self, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  for (int i = 0; i < self->n_days; i++)
    {
      graphene_rect_t rect = get_rect (self, self->begin + i);

      if (graphene_rect_contains_point (&rect, &point))
        return self->begin + i;
    }

  return self->begin;
}
