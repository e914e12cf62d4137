/* segue-test-hours.c - whether minutes and pools are there for what is placed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-validator.h"

#include "support/segue-test-model.h"

/* What one day gives to waits and to work. */
typedef struct
{
  gint64 waits;
  gint64 work;
} Use;

typedef struct
{
  const SegueProblem *problem;
  const SegueSchedule *schedule;
  GHashTable *uses;  /* by day */
  GArray *practices; /* that are laid out */
} Check;

static Use *
use_of (Check    *check,
        SegueDay  day)
{
  Use *use = g_hash_table_lookup (check->uses, GINT_TO_POINTER (day));

  if (use == NULL)
    {
      use = g_new0 (Use, 1);
      g_hash_table_insert (check->uses, GINT_TO_POINTER (day), use);
    }
  return use;
}

static gboolean
is_laid_out (Check  *check,
             gint32  step)
{
  return check->schedule->steps[step].active && check->schedule->steps[step].start != SEGUE_DAY_NONE &&
         check->problem->steps[step].status != SEGUE_STATUS_DONE;
}

static gint64
practices_on (Check    *check,
              SegueDay  day)
{
  gint64 minutes = 0;

  for (guint i = 0; i < check->practices->len; i++)
    {
      gint32 step = g_array_index (check->practices, gint32, i);

      if (day >= check->schedule->steps[step].start && day <= check->schedule->steps[step].end)
        minutes += segue_test_load (&check->problem->steps[step], day);
    }
  return minutes;
}

/* What waits and practices leave of a day, and work has not taken. */
static gint64
left_over (Check    *check,
           SegueDay  day)
{
  const Use *use = g_hash_table_lookup (check->uses, GINT_TO_POINTER (day));
  gint64 left = segue_test_capacity (check->problem, day) - practices_on (check, day);

  left -= use ? use->waits : 0;
  return MAX (0, left) - (use ? use->work : 0);
}

static char *
check_minutes (Check  *check,
               gint32  index)
{
  const SegueStepSpec *step = &check->problem->steps[index];
  const SegueStepResult *result = &check->schedule->steps[index];
  const SegueMinutes *minutes;
  gint32 n = result->minutes.n;
  gint64 sum = 0;

  if (result->minutes.first < 0 || n < 0 || result->minutes.first + (gint64) n > check->schedule->n_minutes)
    return g_strdup_printf ("the minutes of step %d lie outside", index);
  minutes = n > 0 ? &check->schedule->minutes[result->minutes.first] : NULL;
  if (n > 0 && step->type != SEGUE_STEP_WORK)
    return g_strdup_printf ("step %d is no work and has minutes", index);
  if (n > 0 && (minutes[0].day != result->start || minutes[n - 1].day != result->end))
    return g_strdup_printf ("step %d works from %d to %d, told are %d to %d", index, minutes[0].day,
                            minutes[n - 1].day, result->start, result->end);
  for (gint32 i = 0; i < n; i++)
    {
      if (minutes[i].minutes <= 0 || (i > 0 && minutes[i].day <= minutes[i - 1].day))
        return g_strdup_printf ("step %d has %d minutes on %d, out of order", index, minutes[i].minutes, minutes[i].day);
      if (minutes[i].minutes > segue_test_day_limit (step, minutes[i].day))
        return g_strdup_printf ("step %d has %d minutes on %d, too many", index, minutes[i].minutes, minutes[i].day);
      if (i < n - 1 && minutes[i].minutes < step->min_per_day)
        return g_strdup_printf ("step %d has %d minutes on %d, too few", index, minutes[i].minutes, minutes[i].day);
      sum += minutes[i].minutes;
    }
  if (is_laid_out (check, index) && sum != segue_test_remaining (step))
    return g_strdup_printf ("step %d is given %" G_GINT64_FORMAT " minutes of %d", index, sum, segue_test_remaining (step));
  if (!is_laid_out (check, index) && n > 0)
    return g_strdup_printf ("step %d has minutes and no place", index);
  return NULL;
}

static void
add_uses (Check  *check,
          gint32  index)
{
  const SegueStepSpec *step = &check->problem->steps[index];
  const SegueStepResult *result = &check->schedule->steps[index];

  for (gint32 i = 0; i < result->minutes.n; i++)
    {
      const SegueMinutes *minutes = &check->schedule->minutes[result->minutes.first + i];

      use_of (check, minutes->day)->work += minutes->minutes;
    }
  if (step->type != SEGUE_STEP_WAIT || !step->has_load || !is_laid_out (check, index))
    return;
  for (SegueDay day = result->start; day <= result->end; day++)
    if (segue_test_load (step, day) > 0)
      use_of (check, day)->waits += segue_test_load (step, day);
}

static char *
check_uses (Check *check)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, check->uses);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      SegueDay day = GPOINTER_TO_INT (key);
      const Use *use = value;
      gint32 capacity = segue_test_capacity (check->problem, day);

      if (use->waits > capacity)
        return g_strdup_printf ("waits take %" G_GINT64_FORMAT " of the %d minutes on %d", use->waits, capacity, day);
      if (use->work > 0 && left_over (check, day) < 0)
        return g_strdup_printf ("work takes %" G_GINT64_FORMAT " minutes on %d, of %d, waits %" G_GINT64_FORMAT
                                " and practices %" G_GINT64_FORMAT, use->work, day, capacity, use->waits,
                                practices_on (check, day));
    }
  return NULL;
}

static char *
check_contiguous (Check  *check,
                  gint32  index)
{
  const SegueStepSpec *step = &check->problem->steps[index];
  const SegueStepResult *result = &check->schedule->steps[index];
  gint32 next = 0;

  if (!step->contiguous || step->type != SEGUE_STEP_WORK || result->minutes.n == 0)
    return NULL;
  for (SegueDay day = result->start; day <= result->end; day++)
    {
      if (check->schedule->minutes[result->minutes.first + next].day == day)
        next++;
      else if (MIN (left_over (check, day), segue_test_day_limit (step, day)) >= MAX (1, step->min_per_day))
        return g_strdup_printf ("step %d is contiguous and leaves %d unused", index, day);
    }
  return NULL;
}

static char *
check_pools (Check *check)
{
  const SegueProblem *problem = check->problem;
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (gint32 i = 0; i < problem->n_steps; i++)
    for (gint32 k = 0; k < problem->steps[i].n_needs && is_laid_out (check, i); k++)
      for (SegueDay day = check->schedule->steps[i].start; day <= check->schedule->steps[i].end; day++)
        {
          const SegueNeed *need = &problem->needs[problem->steps[i].first_need + k];
          gint64 key = (gint64) day * problem->n_pools + need->pool;
          gint64 *amount = g_hash_table_lookup (used, &key);

          if (amount == NULL)
            g_hash_table_insert (used, g_memdup2 (&key, sizeof key), amount = g_new0 (gint64, 1));
          *amount += need->per_day;
          if (*amount > problem->pools[need->pool])
            return g_strdup_printf ("pool %d is overdrawn on %d", need->pool, day);
        }
  return NULL;
}

/* Returns: (transfer full) (nullable): the first claim that is not true */
char *
segue_test_validate_hours (const SegueProblem  *problem,
                           const SegueSchedule *schedule)
{
  g_autoptr (GHashTable) uses = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) practices = g_array_new (FALSE, FALSE, sizeof (gint32));
  Check check = { problem, schedule, uses, practices };
  char *wrong = NULL;

  for (gint32 i = 0; i < problem->n_steps; i++)
    if (problem->steps[i].type == SEGUE_STEP_PRACTICE && is_laid_out (&check, i))
      g_array_append_val (practices, i);
  for (gint32 i = 0; i < problem->n_steps && !wrong; i++)
    wrong = check_minutes (&check, i);
  for (gint32 i = 0; i < problem->n_steps && !wrong; i++)
    add_uses (&check, i);
  if (!wrong)
    wrong = check_uses (&check);
  for (gint32 i = 0; i < problem->n_steps && !wrong; i++)
    wrong = check_contiguous (&check, i);
  return wrong ? wrong : check_pools (&check);
}
