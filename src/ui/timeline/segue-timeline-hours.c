/* segue-timeline-hours.c - hours planned against hours there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One column a week: what there is stands grey, what is planned lies in it in
 * the colours of the goals. From far away a column is a month or a year, and
 * its height the mean of its weeks.
 */
#include "ui/timeline/segue-timeline-hours.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/segue-text.h"
#include "ui/timeline/segue-timeline-paint.h"

#define CHART_HEIGHT 40
#define PADDING 8
/* A column is at least this wide. */
#define MIN_COLUMN 5

struct _SegueTimelineHours
{
  GtkWidget parent_instance;

  SegueTimelineStage *stage;
  SegueWeekday first_weekday;
  PangoLayout *title;
  gint64 peak; /* minutes of the fullest week; made with the title */
};

G_DEFINE_FINAL_TYPE (SegueTimelineHours, segue_timeline_hours, GTK_TYPE_WIDGET)

static gint64
get_planned (SegueTimelineScene *scene, SegueDay begin, SegueDay end)
{
  gint64 minutes = segue_hours_table_get_planned (scene->hours, -1, begin, end);
  int n_goals = segue_layout_get_problem (scene->layout)->n_goals;

  for (int goal = 0; goal < n_goals; goal++)
    minutes += segue_hours_table_get_planned (scene->hours, goal, begin, end);

  return minutes;
}

static SegueTickLevel
get_level (const SegueDayScale *scale)
{
  return MAX (segue_day_scale_level (scale, MIN_COLUMN), SEGUE_TICK_WEEK);
}

typedef struct
{
  GtkSnapshot *snapshot;
  SegueTimelineScene *scene;
  SegueGoalPalette *palette;
  SegueDayScale scale;
  double foot;
  double per_minute; /* pixels for a minute of a week */
  GdkRGBA room;
  GdkRGBA error;
} Drawing;

static void
draw_part (const Drawing *drawing, const SeguePixelSpan *span, double minutes, double *y, const GdkRGBA *color)
{
  double height = minutes * drawing->per_minute;

  if (minutes <= 0)
    return;

  *y -= height;
  gtk_snapshot_append_color (drawing->snapshot, color,
                             &GRAPHENE_RECT_INIT (floor (span->x) + 1, *y, MAX (floor (span->width) - 1, 1), height));
}

static void
draw_column (const Drawing *drawing, SegueDay begin, SegueDay end)
{
  SegueHoursTable *hours = drawing->scene->hours;
  int n_goals = segue_layout_get_problem (drawing->scene->layout)->n_goals;
  SeguePixelSpan span = segue_day_scale_span (&drawing->scale, begin, end);
  double weeks = (end - begin) / 7.0;
  gint64 capacity = segue_hours_table_get_capacity (hours, begin, end);
  gint64 planned = get_planned (drawing->scene, begin, end);
  double y = drawing->foot;
  GdkRGBA color;

  draw_part (drawing, &span, capacity / weeks, &y, &drawing->room);

  y = drawing->foot;
  for (int goal = -1; goal < n_goals; goal++)
    {
      segue_goal_palette_get_fill (drawing->palette, goal, &color);
      draw_part (drawing, &span, segue_hours_table_get_planned (hours, goal, begin, end) / weeks, &y,
                 planned > capacity ? &drawing->error : &color);
    }
}

/* The greatest hours of a week anywhere, so that panning does not rescale. */
static gint64
find_peak (SegueTimelineHours *self, SegueTimelineScene *scene)
{
  SegueDay begin = segue_tick_floor (SEGUE_TICK_WEEK, segue_hours_table_get_begin (scene->hours), self->first_weekday);
  SegueDay end = MIN (segue_hours_table_get_end (scene->hours), begin + 7 * 520);
  gint64 peak = 60;

  for (SegueDay week = begin; week < end; week += 7)
    peak = MAX (peak, MAX (segue_hours_table_get_capacity (scene->hours, week, week + 7),
                           get_planned (scene, week, week + 7)));

  return peak;
}

/* Says what the highest column stands for. */
static PangoLayout *
get_title (SegueTimelineHours *self)
{
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  PangoAttrList *attributes;
  g_autofree char *hours = NULL;
  g_autofree char *text = NULL;

  if (self->title != NULL)
    return self->title;

  self->peak = scene != NULL ? find_peak (self, scene) : 60;
  hours = segue_text_minutes (self->peak);
  /* Translators: heads columns of hours; how many hours the highest column is: "Hours a week, up to 15 h" */
  text = g_strdup_printf (_("Hours a week, up to %s"), hours);
  self->title = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_layout_set_attributes (self->title, attributes);
  pango_attr_list_unref (attributes);

  return self->title;
}

static void
segue_timeline_hours_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SegueTimelineHours *self = SEGUE_TIMELINE_HOURS (widget);
  Drawing drawing = { .snapshot = snapshot, .scene = segue_timeline_stage_get_scene (self->stage) };
  double height = gtk_widget_get_height (widget);
  SegueTickLevel level;
  SegueDay tick;
  double end;
  GdkRGBA dim, now;
  int width, text_height;
  double lead, top;

  if (drawing.scene == NULL)
    return;

  drawing.palette = segue_timeline_stage_get_palette (self->stage);
  drawing.scale = segue_timeline_stage_get_scale_for (self->stage, widget);
  drawing.foot = height - PADDING;
  get_title (self);
  drawing.per_minute = CHART_HEIGHT / (double) self->peak;
  segue_goal_palette_get_color (drawing.palette, SEGUE_COLOR_FOREGROUND, &drawing.room);
  segue_goal_palette_get_color (drawing.palette, SEGUE_COLOR_ERROR, &drawing.error);
  segue_goal_palette_get_color (drawing.palette, SEGUE_COLOR_DIM, &dim);
  segue_goal_palette_get_color (drawing.palette, SEGUE_COLOR_NOW, &now);
  drawing.room.alpha *= 0.1f;

  level = get_level (&drawing.scale);
  end = MIN (segue_day_scale_end (&drawing.scale), segue_hours_table_get_end (drawing.scene->hours));
  tick = (SegueDay) floor (MAX (drawing.scale.origin, segue_hours_table_get_begin (drawing.scene->hours)));
  tick = segue_tick_floor (level, tick, self->first_weekday);
  for (SegueDay next; tick < end; tick = next)
    {
      next = segue_tick_next (level, tick);
      draw_column (&drawing, tick, next);
    }

  pango_layout_get_pixel_size (self->title, &width, &text_height);
  lead = (segue_timeline_stage_get_today (self->stage) - drawing.scale.origin) * drawing.scale.scale;
  top = lead < width + 20 ? PADDING + text_height : 0;
  segue_timeline_paint_today (snapshot, &now, &drawing.scale, segue_timeline_stage_get_today (self->stage), top, height - top);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (drawing.scale.rtl ? gtk_widget_get_width (widget) - 14 - width : 14,
                                                          PADDING - 2));
  gtk_snapshot_append_layout (snapshot, self->title, &dim);
}

static void
segue_timeline_hours_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  int height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  pango_layout_get_pixel_size (get_title (SEGUE_TIMELINE_HOURS (widget)), NULL, &height);
  *minimum = *natural = height + CHART_HEIGHT + 2 * PADDING;
}

static gboolean
segue_timeline_hours_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SegueTimelineHours *self = SEGUE_TIMELINE_HOURS (widget);
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  SegueDayScale scale = segue_timeline_stage_get_scale_for (self->stage, widget);
  SegueTickLevel level = get_level (&scale);
  SegueDay begin = segue_tick_floor (level, segue_day_scale_day_at (&scale, x), self->first_weekday);
  SegueDay end = segue_tick_next (level, begin);
  g_autofree char *span = NULL;
  g_autofree char *planned = NULL;
  g_autofree char *capacity = NULL;
  g_autofree char *text = NULL;

  if (scene == NULL || begin >= segue_hours_table_get_end (scene->hours)
      || end <= segue_hours_table_get_begin (scene->hours))
    return FALSE;

  span = segue_text_span (begin, end - 1);
  planned = segue_text_minutes (get_planned (scene, begin, end));
  capacity = segue_text_minutes (segue_hours_table_get_capacity (scene->hours, begin, end));
  /* Translators: hours planned and hours there are in some days: "5 to 11 September 2022: 13 h of 15 h planned" */
  text = g_strdup_printf (_("%s: %s of %s planned"), span, planned, capacity);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
drop_texts (SegueTimelineHours *self)
{
  g_clear_object (&self->title);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
segue_timeline_hours_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (segue_timeline_hours_parent_class)->css_changed (widget, change);
  drop_texts (SEGUE_TIMELINE_HOURS (widget));
}

static void
segue_timeline_hours_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (segue_timeline_hours_parent_class)->system_setting_changed (widget, setting);
  drop_texts (SEGUE_TIMELINE_HOURS (widget));
}

static void
segue_timeline_hours_dispose (GObject *object)
{
  SegueTimelineHours *self = SEGUE_TIMELINE_HOURS (object);

  g_clear_object (&self->title);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (segue_timeline_hours_parent_class)->dispose (object);
}

static void
segue_timeline_hours_class_init (SegueTimelineHoursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_timeline_hours_dispose;
  widget_class->snapshot = segue_timeline_hours_snapshot;
  widget_class->measure = segue_timeline_hours_measure;
  widget_class->query_tooltip = segue_timeline_hours_query_tooltip;
  widget_class->css_changed = segue_timeline_hours_css_changed;
  widget_class->system_setting_changed = segue_timeline_hours_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "timelinehours");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
segue_timeline_hours_init (SegueTimelineHours *self)
{
  self->first_weekday = segue_locale_first_weekday ();
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hours a week"), -1);
}

void
segue_timeline_hours_bind (SegueTimelineHours *self, SegueTimelineStage *stage)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_HOURS (self));
  g_return_if_fail (self->stage == NULL);

  self->stage = g_object_ref (stage);
  g_signal_connect_object (stage, "scale-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "scene-changed", G_CALLBACK (drop_texts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "state-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
