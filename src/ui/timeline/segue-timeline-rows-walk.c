/* segue-timeline-rows-walk.c - what lies where, and what lies next to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-rows-private.h"

/* What lies nearest to @day in a row. */
static const char *
find_nearest (SegueTimelineRows *self, guint row, double day)
{
  const SegueTimelineLaneInfo *info = segue_timeline_rows_get_info (self);
  const SegueTimelineMark *best = NULL;
  double distance = G_MAXDOUBLE;

  for (guint place = 0; place < segue_lane_layout_get_row (self->layout, row)->n; place++)
    {
      const SegueTimelineMark *mark =
        segue_timeline_lane_info_mark (info, segue_lane_layout_get_item (self->layout, row, place));
      double away = MAX (segue_timeline_mark_begin (mark) - day, day - segue_timeline_mark_end (mark));

      if (MAX (away, 0) < distance)
        {
          best = mark;
          distance = MAX (away, 0);
        }
    }

  return best != NULL ? best->id : NULL;
}

/* The whole row of a route that is not taken stands for the route. */
static gboolean
hit_ghost (SegueTimelineRows *self, const SegueTimelineLaneInfo *info, guint row, double x, double y,
           SegueTimelineHit *hit)
{
  const SegueTimelineGhost *ghost =
    segue_timeline_lane_info_ghost (info, segue_lane_layout_get_row (self->layout, row)->band);

  if (ghost == NULL)
    return FALSE;

  hit->mark = NULL;
  hit->trailing = hit->handle = FALSE;
  hit->id = ghost->id;
  for (guint i = 0; i < self->pills->len; i++)
    {
      const SegueRowsPill *pill = &g_array_index (self->pills, SegueRowsPill, i);

      hit->why = hit->why || (pill->band == ghost->band && graphene_rect_contains_point (&pill->rect, &GRAPHENE_POINT_INIT (x, y)));
    }

  return TRUE;
}

static gboolean
hit_hint (SegueTimelineRows *self, const SegueTimelineLaneInfo *info, double x, double y, SegueTimelineHit *hit)
{
  for (guint i = 0; i < self->pills->len; i++)
    {
      const SegueRowsPill *pill = &g_array_index (self->pills, SegueRowsPill, i);

      if (pill->mark < 0 || (guint) pill->mark >= info->marks->len
          || !graphene_rect_contains_point (&pill->rect, &GRAPHENE_POINT_INIT (x, y)))
        continue;
      hit->mark = segue_timeline_lane_info_mark (info, (guint) pill->mark);
      hit->id = hit->mark->id;
      hit->trailing = hit->handle = FALSE;
      hit->hint = TRUE;
      return TRUE;
    }

  return FALSE;
}

/* Whether a place is the end at which a bar becomes longer or shorter. */
static gboolean
is_trailing (const SegueTimelineMark *mark, const SegueDayScale *scale, const graphene_rect_t *shape, double day)
{
  return (mark->shape == SEGUE_MARK_WORK || mark->shape == SEGUE_MARK_WAIT) && !mark->done && shape->size.width > 24
         && day > segue_timeline_mark_end (mark) - 6 / scale->scale && day < segue_timeline_mark_end (mark) + 4 / scale->scale;
}

/**
 * segue_timeline_rows_hit:
 * @x: a pixel of the rows
 * @hit: (out): what is there
 *
 * Returns: whether there is something; within four pixels counts
 */
gboolean
segue_timeline_rows_hit (SegueTimelineRows *self, double x, double y, SegueTimelineHit *hit)
{
  const SegueTimelineLaneInfo *info = segue_timeline_rows_get_info (self);
  SegueDayScale scale;
  guint row, first, n;
  double day;

  hit->why = hit->hint = FALSE;
  if (info == NULL || info->marks->len == 0)
    return FALSE;
  if (hit_hint (self, info, x, y, hit))
    return TRUE;

  segue_timeline_rows_ensure (self);
  scale = segue_timeline_stage_get_scale_for (self->stage, GTK_WIDGET (self));
  row = segue_timeline_rows_get_row_at (self, y);
  day = segue_day_scale_day (&scale, x);
  segue_lane_layout_find (self->layout, row, day - 8 / scale.scale, day + 8 / scale.scale, &first, &n);

  for (guint place = first + n; place > first; place--)
    {
      guint mark = segue_lane_layout_get_item (self->layout, row, place - 1);
      const SegueLaneSlot *slot = segue_lane_layout_get_slot (self->layout, mark);
      graphene_rect_t rect, handle;

      if (segue_timeline_lane_info_mark (info, mark)->shape == SEGUE_MARK_ROUTE)
        continue;

      segue_timeline_rows_get_shape (self, &scale, mark, &rect);
      hit->mark = segue_timeline_lane_info_mark (info, mark);
      hit->id = hit->mark->id;
      hit->trailing = is_trailing (hit->mark, &scale, &rect, day);
      hit->handle = segue_timeline_rows_get_handle (self, &scale, hit->mark, &rect, &handle)
                    && graphene_rect_contains_point (&handle, &GRAPHENE_POINT_INIT (x, y));
      graphene_rect_inset (&rect, -4, -4);
      if (hit->handle || graphene_rect_contains_point (&rect, &GRAPHENE_POINT_INIT (x, y))
          || (slot->place > SEGUE_LABEL_INSIDE && day >= slot->from && day <= slot->until))
        return TRUE;
    }

  return hit_ghost (self, info, row, x, y, hit);
}

/**
 * segue_timeline_rows_collect:
 * @area: in the pixels of the rows
 * @ids: (element-type utf8): takes the ids of the steps whose shapes touch it,
 *   (transfer none)
 */
void
segue_timeline_rows_collect (SegueTimelineRows *self, const graphene_rect_t *area, GPtrArray *ids)
{
  const SegueTimelineLaneInfo *info = segue_timeline_rows_get_info (self);
  SegueDayScale scale;
  double left, right;
  guint last;

  if (info == NULL || info->marks->len == 0)
    return;

  segue_timeline_rows_ensure (self);
  scale = segue_timeline_stage_get_scale_for (self->stage, GTK_WIDGET (self));
  left = segue_day_scale_day (&scale, area->origin.x);
  right = segue_day_scale_day (&scale, area->origin.x + area->size.width);
  last = segue_timeline_rows_get_row_at (self, area->origin.y + area->size.height);
  for (guint row = segue_timeline_rows_get_row_at (self, area->origin.y); row <= last; row++)
    {
      guint first, n;

      segue_lane_layout_find (self->layout, row, MIN (left, right), MAX (left, right), &first, &n);
      for (guint place = first; place < first + n; place++)
        {
          guint index = segue_lane_layout_get_item (self->layout, row, place);
          const SegueTimelineMark *mark = segue_timeline_lane_info_mark (info, index);
          graphene_rect_t rect;

          segue_timeline_rows_get_shape (self, &scale, index, &rect);
          if (mark->band == SEGUE_BAND_CHOSEN && graphene_rect_intersection (&rect, area, NULL))
            g_ptr_array_add (ids, (gpointer) mark->id);
        }
    }
}

/**
 * segue_timeline_rows_get_edge:
 * @day: near which
 *
 * Returns: (transfer none) (nullable): what lies nearest to @day in the first
 *   or the last row
 */
const char *
segue_timeline_rows_get_edge (SegueTimelineRows *self, double day, gboolean bottom)
{
  const SegueTimelineLaneInfo *info = segue_timeline_rows_get_info (self);
  guint n_rows;

  if (info == NULL || info->marks->len == 0)
    return NULL;

  segue_timeline_rows_ensure (self);
  n_rows = segue_lane_layout_get_n_rows (self->layout);

  return find_nearest (self, bottom ? n_rows - 1 : 0, day);
}

/**
 * segue_timeline_rows_walk:
 * @id: where one is
 * @rows: 1 for the row below, -1 for the one above, or 0
 * @places: 1 for what comes next in time, -1 for what came before, or 0
 *
 * Returns: (transfer none) (nullable): where one comes to be; NULL outside
 */
const char *
segue_timeline_rows_walk (SegueTimelineRows *self, const char *id, int rows, int places)
{
  const SegueTimelineLaneInfo *info = segue_timeline_rows_get_info (self);
  int mark = segue_timeline_rows_find_mark (self, id);
  const SegueTimelineMark *m;
  int row, place;

  if (mark < 0)
    return NULL;

  segue_timeline_rows_ensure (self);
  m = segue_timeline_lane_info_mark (info, mark);
  row = segue_lane_layout_get_slot (self->layout, mark)->row + rows;
  if (row < 0 || row >= (int) segue_lane_layout_get_n_rows (self->layout))
    return NULL;
  if (rows != 0)
    return find_nearest (self, row, segue_timeline_mark_begin (m));

  /* At the end of a row it goes on in the next one. */
  place = (int) segue_lane_layout_get_place (self->layout, mark) + places;
  if (place < 0 || place >= (int) segue_lane_layout_get_row (self->layout, row)->n)
    {
      row += places;
      if (row < 0 || row >= (int) segue_lane_layout_get_n_rows (self->layout))
        return NULL;
      place = places > 0 ? 0 : (int) segue_lane_layout_get_row (self->layout, row)->n - 1;
    }

  return segue_timeline_lane_info_mark (info, segue_lane_layout_get_item (self->layout, row, place))->id;
}
