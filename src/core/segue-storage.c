/* segue-storage.c - where plans are kept, as the core sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-storage.h"

G_DEFINE_INTERFACE (SegueStorage, segue_storage, G_TYPE_OBJECT)

static void
segue_storage_default_init (SegueStorageInterface *iface)
{
}

/**
 * segue_storage_list:
 * @self: a storage
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type SegueRecord): the plan records of
 *   all plans, in the order in which they were made
 */
GPtrArray *
segue_storage_list (SegueStorage *self,
                    GError      **error)
{
  g_return_val_if_fail (SEGUE_IS_STORAGE (self), NULL);

  return SEGUE_STORAGE_GET_IFACE (self)->list (self, error);
}

/**
 * segue_storage_load:
 * @self: a storage
 * @plan_id: the id of a plan record
 * @error: return location for an error, %SEGUE_ERROR_NOT_FOUND among them
 *
 * Returns: (transfer full): the plan as it was last committed
 */
SeguePlan *
segue_storage_load (SegueStorage *self,
                    const char   *plan_id,
                    GError      **error)
{
  g_return_val_if_fail (SEGUE_IS_STORAGE (self), NULL);
  g_return_val_if_fail (plan_id != NULL, NULL);

  return SEGUE_STORAGE_GET_IFACE (self)->load (self, plan_id, error);
}

/**
 * segue_storage_create:
 * @self: a storage
 * @plan: a plan whose id is not yet stored
 * @error: return location for an error
 *
 * Returns: whether all of @plan is stored; if not, nothing of it is
 */
gboolean
segue_storage_create (SegueStorage *self,
                      SeguePlan    *plan,
                      GError      **error)
{
  g_return_val_if_fail (SEGUE_IS_STORAGE (self), FALSE);
  g_return_val_if_fail (SEGUE_IS_PLAN (plan), FALSE);

  return SEGUE_STORAGE_GET_IFACE (self)->create (self, plan, error);
}

/**
 * segue_storage_commit:
 * @self: a storage
 * @plan_id: the id of a stored plan
 * @change_set: what is to be done to it
 * @error: return location for an error; %SEGUE_ERROR_STALE when what is
 *   stored is not what the change set starts from
 *
 * Returns: whether the change is safely stored; if not, nothing has changed
 */
gboolean
segue_storage_commit (SegueStorage   *self,
                      const char     *plan_id,
                      SegueChangeSet *change_set,
                      GError        **error)
{
  g_return_val_if_fail (SEGUE_IS_STORAGE (self), FALSE);
  g_return_val_if_fail (plan_id != NULL, FALSE);
  g_return_val_if_fail (SEGUE_IS_CHANGE_SET (change_set), FALSE);

  return SEGUE_STORAGE_GET_IFACE (self)->commit (self, plan_id, change_set, error);
}

/**
 * segue_storage_remove:
 * @self: a storage
 * @plan_id: the id of a stored plan
 * @error: return location for an error
 *
 * Returns: whether the plan is gone; if not, all of it is still there
 */
gboolean
segue_storage_remove (SegueStorage *self,
                      const char   *plan_id,
                      GError      **error)
{
  g_return_val_if_fail (SEGUE_IS_STORAGE (self), FALSE);
  g_return_val_if_fail (plan_id != NULL, FALSE);

  return SEGUE_STORAGE_GET_IFACE (self)->remove (self, plan_id, error);
}
