/* segue-timeline-view-place.c - where the timeline looks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-view-private.h"

static void
reveal_vertically (SegueTimelineView *self, GtkWidget *rows, const graphene_rect_t *bounds)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_point_t point;

  if (gtk_widget_compute_point (rows, GTK_WIDGET (self->lanes), &bounds->origin, &point))
    gtk_adjustment_clamp_page (adjustment, point.y - 40, point.y + bounds->size.height + 20);
}

/**
 * segue_timeline_view_reveal:
 * @id: of a step, route or goal
 *
 * Scrolls so that @id can be seen. What is not on the timeline is left alone.
 */
void
segue_timeline_view_reveal (SegueTimelineView *self, const char *id)
{
  SegueTimelineScene *scene;
  SegueTimelineRows *rows;
  const SegueTimelineMark *mark;
  graphene_rect_t bounds;
  double begin, end, width;
  guint lane;

  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));
  g_return_if_fail (id != NULL);

  scene = segue_timeline_stage_get_scene (self->stage);
  if (scene == NULL || self->view.viewport == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  mark = segue_timeline_scene_find (scene, id, &lane);
  rows = mark != NULL ? segue_timeline_view_get_rows (self, lane) : NULL;
  if (rows == NULL || !segue_timeline_rows_get_bounds (rows, id, &bounds))
    return;

  reveal_vertically (self, GTK_WIDGET (rows), &bounds);
  if (mark->shape == SEGUE_MARK_ROUTE)
    return;

  /* A bar longer than the window is shown by its beginning. */
  begin = segue_timeline_mark_begin (mark);
  end = segue_timeline_mark_end (mark);
  width = gtk_widget_get_width (GTK_WIDGET (self)) / segue_viewport_get_scale (self->view.viewport);
  if (end > segue_viewport_get_origin (self->view.viewport) + width * 0.98)
    segue_viewport_set_origin (self->view.viewport, end - width * 0.8);
  if (begin < segue_viewport_get_origin (self->view.viewport) + width * 0.02 && end - begin < width)
    segue_viewport_set_origin (self->view.viewport, begin - width * 0.15);
}

/**
 * segue_timeline_view_fit_plan:
 *
 * Zooms so that the whole plan can be seen, with room for the last labels.
 */
void
segue_timeline_view_fit_plan (SegueTimelineView *self)
{
  SegueTimelineScene *scene;
  double width, lead, trail, scale;

  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));

  scene = segue_timeline_stage_get_scene (self->stage);
  width = gtk_widget_get_width (GTK_WIDGET (self));
  if (scene == NULL || self->view.viewport == NULL || width <= 0)
    return;

  lead = MIN (40, width * 0.12);
  trail = MIN (110, width * 0.12);
  /* What is longer than can be seen at once is shown from its beginning. */
  scale = MAX ((width - lead - trail) / (scene->last + 1 - scene->first), SEGUE_VIEWPORT_MIN_SCALE);
  segue_viewport_fit (self->view.viewport, scene->first - lead / scale, scene->first + (width - lead) / scale, width);
}

/**
 * segue_timeline_view_go_to_day:
 *
 * Scrolls so that @day lies a quarter of the way into the view.
 */
void
segue_timeline_view_go_to_day (SegueTimelineView *self, SegueDay day)
{
  double width;

  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));

  if (self->view.viewport == NULL)
    return;

  width = gtk_widget_get_width (GTK_WIDGET (self)) / segue_viewport_get_scale (self->view.viewport);
  segue_viewport_set_origin (self->view.viewport, day - width / 4);
}

/**
 * segue_timeline_view_go_to_today:
 *
 * Scrolls to the day from which the plan is scheduled.
 */
void
segue_timeline_view_go_to_today (SegueTimelineView *self)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));

  segue_timeline_view_go_to_day (self, segue_timeline_stage_get_today (self->stage));
}

/* Around @day; closer than until one day fills the window there is nothing to see. */
void
segue_timeline_view_zoom_around (SegueTimelineView *self, double day, double factor)
{
  double closest = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1) / segue_viewport_get_scale (self->view.viewport);

  segue_viewport_zoom_around (self->view.viewport, day, factor > 1 ? MIN (factor, MAX (closest, 1)) : factor);
}

/**
 * segue_timeline_view_zoom:
 * @factor: above 1 to see more closely
 *
 * Zooms around the selection if it is in sight, or around the middle.
 */
void
segue_timeline_view_zoom (SegueTimelineView *self, double factor)
{
  const SegueDayScale *scale;
  const char *selection;
  SegueTimelineScene *scene;
  const SegueTimelineMark *mark = NULL;
  double day;

  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));
  g_return_if_fail (factor > 0);

  if (self->view.viewport == NULL)
    return;

  scale = segue_timeline_stage_get_scale (self->stage);
  scene = segue_timeline_stage_get_scene (self->stage);
  selection = segue_timeline_stage_get_selection (self->stage);
  day = scale->origin + scale->width / scale->scale / 2;
  if (scene != NULL && selection != NULL)
    mark = segue_timeline_scene_find (scene, selection, NULL);
  if (mark != NULL && mark->first < segue_day_scale_end (scale) && mark->last > scale->origin)
    day = CLAMP (segue_timeline_mark_begin (mark), scale->origin, segue_day_scale_end (scale));

  segue_timeline_view_zoom_around (self, day, factor);
}
