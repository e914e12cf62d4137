/* segue-timeline-scene.h - what the timeline shows of a layout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"
#include "ui/timeline/segue-hours-table.h"

G_BEGIN_DECLS

typedef enum
{
  SEGUE_MARK_WORK,
  SEGUE_MARK_WAIT,
  SEGUE_MARK_PRACTICE,
  SEGUE_MARK_MILESTONE,
  SEGUE_MARK_GATE,
  SEGUE_MARK_VEST,
  SEGUE_MARK_ROUTE, /* heads the row of a route that is not taken */
} SegueMarkShape;

/* Bands of a lane: what is laid out, then one for each route not taken, then
 * what grants bring by themselves. */
#define SEGUE_BAND_CHOSEN 0
#define SEGUE_BAND_VEST G_MAXINT

/* Days [begin, end) on which a step is really worked at. */
typedef struct
{
  SegueDay begin;
  SegueDay end;
} SegueMarkRun;

/* One step as it is drawn; of a route not taken also the route itself. */
typedef struct
{
  int step;          /* -1: a route */
  const char *id;    /* of the layout's record */
  SegueMarkShape shape;
  SegueDay first;
  SegueDay last;
  SegueDay latest;   /* the last day it could end on, or SEGUE_DAY_NONE */
  int band;
  int rank;          /* 0, or more than that of what it waits for and that begins on the same day */
  double progress;   /* 0 to 1 */
  gboolean critical;
  gboolean done;
  gboolean ghost;    /* of a route that is not taken */
  gboolean undated;  /* there are no hours for it, or for what it waits for: a sign of it stands where the plan begins */
  int late_days;     /* behind its target or its rules */
  int slip;          /* days that it ends later than in the baseline; or earlier, below 0 */
  char *label;
  guint first_run;   /* into the lane's runs */
  guint n_runs;
} SegueTimelineMark;

/* A route that is not taken, in a row of its own. */
typedef struct
{
  int band;
  int route;
  guint head;             /* the mark that stands for it */
  const char *id;
  char *label;            /* "Spring 2023 · 32 days short" */
  gboolean impossible;
  SegueDay reachable_until;
} SegueTimelineGhost;

typedef struct
{
  int goal;               /* -1: steps without a goal */
  const char *id;         /* or NULL */
  char *title;
  char *subtitle;
  gboolean impossible;    /* no route of it works, or it conflicts by itself */
  SegueDay reachable_until; /* the last day on which the route that is laid out can be begun, or SEGUE_DAY_NONE */
  GArray *marks;          /* SegueTimelineMark */
  GArray *runs;           /* SegueMarkRun */
  GArray *ghosts;         /* SegueTimelineGhost, by band */
} SegueTimelineLaneInfo;

/**
 * SegueTimelineScene:
 * @first: the first day on which anything is shown
 * @last: the last one
 *
 * Everything that is drawn, made once for a layout: afterwards no string is
 * made and no record is asked while frames are painted.
 */
typedef struct
{
  SegueLayout *layout;
  GPtrArray *lanes;       /* SegueTimelineLaneInfo */
  SegueHoursTable *hours;
  SegueDay first;
  SegueDay last;
} SegueTimelineScene;

SegueTimelineScene      *segue_timeline_scene_new       (SegueLayout *layout);
void                     segue_timeline_scene_free      (SegueTimelineScene *self);
void                     segue_timeline_scene_compare   (SegueTimelineScene *self, const SegueRecord *baseline);
const SegueTimelineMark *segue_timeline_scene_find      (SegueTimelineScene *self, const char *id, guint *lane);

gboolean                 segue_timeline_scene_get_window (SegueTimelineScene *self, int step, SegueDay *lower, SegueDay *upper);

const SegueTimelineMark *segue_timeline_lane_info_mark  (const SegueTimelineLaneInfo *self, guint index);
const SegueTimelineGhost *segue_timeline_lane_info_ghost (const SegueTimelineLaneInfo *self, int band);

double                   segue_timeline_mark_begin      (const SegueTimelineMark *self);
double                   segue_timeline_mark_end        (const SegueTimelineMark *self);
gboolean                 segue_timeline_mark_is_point   (const SegueTimelineMark *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueTimelineScene, segue_timeline_scene_free)

G_END_DECLS
