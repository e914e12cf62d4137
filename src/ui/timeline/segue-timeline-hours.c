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
/* A column is at least this wide. */
#define MIN_COLUMN 5

struct _SegueTimelineHours
{
  SegueTimelineStrip parent_instance;

  SegueWeekday first_weekday;
  gint64 peak; /* minutes of the fullest week */
};

G_DEFINE_FINAL_TYPE (SegueTimelineHours, segue_timeline_hours, SEGUE_TYPE_TIMELINE_STRIP)

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

static SegueTimelineScene *
get_scene (SegueTimelineHours *self)
{
  return segue_timeline_stage_get_scene (segue_timeline_strip_get_stage (SEGUE_TIMELINE_STRIP (self)));
}

static void
segue_timeline_hours_scene_changed (SegueTimelineStrip *strip)
{
  SegueTimelineHours *self = SEGUE_TIMELINE_HOURS (strip);
  SegueTimelineScene *scene = get_scene (self);

  self->peak = scene != NULL ? find_peak (self, scene) : 60;
}

/* Says what the highest column stands for. */
static char *
segue_timeline_hours_dup_title (SegueTimelineStrip *strip)
{
  g_autofree char *hours = segue_text_minutes (SEGUE_TIMELINE_HOURS (strip)->peak);

  /* Translators: heads columns of hours; how many hours the highest column is: "Hours a week, up to 15 h" */
  return g_strdup_printf (_("Hours a week, up to %s"), hours);
}

static int
segue_timeline_hours_get_height (SegueTimelineStrip *strip)
{
  return CHART_HEIGHT;
}

static void
segue_timeline_hours_draw (SegueTimelineStrip *strip, GtkSnapshot *snapshot, const SegueDayScale *scale,
                           double top, double height)
{
  SegueTimelineHours *self = SEGUE_TIMELINE_HOURS (strip);
  Drawing drawing = { .snapshot = snapshot, .scene = get_scene (self), .scale = *scale, .foot = top + height };
  SegueTickLevel level = get_level (scale);
  double end = MIN (segue_day_scale_end (scale), segue_hours_table_get_end (drawing.scene->hours));
  SegueDay tick;

  drawing.palette = segue_timeline_stage_get_palette (segue_timeline_strip_get_stage (strip));
  drawing.per_minute = height / (double) self->peak;
  segue_goal_palette_get_color (drawing.palette, SEGUE_COLOR_FOREGROUND, &drawing.room);
  segue_goal_palette_get_color (drawing.palette, SEGUE_COLOR_ERROR, &drawing.error);
  drawing.room.alpha *= 0.1f;

  tick = (SegueDay) floor (MAX (scale->origin, segue_hours_table_get_begin (drawing.scene->hours)));
  tick = segue_tick_floor (level, tick, self->first_weekday);
  for (SegueDay next; tick < end; tick = next)
    {
      next = segue_tick_next (level, tick);
      draw_column (&drawing, tick, next);
    }
}

static char *
segue_timeline_hours_dup_tooltip (SegueTimelineStrip *strip, const SegueDayScale *scale, double x)
{
  SegueTimelineHours *self = SEGUE_TIMELINE_HOURS (strip);
  SegueTimelineScene *scene = get_scene (self);
  SegueTickLevel level = get_level (scale);
  SegueDay begin = segue_tick_floor (level, segue_day_scale_day_at (scale, x), self->first_weekday);
  SegueDay end = segue_tick_next (level, begin);
  g_autofree char *span = NULL;
  g_autofree char *planned = NULL;
  g_autofree char *capacity = NULL;

  if (begin >= segue_hours_table_get_end (scene->hours) || end <= segue_hours_table_get_begin (scene->hours))
    return NULL;

  span = segue_text_span (begin, end - 1);
  planned = segue_text_minutes (get_planned (scene, begin, end));
  capacity = segue_text_minutes (segue_hours_table_get_capacity (scene->hours, begin, end));

  /* Translators: hours planned and hours there are in some days: "5 to 11 September 2022: 13 h of 15 h planned" */
  return g_strdup_printf (_("%s: %s of %s planned"), span, planned, capacity);
}

static void
segue_timeline_hours_class_init (SegueTimelineHoursClass *klass)
{
  SegueTimelineStripClass *strip_class = SEGUE_TIMELINE_STRIP_CLASS (klass);

  strip_class->scene_changed = segue_timeline_hours_scene_changed;
  strip_class->dup_title = segue_timeline_hours_dup_title;
  strip_class->get_height = segue_timeline_hours_get_height;
  strip_class->draw = segue_timeline_hours_draw;
  strip_class->dup_tooltip = segue_timeline_hours_dup_tooltip;
}

static void
segue_timeline_hours_init (SegueTimelineHours *self)
{
  self->first_weekday = segue_locale_first_weekday ();
  self->peak = 60;
}
