/* segue-grant.c - what vests when, and until when it can be exercised
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "schedule/segue-schedule.h"

/*
 * Vesting is a clock that starts on vest_from. Where leave does not count the
 * clock stands still on its days, so a date that lies behind the leave's first
 * day moves by the leave's length, and may thereby come to lie behind the next:
 *
 *   vest_from ────────┬── leave ──┬──────── date ········► date + leave
 *                   begin        end
 *
 * A date on the leave's first day does not move: what it rewards is served.
 */

static gint
compare_tranches (gconstpointer a,
                  gconstpointer b,
                  gpointer      unused)
{
  const SegueTranche *x = a, *y = b;

  return (x->date > y->date) - (x->date < y->date);
}

static gint
compare_leaves (gconstpointer a,
                gconstpointer b,
                gpointer      unused)
{
  const SegueLeave *x = a, *y = b;

  return (x->begin > y->begin) - (x->begin < y->begin);
}

/* floor (units × months / total) without leaving 64 bits */
static gint64
units_after (const SegueGrantSpec *grant,
             gint32                months)
{
  gint64 whole = grant->units / grant->total_months;
  gint64 rest = grant->units % grant->total_months;

  return whole * months + rest * months / grant->total_months;
}

static void
add_tranche (GArray   *tranches,
             SegueDay  date,
             gint64    units)
{
  SegueTranche tranche = { date, units };

  if (units > 0)
    g_array_append_val (tranches, tranche);
}

static void
vest_by_months (const SegueGrantSpec *grant,
                GArray               *tranches)
{
  gint32 last = MAX (grant->total_months, grant->cliff_months);
  gint32 every = grant->every_months > 0 ? grant->every_months : last;
  gint64 vested = 0;

  for (gint64 months = every; months < last; months += every)
    {
      gint64 units;

      if (months < grant->cliff_months)
        continue;
      units = units_after (grant, (gint32) months);
      add_tranche (tranches, segue_day_add_months (grant->vest_from, (int) months), units - vested);
      vested = units;
    }
  add_tranche (tranches, segue_day_add_months (grant->vest_from, last), grant->units - vested);
}

static void
vest_by_tranches (const SegueGrantSpec *grant,
                  GArray               *tranches)
{
  for (gint32 i = 0; i < grant->n_tranches; i++)
    add_tranche (tranches, grant->tranches[i].date, grant->tranches[i].units);
  g_sort_array (tranches->data, tranches->len, sizeof (SegueTranche), compare_tranches, NULL);
}

/* Days on which the clock stands still, in order and none of them twice. */
static GArray *
merge_leaves (const SegueLeave *leaves,
              gint32            n_leaves,
              SegueDay          vest_from)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (SegueLeave));
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (SegueLeave));
  SegueDay reached = vest_from;

  if (n_leaves > 0)
    g_array_append_vals (sorted, leaves, (guint) n_leaves);
  g_sort_array (sorted->data, sorted->len, sizeof (SegueLeave), compare_leaves, NULL);
  for (guint i = 0; i < sorted->len; i++)
    {
      SegueLeave leave = g_array_index (sorted, SegueLeave, i);

      leave.begin = MAX (leave.begin, reached);
      if (leave.end <= leave.begin)
        continue;
      g_array_append_val (merged, leave);
      reached = leave.end;
    }
  g_array_unref (sorted);
  return merged;
}

static void
shift_by_leaves (GArray       *tranches,
                 const GArray *leaves)
{
  for (guint i = 0; i < tranches->len; i++)
    {
      SegueTranche *tranche = &g_array_index (tranches, SegueTranche, i);

      for (guint k = 0; k < leaves->len; k++)
        {
          const SegueLeave *leave = &g_array_index (leaves, SegueLeave, k);

          if (tranche->date > leave->begin)
            tranche->date += leave->end - leave->begin;
        }
    }
}

/**
 * segue_grant_vest:
 * @grant: a grant; where it has no tranches, total_months is at least 1
 * @leaves: (array length=n_leaves) (nullable): unpaid leave, in any order
 * @n_leaves: how many
 * @n_tranches: (out): how many tranches there are
 *
 * Every vest date on which something vests, with the units of that date alone.
 * By months these are the multiples of every_months from the cliff on, and
 * total_months (or the cliff, if later), which brings the rest.
 *
 * Returns: (transfer full) (nullable): the tranches by date; free with g_free()
 */
SegueTranche *
segue_grant_vest (const SegueGrantSpec *grant,
                  const SegueLeave     *leaves,
                  gint32                n_leaves,
                  gint32               *n_tranches)
{
  g_autoptr (GArray) tranches = NULL;

  g_return_val_if_fail (n_tranches != NULL, NULL);
  *n_tranches = 0;
  g_return_val_if_fail (grant != NULL, NULL);
  g_return_val_if_fail (grant->n_tranches > 0 || grant->total_months > 0, NULL);

  tranches = g_array_new (FALSE, FALSE, sizeof (SegueTranche));
  if (grant->n_tranches > 0)
    vest_by_tranches (grant, tranches);
  else
    vest_by_months (grant, tranches);
  if (!grant->leave_counts)
    {
      g_autoptr (GArray) merged = merge_leaves (leaves, n_leaves, grant->vest_from);

      shift_by_leaves (tranches, merged);
    }
  *n_tranches = (gint32) tranches->len;
  return g_array_steal (tranches, NULL);
}

/**
 * segue_grant_vested:
 * @tranches: (array length=n_tranches) (nullable): what segue_grant_vest() gave
 * @n_tranches: how many
 * @as_of: a day
 *
 * Returns: the units vested at the end of @as_of
 */
gint64
segue_grant_vested (const SegueTranche *tranches,
                    gint32              n_tranches,
                    SegueDay            as_of)
{
  gint64 units = 0;

  for (gint32 i = 0; i < n_tranches; i++)
    if (tranches[i].date <= as_of)
      units += tranches[i].units;
  return units;
}

/**
 * segue_grant_exercisable_until:
 * @grant: a grant
 * @leaving: the last day of employment, or %SEGUE_DAY_NONE
 *
 * The answer may lie before exercise_from: then there is no such day.
 *
 * Returns: the last day on which vested units can be exercised, or
 *   %SEGUE_DAY_NONE where nothing limits it
 */
SegueDay
segue_grant_exercisable_until (const SegueGrantSpec *grant,
                               SegueDay              leaving)
{
  SegueDay until;

  g_return_val_if_fail (grant != NULL, SEGUE_DAY_NONE);

  until = grant->exercise_until;
  if (leaving == SEGUE_DAY_NONE || grant->exercise_after_leaving_days < 0)
    return until;
  leaving += grant->exercise_after_leaving_days;
  return until == SEGUE_DAY_NONE ? leaving : MIN (until, leaving);
}
