/* segue-profile.h - what each day has left, and placing things into it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-calendar.h"

G_BEGIN_DECLS

/* Where something may lie: days from now, all included. */
typedef struct
{
  gint64 start_from;
  gint64 start_until;
  gint64 end_from;
  gint64 end_until;
} SegueWindow;

/* Where something lies: days from now; what a day gives, in `minutes`. */
typedef struct
{
  gint32 start;
  gint32 end;
  SegueSlice minutes;
} SeguePlacement;

/* Parts of work, one after the other; grows as it must. */
typedef struct
{
  SegueMinutes *items;
  gint32 n;
  gint32 room;
} SegueMinuteList;

/* A load on the days [from, until] from now that yields to waits. */
typedef struct
{
  const gint32 *load;
  gint64 from;
  gint64 until;
} SegueReserve;

/**
 * SegueProfile:
 * @expected: days that work is known to take; so many are known at once
 * @left: minutes that work may still take on a day
 * @skip: a day not after the next one that has any left; see next_free_day
 * @loaded: minutes that waits take on a day; %NULL if no wait has a load
 * @reserve: minutes that practices want on a day; %NULL if none does
 * @reserves: the practices, of #SegueReserve
 * @pools: amounts left of each pool, pool by pool; %NULL without pools
 * @minutes: what work has got
 * @is_mirrored: whether days are counted backwards; see segue-latest.c
 */
typedef struct
{
  const SegueProblem *problem;
  SegueCalendar *calendar;
  gint32 n;
  gint32 touched;
  gint32 expected;
  gint32 first_weekday;
  gint32 *left;
  gint32 *skip;
  gint32 *loaded;
  gint32 *reserve;
  GArray *reserves;
  gint32 *pools;
  gint32 pool_stride;
  SegueMinuteList minutes;
  gboolean has_loads;
  gboolean is_mirrored;
} SegueProfile;

void     segue_minute_list_grow   (SegueMinuteList     *list);
void     segue_profile_init       (SegueProfile        *profile,
                                   SegueCalendar       *calendar);
void     segue_profile_expect     (SegueProfile        *profile,
                                   gint64               minutes);
void     segue_profile_clear      (SegueProfile        *profile);
void     segue_profile_forget     (SegueProfile        *profile);
void     segue_profile_reset      (SegueProfile        *profile,
                                   gboolean             keep_reserves);
void     segue_profile_reserve    (SegueProfile        *profile,
                                   const SegueReserve  *reserve);
gboolean segue_profile_place_work (SegueProfile        *profile,
                                   const SegueStepSpec *spec,
                                   const SegueWindow   *window,
                                   SeguePlacement      *placement);
gboolean segue_profile_place_plain (SegueProfile       *profile,
                                   gint32               cap,
                                   gint32               from,
                                   gint32               minutes,
                                   SeguePlacement      *placement);
gboolean segue_profile_place_wait (SegueProfile        *profile,
                                   const SegueStepSpec *spec,
                                   const SegueWindow   *window,
                                   SeguePlacement      *placement);
gboolean segue_profile_place      (SegueProfile        *profile,
                                   const SegueStepSpec *spec,
                                   const SegueWindow   *window,
                                   SeguePlacement      *placement);
SegueSlice segue_profile_put_work (SegueProfile        *profile,
                                   const SegueMinuteList *minutes,
                                   SegueSlice           part);
void     segue_profile_put_wait   (SegueProfile        *profile,
                                   const SegueStepSpec *spec,
                                   gint32               start);
void     segue_profile_give_back  (SegueProfile        *profile,
                                   gint32               first);
gint32   segue_profile_weekday    (const SegueProfile  *profile,
                                   gint32               index);
void     segue_profile_reach      (SegueProfile        *profile,
                                   gint32               n);

/* Makes room for so many parts at once; what is not used is never touched. */
static inline void
segue_minute_list_reserve (SegueMinuteList *list,
                           gint32           room)
{
  if (list->room >= room)
    return;
  list->room = room;
  list->items = g_renew (SegueMinutes, list->items, list->room);
}

static inline void
segue_minute_list_add (SegueMinuteList *list,
                       SegueDay         day,
                       gint32           minutes)
{
  if (list->n == list->room)
    segue_minute_list_grow (list);
  list->items[list->n++] = (SegueMinutes) { day, minutes };
}

G_END_DECLS
