/* segue-lane-layout.h - which row a mark stands in, and where its label goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pixels between a shape and its label, and around a label inside of it. */
#define SEGUE_LABEL_GAP 12
#define SEGUE_LABEL_PADDING 10

typedef enum
{
  SEGUE_LABEL_NONE,
  SEGUE_LABEL_INSIDE, /* in the bar */
  SEGUE_LABEL_BESIDE, /* behind the shape, in time */
  SEGUE_LABEL_ABOVE,  /* over the shape, which has two lines then */
} SegueLabelPlace;

typedef enum
{
  SEGUE_LANE_OPEN,      /* one line a row */
  SEGUE_LANE_NARROW,    /* labels above: the window is too small for them beside */
  SEGUE_LANE_COLLAPSED, /* everything of a band in one row, without labels */
} SegueLaneMode;

/**
 * SegueLaneItem:
 * @begin: the day at which the shape begins, with its fraction
 * @end: the day at which it ends; equal to @begin for a point in time
 * @tail: the day until which its slack reaches, at least @end
 * @room: the longest stretch of its days in which a label can be read
 * @bleed: pixels by which the shape is drawn beyond @begin and @end
 * @label: width of its label in pixels, or 0
 * @rank: 0, or more than the rank of what it waits for on the day of @begin
 * @band: items of different bands never share a row, and bands stand in
 *   order; a band other than 0 is one row, whatever it holds
 */
typedef struct
{
  double begin;
  double end;
  double tail;
  double room;
  double bleed;
  double label;
  int rank;
  int band;
} SegueLaneItem;

/* Where an item came to stand; from and until are the days that it covers
 * with its bleed, its tail and its label. */
typedef struct
{
  int row;
  SegueLabelPlace place;
  double from;
  double until;
} SegueLaneSlot;

typedef struct
{
  int band;
  guint first; /* into the order of items */
  guint n;
} SegueLaneRow;

typedef struct _SegueLaneLayout SegueLaneLayout;

SegueLaneLayout     *segue_lane_layout_new        (const SegueLaneItem *items, guint n_items,
                                                   double scale, SegueLaneMode mode);
void                 segue_lane_layout_free       (SegueLaneLayout *self);
guint                segue_lane_layout_get_n_rows (SegueLaneLayout *self);
const SegueLaneRow  *segue_lane_layout_get_row    (SegueLaneLayout *self, guint row);
const SegueLaneSlot *segue_lane_layout_get_slot   (SegueLaneLayout *self, guint item);
guint                segue_lane_layout_get_item   (SegueLaneLayout *self, guint row, guint place);
guint                segue_lane_layout_get_place  (SegueLaneLayout *self, guint item);
void                 segue_lane_layout_find       (SegueLaneLayout *self, guint row, double begin, double end,
                                                   guint *first, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueLaneLayout, segue_lane_layout_free)

G_END_DECLS
