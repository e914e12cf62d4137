/* segue-timeline-ruler.h - the axis of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/timeline/segue-timeline-stage.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_TIMELINE_RULER (segue_timeline_ruler_get_type ())
G_DECLARE_FINAL_TYPE (SegueTimelineRuler, segue_timeline_ruler, SEGUE, TIMELINE_RULER, GtkWidget)

void segue_timeline_ruler_bind           (SegueTimelineRuler *self, SegueTimelineStage *stage);
void segue_timeline_ruler_measure_labels (SegueTimelineRuler *self, double *widths);

G_END_DECLS
