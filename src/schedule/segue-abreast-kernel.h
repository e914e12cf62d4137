/* segue-abreast-kernel.h - the loops of segue-abreast.c, for one width of vectors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-kernel-begin.h"

/* ---- draws ------------------------------------------------------------- */

/* Work less what was spent on it; waits in days. Act after act, so that each table is read while it is near. */
INLINE void
KERNEL_NAME (draw_amounts) (const SegueAbreast *abreast,
                            const guint32 *base,
                            gint32         n,
                            const Act     *act,
                            gint16        *amounts)
{
  const SegueEstimateTable *table = act->act->table;
  const gint32 stride = abreast->sketch->n_acts * PER;
  gint16 each[BATCH] __attribute__ ((aligned (64)));

  for (gint32 i = 0; i < n; i += PER)
    *(Shorts *) (each + i) = KERNEL_NAME (draw_cells) (*(const Words *) (base + i / 2), act->act->keys);
  for (gint32 i = 0; i < n; i++)
    each[i] = (gint16) table->offsets[each[i]];
  for (gint32 i = 0; i < n; i += PER, amounts += stride)
    *(Shorts *) amounts = KERNEL_NAME (later) (*(Shorts *) (each + i) + KERNEL_NAME (all) (act->low), KERNEL_NAME (all) (act->least));
}

/* ---- hours ------------------------------------------------------------- */

INLINE void
KERNEL_NAME (refill) (const SegueAbreast *abreast,
                      Hours              *hours)
{
  const gint32 *minutes = abreast->sketch->minutes;

  for (gint32 word = hours->low; word <= hours->high; word++)
    {
      const gint32 end = MIN (word * 64 + 64, abreast->sketch->n_days);

      if (!hours->touched[word])
        continue;
      hours->touched[word] = FALSE;
      hours->open[word] = abreast->working[word];
      for (gint32 day = word * 64; day < end; day++)
        *(Shorts *) (hours->left + day * PER) = KERNEL_NAME (all) (minutes[day]);
    }
  hours_forget (hours, abreast->n_words);
}

/* What the acts of all draws, one of each, ask for on the way back. */
typedef struct
{
  Shorts minutes;
  Shorts cap;
  Shorts weekdays;
} KERNEL_NAME (Demand);

/* Takes minutes for one act from the days from @from on. @last is the day that
 * gave the last of them, or @from where there is nothing to take. Returns the
 * draws in which there was not enough. */
INLINE Shorts
KERNEL_NAME (take_there) (SegueAbreast *abreast,
                          const Act    *act,
                          Shorts        from,
                          Shorts        minutes,
                          Shorts       *last)
{
  const Shorts idle = minutes == 0, cap = KERNEL_NAME (all) (act->cap);
  const gint32 all_begun = KERNEL_NAME (latest) (from & ~idle);
  const gint32 begin = KERNEL_NAME (earliest) (from | (idle & G_MAXINT16));
  Hours *hours = &abreast->there;
  guint64 mask = ~G_GUINT64_CONSTANT (0) << begin % 64;

  *last = from;
  while (hours->first_open < abreast->n_words && hours->open[hours->first_open] == 0)
    hours->first_open++;
  if (begin / 64 < hours->first_open)
    mask = ~G_GUINT64_CONSTANT (0);
  for (gint32 word = MAX (begin / 64, hours->first_open); word < abreast->n_words; word++)
    {
      guint64 open = hours->open[word];

      for (guint64 days = open & act->days[word] & mask; days != 0; days &= days - 1)
        {
          const gint32 bit = __builtin_ctzll (days), day = word * 64 + bit;
          Shorts *left = (Shorts *) (hours->left + day * PER);
          const Shorts today = KERNEL_NAME (all) (day);
          Shorts part = KERNEL_NAME (earlier) (KERNEL_NAME (earlier) (*left, cap), minutes);

          if (day < all_begun)
            part &= from <= today;
          *left -= part;
          minutes -= part;
          *last = KERNEL_NAME (later) (*last, today & (part > 0));
          open ^= (guint64) KERNEL_NAME (is_zero) (*left) << bit;
          if (KERNEL_NAME (is_zero) (minutes))
            break;
        }
      hours_touch (hours, word);
      hours->open[word] = open;
      if (KERNEL_NAME (is_zero) (minutes))
        break;
      mask = ~G_GUINT64_CONSTANT (0);
    }
  return minutes > 0;
}

/* The same for an act of each draw, from the days from @from on back. @first and
 * @last are the days that gave the latest and the earliest of them. */
INLINE Shorts
KERNEL_NAME (take_back) (SegueAbreast               *abreast,
                         Shorts                      from,
                         const KERNEL_NAME (Demand) *demand,
                         Shorts                     *first,
                         Shorts                     *last)
{
  Shorts minutes = demand->minutes;
  const Shorts idle = minutes == 0;
  const gboolean is_any_day = KERNEL_NAME (is_zero) ((demand->weekdays ^ EVERY_DAY) & ~idle);
  const gint32 all_begun = KERNEL_NAME (earliest) (from | (idle & G_MAXINT16));
  const gint32 begin = KERNEL_NAME (latest) (from | idle);
  Hours *hours = &abreast->back;
  guint64 mask = (G_GUINT64_CONSTANT (2) << (begin & 63)) - 1;

  *first = from | ~idle;
  *last = from;
  if (begin < 0)
    return ~idle;
  while (hours->last_open >= 0 && hours->open[hours->last_open] == 0)
    hours->last_open--;
  if (begin / 64 > hours->last_open)
    mask = ~G_GUINT64_CONSTANT (0);
  for (gint32 word = MIN (begin / 64, hours->last_open); word >= 0; word--)
    {
      guint64 open = hours->open[word];

      for (guint64 days = open & mask; days != 0;)
        {
          const gint32 bit = 63 - __builtin_clzll (days), day = word * 64 + bit;
          Shorts *left = (Shorts *) (hours->left + day * PER);
          const Shorts today = KERNEL_NAME (all) (day);
          Shorts part = KERNEL_NAME (earlier) (KERNEL_NAME (earlier) (*left, demand->cap), minutes);
          Shorts takes;

          if (!is_any_day)
            part &= (demand->weekdays & KERNEL_NAME (all) (abreast->weekday[day])) != 0;
          if (day > all_begun)
            part &= from >= today;
          takes = part > 0;
          *left -= part;
          minutes -= part;
          *first = KERNEL_NAME (later) (*first, today & takes);
          *last = (today & takes) | (*last & ~takes);
          open ^= (guint64) KERNEL_NAME (is_zero) (*left) << bit;
          if (KERNEL_NAME (is_zero) (minutes))
            break;
          days ^= G_GUINT64_CONSTANT (1) << bit;
        }
      hours_touch (hours, word);
      hours->open[word] = open;
      if (KERNEL_NAME (is_zero) (minutes))
        break;
      mask = ~G_GUINT64_CONSTANT (0);
    }
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
KERNEL_NAME (place) (SegueAbreast *abreast,
                     const Act    *act,
                     const gint16 *amounts)
{
  const SegueSketchAct *a = act->act;
  Shorts amount = *(const Shorts *) (amounts + act->index * PER);
  Shorts *broken = (Shorts *) abreast->broken;
  Shorts start = KERNEL_NAME (raise) (KERNEL_NAME (all) (a->from_start), act->in, act->n_in);
  Shorts end = KERNEL_NAME (raise) (KERNEL_NAME (all) (a->from_end), act->in_end, act->n_in_end);

  if (a->type == SEGUE_STEP_WORK)
    {
      *broken |= KERNEL_NAME (take_there) (abreast, act, start, amount & ~*broken, &end);
    }
  else
    {
      /* A milestone takes no day, a wait of one day ends on the one on which it starts. */
      amount = (amount - 1) & KERNEL_NAME (all) (-(a->type == SEGUE_STEP_WAIT));
      end = KERNEL_NAME (later) (start + amount, end);
      if (act->has_until_start)
        *broken |= end - amount > KERNEL_NAME (all) (a->until_start);
    }
  *broken |= end > KERNEL_NAME (all) (act->until);
  /* Days of broken draws must not grow beyond 16 bits. */
  end &= ~*broken;
  *(Shorts *) (abreast->end + act->index * PER) = end;
  KERNEL_NAME (store_pairs) (abreast->lies + act->index * PER, amount, end);
  if (act->goal)
    *(Shorts *) act->goal = KERNEL_NAME (later) (*(Shorts *) act->goal, end);
}

/* ---- the order of the way back ------------------------------------------- */

/* Odd keys are those of acts that have to wait for another that ends on the same day. */
INLINE void
KERNEL_NAME (make_keys) (SegueAbreast *abreast)
{
  const Shorts broken = *(const Shorts *) abreast->broken;

  for (gint32 k = 0; k < abreast->n_limited; k++)
    KERNEL_NAME (store_pairs) (abreast->keys + k * PER, KERNEL_NAME (all) (2 * abreast->limited[k]),
                               G_MAXINT16 - *(const Shorts *) (abreast->end + abreast->limited[k] * PER));
  for (gint32 i = 0; i < abreast->n_twins; i++)
    {
      const Twin *twin = &abreast->twins[i];
      const Shorts same = (*(const Shorts *) twin->end == *(const Shorts *) twin->next_end) & ~broken;

      if (!KERNEL_NAME (is_zero) (same))
        {
          gint32 odd[SEGUE_ABREAST_MOST] __attribute__ ((aligned (64)));

          KERNEL_NAME (store_pairs) (odd, same & 1, KERNEL_NAME (all) (0));
          for (gint32 v = 0; v < 2; v++)
            ((Ints *) (abreast->keys + twin->key * PER))[v] |= ((const Ints *) odd)[v];
        }
    }
}

/* A network of comparisons, so that no draw goes another way than the rest: odd-even merging (Batcher 1968). */
INLINE void
KERNEL_NAME (sort_keys) (SegueAbreast *abreast)
{
  const gint32 n = abreast->n_limited;

  for (gint32 size = 1; size < n; size *= 2)
    for (gint32 apart = size; apart >= 1; apart /= 2)
      for (gint32 from = apart % size; from + apart < n; from += 2 * apart)
        {
          const gint32 end = MIN (from + apart, n - apart);

          if (apart < size && (from & (2 * size - 1)) == 2 * size - apart)
            continue;
          for (gint32 k = from; k < end; k++)
            KERNEL_NAME (put_in_order) (abreast->keys + k * PER, abreast->keys + (k + apart) * PER);
        }
}

INLINE void
KERNEL_NAME (list_by_end) (SegueAbreast *abreast)
{
  KERNEL_NAME (make_keys) (abreast);
  KERNEL_NAME (sort_keys) (abreast);
  for (gint32 k = 0; k < abreast->n_limited && abreast->n_twins > 0; k++)
    for (guint32 odd = KERNEL_NAME (find_odd) (abreast->keys + k * PER); odd != 0; odd &= odd - 1)
      order_twins (abreast, k, PER, __builtin_ctz (odd));
}

/* ---- and back ---------------------------------------------------------- */

/* What the k-th act of each draw is, and where it lies. */
INLINE void
KERNEL_NAME (look_up) (const SegueAbreast *abreast,
                       gint32         k,
                       Wish          *wish)
{
  const gint32 *keys = abreast->keys + k * PER;


  for (gint32 slot = 0; slot < PER; slot++)
    {
      const gint32 act = find_act (keys[slot]);

      wish->lies[slot] = abreast->lies[act * PER + slot];
      wish->limits[slot] = abreast->acts[act].limits;
    }
}

INLINE void
KERNEL_NAME (place_late) (SegueAbreast *abreast,
                          gint32   k,
                          Wish    *wish)
{
  const gint32 *keys = abreast->keys + k * PER;
  Shorts *broken = (Shorts *) abreast->broken;
  KERNEL_NAME (Demand) demand;
  Shorts end, least, length, is_work, first, last;


  for (gint32 slot = 0; slot < PER; slot++)
    wish->until[slot] = find_until (abreast, find_act (keys[slot]), wish->lies[slot], slot);
  end = KERNEL_NAME (load_low) (wish->until);
  is_work = KERNEL_NAME (load_high) (wish->until) < 0;
  least = KERNEL_NAME (load_high) (wish->lies);
  length = KERNEL_NAME (load_low) (wish->lies);
  *broken |= end < least;
  demand.minutes = length & is_work & ~*broken;
  demand.cap = KERNEL_NAME (load_low) (wish->limits);
  demand.weekdays = KERNEL_NAME (load_high) (wish->until) & EVERY_DAY;
  *broken |= KERNEL_NAME (take_back) (abreast, end & ~*broken, &demand, &first, &last);
  last -= length & ~is_work;
  *broken |= (first < least) | (last < KERNEL_NAME (load_high) (wish->limits));
  KERNEL_NAME (store_pairs) (wish->latest, first, last);

  for (gint32 slot = 0; slot < PER; slot++)
    abreast->latest[find_act (keys[slot]) * PER + slot] = wish->latest[slot];
}

/* What is to be looked up for an act is looked up while the one before is placed. */
INLINE void
KERNEL_NAME (place_all_late) (SegueAbreast *abreast)
{
  Wish wishes[2];

  if (abreast->n_limited > 0)
    KERNEL_NAME (look_up) (abreast, 0, &wishes[0]);
  for (gint32 k = 0; k < abreast->n_limited; k++)
    {
      if (k + 1 < abreast->n_limited)
        KERNEL_NAME (look_up) (abreast, k + 1, &wishes[(k + 1) % 2]);
      KERNEL_NAME (place_late) (abreast, k, &wishes[k % 2]);
    }
}

/* ---- counting ---------------------------------------------------------- */

INLINE void
KERNEL_NAME (count_ends) (const SegueAbreast *abreast,
                          const gint16  *row,
                          SegueEnds     *ends)
{
  const SegueDay now = abreast->sketch->problem->now;
  const Shorts end = *(const Shorts *) row;
  guint16 place[SEGUE_ABREAST_MOST] __attribute__ ((aligned (64)));
  Ushorts places = (Ushorts) (end - KERNEL_NAME (all) (ends->base - now));

  if (!KERNEL_NAME (is_zero) ((Shorts) (places >= (Ushorts) KERNEL_NAME (all) (ends->n))))
    {
      segue_ends_cover (ends, now + KERNEL_NAME (earliest) (end), now + KERNEL_NAME (latest) (end));
      places = (Ushorts) (end - KERNEL_NAME (all) (ends->base - now));
    }
  *(Ushorts *) place = places;
  for (gint32 i = 0; i < PER; i++)
    ends->counts[place[i]]++;
  ends->n_ends += (guint32) PER;
}

INLINE void
KERNEL_NAME (count) (SegueAbreast *abreast,
                     SegueAbreastCounts *counts)
{
  const Shorts broken = *(const Shorts *) abreast->broken;
  const gboolean all_kept = KERNEL_NAME (is_zero) (broken);

  for (gint32 k = 0; k < abreast->n_limited; k++)
    {
      const gint32 act = abreast->limited[k];
      const Shorts latest = KERNEL_NAME (load_low) (abreast->latest + act * PER);

      *(Shorts *) (abreast->critical + act * PER) += (latest == *(const Shorts *) (abreast->end + act * PER)) & ~broken;
    }
  for (gint32 act = 0; act < abreast->sketch->n_acts && all_kept; act++)
    KERNEL_NAME (count_ends) (abreast, abreast->end + act * PER, &counts->ends[act]);
  for (gint32 i = 0; i < abreast->n_goals && all_kept; i++)
    KERNEL_NAME (count_ends) (abreast, abreast->goal_end + i * PER, &counts->goal_ends[abreast->goals[i]]);
  if (all_kept)
    counts->n_kept += PER;
  else
    count_kept (abreast, counts);
}

/* ---- all of it --------------------------------------------------------- */

INLINE void
KERNEL_NAME (lay_out) (SegueAbreast *abreast,
                       const gint16 *amounts)
{
  *(Shorts *) abreast->broken = KERNEL_NAME (all) (0);
  for (gint32 i = 0; i < abreast->n_goals; i++)
    *(Shorts *) (abreast->goal_end + i * PER) = KERNEL_NAME (all) (MAX (abreast->done_end[abreast->goals[i]], -1));
  for (gint32 k = 0; k < abreast->sketch->n_acts; k++)
    KERNEL_NAME (place) (abreast, &abreast->acts[abreast->sketch->sequence[k]], amounts);
  KERNEL_NAME (list_by_end) (abreast);
  KERNEL_NAME (place_all_late) (abreast);
  KERNEL_NAME (refill) (abreast, &abreast->there);
  KERNEL_NAME (refill) (abreast, &abreast->back);
}

KERNEL_TARGET static void
KERNEL_NAME (run) (SegueAbreast *abreast,
                   gint32              first,
                   gint32              n,
                   SegueAbreastCounts *counts,
                   GArray             *broken)
{
  guint32 base[BATCH / 2] __attribute__ ((aligned (64)));

  for (gint32 i = 0; i < n / 2; i++)
    base[i] = segue_random_base (abreast->key, (guint32) (first / 2 + i));
  for (gint32 act = 0; act < abreast->sketch->n_acts; act++)
    if (abreast->acts[act].is_drawn)
      KERNEL_NAME (draw_amounts) (abreast, base, n, &abreast->acts[act], abreast->amounts + act * PER);
  for (gint32 i = 0; i < n; i += PER)
    {
      KERNEL_NAME (lay_out) (abreast, abreast->amounts + i * abreast->sketch->n_acts);
      KERNEL_NAME (count) (abreast, counts);
      tell_broken (abreast, first + i, broken);
    }
}

#include "schedule/segue-kernel-end.h"
