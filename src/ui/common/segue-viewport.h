/* segue-viewport.h - what all views of a plan share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "base/segue-day.h"

G_BEGIN_DECLS

/* Pixels a day: twenty years in a small window, to an hour's width of a day. */
#define SEGUE_VIEWPORT_MIN_SCALE 0.05
#define SEGUE_VIEWPORT_MAX_SCALE 4096.0

/**
 * SegueViewport:
 *
 * Where a person is looking: "origin" (the day at the leading edge, with its
 * fraction), "scale" (pixels a day), "selection" (the id of a goal, route, step
 * or rule, or NULL) and "day" (the one day that views of weeks and months are
 * at, or SEGUE_DAY_NONE). Handed to every view, so that changing the view keeps
 * the place. All can be set and notify when they differ.
 *
 * "first-weekday" is the weekday with which the person wants weeks to begin: 1
 * for Monday to 7 for Sunday, 0 for what is usual where they live.
 *
 * "selected" are the ids of everything that is selected, "selection" the first
 * of them; setting "selection" leaves nothing else selected.
 */
#define SEGUE_TYPE_VIEWPORT (segue_viewport_get_type ())
G_DECLARE_FINAL_TYPE (SegueViewport, segue_viewport, SEGUE, VIEWPORT, GObject)

SegueViewport *segue_viewport_new           (void);
double         segue_viewport_get_origin    (SegueViewport *self);
void           segue_viewport_set_origin    (SegueViewport *self, double origin);
double         segue_viewport_get_scale     (SegueViewport *self);
void           segue_viewport_set_scale     (SegueViewport *self, double scale);
const char    *segue_viewport_get_selection (SegueViewport *self);
void           segue_viewport_set_selection (SegueViewport *self, const char *id);
SegueDay       segue_viewport_get_day       (SegueViewport *self);
void           segue_viewport_set_day       (SegueViewport *self, SegueDay day);
SegueWeekday   segue_viewport_get_first_weekday (SegueViewport *self);
const char *const *segue_viewport_get_selected (SegueViewport *self);
void           segue_viewport_set_selected  (SegueViewport *self, const char *const *ids);
gboolean       segue_viewport_is_selected   (SegueViewport *self, const char *id);
void           segue_viewport_toggle        (SegueViewport *self, const char *id);
void           segue_viewport_zoom_around   (SegueViewport *self, double day, double factor);
void           segue_viewport_fit           (SegueViewport *self, double begin, double end, double width);

G_END_DECLS
