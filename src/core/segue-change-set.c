/* segue-change-set.c - one edit with all its consequences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-change-set.h"

struct _SegueChangeSet
{
  GObject parent_instance;

  char *label;
  char *focus;
  GArray *changes; /* of SegueChange */

  GHashTable *outcome; /* what came of the last check, or NULL */
  guint64 checked; /* the stamp of the plan that it was checked for */
  guint64 from, to; /* of the plan before and after it was applied, or 0 */
};

/* What is previewed in a thread may be performed meanwhile. */
static GMutex outcome_lock;

G_DEFINE_FINAL_TYPE (SegueChangeSet, segue_change_set, G_TYPE_OBJECT)

static void
clear_change (gpointer data)
{
  SegueChange *change = data;

  g_clear_pointer (&change->before, segue_record_unref);
  g_clear_pointer (&change->after, segue_record_unref);
}

static void
segue_change_set_finalize (GObject *object)
{
  SegueChangeSet *self = SEGUE_CHANGE_SET (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->focus, g_free);
  g_clear_pointer (&self->changes, g_array_unref);
  g_clear_pointer (&self->outcome, g_hash_table_unref);

  G_OBJECT_CLASS (segue_change_set_parent_class)->finalize (object);
}

static void
segue_change_set_class_init (SegueChangeSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = segue_change_set_finalize;
}

static void
segue_change_set_init (SegueChangeSet *self)
{
  self->changes = g_array_new (FALSE, TRUE, sizeof (SegueChange));
  g_array_set_clear_func (self->changes, clear_change);
}

/**
 * segue_change_set_new:
 * @label: what is done, translated, for menus and toasts
 *
 * Returns: (transfer full): an empty change set
 */
SegueChangeSet *
segue_change_set_new (const char *label)
{
  SegueChangeSet *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (SEGUE_TYPE_CHANGE_SET, NULL);
  self->label = g_strdup (label);
  return self;
}

/* It has become another. */
static void
forget_checks (SegueChangeSet *self)
{
  g_mutex_lock (&outcome_lock);
  g_clear_pointer (&self->outcome, g_hash_table_unref);
  self->from = self->to = 0;
  g_mutex_unlock (&outcome_lock);
}

/**
 * segue_change_set_add:
 * @self: a change set that nobody else holds yet
 * @before: (nullable): the row as it is; %NULL inserts
 * @after: (nullable): the row as it shall be; %NULL removes
 *
 * Adds one change at the end. A row that stays as it is adds nothing.
 */
void
segue_change_set_add (SegueChangeSet    *self,
                      const SegueRecord *before,
                      const SegueRecord *after)
{
  SegueChange change = { 0 };

  g_return_if_fail (SEGUE_IS_CHANGE_SET (self));
  g_return_if_fail (before != NULL || after != NULL);
  g_return_if_fail (before == NULL || after == NULL ||
                    (segue_record_get_kind (before) == segue_record_get_kind (after) &&
                     g_str_equal (segue_record_get_id (before), segue_record_get_id (after))));

  if (segue_record_equal (before, after))
    return;
  change.before = before ? segue_record_ref (before) : NULL;
  change.after = after ? segue_record_ref (after) : NULL;
  g_array_append_val (self->changes, change);
  forget_checks (self);
}

/**
 * segue_change_set_keep_outcome:
 * @self: a change set
 * @stamp: segue_plan_get_stamp() of the plan that it was checked for
 * @outcome: (element-type utf8 SegueRecord): what segue_apply_check() found
 *
 * One edit is checked by its verb, by the session and by the plan. Where
 * nothing has changed in between that is one check.
 */
void
segue_change_set_keep_outcome (SegueChangeSet *self,
                               guint64         stamp,
                               GHashTable     *outcome)
{
  g_return_if_fail (SEGUE_IS_CHANGE_SET (self) && outcome != NULL);

  g_mutex_lock (&outcome_lock);
  g_clear_pointer (&self->outcome, g_hash_table_unref);
  self->outcome = g_hash_table_ref (outcome);
  self->checked = stamp;
  g_mutex_unlock (&outcome_lock);
}

/**
 * segue_change_set_get_outcome:
 * @self: a change set
 * @stamp: segue_plan_get_stamp() of a plan
 *
 * Returns: (transfer full) (nullable) (element-type utf8 SegueRecord): what was
 *   kept, if it was checked for a plan with that stamp
 */
GHashTable *
segue_change_set_get_outcome (SegueChangeSet *self,
                              guint64         stamp)
{
  GHashTable *outcome = NULL;

  g_return_val_if_fail (SEGUE_IS_CHANGE_SET (self), NULL);

  g_mutex_lock (&outcome_lock);
  if (self->outcome != NULL && self->checked == stamp)
    outcome = g_hash_table_ref (self->outcome);
  g_mutex_unlock (&outcome_lock);
  return outcome;
}

/**
 * segue_change_set_note_applied:
 * @self: a change set
 * @from: segue_plan_get_stamp() before it was applied
 * @to: the same afterwards
 *
 * What it came to is no longer needed. Its inverse leads back from @to to @from,
 * which were both sound.
 */
void
segue_change_set_note_applied (SegueChangeSet *self,
                               guint64         from,
                               guint64         to)
{
  g_return_if_fail (SEGUE_IS_CHANGE_SET (self));

  g_mutex_lock (&outcome_lock);
  g_clear_pointer (&self->outcome, g_hash_table_unref);
  self->from = from;
  self->to = to;
  g_mutex_unlock (&outcome_lock);
}

/**
 * segue_change_set_lead:
 * @self: a change set
 * @from: segue_plan_get_stamp() of a plan
 *
 * Returns: the stamp that the plan has had after it, or before it was taken back;
 *   0 if it has never been applied there
 */
guint64
segue_change_set_lead (SegueChangeSet *self,
                       guint64         from)
{
  guint64 to;

  g_return_val_if_fail (SEGUE_IS_CHANGE_SET (self), 0);

  g_mutex_lock (&outcome_lock);
  to = self->from == from ? self->to : 0;
  g_mutex_unlock (&outcome_lock);
  return to;
}

/**
 * segue_change_set_count:
 * @self: a change set
 *
 * Returns: how many changes it has
 */
guint
segue_change_set_count (SegueChangeSet *self)
{
  g_return_val_if_fail (SEGUE_IS_CHANGE_SET (self), 0);

  return self->changes->len;
}

/**
 * segue_change_set_get:
 * @self: a change set
 * @index: less than the count
 *
 * Returns: (transfer none): that change, in the order in which they are made
 */
const SegueChange *
segue_change_set_get (SegueChangeSet *self,
                      guint           index)
{
  g_return_val_if_fail (SEGUE_IS_CHANGE_SET (self), NULL);
  g_return_val_if_fail (index < self->changes->len, NULL);

  return &g_array_index (self->changes, SegueChange, index);
}

/**
 * segue_change_set_get_label:
 * @self: a change set
 *
 * Returns: (transfer none): what is done, translated
 */
const char *
segue_change_set_get_label (SegueChangeSet *self)
{
  g_return_val_if_fail (SEGUE_IS_CHANGE_SET (self), NULL);

  return self->label;
}

/**
 * segue_change_set_get_focus:
 * @self: a change set
 *
 * Returns: (transfer none) (nullable): the id of what to show afterwards
 */
const char *
segue_change_set_get_focus (SegueChangeSet *self)
{
  g_return_val_if_fail (SEGUE_IS_CHANGE_SET (self), NULL);

  return self->focus;
}

/**
 * segue_change_set_set_focus:
 * @self: a change set
 * @id: (nullable): the id of what to show afterwards
 */
void
segue_change_set_set_focus (SegueChangeSet *self,
                            const char     *id)
{
  g_return_if_fail (SEGUE_IS_CHANGE_SET (self));

  g_set_str (&self->focus, id);
}

/**
 * segue_change_set_invert:
 * @self: a change set
 *
 * Returns: (transfer full): what takes it back: the same label and focus, the
 *   changes in reverse order with before and after exchanged
 */
SegueChangeSet *
segue_change_set_invert (SegueChangeSet *self)
{
  SegueChangeSet *inverse;

  g_return_val_if_fail (SEGUE_IS_CHANGE_SET (self), NULL);

  inverse = segue_change_set_new (self->label);
  segue_change_set_set_focus (inverse, self->focus);
  for (guint i = self->changes->len; i > 0; i--)
    {
      const SegueChange *change = segue_change_set_get (self, i - 1);

      segue_change_set_add (inverse, change->after, change->before);
    }
  segue_change_set_note_applied (inverse, self->to, self->from);
  return inverse;
}
