/* segue-hours-table.c - hours planned against hours there are, by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-hours-table.h"

/* As far as the engine looks. */
#define MAX_DAYS (101 * 366)

/*
 * Column 0 is the capacity, column 1 + goal what is planned for a goal, and
 * the last what is planned for no goal. Row i holds the sum of all days before
 * begin + i, so that a span is a difference of two rows.
 */
struct _SegueHoursTable
{
  SegueDay begin;
  int n_days;
  int n_columns;
  gint64 *sums;
};

static gint64 *
cell (SegueHoursTable *self, int column, SegueDay day)
{
  return &self->sums[(gsize) (day - self->begin + 1) * self->n_columns + column];
}

static void
find_range (const SegueProblem *problem, const SegueSchedule *schedule, SegueDay *begin, SegueDay *end)
{
  *begin = problem->now;
  *end = problem->now;

  for (int i = 0; i < schedule->n_steps; i++)
    {
      const SegueStepResult *result = &schedule->steps[i];

      if (!result->active || result->start == SEGUE_DAY_NONE || problem->steps[i].type == SEGUE_STEP_MILESTONE)
        continue;

      *begin = MIN (*begin, result->start);
      *end = MAX (*end, result->end + 1);
    }

  *end = MIN (*end, *begin + MAX_DAYS);
}

static void
fill_capacity (SegueHoursTable *self, const SegueProblem *problem)
{
  SegueDay end = self->begin + self->n_days;

  for (SegueDay day = self->begin; day < end; day++)
    *cell (self, 0, day) = problem->week[segue_day_get_weekday (day)];

  for (int i = 0; i < problem->n_periods; i++)
    {
      const SeguePeriod *period = &problem->periods[i];

      for (SegueDay day = MAX (period->begin, self->begin); day < MIN (period->end, end); day++)
        if (period->minutes[segue_day_get_weekday (day)] >= 0)
          *cell (self, 0, day) = period->minutes[segue_day_get_weekday (day)];
    }

  for (int i = 0; i < problem->n_days_off; i++)
    if (problem->days_off[i] >= self->begin && problem->days_off[i] < end)
      *cell (self, 0, problem->days_off[i]) = 0;
}

static gint64
get_left (SegueHoursTable *self, SegueDay day)
{
  gint64 left = *cell (self, 0, day);

  for (int column = 1; column < self->n_columns; column++)
    left -= *cell (self, column, day);

  return MAX (left, 0);
}

/* A wait takes its load; a practice takes what the day still has. */
static void
fill_load (SegueHoursTable *self, const SegueStepSpec *spec, const SegueStepResult *result, int column)
{
  SegueDay end = MIN (result->end + 1, self->begin + self->n_days);

  for (SegueDay day = MAX (result->start, self->begin); day < end; day++)
    {
      gint64 load = spec->load[segue_day_get_weekday (day)];

      if (spec->type == SEGUE_STEP_PRACTICE)
        load = MIN (load, get_left (self, day));
      *cell (self, column, day) += load;
    }
}

static void
fill_steps (SegueHoursTable *self, const SegueProblem *problem, const SegueSchedule *schedule, SegueStepType type)
{
  for (int i = 0; i < schedule->n_steps; i++)
    {
      const SegueStepSpec *spec = &problem->steps[i];
      const SegueStepResult *result = &schedule->steps[i];
      int column = spec->goal < 0 ? self->n_columns - 1 : spec->goal + 1;

      if (spec->type != type || !result->active || result->start == SEGUE_DAY_NONE)
        continue;

      if (spec->has_load && type != SEGUE_STEP_WORK)
        fill_load (self, spec, result, column);

      for (int j = result->minutes.first; j < result->minutes.first + result->minutes.n; j++)
        {
          const SegueMinutes *minutes = &schedule->minutes[j];

          if (minutes->day >= self->begin && minutes->day < self->begin + self->n_days)
            *cell (self, column, minutes->day) += minutes->minutes;
        }
    }
}

static void
sum_up (SegueHoursTable *self)
{
  for (int row = 1; row <= self->n_days; row++)
    for (int column = 0; column < self->n_columns; column++)
      self->sums[(gsize) row * self->n_columns + column] += self->sums[(gsize) (row - 1) * self->n_columns + column];
}

static gint64
get_sum (SegueHoursTable *self, int column, SegueDay begin, SegueDay end)
{
  SegueDay last = self->begin + self->n_days;

  begin = CLAMP (begin, self->begin, last);
  end = CLAMP (end, begin, last);

  return *cell (self, column, end - 1) - *cell (self, column, begin - 1);
}

/**
 * segue_hours_table_new:
 *
 * Returns: (transfer full): the hours of a schedule
 */
SegueHoursTable *
segue_hours_table_new (const SegueProblem *problem, const SegueSchedule *schedule)
{
  SegueHoursTable *self = g_new0 (SegueHoursTable, 1);
  SegueDay end;

  find_range (problem, schedule, &self->begin, &end);
  self->n_days = end - self->begin;
  self->n_columns = problem->n_goals + 2;
  self->sums = g_new0 (gint64, ((gsize) self->n_days + 1) * self->n_columns);

  fill_capacity (self, problem);
  fill_steps (self, problem, schedule, SEGUE_STEP_WAIT);
  fill_steps (self, problem, schedule, SEGUE_STEP_WORK);
  fill_steps (self, problem, schedule, SEGUE_STEP_PRACTICE);
  sum_up (self);

  return self;
}

void
segue_hours_table_free (SegueHoursTable *self)
{
  g_free (self->sums);
  g_free (self);
}

SegueDay
segue_hours_table_get_begin (SegueHoursTable *self)
{
  return self->begin;
}

/**
 * segue_hours_table_get_end:
 *
 * Returns: the day after the last one on which something takes time
 */
SegueDay
segue_hours_table_get_end (SegueHoursTable *self)
{
  return self->begin + self->n_days;
}

/**
 * segue_hours_table_get_capacity:
 *
 * Returns: the minutes that a person has on [@begin, @end)
 */
gint64
segue_hours_table_get_capacity (SegueHoursTable *self, SegueDay begin, SegueDay end)
{
  return get_sum (self, 0, begin, end);
}

/**
 * segue_hours_table_get_planned:
 * @goal: the index of a goal, or -1 for steps without one
 *
 * Returns: the minutes that are planned for @goal on [@begin, @end)
 */
gint64
segue_hours_table_get_planned (SegueHoursTable *self, int goal, SegueDay begin, SegueDay end)
{
  g_return_val_if_fail (goal < self->n_columns - 2, 0);

  return get_sum (self, goal < 0 ? self->n_columns - 1 : goal + 1, begin, end);
}
