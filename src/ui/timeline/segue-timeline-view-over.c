/* segue-timeline-view-over.c - what lies over the lanes: links and the drag
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <math.h>

#include "ui/timeline/segue-timeline-paint.h"
#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-view-private.h"

#define FLAG_PADDING 10
#define FLAG_WIDTH 300
/* Pixels between two shapes from which on a link has room to bend. */
#define MIN_BENT 10

/* What is held, or was let go and has not been done yet. */
static SegueTimelineDrag *
get_drag (SegueTimelineView *self)
{
  return self->drag != NULL ? self->drag : self->dropped;
}

/* The pixel of a step's start or end, at half the height of its shape; at the
 * side of a diamond to which the link goes. */
static gboolean
get_point (SegueTimelineView *self, SegueLayout *layout, const SeguePoint *point, gboolean later, graphene_point_t *result)
{
  const SegueStepSpec *spec = &segue_layout_get_problem (layout)->steps[point->step];
  const char *id = segue_record_get_id (segue_layout_get_step (layout, point->step));
  gboolean rtl = segue_timeline_stage_get_scale (self->stage)->rtl;
  gboolean end = spec->type == SEGUE_STEP_MILESTONE ? later : point->side == SEGUE_SIDE_END;
  graphene_rect_t bounds;

  if (!segue_layout_get_schedule (layout)->steps[point->step].active
      || !segue_timeline_view_get_bounds (self, id, &bounds))
    return FALSE;

  result->y = bounds.origin.y + bounds.size.height / 2;
  result->x = bounds.origin.x + (end != rtl ? bounds.size.width : 0);

  return TRUE;
}

static void
draw_link (GtkSnapshot *snapshot, gboolean rtl, const graphene_point_t *from, const graphene_point_t *to, const GdkRGBA *color)
{
  g_autoptr(GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;
  g_autoptr(GskStroke) stroke = gsk_stroke_new (1.75f);
  float reach = CLAMP (fabsf (to->x - from->x) / 2, 14, 80);
  float forward = rtl ? -1 : 1;
  float sense = (to->x - from->x) * forward < -28 ? -forward : forward; /* back: a rule that is broken */

  gsk_path_builder_move_to (builder, from->x, from->y);
  gsk_path_builder_cubic_to (builder, from->x + sense * reach, from->y, to->x - sense * reach, to->y, to->x, to->y);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  segue_timeline_paint_rounded (snapshot, &GRAPHENE_RECT_INIT (from->x - 3, from->y - 3, 6, 6), 3, color);
  segue_timeline_paint_rounded (snapshot, &GRAPHENE_RECT_INIT (to->x - 3, to->y - 3, 6, 6), 3, color);
}

/* Where a link leaves a shape downwards or upwards, so that it does not run
 * through the name behind it: near the end that it comes from. */
static graphene_point_t
leave_shape (const graphene_rect_t *bounds, const graphene_point_t *side, double down)
{
  double middle = bounds->origin.x + bounds->size.width / 2;
  double inset = side->x < middle ? 4 : -4;
  double x = bounds->size.width <= bounds->size.height ? middle : side->x + inset;

  return GRAPHENE_POINT_INIT (x, bounds->origin.y + (down > 0 ? bounds->size.height : 0));
}

/* From one shape to another that lies later: out of the row first, then along
 * the other one. In one row it passes below the names. */
static void
draw_bent_link (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const graphene_point_t *side,
                const graphene_point_t *to, const GdkRGBA *color)
{
  g_autoptr(GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;
  g_autoptr(GskStroke) stroke = gsk_stroke_new (1.75f);
  gboolean same_row = fabsf (to->y - side->y) < bounds->size.height / 2;
  graphene_point_t from = leave_shape (bounds, side, same_row ? 1 : to->y - side->y);
  float dip = to->y + bounds->size.height;

  gsk_path_builder_move_to (builder, from.x, from.y);
  if (same_row)
    gsk_path_builder_cubic_to (builder, from.x, dip, to->x + (from.x - to->x) * 0.1f, dip, to->x, to->y);
  else
    gsk_path_builder_cubic_to (builder, from.x, to->y, (from.x + to->x) / 2, to->y, to->x, to->y);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  segue_timeline_paint_rounded (snapshot, &GRAPHENE_RECT_INIT (from.x - 3, from.y - 3, 6, 6), 3, color);
  segue_timeline_paint_rounded (snapshot, &GRAPHENE_RECT_INIT (to->x - 3, to->y - 3, 6, 6), 3, color);
}

/* Of the selection only: what it waits for and what waits for it. */
static void
draw_links (SegueTimelineView *self, GtkSnapshot *snapshot)
{
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  const char *selection = segue_timeline_stage_get_selection (self->stage);
  gboolean rtl = segue_timeline_stage_get_scale (self->stage)->rtl;
  const SegueProblem *problem;
  int step;
  GdkRGBA color;

  if (scene == NULL || selection == NULL)
    return;

  problem = segue_layout_get_problem (scene->layout);
  step = segue_layout_find (scene->layout, SEGUE_KIND_STEP, selection);
  segue_goal_palette_get_color (self->palette, SEGUE_COLOR_FOREGROUND, &color);
  color.alpha *= 0.5f;

  for (int i = 0; step >= 0 && i < problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[i];
      graphene_point_t from, to;
      graphene_rect_t bounds;

      if (rule->relation != SEGUE_RELATION_AFTER || !rule->enabled
          || (rule->point.step != step && rule->other.step != step))
        continue;
      if (!get_point (self, scene->layout, &rule->other, TRUE, &from)
          || !get_point (self, scene->layout, &rule->point, FALSE, &to))
        continue;
      segue_timeline_view_get_bounds (self, segue_record_get_id (segue_layout_get_step (scene->layout, rule->other.step)),
                                      &bounds);
      if ((to.x - from.x) * (rtl ? -1 : 1) > MIN_BENT)
        draw_bent_link (snapshot, &bounds, &from, &to, &color);
      else
        draw_link (snapshot, rtl, &from, &to, &color);
    }
}

/* What would go is crossed out where it lies. */
static void
draw_lost (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color)
{
  float middle = floorf (bounds->origin.y + bounds->size.height / 2);

  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (bounds->origin.x - 5, middle - 1, bounds->size.width + 10, 2));
}

/* Where a step would come to lie, in red if that breaks something. */
static void
draw_move (SegueTimelineView *self, GtkSnapshot *snapshot, const SegueTimelineMove *move)
{
  const SegueDayScale *scale = segue_timeline_stage_get_scale (self->stage);
  gboolean own = segue_timeline_drag_holds (get_drag (self), move->id);
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  const SegueTimelineMark *mark;
  SegueTimelineLaneInfo *lane;
  graphene_rect_t bounds;
  SeguePixelSpan span;
  guint index;
  GdkRGBA color;

  mark = segue_timeline_scene_find (scene, move->id, &index);
  if (mark == NULL || !segue_timeline_view_get_bounds (self, move->id, &bounds))
    return;

  lane = g_ptr_array_index (scene->lanes, index);
  segue_goal_palette_get_text (self->palette, lane->goal, &color);
  if (move->kind != SEGUE_MOVE_ELSEWHERE)
    segue_goal_palette_get_color (self->palette, SEGUE_COLOR_ERROR, &color);
  if (move->kind == SEGUE_MOVE_LOST)
    {
      draw_lost (snapshot, &bounds, &color);
      return;
    }
  if (segue_timeline_mark_is_point (mark))
    {
      bounds.origin.x = segue_day_scale_x (scale, move->first + 0.5) - bounds.size.width / 2;
      segue_timeline_paint_diamond (snapshot, &bounds, !own, &color);
      return;
    }

  span = segue_day_scale_span (scale, move->first, move->last + 1);
  bounds.origin.x = span.x;
  bounds.size.width = span.width;
  segue_timeline_paint_ring (snapshot, &bounds, 6, own ? 0 : -2, &color);
  color.alpha *= own ? 0.35f : 0.12f;
  segue_timeline_paint_rounded (snapshot, &bounds, 6, &color);
}

/* The day and what it would mean, beside the pointer. */
static void
draw_flag (SegueTimelineView *self, GtkSnapshot *snapshot, PangoLayout *layout)
{
  GdkRGBA background, text = { 1, 1, 1, 1 }, edge = { 0, 0, 0, 0.3f };
  double view_width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean link = segue_timeline_drag_get_kind (get_drag (self)) == SEGUE_DRAG_LINK;
  double x = link ? self->press_x + self->drag_x
                  : segue_day_scale_x (segue_timeline_stage_get_scale (self->stage), segue_timeline_drag_get_day (get_drag (self)));
  double y = self->press_y + (link ? self->drag_y : 0);
  graphene_rect_t rect;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  rect = GRAPHENE_RECT_INIT (CLAMP (x - width / 2.0 - FLAG_PADDING, 4, MAX (view_width - width - 2 * FLAG_PADDING - 4, 4)),
                             y - height - 38, width + 2 * FLAG_PADDING, height + FLAG_PADDING);
  if (rect.origin.y < 4)
    rect.origin.y = y + 28;

  /* Lighter than what it lies on where that is dark. */
  background = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? (GdkRGBA) { 0.3f, 0.3f, 0.33f, 1 }
                                                                            : (GdkRGBA) { 0.16f, 0.16f, 0.18f, 1 };
  if (segue_timeline_drag_is_bad (get_drag (self)))
    segue_goal_palette_get_color (self->palette, SEGUE_COLOR_NOW, &background);
  segue_timeline_paint_ring (snapshot, &rect, 9, -1, &edge);
  segue_timeline_paint_rounded (snapshot, &rect, 9, &background);
  segue_ui_append_layout (snapshot, layout, rect.origin.x + FLAG_PADDING, rect.origin.y + FLAG_PADDING / 2.0f, &text);
}

/* A link on its way: to the step under the pointer, or to the pointer. */
static void
draw_new_link (SegueTimelineView *self, GtkSnapshot *snapshot)
{
  gboolean rtl = segue_timeline_stage_get_scale (self->stage)->rtl;
  const char *target = segue_timeline_drag_get_target (get_drag (self));
  graphene_point_t from, to = GRAPHENE_POINT_INIT (self->press_x + self->drag_x, self->press_y + self->drag_y);
  graphene_rect_t bounds;
  GdkRGBA color;

  if (!segue_timeline_view_get_bounds (self, segue_timeline_drag_get_id (get_drag (self)), &bounds))
    return;

  from = GRAPHENE_POINT_INIT (bounds.origin.x + (rtl ? 0 : bounds.size.width), bounds.origin.y + bounds.size.height / 2);
  segue_goal_palette_get_color (self->palette, segue_timeline_drag_is_bad (get_drag (self)) ? SEGUE_COLOR_ERROR : SEGUE_COLOR_ACCENT,
                                &color);
  if (target != NULL && segue_timeline_view_get_bounds (self, target, &bounds))
    {
      to = GRAPHENE_POINT_INIT (bounds.origin.x + (rtl ? bounds.size.width : 0), bounds.origin.y + bounds.size.height / 2);
      segue_timeline_paint_ring (snapshot, &bounds, 6, 2, &color);
    }
  draw_link (snapshot, rtl, &from, &to, &color);
}

static void
draw_drag (SegueTimelineView *self, GtkSnapshot *snapshot)
{
  const SegueDayScale *scale = segue_timeline_stage_get_scale (self->stage);
  gboolean link = segue_timeline_drag_get_kind (get_drag (self)) == SEGUE_DRAG_LINK;
  const SegueTimelineMove *moves;
  guint n_moves;
  GdkRGBA color;

  /* A line leads the eye up to the ruler. */
  segue_goal_palette_get_color (self->palette, SEGUE_COLOR_FOREGROUND, &color);
  color.alpha *= 0.35f;
  if (!link && !segue_timeline_drag_is_idle (get_drag (self)))
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (floor (segue_day_scale_x (scale, segue_timeline_drag_get_day (get_drag (self)))),
                                                    0, 1, gtk_widget_get_height (GTK_WIDGET (self))));

  moves = segue_timeline_drag_get_moves (get_drag (self), &n_moves);
  for (guint i = 0; i < n_moves; i++)
    if (!link || !g_str_equal (moves[i].id, segue_timeline_drag_get_id (get_drag (self))))
      draw_move (self, snapshot, &moves[i]);
  if (link && self->panning)
    draw_new_link (self, snapshot);
}

static void
draw_band (SegueTimelineView *self, GtkSnapshot *snapshot)
{
  graphene_rect_t band = GRAPHENE_RECT_INIT (self->press_x, self->press_y, self->drag_x, self->drag_y);
  GdkRGBA color;

  graphene_rect_normalize (&band);
  segue_goal_palette_get_color (self->palette, SEGUE_COLOR_ACCENT, &color);
  segue_timeline_paint_ring (snapshot, &band, 4, -2, &color);
  color.alpha *= 0.15f;
  segue_timeline_paint_rounded (snapshot, &band, 4, &color);
}

/* Draws above all lanes, inside of what the scroller shows. */
void
segue_timeline_view_draw_over (SegueTimelineView *self, GtkSnapshot *snapshot)
{
  const char *text = get_drag (self) != NULL ? segue_timeline_drag_get_text (get_drag (self)) : NULL;
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->scroller), GTK_WIDGET (self), &bounds))
    return;

  gtk_snapshot_push_clip (snapshot, &bounds);
  draw_links (self, snapshot);
  segue_timeline_view_draw_preview (self, snapshot);
  if (get_drag (self) != NULL)
    draw_drag (self, snapshot);
  if (self->banded != NULL && self->panning)
    draw_band (self, snapshot);
  gtk_snapshot_pop (snapshot);

  if (text != NULL)
    {
      g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      int most = (int) MIN (FLAG_WIDTH, bounds.size.width - 40);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      if (width > most)
        pango_layout_set_width (layout, most * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      draw_flag (self, snapshot, layout);
    }
}
