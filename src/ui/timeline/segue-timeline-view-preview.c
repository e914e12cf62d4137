/* segue-timeline-view-preview.c - how the plan would lie, before it does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While something is tried, the lanes show the layout that would come of it,
 * and a broken outline stands where each step lies now.
 */
#include "core/segue-effect.h"
#include "ui/timeline/segue-timeline-paint.h"
#include "ui/timeline/segue-timeline-view-private.h"

#define RADIUS 6

static void
draw_outline (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color)
{
  g_autoptr(GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (1.5f);
  const float dashes[] = { 4, 3 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, RADIUS);
  gsk_path_builder_add_rounded_rect (builder, &outline);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

/* Where a step lies now, in the row in which it would lie. */
static void
draw_before (SegueTimelineView *self, GtkSnapshot *snapshot, const SegueEffectStep *step)
{
  const SegueDayScale *scale = segue_timeline_stage_get_scale (self->stage);
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  const SegueTimelineMark *mark;
  SegueTimelineLaneInfo *lane;
  graphene_rect_t bounds;
  SeguePixelSpan span;
  guint index;
  GdkRGBA color;

  if (step->first == SEGUE_DAY_NONE || step->first_before == SEGUE_DAY_NONE)
    return;
  mark = segue_timeline_scene_find (scene, step->id, &index);
  if (mark == NULL || mark->ghost || !segue_timeline_view_get_bounds (self, step->id, &bounds))
    return;

  lane = g_ptr_array_index (scene->lanes, index);
  segue_goal_palette_get_text (self->palette, lane->goal, &color);
  color.alpha *= 0.7f;
  if (segue_timeline_mark_is_point (mark))
    {
      bounds.origin.x = segue_day_scale_x (scale, step->first_before + 0.5) - bounds.size.width / 2;
    }
  else
    {
      span = segue_day_scale_span (scale, step->first_before, step->last_before + 1);
      bounds.origin.x = span.x;
      bounds.size.width = span.width;
    }
  graphene_rect_inset (&bounds, 1, 1);
  draw_outline (snapshot, &bounds, &color);
}

/* Draws over the lanes where what moves lies now. */
void
segue_timeline_view_draw_preview (SegueTimelineView *self, GtkSnapshot *snapshot)
{
  const SegueEffectStep *steps;
  guint n_steps;

  if (self->preview == NULL)
    return;

  steps = segue_effect_get_steps (self->preview, &n_steps);
  for (guint i = 0; i < n_steps; i++)
    draw_before (self, snapshot, &steps[i]);
}

/**
 * segue_timeline_view_set_preview:
 * @layout: (nullable): what is to be seen instead of the plan as it lies, or
 *   NULL to see that again
 *
 * A preview cannot be dragged. It ends by itself as soon as the plan changes.
 */
void
segue_timeline_view_set_preview (SegueTimelineView *self, SegueLayout *layout)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));

  if (self->view.session == NULL || (layout == NULL && self->preview == NULL))
    return;

  g_clear_pointer (&self->preview, segue_effect_free);
  if (layout != NULL)
    self->preview = segue_effect_new (segue_session_get_layout (self->view.session), layout);
  segue_timeline_view_show_layout (self, layout != NULL ? layout : segue_session_get_layout (self->view.session));
}

/**
 * segue_timeline_view_set_footer:
 * @footer: a new widget
 *
 * Puts @footer under everything else, where it can speak of a preview.
 */
void
segue_timeline_view_set_footer (SegueTimelineView *self, GtkWidget *footer)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (footer));

  gtk_box_append (GTK_BOX (self->content), footer);
}
