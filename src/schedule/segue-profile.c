/* segue-profile.c - what each day has left, and placing things into it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The capacity of a day goes first to the loads of waits, which must fit, then
 * to practices, which take what they find, then to work:
 *
 *   capacity │ waits │ practices, as far as it goes │ work │ left │
 *
 * `left` is kept for work; a wait fits when taking its load from the day still
 * leaves the work that lies there its minutes. Days without anything left are
 * leapt over with a union-find forest (Tarjan 1975; path halving): skip[i] is i
 * while day i has something left and points further on afterwards.
 */
#include "schedule/segue-profile.h"

#include <string.h>

/* Days known at first, if no more are expected; then there are half as many more each time. */
#define FIRST_DAYS 512

static gint32
base_of (const SegueProfile *profile,
         gint32              index,
         gint32              more_load)
{
  gint64 minutes = profile->calendar->minutes[index];

  if (profile->loaded)
    minutes -= profile->loaded[index];
  minutes -= more_load;
  if (profile->reserve)
    minutes -= profile->reserve[index];
  return (gint32) MAX (minutes, 0);
}

gint32
segue_profile_weekday (const SegueProfile *profile,
                       gint32              index)
{
  /* Back by one is forward by six. */
  return (profile->first_weekday + (profile->is_mirrored ? (gint32) (index % 7) * 6 : index)) % 7;
}

void
segue_minute_list_grow (SegueMinuteList *list)
{
  list->room = 2 * list->room + 64;
  list->items = g_renew (SegueMinutes, list->items, list->room);
}

void
segue_profile_init (SegueProfile  *profile,
                    SegueCalendar *calendar)
{
  const SegueProblem *problem = calendar->problem;

  memset (profile, 0, sizeof *profile);
  profile->problem = problem;
  profile->calendar = calendar;
  profile->first_weekday = (gint32) segue_day_get_weekday (calendar->base);
  profile->skip = g_new0 (gint32, 1);
  profile->reserves = g_array_new (FALSE, FALSE, sizeof (SegueReserve));
}

/**
 * segue_profile_expect:
 * @profile: a profile
 * @minutes: of work that is to be placed
 *
 * Where every week is like the other, tells how many days at least will be asked for,
 * so that they need not be found bit by bit.
 */
void
segue_profile_expect (SegueProfile *profile,
                      gint64        minutes)
{
  gint64 week = 0;

  for (gint32 i = 0; i < 7; i++)
    week += MAX (profile->problem->week[i], 0);
  if (week > 0 && profile->problem->n_periods == 0)
    profile->expected = (gint32) MIN (minutes / week * 7 + 7, profile->calendar->limit);
}

/**
 * segue_profile_forget:
 * @profile: a profile
 *
 * Takes all but practices out and gives back the memory of the days.
 */
void
segue_profile_forget (SegueProfile *profile)
{
  g_clear_pointer (&profile->left, g_free);
  g_clear_pointer (&profile->loaded, g_free);
  g_clear_pointer (&profile->reserve, g_free);
  g_clear_pointer (&profile->pools, g_free);
  g_clear_pointer (&profile->minutes.items, g_free);
  profile->minutes = (SegueMinuteList) { 0 };
  profile->n = profile->touched = 0;
  g_free (profile->skip);
  profile->skip = g_new0 (gint32, 1);
}

void
segue_profile_clear (SegueProfile *profile)
{
  g_clear_pointer (&profile->left, g_free);
  g_clear_pointer (&profile->skip, g_free);
  g_clear_pointer (&profile->loaded, g_free);
  g_clear_pointer (&profile->reserve, g_free);
  g_clear_pointer (&profile->pools, g_free);
  g_clear_pointer (&profile->reserves, g_array_unref);
  g_clear_pointer (&profile->minutes.items, g_free);
}

static void
grow_pools (SegueProfile *profile,
            gint32        end)
{
  gint32 n_pools = profile->problem->n_pools;
  gint32 *pools = g_new (gint32, (gsize) n_pools * (gsize) end);

  for (gint32 pool = 0; pool < n_pools; pool++)
    for (gint32 i = 0; i < end; i++)
      pools[(gsize) pool * end + i] =
        i < profile->n ? profile->pools[(gsize) pool * profile->pool_stride + i]
                       : profile->problem->pools[pool];
  g_free (profile->pools);
  profile->pools = pools;
  profile->pool_stride = end;
}

static void
fill_reserve (SegueProfile *profile,
              gint32        first,
              gint32        end)
{
  memset (profile->reserve + first, 0, sizeof (gint32) * (gsize) (end - first));
  for (guint k = 0; k < profile->reserves->len; k++)
    {
      const SegueReserve *reserve = &g_array_index (profile->reserves, SegueReserve, k);

      for (gint64 i = MAX (first, reserve->from); i < end && i <= reserve->until; i++)
        profile->reserve[i] += reserve->load[segue_profile_weekday (profile, (gint32) i)];
    }
}

/* What work may take on days on which none lies. */
static void
fill_left (SegueProfile *profile,
           gint32        first,
           gint32        end)
{
  const gint32 *minutes = profile->calendar->minutes;
  gint32 *restrict left = profile->left;
  gint32 *restrict skip = profile->skip;
  gboolean is_plain = profile->loaded == NULL && profile->reserve == NULL;

  for (gint32 i = first; i < end; i++)
    {
      gint32 there = is_plain ? MAX (minutes[i], 0) : base_of (profile, i, 0);

      left[i] = there;
      skip[i] = i + (there == 0);
    }
}

/* Knows at least the days before index @n, as far as the calendar goes. */
void
segue_profile_reach (SegueProfile *profile,
                     gint32        n)
{
  gint32 end;

  n = MIN (n, profile->calendar->limit);
  if (n <= profile->n)
    return;
  end = MAX (MAX (n, profile->n + profile->n / 2), MAX (profile->expected, FIRST_DAYS));
  segue_calendar_reach (profile->calendar, end);
  end = MIN (profile->calendar->n, end);
  profile->left = g_renew (gint32, profile->left, end);
  profile->skip = g_renew (gint32, profile->skip, end + 1);
  if (profile->has_loads)
    {
      profile->loaded = g_renew (gint32, profile->loaded, end);
      memset (profile->loaded + profile->n, 0, sizeof (gint32) * (gsize) (end - profile->n));
    }
  if (profile->reserves->len > 0)
    {
      profile->reserve = g_renew (gint32, profile->reserve, end);
      fill_reserve (profile, profile->n, end);
    }
  if (profile->problem->n_pools > 0)
    grow_pools (profile, end);
  fill_left (profile, profile->n, end);
  profile->skip[end] = end;
  profile->n = end;
}

/**
 * segue_profile_reset:
 * @profile: a profile
 * @keep_reserves: whether practices stay
 *
 * Takes everything out again.
 */
void
segue_profile_reset (SegueProfile *profile,
                     gboolean      keep_reserves)
{
  gint32 n_pools = profile->problem->n_pools;

  if (profile->loaded && profile->touched > 0)
    memset (profile->loaded, 0, sizeof (gint32) * (gsize) profile->touched);
  if (!keep_reserves)
    {
      if (profile->reserves->len > 0)
        profile->touched = profile->n;
      g_clear_pointer (&profile->reserve, g_free);
      g_array_set_size (profile->reserves, 0);
    }
  fill_left (profile, 0, profile->touched);
  for (gint32 pool = 0; pool < n_pools; pool++)
    for (gint32 i = 0; i < profile->touched; i++)
      profile->pools[(gsize) pool * profile->pool_stride + i] = profile->problem->pools[pool];
  profile->touched = 0;
  profile->minutes.n = 0;
}

/*
 * Lets @index be found again after it has got something back. Only days of the
 * full stretch just before it can have leapt over it.
 */
static void
reopen (SegueProfile *profile,
        gint32        index)
{
  if (profile->left[index] <= 0)
    return;
  profile->skip[index] = index;
  for (gint32 i = index - 1; i >= 0 && profile->left[i] <= 0; i--)
    profile->skip[i] = i + 1;
}

static void
refresh_day (SegueProfile *profile,
             gint32        index,
             gint32        old_base)
{
  profile->left[index] += base_of (profile, index, 0) - old_base;
  if (profile->left[index] <= 0 && profile->skip[index] == index)
    profile->skip[index] = index + 1;
}

/**
 * segue_profile_reserve:
 * @profile: a profile that is still empty but for reserves
 * @reserve: what a practice wants
 *
 * Keeps minutes for a practice.
 */
void
segue_profile_reserve (SegueProfile       *profile,
                       const SegueReserve *reserve)
{
  g_array_append_val (profile->reserves, *reserve);
  profile->reserve = g_renew (gint32, profile->reserve, MAX (profile->n, 1));
  fill_reserve (profile, 0, profile->n);
  fill_left (profile, 0, profile->n);
}

/* The next day from @index on that has something left, or one from @end on. */
static gint32
next_free_day (SegueProfile *profile,
               gint32        index,
               gint32        end)
{
  gint32 *skip;

  for (;;)
    {
      if (index >= MIN (end, profile->calendar->limit))
        return index;
      if (index >= profile->n)
        segue_profile_reach (profile, index + 1);
      skip = profile->skip;
      while (skip[index] != index)
        {
          skip[index] = skip[skip[index]];
          index = skip[index];
        }
      if (index < profile->n)
        return index;
    }
}

static void
take (SegueProfile *profile,
      gint32        index,
      gint32        minutes)
{
  profile->left[index] -= minutes;
  if (profile->left[index] == 0)
    profile->skip[index] = index + 1;
  profile->touched = MAX (profile->touched, index + 1);
  segue_minute_list_add (&profile->minutes, profile->calendar->base + index, minutes);
}

/* Takes out what work has got from @first on in the list of minutes. */
void
segue_profile_give_back (SegueProfile *profile,
                         gint32        first)
{
  for (gint32 i = first; i < profile->minutes.n; i++)
    {
      const SegueMinutes *part = &profile->minutes.items[i];
      gint32 index = part->day - profile->calendar->base;

      profile->left[index] += part->minutes;
      reopen (profile, index);
    }
  profile->minutes.n = first;
}

/**
 * segue_profile_put_work:
 * @profile: a profile
 * @minutes: a list
 * @part: which of them; they lie where the profile has room
 *
 * Returns: the same as part of the profile's own minutes
 */
SegueSlice
segue_profile_put_work (SegueProfile *profile,
                        const SegueMinuteList *minutes,
                        SegueSlice    part)
{
  SegueSlice own = { profile->minutes.n, part.n };

  for (gint32 i = part.first; i < part.first + part.n; i++)
    {
      const SegueMinutes *item = &minutes->items[i];

      segue_profile_reach (profile, item->day - profile->calendar->base + 1);
      take (profile, item->day - profile->calendar->base, item->minutes);
    }
  return own;
}

static gint32
cap_of (const SegueStepSpec *spec)
{
  return spec->max_per_day > 0 ? spec->max_per_day : G_MAXINT32;
}

static gboolean
is_allowed (const SegueProfile  *profile,
            const SegueStepSpec *spec,
            gint32               index)
{
  return (spec->weekdays & 0x7f) == 0x7f ||
         (spec->weekdays >> segue_profile_weekday (profile, index) & 1);
}

/*
 * Whether a day may hold @amount of the @left minutes. Only the last day may
 * hold less than the least a day; counted backwards it comes first, and what
 * is left for the others must not end in too small a part.
 */
static gboolean
is_enough (const SegueProfile  *profile,
           const SegueStepSpec *spec,
           gint32               first,
           gint64              *amount,
           gint64               left)
{
  if (!profile->is_mirrored)
    return *amount == left || *amount >= spec->min_per_day;
  if (*amount < left && left - *amount < spec->min_per_day)
    *amount = left - spec->min_per_day;
  return *amount > 0 && (profile->minutes.n == first || *amount >= spec->min_per_day);
}

/* From this day on every week has the same left for what is not placed yet. */
static gint32
find_regular (const SegueProfile *profile)
{
  gint64 day = MAX (profile->touched, profile->calendar->regular);

  for (guint i = 0; i < profile->reserves->len; i++)
    {
      const SegueReserve *reserve = &g_array_index (profile->reserves, SegueReserve, i);

      day = MAX (day, reserve->from);
      if (reserve->until < profile->calendar->limit - 1)
        day = MAX (day, reserve->until + 1);
    }
  return (gint32) MIN (day, profile->calendar->limit);
}

/*
 * Fills minutes of work that has no least a day and may lie on every weekday, as
 * most may: a day that has anything left is taken, up to the cap.
 */
static gboolean
fill_plain (SegueProfile *profile,
            gint32        cap,
            gint64        index,
            gint64        until,
            gint64        left)
{
  gint32 limit = (gint32) MIN (until + 1, profile->calendar->limit);
  gint32 i = (gint32) MIN (index, profile->calendar->limit);
  gint32 hopeless = MAX (i, find_regular (profile)) + 7;
  gint32 touched = profile->touched;

  while (left > 0)
    {
      gint32 end = MIN (limit, hopeless);
      gint32 there, amount;

      if (i >= MIN (end, profile->n) || profile->skip[i] != i)
        i = next_free_day (profile, i, end);
      if (i >= end)
        break;
      there = profile->left[i];
      amount = (gint32) MIN (MIN (there, cap), left);
      profile->left[i] = there - amount;
      if (amount == there)
        profile->skip[i] = i + 1;
      segue_minute_list_add (&profile->minutes, profile->calendar->base + i, amount);
      left -= amount;
      touched = MAX (touched, i + 1);
      hopeless = MAX (hopeless, i + 8);
      i++;
    }
  profile->touched = touched;
  return left == 0;
}

/* Fills @left minutes into the days from @index on, as early as they go. */
static gboolean
fill_forward (SegueProfile        *profile,
              const SegueStepSpec *spec,
              gint64               index,
              gint64               until,
              gint64               left)
{
  gint32 first = profile->minutes.n;
  gint32 limit = (gint32) MIN (until + 1, profile->calendar->limit);
  gint32 cap = cap_of (spec);
  gint32 i = (gint32) MIN (index, profile->calendar->limit);
  gint32 hopeless = MAX (i, find_regular (profile)) + 7; /* unless a day is taken before */

  if (spec->min_per_day <= 0 && (spec->weekdays & 0x7f) == 0x7f)
    return fill_plain (profile, cap, index, until, left);
  while (left > 0)
    {
      gint64 amount;

      i = next_free_day (profile, i, MIN (limit, hopeless));
      if (i >= MIN (limit, hopeless))
        return FALSE;
      amount = MIN (MIN (profile->left[i], cap), left);
      if (is_allowed (profile, spec, i) && is_enough (profile, spec, first, &amount, left))
        {
          take (profile, i, (gint32) amount);
          left -= amount;
          hopeless = MAX (hopeless, i + 8);
        }
      i++;
    }
  return TRUE;
}

/* Moves as much of the last day's part as it can to a day from @end_from on. */
static gboolean
stretch (SegueProfile        *profile,
         const SegueStepSpec *spec,
         gint64               end_from,
         gint64               end_until)
{
  SegueMinutes *last = &profile->minutes.items[profile->minutes.n - 1];
  gint32 index = last->day - profile->calendar->base;
  gint32 part = last->minutes;
  gint32 i = (gint32) MIN (end_from, profile->calendar->limit);
  gint32 limit = (gint32) MIN (MIN (end_until + 1, profile->calendar->limit), MAX (i, find_regular (profile)) + 7);

  for (;; i++)
    {
      gint32 amount;

      i = next_free_day (profile, i, limit);
      if (i >= limit)
        return FALSE;
      amount = MIN (MIN (profile->left[i], cap_of (spec)), part);
      if (part - amount > 0 && part - amount < spec->min_per_day)
        amount = part - spec->min_per_day;
      if (amount <= 0 || !is_allowed (profile, spec, i))
        continue;
      if (profile->is_mirrored && amount < MIN (part, spec->min_per_day))
        continue;
      profile->left[index] += amount;
      reopen (profile, index);
      if (amount == part)
        profile->minutes.n--;
      else
        last->minutes -= amount;
      take (profile, i, amount);
      return TRUE;
    }
}

static void
turn_round (SegueMinuteList *list,
            gint32           first)
{
  for (gint32 a = first, b = list->n - 1; a < b; a++, b--)
    {
      SegueMinutes swap = list->items[a];

      list->items[a] = list->items[b];
      list->items[b] = swap;
    }
}

/* From @end on backwards, with @last minutes on @end itself. */
static gboolean
fill_backward (SegueProfile        *profile,
               const SegueStepSpec *spec,
               gint64               start_from,
               gint32               end,
               gint32               last,
               gint64               left)
{
  gint32 first = profile->minutes.n;
  gint32 cap = cap_of (spec);

  take (profile, end, last);
  left -= last;
  for (gint64 i = end - 1; left > 0 && i >= MAX (start_from, 0); i--)
    {
      gint64 amount = MIN (MIN (profile->left[i], cap), left);

      if (amount <= 0 || amount < spec->min_per_day || !is_allowed (profile, spec, (gint32) i))
        continue;
      take (profile, (gint32) i, (gint32) amount);
      left -= amount;
    }
  if (left == 0)
    turn_round (&profile->minutes, first);
  else
    segue_profile_give_back (profile, first);
  return left == 0;
}

/* Days and amounts that are tried for the last day of contiguous work. */
#define TRIED_ENDS 64
#define TRIED_AMOUNTS 16

/*
 * Lays contiguous work so that it ends on or after @end_from: from the first
 * such day that leaves room, backwards.
 */
static gboolean
fill_up_to (SegueProfile        *profile,
            const SegueStepSpec *spec,
            const SegueWindow   *window,
            gint64               left)
{
  gint32 limit = (gint32) MIN (window->end_until + 1, profile->calendar->limit);
  gint32 end = (gint32) MIN (window->end_from, limit);

  for (gint32 tried = 0; tried < TRIED_ENDS; tried++, end++)
    {
      gint32 most;

      end = next_free_day (profile, end, limit);
      if (end >= limit)
        return FALSE;
      most = (gint32) MIN (MIN (profile->left[end], cap_of (spec)), left);
      if (!is_allowed (profile, spec, end))
        continue;
      for (gint32 amount = most; amount > MAX (0, most - TRIED_AMOUNTS); amount--)
        if (fill_backward (profile, spec, window->start_from, end, amount, left))
          return TRUE;
    }
  return FALSE;
}

/**
 * segue_profile_place_work:
 * @profile: a profile
 * @spec: a work step
 * @window: where it may start and end
 * @placement: (out): where it lies then
 *
 * Places work as early as the hours left allow. Work without any minutes left
 * to do lies where its window begins.
 *
 * Returns: whether there was room; if not, nothing has changed
 */
gboolean
segue_profile_place_work (SegueProfile        *profile,
                          const SegueStepSpec *spec,
                          const SegueWindow   *window,
                          SeguePlacement      *placement)
{
  gint64 effort = MAX ((gint64) spec->effort[SEGUE_ESTIMATE_LIKELY] - spec->spent, 0);
  gint32 first = profile->minutes.n;
  SegueMinutes *parts;
  gboolean fits;

  placement->minutes.first = first;
  placement->minutes.n = 0;
  if (effort == 0)
    {
      placement->start = (gint32) window->start_from;
      placement->end = (gint32) MAX (window->start_from, window->end_from);
      return placement->start <= window->start_until && placement->end <= window->end_until;
    }
  fits = fill_forward (profile, spec, window->start_from, window->end_until, effort);
  if (fits && profile->minutes.items[profile->minutes.n - 1].day - profile->calendar->base < window->end_from)
    {
      if (spec->contiguous)
        {
          segue_profile_give_back (profile, first);
          fits = fill_up_to (profile, spec, window, effort);
        }
      else
        fits = stretch (profile, spec, window->end_from, window->end_until);
    }
  parts = fits ? &profile->minutes.items[first] : NULL;
  if (!fits || parts[0].day - profile->calendar->base > window->start_until)
    {
      segue_profile_give_back (profile, first);
      return FALSE;
    }
  placement->minutes.n = profile->minutes.n - first;
  placement->start = parts[0].day - profile->calendar->base;
  placement->end = parts[placement->minutes.n - 1].day - profile->calendar->base;
  return TRUE;
}

/**
 * segue_profile_place_plain:
 * @profile: a profile
 * @cap: the most minutes a day
 * @from: the first day it may lie on, from now
 * @minutes: more than 0
 * @placement: (out): where it lies then
 *
 * The same for work that may lie on any weekday with any amount, as most may, that
 * finds its first minutes on a day that is known. Nothing here asks twice.
 *
 * Returns: whether there was room; if not, nothing has changed
 */
gboolean
segue_profile_place_plain (SegueProfile   *profile,
                           gint32          cap,
                           gint32          from,
                           gint32          minutes,
                           SeguePlacement *placement)
{
  SegueMinuteList *list = &profile->minutes;
  gint32 base = profile->calendar->base;
  gint32 *left = profile->left;
  gint32 *skip = profile->skip;
  gint32 n = profile->n;
  gint32 first = list->n;
  gint32 n_parts = first;
  gint32 day = MIN (from, n);

  do
    {
      gint32 amount;

      while (skip[day] != day)
        {
          skip[day] = skip[skip[day]];
          day = skip[day];
        }
      if (day == n)
        {
          list->n = n_parts;
          if (n_parts == first || n == profile->calendar->limit)
            {
              segue_profile_give_back (profile, first);
              return FALSE;
            }
          segue_profile_reach (profile, n + 1);
          left = profile->left;
          skip = profile->skip;
          n = profile->n;
          continue;
        }
      amount = MIN (MIN (left[day], cap), minutes);
      left[day] -= amount;
      skip[day] += left[day] == 0;
      if (n_parts == list->room)
        segue_minute_list_grow (list);
      list->items[n_parts++] = (SegueMinutes) { base + day, amount };
      minutes -= amount;
      day++;
    }
  while (minutes > 0);
  list->n = n_parts;
  profile->touched = MAX (profile->touched, day);
  placement->start = list->items[first].day - base;
  placement->end = day - 1;
  placement->minutes = (SegueSlice) { first, n_parts - first };
  return TRUE;
}

static gboolean
wait_fits (SegueProfile        *profile,
           const SegueStepSpec *spec,
           gint32               index)
{
  gint32 load = spec->has_load ? spec->load[segue_profile_weekday (profile, index)] : 0;

  if (load > 0)
    {
      gint32 base = base_of (profile, index, 0);
      gint32 loaded = profile->loaded ? profile->loaded[index] : 0;
      gint32 lost;

      if ((gint64) loaded + load > profile->calendar->minutes[index])
        return FALSE;
      lost = base - base_of (profile, index, load);
      if (lost > profile->left[index])
        return FALSE;
    }
  for (gint32 i = 0; i < spec->n_needs; i++)
    {
      const SegueNeed *need = &profile->problem->needs[spec->first_need + i];
      gint64 wanted = need->per_day;

      for (gint32 k = 0; k < i; k++)
        if (profile->problem->needs[spec->first_need + k].pool == need->pool)
          wanted += profile->problem->needs[spec->first_need + k].per_day;
      if (wanted > profile->pools[(gsize) need->pool * profile->pool_stride + index])
        return FALSE;
    }
  return TRUE;
}

static void
load_day (SegueProfile        *profile,
          const SegueStepSpec *spec,
          gint32               index)
{
  gint32 load = spec->has_load ? spec->load[segue_profile_weekday (profile, index)] : 0;

  if (load > 0)
    {
      gint32 base = base_of (profile, index, 0);

      profile->loaded[index] += load;
      refresh_day (profile, index, base);
    }
  for (gint32 i = 0; i < spec->n_needs; i++)
    {
      const SegueNeed *need = &profile->problem->needs[spec->first_need + i];

      profile->pools[(gsize) need->pool * profile->pool_stride + index] -= need->per_day;
    }
}

static void
need_loads (SegueProfile *profile)
{
  if (profile->has_loads)
    return;
  profile->has_loads = TRUE;
  profile->loaded = g_new0 (gint32, MAX (profile->n, 1));
}

/**
 * segue_profile_put_wait:
 * @profile: a profile
 * @spec: a wait
 * @start: a day from which on the profile has room for it
 *
 * Takes what the wait takes of its days.
 */
void
segue_profile_put_wait (SegueProfile        *profile,
                        const SegueStepSpec *spec,
                        gint32               start)
{
  gint32 end = start + CLAMP (spec->days[SEGUE_ESTIMATE_LIKELY], 1, 100000000);

  if (!spec->has_load && spec->n_needs == 0)
    return;
  need_loads (profile);
  segue_profile_reach (profile, end);
  for (gint32 i = start; i < end; i++)
    load_day (profile, spec, i);
  profile->touched = MAX (profile->touched, end);
}

/**
 * segue_profile_place_wait:
 * @profile: a profile
 * @spec: a wait
 * @window: where it may start and end
 * @placement: (out): where it lies then
 *
 * Places a wait on the first days that have room for its load and its needs on
 * every one of them. A wait that takes nothing may lie anywhere.
 *
 * Returns: whether there was room; if not, nothing has changed
 */
gboolean
segue_profile_place_wait (SegueProfile        *profile,
                          const SegueStepSpec *spec,
                          const SegueWindow   *window,
                          SeguePlacement      *placement)
{
  gint64 length = CLAMP (spec->days[SEGUE_ESTIMATE_LIKELY], 1, 100000000);
  gint64 until = MIN (window->start_until, window->end_until - length + 1);
  gint64 start = MAX (window->start_from, window->end_from - length + 1);
  gint64 checked = start;
  gint64 hopeless;

  placement->minutes.first = profile->minutes.n;
  placement->minutes.n = 0;
  if (!spec->has_load && spec->n_needs == 0)
    {
      placement->start = (gint32) start;
      placement->end = (gint32) (start + length - 1);
      return start <= until;
    }
  need_loads (profile);
  hopeless = MAX (start, find_regular (profile)) + 7;
  while (start <= until && checked < start + length)
    {
      if (start >= hopeless || start + length > profile->calendar->limit)
        return FALSE;
      segue_profile_reach (profile, (gint32) checked + 1);
      if (!wait_fits (profile, spec, (gint32) checked))
        start = checked + 1;
      checked++;
    }
  if (start > until)
    return FALSE;
  for (gint64 i = start; i < start + length; i++)
    load_day (profile, spec, (gint32) i);
  profile->touched = MAX (profile->touched, (gint32) (start + length));
  placement->start = (gint32) start;
  placement->end = (gint32) (start + length - 1);
  return TRUE;
}

/**
 * segue_profile_place:
 * @profile: a profile
 * @spec: any step
 * @window: where it may start and end
 * @placement: (out): where it lies then
 *
 * Places work and waits as the functions above do, and all else where its window begins.
 *
 * Returns: whether there was room; if not, nothing has changed
 */
gboolean
segue_profile_place (SegueProfile        *profile,
                     const SegueStepSpec *spec,
                     const SegueWindow   *window,
                     SeguePlacement      *placement)
{
  switch (spec->type)
    {
    case SEGUE_STEP_WORK:
      return segue_profile_place_work (profile, spec, window, placement);
    case SEGUE_STEP_WAIT:
      return segue_profile_place_wait (profile, spec, window, placement);
    case SEGUE_STEP_MILESTONE:
    case SEGUE_STEP_PRACTICE:
    default:
      placement->minutes = (SegueSlice) { profile->minutes.n, 0 };
      placement->start = (gint32) window->start_from;
      placement->end = (gint32) (spec->type == SEGUE_STEP_MILESTONE
                                 ? window->start_from
                                 : MAX (window->start_from, window->end_from));
      return placement->start <= window->start_until && placement->end <= window->end_until;
    }
}
