/* segue-timeline-ruler.c - the axis of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-ruler.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/segue-text.h"
#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-paint.h"

#define LABEL_GAP 5
/* At least so many pixels behind a label. */
#define LABEL_ROOM 4
/* A day that is so many times as wide as its number needs has its weekday too. */
#define WEEKDAY_ROOM 2.2
#define FLAG_GAP 6
/* More texts than can be in sight; then they are made anew. */
#define MAX_TEXTS 400

/* Two lines of labels: months under years, or days under months. */
struct _SegueTimelineRuler
{
  GtkWidget parent_instance;

  SegueTimelineStage *stage;
  GHashTable *texts[2]; /* from tick to PangoLayout: upper and lower line */
  SegueTickLevel levels[2];
  double day_width;     /* pixels that the number of a day needs */
  gboolean weekdays;    /* whether the days of the lower line have theirs */
  PangoLayout *today;
};

G_DEFINE_FINAL_TYPE (SegueTimelineRuler, segue_timeline_ruler, GTK_TYPE_WIDGET)

static void
drop_texts (SegueTimelineRuler *self)
{
  g_hash_table_remove_all (self->texts[0]);
  g_hash_table_remove_all (self->texts[1]);
  g_clear_object (&self->today);
}

static PangoLayout *
make_text (SegueTimelineRuler *self, const char *text, PangoWeight weight, double size)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

/* Months that head days carry their year. */
static char *
make_head (SegueTickLevel level, SegueDay tick)
{
  int year, month;

  if (level != SEGUE_TICK_MONTH)
    return segue_tick_label (level, tick);

  segue_day_to_ymd (tick, &year, &month, NULL);

  return segue_text_month (year, month);
}

static char *
make_foot (SegueTimelineRuler *self, SegueDay tick)
{
  g_autofree char *weekday = NULL;
  int mday;

  if (!self->weekdays)
    return segue_tick_label (self->levels[1], tick);

  segue_day_to_ymd (tick, NULL, NULL, &mday);
  weekday = segue_text_weekday (segue_day_get_weekday (tick));

  /* Translators: a day on the ruler: its short weekday and its number: "Mon 23" */
  return g_strdup_printf (C_("ruler", "%1$s %2$d"), weekday, mday);
}

static PangoLayout *
get_text (SegueTimelineRuler *self, int line, SegueDay tick)
{
  PangoLayout *layout = g_hash_table_lookup (self->texts[line], GINT_TO_POINTER (tick));
  g_autofree char *text = NULL;

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (self->texts[line]) > MAX_TEXTS)
    g_hash_table_remove_all (self->texts[line]);

  text = line == 0 ? make_head (self->levels[0], tick) : make_foot (self, tick);
  layout = make_text (self, text, line == 0 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, line == 0 ? 1 : SEGUE_UI_CAPTION_SCALE);
  g_hash_table_insert (self->texts[line], GINT_TO_POINTER (tick), layout);

  return layout;
}

static void
update_levels (SegueTimelineRuler *self)
{
  SegueTickLevel lower = segue_timeline_stage_get_level (self->stage);
  SegueTickLevel upper = segue_tick_level_above (lower);
  double scale = segue_timeline_stage_get_scale (self->stage)->scale;
  gboolean weekdays = lower == SEGUE_TICK_DAY && scale >= WEEKDAY_ROOM * self->day_width;

  if (self->levels[0] != upper)
    g_hash_table_remove_all (self->texts[0]);
  if (self->levels[1] != lower || self->weekdays != weekdays)
    g_hash_table_remove_all (self->texts[1]);
  self->weekdays = weekdays;
  self->levels[0] = upper;
  self->levels[1] = lower;
}

static double
get_line_height (SegueTimelineRuler *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double height = ceil ((double) pango_font_metrics_get_height (metrics) / PANGO_SCALE);

  pango_font_metrics_unref (metrics);

  return height;
}

static void
draw_text (SegueTimelineRuler *self, GtkSnapshot *snapshot, PangoLayout *layout, double lead, double y, const GdkRGBA *color)
{
  gboolean rtl = segue_timeline_stage_get_scale (self->stage)->rtl;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  segue_ui_append_layout (snapshot, layout,
                          round (rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - lead - width : lead), round (y), color);
}

typedef struct
{
  GtkSnapshot *snapshot;
  const SegueDayScale *scale;
  GdkRGBA foreground;
  GdkRGBA dim;
  GdkRGBA line;
  double line_height;
  double flag_begin; /* pixels from the leading edge that the flag covers */
  double flag_end;
} Drawing;

static double
get_lead (const Drawing *drawing, double day)
{
  return (day - drawing->scale->origin) * drawing->scale->scale;
}

/* A label of the upper line stays in sight as long as its year does, and
 * makes room for the flag. */
static void
draw_head (SegueTimelineRuler *self, const Drawing *drawing, SegueDay tick, double next)
{
  PangoLayout *layout = get_text (self, 0, tick);
  double lead = MAX (get_lead (drawing, tick) + LABEL_GAP, 14);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (lead < drawing->flag_end && lead + width > drawing->flag_begin)
    lead = drawing->flag_end;
  if (lead + width + LABEL_GAP > next)
    lead = next - width - LABEL_GAP;
  if (lead < drawing->flag_end && lead + width > drawing->flag_begin)
    return;

  draw_text (self, drawing->snapshot, layout, lead, 6, &drawing->foreground);
}

/* A label of the lower line gives way to the line of today, where there is room
 * behind it. With no line above it, and of days that fill the window, it stays in
 * sight as long as its year or its day does. */
static void
draw_foot (SegueTimelineRuler *self, const Drawing *drawing, SegueDay tick, double next)
{
  PangoLayout *layout = get_text (self, 1, tick);
  double lead = get_lead (drawing, tick) + LABEL_GAP;
  double now = get_lead (drawing, segue_timeline_stage_get_today (self->stage));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (self->levels[0] == SEGUE_TICK_NONE || self->weekdays)
    lead = MIN (MAX (lead, 14), next - width - LABEL_ROOM);
  if (now > lead - 2 && now < lead + width && now + LABEL_GAP + width < next)
    lead = now + LABEL_GAP;

  draw_text (self, drawing->snapshot, layout, lead, drawing->line_height + 8, &drawing->dim);
}

static void
draw_line (SegueTimelineRuler *self, const Drawing *drawing, int line)
{
  SegueTickLevel level = self->levels[line];
  double end = segue_day_scale_end (drawing->scale);
  double top = line == 0 ? 8 : drawing->line_height + 8;
  SegueDay tick;

  if (level == SEGUE_TICK_NONE)
    return;

  tick = segue_tick_floor (level, (SegueDay) floor (drawing->scale->origin), drawing->scale->first_weekday);
  while (tick < end)
    {
      SegueDay next = segue_tick_next (level, tick);
      double x = floor (segue_day_scale_x (drawing->scale, tick));

      if (tick >= drawing->scale->origin)
        gtk_snapshot_append_color (drawing->snapshot, &drawing->line,
                                   &GRAPHENE_RECT_INIT (x, top, 1, gtk_widget_get_height (GTK_WIDGET (self)) - top));
      if (line == 0)
        draw_head (self, drawing, tick, get_lead (drawing, next));
      else if (tick >= drawing->scale->origin || self->levels[0] == SEGUE_TICK_NONE || self->weekdays)
        draw_foot (self, drawing, tick, get_lead (drawing, next));
      tick = next;
    }
}

static void
measure_flag (SegueTimelineRuler *self, Drawing *drawing)
{
  double lead = get_lead (drawing, segue_timeline_stage_get_today (self->stage));
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  int text;

  if (self->today == NULL)
    /* Translators: on the flag that marks today on the ruler */
    self->today = make_text (self, _("today"), PANGO_WEIGHT_BOLD, SEGUE_UI_CAPTION_SCALE);
  pango_layout_get_pixel_size (self->today, &text, NULL);

  drawing->flag_begin = drawing->flag_end = -1;
  if (lead < -1 || lead > width + 1)
    return;

  drawing->flag_begin = CLAMP (lead - text / 2.0 - 8, 2, MAX (width - text - 18, 2));
  drawing->flag_end = drawing->flag_begin + text + 16 + FLAG_GAP;
}

static void
draw_flag (SegueTimelineRuler *self, const Drawing *drawing)
{
  GdkRGBA color;
  double width = drawing->flag_end - drawing->flag_begin - FLAG_GAP;
  double height = drawing->line_height;
  double x = drawing->flag_begin;
  int text_height;

  if (drawing->flag_end < 0)
    return;
  if (drawing->scale->rtl)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - drawing->flag_end + FLAG_GAP;

  segue_goal_palette_get_color (segue_timeline_stage_get_palette (self->stage), SEGUE_COLOR_NOW, &color);
  segue_timeline_paint_today (drawing->snapshot, &color, drawing->scale, segue_timeline_stage_get_today (self->stage),
                              5 + height, gtk_widget_get_height (GTK_WIDGET (self)));
  segue_timeline_paint_rounded (drawing->snapshot, &GRAPHENE_RECT_INIT (x, 6, width, height), height / 2, &color);
  pango_layout_get_pixel_size (self->today, NULL, &text_height);
  draw_text (self, drawing->snapshot, self->today, drawing->flag_begin + 8, 6 + (height - text_height) / 2,
             &(GdkRGBA) { 1, 1, 1, 1 });
}

static void
segue_timeline_ruler_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SegueTimelineRuler *self = SEGUE_TIMELINE_RULER (widget);
  SegueGoalPalette *palette = segue_timeline_stage_get_palette (self->stage);
  Drawing drawing = { .snapshot = snapshot, .scale = segue_timeline_stage_get_scale (self->stage) };

  segue_goal_palette_get_color (palette, SEGUE_COLOR_FOREGROUND, &drawing.foreground);
  segue_goal_palette_get_color (palette, SEGUE_COLOR_DIM, &drawing.dim);
  drawing.line = drawing.foreground;
  drawing.line.alpha *= 0.16f;
  drawing.line_height = get_line_height (self);

  update_levels (self);
  measure_flag (self, &drawing);
  draw_line (self, &drawing, 1);
  draw_line (self, &drawing, 0);
  draw_flag (self, &drawing);
}

static void
segue_timeline_ruler_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) ceil (2 * get_line_height (SEGUE_TIMELINE_RULER (widget))) + 14;
}

static void
segue_timeline_ruler_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (segue_timeline_ruler_parent_class)->css_changed (widget, change);
  drop_texts (SEGUE_TIMELINE_RULER (widget));
  gtk_widget_queue_resize (widget);
}

static void
segue_timeline_ruler_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (segue_timeline_ruler_parent_class)->system_setting_changed (widget, setting);
  drop_texts (SEGUE_TIMELINE_RULER (widget));
  gtk_widget_queue_resize (widget);
}

static void
segue_timeline_ruler_dispose (GObject *object)
{
  SegueTimelineRuler *self = SEGUE_TIMELINE_RULER (object);

  drop_texts (self);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (segue_timeline_ruler_parent_class)->dispose (object);
}

static void
segue_timeline_ruler_finalize (GObject *object)
{
  SegueTimelineRuler *self = SEGUE_TIMELINE_RULER (object);

  g_hash_table_unref (self->texts[0]);
  g_hash_table_unref (self->texts[1]);

  G_OBJECT_CLASS (segue_timeline_ruler_parent_class)->finalize (object);
}

static void
segue_timeline_ruler_class_init (SegueTimelineRulerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_timeline_ruler_dispose;
  G_OBJECT_CLASS (klass)->finalize = segue_timeline_ruler_finalize;
  widget_class->snapshot = segue_timeline_ruler_snapshot;
  widget_class->measure = segue_timeline_ruler_measure;
  widget_class->css_changed = segue_timeline_ruler_css_changed;
  widget_class->system_setting_changed = segue_timeline_ruler_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "timelineruler");
  /* What it says is in the name of every step. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
segue_timeline_ruler_init (SegueTimelineRuler *self)
{
  self->texts[0] = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->texts[1] = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
segue_timeline_ruler_bind (SegueTimelineRuler *self, SegueTimelineStage *stage)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_RULER (self));
  g_return_if_fail (self->stage == NULL);

  self->stage = g_object_ref (stage);
  g_signal_connect_object (stage, "scale-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "state-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static int
measure_label (SegueTimelineRuler *self, const char *label)
{
  g_autoptr(PangoLayout) layout = make_text (self, label, PANGO_WEIGHT_NORMAL, SEGUE_UI_CAPTION_SCALE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/**
 * segue_timeline_ruler_measure_labels:
 * @widths: (out caller-allocates) (array fixed-size=6): the pixels that the
 *   widest label of each level needs, in the language and font there are now
 */
void
segue_timeline_ruler_measure_labels (SegueTimelineRuler *self, double *widths)
{
  for (int level = 0; level < SEGUE_TICK_NONE; level++)
    {
      g_autofree char *last = NULL;

      widths[level] = 0;
      /* The names of all months and quarters; 28 is as wide as a number of a day is. */
      for (int month = 1; month <= 12; month++)
        {
          g_autofree char *label = segue_tick_label ((SegueTickLevel) level, segue_day_from_ymd (2028, month, 28));

          if (g_set_str (&last, label))
            widths[level] = MAX (widths[level], measure_label (self, label) + LABEL_GAP + LABEL_ROOM);
        }
    }
  self->day_width = widths[SEGUE_TICK_DAY];
}
