/* segue-year-table.h - a year at a glance: how full each day is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/calendar/segue-calendar-scene.h"

G_BEGIN_DECLS

#define SEGUE_YEAR_DAYS 366

/* One day as it is drawn. */
typedef struct
{
  guint8 level;        /* 0 to 4: how much of its hours is planned */
  guint8 n_milestones; /* vest dates and last days among them; at most 255 */
  gint16 goal;         /* of the first of them; -1: none */
  gboolean off;
} SegueYearDay;

/**
 * SegueYearTable:
 * @begin: 1 January
 * @n_days: 365 or 366
 *
 * Made once for a year of a scene: a frame asks nothing else.
 */
typedef struct
{
  int year;
  SegueDay begin;
  int n_days;
  SegueYearDay days[SEGUE_YEAR_DAYS];
} SegueYearTable;

void segue_year_table_fill (SegueYearTable *self, SegueCalendarScene *scene, int year);

G_END_DECLS
