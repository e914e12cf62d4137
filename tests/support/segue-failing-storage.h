/* segue-failing-storage.h - a storage whose n-th write fails
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-storage.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_FAILING_STORAGE (segue_failing_storage_get_type ())
G_DECLARE_FINAL_TYPE (SegueFailingStorage, segue_failing_storage, SEGUE, FAILING_STORAGE, GObject)

SegueFailingStorage *segue_failing_storage_new     (SegueStorage *storage);
void                 segue_failing_storage_fail_at (SegueFailingStorage *self, guint n); /* from now on: 1 is the next; 0 is none */

G_END_DECLS
