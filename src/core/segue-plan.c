/* segue-plan.c - one person's plan in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   records   id -> record      every row of every kind
 *   lists     kind -> rows by rank
 *
 * Both hold the same rows at any time that can be seen from outside.
 *
 * A plan is copied for every edit, to be laid out or tried beside the window.
 * A copy shares what it can: from then on neither side writes into the shared
 * table of records, and what changes is noted in a small one that lies over it:
 *
 *   changed   id -> record, or NULL where it is gone    looked at first
 *   records   id -> record                              shared, never written
 *
 * When the small one has grown, both are made one table of the plan's own.
 */
#include "core/segue-plan.h"

#include "core/segue-apply.h"
#include "core/segue-item-list.h"
#include "core/segue-references.h"

struct _SeguePlan
{
  GObject parent_instance;

  GHashTable *records;
  GHashTable *changed; /* NULL while the records are the plan's own */
  SegueItemList *lists[SEGUE_N_KINDS];
  guint64 revision;
  guint64 stamp;
};

G_DEFINE_FINAL_TYPE (SeguePlan, segue_plan, G_TYPE_OBJECT)

enum
{
  SIGNAL_APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Given to each state of each plan. */
static gsize last_stamp;

/* So many changes are looked up beside the shared records. */
#define MAX_CHANGED 256

/* What an edit does to one kind's list. */
typedef struct
{
  GHashTable *removed; /* ids; borrowed from the records that leave */
  GPtrArray *added;    /* of SegueRecord, borrowed */
} ListChange;

static guint64
take_stamp (void)
{
  return (guint64) g_atomic_pointer_add (&last_stamp, 1) + 1;
}

static const SegueRecord *
find_record (gpointer    data,
             const char *id)
{
  return segue_plan_find (data, id);
}

static void
release_record (gpointer data)
{
  if (data)
    segue_record_unref (data);
}

static GHashTable *
new_records (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) segue_record_unref);
}

static GHashTable *
new_changed (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, release_record);
}

static void
put_record (SeguePlan         *self,
            const SegueRecord *record)
{
  if (self->changed)
    g_hash_table_replace (self->changed, g_strdup (segue_record_get_id (record)), segue_record_ref (record));
  else
    g_hash_table_replace (self->records, (gpointer) segue_record_get_id (record), segue_record_ref (record));
}

static void
drop_record (SeguePlan  *self,
             const char *id)
{
  if (self->changed)
    g_hash_table_replace (self->changed, g_strdup (id), NULL);
  else
    g_hash_table_remove (self->records, id);
}

/* The lists are up to date: they know what the two tables come to. */
static void
settle_records (SeguePlan *self)
{
  if (self->changed == NULL || g_hash_table_size (self->changed) <= MAX_CHANGED)
    return;
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_hash_table_unref (self->records);
  self->records = new_records ();
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    for (guint i = 0; i < segue_item_list_count (self->lists[kind]); i++)
      put_record (self, segue_item_list_get_nth (self->lists[kind], i));
}

static void
copy_changed (SeguePlan *self,
              SeguePlan *from)
{
  GHashTableIter iter;
  gpointer id, record;

  self->changed = new_changed ();
  g_hash_table_iter_init (&iter, from->changed);
  while (g_hash_table_iter_next (&iter, &id, &record))
    g_hash_table_insert (self->changed, g_strdup (id), record ? segue_record_ref (record) : NULL);
}

/* From now on neither writes into the table that both have. */
static void
share_records (SeguePlan *self,
               SeguePlan *from)
{
  if (from->changed == NULL)
    from->changed = new_changed ();
  g_hash_table_unref (self->records);
  self->records = g_hash_table_ref (from->records);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  copy_changed (self, from);
}

static void
note_change (SeguePlan         *self,
             ListChange        *changes,
             const SegueRecord *before,
             const SegueRecord *after)
{
  if (before && after && segue_record_get_kind (before) == segue_record_get_kind (after) &&
      !(segue_record_get_rank (before) < segue_record_get_rank (after)) &&
      !(segue_record_get_rank (before) > segue_record_get_rank (after)))
    {
      segue_item_list_swap (self->lists[segue_record_get_kind (before)], before, after);
      return;
    }
  if (before)
    g_hash_table_add (changes[segue_record_get_kind (before)].removed, (gpointer) segue_record_get_id (before));
  if (after)
    g_ptr_array_add (changes[segue_record_get_kind (after)].added, (gpointer) after);
}

/* Nothing can fail from here on. */
static void
replace_records (SeguePlan  *self,
                 GHashTable *outcome)
{
  ListChange changes[SEGUE_N_KINDS];
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);
  GHashTableIter iter;
  gpointer id, after;

  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    changes[kind] = (ListChange) { g_hash_table_new (g_str_hash, g_str_equal), g_ptr_array_new () };

  g_hash_table_iter_init (&iter, outcome);
  while (g_hash_table_iter_next (&iter, &id, &after))
    {
      const SegueRecord *before = segue_plan_find (self, id);

      if (before)
        g_ptr_array_add (gone, segue_record_ref (before));
      note_change (self, changes, before, after);
      if (after)
        put_record (self, after);
      else
        drop_record (self, id);
    }
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      if (g_hash_table_size (changes[kind].removed) > 0 || changes[kind].added->len > 0)
        segue_item_list_merge (self->lists[kind], changes[kind].removed, changes[kind].added);
      g_hash_table_unref (changes[kind].removed);
      g_ptr_array_unref (changes[kind].added);
    }
  settle_records (self);
}

static void
segue_plan_finalize (GObject *object)
{
  SeguePlan *self = SEGUE_PLAN (object);

  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    g_clear_object (&self->lists[kind]);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->records, g_hash_table_unref);

  G_OBJECT_CLASS (segue_plan_parent_class)->finalize (object);
}

static void
segue_plan_class_init (SeguePlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = segue_plan_finalize;

  /**
   * SeguePlan::applied:
   * @self: the plan
   * @change_set: what has been done to it
   *
   * Everything is up to date and every list has told its listeners.
   */
  signals[SIGNAL_APPLIED] =
    g_signal_new ("applied", SEGUE_TYPE_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, SEGUE_TYPE_CHANGE_SET);
}

static void
segue_plan_init (SeguePlan *self)
{
  self->records = new_records ();
  self->stamp = take_stamp ();
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    self->lists[kind] = segue_item_list_new ();
}

/**
 * segue_plan_new:
 *
 * Returns: (transfer full): a plan without any row; the first change set
 *   that is applied must bring its plan record
 */
SeguePlan *
segue_plan_new (void)
{
  return g_object_new (SEGUE_TYPE_PLAN, NULL);
}

/* Each kind's list, new, of what is in @rows. */
static void
fill_lists (SeguePlan *self,
            GPtrArray *rows[SEGUE_N_KINDS])
{
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      segue_item_list_merge (self->lists[kind], none, rows[kind]);
      segue_item_list_announce (self->lists[kind]);
    }
}

/**
 * segue_plan_new_from:
 * @records: (element-type SegueRecord): all rows of a plan, in any order
 * @error: return location for a %SEGUE_ERROR_INVALID
 *
 * The same as applying a change set that brings every row to an empty plan,
 * in half the time.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if these rows make
 *   none
 */
SeguePlan *
segue_plan_new_from (GPtrArray  *records,
                     GError    **error)
{
  g_autoptr (SeguePlan) self = segue_plan_new ();
  GPtrArray *rows[SEGUE_N_KINDS];
  gboolean sound = TRUE;

  g_return_val_if_fail (records != NULL, NULL);

  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    rows[kind] = g_ptr_array_new ();
  for (guint i = 0; i < records->len && sound; i++)
    {
      SegueRecord *record = records->pdata[i];

      sound = g_hash_table_insert (self->records, (gpointer) segue_record_get_id (record), segue_record_ref (record));
      if (sound)
        g_ptr_array_add (rows[segue_record_get_kind (record)], record);
      else
        segue_apply_set_used_twice (segue_record_get_id (record), error);
    }
  sound = sound && segue_apply_check_whole (self->records, error);
  if (sound)
    fill_lists (self, rows);
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    g_ptr_array_unref (rows[kind]);
  self->revision++;
  self->stamp = take_stamp ();
  return sound ? g_steal_pointer (&self) : NULL;
}

/**
 * segue_plan_copy:
 * @self: a plan
 *
 * The copy may be given to another thread: the two share nothing that either
 * writes.
 *
 * Returns: (transfer full): a plan of its own with the same rows, made in a
 *   time that does not hang on their number
 */
SeguePlan *
segue_plan_copy (SeguePlan *self)
{
  SeguePlan *copy;

  g_return_val_if_fail (SEGUE_IS_PLAN (self), NULL);

  copy = segue_plan_new ();
  share_records (copy, self);
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    segue_item_list_share (copy->lists[kind], self->lists[kind]);
  copy->revision = self->revision;
  copy->stamp = self->stamp;
  return copy;
}

/**
 * segue_plan_get_header:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): its plan record; %NULL only before the
 *   first change set
 */
const SegueRecord *
segue_plan_get_header (SeguePlan *self)
{
  return segue_plan_get_nth (self, SEGUE_KIND_PLAN, 0);
}

/**
 * segue_plan_get_id:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the id of its plan record
 */
const char *
segue_plan_get_id (SeguePlan *self)
{
  const SegueRecord *header = segue_plan_get_header (self);

  return header ? segue_record_get_id (header) : NULL;
}

/**
 * segue_plan_get_title:
 * @self: a plan
 *
 * Returns: (transfer none): its title, never %NULL
 */
const char *
segue_plan_get_title (SeguePlan *self)
{
  const SegueRecord *header = segue_plan_get_header (self);

  return header ? segue_record_get_title (header) : "";
}

/**
 * segue_plan_get_name:
 * @self: a plan
 *
 * Returns: (transfer none): its title as it is shown, see
 *   segue_record_get_name()
 */
const char *
segue_plan_get_name (SeguePlan *self)
{
  const SegueRecord *header = segue_plan_get_header (self);

  return header ? segue_record_get_name (header) : "";
}

/**
 * segue_plan_get_revision:
 * @self: a plan
 *
 * Returns: a number that grows with every change set
 */
guint64
segue_plan_get_revision (SeguePlan *self)
{
  g_return_val_if_fail (SEGUE_IS_PLAN (self), 0);

  return self->revision;
}

/**
 * segue_plan_get_stamp:
 * @self: a plan
 *
 * Returns: a number that this plan has with those copies alone that say the same
 */
guint64
segue_plan_get_stamp (SeguePlan *self)
{
  g_return_val_if_fail (SEGUE_IS_PLAN (self), 0);

  return self->stamp;
}

/**
 * segue_plan_count:
 * @self: a plan
 * @kind: a kind of record
 *
 * Returns: how many rows of that kind there are
 */
guint
segue_plan_count (SeguePlan *self,
                  SegueKind  kind)
{
  g_return_val_if_fail (SEGUE_IS_PLAN (self) && kind < SEGUE_N_KINDS, 0);

  return segue_item_list_count (self->lists[kind]);
}

/**
 * segue_plan_get_nth:
 * @self: a plan
 * @kind: a kind of record
 * @index: a place by rank, from 0
 *
 * Returns: (transfer none) (nullable): the row there
 */
const SegueRecord *
segue_plan_get_nth (SeguePlan *self,
                    SegueKind  kind,
                    guint      index)
{
  g_return_val_if_fail (SEGUE_IS_PLAN (self) && kind < SEGUE_N_KINDS, NULL);

  return segue_item_list_get_nth (self->lists[kind], index);
}

/**
 * segue_plan_find:
 * @self: a plan
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the row of any kind with that id
 */
const SegueRecord *
segue_plan_find (SeguePlan  *self,
                 const char *id)
{
  gpointer record;

  g_return_val_if_fail (SEGUE_IS_PLAN (self), NULL);

  if (id == NULL)
    return NULL;
  if (self->changed && g_hash_table_lookup_extended (self->changed, id, NULL, &record))
    return record;
  return g_hash_table_lookup (self->records, id);
}

/**
 * segue_plan_find_kind:
 * @self: a plan
 * @kind: a kind of record
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the row with that id, if it is of that
 *   kind
 */
const SegueRecord *
segue_plan_find_kind (SeguePlan  *self,
                      SegueKind   kind,
                      const char *id)
{
  const SegueRecord *record = segue_plan_find (self, id);

  return record && segue_record_get_kind (record) == kind ? record : NULL;
}

/**
 * segue_plan_index_of:
 * @self: a plan
 * @kind: a kind of record
 * @id: (nullable): an id
 *
 * Returns: the row's place by rank among its kind, or -1
 */
int
segue_plan_index_of (SeguePlan  *self,
                     SegueKind   kind,
                     const char *id)
{
  const SegueRecord *record = segue_plan_find_kind (self, kind, id);

  return record ? segue_item_list_index_of (self->lists[kind], record) : -1;
}

/**
 * segue_plan_get_items:
 * @self: a plan
 * @kind: a kind of record
 *
 * Returns: (transfer none): the rows of that kind by rank, as #SegueItem
 */
GListModel *
segue_plan_get_items (SeguePlan *self,
                      SegueKind  kind)
{
  g_return_val_if_fail (SEGUE_IS_PLAN (self) && kind < SEGUE_N_KINDS, NULL);

  return G_LIST_MODEL (self->lists[kind]);
}

static guint
count_rows (SeguePlan *self)
{
  guint n = 0;

  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    n += segue_item_list_count (self->lists[kind]);
  return n;
}

/**
 * segue_plan_make_id:
 * @self: a plan
 * @stem: what it may begin with, as "step"
 *
 * Returns: (transfer full): an id that is not yet used in the plan
 */
char *
segue_plan_make_id (SeguePlan  *self,
                    const char *stem)
{
  g_return_val_if_fail (SEGUE_IS_PLAN (self) && stem != NULL, NULL);

  for (guint n = count_rows (self) + 1;; n++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", stem, n);

      if (segue_plan_find (self, id) == NULL)
        return g_steal_pointer (&id);
    }
}

/**
 * segue_plan_next_rank:
 * @self: a plan
 * @kind: a kind of record
 *
 * Returns: a rank behind all rows of that kind
 */
double
segue_plan_next_rank (SeguePlan *self,
                      SegueKind  kind)
{
  guint n = segue_plan_count (self, kind);

  return n > 0 ? segue_record_get_rank (segue_plan_get_nth (self, kind, n - 1)) + 1 : 0;
}

/**
 * segue_plan_parse_point:
 * @self: a plan
 * @text: (nullable): "STEP" of a milestone, "STEP.start" or "STEP.end"
 * @step: (out) (optional) (transfer none): the step
 * @side: (out) (optional): which end of it
 *
 * Returns: whether @text is a point of this plan
 */
gboolean
segue_plan_parse_point (SeguePlan          *self,
                        const char         *text,
                        const SegueRecord **step,
                        SegueSide          *side)
{
  const SegueRecord *found;

  g_return_val_if_fail (SEGUE_IS_PLAN (self), FALSE);

  found = text ? segue_point_resolve (text, find_record, self, side) : NULL;
  if (found && step)
    *step = found;
  return found != NULL;
}

/* Undone and done again, a plan says what it said before: it gets back that stamp. */
static void
step_to (SeguePlan      *self,
         guint64         stamp,
         SegueChangeSet *change_set)
{
  guint64 from = self->stamp;

  self->stamp = stamp != 0 ? stamp : take_stamp ();
  segue_change_set_note_applied (change_set, from, self->stamp);
}

static void
announce (SeguePlan      *self,
          SegueChangeSet *change_set)
{
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    segue_item_list_announce (self->lists[kind]);
  g_signal_emit (self, signals[SIGNAL_APPLIED], 0, change_set);
}

/**
 * segue_plan_apply:
 * @self: a plan
 * @change_set: what is to be done to it
 * @error: return location for a %SEGUE_ERROR_STALE or %SEGUE_ERROR_INVALID
 *
 * Checks that every "before" is what stands in the plan and that the result
 * keeps the invariants: every row sound, every reference found, one plan
 * record. Then applies all, or nothing.
 *
 * Returns: whether it was applied
 */
gboolean
segue_plan_apply (SeguePlan      *self,
                  SegueChangeSet *change_set,
                  GError        **error)
{
  g_autoptr (GHashTable) outcome = NULL;

  g_return_val_if_fail (SEGUE_IS_PLAN (self), FALSE);
  g_return_val_if_fail (SEGUE_IS_CHANGE_SET (change_set), FALSE);

  outcome = segue_apply_check (self, change_set, error);
  if (outcome == NULL)
    return FALSE;
  replace_records (self, outcome);
  self->revision++;
  step_to (self, segue_change_set_lead (change_set, self->stamp), change_set);
  announce (self, change_set);
  return TRUE;
}

/**
 * segue_plan_become:
 * @self: a plan
 * @copy: a copy of it to which @change_set has been applied, and nothing to
 *   @self since
 * @change_set: what was done
 *
 * As segue_plan_apply(), for what was worked out in a thread: no row is looked
 * at again.
 */
void
segue_plan_become (SeguePlan      *self,
                   SeguePlan      *copy,
                   SegueChangeSet *change_set)
{
  g_return_if_fail (SEGUE_IS_PLAN (self) && SEGUE_IS_PLAN (copy));
  g_return_if_fail (SEGUE_IS_CHANGE_SET (change_set));

  share_records (self, copy);
  for (guint kind = 0; kind < SEGUE_N_KINDS; kind++)
    segue_item_list_become (self->lists[kind], copy->lists[kind]);
  self->revision++;
  self->stamp = copy->stamp;
  announce (self, change_set);
}
