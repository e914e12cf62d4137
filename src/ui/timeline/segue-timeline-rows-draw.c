/* segue-timeline-rows-draw.c - painting the rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "ui/timeline/segue-timeline-paint.h"
#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-rows-private.h"

/* Pixels around the words of a small button. */
#define PILL_PADDING 9
/* A label is not shortened to less than so many pixels. */
#define MIN_INSIDE 36
/* Pixels before the words at an edge, in which an arrow stands. */
#define ARROW_ROOM 10
/* A name stands behind a soft end of so many pixels; a longer one it cuts to the other number. */
#define MAX_SPREAD 96
#define MAX_STUMP 14
/* Pixels from the line of today to the first letter behind it. */
#define TODAY_ROOM 5

typedef struct
{
  SegueTimelineRows *rows;
  const SegueTimelineLaneInfo *info;
  GtkSnapshot *snapshot;
  SegueTimelineColors colors;
  SegueDayScale scale;
  double width;
  double radius; /* of a diamond */
  double begin; /* the days in sight */
  double end;
} Drawing;

/* Pixels from the leading edge: what the following functions count in. */
static double
get_lead (const Drawing *drawing, double day)
{
  double x = segue_day_scale_x (&drawing->scale, day);

  return drawing->scale.rtl ? drawing->width - x : x;
}

static void
draw_layout (const Drawing *drawing, PangoLayout *layout, double lead, double middle, const GdkRGBA *color)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  segue_ui_append_layout (drawing->snapshot, layout,
                          round (drawing->scale.rtl ? drawing->width - lead - width : lead), round (middle - height / 2.0), color);
}

static void
limit_layout (PangoLayout *layout, double width)
{
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) MAX (width, 1) * PANGO_SCALE);
}

/* A label that is wider than the window ends in an ellipsis. */
static void
fit_layout (const Drawing *drawing, PangoLayout *layout)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > drawing->width - 12)
    limit_layout (layout, drawing->width - 12);
}

/* Inside, the label stays in sight as long as its bar does. */
static double
place_inside (const Drawing *drawing, const SegueTimelineMark *mark, double width)
{
  double begin, lead, end;
  double room = segue_timeline_rows_get_room (drawing->info, mark, drawing->scale.scale, &begin);

  lead = get_lead (drawing, begin);
  end = get_lead (drawing, begin + room);
  lead = MAX (lead, SEGUE_ROWS_PADDING - SEGUE_LABEL_PADDING);

  return MIN (lead + SEGUE_LABEL_PADDING, end - SEGUE_LABEL_PADDING - width);
}

/* How far the item before in the row reaches, in pixels. */
static double
get_neighbour (const Drawing *drawing, guint mark)
{
  SegueLaneLayout *layout = drawing->rows->layout;
  const SegueLaneSlot *slot = segue_lane_layout_get_slot (layout, mark);
  guint place = segue_lane_layout_get_place (layout, mark);
  guint before;

  if (place == 0)
    return 0;

  before = segue_lane_layout_get_item (layout, slot->row, place - 1);

  return get_lead (drawing, segue_lane_layout_get_slot (layout, before)->until);
}

/* A bar that runs out of the window takes its label with it. Then it stands at
 * the leading edge, on the bar, whose pauses it hides. */
static gboolean
draw_runaway (const Drawing *drawing, const SegueTimelineMark *mark, PangoLayout *layout, double width, double behind,
              const graphene_rect_t *rect)
{
  double middle = rect->origin.y + rect->size.height / 2;
  double lead = SEGUE_ROWS_PADDING;
  double end = get_lead (drawing, segue_timeline_mark_end (mark));
  double x = drawing->scale.rtl ? drawing->width - lead - width : lead;

  if (segue_timeline_mark_is_point (mark) || get_lead (drawing, segue_timeline_mark_begin (mark)) > 0)
    return FALSE;

  if (behind + width > drawing->width && end > lead + width + SEGUE_LABEL_PADDING)
    {
      segue_timeline_paint_rounded (drawing->snapshot,
                                    &GRAPHENE_RECT_INIT (x - 6, rect->origin.y, width + 12, rect->size.height), 4,
                                    &drawing->colors.fill);
      draw_layout (drawing, layout, lead, middle, &drawing->colors.on_fill);
      return TRUE;
    }
  return FALSE;
}

/* By how many pixels the soft end of a bar stands out from it. */
static double
get_spread (const Drawing *drawing, const SegueTimelineMark *mark)
{
  const SegueTimelineSpread *spread = NULL;

  if (mark->band == SEGUE_BAND_CHOSEN)
    spread = segue_timeline_stage_get_spread (drawing->rows->stage, mark->id);
  if (spread == NULL)
    return 0;

  return MAX ((spread->late + 1.0 - segue_timeline_mark_end (mark)) * drawing->scale.scale, 0);
}

/* Where the item behind in the row begins, or else the window ends, in pixels. */
static double
get_follower (const Drawing *drawing, guint mark)
{
  SegueLaneLayout *layout = drawing->rows->layout;
  const SegueLaneSlot *slot = segue_lane_layout_get_slot (layout, mark);
  guint place = segue_lane_layout_get_place (layout, mark) + 1;
  double end = drawing->width - 4;

  if (place < segue_lane_layout_get_row (layout, slot->row)->n)
    {
      guint after = segue_lane_layout_get_item (layout, slot->row, place);

      end = MIN (end, get_lead (drawing, segue_lane_layout_get_slot (layout, after)->from) - SEGUE_LABEL_GAP);
    }
  return end;
}

/* Behind the shape and its soft end; where that is too long, behind as much of
 * it as is shown then; before the shape where the window ends too soon. */
static double
place_beside (const Drawing *drawing, guint index, const SegueTimelineMark *mark, double width)
{
  double bleed = segue_timeline_mark_is_point (mark) ? drawing->radius : 0;
  double spread = get_spread (drawing, mark);
  double shape = get_lead (drawing, segue_timeline_mark_end (mark)) + SEGUE_LABEL_GAP;
  double behind = shape + MAX (bleed, MIN (spread, MAX_STUMP));
  double before = get_lead (drawing, segue_timeline_mark_begin (mark)) - bleed - SEGUE_LABEL_GAP - width;

  if (spread <= MAX_SPREAD && shape + MAX (bleed, spread) + width <= get_follower (drawing, index))
    return shape + MAX (bleed, spread);
  if (behind + width <= drawing->width - 4)
    return behind;
  if (before >= get_neighbour (drawing, index) + SEGUE_LABEL_GAP && before >= 4)
    return before;

  return behind;
}

static double
place_above (const Drawing *drawing, guint index, const SegueTimelineMark *mark, double width)
{
  double bleed = segue_timeline_mark_is_point (mark) ? drawing->radius : 0;
  double lead = get_lead (drawing, segue_timeline_mark_begin (mark)) - bleed;
  double least = MAX (get_neighbour (drawing, index) + SEGUE_LABEL_GAP, 6);
  double today = get_lead (drawing, segue_timeline_stage_get_today (drawing->rows->stage));

  /* What begins today has its words beside the line of today, not on it. */
  if (ABS (lead - today) < TODAY_ROOM + bleed)
    lead = today + TODAY_ROOM;
  lead = MIN (lead, drawing->width - 6 - width);

  return segue_timeline_mark_end (mark) < drawing->begin ? lead : MAX (lead, least);
}

/* Whether nothing of the shape itself is in sight, and its place is told at the edge. */
static gboolean
is_before_sight (const Drawing *drawing, const SegueTimelineMark *mark)
{
  double bleed = segue_timeline_mark_is_point (mark) ? drawing->radius : 0;

  return get_lead (drawing, segue_timeline_mark_end (mark)) + bleed <= 0;
}

/* Of a bar whose end alone is in sight only as much as has room there. */
static void
draw_inside (const Drawing *drawing, const SegueTimelineMark *mark, PangoLayout *layout, int width,
             const graphene_rect_t *rect)
{
  double middle = rect->origin.y + rect->size.height / 2;
  const GdkRGBA *color = mark->shape == SEGUE_MARK_PRACTICE ? &drawing->colors.foreground : &drawing->colors.on_fill;
  double room = get_lead (drawing, segue_timeline_mark_end (mark)) - 2 * SEGUE_LABEL_PADDING;

  if (room < MIN (width, MIN_INSIDE)
      || draw_runaway (drawing, mark, layout, width, place_inside (drawing, mark, width), rect))
    return;
  if (room < width)
    {
      limit_layout (layout, room);
      pango_layout_get_pixel_size (layout, &width, NULL);
    }
  draw_layout (drawing, layout, MAX (place_inside (drawing, mark, width), SEGUE_LABEL_PADDING), middle, color);
}

/* Words that the window ends before end in an ellipsis; where hardly any would be left there are none. */
static void
draw_beside (const Drawing *drawing, guint index, const SegueTimelineMark *mark, PangoLayout *layout, int width,
             const graphene_rect_t *rect)
{
  const GdkRGBA *color = mark->late_days > 0 ? &drawing->colors.error : &drawing->colors.foreground;
  double middle = rect->origin.y + rect->size.height / 2;
  double lead = place_beside (drawing, index, mark, width);
  double room = drawing->width - 4 - lead;

  /* A slack line along the foot wants a hair of room. */
  middle -= mark->latest != SEGUE_DAY_NONE && mark->latest > mark->last ? 1.5 : 0;
  if (draw_runaway (drawing, mark, layout, width, lead, rect) || room < MIN (width, MIN_INSIDE))
    return;
  if (room < width)
    limit_layout (layout, room);
  draw_layout (drawing, layout, lead, middle, color);
}

static void
draw_label (const Drawing *drawing, guint index, const SegueTimelineMark *mark, const graphene_rect_t *rect)
{
  const SegueLaneSlot *slot = segue_lane_layout_get_slot (drawing->rows->layout, index);
  const GdkRGBA *color = mark->late_days > 0 ? &drawing->colors.error : &drawing->colors.foreground;
  PangoLayout *layout;
  int width, height;

  if (slot->place == SEGUE_LABEL_NONE || is_before_sight (drawing, mark))
    return;

  layout = segue_timeline_rows_get_label (drawing->rows, index);
  fit_layout (drawing, layout);
  pango_layout_get_pixel_size (layout, &width, &height);

  switch (slot->place)
    {
    case SEGUE_LABEL_INSIDE:
      draw_inside (drawing, mark, layout, width, rect);
      break;
    case SEGUE_LABEL_BESIDE:
      draw_beside (drawing, index, mark, layout, width, rect);
      break;
    case SEGUE_LABEL_ABOVE:
      draw_layout (drawing, layout, place_above (drawing, index, mark, width), rect->origin.y - 2 - height / 2.0, color);
      break;
    case SEGUE_LABEL_NONE:
    default:
      break;
    }
}

static void
draw_rings (const Drawing *drawing, const SegueTimelineMark *mark, const graphene_rect_t *rect)
{
  const char *selection = segue_timeline_stage_get_selection (drawing->rows->stage);
  gboolean focused = gtk_widget_has_visible_focus (GTK_WIDGET (drawing->rows)) && g_strcmp0 (selection, mark->id) == 0;

  if (segue_timeline_stage_is_selected (drawing->rows->stage, mark->id))
    segue_timeline_paint_ring (drawing->snapshot, rect, segue_timeline_mark_is_point (mark) ? 4 : 6, 2,
                               focused ? &drawing->colors.accent : &drawing->colors.text);
}

/* Drawn from here to another step a link says that that one comes after. */
static void
draw_handle (const Drawing *drawing, const SegueTimelineMark *mark, const graphene_rect_t *shape)
{
  GdkRGBA surface;
  graphene_rect_t rect;

  if (!segue_timeline_rows_get_handle (drawing->rows, &drawing->scale, mark, shape, &rect))
    return;

  segue_goal_palette_get_color (segue_timeline_stage_get_palette (drawing->rows->stage), SEGUE_COLOR_SURFACE, &surface);
  segue_timeline_paint_rounded (drawing->snapshot, &rect, rect.size.width / 2, &surface);
  graphene_rect_inset (&rect, 2, 2);
  segue_timeline_paint_ring (drawing->snapshot, &rect, rect.size.width / 2, 0, &drawing->colors.text);
}

/* Under what is chosen lie the days that the dates in its rules leave it. */
static void
draw_window (const Drawing *drawing, guint index, const SegueTimelineMark *mark)
{
  const char *selection = segue_timeline_stage_get_selection (drawing->rows->stage);
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (drawing->rows->stage);
  const SegueLaneSlot *slot = segue_lane_layout_get_slot (drawing->rows->layout, index);
  float top = drawing->rows->tops[slot->row];
  GdkRGBA color = drawing->colors.fill;
  SegueDay lower, upper;
  double begin, end;
  SeguePixelSpan span;

  if (selection == NULL || !g_str_equal (selection, mark->id) || mark->step < 0 || mark->band == SEGUE_BAND_VEST
      || !segue_timeline_scene_get_window (scene, mark->step, &lower, &upper))
    return;

  /* Without a first or a last day it runs out of the window. */
  begin = lower != SEGUE_DAY_NONE ? lower : drawing->begin - 20 / drawing->scale.scale;
  end = upper != SEGUE_DAY_NONE ? upper + 1.0 : drawing->end + 20 / drawing->scale.scale;
  span = segue_day_scale_span (&drawing->scale, begin, MAX (end, begin));
  color.alpha *= 0.12f;
  segue_timeline_paint_rounded (drawing->snapshot,
                                &GRAPHENE_RECT_INIT (span.x, top, MAX (span.width, 2),
                                                     drawing->rows->tops[slot->row + 1] - top), 8, &color);
}

/* How many pixels of the soft end of a bar are shown: as far as to its name. */
static double
get_shown_spread (const Drawing *drawing, guint index, const SegueTimelineMark *mark)
{
  const SegueLaneSlot *slot = segue_lane_layout_get_slot (drawing->rows->layout, index);
  double end = get_lead (drawing, segue_timeline_mark_end (mark));
  double lead;
  int width;

  if (slot->place != SEGUE_LABEL_BESIDE)
    return G_MAXDOUBLE;

  fit_layout (drawing, segue_timeline_rows_get_label (drawing->rows, index));
  pango_layout_get_pixel_size (segue_timeline_rows_get_label (drawing->rows, index), &width, NULL);
  lead = place_beside (drawing, index, mark, width);
  return lead > end ? lead - end - SEGUE_LABEL_GAP / 2.0 : G_MAXDOUBLE;
}

static void
draw_spread (const Drawing *drawing, guint index, const SegueTimelineMark *mark, const graphene_rect_t *rect)
{
  const SegueTimelineSpread *spread = NULL;

  if (mark->band == SEGUE_BAND_CHOSEN)
    spread = segue_timeline_stage_get_spread (drawing->rows->stage, mark->id);
  if (spread != NULL)
    segue_timeline_paint_spread (drawing->snapshot, &drawing->colors, &drawing->scale, mark, spread,
                                 get_shown_spread (drawing, index, mark), rect);
}

static void
draw_mark (const Drawing *drawing, guint index)
{
  const SegueTimelineMark *mark = segue_timeline_lane_info_mark (drawing->info, index);
  const char *hover = segue_timeline_stage_get_hover (drawing->rows->stage);
  graphene_rect_t rect;

  if (mark->shape == SEGUE_MARK_ROUTE)
    return;

  segue_timeline_rows_get_shape (drawing->rows, &drawing->scale, index, &rect);
  draw_window (drawing, index, mark);
  segue_timeline_paint_tail (drawing->snapshot, &drawing->colors, &drawing->scale, mark, &rect);
  draw_spread (drawing, index, mark, &rect);
  segue_timeline_paint_shape (drawing->snapshot, &drawing->colors, &drawing->scale, drawing->info, mark, &rect,
                              hover != NULL && g_str_equal (hover, mark->id));
  segue_timeline_paint_slip (drawing->snapshot, &drawing->colors, &drawing->scale, mark, &rect);
  draw_label (drawing, index, mark, &rect);
  draw_rings (drawing, mark, &rect);
  draw_handle (drawing, mark, &rect);
}

/* Pixels from the leading edge that nothing stands on. */
typedef struct
{
  double begin;
  double end;
} Gap;

static double
get_gap_width (const Gap *gap)
{
  return gap->end - gap->begin;
}

/* The room before what stands first in a ghost's row, behind what stands last,
 * and the widest one between. The day until which a route can be reached counts
 * as standing there. */
static void
find_gaps (const Drawing *drawing, guint row, const SegueTimelineGhost *ghost, Gap *lead, Gap *between, Gap *trail)
{
  SegueLaneLayout *layout = drawing->rows->layout;
  double until = ghost->reachable_until != SEGUE_DAY_NONE ? get_lead (drawing, ghost->reachable_until + 1) : -G_MAXDOUBLE;
  double reached = SEGUE_ROWS_PADDING;
  guint n = segue_lane_layout_get_row (layout, row)->n;
  gboolean any = FALSE;

  *lead = *between = (Gap) { reached, reached };
  for (guint place = 0; place <= n; place++)
    {
      const SegueTimelineMark *mark = place < n
        ? segue_timeline_lane_info_mark (drawing->info, segue_lane_layout_get_item (layout, row, place)) : NULL;
      double at = mark != NULL ? get_lead (drawing, segue_timeline_mark_begin (mark)) : until;
      double bleed = (mark != NULL ? drawing->radius : 0) + SEGUE_LABEL_GAP;
      Gap gap = { reached, at - bleed };

      if (mark != NULL && mark->shape == SEGUE_MARK_ROUTE)
        continue;
      if (at < -drawing->radius || at > drawing->width + drawing->radius)
        continue;
      if (mark == NULL && at < reached)
        {
          lead->end = MIN (lead->end, gap.end);
          continue;
        }
      if (!any)
        *lead = gap;
      else if (get_gap_width (&gap) > get_gap_width (between))
        *between = gap;
      any = TRUE;
      reached = at + bleed;
    }
  *trail = (Gap) { reached, drawing->width - 6 };
}

/* Where the label of a route not taken stands, and how wide it may be: before
 * its first mark, or else behind its last one, between two, or shortened where
 * there is most room. */
static double
place_ghost (const Drawing *drawing, guint row, const SegueTimelineGhost *ghost, double width, double *room)
{
  Gap lead, between, trail;

  *room = width;
  find_gaps (drawing, row, ghost, &lead, &between, &trail);
  if (drawing->rows->layout_mode == SEGUE_LANE_NARROW)
    return CLAMP (lead.end, 6, MAX (drawing->width - 6 - width, 6));
  if (trail.begin == SEGUE_ROWS_PADDING)
    return SEGUE_ROWS_PADDING;
  if (get_gap_width (&lead) >= width)
    return lead.end - width;
  if (get_gap_width (&trail) >= width)
    return trail.begin;
  if (get_gap_width (&between) >= width)
    return between.end - width;

  if (get_gap_width (&lead) < get_gap_width (&between))
    lead = between;
  if (get_gap_width (&lead) < get_gap_width (&trail))
    lead = trail;
  *room = MAX (get_gap_width (&lead), 1);

  return lead.begin;
}

/* The question behind the label of a route that cannot be taken. */
static void
draw_why (const Drawing *drawing, int band, double lead, double middle)
{
  PangoLayout *layout = segue_timeline_rows_get_why (drawing->rows);
  SegueRowsPill pill = { .band = band, .mark = -1 };
  GdkRGBA color = drawing->colors.error;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  pill.rect = GRAPHENE_RECT_INIT (drawing->scale.rtl ? drawing->width - lead - width - 2 * PILL_PADDING : lead,
                                  middle - height / 2.0 - 3, width + 2 * PILL_PADDING, height + 6);
  g_array_append_val (drawing->rows->pills, pill);

  color.alpha *= 0.13f;
  segue_timeline_paint_rounded (drawing->snapshot, &pill.rect, pill.rect.size.height / 2, &color);
  draw_layout (drawing, layout, lead + PILL_PADDING, middle, &drawing->colors.error);
}

static double
get_why_width (const Drawing *drawing, const SegueTimelineGhost *ghost)
{
  int width;

  if (!ghost->impossible)
    return 0;

  pango_layout_get_pixel_size (segue_timeline_rows_get_why (drawing->rows), &width, NULL);

  return width + 2 * PILL_PADDING + SEGUE_LABEL_GAP;
}

/* The words of a route not taken, in pixels from the leading edge. */
typedef struct
{
  PangoLayout *layout;
  double lead;
  double middle;
  int width;
  int height;
  double why; /* how wide the question behind them is, with the gap before it */
} GhostWords;

static const SegueTimelineGhost *
get_ghost (const Drawing *drawing, guint row)
{
  return segue_timeline_lane_info_ghost (drawing->info, segue_lane_layout_get_row (drawing->rows->layout, row)->band);
}

/* Finds where the marks in the row leave the words room; FALSE if nowhere. */
static gboolean
place_ghost_words (const Drawing *drawing, guint row, GhostWords *words)
{
  const SegueTimelineGhost *ghost = get_ghost (drawing, row);
  float top = drawing->rows->tops[row];
  double room;

  if (ghost == NULL)
    return FALSE;

  words->layout = segue_timeline_rows_get_label (drawing->rows, ghost->head);
  words->why = get_why_width (drawing, ghost);
  fit_layout (drawing, words->layout);
  pango_layout_get_pixel_size (words->layout, &words->width, &words->height);
  words->middle = top + (drawing->rows->layout_mode == SEGUE_LANE_NARROW ? words->height + 6
                                                                         : drawing->rows->tops[row + 1] - top) / 2;
  words->lead = place_ghost (drawing, row, ghost, words->width + words->why, &room);
  if (room < MIN (words->width, MIN_INSIDE))
    return FALSE;
  if (room < words->width + words->why)
    {
      words->why = room < 2 * words->why ? 0 : words->why;
      limit_layout (words->layout, room - words->why);
      pango_layout_get_pixel_size (words->layout, &words->width, NULL);
    }
  return TRUE;
}

static void
draw_ghost_words (const Drawing *drawing, const SegueTimelineGhost *ghost, const GhostWords *words, const GdkRGBA *color)
{
  const char *selection = segue_timeline_stage_get_selection (drawing->rows->stage);
  double x = drawing->scale.rtl ? drawing->width - words->lead - words->width : words->lead;

  draw_layout (drawing, words->layout, words->lead, words->middle, color);
  if (words->why > 0)
    draw_why (drawing, ghost->band, words->lead + words->width + SEGUE_LABEL_GAP, words->middle);
  if (selection != NULL && g_str_equal (selection, ghost->id))
    segue_timeline_paint_ring (drawing->snapshot,
                               &GRAPHENE_RECT_INIT (x, words->middle - words->height / 2.0, words->width, words->height),
                               4, 2, color);
}

/* The line of today behind what stands in the rows @first to before @last, but
 * not through the words of a route and not through what one presses behind them. */
static void
draw_today (const Drawing *drawing, guint first, guint last, double height)
{
  SegueDay today = segue_timeline_stage_get_today (drawing->rows->stage);
  double lead = get_lead (drawing, today);
  double reached = 0;
  GhostWords words;

  for (guint row = first; row < last; row++)
    {
      if (drawing->rows->tops[row + 1] <= drawing->rows->tops[row] || !place_ghost_words (drawing, row, &words)
          || lead < words.lead - 2 || lead > words.lead + words.width + words.why + 2)
        continue;
      segue_timeline_paint_today (drawing->snapshot, &drawing->colors.now, &drawing->scale, today, reached,
                                  MAX (words.middle - words.height / 2.0 - 3 - reached, 0));
      reached = words.middle + words.height / 2.0 + 3;
    }
  segue_timeline_paint_today (drawing->snapshot, &drawing->colors.now, &drawing->scale, today, reached,
                              MAX (height - reached, 0));
}

static void
draw_ghost (const Drawing *drawing, guint row)
{
  const SegueTimelineGhost *ghost = get_ghost (drawing, row);
  gboolean narrow = drawing->rows->layout_mode == SEGUE_LANE_NARROW;
  float top = drawing->rows->tops[row];
  float height = drawing->rows->tops[row + 1] - top;
  int text_height;
  const GdkRGBA *color;
  float head, foot;
  GhostWords words;

  if (ghost == NULL)
    return;

  color = ghost->impossible ? &drawing->colors.error : &drawing->colors.dim;
  if (place_ghost_words (drawing, row, &words))
    draw_ghost_words (drawing, ghost, &words, color);
  if (ghost->reachable_until == SEGUE_DAY_NONE)
    return;

  pango_layout_get_pixel_size (segue_timeline_rows_get_label (drawing->rows, ghost->head), NULL, &text_height);
  /* Beside the marks; where those stand under the words, not through the words. */
  head = narrow ? text_height + 6 : 6;
  foot = height - (narrow ? 4 : 6);
  gtk_snapshot_append_color (drawing->snapshot, color,
                             &GRAPHENE_RECT_INIT (segue_day_scale_x (&drawing->scale, ghost->reachable_until + 1) - 1,
                                                  top + head, 2, foot - head));
}

/* The day until which the route that is laid out can be reached: one small
 * triangle under the words of the lane that say it, above where letters stand. */
static void
draw_reachable (const Drawing *drawing)
{
  SegueDay until = drawing->info->reachable_until;
  g_autoptr(GskPathBuilder) builder = NULL;
  g_autoptr(GskPath) path = NULL;
  double x;

  if (until == SEGUE_DAY_NONE)
    return;

  x = segue_day_scale_x (&drawing->scale, until + 1);
  builder = gsk_path_builder_new ();
  gsk_path_builder_move_to (builder, x - 5, 0);
  gsk_path_builder_line_to (builder, x + 5, 0);
  gsk_path_builder_line_to (builder, x, 5);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (drawing->snapshot, path, GSK_FILL_RULE_WINDING, &drawing->colors.text);
}

/* Two strokes that point to an edge. */
static void
draw_arrow (const Drawing *drawing, double lead, double middle, gboolean forward)
{
  g_autoptr(GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;
  g_autoptr(GskStroke) stroke = gsk_stroke_new (1.5f);
  float x = drawing->scale.rtl ? drawing->width - lead : lead;
  float sense = forward != drawing->scale.rtl ? 1 : -1;

  gsk_path_builder_move_to (builder, x - sense * 2, middle - 4);
  gsk_path_builder_line_to (builder, x + sense * 2, middle);
  gsk_path_builder_line_to (builder, x - sense * 2, middle + 4);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (drawing->snapshot, path, stroke, &drawing->colors.dim);
}

/* The title of what lies out of sight, at the edge behind which it lies, if it
 * has room between @begin and @end; a click leads there. */
static void
draw_hint (const Drawing *drawing, guint index, double begin, double end, gboolean forward)
{
  const SegueTimelineMark *mark = segue_timeline_lane_info_mark (drawing->info, index);
  PangoLayout *layout = segue_timeline_rows_get_label (drawing->rows, index);
  SegueRowsPill pill = { .band = -1, .mark = (int) index };
  graphene_rect_t shape;
  int width, height;
  double lead, middle;

  fit_layout (drawing, layout);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (end - begin < width + ARROW_ROOM)
    return;

  segue_timeline_rows_get_shape (drawing->rows, &drawing->scale, index, &shape);
  middle = shape.origin.y + shape.size.height / 2 - (mark->latest != SEGUE_DAY_NONE && mark->latest > mark->last ? 1.5 : 0);
  if (drawing->rows->layout_mode == SEGUE_LANE_NARROW)
    middle = shape.origin.y - 2 - height / 2.0;
  lead = forward ? end - width - ARROW_ROOM : begin + ARROW_ROOM;
  draw_layout (drawing, layout, lead, middle, &drawing->colors.dim);
  draw_arrow (drawing, forward ? end - 3 : begin + 3, middle, forward);

  lead = forward ? lead : begin;
  pill.rect = GRAPHENE_RECT_INIT (drawing->scale.rtl ? drawing->width - lead - width - ARROW_ROOM : lead,
                                  middle - height / 2.0, width + ARROW_ROOM, height);
  g_array_append_val (drawing->rows->pills, pill);
}

/* What lay last before the days in sight; or, in a row of which nothing is in
 * sight, what comes next. */
static void
draw_hints (const Drawing *drawing, guint row, guint first, guint n)
{
  SegueLaneLayout *layout = drawing->rows->layout;
  double reached = drawing->width - SEGUE_ROWS_PADDING;
  guint place = first + n;
  gboolean empty = TRUE;

  if (segue_lane_layout_get_row (layout, row)->band != SEGUE_BAND_CHOSEN || drawing->rows->layout_mode == SEGUE_LANE_COLLAPSED)
    return;

  while (place > 0)
    {
      guint index = segue_lane_layout_get_item (layout, row, place - 1);

      if (is_before_sight (drawing, segue_timeline_lane_info_mark (drawing->info, index)))
        {
          draw_hint (drawing, index, SEGUE_ROWS_PADDING - 4, reached, FALSE);
          return;
        }
      empty = FALSE;
      reached = get_lead (drawing, segue_lane_layout_get_slot (layout, index)->from) - SEGUE_LABEL_GAP;
      place--;
    }
  if (empty && first + n < segue_lane_layout_get_row (layout, row)->n)
    draw_hint (drawing, segue_lane_layout_get_item (layout, row, first + n), SEGUE_ROWS_PADDING,
               drawing->width - SEGUE_ROWS_PADDING, TRUE);
}

/* Marks that would only repaint the pixel of the one before are left out. */
static void
draw_row (const Drawing *drawing, guint row)
{
  SegueLaneLayout *layout = drawing->rows->layout;
  double painted = -G_MAXDOUBLE;
  guint first, n;

  segue_lane_layout_find (layout, row, drawing->begin, drawing->end, &first, &n);

  for (guint place = first; place < first + n; place++)
    {
      guint index = segue_lane_layout_get_item (layout, row, place);
      const SegueTimelineMark *mark = segue_timeline_lane_info_mark (drawing->info, index);
      double end = get_lead (drawing, segue_timeline_mark_end (mark));

      if (end - painted < 1.5 && drawing->rows->layout_mode == SEGUE_LANE_COLLAPSED)
        continue;
      painted = end;
      draw_mark (drawing, index);
    }

  draw_hints (drawing, row, first, n);
  draw_ghost (drawing, row);
}

/* With the focus here and nothing chosen the whole lane has the ring. */
static void
draw_focus (const Drawing *drawing, float height)
{
  const char *selection = segue_timeline_stage_get_selection (drawing->rows->stage);
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (drawing->rows->stage);
  guint lane;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (drawing->rows)))
    return;
  if (selection != NULL && segue_timeline_scene_find (scene, selection, &lane) != NULL && lane == drawing->rows->lane)
    return;

  segue_timeline_paint_ring (drawing->snapshot, &GRAPHENE_RECT_INIT (2, 2, drawing->width - 8, height - 4), 8, 0,
                             &drawing->colors.accent);
}

void
segue_timeline_rows_draw (SegueTimelineRows *self, GtkSnapshot *snapshot)
{
  Drawing drawing = {
    .rows = self,
    .info = segue_timeline_rows_get_info (self),
    .snapshot = snapshot,
    .scale = segue_timeline_stage_get_scale_for (self->stage, GTK_WIDGET (self)),
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .radius = segue_timeline_rows_get_radius (self),
  };
  double left = segue_day_scale_day (&drawing.scale, 0);
  double right = segue_day_scale_day (&drawing.scale, drawing.width);
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  guint first, last;

  drawing.begin = MIN (left, right);
  drawing.end = MAX (left, right);
  segue_timeline_colors_read (&drawing.colors, segue_timeline_stage_get_palette (self->stage), drawing.info->goal);

  segue_timeline_paint_free_days (snapshot, &drawing.colors.foreground, &drawing.scale,
                                  segue_timeline_stage_get_scene (self->stage), height);
  segue_timeline_paint_grid (snapshot, &drawing.colors.foreground, &drawing.scale,
                             segue_timeline_stage_get_level (self->stage), drawing.width, height);
  segue_timeline_rows_get_sight (self, &first, &last);
  draw_today (&drawing, first, last, height);

  draw_reachable (&drawing);

  g_array_set_size (self->pills, 0);
  for (guint row = first; row < last; row++)
    if (self->tops[row + 1] > self->tops[row])
      draw_row (&drawing, row);
  draw_focus (&drawing, height);
}
