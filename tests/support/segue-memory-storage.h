/* segue-memory-storage.h - a storage that keeps plans in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-storage.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_MEMORY_STORAGE (segue_memory_storage_get_type ())
G_DECLARE_FINAL_TYPE (SegueMemoryStorage, segue_memory_storage, SEGUE, MEMORY_STORAGE, GObject)

SegueStorage *segue_memory_storage_new (void);

G_END_DECLS
