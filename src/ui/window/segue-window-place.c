/* segue-window-place.c - changing the page keeps the place in time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/window/segue-window-private.h"

/* The days that the timeline shows. */
static void
get_sight (SegueWindow *self,
           double      *begin,
           double      *end)
{
  SegueViewport *viewport = segue_window_get_viewport (self);
  int width = gtk_widget_get_width (GTK_WIDGET (segue_window_get_timeline (self)));

  *begin = segue_viewport_get_origin (viewport);
  *end = *begin + width / segue_viewport_get_scale (viewport);
}

/**
 * segue_window_take_place:
 * @self: a window with a plan
 *
 * From the timeline to a day: that of the selection if it is in sight, else
 * the one the calendar was at, else today, else the middle of what is in sight.
 */
void
segue_window_take_place (SegueWindow *self)
{
  SegueViewport *viewport = segue_window_get_viewport (self);
  SegueLayout *layout = segue_session_get_layout (segue_window_get_session (self));
  const char *selection = segue_viewport_get_selection (viewport);
  const SegueStepResult *result = selection ? segue_layout_get_step_result (layout, selection) : NULL;
  SegueDay candidates[3] = { SEGUE_DAY_NONE, segue_viewport_get_day (viewport), segue_layout_get_now (layout) };
  double begin, end;

  get_sight (self, &begin, &end);
  if (result != NULL && result->active)
    candidates[0] = result->start;
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (candidates[i] != SEGUE_DAY_NONE && candidates[i] >= begin && candidates[i] < end)
      {
        segue_viewport_set_day (viewport, candidates[i]);
        return;
      }
  segue_viewport_set_day (viewport, (SegueDay) ((begin + end) / 2));
}

/**
 * segue_window_give_place:
 * @self: a window with a plan
 *
 * From a day back to the timeline, which moves only if it does not show it.
 */
void
segue_window_give_place (SegueWindow *self)
{
  SegueDay day = segue_viewport_get_day (segue_window_get_viewport (self));
  double begin, end;

  get_sight (self, &begin, &end);
  if (day != SEGUE_DAY_NONE && (day < begin || day >= end))
    segue_timeline_view_go_to_day (segue_window_get_timeline (self), day);
}
