/* segue-timeline-hours.h - hours planned against hours there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/timeline/segue-timeline-stage.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_TIMELINE_HOURS (segue_timeline_hours_get_type ())
G_DECLARE_FINAL_TYPE (SegueTimelineHours, segue_timeline_hours, SEGUE, TIMELINE_HOURS, GtkWidget)

void segue_timeline_hours_bind (SegueTimelineHours *self, SegueTimelineStage *stage);

G_END_DECLS
