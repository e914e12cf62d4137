/* segue-chain.c - how the rules of a conflict follow from one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of a conflict are a few; the last possible day of every point they
 * touch is found by relaxing them until nothing moves (Bellman and Ford), and
 * the way back from the point at which the gap opens is the chain.
 */
#include "core/segue-chain.h"

#include <glib/gi18n-lib.h>

#include "core/segue-particle.h"
#include "core/segue-text.h"

#define NEVER G_MAXINT

/* A point is counted as its step times two, plus one for its end. */
typedef struct
{
  int latest; /* NEVER: nothing limits it */
  int rule;   /* that gave it the day: a place in the conflict, or -1 for the length of its step */
  int from;   /* the point whose day that came from, or -1 */
} Bound;

typedef struct
{
  const SegueProblem *problem;
  const SegueConflict *conflict;
  const gint32 *rules; /* of the conflict */
  Bound *bounds;
  gboolean moved;
} Search;

/* The two sides of a milestone are one day. */
static int
get_index (Search    *search,
           SeguePoint point)
{
  gboolean is_end = search->problem->steps[point.step].type == SEGUE_STEP_MILESTONE || point.side == SEGUE_SIDE_END;

  return 2 * point.step + is_end;
}

static void
relax (Search *search,
       int     point,
       gint64  latest,
       int     rule,
       int     from)
{
  if (latest >= search->bounds[point].latest)
    return;
  search->bounds[point] = (Bound) { (int) latest, rule, from };
  search->moved = TRUE;
}

/* One day more where a step that occupies days begins behind another. */
static int
get_offset (Search              *search,
            const SegueRuleSpec *rule)
{
  return rule->other.side == SEGUE_SIDE_END && rule->point.side == SEGUE_SIDE_START &&
         search->problem->steps[rule->other.step].type != SEGUE_STEP_MILESTONE &&
         search->problem->steps[rule->point.step].type != SEGUE_STEP_MILESTONE;
}

static void
relax_after (Search              *search,
             const SegueRuleSpec *rule,
             int                  place)
{
  int point = get_index (search, rule->point);
  int other = get_index (search, rule->other);
  int offset = get_offset (search, rule);

  if (search->bounds[point].latest != NEVER)
    relax (search, other, (gint64) search->bounds[point].latest - offset - rule->min, place, point);
  if (rule->has_max && search->bounds[other].latest != NEVER)
    relax (search, point, (gint64) search->bounds[other].latest + offset + rule->max, place, other);
}

/* What begins must leave room for its length. */
static void
relax_length (Search *search,
              gint32  step)
{
  const SegueStepSpec *spec = &search->problem->steps[step];
  int days = spec->type == SEGUE_STEP_WAIT ? spec->days[SEGUE_ESTIMATE_LIKELY] - 1 : 0;

  if (spec->type == SEGUE_STEP_MILESTONE)
    return;
  if (search->bounds[2 * step + 1].latest != NEVER)
    relax (search, 2 * step, (gint64) search->bounds[2 * step + 1].latest - days, -1, 2 * step + 1);
  if (spec->type == SEGUE_STEP_WAIT && search->bounds[2 * step].latest != NEVER)
    relax (search, 2 * step + 1, (gint64) search->bounds[2 * step].latest + days, -1, 2 * step);
}

static void
relax_all (Search *search)
{
  int rounds = 2 * search->conflict->rules.n + 2;

  do
    {
      search->moved = FALSE;
      for (int i = 0; i < search->conflict->rules.n; i++)
        {
          const SegueRuleSpec *rule = &search->problem->rules[search->rules[i]];

          if (rule->relation == SEGUE_RELATION_AFTER)
            {
              relax_after (search, rule, i);
              relax_length (search, rule->other.step);
            }
          else if (rule->relation != SEGUE_RELATION_NOT_BEFORE)
            relax (search, get_index (search, rule->point), rule->date, i, -1);
          relax_length (search, rule->point.step);
        }
    }
  while (search->moved && --rounds > 0);
}

/* The point that may not come as early as it must, and from when on it may;
 * -1 if the rules name none. @lower becomes the place of the rule that says so,
 * -1 for the present day. */
static int
find_opening (Search   *search,
              int      *lower,
              SegueDay *earliest)
{
  for (int i = 0; i < search->conflict->rules.n; i++)
    {
      const SegueRuleSpec *rule = &search->problem->rules[search->rules[i]];
      int point = get_index (search, rule->point);
      int latest = search->bounds[point].latest;

      *lower = i;
      *earliest = rule->date;
      if ((rule->relation == SEGUE_RELATION_NOT_BEFORE || rule->relation == SEGUE_RELATION_ON) && latest != NEVER &&
          rule->date - latest == search->conflict->gap)
        return point;
    }
  *lower = -1;
  *earliest = search->problem->now;
  for (int i = 0; i < 2 * search->problem->n_steps; i++)
    if (search->bounds[i].latest != NEVER && search->problem->now - search->bounds[i].latest == search->conflict->gap)
      return i;
  return -1;
}

static void
add_link (Search *search,
          GArray *links,
          int     place,
          int     point,
          int     day)
{
  SegueChainLink link = { search->rules[place], { point / 2, point % 2 ? SEGUE_SIDE_END : SEGUE_SIDE_START }, day };

  g_array_append_val (links, link);
}

/* From the gap back to the day that is set, and then turned round. */
static GArray *
trace (Search *search,
       int     opening,
       int     lower,
       int     earliest)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (SegueChainLink));
  int steps = 4 * search->conflict->rules.n + 4;

  if (lower >= 0)
    add_link (search, links, lower, opening, earliest);
  for (int point = opening; point >= 0 && steps > 0; point = search->bounds[point].from, steps--)
    if (search->bounds[point].rule >= 0)
      add_link (search, links, search->bounds[point].rule, point, search->bounds[point].latest);
  for (guint i = 0; i < links->len / 2; i++)
    {
      SegueChainLink link = g_array_index (links, SegueChainLink, i);

      g_array_index (links, SegueChainLink, i) = g_array_index (links, SegueChainLink, links->len - 1 - i);
      g_array_index (links, SegueChainLink, links->len - 1 - i) = link;
    }
  return links;
}

/* Without the days of a chain the rules stand as the engine tells them. */
static void
list_rules (Search     *search,
            SegueChain *chain)
{
  chain->n_links = (guint) search->conflict->rules.n;
  chain->links = g_new0 (SegueChainLink, MAX (chain->n_links, 1));
  for (guint i = 0; i < chain->n_links; i++)
    {
      const SegueRuleSpec *rule = &search->problem->rules[search->rules[i]];

      chain->links[i] = (SegueChainLink) { search->rules[i], rule->point, SEGUE_DAY_NONE };
      if (search->conflict->kind == SEGUE_CONFLICT_DATES && rule->relation == SEGUE_RELATION_NOT_BEFORE)
        {
          chain->earliest = rule->date;
          chain->latest = rule->date - search->conflict->gap;
        }
    }
}

static Bound *
create_bounds (const SegueProblem *problem)
{
  Bound *bounds = g_new (Bound, (gsize) 2 * (gsize) problem->n_steps + 1);

  for (int i = 0; i < 2 * problem->n_steps; i++)
    bounds[i] = (Bound) { NEVER, -1, -1 };
  return bounds;
}

/**
 * segue_chain_new:
 * @layout: a layout
 * @conflict: an index of the schedule's conflicts
 *
 * Returns: (transfer full): its rules, each once, in the order in which they
 *   follow from one another where dates conflict
 */
SegueChain *
segue_chain_new (SegueLayout *layout,
                 int          conflict)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  SegueChain *chain = g_new0 (SegueChain, 1);
  Search search = { segue_layout_get_problem (layout) };
  int opening = -1, lower;
  SegueDay earliest;

  g_return_val_if_fail (conflict >= 0 && conflict < schedule->n_conflicts, chain);

  chain->latest = chain->earliest = SEGUE_DAY_NONE;
  search.conflict = &schedule->conflicts[conflict];
  search.rules = schedule->refs + search.conflict->rules.first;
  search.bounds = create_bounds (search.problem);
  if (search.conflict->kind == SEGUE_CONFLICT_DATES)
    {
      relax_all (&search);
      opening = find_opening (&search, &lower, &earliest);
    }
  if (opening >= 0)
    {
      g_autoptr (GArray) links = trace (&search, opening, lower, earliest);

      if (links->len == (guint) search.conflict->rules.n)
        {
          chain->n_links = links->len;
          chain->links = (SegueChainLink *) (gpointer) g_array_steal (links, NULL);
          chain->earliest = earliest;
          chain->latest = earliest - search.conflict->gap;
        }
    }
  if (chain->links == NULL)
    list_rules (&search, chain);
  g_free (search.bounds);
  return chain;
}

void
segue_chain_free (SegueChain *self)
{
  g_free (self->links);
  g_free (self);
}

/**
 * segue_chain_describe:
 * @layout: the layout of the chain
 * @self: a chain
 * @link: which of its rules
 *
 * Returns: (transfer full) (nullable): what follows, as "So “Last day at the
 *   company” is on 28 February 2023 at the latest"; %NULL where the rule names
 *   its day itself
 */
char *
segue_chain_describe (SegueLayout      *layout,
                      const SegueChain *self,
                      guint             link)
{
  const SegueChainLink *found;
  const SegueProblem *problem;
  const char *title;
  g_autofree char *day = NULL;

  g_return_val_if_fail (layout != NULL && self != NULL && link < self->n_links, NULL);

  found = &self->links[link];
  problem = segue_layout_get_problem (layout);
  if (found->day == SEGUE_DAY_NONE || problem->rules[found->rule].relation != SEGUE_RELATION_AFTER)
    return NULL;
  title = segue_record_get_name (segue_layout_get_step (layout, found->point.step));
  day = segue_text_day (found->day);
  if (problem->steps[found->point.step].type == SEGUE_STEP_MILESTONE)
    /* Translators: what follows from a rule and those before it: the title of a milestone, a date. */
    return segue_particle_resolve (g_strdup_printf (_("So “%1$s” is on %2$s at the latest"), title, day));
  if (found->point.side == SEGUE_SIDE_START)
    /* Translators: what follows from a rule and those before it: the title of a step, a date. */
    return segue_particle_resolve (g_strdup_printf (_("So “%1$s” starts on %2$s at the latest"), title, day));
  /* Translators: what follows from a rule and those before it: the title of a step, a date. */
  return segue_particle_resolve (g_strdup_printf (_("So “%1$s” ends on %2$s at the latest"), title, day));
}

/**
 * segue_chain_share_hours:
 * @layout: a layout
 * @conflict: the index of a conflict of hours
 *
 * Returns: (transfer full) (nullable): the minutes that each of its steps needs
 */
gint64 *
segue_chain_share_hours (SegueLayout *layout,
                         int          conflict)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  const SegueProblem *problem = segue_layout_get_problem (layout);
  const SegueConflict *found;
  g_autofree gint64 *shares = NULL;
  gint64 sum = 0;

  g_return_val_if_fail (conflict >= 0 && conflict < schedule->n_conflicts, NULL);

  found = &schedule->conflicts[conflict];
  shares = g_new0 (gint64, (gsize) MAX (found->steps.n, 1));
  for (int i = 0; i < found->steps.n; i++)
    {
      const SegueStepSpec *step = &problem->steps[schedule->refs[found->steps.first + i]];

      if (step->type == SEGUE_STEP_WORK)
        shares[i] = MAX (0, step->effort[SEGUE_ESTIMATE_LIKELY] - step->spent);
      sum += shares[i];
    }
  return found->steps.n > 0 && found->pool < 0 && sum == found->needed ? g_steal_pointer (&shares) : NULL;
}
