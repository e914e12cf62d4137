/* segue-rcpsp-learn.c - bounds, reasons, and what is learnt from a conflict
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The trail holds every raise of a limit in the order in which it happened,
 * with its reason. An atom is true from the one entry on that lifted its side
 * over its value:
 *
 *     side 4:   0 ──► 3 ──────► 7 ─► 9          atom (4, 5): the second entry
 *     trail     . . . # . . . . # . . #
 *
 * A conflict is a set of true atoms that cannot be true together. Replacing
 * the latest of them by what forced it, over and over, until one alone is left
 * of the current decision (the first unique implication point, Marques-Silva
 * and Sakallah 1999), gives the clause that is learnt.
 */
#include "schedule/segue-rcpsp-learn.h"

#include <string.h>

#define NOTHING G_MININT32

#define ENTRY(learner, k) (&((SegueTrailEntry *) (gpointer) (learner)->trail->data)[k])
#define ARC(learner, k) (&((SegueLearnArc *) (gpointer) (learner)->arcs->data)[k])
#define CLAUSE(learner, k) (&((gint32 *) (gpointer) (learner)->clauses->data)[k])
#define CLAUSE_HEAD 2 /* length and rank before the atoms */

static inline SegueAtom *
get_clause_atoms (SegueLearner *learner,
                  gint32        clause)
{
  return (SegueAtom *) (gpointer) (CLAUSE (learner, clause) + CLAUSE_HEAD);
}

static inline GArray *
get_watches (SegueLearner *learner,
             gint32        side)
{
  return g_ptr_array_index (learner->watches, side);
}

/**
 * segue_learner_store:
 *
 * Keeps the atoms of a reason until what is raised by it is taken back.
 *
 * Returns: the place to give to segue_learner_raise()
 */
gint32
segue_learner_store (SegueLearner    *learner,
                     const SegueAtom *atoms,
                     guint            n_atoms)
{
  const SegueAtom length = { (gint32) n_atoms, 0 };
  const gint32 place = (gint32) learner->atoms->len;

  g_array_append_val (learner->atoms, length);
  g_array_append_vals (learner->atoms, atoms, n_atoms);
  return place;
}

/* The atoms that force a raise to @value by this reason, one by one from @k = 0;
 * %FALSE when there are no more. */
static inline gboolean
get_cause (SegueLearner *learner,
           SegueReason   kind,
           gint32        reason,
           gint32        value,
           gint32        k,
           SegueAtom    *cause)
{
  switch (kind)
    {
    case SEGUE_REASON_ARC:
      {
        const SegueLearnArc *arc = ARC (learner, reason);

        *cause = k == 0 ? (SegueAtom) { arc->from, value - arc->weight } : arc->guard;
        return k == 0 || (k == 1 && arc->guard.side >= 0);
      }
    case SEGUE_REASON_CLAUSE:
      if (k + 1 >= *CLAUSE (learner, reason))
        return FALSE;
      *cause = segue_atom_not (get_clause_atoms (learner, reason)[k + 1]);
      return TRUE;
    case SEGUE_REASON_ATOMS:
      if (k >= g_array_index (learner->atoms, SegueAtom, reason).side)
        return FALSE;
      *cause = g_array_index (learner->atoms, SegueAtom, reason + 1 + k);
      return TRUE;
    case SEGUE_REASON_NONE:
    default:
      return FALSE;
    }
}

/* @side cannot rise to where its opposite already forbids it to be: what
 * forces it there, and the opposite, are the conflict. The raise itself must
 * not take part, or the clause learnt could be that it is forbidden. */
static void
note_conflict (SegueLearner *learner,
               gint32        side,
               SegueReason   kind,
               gint32        reason)
{
  const SegueAtom opposite = { side ^ 1, learner->low[side ^ 1] };
  SegueAtom cause;

  g_array_set_size (learner->conflict, 0);
  g_array_append_val (learner->conflict, opposite);
  for (gint32 k = 0; get_cause (learner, kind, reason, 1 - opposite.value, k, &cause); k++)
    g_array_append_val (learner->conflict, cause);
}

/**
 * segue_learner_raise:
 *
 * Makes @atom true.
 *
 * Returns: %FALSE if its opposite is: the conflict is noted
 */
gboolean
segue_learner_raise (SegueLearner *learner,
                     SegueAtom     atom,
                     SegueReason   kind,
                     gint32        reason)
{
  const SegueTrailEntry entry = {
    atom.side, atom.value, learner->low[atom.side], learner->top[atom.side],
    segue_learner_level (learner), kind, reason,
  };

  if (atom.value <= entry.old)
    return TRUE;
  if (G_UNLIKELY (atom.value + learner->low[atom.side ^ 1] > 0))
    {
      note_conflict (learner, atom.side, kind, reason);
      return FALSE;
    }
  learner->top[atom.side] = (gint32) learner->trail->len;
  learner->low[atom.side] = atom.value;
  g_array_append_val (learner->trail, entry);
  return TRUE;
}

/**
 * segue_learner_follow:
 *
 * Pushes along one arc, or shows that it cannot hold.
 *
 * Returns: %FALSE on a conflict
 */
gboolean
segue_learner_follow (SegueLearner *learner,
                      gint32        index)
{
  const SegueLearnArc arc = *ARC (learner, index);
  const gint32 from = learner->low[arc.from];
  const gint32 room = learner->low[arc.to ^ 1];

  if (arc.guard.side < 0 || segue_learner_is_true (learner, arc.guard))
    return segue_learner_raise (learner, (SegueAtom) { arc.to, from + arc.weight },
                                SEGUE_REASON_ARC, index);
  if (from + arc.weight + room > 0 && !segue_learner_is_false (learner, arc.guard))
    {
      const SegueAtom reason[] = { { arc.from, 1 - arc.weight - room }, { arc.to ^ 1, room } };

      return segue_learner_raise (learner, segue_atom_not (arc.guard), SEGUE_REASON_ATOMS,
                                  segue_learner_store (learner, reason, 2));
    }
  return TRUE;
}

static gboolean
follow_arcs (SegueLearner *learner,
             gint32        side)
{
  for (gint32 k = learner->arc_begin[side]; k < learner->arc_begin[side + 1]; k++)
    if (!segue_learner_follow (learner, learner->arc_order[k]))
      return FALSE;
  for (gint32 k = learner->guard_begin[side]; k < learner->guard_begin[side + 1]; k++)
    if (!segue_learner_follow (learner, learner->guard_order[k]))
      return FALSE;
  return TRUE;
}

static void
watch (SegueLearner *learner,
       gint32        clause,
       SegueAtom     atom)
{
  const SegueAtom opposite = segue_atom_not (atom);
  const SegueWatch entry = { clause, opposite.value };

  g_array_append_val (get_watches (learner, opposite.side), entry);
}

/* Looks for another atom to watch instead of the second, which is false. */
static gboolean
move_watch (SegueLearner *learner,
            gint32        clause)
{
  SegueAtom *atoms = get_clause_atoms (learner, clause);

  for (gint32 k = 2; k < *CLAUSE (learner, clause); k++)
    if (!segue_learner_is_false (learner, atoms[k]))
      {
        const SegueAtom found = atoms[k];

        atoms[k] = atoms[1];
        atoms[1] = found;
        watch (learner, clause, found);
        return TRUE;
      }
  return FALSE;
}

/* One watched atom of @clause became false. %FALSE: all of them are. */
static gboolean
visit_clause (SegueLearner *learner,
              gint32        clause,
              SegueAtom     fallen,
              gboolean     *moved)
{
  SegueAtom *atoms = get_clause_atoms (learner, clause);

  if (atoms[0].side == fallen.side && atoms[0].value == fallen.value)
    {
      atoms[0] = atoms[1];
      atoms[1] = fallen;
    }
  *moved = FALSE;
  if (segue_learner_is_true (learner, atoms[0]))
    return TRUE;
  *moved = move_watch (learner, clause);
  if (*moved)
    return TRUE;
  return segue_learner_raise (learner, atoms[0], SEGUE_REASON_CLAUSE, clause);
}

static gboolean
visit_clauses (SegueLearner          *learner,
               const SegueTrailEntry  entry)
{
  GArray *list = get_watches (learner, entry.side);
  SegueWatch *watches = (SegueWatch *) (gpointer) list->data;
  gboolean ok = TRUE;
  guint kept = 0;

  for (guint k = 0; k < list->len; k++)
    {
      const SegueWatch w = watches[k];
      gboolean moved = FALSE;

      if (ok && w.threshold > entry.old && w.threshold <= entry.value)
        ok = visit_clause (learner, w.clause,
                           segue_atom_not ((SegueAtom) { entry.side, w.threshold }), &moved);
      /* A clause may find its new watch on this very side. */
      watches = (SegueWatch *) (gpointer) list->data;
      if (!moved)
        watches[kept++] = w;
    }
  g_array_set_size (list, kept);
  return ok;
}

/**
 * segue_learner_propagate:
 *
 * Follows arcs and clauses until nothing more can be raised.
 *
 * Returns: %FALSE on a conflict
 */
gboolean
segue_learner_propagate (SegueLearner *learner)
{
  while (learner->head < (gint32) learner->trail->len)
    {
      const SegueTrailEntry entry = *ENTRY (learner, learner->head);

      learner->head++;
      if (!follow_arcs (learner, entry.side) || !visit_clauses (learner, entry))
        return FALSE;
    }
  return TRUE;
}

/* Opens a level and makes @atom true, which was neither true nor false. */
void
segue_learner_decide (SegueLearner *learner,
                      SegueAtom     atom)
{
  const gint32 length = (gint32) learner->trail->len;

  g_array_append_val (learner->levels, length);
  segue_learner_raise (learner, atom, SEGUE_REASON_NONE, 0);
}

/* Takes back everything above @level. */
void
segue_learner_retreat (SegueLearner *learner,
                       gint32        level)
{
  gint32 length;

  if (level >= segue_learner_level (learner))
    return;
  length = g_array_index (learner->levels, gint32, level);
  for (gint32 k = (gint32) learner->trail->len - 1; k >= length; k--)
    {
      const SegueTrailEntry *entry = ENTRY (learner, k);

      learner->low[entry->side] = entry->old;
      learner->top[entry->side] = entry->previous;
      if (entry->kind == SEGUE_REASON_ATOMS)
        g_array_set_size (learner->atoms, (guint) entry->reason);
    }
  g_array_set_size (learner->trail, (guint) length);
  g_array_set_size (learner->levels, (guint) level);
  learner->head = length;
}

/* The entry that made a true @atom true, or -1: it always was. */
static gint32
find_entry (SegueLearner *learner,
            SegueAtom     atom)
{
  gint32 k = learner->top[atom.side];

  while (k >= 0 && ENTRY (learner, k)->old >= atom.value)
    k = ENTRY (learner, k)->previous;
  return k;
}

static void
bump (SegueLearner *learner,
      gint32        variable)
{
  learner->activity[variable] += learner->increment;
  if (learner->activity[variable] < 1e100)
    return;
  for (gint32 v = 0; v < learner->n_variables; v++)
    learner->activity[v] *= 1e-100;
  learner->increment *= 1e-100;
}

/* Adds a true atom to those wanted. Returns by how many more of the current
 * level there are. */
static gint32
want (SegueLearner *learner,
      SegueAtom     atom)
{
  const gint32 level = segue_learner_level (learner);
  const gint32 before = learner->wanted[atom.side];
  const gint32 entry = before >= atom.value ? -1 : find_entry (learner, atom);
  gint32 added;

  if (entry < 0 || ENTRY (learner, entry)->level == 0)
    return 0;
  added = ENTRY (learner, entry)->level == level;
  if (!learner->listed[atom.side])
    g_array_append_val (learner->seen, atom.side);
  learner->listed[atom.side] = TRUE;
  if (before != NOTHING && added && ENTRY (learner, find_entry (learner, (SegueAtom) { atom.side, before }))->level == level)
    added = 0;
  learner->wanted[atom.side] = atom.value;
  bump (learner, atom.side / 2);
  return added;
}

/* Wants what forced @entry to reach at least @value. */
static gint32
want_causes (SegueLearner          *learner,
             const SegueTrailEntry *entry,
             gint32                 value)
{
  gint32 added = 0;
  SegueAtom cause;

  for (gint32 k = 0; get_cause (learner, entry->kind, entry->reason, value, k, &cause); k++)
    added += want (learner, cause);
  return added;
}

/* Back to the level on which the last atom of the conflict became true. */
static void
retreat_to_conflict (SegueLearner *learner)
{
  gint32 level = 0;

  for (guint k = 0; k < learner->conflict->len; k++)
    {
      const gint32 entry = find_entry (learner, g_array_index (learner->conflict, SegueAtom, k));

      if (entry >= 0)
        level = MAX (level, ENTRY (learner, entry)->level);
    }
  segue_learner_retreat (learner, level);
}

/* Resolves until one atom of this level is left, and returns its side. */
static gint32
find_implication_point (SegueLearner *learner)
{
  gint32 open = 0, k = (gint32) learner->trail->len;

  for (guint a = 0; a < learner->conflict->len; a++)
    open += want (learner, g_array_index (learner->conflict, SegueAtom, a));
  for (;;)
    {
      SegueTrailEntry entry;
      gint32 value;

      do
        entry = *ENTRY (learner, --k);
      while (learner->wanted[entry.side] == NOTHING || entry.old >= learner->wanted[entry.side]);
      if (open == 1)
        return entry.side;
      value = learner->wanted[entry.side];
      learner->wanted[entry.side] = NOTHING;
      open += want_causes (learner, &entry, value) - 1;
    }
}

/* Whether @atom follows from what is wanted and became true before @entry. */
static gboolean
is_wanted_before (SegueLearner *learner,
                  SegueAtom     atom,
                  gint32        entry)
{
  const gint32 place = find_entry (learner, atom);
  const SegueAtom wanted = { atom.side, learner->wanted[atom.side] };

  if (place < 0 || ENTRY (learner, place)->level == 0)
    return TRUE;
  return wanted.value >= atom.value && find_entry (learner, wanted) < entry;
}

/* Whether all that forced the atom is wanted anyway, or was always true. Only
 * what came before counts, or two atoms could each excuse the other. */
static gboolean
is_redundant (SegueLearner *learner,
              SegueAtom     atom)
{
  const gint32 place = find_entry (learner, atom);
  const SegueTrailEntry entry = *ENTRY (learner, place);
  SegueAtom cause;

  if (entry.kind == SEGUE_REASON_NONE)
    return FALSE;
  for (gint32 k = 0; get_cause (learner, entry.kind, entry.reason, atom.value, k, &cause); k++)
    if (!is_wanted_before (learner, cause, place))
      return FALSE;
  return TRUE;
}

/* Writes the clause: the implication point first, then the atom that became
 * true last. Returns the level on which the clause forces its first atom. */
static gint32
write_clause (SegueLearner *learner,
              gint32        point)
{
  const SegueAtom uip = segue_atom_not ((SegueAtom) { point, learner->wanted[point] });
  gint32 back = 0;

  g_array_set_size (learner->learnt, 0);
  g_array_append_val (learner->learnt, uip);
  for (guint k = 0; k < learner->seen->len; k++)
    {
      const gint32 side = g_array_index (learner->seen, gint32, k);
      const SegueAtom atom = { side, learner->wanted[side] };
      SegueAtom opposite;
      gint32 level;

      if (side == point || atom.value == NOTHING || is_redundant (learner, atom))
        continue;
      opposite = segue_atom_not (atom);
      level = ENTRY (learner, find_entry (learner, atom))->level;
      g_array_append_val (learner->learnt, opposite);
      if (level > back)
        {
          const guint last = learner->learnt->len - 1;

          back = level;
          g_array_index (learner->learnt, SegueAtom, last) = g_array_index (learner->learnt, SegueAtom, 1);
          g_array_index (learner->learnt, SegueAtom, 1) = opposite;
        }
    }
  return back;
}

/* On how many levels the atoms of the new clause became false: few is good
 * (Audemard and Simon 2009). */
static gint32
rank_clause (SegueLearner *learner)
{
  gint32 rank = 0;

  learner->stamp++;
  for (guint k = 0; k < learner->learnt->len; k++)
    {
      const SegueAtom atom = segue_atom_not (g_array_index (learner->learnt, SegueAtom, k));
      const gint32 level = ENTRY (learner, find_entry (learner, atom))->level;

      /* Levels beyond the table share its last place. */
      const gint32 place = MIN (level, 2 * learner->n_variables);

      rank += learner->stamps[place] != learner->stamp;
      learner->stamps[place] = learner->stamp;
    }
  return rank;
}

static gint32
append_clause (SegueLearner    *learner,
               const SegueAtom *atoms,
               gint32           length,
               gint32           rank)
{
  const gint32 clause = (gint32) learner->clauses->len;
  const gint32 head[CLAUSE_HEAD] = { length, rank };

  g_array_append_vals (learner->clauses, head, CLAUSE_HEAD);
  g_array_append_vals (learner->clauses, atoms, (guint) length * 2);
  watch (learner, clause, atoms[0]);
  watch (learner, clause, atoms[1]);
  learner->n_clauses++;
  return clause;
}

/**
 * segue_learner_learn:
 *
 * Learns from the conflict, goes back to where that changes something, and
 * changes it.
 *
 * Returns: %FALSE if there is nothing to go back to: no solution is left
 */
gboolean
segue_learner_learn (SegueLearner *learner)
{
  SegueAtom *learnt;
  gint32 point, back, rank, clause;

  learner->n_conflicts++;
  retreat_to_conflict (learner);
  if (segue_learner_level (learner) == 0)
    return FALSE;
  point = find_implication_point (learner);
  back = write_clause (learner, point);
  rank = rank_clause (learner);
  for (guint k = 0; k < learner->seen->len; k++)
    {
      learner->wanted[g_array_index (learner->seen, gint32, k)] = NOTHING;
      learner->listed[g_array_index (learner->seen, gint32, k)] = FALSE;
    }
  g_array_set_size (learner->seen, 0);
  learner->increment /= 0.95;
  segue_learner_retreat (learner, back);
  learnt = (SegueAtom *) (gpointer) learner->learnt->data;
  if (learner->learnt->len == 1)
    return segue_learner_raise (learner, learnt[0], SEGUE_REASON_NONE, 0);
  clause = append_clause (learner, learnt, (gint32) learner->learnt->len, rank);
  return segue_learner_raise (learner, learnt[0], SEGUE_REASON_CLAUSE, clause);
}

/* Whether @clause, seen from level 0, says something and is worth keeping. */
static gboolean
is_worth_keeping (SegueLearner *learner,
                  gint32        clause,
                  gint32        worst)
{
  const SegueAtom *atoms = get_clause_atoms (learner, clause);

  for (gint32 k = 0; k < *CLAUSE (learner, clause); k++)
    if (segue_learner_is_true (learner, atoms[k]))
      return FALSE;
  return CLAUSE (learner, clause)[1] <= worst;
}

/* The rank up to which about half of the clauses lie. */
static gint32
find_middle_rank (SegueLearner *learner)
{
  gint32 counts[64] = { 0 };
  gint32 sum = 0, rank = 0;

  for (guint c = 0; c < learner->clauses->len; c += CLAUSE_HEAD + 2 * (guint) *CLAUSE (learner, c))
    counts[MIN (CLAUSE (learner, c)[1], 63)]++;
  for (; rank < 63 && sum + counts[rank] <= learner->n_clauses / 2; rank++)
    sum += counts[rank];
  return MAX (rank - 1, 2);
}

/**
 * segue_learner_forget:
 *
 * Drops the worse half of what was learnt; on level 0 only. Everything there
 * has been propagated, so that no clause that is kept has a false atom among
 * its first two unless another is true.
 */
void
segue_learner_forget (SegueLearner *learner)
{
  const gint32 worst = find_middle_rank (learner);
  GArray *old = learner->clauses;

  g_assert (segue_learner_level (learner) == 0);
  for (gint32 k = 0; k < (gint32) learner->trail->len; k++)
    ENTRY (learner, k)->kind = SEGUE_REASON_NONE;
  for (gint32 side = 0; side < 2 * learner->n_variables; side++)
    g_array_set_size (get_watches (learner, side), 0);
  for (guint c = 0, next; c < old->len; c = next)
    {
      next = c + CLAUSE_HEAD + 2 * (guint) *CLAUSE (learner, c);
      if (!is_worth_keeping (learner, (gint32) c, worst))
        *CLAUSE (learner, c) = -*CLAUSE (learner, c);
    }
  learner->clauses = g_array_sized_new (FALSE, FALSE, sizeof (gint32), old->len);
  learner->n_clauses = 0;
  for (guint c = 0; c < old->len;)
    {
      const gint32 *head = &g_array_index (old, gint32, c);

      if (head[0] > 0)
        append_clause (learner, (const SegueAtom *) (gconstpointer) (head + CLAUSE_HEAD), head[0], head[1]);
      c += CLAUSE_HEAD + 2 * (guint) ABS (head[0]);
    }
  g_array_unref (old);
}

/**
 * segue_learner_init:
 * @low: lower limit of each side: of x, and of -x
 */
void
segue_learner_init (SegueLearner *learner,
                    gint32        n_variables,
                    const gint32 *low)
{
  const gsize n_sides = 2 * (gsize) n_variables;

  memset (learner, 0, sizeof *learner);
  learner->n_variables = n_variables;
  learner->low = g_memdup2 (low, sizeof *low * n_sides);
  learner->top = g_new (gint32, n_sides);
  learner->wanted = g_new (gint32, n_sides);
  learner->listed = g_new0 (guint8, n_sides);
  learner->stamps = g_new0 (gint32, n_sides + 1);
  learner->activity = g_new0 (double, n_variables);
  learner->increment = 1;
  learner->trail = g_array_new (FALSE, FALSE, sizeof (SegueTrailEntry));
  learner->levels = g_array_new (FALSE, FALSE, sizeof (gint32));
  learner->arcs = g_array_new (FALSE, FALSE, sizeof (SegueLearnArc));
  learner->clauses = g_array_new (FALSE, FALSE, sizeof (gint32));
  learner->atoms = g_array_new (FALSE, FALSE, sizeof (SegueAtom));
  learner->conflict = g_array_new (FALSE, FALSE, sizeof (SegueAtom));
  learner->learnt = g_array_new (FALSE, FALSE, sizeof (SegueAtom));
  learner->seen = g_array_new (FALSE, FALSE, sizeof (gint32));
  learner->watches = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (gsize side = 0; side < n_sides; side++)
    {
      learner->top[side] = -1;
      learner->wanted[side] = NOTHING;
      g_ptr_array_add (learner->watches, g_array_new (FALSE, FALSE, sizeof (SegueWatch)));
    }
}

void
segue_learner_add_arc (SegueLearner  *learner,
                       SegueLearnArc  arc)
{
  g_array_append_val (learner->arcs, arc);
}

/* Arc indices by side: of their beginnings, or of their guards. */
static void
group_arcs (SegueLearner  *learner,
            gboolean       by_guard,
            gint32       **begin,
            gint32       **order)
{
  const gint32 n_sides = 2 * learner->n_variables;

  *begin = g_new0 (gint32, n_sides + 2);
  *order = g_new (gint32, learner->arcs->len + 1);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (gint32 k = 0; k < (gint32) learner->arcs->len; k++)
        {
          const gint32 side = by_guard ? ARC (learner, k)->guard.side : ARC (learner, k)->from;

          if (side >= 0 && pass == 0)
            (*begin)[side + 2]++;
          else if (side >= 0)
            (*order)[(*begin)[side + 1]++] = k;
        }
      for (gint32 side = 2; pass == 0 && side <= n_sides; side++)
        (*begin)[side] += (*begin)[side - 1];
    }
}

/* No arcs are added after this, and nothing is raised before it. */
void
segue_learner_seal (SegueLearner *learner)
{
  group_arcs (learner, FALSE, &learner->arc_begin, &learner->arc_order);
  group_arcs (learner, TRUE, &learner->guard_begin, &learner->guard_order);
}

void
segue_learner_clear (SegueLearner *learner)
{
  g_clear_pointer (&learner->low, g_free);
  g_clear_pointer (&learner->top, g_free);
  g_clear_pointer (&learner->wanted, g_free);
  g_clear_pointer (&learner->listed, g_free);
  g_clear_pointer (&learner->stamps, g_free);
  g_clear_pointer (&learner->activity, g_free);
  g_clear_pointer (&learner->arc_begin, g_free);
  g_clear_pointer (&learner->arc_order, g_free);
  g_clear_pointer (&learner->guard_begin, g_free);
  g_clear_pointer (&learner->guard_order, g_free);
  g_clear_pointer (&learner->trail, g_array_unref);
  g_clear_pointer (&learner->levels, g_array_unref);
  g_clear_pointer (&learner->arcs, g_array_unref);
  g_clear_pointer (&learner->clauses, g_array_unref);
  g_clear_pointer (&learner->atoms, g_array_unref);
  g_clear_pointer (&learner->conflict, g_array_unref);
  g_clear_pointer (&learner->learnt, g_array_unref);
  g_clear_pointer (&learner->seen, g_array_unref);
  g_clear_pointer (&learner->watches, g_ptr_array_unref);
}
