/* segue-sweep.c - what comes of a point's lying on this day or that
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-sweep.h"

#include "core/segue-layout-private.h"

struct _SegueSweep
{
  gatomicrefcount ref_count;
  SegueLayout *layout;
  SeguePoint point;
  SegueDay from;
  int n_grants;
  SegueKept *kept; /* n_grants for each day */
  SegueExploration *exploration;
};

G_DEFINE_BOXED_TYPE (SegueSweep, segue_sweep, segue_sweep_ref, segue_sweep_unref)

static gboolean
is_leaving (SegueSweep *self)
{
  return self->point.step == self->layout->leaving.step &&
         (self->point.side == self->layout->leaving.side ||
          self->layout->problem.steps[self->point.step].type == SEGUE_STEP_MILESTONE);
}

/* The last day of employment: the day asked about, even if the plan does not
 * hold then, or where that brings the point of leaving. */
static SegueDay
find_leaving (SegueSweep          *self,
              const SegueSchedule *schedule,
              gint32               i)
{
  SeguePoint leaving = self->layout->leaving;

  if (leaving.step < 0)
    return SEGUE_DAY_NONE;
  if (is_leaving (self))
    return self->from + i;
  if (!schedule->steps[leaving.step].active)
    return SEGUE_DAY_NONE;
  return leaving.side == SEGUE_SIDE_START ? schedule->steps[leaving.step].start : schedule->steps[leaving.step].end;
}

static void
note_grants_cb (const SegueSchedule *schedule,
                gint32               i,
                gpointer             data)
{
  SegueSweep *self = data;
  SegueDay leaving = find_leaving (self, schedule, i);

  for (int j = 0; j < self->n_grants; j++)
    {
      const SegueRecord *grant = segue_layout_get_grant (self->layout, j);
      SegueKept *kept = &self->kept[i * self->n_grants + j];
      gint64 units = 0;
      gint32 n;
      g_autofree SegueTranche *tranches = segue_layout_vest_by (self->layout, schedule, grant, &n);

      for (gint32 k = 0; k < n; k++)
        units += tranches[k].units;
      kept->kept = leaving == SEGUE_DAY_NONE ? units : segue_grant_vested (tranches, n, leaving);
      kept->forfeited = units - kept->kept;
      kept->exercisable_until = segue_layout_get_exercisable_until (self->layout, grant, leaving);
    }
}

/**
 * segue_sweep_new:
 * @layout: a plan that was laid out
 * @point: a point of one of its steps
 * @from: the first day to try
 * @until: the last day to try
 * @cancelled: (nullable): becomes nonzero, in any thread, to give up
 *
 * Solves the plan once for each day of the range; nothing but @layout is
 * touched, so that it can be done in any thread.
 *
 * Returns: (transfer full) (nullable): what each day brings; %NULL only if
 *   @cancelled
 */
SegueSweep *
segue_sweep_new (SegueLayout *layout,
                 SeguePoint   point,
                 SegueDay     from,
                 SegueDay     until,
                 const gint  *cancelled)
{
  g_autoptr (SegueSweep) self = NULL;

  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (point.step >= 0 && point.step < layout->problem.n_steps, NULL);

  self = g_new0 (SegueSweep, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->layout = segue_layout_ref (layout);
  self->point = point;
  self->from = from;
  self->n_grants = segue_layout_count_grants (layout);
  self->kept = g_new0 (SegueKept, (gsize) self->n_grants * (gsize) MAX (until - from + 1, 0));
  self->exploration = segue_schedule_explore (&layout->problem, point, from, until, note_grants_cb, self, cancelled);
  return self->exploration ? g_steal_pointer (&self) : NULL;
}

/**
 * segue_sweep_ref:
 * @self: a sweep
 *
 * Returns: (transfer full): @self
 */
SegueSweep *
segue_sweep_ref (SegueSweep *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * segue_sweep_unref:
 * @self: (transfer full): a sweep
 */
void
segue_sweep_unref (SegueSweep *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->exploration, segue_exploration_free);
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->layout, segue_layout_unref);
  g_free (self);
}

/**
 * segue_sweep_get_layout:
 * @self: a sweep
 *
 * Returns: (transfer none): the layout whose indexes it speaks in
 */
SegueLayout *
segue_sweep_get_layout (SegueSweep *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->layout;
}

/**
 * segue_sweep_get_point:
 * @self: a sweep
 *
 * Returns: the point that was laid on each day
 */
SeguePoint
segue_sweep_get_point (SegueSweep *self)
{
  g_return_val_if_fail (self != NULL, ((SeguePoint) { -1, SEGUE_SIDE_START }));

  return self->point;
}

/**
 * segue_sweep_get_exploration:
 * @self: a sweep
 *
 * Returns: (transfer none): the days, the runs of days on which the plan
 *   holds, and the routes of goals
 */
const SegueExploration *
segue_sweep_get_exploration (SegueSweep *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->exploration;
}

/**
 * segue_sweep_get_kept:
 * @self: a sweep
 * @day: an index of the exploration's days
 * @grant: an index of the layout's grants
 *
 * Returns: (transfer none) (nullable): what one leaves with of the grant
 */
const SegueKept *
segue_sweep_get_kept (SegueSweep *self,
                      int         day,
                      int         grant)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (day < 0 || day >= self->exploration->n_days || grant < 0 || grant >= self->n_grants)
    return NULL;
  return &self->kept[day * self->n_grants + grant];
}
