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
#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-paint.h"

#define CHART_HEIGHT 40
/* A column is at least this wide. */
#define MIN_COLUMN 5

struct _SegueTimelineHours
{
  SegueTimelineStrip parent_instance;

  GArray *shortages; /* Shortage: where the hours do not suffice */
  gint64 peak; /* minutes of the fullest week */
};

/* Days on which what is laid out needs more hours than there are. */
typedef struct
{
  SegueDay first;
  SegueDay last;
  char *text;           /* "12 h short" */
  PangoLayout *layout;  /* made when first drawn */
} Shortage;

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
  GdkRGBA alarm;     /* under white words */
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
  SegueTimelineStage *stage = segue_timeline_strip_get_stage (SEGUE_TIMELINE_STRIP (self));
  SegueWeekday first_weekday = segue_timeline_stage_get_scale (stage)->first_weekday;
  SegueDay begin = segue_tick_floor (SEGUE_TICK_WEEK, segue_hours_table_get_begin (scene->hours), first_weekday);
  SegueDay end = MIN (segue_hours_table_get_end (scene->hours), begin + 7 * 520);
  gint64 peak = 0;

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
shortage_clear (gpointer data)
{
  Shortage *shortage = data;

  g_free (shortage->text);
  g_clear_object (&shortage->layout);
}

static gboolean
is_laid_out (const SegueSchedule *schedule, const SegueConflict *conflict)
{
  return conflict->route < 0 || conflict->goal < 0 || schedule->goals[conflict->goal].chosen == conflict->route;
}

static void
find_shortages (SegueTimelineHours *self, SegueTimelineScene *scene)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (scene->layout);

  for (int i = 0; i < schedule->n_conflicts; i++)
    {
      const SegueConflict *conflict = &schedule->conflicts[i];
      Shortage shortage = { conflict->from, conflict->until };
      g_autofree char *minutes = NULL;

      if (conflict->kind != SEGUE_CONFLICT_HOURS || conflict->pool >= 0 || conflict->unproven || !is_laid_out (schedule, conflict)
          || conflict->from == SEGUE_DAY_NONE || conflict->until < conflict->from)
        continue;
      minutes = segue_text_minutes (conflict->shortage);
      /* Translators: over some weeks on the timeline: how many hours are missing there, "12 h short" */
      shortage.text = g_strdup_printf (_("%s short"), minutes);
      g_array_append_val (self->shortages, shortage);
    }
}

/* Over the middle of the band, in sight, and beside the line of today: never struck through by it. */
static double
place_words (SegueTimelineHours *self, const Drawing *drawing, const SeguePixelSpan *span, int width)
{
  SegueDay today = segue_timeline_stage_get_today (segue_timeline_strip_get_stage (SEGUE_TIMELINE_STRIP (self)));
  double line = segue_day_scale_x (&drawing->scale, today);
  double last = MAX (drawing->scale.width - width - 12, 12);
  double x = CLAMP (span->x + (span->width - width) / 2, 12, last);

  if (x - 8 <= line + 2 && line - 2 <= x + width + 8)
    x = line + 14 <= last ? line + 14 : line - width - 14;

  return round (x);
}

/* A band over the columns that says by how much they are too low. */
static void
draw_shortage (SegueTimelineHours *self, const Drawing *drawing, Shortage *shortage, double top)
{
  SeguePixelSpan span = segue_day_scale_span (&drawing->scale, shortage->first, shortage->last + 1.0);
  GdkRGBA tint = drawing->error;
  int width, height;
  double x;

  if (shortage->layout == NULL)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      shortage->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), shortage->text);
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes, pango_attr_scale_new (SEGUE_UI_CAPTION_SCALE));
      pango_layout_set_attributes (shortage->layout, attributes);
      pango_attr_list_unref (attributes);
    }
  if (span.x > drawing->scale.width || span.x + span.width < 0)
    return;

  tint.alpha *= 0.12f;
  gtk_snapshot_append_color (drawing->snapshot, &tint, &GRAPHENE_RECT_INIT (span.x, top, MAX (span.width, 2), drawing->foot - top));
  /* Columns of any colour may stand behind the words. */
  gtk_snapshot_append_color (drawing->snapshot, &drawing->error, &GRAPHENE_RECT_INIT (span.x, top, MAX (span.width, 2), 2));
  pango_layout_get_pixel_size (shortage->layout, &width, &height);
  x = place_words (self, drawing, &span, width);
  segue_timeline_paint_rounded (drawing->snapshot, &GRAPHENE_RECT_INIT (x - 8, top + 4, width + 16, height + 4),
                                (height + 4) / 2.0f, &drawing->alarm);
  segue_ui_append_layout (drawing->snapshot, shortage->layout, x, top + 6, &(GdkRGBA) { 1, 1, 1, 1 });
}

static void
segue_timeline_hours_scene_changed (SegueTimelineStrip *strip)
{
  SegueTimelineHours *self = SEGUE_TIMELINE_HOURS (strip);
  SegueTimelineScene *scene = get_scene (self);

  self->peak = scene != NULL ? find_peak (self, scene) : 0;
  g_array_set_size (self->shortages, 0);
  if (scene != NULL)
    find_shortages (self, scene);
}

/* Says what the highest column stands for. */
static char *
segue_timeline_hours_dup_title (SegueTimelineStrip *strip)
{
  g_autofree char *hours = segue_text_minutes (SEGUE_TIMELINE_HOURS (strip)->peak);

  if (SEGUE_TIMELINE_HOURS (strip)->peak == 0)
    return g_strdup (_("Hours a week: nothing is planned"));

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
  drawing.per_minute = height / (double) MAX (self->peak, 60);
  segue_goal_palette_get_color (drawing.palette, SEGUE_COLOR_FOREGROUND, &drawing.room);
  segue_goal_palette_get_color (drawing.palette, SEGUE_COLOR_ERROR, &drawing.error);
  segue_goal_palette_get_color (drawing.palette, SEGUE_COLOR_NOW, &drawing.alarm);
  drawing.room.alpha *= 0.1f;

  tick = (SegueDay) floor (MAX (scale->origin, segue_hours_table_get_begin (drawing.scene->hours)));
  tick = segue_tick_floor (level, tick, scale->first_weekday);
  for (SegueDay next; tick < end; tick = next)
    {
      next = segue_tick_next (level, tick);
      draw_column (&drawing, tick, next);
    }
  for (guint i = 0; i < self->shortages->len; i++)
    draw_shortage (self, &drawing, &g_array_index (self->shortages, Shortage, i), top);
}

static char *
segue_timeline_hours_dup_tooltip (SegueTimelineStrip *strip, const SegueDayScale *scale, double x)
{
  SegueTimelineHours *self = SEGUE_TIMELINE_HOURS (strip);
  SegueTimelineScene *scene = get_scene (self);
  SegueTickLevel level = get_level (scale);
  SegueDay begin = segue_tick_floor (level, segue_day_scale_day_at (scale, x), scale->first_weekday);
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
segue_timeline_hours_finalize (GObject *object)
{
  g_array_unref (SEGUE_TIMELINE_HOURS (object)->shortages);

  G_OBJECT_CLASS (segue_timeline_hours_parent_class)->finalize (object);
}

static void
segue_timeline_hours_class_init (SegueTimelineHoursClass *klass)
{
  SegueTimelineStripClass *strip_class = SEGUE_TIMELINE_STRIP_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = segue_timeline_hours_finalize;
  strip_class->scene_changed = segue_timeline_hours_scene_changed;
  strip_class->dup_title = segue_timeline_hours_dup_title;
  strip_class->get_height = segue_timeline_hours_get_height;
  strip_class->draw = segue_timeline_hours_draw;
  strip_class->dup_tooltip = segue_timeline_hours_dup_tooltip;
}

static void
segue_timeline_hours_init (SegueTimelineHours *self)
{
  self->shortages = g_array_new (FALSE, FALSE, sizeof (Shortage));
  g_array_set_clear_func (self->shortages, shortage_clear);
}
