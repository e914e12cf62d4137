/* segue-exact.c - small plans to the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Branch and bound over days. Each node of the search holds, for each point,
 * the days it may still have; rules and hours narrow them, and a flow from
 * work to days has to carry all that is left. If it cannot, nothing below can.
 * If it can, the days it uses are looked at as a schedule, and only where that
 * breaks something the days are split:
 *
 *                 a ends on x, b begins too soon
 *                  /                          \
 *        a ends before x             a ends on x or later,
 *                                    so b begins later
 *
 * So the search takes as many nodes as there are collisions, not days. (Splits
 * where the relaxation is wrong: Land & Doig 1960; the relaxation with windows:
 * Federgruen & Groenevelt, Management Science 32, 1986.)
 *
 * What was done is counted in cells of days and points, no clock is read.
 */
#include "schedule/segue-exact.h"
#include "schedule/segue-exact-node.h"

#include <string.h>

#define MAX_CELLS 100000
#define MAX_NODES 600
#define MAX_DEPTH 1000
#define BUDGET_TO_EXIST 4000000
#define BUDGET_TO_IMPROVE 1000000
#define BUDGET_TO_IMPROVE_LARGE 250000 /* a drag waits for it */
#define LARGE_CELLS 2500
#define BUDGET_TURNED 4000000

/* ---- worth ------------------------------------------------------------- */

static gint64
late_days (const SegueExact *exact,
           gint32            act,
           gint32            value)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, act);
  gint64 end = (gint64) exact->placer->base + value;

  if (spec->type == SEGUE_STEP_PRACTICE || spec->target == SEGUE_DAY_NONE)
    return 0;
  if (spec->type == SEGUE_STEP_WAIT)
    end += segue_step_length (spec) - 1;
  return MAX (end - spec->target, 0) * spec->importance;
}

/* Days by which the upper side of a rule that gave way is broken, if its points
 * lie where @point and @other say. */
static gint64
broken_days (const SegueExact *exact,
             gint32            rule,
             const gint32     *point,
             const gint32     *other)
{
  const SegueRuleSpec *spec = &exact->placer->problem->rules[rule];
  SeguePlace place = segue_network_locate (exact->network, spec->point);
  SeguePlace other_place = { -1, 0 };
  gint64 base = exact->placer->base;
  gint64 limit = spec->date;

  if (place.node < 0 || spec->relation == SEGUE_RELATION_NOT_BEFORE)
    return 0;
  if (spec->relation == SEGUE_RELATION_AFTER)
    {
      if (!spec->has_max)
        return 0;
      other_place = segue_network_locate (exact->network, spec->other);
      limit = other_place.offset + (other_place.node < 0 ? 0 : base + other[other_place.node]) +
              segue_rule_shift (exact->placer->problem, spec) + spec->max;
    }
  return MAX (base + point[place.node] + place.offset - limit, 0);
}

/* Whether nothing below can be better than what has been found. */
static gboolean
is_bounded (const SegueExact *exact)
{
  const SeguePlacer *placer = exact->placer;
  gint64 late = 0, broken = 0;

  if (!placer->found)
    return FALSE;
  for (gint32 act = 0; act < exact->network->n_acts; act++)
    late += late_days (exact, act, exact->low[exact->network->act_node[act + 1] - 1]);
  for (gint32 i = 0; i < placer->n_soft; i++)
    broken += broken_days (exact, placer->soft[i], exact->low, exact->high);
  return broken > placer->score.broken || (broken == placer->score.broken && late >= placer->score.late);
}

/* The point of a rule that gave way which could be better here. */
static gboolean
split_broken (const SegueExact *exact,
              SegueSplit       *split)
{
  for (gint32 i = 0; i < exact->placer->n_soft; i++)
    {
      const SegueRuleSpec *rule = &exact->placer->problem->rules[exact->placer->soft[i]];
      SeguePlace place = segue_network_locate (exact->network, rule->point);
      SeguePlace other;

      if (broken_days (exact, exact->placer->soft[i], exact->value, exact->value) == 0)
        continue;
      if (exact->value[place.node] > exact->low[place.node])
        {
          *split = (SegueSplit) { place.node, exact->value[place.node] - 1, FALSE, -1, 0 };
          return TRUE;
        }
      if (rule->relation != SEGUE_RELATION_AFTER)
        continue;
      other = segue_network_locate (exact->network, rule->other);
      if (other.node >= 0 && exact->value[other.node] < exact->high[other.node])
        {
          *split = (SegueSplit) { other.node, exact->value[other.node], TRUE, -1, 0 };
          return TRUE;
        }
    }
  return FALSE;
}

/* The step behind its target that could be better most. */
static gboolean
split_late (const SegueExact *exact,
            SegueSplit       *split)
{
  gint64 most = 0;

  for (gint32 act = 0; act < exact->network->n_acts; act++)
    {
      gint32 node = exact->network->act_node[act + 1] - 1;
      gint64 worth = late_days (exact, act, exact->value[node]) - late_days (exact, act, exact->low[node]);
      gint32 least = exact->low[node];

      if (worth <= most)
        continue;
      while (late_days (exact, act, least + 1) == 0)
        least++;
      most = worth;
      *split = (SegueSplit) { node, least + (exact->value[node] - 1 - least) / 2, FALSE, -1, 0 };
    }
  return most > 0;
}

/* ---- solutions --------------------------------------------------------- */

static void
take_minutes (SegueExact *exact,
              gint32      work)
{
  SeguePlacer *placer = exact->placer;
  SeguePlacement *placement = &placer->placement[exact->works[work]];
  const gint32 *minutes = exact->flow.minutes + (gsize) work * (gsize) exact->n_days;

  placement->minutes = (SegueSlice) { placer->profile.minutes.n, 0 };
  for (gint32 day = placement->start; day <= placement->end; day++)
    {
      if (minutes[day] == 0)
        continue;
      segue_minute_list_add (&placer->profile.minutes, placer->base + day, minutes[day]);
      placement->minutes.n++;
    }
}

static void
take_solution (SegueExact *exact)
{
  SeguePlacer *placer = exact->placer;
  const SegueNetwork *network = exact->network;

  placer->profile.minutes.n = 0;
  segue_placer_need_places (placer);
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      SeguePlacement *placement = &placer->placement[act];
      const SegueStepSpec *spec = segue_exact_spec (exact, act);

      placement->minutes = (SegueSlice) { 0, 0 };
      placement->start = exact->value[network->act_node[act]];
      placement->end = exact->value[network->act_node[act + 1] - 1];
      if (spec->type == SEGUE_STEP_WAIT)
        placement->end += segue_step_length (spec) - 1;
    }
  for (gint32 node = 0; node < network->n_nodes; node++)
    placer->value[node] = placer->base + exact->value[node];
  for (gint32 work = 0; work < exact->n_works; work++)
    take_minutes (exact, work);
  segue_placer_keep (placer);
  if (exact->only_feasible || (placer->score.late == 0 && placer->score.broken == 0))
    exact->stop = TRUE;
}

/* ---- search ------------------------------------------------------------ */

static void search (SegueExact *exact, gint32 depth);

static void
undo (SegueExact *exact,
      guint       mark)
{
  for (guint i = exact->trail->len; i > mark; i--)
    {
      SegueExactChange *change = &g_array_index (exact->trail, SegueExactChange, i - 1);

      *change->where = change->before;
    }
  g_array_set_size (exact->trail, mark);
}

static void
try_node (SegueExact       *exact,
          const SegueSplit *split,
          gboolean          later,
          gint32            depth)
{
  guint mark = exact->trail->len;

  if (later)
    segue_exact_set (exact, &exact->low[split->node], MAX (exact->low[split->node], split->day + 1));
  else
    segue_exact_set (exact, &exact->high[split->node], MIN (exact->high[split->node], split->day));
  search (exact, depth + 1);
  undo (exact, mark);
}

static void
try_forced (SegueExact *exact,
            gint32      work,
            gint32      day,
            gint32      amount,
            gint32      depth)
{
  guint mark = exact->trail->len;

  segue_exact_set (exact, segue_exact_forced (exact, work, day), amount);
  search (exact, depth + 1);
  undo (exact, mark);
}

/* What lies on a day, and what it has left, while the search goes on elsewhere. */
typedef struct
{
  gint32 work;
  gint32 day;
  gint32 left;
  gint32 n;        /* works that could take more of it, and what they take */
  gint32 *minutes; /* by work; -1: could not */
} Hole;

static void
look_into_hole (const SegueExact *exact,
                Hole             *hole)
{
  hole->left = exact->flow.left[hole->day];
  hole->minutes = g_new (gint32, exact->n_works);
  for (gint32 i = 0; i < exact->n_works; i++)
    {
      gsize cell = (gsize) i * (gsize) exact->n_days + (gsize) hole->day;
      gboolean may = i != hole->work && exact->flow.minutes[cell] < exact->flow.most[cell];

      hole->minutes[i] = may ? exact->flow.minutes[cell] : -1;
      hole->n += may;
    }
}

/*
 * The day is not for this work: then others fill it. At least one of them has
 * to take its share of what lacks, or a wait comes to lie there.
 */
static void
fill_hole (SegueExact *exact,
           const Hole *hole,
           gint32      depth)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, exact->works[hole->work]);
  gint32 lacks = hole->left - MAX (1, spec->min_per_day) + 1;
  guint mark = exact->trail->len;

  segue_exact_set (exact, segue_exact_forced (exact, hole->work, hole->day), -1);
  for (gint32 i = 0; i < exact->n_works; i++)
    if (hole->minutes[i] >= 0)
      try_forced (exact, i, hole->day, hole->minutes[i] + (lacks + hole->n - 1) / hole->n, depth);
  for (gint32 i = 0; i < exact->n_waits; i++)
    {
      gint32 node = exact->network->act_node[exact->waits[i]];
      gint32 length = segue_step_length (segue_exact_spec (exact, exact->waits[i]));
      guint before = exact->trail->len;

      if (exact->low[node] == exact->high[node])
        continue;
      segue_exact_set (exact, &exact->low[node], MAX (exact->low[node], hole->day - length + 1));
      segue_exact_set (exact, &exact->high[node], MIN (exact->high[node], hole->day));
      search (exact, depth + 1);
      undo (exact, before);
    }
  undo (exact, mark);
}

/*
 * A work has too little on a day, or nothing though it must not pause: it takes
 * enough, or that is its last day, or it begins after it, or is not there.
 */
static void
split_day (SegueExact       *exact,
           const SegueSplit *split,
           gint32            depth)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, exact->works[split->work]);
  gint32 start = exact->network->act_node[exact->works[split->work]];
  gint32 amount = exact->flow.minutes[(gsize) split->work * (gsize) exact->n_days + (gsize) split->day];
  SegueSplit end = { start + 1, split->day, FALSE, -1, 0 };
  SegueSplit begin = { start, split->day, TRUE, -1, 0 };
  Hole hole = { split->work, split->day, 0, 0, NULL };

  look_into_hole (exact, &hole);
  try_forced (exact, split->work, split->day, MAX (1, spec->min_per_day), depth);
  try_node (exact, &end, FALSE, depth);
  if (amount > 0)
    try_forced (exact, split->work, split->day, -1, depth);
  else
    {
      try_node (exact, &begin, TRUE, depth);
      fill_hole (exact, &hole, depth);
    }
  g_free (hole.minutes);
}

static void
search (SegueExact *exact,
        gint32      depth)
{
  SegueSplit split;

  if (exact->stop || exact->out)
    return;
  if (!segue_exact_propagate (exact) || is_bounded (exact) || !segue_exact_fill (exact))
    return;
  if (exact->budget < 0 || depth > MAX_DEPTH)
    {
      exact->out = TRUE;
      return;
    }
  segue_exact_locate (exact, &split);
  if (split.width < 0)
    return;
  if (split.width == G_MAXINT64)
    {
      take_solution (exact);
      if (exact->stop || (!split_broken (exact, &split) && !split_late (exact, &split)))
        return;
    }
  if (split.node < 0)
    {
      split_day (exact, &split, depth);
      return;
    }
  try_node (exact, &split, split.later, depth);
  try_node (exact, &split, !split.later, depth);
}

/* ---- setting up -------------------------------------------------------- */

/* Whether rules bind an act to other acts. */
gboolean
segue_exact_is_tied (const SegueNetwork *network,
                     gint32              act)
{
  for (gint32 from = 0; from < network->n_nodes; from++)
    for (gint32 i = network->first_edge[from]; i < network->first_edge[from + 1]; i++)
      if ((network->node_act[from] == act) != (network->node_act[network->edges[i].to] == act))
        return TRUE;
  return FALSE;
}

/* The last day on which something is other than in every week. */
static gint64
find_last_date (const SeguePlacer *placer)
{
  const SegueProblem *problem = placer->problem;
  const SegueNetwork *network = placer->network;
  gint64 last = placer->profile.calendar->regular;

  for (gint32 node = 0; node < network->n_nodes; node++)
    {
      last = MAX (last, network->earliest[node] - problem->now);
      if (network->ceiling[node] < SEGUE_FAR / 2)
        last = MAX (last, network->ceiling[node] - problem->now);
    }
  return last;
}

/* What a usual week has for each weekday when practices have theirs. */
static void
find_week (const SeguePlacer *placer,
           gint64             week[7])
{
  const SegueProblem *problem = placer->problem;

  for (gint32 i = 0; i < 7; i++)
    week[i] = problem->week[i];
  for (gint32 act = 0; act < placer->network->n_acts; act++)
    {
      const SegueStepSpec *spec = &problem->steps[placer->network->act_step[act]];

      for (gint32 i = 0; i < 7 && spec->type == SEGUE_STEP_PRACTICE && spec->has_load; i++)
        week[i] = MAX (week[i] - spec->load[i], 0);
    }
}

/* Days that a work alone needs in usual weeks, or none if these have nothing for it. */
static gint64
count_work_days (const SegueStepSpec *spec,
                 const gint64         week[7])
{
  gint64 sum = 0;

  for (gint32 i = 0; i < 7; i++)
    if ((spec->weekdays >> i & 1) && week[i] >= spec->min_per_day)
      sum += spec->max_per_day > 0 ? MIN (spec->max_per_day, week[i]) : week[i];
  return sum == 0 ? 0 : 7 + 7 * segue_step_left (spec) / sum;
}

/* Days after which nothing new can become possible: all once more in a row. */
static gint64
count_days (const SeguePlacer *placer)
{
  const SegueProblem *problem = placer->problem;
  const SegueNetwork *network = placer->network;
  gint64 tail = 21;
  gint64 week[7];

  find_week (placer, week);
  for (gint32 i = 0; i < network->n_edges; i++)
    tail += MAX (network->edges[i].weight, 0);
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = &problem->steps[network->act_step[act]];

      if (spec->type == SEGUE_STEP_WAIT)
        tail += segue_step_length (spec) + 7;
      if (spec->type == SEGUE_STEP_WORK)
        tail += count_work_days (spec, week);
    }
  return find_last_date (placer) + tail;
}

/* Days that are enough as a rule, where all of them are too many. */
static gint64
count_usual_days (const SeguePlacer *placer)
{
  const SegueProblem *problem = placer->problem;
  gint64 effort = 0, longest = 0, most = 0, sum = 0;
  gint64 week[7];

  find_week (placer, week);
  for (gint32 i = 0; i < 7; i++)
    sum += week[i];
  for (gint32 act = 0; act < placer->network->n_acts; act++)
    {
      const SegueStepSpec *spec = &problem->steps[placer->network->act_step[act]];

      if (spec->type == SEGUE_STEP_WORK)
        {
          effort += segue_step_left (spec);
          most = MAX (most, count_work_days (spec, week));
        }
      if (spec->type == SEGUE_STEP_WAIT)
        longest = MAX (longest, segue_step_length (spec));
    }
  return find_last_date (placer) + longest + most + 60 + 14 * effort / MAX (sum, 1);
}

static gint32
count_works (const SeguePlacer *placer)
{
  gint32 n = 0;

  for (gint32 act = 0; act < placer->network->n_acts; act++)
    {
      const SegueStepSpec *spec = &placer->problem->steps[placer->network->act_step[act]];

      n += spec->type == SEGUE_STEP_WORK && segue_step_left (spec) > 0;
    }
  return n;
}

static gboolean
is_small (const SeguePlacer *placer,
          gint64             n_days)
{
  return n_days <= placer->profile.calendar->limit && n_days * MAX (count_works (placer), 1) <= MAX_CELLS &&
         n_days * placer->problem->n_pools <= MAX_CELLS;
}

static void
exact_init (SegueExact  *exact,
            SeguePlacer *placer,
            gsize        n_days)
{
  const SegueNetwork *network = placer->network;
  gsize n_works = (gsize) count_works (placer);

  memset (exact, 0, sizeof *exact);
  exact->placer = placer;
  exact->network = network;
  exact->n_days = (gint32) n_days;
  exact->works = g_new (gint32, n_works);
  exact->act_work = g_new (gint32, network->n_acts);
  exact->waits = g_new (gint32, network->n_acts);
  exact->tied = g_new0 (guint8, network->n_acts);
  exact->low = g_new (gint32, network->n_nodes);
  exact->high = g_new (gint32, network->n_nodes);
  exact->value = g_new (gint32, network->n_nodes);
  exact->source = g_new (gint32, network->n_nodes);
  exact->pinned = g_new (guint8, network->n_nodes);
  exact->forced = g_new0 (gint32, n_works * n_days);
  exact->loaded = g_new (gint32, n_days);
  exact->standing = g_new0 (gint32, n_days);
  exact->practised = g_new (gint32, n_days);
  exact->room = g_new (gint32, n_days);
  exact->used = g_new (gint32, n_days * (gsize) MAX (placer->problem->n_pools, 1));
  exact->trail = g_array_new (FALSE, FALSE, sizeof (SegueExactChange));
  segue_flow_init (&exact->flow, (gint32) n_works, (gint32) n_days);
  segue_calendar_reach (placer->profile.calendar, exact->n_days);
}

static void
exact_clear (SegueExact *exact)
{
  segue_flow_clear (&exact->flow);
  g_array_unref (exact->trail);
  g_free (exact->works);
  g_free (exact->act_work);
  g_free (exact->waits);
  g_free (exact->tied);
  g_free (exact->low);
  g_free (exact->high);
  g_free (exact->value);
  g_free (exact->source);
  g_free (exact->pinned);
  g_free (exact->forced);
  g_free (exact->loaded);
  g_free (exact->standing);
  g_free (exact->practised);
  g_free (exact->room);
  g_free (exact->used);
}

/* A practice that only dates bind lies on all days they leave it. */
static void
add_standing (SegueExact *exact,
              gint32      act)
{
  const SegueStepSpec *spec = segue_exact_spec (exact, act);
  gint32 node = exact->network->act_node[act];

  for (gint32 day = MAX (exact->low[node], 0); day <= exact->high[node + 1] && spec->has_load; day++)
    exact->standing[day] += spec->load[segue_exact_weekday (exact, day)];
}

/* Each point may have the days that its dates leave it. */
static void
set_days (SegueExact *exact)
{
  const SegueNetwork *network = exact->network;

  for (gint32 node = 0; node < network->n_nodes; node++)
    {
      const SegueStepSpec *spec = segue_exact_spec (exact, network->node_act[node]);
      gint64 last = exact->n_days - (spec->type == SEGUE_STEP_WAIT ? segue_step_length (spec) : 1);

      exact->low[node] = network->earliest[node] - exact->placer->base;
      exact->high[node] = (gint32) MIN (exact->placer->latest[node] - exact->placer->base, last);
    }
}

static void
sort_out_acts (SegueExact *exact)
{
  const SegueNetwork *network = exact->network;

  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = segue_exact_spec (exact, act);

      exact->act_work[act] = -1;
      if (spec->type == SEGUE_STEP_WORK && segue_step_left (spec) > 0)
        {
          exact->act_work[act] = exact->n_works;
          exact->flow.steady[exact->n_works] = spec->contiguous;
          exact->works[exact->n_works++] = act;
        }
      else if (spec->type == SEGUE_STEP_WAIT && (spec->has_load || spec->n_needs > 0))
        exact->waits[exact->n_waits++] = act;
      else if (spec->type == SEGUE_STEP_PRACTICE)
        {
          exact->tied[act] = segue_exact_is_tied (network, act);
          if (!exact->tied[act])
            add_standing (exact, act);
        }
    }
}

/* Searches with so many cells, or as many as the placer may still have. */
static void
search_within (SegueExact *exact,
               gint64      budget)
{
  SeguePlacer *placer = exact->placer;

  if (placer->most_cells > 0)
    budget = CLAMP (placer->most_cells - placer->n_cells, 0, budget);
  exact->budget = budget;
  search (exact, 0);
  placer->n_cells += budget - exact->budget;
}

/* What ran into a corner may come out the other way round. */
static void
search_again (SegueExact *exact)
{
  exact->out = FALSE;
  exact->turned = TRUE;
  search_within (exact, BUDGET_TURNED);
}

/* Whether a practice with hours is bound to other steps: that it could be shorter is not searched. */
gboolean
segue_exact_ties_practice (const SegueNetwork *network)
{
  for (gint32 act = 0; act < network->n_acts; act++)
    {
      const SegueStepSpec *spec = &network->problem->steps[network->act_step[act]];

      if (spec->type == SEGUE_STEP_PRACTICE && spec->has_load && segue_exact_is_tied (network, act))
        return TRUE;
    }
  return FALSE;
}

/**
 * segue_exact_search:
 * @placer: a placer, with or without a solution
 * @only_feasible: whether any solution will do
 *
 * Looks for a better solution until there is none, or until that takes too
 * long. Better means less broken and less late. In large plans only the days
 * that are enough as a rule are looked at.
 *
 * Returns: whether the search came to its end: then there is no better one
 */
gboolean
segue_exact_search (SeguePlacer *placer,
                    gboolean     only_feasible)
{
  SegueExact exact;
  gint64 n_days, all_days, budget;

  if (placer->network->n_nodes > MAX_NODES || placer->network->n_nodes == 0)
    return FALSE;
  segue_network_find_earliest (placer->network, NULL);
  all_days = count_days (placer);
  n_days = is_small (placer, all_days) ? all_days : MIN (all_days, count_usual_days (placer));
  if (!is_small (placer, n_days))
    return FALSE;
  exact_init (&exact, placer, (gsize) n_days);
  exact.only_feasible = only_feasible;
  budget = BUDGET_TO_EXIST;
  if (placer->found)
    budget = n_days * count_works (placer) > LARGE_CELLS ? BUDGET_TO_IMPROVE_LARGE : BUDGET_TO_IMPROVE;
  set_days (&exact);
  sort_out_acts (&exact);
  search_within (&exact, budget);
  if (exact.out && !placer->found)
    search_again (&exact);
  exact_clear (&exact);
  return !exact.out && n_days == all_days;
}
