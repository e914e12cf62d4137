/* segue-rcpsp-learn.h - bounds, reasons, and what is learnt from a conflict
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal to the room. Lazy clause generation (Ohrimenko, Stuckey, Codish,
 * Constraints 14, 2009; Schutt, Feydy, Stuckey, Wallace, Constraints 16, 2011)
 * without Boolean variables: what is known, decided and learnt are bounds.
 *
 * A variable x has two sides, y = x and y = -x, and of each side only the
 * lower limit is kept; an atom says "y >= value". So every rule has to be
 * written for lower limits only, and the opposite of an atom is an atom of the
 * other side:
 *
 *     not (x >= 5)   =   -x >= -4
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint32 side; /* 2 * variable, + 1 for its negative */
  gint32 value;
} SegueAtom;

/* low[to] >= low[from] + weight, once guard is true. */
typedef struct
{
  gint32 from;
  gint32 to;
  gint32 weight;
  SegueAtom guard; /* side -1: always */
} SegueLearnArc;

typedef enum
{
  SEGUE_REASON_NONE,   /* a decision, or known from the beginning */
  SEGUE_REASON_ARC,    /* index of the arc */
  SEGUE_REASON_CLAUSE, /* place of the clause; its first atom was made true */
  SEGUE_REASON_ATOMS,  /* place of the atoms that together force it */
} SegueReason;

typedef struct
{
  gint32 side;
  gint32 value;
  gint32 old;
  gint32 previous; /* entry of the same side before this, or -1 */
  gint32 level;
  SegueReason kind;
  gint32 reason;
} SegueTrailEntry;

typedef struct
{
  gint32 clause;
  gint32 threshold; /* the watched atom is false from this limit on */
} SegueWatch;

typedef struct
{
  gint32 n_variables;
  gint32 *low;     /* of each side */
  gint32 *top;     /* last entry of each side, or -1 */

  GArray *trail;   /* SegueTrailEntry */
  GArray *levels;  /* gint32: length of the trail before each decision */
  gint32 head;     /* entries before this were propagated */

  GArray *arcs;        /* SegueLearnArc */
  gint32 *arc_begin;   /* by side: into arc_order */
  gint32 *arc_order;
  gint32 *guard_begin; /* by side of the guard: into guard_order */
  gint32 *guard_order;

  GArray *clauses; /* gint32: length, rank, then SegueAtoms */
  GPtrArray *watches; /* GArray of SegueWatch of each side */
  gint32 n_clauses;

  GArray *atoms;    /* SegueAtom: runs that begin with their length */
  GArray *conflict; /* SegueAtom: true, and may not be true together */
  GArray *learnt;   /* SegueAtom */
  gint32 *wanted;   /* scratch of analysis, by side */
  GArray *seen;     /* gint32: sides of which something was wanted */
  guint8 *listed;   /* whether the side is in seen */
  gint32 *stamps;   /* scratch, by level */
  gint32 stamp;

  double *activity; /* of each variable */
  double increment;
  gint64 n_conflicts;
} SegueLearner;

void     segue_learner_init      (SegueLearner   *learner,
                                  gint32          n_variables,
                                  const gint32   *low);
void     segue_learner_clear     (SegueLearner   *learner);
void     segue_learner_add_arc   (SegueLearner   *learner,
                                  SegueLearnArc   arc);
void     segue_learner_seal      (SegueLearner   *learner);
gint32   segue_learner_store     (SegueLearner   *learner,
                                  const SegueAtom *atoms,
                                  guint           n_atoms);
gboolean segue_learner_raise     (SegueLearner   *learner,
                                  SegueAtom       atom,
                                  SegueReason     kind,
                                  gint32          reason);
gboolean segue_learner_follow    (SegueLearner   *learner,
                                  gint32          index);
gboolean segue_learner_propagate (SegueLearner   *learner);
void     segue_learner_decide    (SegueLearner   *learner,
                                  SegueAtom       atom);
void     segue_learner_retreat   (SegueLearner   *learner,
                                  gint32          level);
gboolean segue_learner_learn     (SegueLearner   *learner);
void     segue_learner_forget    (SegueLearner   *learner);

static inline SegueAtom
segue_atom_not (SegueAtom atom)
{
  return (SegueAtom) { atom.side ^ 1, 1 - atom.value };
}

static inline gboolean
segue_learner_is_true (const SegueLearner *learner,
                       SegueAtom           atom)
{
  return learner->low[atom.side] >= atom.value;
}

static inline gboolean
segue_learner_is_false (const SegueLearner *learner,
                        SegueAtom           atom)
{
  return learner->low[atom.side ^ 1] >= 1 - atom.value;
}

static inline gboolean
segue_learner_is_fixed (const SegueLearner *learner,
                        gint32              variable)
{
  return learner->low[2 * variable] + learner->low[2 * variable + 1] == 0;
}

static inline gint32
segue_learner_level (const SegueLearner *learner)
{
  return (gint32) learner->levels->len;
}

G_END_DECLS
