/* segue-calendar-scene.h - what the calendar shows of a layout, day by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/* In the order in which a day tells them. */
typedef enum
{
  SEGUE_ENTRY_MILESTONE,
  SEGUE_ENTRY_DEADLINE, /* a rule that something may not end after this day */
  SEGUE_ENTRY_VEST,
  SEGUE_ENTRY_TARGET,   /* a wish */
  SEGUE_ENTRY_END,
  SEGUE_ENTRY_START,
} SegueEntryKind;

/* Something that a day is known for. */
typedef struct
{
  SegueDay day;
  SegueEntryKind kind;
  int step;          /* of the layout */
  int goal;          /* -1: none */
  const char *id;    /* the step's */
  const char *title; /* the step's */
  gboolean gate;
  gboolean done;
  gboolean late;     /* behind its target or its rules */
  gboolean deadline; /* a milestone that lies on its last day */
} SegueEntry;

/**
 * SegueCalendarScene:
 *
 * Everything the calendar's views show, made once for a layout: entries by
 * day, minutes planned, days off. Immutable and reference-counted.
 */
typedef struct _SegueCalendarScene SegueCalendarScene;

SegueCalendarScene *segue_calendar_scene_new          (SegueLayout *layout, SeguePlan *plan);
SegueCalendarScene *segue_calendar_scene_ref          (SegueCalendarScene *self);
void                segue_calendar_scene_unref        (SegueCalendarScene *self);

SegueLayout        *segue_calendar_scene_get_layout   (SegueCalendarScene *self);
SegueDay            segue_calendar_scene_get_today    (SegueCalendarScene *self);
const SegueEntry   *segue_calendar_scene_get_entries  (SegueCalendarScene *self, SegueDay begin, SegueDay end, guint *n_entries);
gboolean            segue_calendar_scene_counts_down  (SegueCalendarScene *self, SegueDay day);
SegueDay            segue_calendar_scene_find_day     (SegueCalendarScene *self, const char *id);
gint32              segue_calendar_scene_get_planned  (SegueCalendarScene *self, SegueDay day);
gint32              segue_calendar_scene_get_capacity (SegueCalendarScene *self, SegueDay day);
const char         *segue_calendar_scene_get_day_off  (SegueCalendarScene *self, SegueDay day);

gboolean            segue_entry_counts_down           (const SegueEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueCalendarScene, segue_calendar_scene_unref)

G_END_DECLS
