/* segue-memory-storage.c - a storage that keeps plans in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-memory-storage.h"

struct _SegueMemoryStorage
{
  GObject parent_instance;

  GPtrArray *plans; /* of SeguePlan, in the order in which they were made */
};

static void segue_memory_storage_iface_init (SegueStorageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SegueMemoryStorage, segue_memory_storage, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SEGUE_TYPE_STORAGE, segue_memory_storage_iface_init))

static SeguePlan *
find_plan (SegueStorage *storage,
           const char   *plan_id,
           GError      **error)
{
  SegueMemoryStorage *self = SEGUE_MEMORY_STORAGE (storage);

  for (guint i = 0; i < self->plans->len; i++)
    {
      if (g_strcmp0 (segue_plan_get_id (self->plans->pdata[i]), plan_id) == 0)
        return self->plans->pdata[i];
    }
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND, "There is no plan “%s”.", plan_id);
  return NULL;
}

static GPtrArray *
segue_memory_storage_list (SegueStorage *storage,
                           GError      **error)
{
  SegueMemoryStorage *self = SEGUE_MEMORY_STORAGE (storage);
  GPtrArray *headers = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);

  for (guint i = 0; i < self->plans->len; i++)
    g_ptr_array_add (headers, segue_record_ref (segue_plan_get_header (self->plans->pdata[i])));
  return headers;
}

static SeguePlan *
segue_memory_storage_load (SegueStorage *storage,
                           const char   *plan_id,
                           GError      **error)
{
  SeguePlan *plan = find_plan (storage, plan_id, error);

  return plan ? segue_plan_copy (plan) : NULL;
}

static gboolean
segue_memory_storage_create (SegueStorage *storage,
                             SeguePlan    *plan,
                             GError      **error)
{
  if (find_plan (storage, segue_plan_get_id (plan), NULL))
    {
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, "There is a plan “%s” already.", segue_plan_get_id (plan));
      return FALSE;
    }
  g_ptr_array_add (SEGUE_MEMORY_STORAGE (storage)->plans, segue_plan_copy (plan));
  return TRUE;
}

static gboolean
segue_memory_storage_commit (SegueStorage   *storage,
                             const char     *plan_id,
                             SegueChangeSet *change_set,
                             GError        **error)
{
  SeguePlan *plan = find_plan (storage, plan_id, error);

  return plan && segue_plan_apply (plan, change_set, error);
}

static gboolean
segue_memory_storage_remove (SegueStorage *storage,
                             const char   *plan_id,
                             GError      **error)
{
  SeguePlan *plan = find_plan (storage, plan_id, error);

  return plan && g_ptr_array_remove (SEGUE_MEMORY_STORAGE (storage)->plans, plan);
}

static void
segue_memory_storage_iface_init (SegueStorageInterface *iface)
{
  iface->list = segue_memory_storage_list;
  iface->load = segue_memory_storage_load;
  iface->create = segue_memory_storage_create;
  iface->commit = segue_memory_storage_commit;
  iface->remove = segue_memory_storage_remove;
}

static void
segue_memory_storage_finalize (GObject *object)
{
  g_clear_pointer (&SEGUE_MEMORY_STORAGE (object)->plans, g_ptr_array_unref);

  G_OBJECT_CLASS (segue_memory_storage_parent_class)->finalize (object);
}

static void
segue_memory_storage_class_init (SegueMemoryStorageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = segue_memory_storage_finalize;
}

static void
segue_memory_storage_init (SegueMemoryStorage *self)
{
  self->plans = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * segue_memory_storage_new:
 *
 * Returns: (transfer full): a storage without any plan
 */
SegueStorage *
segue_memory_storage_new (void)
{
  return g_object_new (SEGUE_TYPE_MEMORY_STORAGE, NULL);
}
