/* segue-timeline-strip.h - a strip below the lanes, on the same axis of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/timeline/segue-timeline-stage.h"

G_BEGIN_DECLS

/**
 * SegueTimelineStrip:
 *
 * What lies under the lanes and shares their days: hours, leaving days. Who
 * derives from it says what is drawn; where and when is the strip's. It is
 * given to segue_timeline_view_add_strip(), or stands as a child of the view
 * in its Blueprint.
 *
 *     Hours a week, up to 15 h          <- dup_title()
 *     ▂▅▇▇▅ ▂▂                          <- draw()
 */
#define SEGUE_TYPE_TIMELINE_STRIP (segue_timeline_strip_get_type ())
G_DECLARE_DERIVABLE_TYPE (SegueTimelineStrip, segue_timeline_strip, SEGUE, TIMELINE_STRIP, GtkWidget)

/**
 * SegueTimelineStripClass:
 * @scene_changed: the plan was laid out anew, or the strip is bound just now;
 *   asked before all else
 * @dup_title: the one line above the chart, also its accessible name
 * @get_height: pixels that the chart needs below its title; 0 hides the strip
 * @draw: paints the chart between @top and @top + @height; @scale counts in
 *   the strip's own pixels. No string is made here
 * @dup_tooltip: what there is to say of a day, or NULL
 */
struct _SegueTimelineStripClass
{
  GtkWidgetClass parent_class;

  void  (*scene_changed) (SegueTimelineStrip *self);
  char *(*dup_title)     (SegueTimelineStrip *self);
  int   (*get_height)    (SegueTimelineStrip *self);
  void  (*draw)          (SegueTimelineStrip *self, GtkSnapshot *snapshot, const SegueDayScale *scale,
                          double top, double height);
  char *(*dup_tooltip)   (SegueTimelineStrip *self, const SegueDayScale *scale, double x);
};

SegueTimelineStage *segue_timeline_strip_get_stage (SegueTimelineStrip *self);
void                segue_timeline_strip_bind      (SegueTimelineStrip *self, SegueTimelineStage *stage);
void                segue_timeline_strip_refresh   (SegueTimelineStrip *self);

G_END_DECLS
