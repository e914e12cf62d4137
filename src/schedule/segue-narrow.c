/* segue-narrow.c - conflicts of hours that no window shows, as small as they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where hours are there but do not lie as the work needs them, the step that
 * found no room says little of why. What cannot be laid out is a set of steps
 * and rules, and the smallest such set is found by leaving out: whatever can be
 * left out so that the rest still cannot be laid out stays out (Chinneck &
 * Dravnieks, ORSA J. Computing 3, 1991), in halves of halves, as most can
 * (Junker, AAAI 2004):
 *
 *   a b c d e f g h     without a b c d, the rest cannot: they stay out
 *           e f g h     without e f it can: without e alone? without f alone?
 *             f g h     …
 *
 * A step is left out with the rules that touch it. That the rest can be laid
 * out is shown by a layout; that it cannot, by an overloaded window or by the
 * exact search. Where neither comes to an end within the budget the member
 * stays, and it is not proven that it has to. The budget is counted in cells of
 * the exact search and in steps and rules looked at; no clock is read.
 */
#include "schedule/segue-engine.h"
#include "schedule/segue-exact.h"

#include <string.h>

#define BUDGET 2000000
#define BUDGET_TO_MEASURE 500000
#define CELLS_A_STEP 4

typedef enum
{
  CAN,
  CANNOT,
  UNKNOWN,
} Verdict;

typedef struct
{
  gint32 index;
  gboolean is_rule;
} Member;

/**
 * Narrow:
 * @has_step: whether a step is in the set
 * @has_rule: the same; it binds while its steps are in as well
 * @members: what may be left out, the least wanted first
 * @network: of the set that was asked for last, with
 * @placer: its layout
 * @out: whether it is not proven that each member is needed, and as much of it
 */
typedef struct
{
  const SegueProblem *problem;
  const SegueSelection *whole;
  SegueCalendar *calendar;
  const guint8 *modes;
  const gint *cancelled;
  guint8 *has_step;
  guint8 *has_rule;
  GArray *members;
  gint32 *steps;
  gint32 *rules;
  SegueNetwork *network;
  SeguePlacer placer;
  gint64 left;
  gboolean out;
} Narrow;

/* ---- asking ------------------------------------------------------------ */

static gboolean
is_over (const Narrow *self)
{
  return self->left <= 0 || (self->cancelled != NULL && g_atomic_int_get (self->cancelled));
}

static gboolean
binds (const Narrow *self,
       gint32        index)
{
  const SegueRuleSpec *rule = &self->problem->rules[index];

  return self->has_rule[index] && self->has_step[rule->point.step] &&
         (rule->relation != SEGUE_RELATION_AFTER || self->has_step[rule->other.step]);
}

static gint32
list_steps (Narrow *self)
{
  gint32 n = 0;

  for (gint32 i = 0; i < self->whole->n_steps; i++)
    if (self->has_step[self->whole->steps[i]])
      self->steps[n++] = self->whole->steps[i];
  return n;
}

static gint32
list_rules (Narrow *self)
{
  gint32 n = 0;

  for (gint32 i = 0; i < self->whole->n_rules; i++)
    if (binds (self, self->whole->rules[i]))
      self->rules[n++] = self->whole->rules[i];
  return n;
}

static void
forget (Narrow *self)
{
  if (self->network == NULL)
    return;
  segue_placer_clear (&self->placer);
  g_clear_pointer (&self->network, segue_network_free);
}

/* Lays out the set; its dates can hold, as those of the whole can. */
static gboolean
lay_out (Narrow *self)
{
  gint32 n_steps = list_steps (self);
  gint32 n_rules = list_rules (self);

  forget (self);
  self->network = segue_network_new (self->problem, self->steps, n_steps, self->rules, n_rules, self->modes);
  segue_network_find_earliest (self->network, NULL);
  segue_placer_init (&self->placer, self->network, self->calendar, self->rules, n_rules, self->modes);
  self->placer.cancelled = self->cancelled;
  self->placer.most_cells = MAX (self->left, 1);
  segue_placer_search (&self->placer, TRUE);
  self->left -= self->placer.n_cells + CELLS_A_STEP * (self->placer.n_placed + n_rules) +
                self->whole->n_steps + self->whole->n_rules;
  return self->placer.found;
}

static Verdict
ask (Narrow *self)
{
  g_autoptr (SegueFinding) finding = NULL;

  if (lay_out (self))
    return CAN;
  if (self->placer.exhausted)
    return CANNOT;
  finding = segue_conflict_of_hours (self->network, self->calendar, &self->placer);
  return finding->base.unproven ? UNKNOWN : CANNOT;
}

/* ---- leaving out ------------------------------------------------------- */

static gboolean
takes_hours (const SegueStepSpec *spec)
{
  switch (spec->type)
    {
    case SEGUE_STEP_WORK:
      return spec->status != SEGUE_STATUS_DONE && segue_step_left (spec) > 0;
    case SEGUE_STEP_WAIT:
      return spec->status != SEGUE_STATUS_DONE && (spec->has_load || spec->n_needs > 0);
    case SEGUE_STEP_PRACTICE:
      return spec->status != SEGUE_STATUS_DONE && spec->has_load;
    case SEGUE_STEP_MILESTONE:
    default:
      return FALSE;
    }
}

static gboolean
is_touched (const Narrow *self,
            gint32        step)
{
  for (gint32 i = 0; i < self->whole->n_rules; i++)
    {
      const SegueRuleSpec *rule = &self->problem->rules[self->whole->rules[i]];

      if (binds (self, self->whole->rules[i]) &&
          (rule->point.step == step || (rule->relation == SEGUE_RELATION_AFTER && rule->other.step == step)))
        return TRUE;
    }
  return FALSE;
}

/* Whether there is something to be asked: what binds nothing and takes nothing is out as it is. */
static gboolean
matters (const Narrow *self,
         const Member *member)
{
  if (member->is_rule)
    return binds (self, member->index);
  return self->has_step[member->index] &&
         (takes_hours (&self->problem->steps[member->index]) || is_touched (self, member->index));
}

static guint8 *
place_of (Narrow       *self,
          const Member *member)
{
  return member->is_rule ? &self->has_rule[member->index] : &self->has_step[member->index];
}

static Verdict
ask_without (Narrow       *self,
             const Member *members,
             guint         n)
{
  g_autofree guint8 *before = g_new (guint8, n);
  gboolean any = FALSE;
  Verdict verdict;

  for (guint i = 0; i < n; i++)
    {
      any = any || matters (self, &members[i]);
      before[i] = *place_of (self, &members[i]);
    }
  for (guint i = 0; i < n; i++)
    *place_of (self, &members[i]) = FALSE;
  verdict = any ? ask (self) : CANNOT;
  for (guint i = 0; i < n && verdict != CANNOT; i++)
    *place_of (self, &members[i]) = before[i];
  return verdict;
}

/* Leaves out of a stretch of members what can be. */
static void
spare (Narrow *self,
       guint   first,
       guint   n)
{
  Verdict verdict;

  if (n == 0)
    return;
  if (is_over (self))
    {
      self->out = TRUE;
      return;
    }
  verdict = ask_without (self, &g_array_index (self->members, Member, first), n);
  if (verdict == CANNOT)
    return;
  if (n == 1)
    {
      self->out = self->out || verdict == UNKNOWN;
      return;
    }
  spare (self, first, n / 2);
  spare (self, first + n / 2, n - n / 2);
}

/* Fewer hours taken elsewhere are no help to work that must not pause, and a
 * practice goes on longer with a rule less: then a member that was needed may
 * not be any more, when others are out. */
static gboolean
is_contrary (const Narrow *self)
{
  for (gint32 i = 0; i < self->whole->n_steps; i++)
    {
      const SegueStepSpec *spec = &self->problem->steps[self->whole->steps[i]];

      if (self->has_step[self->whole->steps[i]] && (spec->contiguous || spec->type == SEGUE_STEP_PRACTICE))
        return TRUE;
    }
  return FALSE;
}

/* Whether a member can still be left out by itself; it then is. */
static gboolean
spare_one_more (Narrow *self)
{
  self->out = FALSE;
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);
      Verdict verdict;

      if (!matters (self, member))
        continue;
      verdict = is_over (self) ? UNKNOWN : ask_without (self, member, 1);
      if (verdict == CANNOT)
        return TRUE;
      self->out = self->out || verdict == UNKNOWN;
    }
  return FALSE;
}

static void
shrink (Narrow *self)
{
  spare (self, 0, self->members->len);
  while (is_contrary (self) && spare_one_more (self))
    ;
}

/* ---- what to begin with ------------------------------------------------ */

static void
add_member (Narrow   *self,
            gint32    index,
            gboolean  is_rule)
{
  Member member = { index, is_rule };

  if (is_rule || self->problem->steps[index].status != SEGUE_STATUS_DONE)
    g_array_append_val (self->members, member);
}

static gboolean
names (const GArray *members,
       gint32        index)
{
  for (guint i = 0; i < members->len; i++)
    if (g_array_index (members, gint32, i) == index)
      return TRUE;
  return FALSE;
}

/* The finding's members last, and of these the first last: they are what it is about. */
static void
list_members (Narrow             *self,
              const SegueFinding *finding)
{
  for (gint32 i = 0; i < self->whole->n_steps; i++)
    if (!names (finding->steps, self->whole->steps[i]))
      add_member (self, self->whole->steps[i], FALSE);
  for (gint32 i = 0; i < self->whole->n_rules; i++)
    if (!names (finding->rules, self->whole->rules[i]))
      add_member (self, self->whole->rules[i], TRUE);
  for (guint i = finding->rules->len; i > 0; i--)
    add_member (self, g_array_index (finding->rules, gint32, i - 1), TRUE);
  for (guint i = finding->steps->len; i > 0; i--)
    add_member (self, g_array_index (finding->steps, gint32, i - 1), FALSE);
}

static void
take_told (Narrow             *self,
           const SegueFinding *finding)
{
  for (guint i = 0; i < finding->steps->len; i++)
    self->has_step[g_array_index (finding->steps, gint32, i)] = TRUE;
  for (guint i = 0; i < finding->rules->len; i++)
    {
      gint32 index = g_array_index (finding->rules, gint32, i);
      const SegueRuleSpec *rule = &self->problem->rules[index];

      self->has_rule[index] = TRUE;
      self->has_step[rule->point.step] = TRUE;
      if (rule->relation == SEGUE_RELATION_AFTER)
        self->has_step[rule->other.step] = TRUE;
    }
}

static void
take_all (Narrow *self)
{
  for (gint32 i = 0; i < self->whole->n_steps; i++)
    self->has_step[self->whole->steps[i]] = TRUE;
  for (gint32 i = 0; i < self->whole->n_rules; i++)
    self->has_rule[self->whole->rules[i]] = TRUE;
}

/* What was told if that cannot be laid out, else all. */
static void
begin (Narrow             *self,
       const SegueFinding *finding)
{
  take_told (self, finding);
  list_members (self, finding);
  if (ask (self) != CANNOT)
    take_all (self);
}

/* ---- what it lacks ----------------------------------------------------- */

/* Minutes that a wait takes at least, wherever it may lie. */
static gint64
count_load (const Narrow *self,
            gint32        act)
{
  const SegueStepSpec *spec = &self->problem->steps[self->network->act_step[act]];
  gint64 length = segue_step_length (spec);
  gint32 node = self->network->act_node[act];
  gint64 least = G_MAXINT64;

  for (gint64 start = self->network->earliest[node];
       start <= MIN (self->network->latest[node], self->network->earliest[node] + 6); start++)
    {
      gint64 sum = 0;

      for (gint64 i = 0; i < length % 7; i++)
        sum += spec->load[segue_day_get_weekday ((SegueDay) (start + i))];
      least = MIN (least, sum);
    }
  for (gint32 i = 0; i < 7; i++)
    least += spec->load[i] * (length / 7);
  return least;
}

static Verdict
ask_with_less (Narrow *self,
               gint32  step,
               gint32  minutes)
{
  const SegueProblem *whole = self->problem;
  SegueProblem changed = *whole;
  g_autofree SegueStepSpec *steps = g_memdup2 (whole->steps, sizeof *steps * (gsize) whole->n_steps);
  Verdict verdict;

  steps[step].effort[SEGUE_ESTIMATE_LIKELY] -= minutes;
  changed.steps = steps;
  self->problem = &changed;
  verdict = ask (self);
  forget (self);
  self->problem = whole;
  return verdict;
}

/* The fewest minutes less of a work with which the set can be laid out. */
static gint64
find_shortage (Narrow *self,
               gint32  step)
{
  gint64 effort = segue_step_left (&self->problem->steps[step]);
  gint64 low = 0, high = effort;

  self->left = BUDGET_TO_MEASURE;
  while (high - low > 1 && !is_over (self))
    {
      gint64 middle = (low + high) / 2;
      Verdict verdict = ask_with_less (self, step, (gint32) middle);

      if (verdict == CAN)
        high = middle;
      else
        low = middle;
      self->out = self->out || verdict == UNKNOWN;
    }
  self->out = self->out || high - low > 1;
  return high;
}

static gint32
find_work (const Narrow       *self,
           const SegueFinding *finding)
{
  for (guint i = 0; i < finding->steps->len; i++)
    if (self->problem->steps[g_array_index (finding->steps, gint32, i)].type == SEGUE_STEP_WORK)
      return g_array_index (finding->steps, gint32, i);
  return -1;
}

static gint64
sum_needs (const Narrow       *self,
           const SegueFinding *finding,
           gint32              pool)
{
  gint64 sum = 0;

  for (guint i = 0; i < finding->steps->len; i++)
    {
      const SegueStepSpec *spec = &self->problem->steps[g_array_index (finding->steps, gint32, i)];

      for (gint32 k = 0; k < spec->n_needs && spec->type == SEGUE_STEP_WAIT; k++)
        if (self->problem->needs[spec->first_need + k].pool == pool)
          sum += self->problem->needs[spec->first_need + k].per_day;
    }
  return sum;
}

/* The pool that has least for all of the steps together, if any has too little. */
static void
measure_pools (const Narrow *self,
               SegueFinding *finding)
{
  SegueConflict *conflict = &finding->base;

  conflict->pool = -1;
  conflict->shortage = 0;
  for (gint32 pool = 0; pool < self->problem->n_pools; pool++)
    {
      gint64 needed = sum_needs (self, finding, pool);

      if (needed - self->problem->pools[pool] <= conflict->shortage)
        continue;
      conflict->pool = pool;
      conflict->needed = needed;
      conflict->available = self->problem->pools[pool];
      conflict->shortage = needed - conflict->available;
    }
}

/* All that the steps want of the days they may have, and what lacks of that: by
 * how much one of the works would have to be less, or what the wait that found no
 * room lacked on a day, at least as much as the calendar has too little of. */
static void
measure (Narrow       *self,
         SegueFinding *finding)
{
  SegueConflict *conflict = &finding->base;
  gint64 last = (gint64) self->problem->now + self->calendar->limit - 1;
  gint32 work = find_work (self, finding);
  gint64 from = last, until = self->problem->now;

  conflict->needed = 0;
  for (guint i = 0; i < finding->steps->len; i++)
    {
      gint32 act = self->network->step_act[g_array_index (finding->steps, gint32, i)];
      const SegueStepSpec *spec = &self->problem->steps[self->network->act_step[act]];
      gint32 end = self->network->act_node[act + 1] - 1;

      if (spec->type == SEGUE_STEP_PRACTICE)
        continue;
      conflict->needed += spec->type == SEGUE_STEP_WORK ? segue_step_left (spec) : spec->has_load ? count_load (self, act) : 0;
      from = MIN (from, self->network->earliest[self->network->act_node[act]]);
      until = MAX (until, self->network->latest[end] + (spec->type == SEGUE_STEP_WAIT ? segue_step_length (spec) - 1 : 0));
    }
  conflict->from = (SegueDay) from;
  conflict->until = (SegueDay) MIN (until, last);
  if (conflict->pool >= 0 || conflict->needed == 0)
    measure_pools (self, finding);
  if (conflict->pool >= 0)
    return;
  conflict->scattered = TRUE;
  conflict->shortage = work >= 0 ? find_shortage (self, work) : CLAMP (conflict->shortage, 1, MAX (conflict->needed, 1));
  if (work < 0)
    conflict->shortage = MAX (conflict->shortage,
                              conflict->needed - segue_calendar_sum (self->calendar, conflict->from, conflict->until));
  conflict->available = conflict->needed - conflict->shortage;
}

/* ---- telling ----------------------------------------------------------- */

/* Those told first stand first. */
static GArray *
keep_order (const GArray *told,
            const gint32 *items,
            gint32        n)
{
  GArray *ordered = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < told->len; i++)
    for (gint32 k = 0; k < n; k++)
      if (items[k] == g_array_index (told, gint32, i))
        g_array_append_val (ordered, items[k]);
  for (gint32 k = 0; k < n; k++)
    if (!names (told, items[k]))
      g_array_append_val (ordered, items[k]);
  return ordered;
}

/* Of the steps those that take hours; of a window those that take hours of it. */
static GArray *
list_rivals (Narrow             *self,
             const SegueFinding *finding,
             const SegueFinding *part)
{
  gint32 n = list_steps (self), kept = 0;

  for (gint32 i = 0; i < n; i++)
    if (part->is_window ? names (part->steps, self->steps[i]) : takes_hours (&self->problem->steps[self->steps[i]]))
      self->steps[kept++] = self->steps[i];
  return keep_order (finding->steps, self->steps, kept);
}

/* The same conflict, of the members that are left. */
static void
tell (Narrow       *self,
      SegueFinding *finding)
{
  g_autoptr (SegueFinding) part = NULL;
  g_autoptr (GArray) rules = finding->rules;
  g_autoptr (GArray) steps = finding->steps;

  lay_out (self);
  part = segue_conflict_of_hours (self->network, self->calendar, &self->placer);
  finding->rules = keep_order (rules, self->rules, list_rules (self));
  finding->steps = list_rivals (self, finding, part);
  finding->is_window = part->is_window;
  finding->base = part->base;
  finding->base.unproven = FALSE;
  if (!part->is_window)
    measure (self, finding);
}

/* Whether each member of the set is needed, as far as can be told. */
static gboolean
is_smallest (Narrow *self)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      if (matters (self, member) && (is_over (self) || ask_without (self, member, 1) != CAN))
        return FALSE;
    }
  return TRUE;
}

/* Of an overloaded window all who compete are told, as what it lacks is theirs
 * together. Whether fewer would be too many as well is looked at all the same. */
static gboolean
is_smallest_window (Narrow             *self,
                    const SegueFinding *finding)
{
  for (guint i = 0; i < finding->steps->len; i++)
    {
      const SegueStepSpec *spec = &self->problem->steps[g_array_index (finding->steps, gint32, i)];

      if (spec->type == SEGUE_STEP_WORK && segue_step_left (spec) < finding->base.shortage)
        return FALSE;
    }
  take_told (self, finding);
  for (guint i = 0; i < finding->rules->len; i++)
    add_member (self, g_array_index (finding->rules, gint32, i), TRUE);
  for (guint i = 0; i < finding->steps->len; i++)
    add_member (self, g_array_index (finding->steps, gint32, i), FALSE);
  return is_smallest (self);
}

/* Whether a rule is named whose upper side had given way: with that, fewer might be too many. */
static gboolean
names_given_way (const Narrow       *self,
                 const SegueFinding *finding)
{
  for (guint i = 0; i < finding->rules->len; i++)
    if (self->modes[g_array_index (finding->rules, gint32, i)] != SEGUE_RULE_FULL)
      return TRUE;
  return FALSE;
}

/* ---- life -------------------------------------------------------------- */

static void
narrow_init (Narrow       *self,
             SegueEngine  *engine,
             const guint8 *modes)
{
  const SegueProblem *problem = engine->problem;

  *self = (Narrow) { .problem = problem, .whole = &engine->selection, .calendar = &engine->calendar,
                     .modes = modes, .cancelled = engine->cancelled, .left = BUDGET };
  self->has_step = g_new0 (guint8, MAX (problem->n_steps, 1));
  self->has_rule = g_new0 (guint8, MAX (problem->n_rules, 1));
  self->steps = g_new (gint32, MAX (problem->n_steps, 1));
  self->rules = g_new (gint32, MAX (problem->n_rules, 1));
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
}

static void
narrow_clear (Narrow *self)
{
  forget (self);
  g_free (self->has_step);
  g_free (self->has_rule);
  g_free (self->steps);
  g_free (self->rules);
  g_array_unref (self->members);
}

/**
 * segue_engine_narrow:
 * @engine: an engine that has just tried in vain to lay out its selection
 * @modes: how much of each rule counted
 * @finding: the conflict of hours that was found
 *
 * Where no window lacks hours, makes the conflict a set of steps and rules that
 * cannot be laid out even alone, of which each is needed. Says in
 * `may_be_fewer` where that is not so or not proven.
 */
void
segue_engine_narrow (SegueEngine  *engine,
                     const guint8 *modes,
                     SegueFinding *finding)
{
  gboolean is_told = engine->is_enough == NULL && !engine->is_brief;
  Narrow self;

  finding->base.may_be_fewer = TRUE;
  if (finding->base.kind != SEGUE_CONFLICT_HOURS || finding->base.unproven || (finding->is_window && !is_told))
    return;
  narrow_init (&self, engine, modes);
  if (finding->is_window)
    self.out = !is_smallest_window (&self, finding);
  else
    {
      begin (&self, finding);
      shrink (&self);
      tell (&self, finding);
    }
  finding->base.may_be_fewer = self.out || names_given_way (&self, finding);
  narrow_clear (&self);
}
