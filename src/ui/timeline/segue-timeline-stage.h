/* segue-timeline-stage.h - what the parts of the timeline share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/common/segue-day-scale.h"
#include "ui/common/segue-goal-palette.h"
#include "ui/timeline/segue-timeline-scene.h"

G_BEGIN_DECLS

/* How far the end of a step may slip, as a simulation saw it. */
typedef struct
{
  SegueDay middle; /* half of the draws end by it */
  SegueDay late;   /* four of five do */
} SegueTimelineSpread;

/**
 * SegueTimelineStage:
 *
 * Made by the view and handed down to ruler, lanes and strip. "scene" is what
 * there is, "scale" where the person looks, "selection" and "hover" are ids.
 * Signals: "scene-changed", "scale-changed" and "state-changed"; who draws
 * listens, only the view sets.
 */
#define SEGUE_TYPE_TIMELINE_STAGE (segue_timeline_stage_get_type ())
G_DECLARE_FINAL_TYPE (SegueTimelineStage, segue_timeline_stage, SEGUE, TIMELINE_STAGE, GObject)

SegueTimelineStage  *segue_timeline_stage_new           (GtkWidget *view, SegueGoalPalette *palette);
GtkWidget           *segue_timeline_stage_get_view      (SegueTimelineStage *self);
SegueGoalPalette    *segue_timeline_stage_get_palette   (SegueTimelineStage *self);
SegueTimelineScene  *segue_timeline_stage_get_scene     (SegueTimelineStage *self);
void                 segue_timeline_stage_take_scene    (SegueTimelineStage *self, SegueTimelineScene *scene);
SegueDay             segue_timeline_stage_get_today     (SegueTimelineStage *self);
void                 segue_timeline_stage_set_today     (SegueTimelineStage *self, SegueDay today);
const SegueDayScale *segue_timeline_stage_get_scale     (SegueTimelineStage *self);
SegueDayScale        segue_timeline_stage_get_scale_for (SegueTimelineStage *self, GtkWidget *widget);
void                 segue_timeline_stage_set_scale     (SegueTimelineStage *self, const SegueDayScale *scale);
void                 segue_timeline_stage_set_text      (SegueTimelineStage *self, double text_height, const double *tick_widths);
SegueTickLevel       segue_timeline_stage_get_level     (SegueTimelineStage *self);
gboolean             segue_timeline_stage_is_narrow     (SegueTimelineStage *self);
const char          *segue_timeline_stage_get_selection (SegueTimelineStage *self);
void                 segue_timeline_stage_set_selected  (SegueTimelineStage *self, const char *const *ids);
gboolean             segue_timeline_stage_is_selected   (SegueTimelineStage *self, const char *id);
const char          *segue_timeline_stage_get_hover     (SegueTimelineStage *self);
void                 segue_timeline_stage_set_hover     (SegueTimelineStage *self, const char *id);
const SegueTimelineSpread *segue_timeline_stage_get_spread (SegueTimelineStage *self, const char *step_id);
void                 segue_timeline_stage_set_spread    (SegueTimelineStage *self, const char *step_id,
                                                         SegueDay middle, SegueDay late);

G_END_DECLS
