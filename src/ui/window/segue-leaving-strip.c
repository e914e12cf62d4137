/* segue-leaving-strip.c - the days of leaving, under the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     When to leave · 30 June 2023: Fall 2023 · 900 of 1,200 units kept
 *     ─────────|────[ Fall 2023 ◆   ]──[ Spring 2024          ]───|──
 *              vests                                          vests
 */
#include "config.h"

#include "ui/window/segue-leaving-strip.h"

#include <glib/gi18n.h>
#include <math.h>

#include "core/segue-text.h"
#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-paint.h"

#define CHART_HEIGHT 22
#define BAR_HEIGHT 18
/* Pixels around a name, in its bar and beside it. */
#define LABEL_GAP 6
/* Of a name that is cut short so much is read at least. */
#define LEAST_SHARE 0.4

struct _SegueLeavingStrip
{
  SegueTimelineStrip parent_instance;

  SegueLeavingStudy *study;
  GSignalGroup *study_signals;
  SegueDay day;         /* that is looked at, or SEGUE_DAY_NONE */
  GPtrArray *labels;    /* PangoLayout or NULL, one for each span */
  double press_x;
  int bar_height; /* in the font of text_serial */
  guint text_serial;
};

enum
{
  DAY_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueLeavingStrip, segue_leaving_strip, SEGUE_TYPE_TIMELINE_STRIP)

static SegueLeaving *
get_leaving (SegueLeavingStrip *self)
{
  return self->study ? segue_leaving_study_get_leaving (self->study) : NULL;
}

/* With large text a name needs a higher bar. Asked for often, and measured only when the font is another. */
static int
get_bar_height (SegueLeavingStrip *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics;
  int height;

  if (self->bar_height > 0 && pango_context_get_serial (context) == self->text_serial)
    return self->bar_height;

  self->text_serial = pango_context_get_serial (context);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  height = PANGO_PIXELS_CEIL ((int) (pango_font_metrics_get_height (metrics) * SEGUE_UI_CAPTION_SCALE));
  pango_font_metrics_unref (metrics);
  self->bar_height = MAX (BAR_HEIGHT, height);

  return self->bar_height;
}

static void
unref_label (gpointer label)
{
  g_clear_object (&label);
}

static PangoLayout *
make_label (SegueLeavingStrip *self,
            const char        *text)
{
  PangoLayout *label = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (SEGUE_UI_CAPTION_SCALE));
  pango_layout_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (label, PANGO_ALIGN_CENTER);
  pango_layout_set_single_paragraph_mode (label, TRUE);

  return label;
}

/* The routes by which the plan holds, drawn into the bars. */
static void
make_labels (SegueLeavingStrip *self)
{
  SegueLeaving *leaving = get_leaving (self);
  const SegueLeavingSpan *spans;
  guint n_spans;

  g_ptr_array_set_size (self->labels, 0);
  if (leaving == NULL)
    return;
  spans = segue_leaving_get_spans (leaving, &n_spans);
  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *text = spans[i].feasible ? segue_leaving_name_routes (leaving, spans[i].from) : NULL;

      g_ptr_array_add (self->labels, text ? make_label (self, text) : NULL);
    }
}

/* The days beside a span on which the plan does not hold, until it does again. */
static SeguePixelSpan
find_line (const SegueDayScale    *scale,
           const SegueLeavingSpan *spans,
           guint                   n_spans,
           guint                   index,
           int                     sense)
{
  guint last = index;

  while (last + sense < n_spans && !spans[last + sense].feasible) /* before the first it wraps around */
    last += sense;
  if (last == index)
    return (SeguePixelSpan) { 0, 0 };
  return sense > 0 ? segue_day_scale_span (scale, spans[index].until + 1, spans[last].until + 1)
                   : segue_day_scale_span (scale, spans[last].from, spans[index].from);
}

/* What a name of @width may have of a line beside its bar; of no width where that is not @least. */
static SeguePixelSpan
place_on_line (const SegueDayScale *scale,
               SeguePixelSpan       line,
               double               bar_x,
               SeguePixelSpan       taken,
               double               width,
               double               least)
{
  double left = MAX (line.x, 0);
  double right = MIN (line.x + line.width, scale->width);

  if (taken.width > 0 && taken.x < right && taken.x + taken.width > left)
    {
      left = line.x < bar_x ? taken.x + taken.width : left;
      right = line.x < bar_x ? right : taken.x;
    }
  left += LABEL_GAP;
  right -= LABEL_GAP;
  width = MIN (width, right - left);
  if (width < least)
    return (SeguePixelSpan) { bar_x, 0 };
  return (SeguePixelSpan) { line.x < bar_x ? right - width : left, width };
}

/**
 * segue_leaving_place_name:
 * @scale: days and pixels
 * @spans: the spans
 * @n_spans: how many there are
 * @index: which of them is named; the plan holds in it
 * @width: of the whole name, in pixels
 * @taken: where the name of the span before stands
 *
 * Finds room for a name: in what is in sight of its bar; where that is too
 * short, as a whole beside it, on the line before it or behind it; or else cut
 * short, in the bar or beside it.
 *
 * Returns: where it stands, in pixels; of no width where too little of it
 *   would be read
 */
SeguePixelSpan
segue_leaving_place_name (const SegueDayScale    *scale,
                          const SegueLeavingSpan *spans,
                          guint                   n_spans,
                          guint                   index,
                          int                     width,
                          SeguePixelSpan          taken)
{
  SeguePixelSpan bar = segue_day_scale_span (scale, spans[index].from, spans[index].until + 1);
  SeguePixelSpan name = { bar.x, 0 };
  double room;

  if (bar.x + bar.width <= 0 || bar.x >= scale->width)
    return name;
  bar.width = MIN (bar.x + bar.width, scale->width) - MAX (bar.x, 0);
  bar.x = MAX (bar.x, 0);
  room = bar.width - 2 * LABEL_GAP;
  for (int sense = -1; room < width && name.width <= 0 && sense <= 1; sense += 2)
    name = place_on_line (scale, find_line (scale, spans, n_spans, index, sense), bar.x, taken, width, width);
  if (name.width <= 0 && room >= LEAST_SHARE * width)
    name = (SeguePixelSpan) { bar.x + LABEL_GAP, room };
  for (int sense = -1; name.width <= 0 && sense <= 1; sense += 2)
    name = place_on_line (scale, find_line (scale, spans, n_spans, index, sense), bar.x, taken, width, LEAST_SHARE * width);
  return name;
}

/* (transfer full): where the name of each span stands; of no width where none does. */
static SeguePixelSpan *
place_labels (SegueLeavingStrip      *self,
              const SegueDayScale    *scale,
              const SegueLeavingSpan *spans,
              guint                   n_spans)
{
  SeguePixelSpan *names = g_new0 (SeguePixelSpan, n_spans + 1);
  SeguePixelSpan taken = { 0, 0 };

  for (guint i = 0; i < MIN (n_spans, self->labels->len); i++)
    {
      PangoLayout *label = g_ptr_array_index (self->labels, i);
      int width, height;

      if (label == NULL)
        continue;
      pango_layout_set_width (label, -1);
      pango_layout_get_pixel_size (label, &width, &height);
      if (height > 1.3 * get_bar_height (self))
        continue;
      names[i] = segue_leaving_place_name (scale, spans, n_spans, i, width, taken);
      taken = names[i].width > 0 ? names[i] : taken;
      pango_layout_set_width (label, (int) ceil (names[i].width) * PANGO_SCALE);
    }

  return names;
}

/* On a bar dark on a light accent and light on a dark one. */
static void
draw_label (SegueLeavingStrip     *self,
            GtkSnapshot           *snapshot,
            PangoLayout           *label,
            const SeguePixelSpan  *name,
            const graphene_rect_t *bar,
            const GdkRGBA         *accent)
{
  SegueGoalPalette *palette = segue_timeline_stage_get_palette (segue_timeline_strip_get_stage (SEGUE_TIMELINE_STRIP (self)));
  float luminance = 0.3f * accent->red + 0.59f * accent->green + 0.11f * accent->blue;
  GdkRGBA color = luminance > 0.6f ? (GdkRGBA) { 0, 0, 0, 0.8f } : (GdkRGBA) { 1, 1, 1, 1 };
  int height;

  if (name->x < bar->origin.x || name->x >= bar->origin.x + bar->size.width)
    segue_goal_palette_get_color (palette, SEGUE_COLOR_FOREGROUND, &color);
  pango_layout_get_pixel_size (label, NULL, &height);
  segue_ui_append_layout (snapshot, label, name->x, bar->origin.y + (bar->size.height - height) / 2, &color);
}

/* A line or a tick, but for where names stand. */
static void
draw_between (GtkSnapshot           *snapshot,
              const SeguePixelSpan  *names,
              guint                  n_names,
              const graphene_rect_t *line,
              const GdkRGBA         *color)
{
  double left = line->origin.x;
  double right = left + line->size.width;

  for (guint i = 0; i < n_names; i++)
    {
      double begin = names[i].x - LABEL_GAP;
      double end = names[i].x + names[i].width + LABEL_GAP;
      graphene_rect_t part = *line;

      if (names[i].width <= 0 || end <= left || begin >= right)
        continue;
      part.size.width = MAX (begin - left, 0);
      draw_between (snapshot, names + i + 1, n_names - i - 1, &part, color);
      part.origin.x = end;
      part.size.width = MAX (right - end, 0);
      draw_between (snapshot, names + i + 1, n_names - i - 1, &part, color);
      return;
    }
  if (line->size.width > 0)
    gtk_snapshot_append_color (snapshot, color, line);
}

static void
draw_spans (SegueLeavingStrip   *self,
            GtkSnapshot         *snapshot,
            const SegueDayScale *scale,
            double               middle)
{
  SegueGoalPalette *palette = segue_timeline_stage_get_palette (segue_timeline_strip_get_stage (SEGUE_TIMELINE_STRIP (self)));
  guint n_spans;
  const SegueLeavingSpan *spans = segue_leaving_get_spans (get_leaving (self), &n_spans);
  g_autofree SeguePixelSpan *names = place_labels (self, scale, spans, n_spans);
  int height = get_bar_height (self);
  GdkRGBA accent, dim;

  segue_goal_palette_get_color (palette, SEGUE_COLOR_ACCENT, &accent);
  segue_goal_palette_get_color (palette, SEGUE_COLOR_DIM, &dim);
  dim.alpha *= 0.5f;
  for (guint i = 0; i < n_spans; i++)
    {
      SeguePixelSpan span = segue_day_scale_span (scale, spans[i].from, spans[i].until + 1);
      graphene_rect_t bar = GRAPHENE_RECT_INIT (span.x, middle - height / 2.0, span.width, height);

      if (spans[i].feasible)
        {
          segue_timeline_paint_rounded (snapshot, &bar, 5, &accent);
          if (names[i].width > 0)
            draw_label (self, snapshot, g_ptr_array_index (self->labels, i), &names[i], &bar, &accent);
          continue;
        }
      draw_between (snapshot, names, n_spans, &GRAPHENE_RECT_INIT (span.x, middle - 1, span.width, 2), &dim);
      /* Something else is kept or lost from here on. */
      if (i > 0 && !spans[i - 1].feasible)
        draw_between (snapshot, names, n_spans, &GRAPHENE_RECT_INIT (floor (segue_day_scale_x (scale, spans[i].from)),
                                                                     middle - 6, 2, 12), &dim);
    }
}

/* Where the plan has it, hollow; where one looks, full. */
static void
draw_days (SegueLeavingStrip   *self,
           GtkSnapshot         *snapshot,
           const SegueDayScale *scale,
           double               top,
           double               height)
{
  SegueGoalPalette *palette = segue_timeline_stage_get_palette (segue_timeline_strip_get_stage (SEGUE_TIMELINE_STRIP (self)));
  GdkRGBA foreground;
  double x;

  if (self->day == SEGUE_DAY_NONE)
    return;
  segue_goal_palette_get_color (palette, SEGUE_COLOR_FOREGROUND, &foreground);
  x = segue_day_scale_x (scale, self->day + 0.5);
  gtk_snapshot_append_color (snapshot, &foreground, &GRAPHENE_RECT_INIT (floor (x) - 1, top - 2, 2, height + 4));
  segue_timeline_paint_diamond (snapshot, &GRAPHENE_RECT_INIT (x - 8, top + height / 2 - 8, 16, 16), FALSE, &foreground);
}

static void
segue_leaving_strip_draw (SegueTimelineStrip  *strip,
                          GtkSnapshot         *snapshot,
                          const SegueDayScale *scale,
                          double               top,
                          double               height)
{
  SegueLeavingStrip *self = SEGUE_LEAVING_STRIP (strip);

  if (get_leaving (self) == NULL)
    return;
  draw_spans (self, snapshot, scale, top + height / 2);
  draw_days (self, snapshot, scale, top, height);
}

static char *
describe_day (SegueLeavingStrip *self,
              SegueDay           day)
{
  SegueLeaving *leaving = get_leaving (self);
  g_autofree char *date = segue_text_day (day);
  g_autofree char *line = leaving ? segue_leaving_summarize_day (leaving, day) : NULL;

  /* Translators: a day, and what it would mean to leave then. */
  return line ? g_strdup_printf (_("%1$s: %2$s"), date, line) : NULL;
}

static char *
segue_leaving_strip_dup_title (SegueTimelineStrip *strip)
{
  SegueLeavingStrip *self = SEGUE_LEAVING_STRIP (strip);
  SegueLeaving *leaving = get_leaving (self);
  g_autofree char *text = NULL;

  if (leaving == NULL)
    return g_strdup (_("When to leave · the days are being tried"));
  text = self->day != SEGUE_DAY_NONE ? describe_day (self, self->day) : NULL;
  if (text == NULL)
    text = segue_leaving_describe_runs (leaving);
  /* Translators: the title of a strip under the timeline: when the plan holds, or what a day would mean. */
  return g_strdup_printf (_("When to leave · %s"), text);
}

static char *
segue_leaving_strip_dup_tooltip (SegueTimelineStrip  *strip,
                                 const SegueDayScale *scale,
                                 double               x)
{
  return describe_day (SEGUE_LEAVING_STRIP (strip), segue_day_scale_day_at (scale, x));
}

/* Nothing is shown where the plan names no last day. */
static int
segue_leaving_strip_get_height (SegueTimelineStrip *strip)
{
  SegueLeavingStrip *self = SEGUE_LEAVING_STRIP (strip);

  if (self->study == NULL || (get_leaving (self) == NULL && !segue_leaving_study_is_running (self->study)))
    return 0;
  return get_bar_height (self) + CHART_HEIGHT - BAR_HEIGHT;
}

static void
study_changed_cb (SegueLeavingStrip *self)
{
  make_labels (self);
  segue_timeline_strip_refresh (SEGUE_TIMELINE_STRIP (self));
}

static void
choose (SegueLeavingStrip *self,
        SegueDay           day)
{
  guint n_spans;
  const SegueLeavingSpan *spans;

  if (get_leaving (self) == NULL)
    return;
  spans = segue_leaving_get_spans (get_leaving (self), &n_spans);
  day = CLAMP (day, spans[0].from, spans[n_spans - 1].until);
  if (day != self->day)
    g_signal_emit (self, signals[DAY_CHOSEN], 0, day);
}

static void
choose_at (SegueLeavingStrip *self,
           double             x)
{
  SegueTimelineStage *stage = segue_timeline_strip_get_stage (SEGUE_TIMELINE_STRIP (self));
  SegueDayScale scale = segue_timeline_stage_get_scale_for (stage, GTK_WIDGET (self));

  choose (self, segue_day_scale_day_at (&scale, x));
}

static void
drag_begin_cb (SegueLeavingStrip *self,
               double             x,
               double             y,
               GtkGesture        *gesture)
{
  self->press_x = x;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose_at (self, x);
}

static void
drag_update_cb (SegueLeavingStrip *self,
                double             dx,
                double             dy)
{
  choose_at (self, self->press_x + dx);
}

/* The plan's own last day, from which the keys set out. */
static SegueDay
find_own_day (SegueLeavingStrip *self)
{
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (segue_timeline_strip_get_stage (SEGUE_TIMELINE_STRIP (self)));
  SeguePoint point = segue_sweep_get_point (segue_leaving_get_sweep (get_leaving (self)));
  const SegueStepResult *result = &segue_layout_get_schedule (scene->layout)->steps[point.step];

  return result->end != SEGUE_DAY_NONE ? result->end : segue_layout_get_now (scene->layout);
}

static gboolean
key_pressed_cb (SegueLeavingStrip *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  int sense = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int step = state & GDK_SHIFT_MASK ? 7 : 1;
  SegueDay day;

  if (get_leaving (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  day = self->day != SEGUE_DAY_NONE ? self->day : find_own_day (self);
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      choose (self, day - sense * step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      choose (self, day + sense * step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      choose (self, day - 30);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      choose (self, day + 30);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
add_input (SegueLeavingStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
segue_leaving_strip_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (segue_leaving_strip_parent_class)->css_changed (widget, change);
  make_labels (SEGUE_LEAVING_STRIP (widget));
}

static void
segue_leaving_strip_dispose (GObject *object)
{
  SegueLeavingStrip *self = SEGUE_LEAVING_STRIP (object);

  g_clear_object (&self->study_signals);
  g_clear_object (&self->study);
  g_clear_pointer (&self->labels, g_ptr_array_unref);

  G_OBJECT_CLASS (segue_leaving_strip_parent_class)->dispose (object);
}

static void
segue_leaving_strip_class_init (SegueLeavingStripClass *klass)
{
  SegueTimelineStripClass *strip_class = SEGUE_TIMELINE_STRIP_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_leaving_strip_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = segue_leaving_strip_css_changed;
  strip_class->dup_title = segue_leaving_strip_dup_title;
  strip_class->get_height = segue_leaving_strip_get_height;
  strip_class->draw = segue_leaving_strip_draw;
  strip_class->dup_tooltip = segue_leaving_strip_dup_tooltip;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_SLIDER);

  signals[DAY_CHOSEN] =
    g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
segue_leaving_strip_init (SegueLeavingStrip *self)
{
  self->day = SEGUE_DAY_NONE;
  self->labels = g_ptr_array_new_with_free_func (unref_label);
  self->study_signals = g_signal_group_new (SEGUE_TYPE_LEAVING_STUDY);
  g_signal_group_connect_swapped (self->study_signals, "changed", G_CALLBACK (study_changed_cb), self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_input (self);
}

SegueTimelineStrip *
segue_leaving_strip_new (void)
{
  return g_object_new (SEGUE_TYPE_LEAVING_STRIP, NULL);
}

/**
 * segue_leaving_strip_set_study:
 * @self: a strip that belongs to a timeline
 * @study: (nullable): what works out the days
 */
void
segue_leaving_strip_set_study (SegueLeavingStrip *self,
                               SegueLeavingStudy *study)
{
  g_return_if_fail (SEGUE_IS_LEAVING_STRIP (self));

  g_set_object (&self->study, study);
  g_signal_group_set_target (self->study_signals, study);
  self->day = SEGUE_DAY_NONE;
  study_changed_cb (self);
}

SegueDay
segue_leaving_strip_get_day (SegueLeavingStrip *self)
{
  g_return_val_if_fail (SEGUE_IS_LEAVING_STRIP (self), SEGUE_DAY_NONE);

  return self->day;
}

/**
 * segue_leaving_strip_set_day:
 * @self: a strip
 * @day: the day that is looked at, or %SEGUE_DAY_NONE
 */
void
segue_leaving_strip_set_day (SegueLeavingStrip *self,
                             SegueDay           day)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SEGUE_IS_LEAVING_STRIP (self));

  if (self->day == day)
    return;
  self->day = day;
  segue_timeline_strip_refresh (SEGUE_TIMELINE_STRIP (self));
  text = day != SEGUE_DAY_NONE ? describe_day (self, day) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text ? text : "", -1);
}
