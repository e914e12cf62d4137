/* segue-least.c - as little as possible gives way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever gives way has to hit every conflict: of each at least one rule must
 * be among it. So conflicts are collected as clauses, each a smallest set of
 * sides that cannot all hold, and sets that hit all clauses known so far are
 * tried, the cheapest first; where one does not make a schedule possible the
 * conflict that is left is a new clause (Reiter, Artificial Intelligence 32,
 * 1987; Liffiton, Sakallah, J. Automated Reasoning 40, 2008):
 *
 *   clauses   {a b} {b c d}          a ── a c, a d, a b      tried if not yet
 *                                    b                       dearer than the best
 *
 * What a set costs, compared in this order: whole rules of circles, then upper
 * sides, of each first the confirmed ones, then the assumed ones, then hearsay;
 * then the days by which the best layout breaks them; and of equals the set
 * that spares the rule which comes first in the plan.
 *
 * What is done is counted, in rules and steps looked at and in cells of the
 * exact search; no clock is read.
 */
#include "schedule/segue-least.h"

#include <string.h>

/* In cells of the exact search; a rule or a step looked at is worth some. */
#define BUDGET 4000000
#define CELLS_A_RULE 4

/* Six counters in one number, the weightiest on top. */
#define COUNTER_BITS 10
#define MOST_IN_COUNTER ((1 << COUNTER_BITS) - 1)

/* That a rule gives way at least so far. */
typedef struct
{
  gint32 rule;
  guint8 mode;
} Side;

/**
 * SegueLeast:
 * @before: how much of each rule counted before anything gave way
 * @modes: how much of each counts in the set that is looked at
 * @barred: by rule, the least mode that it may not have in this part of the search
 * @clauses: of #GArray of #Side
 * @cost: of the set that is looked at
 * @best: the cheapest set so far
 * @best_days: by how much its layout breaks it, or -1: not asked yet
 * @known_circles: how many circles there were when hours were first looked at, or -1
 * @left: of the budget
 * @out: whether anything was left out or not proven
 */
struct _SegueLeast
{
  SegueEngine *engine;
  guint8 *before;
  guint8 *modes;
  guint8 *barred;
  GPtrArray *clauses;
  guint64 cost;
  guint8 *best;
  guint64 best_cost;
  gint64 best_days;
  gint32 known_circles;
  gint64 left;
  gboolean changed;
  gboolean out;
};

/* ---- what it costs ----------------------------------------------------- */

/* A rule that binds a step to one that is done: nothing later can help it. */
static gboolean
binds_done (const SegueProblem *problem,
            gint32              rule)
{
  return problem->steps[problem->rules[rule].point.step].status == SEGUE_STATUS_DONE;
}

static guint64
weight (const SegueLeast *self,
        gint32            rule,
        guint8            mode)
{
  const SegueProblem *problem = self->engine->problem;
  guint class = SEGUE_CERTAINTY_HEARSAY - problem->rules[rule].certainty;

  if (mode == self->before[rule])
    return 0;
  if (mode == SEGUE_RULE_OFF && !binds_done (problem, rule))
    class += 3;
  return G_GUINT64_CONSTANT (1) << (class * COUNTER_BITS);
}

/* Days by which the best layout breaks a rule that gave way as a whole. */
static gint64
day_in_layout (const SegueEngine *engine,
               SeguePoint         point)
{
  gint32 act = engine->network->step_act[point.step];
  const SeguePlacement *placement;

  if (act < 0)
    return point.side == SEGUE_SIDE_START ? segue_step_done_start (engine->problem, point.step)
                                          : segue_step_done_end (engine->problem, point.step);
  placement = &engine->placer.best[act];
  return (gint64) engine->problem->now + (point.side == SEGUE_SIDE_START ? placement->start : placement->end);
}

static gint64
days_of_whole_rules (const SegueLeast *self)
{
  const SegueEngine *engine = self->engine;
  gint64 days = 0;

  for (gint32 i = 0; i < engine->problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &engine->problem->rules[i];

      if (self->modes[i] == SEGUE_RULE_OFF && self->before[i] != SEGUE_RULE_OFF)
        days += segue_rule_broken_by (engine->problem, rule, day_in_layout (engine, rule->point),
                                      rule->relation == SEGUE_RELATION_AFTER ? day_in_layout (engine, rule->other) : 0);
    }
  return days;
}

/* ---- trying ------------------------------------------------------------ */

static gboolean
is_over (const SegueLeast *self)
{
  return self->left < 0 || segue_engine_is_cancelled (self->engine);
}

static void
charge (SegueLeast *self)
{
  const SegueEngine *engine = self->engine;

  self->left -= CELLS_A_RULE * ((gint64) engine->selection.n_rules + engine->selection.n_steps);
  if (engine->has_placer)
    self->left -= engine->placer.n_cells + CELLS_A_RULE * engine->placer.n_placed;
}

static gboolean
try_modes (SegueLeast   *self,
           const guint8 *modes)
{
  gboolean feasible = segue_engine_try (self->engine, modes, self->engine->homeless, TRUE);

  self->changed = TRUE;
  charge (self);
  return feasible;
}

/* Days by which the set that was just tried is broken in the best layout. */
static gint64
count_days (SegueLeast *self)
{
  gint64 cells = self->engine->placer.n_cells;

  segue_placer_search (&self->engine->placer, FALSE);
  self->left -= self->engine->placer.n_cells - cells;
  return self->engine->placer.score.broken + days_of_whole_rules (self);
}

/* ---- conflicts as clauses ---------------------------------------------- */

static void
add_side (GArray *clause,
          gint32  rule,
          guint8  mode)
{
  Side side = { rule, mode };

  g_array_append_val (clause, side);
}

/* The sides of a smallest set of rules whose dates cannot all hold. */
static GArray *
read_dates (SegueLeast         *self,
            const SegueFinding *finding,
            const guint8       *now)
{
  const SegueProblem *problem = self->engine->problem;
  GArray *clause = g_array_new (FALSE, FALSE, sizeof (Side));
  g_autofree guint8 *modes = g_memdup2 (now, (gsize) MAX (problem->n_rules, 1));

  for (guint i = 0; i < finding->rules->len && self->left >= 0; i++)
    {
      gint32 rule = g_array_index (finding->rules, gint32, i);

      if (binds_done (problem, rule))
        {
          add_side (clause, rule, SEGUE_RULE_OFF);
          continue;
        }
      if (modes[rule] == SEGUE_RULE_FULL && segue_rule_has_upper (&problem->rules[rule]))
        {
          modes[rule] = SEGUE_RULE_LOWER;
          self->left -= CELLS_A_RULE * ((gint64) problem->n_steps + finding->rules->len);
          if (segue_dates_hold (problem, (const gint32 *) (gpointer) finding->rules->data,
                                (gint32) finding->rules->len, modes))
            {
              modes[rule] = SEGUE_RULE_FULL;
              add_side (clause, rule, SEGUE_RULE_LOWER);
            }
        }
      if (problem->rules[rule].relation == SEGUE_RELATION_AFTER)
        add_side (clause, rule, SEGUE_RULE_OFF);
    }
  return clause;
}

/* A circle of `after` rules: only a whole rule can resolve it. */
static gboolean
is_circle (const SegueLeast *self,
           const GArray     *clause)
{
  for (guint i = 0; i < clause->len; i++)
    {
      const Side *side = &g_array_index (clause, Side, i);

      if (side->mode == SEGUE_RULE_LOWER || binds_done (self->engine->problem, side->rule))
        return FALSE;
    }
  return TRUE;
}

static gint32
count_circles (const SegueLeast *self)
{
  gint32 n = 0;

  for (guint i = 0; i < self->clauses->len; i++)
    n += is_circle (self, g_ptr_array_index (self->clauses, i));
  return n;
}

/* Hours might do as well if another rule of a circle had given way. */
static void
add_circles (SegueLeast *self,
             GArray     *sides)
{
  for (guint i = 0; i < self->clauses->len; i++)
    {
      const GArray *clause = g_ptr_array_index (self->clauses, i);

      for (guint k = 0; is_circle (self, clause) && k < clause->len; k++)
        if (self->modes[g_array_index (clause, Side, k).rule] < SEGUE_RULE_OFF)
          g_array_append_val (sides, g_array_index (clause, Side, k));
    }
}

/* All that could still give way where hours lack. */
static GArray *
list_strict_sides (SegueLeast *self)
{
  const SegueEngine *engine = self->engine;
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (Side));

  for (gint32 i = 0; i < engine->selection.n_rules; i++)
    {
      gint32 rule = engine->selection.rules[i];

      if (binds_done (engine->problem, rule))
        add_side (sides, rule, SEGUE_RULE_OFF);
      else if (self->modes[rule] == SEGUE_RULE_FULL && segue_rule_has_upper (&engine->problem->rules[rule]))
        add_side (sides, rule, SEGUE_RULE_LOWER);
    }
  add_circles (self, sides);
  return sides;
}

static gboolean
still_fails (SegueLeast   *self,
             const guint8 *modes)
{
  if (is_over (self) || try_modes (self, modes))
    return FALSE;
  self->out = self->out || !segue_engine_is_refuted (self->engine);
  return TRUE;
}

static gboolean
names (const SegueFinding *finding,
       gint32              rule)
{
  for (guint i = 0; i < finding->rules->len; i++)
    if (g_array_index (finding->rules, gint32, i) == rule)
      return TRUE;
  return FALSE;
}

/* Lets all give way that the conflict does not name, if it stays one. */
static void
keep_named (SegueLeast         *self,
            const SegueFinding *finding,
            GArray             *sides,
            guint8             *modes)
{
  for (guint i = 0; i < sides->len; i++)
    {
      const Side *side = &g_array_index (sides, Side, i);

      if (!names (finding, side->rule))
        modes[side->rule] = side->mode;
    }
  if (!still_fails (self, modes))
    memcpy (modes, self->modes, (gsize) self->engine->problem->n_rules);
}

/* A smallest set of upper sides without which the hours would do. */
static GArray *
read_hours (SegueLeast         *self,
            const SegueFinding *finding)
{
  GArray *clause = g_array_new (FALSE, FALSE, sizeof (Side));
  g_autoptr (GArray) sides = list_strict_sides (self);
  g_autofree guint8 *modes = g_memdup2 (self->modes, (gsize) MAX (self->engine->problem->n_rules, 1));

  keep_named (self, finding, sides, modes);
  for (guint i = 0; i < sides->len; i++)
    {
      const Side *side = &g_array_index (sides, Side, i);
      guint8 before = modes[side->rule];

      if (before == side->mode)
        continue;
      modes[side->rule] = side->mode;
      if (still_fails (self, modes))
        continue;
      modes[side->rule] = before;
      g_array_append_val (clause, *side);
    }
  return clause;
}

/* What stands against the set that was just tried. */
static GArray *
learn (SegueLeast *self)
{
  SegueEngine *engine = self->engine;
  g_autoptr (SegueFinding) finding = NULL;
  GArray *clause;

  if (!engine->has_placer)
    {
      finding = segue_conflict_of_dates (engine->network, self->modes);
      clause = read_dates (self, finding, self->modes);
    }
  else
    {
      finding = segue_conflict_of_hours (engine->network, &engine->calendar, &engine->placer);
      self->out = self->out || finding->base.unproven;
      if (self->known_circles < 0)
        self->known_circles = count_circles (self);
      clause = read_hours (self, finding);
    }
  self->out = self->out || clause->len == 0;
  g_ptr_array_add (self->clauses, clause);
  return clause;
}

/* ---- searching --------------------------------------------------------- */

static gboolean
is_hit (const SegueLeast *self,
        const GArray     *clause)
{
  for (guint i = 0; i < clause->len; i++)
    {
      const Side *side = &g_array_index (clause, Side, i);

      if (self->modes[side->rule] >= side->mode)
        return TRUE;
    }
  return FALSE;
}

static GArray *
find_unhit (SegueLeast *self)
{
  for (guint i = 0; i < self->clauses->len; i++)
    {
      GArray *clause = g_ptr_array_index (self->clauses, i);

      self->left -= clause->len;
      if (!is_hit (self, clause))
        return clause;
    }
  return NULL;
}

/* Of two sets that cost the same: which one spares the rule that comes first? */
static gboolean
spares_earlier (const SegueLeast *self)
{
  for (gint32 i = 0; i < self->engine->problem->n_rules; i++)
    if (self->modes[i] != self->best[i])
      return self->modes[i] < self->best[i];
  return FALSE;
}

static void
take (SegueLeast *self,
      gint64      days)
{
  memcpy (self->best, self->modes, (gsize) self->engine->problem->n_rules);
  self->best_cost = self->cost;
  self->best_days = days;
}

static gint64
days_of_best (SegueLeast *self)
{
  g_autofree guint8 *kept = self->modes;
  gint64 days = -1;

  self->modes = g_memdup2 (self->best, (gsize) MAX (self->engine->problem->n_rules, 1));
  if (try_modes (self, self->modes))
    days = count_days (self);
  g_free (self->modes);
  self->modes = g_steal_pointer (&kept);
  return days;
}

/* A set that hits all: it was just tried, and there is a layout. */
static void
consider (SegueLeast *self)
{
  gint64 days;

  if (self->cost < self->best_cost)
    {
      take (self, -1);
      return;
    }
  days = count_days (self);
  if (self->best_days < 0)
    self->best_days = days_of_best (self);
  if (days < self->best_days || (days == self->best_days && spares_earlier (self)))
    take (self, days);
}

static gboolean
is_same_as_best (const SegueLeast *self)
{
  return memcmp (self->modes, self->best, (gsize) self->engine->problem->n_rules) == 0;
}

static gboolean
is_free (const SegueLeast *self,
         const Side       *side)
{
  return side->mode < self->barred[side->rule];
}

/* Clauses that share no rule are paid for one by one. */
static guint64
lower_bound (SegueLeast *self)
{
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint64 bound = self->cost;

  for (guint i = 0; i < self->clauses->len; i++)
    {
      const GArray *clause = g_ptr_array_index (self->clauses, i);
      guint64 least = G_MAXUINT64;
      gboolean shares = is_hit (self, clause);

      self->left -= clause->len * (1 + used->len);
      for (guint k = 0; k < clause->len && !shares; k++)
        {
          const Side *side = &g_array_index (clause, Side, k);

          for (guint u = 0; u < used->len && !shares; u++)
            shares = g_array_index (used, gint32, u) == side->rule;
          if (is_free (self, side))
            least = MIN (least, weight (self, side->rule, side->mode) - weight (self, side->rule, self->modes[side->rule]));
        }
      if (shares)
        continue;
      if (least == G_MAXUINT64)
        return G_MAXUINT64;
      bound += least;
      for (guint k = 0; k < clause->len; k++)
        g_array_append_val (used, g_array_index (clause, Side, k).rule);
    }
  return bound;
}

static gint
compare_sides (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Side *left = a, *right = b;
  guint64 mine = weight (data, left->rule, left->mode);
  guint64 other = weight (data, right->rule, right->mode);

  if (mine != other)
    return mine < other ? -1 : 1;
  return left->rule > right->rule ? -1 : left->rule < right->rule;
}

static void search (SegueLeast *self);

/* One side of the clause has to give way: each in turn, then no more. */
static void
branch (SegueLeast   *self,
        const GArray *clause)
{
  g_autofree Side *sides = g_memdup2 (clause->data, sizeof (Side) * clause->len);
  g_autofree guint8 *barred = g_new (guint8, clause->len);
  gint32 n = (gint32) clause->len;

  g_sort_array (sides, (gsize) n, sizeof (Side), compare_sides, self);
  for (gint32 i = 0; i < n; i++)
    {
      guint8 mode = self->modes[sides[i].rule];
      guint64 cost = self->cost;

      barred[i] = self->barred[sides[i].rule];
      if (!is_free (self, &sides[i]))
        continue;
      self->modes[sides[i].rule] = sides[i].mode;
      self->cost += weight (self, sides[i].rule, sides[i].mode) - weight (self, sides[i].rule, mode);
      search (self);
      self->modes[sides[i].rule] = mode;
      self->cost = cost;
      self->barred[sides[i].rule] = MIN (sides[i].mode, self->barred[sides[i].rule]);
    }
  for (gint32 i = n - 1; i >= 0; i--)
    self->barred[sides[i].rule] = barred[i];
}

static void
search (SegueLeast *self)
{
  const GArray *clause;

  if (is_over (self) || lower_bound (self) > self->best_cost)
    return;
  clause = find_unhit (self);
  if (clause == NULL && is_same_as_best (self))
    return;
  if (clause == NULL)
    {
      if (try_modes (self, self->modes))
        {
          consider (self);
          return;
        }
      if (segue_engine_is_cancelled (self->engine))
        return;
      clause = learn (self);
    }
  branch (self, clause);
}

/* ---- life -------------------------------------------------------------- */

/**
 * segue_least_new:
 * @engine: an engine of which nothing more has given way yet
 *
 * Returns: (transfer full): what looks for the least that has to
 */
SegueLeast *
segue_least_new (SegueEngine *engine)
{
  SegueLeast *self = g_new0 (SegueLeast, 1);
  gsize n = (gsize) MAX (engine->problem->n_rules, 1);

  self->engine = engine;
  self->before = g_memdup2 (engine->modes, n);
  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->left = BUDGET;
  return self;
}

void
segue_least_free (SegueLeast *self)
{
  g_free (self->before);
  g_free (self->modes);
  g_free (self->barred);
  g_free (self->best);
  g_ptr_array_unref (self->clauses);
  g_free (self);
}

/**
 * segue_least_note:
 * @self: what looks for the least
 * @finding: a conflict that was found on the way to a first answer
 *
 * Keeps a conflict of dates, so that it need not be found again.
 */
void
segue_least_note (SegueLeast         *self,
                  const SegueFinding *finding)
{
  if (finding->base.kind == SEGUE_CONFLICT_DATES && self->left >= 0)
    g_ptr_array_add (self->clauses, read_dates (self, finding, self->engine->modes));
}

/* What the first answer costs; FALSE: more than can be counted. */
static gboolean
measure_first (SegueLeast *self)
{
  gint32 n = 0;

  self->best_cost = 0;
  for (gint32 i = 0; i < self->engine->problem->n_rules; i++)
    {
      self->best_cost += weight (self, i, self->best[i]);
      n += self->best[i] != self->before[i];
    }
  return n <= MOST_IN_COUNTER;
}

/**
 * segue_least_search:
 * @self: what looks for the least
 * @changed: (out): whether the engine has laid out something else since
 *
 * Begins with what has given way in the engine since segue_least_new() and
 * leaves there the least that was found.
 *
 * Returns: whether nothing less can give way
 */
gboolean
segue_least_search (SegueLeast *self,
                    gboolean   *changed)
{
  gsize n = (gsize) MAX (self->engine->problem->n_rules, 1);

  self->best = g_memdup2 (self->engine->modes, n);
  self->modes = g_memdup2 (self->before, n);
  self->barred = g_malloc (n);
  memset (self->barred, SEGUE_RULE_OFF + 1, n);
  self->best_days = -1;
  self->known_circles = -1;
  if (measure_first (self))
    search (self);
  else
    self->out = TRUE;
  memcpy (self->engine->modes, self->best, (gsize) self->engine->problem->n_rules);
  *changed = self->changed;
  if (self->known_circles >= 0 && count_circles (self) > self->known_circles)
    return FALSE;
  return !self->out && self->left >= 0;
}
