/* segue-rcpsp-timetable.c - what must run when, and what therefore cannot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between its latest start and its earliest end an activity runs for sure:
 *
 *     earliest   ├────────────┤
 *     latest             ├────────────┤
 *     sure               ######
 *
 * What all sure parts leave free is kept packed like the decoder's profile
 * (segue-rcpsp-net.c). An activity is pushed off slots where that is too
 * little; the reason names one slot, and those that hold it (pointwise
 * explanation; Schutt, Feydy, Stuckey, Wallace, Constraints 16, 2011).
 */
#include "schedule/segue-rcpsp-timetable.h"

#include <string.h>

static inline gint32
get_earliest (const SegueTimetable *timetable,
              gint32                i)
{
  return timetable->learner->low[2 * i];
}

static inline gint32
get_latest (const SegueTimetable *timetable,
            gint32                i)
{
  return -timetable->learner->low[2 * i + 1];
}

static inline gboolean
fits (const SegueTimetable *timetable,
      gint32                i,
      gint32                slot)
{
  const gint32 n_planes = timetable->packing.n_planes;

  for (gint32 p = 0; p < n_planes; p++)
    if ((~(timetable->free[slot * n_planes + p] - timetable->need[i * n_planes + p])
         & timetable->packing.guard[p]) != 0)
      return FALSE;
  return TRUE;
}

static inline void
take (SegueTimetable *timetable,
      gint32          i,
      gint32          begin,
      gint32          end)
{
  const gint32 n_planes = timetable->packing.n_planes;

  for (gint32 slot = begin; slot < end; slot++)
    for (gint32 p = 0; p < n_planes; p++)
      timetable->free[slot * n_planes + p] -= timetable->need[i * n_planes + p];
}

static inline void
give_back (SegueTimetable *timetable,
           gint32          i,
           gint32          begin,
           gint32          end)
{
  const gint32 n_planes = timetable->packing.n_planes;

  for (gint32 slot = begin; slot < end; slot++)
    for (gint32 p = 0; p < n_planes; p++)
      timetable->free[slot * n_planes + p] += timetable->need[i * n_planes + p];
}

static gboolean
is_sure (const SegueTimetable *timetable,
         gint32                i,
         gint32                slot)
{
  return get_latest (timetable, i) <= slot
         && slot < get_earliest (timetable, i) + timetable->problem->duration[i];
}

static void
add_reason (SegueTimetable *timetable,
            gint32          side,
            gint32          value)
{
  const SegueAtom atom = { side, value };

  g_array_append_val (timetable->reason, atom);
}

/* That i runs in @slot for sure. */
static void
add_sure (SegueTimetable *timetable,
          gint32          i,
          gint32          slot)
{
  add_reason (timetable, 2 * i, slot - timetable->problem->duration[i] + 1);
  add_reason (timetable, 2 * i + 1, -slot);
}

/* A resource of which @slot has less than @i needs. */
static gint32
find_short (const SegueTimetable *timetable,
            gint32                i,
            gint32                slot)
{
  const gint32 n_planes = timetable->packing.n_planes;
  gint32 r = 0;

  for (;; r++)
    {
      const gint32 p = timetable->packing.plane[r];

      if (p >= 0 && ((timetable->free[slot * n_planes + p] - timetable->need[i * n_planes + p])
                     & timetable->packing.bit[r]) == 0)
        return r;
    }
}

/* Adds to the reason the activities because of which @i cannot run in @slot:
 * few with large needs of one resource that is short. */
static void
add_holders (SegueTimetable *timetable,
             gint32          i,
             gint32          slot)
{
  const SegueRcpsp *problem = timetable->problem;
  const gint32 r = find_short (timetable, i, slot);
  const gint32 *users = timetable->by_need + r * problem->n;
  gint64 used = problem->need[i * problem->n_resources + r];

  for (gint32 k = 0; used <= problem->capacity[r]; k++)
    {
      g_assert (k < timetable->n_users[r]);
      if (users[k] == i || !is_sure (timetable, users[k], slot))
        continue;
      add_sure (timetable, users[k], slot);
      used += problem->need[users[k] * problem->n_resources + r];
    }
}

/* Takes one more slot for the sure part of @i, or notes the conflict. */
static gboolean
extend (SegueTimetable *timetable,
        gint32          i,
        gint32          slot)
{
  if (!fits (timetable, i, slot))
    {
      GArray *conflict = timetable->learner->conflict;

      g_array_set_size (timetable->reason, 0);
      add_sure (timetable, i, slot);
      add_holders (timetable, i, slot);
      g_array_set_size (conflict, 0);
      g_array_append_vals (conflict, timetable->reason->data, timetable->reason->len);
      return FALSE;
    }
  take (timetable, i, slot, slot + 1);
  timetable->changed_begin = MIN (timetable->changed_begin, slot);
  timetable->changed_end = MAX (timetable->changed_end, slot + 1);
  return TRUE;
}

/* Lets go of what is taken for @i beyond its sure part of now. */
static void
shrink (SegueTimetable *timetable,
        gint32          i)
{
  const gint32 begin = get_latest (timetable, i);
  const gint32 end = get_earliest (timetable, i) + timetable->problem->duration[i];
  const gint32 kept_begin = MAX (begin, timetable->begin[i]);
  const gint32 kept_end = MIN (end, timetable->end[i]);

  if (kept_begin >= kept_end)
    {
      give_back (timetable, i, timetable->begin[i], timetable->end[i]);
      timetable->begin[i] = timetable->end[i] = begin;
      return;
    }
  give_back (timetable, i, timetable->begin[i], kept_begin);
  give_back (timetable, i, kept_end, timetable->end[i]);
  timetable->begin[i] = kept_begin;
  timetable->end[i] = kept_end;
}

/* Takes what the sure part of @i has more than is taken for it. */
static gboolean
grow (SegueTimetable *timetable,
      gint32          i)
{
  const gint32 begin = get_latest (timetable, i);
  const gint32 end = get_earliest (timetable, i) + timetable->problem->duration[i];

  for (; timetable->end[i] < end; timetable->end[i]++)
    if (!extend (timetable, i, timetable->end[i]))
      return FALSE;
  for (; begin < end && timetable->begin[i] > begin; timetable->begin[i]--)
    if (!extend (timetable, i, timetable->begin[i] - 1))
      return FALSE;
  return TRUE;
}

static gboolean
push (SegueTimetable *timetable,
      gint32          i,
      gint32          slot,
      SegueAtom       told,
      SegueAtom       pushed)
{
  gint32 reason;

  g_array_set_size (timetable->reason, 0);
  g_array_append_val (timetable->reason, told);
  add_holders (timetable, i, slot);
  reason = segue_learner_store (timetable->learner, (const SegueAtom *) (gpointer) timetable->reason->data,
                                timetable->reason->len);
  return segue_learner_raise (timetable->learner, pushed, SEGUE_REASON_ATOMS, reason);
}

/* Where @i would run from its earliest start on, but not for sure. */
static gboolean
push_later (SegueTimetable *timetable,
            gint32          i)
{
  const gint32 duration = timetable->problem->duration[i];
  gint32 slot = MIN (get_earliest (timetable, i) + duration, get_latest (timetable, i)) - 1;

  for (; slot >= get_earliest (timetable, i); slot--)
    if (!fits (timetable, i, slot))
      {
        if (!push (timetable, i, slot, (SegueAtom) { 2 * i, slot - duration + 1 },
                   (SegueAtom) { 2 * i, slot + 1 }))
          return FALSE;
        slot = MIN (get_earliest (timetable, i) + duration, get_latest (timetable, i));
      }
  return TRUE;
}

static gboolean
push_earlier (SegueTimetable *timetable,
              gint32          i)
{
  const gint32 duration = timetable->problem->duration[i];
  gint32 slot = MAX (get_earliest (timetable, i) + duration, get_latest (timetable, i));

  for (; slot < get_latest (timetable, i) + duration; slot++)
    if (!fits (timetable, i, slot))
      {
        if (!push (timetable, i, slot, (SegueAtom) { 2 * i + 1, -slot },
                   (SegueAtom) { 2 * i + 1, duration - slot }))
          return FALSE;
        slot = MAX (get_earliest (timetable, i) + duration, get_latest (timetable, i)) - 1;
      }
  return TRUE;
}

static gboolean
is_due (const SegueTimetable *timetable,
        gint32                i)
{
  const gint32 earliest = get_earliest (timetable, i), latest = get_latest (timetable, i);

  if (earliest == latest)
    return FALSE;
  if (timetable->seen[2 * i] != earliest || timetable->seen[2 * i + 1] != latest)
    return TRUE;
  return earliest < timetable->changed_end
         && latest + timetable->problem->duration[i] > timetable->changed_begin;
}

/**
 * segue_timetable_propagate:
 *
 * Brings the sure parts up to the limits of now and pushes what they leave no
 * room for. What that raises may make more parts sure: call again until
 * nothing is raised.
 *
 * Returns: %FALSE on a conflict, which the learner then has
 */
gboolean
segue_timetable_propagate (SegueTimetable *timetable)
{
  const gint32 n = timetable->problem->n;

  for (gint32 i = 0; i < n; i++)
    shrink (timetable, i);
  for (gint32 i = 0; i < n; i++)
    if (!grow (timetable, i))
      return FALSE;
  for (gint32 i = 0; i < n; i++)
    if (is_due (timetable, i))
      {
        if (!push_later (timetable, i) || !push_earlier (timetable, i))
          return FALSE;
        timetable->seen[2 * i] = get_earliest (timetable, i);
        timetable->seen[2 * i + 1] = get_latest (timetable, i);
      }
  timetable->changed_begin = G_MAXINT32;
  timetable->changed_end = G_MININT32;
  return TRUE;
}

static void
sort_users (SegueTimetable *timetable,
            gint32          r)
{
  const SegueRcpsp *problem = timetable->problem;
  const gint32 *need = problem->need + r;
  gint32 *users = timetable->by_need + r * problem->n;
  gint32 n = 0;

  for (gint32 i = 0; i < problem->n; i++)
    {
      gint32 place = n;

      if (problem->duration[i] == 0 || need[i * problem->n_resources] == 0)
        continue;
      for (; place > 0 && need[users[place - 1] * problem->n_resources] < need[i * problem->n_resources]; place--)
        users[place] = users[place - 1];
      users[place] = i;
      n++;
    }
  timetable->n_users[r] = n;
}

/**
 * segue_timetable_init:
 * @learner: outlives the timetable
 * @horizon: no latest end lies behind it
 */
void
segue_timetable_init (SegueTimetable   *timetable,
                      SegueLearner     *learner,
                      const SegueRcpsp *problem,
                      gint32            horizon)
{
  const gsize n = (gsize) problem->n;

  memset (timetable, 0, sizeof *timetable);
  timetable->learner = learner;
  timetable->problem = problem;
  timetable->horizon = horizon;
  segue_rcpsp_packing_init (&timetable->packing, problem);
  timetable->need = g_new (guint32, n * (gsize) timetable->packing.n_planes + 1);
  timetable->free = g_new (guint32, (gsize) (horizon + 1) * (gsize) timetable->packing.n_planes);
  timetable->begin = g_new0 (gint32, n + 1);
  timetable->end = g_new0 (gint32, n + 1);
  timetable->seen = g_new (gint32, 2 * n + 1);
  timetable->by_need = g_new (gint32, n * (gsize) problem->n_resources + 1);
  timetable->n_users = g_new0 (gint32, problem->n_resources + 1);
  timetable->reason = g_array_new (FALSE, FALSE, sizeof (SegueAtom));
  timetable->changed_begin = G_MAXINT32;
  timetable->changed_end = G_MININT32;
  for (gint32 k = 0; k < problem->n * timetable->packing.n_planes; k++)
    timetable->need[k] = segue_rcpsp_packing_need (&timetable->packing, problem, k / timetable->packing.n_planes,
                                                   k % timetable->packing.n_planes);
  for (gint32 k = 0; k < (horizon + 1) * timetable->packing.n_planes; k++)
    timetable->free[k] = timetable->packing.full[k % timetable->packing.n_planes];
  for (gsize k = 0; k < 2 * n; k++)
    timetable->seen[k] = -1;
  for (gint32 r = 0; r < problem->n_resources; r++)
    sort_users (timetable, r);
}

void
segue_timetable_clear (SegueTimetable *timetable)
{
  segue_rcpsp_packing_clear (&timetable->packing);
  g_clear_pointer (&timetable->need, g_free);
  g_clear_pointer (&timetable->free, g_free);
  g_clear_pointer (&timetable->begin, g_free);
  g_clear_pointer (&timetable->end, g_free);
  g_clear_pointer (&timetable->seen, g_free);
  g_clear_pointer (&timetable->by_need, g_free);
  g_clear_pointer (&timetable->n_users, g_free);
  g_clear_pointer (&timetable->reason, g_array_unref);
}
