/* segue-test-conflicts.c - whether conflicts are true, smallest and measured right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-validator.h"

#include "support/segue-test-model.h"
#include "support/segue-test-network.h"

/* Of longer sets only so many members are left out to see whether they matter. */
#define TRIED_MEMBERS 64

typedef struct
{
  const SegueProblem *problem;
  const SegueSchedule *schedule;
  const SegueConflict *conflict;
  gint32 index;
  gint32 *chosen; /* as seen from the route whose conflict it is */
} Check;

static char *
check_slices (Check *check)
{
  const SegueConflict *conflict = check->conflict;
  const SegueSchedule *schedule = check->schedule;
  const SegueSlice slices[] = { conflict->rules, conflict->steps };
  const gint32 limits[] = { check->problem->n_rules, check->problem->n_steps };

  for (int s = 0; s < 2; s++)
    {
      if (slices[s].n < 0 || slices[s].first < 0 || slices[s].first + (gint64) slices[s].n > schedule->n_refs)
        return g_strdup_printf ("the members of conflict %d lie outside", check->index);
      for (gint32 i = 0; i < slices[s].n; i++)
        {
          gint32 member = schedule->refs[slices[s].first + i];

          if (member < 0 || member >= limits[s])
            return g_strdup_printf ("conflict %d has member %d", check->index, member);
          for (gint32 k = 0; k < i && i < 1000; k++)
            if (schedule->refs[slices[s].first + k] == member)
              return g_strdup_printf ("conflict %d names %d twice", check->index, member);
        }
    }
  if (conflict->remedies.n < 0 || conflict->remedies.first < 0 ||
      conflict->remedies.first + (gint64) conflict->remedies.n > schedule->n_remedies)
    return g_strdup_printf ("the remedies of conflict %d lie outside", check->index);
  return NULL;
}

static gint32
rule_at (Check  *check,
         gint32  i)
{
  return check->schedule->refs[check->conflict->rules.first + i];
}

static SegueTestNetwork *
network_of_members (Check *check)
{
  const SegueProblem *problem = check->problem;
  SegueTestNetwork *network = segue_test_network_new (problem);
  g_autofree gboolean *given = g_new0 (gboolean, MAX (1, problem->n_steps));

  for (gint32 i = 0; i < check->conflict->rules.n; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[rule_at (check, i)];

      segue_test_network_add_rule (network, rule_at (check, i));
      given[rule->point.step] = TRUE;
      if (rule->relation == SEGUE_RELATION_AFTER)
        given[rule->other.step] = TRUE;
    }
  for (gint32 i = 0; i < problem->n_steps; i++)
    if (given[i])
      segue_test_network_add_step (network, i);
  return network;
}

static char *
check_dates (Check *check)
{
  g_autoptr (SegueTestNetwork) network = NULL;
  gint32 n = check->conflict->rules.n;
  gint64 gap;

  if (n == 0)
    return g_strdup_printf ("conflict %d of dates has no rule", check->index);
  for (gint32 i = 0; i < n; i++)
    if (!segue_test_rule_active (check->problem, rule_at (check, i), check->chosen))
      return g_strdup_printf ("conflict %d names rule %d, which binds nothing there", check->index, rule_at (check, i));
  network = network_of_members (check);
  if (segue_test_network_consistent (network, -1))
    return g_strdup_printf ("conflict %d is none: its rules can all hold", check->index);
  for (gint32 i = 0; i < n; i += 1 + n / TRIED_MEMBERS)
    if (!segue_test_network_consistent (network, rule_at (check, i)))
      return g_strdup_printf ("conflict %d does not need rule %d", check->index, rule_at (check, i));
  gap = segue_test_network_gap (network, rule_at (check, 0));
  if (gap != check->conflict->gap)
    return g_strdup_printf ("conflict %d has a gap of %" G_GINT64_FORMAT " days, not %d", check->index, gap,
                            check->conflict->gap);
  return NULL;
}

/* All that a practice wants of the window. */
static gint64
load_in_window (Check               *check,
                const SegueStepSpec *step)
{
  gint64 wanted = 0;

  for (gint64 day = check->conflict->from; day <= check->conflict->until && step->has_load; day++)
    wanted += step->load[segue_day_get_weekday ((SegueDay) day)];
  return wanted;
}

/* All that the listed steps still want. */
static gint64
all_that_is_wanted (Check *check)
{
  gint64 wanted = 0;

  for (gint32 i = 0; i < check->conflict->steps.n; i++)
    {
      const SegueStepSpec *step = &check->problem->steps[check->schedule->refs[check->conflict->steps.first + i]];

      wanted += segue_test_remaining (step);
      if (step->type == SEGUE_STEP_PRACTICE)
        wanted += load_in_window (check, step);
      if (step->type == SEGUE_STEP_WAIT)
        for (int weekday = 0; weekday < 7 && step->has_load; weekday++)
          wanted += (gint64) step->load[weekday] * ((step->days[SEGUE_ESTIMATE_LIKELY] + 6) / 7);
    }
  return wanted;
}

/* Minutes of the calendar in the window, a bound of what can be there. */
static gint64
all_there_is (Check *check)
{
  gint64 minutes = 0;

  for (gint64 day = check->conflict->from; day <= check->conflict->until; day++)
    minutes += segue_test_capacity (check->problem, (SegueDay) day);
  return minutes;
}

/* What all the listed steps together need of the pool on a day. */
static char *
check_pool (Check *check)
{
  const SegueProblem *problem = check->problem;
  const SegueConflict *conflict = check->conflict;
  gint64 wanted = 0;

  if (conflict->pool >= problem->n_pools)
    return g_strdup_printf ("conflict %d names pool %d", check->index, conflict->pool);
  for (gint32 i = 0; i < conflict->steps.n; i++)
    {
      const SegueStepSpec *step = &problem->steps[check->schedule->refs[conflict->steps.first + i]];

      for (gint32 k = 0; k < step->n_needs; k++)
        if (problem->needs[step->first_need + k].pool == conflict->pool)
          wanted += problem->needs[step->first_need + k].per_day;
    }
  if (conflict->available != problem->pools[conflict->pool] || conflict->needed > wanted)
    return g_strdup_printf ("conflict %d needs %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " of pool %d, which has %d; its "
                            "steps want %" G_GINT64_FORMAT, check->index, conflict->needed, conflict->available,
                            conflict->pool, problem->pools[conflict->pool], wanted);
  return NULL;
}

static char *
check_hours (Check *check)
{
  const SegueConflict *conflict = check->conflict;

  if (conflict->steps.n == 0)
    return g_strdup_printf ("conflict %d of hours has no step", check->index);
  if (conflict->from > conflict->until)
    return g_strdup_printf ("conflict %d has the window %d to %d", check->index, conflict->from, conflict->until);
  if (conflict->from < check->problem->now)
    return g_strdup_printf ("conflict %d has a window that begins before now", check->index);
  if (conflict->shortage != conflict->needed - conflict->available || conflict->shortage <= 0 || conflict->available < 0)
    return g_strdup_printf ("conflict %d needs %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT ", short %" G_GINT64_FORMAT,
                            check->index, conflict->needed, conflict->available, conflict->shortage);
  for (gint32 i = 0; i < conflict->steps.n; i++)
    if (!segue_test_step_active (check->problem, check->schedule->refs[conflict->steps.first + i], check->chosen))
      return g_strdup_printf ("conflict %d names a step that is not active there", check->index);
  if (conflict->pool >= 0)
    return check_pool (check);
  if (conflict->needed > all_that_is_wanted (check))
    return g_strdup_printf ("conflict %d needs %" G_GINT64_FORMAT " minutes, its steps want %" G_GINT64_FORMAT,
                            check->index, conflict->needed, all_that_is_wanted (check));
  if (conflict->available > all_there_is (check))
    return g_strdup_printf ("conflict %d says %" G_GINT64_FORMAT " minutes are there, in its window are %" G_GINT64_FORMAT,
                            check->index, conflict->available, all_there_is (check));
  return NULL;
}

static char *
check_exclusive (Check *check)
{
  const SegueExclusiveSpec *exclusive;
  gint32 n = 0;

  if (check->conflict->exclusive < 0 || check->conflict->exclusive >= check->problem->n_exclusives)
    return g_strdup_printf ("conflict %d names declaration %d", check->index, check->conflict->exclusive);
  exclusive = &check->problem->exclusives[check->conflict->exclusive];
  for (gint32 i = 0; i < exclusive->n_routes; i++)
    n += segue_test_route_active (check->problem, exclusive->routes[i], check->chosen);
  for (gint32 i = 0; i < exclusive->n_steps; i++)
    n += segue_test_step_active (check->problem, exclusive->steps[i], check->chosen);
  if (n < 2)
    return g_strdup_printf ("conflict %d says that %d is broken, of which %d are active", check->index,
                            check->conflict->exclusive, n);
  return NULL;
}

/* A route whose dates conflict has no conflict of hours. */
static char *
check_order (Check *check)
{
  const SegueConflict *mine = check->conflict;

  for (gint32 i = 0; i < check->schedule->n_conflicts && check->schedule->n_conflicts < 1000; i++)
    {
      const SegueConflict *other = &check->schedule->conflicts[i];

      if (mine->kind == SEGUE_CONFLICT_HOURS && other->kind == SEGUE_CONFLICT_DATES &&
          mine->goal == other->goal && mine->route == other->route)
        return g_strdup_printf ("conflict %d looks at hours where %d is of dates", check->index, i);
    }
  return NULL;
}

static char *
check_conflict (Check *check)
{
  char *wrong = check_slices (check);

  if (wrong)
    return wrong;
  switch (check->conflict->kind)
    {
    case SEGUE_CONFLICT_DATES:
      return check_dates (check);
    case SEGUE_CONFLICT_HOURS:
      wrong = check_hours (check);
      return wrong ? wrong : check_order (check);
    case SEGUE_CONFLICT_EXCLUSIVE:
      return check_exclusive (check);
    default:
      return g_strdup_printf ("conflict %d is of kind %d", check->index, check->conflict->kind);
    }
}

/* Returns: (transfer full) (nullable): the first claim that is not true */
char *
segue_test_validate_conflicts (const SegueProblem  *problem,
                               const SegueSchedule *schedule)
{
  for (gint32 i = 0; i < schedule->n_conflicts; i++)
    {
      g_autofree gint32 *chosen = segue_test_chosen_routes (schedule);
      Check check = { problem, schedule, &schedule->conflicts[i], i, chosen };
      char *wrong;

      if (check.conflict->route >= 0)
        chosen[problem->routes[check.conflict->route].goal] = check.conflict->route;
      wrong = check_conflict (&check);
      if (wrong)
        return wrong;
    }
  return NULL;
}
