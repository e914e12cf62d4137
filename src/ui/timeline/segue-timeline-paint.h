/* segue-timeline-paint.h - the shapes of the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/common/segue-day-scale.h"
#include "ui/timeline/segue-timeline-stage.h"

G_BEGIN_DECLS

/* Pixels: days narrower than this are not told apart. */
#define SEGUE_MIN_DAY 6

/* Pauses narrower than this would only flicker. */
#define SEGUE_MIN_PAUSE 6

/* How much of a bar's height a diamond takes. */
#define SEGUE_DIAMOND_SHARE 0.75f

/* The colours of one lane, read once a frame. */
typedef struct
{
  GdkRGBA fill;
  GdkRGBA text;
  GdkRGBA foreground;
  GdkRGBA dim;
  GdkRGBA accent;
  GdkRGBA error;
  GdkRGBA now;
  GdkRGBA on_fill;
  float soft; /* opacity of what is only hinted at */
} SegueTimelineColors;

void segue_timeline_colors_read   (SegueTimelineColors *self, SegueGoalPalette *palette, int goal);

void segue_timeline_paint_rounded (GtkSnapshot *snapshot, const graphene_rect_t *rect, float radius, const GdkRGBA *color);
void segue_timeline_paint_ring    (GtkSnapshot *snapshot, const graphene_rect_t *rect, float radius, float distance,
                                   const GdkRGBA *color);
void segue_timeline_paint_diamond (GtkSnapshot *snapshot, const graphene_rect_t *rect, gboolean hollow, const GdkRGBA *color);
void segue_timeline_paint_shape   (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const SegueDayScale *scale,
                                   const SegueTimelineLaneInfo *lane, const SegueTimelineMark *mark,
                                   const graphene_rect_t *rect, gboolean hover);
void segue_timeline_paint_tail    (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const SegueDayScale *scale,
                                   const SegueTimelineMark *mark, const graphene_rect_t *rect);
void segue_timeline_paint_spread  (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const SegueDayScale *scale,
                                   const SegueTimelineMark *mark, const SegueTimelineSpread *spread,
                                   double room, const graphene_rect_t *rect);
void segue_timeline_paint_slip    (GtkSnapshot *snapshot, const SegueTimelineColors *colors, const SegueDayScale *scale,
                                   const SegueTimelineMark *mark, const graphene_rect_t *rect);
void segue_timeline_paint_grid    (GtkSnapshot *snapshot, const GdkRGBA *color, const SegueDayScale *scale,
                                   SegueTickLevel level, double width, double height);
void segue_timeline_paint_free_days (GtkSnapshot *snapshot, const GdkRGBA *color, const SegueDayScale *scale,
                                     SegueTimelineScene *scene, double height);
void segue_timeline_paint_today   (GtkSnapshot *snapshot, const GdkRGBA *color, const SegueDayScale *scale,
                                   SegueDay today, double y, double height);

G_END_DECLS
