/* segue-item-list.c - the rows of one kind by rank, as a list model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows stand in one array, ordered by rank and, among equal ranks, by id:
 * the n-th is found at once and a given row by bisection. An identity is made
 * only when the list model is asked for it and is then kept for its row.
 *
 * Changing and telling are apart, so that a plan can bring all its lists up to
 * date before anyone hears of it: swap and merge change, announce tells.
 */
#include "core/segue-item-list.h"

#include "core/segue-item-private.h"

struct _SegueItemList
{
  GObject parent_instance;

  GPtrArray *records; /* of SegueRecord */
  gboolean shared;    /* another list has the same array: nobody writes into it */
  GHashTable *items;  /* id to SegueItem, of those that were asked for */

  GPtrArray *swapped; /* of SegueRecord: what items have yet to be told */
  guint position;     /* the part of the list that is yet to be announced */
  guint n_removed;
  guint n_added;
};

static void segue_item_list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SegueItemList, segue_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, segue_item_list_model_iface_init))

static int
compare_records (const SegueRecord *a,
                 const SegueRecord *b)
{
  double rank_a = segue_record_get_rank (a);
  double rank_b = segue_record_get_rank (b);

  if (rank_a < rank_b)
    return -1;
  if (rank_a > rank_b)
    return 1;
  return strcmp (segue_record_get_id (a), segue_record_get_id (b));
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return compare_records (*(const SegueRecord *const *) a, *(const SegueRecord *const *) b);
}

static gpointer
ref_record (gconstpointer record,
            gpointer      data)
{
  return segue_record_ref (record);
}

static void
make_own (SegueItemList *self)
{
  GPtrArray *own;

  if (!self->shared)
    return;
  own = g_ptr_array_copy (self->records, ref_record, NULL);
  g_ptr_array_unref (self->records);
  self->records = own;
  self->shared = FALSE;
}

static void
queue_swap (SegueItemList     *self,
            const SegueRecord *record)
{
  if (g_hash_table_contains (self->items, segue_record_get_id (record)))
    g_ptr_array_add (self->swapped, segue_record_ref (record));
}

/* Both arrays are in order; what is removed is left out. */
static GPtrArray *
merge_records (GPtrArray  *old,
               GHashTable *removed,
               GPtrArray  *added)
{
  GPtrArray *merged = g_ptr_array_new_full (old->len + added->len, (GDestroyNotify) segue_record_unref);
  guint next = 0;

  for (guint i = 0; i < old->len; i++)
    {
      SegueRecord *record = old->pdata[i];

      if (g_hash_table_contains (removed, segue_record_get_id (record)))
        continue;
      while (next < added->len && compare_records (added->pdata[next], record) < 0)
        g_ptr_array_add (merged, segue_record_ref (added->pdata[next++]));
      g_ptr_array_add (merged, segue_record_ref (record));
    }
  while (next < added->len)
    g_ptr_array_add (merged, segue_record_ref (added->pdata[next++]));
  return merged;
}

/* The same row, be it that something in it is another. */
static gboolean
is_same_row (const SegueRecord *a,
             const SegueRecord *b)
{
  return a == b || g_str_equal (segue_record_get_id (a), segue_record_get_id (b));
}

/*
 * old  a b c d e      prefix a b, suffix e: at 2, 2 are gone and 3 have come
 * new  a b x y z e
 */
static void
find_difference (SegueItemList *self,
                 GPtrArray     *old,
                 GPtrArray     *new)
{
  guint shorter = MIN (old->len, new->len);
  guint prefix = 0, suffix = 0;

  while (prefix < shorter && is_same_row (old->pdata[prefix], new->pdata[prefix]))
    prefix++;
  while (suffix < shorter - prefix && is_same_row (old->pdata[old->len - 1 - suffix], new->pdata[new->len - 1 - suffix]))
    suffix++;
  self->position = prefix;
  self->n_removed = old->len - prefix - suffix;
  self->n_added = new->len - prefix - suffix;
}

static GType
segue_item_list_get_item_type (GListModel *model)
{
  return SEGUE_TYPE_ITEM;
}

static guint
segue_item_list_get_n_items (GListModel *model)
{
  return SEGUE_ITEM_LIST (model)->records->len;
}

static gpointer
segue_item_list_get_item (GListModel *model,
                          guint       position)
{
  SegueItemList *self = SEGUE_ITEM_LIST (model);
  const SegueRecord *record = segue_item_list_get_nth (self, position);
  SegueItem *item;

  if (record == NULL)
    return NULL;
  item = g_hash_table_lookup (self->items, segue_record_get_id (record));
  if (item == NULL)
    {
      item = segue_item_new (record);
      g_hash_table_insert (self->items, g_strdup (segue_record_get_id (record)), item);
    }
  return g_object_ref (item);
}

static void
segue_item_list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = segue_item_list_get_item_type;
  iface->get_n_items = segue_item_list_get_n_items;
  iface->get_item = segue_item_list_get_item;
}

static void
segue_item_list_finalize (GObject *object)
{
  SegueItemList *self = SEGUE_ITEM_LIST (object);

  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->swapped, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);

  G_OBJECT_CLASS (segue_item_list_parent_class)->finalize (object);
}

static void
segue_item_list_class_init (SegueItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = segue_item_list_finalize;
}

static void
segue_item_list_init (SegueItemList *self)
{
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);
  self->swapped = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * segue_item_list_new:
 *
 * Returns: (transfer full): an empty list
 */
SegueItemList *
segue_item_list_new (void)
{
  return g_object_new (SEGUE_TYPE_ITEM_LIST, NULL);
}

/**
 * segue_item_list_count:
 * @self: a list
 *
 * Returns: how many rows it has
 */
guint
segue_item_list_count (SegueItemList *self)
{
  g_return_val_if_fail (SEGUE_IS_ITEM_LIST (self), 0);

  return self->records->len;
}

/**
 * segue_item_list_get_nth:
 * @self: a list
 * @index: a place, from 0
 *
 * Returns: (transfer none) (nullable): the row there
 */
const SegueRecord *
segue_item_list_get_nth (SegueItemList *self,
                         guint          index)
{
  g_return_val_if_fail (SEGUE_IS_ITEM_LIST (self), NULL);

  return index < self->records->len ? self->records->pdata[index] : NULL;
}

/**
 * segue_item_list_index_of:
 * @self: a list
 * @record: a row
 *
 * Returns: its place, or -1 if it does not stand here
 */
int
segue_item_list_index_of (SegueItemList     *self,
                          const SegueRecord *record)
{
  guint low = 0, high;

  g_return_val_if_fail (SEGUE_IS_ITEM_LIST (self), -1);

  high = self->records->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = compare_records (self->records->pdata[middle], record);

      if (order == 0)
        return (int) middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

/**
 * segue_item_list_swap:
 * @self: a list
 * @before: a row that stands here
 * @after: what stands in its place from now on: same id, same rank
 */
void
segue_item_list_swap (SegueItemList     *self,
                      const SegueRecord *before,
                      const SegueRecord *after)
{
  int index = segue_item_list_index_of (self, before);

  g_return_if_fail (index >= 0 && compare_records (before, after) == 0);

  make_own (self);
  segue_record_unref (self->records->pdata[index]);
  self->records->pdata[index] = segue_record_ref (after);
  queue_swap (self, after);
}

/**
 * segue_item_list_share:
 * @self: a new list
 * @other: a list about which nothing is left to announce
 *
 * Gives @self the rows of @other, as they are now and without a copy. What is
 * done to one of them later is not done to the other.
 */
void
segue_item_list_share (SegueItemList *self,
                       SegueItemList *other)
{
  g_return_if_fail (SEGUE_IS_ITEM_LIST (self) && SEGUE_IS_ITEM_LIST (other));

  g_ptr_array_unref (self->records);
  self->records = g_ptr_array_ref (other->records);
  self->shared = other->shared = TRUE;
}

/* What is known of the rows that are yet to come: items of rows that are gone
 * go as well. */
static void
queue_items (SegueItemList *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, item;

  if (g_hash_table_size (self->items) == 0)
    return;
  for (guint i = 0; i < self->records->len; i++)
    g_hash_table_insert (rows, (gpointer) segue_record_get_id (self->records->pdata[i]), self->records->pdata[i]);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, &item))
    {
      const SegueRecord *record = g_hash_table_lookup (rows, id);

      if (record == NULL)
        g_hash_table_iter_remove (&iter);
      else if (record != segue_item_get_record (item))
        g_ptr_array_add (self->swapped, segue_record_ref (record));
    }
}

/**
 * segue_item_list_become:
 * @self: a list about which nothing is left to announce
 * @other: a list of the same kind about which nothing is left to announce
 *
 * Gives @self the rows of @other without a copy, in a time that hangs on what
 * has been asked for and not on what differs.
 */
void
segue_item_list_become (SegueItemList *self,
                        SegueItemList *other)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (SEGUE_IS_ITEM_LIST (self) && SEGUE_IS_ITEM_LIST (other));

  if (self->records == other->records)
    return;
  old = g_steal_pointer (&self->records);
  self->records = g_ptr_array_ref (other->records);
  self->shared = other->shared = TRUE;
  find_difference (self, old, self->records);
  queue_items (self);
}

/**
 * segue_item_list_merge:
 * @self: a list
 * @removed: (element-type utf8 unused): ids that leave their places
 * @added: (element-type SegueRecord): rows that get a place, in any order;
 *   what is in both lists moves and stays the same item
 */
void
segue_item_list_merge (SegueItemList *self,
                       GHashTable    *removed,
                       GPtrArray     *added)
{
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GHashTable) kept = NULL;
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (SEGUE_IS_ITEM_LIST (self));

  g_ptr_array_sort (added, compare_pointers);
  old = g_steal_pointer (&self->records);
  self->records = merge_records (old, removed, added);
  self->shared = FALSE;
  find_difference (self, old, self->records);

  kept = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < added->len; i++)
    {
      g_hash_table_add (kept, (gpointer) segue_record_get_id (added->pdata[i]));
      queue_swap (self, added->pdata[i]);
    }
  g_hash_table_iter_init (&iter, removed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!g_hash_table_contains (kept, id))
        g_hash_table_remove (self->items, id);
    }
}

/**
 * segue_item_list_announce:
 * @self: a list
 *
 * Tells items and listeners what has changed since the last time.
 */
void
segue_item_list_announce (SegueItemList *self)
{
  g_autoptr (GPtrArray) swapped = NULL;
  guint n_removed, n_added;

  g_return_if_fail (SEGUE_IS_ITEM_LIST (self));

  swapped = g_steal_pointer (&self->swapped);
  self->swapped = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);
  n_removed = self->n_removed;
  n_added = self->n_added;
  self->n_removed = self->n_added = 0;

  for (guint i = 0; i < swapped->len; i++)
    {
      const SegueRecord *record = swapped->pdata[i];
      SegueItem *item = g_hash_table_lookup (self->items, segue_record_get_id (record));

      if (item)
        segue_item_set_record (item, record);
    }
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), self->position, n_removed, n_added);
}
