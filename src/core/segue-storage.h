/* segue-storage.h - where plans are kept, as the core sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_STORAGE (segue_storage_get_type ())
G_DECLARE_INTERFACE (SegueStorage, segue_storage, SEGUE, STORAGE, GObject)

struct _SegueStorageInterface
{
  GTypeInterface parent;

  GPtrArray *(*list)   (SegueStorage *self, GError **error);
  SeguePlan *(*load)   (SegueStorage *self, const char *plan_id, GError **error);
  gboolean   (*create) (SegueStorage *self, SeguePlan *plan, GError **error);
  gboolean   (*commit) (SegueStorage *self, const char *plan_id, SegueChangeSet *change_set, GError **error);
  gboolean   (*remove) (SegueStorage *self, const char *plan_id, GError **error);
};

/* The plan records (SEGUE_KIND_PLAN) of all plans, in the order in which
 * they were made. (transfer full) (element-type SegueRecord) */
GPtrArray *segue_storage_list   (SegueStorage *self, GError **error);
SeguePlan *segue_storage_load   (SegueStorage *self, const char *plan_id, GError **error);
gboolean   segue_storage_create (SegueStorage *self, SeguePlan *plan, GError **error);
/* One transaction: when this returns TRUE the change is on the disk; when it
 * returns FALSE nothing has changed. Fails with SEGUE_ERROR_STALE when what is
 * stored is not what the change set starts from. */
gboolean   segue_storage_commit (SegueStorage *self, const char *plan_id, SegueChangeSet *change_set, GError **error);
gboolean   segue_storage_remove (SegueStorage *self, const char *plan_id, GError **error);

G_END_DECLS
