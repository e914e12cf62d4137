/* segue-abreast-kernel.h - the loops of segue-abreast.c, for one width of vectors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-kernel-begin.h"

INLINE void
KERNEL_NAME (refill) (const Abreast *abreast,
                      Hours         *hours)
{
  for (gint32 day = hours->full.low; day <= hours->full.high; day++)
    *(Shorts *) (hours->left + day * PER) = KERNEL_NAME (all) (abreast->sketch->minutes[day]);
  segue_full_days_reset (&hours->full);
}

/* The first, or on the way back the last, day from which a draw takes anything. */
INLINE gint32
KERNEL_NAME (find_outermost) (Shorts from,
                              Shorts minutes,
                              gint32 way)
{
  const Shorts idle = minutes == 0;
  Shorts each = way > 0 ? from | (idle & G_MAXINT16) : (from & ~idle) | idle;
  gint32 day = each[0];

  for (gint32 i = 1; i < PER; i++)
    day = way > 0 ? MIN (day, each[i]) : MAX (day, each[i]);
  return day;
}

/* Takes @minutes from the days from @from on, in steps of @way. @first and @last
 * are the days that gave the first and the last of them, or @from where there is
 * nothing to take. Returns the draws in which there was not enough. */
INLINE Shorts
KERNEL_NAME (take_hours) (const Abreast *abreast,
                          Hours         *hours,
                          gint32         way,
                          Shorts         from,
                          Shorts         minutes,
                          Shorts         cap,
                          Shorts         weekdays,
                          Shorts        *first,
                          Shorts        *last)
{
  const gint32 n_days = abreast->sketch->n_days;
  const gboolean is_any_day = KERNEL_NAME (is_zero) ((weekdays ^ EVERY_DAY) & (minutes > 0));
  gint32 day;

  *first = *last = from;
  if (KERNEL_NAME (is_zero) (minutes))
    return minutes;
  *first |= minutes > 0;
  day = KERNEL_NAME (find_outermost) (from, minutes, way);
  if (day >= n_days)
    return minutes > 0;
  segue_full_days_touch (&hours->full, day);
  for (day = segue_full_days_find (&hours->full, day); day >= 0 && day < n_days;
       day = segue_full_days_find (&hours->full, day + way))
    {
      Shorts *left = (Shorts *) (hours->left + day * PER);
      const Shorts today = KERNEL_NAME (all) (day);
      const Shorts waits = way > 0 ? from > today : from < today;
      Shorts part = KERNEL_NAME (earlier) (KERNEL_NAME (earlier) (*left, cap), minutes) & ~waits;
      Shorts takes;

      if (!is_any_day)
        part &= (weekdays & KERNEL_NAME (all) (abreast->weekday[day])) != 0;
      takes = part > 0;
      *left -= part;
      minutes -= part;
      *first = KERNEL_NAME (later) (*first, (today & takes) | ~takes);
      *last = (today & takes) | (*last & ~takes);
      if (KERNEL_NAME (is_zero) (*left))
        hours->full.skip[day] = day + way;
      if (KERNEL_NAME (is_zero) (minutes))
        break;
    }
  segue_full_days_touch (&hours->full, day);
  return minutes > 0;
}

/* ---- there ------------------------------------------------------------- */

INLINE Shorts
KERNEL_NAME (raise) (Shorts      days,
                     const Link *links,
                     gint32      n)
{
  for (gint32 k = 0; k < n; k++)
    days = KERNEL_NAME (later) (days, *(const Shorts *) links[k].row + KERNEL_NAME (all) (links[k].lag));
  return days;
}

INLINE void
KERNEL_NAME (place) (Abreast *abreast,
                     gint32   index)
{
  const Act *act = &abreast->acts[index];
  const SegueSketchAct *a = act->act;
  const Shorts amount = *(const Shorts *) (abreast->amount + index * PER);
  Shorts *broken = (Shorts *) abreast->base.broken;
  Shorts start = KERNEL_NAME (raise) (KERNEL_NAME (all) (a->from_start), act->in, act->n_in);
  Shorts end = KERNEL_NAME (raise) (KERNEL_NAME (all) (a->from_end), act->in_end, act->n_in_end);

  if (a->type == SEGUE_STEP_MILESTONE)
    end = KERNEL_NAME (later) (start, end);
  else if (a->type == SEGUE_STEP_WAIT)
    end = KERNEL_NAME (later) (start + amount - 1, end);
  else
    {
      *broken |= KERNEL_NAME (take_hours) (abreast, &abreast->there, 1, start, amount & ~*broken,
                                           KERNEL_NAME (all) (act->cap), KERNEL_NAME (all) (act->weekdays),
                                           &start, &end);
    }
  *broken |= end > KERNEL_NAME (all) (act->until);
  if (a->type == SEGUE_STEP_WAIT && a->until_start < abreast->sketch->n_days)
    *broken |= end - amount + 1 > KERNEL_NAME (all) (a->until_start);
  /* Days of broken draws must not grow beyond 16 bits. */
  *(Shorts *) (abreast->base.end + index * PER) = end & ~*broken;
}

/* ---- and back ---------------------------------------------------------- */

/* The k-th act of each draw. */
INLINE void
KERNEL_NAME (place_late) (Abreast *abreast,
                          gint32   k)
{
  const gint32 n = abreast->sketch->n_acts;
  Shorts *broken = (Shorts *) abreast->base.broken;
  Wish wish;
  Shorts end, first, last;

  for (gint32 i = 0; i < PER; i++)
    wish_for (abreast, abreast->by_end[i * n + k], PER, i, &wish);
  end = *(const Shorts *) wish.end;
  *broken |= end < *(const Shorts *) wish.least_end;
  *broken |= KERNEL_NAME (take_hours) (abreast, &abreast->back, -1, end & ~*broken,
                                       *(const Shorts *) wish.minutes & ~*broken, *(const Shorts *) wish.cap,
                                       *(const Shorts *) wish.weekdays, &first, &last);
  last -= *(const Shorts *) wish.length;
  *broken |= (first < *(const Shorts *) wish.least_end) | (last < *(const Shorts *) wish.least_start);
  *(Shorts *) wish.end = first;
  *(Shorts *) wish.length = last;
  for (gint32 i = 0; i < PER; i++)
    {
      const gint32 at = abreast->by_end[i * n + k] * PER + i;

      abreast->base.latest_end[at] = wish.end[i];
      abreast->latest_start[at] = wish.length[i];
    }
}

KERNEL_TARGET static void
KERNEL_NAME (run) (SegueAbreast *base,
                   gint32        first)
{
  Abreast *abreast = (Abreast *) base;

  for (gint32 i = 0; i < abreast->sketch->n_acts; i++)
    KERNEL_NAME (place) (abreast, abreast->sketch->sequence[i]);
  list_by_end (abreast);
  for (gint32 k = 0; k < abreast->n_limited; k++)
    KERNEL_NAME (place_late) (abreast, k);
  KERNEL_NAME (refill) (abreast, &abreast->there);
  KERNEL_NAME (refill) (abreast, &abreast->back);
}

#include "schedule/segue-kernel-end.h"
