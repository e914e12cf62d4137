/* segue-timeline-paint.c - the shapes of the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-paint.h"

#include <adwaita.h>
#include <math.h>

#define BAR_RADIUS 6
#define TAIL_HEIGHT 2
/* Between a bar and the line of its slack, so that no word looks underlined. */
#define TAIL_GAP 2
/* The line of a milestone's slack runs as low as that of a bar. */
#define POINT_FOOT (0.5f + 0.5f / SEGUE_DIAMOND_SHARE)

static GdkRGBA
with_alpha (const GdkRGBA *color, float alpha)
{
  GdkRGBA faded = *color;

  faded.alpha *= alpha;

  return faded;
}

/**
 * segue_timeline_colors_read:
 * @goal: whose lane it is, or -1
 *
 * Reads the colours that hold for the frame that is being made.
 */
void
segue_timeline_colors_read (SegueTimelineColors *self, SegueGoalPalette *palette, int goal)
{
  segue_goal_palette_get_fill (palette, goal, &self->fill);
  segue_goal_palette_get_text (palette, goal, &self->text);
  segue_goal_palette_get_color (palette, SEGUE_COLOR_FOREGROUND, &self->foreground);
  segue_goal_palette_get_color (palette, SEGUE_COLOR_DIM, &self->dim);
  segue_goal_palette_get_color (palette, SEGUE_COLOR_ACCENT, &self->accent);
  segue_goal_palette_get_color (palette, SEGUE_COLOR_ERROR, &self->error);
  segue_goal_palette_get_color (palette, SEGUE_COLOR_NOW, &self->now);
  self->on_fill = (GdkRGBA) { 1, 1, 1, 1 };
  self->soft = adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.8f : 0.38f;
}

void
segue_timeline_paint_rounded (GtkSnapshot *snapshot, const graphene_rect_t *rect, float radius, const GdkRGBA *color)
{
  GskRoundedRect rounded;

  radius = MIN (radius, MIN (rect->size.width, rect->size.height) / 2);
  gsk_rounded_rect_init_from_rect (&rounded, rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, rect);
  gtk_snapshot_pop (snapshot);
}

/**
 * segue_timeline_paint_ring:
 * @distance: pixels between @rect and the inner side of the ring
 *
 * What is selected has a ring around it.
 */
void
segue_timeline_paint_ring (GtkSnapshot *snapshot, const graphene_rect_t *rect, float radius, float distance,
                           const GdkRGBA *color)
{
  const float widths[] = { 2, 2, 2, 2 };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  graphene_rect_t outer = *rect;
  GskRoundedRect rounded;

  graphene_rect_inset (&outer, -distance - 2, -distance - 2);
  gsk_rounded_rect_init_from_rect (&rounded, &outer, MIN (radius + distance + 2, outer.size.height / 2));
  gtk_snapshot_append_border (snapshot, &rounded, widths, colors);
}

static GskPath *
get_diamond (void)
{
  static GskPath *diamond;
  GskPathBuilder *builder;

  if (diamond != NULL)
    return diamond;

  builder = gsk_path_builder_new ();
  gsk_path_builder_move_to (builder, 0, -1);
  gsk_path_builder_line_to (builder, 1, 0);
  gsk_path_builder_line_to (builder, 0, 1);
  gsk_path_builder_line_to (builder, -1, 0);
  gsk_path_builder_close (builder);
  diamond = gsk_path_builder_free_to_path (builder);

  return diamond;
}

/**
 * segue_timeline_paint_diamond:
 * @hollow: whether only its edge is drawn: a gate, or what is not laid out
 *
 * A milestone.
 */
void
segue_timeline_paint_diamond (GtkSnapshot *snapshot, const graphene_rect_t *rect, gboolean hollow, const GdkRGBA *color)
{
  float radius = rect->size.height / 2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect->origin.x + rect->size.width / 2, rect->origin.y + radius));

  if (hollow)
    {
      g_autoptr(GskStroke) stroke = gsk_stroke_new (2 / (radius - 1));

      gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
      gtk_snapshot_scale (snapshot, radius - 1, radius - 1);
      gtk_snapshot_append_stroke (snapshot, get_diamond (), stroke, color);
    }
  else
    {
      gtk_snapshot_scale (snapshot, radius, radius);
      gtk_snapshot_append_fill (snapshot, get_diamond (), GSK_FILL_RULE_WINDING, color);
    }
  gtk_snapshot_restore (snapshot);
}

/* Days that are worked at are solid; what shares a pixel is one rectangle. */
static void
paint_runs (GtkSnapshot *snapshot, const GdkRGBA *color, const SegueDayScale *scale,
            const SegueTimelineLaneInfo *lane, const SegueTimelineMark *mark, const graphene_rect_t *rect)
{
  double begin = 0, end = 0;

  for (guint i = 0; i <= mark->n_runs; i++)
    {
      const SegueMarkRun *run = i < mark->n_runs ? &g_array_index (lane->runs, SegueMarkRun, mark->first_run + i) : NULL;

      if (i > 0 && run != NULL && (run->begin - end) * scale->scale < SEGUE_MIN_PAUSE)
        {
          end = run->end;
          continue;
        }
      if (i > 0)
        {
          SeguePixelSpan span = segue_day_scale_span (scale, begin, end);

          gtk_snapshot_append_color (snapshot, color,
                                     &GRAPHENE_RECT_INIT (span.x, rect->origin.y, MAX (span.width, 1), rect->size.height));
        }
      if (run != NULL)
        {
          begin = run->begin;
          end = run->end;
        }
    }
}

static void
paint_progress (GtkSnapshot *snapshot, const SegueDayScale *scale, double progress, const graphene_rect_t *rect)
{
  float width = rect->size.width * progress;
  float x = scale->rtl ? rect->origin.x + rect->size.width - width : rect->origin.x;

  if (progress > 0 && progress < 1)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0, 0, 0, 0.28f },
                               &GRAPHENE_RECT_INIT (x, rect->origin.y, width, rect->size.height));
}

static void
paint_work (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const SegueDayScale *scale,
            const SegueTimelineLaneInfo *lane, const SegueTimelineMark *mark, const graphene_rect_t *rect)
{
  GdkRGBA pause = with_alpha (&colors->fill, 0.35f);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, MIN (BAR_RADIUS, rect->size.width / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  if (mark->n_runs == 0 || rect->size.width < 4)
    {
      gtk_snapshot_append_color (snapshot, &colors->fill, rect);
    }
  else
    {
      gtk_snapshot_append_color (snapshot, &pause, rect);
      paint_runs (snapshot, &colors->fill, scale, lane, mark, rect);
    }
  paint_progress (snapshot, scale, mark->progress, rect);
  gtk_snapshot_pop (snapshot);
}

/* A practice lies in its days without filling them: hatched, with an edge. */
static void
paint_practice (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const graphene_rect_t *rect)
{
  GdkRGBA light = with_alpha (&colors->fill, 0.14f);
  GdkRGBA dark = with_alpha (&colors->fill, 0.34f);
  const GskColorStop stops[] = { { 0, light }, { 0.5, light }, { 0.5, dark }, { 1, dark } };
  const float widths[] = { 1.5f, 1.5f, 1.5f, 1.5f };
  const GdkRGBA edges[] = { colors->fill, colors->fill, colors->fill, colors->fill };
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, MIN (BAR_RADIUS, rect->size.width / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_repeating_linear_gradient (snapshot, rect,
                                                 &GRAPHENE_POINT_INIT (rect->origin.x, rect->origin.y),
                                                 &GRAPHENE_POINT_INIT (rect->origin.x + 5, rect->origin.y + 5),
                                                 stops, G_N_ELEMENTS (stops));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rounded, widths, edges);
}

static void
paint_point (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const SegueTimelineLaneInfo *lane,
             const SegueTimelineMark *mark, const graphene_rect_t *rect)
{
  const SegueTimelineGhost *ghost = segue_timeline_lane_info_ghost (lane, mark->band);
  const GdkRGBA *color = &colors->text; /* no words on it: it may be as light as those */

  if (mark->ghost)
    color = ghost != NULL && ghost->impossible ? &colors->error : &colors->dim;
  if (mark->undated)
    color = &colors->error;

  if (mark->shape == SEGUE_MARK_ROUTE)
    return;
  if (mark->shape == SEGUE_MARK_VEST)
    segue_timeline_paint_rounded (snapshot, &GRAPHENE_RECT_INIT (rect->origin.x + rect->size.width / 2 - 1.5f,
                                                                 rect->origin.y, 3, rect->size.height),
                                  1.5f, color);
  else
    segue_timeline_paint_diamond (snapshot, rect, mark->ghost || mark->undated || mark->shape == SEGUE_MARK_GATE, color);
}

/* Nothing after it may move: a wall where others have a tail. */
static void
paint_wall (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const SegueDayScale *scale,
            const graphene_rect_t *rect)
{
  float x = scale->rtl ? rect->origin.x - 2 : rect->origin.x + rect->size.width - 1;

  segue_timeline_paint_rounded (snapshot, &GRAPHENE_RECT_INIT (x, rect->origin.y - 2, 3, rect->size.height + 4), 1.5f,
                                &colors->foreground);
}

/**
 * segue_timeline_paint_shape:
 * @rect: where it lies
 * @hover: whether the pointer is over it
 *
 * Draws a mark without its label.
 */
void
segue_timeline_paint_shape (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const SegueDayScale *scale,
                            const SegueTimelineLaneInfo *lane, const SegueTimelineMark *mark,
                            const graphene_rect_t *rect, gboolean hover)
{
  float opacity = mark->done ? 0.5f : hover ? 0.82f : 1;

  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);

  switch (mark->shape)
    {
    case SEGUE_MARK_WORK:
      paint_work (snapshot, colors, scale, lane, mark, rect);
      break;
    case SEGUE_MARK_WAIT:
      segue_timeline_paint_rounded (snapshot, rect, rect->size.height / 2, &colors->fill);
      break;
    case SEGUE_MARK_PRACTICE:
      paint_practice (snapshot, colors, rect);
      break;
    case SEGUE_MARK_MILESTONE:
    case SEGUE_MARK_GATE:
    case SEGUE_MARK_VEST:
    case SEGUE_MARK_ROUTE:
    default:
      paint_point (snapshot, colors, lane, mark, rect);
      break;
    }

  if (mark->critical && !segue_timeline_mark_is_point (mark))
    paint_wall (snapshot, colors, scale, rect);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}

/**
 * segue_timeline_paint_tail:
 *
 * Draws the slack of a mark: a thin rail at its foot, on which it could slide
 * on as far as to the last day on which it could end.
 */
void
segue_timeline_paint_tail (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const SegueDayScale *scale,
                           const SegueTimelineMark *mark, const graphene_rect_t *rect)
{
  GdkRGBA color = with_alpha (&colors->text, colors->soft);
  float foot = rect->size.height * (segue_timeline_mark_is_point (mark) ? POINT_FOOT : 1);
  float y = rect->origin.y + foot + TAIL_GAP;
  double begin = MAX (segue_timeline_mark_begin (mark), segue_timeline_mark_end (mark) - 3 / scale->scale);
  SeguePixelSpan span;

  if (mark->latest == SEGUE_DAY_NONE || mark->latest <= mark->last)
    return;

  span = segue_day_scale_span (scale, begin, mark->latest + (segue_timeline_mark_is_point (mark) ? 0.5 : 1));
  segue_timeline_paint_rounded (snapshot, &GRAPHENE_RECT_INIT (span.x, y, span.width, TAIL_HEIGHT), TAIL_HEIGHT / 2.0f, &color);
  /* It ends downwards: above it words may stand. */
  if (span.width > 6)
    segue_timeline_paint_rounded (snapshot,
                                  &GRAPHENE_RECT_INIT (scale->rtl ? span.x : span.x + span.width - 2, y, 2, TAIL_HEIGHT + 3),
                                  1, &color);
}

/**
 * segue_timeline_paint_spread:
 * @room: how many pixels of it are shown
 *
 * Draws how far the end of a mark may slip: an edge that fades from the day
 * that half of all draws keep to the day that four of five do.
 */
void
segue_timeline_paint_spread (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const SegueDayScale *scale,
                             const SegueTimelineMark *mark, const SegueTimelineSpread *spread,
                             double room, const graphene_rect_t *rect)
{
  GdkRGBA strong = with_alpha (&colors->text, colors->soft);
  GdkRGBA none = with_alpha (&colors->text, 0);
  const GskColorStop stops[] = { { 0, strong }, { 1, none } };
  SeguePixelSpan span = segue_day_scale_span (scale, MIN (segue_timeline_mark_end (mark), spread->late + 1.0),
                                              spread->late + 1.0);
  float width = MIN (span.width, room);
  float begin = scale->rtl ? span.x + span.width : span.x;
  float end = scale->rtl ? begin - width : begin + width;
  float inset = rect->size.height * 0.2f;
  graphene_rect_t area = GRAPHENE_RECT_INIT (MIN (begin, end), rect->origin.y + inset, width, rect->size.height - 2 * inset);
  float middle = floor (segue_day_scale_x (scale, spread->middle + 1.0)) - 1;

  if (span.width < 2)
    return;

  gtk_snapshot_append_linear_gradient (snapshot, &area, &GRAPHENE_POINT_INIT (begin, 0), &GRAPHENE_POINT_INIT (end, 0),
                                       stops, G_N_ELEMENTS (stops));
  if (spread->middle > mark->last && ABS (middle - begin) < width)
    gtk_snapshot_append_color (snapshot, &colors->text,
                               &GRAPHENE_RECT_INIT (middle, area.origin.y, 1.5f, area.size.height));
}

/**
 * segue_timeline_paint_slip:
 *
 * Draws a tick where a mark ended in the baseline, and a line from there to
 * where it ends now.
 */
void
segue_timeline_paint_slip (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const SegueDayScale *scale,
                           const SegueTimelineMark *mark, const graphene_rect_t *rect)
{
  GdkRGBA color = with_alpha (&colors->foreground, 0.75f);
  double end = segue_timeline_mark_end (mark);
  SeguePixelSpan span = segue_day_scale_span (scale, MIN (end, end - mark->slip), MAX (end, end - mark->slip));
  float tick = floor (segue_day_scale_x (scale, end - mark->slip));

  if (mark->slip == 0)
    return;

  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (tick - 1, rect->origin.y - 3, 2, rect->size.height + 6));
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (span.x, rect->origin.y - 3, span.width, 1));
}

static void
paint_ticks (GtkSnapshot *snapshot, const GdkRGBA *color, const SegueDayScale *scale, SegueTickLevel level,
             double width, double height)
{
  double end = segue_day_scale_end (scale);
  SegueDay tick = segue_tick_floor (level, (SegueDay) floor (scale->origin), scale->first_weekday);

  while (tick < end)
    {
      float x = floor (segue_day_scale_x (scale, tick));

      if (x >= 0 && x < width)
        gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, 0, 1, height));
      tick = segue_tick_next (level, tick);
    }
}

/**
 * segue_timeline_paint_grid:
 * @color: of a line, which is drawn faint
 * @level: of the ruler's lower line
 *
 * Draws the lines of the ruler's ticks through a card, those of the upper
 * line over the others, so that they show more.
 */
void
segue_timeline_paint_grid (GtkSnapshot *snapshot, const GdkRGBA *color, const SegueDayScale *scale,
                           SegueTickLevel level, double width, double height)
{
  GdkRGBA faint = with_alpha (color, 0.06f);

  paint_ticks (snapshot, &faint, scale, level, width, height);
  if (segue_tick_level_above (level) != SEGUE_TICK_NONE)
    paint_ticks (snapshot, &faint, scale, segue_tick_level_above (level), width, height);
}

/* The table ends where the last work does; days off go on. */
static gboolean
is_free (SegueTimelineScene *scene, SegueDay day)
{
  if (day >= segue_hours_table_get_begin (scene->hours) && day < segue_hours_table_get_end (scene->hours))
    return segue_hours_table_get_capacity (scene->hours, day, day + 1) == 0;

  return segue_layout_get_capacity (scene->layout, day) == 0;
}

/**
 * segue_timeline_paint_free_days:
 * @color: of text; what is shaded is much fainter
 *
 * Shades the days on which a person has no time, once a day can be seen.
 */
void
segue_timeline_paint_free_days (GtkSnapshot *snapshot, const GdkRGBA *color, const SegueDayScale *scale,
                                SegueTimelineScene *scene, double height)
{
  GdkRGBA faint = with_alpha (color, 0.045f);
  SegueDay end = (SegueDay) ceil (segue_day_scale_end (scale));
  SegueDay begin = (SegueDay) floor (scale->origin);

  if (scale->scale < SEGUE_MIN_DAY)
    return;

  for (SegueDay day = begin; day < end; day++)
    {
      SegueDay from = day;
      SeguePixelSpan span;

      while (day < end && is_free (scene, day))
        day++;
      if (day == from)
        continue;

      span = segue_day_scale_span (scale, from, day);
      gtk_snapshot_append_color (snapshot, &faint, &GRAPHENE_RECT_INIT (span.x, 0, span.width, height));
    }
}

void
segue_timeline_paint_today (GtkSnapshot *snapshot, const GdkRGBA *color, const SegueDayScale *scale,
                            SegueDay today, double y, double height)
{
  double x = segue_day_scale_x (scale, today);

  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (floor (x) - 0.5f, y, 2, height));
}
