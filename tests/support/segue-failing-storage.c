/* segue-failing-storage.c - a storage whose n-th write fails
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands before another storage and passes everything on, but for the one
 * write that it was told to refuse.
 */
#include "support/segue-failing-storage.h"

struct _SegueFailingStorage
{
  GObject parent_instance;

  SegueStorage *storage;
  guint left; /* writes up to and with the one that fails; 0: none will */
};

static void segue_failing_storage_iface_init (SegueStorageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SegueFailingStorage, segue_failing_storage, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SEGUE_TYPE_STORAGE, segue_failing_storage_iface_init))

static gboolean
may_write (SegueFailingStorage *self,
           GError             **error)
{
  if (self->left == 0 || --self->left > 0)
    return TRUE;
  g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE, "The disk is full.");
  return FALSE;
}

static GPtrArray *
segue_failing_storage_list (SegueStorage *storage,
                            GError      **error)
{
  return segue_storage_list (SEGUE_FAILING_STORAGE (storage)->storage, error);
}

static SeguePlan *
segue_failing_storage_load (SegueStorage *storage,
                            const char   *plan_id,
                            GError      **error)
{
  return segue_storage_load (SEGUE_FAILING_STORAGE (storage)->storage, plan_id, error);
}

static gboolean
segue_failing_storage_create (SegueStorage *storage,
                              SeguePlan    *plan,
                              GError      **error)
{
  SegueFailingStorage *self = SEGUE_FAILING_STORAGE (storage);

  return may_write (self, error) && segue_storage_create (self->storage, plan, error);
}

static gboolean
segue_failing_storage_commit (SegueStorage   *storage,
                              const char     *plan_id,
                              SegueChangeSet *change_set,
                              GError        **error)
{
  SegueFailingStorage *self = SEGUE_FAILING_STORAGE (storage);

  return may_write (self, error) && segue_storage_commit (self->storage, plan_id, change_set, error);
}

static gboolean
segue_failing_storage_remove (SegueStorage *storage,
                              const char   *plan_id,
                              GError      **error)
{
  SegueFailingStorage *self = SEGUE_FAILING_STORAGE (storage);

  return may_write (self, error) && segue_storage_remove (self->storage, plan_id, error);
}

static void
segue_failing_storage_iface_init (SegueStorageInterface *iface)
{
  iface->list = segue_failing_storage_list;
  iface->load = segue_failing_storage_load;
  iface->create = segue_failing_storage_create;
  iface->commit = segue_failing_storage_commit;
  iface->remove = segue_failing_storage_remove;
}

static void
segue_failing_storage_dispose (GObject *object)
{
  g_clear_object (&SEGUE_FAILING_STORAGE (object)->storage);

  G_OBJECT_CLASS (segue_failing_storage_parent_class)->dispose (object);
}

static void
segue_failing_storage_class_init (SegueFailingStorageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = segue_failing_storage_dispose;
}

static void
segue_failing_storage_init (SegueFailingStorage *self)
{
}

/**
 * segue_failing_storage_new:
 * @storage: the storage that does the work
 *
 * Returns: (transfer full): a storage that fails when it is told to
 */
SegueFailingStorage *
segue_failing_storage_new (SegueStorage *storage)
{
  SegueFailingStorage *self = g_object_new (SEGUE_TYPE_FAILING_STORAGE, NULL);

  self->storage = g_object_ref (storage);
  return self;
}

/**
 * segue_failing_storage_fail_at:
 * @self: a failing storage
 * @n: which write from now on fails, 1 being the next; 0 for none
 */
void
segue_failing_storage_fail_at (SegueFailingStorage *self,
                               guint                n)
{
  self->left = n;
}
